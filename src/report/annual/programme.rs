//! The work programme of the service: what became of the last one, and the next.

use chrono::NaiveDate;
use core::fmt;

/// How far an action is.
///
/// ```
/// assert_eq!(iro_handbook::report::annual::ActionStatus::InProgress.to_string(), "in progress");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ActionStatus {
    /// Nobody has begun.
    NotStarted,
    /// Begun, and not done.
    InProgress,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl fmt::Display for ActionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotStarted => "not started",
            Self::InProgress => "in progress",
            Self::Done => "done",
            Self::Dropped => "dropped",
        })
    }
}

/// Something the service set itself to do. What nobody gave of it is printed as not given.
///
/// ```
/// use iro_handbook::report::annual::{Action, ActionStatus};
///
/// let action = Action::new("meet every child before the review")
///     .with_owner("service manager")
///     .with_status(ActionStatus::InProgress);
/// assert_eq!(action.owner(), Some("service manager"));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct Action {
    /// What is to be done, in the service's words.
    action: String,
    /// Who sees to it: a role rather than a name.
    #[cfg_attr(feature = "serde", serde(default))]
    owner: Option<String>,
    /// The day by which it is to be done.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    by: Option<NaiveDate>,
    /// How far it is.
    #[cfg_attr(feature = "serde", serde(default))]
    status: Option<ActionStatus>,
}

// By when and how far, not what or who.
impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Action")
            .field("by", &self.by)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

impl Action {
    /// Something to do, in the service's words. A report is not made with an action that says nothing.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Action;
    /// assert_eq!(Action::new("audit ten records a month").action(), "audit ten records a month");
    /// ```
    #[must_use]
    pub fn new(action: impl Into<String>) -> Self {
        Self { action: action.into(), owner: None, by: None, status: None }
    }

    /// With who sees to it: a role rather than a name.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Action;
    /// let action = Action::new("audit ten records a month").with_owner("service manager");
    /// assert_eq!(action.owner(), Some("service manager"));
    /// ```
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With the day by which it is to be done.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Action;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 9, 30).unwrap();
    /// assert_eq!(Action::new("audit ten records a month").with_by(day).by(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_by(mut self, by: NaiveDate) -> Self {
        self.by = Some(by);
        self
    }

    /// With how far it is.
    ///
    /// ```
    /// # use iro_handbook::report::annual::{Action, ActionStatus};
    /// let action = Action::new("audit ten records a month").with_status(ActionStatus::Done);
    /// assert_eq!(action.status(), Some(ActionStatus::Done));
    /// ```
    #[must_use]
    pub const fn with_status(mut self, status: ActionStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// What is to be done.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Action;
    /// assert_eq!(Action::new(" audit ").action(), "audit");
    /// ```
    #[must_use]
    pub fn action(&self) -> &str {
        self.action.trim()
    }

    /// Who sees to it, where somebody was named.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Action;
    /// assert_eq!(Action::new("audit").with_owner(" ").owner(), None);
    /// ```
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref().map(str::trim).filter(|owner| !owner.is_empty())
    }

    /// By when, where a day was given.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Action;
    /// assert_eq!(Action::new("audit").by(), None);
    /// ```
    #[must_use]
    pub const fn by(&self) -> Option<NaiveDate> {
        self.by
    }

    /// How far it is, where that was given.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Action;
    /// assert_eq!(Action::new("audit").status(), None);
    /// ```
    #[must_use]
    pub const fn status(&self) -> Option<ActionStatus> {
        self.status
    }
}

/// The work programme: last year's priorities with what became of them, and what comes next. The order is the
/// service's own.
///
/// ```
/// use iro_handbook::report::annual::{Action, ActionStatus, Programme};
///
/// let programme = Programme::new()
///     .with_last(Action::new("audit ten records a month").with_status(ActionStatus::Done))
///     .with_next(Action::new("meet every child before the review"));
/// assert_eq!((programme.last().len(), programme.next().len()), (1, 1));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, default)
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct Programme {
    /// The priorities of the year that is reported on.
    last: Vec<Action>,
    /// Those of the year after.
    next: Vec<Action>,
}

impl Programme {
    /// With no action yet.
    ///
    /// ```
    /// assert!(iro_handbook::report::annual::Programme::new().next().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { last: Vec::new(), next: Vec::new() }
    }

    /// With a priority of the year that is reported on.
    ///
    /// ```
    /// # use iro_handbook::report::annual::{Action, Programme};
    /// assert_eq!(Programme::new().with_last(Action::new("audit")).last().len(), 1);
    /// ```
    #[must_use]
    pub fn with_last(mut self, action: Action) -> Self {
        self.last.push(action);
        self
    }

    /// With a priority of the year after.
    ///
    /// ```
    /// # use iro_handbook::report::annual::{Action, Programme};
    /// assert_eq!(Programme::new().with_next(Action::new("audit")).next().len(), 1);
    /// ```
    #[must_use]
    pub fn with_next(mut self, action: Action) -> Self {
        self.next.push(action);
        self
    }

    /// The priorities of the year that is reported on.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Programme;
    /// assert!(Programme::new().last().is_empty());
    /// ```
    #[must_use]
    pub fn last(&self) -> &[Action] {
        &self.last
    }

    /// The priorities of the year after.
    ///
    /// ```
    /// # use iro_handbook::report::annual::Programme;
    /// assert!(Programme::new().next().is_empty());
    /// ```
    #[must_use]
    pub fn next(&self) -> &[Action] {
        &self.next
    }
}
