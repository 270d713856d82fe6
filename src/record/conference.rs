//! One child protection conference on one child.

use super::Problems;
use super::dated::Dated;
use super::enquiry::agreed;
use chrono::NaiveDate;
use core::fmt;

/// What a conference was held for.
///
/// ```
/// use iro_handbook::record::ConferenceKind;
///
/// assert!(ConferenceKind::BeforeBirth.is_initial() && !ConferenceKind::TransferIn.is_initial());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ConferenceKind {
    /// The first, after section 47 enquiries: `DateOfInitialCPC`.
    Initial,
    /// The first, on a child not yet born. An initial conference like the other; when the first review is
    /// due after it is local.
    BeforeBirth,
    /// On a child with a plan who moves in for good from another authority.
    TransferIn,
    /// A review of the plan: `CPPreviewDate`.
    Review,
}

impl ConferenceKind {
    /// Whether it is an initial conference, before the birth or after it.
    ///
    /// ```
    /// assert!(iro_handbook::record::ConferenceKind::Initial.is_initial());
    /// ```
    #[must_use]
    pub const fn is_initial(self) -> bool {
        matches!(self, Self::Initial | Self::BeforeBirth)
    }

    /// Whether a plan can come of it: any but a review.
    pub(crate) const fn can_start_a_plan(self) -> bool {
        !matches!(self, Self::Review)
    }
}

impl fmt::Display for ConferenceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Initial => "initial conference",
            Self::BeforeBirth => "initial conference before the birth",
            Self::TransferIn => "transfer-in conference",
            Self::Review => "review conference",
        })
    }
}

/// One child protection conference on one child.
///
/// What a conference came of is recorded with it and never guessed: of several strategy discussions it is the
/// one at which the enquiries were initiated. The same conference given twice is one conference.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Conference, ConferenceKind};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 6, d).unwrap();
/// let conference = Conference::new(ConferenceKind::Initial, day(22)).with_called_on(day(1));
/// assert_eq!(conference.called_on(), Some(day(1)));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Conference {
    kind: ConferenceKind,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    held_on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    called_on: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    looked_after_review: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    chair: Option<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    chair_independent: Option<bool>,
}

// Who chaired is for those who ask.
impl fmt::Debug for Conference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, held_on, .. } = self;
        f.debug_struct("Conference")
            .field("kind", kind)
            .field("held_on", held_on)
            .finish_non_exhaustive()
    }
}

impl Dated for Conference {
    fn day(&self) -> NaiveDate {
        self.held_on
    }
}

impl Conference {
    /// Held on a day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(Conference::new(ConferenceKind::Review, day).held_on(), day);
    /// ```
    #[must_use]
    pub const fn new(kind: ConferenceKind, held_on: NaiveDate) -> Self {
        Self {
            kind,
            held_on,
            called_on: None,
            looked_after_review: None,
            chair: None,
            chair_independent: None,
        }
    }

    /// With the day that it came of: of an initial conference, the strategy discussion at which its
    /// enquiries were initiated; of a transfer-in conference, the notice of the move.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 6, d).unwrap();
    /// let conference = Conference::new(ConferenceKind::Initial, day(22)).with_called_on(day(1));
    /// assert_eq!(conference.called_on(), Some(day(1)));
    /// ```
    #[must_use]
    pub const fn with_called_on(mut self, called_on: NaiveDate) -> Self {
        self.called_on = Some(called_on);
        self
    }

    /// With whether the same meeting was also a review of the child's case as a looked-after child. It answers
    /// both only where it is recorded as both.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let conference = Conference::new(ConferenceKind::Review, day).with_looked_after_review(true);
    /// assert_eq!(conference.looked_after_review(), Some(true));
    /// ```
    #[must_use]
    pub const fn with_looked_after_review(mut self, both: bool) -> Self {
        self.looked_after_review = Some(both);
        self
    }

    /// With the identifier of the chair.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let conference = Conference::new(ConferenceKind::Review, day).with_chair("I-3");
    /// assert_eq!(conference.chair(), Some("I-3"));
    /// ```
    #[must_use]
    pub fn with_chair(mut self, chair: impl Into<String>) -> Self {
        self.chair = Some(chair.into());
        self
    }

    /// With whether the chair was independent of the operational and the line management of the case.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let conference = Conference::new(ConferenceKind::Review, day).with_chair_independent(true);
    /// assert_eq!(conference.chair_independent(), Some(true));
    /// ```
    #[must_use]
    pub const fn with_chair_independent(mut self, independent: bool) -> Self {
        self.chair_independent = Some(independent);
        self
    }

    /// What it was held for.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(Conference::new(ConferenceKind::Review, day).kind(), ConferenceKind::Review);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> ConferenceKind {
        self.kind
    }

    /// The day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(Conference::new(ConferenceKind::Review, day).held_on(), day);
    /// ```
    #[must_use]
    pub const fn held_on(&self) -> NaiveDate {
        self.held_on
    }

    /// The day that it came of, where that is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(Conference::new(ConferenceKind::Initial, day).called_on(), None);
    /// ```
    #[must_use]
    pub const fn called_on(&self) -> Option<NaiveDate> {
        self.called_on
    }

    /// Whether it was also a review of the child's case as a looked-after child, where that is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(Conference::new(ConferenceKind::Review, day).looked_after_review(), None);
    /// ```
    #[must_use]
    pub const fn looked_after_review(&self) -> Option<bool> {
        self.looked_after_review
    }

    /// Who chaired, where that is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(Conference::new(ConferenceKind::Review, day).chair(), None);
    /// ```
    #[must_use]
    pub fn chair(&self) -> Option<&str> {
        self.chair.as_deref()
    }

    /// Whether the chair was independent, where that is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// assert_eq!(Conference::new(ConferenceKind::Review, day).chair_independent(), None);
    /// ```
    #[must_use]
    pub const fn chair_independent(&self) -> Option<bool> {
        self.chair_independent
    }

    pub(super) const fn order(&self) -> (NaiveDate, ConferenceKind) {
        (self.held_on, self.kind)
    }

    /// Both as one, where they are one conference and agree.
    pub(super) fn joined(&self, other: &Self) -> Option<Self> {
        if self.order() != other.order() {
            return None;
        }
        Some(Self {
            kind: self.kind,
            held_on: self.held_on,
            called_on: agreed(self.called_on, other.called_on)?,
            looked_after_review: agreed(self.looked_after_review, other.looked_after_review)?,
            chair: agreed(self.chair.clone(), other.chair.clone())?,
            chair_independent: agreed(self.chair_independent, other.chair_independent)?,
        })
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        let Some(called_on) = self.called_on else { return };
        if self.kind == ConferenceKind::Review {
            problems.add("conference called on", called_on, "a review comes of the one before it");
        } else if called_on > self.held_on {
            problems.add("conference called on", called_on, "the conference was held before that");
        }
    }
}
