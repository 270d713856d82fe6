//! A child protection plan.

use super::Problems;
use super::dated::Dated;
use chrono::NaiveDate;
use core::fmt;

/// The category of abuse under which a child has a plan.
///
/// ```
/// use iro_handbook::record::AbuseCategory;
///
/// assert_eq!(AbuseCategory::Neglect.to_string(), "neglect");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum AbuseCategory {
    /// Neglect.
    Neglect,
    /// Physical abuse.
    Physical,
    /// Sexual abuse.
    Sexual,
    /// Emotional abuse.
    Emotional,
    /// More than one of them.
    Multiple,
}

impl AbuseCategory {
    /// Every category, in the order of reports.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::AbuseCategory::ALL.len(), 5);
    /// ```
    pub const ALL: [Self; 5] =
        [Self::Neglect, Self::Physical, Self::Sexual, Self::Emotional, Self::Multiple];

    /// The word, such as `neglect`.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::AbuseCategory::Physical.as_str(), "physical");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Neglect => "neglect",
            Self::Physical => "physical",
            Self::Sexual => "sexual",
            Self::Emotional => "emotional",
            Self::Multiple => "multiple",
        }
    }
}

impl fmt::Display for AbuseCategory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A child protection plan, from its start to its end.
///
/// Beside the CIN census: `began` is `CPPstartDate`, `ended` is `CPPendDate`, the categories are
/// `InitialCategoryOfAbuse` and `LatestCategoryOfAbuse`, `previous_plans` is `NumberOfPreviousCPP`. The day on
/// which the last of those ended is in no census.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{AbuseCategory, ProtectionPlan};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let plan = ProtectionPlan::new(day(6, 22))
///     .with_ended(day(12, 1))
///     .with_category_at_start(AbuseCategory::Neglect)
///     .with_previous_plans(0);
/// assert!(plan.is_open_on(day(11, 30)) && !plan.is_open_on(day(12, 1)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ProtectionPlan {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    began: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    category_at_start: Option<AbuseCategory>,
    #[cfg_attr(feature = "serde", serde(default))]
    latest_category: Option<AbuseCategory>,
    #[cfg_attr(feature = "serde", serde(default))]
    previous_plans: Option<u32>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    previous_ended: Option<NaiveDate>,
}

// Not what happened to the child.
impl fmt::Debug for ProtectionPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { began, ended, .. } = self;
        f.debug_struct("ProtectionPlan")
            .field("began", began)
            .field("ended", ended)
            .finish_non_exhaustive()
    }
}

impl Dated for ProtectionPlan {
    fn day(&self) -> NaiveDate {
        self.began
    }
}

impl ProtectionPlan {
    /// From a day, and still running.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).ended(), None);
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self {
            began,
            ended: None,
            category_at_start: None,
            latest_category: None,
            previous_plans: None,
            previous_ended: None,
        }
    }

    /// With the day on which it ended.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).with_ended(day).ended(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// With the category of abuse at its start.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{AbuseCategory, ProtectionPlan};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let plan = ProtectionPlan::new(day).with_category_at_start(AbuseCategory::Neglect);
    /// assert_eq!(plan.category_at_start(), Some(AbuseCategory::Neglect));
    /// ```
    #[must_use]
    pub const fn with_category_at_start(mut self, category: AbuseCategory) -> Self {
        self.category_at_start = Some(category);
        self
    }

    /// With the latest category of abuse.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{AbuseCategory, ProtectionPlan};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let plan = ProtectionPlan::new(day).with_latest_category(AbuseCategory::Multiple);
    /// assert_eq!(plan.latest_category(), Some(AbuseCategory::Multiple));
    /// ```
    #[must_use]
    pub const fn with_latest_category(mut self, category: AbuseCategory) -> Self {
        self.latest_category = Some(category);
        self
    }

    /// With how many plans the child ever had before this one in this authority.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).with_previous_plans(1).previous_plans(), Some(1));
    /// ```
    #[must_use]
    pub const fn with_previous_plans(mut self, count: u32) -> Self {
        self.previous_plans = Some(count);
        self
    }

    /// With the day on which the last of the plans before it ended.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let plan = ProtectionPlan::new(day).with_previous_ended(day);
    /// assert_eq!(plan.previous_ended(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_previous_ended(mut self, day: NaiveDate) -> Self {
        self.previous_ended = Some(day);
        self
    }

    /// The day on which it began.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).began(), day);
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day on which it ended; none while it runs.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// The category at its start, where it is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).category_at_start(), None);
    /// ```
    #[must_use]
    pub const fn category_at_start(&self) -> Option<AbuseCategory> {
        self.category_at_start
    }

    /// The latest category, where it is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).latest_category(), None);
    /// ```
    #[must_use]
    pub const fn latest_category(&self) -> Option<AbuseCategory> {
        self.latest_category
    }

    /// How many plans the child ever had before it in this authority, where that is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).previous_plans(), None);
    /// ```
    #[must_use]
    pub const fn previous_plans(&self) -> Option<u32> {
        self.previous_plans
    }

    /// The day on which the last of the plans before it ended, where that is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(ProtectionPlan::new(day).previous_ended(), None);
    /// ```
    #[must_use]
    pub const fn previous_ended(&self) -> Option<NaiveDate> {
        self.previous_ended
    }

    /// Whether it is open at the end of a day: not on the day on which it ended.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionPlan;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert!(ProtectionPlan::new(day).is_open_on(day));
    /// assert!(!ProtectionPlan::new(day).with_ended(day).is_open_on(day));
    /// ```
    #[must_use]
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        self.began <= day && self.ended.is_none_or(|ended| ended > day)
    }

    /// Whether a review conference of a day is one of this plan: after the day on which it began, to the day
    /// on which it ended.
    pub(crate) fn can_be_reviewed_on(&self, day: NaiveDate) -> bool {
        self.began < day && self.ended.is_none_or(|ended| day <= ended)
    }

    pub(super) fn problems(&self, earlier: u32, problems: &mut Problems<'_>) {
        if let Some(ended) = self.ended.filter(|ended| *ended < self.began) {
            problems.add("child protection plan ended", ended, "it ended before it began");
        }
        if let Some(count) = self.previous_plans.filter(|count| *count < earlier) {
            problems.add("previous plans", count, "more plans before it are recorded");
        }
        let Some(before) = self.previous_ended else { return };
        if before > self.began {
            problems.add("previous plan ended", before, "this plan had begun");
        }
        if self.previous_plans == Some(0) {
            problems.add("previous plan ended", before, "previous plans are recorded as none");
        }
    }
}
