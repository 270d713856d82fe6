//! The figures of an IRO service's annual report, counted from records.
//!
//! An aggregate is a value that can be empty, take a record, and merge with another; the result is
//! the same in any order and on any number of threads. Percentages are never stored: they are worked
//! out from two counts by [`Rate`] at the moment of printing.
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::calendar::{CollectionYear, WorkingDays};
//! use iro_handbook::record::{PeriodOfCare, Review};
//! use iro_handbook::report::{ReviewFigures, ReviewQuestion};
//!
//! let calendar = WorkingDays::england_and_wales();
//! let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let mut figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
//! let care = PeriodOfCare::new(day(2025, 9, 1)).with_review(Review::new(day(2025, 9, 22)));
//! figures.add(&calendar, care.view()?)?;
//! assert_eq!(figures.held().on_time_rate().to_string(), "100 % (1 of 1)");
//! # Ok::<(), iro_handbook::Error>(())
//! ```

pub mod annual;
mod attendance;
mod audits;
mod breakdown;
mod change;
mod children;
mod cohort;
mod comparator;
mod disputes;
mod duties;
mod exact;
mod feasible;
mod feedback;
mod figures;
mod iro_changes;
#[cfg(feature = "serde")]
mod json;
mod lateness;
mod measure;
mod missed;
mod participation;
mod posts;
mod protection;
mod question;
mod rate;
mod siblings;
mod support;
mod timeliness;
mod trend;
mod untold;
mod workforce;

pub use attendance::{AttendanceCounts, AttendanceFigures};
pub use audits::AuditFigures;
pub use breakdown::Breakdown;
pub use change::{Change, CountChange, PerHeadChange, PointChange};
pub use children::{AgeBand, ChildrenFigures, LengthInCare, PlacementsInYear};
pub use cohort::Cohort;
pub use comparator::{Basis, Comparator, Comparison, Direction, Standing};
pub use disputes::DisputeFigures;
pub use duties::{DutyCounts, DutyFigures};
pub use feasible::{FeasibleNumerators, feasible_numerators, feasible_split};
pub use feedback::FeedbackFigures;
pub use figures::ReviewFigures;
pub use iro_changes::IroChanges;
pub use lateness::LatenessFigures;
pub use measure::{Measure, PerHead, Percentage, PublishedPercentage};
pub use missed::{ChildrenMissed, MissedReview, MissedReviews};
pub use participation::ParticipationCounts;
pub use posts::{LengthOfService, Posts};
pub use protection::{PlanDuration, ProtectionFigures};
pub use question::ReviewQuestion;
pub use rate::{Rate, RateRange};
pub use siblings::{SiblingFigures, SiblingIro};
pub use support::SupportFigures;
pub use timeliness::{ChildrenReviewed, ReviewsDue, ReviewsHeld, Timeliness};
pub use trend::Trend;
pub use untold::UntoldReviews;
pub use workforce::WorkforceFigures;
