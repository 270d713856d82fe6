//! What a report is made from.

use super::ledger::Ledger;
use super::prescribed::{ItemStatus, PrescribedItem};
use super::{
    AnnualReport, Block, Cell, FigureId, Narrative, PreviousYear, Programme, Slot, Table, alike,
    clean, compared, sections,
};
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use crate::report::{
    AttendanceFigures, AuditFigures, ChildrenFigures, Comparator, DisputeFigures, DutyFigures,
    FeedbackFigures, IroChanges, LatenessFigures, MissedReviews, ProtectionFigures, ReviewFigures,
    SiblingFigures, SupportFigures, UntoldReviews, WorkforceFigures,
};
use std::collections::BTreeSet;

/// The figures and texts of a report, from [`AnnualReport::builder`]. Whatever is not given is named as
/// missing in the report.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::annual::AnnualReport;
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).with_decimals(0).build()?;
/// assert_eq!(report.authority(), "Sampleshire");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct AnnualReportBuilder {
    pub(super) authority: String,
    pub(super) synthetic: bool,
    /// Counts that would say nothing in a report are entered too.
    pub(super) every_duty: bool,
    pub(super) decimals: u32,
    pub(super) reviews: ReviewFigures,
    pub(super) narrative: Narrative,
    pub(super) untold: Option<UntoldReviews>,
    pub(super) returns: Vec<(CollectionYear, bool)>,
    pub(super) disputes: Option<DisputeFigures>,
    pub(super) disputes_not_recorded: u64,
    pub(super) disputes_without_record: bool,
    pub(super) records_left_out: u64,
    pub(super) children: Option<ChildrenFigures>,
    pub(super) population_under_18: Option<u32>,
    pub(super) workforce: Option<WorkforceFigures>,
    pub(super) iro_changes: Option<IroChanges>,
    pub(super) duties: Option<DutyFigures>,
    pub(super) lateness: Option<LatenessFigures>,
    pub(super) missed: Option<MissedReviews>,
    pub(super) attendance: Option<AttendanceFigures>,
    pub(super) audits: Option<AuditFigures>,
    pub(super) previous: Vec<PreviousYear>,
    pub(super) comparators: Vec<(String, Comparator)>,
    pub(super) trends: BTreeSet<String>,
    pub(super) programme: Option<Programme>,
    pub(super) feedback: Option<FeedbackFigures>,
    pub(super) siblings: Option<SiblingFigures>,
    pub(super) support: Option<SupportFigures>,
    pub(super) protection: Option<ProtectionFigures>,
}

impl AnnualReportBuilder {
    pub(super) fn new(authority: String, reviews: ReviewFigures) -> Self {
        let narrative = Narrative::default();
        Self {
            authority,
            synthetic: false,
            every_duty: false,
            decimals: 1,
            reviews,
            narrative,
            untold: None,
            returns: Vec::new(),
            disputes: None,
            disputes_not_recorded: 0,
            disputes_without_record: false,
            records_left_out: 0,
            children: None,
            population_under_18: None,
            workforce: None,
            iro_changes: None,
            duties: None,
            lateness: None,
            previous: Vec::new(),
            comparators: Vec::new(),
            trends: BTreeSet::new(),
            programme: None,
            missed: None,
            attendance: None,
            audits: None,
            feedback: None,
            siblings: None,
            support: None,
            protection: None,
        }
    }

