//! The care plan and the plans and steps beside it.

use super::{Done, Entry, PeriodOfCare, Problems, Review};
use chrono::NaiveDate;
use core::fmt;

/// Whether something that is due before a placement could be done before it.
///
/// ```
/// use iro_handbook::record::Beforehand;
///
/// assert_eq!(Beforehand::default(), Beforehand::NotRecorded);
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Beforehand {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// It could have been done before.
    Practicable,
    /// It was not practicable, for this reason: the caller's own text.
    NotPracticable(String),
}

// Not the reason: it is about a child.
impl fmt::Debug for Beforehand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRecorded => "NotRecorded",
            Self::Practicable => "Practicable",
            Self::NotPracticable(_) => "NotPracticable(..)",
        })
    }
}

/// A plan, or an assessment, that is due before a placement or, where that is not practicable, after it.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Done, Plan};
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
/// let plan = Plan::made_on(day).not_practicable_before("placed at night");
/// assert_eq!(plan.made(), Done::On(day));
/// assert_eq!(Plan::default().made(), Done::NotRecorded);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Plan {
    made: Done,
    pub(crate) beforehand: Beforehand,
}

impl Plan {
    /// Made on a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Plan;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
    /// assert_eq!(Plan::made_on(day).made().on(), Some(day));
    /// ```
    #[must_use]
    pub const fn made_on(day: NaiveDate) -> Self {
        Self { made: Done::On(day), beforehand: Beforehand::NotRecorded }
    }

    /// Not made.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Plan};
    ///
    /// assert_eq!(Plan::not_made().made(), Done::No);
    /// ```
    #[must_use]
    pub const fn not_made() -> Self {
        Self { made: Done::No, beforehand: Beforehand::NotRecorded }
    }

    /// It could have been made before the placement.
    ///
    /// ```
    /// use iro_handbook::record::{Beforehand, Plan};
    ///
    /// let plan = Plan::not_made().practicable_before();
    /// assert_eq!(plan.beforehand(), &Beforehand::Practicable);
    /// ```
    #[must_use]
    pub fn practicable_before(mut self) -> Self {
        self.beforehand = Beforehand::Practicable;
        self
    }

    /// It was not practicable to make it before the placement, for a reason in the caller's own words.
    ///
    /// ```
    /// use iro_handbook::record::{Beforehand, Plan};
    ///
    /// let plan = Plan::not_made().not_practicable_before("placed at night");
    /// assert_ne!(plan.beforehand(), &Beforehand::NotRecorded);
    /// ```
    #[must_use]
    pub fn not_practicable_before(mut self, reason: impl Into<String>) -> Self {
        self.beforehand = Beforehand::NotPracticable(reason.into());
        self
    }

    /// Whether and when it was made.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Plan};
    ///
    /// assert_eq!(Plan::default().made(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn made(&self) -> Done {
        self.made
    }

    /// Whether it could be made before the placement.
    ///
    /// ```
    /// use iro_handbook::record::{Beforehand, Plan};
    ///
    /// assert_eq!(Plan::default().beforehand(), &Beforehand::NotRecorded);
    /// ```
    #[must_use]
    pub const fn beforehand(&self) -> &Beforehand {
        &self.beforehand
    }

    pub(super) fn problems(&self, field: &'static str, problems: &mut Problems<'_>) {
        if matches!(&self.beforehand, Beforehand::NotPracticable(why) if why.trim().is_empty()) {
            problems.add(field, "not practicable before", "it has no reason");
        }
    }
}

/// A personal education plan, or why the child needs none.
///
/// ```
/// use iro_handbook::record::{Done, EducationPlan};
///
/// assert_eq!(EducationPlan::default(), EducationPlan::Made(Done::NotRecorded));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EducationPlan {
    /// Whether and when it was made; whether the child is of an age for it is not on record.
    Made(Done),
    /// Whether and when it was made, for a child who is of an age for it.
    Needed(Done),
    /// The child is not of an age for it, or it is not needed for another reason: the caller's text.
    NotNeeded(String),
}

