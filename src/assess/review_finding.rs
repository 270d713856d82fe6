//! One duty, what answered it, and what became of it.

use super::pending::Pending;
use super::{Bound, Missing, Outcome, ReviewExplanation, Trigger};
use crate::calendar::Deadline;
use crate::law::{Easement, Method, Rule, Term};
use crate::record::{AdoptionChange, Review};
use chrono::NaiveDate;
use core::fmt;

/// Which review of its period of care a duty asks for.
///
/// ```
/// use iro_handbook::assess::Sequence;
///
/// assert_eq!(Sequence::Second.as_str(), "second");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sequence {
    /// The first review of the period.
    First,
    /// The second.
    Second,
    /// Any later one.
    Subsequent,
    /// One on the clock of the Adoption Agencies Regulations.
    Adoption,
    /// One of which the records do not show whether it is the first, the second or a later one.
    Unknown,
}

impl Sequence {
    /// Every one, in the order of reports.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Sequence::ALL.len(), 5);
    /// ```
    pub const ALL: [Self; 5] =
        [Self::First, Self::Second, Self::Subsequent, Self::Adoption, Self::Unknown];

    /// The name used in JSON.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Sequence::Unknown.as_str(), "unknown");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Subsequent => "subsequent",
            Self::Adoption => "adoption",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What settled a duty, or as of when it is open.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
/// use iro_handbook::assess::Settled;
/// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// # let calendar = WorkingDays::england_and_wales();
/// let care = PeriodOfCare::new(day(3, 2)).with_ended(day(3, 9));
/// let finding = care.review_duties(&calendar, day(3, 31))?.next().unwrap();
/// assert_eq!(finding.settled(), Settled::CareEnded(day(3, 9)));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Settled {
    /// A review was held while the duty was pending.
    Review,
    /// The child ceased to be looked after on this day.
    CareEnded(NaiveDate),
    /// Nothing had happened by this day, the day asked about.
    OpenOn(NaiveDate),
    /// The child moved to another clock while the duty was pending: it was left behind.
    ChangeOfClock(AdoptionChange),
}

/// One step of the reasoning behind a finding.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
/// use iro_handbook::assess::Step;
/// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// # let calendar = WorkingDays::england_and_wales();
/// # let care = PeriodOfCare::new(day(3, 2));
/// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
/// let steps: Vec<_> = finding.evidence().collect();
/// assert!(matches!(steps[0], Step::ClockStarted(_, on) if on == day(3, 2)));
/// assert!(matches!(steps[1], Step::TermInForce(_, term) if term.reading().letter() == 'T'));
/// assert!(matches!(steps[2], Step::LastDay(last) if last == day(3, 30)));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// The fact that started the clock, and its day.
    ClockStarted(Trigger, NaiveDate),
    /// The rule and the term of it that was in force on that day.
    TermInForce(&'static Rule, &'static Term),
    /// The last lawful day by that term.
    LastDay(NaiveDate),
    /// An easement in force on the last day.
    Softened(&'static Easement),
    /// The review that answered the duty.
    Held(Review),
    /// The fact that is missing.
    NotInTheRecords(Missing),
}

/// An [`Outcome`] of the review clock without its reason: findings are made by the million, and counted by
/// this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Judged {
    Met,
    MetLate,
    NotMet,
    NotYetDue,
    Lapsed,
    CannotTell,
}

/// What the review clock can miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unseen {
    ReviewsBefore(NaiveDate),
    EntryIntoCare,
}

