//! Visits by the authority's representative.

use super::kit::*;

/// The visits of regulation 28 in the pandemic. The text that amended it was not read.
const VISITS_2020: &[Easement] = &[Easement::new(
    InForce::from(2020, 4, 24).to(2020, 9, 25),
    "as soon as reasonably practicable",
    Citation::new(CORONAVIRUS_2020, "regulation 8"),
    Reading::Restated,
)];

pub(super) static VISIT_FIRST: Rule = Rule {
    id: RuleId::VisitFirst,
    family: Family::Visits,
    title: "First visit of a placement",
    force: Force::Regulations,
    clock_starts: "the start of any placement",
    answered_by: "a visit of the authority's representative",
    says: "The authority's representative visits the child soon after each placement starts.",
    checks: "A visit was made by the last day, counted from the start of the placement.",
    exceptions: &[
        "Placements with parents, in temporary approval and by interim or full care order have \
             rules of their own.",
        "Placements for adoption and short breaks have intervals of their own.",
    ],
    outcomes: TIMED,
    facts_needed: &["the start and end of the placement", "the dates of visits"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Weeks(1)),
        Citation::new(CARE_2010, "regulation 28(2)(a)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: VISITS_2020,
    example: "A placement starts on Mon 2 March 2026. A week later is Mon 9 March. A visit on that \
             day meets the duty; one on Tue 10 March is a day late.",
};

pub(super) static VISIT_INTERVAL: Rule = Rule {
    id: RuleId::VisitInterval,
    family: Family::Visits,
    title: "Visit after the last",
    force: Force::Regulations,
    clock_starts: "the last visit",
    answered_by: "a visit of the authority's representative",
    says: "Visits follow one another at no more than a fixed interval; after the placement's first \
             year it is longer where the placement is meant to last to adulthood, and longer again in a \
             long-term foster placement whose child agrees.",
    checks: "Each visit was made by the last day, counted from the one before, by the case of the \
             placement on that day.",
    exceptions: &[
        "Placements with parents, in temporary approval and by interim or full care order have \
             rules of their own.",
        "Placements for adoption and short breaks have intervals of their own.",
    ],
    outcomes: CLOCK,
    facts_needed: &[
        "the start and end of the placement",
        "the dates of visits",
        "whether it is meant to last to 18",
        "whether it is a long-term foster placement, and the child agrees",
    ],
    first_term: Term::new(
        InForce::from(2011, 4, 1).to(2015, 3, 31),
        Limit::Within(Weeks(6)),
        Citation::new(CARE_2010, "regulation 28(2)(b) and (c)"),
        Reading::TextRead,
    )
    .with_cases(&[
        (Case::FirstYear, Limit::Within(Weeks(6))),
        (Case::Permanent, Limit::Within(Months(3))),
    ])
    .with_numbers(&[(Number::UntilAge, 18), (Number::MonthsInPlacement, 12)]),
    later_terms: &[Term::new(
        InForce::from(2015, 4, 1),
        Limit::Within(Weeks(6)),
        Citation::new(CARE_2010, "regulation 28(2)(b) and (c)"),
        Reading::TextRead,
    )
    .with_cases(&[
        (Case::FirstYear, Limit::Within(Weeks(6))),
        (Case::Permanent, Limit::Within(Months(3))),
        (Case::LongTermFoster, Limit::Within(Months(6))),
    ])
    .with_numbers(&[(Number::UntilAge, 18), (Number::MonthsInPlacement, 12)])
    .with_sources(&[(Citation::new(FOSTERING_2015, "amending regulation 28"), Reading::Restated)])],
    easements: VISITS_2020,
    example: "In the first year of a placement that started on Mon 2 March 2026 the child is \
             visited on Fri 6 March. Six weeks later is Fri 17 April. A visit on that day meets the \
             duty; one on Mon 20 April is three days late.",
};

pub(super) static VISIT_WITH_PARENT_UNASSESSED: Rule = Rule {
    id: RuleId::VisitWithParentUnassessed,
    family: Family::Visits,
    title: "Visit with an unassessed parent",
    force: Force::Regulations,
    clock_starts: "the start of the placement; then the last visit",
    answered_by: "a visit of the authority's representative",
    says: "Where a child in care is with a parent before the assessment is complete, visits are \
             weekly until the first review and less often after it.",
    checks: "Each visit was made by the last day, counted from the start or the visit before, by \
             whether the first review was held.",
    exceptions: &[
        "Only for a placement made under regulation 19, until the assessment is complete, and not \
             where an interim care order makes visits more frequent.",
    ],
    outcomes: CLOCK,
    facts_needed: &[
        "the start and end of the placement",
        "whether it was made before assessment",
        "the date of the first review",
        "the dates of visits",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Weeks(1)),
        Citation::new(CARE_2010, "regulation 28(3)"),
        Reading::TextRead,
    )
    .with_cases(&[
        (Case::UntilFirstReview, Limit::Within(Weeks(1))),
        (Case::AfterFirstReview, Limit::Within(Weeks(6))),
    ]),
    later_terms: &[],
    easements: VISITS_2020,
    example: "A child in care is placed on Mon 2 March 2026 with a parent not yet assessed. A visit \
             on Mon 9 March meets the duty; one on Tue 10 March is a day late. The first review is \
             on Fri 27 March: from a visit on that day the next is due in six weeks, by Fri 8 May, \
             and on Mon 11 May it is three days late.",
};

