//! What a rule is: its terms over time, how binding it is, and how well its wording is known.

use super::{Case, Citation, Family, InForce, Limit, Number, OutcomeKind, RuleId, RuleText};
use chrono::NaiveDate;
use core::fmt;

/// How binding a rule is.
///
/// ```
/// use iro_handbook::law::{Force, RuleId};
///
/// assert_eq!(RuleId::FirstReview.rule().force(), Force::Regulations);
/// assert!(Force::Regulations.is_law() && !Force::Guidance.is_law());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Force {
    /// An Act of Parliament: "must".
    Act,
    /// Regulations: "must".
    Regulations,
    /// Statutory guidance: "should". A departure from it is never a breach of law.
    Guidance,
    /// A measure, nobody's duty.
    Indicator,
    /// An authority's own choice.
    Local,
}

impl Force {
    /// Whether a breach of the rule is a breach of law.
    ///
    /// ```
    /// assert!(!iro_handbook::law::Force::Local.is_law());
    /// ```
    #[must_use]
    pub const fn is_law(self) -> bool {
        matches!(self, Self::Act | Self::Regulations)
    }
}

impl fmt::Display for Force {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Act => "Act",
            Self::Regulations => "regulations",
            Self::Guidance => "guidance",
            Self::Indicator => "indicator",
            Self::Local => "local",
        })
    }
}

/// How well the wording behind a term is known to the authors of this crate.
///
/// What was not read in the text itself is implemented like any other and listed as unchecked in
/// docs/RULES.md until someone has read it.
///
/// ```
/// use iro_handbook::law::{Reading, RuleId};
///
/// let term = RuleId::AdoptionReturnReview.rule().terms().next().unwrap();
/// assert_eq!(term.reading(), Reading::WellKnown);
/// assert_eq!(term.reading().letter(), 'K');
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// T: the text was read.
    TextRead,
    /// R: restated by a reliable secondary source.
    Restated,
    /// K: well known, the wording still to be checked.
    WellKnown,
}

impl Reading {
    /// The evidence letter: T, R or K.
    ///
    /// ```
    /// assert_eq!(iro_handbook::law::Reading::TextRead.letter(), 'T');
    /// ```
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::TextRead => 'T',
            Self::Restated => 'R',
            Self::WellKnown => 'K',
        }
    }
}

/// What a rule says over a span of days: the limit, where it stands, and how well it is known.
///
/// ```
/// use iro_handbook::law::RuleId;
///
/// for term in RuleId::FirstReview.rule().terms() {
///     println!("{}: {} ({})", term.in_force(), term.limit(), term.citation());
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    in_force: InForce,
    limit: Limit,
    /// The first provision: a term has at least one, by construction.
    citation: Citation,
    reading: Reading,
    further: &'static [(Citation, Reading)],
    cases: &'static [(Case, Limit)],
    numbers: &'static [(Number, u32)],
}

impl Term {
    pub(crate) const fn new(
        in_force: InForce,
        limit: Limit,
        citation: Citation,
        reading: Reading,
    ) -> Self {
        Self { in_force, limit, citation, reading, further: &[], cases: &[], numbers: &[] }
    }

    pub(crate) const fn with_cases(mut self, cases: &'static [(Case, Limit)]) -> Self {
        self.cases = cases;
        self
    }

    pub(crate) const fn with_numbers(mut self, numbers: &'static [(Number, u32)]) -> Self {
        self.numbers = numbers;
        self
    }

    pub(crate) const fn with_sources(mut self, further: &'static [(Citation, Reading)]) -> Self {
        self.further = further;
        self
    }

    /// The days on which this is the rule.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::AdoptionReturnReview.rule().terms().next().unwrap();
    /// assert_eq!(term.in_force().to_string(), "from 30 December 2005");
    /// ```
    #[must_use]
    pub const fn in_force(&self) -> InForce {
        self.in_force
    }

    /// How long it leaves in the ordinary case.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::SecondReview.rule().terms().last().unwrap();
    /// assert_eq!(term.limit().to_string(), "within 3 months");
    /// ```
    #[inline]
    #[must_use]
    pub const fn limit(&self) -> Limit {
        self.limit
    }

    /// How long it leaves in a case that has a limit of its own.
    ///
    /// ```
    /// use iro_handbook::law::{Case, RuleId};
    ///
    /// let term = RuleId::CarePlan.rule().terms().last().unwrap();
    /// assert_eq!(term.limit().to_string(), "before the event");
    /// let limit = term.limit_in(Case::NotPracticable).unwrap();
    /// assert_eq!(limit.to_string(), "within 10 working days");
    /// ```
    #[must_use]
    pub fn limit_in(&self, case: Case) -> Option<Limit> {
        self.cases().find_map(|(own, limit)| (own == case).then_some(limit))
    }

    /// The cases that have a limit of their own, with it.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::CarePlan.rule().terms().last().unwrap().cases().count(), 2);
    /// ```
    pub fn cases(&self) -> impl ExactSizeIterator<Item = (Case, Limit)> + use<> {
        self.cases.iter().copied()
    }

