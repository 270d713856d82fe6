//! England in one run: a million invented children, assessed on all cores.
//!
//! `cargo run --release --example national` makes the children, works out the review figures of the year and
//! prints them; the time it took goes to standard error. `--help` says the rest.

mod common;
#[path = "common/lean_store.rs"]
mod lean_store;
#[path = "common/synthetic/mod.rs"]
mod synthetic;

use clap::Parser;
use common::Failure;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use lean_store::LeanStore;
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};
use std::fmt::Write;
use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The regions of England with how many of its 152 authorities lie in each. The authorities themselves are
/// invented, and so is which child lives where.
const REGIONS: [(&str, usize); 9] = [
    ("North East", 12),
    ("North West", 23),
    ("Yorkshire and the Humber", 15),
    ("East Midlands", 10),
    ("West Midlands", 14),
    ("East of England", 11),
    ("London", 33),
    ("South East", 19),
    ("South West", 15),
];

/// Children in a part, where there are no authorities: enough to be worth a core's while.
const PART: u64 = 4096;

/// The review figures of England, over invented children: as many as there were in care since 1991.
#[derive(Parser)]
#[command(after_help = "EXAMPLES
  national
      a million children on all cores; the figures as JSON
  national --authorities 152
      a table of authorities, regions and England
  national --linear
      nanoseconds a review from a thousand reviews to ten million, on one thread and on all

Times, throughput and memory go to standard error. Exit status: 0, or 2 when something is amiss.")]
struct Arguments {
    /// How many children.
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    children: u64,

    /// On how many threads [default: one for each core].
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    threads: usize,

    /// Another seed gives other children.
    #[arg(long, value_name = "N", default_value_t = synthetic::SEED)]
    seed: u64,

    /// A table of so many authorities, merged to the nine regions and to England.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=10_000))]
    authorities: Option<u64>,

    /// A table of the time a review takes, by how many there are.
    #[arg(long, conflicts_with_all = ["authorities", "children"])]
    linear: bool,
}

fn main() -> ExitCode {
    match common::arguments() {
        Ok(arguments) => common::run(|| national(&arguments)),
        Err(status) => status,
    }
}

fn national(arguments: &Arguments) -> Result<String, Failure> {
    let threads = ThreadPoolBuilder::new()
        .num_threads(arguments.threads)
        .build()
        .map_err(|error| Failure::new("the threads", error))?;
    let task = Task {
        threads,
        calendar: WorkingDays::england_and_wales(),
        empty: ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?)),
        seed: arguments.seed,
    };
    let text = if arguments.linear {
        task.linear()
    } else if let Some(authorities) = arguments.authorities {
        task.by_authority(arguments.children, authorities)
    } else {
        task.whole(arguments.children)
    }?;
    if let Some(peak) = peak_memory() {
        eprintln!("peak memory {peak}");
    }
    Ok(text)
}

struct Task {
    threads: ThreadPool,
    calendar: WorkingDays,
    empty: ReviewFigures,
    seed: u64,
}

impl Task {
    /// The children in so many parts of equal size, as nearly as can be.
    fn generate(&self, children: u64, parts: u64) -> Vec<LeanStore> {
        let bar = bar("children made", parts);
        let begun = Instant::now();
        let begins = |part: u64| children * part / parts;
        let stores: Vec<LeanStore> = self.threads.install(|| {
            let parts = (0..parts).into_par_iter();
            parts
                .map(|part| {
                    let numbers = begins(part)..begins(part + 1);
                    let store = synthetic::lean_of(self.seed, numbers).collect();
                    bar.inc(1);
                    store
                })
                .collect()
        });
        bar.finish_and_clear();
        let (reviews, bytes) =
            (total(&stores, LeanStore::reviews), total(&stores, LeanStore::bytes));
        eprintln!(
            "made {children} children, {} periods of care, {reviews} reviews in {:.2?}; {:.1} bytes a review",
            total(&stores, LeanStore::periods),
            begun.elapsed(),
            bytes as f64 / reviews.max(1) as f64
        );
        stores
    }

    fn of(&self, store: &LeanStore) -> Result<ReviewFigures, Failure> {
        let mut figures = self.empty;
        for care in store.each() {
            figures.add(&self.calendar, care?)?;
        }
        Ok(figures)
    }

    /// The figures of every part, on all threads.
    fn assess(&self, stores: &[LeanStore]) -> Result<Vec<ReviewFigures>, Failure> {
        let bar = bar("parts assessed", stores.len() as u64);
        let begun = Instant::now();
        let figures = self.threads.install(|| {
            let each = stores.par_iter().map(|store| {
                let figures = self.of(store);
                bar.inc(1);
                figures
            });
            each.collect()
        });
        let took = begun.elapsed();
        bar.finish_and_clear();
        let reviews = total(stores, LeanStore::reviews);
        eprintln!(
            "assessed in {took:.2?} on {} thread(s): {:.1} million reviews a second, {:.2} ns a review",
            self.threads.current_num_threads(),
            reviews as f64 / took.as_secs_f64() / 1e6,
            took.as_secs_f64() * 1e9 / reviews.max(1) as f64
        );
        figures
    }

    fn merged(&self, parts: &[ReviewFigures]) -> Result<ReviewFigures, Failure> {
        Ok(parts.iter().try_fold(self.empty, |sum, part| sum.merge(*part))?)
    }

