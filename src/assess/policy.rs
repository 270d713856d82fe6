//! What an authority decides where the law is silent.

use crate::calendar::Period;
use std::collections::BTreeMap;

/// Answers where the law is silent or leaves it to the authority, each with a documented default.
///
/// Local limits have no default: a rule of which the limit is local does not apply until one is set.
///
/// ```
/// use iro_handbook::assess::Policy;
///
/// assert_eq!(Policy::default(), Policy::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    midway_check: Option<Period>,
    pub(super) weekly_visits_until: FirstReviewOf,
    stage_responses: BTreeMap<u8, Period>,
}

/// Which review ends the weekly visits of SI 2010/959, regulation 28(3) and (4), "until the first review".
///
/// ```
/// use iro_handbook::assess::FirstReviewOf;
///
/// assert_eq!(FirstReviewOf::default(), FirstReviewOf::PeriodOfCare);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FirstReviewOf {
    /// The first review of the period of care: the words as they stand. A child who was reviewed before
    /// the placement has no weekly visits.
    #[default]
    PeriodOfCare,
    /// The first review after the placement started.
    Placement,
}

impl Policy {
    /// With the time within which the IRO is to check, after a review, how things stand: for the rule
    /// `midway-check`. Without one the rule does not apply.
    ///
    /// ```
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::calendar::Period;
    ///
    /// let policy = Policy::default().with_midway_check(Period::Weeks(6));
    /// assert_eq!(policy.midway_check(), Some(Period::Weeks(6)));
    /// ```
    #[must_use]
    pub const fn with_midway_check(mut self, within: Period) -> Self {
        self.midway_check = Some(within);
        self
    }

    /// The time within which the IRO is to check after a review, where the authority has set one.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Policy::default().midway_check(), None);
    /// ```
    #[must_use]
    pub const fn midway_check(&self) -> Option<Period> {
        self.midway_check
    }

    /// With another answer to which review ends the weekly visits; the default is the first review of
    /// the period of care.
    ///
    /// ```
    /// use iro_handbook::assess::{FirstReviewOf, Policy};
    ///
    /// let policy = Policy::default().with_weekly_visits_until(FirstReviewOf::Placement);
    /// assert_ne!(policy, Policy::default());
    /// ```
    #[must_use]
    pub const fn with_weekly_visits_until(mut self, review: FirstReviewOf) -> Self {
        self.weekly_visits_until = review;
        self
    }

    /// With the authority's own time for its answer at a formal stage of a dispute, from 1, counted from
    /// the start of that stage. By default no stage has one.
    ///
    /// ```
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::calendar::Period;
    ///
    /// let policy = Policy::default().with_stage_response(1, Period::WorkingDays(5));
    /// assert_eq!(policy.stage_response(1), Some(Period::WorkingDays(5)));
    /// assert_eq!(policy.stage_response(2), None);
    /// ```
    #[must_use]
    pub fn with_stage_response(mut self, stage: u8, period: Period) -> Self {
        self.stage_responses.insert(stage, period);
        self
    }

    /// The authority's own time for its answer at a formal stage of a dispute, where it has set one.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Policy::default().stage_response(1), None);
    /// ```
    #[must_use]
    pub fn stage_response(&self, stage: u8) -> Option<Period> {
        self.stage_responses.get(&stage).copied()
    }
}
