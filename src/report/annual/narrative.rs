//! What the service writes itself.

use std::collections::BTreeMap;

/// A place in the report for a text of the service's own.
///
/// ```
/// use iro_handbook::report::annual::Slot;
///
/// assert_eq!(Slot::ChildrenSaid.title(), "What children said");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Slot {
    /// The year in a few sentences.
    Introduction,
    /// Themes of the year that no figure shows.
    Themes,
    /// The local procedure for resolving concerns, and what the issues raised show.
    Concerns,
    /// How the service developed: people, training, supervision.
    Service,
    /// How children and parents took part, and what was done about it.
    Participation,
    /// What children said.
    ChildrenSaid,
    /// Why reviews were late, and what was done about it.
    Timeliness,
    /// What the quality audits found.
    Audits,
    /// Whether resource issues put a quality service at risk.
    Resources,
    /// Contact between brothers and sisters.
    Siblings,
    /// What comes next.
    Priorities,
    /// For children and young people: what will change.
    WhatWillChange,
    /// For children and young people: how to reach an IRO.
    HowToReachUs,
}

impl Slot {
    /// All of them, in the order of the report.
    ///
    /// ```
    /// use iro_handbook::report::annual::Slot;
    ///
    /// assert_eq!(Slot::ALL[0], Slot::Introduction);
    /// ```
    pub const ALL: &[Self] = &[
        Self::Introduction,
        Self::Themes,
        Self::Concerns,
        Self::Service,
        Self::Participation,
        Self::ChildrenSaid,
        Self::Timeliness,
        Self::Audits,
        Self::Resources,
        Self::Siblings,
        Self::Priorities,
        Self::WhatWillChange,
        Self::HowToReachUs,
    ];

    /// Its title.
    ///
    /// ```
    /// use iro_handbook::report::annual::Slot;
    ///
    /// assert_eq!(Slot::Priorities.title(), "Priorities");
    /// ```
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Introduction => "Introduction",
            Self::Concerns => "How concerns are resolved, and what they show",
            Self::Service => "Development of the service",
            Self::Participation => "Taking part",
            Self::ChildrenSaid => "What children said",
            Self::Timeliness => "Why reviews were late",
            Self::Audits => "What the audits found",
            Self::Resources => "Whether resources put quality at risk",
            Self::Siblings => "Contact between brothers and sisters",
            Self::Themes => "Themes of the year",
            Self::Priorities => "Priorities",
            Self::WhatWillChange => "What will change",
            Self::HowToReachUs => "How to reach us",
        }
    }
}

/// The texts that a service gives for its report. They are carried through as they are, escaped by
/// whoever prints them; what is not given is marked so. The crate does not look for numbers in them: in a
/// public version the service sees to it that its own words give no small number away.
///
/// ```
/// use iro_handbook::report::annual::{Narrative, Slot};
///
/// let narrative = Narrative::new().with(Slot::ChildrenSaid, "Ask us where we want to meet.");
/// assert_eq!(narrative.get(Slot::ChildrenSaid), Some("Ask us where we want to meet."));
/// assert_eq!(narrative.get(Slot::Priorities), None);
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Narrative {
    texts: BTreeMap<Slot, String>,
}

// Which there are, not what they say.
impl core::fmt::Debug for Narrative {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_set().entries(self.texts.keys()).finish()
    }
}

impl Narrative {
    /// No texts yet.
    ///
    /// ```
    /// use iro_handbook::report::annual::{Narrative, Slot};
    ///
    /// assert_eq!(Narrative::new().get(Slot::Introduction), None);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a text. An empty one counts as not given.
    ///
    /// ```
    /// use iro_handbook::report::annual::{Narrative, Slot};
    ///
    /// assert_eq!(Narrative::new().with(Slot::Themes, "  ").get(Slot::Themes), None);
    /// ```
    #[must_use]
    pub fn with(mut self, slot: Slot, text: impl Into<String>) -> Self {
        self.texts.insert(slot, text.into());
        self
    }

    /// The text, if one was given.
    ///
    /// ```
    /// use iro_handbook::report::annual::{Narrative, Slot};
    ///
    /// assert_eq!(Narrative::new().get(Slot::Themes), None);
    /// ```
    #[must_use]
    pub fn get(&self, slot: Slot) -> Option<&str> {
        self.texts.get(&slot).map(|text| text.trim()).filter(|text| !text.is_empty())
    }
}
