//! Which children are behind each figure of a report, for those who may see them.

use super::{AnnualFigures, AnnualReportBuilder, FigureId};
use crate::assess::Assessor;
use crate::error::{Kind, Result};
use crate::record::CareRecord;
use crate::report::ReviewQuestion;
use core::fmt;
use std::collections::BTreeMap;

/// The children behind every figure of a report, by the caller's own identifiers, for a caller who may see them:
/// the same children late twice, those whose views reached no review, those with three placements in the year.
///
/// Whoever asks for it collects it beside the figures, in any order; it stands in no report and is read out of
/// none. A child is behind a figure where a report on that child alone would count something there, so every
/// figure that is counted from children has its list, by the same name, and the counts of a list add up to the
/// figure. What a service gives without saying for which child, such as its team, has none.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::Assessor;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{CarePeriod, CareRecord, ReviewRecord};
/// use iro_handbook::report::ReviewQuestion;
/// use iro_handbook::report::annual::ChildrenBehind;
///
/// let calendar = WorkingDays::england_and_wales();
/// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
/// let assessor = Assessor::new(&calendar, question.as_of());
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
///
/// // The first review was due by 7 May, the second by 2 September.
/// let care = CarePeriod::new(day(4, 7))
///     .with_review(ReviewRecord::new(day(6, 2)))
///     .with_review(ReviewRecord::new(day(9, 8)));
/// let mut behind = ChildrenBehind::new(question);
/// behind.add_record(&assessor, &CareRecord::new("C-1017").with_period_of_care(care))?;
/// let late: Vec<_> = behind.of("reviews.held.late").unwrap().collect();
/// assert_eq!(late, [("C-1017", 2)]);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ChildrenBehind {
    question: ReviewQuestion,
    by_figure: BTreeMap<FigureId, BTreeMap<String, u64>>,
}

/// How many figures, and no child: identifiers are for those who ask for them.
impl fmt::Debug for ChildrenBehind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChildrenBehind")
            .field("question", &self.question)
            .field("figures", &self.by_figure.len())
            .finish_non_exhaustive()
    }
}

impl ChildrenBehind {
    /// No children yet.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::ReviewQuestion;
    /// use iro_handbook::report::annual::ChildrenBehind;
    ///
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert!(ChildrenBehind::new(question).of("reviews.held.late").is_none());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(question: ReviewQuestion) -> Self {
        Self { question, by_figure: BTreeMap::new() }
    }

