//! Every duty laid on care records: JSON Lines in, findings out as text, JSON Lines, SARIF or FHIR.
//!
//! `cargo run --example check` checks an embedded sample; `--help` says how to check your own.

mod common;

use chrono::NaiveDate;
use clap::{Parser, ValueEnum};
use common::{Failure, unreadable};
use iro_handbook::assess::{
    AgreedDeparture, Assessor, Departures, Finding, History, Outcome, Severity,
};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{Family, RuleId, rules};
use iro_handbook::record::CareRecord;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const SAMPLE: &[u8] = include_bytes!("sample/records.jsonl");
const SAMPLE_FILE: &str = "examples/sample/records.jsonl";
/// So many missing facts are named of a child.
const FACTS_NAMED: usize = 3;
/// The day on which the sample is looked at: 31 July 2026.
const SAMPLE_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 7, 31);

/// Every duty of the Handbook laid on care records, one a line in JSON.
///
/// Without arguments it checks a sample of invented children in the program itself.
#[derive(Parser)]
#[command(after_help = "EXAMPLES
  check records.jsonl --as-of 2026-07-31
      for a reader, child by child: what was breached, what was late, what is due, what was done, and
      in one line what cannot be told
  check --as-of 2026-07-31 --only-breaches --format jsonl < records.jsonl
      what was breached, a line for each finding
  check records.jsonl --as-of 2026-07-31 --format sarif --departures agreed.json
      for a tool that reads SARIF 2.1.0; what a service has agreed is a suppression
  check records.jsonl --as-of 2026-07-31 --complete-from 2024-04-01 --policy ours.json
      records that begin on 1 April 2024, and what the authority has decided where the law is silent
  check --sample --format fhir
      the sample as a FHIR R4 OperationOutcome

A line that cannot be read is named by its number on standard error, without anything of what it
says, and the rest goes on. A record that contradicts itself is named with what contradicts what.

Exit status: 0 when nothing was breached, 1 when a law or guidance was, agreed or not, and 2 when
something could not be read. The sample always ends with 0.")]
struct Arguments {
    /// The records, one a line. Without it, or as -, they are read from standard input.
    #[arg(value_name = "FILE", conflicts_with = "sample")]
    file: Option<PathBuf>,

    /// The day asked about, yyyy-mm-dd.
    #[arg(long, value_name = "DATE", value_parser = common::day, required_unless_present = "sample")]
    as_of: Option<NaiveDate>,

    /// Check the sample; the day asked about is 31 July 2026 unless another is given.
    #[arg(long)]
    sample: bool,

    /// The day from which the records are complete. What hangs on reviews before it cannot be told, and is no
    /// breach. Without it every record is complete from the start of care; a period of care that was running
    /// when the records begin says so itself, with "entry": "not_known".
    #[arg(long, value_name = "DATE", value_parser = common::day)]
    complete_from: Option<NaiveDate>,

    /// What the authority has decided where the law is silent: a JSON object such as
    /// {"midway_check": {"months": 3}}.
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,

    /// A family of duties, such as reviews or before-review; all of them where none is given. May be
    /// given again.
    #[arg(long = "family", value_name = "FAMILY", value_parser = family)]
    families: Vec<Family>,

    /// How to print the findings.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Departures that the service has agreed: a JSON array of objects with key, reason and role. They
    /// hide nothing: each stands beside its finding.
    #[arg(long, value_name = "FILE")]
    departures: Option<PathBuf>,

    /// Only what was not done, or was done late.
    #[arg(long, conflicts_with = "all")]
    only_breaches: bool,

    /// In text, each duty that cannot be told on a line of its own. The other formats always have each.
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a reader.
    Text,
    /// A JSON object for each finding, a line each.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// FHIR R4 OperationOutcome.
    Fhir,
}

fn family(text: &str) -> Result<Family, String> {
    text.parse().map_err(|error: iro_handbook::Error| error.to_string())
}

fn main() -> ExitCode {
    if std::env::args_os().len() <= 1 {
        return common::run_with_status(|| check(&Arguments::of_sample()));
    }
    match common::arguments() {
        Ok(arguments) => common::run_with_status(|| check(&arguments)),
        Err(status) => status,
    }
}

