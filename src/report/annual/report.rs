//! The report as a document.

use super::builder::AnnualReportBuilder;
use super::{Beside, Block, Cell, FigureId, ItemStatus, Ledger, Row, Section, Shown};
use crate::report::rate::Thousands;
use crate::report::{Rate, ReviewFigures, ReviewQuestion};
use std::collections::BTreeSet;

/// The annual report of an IRO service.
///
/// It is printed by its `Display` as plain text.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::annual::AnnualReport;
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// assert!(report.to_string().starts_with("Annual report of the Independent Reviewing Officer service"));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualReport {
    pub(super) question: ReviewQuestion,
    /// As they were counted; none in the public version, nor in a part of a report.
    pub(super) reviews: Option<ReviewFigures>,
    pub(super) authority: String,
    pub(super) synthetic: bool,
    pub(super) decimals: u32,
    pub(super) public: bool,
    pub(super) ledger: Ledger,
    /// The counts that are its own, where it is a part of a report. The ledger is the whole report's, so that what
    /// is kept back of a part is what is kept back of the whole.
    pub(super) printed: Option<BTreeSet<FigureId>>,
    /// The sections that are not in it: they tell which counts are main figures of the whole.
    pub(super) cut: Vec<Section>,
    pub(super) items: Vec<ItemStatus>,
    pub(super) sections: Vec<Section>,
}

impl AnnualReport {
    /// A report to be made, for an authority, from the figures of its reviews.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert!(AnnualReport::builder("Sampleshire", figures).build().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn builder(authority: impl Into<String>, reviews: ReviewFigures) -> AnnualReportBuilder {
        AnnualReportBuilder::new(authority.into(), reviews)
    }

    /// Which year, as known on which day, with how much evidence.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.question().year().ending_year(), 2026);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// The authority's name, as given.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.authority(), "Sampleshire");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Whether it is made from invented records, and headed so.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert!(!report.is_invented());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn is_invented(&self) -> bool {
        self.synthetic
    }

    /// Whether small numbers are kept back in it.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert!(!report.is_public(), "the full report is for the board");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.public
    }

    /// The decimals of its percentages.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.decimals(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn decimals(&self) -> u32 {
        self.decimals
    }

    /// What the Handbook prescribes, and how much of each is there.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.items().len(), 7);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn items(&self) -> &[ItemStatus] {
        &self.items
    }

    /// The sections, in order.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.sections()[0].id(), "summary");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// A shorter report, of some of its sections by their ids, in its own order. The [`figures`](Self::figures)
    /// are those of these sections, and of the [`items`](Self::items) those are answered that have a section
    /// here. Its public version keeps back what that of the whole report does.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// let short = report.of_sections(&["timeliness", "summary"]);
    /// assert_eq!(short.sections().len(), 2);
    /// assert_eq!(short.sections()[0].id(), "summary");
    /// assert_eq!(short.items().len(), 1, "of the seven, the reviews on time");
    /// assert_eq!(short.figure("participation.attended"), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of_sections(mut self, ids: &[&str]) -> Self {
        let (kept, cut): (Vec<_>, Vec<_>) =
            self.sections.into_iter().partition(|section| ids.contains(&section.id()));
        self.sections = kept;
        self.cut.extend(cut);
        self.items.retain(|status| {
            self.sections.iter().any(|section| section.item() == Some(status.item()))
        });
        let blocks = self.sections.iter().flat_map(Section::blocks);
        let cells = blocks.flat_map(|block| match block {
            Block::Headline(headline) => {
                let beside = headline.beside().iter().map(Beside::cell);
                core::iter::once(headline.cell()).chain(beside).collect()
            }
            Block::Table(table) => table.rows().iter().flat_map(Row::cells).collect(),
            Block::Narrative { .. } | Block::Note(_) => Vec::new(),
        });
        self.printed = Some(cells.flat_map(Cell::rests_on).cloned().collect());
        self.reviews = None;
        self
    }

    /// A count by its name.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::annual::Shown;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.figure("reviews.held.late"), Some(Shown::Count(0)));
    /// assert_eq!(report.figure("no.such.figure"), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<Shown> {
        let is_own = self.printed.as_ref().is_none_or(|own| own.contains(name));
        self.ledger.get(name).filter(|_| is_own)
    }

    /// Every count with its name, in the order of the names.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert!(report.figures().any(|(id, _)| id.as_str() == "cohort.started"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn figures(&self) -> impl Iterator<Item = (&FigureId, Shown)> {
        let is_own = |id: &FigureId| self.printed.as_ref().is_none_or(|own| own.contains(id));
        self.ledger.iter().filter(move |(id, _)| is_own(id))
    }

    /// The rate of a cell, where the cell is one and both its counts are shown.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Cell};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.rate(&Cell::NotApplicable), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn rate(&self, cell: &Cell) -> Option<Rate> {
        let Cell::Rate { of, among } = cell else { return None };
        let [of, among] = [of, among].map(|id| self.ledger.shown(id).count());
        Some(Rate::new(of?, among?))
    }

    /// A cell as it is printed: `c` where it is kept back, `z` where it does not apply, `x` where nobody
    /// gave it, `low` for a percentage that rounds to zero, but is not.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Cell};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.text_of(&Cell::NotApplicable), "z");
    /// assert_eq!(report.text_of(&Cell::Count("reviews.held.late".into())), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn text_of(&self, cell: &Cell) -> String {
        if cell.rests_on().any(|id| self.ledger.shown(id) == Shown::Confidential) {
            return Shown::Confidential.to_string();
        }
        match cell {
            Cell::Count(id) => self.ledger.shown(id).to_string(),
            Cell::Rate { .. } => match self.rate(cell) {
                Some(rate) if rate.denominator() > 0 => self.rate_text(rate),
                _ => "z".to_owned(),
            },
            Cell::Derived { text, .. } | Cell::Text(text) => text.clone(),
            Cell::NotApplicable => "z".to_owned(),
            Cell::NotAvailable => "x".to_owned(),
        }
    }

    /// A percentage with its two counts. One that rounds to zero, but is not, has a sign.
    fn rate_text(&self, rate: Rate) -> String {
        if rate.rounds_to_nothing(self.decimals) {
            let (of, among) = (rate.numerator(), rate.denominator());
            return format!("low ({} of {})", Thousands(of), Thousands(among));
        }
        format!("{rate:.*}", usize::try_from(self.decimals).unwrap_or_default())
    }
}
