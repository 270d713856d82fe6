//! Regulation 36(1) of SI 2005/389: reviews between authority to place and placement.

use crate::duties::reviews::*;
use iro_handbook::assess::History;
use iro_handbook::record::{AdoptionAuthority, AdoptionChange};

const FIRST: &str = "adoption-authority-review-1";
const LATER: &str = "adoption-authority-review-later";

fn authority() -> AdoptionAuthority {
    AdoptionAuthority::new(day("2026-04-15"))
}

fn calls(authority: AdoptionAuthority) -> ReviewCalls {
    ReviewCalls::default().with_adoption_authority([authority])
}

fn record(reviews: &[&str]) -> CareRecord {
    with_calls(reviews, calls(authority()))
}

/// Three months after 15 April is 15 July.
#[test]
fn first() {
    let cases = [
        ("2026-07-15", "met by 2026-07-15 on 2026-07-15"),
        ("2026-07-16", "met_late by 2026-07-15 on 2026-07-16"),
    ];
    for (review, expected) in cases {
        assert_eq!(told(&record(&[review]), "2026-12-31", FIRST), [expected]);
    }
    assert_eq!(told(&record(&[]), "2026-07-15", FIRST), ["not_yet_due by 2026-07-15"]);
    assert_eq!(told(&record(&[]), "2026-07-16", FIRST), ["not_met by 2026-07-15"]);
    // A review on the day the authority was given came before it.
    assert_eq!(told(&record(&["2026-04-15"]), "2026-12-31", FIRST), ["not_met by 2026-07-15"]);
}

/// Six months after 15 June is 15 December. One review answers this clock and the ordinary one.
#[test]
fn later() {
    let to = |reviews: &[&str], as_of| told(&record(reviews), as_of, LATER);
    assert_eq!(to(&["2026-06-15"], "2026-12-15"), ["not_yet_due by 2026-12-15"]);
    assert_eq!(to(&["2026-06-15"], "2026-12-16"), ["not_met by 2026-12-15"]);
    let two = to(&["2026-06-15", "2026-12-15"], "2026-12-31");
    assert_eq!(two, ["met by 2026-12-15 on 2026-12-15", "not_yet_due by 2027-06-15"]);
    let late = to(&["2026-06-15", "2026-12-16"], "2026-12-31");
    assert_eq!(late, ["met_late by 2026-12-15 on 2026-12-16", "not_yet_due by 2027-06-16"]);
    let ordinary = told(&record(&["2026-03-27", "2026-06-15"]), "2026-06-15", "second-review");
    assert_eq!(ordinary, ["met by 2026-06-27 on 2026-06-15"]);
}

/// It ends with the placement, with the authority, and with care.
#[test]
fn lapses() {
    for (end, expected) in
        [("2026-07-15", "lapsed by 2026-07-15"), ("2026-07-16", "not_met by 2026-07-15")]
    {
        let placed = care(&[])
            .with_adoption(AdoptionChange::Placed(day(end)))
            .with_review_calls(calls(authority()));
        assert_eq!(told(&child(placed), "2026-12-31", FIRST), [expected], "placed");
        let ended = care(&[]).with_review_calls(calls(authority().with_ended(day(end))));
        assert_eq!(told(&child(ended), "2026-12-31", FIRST), [expected], "authority ended");
        let over = care(&[]).with_ended(day(end)).with_review_calls(calls(authority()));
        assert_eq!(told(&child(over), "2026-12-31", FIRST), [expected], "care ended");
    }
    // A review on the day of the placement still answers it; one after it does not.
    for (review, expected) in
        [("2026-07-10", "met by 2026-07-15 on 2026-07-10"), ("2026-07-11", "lapsed by 2026-07-15")]
    {
        let placed = care(&[review])
            .with_adoption(AdoptionChange::Placed(day("2026-07-10")))
            .with_review_calls(calls(authority()));
        assert_eq!(told(&child(placed), "2026-12-31", FIRST), [expected], "{review}");
    }
}

