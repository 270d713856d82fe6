//! Who was the child's IRO when, and what is known of it.

use super::Problems;

/// Who was the child's IRO when, and what is known of it.
///
/// ```
/// use iro_handbook::record::IroHistory;
///
/// assert_eq!(IroHistory::default(), IroHistory::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct IroHistory {}

impl IroHistory {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
