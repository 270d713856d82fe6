//! Periods of care by the million, laid out as a program that is in a hurry would: all reviews in one
//! list, all changes of clock in another, and for each period where its own end.
#![allow(dead_code, reason = "each program that includes this module uses a part of it")]

use super::synthetic::{LeanChild, LeanPeriod};
use chrono::NaiveDate;
use iro_handbook::Result;
use iro_handbook::record::{AdoptionChange, Entry, Participation, PeriodOfCareRef, Review};

/// The periods of care of some children.
#[derive(Debug, Default)]
pub struct LeanStore {
    periods: Vec<Period>,
    reviews: Vec<Review>,
    changes: Vec<AdoptionChange>,
}

#[derive(Debug)]
struct Period {
    began: NaiveDate,
    ended: Option<NaiveDate>,
    entry: Entry,
    /// Where the next period's begin.
    reviews_end: u32,
    changes_end: u32,
}

impl LeanStore {
    /// Puts another period behind the others.
    pub fn push(&mut self, period: &LeanPeriod) {
        self.reviews.extend(period.reviews.iter().map(|&(held_on, code)| {
            let participation = code.and_then(|code| Participation::ALL.get(usize::from(code)));
            let review = Review::new(held_on);
            participation.map_or(review, |code| review.with_participation(*code))
        }));
        self.changes.extend(period.changes.iter().map(|&(on, placed)| {
            if placed { AdoptionChange::Placed(on) } else { AdoptionChange::Ended(on) }
        }));
        let end = |length| u32::try_from(length).expect("fewer than 2^32 in one list");
        self.periods.push(Period {
            began: period.began,
            ended: period.ended,
            entry: if period.entry_known { Entry::Known } else { Entry::NotKnown },
            reviews_end: end(self.reviews.len()),
            changes_end: end(self.changes.len()),
        });
    }

    /// How many periods of care there are.
    pub fn periods(&self) -> usize {
        self.periods.len()
    }

    /// How many reviews there are.
    pub fn reviews(&self) -> usize {
        self.reviews.len()
    }

    /// The bytes that all of it takes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.periods.as_slice())
            + size_of_val(self.reviews.as_slice())
            + size_of_val(self.changes.as_slice())
    }

    /// Borrowed and checked, one by one.
    pub fn each(&self) -> impl Iterator<Item = Result<PeriodOfCareRef<'_>>> {
        let (mut reviews, mut changes) = (0, 0);
        self.periods.iter().map(move |period| {
            let of_reviews = reviews..period.reviews_end as usize;
            let of_changes = changes..period.changes_end as usize;
            (reviews, changes) = (of_reviews.end, of_changes.end);
            PeriodOfCareRef::new(period.began, period.ended, &self.reviews[of_reviews])?
                .with_entry(period.entry)
                .with_adoption(&self.changes[of_changes])
        })
    }
}

impl FromIterator<LeanChild> for LeanStore {
    fn from_iter<I: IntoIterator<Item = LeanChild>>(children: I) -> Self {
        let mut store = Self::default();
        children.into_iter().flat_map(|child| child.periods).for_each(|period| store.push(&period));
        store.periods.shrink_to_fit();
        store.reviews.shrink_to_fit();
        store.changes.shrink_to_fit();
        store
    }
}
