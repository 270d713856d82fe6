//! The care plan and the plans and steps beside it.

use super::Problems;

/// The care plan and the plans and steps beside it.
///
/// ```
/// use iro_handbook::record::Plans;
///
/// assert_eq!(Plans::default(), Plans::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Plans {}

impl Plans {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
