//! A quality audit of a review.

use super::Problems;
use crate::error::{Error, Result};
use chrono::NaiveDate;
use core::fmt;

/// What of a review an audit looked at: the three of paragraph 7.11 of the IRO Handbook (statutory guidance), or
/// the review as a whole.
///
/// ```
/// assert_eq!(iro_handbook::record::AuditArea::Recording.as_str(), "recording");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum AuditArea {
    /// How the review was organised.
    Organisation,
    /// How it was conducted.
    Conduct,
    /// How it was recorded.
    Recording,
    /// The review as a whole.
    Overall,
}

impl AuditArea {
    /// All of them, in order.
    ///
    /// ```
    /// use iro_handbook::record::AuditArea;
    ///
    /// assert_eq!(AuditArea::ALL[0], AuditArea::Organisation);
    /// ```
    pub const ALL: &[Self] = &[Self::Organisation, Self::Conduct, Self::Recording, Self::Overall];

    /// The name used in JSON.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::AuditArea::Conduct.as_str(), "conduct");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Conduct => "conduct",
            Self::Recording => "recording",
            Self::Overall => "overall",
        }
    }
}

impl fmt::Display for AuditArea {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What an audit found. Grades have no legal meaning: authorities use the words of inspections, or codes of
/// their own.
///
/// ```
/// use iro_handbook::record::AuditGrade;
///
/// assert_eq!(AuditGrade::RequiresImprovement.to_string(), "requires improvement");
/// assert_eq!(AuditGrade::Local("B2".to_owned()).to_string(), "B2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum AuditGrade {
    /// Outstanding.
    Outstanding,
    /// Good.
    Good,
    /// Requires improvement.
    RequiresImprovement,
    /// Inadequate.
    Inadequate,
    /// A code of the authority's own: a few letters or digits, never a text. Reports print it.
    Local(String),
    /// The audit gave no grade.
    NotGraded,
}

impl fmt::Display for AuditGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Outstanding => "outstanding",
            Self::Good => "good",
            Self::RequiresImprovement => "requires improvement",
            Self::Inadequate => "inadequate",
            Self::Local(code) => code,
            Self::NotGraded => "not graded",
        })
    }
}

/// A quality audit of one area of one review.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Audit, AuditArea, AuditGrade};
///
/// let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
/// let audit = Audit::new("A-12", on, AuditArea::Recording, AuditGrade::Good);
/// assert!(audit.check().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Audit {
    id: String,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    on: NaiveDate,
    area: AuditArea,
    grade: AuditGrade,
}

impl Audit {
    /// An audit by the caller's own identifier, made on a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    ///
    /// let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// let audit = Audit::new("A-12", on, AuditArea::Conduct, AuditGrade::NotGraded);
    /// assert_eq!(audit.id(), "A-12");
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, on: NaiveDate, area: AuditArea, grade: AuditGrade) -> Self {
        Self { id: id.into(), on, area, grade }
    }

    /// The caller's own identifier.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    /// # let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// let audit = Audit::new("A-12", on, AuditArea::Conduct, AuditGrade::Good);
    /// assert_eq!(audit.id(), "A-12");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The day it was made.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    /// # let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// let audit = Audit::new("A-12", on, AuditArea::Conduct, AuditGrade::Good);
    /// assert_eq!(audit.on(), on);
    /// ```
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What it looked at.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    /// # let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// let audit = Audit::new("A-12", on, AuditArea::Conduct, AuditGrade::Good);
    /// assert_eq!(audit.area(), AuditArea::Conduct);
    /// ```
    #[must_use]
    pub const fn area(&self) -> AuditArea {
        self.area
    }

    /// What it found.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    /// # let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// let audit = Audit::new("A-12", on, AuditArea::Conduct, AuditGrade::Good);
    /// assert_eq!(audit.grade(), &AuditGrade::Good);
    /// ```
    #[must_use]
    pub const fn grade(&self) -> &AuditGrade {
        &self.grade
    }

    /// Whether the record is free of contradictions: the first of its [`problems`](Self::problems).
    ///
    /// # Errors
    /// [`Error::is_contradiction`], naming the audit and the field.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    /// # let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// let blank = Audit::new("A-12", on, AuditArea::Conduct, AuditGrade::Local(" ".to_owned()));
    /// assert!(blank.check().unwrap_err().is_contradiction());
    /// ```
    pub fn check(&self) -> Result<()> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Every contradiction in the record.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    /// # let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// assert!(Audit::new("A-12", on, AuditArea::Conduct, AuditGrade::Good).problems().is_empty());
    /// ```
    #[must_use]
    pub fn problems(&self) -> Vec<Error> {
        const LONGEST_CODE: usize = 12;
        let mut problems = Problems::new("audit", &self.id);
        problems.identifier("identifier of the audit", &self.id);
        if let AuditGrade::Local(code) = &self.grade {
            let letters = code.chars().count();
            if code.trim().is_empty() {
                problems.add("grade", "empty", "a code of the authority's own was announced");
            } else if letters > LONGEST_CODE {
                let value = format!("{letters} letters");
                problems.add(
                    "grade",
                    value,
                    "a code has no more than 12, and this reads like a text",
                );
            }
        }
        problems.into_found()
    }
}
