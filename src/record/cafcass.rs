//! The test for a referral to Cafcass, as the IRO put it.

use super::Done;
use chrono::NaiveDate;
use core::fmt;

/// Where the authority failed significantly, if it did: the first part of the test of regulation 45(3).
///
/// ```
/// use iro_handbook::record::SignificantFailure;
///
/// assert!(SignificantFailure::InPlan.is_failure() && !SignificantFailure::NoneFound.is_failure());
/// assert_eq!(SignificantFailure::InReview.to_string(), "in reviewing the case");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SignificantFailure {
    /// There was none, or none that was significant.
    NoneFound,
    /// In the care plan.
    InPlan,
    /// In reviewing the case.
    InReview,
    /// In carrying out what a review decided.
    InImplementation,
    /// In another duty to the child.
    InOtherDuty,
}

impl SignificantFailure {
    /// Whether there was one.
    ///
    /// ```
    /// assert!(iro_handbook::record::SignificantFailure::InOtherDuty.is_failure());
    /// ```
    #[must_use]
    pub const fn is_failure(self) -> bool {
        !matches!(self, Self::NoneFound)
    }

    /// Where, in a few words.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::SignificantFailure::InPlan.as_str(), "in the care plan");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoneFound => "none",
            Self::InPlan => "in the care plan",
            Self::InReview => "in reviewing the case",
            Self::InImplementation => "in carrying out what a review decided",
            Self::InOtherDuty => "in another duty",
        }
    }
}

impl fmt::Display for SignificantFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The test for a referral to Cafcass, as the IRO put it on one day (regulation 45(3) of SI 2010/959).
///
/// It has three parts, each of which may be unrecorded, and an answer: a referral, which is an
/// [event of the dispute](super::DisputeEvent::ReferredToCafcass), or the reason for none.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{CafcassTest, Done, SignificantFailure};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 6, d).unwrap();
/// let test = CafcassTest::new(day(12))
///     .with_failure(SignificantFailure::InPlan)
///     .with_raised_with_senior_officers(Done::On(day(1)))
///     .with_put_right_in_reasonable_time(false);
/// assert_eq!(test.is_met(), Some(true));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct CafcassTest {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    failure: Option<SignificantFailure>,
    #[cfg_attr(feature = "serde", serde(default))]
    raised_with_senior_officers: Done,
    #[cfg_attr(feature = "serde", serde(default))]
    put_right_in_reasonable_time: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    referred_already: Option<bool>,
    #[cfg_attr(feature = "serde", serde(default))]
    decided_against: Done,
    #[cfg_attr(feature = "serde", serde(default))]
    reason_against: Option<String>,
}

impl CafcassTest {
    /// The test as put on a day, nothing known of its parts.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CafcassTest;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(CafcassTest::new(day).is_met(), None);
    /// ```
    #[must_use]
    pub const fn new(on: NaiveDate) -> Self {
        Self {
            on,
            failure: None,
            raised_with_senior_officers: Done::NotRecorded,
            put_right_in_reasonable_time: None,
            referred_already: None,
            decided_against: Done::NotRecorded,
            reason_against: None,
        }
    }

