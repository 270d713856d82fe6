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
mod breakdown;
mod change;
mod children;
mod cohort;
mod comparator;
mod disputes;
mod exact;
mod feasible;
mod figures;
#[cfg(feature = "serde")]
mod json;
mod measure;
mod participation;
mod protection;
mod question;
mod rate;
mod timeliness;
mod trend;

pub use breakdown::Breakdown;
pub use change::{Change, CountChange, PerHeadChange, PointChange};
pub use children::{AgeBand, ChildrenFigures, LengthInCare, PlacementsInYear};
pub use cohort::Cohort;
pub use comparator::{Basis, Comparator, Comparison, Direction, Standing};
pub use disputes::DisputeFigures;
pub use feasible::{FeasibleNumerators, feasible_numerators, feasible_split};
pub use figures::ReviewFigures;
pub use measure::{Measure, PerHead, Percentage, PublishedPercentage};
pub use participation::ParticipationCounts;
pub use protection::{PlanDuration, ProtectionFigures};
pub use question::ReviewQuestion;
pub use rate::{Rate, RateRange};
pub use timeliness::{ChildrenReviewed, ReviewsDue, ReviewsHeld, Timeliness};
pub use trend::Trend;
