//! How serious a finding is, and departures that a service has agreed.

use super::{Finding, FindingKey};
use crate::law::{Force, RuleId};
use std::collections::{BTreeMap, BTreeSet};

/// How serious a duty not done is. It follows from the force of the rule, and a service may set it
/// otherwise.
///
/// ```
/// use iro_handbook::assess::Severity;
/// use iro_handbook::law::Force;
///
/// assert_eq!(Severity::of(Force::Regulations), Severity::Breach);
/// assert_eq!(Severity::of(Force::Guidance), Severity::Departure);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing: a measure, or a local standard.
    Note,
    /// A departure from statutory guidance.
    Departure,
    /// A breach of an Act or of regulations.
    Breach,
}

impl Severity {
    /// What follows from the force of a rule.
    ///
    /// ```
    /// use iro_handbook::assess::Severity;
    /// use iro_handbook::law::Force;
    ///
    /// assert_eq!(Severity::of(Force::Local), Severity::Note);
    /// ```
    #[must_use]
    pub const fn of(force: Force) -> Self {
        match force {
            Force::Act | Force::Regulations => Self::Breach,
            Force::Guidance => Self::Departure,
            Force::Indicator | Force::Local => Self::Note,
        }
    }

    /// The name used in JSON.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Severity::Breach.as_str(), "breach");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Departure => "departure",
            Self::Breach => "breach",
        }
    }
}

/// The severities a service has set otherwise, by rule.
///
/// A rule may be made to weigh more or less for the service's own work lists; that guidance is not law
/// stays what it is, because the force of the rule is never touched.
///
/// ```
/// use iro_handbook::assess::{Severities, Severity};
/// use iro_handbook::law::RuleId;
///
/// let severities = Severities::default().with(RuleId::RecordDistributed, Severity::Note);
/// assert_eq!(severities.of(RuleId::RecordDistributed), Severity::Note);
/// assert_eq!(severities.of(RuleId::FirstReview), Severity::Breach);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severities {
    set: BTreeMap<RuleId, Severity>,
}

impl Severities {
    /// With another severity for a rule.
    ///
    /// ```
    /// use iro_handbook::assess::{Severities, Severity};
    /// use iro_handbook::law::RuleId;
    ///
    /// let severities = Severities::default().with(RuleId::MidwayCheck, Severity::Departure);
    /// assert_eq!(severities.of(RuleId::MidwayCheck), Severity::Departure);
    /// ```
    #[must_use]
    pub fn with(mut self, rule: RuleId, severity: Severity) -> Self {
        self.set.insert(rule, severity);
        self
    }

    /// The severity of a rule.
    ///
    /// ```
    /// use iro_handbook::assess::{Severities, Severity};
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(Severities::default().of(RuleId::MidwayCheck), Severity::Note);
    /// ```
    #[must_use]
    pub fn of(&self, rule: RuleId) -> Severity {
        self.set.get(&rule).copied().unwrap_or(Severity::of(rule.rule().force()))
    }
}

/// A departure that a service has agreed: of one finding, by its key, with the reason and the role that
/// agreed it. It hides nothing: the finding stands, and the departure beside it.
///
/// ```
/// use iro_handbook::assess::AgreedDeparture;
///
/// let agreed = AgreedDeparture::new(
///     "record-distributed/C-1017/review/2026-03-27/0",
///     "the foster carers were abroad",
///     "IRO manager",
/// );
/// assert_eq!(agreed.role(), "IRO manager");
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AgreedDeparture {
    key: String,
    reason: String,
    role: String,
}

// The reason is the service's own text and may be about a child.
impl core::fmt::Debug for AgreedDeparture {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("AgreedDeparture")
            .field("key", &self.key)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

impl AgreedDeparture {
    /// Of the finding with this [key](Finding::key), with the reason and the role that agreed it.
    ///
    /// ```
    /// use iro_handbook::assess::AgreedDeparture;
    ///
    /// let agreed = AgreedDeparture::new("first-review/C-1017/care/2026-03-02/from/2026-03-02/0", "snow", "director");
    /// assert_eq!(agreed.reason(), "snow");
    /// ```
    #[must_use]
    pub fn new(key: impl Into<String>, reason: impl Into<String>, role: impl Into<String>) -> Self {
        Self { key: key.into(), reason: reason.into(), role: role.into() }
    }

