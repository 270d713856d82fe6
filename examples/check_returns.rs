//! The row checks of one or more SSDA903 returns: what to mend before the return is made.
//!
//! `cargo run --release --example check_returns` checks the embedded sample; `--help` says how to
//! check your own.

mod common;

use clap::{Parser, ValueEnum};
use common::{Failure, ReturnsOf};
use iro_handbook::assess::ReviewClock;
use iro_handbook::calendar::WorkingDays;
use iro_handbook::ssda903::{CheckRule, CheckSource, Flag, Return, Table};
use std::fmt::Write;
use std::process::ExitCode;

/// The row checks of SSDA903 returns: the rules of the DfE's list that concern reviews and the
/// episodes behind them, and checks of reviews against the care they belong to.
///
/// Without arguments it checks a sample of invented children in the program itself.
#[derive(Parser)]
#[command(after_help = "EXAMPLES
  check_returns --returns 2018=returns/2018
      by rule, with what to do about it
  check_returns --returns 2018=returns/2018 --format csv
      a line for each row to mend: rule,table,row; rows are numbered from 0, the line of column
      names not counted. Of several returns the lines follow each other, the earliest year first;
      use --format json to tell them apart. Rules 399 and 1012 are given for the reviews file
      only, unless --all-tables asks for every row that they point at.

Exit status: 0, flagged or not, or 2 when something named could not be read.")]
struct Arguments {
    /// A return: the year it ends in and its folder, as in 2018=returns/2018. May be given again for
    /// other years; each return is checked on its own.
    #[arg(long = "returns", value_name = "YEAR=DIR", value_parser = common::returns_of)]
    returns: Vec<ReturnsOf>,

    /// How to print what was found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// In CSV, also the rows of other files that rules 399 and 1012 point at.
    #[arg(long)]
    all_tables: bool,

    /// In text, how many rows to name for each rule.
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    rows: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a reader.
    Text,
    /// For a machine.
    Json,
    /// `rule,table,row` lines.
    Csv,
}

fn main() -> ExitCode {
    match common::arguments() {
        Ok(arguments) => common::run(|| check(&arguments)),
        Err(status) => status,
    }
}

fn check(arguments: &Arguments) -> Result<String, Failure> {
    let mut returns = common::load(&arguments.returns)?;
    returns.sort_by_key(Return::year);
    let calendar = WorkingDays::england_and_wales();
    let checked: Vec<(&Return, Vec<Flag>)> = returns
        .iter()
        .map(|one| {
            let clock = ReviewClock::new(&calendar, one.year().end());
            (one, one.checks_with(|began| clock.first_review_due(began).ok()))
        })
        .collect();
    match arguments.format {
        Format::Text => {
            text(&checked, arguments.rows).map_err(|error| Failure::new("the list of rows", error))
        }
        Format::Json => json(&checked),
        Format::Csv => csv(&checked, arguments.all_tables),
    }
}

fn text(checked: &[(&Return, Vec<Flag>)], rows: usize) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    for (one, flags) in checked {
        writeln!(out, "Return for {}", one.year())?;
        let unusable: Vec<_> = one.unusable().collect();
        if !unusable.is_empty() {
            writeln!(out, "\n  Rows that cannot be used ({})", unusable.len())?;
            for row in &unusable {
                writeln!(out, "    {row}")?;
            }
        }
        let notes: Vec<_> = one.notes().collect();
        if !notes.is_empty() {
            writeln!(out, "\n  Read, but written otherwise than it should be ({})", notes.len())?;
            for note in notes.iter().take(rows) {
                writeln!(out, "    {note}")?;
            }
            more(&mut out, notes.len(), rows)?;
        }
        for of_rule in flags.chunk_by(|a, b| a.rule == b.rule) {
            let Some(first) = of_rule.first() else { continue };
            let rule = first.rule;
            let source = match rule.source() {
                CheckSource::Own => "",
                _ => "DfE ",
            };
            writeln!(out, "\n  {source}{rule}: {} ({})", rule.title(), of_rule.len())?;
            writeln!(out, "    To do: {}", rule.advice())?;
            for flag in of_rule.iter().take(rows) {
                writeln!(out, "    {} row {}", flag.table, flag.row)?;
            }
            more(&mut out, of_rule.len(), rows)?;
        }
        if flags.is_empty() && unusable.is_empty() {
            writeln!(out, "\n  Nothing to mend.")?;
        }
        writeln!(out)?;
    }
    writeln!(out, "Rows are numbered from 0, the line of column names not counted.")?;
    Ok(out)
}

fn more(out: &mut String, all: usize, shown: usize) -> std::fmt::Result {
    match all.checked_sub(shown) {
        Some(left) if left > 0 => writeln!(out, "    and {left} more"),
        _ => Ok(()),
    }
}

fn json(checked: &[(&Return, Vec<Flag>)]) -> Result<String, Failure> {
    let returns: Vec<_> = checked
        .iter()
        .map(|(one, flags)| {
            let rows: Vec<_> = flags
                .iter()
                .map(|flag| {
                    serde_json::json!({
                        "rule": flag.rule.code(),
                        "table": flag.table.name(),
                        "row": flag.row,
                        "title": flag.rule.title(),
                        "advice": flag.rule.advice(),
                    })
                })
                .collect();
            let unusable: Vec<_> = one
                .unusable()
                .map(|row| {
                    serde_json::json!({
                        "table": row.table.name(),
                        "row": row.row,
                        "column": row.column,
                        "problem": row.problem.to_string(),
                        "value": row.value,
                    })
                })
                .collect();
            serde_json::json!({
                "year": one.year().ending_year(),
                "flags": rows,
                "unusable": unusable,
            })
        })
        .collect();
    let document = serde_json::json!({ "schema": "iro-handbook/row-checks/1", "returns": returns });
    serde_json::to_string_pretty(&document)
        .map(|json| json + "\n")
        .map_err(|error| Failure::new("the list of rows", error))
}

/// What the two rules say of a child, they say in every file that has a row of the child. The review
/// is the row to mend.
fn is_row_to_mend(flag: &Flag) -> bool {
    match flag.rule {
        CheckRule::R399 | CheckRule::R1012 => flag.table == Table::Reviews,
        _ => true,
    }
}

fn csv(checked: &[(&Return, Vec<Flag>)], all_tables: bool) -> Result<String, Failure> {
    let mut out = String::from("rule,table,row\n");
    let flags = checked.iter().flat_map(|(_, flags)| flags);
    for flag in flags.filter(|flag| all_tables || is_row_to_mend(flag)) {
        writeln!(out, "{},{},{}", flag.rule.code(), flag.table.name(), flag.row)
            .map_err(|error| Failure::new("the list of rows", error))?;
    }
    Ok(out)
}
