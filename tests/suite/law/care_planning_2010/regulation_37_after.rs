//! SI 2010/959, regulation 37; IRO Handbook, chapter 3: after the review.

use crate::duties::process::*;
use RuleId::{
    DecisionImplemented, DecisionsCirculated, DecisionsWritten, IroInformedOfChange,
    ManagerResponse as Response, MidwayCheck, RecordDistributed, RecordWritten,
};
use iro_handbook::calendar::Period;
use iro_handbook::record::{Done, LateReason};

const LATER: &str = "2026-06-01";

fn with(after: Aftermath) -> CarePeriod {
    care().with_review(review().with_aftermath(after))
}

/// A rule of the paperwork, by its last day, worked out by hand, and the day after.
fn paperwork(
    rule: RuleId,
    set: impl Fn(Done) -> Aftermath,
    last: &str,
    after: &str,
    missing: &str,
) {
    let on = |done: Done, as_of: &str| one(rule, with(set(done)), as_of);
    assert_eq!(on(day(last).into(), LATER), "met");
    assert_eq!(on(day(after).into(), LATER), "met_late");
    assert_eq!(on(Done::No, last), "not_yet_due");
    assert_eq!(on(Done::No, after), "not_met");
    assert_eq!(on(day(after).into(), last), "not_yet_due", "not known yet");
    assert_eq!(on(Done::NotRecorded, last), "not_yet_due");
    assert_eq!(on(Done::NotRecorded, after), format!("cannot_tell: {missing}"));
    let ended = |on: &str| one(rule, with(set(Done::No)).with_ended(day(on)), LATER);
    assert_eq!(ended(last), "lapsed");
    assert_eq!(ended(after), "not_met");
}

/// Handbook, chapter 3: five working days from Friday 27 March, over Easter, are up on Tuesday 7 April.
#[test]
fn decisions_written() {
    let set = |done: Done| Aftermath::new().with_decisions_written(done);
    let missing = "the day the decisions were written";
    paperwork(DecisionsWritten, set, "2026-04-07", "2026-04-08", missing);
}

/// Handbook, chapter 3: ten working days are up on Tuesday 14 April.
#[test]
fn decisions_circulated() {
    let set = |done: Done| Aftermath::new().with_decisions_circulated(done);
    let missing = "the day the decisions were sent round";
    paperwork(DecisionsCirculated, set, "2026-04-14", "2026-04-15", missing);
}

/// Handbook, chapter 3: fifteen working days are up on Tuesday 21 April.
#[test]
fn record_written() {
    let set = |done: Done| Aftermath::new().with_record_written(done);
    paperwork(RecordWritten, set, "2026-04-21", "2026-04-22", "the day the record was written");
}

/// Handbook, chapter 3: twenty working days are up on Tuesday 28 April.
#[test]
fn record_distributed() {
    let set = |done: Done| Aftermath::new().with_record_distributed(done);
    paperwork(
        RecordDistributed,
        set,
        "2026-04-28",
        "2026-04-29",
        "the day the record was sent out",
    );
}

#[test]
fn a_review_without_decisions_has_none_to_write_answer_or_send_round() {
    let held = || care().with_review(review().with_no_decisions());
    let none = "not_applicable: the review made no decisions";
    for rule in [DecisionsWritten, Response, DecisionsCirculated, DecisionImplemented] {
        assert_eq!(one(rule, held(), LATER), none, "{rule}");
    }
    for rule in [RecordWritten, RecordDistributed] {
        assert!(one(rule, held(), LATER).starts_with("cannot_tell"), "{rule}");
    }
}

#[test]
fn paperwork_explained_with_the_reason_given() {
    let late = |done: Done| {
        let after =
            Aftermath::new().with_record_written(done).with_late_reason(LateReason::Workload);
        explained(RecordWritten, with(after), LATER)
    };
    assert_eq!(
        late(day("2026-04-24").into()),
        "Writing of the record: due by Tue 21 April 2026, 15 working days after completion of the review \
         on Fri 27 March 2026. Done Fri 24 April 2026, 3 calendar days late. Reason given: there was too much \
         work.\n  The IRO Handbook (statutory guidance, 2010), chapter 3."
    );
    // A reason for what was late says nothing of what was not.
    assert!(!late(day("2026-04-21").into()).contains("work."));
}

fn answered(answer: ManagerResponse) -> CarePeriod {
    // Five working days from Wednesday 1 April: 2, 7, 8, 9, 10 April.
    let after = Aftermath::new().with_decisions_received(day("2026-04-01"));
    with(after.with_manager_response(answer))
}

