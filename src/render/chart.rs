//! What of a table is drawn. A chart sees what the table prints, and nothing that is kept back.

use super::words;
use crate::report::annual::{AnnualReport, Cell, Chart, ChartKind, Row, Table};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A table as it is to be drawn.
pub(super) struct Picture<'r> {
    id: &'static str,
    chart: &'r Chart,
    pub(super) shape: Shape,
    pub(super) groups: Vec<Group>,
    /// Whether noughts are left out.
    is_thinned: bool,
}

pub(super) enum Shape {
    /// Bars, with the range in which they should end.
    Bars(Option<Measure>),
    /// Groups of bars, of the series named.
    Grouped(Vec<String>),
    /// A line, with its target.
    Line(Option<Measure>),
}

/// A range, or a target, which is a range of one number.
pub(super) struct Measure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) text: String,
}

/// A row: what it is of, and what is drawn for it.
pub(super) struct Group {
    pub(super) label: String,
    pub(super) marks: Vec<Mark>,
}

/// What stands in one place.
pub(super) enum Mark {
    /// A number, and how it is printed.
    Drawn { value: f64, text: String },
    /// No number: a symbol stands in its place.
    Symbol(String),
}

impl Mark {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Drawn { text, .. } | Self::Symbol(text) => text,
        }
    }

    pub(super) const fn value(&self) -> Option<f64> {
        match self {
            Self::Drawn { value, .. } => Some(*value),
            Self::Symbol(_) => None,
        }
    }
}

impl<'r> Picture<'r> {
    /// None for a table that is not drawn, or of which nothing is left to draw.
    pub(super) fn of(report: &AnnualReport, table: &'r Table) -> Option<Self> {
        let chart = table.chart()?;
        let (columns, short): (&[usize], bool) = match chart.kind() {
            ChartKind::Bars { column, .. } => (core::slice::from_ref(column), false),
            ChartKind::Line { column, .. } => (core::slice::from_ref(column), true),
            ChartKind::GroupedBars { columns } => (columns, true),
        };
        let groups: Vec<Group> = table
            .rows()
            .iter()
            .filter(|row| !row.is_total())
            .map(|row| Group {
                label: label(row, columns),
                marks: columns.iter().map(|at| mark(report, row.cells().get(*at), short)).collect(),
            })
            .collect();
        let marks = groups.iter().flat_map(|group| &group.marks);
        let values: Vec<f64> = marks.filter_map(Mark::value).collect();
        // One point makes no line, and noughts make no bars.
        let is_something = match chart.kind() {
            ChartKind::Line { .. } => values.len() > 1,
            ChartKind::Bars { .. } | ChartKind::GroupedBars { .. } => {
                values.iter().any(|value| *value > 0.0)
            }
        };
        if !is_something {
            return None;
        }
        let is_grouped = matches!(chart.kind(), ChartKind::GroupedBars { .. });
        let (columns, groups, is_thinned) =
            if is_grouped { thinned(columns, groups) } else { (columns.to_vec(), groups, false) };
        let columns = columns.as_slice();
        let unit = if is_percent(table, columns) { " %" } else { "" };
        let shape = match chart.kind() {
            ChartKind::Bars { range, .. } => Shape::Bars(range.and_then(|(low, high)| {
                measure(low, high, format!("range {low}{unit} to {high}{unit}"))
            })),
            ChartKind::Line { target, .. } => Shape::Line(
                target.and_then(|target| measure(target, target, format!("target {target}{unit}"))),
            ),
            ChartKind::GroupedBars { .. } => {
                let names = columns.iter().map(|at| table.columns().get(*at).cloned());
                Shape::Grouped(names.map(Option::unwrap_or_default).collect())
            }
        };
        Some(Self { id: table.id(), chart, shape, groups, is_thinned })
    }

