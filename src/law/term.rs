//! What a rule says over a span of days, where that stands, and how well its wording is known.

use super::{Case, Citation, InForce, Limit, Number};

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
