//! What a service gives for its report beside the records of children.

use super::figures::same_as;
use super::{AnnualReportBuilder, Narrative, PreviousYear, Programme, Slot};
use crate::assess::Assessor;
use crate::calendar::CollectionYear;
use crate::error::{Error, Kind, Result};
use crate::record::{
    Audit, Dispute, Disputes, Feedback, LateReason, Problems, ProtectionRecord, ServiceRecord,
};
use crate::report::{
    AuditFigures, Comparator, DisputeFigures, FeedbackFigures, LatenessFigures, ProtectionFigures,
    SupportFigures, WorkforceFigures,
};
use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

/// What a service gives for its report beside the records of children: its team, the register of disputes,
/// audits, feedback, counts that it keeps, and its own texts.
///
/// Nothing but the authority and the year has to be given; what is not is named as missing in the report.
/// As JSON it is a document of its own, with `"schema": "iro-handbook/service-year/1"`.
///
/// ```
/// use iro_handbook::assess::Assessor;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::report::annual::{AnnualFigures, ServiceYear, Slot};
/// use iro_handbook::report::ReviewQuestion;
///
/// let year = CollectionYear::ending(2026)?;
/// let service = ServiceYear::new("Sampleshire", year)
///     .with_population_under_18(62_500)
///     .with_no_disputes()
///     .with_text(Slot::Priorities, "Meet every child before the review.");
///
/// let figures = AnnualFigures::new(ReviewQuestion::new(year));
/// let builder = figures.into_builder(service.authority());
/// let calendar = WorkingDays::england_and_wales();
/// let report = service.add_to(builder, &Assessor::new(&calendar, year.end()))?.build()?;
/// assert_eq!(report.figure("disputes.raised").unwrap().to_string(), "0");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ServiceYear {
    schema: Schema,
    authority: String,
    year: CollectionYear,
    #[cfg_attr(feature = "serde", serde(default))]
    invented: bool,
    #[cfg_attr(feature = "serde", serde(default))]
    population_under_18: Option<u32>,
    #[cfg_attr(feature = "serde", serde(default))]
    service: Option<ServiceRecord>,
    #[cfg_attr(feature = "serde", serde(default))]
    disputes: Option<Vec<OfChild>>,
    #[cfg_attr(feature = "serde", serde(default))]
    audits: Option<Vec<Audit>>,
    #[cfg_attr(feature = "serde", serde(default))]
    feedback: Option<Vec<Feedback>>,
    #[cfg_attr(feature = "serde", serde(default))]
    support: Option<Support>,
    #[cfg_attr(feature = "serde", serde(default))]
    late_reasons: Option<BTreeMap<LateReason, u32>>,
    #[cfg_attr(feature = "serde", serde(default))]
    protection: Option<Vec<ProtectionRecord>>,
    #[cfg_attr(feature = "serde", serde(default))]
    previous: Vec<PreviousYear>,
    #[cfg_attr(feature = "serde", serde(default))]
    comparators: Vec<OfFigure>,
    #[cfg_attr(feature = "serde", serde(default))]
    trends: Vec<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    programme: Option<Programme>,
    #[cfg_attr(feature = "serde", serde(default))]
    narrative: Narrative,
}

/// The version of the document.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
enum Schema {
    #[cfg_attr(feature = "serde", serde(rename = "iro-handbook/service-year/1"))]
    First,
}

/// A dispute of the register, with the child it is about.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
struct OfChild {
    child: String,
    dispute: Dispute,
}

/// What a figure of the report is compared with.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
struct OfFigure {
    figure: String,
    comparator: Comparator,
}

