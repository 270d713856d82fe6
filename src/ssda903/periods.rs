//! A child's episodes joined into periods of care. Dates decide; reasons for a new episode do not.

use super::entries::UsableEpisode;
use crate::record::{AdoptionChange, Entry};
use chrono::NaiveDate;

/// One unbroken stretch of a child's episodes, short breaks aside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'a> {
    /// In order of start, then end, with those that have not ended last.
    episodes: &'a [UsableEpisode],
    /// None while it is open.
    pub ended: Option<NaiveDate>,
}

/// Puts the episodes of one child in order for [`stretches`]; equal ones keep their order.
pub(super) fn sort(episodes: &mut [UsableEpisode]) {
    episodes.sort_by_key(|episode| (episode.decom, episode.dec.is_none(), episode.dec));
}

/// The stretches of a child's ordinary episodes, which are [in order](sort).
pub(super) fn stretches(episodes: &[UsableEpisode]) -> impl Iterator<Item = Stretch<'_>> {
    let mut rest = episodes;
    core::iter::from_fn(move || {
        let (first, _) = rest.split_first()?;
        let mut latest = first.dec;
        let mut open = first.dec.is_none();
        let mut length: usize = 1;
        for episode in rest.iter().skip(1) {
            if !open && Some(episode.decom) > latest {
                break;
            }
            open = episode.dec.is_none();
            latest = latest.max(episode.dec);
            length = length.saturating_add(1);
        }
        let (episodes, after) = rest.split_at_checked(length)?;
        rest = after;
        // The last episode says whether it is open; the latest day, which need not be its, when it ended.
        let ended = if open { None } else { latest };
        Some(Stretch { episodes, ended })
    })
}

impl<'a> Stretch<'a> {
    /// The first episode.
    pub(super) fn first(&self) -> Option<&'a UsableEpisode> {
        self.episodes.first()
    }

    /// The episodes, in order of start.
    pub(super) const fn episodes(&self) -> &'a [UsableEpisode] {
        self.episodes
    }

    /// Whether its first day is known to be the day the child became looked after.
    pub(super) fn entry(&self) -> Entry {
        match self.first() {
            Some(first) if first.rne == "S" => Entry::Known,
            _ => Entry::NotKnown,
        }
    }

    /// Whether a day falls in it.
    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        self.first().is_some_and(|first| first.decom <= day)
            && self.ended.is_none_or(|ended| day <= ended)
    }

    /// The changes to and from placement for adoption, in the order of the episodes.
    pub(super) fn adoption_changes(&self) -> impl Iterator<Item = AdoptionChange> + use<'a> {
        let entry = self.entry();
        let mut before: Option<bool> = None;
        self.episodes.iter().filter_map(move |episode| {
            let rne = |codes: &[&str]| codes.iter().any(|code| episode.rne == *code);
            let adoptive = is_adoptive(episode);
            let change = match (before, adoptive) {
                // Where care did not begin here, only some reasons say that the placement did.
                (None, true) if entry == Entry::Known || rne(&["P", "T", "B"]) => {
                    Some(AdoptionChange::Placed(episode.decom))
                }
                (Some(false), true) => Some(AdoptionChange::Placed(episode.decom)),
                // With another carer it is another placement.
                (Some(true), true) if rne(&["P", "B"]) => {
                    Some(AdoptionChange::Placed(episode.decom))
                }
                (Some(true), false) => Some(AdoptionChange::Ended(episode.decom)),
                _ => None,
            };
            before = Some(adoptive);
            change
        })
    }
}

/// Whether it is a placement for adoption: with consent (A3, A4) or under a placement order (A5, A6).
pub(super) fn is_adoptive(episode: &UsableEpisode) -> bool {
    matches!(episode.place.as_str(), "A3" | "A4" | "A5" | "A6")
}
