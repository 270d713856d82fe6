//! Health assessments: SI 2010/959, regulation 7.

use crate::assess::date;
use crate::duties::placed::{Asked, care, foster, health, on, placed, problems, record, reviewed};
use iro_handbook::assess::History;
use iro_handbook::law::RuleId::{HealthReview, InitialHealthAssessment};
use iro_handbook::record::{Beforehand, CarePeriod, Entry, Health, HealthAssessment, Placements};

const WHETHER: &str = "whether it was practicable before the placement";

/// From the placement to the last day for the first review.
const BETWEEN: &str = "2026-03-02..2026-03-30";

fn practicable(day: &str) -> Health {
    health(day).with_initial_beforehand(Beforehand::Practicable)
}

fn not_practicable(day: &str) -> Health {
    health(day).with_initial_beforehand(Beforehand::NotPracticable("at night".to_owned()))
}

fn from_march(health: Health) -> CarePeriod {
    placed(foster("2026-03-02")).with_health(health)
}

/// Placed on 2 March, first reviewed on 27 March.
#[test]
fn reg_7_1_before_the_placement_or_the_first_review() {
    for (as_of, health, expected) in [
        ("2026-04-01", practicable("2026-03-02"), "2026-03-02 met".to_owned()),
        ("2026-04-01", practicable("2026-03-03"), "2026-03-02 met late".to_owned()),
        ("2026-04-01", practicable(""), "2026-03-02 not met".to_owned()),
        ("2026-03-02", practicable(""), "2026-03-02 not yet due".to_owned()),
        ("2026-04-01", not_practicable("2026-03-27"), "2026-03-27 met".to_owned()),
        ("2026-04-01", not_practicable("2026-03-28"), "2026-03-27 met late".to_owned()),
        ("2026-04-01", not_practicable(""), "2026-03-27 not met".to_owned()),
        ("2026-03-26", not_practicable(""), "..2026-03-30 not yet due".to_owned()),
        ("2026-03-26", not_practicable("2026-03-20"), "..2026-03-30 met".to_owned()),
        ("2026-04-01", health("2026-02-20"), "2026-03-02..2026-03-27 met".to_owned()),
        (
            "2026-04-01",
            health("2026-03-20"),
            format!("2026-03-02..2026-03-27 cannot tell: {WHETHER}"),
        ),
        ("2026-04-01", health("2026-03-28"), "2026-03-02..2026-03-27 met late".to_owned()),
        ("2026-04-01", health(""), "2026-03-02..2026-03-27 not met".to_owned()),
        (
            "2026-03-20",
            health("2026-03-10"),
            format!("2026-03-02..2026-03-30 cannot tell: {WHETHER}"),
        ),
        ("2026-03-20", health("2026-02-20"), "2026-03-02..2026-03-30 met".to_owned()),
        (
            "2026-04-01",
            Health::default(),
            "2026-03-02..2026-03-27 cannot tell: the days of health assessments".to_owned(),
        ),
    ] {
        let record = record(reviewed(from_march(health.clone()), "2026-03-27"));
        assert_eq!(
            on(as_of).of(InitialHealthAssessment, &record),
            [expected],
            "{as_of} {health:?}"
        );
    }
}

