//! What every format says in the same words.

use crate::report::annual::{
    AnnualReport, Block, Cell, ItemStatus, Row, Section, Shown, Slot, Table,
};
use chrono::NaiveDate;

pub(super) const TITLE: &str = "Annual report of the Independent Reviewing Officer service";
pub(super) const NOT_PROVIDED: &str = "not provided";
pub(super) const SYMBOLS: &[(&str, &str)] = &[
    ("z", "does not apply"),
    ("x", "not available: nobody gave it"),
    ("c", "kept back, because the number is small or would give a small one away"),
    ("low", "rounds to zero, but is not zero"),
];

pub(super) fn long(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// "1 April 2025 to 31 March 2026".
pub(super) fn year(report: &AnnualReport) -> String {
    let year = report.question().year();
    format!("{} to {}", long(year.start()), long(year.end()))
}

/// What a reader has to know before any figure: a heading and a sentence each.
pub(super) fn marks(report: &AnnualReport) -> Vec<(&'static str, String)> {
    let mut marks = Vec::new();
    let question = report.question();
    if report.is_invented() {
        let text = "Made from invented records. No child and no authority in it exists, and what they are compared with is invented too.";
        marks.push(("Sample", text.to_owned()));
    }
    if question.is_provisional() {
        let text =
            format!("As things stood on {}, before the year was over.", long(question.as_of()));
        marks.push(("Provisional", text));
    } else if question.as_of() > question.year().end() {
        marks.push(("Later knowledge", format!("As known on {}.", long(question.as_of()))));
    }
    if report.is_public() {
        let text = "Numbers that could show who somebody is are kept back.";
        marks.push(("Public version", text.to_owned()));
    }
    marks
}

/// "Item a of the Handbook’s list".
pub(super) fn item(letter: char) -> String {
    if letter == '+' {
        "Beside the Handbook’s list".to_owned()
    } else {
        format!("Item {letter} of the Handbook’s list")
    }
}

pub(super) fn status<'r>(report: &'r AnnualReport, section: &Section) -> Option<&'r ItemStatus> {
    let item = section.item()?;
    report.items().iter().find(|status| status.item() == item)
}

/// Whether a cell shows or rests on a count that is kept back.
pub(super) fn is_kept_back(report: &AnnualReport, cell: &Cell) -> bool {
    let shown = |name: &str| report.figure(name).and_then(Shown::count);
    cell.rests_on().any(|id| shown(id.as_str()).is_none())
}

/// What a symbol alone in its cell stands for.
pub(super) fn meaning_of_symbol(
    report: &AnnualReport,
    cell: &Cell,
) -> Option<(String, &'static str)> {
    let symbol = report.text_of(cell);
    let is_text = matches!(cell, Cell::Text(_)) && symbol != "low";
    let (_, meaning) = SYMBOLS.iter().find(|(known, _)| !is_text && *known == symbol)?;
    Some((symbol, meaning))
}

/// The number a text begins with: "71.35", "1,467", "94.3 %".
pub(super) fn leading_number(text: &str) -> Option<f64> {
    let is_numeral = |c: &char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-');
    let numeral: String = text.chars().take_while(is_numeral).filter(|c| *c != ',').collect();
    numeral.parse().ok().filter(|number: &f64| number.is_finite())
}

/// What a cell shows, broken only between a percentage and its counts.
pub(super) fn unbroken(report: &AnnualReport, cell: &Cell) -> String {
    let text = report.text_of(cell);
    match cell {
        Cell::Rate { .. } => text.replace(' ', "\u{a0}").replace("\u{a0}(", " ("),
        _ => text.replace(" %", "\u{a0}%"),
    }
}

/// Whether a column holds words, which stand to the left; numbers stand to the right.
pub(super) fn is_words(table: &Table, column: usize) -> bool {
    table.rows().iter().any(|row| is_word_cell(row.cells().get(column)))
}

pub(super) fn is_word_cell(cell: Option<&Cell>) -> bool {
    // "3.5" and "low" are numbers, "30 September 2026" is none.
    matches!(cell, Some(Cell::Text(text)) if text != "low" && text.contains(char::is_alphabetic))
}

/// What a row is of: its label, or else the first words in it. With the column they stand in.
pub(super) fn row_heading(row: &Row) -> (String, Option<usize>) {
    if !row.label().is_empty() {
        return (row.label().to_owned(), None);
    }
    let words = row.cells().iter().position(|cell| is_word_cell(Some(cell)));
    match words.and_then(|column| row.cells().get(column)) {
        Some(Cell::Text(text)) => (text.clone(), words),
        _ => (String::new(), None),
    }
}

/// What the service wrote in one place.
pub(super) fn slot(report: &AnnualReport, wanted: Slot) -> Option<&str> {
    report.sections().iter().flat_map(Section::blocks).find_map(|block| match block {
        Block::Narrative { slot, text } if *slot == wanted => text.as_deref(),
        _ => None,
    })
}
