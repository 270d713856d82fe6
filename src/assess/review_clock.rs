//! The review clock: which review was due when, over a whole period of care.

use super::review_finding::{Judged, Unseen};
use super::{Bound, ReviewFinding, Sequence, Settled, Trigger};
use crate::calendar::{Period, WorkingDays};
use crate::error::Result;
use crate::law::{Method, RuleId};
use crate::record::{AdoptionChange, Entry, PeriodOfCare, PeriodOfCareRef, Review};
use chrono::{Datelike, Months, NaiveDate};

/// No duty of the registry runs longer (a test holds it to that). It is not itself the law: it is room
/// to count in.
pub(crate) const LONGEST: Months = Months::new(12);

/// How far back the caller's reviews are complete.
///
/// A return holds only its own year's reviews, so for a child who came into care before it the
/// reviews that went before are not in it. Then the clock starts from what can be said.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::History;
///
/// let from = NaiveDate::from_ymd_opt(2017, 4, 1).unwrap();
/// assert_eq!(History::CompleteFrom(from).first_day(), Some(from));
/// assert_eq!(History::Complete.first_day(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum History {
    /// Every review of every period of care is there.
    #[default]
    Complete,
    /// Reviews are complete from this day on; earlier ones are not looked at.
    CompleteFrom(NaiveDate),
}

impl History {
    /// The first day from which reviews are complete, where there is one.
    ///
    /// ```
    /// assert!(iro_handbook::assess::History::Complete.first_day().is_none());
    /// ```
    #[must_use]
    pub const fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Complete => None,
            Self::CompleteFrom(day) => Some(day),
        }
    }
}

/// Asks, of periods of care, which reviews were due when and what became of each duty, as things
/// stood on one day. Nothing that happened after that day is known.
///
/// The law: regulation 33 of the Care Planning, Placement and Case Review (England) Regulations 2010
/// (SI 2010/959), before 1 April 2011 regulation 3 of the Review of Children's Cases Regulations 1991
/// (SI 1991/895), and while a child is placed for adoption regulation 36 of the Adoption Agencies
/// Regulations 2005 (SI 2005/389).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::{History, ReviewClock};
/// use iro_handbook::calendar::WorkingDays;
/// use iro_handbook::record::{PeriodOfCareRef, Review};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let calendar = WorkingDays::england_and_wales();
/// let clock = ReviewClock::new(&calendar, day(12, 31));
/// let reviews = [Review::new(day(3, 27)), Review::new(day(6, 26))];
/// let care = PeriodOfCareRef::new(day(3, 2), None, &reviews)?;
/// assert_eq!(clock.duties(care)?.filter(|duty| duty.outcome().is_met()).count(), 2);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ReviewClock<'c> {
    calendar: &'c WorkingDays,
    as_of: NaiveDate,
    history: History,
    method: Method,
}

impl<'c> ReviewClock<'c> {
    /// As things stood on a day, with every review of every period of care.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let as_of = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, as_of).as_of(), as_of);
    /// ```
    #[must_use]
    pub const fn new(calendar: &'c WorkingDays, as_of: NaiveDate) -> Self {
        Self { calendar, as_of, history: History::Complete, method: Method::Law }
    }

    /// With another answer to how far back reviews are complete.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::{History, ReviewClock};
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let day = |y| NaiveDate::from_ymd_opt(y, 4, 1).unwrap();
    /// let calendar = WorkingDays::england_and_wales();
    /// let clock =
    ///     ReviewClock::new(&calendar, day(2018)).with_history(History::CompleteFrom(day(2017)));
    /// assert_eq!(clock.history(), History::CompleteFrom(day(2017)));
    /// ```
    #[must_use]
    pub const fn with_history(mut self, history: History) -> Self {
        self.history = history;
        self
    }

