//! After a review: SI 2010/959, regulation 37; IRO Handbook, chapter 3.

use super::{NEVER, Story, child, in_care};
use chrono::NaiveDate;
use iro_handbook::assess::Policy;
use iro_handbook::calendar::Period;
use iro_handbook::law::OutcomeKind::{CannotTell, Lapsed, Met, MetLate, NotApplicable, NotMet};
use iro_handbook::law::RuleId::{
    DecisionImplemented, DecisionsCirculated, DecisionsWritten, IroInformedOfChange,
    ManagerResponse, MidwayCheck, RecordDistributed, RecordWritten,
};
use iro_handbook::record::{
    Aftermath, CareRecord, Decision, Done, Event, EventKind, Events, ManagerResponse as Answer,
    ReviewRecord,
};

fn review(story: &Story) -> ReviewRecord {
    ReviewRecord::new(story.day("Fri 27 March 2026"))
}

fn after(story: &Story, after: Aftermath) -> CareRecord {
    child(in_care().with_review(review(story).with_aftermath(after)))
}

/// Done on the last day, and on the day after it.
fn paperwork(story: &Story, done: impl Fn(NaiveDate) -> Aftermath, last: &str, late: &str) {
    let (last, late) = (story.day(last), story.day(late));
    story.due(&after(story, done(last)), last, Met, last);
    story.due(&after(story, done(late)), last, MetLate, late);
}

#[test]
fn decisions_written() {
    let story = Story::of(DecisionsWritten);
    let done = |on| Aftermath::new().with_decisions_written(on);
    paperwork(&story, done, "Tue 7 April", "Wed 8 April");
}

#[test]
fn decisions_circulated() {
    let story = Story::of(DecisionsCirculated);
    let done = |on| Aftermath::new().with_decisions_circulated(on);
    paperwork(&story, done, "Tue 14 April", "Wed 15 April");
}

#[test]
fn record_written() {
    let story = Story::of(RecordWritten);
    let done = |on| Aftermath::new().with_record_written(on);
    paperwork(&story, done, "Tue 21 April", "Wed 22 April");
}

#[test]
fn record_distributed() {
    let story = Story::of(RecordDistributed);
    let done = |on| Aftermath::new().with_record_distributed(on);
    paperwork(&story, done, "Tue 28 April", "Wed 29 April");
}

#[test]
fn manager_response() {
    let story = Story::of(ManagerResponse);
    let answered = |answer| {
        let received = Aftermath::new().with_decisions_received(story.day("Wed 1 April"));
        after(&story, received.with_manager_response(answer))
    };
    let (last, late) = (story.day("Fri 10 April"), story.day("Mon 13 April"));
    story.due(&answered(Answer::Objected(last)), last, Met, last);
    story.due(&answered(Answer::Objected(late)), last, MetLate, late);
    story.due(&answered(Answer::Silence), last, Met, NEVER);
}

#[test]
fn decision_implemented() {
    let story = Story::of(DecisionImplemented);
    let last = story.day("Fri 1 May");
    let decision = |done: Done| {
        Decision::new("Dental check-up").with_implementer("SW-12").with_by(last).with_done(done)
    };
    let decided = |decision| child(in_care().with_review(review(&story).with_decision(decision)));
    story.due(&decided(decision(last.into())), last, Met, last);
    let late = story.day("Tue 5 May");
    story.due(&decided(decision(late.into())), last, MetLate, late);
    story.due(&decided(decision(Done::No)), last, NotMet, NEVER);
    let changed = decision(Done::No).with_changed_on(story.day("Mon 20 April"));
    let record = child(super::reviewed(
        in_care().with_review(review(&story).with_decision(changed)),
        [story.day("Mon 20 April")],
    ));
    story.due(&record, last, Lapsed, NEVER);
}

#[test]
fn iro_informed_of_change() {
    let story = Story::of(IroInformedOfChange);
    let on = story.day("Tue 5 May 2026");
    let told = |day: NaiveDate| {
        let event = Event::new(EventKind::Missing, on).with_iro_told(day);
        child(in_care().with_events(Events::new().with_event(event)))
    };
    story.only(&told(on), Met, on);
    let later = story.day("Fri 8 May");
    story.only(&told(later), CannotTell, later);
}

#[test]
fn midway_check() {
    let six_weeks = Policy::default().with_midway_check(Period::Weeks(6));
    let mut story = Story::of(MidwayCheck).with_policy(six_weeks);
    let (last, late) = (story.day("Fri 8 May"), story.day("Mon 11 May"));
    let checked =
        |story: &Story, on: NaiveDate| after(story, Aftermath::new().with_midway_check(on));
    story.due(&checked(&story, last), last, Met, last);
    story.due(&checked(&story, late), last, MetLate, late);
    story = story.with_policy(Policy::default());
    story.only(&checked(&story, last), NotApplicable, NEVER);
}
