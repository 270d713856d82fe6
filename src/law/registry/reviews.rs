//! When a review is due.

use super::kit::*;
use OutcomeKind::{CannotTell, Met, MetLate, NotApplicable, NotMet, NotYetDue};

/// A duty before an event, which the event itself leaves standing: nothing can lapse.
const BEFORE_EVENT: &[OutcomeKind] = &[Met, MetLate, NotMet, NotYetDue, NotApplicable, CannotTell];
/// The same where nothing can be made good after the event.
const BEFORE_END: &[OutcomeKind] = &[Met, NotMet, NotYetDue, NotApplicable, CannotTell];
/// A condition of each placement, which a placement that goes on can still break.
const EACH_BREAK: &[OutcomeKind] = &[Met, NotMet, NotYetDue, NotApplicable, CannotTell];

/// A later review of a series of short breaks: the first is where unrecorded reviews are told.
const FOLLOWING_BREAKS: &[OutcomeKind] = &[
    OutcomeKind::Met,
    OutcomeKind::MetLate,
    OutcomeKind::NotMet,
    OutcomeKind::NotYetDue,
    OutcomeKind::Lapsed,
    OutcomeKind::NotApplicable,
];

pub(super) static FIRST_REVIEW: Rule = Rule {
    id: RuleId::FirstReview,
    family: Family::Reviews,
    title: "First review",
    force: Force::Regulations,
    clock_starts: "becoming looked after",
    answered_by: "a review",
    says: "The authority reviews the child's case for the first time within a fixed time of starting \
             to look after the child.",
    checks: "The first review in the period of care is held by the last day, counted from becoming \
             looked after.",
    exceptions: &[
        "A break that breaks the conditions of a series of short breaks starts this clock too, on its \
         first day, unless a period of care is recorded for that day.",
    ],
    outcomes: CLOCK,
    facts_needed: &["the day the child became looked after", "the date of the first review"],
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
    example: "A child becomes looked after on Mon 2 March 2026. The twentieth working day after it \
             is Mon 30 March. A review on that day meets the duty; one on Tue 31 March is a day \
             late.",
};

pub(super) static SECOND_REVIEW: Rule = Rule {
    id: RuleId::SecondReview,
    family: Family::Reviews,
    title: "Second review",
    force: Force::Regulations,
    clock_starts: "the first review, as held",
    answered_by: "a review",
    says: "The second review follows within a fixed time of the first.",
    checks: "The second review in the period of care is held by the last day, counted from the day the \
             first was held.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &["the date of the first review", "the date of the second review"],
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
    example: "The first review is held on Fri 27 March 2026. Three months later is Sat 27 June, and \
             a last day at a weekend is not put off. A review on that Saturday or before it meets \
             the duty; one on Mon 29 June is two days late.",
};

pub(super) static SUBSEQUENT_REVIEW: Rule = Rule {
    id: RuleId::SubsequentReview,
    family: Family::Reviews,
    title: "Subsequent review",
    force: Force::Regulations,
    clock_starts: "the last review, as held",
    answered_by: "a review",
    says: "After the second, reviews follow one another at no more than a fixed interval for as long \
             as the child is looked after.",
    checks: "Each later review is held by the last day, counted from the day the one before was held.",
    exceptions: &[
        "In a long-term foster placement of more than a year the review stays due, but not each needs \
             a meeting: `long-term-foster-meeting`.",
    ],
    outcomes: CLOCK,
    facts_needed: &["the date of the last review", "the date of the next review"],
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
    example: "Reviews are held on Fri 27 March 2026 and Fri 26 June. Six months after the second is \
             Sat 26 December. A third on Wed 23 December meets the duty, and the next is then due \
             by Wed 23 June 2027; a third on Mon 28 December 2026 is two days late.",
};

