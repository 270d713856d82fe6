//! What an authority decides where the law is silent.

use crate::calendar::Period;
use crate::error::{Kind, Result};
use crate::law::{Method, RuleId};
use std::collections::BTreeMap;

/// Answers where the law is silent or leaves it to the authority, each with a documented default.
///
/// Local limits have no default: a rule of which the limit is local does not apply until one is set.
///
/// ```
/// use iro_handbook::assess::Policy;
///
/// assert_eq!(Policy::default().midway_check(), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Policy {
    midway_check: Option<Period>,
    pub(super) weekly_visits_until: FirstReviewOf,
    stage_responses: BTreeMap<u8, Period>,
    pub(super) review_date: ReviewDate,
    pub(super) adjourned_review: AdjournedReview,
    pub(super) review_method: Method,
    pre_birth_review_conference: Option<Period>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "targets"))]
    targets: BTreeMap<RuleId, u8>,
}

/// Which review ends the weekly visits of SI 2010/959, regulation 28(3) and (4), "until the first review".
///
/// ```
/// use iro_handbook::assess::FirstReviewOf;
///
/// assert_eq!(FirstReviewOf::default(), FirstReviewOf::PeriodOfCare);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FirstReviewOf {
    /// The first review of the period of care: the words as they stand. A child who was reviewed before
    /// the placement has no weekly visits.
    #[default]
    PeriodOfCare,
    /// The first review after the placement started.
    Placement,
}

/// Which day of a review counts for its timeliness, where it was held as a series of meetings.
///
/// The duties after a review run from its completion whatever counts here.
///
/// ```
/// use iro_handbook::assess::ReviewDate;
///
/// assert_eq!(ReviewDate::default(), ReviewDate::AsReturned);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ReviewDate {
    /// The day that the authority returns as REVIEW.
    #[default]
    AsReturned,
    /// The first meeting; the day returned where none is recorded.
    FirstMeeting,
    /// The completion: a review that is not complete has not been held. The day returned where nothing
    /// is recorded of its completion.
    Completion,
}

/// What becomes of the timeliness of a review that was adjourned, and completed within the time that
/// regulation 36(2) of SI 2010/959 leaves for it.
///
/// ```
/// use iro_handbook::assess::AdjournedReview;
///
/// assert_eq!(AdjournedReview::default(), AdjournedReview::HeldOnItsStart);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum AdjournedReview {
    /// It counts as held on its start: its first meeting, or the day returned where none is recorded.
    #[default]
    HeldOnItsStart,
    /// It counts as any other review does, by the [`ReviewDate`].
    AsAnyOther,
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

    /// With another answer to which day of a series of meetings counts. Default: the day returned.
    ///
    /// ```
    /// use iro_handbook::assess::{Policy, ReviewDate};
    ///
    /// assert_ne!(Policy::default().with_review_date(ReviewDate::Completion), Policy::default());
    /// ```
    #[must_use]
    pub const fn with_review_date(mut self, review_date: ReviewDate) -> Self {
        self.review_date = review_date;
        self
    }

    /// With another answer to when an adjourned review counts as held. Default: on its start.
    ///
    /// ```
    /// use iro_handbook::assess::{AdjournedReview, Policy};
    ///
    /// let policy = Policy::default().with_adjourned_review(AdjournedReview::AsAnyOther);
    /// assert_ne!(policy, Policy::default());
    /// ```
    #[must_use]
    pub const fn with_adjourned_review(mut self, adjourned_review: AdjournedReview) -> Self {
        self.adjourned_review = adjourned_review;
        self
    }

    /// With another method of counting three and six months on the review clock. Default: the law's.
    /// Findings counted by another say so.
    ///
    /// ```
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::law::Method;
    ///
    /// assert_ne!(Policy::default().with_review_method(Method::FixedDays), Policy::default());
    /// ```
    #[must_use]
    pub const fn with_review_method(mut self, review_method: Method) -> Self {
        self.review_method = review_method;
        self
    }

    /// With the authority's own time for the first review conference after an initial conference held before the
    /// birth. Without one that review is not judged.
    ///
    /// ```
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::calendar::Period;
    ///
    /// let policy = Policy::default().with_pre_birth_review_conference(Period::Months(3));
    /// assert_eq!(policy.pre_birth_review_conference(), Some(Period::Months(3)));
    /// ```
    #[must_use]
    pub const fn with_pre_birth_review_conference(mut self, within: Period) -> Self {
        self.pre_birth_review_conference = Some(within);
        self
    }

    /// The authority's own time for the first review conference after one before the birth, where it has set
    /// one.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Policy::default().pre_birth_review_conference(), None);
    /// ```
    #[must_use]
    pub const fn pre_birth_review_conference(&self) -> Option<Period> {
        self.pre_birth_review_conference
    }

    /// With a target that the authority has set itself: of the duties of this rule that were due, at least so
    /// many in a hundred done in time. By default there is none.
    ///
    /// No finding depends on it: a duty is judged by its own rule. Reports set it beside the rate of the year
    /// ([`Comparator::of_policy`](crate::report::Comparator::of_policy)).
    ///
    /// # Errors
    ///
    /// [`is_contradiction`](crate::Error::is_contradiction): more than a hundred in a hundred.
    ///
    /// ```
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::law::RuleId;
    ///
    /// let policy = Policy::default().with_target(RuleId::RecordDistributed, 95)?;
    /// assert_eq!(policy.target(RuleId::RecordDistributed), Some(95));
    /// assert!(Policy::default().with_target(RuleId::RecordDistributed, 101).is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn with_target(mut self, rule: RuleId, percentage: u8) -> Result<Self> {
        self.targets.insert(rule, possible(percentage)?);
        Ok(self)
    }

    /// The percentage of a rule's duties that the authority has set itself to do in time, where it has.
    ///
    /// ```
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(Policy::default().target(RuleId::FirstReview), None);
    /// ```
    #[must_use]
    pub fn target(&self, rule: RuleId) -> Option<u8> {
        self.targets.get(&rule).copied()
    }
}

fn possible(percentage: u8) -> Result<u8> {
    const WHOLE: u8 = 100;
    if percentage <= WHOLE {
        return Ok(percentage);
    }
    Err(Kind::Contradiction {
        record: "policy".to_owned(),
        field: "target",
        value: percentage.to_string(),
        problem: "a percentage of duties is at most 100".to_owned(),
    }
    .into())
}

#[cfg(feature = "serde")]
fn targets<'de, D: serde::Deserializer<'de>>(input: D) -> Result<BTreeMap<RuleId, u8>, D::Error> {
    let targets: BTreeMap<RuleId, u8> = serde::Deserialize::deserialize(input)?;
    let mut all = targets.values().copied();
    all.try_for_each(|target| possible(target).map(|_| ())).map_err(serde::de::Error::custom)?;
    Ok(targets)
}
