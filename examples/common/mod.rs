//! What the examples share: reading returns from folders, the embedded sample, and how to fail.
//!
//! All input and output of the project is here and in the examples; the library has none.
#![allow(dead_code, reason = "each example uses its own part of it")]

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use iro_handbook::calendar::CollectionYear;
use iro_handbook::ssda903::{FileSummary, Return, Table};
use std::fmt::Display;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Why an example cannot go on: a clear line for standard error, or several, and exit status 2.
#[derive(Debug)]
pub struct Failure(Vec<String>);

impl Failure {
    /// What it is about, and what is wrong with it.
    pub fn new(what: impl Display, problem: impl Display) -> Self {
        Self(vec![one_line(&format!("{what}: {problem}"))])
    }

    /// All that is wrong with it, each on a line.
    pub fn each(what: impl Display, problems: &[iro_handbook::Error]) -> Self {
        Self(problems.iter().map(|problem| one_line(&format!("{what}: {problem}"))).collect())
    }
}

/// A text that leaves a terminal and the line as they are, whatever an identifier in it holds.
fn one_line(text: &str) -> String {
    let turns = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect()
}

/// A warning on standard error.
pub fn warning(text: &str) {
    eprintln!("warning: {}", one_line(text));
}

/// Reads JSON. The error comes with where it stands, as in `officers[2].from`; empty for the whole.
pub fn from_json<T: serde::de::DeserializeOwned>(
    bytes: &[u8],
) -> Result<T, (String, serde_json::Error)> {
    let mut input = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut input).map_err(|error| {
        // A key that stands for a code has no name of its own.
        let path = error.path().to_string().replace(".?", "");
        (if path == "." { String::new() } else { path }, error.into_inner())
    })?;
    input.end().map_err(|error| (String::new(), error))?;
    Ok(read)
}

/// Why a text cannot be read, without any of the text itself.
pub fn unreadable(error: &serde_json::Error) -> String {
    let column = error.column();
    if !error.is_data() {
        return format!("column {column}: it is not JSON");
    }
    let text = error.to_string();
    let known = text.split(" at line ").next().unwrap_or_default();
    // Of these the end is the program's own words, and so is the name of a field that is missing.
    let ends = ["invalid type: ", "invalid value: ", "invalid length ", "unknown "];
    if known.starts_with("missing field `") {
        format!("column {column}: {known}")
    } else if let Some((_, expected)) =
        text.rsplit_once(", expected ").filter(|_| ends.iter().any(|end| text.starts_with(end)))
    {
        let expected = expected.rsplit_once(" at line ").map_or(expected, |(expected, _)| expected);
        format!("column {column}: expected {expected}")
    } else if known.ends_with("\" is not a date: expected YYYY-MM-DD") {
        format!("column {column}: expected a date written YYYY-MM-DD")
    } else {
        format!("column {column}: a value that cannot stand there")
    }
}

impl From<std::fmt::Error> for Failure {
    fn from(error: std::fmt::Error) -> Self {
        Self(vec![one_line(&error.to_string())])
    }
}

impl From<iro_handbook::Error> for Failure {
    fn from(error: iro_handbook::Error) -> Self {
        Self(vec![one_line(&error.to_string())])
    }
}

/// The arguments, or the exit status and one line on standard error that says what is wrong with them.
pub fn arguments<A: clap::Parser>() -> Result<A, ExitCode> {
    A::try_parse().map_err(|error| {
        if !error.use_stderr() {
            // Help was asked for.
            return match error.print() {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            };
        }
        let text = error.to_string();
        let first = text.split("\n\n").next().unwrap_or_default();
        let line: Vec<&str> = first.split_whitespace().collect();
        eprintln!("{}", line.join(" "));
        ExitCode::from(2)
    })
}

/// Runs the example: all of its output at once, or nothing and one line that says why not.
pub fn run(job: impl FnOnce() -> Result<String, Failure>) -> ExitCode {
    run_with_status(|| job().map(|text| (text, 0)))
}

/// As [`run`], for an example whose exit status says what it found.
pub fn run_with_status(job: impl FnOnce() -> Result<(String, u8), Failure>) -> ExitCode {
    match job() {
        Ok((text, status)) => match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::from(status),
            // Whoever was reading has seen enough.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(status),
            Err(error) => fail(&Failure::new("standard output", error)),
        },
        Err(failure) => fail(&failure),
    }
}

fn fail(failure: &Failure) -> ExitCode {
    failure.0.iter().for_each(|line| eprintln!("error: {line}"));
    ExitCode::from(2)
}

/// The value of `--returns`: a year and the folder of its return, as in `2018=returns/2018`.
#[derive(Clone, Debug)]
pub struct ReturnsOf {
    /// The collection year.
    pub year: CollectionYear,
    /// The folder.
    pub folder: PathBuf,
}

/// Reads the value of `--returns`.
pub fn returns_of(text: &str) -> Result<ReturnsOf, String> {
    let (year, folder) = text
        .split_once('=')
        .ok_or("give the year the return ends in and its folder, as in 2018=returns/2018")?;
    if folder.is_empty() {
        return Err(format!("no folder is named after {year}="));
    }
    Ok(ReturnsOf { year: year_ending(year)?, folder: folder.into() })
}