pub(super) static LONG_TERM_FOSTER_MEETING: Rule = Rule {
    id: RuleId::LongTermFosterMeeting,
    family: Family::Reviews,
    title: "Meeting in a long-term foster placement",
    force: Force::Guidance,
    clock_starts: "a year in the placement; then the last review with a meeting",
    answered_by: "a review with a meeting",
    says: "Once a long-term foster placement has lasted more than a year not every review needs a meeting, \
             but at least one a year should be held.",
    checks: "Since the placement had lasted a year there was a review with a meeting by the last day, and \
             after each such review another.",
    exceptions: &["A review held without a meeting answers the duty to review, and not this one."],
    outcomes: TIMED,
    facts_needed: &[
        "the child's placements",
        "the dates of the reviews",
        "who chaired each, or that there was no meeting",
    ],
    first_term: Term::new(
        InForce::from(2015, 4, 1),
        Limit::Within(Months(12)),
        Citation::new(GUIDANCE_2015, "chapter not noted"),
        Reading::Restated,
    )
    .with_numbers(&[(Number::MonthsInPlacement, 12)]),
    later_terms: &[],
    easements: &[],
    example: "A child moves to a long-term foster home on Mon 4 March 2024, and has been there a year on \
             Tue 4 March 2025. A review with a meeting is expected by Wed 4 March 2026: one on that day \
             meets the expectation, and one on Thu 5 March 2026 is a day late. Reviews without a meeting, \
             held every six months in between, do not answer it.",
};

pub(super) static EARLY_REVIEW: Rule = Rule {
    id: RuleId::EarlyReview,
    family: Family::Reviews,
    title: "Early review",
    force: Force::Regulations,
    clock_starts: "an event that brings the review forward",
    answered_by: "the next review",
    says: "Certain events bring the next review forward: the IRO asks for one, or a visit finds that \
             the child's welfare is not safeguarded; later also persistent absence from the placement, \
             a reported risk of harm, and the child's own wish.",
    checks: "After such an event the next review is held before the day on which it would have been due \
             without it.",
    exceptions: &[
        "The IRO may find the child's own wish for a review unjustified; it then brings nothing \
             forward.",
    ],
    outcomes: BEFORE,
    facts_needed: &[
        "the event and its day",
        "the day the next review was due in any case",
        "the date of the next review",
        "whether the IRO found the child's own wish unjustified",
    ],
    first_term: Term::new(
        InForce::from(2011, 4, 1).to(2014, 1, 26),
        Limit::Before(Milestone::OrdinaryLastDay),
        Citation::new(CARE_2010, "regulation 33(3)(a) and (b)"),
        Reading::TextRead,
    ),
    later_terms: &[Term::new(
        InForce::from(2014, 1, 27),
        Limit::Before(Milestone::OrdinaryLastDay),
        Citation::new(CARE_2010, "regulation 33(3)(a) and (b)"),
        Reading::TextRead,
    )
    .with_cases(&[(Case::AbsenceRiskOrChild, Limit::Before(Milestone::OrdinaryLastDay))])
    .with_sources(&[
        (Citation::new(CARE_2010, "regulation 33(3)(f) to (h)"), Reading::WellKnown),
        (Citation::new(CHILDRENS_HOMES_2013, "amending regulation 33"), Reading::WellKnown),
    ])],
    easements: &[],
    example: "After a first review on Fri 27 March 2026 the second is due by Sat 27 June. On Tue 5 \
             May the IRO asks for a review: it is due before that day, so by Fri 26 June. A review \
             on Fri 26 June meets the duty; one on Sat 27 June is a day late for it, though in time \
             as the second.",
};

