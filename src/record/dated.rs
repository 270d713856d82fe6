//! Lists that nobody may have recorded, kept in order of time.

use chrono::NaiveDate;
use core::cmp::Ordering;

/// What has a day by which a list of it is ordered.
///
/// Things of one day are ordered by what they say, so that the order in which they were given is of no account.
pub(crate) trait Dated: Ord {
    fn day(&self) -> NaiveDate;
}

pub(super) fn earlier<T: Dated>(one: &T, other: &T) -> Ordering {
    one.day().cmp(&other.day()).then_with(|| one.cmp(other))
}

/// With one more in its place by day; a list that nobody had recorded is then recorded.
pub(super) fn with<T: Dated>(list: Option<Vec<T>>, item: T) -> Option<Vec<T>> {
    let mut list = list.unwrap_or_default();
    let place = list.partition_point(|other| earlier(other, &item).is_le());
    list.insert(place, item);
    Some(list)
}

/// A list as read, put in order.
#[cfg(feature = "serde")]
pub(super) fn in_order<'de, T, D>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
where
    T: Dated + serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    let mut list: Option<Vec<T>> = serde::Deserialize::deserialize(deserializer)?;
    if let Some(list) = &mut list {
        list.sort_by(earlier);
    }
    Ok(list)
}

impl Dated for NaiveDate {
    fn day(&self) -> NaiveDate {
        *self
    }
}

/// A complete list in order of date.
pub(super) fn complete<T: Dated>(items: impl IntoIterator<Item = T>) -> Option<Vec<T>> {
    let mut list: Vec<T> = items.into_iter().collect();
    list.sort_by(earlier);
    Some(list)
}

/// The first day of something and the day it ended, where it has.
pub(crate) type Span = (NaiveDate, Option<NaiveDate>);

/// Spans in order of their first day, those that overlap or touch taken together.
pub(super) fn runs(spans: impl Iterator<Item = Span>) -> impl Iterator<Item = Span> {
    let mut spans = spans.peekable();
    core::iter::from_fn(move || {
        let (from, mut ended) = spans.next()?;
        while let Some((_, next)) = spans.next_if(|next| ended.is_none_or(|end| next.0 <= end)) {
            ended = ended.zip(next).map(|(end, next)| end.max(next));
        }
        Some((from, ended))
    })
}

/// Hands on the first day of each span, in order of their first day, that begins before the one before it
/// has ended, or on the same day.
pub(super) fn overlaps(spans: impl Iterator<Item = Span>, mut overlap: impl FnMut(NaiveDate)) {
    let mut before: Option<Span> = None;
    for (began, ended) in spans {
        if let Some((earlier, end)) = before.replace((began, ended)) {
            if earlier == began || end.is_none_or(|end| end > began) {
                overlap(began);
            }
        }
    }
}

/// What is in one of two ascending sequences only: `Less` with what the left one has, `Greater` with what
/// the right one has.
pub(super) fn differences<T: Ord>(
    left: impl Iterator<Item = T>,
    right: impl Iterator<Item = T>,
    mut only_in: impl FnMut(Ordering, T),
) {
    let (mut left, mut right) = (left.peekable(), right.peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (Some(one), Some(other)) => one.cmp(other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return,
        };
        let (one, other) = (left.next_if(|_| order.is_le()), right.next_if(|_| order.is_ge()));
        if let (Some(item), None) | (None, Some(item)) = (one, other) {
            only_in(order, item);
        }
    }
}
