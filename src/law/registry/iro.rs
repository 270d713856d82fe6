//! Who the IRO is, and how many children they have.

use super::kit::*;

/// The days are reported; when care ends it lapses.
const VACANCY: &[OutcomeKind] =
    &[OutcomeKind::Met, OutcomeKind::Lapsed, OutcomeKind::NotApplicable, OutcomeKind::CannotTell];

pub(super) static IRO_APPOINTED: Rule = Rule {
    id: RuleId::IroAppointed,
    family: Family::Iro,
    title: "Appointment of an IRO",
    force: Force::Act,
    clock_starts: "becoming looked after",
    answered_by: "the appointment of an IRO",
    says: "The authority appoints an IRO for every child it looks after before the child's first \
             review.",
    checks: "An IRO was appointed by the day of the first review, and no later than the last day for it. \
             Days are recorded and not hours, so that day itself is in time.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &[
        "the day the child became looked after",
        "the day the IRO was appointed",
        "the date of the first review",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::FirstReview),
        Citation::new(CHILDREN_ACT, "section 25A(2)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child becomes looked after on Mon 2 March 2026 and is first reviewed on Fri 27 \
             March. An IRO appointed on Wed 4 March meets the duty, and so does one appointed on \
             the day of the review; one appointed on Tue 31 March is late.",
};