    /// Looks at the record of a child.
    ///
    /// # Errors
    /// As [`AnnualFigures::add`]; then the child is in no list.
    ///
    /// ```
    /// # use iro_handbook::assess::Assessor;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::CareRecord;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::ChildrenBehind;
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let assessor = Assessor::new(&calendar, question.as_of());
    /// let mut behind = ChildrenBehind::new(question);
    /// behind.add_record(&assessor, &CareRecord::new("C-1017"))?;
    /// assert_eq!(behind.of("cohort.started").unwrap().count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add_record(&mut self, assessor: &Assessor<'_>, record: &CareRecord) -> Result<()> {
        let mut of_child = AnnualFigures::new(self.question);
        of_child.add(assessor, record)?;
        self.add(record.id(), of_child.into_builder(""))
    }

    /// Looks at what is counted of one child, whatever it is counted from: returns, records, conferences. What
    /// is not of this child alone must not be given with it.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) where the figures answer another question; as
    /// [`AnnualReportBuilder::build`]; then the child is in no list.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::PeriodOfCare;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # use iro_handbook::report::annual::{AnnualReport, ChildrenBehind};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let care = PeriodOfCare::new(NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
    /// let mut of_child = ReviewFigures::new(question);
    /// of_child.add(&calendar, care.view()?)?;
    /// let mut behind = ChildrenBehind::new(question);
    /// behind.add("C-1017", AnnualReport::builder("", of_child))?;
    /// assert_eq!(behind.of("cohort.started").unwrap().collect::<Vec<_>>(), [("C-1017", 1)]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, child: &str, mut of_child: AnnualReportBuilder) -> Result<()> {
        of_child.every_duty = true;
        let report = of_child.build()?;
        self.question.same_as(&report.question())?;
        for (figure, shown) in report.figures().filter(|(id, _)| !id.is_of_another_year()) {
            let counted = shown.count().unwrap_or_default();
            keep(self.by_figure.entry(figure.clone()).or_default(), child, counted);
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
    /// # use iro_handbook::report::annual::ChildrenBehind;
    /// let of = |year| {
    ///     Ok::<_, iro_handbook::Error>(ChildrenBehind::new(ReviewQuestion::new(CollectionYear::ending(year)?)))
    /// };
    /// assert!(of(2026)?.merge(of(2025)?).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        self.question.same_as(&other.question)?;
        for (figure, children) in other.by_figure {
            let all = self.by_figure.entry(figure).or_default();
            children.iter().for_each(|(child, counted)| keep(all, child, *counted));
        }
        Ok(self)
    }

    /// The question they answer.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::ChildrenBehind;
    /// let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// assert_eq!(ChildrenBehind::new(question).question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn question(&self) -> ReviewQuestion {
        self.question
    }

    /// The figures that have a list, by name, empty ones too.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # use iro_handbook::report::annual::{AnnualReport, ChildrenBehind};
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// let mut behind = ChildrenBehind::new(question);
    /// behind.add("C-1017", AnnualReport::builder("", ReviewFigures::new(question)))?;
    /// assert!(behind.figures().any(|figure| figure.as_str() == "participation.codes.PN7"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn figures(&self) -> impl ExactSizeIterator<Item = &FigureId> {
        self.by_figure.keys()
    }

    /// The children behind a figure, in the order of their identifiers, each with how often the figure counts
    /// the child. None where no figure of that name is counted from children.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # use iro_handbook::report::annual::{AnnualReport, ChildrenBehind};
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let mut behind = ChildrenBehind::new(question);
    /// # behind.add("C-1017", AnnualReport::builder("", ReviewFigures::new(question)))?;
    /// assert_eq!(behind.of("participation.codes.PN7").unwrap().count(), 0);
    /// assert!(behind.of("support.advocates").is_none());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of(&self, figure: &str) -> Option<impl ExactSizeIterator<Item = (&str, u64)>> {
        let children = self.by_figure.get(figure)?.iter();
        Some(children.map(|(child, counted)| (child.as_str(), *counted)))
    }

    /// As [`of`](Self::of), of a figure of this report: so that a list that is not whole is not taken for it.
    ///
    /// # Errors
    /// [`is_unknown_code`](crate::Error::is_unknown_code) where no figure of that name is counted from children,
    /// and [`is_contradiction`](crate::Error::is_contradiction) where the report counts another number than
    /// these children: something in it was counted otherwise.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # use iro_handbook::report::annual::{AnnualReport, ChildrenBehind};
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let figures = ReviewFigures::new(question);
    /// let mut behind = ChildrenBehind::new(question);
    /// behind.add("C-1017", AnnualReport::builder("", figures))?;
    /// let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(behind.of_report(&report, "reviews.held.late")?.count(), 0);
    /// let public = report.for_publication(Default::default());
    /// assert!(behind.of_report(public.report(), "reviews.held.late").is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn of_report(
        &self,
        report: &super::AnnualReport,
        figure: &str,
    ) -> Result<impl ExactSizeIterator<Item = (&str, u64)>> {
        self.question.same_as(&report.question())?;
        let wrong = |problem: &str| Kind::Contradiction {
            record: "annual report".to_owned(),
            field: "figure",
            value: figure.to_owned(),
            problem: problem.to_owned(),
        };
        if report.is_public() {
            return Err(wrong("the public version names no child").into());
        }
        let (Some(children), Some(shown)) = (self.of(figure), report.figure(figure)) else {
            let known = "the figures of the report that are counted from children";
            let value = figure.to_owned();
            return Err(Kind::UnknownCode { field: "figure", value, known }.into());
        };
        let listed = self.of(figure).into_iter().flatten();
        let listed = listed.fold(0, |sum: u64, (_, counted)| sum.saturating_add(counted));
        if shown.count() != Some(listed) {
            return Err(
                wrong("it counts more or other than the children who are known here").into()
            );
        }
        Ok(children)
    }
}

/// A child once more, who is kept only where something was counted.
fn keep(children: &mut BTreeMap<String, u64>, child: &str, counted: u64) {
    if counted > 0 {
        match children.get_mut(child) {
            Some(so_far) => *so_far = so_far.saturating_add(counted),
            None => drop(children.insert(child.to_owned(), counted)),
        }
    }
}
