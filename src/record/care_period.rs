//! A period of care with everything that happened in it.

use super::agreement::{self, adoption_changes};
use super::care_record::Problems;
use super::{
    AdoptionChange, Entry, Events, Health, LegalStatuses, PeriodOfCare, Placements, Plans,
    ReasonCeased, Review, ReviewCalls, ReviewRecord, Visits,
};
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
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(from = "Unchecked", into = "Unchecked"))]
pub struct CarePeriod {
    /// The lean form, kept in step, so that the review clock reads the same slices as ever.
    care: PeriodOfCare,
    reason_ceased: Option<ReasonCeased>,
    reviews: Vec<ReviewRecord>,
    /// As given: where there are none, the lean form has those that the placements show.
    adoption: Vec<AdoptionChange>,
    review_calls: ReviewCalls,
    legal_statuses: LegalStatuses,
    placements: Placements,
    plans: Plans,
    health: Health,
    visits: Visits,
    events: Events,
}

// The day it began only: the rest is about a child.
impl core::fmt::Debug for CarePeriod {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("CarePeriod").field("began", &self.began()).finish_non_exhaustive()
    }
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
    pub fn new(began: NaiveDate) -> Self {
        Self {
            care: PeriodOfCare::new(began),
            reason_ceased: None,
            reviews: Vec::new(),
            adoption: Vec::new(),
            review_calls: ReviewCalls::default(),
            legal_statuses: LegalStatuses::default(),
            placements: Placements::default(),
            plans: Plans::default(),
            health: Health::default(),
            visits: Visits::default(),
            events: Events::default(),
        }
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
        self.in_step()
    }

    /// With why the child ceased to be looked after.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, ReasonCeased};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let care = CarePeriod::new(day(2)).with_ended(day(9)).with_reason_ceased(ReasonCeased::Adopted);
    /// assert_eq!(care.reason_ceased(), Some(ReasonCeased::Adopted));
    /// ```
    #[must_use]
    pub const fn with_reason_ceased(mut self, reason: ReasonCeased) -> Self {
        self.reason_ceased = Some(reason);
        self
    }

    /// Why the child ceased to be looked after, where it is recorded.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CarePeriod;
    ///
    /// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(CarePeriod::new(began).reason_ceased(), None);
    /// ```
    #[must_use]
    pub const fn reason_ceased(&self) -> Option<ReasonCeased> {
        self.reason_ceased
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
        self.in_step()
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
    /// Where the [`placements`](Self::with_placements) are recorded, this can be left out: the review clock
    /// follows the placements of kind [`Adoption`](super::PlacementKind::Adoption) among them. Where both are
    /// given they have to agree.
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
        let place = self.adoption.partition_point(|c| c.on() <= change.on());
        self.adoption.insert(place, change);
        self.in_step()
    }

    /// Keeps the lean form in step.
    fn in_step(mut self) -> Self {
        let changes = if self.adoption.is_empty() {
            adoption_changes(&self.placements, &self.care).collect()
        } else {
            self.adoption.clone()
        };
        self.care = self.care.with_all_adoption(changes);
        self
    }

    /// With what calls for a review besides the calendar.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, ReviewCalls};
    ///
    /// let with = CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).with_review_calls(ReviewCalls::default());
    /// assert_eq!(with.review_calls(), &ReviewCalls::default());
    /// ```
    #[must_use]
    pub fn with_review_calls(mut self, review_calls: ReviewCalls) -> Self {
        self.review_calls = review_calls;
        self
    }

    /// What calls for a review besides the calendar.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, ReviewCalls};
    ///
    /// assert_eq!(CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).review_calls(), &ReviewCalls::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn review_calls(&self) -> &ReviewCalls {
        &self.review_calls
    }

    /// With the legal statuses over time.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, LegalStatuses};
    ///
    /// let with = CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).with_legal_statuses(LegalStatuses::default());
    /// assert_eq!(with.legal_statuses(), &LegalStatuses::default());
    /// ```
    #[must_use]
    pub fn with_legal_statuses(mut self, legal_statuses: LegalStatuses) -> Self {
        self.legal_statuses = legal_statuses;
        self
    }

    /// The legal statuses over time.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, LegalStatuses};
    ///
    /// assert_eq!(CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).legal_statuses(), &LegalStatuses::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn legal_statuses(&self) -> &LegalStatuses {
        &self.legal_statuses
    }

    /// With the placements over time. A placement for adoption moves the child to its review clock.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{AdoptionChange, CarePeriod, Placement, PlacementKind, Placements};
    ///
    /// let day = |m| NaiveDate::from_ymd_opt(2026, m, 2).unwrap();
    /// let placements = Placements::default()
    ///     .with_placement(Placement::new(day(3), PlacementKind::Foster).with_ended(day(7)))
    ///     .with_placement(Placement::new(day(7), PlacementKind::Adoption));
    /// let care = CarePeriod::new(day(3)).with_placements(placements);
    /// assert_eq!(care.period_of_care().adoption(), [AdoptionChange::Placed(day(7))]);
    /// ```
    #[must_use]
    pub fn with_placements(mut self, placements: Placements) -> Self {
        self.placements = placements;
        self.in_step()
    }

    /// The placements over time.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Placements};
    ///
    /// assert_eq!(CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).placements(), &Placements::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn placements(&self) -> &Placements {
        &self.placements
    }

    /// With the plans.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Plans};
    ///
    /// let with = CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).with_plans(Plans::default());
    /// assert_eq!(with.plans(), &Plans::default());
    /// ```
    #[must_use]
    pub fn with_plans(mut self, plans: Plans) -> Self {
        self.plans = plans;
        self
    }

    /// The plans.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Plans};
    ///
    /// assert_eq!(CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).plans(), &Plans::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn plans(&self) -> &Plans {
        &self.plans
    }

    /// With the health assessments.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Health};
    ///
    /// let with = CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).with_health(Health::default());
    /// assert_eq!(with.health(), &Health::default());
    /// ```
    #[must_use]
    pub fn with_health(mut self, health: Health) -> Self {
        self.health = health;
        self
    }

    /// The health assessments.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Health};
    ///
    /// assert_eq!(CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).health(), &Health::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn health(&self) -> &Health {
        &self.health
    }

    /// With the visits.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Visits};
    ///
    /// let with = CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).with_visits(Visits::default());
    /// assert_eq!(with.visits(), &Visits::default());
    /// ```
    #[must_use]
    pub fn with_visits(mut self, visits: Visits) -> Self {
        self.visits = visits;
        self
    }

    /// The visits.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Visits};
    ///
    /// assert_eq!(CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).visits(), &Visits::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn visits(&self) -> &Visits {
        &self.visits
    }

    /// With the significant events.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Events};
    ///
    /// let with = CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).with_events(Events::default());
    /// assert_eq!(with.events(), &Events::default());
    /// ```
    #[must_use]
    pub fn with_events(mut self, events: Events) -> Self {
        self.events = events;
        self
    }

    /// The significant events.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CarePeriod, Events};
    ///
    /// assert_eq!(CarePeriod::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()).events(), &Events::default(), "nothing is known");
    /// ```
    #[must_use]
    pub const fn events(&self) -> &Events {
        &self.events
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
        if let (Some(reason), None) = (self.reason_ceased, self.ended()) {
            let problem = "the period of care has not ended";
            problems.add("reason ceased", reason.as_str(), problem);
        }
        self.reviews.iter().for_each(|review| review.problems(problems));
        self.review_calls.problems(&self.care, problems);
        self.legal_statuses.problems(&self.care, problems);
        self.placements.problems(&self.care, problems);
        self.plans.problems(&self.care, problems);
        self.health.problems(&self.care, problems);
        self.visits.problems(&self.care, problems);
        self.events.problems(self.began(), self.ended(), problems);
        agreement::of_period(self, &self.adoption, problems);
    }
}

