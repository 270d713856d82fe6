//! What is compared and stands in a table only: it is made a headline right behind the table, so that everything
//! stands beside it as beside any headline.

use super::builder::Draft;
use super::compared::{Figure, wrong};
use super::{Block, Cell, FigureId, FigureNames, Headline, Row, Section, Table, names};
use crate::error::Result;
use crate::report::Comparator;
use std::collections::BTreeSet;

/// A figure by its name, and as what: in the words of a unit.
type Wanted<'w> = (&'w str, &'static str);

const COUNT: &str = "a count";
const PERCENTAGE: &str = "a percentage";

/// Puts a headline behind the first table with it, for every figure that is compared, or of which the years are
/// asked for, and that no headline shows.
pub(super) fn headlines(
    draft: &Draft<'_>,
    sections: &mut [Section],
    comparators: &[(&str, &Comparator)],
) -> Result<()> {
    let figures = standing(draft, sections, |_| true);
    let in_tables = in_tables(sections);
    let mut wanted: BTreeSet<Wanted<'_>> = BTreeSet::new();
    for (name, comparator) in comparators {
        let unit = comparator.value().unit();
        if figures.contains(&((*name).to_owned(), unit)) {
            continue;
        }
        if !in_tables.contains(&((*name).to_owned(), unit)) {
            let value = format!("{} {}", comparator.basis(), comparator.value());
            let units = figures.iter().chain(&in_tables).filter(|(other, _)| other == name);
            let units: BTreeSet<&str> = units.map(|(_, unit)| *unit).collect();
            let problem = if units.is_empty() {
                unknown(name, figures.iter().chain(&in_tables))
            } else {
                let units: Vec<&str> = units.into_iter().collect();
                format!("it is {unit}, and the figure is {}", units.join(" or "))
            };
            return Err(wrong(name, "comparator", value, &problem));
        }
        wanted.insert((*name, unit));
    }
    for name in &draft.given.trends {
        let shown = figures.iter().any(|(other, _)| other == name);
        if shown || wanted.iter().any(|(other, _)| other == name) {
            continue;
        }
        let units = [COUNT, PERCENTAGE];
        let unit = units.into_iter().find(|unit| in_tables.contains(&(name.clone(), *unit)));
        let Some(unit) = unit else {
            let problem = unknown(name, figures.iter().chain(&in_tables));
            return Err(wrong(name, "trend", name, &problem));
        };
        wanted.insert((name, unit));
    }
    for section in sections {
        let mut blocks = Vec::with_capacity(section.blocks.len());
        for block in core::mem::take(&mut section.blocks) {
            let behind = match &block {
                Block::Table(table) => behind(table, &mut wanted),
                _ => Vec::new(),
            };
            blocks.push(block);
            blocks.extend(behind.into_iter().map(Block::Headline));
        }
        section.blocks = blocks;
    }
    Ok(())
}

/// Why nothing stands there by that name.
fn unknown<'f>(name: &str, all: impl Iterator<Item = &'f (String, &'static str)>) -> String {
    if FigureNames.contains(name) {
        return "no figure in this report has this name: what it is made from was not given"
            .to_owned();
    }
    let near = names::nearest(name, all.map(|(name, _)| name.clone()));
    format!("no figure of the report has this name{}", names::in_words(&near))
}

/// The names of the headline figures that stand in a section of their own, too.
pub(super) fn outside_the_summary(draft: &Draft<'_>, sections: &[Section]) -> BTreeSet<String> {
    let figures = standing(draft, sections, |section| section.id != "summary");
    figures.into_iter().map(|(name, _)| name).collect()
}

/// The headline figures of these sections.
fn standing(
    draft: &Draft<'_>,
    sections: &[Section],
    of: impl Fn(&Section) -> bool,
) -> BTreeSet<(String, &'static str)> {
    let blocks = sections.iter().filter(|section| of(section)).flat_map(|section| &section.blocks);
    let figures = blocks.filter_map(|block| match block {
        Block::Headline(headline) => Figure::of(draft, headline),
        _ => None,
    });
    figures.map(|figure| (figure.name, figure.value.unit())).collect()
}

/// The counts and the shares that stand in tables.
fn in_tables(sections: &[Section]) -> BTreeSet<(String, &'static str)> {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    cells.filter_map(figure).map(|(id, unit)| (id.to_string(), unit)).collect()
}

const fn figure(cell: &Cell) -> Option<(&FigureId, &'static str)> {
    match cell {
        Cell::Count(id) => Some((id, COUNT)),
        Cell::Rate { of, .. } => Some((of, PERCENTAGE)),
        _ => None,
    }
}

/// The wanted figures of a table, which are then wanted no more.
fn behind(table: &Table, wanted: &mut BTreeSet<Wanted<'_>>) -> Vec<Headline> {
    let mut found = Vec::new();
    for row in &table.rows {
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            let Some((id, unit)) = figure(cell) else { continue };
            let is_it = |(name, other): &Wanted<'_>| *name == id.as_str() && *other == unit;
            let before = wanted.len();
            wanted.retain(|one| !is_it(one));
            if wanted.len() < before {
                found.push(Headline::new(label(table, row, cell, column), cell.clone()));
            }
        }
    }
    found
}

/// "Disputes by theme: contact", with the heading of the column where the row has several of the kind.
fn label(table: &Table, row: &Row, cell: &Cell, column: &str) -> String {
    let alike = |other: &&Cell| core::mem::discriminant(*other) == core::mem::discriminant(cell);
    let several = row.cells.iter().filter(alike).count() > 1;
    let texts = row.cells.iter().filter_map(|cell| match cell {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let words = [row.label.as_str()].into_iter().chain(texts).chain(several.then_some(column));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!("{}: {}", table.title, words.join(", "))
}
