//! Text of the caller's own, kept out of `Debug`.

use super::Problems;
use core::fmt;

/// Text of the caller's own: a reason, a decision, the code of an officer.
///
/// It is handed on in findings, where a reader needs it, and never shown by `Debug` or in errors.
///
/// ```
/// use iro_handbook::record::FreeText;
///
/// let reason = FreeText::from("she was in hospital");
/// assert_eq!(reason.as_str(), "she was in hospital");
/// assert_eq!(format!("{reason:?}"), "FreeText(..)");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct FreeText(String);

impl FreeText {
    /// The text.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::FreeText::from("SW-12").as_str(), "SW-12");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An exception without a reason, a name without letters.
    pub(crate) fn problems(&self, field: &'static str, problems: &mut Problems<'_>) {
        if self.0.trim().is_empty() {
            problems.add(field, "empty", "it is given, and says nothing");
        }
    }
}

impl<T: Into<String>> From<T> for FreeText {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FreeText(..)")
    }
}
