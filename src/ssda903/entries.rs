//! Rows as a return keeps them: read, interned and small.

use core::fmt;

use chrono::NaiveDate;

use super::code::Code;
use super::date::DateCell;
use super::problems::Problem;
use crate::record::{EthnicGroup, Participation, Sex};

/// A child within one return; [`Return::child_name`](super::Return::child_name) has the identifier.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{HeaderRow, Return};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&HeaderRow { child: "a1".into(), ..Default::default() });
/// let child = year.headers().next().and_then(|header| header.child()).unwrap();
/// assert_eq!(child.index(), 0);
/// assert_eq!(year.child_name(child), Some("A1"));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildIx(pub(super) u32);

impl ChildIx {
    /// The place of the child in a list with one slot a child.
    pub(super) fn place(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    /// The child's number, counted from 0 in order of first appearance in the return.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{MissingRow, Return};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&MissingRow { child: "A1".into(), ..Default::default() });
    /// assert_eq!(year.children().map(|(child, _)| child.index()).collect::<Vec<_>>(), [0]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn index(self) -> u32 {
        self.0
    }
}

/// Getters with an example of their own, all of which read a field.
macro_rules! getters {
    ($($(#[$attribute:meta])* $name:ident: $type:ty,)+) => {
        $(
            $(#[$attribute])*
            #[must_use]
            pub fn $name(&self) -> $type {
                self.$name
            }
        )+
    };
}

/// A row of the header file.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{HeaderRow, Return};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&HeaderRow { child: "A1".into(), dob: "01/02/2010".into(), ..Default::default() });
/// let header = year.headers().next().unwrap();
/// assert_eq!(header.row(), 0);
/// assert!(header.dob().date().is_some());
/// assert!(!format!("{header:?}").contains("2010"));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct HeaderEntry {
    pub(super) row: u32,
    pub(super) child: Option<ChildIx>,
    pub(super) dob: DateCell,
    pub(super) sex: Option<Sex>,
    pub(super) ethnic_group: Option<EthnicGroup>,
    pub(super) mother: bool,
}

impl HeaderEntry {
    getters! {
        /// The row's number in its file, from 0.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{HeaderRow, Return}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&HeaderRow { child: "A1".into(), ..Default::default() });
        /// assert_eq!(year.headers().map(|header| header.row()).collect::<Vec<_>>(), [0]);
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        row: u32,
        /// The child, unless CHILD is blank.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{HeaderRow, Return}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&HeaderRow { upn: "UN1".into(), ..Default::default() });
        /// assert!(year.headers().all(|header| header.child().is_none()));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        child: Option<ChildIx>,
        /// The date of birth.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{HeaderRow, Return}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&HeaderRow { child: "A1".into(), ..Default::default() });
        /// assert!(year.headers().all(|header| header.dob().is_blank()));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        dob: DateCell,
        /// The sex; none where the column is blank or has no code of the return.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{HeaderRow, Return}};
        /// use iro_handbook::record::Sex;
        ///
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&HeaderRow { child: "A1".into(), sex: "2".into(), ..Default::default() });
        /// assert!(year.headers().all(|header| header.sex() == Some(Sex::Female)));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        sex: Option<Sex>,
        /// The ethnic group; none where the column is blank or has no code of the return.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{HeaderRow, Return}};
        /// use iro_handbook::record::EthnicGroup;
        ///
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&HeaderRow { child: "A1".into(), ethnic: "MWBC".into(), ..Default::default() });
        /// assert!(year.headers().all(|header| header.ethnic_group() == Some(EthnicGroup::Mixed)));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        ethnic_group: Option<EthnicGroup>,
    }
}

impl fmt::Debug for HeaderEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("HeaderEntry");
        shown.field("row", &self.row).field("child", &self.child).finish_non_exhaustive()
    }
}

