//! What a review has to come before: a change of plan, a placement with a parent, the end of a placement.

use super::dated::Dated;
use super::{Done, Exception, Problems};
use chrono::NaiveDate;

/// A significant change to the care plan, which a review has to consider first (regulation 32(2) of
/// SI 2010/959) unless that is not reasonably practicable.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Exception, PlanChange};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let change = PlanChange::new(day(10))
///     .with_not_practicable(Exception::because("the carer gave notice that night"));
/// assert_eq!(change.on(), day(10));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PlanChange {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    reviewed: Done,
    #[cfg_attr(feature = "serde", serde(default))]
    not_practicable: Exception,
}

impl Dated for PlanChange {
    fn day(&self) -> NaiveDate {
        self.on
    }
}

impl PlanChange {
    /// A change made on a day.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlanChange};
    /// # let of_the_tenth = PlanChange::new(day(10));
    /// assert_eq!(of_the_tenth.on(), day(10));
    /// ```
    #[must_use]
    pub const fn new(on: NaiveDate) -> Self {
        Self { on, id: None, reviewed: Done::NotRecorded, not_practicable: Exception::NotRecorded }
    }

    /// With the caller's own identifier, which no other change of the list has. By it a finding is told from
    /// those of others of its day.
    ///
    /// ```
    /// # use iro_handbook::record::PlanChange;
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(PlanChange::new(day).with_id("E-7").id(), Some("E-7"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The caller's own identifier, where it gave one.
    ///
    /// ```
    /// # use iro_handbook::record::PlanChange;
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(PlanChange::new(day).id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// With whether and when a review considered it.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlanChange};
    /// # let of_the_tenth = PlanChange::new(day(10));
    /// assert_eq!(of_the_tenth.with_reviewed(day(9)).reviewed(), Done::On(day(9)));
    /// ```
    #[must_use]
    pub fn with_reviewed(mut self, reviewed: impl Into<Done>) -> Self {
        self.reviewed = reviewed.into();
        self
    }

    /// With whether a review beforehand was not reasonably practicable, and why.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlanChange};
    /// # let of_the_tenth = PlanChange::new(day(10));
    /// let with = of_the_tenth.with_not_practicable(Exception::No);
    /// assert_eq!(with.not_practicable(), &Exception::No);
    /// ```
    #[must_use]
    pub fn with_not_practicable(mut self, not_practicable: Exception) -> Self {
        self.not_practicable = not_practicable;
        self
    }

    /// The day of the change.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlanChange};
    /// # let of_the_tenth = PlanChange::new(day(10));
    /// assert_eq!(of_the_tenth.on(), day(10));
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Whether and when a review considered it.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlanChange};
    /// # let of_the_tenth = PlanChange::new(day(10));
    /// assert_eq!(of_the_tenth.reviewed(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn reviewed(&self) -> Done {
        self.reviewed
    }

    /// Whether a review beforehand was not reasonably practicable.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlanChange};
    /// # let of_the_tenth = PlanChange::new(day(10));
    /// assert_eq!(of_the_tenth.not_practicable(), &Exception::NotRecorded);
    /// ```
    #[must_use]
    pub const fn not_practicable(&self) -> &Exception {
        &self.not_practicable
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if self.not_practicable.lacks_reason() {
            problems.add(
                "review not practicable before the change of plan of",
                self.on,
                "no reason is given",
            );
        }
    }
}

/// A decision to place a child in care with a parent, before which the case has to be reviewed
/// (regulation 17(d) of SI 2010/959).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{ParentPlacement};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let decision = ParentPlacement::new(day(10)).with_reviewed(day(9));
/// assert_eq!(decision.on(), day(10));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ParentPlacement {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    reviewed: Done,
}

impl Dated for ParentPlacement {
    fn day(&self) -> NaiveDate {
        self.on
    }
}

impl ParentPlacement {
    /// A decision of a day.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, ParentPlacement};
    /// # let of_the_tenth = ParentPlacement::new(day(10));
    /// assert_eq!(of_the_tenth.on(), day(10));
    /// ```
    #[must_use]
    pub const fn new(on: NaiveDate) -> Self {
        Self { on, id: None, reviewed: Done::NotRecorded }
    }

