//! What can become of a duty under a rule.

use core::fmt;

/// A kind of outcome that a rule knows. What became of one duty is an outcome of `assess`, which
/// uses the same names.
///
/// ```
/// use iro_handbook::law::{OutcomeKind, RuleId};
///
/// let outcomes = RuleId::FirstReview.rule().outcomes();
/// assert!(outcomes.contains(&OutcomeKind::MetLate));
/// assert!(!outcomes.contains(&OutcomeKind::NotApplicable));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OutcomeKind {
    /// Done, in time where there is a time.
    Met,
    /// Done, but late.
    MetLate,
    /// Not done, and it should have been.
    NotMet,
    /// Not done, and there is still time.
    NotYetDue,
    /// Not done, and no longer owed.
    Lapsed,
    /// The duty does not bear on this child or this event.
    NotApplicable,
    /// The records do not show it.
    CannotTell,
}

impl OutcomeKind {
    /// The name, such as `met_late`.
    ///
    /// ```
    /// assert_eq!(iro_handbook::law::OutcomeKind::NotYetDue.as_str(), "not_yet_due");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::MetLate => "met_late",
            Self::NotMet => "not_met",
            Self::NotYetDue => "not_yet_due",
            Self::Lapsed => "lapsed",
            Self::NotApplicable => "not_applicable",
            Self::CannotTell => "cannot_tell",
        }
    }
}

impl fmt::Display for OutcomeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Met => "met",
            Self::MetLate => "met late",
            Self::NotMet => "not met",
            Self::NotYetDue => "not yet due",
            Self::Lapsed => "lapsed",
            Self::NotApplicable => "not applicable",
            Self::CannotTell => "cannot tell",
        })
    }
}
