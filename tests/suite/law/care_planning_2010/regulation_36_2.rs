//! Regulation 36(2) of SI 2010/959: an adjourned review is completed within 20 working days. And which
//! day of a review counts for timeliness.

use crate::duties::reviews::*;
use iro_handbook::assess::{AdjournedReview, ReviewDate};
use iro_handbook::record::{Done, Scheduling};

const RULE: &str = "review-adjournment";

/// Scheduled for Monday 23 March 2026 and adjourned that day: 20 working days on, over Easter, is
/// 22 April.
fn adjourned(completed: impl Into<Done>) -> Scheduling {
    Scheduling::new()
        .with_scheduled_for(day("2026-03-23"))
        .with_first_meeting(day("2026-03-23"))
        .with_adjournments([day("2026-03-23")])
        .with_completed(completed)
}

fn review(held_on: &str, scheduling: Scheduling) -> ReviewRecord {
    ReviewRecord::new(day(held_on)).with_scheduling(scheduling)
}

fn of(review: ReviewRecord) -> CareRecord {
    child(care(&[]).with_review(review))
}

fn found(scheduling: Scheduling, as_of: &str) -> Vec<String> {
    told(&of(review("2026-03-23", scheduling)), as_of, RULE)
}

#[test]
fn completed_or_not() {
    let end = "2026-12-31";
    assert_eq!(found(adjourned(day("2026-04-22")), end), ["met by 2026-04-22 on 2026-04-22"]);
    assert_eq!(found(adjourned(day("2026-04-23")), end), ["met_late by 2026-04-22 on 2026-04-23"]);
    assert_eq!(found(adjourned(Done::No), "2026-03-23"), ["not_yet_due by 2026-04-22"]);
    assert_eq!(found(adjourned(Done::No), "2026-04-22"), ["not_yet_due by 2026-04-22"]);
    assert_eq!(found(adjourned(Done::No), "2026-04-23"), ["not_met by 2026-04-22"]);
    assert_eq!(
        found(adjourned(Done::NotRecorded), end),
        ["cannot_tell by 2026-04-22: the day the review was completed"]
    );
}

#[test]
fn adjourned_or_not() {
    let end = "2026-12-31";
    assert_eq!(found(Scheduling::new(), end), ["cannot_tell: whether the review was adjourned"]);
    let not = "not_applicable: the review was not adjourned";
    assert_eq!(found(Scheduling::new().with_adjournments([]), end), [not]);
    let no_day = Scheduling::new().with_adjournments([day("2026-03-23")]);
    assert_eq!(found(no_day, end), ["cannot_tell: the day the review was scheduled for"]);
    // An adjournment after the day asked about is not known.
    let later = Scheduling::new()
        .with_scheduled_for(day("2026-03-23"))
        .with_adjournments([day("2026-03-24")]);
    assert_eq!(found(later, "2026-03-23"), [not]);
    assert!(found(adjourned(Done::No), "2026-03-22").is_empty());
}

#[test]
fn lapses_with_care() {
    for (ended, expected) in
        [("2026-04-22", "lapsed by 2026-04-22"), ("2026-04-23", "not_met by 2026-04-22")]
    {
        let review = review("2026-03-23", adjourned(Done::No));
        let record = child(care(&[]).with_review(review).with_ended(day(ended)));
        assert_eq!(told(&record, "2026-12-31", RULE), [expected]);
    }
}

fn first_review(policy: Policy, review: ReviewRecord, as_of: &str) -> Vec<String> {
    told_with(policy, &of(review), as_of, "first-review")
}

/// The first review is due by 30 March 2026. Begun on the 23rd, returned as held when it was resumed.
#[test]
fn counts_as_held_on_its_start() {
    let as_any_other = Policy::default().with_adjourned_review(AdjournedReview::AsAnyOther);
    let resumed = |on: &str| review(on, adjourned(day(on)));
    let first = |policy, on| first_review(policy, resumed(on), "2026-12-31");
    let started = ["met by 2026-03-30 on 2026-03-23"];
    assert_eq!(first(Policy::default(), "2026-04-22"), started);
    // Completed too late for its adjournment, it counts by the day returned.
    let late = |on| [format!("met_late by 2026-03-30 on {on}")];
    assert_eq!(first(Policy::default(), "2026-04-23"), late("2026-04-23"));
    assert_eq!(first(as_any_other, "2026-04-22"), late("2026-04-22"));
    // Without an adjournment the day returned counts.
    let series = Scheduling::new()
        .with_scheduled_for(day("2026-03-23"))
        .with_first_meeting(day("2026-03-23"))
        .with_completed(day("2026-04-22"));
    let found = first_review(Policy::default(), review("2026-04-22", series), "2026-12-31");
    assert_eq!(found, late("2026-04-22"));
}

/// The next review is counted from the day that counts.
#[test]
fn the_next_clock_runs_from_the_day_that_counts() {
    let record = of(review("2026-04-22", adjourned(day("2026-04-22"))));
    assert_eq!(told(&record, "2026-05-01", "second-review"), ["not_yet_due by 2026-06-23"]);
}

/// A series of meetings from 23 March to 10 April, returned as held on 1 April.
#[test]
fn a_series_of_meetings() {
    let series = |completed: Done| {
        let scheduling =
            Scheduling::new().with_first_meeting(day("2026-03-23")).with_completed(completed);
        review("2026-04-01", scheduling)
    };
    let done = Done::On(day("2026-04-10"));
    let by = |date, completed, as_of| {
        first_review(Policy::default().with_review_date(date), series(completed), as_of)
    };
    let end = "2026-12-31";
    let late = |on| [format!("met_late by 2026-03-30 on {on}")];
    assert_eq!(by(ReviewDate::AsReturned, done, end), late("2026-04-01"));
    assert_eq!(by(ReviewDate::FirstMeeting, done, end), ["met by 2026-03-30 on 2026-03-23"]);
    assert_eq!(by(ReviewDate::Completion, done, end), late("2026-04-10"));
    assert_eq!(by(ReviewDate::Completion, done, "2026-04-09"), ["not_met by 2026-03-30"]);
    assert_eq!(by(ReviewDate::Completion, Done::No, end), ["not_met by 2026-03-30"]);
    assert_eq!(by(ReviewDate::Completion, Done::NotRecorded, end), late("2026-04-01"));
    // A plain review counts on its one day, whatever the policy.
    let policy = Policy::default().with_review_date(ReviewDate::FirstMeeting);
    let plain = ReviewRecord::new(day("2026-03-27"));
    assert_eq!(first_review(policy, plain, end), ["met by 2026-03-30 on 2026-03-27"]);
}

#[test]
fn in_words() {
    let record = of(review("2026-03-23", adjourned(day("2026-04-24"))));
    assert_eq!(
        explained(&record, "2026-12-31", RULE),
        [
            "Completion of an adjourned review: due by Wed 22 April 2026, 20 working days after the day \
          it was scheduled for, Mon 23 March 2026. Done Fri 24 April 2026, 2 calendar days late. Adjourned on: \
          Mon 23 March 2026.\n  The Care Planning, Placement and Case Review (England) Regulations \
          2010 (SI 2010/959), regulation 36(2)."
        ]
    );
}
