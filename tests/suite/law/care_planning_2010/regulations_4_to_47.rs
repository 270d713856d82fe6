//! The plans, the steps towards leaving care, the independent visitor: SI 2010/959, regulations 4, 9, 13,
//! 39, 40, 42, 47B and 47C; Children Act 1989, section 23ZB.

use crate::assess::date;
use crate::duties::placed::{
    care, foster, on, placed, placement, record, reviewed, statuses, with_plans,
};
use iro_handbook::law::RuleId::{
    CarePlan, CeasingApproval as CEASING, DetentionPlacementPlan, EducationPlan as EDUCATION,
    IndependentVisitor, NotifyPlacement, PathwayAssessment, PlacementPlan,
};
use iro_handbook::record::LegalStatus::{
    Accommodated, CareOrder, RemandToLocalAuthority, RemandToYouthDetention,
};
use iro_handbook::record::PlacementKind::{Adoption, Other, YouthDetention};
use iro_handbook::record::{
    CarePeriod, CareRecord, CeasingApproval, Done, EducationPlan, Entry, Placements, Plan, Plans,
};

const WHETHER: &str = "cannot tell: whether it was practicable before the placement";

fn made(day: &str) -> Plan {
    Plan::made_on(date(day))
}

fn late(day: &str) -> Plan {
    made(day).not_practicable_before("placed at night")
}

fn planned(plan: Plan) -> CarePeriod {
    let care = placed(foster("2026-03-02"));
    let care = care.with_legal_statuses(statuses(&[(Accommodated, "2026-03-02", "")]));
    with_plans(care, Plans::default().with_care_plan(plan))
}

/// Placed on Monday 2 March 2026: ten working days are Monday 16 March.
#[test]
fn reg_4_2_care_plan() {
    for (as_of, plan, expected) in [
        ("2026-04-01", made("2026-03-02").practicable_before(), "2026-03-02 met".to_owned()),
        ("2026-04-01", made("2026-03-03").practicable_before(), "2026-03-02 met late".to_owned()),
        ("2026-04-01", late("2026-03-16"), "2026-03-16 met".to_owned()),
        ("2026-04-01", late("2026-03-17"), "2026-03-16 met late".to_owned()),
        (
            "2026-03-16",
            Plan::not_made().not_practicable_before("x"),
            "2026-03-16 not yet due".to_owned(),
        ),
        (
            "2026-03-17",
            Plan::not_made().not_practicable_before("x"),
            "2026-03-16 not met".to_owned(),
        ),
        ("2026-04-01", made("2026-03-02"), "2026-03-02..2026-03-16 met".to_owned()),
        ("2026-04-01", made("2026-03-03"), format!("2026-03-02..2026-03-16 {WHETHER}")),
        ("2026-04-01", made("2026-03-16"), format!("2026-03-02..2026-03-16 {WHETHER}")),
        ("2026-04-01", made("2026-03-17"), "2026-03-02..2026-03-16 met late".to_owned()),
        ("2026-04-01", Plan::not_made(), "2026-03-02..2026-03-16 not met".to_owned()),
        (
            "2026-04-01",
            Plan::default(),
            "2026-03-02..2026-03-16 cannot tell: the day the care plan was made".to_owned(),
        ),
    ] {
        assert_eq!(
            on(as_of).of(CarePlan, &record(planned(plan.clone()))),
            [expected],
            "{as_of} {plan:?}"
        );
    }
    for (ended, expected) in
        [("2026-03-16", "2026-03-16 lapsed"), ("2026-03-17", "2026-03-16 not met")]
    {
        let plan = Plan::not_made().not_practicable_before("x");
        let record = record(planned(plan).with_ended(date(ended)));
        assert_eq!(on("2026-04-01").of(CarePlan, &record), [expected]);
    }
}