    /// With another method of counting three and six months than the law's; findings say so.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{assess::ReviewClock, calendar::WorkingDays, law::Method};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let clock = ReviewClock::new(&calendar, day).with_method(Method::FixedDays);
    /// assert_eq!(clock.method(), Method::FixedDays);
    /// ```
    #[must_use]
    pub const fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// How three and six months are counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays, law::Method};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, day).method(), Method::Law);
    /// ```
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The day asked about.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, day).as_of(), day);
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// How far back reviews are complete.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::{History, ReviewClock}, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, day).history(), History::Complete);
    /// ```
    #[must_use]
    pub const fn history(&self) -> History {
        self.history
    }

    /// The last lawful day for the first review of a child who became looked after on a day.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar) when it cannot be counted in
    /// the calendar's years.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let clock = ReviewClock::new(&calendar, day(3, 2));
    /// assert_eq!(clock.first_review_due(day(3, 2))?, day(3, 30));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn first_review_due(&self, began: NaiveDate) -> Result<NaiveDate> {
        self.first_review(began).map(|bound| bound.last_day())
    }

    /// The review duties of a period of care, each with what became of it, in the order in which they
    /// were settled. Nothing is allocated.
    ///
    /// A period that began after the day asked about has none.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar) when the first review date
    /// cannot be counted in the calendar's years, and
    /// [`Error::is_date_overflow`](crate::Error::is_date_overflow) when the day asked about is so late
    /// that nothing can be counted from it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// use iro_handbook::record::PeriodOfCareRef;
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let care = PeriodOfCareRef::new(day(3, 2), None, &[])?;
    /// assert_eq!(ReviewClock::new(&calendar, day(3, 1)).duties(care)?.count(), 0);
    /// assert_eq!(ReviewClock::new(&calendar, day(3, 2)).duties(care)?.count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[inline(always)]
    pub fn duties<'a>(&self, care: PeriodOfCareRef<'a>) -> Result<ReviewDuties<'a>>
    where
        'c: 'a,
    {
        let from = self.history.first_day();
        // Every later date is counted from a day not after these, so this check is the only one.
        let latest = from.map_or(self.as_of, |from| from.max(self.as_of));
        if latest.year() >= NaiveDate::MAX.year() {
            Period::Months(12).after(latest, self.calendar)?;
        }
        let started = care.began() <= self.as_of;
        let mut duties = ReviewDuties {
            calendar: self.calendar,
            method: self.method,
            as_of: self.as_of,
            from,
            evidence_start: from.map_or(care.began(), |from| from.max(care.began())),
            ended: care.ended().filter(|ended| *ended <= self.as_of),
            fully_evidenced: care.entry() == Entry::Known
                && from.is_none_or(|from| care.began() >= from),
            missing: match from {
                Some(from) if care.began() < from => Unseen::ReviewsBefore(from),
                _ => Unseen::EntryIntoCare,
            },
            reviews: within(care.reviews(), Review::held_on, from, self.as_of),
            changes: within(care.adoption(), |change| change.on(), None, self.as_of),
            held: 0,
            adoption: None,
            occurrence: 0,
            pending: None,
        };
        if started {
            let first = match care.entry() {
                Entry::Known => Some(self.first_review(care.began())?),
                Entry::NotKnown => None,
            };
            duties.pending = Some(duties.at_the_start(first));
        }
        Ok(duties)
    }

    #[inline]
    fn first_review(&self, began: NaiveDate) -> Result<Bound> {
        Bound::new(
            RuleId::FirstReview,
            Trigger::BecameLookedAfter,
            began,
            self.calendar,
            self.method,
        )
    }
}

impl PeriodOfCare {
    /// The review duties of this period of care as things stood on a day, every review being in the
    /// record: [`ReviewClock::duties`] in one line.
    ///
    /// # Errors
    /// As [`PeriodOfCareRef::new`] and [`ReviewClock::duties`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let calendar = WorkingDays::england_and_wales();
    /// let care = PeriodOfCare::new(day(3, 2));
    /// assert_eq!(care.review_duties(&calendar, day(3, 9))?.count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn review_duties<'a>(
        &'a self,
        calendar: &'a WorkingDays,
        as_of: NaiveDate,
    ) -> Result<ReviewDuties<'a>> {
        ReviewClock::new(calendar, as_of).duties(self.view()?)
    }
}

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

/// The duty that a period of care carries at a time.
#[derive(Clone, Copy, Debug)]
struct Pending {
    sequence: Sequence,
    earliest: Option<Bound>,
    latest: Bound,
}

