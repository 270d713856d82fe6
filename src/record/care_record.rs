//! Everything a service knows about a child that a duty may ask for.

use super::{
    CarePeriod, Child, Disputes, IroHistory, Kin, PeriodOfCare, Profile, ShortBreaks, agreement,
};
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;

/// A child's whole record: what every rule of the registry may ask for.
///
/// Only the identifier is required. What is not given is not known, and what hangs on it cannot be
/// told. For review figures alone the lean [`Child`] is enough.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{CarePeriod, CareRecord, ReviewRecord};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let record = CareRecord::new("C-1017").with_period_of_care(
///     CarePeriod::new(day(3, 2)).with_review(ReviewRecord::new(day(3, 27))),
/// );
/// assert!(record.check().is_ok());
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct CareRecord {
    id: String,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    born: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    profile: Profile,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "by_beginning"))]
    periods_of_care: Vec<CarePeriod>,
    #[cfg_attr(feature = "serde", serde(default))]
    kin: Kin,
    #[cfg_attr(feature = "serde", serde(default))]
    iro: IroHistory,
    #[cfg_attr(feature = "serde", serde(default))]
    short_breaks: ShortBreaks,
    #[cfg_attr(feature = "serde", serde(default))]
    disputes: Disputes,
}

// The identifier only: the rest is about a child.
impl core::fmt::Debug for CareRecord {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("CareRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Whatever order they come in.
#[cfg(feature = "serde")]
fn by_beginning<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Vec<CarePeriod>, D::Error> {
    let mut periods: Vec<CarePeriod> = serde::Deserialize::deserialize(input)?;
    periods.sort_by_key(CarePeriod::began);
    Ok(periods)
}

impl CareRecord {
    /// A child by the caller's own identifier: a case number, never a name.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::CareRecord::new("C-1017").id(), "C-1017");
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// With the day of birth. It is never shown by `Debug` or in errors.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CareRecord;
    ///
    /// let born = NaiveDate::from_ymd_opt(2012, 5, 9).unwrap();
    /// assert_eq!(CareRecord::new("C-1017").with_born(born).born(), Some(born));
    /// ```
    #[must_use]
    pub const fn with_born(mut self, born: NaiveDate) -> Self {
        self.born = Some(born);
        self
    }

    /// With the child's sex, ethnic group, and whether the child seeks asylum unaccompanied.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, Profile, Sex};
    ///
    /// let record = CareRecord::new("C-1017").with_profile(Profile::new().with_sex(Sex::Female));
    /// assert_eq!(record.profile().sex(), Some(Sex::Female));
    /// ```
    #[must_use]
    pub const fn with_profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// The child's sex, ethnic group, and whether the child seeks asylum unaccompanied.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, Profile};
    ///
    /// assert_eq!(CareRecord::new("C-1017").profile(), Profile::new(), "nothing is recorded");
    /// ```
    #[must_use]
    pub const fn profile(&self) -> Profile {
        self.profile
    }

    /// With one more period of care, put in its place by the day it began.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, CareRecord};
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(began));
    /// assert_eq!(record.periods_of_care().len(), 1);
    /// ```
    #[must_use]
    pub fn with_period_of_care(mut self, period: CarePeriod) -> Self {
        let place = self.periods_of_care.partition_point(|p| p.began() <= period.began());
        self.periods_of_care.insert(place, period);
        self
    }

    /// With the child's kin in care.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, Kin};
    ///
    /// let with = CareRecord::new("C-1017").with_kin(Kin::default());
    /// assert_eq!(with.kin(), &Kin::default());
    /// ```
    #[must_use]
    pub fn with_kin(mut self, kin: Kin) -> Self {
        self.kin = kin;
        self
    }

    /// The child's kin in care.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, Kin};
    ///
    /// assert_eq!(CareRecord::new("C-1017").kin(), &Kin::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn kin(&self) -> &Kin {
        &self.kin
    }

    /// With the history of the child's IROs.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, IroHistory};
    ///
    /// let with = CareRecord::new("C-1017").with_iro(IroHistory::default());
    /// assert_eq!(with.iro(), &IroHistory::default());
    /// ```
    #[must_use]
    pub fn with_iro(mut self, iro: IroHistory) -> Self {
        self.iro = iro;
        self
    }

