//! Series of short breaks and their placements and reviews.

use super::Problems;

/// Series of short breaks and their placements and reviews.
///
/// ```
/// use iro_handbook::record::ShortBreaks;
///
/// assert_eq!(ShortBreaks::default(), ShortBreaks::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct ShortBreaks {}

impl ShortBreaks {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