/// Handbook, chapter 3: five working days from receipt; silence is agreement.
#[test]
fn manager_response() {
    let on = |answer, as_of: &str| one(Response, answered(answer), as_of);
    use ManagerResponse::{Agreed, NotRecorded, Objected, Silence};
    assert_eq!(on(Agreed(day("2026-04-10")), LATER), "met");
    assert_eq!(on(Objected(day("2026-04-10")), LATER), "met");
    assert_eq!(on(Objected(day("2026-04-11")), LATER), "met_late");
    assert_eq!(on(Agreed(day("2026-04-11")), LATER), "met", "silence had agreed by then");
    assert_eq!(on(Silence, "2026-04-10"), "not_yet_due");
    assert_eq!(on(Silence, "2026-04-11"), "met");
    assert_eq!(on(Objected(day("2026-04-11")), "2026-04-10"), "not_yet_due", "not known yet");
    assert_eq!(on(NotRecorded, "2026-04-10"), "not_yet_due");
    assert_eq!(
        on(NotRecorded, "2026-04-11"),
        "cannot_tell: the manager's answer, or that none came"
    );
}

#[test]
fn manager_response_before_receipt_and_after_the_end() {
    let before = |received: Done| {
        one(Response, with(Aftermath::new().with_decisions_received(received)), LATER)
    };
    let not_come = "not_applicable: the decisions have not come to the manager";
    assert_eq!(before(Done::No), not_come);
    assert_eq!(before(day("2026-06-02").into()), not_come);
    assert_eq!(
        before(Done::NotRecorded),
        "cannot_tell: the day the manager received the decisions"
    );
    let ended =
        |on: &str| one(Response, answered(ManagerResponse::Silence).with_ended(day(on)), LATER);
    assert_eq!(ended("2026-04-10"), "lapsed");
    assert_eq!(ended("2026-04-11"), "met");
}

#[test]
fn manager_response_explained() {
    assert_eq!(
        explained(Response, answered(ManagerResponse::Silence), LATER).lines().next().unwrap(),
        "Answer of the manager: due by Fri 10 April 2026, 5 working days after receipt of the decisions \
         on Wed 1 April 2026. Met. Agreed by silence on: Fri 10 April 2026."
    );
    let objected = answered(ManagerResponse::Objected(day("2026-04-13")));
    assert_eq!(
        explained(Response, objected, LATER).lines().next().unwrap(),
        "Answer of the manager: due by Fri 10 April 2026, 5 working days after receipt of the decisions \
         on Wed 1 April 2026. Done Mon 13 April 2026, 3 calendar days late. Answer: objected. Agreed by silence \
         on: Fri 10 April 2026."
    );
}

fn decided(decision: Decision) -> CarePeriod {
    care().with_review(review().with_decision(decision))
}

fn by_may() -> Decision {
    Decision::new("Dental check-up").with_implementer("SW-12").with_by(day("2026-05-01"))
}

/// Regulation 37(a): by the decision's own date.
#[test]
fn decision_implemented() {
    let on = |done: Done, as_of: &str| {
        one(DecisionImplemented, decided(by_may().with_done(done)), as_of)
    };
    assert_eq!(on(day("2026-05-01").into(), LATER), "met");
    assert_eq!(on(day("2026-05-02").into(), LATER), "met_late");
    assert_eq!(on(Done::No, "2026-05-01"), "not_yet_due");
    assert_eq!(on(Done::No, "2026-05-02"), "not_met");
    assert_eq!(on(Done::NotRecorded, "2026-05-01"), "not_yet_due");
    assert_eq!(
        on(Done::NotRecorded, "2026-05-02"),
        "cannot_tell: whether the decision was carried out"
    );
}

#[test]
fn decision_implemented_unless_changed_or_care_ended() {
    let changed = |on: &str, done: Done| {
        one(DecisionImplemented, decided(by_may().with_changed_on(day(on)).with_done(done)), LATER)
    };
    assert_eq!(changed("2026-05-01", Done::No), "lapsed");
    assert_eq!(changed("2026-05-02", Done::No), "not_met");
    assert_eq!(changed("2026-04-20", day("2026-05-20").into()), "lapsed");
    assert_eq!(changed("2026-04-20", day("2026-04-20").into()), "met");
    let ended = |on: &str| {
        let care = decided(by_may().with_done(Done::No)).with_ended(day(on));
        one(DecisionImplemented, care, LATER)
    };
    assert_eq!(ended("2026-05-01"), "lapsed");
    assert_eq!(ended("2026-05-02"), "not_met");
}

/// A decision without a date of its own cannot be late.
#[test]
fn decision_implemented_without_a_date() {
    let undated = || Decision::new("Dental check-up").with_no_date();
    let unknown = || Decision::new("Dental check-up");
    let on = |decision: Decision| one(DecisionImplemented, decided(decision), LATER);
    assert_eq!(on(undated().with_done(day("2026-05-20"))), "met");
    assert_eq!(
        on(undated().with_done(Done::No)),
        "cannot_tell: a date by which it had to be carried out"
    );
    assert_eq!(on(undated()), "cannot_tell: whether the decision was carried out");
    assert_eq!(on(undated().with_done(Done::No).with_changed_on(day("2026-05-20"))), "lapsed");
    assert_eq!(
        on(unknown().with_done(day("2026-05-20"))),
        "cannot_tell: the date set for the decision"
    );
    assert_eq!(on(unknown().with_done(Done::No)), "cannot_tell: the date set for the decision");
    assert_eq!(
        one(DecisionImplemented, care().with_review(review()), LATER),
        "cannot_tell: the decisions of the review"
    );
}

