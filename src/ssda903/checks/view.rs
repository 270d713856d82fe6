//! What several checks look at, worked out once.

use chrono::NaiveDate;

use super::super::by_child::ByChild;
use super::super::entries::{ChildIx, EpisodeEntry};
use super::super::returns::Return;

/// A return with its episodes in order of child and beginning.
pub(super) struct View<'a> {
    pub source: &'a Return,
    /// The episodes of each child, in file order.
    pub episodes: ByChild<'a, EpisodeEntry>,
    /// All episodes of named children, by child and DECOM, no readable one last; what begins on
    /// one day in file order.
    pub by_decom: Vec<EpisodeEntry>,
}

/// A child's place in a list with one slot a child and a last one for a blank CHILD.
pub(super) struct PerChild<T>(Vec<T>);

impl<T: Clone + Default> PerChild<T> {
    pub(super) fn new(source: &Return) -> Self {
        Self(vec![T::default(); source.child_count().saturating_add(1)])
    }

    fn slot(&self, child: Option<ChildIx>) -> usize {
        let blank = self.0.len().saturating_sub(1);
        child.map_or(blank, ChildIx::place)
    }

    pub(super) fn get(&self, child: Option<ChildIx>) -> T {
        self.0.get(self.slot(child)).cloned().unwrap_or_default()
    }

    pub(super) fn get_mut(&mut self, child: Option<ChildIx>) -> Option<&mut T> {
        let slot = self.slot(child);
        self.0.get_mut(slot)
    }
}

/// No readable date comes after every date.
pub(super) fn blank_last(date: Option<NaiveDate>) -> (bool, Option<NaiveDate>) {
    (date.is_none(), date)
}

impl<'a> View<'a> {
    pub(super) fn new(source: &'a Return) -> Self {
        let episodes =
            ByChild::new(source.child_count(), &source.episodes, |episode| episode.child);
        let mut by_decom: Vec<EpisodeEntry> = Vec::with_capacity(source.episodes.len());
        for child in source.numbers() {
            let from = by_decom.len();
            by_decom.extend(episodes.rows(child));
            let of_child = by_decom.get_mut(from..).unwrap_or_default();
            // The sort is stable, which keeps what begins on one day in file order.
            of_child.sort_by_key(|episode| blank_last(episode.decom.strict()));
        }
        Self { source, episodes, by_decom }
    }

    /// The episodes by child, one slice each, by DECOM.
    pub(super) fn children(&self) -> impl Iterator<Item = &[EpisodeEntry]> {
        self.by_decom.chunk_by(|left, right| left.child == right.child)
    }
}

/// Each neighbouring pair of a child's episodes.
pub(super) fn pairs(
    episodes: &[EpisodeEntry],
) -> impl Iterator<Item = (&EpisodeEntry, &EpisodeEntry)> {
    episodes.iter().zip(episodes.iter().skip(1))
}
