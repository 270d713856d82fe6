//! An IRO as an officer of the service: qualification, post, children, and what stands in the way.

use super::{Conflict, EthnicGroup, Fte, Problems, Sex};
use crate::error::Error;
use chrono::NaiveDate;
use core::fmt;
use std::collections::BTreeSet;

/// The children for whom an officer is the IRO: how many, or which.
///
/// ```
/// use iro_handbook::record::Allocated;
///
/// assert_eq!(Allocated::Count(62).count(), 62);
/// assert_eq!(Allocated::Each(vec!["C-1017".to_owned()]).count(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Allocated {
    /// So many.
    Count(u32),
    /// These, by the caller's own identifiers.
    Each(Vec<String>),
}

impl Allocated {
    /// How many children.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Allocated::Count(62).count(), 62);
    /// ```
    #[must_use]
    pub fn count(&self) -> u32 {
        match self {
            Self::Count(count) => *count,
            Self::Each(children) => u32::try_from(children.len()).unwrap_or(u32::MAX),
        }
    }

    /// Whether a child is one of them; none where only the count is known and it is not nought.
    ///
    /// ```
    /// use iro_handbook::record::Allocated;
    ///
    /// assert_eq!(Allocated::Count(62).includes("C-1017"), None);
    /// assert_eq!(Allocated::Count(0).includes("C-1017"), Some(false));
    /// ```
    #[must_use]
    pub fn includes(&self, child: &str) -> Option<bool> {
        match self {
            Self::Count(0) => Some(false),
            Self::Count(_) => None,
            Self::Each(children) => Some(children.iter().any(|own| own == child)),
        }
    }
}

/// An IRO as an officer of the service.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Allocated, Fte, Officer};
///
/// let officer = Officer::new("I-3")
///     .with_registered(true)
///     .with_qualified(NaiveDate::from_ymd_opt(2009, 7, 1).unwrap())
///     .with_team_manager_standing(true)
///     .with_fte(Fte::FULL_TIME)
///     .with_children(Allocated::Count(62))
///     .with_no_conflicts();
/// assert_eq!(officer.id(), "I-3");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Officer {
    id: String,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    from: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    to: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    registered: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    qualified: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    team_manager_standing: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    fte: Option<Fte>,
    #[cfg_attr(feature = "serde", serde(default))]
    children: Option<Allocated>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "in_order"))]
    conflicts: Option<Vec<Conflict>>,
    #[cfg_attr(feature = "serde", serde(default))]
    agency: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    sex: Option<Sex>,
    #[cfg_attr(feature = "serde", serde(default))]
    ethnic_group: Option<EthnicGroup>,
}

// The officer's data are for those who ask for them.
impl fmt::Debug for Officer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Officer").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Whatever order they come in.
#[cfg(feature = "serde")]
fn in_order<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<Vec<Conflict>>, D::Error> {
    let mut all: Option<Vec<Conflict>> = serde::Deserialize::deserialize(input)?;
    if let Some(all) = &mut all {
        all.sort();
    }
    Ok(all)
}

