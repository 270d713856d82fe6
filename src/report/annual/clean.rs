//! Texts from outside, made fit to stand in a document: done once, when a report is built, so that every format
//! prints the same.

use super::{Block, Cell, Section};

/// A text on one line: without control characters, and with nothing that turns the direction of what stands
/// after it. What separates words or lines becomes one space.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let mut letters = word.chars().filter(|c| !turns(*c)).peekable();
        if letters.peek().is_some() && !out.is_empty() {
            out.push(' ');
        }
        out.extend(
            letters.map(|c| if is_no_character(c) { char::REPLACEMENT_CHARACTER } else { c }),
        );
    }
    out
}

/// A text in lines of its own, each as [`line`] makes it.
pub(crate) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let ends = |c: char| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let lines: Vec<String> = text.split(ends).map(line).collect();
    lines.join("\n")
}

/// The embeddings, overrides and isolates of the bidirectional algorithm. Marks that turn nothing stay.
pub(crate) const fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What Unicode keeps free of characters.
pub(crate) const fn is_no_character(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE
}

/// Every text of a section.
pub(super) fn section(section: &mut Section) {
    one(&mut section.heading);
    for block in &mut section.blocks {
        match block {
            Block::Headline(headline) => {
                one(&mut headline.label);
                cell(&mut headline.cell);
                for beside in &mut headline.beside {
                    one(&mut beside.label);
                    cell(&mut beside.cell);
                }
            }
            Block::Table(table) => {
                [&mut table.title, &mut table.stub].into_iter().for_each(one);
                table.columns.iter_mut().for_each(one);
                for row in &mut table.rows {
                    one(&mut row.label);
                    row.cells.iter_mut().for_each(cell);
                }
                if let Some(chart) = &mut table.chart {
                    [&mut chart.title, &mut chart.description].into_iter().for_each(one);
                }
            }
            Block::Narrative { text: Some(text), .. } | Block::Note(text) => *text = lines(text),
            Block::Narrative { text: None, .. } => {}
        }
    }
}

fn cell(cell: &mut Cell) {
    match cell {
        Cell::Text(text) | Cell::Derived { text, .. } => one(text),
        Cell::Count(_) | Cell::Rate { .. } | Cell::NotApplicable | Cell::NotAvailable => {}
    }
}

fn one(text: &mut String) {
    *text = line(text);
}