/// A row of the episodes file, as it stands there: usable or not.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{EpisodeRow, Return};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&EpisodeRow { child: "A1".into(), decom: "soon".into(), ..Default::default() });
/// assert_eq!(year.episodes().count(), 1);
/// assert_eq!(year.usable_episodes().count(), 0);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EpisodeEntry {
    /// The row's number in its file, from 0.
    pub row: u32,
    /// The child, unless CHILD is blank.
    pub child: Option<ChildIx>,
    /// The day it began.
    pub decom: DateCell,
    /// The day it ceased.
    pub dec: DateCell,
    /// Why it is a new episode.
    pub rne: Code,
    /// The legal status.
    pub ls: Code,
    /// Why it ceased.
    pub rec: Code,
    /// The placement.
    pub place: Code,
}

/// An episode with all that dates need: a child, a first day, and a last day that does not precede
/// it, where it has ceased.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{EpisodeRow, Return};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&EpisodeRow { child: "A1".into(), decom: "3/4/17".into(), ..Default::default() });
/// let episode = year.usable_episodes().next().unwrap();
/// assert_eq!(episode.decom.to_string(), "2017-04-03");
/// assert_eq!(episode.dec, None);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UsableEpisode {
    /// The row's number in its file, from 0.
    pub row: u32,
    /// The child.
    pub child: ChildIx,
    /// The day it began.
    pub decom: NaiveDate,
    /// The day it ceased; none while it is open.
    pub dec: Option<NaiveDate>,
    /// Why it is a new episode.
    pub rne: Code,
    /// The legal status.
    pub ls: Code,
    /// Why it ceased.
    pub rec: Code,
    /// The placement.
    pub place: Code,
}

/// Legal statuses of a series of short breaks.
pub(super) fn is_short_break(ls: Code) -> bool {
    ls == "V3" || ls == "V4"
}

impl UsableEpisode {
    /// Whether it is a short break (legal status V3 or V4), which forms no period of care.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let (child, decom, ls) = ("A1".into(), "03/04/2017".into(), "V4".into());
    /// year.push(&EpisodeRow { child, decom, ls, ..Default::default() });
    /// assert!(year.usable_episodes().all(|episode| episode.is_short_break()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn is_short_break(&self) -> bool {
        is_short_break(self.ls)
    }
}

/// The years for which days can be counted: a DECOM outside them is taken for a slip.
const FIRST_DECOM: Option<NaiveDate> = NaiveDate::from_ymd_opt(1990, 1, 1);
const LAST_DECOM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2030, 11, 30);

impl EpisodeEntry {
    pub(super) fn usable(&self) -> Result<UsableEpisode, (&'static str, Problem)> {
        let child = self.child.ok_or(("CHILD", Problem::Missing))?;
        let decom = match self.decom {
            DateCell::Blank => return Err(("DECOM", Problem::Missing)),
            DateCell::Unreadable => return Err(("DECOM", Problem::NotADate)),
            DateCell::Read { date, .. } => date,
        };
        if Some(decom) < FIRST_DECOM || Some(decom) > LAST_DECOM {
            return Err(("DECOM", Problem::OutsideYears));
        }
        let dec = match self.dec {
            DateCell::Blank => None,
            DateCell::Unreadable => return Err(("DEC", Problem::NotADate)),
            DateCell::Read { date, .. } if date < decom => {
                return Err(("DEC", Problem::BeforeDecom));
            }
            DateCell::Read { date, .. } => Some(date),
        };
        let &Self { row, rne, ls, rec, place, .. } = self;
        Ok(UsableEpisode { row, child, decom, dec, rne, ls, rec, place })
    }
}

