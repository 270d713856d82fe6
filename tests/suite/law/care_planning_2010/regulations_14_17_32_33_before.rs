//! Regulations 14, 17(d), 32(2) and 33(3)(c) to (e) of SI 2010/959: a review before something.

use crate::duties::reviews::*;
use iro_handbook::assess::History;
use iro_handbook::record::{
    Accommodation, AccommodationKind, Done, Exception, ParentPlacement, PlacementEnding, PlanChange,
};

const REVIEWS: &[&str] = &["2026-03-27"];
/// The same and one about the event.
const AND_ABOUT_IT: &[&str] = &["2026-03-27", "2026-05-04", "2026-05-05", "2026-05-06"];

fn change(change: PlanChange, as_of: &str) -> Vec<String> {
    let record = with_calls(AND_ABOUT_IT, ReviewCalls::default().with_plan_changes([change]));
    told(&record, as_of, "review-before-change")
}

fn plan_change() -> PlanChange {
    PlanChange::new(day("2026-05-05"))
}

/// Regulation 32(2). Of what happened on one day, the review came first.
#[test]
fn change_of_plan() {
    let cases: [(Done, &str, &str); 7] = [
        (day("2026-05-04").into(), "2026-12-31", "met by 2026-05-05 on 2026-05-04"),
        (day("2026-05-05").into(), "2026-12-31", "met by 2026-05-05 on 2026-05-05"),
        (day("2026-05-06").into(), "2026-12-31", "met_late by 2026-05-05 on 2026-05-06"),
        (day("2026-05-06").into(), "2026-05-05", "not_yet_due by 2026-05-05"),
        (Done::No, "2026-05-05", "not_yet_due by 2026-05-05"),
        (Done::No, "2026-05-06", "not_met by 2026-05-05"),
        (
            Done::NotRecorded,
            "2026-05-06",
            "cannot_tell by 2026-05-05: the review that considered the change",
        ),
    ];
    for (reviewed, as_of, expected) in cases {
        let plan_change = plan_change().with_reviewed(reviewed).with_not_practicable(Exception::No);
        assert_eq!(change(plan_change, as_of), [expected], "{reviewed:?} as of {as_of}");
    }
}

/// Regulation 32(2): unless it is not reasonably practicable. The exception is a fact with a reason.
#[test]
fn change_of_plan_without_a_review_beforehand() {
    let because = Exception::because("the carer gave notice that night");
    let not_done = || plan_change().with_reviewed(Done::No);
    let on = "by 2026-05-05";
    assert_eq!(
        change(not_done().with_not_practicable(because.clone()), "2026-12-31"),
        [format!("not_applicable {on}: a review beforehand was not reasonably practicable")]
    );
    assert_eq!(
        change(plan_change().with_not_practicable(because.clone()), "2026-12-31"),
        [format!("not_applicable {on}: a review beforehand was not reasonably practicable")]
    );
    assert_eq!(
        change(not_done(), "2026-12-31"),
        [format!("cannot_tell {on}: whether a review beforehand was practicable")]
    );
    // A review that was held all the same answers the duty.
    let reviewed = plan_change().with_reviewed(day("2026-05-04")).with_not_practicable(because);
    assert_eq!(change(reviewed, "2026-12-31"), [format!("met {on} on 2026-05-04")]);
}

/// A duty before an event does not end with care.
#[test]
fn change_of_plan_on_the_last_day_of_care() {
    let calls = ReviewCalls::default().with_plan_changes([plan_change()
        .with_reviewed(Done::No)
        .with_not_practicable(Exception::No)]);
    let care = care(REVIEWS).with_ended(day("2026-05-05")).with_review_calls(calls);
    assert_eq!(told(&child(care), "2026-12-31", "review-before-change"), ["not_met by 2026-05-05"]);
}

/// Regulation 17(d).
#[test]
fn placing_with_a_parent() {
    let found = |reviews: &[&str], reviewed: Done, as_of: &str| {
        let decision = ParentPlacement::new(day("2026-05-05")).with_reviewed(reviewed);
        let calls = ReviewCalls::default().with_parent_placements([decision]);
        told(&with_calls(reviews, calls), as_of, "review-before-placing-with-parent")
    };
    let end = "2026-12-31";
    assert_eq!(
        found(AND_ABOUT_IT, day("2026-05-05").into(), end),
        ["met by 2026-05-05 on 2026-05-05"]
    );
    assert_eq!(
        found(AND_ABOUT_IT, day("2026-05-06").into(), end),
        ["met_late by 2026-05-05 on 2026-05-06"]
    );
    assert_eq!(found(REVIEWS, Done::No, end), ["not_met by 2026-05-05"]);
    assert_eq!(found(REVIEWS, Done::No, "2026-05-05"), ["not_yet_due by 2026-05-05"]);
    assert_eq!(
        found(REVIEWS, Done::NotRecorded, end),
        ["cannot_tell by 2026-05-05: the review for the decision"]
    );
    // Where no review was held at all, none was held for this.
    assert_eq!(found(&[], Done::NotRecorded, end), ["not_met by 2026-05-05"]);
    let calendar = WorkingDays::england_and_wales();
    let assessor =
        Assessor::new(&calendar, day(end)).with_history(History::CompleteFrom(day("2026-04-01")));
    let calls =
        ReviewCalls::default().with_parent_placements([ParentPlacement::new(day("2026-05-05"))]);
    assert_eq!(
        told_by(&assessor, &with_calls(&[], calls), "review-before-placing-with-parent"),
        ["cannot_tell by 2026-05-05: the review for the decision"]
    );
}

