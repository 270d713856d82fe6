//! Episodes of one child after another: 142, 357, 388, 431, 432, 433, 501.

use chrono::NaiveDate;

use super::super::code::Code;
use super::super::entries::EpisodeEntry;
use super::super::table::Table;
use super::view::{View, blank_last, pairs};
use super::{CheckRule, Flags};

/// Where DECOM cannot be read, 388 takes the episode to have begun before all others.
const LONG_AGO: Option<NaiveDate> = NaiveDate::from_ymd_opt(1901, 1, 1);

pub(super) fn check(view: &View<'_>, flags: &mut Flags) {
    let year_start = view.source.year().start();
    let mut unread_first: Vec<EpisodeEntry> = Vec::new();
    let mut by_both: Vec<EpisodeEntry> = Vec::new();
    for episodes in view.children() {
        first(episodes, year_start, flags);
        after_another(episodes, flags);
        not_ended(episodes, flags);

        unread_first.clear();
        unread_first.extend(episodes);
        unread_first.sort_by_key(from_long_ago);
        carried_on(&unread_first, flags);

        by_both.clear();
        by_both.extend(episodes);
        by_both.sort_by_key(|e| (blank_last(e.decom.strict()), blank_last(e.dec.strict())));
        continuation(&by_both, flags);
    }
}

fn from_long_ago(episode: &EpisodeEntry) -> Option<NaiveDate> {
    episode.decom.strict().or(LONG_AGO)
}

/// Rule 357. Of several that begin first on one day, the first in the file counts.
fn first(episodes: &[EpisodeEntry], year_start: NaiveDate, flags: &mut Flags) {
    let Some(episode) = episodes.first() else {
        return;
    };
    if episode.decom.strict() >= Some(year_start) && episode.rne != "S" {
        flags.add(CheckRule::R357, Table::Episodes, episode.row);
    }
}

/// Rules 431, 432 and 501.
fn after_another(episodes: &[EpisodeEntry], flags: &mut Flags) {
    for (previous, this) in pairs(episodes) {
        let mut add = |rule| flags.add(rule, Table::Episodes, this.row);
        if this.rne != "S" && ceases(previous.rec) {
            add(CheckRule::R432);
        }
        let (Some(began), Some(ceased)) = (this.decom.strict(), previous.dec.strict()) else {
            continue;
        };
        if this.rne == "S" && began <= ceased {
            add(CheckRule::R431);
        }
        if began < ceased {
            add(CheckRule::R501);
        }
    }
}

/// The reasons in use by which care ceases; E43 and E44 are of earlier years.
fn ceases(rec: Code) -> bool {
    matches!(
        rec.as_str(),
        "E2" | "E3"
            | "E4A"
            | "E4B"
            | "E5"
            | "E6"
            | "E7"
            | "E8"
            | "E9"
            | "E11"
            | "E12"
            | "E13"
            | "E14"
            | "E15"
            | "E16"
            | "E17"
            | "E41"
            | "E45"
            | "E46"
            | "E47"
            | "E48"
    )
}

/// Rule 142. Of several that begin last on one day, the last in the file counts as the last; so does an
/// episode whose DECOM cannot be read, which is itself never flagged.
fn not_ended(episodes: &[EpisodeEntry], flags: &mut Flags) {
    let Some((_, earlier)) = episodes.split_last() else {
        return;
    };
    for episode in earlier.iter().filter(|episode| episode.decom.strict().is_some()) {
        if episode.dec.strict().is_none() || episode.rec.is_blank() {
            flags.add(CheckRule::R142, Table::Episodes, episode.row);
        }
    }
}

/// Rule 388.
fn carried_on(episodes: &[EpisodeEntry], flags: &mut Flags) {
    let nexts = episodes.iter().skip(1).map(Some).chain([None]);
    for (episode, next) in episodes.iter().zip(nexts) {
        let Some(ceased) = episode.dec.strict() else {
            continue;
        };
        let next_that_day = next.and_then(from_long_ago) == Some(ceased);
        let goes_on = episode.rec == "X1";
        if !episode.rec.is_blank() && goes_on != next_that_day {
            flags.add(CheckRule::R388, Table::Episodes, episode.row);
        }
    }
}

/// Rule 433. What was written is compared: the same day in two forms is not the same.
fn continuation(episodes: &[EpisodeEntry], flags: &mut Flags) {
    for (previous, this) in pairs(episodes) {
        let goes_on = matches!(this.rne.as_str(), "L" | "P" | "T" | "B" | "U");
        let follows = this.decom.date().is_some() && this.decom == previous.dec;
        if goes_on && !follows {
            flags.add(CheckRule::R433, Table::Episodes, this.row);
        }
    }
}
