//! Counting rules, section 5, step 5: the clock of the Adoption Agencies Regulations.

use super::{Case, from};

/// Two reviews held, the next due by 20 January 2018.
fn in_care() -> Case {
    from("2017-04-03").reviews("2017-05-02 2017-07-20")
}

const TWO_REVIEWS: &str = "first 2017-05-04 met 2017-05-02
                           second 2017-08-02 met 2017-07-20\n";

#[track_caller]
fn after_two_reviews(case: Case, expected: &str) {
    case.gives(&format!("{TWO_REVIEWS}{expected}"));
}

/// Entry known, told from 1 April 2017 only.
fn half_told() -> Case {
    from("2016-09-01").told_from("2017-04-01").on_day("2017-12-31")
}

/// "At P: pending becomes exact P + 28 days, then 3 months after the first review on that clock, then 6
/// months after each (kind *adoption*)."
#[test]
fn placed_for_adoption() {
    let placed = in_care().placed("2017-09-01").on_day("2018-08-31");
    let lapsed = "subsequent 2018-01-20 lapsed left 2017-09-01";
    after_two_reviews(
        placed.clone().reviews("2017-09-29 2017-12-29 2018-06-29"),
        &format!(
            "{lapsed}
             adoption 2017-09-29 met 2017-09-29
             adoption 2017-12-29 met 2017-12-29
             adoption 2018-06-29 met 2018-06-29
             adoption 2018-12-29 not_yet_due"
        ),
    );
    after_two_reviews(
        placed.reviews("2017-09-30 2017-12-31 2018-07-01"),
        &format!(
            "{lapsed}
             adoption 2017-09-29 met_late 2017-09-30
             adoption 2017-12-30 met_late 2017-12-31
             adoption 2018-06-30 met_late 2018-07-01
             adoption 2019-01-01 not_yet_due"
        ),
    );
}

/// "Reviews on or before P belong to the old clock, later ones to the adoption clock". "On one day,
/// reviews come before changes of clock."
#[test]
fn a_review_on_the_day_of_placement() {
    after_two_reviews(
        in_care().placed("2017-09-01").reviews("2017-09-01").on_day("2017-09-10"),
        "subsequent 2018-01-20 met 2017-09-01
         subsequent 2018-03-01 lapsed left 2017-09-01
         adoption 2017-09-29 not_yet_due",
    );
    after_two_reviews(
        in_care().placed("2017-09-01").reviews("2017-09-02").on_day("2017-09-10"),
        "subsequent 2018-01-20 lapsed left 2017-09-01
         adoption 2017-09-29 met 2017-09-02
         adoption 2017-12-02 not_yet_due",
    );
}

/// "reviews on or before E to the adoption clock, later ones to the ordinary clock."
#[test]
fn a_review_on_the_day_of_return() {
    let back = in_care().placed("2017-09-01").back("2017-10-10").on_day("2017-10-20");
    after_two_reviews(
        back.clone().reviews("2017-10-10"),
        "subsequent 2018-01-20 lapsed left 2017-09-01
         adoption 2017-09-29 met_late 2017-10-10
         adoption 2018-01-10 lapsed left 2017-10-10
         adoption 2017-11-21 not_yet_due",
    );
    after_two_reviews(
        back.reviews("2017-10-11"),
        "subsequent 2018-01-20 lapsed left 2017-09-01
         adoption 2017-09-29 met_late 2017-10-11 left 2017-10-10
         adoption 2017-11-21 met 2017-10-11
         subsequent 2018-04-11 not_yet_due",
    );
}

/// "At E: pending becomes exact E + 42 days (kind *adoption*)". "that the review should not come before
/// 28 days is not tested."
#[test]
fn back_with_the_authority() {
    let back = in_care().placed("2017-09-01").back("2017-09-20");
    let before = "subsequent 2018-01-20 lapsed left 2017-09-01
                  adoption 2017-09-29 lapsed left 2017-09-20";
    for (held, became, next) in [
        ("2017-09-21", "met", "2018-03-21"),
        ("2017-11-01", "met", "2018-05-01"),
        ("2017-11-02", "met_late", "2018-05-02"),
    ] {
        after_two_reviews(
            back.clone().reviews(held).on_day("2017-12-01"),
            &format!(
                "{before}
                 adoption 2017-11-01 {became} {held}
                 subsequent {next} not_yet_due"
            ),
        );
    }
}

