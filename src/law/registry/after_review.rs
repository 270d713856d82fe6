//! What has to be done after a review.

use super::kit::*;

pub(super) static DECISIONS_WRITTEN: Rule = Rule {
    id: RuleId::DecisionsWritten,
    family: Family::AfterReview,
    title: "Writing of the decisions",
    force: Force::Guidance,
    clock_starts: "completion of the review",
    answered_by: "the decisions in writing",
    says: "The decisions of a review should be written down within days of its completion.",
    checks: "The decisions were in writing by the last day, counted from completion.",
    exceptions: &["A review without decisions has none to write or to send round."],
    outcomes: TIMED,
    facts_needed: &["the day the review was completed", "the day the decisions were written"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(5)),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review is completed on Fri 27 March 2026. The fifth working day after it, across \
             Good Friday and Easter Monday, is Tue 7 April. Decisions written on that day meet the \
             duty; on Wed 8 April they are a day late.",
};

pub(super) static MANAGER_RESPONSE: Rule = Rule {
    id: RuleId::ManagerResponse,
    family: Family::AfterReview,
    title: "Answer of the manager",
    force: Force::Guidance,
    clock_starts: "receipt of the decisions",
    answered_by: "an agreement or an objection",
    says: "The manager should agree to the decisions or object within days of receiving them; silence \
             is agreement.",
    checks: "An answer came by the last day, counted from receipt. Without one the decisions stand as \
             agreed from that day.",
    exceptions: &[
        "Silence until the last day counts as agreement, and is not a breach.",
        "An agreement after that adds nothing to the silence; an objection after it is late.",
        "No answer is owed to decisions that have not come to the manager.",
    ],
    outcomes: RESPONSE,
    facts_needed: &["the day the manager received the decisions", "the day and kind of the answer"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(5)),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "After a review on Fri 27 March 2026 the manager has the decisions on Wed 1 April. The \
             fifth working day after it, across Good Friday and Easter Monday, is Fri 10 April. An \
             objection on that day meets the duty; one on Mon 13 April is three days late. Silence \
             until then is agreement, and the duty is met.",
};

pub(super) static DECISIONS_CIRCULATED: Rule = Rule {
    id: RuleId::DecisionsCirculated,
    family: Family::AfterReview,
    title: "Sending round of the decisions",
    force: Force::Guidance,
    clock_starts: "completion of the review",
    answered_by: "the decisions with those who took part",
    says: "The decisions of a review should reach those who took part soon after its completion.",
    checks: "The decisions were sent round by the last day, counted from completion.",
    exceptions: &["A review without decisions has none to write or to send round."],
    outcomes: TIMED,
    facts_needed: &["the day the review was completed", "the day the decisions were sent round"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(10)),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review is completed on Fri 27 March 2026. The tenth working day after it, across \
             Good Friday and Easter Monday, is Tue 14 April. Decisions sent round on that day meet \
             the duty; on Wed 15 April they are a day late.",
};

pub(super) static RECORD_WRITTEN: Rule = Rule {
    id: RuleId::RecordWritten,
    family: Family::AfterReview,
    title: "Writing of the record",
    force: Force::Guidance,
    clock_starts: "completion of the review",
    answered_by: "the full record",
    says: "The full record of a review should be written soon after its completion.",
    checks: "The record was complete by the last day, counted from completion.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &["the day the review was completed", "the day the record was written"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(15)),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review is completed on Fri 27 March 2026. The fifteenth working day after it, \
             across Good Friday and Easter Monday, is Tue 21 April. A record written on that day \
             meets the duty; on Wed 22 April it is a day late.",
};

pub(super) static RECORD_DISTRIBUTED: Rule = Rule {
    id: RuleId::RecordDistributed,
    family: Family::AfterReview,
    title: "Sending out of the record",
    force: Force::Guidance,
    clock_starts: "completion of the review",
    answered_by: "the full record with those entitled to it",
    says: "The full record of a review should be sent out soon after its completion.",
    checks: "The record was sent out by the last day, counted from completion.",
    exceptions: &[],
    outcomes: CLOCK,
    facts_needed: &["the day the review was completed", "the day the record was sent out"],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(20)),
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "A review is completed on Fri 27 March 2026. The twentieth working day after it, \
             across Good Friday and Easter Monday, is Tue 28 April. A record sent out on that day \
             meets the duty; on Wed 29 April it is a day late.",
};

