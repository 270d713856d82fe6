//! A figure over any number of years.

use super::published;
use iro_handbook::calendar::CollectionYear;
use iro_handbook::report::{Measure, Rate, Trend};

fn year(ending: i32) -> CollectionYear {
    CollectionYear::ending(ending).unwrap()
}

fn counts(points: &[(i32, u64)]) -> Trend {
    Trend::new(points.iter().map(|(ending, count)| (year(*ending), Measure::Count(*count))))
        .unwrap()
}

#[test]
fn how_the_last_year_stands() {
    for (points, text) in [
        (&[][..], "no figure"),
        (&[(2021, 5)], "a figure for one year only"),
        (&[(2017, 1), (2018, 2), (2019, 3), (2020, 4), (2021, 5)], "highest of 5 years"),
        (&[(2020, 5), (2021, 4)], "lowest of 2 years"),
        (&[(2021, 4), (2019, 4), (2020, 5)], "lowest of 3 years, as in 2018-19"),
        (
            &[(2018, 6), (2019, 6), (2020, 5), (2021, 6)],
            "highest of 4 years, as in 2017-18, 2018-19",
        ),
        (&[(2019, 1), (2020, 3), (2021, 2)], "neither highest nor lowest of 3 years"),
        (&[(2019, 2), (2020, 2), (2021, 2)], "the same in all 3 years"),
        (
            &[(2016, 1), (2018, 2), (2021, 5)],
            "highest of 3 years (no figure for 2016-17, 2018-19, 2019-20)",
        ),
    ] {
        assert_eq!(counts(points).to_string(), text);
    }
}

#[test]
fn a_year_given_twice_is_an_error_that_names_it() {
    let twice = [(2021, 5), (2019, 1), (2021, 5), (2019, 1)];
    for points in [twice, [twice[3], twice[2], twice[1], twice[0]]] {
        let points = points.map(|(ending, count)| (year(ending), Measure::Count(count)));
        let error = Trend::new(points).unwrap_err();
        assert!(error.is_contradiction());
        assert_eq!(error.to_string(), "trend: year is 2018-19: it is given twice");
    }
}

#[test]
fn unlike_units_are_an_error() {
    let points = [(year(2020), Measure::Count(5)), (year(2021), published("5").into())];
    let text = Trend::new(points).unwrap_err().to_string();
    assert!(text.contains("2020-21") && text.contains("a count") && text.contains("a percentage"));
}

#[test]
fn changes_are_of_one_year() {
    let trend = counts(&[(2018, 10), (2019, 12), (2021, 9)]);
    let change = |ending| trend.change(year(ending)).map(|change| change.to_string());
    assert_eq!(change(2019).as_deref(), Some("up 2 (20 %)"));
    assert_eq!([2017, 2018, 2020, 2021, 2022].map(change), [const { None }; 5]);
    assert_eq!(trend.gaps().collect::<Vec<_>>(), [year(2020)]);
}

/// Where nothing could happen in a year there is no figure, and it is neither highest nor lowest.
#[test]
fn a_year_that_is_not_applicable_is_a_gap() {
    let rates = |last: Rate| {
        Trend::new([
            (year(2019), Rate::new(1, 2)),
            (year(2020), Rate::new(0, 0)),
            (year(2021), last),
        ])
        .unwrap()
    };
    let trend = rates(Rate::new(1, 3));
    assert_eq!(trend.to_string(), "lowest of 2 years (no figure for 2019-20)");
    assert_eq!(trend.change(year(2020)).unwrap().to_string(), "not applicable");
    assert_eq!(rates(Rate::new(0, 0)).to_string(), "no figure for 2020-21");
    assert_eq!(rates(Rate::new(0, 0)).highest(), [year(2019)]);
}

