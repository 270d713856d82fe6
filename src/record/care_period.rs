//! A period of care with everything that happened in it.

use super::care_record::Problems;
use super::{AdoptionChange, Entry, PeriodOfCare, Review, ReviewRecord};
use chrono::NaiveDate;

/// A period of care with all that the rules may ask about it: the reviews with their process, and what
/// stands beside them.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{CarePeriod, ReviewRecord};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let care = CarePeriod::new(day(3, 2)).with_review(ReviewRecord::new(day(3, 27)));
/// assert_eq!(care.reviews().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Unchecked", into = "Unchecked"))]
pub struct CarePeriod {
    /// The lean form, kept in step, so that the review clock reads the same slices as ever.
    care: PeriodOfCare,
    reviews: Vec<ReviewRecord>,
}

impl CarePeriod {
    /// A period of care that began on a day, the child having become looked after that day, and that
    /// has not ended.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CarePeriod;
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(CarePeriod::new(began).began(), began);
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self { care: PeriodOfCare::new(began), reviews: Vec::new() }
    }

    /// With the day the child ceased to be looked after.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CarePeriod;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// assert_eq!(CarePeriod::new(day(2)).with_ended(day(9)).ended(), Some(day(9)));
    /// ```
    #[must_use]
    pub fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.care = self.care.with_ended(ended);
        self
    }

    /// With another answer to whether the entry into care is known.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Entry};
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let care = CarePeriod::new(began).with_entry(Entry::NotKnown);
    /// assert_eq!(care.period_of_care().entry(), Entry::NotKnown);
    /// ```
    #[must_use]
    pub fn with_entry(mut self, entry: Entry) -> Self {
        self.care = self.care.with_entry(entry);
        self
    }

    /// With one more review, put in its place by date. A lean [`Review`] will do.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Review};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let care = CarePeriod::new(day(2)).with_review(Review::new(day(27)));
    /// assert_eq!(care.period_of_care().reviews().len(), 1);
    /// ```
    #[must_use]
    pub fn with_review(mut self, review: impl Into<ReviewRecord>) -> Self {
        let review = review.into();
        self.care = self.care.with_review(review.review());
        let place = self.reviews.partition_point(|r| r.held_on() <= review.held_on());
        self.reviews.insert(place, review);
        self
    }

    /// With one more change to or from placement for adoption.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{AdoptionChange, CarePeriod};
    ///
    /// let day = |m| NaiveDate::from_ymd_opt(2026, m, 1).unwrap();
    /// let care = CarePeriod::new(day(1)).with_adoption(AdoptionChange::Placed(day(6)));
    /// assert_eq!(care.period_of_care().adoption().len(), 1);
    /// ```
    #[must_use]
    pub fn with_adoption(mut self, change: AdoptionChange) -> Self {
        self.care = self.care.with_adoption(change);
        self
    }

    /// The day the period began.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CarePeriod;
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(CarePeriod::new(began).began(), began);
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.care.began()
    }

    /// The day the child ceased to be looked after, where the period has ended.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CarePeriod;
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(CarePeriod::new(began).ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.care.ended()
    }

    /// The reviews with their process, by date.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CarePeriod;
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(CarePeriod::new(began).reviews().is_empty());
    /// ```
    #[must_use]
    pub fn reviews(&self) -> &[ReviewRecord] {
        &self.reviews
    }

    /// The lean form, for the review clock and the review figures.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CarePeriod;
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(CarePeriod::new(began).period_of_care().began(), began);
    /// ```
    #[must_use]
    pub const fn period_of_care(&self) -> &PeriodOfCare {
        &self.care
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        if let Err(error) = self.care.check() {
            problems.push(error);
        }
    }
}

/// What a period of care looks like outside: one list of reviews, not two.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    began: NaiveDate,
    #[serde(default)]
    ended: Option<NaiveDate>,
    #[serde(default)]
    entry: Entry,
    #[serde(default)]
    reviews: Vec<ReviewRecord>,
    #[serde(default)]
    adoption: Vec<AdoptionChange>,
}

#[cfg(feature = "serde")]
impl TryFrom<Unchecked> for CarePeriod {
    type Error = crate::Error;

    fn try_from(input: Unchecked) -> crate::Result<Self> {
        let Unchecked { began, ended, entry, reviews, adoption } = input;
        let mut period = Self::new(began).with_entry(entry);
        if let Some(ended) = ended {
            period = period.with_ended(ended);
        }
        period = reviews.into_iter().fold(period, Self::with_review);
        period = adoption.into_iter().fold(period, Self::with_adoption);
        Ok(period)
    }
}

#[cfg(feature = "serde")]
impl From<CarePeriod> for Unchecked {
    fn from(period: CarePeriod) -> Self {
        Self {
            began: period.care.began(),
            ended: period.care.ended(),
            entry: period.care.entry(),
            adoption: period.care.adoption().to_vec(),
            reviews: period.reviews,
        }
    }
}

impl From<Review> for ReviewRecord {
    fn from(review: Review) -> Self {
        let record = Self::new(review.held_on());
        match review.participation() {
            Some(participation) => record.with_participation(participation),
            None => record,
        }
    }
}
