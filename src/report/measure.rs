//! What a figure measures, with its unit in the type: a percentage, a count, or so many per head.

use super::Rate;
use super::exact::{Fraction, MOST_DECIMALS};
use super::rate::Thousands;
use crate::error::{Error, Kind, Result};
use core::fmt;
use core::str::FromStr;
use rust_decimal::Decimal;

/// A number that is not negative, with the decimals it was printed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Printed {
    digits: u64,
    decimals: u32,
}

impl Printed {
    fn new(value: Decimal) -> Option<Self> {
        let decimals = value.scale();
        let digits = u64::try_from(value.mantissa()).ok()?;
        (decimals <= MOST_DECIMALS).then_some(Self { digits, decimals })
    }

    /// Only what is written back the same way was written the right way.
    fn read(text: &str) -> Option<Self> {
        let value = Decimal::from_str_exact(text).ok()?;
        Self::new(value).filter(|printed| printed.decimal().to_string() == text)
    }

    fn decimal(self) -> Decimal {
        Decimal::try_from_i128_with_scale(self.digits.into(), self.decimals).unwrap_or_default()
    }

    fn over(self, divisor: u64) -> Option<Fraction> {
        Fraction::new(self.digits, 10_u64.checked_pow(self.decimals)?.checked_mul(divisor)?)
    }
}

macro_rules! printed {
    ($name:ident, $field:literal, $known:literal, $holds:expr) => {
        impl TryFrom<Decimal> for $name {
            type Error = Error;

            fn try_from(value: Decimal) -> Result<Self> {
                let read = Printed::new(value).map(Self).filter($holds);
                read.ok_or_else(|| unknown($field, value.to_string(), $known))
            }
        }

        #[doc = concat!("Reads ", $known, ".")]
        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self> {
                let read = Printed::read(text).map(Self).filter($holds);
                read.ok_or_else(|| unknown($field, text.to_owned(), $known))
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;

            fn try_from(text: String) -> Result<Self> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(printed: $name) -> Self {
                printed.decimal().to_string()
            }
        }
    };
}

fn unknown(field: &'static str, value: String, known: &'static str) -> Error {
    Kind::UnknownCode { field, value, known }.into()
}

/// A percentage of which only the printed number is known, with as many decimals as it was printed
/// with: from 0 to 100.
///
/// ```
/// use iro_handbook::report::PublishedPercentage;
///
/// let published: PublishedPercentage = "97.0".parse()?;
/// assert_eq!(published.decimals(), 1);
/// assert_eq!(published.to_string(), "97.0 %");
/// assert!("101".parse::<PublishedPercentage>().is_err());
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("pattern" = "^(100(\\.0{1,7})?|[1-9]?[0-9](\\.[0-9]{1,7})?)$"))
)]
pub struct PublishedPercentage(Printed);

impl PublishedPercentage {
    /// The number, with its decimals.
    ///
    /// ```
    /// # use iro_handbook::report::PublishedPercentage;
    /// assert_eq!("97.0".parse::<PublishedPercentage>()?.decimal().to_string(), "97.0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0.decimal()
    }

    /// How many decimals it was printed with.
    ///
    /// ```
    /// # use iro_handbook::report::PublishedPercentage;
    /// assert_eq!("97".parse::<PublishedPercentage>()?.decimals(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn decimals(self) -> u32 {
        self.0.decimals
    }
}

printed!(
    PublishedPercentage,
    "percentage",
    "the percentages from 0 to 100 written like 97 or 91.7, with at most seven decimals",
    |read| read.decimal() <= Decimal::ONE_HUNDRED
);

impl fmt::Display for PublishedPercentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.decimal())
    }
}

/// So many to each one of something: children to an IRO, or starters to ten thousand children. Not
/// negative, with as many decimals as it was printed with.
///
/// ```
/// use iro_handbook::report::PerHead;
///
/// assert_eq!("82".parse::<PerHead>()?.to_string(), "82");
/// assert_eq!("70.5".parse::<PerHead>()?.decimals(), 1);
/// assert!("-1".parse::<PerHead>().is_err());
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("pattern" = "^(0|[1-9][0-9]*)(\\.[0-9]{1,7})?$"))
)]
pub struct PerHead(Printed);