impl Officer {
    /// An officer by the caller's own identifier, never a name.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").id(), "I-3");
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            from: None,
            to: None,
            registered: None,
            qualified: None,
            team_manager_standing: None,
            fte: None,
            children: None,
            conflicts: None,
            agency: None,
            sex: None,
            ethnic_group: None,
        }
    }

    /// With the first day in post as an IRO of the service.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Officer;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Officer::new("I-3").with_from(day).from(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_from(mut self, from: NaiveDate) -> Self {
        self.from = Some(from);
        self
    }

    /// With the last day in post.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Officer;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Officer::new("I-3").with_to(day).to(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_to(mut self, to: NaiveDate) -> Self {
        self.to = Some(to);
        self
    }

    /// With whether the officer is registered as a social worker
    /// (SI 2010/959, regulation 46(1)).
    ///
    /// ```
    /// use iro_handbook::record::Officer;
    ///
    /// assert_eq!(Officer::new("I-3").with_registered(true).registered(), Some(true));
    /// ```
    #[must_use]
    pub const fn with_registered(mut self, registered: bool) -> Self {
        self.registered = Some(registered);
        self
    }

    /// With the day of qualifying as a social worker.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Officer;
    ///
    /// let day = NaiveDate::from_ymd_opt(2009, 7, 1).unwrap();
    /// assert_eq!(Officer::new("I-3").with_qualified(day).qualified(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_qualified(mut self, qualified: NaiveDate) -> Self {
        self.qualified = Some(qualified);
        self
    }

    /// With whether the officer stands at least where a team manager does.
    ///
    /// ```
    /// use iro_handbook::record::Officer;
    ///
    /// let officer = Officer::new("I-3").with_team_manager_standing(false);
    /// assert_eq!(officer.team_manager_standing(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_team_manager_standing(mut self, standing: bool) -> Self {
        self.team_manager_standing = Some(standing);
        self
    }

    /// With how much of a full-time post the officer works as an IRO.
    ///
    /// ```
    /// use iro_handbook::record::{Fte, Officer};
    ///
    /// assert_eq!(Officer::new("I-3").with_fte(Fte::FULL_TIME).fte(), Some(Fte::FULL_TIME));
    /// ```
    #[must_use]
    pub const fn with_fte(mut self, fte: Fte) -> Self {
        self.fte = Some(fte);
        self
    }

    /// With the children for whom the officer is the IRO on the day asked about.
    ///
    /// ```
    /// use iro_handbook::record::{Allocated, Officer};
    ///
    /// let officer = Officer::new("I-3").with_children(Allocated::Count(62));
    /// assert_eq!(officer.children(), Some(&Allocated::Count(62)));
    /// ```
    #[must_use]
    pub fn with_children(mut self, children: Allocated) -> Self {
        self.children = Some(children);
        self
    }

    /// It is recorded that the officer holds none of the [positions](super::Position) towards any child's case.
    ///
    /// ```
    /// use iro_handbook::record::Officer;
    ///
    /// assert_eq!(Officer::new("I-3").with_no_conflicts().conflicts(), Some(&[][..]));
    /// assert_eq!(Officer::new("I-3").conflicts(), None, "nobody recorded them");
    /// ```
    #[must_use]
    pub fn with_no_conflicts(mut self) -> Self {
        self.conflicts = Some(Vec::new());
        self
    }

    /// With one more position towards a child's case. Those given are all there are.
    ///
    /// ```
    /// use iro_handbook::record::{Conflict, Officer, Position};
    ///
    /// let officer = Officer::new("I-3").with_conflict(Conflict::new("C-7", Position::ManagesCase));
    /// assert_eq!(officer.conflicts().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_conflict(mut self, conflict: Conflict) -> Self {
        let all = self.conflicts.get_or_insert_default();
        let place = all.partition_point(|other| *other <= conflict);
        all.insert(place, conflict);
        self
    }

    /// With whether the officer is engaged through an agency, and not employed by the authority.
    ///
    /// ```
    /// use iro_handbook::record::Officer;
    ///
    /// assert_eq!(Officer::new("I-3").with_agency(false).agency(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_agency(mut self, agency: bool) -> Self {
        self.agency = Some(agency);
        self
    }

    /// With the officer's sex, for the make-up of the team.
    ///
    /// ```
    /// use iro_handbook::record::{Officer, Sex};
    ///
    /// assert_eq!(Officer::new("I-3").with_sex(Sex::Female).sex(), Some(Sex::Female));
    /// ```
    #[must_use]
    pub const fn with_sex(mut self, sex: Sex) -> Self {
        self.sex = Some(sex);
        self
    }

    /// With the officer's ethnic group, for the make-up of the team.
    ///
    /// ```
    /// use iro_handbook::record::{EthnicGroup, Officer};
    ///
    /// let officer = Officer::new("I-3").with_ethnic_group(EthnicGroup::Mixed);
    /// assert_eq!(officer.ethnic_group(), Some(EthnicGroup::Mixed));
    /// ```
    #[must_use]
    pub const fn with_ethnic_group(mut self, group: EthnicGroup) -> Self {
        self.ethnic_group = Some(group);
        self
    }

    /// The caller's own identifier.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").id(), "I-3");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The first day in post, where it is given.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").from(), None);
    /// ```
    #[must_use]
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// The last day in post, where it is given.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").to(), None);
    /// ```
    #[must_use]
    pub const fn to(&self) -> Option<NaiveDate> {
        self.to
    }

    /// Whether the officer is in post on a day, the first and the last day included. Without days,
    /// always.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Officer;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let officer = Officer::new("I-3").with_to(day(30));
    /// assert!(officer.in_post_on(day(30)) && !officer.in_post_on(day(31)));
    /// ```
    #[must_use]
    pub fn in_post_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the officer is registered as a social worker, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").registered(), None);
    /// ```
    #[must_use]
    pub const fn registered(&self) -> Option<bool> {
        self.registered
    }

    /// The day of qualifying as a social worker, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").qualified(), None);
    /// ```
    #[must_use]
    pub const fn qualified(&self) -> Option<NaiveDate> {
        self.qualified
    }

    /// Whether the officer stands at least where a team manager does, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").team_manager_standing(), None);
    /// ```
    #[must_use]
    pub const fn team_manager_standing(&self) -> Option<bool> {
        self.team_manager_standing
    }

    /// How much of a full-time post the officer works as an IRO, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").fte(), None);
    /// ```
    #[must_use]
    pub const fn fte(&self) -> Option<Fte> {
        self.fte
    }

    /// The children for whom the officer is the IRO, where they are recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").children(), None);
    /// ```
    #[must_use]
    pub const fn children(&self) -> Option<&Allocated> {
        self.children.as_ref()
    }

    /// The positions towards children's cases, in the order given; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").conflicts(), None);
    /// ```
    #[must_use]
    pub fn conflicts(&self) -> Option<&[Conflict]> {
        self.conflicts.as_deref()
    }

    /// Whether the officer is engaged through an agency, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").agency(), None);
    /// ```
    #[must_use]
    pub const fn agency(&self) -> Option<bool> {
        self.agency
    }

    /// The officer's sex, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").sex(), None);
    /// ```
    #[must_use]
    pub const fn sex(&self) -> Option<Sex> {
        self.sex
    }

    /// The officer's ethnic group, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Officer::new("I-3").ethnic_group(), None);
    /// ```
    #[must_use]
    pub const fn ethnic_group(&self) -> Option<EthnicGroup> {
        self.ethnic_group
    }

    /// Every contradiction in what is known of the officer. Nobody works more than one full-time post: a post
    /// of more would hide the caseload of the officer.
    pub(crate) fn problems(&self) -> Vec<Error> {
        let mut problems = Problems::new("officer", &self.id);
        problems.identifier("identifier of the officer", &self.id);
        let days = |from: Option<NaiveDate>, to: Option<NaiveDate>| {
            Some((from?, to?)).filter(|(from, to)| to < from)
        };
        if let Some((from, to)) = days(self.from, self.to) {
            let problem = format!("it is before the first, {from}");
            problems.add("last day in post", to, &problem);
        }
        if let Some(fte) = self.fte.filter(|fte| *fte > Fte::FULL_TIME) {
            let problem = format!("one officer has no more than {}", Fte::FULL_TIME);
            problems.add("full-time equivalent", fte, &problem);
        }
        let mut seen = BTreeSet::new();
        for conflict in self.conflicts.as_deref().unwrap_or_default() {
            let child = conflict.child();
            problems.identifier("child", child);
            if let Some((from, to)) = days(conflict.from(), conflict.to()) {
                let problem = format!("towards child {child}: it began on {from}");
                problems.add("end of a position", to, &problem);
            }
            if !seen.insert((child, conflict.position(), conflict.from())) {
                let problem = format!("the position \"{}\" is given twice", conflict.position());
                problems.add("child", child, &problem);
            }
        }
        if let Some(Allocated::Each(children)) = &self.children {
            let mut seen = BTreeSet::new();
            for child in children {
                problems.identifier("child", child);
                if !seen.insert(child) {
                    problems.add("child", child, "the officer has the child twice");
                }
            }
        }
        problems.into_found()
    }
}
