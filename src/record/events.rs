//! Significant events of which the IRO has to be told.

use super::dated::{self, Dated};
use super::{Done, Problems, identifiers};
use chrono::NaiveDate;
use core::fmt;

/// What kind of event it was: those of which the Handbook (chapter 3) wants the IRO told.
///
/// ```
/// use iro_handbook::record::EventKind;
///
/// assert_eq!(EventKind::UnplannedMove.to_string(), "an unplanned move");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EventKind {
    /// A change of the care plan.
    PlanChange,
    /// A decision of a review that was not carried out.
    MissedDecision,
    /// A change of contact.
    Contact,
    /// A change of the social worker.
    SocialWorkerChange,
    /// A matter of safeguarding.
    Safeguarding,
    /// A complaint by or for the child.
    Complaint,
    /// An unplanned move.
    UnplannedMove,
    /// An event in the child's family.
    FamilyEvent,
    /// A criminal charge.
    Charge,
    /// An exclusion from school.
    Exclusion,
    /// The child went missing.
    Missing,
    /// A matter of health.
    Health,
    /// The decision of a panel.
    PanelDecision,
}

impl EventKind {
    /// The word for it in JSON and in the [keys](crate::assess::Finding::key) of findings.
    ///
    /// ```
    /// use iro_handbook::record::EventKind;
    ///
    /// assert_eq!(EventKind::PlanChange.code(), "plan_change");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PlanChange => "plan_change",
            Self::MissedDecision => "missed_decision",
            Self::Contact => "contact",
            Self::SocialWorkerChange => "social_worker_change",
            Self::Safeguarding => "safeguarding",
            Self::Complaint => "complaint",
            Self::UnplannedMove => "unplanned_move",
            Self::FamilyEvent => "family_event",
            Self::Charge => "charge",
            Self::Exclusion => "exclusion",
            Self::Missing => "missing",
            Self::Health => "health",
            Self::PanelDecision => "panel_decision",
        }
    }

    /// In a few words.
    ///
    /// ```
    /// use iro_handbook::record::EventKind;
    ///
    /// assert_eq!(EventKind::Missing.meaning(), "the child went missing");
    /// ```
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::PlanChange => "a change of the care plan",
            Self::MissedDecision => "a decision not carried out",
            Self::Contact => "a change of contact",
            Self::SocialWorkerChange => "a change of social worker",
            Self::Safeguarding => "a matter of safeguarding",
            Self::Complaint => "a complaint",
            Self::UnplannedMove => "an unplanned move",
            Self::FamilyEvent => "an event in the family",
            Self::Charge => "a charge",
            Self::Exclusion => "an exclusion from school",
            Self::Missing => "the child went missing",
            Self::Health => "a matter of health",
            Self::PanelDecision => "the decision of a panel",
        }
    }
}

impl EventKind {
    /// What comes unplanned, so that nobody can be told of it beforehand.
    const fn is_unforeseen(self) -> bool {
        match self {
            Self::Safeguarding
            | Self::Complaint
            | Self::UnplannedMove
            | Self::Charge
            | Self::Exclusion
            | Self::Missing => true,
            Self::PlanChange
            | Self::MissedDecision
            | Self::Contact
            | Self::SocialWorkerChange
            | Self::FamilyEvent
            | Self::Health
            | Self::PanelDecision => false,
        }
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.meaning())
    }
}

/// A significant event, and whether the IRO was told of it.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Event, EventKind};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 4, d).unwrap();
/// let event = Event::new(EventKind::Missing, day(3)).with_iro_told(day(4));
/// assert_eq!(event.iro_told().on(), Some(day(4)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Event {
    kind: EventKind,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    iro_told: Done,
}

impl Dated for Event {
    fn day(&self) -> NaiveDate {
        self.on
    }
}

