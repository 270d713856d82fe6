//! The review figures of an IRO service's annual report, from SSDA903 returns.
//!
//! `cargo run --release --example annual_report` reports on the embedded sample, a synthetic
//! authority over three linked years; `--help` says how to read your own.

mod common;

use chrono::NaiveDate;
use clap::{Parser, ValueEnum};
use common::{Failure, ReturnsOf};
use iro_handbook::assess::History;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::report::{Rate, RateRange, ReviewFigures, ReviewQuestion, Timeliness};
use iro_handbook::ssda903::{Linked, Return};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::ExitCode;

/// The review figures of an IRO service's annual report, from SSDA903 returns: reviews on time,
/// participation, and the children behind them.
///
/// Without arguments it reports on a sample of invented children in the program itself: three
/// linked years of one authority.
#[derive(Parser)]
#[command(after_help = "EXAMPLES
  annual_report
      the sample, 2025-26
  annual_report --returns 2018=returns/2018
      one year's return; the reviews before it are not in it, so much cannot be told
  annual_report --returns 2018=r/2018 --returns 2019=r/2019 --returns 2020=r/2020 --report 2020
      three years linked, which leaves little open
  annual_report --as-of 2025-12-31 --format json
      as things stood in the middle of the year, for a machine

A folder holds the .csv files of one return. They are told apart by their columns, not by their
names. Exit status: 0, or 2 when something named could not be read.")]
struct Arguments {
    /// A return: the year it ends in and its folder, as in 2018=returns/2018. Give one for each
    /// year, without a gap.
    #[arg(long = "returns", value_name = "YEAR=DIR", value_parser = common::returns_of)]
    returns: Vec<ReturnsOf>,

    /// The year to report on, by the year it ends in [default: the latest one given].
    #[arg(long, value_name = "YEAR", value_parser = common::year_ending)]
    report: Option<CollectionYear>,

    /// The day the question is asked; nothing later is known [default: 31 March of that year].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = common::day)]
    as_of: Option<NaiveDate>,

    /// The reviews given go back to each child's first: take none to be missing before the first
    /// return.
    #[arg(long)]
    complete_history: bool,

    /// How to print the figures.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a reader.
    Text,
    /// For a machine.
    Json,
}

fn main() -> ExitCode {
    match common::arguments() {
        Ok(arguments) => common::run(|| report(&arguments)),
        Err(status) => status,
    }
}

fn report(arguments: &Arguments) -> Result<String, Failure> {
    let calendar = WorkingDays::england_and_wales();
    let returns = common::load(&arguments.returns)?;
    let without_reviews: Vec<CollectionYear> = returns
        .iter()
        .filter(|one| one.usable_reviews().next().is_none())
        .map(Return::year)
        .collect();
    let linked = Linked::new(returns)?;
    let year = arguments.report.unwrap_or(linked.last_year());
    let as_of = arguments.as_of.unwrap_or(year.end());
    linked.check_asked(year, as_of)?;
    let history = if arguments.complete_history { History::Complete } else { linked.history() };
    let question = ReviewQuestion::new(year).with_as_of(as_of).with_history(history);

    let mut figures = ReviewFigures::new(question);
    for care in linked.periods_of_care() {
        figures.add(&calendar, care)?;
    }
    figures.add_data_quality(&linked.data_quality(as_of, history));

    match arguments.format {
        Format::Json => serde_json::to_string_pretty(&figures)
            .map(|json| json + "\n")
            .map_err(|error| Failure::new("the figures", error)),
        Format::Text => {
            let undetermined = undetermined(&calendar, &linked, question)?;
            let mut text = String::new();
            if arguments.returns.is_empty() {
                text.push_str(
                    "Sample data: no child in it exists. See --help for your own returns.\n\n",
                );
            }
            let sources = Sources {
                first: linked.first_year(),
                last: linked.last_year(),
                without_reviews,
                undetermined,
            };
            write_report(&mut text, &figures, &sources)
                .map_err(|error| Failure::new("the report", error))?;
            Ok(text)
        }
    }
}

