//! Rows to records: returns of several years, linked.

use super::entries::{UsableEpisode, UsableReview};
use super::periods;
use super::returns::Return;
use super::snapshots::Person;
use super::stays::Stay;
use super::table::Table;
use crate::assess::History;
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use crate::record::{
    AdoptionChange, Child, DataQuality, Entry, PeriodOfCare, PeriodOfCareRef, Profile,
    ReasonCeased, Review,
};
use chrono::NaiveDate;
use core::ops::Range;
use std::collections::HashMap;
use std::sync::Arc;

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
    first: CollectionYear,
    last: CollectionYear,
    pub(super) children: Vec<Of>,
    pub(super) periods: Vec<Span>,
    reviews: Vec<Review>,
    changes: Vec<AdoptionChange>,
    strays: Vec<StrayReview>,
    pub(super) stays: Vec<Stay>,
    pub(super) short_breaks: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// What does not depend on the day asked about.
    counts: DataQuality,
}

/// A child: the identifier, and where the records are.
#[derive(Clone)]
pub(super) struct Of {
    id: Arc<str>,
    pub(super) person: Person,
    pub(super) periods: Range<usize>,
    strays: Range<usize>,
    pub(super) short_breaks: Range<usize>,
}

/// A period of care, and where its reviews and changes are.
#[derive(Clone)]
pub(super) struct Span {
    pub(super) began: NaiveDate,
    pub(super) ended: Option<NaiveDate>,
    pub(super) entry: Entry,
    pub(super) reason_ceased: Option<ReasonCeased>,
    reviews: Range<usize>,
    changes: Range<usize>,
    pub(super) stays: Range<usize>,
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
    /// Links returns, given in any order.
    ///
    /// # Errors
    /// [`Error::is_returns`](crate::Error::is_returns) when there are none, a year is missing between
    /// them or given twice, or one has no episodes file.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Linked, Return};
    ///
    /// let empty = Return::new(CollectionYear::ending(2026)?);
    /// let error = Linked::new([empty]).unwrap_err();
    /// assert!(error.is_returns() && error.to_string().contains("2025-26"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn new(returns: impl IntoIterator<Item = Return>) -> Result<Self> {
        let mut returns: Vec<Return> = returns.into_iter().collect();
        returns.sort_by_key(Return::year);
        let (first, last) = unbroken(&returns)?;
        let mut linked = Self {
            first,
            last,
            children: Vec::new(),
            periods: Vec::new(),
            reviews: Vec::new(),
            changes: Vec::new(),
            strays: Vec::new(),
            stays: Vec::new(),
            short_breaks: Vec::new(),
            counts: DataQuality::default(),
        };
        let rows = Rows::of(&returns, &mut linked.counts);
        let mut episodes = rows.episodes.chunk_by(|a, b| a.child == b.child).peekable();
        let mut reviews = rows.reviews.chunk_by(|a, b| a.child == b.child).peekable();
        let starts: Vec<NaiveDate> = returns.iter().map(|one| one.year().start()).collect();
        let mut kept = Vec::new();
        for ((child, id), person) in (0_u32..).zip(rows.names).zip(rows.persons) {
            let is_child = |of: u32| of == child;
            let episodes = episodes.next_if(|rows| rows.first().is_some_and(|r| is_child(r.child)));
            let reviews = reviews.next_if(|rows| rows.first().is_some_and(|r| is_child(r.child)));
            carry(episodes.unwrap_or_default(), &starts, &mut kept, &mut linked.counts);
            linked.add_child(id, person, &mut kept, reviews.unwrap_or_default());
        }
        Ok(linked)
    }

    fn add_child(
        &mut self,
        id: Arc<str>,
        person: Person,
        kept: &mut [UsableEpisode],
        reviews: &[ReviewOf],
    ) {
        periods::sort(kept);
        // A stable partition: short breaks behind, each part in order.
        kept.sort_by_key(UsableEpisode::is_short_break);
        let ordinary = kept.partition_point(|episode| !episode.is_short_break());
        let (care, short_breaks) = kept.split_at_checked(ordinary).unwrap_or_default();

        let latest_word = reviews.chunk_by(|a, b| a.date == b.date).filter_map(|same_day| {
            let others = same_day.len().saturating_sub(1);
            let others = u64::try_from(others).unwrap_or(u64::MAX);
            self.counts.duplicate_review = self.counts.duplicate_review.saturating_add(others);
            same_day.first()
        });
        let mut reviews = latest_word.map(ReviewOf::record).peekable();

        let (periods_from, strays_from) = (self.periods.len(), self.strays.len());
        // Reviews come in order of date and short breaks in order of start, so one pass over each does.
        let mut breaks = short_breaks.iter().peekable();
        let mut in_breaks_until: Option<NaiveDate> = None;
        let mut stray = |review: Review| {
            let on = review.held_on();
            while let Some(part) = breaks.next_if(|part| part.decom <= on) {
                in_breaks_until = in_breaks_until.max(Some(part.dec.unwrap_or(NaiveDate::MAX)));
            }
            StrayReview { review, in_short_break: in_breaks_until >= Some(on) }
        };
        for stretch in periods::stretches(care) {
            let Some(began) = stretch.first().map(|first| first.decom) else { continue };
            while let Some(review) = reviews.next_if(|review| review.held_on() < began) {
                self.strays.push(stray(review));
            }
            let reviews_from = self.reviews.len();
            while let Some(review) = reviews.next_if(|review| stretch.covers(review.held_on())) {
                self.reviews.push(review);
            }
            let changes_from = self.changes.len();
            self.changes.extend(stretch.adoption_changes());
            let stays_from = self.stays.len();
            self.stays.extend(stretch.stays());
            self.periods.push(Span {
                began,
                ended: stretch.ended,
                entry: stretch.entry(),
                reason_ceased: stretch.reason_ceased(),
                reviews: reviews_from..self.reviews.len(),
                changes: changes_from..self.changes.len(),
                stays: stays_from..self.stays.len(),
            });
        }
        self.strays.extend(reviews.map(&mut stray));
        let breaks_from = self.short_breaks.len();
        self.short_breaks.extend(short_breaks.iter().map(|part| (part.decom, part.dec)));
        self.children.push(Of {
            id,
            person,
            periods: periods_from..self.periods.len(),
            strays: strays_from..self.strays.len(),
            short_breaks: breaks_from..self.short_breaks.len(),
        });
    }

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
            self.reviews.get(span.reviews.clone()).unwrap_or_default(),
            self.changes.get(span.changes.clone()).unwrap_or_default(),
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
    pub(super) linked: &'a Linked,
    pub(super) of: &'a Of,
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
        &self.of.id
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
        let spans = linked.periods.get(self.of.periods.clone()).unwrap_or_default();
        spans.iter().map(|span| linked.view(span))
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
        self.linked.strays.get(self.of.strays.clone()).unwrap_or_default()
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