    /// With the caller's own identifier, which no other decision of the list has. By it a finding is told from
    /// those of others of its day.
    ///
    /// ```
    /// # use iro_handbook::record::ParentPlacement;
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(ParentPlacement::new(day).with_id("E-7").id(), Some("E-7"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The caller's own identifier, where it gave one.
    ///
    /// ```
    /// # use iro_handbook::record::ParentPlacement;
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(ParentPlacement::new(day).id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// With whether and when the case was reviewed for it.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, ParentPlacement};
    /// # let of_the_tenth = ParentPlacement::new(day(10));
    /// assert_eq!(of_the_tenth.with_reviewed(day(9)).reviewed(), Done::On(day(9)));
    /// ```
    #[must_use]
    pub fn with_reviewed(mut self, reviewed: impl Into<Done>) -> Self {
        self.reviewed = reviewed.into();
        self
    }

    /// The day of the decision.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, ParentPlacement};
    /// # let of_the_tenth = ParentPlacement::new(day(10));
    /// assert_eq!(of_the_tenth.on(), day(10));
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Whether and when the case was reviewed for it.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, ParentPlacement};
    /// # let of_the_tenth = ParentPlacement::new(day(10));
    /// assert_eq!(of_the_tenth.reviewed(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn reviewed(&self) -> Done {
        self.reviewed
    }
}

/// A decision to end a placement, before which the case has to be reviewed (regulation 14 of
/// SI 2010/959) unless there is an immediate risk of significant harm to the child or of serious injury
/// to others.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Exception, PlacementEnding};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let decision = PlacementEnding::new(day(10))
///     .with_immediate_risk(Exception::because("the carer was arrested"));
/// assert_eq!(decision.on(), day(10));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PlacementEnding {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    reviewed: Done,
    #[cfg_attr(feature = "serde", serde(default))]
    immediate_risk: Exception,
}

impl Dated for PlacementEnding {
    fn day(&self) -> NaiveDate {
        self.on
    }
}

impl PlacementEnding {
    /// A decision of a day.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlacementEnding};
    /// # let of_the_tenth = PlacementEnding::new(day(10));
    /// assert_eq!(of_the_tenth.on(), day(10));
    /// ```
    #[must_use]
    pub const fn new(on: NaiveDate) -> Self {
        Self { on, id: None, reviewed: Done::NotRecorded, immediate_risk: Exception::NotRecorded }
    }

    /// With the caller's own identifier, which no other decision of the list has. By it a finding is told from
    /// those of others of its day.
    ///
    /// ```
    /// # use iro_handbook::record::PlacementEnding;
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(PlacementEnding::new(day).with_id("E-7").id(), Some("E-7"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The caller's own identifier, where it gave one.
    ///
    /// ```
    /// # use iro_handbook::record::PlacementEnding;
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(PlacementEnding::new(day).id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// With whether and when the case was reviewed for it.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlacementEnding};
    /// # let of_the_tenth = PlacementEnding::new(day(10));
    /// assert_eq!(of_the_tenth.with_reviewed(day(9)).reviewed(), Done::On(day(9)));
    /// ```
    #[must_use]
    pub fn with_reviewed(mut self, reviewed: impl Into<Done>) -> Self {
        self.reviewed = reviewed.into();
        self
    }

    /// With whether there was an immediate risk, and of what.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlacementEnding};
    /// # let of_the_tenth = PlacementEnding::new(day(10));
    /// let with = of_the_tenth.with_immediate_risk(Exception::No);
    /// assert_eq!(with.immediate_risk(), &Exception::No);
    /// ```
    #[must_use]
    pub fn with_immediate_risk(mut self, immediate_risk: Exception) -> Self {
        self.immediate_risk = immediate_risk;
        self
    }

    /// The day of the decision.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlacementEnding};
    /// # let of_the_tenth = PlacementEnding::new(day(10));
    /// assert_eq!(of_the_tenth.on(), day(10));
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Whether and when the case was reviewed for it.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlacementEnding};
    /// # let of_the_tenth = PlacementEnding::new(day(10));
    /// assert_eq!(of_the_tenth.reviewed(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn reviewed(&self) -> Done {
        self.reviewed
    }

    /// Whether there was an immediate risk.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Done, Exception, PlacementEnding};
    /// # let of_the_tenth = PlacementEnding::new(day(10));
    /// assert_eq!(of_the_tenth.immediate_risk(), &Exception::NotRecorded);
    /// ```
    #[must_use]
    pub const fn immediate_risk(&self) -> &Exception {
        &self.immediate_risk
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if self.immediate_risk.lacks_reason() {
            problems.add("immediate risk at the decision of", self.on, "no reason is given");
        }
    }
}