    /// The key of the finding.
    ///
    /// ```
    /// use iro_handbook::assess::AgreedDeparture;
    ///
    /// assert_eq!(AgreedDeparture::new("first-review/C/child/0", "r", "m").key(), "first-review/C/child/0");
    /// ```
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Why it was agreed.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::AgreedDeparture::new("k", "snow", "m").reason(), "snow");
    /// ```
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The role that agreed it, never a name.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::AgreedDeparture::new("k", "r", "director").role(), "director");
    /// ```
    #[must_use]
    pub fn role(&self) -> &str {
        &self.role
    }
}

/// Agreed departures, matched against findings; one that matches nothing is reported.
///
/// ```
/// use iro_handbook::assess::{AgreedDeparture, Departures, FindingKey, Of, Subject};
/// use iro_handbook::law::RuleId;
///
/// let mut departures = Departures::new([
///     AgreedDeparture::new("first-review/C-1017/child/0", "snow", "director"),
///     AgreedDeparture::new("first-review/C-1018/child/0", "snow", "director"),
/// ]);
/// let key = FindingKey::new(RuleId::FirstReview, Subject::new("C-1017", Of::Child));
/// assert!(departures.agreed(key).is_some());
/// let unmatched: Vec<_> = departures.unmatched().map(|agreed| agreed.key()).collect();
/// assert_eq!(unmatched, ["first-review/C-1018/child/0"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Departures {
    agreed: BTreeMap<String, AgreedDeparture>,
    matched: BTreeSet<String>,
}

impl Departures {
    /// From what was agreed. Of two for one finding the later stands.
    ///
    /// ```
    /// assert_eq!(iro_handbook::assess::Departures::new([]).unmatched().count(), 0);
    /// ```
    #[must_use]
    pub fn new(agreed: impl IntoIterator<Item = AgreedDeparture>) -> Self {
        let agreed = agreed.into_iter().map(|one| (one.key.clone(), one)).collect();
        Self { agreed, matched: BTreeSet::new() }
    }

    /// The departure agreed for a finding, which counts as matched from now on.
    ///
    /// ```
    /// use iro_handbook::assess::{Departures, FindingKey, Of, Subject};
    /// use iro_handbook::law::RuleId;
    ///
    /// let key = FindingKey::new(RuleId::FirstReview, Subject::new("C-1017", Of::Child));
    /// assert!(Departures::default().agreed(key).is_none());
    /// ```
    pub fn agreed(&mut self, key: FindingKey<'_>) -> Option<&AgreedDeparture> {
        if self.agreed.is_empty() {
            return None;
        }
        let key = key.to_string();
        let agreed = self.agreed.get(&key)?;
        self.matched.insert(key);
        Some(agreed)
    }

    /// The departure agreed for a finding that is a breach: one agreed for a duty that was met, or that
    /// does not apply, stays unmatched.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// use iro_handbook::assess::{AgreedDeparture, Departures};
    /// use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let calendar = WorkingDays::england_and_wales();
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(3, 2)));
    /// let agreed = AgreedDeparture::new("first-review/C-1017/care/2026-03-02/from/2026-03-02/0", "snow", "director");
    /// let mut departures = Departures::new([agreed]);
    /// let assessment = Assessor::new(&calendar, day(6, 1)).assess(&record)?;
    /// let breaches = assessment.findings().iter().filter(|f| f.outcome().is_breach());
    /// let not_agreed = breaches.filter(|f| departures.of(f).is_none()).count();
    /// assert_eq!(departures.unmatched().count(), 0);
    /// # let _ = not_agreed;
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn of(&mut self, finding: &Finding<'_>) -> Option<&AgreedDeparture> {
        if finding.outcome().is_breach() { self.agreed(finding.key()) } else { None }
    }

    /// Departures that have matched no finding so far: agreed for something that is not there, or is
    /// there no more.
    ///
    /// ```
    /// use iro_handbook::assess::{AgreedDeparture, Departures};
    ///
    /// let departures = Departures::new([AgreedDeparture::new("k", "r", "m")]);
    /// assert_eq!(departures.unmatched().count(), 1);
    /// ```
    pub fn unmatched(&self) -> impl Iterator<Item = &AgreedDeparture> {
        self.agreed.values().filter(|one| !self.matched.contains(&one.key))
    }
}