/// The reviews held in the year of which it cannot be told whether they were in time, by what is
/// missing.
fn undetermined(
    calendar: &WorkingDays,
    linked: &Linked,
    question: ReviewQuestion,
) -> Result<BTreeMap<String, u64>, Failure> {
    let mut by_missing = BTreeMap::new();
    let clock = question.clock(calendar);
    for care in linked.periods_of_care() {
        for finding in clock.duties(care)?.filter(|finding| !finding.is_left_behind()) {
            let held_in_year =
                finding.answer().is_some_and(|review| question.year().contains(review.held_on()));
            if let (Some(missing), true) = (finding.outcome().missing(), held_in_year) {
                *by_missing.entry(missing.to_string()).or_insert(0) += 1;
            }
        }
    }
    Ok(by_missing)
}

/// What the reader has to know of the returns behind the figures.
struct Sources {
    first: CollectionYear,
    last: CollectionYear,
    without_reviews: Vec<CollectionYear>,
    undetermined: BTreeMap<String, u64>,
}

fn write_report(out: &mut String, figures: &ReviewFigures, sources: &Sources) -> std::fmt::Result {
    let question = figures.question();
    let year = question.year();
    let long = |day: NaiveDate| day.format("%-d %B %Y").to_string();
    writeln!(out, "Reviews of children in care, {} to {}", long(year.start()), long(year.end()))?;
    if question.is_provisional() {
        writeln!(out, "PROVISIONAL: as things stood on {}", long(question.as_of()))?;
        writeln!(out, "A child whose reviews are not yet due counts as on time.")?;
    } else if question.as_of() > year.end() {
        writeln!(out, "as known on {}", long(question.as_of()))?;
    }
    for year in &sources.without_reviews {
        writeln!(
            out,
            "WARNING: the return for {year} holds no review, so every review due then counts as not held."
        )?;
    }
    let end = question.as_of().min(year.end());

    let cohort = figures.cohort();
    heading(out, "The children")?;
    let before = year.start().pred_opt().unwrap_or(year.start());
    for (label, count) in [
        (format!("looked after on {}", long(before)), cohort.looked_after_at_start()),
        ("started to be looked after".to_owned(), cohort.started()),
        ("ceased to be looked after".to_owned(), cohort.ceased()),
        (format!("looked after on {}", long(end)), cohort.looked_after_at_end()),
    ] {
        writeln!(out, "  {label:<44}{count:>8}")?;
    }
    writeln!(out, "  Counted in periods of care. Short breaks are not counted.")?;

    heading(out, "Reviews on time, three ways")?;
    let (held, due, children) = (figures.held(), figures.due(), figures.children());
    let all = held.all();
    timeliness(out, "Of the reviews held in the year", "held on time", all.on_time_rate())?;
    doubt(out, all.undetermined(), all.on_time_range())?;
    timeliness(
        out,
        "Of the reviews that fell due in the year",
        "held in time",
        due.on_time_rate(),
    )?;
    writeln!(
        out,
        "    {} held late, {} not held, {} not yet due, {} no longer needed",
        due.met_late(),
        due.not_held(),
        due.not_yet_due(),
        due.lapsed()
    )?;
    doubt(out, due.undetermined(), due.on_time_range())?;
    let of = format!("Of the children looked after on {}", long(end));
    timeliness(out, &of, "all reviews on time", children.on_time_rate())?;
    let too_new = cohort.looked_after_at_end().saturating_sub(children.total());
    if too_new > 0 {
        writeln!(
            out,
            "    {too_new} more are not counted: their first review was due after the year"
        )?;
    }
    doubt(out, children.undetermined(), children.on_time_range())?;

    heading(out, "Reviews held, by which review was due")?;
    writeln!(
        out,
        "  {:<16}{:>8}{:>8}{:>14}{:>8}   on time",
        "", "on time", "late", "undetermined", "all"
    )?;
    for (sequence, count) in held.each() {
        sequence_row(out, sequence.as_str(), count)?;
    }
    sequence_row(out, "all", all)?;

    heading(out, "How children took part")?;
    let participation = figures.participation();
    for (code, count) in participation.each() {
        writeln!(out, "  {code}  {:<40}{count:>8}", code.meaning())?;
    }
    writeln!(out, "       {:<40}{:>8}", "not recorded", participation.not_recorded())?;
    writeln!(out, "  attended: {:.1}", participation.attended_rate())?;
    writeln!(out, "  views conveyed by any route: {:.1}", participation.views_conveyed_rate())?;
    writeln!(out, "  Both rates are of the reviews coded PN1 to PN7.")?;

    heading(out, "What could not be told, and why")?;
    writeln!(out, "  {:>6}  reviews held: they may have been on time or late", all.undetermined())?;
    for (missing, count) in &sources.undetermined {
        writeln!(out, "            {count:>6}  for want of {missing}")?;
    }
    writeln!(out, "  {:>6}  reviews due: on which day is not known exactly", due.undetermined())?;
    writeln!(out, "  {:>6}  children: it hangs on such a review", children.undetermined())?;
    if let Some(from) = question.history().first_day() {
        writeln!(
            out,
            "  The returns begin on {}, and hold no review from before. Where a child was in care\n  \
             then, or first appears in the middle of things, the review before is not known.",
            long(from)
        )?;
    }

    let (first, last) = (sources.first, sources.last);
    let loaded = if first == last { first.to_string() } else { format!("{first} to {last}") };
    heading(out, &format!("Data quality, over all returns read ({loaded})"))?;
    for (name, count) in figures.data_quality().each() {
        writeln!(out, "  {:<56}{count:>8}", data_quality_label(name))?;
    }
    if figures.data_quality().child_not_carried > 0 {
        writeln!(
            out,
            "  WARNING: children are gone from a later return that should hold them. If that return\n  \
             is partial, it rewrites the figures of the years before it."
        )?;
    }

    heading(out, "How this was counted")?;
    match question.history().first_day() {
        Some(_) => writeln!(
            out,
            "  A review is called late or on time only where that holds whatever went before the returns."
        )?,
        None => writeln!(out, "  The reviews are taken to be complete from each child's first.")?,
    }
    out.push_str(
        "  The law of the day each clock started applies: regulation 33 of SI 2010/959, before 1 April
  2011 regulation 3 of SI 1991/895, and regulation 36 of SI 2005/389 while placed for adoption.
  Every end of an adoptive placement is taken for a return to the authority, also where the carer
  stays; that the review after it should not come before 28 days is not tested. The clock that
  runs from authority to place for adoption (regulation 36(1)) is not part of these figures.
",
    );
    Ok(())
}

