//! A file of a return from its bytes: spec of the counting rules, section 2, and of the format.

use super::empty;
use iro_handbook::Result;
use iro_handbook::ssda903::{Columns, FileSummary, Return, ReviewEntry, Table};
use proptest::prelude::*;

/// The return of one file, given in pieces.
fn read<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> Result<(Return, FileSummary)> {
    let mut year = empty();
    let mut file = year.file();
    for piece in pieces {
        file.push(piece)?;
    }
    let summary = file.finish()?;
    Ok((year, summary))
}

fn read_text(text: &str) -> (Return, FileSummary) {
    read([text.as_bytes()]).unwrap()
}

fn reviews(year: &Return) -> Vec<(u32, Option<&str>, ReviewEntry)> {
    let child = |review: &ReviewEntry| review.child().and_then(|child| year.child_name(child));
    year.reviews().map(|review| (review.row(), child(&review), review)).collect()
}

const HEAD: &str = "CHILD,DOB,REVIEW,REVIEW_CODE";

#[test]
fn the_first_line_with_text_names_the_columns() {
    let (year, summary) =
        read_text("\u{feff}\r\n\ndob,child,,Review,review_code\n,A1,,01/06/2017,PN1");
    assert_eq!((summary.table, summary.is_empty), (Some(Table::Reviews), false));
    assert_eq!(year.usable_reviews().count(), 1);
    assert_eq!(reviews(&year)[0].1, Some("A1"));
}

#[test]
fn a_file_without_a_line_is_empty_and_one_of_other_columns_is_left_out() {
    for text in ["", "\u{feff}", "\r\n\r\n"] {
        let (_, summary) = read_text(text);
        assert_eq!((summary.table, summary.is_empty), (None, true), "{text:?}");
    }
    let (year, summary) = read_text("CHILD,REVIEW\nA1,01/06/2017\n");
    assert_eq!((summary.table, summary.is_empty), (None, false));
    assert_eq!(year.children().count(), 0);
}

#[test]
fn a_file_of_column_names_alone_is_there() {
    let (year, summary) = read_text(HEAD);
    assert!(year.has(Table::Reviews) && !summary.is_another);
}

#[test]
fn another_file_of_a_table_is_read_on_and_said_to_be() {
    let mut year = empty();
    for is_another in [false, true] {
        let mut file = year.file();
        file.push(format!("{HEAD}\nA1,,01/06/2017,PN1\n").as_bytes()).unwrap();
        assert_eq!(file.finish().unwrap().is_another, is_another);
    }
    assert_eq!(reviews(&year).iter().map(|review| review.0).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn lines_end_in_lf_cr_or_both_and_empty_ones_are_no_rows() {
    let rows = ["A1,,01/06/2017,PN1", "", "A2,,02/06/2017,PN1", " ,", "A3,,03/06/2017,PN1"];
    for end in ["\n", "\r", "\r\n"] {
        let (year, _) = read_text(&format!("{HEAD}{end}{}", rows.join(end)));
        let found: Vec<_> = reviews(&year).iter().map(|review| (review.0, review.1)).collect();
        // The row of blanks is numbered all the same.
        assert_eq!(found, [(0, Some("A1")), (1, Some("A2")), (3, Some("A3"))], "{end:?}");
    }
}

#[test]
fn a_mark_that_is_not_closed_spoils_its_own_line_and_is_named_by_its_number() {
    for end in ["\n", "\r", "\r\n"] {
        let lines =
            [HEAD, "\"A1\",,01/06/2017,PN1", "\"A2,,02/06/2017,PN1", "", "A3,\",03/06/2017,PN1"];
        let (year, summary) = read_text(&lines.join(end));
        assert_eq!(summary.open_quotes, [3, 5], "{end:?}");
        let found: Vec<_> = reviews(&year).iter().map(|review| review.1).collect();
        assert_eq!(found, [Some("A1"), Some("A2,,02/06/2017,PN1"), Some("A3")]);
        // With the date of the third the mark has taken the rest of the line.
        assert_eq!(year.usable_reviews().count(), 1);
    }
}

#[test]
fn what_is_not_utf8_is_an_error_wherever_the_pieces_end() {
    let text = format!("{HEAD}\nÄ1,,01/06/2017,PN1\n");
    let pieces = text.as_bytes().chunks(1);
    assert_eq!(reviews(&read(pieces).unwrap().0)[0].1, Some("Ä1"));

    for text in [&b"CHILD,SEX,DOB,DUC\nA\xC4,,,\n"[..], b"\xFF\xFEC\0\n", b"MONTH\n1\nApril \xFF"] {
        let error = read(text.chunks(1)).unwrap_err();
        assert!(error.is_returns() && error.to_string().contains("UTF-8"), "{error}");
    }
}

// ---- The same by the csv crate, a line at a time ----

fn twin(text: &str) -> Return {
    let mut year = empty();
    let mut columns: Option<Columns> = None;
    for line in text.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        let mut settings = csv::ReaderBuilder::new();
        let mut reader = settings.has_headers(false).flexible(true).from_reader(line.as_bytes());
        let mut record = csv::StringRecord::new();
        assert!(reader.read_record(&mut record).unwrap());
        match &columns {
            Some(columns) => year.push_cells(columns, |cell| record.get(cell)),
            None => columns = Columns::recognise(&record),
        }
    }
    year
}

fn a_cell() -> impl Strategy<Value = String> {
    const TEXTS: &[&str] =
        &["A1", "a1", "B2", "01/06/2017", "1/6/17", "PN1", "pn9", "", " ", "Ä", "x\u{a0}", "-"];
    const MARKED: &[&str] =
        &["\"A1\"", "\"A,1\"", "\"A\"\"1\"", "\"A1\"x", "A\"1", "\"", "\"\"", "\"01/06/2017\""];
    prop_oneof![
        8 => prop::sample::select(TEXTS).prop_map(str::to_owned),
        1 => prop::sample::select(MARKED).prop_map(str::to_owned),
    ]
}

fn a_file() -> impl Strategy<Value = String> {
    let line = prop::collection::vec(a_cell(), 0..7).prop_map(|cells| cells.join(","));
    let end = prop::sample::select(&["\n", "\r\n", "\r", "\n\n"][..]);
    (prop::collection::vec((line, end), 0..9), any::<bool>()).prop_map(|(lines, mark)| {
        let mut text = if mark { "\u{feff}".to_owned() } else { String::new() };
        text += "REVIEW,CHILD,,REVIEW_CODE,DOB\n";
        for (line, end) in lines {
            text = text + &line + end;
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn pieces_of_any_size_give_what_a_twin_reads(text in a_file(), sizes in prop::collection::vec(1..40_usize, 1..20)) {
        let mut rest = text.as_bytes();
        let mut pieces = Vec::new();
        for size in sizes.into_iter().cycle() {
            let (piece, after) = rest.split_at(size.min(rest.len()));
            pieces.push(piece);
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        let (year, summary) = read(pieces).unwrap();
        let twin = twin(text.trim_start_matches('\u{feff}'));
        prop_assert_eq!(reviews(&year), reviews(&twin));
        prop_assert!(year.notes().eq(twin.notes()) && year.unusable().eq(twin.unusable()));
        prop_assert_eq!(year.checks(), twin.checks());
        prop_assert_eq!(summary, read_text(&text).1);
    }
}
