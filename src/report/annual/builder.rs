//! What a report is made from.

use super::ledger::Ledger;
use super::prescribed::{ItemStatus, PrescribedItem};
use super::{AnnualReport, Block, Cell, FigureId, Narrative, Slot, Table, sections};
use crate::error::Result;
use crate::report::{ChildrenFigures, DisputeFigures, ProtectionFigures, ReviewFigures};

/// The figures and texts of a report, from [`AnnualReport::builder`]. Whatever is not given is named as
/// missing in the report.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::annual::AnnualReport;
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).with_decimals(0).build()?;
/// assert_eq!(report.authority(), "Sampleshire");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct AnnualReportBuilder {
    pub(super) authority: String,
    pub(super) synthetic: bool,
    pub(super) decimals: u32,
    pub(super) reviews: ReviewFigures,
    pub(super) narrative: Narrative,
    pub(super) disputes: Option<DisputeFigures>,
    pub(super) children: Option<ChildrenFigures>,
    pub(super) population_under_18: Option<u32>,
    pub(super) protection: Option<ProtectionFigures>,
}

impl AnnualReportBuilder {
    pub(super) fn new(authority: String, reviews: ReviewFigures) -> Self {
        let narrative = Narrative::default();
        Self {
            authority,
            synthetic: false,
            decimals: 1,
            reviews,
            narrative,
            disputes: None,
            children: None,
            population_under_18: None,
            protection: None,
        }
    }

    /// With percentages to so many decimals: 0 or 1, which is the default.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).with_decimals(0).build()?;
    /// assert_eq!(report.decimals(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_decimals(mut self, decimals: u32) -> Self {
        self.decimals = if decimals == 0 { 0 } else { 1 };
        self
    }

    /// Headed as made from invented records, so that nobody takes it for an authority's own.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).with_invented_records().build()?;
    /// assert!(report.to_string().contains("invented"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_invented_records(mut self) -> Self {
        self.synthetic = true;
        self
    }

    /// With the texts of the service.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::annual::{Narrative, Slot};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let narrative = Narrative::new().with(Slot::Themes, "Fewer moves.");
    /// let report = AnnualReport::builder("Sampleshire", figures).with_narrative(narrative).build()?;
    /// assert!(report.to_string().contains("Fewer moves."));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_narrative(mut self, narrative: Narrative) -> Self {
        self.narrative = narrative;
        self
    }

    /// With the disputes of the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(year));
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_disputes(DisputeFigures::new(year, year.end()))
    ///     .build()?;
    /// // None were referred to Cafcass, and the report says so: a true zero.
    /// assert_eq!(report.figure("disputes.cafcass").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_disputes(mut self, disputes: DisputeFigures) -> Self {
        self.disputes = Some(disputes);
        self
    }

    /// With who the children are and how they are looked after. They have to be those of the review figures:
    /// the report is not made where the two count the children otherwise.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::ChildrenFigures;
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_children(ChildrenFigures::new(question))
    ///     .build()?;
    /// assert_eq!(report.figure("children.age.under_1").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_children(mut self, children: ChildrenFigures) -> Self {
        self.children = Some(children);
        self
    }

    /// With how many children under 18 live in the authority's area, by the estimate for the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report =
    ///     AnnualReport::builder("Sampleshire", figures).with_population_under_18(62_500).build()?;
    /// assert!(report.to_string().contains("0.0 (62,500 under 18)"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_population_under_18(mut self, population: u32) -> Self {
        self.population_under_18 = Some(population);
        self
    }

    /// With the child protection conferences and plans of the year, for a service that chairs both. Without them
    /// the report has no section on them: the Handbook prescribes none.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(year));
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_protection(ProtectionFigures::new(year, year.end()))
    ///     .build()?;
    /// assert!(report.sections().iter().any(|section| section.id() == "protection"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_protection(mut self, protection: ProtectionFigures) -> Self {
        self.protection = Some(protection);
        self
    }

    /// The report.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where parts do not add up to their whole, a share
    /// is greater than what it is of, or the same figure is given twice and differs;
    /// [`is_mismatch`](crate::Error::is_mismatch) where figures answer different questions.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.items().len(), 7);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn build(self) -> Result<AnnualReport> {
        let items = PrescribedItem::ALL.iter().map(|item| ItemStatus::new(*item)).collect();
        let mut draft = Draft { given: &self, ledger: Ledger::default(), items };
        let sections = sections::all(&mut draft)?;
        let Draft { ledger, items, .. } = draft;
        Ok(AnnualReport {
            question: self.reviews.question(),
            authority: self.authority,
            synthetic: self.synthetic,
            decimals: self.decimals,
            public: false,
            ledger,
            items,
            sections,
        })
    }
}

/// A report in the making: what was given for it, and what stands in it so far.
pub(super) struct Draft<'g> {
    pub(super) given: &'g AnnualReportBuilder,
    pub(super) ledger: Ledger,
    items: Vec<ItemStatus>,
}

impl Draft<'_> {
    /// A count, by its name.
    pub(super) fn count(&mut self, id: impl Into<FigureId>, count: u64) -> Result<FigureId> {
        self.ledger.enter(id, count)
    }

    /// A share of a whole, both of them counts of the report.
    pub(super) fn rate(&mut self, of: &FigureId, among: &FigureId) -> Result<Cell> {
        self.ledger.share(of, among)?;
        Ok(Cell::Rate { of: of.clone(), among: among.clone() })
    }

    /// A whole by its parts, one row each with the count and its share of the whole; the parts add up.
    /// The table has the two columns for it.
    pub(super) fn breakdown(
        &mut self,
        table: &mut Table,
        whole: &FigureId,
        parts: impl IntoIterator<Item = (FigureId, String, u64)>,
    ) -> Result<()> {
        let mut ids = Vec::new();
        for (name, label, count) in parts {
            let id = self.count(name, count)?;
            let share = self.rate(&id, whole)?;
            table.row(label, [Cell::Count(id.clone()), share]);
            ids.push(id);
        }
        table.total("all", [Cell::Count(whole.clone()), Cell::NotApplicable]);
        self.adds_up(whole, &ids)
    }

    /// Says that the parts add up.
    pub(super) fn adds_up(&mut self, whole: &FigureId, parts: &[FigureId]) -> Result<()> {
        self.ledger.adds_up(whole, parts)
    }

    /// Says that one count is part of another, so that a reader of both knows the rest.
    pub(super) fn within(&mut self, part: &FigureId, whole: &FigureId) -> Result<()> {
        self.ledger.share(part, whole)
    }

    /// Names what is missing for a prescribed item.
    pub(super) fn missing(&mut self, item: PrescribedItem, what: &'static str) {
        if let Some(status) = self.items.iter_mut().find(|status| status.item() == item) {
            status.add_missing(what);
        }
    }

    /// A text of the service's own; where the item needs it, its lack is named.
    pub(super) fn narrative(
        &mut self,
        slot: Slot,
        needed: Option<(PrescribedItem, &'static str)>,
    ) -> Block {
        let text = self.given.narrative.get(slot).map(str::to_owned);
        if let (None, Some((item, what))) = (&text, needed) {
            self.missing(item, what);
        }
        Block::Narrative { slot, text }
    }
}