fn refused(what: impl Into<String>, problem: impl Into<String>) -> crate::Error {
    Kind::Returns { what: what.into(), problem: problem.into() }.into()
}

/// The first and last year of returns in order, if they are an unbroken run and each has episodes.
fn unbroken(returns: &[Return]) -> Result<(CollectionYear, CollectionYear)> {
    let (Some(first), Some(last)) = (returns.first(), returns.last()) else {
        return Err(refused("returns", "none is given"));
    };
    let the_return = |one: &Return| format!("the return for {}", one.year());
    let mut before: Option<CollectionYear> = None;
    for one in returns {
        if !one.has(Table::Episodes) {
            return Err(refused(the_return(one), "it has no episodes file"));
        }
        match before {
            Some(before) if before == one.year() => {
                return Err(refused(the_return(one), "the year is given twice"));
            }
            Some(before) if before.next() != Some(one.year()) => {
                let problem = format!("the year after {before} is missing before it");
                return Err(refused(the_return(one), problem));
            }
            _ => before = Some(one.year()),
        }
    }
    Ok((first.year(), last.year()))
}

/// An episode with its place: child by number over all returns, return by number.
#[derive(Clone, Copy)]
struct EpisodeOf {
    child: u32,
    year: usize,
    episode: UsableEpisode,
}

#[derive(Clone, Copy)]
struct ReviewOf {
    child: u32,
    date: NaiveDate,
    year: usize,
    review: UsableReview,
}

