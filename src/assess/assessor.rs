//! Every rule laid on a whole record.

use super::check::Context;
use super::families::{self, Sink};
use super::{Finding, History, Policy};
use crate::calendar::WorkingDays;
use crate::error::Result;
use crate::law::{Family, Method};
use crate::record::{CareRecord, ProtectionRecord, ServiceRecord};
use chrono::NaiveDate;

/// Assesses whole records against every rule of the registry, or against chosen families of rules, as
/// things stood on one day.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::Assessor;
/// use iro_handbook::calendar::WorkingDays;
/// use iro_handbook::law::Family;
/// use iro_handbook::record::{CarePeriod, CareRecord};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(3, 2)));
/// let calendar = WorkingDays::england_and_wales();
/// let assessor = Assessor::new(&calendar, day(6, 1)).with_families(&[Family::Reviews]);
/// let assessment = assessor.assess(&record)?;
/// let overdue = assessment.findings().iter().filter(|f| f.outcome().is_breach());
/// assert_eq!(overdue.count(), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Assessor<'c> {
    calendar: &'c WorkingDays,
    as_of: NaiveDate,
    history: History,
    policy: Policy,
    families: Vec<Family>,
}

impl<'c> Assessor<'c> {
    /// As things stood on a day, by all rules, with the default policy, every review being in the
    /// record.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays, record::CareRecord};
    /// # let calendar = WorkingDays::england_and_wales();
    /// let as_of = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let record = CareRecord::new("C-1017");
    /// let assessment = Assessor::new(&calendar, as_of).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| !f.outcome().is_breach()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(calendar: &'c WorkingDays, as_of: NaiveDate) -> Self {
        Self {
            calendar,
            as_of,
            history: History::Complete,
            policy: Policy::default(),
            families: Family::ALL.to_vec(),
        }
    }

    /// With another answer to how far back reviews are complete.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// use iro_handbook::assess::History;
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let assessor = Assessor::new(&calendar, day).with_history(History::CompleteFrom(day));
    /// ```
    #[must_use]
    pub const fn with_history(mut self, history: History) -> Self {
        self.history = history;
        self
    }

    /// With other answers where the law is silent.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// use iro_handbook::assess::Policy;
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let assessor = Assessor::new(&calendar, day).with_policy(Policy::default());
    /// ```
    #[must_use]
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// By the rules of these families only.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// use iro_handbook::law::Family;
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let assessor = Assessor::new(&calendar, day).with_families(&[Family::Visits]);
    /// ```
    #[must_use]
    pub fn with_families(mut self, families: &[Family]) -> Self {
        self.families = families.to_vec();
        self
    }

    /// Every finding of one record, in a fixed order.
    ///
    /// # Errors
    /// As [`CareRecord::check`], and
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar) when working days cannot be
    /// counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// assert!(!Assessor::new(&calendar, day(9)).assess(&record)?.findings().is_empty());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn assess<'r>(&self, record: &'r CareRecord) -> Result<Assessment<'r>> {
        let mut findings = Vec::new();
        self.for_each(record, |finding| findings.push(finding))?;
        Ok(Assessment { findings })
    }

    /// Hands every finding of one record to a function, in the order of [`assess`](Self::assess) and
    /// without holding them: for folding over many children.
    ///
    /// # Errors
    /// As [`assess`](Self::assess). A contradiction in the record is found before any finding is
    /// handed on.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let mut count = 0;
    /// Assessor::new(&calendar, day(9)).for_each(&record, |_| count += 1)?;
    /// assert!(count > 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn for_each<'r>(
        &self,
        record: &'r CareRecord,
        mut each: impl FnMut(Finding<'r>),
    ) -> Result<()> {
        record.check_where_complete_from(self.history.first_day())?;
        let context = self.context();
        let sink: Sink<'_, 'r> = &mut |finding| each(*finding);
        for family in Family::ALL {
            if self.families.contains(family) {
                families::assess(*family, &context, record, sink)?;
            }
        }
        Ok(())
    }

    /// Every finding on a service: the rules about officers and not about one child.
    ///
    /// # Errors
    /// As [`for_each_of_service`](Self::for_each_of_service).
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// use iro_handbook::record::{Allocated, Fte, Officer, ServiceRecord};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2021, 3, 31).unwrap();
    /// let service = ServiceRecord::new("S-1").with_officer(
    ///     Officer::new("I-3").with_fte(Fte::FULL_TIME).with_children(Allocated::Count(82)),
    /// );
    /// let assessment = Assessor::new(&calendar, day).assess_service(&service)?;
    /// let above = assessment.findings().iter().find(|f| f.outcome().is_breach()).unwrap();
    /// assert_eq!(above.key().to_string(), "iro-caseload/S-1/officer/I-3/0");
    /// assert!(!above.rule().force().is_law());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn assess_service<'r>(&self, service: &'r ServiceRecord) -> Result<Assessment<'r>> {
        let mut findings = Vec::new();
        self.for_each_of_service(service, |finding| findings.push(finding))?;
        Ok(Assessment { findings })
    }

    /// Hands every finding on a service to `each`, officer by officer.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the record contradicts itself.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// use iro_handbook::record::{Officer, ServiceRecord};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let service = ServiceRecord::new("S-1").with_officer(Officer::new("I-3"));
    /// let mut count = 0;
    /// Assessor::new(&calendar, day).for_each_of_service(&service, |_| count += 1)?;
    /// assert_eq!(count, 3, "independence, qualification, caseload");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn for_each_of_service<'r>(
        &self,
        service: &'r ServiceRecord,
        mut each: impl FnMut(Finding<'r>),
    ) -> Result<()> {
        service.check()?;
        let context = self.context();
        let sink: Sink<'_, 'r> = &mut |finding| each(*finding);
        for family in Family::ALL {
            if self.families.contains(family) {
                families::assess_service(*family, &context, service, sink);
            }
        }
        Ok(())
    }

    /// Every finding on a child's way through child protection. All of it is guidance: out of timescale is never
    /// unlawful.
    ///
    /// # Errors
    /// As for [`assess`](Self::assess).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::{Assessor, Outcome};
    /// use iro_handbook::calendar::WorkingDays;
    /// use iro_handbook::law::RuleId;
    /// use iro_handbook::record::{Conference, ConferenceKind, Enquiry, ProtectionRecord};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 6, d).unwrap();
    /// let record = ProtectionRecord::new("C-1017").with_enquiry(Enquiry::new(day(1))).with_conference(
    ///     Conference::new(ConferenceKind::Initial, day(23)).with_called_on(day(1)),
    /// );
    /// let calendar = WorkingDays::england_and_wales();
    /// let assessment = Assessor::new(&calendar, day(30)).assess_protection(&record)?;
    /// let finding = assessment.findings().first().unwrap();
    /// assert_eq!(finding.rule().id(), RuleId::InitialConference);
    /// assert_eq!(finding.outcome(), Outcome::MetLate);
    /// assert!(!finding.rule().force().is_law());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn assess_protection<'r>(&self, record: &'r ProtectionRecord) -> Result<Assessment<'r>> {
        let mut findings = Vec::new();
        self.for_each_of_protection(record, |finding| findings.push(finding))?;
        Ok(Assessment { findings })
    }

    /// The same one by one, for many records: nothing is allocated.
    ///
    /// # Errors
    /// As for [`assess`](Self::assess).
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Assessor;
    /// # use iro_handbook::calendar::WorkingDays;
    /// use iro_handbook::record::ProtectionRecord;
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    /// let record = ProtectionRecord::new("C-1017").with_nothing_more();
    /// let mut count = 0;
    /// Assessor::new(&calendar, day).for_each_of_protection(&record, |_| count += 1)?;
    /// assert_eq!(count, 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn for_each_of_protection<'r>(
        &self,
        record: &'r ProtectionRecord,
        mut each: impl FnMut(Finding<'r>),
    ) -> Result<()> {
        record.check()?;
        let context = self.context();
        let sink: Sink<'_, 'r> = &mut |finding| each(*finding);
        for family in Family::ALL {
            if self.families.contains(family) {
                families::assess_protection(*family, &context, record, sink)?;
            }
        }
        Ok(())
    }

    pub(crate) const fn calendar(&self) -> &'c WorkingDays {
        self.calendar
    }

    pub(crate) const fn asked(&self) -> (NaiveDate, History, Method) {
        (self.as_of, self.history, self.policy.review_method)
    }

    fn context(&self) -> Context<'_> {
        Context {
            calendar: self.calendar,
            as_of: self.as_of,
            history: self.history,
            policy: &self.policy,
        }
    }
}

/// What was found on one record.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
/// # use iro_handbook::record::{CarePeriod, CareRecord};
/// # let calendar = WorkingDays::england_and_wales();
/// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
/// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
/// for finding in assessment.findings() {
///     println!("{}", finding.explain());
/// }
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct Assessment<'r> {
    findings: Vec<Finding<'r>>,
}

impl<'r> Assessment<'r> {
    /// Every finding, in the order of the families of rules and, within one, of time.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays, record::CareRecord};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// # let record = CareRecord::new("C-1017");
    /// let assessment = Assessor::new(&calendar, day).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| f.subject().id() == "C-1017"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding<'r>] {
        &self.findings
    }
}
