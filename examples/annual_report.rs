//! The annual report of an IRO service, from SSDA903 returns, care records, and what the service gives.
//!
//! `cargo run --release --example annual_report` reports on the embedded sample, a synthetic
//! authority over three linked years; `--help` says how to read your own. Markdown, HTML and the version
//! for young people need `--features render`.

mod common;
#[path = "common/process.rs"]
mod process;
#[path = "common/synthetic/mod.rs"]
mod synthetic;

use chrono::NaiveDate;
use clap::{Parser, ValueEnum};
use common::{Failure, ReturnsOf};
use iro_handbook::assess::{Assessor, History};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::CareRecord;
use iro_handbook::report::annual::{
    AnnualFigures, AnnualReport, AnnualReportBuilder, ChildrenBehind, Disclosure, ServiceYear,
};
use iro_handbook::report::{
    ChildrenFigures, MissedReviews, ReviewFigures, ReviewQuestion, UntoldReviews,
};
use iro_handbook::ssda903::Linked;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const SAMPLE: &str = include_str!("sample/service.json");

/// The annual report of an IRO service, as paragraph 7.11 of the IRO Handbook prescribes it: from SSDA903
/// returns, care records, and what the service gives beside them.
///
/// Without arguments it reports on a sample of invented children in the program itself: three linked years
/// of one authority, with records of what was done around each review.
#[derive(Parser)]
#[command(after_help = "EXAMPLES
  annual_report
      the sample, 2025-26
  annual_report --returns 2018=returns/2018
      one year's return; the reviews before it are not in it, so much cannot be told
  annual_report --returns 2018=r/2018 --returns 2019=r/2019 --returns 2020=r/2020 --report 2020 \\
      --records records.jsonl --service service.json
      three years linked, with what was done around the reviews and what the service gives
  annual_report --as-of 2025-12-31 --format json
      as things stood in the middle of the year, for a machine
  annual_report --list missed.children.twice
      the children behind a figure, for whoever may see them: the same children late twice
  annual_report --audience public --format html --output report.html
      for everybody, small numbers kept back, as a page (built with --features render)

A folder holds the .csv files of one return. They are told apart by their columns, not by their
names. Records are care records in JSON, one a line; with them and without returns all is counted from
them. A line that cannot be read, or contradicts itself, is named by its number and field and left out, and
the report says how many were. What nobody gave is named in the report as missing. Exit status: 0, or 2 when
something named could not be read.")]
struct Arguments {
    /// A return: the year it ends in and its folder, as in 2018=returns/2018. Give one for each
    /// year, without a gap.
    #[arg(long = "returns", value_name = "YEAR=DIR", value_parser = common::returns_of)]
    returns: Vec<ReturnsOf>,

    /// Care records, one a line in JSON.
    #[arg(long, value_name = "FILE")]
    records: Option<PathBuf>,

    /// What the service gives: its team, disputes, audits, feedback and texts, in JSON.
    #[arg(long, value_name = "FILE")]
    service: Option<PathBuf>,

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

    /// How to print the report.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// For whom. Small numbers are kept back from everyone but the board.
    #[arg(long, value_enum, default_value_t = Audience::Board)]
    audience: Audience,

    /// The children behind a figure instead, one a line, as often as it counts them. Figures have the
    /// names of the JSON, such as reviews.held.late. Never for the public.
    #[arg(long, value_name = "FIGURE")]
    list: Option<String>,

