//! The plans, the steps towards leaving care, the independent visitor.

use super::kit::*;

pub(super) static CARE_PLAN: Rule = Rule {
    id: RuleId::CarePlan,
    family: Family::Plans,
    title: "Care plan",
    force: Force::Regulations,
    clock_starts: "the start of the first placement",
    answered_by: "a care plan",
    says: "The care plan is made before the child is first placed or, where that is not practicable, \
             within days of the start of the placement.",
    checks: "A care plan was made before the first placement, or by the last day counted from its \
             start.",
    exceptions: &[
        "Where it was not practicable before the placement, the days after its start apply; fewer \
             of them, and whatever was practicable, for a child looked after only by remand to local \
             authority accommodation.",
        "A child looked after only by remand to youth detention accommodation has a detention \
             placement plan instead.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the start of the first placement",
        "the day the care plan was made",
        "whether the child was looked after only by remand",
    ],
    first_term: Term::new(
        InForce::from(2011, 4, 1).to(2013, 4, 18),
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 4(2)"),
        Reading::TextRead,
    )
    .with_cases(&[(Case::NotPracticable, Limit::Within(WorkingDays(10)))]),
    later_terms: &[Term::new(
        InForce::from(2013, 4, 19),
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 4(2)"),
        Reading::TextRead,
    )
    .with_cases(&[
        (Case::NotPracticable, Limit::Within(WorkingDays(10))),
        (Case::RemandedOnly, Limit::Within(WorkingDays(5))),
    ])
    .with_sources(&[
        (Citation::new(CARE_2010, "regulation 47B"), Reading::Restated),
        (Citation::new(REMAND_2013, "inserting regulation 47B"), Reading::Restated),
    ])],
    easements: &[],
    example: "A child is first placed on Mon 2 March 2026. Where the care plan could be made \
             beforehand, one of that day meets the duty and one of Tue 3 March is a day late. Where \
             it could not, with the reason on record, the tenth working day is Mon 16 March: a plan \
             of that day meets the duty, and one of Tue 17 March is a day late.",
};

pub(super) static PLACEMENT_PLAN: Rule = Rule {
    id: RuleId::PlacementPlan,
    family: Family::Plans,
    title: "Placement plan",
    force: Force::Regulations,
    clock_starts: "the start of the placement",
    answered_by: "a placement plan",
    says: "The placement plan is made before the placement or, where that is not practicable, within \
             days of its start.",
    checks: "A placement plan was made before each placement, or by the last day counted from its \
             start.",
    exceptions: &[
        "Where it was not practicable before the placement, the days after its start apply; from 24 \
             April to 25 September 2020 there was no number of days.",
        "Placements for adoption and in youth detention accommodation have plans of their own.",
    ],
    outcomes: TIMED,
    facts_needed: &["the start of the placement", "the day the placement plan was made"],
    first_term: Term::new(
        InForce::from(2011, 4, 1).to(2020, 4, 23),
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 9(2)"),
        Reading::TextRead,
    )
    .with_cases(&[(Case::NotPracticable, Limit::Within(WorkingDays(5)))]),
    later_terms: &[
        Term::new(
            InForce::from(2020, 4, 24).to(2020, 9, 25),
            Limit::Before(Milestone::TheEvent),
            Citation::new(CARE_2010, "regulation 9(2)"),
            Reading::TextRead,
        )
        .with_cases(&[(Case::NotPracticable, Limit::NoNumber)])
        .with_sources(&[(Citation::new(CORONAVIRUS_2020, "regulation 8"), Reading::TextRead)]),
        Term::new(
            InForce::from(2020, 9, 26),
            Limit::Before(Milestone::TheEvent),
            Citation::new(CARE_2010, "regulation 9(2)"),
            Reading::TextRead,
        )
        .with_cases(&[(Case::NotPracticable, Limit::Within(WorkingDays(5)))]),
    ],
    easements: &[],
    example: "A placement starts on Mon 2 March 2026. Where its plan could be made beforehand, one \
             of that day meets the duty and one of Tue 3 March is a day late. Where it could not, \
             with the reason on record, the fifth working day is Mon 9 March: a plan of that day \
             meets the duty, and one of Tue 10 March is a day late.",
};

pub(super) static DETENTION_PLACEMENT_PLAN: Rule = Rule {
    id: RuleId::DetentionPlacementPlan,
    family: Family::Plans,
    title: "Detention placement plan",
    force: Force::Regulations,
    clock_starts: "remand to youth detention accommodation",
    answered_by: "a detention placement plan",
    says: "For a child remanded to youth detention accommodation a detention placement plan is made \
             within days.",
    checks: "The plan was made by the last day, counted from the remand.",
    exceptions: &[],
    outcomes: TIMED,
    facts_needed: &["the day of the remand", "the day the plan was made"],
    first_term: Term::new(
        InForce::from(2013, 4, 19),
        Limit::Within(WorkingDays(10)),
        Citation::new(CARE_2010, "regulation 47C"),
        Reading::Restated,
    )
    .with_sources(&[(Citation::new(REMAND_2013, "inserting regulation 47C"), Reading::Restated)]),
    later_terms: &[],
    easements: &[],
    example: "A child is remanded to youth detention accommodation on Mon 2 March 2026. The tenth \
             working day after it is Mon 16 March. A plan made on that day meets the duty; one made \
             on Tue 17 March is a day late.",
};