    /// With percentages to so many decimals: 0 or 1, which is the default. More than 1 prints as 1: among the
    /// reviews of one service a second decimal is less than a review.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).with_decimals(0).build()?;
    /// assert_eq!(report.decimals(), 0);
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).with_decimals(4).build()?;
    /// assert_eq!(report.decimals(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_decimals(mut self, decimals: u32) -> Self {
        self.decimals = if decimals == 0 { 0 } else { 1 };
        self
    }

    /// Headed as made from invented records, so that nobody takes it for an authority's own.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).with_invented_records().build()?;
    /// assert!(report.to_string().contains("invented"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_invented_records(mut self) -> Self {
        self.synthetic = true;
        self
    }

    /// With the texts of the service.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::annual::{Narrative, Slot};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let narrative = Narrative::new().with(Slot::Themes, "Fewer moves.");
    /// let report = AnnualReport::builder("Sampleshire", figures).with_narrative(narrative).build()?;
    /// assert!(report.to_string().contains("Fewer moves."));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_narrative(mut self, narrative: Narrative) -> Self {
        self.narrative = narrative;
        self
    }

    /// With the figures of the reviews in place of those it was begun with: where returns counted the reviews,
    /// and records the rest.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ReviewQuestion;
    /// # use iro_handbook::report::annual::AnnualFigures;
    /// use iro_handbook::report::ReviewFigures;
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let (from_records, from_returns) = (AnnualFigures::new(question), ReviewFigures::new(question));
    /// let report = from_records.into_builder("Sampleshire").with_reviews(from_returns).build()?;
    /// assert_eq!(report.question(), question);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_reviews(mut self, reviews: ReviewFigures) -> Self {
        self.reviews = reviews;
        self
    }

    /// With why it cannot be told of some reviews whether they were in time.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::UntoldReviews;
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_untold(UntoldReviews::new(question))
    ///     .build()?;
    /// assert_eq!(report.figure("reviews.held.undetermined").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_untold(mut self, untold: UntoldReviews) -> Self {
        self.untold = Some(untold);
        self
    }

    /// With the returns that the reviews were counted from: the year of each, and whether it holds any review.
    /// One that holds none is named in a warning.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// let year = CollectionYear::ending(2026)?;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(year));
    /// let report =
    ///     AnnualReport::builder("Sampleshire", figures).with_returns([(year, false)]).build()?;
    /// assert!(report.to_string().contains("the return for 2025-26 holds no review"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_returns(
        mut self,
        returns: impl IntoIterator<Item = (CollectionYear, bool)>,
    ) -> Self {
        self.returns = returns.into_iter().collect();
        self.returns.sort_unstable();
        self
    }

    /// With the disputes of the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(year));
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_disputes(DisputeFigures::new(year, year.end()))
    ///     .build()?;
    /// // None were referred to Cafcass, and the report says so: a true zero.
    /// assert_eq!(report.figure("disputes.cafcass").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_disputes(mut self, disputes: DisputeFigures) -> Self {
        self.disputes = Some(disputes);
        self.disputes_not_recorded = 0;
        self
    }

    /// With a warning that some of the disputes are about children of whom there is no record
    /// ([`ServiceYear::disputes_without_record`](super::ServiceYear::disputes_without_record)): the duties
    /// that arise from those are not counted.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report =
    ///     AnnualReport::builder("Sampleshire", figures).with_disputes_without_record().build()?;
    /// assert!(report.to_string().contains("of whom there is no record"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_disputes_without_record(mut self) -> Self {
        self.disputes_without_record = true;
        self
    }

    /// With how many records of children were left out, because they could not be read or contradict
    /// themselves: the report says so.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).with_records_left_out(2).build()?;
    /// assert_eq!(report.figure("data.records_left_out").unwrap().to_string(), "2");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_records_left_out(mut self, records: u64) -> Self {
        self.records_left_out = records;
        self
    }

    /// With the duties of the year, rule by rule.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::DutyFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_duties(DutyFigures::new(year, year.end()))
    ///     .build()?;
    /// assert!(report.to_string().contains("No duty arose"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_duties(mut self, duties: DutyFigures) -> Self {
        self.duties = Some(duties);
        self
    }

    /// With the reasons why reviews were late. What is left of the late reviews has no recorded reason.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::LatenessFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_lateness(LatenessFigures::new(question))
    ///     .build()?;
    /// assert_eq!(report.figure("reviews.late_reason.not_recorded").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_lateness(mut self, lateness: LatenessFigures) -> Self {
        self.lateness = Some(lateness);
        self
    }

    /// With the children by the number of their reviews that were missed.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::MissedReviews;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_missed(MissedReviews::new(question))
    ///     .build()?;
    /// assert_eq!(report.figure("missed.children.twice").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_missed(mut self, missed: MissedReviews) -> Self {
        self.missed = Some(missed);
        self
    }

    /// With who came to the reviews.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::AttendanceFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_attendance(AttendanceFigures::new(year, year.end()))
    ///     .build()?;
    /// assert_eq!(report.figure("attendance.parents.came").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_attendance(mut self, attendance: AttendanceFigures) -> Self {
        self.attendance = Some(attendance);
        self
    }

    /// With the quality audits of the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::AuditFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_audits(AuditFigures::new(year))
    ///     .build()?;
    /// assert_eq!(report.figure("audits.total").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_audits(mut self, audits: AuditFigures) -> Self {
        self.audits = Some(audits);
        self
    }

    /// With what children, parents and others answered.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::FeedbackFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_feedback(FeedbackFigures::new(year))
    ///     .build()?;
    /// assert!(report.to_string().contains("Nobody was asked for feedback"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_feedback(mut self, feedback: FeedbackFigures) -> Self {
        self.feedback = Some(feedback);
        self
    }

    /// With the brothers and sisters who are looked after too.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::SiblingFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_siblings(SiblingFigures::new(year, year.end()))
    ///     .build()?;
    /// assert_eq!(report.figure("siblings.with").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_siblings(mut self, siblings: SiblingFigures) -> Self {
        self.siblings = Some(siblings);
        self
    }

    /// With advocates, independent visitors and care plans, as the service counted them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::SupportFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let question = ReviewQuestion::new(year);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_support(SupportFigures::new(year).with_advocates(31))
    ///     .build()?;
    /// assert_eq!(report.figure("support.advocates").unwrap().to_string(), "31");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_support(mut self, support: SupportFigures) -> Self {
        self.support = Some(support);
        self
    }

    /// With who the children are and how they are looked after. They have to be those of the review figures:
    /// the report is not made where the two count the children otherwise.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::ChildrenFigures;
    /// # let question = ReviewQuestion::new(CollectionYear::ending(2026)?);
    /// # let figures = ReviewFigures::new(question);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_children(ChildrenFigures::new(question))
    ///     .build()?;
    /// assert_eq!(report.figure("children.age.under_1").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_children(mut self, children: ChildrenFigures) -> Self {
        self.children = Some(children);
        self
    }

    /// With how many children under 18 live in the authority's area, by the estimate for the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report =
    ///     AnnualReport::builder("Sampleshire", figures).with_population_under_18(62_500).build()?;
    /// assert!(report.to_string().contains("0.0 (62,500 under 18)"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_population_under_18(mut self, population: u32) -> Self {
        self.population_under_18 = Some(population);
        self
    }

    /// With the counts of an earlier year, beside which this year's stand: any number of years, in any order.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::annual::PreviousYear;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let before = PreviousYear::new(CollectionYear::ending(2025)?)
    ///     .with("cohort.looked_after_at_end", 412);
    /// let report = AnnualReport::builder("Sampleshire", figures).with_previous(before).build()?;
    /// assert!(report.to_string().contains("change since 2024-25: down 412 (100.0 %)"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_previous(mut self, year: PreviousYear) -> Self {
        self.previous.push(year);
        self
    }

    /// With what a figure is compared with. A count goes by its own name, a percentage by that of its numerator,
    /// children looked after for every 10,000 by `cohort.per_10_000`, the caseload of the team by
    /// `workforce.caseload`; [`FigureNames`](super::FigureNames) has all of them. A figure that stands in a table
    /// only is repeated behind the table, with what it is compared with and its earlier years beside it.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::{Comparator, Measure};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_comparator("cohort.looked_after_at_end", Comparator::england(Measure::Count(83_000)))
    ///     .build()?;
    /// assert!(report.to_string().contains("England, 83,000: 83,000 below England"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_comparator(mut self, figure: impl Into<String>, comparator: Comparator) -> Self {
        self.comparators.push((figure.into(), comparator));
        self
    }

    /// With a figure through the earlier years, in a table with a chart. The main figures have one in any case,
    /// where an earlier year has them; of the others only those that are asked for. Names as for
    /// [`with_comparator`](Self::with_comparator); what stands in tables only, both as a count and as a share, is
    /// shown as the count.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, PreviousYear};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let before = PreviousYear::new(CollectionYear::ending(2025)?).with("reviews.due.lapsed", 7);
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_previous(before)
    ///     .with_trend("reviews.due.lapsed")
    ///     .build()?;
    /// assert!(report.to_string().contains("change since 2024-25: down 7 (100.0 %)"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_trend(mut self, figure: impl Into<String>) -> Self {
        self.trends.insert(figure.into());
        self
    }

    /// With the work programme: what became of the last, and the next.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::annual::{Action, Programme};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let programme = Programme::new().with_next(Action::new("meet every child before the review"));
    /// let report = AnnualReport::builder("Sampleshire", figures).with_programme(programme).build()?;
    /// assert!(report.to_string().contains("meet every child before the review"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_programme(mut self, programme: Programme) -> Self {
        self.programme = Some(programme);
        self
    }

    /// With the team of the service.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::record::{Allocated, Fte, Officer, ServiceRecord};
    /// use iro_handbook::report::WorkforceFigures;
    /// # let year = CollectionYear::ending(2021)?;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(year));
    /// let officer =
    ///     Officer::new("I-3").with_fte(Fte::FULL_TIME).with_children(Allocated::Count(82));
    /// let mut workforce = WorkforceFigures::new(year, year.end());
    /// workforce.add(&ServiceRecord::new("S-1").with_officer(officer))?;
    /// let report = AnnualReport::builder("Sampleshire", figures).with_workforce(workforce).build()?;
    /// assert!(report.to_string().contains("above the range of 50 to 70 by 12, 17.1 % over its upper end"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_workforce(mut self, workforce: WorkforceFigures) -> Self {
        self.workforce = Some(workforce);
        self
    }

    /// With how often the IROs of children changed.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::IroChanges;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(year));
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_iro_changes(IroChanges::new(year, year.end()))
    ///     .build()?;
    /// assert_eq!(report.figure("iro_changes.3_or_more").unwrap().to_string(), "0");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_iro_changes(mut self, changes: IroChanges) -> Self {
        self.iro_changes = Some(changes);
        self
    }

    /// With the child protection conferences and plans of the year, for a service that chairs both. Without them
    /// the report has no section on them: the Handbook prescribes none.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(year));
    /// let report = AnnualReport::builder("Sampleshire", figures)
    ///     .with_protection(ProtectionFigures::new(year, year.end()))
    ///     .build()?;
    /// assert!(report.sections().iter().any(|section| section.id() == "protection"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_protection(mut self, protection: ProtectionFigures) -> Self {
        self.protection = Some(protection);
        self
    }

    /// The report.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where parts do not add up to their whole, a share
    /// is greater than what it is of, the same figure is given twice and differs, a comparator is of a figure
    /// that is not in the report or has another unit, an earlier year has a name that no figure can have, or is
    /// not earlier;
    /// [`is_mismatch`](crate::Error::is_mismatch) where figures are of another year than the reviews.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.items().len(), 7);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn build(self) -> Result<AnnualReport> {
        self.check_years()?;
        let items = PrescribedItem::ALL.iter().map(|item| ItemStatus::new(*item)).collect();
        let mut draft = Draft { given: &self, ledger: Ledger::default(), items };
        let mut sections = sections::all(&mut draft)?;
        compared::set_beside(&mut draft, &mut sections)?;
        let by_meaning = draft.ledger.sums().len();
        alike::state(&mut draft)?;
        compared::alike_before(&mut draft, by_meaning)?;
        sections.iter_mut().for_each(clean::section);
        let Draft { ledger, items, .. } = draft;
        Ok(AnnualReport {
            question: self.reviews.question(),
            reviews: Some(self.reviews),
            authority: clean::line(&self.authority),
            synthetic: self.synthetic,
            decimals: self.decimals,
            public: false,
            ledger,
            printed: None,
            cut: Vec::new(),
            items,
            sections,
        })
    }
}

