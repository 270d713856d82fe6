//! Visits by the authority's representative.

use super::dated::{self, Dated};
use super::{PeriodOfCare, Problems};
use chrono::NaiveDate;
use core::fmt;

/// Whether the representative spoke to the child in private (SI 2010/959, regulation 29).
///
/// ```
/// use iro_handbook::record::SeenAlone;
///
/// assert!(!format!("{:?}", SeenAlone::No("asleep".to_owned())).contains("asleep"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SeenAlone {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// The child was seen alone.
    Yes,
    /// The child, of sufficient understanding, refused.
    ChildRefused,
    /// The representative found it inappropriate, for this reason: the caller's own text.
    Inappropriate(String),
    /// It was not done, for this reason: the caller's own text.
    No(String),
}

// Not the reason: it is about a child.
impl fmt::Debug for SeenAlone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRecorded => "NotRecorded",
            Self::Yes => "Yes",
            Self::ChildRefused => "ChildRefused",
            Self::Inappropriate(_) => "Inappropriate(..)",
            Self::No(_) => "No(..)",
        })
    }
}

/// A visit of the authority's representative to a child.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{SeenAlone, Visit};
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
/// let visit = Visit::new(day).with_seen_alone(SeenAlone::Yes);
/// assert!(visit.child_seen());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Visit {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default = "yes"))]
    child_seen: bool,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) seen_alone: SeenAlone,
}

#[cfg(feature = "serde")]
const fn yes() -> bool {
    true
}

impl Visit {
    /// A visit at which the child was seen.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Visit;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
    /// assert_eq!(Visit::new(day).on(), day);
    /// ```
    #[must_use]
    pub const fn new(on: NaiveDate) -> Self {
        Self { on, child_seen: true, seen_alone: SeenAlone::NotRecorded }
    }

    /// The child was not seen: the visit was tried, and answers no duty.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Visit;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
    /// assert!(!Visit::new(day).with_child_not_seen().child_seen());
    /// ```
    #[must_use]
    pub const fn with_child_not_seen(mut self) -> Self {
        self.child_seen = false;
        self
    }

    /// With whether the child was seen alone, or why not.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{SeenAlone, Visit};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
    /// let visit = Visit::new(day).with_seen_alone(SeenAlone::ChildRefused);
    /// assert_eq!(visit.seen_alone(), &SeenAlone::ChildRefused);
    /// ```
    #[must_use]
    pub fn with_seen_alone(mut self, seen_alone: SeenAlone) -> Self {
        self.seen_alone = seen_alone;
        self
    }

    /// The day of the visit.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Visit;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
    /// assert_eq!(Visit::new(day).on(), day);
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Whether the child was seen.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Visit;
    ///
    /// assert!(Visit::new(NaiveDate::from_ymd_opt(2026, 3, 6).unwrap()).child_seen());
    /// ```
    #[must_use]
    pub const fn child_seen(&self) -> bool {
        self.child_seen
    }

    /// Whether the child was seen alone.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{SeenAlone, Visit};
    ///
    /// let visit = Visit::new(NaiveDate::from_ymd_opt(2026, 3, 6).unwrap());
    /// assert_eq!(visit.seen_alone(), &SeenAlone::NotRecorded);
    /// ```
    #[must_use]
    pub const fn seen_alone(&self) -> &SeenAlone {
        &self.seen_alone
    }
}

impl Dated for Visit {
    fn day(&self) -> NaiveDate {
        self.on
    }
}

/// Visits by the authority's representative. Until one is given nobody has recorded them; after that
/// they are taken to be complete.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Visit, Visits};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let visits = Visits::default().with_visit(Visit::new(day(20))).with_visit(Visit::new(day(6)));
/// assert_eq!(visits.list().unwrap()[0].on(), day(6));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Visits {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    list: Option<Vec<Visit>>,
}

impl Visits {
    /// Recorded, and none so far.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Visits::recorded().list(), Some(&[][..]));
    /// ```
    #[must_use]
    pub const fn recorded() -> Self {
        Self { list: Some(Vec::new()) }
    }

    /// With one more visit, put in its place by day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Visit, Visits};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
    /// let visits = Visits::default().with_visit(Visit::new(day));
    /// assert_eq!(visits.list().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_visit(mut self, visit: Visit) -> Self {
        self.list = dated::with(self.list, visit);
        self
    }

    /// The visits by day; none where nobody recorded them.
    ///
    /// ```
    /// assert!(iro_handbook::record::Visits::default().list().is_none());
    /// ```
    #[must_use]
    pub fn list(&self) -> Option<&[Visit]> {
        self.list.as_deref()
    }

    pub(crate) fn problems(&self, care: &PeriodOfCare, problems: &mut Problems<'_>) {
        for visit in self.list.iter().flatten() {
            if visit.on < care.began() {
                problems.add("visit", visit.on, "it is before the period of care began");
            }
            if care.ended().is_some_and(|ended| visit.on > ended) {
                problems.add("visit", visit.on, "it is after the period of care ended");
            }
            if !visit.child_seen && visit.seen_alone == SeenAlone::Yes {
                problems.add("visit", visit.on, "the child was seen alone and was not seen");
            }
            if let SeenAlone::Inappropriate(why) | SeenAlone::No(why) = &visit.seen_alone {
                if why.trim().is_empty() {
                    problems.add("visit not alone", visit.on, "it has no reason");
                }
            }
        }
    }
}