pub(super) static EDUCATION_PLAN: Rule = Rule {
    id: RuleId::EducationPlan,
    family: Family::Plans,
    title: "Personal education plan",
    force: Force::Regulations,
    clock_starts: "the start of the first placement",
    answered_by: "a personal education plan",
    says: "The personal education plan is part of the care plan and is made with it.",
    checks: "A personal education plan was made by the last day, counted from the start of the first \
             placement.",
    exceptions: &["Only for a child who is of an age for it."],
    outcomes: TIMED,
    facts_needed: &[
        "the start of the first placement",
        "the day the education plan was made",
        "whether the child is of an age for it",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(10)),
        Citation::new(CARE_2010, "regulation 4(2)"),
        Reading::TextRead,
    )
    .with_sources(&[(Citation::new(CARE_2010, "regulation 5(1)(b)"), Reading::TextRead)]),
    later_terms: &[],
    easements: &[],
    example: "A child of school age is first placed on Mon 2 March 2026. The tenth working day \
             after it is Mon 16 March. A personal education plan made on that day meets the duty; \
             one made on Tue 17 March is a day late.",
};

pub(super) static NOTIFY_PLACEMENT: Rule = Rule {
    id: RuleId::NotifyPlacement,
    family: Family::Plans,
    title: "Notice of a placement",
    force: Force::Regulations,
    clock_starts: "the start of the placement",
    answered_by: "notice in writing",
    says: "Those concerned are told in writing of a placement before it is made or, in an emergency, \
             within days of its start.",
    checks: "Notice went out before the placement, or for one made in an emergency by the last day \
             counted from its start.",
    exceptions: &[
        "The days after the start apply only to a placement made in an emergency.",
        "Not for placements for adoption or in youth detention accommodation.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the start of the placement",
        "whether it was made in an emergency",
        "the day of the notice",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 13"),
        Reading::TextRead,
    )
    .with_cases(&[(Case::Emergency, Limit::Within(WorkingDays(5)))]),
    later_terms: &[],
    easements: &[],
    example: "A placement starts on Mon 2 March 2026. Notice on that day meets the duty; on Tue 3 \
             March it is a day late, unless the placement was made in an emergency. Then the fifth \
             working day, Mon 9 March, is the last, and notice on Tue 10 March is a day late.",
};

pub(super) static PATHWAY_ASSESSMENT: Rule = Rule {
    id: RuleId::PathwayAssessment,
    family: Family::Plans,
    title: "Pathway assessment",
    force: Force::Regulations,
    clock_starts: "the later of the sixteenth birthday and becoming eligible",
    answered_by: "an assessment of needs",
    says: "The needs of an eligible young person are assessed within a fixed time of the sixteenth \
             birthday or, if later, of becoming eligible.",
    checks: "An assessment was complete by the last day, counted from the later of the two.",
    exceptions: &[
        "Only for a young person looked after long enough since the fourteenth birthday.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the date of birth",
        "the time looked after since the fourteenth birthday",
        "the day the assessment was complete",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Months(3)),
        Citation::new(CARE_2010, "regulation 40"),
        Reading::TextRead,
    )
    .with_numbers(&[(Number::Age, 16), (Number::SinceAge, 14), (Number::WeeksLookedAfter, 13)])
    .with_sources(&[(Citation::new(CARE_2010, "regulation 42(1)"), Reading::TextRead)]),
    later_terms: &[],
    easements: &[],
    example: "A young person born on Mon 10 May 2010 and looked after since Wed 1 January 2020 is \
             sixteen on Sun 10 May 2026. Three months later is Mon 10 August. An assessment \
             complete on that day meets the duty; one complete on Tue 11 August is a day late.",
};

pub(super) static CEASING_APPROVAL: Rule = Rule {
    id: RuleId::CeasingApproval,
    family: Family::Plans,
    title: "Approval of ceasing to look after",
    force: Force::Regulations,
    clock_starts: "ceasing to look after the child",
    answered_by: "a nominated officer's approval",
    says: "The authority stops looking after a child only after a nominated officer has approved it.",
    checks: "An approval is on record before the day care ended, for a child looked after long enough.",
    exceptions: &[
        "Only for a child looked after for 20 working days or more.",
        "Not where care ends by law and not by a decision of the authority.",
    ],
    outcomes: &[
        OutcomeKind::Met,
        OutcomeKind::MetLate,
        OutcomeKind::NotMet,
        OutcomeKind::NotApplicable,
        OutcomeKind::CannotTell,
    ],
    facts_needed: &[
        "the day care began",
        "the day care ended",
        "the day of the approval and who gave it",
    ],
    first_term: Term::new(
        InForce::from(2015, 4, 1),
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 39"),
        Reading::Restated,
    )
    .with_numbers(&[(Number::WorkingDaysLookedAfter, 20)])
    .with_sources(&[(Citation::new(FOSTERING_2015, "regulation 7"), Reading::Restated)]),
    later_terms: &[],
    easements: &[],
    example: "A child looked after since Mon 2 March 2026 goes home on Mon 30 March, the twentieth \
             working day. A nominated officer's approval on Fri 27 March meets the duty; one on Tue \
             31 March is a day late. For a child who went home on Fri 27 March, short of 20 working \
             days, the duty does not apply.",
};

pub(super) static INDEPENDENT_VISITOR: Rule = Rule {
    id: RuleId::IndependentVisitor,
    family: Family::Plans,
    title: "Independent visitor",
    force: Force::Act,
    clock_starts: "each review",
    answered_by: "a decision on an independent visitor",
    says: "The authority appoints an independent visitor where that would be in the child's \
             interests, and each review considers it.",
    checks: "For each review it is on record whether an independent visitor was considered.",
    exceptions: &["No visitor is appointed where the child, of sufficient understanding, objects."],
    outcomes: EACH,
    facts_needed: &["whether it was considered at the review", "whether the child objects"],
    first_term: Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(CHILDREN_ACT, "section 23ZB"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review on Fri 27 March 2026 considers whether the child should have an independent \
             visitor: the duty is met. Where it did not, the duty is not met, unless the child, of \
             sufficient understanding, objected.",
};
