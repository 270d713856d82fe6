//! What was done before a review.

use super::{Done, FreeText, Problems, Views, Whose};
use chrono::NaiveDate;

/// Whether the IRO spoke to the child in private before a review, or why not.
///
/// SI 2010/959, regulation 36(1)(b). What is not owed is a fact with its reason: the child refused, or
/// the IRO found a talk inappropriate at the child's age and understanding.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::SpokenTo;
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 25).unwrap();
/// assert_eq!(SpokenTo::from(day), SpokenTo::On(day));
/// assert_eq!(SpokenTo::default(), SpokenTo::NotRecorded);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum SpokenTo {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// No, and no reason is given.
    No,
    /// Yes, on this day.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    On(NaiveDate),
    /// The child refused.
    Refused {
        /// Whether the child was of sufficient understanding to refuse; none where nobody recorded it.
        #[cfg_attr(feature = "serde", serde(default))]
        of_sufficient_understanding: Option<bool>,
    },
    /// The IRO found it inappropriate at the child's age and understanding.
    Inappropriate {
        /// Why, in the caller's words.
        reason: FreeText,
    },
}

impl SpokenTo {
    /// The child refused, being of sufficient understanding.
    ///
    /// ```
    /// use iro_handbook::record::{Preparation, SpokenTo};
    ///
    /// let before = Preparation::new().with_child_spoken_to(SpokenTo::refused());
    /// assert_ne!(before, Preparation::new());
    /// ```
    #[must_use]
    pub const fn refused() -> Self {
        Self::Refused { of_sufficient_understanding: Some(true) }
    }

    /// The IRO found it inappropriate at the child's age and understanding, for this reason.
    ///
    /// ```
    /// use iro_handbook::record::SpokenTo;
    ///
    /// let why = SpokenTo::inappropriate("eleven months old");
    /// assert!(matches!(why, SpokenTo::Inappropriate { .. }));
    /// ```
    #[must_use]
    pub fn inappropriate(reason: impl Into<FreeText>) -> Self {
        Self::Inappropriate { reason: reason.into() }
    }
}

impl From<NaiveDate> for SpokenTo {
    fn from(day: NaiveDate) -> Self {
        Self::On(day)
    }
}

/// What was done before a review: the talk of social worker and IRO, the papers, the talk with the
/// child alone, the views of parents and carers.
///
/// What is not given is not recorded.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Preparation, Views, Whose};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let before = Preparation::new()
///     .with_discussion(day(4))
///     .with_report(day(23))
///     .with_care_plan(day(23))
///     .with_child_spoken_to(day(25))
///     .with_views(Views::obtained(Whose::Parent));
/// assert_eq!(before.report().on(), Some(day(23)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Preparation {
    discussion: Done,
    report: Done,
    care_plan: Done,
    child_spoken_to: SpokenTo,
    views: Option<Vec<Views>>,
    no_parents: Option<FreeText>,
}

