//! The walk over a period of care: which duty was pending when, and what became of it.

use super::pending::{Kind, Pending, Reckoner};
use super::review_finding::{Judged, Unseen};
use super::{ReviewClock, ReviewFinding, Settled};
use crate::error::Result;
use crate::record::{AdoptionChange, Entry, PeriodOfCareRef, Review};
use chrono::NaiveDate;

/// The review duties of one period of care, from [`ReviewClock::duties`].
///
/// One finding comes for each review, for the duty that was pending when it was held; one for each
/// duty left behind at a change of clock; and one for the duty pending at the end.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::{calendar::WorkingDays, record::{PeriodOfCare, Review}};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let calendar = WorkingDays::england_and_wales();
/// let care = PeriodOfCare::new(day(3, 2)).with_review(Review::new(day(3, 27)));
/// let outcomes: Vec<_> =
///     care.review_duties(&calendar, day(5, 1))?.map(|f| f.outcome().as_str()).collect();
/// assert_eq!(outcomes, ["met", "not_yet_due"]);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct ReviewDuties<'a> {
    reckoner: Reckoner<'a>,
    as_of: NaiveDate,
    from: Option<NaiveDate>,
    ended: Option<NaiveDate>,
    /// Whether every review of the period is in the records.
    evidenced: bool,
    missing: Unseen,
    reviews: &'a [Review],
    changes: &'a [AdoptionChange],
    held: u32,
    adoption: Option<OnAdoptionClock>,
    occurrence: u32,
    pending: Option<Pending>,
}

/// A child on the clock of the Adoption Agencies Regulations.
#[derive(Clone, Copy, Debug)]
struct OnAdoptionClock {
    /// Whether every review since the placement is in the records.
    evidenced: bool,
    held: u32,
}

// The steps are always inlined: where all of them are, the state of a walk stays in registers and what
// the caller does not ask for is not worked out. That makes a walk some five times as fast.
impl<'a> ReviewDuties<'a> {
    /// The walk before its first duty.
    #[inline(always)]
    pub(super) fn unstarted<'c: 'a>(clock: &ReviewClock<'c>, care: PeriodOfCareRef<'a>) -> Self {
        let (as_of, from) = (clock.as_of(), clock.history().first_day());
        let began = care.began();
        let evidence_start = from.map_or(began, |from| from.max(began));
        Self {
            reckoner: Reckoner::new(clock, evidence_start),
            as_of,
            from,
            ended: care.ended().filter(|ended| *ended <= as_of),
            evidenced: care.entry() == Entry::Known && evidence_start == began,
            missing: match from {
                Some(from) if began < from => Unseen::ReviewsBefore(from),
                _ => Unseen::EntryIntoCare,
            },
            reviews: within(care.reviews(), Review::held_on, from, as_of),
            changes: within(care.adoption(), |change| change.on(), None, as_of),
            held: 0,
            adoption: None,
            occurrence: 0,
            pending: None,
        }
    }

    /// Begins with the first duty, where the period had begun by the day asked about.
    #[inline(always)]
    pub(super) fn start(
        &mut self,
        clock: &ReviewClock<'_>,
        care: PeriodOfCareRef<'_>,
    ) -> Result<()> {
        let began = care.began();
        if began > self.as_of {
            return Ok(());
        }
        let due = match care.entry() {
            Entry::Known => Some(clock.first_review_due(began)?),
            Entry::NotKnown => None,
        };
        self.pending = Some(match due {
            Some(due) if self.evidenced => Pending::exact(Kind::First, began, due),
            due => self.reckoner.first_in_the_records(began, due),
        });
        Ok(())
    }

    /// Begins instead behind the last of the reviews held by a day, where there is one before any change of
    /// clock. Says whether there is.
    #[inline(always)]
    pub(super) fn skip_settled(&mut self, settled: NaiveDate) -> bool {
        let until = self.changes.first().map_or(settled, |change| change.on().min(settled));
        // The reviews of a year stand at the end of a list, so it is shorter from there.
        let after = self.reviews.iter().rev().take_while(|review| review.held_on() > until).count();
        let skipped = self.reviews.len().saturating_sub(after);
        let Some((settled, rest)) = self.reviews.split_at_checked(skipped) else {
            return false;
        };
        let Some(last) = settled.last() else {
            return false;
        };
        self.reviews = rest;
        self.occurrence = u32::try_from(skipped).unwrap_or(u32::MAX);
        self.held = self.occurrence.saturating_sub(1);
        self.pending = Some(self.after_review(last.held_on()));
        true
    }

    /// The last lawful day for the first review, where the child's entry into care is known and the walk
    /// begins with it.
    #[inline(always)]
    pub(crate) fn first_review_due(&self) -> Option<NaiveDate> {
        let pending = self.pending.filter(|pending| pending.kind.is_of_first_review());
        pending.and_then(|pending| pending.earliest)
    }

    /// The next review, unless a change of clock comes before it. On one day, the review comes first.
    #[inline(always)]
    fn next_review(&mut self) -> Option<Review> {
        let (review, rest) = self.reviews.split_first()?;
        if self.changes.first().is_some_and(|change| change.on() < review.held_on()) {
            return None;
        }
        self.reviews = rest;
        Some(*review)
    }

    #[inline(always)]
    fn next_change(&mut self) -> Option<AdoptionChange> {
        let (change, rest) = self.changes.split_first()?;
        self.changes = rest;
        Some(*change)
    }

