//! What a review decided.

use super::{Done, FreeText, Problems};
use chrono::NaiveDate;

/// Who is to carry a decision out.
///
/// ```
/// use iro_handbook::record::Implementer;
///
/// assert_eq!(Implementer::default(), Implementer::NotRecorded);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Implementer {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// Nobody was named.
    Nobody,
    /// This person was, by role or by the caller's own code.
    Named(FreeText),
}

/// By when a decision is to be carried out.
///
/// ```
/// use iro_handbook::record::ByWhen;
///
/// assert_eq!(ByWhen::default(), ByWhen::NotRecorded);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ByWhen {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// No date was set.
    NoDate,
    /// This is the last day.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    On(NaiveDate),
}

/// A decision of a review: what, who carries it out, by when, and what came of it.
///
/// SI 2010/959, regulations 36(1)(d) and 37.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::Decision;
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let decision = Decision::new("Dental check-up")
///     .with_implementer("SW-12")
///     .with_by(day(5, 1))
///     .with_done(day(4, 20));
/// assert_eq!(decision.done().on(), Some(day(4, 20)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Decision {
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
    what: FreeText,
    #[cfg_attr(feature = "serde", serde(default))]
    implementer: Implementer,
    #[cfg_attr(feature = "serde", serde(default))]
    by: ByWhen,
    #[cfg_attr(feature = "serde", serde(default))]
    done: Done,
    #[cfg_attr(feature = "serde", serde(default))]
    iro_told: Done,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    changed_on: Option<NaiveDate>,
}

impl Decision {
    /// A decision in the caller's words, nothing else of it being known.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Decision::new("Dental check-up").what(), "Dental check-up");
    /// ```
    #[must_use]
    pub fn new(what: impl Into<FreeText>) -> Self {
        Self {
            id: None,
            what: what.into(),
            implementer: Implementer::NotRecorded,
            by: ByWhen::NotRecorded,
            done: Done::NotRecorded,
            iro_told: Done::NotRecorded,
            changed_on: None,
        }
    }

    /// With the caller's own identifier, which no other decision of the review has. By it a finding is known
    /// whatever decisions are entered besides; without one it is known by the decision's number in the list.
    ///
    /// ```
    /// use iro_handbook::record::Decision;
    ///
    /// assert_eq!(Decision::new("Dental check-up").with_id("DEC-4").id(), Some("DEC-4"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// With who is to carry it out, by role or by the caller's own code.
    ///
    /// ```
    /// use iro_handbook::record::{Decision, Implementer};
    ///
    /// let decision = Decision::new("Dental check-up").with_implementer("SW-12");
    /// assert!(matches!(decision.implementer(), Implementer::Named(_)));
    /// ```
    #[must_use]
    pub fn with_implementer(mut self, who: impl Into<FreeText>) -> Self {
        self.implementer = Implementer::Named(who.into());
        self
    }

    /// With nobody named to carry it out.
    ///
    /// ```
    /// use iro_handbook::record::{Decision, Implementer};
    ///
    /// let decision = Decision::new("Dental check-up").with_no_implementer();
    /// assert_eq!(decision.implementer(), &Implementer::Nobody);
    /// ```
    #[must_use]
    pub fn with_no_implementer(mut self) -> Self {
        self.implementer = Implementer::Nobody;
        self
    }

    /// With the last day on which it is to be carried out.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{ByWhen, Decision};
    ///
    /// let by = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
    /// assert_eq!(Decision::new("Dental check-up").with_by(by).by(), ByWhen::On(by));
    /// ```
    #[must_use]
    pub const fn with_by(mut self, by: NaiveDate) -> Self {
        self.by = ByWhen::On(by);
        self
    }

    /// With no date set.
    ///
    /// ```
    /// use iro_handbook::record::{ByWhen, Decision};
    ///
    /// assert_eq!(Decision::new("Dental check-up").with_no_date().by(), ByWhen::NoDate);
    /// ```
    #[must_use]
    pub const fn with_no_date(mut self) -> Self {
        self.by = ByWhen::NoDate;
        self
    }