impl Preparation {
    /// Nothing is recorded yet.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Preparation};
    ///
    /// assert_eq!(Preparation::new().discussion(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            discussion: Done::NotRecorded,
            report: Done::NotRecorded,
            care_plan: Done::NotRecorded,
            child_spoken_to: SpokenTo::NotRecorded,
            views: None,
            no_parents: None,
        }
    }

    /// With the day the social worker and the IRO talked about the review.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Preparation};
    ///
    /// assert_eq!(Preparation::new().with_discussion(Done::No).discussion(), Done::No);
    /// ```
    #[must_use]
    pub fn with_discussion(mut self, on: impl Into<Done>) -> Self {
        self.discussion = on.into();
        self
    }

    /// The day the social worker and the IRO talked about the review.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Preparation};
    ///
    /// assert_eq!(Preparation::new().discussion(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn discussion(&self) -> Done {
        self.discussion
    }

    /// With the day the social worker's report reached the IRO.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Preparation};
    ///
    /// assert_eq!(Preparation::new().with_report(Done::No).report(), Done::No);
    /// ```
    #[must_use]
    pub fn with_report(mut self, on: impl Into<Done>) -> Self {
        self.report = on.into();
        self
    }

    /// The day the social worker's report reached the IRO.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Preparation};
    ///
    /// assert_eq!(Preparation::new().report(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn report(&self) -> Done {
        self.report
    }

    /// With the day the care plan reached the IRO.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Preparation};
    ///
    /// assert_eq!(Preparation::new().with_care_plan(Done::No).care_plan(), Done::No);
    /// ```
    #[must_use]
    pub fn with_care_plan(mut self, on: impl Into<Done>) -> Self {
        self.care_plan = on.into();
        self
    }

    /// The day the care plan reached the IRO.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Preparation};
    ///
    /// assert_eq!(Preparation::new().care_plan(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn care_plan(&self) -> Done {
        self.care_plan
    }

    /// With the talk of the IRO and the child alone, or why there was none. A day will do.
    ///
    /// ```
    /// use iro_handbook::record::{Preparation, SpokenTo};
    ///
    /// let before = Preparation::new().with_child_spoken_to(SpokenTo::refused());
    /// assert_eq!(before.child_spoken_to(), &SpokenTo::refused());
    /// ```
    #[must_use]
    pub fn with_child_spoken_to(mut self, spoken_to: impl Into<SpokenTo>) -> Self {
        self.child_spoken_to = spoken_to.into();
        self
    }

    /// The talk of the IRO and the child alone, or why there was none.
    ///
    /// ```
    /// use iro_handbook::record::{Preparation, SpokenTo};
    ///
    /// assert_eq!(Preparation::new().child_spoken_to(), &SpokenTo::NotRecorded);
    /// ```
    #[must_use]
    pub const fn child_spoken_to(&self) -> &SpokenTo {
        &self.child_spoken_to
    }

    /// With the views of one more person. Once one is given, the list is taken to be complete.
    ///
    /// ```
    /// use iro_handbook::record::{Preparation, Views, Whose};
    ///
    /// let before = Preparation::new().with_views(Views::obtained(Whose::Parent));
    /// assert_eq!(before.views().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_views(mut self, views: Views) -> Self {
        self.views.get_or_insert_with(Vec::new).push(views);
        self
    }

    /// The views of parents, of others with parental responsibility, and of carers; none where nobody
    /// recorded whose there are.
    ///
    /// ```
    /// assert!(iro_handbook::record::Preparation::new().views().is_none());
    /// ```
    #[must_use]
    pub fn views(&self) -> Option<&[Views]> {
        self.views.as_deref()
    }

    /// With the reason why there is no parent and nobody with parental responsibility to ask.
    ///
    /// ```
    /// use iro_handbook::record::Preparation;
    ///
    /// let before = Preparation::new().with_no_parents("both have died");
    /// assert_eq!(before.no_parents().map(|why| why.as_str()), Some("both have died"));
    /// ```
    #[must_use]
    pub fn with_no_parents(mut self, reason: impl Into<FreeText>) -> Self {
        self.no_parents = Some(reason.into());
        self
    }

    /// The reason why there is no parent and nobody with parental responsibility to ask.
    ///
    /// ```
    /// assert!(iro_handbook::record::Preparation::new().no_parents().is_none());
    /// ```
    #[must_use]
    pub const fn no_parents(&self) -> Option<&FreeText> {
        self.no_parents.as_ref()
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        if let SpokenTo::Inappropriate { reason } = &self.child_spoken_to {
            reason.problems("reason for no private talk with the child", problems);
        }
        let views = self.views.iter().flatten();
        views.clone().for_each(|views| views.problems(problems));
        if let Some(reason) = &self.no_parents {
            reason.problems("reason why there are no parents", problems);
            let parents = views.filter(|views| views.whose() != Whose::Carer).count();
            if parents > 0 {
                problems.add("parents", parents, "the record also says that there are none");
            }
        }
    }
}