/// What became of one review duty of one period of care.
///
/// The last lawful day is known exactly, or only between two bounds: then the records do not show
/// what was held before they begin. A review by the earlier bound was in time whatever went before,
/// one after the later bound was late whatever went before, and in between nobody can tell.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{calendar::WorkingDays, record::{PeriodOfCare, Review}};
/// use iro_handbook::assess::{Outcome, Sequence};
/// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// # let calendar = WorkingDays::england_and_wales();
/// let care = PeriodOfCare::new(day(3, 2)).with_review(Review::new(day(3, 27)));
/// let first = care.review_duties(&calendar, day(3, 31))?.next().unwrap();
/// assert_eq!((first.sequence(), first.outcome()), (Sequence::First, Outcome::Met));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReviewFinding {
    pub(super) pending: Pending,
    pub(super) occurrence: u32,
    pub(super) method: Method,
    pub(super) answer: Option<Review>,
    pub(super) judged: Judged,
    /// Why it cannot be told, where it cannot.
    pub(super) unseen: Option<Unseen>,
    pub(super) settled: Settled,
}

impl ReviewFinding {
    /// Which review of the period of care the duty asks for.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// use iro_handbook::assess::Sequence;
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.sequence(), Sequence::First);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn sequence(&self) -> Sequence {
        self.pending.kind.sequence()
    }

    /// The place of the duty among the duties of its period of care, from 0. It moves when an earlier review is
    /// entered; the rule and the [day the clock started](Bound::trigger_day) do not.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.occurrence(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn occurrence(&self) -> u32 {
        self.occurrence
    }

    /// The rule behind the last lawful day; where that is known between bounds, behind the later one.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert!(finding.rule().force().is_law());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.latest().rule().rule()
    }

    /// The earliest day that can have been the last lawful one; none where the records do not show it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::{Entry, PeriodOfCare}};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// let care = PeriodOfCare::new(day(3, 2)).with_entry(Entry::NotKnown);
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.earliest(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn earliest(&self) -> Option<Bound> {
        self.pending.earliest_bound(self.method)
    }

    /// The latest day that can have been the last lawful one.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::{Entry, PeriodOfCare}};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// let care = PeriodOfCare::new(day(3, 2)).with_entry(Entry::NotKnown);
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.latest().last_day(), day(9, 1), "6 months after the day before");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn latest(&self) -> Bound {
        self.pending.latest_bound(self.method)
    }

    /// Whether the last lawful day is known exactly.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert!(finding.is_exact());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn is_exact(&self) -> bool {
        self.pending.earliest == Some(self.pending.latest)
    }

    /// The deadline, where the last lawful day is known exactly.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.deadline().map(|d| d.last_day()), Some(day(3, 30)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn deadline(&self) -> Option<Deadline> {
        let latest = self.latest();
        let period = latest.period().filter(|_| self.is_exact())?;
        Some(Deadline::from_parts(latest.trigger_day(), period, latest.last_day()))
    }

    /// The review that answered the duty.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.answer(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn answer(&self) -> Option<Review> {
        self.answer
    }

    /// What became of the duty.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// use iro_handbook::assess::Outcome;
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let on = |day| care.review_duties(&calendar, day).map(|mut d| d.next().unwrap().outcome());
    /// assert_eq!(on(day(3, 30))?, Outcome::NotYetDue);
    /// assert_eq!(on(day(3, 31))?, Outcome::NotMet);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn outcome(&self) -> Outcome {
        match (self.judged, self.unseen) {
            (Judged::Met, _) => Outcome::Met,
            (Judged::MetLate, _) => Outcome::MetLate,
            (Judged::NotMet, _) => Outcome::NotMet,
            (Judged::NotYetDue, _) => Outcome::NotYetDue,
            (Judged::Lapsed, _) => Outcome::Lapsed,
            (Judged::CannotTell, Some(Unseen::ReviewsBefore(day))) => {
                Outcome::CannotTell(Missing::ReviewsBefore(day))
            }
            (Judged::CannotTell, _) => Outcome::CannotTell(Missing::EntryIntoCare),
        }
    }

    #[inline(always)]
    pub(crate) const fn judged(&self) -> Judged {
        self.judged
    }

    /// What settled the duty.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// use iro_handbook::assess::Settled;
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.settled(), Settled::OpenOn(day(3, 9)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn settled(&self) -> Settled {
        self.settled
    }

    /// Whether the child moved to another clock while the duty was pending.
    ///
    /// A review that answers such a duty also answers the one pending on the new clock, and is
    /// counted there as held on time or late.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::{AdoptionChange, PeriodOfCare}};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// let care = PeriodOfCare::new(day(3, 2)).with_adoption(AdoptionChange::Placed(day(4, 20)));
    /// let left: Vec<_> =
    ///     care.review_duties(&calendar, day(5, 1))?.map(|f| f.is_left_behind()).collect();
    /// assert_eq!(left, [true, false]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn is_left_behind(&self) -> bool {
        matches!(self.settled, Settled::ChangeOfClock(_))
    }

    /// The easement in force on the last lawful day, where that is known exactly. The duty is counted
    /// all the same.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::{PeriodOfCare, Review}};
    /// # let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// let care = PeriodOfCare::new(day(2019, 8, 1))
    ///     .with_review(Review::new(day(2019, 8, 20)))
    ///     .with_review(Review::new(day(2019, 11, 15)));
    /// let third = care.review_duties(&calendar, day(2020, 6, 1))?.last().unwrap();
    /// assert!(third.outcome().is_breach() && third.easement().is_some());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn easement(&self) -> Option<&'static Easement> {
        let exact = self.is_exact().then_some(self.pending.latest);
        exact.and_then(|last_day| self.rule().easement_on(last_day))
    }

    /// The method of counting, where it made a difference to either bound; otherwise the law's.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, law::Method, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.method(), Method::Law);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn method(&self) -> Method {
        if self.method == Method::Law {
            return Method::Law;
        }
        let bounds = [Some(self.latest()), self.earliest()].into_iter().flatten();
        bounds.map(|bound| bound.method()).max().unwrap_or_default()
    }

    /// The reasoning, step by step: for each bound the fact, the term in force and the date; then
    /// what answered the duty, or what is missing.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.evidence().count(), 3);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn evidence(&self) -> impl Iterator<Item = Step> + use<> {
        let earliest = if self.is_exact() { None } else { self.earliest() };
        let bounds = [earliest, Some(self.latest())].into_iter().flatten();
        let steps = bounds.flat_map(|bound| {
            [
                Step::ClockStarted(bound.trigger(), bound.trigger_day()),
                Step::TermInForce(bound.rule().rule(), bound.term()),
                Step::LastDay(bound.last_day()),
            ]
        });
        steps
            .chain(self.easement().map(Step::Softened))
            .chain(self.answer.map(Step::Held))
            .chain(self.outcome().missing().map(Step::NotInTheRecords))
    }

    /// The finding as an IRO manager would say it, with its dates, its rule and its citation.
    ///
    /// Nothing is built until it is written out.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(4, 1))?.next().unwrap();
    /// assert!(finding.explain().to_string().starts_with(
    ///     "First review: due by Mon 30 March 2026, 20 working days after becoming looked after on \
    ///      Mon 2 March 2026. Not held by Wed 1 April 2026, 2 days overdue."
    /// ));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn explain(&self) -> ReviewExplanation<'_> {
        ReviewExplanation::new(self)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ReviewFinding {
    /// As an object: `rule`, `sequence`, `occurrence`, `due_by_earliest` and `due_by` (the bounds of the
    /// last lawful day; equal where it is exact, the first null where it is not known), `held_on`,
    /// `outcome`, `missing` and `explanation`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("ReviewFinding", 9)?;
        out.serialize_field("rule", &self.latest().rule())?;
        out.serialize_field("sequence", self.sequence().as_str())?;
        out.serialize_field("occurrence", &self.occurrence)?;
        out.serialize_field("due_by_earliest", &self.pending.earliest)?;
        out.serialize_field("due_by", &self.pending.latest)?;
        out.serialize_field("held_on", &self.answer.map(|review| review.held_on()))?;
        out.serialize_field("outcome", self.outcome().as_str())?;
        out.serialize_field("missing", &self.outcome().missing().map(|m| m.to_string()))?;
        out.serialize_field("explanation", &self.explain().to_string())?;
        out.end()
    }
}