/// Counts that a service keeps of advocates, visitors and care plans.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
struct Support {
    advocates: Option<u64>,
    visitors: Option<Visitors>,
    care_plans: Option<CarePlans>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
struct Visitors {
    matched: u64,
    waiting: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
struct CarePlans {
    up_to_date: u64,
    out_of_date: u64,
}

/// What has no identifier is told by its place in the list.
fn named(id: &str, number: usize) -> String {
    if id.trim().is_empty() { format!("{number} of the list") } else { id.to_owned() }
}

impl Support {
    /// The counts that are added up.
    fn pairs(&self) -> [(&'static str, Option<(u64, u64)>); 2] {
        let visitors = self.visitors.map(|Visitors { matched, waiting }| (matched, waiting));
        let plans = self.care_plans.map(|plans| (plans.up_to_date, plans.out_of_date));
        [
            ("visitors matched and waiting", visitors),
            ("care plans up to date and out of date", plans),
        ]
    }
}

// The team, the register and the texts are for those who ask for them.
impl fmt::Debug for ServiceYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceYear")
            .field("authority", &self.authority)
            .field("year", &self.year)
            .finish_non_exhaustive()
    }
}

impl ServiceYear {
    /// Of an authority, in a year; nothing else is known yet.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::annual::ServiceYear;
    ///
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?);
    /// assert_eq!(service.authority(), "Sampleshire");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(authority: impl Into<String>, year: CollectionYear) -> Self {
        Self {
            schema: Schema::First,
            authority: authority.into(),
            year,
            invented: false,
            population_under_18: None,
            service: None,
            disputes: None,
            audits: None,
            feedback: None,
            support: None,
            late_reasons: None,
            protection: None,
            previous: Vec::new(),
            comparators: Vec::new(),
            trends: Vec::new(),
            programme: None,
            narrative: Narrative::new(),
        }
    }

    /// Invented, and so is what the report is made from: it is headed so.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?).invented();
    /// assert!(service.is_invented());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn invented(mut self) -> Self {
        self.invented = true;
        self
    }

    /// With how many children under 18 live in the authority's area, by the estimate for the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// let service =
    ///     ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?).with_population_under_18(0);
    /// assert!(service.check().unwrap_err().to_string().contains("population under 18 is 0"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_population_under_18(mut self, population: u32) -> Self {
        self.population_under_18 = Some(population);
        self
    }

    /// With the team.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::record::ServiceRecord;
    ///
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_service(ServiceRecord::new("S-1"));
    /// assert!(service.check().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_service(mut self, service: ServiceRecord) -> Self {
        self.service = Some(service);
        self
    }

    /// With a dispute about a child. The register is complete: it takes the place of the disputes that
    /// records of children hold.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeTheme};
    ///
    /// let raised = NaiveDate::from_ymd_opt(2025, 6, 2).unwrap();
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_dispute("C-1", Dispute::raised("D-1", DisputeTheme::Placement, raised));
    /// assert_eq!(service.disputes_of("C-1").list().map(<[_]>::len), Some(1));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_dispute(mut self, child: impl Into<String>, dispute: Dispute) -> Self {
        self.disputes.get_or_insert_default().push(OfChild { child: child.into(), dispute });
        self
    }

    /// With an empty register: there were no disputes.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?).with_no_disputes();
    /// assert_eq!(service.disputes_of("C-1").list().map(<[_]>::len), Some(0));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_no_disputes(mut self) -> Self {
        self.disputes = Some(Vec::new());
        self
    }

    /// With an audit of a review. Audits of another year are refused by [`check`](Self::check).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Audit, AuditArea, AuditGrade};
    ///
    /// let on = NaiveDate::from_ymd_opt(2024, 6, 2).unwrap();
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_audit(Audit::new("A-1", on, AuditArea::Overall, AuditGrade::Good));
    /// assert!(service.check().unwrap_err().to_string().contains("it is not in the year"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_audit(mut self, audit: Audit) -> Self {
        self.audits.get_or_insert_default().push(audit);
        self
    }

    /// With the answers to a question. Those of another year are refused by [`check`](Self::check).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Answer, Feedback, FeedbackFrom};
    ///
    /// let on = NaiveDate::from_ymd_opt(2026, 1, 12).unwrap();
    /// let asked = Feedback::new(on, FeedbackFrom::Child, "Did we listen?").with_answers(Answer::Yes, 20);
    /// let service =
    ///     ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?).with_feedback(asked);
    /// assert!(service.check().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_feedback(mut self, feedback: Feedback) -> Self {
        self.feedback.get_or_insert_default().push(feedback);
        self
    }

    /// With counts that the service keeps of advocates, visitors and care plans.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::report::SupportFigures;
    ///
    /// let year = CollectionYear::ending(2026)?;
    /// let service =
    ///     ServiceYear::new("Sampleshire", year).with_support(&SupportFigures::new(year).with_advocates(31));
    /// assert_eq!(service.support().and_then(|support| support.advocates()), Some(31));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_support(mut self, support: &SupportFigures) -> Self {
        self.support = Some(Support {
            advocates: support.advocates(),
            visitors: support.visitors().map(|(matched, waiting)| Visitors { matched, waiting }),
            care_plans: support
                .care_plans()
                .map(|(up_to_date, out_of_date)| CarePlans { up_to_date, out_of_date }),
        });
        self
    }

    /// With how many reviews were late for a reason, where the service counts them itself: they take the
    /// place of the reasons that records of children hold.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::record::LateReason;
    ///
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_late_reason(LateReason::Workload, 4);
    /// assert!(service.check().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_late_reason(mut self, reason: LateReason, reviews: u32) -> Self {
        self.late_reasons.get_or_insert_default().insert(reason, reviews);
        self
    }

    /// With a child's way through child protection, for a service that chairs those conferences too.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::record::ProtectionRecord;
    ///
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_protection(ProtectionRecord::new("C-1").with_nothing_more());
    /// assert!(service.check().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_protection(mut self, record: ProtectionRecord) -> Self {
        self.protection.get_or_insert_default().push(record);
        self
    }

    /// With the counts of an earlier year, as
    /// [`as_previous_year`](super::AnnualReport::as_previous_year) gives them.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::report::annual::PreviousYear;
    ///
    /// let before = PreviousYear::new(CollectionYear::ending(2026)?);
    /// let service =
    ///     ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?).with_previous(before);
    /// assert!(service.check().unwrap_err().to_string().contains("it is not before the year"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_previous(mut self, year: PreviousYear) -> Self {
        self.previous.push(year);
        self
    }

    /// With what a figure of the report is compared with, such as a target: as
    /// [`with_comparator`](AnnualReportBuilder::with_comparator).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::report::{Comparator, Direction, PublishedPercentage};
    ///
    /// let target = Comparator::target(Direction::AtLeast, "97".parse::<PublishedPercentage>()?);
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_comparator("reviews.held.on_time", target);
    /// assert!(service.check().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_comparator(mut self, figure: impl Into<String>, comparator: Comparator) -> Self {
        self.comparators.push(OfFigure { figure: figure.into(), comparator });
        self
    }

    /// With a figure through the earlier years ([`AnnualReportBuilder::with_trend`]).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_trend("children.placements.3_or_more");
    /// assert!(service.check().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_trend(mut self, figure: impl Into<String>) -> Self {
        self.trends.push(figure.into());
        self
    }

    /// With the work programme: what became of the last one, and the next.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::report::annual::{Action, Programme};
    ///
    /// let next = Programme::new().with_next(Action::new("shorter records"));
    /// let service =
    ///     ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?).with_programme(next);
    /// assert!(service.check().is_ok());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_programme(mut self, programme: Programme) -> Self {
        self.programme = Some(programme);
        self
    }

    /// With a text of the service's own.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use iro_handbook::report::annual::Slot;
    ///
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_text(Slot::Themes, "Fewer moves.");
    /// assert_eq!(service.narrative().get(Slot::Themes), Some("Fewer moves."));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_text(mut self, slot: Slot, text: impl Into<String>) -> Self {
        self.narrative = self.narrative.with(slot, text);
        self
    }

    /// The authority's name.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// assert_eq!(ServiceYear::new("A", CollectionYear::ending(2026)?).authority(), "A");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(ServiceYear::new("A", year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// Whether it is invented.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// assert!(!ServiceYear::new("A", CollectionYear::ending(2026)?).is_invented());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn is_invented(&self) -> bool {
        self.invented
    }

    /// The team, if it is given.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// assert!(ServiceYear::new("A", CollectionYear::ending(2026)?).service().is_none());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn service(&self) -> Option<&ServiceRecord> {
        self.service.as_ref()
    }

    /// The disputes about a child by the register, for the duties that arise from them; not recorded where
    /// there is no register.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?);
    /// assert!(service.disputes_of("C-1").list().is_none());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn disputes_of(&self, child: &str) -> Disputes {
        let Some(register) = &self.disputes else { return Disputes::default() };
        let of_child = register.iter().filter(|of| of.child == child);
        of_child.fold(Disputes::none(), |all, of| all.with_dispute(of.dispute.clone()))
    }

    /// The counts of advocates, visitors and care plans, if they are given.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// assert!(ServiceYear::new("A", CollectionYear::ending(2026)?).support().is_none());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn support(&self) -> Option<SupportFigures> {
        let support = self.support?;
        let mut figures = SupportFigures::new(self.year);
        if let Some(children) = support.advocates {
            figures = figures.with_advocates(children);
        }
        if let Some(Visitors { matched, waiting }) = support.visitors {
            figures = figures.with_visitors(matched, waiting);
        }
        if let Some(CarePlans { up_to_date, out_of_date }) = support.care_plans {
            figures = figures.with_care_plans(up_to_date, out_of_date);
        }
        Some(figures)
    }

    /// The service's own texts.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{ServiceYear, Slot};
    /// let service = ServiceYear::new("A", CollectionYear::ending(2026)?);
    /// assert_eq!(service.narrative().get(Slot::Themes), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn narrative(&self) -> &Narrative {
        &self.narrative
    }

    /// # Errors
    /// The first of the [`problems`](Self::problems).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// assert!(ServiceYear::new(" ", CollectionYear::ending(2026)?).check().is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn check(&self) -> Result<()> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Everything in which it contradicts itself, each with its field.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// let service = ServiceYear::new("", CollectionYear::ending(2026)?).with_population_under_18(0);
    /// assert_eq!(service.problems().len(), 2);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn problems(&self) -> Vec<Error> {
        let id = self.year.to_string();
        let mut problems = Problems::new("service year", &id);
        problems.identifier("authority", &self.authority);
        if self.population_under_18 == Some(0) {
            problems.add("population under 18", 0, "nobody lives there, and a rate is asked for");
        }
        if let Some(service) = &self.service {
            problems.extend(service.problems());
        }
        self.dispute_problems(&mut problems);
        self.audit_problems(&mut problems);
        for (number, feedback) in (1_usize..).zip(self.feedback.iter().flatten()) {
            // The question is a text of the service's own: it is told by its place.
            let number = number.to_string();
            let mut question = Problems::new("feedback question", &number);
            question.extend(feedback.problems());
            self.in_year("day asked", feedback.asked_on(), &mut question);
            problems.extend(question.into_found());
        }
        for (field, pair) in self.support.iter().flat_map(Support::pairs) {
            if pair.is_some_and(|(one, other)| one.checked_add(other).is_none()) {
                problems.add(field, "out of range", "together they cannot be counted");
            }
        }
        let mut seen = BTreeSet::new();
        for record in self.protection.iter().flatten() {
            problems.extend(record.problems());
            if !seen.insert(record.id()) {
                let problem = "the child's way through child protection is given twice";
                problems.add("child", record.id(), problem);
            }
        }
        let mut seen = BTreeSet::new();
        for before in self.previous.iter().map(PreviousYear::year) {
            if before >= self.year {
                let problem = format!("it is not before the year, {}", self.year);
                problems.add("previous year", before, &problem);
            }
            if !seen.insert(before) {
                problems.add("previous year", before, "it is given twice");
            }
        }
        problems.into_found()
    }

    fn dispute_problems(&self, problems: &mut Problems<'_>) {
        let mut children: BTreeMap<&str, &str> = BTreeMap::new();
        for (number, OfChild { child, dispute }) in (1_usize..).zip(self.disputes.iter().flatten())
        {
            let named = named(dispute.id(), number);
            let mut of_dispute = Problems::new("dispute", &named);
            of_dispute.identifier("child", child);
            problems.extend(of_dispute.into_found());
            let mut of_child = Problems::new("child", child);
            Disputes::none().with_dispute(dispute.clone()).problems(&mut of_child);
            if let Some(other) = children.insert(dispute.id(), child) {
                let problem = format!("another dispute has this identifier, of child {other}");
                of_child.add("dispute", &named, &problem);
            }
            problems.extend(of_child.into_found());
        }
    }

    fn audit_problems(&self, problems: &mut Problems<'_>) {
        let mut seen = BTreeSet::new();
        for (number, audit) in (1_usize..).zip(self.audits.iter().flatten()) {
            let named = named(audit.id(), number);
            let mut of_audit = Problems::new("audit", &named);
            self.in_year("day", audit.on(), &mut of_audit);
            problems.extend(audit.problems());
            problems.extend(of_audit.into_found());
            if !seen.insert(audit.id()) {
                problems.add("audit", &named, "another audit has this identifier");
            }
        }
    }

    /// A report counts what is of its year: what is of another would silently not be counted.
    fn in_year(&self, field: &'static str, on: chrono::NaiveDate, problems: &mut Problems<'_>) {
        if !self.year.contains(on) {
            let (start, end) = (self.year.start(), self.year.end());
            problems.add(field, on, &format!("it is not in the year, {start} to {end}"));
        }
    }

    /// The disputes of the register about children whom none of the given identifiers names, each with its
    /// child. They are counted as disputes, but no duty that arises from them is: where records are given, say so
    /// with [`with_disputes_without_record`](AnnualReportBuilder::with_disputes_without_record).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::ServiceYear;
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeTheme};
    ///
    /// let raised = NaiveDate::from_ymd_opt(2025, 6, 2).unwrap();
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?)
    ///     .with_dispute("C-1", Dispute::raised("D-1", DisputeTheme::Placement, raised));
    /// assert!(service.disputes_without_record(["C-1", "C-2"]).is_empty());
    /// assert_eq!(
    ///     service.disputes_without_record(["C-2"])[0].to_string(),
    ///     "service year 2025-26, dispute D-1: child is C-1: there is no record of this child"
    /// );
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn disputes_without_record<'c>(
        &self,
        children: impl IntoIterator<Item = &'c str>,
    ) -> Vec<Error> {
        let known: BTreeSet<&str> = children.into_iter().collect();
        let id = self.year.to_string();
        let mut problems = Problems::new("service year", &id);
        for (number, OfChild { child, dispute }) in (1_usize..).zip(self.disputes.iter().flatten())
        {
            if !known.contains(child.as_str()) {
                let named = named(dispute.id(), number);
                let mut of_dispute = Problems::new("dispute", &named);
                of_dispute.add("child", child, "there is no record of this child");
                problems.extend(of_dispute.into_found());
            }
        }
        problems.into_found()
    }

    /// A report with all of it: what is given here takes the place of what the report had before. Where the
    /// report has the duties of the year, the duties of the officers are counted with them.
    ///
    /// # Errors
    /// As [`check`](Self::check), and [`is_mismatch`](Error::is_mismatch) where the report is of another
    /// year, or the assessor looks at another day.
    ///
    /// ```
    /// # use iro_handbook::assess::Assessor;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::report::annual::{AnnualReport, ServiceYear};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2025)?));
    /// let service = ServiceYear::new("Sampleshire", CollectionYear::ending(2026)?);
    /// let builder = AnnualReport::builder(service.authority(), figures);
    /// let calendar = WorkingDays::england_and_wales();
    /// let assessor = Assessor::new(&calendar, service.year().end());
    /// assert!(service.add_to(builder, &assessor).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add_to(
        &self,
        builder: AnnualReportBuilder,
        assessor: &Assessor<'_>,
    ) -> Result<AnnualReportBuilder> {
        self.check()?;
        let question = builder.reviews.question();
        let (year, as_of) = (question.year(), question.as_of());
        if year != self.year {
            let (left, right) = (year.to_string(), self.year.to_string());
            return Err(Kind::Mismatch { what: "the year of the service", left, right }.into());
        }
        same_as(question, assessor)?;
        let calendar = assessor.calendar();
        let mut builder = builder.with_narrative(self.narrative.clone());
        if self.invented {
            builder = builder.with_invented_records();
        }
        if let Some(population) = self.population_under_18 {
            builder = builder.with_population_under_18(population);
        }
        if let Some(service) = &self.service {
            let mut figures = WorkforceFigures::new(year, as_of);
            figures.add(service)?;
            builder = builder.with_workforce(figures);
            if let Some(duties) = &mut builder.duties {
                assessor.for_each_of_service(service, |finding| duties.add(&finding))?;
            }
        }
        if let Some(register) = &self.disputes {
            let mut figures = DisputeFigures::new(year, as_of);
            register.iter().try_for_each(|of| figures.add(calendar, &of.dispute))?;
            builder = builder.with_disputes(figures);
        }
        if let Some(audits) = &self.audits {
            let mut figures = AuditFigures::new(year);
            audits.iter().try_for_each(|audit| figures.add(audit))?;
            builder = builder.with_audits(figures);
        }
        if let Some(feedback) = &self.feedback {
            let mut figures = FeedbackFigures::new(year);
            feedback.iter().try_for_each(|asked| figures.add(asked))?;
            builder = builder.with_feedback(figures);
        }
        if let Some(support) = self.support() {
            builder = builder.with_support(support);
        }
        if let Some(reasons) = &self.late_reasons {
            let reasons = reasons.iter().map(|(reason, reviews)| (*reason, u64::from(*reviews)));
            let figures = reasons
                .fold(LatenessFigures::new(question), |figures, (reason, count)| {
                    figures.with_reason(reason, count)
                });
            builder = builder.with_lateness(figures);
        }
        if let Some(records) = &self.protection {
            let mut figures = ProtectionFigures::new(year, as_of);
            records.iter().try_for_each(|record| figures.add(calendar, record))?;
            builder = builder.with_protection(figures);
        }
        for before in &self.previous {
            builder = builder.with_previous(before.clone());
        }
        for OfFigure { figure, comparator } in &self.comparators {
            builder = builder.with_comparator(figure, comparator.clone());
        }
        for figure in &self.trends {
            builder = builder.with_trend(figure);
        }
        if let Some(programme) = &self.programme {
            builder = builder.with_programme(programme.clone());
        }
        Ok(builder)
    }
}
