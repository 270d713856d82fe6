//! One test binary, laid out like the law and the crate.
mod calendar;
mod sample;
mod ssda903;
