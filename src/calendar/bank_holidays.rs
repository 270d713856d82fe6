//! The bank holidays of England and Wales: what they are, why they are, and in which years.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// What makes a day a holiday.
///
/// Written out with [`Display`](core::fmt::Display) it is a citation.
///
/// ```
/// use iro_handbook::calendar::Authority;
///
/// assert_eq!(
///     Authority::Statute.to_string(),
///     "Banking and Financial Dealings Act 1971, section 1(1) and Schedule 1, paragraph 1"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Authority {
    /// A day listed in the Banking and Financial Dealings Act 1971, Schedule 1, paragraph 1:
    /// Easter Monday, the last Mondays in May and August, 26 December if it is not a Sunday, and
    /// 27 December in a year in which 25 or 26 December is a Sunday.
    Statute,
    /// A day that a royal proclamation put in the place of one listed in the Act (section 1(2)),
    /// such as 2 June 2022 in place of the last Monday in May.
    ProclaimedInstead,
    /// A day appointed by royal proclamation (section 1(3)): every year New Year's Day or the
    /// Monday after it, and the first Monday in May; 28 December where Christmas or Boxing Day is
    /// lost to a weekend and the Act itself does not make up for it; and single occasions.
    Proclaimed,
    /// Good Friday and Christmas Day. They are holidays by common law rather than under the Act,
    /// which is why the definition of a working day in the regulations names the two of them.
    CommonLaw,
}

impl core::fmt::Display for Authority {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Statute => {
                "Banking and Financial Dealings Act 1971, section 1(1) and Schedule 1, paragraph 1"
            }
            Self::ProclaimedInstead => {
                "royal proclamation under the Banking and Financial Dealings Act 1971, section 1(2)"
            }
            Self::Proclaimed => {
                "royal proclamation under the Banking and Financial Dealings Act 1971, section 1(3)"
            }
            Self::CommonLaw => "common law",
        })
    }
}

/// One holiday on one date: its name, what makes it a holiday and, where it is out of the ordinary,
/// the occasion and the day in whose place it stands.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{Authority, WorkingDays};
///
/// let calendar = WorkingDays::england_and_wales();
/// let day = NaiveDate::from_ymd_opt(2022, 6, 2).unwrap();
/// let holiday = calendar.bank_holiday(day).unwrap();
/// assert_eq!(holiday.name(), "Spring bank holiday");
/// assert_eq!(holiday.authority(), Authority::ProclaimedInstead);
/// assert_eq!(holiday.in_place_of(), NaiveDate::from_ymd_opt(2022, 5, 30));
/// assert_eq!(holiday.occasion(), Some("Platinum Jubilee of Queen Elizabeth II"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct BankHoliday {
    date: NaiveDate,
    name: Cow<'static, str>,
    authority: Authority,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    in_place_of: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    occasion: Option<Cow<'static, str>>,
}

impl BankHoliday {
    /// A holiday on `date`. Meant for a day proclaimed after this version of the crate was made.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Authority, BankHoliday};
    ///
    /// let day = NaiveDate::from_ymd_opt(2029, 6, 15).unwrap();
    /// let holiday = BankHoliday::new(day, "Special bank holiday", Authority::Proclaimed);
    /// assert_eq!(holiday.date(), day);
    /// ```
    #[must_use]
    pub fn new(date: NaiveDate, name: impl Into<Cow<'static, str>>, authority: Authority) -> Self {
        Self { date, name: name.into(), authority, in_place_of: None, occasion: None }
    }

    /// The same holiday, marked as standing in the place of another day.
    ///
    /// This is a note for the reader. Whether the other day is a working day is for the calendar to
    /// say: see [`WorkingDays::without_bank_holiday`](super::WorkingDays::without_bank_holiday).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Authority, BankHoliday};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2029, 5, d).unwrap();
    /// let holiday = BankHoliday::new(day(8), "Early May bank holiday", Authority::Proclaimed)
    ///     .with_in_place_of(day(7));
    /// assert_eq!(holiday.in_place_of(), Some(day(7)));
    /// ```
    #[must_use]
    pub fn with_in_place_of(mut self, day: NaiveDate) -> Self {
        self.in_place_of = Some(day);
        self
    }

    /// The same holiday, with what it marks.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Authority, BankHoliday};
    ///
    /// let day = NaiveDate::from_ymd_opt(2029, 6, 15).unwrap();
    /// let holiday = BankHoliday::new(day, "Special bank holiday", Authority::Proclaimed)
    ///     .with_occasion("A national occasion");
    /// assert_eq!(holiday.occasion(), Some("A national occasion"));
    /// ```
    #[must_use]
    pub fn with_occasion(mut self, occasion: impl Into<Cow<'static, str>>) -> Self {
        self.occasion = Some(occasion.into());
        self
    }

