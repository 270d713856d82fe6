//! What the benches share: generated children, laid out as a program that is in a hurry would.
#![allow(dead_code, reason = "each bench uses a part of it")]

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::*;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher};

#[path = "../../examples/common/synthetic/mod.rs"]
pub mod synthetic;

#[path = "../../examples/common/lean_store.rs"]
pub mod lean_store;

#[cfg(feature = "ssda903")]
pub mod returns;
mod whole;

/// Generated periods of care.
pub struct Periods(lean_store::LeanStore);

impl Periods {
    /// The periods of care of so many generated children, always the same.
    pub fn of(children: usize) -> Self {
        Self(synthetic::lean(synthetic::SEED, children).collect())
    }

    /// How many reviews there are.
    pub fn reviews(&self) -> usize {
        self.0.reviews()
    }

    /// Borrowed and checked, one by one.
    pub fn each(&self) -> impl Iterator<Item = PeriodOfCareRef<'_>> {
        self.0.each().map(Result::unwrap)
    }

    /// As whole records, one a period of care, and how many reviews they have.
    pub fn whole(&self) -> (Vec<CareRecord>, u64) {
        let calendar = WorkingDays::england_and_wales();
        let of = |(number, care)| whole::record(&calendar, number, care);
        let records: Vec<_> = (0..).zip(self.each()).map(of).collect();
        let periods = records.iter().flat_map(CareRecord::periods_of_care);
        let reviews = periods.map(|care| care.reviews().len() as u64).sum();
        (records, reviews)
    }

    /// Those that a clock of a few lines can follow: entry known, never placed for adoption.
    pub fn plain(&self) -> impl Iterator<Item = PeriodOfCareRef<'_>> {
        self.each().filter(|care| care.entry() == Entry::Known && care.adoption().is_empty())
    }
}

/// A date that exists.
pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The base line: the review clock as one writes it with chrono and nothing else.
pub struct PlainClock {
    /// Hashed without a random seed, so that every run executes the same instructions.
    bank_holidays: HashSet<NaiveDate, BuildHasherDefault<DefaultHasher>>,
}

impl PlainClock {
    /// With the bank holidays of a calendar.
    pub fn new(calendar: &WorkingDays) -> Self {
        Self { bank_holidays: calendar.bank_holidays().map(|holiday| holiday.date()).collect() }
    }

    /// So many working days later, day by day.
    pub fn working_days_after(&self, mut day: NaiveDate, n: u16) -> NaiveDate {
        let mut left = n;
        while left > 0 {
            day = day.succ_opt().unwrap();
            if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
                && !self.bank_holidays.contains(&day)
            {
                left -= 1;
            }
        }
        day
    }

    fn first_review_by(&self, began: NaiveDate) -> NaiveDate {
        if began >= date(2011, 4, 1) {
            self.working_days_after(began, 20)
        } else {
            began.checked_add_days(Days::new(28)).unwrap()
        }
    }

    /// How many reviews were held, and how many of them late, among those that `counts` picks.
    pub fn held_and_late(
        &self,
        care: PeriodOfCareRef<'_>,
        counts: impl Fn(NaiveDate) -> bool,
    ) -> (u64, u64) {
        let (mut held, mut late) = (0, 0);
        let mut due = self.first_review_by(care.began());
        let mut months = 3;
        for review in care.reviews() {
            let on = review.held_on();
            if counts(on) {
                held += 1;
                late += u64::from(on > due);
            }
            due = on.checked_add_months(Months::new(months)).unwrap();
            months = 6;
        }
        (held, late)
    }

    /// The same over many periods of care.
    pub fn of_all<'a>(
        &self,
        periods: impl IntoIterator<Item = PeriodOfCareRef<'a>>,
        counts: impl Fn(NaiveDate) -> bool,
    ) -> (u64, u64) {
        periods.into_iter().fold((0, 0), |sum, care| {
            let (held, late) = self.held_and_late(care, &counts);
            (sum.0 + held, sum.1 + late)
        })
    }
}

/// The year asked about: the last of the generated ones.
pub fn year() -> CollectionYear {
    CollectionYear::ending(2026).unwrap()
}