impl AnnualReportBuilder {
    /// Figures of another year in the same report would be wrong without a sign of it.
    fn check_years(&self) -> Result<()> {
        let year = self.reviews.question().year();
        for (what, other) in [
            ("the year of the duties", self.duties.as_ref().map(DutyFigures::year)),
            ("the year of attendance", self.attendance.as_ref().map(AttendanceFigures::year)),
            ("the year of the audits", self.audits.as_ref().map(AuditFigures::year)),
            ("the year of the feedback", self.feedback.as_ref().map(FeedbackFigures::year)),
            ("the year of the siblings", self.siblings.as_ref().map(SiblingFigures::year)),
            ("the year of the support", self.support.as_ref().map(SupportFigures::year)),
            ("the year of the disputes", self.disputes.as_ref().map(DisputeFigures::year)),
        ] {
            if let Some(other) = other.filter(|other| *other != year) {
                let (left, right) = (year.to_string(), other.to_string());
                return Err(Kind::Mismatch { what, left, right }.into());
            }
        }
        let question = self.reviews.question();
        if let Some(lateness) = &self.lateness {
            question.same_as(&lateness.question())?;
        }
        self.missed.map_or(Ok(()), |missed| question.same_as(&missed.question()))
    }
}

/// A report in the making: what was given for it, and what stands in it so far.
pub(super) struct Draft<'g> {
    pub(super) given: &'g AnnualReportBuilder,
    pub(super) ledger: Ledger,
    items: Vec<ItemStatus>,
}

