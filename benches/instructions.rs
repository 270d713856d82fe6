//! One job, so many rounds of it, for counting instructions: `instructions JOB ROUNDS`.
//!
//! The count of two rounds less the count of one is that of a round alone, without start, generator
//! and calendar. The script `.ci/instructions` does this under valgrind and compares with
//! `benches/instructions.txt`. Without arguments, every job is run once.

mod common;

use common::returns::Files;
use common::{Periods, PlainClock, year};
use iro_handbook::assess::{Assessor, Outcome, ReviewClock};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::{CareRecord, PeriodOfCareRef};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use std::hint::black_box;

/// How many children the lean jobs are about; and how many the one on whole records.
const CHILDREN: usize = 10_000;
/// The children of the return.
const RETURNED: usize = 1_000;
const WITH_WHOLE_RECORDS: usize = 1_000;
const JOBS: [(&str, Job); 5] = [
    ("clock", clock),
    ("figures", figures),
    ("checked", checked),
    ("every-rule", every_rule),
    ("chrono", chrono),
];

type Job = fn(&Given<'_>) -> u64;

/// What the jobs are done on.
struct Given<'a> {
    calendar: &'a WorkingDays,
    store: &'a Periods,
    periods: Vec<PeriodOfCareRef<'a>>,
    records: Vec<CareRecord>,
}

fn clock(given: &Given<'_>) -> u64 {
    let clock = ReviewClock::new(given.calendar, year().end());
    let duties = given.periods.iter().flat_map(|care| clock.duties(*care).unwrap());
    duties.filter(|duty| duty.outcome() == Outcome::MetLate).count() as u64
}

fn figures(given: &Given<'_>) -> u64 {
    let mut figures = ReviewFigures::new(ReviewQuestion::new(year()));
    for care in &given.periods {
        figures.add(given.calendar, *care).unwrap();
    }
    figures.held().all().total()
}

/// The same with the records checked as they are borrowed.
fn checked(given: &Given<'_>) -> u64 {
    let mut figures = ReviewFigures::new(ReviewQuestion::new(year()));
    for care in given.store.each() {
        figures.add(given.calendar, care).unwrap();
    }
    figures.held().all().total()
}

/// Every rule of every family: how many duties were met.
fn every_rule(given: &Given<'_>) -> u64 {
    let assessor = Assessor::new(given.calendar, year().end());
    let mut met = 0;
    for record in &given.records {
        assessor.for_each(record, |finding| met += u64::from(finding.outcome().is_met())).unwrap();
    }
    met
}

/// The base line that the others are to be held against.
fn chrono(given: &Given<'_>) -> u64 {
    PlainClock::new(given.calendar).of_all(given.periods.iter().copied(), |_| true).1
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |name| arguments.first().is_none_or(|a| a.starts_with("--") || a == name);
    let rounds = arguments.get(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(1);

    let calendar = WorkingDays::england_and_wales();
    let store = Periods::of(CHILDREN);
    let (records, whole) = if wanted("every-rule") {
        Periods::of(WITH_WHOLE_RECORDS).whole()
    } else {
        (Vec::new(), 0)
    };
    let given =
        Given { calendar: &calendar, store: &store, periods: store.each().collect(), records };
    for (name, job) in JOBS.into_iter().filter(|(name, _)| wanted(name)) {
        let reviews = if name == "every-rule" { whole } else { store.reviews() as u64 };
        let mut answer = 0;
        for _ in 0..rounds {
            answer = job(black_box(&given));
        }
        assert!(answer > 0, "{name}");
        println!("{name}: {reviews} reviews a round, answer {answer}");
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