pub(super) static VISIT_TEMPORARY_APPROVAL: Rule = Rule {
    id: RuleId::VisitTemporaryApproval,
    family: Family::Visits,
    title: "Visit in temporary approval or by interim order",
    force: Force::Regulations,
    clock_starts: "the start of the placement; then the last visit",
    answered_by: "a visit of the authority's representative",
    says: "Where the carer is approved only for a time, or the child lives with a parent by interim \
             care order, visits are weekly until the first review and less often after it.",
    checks: "Each visit was made by the last day, counted from the start or the visit before, by \
             whether the first review was held.",
    exceptions: &[
        "Only for temporary approval under regulation 24, or an interim care order with the child \
             living with a parent.",
    ],
    outcomes: CLOCK,
    facts_needed: &[
        "the start and end of the placement",
        "the carer's approval",
        "the child's legal status",
        "the date of the first review",
        "the dates of visits",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Weeks(1)),
        Citation::new(CARE_2010, "regulation 28(4)"),
        Reading::TextRead,
    )
    .with_cases(&[
        (Case::UntilFirstReview, Limit::Within(Weeks(1))),
        (Case::AfterFirstReview, Limit::Within(Weeks(4))),
    ]),
    later_terms: &[],
    easements: VISITS_2020,
    example: "A child is placed on Mon 2 March 2026 with a carer approved for a time. A visit on \
             Mon 9 March meets the duty; one on Tue 10 March is a day late. The first review is on \
             Fri 27 March: from a visit on that day the next is due in four weeks, by Fri 24 April, \
             and on Mon 27 April it is three days late.",
};

pub(super) static VISIT_CARE_ORDER_WITH_PARENT: Rule = Rule {
    id: RuleId::VisitCareOrderWithParent,
    family: Family::Visits,
    title: "Visit by care order with a parent",
    force: Force::Regulations,
    clock_starts: "the care order; then the last visit",
    answered_by: "a visit of the authority's representative",
    says: "Where a care order is made and the child lives with a parent, a first visit comes soon \
             after the order and others follow at no more than a fixed interval.",
    checks: "The first visit was made by the last day counted from the order, and each later one by the \
             last day counted from the visit before.",
    exceptions: &["Only while the child lives with the parent."],
    outcomes: CLOCK,
    facts_needed: &[
        "the day of the care order",
        "whether the child lives with a parent",
        "the dates of visits",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Weeks(1)),
        Citation::new(CARE_2010, "regulation 28(5)"),
        Reading::TextRead,
    )
    .with_cases(&[(Case::AfterFirstVisit, Limit::Within(Weeks(6)))]),
    later_terms: &[],
    easements: VISITS_2020,
    example: "On Mon 4 May 2026 a care order is made for a child who lives with a parent. A visit \
             on Mon 11 May, a week later, meets the duty; one on Tue 12 May is a day late. Six \
             weeks after a visit on Mon 11 May is Mon 22 June: a second visit on that day meets the \
             duty, and one on Tue 23 June is a day late.",
};
