//! How long a duty leaves: the limit, the cases with another limit, and the numbers beside it.

use crate::calendar::Period;
use core::fmt;

/// How long a duty leaves.
///
/// ```
/// use iro_handbook::law::RuleId;
///
/// let term = RuleId::AdoptionReturnReview.rule().terms().next().unwrap();
/// assert_eq!(term.limit().to_string(), "between 28 days and 42 days");
/// assert_eq!(term.limit().latest().unwrap().to_string(), "42 days");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// At the latest so long after the trigger.
    Within(Period),
    /// Not before the one and not after the other.
    Between(Period, Period),
    /// So long before the event at the latest, counted backwards.
    AtLeastBefore(Period),
    /// Before something happens, without a number.
    Before(Milestone),
    /// As soon as practicable, or at once: the days taken are reported, and none is too many.
    NoNumber,
    /// Each time: at each review, for each decision, at each change.
    EachTime,
    /// A condition that holds throughout.
    Throughout,
    /// Open at any time.
    AnyTime,
    /// By the date that the thing itself carries.
    OwnDate,
    /// A range of numbers, both ends in it.
    Range {
        /// The lowest number in the range.
        from: u32,
        /// The highest number in the range.
        to: u32,
    },
    /// As the authority has chosen.
    Local,
}

impl Limit {
    /// The length after which the duty is late, where it is counted forwards from the trigger.
    ///
    /// ```
    /// use iro_handbook::calendar::Period;
    /// use iro_handbook::law::Limit;
    ///
    /// assert_eq!(Limit::Within(Period::Weeks(4)).latest(), Some(Period::Weeks(4)));
    /// assert_eq!(Limit::AtLeastBefore(Period::Weeks(4)).latest(), None);
    /// assert_eq!(Limit::NoNumber.latest(), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn latest(self) -> Option<Period> {
        match self {
            Self::Within(period) | Self::Between(_, period) => Some(period),
            _ => None,
        }
    }

    /// The length before which it is too early, where there is one.
    ///
    /// ```
    /// use iro_handbook::calendar::Period;
    /// use iro_handbook::law::Limit;
    ///
    /// let window = Limit::Between(Period::Days(28), Period::Days(42));
    /// assert_eq!(window.earliest(), Some(Period::Days(28)));
    /// assert_eq!(Limit::Within(Period::Weeks(4)).earliest(), None);
    /// ```
    #[must_use]
    pub const fn earliest(self) -> Option<Period> {
        match self {
            Self::Between(period, _) => Some(period),
            _ => None,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Within(period) => write!(f, "within {period}"),
            Self::Between(earliest, latest) => write!(f, "between {earliest} and {latest}"),
            Self::AtLeastBefore(period) => write!(f, "at least {period} before"),
            Self::Before(milestone) => write!(f, "before {milestone}"),
            Self::NoNumber => {
                f.write_str("as soon as practicable (no number; the days are reported)")
            }
            Self::EachTime => f.write_str("each time"),
            Self::Throughout => f.write_str("throughout"),
            Self::AnyTime => f.write_str("at any time"),
            Self::OwnDate => f.write_str("by its own date"),
            Self::Range { from, to } => write!(f, "from {from} to {to}"),
            Self::Local => f.write_str("the authority's own choice"),
        }
    }
}

/// What a duty has to come before, where the law gives an event and no number.
///
/// ```
/// use iro_handbook::law::{Limit, Milestone, RuleId};
///
/// let term = RuleId::IroAppointed.rule().terms().next().unwrap();
/// assert_eq!(term.limit(), Limit::Before(Milestone::FirstReview));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Milestone {
    /// The event that the rule is about, as [`Rule::clock_starts`](super::Rule::clock_starts) names it.
    TheEvent,
    /// The child's first review.
    FirstReview,
    /// The last day of the review that is due in any case.
    OrdinaryLastDay,
}

impl fmt::Display for Milestone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::TheEvent => "the event",
            Self::FirstReview => "the first review",
            Self::OrdinaryLastDay => "the last day of the review due in any case",
        })
    }
}

