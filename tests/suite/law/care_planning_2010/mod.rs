//! The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959).

mod regulation_28;
mod regulation_33;
mod regulation_33_3_early;
mod regulation_36_2;
mod regulation_36_before;
mod regulation_37_after;
mod regulation_46;
mod regulation_48;
mod regulation_7;
mod regulations_14_17_32_33_before;
mod regulations_35_36_45_at;
mod regulations_4_to_47;
