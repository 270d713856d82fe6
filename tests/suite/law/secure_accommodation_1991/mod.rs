//! The Children (Secure Accommodation) Regulations 1991 (SI 1991/1505).

mod regulations_15_16;
