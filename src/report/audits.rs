//! Quality audits of a year, by area and grade.

use super::Breakdown;
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use crate::record::{Audit, AuditArea, AuditGrade};

/// The quality audits of a year, by what they looked at and what they found.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::record::{Audit, AuditArea, AuditGrade};
/// use iro_handbook::report::AuditFigures;
///
/// let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
/// let mut figures = AuditFigures::new(CollectionYear::ending(2026)?);
/// figures.add(&Audit::new("A-12", on, AuditArea::Recording, AuditGrade::Good))?;
/// assert_eq!(figures.of(AuditArea::Recording).of(&AuditGrade::Good), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditFigures {
    year: CollectionYear,
    by: Breakdown<(AuditArea, AuditGrade)>,
}

impl AuditFigures {
    /// None yet, of a year.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::AuditFigures;
    ///
    /// assert_eq!(AuditFigures::new(CollectionYear::ending(2026)?).total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear) -> Self {
        Self { year, by: Breakdown::new() }
    }

    /// Counts an audit, if it was made in the year.
    ///
    /// # Errors
    /// As [`Audit::check`]; then it has not been counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    /// # use iro_handbook::report::AuditFigures;
    /// let mut figures = AuditFigures::new(CollectionYear::ending(2026)?);
    /// let before = NaiveDate::from_ymd_opt(2025, 3, 31).unwrap();
    /// figures.add(&Audit::new("A-1", before, AuditArea::Conduct, AuditGrade::Good))?;
    /// assert_eq!(figures.total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, audit: &Audit) -> Result<()> {
        audit.check()?;
        if self.year.contains(audit.on()) {
            self.by.add((audit.area(), audit.grade().clone()));
        }
        Ok(())
    }

    /// Together with others.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AuditFigures;
    /// let of = |year| CollectionYear::ending(year).map(AuditFigures::new);
    /// assert!(of(2026)?.merge(of(2025)?).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        one_year(self.year, other.year)?;
        self.by.merge(other.by);
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AuditFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(AuditFigures::new(year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// All of them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AuditFigures;
    /// assert_eq!(AuditFigures::new(CollectionYear::ending(2026)?).total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn total(&self) -> u64 {
        self.by.total()
    }

    /// The grades of one area.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::record::AuditArea;
    /// # use iro_handbook::report::AuditFigures;
    /// let figures = AuditFigures::new(CollectionYear::ending(2026)?);
    /// assert_eq!(figures.of(AuditArea::Conduct).total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of(&self, area: AuditArea) -> Breakdown<AuditGrade> {
        let mut grades = Breakdown::new();
        for ((_, grade), count) in self.by.iter().filter(|((own, _), _)| *own == area) {
            grades.add_many(grade.clone(), count);
        }
        grades
    }

    /// The grades of all areas together.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AuditFigures;
    /// let figures = AuditFigures::new(CollectionYear::ending(2026)?);
    /// assert_eq!(figures.by_grade().total(), figures.total());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn by_grade(&self) -> Breakdown<AuditGrade> {
        let mut grades = Breakdown::new();
        self.by.iter().for_each(|((_, grade), count)| grades.add_many(grade.clone(), count));
        grades
    }
}

/// Figures of different years do not go together.
pub(super) fn one_year(one: CollectionYear, other: CollectionYear) -> Result<()> {
    if one == other {
        return Ok(());
    }
    let (left, right) = (one.to_string(), other.to_string());
    Err(Kind::Mismatch { what: "the year", left, right }.into())
}
