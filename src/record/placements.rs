//! The placements of a period of care over time.

use super::dated::{self, Dated};
use super::{Done, PeriodOfCare, Plan, Problems};
use chrono::NaiveDate;

/// What a placement is, as far as a duty asks.
///
/// ```
/// use iro_handbook::record::PlacementKind;
///
/// assert!(PlacementKind::WithParentUnassessed.is_with_parent());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PlacementKind {
    /// With a foster carer.
    Foster,
    /// With a foster carer who has agreed to be the child's until the child is no longer looked after
    /// (SI 2010/959, regulation 22B).
    LongTermFoster,
    /// With a connected person approved for a time (regulation 24).
    TemporaryApproval,
    /// With a parent, assessed before the placement.
    WithParent,
    /// With a parent, before the assessment is complete (regulation 19).
    WithParentUnassessed,
    /// In a children's home.
    ChildrensHome,
    /// In secure accommodation.
    Secure,
    /// In youth detention accommodation.
    YouthDetention,
    /// For adoption.
    Adoption,
    /// Any other: supported accommodation, a residential school, a hospital.
    Other,
}

impl PlacementKind {
    /// Whether the child lives with a parent, or with one who has parental responsibility.
    ///
    /// ```
    /// assert!(!iro_handbook::record::PlacementKind::Foster.is_with_parent());
    /// ```
    #[must_use]
    pub const fn is_with_parent(self) -> bool {
        matches!(self, Self::WithParent | Self::WithParentUnassessed)
    }
}

/// One placement.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Placement, PlacementKind, Plan};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let placement = Placement::new(day(2), PlacementKind::Foster)
///     .with_emergency(true)
///     .with_notified(day(4))
///     .with_plan(Plan::made_on(day(6)).not_practicable_before("placed at night"));
/// assert_eq!(placement.ended(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Placement {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    from: NaiveDate,
    kind: PlacementKind,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) emergency: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) meant_to_last: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) child_agrees: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    pub(crate) assessed_on: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    own_area: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    miles_from_home: Option<u16>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) plan: Plan,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) notified: Done,
}

impl Placement {
    /// A placement from a day on.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Placement::new(from, PlacementKind::Foster).from(), from);
    /// ```
    #[must_use]
    pub fn new(from: NaiveDate, kind: PlacementKind) -> Self {
        Self {
            from,
            kind,
            ended: None,
            emergency: None,
            meant_to_last: None,
            child_agrees: None,
            assessed_on: None,
            own_area: None,
            miles_from_home: None,
            plan: Plan::default(),
            notified: Done::NotRecorded,
        }
    }

    /// With the day it ended; the next may start on that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let placement = Placement::new(day(2), PlacementKind::Foster).with_ended(day(9));
    /// assert_eq!(placement.ended(), Some(day(9)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// With whether it was made in an emergency (regulation 13).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placement = Placement::new(from, PlacementKind::Foster).with_emergency(true);
    /// ```
    #[must_use]
    pub const fn with_emergency(mut self, emergency: bool) -> Self {
        self.emergency = Some(emergency);
        self
    }

    /// With whether it is meant to last until the child is 18 (regulation 28(2)). A long-term foster
    /// placement is, whatever is said here.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placement = Placement::new(from, PlacementKind::ChildrensHome).with_meant_to_last(true);
    /// ```
    #[must_use]
    pub const fn with_meant_to_last(mut self, meant_to_last: bool) -> Self {
        self.meant_to_last = Some(meant_to_last);
        self
    }

    /// With whether the child, of sufficient understanding, agrees to fewer visits in a long-term
    /// foster placement (regulation 28, as amended from 1 April 2015).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placement = Placement::new(from, PlacementKind::LongTermFoster).with_child_agreeing(true);
    /// ```
    #[must_use]
    pub const fn with_child_agreeing(mut self, agrees: bool) -> Self {
        self.child_agrees = Some(agrees);
        self
    }

    /// With the day on which the assessment of the parent, or the approval of the carer, was complete,
    /// in a placement that started before: from that day it is no longer one under regulation 19 or 24.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let placement =
    ///     Placement::new(day(2), PlacementKind::TemporaryApproval).with_assessed_on(day(30));
    /// assert!(placement.is_provisional(day(29)) && !placement.is_provisional(day(30)));
    /// ```
    #[must_use]
    pub const fn with_assessed_on(mut self, day: NaiveDate) -> Self {
        self.assessed_on = Some(day);
        self
    }

    /// With its plan: the placement plan, or in youth detention the detention placement plan.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind, Plan};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placement = Placement::new(from, PlacementKind::Foster).with_plan(Plan::made_on(from));
    /// ```
    #[must_use]
    pub fn with_plan(mut self, plan: Plan) -> Self {
        self.plan = plan;
        self
    }