    /// Write to a file instead.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a reader.
    Text,
    /// For a machine.
    Json,
    /// Markdown (built with --features render).
    Markdown,
    /// One page of HTML with charts (built with --features render).
    Html,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Audience {
    /// The corporate parenting board: every number.
    Board,
    /// Everybody.
    Public,
    /// Children and young people, in plain words (built with --features render).
    YoungPeople,
}

fn main() -> ExitCode {
    match common::arguments() {
        Ok(arguments) => common::run_with_status(|| report(&arguments)),
        Err(status) => status,
    }
}

fn report(arguments: &Arguments) -> Result<(String, u8), Failure> {
    printable(arguments)?;
    let service = service(arguments)?;
    let calendar = WorkingDays::england_and_wales();
    let given = given(arguments, service.as_ref(), &calendar)?;
    let mut builder = given.builder;
    if let Some(service) = &service {
        builder = service.add_to(builder, &assessor(given.question, &calendar))?;
    }
    let status = if given.left_out > 0 { 2 } else { 0 };
    let report = builder.build()?;
    let text = match (&arguments.list, &given.behind) {
        (Some(figure), Some(behind)) => list(&report, behind, figure)?,
        _ => print(&report, arguments)?,
    };
    let Some(file) = &arguments.output else { return Ok((text, status)) };
    std::fs::write(file, text).map_err(|error| Failure::new(file.display(), error))?;
    Ok((String::new(), status))
}

/// What cannot be printed is refused before anything is read.
fn printable(arguments: &Arguments) -> Result<(), Failure> {
    let (format, audience) = (arguments.format, arguments.audience);
    if arguments.list.is_some() && (audience, format) != (Audience::Board, Format::Text) {
        let problem = "it names children: it is printed for the board alone, and as text";
        return Err(Failure::new("--list", problem));
    }
    let young = audience == Audience::YoungPeople;
    if young && matches!(format, Format::Text | Format::Json) {
        let problem = "it is printed as markdown or html: give --format";
        return Err(Failure::new("--audience young-people", problem));
    }
    if cfg!(not(feature = "render")) && matches!(format, Format::Markdown | Format::Html) {
        let name = if format == Format::Html { "html" } else { "markdown" };
        let build = "cargo run --release --features render --example annual_report";
        return Err(Failure::new(
            format!("--format {name}"),
            format!("this build has no such form: build it with {build}"),
        ));
    }
    Ok(())
}

/// What the service gives: the sample's own for the sample's year and no other.
fn service(arguments: &Arguments) -> Result<Option<ServiceYear>, Failure> {
    let read = |name: &dyn std::fmt::Display, text: &str| {
        let service: ServiceYear =
            common::from_json(text.as_bytes()).map_err(|(path, error)| match path.as_str() {
                "" => Failure::new(name, error),
                _ => Failure::new(format_args!("{name}: {path}"), error),
            })?;
        match service.problems().as_slice() {
            [] => Ok::<_, Failure>(service),
            problems => Err(Failure::each(name, problems)),
        }
    };
    if let Some(file) = &arguments.service {
        let text = std::fs::read_to_string(file);
        let text = text.map_err(|error| Failure::new(file.display(), error))?;
        return read(&file.display(), text.trim_start_matches('\u{feff}')).map(Some);
    }
    if !of_sample(arguments) {
        return Ok(None);
    }
    let service = read(&"the sample", SAMPLE)?;
    let asked = arguments.report.unwrap_or(service.year());
    Ok(Some(service).filter(|service| service.year() == asked))
}

fn of_sample(arguments: &Arguments) -> bool {
    arguments.returns.is_empty() && arguments.records.is_none()
}

/// What was asked, and the report in the making.
struct Given {
    question: ReviewQuestion,
    builder: AnnualReportBuilder,
    /// The children behind the figures, where they are asked for.
    behind: Option<ChildrenBehind>,
    left_out: u64,
}

/// What is counted from records: of all children and, where they are asked for, of each.
struct Records {
    figures: AnnualFigures,
    by_child: Option<BTreeMap<String, AnnualFigures>>,
    /// The identifiers of the children counted.
    children: BTreeSet<String>,
    left_out: u64,
}

impl Records {
    fn new(question: ReviewQuestion, arguments: &Arguments) -> Self {
        Self {
            figures: AnnualFigures::new(question),
            by_child: arguments.list.is_some().then(BTreeMap::new),
            children: BTreeSet::new(),
            left_out: 0,
        }
    }

    fn add(&mut self, assessor: &Assessor<'_>, record: &CareRecord) -> iro_handbook::Result<()> {
        self.figures.add(assessor, record)?;
        if let Some(by_child) = &mut self.by_child {
            let mut of_child = AnnualFigures::new(self.figures.question());
            of_child.add(assessor, record)?;
            by_child.insert(record.id().to_owned(), of_child);
        }
        self.children.insert(record.id().to_owned());
        Ok(())
    }

    fn leave_out(&mut self, line: &str, problem: &str) {
        common::warning(&format!("{line}: {problem}, so it is left out"));
        self.figures.leave_out();
        self.left_out += 1;
    }

