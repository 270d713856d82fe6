//! Which child is in which table: 399, 1012, INT08, INT17.

use chrono::NaiveDate;

use super::super::entries::is_short_break;
use super::super::table::Table;
use super::view::{PerChild, View};
use super::{CheckRule, Flags};

pub(super) fn check(view: &View<'_>, flags: &mut Flags) {
    let source = view.source;
    let [header, episodes, reviews] =
        [Table::Header, Table::Episodes, Table::Reviews].map(|table| source.has(table));
    if episodes {
        without_episode(view, flags);
    }
    if header && reviews {
        unlike_header(view, flags);
    }
    if header && episodes && reviews {
        review_of_short_breaks(view, flags);
    }
}

/// Rule 1012. A blank CHILD counts as a child here: rows without one answer each other.
fn without_episode(view: &View<'_>, flags: &mut Flags) {
    let mut known = PerChild::<bool>::new(view.source);
    for episode in view.source.episodes() {
        if let Some(known) = known.get_mut(episode.child) {
            *known = true;
        }
    }
    for review in view.source.reviews() {
        if !known.get(review.child()) {
            flags.add(CheckRule::R1012, Table::Reviews, review.row());
        }
    }
    for table in [
        Table::PlacedForAdoption,
        Table::Missing,
        Table::Ad1,
        Table::PreviousPermanence,
        Table::Oc2,
    ] {
        for (row, child) in view.source.other_rows(table) {
            if !known.get(child) {
                flags.add(CheckRule::R1012, table, row);
            }
        }
    }
}

/// Rules INT08 and INT17.
fn unlike_header(view: &View<'_>, flags: &mut Flags) {
    #[derive(Clone, Copy, Default)]
    struct Births {
        in_header: bool,
        // A child with several header rows may have several: the least and the greatest decide
        // whether one of them differs from a given day.
        least: Option<NaiveDate>,
        greatest: Option<NaiveDate>,
    }
    let mut births = PerChild::<Births>::new(view.source);
    for header in view.source.headers() {
        let Some(births) = births.get_mut(header.child()) else {
            continue;
        };
        births.in_header = true;
        if let Some(dob) = header.dob().strict() {
            births.least = Some(births.least.map_or(dob, |least| least.min(dob)));
            births.greatest = births.greatest.max(Some(dob));
        }
    }
    for review in view.source.reviews() {
        let births = births.get(review.child());
        if !births.in_header {
            flags.add(CheckRule::Int08, Table::Reviews, review.row());
        }
        let differs = |other: Option<NaiveDate>| other.is_some() && other != review.dob().strict();
        if review.dob().strict().is_some() && (differs(births.least) || differs(births.greatest)) {
            flags.add(CheckRule::Int17, Table::Reviews, review.row());
        }
    }
}

/// Rule 399. A completed MOTHER counts like a review: neither belongs to a child in short breaks only.
fn review_of_short_breaks(view: &View<'_>, flags: &mut Flags) {
    #[derive(Clone, Copy, Default)]
    struct Child {
        only_breaks: bool,
        mother: bool,
        review: bool,
    }
    let mut children = PerChild::<Child>::new(view.source);
    for episodes in view.children() {
        let child = episodes.first().and_then(|episode| episode.child);
        if let Some(child) = children.get_mut(child) {
            child.only_breaks = episodes.iter().all(|episode| is_short_break(episode.ls));
        }
    }
    for header in view.source.headers().filter(|header| header.mother) {
        if let Some(child) = children.get_mut(header.child()) {
            child.mother = true;
        }
    }
    for review in view.source.reviews().filter(|review| !review.is_empty()) {
        if let Some(child) = children.get_mut(review.child()) {
            child.review = true;
        }
    }
    for episode in &view.by_decom {
        let child = children.get(episode.child);
        if child.only_breaks && (child.mother || child.review) {
            flags.add(CheckRule::R399, Table::Episodes, episode.row);
        }
    }
    for header in view.source.headers() {
        let child = children.get(header.child());
        if child.only_breaks && (header.mother || child.review) {
            flags.add(CheckRule::R399, Table::Header, header.row());
        }
    }
    for review in view.source.reviews() {
        let child = children.get(review.child());
        if child.only_breaks && (child.mother || !review.is_empty()) {
            flags.add(CheckRule::R399, Table::Reviews, review.row());
        }
    }
}
