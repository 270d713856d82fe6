//! The duties of a year, rule by rule: how many were done in time, late, not at all, or cannot be told.

use super::timeliness::{more, one_more};
use super::{Rate, RateRange};
use crate::assess::{Finding, Of, Outcome};
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use crate::law::{RuleId, ScheduleSevenMatter};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What became of the duties under one rule.
///
/// ```
/// use iro_handbook::assess::Outcome;
/// use iro_handbook::report::DutyCounts;
///
/// let mut counts = DutyCounts::default();
/// counts.add(Outcome::Met);
/// counts.add(Outcome::NotMet);
/// counts.add(Outcome::Lapsed);
/// assert_eq!(counts.total(), 3);
/// assert_eq!(counts.in_time_rate().to_string(), "50 % (1 of 2)");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct DutyCounts {
    met: u64,
    met_late: u64,
    not_met: u64,
    not_yet_due: u64,
    lapsed: u64,
    not_applicable: u64,
    cannot_tell: u64,
}

impl DutyCounts {
    /// One more, with this outcome.
    ///
    /// ```
    /// use iro_handbook::assess::Outcome;
    ///
    /// let mut counts = iro_handbook::report::DutyCounts::default();
    /// counts.add(Outcome::MetLate);
    /// assert_eq!(counts.met_late(), 1);
    /// ```
    pub fn add(&mut self, outcome: Outcome) {
        one_more(match outcome {
            Outcome::Met => &mut self.met,
            Outcome::MetLate => &mut self.met_late,
            Outcome::NotMet => &mut self.not_met,
            Outcome::NotYetDue => &mut self.not_yet_due,
            Outcome::Lapsed => &mut self.lapsed,
            Outcome::NotApplicable(_) => &mut self.not_applicable,
            Outcome::CannotTell(_) => &mut self.cannot_tell,
        });
    }

    fn merge(&mut self, other: &Self) {
        more(&mut self.met, other.met);
        more(&mut self.met_late, other.met_late);
        more(&mut self.not_met, other.not_met);
        more(&mut self.not_yet_due, other.not_yet_due);
        more(&mut self.lapsed, other.lapsed);
        more(&mut self.not_applicable, other.not_applicable);
        more(&mut self.cannot_tell, other.cannot_tell);
    }

    /// Done, and in time where there is a time.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().met(), 0);
    /// ```
    #[must_use]
    pub const fn met(&self) -> u64 {
        self.met
    }

    /// Done late.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().met_late(), 0);
    /// ```
    #[must_use]
    pub const fn met_late(&self) -> u64 {
        self.met_late
    }

    /// Not done.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().not_met(), 0);
    /// ```
    #[must_use]
    pub const fn not_met(&self) -> u64 {
        self.not_met
    }

    /// There was still time on the day asked about.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().not_yet_due(), 0);
    /// ```
    #[must_use]
    pub const fn not_yet_due(&self) -> u64 {
        self.not_yet_due
    }

    /// No longer owed.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().lapsed(), 0);
    /// ```
    #[must_use]
    pub const fn lapsed(&self) -> u64 {
        self.lapsed
    }

    /// The duty did not apply.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().not_applicable(), 0);
    /// ```
    #[must_use]
    pub const fn not_applicable(&self) -> u64 {
        self.not_applicable
    }

    /// The records do not show it.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().cannot_tell(), 0);
    /// ```
    #[must_use]
    pub const fn cannot_tell(&self) -> u64 {
        self.cannot_tell
    }

    /// Done in time, done late or not done: those of which it can be told.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().told(), 0);
    /// ```
    #[must_use]
    pub const fn told(&self) -> u64 {
        self.met.saturating_add(self.met_late).saturating_add(self.not_met)
    }

    /// All of them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().total(), 0);
    /// ```
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.told()
            .saturating_add(self.not_yet_due)
            .saturating_add(self.lapsed)
            .saturating_add(self.not_applicable)
            .saturating_add(self.cannot_tell)
    }

    /// Done in time, of those done in time, late or not at all. What cannot be told is in neither count.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::DutyCounts::default().in_time_rate().denominator(), 0);
    /// ```
    #[must_use]
    pub const fn in_time_rate(&self) -> Rate {
        Rate::new(self.met, self.told())
    }

    /// Where the rate could lie if all that cannot be told fell one way or the other.
    ///
    /// ```
    /// let range = iro_handbook::report::DutyCounts::default().in_time_range();
    /// assert_eq!(range.lowest(), range.highest());
    /// ```
    #[must_use]
    pub const fn in_time_range(&self) -> RateRange {
        RateRange::new(self.in_time_rate(), self.cannot_tell)
    }
}

/// The duties of a year under every rule, as known on a day.
///
/// A duty is of the year in which the day lies that it is [counted on](Finding::counted_on), so it counts in
/// one year only. Findings of other years are passed over, so those of a whole record can be given. They are to
/// be judged as of the same day as these figures; duties that stand on the day asked about, such as one IRO for
/// siblings, are of the year of that day.
///
/// Law and guidance are never added together: there is no sum over rules.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::Assessor;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::law::RuleId;
/// use iro_handbook::record::{CarePeriod, CareRecord};
/// use iro_handbook::report::DutyFigures;
///
/// let calendar = WorkingDays::england_and_wales();
/// let began = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
/// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(began));
/// let year = CollectionYear::ending(2026)?;
/// let mut figures = DutyFigures::new(year, year.end());
/// Assessor::new(&calendar, year.end()).for_each(&record, |finding| figures.add(&finding))?;
/// assert_eq!(figures.of(RuleId::FirstReview).not_met(), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyFigures {
    year: CollectionYear,
    as_of: NaiveDate,
    by_rule: BTreeMap<RuleId, DutyCounts>,
    by_consideration: BTreeMap<ScheduleSevenMatter, DutyCounts>,
}

