//! How rows get in, which are set aside and what is noted.

use super::{empty, episode, episodes, header, review};
use iro_handbook::record::Participation;
use iro_handbook::ssda903::{Columns, EpisodeRow, Return, ReviewRow, Table};

fn set_aside(year: &Return) -> Vec<String> {
    year.unusable().map(ToString::to_string).collect()
}

fn reviews(rows: &[&str]) -> Return {
    let mut year = empty();
    for row in rows {
        year.push(&review(row));
    }
    year
}

#[test]
fn an_episode_needs_a_child_and_dates_in_order_and_in_the_years_of_the_calendar() {
    for (row, expected) in [
        ("- 03/04/2017", "CHILD is missing"),
        ("A1 - S", "DECOM is missing"),
        ("A1 soon", "DECOM is not a date (soon)"),
        ("A1 03/04/2017 S C2 later", "DEC is not a date"),
        ("A1 03/04/2017 S C2 02/04/2017", "DEC is before DECOM (02/04/2017)"),
        ("A1 31/12/1989", "DECOM is not between 1 January 1990 and 30 November 2030 (31/12/1989)"),
        ("A1 01/12/2030", "DECOM is not between 1 January 1990 and 30 November 2030 (01/12/2030)"),
    ] {
        let year = episodes(&[row]);
        assert_eq!(set_aside(&year), [format!("episodes row 0: {expected}")]);
        assert_eq!((year.episodes().count(), year.usable_episodes().count()), (1, 0));
    }
    let good = ["A1 01/01/1990", "A1 30/11/2030", "A1 03/04/2017 S C2 03/04/2017", "A1 2017-04-03"];
    assert_eq!(episodes(&good).usable_episodes().count(), 4);
}

#[test]
fn a_review_needs_a_child_and_a_date() {
    let year = reviews(&["- - 01/06/2017 PN1", "A1 - - PN1", "A1 - soon PN1", "A1 - 01/06/2017"]);
    let expected = [
        "reviews row 0: CHILD is missing",
        "reviews row 1: REVIEW is missing",
        "reviews row 2: REVIEW is not a date (soon)",
    ];
    assert_eq!(set_aside(&year), expected);
    assert_eq!(year.usable_reviews().map(|review| review.row).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_review_row_with_neither_date_nor_code_is_not_a_review() {
    let year = reviews(&["A1 01/02/2010"]);
    assert_eq!((year.reviews().count(), set_aside(&year).len()), (1, 0));
}

#[test]
fn a_code_other_than_pn0_to_pn7_counts_as_not_recorded_and_is_noted() {
    let year = reviews(&["A1 - 01/06/2017 PN8", "A1 - 02/06/2017 pn7", "A1 - 03/06/2017 -"]);
    let codes: Vec<_> = year.usable_reviews().map(|review| review.participation).collect();
    assert_eq!(codes, [None, Some(Participation::AbsentNoViews), None]);
    assert_eq!(year.notes().map(|note| note.row).collect::<Vec<_>>(), [0]);
}

#[test]
fn completed_dates_are_noted_and_dates_of_birth_not_shown() {
    let year = reviews(&["A1 1/2/2010 01/06/17 PN1"]);
    let notes: Vec<_> = year.notes().map(ToString::to_string).collect();
    let expected = [
        "reviews row 0: DOB has one digit for the day or the month",
        "reviews row 0: REVIEW has two digits for the year and was read as 20yy (01/06/17)",
    ];
    assert_eq!(notes, expected);
}

#[test]
fn text_that_is_no_date_and_no_code_is_not_shown() {
    let mut year = empty();
    let story = "held at the home of the family".to_owned();
    year.push(&ReviewRow { child: "A1".into(), review: story, ..Default::default() });
    assert_eq!(set_aside(&year), ["reviews row 0: REVIEW is not a date"]);
}

#[test]
fn blank_rows_are_skipped_but_numbered() {
    let mut year = empty();
    year.push(&EpisodeRow::default());
    year.push(&EpisodeRow { child: "  ".into(), urn: " ".into(), ..Default::default() });
    year.push(&episode("A1 03/04/2017 S C2"));
    assert_eq!(year.episodes().map(|episode| episode.row).collect::<Vec<_>>(), [2]);
}

#[test]
fn text_is_trimmed_and_upper_cased() {
    let mut year = empty();
    year.push(&header("a1 01/02/2010"));
    year.push(&EpisodeRow {
        child: " A1 ".into(),
        decom: " 03/04/2017 ".into(),
        ls: " v3".into(),
        ..Default::default()
    });
    assert_eq!(year.children().map(|(_, name)| name).collect::<Vec<_>>(), ["A1"]);
    assert!(year.usable_episodes().all(|episode| episode.ls == "V3"));
}

#[test]
fn cells_are_found_by_column_and_cells_past_the_header_ignored() {
    let columns = Columns::recognise(["REVIEW_CODE", "", "REVIEW", "CHILD", "DOB"]).unwrap();
    let mut year = empty();
    for record in ["PN1,x,01/06/2017,A1,01/02/2010,more", ",x,,,,more", "PN2"] {
        let cells: Vec<_> = record.split(',').collect();
        year.push_cells(&columns, |cell| cells.get(cell).copied());
    }
    let read: Vec<_> = year.reviews().map(|review| (review.row(), review.code())).collect();
    assert_eq!(
        read.iter().map(|(row, code)| (*row, code.as_str())).collect::<Vec<_>>(),
        [(0, "PN1"), (2, "PN2")]
    );
}

#[test]
fn a_file_is_present_with_its_first_row_or_when_said_so() {
    let mut year = episodes(&["A1 03/04/2017"]);
    year.mark_present(Table::Reviews);
    let present: Vec<_> = Table::all().filter(|table| year.has(*table)).collect();
    assert_eq!(present, [Table::Episodes, Table::Reviews]);
}

#[test]
fn debug_shows_counts_and_no_child() {
    let mut year = episodes(&["A1 03/04/2017"]);
    year.push(&header("SECRET 01/02/2010 1"));
    let shown = format!("{year:?} {:?}", year.headers().collect::<Vec<_>>());
    assert!(!shown.contains("SECRET") && !shown.contains("2010-02"), "{shown}");
}
