//! Linked returns: records of children in care, kept in a few long lists.

use super::entries::ChildIx;
use super::interner::Interner;
use super::link::refused;
use super::snapshots::Person;
use super::stays::Stay;
use crate::assess::History;
use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::record::{
    AdoptionChange, Child, DataQuality, Entry, PeriodOfCare, PeriodOfCareRef, ReasonCeased, Review,
};
use chrono::NaiveDate;

/// Returns of one or more years in a row, made into records of children in care.
///
/// The later return is the authority's latest word: where it has an episode or a review, the
/// earlier returns' form of it falls away, and so does an earlier episode that it should hold and
/// does not. What falls away is counted in [`data_quality`](Self::data_quality).
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{EpisodeRow, Linked, Return, ReviewRow};
///
/// let mut year = Return::new(CollectionYear::ending(2026)?);
/// year.push(&EpisodeRow {
///     child: "1017".into(),
///     decom: "02/06/2025".into(),
///     rne: "S".into(),
///     ls: "C2".into(),
///     ..Default::default()
/// });
/// year.push(&ReviewRow { child: "1017".into(), review: "27/06/2025".into(), ..Default::default() });
/// let linked = Linked::new([year])?;
/// let child = linked.children().next().unwrap();
/// assert_eq!(child.id(), "1017");
/// assert_eq!(child.periods_of_care().next().unwrap().reviews().len(), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone)]
pub struct Linked {
    pub(super) first: CollectionYear,
    pub(super) last: CollectionYear,
    /// One for each child.
    pub(super) names: Interner,
    pub(super) children: Vec<Of>,
    pub(super) periods: Vec<Span>,
    pub(super) reviews: Vec<Review>,
    pub(super) changes: Vec<AdoptionChange>,
    pub(super) strays: Vec<StrayReview>,
    pub(super) stays: Vec<Stay>,
    pub(super) short_breaks: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// What does not depend on the day asked about.
    pub(super) counts: DataQuality,
}

/// A part of one of the lists: what one child has there, or one period of care.
#[derive(Clone, Copy)]
pub(super) struct Part {
    from: u32,
    to: u32,
}

impl Part {
    /// What has been added to a list since it was so long.
    pub(super) fn since<T>(from: usize, list: &[T]) -> Self {
        let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        Self { from: number(from), to: number(list.len()) }
    }

    pub(super) fn of<T>(self, list: &[T]) -> &[T] {
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        list.get(place(self.from)..place(self.to)).unwrap_or_default()
    }
}

/// A child: the identifier, and where the records are.
#[derive(Clone)]
pub(super) struct Of {
    pub(super) id: ChildIx,
    pub(super) person: Person,
    pub(super) periods: Part,
    pub(super) strays: Part,
    pub(super) short_breaks: Part,
}

/// A period of care, and where its reviews and changes are.
#[derive(Clone)]
pub(super) struct Span {
    pub(super) began: NaiveDate,
    pub(super) ended: Option<NaiveDate>,
    pub(super) entry: Entry,
    pub(super) reason_ceased: Option<ReasonCeased>,
    pub(super) reviews: Part,
    pub(super) changes: Part,
    pub(super) stays: Part,
}

/// A review that is in no period of care.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{EpisodeRow, Linked, Return, ReviewRow};
///
/// let mut year = Return::new(CollectionYear::ending(2026)?);
/// let (child, decom, ls) = ("1017".into(), "02/06/2025".into(), "V4".into());
/// year.push(&EpisodeRow { child, decom, ls, ..Default::default() });
/// year.push(&ReviewRow { child: "1017".into(), review: "27/06/2025".into(), ..Default::default() });
/// let linked = Linked::new([year])?;
/// let stray = linked.children().next().unwrap().stray_reviews()[0];
/// assert!(stray.in_short_break);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StrayReview {
    /// The review.
    pub review: Review,
    /// Whether a short break covers it.
    pub in_short_break: bool,
}

