//! The annual report, section by section.
mod service;
