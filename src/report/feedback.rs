//! What children, parents and others answered, question by question.

use super::Breakdown;
use super::audits::one_year;
use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::record::{Answer, Feedback, FeedbackFrom};
use core::fmt;
use std::collections::BTreeMap;

/// The feedback of a year: for each question, who was asked and how often each answer was given.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
/// use iro_handbook::report::FeedbackFigures;
///
/// let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
/// let mut figures = FeedbackFigures::new(CollectionYear::ending(2026)?);
/// figures.add(
///     &Feedback::new(asked, FeedbackFrom::Child, "Did you have your say?")
///         .with_answers(Answer::Yes, 41),
/// )?;
/// let (from, question, answers) = figures.iter().next().unwrap();
/// assert_eq!((from, question, answers.total()), (FeedbackFrom::Child, "Did you have your say?", 41));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FeedbackFigures {
    year: CollectionYear,
    by_question: BTreeMap<(FeedbackFrom, String), Breakdown<Answer>>,
}

// The questions are the service's own text.
impl fmt::Debug for FeedbackFigures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FeedbackFigures")
            .field("year", &self.year)
            .field("questions", &self.by_question.len())
            .finish_non_exhaustive()
    }
}

impl FeedbackFigures {
    /// None yet, of a year.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::FeedbackFigures;
    ///
    /// assert_eq!(FeedbackFigures::new(CollectionYear::ending(2026)?).iter().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(year: CollectionYear) -> Self {
        Self { year, by_question: BTreeMap::new() }
    }

    /// Counts the answers to a question, if it was asked in the year. The same question to the same people,
    /// asked again, is one question.
    ///
    /// # Errors
    /// As [`Feedback::check`]; then nothing of it has been counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # use iro_handbook::report::FeedbackFigures;
    /// let mut figures = FeedbackFigures::new(CollectionYear::ending(2026)?);
    /// let before = NaiveDate::from_ymd_opt(2025, 3, 31).unwrap();
    /// figures.add(&Feedback::new(before, FeedbackFrom::Child, "Did you have your say?"))?;
    /// assert_eq!(figures.iter().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, feedback: &Feedback) -> Result<()> {
        feedback.check()?;
        if self.year.contains(feedback.asked_on()) {
            let question = (feedback.from(), feedback.question().trim().to_owned());
            let answers = self.by_question.entry(question).or_default();
            for (answer, count) in feedback.answers() {
                answers.add_many(answer, count.into());
            }
        }
        Ok(())
    }

    /// Together with others.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::FeedbackFigures;
    /// let of = |year| CollectionYear::ending(year).map(FeedbackFigures::new);
    /// assert!(of(2026)?.merge(of(2025)?).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        one_year(self.year, other.year)?;
        for (question, answers) in other.by_question {
            self.by_question.entry(question).or_default().merge(answers);
        }
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::FeedbackFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(FeedbackFigures::new(year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// Every question with who was asked and the answers, children's first.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::FeedbackFigures;
    /// assert_eq!(FeedbackFigures::new(CollectionYear::ending(2026)?).iter().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FeedbackFrom, &str, &Breakdown<Answer>)> {
        self.by_question
            .iter()
            .map(|((from, question), answers)| (*from, question.as_str(), answers))
    }
}