impl Event {
    /// An event on a day, nobody having recorded whether the IRO was told.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Done, Event, EventKind};
    ///
    /// let on = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
    /// assert_eq!(Event::new(EventKind::Charge, on).iro_told(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn new(kind: EventKind, on: NaiveDate) -> Self {
        Self { kind, on, id: None, iro_told: Done::NotRecorded }
    }

    /// With the caller's own identifier, which no other event of the list has. By it a finding is told from
    /// those of others of its kind and day.
    ///
    /// ```
    /// # use iro_handbook::record::{Event, EventKind};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(Event::new(EventKind::Missing, day).with_id("E-7").id(), Some("E-7"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The caller's own identifier, where it gave one.
    ///
    /// ```
    /// # use iro_handbook::record::{Event, EventKind};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(Event::new(EventKind::Missing, day).id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// With the day the IRO was told, or that the IRO was not.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Done, Event, EventKind};
    ///
    /// let on = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
    /// assert_eq!(Event::new(EventKind::Charge, on).with_iro_told(Done::No).iro_told(), Done::No);
    /// ```
    #[must_use]
    pub fn with_iro_told(mut self, on: impl Into<Done>) -> Self {
        self.iro_told = on.into();
        self
    }

    /// What kind of event it was.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Event, EventKind};
    ///
    /// let on = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
    /// assert_eq!(Event::new(EventKind::Charge, on).kind(), EventKind::Charge);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        self.kind
    }

    /// The day it happened.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Event, EventKind};
    ///
    /// let on = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
    /// assert_eq!(Event::new(EventKind::Charge, on).on(), on);
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Whether the IRO was told, and when.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Done, Event, EventKind};
    ///
    /// let on = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
    /// assert_eq!(Event::new(EventKind::Charge, on).iro_told(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn iro_told(&self) -> Done {
        self.iro_told
    }
}

/// The significant events of a period of care.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Event, EventKind, Events};
///
/// let on = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
/// let events = Events::new().with_event(Event::new(EventKind::Missing, on));
/// assert_eq!(events.list().map(<[_]>::len), Some(1));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Events {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    list: Option<Vec<Event>>,
}

impl Events {
    /// Nobody has recorded whether there were any.
    ///
    /// ```
    /// assert!(iro_handbook::record::Events::new().list().is_none());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { list: None }
    }

    /// There were none.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Events::none().list(), Some(&[][..]));
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Self { list: Some(Vec::new()) }
    }

    /// With one more event, put in its place by date. Once one is given, the list is taken to be
    /// complete.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Event, EventKind, Events};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 4, d).unwrap();
    /// let events = Events::new()
    ///     .with_event(Event::new(EventKind::Missing, day(9)))
    ///     .with_event(Event::new(EventKind::Charge, day(3)));
    /// assert_eq!(events.list().unwrap()[0].kind(), EventKind::Charge);
    /// ```
    #[must_use]
    pub fn with_event(mut self, event: Event) -> Self {
        self.list = dated::with(self.list, event);
        self
    }

    /// The events, by date; none where nobody recorded whether there were any.
    ///
    /// ```
    /// assert!(iro_handbook::record::Events::new().list().is_none());
    /// ```
    #[must_use]
    pub fn list(&self) -> Option<&[Event]> {
        self.list.as_deref()
    }

    pub(crate) fn problems(
        &self,
        began: NaiveDate,
        ended: Option<NaiveDate>,
        problems: &mut Problems<'_>,
    ) {
        let ids = self.list.iter().flatten().map(Event::id);
        let twice = "two significant events have it";
        identifiers::problems("identifier of a significant event", ids, twice, problems);
        for event in self.list.iter().flatten() {
            if event.on < began {
                problems.add("significant event", event.on, "the period of care began later");
            } else if ended.is_some_and(|ended| event.on > ended) {
                problems.add("significant event", event.on, "the period of care had ended");
            }
            let told = event.iro_told.on().filter(|told| *told < event.on);
            if let Some(told) = told.filter(|_| event.kind.is_unforeseen()) {
                let problem = "nobody could tell of such an event before it happened";
                problems.add("IRO told of a significant event", told, problem);
            }
        }
    }
}
