//! The findings: every outcome of every rule, and the boundary day on both sides.

use super::{day, dispute};
use iro_handbook::assess::{Assessor, Policy};
use iro_handbook::calendar::{Period, WorkingDays};
use iro_handbook::law::{Family, RuleId};
use iro_handbook::record::{
    CafcassTest, CareRecord, Dispute, DisputeEvent, DisputeTheme, Disputes, Done, Ladder,
    SignificantFailure,
};
use std::collections::BTreeSet;

fn assessed<T>(
    disputes: Disputes,
    as_of: chrono::NaiveDate,
    each: impl Fn(&iro_handbook::assess::Finding<'_>) -> T,
) -> Vec<T> {
    let record = CareRecord::new("C-1").with_disputes(disputes);
    let policy = Policy::default()
        .with_stage_response(1, Period::WorkingDays(5))
        .with_stage_response(2, Period::WorkingDays(10));
    let calendar = WorkingDays::england_and_wales();
    let assessor =
        Assessor::new(&calendar, as_of).with_policy(policy).with_families(&[Family::Disputes]);
    let assessment = assessor.assess(&record).unwrap();
    let keys: BTreeSet<String> =
        assessment.findings().iter().map(|f| f.key().to_string()).collect();
    assert_eq!(keys.len(), assessment.findings().len(), "keys are unique");
    for finding in assessment.findings() {
        let knows = finding.rule().outcomes().iter().map(ToString::to_string);
        let outcome = finding.outcome().to_string();
        assert!(knows.into_iter().any(|known| known == outcome), "{}", finding.explain());
    }
    assessment.findings().iter().map(each).collect()
}

fn one(dispute: Dispute) -> Disputes {
    Disputes::none().with_dispute(dispute)
}

/// What one rule finds: the outcome, with the reason or the missing fact, the last day and the answer.
fn found(rule: RuleId, dispute: Dispute, as_of: &str) -> Vec<String> {
    let line = |f: &iro_handbook::assess::Finding<'_>| {
        let mut line = f.outcome().to_string();
        if let Some(why) = f.outcome().reason() {
            line += &format!(": {why}");
        }
        if let Some(missing) = f.outcome().missing() {
            line += &format!(": {missing}");
        }
        if let Some(due) = f.due() {
            line += &format!(", due {}", due.by().format("%-m-%-d"));
        }
        if let Some(on) = f.answered_on() {
            line += &format!(", on {}", on.format("%-m-%-d"));
        }
        (f.rule().id() == rule).then_some(line)
    };
    assessed(one(dispute), day(as_of), line).into_iter().flatten().collect()
}

fn explained(rule: RuleId, dispute: Dispute, as_of: &str) -> String {
    let all = assessed(one(dispute), day(as_of), |f| {
        (f.rule().id() == rule).then(|| f.explain().to_string())
    });
    all.into_iter().flatten().next().unwrap()
}

/// Handbook chapter 6: the informal attempt goes on the child's file.
mod handbook_6_recorded {
    use super::*;

    fn recorded(events: &[&str], note: Done, as_of: &str) -> String {
        let dispute = dispute("5-20", events).with_note_on_file(note);
        let [line] = &found(RuleId::DisputeRecorded, dispute, as_of)[..] else { panic!() };
        line.clone()
    }