impl Arguments {
    fn of_sample() -> Self {
        Self {
            file: None,
            as_of: None,
            sample: true,
            complete_from: None,
            policy: None,
            families: Vec::new(),
            format: Format::Text,
            departures: None,
            only_breaches: false,
            all: false,
        }
    }

    fn chosen(&self) -> &[Family] {
        if self.families.is_empty() { Family::ALL } else { &self.families }
    }

    /// Where the records come from, and the name it goes by: none for standard input.
    fn input(&self) -> Result<(Box<dyn BufRead>, Option<String>), Failure> {
        if self.sample {
            return Ok((Box::new(SAMPLE), Some(SAMPLE_FILE.to_owned())));
        }
        match self.file.as_deref().filter(|file| *file != Path::new("-")) {
            None => Ok((Box::new(std::io::stdin().lock()), None)),
            Some(file) => {
                let name = file.display().to_string();
                let open = File::open(file).map_err(|error| Failure::new(&name, error))?;
                Ok((Box::new(BufReader::new(open)), Some(name)))
            }
        }
    }
}

fn check(arguments: &Arguments) -> Result<(String, u8), Failure> {
    let as_of = arguments.as_of.or(SAMPLE_DAY.filter(|_| arguments.sample));
    let as_of = as_of.ok_or_else(|| Failure::new("--as-of", "give the day asked about"))?;
    let agreed: Option<Vec<AgreedDeparture>> = read(arguments.departures.as_deref())?;
    let mut departures = Departures::new(agreed.unwrap_or_default());
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, as_of)
        .with_families(arguments.chosen())
        .with_history(arguments.complete_from.map_or(History::Complete, History::CompleteFrom))
        .with_policy(read(arguments.policy.as_deref())?.unwrap_or_default());
    let (mut input, name) = arguments.input()?;

    let mut report = Report::new(arguments.format, arguments.all, name.clone());
    if arguments.sample && matches!(arguments.format, Format::Text) {
        report.text.push_str("Sample data: invented children.\n\n");
    }
    let name = name.unwrap_or_else(|| "standard input".to_owned());
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| Failure::new(format!("{name}: line {number}"), error))? == 0 {
            break;
        }
        let bytes = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf") } else { None };
        let bytes = bytes.unwrap_or(&line).trim_ascii();
        if bytes.is_empty() {
            continue;
        }
        let record: CareRecord = match serde_json::from_slice(bytes) {
            Ok(record) => record,
            Err(error) => {
                report.unread(&name, number, &unreadable(&error));
                continue;
            }
        };
        if let Some(before) = seen.insert(record.id().to_owned(), number) {
            let problem = format!("the child is on line {before} already, so it is left out");
            report.unread(&name, number, &problem);
            continue;
        }
        match assessor.assess(&record) {
            Ok(assessment) => {
                report.children += 1;
                for finding in assessment.findings() {
                    if arguments.only_breaches && !finding.outcome().is_breach() {
                        continue;
                    }
                    report.finding(finding, departures.of(finding), number)?;
                }
                report.end_of_child(record.id(), !arguments.only_breaches);
            }
            Err(error) => report.unread(&name, number, &error.to_string()),
        }
    }
    // One that belongs to a family that was not asked about has had no chance.
    let asked = |key: &str| {
        let rule = key.split('/').next().and_then(|rule| rule.parse::<RuleId>().ok());
        rule.is_none_or(|rule| arguments.chosen().contains(&rule.rule().family()))
    };
    for agreed in departures.unmatched().filter(|agreed| asked(agreed.key())) {
        eprintln!("warning: a departure is agreed for {}, which is no breach here", agreed.key());
    }
    let status = match (arguments.sample, report.unread.is_empty(), report.breached()) {
        (true, ..) => 0,
        (_, false, _) => 2,
        (_, true, breached) => u8::from(breached),
    };
    Ok((report.finish()?, status))
}

/// What a file says in JSON; nothing where none is given.
fn read<T: DeserializeOwned>(file: Option<&Path>) -> Result<Option<T>, Failure> {
    let Some(file) = file else { return Ok(None) };
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|error| Failure::new(&name, error))?;
    serde_json::from_slice(&bytes)
        .map(Some)
        .map_err(|error| Failure::new(format!("{name}: line {}", error.line()), unreadable(&error)))
}

