//! The review figures of a year.

use super::timeliness::ChildOnTime;
use super::{
    ChildrenReviewed, Cohort, ParticipationCounts, ReviewQuestion, ReviewsDue, ReviewsHeld,
};
use crate::assess::{Judged, ReviewFinding};
use crate::calendar::{CollectionYear, WorkingDays};
use crate::error::{Error, Kind, Result};
use crate::record::{Child, DataQuality, PeriodOfCareRef};
use chrono::NaiveDate;

/// The review figures of a year: the children, three kinds of timeliness, participation, and what the
/// data left open.
///
/// Start from [`new`](Self::new), [`add`](Self::add) periods of care, [`merge`](Self::merge) parts: in
/// any order, the result is the same. With the `serde` feature it is the JSON document
/// `iro-handbook/review-figures/1`.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{PeriodOfCare, Review};
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let calendar = WorkingDays::england_and_wales();
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
/// let care = PeriodOfCare::new(day(2025, 9, 1)).with_review(Review::new(day(2025, 10, 20)));
///
/// let one = ReviewFigures::new(question).with(&calendar, care.view()?)?;
/// let both = ReviewFigures::new(question).with(&calendar, care.view()?)?.merge(one)?;
/// assert_eq!(both.held().all().late(), 2);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReviewFigures {
    pub(super) question: ReviewQuestion,
    pub(super) cohort: Cohort,
    pub(super) held: ReviewsHeld,
    pub(super) due: ReviewsDue,
    pub(super) children: ChildrenReviewed,
    pub(super) participation: ParticipationCounts,
    pub(super) data_quality: DataQuality,
}

