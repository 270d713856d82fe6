//! Counting rules, section 8: the JSON of the figures.

use super::figures_of;
use crate::assess::{date, from};
use iro_handbook::record::{DataQuality, Participation, Review};
use iro_handbook::report::ReviewFigures;
use serde_json::{Value, json};

/// A child with six reviews in the year, and some rows set aside.
fn planted() -> ReviewFigures {
    let case = from("2017-03-20")
        .told_from("2017-04-01")
        .review(Review::new(date("2017-05-10")).with_participation(Participation::UnderFour))
        .review(Review::new(date("2017-08-10")).with_participation(Participation::AttendedNoViews))
        .review(Review::new(date("2018-02-11")).with_participation(Participation::AbsentViewsSent))
        .placed("2018-02-20")
        .reviews("2018-03-20 2018-03-31");
    let mut figures = figures_of(2018, &case);
    let mut noted = DataQuality::default();
    noted.unusable_episode = 1;
    noted.episode_not_carried = 2;
    noted.child_not_carried = 3;
    noted.unusable_review = 4;
    noted.duplicate_review = 5;
    noted.review_after_as_of = 6;
    noted.review_before_evidence = 7;
    noted.review_in_short_break = 8;
    noted.review_outside_care = 9;
    figures.add_data_quality(&noted);
    figures
}

fn expected() -> Value {
    json!({
        "schema": "iro-handbook/review-figures/1",
        "period": {"start": "2017-04-01", "end": "2018-03-31"},
        "as_of": "2018-03-31",
        "evidence_from": "2017-04-01", "method": "law",
        "cohort": {"looked_after_at_start": 1, "started": 0, "ceased": 0, "looked_after_at_end": 1},
        "reviews": {
            "held": {
                "total": 5, "on_time": 3, "late": 1, "undetermined": 1,
                "by_sequence": {
                    "first": {"on_time": 0, "late": 0, "undetermined": 0},
                    "second": {"on_time": 0, "late": 0, "undetermined": 0},
                    "subsequent": {"on_time": 0, "late": 1, "undetermined": 0},
                    "adoption": {"on_time": 2, "late": 0, "undetermined": 0},
                    "unknown": {"on_time": 1, "late": 0, "undetermined": 1},
                },
            },
            "due": {
                "met": 1, "met_late": 1, "not_held": 0, "not_yet_due": 0, "lapsed": 0,
                "undetermined": 2,
            },
            "children": {"all_on_time": 0, "not_all_on_time": 1, "undetermined": 0},
        },
        "participation": {
            "codes": {
                "PN0": 1, "PN1": 0, "PN2": 0, "PN3": 0, "PN4": 1, "PN5": 0, "PN6": 1, "PN7": 0,
                "not_recorded": 2,
            },
            "eligible": 2, "attended": 1, "views_conveyed": 1,
        },
        "data_quality": {
            "unusable_episode": 1, "episode_not_carried": 2, "child_not_carried": 3,
            "unusable_review": 4, "duplicate_review": 5, "review_after_as_of": 6,
            "review_before_evidence": 7, "review_in_short_break": 8, "review_outside_care": 9,
        },
    })
}

#[test]
fn exactly_these_keys_and_values() {
    assert_eq!(serde_json::to_value(planted()).unwrap(), expected());
}

#[test]
fn there_and_back() {
    let read: ReviewFigures = serde_json::from_value(expected()).unwrap();
    assert_eq!(read, planted());
    let complete = figures_of(2018, &from("2017-09-04"));
    let text = serde_json::to_string(&complete).unwrap();
    assert!(text.contains("\"evidence_from\":null"), "{text}");
    assert_eq!(serde_json::from_str::<ReviewFigures>(&text).unwrap(), complete);
}

/// "These keys stay; more may stand beside them."
#[test]
fn more_keys_may_stand_beside() {
    let mut document = expected();
    document["made_by"] = json!("another program");
    assert_eq!(serde_json::from_value::<ReviewFigures>(document).unwrap(), planted());
}

#[test]
fn documents_that_do_not_add_up() {
    for (pointer, value, said) in [
        (
            "/schema",
            json!("iro-handbook/review-figures/2"),
            "schema is iro-handbook/review-figures/2",
        ),
        ("/period/start", json!("2017-04-02"), "it is not a year from 1 April"),
        ("/period/end", json!("2018-03-30"), "it is not a year from 1 April"),
        ("/reviews/held/total", json!(6), "reviews.held.total is 6: the counts do not add up"),
        ("/reviews/held/on_time", json!(4), "reviews.held.by_sequence"),
        ("/reviews/held/late", json!(2), "reviews.held.by_sequence"),
        ("/reviews/held/undetermined", json!(0), "reviews.held.by_sequence"),
        ("/reviews/held/by_sequence/first/late", json!(1), "reviews.held.by_sequence"),
        ("/participation/codes/PN0", json!(2), "participation.codes is 6"),
        ("/participation/codes/not_recorded", json!(1), "participation.codes is 4"),
        ("/participation/eligible", json!(3), "participation.eligible is 3"),
        ("/participation/attended", json!(2), "participation.attended is 2"),
        ("/participation/views_conveyed", json!(2), "participation.views_conveyed is 2"),
        ("/cohort/started", json!(1), "cohort.looked_after_at_end is 1"),
        ("/cohort/looked_after_at_end", json!(0), "cohort.looked_after_at_end is 0"),
        ("/reviews/due/met", json!(-1), "invalid value"),
        ("/as_of", json!("31/03/2018"), "input contains invalid characters"),
    ] {
        let mut document = expected();
        *document.pointer_mut(pointer).unwrap() = value;
        let error = serde_json::from_value::<ReviewFigures>(document).unwrap_err().to_string();
        assert!(error.contains(said), "{pointer}: {error}");
    }
}

#[test]
fn a_missing_count_is_named() {
    for key in ["schema", "period", "as_of", "cohort", "reviews", "participation", "data_quality"] {
        let mut document = expected();
        document.as_object_mut().unwrap().remove(key);
        let error = serde_json::from_value::<ReviewFigures>(document).unwrap_err().to_string();
        assert!(error.contains(&format!("missing field `{key}`")), "{error}");
    }
}
