//! Which days are working days, and counting by them.

use std::sync::{Arc, LazyLock};

use chrono::{Datelike, NaiveDate, Weekday};

use super::Period;
use super::bank_holidays::{self, BankHoliday};
use crate::error::Kind;
use crate::{Error, Result};

/// The years covered from the outset. 1990 comes before everything a rule here counts from; past
/// 2030 too little is published for an answer to be more than a guess.
const YEARS: (i32, i32) = (1990, 2030);

/// How far the years can be extended. The first Monday in May became a bank holiday in 1978; the
/// end keeps a table small, and lies within the reckoning of Easter.
const YEARS_AT_MOST: (i32, i32) = (1978, 2199);

static ENGLAND_AND_WALES: LazyLock<WorkingDays> = LazyLock::new(|| {
    // The fallback is a calendar of no days, which answers every question with an error.
    let table = Table::of_years(YEARS.0, YEARS.1).unwrap_or_default();
    WorkingDays(Arc::new(table))
});

/// The working days of England and Wales in a range of years.
///
/// A working day is any day but a Saturday, a Sunday, Christmas Day, Good Friday and a bank holiday
/// in England and Wales under the Banking and Financial Dealings Act 1971 (Care Planning, Placement
/// and Case Review (England) Regulations 2010, SI 2010/959, regulation 2(1)).
///
/// A calendar is a table made once and shared: a clone costs next to nothing, and every count is a
/// look-up that takes the same time whatever the length. Outside its years a calendar answers with
/// an error, never with a guess. It does not change once made; the `with`, `without` and `through`
/// methods make another.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::WorkingDays;
///
/// let calendar = WorkingDays::england_and_wales();
/// let day = |m, d| NaiveDate::from_ymd_opt(2020, m, d).unwrap();
/// // In 2020 the early May holiday was moved from Monday the 4th to Friday the 8th.
/// assert!(calendar.is_working_day(day(5, 4))?);
/// assert!(!calendar.is_working_day(day(5, 8))?);
/// assert_eq!(calendar.add(day(4, 15), 20)?, day(5, 14));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct WorkingDays(Arc<Table>);

#[derive(Default, PartialEq, Eq)]
struct Table {
    first: NaiveDate,
    /// The number of the first day, for the look-ups.
    first_number: i32,
    last: NaiveDate,
    /// In order of date, one to a date.
    holidays: Vec<BankHoliday>,
    /// Every working day, in order.
    working: Vec<NaiveDate>,
    /// For every day from the first on, how many working days there are up to and including it:
    /// the place in `working` of the next working day.
    up_to: Vec<u32>,
}

impl Table {
    fn of_years(first: i32, last: i32) -> Option<Self> {
        let mut holidays = Vec::new();
        for year in first..=last {
            holidays.extend(bank_holidays::of_year(year)?);
        }
        let first = NaiveDate::from_ymd_opt(first, 1, 1)?;
        let last = NaiveDate::from_ymd_opt(last, 12, 31)?;
        Some(Self::new(first, last, holidays))
    }

    fn new(first: NaiveDate, last: NaiveDate, mut holidays: Vec<BankHoliday>) -> Self {
        holidays.sort_by_key(BankHoliday::date);
        let mut working = Vec::new();
        let mut up_to = Vec::new();
        let mut count = 0_u32;
        let mut upcoming = holidays.iter().map(BankHoliday::date).peekable();
        for day in first.iter_days().take_while(|day| *day <= last) {
            let holiday = upcoming.next_if_eq(&day).is_some();
            if !holiday && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                working.push(day);
                count = count.saturating_add(1);
            }
            up_to.push(count);
        }
        Self { first, first_number: first.num_days_from_ce(), last, holidays, working, up_to }
    }

    /// How many working days there are up to and including `date`; `None` outside the years.
    fn up_to(&self, date: NaiveDate) -> Option<u32> {
        let days = date.num_days_from_ce().checked_sub(self.first_number)?;
        self.up_to.get(usize::try_from(days).ok()?).copied()
    }

    fn working(&self, place: u32) -> Option<NaiveDate> {
        self.working.get(usize::try_from(place).ok()?).copied()
    }

    fn place_of_holiday(&self, date: NaiveDate) -> Result<usize, usize> {
        self.holidays.binary_search_by_key(&date, BankHoliday::date)
    }
}

impl WorkingDays {
    /// The working days of England and Wales from 1 January 1990 to 31 December 2030.
    ///
    /// The bank holidays of 2012 to 2028 are as the government published them; those of earlier
    /// years follow from the Act and the proclamations of the time; those of 2029 and 2030 follow
    /// from the standing rules and are not published yet. In any year to come a day can still be
    /// proclaimed, as on 10 days' notice in September 2022: see
    /// [`with_bank_holiday`](Self::with_bank_holiday).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// assert_eq!(calendar.first_day(), NaiveDate::from_ymd_opt(1990, 1, 1).unwrap());
    /// assert_eq!(calendar.last_day(), NaiveDate::from_ymd_opt(2030, 12, 31).unwrap());
    /// ```
    #[must_use]
    pub fn england_and_wales() -> Self {
        ENGLAND_AND_WALES.clone()
    }