    #[test]
    fn outcomes() {
        let formal = ["stage 1 6-1"];
        let on = |text| Done::On(day(text));
        assert_eq!(recorded(&formal, on("5-21"), "6-10"), "met");
        assert_eq!(recorded(&formal, on("6-10"), "6-10"), "met");
        assert_eq!(recorded(&formal, on("6-11"), "6-10"), "not met", "not known by then");
        assert_eq!(recorded(&formal, Done::No, "6-1"), "not met");
        assert_eq!(recorded(&formal, on("5-21"), "5-31"), "met", "while it goes on");
        assert_eq!(
            recorded(&formal, Done::NotRecorded, "6-1"),
            "cannot tell: whether the informal attempt is on file"
        );
        assert_eq!(recorded(&["resolved 5-25"], Done::No, "5-25"), "not met", "settled informally");
        assert_eq!(recorded(&["resolved 5-20"], Done::No, "5-20"), "not yet due");
        let direct = dispute("5-20", &["stage 1 5-20"]).with_no_informal_attempt("urgent");
        assert_eq!(
            found(RuleId::DisputeRecorded, direct, "6-1"),
            ["not applicable: it was not first tried informally, and the reason is given"]
        );
    }

    /// It is the attempt that goes on the file, and not its result: owed while the dispute is informal. The
    /// day it was raised, 20 May, is the boundary.
    #[test]
    fn owed_while_it_goes_on() {
        let lacks = "cannot tell: whether the informal attempt is on file";
        for (note, on_the_day, next, months_later) in [
            (Done::No, "not yet due", "not met", "not met"),
            (Done::NotRecorded, "not yet due", lacks, lacks),
            (Done::On(day("5-20")), "met", "met", "met"),
            (Done::On(day("5-21")), "not yet due", "met", "met"),
            (Done::On(day("5-22")), "not yet due", "not met", "met"),
        ] {
            let found = ["5-20", "5-21", "12-1"].map(|as_of| recorded(&[], note, as_of));
            assert_eq!(found, [on_the_day, next, months_later], "{note:?}");
        }
    }

    #[test]
    fn where_the_record_breaks_off() {
        let broken =
            |note| dispute("5-20", &[]).with_note_on_file(note).with_recorded_to(day("5-22"));
        let rule = RuleId::DisputeRecorded;
        let lacks = "cannot tell: what became of the dispute after the record of it breaks off";
        assert_eq!(found(rule, broken(Done::No), "5-22"), ["not met"]);
        assert_eq!(found(rule, broken(Done::No), "5-23"), [lacks]);
        assert_eq!(found(rule, broken(Done::On(day("5-20"))), "5-23"), ["met"]);
    }

    #[test]
    fn explanation() {
        let dispute = dispute("5-20", &["stage 1 6-1"]).with_note_on_file(Done::On(day("5-21")));
        assert_eq!(
            explained(RuleId::DisputeRecorded, dispute, "6-10"),
            "Record of the informal attempt. Met. Concern raised: Wed 20 May 2026. Put on the child's \
             file: Thu 21 May 2026. Calendar days until then: 1.\n  The IRO Handbook (statutory \
             guidance, 2010), chapter 6."
        );
        let none = super::dispute("5-20", &[]).with_note_on_file(Done::No);
        assert_eq!(
            explained(RuleId::DisputeRecorded, none, "6-1"),
            "Record of the informal attempt. Not met. Concern raised: Wed 20 May 2026. Calendar days \
             without a note: 12.\n  The IRO Handbook (statutory guidance, 2010), chapter 6."
        );
    }
}

/// Handbook 6.2: 20 working days, all formal stages together, from the formal start.
mod handbook_6_2_resolved {
    use super::*;

    fn resolved(events: &[&str], as_of: &str) -> String {
        let [line] = &found(RuleId::DisputeResolved, dispute("5-20", events), as_of)[..] else {
            panic!()
        };
        line.clone()
    }

