//! The placements of a period of care over time.

use super::Problems;

/// The placements of a period of care over time.
///
/// ```
/// use iro_handbook::record::Placements;
///
/// assert_eq!(Placements::default(), Placements::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Placements {}

impl Placements {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
