//! Health assessments.

use super::Problems;

/// Health assessments.
///
/// ```
/// use iro_handbook::record::Health;
///
/// assert_eq!(Health::default(), Health::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Health {}

impl Health {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
