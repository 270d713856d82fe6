//! Days as they are read: what is no day is named, with how a day is written.

use chrono::NaiveDate;
use core::fmt;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A day, or several, or none, where a record has them.
pub(crate) trait Days: Sized {
    fn read<'de, D: Deserializer<'de>>(input: D) -> Result<Self, D::Error>;
}

/// For a field that holds [`Days`].
pub(crate) fn read<'de, D: Deserializer<'de>, T: Days>(input: D) -> Result<T, D::Error> {
    T::read(input)
}

struct Day(NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_str(Written).map(Self)
    }
}

struct Written;

impl Visitor<'_> for Written {
    type Value = NaiveDate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date written YYYY-MM-DD")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<NaiveDate, E> {
        text.parse().map_err(|_| {
            let text = crate::error::short(text);
            E::custom(format_args!("{text:?} is not a date: expected YYYY-MM-DD"))
        })
    }
}

impl Days for NaiveDate {
    fn read<'de, D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Day::deserialize(input).map(|Day(day)| day)
    }
}

impl Days for Option<NaiveDate> {
    fn read<'de, D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let day: Option<Day> = Option::deserialize(input)?;
        Ok(day.map(|Day(day)| day))
    }
}

impl Days for Vec<NaiveDate> {
    fn read<'de, D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let days: Vec<Day> = Vec::deserialize(input)?;
        Ok(days.into_iter().map(|Day(day)| day).collect())
    }
}

impl Days for Option<Vec<NaiveDate>> {
    fn read<'de, D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let days: Option<Vec<Day>> = Option::deserialize(input)?;
        Ok(days.map(|days| days.into_iter().map(|Day(day)| day).collect()))
    }
}

/// Days as they are read, put in order.
pub(crate) fn in_order<'de, D: Deserializer<'de>>(
    input: D,
) -> Result<Option<Vec<NaiveDate>>, D::Error> {
    let mut days: Option<Vec<NaiveDate>> = read(input)?;
    if let Some(days) = &mut days {
        days.sort_unstable();
    }
    Ok(days)
}