    /// The report in the making. A dispute of a child who is not among them is named.
    fn into_builder(self, authority: String, service: Option<&ServiceYear>) -> AnnualReportBuilder {
        let builder = self.figures.into_builder(authority);
        let children = self.children.iter().map(String::as_str);
        let unknown = service.map(|service| service.disputes_without_record(children));
        let unknown = unknown.unwrap_or_default();
        for problem in &unknown {
            common::warning(&format!(
                "{problem}, so no duty that arises from the dispute is counted"
            ));
        }
        if unknown.is_empty() { builder } else { builder.with_disputes_without_record() }
    }
}

fn given(
    arguments: &Arguments,
    service: Option<&ServiceYear>,
    calendar: &WorkingDays,
) -> Result<Given, Failure> {
    let authority = service.map_or("Authority not named", ServiceYear::authority).to_owned();
    if let (Some(file), true) = (&arguments.records, arguments.returns.is_empty()) {
        let year = arguments.report.or(service.map(ServiceYear::year));
        let year = year.ok_or_else(|| Failure::new("--records", "give --report with the year"))?;
        let as_of = arguments.as_of.unwrap_or(year.end());
        let question = ReviewQuestion::new(year).with_as_of(as_of);
        question.check()?;
        let mut records = Records::new(question, arguments);
        fold(file, &mut records, service, calendar)?;
        let left_out = records.left_out;
        let mut behind = ChildrenBehind::new(question);
        for (child, figures) in records.by_child.take().unwrap_or_default() {
            behind.add(&child, figures.into_builder(""))?;
        }
        let builder = records.into_builder(authority, service);
        return Ok(Given { question, builder, behind: Some(behind), left_out });
    }

    let returns = common::load(&arguments.returns)?;
    let holds_reviews: Vec<_> =
        returns.iter().map(|one| (one.year(), one.usable_reviews().next().is_some())).collect();
    let linked = Linked::new(returns)?;
    let year = arguments.report.unwrap_or(linked.last_year());
    let as_of = arguments.as_of.unwrap_or(year.end());
    linked.check_asked(year, as_of)?;
    let history = if arguments.complete_history { History::Complete } else { linked.history() };
    let question = ReviewQuestion::new(year).with_as_of(as_of).with_history(history);

    let mut reviews = ReviewFigures::new(question);
    let mut untold = UntoldReviews::new(question);
    for care in linked.periods_of_care() {
        reviews.add(calendar, care)?;
        untold.add(calendar, care)?;
    }
    reviews.add_data_quality(&linked.data_quality(as_of, history));
    let mut missed = MissedReviews::new(question);
    for child in linked.children() {
        missed.add(calendar, child.periods_of_care())?;
    }
    let mut children = ChildrenFigures::new(question);
    linked.snapshots(year, as_of).for_each(|snapshot| children.add(&snapshot));
    children.add_short_breaks(linked.children_in_short_breaks(year, as_of), 0);

    let mut records = Records::new(question, arguments);
    let any_records = match &arguments.records {
        Some(file) => fold(file, &mut records, service, calendar).map(|()| true)?,
        None if of_sample(arguments) && service.is_some() => {
            sample(&linked, &mut records, service, calendar).map(|()| true)?
        }
        None => false,
    };
    let by_child = records.by_child.take();
    let left_out = records.left_out;
    let mut builder = if any_records {
        records.into_builder(authority, service).with_reviews(reviews)
    } else {
        AnnualReport::builder(authority, reviews)
    };
    let by_child = by_child.map(|by_child| behind(&linked, question, by_child, calendar));
    if of_sample(arguments) {
        builder = builder.with_invented_records();
    }
    let builder = builder
        .with_children(children)
        .with_missed(missed)
        .with_untold(untold)
        .with_returns(holds_reviews);
    Ok(Given { question, builder, behind: by_child.transpose()?, left_out })
}

/// The children of the returns, each counted as all of them are: reviews and placements by the returns, the
/// rest by the child's record.
fn behind(
    linked: &Linked,
    question: ReviewQuestion,
    mut records: BTreeMap<String, AnnualFigures>,
    calendar: &WorkingDays,
) -> Result<ChildrenBehind, Failure> {
    let (year, as_of) = (question.year(), question.as_of());
    let mut behind = ChildrenBehind::new(question);
    for child in linked.children() {
        let mut reviews = ReviewFigures::new(question);
        let mut untold = UntoldReviews::new(question);
        for care in child.periods_of_care() {
            reviews.add(calendar, care)?;
            untold.add(calendar, care)?;
        }
        let mut missed = MissedReviews::new(question);
        missed.add(calendar, child.periods_of_care())?;
        let mut children = ChildrenFigures::new(question);
        child.snapshots(year, as_of).for_each(|snapshot| children.add(&snapshot));
        children.add_short_breaks(u64::from(child.had_short_break(year, as_of)), 0);
        let of_child = match records.remove(child.id()) {
            Some(figures) => figures.into_builder("").with_reviews(reviews),
            None => AnnualReport::builder("", reviews),
        };
        behind.add(
            child.id(),
            of_child.with_children(children).with_missed(missed).with_untold(untold),
        )?;
    }
    // Of children who are in no return only what returns do not hold is counted.
    for (child, figures) in records {
        let of_child = figures
            .into_builder("")
            .with_reviews(ReviewFigures::new(question))
            .with_children(ChildrenFigures::new(question))
            .with_missed(MissedReviews::new(question))
            .with_untold(UntoldReviews::new(question));
        behind.add(&child, of_child)?;
    }
    Ok(behind)
}

/// A line for each time the figure counts a child: as many lines as the figure says.
fn list(report: &AnnualReport, behind: &ChildrenBehind, figure: &str) -> Result<String, Failure> {
    let children = behind.of_report(report, figure)?;
    Ok(children.flat_map(|(child, times)| (0..times).map(move |_| format!("{child}\n"))).collect())
}

/// The records of the sample's children.
fn sample(
    linked: &Linked,
    records: &mut Records,
    service: Option<&ServiceYear>,
    calendar: &WorkingDays,
) -> Result<(), Failure> {
    let question = records.figures.question();
    let assessor = assessor(question, calendar);
    for record in process::records(linked, question, calendar)? {
        records.add(&assessor, &with_register(record, service))?;
    }
    Ok(())
}

fn assessor(question: ReviewQuestion, calendar: &WorkingDays) -> Assessor<'_> {
    Assessor::new(calendar, question.as_of()).with_history(question.history())
}