#[test]
fn placed_all_the_time() {
    let placed = care(&[])
        .with_adoption(AdoptionChange::Placed(day("2026-04-15")))
        .with_review_calls(calls(authority()));
    let reason = "the child was placed for adoption all that time";
    assert_eq!(told(&child(placed), "2026-12-31", FIRST), [format!("not_applicable: {reason}")]);
}

/// After the end of a placement its own review comes first, and this clock runs on from it.
#[test]
fn returned() {
    let returned = |reviews: &[&str]| {
        let care = care(reviews)
            .with_adoption(AdoptionChange::Placed(day("2026-05-01")))
            .with_adoption(AdoptionChange::Ended(day("2026-05-29")))
            .with_review_calls(calls(authority()));
        let record = child(care);
        keys_differ(&record, "2026-12-31");
        (told(&record, "2026-12-31", FIRST), told(&record, "2026-12-31", LATER))
    };
    let lapsed = vec!["lapsed by 2026-07-15".to_owned()];
    assert_eq!(returned(&["2026-05-29"]), (lapsed.clone(), vec![]));
    assert_eq!(returned(&["2026-06-30"]), (lapsed, vec!["not_met by 2026-12-30".to_owned()]));
}

#[test]
fn before_the_records_begin() {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, day("2026-12-31"))
        .with_history(History::CompleteFrom(day("2026-05-01")));
    let record = record(&["2026-04-20", "2026-06-15"]);
    // Three months from the authority are 15 July, and six from the eve of the records 30 October.
    assert_eq!(told_by(&assessor, &record, FIRST), [""; 0]);
    let later = |assessor: &Assessor<'_>, record: &CareRecord| told_by(assessor, record, LATER);
    let expected = ["met by 2026-10-30 on 2026-06-15", "not_met by 2026-12-15"];
    assert_eq!(later(&assessor, &record), expected);
    let missing = "the reviews before 1 May 2026";
    let one = |on: &str| later(&assessor, &self::record(&[on]))[0].clone();
    assert_eq!(one("2026-07-15"), "met by 2026-10-30 on 2026-07-15");
    assert_eq!(one("2026-07-16"), format!("cannot_tell by 2026-10-30 on 2026-07-16: {missing}"));
    assert_eq!(one("2026-10-30"), format!("cannot_tell by 2026-10-30 on 2026-10-30: {missing}"));
    assert_eq!(one("2026-10-31"), "met_late by 2026-10-30 on 2026-10-31");
    for (as_of, expected) in [
        ("2026-07-15", "not_yet_due by 2026-10-30".to_owned()),
        ("2026-10-30", format!("cannot_tell by 2026-10-30: {missing}")),
        ("2026-10-31", "not_met by 2026-10-30".to_owned()),
    ] {
        let assessor = Assessor::new(&calendar, day(as_of))
            .with_history(History::CompleteFrom(day("2026-05-01")));
        assert_eq!(later(&assessor, &self::record(&[])), [expected], "{as_of}");
    }
}

/// In force from 30 December 2005.
#[test]
fn since_when() {
    for (on, found) in [("2005-12-29", 0), ("2005-12-30", 1)] {
        let care = CarePeriod::new(day("2005-11-01"))
            .with_review_calls(calls(AdoptionAuthority::new(day(on))));
        assert_eq!(told(&child(care), "2006-12-31", FIRST).len(), found, "{on}");
    }
}

#[test]
fn in_words() {
    assert_eq!(
        explained(&record(&["2026-07-20"]), "2026-08-01", FIRST),
        [
            "First review after authority to place for adoption: due by Wed 15 July 2026, 3 months after \
          authority to place for adoption on Wed 15 April 2026. Done Mon 20 July 2026, 5 days late.\n  \
          The Adoption Agencies Regulations 2005 (SI 2005/389), regulation 36(1)."
        ]
    );
}
