//! An exception that the law allows, as a fact with its reason.

use core::fmt;

/// Whether an exception that the law allows was made, and for what reason.
///
/// An exception is a fact of the record and never a switch: without a reason there is none. The reason
/// is the caller's own text; `Debug` does not show it.
///
/// ```
/// use iro_handbook::record::Exception;
///
/// let exception = Exception::because("the carer gave notice that night");
/// assert_eq!(exception.reason(), Some("the carer gave notice that night"));
/// assert_eq!(Exception::default(), Exception::NotRecorded);
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Exception {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// There was none.
    No,
    /// There was one, for this reason.
    Because(String),
}

impl Exception {
    /// An exception with its reason.
    ///
    /// ```
    /// use iro_handbook::record::Exception;
    ///
    /// assert_ne!(Exception::because("the child was in danger"), Exception::No);
    /// ```
    #[must_use]
    pub fn because(reason: impl Into<String>) -> Self {
        Self::Because(reason.into())
    }

    /// The reason, where there was an exception.
    ///
    /// ```
    /// use iro_handbook::record::Exception;
    ///
    /// assert_eq!(Exception::No.reason(), None);
    /// ```
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Because(reason) => Some(reason),
            Self::NotRecorded | Self::No => None,
        }
    }

    /// Whether it is one without saying why.
    pub(super) fn lacks_reason(&self) -> bool {
        self.reason().is_some_and(|reason| reason.trim().is_empty())
    }
}

// The reason is free text about a child.
impl fmt::Debug for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRecorded => "NotRecorded",
            Self::No => "No",
            Self::Because(_) => "Because(..)",
        })
    }
}
