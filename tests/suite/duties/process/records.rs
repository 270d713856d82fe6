//! The records of a review's process: contradictions, the form outside, what is kept from view.

use super::*;
use iro_handbook::law::ScheduleSevenMatter;
use iro_handbook::record::{
    ByWhen, Done, FreeText, Heard, Implementer, IroPresence, LateReason, SpokenTo,
};
use serde_json::{Value, json};

/// The problems of a period of care, without the child's name at the head of each.
fn problems(care: CarePeriod) -> Vec<String> {
    let problems = child(care).problems();
    problems.iter().map(|p| p.to_string().strip_prefix("child C-1: ").unwrap().to_owned()).collect()
}

fn of(review: ReviewRecord) -> Vec<String> {
    problems(care().with_review(review))
}

#[test]
fn a_review_done_well_contradicts_nothing() {
    assert_eq!(problems(done_well()), [""; 0]);
}

#[test]
fn what_comes_before_what_it_follows() {
    let early = day("2026-03-26");
    let after = Aftermath::new()
        .with_decisions_written(early)
        .with_decisions_received(early)
        .with_decisions_circulated(early)
        .with_record_written(early)
        .with_record_distributed(early)
        .with_midway_check(early);
    let expected = [
        "decisions written is 2026-03-26: the review was held later",
        "decisions received by the manager is 2026-03-26: the review was held later",
        "decisions sent round is 2026-03-26: the review was held later",
        "record written is 2026-03-26: the review was held later",
        "record sent out is 2026-03-26: the review was held later",
        "check between reviews is 2026-03-26: the review was held later",
    ];
    assert_eq!(of(review().with_aftermath(after)), expected);
    let after = Aftermath::new()
        .with_decisions_written(day("2026-04-09"))
        .with_decisions_received(day("2026-04-08"))
        .with_manager_response(ManagerResponse::Agreed(day("2026-04-07")))
        .with_decisions_circulated(day("2026-04-08"))
        .with_record_written(day("2026-04-09"))
        .with_record_distributed(day("2026-04-08"));
    let expected = [
        "decisions received by the manager is 2026-04-08: the decisions were not in writing by then",
        "answer of the manager is 2026-04-07: the decisions came to the manager later",
        "decisions sent round is 2026-04-08: the decisions were not in writing by then",
        "record sent out is 2026-04-08: the record was not written by then",
    ];
    assert_eq!(of(review().with_aftermath(after)), expected);
}

#[test]
fn what_follows_from_what_was_never_done() {
    let after = Aftermath::new()
        .with_decisions_written(Done::No)
        .with_decisions_circulated(day("2026-04-08"))
        .with_decisions_received(Done::No)
        .with_manager_response(ManagerResponse::Objected(day("2026-04-08")))
        .with_record_written(Done::No)
        .with_record_distributed(day("2026-04-08"));
    let expected = [
        "answer of the manager is 2026-04-08: the decisions never came to the manager, it is said",
        "decisions sent round is 2026-04-08: the decisions were not written, it is said",
        "record sent out is 2026-04-08: the record was not written, it is said",
    ];
    assert_eq!(of(review().with_aftermath(after)), expected);
}

#[test]
fn decisions_before_their_review() {
    let early = day("2026-03-26");
    let decision = Decision::new("Dental check-up")
        .with_by(early)
        .with_done(early)
        .with_iro_told(early)
        .with_changed_on(early);
    let expected = [
        "last day of a decision",
        "decision carried out",
        "word to the IRO of a decision",
        "decision changed",
    ];
    let expected = expected.map(|field| {
        format!("{field} is 2026-03-26: the review that made the decision was held later")
    });
    assert_eq!(of(review().with_decision(decision)), expected);
}

#[test]
fn no_meeting_and_yet_attended() {
    let before = Preparation::new().with_views(Views::obtained(Whose::Parent).with_attended(true));
    let held = review()
        .with_participation(Participation::AttendedAndSpoke)
        .with_preparation(before)
        .with_meeting(Meeting::new().with_chair(Chair::NoMeeting));
    let expected = [
        "participation is PN1: there was no meeting to attend",
        "attendance is parent: there was no meeting to attend",
    ];
    assert_eq!(of(held), expected);
}

