//! Changes: of a count in numbers and per cent, of a percentage in percentage points.

use super::exact::{Fraction, HUNDREDFOLD, MOST_DECIMALS, Ratio};
use super::rate::{Grouped, Thousands, asked};
use super::{Measure, PerHead, Percentage};
use crate::error::Result;
use core::cmp::Ordering;
use core::fmt;
use rust_decimal::Decimal;

/// The change of a count, which is in numbers and in per cent.
///
/// ```
/// use iro_handbook::report::CountChange;
///
/// let change = CountChange::new(166, 180);
/// assert_eq!(format!("{change:.1}"), "up 14 (8.4 %)");
/// assert_eq!(CountChange::new(0, 3).to_string(), "up 3 (in per cent not applicable)");
/// assert_eq!(CountChange::new(7, 7).to_string(), "no change");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountChange {
    from: u64,
    to: u64,
}

impl CountChange {
    /// From one count to another.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::CountChange::new(9, 4).difference(), -5);
    /// ```
    #[must_use]
    pub const fn new(from: u64, to: u64) -> Self {
        Self { from, to }
    }

    /// The difference in numbers.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::CountChange::new(166, 180).difference(), 14);
    /// ```
    #[must_use]
    pub fn difference(&self) -> i128 {
        i128::from(self.to).saturating_sub(i128::from(self.from))
    }

    /// The change in per cent of the first count, with at most seven decimals, halves away from zero;
    /// none from nought.
    ///
    /// ```
    /// use iro_handbook::report::CountChange;
    ///
    /// assert_eq!(CountChange::new(166, 180).percent(1).unwrap().to_string(), "8.4");
    /// assert_eq!(CountChange::new(200, 150).percent(0).unwrap().to_string(), "-25");
    /// assert_eq!(CountChange::new(0, 3).percent(0), None);
    /// ```
    #[must_use]
    pub fn percent(&self, decimals: u32) -> Option<Decimal> {
        self.relative()?.rounded(HUNDREDFOLD, decimals)
    }

    fn relative(&self) -> Option<Ratio> {
        Fraction::whole(self.to).less_relative(Fraction::whole(self.from))
    }
}

impl fmt::Display for CountChange {
    /// The per cent with no decimals, or as many as the precision asks for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = Thousands(self.from.abs_diff(self.to));
        let decimals = asked(f).unwrap_or_default();
        moved(f, self.to.cmp(&self.from), &by, Some((self.relative(), decimals)))
    }
}

/// The change of a percentage, which is in percentage points, and relatively to the first in per cent.
///
/// Each percentage counts as exactly as it is known: between two exact rates the exact difference is
/// rounded, and never the difference of rounded ones taken; a published percentage counts as the number
/// that was printed.
///
/// ```
/// use iro_handbook::report::{PointChange, PublishedPercentage, Rate};
///
/// let published = |text: &str| text.parse::<PublishedPercentage>();
/// let change = PointChange::new(published("67.5")?, published("41.8")?);
/// assert_eq!(change.to_string(), "down 25.7 percentage points");
/// assert_eq!(change.relative_percent(1).unwrap().to_string(), "-38.1");
///
/// // 33.3 and 66.7 are 33.4 apart, a third and two thirds are not.
/// let change = PointChange::new(Rate::new(1, 3), Rate::new(2, 3));
/// assert_eq!(format!("{change:.1}"), "up 33.3 percentage points");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PointChange {
    from: Percentage,
    to: Percentage,
}

impl PointChange {
    /// From one percentage to another.
    ///
    /// ```
    /// use iro_handbook::report::{PointChange, Rate};
    ///
    /// let change = PointChange::new(Rate::new(90, 100), Rate::new(99, 100));
    /// assert_eq!(change.to_string(), "up 9 percentage points");
    /// ```
    #[must_use]
    pub fn new(from: impl Into<Percentage>, to: impl Into<Percentage>) -> Self {
        Self { from: from.into(), to: to.into() }
    }

    /// The difference in percentage points, with at most seven decimals, halves away from zero; none
    /// where either is not applicable.
    ///
    /// ```
    /// use iro_handbook::report::{PointChange, Rate};
    ///
    /// let change = PointChange::new(Rate::new(1, 8), Rate::new(0, 8));
    /// assert_eq!(change.points(1).unwrap().to_string(), "-12.5");
    /// assert_eq!(PointChange::new(Rate::new(0, 0), Rate::new(0, 8)).points(1), None);
    /// ```
    #[must_use]
    pub fn points(&self, decimals: u32) -> Option<Decimal> {
        let (from, to) = self.fractions()?;
        to.less(from).rounded(HUNDREDFOLD, decimals)
    }