impl Pending {
    const fn exact(sequence: Sequence, bound: Bound) -> Self {
        Self { sequence, earliest: Some(bound), latest: bound }
    }

    /// After so many reviews of this clock: whether one is the first is known only where every
    /// review of it is in the records.
    #[inline(always)]
    fn after_review(
        held: u32,
        evidenced: bool,
        [as_second, as_later, as_either]: [Sequence; 3],
        second: impl FnOnce() -> Bound,
        later: impl FnOnce() -> Bound,
    ) -> Self {
        if held > 1 {
            Self::exact(as_later, later())
        } else if evidenced {
            Self::exact(as_second, second())
        } else {
            Self { sequence: as_either, earliest: Some(second()), latest: later() }
        }
    }

    /// Whether the last lawful day is this one or a later one, whatever went before.
    #[inline(always)]
    fn surely_runs_to(&self, day: NaiveDate) -> bool {
        self.earliest.is_some_and(|earliest| day <= earliest.last_day())
    }

    /// Whether the last lawful day has passed on this day, whatever went before.
    #[inline(always)]
    fn surely_past_on(&self, day: NaiveDate) -> bool {
        day > self.latest.last_day()
    }
}

/// A child on the clock of the Adoption Agencies Regulations.
#[derive(Clone, Copy, Debug)]
struct OnAdoptionClock {
    /// Whether every review since the placement is in the records.
    evidenced: bool,
    held: u32,
}

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
    calendar: &'a WorkingDays,
    method: Method,
    as_of: NaiveDate,
    from: Option<NaiveDate>,
    /// The first day of the period of which the records tell.
    evidence_start: NaiveDate,
    ended: Option<NaiveDate>,
    fully_evidenced: bool,
    missing: Unseen,
    reviews: &'a [Review],
    changes: &'a [AdoptionChange],
    held: u32,
    adoption: Option<OnAdoptionClock>,
    occurrence: u32,
    pending: Option<Pending>,
}

