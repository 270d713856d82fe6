//! Guidance to the Children Act 1989, volume 2 (2015).

mod long_term_foster;
