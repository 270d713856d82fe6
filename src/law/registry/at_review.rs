//! What has to be done at a review.

use super::kit::*;

pub(super) static IRO_CHAIRS: Rule = Rule {
    id: RuleId::IroChairs,
    family: Family::AtReview,
    title: "Attendance and chair of the IRO",
    force: Force::Regulations,
    clock_starts: "each review meeting",
    answered_by: "the IRO in the chair",
    says: "The IRO attends the meeting of each review so far as practicable, and chairs it when \
             there.",
    checks: "For each review meeting the IRO attended and chaired, or why that was not practicable.",
    exceptions: &[
        "Attendance is owed only so far as reasonably practicable.",
        "A review without a meeting has no chair.",
    ],
    outcomes: EACH,
    facts_needed: &[
        "whether there was a meeting",
        "whether the IRO attended",
        "who chaired",
        "the reason, where it was not practicable",
    ],
    first_term: Term::new(
        UNDER_2004,
        Limit::EachTime,
        Citation::new(REVIEW_1991, "regulation 2A"),
        Reading::WellKnown,
    )
    .with_sources(&[(Citation::new(REVIEW_2004, "inserting regulation 2A"), Reading::WellKnown)]),
    later_terms: &[Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 36(1)(a)"),
        Reading::Restated,
    )],
    easements: &[],
    example: "At the meeting of a review on Fri 27 March 2026 the IRO is in the chair: the duty is \
             met. Where a team manager chaired with the IRO in the room, it is not met. Where the \
             IRO was ill and the reason is on record, it does not apply.",
};

pub(super) static CHILD_PARTICIPATION: Rule = Rule {
    id: RuleId::ChildParticipation,
    family: Family::AtReview,
    title: "Child's part in the review",
    force: Force::Guidance,
    clock_starts: "each review",
    answered_by: "the child's views, by whatever way",
    says: "Each review should hear the child: in person, through someone else, or by views sent.",
    checks: "For each review the code of participation shows that the child's views reached it.",
    exceptions: &["Children under four are counted apart."],
    outcomes: EACH,
    facts_needed: &["the code of participation", "the child's age on the day of the review"],
    first_term: Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::TextRead,
    )
    .with_numbers(&[(Number::Age, 4)]),
    later_terms: &[],
    easements: &[],
    example: "A review is held on Fri 27 March 2026. A child born on Sun 27 March 2022 is four that \
             day: attending and speaking meets the duty, neither attending nor sending views does \
             not. A child born on Mon 28 March 2022 is three, and the duty does not apply.",
};

pub(super) static CHILD_VIEWS: Rule = Rule {
    id: RuleId::ChildViews,
    family: Family::AtReview,
    title: "Views of the child",
    force: Force::Regulations,
    clock_starts: "each review",
    answered_by: "the child's views, by whatever way",
    says: "Under the Regulations of 1991 the child's views are sought and taken into account for each \
             review; from September 2004 the IRO sees to it that they are understood. Since April 2011 \
             there are other rules for it.",
    checks: "For each review the code of participation shows that the child's views reached it. Whether they \
             were taken into account no record shows.",
    exceptions: &["A child with the code of those under four is taken to be too young to ask."],
    outcomes: EACH,
    facts_needed: &["the code of participation"],
    first_term: Term::new(
        InForce::from(1991, 10, 14).to(2004, 9, 26),
        Limit::EachTime,
        Citation::new(REVIEW_1991, "regulation 7(1)"),
        Reading::WellKnown,
    ),
    later_terms: &[Term::new(
        UNDER_2004,
        Limit::EachTime,
        Citation::new(REVIEW_1991, "regulation 7(1)"),
        Reading::WellKnown,
    )
    .with_sources(&[
        (Citation::new(REVIEW_1991, "regulation 2A"), Reading::WellKnown),
        (Citation::new(REVIEW_2004, "inserting regulation 2A"), Reading::WellKnown),
    ])],
    easements: &[],
    example: "A review is held on Tue 10 February 2009. A child who sent their views meets the duty; \
             where a child of nine neither came nor sent views it is not met. With the code of children \
             under four it does not apply.",
};

