//! What children, parents and others answered when they were asked about their reviews.

use super::{FreeText, Problems};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use core::fmt;
use std::collections::BTreeSet;

/// Who was asked.
///
/// ```
/// assert_eq!(iro_handbook::record::FeedbackFrom::Child.as_str(), "children");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FeedbackFrom {
    /// Children.
    Child,
    /// Parents, and others with parental responsibility.
    Parent,
    /// Foster carers and staff of homes.
    Carer,
    /// Social workers, teachers, health staff and other professionals.
    Professional,
}

impl FeedbackFrom {
    /// All of them, in order.
    ///
    /// ```
    /// use iro_handbook::record::FeedbackFrom;
    ///
    /// assert_eq!(FeedbackFrom::ALL.len(), 4);
    /// ```
    pub const ALL: &[Self] = &[Self::Child, Self::Parent, Self::Carer, Self::Professional];

    /// In a word.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::FeedbackFrom::Carer.to_string(), "carers");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Child => "children",
            Self::Parent => "parents",
            Self::Carer => "carers",
            Self::Professional => "professionals",
        }
    }
}

impl fmt::Display for FeedbackFrom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An answer: words that everyone uses, or a point of a scale.
///
/// ```
/// use iro_handbook::record::Answer;
///
/// assert_eq!(Answer::Partly.to_string(), "partly");
/// assert_eq!(Answer::Point { point: 4, of: 5 }.to_string(), "4 of 5");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Answer {
    /// Yes.
    Yes,
    /// Partly, or sometimes.
    Partly,
    /// No.
    No,
    /// A point of a scale, which goes from 1.
    Point {
        /// The point.
        point: u8,
        /// The highest point.
        of: u8,
    },
    /// They did not know, or any other answer.
    Other,
    /// Asked, and not answered.
    None,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yes => f.pad("yes"),
            Self::Partly => f.pad("partly"),
            Self::No => f.pad("no"),
            Self::Point { point, of } => f.pad(&format!("{point} of {of}")),
            Self::Other => f.pad("another answer"),
            Self::None => f.pad("no answer"),
        }
    }
}

/// How often each answer was given, as JSON a list of `{"answer": ..., "count": ...}`.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Given {
    answer: Answer,
    count: u32,
}

/// One question of one round of feedback, with how often each answer was given.
///
/// The question is the service's own text; what one child said in words belongs into the narrative and not here.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
///
/// let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
/// let feedback = Feedback::new(asked, FeedbackFrom::Child, "Did you have your say?")
///     .with_answers(Answer::Yes, 41)
///     .with_answers(Answer::No, 7);
/// assert_eq!(feedback.answers().map(|(_, count)| count).sum::<u32>(), 48);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Feedback {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    asked_on: NaiveDate,
    from: FeedbackFrom,
    question: FreeText,
    answers: Vec<Given>,
}

// The question is the service's own text.
impl fmt::Debug for Feedback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Feedback")
            .field("asked_on", &self.asked_on)
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

impl Feedback {
    /// A question asked on a day, or in a round that ended on it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "Were you listened to?");
    /// assert_eq!(feedback.answers().count(), 0);
    /// ```
    #[must_use]
    pub fn new(asked_on: NaiveDate, from: FeedbackFrom, question: impl Into<String>) -> Self {
        let question: String = question.into();
        Self { asked_on, from, question: question.into(), answers: Vec::new() }
    }

    /// With so many of an answer.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "Were you listened to?")
    ///     .with_answers(Answer::Point { point: 5, of: 5 }, 3);
    /// assert!(feedback.check().is_ok());
    /// ```
    #[must_use]
    pub fn with_answers(mut self, answer: Answer, count: u32) -> Self {
        self.answers.push(Given { answer, count });
        self
    }

    /// The day it was asked.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "Were you listened to?");
    /// assert_eq!(feedback.asked_on(), asked);
    /// ```
    #[must_use]
    pub const fn asked_on(&self) -> NaiveDate {
        self.asked_on
    }

    /// Who was asked.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "Were you listened to?");
    /// assert_eq!(feedback.from(), FeedbackFrom::Parent);
    /// ```
    #[must_use]
    pub const fn from(&self) -> FeedbackFrom {
        self.from
    }

    /// The question.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "Were you listened to?");
    /// assert_eq!(feedback.question(), "Were you listened to?");
    /// ```
    #[must_use]
    pub fn question(&self) -> &str {
        self.question.as_str()
    }

    /// The answers with how often each was given, as they were recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "Were you listened to?");
    /// assert_eq!(feedback.answers().next(), None);
    /// ```
    pub fn answers(&self) -> impl ExactSizeIterator<Item = (Answer, u32)> {
        self.answers.iter().map(|given| (given.answer, given.count))
    }

    /// Whether the record is free of contradictions: the first of its [`problems`](Self::problems).
    ///
    /// # Errors
    /// [`Error::is_contradiction`], naming the field.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "Were you listened to?")
    ///     .with_answers(Answer::Point { point: 6, of: 5 }, 3);
    /// assert!(feedback.check().unwrap_err().is_contradiction());
    /// ```
    pub fn check(&self) -> Result<()> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Every contradiction in the record.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    /// # let asked = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap();
    /// let feedback = Feedback::new(asked, FeedbackFrom::Parent, "  ");
    /// assert_eq!(feedback.problems().len(), 1, "no question");
    /// ```
    #[must_use]
    pub fn problems(&self) -> Vec<Error> {
        let id = format!("from {} of {}", self.from, self.asked_on);
        let mut problems = Problems::new("feedback", &id);
        self.question.problems("question", &mut problems);
        let mut seen = BTreeSet::new();
        for Given { answer, .. } in &self.answers {
            if !seen.insert(*answer) {
                problems.add("answer", answer, "it is given twice");
            }
            match answer {
                Answer::Point { point, of } if *point == 0 || point > of => {
                    problems.add("answer", answer, "the point is not on the scale");
                }
                _ => {}
            }
        }
        problems.into_found()
    }
}