    /// The first day covered, a 1 January.
    ///
    /// ```
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// assert_eq!(WorkingDays::england_and_wales().first_day().to_string(), "1990-01-01");
    /// ```
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.0.first
    }

    /// The last day covered, a 31 December.
    ///
    /// ```
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// assert_eq!(WorkingDays::england_and_wales().last_day().to_string(), "2030-12-31");
    /// ```
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.0.last
    }

    /// Whether `date` is a working day.
    ///
    /// # Errors
    ///
    /// [`is_outside_calendar`](Error::is_outside_calendar) if `date` is outside the years covered.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let good_friday = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
    /// assert!(!calendar.is_working_day(good_friday)?);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool> {
        Ok(self.before(date)? != self.up_to(date)?)
    }

    /// The holiday on `date`, if there is one and the date is in the years covered. It can be a
    /// Saturday or a Sunday: see [`BankHoliday::date`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = NaiveDate::from_ymd_opt(2023, 5, 8).unwrap();
    /// let occasion = calendar.bank_holiday(day).and_then(|holiday| holiday.occasion());
    /// assert_eq!(occasion, Some("Coronation of King Charles III"));
    /// ```
    #[must_use]
    pub fn bank_holiday(&self, date: NaiveDate) -> Option<&BankHoliday> {
        let place = self.0.place_of_holiday(date).ok()?;
        self.0.holidays.get(place)
    }

    /// Every holiday in the years covered, in order of date.
    ///
    /// ```
    /// use chrono::Datelike;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let in_2026 = calendar.bank_holidays().filter(|holiday| holiday.date().year() == 2026);
    /// // The usual eight, and Boxing Day twice: on its Saturday, and on the Monday for it.
    /// assert_eq!(in_2026.count(), 9);
    /// ```
    pub fn bank_holidays(&self) -> impl DoubleEndedIterator<Item = &BankHoliday> + Clone {
        self.0.holidays.iter()
    }

    /// The `n`-th working day after `date`.
    ///
    /// `date` itself is not counted, so from a day that is not a working day the count starts on
    /// the next one. Where `n` is 0 the answer is `date` itself, working day or not.
    ///
    /// # Errors
    ///
    /// [`is_outside_calendar`](Error::is_outside_calendar) if `date` or the answer is outside the
    /// years covered.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
    /// assert_eq!(calendar.add(day(3, 28), 1)?, day(4, 2)); // over Easter
    /// assert_eq!(calendar.add(day(3, 30), 1)?, day(4, 2)); // from its Saturday
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&self, date: NaiveDate, n: u16) -> Result<NaiveDate> {
        self.count_from(date, n).ok_or_else(|| self.cannot_add(date, n))
    }

    /// The same for the bulk path, without an error.
    #[inline]
    pub(super) fn count_from(&self, date: NaiveDate, n: u16) -> Option<NaiveDate> {
        let counted = self.0.up_to(date)?;
        match n.checked_sub(1) {
            Some(further) => self.0.working(counted.checked_add(further.into())?),
            None => Some(date),
        }
    }

    /// Why `n` working days after `date` cannot be counted.
    #[cold]
    pub(super) fn cannot_add(&self, date: NaiveDate, n: u16) -> Error {
        match self.up_to(date) {
            Ok(_) => self.left_by_counting(date, n, "after"),
            Err(outside) => outside,
        }
    }

    /// The `n`-th working day before `date`.
    ///
    /// `date` itself is not counted. Where `n` is 0 the answer is `date` itself, working day or
    /// not.
    ///
    /// # Errors
    ///
    /// [`is_outside_calendar`](Error::is_outside_calendar) if `date` or the answer is outside the
    /// years covered.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
    /// assert_eq!(calendar.subtract(day(4, 3), 3)?, day(3, 27));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn subtract(&self, date: NaiveDate, n: u16) -> Result<NaiveDate> {
        let before = self.before(date)?;
        if n == 0 {
            return Ok(date);
        }
        before
            .checked_sub(n.into())
            .and_then(|place| self.0.working(place))
            .ok_or_else(|| self.left_by_counting(date, n, "before"))
    }

    /// How many working days there are after `from`, up to and including `to`.
    ///
    /// Negative where `to` is the earlier of the two: exchanging them changes the sign and nothing
    /// else.
    ///
    /// # Errors
    ///
    /// [`is_outside_calendar`](Error::is_outside_calendar) if either day is outside the years
    /// covered.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
    /// assert_eq!(calendar.working_days_between(day(3, 1), day(4, 2))?, 20);
    /// assert_eq!(calendar.working_days_between(day(4, 2), day(3, 1))?, -20);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> Result<i64> {
        let (from, to) = (self.up_to(from)?, self.up_to(to)?);
        Ok(i64::from(to).saturating_sub(i64::from(from)))
    }

    /// A calendar that has this holiday too, such as one proclaimed since this version of the crate
    /// was made. It takes the place of any holiday on the same date, so that adding a day that the
    /// crate has come to know does no harm.
    ///
    /// # Errors
    ///
    /// [`is_outside_calendar`](Error::is_outside_calendar) if the holiday is outside the years
    /// covered.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Authority, BankHoliday, WorkingDays};
    ///
    /// let day = NaiveDate::from_ymd_opt(2029, 6, 15).unwrap();
    /// let calendar = WorkingDays::england_and_wales();
    /// assert!(calendar.is_working_day(day)?);
    /// let holiday = BankHoliday::new(day, "Special bank holiday", Authority::Proclaimed);
    /// let calendar = calendar.with_bank_holiday(holiday)?;
    /// assert!(!calendar.is_working_day(day)?);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn with_bank_holiday(&self, holiday: BankHoliday) -> Result<Self> {
        let date = holiday.date();
        self.up_to(date)?;
        let mut holidays = self.0.holidays.clone();
        holidays.retain(|other| other.date() != date);
        holidays.push(holiday);
        Ok(Self(Arc::new(Table::new(self.0.first, self.0.last, holidays))))
    }

    /// A calendar without the holiday on `date`, because a proclamation moved it. The day becomes a
    /// working day, unless it is a Saturday or a Sunday.
    ///
    /// # Errors
    ///
    /// [`is_outside_calendar`](Error::is_outside_calendar) if `date` is outside the years covered;
    /// [`is_not_a_bank_holiday`](Error::is_not_a_bank_holiday) if there is no holiday on it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Authority, BankHoliday, WorkingDays};
    ///
    /// // Were the early May holiday of 2029 moved by a day:
    /// let day = |d| NaiveDate::from_ymd_opt(2029, 5, d).unwrap();
    /// let moved = BankHoliday::new(day(8), "Early May bank holiday", Authority::Proclaimed)
    ///     .with_in_place_of(day(7));
    /// let calendar = WorkingDays::england_and_wales()
    ///     .without_bank_holiday(day(7))?
    ///     .with_bank_holiday(moved)?;
    /// assert!(calendar.is_working_day(day(7))?);
    /// assert!(!calendar.is_working_day(day(8))?);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn without_bank_holiday(&self, date: NaiveDate) -> Result<Self> {
        self.up_to(date)?;
        if self.0.place_of_holiday(date).is_err() {
            return Err(Kind::NotABankHoliday { date }.into());
        }
        let mut holidays = self.0.holidays.clone();
        holidays.retain(|holiday| holiday.date() != date);
        Ok(Self(Arc::new(Table::new(self.0.first, self.0.last, holidays))))
    }

    /// A calendar whose years reach to `year`, before or after; the same calendar if they do.
    ///
    /// The years that are new follow the standing rules: the Act, and the days that are proclaimed
    /// every year. A day added or moved for one year to come is not known, so whoever extends the
    /// calendar answers for there being none, or adds it. Days already added or taken away stay so.
    ///
    /// # Errors
    ///
    /// [`is_year_out_of_range`](Error::is_year_out_of_range) if `year` is not one of 1978, the first
    /// year with the bank holidays of today, to 2199.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales().through_year(2035)?;
    /// let easter_monday = NaiveDate::from_ymd_opt(2035, 3, 26).unwrap();
    /// assert!(!calendar.is_working_day(easter_monday)?);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn through_year(&self, year: i32) -> Result<Self> {
        let (earliest, latest) = YEARS_AT_MOST;
        let out_of_range = || {
            let what = "the years of a calendar of working days";
            Error::from(Kind::YearOutOfRange { what, year, first: earliest, last: latest })
        };
        if !(earliest..=latest).contains(&year) {
            return Err(out_of_range());
        }
        let (first, last) = (self.0.first.year(), self.0.last.year());
        if (first..=last).contains(&year) {
            return Ok(self.clone());
        }
        let mut all = Table::of_years(year.min(first), year.max(last)).ok_or_else(out_of_range)?;
        all.holidays.retain(|holiday| !(first..=last).contains(&holiday.date().year()));
        all.holidays.extend(self.0.holidays.iter().cloned());
        Ok(Self(Arc::new(Table::new(all.first, all.last, all.holidays))))
    }

    /// How many working days there are up to and including `date`.
    fn up_to(&self, date: NaiveDate) -> Result<u32> {
        let Table { first, last, .. } = *self.0;
        self.0.up_to(date).ok_or_else(|| Kind::OutsideCalendar { date, first, last }.into())
    }

    /// How many working days there are before `date`.
    fn before(&self, date: NaiveDate) -> Result<u32> {
        let up_to = self.up_to(date)?;
        let before = up_to.checked_sub(1).filter(|place| self.0.working(*place) == Some(date));
        Ok(before.unwrap_or(up_to))
    }

    fn left_by_counting(&self, date: NaiveDate, n: u16, direction: &'static str) -> Error {
        let Table { first, last, .. } = *self.0;
        let length = Period::WorkingDays(n).to_string();
        Kind::CountLeavesCalendar { date, length, direction, first, last }.into()
    }
}

/// The years alone: the table behind them is long.
impl core::fmt::Debug for WorkingDays {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "WorkingDays({} to {})", self.0.first, self.0.last)
    }
}