    /// From Monday 1 June 2026, the 20th working day is Monday 29 June.
    #[test]
    fn outcomes() {
        let due = |events: &[&str]| resolved(&[&["stage 1 6-1"], events].concat(), "12-1");
        assert_eq!(due(&["resolved 6-1"]), "met, due 6-29, on 6-1");
        assert_eq!(due(&["resolved 6-29"]), "met, due 6-29, on 6-29");
        assert_eq!(due(&["resolved 6-30"]), "met late, due 6-29, on 6-30");
        assert_eq!(due(&["stage 2 6-15", "resolved 6-30"]), "met late, due 6-29, on 6-30");
        assert_eq!(due(&[]), "not met, due 6-29");
        assert_eq!(due(&["withdrawn 6-29"]), "lapsed, due 6-29");
        assert_eq!(due(&["withdrawn 6-30"]), "not met, due 6-29");
        assert_eq!(due(&["superseded 6-29"]), "lapsed, due 6-29");
        assert_eq!(due(&["superseded 6-30"]), "not met, due 6-29");
        assert_eq!(due(&["cafcass 6-3"]), "not met, due 6-29", "Cafcass does not stop the clock");
        assert_eq!(resolved(&["stage 1 6-1"], "6-29"), "not yet due, due 6-29");
        assert_eq!(resolved(&["stage 1 6-1"], "6-30"), "not met, due 6-29");
        assert_eq!(resolved(&["stage 1 6-1", "resolved 6-30"], "6-29"), "not yet due, due 6-29");
        assert_eq!(resolved(&["stage 1 6-1", "withdrawn 6-20"], "6-19"), "not yet due, due 6-29");
    }

    #[test]
    fn from_the_first_formal_stage_whichever_it_was() {
        assert_eq!(resolved(&["stage 3 6-1"], "6-1"), "not yet due, due 6-29");
        // From a Saturday: Monday 1 June is the first day, Friday 26 June the twentieth.
        assert_eq!(resolved(&["stage 1 5-30"], "6-1"), "not yet due, due 6-26");
        // Over the holiday of 25 May: Thursday 18 June.
        assert_eq!(resolved(&["stage 1 5-20"], "6-1"), "not yet due, due 6-18");
    }

    #[test]
    fn never_formal() {
        let settled = "not applicable: it was settled informally";
        assert_eq!(resolved(&["resolved 5-29"], "5-29"), settled);
        let running = "not applicable: no formal process has begun";
        assert_eq!(resolved(&["resolved 5-29"], "5-28"), running);
        assert_eq!(resolved(&["stage 1 6-1"], "5-31"), running);
    }

    #[test]
    fn where_the_record_breaks_off() {
        let lacks = "cannot tell: what became of the dispute after the record of it breaks off";
        let rule = RuleId::DisputeResolved;
        let to = |to, as_of| {
            found(rule, dispute("5-20", &["stage 1 6-1"]).with_recorded_to(day(to)), as_of)
        };
        assert_eq!(to("6-10", "6-29"), ["not yet due, due 6-29"]);
        assert_eq!(to("6-28", "6-30"), [format!("{lacks}, due 6-29")]);
        assert_eq!(to("6-29", "6-30"), ["not met, due 6-29"], "known until the last day");
        let informal = dispute("5-20", &[]).with_recorded_to(day("5-25"));
        assert_eq!(found(rule, informal, "6-1"), [lacks]);
        let ended = dispute("5-20", &["resolved 5-25"]).with_recorded_to(day("5-25"));
        assert_eq!(found(rule, ended, "6-1"), ["not applicable: it was settled informally"]);
    }

    /// In force from 1 April 2011: by the day of the formal start.
    #[test]
    fn in_force() {
        let formal = |start: &str| {
            let on: chrono::NaiveDate = start.parse().unwrap();
            let raised = "2011-03-01".parse().unwrap();
            let dispute = Dispute::raised("D-1", DisputeTheme::Placement, raised)
                .with_event(DisputeEvent::Formal { stage: 1, on })
                .unwrap();
            assessed(one(dispute), "2011-12-31".parse().unwrap(), |f| f.rule().id().to_string())
        };
        assert_eq!(formal("2011-03-31"), [""; 0]);
        assert_eq!(formal("2011-04-01"), ["dispute-resolved", "dispute-stage-response"]);
    }

