//! The year by which the Department for Education collects and publishes.

use chrono::{Datelike, NaiveDate};

use crate::error::Kind;
use crate::{Error, Result};

const EARLIEST: i32 = 1900;
const LATEST: i32 = 2199;

/// A year from 1 April to 31 March, by which children looked after are returned (SSDA903) and an
/// IRO service reports. It goes by the year it ends in: the year ending 2018 is 2017-18.
///
/// Years are ordered by time.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
///
/// let year = CollectionYear::ending(2018)?;
/// assert_eq!(year.start(), NaiveDate::from_ymd_opt(2017, 4, 1).unwrap());
/// assert_eq!(year.end(), NaiveDate::from_ymd_opt(2018, 3, 31).unwrap());
/// assert_eq!(year.to_string(), "2017-18");
/// assert_eq!("2017-18".parse::<CollectionYear>()?, year);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "i32", into = "i32")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct CollectionYear {
    start: NaiveDate,
    end: NaiveDate,
}

impl CollectionYear {
    /// The year that ends on 31 March of `year`.
    ///
    /// # Errors
    ///
    /// [`is_year_out_of_range`](Error::is_year_out_of_range) if `year` is not one of 1900 to 2199.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// assert_eq!(CollectionYear::ending(2026)?.start().to_string(), "2025-04-01");
    /// assert!(CollectionYear::ending(26).is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn ending(year: i32) -> Result<Self> {
        Self::within_range(year).ok_or_else(|| {
            let what = "the years that collection years end in";
            Kind::YearOutOfRange { what, year, first: EARLIEST, last: LATEST }.into()
        })
    }

    /// The year in which `date` lies.
    ///
    /// # Errors
    ///
    /// [`is_year_out_of_range`](Error::is_year_out_of_range) if that year does not end in 1900 to
    /// 2199.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2018, m, d).unwrap();
    /// assert_eq!(CollectionYear::containing(day(3, 31))?, CollectionYear::ending(2018)?);
    /// assert_eq!(CollectionYear::containing(day(4, 1))?, CollectionYear::ending(2019)?);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn containing(date: NaiveDate) -> Result<Self> {
        let into_next = i32::from(date.month() >= 4);
        Self::ending(date.year().saturating_add(into_next))
    }

    /// The first day, 1 April.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// assert_eq!(CollectionYear::ending(2018)?.start().to_string(), "2017-04-01");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day, 31 March.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// assert_eq!(CollectionYear::ending(2018)?.end().to_string(), "2018-03-31");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn end(self) -> NaiveDate {
        self.end
    }

    /// The year it ends in.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// assert_eq!("2017-18".parse::<CollectionYear>()?.ending_year(), 2018);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn ending_year(self) -> i32 {
        self.end.year()
    }

    /// Whether `date` lies in this year, its first and last day included.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// let year = CollectionYear::ending(2018)?;
    /// assert!(year.contains(year.start()) && year.contains(year.end()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.start..=self.end).contains(&date)
    }

    /// The year after this one, if it can be named.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// let year = CollectionYear::ending(2018)?;
    /// assert_eq!(year.next(), Some(CollectionYear::ending(2019)?));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::within_range(self.ending_year().checked_add(1)?)
    }

    /// The year before this one, if it can be named.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    ///
    /// let year = CollectionYear::ending(2018)?;
    /// assert_eq!(year.previous(), Some(CollectionYear::ending(2017)?));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::within_range(self.ending_year().checked_sub(1)?)
    }

    fn within_range(ending: i32) -> Option<Self> {
        if !(EARLIEST..=LATEST).contains(&ending) {
            return None;
        }
        Some(Self {
            start: NaiveDate::from_ymd_opt(ending.checked_sub(1)?, 4, 1)?,
            end: NaiveDate::from_ymd_opt(ending, 3, 31)?,
        })
    }
}

/// The two years it touches: `2017-18`, `1999-00`.
impl core::fmt::Display for CollectionYear {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}-{:02}", self.start.year(), self.end.year().rem_euclid(100))
    }
}

/// Reads a year as it is written: `2017-18`.
impl core::str::FromStr for CollectionYear {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        // Only a year that is written back the same way was written the right way.
        text.split_once('-')
            .and_then(|(start, _)| start.parse::<i32>().ok())
            .and_then(|start| Self::within_range(start.checked_add(1)?))
            .filter(|year| year.to_string() == text)
            .ok_or_else(|| {
                let (field, known) = ("collection year", "the years written like 2017-18");
                Kind::UnknownCode { field, value: text.to_owned(), known }.into()
            })
    }
}

/// The year that ends in the given one: [`CollectionYear::ending`].
impl TryFrom<i32> for CollectionYear {
    type Error = Error;

    fn try_from(ending: i32) -> Result<Self> {
        Self::ending(ending)
    }
}

/// The year it ends in: [`CollectionYear::ending_year`].
impl From<CollectionYear> for i32 {
    fn from(year: CollectionYear) -> Self {
        year.ending_year()
    }
}
