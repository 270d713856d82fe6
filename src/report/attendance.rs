//! Who came to the reviews of a year, besides the child.

use super::duties::same_year;
use super::timeliness::{more, one_more};
use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::record::{CareRecord, ReviewRecord, Whose};
use chrono::NaiveDate;

/// Reviews by whether anyone of a group, such as the parents, came.
///
/// ```
/// assert_eq!(iro_handbook::report::AttendanceCounts::default().total(), 0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct AttendanceCounts {
    came: u64,
    did_not_come: u64,
    not_applicable: u64,
    not_recorded: u64,
}

impl AttendanceCounts {
    /// At least one came.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::AttendanceCounts::default().came(), 0);
    /// ```
    #[must_use]
    pub const fn came(&self) -> u64 {
        self.came
    }

    /// None of those recorded came.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::AttendanceCounts::default().did_not_come(), 0);
    /// ```
    #[must_use]
    pub const fn did_not_come(&self) -> u64 {
        self.did_not_come
    }

    /// There is nobody who could come.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::AttendanceCounts::default().not_applicable(), 0);
    /// ```
    #[must_use]
    pub const fn not_applicable(&self) -> u64 {
        self.not_applicable
    }

    /// Nobody recorded it, or not of everyone.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::AttendanceCounts::default().not_recorded(), 0);
    /// ```
    #[must_use]
    pub const fn not_recorded(&self) -> u64 {
        self.not_recorded
    }

    /// All of them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::AttendanceCounts::default().total(), 0);
    /// ```
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.came
            .saturating_add(self.did_not_come)
            .saturating_add(self.not_applicable)
            .saturating_add(self.not_recorded)
    }

    /// One came: then it does not matter who else is recorded.
    fn count(&mut self, none_to_come: bool, attended: impl Iterator<Item = Option<bool>>) {
        let (mut any, mut all_known, mut one_came) = (false, true, false);
        for each in attended {
            any = true;
            all_known &= each.is_some();
            one_came |= each == Some(true);
        }
        one_more(if one_came {
            &mut self.came
        } else if any && all_known {
            &mut self.did_not_come
        } else if none_to_come && !any {
            &mut self.not_applicable
        } else {
            &mut self.not_recorded
        });
    }

    fn merge(&mut self, other: &Self) {
        more(&mut self.came, other.came);
        more(&mut self.did_not_come, other.did_not_come);
        more(&mut self.not_applicable, other.not_applicable);
        more(&mut self.not_recorded, other.not_recorded);
    }
}

/// Whether parents and carers came to the reviews held in a year, as known on a day. How the child took part is
/// in [`ReviewFigures`](super::ReviewFigures), by the codes of the return.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::record::{CarePeriod, CareRecord, Preparation, ReviewRecord, Views, Whose};
/// use iro_handbook::report::AttendanceFigures;
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
/// let views = Views::obtained(Whose::Parent).with_attended(true);
/// let review = ReviewRecord::new(day(9, 22)).with_preparation(Preparation::new().with_views(views));
/// let record =
///     CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(9, 1)).with_review(review));
/// let year = CollectionYear::ending(2026)?;
/// let mut figures = AttendanceFigures::new(year, year.end());
/// figures.add(&record);
/// assert_eq!((figures.parents().came(), figures.carers().not_recorded()), (1, 1));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttendanceFigures {
    year: CollectionYear,
    as_of: NaiveDate,
    parents: AttendanceCounts,
    carers: AttendanceCounts,
}

impl AttendanceFigures {
    /// None yet, of a year, as known on a day.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::AttendanceFigures;
    ///
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(AttendanceFigures::new(year, year.end()).parents().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear, as_of: NaiveDate) -> Self {
        let none = AttendanceCounts::default();
        Self { year, as_of, parents: none, carers: none }
    }

    /// Counts the reviews of one child that were held in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::record::CareRecord;
    /// # use iro_handbook::report::AttendanceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let mut figures = AttendanceFigures::new(year, year.end());
    /// figures.add(&CareRecord::new("C-1017"));
    /// assert_eq!(figures.carers().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, record: &CareRecord) {
        for review in reviews_of(record, self.year, self.as_of) {
            let preparation = review.preparation();
            let views = preparation.views().unwrap_or_default();
            let attended = |carers: bool| {
                views
                    .iter()
                    .filter(move |views| (views.whose() == Whose::Carer) == carers)
                    .map(|views| views.attended())
            };
            self.parents.count(preparation.no_parents().is_some(), attended(false));
            self.carers.count(false, attended(true));
        }
    }

    /// Together with those of other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year or day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AttendanceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let none = AttendanceFigures::new(year, year.end());
    /// assert_eq!(none.merge(none)?, none);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        same_year((self.year, self.as_of), (other.year, other.as_of))?;
        self.parents.merge(&other.parents);
        self.carers.merge(&other.carers);
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AttendanceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(AttendanceFigures::new(year, year.end()).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// The parents, and others with parental responsibility.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AttendanceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(AttendanceFigures::new(year, year.end()).parents().came(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn parents(&self) -> AttendanceCounts {
        self.parents
    }

    /// The carers.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::AttendanceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(AttendanceFigures::new(year, year.end()).carers().came(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn carers(&self) -> AttendanceCounts {
        self.carers
    }
}

/// The reviews of a child that were held in a year, as known on a day.
pub(super) fn reviews_of(
    record: &CareRecord,
    year: CollectionYear,
    as_of: NaiveDate,
) -> impl Iterator<Item = &ReviewRecord> {
    record
        .periods_of_care()
        .iter()
        .flat_map(|period| period.reviews())
        .filter(move |review| year.contains(review.held_on()) && review.held_on() <= as_of)
}
