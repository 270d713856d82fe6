//! A twin that walks from day to day, with the other crate's holidays, for every day of the years.
use bankholidays::uk::BankHoliday as _;
use chrono::{Datelike, NaiveDate, Weekday};
use iro_handbook::calendar::WorkingDays;
use proptest::prelude::*;

use super::{date, days};

const FIRST: &str = "1990-01-01";
const LAST: &str = "2030-12-31";

fn works(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !day.is_bankholiday()
}

/// Whether each day works, asked once.
struct Twin {
    days: Vec<(NaiveDate, bool)>,
}

impl Twin {
    fn new() -> Self {
        Self { days: days(FIRST, LAST).map(|day| (day, works(day))).collect() }
    }

    /// The working days after a place, one by one.
    fn after(&self, place: usize) -> impl Iterator<Item = NaiveDate> {
        self.days[place + 1..].iter().filter(|(_, works)| *works).map(|(day, _)| *day)
    }

    fn before(&self, place: usize) -> impl Iterator<Item = NaiveDate> {
        self.days[..place].iter().rev().filter(|(_, works)| *works).map(|(day, _)| *day)
    }
}

#[test]
fn every_day_and_every_short_length() {
    let (twin, calendar) = (Twin::new(), WorkingDays::england_and_wales());
    for (place, (day, _)) in twin.days.iter().enumerate() {
        assert_eq!(calendar.add(*day, 0).unwrap(), *day);
        assert_eq!(calendar.subtract(*day, 0).unwrap(), *day);
        let (mut after, mut before) = (twin.after(place), twin.before(place));
        for n in 1..=60 {
            assert_eq!(calendar.add(*day, n).ok(), after.next(), "{n} after {day}");
            assert_eq!(calendar.subtract(*day, n).ok(), before.next(), "{n} before {day}");
        }
    }
}

#[test]
fn long_lengths() {
    let (twin, calendar) = (Twin::new(), WorkingDays::england_and_wales());
    for (place, (day, _)) in twin.days.iter().enumerate().step_by(397) {
        for n in [61, 250, 1000, 5000, 10_000, 10_400, u16::MAX] {
            let (after, before) = (calendar.add(*day, n), calendar.subtract(*day, n));
            assert_eq!(after.ok(), twin.after(place).nth(usize::from(n) - 1), "{n} after {day}");
            assert_eq!(before.ok(), twin.before(place).nth(usize::from(n) - 1), "{n} before {day}");
        }
    }
}

#[test]
fn between_every_day_and_the_first() {
    let (twin, calendar) = (Twin::new(), WorkingDays::england_and_wales());
    let mut passed = 0;
    for (place, (day, works)) in twin.days.iter().enumerate() {
        passed += i64::from(place > 0 && *works);
        assert_eq!(calendar.working_days_between(date(FIRST), *day).unwrap(), passed);
        assert_eq!(calendar.working_days_between(*day, date(FIRST)).unwrap(), -passed);
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..14_975_u64).prop_map(|n| date(FIRST) + chrono::Days::new(n))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn between_is_a_count(a in any_day(), b in any_day()) {
        let calendar = WorkingDays::england_and_wales();
        let (low, high) = (a.min(b), a.max(b));
        let counted = low.iter_days().skip(1).take_while(|d| *d <= high).filter(|d| works(*d));
        let counted = i64::try_from(counted.count()).unwrap();
        let expected = if a <= b { counted } else { -counted };
        prop_assert_eq!(calendar.working_days_between(a, b).unwrap(), expected);
    }

    #[test]
    fn adding_and_counting_agree(day in any_day(), n in 1_u16..400) {
        let calendar = WorkingDays::england_and_wales();
        if let Ok(later) = calendar.add(day, n) {
            prop_assert!(later > day && works(later));
            prop_assert_eq!(calendar.working_days_between(day, later).unwrap(), i64::from(n));
            if works(day) {
                prop_assert_eq!(calendar.subtract(later, n).unwrap(), day);
            }
        }
    }

    #[test]
    fn one_step_after_another(day in any_day(), n in 0_u16..400, m in 0_u16..400) {
        let calendar = WorkingDays::england_and_wales();
        let steps = calendar.add(day, n).and_then(|day| calendar.add(day, m));
        prop_assert_eq!(steps.ok(), calendar.add(day, n + m).ok());
    }
}
