//! The team of the service: how many, who comes and goes, who they are, and how many children each has.

use super::timeliness::{more, one_more};
use super::{Breakdown, LengthOfService, Posts};
use crate::assess::{Caseload, RangePosition};
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use crate::law::{Limit, RuleId};
use crate::record::{Allocated, EthnicGroup, Fte, Officer, ServiceRecord, Sex};
use chrono::NaiveDate;
use core::cmp::Ordering;
use core::fmt;
use rust_decimal::{Decimal, RoundingStrategy};

/// An officer's children and full-time equivalent, ordered by children to a full-time post.
#[derive(Clone, PartialEq, Eq)]
struct Load {
    children: u32,
    fte: Fte,
    officer: String,
}

impl Ord for Load {
    fn cmp(&self, other: &Self) -> Ordering {
        let product = |children: u32, fte: Fte| {
            u64::from(children).saturating_mul(u64::from(fte.hundredths()))
        };
        // Whose quotient is greater, without dividing.
        product(self.children, other.fte)
            .cmp(&product(other.children, self.fte))
            .then_with(|| self.officer.cmp(&other.officer))
            .then_with(|| self.children.cmp(&other.children))
    }
}

impl PartialOrd for Load {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The officers of a year: the team on its last day (or on the day of the knowledge, when that is earlier), and
/// who joined and left.
///
/// In post when the year began and joined in the year are together those who left before the last day and
/// those in post on it. One whose last day in post is the last day of the year is in post on it, and left in
/// the year.
///
/// What is not recorded is a part of its own, so that every breakdown adds up to the headcount.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::record::{Allocated, Fte, Officer, ServiceRecord};
/// use iro_handbook::report::WorkforceFigures;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let service = ServiceRecord::new("S-1")
///     .with_officer(
///         Officer::new("I-3")
///             .with_from(day(2019, 9, 2))
///             .with_fte(Fte::FULL_TIME)
///             .with_children(Allocated::Count(82)),
///     )
///     .with_officer(Officer::new("I-8").with_from(day(2016, 1, 4)).with_to(day(2020, 6, 30)));
/// let year = CollectionYear::ending(2021)?;
/// let mut figures = WorkforceFigures::new(year, year.end());
/// figures.add(&service)?;
/// assert_eq!((figures.in_post_at_start(), figures.left(), figures.headcount()), (2, 1, 1));
/// assert_eq!(figures.caseload().unwrap().outside_by(0).to_string(), "12");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct WorkforceFigures {
    year: CollectionYear,
    as_of: NaiveDate,
    at_start: u64,
    joined: u64,
    left: u64,
    left_on_last_day: u64,
    employed: Posts,
    agency: Posts,
    agency_not_recorded: Posts,
    by_length: Breakdown<Option<LengthOfService>>,
    by_sex: Breakdown<Option<Sex>>,
    by_ethnic_group: Breakdown<Option<EthnicGroup>>,
    children: u64,
    without_children: u64,
    loads: Breakdown<Load>,
    services: u64,
    vacant: u64,
    without_vacancies: u64,
}

// The officers' data are for those who ask for them.
impl fmt::Debug for WorkforceFigures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkforceFigures")
            .field("year", &self.year)
            .field("as_of", &self.as_of)
            .finish_non_exhaustive()
    }
}

impl WorkforceFigures {
    /// None yet, of a year, as known on a day.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::WorkforceFigures;
    ///
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(WorkforceFigures::new(year, year.end()).headcount(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear, as_of: NaiveDate) -> Self {
        Self {
            year,
            as_of,
            at_start: 0,
            joined: 0,
            left: 0,
            left_on_last_day: 0,
            employed: Posts::default(),
            agency: Posts::default(),
            agency_not_recorded: Posts::default(),
            by_length: Breakdown::new(),
            by_sex: Breakdown::new(),
            by_ethnic_group: Breakdown::new(),
            children: 0,
            without_children: 0,
            loads: Breakdown::new(),
            services: 0,
            vacant: 0,
            without_vacancies: 0,
        }
    }

    /// Counts the officers of a service, as it stands on the last day.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the record contradicts itself; then nothing
    /// is counted.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// use iro_handbook::record::{Officer, ServiceRecord};
    /// # let year = CollectionYear::ending(2026)?;
    /// let mut figures = WorkforceFigures::new(year, year.end());
    /// figures.add(&ServiceRecord::new("S-1").with_officer(Officer::new("I-3")))?;
    /// assert_eq!((figures.headcount(), figures.fte()), (1, None));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, service: &ServiceRecord) -> Result<()> {
        service.check()?;
        one_more(&mut self.services);
        match service.vacancies().hundredths() {
            Some(hundredths) => more(&mut self.vacant, hundredths.into()),
            None => one_more(&mut self.without_vacancies),
        }
        service.officers().iter().for_each(|officer| self.add_officer(officer));
        Ok(())
    }