    #[test]
    fn explanation() {
        let ladder = Ladder::new(["team manager", "head of service"]);
        let events = ["stage 1 6-1", "stage 2 6-15", "cafcass 6-29", "resolved 7-2"];
        let dispute = dispute("5-20", &events).with_ladder(ladder).unwrap();
        assert_eq!(
            explained(RuleId::DisputeResolved, dispute.clone(), "7-31"),
            "Resolution of a dispute: due by Mon 29 June 2026, 20 working days after the formal start \
             on Mon 1 June 2026. Done Thu 2 July 2026, 3 calendar days late. Highest stage: head of service. \
             Working days of the formal process: 23. Referred to Cafcass: Mon 29 June 2026.\n  The \
             IRO Handbook (statutory guidance, 2010), paragraph 6.2."
        );
        assert_eq!(
            explained(RuleId::DisputeResolved, dispute, "6-10"),
            "Resolution of a dispute: due by Mon 29 June 2026, 20 working days after the formal start \
             on Mon 1 June 2026. Not yet due. Highest stage: team manager. Working days of the formal \
             process: 7.\n  The IRO Handbook (statutory guidance, 2010), paragraph 6.2."
        );
    }

    #[test]
    fn withdrawn_or_superseded_is_said() {
        for end in ["withdrawn", "superseded"] {
            let dispute = dispute("5-20", &["stage 1 6-1", &format!("{end} 6-3")]);
            let text = explained(RuleId::DisputeResolved, dispute, "6-10").to_lowercase();
            assert!(text.contains(&format!("{end}: wed 3 june 2026.")), "{text}");
        }
    }
}

/// The authority's own times: five working days at stage 1, ten at stage 2, none at stage 3.
mod local_stage_response {
    use super::*;

    fn stages(events: &[&str], as_of: &str) -> Vec<String> {
        found(RuleId::DisputeStageResponse, dispute("5-20", events), as_of)
    }

    /// From Monday 1 June 2026 the fifth working day is Monday 8 June.
    #[test]
    fn outcomes() {
        let first = |events: &[&str]| {
            stages(&[&["stage 1 6-1"], events].concat(), "12-1").first().cloned().unwrap()
        };
        assert_eq!(first(&["answered 6-8"]), "met, due 6-8, on 6-8");
        assert_eq!(first(&["answered 6-9"]), "met late, due 6-8, on 6-9");
        assert_eq!(first(&["answered 6-5", "answered 6-9"]), "met, due 6-8, on 6-5");
        assert_eq!(first(&["resolved 6-8"]), "met, due 6-8, on 6-8");
        assert_eq!(first(&[]), "not met, due 6-8");
        assert_eq!(first(&["stage 2 6-8"]), "lapsed, due 6-8");
        assert_eq!(first(&["stage 2 6-9"]), "not met, due 6-8");
        assert_eq!(first(&["stage 2 6-9", "answered 6-9"]), "not met, due 6-8", "of another stage");
        assert_eq!(first(&["withdrawn 6-8"]), "lapsed, due 6-8");
        assert_eq!(first(&["withdrawn 6-9"]), "not met, due 6-8");
        assert_eq!(stages(&["stage 1 6-1"], "6-8"), ["not yet due, due 6-8"]);
        assert_eq!(stages(&["stage 1 6-1"], "6-9"), ["not met, due 6-8"]);
        assert_eq!(stages(&["stage 1 6-1", "answered 6-8"], "6-7"), ["not yet due, due 6-8"]);
        assert_eq!(stages(&["stage 1 6-1"], "5-31"), [""; 0], "not begun");
    }