impl PerHead {
    /// The number, with its decimals.
    ///
    /// ```
    /// # use iro_handbook::report::PerHead;
    /// assert_eq!("70.5".parse::<PerHead>()?.decimal().to_string(), "70.5");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0.decimal()
    }

    /// How many decimals it has.
    ///
    /// ```
    /// # use iro_handbook::report::PerHead;
    /// assert_eq!("70".parse::<PerHead>()?.decimals(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn decimals(self) -> u32 {
        self.0.decimals
    }

    pub(super) fn fraction(self) -> Option<Fraction> {
        self.0.over(1)
    }
}

printed!(
    PerHead,
    "number per head",
    "the numbers from 0 written like 82 or 70.5, with at most seven decimals",
    |_| true
);

impl fmt::Display for PerHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.decimal())
    }
}

/// A percentage: exact, by its two counts, or only as somebody printed it.
///
/// ```
/// use iro_handbook::report::{Percentage, PublishedPercentage, Rate};
///
/// let exact = Percentage::from(Rate::new(1467, 1600));
/// assert_eq!(format!("{exact:.1}"), "91.7 % (1,467 of 1,600)");
/// let published = Percentage::from("91.7".parse::<PublishedPercentage>()?);
/// assert_eq!(published.to_string(), "91.7 %");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub enum Percentage {
    /// By its two counts.
    Exact(Rate),
    /// As it was printed.
    Published(PublishedPercentage),
}

impl Percentage {
    /// None where there is nothing to divide by.
    pub(super) fn fraction(self) -> Option<Fraction> {
        match self {
            Self::Exact(rate) => rate.fraction(),
            Self::Published(published) => published.0.over(100),
        }
    }

    /// The decimals it was printed with; an exact one has not been printed.
    pub(super) const fn decimals(self) -> u32 {
        match self {
            Self::Exact(_) => 0,
            Self::Published(published) => published.decimals(),
        }
    }
}

impl From<Rate> for Percentage {
    fn from(rate: Rate) -> Self {
        Self::Exact(rate)
    }
}

impl From<PublishedPercentage> for Percentage {
    fn from(published: PublishedPercentage) -> Self {
        Self::Published(published)
    }
}

impl fmt::Display for Percentage {
    /// A published one always as it was printed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(rate) => rate.fmt(f),
            Self::Published(published) => published.fmt(f),
        }
    }
}

/// The value of a figure with its unit. Values of unlike units are never compared.
///
/// ```
/// use iro_handbook::report::{Measure, Rate};
///
/// assert_eq!(Measure::Count(1_600).to_string(), "1,600");
/// assert_eq!(Measure::from(Rate::new(3, 4)).to_string(), "75 % (3 of 4)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub enum Measure {
    /// A percentage.
    Percentage(Percentage),
    /// A count.
    Count(u64),
    /// So many per head.
    PerHead(PerHead),
}

impl Measure {
    /// The unit in words.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Measure::Count(3).unit(), "a count");
    /// ```
    #[must_use]
    pub const fn unit(&self) -> &'static str {
        match self {
            Self::Percentage(_) => "a percentage",
            Self::Count(_) => "a count",
            Self::PerHead(_) => "a number per head",
        }
    }

    /// None where it is not applicable.
    pub(super) fn fraction(self) -> Option<Fraction> {
        match self {
            Self::Percentage(percentage) => percentage.fraction(),
            Self::Count(count) => Some(Fraction::whole(count)),
            Self::PerHead(number) => number.fraction(),
        }
    }

    /// Both units named.
    pub(super) fn unlike(&self, other: &Self, record: &str) -> Error {
        Kind::Contradiction {
            record: record.to_owned(),
            field: "unit",
            value: self.unit().to_owned(),
            problem: format!("what it is compared with is {}", other.unit()),
        }
        .into()
    }
}

impl From<Rate> for Measure {
    fn from(rate: Rate) -> Self {
        Self::Percentage(rate.into())
    }
}

impl From<PublishedPercentage> for Measure {
    fn from(published: PublishedPercentage) -> Self {
        Self::Percentage(published.into())
    }
}

impl From<Percentage> for Measure {
    fn from(percentage: Percentage) -> Self {
        Self::Percentage(percentage)
    }
}

impl From<PerHead> for Measure {
    fn from(number: PerHead) -> Self {
        Self::PerHead(number)
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percentage(percentage) => percentage.fmt(f),
            Self::Count(count) => Thousands(*count).fmt(f),
            Self::PerHead(number) => number.fmt(f),
        }
    }
}
