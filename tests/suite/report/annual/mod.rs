//! The annual report, part by part.

mod protection;
