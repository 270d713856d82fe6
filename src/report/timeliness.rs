//! Three different "reviews on time", each under its own name.

use super::{Rate, RateRange};
use crate::assess::{Outcome, Sequence};

pub(super) fn one_more(count: &mut u64) {
    *count = count.saturating_add(1);
}

pub(super) fn more(count: &mut u64, by: u64) {
    *count = count.saturating_add(by);
}

/// Reviews held on time, late, or of which it cannot be told.
///
/// ```
/// use iro_handbook::report::{Rate, Timeliness};
///
/// let none = Timeliness::default();
/// assert_eq!((none.total(), none.on_time_rate()), (0, Rate::new(0, 0)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct Timeliness {
    pub(super) on_time: u64,
    pub(super) late: u64,
    pub(super) undetermined: u64,
}

impl Timeliness {
    /// On time.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Timeliness::default().on_time(), 0);
    /// ```
    #[must_use]
    pub const fn on_time(&self) -> u64 {
        self.on_time
    }

    /// Late.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Timeliness::default().late(), 0);
    /// ```
    #[must_use]
    pub const fn late(&self) -> u64 {
        self.late
    }

    /// On time or late: the records do not show it.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Timeliness::default().undetermined(), 0);
    /// ```
    #[must_use]
    pub const fn undetermined(&self) -> u64 {
        self.undetermined
    }

    /// All of them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Timeliness::default().total(), 0);
    /// ```
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.on_time.saturating_add(self.late).saturating_add(self.undetermined)
    }

    /// On time, of those on time or late. The undetermined are in neither count.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Timeliness::default().on_time_rate().denominator(), 0);
    /// ```
    #[must_use]
    pub const fn on_time_rate(&self) -> Rate {
        Rate::new(self.on_time, self.on_time.saturating_add(self.late))
    }

    /// Where the rate could lie if all of the undetermined fell one way or the other.
    ///
    /// ```
    /// let range = iro_handbook::report::Timeliness::default().on_time_range();
    /// assert_eq!(range.lowest(), range.highest());
    /// ```
    #[must_use]
    pub const fn on_time_range(&self) -> RateRange {
        RateRange::new(self.on_time_rate(), self.undetermined)
    }

    pub(super) fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Met => one_more(&mut self.on_time),
            Outcome::MetLate => one_more(&mut self.late),
            _ => one_more(&mut self.undetermined),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        more(&mut self.on_time, other.on_time);
        more(&mut self.late, other.late);
        more(&mut self.undetermined, other.undetermined);
    }
}

/// Reviews held in the year, by the duty that was pending when each was held.
///
/// ```
/// use iro_handbook::assess::Sequence;
/// use iro_handbook::report::ReviewsHeld;
///
/// assert_eq!(ReviewsHeld::default().of(Sequence::First).total(), 0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReviewsHeld {
    pub(super) by_sequence: [Timeliness; 5],
}

impl ReviewsHeld {
    /// Those held when a duty of this kind was pending.
    ///
    /// ```
    /// use iro_handbook::assess::Sequence;
    /// use iro_handbook::report::ReviewsHeld;
    ///
    /// assert_eq!(ReviewsHeld::default().of(Sequence::Unknown).undetermined(), 0);
    /// ```
    #[must_use]
    pub fn of(&self, sequence: Sequence) -> Timeliness {
        self.each().find_map(|(each, held)| (each == sequence).then_some(held)).unwrap_or_default()
    }

    /// Each kind of duty with the reviews held when one was pending.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsHeld::default().each().count(), 5);
    /// ```
    pub fn each(&self) -> impl Iterator<Item = (Sequence, Timeliness)> + use<> {
        Sequence::ALL.into_iter().zip(self.by_sequence)
    }

    /// All of them together.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsHeld::default().all().total(), 0);
    /// ```
    #[must_use]
    pub fn all(&self) -> Timeliness {
        let mut all = Timeliness::default();
        for held in &self.by_sequence {
            all.merge(held);
        }
        all
    }

    /// Reviews held on time, of those held on time or late.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsHeld::default().on_time_rate().numerator(), 0);
    /// ```
    #[must_use]
    pub fn on_time_rate(&self) -> Rate {
        self.all().on_time_rate()
    }

    pub(super) fn count(&mut self, sequence: Sequence, outcome: Outcome) {
        // The kinds are counted in the order in which they are declared.
        if let Some(held) = self.by_sequence.get_mut(sequence as usize) {
            held.count(outcome);
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.by_sequence.iter_mut().zip(&other.by_sequence) {
            mine.merge(theirs);
        }
    }
}

/// Review duties that fell due in the year, by what became of them.
///
/// Only duties whose last lawful day is known exactly are in the percentage.
///
/// ```
/// use iro_handbook::report::{Rate, ReviewsDue};
///
/// assert_eq!(ReviewsDue::default().on_time_rate(), Rate::new(0, 0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct ReviewsDue {
    met: u64,
    met_late: u64,
    not_held: u64,
    not_yet_due: u64,
    lapsed: u64,
    undetermined: u64,
}

impl ReviewsDue {
    /// Answered in time.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsDue::default().met(), 0);
    /// ```
    #[must_use]
    pub const fn met(&self) -> u64 {
        self.met
    }

    /// Answered late.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsDue::default().met_late(), 0);
    /// ```
    #[must_use]
    pub const fn met_late(&self) -> u64 {
        self.met_late
    }

