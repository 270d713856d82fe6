//! Everything the report counts from the records of children, in one aggregate.

use super::{AnnualReport, AnnualReportBuilder};
use crate::assess::Assessor;
use crate::error::Result;
use crate::record::CareRecord;
use crate::report::timeliness::{more, one_more};
use crate::report::{
    AttendanceFigures, ChildrenFigures, DisputeFigures, DutyFigures, IroChanges, LatenessFigures,
    MissedReviews, ReviewFigures, ReviewQuestion, SiblingFigures, UntoldReviews,
};

/// Everything the report counts from the records of children: reviews, children, duties, reasons for
/// lateness, who came, disputes, brothers and sisters, changes of IRO.
///
/// A service folds its records once, in any order and on any number of threads: parts
/// [`merge`](Self::merge) to the same figures.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::Assessor;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{CarePeriod, CareRecord, ReviewRecord};
/// use iro_handbook::report::ReviewQuestion;
/// use iro_handbook::report::annual::AnnualFigures;
///
/// let calendar = WorkingDays::england_and_wales();
/// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
/// let assessor = Assessor::new(&calendar, question.as_of());
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
///
/// let care = CarePeriod::new(day(2025, 9, 1)).with_review(ReviewRecord::new(day(2025, 9, 22)));
/// let mut figures = AnnualFigures::new(question);
/// figures.add(&assessor, &CareRecord::new("C-1").with_period_of_care(care))?;
/// let report = figures.into_builder("Sampleshire").build()?;
/// assert_eq!(report.figure("reviews.held.on_time").unwrap().to_string(), "1");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualFigures {
    reviews: ReviewFigures,
    children: ChildrenFigures,
    duties: DutyFigures,
    lateness: LatenessFigures,
    missed: MissedReviews,
    untold: UntoldReviews,
    attendance: AttendanceFigures,
    disputes: DisputeFigures,
    disputes_recorded: u64,
    disputes_not_recorded: u64,
    siblings: SiblingFigures,
    iro_changes: IroChanges,
    left_out: u64,
}

