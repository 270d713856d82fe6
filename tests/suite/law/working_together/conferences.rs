//! Child protection conferences: the boundary days of each duty, what cannot be told, and contradictions.

use crate::assess::date;
use iro_handbook::assess::{Assessor, History, Policy};
use iro_handbook::calendar::{Period, WorkingDays};
use iro_handbook::law::{Method, RuleId};
use iro_handbook::record::{
    Conference, ConferenceKind as Kind, Done, Enquiry, ProtectionPlan, ProtectionRecord,
    ReferralAssessment,
};

fn nothing() -> ProtectionRecord {
    ProtectionRecord::new("C-1").with_nothing_more()
}

fn held(kind: Kind, on: &str) -> Conference {
    Conference::new(kind, date(on))
}

/// A plan from its initial conference.
fn planned(on: &str) -> ProtectionRecord {
    nothing().with_conference(held(Kind::Initial, on)).with_plan(ProtectionPlan::new(date(on)))
}

fn reviewed(record: ProtectionRecord, on: &[&str]) -> ProtectionRecord {
    on.iter().fold(record, |record, on| record.with_conference(held(Kind::Review, on)))
}

struct Asked {
    as_of: &'static str,
    history: History,
    policy: Policy,
}

impl Default for Asked {
    fn default() -> Self {
        Self { as_of: "2026-12-31", history: History::Complete, policy: Policy::default() }
    }
}

/// What became of each duty of a rule: outcome, last day, and the want of a fact.
fn told_when(record: &ProtectionRecord, rule: RuleId, asked: Asked) -> Vec<String> {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, date(asked.as_of))
        .with_history(asked.history)
        .with_policy(asked.policy);
    let assessment = assessor.assess_protection(record).unwrap();
    let of_rule = assessment.findings().iter().filter(|finding| finding.rule().id() == rule);
    let said = of_rule.map(|finding| {
        assert!(!finding.rule().force().is_law());
        let due = finding.due().map(|due| match due.from() {
            Some(_) => format!(" by {}", due.by()),
            None => format!(" by {} at the latest", due.by()),
        });
        let outcome = finding.outcome();
        let missing = outcome.missing().map(|missing| format!(": {missing}"));
        format!("{outcome}{}{}", due.unwrap_or_default(), missing.unwrap_or_default())
    });
    said.collect()
}

fn told(record: &ProtectionRecord, rule: RuleId) -> Vec<String> {
    told_when(record, rule, Asked::default())
}

fn as_of(record: &ProtectionRecord, rule: RuleId, as_of: &'static str) -> Vec<String> {
    told_when(record, rule, Asked { as_of, ..Asked::default() })
}

/// 15 working days after Mon 1 June 2026 is Mon 22 June.
#[test]
fn initial_conference() {
    const RULE: RuleId = RuleId::InitialConference;
    let began = Enquiry::new(date("2026-06-01"));
    let required = || nothing().with_enquiry(began.with_conference_required(true));
    let led_to = |on| {
        let conference = held(Kind::Initial, on).with_called_on(date("2026-06-01"));
        required().with_conference(conference)
    };
    assert_eq!(told(&led_to("2026-06-22"), RULE), ["met by 2026-06-22"]);
    assert_eq!(told(&led_to("2026-06-23"), RULE), ["met late by 2026-06-22"]);
    assert_eq!(as_of(&required(), RULE, "2026-06-22"), ["not yet due by 2026-06-22"]);
    assert_eq!(as_of(&required(), RULE, "2026-06-23"), ["not met by 2026-06-22"]);
    // What is later than the day is not known.
    assert_eq!(as_of(&led_to("2026-06-24"), RULE, "2026-06-23"), ["not met by 2026-06-22"]);
    let not = nothing().with_enquiry(began.with_conference_required(false));
    assert_eq!(told(&not, RULE), ["not applicable"]);
    let unknown = nothing().with_enquiry(began);
    let whether = "cannot tell: whether a conference was the outcome of the enquiries";
    assert_eq!(told(&unknown, RULE), [whether]);
    // A conference of which nobody recorded what it came of may be this one.
    let loose = required().with_conference(held(Kind::Initial, "2026-06-22"));
    assert_eq!(
        told(&loose, RULE),
        [
            "cannot tell by 2026-06-22: the conference that came of the enquiries",
            "cannot tell: the strategy discussion at which the enquiries were initiated",
        ]
    );
    // Of two strategy discussions, the one at which the enquiries were initiated.
    let second = Enquiry::new(date("2026-06-15"));
    let two = led_to("2026-06-23").with_enquiry(second.with_conference_required(false));
    assert_eq!(told(&two, RULE), ["met late by 2026-06-22", "not applicable"]);
    assert_eq!(told(&ProtectionRecord::new("C-1"), RULE).len(), 1, "nobody recorded anything");
    assert_eq!(told(&nothing(), RULE), [""; 0]);
}

