//! Every rule, one entry each. A number from the law is written here and nowhere else.

use super::rule::{Easement, Force, Limit, Reading, Rule, Term};
use super::{Citation, InForce, Instrument};
use crate::calendar::Period::{Days, Months, Weeks, WorkingDays};
use crate::error::{Error, Kind};
use core::fmt;
use core::str::FromStr;

use Instrument::{
    AdoptionAgenciesRegulations2005 as ADOPTION_2005, CarePlanningRegulations2010 as CARE_2010,
    CoronavirusRegulations2020 as CORONAVIRUS_2020, ReviewOfCasesRegulations1991 as REVIEW_1991,
};

/// From the 1991 Regulations to the eve of the 2010 ones.
const UNDER_1991: InForce = InForce::from(1991, 10, 14).to(2011, 3, 31);
const UNDER_2010: InForce = InForce::from(2011, 4, 1);
const UNDER_ADOPTION_2005: InForce = InForce::from(2005, 12, 30);

macro_rules! registry {
    ($($(#[$doc:meta])* $variant:ident = $slug:literal { $($field:ident: $value:expr),* $(,)? })*) => {
        /// The identifier of a rule: a stable slug, never reused.
        ///
        /// ```
        /// use iro_handbook::law::RuleId;
        ///
        /// let id: RuleId = "first-review".parse()?;
        /// assert_eq!(id, RuleId::FirstReview);
        /// assert_eq!(id.to_string(), "first-review");
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RuleId {
            $($(#[$doc])* $variant,)*
        }

        impl RuleId {
            /// Every identifier, in the order of the registry.
            ///
            /// ```
            /// use iro_handbook::law::RuleId;
            ///
            /// assert_eq!(RuleId::ALL.first(), Some(&RuleId::FirstReview));
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The slug.
            ///
            /// ```
            /// assert_eq!(iro_handbook::law::RuleId::SecondReview.as_str(), "second-review");
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $slug,)* }
            }

            /// The rule.
            ///
            /// ```
            /// use iro_handbook::law::RuleId;
            ///
            /// assert_eq!(RuleId::SecondReview.rule().title(), "Second review");
            /// ```
            #[must_use]
            pub fn rule(self) -> &'static Rule {
                match self {
                    $(Self::$variant => {
                        static RULE: Rule = Rule { id: RuleId::$variant, $($field: $value,)* };
                        &RULE
                    })*
                }
            }
        }
    };
}

