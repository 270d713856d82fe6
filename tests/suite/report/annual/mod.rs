//! The annual report.
mod attack;
mod disclosure;