/// A transfer-in conference has no enquiries and is none of the initial conferences.
#[test]
fn transfer_in_conference() {
    const RULE: RuleId = RuleId::TransferInConference;
    let moved = || nothing().with_move_in(date("2026-06-01"));
    let conference = |on| held(Kind::TransferIn, on).with_called_on(date("2026-06-01"));
    for (on, expected) in
        [("2026-06-22", "met by 2026-06-22"), ("2026-06-23", "met late by 2026-06-22")]
    {
        let record = moved().with_conference(conference(on));
        assert_eq!(told(&record, RULE), [expected]);
        assert_eq!(told(&record, RuleId::InitialConference), [""; 0]);
    }
    assert_eq!(as_of(&moved(), RULE, "2026-06-22"), ["not yet due by 2026-06-22"]);
    assert_eq!(as_of(&moved(), RULE, "2026-06-23"), ["not met by 2026-06-22"]);
}

/// 10 working days after Mon 22 June 2026 is Mon 6 July.
#[test]
fn first_core_group() {
    const RULE: RuleId = RuleId::FirstCoreGroup;
    let met = |on| planned("2026-06-22").with_core_group(date(on));
    assert_eq!(told(&met("2026-06-22"), RULE), ["met by 2026-07-06"]);
    assert_eq!(told(&met("2026-07-06"), RULE), ["met by 2026-07-06"]);
    assert_eq!(told(&met("2026-07-07"), RULE), ["met late by 2026-07-06"]);
    let never = planned("2026-06-22");
    assert_eq!(as_of(&never, RULE, "2026-07-06"), ["not yet due by 2026-07-06"]);
    assert_eq!(as_of(&never, RULE, "2026-07-07"), ["not met by 2026-07-06"]);
    let ended = |on| {
        let plan = ProtectionPlan::new(date("2026-06-22")).with_ended(date(on));
        nothing().with_conference(held(Kind::Initial, "2026-06-22")).with_plan(plan)
    };
    assert_eq!(told(&ended("2026-07-06"), RULE), ["lapsed by 2026-07-06"]);
    assert_eq!(told(&ended("2026-07-07"), RULE), ["not met by 2026-07-06"]);
}

/// Three months from the conference, then six from each as held. Months as the guidance counts them.
#[test]
fn review_conferences() {
    const FIRST: RuleId = RuleId::FirstReviewConference;
    const LATER: RuleId = RuleId::LaterReviewConference;
    let from = |on: &[&str]| reviewed(planned("2025-11-30"), on);
    // Three months after 30 November is the last day of February.
    assert_eq!(told(&from(&["2026-02-28"]), FIRST), ["met by 2026-02-28"]);
    assert_eq!(told(&from(&["2026-03-01"]), FIRST), ["met late by 2026-02-28"]);
    assert_eq!(as_of(&from(&[]), FIRST, "2026-02-28"), ["not yet due by 2026-02-28"]);
    assert_eq!(as_of(&from(&[]), FIRST, "2026-03-01"), ["not met by 2026-02-28"]);
    assert_eq!(
        as_of(&from(&["2026-02-27", "2026-08-27"]), LATER, "2026-09-01"),
        ["met by 2026-08-27", "not yet due by 2027-02-27"]
    );
    assert_eq!(
        as_of(&from(&["2026-02-27", "2026-08-28"]), LATER, "2026-09-01"),
        ["met late by 2026-08-27", "not yet due by 2027-02-28"]
    );
    assert_eq!(as_of(&from(&["2026-02-27"]), LATER, "2026-08-28"), ["not met by 2026-08-27"]);
    // The conference from which the plan came may be older than the plan.
    let older = nothing()
        .with_conference(held(Kind::Initial, "2026-01-05"))
        .with_plan(ProtectionPlan::new(date("2026-01-12")));
    assert_eq!(as_of(&older, FIRST, "2026-04-01"), ["not yet due by 2026-04-05"]);
    // Where it is not recorded it was no later than the plan.
    let unknown =
        |on| reviewed(nothing().with_plan(ProtectionPlan::new(date("2026-01-12"))), &[on]);
    let missing = "the conference from which the plan came";
    assert_eq!(
        told(&unknown("2026-04-12"), FIRST),
        [format!("cannot tell by 2026-04-12 at the latest: {missing}")]
    );
    assert_eq!(told(&unknown("2026-04-13"), FIRST), ["met late by 2026-04-12 at the latest"]);
}

