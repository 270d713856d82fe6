//! Lists of dated things, kept in order of date.

use chrono::NaiveDate;

/// Something with a day by which a list of it is kept in order.
pub(super) trait Dated {
    fn day(&self) -> NaiveDate;
}

impl Dated for NaiveDate {
    fn day(&self) -> NaiveDate {
        *self
    }
}

/// A complete list in order of date; those of one day as they were given.
pub(super) fn complete<T: Dated>(items: impl IntoIterator<Item = T>) -> Option<Vec<T>> {
    let mut list: Vec<T> = items.into_iter().collect();
    list.sort_by_key(Dated::day);
    Some(list)
}

/// A list as it comes in, put in order.
#[cfg(feature = "serde")]
pub(super) fn in_order<'de, D, T>(input: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Dated + serde::Deserialize<'de>,
{
    use serde::Deserialize;
    Ok(Option::<Vec<T>>::deserialize(input)?.and_then(complete))
}