registry! {
    /// The first review after becoming looked after.
    FirstReview = "first-review" {
        title: "First review",
        force: Force::Regulations,
        clock_starts: "becoming looked after",
        answered_by: "a review",
        first_term: Term::new(
            UNDER_1991,
            Limit::Within(Weeks(4)),
            Citation::new(REVIEW_1991, "regulation 3(1)"),
            Reading::Restated,
        ),
        later_terms: &[Term::new(
            UNDER_2010,
            Limit::Within(WorkingDays(20)),
            Citation::new(CARE_2010, "regulation 33(1)"),
            Reading::TextRead,
        )],
        easements: &[],
        facts_needed: &["the day the child became looked after", "the date of the first review"],
    }
    /// The second review, counted from the first as it was held.
    SecondReview = "second-review" {
        title: "Second review",
        force: Force::Regulations,
        clock_starts: "the first review, as held",
        answered_by: "a review",
        first_term: Term::new(
            UNDER_1991,
            Limit::Within(Months(3)),
            Citation::new(REVIEW_1991, "regulation 3(2)"),
            Reading::TextRead,
        ),
        later_terms: &[Term::new(
            UNDER_2010,
            Limit::Within(Months(3)),
            Citation::new(CARE_2010, "regulation 33(2)"),
            Reading::TextRead,
        )],
        easements: &[],
        facts_needed: &["the date of the first review", "the date of the second review"],
    }
    /// Every later review, counted from the one before as it was held.
    SubsequentReview = "subsequent-review" {
        title: "Subsequent review",
        force: Force::Regulations,
        clock_starts: "the last review, as held",
        answered_by: "a review",
        first_term: Term::new(
            UNDER_1991,
            Limit::Within(Months(6)),
            Citation::new(REVIEW_1991, "regulation 3(2)"),
            Reading::TextRead,
        ),
        later_terms: &[Term::new(
            UNDER_2010,
            Limit::Within(Months(6)),
            Citation::new(CARE_2010, "regulation 33(2)"),
            Reading::TextRead,
        )],
        easements: &[Easement::new(
            InForce::from(2020, 4, 24).to(2020, 9, 25),
            "only where reasonably practicable",
            Citation::new(CORONAVIRUS_2020, "regulation 8"),
            Reading::TextRead,
        )],
        facts_needed: &["the date of the last review", "the date of the next review"],
    }
    /// The first review of a series of short breaks.
    ShortBreakFirstReview = "short-break-first-review" {
        title: "First review of a series of short breaks",
        force: Force::Regulations,
        clock_starts: "the start of the first short-break placement",
        answered_by: "a review",
        first_term: Term::new(
            UNDER_2010,
            Limit::Within(Months(3)),
            Citation::new(CARE_2010, "regulation 48(3)"),
            Reading::WellKnown,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the start of the first short-break placement", "the date of the first review"],
    }
    /// Every later review of a series of short breaks.
    ShortBreakSubsequentReview = "short-break-subsequent-review" {
        title: "Subsequent review of a series of short breaks",
        force: Force::Regulations,
        clock_starts: "the last review, as held",
        answered_by: "a review",
        first_term: Term::new(
            UNDER_2010,
            Limit::Within(Months(6)),
            Citation::new(CARE_2010, "regulation 48(3)"),
            Reading::WellKnown,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the date of the last review", "the date of the next review"],
    }
    /// The first review after placement for adoption.
    AdoptionPlacementFirstReview = "adoption-placement-review-1" {
        title: "First review of a placement for adoption",
        force: Force::Regulations,
        clock_starts: "placement for adoption",
        answered_by: "an adoption review",
        first_term: Term::new(
            UNDER_ADOPTION_2005,
            Limit::Within(Weeks(4)),
            Citation::new(ADOPTION_2005, "regulation 36(3)"),
            Reading::TextRead,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the day of placement for adoption", "the date of the first review after it"],
    }
    /// The second review of a placement for adoption.
    AdoptionPlacementSecondReview = "adoption-placement-review-2" {
        title: "Second review of a placement for adoption",
        force: Force::Regulations,
        clock_starts: "the first review of the placement, as held",
        answered_by: "an adoption review",
        first_term: Term::new(
            UNDER_ADOPTION_2005,
            Limit::Within(Months(3)),
            Citation::new(ADOPTION_2005, "regulation 36(3)"),
            Reading::TextRead,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the dates of the first and second review of the placement"],
    }
    /// Every later review of a placement for adoption.
    AdoptionPlacementLaterReview = "adoption-placement-review-later" {
        title: "Later review of a placement for adoption",
        force: Force::Regulations,
        clock_starts: "the last review of the placement, as held",
        answered_by: "an adoption review",
        first_term: Term::new(
            UNDER_ADOPTION_2005,
            Limit::Within(Months(6)),
            Citation::new(ADOPTION_2005, "regulation 36(3)"),
            Reading::TextRead,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the date of the last review of the placement", "the date of the next review"],
    }
    /// The review after a child is returned to the authority from an adoptive placement.
    AdoptionReturnReview = "adoption-return-review" {
        title: "Review after return from an adoptive placement",
        force: Force::Regulations,
        clock_starts: "the child's return to the authority",
        answered_by: "a review",
        first_term: Term::new(
            UNDER_ADOPTION_2005,
            Limit::Between(Days(28), Days(42)),
            Citation::new(ADOPTION_2005, "regulation 36(8)"),
            Reading::WellKnown,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the day of return from the adoptive placement", "the date of the next review"],
    }
    /// The first review after authority to place for adoption, while the child is not placed.
    AdoptionAuthorityFirstReview = "adoption-authority-review-1" {
        title: "First review after authority to place for adoption",
        force: Force::Regulations,
        clock_starts: "authority to place for adoption, while not placed",
        answered_by: "a review, which may be the ordinary one",
        first_term: Term::new(
            UNDER_ADOPTION_2005,
            Limit::Within(Months(3)),
            Citation::new(ADOPTION_2005, "regulation 36(1)"),
            Reading::TextRead,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the day of authority to place", "whether the child is placed", "the date of the first review after it"],
    }
    /// Every later review after authority to place for adoption, while the child is not placed.
    AdoptionAuthorityLaterReview = "adoption-authority-review-later" {
        title: "Later review after authority to place for adoption",
        force: Force::Regulations,
        clock_starts: "the last review after authority to place, as held",
        answered_by: "a review, which may be the ordinary one",
        first_term: Term::new(
            UNDER_ADOPTION_2005,
            Limit::Within(Months(6)),
            Citation::new(ADOPTION_2005, "regulation 36(1)"),
            Reading::TextRead,
        ),
        later_terms: &[],
        easements: &[],
        facts_needed: &["the date of the last review", "whether the child is placed", "the date of the next review"],
    }
}

/// Every rule, in a fixed order.
///
/// ```
/// assert_eq!(iro_handbook::law::rules().next().unwrap().id().as_str(), "first-review");
/// ```
pub fn rules() -> impl ExactSizeIterator<Item = &'static Rule> {
    RuleId::ALL.iter().map(|id| id.rule())
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for RuleId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|id| id.as_str() == text).ok_or_else(|| {
            Kind::UnknownCode {
                field: "rule",
                value: text.to_owned(),
                known: "the rules of the registry (docs/LAW.md)",
            }
            .into()
        })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for RuleId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for RuleId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
