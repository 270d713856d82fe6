//! A series of short breaks.

use super::Problems;
use super::dated::{self, Dated};
use chrono::NaiveDate;

/// One placement of a series of short breaks.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::ShortBreak;
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let weekend = ShortBreak::new(day(6)).with_ended(day(8)).with_returned_home(true);
/// assert_eq!(weekend.ended(), Some(day(8)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ShortBreak {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    began: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    returned_home: Option<bool>,
}

impl Dated for ShortBreak {
    fn day(&self) -> NaiveDate {
        self.began
    }
}

impl ShortBreak {
    /// A break that began on a day and has not ended.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::ShortBreak;
    /// # let weekend = ShortBreak::new(day(6));
    /// assert_eq!(weekend.began(), day(6));
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self { began, ended: None, returned_home: None }
    }

    /// With the day it ended.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::ShortBreak;
    /// # let weekend = ShortBreak::new(day(6));
    /// assert_eq!(weekend.with_ended(day(8)).ended(), Some(day(8)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// With whether the child went home at its end.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::ShortBreak;
    /// # let weekend = ShortBreak::new(day(6));
    /// assert_eq!(weekend.with_returned_home(true).returned_home(), Some(true));
    /// ```
    #[must_use]
    pub const fn with_returned_home(mut self, returned: bool) -> Self {
        self.returned_home = Some(returned);
        self
    }

    /// The day it began.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::ShortBreak;
    /// # let weekend = ShortBreak::new(day(6));
    /// assert_eq!(weekend.began(), day(6));
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day it ended, where it has.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::ShortBreak;
    /// # let weekend = ShortBreak::new(day(6));
    /// assert_eq!(weekend.ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Whether the child went home at its end, where that is recorded.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::ShortBreak;
    /// # let weekend = ShortBreak::new(day(6));
    /// assert_eq!(weekend.returned_home(), None);
    /// ```
    #[must_use]
    pub const fn returned_home(&self) -> Option<bool> {
        self.returned_home
    }
}

/// A series of short breaks, which is reviewed at intervals of its own while it keeps to the conditions:
/// regulation 48 of the Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{ShortBreak, ShortBreakSeries};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let series = ShortBreakSeries::new(day(3, 6))
///     .with_breaks([ShortBreak::new(day(3, 6)).with_ended(day(3, 8)).with_returned_home(true)])
///     .with_same_setting(true)
///     .with_child_in_care(false)
///     .with_reviews([day(6, 1)]);
/// assert_eq!(series.reviews().unwrap().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ShortBreakSeries {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    began: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "dated::in_order"))]
    breaks: Option<Vec<ShortBreak>>,
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::record::day::in_order")
    )]
    reviews: Option<Vec<NaiveDate>>,
    #[cfg_attr(feature = "serde", serde(default))]
    same_setting: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    child_in_care: Option<bool>,
}

impl Dated for ShortBreakSeries {
    fn day(&self) -> NaiveDate {
        self.began
    }
}

impl ShortBreakSeries {
    /// A series whose first placement began on a day, and that goes on.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::ShortBreakSeries;
    /// assert_eq!(ShortBreakSeries::new(day(6)).began(), day(6));
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self {
            began,
            ended: None,
            breaks: None,
            reviews: None,
            same_setting: None,
            child_in_care: None,
        }
    }

    /// With the day the series ended.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.with_ended(day(9)).ended(), Some(day(9)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// With its placements, all of them.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// let with = series.with_breaks([ShortBreak::new(day(6))]);
    /// assert_eq!(with.breaks().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_breaks(mut self, breaks: impl IntoIterator<Item = ShortBreak>) -> Self {
        self.breaks = dated::complete(breaks);
        self
    }

    /// With the days of its reviews, all of them.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.with_reviews([day(20)]).reviews(), Some(&[day(20)][..]));
    /// ```
    #[must_use]
    pub fn with_reviews(mut self, reviews: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.reviews = dated::complete(reviews);
        self
    }

    /// With whether every placement was with the same carer or in the same setting.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.with_same_setting(true).same_setting(), Some(true));
    /// ```
    #[must_use]
    pub const fn with_same_setting(mut self, same: bool) -> Self {
        self.same_setting = Some(same);
        self
    }

    /// With whether the child was in care, by a care order, in that time.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.with_child_in_care(false).child_in_care(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_child_in_care(mut self, in_care: bool) -> Self {
        self.child_in_care = Some(in_care);
        self
    }

    /// The day its first placement began.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.began(), day(6));
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day it ended, where it has.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Its placements by date; none where nobody recorded them.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.breaks(), None);
    /// ```
    #[must_use]
    pub fn breaks(&self) -> Option<&[ShortBreak]> {
        self.breaks.as_deref()
    }

    /// The days of its reviews in order; none where nobody recorded them.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.reviews(), None);
    /// ```
    #[must_use]
    pub fn reviews(&self) -> Option<&[NaiveDate]> {
        self.reviews.as_deref()
    }

    /// Whether every placement was with the same carer or in the same setting, where that is recorded.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.same_setting(), None);
    /// ```
    #[must_use]
    pub const fn same_setting(&self) -> Option<bool> {
        self.same_setting
    }

    /// Whether the child was in care in that time, where that is recorded.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{ShortBreak, ShortBreakSeries};
    /// # let series = ShortBreakSeries::new(day(6));
    /// assert_eq!(series.child_in_care(), None);
    /// ```
    #[must_use]
    pub const fn child_in_care(&self) -> Option<bool> {
        self.child_in_care
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if let Some(ended) = self.ended.filter(|ended| *ended < self.began) {
            problems.add("short breaks ended", ended, "they ended before they began");
        }
        let outside =
            |day: NaiveDate| day < self.began || self.ended.is_some_and(|ended| day > ended);
        let breaks = self.breaks().unwrap_or_default();
        if let Some(first) = breaks.first().filter(|first| first.began > self.began) {
            problems.add("first short break", first.began, "the series began before it");
        }
        let mut before: Option<&ShortBreak> = None;
        for each in breaks {
            if outside(each.began) || each.ended.is_some_and(outside) {
                problems.add("short break", each.began, "it is outside the series");
            }
            if let Some(ended) = each.ended.filter(|ended| *ended < each.began) {
                problems.add("short break ended", ended, "it ended before it began");
            }
            if let Some(before) = before.replace(each) {
                if before.began == each.began || before.ended.is_none_or(|end| end > each.began) {
                    problems.add("short break", each.began, "the one before had not ended");
                }
            }
        }
        let mut before = None;
        for review in self.reviews().unwrap_or_default() {
            if outside(*review) {
                problems.add("review of short breaks", review, "it is outside the series");
            }
            if before.replace(review) == Some(review) {
                problems.add("review of short breaks", review, "another is recorded for that day");
            }
        }
    }
}