// The steps are always inlined: where all of them are, the state of a walk stays in registers and what
// the caller does not ask for is not worked out. That makes a walk some five times as fast.
impl ReviewDuties<'_> {
    /// The last lawful day for the first review, where the child's entry into care is known. To be
    /// asked before the first duty is taken.
    pub(crate) fn first_review_due(&self) -> Option<NaiveDate> {
        self.pending.and_then(|pending| pending.earliest).map(|bound| bound.last_day())
    }

    /// Leaves out duties that were both due and answered before a day: those of the reviews held so
    /// long before it that no duty could run on to it.
    #[inline]
    pub(crate) fn skip_settled_before(&mut self, settled: NaiveDate) {
        let until = self.changes.first().map_or(settled, |change| change.on().min(settled));
        let old = self.reviews.partition_point(|review| review.held_on() <= until);
        let Some((skipped, rest)) = self.reviews.split_at_checked(old) else {
            return;
        };
        if let Some((last, before)) = skipped.split_last() {
            let before = u32::try_from(before.len()).unwrap_or(u32::MAX);
            self.held = self.held.saturating_add(before);
            self.occurrence = self.occurrence.saturating_add(before).saturating_add(1);
            self.reviews = rest;
            self.pending = Some(self.after_review(last.held_on()));
        }
    }

    /// Counting from a day not after `as_of`, which [`ReviewClock::duties`] has shown to be possible.
    #[inline(always)]
    fn bound(&self, rule: RuleId, trigger: Trigger, day: NaiveDate) -> Bound {
        Bound::from_day(rule, trigger, day, self.calendar, self.method)
    }

    /// Whatever review came before the records begin, the next was due by then.
    #[inline(always)]
    fn six_months_from_the_dark(&self, rule: RuleId) -> Bound {
        let eve = self.evidence_start.pred_opt().unwrap_or(self.evidence_start);
        self.bound(rule, Trigger::LastDayWithoutRecords, eve)
    }

    #[inline]
    fn at_the_start(&self, first_review: Option<Bound>) -> Pending {
        match first_review {
            Some(bound) if self.fully_evidenced => Pending::exact(Sequence::First, bound),
            earliest => Pending {
                sequence: Sequence::Unknown,
                earliest,
                latest: self.six_months_from_the_dark(RuleId::SubsequentReview),
            },
        }
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

    #[inline(always)]
    fn after_review(&mut self, on: NaiveDate) -> Pending {
        use RuleId::{
            AdoptionPlacementLaterReview, AdoptionPlacementSecondReview, SecondReview,
            SubsequentReview,
        };
        self.held = self.held.saturating_add(1);
        if let Some(clock) = &mut self.adoption {
            clock.held = clock.held.saturating_add(1);
            let (evidenced, held) = (clock.evidenced, clock.held);
            let later = || self.bound(AdoptionPlacementLaterReview, Trigger::Review, on);
            let second = || self.bound(AdoptionPlacementSecondReview, Trigger::Review, on);
            let sequences = [Sequence::Adoption; 3];
            return Pending::after_review(held, evidenced, sequences, second, later);
        }
        let later = || self.bound(SubsequentReview, Trigger::Review, on);
        let second = || self.bound(SecondReview, Trigger::Review, on);
        let sequences = [Sequence::Second, Sequence::Subsequent, Sequence::Unknown];
        Pending::after_review(self.held, self.fully_evidenced, sequences, second, later)
    }

    #[inline(always)]
    fn after_change(&mut self, change: AdoptionChange) -> Pending {
        let on = change.on();
        let evidenced = self.from.is_none_or(|from| on >= from);
        let (sequence, rule, trigger, later) = match change {
            AdoptionChange::Placed(_) => {
                self.adoption = Some(OnAdoptionClock { evidenced, held: 0 });
                (
                    Sequence::Adoption,
                    RuleId::AdoptionPlacementFirstReview,
                    Trigger::PlacedForAdoption,
                    RuleId::AdoptionPlacementLaterReview,
                )
            }
            AdoptionChange::Ended(_) => {
                self.adoption = None;
                (
                    if evidenced { Sequence::Adoption } else { Sequence::Unknown },
                    RuleId::AdoptionReturnReview,
                    Trigger::ReturnedFromAdoptivePlacement,
                    RuleId::SubsequentReview,
                )
            }
        };
        let bound = self.bound(rule, trigger, on);
        if evidenced {
            Pending::exact(sequence, bound)
        } else {
            let latest = self.six_months_from_the_dark(later);
            Pending { sequence, earliest: Some(bound), latest }
        }
    }

    #[inline(always)]
    fn finding(
        &mut self,
        pending: Pending,
        answer: Option<Review>,
        outcome: Judged,
        settled: Settled,
    ) -> ReviewFinding {
        let Pending { sequence, earliest, latest } = pending;
        let occurrence = self.occurrence;
        self.occurrence = occurrence.saturating_add(1);
        ReviewFinding { sequence, occurrence, earliest, latest, answer, outcome, settled }
    }

    #[inline(always)]
    fn answered(&mut self, pending: Pending, review: Review) -> ReviewFinding {
        let on = review.held_on();
        let outcome = if pending.surely_runs_to(on) {
            Judged::Met
        } else if pending.surely_past_on(on) {
            Judged::MetLate
        } else {
            Judged::CannotTell(self.missing)
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
            (None, Judged::CannotTell(self.missing))
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
            Judged::CannotTell(self.missing)
        };
        self.finding(pending, None, outcome, settled)
    }
}

impl Iterator for ReviewDuties<'_> {
    type Item = ReviewFinding;

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

    /// The same with the pending duty at hand: what the reports are made by.
    #[inline]
    fn fold<B, F: FnMut(B, ReviewFinding) -> B>(mut self, init: B, mut f: F) -> B {
        let mut folded = init;
        let Some(mut pending) = self.pending else {
            return folded;
        };
        loop {
            while let Some(review) = self.next_review() {
                folded = f(folded, self.answered(pending, review));
                pending = self.after_review(review.held_on());
            }
            let Some(change) = self.next_change() else {
                return f(folded, self.unanswered(pending));
            };
            let left = pending;
            pending = self.after_change(change);
            if self.is_judged(change) {
                folded = f(folded, self.left_behind(left, change));
            }
        }
    }
}

impl core::iter::FusedIterator for ReviewDuties<'_> {}