#[test]
fn reg_4_2_the_first_placement_is_not_known() {
    let plans = || Plans::default().with_care_plan(made("2026-03-02"));
    let says = |care: CarePeriod| on("2026-04-01").of(CarePlan, &record(care.with_plans(plans())));
    assert_eq!(says(care("2026-03-02")), ["- cannot tell: the start of the first placement"]);
    assert_eq!(says(care("2026-03-02").with_placements(Placements::recorded())), ["- not yet due"]);
    let left = care("2026-03-02").with_placements(Placements::recorded());
    assert_eq!(says(left.with_ended(date("2026-03-05"))), ["- lapsed"]);
    let unknown = placed(foster("2026-03-02")).with_entry(Entry::NotKnown);
    assert_eq!(says(unknown), ["- cannot tell: the day the child became looked after"]);
    assert!(says(placed(foster("2011-03-31"))).is_empty());
}

/// Only by remand, from 19 April 2013: five working days, Monday 9 March.
#[test]
fn reg_47b_care_plan_on_remand() {
    let with = |from: &str, spans: &[_], day: &str| {
        let care = placed(placement(from, Other)).with_legal_statuses(statuses(spans));
        record(with_plans(care, Plans::default().with_care_plan(late(day))))
    };
    let says = |from, spans: &[_], day| on("2026-04-01").of(CarePlan, &with(from, spans, day));
    let remand = |from| (RemandToLocalAuthority, from, "");
    assert_eq!(says("2026-03-02", &[remand("2026-03-02")], "2026-03-09"), ["2026-03-09 met"]);
    assert_eq!(says("2026-03-02", &[remand("2026-03-02")], "2026-03-10"), ["2026-03-09 met late"]);
    // Whatever was practicable, and where nobody said.
    for plan in [made("2026-03-05"), made("2026-03-05").practicable_before()] {
        let care = placed(placement("2026-03-02", Other))
            .with_legal_statuses(statuses(&[remand("2026-03-02")]));
        let record = record(with_plans(care, Plans::default().with_care_plan(plan)));
        assert_eq!(on("2026-04-01").of(CarePlan, &record), ["2026-03-09 met"]);
    }
    // In care by an order beside the remand.
    let both = [remand("2026-03-02"), (CareOrder, "2026-03-02", "")];
    assert_eq!(says("2026-03-02", &both, "2026-03-10"), ["2026-03-16 met"]);
    // 18 April 2013 is a Thursday, ten working days are 2 May; 19 April and five are 26 April.
    assert_eq!(says("2013-04-18", &[remand("2013-04-18")], "2013-05-02"), ["2013-05-02 met"]);
    assert_eq!(says("2013-04-19", &[remand("2013-04-19")], "2013-04-26"), ["2013-04-26 met"]);
    assert_eq!(says("2013-04-19", &[remand("2013-04-19")], "2013-04-29"), ["2013-04-26 met late"]);
    assert_eq!(
        says("2026-03-02", &[], "2026-03-10"),
        ["2026-03-09..2026-03-16 cannot tell: whether the child was looked after only by remand"]
    );
    let detained = [(RemandToYouthDetention, "2026-03-02", "")];
    let found = says("2026-03-02", &detained, "2026-03-10");
    assert!(found[0].starts_with("- not applicable: a child looked after only by remand to youth"));
}

/// Five working days from Monday 2 March 2026: Monday 9 March.
#[test]
fn reg_9_2_placement_plan() {
    let says = |as_of, plan: Plan, ended: &str| {
        let mut placement = foster("2026-03-02").with_plan(plan);
        if !ended.is_empty() {
            placement = placement.with_ended(date(ended));
        }
        on(as_of).of(PlacementPlan, &record(placed(placement)))
    };
    let not_made = || Plan::not_made().not_practicable_before("x");
    assert_eq!(says("2026-04-01", made("2026-02-27"), ""), ["2026-03-02..2026-03-09 met"]);
    assert_eq!(
        says("2026-04-01", made("2026-03-03").practicable_before(), ""),
        ["2026-03-02 met late"]
    );
    assert_eq!(says("2026-04-01", late("2026-03-09"), ""), ["2026-03-09 met"]);
    assert_eq!(says("2026-04-01", late("2026-03-10"), ""), ["2026-03-09 met late"]);
    assert_eq!(says("2026-03-09", not_made(), ""), ["2026-03-09 not yet due"]);
    assert_eq!(says("2026-03-10", not_made(), ""), ["2026-03-09 not met"]);
    assert_eq!(says("2026-04-01", not_made(), "2026-03-09"), ["2026-03-09 lapsed"]);
    assert_eq!(says("2026-04-01", not_made(), "2026-03-10"), ["2026-03-09 not met"]);
    assert_eq!(
        says("2026-04-01", made("2026-03-09"), ""),
        [format!("2026-03-02..2026-03-09 {WHETHER}")]
    );
    assert_eq!(
        says("2026-04-01", Plan::default(), ""),
        ["2026-03-02..2026-03-09 cannot tell: the day the placement plan was made"]
    );
}

