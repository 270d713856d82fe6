//! The checks of this crate: reviews against the care they belong to.

use super::{empty, episode, episodes, review};
use chrono::NaiveDate;

/// The checks that flag a review on that day, for a child with these episodes.
fn on(day: &str, rows: &[&str]) -> Vec<&'static str> {
    let mut year = episodes(rows);
    year.push(&review(&format!("A1 - {day} PN1")));
    let own = year.checks().into_iter().map(|flag| flag.rule.code());
    own.filter(|code| code.starts_with("review-")).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_review_in_a_period_of_care_is_not_flagged() {
    let care = ["A1 01/05/2017 S C2 01/06/2017 X1", "A1 01/06/2017 L C2 01/09/2017 E8"];
    for day in ["01/05/2017", "01/06/2017", "01/09/2017"] {
        assert_eq!(on(day, &care), NONE, "{day}");
    }
    assert_eq!(on("31/03/2018", &["A1 01/05/2017 S C2"]), NONE);
}

#[test]
fn review_outside_care() {
    let care = ["A1 01/05/2017 S C2 01/06/2017 E8", "A1 01/08/2017 S C2"];
    assert_eq!(on("30/04/2017", &care), ["review-outside-care"]);
    assert_eq!(on("02/06/2017", &care), ["review-outside-care"]);
    assert_eq!(on("01/05/2017", &["A2 01/05/2017 S C2"]), ["review-outside-care"]);
}

#[test]
fn review_after_ceasing() {
    assert_eq!(on("02/06/2017", &["A1 01/05/2017 S C2 01/06/2017 E8"]), ["review-after-ceasing"]);
    assert_eq!(on("01/06/2017", &["A1 01/05/2017 S C2 01/06/2017 E8"]), NONE);
}

#[test]
fn review_in_short_break() {
    let breaks = ["A1 01/05/2017 S V3 08/05/2017 E8"];
    assert_eq!(on("01/05/2017", &breaks), ["review-in-short-break"]);
    assert_eq!(on("08/05/2017", &breaks), ["review-in-short-break"]);
    assert_eq!(on("09/05/2017", &breaks), ["review-outside-care"]);
    assert_eq!(on("05/05/2017", &["A1 01/05/2017 S V4", "A1 02/05/2017 S C2"]), NONE);
}

#[test]
fn review_in_future() {
    assert_eq!(on("31/03/2018", &["A1 01/05/2017 S C2"]), NONE);
    assert_eq!(on("01/04/2018", &["A1 01/05/2017 S C2"]), ["review-in-future"]);
}

#[test]
fn an_open_episode_holds_later_ones_in_its_period_and_the_last_decides_the_end() {
    // The second joins because the first has no DEC; the period ends with the second.
    let care = ["A1 01/05/2017 S C2", "A1 01/08/2017 S C2 01/09/2017 E8"];
    assert_eq!(on("01/07/2017", &care), NONE);
    assert_eq!(on("02/09/2017", &care), ["review-after-ceasing"]);
    // A long episode reaches over a short one that begins later: its DEC is the end.
    let care = ["A1 01/05/2017 S C2 01/12/2017 E8", "A1 01/06/2017 L C2 01/07/2017 X1"];
    assert_eq!(on("01/12/2017", &care), NONE);
    assert_eq!(on("02/12/2017", &care), ["review-after-ceasing"]);
}

#[test]
fn review_twice_on_one_day() {
    let mut year = episodes(&["A1 01/05/2017 S C2", "A2 01/05/2017 S C2"]);
    for row in ["A1 - 01/06/2017 PN1", "A2 - 01/06/2017 PN1", "A1 - 1/6/17 PN2"] {
        year.push(&review(row));
    }
    assert_eq!(super::flagged(&year, "review-twice-on-one-day"), ["reviews 2"]);
}

/// Whether the first review is missed, for these episodes and reviews of one child; it is due 28
/// days after coming into care here.
fn missed(care: &[&str], reviews: &[&str]) -> bool {
    let mut year = empty();
    for row in care {
        year.push(&episode(row));
    }
    for day in reviews {
        year.push(&review(&format!("A1 - {day} PN1")));
    }
    let due = |began: NaiveDate| began.checked_add_days(chrono::Days::new(28));
    let flags = year.checks_with(due);
    flags.iter().any(|flag| flag.rule.code() == "no-first-review" && flag.row == 0)
}

#[test]
fn no_first_review() {
    let open = ["A1 01/05/2017 S C2"];
    assert!(missed(&open, &[]));
    assert!(missed(&open, &["30/04/2017", "01/04/2018"]));
    assert!(!missed(&open, &["01/03/2018"]));
    // Due on 29 May: when care ended by then, there was nothing left to review.
    assert!(!missed(&["A1 01/05/2017 S C2 29/05/2017 E8"], &[]));
    assert!(missed(&["A1 01/05/2017 S C2 30/05/2017 E8"], &[]));
    // Due on 31 March, the last day of the year: not yet missed.
    assert!(!missed(&["A1 03/03/2018 S C2"], &[]));
    assert!(missed(&["A1 02/03/2018 S C2"], &[]));
}

#[test]
fn no_first_review_needs_to_know_that_care_began_in_the_year() {
    assert!(!missed(&["A1 01/05/2017 L C2"], &[]));
    assert!(!missed(&["A1 31/03/2017 S C2"], &[]));
    assert!(missed(&["A1 01/04/2017 S C2"], &[]));
    assert!(!missed(&["A1 01/05/2017 S V4"], &[]));
}

#[test]
fn no_first_review_gives_way_to_a_placement_for_adoption() {
    let placed_on = |day: &str| {
        let first = format!("A1 01/05/2017 S C2 {day} X1 U6");
        missed(&[&first, &format!("A1 {day} P E1 - - A5")], &[])
    };
    assert!(!placed_on("29/05/2017"));
    assert!(placed_on("30/05/2017"));
}

#[test]
fn without_due_days_the_check_stays_silent() {
    assert_eq!(super::flagged(&episodes(&["A1 01/05/2017 S C2"]), "no-first-review"), NONE);
}
