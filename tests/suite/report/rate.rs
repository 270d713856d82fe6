//! Percentages: "derived from these counts at the moment of printing, halves rounded away from zero, and
//! never without the two counts beside them".

use iro_handbook::report::{Rate, RateRange};

#[test]
fn published_figures() {
    for (numerator, denominator, text) in [
        (1_467, 1_600, "91.7 % (1,467 of 1,600)"),
        (31_500, 35_090, "89.8 % (31,500 of 35,090)"),
        (58_670, 72_100, "81.4 % (58,670 of 72,100)"),
    ] {
        assert_eq!(format!("{:.1}", Rate::new(numerator, denominator)), text);
    }
    assert_eq!(Rate::new(58_670, 72_100).to_string(), "81 % (58,670 of 72,100)");
}

/// Halves that are exact in tenths and not in binary: away from zero, not to even.
#[test]
fn halves() {
    for (numerator, denominator, whole, tenths) in [
        (1, 8, "13", "12.5"),
        (1, 40, "3", "2.5"),
        (1, 200, "1", "0.5"),
        (3, 200, "2", "1.5"),
        (145, 1_000, "15", "14.5"),
        (1_449, 10_000, "14", "14.5"),
        (1_445, 10_000, "14", "14.5"),
        (1_444, 10_000, "14", "14.4"),
        (2_225, 10_000, "22", "22.3"),
        (1, 3, "33", "33.3"),
        (2, 3, "67", "66.7"),
        (199, 200, "100", "99.5"),
    ] {
        let rate = Rate::new(numerator, denominator);
        assert_eq!(rate.percent(0).unwrap().to_string(), whole, "{rate}");
        assert_eq!(rate.percent(1).unwrap().to_string(), tenths, "{rate}");
    }
}

/// "A zero denominator is "not applicable", not 0 %."
#[test]
fn nothing_to_divide_by() {
    assert_eq!(Rate::new(0, 0).percent(1), None);
    assert_eq!(Rate::new(0, 0).to_string(), "not applicable (0 of 0)");
    assert_eq!(Rate::new(0, 5).to_string(), "0 % (0 of 5)");
    assert_eq!(RateRange::new(Rate::new(0, 0), 0).to_string(), "not applicable");
    assert_eq!(RateRange::new(Rate::new(0, 0), 3).to_string(), "0 % to 100 %");
}

/// Neither all nor none where it is not all and not none.
#[test]
fn the_ends_are_marked() {
    for (numerator, text) in [
        (0, "0 % (0 of 1,000)"),
        (4, "over 0 % (4 of 1,000)"),
        (5, "1 % (5 of 1,000)"),
        (994, "99 % (994 of 1,000)"),
        (995, "under 100 % (995 of 1,000)"),
        (999, "under 100 % (999 of 1,000)"),
        (1_000, "100 % (1,000 of 1,000)"),
    ] {
        assert_eq!(Rate::new(numerator, 1_000).to_string(), text);
    }
    assert_eq!(format!("{:.1}", Rate::new(999, 1_000)), "99.9 % (999 of 1,000)");
    assert_eq!(format!("{:.1}", Rate::new(9_999, 10_000)), "under 100.0 % (9,999 of 10,000)");
}

#[test]
fn thousands() {
    for (count, text) in [
        (1, "1"),
        (999, "999"),
        (1_000, "1,000"),
        (12_345, "12,345"),
        (999_999, "999,999"),
        (1_234_567, "1,234,567"),
    ] {
        assert_eq!(Rate::new(count, count).to_string(), format!("100 % ({text} of {text})"));
    }
}

/// No count is too large: neither for the percentage nor for the range.
#[test]
fn the_largest_counts() {
    let rate = Rate::new(u64::MAX, u64::MAX);
    assert_eq!(rate.percent(2).unwrap().to_string(), "100.00");
    let range = RateRange::new(rate, u64::MAX);
    assert_eq!(range.lowest(), rate);
    assert_eq!(range.highest(), rate);
}

#[test]
fn a_range() {
    let range = RateRange::new(Rate::new(346, 764), 669);
    assert_eq!(range.to_string(), "24 % to 71 %");
    assert_eq!(format!("{range:.1}"), "24.1 % to 70.8 %");
}
