//! Dates by themselves and within one episode: 102, 141, 147, 148, 166, 353, 355, 356.

use chrono::NaiveDate;

use super::super::returns::Return;
use super::super::table::Table;
use super::{CheckRule, Flags};

/// The day before which no episode of the collection can begin.
const CHILDREN_ACT_IN_FORCE: Option<NaiveDate> = NaiveDate::from_ymd_opt(1991, 10, 14);

pub(super) fn check(source: &Return, flags: &mut Flags) {
    for header in source.headers() {
        if header.dob().strict().is_none() {
            flags.add(CheckRule::R102, Table::Header, header.row());
        }
    }
    for review in source.reviews() {
        if review.date().strict().is_none() {
            flags.add(CheckRule::R166, Table::Reviews, review.row());
        }
    }
    for episode in source.episodes() {
        let mut fires = |rule, fired| {
            if fired {
                flags.add(rule, Table::Episodes, episode.row);
            }
        };
        let (decom, dec) = (episode.decom.strict(), episode.dec.strict());
        fires(CheckRule::R141, decom.is_none() && !episode.decom.is_blank());
        fires(CheckRule::R147, dec.is_none() && !episode.dec.is_blank());
        fires(CheckRule::R148, episode.dec.is_blank() != episode.rec.is_blank());
        fires(CheckRule::R353, decom.is_some() && decom < CHILDREN_ACT_IN_FORCE);
        // As written: the same day in two forms is for 141 and 147 to flag.
        fires(CheckRule::R355, episode.decom.date().is_some() && episode.decom == episode.dec);
        fires(CheckRule::R356, decom.is_some() && dec.is_some() && dec < decom);
    }
}
