//! Officers and how much of full-time posts they fill; how long they have been there.

use super::timeliness::{more, one_more};
use super::workforce::hundredths;
use crate::record::Fte;
use chrono::NaiveDate;
use core::fmt;
use rust_decimal::Decimal;

/// Some officers, and how much of full-time posts they fill together.
///
/// ```
/// use iro_handbook::report::Posts;
///
/// let mut posts = Posts::default();
/// posts.add(Some("0.80".parse()?));
/// posts.add(Some("0.60".parse()?));
/// assert_eq!((posts.officers(), posts.fte().unwrap().to_string()), (2, "1.40".to_owned()));
/// posts.add(None);
/// assert_eq!((posts.officers(), posts.fte()), (3, None));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Posts {
    officers: u64,
    hundredths: u64,
    not_recorded: u64,
}

impl Posts {
    /// One more officer, with how much of a full-time post, where it is recorded.
    ///
    /// ```
    /// # use iro_handbook::report::Posts;
    /// let mut posts = Posts::default();
    /// posts.add(None);
    /// assert_eq!(posts.officers(), 1);
    /// ```
    pub fn add(&mut self, fte: Option<Fte>) {
        one_more(&mut self.officers);
        match fte {
            Some(fte) => more(&mut self.hundredths, fte.hundredths().into()),
            None => one_more(&mut self.not_recorded),
        }
    }

    /// Together with others.
    ///
    /// ```
    /// # use iro_handbook::report::Posts;
    /// assert_eq!(Posts::default().and(Posts::default()), Posts::default());
    /// ```
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            officers: self.officers.saturating_add(other.officers),
            hundredths: self.hundredths.saturating_add(other.hundredths),
            not_recorded: self.not_recorded.saturating_add(other.not_recorded),
        }
    }

    /// How many officers.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Posts::default().officers(), 0);
    /// ```
    #[must_use]
    pub const fn officers(&self) -> u64 {
        self.officers
    }

    /// The full-time equivalent, with two decimals; none where it is not recorded of one of them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Posts::default().fte().unwrap().to_string(), "0.00");
    /// ```
    #[must_use]
    pub fn fte(&self) -> Option<Decimal> {
        self.hundredths().map(hundredths)
    }

    pub(super) const fn hundredths(&self) -> Option<u64> {
        if self.not_recorded == 0 { Some(self.hundredths) } else { None }
    }
}

/// How long an officer has been in post, in whole years from the first day: a year is over on the anniversary.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::report::LengthOfService;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let length = |from| LengthOfService::between(from, day(2026, 3, 31));
/// assert_eq!(length(day(2025, 4, 1)), LengthOfService::UnderOne);
/// assert_eq!(length(day(2025, 3, 31)), LengthOfService::OneToTwo);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum LengthOfService {
    /// Less than one year.
    UnderOne,
    /// One year, and less than two.
    OneToTwo,
    /// Two years, and less than five.
    TwoToFive,
    /// Five years or more.
    FiveOrMore,
}

impl LengthOfService {
    /// All of them, the shortest first.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::LengthOfService::ALL.len(), 4);
    /// ```
    pub const ALL: &[Self] = &[Self::UnderOne, Self::OneToTwo, Self::TwoToFive, Self::FiveOrMore];

    /// From the first day in post to a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::report::LengthOfService;
    ///
    /// let day = |y| NaiveDate::from_ymd_opt(y, 3, 31).unwrap();
    /// assert_eq!(LengthOfService::between(day(2021), day(2026)), LengthOfService::FiveOrMore);
    /// ```
    #[must_use]
    pub fn between(from: NaiveDate, to: NaiveDate) -> Self {
        match to.years_since(from).unwrap_or_default() {
            0 => Self::UnderOne,
            1 => Self::OneToTwo,
            2..=4 => Self::TwoToFive,
            _ => Self::FiveOrMore,
        }
    }

    /// In words.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::LengthOfService::UnderOne.as_str(), "under 1 year");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnderOne => "under 1 year",
            Self::OneToTwo => "1 year to under 2",
            Self::TwoToFive => "2 years to under 5",
            Self::FiveOrMore => "5 years or more",
        }
    }
}

impl fmt::Display for LengthOfService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
