//! One test binary, laid out like the law and the crate.
mod api;
mod calendar;
mod docs;
mod examples;
mod law;
mod sample;
mod ssda903;
