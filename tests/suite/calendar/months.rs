//! Months, weeks and days against jiff, which clamps a month too short in the same way.
use chrono::{Datelike, NaiveDate};
use iro_handbook::calendar::{Period, WorkingDays};
use jiff::ToSpan;
use jiff::civil::Date;

use super::{date, days};

fn jiff(day: NaiveDate) -> Date {
    let small = |n: u32| i8::try_from(n).unwrap();
    Date::new(i16::try_from(day.year()).unwrap(), small(day.month()), small(day.day())).unwrap()
}

fn same(ours: NaiveDate, theirs: Date) -> bool {
    (ours.year(), ours.month() as i8, ours.day() as i8)
        == (i32::from(theirs.year()), theirs.month(), theirs.day())
}

#[test]
fn months_from_every_day() {
    let calendar = WorkingDays::england_and_wales();
    for day in days("1990-01-01", "2030-12-31") {
        let theirs = jiff(day);
        for n in 0..=12_u16 {
            let (after, before) = (
                Period::Months(n).after(day, &calendar).unwrap(),
                Period::Months(n).before(day, &calendar).unwrap(),
            );
            let span = i32::from(n).months();
            assert!(same(after, theirs.checked_add(span).unwrap()), "{n} months after {day}");
            assert!(same(before, theirs.checked_sub(span).unwrap()), "{n} months before {day}");
        }
    }
}

#[test]
fn weeks_and_days_from_every_day() {
    let calendar = WorkingDays::england_and_wales();
    for day in days("1990-01-01", "2030-12-31") {
        let theirs = jiff(day);
        for n in [0_u16, 1, 4, 6, 13, 52] {
            let span = i32::from(n).weeks();
            let after = Period::Weeks(n).after(day, &calendar).unwrap();
            let before = Period::Weeks(n).before(day, &calendar).unwrap();
            assert!(same(after, theirs.checked_add(span).unwrap()), "{n} weeks after {day}");
            assert!(same(before, theirs.checked_sub(span).unwrap()), "{n} weeks before {day}");
            assert_eq!((after.weekday(), before.weekday()), (day.weekday(), day.weekday()));
        }
        for n in [0_u16, 1, 17, 28, 42, 75, 366] {
            let span = i32::from(n).days();
            let after = Period::Days(n).after(day, &calendar).unwrap();
            let before = Period::Days(n).before(day, &calendar).unwrap();
            assert!(same(after, theirs.checked_add(span).unwrap()), "{n} days after {day}");
            assert!(same(before, theirs.checked_sub(span).unwrap()), "{n} days before {day}");
        }
    }
}

/// Months, weeks and days ask nothing of the calendar.
#[test]
fn years_without_bank_holidays() {
    let calendar = WorkingDays::england_and_wales();
    let day = date("1905-01-31");
    assert_eq!(Period::Months(1).after(day, &calendar).unwrap(), date("1905-02-28"));
    assert_eq!(Period::Weeks(1).before(day, &calendar).unwrap(), date("1905-01-24"));
    assert_eq!(Period::Days(1).after(date("2399-12-31"), &calendar).unwrap(), date("2400-01-01"));
}

/// The usual years are looked up in a table: there, at its ends and beyond, it agrees with chrono.
#[test]
fn the_table_agrees_with_chrono() {
    let calendar = WorkingDays::england_and_wales();
    let days = NaiveDate::from_ymd_opt(1987, 1, 1).unwrap().iter_days();
    for day in days.take_while(|day| day.year() < 2043) {
        for n in [0, 1, 3, 6, 12, 48] {
            let months = chrono::Months::new(n.into());
            assert_eq!(
                Period::Months(n).after(day, &calendar).ok(),
                day.checked_add_months(months),
                "{n} months after {day}"
            );
            assert_eq!(
                Period::Months(n).before(day, &calendar).ok(),
                day.checked_sub_months(months),
                "{n} months before {day}"
            );
        }
    }
}
