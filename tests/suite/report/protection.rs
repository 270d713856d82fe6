//! The figures of child protection conferences: boundary days, published figures, a twin, merging.

use crate::assess::date;
use crate::duties::random::protection;
use chrono::{Months, NaiveDate};
use iro_handbook::assess::History;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::law::Method;
use iro_handbook::record::{
    AbuseCategory, Conference, ConferenceKind as Kind, ProtectionPlan, ProtectionRecord,
};
use iro_handbook::report::{PlanDuration, ProtectionFigures, Rate, Timeliness};
use std::collections::BTreeMap;

fn year() -> CollectionYear {
    CollectionYear::ending(2026).unwrap()
}

fn empty() -> ProtectionFigures {
    ProtectionFigures::new(year(), year().end())
}

fn counted(mut figures: ProtectionFigures, records: &[ProtectionRecord]) -> ProtectionFigures {
    let calendar = WorkingDays::england_and_wales();
    records.iter().for_each(|record| figures.add(&calendar, record).unwrap());
    figures
}

fn nothing() -> ProtectionRecord {
    ProtectionRecord::new("C-1").with_nothing_more()
}

fn plan(began: &str, ended: Option<&str>) -> ProtectionPlan {
    let plan = ProtectionPlan::new(date(began));
    ended.map_or(plan, |ended| plan.with_ended(date(ended)))
}

/// From an initial conference on the first day of the plan.
fn planned(plan: ProtectionPlan, reviews: &[&str]) -> ProtectionRecord {
    let record =
        nothing().with_conference(Conference::new(Kind::Initial, plan.began())).with_plan(plan);
    let reviews = reviews.iter().map(|on| Conference::new(Kind::Review, date(on)));
    reviews.fold(record, ProtectionRecord::with_conference)
}

fn triple(counts: Timeliness) -> (u64, u64, u64) {
    (counts.on_time(), counts.late(), counts.undetermined())
}

/// England 2025 and 2024, as published.
#[test]
fn published() {
    assert_eq!(Rate::new(6_240 + 52_430, 72_100).percent_text(1), "81.4 %");
    assert_eq!(Rate::new(31_500, 35_090).percent_text(1), "89.8 %");
}

/// From Mon 1 December 2025: 10 working days are 15, 15 are 22, 20 are 31 December.
#[test]
fn bands_of_working_days() {
    let held = |on: &str| {
        let conference = Conference::new(Kind::Initial, date(on));
        nothing_recorded().with_conference(conference.with_called_on(date("2025-12-01")))
    };
    for (on, band, on_time) in [
        ("2025-12-01", 0, true),
        ("2025-12-15", 0, true),
        ("2025-12-16", 1, true),
        ("2025-12-22", 1, true),
        ("2025-12-23", 2, false),
        ("2025-12-31", 2, false),
        ("2026-01-02", 3, false),
        // A Saturday comes after the tenth working day before it, or after the fourteenth.
        ("2025-12-13", 0, true),
        ("2025-12-20", 1, true),
    ] {
        let figures = counted(empty(), &[held(on)]);
        let bands = figures.initial_conference_bands().map(|(_, _, count)| count);
        let mut expected = [0; 4];
        expected[band] = 1;
        assert_eq!(bands, expected, "{on}");
        assert_eq!(
            triple(figures.initial_conferences()),
            if on_time { (1, 0, 0) } else { (0, 1, 0) }
        );
    }
    let all = ["2025-12-01", "2025-12-15", "2025-12-22", "2026-01-02"].map(held);
    assert_eq!(counted(empty(), &all).median_working_days(), Some(10), "0, 10, 15, 21");
    let unknown = nothing().with_conference(Conference::new(Kind::Initial, date("2025-12-01")));
    assert_eq!(triple(counted(empty(), &[unknown]).initial_conferences()), (0, 0, 1));
    // Held outside the year, or no initial conference.
    let outside = held("2026-04-01");
    let transfer = nothing().with_conference(Conference::new(Kind::TransferIn, date("2025-12-01")));
    let figures = counted(empty(), &[outside, transfer]);
    assert_eq!(figures.initial_conferences().total(), 0);
    assert_eq!(triple(figures.transfer_in_conferences()), (0, 0, 1));
}

