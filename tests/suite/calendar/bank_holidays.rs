//! The holidays against a list compiled from the published ones, against another crate, and Easter
//! against a third.
use std::collections::{BTreeMap, BTreeSet};

use bankholidays::uk::BankHoliday as _;
use chrono::{Datelike, NaiveDate, Weekday};
use iro_handbook::calendar::{Authority, WorkingDays};

use super::{date, days, rows};

fn on_weekdays(calendar: &WorkingDays) -> BTreeSet<NaiveDate> {
    let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    calendar.bank_holidays().map(|holiday| holiday.date()).filter(|day| !weekend(*day)).collect()
}

#[test]
fn every_listed_day_and_no_other() {
    let listed: BTreeMap<_, _> = rows(include_str!("../../data/calendar/bank_holidays_ew.csv"))
        .map(|row| (date(row[0]), (row[1], row[2])))
        .collect();
    assert_eq!(listed.len(), 335);
    let calendar = WorkingDays::england_and_wales();
    assert_eq!(on_weekdays(&calendar), listed.keys().copied().collect());

    for (day, (name, basis)) in listed {
        let holiday = calendar.bank_holiday(day).unwrap();
        let stem = ["Golden", "Diamond", "Platinum", "Royal", "Millennium", "State", "Coronation"]
            .iter()
            .find(|word| name.starts_with(*word));
        if stem.is_some() {
            assert_eq!(holiday.name(), "Special bank holiday", "{day}");
            assert!(holiday.occasion().is_some(), "{day}");
        } else {
            let stem = name.split(" (").next().unwrap();
            assert!(holiday.name().starts_with(stem), "{day}: {} for {name}", holiday.name());
        }
        let authority = match basis {
            "statute" => Authority::Statute,
            "common law" => Authority::CommonLaw,
            "proclamation" => Authority::Proclaimed,
            // The last Monday in May is listed in the Act, the first is not.
            "moved" if stem.is_none() && name.starts_with("Spring") => Authority::ProclaimedInstead,
            "moved" => Authority::Proclaimed,
            other => panic!("unknown basis {other}"),
        };
        assert_eq!(holiday.authority(), authority, "{day}");
    }
}

#[test]
fn every_day_as_another_crate_has_it() {
    let calendar = WorkingDays::england_and_wales();
    let holidays = on_weekdays(&calendar);
    for day in days("1990-01-01", "2030-12-31") {
        assert_eq!(holidays.contains(&day), day.is_bankholiday(), "{day}");
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let expected = !weekend && !day.is_bankholiday();
        assert_eq!(calendar.is_working_day(day).unwrap(), expected, "{day}");
    }
}

/// The same for all the years a calendar can have, but for the one royal wedding the other crate
/// does not reach back to.
#[test]
fn extended_years_as_another_crate_has_them() {
    let calendar =
        WorkingDays::england_and_wales().through_year(1978).unwrap().through_year(2199).unwrap();
    assert_eq!(calendar.first_day(), date("1978-01-01"));
    assert_eq!(calendar.last_day(), date("2199-12-31"));
    let holidays = on_weekdays(&calendar);
    for day in days("1978-01-01", "2199-12-31") {
        let expected = day.is_bankholiday() || day == date("1981-07-29");
        assert_eq!(holidays.contains(&day), expected, "{day}");
    }
}

#[test]
fn easter_by_another_reckoning() {
    let calendar =
        WorkingDays::england_and_wales().through_year(1978).unwrap().through_year(2199).unwrap();
    for year in 1978..=2199 {
        let easter = computus::gregorian(year).unwrap();
        let easter = NaiveDate::from_ymd_opt(year, easter.month, easter.day).unwrap();
        let named = |name: &str| {
            let mut found = calendar
                .bank_holidays()
                .filter(|holiday| holiday.date().year() == year && holiday.name() == name);
            let day = found.next().unwrap().date();
            assert!(found.next().is_none());
            day
        };
        assert_eq!(named("Good Friday"), easter - chrono::Days::new(2));
        assert_eq!(named("Easter Monday"), easter + chrono::Days::new(1));
    }
}

/// A holiday moved by proclamation leaves its old day a working day.
#[test]
fn days_moved_away_are_worked() {
    let calendar = WorkingDays::england_and_wales();
    for (from, to) in [
        ("1995-05-01", "1995-05-08"),
        ("2002-05-27", "2002-06-04"),
        ("2012-05-28", "2012-06-04"),
        ("2020-05-04", "2020-05-08"),
        ("2022-05-30", "2022-06-02"),
    ] {
        assert!(calendar.is_working_day(date(from)).unwrap(), "{from}");
        assert_eq!(calendar.bank_holiday(date(from)), None);
        let holiday = calendar.bank_holiday(date(to)).unwrap();
        assert_eq!(holiday.in_place_of(), Some(date(from)));
        assert!(holiday.occasion().is_some());
    }
}

/// Christmas in the seven ways it can fall.
#[test]
fn christmas_and_the_weekend() {
    let calendar = WorkingDays::england_and_wales();
    for (year, expected) in [
        (2017, "25 26"),    // Mon
        (2018, "25 26"),    // Tue
        (2019, "25 26"),    // Wed
        (2025, "25 26"),    // Thu
        (2026, "25 26 28"), // Fri: Boxing Day a Saturday, and Monday for it
        (2027, "25 27 28"), // Sat: 26 December is a Sunday, and so no bank holiday
        (2022, "25 26 27"), // Sun
    ] {
        let found: Vec<_> = calendar
            .bank_holidays()
            .map(|holiday| holiday.date())
            .filter(|day| (day.year(), day.month()) == (year, 12))
            .map(|day| day.day().to_string())
            .collect();
        assert_eq!(found.join(" "), expected, "{year}");
    }
}

#[test]
fn in_order_and_found_by_date() {
    let calendar = WorkingDays::england_and_wales();
    assert!(calendar.bank_holidays().is_sorted_by(|a, b| a.date() < b.date()));
    for holiday in calendar.bank_holidays() {
        assert_eq!(calendar.bank_holiday(holiday.date()), Some(holiday));
        assert!(!calendar.is_working_day(holiday.date()).unwrap());
    }
    assert_eq!(calendar.bank_holiday(date("2026-05-05")), None);
    assert_eq!(calendar.bank_holiday(date("2031-12-25")), None);
    assert_eq!(calendar.bank_holiday(NaiveDate::MAX), None);
}

#[test]
fn authorities_are_citations() {
    for authority in [Authority::Statute, Authority::Proclaimed, Authority::ProclaimedInstead] {
        assert!(authority.to_string().contains("Banking and Financial Dealings Act 1971, section"));
    }
    assert_eq!(Authority::CommonLaw.to_string(), "common law");
}