impl ReviewFigures {
    /// No figures yet.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    ///
    /// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.held().all().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(question: ReviewQuestion) -> Self {
        Self {
            question,
            cohort: Cohort::default(),
            held: ReviewsHeld::default(),
            due: ReviewsDue::default(),
            children: ChildrenReviewed::default(),
            participation: ParticipationCounts::default(),
            data_quality: DataQuality::default(),
        }
    }

    /// Adds a period of care. One that was over long before the year, or that began after the day asked
    /// about, is in no figure, and nothing of it is looked at.
    ///
    /// # Errors
    /// As [`ReviewQuestion::check`] and [`ReviewClock::duties`](crate::assess::ReviewClock::duties); then nothing of the period has
    /// been counted, and the figures can be used on.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// use iro_handbook::record::PeriodOfCare;
    /// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let mut figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let began = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
    /// figures.add(&calendar, PeriodOfCare::new(began).view()?)?;
    /// assert_eq!(figures.due().not_held(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[inline]
    pub fn add(&mut self, calendar: &WorkingDays, care: PeriodOfCareRef<'_>) -> Result<()> {
        self.question.check()?;
        let ended = care.ended().filter(|ended| *ended <= self.question.as_of());
        let over = ended.is_some_and(|ended| ended <= self.question.settled());
        if over || care.began() > self.question.as_of() {
            return Ok(());
        }
        self.add_in_view(calendar, care, ended)
    }

    fn add_in_view(
        &mut self,
        calendar: &WorkingDays,
        care: PeriodOfCareRef<'_>,
        ended: Option<NaiveDate>,
    ) -> Result<()> {
        let year = self.question.year();
        let duties =
            self.question.clock(calendar).duties_unsettled_on(care, self.question.settled())?;
        // A child whose first review is not due by the end of the year is not yet looked at.
        let too_new = duties.first_review_due().is_some_and(|due| due > year.end());
        let told_from =
            self.question.history().first_day().map_or(care.began(), |day| day.max(care.began()));
        let mut child = ChildOnTime::default();
        duties.for_each(|duty| self.count(year, &duty, told_from, ended, &mut child));
        if self.cohort.count(year, care.began(), ended) && !too_new {
            self.children.count(child);
        }
        Ok(())
    }

    #[inline(always)]
    fn count(
        &mut self,
        year: CollectionYear,
        duty: &ReviewFinding,
        told_from: NaiveDate,
        ended: Option<NaiveDate>,
        child: &mut ChildOnTime,
    ) {
        let (judged, due) = (duty.judged(), duty.latest().last_day());
        let answered_on = duty.answer().map(|review| review.held_on());
        // The reviews held are counted by the duty pending when each was held, so a duty left behind
        // at a change of clock adds none.
        if let Some(review) = duty.answer().filter(|_| !duty.is_left_behind()) {
            if year.contains(review.held_on()) {
                self.held.count(duty.sequence(), judged);
                self.participation.count(review.participation());
            }
        }
        let lapsed = judged == Judged::Lapsed;
        if due < year.start() {
            // Overdue into the year; otherwise it was done with before it.
            let still =
                judged == Judged::NotMet || answered_on.is_some_and(|on| on >= year.start());
            if still {
                child.look_at(judged);
            }
            return;
        }
        let due_in_year = if duty.is_exact() {
            due <= year.end()
        } else {
            let from = duty.earliest().map_or(told_from, |bound| bound.last_day());
            from <= year.end()
                && !lapsed
                && (answered_on.is_some() || ended.is_none_or(|ended| ended > year.start()))
        };
        if !due_in_year {
            return;
        }
        if duty.is_exact() {
            self.due.count_exact(judged);
        } else {
            self.due.count_bounded();
        }
        if !lapsed {
            child.look_at(judged);
        }
    }

    /// Adds every period of care of a child.
    ///
    /// # Errors
    /// As [`Child::check`] and [`add`](Self::add); then nothing of the child has been counted.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// use iro_handbook::record::{Child, PeriodOfCare};
    /// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let mut figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let began = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
    /// let child = Child::new("C-1017").with_period_of_care(PeriodOfCare::new(began));
    /// figures.add_child(&calendar, &child)?;
    /// assert_eq!(figures.cohort().started(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add_child(&mut self, calendar: &WorkingDays, child: &Child) -> Result<()> {
        child.check()?;
        let mut with = *self;
        for period in child.periods_of_care() {
            with.add(calendar, period.view()?)?;
        }
        *self = with;
        Ok(())
    }

    /// The figures with a period of care added: [`add`](Self::add) for a fold.
    ///
    /// # Errors
    /// As [`add`](Self::add). The figures are gone then; use `add` to keep them.
    ///
    /// ```
    /// use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// use iro_handbook::record::PeriodOfCareRef;
    /// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let empty = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let periods: [PeriodOfCareRef; 0] = [];
    /// let figures = periods.into_iter().try_fold(empty, |figures, care| figures.with(&calendar, care))?;
    /// assert_eq!(figures, empty);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn with(mut self, calendar: &WorkingDays, care: PeriodOfCareRef<'_>) -> Result<Self> {
        self.add(calendar, care)?;
        Ok(self)
    }

    /// These figures and others together, in either order the same.
    ///
    /// # Errors
    /// [`Error::is_mismatch`](crate::Error::is_mismatch) when they answer different questions.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    ///
    /// let empty = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(empty.merge(empty)?, empty);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        self.zip(&other, |mine, theirs| *mine = mine.saturating_add(theirs));
        Ok(self)
    }

    /// These figures without others that are a part of them: what a child was counted as before the records
    /// changed, so that only that child has to be counted again.
    ///
    /// # Errors
    /// [`Error::is_mismatch`](crate::Error::is_mismatch) when they answer different questions, and
    /// [`Error::is_contradiction`](crate::Error::is_contradiction) when a count would go below nought,
    /// so that the others cannot be a part of these.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// use iro_handbook::record::{PeriodOfCare, Review};
    /// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
    /// let empty = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let care = PeriodOfCare::new(day(9, 1));
    /// let before = empty.with(&calendar, care.view()?)?;
    /// let everybody = before.with(&calendar, PeriodOfCare::new(day(6, 2)).view()?)?;
    ///
    /// let care = care.with_review(Review::new(day(9, 24)));
    /// let now = empty.with(&calendar, care.view()?)?;
    /// let everybody = everybody.subtract(before)?.merge(now)?;
    /// assert_eq!(everybody.held().all().on_time(), 1);
    /// assert!(everybody.subtract(now)?.subtract(now).is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn subtract(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        let mut enough = true;
        self.zip(&other, |mine, theirs| match mine.checked_sub(theirs) {
            Some(rest) => *mine = rest,
            None => enough = false,
        });
        if enough { Ok(self) } else { Err(self.not_a_part()) }
    }

    #[cold]
    fn not_a_part(&self) -> Error {
        Kind::Contradiction {
            record: format!("the figures of {}", self.question.year()),
            field: "the part to be taken out",
            value: "more than there is".to_owned(),
            problem: "a count would go below nought".to_owned(),
        }
        .into()
    }

    /// Each count with the same one of the others.
    fn zip(&mut self, other: &Self, mut with: impl FnMut(&mut u64, u64)) {
        self.cohort.zip(&other.cohort, &mut with);
        self.held.zip(&other.held, &mut with);
        self.due.zip(&other.due, &mut with);
        self.children.zip(&other.children, &mut with);
        self.participation.zip(&other.participation, &mut with);
        self.data_quality.zip(&other.data_quality, with);
    }

    /// Adds what was set aside while the records were made.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::record::DataQuality;
    /// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    ///
    /// let mut figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let mut noted = DataQuality::default();
    /// noted.duplicate_review = 14;
    /// figures.add_data_quality(&noted);
    /// assert_eq!(figures.data_quality().duplicate_review, 14);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add_data_quality(&mut self, noted: &DataQuality) {
        self.data_quality.merge(noted);
    }

    /// The question the figures answer.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(ReviewFigures::new(question).question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// Who was looked after at the start, who came, who left.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.cohort().started(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn cohort(&self) -> Cohort {
        self.cohort
    }

    /// Reviews held in the year.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.held().all().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn held(&self) -> ReviewsHeld {
        self.held
    }

    /// Review duties that fell due in the year.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.due().met(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn due(&self) -> ReviewsDue {
        self.due
    }

    /// Children whose reviews were all on time.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.children().all_on_time(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn children(&self) -> ChildrenReviewed {
        self.children
    }

    /// How children took part in the reviews held.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.participation().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn participation(&self) -> ParticipationCounts {
        self.participation
    }

    /// What was set aside or noticed while the records were made.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::{ReviewFigures, ReviewQuestion}};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.data_quality().unusable_review, 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn data_quality(&self) -> DataQuality {
        self.data_quality
    }
}