impl ReviewOf {
    fn record(&self) -> Review {
        let review = Review::new(self.date);
        match self.review.participation {
            Some(participation) => review.with_participation(participation),
            None => review,
        }
    }
}

/// The usable rows of all returns, sorted by child.
struct Rows {
    names: Vec<Arc<str>>,
    /// One for each name.
    persons: Vec<Person>,
    /// By child, then return, then as they stand in it.
    episodes: Vec<EpisodeOf>,
    /// By child and date, the row that stands before those that fall away.
    reviews: Vec<ReviewOf>,
}

impl Rows {
    fn of(returns: &[Return], counts: &mut DataQuality) -> Self {
        let mut numbers: HashMap<Arc<str>, u32> = HashMap::new();
        let mut names: Vec<Arc<str>> = Vec::new();
        let (mut episodes, mut reviews) = (Vec::new(), Vec::new());
        let mut persons: Vec<Person> = Vec::new();
        // Where a return lacks the file, that a child is not in it says nothing.
        let others = if returns.iter().all(|one| one.has(Table::Uasc)) {
            Profile::new().with_unaccompanied(false)
        } else {
            Profile::new()
        };
        for (year, one) in returns.iter().enumerate() {
            // The number over all returns of each child of this return, given at the first usable row.
            let mut known: Vec<Option<u32>> = vec![None; one.child_count()];
            let mut number = |child: super::ChildIx| -> Option<u32> {
                let slot = known.get_mut(usize::try_from(child.index()).ok()?)?;
                if slot.is_none() {
                    let name = one.shared_name(child)?;
                    let next = u32::try_from(names.len()).ok()?;
                    let number = *numbers.entry(Arc::clone(&name)).or_insert(next);
                    if number == next {
                        names.push(name);
                    }
                    *slot = Some(number);
                }
                *slot
            };
            for episode in one.usable_episodes() {
                if let Some(child) = number(episode.child) {
                    episodes.push(EpisodeOf { child, year, episode });
                }
            }
            for review in one.usable_reviews() {
                if let Some(child) = number(review.child) {
                    reviews.push(ReviewOf { child, date: review.date, year, review });
                }
            }
            persons.resize(names.len(), Person { profile: others, ..Person::default() });
            Person::read(one, &known, &mut persons);
            for row in one.unusable() {
                let count = match row.table {
                    Table::Episodes => &mut counts.unusable_episode,
                    _ => &mut counts.unusable_review,
                };
                *count = count.saturating_add(1);
            }
        }
        episodes.sort_by_key(|of: &EpisodeOf| of.child);
        // The latest return's row stands; within a return the first, which a stable sort keeps first.
        reviews.sort_by_key(|of: &ReviewOf| (of.child, of.date, core::cmp::Reverse(of.year)));
        Self { names, persons, episodes, reviews }
    }
}

/// The episodes of one child that stand when every return has had its say, given by return.
fn carry(
    episodes: &[EpisodeOf],
    starts: &[NaiveDate],
    kept: &mut Vec<UsableEpisode>,
    counts: &mut DataQuality,
) {
    kept.clear();
    let mut rest = episodes;
    let mut held: Vec<NaiveDate> = Vec::new();
    for (year, starts) in starts.iter().enumerate() {
        let (in_year, after) =
            rest.split_at_checked(rest.partition_point(|of| of.year <= year)).unwrap_or_default();
        rest = after;
        held.clear();
        held.extend(in_year.iter().map(|of| of.episode.decom));
        held.sort_unstable();
        let mut dropped: u64 = 0;
        kept.retain(|before| {
            if held.binary_search(&before.decom).is_ok() {
                return false;
            }
            let should_be_held = before.dec.is_none_or(|dec| dec >= *starts);
            dropped = dropped.saturating_add(u64::from(should_be_held));
            !should_be_held
        });
        counts.episode_not_carried = counts.episode_not_carried.saturating_add(dropped);
        if dropped > 0 && in_year.is_empty() {
            counts.child_not_carried = counts.child_not_carried.saturating_add(1);
        }
        kept.extend(in_year.iter().map(|of| of.episode));
    }
}
