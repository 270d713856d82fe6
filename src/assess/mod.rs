//! The law laid on the records: one finding per duty, passes included.
//!
//! A [`ReviewClock`] walks a [period of care](crate::record::PeriodOfCare) and yields a [`ReviewFinding`]
//! for each review duty in it: what was due, by which rule, what answered it, and what became of it.
//! What the records do not show is [`Outcome::CannotTell`], with the missing fact, and never met and
//! never breached.
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::calendar::WorkingDays;
//! use iro_handbook::record::{PeriodOfCare, Review};
//!
//! let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
//! let care = PeriodOfCare::new(day(3, 2))
//!     .with_review(Review::new(day(3, 27)))
//!     .with_review(Review::new(day(7, 1)));
//! let calendar = WorkingDays::england_and_wales();
//! let findings: Vec<_> = care.review_duties(&calendar, day(7, 31))?.collect();
//! assert_eq!(
//!     findings[1].explain().to_string(),
//!     "Second review: due by Sat 27 June 2026, 3 months after the review of Fri 27 March 2026. \
//!      Held Wed 1 July 2026, 4 days late.\n  The Care Planning, Placement and Case Review (England) \
//!      Regulations 2010 (SI 2010/959), regulation 33(2).",
//! );
//! # Ok::<(), iro_handbook::Error>(())
//! ```

mod assessor;
mod bound;
mod caseloads;
mod check;
mod departures;
mod dispute_clock;
mod explanation;
mod families;
mod finding;
mod outcome;
mod pending;
mod policy;
mod protection_clock;
mod review_clock;
mod review_duties;
mod review_explain;
mod review_finding;
mod since;
mod subject;
mod words;

pub use assessor::{Assessment, Assessor};
pub use bound::{Bound, Trigger};
pub(crate) use caseloads::per_post;
pub use caseloads::{Caseload, Caseloads, RangePosition};
pub use departures::{AgreedDeparture, Departures, Severities, Severity};
pub use dispute_clock::DisputeDue;
pub use explanation::Explanation;
pub use finding::{Due, Fact, Finding, FindingKey, Value};
pub use outcome::{Missing, Outcome};
pub use policy::{AdjournedReview, FirstReviewOf, Policy, ReviewDate};
pub(crate) use protection_clock::{ConferenceDue, ProtectionClock};
pub(crate) use review_clock::LONGEST;
pub use review_clock::{History, ReviewClock};
pub use review_duties::ReviewDuties;
pub use review_explain::ReviewExplanation;
pub(crate) use review_finding::Judged;
pub use review_finding::{ReviewFinding, Sequence, Settled, Step};
pub use subject::{Of, Subject};