    fn add_officer(&mut self, officer: &Officer) {
        let (first, last) = (self.year.start(), self.last_day());
        let gone = officer.to().filter(|to| *to <= last);
        if officer.from().is_some_and(|from| from > last) || gone.is_some_and(|to| to < first) {
            return;
        }
        if officer.from().is_some_and(|from| from >= first) {
            one_more(&mut self.joined);
        } else {
            one_more(&mut self.at_start);
        }
        if let Some(gone) = gone {
            one_more(&mut self.left);
            if gone < last {
                return;
            }
            one_more(&mut self.left_on_last_day);
        }
        let posts = match officer.agency() {
            Some(false) => &mut self.employed,
            Some(true) => &mut self.agency,
            None => &mut self.agency_not_recorded,
        };
        posts.add(officer.fte());
        self.by_length.add(officer.from().map(|from| LengthOfService::between(from, last)));
        self.by_sex.add(officer.sex());
        self.by_ethnic_group.add(officer.ethnic_group());
        let children = officer.children().map(Allocated::count);
        match children {
            Some(children) => more(&mut self.children, children.into()),
            None => one_more(&mut self.without_children),
        }
        if let (Some(children), Some(fte)) = (children, officer.fte()) {
            self.loads.add(Load { children, fte, officer: officer.id().to_owned() });
        }
    }

