//! One job, so many rounds of it, for counting instructions: `instructions JOB ROUNDS`.
//!
//! The count of two rounds less the count of one is that of a round alone, without start, generator
//! and calendar. The script `.ci/instructions` does this under valgrind and compares with
//! `benches/instructions.txt`. Without arguments, every job is run once.

mod common;

use common::returns::Files;
use common::{Periods, PlainClock, year};
use iro_handbook::assess::{Outcome, ReviewClock};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::PeriodOfCareRef;
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use std::hint::black_box;

const CHILDREN: usize = 10_000;
const JOBS: [(&str, Job); 4] =
    [("clock", clock), ("figures", figures), ("checked", checked), ("chrono", chrono)];
/// The children of the return.
const RETURNED: usize = 1_000;

type Job = fn(&WorkingDays, &Periods, &[PeriodOfCareRef<'_>]) -> u64;

fn clock(calendar: &WorkingDays, _: &Periods, periods: &[PeriodOfCareRef<'_>]) -> u64 {
    let clock = ReviewClock::new(calendar, year().end());
    let duties = periods.iter().flat_map(|care| clock.duties(*care).unwrap());
    duties.filter(|duty| duty.outcome() == Outcome::MetLate).count() as u64
}

fn figures(calendar: &WorkingDays, _: &Periods, periods: &[PeriodOfCareRef<'_>]) -> u64 {
    let mut figures = ReviewFigures::new(ReviewQuestion::new(year()));
    for care in periods {
        figures.add(calendar, *care).unwrap();
    }
    figures.held().all().total()
}

/// The same with the records checked as they are borrowed.
fn checked(calendar: &WorkingDays, store: &Periods, _: &[PeriodOfCareRef<'_>]) -> u64 {
    let mut figures = ReviewFigures::new(ReviewQuestion::new(year()));
    for care in store.each() {
        figures.add(calendar, care).unwrap();
    }
    figures.held().all().total()
}

/// The base line that the others are to be held against.
fn chrono(calendar: &WorkingDays, _: &Periods, periods: &[PeriodOfCareRef<'_>]) -> u64 {
    PlainClock::new(calendar).of_all(periods.iter().copied(), |_| true).1
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |name| arguments.first().is_none_or(|a| a.starts_with("--") || a == name);
    let rounds = arguments.get(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(1);

    let calendar = WorkingDays::england_and_wales();
    let periods = Periods::of(CHILDREN);
    let each: Vec<_> = periods.each().collect();
    for (name, job) in JOBS.into_iter().filter(|(name, _)| wanted(*name)) {
        let mut answer = 0;
        for _ in 0..rounds {
            answer = job(black_box(&calendar), black_box(&periods), black_box(&each));
        }
        assert!(answer > 0, "{name}");
        println!("{name}: {} reviews a round, answer {answer}", periods.reviews());
    }
    for (name, is_checked) in [("returns", false), ("returns-checked", true)] {
        if !wanted(name) {
            continue;
        }
        let files = Files::of(RETURNED);
        for _ in 0..rounds {
            let answer = black_box(&files).run(black_box(&calendar), is_checked);
            assert!(answer.held > 0 && (answer.no_code > 0) == is_checked, "{name}");
        }
        println!("{name}: {} bytes a round", files.bytes());
    }
}