/// "After that review the ordinary clock goes on by step 3 or 4, counting all reviews of the period so
/// far."
#[test]
fn after_the_return_review() {
    // It is the first review of the period: the next is the second.
    from("2017-04-03")
        .placed("2017-04-10")
        .back("2017-04-20")
        .reviews("2017-06-01")
        .on_day("2017-06-30")
        .gives(
            "first 2017-05-04 lapsed left 2017-04-10
             adoption 2017-05-08 lapsed left 2017-04-20
             adoption 2017-06-01 met 2017-06-01
             second 2017-09-01 not_yet_due",
        );
    // A review on the adoption clock counts too.
    from("2017-04-03")
        .placed("2017-04-10")
        .reviews("2017-04-15")
        .back("2017-04-20")
        .reviews("2017-06-01")
        .on_day("2017-06-30")
        .gives(
            "first 2017-05-04 lapsed left 2017-04-10
             adoption 2017-05-08 met 2017-04-15
             adoption 2017-07-15 lapsed left 2017-04-20
             adoption 2017-06-01 met 2017-06-01
             subsequent 2017-12-01 not_yet_due",
        );
    // By step 4 where the period is not fully evidenced.
    half_told().placed("2017-04-10").back("2017-04-20").reviews("2017-06-01").gives(
        "unknown 2016-09-29..2017-09-30 cannot_tell left 2017-04-10
         adoption 2017-05-08 lapsed left 2017-04-20
         adoption 2017-06-01 met 2017-06-01
         unknown 2017-09-01..2017-12-01 not_met",
    );
    half_told()
        .placed("2017-04-10")
        .reviews("2017-04-15")
        .back("2017-04-20")
        .reviews("2017-06-01")
        .on_day("2017-06-30")
        .ends("subsequent 2017-12-01 not_yet_due");
}

/// "Where P is before `evidence_from`: `[P + 28 days, hi of step 2]`, then `[d + 3 months, d + 6
/// months]`, then exact d + 6 months, all of kind *adoption*." "before it, the duty is forgotten".
#[test]
fn placed_before_the_evidence() {
    let placed = half_told().placed("2017-03-20").on_day("2017-04-17");
    placed.gives("adoption 2017-04-17..2017-09-30 not_yet_due");
    for (first, became) in [
        ("2017-04-17", "met"),
        ("2017-04-18", "cannot_tell"),
        ("2017-09-30", "cannot_tell"),
        ("2017-10-01", "met_late"),
    ] {
        let case = placed.clone().reviews(first).on_day("2017-10-01");
        let line = super::line(&case.findings()[0]);
        assert_eq!(line, format!("adoption 2017-04-17..2017-09-30 {became} {first}"));
    }
    for (second, became, third) in [
        ("2017-07-17", "met", "2018-01-17"),
        ("2017-07-18", "cannot_tell", "2018-01-18"),
        ("2017-10-17", "cannot_tell", "2018-04-17"),
        ("2017-10-18", "met_late", "2018-04-18"),
    ] {
        placed.clone().reviews("2017-04-17").reviews(second).on_day("2017-12-31").gives(&format!(
            "adoption 2017-04-17..2017-09-30 met 2017-04-17
             adoption 2017-07-17..2017-10-17 {became} {second}
             adoption {third} not_yet_due"
        ));
    }
    // On the first day of the evidence it is told, and judged.
    half_told().placed("2017-03-31").ends("adoption 2017-04-28..2017-09-30 not_met");
    half_told().placed("2017-04-01").gives(
        "unknown 2016-09-29..2017-09-30 cannot_tell left 2017-04-01
         adoption 2017-04-29 not_met",
    );
}

/// "where E is before `evidence_from`, `[E + 42 days, hi of step 2]` (kind *unknown*)."
#[test]
fn back_before_the_evidence() {
    let back = half_told().placed("2017-02-01").back("2017-03-20");
    back.clone().on_day("2017-05-01").gives("unknown 2017-05-01..2017-09-30 not_yet_due");
    back.clone().reviews("2017-05-01").gives(
        "unknown 2017-05-01..2017-09-30 met 2017-05-01
         unknown 2017-08-01..2017-11-01 not_met",
    );
    back.reviews("2017-05-02 2017-08-02").gives(
        "unknown 2017-05-01..2017-09-30 cannot_tell 2017-05-02
         unknown 2017-08-02..2017-11-02 met 2017-08-02
         subsequent 2018-02-02 not_yet_due",
    );
    half_told().back("2017-03-31").ends("unknown 2017-05-12..2017-09-30 not_met");
    half_told().back("2017-04-01").gives(
        "unknown 2016-09-29..2017-09-30 cannot_tell left 2017-04-01
         adoption 2017-05-13 not_met",
    );
    // Placed before the evidence, back in it: the duty of the placement is judged by its bounds.
    half_told()
        .placed("2017-03-20")
        .reviews("2017-04-17")
        .back("2017-05-02")
        .on_day("2017-05-31")
        .gives(
            "adoption 2017-04-17..2017-09-30 met 2017-04-17
         adoption 2017-07-17..2017-10-17 lapsed left 2017-05-02
         adoption 2017-06-13 not_yet_due",
        );
}