/// SI 2020/445, regulation 8: from 24 April to 25 September 2020 as soon as practicable.
#[test]
fn reg_9_2_placement_plan_in_2020() {
    let says = |from: &str, plan: Plan| {
        on("2020-12-01").of(PlacementPlan, &record(placed(foster(from).with_plan(plan))))
    };
    let told = "- cannot tell: whether that was as soon as it could be";
    assert_eq!(says("2020-04-23", late("2020-05-01")), ["2020-04-30 met late"]);
    assert_eq!(says("2020-04-24", late("2020-05-20")), [told]);
    assert_eq!(says("2020-04-24", late("2020-04-24")), ["- met"]);
    assert_eq!(
        says("2020-04-24", made("2020-04-25").practicable_before()),
        ["2020-04-24 met late"]
    );
    assert_eq!(says("2020-09-25", late("2020-11-01")), [told]);
    assert_eq!(says("2020-09-26", late("2020-10-02")), ["2020-10-02 met"]);
    assert_eq!(says("2020-09-26", late("2020-10-03")), ["2020-10-02 met late"]);
    let ended = foster("2020-05-01").with_ended(date("2020-05-11"));
    let ended = ended.with_plan(Plan::not_made().not_practicable_before("x"));
    let text = on("2020-12-01").explained(PlacementPlan, &record(placed(ended))).remove(0);
    assert!(text.contains("Days taken: 10."), "{text}");
}

#[test]
fn regs_9_and_13_not_for_adoption_or_detention() {
    for (kind, plan, notice) in [
        (
            Adoption,
            "a placement for adoption follows the Adoption Agencies Regulations",
            "a placement for adoption follows the Adoption Agencies Regulations",
        ),
        (
            YouthDetention,
            "youth detention accommodation has a detention placement plan",
            "the authority does not make a placement in youth detention accommodation",
        ),
    ] {
        let record = record(placed(placement("2026-03-02", kind)));
        assert_eq!(
            on("2026-04-01").of(PlacementPlan, &record),
            [format!("- not applicable: {plan}")]
        );
        assert_eq!(
            on("2026-04-01").of(NotifyPlacement, &record),
            [format!("- not applicable: {notice}")]
        );
        assert!(on("2026-03-01").of(NotifyPlacement, &record).is_empty());
    }
}

