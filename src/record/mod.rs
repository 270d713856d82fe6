//! What happened: records of children in care, as any service can fill them.
//!
//! Records say what happened and nothing about what should have: that is [`law`](crate::law) and
//! [`assess`](crate::assess). Required facts are arguments of `new`, the rest is added by `with_*`.
//! The names are the field's: a [`Child`] has [`PeriodOfCare`]s, a period of care has [`Review`]s, a
//! review has a [`Participation`] code.
//!
//! For bulk work nothing has to be copied into these types: a [`PeriodOfCareRef`] borrows slices that
//! the caller owns.
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::record::{Child, Participation, PeriodOfCare, Review};
//!
//! let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let child = Child::new("C-1017").with_period_of_care(
//!     PeriodOfCare::new(day(2026, 3, 2))
//!         .with_review(Review::new(day(2026, 3, 27)).with_participation(Participation::AttendedAndSpoke)),
//! );
//! assert!(child.check().is_ok());
//! ```

mod adoption;
mod care_period;
mod care_record;
mod child;
mod data_quality;
mod disputes;
mod done;
mod events;
mod fte;
mod health;
mod iro;
mod kin;
mod legal_status;
mod officer;
mod participation;
mod period_of_care;
mod placements;
mod plans;
mod review;
mod review_calls;
mod review_record;
mod service;
mod short_breaks;
mod visits;

pub use adoption::AdoptionChange;
pub use care_period::CarePeriod;
pub use care_record::CareRecord;
pub(crate) use care_record::Problems;
pub use child::Child;
pub use data_quality::DataQuality;
pub use disputes::Disputes;
pub use done::Done;
pub use events::Events;
pub use fte::Fte;
pub use health::Health;
pub use iro::{Appointment, Handover, IroHistory};
pub(crate) use kin::looked_after_on;
pub use kin::{Kin, Relation, Relative, RelativeIro, SeparateIros};
pub use legal_status::LegalStatuses;
pub use officer::{Allocated, Conflict, Officer, Position};
pub use participation::Participation;
pub use period_of_care::{Entry, PeriodOfCare, PeriodOfCareRef};
pub use placements::Placements;
pub use plans::Plans;
pub use review::Review;
pub use review_calls::ReviewCalls;
pub use review_record::ReviewRecord;
pub use service::ServiceRecord;
pub use short_breaks::ShortBreaks;
pub use visits::Visits;
