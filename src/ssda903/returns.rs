//! One authority's return of one collection year.

use core::fmt;

use super::code::Code;
use super::date::{DateCell, DateForm};
use super::entries::{
    ChildIx, EpisodeEntry, HeaderEntry, ReviewEntry, UsableEpisode, UsableReview,
};
use super::interner::Interner;
use super::problems::{Note, NoteKind, Problem, UnusableRow, shown};
use super::rows::Row;
use super::table::{Columns, Table, at};
use super::trim;
use crate::calendar::CollectionYear;
use crate::record::{EthnicGroup, Participation, Sex};
use chrono::NaiveDate;

/// One authority's return of one collection year.
///
/// Rows are numbered from 0 in each table, in the order in which they are given; a row blank in
/// every column is skipped, and still numbered.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{EpisodeRow, Return, Table};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&EpisodeRow {
///     child: "A1".into(),
///     decom: "03/04/2017".into(),
///     rne: "S".into(),
///     ls: "C2".into(),
///     ..Default::default()
/// });
/// assert!(year.has(Table::Episodes));
/// assert!(year.checks().is_empty());
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone)]
pub struct Return {
    year: CollectionYear,
    children: Interner,
    present: [bool; Table::COUNT],
    rows: [u32; Table::COUNT],
    headers: Vec<HeaderEntry>,
    pub(super) episodes: Vec<EpisodeEntry>,
    pub(super) reviews: Vec<ReviewEntry>,
    unaccompanied: Vec<Unaccompanied>,
    // The other tables: row and child, one list a table.
    others: [Vec<(u32, Option<ChildIx>)>; Table::COUNT],
    unusable: Vec<UnusableRow>,
    notes: Vec<Note>,
}

impl Return {
    /// An empty return of a collection year.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Return, Table};
    ///
    /// let year = Return::new(CollectionYear::ending(2018)?);
    /// assert!(Table::all().all(|table| !year.has(table)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear) -> Self {
        Self {
            year,
            children: Interner::default(),
            present: [false; Table::COUNT],
            rows: [0; Table::COUNT],
            headers: Vec::new(),
            episodes: Vec::new(),
            reviews: Vec::new(),
            unaccompanied: Vec::new(),
            others: Default::default(),
            unusable: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The collection year.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::Return;
    ///
    /// let year = CollectionYear::ending(2018)?;
    /// assert_eq!(Return::new(year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn year(&self) -> CollectionYear {
        self.year
    }

