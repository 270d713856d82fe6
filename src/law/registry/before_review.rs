//! What has to be done before a review.

use super::kit::*;

/// A duty so long before a review: reviews still to come are on no record, so none is open.
const COUNTED_BACK: &[OutcomeKind] = &[
    OutcomeKind::Met,
    OutcomeKind::MetLate,
    OutcomeKind::NotMet,
    OutcomeKind::NotApplicable,
    OutcomeKind::CannotTell,
];

const NOT_OWED: &[&str] = &[
    "Not owed where on the last day the guidance was not yet in force, the child was not yet looked after, \
     or the review before was not yet over.",
];

pub(super) static SOCIAL_WORKER_DISCUSSION: Rule = Rule {
    id: RuleId::SocialWorkerDiscussion,
    family: Family::BeforeReview,
    title: "Talk of social worker and IRO",
    force: Force::Guidance,
    clock_starts: "the review",
    answered_by: "a talk of the social worker and the IRO",
    says: "The social worker and the IRO should talk well before the review.",
    checks: "A talk is on record on or before the last day, counted back from the review, and after the \
             review before.",
    exceptions: NOT_OWED,
    outcomes: COUNTED_BACK,
    facts_needed: &["the date of the review", "the day of the talk"],
    first_term: Term::new(
        UNDER_2010,
        Limit::AtLeastBefore(WorkingDays(15)),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review is held on Fri 27 March 2026. Fifteen working days before it is Fri 6 March. \
             A talk on that day meets the duty; one on Mon 9 March is three days late. A talk on \
             Mon 30 March, after the review, answers nothing.",
};

pub(super) static REPORTS_READY: Rule = Rule {
    id: RuleId::ReportsReady,
    family: Family::BeforeReview,
    title: "Report and care plan for the review",
    force: Force::Guidance,
    clock_starts: "the review",
    answered_by: "the report and the care plan with the IRO",
    says: "The social worker's report and the care plan should be with the IRO before the review.",
    checks: "Both reached the IRO on or before the last day, counted back from the review, and after the \
             review before.",
    exceptions: NOT_OWED,
    outcomes: COUNTED_BACK,
    facts_needed: &[
        "the date of the review",
        "the day the report reached the IRO",
        "the day the care plan reached the IRO",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::AtLeastBefore(WorkingDays(3)),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review is held on Fri 27 March 2026. Three working days before it is Tue 24 March. \
             With the report on Mon 23 March and the care plan on Tue 24 March the duty is met; \
             with the care plan on Wed 25 March it is a day late, whenever the report came.",
};

pub(super) static CHILD_SPOKEN_TO_PRIVATELY: Rule = Rule {
    id: RuleId::ChildSpokenToPrivately,
    family: Family::BeforeReview,
    title: "Private talk with the child",
    force: Force::Regulations,
    clock_starts: "each review",
    answered_by: "a talk of the IRO and the child alone",
    says: "Before each review the IRO speaks to the child in private about what will be considered.",
    checks: "For each review a private talk before it, and after the review before, is on record, or the \
             reason why there was none.",
    exceptions: &[
        "Not owed where the child, of sufficient understanding, refuses; any other refusal excuses \
             nothing.",
        "Not owed where the IRO finds it inappropriate at the child's age and understanding.",
    ],
    outcomes: EACH,
    facts_needed: &[
        "the date of the review",
        "the day of the private talk",
        "a refusal, with the child's understanding",
        "the IRO's finding that it was inappropriate",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 36(1)(b)"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review is held on Fri 27 March 2026. A private talk on Wed 25 March meets the duty; \
             where the only one is on Mon 30 March, after the review, it is not met. Where the \
             child, of sufficient understanding, refused, it does not apply.",
};

pub(super) static PARENTS_VIEWS: Rule = Rule {
    id: RuleId::ParentsViews,
    family: Family::BeforeReview,
    title: "Views of parents",
    force: Force::Regulations,
    clock_starts: "each review",
    answered_by: "the views of parents and of those with parental responsibility",
    says: "For each review the views of parents, and of anyone else with parental responsibility, are \
             obtained and taken into account. Since 2011 the IRO sees to it; before, the authority did.",
    checks: "For each review the views of each of them are on record, or why that was not practicable.",
    exceptions: &[
        "Owed only so far as reasonably practicable.",
        "Not owed where there is no parent and nobody with parental responsibility.",
    ],
    outcomes: EACH,
    facts_needed: &[
        "who the parents are and who has parental responsibility",
        "whose views were obtained",
        "the reason, where it was not practicable",
    ],
    first_term: Term::new(
        UNDER_1991,
        Limit::EachTime,
        Citation::new(REVIEW_1991, "regulation 7(1)"),
        Reading::WellKnown,
    ),
    later_terms: &[Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 36(1)(c)"),
        Reading::Restated,
    )],
    easements: &[],
    example: "For a review on Fri 27 March 2026 the views of one parent are obtained, and the other \
             cannot be found, which is on record: the duty is met. Where the other was known and \
             not asked, it is not met.",
};
