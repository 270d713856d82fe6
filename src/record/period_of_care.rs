//! A period of care: one unbroken time of being looked after.

use super::{AdoptionChange, Review};
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;

/// Whether the day a period of care began is known to be the day the child became looked after.
///
/// A return may show a child first in the middle of things: the first day in the records is then
/// not the day the clock started, and nobody can tell from the records when the first review was due.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Entry, PeriodOfCare};
///
/// let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap());
/// assert_eq!(care.entry(), Entry::Known);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Entry {
    /// The child became looked after on the day the period began.
    #[default]
    Known,
    /// The child may have been looked after before the day the period began.
    NotKnown,
}

/// One unbroken period of being looked after, with the reviews held in it. Short breaks form none.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{PeriodOfCare, Review};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let care = PeriodOfCare::new(day(3, 2))
///     .with_review(Review::new(day(7, 1)))
///     .with_review(Review::new(day(3, 27)))
///     .with_ended(day(8, 14));
/// assert_eq!(care.reviews()[0].held_on(), day(3, 27), "kept in order of date");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(try_from = "Unchecked"))]
pub struct PeriodOfCare {
    began: NaiveDate,
    ended: Option<NaiveDate>,
    entry: Entry,
    reviews: Vec<Review>,
    adoption: Vec<AdoptionChange>,
}

impl PeriodOfCare {
    /// A period of care that began on a day, the child having become looked after that day, and that
    /// has not ended.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCare;
    ///
    /// let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap());
    /// assert_eq!(care.ended(), None);
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self { began, ended: None, entry: Entry::Known, reviews: Vec::new(), adoption: Vec::new() }
    }

    /// With the day the child ceased to be looked after.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCare;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// assert_eq!(PeriodOfCare::new(day(2)).with_ended(day(9)).ended(), Some(day(9)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// With another answer to whether the entry into care is known.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Entry, PeriodOfCare};
    ///
    /// let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap())
    ///     .with_entry(Entry::NotKnown);
    /// assert_eq!(care.entry(), Entry::NotKnown);
    /// ```
    #[must_use]
    pub const fn with_entry(mut self, entry: Entry) -> Self {
        self.entry = entry;
        self
    }

    /// With one more review, put in its place by date.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{PeriodOfCare, Review};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let care = PeriodOfCare::new(day(2)).with_review(Review::new(day(27)));
    /// assert_eq!(care.reviews().len(), 1);
    /// ```
    #[must_use]
    pub fn with_review(mut self, review: Review) -> Self {
        let place = self.reviews.partition_point(|r| r.held_on() <= review.held_on());
        self.reviews.insert(place, review);
        self
    }

    /// With one more change to or from placement for adoption, put in its place by date; changes on
    /// one day stay in the order given.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{AdoptionChange, PeriodOfCare};
    ///
    /// let day = |m| NaiveDate::from_ymd_opt(2026, m, 1).unwrap();
    /// let care = PeriodOfCare::new(day(1)).with_adoption(AdoptionChange::Placed(day(6)));
    /// assert_eq!(care.adoption(), [AdoptionChange::Placed(day(6))]);
    /// ```
    #[must_use]
    pub fn with_adoption(mut self, change: AdoptionChange) -> Self {
        let place = self.adoption.partition_point(|c| c.on() <= change.on());
        self.adoption.insert(place, change);
        self
    }

    /// With these reviews and no others, by date.
    #[cfg(feature = "serde")]
    pub(super) fn with_all_reviews(mut self, reviews: Vec<Review>) -> Self {
        self.reviews = reviews;
        self
    }

    /// With these changes and no others, by date.
    pub(super) fn with_all_adoption(mut self, adoption: Vec<AdoptionChange>) -> Self {
        self.adoption = adoption;
        self
    }

    /// The day the period began.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCare;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(PeriodOfCare::new(day).began(), day);
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day the child ceased to be looked after, where the period has ended.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCare;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(PeriodOfCare::new(day).ended().is_none());
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Whether the day it began is known to be the day the child became looked after.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Entry, PeriodOfCare};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(PeriodOfCare::new(day).entry(), Entry::Known);
    /// ```
    #[must_use]
    pub const fn entry(&self) -> Entry {
        self.entry
    }

    /// The reviews held in the period, by date.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCare;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(PeriodOfCare::new(day).reviews().is_empty());
    /// ```
    #[must_use]
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// The changes to and from placement for adoption, by date.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCare;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(PeriodOfCare::new(day).adoption().is_empty());
    /// ```
    #[must_use]
    pub fn adoption(&self) -> &[AdoptionChange] {
        &self.adoption
    }

    /// The period as borrowed slices, checked.
    ///
    /// # Errors
    /// As [`PeriodOfCareRef::new`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCare;
    ///
    /// let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap());
    /// assert_eq!(care.view()?.began(), care.began());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn view(&self) -> Result<PeriodOfCareRef<'_>> {
        PeriodOfCareRef::new(self.began, self.ended, &self.reviews)?
            .with_entry(self.entry)
            .with_adoption(&self.adoption)
    }

    /// Whether the record is free of contradictions.
    ///
    /// # Errors
    /// As [`PeriodOfCareRef::new`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{PeriodOfCare, Review};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let care = PeriodOfCare::new(day(2)).with_review(Review::new(day(1)));
    /// assert!(care.check().unwrap_err().is_contradiction());
    /// ```
    pub fn check(&self) -> Result<()> {
        self.view().map(|_| ())
    }
}