    /// Together with those of other services.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year or day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let before = CollectionYear::ending(2025)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert!(figures.merge(WorkforceFigures::new(before, before.end())).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        same_question((self.year, self.as_of), (other.year, other.as_of))?;
        for (count, by) in [
            (&mut self.at_start, other.at_start),
            (&mut self.joined, other.joined),
            (&mut self.left, other.left),
            (&mut self.left_on_last_day, other.left_on_last_day),
            (&mut self.children, other.children),
            (&mut self.without_children, other.without_children),
            (&mut self.services, other.services),
            (&mut self.vacant, other.vacant),
            (&mut self.without_vacancies, other.without_vacancies),
        ] {
            more(count, by);
        }
        self.employed = self.employed.and(other.employed);
        self.agency = self.agency.and(other.agency);
        self.agency_not_recorded = self.agency_not_recorded.and(other.agency_not_recorded);
        self.by_length.merge(other.by_length);
        self.by_sex.merge(other.by_sex);
        self.by_ethnic_group.merge(other.by_ethnic_group);
        self.loads.merge(other.loads);
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.year(), year);
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
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.as_of(), year.end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The day on which the team is counted: the last of the year, or the day of the knowledge when that is
    /// earlier.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.last_day(), year.end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.year.end().min(self.as_of)
    }

    /// In post on the first day of the year, and from before it. An officer without a first day is taken to have
    /// always been in post.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.in_post_at_start(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn in_post_at_start(&self) -> u64 {
        self.at_start
    }

    /// Whose first day in post is in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.joined(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn joined(&self) -> u64 {
        self.joined
    }

    /// Whose last day in post is in the year, its last day included.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.left(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.left
    }

    /// Of those who left, the ones whose last day in post is the day on which the team is counted: they are still
    /// in its headcount.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.left_on_last_day(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn left_on_last_day(&self) -> u64 {
        self.left_on_last_day
    }

    /// All officers in post on the last day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.in_post().officers(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn in_post(&self) -> Posts {
        self.employed.and(self.agency).and(self.agency_not_recorded)
    }

    /// How many officers are in post on the last day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.headcount(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn headcount(&self) -> u64 {
        self.in_post().officers()
    }

    /// The full-time equivalent of the officers in post on the last day, with two decimals; none where it is not
    /// recorded of one of them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.fte().unwrap().to_string(), "0.00");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn fte(&self) -> Option<Decimal> {
        self.in_post().fte()
    }

    /// Those in post whom the authority employs.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.employed().officers(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn employed(&self) -> Posts {
        self.employed
    }

    /// Those in post who are engaged through an agency.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.agency().officers(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn agency(&self) -> Posts {
        self.agency
    }

    /// Those in post of whom it is not recorded whether an agency engages them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.agency_not_recorded().officers(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn agency_not_recorded(&self) -> Posts {
        self.agency_not_recorded
    }

    /// The full-time equivalent of the vacant posts, with two decimals; none where it is not recorded of a service,
    /// or no service is counted.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.vacant(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn vacant(&self) -> Option<Decimal> {
        (self.services > 0 && self.without_vacancies == 0).then(|| hundredths(self.vacant))
    }

    /// Those in post, by how long they have been by the last day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.by_length_of_service().total(), figures.headcount());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_length_of_service(&self) -> &Breakdown<Option<LengthOfService>> {
        &self.by_length
    }

    /// Those in post, by sex.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.by_sex().total(), figures.headcount());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_sex(&self) -> &Breakdown<Option<Sex>> {
        &self.by_sex
    }

    /// Those in post, by ethnic group.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.by_ethnic_group().total(), figures.headcount());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_ethnic_group(&self) -> &Breakdown<Option<EthnicGroup>> {
        &self.by_ethnic_group
    }

    /// The children whose IROs those in post are; none where they are not recorded of one of them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.children(), Some(0));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn children(&self) -> Option<u64> {
        if self.without_children == 0 { Some(self.children) } else { None }
    }

    /// The caseload of the whole team: all children to all posts. None where there is no officer, where one of
    /// the two is not recorded of an officer, and where there was no range yet.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.caseload(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn caseload(&self) -> Option<Caseload> {
        let (children, fte) = self.load()?;
        Caseload::new(children, fte, self.last_day())
    }

    /// The children and the posts of the whole team, where both are known of every officer and there is a post.
    pub(super) fn load(&self) -> Option<(u32, Fte)> {
        let fte =
            u32::try_from(self.in_post().hundredths()?).ok().and_then(Fte::from_hundredths)?;
        Some((u32::try_from(self.children()?).ok()?, fte))
    }

    /// The lowest, the median and the highest of the officers' loads, with or without a range.
    pub(super) fn spread_of_loads(&self) -> Option<[(u32, Fte); 3]> {
        let loads = || {
            self.loads.iter().flat_map(|(load, count)| {
                core::iter::repeat_n(load, usize::try_from(count).unwrap_or(usize::MAX))
            })
        };
        let half = loads().count().checked_sub(1)?.checked_div(2)?;
        let [lowest, median, highest] = [loads().next()?, loads().nth(half)?, loads().last()?];
        Some([lowest, median, highest].map(|load| (load.children, load.fte)))
    }

    /// The caseload of every officer in post of whom it can be told, the lowest first, with the caller's own
    /// identifier of the officer. These are for those who may know whose caseload it is: the report itself
    /// names no officer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.caseloads().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn caseloads(&self) -> impl Iterator<Item = (&str, Caseload)> {
        self.loads.iter().flat_map(move |(load, count)| {
            let caseload = Caseload::new(load.children, load.fte, self.last_day());
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            core::iter::repeat_n(load, count)
                .filter_map(move |load| Some((load.officer.as_str(), caseload?)))
        })
    }

    /// The lowest, the median and the highest caseload of an officer; of two in the middle the lower one. None
    /// where no caseload can be told.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.spread(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn spread(&self) -> Option<[Caseload; 3]> {
        let half = self.caseloads().count().checked_sub(1)?.checked_div(2)?;
        let [lowest, median, highest] =
            [self.caseloads().next(), self.caseloads().nth(half), self.caseloads().last()];
        Some([lowest?.1, median?.1, highest?.1])
    }

    /// Those in post, by where their caseload lies beside the range of paragraph 7.15 of the IRO Handbook
    /// (guidance); none of a place where it cannot be told.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.by_position().total(), figures.headcount());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn by_position(&self) -> Breakdown<Option<RangePosition>> {
        let mut positions = Breakdown::new();
        positions.extend(self.caseloads().map(|(_, caseload)| Some(caseload.position())));
        positions.add_many(None, self.headcount().saturating_sub(positions.total()));
        positions
    }

    /// The range of children to a full-time post on the last day (IRO Handbook, paragraph 7.15, guidance); none
    /// where there was none yet.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.range(), Some((50, 70)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn range(&self) -> Option<(u32, u32)> {
        match RuleId::IroCaseload.rule().term_on(self.last_day())?.limit() {
            Limit::Range { from, to } => Some((from, to)),
            _ => None,
        }
    }

    /// The full-time posts it takes for so many children each, with two decimals, halves away from zero; none where
    /// the children are not recorded of an officer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = WorkforceFigures::new(year, year.end());
    /// assert_eq!(figures.fte_needed(70).unwrap().to_string(), "0.00");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn fte_needed(&self, each: u32) -> Option<Decimal> {
        let exact = Decimal::from(self.children()?).checked_div(Decimal::from(each))?;
        let mut needed = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        needed.rescale(2);
        Some(needed)
    }
}

/// Hundredths of a full-time post, with two decimals.
pub(super) fn hundredths(hundredths: u64) -> Decimal {
    Decimal::from_i128_with_scale(hundredths.into(), 2)
}

/// Figures of one year and day only are for each other.
pub(super) fn same_question(
    left: (CollectionYear, NaiveDate),
    right: (CollectionYear, NaiveDate),
) -> Result<()> {
    if left == right {
        return Ok(());
    }
    let [left, right] = [left, right].map(|(year, as_of)| format!("{year} as of {as_of}"));
    Err(Kind::Mismatch { what: "the year", left, right }.into())
}
