//! The IRO Handbook (statutory guidance, 2010).

mod chapter_6;
