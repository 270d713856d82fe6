//! The Adoption Agencies Regulations 2005 (SI 2005/389).

mod regulation_36;
mod regulation_36_1;
mod regulation_36_3_and_8;
