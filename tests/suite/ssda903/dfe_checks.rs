//! The checks that the DfE numbers: each fires and does not fire, on the boundary.

use super::{empty, episodes, flagged, header, review};
use iro_handbook::ssda903::{
    Ad1Row, CheckRule, CheckSource, MissingRow, Oc2Row, Oc3Row, PlacedForAdoptionRow,
    PreviousPermanenceRow, Return, Table,
};

/// Each case: a rule, the episodes, and the rows it flags among them.
#[track_caller]
fn in_episodes(rule: &str, rows: &[&str], expected: &[u32]) {
    let expected: Vec<_> = expected.iter().map(|row| format!("episodes {row}")).collect();
    assert_eq!(flagged(&episodes(rows), rule), expected, "{rule} in {rows:?}");
}

/// A single review of a child whom nothing else is known of.
#[track_caller]
fn in_review(rule: &str, row: &str, fires: bool) {
    let mut year = empty();
    year.push(&review(row));
    assert_eq!(!flagged(&year, rule).is_empty(), fires, "{rule} in {row:?}");
}

#[test]
fn rule_102_date_of_birth() {
    let mut year = empty();
    for row in ["A1 29/02/2008", "A2 29/02/2009", "A3 -", "A4 01/02/09", "A5 1/2/2009"] {
        year.push(&header(row));
    }
    assert_eq!(flagged(&year, "102"), ["header 1", "header 2", "header 3"]);
}

#[test]
fn rule_141_and_147_dates_of_episodes() {
    let rows = ["A1 01/02/2017", "A1 31/02/2017", "A1 -  S", "A1 01/02/17", "A1 1/2/2017"];
    in_episodes("141", &rows, &[1, 3]);
    let rows = ["A1 01/02/2017 S C2 -", "A1 01/02/2017 S C2 31/02/2017"];
    in_episodes("147", &rows, &[1]);
}

#[test]
fn rule_142_left_open() {
    in_episodes("142", &["A1 01/04/2017 S C2", "A1 01/05/2017 L C2"], &[0]);
    in_episodes("142", &["A1 01/04/2017 S C2 01/05/2017", "A1 01/05/2017 L C2"], &[0]);
    in_episodes("142", &["A1 01/04/2017 S C2 01/05/2017 X1", "A1 01/05/2017 L C2"], &[]);
    // The one that begins last is open by right, wherever it stands.
    in_episodes("142", &["A1 01/05/2017 L C2", "A1 01/04/2017 S C2"], &[1]);
    in_episodes("142", &["A1 01/05/2017 L C2", "A2 01/06/2017 S C2"], &[]);
    // On one day the last in the file is the last; one without a date is last, and not flagged.
    in_episodes("142", &["A1 01/04/2017 S C2", "A1 01/04/2017 L C2"], &[0]);
    in_episodes("142", &["A1 - S C2", "A1 01/04/2017 L C2"], &[1]);
}

#[test]
fn rule_148_dec_with_rec() {
    let rows = [
        "A1 01/04/2017 S C2 01/05/2017 X1",
        "A1 01/05/2017 L C2 01/06/2017 -",
        "A1 01/06/2017 L C2 - X1",
        "A1 01/06/2017 L C2 - -",
        "A1 01/06/2017 L C2 soon X1",
    ];
    in_episodes("148", &rows, &[1, 2]);
}

#[test]
fn rule_166_date_of_review() {
    in_review("166", "A1 01/02/2010 01/06/2017 PN1", false);
    in_review("166", "A1 01/02/2010 31/06/2017 PN1", true);
    in_review("166", "A1 01/02/2010 01/06/17 PN1", true);
    in_review("166", "A1 01/02/2010", true);
}

#[test]
fn rule_167_participation() {
    in_review("167", "A1 01/02/2010 01/06/2017 PN0", false);
    in_review("167", "A1 01/02/2010 01/06/2017 pn7", false);
    in_review("167", "A1 01/02/2010 01/06/2017 PN8", true);
    in_review("167", "A1 01/02/2010 01/06/2017 -", true);
    in_review("167", "A1 01/02/2010 - PN1", true);
    in_review("167", "A1 01/02/2010 - -", false);
}