    /// With the first part: whether and where the authority failed significantly.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, SignificantFailure};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// let test = CafcassTest::new(day).with_failure(SignificantFailure::NoneFound);
    /// assert_eq!(test.is_met(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_failure(mut self, failure: SignificantFailure) -> Self {
        self.failure = Some(failure);
        self
    }

    /// With the second part: whether and when it was raised with officers senior enough.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, Done};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// let test = CafcassTest::new(day).with_raised_with_senior_officers(Done::No);
    /// assert_eq!(test.is_met(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_raised_with_senior_officers(mut self, raised: Done) -> Self {
        self.raised_with_senior_officers = raised;
        self
    }

    /// With the third part: whether it was put right in reasonable time, in the IRO's view. No number
    /// of days stands in the law.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CafcassTest;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(CafcassTest::new(day).with_put_right_in_reasonable_time(true).is_met(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_put_right_in_reasonable_time(mut self, put_right: bool) -> Self {
        self.put_right_in_reasonable_time = Some(put_right);
        self
    }

    /// With whether a referral made in the dispute before the test was about the same failure. It then answers
    /// this test too; a referral about another failure does not.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CafcassTest;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(CafcassTest::new(day).with_referred_already(false).referred_already(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_referred_already(mut self, referred_already: bool) -> Self {
        self.referred_already = Some(referred_already);
        self
    }

    /// With the IRO's reason for making no referral, and the day it was put on record.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, Done};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// let test = CafcassTest::new(day).with_reason_against(day, "the move was agreed that week");
    /// assert_eq!(test.decided_against(), Done::On(day));
    /// ```
    #[must_use]
    pub fn with_reason_against(mut self, on: NaiveDate, reason: impl Into<String>) -> Self {
        self.decided_against = Done::On(on);
        self.reason_against = Some(reason.into());
        self
    }

    /// With the knowledge that no reason against a referral is on record.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, Done};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(CafcassTest::new(day).with_no_reason_against().decided_against(), Done::No);
    /// ```
    #[must_use]
    pub fn with_no_reason_against(mut self) -> Self {
        self.decided_against = Done::No;
        self.reason_against = None;
        self
    }

    /// The day the IRO put the test.
    ///
    /// ```
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(iro_handbook::record::CafcassTest::new(day).on(), day);
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The first part: where the authority failed significantly.
    ///
    /// ```
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(iro_handbook::record::CafcassTest::new(day).failure(), None);
    /// ```
    #[must_use]
    pub const fn failure(&self) -> Option<SignificantFailure> {
        self.failure
    }

    /// The second part: whether and when it was raised with officers senior enough, as recorded. On a day
    /// after that of the test, it had not been raised by then: the test was not met, and has to be put
    /// again.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, Done};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 6, d).unwrap();
    /// let test = CafcassTest::new(day(12)).with_raised_with_senior_officers(Done::On(day(15)));
    /// assert_eq!(test.raised_with_senior_officers(), Done::On(day(15)));
    /// assert_eq!(test.is_met(), Some(false), "not by then");
    /// ```
    #[must_use]
    pub const fn raised_with_senior_officers(&self) -> Done {
        self.raised_with_senior_officers
    }

    /// The third part: whether it was put right in reasonable time.
    ///
    /// ```
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(iro_handbook::record::CafcassTest::new(day).put_right_in_reasonable_time(), None);
    /// ```
    #[must_use]
    pub const fn put_right_in_reasonable_time(&self) -> Option<bool> {
        self.put_right_in_reasonable_time
    }

    /// Whether a referral made in the dispute before the test was about the same failure.
    ///
    /// ```
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(iro_handbook::record::CafcassTest::new(day).referred_already(), None);
    /// ```
    #[must_use]
    pub const fn referred_already(&self) -> Option<bool> {
        self.referred_already
    }

    /// Whether and when the reason for making no referral was put on record.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, Done};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// assert_eq!(CafcassTest::new(day).decided_against(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn decided_against(&self) -> Done {
        self.decided_against
    }

    /// The reason for making no referral, in the caller's words. It is never shown by `Debug`, in
    /// errors or in findings.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CafcassTest;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// let test = CafcassTest::new(day).with_reason_against(day, "agreed");
    /// assert_eq!(test.reason_against(), Some("agreed"));
    /// ```
    #[must_use]
    pub fn reason_against(&self) -> Option<&str> {
        self.reason_against.as_deref()
    }

    /// Whether all three parts were met on the day of the test: no, as soon as one was not; otherwise
    /// unknown, as long as one is not recorded.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, SignificantFailure};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 12).unwrap();
    /// let test = CafcassTest::new(day).with_failure(SignificantFailure::InPlan);
    /// assert_eq!(test.is_met(), None);
    /// ```
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        let parts = [
            self.failure.map(SignificantFailure::is_failure),
            match self.raised_with_senior_officers.known_on(self.on) {
                Done::On(_) => Some(true),
                Done::No => Some(false),
                Done::NotRecorded => None,
            },
            self.put_right_in_reasonable_time.map(|put_right| !put_right),
        ];
        if parts.contains(&Some(false)) {
            return Some(false);
        }
        (!parts.contains(&None)).then_some(true)
    }

    /// What contradicts itself in it, as the field, the value and the problem.
    pub(super) fn problem(&self) -> Option<(&'static str, String, &'static str)> {
        match (self.decided_against.on(), &self.reason_against) {
            (Some(day), _) if day < self.on => {
                Some(("decided against", day.to_string(), "before the test was put"))
            }
            (Some(day), None) => {
                Some(("decided against", day.to_string(), "without the reason against a referral"))
            }
            (None, Some(_)) => {
                Some(("reason against", "given".to_owned(), "without the day it was put on record"))
            }
            _ => None,
        }
    }
}

// The reason is free text.
impl fmt::Debug for CafcassTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CafcassTest")
            .field("on", &self.on)
            .field("failure", &self.failure)
            .field("raised_with_senior_officers", &self.raised_with_senior_officers)
            .field("put_right_in_reasonable_time", &self.put_right_in_reasonable_time)
            .field("referred_already", &self.referred_already)
            .field("decided_against", &self.decided_against)
            .finish_non_exhaustive()
    }
}