/// What a period of care looks like outside: one list of reviews, not two.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename = "CarePeriod", transform = crate::schema::plain)
)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    #[serde(deserialize_with = "crate::record::day::read")]
    began: NaiveDate,
    #[serde(default, deserialize_with = "crate::record::day::read")]
    ended: Option<NaiveDate>,
    #[serde(default)]
    reason_ceased: Option<ReasonCeased>,
    #[serde(default)]
    entry: Entry,
    #[serde(default)]
    reviews: Vec<ReviewRecord>,
    #[serde(default)]
    adoption: Vec<AdoptionChange>,
    #[serde(default)]
    review_calls: ReviewCalls,
    #[serde(default)]
    legal_statuses: LegalStatuses,
    #[serde(default)]
    placements: Placements,
    #[serde(default)]
    plans: Plans,
    #[serde(default)]
    health: Health,
    #[serde(default)]
    visits: Visits,
    #[serde(default)]
    events: Events,
}

#[cfg(feature = "serde")]
impl From<Unchecked> for CarePeriod {
    fn from(input: Unchecked) -> Self {
        let Unchecked { began, ended, entry, mut reviews, mut adoption, .. } = input;
        reviews.sort_by_key(ReviewRecord::held_on);
        adoption.sort_by_key(|change| change.on());
        let lean = reviews.iter().map(ReviewRecord::review).collect();
        let period = Self {
            care: PeriodOfCare::new(began).with_entry(entry).with_all_reviews(lean),
            reviews,
            adoption,
            reason_ceased: input.reason_ceased,
            review_calls: input.review_calls,
            legal_statuses: input.legal_statuses,
            placements: input.placements,
            plans: input.plans,
            health: input.health,
            visits: input.visits,
            events: input.events,
        };
        match ended {
            Some(ended) => period.with_ended(ended),
            None => period.in_step(),
        }
    }
}

#[cfg(feature = "serde")]
impl From<CarePeriod> for Unchecked {
    fn from(period: CarePeriod) -> Self {
        Self {
            began: period.care.began(),
            ended: period.care.ended(),
            reason_ceased: period.reason_ceased,
            entry: period.care.entry(),
            adoption: period.adoption,
            reviews: period.reviews,
            review_calls: period.review_calls,
            legal_statuses: period.legal_statuses,
            placements: period.placements,
            plans: period.plans,
            health: period.health,
            visits: period.visits,
            events: period.events,
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