    fn whole(&self, children: u64) -> Result<String, Failure> {
        let stores = self.generate(children, children.div_ceil(PART).max(1));
        let england = self.merged(&self.assess(&stores)?)?;
        serde_json::to_string_pretty(&england)
            .map(|json| json + "\n")
            .map_err(|error| Failure::new("the figures", error))
    }

    fn by_authority(&self, children: u64, authorities: u64) -> Result<String, Failure> {
        let stores = self.generate(children, authorities);
        let figures = self.assess(&stores)?;
        let mut text = format!("{:<26}{HEAD}\n", "");
        let mut regions = Vec::new();
        let mut begin = 0;
        for (name, end) in region_ends(figures.len()) {
            let of_region = &figures[begin..end];
            for (number, authority) in (begin + 1..).zip(of_region) {
                let _ =
                    writeln!(text, "  {:<24}{}", format!("Authority {number:03}"), row(authority));
            }
            let region = self.merged(of_region)?;
            let _ = writeln!(text, "{name:<26}{}", row(&region));
            regions.push(region);
            begin = end;
        }
        let england = self.merged(&regions)?;
        let _ = writeln!(text, "{:<26}{}", "England", row(&england));

        // The same again without any parts: one count over all the children.
        let mut whole = self.empty;
        for care in stores.iter().flat_map(LeanStore::each) {
            whole.add(&self.calendar, care?)?;
        }
        if whole != england {
            return Err(Failure::new("the authorities together", "they are not the whole"));
        }
        text.push_str("The authorities merged are equal to England counted as a whole.\n");
        Ok(text)
    }

    /// The best of some runs over more and more reviews.
    fn linear(&self) -> Result<String, Failure> {
        let mut text =
            format!("{:>10} {:>14} {:>14} {:>8}\n", "reviews", "1 thread, ns", "all, ns", "times");
        for power in 3..=7 {
            let reviews = 10_u64.pow(power);
            // A child has rather more than five reviews.
            let children = reviews * 10 / 54;
            let stores: Vec<LeanStore> = self.threads.install(|| {
                let parts = children.div_ceil(PART).max(16);
                let numbers = |part| children * part / parts..children * (part + 1) / parts;
                let parts = (0..parts).into_par_iter().map(numbers);
                parts.map(|numbers| synthetic::lean_of(self.seed, numbers).collect()).collect()
            });
            let one = || -> Result<ReviewFigures, Failure> {
                let each = stores.iter().map(|store| self.of(store));
                each.into_iter().try_fold(self.empty, |sum, part| Ok(sum.merge(part?)?))
            };
            let all = || -> Result<ReviewFigures, Failure> {
                let each = stores.par_iter().map(|store| self.of(store));
                each.try_reduce(|| self.empty, |sum, part| Ok(sum.merge(part)?))
            };
            if one()? != self.threads.install(all)? {
                return Err(Failure::new("one thread and many", "they do not agree"));
            }
            let times = (20_000_000 / reviews).clamp(15, 2000);
            let reviews = total(&stores, LeanStore::reviews);
            let best = |job: &dyn Fn() -> Result<ReviewFigures, Failure>| -> Result<f64, Failure> {
                let mut best = Duration::MAX;
                for _ in 0..times {
                    let begun = Instant::now();
                    std::hint::black_box(job()?);
                    best = best.min(begun.elapsed());
                }
                Ok(best.as_secs_f64() * 1e9 / reviews as f64)
            };
            let (one, all) = (best(&one)?, best(&|| self.threads.install(all))?);
            let _ = writeln!(text, "{reviews:>10} {one:>14.2} {all:>14.2} {:>8.2}", one / all);
        }
        Ok(text)
    }
}

/// The regions, each with the number of its last authority, in proportion where there are not 152.
fn region_ends(authorities: usize) -> impl Iterator<Item = (&'static str, usize)> {
    let all: usize = REGIONS.iter().map(|(_, size)| size).sum();
    let ends = REGIONS.iter().scan(0, |sum, (_, size)| {
        *sum += size;
        Some(*sum)
    });
    REGIONS.iter().zip(ends).map(move |((name, _), end)| (*name, authorities * end / all))
}

const HEAD: &str = "     at end   held  on time    due      met";

fn row(figures: &ReviewFigures) -> String {
    let percent = |rate: iro_handbook::report::Rate| {
        // Whole per mille, so that no rounding of floats shows.
        let per_mille = (rate.numerator() * 1000 + rate.denominator() / 2)
            .checked_div(rate.denominator())
            .map(|n| format!("{}.{} %", n / 10, n % 10));
        per_mille.unwrap_or_else(|| "-".to_owned())
    };
    let (held, due) = (figures.held(), figures.due());
    format!(
        "{:>11}{:>7}{:>9}{:>7}{:>9}",
        figures.cohort().looked_after_at_end(),
        held.all().total(),
        percent(held.on_time_rate()),
        due.on_time_rate().denominator(),
        percent(due.on_time_rate())
    )
}

fn total(stores: &[LeanStore], of: impl Fn(&LeanStore) -> usize) -> usize {
    stores.iter().map(of).sum()
}

fn bar(what: &'static str, parts: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(parts), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{elapsed_precise} {wide_bar} {pos}/{len} {msg}, {eta} left")
    {
        Ok(style) => bar.with_style(style).with_message(what),
        Err(_) => bar.with_message(what),
    }
}

/// The most memory that this run has held, where the system says so.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
