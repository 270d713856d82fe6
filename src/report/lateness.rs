//! Why the late reviews of a year were late.

use super::timeliness::{more, one_more};
use super::{Breakdown, ReviewQuestion};
use crate::assess::Outcome;
use crate::calendar::WorkingDays;
use crate::error::Result;
use crate::record::{CareRecord, LateReason};

/// The late reviews of a year by their reason: paragraph 7.11 of the IRO Handbook (statutory guidance) asks for
/// both.
///
/// Reviews are late here exactly where [`ReviewFigures`](super::ReviewFigures) count them as held late. A
/// service that has only counts by reason gives those; what is then left of the late reviews has no recorded
/// reason. An annual report is not made where there are more reasons than late reviews.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{CarePeriod, CareRecord, LateReason, ReviewRecord};
/// use iro_handbook::report::{LatenessFigures, ReviewQuestion};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
/// let late = ReviewRecord::new(day(10, 20)).with_late_reason(LateReason::IroUnavailable);
/// let record =
///     CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(9, 1)).with_review(late));
/// let mut figures = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// figures.add(&WorkingDays::england_and_wales(), &record)?;
/// assert_eq!((figures.late(), figures.of(LateReason::IroUnavailable)), (1, 1));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatenessFigures {
    question: ReviewQuestion,
    late: u64,
    by_reason: Breakdown<LateReason>,
}

impl LatenessFigures {
    /// None yet.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    ///
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(LatenessFigures::new(question).late(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(question: ReviewQuestion) -> Self {
        Self { question, late: 0, by_reason: Breakdown::new() }
    }

    /// With late reviews of which only the number with this reason is known.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::record::LateReason;
    /// use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    ///
    /// let figures = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?))
    ///     .with_reason(LateReason::Workload, 14);
    /// assert_eq!(figures.of(LateReason::Workload), 14);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_reason(mut self, reason: LateReason, count: u64) -> Self {
        more(&mut self.late, count);
        self.by_reason.add_many(reason, count);
        self
    }

    /// Counts the late reviews of one child.
    ///
    /// # Errors
    /// As [`ReviewFigures::add`](super::ReviewFigures::add) and [`CareRecord::check`]; then nothing of the child
    /// has been counted.
    ///
    /// ```
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::CareRecord;
    /// # use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    /// let mut figures = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// figures.add(&WorkingDays::england_and_wales(), &CareRecord::new("C-1017"))?;
    /// assert_eq!(figures.late(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, calendar: &WorkingDays, record: &CareRecord) -> Result<()> {
        self.question.check()?;
        record.check()?;
        let mut of_child = Self::new(self.question);
        for period in record.periods_of_care() {
            of_child.add_period(calendar, period)?;
        }
        *self = core::mem::replace(self, Self::new(self.question)).merge(of_child)?;
        Ok(())
    }

    fn add_period(
        &mut self,
        calendar: &WorkingDays,
        period: &crate::record::CarePeriod,
    ) -> Result<()> {
        let (as_of, year) = (self.question.as_of(), self.question.year());
        let care = period.period_of_care().view()?;
        if care.began() > as_of {
            return Ok(());
        }
        for finding in self.question.clock(calendar).duties(care)? {
            // As ReviewFigures counts: by the duty that was pending when the review was held.
            let answer = finding.answer().filter(|_| !finding.is_left_behind());
            let Some(held_on) = answer.map(|review| review.held_on()) else { continue };
            if finding.outcome() != Outcome::MetLate || !year.contains(held_on) {
                continue;
            }
            one_more(&mut self.late);
            let same_day = period.reviews().iter().filter(|review| review.held_on() == held_on);
            if let Some(reason) = same_day.filter_map(|review| review.late_reason()).min() {
                self.by_reason.add(reason);
            }
        }
        Ok(())
    }

    /// Together with those of other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they answer different questions.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    /// # let figures = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.clone().merge(figures.clone())?, figures);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        more(&mut self.late, other.late);
        self.by_reason.merge(other.by_reason);
        Ok(self)
    }

    /// The question they answer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(LatenessFigures::new(question).question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// The late reviews that were counted, with a recorded reason or without.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    /// # let figures = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.late(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn late(&self) -> u64 {
        self.late
    }

    /// Those with this reason.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::record::LateReason;
    /// # use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    /// # let figures = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.of(LateReason::ChildAsked), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of(&self, reason: LateReason) -> u64 {
        self.by_reason.of(&reason)
    }

    /// Those with a recorded reason, by it.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{LatenessFigures, ReviewQuestion};
    /// # let figures = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.by_reason().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_reason(&self) -> &Breakdown<LateReason> {
        &self.by_reason
    }
}