#[test]
fn rule_353_before_the_act() {
    in_episodes("353", &["A1 13/10/1991 S C2", "A1 14/10/1991 S C2"], &[0]);
}

#[test]
fn rule_355_and_356_dec_and_decom() {
    let rows = [
        "A1 02/04/2017 S C2 01/04/2017 E8",
        "A1 02/04/2017 S C2 02/04/2017 E8",
        "A1 02/04/2017 S C2 03/04/2017 E8",
        "A1 02/04/2017 S C2",
        "A1 - S C2",
    ];
    in_episodes("355", &rows, &[1]);
    in_episodes("356", &rows, &[0]);
}

#[test]
fn rule_357_first_episode_of_the_year() {
    in_episodes("357", &["A1 31/03/2017 L C2", "A2 01/04/2017 L C2", "A3 01/04/2017 S C2"], &[1]);
    in_episodes("357", &["A1 01/06/2017 L C2", "A1 01/05/2017 S C2 01/06/2017 X1"], &[]);
    in_episodes("357", &["A1 01/05/2017 - C2", "A1 01/05/2017 S C2"], &[0]);
}

#[test]
fn rule_365_one_short_break() {
    in_episodes("365", &["A1 01/06/2017 S V3 18/06/2017 E8"], &[]);
    in_episodes("365", &["A1 01/06/2017 S V3 19/06/2017 E8"], &[0]);
    in_episodes("365", &["A1 01/06/2017 S V4 19/06/2017 E8"], &[]);
    // Open: to the end of the year.
    in_episodes("365", &["A1 14/03/2018 S V3", "A2 13/03/2018 S V3"], &[1]);
    in_episodes("365", &["A1 01/06/2017 S V3 soon E8"], &[]);
}

#[test]
fn rule_367_all_short_breaks() {
    // 30 + 30 + 15 days, and one day more.
    let mut rows = vec![
        "A1 01/04/2017 S V3 01/05/2017 E8",
        "A1 01/06/2017 S V3 01/07/2017 E8",
        "A1 01/08/2017 S V3 16/08/2017 E8",
    ];
    in_episodes("367", &rows, &[]);
    rows.push("A1 01/09/2017 S V3 02/09/2017 E8");
    in_episodes("367", &rows, &[0, 1, 2, 3]);
    // Days outside the year do not count, nor does a break of no days.
    in_episodes("367", &["A1 01/01/2017 S V3 15/06/2017 E8"], &[]);
    in_episodes(
        "367",
        &["A1 01/01/2017 S V3 16/06/2017 E8", "A1 01/07/2017 S V3 01/07/2017"],
        &[0],
    );
    in_episodes("367", &["A1 15/01/2018 S V3"], &[]);
    in_episodes("367", &["A1 14/01/2018 S V3"], &[0]);
}

#[test]
fn rule_388_x1_and_the_next_episode() {
    in_episodes("388", &["A1 01/04/2017 S C2 01/05/2017 X1", "A1 01/05/2017 L C2"], &[]);
    in_episodes("388", &["A1 01/04/2017 S C2 01/05/2017 X1", "A1 02/05/2017 L C2"], &[0]);
    in_episodes("388", &["A1 01/04/2017 S C2 01/05/2017 E8", "A1 01/05/2017 S C2"], &[0]);
    in_episodes("388", &["A1 01/04/2017 S C2 01/05/2017 E8", "A1 02/05/2017 S C2"], &[]);
    in_episodes("388", &["A1 01/04/2017 S C2 01/05/2017 X1"], &[0]);
    in_episodes("388", &["A1 01/04/2017 S C2 01/05/2017 E8", "A1 01/06/2017 S C2 - X1"], &[]);
    in_episodes("388", &["A1 01/04/2017 S C2 01/05/2017 -", "A1 01/05/2017 L C2"], &[]);
}