/// What is found, in one of the formats, collected.
struct Report {
    format: Format,
    file: Option<String>,
    /// In text, each duty that cannot be told on a line of its own.
    all: bool,
    /// The whole output of text and JSON Lines.
    text: String,
    /// In text, the findings of the child at hand with their places, and how many cannot be told for want of
    /// which fact.
    of_child: Vec<(Place, String)>,
    lacking: Vec<(String, usize)>,
    /// The results of SARIF, the issues of FHIR.
    items: Vec<Value>,
    unread: Vec<(usize, String)>,
    children: u64,
    findings: u64,
    of_law: u64,
    of_guidance: u64,
    of_neither: u64,
    agreed: u64,
    cannot_tell: u64,
}

/// What a reader looks for comes first; what is due, by its day, and last what has none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    NotDone,
    Late,
    Due(NaiveDate),
    Done,
    Rest,
}

/// A finding as a line of JSON, with how serious it is and what was agreed.
#[derive(Serialize)]
struct Line<'f, 'r> {
    #[serde(flatten)]
    finding: &'f Finding<'r>,
    /// Of a breach only.
    severity: Option<Severity>,
    departure: Option<Agreed<'f>>,
}

#[derive(Serialize)]
struct Agreed<'a> {
    reason: &'a str,
    role: &'a str,
}

impl Report {
    fn new(format: Format, all: bool, file: Option<String>) -> Self {
        Self {
            format,
            file,
            all,
            text: String::new(),
            of_child: Vec::new(),
            lacking: Vec::new(),
            items: Vec::new(),
            unread: Vec::new(),
            children: 0,
            findings: 0,
            of_law: 0,
            of_guidance: 0,
            of_neither: 0,
            agreed: 0,
            cannot_tell: 0,
        }
    }

    const fn breached(&self) -> bool {
        self.of_law + self.of_guidance > 0
    }

    fn unread(&mut self, name: &str, number: usize, problem: &str) {
        eprintln!("error: {name}: line {number}: {problem}");
        self.unread.push((number, problem.to_owned()));
    }

    /// In text, a child's findings under its identifier; what cannot be told in one line.
    fn end_of_child(&mut self, id: &str, even_without: bool) {
        let mut findings = std::mem::take(&mut self.of_child);
        let mut lacking = std::mem::take(&mut self.lacking);
        let none = findings.is_empty() && lacking.is_empty();
        if !matches!(self.format, Format::Text) || (none && !even_without) {
            return;
        }
        findings.sort_by_key(|(place, _)| *place);
        let findings: String = findings.into_iter().map(|(_, text)| text).collect();
        let out = &mut self.text;
        // Writing to a string does not fail.
        let _ = writeln!(out, "{id}\n{findings}{}", if none { "  no duty\n" } else { "" });
        out.pop();
        if !lacking.is_empty() {
            let duties: usize = lacking.iter().map(|(_, duties)| duties).sum();
            lacking.sort_by_key(|(_, duties)| std::cmp::Reverse(*duties));
            let more = lacking.len().saturating_sub(FACTS_NAMED);
            let named: Vec<String> =
                lacking.into_iter().take(FACTS_NAMED).map(|(missing, _)| missing).collect();
            let noun = if duties == 1 { "duty" } else { "duties" };
            let _ = write!(
                out,
                "  [unclear]  {duties} {noun} cannot be told: the records do not show {}",
                named.join("; ")
            );
            let _ = match more {
                0 => writeln!(out),
                1 => writeln!(out, "; and one fact more (--all names it)"),
                more => writeln!(out, "; and {more} facts more (--all names them)"),
            };
        }
        out.push('\n');
    }

    fn finding(
        &mut self,
        finding: &Finding<'_>,
        agreed: Option<&AgreedDeparture>,
        line: usize,
    ) -> Result<(), Failure> {
        self.findings += 1;
        let severity = finding.outcome().is_breach().then(|| severity(finding));
        match severity {
            Some(Severity::Breach) => self.of_law += 1,
            Some(Severity::Departure) => self.of_guidance += 1,
            Some(_) => self.of_neither += 1,
            None => {}
        }
        self.agreed += u64::from(agreed.is_some());
        self.cannot_tell += u64::from(finding.outcome().missing().is_some());
        match self.format {
            Format::Text => match finding.outcome().missing() {
                Some(missing) if !self.all => self.lacks(missing.to_string()),
                _ => self.of_child.push((place(finding), text(finding, agreed))),
            },
            Format::Jsonl => {
                let departure =
                    agreed.map(|agreed| Agreed { reason: agreed.reason(), role: agreed.role() });
                let line = serde_json::to_string(&Line { finding, severity, departure })
                    .map_err(|error| Failure::new("a finding", error))?;
                self.text.push_str(&line);
                self.text.push('\n');
            }
            Format::Sarif => {
                self.items.push(result(finding, agreed, self.file.as_deref(), line));
            }
            Format::Fhir => self.items.push(issue(finding, agreed)),
        }
        Ok(())
    }