    /// The change in per cent of the first percentage, rounded likewise; none from 0 %, where either is
    /// not applicable, and where it has more digits than a decimal.
    ///
    /// ```
    /// use iro_handbook::report::{PointChange, Rate};
    ///
    /// let change = PointChange::new(Rate::new(65, 100), Rate::new(82, 100));
    /// assert_eq!(change.relative_percent(1).unwrap().to_string(), "26.2");
    /// ```
    #[must_use]
    pub fn relative_percent(&self, decimals: u32) -> Option<Decimal> {
        let (from, to) = self.fractions()?;
        to.less_relative(from)?.rounded(HUNDREDFOLD, decimals)
    }

    fn fractions(&self) -> Option<(Fraction, Fraction)> {
        Some((self.from.fraction()?, self.to.fraction()?))
    }

    /// Both ways, each with its word: "up 17 percentage points, 26 % relatively".
    pub(super) fn both_ways(&self, decimals: u32) -> String {
        let places = usize::try_from(decimals).unwrap_or_default();
        let points = format!("{self:.places$}");
        match self.fractions().and_then(|(from, to)| to.less_relative(from)) {
            Some(ratio) if !ratio.is_zero() => {
                format!("{points}, {} % relatively", rounded(ratio.size(), HUNDREDFOLD, decimals))
            }
            _ => points,
        }
    }
}

impl fmt::Display for PointChange {
    /// With as many decimals as the precision asks for, or else as the percentages were published with.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let change = Change::Points(*self);
        match self.fractions() {
            None => f.write_str("not applicable"),
            Some((from, to)) => moved(f, to.compare(from), &change.distance(asked(f)), None),
        }
    }
}

/// The change of a number per head, which is in numbers and in per cent.
///
/// ```
/// use iro_handbook::report::PerHeadChange;
///
/// let change = PerHeadChange::new("70".parse()?, "82".parse()?);
/// assert_eq!(change.to_string(), "up 12 (17 %)");
/// assert_eq!(change.percent(1).unwrap().to_string(), "17.1");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PerHeadChange {
    from: PerHead,
    to: PerHead,
}

impl PerHeadChange {
    /// From one number to another.
    ///
    /// ```
    /// use iro_handbook::report::PerHeadChange;
    ///
    /// let change = PerHeadChange::new("70.5".parse()?, "68".parse()?);
    /// assert_eq!(change.to_string(), "down 2.5 (3.5 %)");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(from: PerHead, to: PerHead) -> Self {
        Self { from, to }
    }

    /// The difference, with at most seven decimals, halves away from zero.
    ///
    /// ```
    /// use iro_handbook::report::PerHeadChange;
    ///
    /// let change = PerHeadChange::new("70.5".parse()?, "68".parse()?);
    /// assert_eq!(change.difference(1).unwrap().to_string(), "-2.5");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn difference(&self, decimals: u32) -> Option<Decimal> {
        self.to.fraction()?.less(self.from.fraction()?).rounded(0, decimals)
    }

    /// The change in per cent of the first number, rounded likewise; none from nought, and where it has
    /// more digits than a decimal.
    ///
    /// ```
    /// use iro_handbook::report::PerHeadChange;
    ///
    /// let change = PerHeadChange::new("0".parse()?, "68".parse()?);
    /// assert_eq!(change.percent(1), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn percent(&self, decimals: u32) -> Option<Decimal> {
        self.relative()?.rounded(HUNDREDFOLD, decimals)
    }

    fn relative(&self) -> Option<Ratio> {
        self.to.fraction()?.less_relative(self.from.fraction()?)
    }
}

impl fmt::Display for PerHeadChange {
    /// With as many decimals as the precision asks for, or else as the numbers have.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let change = Change::PerHead(*self);
        let decimals = asked(f).unwrap_or(change.decimals());
        let relative = Some((self.relative(), decimals));
        match change.direction() {
            None => f.write_str("not applicable"),
            Some(direction) => moved(f, direction, &change.distance(asked(f)), relative),
        }
    }
}

/// A change in the unit of what changed: the kind of the change says which.
///
/// ```
/// use iro_handbook::report::{Change, Measure, Rate};
///
/// let change = Change::between(Rate::new(9, 10), Rate::new(8, 10))?;
/// assert_eq!(change.to_string(), "down 10 percentage points");
/// assert!(Change::between(Measure::Count(9), Rate::new(8, 10)).is_err());
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Of a count.
    Count(CountChange),
    /// Of a percentage.
    Points(PointChange),
    /// Of a number per head.
    PerHead(PerHeadChange),
}

