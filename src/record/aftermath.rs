//! What was done after a review.

use super::{Done, LateReason, Problems};
use chrono::NaiveDate;

/// What the manager answered to the decisions of a review.
///
/// Handbook, chapter 3: silence is agreement.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::ManagerResponse;
///
/// let day = NaiveDate::from_ymd_opt(2026, 4, 8).unwrap();
/// assert_eq!(ManagerResponse::Agreed(day).on(), Some(day));
/// assert_eq!(ManagerResponse::Silence.on(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ManagerResponse {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// No answer came.
    Silence,
    /// The manager agreed on this day.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Agreed(NaiveDate),
    /// The manager objected on this day.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    Objected(NaiveDate),
}

impl ManagerResponse {
    /// The day of the answer, where there was one.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ManagerResponse::NotRecorded.on(), None);
    /// ```
    #[must_use]
    pub const fn on(self) -> Option<NaiveDate> {
        match self {
            Self::Agreed(day) | Self::Objected(day) => Some(day),
            Self::NotRecorded | Self::Silence => None,
        }
    }
}

/// What was done after a review: decisions and record written and sent, the manager's answer, the check
/// before the next review.
///
/// What is not given is not recorded.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Aftermath, ManagerResponse};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 4, d).unwrap();
/// let after = Aftermath::new()
///     .with_decisions_written(day(1))
///     .with_decisions_received(day(1))
///     .with_manager_response(ManagerResponse::Agreed(day(8)))
///     .with_decisions_circulated(day(9))
///     .with_record_written(day(17))
///     .with_record_distributed(day(24));
/// assert_eq!(after.record_distributed().on(), Some(day(24)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Aftermath {
    decisions_written: Done,
    decisions_received: Done,
    manager_response: ManagerResponse,
    decisions_circulated: Done,
    record_written: Done,
    record_distributed: Done,
    midway_check: Done,
    late_reason: Option<LateReason>,
}

