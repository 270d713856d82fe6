//! The one error of the crate: opaque, asked by predicates.

use chrono::NaiveDate;

/// The result of everything in this crate that can fail.
///
/// ```
/// fn first_day(text: &str) -> iro_handbook::Result<iro_handbook::record::Participation> {
///     text.parse()
/// }
/// assert!(first_day("PN1").is_ok());
/// ```
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// Why something could not be done: which record, which field, which value.
///
/// The error is opaque, so that new reasons can be added without breaking a caller; the predicates
/// say which kind of trouble it is. Its text names the caller's own identifiers and the value at
/// fault and nothing else about a child.
///
/// ```
/// use iro_handbook::calendar::{Period, WorkingDays};
/// use chrono::NaiveDate;
///
/// let calendar = WorkingDays::england_and_wales();
/// let far = NaiveDate::from_ymd_opt(2061, 3, 1).unwrap();
/// let error = Period::WorkingDays(20).after(far, &calendar).unwrap_err();
/// assert!(error.is_outside_calendar());
/// assert!(error.to_string().contains("2061-03-01"));
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<Kind>);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Kind {
    #[error(
        "{date} cannot be counted in working days: the calendar covers {first} to {last}, and what lies outside is not guessed"
    )]
    OutsideCalendar { date: NaiveDate, first: NaiveDate, last: NaiveDate },
    #[error(
        "{length} {direction} {date} is outside the calendar, which covers {first} to {last}, and what lies outside is not guessed"
    )]
    CountLeavesCalendar {
        date: NaiveDate,
        length: String,
        direction: &'static str,
        first: NaiveDate,
        last: NaiveDate,
    },
    #[error("{date} is not a bank holiday, so there is none to take away")]
    NotABankHoliday { date: NaiveDate },
    #[error("{year} is out of range: {what} lie between {first} and {last}")]
    YearOutOfRange { what: &'static str, year: i32, first: i32, last: i32 },
    #[error("{date}: {length} on from here is a date that cannot be represented")]
    DateOverflow { date: NaiveDate, length: String },
    #[error("{record}: {field} is {value}: {problem}")]
    Contradiction { record: String, field: &'static str, value: String, problem: String },
    #[error("{field} is {:?}, which is not one of {known}", short(value))]
    UnknownCode { field: &'static str, value: String, known: &'static str },
    #[error(
        "figures that answer different questions cannot be merged: {what} is {left} in one and {right} in the other"
    )]
    Mismatch { what: &'static str, left: String, right: String },
    #[cfg(feature = "ssda903")]
    #[error("{what}: {problem}")]
    Returns { what: String, problem: String },
}

impl Error {
    /// A day outside the years for which the working-day calendar has bank holidays.
    ///
    /// ```
    /// use iro_handbook::calendar::WorkingDays;
    /// use chrono::NaiveDate;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = NaiveDate::from_ymd_opt(1989, 12, 31).unwrap();
    /// assert!(calendar.is_working_day(day).unwrap_err().is_outside_calendar());
    /// ```
    #[must_use]
    pub fn is_outside_calendar(&self) -> bool {
        matches!(*self.0, Kind::OutsideCalendar { .. } | Kind::CountLeavesCalendar { .. })
    }

    /// A bank holiday was to be taken from a day on which there is none.
    ///
    /// ```
    /// use iro_handbook::calendar::WorkingDays;
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let error = WorkingDays::england_and_wales().without_bank_holiday(day).unwrap_err();
    /// assert!(error.is_not_a_bank_holiday());
    /// ```
    #[must_use]
    pub fn is_not_a_bank_holiday(&self) -> bool {
        matches!(*self.0, Kind::NotABankHoliday { .. })
    }

    /// A year outside the years that something can have: a collection year, or the years of a
    /// calendar.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// assert!(CollectionYear::ending(201_819).unwrap_err().is_year_out_of_range());
    /// ```
    #[must_use]
    pub fn is_year_out_of_range(&self) -> bool {
        matches!(*self.0, Kind::YearOutOfRange { .. })
    }

    /// A date so far away that it cannot be represented.
    ///
    /// ```
    /// use iro_handbook::calendar::{Period, WorkingDays};
    /// use chrono::NaiveDate;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let error = Period::Months(1).after(NaiveDate::MAX, &calendar).unwrap_err();
    /// assert!(error.is_date_overflow());
    /// ```
    #[must_use]
    pub fn is_date_overflow(&self) -> bool {
        matches!(*self.0, Kind::DateOverflow { .. })
    }

    /// A record that contradicts itself, such as a period of care that ends before it begins.
    ///
    /// ```
    /// use iro_handbook::record::PeriodOfCare;
    /// use chrono::NaiveDate;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let care = PeriodOfCare::new(day(9)).with_ended(day(2));
    /// assert!(care.check().unwrap_err().is_contradiction());
    /// ```
    #[must_use]
    pub fn is_contradiction(&self) -> bool {
        matches!(*self.0, Kind::Contradiction { .. })
    }

    /// A code that is not in the code set of its field.
    ///
    /// ```
    /// let error = "PN9".parse::<iro_handbook::record::Participation>().unwrap_err();
    /// assert!(error.is_unknown_code());
    /// assert!(error.to_string().contains("PN9"));
    /// ```
    #[must_use]
    pub fn is_unknown_code(&self) -> bool {
        matches!(*self.0, Kind::UnknownCode { .. })
    }

    /// Two aggregates that answer different questions (another year, another day) were to be
    /// merged.
    ///
    /// ```
    /// use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    ///
    /// let a = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2025)?));
    /// let b = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert!(a.merge(b).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn is_mismatch(&self) -> bool {
        matches!(*self.0, Kind::Mismatch { .. })
    }

    /// Returns that cannot be read together: a year is missing or given twice, a return has no
    /// episodes, or the year or day asked about lies outside them.
    ///
    /// ```
    /// use iro_handbook::ssda903::Linked;
    ///
    /// let error = Linked::new(Vec::new()).unwrap_err();
    /// assert!(error.is_returns());
    /// ```
    #[cfg(feature = "ssda903")]
    #[must_use]
    pub fn is_returns(&self) -> bool {
        matches!(*self.0, Kind::Returns { .. })
    }
}

/// The beginning of a value: enough to find it, too short for a story.
pub(crate) fn short(value: &str) -> String {
    const LONGEST: usize = 20;
    value.chars().take(LONGEST).collect()
}

impl Error {
    /// Says of which larger record the record at fault is a part.
    pub(crate) fn in_record(mut self, outer: &str) -> Self {
        if let Kind::Contradiction { record, .. } = &mut *self.0 {
            *record = format!("{outer}, {record}");
        }
        self
    }
}

impl core::fmt::Debug for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self(Box::new(kind))
    }
}
