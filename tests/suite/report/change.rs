//! Annual report, section 4: "The change of a percentage is in percentage points; the change of a count is
//! in per cent. The words say which."

use super::published;
use iro_handbook::report::{
    Change, CountChange, Measure, PerHead, PerHeadChange, PointChange, Rate,
};

#[test]
fn counts_change_in_numbers_and_per_cent() {
    for (from, to, whole, tenths) in [
        (166, 180, "up 14 (8 %)", "up 14 (8.4 %)"),
        (180, 166, "down 14 (8 %)", "down 14 (7.8 %)"),
        (7, 7, "no change", "no change"),
        (0, 0, "no change", "no change"),
        (0, 3, "up 3 (in per cent not applicable)", "up 3 (in per cent not applicable)"),
        (3, 0, "down 3 (100 %)", "down 3 (100.0 %)"),
        (1_000, 1, "down 999 (under 100 %)", "down 999 (99.9 %)"),
        (1_000, 1_999, "up 999 (100 %)", "up 999 (99.9 %)"),
        (1_000, 2_500, "up 1,500 (150 %)", "up 1,500 (150.0 %)"),
        (1_000, 1_004, "up 4 (less than 1 %)", "up 4 (0.4 %)"),
        (100_000, 100_001, "up 1 (less than 1 %)", "up 1 (less than 0.1 %)"),
    ] {
        let change = CountChange::new(from, to);
        assert_eq!(change.to_string(), whole);
        assert_eq!(format!("{change:.1}"), tenths);
    }
}

#[test]
fn percentages_change_in_points() {
    for (from, to, text) in [
        ("90", "99", "up 9 percentage points"),
        ("67.5", "41.8", "down 25.7 percentage points"),
        ("98", "97", "down 1 percentage point"),
        ("98.0", "97", "down 1.0 percentage points"),
        ("97", "97.0", "no change"),
        ("97", "97.25", "up 0.25 percentage points"),
    ] {
        assert_eq!(PointChange::new(published(from), published(to)).to_string(), text);
    }
    let change = PointChange::new(published("97"), published("97.25"));
    assert_eq!(format!("{change:.0}"), "up less than 1 percentage point");
    assert_eq!(format!("{change:.1}"), "up 0.3 percentage points", "a half, away from nought");
    let change = PointChange::new(published("97.25"), published("97"));
    assert_eq!(format!("{change:.1}"), "down 0.3 percentage points");
    assert_eq!(change.points(1).unwrap().to_string(), "-0.3");
}

/// 1 of 3 is 33.3 and 2 of 3 is 66.7: their difference is 33.3 and not 33.4.
#[test]
fn exact_rates_are_subtracted_before_they_are_rounded() {
    let exact = PointChange::new(Rate::new(1, 3), Rate::new(2, 3));
    assert_eq!(format!("{exact:.1}"), "up 33.3 percentage points");
    let printed = PointChange::new(published("33.3"), published("66.7"));
    assert_eq!(printed.to_string(), "up 33.4 percentage points");
    // A published one counts as it was printed, the exact one beside it as it is.
    let mixed = PointChange::new(published("33.3"), Rate::new(2, 3));
    assert_eq!(mixed.points(2).unwrap().to_string(), "33.37");
}

/// Two rates that print alike are not alike.
#[test]
fn a_small_change_is_not_none() {
    let change = PointChange::new(Rate::new(1, 3), Rate::new(334, 1_000));
    assert_eq!(change.to_string(), "up less than 1 percentage point");
    assert_eq!(format!("{change:.1}"), "up 0.1 percentage points");
    let same = PointChange::new(Rate::new(1, 3), Rate::new(334, 1_002));
    assert_eq!(same.to_string(), "no change");
}

#[test]
fn relatively() {
    let relative = |from, to, decimals| {
        let change = PointChange::new(published(from), published(to));
        change.relative_percent(decimals).map(|percent| percent.to_string())
    };
    assert_eq!(relative("65", "82", 1).as_deref(), Some("26.2"));
    assert_eq!(relative("67.5", "41.8", 1).as_deref(), Some("-38.1"));
    assert_eq!(relative("0", "41.8", 1), None);
}

#[test]
fn of_nothing_there_is_no_change() {
    let change = PointChange::new(Rate::new(0, 0), Rate::new(1, 2));
    assert_eq!((change.points(0), change.relative_percent(0)), (None, None));
    assert_eq!(change.to_string(), "not applicable");
}

#[test]
fn numbers_per_head() {
    let number = |text: &str| text.parse::<PerHead>().unwrap();
    let change = PerHeadChange::new(number("70"), number("82"));
    assert_eq!(format!("{change:.1}"), "up 12.0 (17.1 %)");
    let change = PerHeadChange::new(number("82.5"), number("82"));
    assert_eq!(change.to_string(), "down 0.5 (0.6 %)");
    assert_eq!(
        format!("{:.0}", PerHeadChange::new(number("82.1"), number("82"))),
        "down less than 1 (less than 1 %)"
    );
}

/// Nothing is lost at the ends of 64 bits.
#[test]
fn the_largest_counts() {
    let most = u64::MAX;
    assert_eq!(CountChange::new(0, most).difference(), i128::from(most));
    assert_eq!(CountChange::new(most, 0).difference(), -i128::from(most));
    assert_eq!(CountChange::new(1, most).percent(0).unwrap().to_string(), "1844674407370955161400");
    assert_eq!(
        CountChange::new(1, most).to_string(),
        "up 18,446,744,073,709,551,614 (1,844,674,407,370,955,161,400 %)"
    );
    assert_eq!(format!("{:.1}", CountChange::new(7, 1_240)), "up 1,233 (17,614.3 %)");
    assert_eq!(CountChange::new(most, most - 1).to_string(), "down 1 (less than 1 %)");
    // n-1 of n to n-2 of n.
    let change = PointChange::new(Rate::new(most - 1, most), Rate::new(most - 2, most));
    assert_eq!(change.to_string(), "down less than 1 percentage point");
    let change = PointChange::new(Rate::new(1, most), Rate::new(most, 1));
    assert_eq!(change.points(0).unwrap().to_string(), "1844674407370955161500");
    assert_eq!(change.relative_percent(7), None, "no decimal has so many digits");
}

#[test]
fn unlike_units_do_not_mix() {
    let error = Change::between(Measure::Count(3), published("3")).unwrap_err();
    assert!(error.is_contradiction());
    let text = error.to_string();
    assert!(text.contains("a count") && text.contains("a percentage"), "{text}");
    let per_head = Measure::PerHead("3".parse().unwrap());
    assert!(Change::between(per_head, Measure::Count(3)).is_err());
    assert!(Change::between(published("3"), per_head).is_err());
}

#[test]
fn what_no_publication_can_print_is_no_percentage() {
    for text in
        ["-1", "100.1", "1e2", "", "97,5", "097", "+97", ".5", "97 %", "0.12345678", "-0", "9_7"]
    {
        let read = text.parse::<iro_handbook::report::PublishedPercentage>();
        assert!(read.unwrap_err().is_unknown_code(), "{text}");
    }
    for text in ["0", "100", "100.0000000", "0.5", "97.50"] {
        assert_eq!(published(text).to_string(), format!("{text} %"));
    }
}
