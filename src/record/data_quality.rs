//! What was set aside or noticed while records were made from rows.

/// Counts of rows that were set aside, or that say something a reader of the figures should know.
///
/// A count of nought is printed like any other. The counts add up over children and over
/// authorities with [`merge`](Self::merge).
///
/// ```
/// use iro_handbook::record::DataQuality;
///
/// let mut all = DataQuality::default();
/// let mut one = DataQuality::default();
/// one.duplicate_review = 2;
/// all.merge(&one);
/// all.merge(&one);
/// assert_eq!(all.duplicate_review, 4);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct DataQuality {
    /// Episode rows without a child or a start that can be read, that end before they start, or that start outside the calendar's years.
    pub unusable_episode: u64,
    /// Episodes of an earlier return that the next return should hold and does not.
    pub episode_not_carried: u64,
    /// Children all of whose rows are gone from the next return in this way.
    pub child_not_carried: u64,
    /// Review rows without a child or a date that can be read.
    pub unusable_review: u64,
    /// Review rows for a child and a day that another row already gives.
    pub duplicate_review: u64,
    /// Reviews dated after the day asked about.
    pub review_after_as_of: u64,
    /// Reviews dated before the first day from which review dates are complete.
    pub review_before_evidence: u64,
    /// Reviews held while the child was in a short break only.
    pub review_in_short_break: u64,
    /// Reviews dated outside every period of care of the child.
    pub review_outside_care: u64,
}

impl DataQuality {
    /// Adds another set of counts to this one.
    ///
    /// ```
    /// use iro_handbook::record::DataQuality;
    ///
    /// let mut sum = DataQuality::default();
    /// sum.merge(&DataQuality::default());
    /// assert_eq!(sum, DataQuality::default());
    /// ```
    pub fn merge(&mut self, other: &Self) {
        self.zip(other, |mine, theirs| *mine = mine.saturating_add(theirs));
    }

    pub(crate) fn zip(&mut self, other: &Self, mut with: impl FnMut(&mut u64, u64)) {
        for (mine, (_, theirs)) in self.each_mut().into_iter().zip(other.each()) {
            with(mine, theirs);
        }
    }

    /// Every count with its name in the JSON of the figures, in the order of that JSON.
    ///
    /// ```
    /// use iro_handbook::record::DataQuality;
    ///
    /// let names: Vec<_> = DataQuality::default().each().map(|(name, _)| name).to_vec();
    /// assert_eq!(names.first(), Some(&"unusable_episode"));
    /// assert_eq!(names.len(), 9);
    /// ```
    #[must_use]
    pub const fn each(&self) -> [(&'static str, u64); 9] {
        [
            ("unusable_episode", self.unusable_episode),
            ("episode_not_carried", self.episode_not_carried),
            ("child_not_carried", self.child_not_carried),
            ("unusable_review", self.unusable_review),
            ("duplicate_review", self.duplicate_review),
            ("review_after_as_of", self.review_after_as_of),
            ("review_before_evidence", self.review_before_evidence),
            ("review_in_short_break", self.review_in_short_break),
            ("review_outside_care", self.review_outside_care),
        ]
    }

    fn each_mut(&mut self) -> [&mut u64; 9] {
        [
            &mut self.unusable_episode,
            &mut self.episode_not_carried,
            &mut self.child_not_carried,
            &mut self.unusable_review,
            &mut self.duplicate_review,
            &mut self.review_after_as_of,
            &mut self.review_before_evidence,
            &mut self.review_in_short_break,
            &mut self.review_outside_care,
        ]
    }
}