/// A row of the reviews file, as it stands there: usable or not.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{Return, ReviewRow};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// year.push(&ReviewRow { child: "A1".into(), review_code: "pn4".into(), ..Default::default() });
/// let review = year.reviews().next().unwrap();
/// assert_eq!((review.code().as_str(), review.participation()), ("PN4", "PN4".parse().ok()));
/// assert_eq!(year.usable_reviews().count(), 0);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReviewEntry {
    pub(super) row: u32,
    pub(super) child: Option<ChildIx>,
    pub(super) dob: DateCell,
    pub(super) date: DateCell,
    pub(super) code: Code,
    pub(super) participation: Option<Participation>,
}

/// A review with a child and a day.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{Return, ReviewRow};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// let (child, review, review_code) = ("A1".into(), "01/06/2017".into(), "PN1".into());
/// year.push(&ReviewRow { child, review, review_code, ..Default::default() });
/// let review = year.usable_reviews().next().unwrap();
/// assert_eq!(review.date.to_string(), "2017-06-01");
/// assert_eq!(review.participation.map(|p| p.code()), Some("PN1"));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UsableReview {
    /// The row's number in its file, from 0.
    pub row: u32,
    /// The child.
    pub child: ChildIx,
    /// The day it was held.
    pub date: NaiveDate,
    /// How the child took part; none where no code PN0 to PN7 is recorded.
    pub participation: Option<Participation>,
}

impl ReviewEntry {
    getters! {
        /// The row's number in its file, from 0.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{Return, ReviewRow}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&ReviewRow { child: "A1".into(), ..Default::default() });
        /// assert_eq!(year.reviews().map(|review| review.row()).collect::<Vec<_>>(), [0]);
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        row: u32,
        /// The child, unless CHILD is blank.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{Return, ReviewRow}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&ReviewRow { review: "01/06/2017".into(), ..Default::default() });
        /// assert!(year.reviews().all(|review| review.child().is_none()));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        child: Option<ChildIx>,
        /// The date of birth that the row gives.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{Return, ReviewRow}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&ReviewRow { review: "01/06/2017".into(), ..Default::default() });
        /// assert!(year.reviews().all(|review| review.dob().is_blank()));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        dob: DateCell,
        /// The day of the review.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{Return, ReviewRow}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&ReviewRow { review: "01/06/2017".into(), ..Default::default() });
        /// assert!(year.reviews().all(|review| review.date().date().is_some()));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        date: DateCell,
        /// REVIEW_CODE as it stands there.
        ///
        /// ```
        /// # use iro_handbook::{calendar::CollectionYear, ssda903::{Return, ReviewRow}};
        /// # let mut year = Return::new(CollectionYear::ending(2018)?);
        /// year.push(&ReviewRow { review_code: "PN9".into(), ..Default::default() });
        /// assert!(year.reviews().all(|review| review.code() == "PN9"));
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        code: Code,
    }

    /// How the child took part; any other code than PN0 to PN7 counts as not recorded.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{Return, ReviewRow}};
    /// # let mut year = Return::new(CollectionYear::ending(2018)?);
    /// year.push(&ReviewRow { review_code: "PN8".into(), ..Default::default() });
    /// assert!(year.reviews().all(|review| review.participation().is_none()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn participation(&self) -> Option<Participation> {
        self.participation
    }

    /// Whether the row tells of a review at all.
    pub(super) fn is_empty(&self) -> bool {
        self.date.is_blank() && self.code.is_blank()
    }

    pub(super) fn usable(&self) -> Result<UsableReview, (&'static str, Problem)> {
        let child = self.child.ok_or(("CHILD", Problem::Missing))?;
        let date = match self.date {
            DateCell::Blank => return Err(("REVIEW", Problem::Missing)),
            DateCell::Unreadable => return Err(("REVIEW", Problem::NotADate)),
            DateCell::Read { date, .. } => date,
        };
        Ok(UsableReview { row: self.row, child, date, participation: self.participation })
    }
}

impl fmt::Debug for ReviewEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ReviewEntry");
        shown.field("row", &self.row).field("child", &self.child);
        shown.field("date", &self.date).field("code", &self.code).finish_non_exhaustive()
    }
}
