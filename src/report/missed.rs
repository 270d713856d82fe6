//! Children whose reviews were missed, and those of whom more than one was.

use super::ReviewQuestion;
use super::timeliness::{more, one_more};
use crate::assess::Outcome;
use crate::calendar::WorkingDays;
use crate::error::Result;
use crate::record::PeriodOfCareRef;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A review that was not held in time.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// # use iro_handbook::record::PeriodOfCare;
/// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
/// let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
/// let mut children = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// children.add(&WorkingDays::england_and_wales(), "C-1017", [care.view()?])?;
/// let (_, missed) = children.iter().next().unwrap();
/// assert_eq!((missed[0].due().to_string().as_str(), missed[0].held_on()), ("2025-09-29", None));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MissedReview {
    due: NaiveDate,
    held_on: Option<NaiveDate>,
}

impl MissedReview {
    /// The last day for it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::PeriodOfCare;
    /// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    /// # let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
    /// # let mut children = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # children.add(&WorkingDays::england_and_wales(), "C-1017", [care.view()?])?;
    /// let year = children.question().year();
    /// assert!(children.iter().all(|(_, missed)| missed.iter().all(|m| year.contains(m.due()))));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    /// The day on which it was held after all; none where it was not by the day asked about.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::PeriodOfCare;
    /// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    /// # let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
    /// # let mut children = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # children.add(&WorkingDays::england_and_wales(), "C-1017", [care.view()?])?;
    /// assert!(children.iter().all(|(_, missed)| missed[0].held_on().is_none()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn held_on(&self) -> Option<NaiveDate> {
        self.held_on
    }
}

/// What the reviews of one child that were due in the year came to.
#[derive(Default)]
struct OfChild {
    missed: Vec<MissedReview>,
    any: bool,
    any_doubt: bool,
}

/// The reviews of one child whose last day lay in the year. One review that came too late for two duties, after
/// a change of clock, was missed once.
fn look_at<'a>(
    question: &ReviewQuestion,
    calendar: &WorkingDays,
    periods: impl IntoIterator<Item = PeriodOfCareRef<'a>>,
) -> Result<OfChild> {
    question.check()?;
    let mut child = OfChild::default();
    for care in periods.into_iter().filter(|care| care.began() <= question.as_of()) {
        let mut last: Option<Option<NaiveDate>> = None;
        for finding in question.clock(calendar).duties(care)? {
            let due = finding.latest().last_day();
            if !question.year().contains(due) {
                continue;
            }
            let held_on = finding.answer().map(|review| review.held_on());
            match finding.outcome() {
                Outcome::MetLate | Outcome::NotMet => {
                    child.any = true;
                    if last != Some(held_on) {
                        child.missed.push(MissedReview { due, held_on });
                    }
                    last = Some(held_on);
                }
                Outcome::CannotTell(_) => child.any_doubt = true,
                Outcome::Met => child.any = true,
                Outcome::NotYetDue | Outcome::Lapsed | Outcome::NotApplicable(_) => {}
            }
        }
    }
    Ok(child)
}

/// Children by the number of their reviews of the year that were missed: due in the year, and held late or not
/// by the day asked about.
///
/// A child is here when a review was due in the year by a day that is known well enough to tell, or may have
/// been missed. A review due in one year and held in the next counts in the year in which it was due.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{PeriodOfCare, Review};
/// use iro_handbook::report::{MissedReviews, ReviewQuestion};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
/// let care = PeriodOfCare::new(day(4, 7)).with_review(Review::new(day(6, 2)));
/// let mut figures = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// figures.add(&WorkingDays::england_and_wales(), [care.view()?])?;
/// // The first was late, and the second was not held.
/// assert_eq!((figures.once(), figures.twice()), (0, 1));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissedReviews {
    question: ReviewQuestion,
    never: u64,
    once: u64,
    twice: u64,
    more_often: u64,
    undetermined: u64,
}

impl MissedReviews {
    /// No children yet.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::{MissedReviews, ReviewQuestion};
    ///
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(MissedReviews::new(question).total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(question: ReviewQuestion) -> Self {
        Self { question, never: 0, once: 0, twice: 0, more_often: 0, undetermined: 0 }
    }

    /// Counts one child, with every period of care.
    ///
    /// # Errors
    /// As [`ReviewFigures::add`](super::ReviewFigures::add); then the child has not been counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::PeriodOfCare;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
    /// let mut figures = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// figures.add(&WorkingDays::england_and_wales(), [care.view()?])?;
    /// assert_eq!(figures.once(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add<'a>(
        &mut self,
        calendar: &WorkingDays,
        periods: impl IntoIterator<Item = PeriodOfCareRef<'a>>,
    ) -> Result<()> {
        let child = look_at(&self.question, calendar, periods)?;
        one_more(match child.missed.len() {
            0 if child.any_doubt => &mut self.undetermined,
            0 if child.any => &mut self.never,
            0 => return Ok(()),
            1 => &mut self.once,
            2 => &mut self.twice,
            _ => &mut self.more_often,
        });
        Ok(())
    }

