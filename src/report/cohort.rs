//! The children behind the figures: who was looked after at the start, who came, who left.

use crate::calendar::CollectionYear;
use chrono::NaiveDate;

/// Periods of care over a year: at its start, started, ceased, at its end.
///
/// Start and started less ceased is end, always.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::PeriodOfCare;
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let calendar = WorkingDays::england_and_wales();
/// let mut figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let began = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
/// figures.add(&calendar, PeriodOfCare::new(began).view()?)?;
/// let cohort = figures.cohort();
/// assert_eq!((cohort.looked_after_at_start(), cohort.looked_after_at_end()), (0, 1));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct Cohort {
    pub(super) looked_after_at_start: u64,
    pub(super) started: u64,
    pub(super) ceased: u64,
    pub(super) looked_after_at_end: u64,
}

impl Cohort {
    /// Periods that began before the year and had not ended before it.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Cohort::default().looked_after_at_start(), 0);
    /// ```
    #[must_use]
    pub const fn looked_after_at_start(&self) -> u64 {
        self.looked_after_at_start
    }

    /// Periods that began in the year.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Cohort::default().started(), 0);
    /// ```
    #[must_use]
    pub const fn started(&self) -> u64 {
        self.started
    }

    /// Periods that ended in the year.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Cohort::default().ceased(), 0);
    /// ```
    #[must_use]
    pub const fn ceased(&self) -> u64 {
        self.ceased
    }

    /// Periods that began by the end of the year and had not ended by it.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Cohort::default().looked_after_at_end(), 0);
    /// ```
    #[must_use]
    pub const fn looked_after_at_end(&self) -> u64 {
        self.looked_after_at_end
    }

    /// Counts one period of care, whose end is given only as far as it is known. Says whether the
    /// child is looked after at the end of the year.
    pub(super) fn count(
        &mut self,
        year: CollectionYear,
        began: NaiveDate,
        ended: Option<NaiveDate>,
    ) -> bool {
        let add = |count: &mut u64, yes: bool| *count = count.saturating_add(u64::from(yes));
        let at_start = began < year.start() && ended.is_none_or(|ended| ended >= year.start());
        let at_end = began <= year.end() && ended.is_none_or(|ended| ended > year.end());
        add(&mut self.looked_after_at_start, at_start);
        add(&mut self.started, year.contains(began));
        add(&mut self.ceased, ended.is_some_and(|ended| year.contains(ended)));
        add(&mut self.looked_after_at_end, at_end);
        at_end
    }

    pub(super) fn zip(&mut self, other: &Self, mut with: impl FnMut(&mut u64, u64)) {
        with(&mut self.looked_after_at_start, other.looked_after_at_start);
        with(&mut self.started, other.started);
        with(&mut self.ceased, other.ceased);
        with(&mut self.looked_after_at_end, other.looked_after_at_end);
    }
}
