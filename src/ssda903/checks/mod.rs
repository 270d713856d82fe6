//! Row checks: which rows of a return contradict each other or the rules of the collection.
//!
//! One file a family; the registry below is the only list of them. A blank value fires no
//! comparison, and dates count only where [`DateCell::strict`](super::DateCell::strict) has one:
//! what is read more generously elsewhere is an invalid date to the collection.

mod dates;
mod participation;
mod presence;
mod reviews;
mod rule;
mod sequence;
mod short_breaks;
mod view;

use chrono::NaiveDate;

use super::returns::Return;
use super::table::Table;
pub use rule::{CheckRule, CheckSource};
use view::View;

/// A row that a check points at.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{HeaderRow, Return, Table};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&HeaderRow { child: "A1".into(), ..Default::default() });
/// let flag = year.checks().remove(0);
/// assert_eq!((flag.rule.code(), flag.table, flag.row), ("102", Table::Header, 0));
/// assert_eq!(flag.to_string(), "102 header row 0: date of birth missing or not a date");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Flag {
    /// The check.
    pub rule: CheckRule,
    /// The table.
    pub table: Table,
    /// The row's number in its file, from 0.
    pub row: u32,
}

impl core::fmt::Display for Flag {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} {} row {}: {}", self.rule, self.table, self.row, self.rule.title())
    }
}

/// Collects flags, for a check that knows its rule.
#[derive(Default)]
struct Flags(Vec<Flag>);

impl Flags {
    fn add(&mut self, rule: CheckRule, table: Table, row: u32) {
        self.0.push(Flag { rule, table, row });
    }
}

/// The last lawful day for the first review after coming into care on a day.
type FirstReviewDue<'a> = &'a dyn Fn(NaiveDate) -> Option<NaiveDate>;

pub(super) fn run(source: &Return, first_review_due: FirstReviewDue<'_>) -> Vec<Flag> {
    let view = View::new(source);
    let mut flags = Flags::default();
    dates::check(source, &mut flags);
    participation::check(source, &mut flags);
    presence::check(&view, &mut flags);
    sequence::check(&view, &mut flags);
    short_breaks::check(&view, &mut flags);
    reviews::check(&view, first_review_due, &mut flags);
    let Flags(mut flags) = flags;
    flags.sort_unstable();
    flags.dedup();
    flags
}
