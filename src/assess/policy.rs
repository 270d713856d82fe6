//! What an authority decides where the law is silent.

use crate::calendar::Period;

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
}
