//! The figures: cases worked out by hand, and a twin.
mod twin;