    /// With the day on which those concerned were told in writing (regulation 13), or that they were
    /// not.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Done, Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placement = Placement::new(from, PlacementKind::Foster).with_notified(Done::No);
    /// ```
    #[must_use]
    pub fn with_notified(mut self, notified: impl Into<Done>) -> Self {
        self.notified = notified.into();
        self
    }

    /// With whether it is in the authority's own area.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placement = Placement::new(from, PlacementKind::Foster).with_own_area(false);
    /// assert_eq!(placement.own_area(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_own_area(mut self, own_area: bool) -> Self {
        self.own_area = Some(own_area);
        self
    }

    /// With how far it is from the child's home, in miles, a part of a mile as a whole one.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placement = Placement::new(from, PlacementKind::Foster).with_miles_from_home(21);
    /// assert_eq!(placement.miles_from_home(), Some(21));
    /// ```
    #[must_use]
    pub const fn with_miles_from_home(mut self, miles: u16) -> Self {
        self.miles_from_home = Some(miles);
        self
    }

    /// Whether it is in the authority's own area, where that is recorded.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Placement::new(from, PlacementKind::Foster).own_area(), None);
    /// ```
    #[must_use]
    pub const fn own_area(&self) -> Option<bool> {
        self.own_area
    }

    /// How far it is from the child's home in miles, where that is recorded.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Placement::new(from, PlacementKind::Foster).miles_from_home(), None);
    /// ```
    #[must_use]
    pub const fn miles_from_home(&self) -> Option<u16> {
        self.miles_from_home
    }

    /// The day it started.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Placement::new(from, PlacementKind::Foster).from(), from);
    /// ```
    #[must_use]
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// What it is.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Placement::new(from, PlacementKind::Foster).kind(), PlacementKind::Foster);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> PlacementKind {
        self.kind
    }

    /// The day it ended, where it has.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Placement::new(from, PlacementKind::Foster).ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Whether on a day the carer was approved for a time only, or the parent not yet assessed.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(Placement::new(from, PlacementKind::WithParentUnassessed).is_provisional(from));
    /// assert!(!Placement::new(from, PlacementKind::WithParent).is_provisional(from));
    /// ```
    #[must_use]
    pub fn is_provisional(&self, day: NaiveDate) -> bool {
        use PlacementKind::{TemporaryApproval, WithParentUnassessed};
        matches!(self.kind, TemporaryApproval | WithParentUnassessed)
            && self.assessed_on.is_none_or(|assessed| day < assessed)
    }
}

impl Dated for Placement {
    fn day(&self) -> NaiveDate {
        self.from
    }
}

/// The placements of a period of care over time. Until one is given nobody has recorded them; after
/// that they are taken to be complete.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Placement, PlacementKind, Placements};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let placements = Placements::default()
///     .with_placement(Placement::new(day(9), PlacementKind::LongTermFoster))
///     .with_placement(Placement::new(day(2), PlacementKind::Foster).with_ended(day(9)));
/// assert_eq!(placements.list().unwrap()[0].from(), day(2));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Placements {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    list: Option<Vec<Placement>>,
}

impl Placements {
    /// Recorded, and none so far: the child has not been placed.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Placements::recorded().list(), Some(&[][..]));
    /// ```
    #[must_use]
    pub const fn recorded() -> Self {
        Self { list: Some(Vec::new()) }
    }

    /// With one more placement, put in its place by the day it started.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Placement, PlacementKind, Placements};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let placements =
    ///     Placements::default().with_placement(Placement::new(from, PlacementKind::Foster));
    /// assert_eq!(placements.list().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_placement(mut self, placement: Placement) -> Self {
        self.list = dated::with(self.list, placement);
        self
    }

    /// The placements by the day they started; none where nobody recorded them.
    ///
    /// ```
    /// assert!(iro_handbook::record::Placements::default().list().is_none());
    /// ```
    #[must_use]
    pub fn list(&self) -> Option<&[Placement]> {
        self.list.as_deref()
    }

    pub(crate) fn problems(&self, care: &PeriodOfCare, problems: &mut Problems<'_>) {
        let list = self.list.as_deref().unwrap_or_default();
        for placement in list {
            let Placement { from, ended, .. } = *placement;
            if from < care.began() {
                problems.add("placement", from, "it starts before the period of care began");
            }
            if care.ended().is_some_and(|end| from > end) {
                problems.add("placement", from, "it starts after the period of care ended");
            }
            match ended {
                Some(ended) if ended < from => {
                    problems.add("placement ended", ended, "it ends before it starts");
                }
                Some(ended) if care.ended().is_some_and(|end| ended > end) => {
                    problems.add("placement ended", ended, "it is after the period of care ended");
                }
                _ => {}
            }
            placement.plan.problems("placement plan", problems);
        }
        for (before, after) in list.iter().zip(list.iter().skip(1)) {
            if before.from == after.from {
                problems.add("placement", after.from, "another placement starts on that day");
            } else if before.ended.is_none_or(|ended| ended > after.from) {
                problems.add("placement", after.from, "the one before had not ended");
            }
        }
    }
}
