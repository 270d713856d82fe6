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
    stage_responses: BTreeMap<u8, Period>,
}

impl Policy {
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
