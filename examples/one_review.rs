//! One review from the invitation to the distributed record, duty by duty, as the manager of an IRO
//! service reads it.
//!
//! `cargo run --example one_review`

use chrono::NaiveDate;
use iro_handbook::assess::{Assessor, Finding, Outcome};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{Family, RuleId, ScheduleSevenMatter as Matter};
use iro_handbook::record::{
    Aftermath, CarePeriod, CareRecord, Chair, Considerations, Decision, Done, Event, EventKind,
    Events, LateReason, ManagerResponse, Meeting, Participation, Preparation, ReviewRecord, Rights,
    Views, Whose,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).ok_or("no such day");

    let before = Preparation::new()
        .with_discussion(day(3, 6)?)
        .with_report(day(3, 24)?)
        .with_care_plan(day(3, 26)?)
        .with_child_spoken_to(day(3, 25)?)
        .with_views(Views::obtained(Whose::Parent).with_attended(true))
        .with_views(Views::not_practicable(Whose::Parent, "he cannot be found"))
        .with_views(Views::obtained(Whose::Carer).with_attended(true));
    let at = Meeting::new()
        .with_chair(Chair::Iro)
        .with_considerations(
            Considerations::all()
                .with_not_considered(&[Matter::Leisure])
                .with_not_applicable(&[Matter::LastReview, Matter::VisitsWithParent]),
        )
        .with_rights(Rights::explained(day(3, 25)?).with_wish_to_act(false));
    let after = Aftermath::new()
        .with_decisions_written(day(4, 1)?)
        .with_decisions_received(day(4, 1)?)
        .with_manager_response(ManagerResponse::Silence)
        .with_decisions_circulated(day(4, 14)?)
        .with_record_written(day(4, 24)?)
        .with_late_reason(LateReason::Workload);
    let review = ReviewRecord::new(day(3, 27)?)
        .with_participation(Participation::AttendedAndSpoke)
        .with_preparation(before)
        .with_meeting(at)
        .with_decision(
            Decision::new("a dental check-up")
                .with_implementer("the carer")
                .with_by(day(5, 1)?)
                .with_done(day(4, 20)?),
        )
        .with_decision(
            Decision::new("contact with her sister every fortnight")
                .with_implementer("the social worker")
                .with_by(day(4, 30)?)
                .with_done(Done::No)
                .with_iro_told(day(5, 5)?),
        )
        .with_aftermath(after);
    let moved = Event::new(EventKind::SocialWorkerChange, day(4, 13)?).with_iro_told(day(4, 15)?);
    let care = CarePeriod::new(day(3, 2)?)
        .with_review(review)
        .with_events(Events::new().with_event(moved));
    let record = CareRecord::new("C-1017").with_period_of_care(care);

    let calendar = WorkingDays::england_and_wales();
    for (heading, family) in [
        ("Before the review", Family::BeforeReview),
        ("At the review", Family::AtReview),
        ("After the review", Family::AfterReview),
    ] {
        println!("{heading}");
        let assessor = Assessor::new(&calendar, day(5, 11)?).with_families(&[family]);
        let assessment = assessor.assess(&record)?;
        let (considerations, others): (Vec<&Finding<'_>>, Vec<_>) = assessment
            .findings()
            .iter()
            .partition(|finding| finding.rule().id() == RuleId::ScheduleSeven);
        others.iter().for_each(|finding| print(finding));
        if !considerations.is_empty() {
            // Fourteen of them: those that were considered in one line, the others each in their own.
            let met = considerations.iter().filter(|finding| finding.outcome().is_met()).count();
            println!("  [ok]      Considerations of Schedule 7: {met} considered.");
            considerations
                .iter()
                .filter(|f| !f.outcome().is_met())
                .for_each(|finding| print(finding));
        }
        println!();
    }
    Ok(())
}

/// One duty: a mark, the sentence, and for a breach whether of law or of guidance.
fn print(finding: &Finding<'_>) {
    let law = finding.rule().force().is_law();
    let mark = match finding.outcome() {
        Outcome::Met => "[ok]     ",
        Outcome::MetLate | Outcome::NotMet if law => "[BREACH] ",
        Outcome::MetLate | Outcome::NotMet => "[missed] ",
        Outcome::NotYetDue => "[open]   ",
        Outcome::CannotTell(_) => "[unclear]",
        _ => "[-]      ",
    };
    let sentence = finding.explain().to_string();
    let (sentence, citation) = sentence.split_once("\n  ").unwrap_or((&sentence, ""));
    println!("  {mark} {sentence}");
    if finding.outcome().is_breach() {
        println!("            {citation}");
    }
}
