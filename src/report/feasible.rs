//! Which counts could stand behind a percentage that somebody printed.

use super::Rate;
use super::exact::HUNDREDFOLD;
use core::ops::RangeInclusive;
use rust_decimal::Decimal;

/// The counts that round to a published percentage, from the first to the last without a gap. None at
/// all means that percentage and denominator contradict each other.
///
/// ```
/// use iro_handbook::report::feasible_numerators;
///
/// let counts = feasible_numerators(460, "97".parse().unwrap(), 0);
/// assert_eq!((counts.first(), counts.last(), counts.len()), (Some(444), Some(448), 5));
/// assert!(counts.contains(446) && !counts.contains(449));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FeasibleNumerators(Option<(u64, u64)>);

impl FeasibleNumerators {
    /// The least count; none where no count is feasible.
    ///
    /// ```
    /// # use iro_handbook::report::feasible_numerators;
    /// assert_eq!(feasible_numerators(376, "81".parse().unwrap(), 0).first(), Some(303));
    /// ```
    #[must_use]
    pub fn first(&self) -> Option<u64> {
        self.0.map(|(first, _)| first)
    }

    /// The greatest count; none where no count is feasible.
    ///
    /// ```
    /// # use iro_handbook::report::feasible_numerators;
    /// assert_eq!(feasible_numerators(376, "81".parse().unwrap(), 0).last(), Some(306));
    /// ```
    #[must_use]
    pub fn last(&self) -> Option<u64> {
        self.0.map(|(_, last)| last)
    }

    /// How many counts there are.
    ///
    /// ```
    /// # use iro_handbook::report::feasible_numerators;
    /// assert_eq!(feasible_numerators(1_600, "91.7".parse().unwrap(), 1).len(), 1);
    /// ```
    #[must_use]
    pub fn len(&self) -> u64 {
        // A percentage of 0 to 100 with any decimals never leaves all 2^64 counts.
        self.0.map_or(0, |(first, last)| last.saturating_sub(first).saturating_add(1))
    }

    /// Whether no count is feasible: the publication contradicts itself.
    ///
    /// ```
    /// # use iro_handbook::report::feasible_numerators;
    /// assert!(feasible_numerators(3, "50".parse().unwrap(), 0).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Whether a count is one of them.
    ///
    /// ```
    /// # use iro_handbook::report::feasible_numerators;
    /// assert!(feasible_numerators(3, "33".parse().unwrap(), 0).contains(1));
    /// ```
    #[must_use]
    pub fn contains(&self, count: u64) -> bool {
        self.0.is_some_and(|(first, last)| (first..=last).contains(&count))
    }

    /// The counts in order.
    ///
    /// ```
    /// # use iro_handbook::report::feasible_numerators;
    /// let counts = feasible_numerators(376, "81".parse().unwrap(), 0);
    /// assert_eq!(counts.iter().collect::<Vec<_>>(), [303, 304, 305, 306]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = u64> + use<> {
        self.into_iter()
    }
}

impl IntoIterator for &FeasibleNumerators {
    type Item = u64;
    type IntoIter = core::iter::Flatten<core::option::IntoIter<RangeInclusive<u64>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.map(|(first, last)| first..=last).into_iter().flatten()
    }
}

/// Which counts of a denominator could stand behind a percentage published with so many decimals, if it
/// was rounded with halves away from zero.
///
/// None where there is no such count: the publication contradicts itself. None of nothing, either, nor
/// for a percentage below 0 or above 100, nor for one that has more decimals than it is said to be
/// printed with.
///
/// ```
/// use iro_handbook::report::feasible_numerators;
///
/// let counts = feasible_numerators(1_600, "91.7".parse().unwrap(), 1);
/// assert_eq!((counts.first(), counts.last()), (Some(1_467), Some(1_467)));
/// assert!(feasible_numerators(7, "50".parse().unwrap(), 0).is_empty());
/// ```
#[must_use]
pub fn feasible_numerators(
    denominator: u64,
    percent: Decimal,
    decimals: u32,
) -> FeasibleNumerators {
    FeasibleNumerators(range(denominator, percent, decimals))
}

fn range(denominator: u64, percent: Decimal, decimals: u32) -> Option<(u64, u64)> {
    let printed = scaled(percent, decimals)?;
    let digits = HUNDREDFOLD.saturating_add(decimals);
    let shown = |count| Rate::new(count, denominator).fraction()?.ratio().shifted(digits);
    // What is printed only grows with the count.
    let first = first_where(denominator, |count| shown(count).is_some_and(|s| s >= printed))?;
    if shown(first) != Some(printed) {
        return None;
    }
    let beyond = first_where(denominator, |count| shown(count).is_some_and(|s| s > printed));
    Some((first, beyond.map_or(denominator, |beyond| beyond.saturating_sub(1))))
}

/// A percentage of 0 to 100 as a whole number of its last decimal; none where it is not one.
fn scaled(percent: Decimal, decimals: u32) -> Option<u128> {
    let percent = percent.normalize();
    if decimals > Decimal::MAX_SCALE || percent > Decimal::ONE_HUNDRED {
        return None;
    }
    let zeros = decimals.checked_sub(percent.scale())?;
    u128::try_from(percent.mantissa()).ok()?.checked_mul(10_u128.checked_pow(zeros)?)
}

/// The least count up to the most for which the test is true, if it stays true from there on.
fn first_where(most: u64, test: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low.midpoint(high);
        if test(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    test(low).then_some(low)
}

/// Whether these percentages, all published with so many decimals, can be the parts of one whole that
/// add up to it: for each the counts that it can have beside the others. None where they cannot: the
/// publication contradicts itself.
///
/// ```
/// use iro_handbook::report::feasible_split;
///
/// let percents = |texts: [&str; 2]| texts.map(|text| text.parse().unwrap());
/// assert_eq!(feasible_split(146, &percents(["46", "55"]), 0), None);
/// let parts = feasible_split(146, &percents(["45", "55"]), 0).unwrap();
/// // 80 of 146 would be 55 % as well, but then the other would be 66 of 146, and 66 is 45 %.
/// assert_eq!(parts[0].iter().collect::<Vec<_>>(), [65, 66]);
/// assert_eq!(parts[1].iter().collect::<Vec<_>>(), [80, 81]);
/// ```
#[must_use]
pub fn feasible_split(
    denominator: u64,
    percents: &[Decimal],
    decimals: u32,
) -> Option<Vec<FeasibleNumerators>> {
    let ranges: Vec<(u64, u64)> = percents
        .iter()
        .map(|percent| range(denominator, *percent, decimals))
        .collect::<Option<_>>()?;
    let sum = |end: fn(&(u64, u64)) -> u64| {
        ranges.iter().map(|range| u128::from(end(range))).fold(0, u128::saturating_add)
    };
    let (least, most) = (sum(|range| range.0), sum(|range| range.1));
    let whole = u128::from(denominator);
    if denominator == 0 || !(least..=most).contains(&whole) {
        return None;
    }
    // How far the others can be from giving this part its first or its last count.
    let (above_least, below_most) = (whole.saturating_sub(least), most.saturating_sub(whole));
    let narrowed = |(first, last): (u64, u64)| {
        let up = u64::try_from(above_least).unwrap_or(u64::MAX);
        let down = u64::try_from(below_most).unwrap_or(u64::MAX);
        let range = (last.saturating_sub(down).max(first), first.saturating_add(up).min(last));
        FeasibleNumerators(Some(range))
    };
    Some(ranges.into_iter().map(narrowed).collect())
}
