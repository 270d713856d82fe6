//! The report as Markdown.

use super::escape::{inline, line, paragraphs, without_controls};
use super::words;
use crate::report::annual::{AnnualReport, Block, Headline, Section, Table};

pub(super) fn report(report: &AnnualReport) -> String {
    let mut out = Page::default();
    out.block(&format!("# {}", words::TITLE));
    out.block(&format!("**{}, {}**", inline(report.authority()), words::year(report)));
    for (mark, text) in words::marks(report) {
        out.block(&format!("> **{mark}.** {}", inline(&text)));
    }
    let symbols = words::SYMBOLS.iter().map(|(symbol, meaning)| format!("`{symbol}` {meaning}"));
    out.block(&format!("Symbols: {}.", symbols.collect::<Vec<_>>().join("; ")));
    if !report.items().is_empty() {
        prescribed(&mut out, report);
    }
    for one in report.sections() {
        section(&mut out, report, one);
    }
    out.finish()
}

/// Blocks with an empty line between.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    pub(super) fn block(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// What the service wrote, in its own paragraphs and lines, or that it wrote nothing.
    pub(super) fn narrative(&mut self, text: Option<&str>, nothing: &str) {
        let Some(text) = text else {
            return self.block(&format!("*{nothing}*"));
        };
        for lines in paragraphs(text) {
            let lines: Vec<String> = lines.iter().map(|one| line(one)).collect();
            self.block(&lines.join("\\\n"));
        }
    }

    pub(super) fn finish(self) -> String {
        without_controls(self.0)
    }
}

fn prescribed(out: &mut Page, report: &AnnualReport) {
    out.block("## What the Handbook asks for");
    out.block(&words::asked_for(report));
    let mut lines =
        vec!["| item | content | missing |".to_owned(), "| --- | --- | --- |".to_owned()];
    for status in report.items() {
        let missing = if status.is_filled() {
            "nothing".to_owned()
        } else {
            inline(&status.missing().join("; "))
        };
        let letter = status.item().letter();
        let title = inline(status.item().title());
        lines.push(format!("| {letter} | {title} | {missing} |"));
    }
    out.block(&lines.join("\n"));
}

fn section(out: &mut Page, report: &AnnualReport, section: &Section) {
    out.block(&format!("## {}", line(section.heading())));
    if let Some(status) = words::status(report, section) {
        let mut text = format!("*{}.", words::item(status.item().letter()));
        if !status.is_filled() {
            text.push_str(" Missing here: ");
            text.push_str(&inline(&status.missing().join("; ")));
            text.push('.');
        }
        text.push('*');
        out.block(&text);
    }
    let mut blocks = section.blocks().iter().peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Headline(first) => {
                let mut lines = Vec::new();
                headline(&mut lines, report, first);
                while let Some(Block::Headline(next)) = blocks.peek() {
                    headline(&mut lines, report, next);
                    blocks.next();
                }
                out.block(&lines.join("\n"));
            }
            Block::Table(one) => table(out, report, one),
            Block::Narrative { slot, text } => {
                out.block(&format!("### {}", slot.title()));
                out.narrative(text.as_deref(), words::NOT_PROVIDED);
            }
            Block::Note(note) => out.narrative(Some(note), words::NOT_PROVIDED),
        }
    }
}

fn headline(lines: &mut Vec<String>, report: &AnnualReport, headline: &Headline) {
    let value = inline(&report.text_of(headline.cell()));
    lines.push(format!("- **{}**: {value}", inline(headline.label())));
    for beside in headline.beside() {
        let value = inline(&report.text_of(beside.cell()));
        let met = match beside.is_met() {
            Some(true) => " (met)",
            Some(false) => " (not met)",
            None => "",
        };
        lines.push(format!("  - {}: {value}{met}", inline(beside.label())));
    }
}

fn table(out: &mut Page, report: &AnnualReport, table: &Table) {
    out.block(&format!("### {}", line(table.title())));
    let mut lines = Vec::new();
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let headings = table.columns().iter().map(|heading| inline(heading));
    lines.push(row([inline(table.stub())].into_iter().chain(headings).collect()));
    let sides = (0..table.columns().len())
        .map(|column| if words::is_words(table, column) { "---" } else { "---:" }.to_owned());
    lines.push(row(["---".to_owned()].into_iter().chain(sides).collect()));
    for one in table.rows() {
        let cells = one.cells().iter().map(|cell| inline(&report.text_of(cell)));
        let cells = [inline(one.label())].into_iter().chain(cells);
        let strong = |text: String| match text.as_str() {
            "" => text,
            _ if one.is_total() => format!("**{text}**"),
            _ => text,
        };
        lines.push(row(cells.map(strong).collect()));
    }
    out.block(&lines.join("\n"));
}