    fn lacks(&mut self, missing: String) {
        match self.lacking.iter_mut().find(|(before, _)| *before == missing) {
            Some((_, duties)) => *duties += 1,
            None => self.lacking.push((missing, 1)),
        }
    }

    fn finish(mut self) -> Result<String, Failure> {
        let document = match self.format {
            Format::Jsonl => return Ok(self.text),
            Format::Text => {
                let Self { of_law, of_guidance, of_neither, agreed, cannot_tell, .. } = self;
                let summary = format!(
                    "Children: {}. Findings: {}.\nBreaches of law: {of_law}. Departures from \
                     guidance: {of_guidance}. Of neither: {of_neither}. Agreed by the service, of \
                     these: {agreed}.\nCannot be told: {cannot_tell}. Lines not read: {}.\n",
                    self.children,
                    self.findings,
                    self.unread.len(),
                );
                return Ok(self.text + &summary);
            }
            Format::Sarif => sarif(std::mem::take(&mut self.items), &self.unread),
            Format::Fhir => fhir(std::mem::take(&mut self.items), &self.unread),
        };
        serde_json::to_string_pretty(&document)
            .map(|text| text + "\n")
            .map_err(|error| Failure::new("the findings", error))
    }
}

fn severity(finding: &Finding<'_>) -> Severity {
    Severity::of(finding.rule().force())
}

/// The sentence of a finding, without the line that cites the law.
fn sentence(finding: &Finding<'_>) -> String {
    let text = finding.explain().to_string();
    text.split_once("\n  ").map_or(text.clone(), |(sentence, _)| sentence.to_owned())
}

fn place(finding: &Finding<'_>) -> Place {
    match finding.outcome() {
        Outcome::NotMet => Place::NotDone,
        Outcome::MetLate => Place::Late,
        Outcome::NotYetDue => Place::Due(finding.due().map_or(NaiveDate::MAX, |due| due.by())),
        Outcome::Met => Place::Done,
        _ => Place::Rest,
    }
}

fn text(finding: &Finding<'_>, agreed: Option<&AgreedDeparture>) -> String {
    let mut out = String::new();
    let mark = match finding.outcome() {
        Outcome::Met => "[ok]      ",
        outcome if outcome.is_breach() => match severity(finding) {
            Severity::Breach => "[LAW]     ",
            Severity::Departure => "[guidance]",
            _ => "[note]    ",
        },
        Outcome::NotYetDue => "[open]    ",
        Outcome::CannotTell(_) => "[unclear] ",
        _ => "[-]       ",
    };
    // Writing to a string does not fail.
    let _ = writeln!(out, "  {mark} {}", sentence(finding));
    if finding.outcome().is_breach() {
        let _ = writeln!(out, "             {}", finding.term().citation());
        let _ = writeln!(out, "             {}", finding.key());
    }
    if let Some(agreed) = agreed {
        let _ = writeln!(out, "             agreed by {}: {}", agreed.role(), agreed.reason());
    }
    out
}