/// Before the first review is before its last lawful day: 20 working days from 2 March end on 30 March.
#[test]
fn reg_7_1_and_no_first_review_by_its_last_day() {
    let says = |health: &Health, review: &str, as_of: &'static str| {
        let record = record(reviewed(from_march(health.clone()), review));
        on(as_of).of(InitialHealthAssessment, &record).remove(0)
    };
    let none = not_practicable("");
    assert_eq!(says(&none, "", "2026-03-30"), "..2026-03-30 not yet due");
    assert_eq!(says(&none, "", "2026-03-31"), "2026-03-30 not met");
    let unrecorded = Health::default()
        .with_initial_beforehand(Beforehand::NotPracticable("at night".to_owned()));
    assert_eq!(says(&unrecorded, "", "2026-03-30"), "..2026-03-30 not yet due");
    assert_eq!(
        says(&unrecorded, "", "2026-03-31"),
        "2026-03-30 cannot tell: the days of health assessments"
    );
    // Made after that day it is late, whether the review has been held since or not.
    for review in ["", "2026-04-20"] {
        assert_eq!(says(&not_practicable("2026-03-30"), review, "2026-05-01"), "2026-03-30 met");
        assert_eq!(
            says(&not_practicable("2026-03-31"), review, "2026-05-01"),
            "2026-03-30 met late"
        );
    }
    // Not recorded whether it was practicable: overdue by the later of the two days.
    assert_eq!(says(&health(""), "", "2026-03-30"), format!("{BETWEEN} cannot tell: {WHETHER}"));
    assert_eq!(says(&health(""), "", "2026-03-31"), format!("{BETWEEN} not met"));
    // Care that ended on the last day, and on the next.
    let over = |day| record(from_march(not_practicable("")).with_ended(date(day)));
    let says = |day| on("2026-06-01").of(InitialHealthAssessment, &over(day));
    assert_eq!(says("2026-03-30"), ["2026-03-30 lapsed"]);
    assert_eq!(says("2026-03-31"), ["2026-03-30 not met"]);
}

/// A first review before the records begin may have come before the assessment.
#[test]
fn reg_7_1_reviews_before_the_records_begin() {
    let record = record(reviewed(from_march(not_practicable("2026-03-20")), "2026-04-10"));
    let told = |from| {
        let asked = Asked { history: History::CompleteFrom(date(from)), ..on("2026-05-01") };
        asked.of(InitialHealthAssessment, &record).remove(0)
    };
    assert_eq!(told("2026-03-02"), "2026-03-30 met");
    assert_eq!(
        told("2026-03-03"),
        format!("{BETWEEN} cannot tell: the reviews before 3 March 2026")
    );
}

#[test]
fn reg_7_1_lapses_and_refusal_and_what_is_missing() {
    let ended = record(from_march(not_practicable("")).with_ended(date("2026-03-20")));
    assert_eq!(on("2026-04-01").of(InitialHealthAssessment, &ended), ["2026-03-30 lapsed"]);
    let refused = Health::default()
        .with_assessment(HealthAssessment::refused_on(date("2026-03-10"), "afraid"));
    assert_eq!(
        on("2026-04-01").of(InitialHealthAssessment, &record(from_march(refused))),
        ["- not applicable: the child, being of sufficient understanding, refused the assessment"]
    );
    let unplaced = care("2026-03-02").with_health(health(""));
    let says = |care| on("2026-04-01").of(InitialHealthAssessment, &record(care));
    assert_eq!(says(unplaced.clone()), ["- cannot tell: the start of the first placement"]);
    assert_eq!(says(unplaced.with_placements(Placements::recorded())), ["- not yet due"]);
    let unknown = from_march(health("")).with_entry(Entry::NotKnown);
    assert_eq!(says(unknown), ["- cannot tell: the day the child became looked after"]);
    assert!(says(placed(foster("2011-03-31")).with_health(health(""))).is_empty());
}

/// Born on 10 May 2020: five on 10 May 2025.
#[test]
fn reg_7_3_six_months_before_the_fifth_birthday_then_twelve() {
    let says = |days, as_of| {
        let care = placed(foster("2020-06-01")).with_health(health(days));
        on(as_of).of(HealthReview, &record(care).with_born(date("2020-05-10")))
    };
    assert_eq!(says("2024-05-01", "2024-11-01"), ["2024-11-01 not yet due"]);
    assert_eq!(says("2024-05-01", "2024-11-02"), ["2024-11-01 not met"]);
    assert_eq!(
        says("2024-05-01 2024-11-01", "2025-01-01"),
        ["2024-11-01 met", "2025-05-01 not yet due"]
    );
    assert_eq!(
        says("2024-05-01 2024-11-02", "2025-01-01"),
        ["2024-11-01 met late", "2025-05-02 not yet due"]
    );
    // By the age on the day of the assessment: the eve of the birthday, and the birthday.
    assert_eq!(says("2025-05-09", "2025-06-01"), ["2025-11-09 not yet due"]);
    assert_eq!(says("2025-05-10", "2025-06-01"), ["2026-05-10 not yet due"]);
    // Known only later.
    assert_eq!(says("2025-05-09 2025-06-02", "2025-06-01"), ["2025-11-09 not yet due"]);
    assert!(says("", "2025-06-01").is_empty(), "no clock has started");
}

