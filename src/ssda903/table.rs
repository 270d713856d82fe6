//! The files of the return and how they are told apart.

use core::fmt;
use core::str::FromStr;

use crate::error::Kind;

/// One of the files of the return.
///
/// Which file is which is decided by its columns (see [`Columns::recognise`]), never by its name.
///
/// ```
/// use iro_handbook::ssda903::Table;
///
/// assert_eq!(Table::Reviews.to_string(), "reviews");
/// assert_eq!(Table::Reviews.columns(), ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Table {
    /// The children of the return.
    Header,
    /// What care each child had, one row a spell of one legal status and placement.
    Episodes,
    /// Reviews, one row each.
    Reviews,
    /// Unaccompanied asylum-seeking children.
    Uasc,
    /// Health and outcomes of children looked after for a year.
    Oc2,
    /// Care leavers.
    Oc3,
    /// Adoptions.
    Ad1,
    /// Decisions to place for adoption.
    PlacedForAdoption,
    /// Permanence before this period of care.
    PreviousPermanence,
    /// Times a child was missing or away without authorisation.
    Missing,
    /// The child's social workers (from 2024).
    SwEpisodes,
}

// Positions of the columns that are read, in the order of `Table::columns`. CHILD is always first.
pub(super) mod at {
    pub(in crate::ssda903) const CHILD: usize = 0;
    pub(in crate::ssda903) mod header {
        pub(in crate::ssda903) const SEX: usize = 1;
        pub(in crate::ssda903) const DOB: usize = 2;
        pub(in crate::ssda903) const ETHNIC: usize = 3;
        pub(in crate::ssda903) const MOTHER: usize = 5;
    }
    pub(in crate::ssda903) mod episodes {
        pub(in crate::ssda903) const DECOM: usize = 1;
        pub(in crate::ssda903) const RNE: usize = 2;
        pub(in crate::ssda903) const LS: usize = 3;
        pub(in crate::ssda903) const PLACE: usize = 5;
        pub(in crate::ssda903) const DEC: usize = 7;
        pub(in crate::ssda903) const REC: usize = 8;
    }
    pub(in crate::ssda903) mod uasc {
        pub(in crate::ssda903) const DUC: usize = 3;
    }
    pub(in crate::ssda903) mod reviews {
        pub(in crate::ssda903) const DOB: usize = 1;
        pub(in crate::ssda903) const REVIEW: usize = 2;
        pub(in crate::ssda903) const REVIEW_CODE: usize = 3;
    }
}

/// More than any table has.
const MOST_COLUMNS: usize = 13;

impl Table {
    /// How many tables there are.
    pub(super) const COUNT: usize = 11;

    /// Every table, in the order in which flags are sorted.
    ///
    /// ```
    /// use iro_handbook::ssda903::Table;
    ///
    /// assert_eq!(Table::all().count(), 11);
    /// assert_eq!(Table::all().next(), Some(Table::Header));
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        [
            Self::Header,
            Self::Episodes,
            Self::Reviews,
            Self::Uasc,
            Self::Oc2,
            Self::Oc3,
            Self::Ad1,
            Self::PlacedForAdoption,
            Self::PreviousPermanence,
            Self::Missing,
            Self::SwEpisodes,
        ]
        .into_iter()
    }

    /// The table's name in reports, in lower case.
    ///
    /// ```
    /// use iro_handbook::ssda903::Table;
    ///
    /// assert_eq!(Table::PlacedForAdoption.name(), "placed_for_adoption");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Episodes => "episodes",
            Self::Reviews => "reviews",
            Self::Uasc => "uasc",
            Self::Oc2 => "oc2",
            Self::Oc3 => "oc3",
            Self::Ad1 => "ad1",
            Self::PlacedForAdoption => "placed_for_adoption",
            Self::PreviousPermanence => "previous_permanence",
            Self::Missing => "missing",
            Self::SwEpisodes => "sw_episodes",
        }
    }

    /// The table's columns, in the order of the format.
    ///
    /// ```
    /// use iro_handbook::ssda903::Table;
    ///
    /// assert!(Table::all().all(|table| table.columns().first() == Some(&"CHILD")));
    /// ```
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Header => &["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
            Self::Episodes => &[
                "CHILD",
                "DECOM",
                "RNE",
                "LS",
                "CIN",
                "PLACE",
                "PLACE_PROVIDER",
                "DEC",
                "REC",
                "REASON_PLACE_CHANGE",
                "HOME_POST",
                "PL_POST",
                "URN",
            ],
            Self::Reviews => &["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
            Self::Uasc => &["CHILD", "SEX", "DOB", "DUC"],
            Self::Oc2 => &[
                "CHILD",
                "DOB",
                "SDQ_SCORE",
                "SDQ_REASON",
                "CONVICTED",
                "HEALTH_CHECK",
                "IMMUNISATIONS",
                "TEETH_CHECK",
                "HEALTH_ASSESSMENT",
                "SUBSTANCE_MISUSE",
                "INTERVENTION_RECEIVED",
                "INTERVENTION_OFFERED",
            ],
            Self::Oc3 => &["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"],
            Self::Ad1 => &[
                "CHILD",
                "DOB",
                "DATE_INT",
                "DATE_MATCH",
                "FOSTER_CARE",
                "NB_ADOPTR",
                "SEX_ADOPTR",
                "LS_ADOPTR",
            ],
            Self::PlacedForAdoption => {
                &["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"]
            }
            Self::PreviousPermanence => &["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"],
            Self::Missing => &["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"],
            Self::SwEpisodes => &["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"],
        }
    }

    /// The table's place in `all`, for arrays with one slot a table.
    pub(super) fn slot(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Table {
    type Err = crate::Error;

    /// Reads a table's name in any letter case.
    fn from_str(text: &str) -> crate::Result<Self> {
        Self::all().find(|table| table.name().eq_ignore_ascii_case(text)).ok_or_else(|| {
            Kind::UnknownCode {
                field: "table",
                value: text.to_owned(),
                known: "header, episodes, reviews, uasc, oc2, oc3, ad1, placed_for_adoption, previous_permanence, missing, sw_episodes",
            }
            .into()
        })
    }
}

/// A recognised header line: which table it heads, and in which cell each column stands.
///
/// ```
/// use iro_handbook::ssda903::{Columns, Table};
///
/// let columns = Columns::recognise(["review", "Child", "DOB", "REVIEW_CODE"]).unwrap();
/// assert_eq!(columns.table(), Table::Reviews);
/// assert_eq!(columns.position("REVIEW"), Some(0));
/// assert!(Columns::recognise(["CHILD", "REVIEW"]).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    table: Table,
    mapping: [usize; MOST_COLUMNS],
}

