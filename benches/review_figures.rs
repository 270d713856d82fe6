//! Speed: the clock and the figures of a year over generated children, beside a base line of plain
//! chrono, and sums of months and working days beside chrono, jiff and bdays.
//!
//! Every bench is called job/size/variant, and its rate is in reviews (or days counted from) a second.
//! Before anything is timed, the variants of a job have given the same answer.

mod common;

use bdays::HolidayCalendar;
use chrono::{Datelike, Months, NaiveDate};
use common::{Periods, PlainClock, date, year};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use iro_handbook::assess::{Assessor, Outcome, ReviewClock};
use iro_handbook::calendar::{Period, WorkingDays};
use iro_handbook::record::{CareRecord, PeriodOfCareRef};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use rayon::prelude::*;
use std::hint::black_box;

const SIZES: [usize; 2] = [1_000, 100_000];

/// How many reviews the clock finds to have been answered, and how many of them late.
fn clock_alone(calendar: &WorkingDays, periods: &[PeriodOfCareRef<'_>]) -> (u64, u64) {
    let clock = ReviewClock::new(calendar, year().end());
    let (mut held, mut late) = (0, 0);
    for care in periods {
        for duty in clock.duties(*care).unwrap() {
            held += u64::from(duty.answer().is_some());
            late += u64::from(duty.outcome() == Outcome::MetLate);
        }
    }
    (held, late)
}

fn figures<'a>(
    calendar: &WorkingDays,
    periods: impl IntoIterator<Item = PeriodOfCareRef<'a>>,
) -> ReviewFigures {
    let mut figures = ReviewFigures::new(ReviewQuestion::new(year()));
    for care in periods {
        figures.add(calendar, care).unwrap();
    }
    figures
}

fn review_clock(c: &mut Criterion) {
    let calendar = WorkingDays::england_and_wales();
    let base_line = PlainClock::new(&calendar);
    for size in SIZES {
        let periods = Periods::of(size);
        let plain: Vec<_> = periods.plain().collect();
        let answer = clock_alone(&calendar, &plain);
        assert_eq!(answer, base_line.of_all(plain.iter().copied(), |_| true));
        assert!(answer.1 > 0, "some are late");

        let mut group = c.benchmark_group(format!("clock/{size}"));
        group.throughput(Throughput::Elements(answer.0));
        group.bench_function("handbook", |b| {
            b.iter(|| assert_eq!(clock_alone(&calendar, black_box(&plain)), answer));
        });
        group.bench_function("chrono", |b| {
            b.iter(|| {
                let periods = black_box(&plain).iter().copied();
                assert_eq!(base_line.of_all(periods, |_| true), answer);
            });
        });
        group.finish();
    }
}

fn review_figures(c: &mut Criterion) {
    let calendar = WorkingDays::england_and_wales();
    let base_line = PlainClock::new(&calendar);
    let in_year = |on| year().contains(on);
    for size in SIZES {
        let periods = Periods::of(size);
        let plain: Vec<_> = periods.plain().collect();
        let all: Vec<_> = periods.each().collect();
        let held = figures(&calendar, plain.iter().copied()).held().all();
        assert_eq!((held.total(), held.late()), base_line.of_all(plain.iter().copied(), in_year));
        let answer = figures(&calendar, all.iter().copied());
        let reviews = all.iter().flat_map(|care| care.reviews());
        let planted = reviews.filter(|review| in_year(review.held_on())).count();
        assert_eq!(answer.held().all().total(), planted as u64);

        let mut group = c.benchmark_group(format!("figures/{size}"));
        group.throughput(Throughput::Elements(periods.reviews() as u64));
        group.bench_function("handbook", |b| {
            b.iter(|| assert_eq!(figures(&calendar, black_box(&all).iter().copied()), answer));
        });
        // The records are checked as they are borrowed: order, doubles, days outside the period.
        group.bench_function("handbook-checked", |b| {
            b.iter(|| assert_eq!(figures(&calendar, black_box(&periods).each()), answer));
        });
        group.finish();
    }
}

/// Every rule of every family on whole records, beside the review clock on the same ones.
fn duties(c: &mut Criterion) {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, year().end());
    let clock = ReviewClock::new(&calendar, year().end());
    for size in [1_000, 10_000] {
        let (records, reviews) = Periods::of(size).whole();
        let every_rule = |records: &[CareRecord]| {
            let mut findings = 0_u64;
            for record in records {
                assessor.for_each(record, |_| findings += 1).unwrap();
            }
            findings
        };
        let clock_alone = |records: &[CareRecord]| -> u64 {
            let periods = records.iter().flat_map(CareRecord::periods_of_care);
            let duties = periods.map(|care| {
                clock.duties(care.period_of_care().view().unwrap()).unwrap().count() as u64
            });
            duties.sum()
        };
        let answers = (every_rule(&records), clock_alone(&records));
        assert!(answers.1 >= reviews && answers.0 > 10 * answers.1, "{answers:?}");

        let mut group = c.benchmark_group(format!("duties/{size}"));
        group.throughput(Throughput::Elements(reviews));
        group.bench_function("every-rule", |b| {
            b.iter(|| assert_eq!(every_rule(black_box(&records)), answers.0));
        });
        group.bench_function("clock", |b| {
            b.iter(|| assert_eq!(clock_alone(black_box(&records)), answers.1));
        });
        group.finish();
    }
}

/// Every day of twenty years.
fn days() -> Vec<NaiveDate> {
    date(2005, 1, 1).iter_days().take_while(|day| day.year() < 2025).collect()
}