#[test]
fn reg_13_notice_of_a_placement() {
    let says = |as_of, emergency: Option<bool>, done: Done, ended: &str| {
        let mut placement = foster("2026-03-02").with_notified(done);
        if let Some(emergency) = emergency {
            placement = placement.with_emergency(emergency);
        }
        if !ended.is_empty() {
            placement = placement.with_ended(date(ended));
        }
        on(as_of).of(NotifyPlacement, &record(placed(placement)))
    };
    let told = |day| Done::On(date(day));
    let emergency =
        "2026-03-02..2026-03-09 cannot tell: whether the placement was made in an emergency";
    for (as_of, in_emergency, done, ended, expected) in [
        ("2026-04-01", Some(false), told("2026-03-02"), "", "2026-03-02 met"),
        ("2026-04-01", Some(false), told("2026-03-03"), "", "2026-03-02 met late"),
        ("2026-04-01", Some(false), Done::No, "", "2026-03-02 not met"),
        ("2026-04-01", Some(true), told("2026-03-09"), "", "2026-03-09 met"),
        ("2026-04-01", Some(true), told("2026-03-10"), "", "2026-03-09 met late"),
        ("2026-03-09", Some(true), Done::No, "", "2026-03-09 not yet due"),
        ("2026-03-10", Some(true), Done::No, "", "2026-03-09 not met"),
        ("2026-04-01", Some(true), Done::No, "2026-03-09", "2026-03-09 lapsed"),
        (
            "2026-04-01",
            Some(true),
            Done::NotRecorded,
            "",
            "2026-03-09 cannot tell: the day of the notice",
        ),
        ("2026-04-01", None, told("2026-03-02"), "", "2026-03-02..2026-03-09 met"),
        ("2026-04-01", None, told("2026-03-05"), "", emergency),
        ("2026-04-01", None, told("2026-03-10"), "", "2026-03-02..2026-03-09 met late"),
    ] {
        assert_eq!(
            says(as_of, in_emergency, done, ended),
            [expected],
            "{as_of} {in_emergency:?} {done:?}"
        );
    }
}

/// A plan made on 1 June 2020 for a placement of 1 to 11 May is not known on 20 May: ten days without.
#[test]
fn a_plan_made_later_is_none_yet_in_2020() {
    let says = |as_of, plan: Plan| {
        let ended = foster("2020-05-01").with_ended(date("2020-05-11"));
        on(as_of).explained(PlacementPlan, &record(placed(ended.with_plan(plan)))).remove(0)
    };
    let none = Plan::not_made().not_practicable_before("placed at night");
    let text = says("2020-05-20", late("2020-06-01"));
    assert_eq!(text, says("2020-05-20", none));
    assert!(text.contains("Days taken: 10."), "{text}");
}

/// Regulation 47C, due by 16 March. Until the first detention of 20 March none is recorded, and no plan of it.
#[test]
fn reg_47c_a_placement_after_the_day_asked_about() {
    let remand = statuses(&[(RemandToYouthDetention, "2026-03-02", "")]);
    let placement = placement("2026-03-20", YouthDetention).with_plan(made("2026-03-20"));
    let care = care("2026-03-02").with_legal_statuses(remand);
    let detained = care.with_placements(Placements::default().with_placement(placement));
    let says = |as_of| on(as_of).of(DetentionPlacementPlan, &record(detained.clone()));
    let missing = "2026-03-16 cannot tell: the day the detention placement plan was made";
    assert_eq!(says("2026-03-19"), [missing]);
    assert_eq!(says("2026-03-20"), ["2026-03-16 met late"]);
}

/// Ten working days from the remand of Monday 2 March 2026: Monday 16 March.
#[test]
fn reg_47c_detention_placement_plan() {
    let with = |plan: Plan, spans: &[_]| {
        let placement = placement("2026-03-04", YouthDetention).with_plan(plan);
        let care =
            care("2026-03-02").with_placements(Placements::default().with_placement(placement));
        record(if spans.is_empty() { care } else { care.with_legal_statuses(statuses(spans)) })
    };
    let remand = [(RemandToYouthDetention, "2026-03-02", "")];
    let says = |as_of, plan, spans: &[_]| on(as_of).of(DetentionPlacementPlan, &with(plan, spans));
    assert_eq!(says("2026-04-01", made("2026-03-16"), &remand), ["2026-03-16 met"]);
    assert_eq!(says("2026-04-01", made("2026-03-17"), &remand), ["2026-03-16 met late"]);
    assert_eq!(says("2026-03-16", Plan::not_made(), &remand), ["2026-03-16 not yet due"]);
    assert_eq!(says("2026-03-17", Plan::not_made(), &remand), ["2026-03-16 not met"]);
    let short = [(RemandToYouthDetention, "2026-03-02", "2026-03-16")];
    assert_eq!(says("2026-04-01", Plan::not_made(), &short), ["2026-03-16 lapsed"]);
    let missing = "2026-03-16 cannot tell: the day the detention placement plan was made";
    assert_eq!(says("2026-04-01", Plan::default(), &remand), [missing]);
    assert_eq!(says("2026-04-01", Plan::default(), &[]), ["- cannot tell: the day of the remand"]);
    assert_eq!(
        says("2026-04-01", Plan::default(), &[(CareOrder, "2026-03-02", "")]),
        ["- not applicable: the child is not remanded to youth detention"]
    );
    let elsewhere = care("2026-03-02").with_legal_statuses(statuses(&remand));
    assert_eq!(on("2026-04-01").of(DetentionPlacementPlan, &record(elsewhere)), [missing]);
    let before = care("2013-04-18").with_legal_statuses(statuses(&[(
        RemandToYouthDetention,
        "2013-04-18",
        "",
    )]));
    assert!(on("2014-04-01").of(DetentionPlacementPlan, &record(before)).is_empty());
}

