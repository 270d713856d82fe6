//! The duties, one module for each family or group of families.

mod process;