    #[test]
    fn no_time_set_and_stages_skipped() {
        let none_set = "not applicable: the authority has set no limit";
        assert_eq!(stages(&["stage 3 6-1"], "6-2"), [none_set]);
        assert_eq!(stages(&["stage 255 6-1"], "6-2"), [none_set]);
        assert_eq!(
            stages(&["stage 1 6-1", "answered 6-1", "stage 3 6-3"], "6-3"),
            ["met, due 6-8, on 6-1", none_set]
        );
        assert_eq!(stages(&["stage 1 6-1", "stage 3 6-3"], "6-2"), ["not yet due, due 6-8"]);
        let keys =
            assessed(one(dispute("5-20", &["stage 2 6-1"])), day("6-1"), |f| f.key().to_string());
        assert_eq!(
            keys,
            [
                "dispute-recorded/C-1/dispute/D-1/0",
                "dispute-resolved/C-1/dispute/D-1/0",
                "dispute-stage-response/C-1/dispute/D-1/stage/2/0",
                "cafcass-referral/C-1/dispute/D-1/0",
            ]
        );
    }

    #[test]
    fn where_the_record_breaks_off() {
        let rule = RuleId::DisputeStageResponse;
        let lacks = "cannot tell: what became of the dispute after the record of it breaks off";
        let to = |to, as_of| {
            found(rule, dispute("5-20", &["stage 1 6-1"]).with_recorded_to(day(to)), as_of)
        };
        assert_eq!(to("6-7", "6-9"), [format!("{lacks}, due 6-8")]);
        assert_eq!(to("6-8", "6-9"), ["not met, due 6-8"]);
        // The end of the stage is on record, so that nothing was answered in it is too.
        let moved = dispute("5-20", &["stage 1 6-1", "stage 3 6-7"]).with_recorded_to(day("6-7"));
        assert_eq!(found(rule, moved, "7-1")[0], "lapsed, due 6-8");
    }

    #[test]
    fn explanation() {
        let ladder = Ladder::new(["team manager", "head of service"]);
        let events = ["stage 1 6-1", "stage 2 6-15"];
        let dispute = dispute("5-20", &events).with_ladder(ladder).unwrap();
        assert_eq!(
            explained(RuleId::DisputeStageResponse, dispute, "6-16"),
            "Answer at a stage of a dispute: due by Mon 8 June 2026, 5 working days after the start of \
             the stage on Mon 1 June 2026. Not met. Stage: team manager. Left without an answer: Mon \
             15 June 2026.\n  The authority's own policy (local), as the authority has set it."
        );
    }
}

/// Children Act 1989 section 25B(3); regulation 45(3), its three parts apart.
mod section_25b_cafcass {
    use super::*;

    fn test() -> CafcassTest {
        met_on("6-10")
    }

    fn met_on(on: &str) -> CafcassTest {
        CafcassTest::new(day(on))
            .with_failure(SignificantFailure::InPlan)
            .with_raised_with_senior_officers(Done::On(day("6-1")))
            .with_put_right_in_reasonable_time(false)
    }

    fn put(test: CafcassTest, events: &[&str], as_of: &str) -> String {
        let dispute = dispute("5-20", events).with_cafcass_test(test);
        let [line] = &found(RuleId::CafcassReferral, dispute, as_of)[..] else { panic!() };
        line.clone()
    }