pub(super) static REVIEW_BEFORE_END: Rule = Rule {
    id: RuleId::ReviewBeforeEnd,
    family: Family::Reviews,
    title: "Review before accommodation ends",
    force: Force::Regulations,
    clock_starts: "the end of the accommodation",
    answered_by: "a review between the start and the end",
    says: "No accommodation of three kinds ends without a review: that which the court or the police \
             asked for, the time of a child in care in a secure training centre or young offender \
             institution, and that of a child not in care whom no parent takes over.",
    checks: "Where one of them ended, a review was held after the day it began and no later than the day \
             it ended.",
    exceptions: &[
        "Not owed where a review falls before the end in any case: that review answers it.",
    ],
    outcomes: BEFORE_END,
    facts_needed: &[
        "the kind of accommodation",
        "its start and its end",
        "whether a parent took over",
        "the dates of reviews",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 33(3)(c) to (e)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "At the request of a court a child is accommodated from Mon 13 April 2026 to Wed 20 \
             May. A review after the first day, up to the last, meets the duty: one on Tue 14 April or on Wed \
             20 May does. Where the only reviews are on Mon 13 April and Thu 21 May, one too early and one \
             too late, it is not met.",
};

pub(super) static REVIEW_BEFORE_CHANGE: Rule = Rule {
    id: RuleId::ReviewBeforeChange,
    family: Family::Reviews,
    title: "Review before a significant change of plan",
    force: Force::Regulations,
    clock_starts: "a significant change to the care plan",
    answered_by: "a review that considered it",
    says: "The authority makes no significant change to the care plan before a review has considered \
             it.",
    checks: "A review that considered the change was held before it.",
    exceptions: &[
        "Not owed where a review beforehand was not reasonably practicable; the reason has to be on \
             record.",
    ],
    outcomes: BEFORE_EVENT,
    facts_needed: &[
        "the change and its day",
        "the review that considered it",
        "whether it was practicable, and the reason where it was not",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 32(2)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A care plan is changed significantly on Tue 5 May 2026. A review on Thu 30 April that \
             considered the change meets the duty, as does one on the day itself; one on Wed 6 May \
             is a day late. Where no review could be held beforehand, and the reason is on record, \
             the duty does not apply.",
};

pub(super) static REVIEW_BEFORE_PLACING_WITH_PARENT: Rule = Rule {
    id: RuleId::ReviewBeforePlacingWithParent,
    family: Family::Reviews,
    title: "Review before placing with a parent",
    force: Force::Regulations,
    clock_starts: "the decision to place with a parent",
    answered_by: "a review",
    says: "A child in care is placed with a parent only after the case was reviewed.",
    checks: "The case was reviewed for the decision before it was made.",
    exceptions: &[],
    outcomes: BEFORE_EVENT,
    facts_needed: &["the day of the decision", "the review for it"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 17(d)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "On Tue 5 May 2026 it is decided to place a child in care with a parent. A review of \
             the case for that decision on Thu 30 April, or on the day itself, meets the duty; one \
             on Wed 6 May is a day late.",
};

pub(super) static REVIEW_BEFORE_ENDING_PLACEMENT: Rule = Rule {
    id: RuleId::ReviewBeforeEndingPlacement,
    family: Family::Reviews,
    title: "Review before ending a placement",
    force: Force::Regulations,
    clock_starts: "the authority's decision to end the placement",
    answered_by: "a review",
    says: "The authority ends a placement only after the case was reviewed.",
    checks: "The case was reviewed for the decision before it was made.",
    exceptions: &[
        "Not owed at an immediate risk of significant harm to the child, or of serious injury to \
             others.",
    ],
    outcomes: BEFORE_EVENT,
    facts_needed: &[
        "the day of the decision",
        "the review for it",
        "whether there was an immediate risk",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::TheEvent),
        Citation::new(CARE_2010, "regulation 14"),
        Reading::WellKnown,
    ),
    later_terms: &[],
    easements: &[],
    example: "On Tue 5 May 2026 the authority decides to end a placement. A review for it on Thu 30 \
             April, or on the day itself, meets the duty; one on Wed 6 May is a day late. Where the \
             child had to leave the same night because of an immediate risk of significant harm, \
             the duty does not apply.",
};

pub(super) static SHORT_BREAK_FIRST_REVIEW: Rule = Rule {
    id: RuleId::ShortBreakFirstReview,
    family: Family::Reviews,
    title: "First review of a series of short breaks",
    force: Force::Regulations,
    clock_starts: "the start of the first short-break placement",
    answered_by: "a review",
    says: "A series of short breaks is reviewed for the first time within a fixed time of its first \
             placement.",
    checks: "The first review of the series is held by the last day, counted from the start of the \
             first placement.",
    exceptions: &[
        "A child whose breaks break the conditions of a series is reviewed like any other child.",
    ],
    outcomes: TIMED,
    facts_needed: &["the start of the first short-break placement", "the date of the first review"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Months(3)),
        Citation::new(CARE_2010, "regulation 48(3)"),
        Reading::WellKnown,
    ),
    later_terms: &[],
    easements: &[],
    example: "The first break of a series starts on Fri 6 March 2026. Three months later is Sat 6 \
             June. A review on Fri 5 June meets the duty; one on Mon 8 June is two days late.",
};

pub(super) static SHORT_BREAK_SUBSEQUENT_REVIEW: Rule = Rule {
    id: RuleId::ShortBreakSubsequentReview,
    family: Family::Reviews,
    title: "Subsequent review of a series of short breaks",
    force: Force::Regulations,
    clock_starts: "the last review, as held",
    answered_by: "a review",
    says: "After the first, reviews of a series of short breaks follow at no more than a fixed \
             interval.",
    checks: "Each later review of the series is held by the last day, counted from the day the one \
             before was held.",
    exceptions: &[
        "A child whose breaks break the conditions of a series is reviewed like any other child.",
    ],
    outcomes: FOLLOWING_BREAKS,
    facts_needed: &["the date of the last review", "the date of the next review"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(Months(6)),
        Citation::new(CARE_2010, "regulation 48(3)"),
        Reading::WellKnown,
    ),
    later_terms: &[],
    easements: &[],
    example: "A series of short breaks that began on Fri 6 March 2026 is first reviewed on Fri 5 \
             June. Six months later is Sat 5 December. A review on Fri 4 December meets the duty; \
             one on Mon 7 December is two days late.",
};

pub(super) static SHORT_BREAK_CONDITIONS: Rule = Rule {
    id: RuleId::ShortBreakConditions,
    family: Family::Reviews,
    title: "Conditions of a series of short breaks",
    force: Force::Regulations,
    clock_starts: "each short-break placement",
    answered_by: "placements that keep to the conditions",
    says: "Placements count as a series of short breaks only while none is meant to last longer than \
             a fixed number of days, all together stay within a number of days in any run of months, \
             the carer or the setting is the same, the child is not in care, and goes home after each.",
    checks: "Each placement and each run of months stays within the numbers, with the same carer or \
             setting, and the child returned home.",
    exceptions: &[
        "From 24 April to 25 September 2020 there was no limit to one placement.",
        "From the first day of a placement that breaks them the ordinary review duties apply.",
    ],
    outcomes: EACH_BREAK,
    facts_needed: &[
        "the start and end of each placement",
        "the carer or setting of each",
        "the child's legal status",
        "where the child went after each",
    ],
    first_term: Term::new(
        InForce::from(2011, 4, 1).to(2020, 4, 23),
        Limit::EachTime,
        Citation::new(CARE_2010, "regulation 48(2)"),
        Reading::TextRead,
    )
    .with_numbers(&[
        (Number::DaysEachBreak, 17),
        (Number::DaysOfBreaks, 75),
        (Number::BreakMonths, 12),
    ]),
    later_terms: &[
        Term::new(
            InForce::from(2020, 4, 24).to(2020, 9, 25),
            Limit::EachTime,
            Citation::new(CARE_2010, "regulation 48(2)"),
            Reading::TextRead,
        )
        .with_numbers(&[(Number::DaysOfBreaks, 75), (Number::BreakMonths, 12)])
        .with_sources(&[(Citation::new(CORONAVIRUS_2020, "regulation 8"), Reading::TextRead)]),
        Term::new(
            InForce::from(2020, 9, 26),
            Limit::EachTime,
            Citation::new(CARE_2010, "regulation 48(2)"),
            Reading::TextRead,
        )
        .with_numbers(&[
            (Number::DaysEachBreak, 17),
            (Number::DaysOfBreaks, 75),
            (Number::BreakMonths, 12),
        ]),
    ],
    easements: &[],
    example: "A break from Sun 1 March 2026 to Wed 18 March is of 17 days, as long as a break may \
             be. With the same carer each time, a child who is not in care and goes home after it, \
             the duty is met. To Thu 19 March it is of 18 days, and the duty is not met.",
};

pub(super) static SECURE_FIRST_REVIEW: Rule = Rule {
    id: RuleId::SecureFirstReview,
    family: Family::Reviews,
    title: "First review of a secure placement",
    force: Force::Regulations,
    clock_starts: "the start of the secure placement",
    answered_by: "a secure panel",
    says: "A panel that the authority appoints, one of them independent of it, reviews whether the \
             child still needs secure accommodation, for the first time soon after the start.",
    checks: "A panel large enough and with an independent member met by the last day, counted from the \
             start of the secure placement.",
    exceptions: &[
        "A secure panel is never an IRO's review, and an IRO's review is never a secure panel.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the start and end of the secure placement",
        "the date of the panel",
        "its members and their independence",
    ],
    first_term: Term::new(
        InForce::from(1991, 10, 14),
        Limit::Within(Months(1)),
        Citation::new(SECURE_1991, "regulations 15 and 16"),
        Reading::Restated,
    )
    .with_numbers(&[(Number::PanelMembers, 3), (Number::IndependentMembers, 1)]),
    later_terms: &[],
    easements: &[],
    example: "A secure placement starts on Mon 13 April 2026. A month later is Wed 13 May. A panel \
             of three, one of them independent, meets the duty on that day; on Thu 14 May it is a \
             day late. A panel of three on Fri 8 May of whom none is independent answers nothing.",
};

pub(super) static SECURE_LATER_REVIEW: Rule = Rule {
    id: RuleId::SecureLaterReview,
    family: Family::Reviews,
    title: "Later review of a secure placement",
    force: Force::Regulations,
    clock_starts: "the last secure review",
    answered_by: "a secure panel",
    says: "For as long as the child stays in secure accommodation the panel meets again at no more \
             than a fixed interval.",
    checks: "A panel large enough and with an independent member met by the last day, counted from the \
             panel before.",
    exceptions: &[
        "A secure panel is never an IRO's review, and an IRO's review is never a secure panel.",
    ],
    outcomes: CLOCK,
    facts_needed: &[
        "the end of the secure placement",
        "the dates of the panels",
        "their members and their independence",
    ],
    first_term: Term::new(
        InForce::from(1991, 10, 14),
        Limit::Within(Months(3)),
        Citation::new(SECURE_1991, "regulations 15 and 16"),
        Reading::Restated,
    )
    .with_numbers(&[(Number::PanelMembers, 3), (Number::IndependentMembers, 1)]),
    later_terms: &[],
    easements: &[],
    example: "The panel of a secure placement that started on Mon 13 April 2026 meets on Fri 8 May. \
             Three months later is Sat 8 August. A panel on Fri 7 August meets the duty; one on Mon \
             10 August is two days late.",
};

pub(super) static REVIEW_ADJOURNMENT: Rule = Rule {
    id: RuleId::ReviewAdjournment,
    family: Family::Reviews,
    title: "Completion of an adjourned review",
    force: Force::Regulations,
    clock_starts: "the review as scheduled",
    answered_by: "completion of the review",
    says: "The IRO may adjourn a review, once and for a fixed time at most.",
    checks: "An adjourned review is completed by the last day, counted from the day it was scheduled \
             for. One adjourned more often than allowed is a contradiction of the record.",
    exceptions: &["A review that was not adjourned has nothing to answer here."],
    outcomes: TIMED,
    facts_needed: &[
        "the day the review was scheduled for",
        "whether it was adjourned",
        "the day it was completed",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(20)),
        Citation::new(CARE_2010, "regulation 36(2)"),
        Reading::WellKnown,
    )
    .with_numbers(&[(Number::Adjournments, 1)]),
    later_terms: &[],
    easements: &[],
    example: "A review scheduled for Mon 23 March 2026 is adjourned that day. The twentieth working \
             day after it, across Good Friday and Easter Monday, is Wed 22 April. Completion on \
             that day meets the duty; on Thu 23 April it is a day late.",
};
