//! The corresponding date so many months on, by a table of months: the bulk path asks for millions.

use chrono::{Datelike, Months, NaiveDate};

/// The years of the table. Before and after them the date is worked out, with the same answer.
const FIRST_YEAR: i32 = 1990;
const YEARS: usize = 50;

static MONTHS: [Month; YEARS * 12] = table();

#[derive(Clone, Copy)]
struct Month {
    first: NaiveDate,
    /// The place of its first day in the year, from 1.
    ordinal: u32,
    /// The place of its last day in the month, from 0.
    last_day0: u32,
}

const fn table() -> [Month; YEARS * 12] {
    let mut months = [Month { first: NaiveDate::MIN, ordinal: 1, last_day0: 0 }; YEARS * 12];
    let (mut year, mut month, mut ordinal) = (FIRST_YEAR, 1, 1);
    let mut rest: &mut [Month] = &mut months;
    while let (Some((place, further)), Some(first)) =
        (rest.split_first_mut(), NaiveDate::from_ymd_opt(year, month, 1))
    {
        let last_day0 = match month {
            2 if first.leap_year() => 28,
            2 => 27,
            4 | 6 | 9 | 11 => 29,
            _ => 30,
        };
        *place = Month { first, ordinal, last_day0 };
        (month, ordinal) = (month.wrapping_add(1), last_day0.wrapping_add(ordinal).wrapping_add(1));
        if month > 12 {
            (year, month, ordinal) = (year.wrapping_add(1), 1, 1);
        }
        rest = further;
    }
    months
}

/// The day with the same number so many months on, or the last day of a month that has no such day;
/// `None` beyond all dates.
#[inline]
pub(super) fn months_after(day: NaiveDate, n: u16) -> Option<NaiveDate> {
    match by_table(day, n.into()) {
        None => day.checked_add_months(Months::new(n.into())),
        found => found,
    }
}

/// The same so many months back.
#[inline]
pub(super) fn months_before(day: NaiveDate, n: u16) -> Option<NaiveDate> {
    match by_table(day, i32::from(n).wrapping_neg()) {
        None => day.checked_sub_months(Months::new(n.into())),
        found => found,
    }
}

#[inline]
fn by_table(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    let months = day.year().wrapping_sub(FIRST_YEAR).wrapping_mul(12);
    let place = months.wrapping_add_unsigned(day.month0()).wrapping_add(n);
    let month = MONTHS.get(usize::try_from(place).ok()?)?;
    month.first.with_ordinal(day.day0().min(month.last_day0).wrapping_add(month.ordinal))
}
