//! Lists that nobody may have recorded, kept in order of time.

use chrono::NaiveDate;
use core::cmp::Ordering;

/// What has a day by which a list of it is ordered.
pub(crate) trait Dated {
    fn day(&self) -> NaiveDate;

    /// The order of two of one day, by what they say: so nothing hangs on the order they are given in.
    /// Those that cannot be two of one day have none.
    fn beside(&self, _other: &Self) -> Ordering {
        Ordering::Equal
    }
}

/// The order of a list.
pub(super) fn order<T: Dated>(one: &T, other: &T) -> Ordering {
    one.day().cmp(&other.day()).then_with(|| one.beside(other))
}

/// With one more in its place; a list that nobody had recorded is then recorded.
pub(super) fn with<T: Dated>(list: Option<Vec<T>>, item: T) -> Option<Vec<T>> {
    let mut list = list.unwrap_or_default();
    let place = list.partition_point(|other| order(other, &item).is_le());
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
        list.sort_by(order);
    }
    Ok(list)
}

impl Dated for NaiveDate {
    fn day(&self) -> NaiveDate {
        *self
    }
}

/// A complete list, put in order.
pub(super) fn complete<T: Dated>(items: impl IntoIterator<Item = T>) -> Option<Vec<T>> {
    let mut list: Vec<T> = items.into_iter().collect();
    list.sort_by(order);
    Some(list)
}