    /// A number that stands in the law beside the limit.
    ///
    /// ```
    /// use iro_handbook::law::{Number, RuleId};
    ///
    /// let term = RuleId::ReviewAdjournment.rule().terms().next().unwrap();
    /// assert_eq!(term.number(Number::Adjournments), Some(1));
    /// ```
    #[must_use]
    pub fn number(&self, number: Number) -> Option<u32> {
        self.numbers().find_map(|(own, value)| (own == number).then_some(value))
    }

    /// The numbers that stand in the law beside the limit.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::ShortBreakConditions.rule().terms().next().unwrap();
    /// assert_eq!(term.numbers().map(|(_, value)| value).collect::<Vec<_>>(), [17, 75, 12]);
    /// ```
    pub fn numbers(&self) -> impl ExactSizeIterator<Item = (Number, u32)> + use<> {
        self.numbers.iter().copied()
    }

    /// Where it stands: the first of the [`citations`](Self::citations).
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::SecondReview.rule().terms().last().unwrap();
    /// assert_eq!(term.citation().provision(), "regulation 33(2)");
    /// ```
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.citation
    }

    /// Every provision it stands in, at least one.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::PathwayAssessment.rule().terms().next().unwrap();
    /// let provisions: Vec<_> = term.citations().map(|citation| citation.provision()).collect();
    /// assert_eq!(provisions, ["regulation 40", "regulation 42(1)"]);
    /// ```
    pub fn citations(&self) -> impl Iterator<Item = Citation> + use<> {
        self.sources().map(|(citation, _)| citation)
    }

    /// The citations, each with how well its wording is known.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::CafcassReferral.rule().terms().next().unwrap();
    /// let letters: String = term.sources().map(|(_, reading)| reading.letter()).collect();
    /// assert_eq!(letters, "TK");
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = (Citation, Reading)> + use<> {
        core::iter::once((self.citation, self.reading)).chain(self.further.iter().copied())
    }

    /// How well its wording is known: the least well known of its provisions decides.
    ///
    /// ```
    /// use iro_handbook::law::{Reading, RuleId};
    ///
    /// let reading = |id: RuleId| id.rule().terms().last().unwrap().reading();
    /// assert_eq!(reading(RuleId::SecondReview), Reading::TextRead);
    /// assert_eq!(reading(RuleId::CafcassReferral), Reading::WellKnown);
    /// ```
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.further.iter().fold(self.reading, |least, (_, reading)| least.max(*reading))
    }
}

/// A time in which a duty was softened without its limit changing.
///
/// A duty whose last day fell in that time is counted like any other and marked as softened.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::law::RuleId;
///
/// let rule = RuleId::SubsequentReview.rule();
/// let easement = rule.easement_on(NaiveDate::from_ymd_opt(2020, 6, 1).unwrap()).unwrap();
/// assert_eq!(easement.effect(), "only where reasonably practicable");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Easement {
    in_force: InForce,
    effect: &'static str,
    citation: Citation,
    reading: Reading,
}

impl Easement {
    pub(crate) const fn new(
        in_force: InForce,
        effect: &'static str,
        citation: Citation,
        reading: Reading,
    ) -> Self {
        Self { in_force, effect, citation, reading }
    }

    /// The days on which the duty was softened.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let easement = RuleId::SubsequentReview.rule().easements().next().unwrap();
    /// assert_eq!(easement.in_force().to_string(), "24 April 2020 to 25 September 2020");
    /// ```
    #[must_use]
    pub const fn in_force(&self) -> InForce {
        self.in_force
    }

    /// What softened it, in a few words.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let easement = RuleId::SubsequentReview.rule().easements().next().unwrap();
    /// assert!(easement.effect().contains("reasonably practicable"));
    /// ```
    #[must_use]
    pub const fn effect(&self) -> &'static str {
        self.effect
    }

    /// Where it stands.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let easement = RuleId::SubsequentReview.rule().easements().next().unwrap();
    /// assert_eq!(easement.citation().provision(), "regulation 8");
    /// ```
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.citation
    }

    /// How well its wording is known.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let easement = RuleId::SubsequentReview.rule().easements().next().unwrap();
    /// assert_eq!(easement.reading().letter(), 'T');
    /// ```
    #[must_use]
    pub const fn reading(&self) -> Reading {
        self.reading
    }
}

/// One duty: what starts its clock, what answers it, how binding it is, and its terms over time.
///
/// ```
/// use iro_handbook::law::{RuleId, rules};
///
/// let rule = RuleId::FirstReview.rule();
/// assert_eq!(rule.id().as_str(), "first-review");
/// assert!(rules().any(|r| r == rule));
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub(super) id: RuleId,
    pub(super) family: Family,
    pub(super) title: &'static str,
    pub(super) force: Force,
    pub(super) clock_starts: &'static str,
    pub(super) answered_by: &'static str,
    pub(super) says: &'static str,
    pub(super) checks: &'static str,
    pub(super) exceptions: &'static [&'static str],
    pub(super) outcomes: &'static [OutcomeKind],
    /// A rule has at least one term, so at least one citation, by construction.
    pub(super) first_term: Term,
    pub(super) later_terms: &'static [Term],
    pub(super) easements: &'static [Easement],
    pub(super) facts_needed: &'static [&'static str],
}

