//! The child's kin in care: siblings, and a looked-after parent or baby.

use super::Problems;

/// The child's kin in care: siblings, and a looked-after parent or baby.
///
/// ```
/// use iro_handbook::record::Kin;
///
/// assert_eq!(Kin::default(), Kin::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Kin {}

impl Kin {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
