//! The child's kin in care: siblings, and a looked-after parent or baby.

use super::{CareRecord, Problems};
use chrono::NaiveDate;
use core::fmt;

/// What a relative is to the child of the record.
///
/// ```
/// use iro_handbook::record::Relation;
///
/// assert_ne!(Relation::Parent, Relation::Baby);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Relation {
    /// A brother or sister, of the half blood too.
    Sibling,
    /// The child's parent, looked after too.
    Parent,
    /// The child's own baby, looked after too.
    Baby,
}

/// Who is a relative's IRO, as far as it is known.
///
/// ```
/// use iro_handbook::record::RelativeIro;
///
/// assert_eq!(RelativeIro::default(), RelativeIro::NotRecorded);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RelativeIro {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// Nobody at present.
    NoOne,
    /// This officer, by the caller's own identifier.
    Officer(String),
}

/// Why siblings have separate IROs.
///
/// ```
/// use iro_handbook::record::SeparateIros;
///
/// assert_ne!(SeparateIros::Conflict, SeparateIros::SizeOfGroup);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SeparateIros {
    /// Their interests conflict.
    Conflict,
    /// The group is too large for one IRO.
    SizeOfGroup,
}

/// A relative who is looked after by the same authority, as known on the day asked about.
///
/// ```
/// use iro_handbook::record::{Relation, Relative, SeparateIros};
///
/// let brother = Relative::new("C-1018", Relation::Sibling)
///     .with_officer("I-8")
///     .with_separate(SeparateIros::Conflict);
/// assert_eq!(brother.id(), "C-1018");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Relative {
    id: String,
    relation: Relation,
    #[cfg_attr(feature = "serde", serde(default))]
    iro: RelativeIro,
    #[cfg_attr(feature = "serde", serde(default))]
    separate: Option<SeparateIros>,
    #[cfg_attr(feature = "serde", serde(default))]
    reason: Option<String>,
}

// The reason is the caller's free text.
impl fmt::Debug for Relative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Relative")
            .field("id", &self.id)
            .field("relation", &self.relation)
            .field("iro", &self.iro)
            .field("separate", &self.separate)
            .finish_non_exhaustive()
    }
}

impl Relative {
    /// A relative by the caller's own identifier, never a name.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative, RelativeIro};
    ///
    /// let sister = Relative::new("C-1018", Relation::Sibling);
    /// assert_eq!(sister.iro(), &RelativeIro::NotRecorded);
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, relation: Relation) -> Self {
        let iro = RelativeIro::NotRecorded;
        Self { id: id.into(), relation, iro, separate: None, reason: None }
    }

    /// A relative from their own record as of a day; none where they are not looked after that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{
    ///     Appointment, CarePeriod, CareRecord, IroHistory, Relation, Relative, RelativeIro,
    /// };
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let sister = CareRecord::new("C-1018")
    ///     .with_period_of_care(CarePeriod::new(day(2)))
    ///     .with_iro(IroHistory::none().with_appointment(Appointment::new("I-3", day(4))));
    /// let relative = Relative::of_record(&sister, Relation::Sibling, day(9)).unwrap();
    /// assert_eq!(relative.iro(), &RelativeIro::Officer("I-3".to_owned()));
    /// assert_eq!(Relative::of_record(&sister, Relation::Sibling, day(1)), None);
    /// ```
    #[must_use]
    pub fn of_record(record: &CareRecord, relation: Relation, day: NaiveDate) -> Option<Self> {
        looked_after_on(record, day).then(|| {
            let iro = match (record.iro().appointments(), record.iro().on(day)) {
                (None, _) => RelativeIro::NotRecorded,
                (Some(_), None) => RelativeIro::NoOne,
                (Some(_), Some(appointment)) => {
                    RelativeIro::Officer(appointment.officer().to_owned())
                }
            };
            Self { iro, ..Self::new(record.id(), relation) }
        })
    }

    /// With the officer who is the relative's IRO.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative, RelativeIro};
    ///
    /// let sister = Relative::new("C-1018", Relation::Sibling).with_officer("I-3");
    /// assert_eq!(sister.iro(), &RelativeIro::Officer("I-3".to_owned()));
    /// ```
    #[must_use]
    pub fn with_officer(self, officer: impl Into<String>) -> Self {
        self.with_iro(RelativeIro::Officer(officer.into()))
    }

    /// With what is known of the relative's IRO.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative, RelativeIro};
    ///
    /// let sister = Relative::new("C-1018", Relation::Sibling).with_iro(RelativeIro::NoOne);
    /// assert_eq!(sister.iro(), &RelativeIro::NoOne);
    /// ```
    #[must_use]
    pub fn with_iro(mut self, iro: RelativeIro) -> Self {
        self.iro = iro;
        self
    }

    /// With why siblings have separate IROs.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative, SeparateIros};
    ///
    /// let brother = Relative::new("C-1018", Relation::Sibling).with_separate(SeparateIros::SizeOfGroup);
    /// assert_eq!(brother.separate(), Some(SeparateIros::SizeOfGroup));
    /// ```
    #[must_use]
    pub const fn with_separate(mut self, separate: SeparateIros) -> Self {
        self.separate = Some(separate);
        self
    }

    /// With more on that reason, in the caller's words. `Debug` and errors never show it; findings do.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative, SeparateIros};
    ///
    /// let brother = Relative::new("C-1018", Relation::Sibling)
    ///     .with_separate(SeparateIros::Conflict)
    ///     .with_reason("one gave evidence against the other");
    /// assert!(!format!("{brother:?}").contains("evidence"));
    /// ```
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// The caller's own identifier.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative};
    ///
    /// assert_eq!(Relative::new("C-1018", Relation::Baby).id(), "C-1018");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the relative is to the child.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative};
    ///
    /// assert_eq!(Relative::new("C-1018", Relation::Baby).relation(), Relation::Baby);
    /// ```
    #[must_use]
    pub const fn relation(&self) -> Relation {
        self.relation
    }

    /// Who is the relative's IRO, as far as it is known.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative, RelativeIro};
    ///
    /// assert_eq!(Relative::new("C-1018", Relation::Baby).iro(), &RelativeIro::NotRecorded);
    /// ```
    #[must_use]
    pub const fn iro(&self) -> &RelativeIro {
        &self.iro
    }

    /// Why siblings have separate IROs, where a reason is recorded.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative};
    ///
    /// assert_eq!(Relative::new("C-1018", Relation::Sibling).separate(), None);
    /// ```
    #[must_use]
    pub const fn separate(&self) -> Option<SeparateIros> {
        self.separate
    }

    /// More on that reason, in the caller's words.
    ///
    /// ```
    /// use iro_handbook::record::{Relation, Relative};
    ///
    /// assert_eq!(Relative::new("C-1018", Relation::Sibling).reason(), None);
    /// ```
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