#[test]
fn parents_and_rights_that_contradict_themselves() {
    let before = Preparation::new()
        .with_no_parents("both have died")
        .with_views(Views::not_practicable(Whose::Parent, "far away").with_attended(true));
    let rights = Rights::not_needed("told before").with_wish_to_act(true);
    let held = review().with_preparation(before).with_meeting(Meeting::new().with_rights(rights));
    let expected = [
        "attendance is parent: it is also said that obtaining views was not practicable",
        "parents is 1: the record also says that there are none",
        "wish to take legal proceedings is yes: it is also said that there was no need to explain the \
         child's rights",
    ];
    assert_eq!(of(held), expected);
}

#[test]
fn an_exception_without_a_reason() {
    let before = Preparation::new()
        .with_child_spoken_to(SpokenTo::inappropriate(" "))
        .with_no_parents("")
        .with_views(Views::not_practicable(Whose::Carer, ""));
    let at = Meeting::new().with_chair(Chair::another("", "")).with_rights(Rights::not_needed(""));
    let held = review().with_preparation(before).with_meeting(at);
    let held = held.with_decision(Decision::new("").with_implementer(""));
    let expected = [
        "reason for no private talk with the child",
        "reason why views were not obtained",
        "reason why there are no parents",
        "chair",
        "reason for the IRO's absence",
        "reason why rights were not explained",
        "decision",
        "implementer of a decision",
    ];
    assert_eq!(
        of(held),
        expected.map(|field| format!("{field} is empty: it is given, and says nothing"))
    );
}

#[test]
fn events_outside_the_period_of_care() {
    let on = |text: &str| Event::new(EventKind::Charge, day(text));
    let events = Events::new().with_event(on("2026-03-01")).with_event(on("2026-05-02"));
    let expected = [
        "significant event is 2026-03-01: the period of care began later",
        "significant event is 2026-05-02: the period of care had ended",
    ];
    assert_eq!(problems(care().with_ended(day("2026-05-01")).with_events(events)), expected);
    let edges = Events::new().with_event(on("2026-03-02")).with_event(on("2026-05-01"));
    assert_eq!(problems(care().with_ended(day("2026-05-01")).with_events(edges)), [""; 0]);
}

fn round_trip(care: &CarePeriod) -> Value {
    let value = serde_json::to_value(care).unwrap();
    let back: CarePeriod = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(&back, care);
    value
}

#[test]
fn the_form_outside() {
    let value = round_trip(&done_well());
    let review = &value["reviews"][0];
    assert_eq!(review["preparation"]["discussion"], json!({ "on": "2026-03-06" }));
    assert_eq!(review["preparation"]["child_spoken_to"], json!({ "on": "2026-03-25" }));
    assert_eq!(
        review["preparation"]["views"],
        json!([{ "whose": "parent", "heard": "yes", "attended": true }])
    );
    assert_eq!(review["meeting"]["chair"], "iro");
    let all: Vec<u8> = (1..=14).collect();
    assert_eq!(
        review["meeting"]["considerations"],
        json!({ "considered": all, "not_considered": [], "not_applicable": [] })
    );
    assert_eq!(
        review["decisions"],
        json!([{
            "id": null, "what": "Dental check-up", "implementer": { "named": "SW-12" }, "by": { "on": "2026-05-01" },
            "done": { "on": "2026-05-01" }, "iro_told": "not_recorded", "changed_on": null
        }])
    );
    assert_eq!(review["aftermath"]["manager_response"], json!({ "agreed": "2026-04-10" }));
    assert_eq!(
        value["events"],
        json!({ "list": [{ "kind": "unplanned_move", "id": null, "on": "2026-05-05", "iro_told": { "on": "2026-05-05" } }] })
    );
}

