//! What stands in the way of an officer being a child's IRO.

use chrono::NaiveDate;
use core::fmt;

/// A position that keeps an officer from being a child's IRO
/// (SI 2010/959, regulation 46(3)).
///
/// ```
/// use iro_handbook::record::Position;
///
/// assert_eq!(Position::PersonalAdviser.to_string(), "the child's personal adviser");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Position {
    /// Takes part in preparing the child's care plan.
    PreparesPlan,
    /// Takes part in managing the child's case.
    ManagesCase,
    /// Is the representative who visits the child.
    VisitingRepresentative,
    /// Is the child's personal adviser.
    PersonalAdviser,
    /// Manages one who holds one of these positions.
    ManagerOfThem,
    /// Controls the resources given to the case.
    ControlsResources,
}

impl Position {
    /// The word for it in JSON and in the [keys](crate::assess::Finding::key) of findings.
    ///
    /// ```
    /// use iro_handbook::record::Position;
    ///
    /// assert_eq!(Position::PreparesPlan.code(), "prepares_plan");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PreparesPlan => "prepares_plan",
            Self::ManagesCase => "manages_case",
            Self::VisitingRepresentative => "visiting_representative",
            Self::PersonalAdviser => "personal_adviser",
            Self::ManagerOfThem => "manager_of_them",
            Self::ControlsResources => "controls_resources",
        }
    }

    /// In words, as a fact of a finding says it.
    ///
    /// ```
    /// use iro_handbook::record::Position;
    ///
    /// assert_eq!(Position::ManagesCase.as_words(), "takes part in managing the child's case");
    /// ```
    #[must_use]
    pub const fn as_words(self) -> &'static str {
        match self {
            Self::PreparesPlan => "takes part in preparing the child's plan",
            Self::ManagesCase => "takes part in managing the child's case",
            Self::VisitingRepresentative => "the representative who visits the child",
            Self::PersonalAdviser => "the child's personal adviser",
            Self::ManagerOfThem => "manager of the social worker, the visitor or the adviser",
            Self::ControlsResources => "controls the resources for the child's case",
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_words())
    }
}

/// A position that an officer holds, or held, towards one child's case.
///
/// ```
/// use iro_handbook::record::{Conflict, Position};
///
/// let conflict = Conflict::new("C-1017", Position::ManagesCase);
/// assert_eq!(conflict.child(), "C-1017");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Conflict {
    child: String,
    position: Position,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    from: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    to: Option<NaiveDate>,
}

impl Conflict {
    /// A position towards the case of a child, by the caller's own identifier of the child.
    ///
    /// ```
    /// use iro_handbook::record::{Conflict, Position};
    ///
    /// let conflict = Conflict::new("C-1017", Position::PreparesPlan);
    /// assert_eq!(conflict.position(), Position::PreparesPlan);
    /// ```
    #[must_use]
    pub fn new(child: impl Into<String>, position: Position) -> Self {
        Self { child: child.into(), position, from: None, to: None }
    }

    /// With the first day of it. Without one it is held as far back as anyone asks.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Conflict, Position};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let conflict = Conflict::new("C-1017", Position::ManagesCase).with_from(day);
    /// assert_eq!(conflict.from(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_from(mut self, from: NaiveDate) -> Self {
        self.from = Some(from);
        self
    }

    /// With the last day of it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Conflict, Position};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let conflict = Conflict::new("C-1017", Position::ManagesCase).with_to(day);
    /// assert_eq!(conflict.to(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_to(mut self, to: NaiveDate) -> Self {
        self.to = Some(to);
        self
    }

    /// The child.
    ///
    /// ```
    /// use iro_handbook::record::{Conflict, Position};
    ///
    /// assert_eq!(Conflict::new("C-1017", Position::ManagesCase).child(), "C-1017");
    /// ```
    #[must_use]
    pub fn child(&self) -> &str {
        &self.child
    }

    /// The position.
    ///
    /// ```
    /// use iro_handbook::record::{Conflict, Position};
    ///
    /// let conflict = Conflict::new("C-1017", Position::ManagesCase);
    /// assert_eq!(conflict.position(), Position::ManagesCase);
    /// ```
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }

    /// The first day, where it is given.
    ///
    /// ```
    /// use iro_handbook::record::{Conflict, Position};
    ///
    /// assert_eq!(Conflict::new("C-1017", Position::ManagesCase).from(), None);
    /// ```
    #[must_use]
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// The last day, where it has ended.
    ///
    /// ```
    /// use iro_handbook::record::{Conflict, Position};
    ///
    /// assert_eq!(Conflict::new("C-1017", Position::ManagesCase).to(), None);
    /// ```
    #[must_use]
    pub const fn to(&self) -> Option<NaiveDate> {
        self.to
    }
}