/// 96.95 % and 97.04 % print alike with one decimal, or none.
#[test]
fn ties_go_by_the_exact_values() {
    let rates = |a, b| Trend::new([(year(2020), a), (year(2021), b)]).unwrap();
    let trend = rates(Rate::new(9_704, 10_000), Rate::new(9_695, 10_000));
    assert_eq!((trend.highest(), trend.lowest()), (vec![year(2020)], vec![year(2021)]));
    let trend = rates(Rate::new(1, 3), Rate::new(2, 6));
    assert_eq!(trend.to_string(), "the same in all 2 years");
}

#[cfg(feature = "serde")]
#[test]
fn json_there_and_back_and_checked() {
    use serde_json::{from_value, json, to_value};
    let form = json!([
        {"year": 2020, "value": {"percentage": {"published": "98.50"}}},
        {"year": 2021, "value": {"percentage": {"published": "99"}}},
    ]);
    let trend: Trend = from_value(form.clone()).unwrap();
    assert_eq!(
        trend,
        Trend::new([(year(2021), published("99")), (year(2020), published("98.50"))]).unwrap()
    );
    assert_eq!(to_value(&trend).unwrap(), form);
    for form in [
        json!([{"year": 2020, "value": {"count": 1}}, {"year": 2020, "value": {"count": 1}}]),
        json!([{"year": 2020, "value": {"count": 1}}, {"year": 2021, "value": {"per_head": "1"}}]),
        json!([{"year": 20, "value": {"count": 1}}]),
        json!([{"year": 2020, "value": {"count": 1}, "note": ""}]),
    ] {
        assert!(from_value::<Trend>(form.clone()).is_err(), "{form}");
    }
}

/// The schemas accept what is written and refuse what is misspelt.
#[cfg(feature = "schemars")]
#[test]
fn schemas() {
    use iro_handbook::report::{Basis, Comparator};
    use serde_json::{Value, json};

    let schema = |schema: schemars::Schema| jsonschema::validator_for(&json!(schema)).unwrap();
    let trend = schema(schemars::schema_for!(Trend));
    let comparator = schema(schemars::schema_for!(Comparator));
    let points: [(i32, Measure); 3] = [
        (2019, published("98.50").into()),
        (2020, Rate::new(1, 3).into()),
        (2021, Rate::new(0, 0).into()),
    ];
    let years = Trend::new(points.map(|(ending, value)| (year(ending), value))).unwrap();
    assert!(trend.is_valid(&json!(years)));
    for basis in [Basis::England, Basis::Region("London".into())] {
        for value in [Measure::Count(7), Measure::PerHead("70.5".parse().unwrap())] {
            assert!(comparator.is_valid(&json!(Comparator::new(basis.clone(), value).unwrap())));
        }
    }
    let refused: [Value; 5] = [
        json!({"basis": "england", "value": {"per_head": "-1"}}),
        json!({"basis": "england", "value": {"percentage": {"published": "100.5"}}}),
        json!({"basis": "wales", "value": {"count": 7}}),
        json!({"basis": "england", "value": {"counts": 7}}),
        json!({"basis": "england", "value": {"count": 7}, "colour": "red"}),
    ];
    assert!(refused.iter().all(|document| !comparator.is_valid(document)));
    assert!(!trend.is_valid(&json!([{"year": 2020}])));
}

/// What the page of the JSON shows is read, and written back the same.
#[cfg(feature = "serde")]
#[test]
fn the_examples_of_the_page() {
    use iro_handbook::report::Comparator;
    use serde_json::{Value, from_value, json};

    let page = include_str!("../../../docs/JSON.md");
    let example = |heading: &str| -> Value {
        let section = page.split_once(&format!("\n## {heading}\n")).unwrap().1;
        let block = section.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
        serde_json::from_str(block).unwrap()
    };
    let comparator = example("Comparator");
    assert_eq!(json!(from_value::<Comparator>(comparator.clone()).unwrap()), comparator);
    let trend = example("Trend");
    assert_eq!(json!(from_value::<Trend>(trend.clone()).unwrap()), trend);
}
