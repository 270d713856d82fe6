//! Whose views a review had.

use super::{FreeText, Problems};
use core::fmt;

/// Whose views.
///
/// ```
/// use iro_handbook::record::Whose;
///
/// assert_eq!(Whose::Carer.to_string(), "carer");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Whose {
    /// A parent's.
    Parent,
    /// Those of someone else with parental responsibility.
    ParentalResponsibility,
    /// A carer's: the regulation asks for parents; a good review hears carers too.
    Carer,
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Parent => "parent",
            Self::ParentalResponsibility => "person with parental responsibility",
            Self::Carer => "carer",
        })
    }
}

/// Whether views were obtained.
///
/// ```
/// use iro_handbook::record::Heard;
///
/// assert_eq!(Heard::default(), Heard::NotRecorded);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Heard {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// They were not, and no reason is given.
    No,
    /// They were.
    Yes,
    /// They were not, because it was not reasonably practicable.
    NotPracticable {
        /// Why, in the caller's words.
        reason: FreeText,
    },
}

/// The views of one person for a review, and whether that person came.
///
/// SI 2010/959, regulation 36(1)(c), for parents and others with parental responsibility.
///
/// ```
/// use iro_handbook::record::{Views, Whose};
///
/// let mother = Views::obtained(Whose::Parent).with_attended(true);
/// let father = Views::not_practicable(Whose::Parent, "he cannot be found");
/// assert_eq!((mother.attended(), father.attended()), (Some(true), None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Views {
    whose: Whose,
    #[cfg_attr(feature = "serde", serde(default))]
    heard: Heard,
    #[cfg_attr(feature = "serde", serde(default))]
    attended: Option<bool>,
}

impl Views {
    /// A person whose views were to be obtained, with what came of it.
    ///
    /// ```
    /// use iro_handbook::record::{Heard, Views, Whose};
    ///
    /// assert_eq!(Views::new(Whose::Carer, Heard::Yes), Views::obtained(Whose::Carer));
    /// ```
    #[must_use]
    pub const fn new(whose: Whose, heard: Heard) -> Self {
        Self { whose, heard, attended: None }
    }

    /// Views that were obtained.
    ///
    /// ```
    /// use iro_handbook::record::{Heard, Views, Whose};
    ///
    /// assert_eq!(Views::obtained(Whose::Parent).heard(), &Heard::Yes);
    /// ```
    #[must_use]
    pub const fn obtained(whose: Whose) -> Self {
        Self::new(whose, Heard::Yes)
    }

    /// Views that were not obtained, without a reason.
    ///
    /// ```
    /// use iro_handbook::record::{Heard, Views, Whose};
    ///
    /// assert_eq!(Views::not_obtained(Whose::Parent).heard(), &Heard::No);
    /// ```
    #[must_use]
    pub const fn not_obtained(whose: Whose) -> Self {
        Self::new(whose, Heard::No)
    }

    /// Views that it was not reasonably practicable to obtain, for this reason.
    ///
    /// ```
    /// use iro_handbook::record::{Heard, Views, Whose};
    ///
    /// let father = Views::not_practicable(Whose::Parent, "he cannot be found");
    /// assert!(matches!(father.heard(), Heard::NotPracticable { .. }));
    /// ```
    #[must_use]
    pub fn not_practicable(whose: Whose, reason: impl Into<FreeText>) -> Self {
        Self::new(whose, Heard::NotPracticable { reason: reason.into() })
    }

    /// With whether the person came to the review.
    ///
    /// ```
    /// use iro_handbook::record::{Views, Whose};
    ///
    /// assert_eq!(Views::obtained(Whose::Parent).with_attended(false).attended(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_attended(mut self, attended: bool) -> Self {
        self.attended = Some(attended);
        self
    }

    /// Whose views.
    ///
    /// ```
    /// use iro_handbook::record::{Views, Whose};
    ///
    /// assert_eq!(Views::obtained(Whose::Parent).whose(), Whose::Parent);
    /// ```
    #[must_use]
    pub const fn whose(&self) -> Whose {
        self.whose
    }

    /// Whether they were obtained.
    ///
    /// ```
    /// use iro_handbook::record::{Heard, Views, Whose};
    ///
    /// assert_eq!(Views::obtained(Whose::Parent).heard(), &Heard::Yes);
    /// ```
    #[must_use]
    pub const fn heard(&self) -> &Heard {
        &self.heard
    }

    /// Whether the person came to the review; none where nobody recorded it.
    ///
    /// ```
    /// use iro_handbook::record::{Views, Whose};
    ///
    /// assert_eq!(Views::obtained(Whose::Parent).attended(), None);
    /// ```
    #[must_use]
    pub const fn attended(&self) -> Option<bool> {
        self.attended
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        if let Heard::NotPracticable { reason } = &self.heard {
            reason.problems("reason why views were not obtained", problems);
            if self.attended == Some(true) {
                problems.add(
                    "attendance",
                    self.whose,
                    "it is also said that obtaining views was not practicable",
                );
            }
        }
    }
}
