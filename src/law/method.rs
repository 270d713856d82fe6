//! How the lengths of the review clock are counted: as the law does, or by a convention of some systems.

use crate::calendar::Period;
use core::fmt;

/// How three and six months are counted on the review clock.
///
/// The law counts months by the corresponding date (*Dodds v Walker* \[1981\] 1 WLR 1027). Some case systems
/// and reports count 91 and 183 days in their place. That is a convention of reporting and no rule says
/// so: three months are 89 to 92 days, six are 181 to 184. It is offered so that such a report can be
/// reproduced, and every finding counted by it says so.
///
/// ```
/// use iro_handbook::calendar::Period;
/// use iro_handbook::law::Method;
///
/// assert_eq!(Method::default(), Method::Law);
/// assert_eq!(Method::Law.period(Period::Months(6)), Period::Months(6));
/// assert_eq!(Method::FixedDays.period(Period::Months(6)), Period::Days(183));
/// assert_eq!(Method::FixedDays.period(Period::WorkingDays(20)), Period::WorkingDays(20));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Method {
    /// As the law does.
    #[default]
    Law,
    /// Three months as 91 days and six months as 183: a convention, not the law.
    FixedDays,
}

impl Method {
    /// The length that is counted in place of one in the law; every other length stays as it is.
    ///
    /// ```
    /// use iro_handbook::calendar::Period;
    /// use iro_handbook::law::Method;
    ///
    /// assert_eq!(Method::FixedDays.period(Period::Months(3)), Period::Days(91));
    /// assert_eq!(Method::FixedDays.period(Period::Weeks(4)), Period::Weeks(4));
    /// ```
    #[must_use]
    #[inline]
    pub const fn period(self, period: Period) -> Period {
        match (self, period) {
            (Self::FixedDays, Period::Months(3)) => Period::Days(91),
            (Self::FixedDays, Period::Months(6)) => Period::Days(183),
            _ => period,
        }
    }
}

impl Method {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Law => "the law",
            Self::FixedDays => "91 days for 3 months and 183 for 6, a convention and not the law",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
