//! Row types: privacy, columns, serialisation.

use iro_handbook::ssda903::{
    Ad1Row, EpisodeRow, HeaderRow, MissingRow, Oc2Row, Oc3Row, PlacedForAdoptionRow,
    PreviousPermanenceRow, ReviewRow, Row, SwEpisodeRow, UascRow,
};

/// Fills every column with its own name through serde, so that Debug can be searched for them.
#[cfg(feature = "serde")]
fn named<R: Row + serde_json_row::Read>() -> R {
    let cells =
        R::TABLE.columns().iter().map(|name| ((*name).to_owned(), format!("<{name}>").into()));
    serde_json_row::read(cells.collect())
}

#[cfg(feature = "serde")]
mod serde_json_row {
    use serde_json::{Map, Value};

    pub trait Read: Sized {
        fn read(value: Value) -> Self;
    }

    macro_rules! read {
        ($($row:ident)+) => { $(
            impl Read for super::$row {
                fn read(value: Value) -> Self {
                    serde_json::from_value(value).unwrap()
                }
            }
        )+ };
    }
    read! {
        Ad1Row EpisodeRow HeaderRow MissingRow Oc2Row Oc3Row PlacedForAdoptionRow
        PreviousPermanenceRow ReviewRow SwEpisodeRow UascRow
    }

    pub fn read<R: Read>(cells: Map<String, Value>) -> R {
        R::read(Value::Object(cells))
    }
}

#[cfg(feature = "serde")]
fn check<R: Row + serde_json_row::Read + core::fmt::Debug>(shown: &[&str]) {
    let row: R = named();
    let text = format!("{row:?}");
    for (number, column) in R::TABLE.columns().iter().enumerate() {
        assert_eq!(row.cell(number), format!("<{column}>"));
        let visible = text.contains(&format!("<{column}>"));
        assert_eq!(visible, shown.contains(column), "{} {column}", R::TABLE);
    }
    assert_eq!(row.cell(R::TABLE.columns().len()), "");
}

#[test]
#[cfg(feature = "serde")]
fn debug_shows_the_child_and_what_is_not_personal() {
    check::<EpisodeRow>(&["CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"]);
    check::<ReviewRow>(&["CHILD", "REVIEW", "REVIEW_CODE"]);
    check::<HeaderRow>(&["CHILD"]);
    check::<UascRow>(&["CHILD"]);
    check::<Oc2Row>(&["CHILD"]);
    check::<Oc3Row>(&["CHILD"]);
    check::<Ad1Row>(&["CHILD"]);
    check::<PlacedForAdoptionRow>(&["CHILD"]);
    check::<PreviousPermanenceRow>(&["CHILD"]);
    check::<MissingRow>(&["CHILD"]);
    check::<SwEpisodeRow>(&["CHILD"]);
}

#[test]
#[cfg(feature = "serde")]
fn null_and_absent_columns_are_blank() {
    let row: ReviewRow = serde_json::from_str(r#"{"CHILD": "A1", "REVIEW": null}"#).unwrap();
    assert_eq!(row, ReviewRow { child: "A1".into(), ..Default::default() });
    let json = serde_json::to_string(&row).unwrap();
    assert_eq!(json, r#"{"CHILD":"A1","DOB":"","REVIEW":"","REVIEW_CODE":""}"#);
}

#[test]
#[cfg(feature = "serde")]
fn rows_come_from_a_csv_reader() {
    let file = "CHILD,DOB,REVIEW,REVIEW_CODE\r\n007,01/02/2010,01/06/2017,\r\n";
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let rows: Vec<ReviewRow> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!((rows[0].child.as_str(), rows[0].review_code.as_str()), ("007", ""));
}
