//! What is set aside or noted while rows are read.

use core::fmt;

use super::table::Table;

/// Why a row cannot be used.
///
/// ```
/// use iro_handbook::ssda903::Problem;
///
/// assert_eq!(Problem::Missing.to_string(), "is missing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Problem {
    /// The column is blank.
    Missing,
    /// The text is not a date.
    NotADate,
    /// DEC lies before DECOM.
    BeforeDecom,
    /// DECOM lies outside 1 January 1990 to 30 November 2030.
    OutsideYears,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Missing => "is missing",
            Self::NotADate => "is not a date",
            Self::BeforeDecom => "is before DECOM",
            Self::OutsideYears => "is not between 1 January 1990 and 30 November 2030",
        })
    }
}

/// A row that is set aside and takes part in nothing further.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{EpisodeRow, Return};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&EpisodeRow { child: "A1".into(), decom: "32/04/2017".into(), ..Default::default() });
/// let row = year.unusable().next().unwrap();
/// assert_eq!(row.to_string(), "episodes row 0: DECOM is not a date (32/04/2017)");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UnusableRow {
    /// The table.
    pub table: Table,
    /// The row's number in its file, from 0.
    pub row: u32,
    /// The column at fault; the first one where several are.
    pub column: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
    /// The text at fault, shortened where it is long. Only dates of care and reviews get here.
    pub value: Option<Box<str>>,
}

impl fmt::Display for UnusableRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row {}: {} {}", self.table, self.row, self.column, self.problem)?;
        self.value.as_ref().map_or(Ok(()), |value| write!(f, " ({value})"))
    }
}

/// What was read in a way that a person should know of.
///
/// ```
/// use iro_handbook::ssda903::NoteKind;
///
/// assert!(NoteKind::TwoDigitYear.to_string().contains("20yy"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NoteKind {
    /// A date with two digits for the year.
    TwoDigitYear,
    /// A date with one digit for the day or the month.
    OneDigit,
    /// A REVIEW_CODE other than PN0 to PN7.
    UnknownReviewCode,
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::TwoDigitYear => "has two digits for the year and was read as 20yy",
            Self::OneDigit => "has one digit for the day or the month",
            Self::UnknownReviewCode => "is not one of PN0 to PN7 and counts as not recorded",
        })
    }
}

/// A value that was read, but not as it should have been written.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{Return, ReviewRow};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&ReviewRow { child: "A1".into(), review: "1/6/2017".into(), ..Default::default() });
/// let note = year.notes().next().unwrap();
/// assert_eq!(
///     note.to_string(),
///     "reviews row 0: REVIEW has one digit for the day or the month (1/6/2017)"
/// );
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Note {
    /// The table.
    pub table: Table,
    /// The row's number in its file, from 0.
    pub row: u32,
    /// The column.
    pub column: &'static str,
    /// How it was read.
    pub kind: NoteKind,
    /// The text, shortened where it is long; never a date of birth.
    pub value: Option<Box<str>>,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row {}: {} {}", self.table, self.row, self.column, self.kind)?;
        self.value.as_ref().map_or(Ok(()), |value| write!(f, " ({value})"))
    }
}

/// Text as a report may show it: what can be a date or a code. Anything else may be about a child, where
/// a cell has slipped into another column.
pub(super) fn shown(text: &str) -> Option<Box<str>> {
    const LONGEST_DATE: usize = 20;
    const LONGEST_CODE: usize = 4;
    let text = text.trim();
    let like_a_date = |c: char| c.is_ascii_digit() || "/-.: ".contains(c);
    let date = text.len() <= LONGEST_DATE && text.chars().all(like_a_date);
    let code = text.len() <= LONGEST_CODE && text.chars().all(|c| c.is_ascii_alphanumeric());
    (date || code).then(|| text.into())
}
