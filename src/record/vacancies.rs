//! The posts of a service in which nobody is.

use super::Fte;

/// How much of a service's posts is vacant. That none is, is not the same as that nobody wrote it down.
///
/// ```
/// use iro_handbook::record::{Fte, Vacancies};
///
/// assert_eq!(Vacancies::from(Fte::FULL_TIME).hundredths(), Some(100));
/// assert_eq!(Vacancies::None.hundredths(), Some(0));
/// assert_eq!(Vacancies::default().hundredths(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Vacancies {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// Every post is filled.
    None,
    /// So much is vacant, as a full-time equivalent.
    Posts(Fte),
}

impl Vacancies {
    /// The hundredths of a full-time post that are vacant, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Vacancies::None.hundredths(), Some(0));
    /// ```
    #[must_use]
    pub const fn hundredths(self) -> Option<u32> {
        match self {
            Self::NotRecorded => None,
            Self::None => Some(0),
            Self::Posts(fte) => Some(fte.hundredths()),
        }
    }
}

impl From<Fte> for Vacancies {
    fn from(fte: Fte) -> Self {
        Self::Posts(fte)
    }
}
