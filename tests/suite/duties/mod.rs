//! Every duty beyond the review clock, family by family.
mod iro;
mod iro_records;
mod iro_service;
