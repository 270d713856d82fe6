//! Lengths of time as the law writes them.

use chrono::{Days, NaiveDate};

use super::WorkingDays;
use super::months::{months_after, months_before};
use crate::Result;
use crate::error::Kind;

/// A length of time as the law writes it.
///
/// The kinds are not interchangeable: 3 months are 89 to 92 days, and 20 working days are 28 days
/// or, over Christmas, 33. So a length keeps the words of the rule it comes from.
///
/// - Working days: see [`WorkingDays`](super::WorkingDays).
/// - Days and weeks: every day counts. A period of weeks ends on the weekday it began on.
/// - Months: the corresponding date rule (*Dodds v Walker* \[1981\] 1 WLR 1027). The period ends on
///   the day with the same number, or on the last day of the month where that month has no such
///   day. It does not work the other way: 6 months from 28 February end on 28 August.
///
/// A last day that falls on a weekend or a holiday is not put off, whatever the kind.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{Period, WorkingDays};
///
/// let calendar = WorkingDays::england_and_wales();
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// assert_eq!(Period::Months(6).after(day(2023, 8, 31), &calendar)?, day(2024, 2, 29));
/// assert_eq!(Period::Months(3).after(day(2024, 9, 30), &calendar)?, day(2024, 12, 30));
/// assert_eq!(Period::Months(6).to_string(), "6 months");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub enum Period {
    /// So many working days.
    WorkingDays(u16),
    /// So many days, of any kind.
    Days(u16),
    /// So many weeks of seven days.
    Weeks(u16),
    /// So many calendar months.
    Months(u16),
}

impl Period {
    /// The last day of this period counted forwards from `date`, `date` itself not counted.
    ///
    /// Only working days look at `calendar`; the other kinds have an answer in any year.
    ///
    /// # Errors
    ///
    /// [`is_outside_calendar`](crate::Error::is_outside_calendar) if working days are counted from
    /// or to a day outside the calendar; [`is_date_overflow`](crate::Error::is_date_overflow) if
    /// the last day is too far away to be represented, some 262,000 years from now.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Period, WorkingDays};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// // Boxing Day 2026 is a Saturday, and made up for on Monday 28 December.
    /// let last_day = Period::WorkingDays(20).after(day(2026, 12, 11), &calendar)?;
    /// assert_eq!(last_day, day(2027, 1, 13));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn after(self, date: NaiveDate, calendar: &WorkingDays) -> Result<NaiveDate> {
        self.count_from(date, calendar).ok_or_else(|| match self {
            Self::WorkingDays(n) => calendar.cannot_add(date, n),
            _ => Kind::DateOverflow { date, length: self.to_string() }.into(),
        })
    }

    /// The same for the bulk path: no error is made, so nothing has to be cleaned up.
    #[inline(always)]
    pub(crate) fn count_from(self, date: NaiveDate, calendar: &WorkingDays) -> Option<NaiveDate> {
        match self {
            Self::WorkingDays(n) => calendar.count_from(date, n),
            Self::Days(n) => date.checked_add_days(Days::new(n.into())),
            Self::Weeks(n) => date.checked_add_days(days_in_weeks(n)),
            Self::Months(n) => months_after(date, n),
        }
    }

    /// The day this period before `date`, `date` itself not counted: the last day on which
    /// something that is due "at least" so long before `date` may be done.
    ///
    /// # Errors
    ///
    /// As for [`after`](Self::after).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Period, WorkingDays};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// // Reports at least 3 working days before a review on the Wednesday after Easter 2026.
    /// let last_day = Period::WorkingDays(3).before(day(2026, 4, 8), &calendar)?;
    /// assert_eq!(last_day, day(2026, 4, 1));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[inline]
    pub fn before(self, date: NaiveDate, calendar: &WorkingDays) -> Result<NaiveDate> {
        let last_day = match self {
            Self::WorkingDays(n) => return calendar.subtract(date, n),
            Self::Days(n) => date.checked_sub_days(Days::new(n.into())),
            Self::Weeks(n) => date.checked_sub_days(days_in_weeks(n)),
            Self::Months(n) => months_before(date, n),
        };
        last_day.ok_or_else(|| Kind::DateOverflow { date, length: format!("-{self}") }.into())
    }
}

/// The length in words: `20 working days`, `1 month`.
impl core::fmt::Display for Period {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (n, one, many) = match *self {
            Self::WorkingDays(n) => (n, "working day", "working days"),
            Self::Days(n) => (n, "day", "days"),
            Self::Weeks(n) => (n, "week", "weeks"),
            Self::Months(n) => (n, "month", "months"),
        };
        write!(f, "{n} {}", if n == 1 { one } else { many })
    }
}

fn days_in_weeks(weeks: u16) -> Days {
    Days::new(u64::from(weeks).saturating_mul(7))
}
