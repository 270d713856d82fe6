//! Dates, counted the slow and obvious way: day by day, and month by month.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A date that is known to exist.
pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date of the plan exists")
}

/// So many days later (earlier when negative).
pub fn plus(from: NaiveDate, days: i64) -> NaiveDate {
    if days < 0 { from - Days::new(days.unsigned_abs()) } else { from + Days::new(days as u64) }
}

/// The same-numbered day so many months on; where that month is too short, its last day.
pub fn months_after(from: NaiveDate, months: u32) -> NaiveDate {
    let month = from.month0() + months;
    let (year, month) = (from.year() + (month / 12) as i32, month % 12 + 1);
    (28..=from.day())
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .unwrap_or_else(|| date(year, month, from.day()))
}

/// The birthday of an age. Births on 29 February are not drawn.
pub fn birthday(born: NaiveDate, age: i32) -> NaiveDate {
    date(born.year() + age, born.month(), born.day())
}

/// A working day in England, by the `bankholidays` crate: an oracle this project did not write.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !bankholidays::uk::is_bankholiday(&day)
}

/// The last day for the first review of a child who came into care on `began`.
pub fn first_review_by(began: NaiveDate) -> NaiveDate {
    if began < date(2011, 4, 1) {
        return plus(began, 28);
    }
    let mut day = began;
    let mut left = 20;
    while left > 0 {
        day = plus(day, 1);
        if is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// As the return writes it.
pub fn uk(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}