/// Regulation 14: unless there is an immediate risk.
#[test]
fn ending_a_placement() {
    let found = |reviewed: Done, risk: Exception| {
        let decision = PlacementEnding::new(day("2026-05-05"))
            .with_reviewed(reviewed)
            .with_immediate_risk(risk);
        let calls = ReviewCalls::default().with_placement_endings([decision]);
        told(&with_calls(AND_ABOUT_IT, calls), "2026-12-31", "review-before-ending-placement")
    };
    let risk = || Exception::because("the carer was arrested");
    let late = day("2026-05-06").into();
    assert_eq!(found(day("2026-05-05").into(), Exception::No), ["met by 2026-05-05 on 2026-05-05"]);
    assert_eq!(found(late, Exception::No), ["met_late by 2026-05-05 on 2026-05-06"]);
    assert_eq!(found(Done::No, Exception::No), ["not_met by 2026-05-05"]);
    assert_eq!(
        found(Done::No, risk()),
        ["not_applicable by 2026-05-05: there was an immediate risk of harm"]
    );
    assert_eq!(
        found(late, risk()),
        ["not_applicable by 2026-05-05 on 2026-05-06: there was an immediate risk of harm"]
    );
    assert_eq!(
        found(Done::No, Exception::NotRecorded),
        ["cannot_tell by 2026-05-05: whether there was an immediate risk of harm"]
    );
    assert_eq!(
        found(Done::NotRecorded, Exception::No),
        ["cannot_tell by 2026-05-05: the review for the decision"]
    );
}

/// Decisions of before 1 April 2011 are no duty of these rules.
#[test]
fn before_commencement() {
    let found = |on: &str| {
        let calls = ReviewCalls::default()
            .with_parent_placements([ParentPlacement::new(day(on)).with_reviewed(Done::No)]);
        let care = CarePeriod::new(day("2011-03-01")).with_review_calls(calls);
        told(&child(care), "2011-12-31", "review-before-placing-with-parent")
    };
    assert!(found("2011-03-31").is_empty());
    assert_eq!(found("2011-04-01"), ["not_met by 2011-04-01"]);
}

fn stay(kind: AccommodationKind) -> Accommodation {
    Accommodation::new(kind, day("2026-04-13"))
}

fn ending(reviews: &[&str], stay: Accommodation, as_of: &str) -> Vec<String> {
    let record = with_calls(reviews, ReviewCalls::default().with_accommodations([stay]));
    told(&record, as_of, "review-before-end")
}

/// Regulation 33(3)(c) and (d): a review between the start and the end. Of one day the review came first: so
/// it came before a start on that day, and before an end.
#[test]
fn accommodation_that_ended() {
    for kind in [AccommodationKind::CourtOrPolice, AccommodationKind::CustodyOfChildInCare] {
        let cases = [
            ("2026-04-13", "not_met by 2026-05-20"),
            ("2026-04-14", "met by 2026-05-20 on 2026-04-14"),
            ("2026-05-20", "met by 2026-05-20 on 2026-05-20"),
            ("2026-05-21", "not_met by 2026-05-20"),
        ];
        for (review, expected) in cases {
            let stay = stay(kind).with_ended(day("2026-05-20"));
            assert_eq!(ending(&[review], stay, "2026-12-31"), [expected], "{kind}: {review}");
        }
    }
}

/// Where it began and ended on one day, a review of that day is the only one that can lie between.
#[test]
fn accommodation_of_one_day() {
    let one_day = stay(AccommodationKind::CourtOrPolice).with_ended(day("2026-04-13"));
    let found = |review| ending(&[review], one_day.clone(), "2026-12-31");
    assert_eq!(found("2026-04-12"), ["not_met by 2026-04-13"]);
    assert_eq!(found("2026-04-13"), ["met by 2026-04-13 on 2026-04-13"]);
}