/// Episodes of one child in short breaks, a header row and reviews.
fn short_breaks(ls: [&str; 2], mother: &str, reviews: &[&str]) -> Vec<String> {
    let [first, second] = ls;
    let mut year = episodes(&[
        &format!("A1 01/05/2017 S {first} 03/05/2017 E8"),
        &format!("A1 01/06/2017 S {second} 03/06/2017 E8"),
    ]);
    year.push(&header(&format!("A1 01/02/2010 {mother}")));
    year.mark_present(Table::Reviews);
    for row in reviews {
        year.push(&review(row));
    }
    flagged(&year, "399")
}

#[test]
fn rule_399_reviews_of_short_breaks() {
    let review = "A1 - 02/05/2017 PN1";
    let all = ["header 0", "episodes 0", "episodes 1", "reviews 0"];
    assert_eq!(short_breaks(["V3", "v4"], "-", &[review]), all);
    assert_eq!(short_breaks(["V3", "C2"], "-", &[review]), [""; 0]);
    assert_eq!(short_breaks(["V3", "-"], "-", &[review]), [""; 0]);
    // A row without a review is not one; a completed MOTHER flags it along with the rest.
    assert_eq!(short_breaks(["V3", "V3"], "-", &["A1 01/02/2010"]), [""; 0]);
    assert_eq!(short_breaks(["V3", "V3"], "1", &["A1 01/02/2010"]), all);
    assert_eq!(short_breaks(["V3", "V3"], "1", &[]), all[..3]);
}

#[test]
fn rule_431_start_within_the_previous_episode() {
    in_episodes("431", &["A1 01/04/2017 S C2 01/05/2017 E8", "A1 01/05/2017 S C2"], &[1]);
    in_episodes("431", &["A1 01/04/2017 S C2 01/05/2017 E8", "A1 02/05/2017 S C2"], &[]);
    in_episodes("431", &["A1 01/04/2017 S C2 01/05/2017 E8", "A1 01/05/2017 L C2"], &[]);
    in_episodes("431", &["A1 01/04/2017 S C2", "A1 01/05/2017 S C2"], &[]);
}

#[test]
fn rule_432_going_on_after_ceasing() {
    in_episodes("432", &["A1 01/04/2017 S C2 01/05/2017 E4A", "A1 01/06/2017 L C2"], &[1]);
    in_episodes("432", &["A1 01/04/2017 S C2 01/05/2017 E4A", "A1 01/06/2017 S C2"], &[]);
    in_episodes("432", &["A1 01/04/2017 S C2 01/05/2017 X1", "A1 01/06/2017 L C2"], &[]);
    in_episodes("432", &["A1 01/04/2017 S C2 01/05/2017 -", "A1 01/06/2017 L C2"], &[]);
    in_episodes("432", &["A1 01/04/2017 S C2 01/05/2017 E4A", "A2 01/06/2017 L C2"], &[]);
}

#[test]
fn rule_433_continuation_from_another_day() {
    for rne in ["L", "P", "T", "B", "U"] {
        let next = format!("A1 02/05/2017 {rne} C2");
        in_episodes("433", &["A1 01/04/2017 S C2 01/05/2017 X1", &next], &[1]);
        in_episodes("433", &["A1 01/04/2017 S C2 02/05/2017 X1", &next], &[]);
        in_episodes("433", &["A1 01/04/2017 S C2", &next], &[1]);
        in_episodes("433", &[&next], &[]);
    }
    in_episodes("433", &["A1 01/04/2017 S C2 01/05/2017 X1", "A1 02/05/2017 S C2"], &[]);
}

