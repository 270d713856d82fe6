//! The annual report, part by part.
mod duties;