/// A convention: 91 days after 30 November 2025 are 1 March, 183 after that 31 August.
#[test]
fn by_91_and_183_days() {
    let asked = || Asked {
        policy: Policy::default().with_review_method(Method::FixedDays),
        ..Asked::default()
    };
    let record = reviewed(planned("2025-11-30"), &["2026-03-01", "2026-09-01"]);
    let first = told_when(&record, RuleId::FirstReviewConference, asked());
    assert_eq!(first, ["met by 2026-03-01"]);
    let later = told_when(&record, RuleId::LaterReviewConference, asked());
    assert_eq!(later, ["met late by 2026-08-31", "not yet due by 2027-03-03"]);
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, date("2026-12-31")).with_policy(asked().policy);
    let assessment = assessor.assess_protection(&record).unwrap();
    let said = assessment.findings().iter().map(|f| f.explain().to_string());
    assert_eq!(said.filter(|text| text.contains("a convention and not the law")).count(), 3);
}

/// After a conference before the birth the time is local.
#[test]
fn before_the_birth() {
    let record = nothing()
        .with_conference(held(Kind::BeforeBirth, "2026-01-05"))
        .with_plan(ProtectionPlan::new(date("2026-01-05")));
    let rule = RuleId::FirstReviewConference;
    assert_eq!(told(&record, rule), ["not applicable"]);
    let policy = Policy::default().with_pre_birth_review_conference(Period::Months(4));
    let local = told_when(&record, rule, Asked { policy, ..Asked::default() });
    assert_eq!(local, ["not met by 2026-05-05"]);
}

/// Conferences are on record from 1 January 2026 only; the plan is older.
#[test]
fn records_that_begin_later() {
    let told = |on: &[&str], rule| {
        let history = History::CompleteFrom(date("2026-01-01"));
        let record = reviewed(planned("2025-11-10"), on);
        told_when(&record, rule, Asked { history, ..Asked::default() })
    };
    let unknown = "the reviews before 1 January 2026";
    let (first, later) = (RuleId::FirstReviewConference, RuleId::LaterReviewConference);
    assert_eq!(told(&["2026-02-10"], first), ["met by 2026-02-10"]);
    let cannot = format!("cannot tell by 2026-02-10: {unknown}");
    assert_eq!(told(&["2026-02-11"], first), [cannot]);
    // Six months after 31 December are 30 June.
    let gap = format!("cannot tell by 2026-06-30 at the latest: {unknown}");
    assert_eq!(told(&["2026-06-30"], later), [gap, "not met by 2026-12-30".to_owned()]);
    let late = ["met late by 2026-06-30 at the latest", "not yet due by 2027-01-01"];
    assert_eq!(told(&["2026-07-01"], later), late);
    assert_eq!(told(&[], later), ["not met by 2026-06-30 at the latest"]);
}

