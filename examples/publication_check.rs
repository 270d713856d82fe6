//! Published percentages and their denominators: which cannot be true, and which counts can stand behind
//! the others.
//!
//! `cargo run --example publication_check` checks published figures of English and Welsh councils; `--help`
//! says how to check your own.

mod common;

use clap::Parser;
use common::Failure;
use iro_handbook::report::{
    FeasibleNumerators, PublishedPercentage, Rate, feasible_numerators, feasible_split,
};
use rust_decimal::Decimal;
use std::fmt::Write;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Public figures, each under the council and the year that published it.
const SAMPLE: &str = "\
name,percent,denominator,numerator,group
\"Rotherham 2022/23, reviews on time\",91.7,1600,,
\"Poole 2015/16, reviews on time\",97,460,,
\"Poole 2015/16, participation\",81,376,,
\"England 2025, initial conferences in 15 working days\",81.4,72100,58670,
\"England 2024, plans reviewed in time\",89.8,35090,31500,
\"Bridgend 2013/14, one part of 146\",46,146,,Bridgend 2013/14
\"Bridgend 2013/14, the other part\",55,146,,Bridgend 2013/14
";

/// Says of published percentages which cannot be true, and of the others which counts can stand behind
/// them.
///
/// Without arguments it checks published figures of councils in the program itself.
#[derive(Parser)]
#[command(after_help = "COLUMNS, by name in the first line and in any order
  name         what the percentage is of
  percent      as it was printed: 97 has no decimal and 97.0 has one
  denominator  the count of all
  numerator    optional: the count that was printed beside it
  group        optional: rows of one group are the parts of one whole and add up to it

A percentage is taken to be rounded with halves away from zero. A row that cannot be read is named by
its number, the line of column names not counted, and the rest goes on.

EXAMPLES
  publication_check figures.csv
  publication_check - < figures.csv

Exit status: 0 when all can be true, 1 when something cannot, and 2 when a row or the whole could not
be read and nothing else is impossible. The figures in the program always end with 0.")]
struct Arguments {
    /// The file; as -, it is read from standard input.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

fn main() -> ExitCode {
    match common::arguments::<Arguments>() {
        Ok(arguments) => common::run_with_status(|| match &arguments.file {
            None => {
                let checked = check(SAMPLE.as_bytes(), "the sample")?;
                Ok((format!("Published figures of councils.\n\n{}", checked.text()), 0))
            }
            Some(file) => {
                let name = file.display();
                let input: Box<dyn Read> = if file == Path::new("-") {
                    Box::new(std::io::stdin().lock())
                } else {
                    Box::new(File::open(file).map_err(|error| Failure::new(&name, error))?)
                };
                let checked = check(input, &name.to_string())?;
                Ok((checked.text(), checked.status()))
            }
        }),
        Err(status) => status,
    }
}

/// One line of the file.
struct Row {
    name: String,
    percent: PublishedPercentage,
    denominator: u64,
    numerator: Option<u64>,
}

/// The parts of one whole.
struct Group {
    name: String,
    rows: Vec<Row>,
    /// The numbers of its rows that could not be read: without them it cannot be added up.
    unread: Vec<usize>,
}

impl Group {
    fn why_not_judged(&self) -> Option<String> {
        let mut decimals = self.rows.iter().map(|row| row.percent.decimals());
        let first = decimals.next();
        if !self.unread.is_empty() {
            Some(format!("rows that could not be read: {:?}", self.unread))
        } else if decimals.any(|other| Some(other) != first) {
            Some("its percentages have unlike numbers of decimals".to_owned())
        } else {
            None
        }
    }
}

#[derive(Default)]
struct Checked {
    out: String,
    impossible: usize,
    feasible: usize,
    unread: usize,
}

impl Checked {
    fn text(&self) -> String {
        let Self { out, impossible, feasible, unread } = self;
        let mut text =
            format!("{out}\nImpossible: {impossible}. Possible: {feasible}. Not read: {unread}.\n");
        if *unread > 0 {
            text.push_str("Rows are numbered from 1, the line of column names not counted.\n");
        }
        text
    }

    fn status(&self) -> u8 {
        match (self.impossible, self.unread) {
            (0, 0) => 0,
            (0, _) => 2,
            _ => 1,
        }
    }

    fn say(&mut self, what: &str, verdict: Result<String, String>) {
        let (mark, text) = match &verdict {
            Ok(text) => ("[possible]  ", text),
            Err(text) => ("[IMPOSSIBLE]", text),
        };
        let count = if verdict.is_ok() { &mut self.feasible } else { &mut self.impossible };
        *count += 1;
        // Writing to a string does not fail.
        let _ = writeln!(self.out, "{mark} {what}: {text}");
    }
}

fn check(input: impl Read, source: &str) -> Result<Checked, Failure> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let header = reader.headers().map_err(|error| Failure::new(source, error))?;
    let columns = Columns::of(header).map_err(|problem| Failure::new(source, problem))?;
    let mut checked = Checked::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut record = csv::StringRecord::new();
    for number in 1.. {
        let read = match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => columns.row(&record),
            // Input that cannot be read on would be met for ever.
            Err(error) if error.is_io_error() => return Err(Failure::new(source, error)),
            Err(_) => {
                record.clear();
                Err("it is not UTF-8".to_owned())
            }
        };
        let group = columns.group(&record).map(|name| group_named(&mut groups, name));
        match read {
            Err(problem) => {
                eprintln!("warning: {source}: row {number}: {problem}");
                checked.unread += 1;
                if let Some(group) = group {
                    group.unread.push(number);
                }
            }
            Ok(row) => {
                let verdict = possible(&row);
                checked
                    .say(&format!("{}, {} of {}", row.name, row.percent, row.denominator), verdict);
                if let Some(group) = group {
                    group.rows.push(row);
                }
            }
        }
    }
    for group in groups {
        let what = format!("{}, as parts of one whole", group.name);
        match group.why_not_judged() {
            None => checked.say(&what, adds_up(&group.rows)),
            Some(why) => {
                let _ = writeln!(checked.out, "[not judged] {what}: {why}");
            }
        }
    }
    Ok(checked)
}

