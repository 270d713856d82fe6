//! What a dispute is about, and what can happen in it.

use chrono::NaiveDate;
use core::fmt;

/// What a dispute is about.
///
/// The list is the crate's own, after what annual reports of IRO services count by; no instrument has
/// one. The text of [`Other`](Self::Other) is the caller's and is never shown by `Debug`.
///
/// ```
/// use iro_handbook::record::DisputeTheme;
///
/// assert_eq!(DisputeTheme::DecisionsNotCarriedOut.to_string(), "decisions not carried out");
/// assert_eq!(DisputeTheme::Other("passport".to_owned()).to_string(), "passport");
/// assert_eq!(format!("{:?}", DisputeTheme::Other("passport".to_owned())), "Other(..)");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DisputeTheme {
    /// The care plan.
    CarePlan,
    /// Drift or delay on the way to permanence.
    Permanence,
    /// The placement: its suitability, a move, its want.
    Placement,
    /// Legal status, and applications to the court.
    LegalStatus,
    /// Contact with family.
    Contact,
    /// Education.
    Education,
    /// Health.
    Health,
    /// Safety and protection from harm.
    Safeguarding,
    /// The pathway plan, and leaving care.
    PathwayPlan,
    /// Visits by the authority.
    Visits,
    /// The review itself: reports not ready, a review put off, the process around it.
    ReviewProcess,
    /// Decisions of a review not carried out.
    DecisionsNotCarriedOut,
    /// The child's wishes and feelings, advocacy, complaints.
    WishesAndFeelings,
    /// Who the social worker is, or that there is none.
    SocialWorker,
    /// Money and services.
    Resources,
    /// Anything else, in the caller's words.
    Other(String),
}

impl DisputeTheme {
    /// The theme in a few words.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::DisputeTheme::CarePlan.as_str(), "care plan");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CarePlan => "care plan",
            Self::Permanence => "permanence",
            Self::Placement => "placement",
            Self::LegalStatus => "legal status",
            Self::Contact => "contact",
            Self::Education => "education",
            Self::Health => "health",
            Self::Safeguarding => "safeguarding",
            Self::PathwayPlan => "pathway plan",
            Self::Visits => "visits",
            Self::ReviewProcess => "review process",
            Self::DecisionsNotCarriedOut => "decisions not carried out",
            Self::WishesAndFeelings => "wishes and feelings",
            Self::SocialWorker => "social worker",
            Self::Resources => "resources",
            Self::Other(text) => text,
        }
    }
}

impl fmt::Display for DisputeTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

// The caller's words stay out of it.
impl fmt::Debug for DisputeTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other(_) => f.write_str("Other(..)"),
            theme => f.write_str(theme.as_str()),
        }
    }
}

/// One thing that happened in a dispute, with its day.
///
/// Which may follow which is judged by [`Dispute::apply`](super::Dispute::apply).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::DisputeEvent;
///
/// let day = NaiveDate::from_ymd_opt(2026, 5, 7).unwrap();
/// assert_eq!(DisputeEvent::Formal { stage: 1, on: day }.on(), day);
/// assert!(DisputeEvent::Withdrawn(day).is_end());
/// assert!(!DisputeEvent::ReferredToCafcass(day).is_end(), "it runs beside the dispute");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum DisputeEvent {
    /// A formal stage of the local ladder began. The first one starts the formal process, whatever its
    /// number: any stage may be skipped.
    Formal {
        /// The stage, from 1.
        stage: u8,
        /// The day.
        #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
        on: NaiveDate,
    },
    /// The authority answered at the stage it stood at, and that did not settle it.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Answered(NaiveDate),
    /// Settled to the IRO's satisfaction. Nothing follows but a new dispute.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Resolved(NaiveDate),
    /// The IRO withdrew it.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Withdrawn(NaiveDate),
    /// Overtaken by another dispute or by events.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Superseded(NaiveDate),
    /// The IRO referred the case to Cafcass (Children Act 1989, section 25B(3)). Possible from anywhere;
    /// the dispute goes on beside it.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    ReferredToCafcass(NaiveDate),
    /// The IRO sought independent legal advice.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    LegalAdviceSought(NaiveDate),
}

impl DisputeEvent {
    /// The day it happened.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::DisputeEvent;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 7).unwrap();
    /// assert_eq!(DisputeEvent::Answered(day).on(), day);
    /// ```
    #[must_use]
    pub const fn on(self) -> NaiveDate {
        match self {
            Self::Formal { on, .. }
            | Self::Answered(on)
            | Self::Resolved(on)
            | Self::Withdrawn(on)
            | Self::Superseded(on)
            | Self::ReferredToCafcass(on)
            | Self::LegalAdviceSought(on) => on,
        }
    }

    /// Whether it ends the dispute: resolved, withdrawn or superseded.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::DisputeEvent;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 7).unwrap();
    /// assert!(DisputeEvent::Resolved(day).is_end() && !DisputeEvent::Answered(day).is_end());
    /// ```
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Resolved(_) | Self::Withdrawn(_) | Self::Superseded(_))
    }

    /// The name used in JSON and in errors.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::DisputeEvent;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 7).unwrap();
    /// assert_eq!(DisputeEvent::ReferredToCafcass(day).as_str(), "referred_to_cafcass");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Formal { .. } => "formal",
            Self::Answered(_) => "answered",
            Self::Resolved(_) => "resolved",
            Self::Withdrawn(_) => "withdrawn",
            Self::Superseded(_) => "superseded",
            Self::ReferredToCafcass(_) => "referred_to_cafcass",
            Self::LegalAdviceSought(_) => "legal_advice_sought",
        }
    }
}
