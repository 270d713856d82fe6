//! A whole by its parts.

use std::collections::BTreeMap;

/// How many there are of each kind: an aggregate that can be empty, take one, and merge with another.
///
/// ```
/// use iro_handbook::report::Breakdown;
///
/// let mut by_grade = Breakdown::new();
/// by_grade.add("good");
/// by_grade.add("good");
/// by_grade.add("requires improvement");
/// assert_eq!((by_grade.of(&"good"), by_grade.total()), (2, 3));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Breakdown<K> {
    counts: BTreeMap<K, u64>,
}

impl<K> Default for Breakdown<K> {
    fn default() -> Self {
        Self { counts: BTreeMap::new() }
    }
}

impl<K: Ord> Breakdown<K> {
    /// None of any kind.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Breakdown::<u8>::new().total(), 0);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more of a kind.
    ///
    /// ```
    /// let mut counts = iro_handbook::report::Breakdown::new();
    /// counts.add('a');
    /// assert_eq!(counts.of(&'a'), 1);
    /// ```
    pub fn add(&mut self, kind: K) {
        self.add_many(kind, 1);
    }

    /// So many more of a kind. None of a kind makes the kind appear, as a true zero.
    ///
    /// ```
    /// let mut counts = iro_handbook::report::Breakdown::new();
    /// counts.add_many('a', 3);
    /// counts.add_many('b', 0);
    /// assert_eq!(counts.iter().collect::<Vec<_>>(), [(&'a', 3), (&'b', 0)]);
    /// ```
    pub fn add_many(&mut self, kind: K, count: u64) {
        let so_far = self.counts.entry(kind).or_default();
        *so_far = so_far.saturating_add(count);
    }

    /// Together with another.
    ///
    /// ```
    /// let mut left = iro_handbook::report::Breakdown::new();
    /// left.add('a');
    /// let right = left.clone();
    /// left.merge(right);
    /// assert_eq!(left.of(&'a'), 2);
    /// ```
    pub fn merge(&mut self, other: Self) {
        other.counts.into_iter().for_each(|(kind, count)| self.add_many(kind, count));
    }

    /// How many of a kind.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Breakdown::new().of(&'a'), 0);
    /// ```
    #[must_use]
    pub fn of(&self, kind: &K) -> u64 {
        self.counts.get(kind).copied().unwrap_or_default()
    }

    /// How many of all kinds.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Breakdown::<char>::new().total(), 0);
    /// ```
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Every kind with its count, in the order of the kinds.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::Breakdown::<char>::new().iter().count(), 0);
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&K, u64)> {
        self.counts.iter().map(|(kind, count)| (kind, *count))
    }
}

impl<K: Ord> Extend<K> for Breakdown<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, kinds: I) {
        kinds.into_iter().for_each(|kind| self.add(kind));
    }
}
