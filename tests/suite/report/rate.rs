//! Percentages: "derived from these counts at the moment of printing, halves rounded away from zero, and
//! never without the two counts beside them".

use iro_handbook::report::{Rate, RateRange};
use proptest::prelude::*;

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

/// Long division on paper: the digits one after the other, then the half. With 64 bits above and below
/// nothing overflows 128.
fn on_paper(numerator: u64, denominator: u64, decimals: u32) -> u128 {
    let (top, bottom) = (u128::from(numerator) * 100, u128::from(denominator));
    let (mut quotient, mut rest) = (top / bottom, top % bottom);
    for _ in 0..decimals {
        rest *= 10;
        quotient = quotient * 10 + rest / bottom;
        rest %= bottom;
    }
    if rest * 2 >= bottom { quotient + 1 } else { quotient }
}

/// A count of any size, and its ends more often than chance.
fn count() -> impl Strategy<Value = u64> {
    prop_oneof![
        any::<u64>(),
        0..2_000_u64,
        any::<u32>().prop_map(u64::from),
        (0..3_u64).prop_map(|less| u64::MAX - less),
    ]
}

proptest! {
    #[test]
    fn rounded_as_on_paper(a in count(), b in count(), decimals in 0..=7_u32) {
        prop_assume!(b > 0);
        let percent = Rate::new(a, b).percent(decimals).unwrap();
        prop_assert_eq!(percent.scale(), decimals);
        prop_assert_eq!(u128::try_from(percent.mantissa()).unwrap(), on_paper(a, b, decimals));
    }

    /// Halves: an odd number of two-hundredths, of any size.
    #[test]
    fn halves_go_away_from_zero(odd in 0..100_u64, times in 1..(u64::MAX / 200)) {
        let rate = Rate::new((2 * odd + 1) * times, 200 * times);
        prop_assert_eq!(rate.percent(0).unwrap().to_string(), (odd + 1).to_string());
        let just_below = Rate::new((2 * odd + 1) * times - 1, 200 * times);
        if times > 1 {
            prop_assert_eq!(just_below.percent(0).unwrap().to_string(), odd.to_string());
        }
    }

    /// "A rounding never turns n-1 of n into 100 %, nor 1 of n into 0 %, unmarked."
    #[test]
    fn the_ends_are_never_reached_unmarked(n in 2_u64.., decimals in 0..=7_u32) {
        let text = |numerator| Rate::new(numerator, n).percent_text(decimals);
        let (all, nothing) = (text(n), text(0));
        prop_assert!(text(n - 1) != all && text(1) != nothing);
        let (last, first) = (Rate::new(n - 1, n), Rate::new(1, n));
        prop_assert_eq!(last.rounds_to_all(decimals), text(n - 1) == format!("under {all}"));
        prop_assert_eq!(first.rounds_to_nothing(decimals), text(1) == format!("over {nothing}"));
        prop_assert!(!Rate::new(n, n).rounds_to_all(decimals));
        prop_assert!(!Rate::new(0, n).rounds_to_nothing(decimals));
    }
}

/// What 28 digits cannot tell apart, two counts can: a half less one part in 2^63 is below a half.
#[test]
fn no_digit_is_lost() {
    let half = u64::MAX / 2;
    // 2^64 - 1 is odd, so this is just below 50 %, and 0.5 of its last printed digit away from nothing.
    assert_eq!(Rate::new(half, u64::MAX).percent(7).unwrap().to_string(), "50.0000000");
    let n = u64::MAX / 200 * 200;
    assert_eq!(Rate::new(n / 200, n).percent(0).unwrap().to_string(), "1");
    assert_eq!(Rate::new(n / 200 - 1, n).percent(0).unwrap().to_string(), "0");
    assert_eq!(
        Rate::new(u64::MAX, 1).percent(9).unwrap().to_string(),
        "1844674407370955161500.0000000"
    );
}

/// "An annual rate is worked from the year's counts, never as the mean of quarters."
#[test]
fn a_year_is_not_the_mean_of_its_quarters() {
    let quarters = [Rate::new(9, 10), Rate::new(70, 100), Rate::new(80, 100), Rate::new(9, 10)];
    // 168 of 220 is 76.4 %; the mean of 90, 70, 80 and 90 is 82.5.
    let year = Rate::of_parts(quarters).unwrap();
    assert_eq!(format!("{year:.1}"), "76.4 % (168 of 220)");
    // A quarter with nothing in it changes nothing.
    assert_eq!(Rate::of_parts(quarters.into_iter().chain([Rate::new(0, 0)])), Some(year));
    assert_eq!(Rate::of_parts([]), Some(Rate::new(0, 0)));
    assert_eq!(Rate::of_parts([Rate::new(0, u64::MAX), Rate::new(0, 1)]), None);
    assert_eq!(Rate::of_parts([Rate::new(u64::MAX, 9), Rate::new(1, 1)]), None);
}
