//! Disputes as JSON: the events are replayed, so that nothing unlawful can be read.

use super::{day, dispute};
use iro_handbook::record::{CafcassTest, CareRecord, Disputes, Done, Ladder, SignificantFailure};
use serde_json::{Value, json};

fn document() -> Value {
    json!({"list": [{
        "id": "D-1",
        "theme": "placement",
        "raised_on": "2026-05-20",
        "ladder": ["team manager", "director"],
        "events": [
            {"legal_advice_sought": "2026-05-21"},
            {"formal": {"stage": 1, "on": "2026-06-01"}},
            {"answered": "2026-06-03"},
            {"formal": {"stage": 2, "on": "2026-06-04"}},
            {"referred_to_cafcass": "2026-06-04"},
            {"superseded": "2026-06-05"},
        ],
        "note_on_file": {"on": "2026-05-20"},
        "no_informal_attempt": null,
        "cafcass_tests": [{
            "on": "2026-06-04",
            "failure": "in_implementation",
            "raised_with_senior_officers": {"on": "2026-06-01"},
            "put_right_in_reasonable_time": false,
            "referred_already": null,
            "decided_against": "no",
            "reason_against": null,
        }],
        "recorded_to": null,
    }]})
}

fn record() -> Disputes {
    let test = CafcassTest::new(day("6-4"))
        .with_failure(SignificantFailure::InImplementation)
        .with_raised_with_senior_officers(Done::On(day("6-1")))
        .with_put_right_in_reasonable_time(false)
        .with_no_reason_against();
    let events = [
        "advice 5-21",
        "stage 1 6-1",
        "answered 6-3",
        "stage 2 6-4",
        "cafcass 6-4",
        "superseded 6-5",
    ];
    let dispute = dispute("5-20", &events)
        .with_ladder(Ladder::new(["team manager", "director"]))
        .unwrap()
        .with_note_on_file(Done::On(day("5-20")))
        .with_cafcass_test(test);
    Disputes::none().with_dispute(dispute)
}

#[test]
fn out_and_in() {
    assert_eq!(serde_json::to_value(record()).unwrap(), document());
    assert_eq!(serde_json::from_value::<Disputes>(document()).unwrap(), record());
    let in_a_record = json!({"id": "C-1", "disputes": document()});
    let read: CareRecord = serde_json::from_value(in_a_record).unwrap();
    assert_eq!(read.disputes(), &record());
}

#[test]
fn what_may_be_left_out() {
    assert_eq!(serde_json::from_value::<Disputes>(json!({})).unwrap(), Disputes::default());
    let none = serde_json::from_value::<Disputes>(json!({"list": []})).unwrap();
    assert_eq!(none, Disputes::none());
    assert_ne!(none, Disputes::default(), "none is not the same as not recorded");
    let two = json!({"list": [
        {"id": "D-2", "theme": {"other": "passport"}, "raised_on": "2026-06-02"},
        {"id": "D-1", "theme": "health", "raised_on": "2026-06-01"},
    ]});
    let read: Disputes = serde_json::from_value(two).unwrap();
    let ids: Vec<_> = read.list().unwrap().iter().map(|d| d.id()).collect();
    assert_eq!(ids, ["D-1", "D-2"], "by the day they were raised");
}

#[test]
fn refused() {
    for (pointer, value, says) in [
        ("/events/3/formal/stage", json!(1), "stage is 1: the dispute stood at stage 1"),
        (
            "/events/3/formal/stage",
            json!(3),
            "stage is 3: the authority's ladder has no such stage",
        ),
        ("/events/3/formal/stage", json!(300), "invalid value: integer `300`"),
        ("/events/2", json!({"resolved": "2026-06-03"}), "the dispute was resolved, and nothing"),
        ("/events/2", json!({"answered": "2026-05-31"}), "answered is 2026-05-31: 2026-06-01 came"),
        ("/events/0", json!({"withdrawn": "2026-05-21"}), "no formal stage had begun"),
        ("/events/0", json!({"closed": "2026-05-21"}), "unknown variant `closed`"),
        ("/events/1/formal/by", json!("x"), "unknown field `by`"),
        ("/raised_on", json!("2026-05-22"), "legal_advice_sought is 2026-05-21"),
        ("/theme", json!("weather"), "unknown variant `weather`"),
        ("/cafcass_tests/0/failure", json!("none"), "unknown variant `none`"),
        ("/chair", json!(1), "unknown field `chair`"),
    ] {
        let mut text = document();
        let at = text.pointer_mut("/list/0").unwrap();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match at.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
            Value::Object(map) => {
                map.insert(key.to_owned(), value);
            }
            other => panic!("{other}"),
        }
        let error = serde_json::from_value::<Disputes>(text).unwrap_err().to_string();
        assert!(error.contains(says), "{pointer}: {error}");
    }
}
