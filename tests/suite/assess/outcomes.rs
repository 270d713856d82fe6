//! Counting rules, section 6, and what section 1 lets nobody know.

use super::from;

/// "Unanswered, period ended: *lapsed* when `ended <= lo` (lo known); *not held* when `ended > hi`;
/// else *undetermined*."
#[test]
fn unanswered_when_care_ended() {
    from("2017-09-04").to("2017-10-02").gives("first 2017-10-02 lapsed");
    from("2017-09-04").to("2017-10-03").gives("first 2017-10-02 not_met");
    from("2017-09-04").to("2017-09-04").gives("first 2017-10-02 lapsed");
    let bounds = |ended: &str| from("2017-03-20").told_from("2017-04-01").to(ended);
    bounds("2017-04-19").gives("unknown 2017-04-19..2017-09-30 lapsed");
    bounds("2017-04-20").gives("unknown 2017-04-19..2017-09-30 cannot_tell");
    bounds("2017-09-30").gives("unknown 2017-04-19..2017-09-30 cannot_tell");
    bounds("2017-10-01").gives("unknown 2017-04-19..2017-09-30 not_met");
    let moved_in = |ended: &str| from("2017-05-10").entry_not_known().to(ended);
    moved_in("2017-05-10").gives("unknown ?..2017-11-09 cannot_tell");
    moved_in("2017-11-09").gives("unknown ?..2017-11-09 cannot_tell");
    moved_in("2017-11-10").gives("unknown ?..2017-11-09 not_met");
}

/// "Unanswered, period open: *not held* when `as_of > hi`; *not yet due* when `as_of <= lo` (lo known);
/// else *undetermined*."
#[test]
fn unanswered_when_care_goes_on() {
    from("2017-09-04").on_day("2017-10-02").gives("first 2017-10-02 not_yet_due");
    from("2017-09-04").on_day("2017-10-03").gives("first 2017-10-02 not_met");
    let bounds = |as_of: &str| from("2017-03-20").told_from("2017-04-01").on_day(as_of);
    bounds("2017-04-19").gives("unknown 2017-04-19..2017-09-30 not_yet_due");
    bounds("2017-04-20").gives("unknown 2017-04-19..2017-09-30 cannot_tell");
    bounds("2017-09-30").gives("unknown 2017-04-19..2017-09-30 cannot_tell");
    bounds("2017-10-01").gives("unknown 2017-04-19..2017-09-30 not_met");
    let moved_in = |as_of: &str| from("2017-05-10").entry_not_known().on_day(as_of);
    moved_in("2017-05-10").gives("unknown ?..2017-11-09 cannot_tell");
    moved_in("2017-11-10").gives("unknown ?..2017-11-09 not_met");
}

/// "Nothing that happened later than `as_of` is known: a later review is ignored".
#[test]
fn later_reviews_are_ignored() {
    let case = from("2017-09-04").reviews("2017-10-02 2017-12-20");
    case.clone().on_day("2017-12-19").gives(
        "first 2017-10-02 met 2017-10-02
         second 2018-01-02 not_yet_due",
    );
    case.on_day("2017-12-20").gives(
        "first 2017-10-02 met 2017-10-02
         second 2018-01-02 met 2017-12-20
         subsequent 2018-06-20 not_yet_due",
    );
}

/// "a later episode does not exist": no period of care, no change of clock.
#[test]
fn later_episodes_do_not_exist() {
    from("2017-09-04").on_day("2017-09-03").gives("");
    from("2017-09-04").on_day("2017-09-04").gives("first 2017-10-02 not_yet_due");
    let placed = from("2017-09-04").placed("2017-09-20");
    placed.clone().on_day("2017-09-19").gives("first 2017-10-02 not_yet_due");
    placed.on_day("2017-09-20").gives(
        "first 2017-10-02 lapsed left 2017-09-20
         adoption 2017-10-18 not_yet_due",
    );
}

/// "a period of care whose end (worked out first) is later is open".
#[test]
fn a_later_end_is_open() {
    let case = from("2017-09-04").to("2017-10-03");
    case.clone().on_day("2017-10-01").gives("first 2017-10-02 not_yet_due");
    case.clone().on_day("2017-10-02").gives("first 2017-10-02 not_yet_due");
    case.on_day("2017-10-03").gives("first 2017-10-02 not_met");
    let in_time = from("2017-09-04").to("2017-09-20");
    in_time.clone().on_day("2017-09-19").gives("first 2017-10-02 not_yet_due");
    in_time.on_day("2017-09-20").gives("first 2017-10-02 lapsed");
}

/// `evidence_from` after `as_of`: nothing at all is told, and nothing is judged.
#[test]
fn evidence_that_begins_after_the_day_asked_about() {
    let case = from("2017-01-02").reviews("2017-01-20 2017-04-10").told_from("2018-04-01");
    case.on_day("2018-03-31").gives("unknown 2017-01-30..2018-09-30 cannot_tell");
}

/// What is missing is named: reviews before the evidence where care began before it, else the entry.
#[test]
fn what_is_missing() {
    use iro_handbook::assess::Missing::{EntryIntoCare, ReviewsBefore};
    let missing = |case: super::Case| case.on_day("2017-08-31").findings()[0].outcome().missing();
    let told_from = |day: &str| from("2017-05-10").told_from(day);
    let reviews_before = ReviewsBefore(super::date("2017-05-11"));
    assert_eq!(missing(told_from("2017-05-11")), Some(reviews_before));
    assert_eq!(missing(told_from("2017-05-11").entry_not_known()), Some(reviews_before));
    assert_eq!(missing(told_from("2017-05-10").entry_not_known()), Some(EntryIntoCare));
    assert_eq!(missing(told_from("2017-05-10")), None);
    assert_eq!(missing(from("2017-05-10").entry_not_known()), Some(EntryIntoCare));
}