fn nothing_recorded() -> ProtectionRecord {
    ProtectionRecord::new("C-1")
}

/// Held continuously for three months on 31 March: from 31 December, and not from 1 January.
#[test]
fn who_is_counted_in_plans_reviewed_in_time() {
    for (began, ended, counted_in) in [
        ("2025-12-31", None, 1),
        ("2026-01-01", None, 0),
        ("2025-12-31", Some("2026-03-31"), 0),
        ("2025-12-31", Some("2026-04-01"), 1),
    ] {
        let figures = counted(empty(), &[planned(plan(began, ended), &[])]);
        assert_eq!(figures.children_reviewed().total(), counted_in, "{began}");
        let days =
            counted(empty().with_method(Method::FixedDays), &[planned(plan(began, ended), &[])]);
        assert_eq!(days.children_reviewed().total(), counted_in, "calendar months by any method");
    }
}

#[test]
fn plans_reviewed_in_time_and_conferences_on_time() {
    let from = || plan("2025-05-01", None);
    for (reviews, children, conferences) in [
        // Three months from the conference, six from each review as held.
        (vec!["2025-08-01", "2026-02-01"], (1, 0, 0), (2, 0, 0)),
        (vec!["2025-08-02", "2026-02-02"], (0, 1, 0), (1, 1, 0)),
        (vec!["2025-08-01", "2026-02-02"], (0, 1, 0), (1, 1, 0)),
        // Overdue and not held.
        (vec!["2025-08-01"], (0, 1, 0), (1, 0, 0)),
        (vec![], (0, 1, 0), (0, 0, 0)),
        // The next is due on 30 April.
        (vec!["2025-07-15", "2025-10-30"], (1, 0, 0), (2, 0, 0)),
    ] {
        let figures = counted(empty(), &[planned(from(), &reviews)]);
        assert_eq!(triple(figures.children_reviewed()), children, "{reviews:?}");
        assert_eq!(triple(figures.review_conferences()), conferences, "{reviews:?}");
    }
    // Evidence is missing: the conferences, or the one from which the plan came.
    let unknown = nothing_recorded().with_plan(from());
    assert_eq!(triple(counted(empty(), &[unknown]).children_reviewed()), (0, 0, 1));
    let reviews = ["2025-08-01", "2026-02-01"].map(|on| Conference::new(Kind::Review, date(on)));
    let without =
        reviews.into_iter().fold(nothing().with_plan(from()), |r, c| r.with_conference(c));
    let figures = counted(empty(), &[without]);
    assert_eq!(triple(figures.children_reviewed()), (0, 0, 1));
    assert_eq!(triple(figures.review_conferences()), (1, 0, 1));
    // A lateness before the year fails the child all the same.
    let older = planned(
        plan("2024-06-03", None),
        &["2024-09-04", "2025-03-04", "2025-09-04", "2026-03-04"],
    );
    let figures = counted(empty(), std::slice::from_ref(&older));
    assert_eq!(triple(figures.children_reviewed()), (0, 1, 0));
    assert_eq!(triple(figures.review_conferences()), (2, 0, 0));
    // Unless nobody knows of it.
    let from = empty().with_history(History::CompleteFrom(year().start()));
    assert_eq!(triple(counted(from, &[older]).children_reviewed()), (0, 0, 1));
}

