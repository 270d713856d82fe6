//! The children of a year: who they are, how they are looked after, how settled they are.

mod bands;
mod of_record;

pub use bands::{AgeBand, LengthInCare, PlacementsInYear};

use super::timeliness::more;
use super::{Breakdown, Cohort, ReviewQuestion};
use crate::error::Result;
use crate::record::{
    CareRecord, CareSnapshot, Entry, EthnicGroup, LegalBasis, PlacementType, ReasonCeased,
    SameCarer, Sex,
};
use bands::has_lasted;
use chrono::NaiveDate;

/// A placement is far from home from more than this on.
const MILES: u16 = 20;
/// From so many months of care on the same carer is asked for, and for so many months.
const LONG: u32 = 30;
const SETTLED: u32 = 24;
/// Below so many years.
const YOUNG: u32 = 16;

/// The children looked after in a year, counted in periods of care as [`Cohort`] counts them, and those
/// looked after at its end by what a report tells of them.
///
/// What is not recorded is a kind of its own (`None`), so that every breakdown adds up to its whole. Two
/// measures are the DfE's ("Stability measures for children looked after in England"): three or more
/// placements in the year, among children looked after at its end; and the same carer for at least 2 years,
/// among those of them under 16 who have been looked after without a break for at least 2.5 years.
/// Placed for adoption counts as the same carer together with the placement before, as National
/// Indicator 63 had it.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::record::CareSnapshot;
/// use iro_handbook::report::{AgeBand, ChildrenFigures, ReviewQuestion};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let mut snapshot = CareSnapshot::new(day(2025, 9, 1));
/// snapshot.born = Some(day(2016, 4, 1));
///
/// let mut figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// figures.add(&snapshot);
/// assert_eq!(figures.cohort().looked_after_at_end(), 1);
/// assert_eq!(figures.by_age_and_sex().of(&(Some(AgeBand::FiveToNine), None)), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildrenFigures {
    question: ReviewQuestion,
    cohort: Cohort,
    reason_ceased: Breakdown<Option<ReasonCeased>>,
    age_and_sex: Breakdown<(Option<AgeBand>, Option<Sex>)>,
    ethnic_group: Breakdown<Option<EthnicGroup>>,
    legal_basis: Breakdown<Option<LegalBasis>>,
    length: Breakdown<Option<LengthInCare>>,
    unaccompanied: Breakdown<Option<bool>>,
    placement: Breakdown<Option<PlacementType>>,
    own_area: Breakdown<Option<bool>>,
    far: Breakdown<Option<bool>>,
    placements_in_year: Breakdown<Option<PlacementsInYear>>,
    long: Breakdown<Option<bool>>,
    settled: Breakdown<Option<bool>>,
    short_breaks: u64,
    short_breaks_not_recorded: u64,
}

