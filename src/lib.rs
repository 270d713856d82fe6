//! The duties around reviews of children in care in England, as types and functions.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
// Panics are excluded by lints, not by care: whatever the input, library code returns.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::exit,
    clippy::expect_used,
    clippy::get_unwrap,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::panic_in_result_fn,
    clippy::string_slice,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_in_result,
    clippy::unwrap_used
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod assess;
pub mod calendar;
mod error;
pub mod law;
pub mod record;
pub mod report;
#[cfg(feature = "ssda903")]
pub mod ssda903;

pub use error::{Error, Result};