impl DutyFigures {
    /// None yet, of a year, as known on a day.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::law::RuleId;
    /// use iro_handbook::report::DutyFigures;
    ///
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(DutyFigures::new(year, year.end()).of(RuleId::FirstReview).total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(year: CollectionYear, as_of: NaiveDate) -> Self {
        Self { year, as_of, by_rule: BTreeMap::new(), by_consideration: BTreeMap::new() }
    }

    /// Counts a duty, if it is one of the year's.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Assessor;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::law::RuleId;
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # use iro_handbook::report::DutyFigures;
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let year = CollectionYear::ending(2026)?;
    /// # let began = NaiveDate::from_ymd_opt(2024, 9, 2).unwrap();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(began));
    /// let mut figures = DutyFigures::new(year, year.end());
    /// for finding in Assessor::new(&calendar, year.end()).assess(&record)?.findings() {
    ///     figures.add(finding);
    /// }
    /// // The first review was due in the year before.
    /// assert_eq!(figures.of(RuleId::FirstReview).total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, finding: &Finding<'_>) {
        if !self.year.contains(finding.counted_on()) {
            return;
        }
        self.by_rule.entry(finding.rule().id()).or_default().add(finding.outcome());
        if let Some(matter) = consideration(finding) {
            self.by_consideration.entry(matter).or_default().add(finding.outcome());
        }
    }

    /// Together with those of other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year or day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DutyFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DutyFigures::new(year, year.end());
    /// assert_eq!(figures.clone().merge(figures.clone())?, figures);
    /// assert!(figures.merge(DutyFigures::new(year, year.start())).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        same_year((self.year, self.as_of), (other.year, other.as_of))?;
        for (rule, counts) in &other.by_rule {
            self.by_rule.entry(*rule).or_default().merge(counts);
        }
        for (matter, counts) in &other.by_consideration {
            self.by_consideration.entry(*matter).or_default().merge(counts);
        }
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DutyFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(DutyFigures::new(year, year.end()).year(), year);
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
    /// # use iro_handbook::report::DutyFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(DutyFigures::new(year, year.end()).as_of(), year.end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The duties under one rule.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::law::RuleId;
    /// # use iro_handbook::report::DutyFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(DutyFigures::new(year, year.end()).of(RuleId::ReportsReady).met(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of(&self, rule: RuleId) -> DutyCounts {
        self.by_rule.get(&rule).copied().unwrap_or_default()
    }

    /// The duties under `schedule-7` to have regard to one of its considerations, which add up to those of the rule.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Assessor;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::law::{RuleId, ScheduleSevenMatter};
    /// # use iro_handbook::record::{CarePeriod, CareRecord, Considerations, Meeting, ReviewRecord};
    /// # use iro_handbook::report::DutyFigures;
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let year = CollectionYear::ending(2026)?;
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
    /// # let mut figures = DutyFigures::new(year, year.end());
    /// let considered = Considerations::default().with_considered(&[ScheduleSevenMatter::Identity]);
    /// let review = ReviewRecord::new(day(9, 22))
    ///     .with_meeting(Meeting::new().with_considerations(considered));
    /// # let care = CarePeriod::new(day(9, 1)).with_review(review);
    /// # let record = CareRecord::new("C-1017").with_period_of_care(care);
    /// # Assessor::new(&calendar, year.end()).for_each(&record, |finding| figures.add(&finding))?;
    /// assert_eq!(figures.of_consideration(ScheduleSevenMatter::Identity).met(), 1);
    /// assert_eq!(figures.of_consideration(ScheduleSevenMatter::Health).cannot_tell(), 1);
    /// assert_eq!(figures.of(RuleId::ScheduleSeven).total(), 14);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of_consideration(&self, matter: ScheduleSevenMatter) -> DutyCounts {
        self.by_consideration.get(&matter).copied().unwrap_or_default()
    }

    /// Every rule under which there was a duty, in the order of the registry.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DutyFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(DutyFigures::new(year, year.end()).each().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn each(&self) -> impl ExactSizeIterator<Item = (RuleId, DutyCounts)> {
        self.by_rule.iter().map(|(rule, counts)| (*rule, *counts))
    }
}

/// What a duty under `schedule-7` is about.
fn consideration(finding: &Finding<'_>) -> Option<ScheduleSevenMatter> {
    let Of::Consideration(_, number) = finding.subject().of() else { return None };
    u8::try_from(number).ok().and_then(ScheduleSevenMatter::numbered)
}

/// Figures of different years, or as known on different days, do not go together.
pub(super) fn same_year(
    one: (CollectionYear, NaiveDate),
    other: (CollectionYear, NaiveDate),
) -> Result<()> {
    if one == other {
        return Ok(());
    }
    let words = |(year, as_of): (CollectionYear, NaiveDate)| format!("{year} as of {as_of}");
    Err(Kind::Mismatch { what: "the year", left: words(one), right: words(other) }.into())
}
