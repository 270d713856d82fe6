//! Duties that hang on a list in the record: one finding for each thing on it, and one that says so where
//! the list is empty or was not kept.

use super::super::Sink;
use crate::assess::check::Context;
use crate::assess::{Finding, Missing, Of, Outcome, Subject};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::CarePeriod;
use chrono::NaiveDate;

/// Whom the duties are about, and until when.
pub(super) struct Scope<'c, 'r> {
    pub(super) context: &'c Context<'c>,
    pub(super) id: &'r str,
    pub(super) whole: Subject<'r>,
    /// The end of the period of care, where it has ended.
    pub(super) ended: Option<NaiveDate>,
}

/// What to say of a list: which facts are missing where it was not kept, and why the rule does not apply
/// where it is empty.
pub(super) struct Words {
    pub(super) missing: &'static str,
    pub(super) none: &'static str,
}

impl<'c, 'r> Scope<'c, 'r> {
    pub(super) fn of_period(context: &'c Context<'c>, id: &'r str, period: &'r CarePeriod) -> Self {
        let ended = period.ended().filter(|ended| *ended <= context.as_of);
        Self { context, id, whole: Subject::new(id, Of::PeriodOfCare(period.began())), ended }
    }

    pub(super) fn of_child(context: &'c Context<'c>, id: &'r str) -> Self {
        Self { context, id, whole: Subject::new(id, Of::Child), ended: None }
    }

    pub(super) fn subject(&self, of: Of<'r>) -> Subject<'r> {
        Subject::new(self.id, of)
    }

    /// The last day of which anything is asked.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.ended.unwrap_or(self.context.as_of)
    }

    /// Hands on each thing on a list that had come by the day asked about.
    pub(super) fn each<'l, T>(
        &self,
        rule: RuleId,
        words: &Words,
        list: Option<&'l [T]>,
        on: impl Fn(&T) -> NaiveDate,
        out: Sink<'_, 'r>,
        assess: impl FnMut(&'l T, Sink<'_, 'r>) -> Result<()>,
    ) -> Result<()> {
        self.each_of(rule, words, list.map(<[T]>::iter), |item| on(item), out, assess)
    }

    /// The same of what another part of the record shows, in order of time.
    pub(super) fn each_of<T>(
        &self,
        rule: RuleId,
        words: &Words,
        list: Option<impl Iterator<Item = T>>,
        on: impl Fn(&T) -> NaiveDate,
        out: Sink<'_, 'r>,
        mut assess: impl FnMut(T, Sink<'_, 'r>) -> Result<()>,
    ) -> Result<()> {
        let recorded = list.is_some();
        let mut none = true;
        for item in list.into_iter().flatten().take_while(|item| on(item) <= self.context.as_of) {
            none = false;
            assess(item, out)?;
        }
        if none && rule.rule().term_on(self.last_day()).is_some() {
            let outcome = if recorded {
                Outcome::NotApplicable(words.none)
            } else {
                Outcome::CannotTell(Missing::Fact(words.missing))
            };
            out(&Finding::new(rule, self.whole, self.last_day(), outcome));
        }
        Ok(())
    }
}