impl Aftermath {
    /// Nothing is recorded yet.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().record_written(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            decisions_written: Done::NotRecorded,
            decisions_received: Done::NotRecorded,
            manager_response: ManagerResponse::NotRecorded,
            decisions_circulated: Done::NotRecorded,
            record_written: Done::NotRecorded,
            record_distributed: Done::NotRecorded,
            midway_check: Done::NotRecorded,
            late_reason: None,
        }
    }

    /// With the day the decisions were in writing.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().with_decisions_written(Done::No).decisions_written(), Done::No);
    /// ```
    #[must_use]
    pub fn with_decisions_written(mut self, on: impl Into<Done>) -> Self {
        self.decisions_written = on.into();
        self
    }

    /// With the day the manager received the decisions.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().with_decisions_received(Done::No).decisions_received(), Done::No);
    /// ```
    #[must_use]
    pub fn with_decisions_received(mut self, on: impl Into<Done>) -> Self {
        self.decisions_received = on.into();
        self
    }

    /// With the manager's answer.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, ManagerResponse};
    ///
    /// let after = Aftermath::new().with_manager_response(ManagerResponse::Silence);
    /// assert_eq!(after.manager_response(), ManagerResponse::Silence);
    /// ```
    #[must_use]
    pub const fn with_manager_response(mut self, response: ManagerResponse) -> Self {
        self.manager_response = response;
        self
    }

    /// With the day the decisions were sent round.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// let after = Aftermath::new().with_decisions_circulated(Done::No);
    /// assert_eq!(after.decisions_circulated(), Done::No);
    /// ```
    #[must_use]
    pub fn with_decisions_circulated(mut self, on: impl Into<Done>) -> Self {
        self.decisions_circulated = on.into();
        self
    }

    /// With the day the full record was written.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().with_record_written(Done::No).record_written(), Done::No);
    /// ```
    #[must_use]
    pub fn with_record_written(mut self, on: impl Into<Done>) -> Self {
        self.record_written = on.into();
        self
    }

    /// With the day the full record was sent out.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().with_record_distributed(Done::No).record_distributed(), Done::No);
    /// ```
    #[must_use]
    pub fn with_record_distributed(mut self, on: impl Into<Done>) -> Self {
        self.record_distributed = on.into();
        self
    }

    /// With the day of the IRO's check between this review and the next.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().with_midway_check(Done::No).midway_check(), Done::No);
    /// ```
    #[must_use]
    pub fn with_midway_check(mut self, on: impl Into<Done>) -> Self {
        self.midway_check = on.into();
        self
    }

    /// With why decisions or record were late.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, LateReason};
    ///
    /// let after = Aftermath::new().with_late_reason(LateReason::IroUnavailable);
    /// assert_eq!(after.late_reason(), Some(LateReason::IroUnavailable));
    /// ```
    #[must_use]
    pub const fn with_late_reason(mut self, reason: LateReason) -> Self {
        self.late_reason = Some(reason);
        self
    }

    /// The day the decisions were in writing.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().decisions_written(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn decisions_written(&self) -> Done {
        self.decisions_written
    }

    /// The day the manager received the decisions.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().decisions_received(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn decisions_received(&self) -> Done {
        self.decisions_received
    }

    /// The manager's answer.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, ManagerResponse};
    ///
    /// assert_eq!(Aftermath::new().manager_response(), ManagerResponse::NotRecorded);
    /// ```
    #[must_use]
    pub const fn manager_response(&self) -> ManagerResponse {
        self.manager_response
    }

    /// The day the decisions were sent round.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().decisions_circulated(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn decisions_circulated(&self) -> Done {
        self.decisions_circulated
    }

    /// The day the full record was written.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().record_written(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn record_written(&self) -> Done {
        self.record_written
    }

    /// The day the full record was sent out.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().record_distributed(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn record_distributed(&self) -> Done {
        self.record_distributed
    }

    /// The day of the IRO's check between this review and the next.
    ///
    /// ```
    /// use iro_handbook::record::{Aftermath, Done};
    ///
    /// assert_eq!(Aftermath::new().midway_check(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn midway_check(&self) -> Done {
        self.midway_check
    }

    /// Why decisions or record were late.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Aftermath::new().late_reason(), None);
    /// ```
    #[must_use]
    pub const fn late_reason(&self) -> Option<LateReason> {
        self.late_reason
    }

    pub(crate) fn problems(&self, held_on: NaiveDate, problems: &mut Problems<'_>) {
        const REVIEW: &str = "the review was held later";
        const WRITTEN: &str = "the decisions were not in writing by then";
        let written = self.decisions_written.on();
        let (response, received) = (self.manager_response.on(), self.decisions_received.on());
        for (field, day, after, problem) in [
            ("decisions written", written, Some(held_on), REVIEW),
            ("decisions received by the manager", received, Some(held_on), REVIEW),
            ("decisions received by the manager", received, written, WRITTEN),
            (
                "answer of the manager",
                response,
                received,
                "the decisions came to the manager later",
            ),
            ("decisions sent round", self.decisions_circulated.on(), Some(held_on), REVIEW),
            ("decisions sent round", self.decisions_circulated.on(), written, WRITTEN),
            ("record written", self.record_written.on(), Some(held_on), REVIEW),
            ("record sent out", self.record_distributed.on(), Some(held_on), REVIEW),
            (
                "record sent out",
                self.record_distributed.on(),
                self.record_written.on(),
                "the record was not written by then",
            ),
            ("check between reviews", self.midway_check.on(), Some(held_on), REVIEW),
        ] {
            if let (Some(day), Some(after)) = (day, after) {
                if day < after {
                    problems.add(field, day, problem);
                }
            }
        }
        for (field, day, before, problem) in [
            (
                "decisions received by the manager",
                received,
                self.decisions_written,
                "were not written",
            ),
            (
                "answer of the manager",
                response,
                self.decisions_received,
                "never came to the manager",
            ),
            (
                "decisions sent round",
                self.decisions_circulated.on(),
                self.decisions_written,
                "were not written",
            ),
        ] {
            if let (Some(day), Done::No) = (day, before) {
                problems.add(field, day, &format!("the decisions {problem}, it is said"));
            }
        }
        if let (Some(day), Done::No) = (self.record_distributed.on(), self.record_written) {
            problems.add("record sent out", day, "the record was not written, it is said");
        }
    }
}
