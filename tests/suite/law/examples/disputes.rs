//! Disputes: IRO Handbook, chapter 6; Children Act 1989, section 25B(3).

use super::{NEVER, Story, child, in_care};
use chrono::NaiveDate;
use iro_handbook::assess::Policy;
use iro_handbook::calendar::Period;
use iro_handbook::law::OutcomeKind::{Lapsed, Met, MetLate, NotApplicable, NotMet};
use iro_handbook::law::RuleId::{
    CafcassReferral, DisputeRecorded, DisputeResolved, DisputeStageResponse,
};
use iro_handbook::record::DisputeEvent::{
    Answered, Formal, ReferredToCafcass, Resolved, Withdrawn,
};
use iro_handbook::record::{
    CafcassTest, CareRecord, Dispute, DisputeEvent, DisputeTheme, Disputes, Done,
    SignificantFailure,
};

fn formal(on: NaiveDate) -> DisputeEvent {
    Formal { stage: 1, on }
}

fn dispute<const N: usize>(raised: NaiveDate, events: [DisputeEvent; N]) -> Dispute {
    let dispute = Dispute::raised("D-1", DisputeTheme::Placement, raised);
    events.into_iter().fold(dispute, |dispute, event| dispute.with_event(event).unwrap())
}

fn told(dispute: Dispute) -> CareRecord {
    child(in_care()).with_disputes(Disputes::none().with_dispute(dispute))
}

#[test]
fn recorded() {
    let story = Story::of(DisputeRecorded);
    let raised = || dispute(story.day("Wed 20 May 2026"), [formal(story.day("Mon 1 June"))]);
    let note = story.day("Thu 21 May");
    story.each(&told(raised().with_note_on_file(Done::On(note))), &[Met]);
    story.each(&told(raised().with_note_on_file(Done::No)), &[NotMet]);
}

#[test]
fn resolved() {
    let story = Story::of(DisputeResolved);
    let (start, last) = (story.day("Mon 1 June 2026"), story.day("Mon 29 June"));
    let ended = |event| told(dispute(start, [formal(start), event]));
    story.due(&ended(Resolved(last)), last, Met, last);
    let late = story.day("Tue 30 June");
    story.due(&ended(Resolved(late)), last, MetLate, late);
    story.due(&ended(Withdrawn(last)), last, Lapsed, NEVER);
}

#[test]
fn stage_response() {
    let five = Policy::default().with_stage_response(1, Period::WorkingDays(5));
    let mut story = Story::of(DisputeStageResponse).with_policy(five);
    let (start, last) = (story.day("Mon 1 June 2026"), story.day("Mon 8 June"));
    let answered = |on| told(dispute(start, [formal(start), Answered(on)]));
    story.due(&answered(last), last, Met, last);
    let late = story.day("Tue 9 June");
    story.due(&answered(late), last, MetLate, late);
    story = story.with_policy(Policy::default());
    story.only(&answered(last), NotApplicable, NEVER);
}

#[test]
fn cafcass() {
    let story = Story::of(CafcassReferral);
    let raised = super::day("2026-05-20");
    let test = || {
        CafcassTest::new(story.day("Wed 10 June 2026"))
            .with_failure(SignificantFailure::InPlan)
            .with_raised_with_senior_officers(Done::On(story.day("Mon 1 June")))
            .with_put_right_in_reasonable_time(false)
    };
    let referral = story.day("Fri 12 June");
    let referred = dispute(raised, [ReferredToCafcass(referral)]);
    story.each(&told(referred.with_cafcass_test(test())), &[Met]);
    let neither = dispute(raised, []).with_cafcass_test(test().with_no_reason_against());
    story.each(&told(neither), &[NotMet]);
}
