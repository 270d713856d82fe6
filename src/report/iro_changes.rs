//! How often the IRO of a child changed in a year.

use super::Breakdown;
use super::workforce::same_question;
use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::record::{CarePeriod, CareRecord, changes_in_care};
use chrono::NaiveDate;

/// The children looked after at some time of a year, by how often their IRO changed in it. A change is another
/// officer within one period of care.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::record::{Appointment, CarePeriod, CareRecord, IroHistory};
/// use iro_handbook::report::IroChanges;
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
/// let iro = IroHistory::none()
///     .with_appointment(Appointment::new("I-3", day(5, 6)).with_to(day(9, 30)))
///     .with_appointment(Appointment::new("I-8", day(9, 30)));
/// let child =
///     CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(5, 2))).with_iro(iro);
/// let year = CollectionYear::ending(2026)?;
/// let mut changes = IroChanges::new(year, year.end());
/// changes.add(&child)?;
/// assert_eq!(changes.by_changes().of(&Some(1)), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IroChanges {
    year: CollectionYear,
    as_of: NaiveDate,
    by_changes: Breakdown<Option<u32>>,
}

impl IroChanges {
    /// No child yet, of a year, as known on a day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::IroChanges;
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(IroChanges::new(year, year.end()).by_changes().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear, as_of: NaiveDate) -> Self {
        Self { year, as_of, by_changes: Breakdown::new() }
    }

    /// Counts a child, if looked after at some time of the year.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the record contradicts itself; then nothing
    /// is counted.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::IroChanges;
    /// use iro_handbook::record::CareRecord;
    /// # let year = CollectionYear::ending(2026)?;
    /// let mut changes = IroChanges::new(year, year.end());
    /// changes.add(&CareRecord::new("C-1017"))?;
    /// assert_eq!(changes.by_changes().total(), 0, "not looked after");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, record: &CareRecord) -> Result<()> {
        record.check()?;
        let (first, last) = (self.year.start(), self.year.end().min(self.as_of));
        let in_year = |care: &CarePeriod| {
            care.began() <= last && care.ended().is_none_or(|ended| ended >= first)
        };
        if record.periods_of_care().iter().any(in_year) {
            let changes = || {
                let days = changes_in_care(record).map(|(_, after)| after.from());
                days.filter(|on| first <= *on && *on <= last).count()
            };
            let changes = record.iro().appointments().map(|_| changes());
            self.by_changes.add(changes.map(|count| u32::try_from(count).unwrap_or(u32::MAX)));
        }
        Ok(())
    }

    /// Together with those of other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year or day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::IroChanges;
    /// let of = |ending| CollectionYear::ending(ending).map(|year| IroChanges::new(year, year.end()));
    /// assert!(of(2026)?.merge(of(2025)?).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        same_question((self.year, self.as_of), (other.year, other.as_of))?;
        self.by_changes.merge(other.by_changes);
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::IroChanges;
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(IroChanges::new(year, year.end()).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// The day of the knowledge.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::IroChanges;
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(IroChanges::new(year, year.end()).as_of(), year.end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The children by the number of changes; none where nobody recorded the child's IROs.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::IroChanges;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(IroChanges::new(year, year.end()).by_changes().of(&None), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_changes(&self) -> &Breakdown<Option<u32>> {
        &self.by_changes
    }
}