pub(super) static IMPLEMENTERS_NAMED: Rule = Rule {
    id: RuleId::ImplementersNamed,
    family: Family::AtReview,
    title: "Names and dates for decisions",
    force: Force::Regulations,
    clock_starts: "each decision of a review",
    answered_by: "a name and a date for the decision",
    says: "For each decision of a review someone is named who will carry it out, and by when.",
    checks: "Each decision has a person and a date.",
    exceptions: &["A review without decisions has nobody to name."],
    outcomes: EACH,
    facts_needed: &[
        "the decisions of the review",
        "the person named for each",
        "the date set for each",
    ],
    first_term: Term::new(
        UNDER_2004,
        Limit::EachTime,
        Citation::new(REVIEW_1991, "regulation 2A"),
        Reading::WellKnown,
    )
    .with_sources(&[(Citation::new(REVIEW_2004, "inserting regulation 2A"), Reading::WellKnown)]),
    later_terms: &[Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 36(1)(d)"),
        Reading::WellKnown,
    )],
    easements: &[],
    example: "A review on Fri 27 March 2026 decides on a dental check-up. With a person named for \
             it, and Fri 1 May as the date, the duty is met; with the person and no date it is not \
             met. A review that decided nothing has nobody to name.",
};

pub(super) static SCHEDULE_SEVEN: Rule = Rule {
    id: RuleId::ScheduleSeven,
    family: Family::AtReview,
    title: "Considerations of Schedule 7",
    force: Force::Regulations,
    clock_starts: "each review",
    answered_by: "the record of what was considered",
    says: "Each review has regard to the considerations that Schedule 7 lists, those that bear on the \
             child.",
    checks: "For each review, of each consideration that applies, whether it is on record as \
             considered.",
    exceptions: &[
        "A consideration that does not bear on the child is not owed; each has its own condition.",
        "At the first review of a period of care there is no last review to look back on.",
    ],
    outcomes: EACH,
    facts_needed: &["which considerations bear on the child", "which of them were considered"],
    first_term: Term::new(
        InForce::from(2011, 4, 1).to(2014, 8, 17),
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 35"),
        Reading::WellKnown,
    )
    .with_sources(&[(
        Citation::new(CARE_2010, "Schedule 7, paragraphs 1 to 13"),
        Reading::WellKnown,
    )]),
    later_terms: &[Term::new(
        InForce::from(2014, 8, 18),
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 35"),
        Reading::WellKnown,
    )
    .with_sources(&[
        (Citation::new(CARE_2010, "Schedule 7, paragraphs 1 to 14"), Reading::WellKnown),
        (Citation::new(CARE_LEAVERS_2014, "regulation 5"), Reading::TextRead),
    ])],
    easements: &[],
    example: "At a review on Fri 27 March 2026 every consideration is on record as considered but \
             education, which was passed over. For education the duty is not met; for each of the \
             thirteen others it is.",
};

pub(super) static RIGHTS_EXPLAINED: Rule = Rule {
    id: RuleId::RightsExplained,
    family: Family::AtReview,
    title: "Explanation of the child's rights",
    force: Force::Regulations,
    clock_starts: "a need to know of them",
    answered_by: "an explanation by the IRO",
    says: "The IRO tells the child of the applications open to them, of complaints and of advocacy, \
             and helps a child who wishes to go to court to find legal advice.",
    checks: "An explanation of each is on record, and help with legal advice where the child wished to \
             act.",
    exceptions: &[
        "Told in a way that fits the child's age and understanding.",
        "Owed as needed: not where there is a reason why there was no need.",
    ],
    outcomes: EACH,
    facts_needed: &[
        "what was explained and when",
        "whether the child wished to act",
        "the help given",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 45(1) and (2)"),
        Reading::WellKnown,
    ),
    later_terms: &[],
    easements: &[],
    example: "On Wed 25 March 2026, before the review of Fri 27 March, the IRO tells the child of \
             applications, complaints and advocacy. Where the child does not wish to go to court \
             the duty is met. Where the child does, and had no help to find legal advice, it is not \
             met.",
};