/// Reads a collection year named by the year it ends in.
pub fn year_ending(text: &str) -> Result<CollectionYear, String> {
    let year: i32 = text
        .trim()
        .parse()
        .map_err(|_| format!("{text:?} is not a year: give the year it ends in, such as 2018"))?;
    CollectionYear::ending(year).map_err(|error| error.to_string())
}

/// Reads a day written yyyy-mm-dd.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    let text = text.trim();
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|error| match error.kind() {
        chrono::format::ParseErrorKind::OutOfRange | chrono::format::ParseErrorKind::Impossible => {
            format!("there is no day {text}")
        }
        _ => format!("{text:?} is not a day written yyyy-mm-dd"),
    })
}

/// The returns named on the command line, or the embedded sample where none is.
pub fn load(named: &[ReturnsOf]) -> Result<Vec<Return>, Failure> {
    let mut progress = Progress::new();
    if named.is_empty() {
        sample()
    } else {
        named.iter().map(|of| read_folder(of, &mut progress)).collect()
    }
}

/// Reads the return in a folder: its .csv files, told apart by their columns.
pub fn read_folder(of: &ReturnsOf, progress: &mut Progress) -> Result<Return, Failure> {
    let folder = of.folder.display();
    let listing = std::fs::read_dir(&of.folder)
        .map_err(|error| Failure::new(format!("the folder {folder}"), error))?;
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in listing {
        let path = entry.map_err(|error| Failure::new(&folder, error))?.path();
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        let csv = name.to_ascii_lowercase().ends_with(b".csv");
        // What cannot be read is not passed over: reading it will say why.
        if csv && !path.is_dir() {
            files.push(path);
        }
    }
    files.sort_by(|a, b| a.as_os_str().as_encoded_bytes().cmp(b.as_os_str().as_encoded_bytes()));
    if files.is_empty() {
        return Err(Failure::new(format!("the folder {folder}"), "no .csv file is in it"));
    }
    let mut one = Return::new(of.year);
    for file in files {
        let failure = |error: std::io::Error| Failure::new(file.display(), error);
        let mut bytes = std::fs::File::open(&file).map_err(failure)?;
        let mut piece = vec![0; 64 * 1024];
        let mut into = one.file();
        loop {
            progress.show(&file.display());
            let length = bytes.read(&mut piece).map_err(failure)?;
            if length == 0 {
                break;
            }
            into.push(&piece[..length]).map_err(|_| not_utf8(&file))?;
        }
        warn(&file, &into.finish().map_err(|_| not_utf8(&file))?);
    }
    if !one.has(Table::Episodes) {
        let problem = "no file in it has the columns of an episodes file";
        return Err(Failure::new(format!("the folder {folder}"), problem));
    }
    if one.usable_reviews().next().is_none() {
        let problem = "there is no review in it, so every review due counts as not held";
        eprintln!("warning: the folder {folder}: {problem}");
    }
    Ok(one)
}

fn not_utf8(file: &Path) -> Failure {
    Failure::new(file.display(), "the file is not UTF-8")
}

/// Says on standard error what is odd about a file.
fn warn(file: &Path, summary: &FileSummary) {
    let file = file.display();
    if let (Some(table), true) = (summary.table, summary.is_another) {
        eprintln!("warning: {file}: a second {table} file, read on after the first");
    }
    for line in &summary.open_quotes {
        eprintln!("warning: {file}: line {line}: a quotation mark is opened and not closed");
    }
    if summary.is_empty {
        eprintln!("warning: {file}: the file is empty");
    } else if summary.table.is_none() {
        let unknown = "its columns are those of no file of the return, so it is left out";
        eprintln!("warning: {file}: {unknown}");
    }
}

macro_rules! sample_years {
    ($($year:literal: [$($file:literal),*]),*) => {
        const SAMPLE: &[(i32, &[(&str, &str)])] = &[$((
            $year,
            &[$(($file, include_str!(concat!("../sample/", $year, "/", $file))),)*],
        ),)*];
    };
}

sample_years!(
    2024: ["header.csv", "episodes.csv", "reviews.csv", "uasc.csv"],
    2025: ["header.csv", "episodes.csv", "reviews.csv", "uasc.csv"],
    2026: ["header.csv", "episodes.csv", "reviews.csv", "uasc.csv"]
);

/// The embedded sample: three linked years of one synthetic authority.
pub fn sample() -> Result<Vec<Return>, Failure> {
    let mut returns = Vec::new();
    for (year, files) in SAMPLE {
        let mut one = Return::new(CollectionYear::ending(*year)?);
        for (name, text) in *files {
            let mut file = one.file();
            file.push(text.as_bytes())?;
            warn(Path::new(name), &file.finish()?);
        }
        returns.push(one);
    }
    Ok(returns)
}

/// Progress on standard error, once a job takes over a second and somebody is there to see it.
pub struct Progress {
    since: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Nothing is shown yet.
    pub fn new() -> Self {
        Self { since: Instant::now(), bar: None }
    }

    /// Says what is being worked on.
    pub fn show(&mut self, at: &dyn Display) {
        if self.bar.is_none()
            && self.since.elapsed() > Duration::from_secs(1)
            && std::io::stderr().is_terminal()
        {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(200));
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_message(at.to_string());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
