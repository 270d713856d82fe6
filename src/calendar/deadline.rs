//! A period counted from a day: the last day for something.

use chrono::NaiveDate;

use super::{Period, WorkingDays};
use crate::Result;

/// The last day on which something may lawfully be done, with the day and the period that make it
/// so.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
///
/// let calendar = WorkingDays::england_and_wales();
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// // A second review, after a first review held on 27 March 2026 (SI 2010/959, regulation 33(2)).
/// let deadline = Deadline::after(day(3, 27), Period::Months(3), &calendar)?;
/// assert_eq!(deadline.last_day(), day(6, 27));
/// assert_eq!(deadline.days_late(day(7, 1)), 4);
/// assert_eq!(deadline.to_string(), "by 2026-06-27, 3 months after 2026-03-27");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Deadline {
    trigger: NaiveDate,
    period: Period,
    counts_back: bool,
    last_day: NaiveDate,
}

impl Deadline {
    /// A deadline that has been worked out before.
    pub(crate) const fn from_parts(
        trigger: NaiveDate,
        period: Period,
        last_day: NaiveDate,
    ) -> Self {
        Self { trigger, period, counts_back: false, last_day }
    }

    /// The deadline for something due within `period` after `trigger`.
    ///
    /// # Errors
    ///
    /// As for [`Period::after`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let start = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
    /// let deadline = Deadline::after(start, Period::WorkingDays(20), &calendar)?;
    /// assert_eq!(deadline.last_day().to_string(), "2024-04-02");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn after(trigger: NaiveDate, period: Period, calendar: &WorkingDays) -> Result<Self> {
        let last_day = period.after(trigger, calendar)?;
        Ok(Self { trigger, period, counts_back: false, last_day })
    }

    /// The deadline for something due at least `period` before `trigger`, such as the reports for a
    /// meeting.
    ///
    /// # Errors
    ///
    /// As for [`Period::before`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let meeting = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// let deadline = Deadline::before(meeting, Period::WorkingDays(3), &calendar)?;
    /// assert_eq!(deadline.last_day().to_string(), "2026-03-24");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn before(trigger: NaiveDate, period: Period, calendar: &WorkingDays) -> Result<Self> {
        let last_day = period.before(trigger, calendar)?;
        Ok(Self { trigger, period, counts_back: true, last_day })
    }

    /// The day counted from.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let start = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let deadline = Deadline::after(start, Period::Weeks(4), &WorkingDays::england_and_wales())?;
    /// assert_eq!(deadline.trigger(), start);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn trigger(&self) -> NaiveDate {
        self.trigger
    }

    /// The length counted.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let start = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let deadline = Deadline::after(start, Period::Weeks(4), &WorkingDays::england_and_wales())?;
    /// assert_eq!(deadline.period(), Period::Weeks(4));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn period(&self) -> Period {
        self.period
    }

    /// Whether the period was counted backwards, from a day that the thing must precede.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let meeting = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// let calendar = WorkingDays::england_and_wales();
    /// assert!(Deadline::before(meeting, Period::WorkingDays(15), &calendar)?.counts_back());
    /// assert!(!Deadline::after(meeting, Period::WorkingDays(15), &calendar)?.counts_back());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn counts_back(&self) -> bool {
        self.counts_back
    }

    /// The last day on which the thing is done in time. The whole of that day counts.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let start = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let deadline = Deadline::after(start, Period::Weeks(4), &WorkingDays::england_and_wales())?;
    /// assert_eq!(deadline.last_day().to_string(), "2026-03-30");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// Whether something done on `date` was done in time. It does not ask whether `date` comes
    /// after the day the clock started.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let deadline = Deadline::after(day(2), Period::Weeks(4), &WorkingDays::england_and_wales())?;
    /// assert!(deadline.is_met_by(day(30)));
    /// assert!(!deadline.is_met_by(day(31)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn is_met_by(&self, date: NaiveDate) -> bool {
        date <= self.last_day
    }

    /// How many days, of any kind, `date` lies after the last day; 0 if it is in time.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Deadline, Period, WorkingDays};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let deadline = Deadline::after(day(2), Period::Weeks(1), &WorkingDays::england_and_wales())?;
    /// assert_eq!(deadline.days_late(day(9)), 0);
    /// assert_eq!(deadline.days_late(day(12)), 3);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn days_late(&self, date: NaiveDate) -> i64 {
        date.signed_duration_since(self.last_day).num_days().max(0)
    }
}

/// The deadline in words: `by 2026-06-27, 3 months after 2026-03-27`.
impl core::fmt::Display for Deadline {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let direction = if self.counts_back { "before" } else { "after" };
        write!(f, "by {}, {} {direction} {}", self.last_day, self.period, self.trigger)
    }
}
