//! The JSON document of the report.
//!
//! Of the board's version the keys of the review figures stand at the top, so that a program that reads those
//! reads the report too. The public version has what it prints, and no other count.

use super::{AnnualReport, Block, Cell, ChartKind, ItemStatus, PublicReport, Section, Shown, Slot};
use crate::report::json::{ReviewKeys, Span};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;

pub(in crate::report) const SCHEMA: &str = "iro-handbook/annual-report/1";

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
struct Document<'r> {
    #[cfg_attr(feature = "schemars", schemars(extend("const" = SCHEMA)))]
    schema: &'static str,
    audience: Audience,
    authority: &'r str,
    /// Whether it is made from invented records.
    invented: bool,
    period: Span,
    as_of: NaiveDate,
    /// Of the percentages.
    decimals: u32,
    /// What the signs in the cells mean.
    key: BTreeMap<&'static str, &'static str>,
    items: Vec<Item<'r>>,
    sections: Vec<Part<'r>>,
    /// Every count by its name, or `c` where it is kept back.
    figures: BTreeMap<&'r str, Count>,
    /// The keys of the review figures, of the board's version only.
    #[serde(flatten)]
    reviews: Option<ReviewKeys>,
}

/// For whom it is made.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[serde(rename_all = "snake_case")]
enum Audience {
    Board,
    Public,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[serde(untagged)]
enum Count {
    Shown(u64),
    KeptBack(Confidential),
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
enum Confidential {
    #[serde(rename = "c")]
    C,
}

impl From<Shown> for Count {
    fn from(shown: Shown) -> Self {
        shown.count().map_or(Self::KeptBack(Confidential::C), Self::Shown)
    }
}

/// A prescribed item.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
struct Item<'r> {
    letter: char,
    title: &'static str,
    filled: bool,
    missing: &'r [&'static str],
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "Section"))]
struct Part<'r> {
    id: &'static str,
    heading: &'r str,
    /// The letter of the prescribed item that it fills.
    item: Option<char>,
    blocks: Vec<Content<'r>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "Block"))]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Content<'r> {
    Headline {
        label: &'r str,
        cell: Printed<'r>,
        beside: Vec<Comparison<'r>>,
    },
    Table {
        id: &'r str,
        title: &'r str,
        stub: &'r str,
        columns: &'r [String],
        rows: Vec<Line<'r>>,
        chart: Option<Drawing<'r>>,
    },
    /// A text by the service; null where it gave none.
    Narrative {
        slot: Slot,
        title: &'static str,
        text: Option<&'r str>,
    },
    Note {
        text: &'r str,
    },
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "Beside"))]
struct Comparison<'r> {
    label: &'r str,
    cell: Printed<'r>,
    /// Whether a target is met; null without one, or where that is kept back.
    met: Option<bool>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "Row"))]
struct Line<'r> {
    label: &'r str,
    cells: Vec<Printed<'r>>,
    total: bool,
}

/// What stands in one place.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "Cell"))]
struct Printed<'r> {
    /// As it is printed.
    text: String,
    /// The names of the counts that it shows or is worked out from.
    figures: Vec<&'r str>,
    /// Of a count that is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    /// Of a percentage that is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<u64>,
    /// Of a percentage that is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<u64>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "Chart"))]
struct Drawing<'r> {
    title: &'r str,
    description: &'r str,
    drawn: Shape<'r>,
}

/// How a table is drawn: from which of its columns, counted from 0. Decimals are text.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "ChartKind"))]
#[serde(rename_all = "snake_case")]
enum Shape<'r> {
    Bars { column: usize, range: Option<[String; 2]> },
    GroupedBars { columns: &'r [usize] },
    Line { column: usize, target: Option<String> },
}

