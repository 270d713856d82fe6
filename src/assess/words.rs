//! How days and numbers of days are written in sentences.

use chrono::NaiveDate;
use core::fmt;

/// A day as a reader says it: "Sat 27 June 2026".
pub(super) struct Day(pub(super) NaiveDate);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%a %-d %B %Y"))
    }
}

/// A number of days: "1 day", "4 days".
pub(super) struct Days(pub(super) i64);

impl Days {
    pub(super) fn between(earlier: NaiveDate, later: NaiveDate) -> Self {
        Self(later.signed_duration_since(earlier).num_days())
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} day{plural}", self.0)
    }
}

/// The same beside a limit in working days: "1 calendar day", "4 calendar days".
pub(super) struct CalendarDays(i64);

impl CalendarDays {
    pub(super) fn between(earlier: NaiveDate, later: NaiveDate) -> Self {
        Self(Days::between(earlier, later).0)
    }
}

impl fmt::Display for CalendarDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} calendar day{plural}", self.0)
    }
}
