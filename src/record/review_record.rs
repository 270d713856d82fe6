//! A review with its process: before, at and after.

use super::{
    Aftermath, Chair, Decision, LateReason, Meeting, Participation, Preparation, Problems, Review,
    Scheduling, identifiers,
};
use chrono::NaiveDate;

/// A review with what the rules may ask of its process, from the invitation to the distributed record.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Participation, ReviewRecord};
///
/// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
/// let review = ReviewRecord::new(held_on).with_participation(Participation::AttendedAndSpoke);
/// assert_eq!(review.review().held_on(), held_on);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReviewRecord {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    pub(crate) held_on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) participation: Option<Participation>,
    #[cfg_attr(feature = "serde", serde(default))]
    preparation: Preparation,
    #[cfg_attr(feature = "serde", serde(default))]
    meeting: Meeting,
    #[cfg_attr(feature = "serde", serde(default))]
    decisions: Option<Vec<Decision>>,
    #[cfg_attr(feature = "serde", serde(default))]
    aftermath: Aftermath,
    #[cfg_attr(feature = "serde", serde(default))]
    late_reason: Option<LateReason>,
    #[cfg_attr(feature = "serde", serde(default))]
    scheduling: Scheduling,
}

impl ReviewRecord {
    /// A review held on a day, nothing else of it being known.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_eq!(ReviewRecord::new(held_on).held_on(), held_on);
    /// ```
    #[must_use]
    pub fn new(held_on: NaiveDate) -> Self {
        Self {
            held_on,
            participation: None,
            preparation: Preparation::new(),
            meeting: Meeting::new(),
            decisions: None,
            aftermath: Aftermath::new(),
            late_reason: None,
            scheduling: Scheduling::default(),
        }
    }

    /// With the child's participation.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Participation, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap())
    ///     .with_participation(Participation::AbsentViewsSent);
    /// assert!(review.review().participation().is_some());
    /// ```
    #[must_use]
    pub const fn with_participation(mut self, participation: Participation) -> Self {
        self.participation = Some(participation);
        self
    }

    /// With what was done before it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Preparation, ReviewRecord};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let review = ReviewRecord::new(day(27))
    ///     .with_preparation(Preparation::new().with_discussion(day(4)));
    /// assert_eq!(review.preparation().discussion().on(), Some(day(4)));
    /// ```
    #[must_use]
    pub fn with_preparation(mut self, preparation: Preparation) -> Self {
        self.preparation = preparation;
        self
    }

    /// What was done before it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Preparation, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert_eq!(review.preparation(), &Preparation::new(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn preparation(&self) -> &Preparation {
        &self.preparation
    }

    /// With what was done at it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Chair, Meeting, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap())
    ///     .with_meeting(Meeting::new().with_chair(Chair::Iro));
    /// assert_eq!(review.meeting().chair(), &Chair::Iro);
    /// ```
    #[must_use]
    pub fn with_meeting(mut self, meeting: Meeting) -> Self {
        self.meeting = meeting;
        self
    }

    /// What was done at it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Meeting, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert_eq!(review.meeting(), &Meeting::new(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn meeting(&self) -> &Meeting {
        &self.meeting
    }

    /// With one more decision. They are numbered in the order in which they are given; once one is
    /// given, they are taken to be complete.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Decision, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap())
    ///     .with_decision(Decision::new("Dental check-up"));
    /// assert_eq!(review.decisions().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_decision(mut self, decision: Decision) -> Self {
        self.decisions.get_or_insert_with(Vec::new).push(decision);
        self
    }

    /// With no decisions: the review made none.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert_eq!(review.with_no_decisions().decisions(), Some(&[][..]));
    /// ```
    #[must_use]
    pub fn with_no_decisions(mut self) -> Self {
        self.decisions = Some(Vec::new());
        self
    }

    /// The decisions; none where nobody recorded them.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert!(review.decisions().is_none());
    /// ```
    #[must_use]
    pub fn decisions(&self) -> Option<&[Decision]> {
        self.decisions.as_deref()
    }

    /// With what was done after it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Aftermath, ReviewRecord};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let review = ReviewRecord::new(day(27))
    ///     .with_aftermath(Aftermath::new().with_decisions_written(day(31)));
    /// assert_eq!(review.aftermath().decisions_written().on(), Some(day(31)));
    /// ```
    #[must_use]
    pub const fn with_aftermath(mut self, aftermath: Aftermath) -> Self {
        self.aftermath = aftermath;
        self
    }

    /// What was done after it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Aftermath, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert_eq!(review.aftermath(), &Aftermath::new(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn aftermath(&self) -> &Aftermath {
        &self.aftermath
    }

    /// With why the review itself was late.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LateReason, ReviewRecord};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 7, 1).unwrap())
    ///     .with_late_reason(LateReason::ChildAsked);
    /// assert_eq!(review.late_reason(), Some(LateReason::ChildAsked));
    /// ```
    #[must_use]
    pub const fn with_late_reason(mut self, reason: LateReason) -> Self {
        self.late_reason = Some(reason);
        self
    }

    /// Why the review itself was late, where that is given.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 7, 1).unwrap());
    /// assert_eq!(review.late_reason(), None);
    /// ```
    #[must_use]
    pub const fn late_reason(&self) -> Option<LateReason> {
        self.late_reason
    }

    /// The day it was held: the date that the authority returns as REVIEW.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_eq!(ReviewRecord::new(held_on).held_on(), held_on);
    /// ```
    #[must_use]
    pub const fn held_on(&self) -> NaiveDate {
        self.held_on
    }

    /// The lean form.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::ReviewRecord;
    ///
    /// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// assert_eq!(ReviewRecord::new(held_on).review().held_on(), held_on);
    /// ```
    #[must_use]
    pub const fn review(&self) -> Review {
        let review = Review::new(self.held_on);
        match self.participation {
            Some(participation) => review.with_participation(participation),
            None => review,
        }
    }

    /// With the days beside the one returned: scheduled, begun, adjourned, completed.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{ReviewRecord, Scheduling};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    /// let scheduling = Scheduling::new().with_scheduled_for(day);
    /// let review = ReviewRecord::new(day).with_scheduling(scheduling.clone());
    /// assert_eq!(review.scheduling(), &scheduling);
    /// ```
    #[must_use]
    pub fn with_scheduling(mut self, scheduling: Scheduling) -> Self {
        self.scheduling = scheduling;
        self
    }

    /// The days beside the one returned.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{ReviewRecord, Scheduling};
    ///
    /// let review = ReviewRecord::new(NaiveDate::from_ymd_opt(2026, 3, 27).unwrap());
    /// assert_eq!(review.scheduling(), &Scheduling::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn scheduling(&self) -> &Scheduling {
        &self.scheduling
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        self.preparation.problems(problems);
        self.meeting.problems(problems);
        if self.meeting.chair() == &Chair::NoMeeting {
            if let Some(code) = self.participation.filter(|code| code.attended()) {
                problems.add("participation", code, "there was no meeting to attend");
            }
            let views = self.preparation.views().unwrap_or_default().iter();
            for came in views.filter(|views| views.attended() == Some(true)) {
                problems.add("attendance", came.whose(), "there was no meeting to attend");
            }
        }
        let decisions = self.decisions.as_deref().unwrap_or_default();
        for decision in decisions {
            decision.problems(self.held_on, problems);
        }
        let twice = "two decisions of a review have it";
        let ids = decisions.iter().map(Decision::id);
        identifiers::problems("identifier of a decision", ids, twice, problems);
        self.aftermath.problems(self.held_on, problems);
        self.scheduling.problems(self.held_on, problems);
    }
}
