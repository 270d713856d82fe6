//! Brothers and sisters who are looked after too: one IRO, and contact considered at reviews.

use super::Breakdown;
use super::attendance::reviews_of;
use super::duties::same_year;
use super::timeliness::{more, one_more};
use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::law::ScheduleSevenMatter;
use crate::record::{CareRecord, Considered, Relation, Relative, RelativeIro, looked_after_on};
use chrono::NaiveDate;
use core::fmt;

/// Whether a child has brothers or sisters who are looked after too, and whether they have one IRO.
///
/// ```
/// use iro_handbook::report::SiblingIro;
///
/// assert_eq!(SiblingIro::One.to_string(), "one IRO for all of them");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SiblingIro {
    /// The child and every sibling looked after have the same IRO.
    One,
    /// Not the same one, for a reason that the guidance names: their interests conflict, or they are too many.
    SeparateWithReason,
    /// Nobody recorded who the IRO of every sibling is, or who the child's is.
    NotRecorded,
    /// Not the same one, and no such reason is recorded for at least one.
    Separate,
}

impl SiblingIro {
    /// All of them, in order.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::SiblingIro::ALL.len(), 4);
    /// ```
    pub const ALL: &[Self] =
        &[Self::One, Self::SeparateWithReason, Self::Separate, Self::NotRecorded];

    /// The last part of its name in a report.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::SiblingIro::One.as_str(), "one");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::SeparateWithReason => "separate_with_reason",
            Self::Separate => "separate",
            Self::NotRecorded => "not_recorded",
        }
    }
}

impl fmt::Display for SiblingIro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::One => "one IRO for all of them",
            Self::SeparateWithReason => "separate IROs, for conflict or the size of the group",
            Self::Separate => "separate IROs, no such reason recorded",
            Self::NotRecorded => "not recorded",
        })
    }
}

/// Children looked after at the end of a year by their siblings who are looked after too, and whether the
/// reviews of those who have any considered contact (SI 2010/959, Schedule 7, paragraph 4).
///
/// Who is a sibling is as known on the day of the knowledge.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::record::{
///     Appointment, CarePeriod, CareRecord, IroHistory, Kin, Relation, Relative,
/// };
/// use iro_handbook::report::{SiblingFigures, SiblingIro};
///
/// let began = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
/// let record = CareRecord::new("C-1017")
///     .with_period_of_care(CarePeriod::new(began))
///     .with_iro(IroHistory::none().with_appointment(Appointment::new("I-3", began)))
///     .with_kin(Kin::none().with_relative(Relative::new("C-1018", Relation::Sibling).with_officer("I-3")));
/// let year = CollectionYear::ending(2026)?;
/// let mut figures = SiblingFigures::new(year, year.end());
/// figures.add(&record);
/// assert_eq!(figures.with_siblings().of(&SiblingIro::One), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiblingFigures {
    year: CollectionYear,
    as_of: NaiveDate,
    with_siblings: Breakdown<SiblingIro>,
    without: u64,
    not_recorded: u64,
    contact: Breakdown<Contact>,
}

/// As [`Considered`], in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Contact {
    Considered,
    NotConsidered,
    NotApplicable,
    NotRecorded,
}

impl From<Considered> for Contact {
    fn from(considered: Considered) -> Self {
        match considered {
            Considered::Yes => Self::Considered,
            Considered::No => Self::NotConsidered,
            Considered::NotApplicable => Self::NotApplicable,
            Considered::NotRecorded => Self::NotRecorded,
        }
    }
}

impl SiblingFigures {
    /// None yet, of a year, as known on a day.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::SiblingFigures;
    ///
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(SiblingFigures::new(year, year.end()).with_siblings().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear, as_of: NaiveDate) -> Self {
        Self {
            year,
            as_of,
            with_siblings: Breakdown::new(),
            without: 0,
            not_recorded: 0,
            contact: Breakdown::new(),
        }
    }

    /// Counts one child.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::record::CareRecord;
    /// # use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let mut figures = SiblingFigures::new(year, year.end());
    /// figures.add(&CareRecord::new("C-1017"));
    /// assert_eq!(figures.not_recorded(), 0, "not looked after");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, record: &CareRecord) {
        let day = self.year.end().min(self.as_of);
        let is_sibling = |relative: &&Relative| relative.relation() == Relation::Sibling;
        let relatives = record.kin().relatives();
        let siblings = || relatives.unwrap_or_default().iter().filter(is_sibling);
        if looked_after_on(record, day) {
            if relatives.is_none() {
                one_more(&mut self.not_recorded);
            } else if siblings().next().is_none() {
                one_more(&mut self.without);
            } else {
                let iro = record.iro().on(day).map(|appointment| appointment.officer());
                // The furthest from one IRO decides.
                let each = siblings().map(|sibling| beside(iro, sibling));
                self.with_siblings.add(each.max().unwrap_or(SiblingIro::NotRecorded));
            }
        }
        if siblings().next().is_some() {
            for review in reviews_of(record, self.year, self.as_of) {
                let considered = review.meeting().considerations().of(ScheduleSevenMatter::Contact);
                self.contact.add(considered.into());
            }
        }
    }

    /// Together with other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year or day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let none = SiblingFigures::new(year, year.end());
    /// assert_eq!(none.clone().merge(none.clone())?, none);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        same_year((self.year, self.as_of), (other.year, other.as_of))?;
        self.with_siblings.merge(other.with_siblings);
        more(&mut self.without, other.without);
        more(&mut self.not_recorded, other.not_recorded);
        self.contact.merge(other.contact);
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(SiblingFigures::new(year, year.end()).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// Children with a sibling who is looked after too, by whether they have one IRO.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(SiblingFigures::new(year, year.end()).with_siblings().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_siblings(&self) -> &Breakdown<SiblingIro> {
        &self.with_siblings
    }

    /// Children without one.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(SiblingFigures::new(year, year.end()).without(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn without(&self) -> u64 {
        self.without
    }

    /// Children of whom nobody recorded it.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(SiblingFigures::new(year, year.end()).not_recorded(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn not_recorded(&self) -> u64 {
        self.not_recorded
    }

    /// Reviews in the year of children with a sibling who is looked after too, by whether contact was
    /// considered.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::record::Considered;
    /// # use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(SiblingFigures::new(year, year.end()).contact(Considered::Yes), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn contact(&self, considered: Considered) -> u64 {
        self.contact.of(&considered.into())
    }
}

/// How the child's IRO stands to one sibling's.
fn beside(iro: Option<&str>, sibling: &Relative) -> SiblingIro {
    match (iro, sibling.iro(), sibling.separate()) {
        (None, ..) | (_, RelativeIro::NotRecorded | RelativeIro::NoOne, _) => {
            SiblingIro::NotRecorded
        }
        (Some(own), RelativeIro::Officer(theirs), _) if own == theirs => SiblingIro::One,
        (_, _, Some(_)) => SiblingIro::SeparateWithReason,
        (_, _, None) => SiblingIro::Separate,
    }
}