/// Regulation 37(b): the IRO is told of a failure.
#[test]
fn decision_implemented_explained() {
    let told = |told: Done| {
        let decision = by_may().with_done(Done::No).with_iro_told(told);
        explained(DecisionImplemented, decided(decision), LATER)
    };
    assert_eq!(
        told(Done::No),
        "Carrying out of a decision: due by Fri 1 May 2026. Not met. Decision: Dental check-up. To be \
         done by: SW-12. IRO told of it: no.\n  The Care Planning, Placement and Case Review (England) \
         Regulations 2010 (SI 2010/959), regulation 37."
    );
    assert!(told(day("2026-05-05").into()).contains(" IRO told of it on: Tue 5 May 2026."));
    assert!(!told(Done::NotRecorded).contains("IRO told"));
}

fn happened(events: Events) -> Vec<String> {
    all(IroInformedOfChange, &child(care().with_events(events)), LATER)
}

/// Handbook, chapter 3: at once, without a number.
#[test]
fn iro_informed_of_change() {
    let told = |told: Done| {
        let event = Event::new(EventKind::Contact, day("2026-05-05")).with_iro_told(told);
        happened(Events::new().with_event(event))[0].split_once(' ').unwrap().1.to_owned()
    };
    let unjudged = "cannot_tell: whether that was as soon as it could be";
    assert_eq!(told(day("2026-05-05").into()), "met");
    assert_eq!(told(day("2026-05-04").into()), "met", "told beforehand");
    assert_eq!(told(day("2026-05-06").into()), unjudged);
    assert_eq!(told(Done::No), unjudged);
    assert_eq!(told(Done::NotRecorded), "cannot_tell: the day the IRO was told");
}

#[test]
fn iro_informed_of_change_each_event() {
    let event = |on: &str| Event::new(EventKind::Contact, day(on)).with_iro_told(day(on));
    let events = ["2026-05-05", "2026-04-01", "2026-05-05", "2026-06-02"];
    let events = events.into_iter().map(event).fold(Events::new(), Events::with_event);
    assert_eq!(
        happened(events),
        [
            "event/2026-04-01/contact/0 met",
            "event/2026-05-05/contact/0 met",
            "event/2026-05-05/contact/1 met"
        ]
    );
    assert_eq!(
        happened(Events::none()),
        ["care/2026-03-02/0 not_applicable: there was no significant event"]
    );
    assert_eq!(happened(Events::new()), ["care/2026-03-02/0 cannot_tell: the significant events"]);
    let later = Events::new().with_event(event("2026-06-02"));
    assert_eq!(
        happened(later),
        ["care/2026-03-02/0 not_applicable: there was no significant event"]
    );
}

#[test]
fn iro_informed_of_change_explained() {
    let event = Event::new(EventKind::Missing, day("2026-05-05")).with_iro_told(day("2026-05-08"));
    let care = care().with_events(Events::new().with_event(event));
    let text = explained(IroInformedOfChange, care, LATER);
    assert_eq!(
        text.lines().next().unwrap(),
        "Word to the IRO of a significant event. Cannot be told: the records do not show whether that was as \
         soon as it could be. Days taken: 3. Event: the child went missing."
    );
}

fn midway(check: Done, next: Option<&str>, as_of: &str) -> String {
    let care = with(Aftermath::new().with_midway_check(check));
    let care = next.map_or(care.clone(), |next| care.with_review(ReviewRecord::new(day(next))));
    // Six weeks from Friday 27 March: Friday 8 May.
    let policy = Policy::default().with_midway_check(Period::Weeks(6));
    with_findings(&child(care), as_of, policy, |findings| {
        let mut of = findings.iter().filter(|finding| finding.rule().id() == MidwayCheck);
        shown(of.next().unwrap().outcome())
    })
}

/// An authority's own choice: six weeks here.
#[test]
fn midway_check() {
    assert_eq!(midway(day("2026-05-08").into(), None, LATER), "met");
    assert_eq!(midway(day("2026-05-09").into(), None, LATER), "met_late");
    assert_eq!(midway(Done::No, None, "2026-05-08"), "not_yet_due");
    assert_eq!(midway(Done::No, None, "2026-05-09"), "not_met");
    assert_eq!(midway(Done::NotRecorded, None, LATER), "cannot_tell: the day of the check");
    assert_eq!(midway(Done::No, Some("2026-05-08"), LATER), "lapsed");
    assert_eq!(midway(Done::No, Some("2026-05-09"), LATER), "not_met");
    assert_eq!(midway(day("2026-05-20").into(), Some("2026-05-12"), LATER), "not_met");
    assert_eq!(
        one(MidwayCheck, with(Aftermath::new().with_midway_check(Done::No)), LATER),
        "not_applicable: the authority has set no limit"
    );
}