impl Default for EducationPlan {
    fn default() -> Self {
        Self::Made(Done::NotRecorded)
    }
}

// Not the reason: it is about a child.
impl fmt::Debug for EducationPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Made(done) => write!(f, "Made({done:?})"),
            Self::Needed(done) => write!(f, "Needed({done:?})"),
            Self::NotNeeded(_) => f.write_str("NotNeeded(..)"),
        }
    }
}

/// Who approved that the authority stopped looking after a child, and when (SI 2010/959, regulation 39).
///
/// ```
/// use iro_handbook::record::CeasingApproval;
///
/// assert_eq!(CeasingApproval::default(), CeasingApproval::NotRecorded);
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum CeasingApproval {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// Nobody approved it.
    No,
    /// Approved on a day, by someone who is not named as the nominated officer or anybody else.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    On(NaiveDate),
    /// Approved on a day by a nominated officer.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    ByNominatedOfficer(NaiveDate),
    /// Approved on a day by someone other than a nominated officer.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    ByAnother(NaiveDate),
    /// Care ended by law and not by a decision of the authority (an eighteenth birthday, an order of
    /// the court), as the caller's own text says.
    EndedByLaw(String),
}

impl CeasingApproval {
    /// The day of the approval, whoever gave it.
    pub(crate) const fn on(&self) -> Option<NaiveDate> {
        match self {
            Self::On(day) | Self::ByNominatedOfficer(day) | Self::ByAnother(day) => Some(*day),
            Self::NotRecorded | Self::No | Self::EndedByLaw(_) => None,
        }
    }
}

// Not the text: it is about a child.
impl fmt::Debug for CeasingApproval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRecorded => f.write_str("NotRecorded"),
            Self::No => f.write_str("No"),
            Self::On(day) => write!(f, "On({day})"),
            Self::ByNominatedOfficer(day) => write!(f, "ByNominatedOfficer({day})"),
            Self::ByAnother(day) => write!(f, "ByAnother({day})"),
            Self::EndedByLaw(_) => f.write_str("EndedByLaw(..)"),
        }
    }
}

/// The care plan and the plans and steps beside it. The plan of a placement is with the placement.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Done, EducationPlan, Plan, Plans};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let plans = Plans::default()
///     .with_care_plan(Plan::made_on(day(2)))
///     .with_education_plan(EducationPlan::Needed(Done::On(day(13))));
/// assert_eq!(plans.care_plan().made().on(), Some(day(2)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Plans {
    care_plan: Plan,
    pub(crate) education_plan: EducationPlan,
    pub(crate) pathway_assessment: Done,
    pathway_plan: Done,
    pub(crate) ceasing_approval: CeasingApproval,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    pub(crate) visitor_considered_at: Option<Vec<NaiveDate>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    pub(crate) visitor_refused_on: Option<NaiveDate>,
}

impl Plans {
    /// With the care plan.
    ///
    /// ```
    /// use iro_handbook::record::{Plan, Plans};
    ///
    /// assert_eq!(Plans::default().with_care_plan(Plan::not_made()).care_plan(), &Plan::not_made());
    /// ```
    #[must_use]
    pub fn with_care_plan(mut self, plan: Plan) -> Self {
        self.care_plan = plan;
        self
    }

    /// The care plan.
    ///
    /// ```
    /// use iro_handbook::record::{Plan, Plans};
    ///
    /// assert_eq!(Plans::default().care_plan(), &Plan::default());
    /// ```
    #[must_use]
    pub const fn care_plan(&self) -> &Plan {
        &self.care_plan
    }

    /// With the personal education plan.
    ///
    /// ```
    /// use iro_handbook::record::{EducationPlan, Plans};
    ///
    /// let plans = Plans::default()
    ///     .with_education_plan(EducationPlan::NotNeeded("a baby".to_owned()));
    /// assert!(!format!("{plans:?}").contains("baby"));
    /// ```
    #[must_use]
    pub fn with_education_plan(mut self, plan: EducationPlan) -> Self {
        self.education_plan = plan;
        self
    }

