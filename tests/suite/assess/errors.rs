//! What cannot be counted is an error, and never a guess.

use super::{date, from};
use chrono::NaiveDate;
use iro_handbook::assess::{History, ReviewClock};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::{Entry, PeriodOfCare, Review};

fn clock(calendar: &WorkingDays, as_of: NaiveDate) -> ReviewClock<'_> {
    ReviewClock::new(calendar, as_of)
}

/// Twenty working days that run past the calendar's last day.
#[test]
fn outside_the_calendar() {
    let calendar = WorkingDays::england_and_wales();
    let as_of = date("2031-03-31");
    let first_due = |began: &str| clock(&calendar, as_of).first_review_due(date(began));
    assert_eq!(first_due("2030-12-01").unwrap(), date("2030-12-31"));
    let error = first_due("2030-12-02").unwrap_err();
    assert!(error.is_outside_calendar() && error.to_string().contains("2030-12-02"), "{error}");
    let care = PeriodOfCare::new(date("2030-12-02"));
    let error = care.review_duties(&calendar, as_of).unwrap_err();
    assert!(error.is_outside_calendar(), "{error}");
    // Where no working day has to be counted there is nothing to fail.
    let care = care.with_entry(Entry::NotKnown);
    assert_eq!(care.review_duties(&calendar, as_of).unwrap().count(), 1);
    // Nor where the period does not exist yet.
    let care = care.with_entry(Entry::Known);
    assert_eq!(care.review_duties(&calendar, date("2030-12-01")).unwrap().count(), 0);
    // Four weeks need no calendar, so long ago.
    assert_eq!(first_due("1960-02-01").unwrap(), date("1960-02-29"));
}

/// A day asked about from which not even a year can be counted.
#[test]
fn at_the_end_of_time() {
    let calendar = WorkingDays::england_and_wales();
    let care = PeriodOfCare::new(date("2017-09-04"));
    let late = |as_of| clock(&calendar, as_of).duties(care.view().unwrap()).map(Iterator::count);
    let last = NaiveDate::MAX.with_year_before();
    assert_eq!(late(last).unwrap(), 1);
    for as_of in [last.succ_opt().unwrap(), NaiveDate::MAX] {
        let error = late(as_of).unwrap_err();
        assert!(error.is_date_overflow(), "{error}");
    }
    // A review on the last day that can be asked about still starts a clock.
    let care = care.with_review(Review::new(last));
    let due = clock(&calendar, last).duties(care.view().unwrap()).unwrap().last().unwrap();
    assert_eq!(due.latest().last_day(), NaiveDate::from_ymd_opt(262_142, 3, 31).unwrap());
}

trait YearBefore {
    fn with_year_before(self) -> Self;
}

impl YearBefore for NaiveDate {
    fn with_year_before(self) -> Self {
        self - chrono::Months::new(12)
    }
}

/// A first day so late that nothing can be counted from it is refused; any other will do.
#[test]
fn odd_histories() {
    let calendar = WorkingDays::england_and_wales();
    let care = PeriodOfCare::new(date("2017-09-04")).with_review(Review::new(date("2017-10-02")));
    let never =
        clock(&calendar, date("2018-03-31")).with_history(History::CompleteFrom(NaiveDate::MAX));
    assert!(never.duties(care.view().unwrap()).unwrap_err().is_date_overflow());
    for (first_day, lines) in [
        (date("2100-01-01"), vec!["unknown cannot_tell"]),
        (NaiveDate::MIN, vec!["first met", "second not_met"]),
    ] {
        let clock = clock(&calendar, date("2018-03-31"));
        let duties = clock.with_history(History::CompleteFrom(first_day));
        let found: Vec<_> = duties
            .duties(care.view().unwrap())
            .unwrap()
            .map(|finding| format!("{} {}", finding.sequence(), finding.outcome().as_str()))
            .collect();
        assert_eq!(found, lines);
    }
}

/// The shortcut of a period of care asks the same.
#[test]
fn the_short_way_gives_the_same() {
    let calendar = WorkingDays::england_and_wales();
    let case = from("2017-04-03").reviews("2017-05-02").placed("2017-06-01");
    let short: Vec<_> = case.care.review_duties(&calendar, date("2018-03-31")).unwrap().collect();
    assert_eq!(short, case.findings());
    assert_eq!(short.len(), 3);
}

/// An iterator that has ended stays ended.
#[test]
fn the_end_is_the_end() {
    let calendar = WorkingDays::england_and_wales();
    let care = PeriodOfCare::new(date("2017-09-04"));
    let mut duties = care.review_duties(&calendar, date("2018-03-31")).unwrap();
    assert!(duties.next().is_some());
    assert!(duties.next().is_none() && duties.next().is_none());
}
