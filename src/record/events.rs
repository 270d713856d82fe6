//! Significant events of which the IRO has to be told.

use super::Problems;

/// Significant events of which the IRO has to be told.
///
/// ```
/// use iro_handbook::record::Events;
///
/// assert_eq!(Events::default(), Events::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Events {}

impl Events {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
