//! Every count of one report, once, by name: so that a figure that stands in two tables is the same
//! figure, parts add up to wholes, and what is kept back is kept back everywhere.

use crate::error::{Kind, Result};
use core::borrow::Borrow;
use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The name of a count in a report, such as `reviews.held.late`.
///
/// Names are lower-case words with points between; they are the keys of `figures` in the report's JSON.
///
/// ```
/// use iro_handbook::report::annual::FigureId;
///
/// assert_eq!(FigureId::from("reviews.held.late").as_str(), "reviews.held.late");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct FigureId(Cow<'static, str>);

impl FigureId {
    /// The name as text.
    ///
    /// ```
    /// use iro_handbook::report::annual::FigureId;
    ///
    /// assert_eq!(FigureId::from("cohort.started").as_str(), "cohort.started");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same count in another year's report.
    pub(crate) fn of_year(&self, ending: i32) -> Self {
        Self(Cow::Owned(format!("{ending}:{self}")))
    }
}

impl From<&'static str> for FigureId {
    fn from(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }
}

impl From<String> for FigureId {
    fn from(name: String) -> Self {
        Self(Cow::Owned(name))
    }
}

impl Borrow<str> for FigureId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a report says of a count.
///
/// ```
/// use iro_handbook::report::annual::Shown;
///
/// assert_eq!(Shown::Count(1_467).to_string(), "1,467");
/// assert_eq!(Shown::Confidential.to_string(), "c");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shown {
    /// The count itself.
    Count(u64),
    /// Kept back, because it is small or would give a small one away. The count is not in the report.
    Confidential,
}

impl Shown {
    /// The count, where it is shown.
    ///
    /// ```
    /// use iro_handbook::report::annual::Shown;
    ///
    /// assert_eq!(Shown::Confidential.count(), None);
    /// ```
    #[must_use]
    pub const fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Confidential => None,
        }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{}", super::super::rate::Thousands(*count)),
            Self::Confidential => f.write_str("c"),
        }
    }
}

/// A whole and the parts that add up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) whole: FigureId,
    pub(crate) parts: Vec<FigureId>,
}

/// The counts of a report, and what adds up to what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ledger {
    counts: BTreeMap<FigureId, Shown>,
    /// Counts that no reader sees, but could work out: what a rate leaves over.
    implied: BTreeMap<FigureId, u64>,
    sums: Vec<Sum>,
}

impl Ledger {
    /// Enters a count. The same name with another count is a contradiction.
    pub(crate) fn enter(&mut self, id: impl Into<FigureId>, count: u64) -> Result<FigureId> {
        let id = id.into();
        match self.counts.insert(id.clone(), Shown::Count(count)) {
            Some(Shown::Count(before)) if before != count => {
                Err(wrong(id.as_str(), count, &format!("the same report has {before} for it")))
            }
            _ => Ok(id),
        }
    }

    /// Says that counts add up to another. Where they do not, the report is wrong and is not made.
    pub(crate) fn adds_up(&mut self, whole: &FigureId, parts: &[FigureId]) -> Result<()> {
        let total = self.known(whole);
        let sum = parts.iter().fold(0_u64, |sum, part| sum.saturating_add(self.known(part)));
        if sum != total {
            return Err(wrong(whole.as_str(), total, &format!("its parts add up to {sum}")));
        }
        self.sums.push(Sum { whole: whole.clone(), parts: parts.to_vec() });
        Ok(())
    }

    /// Says that one count is printed as a share of another, so that the rest can be worked out.
    pub(crate) fn share(&mut self, of: &FigureId, among: &FigureId) -> Result<()> {
        let (part, whole) = (self.known(of), self.known(among));
        let Some(rest) = whole.checked_sub(part) else {
            return Err(wrong(of.as_str(), part, &format!("it is a share of {whole}")));
        };
        let id = FigureId::from(format!("{among} less {of}"));
        if self.implied.insert(id.clone(), rest).is_none() {
            self.sums.push(Sum { whole: among.clone(), parts: vec![of.clone(), id] });
        }
        Ok(())
    }

    /// What is shown of a count; one that nobody entered is kept back.
    pub(crate) fn shown(&self, id: &FigureId) -> Shown {
        self.counts.get(id).copied().unwrap_or(Shown::Confidential)
    }

    /// The count by its name.
    pub(crate) fn get(&self, name: &str) -> Option<Shown> {
        self.counts.get(name).copied()
    }

    /// Every count with its name, in the order of the names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&FigureId, Shown)> {
        self.counts.iter().map(|(id, shown)| (id, *shown))
    }

    /// What no reader sees but could work out.
    pub(crate) fn implied(&self) -> impl Iterator<Item = (&FigureId, u64)> {
        self.implied.iter().map(|(id, count)| (id, *count))
    }

    /// What adds up to what.
    pub(crate) fn sums(&self) -> &[Sum] {
        &self.sums
    }

    /// The same with these counts taken out, and with nothing that could be worked out from them.
    pub(crate) fn without(&self, kept_back: impl Fn(&FigureId) -> bool) -> Self {
        let counts = self.counts.iter().map(|(id, shown)| {
            (id.clone(), if kept_back(id) { Shown::Confidential } else { *shown })
        });
        Self { counts: counts.collect(), implied: BTreeMap::new(), sums: Vec::new() }
    }

    fn known(&self, id: &FigureId) -> u64 {
        let implied = || self.implied.get(id).copied();
        self.shown(id).count().or_else(implied).unwrap_or_default()
    }
}

fn wrong(field: &str, value: u64, problem: &str) -> crate::Error {
    Kind::Contradiction {
        record: format!("annual report, {field}"),
        field: "count",
        value: value.to_string(),
        problem: problem.to_owned(),
    }
    .into()
}
