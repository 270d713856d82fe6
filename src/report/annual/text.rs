//! The report as plain text.

use super::{AnnualReport, Block, Cell, Headline, Section, Table};
use chrono::NaiveDate;
use core::fmt;

const WIDTH: usize = 96;

impl fmt::Display for AnnualReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.question.year();
        let long = |day: NaiveDate| day.format("%-d %B %Y").to_string();
        writeln!(f, "Annual report of the Independent Reviewing Officer service")?;
        writeln!(f, "{}, {} to {}", self.authority, long(year.start()), long(year.end()))?;
        if self.synthetic {
            writeln!(
                f,
                "SAMPLE: made from invented records. No child and no authority in it exists, and what they are compared with is invented too."
            )?;
        }
        if self.question.is_provisional() {
            writeln!(f, "PROVISIONAL: as things stood on {}.", long(self.question.as_of()))?;
        } else if self.question.as_of() > year.end() {
            writeln!(f, "As known on {}.", long(self.question.as_of()))?;
        }
        if self.public {
            writeln!(f, "Public version: small numbers are kept back.")?;
        }
        for section in &self.sections {
            self.section(f, section)?;
        }
        writeln!(f)?;
        let key: Vec<_> = self.key().iter().map(|(sign, of)| format!("{sign}: {of}.")).collect();
        wrapped(f, "", &key.join(" "))
    }
}

impl AnnualReport {
    fn section(&self, f: &mut fmt::Formatter<'_>, section: &Section) -> fmt::Result {
        let heading = section.heading();
        writeln!(f, "\n{heading}")?;
        writeln!(f, "{}", "=".repeat(heading.chars().count()))?;
        if let Some(item) = section.item() {
            if let Some(status) = self.items.iter().find(|status| status.item() == item) {
                if !status.is_filled() {
                    wrapped(f, "  ", &format!("Missing here: {}.", status.missing().join("; ")))?;
                }
            }
        }
        let mut before: Option<&Block> = None;
        for block in section.blocks() {
            // Figures stand together, apart from the table or text before them.
            let apart = before.is_some_and(|before| !matches!(before, Block::Headline(_)));
            if apart && matches!(block, Block::Headline(_)) {
                writeln!(f)?;
            }
            before = Some(block);
            match block {
                Block::Headline(headline) => self.headline(f, headline)?,
                Block::Table(table) => self.table(f, table)?,
                Block::Narrative { slot, text } => {
                    writeln!(f, "\n  {}", slot.title())?;
                    wrapped(f, "    ", text.as_deref().unwrap_or("(not provided)"))?;
                }
                Block::Note(note) => wrapped(f, "  ", note)?,
            }
        }
        Ok(())
    }

    fn headline(&self, f: &mut fmt::Formatter<'_>, headline: &Headline) -> fmt::Result {
        writeln!(f, "  {}: {}", headline.label(), self.text_of(headline.cell()))?;
        for beside in headline.beside() {
            writeln!(f, "    {}: {}", beside.label(), self.text_of(beside.cell()))?;
        }
        Ok(())
    }

    fn table(&self, f: &mut fmt::Formatter<'_>, table: &Table) -> fmt::Result {
        let rows: Vec<Vec<String>> = table
            .rows()
            .iter()
            .map(|row| row.cells().iter().map(|cell| self.text_of(cell)).collect())
            .collect();
        let wide = |text: &str| text.chars().count();
        let labels = table.rows().iter().map(|row| wide(row.label()));
        let stub = labels.chain([wide(table.stub())]).max().unwrap_or_default();
        let widths: Vec<usize> = table
            .columns()
            .iter()
            .enumerate()
            .map(|(column, heading)| {
                let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| wide(cell));
                cells.chain([wide(heading)]).max().unwrap_or_default()
            })
            .collect();
        // A column of words begins on the left, as words do, and numbers end on the right.
        let words: Vec<bool> = (0..table.columns().len())
            .map(|column| {
                let mut cells = table.rows().iter().filter_map(|row| row.cells().get(column));
                cells.all(|cell| matches!(cell, Cell::Text(_)))
            })
            .collect();
        writeln!(f, "\n  {}", table.title())?;
        let headings = table.columns();
        let lines = core::iter::once((table.stub(), headings))
            .chain(table.rows().iter().zip(&rows).map(|(row, cells)| (row.label(), &**cells)));
        for (label, cells) in lines {
            let mut line = format!("    {label:<stub$}");
            for ((cell, width), words) in cells.iter().zip(&widths).zip(&words) {
                line.push_str("  ");
                line.push_str(&aligned(cell, *width, *words));
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn aligned(text: &str, width: usize, words: bool) -> String {
    if words { format!("{text:<width$}") } else { format!("{text:>width$}") }
}

/// A text in lines no wider than the page, each behind an indent; its own line breaks are kept.
fn wrapped(f: &mut fmt::Formatter<'_>, indent: &str, text: &str) -> fmt::Result {
    for line in text.lines() {
        let mut used = 0_usize;
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if used > 0 && used.saturating_add(length).saturating_add(1) > WIDTH {
                writeln!(f)?;
                used = 0;
            }
            if used == 0 {
                write!(f, "{indent}{word}")?;
                used = length;
            } else {
                write!(f, " {word}")?;
                used = used.saturating_add(length).saturating_add(1);
            }
        }
        writeln!(f)?;
    }
    Ok(())
}
