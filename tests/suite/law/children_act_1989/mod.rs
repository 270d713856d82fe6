//! The Children Act 1989.

pub(crate) mod section_25a;
