//! The legal statuses of a period of care over time.

use super::Problems;

/// The legal statuses of a period of care over time.
///
/// ```
/// use iro_handbook::record::LegalStatuses;
///
/// assert_eq!(LegalStatuses::default(), LegalStatuses::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct LegalStatuses {}

impl LegalStatuses {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
