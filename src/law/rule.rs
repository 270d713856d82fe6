//! What a rule is: one duty, how binding it is, and its terms over time.

use super::{Easement, Family, OutcomeKind, RuleId, RuleText, Term};
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
    pub(super) example: &'static str,
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

    /// A worked example: a case in plain words, with its days, and what becomes of the duty. The child is
    /// made up. The answer is this crate's: a test builds the records of every example and assesses them.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let example = RuleId::FirstReview.rule().example();
    /// assert!(example.contains("The twentieth working day after it is Mon 30 March."));
    /// ```
    #[must_use]
    pub const fn example(&self) -> &'static str {
        self.example
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
        self.terms().find(|term| term.in_force().contains(day))
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
            .find(|term| term.in_force().first_day() <= trigger)
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
        self.easements.iter().find(|easement| easement.in_force().contains(last_day))
    }
}
