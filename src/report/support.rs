//! Advocates, independent visitors, and care plans that are up to date: counts that a service keeps.

use super::audits::one_year;
use super::timeliness::more;
use crate::calendar::CollectionYear;
use crate::error::Result;

/// What a service counted of the support that children had in a year. What is not given is not known, and the
/// report says so.
///
/// Added together, what one part does not give is not in the sum: give it for every part or for none.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::SupportFigures;
///
/// let figures = SupportFigures::new(CollectionYear::ending(2026)?).with_visitors(12, 3);
/// assert_eq!((figures.visitors(), figures.advocates()), (Some((12, 3)), None));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SupportFigures {
    year: CollectionYear,
    advocates: Option<u64>,
    visitors: Option<(u64, u64)>,
    care_plans: Option<(u64, u64)>,
}

impl SupportFigures {
    /// None given yet, of a year.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::SupportFigures;
    ///
    /// assert_eq!(SupportFigures::new(CollectionYear::ending(2026)?).advocates(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(year: CollectionYear) -> Self {
        Self { year, advocates: None, visitors: None, care_plans: None }
    }

    /// With the children who had an advocate in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// let figures = SupportFigures::new(CollectionYear::ending(2026)?).with_advocates(31);
    /// assert_eq!(figures.advocates(), Some(31));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_advocates(mut self, children: u64) -> Self {
        self.advocates = Some(children);
        self
    }

    /// With the children who had an independent visitor at the end of the year, and those waiting for one.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// let figures = SupportFigures::new(CollectionYear::ending(2026)?).with_visitors(12, 3);
    /// assert_eq!(figures.visitors(), Some((12, 3)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_visitors(mut self, matched: u64, waiting: u64) -> Self {
        self.visitors = Some((matched, waiting));
        self
    }

    /// With the children whose care plan was up to date at the end of the year, and those whose was not.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// let figures = SupportFigures::new(CollectionYear::ending(2026)?).with_care_plans(180, 9);
    /// assert_eq!(figures.care_plans(), Some((180, 9)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_care_plans(mut self, up_to_date: u64, out_of_date: u64) -> Self {
        self.care_plans = Some((up_to_date, out_of_date));
        self
    }

    /// Together with those of another part of the service.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// let one = SupportFigures::new(CollectionYear::ending(2026)?).with_advocates(31);
    /// assert_eq!(one.merge(one)?.advocates(), Some(62));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        one_year(self.year, other.year)?;
        if let Some(children) = other.advocates {
            more(self.advocates.get_or_insert(0), children);
        }
        for (mine, theirs) in
            [(&mut self.visitors, other.visitors), (&mut self.care_plans, other.care_plans)]
        {
            if let Some(theirs) = theirs {
                let mine = mine.get_or_insert((0, 0));
                more(&mut mine.0, theirs.0);
                more(&mut mine.1, theirs.1);
            }
        }
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(SupportFigures::new(year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// Children who had an advocate in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// assert_eq!(SupportFigures::new(CollectionYear::ending(2026)?).advocates(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn advocates(&self) -> Option<u64> {
        self.advocates
    }

    /// Children who had an independent visitor, and who waited for one.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// assert_eq!(SupportFigures::new(CollectionYear::ending(2026)?).visitors(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn visitors(&self) -> Option<(u64, u64)> {
        self.visitors
    }

    /// Children whose care plan was up to date, and whose was not.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SupportFigures;
    /// assert_eq!(SupportFigures::new(CollectionYear::ending(2026)?).care_plans(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn care_plans(&self) -> Option<(u64, u64)> {
        self.care_plans
    }
}
