//! Every count of one report, once, by name: so that a figure that stands in two tables is the same
//! figure, parts add up to wholes, and what is kept back is kept back everywhere.

use crate::error::{Kind, Result};
use core::borrow::Borrow;
use core::fmt;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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

    /// Whether it is a count of another year's report.
    pub(crate) fn is_of_another_year(&self) -> bool {
        self.0.contains(':')
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
///
/// Each count is entered once, by name. A ledger of one's own tables can be made ready for publication like
/// that of a report: [`for_publication`](Self::for_publication).
///
/// ```
/// use iro_handbook::report::annual::{Ledger, Shown};
///
/// let mut ledger = Ledger::default();
/// let girls = ledger.enter("girls", 40)?;
/// let boys = ledger.enter("boys", 38)?;
/// let children = ledger.enter("children", 78)?;
/// ledger.adds_up(&children, &[girls, boys])?;
/// assert_eq!(ledger.get("girls"), Some(Shown::Count(40)));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    counts: BTreeMap<FigureId, Shown>,
    /// Parts and their wholes: what is left over no reader sees, but could work out.
    shares: BTreeSet<(Vec<FigureId>, FigureId)>,
    sums: Vec<Sum>,
    /// Up to what counts are kept back in it; 0 while it is whole.
    threshold: u64,
}

impl Ledger {
    /// Enters a count.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the same name has another count already, or
    /// the count is `u64::MAX`: so a counter stands that could not count on.
    ///
    /// ```
    /// use iro_handbook::report::annual::Ledger;
    ///
    /// let mut ledger = Ledger::default();
    /// assert!(ledger.enter("late", 3).is_ok());
    /// assert!(ledger.enter("late", 3).is_ok(), "the same in another table");
    /// assert!(ledger.enter("late", 4).unwrap_err().is_contradiction());
    /// ```
    pub fn enter(&mut self, id: impl Into<FigureId>, count: u64) -> Result<FigureId> {
        let id = id.into();
        if count == u64::MAX {
            return Err(wrong(id.as_str(), count, "it is more than can be counted"));
        }
        match self.counts.insert(id.clone(), Shown::Count(count)) {
            Some(Shown::Count(before)) if before != count => {
                Err(wrong(id.as_str(), count, &format!("the same report has {before} for it")))
            }
            _ => Ok(id),
        }
    }