pub(super) static DECISION_IMPLEMENTED: Rule = Rule {
    id: RuleId::DecisionImplemented,
    family: Family::AfterReview,
    title: "Carrying out of a decision",
    force: Force::Regulations,
    clock_starts: "the review that made the decision",
    answered_by: "the decision carried out",
    says: "The authority carries out what a review decided and tells the IRO of a significant failure \
             to do so, or of a significant change.",
    checks: "Each decision was carried out by its own date; where not, whether the IRO was told.",
    exceptions: &[
        "A decision without a date of its own cannot be late.",
        "A decision that a later review changed is judged by the change.",
        "A review without decisions has none to carry out.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "each decision with its date",
        "the day it was carried out",
        "whether the IRO was told of a failure or change",
    ],
    first_term: Term::new(
        UNDER_2004,
        Limit::OwnDate,
        Citation::new(REVIEW_1991, "regulation 8"),
        Reading::WellKnown,
    )
    .with_sources(&[(Citation::new(REVIEW_2004, "amending regulation 8"), Reading::WellKnown)]),
    later_terms: &[Term::new(
        UNDER_2010,
        Limit::OwnDate,
        Citation::new(CARE_2010, "regulation 37"),
        Reading::WellKnown,
    )],
    easements: &[],
    example: "A review on Fri 27 March 2026 decides on a dental check-up by Fri 1 May. Carrying it \
             out on that day meets the duty; on Tue 5 May it is four days late. Never carried out, \
             the duty is not met. Where a later review put another decision in its place on Mon 20 \
             April, it lapses.",
};

pub(super) static IRO_INFORMED_OF_CHANGE: Rule = Rule {
    id: RuleId::IroInformedOfChange,
    family: Family::AfterReview,
    title: "Word to the IRO of a significant event",
    force: Force::Guidance,
    clock_starts: "a significant event",
    answered_by: "word to the IRO",
    says: "The IRO should be told at once of significant events: a change of plan, a decision not \
             carried out, contact, a new social worker, safeguarding, a complaint, an unplanned move, \
             an event in the family, a charge, an exclusion, going missing, health, the decision of a \
             panel.",
    checks: "How many days passed between the event and word of it to the IRO. The guidance gives no \
             number, so none is too many.",
    exceptions: &[],
    outcomes: &[OutcomeKind::Met, OutcomeKind::NotApplicable, OutcomeKind::CannotTell],
    facts_needed: &["the event, its kind and its day", "the day the IRO was told"],
    first_term: Term::new(
        UNDER_2010,
        Limit::NoNumber,
        Citation::new(HANDBOOK, "chapter 3"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "A child goes missing on Tue 5 May 2026. An IRO told the same day meets the duty. One \
             told on Fri 8 May was told after three days, which are reported; as the guidance gives \
             no number, whether that was soon enough cannot be told.",
};

pub(super) static MIDWAY_CHECK: Rule = Rule {
    id: RuleId::MidwayCheck,
    family: Family::AfterReview,
    title: "Check midway between reviews",
    force: Force::Local,
    clock_starts: "the last review",
    answered_by: "the IRO's check",
    says: "Neither the law nor the guidance as noted here sets a time for a check between two \
             reviews; an authority may.",
    checks: "Only where the authority gives a time: whether a check was made within it. Without one \
             there is nothing to judge.",
    exceptions: &["Not applicable where the authority has set no time."],
    outcomes: TIMED,
    facts_needed: &[
        "the authority's own time for it",
        "the dates of reviews",
        "the day of the check",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Local,
        Citation::new(LOCAL, "as the authority has set it"),
        Reading::WellKnown,
    ),
    later_terms: &[],
    easements: &[],
    example: "An authority asks for a check within six weeks of a review. After the review of Fri \
             27 March 2026 that is Fri 8 May. A check on that day meets the duty; one on Mon 11 May \
             is three days late. In an authority that has set no time the duty does not apply.",
};