    /// The day of the holiday. It can be a Saturday or a Sunday: Christmas Day always, Boxing Day
    /// on a Saturday. Such a day is no working day in any case.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let saturday = NaiveDate::from_ymd_opt(2026, 12, 26).unwrap();
    /// assert_eq!(calendar.bank_holiday(saturday).unwrap().date(), saturday);
    /// ```
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// What the holiday is called.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = NaiveDate::from_ymd_opt(2026, 12, 28).unwrap();
    /// assert_eq!(calendar.bank_holiday(day).unwrap().name(), "Boxing Day (substitute day)");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What makes the day a holiday.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{Authority, WorkingDays};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let good_friday = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
    /// assert_eq!(calendar.bank_holiday(good_friday).unwrap().authority(), Authority::CommonLaw);
    /// ```
    #[must_use]
    pub fn authority(&self) -> Authority {
        self.authority
    }

    /// The day in whose place this one stands: the weekend day it makes up for, or the day from
    /// which a proclamation moved the holiday.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = NaiveDate::from_ymd_opt(2020, 5, 8).unwrap();
    /// let usual = calendar.bank_holiday(day).unwrap().in_place_of();
    /// assert_eq!(usual, NaiveDate::from_ymd_opt(2020, 5, 4));
    /// ```
    #[must_use]
    pub fn in_place_of(&self) -> Option<NaiveDate> {
        self.in_place_of
    }

    /// What a holiday that was added or moved marked.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = NaiveDate::from_ymd_opt(2022, 9, 19).unwrap();
    /// let occasion = calendar.bank_holiday(day).unwrap().occasion();
    /// assert_eq!(occasion, Some("State funeral of Queen Elizabeth II"));
    /// ```
    #[must_use]
    pub fn occasion(&self) -> Option<&str> {
        self.occasion.as_deref()
    }
}

/// A change made for one year alone.
struct Change {
    /// Year, month and day of the day that became a holiday.
    day: (i32, u32, u32),
    /// Month and day of the same year's day that for it ceased to be one.
    moved_from: Option<(u32, u32)>,
    name: &'static str,
    authority: Authority,
    occasion: &'static str,
}

const fn added(day: (i32, u32, u32), occasion: &'static str) -> Change {
    let name = "Special bank holiday";
    Change { day, moved_from: None, name, authority: Authority::Proclaimed, occasion }
}

// The first Monday in May is not listed in the Act, so another day is simply appointed in its stead
// under section 1(3); the last Monday in May is listed, so it takes section 1(2) to move it.
const fn early_may(day: (i32, u32, u32), from: (u32, u32), occasion: &'static str) -> Change {
    let (moved_from, name) = (Some(from), EARLY_MAY);
    Change { day, moved_from, name, authority: Authority::Proclaimed, occasion }
}

const fn spring(day: (i32, u32, u32), from: (u32, u32), occasion: &'static str) -> Change {
    let (moved_from, name) = (Some(from), SPRING);
    Change { day, moved_from, name, authority: Authority::ProclaimedInstead, occasion }
}

const EARLY_MAY: &str = "Early May bank holiday";
const SPRING: &str = "Spring bank holiday";

/// Every change for one year since the first year a calendar can be extended to.
const CHANGES: [Change; 13] = [
    added((1981, 7, 29), "Wedding of the Prince of Wales and Lady Diana Spencer"),
    early_may((1995, 5, 8), (5, 1), "50th anniversary of VE Day"),
    added((1999, 12, 31), "Millennium"),
    added((2002, 6, 3), "Golden Jubilee of Queen Elizabeth II"),
    spring((2002, 6, 4), (5, 27), "Golden Jubilee of Queen Elizabeth II"),
    added((2011, 4, 29), "Wedding of Prince William and Catherine Middleton"),
    spring((2012, 6, 4), (5, 28), "Diamond Jubilee of Queen Elizabeth II"),
    added((2012, 6, 5), "Diamond Jubilee of Queen Elizabeth II"),
    early_may((2020, 5, 8), (5, 4), "75th anniversary of VE Day"),
    spring((2022, 6, 2), (5, 30), "Platinum Jubilee of Queen Elizabeth II"),
    added((2022, 6, 3), "Platinum Jubilee of Queen Elizabeth II"),
    added((2022, 9, 19), "State funeral of Queen Elizabeth II"),
    added((2023, 5, 8), "Coronation of King Charles III"),
];