    /// Says that counts add up to another. A name that was never entered counts nothing.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where they do not: the report is wrong and is not
    /// made.
    ///
    /// ```
    /// use iro_handbook::report::annual::Ledger;
    ///
    /// let mut ledger = Ledger::default();
    /// let [late, on_time, held] = [ledger.enter("late", 3)?, ledger.enter("on_time", 9)?, ledger.enter("held", 13)?];
    /// assert!(ledger.adds_up(&held, &[late, on_time]).unwrap_err().is_contradiction());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn adds_up(&mut self, whole: &FigureId, parts: &[FigureId]) -> Result<()> {
        let total = self.known(whole);
        let sum = self.together(parts);
        if sum != total {
            return Err(wrong(whole.as_str(), total, &format!("its parts add up to {sum}")));
        }
        self.sums.push(Sum { whole: whole.clone(), parts: parts.to_vec() });
        Ok(())
    }

    /// Says that one count is part of another, as where a percentage is printed, so that the rest can be
    /// worked out.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the part is greater than the whole.
    ///
    /// ```
    /// use iro_handbook::report::annual::{Disclosure, Ledger, Shown};
    ///
    /// let mut ledger = Ledger::default();
    /// let (on_time, held) = (ledger.enter("on_time", 97)?, ledger.enter("held", 100)?);
    /// ledger.share(&on_time, &held)?;
    /// let public = ledger.for_publication(Disclosure::default());
    /// assert_eq!(public.get("on_time"), Some(Shown::Confidential), "or 3 are left over");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn share(&mut self, of: &FigureId, among: &FigureId) -> Result<()> {
        self.leaves(core::slice::from_ref(of), among)
    }

    /// Says that counts are parts of another that have nothing in common, and not all of it: a reader of all
    /// of them knows the rest.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the parts together are greater than the whole.
    ///
    /// ```
    /// use iro_handbook::report::annual::{Disclosure, Ledger, Shown};
    ///
    /// let mut ledger = Ledger::default();
    /// let [first, second, all] = [ledger.enter("first", 40)?, ledger.enter("second", 57)?, ledger.enter("all", 100)?];
    /// ledger.leaves(&[first, second], &all)?;
    /// let public = ledger.for_publication(Disclosure::default());
    /// let shown = ["first", "second", "all"].map(|name| public.get(name));
    /// assert!(shown.contains(&Some(Shown::Confidential)), "or 3 are left over");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn leaves(&mut self, parts: &[FigureId], whole: &FigureId) -> Result<()> {
        let all = self.known(whole);
        let together = self.together(parts);
        if together > all {
            let names: Vec<_> = parts.iter().map(FigureId::as_str).collect();
            let problem = format!("it is a share of {all} ({whole})");
            return Err(wrong(&names.join(" and "), together, &problem));
        }
        let mut parts = parts.to_vec();
        parts.sort();
        self.shares.insert((parts, whole.clone()));
        Ok(())
    }

    /// What is shown of a count; one that nobody entered is kept back.
    pub(crate) fn shown(&self, id: &FigureId) -> Shown {
        self.counts.get(id).copied().unwrap_or(Shown::Confidential)
    }

    /// What is shown of a count, by its name; none where the name was never entered.
    ///
    /// ```
    /// use iro_handbook::report::annual::{Ledger, Shown};
    ///
    /// let mut ledger = Ledger::default();
    /// ledger.enter("late", 3)?;
    /// assert_eq!(ledger.get("late"), Some(Shown::Count(3)));
    /// assert_eq!(ledger.get("early"), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Shown> {
        self.counts.get(name).copied()
    }

    /// The name, if a count was entered by it.
    pub(super) fn id_of(&self, name: &str) -> Option<FigureId> {
        self.counts.get_key_value(name).map(|(id, _)| id.clone())
    }

    /// Every count with its name, in the order of the names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&FigureId, Shown)> {
        self.counts.iter().map(|(id, shown)| (id, *shown))
    }

    /// What is part of what, and how much is left over: a count that no reader sees, but could work out.
    pub(super) fn shares(&self) -> impl Iterator<Item = (&[FigureId], &FigureId, u64)> {
        self.shares.iter().map(|(parts, whole)| {
            let rest = parts.iter().map(|part| self.known(part));
            (parts.as_slice(), whole, rest.fold(self.known(whole), u64::saturating_sub))
        })
    }

    /// What adds up to what.
    pub(super) fn sums(&self) -> &[Sum] {
        &self.sums
    }

    /// The same with these counts taken out, and with nothing that could be worked out from them.
    pub(super) fn without(
        &self,
        threshold: u64,
        kept_back: impl Fn(&FigureId, u64) -> bool,
    ) -> Self {
        let shown = |id: &FigureId, shown: Shown| match shown {
            Shown::Count(count) if !kept_back(id, count) => shown,
            _ => Shown::Confidential,
        };
        let counts = self.counts.iter().map(|(id, count)| (id.clone(), shown(id, *count)));
        Self { counts: counts.collect(), threshold, ..Self::default() }
    }

    /// Up to what counts are kept back in it; 0 while it is whole.
    pub(super) const fn threshold(&self) -> u64 {
        self.threshold
    }

    /// The parts added up. No count is `u64::MAX`, so a sum that ends there is the same as none.
    fn together(&self, parts: &[FigureId]) -> u64 {
        parts.iter().fold(0, |sum, part| sum.saturating_add(self.known(part)))
    }

    fn known(&self, id: &FigureId) -> u64 {
        self.shown(id).count().unwrap_or_default()
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
