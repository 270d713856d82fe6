//! Each family of duties, laid on records made by hand.
mod reviews;
