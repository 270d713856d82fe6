//! What the families of rules share: how a duty of each shape is judged.

use super::finding::Reckoning;
use super::{
    Due, Finding, History, Missing, Outcome, Policy, ReviewClock, ReviewFinding, Subject, Value,
};
use crate::calendar::{Period, WorkingDays};
use crate::error::Result;
use crate::law::{Case, Limit, Number, RuleId};
use crate::record::{CarePeriod, Done, Entry, ReviewRecord};
use chrono::NaiveDate;

/// What is asked: by which calendar, as of when, by which policy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'c> {
    pub(super) calendar: &'c WorkingDays,
    pub(super) as_of: NaiveDate,
    pub(super) history: History,
    pub(super) policy: &'c Policy,
}

/// A day that starts a clock, and how it is called: "completion of the review on".
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) trigger: &'static str,
    pub(super) day: NaiveDate,
}

impl Context<'_> {
    /// The reviews of a period that were held by the day asked about, by date, each with the next.
    pub(super) fn reviews<'r>(
        &self,
        period: &'r CarePeriod,
    ) -> impl Iterator<Item = (&'r ReviewRecord, Option<&'r ReviewRecord>)> + use<'r> {
        let as_of = self.as_of;
        let reviews = period.reviews().iter();
        let next = reviews.clone().skip(1).map(Some).chain(core::iter::once(None));
        reviews.zip(next).take_while(move |(review, _)| review.held_on() <= as_of)
    }

    /// The last lawful day of the first review of a period of care; none where the entry into care is not
    /// known. A placement for adoption before that day brings its own first review in its stead.
    pub(super) fn first_review_due(&self, period: &CarePeriod) -> Result<Option<NaiveDate>> {
        let care = period.period_of_care();
        if care.entry() == Entry::NotKnown {
            return Ok(None);
        }
        let clock = ReviewClock::new(self.calendar, self.as_of);
        let moved =
            |duty: &ReviewFinding| duty.is_left_behind() && duty.outcome() == Outcome::Lapsed;
        let first = clock.duties(care.view()?)?.find(|duty| !moved(duty));
        Ok(first.map(|duty| duty.latest().last_day()))
    }

    /// What the registry leaves for a duty whose clock started on a day, in a case of the rule or the
    /// ordinary one; none where it names no length.
    #[inline]
    pub(super) fn period(
        &self,
        rule: RuleId,
        case: Option<Case>,
        day: NaiveDate,
    ) -> Option<Period> {
        let term = rule.rule().governing_term(day);
        match case.map_or(Some(term.limit()), |case| term.limit_in(case))? {
            Limit::AtLeastBefore(period) => Some(period),
            limit => limit.latest(),
        }
    }

    /// A number of a rule, as it stood on a day.
    #[inline]
    pub(super) fn number(&self, rule: RuleId, number: Number, day: NaiveDate) -> Option<u32> {
        rule.rule().governing_term(day).number(number)
    }

    /// So long after the clock started.
    #[inline]
    pub(super) fn due_after(&self, period: Period, clock: Clock) -> Result<Due> {
        let by = period.after(clock.day, self.calendar)?;
        let Clock { trigger, day } = clock;
        Ok(Due {
            from: Some(by),
            by,
            reckoning: Some(Reckoning { period, before: false, trigger, day }),
        })
    }

    /// What the registry leaves, counted from the clock; the day itself where it names no length.
    #[inline]
    pub(super) fn due_in(&self, rule: RuleId, case: Option<Case>, clock: Clock) -> Result<Due> {
        match self.period(rule, case, clock.day) {
            Some(period) => self.due_after(period, clock),
            None => Ok(Due::on(clock.day)),
        }
    }

    /// At the latest so long before what the clock counts back from.
    #[inline]
    pub(super) fn due_before(&self, period: Period, clock: Clock) -> Result<Due> {
        let by = period.before(clock.day, self.calendar)?;
        let Clock { trigger, day } = clock;
        Ok(Due {
            from: Some(by),
            by,
            reckoning: Some(Reckoning { period, before: true, trigger, day }),
        })
    }

    /// A duty to do something within the rule's limit after a day, in one of the rule's cases.
    ///
    /// `ended` is the day on which what the duty is for ended; `missing` names the fact that is not
    /// recorded.
    #[inline]
    #[expect(
        clippy::too_many_arguments,
        reason = "the facts of one duty, each named where it is given"
    )]
    pub(super) fn within<'r>(
        &self,
        rule: RuleId,
        case: Option<Case>,
        subject: Subject<'r>,
        clock: Clock,
        done: Done,
        ended: Option<NaiveDate>,
        missing: &'static str,
    ) -> Result<Option<Finding<'r>>> {
        let Some(period) = self.period(rule, case, clock.day) else { return Ok(None) };
        let due = self.due_after(period, clock)?;
        Ok(Some(self.by(rule, subject, clock.day, due, done, ended, missing)))
    }

    /// A duty to do something by a day that is already worked out.
    #[inline]
    #[expect(
        clippy::too_many_arguments,
        reason = "the facts of one duty, each named where it is given"
    )]
    pub(super) fn by<'r>(
        &self,
        rule: RuleId,
        subject: Subject<'r>,
        term_on: NaiveDate,
        due: Due,
        done: Done,
        ended: Option<NaiveDate>,
        missing: &'static str,
    ) -> Finding<'r> {
        let done = done.known_on(self.as_of);
        let ended = ended.filter(|ended| *ended <= self.as_of);
        let last = ended.unwrap_or(self.as_of);
        let outcome = match done {
            Done::On(day) if day <= due.by => Outcome::Met,
            Done::On(_) => Outcome::MetLate,
            // Nothing is overdue yet, recorded or not.
            Done::No | Done::NotRecorded if ended.is_none() && last <= due.by => Outcome::NotYetDue,
            Done::No if last <= due.by => Outcome::Lapsed,
            Done::No => Outcome::NotMet,
            Done::NotRecorded => Outcome::CannotTell(Missing::Fact(missing)),
        };
        Finding::new(rule, subject, term_on, outcome).with_due(due).with_answer(done.on())
    }

    /// A duty to do something by a day that is known only between bounds, for want of a fact; by a day
    /// worked out where the bounds are one.
    #[inline]
    #[allow(clippy::too_many_arguments)]
    pub(super) fn between<'r>(
        &self,
        rule: RuleId,
        subject: Subject<'r>,
        term_on: NaiveDate,
        due: Due,
        done: Done,
        ended: Option<NaiveDate>,
        [missing, for_due]: [Missing; 2],
    ) -> Finding<'r> {
        let Some(from) = due.from.filter(|from| *from < due.by) else {
            let Missing::Fact(unrecorded) = missing else {
                return self.by(rule, subject, term_on, due, done, ended, "the day it was done");
            };
            return self.by(rule, subject, term_on, due, done, ended, unrecorded);
        };
        let done = done.known_on(self.as_of);
        let ended = ended.filter(|ended| *ended <= self.as_of);
        let last = ended.unwrap_or(self.as_of);
        let outcome = match done {
            Done::On(day) if day <= from => Outcome::Met,
            Done::On(day) if day > due.by => Outcome::MetLate,
            Done::No | Done::NotRecorded if ended.is_none() && last <= from => Outcome::NotYetDue,
            Done::No if last <= from => Outcome::Lapsed,
            Done::No if last > due.by => Outcome::NotMet,
            Done::On(_) | Done::No => Outcome::CannotTell(for_due),
            Done::NotRecorded => Outcome::CannotTell(missing),
        };
        Finding::new(rule, subject, term_on, outcome).with_due(due).with_answer(done.on())
    }

    /// A duty that each review, decision or the like either fulfils or does not.
    #[inline]
    pub(super) fn each_time<'r>(
        rule: RuleId,
        subject: Subject<'r>,
        on: NaiveDate,
        answer: Option<bool>,
        missing: &'static str,
    ) -> Finding<'r> {
        let outcome = match answer {
            Some(true) => Outcome::Met,
            Some(false) => Outcome::NotMet,
            None => Outcome::CannotTell(Missing::Fact(missing)),
        };
        Finding::new(rule, subject, on, outcome)
    }

    /// A duty for which the law gives no number, only "as soon as practicable" or "at once": done on the
    /// day itself it is met; otherwise the days are reported and nobody can tell.
    #[inline]
    pub(super) fn days_reported<'r>(
        &self,
        rule: RuleId,
        subject: Subject<'r>,
        from: NaiveDate,
        done: Done,
        missing: &'static str,
    ) -> Finding<'r> {
        let done = done.known_on(self.as_of);
        let outcome = match done {
            Done::On(day) if day <= from => Outcome::Met,
            Done::On(_) | Done::No => {
                Outcome::CannotTell(Missing::Fact("whether that was as soon as it could be"))
            }
            Done::NotRecorded => Outcome::CannotTell(Missing::Fact(missing)),
        };
        let finding = Finding::new(rule, subject, from, outcome).with_answer(done.on());
        let until = match done {
            Done::On(day) => day,
            Done::No => self.as_of,
            Done::NotRecorded => return finding,
        };
        let days = until.signed_duration_since(from).num_days().max(0);
        finding.with_fact("days taken", Value::Number(u32::try_from(days).unwrap_or(u32::MAX)))
    }
}
