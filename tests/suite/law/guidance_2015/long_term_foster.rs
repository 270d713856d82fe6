//! Guidance to the Children Act 1989, volume 2 (2015): in a long-term foster placement of more than a year not
//! every review needs a meeting, but one a year should be held.
//!
//! Placed on 2 March 2024: a year is over on 2 March 2025, and the first meeting is due by 2 March 2026.

use crate::duties::reviews::*;
use iro_handbook::assess::History;
use iro_handbook::record::{Chair, Meeting, Placement, PlacementKind, Placements};

const RULE: &str = "long-term-foster-meeting";
const NONE: &str = "not_applicable: there was no long-term foster placement of more than a year";

fn held(on: &str, chair: Chair) -> ReviewRecord {
    ReviewRecord::new(day(on)).with_meeting(Meeting::new().with_chair(chair))
}

fn meeting(on: &str) -> ReviewRecord {
    held(on, Chair::Iro)
}

fn fostered(from: &str, ended: &str, reviews: &[ReviewRecord]) -> CareRecord {
    let placement = Placement::new(day(from), PlacementKind::LongTermFoster);
    let placement = if ended.is_empty() { placement } else { placement.with_ended(day(ended)) };
    let care = CarePeriod::new(day(from));
    let care = care.with_placements(Placements::default().with_placement(placement));
    child(reviews.iter().cloned().fold(care, CarePeriod::with_review))
}

fn found(reviews: &[ReviewRecord], as_of: &str) -> Vec<String> {
    told(&fostered("2024-03-02", "", reviews), as_of, RULE)
}

/// Both sides of the last day.
#[test]
fn a_meeting_a_year() {
    for (on, expected) in [
        ("2026-03-02", "met by 2026-03-02 on 2026-03-02"),
        ("2026-03-03", "met_late by 2026-03-02 on 2026-03-03"),
    ] {
        let found = found(&[meeting("2025-02-20"), meeting(on)], "2026-06-01");
        let next = format!("not_yet_due by 2027-{}", &on[5..]);
        assert_eq!(found, [expected, &next], "{on}");
    }
    assert_eq!(found(&[], "2026-03-02"), ["not_yet_due by 2026-03-02"]);
    assert_eq!(found(&[], "2026-03-03"), ["not_met by 2026-03-02"]);
}

/// A review without a meeting is a review, and not a meeting; one that somebody else chaired is.
#[test]
fn reviews_without_a_meeting() {
    let without = |on| held(on, Chair::NoMeeting);
    let reviews = [without("2025-08-01"), without("2026-01-30")];
    assert_eq!(found(&reviews, "2026-06-01"), ["not_met by 2026-03-02"]);
    let another = held("2025-08-01", Chair::another("a team manager", "the IRO was ill"));
    assert_eq!(
        found(&[another, without("2026-01-30")], "2026-08-02"),
        ["met by 2026-03-02 on 2025-08-01", "not_met by 2026-08-01"]
    );
}

#[test]
fn whether_there_was_a_meeting_is_not_recorded() {
    let review = ReviewRecord::new(day("2025-08-01"));
    assert_eq!(
        found(&[review], "2026-06-01"),
        [
            "cannot_tell by 2026-03-02 on 2025-08-01: whether there was a meeting at the review",
            "not_yet_due by 2026-08-01",
        ]
    );
}

/// A meeting on 1 December is within the year to 2 March 2026, whatever the review of 1 August was.
#[test]
fn a_meeting_in_time_after_a_review_that_may_have_been_one() {
    let perhaps = |on| ReviewRecord::new(day(on));
    let unclear = |due, on| {
        format!("cannot_tell by {due} on {on}: whether there was a meeting at the review")
    };
    let reviews = [perhaps("2025-08-01"), meeting("2025-12-01")];
    assert_eq!(
        found(&reviews, "2026-06-01"),
        ["met by 2026-03-02 on 2025-12-01", "not_yet_due by 2026-12-01"]
    );
    assert_eq!(found(&reviews, "2025-11-30")[0], unclear("2026-03-02", "2025-08-01"));
    let [on_the_day, after] = ["2026-03-02", "2026-03-03"]
        .map(|on| found(&[perhaps("2025-08-01"), meeting(on)], "2026-06-01").remove(0));
    assert_eq!(on_the_day, "met by 2026-03-02 on 2026-03-02");
    assert_eq!(after, unclear("2026-03-02", "2025-08-01"), "late, if that was none");
    // Each link by itself: here it is the second that the later meeting settles.
    let reviews = [meeting("2025-12-01"), perhaps("2026-05-01"), meeting("2026-11-30")];
    assert_eq!(
        found(&reviews, "2026-12-31")[..2],
        ["met by 2026-03-02 on 2025-12-01", "met by 2026-12-01 on 2026-11-30"]
    );
    // Without a meeting, a later review settles nothing.
    let none = [perhaps("2025-08-01"), held("2025-12-01", Chair::NoMeeting)];
    assert_eq!(found(&none, "2026-06-01")[0], unclear("2026-03-02", "2025-08-01"));
}