    /// Not held by the day asked about, or never.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsDue::default().not_held(), 0);
    /// ```
    #[must_use]
    pub const fn not_held(&self) -> u64 {
        self.not_held
    }

    /// Due later than the day asked about.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsDue::default().not_yet_due(), 0);
    /// ```
    #[must_use]
    pub const fn not_yet_due(&self) -> u64 {
        self.not_yet_due
    }

    /// No longer owed, because care or the clock ended in time.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsDue::default().lapsed(), 0);
    /// ```
    #[must_use]
    pub const fn lapsed(&self) -> u64 {
        self.lapsed
    }

    /// Duties that may have fallen due in the year, but whose last day the records do not show exactly.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsDue::default().undetermined(), 0);
    /// ```
    #[must_use]
    pub const fn undetermined(&self) -> u64 {
        self.undetermined
    }

    /// Answered in time, of those answered or not held.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ReviewsDue::default().on_time_rate().denominator(), 0);
    /// ```
    #[must_use]
    pub const fn on_time_rate(&self) -> Rate {
        Rate::new(self.met, self.met.saturating_add(self.met_late).saturating_add(self.not_held))
    }

    /// Where the rate could lie if all of the undetermined fell one way or the other.
    ///
    /// ```
    /// let range = iro_handbook::report::ReviewsDue::default().on_time_range();
    /// assert_eq!(range.lowest(), range.highest());
    /// ```
    #[must_use]
    pub const fn on_time_range(&self) -> RateRange {
        RateRange::new(self.on_time_rate(), self.undetermined)
    }

    pub(super) fn count_exact(&mut self, outcome: Outcome) {
        one_more(match outcome {
            Outcome::Met => &mut self.met,
            Outcome::MetLate => &mut self.met_late,
            Outcome::NotMet => &mut self.not_held,
            Outcome::NotYetDue => &mut self.not_yet_due,
            Outcome::Lapsed => &mut self.lapsed,
            Outcome::CannotTell(_) | Outcome::NotApplicable(_) => &mut self.undetermined,
        });
    }

    pub(super) fn count_bounded(&mut self) {
        one_more(&mut self.undetermined);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        more(&mut self.met, other.met);
        more(&mut self.met_late, other.met_late);
        more(&mut self.not_held, other.not_held);
        more(&mut self.not_yet_due, other.not_yet_due);
        more(&mut self.lapsed, other.lapsed);
        more(&mut self.undetermined, other.undetermined);
    }
}

/// Children looked after at the end of the year whose first review was due by then, by whether all
/// their reviews in the year were on time.
///
/// ```
/// use iro_handbook::report::{ChildrenReviewed, Rate};
///
/// assert_eq!(ChildrenReviewed::default().on_time_rate(), Rate::new(0, 0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct ChildrenReviewed {
    all_on_time: u64,
    not_all_on_time: u64,
    undetermined: u64,
}

impl ChildrenReviewed {
    /// All on time.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ChildrenReviewed::default().all_on_time(), 0);
    /// ```
    #[must_use]
    pub const fn all_on_time(&self) -> u64 {
        self.all_on_time
    }

    /// At least one late or not held.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ChildrenReviewed::default().not_all_on_time(), 0);
    /// ```
    #[must_use]
    pub const fn not_all_on_time(&self) -> u64 {
        self.not_all_on_time
    }

    /// The records do not show it.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ChildrenReviewed::default().undetermined(), 0);
    /// ```
    #[must_use]
    pub const fn undetermined(&self) -> u64 {
        self.undetermined
    }

    /// All of them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ChildrenReviewed::default().total(), 0);
    /// ```
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.all_on_time.saturating_add(self.not_all_on_time).saturating_add(self.undetermined)
    }

    /// Children with all reviews on time, of those of whom it can be told.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::ChildrenReviewed::default().on_time_rate().numerator(), 0);
    /// ```
    #[must_use]
    pub const fn on_time_rate(&self) -> Rate {
        Rate::new(self.all_on_time, self.all_on_time.saturating_add(self.not_all_on_time))
    }

    /// Where the rate could lie if all of the undetermined fell one way or the other.
    ///
    /// ```
    /// let range = iro_handbook::report::ChildrenReviewed::default().on_time_range();
    /// assert_eq!(range.lowest(), range.highest());
    /// ```
    #[must_use]
    pub const fn on_time_range(&self) -> RateRange {
        RateRange::new(self.on_time_rate(), self.undetermined)
    }

    pub(super) fn count(&mut self, child: ChildOnTime) {
        one_more(if child.any_breach {
            &mut self.not_all_on_time
        } else if child.any_doubt || !child.any {
            &mut self.undetermined
        } else {
            &mut self.all_on_time
        });
    }

    pub(super) fn merge(&mut self, other: &Self) {
        more(&mut self.all_on_time, other.all_on_time);
        more(&mut self.not_all_on_time, other.not_all_on_time);
        more(&mut self.undetermined, other.undetermined);
    }
}

/// What the duties looked at so far say of one child.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ChildOnTime {
    any: bool,
    any_breach: bool,
    any_doubt: bool,
}

impl ChildOnTime {
    pub(super) fn look_at(&mut self, outcome: Outcome) {
        self.any = true;
        match outcome {
            Outcome::MetLate | Outcome::NotMet => self.any_breach = true,
            Outcome::CannotTell(_) => self.any_doubt = true,
            _ => {}
        }
    }
}