fn group_named<'a>(groups: &'a mut Vec<Group>, name: &str) -> &'a mut Group {
    let at = groups.iter().position(|group| group.name == name).unwrap_or(groups.len());
    if at == groups.len() {
        groups.push(Group { name: name.to_owned(), rows: Vec::new(), unread: Vec::new() });
    }
    &mut groups[at]
}

/// Where the columns are.
struct Columns {
    name: usize,
    percent: usize,
    denominator: usize,
    numerator: Option<usize>,
    group: Option<usize>,
}

impl Columns {
    fn of(header: &csv::StringRecord) -> Result<Self, String> {
        let find = |name: &str| {
            let title = |cell: &str| cell.trim_start_matches('\u{feff}').trim().to_lowercase();
            header.iter().position(|cell| title(cell) == name)
        };
        let need = |name: &str| find(name).ok_or_else(|| format!("it has no column {name}"));
        Ok(Self {
            name: need("name")?,
            percent: need("percent")?,
            denominator: need("denominator")?,
            numerator: find("numerator"),
            group: find("group"),
        })
    }

    fn group<'a>(&self, record: &'a csv::StringRecord) -> Option<&'a str> {
        record.get(self.group?).map(str::trim).filter(|name| !name.is_empty())
    }

    fn row(&self, record: &csv::StringRecord) -> Result<Row, String> {
        let cell = |at: usize| record.get(at).unwrap_or_default().trim();
        let count = |name: &str, text: &str| {
            // Reports print commas between thousands.
            let digits = text.replace(',', "");
            digits.parse::<u64>().map_err(|_| format!("{name} is {text:?}, which is not a count"))
        };
        let percent = cell(self.percent).trim_end_matches('%').trim_end();
        let numerator = self.numerator.map(cell).filter(|text| !text.is_empty());
        Ok(Row {
            name: cell(self.name).to_owned(),
            percent: percent.parse().map_err(|error: iro_handbook::Error| error.to_string())?,
            denominator: count("denominator", cell(self.denominator))?,
            numerator: numerator.map(|text| count("numerator", text)).transpose()?,
        })
    }
}

/// Which counts can stand behind a percentage, or why it cannot be true.
fn possible(row: &Row) -> Result<String, String> {
    let (percent, decimals) = (row.percent.decimal(), row.percent.decimals());
    let counts = feasible_numerators(row.denominator, percent, decimals);
    match row.numerator {
        _ if row.denominator == 0 => Err("there is no percentage of nothing".to_owned()),
        Some(numerator) if counts.contains(numerator) => Ok(format!("it is {numerator}")),
        Some(numerator) => {
            let rate = Rate::new(numerator, row.denominator);
            Err(format!("{numerator} would be {}", rate.percent_text(decimals)))
        }
        None if counts.is_empty() => Err("no count rounds to it".to_owned()),
        None => Ok(named(&counts)),
    }
}

fn named(counts: &FeasibleNumerators) -> String {
    match (counts.first(), counts.last()) {
        (Some(first), Some(last)) if first == last => format!("it can only be {first}"),
        (Some(first), Some(last)) => format!("it can be {first} to {last}"),
        _ => "it can be nothing".to_owned(),
    }
}

/// Whether the rows can be the parts of one whole, and which counts each then has.
fn adds_up(rows: &[Row]) -> Result<String, String> {
    let Some(first) = rows.first() else { return Ok("it has no parts".to_owned()) };
    let whole = first.denominator;
    if let Some(other) = rows.iter().find(|row| row.denominator != whole) {
        return Err(format!("the whole is {whole} in one and {} in another", other.denominator));
    }
    if let Some(printed) = rows.iter().map(|row| row.numerator).collect::<Option<Vec<u64>>>() {
        let sum: u128 = printed.into_iter().map(u128::from).sum();
        if sum != u128::from(whole) {
            return Err(format!("the counts add up to {sum} and not to {whole}"));
        }
    }
    let percents: Vec<Decimal> = rows.iter().map(|row| row.percent.decimal()).collect();
    match feasible_split(whole, &percents, first.percent.decimals()) {
        None => Err(format!("no counts that round to these add up to {whole}")),
        Some(parts) => {
            let parts: Vec<String> = parts
                .iter()
                .zip(rows)
                .map(|(counts, row)| format!("{}: {}", row.name, named(counts)))
                .collect();
            Ok(parts.join("; "))
        }
    }
}
