//! Child protection conferences: Working Together to Safeguard Children.

use super::{NEVER, Story};
use crate::law::day;
use chrono::NaiveDate;
use iro_handbook::law::OutcomeKind::{Met, MetLate, NotApplicable, NotMet};
use iro_handbook::law::RuleId::{
    ConferenceChair, FirstCoreGroup, FirstReviewConference, InitialConference,
    LaterReviewConference, ReferralAssessment, TransferInConference,
};
use iro_handbook::record::{Conference, ConferenceKind, Enquiry, ProtectionPlan, ProtectionRecord};

fn nothing() -> ProtectionRecord {
    ProtectionRecord::new("C-1").with_nothing_more()
}

fn held(kind: ConferenceKind, on: NaiveDate) -> Conference {
    Conference::new(kind, on)
}

fn planned(on: NaiveDate) -> ProtectionRecord {
    nothing().with_conference(held(ConferenceKind::Initial, on)).with_plan(ProtectionPlan::new(on))
}

fn reviewed(record: ProtectionRecord, on: NaiveDate) -> ProtectionRecord {
    record.with_conference(held(ConferenceKind::Review, on))
}

#[test]
fn initial_conference() {
    let story = Story::of(InitialConference);
    let start = story.day("Mon 1 June 2026");
    let enquiry = Enquiry::new(start);
    let led_to = |on| {
        let conference = held(ConferenceKind::Initial, on).with_called_on(start);
        nothing().with_enquiry(enquiry.with_conference_required(true)).with_conference(conference)
    };
    let (last, late) = (story.day("Mon 22 June"), story.day("Tue 23 June"));
    story.due(&led_to(last), last, Met, last);
    story.due(&led_to(late), last, MetLate, late);
    let none = nothing().with_enquiry(enquiry.with_conference_required(false));
    story.only(&none, NotApplicable, NEVER);
}

#[test]
fn core_group() {
    let story = Story::of(FirstCoreGroup);
    let start = story.day("Mon 22 June 2026");
    let (last, late) = (story.day("Mon 6 July"), story.day("Tue 7 July"));
    story.due(&planned(start).with_core_group(last), last, Met, last);
    story.due(&planned(start).with_core_group(late), last, MetLate, late);
}

#[test]
fn first_review() {
    let story = Story::of(FirstReviewConference);
    let start = story.day("Fri 12 June 2026");
    let (last, late) = (story.day("Sat 12 September"), story.day("Mon 14 September"));
    story.due(&reviewed(planned(start), last), last, Met, last);
    story.due(&reviewed(planned(start), late), last, MetLate, late);
}

#[test]
fn later_review() {
    let story = Story::of(LaterReviewConference);
    let first = reviewed(planned(story.day("Thu 12 March 2026")), story.day("Wed 10 June"));
    let (last, late) = (story.day("Thu 10 December"), story.day("Fri 11 December"));
    story.due(&reviewed(first.clone(), last), last, Met, last);
    story.due(&reviewed(first, late), last, MetLate, late);
}

#[test]
fn transfer_in() {
    let story = Story::of(TransferInConference);
    let notice = story.day("Mon 1 June 2026");
    let moved = |on| {
        let conference = held(ConferenceKind::TransferIn, on).with_called_on(notice);
        nothing().with_move_in(notice).with_conference(conference)
    };
    let (last, late) = (story.day("Mon 22 June"), story.day("Tue 23 June"));
    story.due(&moved(last), last, Met, last);
    story.due(&moved(late), last, MetLate, late);
}

#[test]
fn assessment() {
    use iro_handbook::record::ReferralAssessment as Assessment;
    let story = Story::of(ReferralAssessment);
    let referral = story.day("Mon 1 June 2026");
    let complete =
        |on: NaiveDate| nothing().with_assessment(Assessment::new(referral).with_completed(on));
    let (last, late) = (story.day("Mon 3 August"), story.day("Tue 4 August"));
    story.due(&complete(last), last, Met, last);
    story.due(&complete(late), last, MetLate, late);
}

#[test]
fn chair() {
    let story = Story::of(ConferenceChair).asked_on(day("2026-06-30"));
    let on = story.day("Mon 22 June 2026");
    let chaired = |independent| {
        let conference = held(ConferenceKind::Initial, on);
        nothing().with_conference(conference.with_chair_independent(independent))
    };
    story.only(&chaired(true), Met, NEVER);
    story.only(&chaired(false), NotMet, NEVER);
}