    /// Before the records begin there is nothing to judge a duty by: it is forgotten.
    #[inline(always)]
    fn is_judged(&self, change: AdoptionChange) -> bool {
        self.from.is_none_or(|from| change.on() >= from)
    }

    /// Whether a review is the first of its clock is known only where every review of it is in the
    /// records.
    #[inline(always)]
    fn after_review(&mut self, on: NaiveDate) -> Pending {
        self.held = self.held.saturating_add(1);
        if let Some(clock) = &mut self.adoption {
            clock.held = clock.held.saturating_add(1);
            return self.reckoner.seldom(
                match (clock.held, clock.evidenced) {
                    (1, true) => Kind::AdoptionSecond,
                    (1, false) => Kind::AdoptionSecondOrLater,
                    _ => Kind::AdoptionLater,
                },
                on,
            );
        }
        match (self.held, self.evidenced) {
            (1, true) => self.reckoner.exact(Kind::Second, on),
            (1, false) => self.reckoner.seldom(Kind::SecondOrLater, on),
            _ => self.reckoner.exact(Kind::Later, on),
        }
    }

    #[inline(always)]
    fn after_change(&mut self, change: AdoptionChange) -> Pending {
        let evidenced = self.is_judged(change);
        self.adoption = match change {
            AdoptionChange::Placed(_) => Some(OnAdoptionClock { evidenced, held: 0 }),
            AdoptionChange::Ended(_) => None,
        };
        let kind = match (change, evidenced) {
            (AdoptionChange::Placed(_), true) => Kind::AdoptionFirst,
            (AdoptionChange::Placed(_), false) => Kind::AdoptionFirstUnseen,
            (AdoptionChange::Ended(_), true) => Kind::Returned,
            (AdoptionChange::Ended(_), false) => Kind::ReturnedUnseen,
        };
        self.reckoner.seldom(kind, change.on())
    }

    #[inline(always)]
    fn finding(
        &mut self,
        pending: Pending,
        answer: Option<Review>,
        judged: Judged,
        settled: Settled,
    ) -> ReviewFinding {
        let occurrence = self.occurrence;
        self.occurrence = occurrence.saturating_add(1);
        let method = self.reckoner.method();
        let unseen = (judged == Judged::CannotTell).then_some(self.missing);
        ReviewFinding { pending, occurrence, method, answer, judged, unseen, settled }
    }

    #[inline(always)]
    fn answered(&mut self, pending: Pending, review: Review) -> ReviewFinding {
        let on = review.held_on();
        let outcome = if pending.surely_runs_to(on) {
            Judged::Met
        } else if pending.surely_past_on(on) {
            Judged::MetLate
        } else {
            Judged::CannotTell
        };
        self.finding(pending, Some(review), outcome, Settled::Review)
    }

    /// A duty pending when the child moves to another clock lapses with it, unless it was overdue:
    /// then the next review, on whatever clock, answers it.
    #[inline(always)]
    fn left_behind(&mut self, pending: Pending, change: AdoptionChange) -> ReviewFinding {
        let (answer, outcome) = if pending.surely_runs_to(change.on()) {
            (None, Judged::Lapsed)
        } else if pending.surely_past_on(change.on()) {
            match self.reviews.first() {
                Some(next) => (Some(*next), Judged::MetLate),
                None => (None, Judged::NotMet),
            }
        } else {
            (None, Judged::CannotTell)
        };
        self.finding(pending, answer, outcome, Settled::ChangeOfClock(change))
    }

    #[inline(always)]
    fn unanswered(&mut self, pending: Pending) -> ReviewFinding {
        let (day, in_time, settled) = match self.ended {
            Some(ended) => (ended, Judged::Lapsed, Settled::CareEnded(ended)),
            None => (self.as_of, Judged::NotYetDue, Settled::OpenOn(self.as_of)),
        };
        let outcome = if pending.surely_runs_to(day) {
            in_time
        } else if pending.surely_past_on(day) {
            Judged::NotMet
        } else {
            Judged::CannotTell
        };
        self.finding(pending, None, outcome, settled)
    }
}

impl Iterator for ReviewDuties<'_> {
    type Item = ReviewFinding;

    // However many places walk: one that is not inlined costs all of them half as much again.
    #[inline(always)]
    fn next(&mut self) -> Option<ReviewFinding> {
        loop {
            let pending = self.pending.take()?;
            if let Some(review) = self.next_review() {
                self.pending = Some(self.after_review(review.held_on()));
                return Some(self.answered(pending, review));
            }
            let Some(change) = self.next_change() else {
                return Some(self.unanswered(pending));
            };
            self.pending = Some(self.after_change(change));
            if self.is_judged(change) {
                return Some(self.left_behind(pending, change));
            }
        }
    }
}

impl core::iter::FusedIterator for ReviewDuties<'_> {}

/// The part of a list in order of date that lies between two days.
#[inline]
fn within<T>(
    list: &[T],
    on: impl Fn(&T) -> NaiveDate,
    from: Option<NaiveDate>,
    to: NaiveDate,
) -> &[T] {
    let first = from.map_or(0, |from| list.partition_point(|item| on(item) < from));
    // Mostly the whole list lies before the day asked about.
    let end = match list.last() {
        Some(last) if on(last) > to => list.partition_point(|item| on(item) <= to),
        _ => list.len(),
    };
    list.get(first..end).unwrap_or_default()
}
