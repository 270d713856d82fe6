//! Visits by the authority's representative.

use super::Problems;

/// Visits by the authority's representative.
///
/// ```
/// use iro_handbook::record::Visits;
///
/// assert_eq!(Visits::default(), Visits::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Visits {}

impl Visits {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
