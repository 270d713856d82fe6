//! Authority to place a child for adoption.

use super::Problems;
use super::dated::Dated;
use chrono::NaiveDate;

/// A time in which the authority may place the child for adoption, by placement order or consent, whether
/// or not the child is placed: regulation 36(1) of the Adoption Agencies Regulations 2005 (SI 2005/389).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::AdoptionAuthority;
///
/// let day = |m| NaiveDate::from_ymd_opt(2026, m, 10).unwrap();
/// let authority = AdoptionAuthority::new(day(3)).with_ended(day(11));
/// assert_eq!((authority.began(), authority.ended()), (day(3), Some(day(11))));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AdoptionAuthority {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    began: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
}

impl Dated for AdoptionAuthority {
    fn day(&self) -> NaiveDate {
        self.began
    }
}

impl AdoptionAuthority {
    /// Authority given on a day, which it still has.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::AdoptionAuthority;
    /// # let authority = AdoptionAuthority::new(day(2));
    /// assert_eq!(authority.ended(), None);
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self { began, ended: None }
    }

    /// With the day it ended: revoked, withdrawn, or used up by an adoption order.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::AdoptionAuthority;
    /// # let authority = AdoptionAuthority::new(day(2));
    /// assert_eq!(authority.with_ended(day(9)).ended(), Some(day(9)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// The day it was given.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::AdoptionAuthority;
    /// # let authority = AdoptionAuthority::new(day(2));
    /// assert_eq!(authority.began(), day(2));
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day it ended, where it has.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::AdoptionAuthority;
    /// # let authority = AdoptionAuthority::new(day(2));
    /// assert_eq!(authority.ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if let Some(ended) = self.ended.filter(|ended| *ended < self.began) {
            problems.add(
                "authority to place for adoption ended",
                ended,
                "it ended before it began",
            );
        }
    }
}