impl Linked {
    /// The first year.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert_eq!(linked.first_year().to_string(), "2025-26");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn first_year(&self) -> CollectionYear {
        self.first
    }

    /// The last year.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert_eq!(linked.last_year(), linked.first_year());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn last_year(&self) -> CollectionYear {
        self.last
    }

    /// How far back the reviews are complete: a return holds only its own year's.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert_eq!(linked.history().first_day(), Some(linked.first_year().start()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn history(&self) -> History {
        History::CompleteFrom(self.first.start())
    }

    /// Whether figures for a year as of a day can be worked out from these returns.
    ///
    /// # Errors
    /// [`Error::is_returns`](crate::Error::is_returns) when the year is not among them, or the day is
    /// before the year begins or after the last return ends.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// let year = CollectionYear::ending(2026)?;
    /// assert!(linked.check_asked(year, year.end()).is_ok());
    /// assert!(linked.check_asked(CollectionYear::ending(2025)?, year.end()).is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn check_asked(&self, year: CollectionYear, as_of: NaiveDate) -> Result<()> {
        if year < self.first || year > self.last {
            let problem = format!("there is no return for it, only for {}", self.years());
            return Err(refused(format!("the year {}", year.ending_year()), problem));
        }
        if as_of < year.start() || as_of > self.last.end() {
            let (from, to) = (year.start(), self.last.end());
            return Err(refused(
                format!("the day {as_of}"),
                format!("it is not one of {from} to {to}, the days that can be asked about"),
            ));
        }
        Ok(())
    }

    fn years(&self) -> String {
        let (first, last) = (self.first.ending_year(), self.last.ending_year());
        if first == last { first.to_string() } else { format!("{first} to {last}") }
    }

    /// The children with at least one usable row, in order of first appearance in the earliest return
    /// that names them.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert_eq!(linked.children().map(|child| child.id()).collect::<Vec<_>>(), ["1"]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn children(&self) -> impl ExactSizeIterator<Item = LinkedChild<'_>> + Clone {
        self.children.iter().map(|of| LinkedChild { linked: self, of })
    }

    /// Every period of care of every child, child by child.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert_eq!(linked.periods_of_care().len(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn periods_of_care(&self) -> impl ExactSizeIterator<Item = PeriodOfCareRef<'_>> + Clone {
        self.periods.iter().map(|span| self.view(span))
    }

    fn view(&self, span: &Span) -> PeriodOfCareRef<'_> {
        PeriodOfCareRef::trusted(
            span.began,
            span.ended,
            span.entry,
            span.reviews.of(&self.reviews),
            span.changes.of(&self.changes),
        )
    }

    /// What was set aside, over all rows of all returns, as it looks on a day.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// let noted = linked.data_quality(linked.last_year().end(), linked.history());
    /// assert_eq!(noted.unusable_episode, 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn data_quality(&self, as_of: NaiveDate, history: History) -> DataQuality {
        let mut counts = self.counts;
        let mut note = |on: NaiveDate, in_range: Option<bool>| {
            let count = if on > as_of {
                &mut counts.review_after_as_of
            } else if history.first_day().is_some_and(|from| on < from) {
                &mut counts.review_before_evidence
            } else {
                match in_range {
                    None => return,
                    Some(true) => &mut counts.review_in_short_break,
                    Some(false) => &mut counts.review_outside_care,
                }
            };
            *count = count.saturating_add(1);
        };
        for review in &self.reviews {
            note(review.held_on(), None);
        }
        for stray in &self.strays {
            note(stray.review.held_on(), Some(stray.in_short_break));
        }
        counts
    }
}

// Counts only: records of children do not belong in a log.
impl core::fmt::Debug for Linked {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Linked")
            .field("years", &self.years())
            .field("children", &self.children.len())
            .field("periods_of_care", &self.periods.len())
            .field("reviews", &self.reviews.len())
            .finish_non_exhaustive()
    }
}

/// A child in linked returns.
///
/// ```
/// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
/// # let mut year = Return::new(CollectionYear::ending(2026)?);
/// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
/// let linked = Linked::new([year])?;
/// let child = linked.children().next().unwrap().to_child();
/// assert_eq!(child.periods_of_care().len(), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct LinkedChild<'a> {
    linked: &'a Linked,
    of: &'a Of,
}

impl<'a> LinkedChild<'a> {
    /// The identifier in the returns, trimmed and in upper case.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// year.push(&EpisodeRow { child: " a1 ".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// assert_eq!(Linked::new([year])?.children().next().unwrap().id(), "A1");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.linked.names.name(self.of.id).unwrap_or_default()
    }

    /// The periods of care, by the day they began.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert_eq!(linked.children().next().unwrap().periods_of_care().len(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn periods_of_care(
        &self,
    ) -> impl ExactSizeIterator<Item = PeriodOfCareRef<'a>> + Clone + use<'a> {
        let linked = self.linked;
        self.of.periods.of(&linked.periods).iter().map(|span| linked.view(span))
    }

    /// The reviews that are in no period of care, by date.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert!(linked.children().next().unwrap().stray_reviews().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn stray_reviews(&self) -> &'a [StrayReview] {
        self.of.strays.of(&self.linked.strays)
    }

    /// The child as a record that stands on its own.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # year.push(&EpisodeRow { child: "1".into(), decom: "02/06/2025".into(), ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// assert!(linked.children().all(|child| child.to_child().check().is_ok()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn to_child(&self) -> Child {
        self.periods_of_care()
            .map(PeriodOfCare::from)
            .fold(Child::new(self.id()), Child::with_period_of_care)
    }
}

impl core::fmt::Debug for LinkedChild<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("LinkedChild").field("id", &self.id()).finish_non_exhaustive()
    }
}
