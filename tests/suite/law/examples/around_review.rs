//! Before and at a review: SI 2010/959, regulations 35, 36(1) and 45; IRO Handbook, chapter 3.

use super::{NEVER, Story, child, in_care};
use iro_handbook::law::OutcomeKind::{Met, MetLate, NotApplicable, NotMet};
use iro_handbook::law::RuleId::{
    ChildParticipation, ChildSpokenToPrivately, ChildViews, ImplementersNamed, IroChairs,
    ParentsViews, ReportsReady, RightsExplained, ScheduleSeven, SocialWorkerDiscussion,
};
use iro_handbook::law::ScheduleSevenMatter;
use iro_handbook::record::{
    CarePeriod, CareRecord, Chair, Considerations, Decision, Done, IroPresence, Meeting,
    Participation, Preparation, ReviewRecord, Rights, SpokenTo, Views, Whose,
};

/// The review of these examples.
fn review(story: &Story) -> ReviewRecord {
    ReviewRecord::new(story.day("Fri 27 March"))
}

fn of(review: ReviewRecord) -> CareRecord {
    child(in_care().with_review(review))
}

fn prepared(story: &Story, before: Preparation) -> CareRecord {
    of(review(story).with_preparation(before))
}

fn met(story: &Story, at: Meeting) -> CareRecord {
    of(review(story).with_meeting(at))
}

#[test]
fn social_worker_discussion() {
    let story = Story::of(SocialWorkerDiscussion);
    let last = story.day("Fri 6 March");
    let talked = |on: Done| prepared(&story, Preparation::new().with_discussion(on));
    story.due(&talked(last.into()), last, Met, last);
    let late = story.day("Mon 9 March");
    story.due(&talked(late.into()), last, MetLate, late);
    story.due(&talked(story.day("Mon 30 March").into()), last, NotMet, NEVER);
}

#[test]
fn reports_ready() {
    let story = Story::of(ReportsReady);
    let last = story.day("Tue 24 March");
    let report = story.day("Mon 23 March");
    for (plan, kind) in [(last, Met), (story.day("Wed 25 March"), MetLate)] {
        let before = Preparation::new().with_report(report).with_care_plan(plan);
        story.due(&prepared(&story, before), last, kind, plan);
    }
}

#[test]
fn child_spoken_to_privately() {
    let story = Story::of(ChildSpokenToPrivately);
    let spoken = |to: SpokenTo| prepared(&story, Preparation::new().with_child_spoken_to(to));
    let talk = story.day("Wed 25 March");
    story.only(&spoken(talk.into()), Met, talk);
    story.only(&spoken(story.day("Mon 30 March").into()), NotMet, NEVER);
    story.only(&spoken(SpokenTo::refused()), NotApplicable, NEVER);
}

#[test]
fn parents_views() {
    let story = Story::of(ParentsViews);
    let heard = |other: Views| {
        let one = Preparation::new().with_views(Views::obtained(Whose::Parent));
        prepared(&story, one.with_views(other))
    };
    let lost = Views::not_practicable(Whose::Parent, "cannot be found");
    story.only(&heard(lost), Met, NEVER);
    story.only(&heard(Views::not_obtained(Whose::Parent)), NotMet, NEVER);
}

#[test]
fn iro_chairs() {
    let story = Story::of(IroChairs);
    let chaired = |chair| met(&story, Meeting::new().with_chair(chair));
    story.only(&chaired(Chair::Iro), Met, NEVER);
    let manager = Chair::Another { by: "team manager".into(), iro: IroPresence::Present };
    story.only(&chaired(manager), NotMet, NEVER);
    let ill = Chair::another("team manager", "the IRO was ill");
    story.only(&chaired(ill), NotApplicable, NEVER);
}

#[test]
fn child_participation() {
    let story = Story::of(ChildParticipation);
    let born = |words, participation| {
        of(review(&story).with_participation(participation)).with_born(story.day(words))
    };
    let (four, three) = ("Sun 27 March 2022", "Mon 28 March 2022");
    story.only(&born(four, Participation::AttendedAndSpoke), Met, NEVER);
    story.only(&born(four, Participation::AbsentNoViews), NotMet, NEVER);
    story.only(&born(three, Participation::AbsentNoViews), NotApplicable, NEVER);
}

#[test]
fn child_views() {
    let story = Story::of(ChildViews);
    let held = story.day("Tue 10 February");
    let took_part = |participation| {
        let review = ReviewRecord::new(held).with_participation(participation);
        child(CarePeriod::new(held - chrono::Days::new(20)).with_review(review))
    };
    story.only(&took_part(Participation::AbsentViewsSent), Met, NEVER);
    story.only(&took_part(Participation::AbsentNoViews), NotMet, NEVER);
    story.only(&took_part(Participation::UnderFour), NotApplicable, NEVER);
}

#[test]
fn implementers_named() {
    let story = Story::of(ImplementersNamed);
    let decided = |decision| of(review(&story).with_decision(decision));
    let named = || Decision::new("Dental check-up").with_implementer("SW-12");
    story.only(&decided(named().with_by(story.day("Fri 1 May"))), Met, NEVER);
    story.only(&decided(named().with_no_date()), NotMet, NEVER);
    story.only(&of(review(&story).with_no_decisions()), NotApplicable, NEVER);
}

/// Education is the sixth matter of Schedule 7. The review is a later one: it has one to look back on.
#[test]
fn schedule_seven() {
    let story = Story::of(ScheduleSeven);
    let education = Considerations::all().with_not_considered(&[ScheduleSevenMatter::Education]);
    let mut expected = [Met; 14];
    expected[5] = NotMet;
    story.each(&met(&story, Meeting::new().with_considerations(education)), &expected);
}

#[test]
fn rights_explained() {
    let story = Story::of(RightsExplained);
    let told = |wish: bool| {
        let rights = Rights::explained(story.day("Wed 25 March")).with_wish_to_act(wish);
        met(&story, Meeting::new().with_rights(rights.with_legal_help(Done::No)))
    };
    story.each(&told(false), &[Met]);
    story.each(&told(true), &[NotMet]);
}