fn heading(out: &mut String, text: &str) -> std::fmt::Result {
    writeln!(out, "\n{text}")?;
    writeln!(out, "{}", "-".repeat(text.len()))
}

fn timeliness(out: &mut String, of: &str, what: &str, rate: Rate) -> std::fmt::Result {
    writeln!(out, "  {of}\n    {what}: {rate:.1}")
}

/// What is undetermined is in no percentage: its count stands beside, with the range it leaves open.
fn doubt(out: &mut String, undetermined: u64, range: RateRange) -> std::fmt::Result {
    if undetermined == 0 {
        return Ok(());
    }
    writeln!(out, "    {undetermined} more cannot be told; with them it lies in {range:.1}")
}

fn sequence_row(out: &mut String, name: &str, count: Timeliness) -> std::fmt::Result {
    let percent = count.on_time_rate().percent_text(1);
    writeln!(
        out,
        "  {name:<16}{:>8}{:>8}{:>14}{:>8}   {percent}",
        count.on_time(),
        count.late(),
        count.undetermined(),
        count.total()
    )
}

fn data_quality_label(name: &str) -> &str {
    match name {
        "unusable_episode" => "episode rows that cannot be used",
        "episode_not_carried" => "episodes missing from the next year's return",
        "child_not_carried" => "children missing from the next year's return",
        "unusable_review" => "review rows that cannot be used",
        "duplicate_review" => "review rows for a child and day already given",
        "review_after_as_of" => "reviews dated after the day asked about",
        "review_before_evidence" => "reviews dated before the first return",
        "review_in_short_break" => "reviews held in a short break only",
        "review_outside_care" => "reviews dated outside every period of care",
        other => other,
    }
}
