//! The SSDA903 return.
mod columns;
mod dates;
mod dfe_checks;
mod file;
mod link;
pub mod link_sample;
mod link_twin;
mod own_checks;
mod periods;
mod reading;
mod rows;
mod snapshots;

use iro_handbook::calendar::CollectionYear;
use iro_handbook::ssda903::{EpisodeRow, HeaderRow, Return, ReviewRow};

/// A return of 1 April 2017 to 31 March 2018, which every case here is set in.
pub fn empty() -> Return {
    Return::new(CollectionYear::ending(2018).unwrap())
}

/// `CHILD DECOM RNE LS DEC REC PLACE`, separated by spaces; `-` is blank, what is left out too.
pub fn episode(text: &str) -> EpisodeRow {
    let [child, decom, rne, ls, dec, rec, place] = fields(text);
    EpisodeRow { child, decom, rne, ls, dec, rec, place, ..Default::default() }
}

/// `CHILD DOB REVIEW REVIEW_CODE`.
pub fn review(text: &str) -> ReviewRow {
    let [child, dob, review, review_code] = fields(text);
    ReviewRow { child, dob, review, review_code }
}

/// `CHILD DOB MOTHER`.
pub fn header(text: &str) -> HeaderRow {
    let [child, dob, mother] = fields(text);
    HeaderRow { child, dob, mother, ..Default::default() }
}

fn fields<const N: usize>(text: &str) -> [String; N] {
    let blank = |field: &str| {
        if field == "-" { String::new() } else { field.to_owned() }
    };
    let mut given = text.split_whitespace().map(blank);
    core::array::from_fn(|_| given.next().unwrap_or_default())
}

/// A return of these episodes and nothing else.
pub fn episodes(rows: &[&str]) -> Return {
    let mut year = empty();
    for row in rows {
        year.push(&episode(row));
    }
    year
}

/// The rows that a check flags, as `table row`.
pub fn flagged(year: &Return, code: &str) -> Vec<String> {
    let flags = year.checks().into_iter().filter(|flag| flag.rule.code() == code);
    flags.map(|flag| format!("{} {}", flag.table, flag.row)).collect()
}