#[test]
fn accommodation_that_goes_on() {
    let open = stay(AccommodationKind::CourtOrPolice);
    let ended = open.clone().with_ended(day("2026-05-20"));
    assert_eq!(ending(REVIEWS, open.clone(), "2026-12-31"), ["not_yet_due"]);
    assert_eq!(ending(REVIEWS, ended.clone(), "2026-05-19"), ["not_yet_due"]);
    assert_eq!(ending(REVIEWS, ended.clone(), "2026-05-20"), ["not_yet_due by 2026-05-20"]);
    assert_eq!(ending(REVIEWS, ended.clone(), "2026-05-21"), ["not_met by 2026-05-20"]);
    assert_eq!(ending(&["2026-04-20"], open.clone(), "2026-12-31"), ["met on 2026-04-20"]);
    assert_eq!(ending(&["2026-04-20"], open.clone(), "2026-04-19"), ["not_yet_due"]);
    let calls = ReviewCalls::default().with_accommodations([open]);
    let over = child(care(REVIEWS).with_ended(day("2026-06-01")).with_review_calls(calls));
    assert_eq!(
        told(&over, "2026-12-31", "review-before-end"),
        ["cannot_tell: the day the accommodation ended"]
    );
}

/// Regulation 33(3)(e): only where no parent takes over.
#[test]
fn accommodation_of_a_child_not_in_care() {
    let ended = stay(AccommodationKind::ChildNotInCare).with_ended(day("2026-05-20"));
    assert_eq!(
        ending(REVIEWS, ended.clone().with_parent_took_over(true), "2026-12-31"),
        ["not_applicable by 2026-05-20: a parent took over at its end"]
    );
    assert_eq!(
        ending(REVIEWS, ended.clone().with_parent_took_over(false), "2026-12-31"),
        ["not_met by 2026-05-20"]
    );
    assert_eq!(
        ending(REVIEWS, ended.clone(), "2026-12-31"),
        ["cannot_tell by 2026-05-20: whether a parent took over at its end"]
    );
    // It makes no difference to the other kinds.
    let custody = stay(AccommodationKind::CustodyOfChildInCare).with_ended(day("2026-05-20"));
    assert_eq!(
        ending(REVIEWS, custody.with_parent_took_over(true), "2026-12-31"),
        ["not_met by 2026-05-20"]
    );
}

#[test]
fn accommodation_before_the_records_begin() {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, day("2026-12-31"))
        .with_history(History::CompleteFrom(day("2026-05-01")));
    let ended = stay(AccommodationKind::CourtOrPolice).with_ended(day("2026-05-20"));
    let record = |reviews: &[&str]| {
        with_calls(reviews, ReviewCalls::default().with_accommodations([ended.clone()]))
    };
    let found = |reviews: &[&str]| told_by(&assessor, &record(reviews), "review-before-end");
    let dark = ["cannot_tell by 2026-05-20: the reviews before 1 May 2026"];
    assert_eq!(found(&[]), dark);
    assert_eq!(found(&["2026-04-30"]), dark);
    assert_eq!(found(&["2026-05-01"]), ["met by 2026-05-20 on 2026-05-01"]);
}

#[test]
fn in_words() {
    let because = Exception::because("the carer gave notice that night");
    let calls = ReviewCalls::default()
        .with_plan_changes([plan_change().with_reviewed(Done::No).with_not_practicable(because)])
        .with_accommodations(
            [stay(AccommodationKind::CourtOrPolice).with_ended(day("2026-05-20"))],
        );
    let record = with_calls(REVIEWS, calls);
    assert_eq!(
        explained(&record, "2026-12-31", "review-before-change"),
        [
            "Review before a significant change of plan: due by Tue 5 May 2026. Does not apply: a review \
          beforehand was not reasonably practicable. Reason: the carer gave notice that night.\n  \
          The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), \
          regulation 32(2)."
        ]
    );
    assert_eq!(
        explained(&record, "2026-12-31", "review-before-end"),
        [
            "Review before accommodation ends: due by Wed 20 May 2026. Not met. Accommodation: required \
          by the court or the police.\n  The Care Planning, Placement and Case Review (England) \
          Regulations 2010 (SI 2010/959), regulation 33(3)(c) to (e)."
        ]
    );
}

#[test]
fn keys() {
    let twice = |change: PlanChange| [change.clone(), change];
    let calls =
        ReviewCalls::default().with_plan_changes(twice(plan_change())).with_accommodations([
            stay(AccommodationKind::CourtOrPolice),
            stay(AccommodationKind::CustodyOfChildInCare),
        ]);
    keys_differ(&with_calls(REVIEWS, calls), "2026-12-31");
}
