//! Deadlines: in time, late, and in words.
use iro_handbook::calendar::{Deadline, Period, WorkingDays};

use super::date;

#[test]
fn after_a_day() {
    let calendar = WorkingDays::england_and_wales();
    let deadline = Deadline::after(date("2024-03-01"), Period::WorkingDays(20), &calendar).unwrap();
    assert_eq!(deadline.trigger(), date("2024-03-01"));
    assert_eq!(deadline.period(), Period::WorkingDays(20));
    assert_eq!(deadline.last_day(), date("2024-04-02"));
    assert!(!deadline.counts_back());
    assert_eq!(deadline.to_string(), "by 2024-04-02, 20 working days after 2024-03-01");
    for (done, late) in [
        ("2024-03-01", 0),
        ("2024-04-01", 0),
        ("2024-04-02", 0),
        ("2024-04-03", 1),
        ("2024-05-02", 30),
        ("2025-04-02", 365),
    ] {
        assert_eq!(deadline.days_late(date(done)), late, "{done}");
        assert_eq!(deadline.is_met_by(date(done)), late == 0, "{done}");
    }
}

/// The last day before a meeting is the last lawful day too.
#[test]
fn before_a_meeting() {
    let calendar = WorkingDays::england_and_wales();
    let deadline = Deadline::before(date("2026-03-27"), Period::WorkingDays(3), &calendar).unwrap();
    assert_eq!(deadline.last_day(), date("2026-03-24"));
    assert!(deadline.counts_back());
    assert_eq!(deadline.to_string(), "by 2026-03-24, 3 working days before 2026-03-27");
    assert!(deadline.is_met_by(date("2026-03-24")));
    assert!(!deadline.is_met_by(date("2026-03-25")));
    assert_eq!(deadline.days_late(date("2026-03-25")), 1);
    assert_eq!(deadline.days_late(date("2026-03-27")), 3);
}

#[test]
fn the_farthest_days_have_answers() {
    let calendar = WorkingDays::england_and_wales();
    let deadline = Deadline::after(date("2026-03-27"), Period::Weeks(1), &calendar).unwrap();
    assert_eq!(deadline.days_late(chrono::NaiveDate::MIN), 0);
    assert!(deadline.days_late(chrono::NaiveDate::MAX) > 95_000_000);
    assert!(size_of::<Deadline>() <= 16);
}

#[cfg(feature = "serde")]
#[test]
fn in_json() {
    let calendar = WorkingDays::england_and_wales();
    let deadline = Deadline::after(date("2026-03-27"), Period::Months(3), &calendar).unwrap();
    assert_eq!(
        serde_json::to_string(&deadline).unwrap(),
        concat!(
            r#"{"trigger":"2026-03-27","period":{"months":3},"#,
            r#""counts_back":false,"last_day":"2026-06-27"}"#
        )
    );
}
