//! What became of a duty.

use chrono::NaiveDate;
use core::fmt;

/// What became of a duty. How binding the duty is, is not said here: that belongs to the rule.
///
/// ```
/// use iro_handbook::assess::{Missing, Outcome};
///
/// assert!(Outcome::MetLate.is_breach() && Outcome::NotMet.is_breach());
/// assert!(!Outcome::CannotTell(Missing::EntryIntoCare).is_breach());
/// assert!(!Outcome::CannotTell(Missing::EntryIntoCare).is_met());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Answered in time.
    Met,
    /// Answered, but late.
    MetLate,
    /// Not answered, and the last day has passed.
    NotMet,
    /// Not answered, and there is still time.
    NotYetDue,
    /// Not answered, and no longer owed: what it was for ended on or before its last day.
    Lapsed,
    /// The duty does not apply, for this reason: an exception in the law, or a fact that takes the case
    /// out of it.
    NotApplicable(&'static str),
    /// The records do not show it.
    CannotTell(Missing),
}

impl Outcome {
    /// Whether the duty was answered in time.
    ///
    /// ```
    /// assert!(iro_handbook::assess::Outcome::Met.is_met());
    /// ```
    #[must_use]
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met)
    }

    /// Whether the records show that it was not done in time: [`MetLate`](Self::MetLate) or
    /// [`NotMet`](Self::NotMet).
    ///
    /// ```
    /// assert!(!iro_handbook::assess::Outcome::Lapsed.is_breach());
    /// ```
    #[must_use]
    pub const fn is_breach(self) -> bool {
        matches!(self, Self::MetLate | Self::NotMet)
    }

    /// The fact that is missing, where it cannot be told.
    ///
    /// ```
    /// use iro_handbook::assess::{Missing, Outcome};
    ///
    /// let outcome = Outcome::CannotTell(Missing::EntryIntoCare);
    /// assert_eq!(outcome.missing(), Some(Missing::EntryIntoCare));
    /// ```
    #[must_use]
    pub const fn missing(self) -> Option<Missing> {
        match self {
            Self::CannotTell(missing) => Some(missing),
            _ => None,
        }
    }

    /// Why it does not apply, where it does not.
    ///
    /// ```
    /// use iro_handbook::assess::Outcome;
    ///
    /// assert_eq!(Outcome::NotApplicable("the child refused").reason(), Some("the child refused"));
    /// ```
    #[must_use]
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::NotApplicable(reason) => Some(reason),
            _ => None,
        }
    }

    /// The name used in JSON, such as `met_late`.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Outcome::NotYetDue.as_str(), "not_yet_due");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::MetLate => "met_late",
            Self::NotMet => "not_met",
            Self::NotYetDue => "not_yet_due",
            Self::Lapsed => "lapsed",
            Self::NotApplicable(_) => "not_applicable",
            Self::CannotTell(_) => "cannot_tell",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Met => "met",
            Self::MetLate => "met late",
            Self::NotMet => "not met",
            Self::NotYetDue => "not yet due",
            Self::Lapsed => "lapsed",
            Self::NotApplicable(_) => "not applicable",
            Self::CannotTell(_) => "cannot tell",
        })
    }
}

/// The fact for want of which something cannot be told.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::Missing;
///
/// let missing = Missing::ReviewsBefore(NaiveDate::from_ymd_opt(2017, 4, 1).unwrap());
/// assert_eq!(missing.to_string(), "the reviews before 1 April 2017");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Missing {
    /// The reviews before a day: the records are complete only from it.
    ReviewsBefore(NaiveDate),
    /// The day the child became looked after, and with it any review before the records begin.
    EntryIntoCare,
    /// Another fact, named in words.
    Fact(&'static str),
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ReviewsBefore(day) => write!(f, "the reviews before {}", day.format("%-d %B %Y")),
            Self::EntryIntoCare => f.write_str("the day the child became looked after"),
            Self::Fact(fact) => f.write_str(fact),
        }
    }
}