/// Two years to the day are two years or more.
#[test]
fn long_plans() {
    for (began, ended, band) in [
        ("2023-05-01", "2025-05-01", PlanDuration::Longer),
        ("2023-05-02", "2025-05-01", PlanDuration::TwoYears),
        ("2024-04-30", "2025-05-01", PlanDuration::TwoYears),
        ("2024-05-01", "2025-05-01", PlanDuration::OneYear),
        ("2024-10-31", "2025-05-01", PlanDuration::OneYear),
        ("2024-11-01", "2025-05-01", PlanDuration::SixMonths),
        ("2025-01-31", "2025-05-01", PlanDuration::SixMonths),
        ("2025-02-01", "2025-05-01", PlanDuration::ThreeMonths),
    ] {
        let figures = counted(empty(), &[planned(plan(began, Some(ended)), &[])]);
        assert_eq!(figures.ended_after().of(&band), 1, "{began}");
        assert_eq!((figures.plans_ended(), figures.plans_open_at_end()), (1, 0));
    }
    for (began, over) in [("2024-03-30", 1), ("2024-03-31", 0)] {
        let figures = counted(empty(), &[planned(plan(began, None), &[])]);
        assert_eq!(figures.plans_open_over_two_years(), over, "{began}");
        assert_eq!(figures.open_for().of(&PlanDuration::Longer), 1);
    }
}

#[test]
fn started_ended_and_open() {
    for (began, ended, expected) in [
        ("2025-03-31", None, (1, 0, 0, 1)),
        ("2025-04-01", None, (0, 1, 0, 1)),
        ("2026-03-31", None, (0, 1, 0, 1)),
        ("2026-04-01", None, (0, 0, 0, 0)),
        ("2024-05-01", Some("2025-03-31"), (0, 0, 0, 0)),
        ("2024-05-01", Some("2025-04-01"), (1, 0, 1, 0)),
        ("2024-05-01", Some("2026-03-31"), (1, 0, 1, 0)),
        ("2024-05-01", Some("2026-04-01"), (1, 0, 0, 1)),
    ] {
        let f = counted(empty(), &[planned(plan(began, ended), &[])]);
        let is =
            (f.plans_open_at_start(), f.plans_started(), f.plans_ended(), f.plans_open_at_end());
        assert_eq!(is, expected, "{began} to {ended:?}");
    }
    assert_eq!(counted(empty(), &[nothing_recorded()]).children_not_recorded(), 1);
}

/// Ever before; and, by a local variant, ended within 24 months before.
#[test]
fn second_or_subsequent() {
    let on = || plan("2025-06-02", None);
    let again = |record| {
        let figures = counted(empty(), &[record]);
        let one = |counts: &iro_handbook::report::Breakdown<Option<bool>>| {
            let found = counts.iter().next().map(|(is, _)| *is);
            found.unwrap()
        };
        (one(figures.second_or_subsequent()), one(figures.second_within_24_months()))
    };
    let alone = |plan| planned(plan, &[]);
    assert_eq!(again(alone(on())), (None, None));
    assert_eq!(again(alone(on().with_previous_plans(0))), (Some(false), Some(false)));
    assert_eq!(again(alone(on().with_previous_plans(1))), (Some(true), None));
    let ended = |day: &str| alone(on().with_previous_ended(date(day)));
    assert_eq!(again(ended("2023-06-02")), (Some(true), Some(true)));
    assert_eq!(again(ended("2023-06-01")), (Some(true), Some(false)));
    let before = nothing().with_plan(plan("2024-01-08", Some("2024-05-01"))).with_plan(on());
    assert_eq!(again(before), (Some(true), Some(true)));
}

#[test]
fn categories() {
    let with = |start, latest| {
        let plan = plan("2025-06-02", None).with_category_at_start(start);
        planned(plan.with_latest_category(latest), &[])
    };
    let records = [
        with(AbuseCategory::Neglect, AbuseCategory::Multiple),
        with(AbuseCategory::Neglect, AbuseCategory::Neglect),
        planned(plan("2025-06-02", None), &[]),
    ];
    let figures = counted(empty(), &records);
    assert_eq!(figures.category_at_start().of(&Some(AbuseCategory::Neglect)), 2);
    assert_eq!(figures.latest_category().of(&Some(AbuseCategory::Multiple)), 1);
    assert_eq!(figures.latest_category().of(&None), 1);
}