impl Change {
    /// From one value to another of the same unit.
    ///
    /// # Errors
    ///
    /// [`is_contradiction`](crate::Error::is_contradiction) where the units are unlike; the error names
    /// both.
    ///
    /// ```
    /// use iro_handbook::report::{Change, Measure};
    ///
    /// let change = Change::between(Measure::Count(10), Measure::Count(12))?;
    /// assert_eq!(change.to_string(), "up 2 (20 %)");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn between(from: impl Into<Measure>, to: impl Into<Measure>) -> Result<Self> {
        let (from, to) = (from.into(), to.into());
        match (from, to) {
            (Measure::Percentage(from), Measure::Percentage(to)) => {
                Ok(Self::Points(PointChange::new(from, to)))
            }
            (Measure::PerHead(from), Measure::PerHead(to)) => {
                Ok(Self::PerHead(PerHeadChange::new(from, to)))
            }
            (Measure::Count(from), Measure::Count(to)) => {
                Ok(Self::Count(CountChange::new(from, to)))
            }
            (from, to) => Err(to.unlike(&from, "change")),
        }
    }

    /// Whether it went up, stayed the same or went down, by the exact values; none where either is not
    /// applicable.
    ///
    /// ```
    /// use core::cmp::Ordering;
    /// use iro_handbook::report::{Change, Rate};
    ///
    /// let change = Change::between(Rate::new(9_999, 10_000), Rate::new(1, 1))?;
    /// assert_eq!(change.direction(), Some(Ordering::Greater));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn direction(&self) -> Option<Ordering> {
        let (from, to) = self.fractions()?;
        Some(to.compare(from))
    }

    fn fractions(&self) -> Option<(Fraction, Fraction)> {
        match self {
            Self::Count(change) => Some((Fraction::whole(change.from), Fraction::whole(change.to))),
            Self::Points(change) => change.fractions(),
            Self::PerHead(change) => Some((change.from.fraction()?, change.to.fraction()?)),
        }
    }

    /// The decimals of whichever value was printed with more.
    fn decimals(&self) -> u32 {
        match self {
            Self::Count(_) => 0,
            Self::Points(change) => change.from.decimals().max(change.to.decimals()),
            Self::PerHead(change) => change.from.decimals().max(change.to.decimals()),
        }
    }

    /// How far it is from one to the other, in words with the unit and without a direction. What would
    /// round to nought says so.
    pub(super) fn distance(&self, decimals: Option<u32>) -> String {
        let Some((from, to)) = self.fractions() else { return String::new() };
        let decimals = decimals.unwrap_or(self.decimals()).min(MOST_DECIMALS);
        let size = to.less(from).size();
        match self {
            Self::Count(change) => Thousands(change.from.abs_diff(change.to)).to_string(),
            Self::PerHead(_) => rounded(size, 0, decimals),
            Self::Points(_) => {
                let text = rounded(size, HUNDREDFOLD, decimals);
                let one = text == "1" || text == "less than 1";
                format!("{text} percentage point{}", if one { "" } else { "s" })
            }
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(change) => change.fmt(f),
            Self::Points(change) => change.fmt(f),
            Self::PerHead(change) => change.fmt(f),
        }
    }
}

/// A size with so many decimals; one that would round to nought without being it is "less than".
fn rounded(size: Ratio, places: u32, decimals: u32) -> String {
    match size.rounded(places, decimals) {
        None => "too much to be written".to_owned(),
        Some(value) if value.is_zero() && !size.is_zero() => {
            format!("less than {}", Decimal::new(1, decimals))
        }
        Some(value) => Grouped(value).to_string(),
    }
}

/// "up 14 (8.4 %)", without the brackets where no relative change belongs to it.
fn moved(
    f: &mut fmt::Formatter<'_>,
    direction: Ordering,
    by: &dyn fmt::Display,
    relative: Option<(Option<Ratio>, u32)>,
) -> fmt::Result {
    match direction {
        Ordering::Equal => return f.write_str("no change"),
        Ordering::Greater => write!(f, "up {by}")?,
        Ordering::Less => write!(f, "down {by}")?,
    }
    match relative {
        None => Ok(()),
        Some((None, _)) => f.write_str(" (in per cent not applicable)"),
        Some((Some(ratio), decimals)) => {
            let size = ratio.size();
            // Less than all is gone, and must not look like all.
            let all = size.rounded(HUNDREDFOLD, decimals) == Some(Decimal::ONE_HUNDRED);
            let not_all = direction == Ordering::Less && all && !size.is_one();
            let mark = if not_all { "under " } else { "" };
            write!(f, " ({mark}{} %)", rounded(size, HUNDREDFOLD, decimals))
        }
    }
}