impl AnnualFigures {
    /// No records yet.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::ReviewQuestion;
    /// use iro_handbook::report::annual::AnnualFigures;
    ///
    /// let figures = AnnualFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// assert_eq!(figures.question().year().ending_year(), 2026);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(question: ReviewQuestion) -> Self {
        let (year, as_of) = (question.year(), question.as_of());
        Self {
            reviews: ReviewFigures::new(question),
            children: ChildrenFigures::new(question),
            duties: DutyFigures::new(year, as_of),
            lateness: LatenessFigures::new(question),
            missed: MissedReviews::new(question),
            untold: UntoldReviews::new(question),
            attendance: AttendanceFigures::new(year, as_of),
            disputes: DisputeFigures::new(year, as_of),
            disputes_recorded: 0,
            disputes_not_recorded: 0,
            siblings: SiblingFigures::new(year, as_of),
            iro_changes: IroChanges::new(year, as_of),
            left_out: 0,
        }
    }

    /// Adds the record of a child. What cannot be counted leaves the figures as they were.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) where the assessor looks at another day, with another
    /// history or by another method than the question; as [`Assessor::for_each`] for a record that
    /// contradicts itself.
    ///
    /// ```
    /// # use iro_handbook::assess::Assessor;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::CareRecord;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::AnnualFigures;
    /// # let calendar = WorkingDays::england_and_wales();
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// let mut figures = AnnualFigures::new(question);
    /// let another_day = Assessor::new(&calendar, question.year().start());
    /// assert!(figures.add(&another_day, &CareRecord::new("C-1")).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, assessor: &Assessor<'_>, record: &CareRecord) -> Result<()> {
        same_as(self.question(), assessor)?;
        let mut of_child = Self::new(self.question());
        of_child.count(assessor, record)?;
        let before = core::mem::replace(self, Self::new(self.question()));
        *self = before.merge(of_child)?;
        Ok(())
    }

    /// Notes that the record of a child is left out, because it could not be read or contradicts itself.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::AnnualFigures;
    /// let mut figures = AnnualFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// figures.leave_out();
    /// let report = figures.into_builder("Sampleshire").build()?;
    /// assert_eq!(report.figure("data.records_left_out").unwrap().to_string(), "1");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn leave_out(&mut self) {
        one_more(&mut self.left_out);
    }

    fn count(&mut self, assessor: &Assessor<'_>, record: &CareRecord) -> Result<()> {
        let calendar = assessor.calendar();
        assessor.for_each(record, |finding| self.duties.add(&finding))?;
        for period in record.periods_of_care() {
            self.reviews.add(calendar, period.period_of_care().view()?)?;
            self.untold.add(calendar, period.period_of_care().view()?)?;
        }
        let periods = record.periods_of_care().iter();
        let periods: Vec<_> =
            periods.map(|period| period.period_of_care().view()).collect::<Result<_>>()?;
        self.missed.add(calendar, periods)?;
        self.children.add_record(record)?;
        self.lateness.add(calendar, record)?;
        self.attendance.add(record);
        self.siblings.add(record);
        self.iro_changes.add(record)?;
        match record.disputes().list() {
            None => one_more(&mut self.disputes_not_recorded),
            Some(list) => {
                one_more(&mut self.disputes_recorded);
                for dispute in list {
                    self.disputes.add(calendar, dispute)?;
                }
            }
        }
        Ok(())
    }

    /// Both together: the order does not matter.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they answer different questions.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::AnnualFigures;
    /// let of = |year| {
    ///     Ok::<_, iro_handbook::Error>(AnnualFigures::new(ReviewQuestion::new(CollectionYear::ending(year)?)))
    /// };
    /// assert!(of(2026)?.merge(of(2025)?).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(self, other: Self) -> Result<Self> {
        let mut disputes_recorded = self.disputes_recorded;
        more(&mut disputes_recorded, other.disputes_recorded);
        let mut disputes_not_recorded = self.disputes_not_recorded;
        more(&mut disputes_not_recorded, other.disputes_not_recorded);
        let mut left_out = self.left_out;
        more(&mut left_out, other.left_out);
        Ok(Self {
            reviews: self.reviews.merge(other.reviews)?,
            children: self.children.merge(other.children)?,
            duties: self.duties.merge(other.duties)?,
            lateness: self.lateness.merge(other.lateness)?,
            missed: self.missed.merge(other.missed)?,
            untold: self.untold.merge(other.untold)?,
            attendance: self.attendance.merge(other.attendance)?,
            disputes: self.disputes.merge(other.disputes)?,
            disputes_recorded,
            disputes_not_recorded,
            siblings: self.siblings.merge(other.siblings)?,
            iro_changes: self.iro_changes.merge(other.iro_changes)?,
            left_out,
        })
    }

    /// What they answer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::AnnualFigures;
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(AnnualFigures::new(question).question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.reviews.question()
    }

    /// The review figures among them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::AnnualFigures;
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(AnnualFigures::new(question).reviews().held().all().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn reviews(&self) -> ReviewFigures {
        self.reviews
    }

    /// A report from them. Where the reviews and the children were counted from returns, those figures take
    /// the place of the records' ([`with_reviews`](AnnualReportBuilder::with_reviews),
    /// [`with_children`](AnnualReportBuilder::with_children),
    /// [`with_missed`](AnnualReportBuilder::with_missed), [`with_untold`](AnnualReportBuilder::with_untold)).
    ///
    /// Where no record says whether there were disputes, the report names them as missing: none recorded is
    /// not none.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::AnnualFigures;
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// let report = AnnualFigures::new(question).into_builder("Sampleshire").build()?;
    /// assert!(report.items()[0].missing().contains(&"the disputes raised and their outcomes"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn into_builder(self, authority: impl Into<String>) -> AnnualReportBuilder {
        let mut builder = AnnualReport::builder(authority, self.reviews)
            .with_children(self.children)
            .with_duties(self.duties)
            .with_lateness(self.lateness)
            .with_missed(self.missed)
            .with_untold(self.untold)
            .with_attendance(self.attendance)
            .with_siblings(self.siblings)
            .with_iro_changes(self.iro_changes)
            .with_records_left_out(self.left_out);
        if self.disputes_recorded > 0 {
            builder = builder.with_disputes(self.disputes);
            builder.disputes_not_recorded = self.disputes_not_recorded;
        }
        builder
    }
}

/// Figures of another question in one report would be wrong without a sign of it.
pub(super) fn same_as(question: ReviewQuestion, assessor: &Assessor<'_>) -> Result<()> {
    let (as_of, history, method) = assessor.asked();
    let asked = ReviewQuestion::new(question.year())
        .with_as_of(as_of)
        .with_history(history)
        .with_method(method);
    question.same_as(&asked)
}