impl Rule {
    /// The identifier, stable and never reused.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::SecondReview.rule().id(), RuleId::SecondReview);
    /// ```
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// The family of duties it belongs to.
    ///
    /// ```
    /// use iro_handbook::law::{Family, RuleId};
    ///
    /// assert_eq!(RuleId::HealthReview.rule().family(), Family::Health);
    /// ```
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// What the duty is called, as it stands at the head of a sentence.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::SecondReview.rule().title(), "Second review");
    /// ```
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// How binding it is.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert!(RuleId::SecondReview.rule().force().is_law());
    /// ```
    #[must_use]
    pub const fn force(&self) -> Force {
        self.force
    }

    /// What starts the clock.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::FirstReview.rule().clock_starts(), "becoming looked after");
    /// ```
    #[must_use]
    pub const fn clock_starts(&self) -> &'static str {
        self.clock_starts
    }

    /// What answers the duty.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::FirstReview.rule().answered_by(), "a review");
    /// ```
    #[must_use]
    pub const fn answered_by(&self) -> &'static str {
        self.answered_by
    }

    /// What the law says, in other words than its own. The numbers are in the terms.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert!(RuleId::IroAppointed.rule().says().contains("appoints an IRO"));
    /// ```
    #[must_use]
    pub const fn says(&self) -> &'static str {
        self.says
    }

    /// What is checked on the records.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert!(RuleId::FirstReview.rule().checks().contains("held by the last day"));
    /// ```
    #[must_use]
    pub const fn checks(&self) -> &'static str {
        self.checks
    }

    /// The exceptions, a sentence each.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::ChildSpokenToPrivately.rule().exceptions().len(), 2);
    /// ```
    #[must_use]
    pub const fn exceptions(&self) -> &'static [&'static str] {
        self.exceptions
    }

    /// What can become of the duty.
    ///
    /// ```
    /// use iro_handbook::law::{OutcomeKind, RuleId};
    ///
    /// // Without a number of days there is no being late.
    /// assert!(!RuleId::IroVacancy.rule().outcomes().contains(&OutcomeKind::MetLate));
    /// ```
    #[must_use]
    pub const fn outcomes(&self) -> &'static [OutcomeKind] {
        self.outcomes
    }

    /// The rule written out, as docs/RULES.md has it.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let text = RuleId::FirstReview.rule().explain().to_string();
    /// assert!(text.starts_with("`first-review`: First review (regulations)\n"));
    /// ```
    #[must_use]
    pub const fn explain(&self) -> RuleText<'_> {
        RuleText::new(self)
    }

    /// The facts a record must hold for the duty to be judged.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert!(!RuleId::FirstReview.rule().facts_needed().is_empty());
    /// ```
    #[must_use]
    pub const fn facts_needed(&self) -> &'static [&'static str] {
        self.facts_needed
    }

    /// What the rule has said over time, oldest first.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::FirstReview.rule().terms().count(), 2);
    /// ```
    pub fn terms(&self) -> impl DoubleEndedIterator<Item = &Term> {
        core::iter::once(&self.first_term).chain(self.later_terms)
    }

    /// What the rule says on a day, where it is in force on it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::law::RuleId;
    ///
    /// let day = NaiveDate::from_ymd_opt(1991, 10, 13).unwrap();
    /// assert!(RuleId::FirstReview.rule().term_on(day).is_none());
    /// ```
    #[must_use]
    pub fn term_on(&self, day: NaiveDate) -> Option<&Term> {
        self.terms().find(|term| term.in_force.contains(day))
    }

    /// The term by which a duty is judged whose clock started on a day: the one in force on it, or,
    /// where none was, the nearest (see "Before the first day in force" in docs/LAW.md).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::law::RuleId;
    ///
    /// let rule = RuleId::FirstReview.rule();
    /// let early = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    /// assert_eq!(rule.governing_term(early), rule.terms().next().unwrap());
    /// ```
    #[must_use]
    #[inline]
    pub fn governing_term(&self, trigger: NaiveDate) -> &Term {
        self.later_terms
            .iter()
            .rev()
            .find(|term| term.in_force.first_day() <= trigger)
            .unwrap_or(&self.first_term)
    }

    /// The times in which the duty was softened.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// assert_eq!(RuleId::FirstReview.rule().easements().count(), 0);
    /// assert_eq!(RuleId::SubsequentReview.rule().easements().count(), 1);
    /// ```
    pub fn easements(&self) -> impl Iterator<Item = &Easement> {
        self.easements.iter()
    }

    /// The easement, if any, for a duty whose last day is this one.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::law::RuleId;
    ///
    /// let day = NaiveDate::from_ymd_opt(2020, 4, 24).unwrap();
    /// assert!(RuleId::SubsequentReview.rule().easement_on(day).is_some());
    /// assert!(RuleId::FirstReview.rule().easement_on(day).is_none());
    /// ```
    #[must_use]
    pub fn easement_on(&self, last_day: NaiveDate) -> Option<&Easement> {
        self.easements.iter().find(|easement| easement.in_force.contains(last_day))
    }
}
