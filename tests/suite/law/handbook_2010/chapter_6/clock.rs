//! The time of a dispute (Handbook 6.2), and what is overdue at which stage.

use super::{day, dispute};
use iro_handbook::assess::Policy;
use iro_handbook::calendar::{Period, WorkingDays};

fn used(raised: &str, events: &[&str], on: &str) -> Option<u32> {
    dispute(raised, events).formal_working_days(&WorkingDays::england_and_wales(), day(on)).unwrap()
}

/// What is due on a day: rule, stage, last day, days overdue; five working days at stage 1, ten at 2.
fn due(events: &[&str], on: &str) -> Vec<String> {
    let policy = Policy::default()
        .with_stage_response(1, Period::WorkingDays(5))
        .with_stage_response(2, Period::WorkingDays(10));
    let calendar = WorkingDays::england_and_wales();
    let dispute = dispute("5-20", events);
    let due: Vec<_> = dispute.due_on(&calendar, &policy, day(on)).unwrap().collect();
    let overdue: Vec<_> = dispute.overdue_on(&calendar, &policy, day(on)).unwrap().collect();
    let past: Vec<_> = due.iter().copied().filter(|due| due.by() < day(on)).collect();
    assert_eq!(overdue, past);
    due.iter()
        .map(|due| {
            let (rule, stage, by) = (due.rule(), due.stage(), due.by().format("%-m-%-d"));
            format!("{rule} at {stage} by {by} +{}", due.days_overdue())
        })
        .collect()
}

/// Handbook 6.2: all formal stages together, from the formal start; informal time is outside.
#[test]
fn handbook_6_2_working_days_of_the_formal_process() {
    // Monday 1 June 2026.
    let formal = ["stage 1 6-1", "stage 2 6-8", "resolved 6-10"];
    assert_eq!(used("5-1", &formal, "5-31"), None, "informal for a month");
    assert_eq!(used("5-1", &formal, "6-1"), Some(0), "the first day is not counted");
    assert_eq!(used("5-1", &formal, "6-2"), Some(1));
    assert_eq!(used("5-1", &formal, "6-7"), Some(4), "a weekend");
    assert_eq!(used("5-1", &formal, "6-8"), Some(5));
    assert_eq!(used("5-1", &formal, "6-9"), Some(6), "over the change of stage");
    assert_eq!(used("5-1", &formal, "6-10"), Some(7));
    assert_eq!(used("5-1", &formal, "12-31"), Some(7), "not after the end");
    assert_eq!(used("5-1", &["stage 3 5-22"], "5-26"), Some(1), "the holiday of 25 May");
    assert_eq!(used("5-1", &["cafcass 5-20"], "6-30"), None, "Cafcass does not make it formal");
    let referred = ["stage 1 6-1", "cafcass 6-3"];
    assert_eq!(used("5-1", &referred, "6-10"), Some(7), "nor does it stop the clock");
}

#[test]
fn due_and_overdue_and_at_which_stage() {
    let resolution = |stage, late| format!("dispute-resolved at {stage} by 6-29 +{late}");
    let one = ["stage 1 6-1"];
    assert_eq!(due(&one, "5-31"), [""; 0], "informal");
    assert_eq!(due(&one, "6-8"), ["dispute-stage-response at 1 by 6-8 +0", &*resolution(1, 0)]);
    assert_eq!(due(&one, "6-9"), ["dispute-stage-response at 1 by 6-8 +1", &*resolution(1, 0)]);
    let two = ["stage 1 6-1", "answered 6-5", "stage 2 6-10"];
    assert_eq!(due(&two, "6-4"), ["dispute-stage-response at 1 by 6-8 +0", &*resolution(1, 0)]);
    assert_eq!(due(&two, "6-5"), [resolution(1, 0)], "answered");
    assert_eq!(due(&two, "6-24"), ["dispute-stage-response at 2 by 6-24 +0", &*resolution(2, 0)]);
    assert_eq!(due(&two, "6-29"), ["dispute-stage-response at 2 by 6-24 +5", &*resolution(2, 0)]);
    assert_eq!(due(&two, "6-30"), ["dispute-stage-response at 2 by 6-24 +6", &*resolution(2, 1)]);
    let three = ["stage 1 6-1", "stage 3 6-3", "resolved 7-2"];
    assert_eq!(due(&three, "7-1"), [resolution(3, 2)], "no time set for stage 3");
    assert_eq!(due(&three, "7-2"), [""; 0], "over");
}

/// The time left is of working days, and the lateness of calendar days: over a weekend the sentence says so.
#[test]
fn lateness_in_words_has_its_unit() {
    let calendar = WorkingDays::england_and_wales();
    let said = |on: &str| {
        let dispute = dispute("5-20", &["stage 1 6-1"]);
        let due = dispute.due_on(&calendar, &Policy::default(), day(on)).unwrap().next().unwrap();
        due.to_string()
    };
    // Monday 29 June is the twentieth working day; Monday 6 July is five working days on.
    let due = "Resolution of a dispute: due by Mon 29 June 2026";
    assert_eq!(said("6-29"), due);
    assert_eq!(said("6-30"), format!("{due}, 1 calendar day overdue at stage 1"));
    assert_eq!(said("7-6"), format!("{due}, 7 calendar days overdue at stage 1"));
}

#[test]
fn nothing_is_said_to_be_due_after_the_record_breaks_off() {
    let dispute = dispute("5-20", &["stage 1 6-1"]).with_recorded_to(day("6-20"));
    let (calendar, policy) = (WorkingDays::england_and_wales(), Policy::default());
    assert_eq!(dispute.due_on(&calendar, &policy, day("6-20")).unwrap().count(), 1);
    assert_eq!(dispute.due_on(&calendar, &policy, day("6-21")).unwrap().count(), 0);
}

#[test]
fn outside_the_calendar() {
    let dispute = dispute("5-20", &["stage 1 6-1"]);
    let far = chrono::NaiveDate::from_ymd_opt(2099, 1, 1).unwrap();
    let error = dispute.formal_working_days(&WorkingDays::england_and_wales(), far).unwrap_err();
    assert!(error.is_outside_calendar());
}
