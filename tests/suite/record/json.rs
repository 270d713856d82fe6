//! Records in and out as JSON: checked on the way in.

use crate::assess::date;
use iro_handbook::record::{AdoptionChange, Child, Entry, Participation, PeriodOfCare, Review};
use serde_json::{Value, json};

fn document() -> Value {
    json!({
        "id": "C-7",
        "periods_of_care": [{
            "began": "2017-09-04",
            "ended": null,
            "entry": "not_known",
            "reviews": [
                {"held_on": "2017-10-02", "participation": "PN1"},
                {"held_on": "2017-12-20", "participation": null},
            ],
            "adoption": [{"placed": "2018-01-10"}, {"ended": "2018-02-10"}],
        }],
    })
}

fn record() -> Child {
    Child::new("C-7").with_period_of_care(
        PeriodOfCare::new(date("2017-09-04"))
            .with_entry(Entry::NotKnown)
            .with_review(
                Review::new(date("2017-10-02")).with_participation(Participation::AttendedAndSpoke),
            )
            .with_review(Review::new(date("2017-12-20")))
            .with_adoption(AdoptionChange::Placed(date("2018-01-10")))
            .with_adoption(AdoptionChange::Ended(date("2018-02-10"))),
    )
}

#[test]
fn out_and_in() {
    assert_eq!(serde_json::to_value(record()).unwrap(), document());
    assert_eq!(serde_json::from_value::<Child>(document()).unwrap(), record());
    let text = document().to_string();
    assert_eq!(serde_json::from_str::<Child>(&text).unwrap(), record());
}

/// What may be left out, and in whatever order it stands.
#[test]
fn in_any_order() {
    let text = r#"{"id": "C-7", "periods_of_care": [
        {"began": "2018-01-01"},
        {"began": "2017-01-02", "ended": "2017-06-01", "reviews": [
            {"held_on": "2017-04-20"}, {"held_on": "2017-01-20", "participation": "PN0"}],
         "adoption": [{"ended": "2017-05-01"}, {"placed": "2017-02-01"}, {"ended": "2017-02-01"}]}]}"#;
    let child: Child = serde_json::from_str(text).unwrap();
    let [first, second] = child.periods_of_care() else { panic!("{child:?}") };
    assert_eq!((first.began(), second.began()), (date("2017-01-02"), date("2018-01-01")));
    assert_eq!(second, &PeriodOfCare::new(date("2018-01-01")));
    let held: Vec<_> = first.reviews().iter().map(|review| review.held_on().to_string()).collect();
    assert_eq!(held, ["2017-01-20", "2017-04-20"]);
    assert_eq!(
        first.adoption(),
        [
            AdoptionChange::Placed(date("2017-02-01")),
            AdoptionChange::Ended(date("2017-02-01")),
            AdoptionChange::Ended(date("2017-05-01")),
        ]
    );
    assert!(
        serde_json::from_str::<Child>(r#"{"id": "C-8"}"#).unwrap().periods_of_care().is_empty()
    );
}

#[test]
fn refused() {
    for (pointer, value, said) in [
        ("/name", json!("?"), "unknown field `name`"),
        ("/periods_of_care/0/dob", json!("?"), "unknown field `dob`"),
        ("/periods_of_care/0/reviews/0/chair", json!("?"), "unknown field `chair`"),
        ("/periods_of_care/0/entry", json!("maybe"), "unknown variant `maybe`"),
        ("/periods_of_care/0/began", json!(""), "\"\" is not a date: expected YYYY-MM-DD"),
        (
            "/periods_of_care/0/began",
            json!("04/09/2017"),
            "\"04/09/2017\" is not a date: expected YYYY-MM-DD",
        ),
        ("/periods_of_care/0/began", json!("2017-11-31"), "\"2017-11-31\" is not a date: expected"),
        ("/periods_of_care/0/began", json!(20171130), "expected a date written YYYY-MM-DD"),
        (
            "/periods_of_care/0/reviews/0/participation",
            json!("PN9"),
            "participation is \"PN9\", which is not one of PN0,",
        ),
        (
            "/periods_of_care/0/reviews/0/participation",
            json!(""),
            "participation is \"\", which is not one of PN0,",
        ),
        (
            "/periods_of_care/0/ended",
            json!("2017-10-01"),
            "child C-7, period of care from 2017-09-04: review is 2017-10-02: it is after the period ended",
        ),
        (
            "/periods_of_care/0/reviews/1/held_on",
            json!("2017-10-02"),
            "review is 2017-10-02: another review of this child is recorded for that day",
        ),
        (
            "/periods_of_care/0/adoption/0/placed",
            json!("2017-09-03"),
            "placement for adoption is 2017-09-03: it is before the period began",
        ),
    ] {
        let mut document = document();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap()[key] = value;
        let error = serde_json::from_str::<Child>(&document.to_string()).unwrap_err().to_string();
        assert!(error.contains(said), "{pointer}: {error}");
    }
}

#[test]
fn a_period_of_care_alone() {
    let document = document()["periods_of_care"][0].clone();
    let care: PeriodOfCare = serde_json::from_value(document.clone()).unwrap();
    assert_eq!(&care, &record().periods_of_care()[0]);
    assert_eq!(serde_json::to_value(&care).unwrap(), document);
    let error =
        serde_json::from_str::<PeriodOfCare>(r#"{"began": "2017-01-02", "ended": "2017-01-01"}"#);
    assert!(
        error.unwrap_err().to_string().contains("ended is 2017-01-01: it ends before it begins")
    );
    let error = serde_json::from_str::<PeriodOfCare>("{}").unwrap_err().to_string();
    assert!(error.contains("missing field `began`"), "{error}");
}