    /// With the day it was carried out, or that it was not.
    ///
    /// ```
    /// use iro_handbook::record::{Decision, Done};
    ///
    /// assert_eq!(Decision::new("Dental check-up").with_done(Done::No).done(), Done::No);
    /// ```
    #[must_use]
    pub fn with_done(mut self, on: impl Into<Done>) -> Self {
        self.done = on.into();
        self
    }

    /// With the day the IRO was told that it was not, or not so, carried out; or that the IRO was not
    /// told.
    ///
    /// ```
    /// use iro_handbook::record::{Decision, Done};
    ///
    /// let decision = Decision::new("Dental check-up").with_done(Done::No).with_iro_told(Done::No);
    /// assert_eq!(decision.iro_told(), Done::No);
    /// ```
    #[must_use]
    pub fn with_iro_told(mut self, on: impl Into<Done>) -> Self {
        self.iro_told = on.into();
        self
    }

    /// With the day a later review changed it or took it back: from then on the change is what counts.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Decision;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 4, 15).unwrap();
    /// assert_eq!(Decision::new("Dental check-up").with_changed_on(day).changed_on(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_changed_on(mut self, on: NaiveDate) -> Self {
        self.changed_on = Some(on);
        self
    }

    /// The caller's own identifier, where it has one.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Decision::new("Dental check-up").id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// What was decided, in the caller's words.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Decision::new("Dental check-up").what(), "Dental check-up");
    /// ```
    #[must_use]
    pub fn what(&self) -> &str {
        self.what.as_str()
    }

    /// Who is to carry it out.
    ///
    /// ```
    /// use iro_handbook::record::{Decision, Implementer};
    ///
    /// assert_eq!(Decision::new("Dental check-up").implementer(), &Implementer::NotRecorded);
    /// ```
    #[must_use]
    pub const fn implementer(&self) -> &Implementer {
        &self.implementer
    }

    /// By when.
    ///
    /// ```
    /// use iro_handbook::record::{ByWhen, Decision};
    ///
    /// assert_eq!(Decision::new("Dental check-up").by(), ByWhen::NotRecorded);
    /// ```
    #[must_use]
    pub const fn by(&self) -> ByWhen {
        self.by
    }

    /// Whether it was carried out.
    ///
    /// ```
    /// use iro_handbook::record::{Decision, Done};
    ///
    /// assert_eq!(Decision::new("Dental check-up").done(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn done(&self) -> Done {
        self.done
    }

    /// Whether the IRO was told of a failure or change.
    ///
    /// ```
    /// use iro_handbook::record::{Decision, Done};
    ///
    /// assert_eq!(Decision::new("Dental check-up").iro_told(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn iro_told(&self) -> Done {
        self.iro_told
    }

    /// The day a later review changed it.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Decision::new("Dental check-up").changed_on(), None);
    /// ```
    #[must_use]
    pub const fn changed_on(&self) -> Option<NaiveDate> {
        self.changed_on
    }

    pub(crate) fn problems(&self, held_on: NaiveDate, problems: &mut Problems<'_>) {
        self.what.problems("decision", problems);
        if let Implementer::Named(who) = &self.implementer {
            who.problems("implementer of a decision", problems);
        }
        let by = match self.by {
            ByWhen::On(day) => Some(day),
            ByWhen::NotRecorded | ByWhen::NoDate => None,
        };
        for (field, day) in [
            ("last day of a decision", by),
            ("decision carried out", self.done.on()),
            ("word to the IRO of a decision", self.iro_told.on()),
            ("decision changed", self.changed_on),
        ] {
            if let Some(day) = day.filter(|day| *day < held_on) {
                problems.add(field, day, "the review that made the decision was held later");
            }
        }
    }
}
