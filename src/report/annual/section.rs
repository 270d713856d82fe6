//! The parts of a report: sections of headline figures, tables, charts and texts.

use super::{Cell, FigureId, PrescribedItem, Slot};
use crate::report::PerHead;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// One section of a report.
///
/// ```
/// # use iro_handbook::calendar::CollectionYear;
/// # use iro_handbook::report::annual::AnnualReport;
/// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
/// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// assert!(report.sections().iter().any(|section| section.heading() == "Reviews on time"));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub(super) id: &'static str,
    pub(super) heading: String,
    pub(super) item: Option<PrescribedItem>,
    pub(super) blocks: Vec<Block>,
}

/// One thing in a section.
///
/// ```
/// # use iro_handbook::calendar::CollectionYear;
/// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
/// use iro_handbook::report::annual::{AnnualReport, Block};
/// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let mut blocks = report.sections().iter().flat_map(|section| section.blocks());
/// assert!(blocks.any(|block| matches!(block, Block::Table(_))));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// One figure with what it is compared with.
    Headline(Headline),
    /// A table, with a chart of it where one helps.
    Table(Table),
    /// A text that the service fills.
    Narrative {
        /// Which.
        slot: Slot,
        /// What the service wrote; none is printed as "not provided".
        text: Option<String>,
    },
    /// A sentence by the crate: how something was counted, or what could not be told.
    Note(String),
}

/// One figure with what it is compared with.
///
/// ```
/// # use iro_handbook::calendar::CollectionYear;
/// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
/// use iro_handbook::report::annual::{AnnualReport, Block};
/// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let mut blocks = report.sections().iter().flat_map(|section| section.blocks());
/// let named = |block: &Block| matches!(block, Block::Headline(of) if of.label().ends_with("on time"));
/// assert!(blocks.any(named));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub(super) label: String,
    pub(super) cell: Cell,
    /// Where the figure is a number per head, its name and, where it was given, its value.
    pub(super) per_head: Option<(&'static str, Option<PerHead>)>,
    /// Of how many more it cannot be told, and the counts that say so.
    pub(super) open: Option<(u64, Vec<FigureId>)>,
    /// What the public reads the report for: kept back last of all.
    pub(super) main: bool,
    pub(super) beside: Vec<Beside>,
}

/// What a headline figure is compared with: a target, the year before, England.
///
/// ```
/// # use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::annual::{AnnualReport, Block};
/// use iro_handbook::report::{Comparator, Direction, Measure, ReviewFigures, ReviewQuestion};
///
/// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let target = Comparator::target(Direction::AtMost, Measure::Count(400));
/// let report = AnnualReport::builder("Sampleshire", figures)
///     .with_comparator("cohort.looked_after_at_end", target)
///     .build()?;
/// let mut blocks = report.sections().iter().flat_map(|section| section.blocks());
/// let met = |block: &Block| match block {
///     Block::Headline(headline) => headline.beside().iter().any(|beside| beside.is_met() == Some(true)),
///     _ => false,
/// };
/// assert!(blocks.any(met));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    pub(super) label: String,
    pub(super) cell: Cell,
    /// Whether a target is met; none without a target that has a direction.
    pub(super) met: Option<bool>,
}

/// A table: a heading a column, a label a row. Every row has as many cells as there are columns.
///
/// ```
/// # use iro_handbook::calendar::CollectionYear;
/// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
/// use iro_handbook::report::annual::{AnnualReport, Block};
/// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let mut blocks = report.sections().iter().flat_map(|section| section.blocks());
/// assert!(blocks.any(|block| matches!(block, Block::Table(table) if table.id() == "due")));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub(super) id: Cow<'static, str>,
    pub(super) title: String,
    /// Over the labels.
    pub(super) stub: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
    pub(super) chart: Option<Chart>,
}

/// One row of a table.
///
/// ```
/// # use iro_handbook::calendar::CollectionYear;
/// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
/// use iro_handbook::report::annual::{AnnualReport, Block};
/// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let mut blocks = report.sections().iter().flat_map(|section| section.blocks());
/// let wide = |block: &Block| match block {
///     Block::Table(table) => table.rows().iter().all(|row| row.cells().len() == table.columns().len()),
///     _ => true,
/// };
/// assert!(blocks.all(wide));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub(super) label: String,
    pub(super) cells: Vec<Cell>,
    /// A row of totals.
    pub(super) total: bool,
}