impl ChildrenFigures {
    /// None yet.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.cohort().started(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(question: ReviewQuestion) -> Self {
        Self {
            question,
            cohort: Cohort::default(),
            reason_ceased: Breakdown::new(),
            age_and_sex: Breakdown::new(),
            ethnic_group: Breakdown::new(),
            legal_basis: Breakdown::new(),
            length: Breakdown::new(),
            unaccompanied: Breakdown::new(),
            placement: Breakdown::new(),
            own_area: Breakdown::new(),
            far: Breakdown::new(),
            placements_in_year: Breakdown::new(),
            long: Breakdown::new(),
            settled: Breakdown::new(),
            short_breaks: 0,
            short_breaks_not_recorded: 0,
        }
    }

    /// Counts a period of care, as it stood at the end of the year or on the day asked about, whichever is
    /// earlier.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CareSnapshot, ReasonCeased};
    ///
    /// let mut snapshot = CareSnapshot::new(NaiveDate::from_ymd_opt(2025, 6, 2).unwrap());
    /// snapshot.ended = NaiveDate::from_ymd_opt(2025, 9, 1);
    /// snapshot.reason_ceased = Some(ReasonCeased::ReturnedHome);
    /// let mut figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// figures.add(&snapshot);
    /// assert_eq!(figures.by_reason_ceased().of(&Some(ReasonCeased::ReturnedHome)), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, snapshot: &CareSnapshot) {
        let (year, as_of) = (self.question.year(), self.question.as_of());
        if snapshot.began > as_of {
            return;
        }
        let ended = snapshot.ended.filter(|ended| *ended <= as_of);
        if ended.is_some_and(|ended| year.contains(ended)) {
            self.reason_ceased.add(snapshot.reason_ceased);
        }
        if self.cohort.count(year, snapshot.began, ended) {
            self.count_at_end(snapshot, self.last());
        }
    }

    fn count_at_end(&mut self, snapshot: &CareSnapshot, last: NaiveDate) {
        let age = snapshot.born.and_then(|born| last.years_since(born));
        self.age_and_sex.add((age.map(AgeBand::of), snapshot.profile.sex()));
        self.ethnic_group.add(snapshot.profile.ethnic_group());
        self.unaccompanied.add(snapshot.profile.unaccompanied());
        self.legal_basis.add(snapshot.legal_basis);
        self.placement.add(snapshot.placement);
        self.own_area.add(snapshot.own_area);
        self.far.add(snapshot.miles_from_home.map(|miles| miles > MILES));
        self.placements_in_year.add(snapshot.placements_in_year.map(PlacementsInYear::of));

        // Care that may have begun earlier has lasted at least so long: only the longest band is sure.
        let known = snapshot.entry == Entry::Known;
        let length = LengthInCare::between(snapshot.began, last);
        let sure = known || length == LengthInCare::FiveYearsAndOver;
        self.length.add(Some(length).filter(|_| sure));

        let young = age.map(|age| age < YOUNG);
        let lasted = has_lasted(LONG, snapshot.began, last);
        let lasted = Some(lasted).filter(|lasted| *lasted || known);
        let long = match (young, lasted) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
        self.long.add(long);
        if long == Some(true) {
            self.settled.add(match snapshot.same_carer {
                Some(SameCarer::Since(day)) => Some(has_lasted(SETTLED, day, last)),
                Some(SameCarer::SinceBefore(day)) => {
                    Some(true).filter(|_| has_lasted(SETTLED, day, last))
                }
                None => None,
            });
        }
    }

    /// Counts a child by a service's own record: every period of care, and the series of short breaks.
    ///
    /// Every placement of a record counts as one, whoever the carer was before.
    ///
    /// # Errors
    /// As [`CareRecord::check`]; then nothing of the child has been counted.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, CareRecord, Profile, Sex};
    ///
    /// let began = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
    /// let record = CareRecord::new("C-1017")
    ///     .with_profile(Profile::new().with_sex(Sex::Male))
    ///     .with_period_of_care(CarePeriod::new(began));
    /// let mut figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// figures.add_record(&record)?;
    /// assert_eq!(figures.by_age_and_sex().of(&(None, Some(Sex::Male))), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add_record(&mut self, record: &CareRecord) -> Result<()> {
        record.check()?;
        let (year, last) = (self.question.year(), self.last());
        of_record::snapshots(record, year, last).for_each(|snapshot| self.add(&snapshot));
        match record.short_breaks().series() {
            None => self.add_short_breaks(0, 1),
            Some(series) => {
                let of_year = |began: NaiveDate, ended: Option<NaiveDate>| {
                    began <= last && ended.is_none_or(|ended| ended >= year.start())
                };
                let any = series.iter().any(|series| of_year(series.began(), series.ended()));
                self.add_short_breaks(u64::from(any), 0);
            }
        }
        Ok(())
    }

    /// Counts children in a series of short breaks in the year, and those of whom it is not recorded. They are
    /// not looked after by it, and stand in no other figure here.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// let mut figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// figures.add_short_breaks(3, 0);
    /// assert_eq!((figures.in_short_breaks(), figures.cohort().looked_after_at_end()), (3, 0));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add_short_breaks(&mut self, children: u64, not_recorded: u64) {
        more(&mut self.short_breaks, children);
        more(&mut self.short_breaks_not_recorded, not_recorded);
    }

    /// Together with those of other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they answer different questions.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// let of = |year| CollectionYear::ending(year).map(ReviewQuestion::new).map(ChildrenFigures::new);
    /// assert!(of(2025)?.merge(of(2026)?).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        self.cohort.zip(&other.cohort, super::timeliness::more);
        self.reason_ceased.merge(other.reason_ceased);
        self.age_and_sex.merge(other.age_and_sex);
        self.ethnic_group.merge(other.ethnic_group);
        self.legal_basis.merge(other.legal_basis);
        self.length.merge(other.length);
        self.unaccompanied.merge(other.unaccompanied);
        self.placement.merge(other.placement);
        self.own_area.merge(other.own_area);
        self.far.merge(other.far);
        self.placements_in_year.merge(other.placements_in_year);
        self.long.merge(other.long);
        self.settled.merge(other.settled);
        self.add_short_breaks(other.short_breaks, other.short_breaks_not_recorded);
        Ok(self)
    }

    /// The last day that is looked at.
    fn last(&self) -> NaiveDate {
        self.question.as_of().min(self.question.year().end())
    }

    /// The question the figures answer.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.question(), ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// Who was looked after at the start, who came, who left.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.cohort().started(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn cohort(&self) -> Cohort {
        self.cohort
    }

    /// Those who ceased in the year, by why.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_reason_ceased().total(), figures.cohort().ceased());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_reason_ceased(&self) -> &Breakdown<Option<ReasonCeased>> {
        &self.reason_ceased
    }

    /// Those looked after at the end, by age on that day and sex.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_age_and_sex().total(), figures.cohort().looked_after_at_end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_age_and_sex(&self) -> &Breakdown<(Option<AgeBand>, Option<Sex>)> {
        &self.age_and_sex
    }

    /// Those looked after at the end, by ethnic group.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_ethnic_group().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_ethnic_group(&self) -> &Breakdown<Option<EthnicGroup>> {
        &self.ethnic_group
    }

    /// Those looked after at the end, by what.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_legal_basis().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_legal_basis(&self) -> &Breakdown<Option<LegalBasis>> {
        &self.legal_basis
    }

    /// Those looked after at the end, by how long without a break. Where the day of entry is not known it is
    /// not recorded, unless it is 5 years and over at any rate.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_length_in_care().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_length_in_care(&self) -> &Breakdown<Option<LengthInCare>> {
        &self.length
    }

    /// Those looked after at the end, by whether they seek asylum unaccompanied.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_unaccompanied().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_unaccompanied(&self) -> &Breakdown<Option<bool>> {
        &self.unaccompanied
    }

    /// Those looked after at the end, by where they live.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_placement().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_placement(&self) -> &Breakdown<Option<PlacementType>> {
        &self.placement
    }

    /// Those looked after at the end, by whether they live in the authority's own area.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_own_area().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_own_area(&self) -> &Breakdown<Option<bool>> {
        &self.own_area
    }

    /// Those looked after at the end, by whether they live more than 20 miles from home.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_far_from_home().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_far_from_home(&self) -> &Breakdown<Option<bool>> {
        &self.far
    }

    /// Those looked after at the end, by how many placements they had in the year.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_placements_in_year().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_placements_in_year(&self) -> &Breakdown<Option<PlacementsInYear>> {
        &self.placements_in_year
    }

    /// Those looked after at the end, by whether they are under 16 and have been looked after for at least 2.5
    /// years; none where that cannot be told.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_long().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_long(&self) -> &Breakdown<Option<bool>> {
        &self.long
    }

    /// Those of whom [`by_long`](Self::by_long) says so, by whether they have lived with the same carer for at
    /// least 2 years.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_settled().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_settled(&self) -> &Breakdown<Option<bool>> {
        &self.settled
    }

    /// Children in a series of short breaks in the year.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.in_short_breaks(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn in_short_breaks(&self) -> u64 {
        self.short_breaks
    }

    /// Children of whom it is not recorded whether they were.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ChildrenFigures, ReviewQuestion}};
    /// # let figures = ChildrenFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.short_breaks_not_recorded(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn short_breaks_not_recorded(&self) -> u64 {
        self.short_breaks_not_recorded
    }
}
