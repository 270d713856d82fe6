//! The duties, one module for each family or group of families.

mod disputes;
mod health;
mod placed;
mod plans;
mod plans_record;
mod process;
mod reviews;
mod visits;
