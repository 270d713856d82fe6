//! The diary of an IRO service: who is overdue, who is due in the coming weeks and by which rule,
//! and of whom it cannot be told.
//!
//! `cargo run --release --example review_diary` looks at the embedded sample; `--help` says how to
//! look at your own returns.

mod common;

use chrono::{Days, NaiveDate};
use clap::{Parser, ValueEnum};
use common::{Failure, ReturnsOf};
use iro_handbook::assess::{History, Outcome, ReviewClock, ReviewFinding, Sequence, Settled};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::ssda903::Linked;
use serde::Serialize;
use std::fmt::Write;
use std::process::ExitCode;

/// For a day and a horizon in weeks: which reviews are overdue, which are due when and by which rule,
/// and of which children it cannot be told, with the evidence that is missing.
///
/// Without arguments it looks at a sample of invented children in the program itself.
#[derive(Parser)]
#[command(after_help = "EXAMPLES
  review_diary
      the sample, on the last day of its last year, eight weeks ahead
  review_diary --returns 2025=r/2025 --returns 2026=r/2026 --on 2026-02-02 --weeks 4 --format csv
      your own, for a spreadsheet

A return holds only its own year's reviews. The more years are given, the less cannot be told.
Exit status: 0, or 2 when something named could not be read.")]
struct Arguments {
    /// A return: the year it ends in and its folder, as in 2018=returns/2018. Give one for each
    /// year, without a gap.
    #[arg(long = "returns", value_name = "YEAR=DIR", value_parser = common::returns_of)]
    returns: Vec<ReturnsOf>,

    /// The day on which the diary is drawn up; nothing later is known [default: the last day of the
    /// last return].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = common::day)]
    on: Option<NaiveDate>,

    /// How many weeks to look ahead.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(0..=520))]
    weeks: u16,

    /// The reviews given go back to each child's first.
    #[arg(long)]
    complete_history: bool,

    /// How to print the diary.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a reader.
    Text,
    /// For a machine.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// Where an entry stands in the diary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Overdue,
    Due,
    CannotTell,
}

/// One review that is pending on the day.
#[derive(Serialize)]
struct Entry<'a> {
    state: State,
    child: &'a str,
    /// The latest day that can be the last lawful one.
    due_by: NaiveDate,
    /// The earliest day that can be the last lawful one; the same where the day is known exactly, none
    /// where the records do not show it.
    due_by_earliest: Option<NaiveDate>,
    /// The rule; none where the records do not show which review of the child it is.
    rule: Option<&'static str>,
    /// Days since the last lawful day, at the least.
    days_overdue: i64,
    missing: Option<String>,
    explanation: String,
}

fn main() -> ExitCode {
    match common::arguments() {
        Ok(arguments) => common::run(|| diary(&arguments)),
        Err(status) => status,
    }
}

fn diary(arguments: &Arguments) -> Result<String, Failure> {
    let calendar = WorkingDays::england_and_wales();
    let linked = Linked::new(common::load(&arguments.returns)?)?;
    let on = arguments.on.unwrap_or(linked.last_year().end());
    linked.check_asked(linked.first_year(), on)?;
    let until = on
        .checked_add_days(Days::new(7 * u64::from(arguments.weeks)))
        .ok_or_else(|| Failure::new(on, "the horizon is out of range"))?;
    let history = if arguments.complete_history { History::Complete } else { linked.history() };
    let clock = ReviewClock::new(&calendar, on).with_history(history);

    let mut entries = Vec::new();
    for child in linked.children() {
        for care in child.periods_of_care() {
            let pending = clock.duties(care)?.filter(|finding| is_pending(finding, on));
            entries.extend(pending.filter_map(|finding| entry(child.id(), &finding, on, until)));
        }
    }
    entries.sort_by(|a, b| {
        (a.state, a.due_by, a.due_by_earliest, a.child).cmp(&(
            b.state,
            b.due_by,
            b.due_by_earliest,
            b.child,
        ))
    });
    let failed = |error: &dyn std::fmt::Display| Failure::new("the diary", error);
    match arguments.format {
        Format::Text => text(&entries, on, until).map_err(|error| failed(&error)),
        Format::Json => {
            let document = serde_json::json!({
                "schema": "iro-handbook/review-diary/1",
                "on": on,
                "until": until,
                "reviews": entries,
            });
            let json = serde_json::to_string_pretty(&document).map_err(|error| failed(&error))?;
            Ok(json + "\n")
        }
        Format::Csv => csv(&entries).map_err(|error| failed(&error)),
    }
}

