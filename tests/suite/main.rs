//! One test binary, laid out like the law and the crate.
mod api;
mod assess;
mod calendar;
mod docs;
mod documents;
mod duties;
mod examples;
mod examples_annual;
mod examples_duties;
mod examples_national;
mod examples_numbers;
mod examples_shapes;
mod law;
mod record;
#[cfg(feature = "render")]
mod render;
mod report;
mod sample;
mod scenarios;
mod ssda903;

// The examples have it at their root.
use sample::synthetic;