/// A result of SARIF, told from every other by the finding's key. A level belongs to what failed alone; of all else it is none.
fn result(
    finding: &Finding<'_>,
    agreed: Option<&AgreedDeparture>,
    file: Option<&str>,
    line: usize,
) -> Value {
    let kind = match finding.outcome() {
        Outcome::Met => "pass",
        Outcome::MetLate | Outcome::NotMet => "fail",
        Outcome::NotYetDue => "open",
        Outcome::Lapsed | Outcome::NotApplicable(_) => "notApplicable",
        _ => "review",
    };
    let level = match severity(finding) {
        _ if kind != "fail" => "none",
        Severity::Breach => "error",
        Severity::Departure => "warning",
        _ => "note",
    };
    let rule = finding.rule();
    let subject = finding.subject();
    let mut location = json!({
        "logicalLocations": [{
            "name": subject.id(),
            "fullyQualifiedName": subject.to_string(),
            "kind": "element",
        }],
    });
    if let Some(file) = file {
        location["physicalLocation"] = json!({
            "artifactLocation": { "uri": uri(file) },
            "region": { "startLine": line },
        });
    }
    let mut result = json!({
        "ruleId": rule.id().as_str(),
        "ruleIndex": RuleId::ALL.iter().position(|id| *id == rule.id()),
        "kind": kind,
        "level": level,
        "message": { "text": sentence(finding) },
        "locations": [location],
        "partialFingerprints": { "findingKey/v1": finding.key().to_string() },
        "properties": {
            "outcome": finding.outcome().as_str(),
            "force": rule.force().to_string(),
            "citation": finding.term().citation().to_string(),
        },
    });
    if let Some(agreed) = agreed {
        result["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": format!("{}: {}", agreed.role(), agreed.reason()),
        }]);
    }
    result
}

fn sarif(results: Vec<Value>, unread: &[(usize, String)]) -> Value {
    let rules: Vec<Value> = rules()
        .map(|rule| {
            let level = match Severity::of(rule.force()) {
                Severity::Breach => "error",
                Severity::Departure => "warning",
                _ => "note",
            };
            json!({
                "id": rule.id().as_str(),
                "shortDescription": { "text": rule.title() },
                "fullDescription": { "text": rule.says() },
                "help": { "text": rule.explain().to_string() },
                "defaultConfiguration": { "level": level },
                "properties": {
                    "family": rule.family().as_str(),
                    "force": rule.force().to_string(),
                },
            })
        })
        .collect();
    let notes: Vec<Value> = unread
        .iter()
        .map(|(line, problem)| {
            json!({
                "level": "error",
                "message": { "text": format!("line {line}: {problem}") },
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "invocations": [{
                "executionSuccessful": unread.is_empty(),
                "toolExecutionNotifications": notes,
            }],
            "results": results,
        }],
    })
}

/// A path as a reference in a URI.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => out.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            // Writing to a string does not fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    // An absolute path is a file's whole address.
    if path.starts_with('/') { format!("file://{out}") } else { out }
}

/// An issue of a FHIR R4 OperationOutcome.
fn issue(finding: &Finding<'_>, agreed: Option<&AgreedDeparture>) -> Value {
    let (severity, code) = match (finding.outcome(), severity(finding)) {
        (Outcome::MetLate | Outcome::NotMet, Severity::Breach) => ("error", "business-rule"),
        (Outcome::MetLate | Outcome::NotMet, Severity::Departure) => ("warning", "business-rule"),
        (Outcome::MetLate | Outcome::NotMet, _) => ("information", "business-rule"),
        // An element that the check asks for is not there.
        (Outcome::CannotTell(_), _) => ("warning", "required"),
        _ => ("information", "informational"),
    };
    let mut outcome = format!("{}: {}", finding.subject(), finding.outcome());
    if let Some(agreed) = agreed {
        let _ = write!(outcome, "; agreed by {}: {}", agreed.role(), agreed.reason());
    }
    // What identifies an element has no spaces. It is the finding's key, of which the caller's part may have.
    let id = finding.key().to_string().replace(char::is_whitespace, "%20");
    json!({
        "id": id,
        "severity": severity,
        "code": code,
        "details": {
            "coding": [{ "code": finding.rule().id().as_str(), "display": finding.rule().title() }],
            "text": outcome,
        },
        "diagnostics": finding.explain().to_string(),
    })
}

fn fhir(mut issues: Vec<Value>, unread: &[(usize, String)]) -> Value {
    issues.extend(unread.iter().map(|(line, problem)| {
        json!({
            "severity": "error",
            "code": "structure",
            "diagnostics": format!("line {line}: {problem}"),
        })
    }));
    // There is at least one issue in every OperationOutcome.
    if issues.is_empty() {
        issues.push(json!({
            "severity": "information",
            "code": "informational",
            "diagnostics": "There is nothing to report.",
        }));
    }
    json!({ "resourceType": "OperationOutcome", "issue": issues })
}