/// Whether a review is still to be held on the day: the child is in care, and none has answered it.
/// A duty left behind at a change of clock is answered by the review that is pending beside it.
fn is_pending(finding: &ReviewFinding, on: NaiveDate) -> bool {
    finding.settled() == Settled::OpenOn(on)
}

fn entry<'a>(
    child: &'a str,
    finding: &ReviewFinding,
    on: NaiveDate,
    until: NaiveDate,
) -> Option<Entry<'a>> {
    let due_by = finding.latest().last_day();
    let due_by_earliest = finding.earliest().map(|bound| bound.last_day());
    let state = match finding.outcome() {
        Outcome::NotMet => State::Overdue,
        Outcome::NotYetDue => State::Due,
        _ => State::CannotTell,
    };
    // Beyond the horizon nothing is asked; where the day is not known exactly, the earliest counts.
    if due_by_earliest.is_some_and(|from| from > until) {
        return None;
    }
    let missing = finding.outcome().missing().map(|missing| missing.to_string());
    Some(Entry {
        state,
        child,
        due_by_earliest,
        due_by,
        rule: (finding.sequence() != Sequence::Unknown).then(|| finding.rule().id().as_str()),
        days_overdue: on.signed_duration_since(due_by).num_days().max(0),
        missing,
        explanation: finding.explain().to_string(),
    })
}

fn text(entries: &[Entry<'_>], on: NaiveDate, until: NaiveDate) -> Result<String, std::fmt::Error> {
    let long = |day: NaiveDate| day.format("%a %-d %B %Y").to_string();
    let of = |state| entries.iter().filter(move |entry| entry.state == state);
    let mut out = String::new();
    writeln!(out, "Reviews to be held, drawn up on {}, up to {}\n", long(on), long(until))?;

    writeln!(out, "Overdue ({})", of(State::Overdue).count())?;
    for entry in of(State::Overdue) {
        let (child, days) = (entry.child, entry.days_overdue);
        let known = if entry.due_by_earliest == Some(entry.due_by) { "" } else { "at least " };
        let plural = if days == 1 { "" } else { "s" };
        writeln!(out, "  {child:<12} {known}{days} day{plural} overdue ({})", rule(entry))?;
    }
    writeln!(out, "\nDue ({})", of(State::Due).count())?;
    for entry in of(State::Due) {
        writeln!(out, "  {:<12} {} ({})", entry.child, due(entry), rule(entry))?;
    }
    writeln!(out, "\nCannot be told whether overdue ({})", of(State::CannotTell).count())?;
    for entry in of(State::CannotTell) {
        writeln!(out, "  {:<12} due {} ({})", entry.child, due(entry), rule(entry))?;
        if let Some(missing) = &entry.missing {
            writeln!(out, "  {:<12} missing: {missing}", "")?;
        }
    }
    Ok(out)
}

/// The rule, as far as it is known.
fn rule<'a>(entry: &Entry<'a>) -> &'a str {
    entry.rule.unwrap_or("by which rule is not known")
}

/// When it is due: on a day, or between two.
fn due(entry: &Entry<'_>) -> String {
    let long = |day: NaiveDate| day.format("%a %-d %B %Y").to_string();
    let by = long(entry.due_by);
    match entry.due_by_earliest {
        Some(from) if from == entry.due_by => format!("by {by}"),
        Some(from) => format!("between {} and {by}", long(from)),
        None => format!("by {by} at the latest"),
    }
}

fn csv(entries: &[Entry<'_>]) -> Result<String, Box<dyn std::error::Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for entry in entries {
        let child = cell(entry.child);
        let explanation = entry.explanation.replace("\n ", "");
        writer.serialize(Entry {
            child: &child,
            explanation,
            missing: entry.missing.clone(),
            ..*entry
        })?;
    }
    if entries.is_empty() {
        let columns = "state,child,due_by,due_by_earliest,rule,days_overdue,missing,explanation";
        writer.write_record(columns.split(','))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// Text that a spreadsheet takes for text, and never for a formula.
fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}