    pub(super) const fn id(&self) -> &'static str {
        self.id
    }

    pub(super) fn title(&self) -> &str {
        self.chart.title()
    }

    pub(super) fn description(&self) -> &str {
        self.chart.description()
    }

    pub(super) fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.groups.iter().flat_map(|group| &group.marks)
    }

    /// The greatest number in it, that of the measure included.
    pub(super) fn greatest(&self) -> f64 {
        self.values().fold(0.0, f64::max)
    }

    /// The least number in it, that of the measure included.
    pub(super) fn least(&self) -> f64 {
        self.values().fold(f64::INFINITY, f64::min)
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        let measure = self.measure().map(|measure| [measure.low, measure.high]);
        self.marks().filter_map(Mark::value).chain(measure.into_iter().flatten())
    }

    pub(super) const fn measure(&self) -> Option<&Measure> {
        match &self.shape {
            Shape::Bars(measure) | Shape::Line(measure) => measure.as_ref(),
            Shape::Grouped(_) => None,
        }
    }

    pub(super) fn is_percent(&self) -> bool {
        self.marks().any(|mark| mark.value().is_some() && mark.text().ends_with('%'))
    }

    /// What a reader has to know of the drawing.
    pub(super) fn notes(&self) -> Vec<&'static str> {
        let mut notes = vec!["Drawn from the table that follows it."];
        if self.marks().any(|mark| matches!(mark, Mark::Symbol(symbol) if symbol == "c")) {
            notes.push("c: kept back, and not drawn.");
        }
        if self.is_thinned {
            notes.push("What is nought throughout is not drawn.");
        }
        if matches!(self.shape, Shape::Line(_)) && super::draw::Scale::of(self).low > 0.0 {
            notes.push("The scale does not begin at zero.");
        }
        notes
    }
}

/// Without the series and the groups in which everything is nought, and whether there were any.
pub(super) fn thinned(columns: &[usize], groups: Vec<Group>) -> (Vec<usize>, Vec<Group>, bool) {
    let is_nought = |mark: &Mark| mark.value() == Some(0.0);
    let is_series = |at: &usize| {
        groups.iter().any(|group| group.marks.get(*at).is_some_and(|mark| !is_nought(mark)))
    };
    let kept: Vec<usize> = (0..columns.len()).filter(is_series).collect();
    let all = groups.len();
    let left: Vec<Group> = groups
        .into_iter()
        .filter(|group| !group.marks.iter().all(is_nought))
        .map(|Group { label, marks }| {
            let marks = marks.into_iter().enumerate().filter(|(at, _)| kept.contains(at));
            Group { label, marks: marks.map(|(_, mark)| mark).collect() }
        })
        .collect();
    let is_thinned = kept.len() < columns.len() || left.len() < all;
    (kept.iter().filter_map(|at| columns.get(*at).copied()).collect(), left, is_thinned)
}

fn measure(low: Decimal, high: Decimal, text: String) -> Option<Measure> {
    Some(Measure { low: low.to_f64()?, high: high.to_f64()?, text })
}

/// What a row is of: its label, and where that is a code, the words that explain it.
fn label(row: &Row, columns: &[usize]) -> String {
    let (heading, in_column) = words::row_heading(row);
    let first = row.cells().first().filter(|_| in_column.is_none() && !columns.contains(&0));
    match first {
        Some(Cell::Text(text)) if words::is_word_cell(first) => format!("{heading}: {text}"),
        _ => heading,
    }
}

/// The number a cell prints. A percentage stands without its two counts where there is no room for them;
/// the table beside has them.
fn mark(report: &AnnualReport, cell: Option<&Cell>, short: bool) -> Mark {
    let Some(cell) = cell else { return Mark::Symbol(String::new()) };
    let text = report.text_of(cell);
    if words::is_kept_back(report, cell) {
        return Mark::Symbol(text);
    }
    let value = match cell {
        Cell::Count(id) => report.figure(id.as_str()).and_then(|shown| shown.count()?.to_f64()),
        Cell::Rate { .. } => {
            let rate = report.rate(cell);
            let percent = rate.and_then(|rate| rate.percent(report.decimals())?.to_f64());
            if let (Some(value), Some(rate), true) = (percent, rate, short) {
                return Mark::Drawn { value, text: rate.percent_text(report.decimals()) };
            }
            percent
        }
        Cell::Derived { text, .. } | Cell::Text(text) => words::leading_number(text),
        Cell::NotApplicable | Cell::NotAvailable => None,
    };
    match value {
        Some(value) => Mark::Drawn { value, text },
        None => Mark::Symbol(text),
    }
}

fn is_percent(table: &Table, columns: &[usize]) -> bool {
    table.rows().iter().any(|row| {
        columns.iter().any(|at| match row.cells().get(*at) {
            Some(Cell::Rate { .. }) => true,
            Some(Cell::Derived { text, .. } | Cell::Text(text)) => text.ends_with('%'),
            _ => false,
        })
    })
}
