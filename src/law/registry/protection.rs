//! Child protection conferences: Working Together to Safeguard Children, edition by edition.

use super::kit::*;
use Instrument::{
    WorkingTogether1999, WorkingTogether2006, WorkingTogether2010, WorkingTogether2013,
    WorkingTogether2015, WorkingTogether2018, WorkingTogether2023, WorkingTogether2026,
};

const IN_1999: InForce = InForce::from(1999, 1, 1).to(2005, 12, 31);
const IN_2006: InForce = InForce::from(2006, 1, 1).to(2010, 2, 28);
const IN_2010: InForce = InForce::from(2010, 3, 1).to(2013, 4, 14);
const IN_2013: InForce = InForce::from(2013, 4, 15).to(2015, 3, 25);
const IN_2015: InForce = InForce::from(2015, 3, 26).to(2018, 7, 3);
const IN_2018: InForce = InForce::from(2018, 7, 4).to(2023, 12, 14);
const IN_2023: InForce = InForce::from(2023, 12, 15).to(2026, 2, 28);
const IN_2026: InForce = InForce::from(2026, 3, 1);

const fn term(in_force: InForce, limit: Limit, edition: Instrument, reading: Reading) -> Term {
    Term::new(in_force, limit, Citation::new(edition, "chapter not noted"), reading)
}

/// What no edition is reported to have changed: by the first of them.
const fn first(limit: Limit) -> Term {
    term(IN_1999, limit, WorkingTogether1999, Reading::Restated)
}

/// The same by the later ones.
const fn later(limit: Limit) -> [Term; 7] {
    let [in_2013, in_2015, in_2018, in_2023, in_2026] = since_2013(limit, Reading::Restated);
    [
        term(IN_2006, limit, WorkingTogether2006, Reading::Restated),
        term(IN_2010, limit, WorkingTogether2010, Reading::Restated),
        in_2013,
        in_2015,
        in_2018,
        in_2023,
        in_2026,
    ]
}

const fn since_2013(limit: Limit, reading: Reading) -> [Term; 5] {
    let carried_forward = Citation::new(
        WorkingTogether2026,
        "chapter not noted (text not read; carried forward from the edition of 2023)",
    );
    [
        term(IN_2013, limit, WorkingTogether2013, reading),
        term(IN_2015, limit, WorkingTogether2015, reading),
        term(IN_2018, limit, WorkingTogether2018, reading),
        term(IN_2023, limit, WorkingTogether2023, reading),
        Term::new(IN_2026, limit, carried_forward, Reading::WellKnown),
    ]
}

use OutcomeKind::{CannotTell, Met, MetLate, NotApplicable, NotMet, NotYetDue};

/// A duty that runs on until it is answered.
const UNTIL_DONE: &[OutcomeKind] = &[Met, MetLate, NotMet, NotYetDue, CannotTell];

const INITIAL_CONFERENCE_LIMIT: Limit = Limit::Within(WorkingDays(15));

pub(super) static INITIAL_CONFERENCE: Rule = Rule {
    id: RuleId::InitialConference,
    family: Family::ChildProtection,
    title: "Initial child protection conference",
    force: Force::Guidance,
    clock_starts: "the strategy discussion at which the section 47 enquiries were initiated",
    answered_by: "the initial conference",
    says: "Where enquiries under section 47 of the Children Act 1989 lead to a conference, it should be held \
           soon after the strategy discussion that initiated them.",
    checks: "For each set of enquiries: the conference that came of them was held by the last day, counted from \
             the strategy discussion that initiated them, whichever of several it was.",
    exceptions: &[
        "Not applicable where no conference was the outcome of the enquiries.",
        "A conference on a child who moves in has a rule of its own.",
    ],
    outcomes: &[Met, MetLate, NotMet, NotYetDue, NotApplicable, CannotTell],
    facts_needed: &[
        "the day of the strategy discussion at which the enquiries were initiated",
        "whether a conference was the outcome",
        "the day of the initial conference, and which enquiries it came of",
    ],
    first_term: first(INITIAL_CONFERENCE_LIMIT),
    later_terms: &later(INITIAL_CONFERENCE_LIMIT),
    easements: &[],
    example: "A strategy discussion initiates enquiries on Mon 1 June 2026, and they lead to a conference. The \
              fifteenth working day after it is Mon 22 June. A conference on that day meets the duty; one on \
              Tue 23 June is a day late. Where no conference was the outcome, the duty does not apply.",
};

const FIRST_CORE_GROUP_LIMIT: Limit = Limit::Within(WorkingDays(10));

