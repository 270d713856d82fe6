//! When a review was scheduled, begun, adjourned and completed.

use super::{Done, Problems};
use chrono::NaiveDate;

/// The days of one review beside the one that the authority returns: for which day it was scheduled,
/// and where it was held as a series of meetings or adjourned, its start and its completion.
///
/// An IRO may adjourn a review once (regulation 36(2) of the Care Planning, Placement and Case Review
/// (England) Regulations 2010, SI 2010/959). An adjournment of an adjournment is a contradiction of the
/// record, and so is a completion before the start.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{ReviewRecord, Scheduling};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let review = ReviewRecord::new(day(20)).with_scheduling(
///     Scheduling::new()
///         .with_scheduled_for(day(10))
///         .with_first_meeting(day(10))
///         .with_adjournments([day(10)])
///         .with_completed(day(20)),
/// );
/// assert_eq!(review.scheduling().adjournments(), Some(&[day(10)][..]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Scheduling {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    scheduled_for: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    first_meeting: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::in_order"))]
    adjournments: Option<Vec<NaiveDate>>,
    completed: Done,
}

impl Scheduling {
    /// Nothing being recorded.
    ///
    /// ```
    /// use iro_handbook::record::Scheduling;
    ///
    /// assert_eq!(Scheduling::new(), Scheduling::default());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With the day it was scheduled for.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// use iro_handbook::record::Scheduling;
    ///
    /// assert_eq!(Scheduling::new().with_scheduled_for(day).scheduled_for(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_scheduled_for(mut self, day: NaiveDate) -> Self {
        self.scheduled_for = Some(day);
        self
    }

    /// With the day of its first meeting, where there were several or it was adjourned.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// use iro_handbook::record::Scheduling;
    ///
    /// assert_eq!(Scheduling::new().with_first_meeting(day).first_meeting(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_first_meeting(mut self, day: NaiveDate) -> Self {
        self.first_meeting = Some(day);
        self
    }

    /// With the days on which it was adjourned, all of them: none, or one.
    ///
    /// ```
    /// use iro_handbook::record::Scheduling;
    ///
    /// assert_eq!(Scheduling::new().with_adjournments([]).adjournments(), Some(&[][..]));
    /// ```
    #[must_use]
    pub fn with_adjournments(mut self, days: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.adjournments = super::dated::complete(days);
        self
    }

    /// With whether and when it was completed.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Scheduling};
    ///
    /// assert_eq!(Scheduling::new().with_completed(Done::No).completed(), Done::No);
    /// ```
    #[must_use]
    pub fn with_completed(mut self, completed: impl Into<Done>) -> Self {
        self.completed = completed.into();
        self
    }

    /// The day it was scheduled for.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Scheduling::new().scheduled_for(), None);
    /// ```
    #[must_use]
    pub const fn scheduled_for(&self) -> Option<NaiveDate> {
        self.scheduled_for
    }

    /// The day of its first meeting.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Scheduling::new().first_meeting(), None);
    /// ```
    #[must_use]
    pub const fn first_meeting(&self) -> Option<NaiveDate> {
        self.first_meeting
    }

    /// The days on which it was adjourned, in order; none where nobody recorded whether it was.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Scheduling::new().adjournments(), None);
    /// ```
    #[must_use]
    pub fn adjournments(&self) -> Option<&[NaiveDate]> {
        self.adjournments.as_deref()
    }

    /// Whether and when it was completed.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Scheduling};
    ///
    /// assert_eq!(Scheduling::new().completed(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn completed(&self) -> Done {
        self.completed
    }

    /// `held_on` is the day that the authority returns; it lies between the start and the completion.
    pub(super) fn problems(&self, held_on: NaiveDate, problems: &mut Problems<'_>) {
        let adjournments = self.adjournments().unwrap_or_default();
        for again in adjournments.iter().skip(1) {
            problems.add("review adjourned on", again, "it had been adjourned before");
        }
        if let Some(first) = self.first_meeting.filter(|first| *first > held_on) {
            problems.add("first meeting of the review", first, "the review was held before it");
        }
        if let Done::On(completed) = self.completed {
            let mut too_early = |than: Option<NaiveDate>, problem| {
                if than.is_some_and(|than| completed < than) {
                    problems.add("review completed on", completed, problem);
                }
            };
            too_early(self.first_meeting, "it is before the first meeting");
            too_early(Some(held_on), "it is before the day the review was held");
            too_early(adjournments.first().copied(), "it is before the adjournment");
        }
    }
}