fn calendar_sums(c: &mut Criterion) {
    let calendar = WorkingDays::england_and_wales();
    let base_line = PlainClock::new(&calendar);
    let days = days();
    let elements = Throughput::Elements(days.len() as u64);
    // The sum of all answers, so that each is worked out and none is kept.
    let total = |after: &dyn Fn(NaiveDate) -> NaiveDate| -> i64 {
        days.iter().map(|day| i64::from(after(*day).num_days_from_ce())).sum()
    };

    let mut group = c.benchmark_group(format!("six-months/{}", days.len()));
    group.throughput(elements.clone());
    let handbook = |day| Period::Months(6).after(day, &calendar).unwrap();
    let chrono = |day: NaiveDate| day.checked_add_months(Months::new(6)).unwrap();
    let answer = total(&handbook);
    assert_eq!(total(&chrono), answer);
    let civil: Vec<_> = days
        .iter()
        .map(|day| jiff::civil::date(day.year() as i16, day.month() as i8, day.day() as i8))
        .collect();
    let jiff_total = || {
        let six_months = jiff::Span::new().months(6);
        let epoch = jiff::civil::date(1, 1, 1);
        let sum: i64 = civil
            .iter()
            .map(|day| {
                day.checked_add(six_months).unwrap().duration_since(epoch).as_hours() / 24 + 1
            })
            .sum();
        sum
    };
    assert_eq!(jiff_total(), answer);
    group
        .bench_function("handbook", |b| b.iter(|| assert_eq!(total(black_box(&handbook)), answer)));
    group.bench_function("chrono", |b| b.iter(|| assert_eq!(total(black_box(&chrono)), answer)));
    group.bench_function("jiff", |b| b.iter(|| assert_eq!(jiff_total(), answer)));
    group.finish();

    let mut group = c.benchmark_group(format!("twenty-working-days/{}", days.len()));
    group.throughput(elements);
    let handbook = |day| calendar.add(day, 20).unwrap();
    let chrono = |day| base_line.working_days_after(day, 20);
    let answer = total(&handbook);
    assert_eq!(total(&chrono), answer);
    group
        .bench_function("handbook", |b| b.iter(|| assert_eq!(total(black_box(&handbook)), answer)));
    group.bench_function("chrono-loop", |b| {
        b.iter(|| assert_eq!(total(black_box(&chrono)), answer))
    });
    // That crate's own table, with our holidays. From a day of rest it first moves to the next working day.
    let first = calendar.first_day();
    let table =
        bdays::HolidayCalendarCache::new(OurHolidays(&calendar), first, calendar.last_day());
    let bdays = |day| table.advance_bdays(day, if table.is_bday(day) { 20 } else { 19 });
    assert_eq!(total(&bdays), answer);
    group.bench_function("bdays", |b| b.iter(|| assert_eq!(total(black_box(&bdays)), answer)));
    group.finish();
}

struct OurHolidays<'c>(&'c WorkingDays);

impl HolidayCalendar<NaiveDate> for OurHolidays<'_> {
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.0.bank_holiday(date).is_some()
    }
}

/// A child's record changes: what it was counted as is taken out, and what it is now is put in.
fn incremental(c: &mut Criterion) {
    let calendar = WorkingDays::england_and_wales();
    for size in SIZES {
        let periods = Periods::of(size);
        let all: Vec<_> = periods.each().collect();
        let whole = figures(&calendar, all.iter().copied());
        let contributions: Vec<_> = all.iter().map(|care| figures(&calendar, [*care])).collect();
        let again = |whole: ReviewFigures| {
            all.iter().zip(&contributions).fold(whole, |whole, (care, before)| {
                let now = figures(&calendar, [*care]);
                whole.subtract(*before).and_then(|rest| rest.merge(now)).unwrap()
            })
        };
        assert_eq!(again(whole), whole);

        let mut group = c.benchmark_group(format!("incremental/{size}"));
        group.throughput(Throughput::Elements(all.len() as u64));
        group.bench_function("handbook", |b| {
            b.iter(|| assert_eq!(again(black_box(whole)), whole));
        });
        group.finish();
    }
}

/// The same periods in parts, on one thread and on as many as there are cores: the same answer.
fn threads(c: &mut Criterion) {
    const PART: usize = 4096;
    let calendar = WorkingDays::england_and_wales();
    let size = 100_000;
    let periods = Periods::of(size);
    let all: Vec<_> = periods.each().collect();
    let answer = figures(&calendar, all.iter().copied());
    let empty = ReviewFigures::new(ReviewQuestion::new(year()));
    let of = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let (all, calendar) = (&all, &calendar);
        move || {
            pool.install(|| {
                let parts = all.par_chunks(PART);
                let parts = parts.map(|part| figures(calendar, part.iter().copied()));
                parts.reduce(|| empty, |one, other| one.merge(other).unwrap())
            })
        }
    };
    let mut group = c.benchmark_group(format!("threads/{size}"));
    group.throughput(Throughput::Elements(periods.reviews() as u64));
    for threads in [1, 2] {
        let job = of(threads);
        assert_eq!(job(), answer);
        group.bench_function(threads.to_string(), |b| b.iter(|| assert_eq!(job(), answer)));
    }
    group.finish();
}

criterion_group!(
    benches,
    review_clock,
    review_figures,
    threads,
    incremental,
    duties,
    calendar_sums
);
criterion_main!(benches);