/// 7 working days from Fri 26 February 2010, 10 from Mon 1 March, 35 for a core assessment; 45 from 15 April 2013.
#[test]
fn assessments_by_edition() {
    let done = |assessment: ReferralAssessment, on: &str| {
        let record = nothing().with_assessment(assessment.with_completed(date(on)));
        told(&record, RuleId::ReferralAssessment).join("; ")
    };
    let new = |on| ReferralAssessment::new(date(on));
    for (from, last, after) in [
        (new("2010-02-26"), "2010-03-09", "2010-03-10"),
        (new("2010-03-01"), "2010-03-15", "2010-03-16"),
        (new("2013-04-12"), "2013-04-26", "2013-04-29"),
        (ReferralAssessment::core(date("2013-04-12")), "2013-06-04", "2013-06-05"),
        (new("2013-04-15"), "2013-06-19", "2013-06-20"),
        (ReferralAssessment::core(date("2013-04-15")), "2013-06-19", "2013-06-20"),
    ] {
        assert_eq!(done(from, last), format!("met by {last}"));
        assert_eq!(done(from, after), format!("met late by {last}"));
    }
    let open = nothing().with_assessment(new("2026-06-01").with_completed(Done::No));
    let rule = RuleId::ReferralAssessment;
    assert_eq!(as_of(&open, rule, "2026-08-03"), ["not yet due by 2026-08-03"]);
    assert_eq!(as_of(&open, rule, "2026-08-04"), ["not met by 2026-08-03"]);
}

#[test]
fn nothing_before_1999() {
    let before = nothing().with_assessment(ReferralAssessment::new(date("1998-12-31")));
    assert_eq!(told(&before, RuleId::ReferralAssessment), [""; 0]);
}

/// The same conference twice is one; what disagrees is said.
#[test]
fn contradictions() {
    let said = |record: ProtectionRecord| {
        let problems = record.problems();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let twice = reviewed(planned("2026-01-05"), &["2026-03-02", "2026-03-02"])
        .with_conference(held(Kind::Review, "2026-03-02").with_looked_after_review(true));
    assert_eq!(said(twice.clone()), [""; 0]);
    assert_eq!(twice.conferences().unwrap().len(), 2);
    let both = twice.conferences().unwrap()[1].looked_after_review();
    assert_eq!(both, Some(true), "what one of them says, both say");
    let plan = || ProtectionPlan::new(date("2026-01-05"));
    let ended = || plan().with_ended(date("2026-02-05"));
    for (record, problem) in [
        (
            twice.with_conference(held(Kind::Review, "2026-03-02").with_looked_after_review(false)),
            "conference is 2026-03-02: another of its kind is recorded for that day",
        ),
        (
            reviewed(planned("2026-01-05"), &["2026-01-05"]),
            "review conference is 2026-01-05: a plan is not reviewed on the day it begins",
        ),
        (
            reviewed(nothing().with_plan(ended()), &["2026-02-06"]),
            "review conference is 2026-02-06: no plan was running",
        ),
        (
            nothing().with_plan(plan().with_ended(date("2026-01-04"))),
            "child protection plan ended is 2026-01-04: it ended before it began",
        ),
        (
            nothing().with_plan(plan()).with_plan(ProtectionPlan::new(date("2026-03-05"))),
            "child protection plan began is 2026-03-05: the plan before it had not ended",
        ),
        (
            nothing()
                .with_plan(ended())
                .with_plan(ProtectionPlan::new(date("2026-03-05")).with_previous_plans(0)),
            "previous plans is 0: more plans before it are recorded",
        ),
        (
            nothing().with_plan(plan()).with_core_group(date("2026-01-04")),
            "core group is 2026-01-04: no plan was running",
        ),
        (
            nothing()
                .with_enquiry(Enquiry::new(date("2026-01-05")).with_conference_required(false))
                .with_conference(
                    held(Kind::Initial, "2026-01-20").with_called_on(date("2026-01-05")),
                ),
            "conference required is no: a conference came of the enquiries",
        ),
        (
            nothing().with_conference(
                held(Kind::Initial, "2026-01-20").with_called_on(date("2026-01-05")),
            ),
            "conference called on is 2026-01-05: no enquiries and no notice of a move are recorded for that day",
        ),
        (
            nothing().with_assessment(
                ReferralAssessment::new(date("2026-01-05")).with_completed(date("2026-01-04")),
            ),
            "assessment completed is 2026-01-04: it is before the referral",
        ),
    ] {
        assert_eq!(said(record), [format!("child C-1: {problem}")]);
    }
    let unknown = serde_json::from_str::<ProtectionRecord>(r#"{"id": "C-1", "visits": []}"#);
    assert!(unknown.unwrap_err().to_string().contains("unknown field"));
}
