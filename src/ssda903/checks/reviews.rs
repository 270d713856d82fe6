//! This crate's own checks: reviews against the care they belong to.

use chrono::NaiveDate;

use super::super::by_child::ByChild;
use super::super::entries::{UsableEpisode, UsableReview};
use super::super::periods::{self, Stretch};
use super::super::table::Table;
use super::view::View;
use super::{CheckRule, FirstReviewDue, Flags};
use crate::calendar::CollectionYear;
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

/// What is looked at of one child, in lists that serve for the next one too.
#[derive(Default)]
struct OfChild {
    /// In order: see [`periods::sort`].
    ordinary: Vec<UsableEpisode>,
    breaks: Vec<UsableEpisode>,
    /// Each period of care, and whether a review by the end of the year lies in it.
    periods: Vec<(Period, bool)>,
    /// The day and row of each review.
    days: Vec<(NaiveDate, u32)>,
}

pub(super) fn check(view: &View<'_>, first_review_due: FirstReviewDue<'_>, flags: &mut Flags) {
    let source = view.source;
    let reviews = ByChild::new(source.child_count(), &source.reviews, |review| review.child);
    let mut of_child = OfChild::default();
    for child in source.numbers() {
        of_child.read(view.episodes.rows(child).filter_map(|row| row.usable().ok()));
        of_child.days.clear();
        for review in reviews.rows(child).filter_map(|row| row.usable().ok()) {
            if let Some(rule) = of_child.place(&review, source.year().end()) {
                flags.add(rule, Table::Reviews, review.row);
            }
        }
        of_child.twice(flags);
        for (period, reviewed) in &of_child.periods {
            if !reviewed && unreviewed(period, source.year(), first_review_due) {
                flags.add(CheckRule::NoFirstReview, Table::Episodes, period.first.row);
            }
        }
    }
}

impl OfChild {
    fn read(&mut self, episodes: impl Iterator<Item = UsableEpisode>) {
        self.ordinary.clear();
        self.breaks.clear();
        for episode in episodes {
            let list = if episode.is_short_break() { &mut self.breaks } else { &mut self.ordinary };
            list.push(episode);
        }
        periods::sort(&mut self.ordinary);
        self.periods.clear();
        let stretches = periods::stretches(&self.ordinary);
        self.periods.extend(stretches.filter_map(|stretch| Some((Period::of(&stretch)?, false))));
    }

    /// Notes where a review belongs; the rule that it breaks, if it does not belong where it is.
    fn place(&mut self, review: &UsableReview, year_end: NaiveDate) -> Option<CheckRule> {
        self.days.push((review.date, review.row));
        let in_year = review.date <= year_end;
        let covering = self.periods.iter_mut().find(|(period, _)| period.covers(review.date));
        let is_covered = covering.is_some();
        if let Some((_, reviewed)) = covering {
            *reviewed |= in_year;
        }
        match (in_year, is_covered) {
            (false, _) => Some(CheckRule::ReviewInFuture),
            (true, true) => None,
            (true, false) => Some(self.outside(review.date)),
        }
    }

    /// Which of the three it is, for a review in no period of care.
    fn outside(&self, date: NaiveDate) -> CheckRule {
        let within =
            |part: &UsableEpisode| part.decom <= date && part.dec.is_none_or(|dec| date <= dec);
        let ended = self.periods.last().and_then(|(last, _)| last.ended);
        if self.breaks.iter().any(within) {
            CheckRule::ReviewInShortBreak
        } else if ended.is_some_and(|ended| ended < date) {
            CheckRule::ReviewAfterCeasing
        } else {
            CheckRule::ReviewOutsideCare
        }
    }

    /// Of several rows of one day, the first one stands.
    fn twice(&mut self, flags: &mut Flags) {
        self.days.sort_unstable();
        for (before, this) in self.days.iter().zip(self.days.iter().skip(1)) {
            if before.0 == this.0 {
                flags.add(CheckRule::ReviewTwiceOnOneDay, Table::Reviews, this.1);
            }
        }
    }
}

/// Whether the first review of a period without one was due in the year.
fn unreviewed(period: &Period, year: CollectionYear, first_review_due: FirstReviewDue<'_>) -> bool {
    let first = period.first;
    if first.rne != "S" || !year.contains(first.decom) {
        return false;
    }
    let Some(due) = first_review_due(first.decom) else {
        return false;
    };
    let until = period.ended.map_or(year.end(), |ended| ended.min(year.end()));
    // Ended on or before the due day the duty has lapsed; once placed for adoption, another
    // duty has taken its place.
    let replaced = period.adoptive.is_some_and(|placed| placed <= due);
    due < until && !replaced
}
