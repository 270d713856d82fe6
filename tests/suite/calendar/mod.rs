//! Counting time: SI 2010/959 regulation 2(1), the Banking and Financial Dealings Act 1971, and
//! the corresponding date rule.
mod bank_holidays;
mod changes;
mod deadline;
mod errors;
mod months;
mod twin;
mod vectors;
mod year;

use chrono::NaiveDate;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is not a date"))
}

fn days(first: &str, last: &str) -> impl Iterator<Item = NaiveDate> {
    let last = date(last);
    date(first).iter_days().take_while(move |day| *day <= last)
}

/// The rows of a small table: the header left off, cells cut at the commas.
fn rows(csv: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    csv.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.split(',').collect())
}
