//! One duty, of any rule: what it asks, what answered it, and what became of it.

use super::subject::KeyOf;
use super::words::Day;
use super::{Caseload, Explanation, Of, Outcome, Subject};
use crate::calendar::Period;
use crate::law::{Easement, Rule, RuleId, Term};
use chrono::NaiveDate;
use core::fmt;

/// By when something had to be done, and how that was worked out.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
/// # use iro_handbook::record::{CarePeriod, CareRecord};
/// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// # let calendar = WorkingDays::england_and_wales();
/// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
/// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
/// let first = assessment.findings().iter().find(|f| f.rule().id().as_str() == "first-review").unwrap();
/// assert_eq!(first.due().unwrap().by(), day(30));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    pub(super) from: Option<NaiveDate>,
    pub(super) by: NaiveDate,
    pub(super) reckoning: Option<Reckoning>,
}

/// A length counted from a day: "3 months after the review of Fri 27 March 2026".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Reckoning {
    pub(super) period: Period,
    pub(super) before: bool,
    pub(super) trigger: &'static str,
    pub(super) day: NaiveDate,
}

impl Due {
    /// On a day that is known without counting, such as the eve of an event.
    pub(super) const fn on(by: NaiveDate) -> Self {
        Self { from: Some(by), by, reckoning: None }
    }

    /// Whether it was counted in working days, so that other days beside it need their unit.
    pub(super) fn is_in_working_days(&self) -> bool {
        self.reckoning.is_some_and(|reckoning| matches!(reckoning.period, Period::WorkingDays(_)))
    }

    /// On a day that something else may still bring forward.
    pub(super) const fn at_the_latest(by: NaiveDate) -> Self {
        Self { from: None, by, reckoning: None }
    }

    /// The last lawful day; where it is known only between bounds, the later one.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().filter_map(|f| f.due()).all(|due| due.by() > day(2)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by(&self) -> NaiveDate {
        self.by
    }

    /// The earliest day that can have been the last lawful one; the same as [`by`](Self::by) where the
    /// day is known exactly, none where the records do not show it or what is still to come can bring it
    /// forward.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::law::RuleId;
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// let due = |rule| assessment.findings().iter().find(|f| f.rule().id() == rule).unwrap().due();
    /// assert_eq!(due(RuleId::FirstReview).unwrap().from(), Some(day(30)));
    /// assert_eq!(due(RuleId::IroAppointed).unwrap().from(), None, "before a review, held early or not");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// Whether the last lawful day is known exactly.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::law::RuleId;
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// let due = |rule| assessment.findings().iter().find(|f| f.rule().id() == rule).unwrap().due();
    /// assert!(due(RuleId::FirstReview).unwrap().is_exact());
    /// assert!(!due(RuleId::IroAppointed).unwrap().is_exact(), "before a review, held early or not");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.from == Some(self.by)
    }
}

/// A fact that a finding rests on, in words, with its value.
///
/// ```
/// use iro_handbook::assess::{Fact, Value};
///
/// assert_eq!(Fact::new("days without an IRO", Value::Number(3)).to_string(), "days without an IRO: 3");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fact<'r> {
    what: &'static str,
    value: Value<'r>,
}

/// The value of a [`Fact`].
///
/// ```
/// use iro_handbook::assess::Value;
///
/// assert_eq!(Value::Yes.to_string(), "yes");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value<'r> {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// A day.
    Day(NaiveDate),
    /// A count.
    Number(u32),
    /// Text of the caller's own, such as a reason.
    Text(&'r str),
    /// Children to a full-time post, beside the range of the guidance.
    Caseload(Caseload),
}

impl<'r> Fact<'r> {
    /// A fact.
    ///
    /// ```
    /// use iro_handbook::assess::{Fact, Value};
    ///
    /// assert_eq!(Fact::new("seen alone", Value::Yes).what(), "seen alone");
    /// ```
    #[must_use]
    pub const fn new(what: &'static str, value: Value<'r>) -> Self {
        Self { what, value }
    }

    /// What it says.
    ///
    /// ```
    /// use iro_handbook::assess::{Fact, Value};
    ///
    /// assert_eq!(Fact::new("seen alone", Value::No).what(), "seen alone");
    /// ```
    #[must_use]
    pub const fn what(&self) -> &'static str {
        self.what
    }

    /// Its value.
    ///
    /// ```
    /// use iro_handbook::assess::{Fact, Value};
    ///
    /// assert_eq!(Fact::new("seen alone", Value::No).value(), Value::No);
    /// ```
    #[must_use]
    pub const fn value(&self) -> Value<'r> {
        self.value
    }
}

// The caller's own text may be about a child: it is for readers, and not for logs.
impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(_) => f.write_str("Text(..)"),
            value => write!(f, "{value}"),
        }
    }
}

