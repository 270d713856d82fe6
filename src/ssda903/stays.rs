//! A child's episodes as stays: where, by what, and with whose care. What the reports about children ask.

use super::entries::UsableEpisode;
use super::periods::Stretch;
use crate::record::{LegalBasis, PlacementType, ReasonCeased, SameCarer};
use chrono::NaiveDate;

/// One episode: eight bytes.
#[derive(Clone, Copy)]
pub(super) struct Stay {
    from: NaiveDate,
    legal_basis: Option<LegalBasis>,
    placement: Option<PlacementType>,
    carer: Carer,
}

/// With whom, beside the stay before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Carer {
    /// With another carer than before, or the first.
    Another,
    /// The first that is known, with a carer who may have been the child's before.
    KnownFromHere,
    /// With the same.
    Same,
    /// Away from the carer for a time (T0 to T4): no placement of its own.
    Away,
}

impl Stretch<'_> {
    /// The episodes as stays, in order.
    ///
    /// The reason for the new episode says whether the carer changed: S, P and B say so; L, T and U say that
    /// the carer stayed. Where it is neither, and after a temporary stay, the placement code decides: the
    /// same code is taken for the same carer.
    pub(super) fn stays(&self) -> impl Iterator<Item = Stay> + '_ {
        // The code of the placement before, temporary stays aside, and whether one came after it.
        let mut before = None;
        let mut away = false;
        self.episodes().iter().map(move |episode| {
            let placement = PlacementType::from_code(episode.place.as_str());
            let rne = |codes: [&str; 3]| codes.iter().any(|code| episode.rne == *code);
            let carer = if placement == Some(PlacementType::Temporary) {
                away = true;
                Carer::Away
            } else {
                let carer = match before {
                    None if away || rne(["S", "P", "B"]) => Carer::Another,
                    None => Carer::KnownFromHere,
                    Some(code) if away && code == episode.place => Carer::Same,
                    Some(_) if rne(["S", "P", "B"]) => Carer::Another,
                    Some(_) if !away && rne(["L", "T", "U"]) => Carer::Same,
                    Some(code) if code == episode.place => Carer::Same,
                    Some(_) => Carer::Another,
                };
                before = Some(episode.place);
                away = false;
                carer
            };
            let legal_basis = LegalBasis::from_code(episode.ls.as_str());
            Stay { from: episode.decom, legal_basis, placement, carer }
        })
    }

    /// Why care ended: by the episode that ceased on the day it ended, the last of them.
    pub(super) fn reason_ceased(&self) -> Option<ReasonCeased> {
        let ended = self.ended?;
        let last = |episode: &&UsableEpisode| episode.dec == Some(ended);
        let episode = self.episodes().iter().rev().find(last)?;
        ReasonCeased::from_code(episode.rec.as_str())
    }
}

/// What the stays of one period of care come to, on a day.
#[derive(Clone, Copy, Default)]
pub(super) struct Stayed {
    pub legal_basis: Option<LegalBasis>,
    pub placement: Option<PlacementType>,
    pub same_carer: Option<SameCarer>,
    /// The placements of which a day lies in the year up to that day.
    pub placements: u32,
}

/// The stays of a period of care that ended on a day, or is open, as it stood on `last`.
pub(super) fn stayed(
    stays: &[Stay],
    ended: Option<NaiveDate>,
    year_start: NaiveDate,
    last: NaiveDate,
) -> Stayed {
    let mut sum = Stayed::default();
    // With the carer of the day, and with the one before.
    let (mut carer, mut carer_before) = (None, None);
    let mut adoptive = false;
    let known = stays.iter().take_while(|stay| stay.from <= last);
    for stay in known {
        let since = match stay.carer {
            Carer::Another => Some(SameCarer::Since(stay.from)),
            Carer::KnownFromHere => Some(SameCarer::SinceBefore(stay.from)),
            Carer::Same | Carer::Away => None,
        };
        if since.is_some() {
            // The placement before ran to this day, so it is one of the year's from the year's first day on.
            let counts = carer.is_some() && stay.from >= year_start;
            sum.placements = sum.placements.saturating_add(u32::from(counts));
            (carer, carer_before) = (since, carer);
        }
        if stay.carer != Carer::Away {
            adoptive = stay.placement == Some(PlacementType::Adoption);
        }
        (sum.legal_basis, sum.placement) = (stay.legal_basis, stay.placement);
    }
    let ran_into_year = carer.is_some() && ended.is_none_or(|ended| ended >= year_start);
    sum.placements = sum.placements.saturating_add(u32::from(ran_into_year));
    sum.same_carer = if adoptive { carer_before.or(carer) } else { carer };
    sum
}
