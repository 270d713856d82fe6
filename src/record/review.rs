//! A review, as far as its timing and the child's participation go.

use super::Participation;
use chrono::NaiveDate;

/// A review of a child's care plan that was held.
///
/// Eight bytes, so that millions of them fit in memory.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Participation, Review};
///
/// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
/// let review = Review::new(held_on).with_participation(Participation::AttendedAndSpoke);
/// assert_eq!(review.held_on(), held_on);
/// assert_eq!(review.participation(), Some(Participation::AttendedAndSpoke));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Review {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    held_on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    participation: Option<Participation>,
}

impl Review {
    /// A review held on a day, the child's participation not recorded.
    ///
    /// Where a review was a series of meetings, give the date that the authority returns as REVIEW.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Review;
    ///
    /// let review = Review::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert_eq!(review.participation(), None);
    /// ```
    #[must_use]
    pub const fn new(held_on: NaiveDate) -> Self {
        Self { held_on, participation: None }
    }

    /// The same review with the child's participation.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Participation, Review};
    ///
    /// let review = Review::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap())
    ///     .with_participation(Participation::AbsentViewsSent);
    /// assert!(review.participation().is_some_and(|p| p.views_conveyed()));
    /// ```
    #[must_use]
    pub const fn with_participation(mut self, participation: Participation) -> Self {
        self.participation = Some(participation);
        self
    }

    /// The day it was held.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Review;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_eq!(Review::new(day).held_on(), day);
    /// ```
    #[must_use]
    pub const fn held_on(&self) -> NaiveDate {
        self.held_on
    }

    /// How the child took part, where it is recorded.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Review;
    ///
    /// let review = Review::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert!(review.participation().is_none(), "not recorded is not PN7");
    /// ```
    #[must_use]
    pub const fn participation(&self) -> Option<Participation> {
        self.participation
    }

    /// The same, counted as held on another day.
    pub(crate) const fn moved_to(mut self, day: NaiveDate) -> Self {
        self.held_on = day;
        self
    }
}
