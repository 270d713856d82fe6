//! The plan's nouns.

use super::dates::date;
use chrono::NaiveDate;

/// The years of the sample's returns.
pub const YEARS: [i32; 3] = [2024, 2025, 2026];

/// First day of the first return: reviews before it are in no return.
pub fn evidence_from() -> NaiveDate {
    date(2023, 4, 1)
}

/// The day the answers speak of, the last of the reported year.
pub fn as_of() -> NaiveDate {
    date(2026, 3, 31)
}

/// First and last day of a collection year.
pub fn year_days(year: i32) -> (NaiveDate, NaiveDate) {
    (date(year - 1, 4, 1), date(year, 3, 31))
}

/// An episode of the return.
#[derive(Clone, Debug)]
pub struct Episode {
    pub decom: NaiveDate,
    pub rne: &'static str,
    pub ls: &'static str,
    pub cin: &'static str,
    pub place: &'static str,
    pub provider: &'static str,
    pub dec: Option<NaiveDate>,
    pub rec: &'static str,
    pub reason: &'static str,
}

impl Episode {
    /// Placed for adoption?
    pub fn adoptive(&self) -> bool {
        matches!(self.place, "A3" | "A4" | "A5" | "A6")
    }
}

/// A review held, with its participation code (`None`: not recorded).
pub type Review = (NaiveDate, Option<u8>);

/// Which review of the child's clock a duty asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    First,
    Second,
    Subsequent,
    Adoption,
    Unknown,
}

/// What became of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Met,
    MetLate,
    NotHeld,
    NotYetDue,
    Lapsed,
    Undetermined,
}

/// One review that had to be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Which review it is.
    pub kind: Kind,
    /// A review by this day was certainly in time; `None` when nothing is certain.
    pub lo: Option<NaiveDate>,
    /// A review after this day was certainly late.
    pub hi: NaiveDate,
    /// The review that answered it.
    pub answered: Option<NaiveDate>,
    /// What became of it.
    pub fate: Fate,
}

/// An unbroken time in care.
#[derive(Clone, Debug, Default)]
pub struct Period {
    /// In order, without gaps.
    pub episodes: Vec<Episode>,
    /// All held, also those before the first return.
    pub reviews: Vec<Review>,
    /// The duties as planned, from the child's first day in care: what the authority itself knows.
    /// Empty for the cast, whose reviews are written out instead.
    pub planned: Vec<Duty>,
}

/// What a deliberate stray row does to the figures: it is counted here and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    UnusableEpisode,
    UnusableReview,
    DuplicateReview,
    ReviewAfterAsOf,
    ReviewInShortBreak,
    ReviewOutsideCare,
}

/// A deliberate mistake: one more row in one file of one return.
#[derive(Clone, Debug)]
pub struct Stray {
    /// The return it is in.
    pub year: i32,
    /// `episodes` or `reviews`.
    pub file: &'static str,
    /// The row.
    pub line: String,
    /// Its planned effect.
    pub effect: Effect,
}

/// A child.
#[derive(Clone, Debug)]
pub struct Child {
    /// An opaque number.
    pub id: u32,
    /// Day of birth.
    pub dob: NaiveDate,
    /// A boy?
    pub male: bool,
    /// ETHNIC.
    pub ethnic: &'static str,
    /// Unaccompanied and seeking asylum?
    pub uasc: bool,
    /// Ordinary periods of care, in order.
    pub periods: Vec<Period>,
    /// Episodes with legal status V3 or V4.
    pub short_breaks: Vec<Episode>,
    /// Deliberate mistakes.
    pub strays: Vec<Stray>,
    /// The last return that holds the child; earlier than the last of all for one child only.
    pub last_return: i32,
}

/// The whole sample.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Everyone in it.
    pub children: Vec<Child>,
    /// Path inside the sample's folder, and text.
    pub files: Vec<(String, String)>,
}