/// "(also where its start is not known)"
#[test]
fn back_from_a_placement_of_unknown_start() {
    from("2017-05-10").entry_not_known().back("2017-06-01").on_day("2017-07-13").gives(
        "unknown ?..2017-11-09 cannot_tell left 2017-06-01
         adoption 2017-07-13 not_yet_due",
    );
}

/// "or when its own RNE is P or B (another carer)": the clock starts anew.
#[test]
fn with_another_carer() {
    let placed = in_care().placed("2017-09-01").placed("2017-09-20");
    after_two_reviews(
        placed.clone().reviews("2017-10-18").on_day("2017-12-01"),
        "subsequent 2018-01-20 lapsed left 2017-09-01
         adoption 2017-09-29 lapsed left 2017-09-20
         adoption 2017-10-18 met 2017-10-18
         adoption 2018-01-18 not_yet_due",
    );
    // "the first review on that clock" is the first since the new placement.
    after_two_reviews(
        placed.reviews("2017-09-15 2017-10-19").on_day("2017-12-01"),
        "subsequent 2018-01-20 lapsed left 2017-09-01
         adoption 2017-09-29 met 2017-09-15
         adoption 2017-12-15 lapsed left 2017-09-20
         adoption 2017-10-18 met_late 2017-10-19
         adoption 2018-01-19 not_yet_due",
    );
}

/// "Changes on one day are taken in the order of the episodes."
#[test]
fn several_changes_on_one_day() {
    after_two_reviews(
        in_care().placed("2017-09-01").back("2017-09-01").on_day("2017-09-01"),
        "subsequent 2018-01-20 lapsed left 2017-09-01
         adoption 2017-09-29 lapsed left 2017-09-01
         adoption 2017-10-13 not_yet_due",
    );
    after_two_reviews(
        in_care().placed("2017-09-01").back("2017-09-20").placed("2017-09-20").on_day("2017-09-20"),
        "subsequent 2018-01-20 lapsed left 2017-09-01
         adoption 2017-09-29 lapsed left 2017-09-20
         adoption 2017-11-01 lapsed left 2017-09-20
         adoption 2017-10-18 not_yet_due",
    );
    // With a review on the day, which comes before both.
    after_two_reviews(
        in_care()
            .placed("2017-09-01")
            .back("2017-09-01")
            .reviews("2017-09-01")
            .on_day("2017-09-30"),
        "subsequent 2018-01-20 met 2017-09-01
         subsequent 2018-03-01 lapsed left 2017-09-01
         adoption 2017-09-29 lapsed left 2017-09-01
         adoption 2017-10-13 not_yet_due",
    );
}

/// P on the first day of the period of care, with and without a review on it.
#[test]
fn placed_on_the_first_day() {
    let placed = from("2017-04-03").placed("2017-04-03").on_day("2017-04-30");
    placed.gives(
        "first 2017-05-04 lapsed left 2017-04-03
         adoption 2017-05-01 not_yet_due",
    );
    placed.clone().told_from("2017-04-03").gives(
        "first 2017-05-04 lapsed left 2017-04-03
         adoption 2017-05-01 not_yet_due",
    );
    placed.clone().told_from("2017-04-04").gives("adoption 2017-05-01..2017-10-03 not_yet_due");
    placed.reviews("2017-04-03").gives(
        "first 2017-05-04 met 2017-04-03
         second 2017-07-03 lapsed left 2017-04-03
         adoption 2017-05-01 not_yet_due",
    );
}

/// P on the last day: the period ended before anything more was due.
#[test]
fn placed_on_the_last_day() {
    from("2017-04-03").placed("2017-04-20").to("2017-04-20").gives(
        "first 2017-05-04 lapsed left 2017-04-20
         adoption 2017-05-18 lapsed",
    );
}

/// "The duty pending when P or E comes: *lapsed* when `lo` is known and on or after that day. When `hi` is
/// before that day it stays overdue".
#[test]
fn left_behind_in_time_or_overdue() {
    let left = |on: &str| in_care().placed(on).on_day("2018-01-31");
    after_two_reviews(
        left("2018-01-20"),
        "subsequent 2018-01-20 lapsed left 2018-01-20
         adoption 2018-02-17 not_yet_due",
    );
    after_two_reviews(
        left("2018-01-21"),
        "subsequent 2018-01-20 not_met left 2018-01-21
         adoption 2018-02-18 not_yet_due",
    );
    let back = |on: &str| in_care().placed("2017-09-01").back(on).on_day("2017-10-15");
    back("2017-09-29").ends("adoption 2017-11-10 not_yet_due");
    let at_e = |on: &str| super::line(&back(on).findings()[3]);
    assert_eq!(at_e("2017-09-29"), "adoption 2017-09-29 lapsed left 2017-09-29");
    assert_eq!(at_e("2017-09-30"), "adoption 2017-09-29 not_met left 2017-09-30");
}