impl<'r> Document<'r> {
    fn of(report: &'r AnnualReport) -> Self {
        let question = report.question();
        Self {
            schema: SCHEMA,
            audience: if report.is_public() { Audience::Public } else { Audience::Board },
            authority: report.authority(),
            invented: report.is_invented(),
            period: Span::of(question.year()),
            as_of: question.as_of(),
            decimals: report.decimals(),
            key: report.key().iter().copied().collect(),
            items: report.items().iter().map(Item::of).collect(),
            sections: report.sections().iter().map(|section| Part::of(report, section)).collect(),
            figures: report.figures().map(|(id, shown)| (id.as_str(), shown.into())).collect(),
            reviews: report.reviews.as_ref().map(ReviewKeys::from),
        }
    }
}

impl<'r> Item<'r> {
    fn of(status: &'r ItemStatus) -> Self {
        let item = status.item();
        Self {
            letter: item.letter(),
            title: item.title(),
            filled: status.is_filled(),
            missing: status.missing(),
        }
    }
}

impl<'r> Part<'r> {
    fn of(report: &'r AnnualReport, section: &'r Section) -> Self {
        Self {
            id: section.id(),
            heading: section.heading(),
            item: section.item().map(super::PrescribedItem::letter),
            blocks: section.blocks().iter().map(|block| Content::of(report, block)).collect(),
        }
    }
}

impl<'r> Content<'r> {
    fn of(report: &'r AnnualReport, block: &'r Block) -> Self {
        let printed = |cell| Printed::of(report, cell);
        match block {
            Block::Headline(headline) => Self::Headline {
                label: headline.label(),
                cell: printed(headline.cell()),
                beside: headline
                    .beside()
                    .iter()
                    .map(|beside| Comparison {
                        label: beside.label(),
                        cell: printed(beside.cell()),
                        met: beside.is_met(),
                    })
                    .collect(),
            },
            Block::Table(table) => Self::Table {
                id: table.id(),
                title: table.title(),
                stub: table.stub(),
                columns: table.columns(),
                rows: table
                    .rows()
                    .iter()
                    .map(|row| Line {
                        label: row.label(),
                        cells: row.cells().iter().map(printed).collect(),
                        total: row.is_total(),
                    })
                    .collect(),
                chart: table.chart().map(|chart| Drawing {
                    title: chart.title(),
                    description: chart.description(),
                    drawn: Shape::of(chart.kind()),
                }),
            },
            Block::Narrative { slot, text } => {
                Self::Narrative { slot: *slot, title: slot.title(), text: text.as_deref() }
            }
            Block::Note(text) => Self::Note { text },
        }
    }
}

impl<'r> Printed<'r> {
    fn of(report: &'r AnnualReport, cell: &'r Cell) -> Self {
        let count = match cell {
            Cell::Count(id) => report.figure(id.as_str()).and_then(Shown::count),
            _ => None,
        };
        let rate = report.rate(cell);
        Self {
            text: report.text_of(cell),
            figures: cell.rests_on().map(super::FigureId::as_str).collect(),
            count,
            numerator: rate.map(|rate| rate.numerator()),
            denominator: rate.map(|rate| rate.denominator()),
        }
    }
}

impl<'r> Shape<'r> {
    fn of(kind: &'r ChartKind) -> Self {
        let text = |value: Decimal| value.to_string();
        match kind {
            ChartKind::Bars { column, range } => {
                let range = range.map(|(low, high)| [text(low), text(high)]);
                Self::Bars { column: *column, range }
            }
            ChartKind::GroupedBars { columns } => Self::GroupedBars { columns },
            ChartKind::Line { column, target } => {
                Self::Line { column: *column, target: target.map(text) }
            }
        }
    }
}

impl Serialize for AnnualReport {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Document::of(self).serialize(serializer)
    }
}

impl Serialize for PublicReport {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.report().serialize(serializer)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for AnnualReport {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AnnualReport".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Document::json_schema(generator)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for PublicReport {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PublicReport".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Document::json_schema(generator)
    }
}