    /// Together with other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they answer different questions.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// let none = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.merge(none)?, none);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        more(&mut self.never, other.never);
        more(&mut self.once, other.once);
        more(&mut self.twice, other.twice);
        more(&mut self.more_often, other.more_often);
        more(&mut self.undetermined, other.undetermined);
        Ok(self)
    }

    /// The question they answer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(MissedReviews::new(question).question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// Children of whom no review was missed.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// # let none = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.never(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn never(&self) -> u64 {
        self.never
    }

    /// Children of whom one was.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// # let none = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.once(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn once(&self) -> u64 {
        self.once
    }

    /// Children of whom two were.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// # let none = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.twice(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn twice(&self) -> u64 {
        self.twice
    }

    /// Children of whom three or more were.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// # let none = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.more_often(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn more_often(&self) -> u64 {
        self.more_often
    }

    /// Children of whom none is known to have been missed, and one may have been.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// # let none = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.undetermined(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn undetermined(&self) -> u64 {
        self.undetermined
    }

    /// All of them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{MissedReviews, ReviewQuestion};
    /// # let none = MissedReviews::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.never
            .saturating_add(self.once)
            .saturating_add(self.twice)
            .saturating_add(self.more_often)
            .saturating_add(self.undetermined)
    }
}

/// The children behind [`MissedReviews`], by the caller's own identifiers, for a caller who may see them.
///
/// It goes into no report and into no public version.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{PeriodOfCare, Review};
/// use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
/// let calendar = WorkingDays::england_and_wales();
/// let care = PeriodOfCare::new(day(4, 7)).with_review(Review::new(day(6, 2)));
/// let mut children = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// children.add(&calendar, "C-1017", [care.view()?])?;
/// let twice: Vec<_> = children.more_than_once().map(|(id, missed)| (id, missed.len())).collect();
/// assert_eq!(twice, [("C-1017", 2)]);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildrenMissed {
    question: ReviewQuestion,
    by_child: BTreeMap<String, Vec<MissedReview>>,
}

impl ChildrenMissed {
    /// No children yet.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    ///
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(ChildrenMissed::new(question).iter().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(question: ReviewQuestion) -> Self {
        Self { question, by_child: BTreeMap::new() }
    }

    /// Looks at one child, with every period of care. Only one with a missed review is kept.
    ///
    /// # Errors
    /// As [`MissedReviews::add`].
    ///
    /// ```
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    /// let mut children = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// children.add(&WorkingDays::england_and_wales(), "C-1017", [])?;
    /// assert_eq!(children.iter().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add<'a>(
        &mut self,
        calendar: &WorkingDays,
        id: &str,
        periods: impl IntoIterator<Item = PeriodOfCareRef<'a>>,
    ) -> Result<()> {
        let child = look_at(&self.question, calendar, periods)?;
        self.keep(id.to_owned(), child.missed);
        Ok(())
    }

    fn keep(&mut self, id: String, missed: Vec<MissedReview>) {
        if !missed.is_empty() {
            let all = self.by_child.entry(id).or_default();
            all.extend(missed);
            all.sort_unstable();
        }
    }

    /// Together with other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they answer different questions.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    /// let none = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(none.clone().merge(none.clone())?, none);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        other.by_child.into_iter().for_each(|(id, missed)| self.keep(id, missed));
        Ok(self)
    }

    /// The question they answer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(ChildrenMissed::new(question).question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// Every child with a missed review, in the order of the identifiers; the reviews by the day they were due.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    /// # let children = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert!(children.iter().all(|(_, missed)| !missed.is_empty()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &[MissedReview])> {
        self.by_child.iter().map(|(id, missed)| (id.as_str(), missed.as_slice()))
    }

    /// Those of whom more than one was missed.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ChildrenMissed, ReviewQuestion};
    /// # let children = ChildrenMissed::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(children.more_than_once().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn more_than_once(&self) -> impl Iterator<Item = (&str, &[MissedReview])> {
        self.iter().filter(|(_, missed)| missed.len() > 1)
    }
}
