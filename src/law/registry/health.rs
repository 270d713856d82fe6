//! Health assessments.

use super::kit::*;

pub(super) static INITIAL_HEALTH_ASSESSMENT: Rule = Rule {
    id: RuleId::InitialHealthAssessment,
    family: Family::Health,
    title: "Initial health assessment",
    force: Force::Regulations,
    clock_starts: "the first placement",
    answered_by: "a health assessment by a medical practitioner",
    says: "The child's health is assessed before the first placement or, where that is not \
             practicable, before the first review.",
    checks: "An assessment was made before the first placement, or after it and before the first review, \
             no later than the last day for that review.",
    exceptions: &[
        "Where it was not practicable before the placement, it is due before the first review.",
        "One made in the months right before the placement will do; an older one does not.",
    ],
    outcomes: BEFORE,
    facts_needed: &[
        "the start of the first placement",
        "the date of the first review",
        "the day of the assessment",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 7(1) and (2)"),
        Reading::WellKnown,
    )
    .with_cases(&[(Case::NotPracticable, Limit::Before(Milestone::FirstReview))])
    .with_numbers(&[(Number::MonthsBefore, 3)]),
    later_terms: &[],
    easements: &[],
    example: "A child is first placed on Mon 2 March 2026 and first reviewed on Fri 27 March. Where \
             the assessment could be made before the placement, one on the day of it meets the duty \
             and one on Tue 3 March is a day late. Where it could not, with the reason on record, \
             one on Thu 26 March meets the duty and one on Wed 1 April is late.",
};

pub(super) static HEALTH_REVIEW: Rule = Rule {
    id: RuleId::HealthReview,
    family: Family::Health,
    title: "Review of health",
    force: Force::Regulations,
    clock_starts: "the last health assessment",
    answered_by: "a health assessment",
    says: "The child's health is assessed again at fixed intervals, shorter before the fifth \
             birthday.",
    checks: "Each assessment was made by the last day, counted from the one before, by the child's age \
             on that day.",
    exceptions: &[
        "A child of sufficient understanding may refuse an examination; the refusal has to be on \
             record.",
    ],
    outcomes: TIMED,
    facts_needed: &["the date of birth", "the dates of health assessments"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Months(12)),
        Citation::new(CARE_2010, "regulation 7(3)"),
        Reading::WellKnown,
    )
    .with_cases(&[
        (Case::UnderFive, Limit::Within(Months(6))),
        (Case::FromFive, Limit::Within(Months(12))),
    ])
    .with_numbers(&[(Number::Age, 5)]),
    later_terms: &[],
    easements: &[],
    example: "A child born on Sun 10 May 2020 is assessed on Fri 9 May 2025, the eve of the fifth \
             birthday. Six months later is Sun 9 November. An assessment on that day meets the \
             duty; one on Mon 10 November is a day late. From an assessment on the birthday, Sat 10 \
             May 2025, the next is due in twelve months, by Sun 10 May 2026.",
};
