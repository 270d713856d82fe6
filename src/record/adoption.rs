//! Placement for adoption, as far as it moves a child from one review clock to another.

use chrono::NaiveDate;

/// A day on which a child moved to or from the review clock of the Adoption Agencies Regulations.
///
/// While a child is placed for adoption, reviews are due under regulation 36 of the Adoption
/// Agencies Regulations 2005 (SI 2005/389) and not under regulation 33 of the Care Planning,
/// Placement and Case Review (England) Regulations 2010.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::AdoptionChange;
///
/// let day = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
/// assert_eq!(AdoptionChange::Placed(day).on(), day);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AdoptionChange {
    /// The child was placed for adoption with prospective adopters, or with others than before.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Placed(NaiveDate),
    /// The placement for adoption ended and the child stayed in care, back with the authority.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Ended(NaiveDate),
}

impl AdoptionChange {
    /// The day of the change.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::AdoptionChange;
    ///
    /// let day = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
    /// assert_eq!(AdoptionChange::Ended(day).on(), day);
    /// ```
    #[must_use]
    pub const fn on(self) -> NaiveDate {
        match self {
            Self::Placed(on) | Self::Ended(on) => on,
        }
    }
}
