//! Rows to records: returns of several years, linked.

use super::by_child::ByChild;
use super::entries::{ChildIx, EpisodeEntry, ReviewEntry, UsableEpisode, UsableReview};
use super::interner::Interner;
use super::linked::{Linked, Of, Part, Span, StrayReview};
use super::periods;
use super::returns::Return;
use super::snapshots::Person;
use super::table::Table;
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use crate::record::{DataQuality, Profile, Review};
use chrono::NaiveDate;

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
            names: Interner::default(),
            children: Vec::new(),
            periods: Vec::new(),
            reviews: Vec::new(),
            changes: Vec::new(),
            strays: Vec::new(),
            stays: Vec::new(),
            short_breaks: Vec::new(),
            counts: DataQuality::default(),
        };
        let (years, persons) = linked.number(&returns);
        let (mut carried, mut reviews) = (Carried::default(), Vec::new());
        for (id, person) in (0..).map(ChildIx).zip(persons) {
            carried.carry(id, &years, &mut linked.counts);
            reviews.clear();
            reviews.extend(years.iter().rev().flat_map(|year| year.reviews(id)));
            // The latest return's row stands; within a return the first. A stable sort keeps it first.
            reviews.sort_by_key(|review: &UsableReview| review.date);
            linked.add_child(id, person, &mut carried.kept, &reviews);
        }
        Ok(linked)
    }

    /// Numbers the children over all returns, each at the first usable row, and says who each is.
    fn number<'r>(&mut self, returns: &'r [Return]) -> (Vec<OfYear<'r>>, Vec<Person>) {
        // Where a return lacks the file, that a child is not in it says nothing.
        let others = if returns.iter().all(|one| one.has(Table::Uasc)) {
            Profile::new().with_unaccompanied(false)
        } else {
            Profile::new()
        };
        let (mut years, mut persons) = (Vec::with_capacity(returns.len()), Vec::new());
        for one in returns {
            let mut numbers: Vec<Option<ChildIx>> = vec![None; one.child_count()];
            let mut number = |child: ChildIx| {
                if let Some(number @ None) = numbers.get_mut(child.place()) {
                    *number = one.child_name(child).map(|name| self.names.find_or_add(name));
                }
            };
            one.usable_episodes().for_each(|episode| number(episode.child));
            one.usable_reviews().for_each(|review| number(review.child));
            persons.resize(self.names.len(), Person { profile: others, ..Person::default() });
            Person::read(one, &numbers, &mut persons);
            for row in one.unusable() {
                let count = match row.table {
                    Table::Episodes => &mut self.counts.unusable_episode,
                    _ => &mut self.counts.unusable_review,
                };
                *count = count.saturating_add(1);
            }
            let mut own: Vec<Option<ChildIx>> = vec![None; self.names.len()];
            for (child, number) in (0..).map(ChildIx).zip(numbers) {
                if let Some(place) = number.and_then(|number| own.get_mut(number.place())) {
                    *place = Some(child);
                }
            }
            let children = one.child_count();
            let episodes = ByChild::new(children, &one.episodes, |row| row.child);
            let reviews = ByChild::new(children, &one.reviews, |row| row.child);
            years.push(OfYear { start: one.year().start(), own, episodes, reviews });
        }
        (years, persons)
    }

    fn add_child(
        &mut self,
        id: ChildIx,
        person: Person,
        kept: &mut [UsableEpisode],
        reviews: &[UsableReview],
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
        let mut reviews = latest_word.map(record).peekable();

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
                reviews: Part::since(reviews_from, &self.reviews),
                changes: Part::since(changes_from, &self.changes),
                stays: Part::since(stays_from, &self.stays),
            });
        }
        self.strays.extend(reviews.map(&mut stray));
        let breaks_from = self.short_breaks.len();
        self.short_breaks.extend(short_breaks.iter().map(|part| (part.decom, part.dec)));
        self.children.push(Of {
            id,
            person,
            periods: Part::since(periods_from, &self.periods),
            strays: Part::since(strays_from, &self.strays),
            short_breaks: Part::since(breaks_from, &self.short_breaks),
        });
    }
}

pub(super) fn refused(what: impl Into<String>, problem: impl Into<String>) -> crate::Error {
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

/// A return among others.
struct OfYear<'r> {
    /// The first day of its year.
    start: NaiveDate,
    /// The number in the return of each child numbered over all.
    own: Vec<Option<ChildIx>>,
    episodes: ByChild<'r, EpisodeEntry>,
    reviews: ByChild<'r, ReviewEntry>,
}

impl OfYear<'_> {
    fn own(&self, id: ChildIx) -> Option<ChildIx> {
        self.own.get(id.place()).copied()?
    }

    fn episodes(&self, id: ChildIx) -> impl Iterator<Item = UsableEpisode> + '_ {
        let rows = self.own(id).map(|own| self.episodes.rows(own));
        rows.into_iter().flatten().filter_map(|row| row.usable().ok())
    }

    fn reviews(&self, id: ChildIx) -> impl Iterator<Item = UsableReview> + '_ {
        let rows = self.own(id).map(|own| self.reviews.rows(own));
        rows.into_iter().flatten().filter_map(|row| row.usable().ok())
    }
}

fn record(review: &UsableReview) -> Review {
    let record = Review::new(review.date);
    match review.participation {
        Some(participation) => record.with_participation(participation),
        None => record,
    }
}

/// The episodes of one child that stand when every return has had its say.
#[derive(Default)]
struct Carried {
    kept: Vec<UsableEpisode>,
    /// Those of the return at hand, and the days on which they began, in order.
    in_year: Vec<UsableEpisode>,
    held: Vec<NaiveDate>,
}

impl Carried {
    fn carry(&mut self, id: ChildIx, years: &[OfYear<'_>], counts: &mut DataQuality) {
        let Self { kept, in_year, held } = self;
        kept.clear();
        for year in years {
            if kept.is_empty() {
                kept.extend(year.episodes(id));
                continue;
            }
            in_year.clear();
            in_year.extend(year.episodes(id));
            held.clear();
            held.extend(in_year.iter().map(|episode| episode.decom));
            held.sort_unstable();
            let mut dropped: u64 = 0;
            kept.retain(|before| {
                if held.binary_search(&before.decom).is_ok() {
                    return false;
                }
                let should_be_held = before.dec.is_none_or(|dec| dec >= year.start);
                dropped = dropped.saturating_add(u64::from(should_be_held));
                !should_be_held
            });
            counts.episode_not_carried = counts.episode_not_carried.saturating_add(dropped);
            if dropped > 0 && in_year.is_empty() {
                counts.child_not_carried = counts.child_not_carried.saturating_add(1);
            }
            kept.append(in_year);
        }
    }
}