#[test]
fn reg_5_1_b_education_plan() {
    use EducationPlan::{Made, Needed, NotNeeded};
    let with =
        |plan| with_plans(placed(foster("2026-03-02")), Plans::default().with_education_plan(plan));
    let told = |day| Done::On(date(day));
    for (as_of, plan, expected) in [
        ("2026-04-01", Made(told("2026-03-16")), "2026-03-16 met"),
        ("2026-04-01", Needed(told("2026-03-17")), "2026-03-16 met late"),
        ("2026-03-16", Needed(Done::No), "2026-03-16 not yet due"),
        ("2026-03-17", Needed(Done::No), "2026-03-16 not met"),
        (
            "2026-03-17",
            Made(Done::No),
            "2026-03-16 cannot tell: whether the child is of an age for an education plan",
        ),
        (
            "2026-03-17",
            Needed(Done::NotRecorded),
            "2026-03-16 cannot tell: the day the education plan was made",
        ),
        (
            "2026-03-17",
            NotNeeded("a baby".to_owned()),
            "- not applicable: the child needs no personal education plan",
        ),
    ] {
        assert_eq!(on(as_of).of(EDUCATION, &record(with(plan))), [expected]);
    }
    let ended = with(Needed(Done::No)).with_ended(date("2026-03-16"));
    assert_eq!(on("2026-04-01").of(EDUCATION, &record(ended)), ["2026-03-16 lapsed"]);
}