/// A period of care as borrowed slices: the lean form, for bulk work.
///
/// It is checked when it is made, so what reads it can rely on its order.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{PeriodOfCareRef, Review};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let reviews = [Review::new(day(3, 27)), Review::new(day(6, 26))];
/// let care = PeriodOfCareRef::new(day(3, 2), None, &reviews)?;
/// assert_eq!(care.reviews().len(), 2);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PeriodOfCareRef<'a> {
    began: NaiveDate,
    ended: Option<NaiveDate>,
    entry: Entry,
    reviews: &'a [Review],
    adoption: &'a [AdoptionChange],
}

impl<'a> PeriodOfCareRef<'a> {
    /// A period of care with its reviews, by date.
    ///
    /// # Errors
    /// [`Error::is_contradiction`] when it ends before it begins, or when the reviews are not in
    /// order of date, are two on one day, or are dated outside the period.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{PeriodOfCareRef, Review};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let twice = [Review::new(day(27)), Review::new(day(27))];
    /// let error = PeriodOfCareRef::new(day(2), None, &twice).unwrap_err();
    /// assert!(error.to_string().contains("2026-03-27"));
    /// ```
    #[inline]
    pub fn new(began: NaiveDate, ended: Option<NaiveDate>, reviews: &'a [Review]) -> Result<Self> {
        // In order, with both ends in the period, all are.
        let ends = [reviews.first(), reviews.last()];
        let inside = |review: &Review| {
            began <= review.held_on() && ended.is_none_or(|ended| review.held_on() <= ended)
        };
        if ended.is_none_or(|ended| began <= ended)
            && ends.into_iter().flatten().all(inside)
            && reviews.is_sorted_by(|one, next| one.held_on() < next.held_on())
        {
            Ok(Self { began, ended, entry: Entry::Known, reviews, adoption: &[] })
        } else {
            Self { began, ended, entry: Entry::Known, reviews, adoption: &[] }.as_far_as_right()
        }
    }

    /// What the reviews get wrong first, in words.
    #[cold]
    fn as_far_as_right(self) -> Result<Self> {
        self.first_contradiction().map_or(Ok(self), Err)
    }

    fn first_contradiction(&self) -> Option<Error> {
        if self.ended.is_some_and(|ended| ended < self.began) {
            return Some(self.contradiction("ended", self.ended, "it ends before it begins"));
        }
        let mut before = None;
        for review in self.reviews {
            let on = review.held_on();
            if let Err(outside) = self.check_day("review", on) {
                return Some(outside);
            }
            if before.is_some_and(|before| on <= before) {
                let problem = if before == Some(on) {
                    "another review of this child is recorded for that day"
                } else {
                    "it stands behind a later review"
                };
                return Some(self.contradiction("review", Some(on), problem));
            }
            before = Some(on);
        }
        None
    }

    /// From parts that are in order by construction.
    #[cfg(feature = "ssda903")]
    pub(crate) const fn trusted(
        began: NaiveDate,
        ended: Option<NaiveDate>,
        entry: Entry,
        reviews: &'a [Review],
        adoption: &'a [AdoptionChange],
    ) -> Self {
        Self { began, ended, entry, reviews, adoption }
    }

