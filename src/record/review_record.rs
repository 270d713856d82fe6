//! A review with its process: before, at and after.

use super::{Participation, Review};
use chrono::NaiveDate;

/// A review with what the rules may ask of its process, from the invitation to the distributed record.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Participation, ReviewRecord};
///
/// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
/// let review = ReviewRecord::new(held_on).with_participation(Participation::AttendedAndSpoke);
/// assert_eq!(review.review().held_on(), held_on);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReviewRecord {
    pub(crate) held_on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) participation: Option<Participation>,
}

impl ReviewRecord {
    /// A review held on a day, nothing else of it being known.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_eq!(ReviewRecord::new(held_on).held_on(), held_on);
    /// ```
    #[must_use]
    pub const fn new(held_on: NaiveDate) -> Self {
        Self { held_on, participation: None }
    }

    /// With the child's participation.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Participation, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap())
    ///     .with_participation(Participation::AbsentViewsSent);
    /// assert!(review.review().participation().is_some());
    /// ```
    #[must_use]
    pub const fn with_participation(mut self, participation: Participation) -> Self {
        self.participation = Some(participation);
        self
    }

    /// The day it was held: the date that the authority returns as REVIEW.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_eq!(ReviewRecord::new(held_on).held_on(), held_on);
    /// ```
    #[must_use]
    pub const fn held_on(&self) -> NaiveDate {
        self.held_on
    }

    /// The lean form.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_eq!(ReviewRecord::new(held_on).review().held_on(), held_on);
    /// ```
    #[must_use]
    pub const fn review(&self) -> Review {
        let review = Review::new(self.held_on);
        match self.participation {
            Some(participation) => review.with_participation(participation),
            None => review,
        }
    }
}
