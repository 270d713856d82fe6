//! Reviews held of which it cannot be told whether they were in time, and why not.

use super::{Breakdown, ReviewQuestion};
use crate::calendar::WorkingDays;
use crate::error::Result;
use crate::record::PeriodOfCareRef;

/// The reviews held in the year of which it cannot be told whether they were in time, by what is missing.
///
/// They are those that [`ReviewFigures`](super::ReviewFigures) counts as undetermined.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::History;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{PeriodOfCare, Review};
/// use iro_handbook::report::{ReviewQuestion, UntoldReviews};
///
/// let calendar = WorkingDays::england_and_wales();
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let year = CollectionYear::ending(2026)?;
/// let question = ReviewQuestion::new(year).with_history(History::CompleteFrom(year.start()));
/// let care = PeriodOfCare::new(day(2024, 9, 2)).with_review(Review::new(day(2025, 7, 14)));
/// let mut untold = UntoldReviews::new(question);
/// untold.add(&calendar, care.view()?)?;
/// let (why, reviews) = untold.by_missing().iter().next().unwrap();
/// assert_eq!((why.as_str(), reviews), ("the reviews before 1 April 2025", 1));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UntoldReviews {
    question: ReviewQuestion,
    by_missing: Breakdown<String>,
}

impl UntoldReviews {
    /// None yet.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ReviewQuestion, UntoldReviews};
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(UntoldReviews::new(question).by_missing().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(question: ReviewQuestion) -> Self {
        Self { question, by_missing: Breakdown::new() }
    }

    /// Adds a period of care.
    ///
    /// # Errors
    /// As [`ReviewFigures::add`](super::ReviewFigures::add).
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::PeriodOfCare;
    /// # use iro_handbook::report::{ReviewQuestion, UntoldReviews};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let mut untold = UntoldReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
    /// assert!(untold.add(&calendar, care.view()?).is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, calendar: &WorkingDays, care: PeriodOfCareRef<'_>) -> Result<()> {
        self.question.check()?;
        let year = self.question.year();
        let clock = self.question.clock(calendar);
        // As ReviewFigures counts: by the duty that was pending when the review was held.
        for finding in clock.duties(care)?.filter(|finding| !finding.is_left_behind()) {
            let of_year = finding.answer().is_some_and(|review| year.contains(review.held_on()));
            if let (Some(missing), true) = (finding.outcome().missing(), of_year) {
                self.by_missing.add(missing.to_string());
            }
        }
        Ok(())
    }

    /// Both together.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they answer different questions.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ReviewQuestion, UntoldReviews};
    /// let of = |year| Ok::<_, iro_handbook::Error>(ReviewQuestion::new(CollectionYear::ending(year)?));
    /// assert!(UntoldReviews::new(of(2026)?).merge(UntoldReviews::new(of(2025)?)).is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        self.by_missing.merge(other.by_missing);
        Ok(self)
    }

    /// What they answer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ReviewQuestion, UntoldReviews};
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(UntoldReviews::new(question).question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// By what is missing.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ReviewQuestion, UntoldReviews};
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(UntoldReviews::new(question).by_missing().iter().len(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_missing(&self) -> &Breakdown<String> {
        &self.by_missing
    }
}
