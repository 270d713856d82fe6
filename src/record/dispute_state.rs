//! Where a dispute stands, and which event may follow which.

use super::{DisputeEvent, Ladder};
use core::fmt;

/// How a dispute ended.
///
/// ```
/// assert_eq!(iro_handbook::record::DisputeOutcome::Resolved.to_string(), "resolved");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisputeOutcome {
    /// Settled to the IRO's satisfaction, informally or at a formal stage.
    Resolved,
    /// Withdrawn by the IRO.
    Withdrawn,
    /// Overtaken by another dispute or by events.
    Superseded,
}

impl fmt::Display for DisputeOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Resolved => "resolved",
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
        })
    }
}

/// How far a dispute went.
///
/// ```
/// use iro_handbook::record::DisputeRoute;
///
/// assert!(DisputeRoute::Informal < DisputeRoute::Formal { highest_stage: 1 });
/// assert_eq!(DisputeRoute::Formal { highest_stage: 2 }.to_string(), "formal, stage 2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisputeRoute {
    /// Never formal.
    Informal,
    /// Formal.
    Formal {
        /// The highest stage it reached, from 1.
        highest_stage: u8,
    },
}

impl fmt::Display for DisputeRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Informal => f.write_str("informal"),
            Self::Formal { highest_stage } => write!(f, "formal, stage {highest_stage}"),
        }
    }
}

/// Where a dispute stands.
///
/// A referral to Cafcass is no state: it runs beside the dispute.
///
/// ```
/// use iro_handbook::record::{DisputeOutcome, DisputeState};
///
/// assert!(DisputeState::Formal { stage: 2 }.is_open());
/// assert_eq!(DisputeState::Formal { stage: 2 }.stage(), Some(2));
/// assert!(!DisputeState::Ended(DisputeOutcome::Resolved).is_open());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisputeState {
    /// Raised informally and not settled.
    Informal,
    /// At a formal stage.
    Formal {
        /// The stage, from 1.
        stage: u8,
    },
    /// Over.
    Ended(DisputeOutcome),
}

impl DisputeState {
    /// Whether it is still running.
    ///
    /// ```
    /// assert!(iro_handbook::record::DisputeState::Informal.is_open());
    /// ```
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Ended(_))
    }

    /// The formal stage it stands at.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::DisputeState::Informal.stage(), None);
    /// ```
    #[must_use]
    pub const fn stage(self) -> Option<u8> {
        match self {
            Self::Formal { stage } => Some(stage),
            Self::Informal | Self::Ended(_) => None,
        }
    }

    /// Why an event cannot follow on this state, where it cannot. Days are not looked at.
    pub(super) fn refuses(self, event: DisputeEvent, ladder: &Ladder) -> Option<Illegal> {
        use DisputeEvent as E;
        match (self, event) {
            (Self::Ended(outcome), _) => Some(Illegal::AfterTheEnd(outcome)),
            (Self::Formal { stage: at }, E::Formal { stage, .. }) if stage <= at => {
                Some(Illegal::NotHigher(at))
            }
            (_, E::Formal { stage, .. }) => (!ladder.has(stage)).then_some(Illegal::NoSuchStage),
            (Self::Informal, E::Answered(_) | E::Withdrawn(_) | E::Superseded(_)) => {
                Some(Illegal::NotFormal)
            }
            (Self::Formal { .. }, E::Answered(_) | E::Withdrawn(_) | E::Superseded(_))
            | (_, E::Resolved(_) | E::ReferredToCafcass(_) | E::LegalAdviceSought(_)) => None,
        }
    }

    /// The state that an event leads to, if it leads to another.
    pub(super) const fn of(event: DisputeEvent) -> Option<Self> {
        match event {
            DisputeEvent::Formal { stage, .. } => Some(Self::Formal { stage }),
            DisputeEvent::Resolved(_) => Some(Self::Ended(DisputeOutcome::Resolved)),
            DisputeEvent::Withdrawn(_) => Some(Self::Ended(DisputeOutcome::Withdrawn)),
            DisputeEvent::Superseded(_) => Some(Self::Ended(DisputeOutcome::Superseded)),
            DisputeEvent::Answered(_)
            | DisputeEvent::ReferredToCafcass(_)
            | DisputeEvent::LegalAdviceSought(_) => None,
        }
    }
}

impl fmt::Display for DisputeState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Informal => f.write_str("informal"),
            Self::Formal { stage } => write!(f, "formal, stage {stage}"),
            Self::Ended(outcome) => outcome.fmt(f),
        }
    }
}

/// Why an event cannot follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Illegal {
    AfterTheEnd(DisputeOutcome),
    NotHigher(u8),
    NoSuchStage,
    NotFormal,
}

impl fmt::Display for Illegal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AfterTheEnd(outcome) => {
                write!(f, "the dispute was {outcome}, and nothing follows but a new dispute")
            }
            Self::NotHigher(at) => {
                write!(f, "the dispute stood at stage {at}, and a stage only goes up")
            }
            Self::NoSuchStage => f.write_str("the authority's ladder has no such stage"),
            Self::NotFormal => f.write_str("no formal stage had begun"),
        }
    }
}
