//! The SSDA903 return: its files, its rows, and what the rows themselves give away.
//!
//! A [`Return`] takes the files of one collection year [from their bytes](Return::file), or rows from any
//! reader, keeps of them what reviews and checks need, sets aside what cannot be used, and checks the rest
//! against the rules that the DfE numbers and some that this crate adds.
//!
//! ```
//! use iro_handbook::calendar::CollectionYear;
//! use iro_handbook::ssda903::Return;
//!
//! let mut year = Return::new(CollectionYear::ending(2018)?);
//! let mut file = year.file();
//! file.push(b"CHILD,DOB,REVIEW,REVIEW_CODE\n")?;
//! file.push(b"A1,02/06/2010,01/06/2017,PN0\n")?;
//! file.finish()?;
//!
//! let flags = year.checks();
//! assert!(flags.iter().any(|flag| flag.rule.code() == "440"));
//! # Ok::<(), iro_handbook::Error>(())
//! ```

mod by_child;
mod checks;
mod code;
mod date;
mod entries;
mod file;
mod interner;
mod link;
mod linked;
mod periods;
mod problems;
mod returns;
mod rows;
mod snapshots;
mod stays;
mod table;

/// Trims as `str::trim` does; most cells have nothing to trim, which two bytes tell.
fn trim(text: &str) -> &str {
    let solid = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if solid(bytes.first()) && solid(bytes.last()) { text } else { text.trim() }
}

pub use checks::{CheckRule, CheckSource, Flag};
pub use code::Code;
pub use date::{DateCell, DateForm};
pub use entries::{ChildIx, EpisodeEntry, HeaderEntry, ReviewEntry, UsableEpisode, UsableReview};
pub use file::{FileSummary, ReturnFile};
pub use linked::{Linked, LinkedChild, StrayReview};
pub use problems::{Note, NoteKind, Problem, UnusableRow};
pub use returns::Return;
pub use rows::{
    Ad1Row, EpisodeRow, HeaderRow, MissingRow, Oc2Row, Oc3Row, PlacedForAdoptionRow,
    PreviousPermanenceRow, ReviewRow, Row, SwEpisodeRow, UascRow,
};
pub use table::{Columns, Table};