impl Columns {
    /// Tells a file by its header line: by the exact set of its named columns, in any order and
    /// letter case, spaces and a byte order mark aside. A column without a name is ignored; a name
    /// given twice is not recognised.
    ///
    /// ```
    /// use iro_handbook::ssda903::{Columns, Table};
    ///
    /// let with_mark = Columns::recognise(["\u{feff}CHILD", " sex ", "DOB", "DUC", ""]);
    /// assert_eq!(with_mark.map(|columns| columns.table()), Some(Table::Uasc));
    /// ```
    pub fn recognise<I>(names: I) -> Option<Self>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let mut named: Vec<(usize, String)> = Vec::with_capacity(MOST_COLUMNS);
        for (cell, name) in names.into_iter().enumerate() {
            let name = name.as_ref();
            let name = if cell == 0 { name.trim_start_matches('\u{feff}') } else { name };
            let name = name.trim();
            if name.is_empty() {
                continue;
            }
            if named.iter().any(|(_, known)| known.eq_ignore_ascii_case(name)) {
                return None;
            }
            named.push((cell, name.to_ascii_uppercase()));
        }
        let position =
            |column: &str| named.iter().find(|(_, name)| name == column).map(|(cell, _)| *cell);
        // Names are distinct on both sides: equal in number and each found means equal as sets.
        let table = Table::all().find(|table| {
            let columns = table.columns();
            columns.len() == named.len() && columns.iter().all(|column| position(column).is_some())
        })?;
        let mut mapping = [0; MOST_COLUMNS];
        for (slot, column) in mapping.iter_mut().zip(table.columns()) {
            *slot = position(column)?;
        }
        Some(Self { table, mapping })
    }

    /// The table that was recognised.
    ///
    /// ```
    /// use iro_handbook::ssda903::{Columns, Table};
    ///
    /// let columns = Columns::recognise(Table::Missing.columns()).unwrap();
    /// assert_eq!(columns.table(), Table::Missing);
    /// ```
    #[must_use]
    pub fn table(&self) -> Table {
        self.table
    }

    /// In which cell of a record the named column stands.
    ///
    /// ```
    /// use iro_handbook::ssda903::{Columns, Table};
    ///
    /// let columns = Columns::recognise(["DOB", "CHILD", "REVIEW", "REVIEW_CODE"]).unwrap();
    /// assert_eq!(columns.position("CHILD"), Some(1));
    /// assert_eq!(columns.position("UPN"), None);
    /// ```
    #[must_use]
    pub fn position(&self, column: &str) -> Option<usize> {
        let columns = self.table.columns().iter();
        columns.zip(&self.mapping).find(|(name, _)| **name == column).map(|(_, cell)| *cell)
    }

    /// The cell of a column by its number in `Table::columns`.
    pub(super) fn cell(&self, column: usize) -> Option<usize> {
        self.mapping.get(column).copied()
    }
}
