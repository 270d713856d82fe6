//! The only road to a percentage.

use core::fmt;
use rust_decimal::{Decimal, RoundingStrategy};

/// So many of so many: a percentage that never stands without its two counts.
///
/// The percentage is worked out exactly and rounded once, halves away from zero. Of nothing there is
/// no percentage: it is not applicable, and not 0 %.
///
/// ```
/// use iro_handbook::report::Rate;
///
/// let rate = Rate::new(1467, 1600);
/// assert_eq!(rate.percent(1).unwrap().to_string(), "91.7");
/// assert_eq!(rate.to_string(), "92 % (1,467 of 1,600)");
/// assert_eq!(format!("{rate:.1}"), "91.7 % (1,467 of 1,600)");
/// assert_eq!(Rate::new(0, 0).to_string(), "not applicable (0 of 0)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Rate {
    numerator: u64,
    denominator: u64,
}

impl Rate {
    /// So many of so many.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Rate::new(3, 4).percent(0).unwrap().to_string(), "75");
    /// ```
    #[must_use]
    pub const fn new(numerator: u64, denominator: u64) -> Self {
        Self { numerator, denominator }
    }

    /// The count of those that are.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Rate::new(3, 4).numerator(), 3);
    /// ```
    #[must_use]
    pub const fn numerator(&self) -> u64 {
        self.numerator
    }

    /// The count of those that could be.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Rate::new(3, 4).denominator(), 4);
    /// ```
    #[must_use]
    pub const fn denominator(&self) -> u64 {
        self.denominator
    }

    /// The percentage with so many decimals, halves away from zero; none where the denominator is
    /// zero. At most ten decimals are given.
    ///
    /// ```
    /// use iro_handbook::report::Rate;
    ///
    /// assert_eq!(Rate::new(1, 8).percent(1).unwrap().to_string(), "12.5");
    /// assert_eq!(Rate::new(1, 8).percent(0).unwrap().to_string(), "13");
    /// assert_eq!(Rate::new(0, 0).percent(0), None);
    /// ```
    #[must_use]
    pub fn percent(&self, decimals: u32) -> Option<Decimal> {
        let decimals = decimals.min(10);
        let hundred = Decimal::from(self.numerator).checked_mul(Decimal::ONE_HUNDRED)?;
        let exact = hundred.checked_div(Decimal::from(self.denominator))?;
        let mut rounded =
            exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(decimals);
        Some(rounded)
    }

    /// The percentage as text with so many decimals. One that would round to 100 % or 0 % without being
    /// it is marked "under" or "over"; of nothing it is "not applicable".
    ///
    /// ```
    /// use iro_handbook::report::Rate;
    ///
    /// assert_eq!(Rate::new(873, 926).percent_text(1), "94.3 %");
    /// assert_eq!(Rate::new(1999, 2000).percent_text(1), "under 100.0 %");
    /// assert_eq!(Rate::new(0, 0).percent_text(1), "not applicable");
    /// ```
    #[must_use]
    pub fn percent_text(&self, decimals: u32) -> String {
        let Some(percent) = self.percent(decimals) else {
            return "not applicable".to_owned();
        };
        let mark = if percent == Decimal::ONE_HUNDRED && self.numerator < self.denominator {
            "under "
        } else if percent.is_zero() && self.numerator > 0 {
            "over "
        } else {
            ""
        };
        format!("{mark}{percent} %")
    }
}

fn decimals(f: &fmt::Formatter<'_>) -> u32 {
    f.precision().map_or(0, |precision| u32::try_from(precision).unwrap_or(u32::MAX))
}

impl fmt::Display for Rate {
    /// With no decimals, or as many as the precision asks for. A rate that would round to 100 % or 0 %
    /// without being it is marked "under" or "over".
    ///
    /// ```
    /// use iro_handbook::report::Rate;
    ///
    /// assert_eq!(Rate::new(999, 1000).to_string(), "under 100 % (999 of 1,000)");
    /// assert_eq!(Rate::new(1, 1000).to_string(), "over 0 % (1 of 1,000)");
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.percent_text(decimals(f));
        write!(f, "{percent} ({} of {})", Thousands(self.numerator), Thousands(self.denominator))
    }
}

/// The range a rate could take if all that is undetermined fell one way or the other.
///
/// ```
/// use iro_handbook::report::{Rate, RateRange};
///
/// let range = RateRange::new(Rate::new(346, 764), 669);
/// assert_eq!((range.lowest(), range.highest()), (Rate::new(346, 1433), Rate::new(1015, 1433)));
/// assert_eq!(range.to_string(), "24 % to 71 %");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RateRange {
    lowest: Rate,
    highest: Rate,
}

impl RateRange {
    /// From the rate among the determined, and the count of the undetermined.
    ///
    /// ```
    /// use iro_handbook::report::{Rate, RateRange};
    ///
    /// let range = RateRange::new(Rate::new(1, 2), 2);
    /// assert_eq!(range.lowest(), Rate::new(1, 4));
    /// ```
    #[must_use]
    pub const fn new(determined: Rate, undetermined: u64) -> Self {
        let all = determined.denominator.saturating_add(undetermined);
        Self {
            lowest: Rate::new(determined.numerator, all),
            highest: Rate::new(determined.numerator.saturating_add(undetermined), all),
        }
    }

    /// None of the undetermined counted in.
    ///
    /// ```
    /// use iro_handbook::report::{Rate, RateRange};
    ///
    /// assert_eq!(RateRange::new(Rate::new(1, 2), 0).lowest(), Rate::new(1, 2));
    /// ```
    #[must_use]
    pub const fn lowest(&self) -> Rate {
        self.lowest
    }

    /// All of the undetermined counted in.
    ///
    /// ```
    /// use iro_handbook::report::{Rate, RateRange};
    ///
    /// assert_eq!(RateRange::new(Rate::new(1, 2), 2).highest(), Rate::new(3, 4));
    /// ```
    #[must_use]
    pub const fn highest(&self) -> Rate {
        self.highest
    }
}

impl fmt::Display for RateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.lowest.denominator == 0 {
            return f.write_str("not applicable");
        }
        let text = |rate: &Rate| rate.percent_text(decimals(f));
        write!(f, "{} to {}", text(&self.lowest), text(&self.highest))
    }
}

/// A count with commas between thousands, as reports print it.
pub(in crate::report) struct Thousands(pub(super) u64);

impl fmt::Display for Thousands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let mut left = digits.len();
        for digit in digits.chars() {
            write!(f, "{digit}")?;
            left = left.saturating_sub(1);
            if left > 0 && left.checked_rem(3) == Some(0) {
                f.write_str(",")?;
            }
        }
        Ok(())
    }
}