impl fmt::Display for Fact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.value)
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
            Self::Day(day) => write!(f, "{}", Day(*day)),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::Caseload(caseload) => write!(f, "{caseload}"),
        }
    }
}

/// What became of one duty of one child, review, officer or dispute.
///
/// Every duty that was looked at has one, passes included, so that rates have denominators. It borrows
/// from the record and allocates nothing; sentences are built when they are asked for.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
/// use iro_handbook::record::{CarePeriod, CareRecord};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let calendar = WorkingDays::england_and_wales();
/// let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(3, 2)));
/// let assessment = Assessor::new(&calendar, day(6, 1)).assess(&record)?;
/// let late: Vec<_> = assessment
///     .findings()
///     .iter()
///     .filter(|f| f.outcome().is_breach() && f.rule().force().is_law())
///     .map(|f| f.key().to_string())
///     .collect();
/// assert!(late.contains(&"first-review/C-1017/care/2026-03-02/from/2026-03-02/0".to_owned()));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Finding<'r> {
    rule: RuleId,
    subject: Subject<'r>,
    term_on: NaiveDate,
    due: Option<Due>,
    answered_on: Option<NaiveDate>,
    outcome: Outcome,
    facts: [Option<Fact<'r>>; 4],
}

impl<'r> Finding<'r> {
    /// A finding by the term of the rule in force on the day on which the clock started.
    #[inline(always)]
    pub(super) const fn new(
        rule: RuleId,
        subject: Subject<'r>,
        term_on: NaiveDate,
        outcome: Outcome,
    ) -> Self {
        Self { rule, subject, term_on, due: None, answered_on: None, outcome, facts: [None; 4] }
    }

    #[inline(always)]
    pub(super) const fn with_due(mut self, due: Due) -> Self {
        self.due = Some(due);
        self
    }

    #[inline(always)]
    pub(super) const fn with_answer(mut self, answered_on: Option<NaiveDate>) -> Self {
        self.answered_on = answered_on;
        self
    }

    #[inline(always)]
    pub(super) const fn with_outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }

    pub(super) const fn term_on(&self) -> NaiveDate {
        self.term_on
    }

    /// With one more fact, where there is room for it.
    #[inline(always)]
    pub(super) const fn with_fact(mut self, what: &'static str, value: Value<'r>) -> Self {
        self.add_fact(what, value);
        self
    }

    /// The same in place: a finding is long, and to hand it on and back is to copy it.
    // Place by place, so that whoever builds a finding knows the place, and no list is searched.
    #[inline(always)]
    pub(super) const fn add_fact(&mut self, what: &'static str, value: Value<'r>) {
        let fact = Some(Fact::new(what, value));
        match &mut self.facts {
            [first @ None, ..] => *first = fact,
            [_, second @ None, ..] => *second = fact,
            [_, _, third @ None, _] => *third = fact,
            [.., last @ None] => *last = fact,
            _ => {}
        }
    }

    /// With this as its first fact.
    #[inline(always)]
    pub(super) const fn set_first_fact(&mut self, what: &'static str, value: Value<'r>) {
        let [first, ..] = &mut self.facts;
        *first = Some(Fact::new(what, value));
    }

    /// The same of another thing of the child's.
    #[inline(always)]
    pub(super) const fn set_of(&mut self, of: Of<'r>) {
        self.subject.set_of(of);
    }

    #[inline(always)]
    pub(super) const fn set_outcome(&mut self, outcome: Outcome) {
        self.outcome = outcome;
    }

    /// The rule.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().any(|f| f.rule().force().is_law()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.rule.rule()
    }

    /// The term of the rule by which the duty was judged: the law of the day the clock started.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| f.term().in_force().contains(day(2))));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn term(&self) -> &'static Term {
        self.rule.rule().governing_term(self.term_on)
    }

    /// Whom and what it is about.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| f.subject().id() == "C-1017"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn subject(&self) -> Subject<'r> {
        self.subject
    }

    /// By when it had to be done, where the rule gives a day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().any(|f| f.due().is_some()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        self.due
    }

    /// The day it was done, where it was.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| f.answered_on().is_none()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn answered_on(&self) -> Option<NaiveDate> {
        self.answered_on
    }

    /// The day whose year the duty is counted in: its last day, where that is known exactly and counted from
    /// the start of its clock; otherwise the day that it is about, such as that of the review or the event.
    ///
    /// It stays the same when later things are recorded, so that a duty counts in one year only. A duty that
    /// stands on the day asked about, such as one IRO for siblings, is of that day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// let first = assessment.findings().iter().find(|f| f.rule().id().as_str() == "first-review").unwrap();
    /// assert_eq!(first.counted_on(), day(30));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn counted_on(&self) -> NaiveDate {
        let counted = self.due.filter(|due| due.is_exact() && due.reckoning.is_some());
        counted.map_or(self.term_on, |due| due.by)
    }

    /// What became of the duty.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| !f.outcome().is_breach()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The facts it rests on, besides the days.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| f.facts().count() <= 4));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn facts(&self) -> impl Iterator<Item = Fact<'r>> + use<'r> {
        self.facts.into_iter().flatten()
    }

    /// The easement in force on the last lawful day, where that is known exactly.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// assert!(assessment.findings().iter().all(|f| f.easement().is_none()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn easement(&self) -> Option<&'static Easement> {
        let last_day = self.due.filter(Due::is_exact).map(|due| due.by)?;
        self.rule().easement_on(last_day)
    }

    /// What tells this finding from every other, and stays the same when other things are entered, in any order:
    /// the rule, the identifier, what of it with its [kind](Subject::kind) and the caller's
    /// [identifier](Subject::item) of it, of a chain the [day the clock started](Subject::clock), and which of those
    /// that are otherwise the same. Services can store it and see what changed.
    ///
    /// That last number is a rank, and alone can move: of several things of one kind and one day without an identifier
    /// of the caller's, such as two complaints, which comes first goes by what is recorded of them. With an identifier
    /// ([`Event::with_id`](crate::record::Event::with_id) and its like) a thing is numbered among no others.
    ///
    /// A visit or review that is entered between others changes the duties it touches and no others: it answers
    /// the one before it, which keeps its key, and starts one of its own. Only a duty that comes under another
    /// rule by it, as the second review that is now the third, has another key.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// let keys: std::collections::BTreeSet<_> =
    ///     assessment.findings().iter().map(|f| f.key().to_string()).collect();
    /// assert_eq!(keys.len(), assessment.findings().len());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn key(&self) -> FindingKey<'r> {
        FindingKey { rule: self.rule, subject: self.subject }
    }

    /// The finding in sentences, with its citation.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
    /// # use iro_handbook::record::{CarePeriod, CareRecord};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
    /// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
    /// let first = assessment.findings().iter().find(|f| f.rule().id().as_str() == "first-review").unwrap();
    /// assert!(first.explain().to_string().starts_with(
    ///     "First review: due by Mon 30 March 2026, 20 working days after becoming looked after on \
    ///      Mon 2 March 2026. Not yet due."
    /// ));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn explain(&self) -> Explanation<'_, 'r> {
        Explanation::of(self)
    }
}