/// How a table is drawn. It is drawn from the table's own cells, and what they keep back is not drawn.
///
/// ```
/// # use iro_handbook::calendar::CollectionYear;
/// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
/// use iro_handbook::report::annual::{AnnualReport, Block};
/// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let mut blocks = report.sections().iter().flat_map(|section| section.blocks());
/// let drawn = |block: &Block| matches!(block, Block::Table(table) if table.chart().is_some());
/// assert!(blocks.any(drawn));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    pub(super) kind: ChartKind,
    pub(super) title: String,
    /// What there is to see, for those who do not see it.
    pub(super) description: String,
}

/// The kinds of charts.
///
/// ```
/// use iro_handbook::report::annual::ChartKind;
///
/// let trend = ChartKind::Line { column: 0, target: Some(97.into()) };
/// assert!(matches!(trend, ChartKind::Line { target: Some(_), .. }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChartKind {
    /// A bar for each row, from the column of this number.
    Bars {
        /// From 0.
        column: usize,
        /// A range to stay in, such as 50 to 70 children to a full-time IRO.
        range: Option<(Decimal, Decimal)>,
    },
    /// Bars side by side for each row: one for each of these columns.
    GroupedBars {
        /// From 0.
        columns: Vec<usize>,
    },
    /// A line over the rows, which are years, from the column of this number; percentages.
    Line {
        /// From 0.
        column: usize,
        /// A target, drawn as a line across.
        target: Option<Decimal>,
    },
}

impl Section {
    pub(super) fn new(id: &'static str, heading: impl Into<String>) -> Self {
        Self { id, heading: heading.into(), item: None, blocks: Vec::new() }
    }

    /// The section that fills a prescribed item, headed as the Handbook orders it.
    pub(super) fn of(id: &'static str, item: PrescribedItem) -> Self {
        Self { item: Some(item), ..Self::new(id, item.title()) }
    }

    pub(super) fn push(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }

    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note(text.into()));
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl From<Headline> for Block {
    fn from(headline: Headline) -> Self {
        Self::Headline(headline)
    }
}

impl Headline {
    pub(super) fn new(label: impl Into<String>, cell: Cell) -> Self {
        Self {
            label: label.into(),
            cell,
            per_head: None,
            open: None,
            main: false,
            beside: Vec::new(),
        }
    }

    pub(super) const fn main(mut self) -> Self {
        self.main = true;
        self
    }

    /// As a number per head, which is no count and so has a name of its own.
    pub(super) const fn per_head(mut self, name: &'static str, value: Option<PerHead>) -> Self {
        self.per_head = Some((name, value));
        self
    }
}

impl Table {
    pub(super) fn new<'c>(
        id: impl Into<Cow<'static, str>>,
        title: impl Into<String>,
        stub: impl Into<String>,
        columns: impl IntoIterator<Item = &'c str>,
    ) -> Self {
        let columns = columns.into_iter().map(str::to_owned).collect();
        Self {
            id: id.into(),
            title: title.into(),
            stub: stub.into(),
            columns,
            rows: Vec::new(),
            chart: None,
        }
    }

    pub(super) fn row(&mut self, label: impl Into<String>, cells: impl IntoIterator<Item = Cell>) {
        self.add(label.into(), cells.into_iter().collect(), false);
    }

    pub(super) fn total(
        &mut self,
        label: impl Into<String>,
        cells: impl IntoIterator<Item = Cell>,
    ) {
        self.add(label.into(), cells.into_iter().collect(), true);
    }

    fn add(&mut self, label: String, mut cells: Vec<Cell>, total: bool) {
        cells.resize(self.columns.len(), Cell::NotApplicable);
        self.rows.push(Row { label, cells, total });
    }

    pub(super) fn with_chart(
        mut self,
        kind: ChartKind,
        title: impl Into<String>,
        description: impl Into<String>,
    ) -> Self {
        self.chart = Some(Chart { kind, title: title.into(), description: description.into() });
        self
    }
}