/// The child's kin in care: siblings, and a looked-after parent or baby.
///
/// They are as known on the day asked about: brothers and sisters no longer looked after are left out.
///
/// ```
/// use iro_handbook::record::{Kin, Relation, Relative};
///
/// let kin = Kin::none().with_relative(Relative::new("C-1018", Relation::Sibling).with_officer("I-3"));
/// assert_eq!(kin.relatives().unwrap().len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Kin {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "in_order"))]
    relatives: Option<Vec<Relative>>,
}

impl Kin {
    /// It is recorded that the child has no kin in care. That nothing is recorded is [`Kin::default`].
    ///
    /// ```
    /// use iro_handbook::record::Kin;
    ///
    /// assert_eq!(Kin::none().relatives(), Some(&[][..]));
    /// assert_eq!(Kin::default().relatives(), None);
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Self { relatives: Some(Vec::new()) }
    }

    /// With one more relative in care. Those given are all there are.
    ///
    /// ```
    /// use iro_handbook::record::{Kin, Relation, Relative};
    ///
    /// let kin = Kin::default().with_relative(Relative::new("C-1018", Relation::Parent));
    /// assert_eq!(kin.relatives().unwrap()[0].relation(), Relation::Parent);
    /// ```
    #[must_use]
    pub fn with_relative(mut self, relative: Relative) -> Self {
        let relatives = self.relatives.get_or_insert_default();
        let place = relatives.partition_point(|other| other.id <= relative.id);
        relatives.insert(place, relative);
        self
    }

    /// The relatives in care, by identifier; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Kin::default().relatives(), None);
    /// ```
    #[must_use]
    pub fn relatives(&self) -> Option<&[Relative]> {
        self.relatives.as_deref()
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        let relatives = self.relatives.as_deref().unwrap_or_default();
        let mut before = None;
        for relative in relatives {
            let Relative { id, relation, iro, separate, .. } = relative;
            problems.identifier("relative", id);
            if let RelativeIro::Officer(officer) = iro {
                problems.identifier("IRO of a relative", officer);
            }
            if id == problems.id() {
                problems.add("relative", id, "it is the child of the record");
            }
            if before.replace(id) == Some(id) {
                problems.add("relative", id, "it is named twice");
            }
            if separate.is_some() && *relation != Relation::Sibling {
                let problem = "a reason for separate IROs belongs to siblings only";
                problems.add("relative", id, problem);
            }
        }
    }
}

#[cfg(feature = "serde")]
fn in_order<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<Vec<Relative>>, D::Error> {
    let mut relatives: Option<Vec<Relative>> = serde::Deserialize::deserialize(input)?;
    if let Some(relatives) = &mut relatives {
        relatives.sort_by(|one, other| one.id.cmp(&other.id));
    }
    Ok(relatives)
}

/// Whether a child is looked after on a day; on the day care ceases, no longer.
pub(crate) fn looked_after_on(record: &CareRecord, day: NaiveDate) -> bool {
    record
        .periods_of_care()
        .iter()
        .any(|care| care.began() <= day && care.ended().is_none_or(|ended| ended > day))
}