    /// Whether the return has this file, with rows or without.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Return, Table};
    ///
    /// let year = Return::new(CollectionYear::ending(2018)?);
    /// assert!(!year.has(Table::Reviews));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn has(&self, table: Table) -> bool {
        self.present.get(table.slot()).copied().unwrap_or_default()
    }

    /// Says that the return has this file. Giving a row says so too; a file with a header line and
    /// no rows needs this, since some checks only run where a file is present.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Return, Table};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.mark_present(Table::Reviews);
    /// assert!(year.has(Table::Reviews));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn mark_present(&mut self, table: Table) {
        if let Some(present) = self.present.get_mut(table.slot()) {
            *present = true;
        }
    }

    /// Takes a record: `cell` gives the text of the record's cell with that number, counted from
    /// 0, or none past its end.
    ///
    /// With the `csv` crate: `year.push_cells(&columns, |cell| record.get(cell))`.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Columns, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let columns = Columns::recognise("child,dob,review,review_code".split(',')).unwrap();
    /// let record = ["a1", "", "01/06/2017"];
    /// year.push_cells(&columns, |cell| record.get(cell).copied());
    /// assert_eq!(year.usable_reviews().count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn push_cells<'a>(
        &mut self,
        columns: &Columns,
        mut cell: impl FnMut(usize) -> Option<&'a str>,
    ) {
        self.add(columns.table(), |column| {
            columns.cell(column).and_then(&mut cell).unwrap_or_default()
        });
    }

    /// Takes a row by its type.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{HeaderRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&HeaderRow { child: "A1".into(), ..Default::default() });
    /// assert_eq!(year.headers().count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn push<R: Row>(&mut self, row: &R) {
        self.add(R::TABLE, |column| row.cell(column));
    }

    fn add<'a>(&mut self, table: Table, mut cell: impl FnMut(usize) -> &'a str) {
        self.mark_present(table);
        let row = self.next_row(table);
        let child = self.children.intern(cell(at::CHILD));
        let named = table.columns().len();
        if child.is_none() && (0..named).all(|column| trim(cell(column)).is_empty()) {
            return;
        }
        match table {
            Table::Header => {
                let mother = !cell(at::header::MOTHER).trim().is_empty();
                let dob = self.date_of_birth(table, row, cell(at::header::DOB));
                let sex = Sex::from_code(Code::new(cell(at::header::SEX)).as_str());
                let ethnic = Code::new(cell(at::header::ETHNIC));
                let ethnic_group = EthnicGroup::from_code(ethnic.as_str());
                self.headers.push(HeaderEntry { row, child, dob, sex, ethnic_group, mother });
            }
            Table::Episodes => {
                let [began, ceased] = [cell(at::episodes::DECOM), cell(at::episodes::DEC)];
                let episode = EpisodeEntry {
                    row,
                    child,
                    decom: self.date(table, row, "DECOM", began),
                    dec: self.date(table, row, "DEC", ceased),
                    rne: Code::new(cell(at::episodes::RNE)),
                    ls: Code::new(cell(at::episodes::LS)),
                    rec: Code::new(cell(at::episodes::REC)),
                    place: Code::new(cell(at::episodes::PLACE)),
                };
                if let Err((column, problem)) = episode.usable() {
                    let value = if column == "DEC" { ceased } else { began };
                    self.set_aside(table, row, column, problem, value);
                }
                self.episodes.push(episode);
            }
            Table::Reviews => {
                let [day, text] = [cell(at::reviews::REVIEW), cell(at::reviews::REVIEW_CODE)];
                let code = Code::new(text);
                let review = ReviewEntry {
                    row,
                    child,
                    dob: self.date_of_birth(table, row, cell(at::reviews::DOB)),
                    date: self.date(table, row, "REVIEW", day),
                    code,
                    participation: Participation::from_code(code.as_str()),
                };
                if !code.is_blank() && review.participation.is_none() {
                    self.note(table, row, "REVIEW_CODE", NoteKind::UnknownReviewCode, Some(text));
                }
                if let (Err((column, problem)), false) = (review.usable(), review.is_empty()) {
                    self.set_aside(table, row, column, problem, day);
                }
                self.reviews.push(review);
            }
            _ => {
                if let (Table::Uasc, Some(child)) = (table, child) {
                    let ceased = DateCell::read(cell(at::uasc::DUC)).date();
                    self.unaccompanied.push(Unaccompanied { child, ceased });
                }
                if let Some(rows) = self.others.get_mut(table.slot()) {
                    rows.push((row, child));
                }
            }
        }
    }

    fn next_row(&mut self, table: Table) -> u32 {
        let Some(next) = self.rows.get_mut(table.slot()) else {
            return 0;
        };
        let row = *next;
        *next = row.saturating_add(1);
        row
    }

    fn date(&mut self, table: Table, row: u32, column: &'static str, text: &str) -> DateCell {
        let date = DateCell::read(text);
        if let Some(kind) = noted(date) {
            self.note(table, row, column, kind, Some(text));
        }
        date
    }

    fn date_of_birth(&mut self, table: Table, row: u32, text: &str) -> DateCell {
        let date = DateCell::read(text);
        if let Some(kind) = noted(date) {
            self.note(table, row, "DOB", kind, None);
        }
        date
    }

    fn note(
        &mut self,
        table: Table,
        row: u32,
        column: &'static str,
        kind: NoteKind,
        text: Option<&str>,
    ) {
        self.notes.push(Note { table, row, column, kind, value: text.and_then(shown) });
    }

    fn set_aside(
        &mut self,
        table: Table,
        row: u32,
        column: &'static str,
        problem: Problem,
        text: &str,
    ) {
        let value = if problem == Problem::Missing { None } else { shown(text) };
        self.unusable.push(UnusableRow { table, row, column, problem, value });
    }

    /// The rows of the header file.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::Return;
    ///
    /// assert_eq!(Return::new(CollectionYear::ending(2018)?).headers().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn headers(&self) -> impl Iterator<Item = HeaderEntry> + '_ {
        self.headers.iter().copied()
    }

    /// The rows of the episodes file, usable or not.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{EpisodeRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&EpisodeRow { decom: "03/04/2017".into(), ..Default::default() });
    /// assert_eq!((year.episodes().count(), year.usable_episodes().count()), (1, 0));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn episodes(&self) -> impl Iterator<Item = EpisodeEntry> + '_ {
        self.episodes.iter().copied()
    }

    /// The rows of the reviews file, usable or not.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Return, ReviewRow};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&ReviewRow { child: "A1".into(), ..Default::default() });
    /// assert_eq!((year.reviews().count(), year.usable_reviews().count()), (1, 0));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn reviews(&self) -> impl Iterator<Item = ReviewEntry> + '_ {
        self.reviews.iter().copied()
    }

    /// The children of the file of unaccompanied asylum-seeking children, in file order.
    pub(super) fn unaccompanied(&self) -> impl Iterator<Item = Unaccompanied> + '_ {
        self.unaccompanied.iter().copied()
    }

    /// The usable episodes, in file order.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{EpisodeRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let (child, decom) = ("A1".into(), "03/04/2017".into());
    /// year.push(&EpisodeRow { child, decom, ..Default::default() });
    /// assert_eq!(year.usable_episodes().count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn usable_episodes(&self) -> impl Iterator<Item = UsableEpisode> + '_ {
        self.episodes.iter().filter_map(|episode| episode.usable().ok())
    }

    /// The usable reviews, in file order.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Return, ReviewRow};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let (child, review) = ("A1".into(), "01/06/2017".into());
    /// year.push(&ReviewRow { child, review, ..Default::default() });
    /// assert_eq!(year.usable_reviews().count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn usable_reviews(&self) -> impl Iterator<Item = UsableReview> + '_ {
        self.reviews.iter().filter_map(|review| review.usable().ok())
    }

    /// The number and child of the rows of a table of which nothing else is kept; for the header,
    /// episodes and reviews there are methods of their own, and this is empty.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{MissingRow, Return, Table};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&MissingRow { child: "A1".into(), ..Default::default() });
    /// assert_eq!(year.other_rows(Table::Missing).count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn other_rows(&self, table: Table) -> impl Iterator<Item = (u32, Option<ChildIx>)> + '_ {
        self.others.get(table.slot()).into_iter().flatten().copied()
    }

    /// The children named anywhere in the return, in order of first appearance.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{HeaderRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&HeaderRow { child: " b7 ".into(), ..Default::default() });
    /// assert_eq!(year.children().map(|(_, name)| name).collect::<Vec<_>>(), ["B7"]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn children(&self) -> impl Iterator<Item = (ChildIx, &str)> {
        self.children.names()
    }

    /// The identifier of a child, trimmed and in upper case.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{HeaderRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&HeaderRow { child: "b7".into(), ..Default::default() });
    /// let (child, _) = year.children().next().unwrap();
    /// assert_eq!(year.child_name(child), Some("B7"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn child_name(&self, child: ChildIx) -> Option<&str> {
        self.children.name(child)
    }

    /// The children by number.
    pub(super) fn numbers(&self) -> impl Iterator<Item = ChildIx> + use<> {
        let end = u32::try_from(self.child_count()).unwrap_or(u32::MAX);
        (0..end).map(ChildIx)
    }

    /// How many children there are.
    pub(super) fn child_count(&self) -> usize {
        self.children.len()
    }

    /// The rows that are set aside, one by one, in the order in which they were given.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{EpisodeRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&EpisodeRow { child: "A1".into(), ..Default::default() });
    /// assert_eq!(year.unusable().map(|row| row.column).collect::<Vec<_>>(), ["DECOM"]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn unusable(&self) -> impl Iterator<Item = &UnusableRow> {
        self.unusable.iter()
    }

    /// The values that were read though they should have been written otherwise, in the order in
    /// which they were given.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{NoteKind, Return, ReviewRow};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let (child, review) = ("A1".into(), "01/06/17".into());
    /// year.push(&ReviewRow { child, review, ..Default::default() });
    /// assert!(year.notes().all(|note| note.kind == NoteKind::TwoDigitYear));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter()
    }
}

/// A child who sought asylum unaccompanied, and the day on which that ceased.
#[derive(Clone, Copy)]
pub(super) struct Unaccompanied {
    pub child: ChildIx,
    pub ceased: Option<NaiveDate>,
}

fn noted(date: DateCell) -> Option<NoteKind> {
    match date.form()? {
        DateForm::TwoDigitYear => Some(NoteKind::TwoDigitYear),
        DateForm::OneDigit | DateForm::IsoOneDigit => Some(NoteKind::OneDigit),
        DateForm::Full | DateForm::Iso => None,
    }
}

// Counts only: a return is full of what must not end up in a log.
impl fmt::Debug for Return {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Return")
            .field("year", &self.year)
            .field("children", &self.child_count())
            .field("episodes", &self.episodes.len())
            .field("reviews", &self.reviews.len())
            .field("unusable", &self.unusable.len())
            .finish_non_exhaustive()
    }
}