    /// With another answer to whether the entry into care is known.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Entry, PeriodOfCareRef};
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let care = PeriodOfCareRef::new(began, None, &[])?.with_entry(Entry::NotKnown);
    /// assert_eq!(care.entry(), Entry::NotKnown);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn with_entry(mut self, entry: Entry) -> Self {
        self.entry = entry;
        self
    }

    /// With the changes to and from placement for adoption, by date.
    ///
    /// # Errors
    /// [`Error::is_contradiction`] when they are not in order of date or are dated outside the period.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{AdoptionChange, PeriodOfCareRef};
    ///
    /// let day = |m| NaiveDate::from_ymd_opt(2026, m, 1).unwrap();
    /// let changes = [AdoptionChange::Placed(day(6))];
    /// let care = PeriodOfCareRef::new(day(1), None, &[])?.with_adoption(&changes)?;
    /// assert_eq!(care.adoption(), changes);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[inline]
    pub fn with_adoption(mut self, adoption: &'a [AdoptionChange]) -> Result<Self> {
        // Apart from the period itself, which then need not lie in memory.
        if !adoption.is_empty() {
            Self::check_changes(self.began, self.ended, adoption)?;
        }
        self.adoption = adoption;
        Ok(self)
    }

    fn check_changes(
        began: NaiveDate,
        ended: Option<NaiveDate>,
        adoption: &[AdoptionChange],
    ) -> Result<()> {
        let care = PeriodOfCareRef { began, ended, entry: Entry::Known, reviews: &[], adoption };
        let mut before = began;
        for change in adoption {
            let on = change.on();
            care.check_day("placement for adoption", on)?;
            if on < before {
                let problem = "it stands behind a later change";
                return Err(care.contradiction("placement for adoption", Some(on), problem));
            }
            before = on;
        }
        Ok(())
    }

    /// The day the period began.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCareRef;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(PeriodOfCareRef::new(day, None, &[])?.began(), day);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day the child ceased to be looked after, where the period has ended.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCareRef;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(PeriodOfCareRef::new(day, Some(day), &[])?.ended(), Some(day));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Whether the day it began is known to be the day the child became looked after.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Entry, PeriodOfCareRef};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(PeriodOfCareRef::new(day, None, &[])?.entry(), Entry::Known);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn entry(&self) -> Entry {
        self.entry
    }

    /// The reviews held in the period, by date.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCareRef;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(PeriodOfCareRef::new(day, None, &[])?.reviews().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn reviews(&self) -> &'a [Review] {
        self.reviews
    }

    /// The changes to and from placement for adoption, by date.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCareRef;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(PeriodOfCareRef::new(day, None, &[])?.adoption().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn adoption(&self) -> &'a [AdoptionChange] {
        self.adoption
    }

    /// Whether a day falls in the period, its first and last day included.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::PeriodOfCareRef;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let care = PeriodOfCareRef::new(day(2), Some(day(9)), &[])?;
    /// assert!(care.covers(day(2)) && care.covers(day(9)) && !care.covers(day(10)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.began <= day && self.ended.is_none_or(|ended| day <= ended)
    }

    fn check_day(&self, field: &'static str, day: NaiveDate) -> Result<()> {
        if self.covers(day) {
            return Ok(());
        }
        let problem = if day < self.began {
            "it is before the period began"
        } else {
            "it is after the period ended"
        };
        Err(self.contradiction(field, Some(day), problem))
    }

    fn contradiction(&self, field: &'static str, value: Option<NaiveDate>, problem: &str) -> Error {
        Kind::Contradiction {
            record: format!("period of care from {}", self.began),
            field,
            value: value.map_or_else(|| "blank".to_owned(), |day| day.to_string()),
            problem: problem.to_owned(),
        }
        .into()
    }
}

impl From<PeriodOfCareRef<'_>> for PeriodOfCare {
    fn from(care: PeriodOfCareRef<'_>) -> Self {
        Self {
            began: care.began,
            ended: care.ended,
            entry: care.entry,
            reviews: care.reviews.to_vec(),
            adoption: care.adoption.to_vec(),
        }
    }
}

/// What a period of care looks like on the way in, before it is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename = "PeriodOfCare", transform = crate::schema::plain)
)]
#[serde(deny_unknown_fields)]
pub(super) struct Unchecked {
    #[serde(deserialize_with = "crate::record::day::read")]
    began: NaiveDate,
    #[serde(default, deserialize_with = "crate::record::day::read")]
    ended: Option<NaiveDate>,
    #[serde(default)]
    entry: Entry,
    #[serde(default)]
    reviews: Vec<Review>,
    #[serde(default)]
    adoption: Vec<AdoptionChange>,
}

#[cfg(feature = "serde")]
impl Unchecked {
    /// In order, but not yet checked: a child is checked as a whole, so that the error names it.
    pub(super) fn sorted(self) -> PeriodOfCare {
        let Self { began, ended, entry, mut reviews, mut adoption } = self;
        reviews.sort_by_key(Review::held_on);
        adoption.sort_by_key(|change| change.on());
        PeriodOfCare { began, ended, entry, reviews, adoption }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<Unchecked> for PeriodOfCare {
    type Error = Error;

    fn try_from(input: Unchecked) -> Result<Self> {
        let care = input.sorted();
        care.check()?;
        Ok(care)
    }
}
