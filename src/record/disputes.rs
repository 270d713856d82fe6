//! Disputes raised by the IRO, and referrals to Cafcass.

use super::Problems;

/// Disputes raised by the IRO, and referrals to Cafcass.
///
/// ```
/// use iro_handbook::record::Disputes;
///
/// assert_eq!(Disputes::default(), Disputes::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Disputes {}

impl Disputes {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
