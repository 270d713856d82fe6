//! The process of a review: before, at and after it.
//!
//! The review of these tests was held on Friday 27 March 2026, in care since 2 March. Good Friday was
//! 3 April, Easter Monday 6 April.

mod records;

pub(crate) use chrono::NaiveDate;
pub(crate) use iro_handbook::assess::{Assessor, Finding, Outcome, Policy};
pub(crate) use iro_handbook::calendar::WorkingDays;
pub(crate) use iro_handbook::law::{Family, RuleId};
pub(crate) use iro_handbook::record::{
    Aftermath, CarePeriod, CareRecord, Chair, Considerations, Decision, Event, EventKind, Events,
    ManagerResponse, Meeting, Participation, Preparation, ReviewRecord, Rights, Views, Whose,
};

pub(crate) const HELD: &str = "2026-03-27";
pub(crate) const PROCESS: [Family; 3] =
    [Family::BeforeReview, Family::AtReview, Family::AfterReview];

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn review() -> ReviewRecord {
    ReviewRecord::new(day(HELD))
}

pub(crate) fn care() -> CarePeriod {
    CarePeriod::new(day("2026-03-02"))
}

pub(crate) fn child(care: CarePeriod) -> CareRecord {
    CareRecord::new("C-1").with_period_of_care(care)
}

pub(crate) fn with_findings<T>(
    record: &CareRecord,
    as_of: &str,
    policy: Policy,
    read: impl FnOnce(&[Finding<'_>]) -> T,
) -> T {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, day(as_of)).with_families(&PROCESS).with_policy(policy);
    read(assessor.assess(record).unwrap().findings())
}

/// "met", or "not_applicable: why", or "cannot_tell: what is missing".
pub(crate) fn shown(outcome: Outcome) -> String {
    let code = outcome.as_str();
    match (outcome.reason(), outcome.missing()) {
        (Some(reason), _) => format!("{code}: {reason}"),
        (_, Some(missing)) => format!("{code}: {missing}"),
        _ => code.to_owned(),
    }
}

/// What became of every duty of one rule, by key.
pub(crate) fn all(rule: RuleId, record: &CareRecord, as_of: &str) -> Vec<String> {
    with_findings(record, as_of, Policy::default(), |findings| {
        let of = findings.iter().filter(|finding| finding.rule().id() == rule);
        of.map(|finding| {
            let key = finding.key().to_string();
            let of = key.split_once("/C-1/").unwrap().1;
            format!("{of} {}", shown(finding.outcome()))
        })
        .collect()
    })
}

/// What became of the one duty of a rule.
#[track_caller]
pub(crate) fn one(rule: RuleId, care: CarePeriod, as_of: &str) -> String {
    let found = all(rule, &child(care), as_of);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].split_once(' ').unwrap().1.to_owned()
}

/// The explanation of the one duty of a rule.
#[track_caller]
pub(crate) fn explained(rule: RuleId, care: CarePeriod, as_of: &str) -> String {
    with_findings(&child(care), as_of, Policy::default(), |findings| {
        let mut of = findings.iter().filter(|finding| finding.rule().id() == rule);
        of.next().unwrap().explain().to_string()
    })
}

/// Every duty done as it should be, in twenty lines.
pub(crate) fn done_well() -> CarePeriod {
    let before = Preparation::new()
        .with_discussion(day("2026-03-06"))
        .with_report(day("2026-03-24"))
        .with_care_plan(day("2026-03-23"))
        .with_child_spoken_to(day("2026-03-25"))
        .with_views(Views::obtained(Whose::Parent).with_attended(true));
    let at = Meeting::new()
        .with_chair(Chair::Iro)
        .with_considerations(Considerations::all())
        .with_rights(Rights::explained(day("2026-03-25")).with_wish_to_act(false));
    let after = Aftermath::new()
        .with_decisions_written(day("2026-04-01"))
        .with_decisions_received(day("2026-04-01"))
        .with_manager_response(ManagerResponse::Agreed(day("2026-04-10")))
        .with_decisions_circulated(day("2026-04-14"))
        .with_record_written(day("2026-04-21"))
        .with_record_distributed(day("2026-04-28"));
    let decision = Decision::new("Dental check-up")
        .with_implementer("SW-12")
        .with_by(day("2026-05-01"))
        .with_done(day("2026-05-01"));
    let review = review()
        .with_participation(Participation::AttendedAndSpoke)
        .with_preparation(before)
        .with_meeting(at)
        .with_decision(decision)
        .with_aftermath(after);
    let moved = Event::new(EventKind::UnplannedMove, day("2026-05-05"));
    let events = Events::new().with_event(moved.with_iro_told(day("2026-05-05")));
    care().with_review(review).with_events(events)
}

