//! Evidence before it can exist, and what records that begin late show for certain.

use super::placed::problems;
use crate::assess::date;
use iro_handbook::assess::{Assessor, Finding, History};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::Family;
use iro_handbook::record::CareRecord;

const END: &str = "2026-12-31";

/// A child by the periods of care and what else is given, as JSON.
fn child(periods: &str, more: &str) -> CareRecord {
    let more = if more.is_empty() { String::new() } else { format!(", {more}") };
    let text = format!(r#"{{"id": "C-7", "periods_of_care": [{periods}]{more}}}"#);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Looked after from Thursday 1 February 2024.
fn from_february(more: &str) -> CareRecord {
    child(&format!(r#"{{"began": "2024-02-01", {more}}}"#), "")
}

/// The rule, the outcome, the last day, the answer, what is missing and each fact.
fn words(finding: &Finding<'_>) -> String {
    let mut words = finding.outcome().as_str().to_owned();
    if let Some(due) = finding.due() {
        words += &format!(" by {}", due.by());
    }
    if let Some(on) = finding.answered_on() {
        words += &format!(" on {on}");
    }
    if let Some(missing) = finding.outcome().missing() {
        words += &format!(": {missing}");
    }
    words
}

fn told_from(record: &CareRecord, as_of: &str, from: &str, rule: &str) -> Vec<String> {
    let calendar = WorkingDays::england_and_wales();
    let history =
        if from.is_empty() { History::Complete } else { History::CompleteFrom(date(from)) };
    let assessor = Assessor::new(&calendar, date(as_of)).with_history(history);
    let assessment = assessor.assess(record).unwrap();
    let of_rule = assessment.findings().iter().filter(|f| f.rule().id().as_str() == rule);
    of_rule.map(words).collect()
}

fn told(record: &CareRecord, rule: &str) -> Vec<String> {
    told_from(record, END, "", rule)
}

/// Regulation 36(8) of SI 2005/389: from 1 September 2024 the window is 29 September to 13 October.
#[test]
fn the_window_after_a_return_lies_inside_the_evidence() {
    let returned = |reviews: &str| {
        from_february(&format!(
            r#""adoption": [{{"placed": "2024-06-01"}}, {{"ended": "2024-09-01"}}],
               "reviews": [{reviews}]"#
        ))
    };
    let found = |reviews: &str, from: &str| {
        told_from(&returned(reviews), "2025-02-28", from, "adoption-return-review")
    };
    let early = r#"{"held_on": "2024-09-05"}"#;
    for from in ["", "2024-09-01", "2024-09-02", "2024-09-29"] {
        assert_eq!(found(early, from), ["not_met by 2024-10-13"], "{from}");
    }
    let next = ["cannot_tell by 2025-03-05: the reviews before 2 September 2024"];
    let ordinary = told_from(&returned(early), "2025-02-28", "2024-09-02", "subsequent-review");
    assert_eq!(ordinary, next);
    let late = r#"{"held_on": "2024-09-10"}, {"held_on": "2024-11-01"}"#;
    assert_eq!(found(late, "2024-09-05"), ["met_late by 2024-10-13 on 2024-11-01"]);
    // On 29 September there may have been a review that nobody sees.
    assert_eq!(found(late, "2024-09-30"), [""; 0]);
}

/// Section 25A of the Act, and the Handbook's chapters 2 and 3: who the IRO is is told anew.
#[test]
fn an_iro_of_an_earlier_period() {
    let iro = |post: &str| format!(r#""iro": {{"appointments": [{{"officer": "I-1", {post}}}]}}"#);
    let two = r#"{"began": "2020-01-01", "ended": "2020-03-01"},
                 {"began": "2026-02-02", "reviews": [{"held_on": "2026-02-20"}]}"#;
    let kept = |on: &str| {
        child(
            two,
            &iro(&format!(
                r#""from": "2020-01-01", "named": {{"on": "{on}"}}, "met_child": {{"on": "{on}"}}"#
            )),
        )
    };
    let named = |on: &str| told(&kept(on), "iro-named")[1].clone();
    let nobody_told = "cannot_tell by 2026-02-09: the day the child was told who the IRO is";
    assert_eq!(named("2020-01-01"), nobody_told);
    assert_eq!(named("2026-02-01"), nobody_told);
    assert_eq!(named("2026-02-02"), "met by 2026-02-09 on 2026-02-02");
    let met = |on: &str| told(&kept(on), "iro-met-child")[1].clone();
    assert_eq!(
        met("2020-01-01"),
        "cannot_tell by 2026-02-20: whether and when the IRO met the child"
    );
    assert_eq!(met("2026-02-20"), "met by 2026-02-20 on 2026-02-20");
    let before = iro(
        r#""from": "2024-02-10", "named": {"on": "2020-01-01"}, "met_child": {"on": "2024-02-09"}"#,
    );
    assert_eq!(
        problems(&child(r#"{"began": "2024-02-01"}"#, &before)),
        [
            "IRO named is 2020-01-01: the appointment began later",
            "IRO met the child is 2024-02-09: the appointment began later"
        ]
    );
}

/// Nothing is done for a child who is not born; on the day of birth it may be. Care plan and placement plan may be
/// drawn up for one who will be looked after from birth.
#[test]
fn before_birth() {
    let of = |day: &str| {
        let done = format!(r#"{{"on": "{day}"}}"#);
        let began = "2012-05-01".max(day);
        child(
            &format!(
                r#"{{"began": "{began}", "entry": "not_known",
                "plans": {{"care_plan": {{"made": {done}}}, "education_plan": {{"made": {done}}},
                    "pathway_assessment": {done}, "ceasing_approval": {{"on": "{day}"}}}},
                "placements": {{"list": [{{"from": "{began}", "kind": "foster",
                    "plan": {{"made": {done}}}, "notified": {done}}}]}},
                "health": {{"assessments": [{{"on": "{day}"}}]}},
                "reviews": [{{"held_on": "2012-06-01", "preparation": {{"discussion": {done},
                    "report": {done}, "care_plan": {done}, "child_spoken_to": {{"on": "{day}"}}}}}}]}}"#
            ),
            r#""born": "2012-05-01""#,
        )
    };
    assert_eq!(problems(&of("2012-05-01")), [""; 0]);
    let found = problems(&of("2012-04-30"));
    let fields = [
        "education plan",
        "pathway assessment",
        "ceasing approval",
        "notice of the placement",
        "health assessment",
        "talk between social worker and IRO",
        "report with the IRO",
        "care plan with the IRO",
        "private talk with the child",
    ];
    let said = |field: &&str| format!("{field} is 2012-04-30: the day of birth is later");
    assert_eq!(found, fields.iter().map(said).collect::<Vec<_>>());
}

/// Regulations 4, 5, 9 and 13 of SI 2010/959: first placed on 1 February 2024. A plan goes no longer than six
/// months without a review (regulation 33(2)); 1 August is six months before.
#[test]
fn papers_of_long_ago() {
    let papers = |made: &str, before: &str| {
        let done = format!(r#"{{"on": "{made}"}}"#);
        let plan = format!(r#"{{"made": {done}, "beforehand": "practicable"}}"#);
        let period = format!(
            r#"{before}{{"began": "2024-02-01",
                "plans": {{"care_plan": {plan}, "education_plan": {{"needed": {done}}}}},
                "placements": {{"list": [{{"from": "2024-02-01", "kind": "foster", "plan": {plan},
                    "notified": {done}, "emergency": false}}]}}}}"#
        );
        let record = child(&period, "");
        let rules = ["care-plan", "placement-plan", "notify-placement", "education-plan"];
        rules.map(|rule| {
            let found = told(&record, rule).pop().unwrap();
            found.split_once(" by ").unwrap().0.to_owned()
        })
    };
    assert_eq!(papers("2023-08-01", ""), ["met"; 4]);
    assert_eq!(papers("2023-07-31", ""), ["cannot_tell"; 4]);
    assert_eq!(papers("1999-01-01", ""), ["cannot_tell"; 4]);
    // For an earlier period of care it is none for this one.
    let earlier = r#"{"began": "2023-01-03", "ended": "2023-12-01"}, "#;
    assert_eq!(papers("2023-11-30", earlier), ["not_met"; 4]);
    assert_eq!(papers("2023-12-01", earlier), ["met"; 4]);
}

/// Regulation 7(2): three months before 1 February 2024 are 1 November 2023.
#[test]
fn health_assessments_of_long_ago() {
    let assessed = |days: &str| {
        from_february(&format!(
            r#""placements": {{"list": [{{"from": "2024-02-01", "kind": "foster"}}]}},
               "health": {{"assessments": [{days}], "initial_beforehand": "practicable"}}"#
        ))
    };
    let initial = |days: &str| told(&assessed(days), "initial-health-assessment");
    assert_eq!(initial(r#"{"on": "2023-11-01"}"#), ["met by 2024-02-01 on 2023-11-01"]);
    assert_eq!(initial(r#"{"on": "2023-10-31"}"#), ["not_met by 2024-02-01"]);
    let both = r#"{"on": "1970-01-01"}, {"on": "2024-02-02"}"#;
    assert_eq!(initial(both), ["met_late by 2024-02-01 on 2024-02-02"]);
    // Nor does the old one start a clock.
    assert_eq!(told(&assessed(both), "health-review").len(), 1);
}

/// Regulations 39 and 42.
#[test]
fn approval_and_assessment_of_an_earlier_period() {
    let approved = |on: &str| {
        from_february(&format!(
            r#""ended": "2024-12-02", "plans": {{"ceasing_approval": {{"by_nominated_officer": "{on}"}}}}"#
        ))
    };
    assert_eq!(
        told(&approved("2024-02-01"), "ceasing-approval"),
        ["met by 2024-12-02 on 2024-02-01"]
    );
    assert_eq!(
        problems(&approved("2024-01-31")),
        ["ceasing approval is 2024-01-31: the period of care began later"]
    );
    // Sixteen on 1 June 2024, and then eligible.
    let pathway = |on: &str| {
        let periods = format!(
            r#"{{"began": "2022-02-01", "ended": "2023-02-01"}},
               {{"began": "2024-02-01", "plans": {{"pathway_assessment": {{"on": "{on}"}}}}}}"#
        );
        told(&child(&periods, r#""born": "2008-06-01""#), "pathway-assessment")
    };
    assert_eq!(pathway("2023-01-31"), ["not_met by 2024-09-01"]);
    let open = "whether what was done so long before was for this";
    assert_eq!(pathway("2023-11-30"), [format!("cannot_tell by 2024-09-01 on 2023-11-30: {open}")]);
    assert_eq!(pathway("2023-12-01"), ["met by 2024-09-01 on 2023-12-01"]);
}

/// Regulations 14, 17(d) and 32(2) of SI 2010/959: a review said to have been held is one of those on record.
#[test]
fn a_review_that_is_not_on_record() {
    let reviewed = |on: &str| {
        from_february(&format!(
            r#""reviews": [{{"held_on": "2024-02-20"}}], "review_calls": {{
                "plan_changes": [{{"on": "2024-05-01", "reviewed": {{"on": "{on}"}}}}],
                "parent_placements": [{{"on": "2024-05-01", "reviewed": {{"on": "{on}"}}}}],
                "placement_endings": [{{"on": "2024-05-01", "reviewed": {{"on": "{on}"}}}}]}}"#
        ))
    };
    let rules = [
        "review-before-change",
        "review-before-placing-with-parent",
        "review-before-ending-placement",
    ];
    let calendar = WorkingDays::england_and_wales();
    let refused = |on: &str, history| {
        let assessor = Assessor::new(&calendar, date(END)).with_history(history);
        assessor.assess(&reviewed(on)).map(|_| ()).map_err(|error| error.is_contradiction())
    };
    assert_eq!(refused("2024-02-20", History::Complete), Ok(()));
    assert_eq!(refused("2024-04-30", History::Complete), Err(true));
    assert_eq!(refused("2024-04-30", History::CompleteFrom(date("2024-04-30"))), Err(true));
    assert_eq!(refused("2024-04-30", History::CompleteFrom(date("2024-05-01"))), Ok(()));
    for rule in rules {
        assert_eq!(told(&reviewed("2024-02-20"), rule), ["met by 2024-05-01 on 2024-02-20"]);
        assert_eq!(
            told_from(&reviewed("2024-04-30"), END, "2024-05-01", rule),
            ["cannot_tell by 2024-05-01 on 2024-04-30: the reviews before 1 May 2024"]
        );
    }
    // Before care began there was none, whatever else is not on record.
    assert_eq!(
        problems(&reviewed("1999-04-30")),
        [
            "review before a change of plan is 1999-04-30: no review is recorded for that day",
            "review before placing with a parent is 1999-04-30: no review is recorded for that day",
            "review before ending a placement is 1999-04-30: no review is recorded for that day"
        ]
    );
}

/// Handbook, chapter 3: the review of 27 March was completed on 20 April 2026, and the next is on 22 June.
#[test]
fn while_the_review_before_was_still_adjourned() {
    let talk = |on: &str| {
        let period = format!(
            r#"{{"began": "2026-03-02", "reviews": [
                {{"held_on": "2026-03-27", "scheduling": {{"scheduled_for": "2026-03-27",
                    "adjournments": ["2026-03-27"], "completed": {{"on": "2026-04-20"}}}}}},
                {{"held_on": "2026-06-22", "preparation": {{"discussion": {{"on": "{on}"}}}}}}]}}"#
        );
        told(&child(&period, ""), "social-worker-discussion").pop().unwrap()
    };
    assert_eq!(talk("2026-03-28"), "not_met by 2026-06-01");
    assert_eq!(talk("2026-04-20"), "not_met by 2026-06-01");
    assert_eq!(talk("2026-04-21"), "met by 2026-06-01 on 2026-04-21");
}

/// SI 1991/895 came into force on 14 October 1991: what began before was not yet its business.
#[test]
fn before_the_regulations_were_in_force() {
    let first =
        |began: &str| told(&child(&format!(r#"{{"began": "{began}"}}"#), ""), "first-review");
    assert_eq!(first("1991-10-14"), ["not_met by 1991-11-11"]);
    assert_eq!(first("1991-10-13"), [""; 0]);
    assert_eq!(first("0001-01-01"), [""; 0]);
    // The second is counted from a review in force of the law.
    let record = child(r#"{"began": "1991-10-13", "reviews": [{"held_on": "1991-11-11"}]}"#, "");
    assert_eq!(told(&record, "second-review"), ["not_met by 1992-02-11"]);
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, date(END)).with_families(&[Family::Reviews]);
    let ancient = child(r#"{"began": "0001-01-01"}"#, "");
    let ancient = assessor.assess(&ancient).unwrap();
    assert!(ancient.findings().iter().all(|finding| !finding.outcome().is_breach()));
}

/// Schedule of the long-term foster guidance and regulation 36(1) of SI 2005/389: what falls wholly inside the
/// evidence is certain.
#[test]
fn breaches_wholly_inside_the_evidence() {
    let foster = child(
        r#"{"began": "2012-01-03",
            "placements": {"list": [{"from": "2012-01-03", "kind": "long_term_foster"}]}}"#,
        "",
    );
    // The guidance is of 1 April 2015; a meeting on 30 April 2016 would have put the next off by a year.
    let meetings = |as_of| told_from(&foster, as_of, "2016-05-01", "long-term-foster-meeting");
    let hidden = "the reviews before 1 May 2016";
    assert_eq!(meetings("2017-04-30"), [format!("cannot_tell by 2017-04-30: {hidden}")]);
    assert_eq!(meetings("2017-05-01"), ["not_met by 2017-04-30"]);
    let nobody = child(r#"{"began": "2012-01-03"}"#, r#""iro": {"appointments": []}"#);
    let appointed = told_from(&nobody, "2017-05-01", "2016-05-01", "iro-appointed");
    // Twenty working days from 3 January 2012 are 31 January.
    assert_eq!(appointed, ["not_met by 2012-01-31"]);
}

/// Handbook, chapter 3: who is missing was not known to be before, and a planned change may be.
#[test]
fn nobody_is_told_beforehand_of_what_is_not_foreseen() {
    let event = |kind: &str| {
        problems(&from_february(&format!(
            r#""events": {{"list": [{{"kind": "{kind}", "on": "2024-03-01",
                "iro_told": {{"on": "2024-02-29"}}}}]}}"#
        )))
    };
    let wrong = "IRO told of a significant event is 2024-02-29: nobody could tell of such an event before it happened";
    for kind in ["missing", "exclusion", "charge", "unplanned_move", "complaint", "safeguarding"] {
        assert_eq!(event(kind), [wrong], "{kind}");
    }
    for kind in ["plan_change", "contact", "social_worker_change", "panel_decision", "health"] {
        assert_eq!(event(kind), [""; 0], "{kind}");
    }
}

/// Regulation 33(3)(e) and regulation 48(2)(a) of SI 2010/959: of a child not in care.
#[test]
fn a_child_not_in_care_under_a_care_order() {
    let order = |status: &str, ended: &str| {
        format!(
            r#""legal_statuses": {{"spans": [{{"status": "{status}", "from": "2024-02-01",
                "ended": "{ended}"}}]}}"#
        )
    };
    let stay = r#""review_calls": {"accommodations": [{"kind": "child_not_in_care",
        "began": "2024-03-01", "ended": "2024-04-01"}]}"#;
    let of = |status: &str, ended: &str| {
        problems(&from_february(&format!("{}, {stay}", order(status, ended))))
    };
    let wrong = "accommodation of a child not in care is 2024-03-01: the legal statuses have a care order \
                 in its time";
    assert_eq!(of("care_order", "2024-03-02"), [wrong]);
    assert_eq!(of("interim_care_order", "2024-06-01"), [wrong]);
    assert_eq!(of("care_order", "2024-03-01"), [""; 0]);
    assert_eq!(of("accommodated", "2024-06-01"), [""; 0]);
    let series = |in_care: bool, began: &str| {
        let breaks = format!(
            r#""short_breaks": {{"series": [{{"began": "{began}", "child_in_care": {in_care},
                "breaks": [{{"began": "{began}", "ended": "2024-03-09"}}]}}]}}"#
        );
        let placed = r#""placements": {"list": [{"from": "2024-02-01", "kind": "foster"}]}"#;
        let [by_order, by_place] =
            [order("care_order", "2024-06-01"), placed.to_owned()].map(|more| {
                problems(&child(&format!(r#"{{"began": "2024-02-01", {more}}}"#), &breaks))
            });
        [by_order, by_place].concat()
    };
    assert_eq!(
        series(false, "2024-03-02"),
        [
            "short breaks of a child not in care is 2024-03-02: the legal statuses have a care order in the \
             time of the series",
            "short break of a child not in care is 2024-03-02: by the placements of the period of care the \
             child was placed elsewhere",
        ]
    );
    assert_eq!(series(true, "2024-03-02"), [""; 0]);
    // The break that made the child looked after may be the placement.
    assert_eq!(series(false, "2024-02-01").len(), 1);
}

/// Regulation 36(1)(a) of SI 2010/959, and 36(2): one review is over when the next is held.
#[test]
fn parts_of_a_review_that_do_not_agree() {
    let chaired = |to: &str| {
        let record = child(
            r#"{"began": "2024-02-01",
                "reviews": [{"held_on": "2024-02-20", "meeting": {"chair": "iro"}}]}"#,
            &format!(
                r#""iro": {{"appointments": [{{"officer": "I-1", "from": "2024-02-01", "to": "{to}"}}]}}"#
            ),
        );
        told(&record, "iro-chairs")
    };
    assert_eq!(chaired("2024-02-20"), ["met"]);
    let nobody = "which IRO chaired, as by the appointments the child had none that day";
    assert_eq!(chaired("2024-02-19"), [format!("cannot_tell: {nobody}")]);
    let completed = |on: &str| {
        problems(&from_february(&format!(
            r#""reviews": [{{"held_on": "2024-02-20", "scheduling": {{"completed": {{"on": "{on}"}}}}}},
                {{"held_on": "2024-05-15"}}]"#
        )))
    };
    assert_eq!(completed("2024-05-15"), [""; 0]);
    assert_eq!(
        completed("2024-05-16"),
        ["review completed on is 2024-05-16: the next review was held before it"]
    );
}
