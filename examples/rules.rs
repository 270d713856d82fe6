//! The rules: all of them in a list, one explained, or what the law was on a day.
//!
//! `cargo run --example rules` lists them, `cargo run --example rules -- explain first-review` explains
//! one, and `cargo run --example rules -- on 2010-06-01` says what the law was on that day.

mod common;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use common::Failure;
use iro_handbook::law::{Family, Rule, RuleId, Term, rules};
use std::fmt::{self, Write};
use std::process::ExitCode;

/// The rules about reviews of children in care and the work of IROs.
///
/// Without arguments it lists them.
#[derive(Parser)]
#[command(after_help = "EXAMPLES
  rules
      a line for each rule: identifier, force, title, family
  rules explain first-review
      what the law says, what is checked, a worked example, and the terms over time
  rules on 2010-06-01
      what the law was on that day: a rule that was not in force is left out

Exit status: 0, or 2 when there is no such rule or no such day.")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// List every rule: identifier, force, title, family.
    List,
    /// Explain one rule.
    Explain {
        /// The identifier of the rule, as the list has it.
        #[arg(value_name = "RULE")]
        rule: String,
    },
    /// Say what the law was on a day.
    On {
        /// The day, yyyy-mm-dd.
        #[arg(value_name = "DATE", value_parser = common::day)]
        day: NaiveDate,
    },
}

fn main() -> ExitCode {
    match common::arguments::<Arguments>() {
        Ok(arguments) => common::run(|| match arguments.command.unwrap_or(Command::List) {
            Command::List => written(list),
            Command::Explain { rule } => Ok(named(&rule)?.explain().to_string()),
            Command::On { day } => written(|out| law_on(out, day)),
        }),
        Err(status) => status,
    }
}

fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> Result<String, Failure> {
    let mut out = String::new();
    write(&mut out).map_err(|error| Failure::new("the rules", error))?;
    Ok(out)
}

fn list(out: &mut String) -> fmt::Result {
    let widest = |text: fn(&Rule) -> usize| rules().map(text).max().unwrap_or_default();
    let id = widest(|rule| rule.id().as_str().len());
    let title = widest(|rule| rule.title().len());
    for rule in rules() {
        let (name, force, family) = (rule.id().as_str(), rule.force(), rule.family());
        writeln!(out, "{name:id$}  {force:11}  {:title$}  {family}", rule.title())?;
    }
    Ok(())
}

fn law_on(out: &mut String, day: NaiveDate) -> fmt::Result {
    writeln!(out, "The law on {}", day.format("%-d %B %Y"))?;
    let mut left_out = 0_usize;
    for family in Family::ALL {
        let mut heading = false;
        for rule in rules().filter(|rule| rule.family() == *family) {
            let Some(term) = rule.term_on(day) else {
                left_out += 1;
                continue;
            };
            if !heading {
                writeln!(out, "\n{family}")?;
                heading = true;
            }
            one_term(out, rule, term, day)?;
        }
    }
    writeln!(out, "\nNot in force that day: {left_out} of {} rules.", rules().count())
}

fn one_term(out: &mut String, rule: &Rule, term: &Term, day: NaiveDate) -> fmt::Result {
    writeln!(out, "  {} ({}): {}", rule.id(), rule.force(), term.limit())?;
    for (case, limit) in term.cases() {
        writeln!(out, "    {case}: {limit}")?;
    }
    for (number, value) in term.numbers() {
        writeln!(out, "    {number}: {value}")?;
    }
    for citation in term.citations() {
        writeln!(out, "    {citation}")?;
    }
    if let Some(easement) = rule.easement_on(day) {
        writeln!(out, "    softened: {} ({})", easement.effect(), easement.citation())?;
    }
    Ok(())
}

/// The rule of that name, or what it may have been meant to be.
fn named(name: &str) -> Result<&'static Rule, Failure> {
    if let Ok(id) = name.parse::<RuleId>() {
        return Ok(id.rule());
    }
    let near = near(name);
    let advice = if near.is_empty() {
        "run it without arguments for the list".to_owned()
    } else {
        format!("near it: {}", near.join(", "))
    };
    Err(Failure::new("rules explain", format!("there is no rule {name:?}; {advice}")))
}

/// Up to five identifiers like this one, the nearest first.
fn near(name: &str) -> Vec<&'static str> {
    const MOST: usize = 5;
    // Longer than any identifier, and nothing is near it.
    const LONGEST: usize = 60;
    let name: String = name.to_lowercase().replace(['_', ' '], "-");
    if name.is_empty() || name.len() > LONGEST {
        return Vec::new();
    }
    let mut near: Vec<(usize, &str)> = RuleId::ALL
        .iter()
        .filter_map(|id| {
            let id = id.as_str();
            let steps = steps_between(&name, id);
            let shares = |word: &str| word.len() > 2 && id.split('-').any(|own| own == word);
            let close = steps <= 2.max(name.len() / 4);
            let part = id.contains(&name) || name.split('-').any(shares);
            (close || part).then_some((steps, id))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().take(MOST).map(|(_, id)| id).collect()
}

/// How many letters to put in, take out or change to get from one text to the other.
fn steps_between(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}
