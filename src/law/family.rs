//! The families that the duties fall into.

use crate::error::{Error, Kind};
use core::fmt;
use core::str::FromStr;

/// A family of duties.
///
/// ```
/// use iro_handbook::law::{Family, RuleId, rules};
///
/// assert_eq!(RuleId::FirstReview.rule().family(), Family::Reviews);
/// assert!(rules().filter(|rule| rule.family() == Family::Visits).count() > 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Family {
    /// When a review is due.
    Reviews,
    /// Who the IRO is, and how many children they have.
    Iro,
    /// What has to be done before a review.
    BeforeReview,
    /// What has to be done at a review.
    AtReview,
    /// What has to be done after a review.
    AfterReview,
    /// The plans, the steps towards leaving care, the independent visitor.
    Plans,
    /// Health assessments.
    Health,
    /// Visits by the authority's representative.
    Visits,
    /// Disputes and referrals to Cafcass.
    Disputes,
    /// Child protection conferences, for services that chair them too.
    ChildProtection,
}

impl Family {
    /// Every family, in the order of the registry.
    ///
    /// ```
    /// assert_eq!(iro_handbook::law::Family::ALL.len(), 10);
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::Reviews,
        Self::Iro,
        Self::BeforeReview,
        Self::AtReview,
        Self::AfterReview,
        Self::Plans,
        Self::Health,
        Self::Visits,
        Self::Disputes,
        Self::ChildProtection,
    ];

    /// The slug.
    ///
    /// ```
    /// assert_eq!(iro_handbook::law::Family::BeforeReview.as_str(), "before-review");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reviews => "reviews",
            Self::Iro => "iro",
            Self::BeforeReview => "before-review",
            Self::AtReview => "at-review",
            Self::AfterReview => "after-review",
            Self::Plans => "plans",
            Self::Health => "health",
            Self::Visits => "visits",
            Self::Disputes => "disputes",
            Self::ChildProtection => "child-protection",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Family {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|family| family.as_str() == text).ok_or_else(|| {
            Kind::UnknownCode {
                field: "family of rules",
                value: text.to_owned(),
                known: "reviews, iro, before-review, at-review, after-review, plans, health, visits, \
                        disputes, child-protection",
            }
            .into()
        })
    }
}
