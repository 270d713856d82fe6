//! Records: what contradicts itself is refused by name, and what is shown is what is meant to be.

use crate::assess::date;
use iro_handbook::Error;
use iro_handbook::record::{
    AdoptionChange, Child, Participation, PeriodOfCare, PeriodOfCareRef, Review,
};

#[cfg(feature = "serde")]
mod json;

fn reviews(on: &[&str]) -> Vec<Review> {
    on.iter().map(|on| Review::new(date(on))).collect()
}

/// The whole sentence: record, field, value, problem.
#[track_caller]
fn refuses(error: Error, text: &str) {
    assert!(error.is_contradiction());
    assert_eq!(error.to_string(), text);
}

#[test]
fn contradictions_of_a_period_of_care() {
    let care = |ended: Option<&str>, on: &[&str]| {
        let reviews = reviews(on);
        PeriodOfCareRef::new(date("2017-09-04"), ended.map(date), &reviews).map(|_| ())
    };
    assert!(care(Some("2017-09-04"), &["2017-09-04"]).is_ok());
    assert!(care(None, &["2017-09-04", "2017-09-05"]).is_ok());
    for (ended, on, text) in [
        (Some("2017-09-03"), vec![], "ended is 2017-09-03: it ends before it begins"),
        (None, vec!["2017-09-03"], "review is 2017-09-03: it is before the period began"),
        (
            Some("2017-12-01"),
            vec!["2017-12-01", "2017-12-02"],
            "review is 2017-12-02: it is after the period ended",
        ),
        (
            None,
            vec!["2017-10-02", "2017-10-02"],
            "review is 2017-10-02: another review of this child is recorded for that day",
        ),
        (
            None,
            vec!["2017-10-02", "2017-10-01"],
            "review is 2017-10-01: it stands behind a later review",
        ),
    ] {
        let text = format!("period of care from 2017-09-04: {text}");
        refuses(care(ended, &on).unwrap_err(), &text);
    }
}

#[test]
fn contradictions_of_placement_for_adoption() {
    use AdoptionChange::{Ended, Placed};
    let care = PeriodOfCareRef::new(date("2017-09-04"), Some(date("2017-12-01")), &[]).unwrap();
    let with = |changes: &[AdoptionChange]| care.with_adoption(changes).map(|_| ());
    let (first, last) = (date("2017-09-04"), date("2017-12-01"));
    assert!(with(&[Placed(first), Ended(first), Placed(last), Ended(last)]).is_ok());
    for (changes, text) in [
        (vec![Placed(date("2017-09-03"))], "2017-09-03: it is before the period began"),
        (vec![Ended(date("2017-12-02"))], "2017-12-02: it is after the period ended"),
        (vec![Placed(last), Ended(first)], "2017-09-04: it stands behind a later change"),
    ] {
        refuses(
            with(&changes).unwrap_err(),
            &format!("period of care from 2017-09-04: placement for adoption is {text}"),
        );
    }
}

/// "an episode joins the current period when ... its DECOM is not later than the latest DEC so far".
#[test]
fn contradictions_of_a_child() {
    let first = PeriodOfCare::new(date("2017-01-02")).with_ended(date("2017-03-01"));
    let child = |first: &PeriodOfCare, second: PeriodOfCare| {
        Child::new("C-7").with_period_of_care(second).with_period_of_care(first.clone()).check()
    };
    assert!(child(&first, PeriodOfCare::new(date("2017-03-02"))).is_ok());
    let text = "child C-7: period of care began is 2017-03-01: the period before it had not ended by the \
                day before";
    refuses(child(&first, PeriodOfCare::new(date("2017-03-01"))).unwrap_err(), text);
    let open = PeriodOfCare::new(date("2017-01-02"));
    refuses(child(&open, PeriodOfCare::new(date("2017-03-01"))).unwrap_err(), text);
    let wrong = PeriodOfCare::new(date("2017-05-01")).with_review(Review::new(date("2017-04-30")));
    refuses(
        child(&first, wrong).unwrap_err(),
        "child C-7, period of care from 2017-05-01: review is 2017-04-30: it is before the period began",
    );
}

/// Put in by whatever order, they stand by date; changes of one day in the order they came.
#[test]
fn in_order_of_date() {
    let later = PeriodOfCare::new(date("2018-01-01"))
        .with_review(Review::new(date("2018-03-01")))
        .with_review(Review::new(date("2018-01-20")))
        .with_review(Review::new(date("2018-02-01")));
    assert_eq!(later.reviews(), reviews(&["2018-01-20", "2018-02-01", "2018-03-01"]));
    let changes = [
        AdoptionChange::Placed(date("2018-02-01")),
        AdoptionChange::Ended(date("2018-02-01")),
        AdoptionChange::Placed(date("2018-01-10")),
    ];
    let care = changes.into_iter().fold(later, PeriodOfCare::with_adoption);
    assert_eq!(care.adoption(), [changes[2], changes[0], changes[1]]);
    let child = ["2018-01-01", "2014-01-01", "2016-01-01"]
        .into_iter()
        .fold(Child::new("C-1"), |child, began| {
            child.with_period_of_care(PeriodOfCare::new(date(began)))
        });
    let began: Vec<_> = child.periods_of_care().iter().map(|p| p.began().to_string()).collect();
    assert_eq!(began, ["2014-01-01", "2016-01-01", "2018-01-01"]);
}

#[test]
fn covered_days() {
    let care = PeriodOfCareRef::new(date("2017-09-04"), Some(date("2017-12-01")), &[]).unwrap();
    let covers =
        ["2017-09-03", "2017-09-04", "2017-12-01", "2017-12-02"].map(|d| care.covers(date(d)));
    assert_eq!(covers, [false, true, true, false]);
}

#[test]
fn codes() {
    assert_eq!("PN7".parse(), Ok(Participation::AbsentNoViews));
    for wrong in ["PN8", "pn1", " PN1", "", "1"] {
        let error = wrong.parse::<Participation>().unwrap_err();
        assert!(error.is_unknown_code());
        assert_eq!(
            error.to_string(),
            format!(
                "participation is {wrong:?}, which is not one of PN0, PN1, PN2, PN3, PN4, PN5, PN6, PN7"
            )
        );
    }
}

/// Nothing about a child but the identifier, the dates and the codes.
#[test]
fn debug_shows_identifiers_and_dates() {
    let care = PeriodOfCare::new(date("2017-09-04"))
        .with_review(Review::new(date("2017-10-02")).with_participation(Participation::UnderFour))
        .with_adoption(AdoptionChange::Placed(date("2017-11-01")));
    let child = Child::new("C-7").with_period_of_care(care);
    assert_eq!(
        format!("{child:?}"),
        "Child { id: \"C-7\", periods_of_care: [PeriodOfCare { began: 2017-09-04, ended: None, \
         entry: Known, reviews: [Review { held_on: 2017-10-02, participation: Some(UnderFour) }], \
         adoption: [Placed(2017-11-01)] }] }"
    );
}
