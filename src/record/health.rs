//! Health assessments.

use super::dated::{self, Dated};
use super::{Beforehand, PeriodOfCare, Problems};
use chrono::NaiveDate;
use core::fmt;

/// An assessment of the child's health, or the child's refusal of one.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::HealthAssessment;
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
/// assert!(!HealthAssessment::made_on(day).is_refused());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct HealthAssessment {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    refused: Option<String>,
}

// Not the reason: it is about a child.
impl fmt::Debug for HealthAssessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("HealthAssessment");
        out.field("on", &self.on).field("refused", &self.refused.is_some()).finish()
    }
}

impl HealthAssessment {
    /// Made on a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::HealthAssessment;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    /// assert_eq!(HealthAssessment::made_on(day).on(), day);
    /// ```
    #[must_use]
    pub const fn made_on(on: NaiveDate) -> Self {
        Self { on, refused: None }
    }

    /// Refused on a day by the child, of sufficient understanding, as the caller's own text says.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::HealthAssessment;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    /// assert!(HealthAssessment::refused_on(day, "said no to the nurse").is_refused());
    /// ```
    #[must_use]
    pub fn refused_on(on: NaiveDate, reason: impl Into<String>) -> Self {
        Self { on, refused: Some(reason.into()) }
    }

    /// The day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::HealthAssessment;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    /// assert_eq!(HealthAssessment::refused_on(day, "unwell").on(), day);
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Whether the child refused it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::HealthAssessment;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    /// assert!(!HealthAssessment::made_on(day).is_refused());
    /// ```
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    pub(crate) fn reason(&self) -> Option<&str> {
        self.refused.as_deref()
    }
}

impl Dated for HealthAssessment {
    fn day(&self) -> NaiveDate {
        self.on
    }
}

/// Health assessments. Until one is given nobody has recorded them; after that they are taken to be
/// complete.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Health, HealthAssessment};
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
/// let health = Health::default().with_assessment(HealthAssessment::made_on(day));
/// assert_eq!(health.assessments().unwrap()[0].on(), day);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Health {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    assessments: Option<Vec<HealthAssessment>>,
    pub(crate) initial_beforehand: Beforehand,
}

impl Health {
    /// Recorded, and none so far.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Health::recorded().assessments(), Some(&[][..]));
    /// ```
    #[must_use]
    pub const fn recorded() -> Self {
        Self { assessments: Some(Vec::new()), initial_beforehand: Beforehand::NotRecorded }
    }

    /// With one more assessment or refusal, put in its place by day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Health, HealthAssessment};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    /// let health = Health::default().with_assessment(HealthAssessment::made_on(day));
    /// assert_eq!(health.assessments().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_assessment(mut self, assessment: HealthAssessment) -> Self {
        self.assessments = dated::with(self.assessments, assessment);
        self
    }

    /// With whether the first assessment could be made before the first placement (SI 2010/959,
    /// regulation 7).
    ///
    /// ```
    /// use iro_handbook::record::{Beforehand, Health};
    ///
    /// let health = Health::recorded()
    ///     .with_initial_beforehand(Beforehand::NotPracticable("placed at night".to_owned()));
    /// assert!(!format!("{health:?}").contains("night"));
    /// ```
    #[must_use]
    pub fn with_initial_beforehand(mut self, beforehand: Beforehand) -> Self {
        self.initial_beforehand = beforehand;
        self
    }

    /// The assessments and refusals by day; none where nobody recorded them.
    ///
    /// ```
    /// assert!(iro_handbook::record::Health::default().assessments().is_none());
    /// ```
    #[must_use]
    pub fn assessments(&self) -> Option<&[HealthAssessment]> {
        self.assessments.as_deref()
    }

    pub(crate) fn problems(&self, care: &PeriodOfCare, problems: &mut Problems<'_>) {
        let list = self.assessments.as_deref().unwrap_or_default();
        for assessment in list {
            if care.ended().is_some_and(|ended| assessment.on > ended) {
                let problem = "it is after the period of care ended";
                problems.add("health assessment", assessment.on, problem);
            }
            if assessment.reason().is_some_and(|why| why.trim().is_empty()) {
                problems.add("health assessment refused", assessment.on, "it has no reason");
            }
        }
        for (before, after) in list.iter().zip(list.iter().skip(1)) {
            if before.on == after.on {
                let problem = "another assessment is recorded for that day";
                problems.add("health assessment", after.on, problem);
            }
        }
        if matches!(&self.initial_beforehand, Beforehand::NotPracticable(why) if why.trim().is_empty())
        {
            problems.add("initial health assessment", "not practicable before", "it has no reason");
        }
    }
}