    #[test]
    fn the_test_was_put() {
        let not_met = "not applicable: the test for a referral was not met";
        assert_eq!(put(test(), &["cafcass 6-12"], "6-12"), "met");
        assert_eq!(put(test().with_no_reason_against(), &["cafcass 6-12"], "6-11"), "not met");
        assert_eq!(put(test().with_reason_against(day("6-12"), "no"), &[], "6-12"), "met");
        assert_eq!(put(test().with_reason_against(day("6-12"), "no"), &[], "6-11"), "not met");
        assert_eq!(put(test().with_no_reason_against(), &[], "6-10"), "not met");
        let reason = "cannot tell: the reason why no referral was made";
        assert_eq!(put(test(), &[], "6-12"), reason);
        assert_eq!(put(test(), &["resolved 6-11"], "6-12"), reason, "a failure all the same");
        for one_not in [
            test().with_failure(SignificantFailure::NoneFound),
            test().with_raised_with_senior_officers(Done::No),
            test().with_raised_with_senior_officers(Done::On(day("6-13"))),
            test().with_put_right_in_reasonable_time(true),
            CafcassTest::new(day("6-10")).with_put_right_in_reasonable_time(true),
        ] {
            assert_eq!(put(one_not.clone(), &[], "6-12"), not_met, "{one_not:?}");
            assert_eq!(put(one_not, &["cafcass 6-12"], "6-12"), "met", "the power stands alone");
        }
        for failure in [
            SignificantFailure::InPlan,
            SignificantFailure::InReview,
            SignificantFailure::InImplementation,
            SignificantFailure::InOtherDuty,
        ] {
            let test = test().with_failure(failure).with_no_reason_against();
            assert_eq!(put(test, &[], "6-12"), "not met");
        }
        let on_the_day = test().with_raised_with_senior_officers(Done::On(day("6-10")));
        assert_eq!(put(on_the_day.with_no_reason_against(), &[], "6-12"), "not met");
    }

    /// Section 25B(3), regulation 45(3): what was referred before the test of 10 June may have been another
    /// failure, of which the IRO has to consider a referral anew.
    #[test]
    fn a_referral_before_the_test_answers_it_only_if_about_the_same_failure() {
        let before = &["cafcass 5-22"][..];
        let which = "cannot tell: whether the earlier referral was about the same failure";
        let new = || test().with_no_reason_against().with_referred_already(false);
        assert_eq!(put(test().with_no_reason_against(), before, "6-12"), which);
        assert_eq!(put(test(), before, "6-12"), which);
        assert_eq!(put(new(), before, "6-12"), "not met");
        assert_eq!(put(new(), &["cafcass 5-22", "cafcass 6-10"], "6-12"), "met", "on the day");
        assert_eq!(put(new(), &["cafcass 5-22", "cafcass 6-13"], "6-12"), "not met", "not yet");
        assert_eq!(put(test().with_referred_already(true), before, "6-12"), "met");
        assert_eq!(put(new().with_reason_against(day("6-11"), "no"), before, "6-12"), "met");
        let none = test().with_failure(SignificantFailure::NoneFound);
        let not_met = "not applicable: the test for a referral was not met";
        assert_eq!(put(none, before, "6-12"), not_met, "nothing to refer since");
        let unfinished = CafcassTest::new(day("6-10"));
        let unknown = "cannot tell: whether the authority failed significantly";
        assert_eq!(put(unfinished, before, "6-12"), unknown);
    }

    /// Raised with those officers on 15 June, after the test of 10 June: not met by then, and no "no".
    #[test]
    fn raised_only_after_the_test() {
        let late = || {
            let raised = Done::On(day("6-15"));
            test().with_raised_with_senior_officers(raised).with_no_reason_against()
        };
        let not_met = "not applicable: the test for a referral was not met";
        let again =
            "cannot tell: whether the test was put again after it was raised with those officers";
        assert_eq!(put(late(), &[], "6-14"), not_met);
        assert_eq!(put(late(), &[], "6-15"), again);
        assert_eq!(put(late(), &["resolved 6-15"], "6-15"), not_met, "no longer running");
        assert_eq!(put(late(), &["cafcass 6-20"], "6-20"), "met");
        let of_no_use = [
            late().with_failure(SignificantFailure::NoneFound),
            late().with_put_right_in_reasonable_time(true),
        ];
        for test in of_no_use {
            assert_eq!(put(test, &[], "6-15"), not_met, "something else was lacking");
        }
        let with_next = |next: &str| {
            let next = met_on(next).with_no_reason_against();
            let both = dispute("5-20", &[]).with_cafcass_test(late()).with_cafcass_test(next);
            found(RuleId::CafcassReferral, both, "6-30")
        };
        assert_eq!(with_next("6-14"), [again, "not met"]);
        assert_eq!(with_next("6-15"), [not_met, "not met"]);

        let text = |as_of| {
            explained(
                RuleId::CafcassReferral,
                dispute("5-20", &[]).with_cafcass_test(late()),
                as_of,
            )
        };
        let then = " Raised with officers senior enough: not by the day of the test. ";
        let since = " Raised with officers senior enough after the test: Mon 15 June 2026. ";
        assert!(text("6-14").contains(then), "{}", text("6-14"));
        assert!(text("6-15").contains(since), "{}", text("6-15"));
    }

