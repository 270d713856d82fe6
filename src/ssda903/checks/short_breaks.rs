//! Limits of short breaks: 365, 367.

use chrono::Days;

use super::super::date::DateCell;
use super::super::table::Table;
use super::view::View;
use super::{CheckRule, Flags};

/// Days that one short break may last.
const ONE_BREAK: Days = Days::new(17);
/// Days of short breaks that a child may have in a year.
const ALL_BREAKS: i64 = 75;

pub(super) fn check(view: &View<'_>, flags: &mut Flags) {
    let year = view.source.year();
    for episode in view.source.episodes().filter(|episode| episode.ls == "V3") {
        let end =
            if episode.dec == DateCell::Blank { Some(year.end()) } else { episode.dec.strict() };
        let limit = episode.decom.strict().and_then(|decom| decom.checked_add_days(ONE_BREAK));
        if limit.is_some() && end > limit {
            flags.add(CheckRule::R365, Table::Episodes, episode.row);
        }
    }

    let mut counted: Vec<u32> = Vec::new();
    for episodes in view.children() {
        counted.clear();
        let mut total = 0_i64;
        for episode in episodes.iter().filter(|episode| episode.ls == "V3") {
            let Some(decom) = episode.decom.strict() else {
                continue;
            };
            let dec = match (episode.dec, episode.dec.strict()) {
                (DateCell::Blank, _) => year.end(),
                (_, Some(dec)) => dec.min(year.end()),
                (_, None) => continue,
            };
            let days = dec.signed_duration_since(decom.max(year.start())).num_days();
            if days > 0 {
                total = total.saturating_add(days);
                counted.push(episode.row);
            }
        }
        if total > ALL_BREAKS {
            for row in &counted {
                flags.add(CheckRule::R367, Table::Episodes, *row);
            }
        }
    }
}