/// A child's disputes stand in the service's register, unless the record has its own.
fn with_register(record: CareRecord, service: Option<&ServiceYear>) -> CareRecord {
    match service {
        Some(service) if record.disputes().list().is_none() => {
            let disputes = service.disputes_of(record.id());
            record.with_disputes(disputes)
        }
        _ => record,
    }
}

/// The figures of a file of records. A line that cannot be counted is named, and the rest goes on.
fn fold(
    file: &Path,
    records: &mut Records,
    service: Option<&ServiceYear>,
    calendar: &WorkingDays,
) -> Result<(), Failure> {
    let name = file.display();
    let text = std::fs::read(file).map_err(|error| Failure::new(&name, error))?;
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    let assessor = assessor(records.figures.question(), calendar);
    for (number, line) in (1_usize..).zip(text.split(|byte| *byte == b'\n')) {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let at = format!("{name}: line {number}");
        let record: CareRecord = match common::from_json(line) {
            Ok(record) => record,
            Err((path, error)) => {
                // The parser's own words may hold a piece of the line, and so something about a child.
                let at = if path.is_empty() { at } else { format!("{at}: {path}") };
                records.leave_out(&at, &common::unreadable(&error));
                continue;
            }
        };
        if records.children.contains(record.id()) {
            records.leave_out(&at, "the child is there already");
            continue;
        }
        let record = with_register(record, service);
        if let Err(error) = records.add(&assessor, &record) {
            let mut problems: Vec<String> =
                record.problems().iter().map(ToString::to_string).collect();
            if problems.is_empty() {
                problems.push(error.to_string());
            }
            records.leave_out(&at, &problems.join("; "));
        }
    }
    Ok(())
}

fn print(report: &AnnualReport, arguments: &Arguments) -> Result<String, Failure> {
    if arguments.audience == Audience::Board {
        return formed(report, arguments.format);
    }
    let public = report.for_publication(Disclosure::default());
    #[cfg(feature = "render")]
    if arguments.audience == Audience::YoungPeople {
        let young = iro_handbook::render::young_people(&public);
        return Ok(match arguments.format {
            Format::Html => young.html(),
            _ => young.markdown(),
        });
    }
    formed(public.report(), arguments.format)
}

fn formed(report: &AnnualReport, format: Format) -> Result<String, Failure> {
    Ok(match format {
        #[cfg(feature = "render")]
        Format::Html => iro_handbook::render::html(report),
        #[cfg(feature = "render")]
        Format::Markdown => iro_handbook::render::markdown(report),
        Format::Json => {
            let json = serde_json::to_string_pretty(report);
            json.map_err(|error| Failure::new("the report", error))? + "\n"
        }
        _ => report.to_string(),
    })
}
