//! What became of the duties, family by family: each test cites its clause.

mod health;
mod placed;
mod plans;
mod plans_record;
mod visits;