    /// With the day on which the assessment of needs for leaving care was complete (regulation 42).
    ///
    /// ```
    /// use iro_handbook::record::{Done, Plans};
    ///
    /// assert_ne!(Plans::default().with_pathway_assessment(Done::No), Plans::default());
    /// ```
    #[must_use]
    pub fn with_pathway_assessment(mut self, done: impl Into<Done>) -> Self {
        self.pathway_assessment = done.into();
        self
    }

    /// With the day on which the pathway plan was prepared (regulation 43). It is a fact of the record: the law has
    /// no number of days for it, so no rule judges it.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Plans};
    ///
    /// assert_eq!(Plans::default().with_pathway_plan(Done::No).pathway_plan(), Done::No);
    /// ```
    #[must_use]
    pub fn with_pathway_plan(mut self, prepared: impl Into<Done>) -> Self {
        self.pathway_plan = prepared.into();
        self
    }

    /// Whether and when the pathway plan was prepared.
    ///
    /// ```
    /// use iro_handbook::record::{Done, Plans};
    ///
    /// assert_eq!(Plans::default().pathway_plan(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn pathway_plan(&self) -> Done {
        self.pathway_plan
    }

    /// With the approval of ceasing to look after the child (regulation 39).
    ///
    /// ```
    /// use iro_handbook::record::{CeasingApproval, Plans};
    ///
    /// let plans = Plans::default().with_ceasing_approval(CeasingApproval::No);
    /// assert_ne!(plans, Plans::default());
    /// ```
    #[must_use]
    pub fn with_ceasing_approval(mut self, approval: CeasingApproval) -> Self {
        self.ceasing_approval = approval;
        self
    }

    /// With the days of every review that considered an independent visitor (Children Act 1989,
    /// section 23ZB), whether one was appointed or not. A review that is not among them did not.
    ///
    /// ```
    /// use iro_handbook::record::Plans;
    ///
    /// assert_ne!(Plans::default().with_visitor_considered_at([]), Plans::default());
    /// ```
    #[must_use]
    pub fn with_visitor_considered_at(
        mut self,
        reviews: impl IntoIterator<Item = NaiveDate>,
    ) -> Self {
        self.visitor_considered_at = Some(reviews.into_iter().collect());
        self
    }

    /// With the day on which the child, of sufficient understanding, objected to an independent visitor.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Plans;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_ne!(Plans::default().with_visitor_refused_on(day), Plans::default());
    /// ```
    #[must_use]
    pub const fn with_visitor_refused_on(mut self, day: NaiveDate) -> Self {
        self.visitor_refused_on = Some(day);
        self
    }

    pub(crate) fn problems(&self, care: &PeriodOfCare, problems: &mut Problems<'_>) {
        self.care_plan.problems("care plan", problems);
        for day in self.visitor_considered_at.iter().flatten() {
            if care.reviews().binary_search_by_key(day, Review::held_on).is_err() {
                let problem = "no review is recorded for that day";
                problems.add("independent visitor considered at", day, problem);
            }
        }
        if let EducationPlan::NotNeeded(why) = &self.education_plan {
            if why.trim().is_empty() {
                problems.add("education plan", "not needed", "it has no reason");
            }
        }
        let known = (care.entry() == Entry::Known).then(|| care.began());
        let approved = self.ceasing_approval.on().filter(|on| known.is_some_and(|k| *on < k));
        if let Some(on) = approved {
            problems.add("ceasing approval", on, "the period of care began later");
        }
        match &self.ceasing_approval {
            CeasingApproval::EndedByLaw(why) if why.trim().is_empty() => {
                problems.add("ceasing approval", "ended by law", "it has no reason");
            }
            CeasingApproval::EndedByLaw(_) if care.ended().is_none() => {
                problems.add(
                    "ceasing approval",
                    "ended by law",
                    "the period of care has not ended",
                );
            }
            _ => {}
        }
    }
}