/// Born on 10 May 2010: sixteen on 10 May 2026, three months later 10 August.
#[test]
fn regs_40_and_42_pathway_assessment() {
    let says = |as_of, periods: &[(&str, &str)], done: Done| {
        let record = periods.iter().fold(CareRecord::new("C-7"), |record, (began, ended)| {
            let care = care(began);
            let care = if ended.is_empty() { care } else { care.with_ended(date(ended)) };
            let plans = Plans::default().with_pathway_assessment(done);
            record.with_period_of_care(care.with_plans(plans))
        });
        on(as_of).of(PathwayAssessment, &record.with_born(date("2010-05-10")))
    };
    let told = |day| Done::On(date(day));
    let long = [("2020-01-01", "")];
    let none: [&str; 0] = [];
    let short = "- not applicable: not looked after for long enough since the fourteenth birthday";
    assert_eq!(says("2026-05-09", &long, Done::No), none);
    assert_eq!(says("2026-05-10", &long, Done::No), ["2026-08-10 not yet due"]);
    assert_eq!(says("2026-12-01", &long, told("2026-08-10")), ["2026-08-10 met"]);
    assert_eq!(says("2026-12-01", &long, told("2026-08-11")), ["2026-08-10 met late"]);
    assert_eq!(says("2026-08-11", &long, Done::No), ["2026-08-10 not met"]);
    assert_eq!(
        says("2026-12-01", &long, Done::NotRecorded),
        ["2026-08-10 cannot tell: the day the pathway assessment was complete"]
    );
    assert_eq!(
        says("2026-12-01", &[("2020-01-01", "2026-08-10")], Done::No),
        ["2026-08-10 lapsed"]
    );
    // Back in care on 1 July: owed anew, from that day.
    assert_eq!(
        says("2026-12-01", &[("2020-01-01", "2026-06-15"), ("2026-07-01", "")], Done::No),
        ["2026-08-10 lapsed", "2026-10-01 not met"]
    );
    // In care since 2 March 2026: thirteen weeks are up on 1 June.
    assert_eq!(says("2026-05-31", &[("2026-03-02", "")], Done::No), [short]);
    assert_eq!(says("2026-06-01", &[("2026-03-02", "")], Done::No), ["2026-09-01 not yet due"]);
    assert_eq!(says("2026-12-01", &[("2026-03-02", "2026-06-01")], Done::No), [short]);
    // Weeks before the fourteenth birthday do not count, nor does care that ended before the sixteenth.
    assert_eq!(says("2026-12-01", &[("2020-01-01", "2024-05-11")], Done::No), none);
    // Ten days since the fourteenth birthday, the 81 that are wanting from 1 July 2026.
    let few = [("2020-01-01", "2024-05-20"), ("2026-07-01", "")];
    assert_eq!(says("2026-09-19", &few, Done::No), [short]);
    assert_eq!(says("2026-09-20", &few, Done::No), ["2026-12-20 not yet due"]);
    // Two periods: 61 days from 1 March 2025, the 30 that are wanting from 1 July 2026.
    let two = [("2025-03-01", "2025-05-01"), ("2026-07-01", "")];
    assert_eq!(says("2026-07-30", &two, Done::No), [short]);
    assert_eq!(says("2026-07-31", &two, Done::No), ["2026-10-31 not yet due"]);
    // Long enough before, and back in care after sixteen: from the day of coming back.
    let back = [("2025-01-01", "2025-12-01"), ("2026-07-01", "")];
    assert_eq!(says("2026-08-01", &back, Done::No), ["2026-10-01 not yet due"]);
}

#[test]
fn regs_40_and_42_what_is_not_recorded() {
    let begun = record(care("2026-03-02"));
    let says = |as_of, record: CareRecord| on(as_of).of(PathwayAssessment, &record);
    assert_eq!(says("2026-12-01", begun), ["- cannot tell: the date of birth"]);
    let entry = |done: Done| {
        let plans = Plans::default().with_pathway_assessment(done);
        let care = care("2026-03-02").with_entry(Entry::NotKnown).with_plans(plans);
        record(care).with_born(date("2010-05-10"))
    };
    // Eligible on 10 May at the earliest, by 1 June at the latest.
    let told = |day| Done::On(date(day));
    assert_eq!(says("2026-12-01", entry(told("2026-08-10"))), ["2026-08-10..2026-09-01 met"]);
    assert_eq!(
        says("2026-12-01", entry(told("2026-08-11"))),
        ["2026-08-10..2026-09-01 cannot tell: the day the child became looked after"]
    );
    assert_eq!(says("2026-12-01", entry(told("2026-09-02"))), ["2026-08-10..2026-09-01 met late"]);
    assert_eq!(
        says("2026-05-20", entry(Done::No)),
        ["- cannot tell: the day the child became looked after"]
    );
}

