//! What the Handbook prescribes for the report, and how much of it is there.

use core::fmt;

/// What paragraph 7.11 of the IRO Handbook (statutory guidance, 2010) says the annual report must refer to.
///
/// ```
/// use iro_handbook::report::annual::PrescribedItem;
///
/// assert_eq!(PrescribedItem::ALL.len(), 7);
/// assert_eq!(PrescribedItem::Timeliness.letter(), 'd');
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PrescribedItem {
    /// The procedure for resolving concerns, with an analysis of issues raised and outcomes.
    Concerns,
    /// The development of the service: caseloads, continuity, the team beside the children.
    Service,
    /// The participation of children and their parents.
    Participation,
    /// Reviews on time and late, and the reasons for the late ones.
    Timeliness,
    /// Outcomes of quality audits of the organisation, conduct and recording of reviews.
    Audits,
    /// Whether resource issues put a quality service at risk.
    Resources,
    /// Sibling contact, and siblings with one IRO.
    Siblings,
}

impl PrescribedItem {
    /// All of them, in the Handbook's order.
    ///
    /// ```
    /// use iro_handbook::report::annual::PrescribedItem;
    ///
    /// assert_eq!(PrescribedItem::ALL[0], PrescribedItem::Concerns);
    /// ```
    pub const ALL: &[Self] = &[
        Self::Concerns,
        Self::Service,
        Self::Participation,
        Self::Timeliness,
        Self::Audits,
        Self::Resources,
        Self::Siblings,
    ];

    /// The letter by which this crate's documents name it; `+` for the addition.
    ///
    /// ```
    /// use iro_handbook::report::annual::PrescribedItem;
    ///
    /// assert_eq!(PrescribedItem::Siblings.letter(), '+');
    /// ```
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Concerns => 'a',
            Self::Service => 'b',
            Self::Participation => 'c',
            Self::Timeliness => 'd',
            Self::Audits => 'e',
            Self::Resources => 'f',
            Self::Siblings => '+',
        }
    }

    /// What it is, in a few words.
    ///
    /// ```
    /// use iro_handbook::report::annual::PrescribedItem;
    ///
    /// assert_eq!(PrescribedItem::Concerns.title(), "Resolving concerns");
    /// ```
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Concerns => "Resolving concerns",
            Self::Service => "The service and its development",
            Self::Participation => "How children and parents took part",
            Self::Timeliness => "Reviews on time",
            Self::Audits => "Quality of reviews",
            Self::Resources => "Resources",
            Self::Siblings => "Brothers and sisters",
        }
    }
}

impl fmt::Display for PrescribedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

/// How much of a prescribed item a report fills.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::annual::AnnualReport;
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// // Reviews alone fill no item: a report names what is missing, and leaves no silent gap.
/// assert!(report.items().iter().all(|item| !item.is_filled()));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStatus {
    item: PrescribedItem,
    missing: Vec<&'static str>,
}

impl ItemStatus {
    pub(super) const fn new(item: PrescribedItem) -> Self {
        Self { item, missing: Vec::new() }
    }

    pub(super) fn add_missing(&mut self, what: &'static str) {
        if !self.missing.contains(&what) {
            self.missing.push(what);
        }
    }

    /// The item.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, PrescribedItem};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.items()[0].item(), PrescribedItem::Concerns);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn item(&self) -> PrescribedItem {
        self.item
    }

    /// What is missing for it, in words.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert!(report.items()[3].missing().contains(&"the reasons why reviews were late"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn missing(&self) -> &[&'static str] {
        &self.missing
    }

    /// Whether nothing is missing.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert!(!report.items()[0].is_filled());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn is_filled(&self) -> bool {
        self.missing.is_empty()
    }
}
