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

impl Return {
    /// The rows that the row checks flag, by rule, table and row.
    ///
    /// Every check but `no-first-review`, which has to know when a first review is due: see
    /// [`checks_with`](Self::checks_with).
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{EpisodeRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&EpisodeRow { child: "A1".into(), decom: "31/06/2017".into(), ..Default::default() });
    /// let codes: Vec<_> = year.checks().iter().map(|flag| flag.rule.code()).collect();
    /// assert_eq!(codes, ["141"]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn checks(&self) -> Vec<Flag> {
        run(self, &|_| None)
    }

    /// As [`checks`](Self::checks), and the check that needs the last lawful day for the first
    /// review of a child who came into care on a day; none where that day is not known.
    ///
    /// ```
    /// use chrono::{Days, NaiveDate};
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{EpisodeRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let (child, decom, rne) = ("A1".into(), "03/04/2017".into(), "S".into());
    /// year.push(&EpisodeRow { child, decom, rne, ..Default::default() });
    /// let four_weeks = |began: NaiveDate| began.checked_add_days(Days::new(28));
    /// let codes: Vec<_> = year.checks_with(four_weeks).iter().map(|flag| flag.rule.code()).collect();
    /// assert_eq!(codes, ["no-first-review"]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn checks_with(
        &self,
        first_review_due: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Vec<Flag> {
        run(self, &first_review_due)
    }
}

/// Collects flags, for a check that knows its rule.
struct Flags {
    // A list of rows for each rule and table, in the order in which flags are sorted: the checks mostly go
    // through the rows as they stand, so that there is little to sort.
    rows: Vec<Vec<u32>>,
}

impl Flags {
    fn new() -> Self {
        Self { rows: vec![Vec::new(); CheckRule::all().count().saturating_mul(Table::COUNT)] }
    }

    fn add(&mut self, rule: CheckRule, table: Table, row: u32) {
        let list = rule.slot().saturating_mul(Table::COUNT).saturating_add(table.slot());
        if let Some(rows) = self.rows.get_mut(list) {
            rows.push(row);
        }
    }

    /// By rule, table and row, each once.
    fn sorted(mut self) -> Vec<Flag> {
        for rows in &mut self.rows {
            if !rows.is_sorted() {
                rows.sort_unstable();
            }
            rows.dedup();
        }
        let mut flags = Vec::with_capacity(self.rows.iter().map(Vec::len).sum());
        let lists = CheckRule::all().flat_map(|rule| Table::all().map(move |table| (rule, table)));
        for ((rule, table), rows) in lists.zip(&self.rows) {
            flags.extend(rows.iter().map(|row| Flag { rule, table, row: *row }));
        }
        flags
    }
}

/// The last lawful day for the first review after coming into care on a day.
type FirstReviewDue<'a> = &'a dyn Fn(NaiveDate) -> Option<NaiveDate>;

fn run(source: &Return, first_review_due: FirstReviewDue<'_>) -> Vec<Flag> {
    let view = View::new(source);
    let mut flags = Flags::new();
    dates::check(source, &mut flags);
    participation::check(source, &mut flags);
    presence::check(&view, &mut flags);
    sequence::check(&view, &mut flags);
    short_breaks::check(&view, &mut flags);
    reviews::check(&view, first_review_due, &mut flags);
    flags.sorted()
}
