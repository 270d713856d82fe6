//! One test binary, laid out like the law and the crate.
mod api;
mod assess;
mod calendar;
mod docs;
mod duties;
mod examples;
mod law;
mod record;
mod report;
mod sample;
mod scenarios;
mod ssda903;
