//! The duty that a period of care carries at a time: of which kind, since when, and until when.

use super::{Bound, ReviewClock, Sequence, Trigger, bound};
use crate::calendar::WorkingDays;
use crate::law::{Method, RuleId};
use chrono::NaiveDate;

/// The kinds of duty on the clock. Those of which the records do not show everything have two rules: the
/// duty fell by the one or by the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    First,
    FirstInTheRecords,
    Second,
    Later,
    SecondOrLater,
    AdoptionFirst,
    AdoptionFirstUnseen,
    AdoptionSecond,
    AdoptionLater,
    AdoptionSecondOrLater,
    Returned,
    ReturnedUnseen,
}

/// A rule with what starts its clock.
type Clock = (RuleId, Trigger);

impl Kind {
    /// Which review it asks for, and the clocks of the earliest and the latest day it can run to.
    const fn asks(self) -> (Sequence, Clock, Clock) {
        use RuleId::{
            AdoptionPlacementFirstReview, AdoptionPlacementLaterReview,
            AdoptionPlacementSecondReview, AdoptionReturnReview, FirstReview, SecondReview,
            SubsequentReview,
        };
        use Sequence::{Adoption, First, Second, Subsequent, Unknown};
        use Trigger::{
            BecameLookedAfter, LastDayWithoutRecords, PlacedForAdoption,
            ReturnedFromAdoptivePlacement, Review,
        };
        let entered = (FirstReview, BecameLookedAfter);
        let second = (SecondReview, Review);
        let later = (SubsequentReview, Review);
        let placed = (AdoptionPlacementFirstReview, PlacedForAdoption);
        let second_placed = (AdoptionPlacementSecondReview, Review);
        let later_placed = (AdoptionPlacementLaterReview, Review);
        let returned = (AdoptionReturnReview, ReturnedFromAdoptivePlacement);
        // Whatever review came before the records begin, the next was due by then.
        let unseen = (SubsequentReview, LastDayWithoutRecords);
        let unseen_placed = (AdoptionPlacementLaterReview, LastDayWithoutRecords);
        match self {
            Self::First => (First, entered, entered),
            Self::FirstInTheRecords => (Unknown, entered, unseen),
            Self::Second => (Second, second, second),
            Self::Later => (Subsequent, later, later),
            Self::SecondOrLater => (Unknown, second, later),
            Self::AdoptionFirst => (Adoption, placed, placed),
            Self::AdoptionFirstUnseen => (Adoption, placed, unseen_placed),
            Self::AdoptionSecond => (Adoption, second_placed, second_placed),
            Self::AdoptionLater => (Adoption, later_placed, later_placed),
            Self::AdoptionSecondOrLater => (Adoption, second_placed, later_placed),
            Self::Returned => (Adoption, returned, returned),
            Self::ReturnedUnseen => (Unknown, returned, unseen),
        }
    }

    pub(super) const fn sequence(self) -> Sequence {
        self.asks().0
    }

    pub(super) const fn is_of_first_review(self) -> bool {
        matches!(self, Self::First | Self::FirstInTheRecords)
    }

    const fn earliest(self) -> Clock {
        self.asks().1
    }

    const fn latest(self) -> Clock {
        self.asks().2
    }
}

/// A duty with its days. The words to them, the rule and the trigger, follow from the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pending {
    pub(super) kind: Kind,
    /// The days from which the two bounds are counted.
    since: NaiveDate,
    latest_since: NaiveDate,
    pub(super) earliest: Option<NaiveDate>,
    pub(super) latest: NaiveDate,
}

impl Pending {
    #[inline(always)]
    pub(super) const fn exact(kind: Kind, since: NaiveDate, due: NaiveDate) -> Self {
        Self { kind, since, latest_since: since, earliest: Some(due), latest: due }
    }

    /// Whether the last lawful day is this one or a later one, whatever went before.
    #[inline(always)]
    pub(super) fn surely_runs_to(&self, day: NaiveDate) -> bool {
        self.earliest.is_some_and(|earliest| day <= earliest)
    }

    /// Whether the last lawful day has passed on this day, whatever went before.
    #[inline(always)]
    pub(super) fn surely_past_on(&self, day: NaiveDate) -> bool {
        day > self.latest
    }

    #[inline]
    pub(super) const fn earliest_bound(&self, method: Method) -> Option<Bound> {
        match self.earliest {
            Some(day) => {
                let (rule, trigger) = self.kind.earliest();
                Some(Bound::new(rule, trigger, self.since, day, method))
            }
            None => None,
        }
    }

    #[inline]
    pub(super) const fn latest_bound(&self, method: Method) -> Bound {
        let (rule, trigger) = self.kind.latest();
        Bound::new(rule, trigger, self.latest_since, self.latest, method)
    }
}

/// What the days of duties are worked out with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reckoner<'a> {
    calendar: &'a WorkingDays,
    method: Method,
    /// The first day of the period of which the records tell.
    evidence_start: NaiveDate,
}

impl<'a> Reckoner<'a> {
    #[inline(always)]
    pub(super) const fn new<'c: 'a>(clock: &ReviewClock<'c>, evidence_start: NaiveDate) -> Self {
        Self { calendar: clock.calendar(), method: clock.method(), evidence_start }
    }

    #[inline(always)]
    pub(super) const fn method(&self) -> Method {
        self.method
    }

    /// Counting from a day not after the one asked about, which [`ReviewClock::duties`] has shown to be
    /// possible.
    #[inline(always)]
    fn last_day(&self, rule: RuleId, since: NaiveDate) -> NaiveDate {
        bound::last_day_known(rule, since, self.calendar, self.method)
    }

    /// A duty of a kind that is exact.
    #[inline(always)]
    pub(super) fn exact(&self, kind: Kind, since: NaiveDate) -> Pending {
        Pending::exact(kind, since, self.last_day(kind.earliest().0, since))
    }

    /// A duty of any kind, which is to say of the rarer ones.
    #[inline(always)]
    pub(super) fn seldom(&self, kind: Kind, since: NaiveDate) -> Pending {
        let latest_since = match kind.latest().1 {
            Trigger::LastDayWithoutRecords => eve(self.evidence_start),
            _ => since,
        };
        let (earliest, latest) = both_days(kind, since, latest_since, self.calendar, self.method);
        Pending { kind, since, latest_since, earliest: Some(earliest), latest }
    }

    /// The duty at the beginning of records that do not show what went before.
    #[inline(always)]
    pub(super) fn first_in_the_records(
        &self,
        began: NaiveDate,
        first_review_due: Option<NaiveDate>,
    ) -> Pending {
        let (kind, since) = (Kind::FirstInTheRecords, eve(self.evidence_start));
        let (_, latest) = both_days(kind, since, since, self.calendar, self.method);
        Pending { kind, since: began, latest_since: since, earliest: first_review_due, latest }
    }
}

// Out of line, and without a pointer to the walk: what is rare takes no registers from what is not.

#[cold]
#[inline(never)]
fn both_days(
    kind: Kind,
    since: NaiveDate,
    latest_since: NaiveDate,
    calendar: &WorkingDays,
    method: Method,
) -> (NaiveDate, NaiveDate) {
    let last_day = |(rule, _), since| bound::last_day_known(rule, since, calendar, method);
    (last_day(kind.earliest(), since), last_day(kind.latest(), latest_since))
}

#[cold]
#[inline(never)]
fn eve(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}