/// Regulation 39: looked after for 20 working days, the day care began not counted. From Monday 2 March 2026
/// the 20th is Monday 30 March, and care that ends on it has lasted them.
#[test]
fn reg_39_approval_of_ceasing() {
    use CeasingApproval::{ByAnother, ByNominatedOfficer, EndedByLaw, NotRecorded, On};
    let says = |ended, approval: CeasingApproval| {
        let plans = Plans::default().with_ceasing_approval(approval);
        let care = care("2026-03-02").with_ended(date(ended));
        on("2026-06-01").of(CEASING, &record(care.with_plans(plans)))
    };
    let short = "- not applicable: the child was not looked after for long enough";
    assert_eq!(says("2026-03-29", CeasingApproval::No), [short]);
    for (approval, expected) in [
        (CeasingApproval::No, "2026-03-30 not met"),
        (ByNominatedOfficer(date("2026-03-30")), "2026-03-30 met"),
        (ByNominatedOfficer(date("2026-03-31")), "2026-03-30 met late"),
        (ByAnother(date("2026-03-20")), "2026-03-30 not met"),
        (On(date("2026-03-20")), "2026-03-30 cannot tell: who gave the approval"),
        (
            NotRecorded,
            "2026-03-30 cannot tell: whether ceasing to look after the child was approved",
        ),
        (EndedByLaw("18".to_owned()), "- not applicable: care ended by law and not by a decision"),
    ] {
        assert_eq!(says("2026-03-30", approval), [expected]);
    }
    // From a Saturday, Monday 2 March is the first working day, and Friday 27 March the twentieth.
    for (ended, expected) in [("2026-03-26", short), ("2026-03-27", "2026-03-27 not met")] {
        let plans = Plans::default().with_ceasing_approval(CeasingApproval::No);
        let care = care("2026-02-28").with_ended(date(ended)).with_plans(plans);
        assert_eq!(on("2026-06-01").of(CEASING, &record(care)), [expected], "{ended}");
    }
    let open = record(care("2026-03-02").with_ended(date("2026-03-30")));
    assert!(on("2026-03-29").of(CEASING, &open).is_empty(), "not yet ended");
    let unknown = care("2026-03-02").with_entry(Entry::NotKnown).with_ended(date("2026-03-09"));
    assert_eq!(
        on("2026-06-01").of(CEASING, &record(unknown)),
        ["- cannot tell: the day the child became looked after"]
    );
    // In force from 1 April 2015.
    for (ended, count) in [("2015-03-31", 0), ("2015-04-01", 1)] {
        let care = care("2014-03-03").with_ended(date(ended));
        assert_eq!(on("2015-06-01").of(CEASING, &record(care)).len(), count, "{ended}");
    }
}

#[test]
fn section_23zb_independent_visitor() {
    let with =
        |plans| record(with_plans(reviewed(care("2026-03-02"), "2026-03-27 2026-06-20"), plans));
    let says = |as_of, plans| on(as_of).of(IndependentVisitor, &with(plans));
    let days =
        |days: &[&str]| Plans::default().with_visitor_considered_at(days.iter().map(|d| date(d)));
    assert_eq!(says("2026-07-01", days(&["2026-06-20"])), ["- not met", "- met"]);
    assert_eq!(says("2026-06-19", days(&[])), ["- not met"]);
    let missing = "- cannot tell: whether an independent visitor was considered";
    assert_eq!(says("2026-07-01", Plans::default()), [missing, missing]);
    let objects = "- not applicable: the child objects to a visitor";
    let refused = |on| days(&[]).with_visitor_refused_on(date(on));
    assert_eq!(says("2026-07-01", refused("2026-06-20")), ["- not met", objects]);
    assert_eq!(says("2026-07-01", refused("2026-06-21")), ["- not met", "- not met"]);
}

#[test]
fn explained() {
    let law = "\n  The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), \
               regulation";
    let says = |rule, care: CarePeriod| on("2026-04-01").explained(rule, &record(care)).remove(0);
    assert_eq!(
        says(CarePlan, planned(late("2026-03-18"))),
        format!(
            "Care plan: due by Mon 16 March 2026, 10 working days after the start of the first placement \
             on Mon 2 March 2026. Done Wed 18 March 2026, 2 calendar days late. Not practicable before the \
             placement: placed at night.{law} 4(2)."
        )
    );
    assert_eq!(
        says(CarePlan, planned(made("2026-03-04"))),
        format!(
            "Care plan: due between Mon 2 March 2026 and Mon 16 March 2026. Cannot be told: the records \
             do not show whether it was practicable before the placement.{law} 4(2)."
        )
    );
    let plans =
        Plans::default().with_ceasing_approval(CeasingApproval::ByAnother(date("2026-03-20")));
    assert_eq!(
        says(CEASING, care("2026-02-02").with_ended(date("2026-03-30")).with_plans(plans)),
        format!(
            "Approval of ceasing to look after: due by Mon 30 March 2026. Not met. Approved by a \
             nominated officer: no.{law} 39."
        )
    );
}
