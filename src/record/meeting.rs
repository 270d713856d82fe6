//! What was done at a review.

use super::{Considerations, FreeText, Problems, Rights};

/// Whether the IRO was at a meeting that someone else chaired.
///
/// ```
/// use iro_handbook::record::IroPresence;
///
/// assert_eq!(IroPresence::default(), IroPresence::NotRecorded);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum IroPresence {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// The IRO was there and did not chair.
    Present,
    /// The IRO was not there, and no reason is given.
    Absent,
    /// The IRO was not there, because it was not reasonably practicable.
    NotPracticable {
        /// Why, in the caller's words.
        reason: FreeText,
    },
}

/// Who chaired a review.
///
/// SI 2010/959, regulation 36(1)(a).
///
/// ```
/// use iro_handbook::record::Chair;
///
/// let chair = Chair::another("team manager", "the IRO was ill that day");
/// assert_ne!(chair, Chair::Iro);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Chair {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// The child's IRO, or another IRO who stood in.
    Iro,
    /// Someone who is not an IRO.
    Another {
        /// Who, by role or by the caller's own code.
        by: FreeText,
        /// Whether the IRO was there, or why not.
        #[cfg_attr(feature = "serde", serde(default))]
        iro: IroPresence,
    },
    /// There was no meeting: nobody chaired.
    NoMeeting,
}

impl Chair {
    /// Someone who is not an IRO, because it was not practicable for the IRO to come.
    ///
    /// ```
    /// use iro_handbook::record::{Chair, IroPresence};
    ///
    /// let chair = Chair::another("team manager", "the IRO was ill that day");
    /// assert!(matches!(chair, Chair::Another { iro: IroPresence::NotPracticable { .. }, .. }));
    /// ```
    #[must_use]
    pub fn another(by: impl Into<FreeText>, reason: impl Into<FreeText>) -> Self {
        let iro = IroPresence::NotPracticable { reason: reason.into() };
        Self::Another { by: by.into(), iro }
    }

    fn problems(&self, problems: &mut Problems<'_>) {
        if let Self::Another { by, iro } = self {
            by.problems("chair", problems);
            if let IroPresence::NotPracticable { reason } = iro {
                reason.problems("reason for the IRO's absence", problems);
            }
        }
    }
}

/// What was done at a review: who chaired, what was considered, what the child was told of their rights.
///
/// What is not given is not recorded.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Chair, Considerations, Meeting, Rights};
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
/// let at = Meeting::new()
///     .with_chair(Chair::Iro)
///     .with_considerations(Considerations::all())
///     .with_rights(Rights::explained(day).with_wish_to_act(false));
/// assert_eq!(at.chair(), &Chair::Iro);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Meeting {
    chair: Chair,
    considerations: Considerations,
    rights: Rights,
}

impl Meeting {
    /// Nothing is recorded yet.
    ///
    /// ```
    /// use iro_handbook::record::{Chair, Meeting};
    ///
    /// assert_eq!(Meeting::new().chair(), &Chair::NotRecorded);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            chair: Chair::NotRecorded,
            considerations: Considerations::new(),
            rights: Rights::new(),
        }
    }

    /// With who chaired.
    ///
    /// ```
    /// use iro_handbook::record::{Chair, Meeting};
    ///
    /// assert_eq!(Meeting::new().with_chair(Chair::NoMeeting).chair(), &Chair::NoMeeting);
    /// ```
    #[must_use]
    pub fn with_chair(mut self, chair: Chair) -> Self {
        self.chair = chair;
        self
    }

    /// Who chaired.
    ///
    /// ```
    /// use iro_handbook::record::{Chair, Meeting};
    ///
    /// assert_eq!(Meeting::new().chair(), &Chair::NotRecorded);
    /// ```
    #[must_use]
    pub const fn chair(&self) -> &Chair {
        &self.chair
    }

    /// With the considerations of Schedule 7.
    ///
    /// ```
    /// use iro_handbook::record::{Considerations, Meeting};
    ///
    /// let at = Meeting::new().with_considerations(Considerations::all());
    /// assert_eq!(at.considerations(), &Considerations::all());
    /// ```
    #[must_use]
    pub fn with_considerations(mut self, considerations: Considerations) -> Self {
        self.considerations = considerations;
        self
    }

    /// The considerations of Schedule 7.
    ///
    /// ```
    /// use iro_handbook::record::{Considerations, Meeting};
    ///
    /// assert_eq!(Meeting::new().considerations(), &Considerations::new());
    /// ```
    #[must_use]
    pub const fn considerations(&self) -> &Considerations {
        &self.considerations
    }

    /// With what the child was told of their rights.
    ///
    /// ```
    /// use iro_handbook::record::{Meeting, Rights};
    ///
    /// let at = Meeting::new().with_rights(Rights::not_needed("told a month before"));
    /// assert_ne!(at.rights(), &Rights::new());
    /// ```
    #[must_use]
    pub fn with_rights(mut self, rights: Rights) -> Self {
        self.rights = rights;
        self
    }

    /// What the child was told of their rights.
    ///
    /// ```
    /// use iro_handbook::record::{Meeting, Rights};
    ///
    /// assert_eq!(Meeting::new().rights(), &Rights::new());
    /// ```
    #[must_use]
    pub const fn rights(&self) -> &Rights {
        &self.rights
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        self.chair.problems(problems);
        self.rights.problems(problems);
    }
}
