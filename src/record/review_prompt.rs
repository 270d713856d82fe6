//! What brings the next review forward.

use super::dated::Dated;
use super::{Exception, Problems};
use chrono::NaiveDate;
use core::fmt;

/// Why the next review is to be held early: regulation 33(3) of the Care Planning, Placement and Case
/// Review (England) Regulations 2010 (SI 2010/959).
///
/// ```
/// use iro_handbook::record::PromptReason;
///
/// assert_eq!(PromptReason::IroAsked.to_string(), "the IRO asked for a review");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PromptReason {
    /// (a) The IRO asked for one.
    IroAsked,
    /// (b) The authority's representative found on a visit that the child's welfare was not safeguarded
    /// and promoted where the child lives (regulation 30).
    WelfareNotSafeguarded,
    /// (f) The child is persistently absent from the placement. From 27 January 2014.
    PersistentlyAbsent,
    /// (g) The carer, a parent or the authority of the area reported a risk of harm. From 27 January 2014.
    RiskReported,
    /// (h) The child asked for one. From 27 January 2014.
    ChildAsked,
}

impl fmt::Display for PromptReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl PromptReason {
    /// The word for it in JSON and in the [keys](crate::assess::Finding::key) of findings.
    ///
    /// ```
    /// use iro_handbook::record::PromptReason;
    ///
    /// assert_eq!(PromptReason::IroAsked.code(), "iro_asked");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::IroAsked => "iro_asked",
            Self::WelfareNotSafeguarded => "welfare_not_safeguarded",
            Self::PersistentlyAbsent => "persistently_absent",
            Self::RiskReported => "risk_reported",
            Self::ChildAsked => "child_asked",
        }
    }

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::IroAsked => "the IRO asked for a review",
            Self::WelfareNotSafeguarded => "a visit found the child's welfare not safeguarded",
            Self::PersistentlyAbsent => "the child was persistently absent from the placement",
            Self::RiskReported => "a risk of harm was reported",
            Self::ChildAsked => "the child asked for a review",
        }
    }
}

/// An event that brings the next review forward, with its day.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Exception, PromptReason, ReviewPrompt};
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
/// let prompt = ReviewPrompt::new(day, PromptReason::ChildAsked)
///     .with_unjustified(Exception::because("asked for the day after a review; agreed to wait"));
/// assert_eq!(prompt.on(), day);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReviewPrompt {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    reason: PromptReason,
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
    /// Whether the IRO found the child's own request unjustified.
    #[cfg_attr(feature = "serde", serde(default))]
    unjustified: Exception,
}

impl Dated for ReviewPrompt {
    fn day(&self) -> NaiveDate {
        self.on
    }
}

impl ReviewPrompt {
    /// An event of a day.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{Exception, PromptReason, ReviewPrompt};
    /// assert_eq!(ReviewPrompt::new(day, PromptReason::IroAsked).on(), day);
    /// ```
    #[must_use]
    pub const fn new(on: NaiveDate, reason: PromptReason) -> Self {
        Self { on, reason, id: None, unjustified: Exception::NotRecorded }
    }

    /// With the caller's own identifier, which no other event of the list has. By it a finding is told from
    /// those of others of its reason and day.
    ///
    /// ```
    /// # use iro_handbook::record::{PromptReason, ReviewPrompt};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(ReviewPrompt::new(day, PromptReason::IroAsked).with_id("E-7").id(), Some("E-7"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The caller's own identifier, where it gave one.
    ///
    /// ```
    /// # use iro_handbook::record::{PromptReason, ReviewPrompt};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(ReviewPrompt::new(day, PromptReason::IroAsked).id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// With whether the IRO found the child's own request unjustified, and why: it then brings nothing
    /// forward.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{Exception, PromptReason, ReviewPrompt};
    /// let prompt = ReviewPrompt::new(day, PromptReason::ChildAsked).with_unjustified(Exception::No);
    /// assert_eq!(prompt.unjustified(), &Exception::No);
    /// ```
    #[must_use]
    pub fn with_unjustified(mut self, unjustified: Exception) -> Self {
        self.unjustified = unjustified;
        self
    }

    /// The day of the event.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{Exception, PromptReason, ReviewPrompt};
    /// assert_eq!(ReviewPrompt::new(day, PromptReason::IroAsked).on(), day);
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What the event was.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{Exception, PromptReason, ReviewPrompt};
    /// let prompt = ReviewPrompt::new(day, PromptReason::RiskReported);
    /// assert_eq!(prompt.reason(), PromptReason::RiskReported);
    /// ```
    #[must_use]
    pub const fn reason(&self) -> PromptReason {
        self.reason
    }

    /// Whether the IRO found the child's own request unjustified.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{Exception, PromptReason, ReviewPrompt};
    /// let prompt = ReviewPrompt::new(day, PromptReason::ChildAsked);
    /// assert_eq!(prompt.unjustified(), &Exception::NotRecorded);
    /// ```
    #[must_use]
    pub const fn unjustified(&self) -> &Exception {
        &self.unjustified
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if self.unjustified.lacks_reason() {
            problems.add("request found unjustified", self.on, "no reason is given");
        }
        if self.unjustified.reason().is_some() && self.reason != PromptReason::ChildAsked {
            let problem = "only the child's own request can be found unjustified";
            problems.add("request found unjustified", self.on, problem);
        }
    }
}
