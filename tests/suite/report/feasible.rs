//! Which counts could stand behind a published percentage, against all counts one by one.

use iro_handbook::report::{FeasibleNumerators, feasible_numerators, feasible_split};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// What so many of so many print as: the exact percentage in units of the last decimal, halves up.
fn printed(count: u128, of: u128, decimals: u32) -> u128 {
    let shifted = count * 100 * 10_u128.pow(decimals);
    let (whole, rest) = (shifted / of, shifted % of);
    whole + u128::from(2 * rest >= of)
}

fn brute(of: u64, units: i64, decimals: u32) -> Vec<u64> {
    (0..=of)
        .filter(|count| {
            i128::try_from(printed((*count).into(), of.into(), decimals)) == Ok(units.into())
        })
        .collect()
}

fn percent(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Every denominator up to 130, every percentage that can be printed and some that cannot.
#[test]
fn as_all_counts_one_by_one() {
    for decimals in 0..=2_u32 {
        let hundred = 100 * 10_i64.pow(decimals);
        for of in (1..=130_u64).filter(|of| decimals < 2 || of % 7 == 3) {
            let mut by_percent = vec![Vec::new(); usize::try_from(hundred).unwrap() + 1];
            for count in 0..=of {
                let at = printed(count.into(), of.into(), decimals);
                by_percent[usize::try_from(at).unwrap()].push(count);
            }
            for (units, expected) in by_percent.iter().enumerate() {
                let asked = Decimal::new(i64::try_from(units).unwrap(), decimals);
                let found = feasible_numerators(of, asked, decimals);
                assert!(found.iter().eq(expected.iter().copied()), "{asked} % of {of}: {found:?}");
                assert_eq!(found.len(), expected.len() as u64);
                assert_eq!(found.is_empty(), expected.is_empty());
                assert_eq!(
                    (found.first(), found.last()),
                    (expected.first().copied(), expected.last().copied())
                );
            }
            for units in [-1, hundred + 1] {
                assert!(
                    feasible_numerators(of, Decimal::new(units, decimals), decimals).is_empty()
                );
            }
        }
    }
}

#[test]
fn any_input_has_an_answer() {
    for (of, asked, decimals) in [
        (0, "0", 0),
        (0, "100", 0),
        (10, "-0.0001", 4),
        (10, "100.1", 1),
        (10, "50.5", 0),
        (10, "79228162514264337593543950335", 0),
        (10, "-79228162514264337593543950335", 28),
        (10, "50", 29),
        (10, "50", u32::MAX),
    ] {
        let found = feasible_numerators(of, percent(asked), decimals);
        assert!(found.is_empty() && !found.contains(0) && found.iter().next().is_none(), "{asked}");
        assert_eq!((found.len(), found.first(), found.last()), (0, None, None));
    }
    // The same percentage, however many noughts it is written with.
    assert_eq!(
        feasible_numerators(8, percent("50.00"), 0),
        feasible_numerators(8, percent("50"), 0)
    );
    assert!(feasible_numerators(8, percent("50"), 28).contains(4));
}

/// 0.5 % and more prints as 1 %; below 2^64 - 1 all counts can be named.
#[test]
fn the_largest_denominator() {
    let all = feasible_numerators(u64::MAX, percent("100"), 0);
    assert_eq!(all.last(), Some(u64::MAX));
    let first = all.first().unwrap();
    let parts = u128::from(u64::MAX);
    assert!(u128::from(first) * 1000 >= parts * 995 && u128::from(first - 1) * 1000 < parts * 995);
    assert_eq!(feasible_numerators(u64::MAX, percent("100"), 28).len(), 1);
}

/// Whether any choice of counts adds up, and which counts each part then has.
fn brute_split(of: u64, units: &[i64], decimals: u32) -> Option<Vec<Vec<u64>>> {
    fn choices(parts: &[Vec<u64>], left: u64) -> Vec<Vec<u64>> {
        let Some((first, rest)) = parts.split_first() else {
            return if left == 0 { vec![vec![]] } else { vec![] };
        };
        let with = |count: u64| {
            let others = left.checked_sub(count).map(|left| choices(rest, left));
            let others = others.unwrap_or_default().into_iter();
            others.map(move |others| [vec![count], others].concat())
        };
        first.iter().flat_map(|count| with(*count)).collect()
    }
    let parts: Vec<Vec<u64>> = units.iter().map(|units| brute(of, *units, decimals)).collect();
    let found = choices(&parts, of);
    (!found.is_empty()).then(|| {
        (0..units.len())
            .map(|part| {
                let mut counts: Vec<u64> = found.iter().map(|choice| choice[part]).collect();
                counts.sort_unstable();
                counts.dedup();
                counts
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn a_split_as_all_choices_one_by_one(
        of in 1_u64..300, first in 0_i64..=60, second in 0_i64..=60, off in -1_i64..=2,
    ) {
        let units = [first, second, (100 - first - second + off).max(0)];
        let percents = units.map(Decimal::from);
        let found = feasible_split(of, &percents, 0);
        let found = found.map(|parts| parts.iter().map(|part| part.iter().collect()).collect());
        prop_assert_eq!(found, brute_split(of, &units, 0));
    }

    #[test]
    fn the_count_that_was_printed_is_always_among_them(of in 1_u64.., part in 0.0..=1.0, decimals in 0_u32..=7) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let count = ((of as f64 * part) as u64).min(of);
        let shown = iro_handbook::report::Rate::new(count, of).percent(decimals).unwrap();
        prop_assert!(feasible_numerators(of, shown, decimals).contains(count));
    }
}

#[test]
fn no_split_of_nothing_and_none_into_nothing() {
    assert_eq!(feasible_split(0, &[], 0), None);
    assert_eq!(feasible_split(5, &[], 0), None);
    assert_eq!(feasible_split(0, &[percent("100")], 0), None);
    let whole = feasible_split(5, &[percent("100")], 0).unwrap();
    assert!(whole.iter().flat_map(FeasibleNumerators::iter).eq([5]));
    // 33 % three times is a whole of 3, and of 99; of 100 a hundredth lacks.
    let third = [percent("33"); 3];
    assert!(feasible_split(3, &third, 0).is_some());
    assert!(feasible_split(100, &third, 0).is_none());
}
