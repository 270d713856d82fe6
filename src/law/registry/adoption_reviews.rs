//! When a review is due around placement for adoption.

use super::kit::*;

pub(super) static ADOPTION_PLACEMENT_FIRST_REVIEW: Rule = Rule {
    id: RuleId::AdoptionPlacementFirstReview,
    family: Family::Reviews,
    title: "First review of a placement for adoption",
    force: Force::Regulations,
    clock_starts: "placement for adoption",
    answered_by: "an adoption review",
    says: "A placement for adoption is reviewed for the first time within a fixed time of the \
             placement.",
    checks: "The first review after placement is held by the last day, counted from the placement.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &["the day of placement for adoption", "the date of the first review after it"],
    first_term: Term::new(
        UNDER_ADOPTION_2005,
        Limit::Within(Weeks(4)),
        Citation::new(ADOPTION_2005, "regulation 36(3)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child is placed for adoption on Mon 13 April 2026. Four weeks later is Mon 11 May. \
             A review on that day meets the duty; one on Tue 12 May is a day late.",
};

pub(super) static ADOPTION_PLACEMENT_SECOND_REVIEW: Rule = Rule {
    id: RuleId::AdoptionPlacementSecondReview,
    family: Family::Reviews,
    title: "Second review of a placement for adoption",
    force: Force::Regulations,
    clock_starts: "the first review of the placement, as held",
    answered_by: "an adoption review",
    says: "The second review of a placement for adoption follows within a fixed time of the first.",
    checks: "The second review of the placement is held by the last day, counted from the day the first \
             was held.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &["the dates of the first and second review of the placement"],
    first_term: Term::new(
        UNDER_ADOPTION_2005,
        Limit::Within(Months(3)),
        Citation::new(ADOPTION_2005, "regulation 36(3)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child is placed for adoption on Mon 13 April 2026 and the placement first reviewed \
             on Mon 11 May. Three months later is Tue 11 August. A review on that day meets the \
             duty; one on Wed 12 August is a day late.",
};

pub(super) static ADOPTION_PLACEMENT_LATER_REVIEW: Rule = Rule {
    id: RuleId::AdoptionPlacementLaterReview,
    family: Family::Reviews,
    title: "Later review of a placement for adoption",
    force: Force::Regulations,
    clock_starts: "the last review of the placement, as held",
    answered_by: "an adoption review",
    says: "After the second, reviews of a placement for adoption follow at no more than a fixed \
             interval until the child is adopted or the placement ends.",
    checks: "Each later review of the placement is held by the last day, counted from the day the one \
             before was held.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &["the date of the last review of the placement", "the date of the next review"],
    first_term: Term::new(
        UNDER_ADOPTION_2005,
        Limit::Within(Months(6)),
        Citation::new(ADOPTION_2005, "regulation 36(3)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child is placed for adoption on Mon 13 April 2026; the placement is reviewed on Mon \
             11 May and Tue 11 August. Six months after the second review is Thu 11 February 2027. \
             A review on that day meets the duty; one on Fri 12 February 2027 is a day late.",
};

pub(super) static ADOPTION_RETURN_REVIEW: Rule = Rule {
    id: RuleId::AdoptionReturnReview,
    family: Family::Reviews,
    title: "Review after return from an adoptive placement",
    force: Force::Regulations,
    clock_starts: "the child's return to the authority",
    answered_by: "a review",
    says: "When an adoptive placement ends and the child is returned to the authority, the case is \
             reviewed after a settling time and before a last day.",
    checks: "A review is held in the days between the first and the last, both included. One held too \
             early is told and answers nothing; the first that is not too early does. The review figures \
             count the first review after the return, early or not.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &["the day of return from the adoptive placement", "the date of the next review"],
    first_term: Term::new(
        UNDER_ADOPTION_2005,
        Limit::Between(Days(28), Days(42)),
        Citation::new(ADOPTION_2005, "regulation 36(8)"),
        Reading::WellKnown,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child placed for adoption on Mon 1 December 2025 is returned to the authority on \
             Mon 2 March 2026. The 28th day after it is Mon 30 March and the 42nd Mon 13 April. A \
             review on either day meets the duty; one on Tue 14 April is a day late. A review on \
             Sun 29 March comes too early to answer it.",
};

pub(super) static ADOPTION_AUTHORITY_FIRST_REVIEW: Rule = Rule {
    id: RuleId::AdoptionAuthorityFirstReview,
    family: Family::Reviews,
    title: "First review after authority to place for adoption",
    force: Force::Regulations,
    clock_starts: "authority to place for adoption, while not placed",
    answered_by: "a review, which may be the ordinary one",
    says: "While the authority may place a child for adoption and has not, the case is reviewed for \
             the first time within a fixed time of the authority being given.",
    checks: "A review is held by the last day, counted from the authority to place, unless the child is \
             placed first.",
    exceptions: &["Ends with the placement for adoption, whose own reviews then take over."],
    outcomes: TIMED,
    facts_needed: &[
        "the day of authority to place",
        "whether the child is placed",
        "the date of the first review after it",
    ],
    first_term: Term::new(
        UNDER_ADOPTION_2005,
        Limit::Within(Months(3)),
        Citation::new(ADOPTION_2005, "regulation 36(1)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "An authority may place a child for adoption from Wed 15 April 2026 and has not. Three \
             months later is Wed 15 July. A review on that day meets the duty; one on Thu 16 July \
             is a day late. If the child is placed on Fri 10 July with no review before, the duty \
             lapses.",
};

pub(super) static ADOPTION_AUTHORITY_LATER_REVIEW: Rule = Rule {
    id: RuleId::AdoptionAuthorityLaterReview,
    family: Family::Reviews,
    title: "Later review after authority to place for adoption",
    force: Force::Regulations,
    clock_starts: "the last review since authority to place, or since a placement ended, as held",
    answered_by: "a review, which may be the ordinary one",
    says: "While the child is still not placed, such reviews follow at no more than a fixed interval.",
    checks: "After the first review since the authority was given, and after the first since a placement \
             ended, each next review is held by the last day, counted from the day of the one before, \
             for as long as there is authority and the child is not placed.",
    exceptions: &["Ends with the placement for adoption, whose own reviews then take over."],
    outcomes: CLOCK,
    facts_needed: &[
        "the date of the last review",
        "whether the child is placed",
        "the date of the next review",
    ],
    first_term: Term::new(
        UNDER_ADOPTION_2005,
        Limit::Within(Months(6)),
        Citation::new(ADOPTION_2005, "regulation 36(1)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child who may be placed for adoption from Wed 15 April 2026, and is not, is \
             reviewed on Mon 15 June. Six months later is Tue 15 December. A review on that day \
             meets the duty; one on Wed 16 December is a day late.",
};