/// The holidays of one year: by the standing rules, and with the changes made for that year alone.
/// In no particular order. `None` only where a date cannot be represented, which no year within the
/// bounds of a calendar comes near.
pub(super) fn of_year(year: i32) -> Option<Vec<BankHoliday>> {
    let mut holidays = by_the_standing_rules(year)?;
    for change in CHANGES.iter().filter(|change| change.day.0 == year) {
        let (_, month, day) = change.day;
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        let mut holiday =
            BankHoliday::new(date, change.name, change.authority).with_occasion(change.occasion);
        if let Some((month, day)) = change.moved_from {
            let from = NaiveDate::from_ymd_opt(year, month, day)?;
            holidays.retain(|other| other.date != from);
            holiday = holiday.with_in_place_of(from);
        }
        holidays.push(holiday);
    }
    Some(holidays)
}

fn by_the_standing_rules(year: i32) -> Option<Vec<BankHoliday>> {
    use Authority::{CommonLaw, Proclaimed, Statute};
    let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let last_monday = |month| {
        NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 5)
            .or_else(|| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 4))
    };
    let easter = easter_sunday(year)?;
    let (christmas, boxing) = (on(12, 25)?, on(12, 26)?);

    let mut holidays = vec![
        new_years_day(on(1, 1)?)?,
        BankHoliday::new(easter.checked_sub_days(Days::new(2))?, "Good Friday", CommonLaw),
        BankHoliday::new(easter.checked_add_days(Days::new(1))?, "Easter Monday", Statute),
        BankHoliday::new(
            NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 1)?,
            EARLY_MAY,
            Proclaimed,
        ),
        BankHoliday::new(last_monday(5)?, SPRING, Statute),
        BankHoliday::new(last_monday(8)?, "Summer bank holiday", Statute),
        BankHoliday::new(christmas, "Christmas Day", CommonLaw),
    ];
    if boxing.weekday() != Weekday::Sun {
        holidays.push(BankHoliday::new(boxing, "Boxing Day", Statute));
    }
    // The Act gives 27 December whenever one of the two days is a Sunday. A day lost to a Saturday
    // it leaves to a proclamation, which has appointed 28 December each time: with 25 December a
    // Saturday that makes both the 27th and the 28th, with 26 December a Saturday the 28th alone.
    let christmas_lost = matches!(christmas.weekday(), Weekday::Sat | Weekday::Sun);
    let boxing_lost = matches!(boxing.weekday(), Weekday::Sat | Weekday::Sun);
    if christmas_lost {
        let name = "Christmas Day (substitute day)";
        holidays.push(BankHoliday::new(on(12, 27)?, name, Statute).with_in_place_of(christmas));
    }
    if boxing_lost {
        let name = "Boxing Day (substitute day)";
        holidays.push(BankHoliday::new(on(12, 28)?, name, Proclaimed).with_in_place_of(boxing));
    }
    Some(holidays)
}

/// New Year's Day is proclaimed for the day itself, or for the Monday after it where it falls on a
/// weekend; 1 January is then not a bank holiday at all.
fn new_years_day(first: NaiveDate) -> Option<BankHoliday> {
    let put_off = match first.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => {
            return Some(BankHoliday::new(first, "New Year's Day", Authority::Proclaimed));
        }
    };
    let monday = first.checked_add_days(Days::new(put_off))?;
    let name = "New Year's Day (substitute day)";
    Some(BankHoliday::new(monday, name, Authority::Proclaimed).with_in_place_of(first))
}

/// Easter Sunday by the Gregorian reckoning, for the years 1900 to 2199 alone: in those three
/// centuries the tables of the moon stay put. Of the 19 years of its cycle, one would have its full
/// moon on 19 April, which the reckoning does not allow, and one on the 18th: each has it a day
/// earlier.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let place_in_cycle = u64::try_from(year.rem_euclid(19)).ok()?;
    let days_after_the_equinox = match place_in_cycle.checked_mul(19)?.checked_add(24)? % 30 {
        late @ (28 | 29) => late.checked_sub(1)?,
        days => days,
    };
    let full_moon = NaiveDate::from_ymd_opt(year, 3, 21)?
        .checked_add_days(Days::new(days_after_the_equinox))?;
    // The Sunday after the full moon, a week later if the moon itself is full on a Sunday.
    let to_sunday = 7_u32.checked_sub(full_moon.weekday().num_days_from_sunday())?;
    full_moon.checked_add_days(Days::new(u64::from(to_sunday)))
}
