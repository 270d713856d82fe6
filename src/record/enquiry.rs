//! What comes before a conference: a referral and its assessment, and enquiries under section 47.

use super::dated::Dated;
use super::{Done, Problems};
use chrono::NaiveDate;

/// Enquiries under section 47 of the Children Act 1989, known by the day of the strategy discussion at which
/// they were initiated: not the first nor the last discussion, if there were several.
///
/// Beside the CIN census: `began` is `S47ActualStartDate`; a conference that was not required is
/// `ICPCnotRequired`. The day of the conference is with the [`Conference`](super::Conference).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::Enquiry;
///
/// let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
/// assert_eq!(Enquiry::new(day).conference_required(), None, "not recorded");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Enquiry {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    began: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    conference_required: Option<bool>,
}

impl Dated for Enquiry {
    fn day(&self) -> NaiveDate {
        self.began
    }
}

impl Enquiry {
    /// Initiated at the strategy discussion of a day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::Enquiry;
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(Enquiry::new(day).began(), day);
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self { began, conference_required: None }
    }

    /// With whether a conference was their outcome.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::Enquiry;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let enquiry = Enquiry::new(day).with_conference_required(false);
    /// assert_eq!(enquiry.conference_required(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_conference_required(mut self, required: bool) -> Self {
        self.conference_required = Some(required);
        self
    }

    /// The day of the strategy discussion at which they were initiated.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::Enquiry;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(Enquiry::new(day).began(), day);
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// Whether a conference was their outcome, where that is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::Enquiry;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(Enquiry::new(day).conference_required(), None);
    /// ```
    #[must_use]
    pub const fn conference_required(&self) -> Option<bool> {
        self.conference_required
    }

    /// Both as one, where they are of one day and agree.
    pub(super) fn joined(self, other: Self) -> Option<Self> {
        let conference_required = agreed(self.conference_required, other.conference_required)?;
        (self.began == other.began).then_some(Self { conference_required, ..self })
    }
}

/// What two records of one thing say together; none where they disagree.
pub(super) fn agreed<T: PartialEq>(one: Option<T>, other: Option<T>) -> Option<Option<T>> {
    match (one, other) {
        (Some(one), Some(other)) => (one == other).then_some(Some(one)),
        (one, other) => Some(one.or(other)),
    }
}

/// The assessment that followed a referral.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::ReferralAssessment;
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let assessment = ReferralAssessment::new(day(6, 1)).with_completed(day(7, 20));
/// assert_eq!(assessment.completed().on(), Some(day(7, 20)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReferralAssessment {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    referred_on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    core: bool,
    #[cfg_attr(feature = "serde", serde(default))]
    completed: Done,
}

impl Dated for ReferralAssessment {
    fn day(&self) -> NaiveDate {
        self.referred_on
    }
}

impl ReferralAssessment {
    /// After the referral of a day. Before 15 April 2013: an initial assessment.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Done, ReferralAssessment};
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(ReferralAssessment::new(day).completed(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn new(referred_on: NaiveDate) -> Self {
        Self { referred_on, core: false, completed: Done::NotRecorded }
    }

    /// A core assessment, as there were before 15 April 2013, by the day on which it started.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ReferralAssessment;
    /// let day = NaiveDate::from_ymd_opt(2012, 6, 1).unwrap();
    /// assert!(ReferralAssessment::core(day).is_core());
    /// ```
    #[must_use]
    pub const fn core(started_on: NaiveDate) -> Self {
        Self { referred_on: started_on, core: true, completed: Done::NotRecorded }
    }

    /// With whether and when it was complete.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Done, ReferralAssessment};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(ReferralAssessment::new(day).with_completed(Done::No).completed(), Done::No);
    /// ```
    #[must_use]
    pub fn with_completed(mut self, completed: impl Into<Done>) -> Self {
        self.completed = completed.into();
        self
    }

    /// The day of the referral; of a core assessment the day on which it started.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ReferralAssessment;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(ReferralAssessment::new(day).referred_on(), day);
    /// ```
    #[must_use]
    pub const fn referred_on(&self) -> NaiveDate {
        self.referred_on
    }

    /// Whether it is a core assessment.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ReferralAssessment;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert!(!ReferralAssessment::new(day).is_core());
    /// ```
    #[must_use]
    pub const fn is_core(&self) -> bool {
        self.core
    }

    /// Whether and when it was complete.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Done, ReferralAssessment};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(ReferralAssessment::new(day).completed(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn completed(&self) -> Done {
        self.completed
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if let Some(on) = self.completed.on().filter(|on| *on < self.referred_on) {
            problems.add("assessment completed", on, "it is before the referral");
        }
    }
}
