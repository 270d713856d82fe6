//! Where there is no answer, an error says so, and nothing panics.
use chrono::NaiveDate;
use iro_handbook::calendar::{CollectionYear, Deadline, Period, WorkingDays};

use super::date;

#[test]
fn days_outside_the_years() {
    let calendar = WorkingDays::england_and_wales();
    let inside = date("2026-03-02");
    for outside in [date("1989-12-31"), date("2031-01-01"), NaiveDate::MIN, NaiveDate::MAX] {
        for error in [
            calendar.is_working_day(outside).unwrap_err(),
            calendar.add(outside, 0).unwrap_err(),
            calendar.add(outside, 1).unwrap_err(),
            calendar.add(outside, u16::MAX).unwrap_err(),
            calendar.subtract(outside, 0).unwrap_err(),
            calendar.subtract(outside, 1).unwrap_err(),
            calendar.subtract(outside, u16::MAX).unwrap_err(),
            calendar.working_days_between(outside, inside).unwrap_err(),
            calendar.working_days_between(inside, outside).unwrap_err(),
            calendar.without_bank_holiday(outside).unwrap_err(),
            Period::WorkingDays(5).after(outside, &calendar).unwrap_err(),
            Period::WorkingDays(5).before(outside, &calendar).unwrap_err(),
            Deadline::after(outside, Period::WorkingDays(5), &calendar).unwrap_err(),
            Deadline::before(outside, Period::WorkingDays(5), &calendar).unwrap_err(),
        ] {
            assert!(error.is_outside_calendar(), "{error}");
            assert!(error.to_string().contains(&outside.to_string()), "{error}");
            assert!(error.to_string().contains("1990-01-01 to 2030-12-31"), "{error}");
        }
    }
}

#[test]
fn the_first_and_the_last_day_have_answers() {
    let calendar = WorkingDays::england_and_wales();
    let (first, last) = (date("1990-01-01"), date("2030-12-31"));
    assert!(!calendar.is_working_day(first).unwrap()); // New Year's Day
    assert!(calendar.is_working_day(last).unwrap()); // a Tuesday
    assert_eq!(calendar.add(first, 1).unwrap(), date("1990-01-02"));
    assert_eq!(calendar.add(date("2030-12-30"), 1).unwrap(), last);
    assert_eq!(calendar.subtract(last, 1).unwrap(), date("2030-12-30"));
    assert_eq!(calendar.subtract(date("1990-01-03"), 1).unwrap(), date("1990-01-02"));
}

/// Counting out of the years is an error that names where the count began and how far it went.
#[test]
fn counts_that_leave_the_years() {
    let calendar = WorkingDays::england_and_wales();
    let after = calendar.add(date("2030-12-30"), 2).unwrap_err();
    let before = calendar.subtract(date("1990-01-03"), 2).unwrap_err();
    assert!(after.is_outside_calendar() && before.is_outside_calendar());
    assert!(after.to_string().starts_with("2 working days after 2030-12-30 is outside"));
    assert!(before.to_string().starts_with("2 working days before 1990-01-03 is outside"));
    assert!(calendar.add(date("1990-01-01"), u16::MAX).unwrap_err().is_outside_calendar());
    assert!(calendar.subtract(date("1990-01-01"), 1).unwrap_err().is_outside_calendar());
}

#[test]
fn dates_that_cannot_be_represented() {
    let calendar = WorkingDays::england_and_wales();
    for period in [Period::Days(1), Period::Weeks(1), Period::Months(1), Period::Months(u16::MAX)] {
        let after = period.after(NaiveDate::MAX, &calendar).unwrap_err();
        let before = period.before(NaiveDate::MIN, &calendar).unwrap_err();
        assert!(after.is_date_overflow() && before.is_date_overflow());
        assert!(after.to_string().contains(&period.to_string()), "{after}");
    }
    for period in [Period::Days(0), Period::Weeks(0), Period::Months(0)] {
        assert_eq!(period.after(NaiveDate::MAX, &calendar).unwrap(), NaiveDate::MAX);
        assert_eq!(period.before(NaiveDate::MIN, &calendar).unwrap(), NaiveDate::MIN);
    }
}

#[test]
fn years_that_nothing_reaches() {
    let calendar = WorkingDays::england_and_wales();
    for year in [1977, 2200, 0, i32::MIN, i32::MAX] {
        let error = calendar.through_year(year).unwrap_err();
        assert!(error.is_year_out_of_range(), "{error}");
        assert!(error.to_string().contains(&year.to_string()), "{error}");
    }
    for year in [1899, 2200, 18, -1, i32::MIN, i32::MAX] {
        let error = CollectionYear::ending(year).unwrap_err();
        assert!(error.is_year_out_of_range(), "{error}");
        assert!(error.to_string().contains(&year.to_string()), "{error}");
    }
    for day in [NaiveDate::MIN, NaiveDate::MAX, date("1899-03-31"), date("2199-04-01")] {
        assert!(CollectionYear::containing(day).unwrap_err().is_year_out_of_range());
    }
}