impl Draft<'_> {
    /// A count, by its name.
    pub(super) fn count(&mut self, id: impl Into<FigureId>, count: u64) -> Result<FigureId> {
        self.ledger.enter(id, count)
    }

    /// A share of a whole, both of them counts of the report.
    pub(super) fn rate(&mut self, of: &FigureId, among: &FigureId) -> Result<Cell> {
        self.ledger.share(of, among)?;
        Ok(Cell::Rate { of: of.clone(), among: among.clone() })
    }

    /// A whole by its parts, one row each with the count and its share of the whole; the parts add up.
    /// The table has the two columns for it.
    pub(super) fn breakdown(
        &mut self,
        table: &mut Table,
        whole: &FigureId,
        parts: impl IntoIterator<Item = (FigureId, String, u64)>,
    ) -> Result<()> {
        let mut ids = Vec::new();
        for (name, label, count) in parts {
            let id = self.count(name, count)?;
            let share = self.rate(&id, whole)?;
            table.row(label, [Cell::Count(id.clone()), share]);
            ids.push(id);
        }
        table.total("all", [Cell::Count(whole.clone()), Cell::NotApplicable]);
        self.adds_up(whole, &ids)
    }

    /// Says that the parts add up.
    pub(super) fn adds_up(&mut self, whole: &FigureId, parts: &[FigureId]) -> Result<()> {
        self.ledger.adds_up(whole, parts)
    }

    /// Says that one count is part of another, so that a reader of both knows the rest.
    pub(super) fn within(&mut self, part: &FigureId, whole: &FigureId) -> Result<()> {
        self.ledger.share(part, whole)
    }

    /// Says that these are part of another and have nothing in common: a reader of all of them knows the rest.
    pub(super) fn leaves(&mut self, parts: &[FigureId], whole: &FigureId) -> Result<()> {
        self.ledger.leaves(parts, whole)
    }

    /// The same of counts that the service gave itself, which may not be counted alike: a reader takes them
    /// for parts where they can be.
    pub(super) fn may_leave(&mut self, parts: &[FigureId], whole: &FigureId) {
        // Parts that are more than the whole are none of it.
        let _ = self.ledger.leaves(parts, whole);
    }

    /// Names what is missing for a prescribed item.
    pub(super) fn missing(&mut self, item: PrescribedItem, what: &'static str) {
        if let Some(status) = self.items.iter_mut().find(|status| status.item() == item) {
            status.add_missing(what);
        }
    }

    /// A text of the service's own; where the item needs it, its lack is named.
    pub(super) fn narrative(
        &mut self,
        slot: Slot,
        needed: Option<(PrescribedItem, &'static str)>,
    ) -> Block {
        let text = self.given.narrative.get(slot).map(str::to_owned);
        if let (None, Some((item, what))) = (&text, needed) {
            self.missing(item, what);
        }
        Block::Narrative { slot, text }
    }
}