impl Section {
    /// A short name, as an anchor.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.sections()[0].id(), "summary");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The heading.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.sections()[0].heading(), "Summary");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// The prescribed item that it fills, if it does.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.sections()[0].item(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn item(&self) -> Option<PrescribedItem> {
        self.item
    }

    /// What is in it, in order.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert!(report.sections().iter().all(|section| !section.blocks().is_empty()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}

impl Headline {
    /// What it is.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut headlines = blocks.filter_map(|block| match block {
    /// #     Block::Headline(headline) => Some(headline),
    /// #     _ => None,
    /// # });
    /// let headline = headlines.next().unwrap();
    /// assert!(!headline.label().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The figure.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut headlines = blocks.filter_map(|block| match block {
    /// #     Block::Headline(headline) => Some(headline),
    /// #     _ => None,
    /// # });
    /// let headline = headlines.next().unwrap();
    /// assert!(headline.cell().rests_on().count() > 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn cell(&self) -> &Cell {
        &self.cell
    }

    /// What it is compared with.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut headlines = blocks.filter_map(|block| match block {
    /// #     Block::Headline(headline) => Some(headline),
    /// #     _ => None,
    /// # });
    /// let headline = headlines.next().unwrap();
    /// assert!(headline.beside().is_empty(), "nothing was given");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn beside(&self) -> &[Beside] {
        &self.beside
    }
}

impl Table {
    /// A short name, as an anchor.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// assert_eq!(table.id(), "participation");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The title.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// assert!(!table.title().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The heading over the labels of the rows.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// assert!(!table.stub().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn stub(&self) -> &str {
        &self.stub
    }

    /// The headings of the columns.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// assert_eq!(table.columns().len(), table.rows()[0].cells().len());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The rows.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// assert!(!table.rows().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How it is drawn, where it is.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// assert!(table.chart().is_some());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn chart(&self) -> Option<&Chart> {
        self.chart.as_ref()
    }
}

impl Row {
    /// What the row is of.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// let row = &table.rows()[0];
    /// assert!(!row.label().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The cells, one a column.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// let row = &table.rows()[0];
    /// assert_eq!(row.cells().len(), table.columns().len());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Whether it is a row of totals.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// let row = &table.rows()[0];
    /// assert!(!row.is_total());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn is_total(&self) -> bool {
        self.total
    }
}

impl Chart {
    /// What kind of chart.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// let chart = table.chart().unwrap();
    /// assert!(matches!(chart.kind(), iro_handbook::report::annual::ChartKind::Bars { .. }));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn kind(&self) -> &ChartKind {
        &self.kind
    }

    /// The title.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// let chart = table.chart().unwrap();
    /// assert!(!chart.title().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What there is to see, for those who do not see it.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Block};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// # let blocks = report.sections().iter().flat_map(|section| section.blocks());
    /// # let mut tables = blocks.filter_map(|block| match block {
    /// #     Block::Table(table) => Some(table),
    /// #     _ => None,
    /// # });
    /// let table = tables.find(|table| table.id() == "participation").unwrap();
    /// let chart = table.chart().unwrap();
    /// assert!(!chart.description().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }
}

impl Beside {
    /// Of what: "target", "England".
    ///
    /// ```
    /// # use iro_handbook::report::annual::Beside;
    /// let label = |beside: &Beside| beside.label().to_owned();
    /// # let _ = label;
    /// ```
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// How the figure compares with it.
    ///
    /// ```
    /// # use iro_handbook::report::annual::{Beside, Cell};
    /// let cell = |beside: &Beside| beside.cell().clone();
    /// # let _: &dyn Fn(&Beside) -> Cell = &cell;
    /// ```
    #[must_use]
    pub const fn cell(&self) -> &Cell {
        &self.cell
    }

    /// Whether a target is met; none without a target that has a direction, so that nothing else is
    /// called good or bad.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Beside;
    /// let missed = |beside: &Beside| beside.is_met() == Some(false);
    /// # let _ = missed;
    /// ```
    #[must_use]
    pub const fn is_met(&self) -> Option<bool> {
        self.met
    }
}
