//! Why something was late.

use core::fmt;

/// Why a review, its decisions or its record were late.
///
/// A code, so that reasons can be counted. It excuses nothing: a reader sees it beside the finding.
///
/// ```
/// use iro_handbook::record::LateReason;
///
/// assert_eq!(LateReason::IroUnavailable.to_string(), "the IRO was not available");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum LateReason {
    /// The child asked for another day.
    ChildAsked,
    /// The child could not come: ill, away or missing.
    ChildUnavailable,
    /// A parent or carer could not come.
    FamilyUnavailable,
    /// The IRO was not available.
    IroUnavailable,
    /// The social worker was not available, or there was none.
    SocialWorkerUnavailable,
    /// Report or care plan were not ready.
    PapersNotReady,
    /// The child's placement had just changed, or was about to.
    PlacementChange,
    /// A hearing or an order of the court was waited for.
    CourtProceedings,
    /// The IRO service was told late that the child was looked after.
    ToldLate,
    /// There was too much work for too few.
    Workload,
    /// Something else.
    Other,
}

impl LateReason {
    /// The name used in JSON.
    ///
    /// ```
    /// use iro_handbook::record::LateReason;
    ///
    /// assert_eq!(LateReason::ToldLate.as_str(), "told_late");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ChildAsked => "child_asked",
            Self::ChildUnavailable => "child_unavailable",
            Self::FamilyUnavailable => "family_unavailable",
            Self::IroUnavailable => "iro_unavailable",
            Self::SocialWorkerUnavailable => "social_worker_unavailable",
            Self::PapersNotReady => "papers_not_ready",
            Self::PlacementChange => "placement_change",
            Self::CourtProceedings => "court_proceedings",
            Self::ToldLate => "told_late",
            Self::Workload => "workload",
            Self::Other => "other",
        }
    }

    /// In a few words.
    ///
    /// ```
    /// use iro_handbook::record::LateReason;
    ///
    /// assert_eq!(LateReason::ChildAsked.meaning(), "the child asked for another day");
    /// ```
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::ChildAsked => "the child asked for another day",
            Self::ChildUnavailable => "the child could not come",
            Self::FamilyUnavailable => "a parent or carer could not come",
            Self::IroUnavailable => "the IRO was not available",
            Self::SocialWorkerUnavailable => "the social worker was not available",
            Self::PapersNotReady => "report or care plan were not ready",
            Self::PlacementChange => "the child's placement changed",
            Self::CourtProceedings => "the court was waited for",
            Self::ToldLate => "the IRO service was told late",
            Self::Workload => "there was too much work",
            Self::Other => "another reason",
        }
    }
}

impl fmt::Display for LateReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.meaning())
    }
}
