//! Disputes, and referrals to Cafcass.

use super::kit::*;

pub(super) static DISPUTE_RECORDED: Rule = Rule {
    id: RuleId::DisputeRecorded,
    family: Family::Disputes,
    title: "Record of the informal attempt",
    force: Force::Guidance,
    clock_starts: "a concern raised informally",
    answered_by: "a note on the child's file",
    says: "The IRO should first try to settle a concern informally, and put the attempt on the \
             child's file.",
    checks: "Each dispute has its informal attempt on the child's file, from the day after it was raised: \
             there is no number of days. The days until the note are told.",
    exceptions: &[
        "Not applicable where it was not first tried informally, with the reason on record.",
    ],
    outcomes: ONCE_OVER,
    facts_needed: &["the day the concern was raised", "whether the attempt is on the child's file"],
    first_term: Term::new(
        UNDER_2010,
        Limit::EachTime,
        Citation::new(HANDBOOK, "chapter 6"),
        Reading::Restated,
    ),
    later_terms: &[],
    easements: &[],
    example: "An IRO raises a concern on Wed 20 May 2026, and the formal process begins on Mon 1 \
             June. A note on the child's file on Thu 21 May meets the duty. Where there is none \
             once the attempt is over, it is not met.",
};

pub(super) static DISPUTE_RESOLVED: Rule = Rule {
    id: RuleId::DisputeResolved,
    family: Family::Disputes,
    title: "Resolution of a dispute",
    force: Force::Guidance,
    clock_starts: "the start of the formal process",
    answered_by: "a resolution",
    says: "The formal process, all its stages together, should end within a fixed time of its formal \
             start.",
    checks: "The dispute was resolved by the last day, counted from the formal start. Time spent \
             informally is outside it.",
    exceptions: &[
        "A dispute settled informally never starts this clock.",
        "A dispute withdrawn or superseded by the last day is no longer owed a resolution.",
        "A referral to Cafcass runs beside it and does not stop the clock.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the day the formal process began",
        "the day it was resolved, withdrawn or superseded",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Within(WorkingDays(20)),
        Citation::new(HANDBOOK, "paragraph 6.2"),
        Reading::TextRead,
    ),
    later_terms: &[],
    easements: &[],
    example: "The formal process of a dispute begins on Mon 1 June 2026. The twentieth working day \
             after it is Mon 29 June. A resolution on that day meets the duty; one on Tue 30 June \
             is a day late. If the dispute is withdrawn on Mon 29 June, the duty lapses.",
};

pub(super) static DISPUTE_STAGE_RESPONSE: Rule = Rule {
    id: RuleId::DisputeStageResponse,
    family: Family::Disputes,
    title: "Answer at a stage of a dispute",
    force: Force::Local,
    clock_starts: "the start of the stage",
    answered_by: "an answer at that stage",
    says: "Each authority sets its own stages and how long each may take.",
    checks: "Only where the authority gives a time for the stage: whether it was answered within it.",
    exceptions: &[
        "Not applicable where the authority has set no time for the stage.",
        "A stage that was skipped was never begun: nothing is found of it.",
        "A stage left for the next by its last day is no longer owed one.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the authority's own time for each stage",
        "the start of the stage",
        "the day of the answer",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::Local,
        Citation::new(LOCAL, "as the authority has set it"),
        Reading::WellKnown,
    ),
    later_terms: &[],
    easements: &[],
    example: "An authority allows five working days at the first stage, which begins on Mon 1 June \
             2026. The fifth is Mon 8 June. An answer on that day meets the duty; one on Tue 9 June \
             is a day late. In an authority that has set no time the duty does not apply.",
};

pub(super) static CAFCASS_REFERRAL: Rule = Rule {
    id: RuleId::CafcassReferral,
    family: Family::Disputes,
    title: "Referral to Cafcass",
    force: Force::Act,
    clock_starts: "the IRO finding the test met",
    answered_by: "a referral, or the reason for none",
    says: "The IRO may refer a case to Cafcass at any time and from any stage, beside a running \
             dispute. The test has three parts: the authority failed significantly in a plan, a review, \
             carrying it out or another duty; officers senior enough were told; and it was not put \
             right in reasonable time.",
    checks: "Which parts of the test the records show, and whether a referral was made or the reason \
             against it is on record.",
    exceptions: &[
        "A referral does not wait for the end of a dispute, and does not end one.",
        "A referral made before the test answers it only where it was about the same failure.",
        "Not applicable where the IRO found one part of the test not met, or it was not met by then.",
        "Not applicable where the dispute ended without the test being put.",
    ],
    outcomes: EACH,
    facts_needed: &[
        "the failure",
        "whether and when officers senior enough were told",
        "whether it was put right",
        "the day of a referral, or the reason for none",
        "whether an earlier referral was about the same failure",
    ],
    first_term: Term::new(
        UNDER_2010,
        Limit::AnyTime,
        Citation::new(CHILDREN_ACT, "section 25B(3)"),
        Reading::TextRead,
    )
    .with_sources(&[(Citation::new(CARE_2010, "regulation 45(3)"), Reading::WellKnown)]),
    later_terms: &[],
    easements: &[],
    example: "On Wed 10 June 2026 the IRO finds the test met: a significant failure, senior \
             officers told on Mon 1 June, not put right in reasonable time. A referral on Fri 12 \
             June meets the duty. With neither a referral nor a reason against one on record, it is \
             not met.",
};