/// "Else *undetermined*": between the bounds, or with `lo` unknown; after `hi` it is overdue.
#[test]
fn left_behind_between_the_bounds() {
    let left = |on: &str| from("2017-03-20").told_from("2017-04-01").placed(on);
    for (on, became) in [
        ("2017-04-19", "lapsed"),
        ("2017-04-20", "cannot_tell"),
        ("2017-09-30", "cannot_tell"),
        ("2017-10-01", "not_met"),
    ] {
        let line = super::line(&left(on).findings()[0]);
        assert_eq!(line, format!("unknown 2017-04-19..2017-09-30 {became} left {on}"));
        let unknown = if became == "lapsed" { "cannot_tell" } else { became };
        let line = super::line(&left(on).entry_not_known().findings()[0]);
        assert_eq!(line, format!("unknown ?..2017-09-30 {unknown} left {on}"));
    }
    // An undetermined one is not answered by the next review.
    left("2017-09-30").reviews("2017-10-01").on_day("2017-10-02").gives(
        "unknown 2017-04-19..2017-09-30 cannot_tell left 2017-09-30
         adoption 2017-10-28 met 2017-10-01
         adoption 2018-01-01 not_yet_due",
    );
    // An overdue one of unknown kind is.
    left("2017-10-01").reviews("2017-10-02").on_day("2017-10-02").gives(
        "unknown 2017-04-19..2017-09-30 met_late 2017-10-02 left 2017-10-01
         adoption 2017-10-29 met 2017-10-02
         adoption 2018-01-02 not_yet_due",
    );
}

/// "the next review of the period, if any, answers it (met late), otherwise it is *not held*." "None of
/// this affects whether that next review itself counts as on time."
#[test]
fn left_behind_and_answered() {
    let overdue = in_care().placed("2018-01-21");
    after_two_reviews(
        overdue.clone().reviews("2018-02-18").on_day("2018-02-28"),
        "subsequent 2018-01-20 met_late 2018-02-18 left 2018-01-21
         adoption 2018-02-18 met 2018-02-18
         adoption 2018-05-18 not_yet_due",
    );
    // Not by a review that comes later than the day asked about.
    after_two_reviews(
        overdue.clone().reviews("2018-02-18").on_day("2018-02-17"),
        "subsequent 2018-01-20 not_met left 2018-01-21
         adoption 2018-02-18 not_yet_due",
    );
    // A review on the day itself comes before the change: the duty is not left behind at all.
    after_two_reviews(
        overdue.clone().reviews("2018-01-21").on_day("2018-02-17"),
        "subsequent 2018-01-20 met_late 2018-01-21
         subsequent 2018-07-21 lapsed left 2018-01-21
         adoption 2018-02-18 not_yet_due",
    );
    // The next review only, not the one after it.
    after_two_reviews(
        overdue.reviews("2018-02-18 2018-05-01").on_day("2018-05-01"),
        "subsequent 2018-01-20 met_late 2018-02-18 left 2018-01-21
         adoption 2018-02-18 met 2018-02-18
         adoption 2018-05-18 met 2018-05-01
         adoption 2018-11-01 not_yet_due",
    );
}

/// Several duties left behind at once: one review answers them all, or none does.
#[test]
fn several_left_behind() {
    let case = from("2017-04-03").placed("2017-06-01").back("2017-08-01").on_day("2017-11-30");
    case.clone().reviews("2017-09-12").gives(
        "first 2017-05-04 met_late 2017-09-12 left 2017-06-01
         adoption 2017-06-29 met_late 2017-09-12 left 2017-08-01
         adoption 2017-09-12 met 2017-09-12
         second 2017-12-12 not_yet_due",
    );
    case.clone().reviews("2017-09-13").gives(
        "first 2017-05-04 met_late 2017-09-13 left 2017-06-01
         adoption 2017-06-29 met_late 2017-09-13 left 2017-08-01
         adoption 2017-09-12 met_late 2017-09-13
         second 2017-12-13 not_yet_due",
    );
    case.to("2017-09-12").gives(
        "first 2017-05-04 not_met left 2017-06-01
         adoption 2017-06-29 not_met left 2017-08-01
         adoption 2017-09-12 lapsed",
    );
}
