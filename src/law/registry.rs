//! Every rule, by family. A number from the law is written in these files and nowhere else.

mod adoption_reviews;
mod after_review;
mod at_review;
mod before_review;
mod disputes;
mod health;
mod iro;
mod kit;
mod plans;
mod protection;
mod reviews;
mod visits;

pub(crate) use protection::measures;

use super::Rule;
use crate::error::{Error, Kind};
use core::fmt;
use core::str::FromStr;

macro_rules! registry {
    ($($(#[$doc:meta])* $variant:ident = $slug:literal => $family:ident::$rule:ident;)*) => {
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
            #[inline]
            #[must_use]
            pub fn rule(self) -> &'static Rule {
                match self {
                    $(Self::$variant => &$family::$rule,)*
                }
            }
        }
    };
}

registry! {
    /// The first review after becoming looked after.
    FirstReview = "first-review" => reviews::FIRST_REVIEW;
    /// The second review, counted from the first as it was held.
    SecondReview = "second-review" => reviews::SECOND_REVIEW;
    /// Every later review, counted from the one before as it was held.
    SubsequentReview = "subsequent-review" => reviews::SUBSEQUENT_REVIEW;
    /// A meeting once a year in a long-term foster placement.
    LongTermFosterMeeting = "long-term-foster-meeting" => reviews::LONG_TERM_FOSTER_MEETING;
    /// A review brought forward by an event.
    EarlyReview = "early-review" => reviews::EARLY_REVIEW;
    /// A review before accommodation ends.
    ReviewBeforeEnd = "review-before-end" => reviews::REVIEW_BEFORE_END;
    /// A review before the care plan is changed significantly.
    ReviewBeforeChange = "review-before-change" => reviews::REVIEW_BEFORE_CHANGE;
    /// A review before a child in care is placed with a parent.
    ReviewBeforePlacingWithParent = "review-before-placing-with-parent" => reviews::REVIEW_BEFORE_PLACING_WITH_PARENT;
    /// A review before the authority ends a placement.
    ReviewBeforeEndingPlacement = "review-before-ending-placement" => reviews::REVIEW_BEFORE_ENDING_PLACEMENT;
    /// The first review of a series of short breaks.
    ShortBreakFirstReview = "short-break-first-review" => reviews::SHORT_BREAK_FIRST_REVIEW;
    /// Every later review of a series of short breaks.
    ShortBreakSubsequentReview = "short-break-subsequent-review" => reviews::SHORT_BREAK_SUBSEQUENT_REVIEW;
    /// What makes placements a series of short breaks.
    ShortBreakConditions = "short-break-conditions" => reviews::SHORT_BREAK_CONDITIONS;
    /// The first review of a secure placement.
    SecureFirstReview = "secure-review-1" => reviews::SECURE_FIRST_REVIEW;
    /// Every later review of a secure placement.
    SecureLaterReview = "secure-review-later" => reviews::SECURE_LATER_REVIEW;
    /// A review that is adjourned.
    ReviewAdjournment = "review-adjournment" => reviews::REVIEW_ADJOURNMENT;
    /// The first review after placement for adoption.
    AdoptionPlacementFirstReview = "adoption-placement-review-1" => adoption_reviews::ADOPTION_PLACEMENT_FIRST_REVIEW;
    /// The second review of a placement for adoption.
    AdoptionPlacementSecondReview = "adoption-placement-review-2" => adoption_reviews::ADOPTION_PLACEMENT_SECOND_REVIEW;
    /// Every later review of a placement for adoption.
    AdoptionPlacementLaterReview = "adoption-placement-review-later" => adoption_reviews::ADOPTION_PLACEMENT_LATER_REVIEW;
    /// The review after a child is returned to the authority from an adoptive placement.
    AdoptionReturnReview = "adoption-return-review" => adoption_reviews::ADOPTION_RETURN_REVIEW;
    /// The first review after authority to place for adoption, while the child is not placed.
    AdoptionAuthorityFirstReview = "adoption-authority-review-1" => adoption_reviews::ADOPTION_AUTHORITY_FIRST_REVIEW;
    /// Every later review after authority to place for adoption, while the child is not placed.
    AdoptionAuthorityLaterReview = "adoption-authority-review-later" => adoption_reviews::ADOPTION_AUTHORITY_LATER_REVIEW;
    /// An IRO is appointed before the first review.
    IroAppointed = "iro-appointed" => iro::IRO_APPOINTED;
    /// A vacancy is filled.
    IroVacancy = "iro-vacancy" => iro::IRO_VACANCY;
    /// The child has a named IRO early.
    IroNamed = "iro-named" => iro::IRO_NAMED;
    /// The IRO meets the child before the first review.
    IroMetChild = "iro-met-child" => iro::IRO_MET_CHILD;
    /// The IRO is independent of the child's case.
    IroIndependent = "iro-independent" => iro::IRO_INDEPENDENT;
    /// The IRO is qualified.
    IroQualified = "iro-qualified" => iro::IRO_QUALIFIED;
    /// Siblings share an IRO.
    IroSiblings = "iro-siblings" => iro::IRO_SIBLINGS;
    /// Changes of IRO.
    IroContinuity = "iro-continuity" => iro::IRO_CONTINUITY;
    /// The number of children of an IRO.
    IroCaseload = "iro-caseload" => iro::IRO_CASELOAD;
    /// Social worker and IRO talk before the review.
    SocialWorkerDiscussion = "social-worker-discussion" => before_review::SOCIAL_WORKER_DISCUSSION;
    /// The report and the care plan are with the IRO before the review.
    ReportsReady = "reports-ready" => before_review::REPORTS_READY;
    /// The IRO speaks to the child alone before the review.
    ChildSpokenToPrivately = "child-spoken-to-privately" => before_review::CHILD_SPOKEN_TO_PRIVATELY;
    /// The views of parents are obtained.
    ParentsViews = "parents-views" => before_review::PARENTS_VIEWS;
    /// The IRO attends and chairs.
    IroChairs = "iro-chairs" => at_review::IRO_CHAIRS;
    /// The child takes part in the review.
    ChildParticipation = "child-participation" => at_review::CHILD_PARTICIPATION;
    /// The child's views are sought for the review, before April 2011.
    ChildViews = "child-views" => at_review::CHILD_VIEWS;
    /// Who carries out each decision is named.
    ImplementersNamed = "implementers-named" => at_review::IMPLEMENTERS_NAMED;
    /// The considerations of Schedule 7.
    ScheduleSeven = "schedule-7" => at_review::SCHEDULE_SEVEN;
    /// The child is told of their rights.
    RightsExplained = "rights-explained" => at_review::RIGHTS_EXPLAINED;
    /// The decisions are written down.
    DecisionsWritten = "decisions-written" => after_review::DECISIONS_WRITTEN;
    /// The manager answers the decisions.
    ManagerResponse = "manager-response" => after_review::MANAGER_RESPONSE;
    /// The decisions are sent round.
    DecisionsCirculated = "decisions-circulated" => after_review::DECISIONS_CIRCULATED;
    /// The record of the review is written.
    RecordWritten = "record-written" => after_review::RECORD_WRITTEN;
    /// The record of the review is sent out.
    RecordDistributed = "record-distributed" => after_review::RECORD_DISTRIBUTED;
    /// A decision is carried out by its date.
    DecisionImplemented = "decision-implemented" => after_review::DECISION_IMPLEMENTED;
    /// The IRO is told of significant events.
    IroInformedOfChange = "iro-informed-of-change" => after_review::IRO_INFORMED_OF_CHANGE;
    /// A check between two reviews.
    MidwayCheck = "midway-check" => after_review::MIDWAY_CHECK;
    /// The care plan.
    CarePlan = "care-plan" => plans::CARE_PLAN;
    /// The placement plan.
    PlacementPlan = "placement-plan" => plans::PLACEMENT_PLAN;
    /// The plan for a child remanded to youth detention.
    DetentionPlacementPlan = "detention-placement-plan" => plans::DETENTION_PLACEMENT_PLAN;
    /// The personal education plan.
    EducationPlan = "education-plan" => plans::EDUCATION_PLAN;
    /// Those concerned are told of a placement.
    NotifyPlacement = "notify-placement" => plans::NOTIFY_PLACEMENT;
    /// The assessment of needs for leaving care.
    PathwayAssessment = "pathway-assessment" => plans::PATHWAY_ASSESSMENT;
    /// Approval before the authority stops looking after a child.
    CeasingApproval = "ceasing-approval" => plans::CEASING_APPROVAL;
    /// An independent visitor is considered.
    IndependentVisitor = "independent-visitor" => plans::INDEPENDENT_VISITOR;
    /// The first health assessment.
    InitialHealthAssessment = "initial-health-assessment" => health::INITIAL_HEALTH_ASSESSMENT;
    /// The review of health assessments.
    HealthReview = "health-review" => health::HEALTH_REVIEW;
    /// The first visit after a placement starts.
    VisitFirst = "visit-first" => visits::VISIT_FIRST;
    /// The interval between visits.
    VisitInterval = "visit-interval" => visits::VISIT_INTERVAL;
    /// Visits where a child was placed with a parent before assessment.
    VisitWithParentUnassessed = "visit-with-parent-unassessed" => visits::VISIT_WITH_PARENT_UNASSESSED;
    /// Visits in temporary approval, or by interim order with a parent.
    VisitTemporaryApproval = "visit-temporary-approval" => visits::VISIT_TEMPORARY_APPROVAL;
    /// Visits where a child lives with a parent by care order.
    VisitCareOrderWithParent = "visit-care-order-with-parent" => visits::VISIT_CARE_ORDER_WITH_PARENT;
    /// The informal attempt is on file.
    DisputeRecorded = "dispute-recorded" => disputes::DISPUTE_RECORDED;
    /// A formal dispute is resolved.
    DisputeResolved = "dispute-resolved" => disputes::DISPUTE_RESOLVED;
    /// A stage of a dispute is answered.
    DisputeStageResponse = "dispute-stage-response" => disputes::DISPUTE_STAGE_RESPONSE;
    /// A referral to Cafcass.
    CafcassReferral = "cafcass-referral" => disputes::CAFCASS_REFERRAL;
    /// The first conference after section 47 enquiries, in 15 working days.
    InitialConference = "initial-conference" => protection::INITIAL_CONFERENCE;
    /// The first meeting of the core group, in 10 working days.
    FirstCoreGroup = "first-core-group" => protection::FIRST_CORE_GROUP;
    /// The first review conference of a plan, in 3 months.
    FirstReviewConference = "first-review-conference" => protection::FIRST_REVIEW_CONFERENCE;
    /// Each later review conference, in 6 months.
    LaterReviewConference = "later-review-conference" => protection::LATER_REVIEW_CONFERENCE;
    /// The conference on a child with a plan who moves in, in 15 working days.
    TransferInConference = "transfer-in-conference" => protection::TRANSFER_IN_CONFERENCE;
    /// The assessment after a referral, in 45 working days.
    ReferralAssessment = "assessment" => protection::ASSESSMENT;
    /// Who chairs a conference.
    ConferenceChair = "conference-chair" => protection::CONFERENCE_CHAIR;
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
                known: "the rules of the registry (docs/RULES.md)",
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