pub(super) static FIRST_CORE_GROUP: Rule = Rule {
    id: RuleId::FirstCoreGroup,
    family: Family::ChildProtection,
    title: "First core group",
    force: Force::Guidance,
    clock_starts: "the conference from which the plan came",
    answered_by: "a meeting of the core group",
    says: "The core group should first meet soon after the initial conference. How often it meets after that \
           is local.",
    checks: "For each plan: the core group met by the last day, counted from the conference from which the \
             plan came.",
    exceptions: &["Owed only where the conference led to a plan."],
    outcomes: CLOCK,
    facts_needed: &[
        "the start and end of the plan",
        "the day of the conference from which it came",
        "the days on which the core group met",
    ],
    first_term: first(FIRST_CORE_GROUP_LIMIT),
    later_terms: &later(FIRST_CORE_GROUP_LIMIT),
    easements: &[],
    example: "An initial conference on Mon 22 June 2026 leads to a plan from that day. The tenth working day \
              after it is Mon 6 July. A core group on that day meets the duty; one on Tue 7 July is a day late.",
};

const FIRST_REVIEW_CONFERENCE_LIMIT: Limit = Limit::Within(Months(3));

pub(super) static FIRST_REVIEW_CONFERENCE: Rule = Rule {
    id: RuleId::FirstReviewConference,
    family: Family::ChildProtection,
    title: "First review conference",
    force: Force::Guidance,
    clock_starts: "the conference from which the plan came",
    answered_by: "a review conference",
    says: "The first child protection review conference should be held within a fixed time of the initial \
           conference. After a conference held before the birth the time is local.",
    checks: "For each plan: its first review conference was held by the last day, counted from the conference \
             from which the plan came.",
    exceptions: &[
        "After a conference before the birth: not applicable where the authority has set no time of its own.",
        "A plan that ended by the last day is no longer owed one.",
    ],
    outcomes: TIMED,
    facts_needed: &[
        "the start and end of the plan",
        "the day of the conference from which it came, and whether that was before the birth",
        "the days of the review conferences",
    ],
    first_term: first(FIRST_REVIEW_CONFERENCE_LIMIT),
    later_terms: &later(FIRST_REVIEW_CONFERENCE_LIMIT),
    easements: &[],
    example: "An initial conference on Fri 12 June 2026 leads to a plan from that day. Three months later is \
              Sat 12 September, and a last day on a Saturday is not put off. A review conference on that day \
              meets the duty; one on Mon 14 September is two days late.",
};

const LATER_REVIEW_CONFERENCE_LIMIT: Limit = Limit::Within(Months(6));

pub(super) static LATER_REVIEW_CONFERENCE: Rule = Rule {
    id: RuleId::LaterReviewConference,
    family: Family::ChildProtection,
    title: "Later review conference",
    force: Force::Guidance,
    clock_starts: "the last review conference, as held",
    answered_by: "a review conference",
    says: "Further review conferences should follow one another within a fixed time for as long as the plan \
           lasts.",
    checks: "Each review conference after the first was held by the last day, counted from the one before as \
             it was held.",
    exceptions: &["A plan that ended by the last day is no longer owed one."],
    outcomes: CLOCK,
    facts_needed: &["the start and end of the plan", "the days of the review conferences"],
    first_term: first(LATER_REVIEW_CONFERENCE_LIMIT),
    later_terms: &later(LATER_REVIEW_CONFERENCE_LIMIT),
    easements: &[],
    example: "A plan from Thu 12 March 2026 is reviewed on Wed 10 June. Six months later is Thu 10 December. A \
              review conference on that day meets the duty; one on Fri 11 December is a day late.",
};

const TRANSFER_IN_CONFERENCE_LIMIT: Limit = Limit::Within(WorkingDays(15));

pub(super) static TRANSFER_IN_CONFERENCE: Rule = Rule {
    id: RuleId::TransferInConference,
    family: Family::ChildProtection,
    title: "Conference on a child who moves in",
    force: Force::Guidance,
    clock_starts: "the authority being notified of a permanent move",
    answered_by: "a transfer-in conference",
    says: "When a child with a plan moves for good to another authority, that authority should hold a conference \
           within a fixed time of being notified of the move.",
    checks: "For each notice of a permanent move: the transfer-in conference that came of it was held by the \
             last day.",
    exceptions: &[
        "There are no section 47 enquiries behind it; it is no part of the initial conferences.",
    ],
    outcomes: UNTIL_DONE,
    facts_needed: &[
        "the day on which the authority was notified of the move",
        "the day of the transfer-in conference, and which notice it came of",
    ],
    first_term: first(TRANSFER_IN_CONFERENCE_LIMIT),
    later_terms: &later(TRANSFER_IN_CONFERENCE_LIMIT),
    easements: &[],
    example: "An authority is notified on Mon 1 June 2026 that a child with a plan has moved in for good. The \
              fifteenth working day after it is Mon 22 June. A transfer-in conference on that day meets the \
              duty; one on Tue 23 June is a day late.",
};

