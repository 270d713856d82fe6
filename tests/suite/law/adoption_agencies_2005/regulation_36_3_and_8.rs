//! Regulation 36(3) and (8) of the Adoption Agencies Regulations 2005: reviews of a placement for adoption, and
//! after the child's return from one, as findings.
//!
//! Looked after from 2 March 2026, reviewed on 27 March, placed on 20 April: the first review of the placement
//! is due four weeks later, on 18 May. The placement ended on 1 July: from 29 July to 12 August, 28 to 42 days
//! later, the case is reviewed.

use crate::duties::reviews::*;
use iro_handbook::record::AdoptionChange::{self, Ended, Placed};

const AS_OF: &str = "2026-12-31";
const RETURN: &str = "adoption-return-review";
const FIRST: &str = "adoption-placement-review-1";

fn placed(reviews: &[&str], changes: &[AdoptionChange]) -> CarePeriod {
    let care = care(&["2026-03-27"]);
    let care = changes.iter().copied().fold(care, CarePeriod::with_adoption);
    reviews.iter().fold(care, |care, on| care.with_review(ReviewRecord::new(day(on))))
}

fn returned(reviews: &[&str]) -> CarePeriod {
    placed(reviews, &[Placed(day("2026-04-20")), Ended(day("2026-07-01"))])
}

/// Regulation 36(8): both sides of the first day and of the last.
#[test]
fn between_28_and_42_days_after_the_return() {
    for (reviews, expected) in [
        (&["2026-07-28"][..], "not_met by 2026-08-12"),
        (&["2026-07-29"], "met by 2026-08-12 on 2026-07-29"),
        (&["2026-08-12"], "met by 2026-08-12 on 2026-08-12"),
        (&["2026-08-13"], "met_late by 2026-08-12 on 2026-08-13"),
        (&[], "not_met by 2026-08-12"),
        // The later review answers, whatever was held too early.
        (&["2026-07-28", "2026-08-05"], "met by 2026-08-12 on 2026-08-05"),
        (&["2026-07-10", "2026-09-01"], "met_late by 2026-08-12 on 2026-09-01"),
        // A review on the day of the return was of the placement.
        (&["2026-07-01"], "not_met by 2026-08-12"),
    ] {
        assert_eq!(told(&child(returned(reviews)), AS_OF, RETURN), [expected], "{reviews:?}");
    }
}

#[test]
fn a_review_too_early_leaves_the_duty_open() {
    let record = child(returned(&["2026-07-10"]));
    assert_eq!(told(&record, "2026-08-12", RETURN), ["not_yet_due by 2026-08-12"]);
    assert_eq!(told(&record, "2026-08-13", RETURN), ["not_met by 2026-08-12"]);
    let ended = |on| child(returned(&["2026-07-10"]).with_ended(day(on)));
    assert_eq!(told(&ended("2026-08-12"), AS_OF, RETURN), ["lapsed by 2026-08-12"]);
    assert_eq!(told(&ended("2026-08-13"), AS_OF, RETURN), ["not_met by 2026-08-12"]);
}

#[test]
fn placed_for_adoption_again() {
    let again = |reviews: &[&str], on| {
        let changes = [Placed(day("2026-04-20")), Ended(day("2026-07-01")), Placed(day(on))];
        told(&child(placed(reviews, &changes)), AS_OF, RETURN)
    };
    assert_eq!(again(&["2026-07-10"], "2026-08-12"), ["lapsed by 2026-08-12"]);
    assert_eq!(again(&["2026-07-10"], "2026-08-13"), ["not_met by 2026-08-12"]);
    assert_eq!(again(&["2026-08-05"], "2026-08-12"), ["met by 2026-08-12 on 2026-08-05"]);
    // On one day the review comes first; the next day it was of the new placement.
    assert_eq!(again(&["2026-08-10"], "2026-08-10"), ["met by 2026-08-12 on 2026-08-10"]);
    assert_eq!(again(&["2026-08-11"], "2026-08-10"), ["lapsed by 2026-08-12"]);
}

#[test]
fn a_return_review_in_words() {
    let text = explained(&child(returned(&["2026-07-10"])), AS_OF, RETURN).remove(0);
    assert_eq!(
        text.lines().next().unwrap(),
        "Review after return from an adoptive placement: due by Wed 12 August 2026, 42 days after the \
         end of the adoptive placement on Wed 1 July 2026. Not met. Not to be held before: Wed 29 July 2026. \
         Review held too early, on: Fri 10 July 2026."
    );
}

/// Regulation 36(3): a review of a placement is held while it lasts.
#[test]
fn a_review_after_the_placement_is_none_of_it() {
    let told = |reviews: &[&str]| told(&child(returned(reviews)), AS_OF, FIRST);
    assert_eq!(told(&["2026-05-18"]), ["met by 2026-05-18 on 2026-05-18"]);
    assert_eq!(told(&["2026-07-01"]), ["met_late by 2026-05-18 on 2026-07-01"]);
    assert_eq!(told(&["2026-07-02"]), ["not_met by 2026-05-18"]);
    assert_eq!(told(&["2026-08-05"]), ["not_met by 2026-05-18"]);
    // A placement that ended by the last day for the review: on it, and on the next.
    let until = |on| {
        let changes = [Placed(day("2026-04-20")), Ended(day(on))];
        crate::duties::reviews::told(&child(placed(&["2026-06-20"], &changes)), AS_OF, FIRST)
    };
    assert_eq!(until("2026-05-18"), ["lapsed by 2026-05-18"]);
    assert_eq!(until("2026-05-19"), ["not_met by 2026-05-18"]);
}

#[test]
fn a_change_of_clock_in_words() {
    let text = explained(&child(returned(&["2026-08-05"])), AS_OF, FIRST).remove(0);
    assert_eq!(
        text.lines().next().unwrap(),
        "First review of a placement for adoption: due by Mon 18 May 2026, 4 weeks after placement for \
         adoption on Mon 20 April 2026. Not met. The placement for adoption ended on: Wed 1 July 2026."
    );
    // A second review that was overdue when the child was placed is answered by the next review, late.
    let record = child(placed(&["2026-07-20"], &[Placed(day("2026-07-10"))]));
    let text = explained(&record, AS_OF, "second-review").remove(0);
    assert_eq!(
        text.lines().next().unwrap(),
        "Second review: due by Sat 27 June 2026, 3 months after the review of Fri 27 March 2026. Done Mon 20 \
         July 2026, 23 days late. Placed for adoption on: Fri 10 July 2026."
    );
}

/// The figures count the review all the same: their rules have no first day.
#[test]
fn the_review_clock_is_as_it_was() {
    let record = child(returned(&["2026-07-10"]));
    let calendar = WorkingDays::england_and_wales();
    let care = record.periods_of_care()[0].period_of_care();
    let duties = care.review_duties(&calendar, day(AS_OF)).unwrap();
    let outcomes: Vec<_> = duties
        .map(|duty| (duty.rule().id().as_str(), duty.outcome().as_str()))
        .filter(|(rule, _)| rule.starts_with("adoption"))
        .collect();
    assert_eq!(outcomes, [(FIRST, "met_late"), (RETURN, "met")]);
}