#[test]
fn rule_440_and_441_the_fourth_birthday() {
    // The day before, the birthday itself, the day after.
    for (day, coded_young, coded_older) in
        [("09/06/2017", false, true), ("10/06/2017", false, false), ("11/06/2017", true, false)]
    {
        in_review("440", &format!("A1 10/06/2013 {day} PN0"), coded_young);
        in_review("441", &format!("A1 10/06/2013 {day} PN0"), false);
        for code in 1..=7 {
            in_review("441", &format!("A1 10/06/2013 {day} PN{code}"), coded_older);
            in_review("440", &format!("A1 10/06/2013 {day} PN{code}"), false);
        }
    }
    in_review("440", "A1 29/02/2012 29/02/2016 PN0", false);
    in_review("440", "A1 - 11/06/2017 PN0", false);
    in_review("441", "A1 10/06/2013 - PN1", false);
}

#[test]
fn rule_501_overlap() {
    in_episodes("501", &["A1 01/04/2017 S C2 02/05/2017 X1", "A1 01/05/2017 L C2"], &[1]);
    in_episodes("501", &["A1 01/04/2017 S C2 01/05/2017 X1", "A1 01/05/2017 L C2"], &[]);
    in_episodes("501", &["A1 01/05/2017 L C2", "A1 01/04/2017 S C2 02/05/2017 X1"], &[0]);
}

#[test]
fn rule_1012_no_episode() {
    let child = || "A2".to_owned();
    let with_rows = |mut year: Return| {
        year.push(&review("A2 - 01/06/2017 PN1"));
        year.push(&review("A1 - 01/06/2017 PN1"));
        year.push(&Oc2Row { child: child(), ..Default::default() });
        year.push(&Oc3Row { child: child(), ..Default::default() });
        year.push(&Ad1Row { child: child(), ..Default::default() });
        year.push(&PlacedForAdoptionRow { child: child(), ..Default::default() });
        year.push(&PreviousPermanenceRow { child: child(), ..Default::default() });
        year.push(&MissingRow { child: child(), ..Default::default() });
        flagged(&year, "1012")
    };
    let expected = [
        "reviews 0",
        "oc2 0",
        "ad1 0",
        "placed_for_adoption 0",
        "previous_permanence 0",
        "missing 0",
    ];
    assert_eq!(with_rows(episodes(&["A1 01/04/2017"])), expected);
    // An episode without dates is an episode; without an episodes file nothing can be said.
    assert_eq!(with_rows(episodes(&["A1 01/04/2017", "A2 -"])), [""; 0]);
    assert_eq!(with_rows(empty()), [""; 0]);
}

#[test]
fn rule_int08_and_int17_reviews_and_the_header() {
    let mut year = empty();
    year.push(&review("A1 01/02/2010 01/06/2017 PN1"));
    year.push(&review("A1 02/02/2010 02/06/2017 PN1"));
    year.push(&review("A1 - 03/06/2017 PN1"));
    year.push(&review("A2 01/02/2010 01/06/2017 PN1"));
    assert_eq!(flagged(&year, "INT08"), [""; 0]);
    year.push(&header("A1 01/02/2010"));
    assert_eq!(flagged(&year, "INT08"), ["reviews 3"]);
    assert_eq!(flagged(&year, "INT17"), ["reviews 1"]);
    // With two header rows that disagree, each review differs from one of them.
    year.push(&header("A1 02/02/2010"));
    assert_eq!(flagged(&year, "INT17"), ["reviews 0", "reviews 1"]);
}

#[test]
fn flags_come_by_rule_table_and_row() {
    let year = episodes(&["A1 01/05/2017 L C2 - X1", "A1 01/04/1991 S C2", "A1 soon S C2"]);
    let flags = year.checks();
    assert!(flags.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(flags, year.clone().checks());
}

#[test]
fn every_rule_reads_back_and_says_what_to_do() {
    for rule in CheckRule::all() {
        assert_eq!(rule.code().parse::<CheckRule>(), Ok(rule));
        assert!(!rule.title().is_empty() && rule.advice().ends_with('.'), "{rule}");
        let numbered = rule.code().ends_with(|last: char| last.is_ascii_digit());
        assert_eq!(rule.source() == CheckSource::Dfe, numbered, "{rule}");
    }
    assert!("441a".parse::<CheckRule>().unwrap_err().is_unknown_code());
}