pub(super) static IRO_VACANCY: Rule = Rule {
    id: RuleId::IroVacancy,
    family: Family::Iro,
    title: "Filling of a vacancy",
    force: Force::Act,
    clock_starts: "the post of the child's IRO falling vacant",
    answered_by: "the appointment of another IRO",
    says: "When a child's IRO leaves, the authority appoints another as soon as is practicable.",
    checks: "How many days the child was without an IRO. The law gives no number, so none is too many.",
    exceptions: &[],
    outcomes: VACANCY,
    facts_needed: &["the day the last IRO's appointment ended", "the day the next one's began"],
    first_term: Term::new(
        UNDER_2010,
        Limit::NoNumber,
        Citation::new(CHILDREN_ACT, "section 25A(3)"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "The appointment of a child's IRO ends on Tue 5 May 2026. Where the next begins on Wed \
             6 May there is no day without an IRO, and the duty is met. Where it begins on Sat 9 \
             May, the three days between are reported; as the law gives no number, whether that was \
             as soon as practicable cannot be told.",
};

pub(super) static IRO_NAMED: Rule = Rule {
    id: RuleId::IroNamed,
    family: Family::Iro,
    title: "Naming of the IRO",
    force: Force::Guidance,
    clock_starts: "becoming looked after",
    answered_by: "the name of the IRO on record",
    says: "The child should have a named IRO within days of becoming looked after.",
    checks: "The first IRO was named by the last day, counted from becoming looked after.",
    exceptions: &[
        "A child accommodated by agreement (Children Act 1989, section 20) counts only after 24 \
             hours on end.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the day the child became looked after",
        "the day the IRO was named",
        "the day care ended, where it was short",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(5)),
        Citation::new(HANDBOOK, "chapters 2 and 3"),
        Reading::Restated,
    )
    .with_numbers(&[(Number::HoursLookedAfter, 24)]),
    later_terms: &[],
    easements: &[],
    example: "A child becomes looked after on Mon 2 March 2026. The fifth working day after it is \
             Mon 9 March. An IRO named on that day meets the duty; one named on Tue 10 March is a \
             day late.",
};

pub(super) static IRO_MET_CHILD: Rule = Rule {
    id: RuleId::IroMetChild,
    family: Family::Iro,
    title: "Meeting of IRO and child",
    force: Force::Guidance,
    clock_starts: "the appointment of the IRO",
    answered_by: "a meeting of the IRO and the child",
    says: "The IRO should have met the child before the first review.",
    checks: "The IRO in post on the day of the first review, or on the last day for it if that was earlier, \
             had met the child by then, the day itself in time.",
    exceptions: &[],
    outcomes: BEFORE,
    facts_needed: &[
        "the day the IRO was appointed",
        "the day the IRO met the child",
        "the date of the first review",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Before(Milestone::FirstReview),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child becomes looked after on Mon 2 March 2026 and is first reviewed on Fri 27 \
             March. An IRO who met the child on Thu 26 March meets the duty, and so does one who \
             did on the day of the review; one who first met the child on Wed 1 April is late.",
};

pub(super) static IRO_INDEPENDENT: Rule = Rule {
    id: RuleId::IroIndependent,
    family: Family::Iro,
    title: "Independence of the IRO",
    force: Force::Regulations,
    clock_starts: "the appointment of the IRO",
    answered_by: "the IRO's position",
    says: "The IRO may not be someone who prepares the child's plan or manages the case, the visiting \
             representative, the personal adviser, a manager of any of them, or one who controls \
             resources for the case.",
    checks: "The IRO holds none of these positions.",
    exceptions: &[],
    outcomes: EACH,
    facts_needed: &["the IRO's positions towards the child's case"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Throughout,
        Citation::new(CARE_2010, "regulation 46(3)"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "An officer is the IRO of a child and also takes part in managing that child's case: \
             the duty is not met for this child. An officer of whom it is on record that they hold \
             no such position meets it.",
};

pub(super) static IRO_QUALIFIED: Rule = Rule {
    id: RuleId::IroQualified,
    family: Family::Iro,
    title: "Qualification of the IRO",
    force: Force::Regulations,
    clock_starts: "the appointment of the IRO",
    answered_by: "the IRO's registration and experience",
    says: "The IRO is a registered social worker with enough relevant experience; guidance adds years \
             since qualifying and the standing of a team manager at least, since 2011.",
    checks: "The IRO is registered; years and standing are reported beside it.",
    exceptions: &[
        "Years and standing are guidance: falling short of them alone is not a breach of the \
             regulations.",
    ],
    outcomes: EACH,
    facts_needed: &["the IRO's registration", "the years since qualifying", "the IRO's standing"],
    first_term: Term::new(
        UNDER_2004,
        Limit::Throughout,
        Citation::new(REVIEW_1991, "regulation 2A"),
        Reading::WellKnown,
    )
    .with_sources(&[(Citation::new(REVIEW_2004, "inserting regulation 2A"), Reading::WellKnown)]),
    later_terms: &[Term::new(
        UNDER_2010,
        Limit::Throughout,
        Citation::new(CARE_2010, "regulation 46(1) and (2)"),
        Reading::Restated,
    )
    .with_numbers(&[(Number::YearsQualified, 5)])
    .with_sources(&[(Citation::new(HANDBOOK, "chapter not noted"), Reading::Restated)])],
    easements: &[],
    example: "Asked about on Tue 31 March 2026, an officer who is a registered social worker and \
             qualified on Fri 1 September 2023 meets the duty; that two whole years are fewer than \
             guidance asks for is reported beside it. An officer who is not registered does not \
             meet it.",
};

pub(super) static IRO_SIBLINGS: Rule = Rule {
    id: RuleId::IroSiblings,
    family: Family::Iro,
    title: "One IRO for siblings",
    force: Force::Guidance,
    clock_starts: "the appointment of the IRO",
    answered_by: "the IROs of the child's siblings",
    says: "Brothers and sisters should have the same IRO; a looked-after parent and their \
             looked-after baby should not.",
    checks: "Siblings looked after at the same time have one IRO; parent and baby have two.",
    exceptions: &[
        "Not expected where their interests conflict.",
        "Not expected where the group is too large for one IRO.",
    ],
    outcomes: EACH,
    facts_needed: &[
        "the siblings, or the baby, looked after by the same authority",
        "the IRO of each",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Throughout,
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "Two siblings are looked after by one authority. With one IRO for both the duty is \
             met; with two it is not met. Where there are two because the siblings' interests \
             conflict in court, it does not apply.",
};

pub(super) static IRO_CONTINUITY: Rule = Rule {
    id: RuleId::IroContinuity,
    family: Family::Iro,
    title: "Continuity of the IRO",
    force: Force::Guidance,
    clock_starts: "a change of IRO",
    answered_by: "a handover in person",
    says: "A child should keep the same IRO; where the IRO changes, the case should be handed over in \
             person.",
    checks: "How many times the IRO changed in the year, and for each change whether it was handed over \
             in person.",
    exceptions: &["Not expected where the IRO before could not hand over."],
    outcomes: EACH,
    facts_needed: &["the IROs of the child with their days", "how each change was handed over"],
    first_term: Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(HANDBOOK, "chapter not noted"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "On Wed 1 July 2026 a child's IRO changes. A handover in person meets the duty; one by \
             letter does not. Where the IRO before had left at once and could not hand over, it \
             does not apply.",
};

pub(super) static IRO_CASELOAD: Rule = Rule {
    id: RuleId::IroCaseload,
    family: Family::Iro,
    title: "Caseload of the IRO",
    force: Force::Guidance,
    clock_starts: "the day asked about",
    answered_by: "the children of the IRO for each full-time post",
    says: "A full-time IRO should have a number of children within a range.",
    checks: "The children of an IRO divided by the full-time equivalent are below, within or above the \
             range. It is a range and not a cap: both ends are within it, below it is met and told, above \
             it is not met, and neither is a breach of law.",
    exceptions: &[],
    outcomes: EACH,
    facts_needed: &["the children of each IRO on the day", "the full-time equivalent of each IRO"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Range { from: 50, to: 70 },
        Citation::new(HANDBOOK, "paragraph 7.15"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "On Wed 31 March 2021 an IRO with one full-time post has 82 children: 12 above the \
             range, and the duty is not met. With 70 it is met, and so it is with 56 in four fifths \
             of a post; 57 there are too many.",
};
