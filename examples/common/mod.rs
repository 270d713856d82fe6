//! What the examples share: reading returns from folders, the embedded sample, and how to fail.
//!
//! All input and output of the project is here and in the examples; the library has none.
#![allow(dead_code, reason = "each example uses its own part of it")]

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use iro_handbook::calendar::CollectionYear;
use iro_handbook::ssda903::{Columns, Return, Table};
use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Why an example cannot go on: one clear line for standard error, and exit status 2.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// What it is about, and what is wrong with it.
    pub fn new(what: impl Display, problem: impl Display) -> Self {
        Self(format!("{what}: {problem}"))
    }
}

impl From<iro_handbook::Error> for Failure {
    fn from(error: iro_handbook::Error) -> Self {
        Self(error.to_string())
    }
}

/// Runs the example: all of its output at once, or nothing and one line that says why not.
pub fn run(job: impl FnOnce() -> Result<String, Failure>) -> ExitCode {
    match job() {
        Ok(text) => match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // Whoever was reading has seen enough.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => fail(&Failure::new("standard output", error)),
        },
        Err(failure) => fail(&failure),
    }
}

fn fail(failure: &Failure) -> ExitCode {
    eprintln!("error: {}", failure.0);
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
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .map_err(|_| format!("{text:?} is not a day written yyyy-mm-dd"))
}

/// The returns named on the command line, or the embedded sample where none is.
pub fn load(named: &[ReturnsOf]) -> Result<Vec<Return>, Failure> {
    if named.is_empty() { sample() } else { named.iter().map(read_folder).collect() }
}

/// Reads the return in a folder: its .csv files, told apart by their columns.
pub fn read_folder(of: &ReturnsOf) -> Result<Return, Failure> {
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
    let mut progress = Progress::new();
    for file in files {
        progress.show(&file);
        let bytes = std::fs::read(&file).map_err(|error| Failure::new(file.display(), error))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::new(file.display(), "the file is not UTF-8"))?;
        add_file(&mut one, &file, &text)?;
    }
    if !one.has(Table::Episodes) {
        let problem = "no file in it has the columns of an episodes file";
        return Err(Failure::new(format!("the folder {folder}"), problem));
    }
    Ok(one)
}

/// Adds the rows of a file to a return. One that is not recognised is named in a warning.
fn add_file(one: &mut Return, file: &Path, text: &str) -> Result<(), Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut record = csv::StringRecord::new();
    let mut next = |record: &mut csv::StringRecord| {
        reader.read_record(record).map_err(|error| Failure::new(file.display(), error))
    };
    if !next(&mut record)? {
        eprintln!("warning: {}: the file is empty", file.display());
        return Ok(());
    }
    let Some(columns) = Columns::recognise(&record) else {
        let known = "its columns are those of no file of the return, so it is left out";
        eprintln!("warning: {}: {known}", file.display());
        return Ok(());
    };
    if one.has(columns.table()) {
        let table = columns.table();
        eprintln!("warning: {}: a second {table} file, read on after the first", file.display());
    }
    one.mark_present(columns.table());
    while next(&mut record)? {
        one.push_cells(&columns, |cell| record.get(cell));
    }
    Ok(())
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
    2024: ["header.csv", "episodes.csv", "reviews.csv"],
    2025: ["header.csv", "episodes.csv", "reviews.csv"],
    2026: ["header.csv", "episodes.csv", "reviews.csv"]
);

/// The embedded sample: three linked years of one synthetic authority.
pub fn sample() -> Result<Vec<Return>, Failure> {
    let mut returns = Vec::new();
    for (year, files) in SAMPLE {
        let mut one = Return::new(CollectionYear::ending(*year)?);
        for (name, text) in *files {
            add_file(&mut one, Path::new(name), text)?;
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
    pub fn show(&mut self, at: &Path) {
        if self.bar.is_none()
            && self.since.elapsed() > Duration::from_secs(1)
            && std::io::stderr().is_terminal()
        {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} reading {msg}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(200));
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_message(at.display().to_string());
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
