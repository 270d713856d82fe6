//! This crate's own checks: reviews against the care they belong to.

use chrono::NaiveDate;

use super::super::entries::{ChildIx, UsableEpisode, UsableReview};
use super::super::periods::{self, Stretch};
use super::super::table::Table;
use super::view::{PerChild, View, blank_last};
use super::{CheckRule, FirstReviewDue, Flags};
use crate::record::AdoptionChange;

/// A stretch of care without a gap, short breaks aside; `ended` is none while it is open.
#[derive(Clone, Copy)]
struct Period {
    first: UsableEpisode,
    ended: Option<NaiveDate>,
    /// The first day of a placement for adoption, whose reviews follow another clock.
    adoptive: Option<NaiveDate>,
}

impl Period {
    fn of(stretch: &Stretch<'_>) -> Option<Self> {
        let first = *stretch.first()?;
        let adoptive = stretch.adoption_changes().next().map(AdoptionChange::on);
        Some(Self { first, ended: stretch.ended, adoptive })
    }

    fn covers(&self, date: NaiveDate) -> bool {
        self.first.decom <= date && self.ended.is_none_or(|ended| date <= ended)
    }
}

/// Where a child's periods and short breaks stand in the two lists.
#[derive(Clone, Copy, Default)]
struct Span {
    periods: (usize, usize),
    breaks: (usize, usize),
}

pub(super) fn check(view: &View<'_>, first_review_due: FirstReviewDue<'_>, flags: &mut Flags) {
    let year = view.source.year();
    let mut episodes: Vec<UsableEpisode> = view.source.usable_episodes().collect();
    episodes.sort_by_key(|episode| (episode.child, episode.decom, blank_last(episode.dec)));
    let (mut periods, mut breaks): (Vec<Period>, Vec<UsableEpisode>) = Default::default();
    let mut ordinary: Vec<UsableEpisode> = Vec::new();
    let mut spans = PerChild::<Span>::new(view.source);
    for of_child in episodes.chunk_by(|left, right| left.child == right.child) {
        let starts = (periods.len(), breaks.len());
        breaks.extend(of_child.iter().filter(|episode| episode.is_short_break()));
        ordinary.clear();
        ordinary.extend(of_child.iter().filter(|episode| !episode.is_short_break()));
        periods.extend(periods::stretches(&ordinary).filter_map(|stretch| Period::of(&stretch)));
        let child = of_child.first().map(|episode| episode.child);
        if let Some(span) = spans.get_mut(child) {
            *span = Span { periods: (starts.0, periods.len()), breaks: (starts.1, breaks.len()) };
        }
    }

    let mut days: Vec<(ChildIx, NaiveDate, u32)> = Vec::new();
    let mut reviewed = vec![false; periods.len()];
    for review in view.source.usable_reviews() {
        let span = spans.get(Some(review.child));
        let of_child = periods.get(span.periods.0..span.periods.1).unwrap_or_default();
        let covering = of_child.iter().position(|period| period.covers(review.date));
        if let Some(within) = covering {
            let number = span.periods.0.saturating_add(within);
            if let Some(reviewed) = reviewed.get_mut(number) {
                *reviewed |= review.date <= year.end();
            }
        }
        days.push((review.child, review.date, review.row));
        let rule = if review.date > year.end() {
            CheckRule::ReviewInFuture
        } else if covering.is_some() {
            continue;
        } else {
            let breaks = breaks.get(span.breaks.0..span.breaks.1).unwrap_or_default();
            outside(&review, of_child, breaks)
        };
        flags.add(rule, Table::Reviews, review.row);
    }

    // In order of child, day and row, so that the first row of a day stands.
    days.sort_unstable();
    for (before, this) in days.iter().zip(days.iter().skip(1)) {
        if (before.0, before.1) == (this.0, this.1) {
            flags.add(CheckRule::ReviewTwiceOnOneDay, Table::Reviews, this.2);
        }
    }

    for (period, reviewed) in periods.iter().zip(reviewed) {
        let first = period.first;
        if reviewed || first.rne != "S" || !year.contains(first.decom) {
            continue;
        }
        let Some(due) = first_review_due(first.decom) else {
            continue;
        };
        let until = period.ended.map_or(year.end(), |ended| ended.min(year.end()));
        // Ended on or before the due day the duty has lapsed; once placed for adoption, another
        // duty has taken its place.
        let replaced = period.adoptive.is_some_and(|placed| placed <= due);
        if due < until && !replaced {
            flags.add(CheckRule::NoFirstReview, Table::Episodes, first.row);
        }
    }
}

/// Which of the three it is, for a review in no period of care.
fn outside(review: &UsableReview, periods: &[Period], breaks: &[UsableEpisode]) -> CheckRule {
    let date = review.date;
    let within =
        |part: &UsableEpisode| part.decom <= date && part.dec.is_none_or(|dec| date <= dec);
    if breaks.iter().any(within) {
        CheckRule::ReviewInShortBreak
    } else if periods.last().is_some_and(|last| last.ended.is_some_and(|ended| ended < date)) {
        CheckRule::ReviewAfterCeasing
    } else {
        CheckRule::ReviewOutsideCare
    }
}
