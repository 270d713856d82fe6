//! Which considerations of Schedule 7 a review had regard to.

use crate::law::ScheduleSevenMatter;

/// Whether a review considered one matter of Schedule 7.
///
/// ```
/// use iro_handbook::record::Considered;
///
/// assert_eq!(Considered::default(), Considered::NotRecorded);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Considered {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// It bears on the child, and was not considered.
    No,
    /// It was considered.
    Yes,
    /// It does not bear on the child.
    NotApplicable,
}

/// How many matters there are.
const MATTERS: usize = ScheduleSevenMatter::ALL.len();

/// Which considerations of Schedule 7 a review had regard to, matter by matter.
///
/// SI 2010/959, regulation 35 and Schedule 7. Outside, the matters stand by their paragraph numbers in
/// three lists; one that is in none of them is not recorded.
///
/// ```
/// use iro_handbook::law::ScheduleSevenMatter::{Contact, Health, VisitsWithParent};
/// use iro_handbook::record::{Considerations, Considered};
///
/// let at = Considerations::all()
///     .with_not_considered(&[Contact])
///     .with_not_applicable(&[VisitsWithParent]);
/// assert_eq!(at.of(Contact), Considered::No);
/// assert_eq!(at.of(Health), Considered::Yes);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(try_from = "Lists", into = "Lists"))]
pub struct Considerations {
    of: [Considered; MATTERS],
}

impl Considerations {
    /// Nothing is recorded yet.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter::Health;
    /// use iro_handbook::record::{Considerations, Considered};
    ///
    /// assert_eq!(Considerations::new().of(Health), Considered::NotRecorded);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { of: [Considered::NotRecorded; MATTERS] }
    }

    /// Every matter was considered.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter::Health;
    /// use iro_handbook::record::{Considerations, Considered};
    ///
    /// assert_eq!(Considerations::all().of(Health), Considered::Yes);
    /// ```
    #[must_use]
    pub const fn all() -> Self {
        Self { of: [Considered::Yes; MATTERS] }
    }

    /// With these matters considered.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter::Health;
    /// use iro_handbook::record::{Considerations, Considered};
    ///
    /// assert_eq!(Considerations::new().with_considered(&[Health]).of(Health), Considered::Yes);
    /// ```
    #[must_use]
    pub fn with_considered(self, matters: &[ScheduleSevenMatter]) -> Self {
        self.with(matters, Considered::Yes)
    }

    /// With these matters not considered, although they bear on the child.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter::Health;
    /// use iro_handbook::record::{Considerations, Considered};
    ///
    /// assert_eq!(Considerations::all().with_not_considered(&[Health]).of(Health), Considered::No);
    /// ```
    #[must_use]
    pub fn with_not_considered(self, matters: &[ScheduleSevenMatter]) -> Self {
        self.with(matters, Considered::No)
    }

    /// With these matters not bearing on the child.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter::VisitsWithParent;
    /// use iro_handbook::record::{Considerations, Considered};
    ///
    /// let at = Considerations::all().with_not_applicable(&[VisitsWithParent]);
    /// assert_eq!(at.of(VisitsWithParent), Considered::NotApplicable);
    /// ```
    #[must_use]
    pub fn with_not_applicable(self, matters: &[ScheduleSevenMatter]) -> Self {
        self.with(matters, Considered::NotApplicable)
    }

    /// Whether one matter was considered.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter::Leisure;
    /// use iro_handbook::record::{Considerations, Considered};
    ///
    /// assert_eq!(Considerations::default().of(Leisure), Considered::NotRecorded);
    /// ```
    #[must_use]
    pub fn of(&self, matter: ScheduleSevenMatter) -> Considered {
        self.of.get(place(matter)).copied().unwrap_or_default()
    }

    fn with(mut self, matters: &[ScheduleSevenMatter], considered: Considered) -> Self {
        for matter in matters {
            if let Some(of) = self.of.get_mut(place(*matter)) {
                *of = considered;
            }
        }
        self
    }
}

/// Where a matter stands in the list of all.
fn place(matter: ScheduleSevenMatter) -> usize {
    usize::from(matter.number()).saturating_sub(1)
}

/// The form outside: paragraph numbers.
#[cfg(feature = "serde")]
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[serde(default, deny_unknown_fields)]
struct Lists {
    considered: Vec<u8>,
    not_considered: Vec<u8>,
    not_applicable: Vec<u8>,
}

#[cfg(feature = "serde")]
impl From<Considerations> for Lists {
    fn from(from: Considerations) -> Self {
        let list = |considered| {
            let all = ScheduleSevenMatter::ALL.iter();
            all.filter(|m| from.of(**m) == considered).map(|m| m.number()).collect()
        };
        Self {
            considered: list(Considered::Yes),
            not_considered: list(Considered::No),
            not_applicable: list(Considered::NotApplicable),
        }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<Lists> for Considerations {
    type Error = crate::Error;

    fn try_from(lists: Lists) -> crate::Result<Self> {
        use crate::error::Kind;
        let given = [
            (lists.considered, Considered::Yes),
            (lists.not_considered, Considered::No),
            (lists.not_applicable, Considered::NotApplicable),
        ];
        let mut considerations = Self::new();
        for (numbers, considered) in given {
            for number in numbers {
                let matter = ScheduleSevenMatter::numbered(number).ok_or(Kind::UnknownCode {
                    field: "consideration of Schedule 7",
                    value: number.to_string(),
                    known: "1 to 14",
                })?;
                if considerations.of(matter) != Considered::NotRecorded {
                    return Err(Kind::Contradiction {
                        record: "review".to_owned(),
                        field: "consideration of Schedule 7",
                        value: number.to_string(),
                        problem: "it is listed twice".to_owned(),
                    }
                    .into());
                }
                considerations = considerations.with(&[matter], considered);
            }
        }
        Ok(considerations)
    }
}
