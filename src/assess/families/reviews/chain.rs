//! Reviews that follow one another at intervals of their own: each is counted from the one before.

use super::super::Sink;
use super::listed::Scope;
use crate::assess::check::Clock;
use crate::assess::{Due, Finding, Missing, Subject};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::Done;
use chrono::NaiveDate;

/// A first review counted from a start, and later ones counted each from the one before, until an end.
pub(super) struct Chain<'r> {
    pub(super) rule: RuleId,
    pub(super) later: RuleId,
    pub(super) subject: Subject<'r>,
    pub(super) start: Clock,
    /// How a later clock's start is called: "the review of".
    pub(super) after: &'static str,
    pub(super) ended: Option<NaiveDate>,
    /// The day from which the records hold the reviews. One before it, that nobody sees, may have started a
    /// later clock.
    pub(super) seen_from: Option<NaiveDate>,
    /// What is lacking where nobody recorded the reviews.
    pub(super) missing: &'static str,
}

impl<'r> Chain<'r> {
    /// Hands a finding for each review, and one for the duty that is open at the end, to a function that
    /// may add what else is known.
    ///
    /// `reviews` are those after the start, in order; `None` where nobody recorded them.
    pub(super) fn assess<R: Copy>(
        mut self,
        scope: &Scope<'_, 'r>,
        reviews: Option<impl Iterator<Item = R>>,
        held_on: impl Fn(R) -> NaiveDate,
        out: Sink<'_, 'r>,
        mut adapt: impl FnMut(Finding<'r>, Option<R>) -> Finding<'r>,
    ) -> Result<()> {
        let as_of = scope.context.as_of;
        let unanswered = if reviews.is_some() { Done::No } else { Done::NotRecorded };
        for review in reviews.into_iter().flatten() {
            let on = held_on(review);
            if on > as_of {
                break;
            }
            if let Some(finding) = self.finding(scope, Done::On(on))? {
                out(&adapt(finding, Some(review)));
            }
            self.rule = self.later;
            self.start = Clock { trigger: self.after, day: on };
        }
        if let Some(finding) = self.finding(scope, unanswered)? {
            out(&adapt(finding, None));
        }
        Ok(())
    }

    fn finding(&self, scope: &Scope<'_, 'r>, done: Done) -> Result<Option<Finding<'r>>> {
        if self.rule.rule().term_on(self.start.day).is_none() {
            return Ok(None);
        }
        let context = scope.context;
        if let Some((from, eve)) = self.hidden() {
            let Some(period) = context.period(self.later, None, eve) else { return Ok(None) };
            let first = context.due_in(self.rule, None, self.start)?.by;
            let due = Due {
                from: Some(first),
                by: period.after(eve, context.calendar)?,
                reckoning: None,
            };
            let missing = [Missing::Fact(self.missing), Missing::ReviewsBefore(from)];
            let subject = self.subject.with_clock(eve);
            let ended = self.ended;
            return Ok(Some(context.between(self.later, subject, eve, due, done, ended, missing)));
        }
        let subject = self.subject.with_clock(self.start.day);
        context.within(self.rule, None, subject, self.start, done, self.ended, self.missing)
    }

    /// Where a review after the start may be hidden: the first day of the records, and its eve.
    fn hidden(&self) -> Option<(NaiveDate, NaiveDate)> {
        let from = self.seen_from?;
        let eve = from.pred_opt().filter(|eve| *eve > self.start.day)?;
        Some((from, eve))
    }
}
