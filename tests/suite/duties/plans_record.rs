//! Legal status, placements and plans as records: contradictions, JSON, what `Debug` shows.

use super::placed::{
    care, foster, health, placed, placement, problems, record, reviewed, statuses, visits,
    with_plans,
};
use crate::assess::date;
use iro_handbook::record::LegalStatus::{
    self, Accommodated, CareOrder, InterimCareOrder, PlacementOrder, RemandToLocalAuthority,
};
use iro_handbook::record::PlacementKind::{LongTermFoster, TemporaryApproval};
use iro_handbook::record::{
    Beforehand, CarePeriod, CareRecord, CeasingApproval, Done, EducationPlan, HealthAssessment,
    LegalStatuses, Placements, Plan, Plans, SeenAlone, Visit,
};
use serde_json::json;

#[test]
fn legal_statuses_that_contradict() {
    let of = |spans: &[_]| {
        let care = care("2026-03-02").with_ended(date("2026-06-01"));
        problems(&record(care.with_legal_statuses(statuses(spans))))
    };
    let overlaps = "another status that excludes it had not ended";
    assert_eq!(
        of(&[(Accommodated, "2026-03-02", ""), (CareOrder, "2026-05-01", "")]),
        [format!("legal status is care_order from 2026-05-01: {overlaps}")]
    );
    assert_eq!(
        of(&[(CareOrder, "2026-03-02", "2026-05-02"), (CareOrder, "2026-05-01", "")]),
        [format!("legal status is care_order from 2026-05-01: {overlaps}")]
    );
    // On one day one order can follow another, but not itself.
    let day = "2026-03-02";
    assert!(of(&[(Accommodated, day, day), (CareOrder, day, "")]).is_empty());
    for status in [Accommodated, RemandToLocalAuthority] {
        let said = format!("legal status is {} from {day}: {overlaps}", status.as_str());
        assert_eq!(of(&[(status, day, day), (status, day, "")]), [said]);
    }
    // Neither the one before nor the one before that.
    assert_eq!(
        of(&[
            (CareOrder, day, ""),
            (PlacementOrder, "2026-04-01", ""),
            (InterimCareOrder, "2026-05-01", "")
        ]),
        [format!("legal status is interim_care_order from 2026-05-01: {overlaps}")]
    );
    assert!(
        of(&[
            (InterimCareOrder, "2026-03-02", "2026-05-01"),
            (CareOrder, "2026-05-01", ""),
            (PlacementOrder, "2026-05-01", ""),
            (RemandToLocalAuthority, "2026-05-04", ""),
        ])
        .is_empty()
    );
    assert_eq!(
        of(&[(CareOrder, "2026-03-09", "2026-03-08"), (RemandToLocalAuthority, "2026-06-02", "")]),
        [
            "legal status ended is 2026-03-09: it ends before it begins",
            "legal status is 2026-06-02: it is after the period of care ended",
        ]
    );
}

#[test]
fn placements_that_contradict() {
    let of = |list: &[_]| {
        let add = |all: Placements, one: &_| all.with_placement(Clone::clone(one));
        let placements = list.iter().fold(Placements::recorded(), add);
        let care = care("2026-03-02").with_ended(date("2026-06-01"));
        problems(&record(care.with_placements(placements)))
    };
    let to = |from, ended| foster(from).with_ended(date(ended));
    assert!(of(&[to("2026-03-02", "2026-03-09"), foster("2026-03-09")]).is_empty());
    assert_eq!(
        of(&[to("2026-03-02", "2026-03-10"), foster("2026-03-09")]),
        ["placement is 2026-03-09: the one before had not ended"]
    );
    assert_eq!(
        of(&[foster("2026-03-02"), foster("2026-03-09")]),
        ["placement is 2026-03-09: the one before had not ended"]
    );
    assert_eq!(
        of(&[to("2026-03-02", "2026-03-02"), foster("2026-03-02")]),
        ["placement is 2026-03-02: another placement starts on that day"]
    );
    assert_eq!(
        of(&[to("2026-03-01", "2026-02-28"), to("2026-06-02", "2026-06-03")]),
        [
            "placement is 2026-03-01: it starts before the period of care began",
            "placement ended is 2026-02-28: it ends before it starts",
            "placement is 2026-06-02: it starts after the period of care ended",
            "placement ended is 2026-06-03: it is after the period of care ended",
        ]
    );
}

#[test]
fn plans_that_contradict() {
    let plans = Plans::default()
        .with_care_plan(Plan::not_made().not_practicable_before(" "))
        .with_visitor_considered_at([date("2026-03-27"), date("2026-03-28")])
        .with_education_plan(EducationPlan::NotNeeded(String::new()))
        .with_ceasing_approval(CeasingApproval::EndedByLaw("18".to_owned()));
    let care = reviewed(care("2026-03-02"), "2026-03-27");
    assert_eq!(
        problems(&record(with_plans(care, plans))),
        [
            "care plan is not practicable before: it has no reason",
            "independent visitor considered at is 2026-03-28: no review is recorded for that day",
            "education plan is not needed: it has no reason",
            "ceasing approval is ended by law: the period of care has not ended",
        ]
    );
}

