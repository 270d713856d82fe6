//! The series of short breaks of a child.

use super::dated::{self, Dated};
use super::{Problems, ShortBreakSeries};
use std::collections::BTreeMap;

/// The series of short breaks of a child; nothing is known of them until they are given.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{ShortBreakSeries, ShortBreaks};
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
/// let breaks = ShortBreaks::new([ShortBreakSeries::new(day)]);
/// assert_eq!(breaks.series().unwrap().len(), 1);
/// assert_eq!(ShortBreaks::default().series(), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct ShortBreaks {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    series: Option<Vec<ShortBreakSeries>>,
}

impl ShortBreaks {
    /// These series and no other.
    ///
    /// ```
    /// use iro_handbook::record::ShortBreaks;
    ///
    /// assert_eq!(ShortBreaks::new([]).series(), Some(&[][..]));
    /// ```
    #[must_use]
    pub fn new(series: impl IntoIterator<Item = ShortBreakSeries>) -> Self {
        Self { series: dated::complete(series) }
    }

    /// The series by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ShortBreaks::default().series(), None);
    /// ```
    #[must_use]
    pub fn series(&self) -> Option<&[ShortBreakSeries]> {
        self.series.as_deref()
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        let all = self.series().unwrap_or_default();
        all.iter().for_each(|series| series.problems(problems));
        for (before, after) in all.iter().zip(all.iter().skip(1)) {
            if before.day() == after.day() {
                problems.add("short breaks", after.day(), "another series begins that day");
            }
        }
        if all.len() < 2 {
            return;
        }
        // A child is in one place at a time: no two breaks begin on one day, in whatever series.
        let mut begun = BTreeMap::new();
        for (at, series) in all.iter().enumerate() {
            for each in series.breaks().unwrap_or_default() {
                if *begun.entry(each.began()).or_insert(at) < at {
                    let problem = "a break of another series begins that day";
                    problems.add("short break", each.began(), problem);
                }
            }
        }
    }
}
