//! The duties, family by family: each test cites what it stands on.
mod disputes;
