//! One test binary, laid out like the law and the crate.
mod assess;
mod calendar;
mod record;
mod report;
mod sample;
mod ssda903;
