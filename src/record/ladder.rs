//! The stages of an authority's formal process.

use core::fmt;

/// The stages of an authority's formal dispute process, lowest first, by the names the authority gives
/// them. Handbook chapter 6 leaves the stages to each authority.
///
/// An empty ladder says that the stages are not known: any stage may then be reached.
///
/// ```
/// use iro_handbook::record::Ladder;
///
/// let ladder = Ladder::new(["team manager", "head of service", "director"]);
/// assert_eq!(ladder.len(), 3);
/// assert_eq!(ladder.name(2), Some("head of service"));
/// assert!(ladder.has(3) && !ladder.has(4) && !ladder.has(0));
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Ladder(Vec<String>);

impl Ladder {
    /// A ladder of named stages, lowest first.
    ///
    /// ```
    /// use iro_handbook::record::Ladder;
    ///
    /// assert_eq!(Ladder::new(["team manager"]).name(1), Some("team manager"));
    /// ```
    #[must_use]
    pub fn new<T: Into<String>>(names: impl IntoIterator<Item = T>) -> Self {
        Self(names.into_iter().map(Into::into).collect())
    }

    /// How many stages it has.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Ladder::default().len(), 0);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether its stages are not known.
    ///
    /// ```
    /// assert!(iro_handbook::record::Ladder::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name of a stage, from 1, where it has one.
    ///
    /// ```
    /// use iro_handbook::record::Ladder;
    ///
    /// assert_eq!(Ladder::new(["team manager"]).name(2), None);
    /// ```
    #[must_use]
    pub fn name(&self, stage: u8) -> Option<&str> {
        self.0.get(usize::from(stage.checked_sub(1)?)).map(String::as_str)
    }

    /// Whether a dispute can stand at a stage: from 1, up to the top where the stages are known.
    ///
    /// ```
    /// assert!(iro_handbook::record::Ladder::default().has(7), "the stages are not known");
    /// ```
    #[must_use]
    pub fn has(&self, stage: u8) -> bool {
        stage > 0 && (self.is_empty() || usize::from(stage) <= self.len())
    }
}

// How many: a name may be somebody's.
impl fmt::Debug for Ladder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ladder({} stages)", self.len())
    }
}
