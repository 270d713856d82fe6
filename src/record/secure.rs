//! Secure placements and the panels that review them.

use super::Problems;
use super::dated::{self, Dated};
use chrono::NaiveDate;

/// A meeting of the panel that reviews a secure placement: regulations 15 and 16 of the Children (Secure
/// Accommodation) Regulations 1991 (SI 1991/1505). It is never a review of the child's case, nor the other
/// way round.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::SecureReview;
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
/// let panel = SecureReview::new(day).with_members(3).with_independent_members(1);
/// assert_eq!(panel.members(), Some(3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct SecureReview {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    held_on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    members: Option<u32>,
    #[cfg_attr(feature = "serde", serde(default))]
    independent_members: Option<u32>,
}

impl Dated for SecureReview {
    fn day(&self) -> NaiveDate {
        self.held_on
    }
}

impl SecureReview {
    /// A panel held on a day.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::SecureReview;
    /// # let panel = SecureReview::new(day(2));
    /// assert_eq!(panel.held_on(), day(2));
    /// ```
    #[must_use]
    pub const fn new(held_on: NaiveDate) -> Self {
        Self { held_on, members: None, independent_members: None }
    }

    /// With the number of its members, the independent ones among them.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::SecureReview;
    /// # let panel = SecureReview::new(day(2));
    /// assert_eq!(panel.with_members(3).members(), Some(3));
    /// ```
    #[must_use]
    pub const fn with_members(mut self, members: u32) -> Self {
        self.members = Some(members);
        self
    }

    /// With the number of members who neither sit on the authority nor work for it.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::SecureReview;
    /// # let panel = SecureReview::new(day(2));
    /// assert_eq!(panel.with_independent_members(1).independent_members(), Some(1));
    /// ```
    #[must_use]
    pub const fn with_independent_members(mut self, independent: u32) -> Self {
        self.independent_members = Some(independent);
        self
    }

    /// The day it was held.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::SecureReview;
    /// # let panel = SecureReview::new(day(2));
    /// assert_eq!(panel.held_on(), day(2));
    /// ```
    #[must_use]
    pub const fn held_on(&self) -> NaiveDate {
        self.held_on
    }

    /// The number of its members, where that is recorded.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::SecureReview;
    /// # let panel = SecureReview::new(day(2));
    /// assert_eq!(panel.members(), None);
    /// ```
    #[must_use]
    pub const fn members(&self) -> Option<u32> {
        self.members
    }

    /// The number of its independent members, where that is recorded.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::SecureReview;
    /// # let panel = SecureReview::new(day(2));
    /// assert_eq!(panel.independent_members(), None);
    /// ```
    #[must_use]
    pub const fn independent_members(&self) -> Option<u32> {
        self.independent_members
    }
}

/// A secure placement with its panels.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{SecurePlacement, SecureReview};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let placement = SecurePlacement::new(day(3, 2))
///     .with_reviews([SecureReview::new(day(3, 30)).with_members(3).with_independent_members(1)]);
/// assert_eq!(placement.reviews().unwrap().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct SecurePlacement {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    began: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "dated::in_order"))]
    reviews: Option<Vec<SecureReview>>,
}

impl Dated for SecurePlacement {
    fn day(&self) -> NaiveDate {
        self.began
    }
}

impl SecurePlacement {
    /// A placement that began on a day and has not ended.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{SecurePlacement, SecureReview};
    /// # let placement = SecurePlacement::new(day(2));
    /// assert_eq!(placement.began(), day(2));
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self { began, ended: None, reviews: None }
    }

    /// With the day it ended.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{SecurePlacement, SecureReview};
    /// # let placement = SecurePlacement::new(day(2));
    /// assert_eq!(placement.with_ended(day(9)).ended(), Some(day(9)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// With its panels, all of them.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{SecurePlacement, SecureReview};
    /// # let placement = SecurePlacement::new(day(2));
    /// let with = placement.with_reviews([SecureReview::new(day(9))]);
    /// assert_eq!(with.reviews().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_reviews(mut self, reviews: impl IntoIterator<Item = SecureReview>) -> Self {
        self.reviews = dated::complete(reviews);
        self
    }

    /// The day it began.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{SecurePlacement, SecureReview};
    /// # let placement = SecurePlacement::new(day(2));
    /// assert_eq!(placement.began(), day(2));
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day it ended, where it has.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{SecurePlacement, SecureReview};
    /// # let placement = SecurePlacement::new(day(2));
    /// assert_eq!(placement.ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Its panels by date; none where nobody recorded them.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{SecurePlacement, SecureReview};
    /// # let placement = SecurePlacement::new(day(2));
    /// assert_eq!(placement.reviews(), None);
    /// ```
    #[must_use]
    pub fn reviews(&self) -> Option<&[SecureReview]> {
        self.reviews.as_deref()
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if let Some(ended) = self.ended.filter(|ended| *ended < self.began) {
            problems.add("secure placement ended", ended, "it ended before it began");
        }
        let mut before = None;
        for review in self.reviews().unwrap_or_default() {
            let on = review.held_on;
            if on < self.began || self.ended.is_some_and(|ended| on > ended) {
                problems.add("secure review", on, "it is outside the secure placement");
            }
            if before.replace(on) == Some(on) {
                problems.add("secure review", on, "another is recorded for that day");
            }
            if let (Some(members), Some(independent)) = (review.members, review.independent_members)
            {
                if independent > members {
                    let problem = "the panel had fewer members";
                    problems.add("independent members of a secure review", independent, problem);
                }
            }
        }
    }
}