#[test]
fn more_than_a_year_in_the_placement() {
    assert_eq!(found(&[], "2025-03-02"), [NONE]);
    assert_eq!(found(&[], "2025-03-03"), ["not_yet_due by 2026-03-02"]);
    let until = |ended| told(&fostered("2024-03-02", ended, &[]), "2026-12-31", RULE);
    assert_eq!(until("2025-03-02"), [NONE]);
    assert_eq!(until("2026-03-02"), ["lapsed by 2026-03-02"]);
    assert_eq!(until("2026-03-03"), ["not_met by 2026-03-02"]);
    // A review after the placement is none of it, and one on its last day is.
    let ended =
        |on| told(&fostered("2024-03-02", "2026-02-01", &[meeting(on)]), "2026-12-31", RULE);
    assert_eq!(ended("2026-02-02"), ["lapsed by 2026-03-02"]);
    assert_eq!(ended("2026-02-01"), ["met by 2026-03-02 on 2026-02-01", "lapsed by 2027-02-01"]);
    // No other placement.
    let foster = Placement::new(day("2024-03-02"), PlacementKind::Foster);
    let care = CarePeriod::new(day("2024-03-02"));
    let other = child(care.clone().with_placements(Placements::default().with_placement(foster)));
    assert_eq!(told(&other, "2026-12-31", RULE), [NONE]);
    assert_eq!(told(&child(care), "2026-12-31", RULE), ["cannot_tell: the child's placements"]);
}

/// The guidance came into force on 1 April 2015: what was before it is not asked.
#[test]
fn from_1_april_2015() {
    let record = fostered("2010-03-02", "", &[meeting("2015-03-31")]);
    assert!(told(&record, "2015-03-31", RULE).is_empty());
    assert_eq!(told(&record, "2015-04-01", RULE), ["not_yet_due by 2016-04-01"]);
    assert_eq!(told(&record, "2016-04-02", RULE), ["not_met by 2016-04-01"]);
    assert!(told(&fostered("2010-03-02", "2015-03-31", &[]), "2015-03-31", RULE).is_empty());
}

#[test]
fn reviews_before_the_records_begin() {
    let calendar = WorkingDays::england_and_wales();
    let told = |from: &str, review: &str| {
        let assessor = Assessor::new(&calendar, day("2026-06-01"))
            .with_history(History::CompleteFrom(day(from)));
        told_by(&assessor, &fostered("2024-03-02", "", &[meeting(review)]), RULE)
    };
    // From the day after the year nothing is hidden.
    assert_eq!(told("2025-03-02", "2025-03-02"), ["not_met by 2026-03-02"]);
    assert_eq!(told("2025-03-03", "2025-03-02"), ["not_met by 2026-03-02"]);
    // A meeting on the eve of the records, at the latest, would put the next off by as much.
    let dark = "the reviews before 4 April 2025";
    assert_eq!(told("2025-04-04", "2025-03-02"), ["not_met by 2026-04-03"]);
    assert_eq!(told("2025-04-04", "2026-03-02")[0], "met by 2026-04-03 on 2026-03-02");
    let open = format!("cannot_tell by 2026-04-03 on 2026-04-03: {dark}");
    assert_eq!(told("2025-04-04", "2026-04-03"), [open, "not_yet_due by 2027-04-03".to_owned()]);
    assert_eq!(told("2025-04-04", "2026-04-04")[0], "met_late by 2026-04-03 on 2026-04-04");
    let dark = "the reviews before 2 June 2025";
    assert_eq!(told("2025-06-02", "2025-03-02"), [format!("cannot_tell by 2026-06-01: {dark}")]);
}

#[test]
fn in_words() {
    let reviews = [meeting("2025-08-01"), meeting("2026-09-01")];
    let record = fostered("2024-03-02", "", &reviews);
    let law = "\n  The Children Act 1989 Guidance and Regulations, volume 2: care planning, placement and \
               case review (statutory guidance, 2015), chapter not noted.";
    assert_eq!(
        explained(&record, "2026-12-31", RULE)[..2],
        [
            format!(
                "Meeting in a long-term foster placement: due by Mon 2 March 2026, 12 months after a year in \
                 the placement, on Sun 2 March 2025. Done Fri 1 August 2025, in time.{law}"
            ),
            format!(
                "Meeting in a long-term foster placement: due by Sat 1 August 2026, 12 months after the \
                 meeting of Fri 1 August 2025. Done Tue 1 September 2026, 31 days late.{law}"
            ),
        ]
    );
    keys_differ(&record, "2026-12-31");
}
