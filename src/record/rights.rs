//! What the child was told of their rights.

use super::{Done, FreeText, Problems};

/// What the IRO saw to it that the child was told of: the applications open to them, complaints,
/// advocacy; and the help with legal advice that a child who wished to act had.
///
/// SI 2010/959, regulation 45(1) and (2). A child who needs to be told nothing new is a fact with its
/// reason.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::Rights;
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let told = Rights::explained(day(25)).with_wish_to_act(true).with_legal_help(day(30));
/// assert_eq!(told.legal_help().on(), Some(day(30)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Rights {
    not_needed: Option<FreeText>,
    applications: Done,
    complaints: Done,
    advocacy: Done,
    wish_to_act: Option<bool>,
    legal_help: Done,
}

impl Rights {
    /// Nothing is recorded yet.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().advocacy(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            not_needed: None,
            applications: Done::NotRecorded,
            complaints: Done::NotRecorded,
            advocacy: Done::NotRecorded,
            wish_to_act: None,
            legal_help: Done::NotRecorded,
        }
    }

    /// All of them explained, on a day; or, with [`Done::No`], none of them.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::explained(Done::No).complaints(), Done::No);
    /// ```
    #[must_use]
    pub fn explained(on: impl Into<Done>) -> Self {
        let on = on.into();
        Self { applications: on, complaints: on, advocacy: on, ..Self::new() }
    }

    /// There was no need to explain anything, for this reason.
    ///
    /// ```
    /// use iro_handbook::record::Rights;
    ///
    /// let told = Rights::not_needed("told a month before, and nothing has changed");
    /// assert!(told.why_not_needed().is_some());
    /// ```
    #[must_use]
    pub fn not_needed(reason: impl Into<FreeText>) -> Self {
        Self { not_needed: Some(reason.into()), ..Self::new() }
    }

    /// With the day the applications open to the child were explained: for orders under section 8, and
    /// for the discharge of a care order.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().with_applications(Done::No).applications(), Done::No);
    /// ```
    #[must_use]
    pub fn with_applications(mut self, on: impl Into<Done>) -> Self {
        self.applications = on.into();
        self
    }

    /// With the day complaints were explained.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().with_complaints(Done::No).complaints(), Done::No);
    /// ```
    #[must_use]
    pub fn with_complaints(mut self, on: impl Into<Done>) -> Self {
        self.complaints = on.into();
        self
    }

    /// With the day advocacy was explained.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().with_advocacy(Done::No).advocacy(), Done::No);
    /// ```
    #[must_use]
    pub fn with_advocacy(mut self, on: impl Into<Done>) -> Self {
        self.advocacy = on.into();
        self
    }

    /// With whether the child wished to take legal proceedings.
    ///
    /// ```
    /// use iro_handbook::record::Rights;
    ///
    /// assert_eq!(Rights::new().with_wish_to_act(true).wish_to_act(), Some(true));
    /// ```
    #[must_use]
    pub const fn with_wish_to_act(mut self, wish: bool) -> Self {
        self.wish_to_act = Some(wish);
        self
    }

    /// With the day the child was helped to find legal advice.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().with_legal_help(Done::No).legal_help(), Done::No);
    /// ```
    #[must_use]
    pub fn with_legal_help(mut self, on: impl Into<Done>) -> Self {
        self.legal_help = on.into();
        self
    }

    /// Why there was no need to explain anything.
    ///
    /// ```
    /// assert!(iro_handbook::record::Rights::new().why_not_needed().is_none());
    /// ```
    #[must_use]
    pub const fn why_not_needed(&self) -> Option<&FreeText> {
        self.not_needed.as_ref()
    }

    /// The day the applications open to the child were explained.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().applications(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn applications(&self) -> Done {
        self.applications
    }

    /// The day complaints were explained.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().complaints(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn complaints(&self) -> Done {
        self.complaints
    }

    /// The day advocacy was explained.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().advocacy(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn advocacy(&self) -> Done {
        self.advocacy
    }

    /// Whether the child wished to take legal proceedings; none where nobody recorded it.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Rights::new().wish_to_act(), None);
    /// ```
    #[must_use]
    pub const fn wish_to_act(&self) -> Option<bool> {
        self.wish_to_act
    }

    /// The day the child was helped to find legal advice.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Rights};
    ///
    /// assert_eq!(Rights::new().legal_help(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn legal_help(&self) -> Done {
        self.legal_help
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        let Some(reason) = &self.not_needed else { return };
        reason.problems("reason why rights were not explained", problems);
        if self.wish_to_act == Some(true) {
            problems.add(
                "wish to take legal proceedings",
                "yes",
                "it is also said that there was no need to explain the child's rights",
            );
        }
    }
}