#[test]
fn all_done_well_is_all_met() {
    let policy = Policy::default();
    with_findings(&child(done_well()), "2026-06-01", policy, |findings| {
        let other: Vec<String> = findings
            .iter()
            .filter(|finding| finding.outcome() != Outcome::Met)
            .map(|finding| format!("{} {}", finding.key(), shown(finding.outcome())))
            .collect();
        let midway = "midway-check/C-1/review/2026-03-27/0 \
                      not_applicable: the authority has set no limit";
        assert_eq!(other, [midway]);
        // 4 before; 1 + 1 + 1 + 14 + 1 at; 5 + 1 + 1 after, and one event.
        assert_eq!(findings.len(), 4 + 18 + 8);
    });
}

#[test]
fn nothing_recorded_cannot_be_told_once_due_and_is_never_met_or_breached() {
    let record = child(care().with_review(review()));
    with_findings(&record, "2026-06-01", Policy::default(), |findings| {
        assert_eq!(findings.len(), 4 + 18 + 8);
        for finding in findings {
            let midway = finding.rule().id() == RuleId::MidwayCheck;
            assert_eq!(finding.outcome().missing().is_none(), midway, "{}", finding.key());
        }
    });
    // On the day itself nothing of what follows is due.
    with_findings(&record, HELD, Policy::default(), |findings| {
        let open: Vec<_> = findings
            .iter()
            .filter(|finding| finding.outcome() == Outcome::NotYetDue)
            .map(|finding| finding.rule().id().as_str())
            .collect();
        let expected =
            ["decisions-written", "decisions-circulated", "record-written", "record-distributed"];
        assert_eq!(open, expected);
    });
}

#[test]
fn a_review_after_the_day_asked_about_does_not_exist() {
    let record = child(done_well());
    with_findings(&record, "2026-03-26", Policy::default(), |findings| {
        let keys: Vec<String> = findings.iter().map(|finding| finding.key().to_string()).collect();
        assert_eq!(keys, ["iro-informed-of-change/C-1/care/2026-03-02/0"]);
    });
}

/// Of these families five rules come from the Regulations of 1991 (parents' and child's views; the IRO in the
/// chair, implementers and decisions since 2004), the others from 1 April 2011.
#[test]
fn reviews_before_the_first_day_in_force_have_no_duties() {
    let record = |held: &str| {
        let care = CarePeriod::new(day("2011-03-01")).with_ended(day(held));
        child(care.with_review(ReviewRecord::new(day(held))))
    };
    let count = |held: &str| {
        with_findings(&record(held), "2011-12-01", Policy::default(), |findings| findings.len())
    };
    assert_eq!(count("2011-03-31"), 1 + 3 + 1);
    // Thirteen considerations then, and no fourteenth.
    assert_eq!(count("2011-04-01"), 4 + 17 + 8);
}

#[test]
fn keys_are_unique_and_in_a_fixed_order() {
    let care = done_well().with_review(ReviewRecord::new(day("2026-06-26")));
    let keys = |as_of: &str| {
        with_findings(&child(care.clone()), as_of, Policy::default(), |findings| {
            findings.iter().map(|finding| finding.key().to_string()).collect::<Vec<_>>()
        })
    };
    let (early, late) = (keys("2026-06-01"), keys("2026-07-01"));
    let unique: std::collections::BTreeSet<_> = late.iter().collect();
    assert_eq!(unique.len(), late.len());
    assert!(early.iter().all(|key| late.contains(key)), "what was found keeps its key");
}