#[test]
fn what_contradicts_itself_is_not_counted() {
    let calendar = WorkingDays::england_and_wales();
    let mut figures = empty();
    let record = planned(plan("2025-06-02", Some("2025-06-01")), &[]);
    assert!(figures.add(&calendar, &record).unwrap_err().is_contradiction());
    assert_eq!(figures, empty());
}

/// The former NI 67 once more, day by day.
fn twin(record: &ProtectionRecord, last: NaiveDate) -> Option<&'static str> {
    let plans = record.plans()?;
    let at = plans
        .iter()
        .position(|plan| plan.began() <= last && plan.ended().is_none_or(|ended| ended > last))?;
    let began = plans[at].began();
    if began + Months::new(3) > last {
        return None;
    }
    let Some(conferences) = record.conferences() else { return Some("undetermined") };
    let before = at.checked_sub(1).map(|at| plans[at].began());
    let start = conferences.iter().rfind(|held| {
        held.kind() != Kind::Review
            && held.held_on() <= began
            && before.is_none_or(|before| before < held.held_on())
    });
    let limited = start.is_none_or(|start| start.kind() != Kind::BeforeBirth);
    let mut due = start.map_or(began, Conference::held_on) + Months::new(3);
    let (mut late, mut doubt) = (false, !limited || start.is_none());
    let mut first = true;
    for today in began.iter_days().skip(1).take_while(|today| *today <= last) {
        let review = |held: &Conference| held.kind() == Kind::Review && held.held_on() == today;
        if conferences.iter().any(review) {
            late |= today > due && (!first || limited);
            due = today + Months::new(6);
            first = false;
        }
    }
    late |= due < last && (!first || limited);
    doubt |= start.is_none();
    Some(if late {
        "late"
    } else if doubt {
        "undetermined"
    } else {
        "on time"
    })
}

#[test]
fn plans_reviewed_in_time_by_a_twin() {
    let mut seen: BTreeMap<Option<&str>, u32> = BTreeMap::new();
    for number in 0..6_000 {
        let case = protection(number);
        let year = CollectionYear::containing(case.as_of).unwrap();
        let figures =
            counted(ProtectionFigures::new(year, case.as_of), std::slice::from_ref(&case.record));
        let is = match triple(figures.children_reviewed()) {
            (0, 0, 0) => None,
            (1, 0, 0) => Some("on time"),
            (0, 1, 0) => Some("late"),
            (0, 0, 1) => Some("undetermined"),
            other => panic!("{other:?}"),
        };
        assert_eq!(is, twin(&case.record, case.as_of), "{number} as of {}", case.as_of);
        *seen.entry(is).or_default() += 1;
        let plans = figures.plans_open_at_start() + figures.plans_started();
        assert_eq!(plans, figures.plans_ended() + figures.plans_open_at_end());
    }
    assert!(seen.len() == 4 && seen.values().all(|count| *count > 100), "{seen:?}");
}

#[test]
fn in_any_order_and_in_any_parts() {
    let calendar = WorkingDays::england_and_wales();
    let year = CollectionYear::ending(2012).unwrap();
    let new = || ProtectionFigures::new(year, year.end());
    let records: Vec<_> = (0..800).map(|number| protection(number).record).collect();
    let whole = counted(new(), &records);
    assert!(whole.plans_started() > 10 && whole.initial_conferences().total() > 10);
    let mut backwards = new();
    records.iter().rev().for_each(|record| backwards.add(&calendar, record).unwrap());
    assert_eq!(backwards, whole);
    for at in [0, 1, 399, 800] {
        let (one, other) = records.split_at(at);
        let (one, other) = (counted(new(), one), counted(new(), other));
        assert_eq!(one.clone().merge(other.clone()).unwrap(), whole);
        assert_eq!(other.merge(one).unwrap(), whole);
    }
    let days = new().with_method(Method::FixedDays);
    let error = whole.clone().merge(days).unwrap_err();
    assert!(error.is_mismatch() && error.to_string().contains("91 days"), "{error}");
}
