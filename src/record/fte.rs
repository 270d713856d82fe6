//! How much of a full-time post an officer works.

use crate::error::{Error, Kind, Result};
use core::fmt;
use core::num::NonZeroU32;
use core::str::FromStr;

/// The hundredths of one full-time post.
const FULL: NonZeroU32 = NonZeroU32::MIN.saturating_add(99);

/// A full-time equivalent, exact to two decimals and above nought: 1.00 is a full-time post.
///
/// ```
/// use iro_handbook::record::Fte;
///
/// let fte: Fte = "0.8".parse()?;
/// assert_eq!(fte.hundredths(), 80);
/// assert_eq!(fte.to_string(), "0.80");
/// assert_eq!(Fte::FULL_TIME.to_string(), "1.00");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
pub struct Fte(NonZeroU32);

impl Fte {
    /// One full-time post.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Fte::FULL_TIME.hundredths(), 100);
    /// ```
    pub const FULL_TIME: Self = Self(FULL);

    /// So many hundredths of a full-time post; none for nought.
    ///
    /// ```
    /// use iro_handbook::record::Fte;
    ///
    /// assert_eq!(Fte::from_hundredths(250).unwrap().to_string(), "2.50");
    /// assert_eq!(Fte::from_hundredths(0), None);
    /// ```
    #[must_use]
    pub const fn from_hundredths(hundredths: u32) -> Option<Self> {
        match NonZeroU32::new(hundredths) {
            Some(hundredths) => Some(Self(hundredths)),
            None => None,
        }
    }

    /// The hundredths of a full-time post.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Fte::FULL_TIME.hundredths(), 100);
    /// ```
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0.get()
    }

    /// Both posts together.
    ///
    /// ```
    /// use iro_handbook::record::Fte;
    ///
    /// assert_eq!(Fte::FULL_TIME.and("0.60".parse()?).to_string(), "1.60");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.hundredths()))
    }
}

impl fmt::Display for Fte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.hundredths();
        let whole = hundredths.checked_div(FULL.get()).unwrap_or_default();
        write!(f, "{whole}.{:02}", hundredths.checked_rem(FULL.get()).unwrap_or_default())
    }
}

/// Reads `1`, `0.8` or `0.80`.
impl FromStr for Fte {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let read = || {
            let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
            if !digits(whole) || !digits(part) {
                return None;
            }
            let part: u32 = match part.len() {
                1 => part.parse::<u32>().ok()?.checked_mul(10)?,
                2 => part.parse().ok()?,
                _ => return None,
            };
            let whole = whole.parse::<u32>().ok()?.checked_mul(FULL.get())?;
            Self::from_hundredths(whole.checked_add(part)?)
        };
        read().ok_or_else(|| {
            let known = "the decimals above 0 written like 0.8 or 1.00";
            let field = "full-time equivalent";
            Kind::UnknownCode { field, value: text.to_owned(), known }.into()
        })
    }
}

impl TryFrom<String> for Fte {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Fte> for String {
    fn from(fte: Fte) -> Self {
        fte.to_string()
    }
}
