//! The duties, one module for each family or group of families.

mod disputes;
mod health;
mod iro;
mod iro_records;
mod iro_service;
mod late_reason;
mod placed;
mod plans;
mod plans_record;
mod privacy;
mod process;
mod protection;
pub(crate) mod random;
mod record_agreement;
mod reviews;
mod stable;
mod table;
mod visits;