fn full() -> CarePeriod {
    let placements = Placements::default()
        .with_placement(
            placement("2026-03-02", TemporaryApproval)
                .with_ended(date("2026-04-01"))
                .with_emergency(true)
                .with_assessed_on(date("2026-03-20"))
                .with_notified(date("2026-03-04"))
                .with_plan(Plan::made_on(date("2026-03-06")).not_practicable_before("at night")),
        )
        .with_placement(
            placement("2026-04-01", LongTermFoster)
                .with_child_agreeing(true)
                .with_meant_to_last(true),
        );
    let plans = Plans::default()
        .with_care_plan(Plan::made_on(date("2026-03-02")).practicable_before())
        .with_education_plan(EducationPlan::NotNeeded("under three".to_owned()))
        .with_pathway_assessment(Done::No)
        .with_ceasing_approval(CeasingApproval::ByNominatedOfficer(date("2026-06-01")))
        .with_visitor_considered_at([date("2026-03-27")])
        .with_visitor_refused_on(date("2026-03-27"));
    let refused = HealthAssessment::refused_on(date("2026-05-01"), "afraid");
    let alone = SeenAlone::No("asleep".to_owned());
    reviewed(care("2026-03-02"), "2026-03-27")
        .with_placements(placements)
        .with_legal_statuses(statuses(&[(InterimCareOrder, "2026-03-02", "2026-05-01")]))
        .with_plans(plans)
        .with_health(
            health("2026-03-20")
                .with_assessment(refused)
                .with_initial_beforehand(Beforehand::NotPracticable("in the night".to_owned())),
        )
        .with_visits(
            visits("2026-03-06")
                .with_visit(Visit::new(date("2026-03-05")).with_child_not_seen())
                .with_visit(Visit::new(date("2026-04-05")).with_seen_alone(alone)),
        )
}

#[test]
fn out_and_in() {
    let text = serde_json::to_string(&record(full())).unwrap();
    assert_eq!(serde_json::from_str::<CareRecord>(&text).unwrap(), record(full()));
    let value = serde_json::to_value(full().placements()).unwrap();
    assert_eq!(
        value["list"][0],
        json!({
            "from": "2026-03-02", "kind": "temporary_approval", "ended": "2026-04-01",
            "emergency": true, "meant_to_last": null, "child_agrees": null,
            "assessed_on": "2026-03-20", "own_area": null, "miles_from_home": null,
            "plan": {"made": {"on": "2026-03-06"}, "beforehand": {"not_practicable": "at night"}},
            "notified": {"on": "2026-03-04"},
        })
    );
}

/// Whatever order they come in, and with what is not known left out.
#[test]
fn in_any_order() {
    let placements: Placements = serde_json::from_value(json!({"list": [
        {"from": "2026-03-09", "kind": "foster"},
        {"from": "2026-03-02", "kind": "secure", "ended": "2026-03-09"},
    ]}))
    .unwrap();
    assert_eq!(placements.list().unwrap()[0].from(), date("2026-03-02"));
    assert_eq!(serde_json::from_value::<Placements>(json!({})).unwrap(), Placements::default());
    let none: Placements = serde_json::from_value(json!({"list": []})).unwrap();
    assert_eq!(none, Placements::recorded());
}

#[test]
fn refused() {
    for (text, said) in [
        (r#"{"list": [{"from": "2026-03-09", "kind": "hotel"}]}"#, "unknown variant `hotel`"),
        (r#"{"list": [{"from": "2026-03-09", "kind": "foster", "x": 1}]}"#, "unknown field `x`"),
        (r#"{"list": [{"kind": "foster"}]}"#, "missing field `from`"),
    ] {
        let error = serde_json::from_str::<Placements>(text).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    let text = r#"{"spans": [{"from": "2026-03-09", "status": "E9"}]}"#;
    let error = serde_json::from_str::<LegalStatuses>(text).unwrap_err().to_string();
    assert!(error.contains("unknown variant `E9`"), "{error}");
}

#[test]
fn codes_are_those_of_json() {
    for status in [Accommodated, CareOrder, LegalStatus::PoliceDetention, PlacementOrder] {
        assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
    }
}

#[test]
fn debug_shows_no_text() {
    let care = full();
    let shown = format!(
        "{:?} {:?} {:?} {:?}",
        care.placements(),
        care.plans(),
        care.health(),
        care.visits()
    );
    for text in ["night", "under three", "afraid", "asleep"] {
        assert!(!shown.contains(text), "{text}");
    }
    assert!(placed(foster("2026-03-02")).placements().list().is_some());
}
