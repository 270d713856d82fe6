//! What calls for a review besides the calendar: prompts, endings, changes; and reviews of other clocks.

use super::Problems;

/// What calls for a review besides the calendar: prompts, endings, changes; and reviews of other clocks.
///
/// ```
/// use iro_handbook::record::ReviewCalls;
///
/// assert_eq!(ReviewCalls::default(), ReviewCalls::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct ReviewCalls {}

impl ReviewCalls {
    pub(crate) fn problems(&self, _problems: &mut Problems<'_>) {}
}
