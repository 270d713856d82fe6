//! Regulations 15 and 16 of SI 1991/1505: panels that review a secure placement.

use crate::duties::reviews::*;
use iro_handbook::record::{SecurePlacement, SecureReview};

const FIRST: &str = "secure-review-1";
const LATER: &str = "secure-review-later";

fn panel(on: &str) -> SecureReview {
    SecureReview::new(day(on)).with_members(3).with_independent_members(1)
}

fn placement(panels: impl IntoIterator<Item = SecureReview>) -> SecurePlacement {
    SecurePlacement::new(day("2026-04-13")).with_reviews(panels)
}

fn record(placement: SecurePlacement) -> CareRecord {
    with_calls(&[], ReviewCalls::default().with_secure_placements([placement]))
}

fn found(placement: SecurePlacement, as_of: &str, rule: &str) -> Vec<String> {
    told(&record(placement), as_of, rule)
}

/// One month after 13 April is 13 May.
#[test]
fn first() {
    let first = |on| found(placement([panel(on)]), "2026-06-30", FIRST);
    assert_eq!(first("2026-05-13"), ["met by 2026-05-13 on 2026-05-13"]);
    assert_eq!(first("2026-05-14"), ["met_late by 2026-05-13 on 2026-05-14"]);
    assert_eq!(found(placement([]), "2026-05-13", FIRST), ["not_yet_due by 2026-05-13"]);
    assert_eq!(found(placement([]), "2026-05-14", FIRST), ["not_met by 2026-05-13"]);
    assert_eq!(
        found(SecurePlacement::new(day("2026-04-13")), "2026-05-14", FIRST),
        ["cannot_tell by 2026-05-13: the panels"]
    );
    for (ended, expected) in
        [("2026-05-13", "lapsed by 2026-05-13"), ("2026-05-14", "not_met by 2026-05-13")]
    {
        assert_eq!(found(placement([]).with_ended(day(ended)), "2026-06-30", FIRST), [expected]);
    }
}

/// Three months after 8 May is 8 August.
#[test]
fn later() {
    let later = |on| found(placement([panel("2026-05-08"), panel(on)]), "2026-09-30", LATER);
    assert_eq!(
        later("2026-08-08"),
        ["met by 2026-08-08 on 2026-08-08", "not_yet_due by 2026-11-08"]
    );
    assert_eq!(
        later("2026-08-09"),
        ["met_late by 2026-08-08 on 2026-08-09", "not_yet_due by 2026-11-09"]
    );
    let one = || placement([panel("2026-05-08")]);
    assert_eq!(found(one(), "2026-08-09", LATER), ["not_met by 2026-08-08"]);
    assert_eq!(
        found(one().with_ended(day("2026-08-08")), "2026-09-30", LATER),
        ["lapsed by 2026-08-08"]
    );
}

/// Regulation 15: three or more, one of them independent. A panel that was not so answers nothing.
#[test]
fn who_sits_on_it() {
    let of = |members, independent| {
        let panel = SecureReview::new(day("2026-05-08"));
        let panel = panel.with_members(members).with_independent_members(independent);
        found(placement([panel]), "2026-06-30", FIRST)
    };
    assert_eq!(of(3, 1), ["met by 2026-05-13 on 2026-05-08"]);
    assert_eq!(of(2, 1), ["not_met by 2026-05-13"]);
    assert_eq!(of(3, 0), ["not_met by 2026-05-13"]);
    let unknown = "cannot_tell by 2026-05-13 on 2026-05-08: who sat on the panel";
    for panel in [
        SecureReview::new(day("2026-05-08")),
        SecureReview::new(day("2026-05-08")).with_members(3),
        SecureReview::new(day("2026-05-08")).with_independent_members(1),
    ] {
        assert_eq!(found(placement([panel]), "2026-06-30", FIRST), [unknown]);
    }
}

/// A review of the child's case is no secure panel, and a panel is no review of the case.
#[test]
fn never_the_one_for_the_other() {
    let calls = ReviewCalls::default().with_secure_placements([placement([panel("2026-05-08")])]);
    let with_review = with_calls(&["2026-03-27", "2026-05-04"], calls.clone());
    assert_eq!(told(&with_review, "2026-06-30", FIRST), ["met by 2026-05-13 on 2026-05-08"]);
    let without = with_calls(&["2026-03-27"], calls);
    assert_eq!(told(&without, "2026-06-30", "second-review"), ["not_met by 2026-06-27"]);
}

/// The secure placement ends with care at the latest.
#[test]
fn ends_with_care() {
    let calls = ReviewCalls::default().with_secure_placements([placement([])]);
    let over = child(care(&[]).with_ended(day("2026-05-13")).with_review_calls(calls));
    assert_eq!(told(&over, "2026-12-31", FIRST), ["lapsed by 2026-05-13"]);
}

#[test]
fn in_words() {
    let two = SecureReview::new(day("2026-05-01")).with_members(2).with_independent_members(1);
    assert_eq!(
        explained(&record(placement([two, panel("2026-05-20")])), "2026-06-30", FIRST),
        [
            "First review of a secure placement: due by Wed 13 May 2026, 1 month after the start of the \
          secure placement on Mon 13 April 2026. Done Wed 20 May 2026, 7 days late. Panels not made up \
          as required: 1.\n  The Children (Secure Accommodation) Regulations 1991 (SI 1991/1505), \
          regulations 15 and 16."
        ]
    );
}