const CORE_ASSESSMENT: &[(Case, Limit)] = &[(Case::CoreAssessment, Limit::Within(WorkingDays(35)))];
const INITIAL_ASSESSMENT_LIMIT: Limit = Limit::Within(WorkingDays(7));
const INITIAL_ASSESSMENT_2010_LIMIT: Limit = Limit::Within(WorkingDays(10));
const ASSESSMENT_LIMIT: Limit = Limit::Within(WorkingDays(45));

const ASSESSMENTS: [Term; 5] = since_2013(ASSESSMENT_LIMIT, Reading::WellKnown);
const ASSESSMENT_LATER: [Term; 7] = {
    let [in_2013, in_2015, in_2018, in_2023, in_2026] = ASSESSMENTS;
    [
        term(IN_2006, INITIAL_ASSESSMENT_LIMIT, WorkingTogether2006, Reading::WellKnown)
            .with_cases(CORE_ASSESSMENT),
        term(IN_2010, INITIAL_ASSESSMENT_2010_LIMIT, WorkingTogether2010, Reading::WellKnown)
            .with_cases(CORE_ASSESSMENT),
        in_2013,
        in_2015,
        in_2018,
        in_2023,
        in_2026,
    ]
};

pub(super) static ASSESSMENT: Rule = Rule {
    id: RuleId::ReferralAssessment,
    family: Family::ChildProtection,
    title: "Assessment after a referral",
    force: Force::Guidance,
    clock_starts: "the referral",
    answered_by: "the assessment being complete",
    says: "An assessment should be complete within a fixed time of the referral. Before there was a single \
           assessment there were an initial one and, in some cases, a core assessment, each with its own time.",
    checks: "For each referral that is assessed: the assessment was complete by the last day, by the edition in \
             force on the day of the referral.",
    exceptions: &[
        "A core assessment is counted from its own start, which is recorded in place of the referral.",
    ],
    outcomes: UNTIL_DONE,
    facts_needed: &[
        "the day of the referral",
        "the day on which the assessment was complete",
        "whether it was a core assessment",
    ],
    first_term: term(IN_1999, INITIAL_ASSESSMENT_LIMIT, WorkingTogether1999, Reading::WellKnown)
        .with_cases(CORE_ASSESSMENT),
    later_terms: &ASSESSMENT_LATER,
    easements: &[],
    example: "A child is referred on Mon 1 June 2026. The forty-fifth working day after it is Mon 3 August. An \
              assessment complete on that day meets the duty; one complete on Tue 4 August is a day late.",
};

pub(super) static CONFERENCE_CHAIR: Rule = Rule {
    id: RuleId::ConferenceChair,
    family: Family::ChildProtection,
    title: "Chair of a conference",
    force: Force::Guidance,
    clock_starts: "each conference",
    answered_by: "an independent chair",
    says: "A conference should be chaired by someone independent of the operational and the line management of \
           the case. The chair need not be an IRO. Later conferences should have the same chair where possible.",
    checks: "At each conference: the chair was independent. Whether it was the chair of the one before is told \
             beside it and decides nothing.",
    exceptions: &[],
    outcomes: &[Met, NotMet, CannotTell],
    facts_needed: &[
        "whether the chair was independent of the management of the case",
        "who chaired",
    ],
    first_term: first(Limit::EachTime),
    later_terms: &later(Limit::EachTime),
    easements: &[],
    example: "A conference on Mon 22 June 2026 is chaired by someone who manages neither the case nor its social \
              worker, and who is no IRO: the duty is met. Had the social worker's own manager chaired, it would \
              not be met.",
};

/// What the usual measures count by. They are nobody's duty, and so no rules.
pub(crate) mod measures {
    use crate::calendar::Period::{self, Months};

    /// How long a plan has been held, at least, by the children of the former NI 67.
    pub(crate) const HELD_AT_LEAST: Period = Months(3);
    /// From when on a plan is a long one: the former NI 64.
    pub(crate) const LONG_PLAN: Period = Months(24);
    /// Within what time of the one before a plan is soon: the local variant of the former NI 65.
    pub(crate) const SOON_AGAIN: Period = Months(24);
    /// The upper ends of the bands of working days until an initial conference.
    pub(crate) const WORKING_DAY_BANDS: [u32; 3] = [10, 15, 20];
    /// The upper ends of the bands of durations below a long plan's.
    pub(crate) const DURATIONS: [Period; 3] = [Months(3), Months(6), Months(12)];
}
