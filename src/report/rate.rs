//! The only road to a percentage.

use super::exact::{Fraction, HUNDREDFOLD, MOST_DECIMALS};
use core::fmt;
use rust_decimal::Decimal;

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
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
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

    /// The rate of a whole from its parts: of the year from its quarters, of a service from its teams.
    /// Numerators and denominators are added, because the mean of the parts' percentages would give a
    /// small part the weight of a large one. None where a sum has more than 64 bits.
    ///
    /// ```
    /// use iro_handbook::report::Rate;
    ///
    /// let quarters = [Rate::new(9, 10), Rate::new(70, 100), Rate::new(80, 100), Rate::new(9, 10)];
    /// let year = Rate::of_parts(quarters).unwrap();
    /// assert_eq!(year.to_string(), "76 % (168 of 220)");
    /// // The mean of 90 %, 70 %, 80 % and 90 % is 82.5 %, which is true of nothing.
    /// ```
    #[must_use]
    pub fn of_parts(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        parts.into_iter().try_fold(Self::new(0, 0), |all, part| {
            Some(Self {
                numerator: all.numerator.checked_add(part.numerator)?,
                denominator: all.denominator.checked_add(part.denominator)?,
            })
        })
    }

    /// None where the denominator is nought.
    pub(super) const fn fraction(self) -> Option<Fraction> {
        Fraction::new(self.numerator, self.denominator)
    }

    /// The percentage with so many decimals, halves away from zero; none where the denominator is
    /// zero. At most seven decimals are given, which are exact for any two counts.
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
        self.fraction()?.ratio().rounded(HUNDREDFOLD, decimals)
    }

    /// Whether it is not all and yet would print as 100 % with so many decimals.
    ///
    /// ```
    /// use iro_handbook::report::Rate;
    ///
    /// assert!(Rate::new(999, 1000).rounds_to_all(0));
    /// assert!(!Rate::new(999, 1000).rounds_to_all(1));
    /// assert!(!Rate::new(1000, 1000).rounds_to_all(0));
    /// ```
    #[must_use]
    pub fn rounds_to_all(&self, decimals: u32) -> bool {
        self.numerator < self.denominator && self.percent(decimals) == Some(Decimal::ONE_HUNDRED)
    }

    /// Whether it is not nothing and yet would print as 0 % with so many decimals.
    ///
    /// ```
    /// use iro_handbook::report::Rate;
    ///
    /// assert!(Rate::new(1, 1000).rounds_to_nothing(0));
    /// assert!(!Rate::new(1, 1000).rounds_to_nothing(1));
    /// assert!(!Rate::new(0, 1000).rounds_to_nothing(0));
    /// ```
    #[must_use]
    pub fn rounds_to_nothing(&self, decimals: u32) -> bool {
        self.numerator > 0 && self.percent(decimals) == Some(Decimal::ZERO)
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
        let mark = if self.rounds_to_all(decimals) {
            "under "
        } else if self.rounds_to_nothing(decimals) {
            "over "
        } else {
            ""
        };
        format!("{mark}{} %", Grouped(percent))
    }
}

/// As many decimals as the precision asks for.
pub(super) fn asked(f: &fmt::Formatter<'_>) -> Option<u32> {
    let precision = f.precision()?;
    Some(u32::try_from(precision).map_or(MOST_DECIMALS, |asked| asked.min(MOST_DECIMALS)))
}

fn decimals(f: &fmt::Formatter<'_>) -> u32 {
    asked(f).unwrap_or_default()
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

/// A number that is not negative, with commas between the thousands of its whole part.
pub(super) struct Grouped(pub(super) Decimal);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        let (whole, rest) =
            text.find('.').map_or((text.as_str(), ""), |point| text.split_at(point));
        grouped(f, whole)?;
        f.write_str(rest)
    }
}

/// A count with commas between thousands, as reports print it.
pub(in crate::report) struct Thousands(pub(super) u64);

impl fmt::Display for Thousands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        grouped(f, &self.0.to_string())
    }
}

fn grouped(f: &mut fmt::Formatter<'_>, digits: &str) -> fmt::Result {
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
