//! Sex and ethnic group, of children and of the team beside them.

use core::fmt;

/// Sex, as the SSDA903 return has it.
///
/// ```
/// use iro_handbook::record::Sex;
///
/// assert_eq!(Sex::Female.to_string(), "female");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Neither (from 2025).
    Neither,
}

impl Sex {
    /// All of them, in the order of a report.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Sex::ALL.len(), 3);
    /// ```
    pub const ALL: &[Self] = &[Self::Female, Self::Male, Self::Neither];

    /// In a word.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Sex::Male.as_str(), "male");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
            Self::Neither => "neither",
        }
    }

    /// From the code of the SSDA903 return: 1, 2 to 2024; M, F, U from 2025. None for any other code.
    ///
    /// ```
    /// use iro_handbook::record::Sex;
    ///
    /// assert_eq!((Sex::from_code("1"), Sex::from_code("F")), (Some(Sex::Male), Some(Sex::Female)));
    /// assert_eq!(Sex::from_code("3"), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: &str) -> Option<Self> {
        match code.as_bytes() {
            b"1" | b"M" => Some(Self::Male),
            b"2" | b"F" => Some(Self::Female),
            b"U" => Some(Self::Neither),
            _ => None,
        }
    }
}

impl fmt::Display for Sex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Ethnic group, in the five groups by which the DfE publishes. Chinese is counted with Asian.
///
/// ```
/// use iro_handbook::record::EthnicGroup;
///
/// assert_eq!(EthnicGroup::from_code("CHNE"), Some(EthnicGroup::Asian));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EthnicGroup {
    /// Asian or Asian British.
    Asian,
    /// Black, African, Caribbean or Black British.
    Black,
    /// Mixed or multiple ethnic groups.
    Mixed,
    /// White.
    White,
    /// Any other ethnic group.
    Other,
    /// Refused, or not obtained.
    NotKnown,
}

impl EthnicGroup {
    /// All of them, in the order of a report.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::EthnicGroup::ALL.len(), 6);
    /// ```
    pub const ALL: &[Self] =
        &[Self::Asian, Self::Black, Self::Mixed, Self::White, Self::Other, Self::NotKnown];

    /// In words.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::EthnicGroup::Mixed.as_str(), "mixed");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asian => "Asian",
            Self::Black => "Black",
            Self::Mixed => "mixed",
            Self::White => "White",
            Self::Other => "other",
            Self::NotKnown => "refused or not obtained",
        }
    }

    /// From the code of the SSDA903 return. None for any other code.
    ///
    /// ```
    /// use iro_handbook::record::EthnicGroup;
    ///
    /// assert_eq!(EthnicGroup::from_code("WBRI"), Some(EthnicGroup::White));
    /// assert_eq!(EthnicGroup::from_code("XXXX"), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: &str) -> Option<Self> {
        match code.as_bytes() {
            b"WBRI" | b"WIRI" | b"WOTH" | b"WIRT" | b"WROM" => Some(Self::White),
            b"MWBC" | b"MWBA" | b"MWAS" | b"MOTH" => Some(Self::Mixed),
            b"AIND" | b"APKN" | b"ABAN" | b"AOTH" | b"CHNE" => Some(Self::Asian),
            b"BCRB" | b"BAFR" | b"BOTH" => Some(Self::Black),
            b"OOTH" => Some(Self::Other),
            b"REFU" | b"NOBT" => Some(Self::NotKnown),
            _ => None,
        }
    }
}

impl fmt::Display for EthnicGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
