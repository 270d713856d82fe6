use iro_handbook::ssda903::{Columns, Table};

fn table(line: &str) -> Option<Table> {
    Columns::recognise(line.split(',')).map(|columns| columns.table())
}

#[test]
fn every_table_is_told_by_its_own_columns() {
    for expected in Table::all() {
        assert_eq!(table(&expected.columns().join(",")), Some(expected));
    }
}

#[test]
fn case_order_spaces_mark_and_unnamed_columns_do_not_matter() {
    assert_eq!(table("Review_Code, review ,DOB,child"), Some(Table::Reviews));
    assert_eq!(table("\u{feff}CHILD,DOB,REVIEW,REVIEW_CODE"), Some(Table::Reviews));
    assert_eq!(table("CHILD,,DOB,REVIEW,REVIEW_CODE, "), Some(Table::Reviews));
}

#[test]
fn any_other_set_of_columns_is_not_recognised() {
    assert_eq!(table("CHILD,DOB,REVIEW"), None);
    assert_eq!(table("CHILD,DOB,REVIEW,REVIEW_CODE,IRO"), None);
    assert_eq!(table("CHILD,DOB,REVIEW,REVIEW_CODE,review"), None);
    assert_eq!(table("CHILD,DOB,REVIEW,REVIEW"), None);
    assert_eq!(table("CHILD,\u{feff}DOB,REVIEW,REVIEW_CODE"), None);
    assert_eq!(table(""), None);
}

#[test]
fn names_of_tables_read_back() {
    for expected in Table::all() {
        assert_eq!(expected.name().to_uppercase().parse::<Table>(), Ok(expected));
    }
    let error = "reviewz".parse::<Table>().unwrap_err();
    assert!(error.is_unknown_code() && error.to_string().contains("reviewz"));
}
