//! Counting time.
