//! Whether something was done, and when; or that nobody wrote it down.

use chrono::NaiveDate;

/// Whether something was done.
///
/// Not recorded is not the same as not done: what the records do not show can be neither met nor
/// breached.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::Done;
///
/// let day = NaiveDate::from_ymd_opt(2026, 4, 2).unwrap();
/// assert_eq!(Done::from(day).on(), Some(day));
/// assert_eq!(Done::default(), Done::NotRecorded);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Done {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// It has not been done.
    No,
    /// It was done on this day.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    On(NaiveDate),
}

impl Done {
    /// The day it was done, where it was.
    ///
    /// ```
    /// use iro_handbook::record::Done;
    ///
    /// assert_eq!(Done::No.on(), None);
    /// ```
    #[must_use]
    pub const fn on(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(day),
            Self::NotRecorded | Self::No => None,
        }
    }

    /// What was known of it on a day: done later is then not done.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Done;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 4, d).unwrap();
    /// assert_eq!(Done::On(day(2)).known_on(day(1)), Done::No);
    /// assert_eq!(Done::On(day(2)).known_on(day(2)), Done::On(day(2)));
    /// ```
    #[must_use]
    pub fn known_on(self, as_of: NaiveDate) -> Self {
        match self {
            Self::On(day) if day > as_of => Self::No,
            known => known,
        }
    }
}

impl From<NaiveDate> for Done {
    fn from(day: NaiveDate) -> Self {
        Self::On(day)
    }
}