#[test]
fn there_and_back_with_every_exception() {
    let refused = SpokenTo::Refused { of_sufficient_understanding: None };
    let before = Preparation::new()
        .with_discussion(Done::No)
        .with_child_spoken_to(refused)
        .with_views(Views::not_practicable(Whose::Parent, "he cannot be found"))
        .with_views(Views::new(Whose::Carer, Heard::NotRecorded));
    let present = Chair::Another { by: FreeText::from("TM-3"), iro: IroPresence::Present };
    let at = Meeting::new()
        .with_chair(present)
        .with_considerations(
            Considerations::new().with_not_considered(&[ScheduleSevenMatter::Contact]),
        )
        .with_rights(Rights::not_needed("told before"));
    let after = Aftermath::new()
        .with_manager_response(ManagerResponse::Silence)
        .with_late_reason(LateReason::CourtProceedings);
    let held = review()
        .with_preparation(before)
        .with_meeting(at)
        .with_decision(Decision::new("a").with_no_implementer().with_no_date())
        .with_aftermath(after)
        .with_late_reason(LateReason::ChildAsked);
    let value = round_trip(&care().with_review(held).with_events(Events::none()));
    assert_eq!(value["reviews"][0]["late_reason"], "child_asked");
    round_trip(&care().with_review(review()).with_events(Events::new()));
}

#[test]
fn the_lean_form_and_any_order_are_read() {
    let read = |value: Value| serde_json::from_value::<CarePeriod>(value).unwrap();
    let lean = read(json!({ "began": "2026-03-02", "reviews": [{ "held_on": HELD }] }));
    assert_eq!(lean, care().with_review(review()));
    let decision = json!({ "held_on": HELD, "decisions": [{ "what": "a" }] });
    let held = read(json!({ "began": "2026-03-02", "reviews": [decision] }));
    let decision = &held.reviews()[0].decisions().unwrap()[0];
    assert_eq!(
        (decision.by(), decision.implementer()),
        (ByWhen::NotRecorded, &Implementer::NotRecorded)
    );
    let event = |on: &str| json!({ "kind": "charge", "on": on });
    let list = json!({ "list": [event("2026-05-05"), event("2026-04-05")] });
    let held = read(json!({ "began": "2026-03-02", "events": list }));
    assert_eq!(held.events().list().unwrap()[0].on(), day("2026-04-05"));
}

#[test]
fn unknown_codes_are_named() {
    let wrong = |part: Value| {
        let mut review = json!({ "held_on": HELD });
        review.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        serde_json::from_value::<ReviewRecord>(review).unwrap_err().to_string()
    };
    for (part, named) in [
        (json!({ "late_reason": "rain" }), "rain"),
        (json!({ "preparation": { "talk": "no" } }), "talk"),
        (json!({ "preparation": { "views": [{ "whose": "aunt" }] } }), "aunt"),
        (json!({ "meeting": { "chair": "manager" } }), "manager"),
        (json!({ "meeting": { "considerations": { "considered": [15] } } }), "15"),
        (
            json!({ "meeting": { "considerations": { "considered": [3], "not_considered": [3] } } }),
            "twice",
        ),
        (json!({ "aftermath": { "manager_response": "cross" } }), "cross"),
        (json!({ "decisions": [{ "what": "a", "who": "b" }] }), "who"),
    ] {
        let error = wrong(part);
        assert!(error.contains(named), "{named:?} is not in {error}");
    }
    let event = json!({ "list": [{ "kind": "party", "on": HELD }] });
    let error = serde_json::from_value::<Events>(event).unwrap_err().to_string();
    assert!(error.contains("party"), "{error}");
}

#[test]
fn text_is_kept_from_view() {
    let held = review()
        .with_decision(Decision::new("secret").with_implementer("secret"))
        .with_preparation(
            Preparation::new()
                .with_child_spoken_to(SpokenTo::inappropriate("secret"))
                .with_no_parents("secret")
                .with_views(Views::not_practicable(Whose::Carer, "secret")),
        )
        .with_meeting(
            Meeting::new()
                .with_chair(Chair::another("secret", "secret"))
                .with_rights(Rights::not_needed("secret")),
        );
    let shown = format!("{held:?}");
    assert!(shown.contains("FreeText(..)") && !shown.contains("secret"), "{shown}");
}