/// A case in which another limit applies than the ordinary one.
///
/// ```
/// use iro_handbook::calendar::Period;
/// use iro_handbook::law::{Case, Limit, RuleId};
///
/// let term = RuleId::HealthReview.rule().terms().next().unwrap();
/// assert_eq!(term.limit_in(Case::UnderFive), Some(Limit::Within(Period::Months(6))));
/// assert_eq!(term.limit_in(Case::Emergency), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Case {
    /// It could not be done before the event.
    NotPracticable,
    /// The child is looked after only by remand to local authority accommodation.
    RemandedOnly,
    /// The placement was made in an emergency.
    Emergency,
    /// Before the fifth birthday.
    UnderFive,
    /// From the fifth birthday.
    FromFive,
    /// In the first year of a placement.
    FirstYear,
    /// After the first year of a placement that is meant to last until adulthood.
    Permanent,
    /// After the first year of a long-term foster placement, the child agreeing.
    LongTermFoster,
    /// Until the first review.
    UntilFirstReview,
    /// After the first review.
    AfterFirstReview,
    /// After the first visit.
    AfterFirstVisit,
    /// Called for by persistent absence, a reported risk of harm or the child's own wish.
    AbsenceRiskOrChild,
    /// A core assessment.
    CoreAssessment,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotPracticable => "where that was not practicable",
            Self::RemandedOnly => "looked after only by remand to local authority accommodation",
            Self::Emergency => "placed in an emergency",
            Self::UnderFive => "before the fifth birthday",
            Self::FromFive => "from the fifth birthday",
            Self::FirstYear => "in the placement's first year",
            Self::Permanent => "after the first year, in a placement meant to last to 18",
            Self::LongTermFoster => {
                "after the first year, in a long-term foster placement and with the child's agreement"
            }
            Self::UntilFirstReview => "until the first review",
            Self::AfterFirstReview => "after the first review",
            Self::AfterFirstVisit => "after the first visit",
            Self::AbsenceRiskOrChild => {
                "for persistent absence, a reported risk of harm or the child's own wish"
            }
            Self::CoreAssessment => "for a core assessment, from its start",
        })
    }
}

/// A number in the law that stands beside a limit.
///
/// ```
/// use iro_handbook::law::{Number, RuleId};
///
/// let term = RuleId::PathwayAssessment.rule().terms().next().unwrap();
/// assert_eq!(term.number(Number::Age), Some(16));
/// assert_eq!(term.number(Number::PanelMembers), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Number {
    /// The birthday from which the rule applies, or that divides its cases.
    Age,
    /// The birthday since which time looked after is counted.
    SinceAge,
    /// The birthday until which a placement is meant to last.
    UntilAge,
    /// The hours looked after from which the rule applies.
    HoursLookedAfter,
    /// The working days looked after from which the rule applies.
    WorkingDaysLookedAfter,
    /// The weeks looked after from which the rule applies.
    WeeksLookedAfter,
    /// The months in one placement after which other cases apply.
    MonthsInPlacement,
    /// How many months before the event something still counts for it.
    MonthsBefore,
    /// The most days in one short break.
    DaysEachBreak,
    /// The most days of short breaks in the months that [`BreakMonths`](Self::BreakMonths) gives.
    DaysOfBreaks,
    /// The months over which days of short breaks are added up.
    BreakMonths,
    /// The most times that a review may be adjourned.
    Adjournments,
    /// The fewest members of a secure panel.
    PanelMembers,
    /// The fewest members of a secure panel who are independent of the authority.
    IndependentMembers,
    /// The years since qualifying as a social worker.
    YearsQualified,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Age => "age in years",
            Self::SinceAge => "age since which time looked after counts",
            Self::UntilAge => "age until which the placement is meant to last",
            Self::HoursLookedAfter => "hours looked after, at least",
            Self::WorkingDaysLookedAfter => "working days looked after, at least",
            Self::WeeksLookedAfter => "weeks looked after, at least",
            Self::MonthsBefore => "months before it, at most",
            Self::MonthsInPlacement => "months in the placement",
            Self::DaysEachBreak => "days in one break, at most",
            Self::DaysOfBreaks => "days of breaks together, at most",
            Self::BreakMonths => "months over which they are added up",
            Self::Adjournments => "adjournments, at most",
            Self::PanelMembers => "members of the panel, at least",
            Self::IndependentMembers => "independent members, at least",
            Self::YearsQualified => "years since qualifying, at least",
        })
    }
}