/// The identity of a finding, from [`Finding::key`]: displayed, a stable text.
///
/// ```
/// use iro_handbook::assess::{FindingKey, Of, Subject};
/// use iro_handbook::law::RuleId;
///
/// let key = FindingKey::new(RuleId::FirstReview, Subject::new("A/7", Of::Child));
/// assert_eq!(key.to_string(), "first-review/A%2F7/child/0");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingKey<'r> {
    rule: RuleId,
    subject: Subject<'r>,
}

impl<'r> FindingKey<'r> {
    /// The key of a finding by this rule about this subject.
    ///
    /// ```
    /// use iro_handbook::assess::{FindingKey, Of, Subject};
    /// use iro_handbook::law::RuleId;
    ///
    /// let key = FindingKey::new(RuleId::FirstReview, Subject::new("C-1017", Of::Child));
    /// assert_eq!(key.to_string(), "first-review/C-1017/child/0");
    /// ```
    #[must_use]
    pub const fn new(rule: RuleId, subject: Subject<'r>) -> Self {
        Self { rule, subject }
    }
}

impl fmt::Display for FindingKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.rule, KeyOf(self.subject))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Finding<'_> {
    /// As an object: `key`, `rule`, `force`, `id`, `of`, `outcome`, `reason` (why it does not apply),
    /// `missing` (why it cannot be told), `due_by_earliest`, `due_by`, `answered_on`, `facts`, `citation` and
    /// `explanation`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let facts: Vec<String> = self.facts().map(|fact| fact.to_string()).collect();
        let mut out = serializer.serialize_struct("Finding", 14)?;
        out.serialize_field("key", &self.key().to_string())?;
        out.serialize_field("rule", &self.rule)?;
        out.serialize_field("force", &self.rule().force().to_string())?;
        out.serialize_field("id", self.subject.id())?;
        out.serialize_field("of", &self.subject.of().to_string())?;
        out.serialize_field("outcome", self.outcome.as_str())?;
        out.serialize_field("reason", &self.outcome.reason())?;
        out.serialize_field("missing", &self.outcome.missing().map(|m| m.to_string()))?;
        out.serialize_field("due_by_earliest", &self.due.and_then(|due| due.from))?;
        out.serialize_field("due_by", &self.due.map(|due| due.by))?;
        out.serialize_field("answered_on", &self.answered_on)?;
        out.serialize_field("facts", &facts)?;
        out.serialize_field("citation", &self.term().citation().to_string())?;
        out.serialize_field("explanation", &self.explain().to_string())?;
        out.end()
    }
}