    /// The history of the child's IROs.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, IroHistory};
    ///
    /// assert_eq!(CareRecord::new("C-1017").iro(), &IroHistory::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn iro(&self) -> &IroHistory {
        &self.iro
    }

    /// With short breaks.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, ShortBreaks};
    ///
    /// let with = CareRecord::new("C-1017").with_short_breaks(ShortBreaks::default());
    /// assert_eq!(with.short_breaks(), &ShortBreaks::default());
    /// ```
    #[must_use]
    pub fn with_short_breaks(mut self, short_breaks: ShortBreaks) -> Self {
        self.short_breaks = short_breaks;
        self
    }

    /// Short breaks.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, ShortBreaks};
    ///
    /// assert_eq!(CareRecord::new("C-1017").short_breaks(), &ShortBreaks::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn short_breaks(&self) -> &ShortBreaks {
        &self.short_breaks
    }

    /// With disputes.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, Disputes};
    ///
    /// let with = CareRecord::new("C-1017").with_disputes(Disputes::default());
    /// assert_eq!(with.disputes(), &Disputes::default());
    /// ```
    #[must_use]
    pub fn with_disputes(mut self, disputes: Disputes) -> Self {
        self.disputes = disputes;
        self
    }

    /// Disputes.
    ///
    /// ```
    /// use iro_handbook::record::{CareRecord, Disputes};
    ///
    /// assert_eq!(CareRecord::new("C-1017").disputes(), &Disputes::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn disputes(&self) -> &Disputes {
        &self.disputes
    }

    /// The caller's own identifier.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::CareRecord::new("C-1017").id(), "C-1017");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The day of birth, where it is given.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::CareRecord::new("C-1017").born(), None);
    /// ```
    #[must_use]
    pub const fn born(&self) -> Option<NaiveDate> {
        self.born
    }

    /// The periods of care, by the day they began.
    ///
    /// ```
    /// assert!(iro_handbook::record::CareRecord::new("C-1017").periods_of_care().is_empty());
    /// ```
    #[must_use]
    pub fn periods_of_care(&self) -> &[CarePeriod] {
        &self.periods_of_care
    }

    /// Whether the record is free of contradictions: the first of its [`problems`](Self::problems).
    ///
    /// # Errors
    /// [`Error::is_contradiction`], naming the record and the field.
    ///
    /// ```
    /// assert!(iro_handbook::record::CareRecord::new("C-1017").check().is_ok());
    /// ```
    pub fn check(&self) -> Result<()> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Every contradiction in the record, so that one does not hide another.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, CareRecord};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let record = CareRecord::new("C-1017")
    ///     .with_period_of_care(CarePeriod::new(day(9)).with_ended(day(2)));
    /// assert!(record.problems()[0].to_string().contains("C-1017"));
    /// ```
    #[must_use]
    pub fn problems(&self) -> Vec<Error> {
        self.problems_where_complete_from(Some(NaiveDate::MAX))
    }

    /// As [`check`](Self::check), and whether the record contradicts itself where it holds every review from
    /// a day on, or every one.
    pub(crate) fn check_where_complete_from(&self, from: Option<NaiveDate>) -> Result<()> {
        self.problems_where_complete_from(from).into_iter().next().map_or(Ok(()), Err)
    }

    fn problems_where_complete_from(&self, from: Option<NaiveDate>) -> Vec<Error> {
        let mut problems = Problems::new("child", &self.id);
        problems.identifier("identifier of the child", &self.id);
        for period in &self.periods_of_care {
            period.problems(&mut problems);
            agreement::reviewed(period, from, &mut problems);
        }
        for (before, after) in self.periods_of_care.iter().zip(self.periods_of_care.iter().skip(1))
        {
            if before.ended().is_none_or(|ended| ended >= after.began()) {
                problems.add("period of care began", after.began(), "the one before had not ended");
            }
        }
        agreement::of_record(self, &mut problems);
        self.kin.problems(&mut problems);
        self.iro.problems(&mut problems);
        self.short_breaks.problems(&mut problems);
        self.disputes.problems(&mut problems);
        problems.into_found()
    }

    /// The lean form, for the review figures.
    ///
    /// ```
    /// use iro_handbook::record::CareRecord;
    ///
    /// assert_eq!(CareRecord::new("C-1017").to_child().id(), "C-1017");
    /// ```
    #[must_use]
    pub fn to_child(&self) -> Child {
        let periods = self.periods_of_care.iter().map(CarePeriod::period_of_care);
        periods.map(PeriodOfCare::clone).fold(Child::new(&self.id), Child::with_period_of_care)
    }
}

/// Collects what contradicts what in one record.
pub(crate) struct Problems<'r> {
    kind: &'static str,
    id: &'r str,
    found: Vec<Error>,
}

impl<'r> Problems<'r> {
    /// None yet, in the record of a child, a service or the like.
    pub(crate) const fn new(kind: &'static str, id: &'r str) -> Self {
        Self { kind, id, found: Vec::new() }
    }

    /// The caller's own identifier of the record.
    pub(crate) const fn id(&self) -> &'r str {
        self.id
    }

    /// What was found.
    pub(crate) fn into_found(self) -> Vec<Error> {
        self.found
    }

    /// A value that contradicts the rest. The value is a day, a code or a count, never a text.
    pub(crate) fn add(&mut self, field: &'static str, value: impl ToString, problem: &str) {
        self.found.push(
            Kind::Contradiction {
                record: self.record(),
                field,
                value: value.to_string(),
                problem: problem.to_owned(),
            }
            .into(),
        );
    }

    /// Whose problems they are; one without an identifier is said to be so.
    fn record(&self) -> String {
        let Self { kind, id, .. } = self;
        if id.trim().is_empty() {
            format!("{kind} without identifier")
        } else {
            format!("{kind} {id}")
        }
    }

    /// An identifier that says nothing.
    pub(crate) fn identifier(&mut self, field: &'static str, id: &str) {
        if id.trim().is_empty() {
            self.add(field, "blank", "it is given, and says nothing");
        }
    }

    /// A contradiction that a part of the record found.
    pub(crate) fn push(&mut self, error: Error) {
        let record = self.record();
        self.found.push(error.in_record(&record));
    }

    /// Problems of a record within this one.
    pub(crate) fn extend(&mut self, errors: Vec<Error>) {
        errors.into_iter().for_each(|error| self.push(error));
    }
}
