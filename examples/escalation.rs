//! A dispute walked from the informal attempt to Cafcass: after each step, what is due when, and what is
//! overdue.
//!
//! `cargo run --example escalation`

use chrono::NaiveDate;
use iro_handbook::assess::{Assessor, Policy};
use iro_handbook::calendar::{Period, WorkingDays};
use iro_handbook::law::Family;
use iro_handbook::record::{
    CafcassTest, CareRecord, Dispute, DisputeEvent, DisputeTheme, Disputes, Done, Ladder,
    SignificantFailure,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).ok_or("no such day");
    let calendar = WorkingDays::england_and_wales();
    // The authority's own ladder, and its own times for an answer at the first two stages.
    let ladder = Ladder::new(["team manager", "head of service", "director"]);
    let policy = Policy::default()
        .with_stage_response(1, Period::WorkingDays(5))
        .with_stage_response(2, Period::WorkingDays(10));

    let raised = day(5, 18)?;
    let mut dispute =
        Dispute::raised("D-3", DisputeTheme::Placement, raised).with_ladder(ladder)?;
    println!("{}  raised informally: {}", raised.format("%a %-d %b"), dispute.theme());
    println!("  nothing is due: informal time is outside the formal process");

    let steps = [
        DisputeEvent::Formal { stage: 1, on: day(6, 1)? },
        DisputeEvent::Answered(day(6, 10)?),
        DisputeEvent::Formal { stage: 2, on: day(6, 11)? },
        DisputeEvent::LegalAdviceSought(day(6, 26)?),
        DisputeEvent::Formal { stage: 3, on: day(6, 30)? },
        DisputeEvent::ReferredToCafcass(day(7, 3)?),
        DisputeEvent::Resolved(day(7, 8)?),
    ];
    for step in steps {
        let on = step.on();
        dispute.apply(step)?;
        println!("{}  {}", on.format("%a %-d %b"), said(step, &dispute));
        if let Some(used) = dispute.formal_working_days(&calendar, on)? {
            println!("  {used} working days of the formal process used");
        }
        let mut due = dispute.due_on(&calendar, &policy, on)?.peekable();
        if due.peek().is_none() {
            println!("  nothing is due");
        }
        for due in due {
            println!("  {due}");
        }
    }

    // Nothing follows a resolution but a new dispute.
    match dispute.clone().apply(DisputeEvent::Formal { stage: 3, on: day(7, 9)? }) {
        Ok(()) => println!("Thu 9 Jul  stage 3 again"),
        Err(error) => println!("Thu 9 Jul  stage 3 again is refused\n  {error}"),
    }

    // What became of each duty, with the three parts of the test for Cafcass apart.
    let test = CafcassTest::new(day(7, 2)?)
        .with_failure(SignificantFailure::InImplementation)
        .with_raised_with_senior_officers(Done::On(day(6, 11)?))
        .with_put_right_in_reasonable_time(false);
    let dispute = dispute.with_note_on_file(Done::On(raised)).with_cafcass_test(test);
    let record = CareRecord::new("C-1017").with_disputes(Disputes::none().with_dispute(dispute));
    let assessor = Assessor::new(&calendar, day(7, 31)?)
        .with_policy(policy)
        .with_families(&[Family::Disputes]);
    println!();
    for finding in assessor.assess(&record)?.findings() {
        println!("{}: {}", finding.subject().of(), finding.explain());
    }
    Ok(())
}

/// A step in words.
fn said(step: DisputeEvent, dispute: &Dispute) -> String {
    match step {
        DisputeEvent::Formal { stage, .. } => {
            let name = dispute.ladder().name(stage).unwrap_or("not named");
            format!("stage {stage} begins: {name}")
        }
        DisputeEvent::ReferredToCafcass(_) => "referred to Cafcass; the dispute goes on".to_owned(),
        other => other.as_str().replace('_', " "),
    }
}
