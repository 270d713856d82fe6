//! Comparators: "no figure is coloured good or bad unless it has a target and a direction".

use super::published;
use iro_handbook::report::{Basis, Comparator, Direction, Measure, PerHead, Rate, Standing};

fn per_head(text: &str) -> PerHead {
    text.parse().unwrap()
}

#[test]
fn a_target_is_met_or_missed() {
    use Direction::{AtLeast, AtMost};
    use Standing::{Met, Missed};
    for (direction, target, value, standing, text) in [
        (AtLeast, "97", "99", Met, "met by 2 percentage points"),
        (AtLeast, "97", "97", Met, "met exactly"),
        (AtLeast, "97", "95.5", Missed, "missed by 1.5 percentage points"),
        (AtLeast, "97", "96", Missed, "missed by 1 percentage point"),
        (AtMost, "10", "8", Met, "met by 2 percentage points"),
        (AtMost, "10", "10", Met, "met exactly"),
        (AtMost, "10", "12.5", Missed, "missed by 2.5 percentage points"),
    ] {
        let comparison =
            Comparator::target(direction, published(target)).compare(published(value)).unwrap();
        assert_eq!((comparison.standing(), comparison.to_string().as_str()), (standing, text));
    }
}

/// 96.95 % prints as 97.0 % and is below 97 %.
#[test]
fn the_verdict_goes_by_the_exact_values() {
    let target = Comparator::target(Direction::AtLeast, published("97"));
    let comparison = target.compare(Rate::new(1_939, 2_000)).unwrap();
    assert_eq!(comparison.standing(), Standing::Missed);
    assert_eq!(format!("{comparison:.0}"), "missed by less than 1 percentage point");
    assert_eq!(format!("{comparison:.2}"), "missed by 0.05 percentage points");
}

/// "More disputes raised is not worse."
#[test]
fn nothing_else_has_a_verdict() {
    let (figure, other) = (Measure::Count(30), Measure::Count(20));
    for basis in [
        Basis::PreviousYear,
        Basis::England,
        Basis::Region("the North West".into()),
        Basis::StatisticalNeighbours,
    ] {
        for (a, b) in [(figure, other), (other, figure), (figure, figure)] {
            let comparison = Comparator::new(basis.clone(), a).unwrap().compare(b).unwrap();
            assert_eq!(comparison.standing(), Standing::None);
        }
    }
}

#[test]
fn in_words() {
    let said =
        |comparator: Comparator, value: Measure| comparator.compare(value).unwrap().to_string();
    let region = |value| Comparator::new(Basis::Region("the North West".into()), value).unwrap();
    for (text, expected) in [
        (
            said(Comparator::england(published("90")), published("99").into()),
            "9 percentage points above England",
        ),
        (
            said(Comparator::england(published("99.5")), published("99").into()),
            "0.5 percentage points below England",
        ),
        (
            said(Comparator::previous_year(Measure::Count(1_500)), Measure::Count(0)),
            "1,500 below the previous year",
        ),
        (said(region(Measure::Count(4)), Measure::Count(4)), "the same as the North West"),
        (said(region(Measure::Count(3)), Measure::Count(4)), "1 above the North West"),
        (
            said(Comparator::statistical_neighbours(per_head("65.5")), per_head("82").into()),
            "16.5 above statistical neighbours",
        ),
        (
            said(Comparator::target(Direction::AtMost, per_head("70")), per_head("82").into()),
            "missed by 12",
        ),
    ] {
        assert_eq!(text, expected);
    }
}

#[test]
fn of_nothing_nothing_is_said() {
    let target = Comparator::target(Direction::AtLeast, published("97"));
    let comparison = target.compare(Rate::new(0, 0)).unwrap();
    assert_eq!(comparison.standing(), Standing::None);
    assert_eq!(comparison.to_string(), "not applicable");
}

#[test]
fn unlike_units_are_refused_and_both_named() {
    let values = [Measure::Count(3), published("3").into(), per_head("3").into()];
    for a in values {
        for b in values.into_iter().filter(|b| b.unit() != a.unit()) {
            let error = Comparator::england(a).compare(b).unwrap_err();
            assert!(error.is_contradiction());
            let text = error.to_string();
            assert!(text.contains(a.unit()) && text.contains(b.unit()), "{text}");
        }
    }
}

#[cfg(feature = "serde")]
mod json {
    use super::*;
    use serde_json::{from_value, json, to_value};

    #[test]
    fn there_and_back() {
        for (comparator, form) in [
            (
                Comparator::target(Direction::AtLeast, published("97.0")),
                json!({"basis": {"target": "at_least"}, "value": {"percentage": {"published": "97.0"}}}),
            ),
            (
                Comparator::previous_year(Rate::new(3, 4)),
                json!({
                    "basis": "previous_year",
                    "value": {"percentage": {"exact": {"numerator": 3, "denominator": 4}}},
                }),
            ),
            (
                Comparator::new(Basis::Region("London".into()), per_head("70.50")).unwrap(),
                json!({"basis": {"region": "London"}, "value": {"per_head": "70.50"}}),
            ),
            (
                Comparator::statistical_neighbours(Measure::Count(7)),
                json!({"basis": "statistical_neighbours", "value": {"count": 7}}),
            ),
        ] {
            assert_eq!(to_value(&comparator).unwrap(), form);
            assert_eq!(from_value::<Comparator>(form).unwrap(), comparator);
        }
    }

    #[test]
    fn checked_on_the_way_in() {
        for form in [
            json!({"basis": {"region": " "}, "value": {"count": 7}}),
            json!({"basis": "target", "value": {"count": 7}}),
            json!({"basis": "england", "value": {"percentage": {"published": "101"}}}),
            json!({"basis": "england", "value": {"percentage": {"published": 97.5}}}),
            json!({"basis": "england", "value": {"per_head": "-1"}}),
            json!({"basis": "england", "value": {"count": 7}, "colour": "red"}),
            json!({"basis": "england"}),
        ] {
            assert!(from_value::<Comparator>(form.clone()).is_err(), "{form}");
        }
    }
}
