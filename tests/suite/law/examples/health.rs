//! Health assessments: SI 2010/959, regulation 7.

use super::{Story, placed, reviewed};
use crate::law::day;
use chrono::NaiveDate;
use iro_handbook::law::OutcomeKind::{Met, MetLate, NotYetDue};
use iro_handbook::law::RuleId::{HealthReview, InitialHealthAssessment};
use iro_handbook::record::{
    Beforehand, CareRecord, Health, HealthAssessment, Placement, PlacementKind,
};

fn foster(from: NaiveDate) -> Placement {
    Placement::new(from, PlacementKind::Foster)
}

fn assessed<const N: usize>(on: [NaiveDate; N]) -> Health {
    let made = on.map(HealthAssessment::made_on);
    made.into_iter().fold(Health::recorded(), Health::with_assessment)
}

#[test]
fn initial() {
    let story = Story::of(InitialHealthAssessment);
    let start = story.day("Mon 2 March 2026");
    let assessed = |on, beforehand| {
        let health = assessed([on]).with_initial_beforehand(beforehand);
        let care = placed(foster(start)).with_health(health);
        super::child(reviewed(care, [story.day("Fri 27 March")]))
    };
    story.due(&assessed(start, Beforehand::Practicable), start, Met, start);
    let late = story.day("Tue 3 March");
    story.due(&assessed(late, Beforehand::Practicable), start, MetLate, late);
    for (on, kind) in [("Thu 26 March", Met), ("Wed 1 April", MetLate)] {
        let on = story.day(on);
        let because = Beforehand::NotPracticable("placed at night".to_owned());
        story.only(&assessed(on, because), kind, on);
    }
}

#[test]
fn review() {
    let story = Story::of(HealthReview).asked_on(day("2025-12-31"));
    let assessed = |on: [NaiveDate; 2]| -> CareRecord {
        let care = placed(foster(day("2025-01-06"))).with_health(assessed(on));
        super::child(care).with_born(story.day("Sun 10 May 2020"))
    };
    let eve = story.day("Fri 9 May 2025");
    let last = story.day("Sun 9 November");
    story.due(&assessed([eve, last]), last, Met, last);
    let late = story.day("Mon 10 November");
    story.due(&assessed([eve, late]), last, MetLate, late);
    let birthday = story.day("Sat 10 May 2025");
    let before = day("2025-01-10");
    let next = story.day("Sun 10 May 2026");
    story.due(&assessed([before, birthday]), next, NotYetDue, super::NEVER);
}