    #[test]
    fn a_part_is_not_recorded() {
        let bare = || CafcassTest::new(day("6-10"));
        let lacks = |test| put(test, &[], "6-12");
        let failed = bare().with_failure(SignificantFailure::InReview);
        let raised = failed.clone().with_raised_with_senior_officers(Done::On(day("6-1")));
        assert_eq!(lacks(bare()), "cannot tell: whether the authority failed significantly");
        assert_eq!(lacks(failed), "cannot tell: whether it was raised with officers senior enough");
        assert_eq!(lacks(raised), "cannot tell: whether it was put right in reasonable time");
        let dispute = dispute("5-20", &[])
            .with_cafcass_test(test().with_no_reason_against())
            .with_recorded_to(day("6-11"));
        let rule = RuleId::CafcassReferral;
        assert_eq!(found(rule, dispute.clone(), "6-11"), ["not met"]);
        assert_eq!(
            found(rule, dispute, "6-12"),
            ["cannot tell: what became of the dispute after the record of it breaks off"]
        );
    }

    #[test]
    fn the_test_was_not_put() {
        let without = |events: &[&str]| {
            let [line] = &found(RuleId::CafcassReferral, dispute("5-20", events), "6-30")[..]
            else {
                panic!()
            };
            line.clone()
        };
        let unknown = "cannot tell: whether the test for a referral was met";
        assert_eq!(without(&[]), unknown);
        assert_eq!(without(&["stage 1 6-1"]), unknown);
        assert_eq!(without(&["stage 1 6-1", "resolved 7-1"]), unknown, "not known by then");
        assert_eq!(without(&["cafcass 5-20"]), "met", "from the informal stage");
        assert_eq!(without(&["cafcass 5-20", "resolved 6-1"]), "met");
        assert_eq!(without(&["resolved 6-1"]), "not applicable: the dispute was resolved");
        let withdrawn = ["stage 1 6-1", "withdrawn 6-2"];
        assert_eq!(without(&withdrawn), "not applicable: the dispute was withdrawn");
        let superseded = ["stage 1 6-1", "superseded 6-2"];
        assert_eq!(without(&superseded), "not applicable: the dispute was superseded");
        // Before the day of the test nothing is known of it.
        assert_eq!(put(test(), &[], "6-9"), unknown);
    }

    #[test]
    fn put_again() {
        let dispute = dispute("5-20", &[])
            .with_cafcass_test(test().with_no_reason_against())
            .with_cafcass_test(
                CafcassTest::new(day("5-25")).with_failure(SignificantFailure::NoneFound),
            );
        let keys = assessed(one(dispute), day("6-30"), |f| format!("{} {}", f.key(), f.outcome()));
        assert_eq!(
            keys[2..],
            [
                "cafcass-referral/C-1/dispute/D-1/from/2026-05-25/0 not applicable",
                "cafcass-referral/C-1/dispute/D-1/from/2026-06-10/0 not met",
            ]
        );
    }