#[test]
fn reg_7_3_the_day_of_birth_is_not_recorded() {
    let says = |days, as_of| {
        let care = placed(foster("2025-01-01")).with_health(health(days));
        on(as_of).of(HealthReview, &record(care)).remove(0)
    };
    let whether = "2025-07-10..2026-01-10 cannot tell: the date of birth";
    assert_eq!(says("2025-01-10 2025-07-10", "2026-02-01"), "2025-07-10..2026-01-10 met");
    assert_eq!(says("2025-01-10 2025-07-11", "2026-02-01"), whether);
    assert_eq!(says("2025-01-10 2026-01-11", "2026-02-01"), "2025-07-10..2026-01-10 met late");
    assert_eq!(says("2025-01-10", "2026-01-10"), whether);
    assert_eq!(says("2025-01-10", "2026-01-11"), "2025-07-10..2026-01-10 not met");
}

#[test]
fn reg_7_3_lapse_refusal_and_not_recorded() {
    let born = |care| record(care).with_born(date("2015-05-10"));
    let ended = from_march(health("2026-03-02")).with_ended(date("2027-03-02"));
    assert_eq!(on("2027-06-01").of(HealthReview, &born(ended)), ["2027-03-02 lapsed"]);
    let ended = from_march(health("2026-03-02")).with_ended(date("2027-03-03"));
    assert_eq!(on("2027-06-01").of(HealthReview, &born(ended)), ["2027-03-02 not met"]);
    let refused = health("2026-03-02")
        .with_assessment(HealthAssessment::refused_on(date("2027-02-01"), "no"));
    assert_eq!(
        on("2027-06-01").of(HealthReview, &born(from_march(refused.clone()))),
        [
            "2027-03-02 not applicable: the child, being of sufficient understanding, refused the \
             assessment",
            "2028-02-01 not yet due",
        ]
    );
    // A refusal that is still to come is not known.
    let early = on("2027-01-31").of(HealthReview, &born(from_march(refused)));
    assert_eq!(early, ["2027-03-02 not yet due"]);
    assert_eq!(
        on("2027-06-01").of(HealthReview, &born(from_march(Health::default()))),
        ["- cannot tell: the days of health assessments"]
    );
    let early = placed(foster("2011-01-01")).with_health(health("2011-03-31 2011-04-01"));
    assert_eq!(
        on("2011-05-01").of(HealthReview, &record(early).with_born(date("2001-01-01"))),
        ["2012-04-01 not yet due"]
    );
}

#[test]
fn explained() {
    let record = record(from_march(health("2026-03-20 2027-03-25"))).with_born(date("2015-05-10"));
    assert_eq!(
        on("2027-04-01").explained(HealthReview, &record)[0],
        "Review of health: due by Sat 20 March 2027, 12 months after the assessment of Fri 20 March \
         2026. Done Thu 25 March 2027, 5 days late.\n  The Care Planning, Placement and Case Review \
         (England) Regulations 2010 (SI 2010/959), regulation 7(3)."
    );
}

#[test]
fn contradictions() {
    let bad = health("2026-03-10 2026-03-10 2026-04-02")
        .with_assessment(HealthAssessment::refused_on(date("2026-03-20"), ""))
        .with_initial_beforehand(Beforehand::NotPracticable(String::new()));
    assert_eq!(
        problems(&record(care("2026-03-02").with_ended(date("2026-04-01")).with_health(bad))),
        [
            "health assessment refused is 2026-03-20: it has no reason",
            "health assessment is 2026-04-02: it is after the period of care ended",
            "health assessment is 2026-03-10: another assessment is recorded for that day",
            "initial health assessment is not practicable before: it has no reason",
        ]
    );
}
