//! The IRO service: its officers and their children.

use super::{Allocated, Fte, Officer, Problems, Vacancies};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An IRO service as it stands on the day asked about: what the rules about officers ask for.
///
/// ```
/// use iro_handbook::record::{Allocated, Fte, Officer, ServiceRecord};
///
/// let service = ServiceRecord::new("S-1").with_officer(
///     Officer::new("I-3").with_fte(Fte::FULL_TIME).with_children(Allocated::Count(62)),
/// );
/// assert!(service.check().is_ok());
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(from = "Unchecked"))]
pub struct ServiceRecord {
    id: String,
    officers: Vec<Officer>,
    vacancies: Vacancies,
}

// The officers' data are for those who ask for them.
impl core::fmt::Debug for ServiceRecord {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ServiceRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

impl ServiceRecord {
    /// A service by the caller's own identifier, without officers yet.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ServiceRecord::new("S-1").id(), "S-1");
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), officers: Vec::new(), vacancies: Vacancies::NotRecorded }
    }

    /// With one more officer, put in its place by identifier.
    ///
    /// ```
    /// use iro_handbook::record::{Officer, ServiceRecord};
    ///
    /// let service =
    ///     ServiceRecord::new("S-1").with_officer(Officer::new("I-8")).with_officer(Officer::new("I-3"));
    /// assert_eq!(service.officers()[0].id(), "I-3");
    /// ```
    #[must_use]
    pub fn with_officer(mut self, officer: Officer) -> Self {
        let place = self.officers.partition_point(|o| o.id() <= officer.id());
        self.officers.insert(place, officer);
        self
    }

    /// With the posts of the service in which nobody is.
    ///
    /// ```
    /// use iro_handbook::record::{Fte, ServiceRecord, Vacancies};
    ///
    /// let service = ServiceRecord::new("S-1").with_vacancies(Fte::FULL_TIME);
    /// assert_eq!(service.vacancies(), Vacancies::Posts(Fte::FULL_TIME));
    /// ```
    #[must_use]
    pub fn with_vacancies(mut self, vacancies: impl Into<Vacancies>) -> Self {
        self.vacancies = vacancies.into();
        self
    }

    /// With another answer, for every officer, to which children are theirs. An officer who is not among
    /// the service's becomes one of whom nothing else is known.
    pub(crate) fn with_counts<'c>(self, counts: impl Iterator<Item = (&'c str, u32)>) -> Self {
        let mut counts: BTreeMap<&str, u32> = counts.collect();
        let Self { id, officers, vacancies } = self;
        let known = officers.into_iter().map(|officer| {
            let count = counts.remove(officer.id()).unwrap_or_default();
            officer.with_children(Allocated::Count(count))
        });
        let known: Vec<Officer> = known.collect();
        let service = Self { id, officers: known, vacancies };
        counts.into_iter().fold(service, |service, (officer, count)| {
            service.with_officer(Officer::new(officer).with_children(Allocated::Count(count)))
        })
    }

    /// The caller's own identifier.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ServiceRecord::new("S-1").id(), "S-1");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The officers, by identifier.
    ///
    /// ```
    /// assert!(iro_handbook::record::ServiceRecord::new("S-1").officers().is_empty());
    /// ```
    #[must_use]
    pub fn officers(&self) -> &[Officer] {
        &self.officers
    }

    /// The posts of the service in which nobody is.
    ///
    /// ```
    /// use iro_handbook::record::{ServiceRecord, Vacancies};
    ///
    /// assert_eq!(ServiceRecord::new("S-1").vacancies(), Vacancies::NotRecorded);
    /// ```
    #[must_use]
    pub const fn vacancies(&self) -> Vacancies {
        self.vacancies
    }

    /// The full-time equivalent of the officers in post on a day; none where there are none, or where
    /// it is not recorded of one of them.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Fte, Officer, ServiceRecord};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let service = ServiceRecord::new("S-1")
    ///     .with_officer(Officer::new("I-3").with_fte(Fte::FULL_TIME))
    ///     .with_officer(Officer::new("I-8").with_fte("0.60".parse()?));
    /// assert_eq!(service.fte_on(day).unwrap().to_string(), "1.60");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn fte_on(&self, day: NaiveDate) -> Option<Fte> {
        let mut in_post = self.officers.iter().filter(|officer| officer.in_post_on(day));
        let first = in_post.next()?.fte()?;
        in_post.try_fold(first, |sum, officer| Some(sum.and(officer.fte()?)))
    }

    /// How many children the officers in post on a day have together; none where it is not recorded of
    /// one of them.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Allocated, Officer, ServiceRecord};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let service = ServiceRecord::new("S-1")
    ///     .with_officer(Officer::new("I-3").with_children(Allocated::Count(62)))
    ///     .with_officer(Officer::new("I-8").with_children(Allocated::Count(30)));
    /// assert_eq!(service.children_on(day), Some(92));
    /// ```
    #[must_use]
    pub fn children_on(&self, day: NaiveDate) -> Option<u32> {
        let mut in_post = self.officers.iter().filter(|officer| officer.in_post_on(day));
        in_post
            .try_fold(0_u32, |sum, officer| Some(sum.saturating_add(officer.children()?.count())))
    }

    /// Whether the record is free of contradictions: the first of its [`problems`](Self::problems).
    ///
    /// # Errors
    /// [`Error::is_contradiction`], naming the service and the field.
    ///
    /// ```
    /// assert!(iro_handbook::record::ServiceRecord::new("S-1").check().is_ok());
    /// ```
    pub fn check(&self) -> Result<()> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Every contradiction in the record, so that one does not hide another.
    ///
    /// ```
    /// use iro_handbook::record::{Officer, ServiceRecord};
    ///
    /// let twice =
    ///     ServiceRecord::new("S-1").with_officer(Officer::new("I-3")).with_officer(Officer::new("I-3"));
    /// assert!(twice.problems()[0].to_string().contains("I-3"));
    /// ```
    #[must_use]
    pub fn problems(&self) -> Vec<Error> {
        let mut problems = Problems::new("service", &self.id);
        problems.identifier("identifier of the service", &self.id);
        for officer in &self.officers {
            problems.extend(officer.problems());
        }
        for (before, after) in self.officers.iter().zip(self.officers.iter().skip(1)) {
            if before.id() == after.id() {
                problems.add("officer", after.id(), "the officer is given twice");
            }
        }
        // Whose each child is, to see one with two.
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        for officer in &self.officers {
            let Some(Allocated::Each(children)) = officer.children() else { continue };
            for child in children {
                let before = owners.insert(child, officer.id());
                if let Some(before) = before.filter(|before| *before != officer.id()) {
                    let problem =
                        format!("officers {before} and {} have it: two IROs at once", officer.id());
                    problems.add("child", child, &problem);
                }
            }
        }
        let counts = self.officers.iter().filter_map(|officer| officer.children());
        let mut counts = counts.map(Allocated::count);
        if counts.try_fold(0_u32, u32::checked_add).is_none() {
            problems.add(
                "children of the officers",
                "out of range",
                "together they cannot be counted",
            );
        }
        problems.into_found()
    }
}

/// What a service looks like on the way in, in whatever order.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename = "ServiceRecord", transform = crate::schema::plain)
)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    id: String,
    #[serde(default)]
    officers: Vec<Officer>,
    #[serde(default)]
    vacancies: Vacancies,
}

#[cfg(feature = "serde")]
impl From<Unchecked> for ServiceRecord {
    fn from(Unchecked { id, mut officers, vacancies }: Unchecked) -> Self {
        officers.sort_by(|a, b| a.id().cmp(b.id()));
        Self { id, officers, vacancies }
    }
}
