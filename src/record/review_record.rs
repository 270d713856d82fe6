//! A review with its process: before, at and after.

use super::{Participation, Problems, Review, Scheduling};
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
    #[cfg_attr(feature = "serde", serde(default))]
    scheduling: Scheduling,
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
    pub fn new(held_on: NaiveDate) -> Self {
        Self { held_on, participation: None, scheduling: Scheduling::default() }
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

    /// With the days beside the one returned: scheduled, begun, adjourned, completed.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{ReviewRecord, Scheduling};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// let scheduling = Scheduling::new().with_scheduled_for(day);
    /// let review = ReviewRecord::new(day).with_scheduling(scheduling.clone());
    /// assert_eq!(review.scheduling(), &scheduling);
    /// ```
    #[must_use]
    pub fn with_scheduling(mut self, scheduling: Scheduling) -> Self {
        self.scheduling = scheduling;
        self
    }

    /// The days beside the one returned.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{ReviewRecord, Scheduling};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert_eq!(review.scheduling(), &Scheduling::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn scheduling(&self) -> &Scheduling {
        &self.scheduling
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        self.scheduling.problems(self.held_on, problems);
    }
}