    #[test]
    fn explanation_with_the_three_parts_apart() {
        let rule = RuleId::CafcassReferral;
        let referred = dispute("5-20", &["stage 1 6-1", "cafcass 6-12"]).with_cafcass_test(test());
        assert_eq!(
            explained(rule, referred.clone(), "6-12"),
            "Referral to Cafcass. Met. Significant failure: in the care plan. Raised with officers \
             senior enough: Mon 1 June 2026. Put right in reasonable time: no. Referred to Cafcass: Fri \
             12 June 2026.\n  The Children Act 1989 (1989 c. 41), section 25B(3)."
        );
        let reason = test().with_reason_against(day("6-11"), "Kim moved that week");
        let text = explained(rule, dispute("5-20", &[]).with_cafcass_test(reason), "6-12");
        assert!(text.contains(" Reason against a referral on record: Thu 11 June 2026."), "{text}");
        assert!(!text.contains("Kim"), "{text}");
        let bare = dispute("5-20", &[]).with_cafcass_test(CafcassTest::new(day("6-10")));
        let text = explained(rule, bare, "6-12");
        assert_eq!(text.matches(": not recorded.").count(), 3, "{text}");
        let nothing = CafcassTest::new(day("6-10"))
            .with_failure(SignificantFailure::NoneFound)
            .with_raised_with_senior_officers(Done::No)
            .with_put_right_in_reasonable_time(true);
        let text = explained(rule, dispute("5-20", &[]).with_cafcass_test(nothing), "6-12");
        let parts = "Significant failure: no. Raised with officers senior enough: no. Put right in \
                     reasonable time: yes.";
        assert!(text.contains(parts), "{text}");
    }
}

#[test]
fn nobody_recorded_whether_there_were_disputes() {
    let lines = assessed(Disputes::default(), day("6-1"), |f| {
        format!("{} {}", f.key(), f.outcome().missing().unwrap())
    });
    assert_eq!(
        lines,
        [
            "dispute-recorded/C-1/child/0 whether there were disputes",
            "dispute-resolved/C-1/child/0 whether there were disputes",
            "cafcass-referral/C-1/child/0 whether there were disputes",
        ]
    );
    let before = assessed(Disputes::default(), "2011-03-31".parse().unwrap(), |_| ());
    assert!(before.is_empty());
    assert!(assessed(Disputes::none(), day("6-1"), |_| ()).is_empty(), "there were none");
    assert!(assessed(one(dispute("6-2", &[])), day("6-1"), |_| ()).is_empty(), "not raised yet");
}

#[test]
fn disputes_in_the_order_they_were_raised() {
    let at = |id: &str, on| Dispute::raised(id, DisputeTheme::Health, day(on));
    let disputes = Disputes::none()
        .with_dispute(at("D-2", "5-21"))
        .with_dispute(at("D-1", "5-20"))
        .with_dispute(at("D-3", "5-21"));
    let keys = assessed(disputes, day("6-1"), |f| f.subject().of().to_string());
    let order: Vec<_> = keys.chunk_by(|a, b| a == b).map(|chunk| chunk[0].as_str()).collect();
    assert_eq!(order, ["dispute D-1", "dispute D-2", "dispute D-3"]);
}

/// Three disputes, two of them raised on one day, in every order: the same record and the same findings.
#[test]
fn the_order_given_does_not_matter() {
    let at = |(id, on): (&str, &str)| {
        let dispute = Dispute::raised(id, DisputeTheme::Health, day(on));
        dispute.with_event(DisputeEvent::Formal { stage: 1, on: day("5-25") }).unwrap()
    };
    let [a, b, c] = [("D-1", "5-21"), ("D-2", "5-20"), ("D-3", "5-21")];
    let said = |order: [(&str, &str); 3]| {
        let disputes = order.map(at).into_iter().fold(Disputes::none(), Disputes::with_dispute);
        let ids: Vec<_> = disputes.list().unwrap().iter().map(|d| d.id().to_owned()).collect();
        assert_eq!(ids, ["D-2", "D-1", "D-3"], "{order:?}");
        assessed(disputes, day("6-1"), |f| (f.key().to_string(), f.explain().to_string()))
    };
    let first = said([a, b, c]);
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        assert_eq!(said(order), first);
    }
}
