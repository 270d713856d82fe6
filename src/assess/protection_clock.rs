//! The clock of review conferences: what was due of one plan, and what became of it.

use super::{History, Missing, Outcome};
use crate::calendar::{Period, WorkingDays};
use crate::error::Result;
use crate::law::{Method, RuleId};
use crate::record::{Conference, ConferenceKind, Done, ProtectionPlan, ProtectionRecord};
use chrono::NaiveDate;

const NO_LOCAL_TIME: &str =
    "the conference was before the birth, and the authority has set no time after it";
pub(super) const CONFERENCE_OF_THE_PLAN: Missing =
    Missing::Fact("the conference from which the plan came");

/// How a plan's review conferences are judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProtectionClock<'c> {
    pub(crate) calendar: &'c WorkingDays,
    pub(crate) as_of: NaiveDate,
    pub(crate) history: History,
    pub(crate) method: Method,
    /// The authority's own time for the first review after a conference before the birth.
    pub(crate) after_pre_birth: Option<Period>,
}

/// One review conference that was due.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConferenceDue<'r> {
    pub(crate) rule: RuleId,
    /// The day that started the clock, or, where that is not known, the last day on which it can have been.
    pub(crate) day: NaiveDate,
    /// How that day is called; none where it is not known.
    pub(crate) trigger: Option<&'static str>,
    /// What it leaves.
    pub(crate) period: Option<Period>,
    /// The earliest that the last day can be; none where that is not known.
    pub(crate) from: Option<NaiveDate>,
    pub(crate) by: Option<NaiveDate>,
    pub(crate) answer: Option<&'r Conference>,
    pub(crate) outcome: Outcome,
}

/// A duty whose last day is known, exactly or between bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) from: Option<NaiveDate>,
    pub(super) by: NaiveDate,
    /// What is missing where the answer lies between.
    pub(super) missing: Missing,
}

impl Bounds {
    /// What became of it. `unrecorded` is missing where nobody recorded whether it was done.
    pub(super) fn outcome(
        self,
        as_of: NaiveDate,
        ended: Option<NaiveDate>,
        done: Done,
        unrecorded: Missing,
    ) -> Outcome {
        let certainly_by = |day: NaiveDate| self.from.is_some_and(|from| day <= from);
        match done {
            Done::On(day) if certainly_by(day) => Outcome::Met,
            Done::On(day) if day > self.by => Outcome::MetLate,
            Done::On(_) => Outcome::CannotTell(self.missing),
            Done::No | Done::NotRecorded if ended.is_none() && certainly_by(as_of) => {
                Outcome::NotYetDue
            }
            Done::NotRecorded => Outcome::CannotTell(unrecorded),
            Done::No if ended.is_some_and(certainly_by) => Outcome::Lapsed,
            Done::No if ended.unwrap_or(as_of) > self.by => Outcome::NotMet,
            Done::No => Outcome::CannotTell(self.missing),
        }
    }
}

impl ProtectionClock<'_> {
    /// Every review conference due of a plan that had begun by the day asked about, in order.
    pub(crate) fn each<'r>(
        &self,
        record: &'r ProtectionRecord,
        plan: &'r ProtectionPlan,
        out: &mut dyn FnMut(ConferenceDue<'r>),
    ) -> Result<()> {
        let ended = plan.ended().filter(|ended| *ended <= self.as_of);
        let began_with = record.conference_of(plan);
        let started = began_with.map_or(plan.began(), Conference::held_on);
        let complete_from = self.history.first_day();
        let unseen = complete_from.filter(|first| started < *first);
        let mut reviews = record.reviews_of(plan).filter(move |review| {
            let on = review.held_on();
            on <= self.as_of && complete_from.is_none_or(|first| first <= on)
        });
        let first_seen = reviews.next();

        let mut first = self.first(began_with, started)?;
        let missing = if began_with.is_none() {
            CONFERENCE_OF_THE_PLAN
        } else {
            Missing::Fact("the day on which it was due")
        };
        let unrecorded = Missing::Fact("the review conferences");
        let done = match first_seen {
            Some(review) => Done::On(review.held_on()),
            None if record.conferences().is_some() => Done::No,
            None => Done::NotRecorded,
        };
        let judged = |from, by, done| {
            Bounds { from, by, missing }.outcome(self.as_of, ended, done, unrecorded)
        };
        if let Some(by) = first.by {
            first.outcome = judged(first.from, by, done);
        }
        first.answer = first_seen;
        if let Some(from) = unseen.filter(|_| record.conferences().is_some()) {
            self.with_unseen(first, from, first_seen, ended, out)?;
        } else {
            out(first);
        }

        let mut before = first_seen;
        while let Some(review) = before {
            let next = reviews.next();
            out(self.later(review.held_on(), next, ended)?);
            before = next;
        }
        Ok(())
    }

    /// The first one, not judged yet.
    fn first<'r>(
        &self,
        conference: Option<&Conference>,
        started: NaiveDate,
    ) -> Result<ConferenceDue<'r>> {
        let rule = RuleId::FirstReviewConference;
        let ordinary = rule.rule().governing_term(started).limit().latest();
        let local = conference.is_some_and(|c| c.kind() == ConferenceKind::BeforeBirth);
        let period = if local { self.after_pre_birth } else { ordinary };
        let period = period.map(|period| self.method.period(period));
        let by = period.map(|period| period.after(started, self.calendar)).transpose()?;
        Ok(ConferenceDue {
            rule,
            day: started,
            trigger: conference.map(|_| "the conference of"),
            period,
            from: by.filter(|_| conference.is_some()),
            by,
            answer: None,
            outcome: Outcome::NotApplicable(NO_LOCAL_TIME),
        })
    }

    /// Reviews between the start and the first day of the records are not known: the first review seen may be
    /// any. By the first last day it is in time whichever it is; half a year without one is too long wherever it
    /// began.
    fn with_unseen<'r>(
        &self,
        mut first: ConferenceDue<'r>,
        complete_from: NaiveDate,
        seen: Option<&'r Conference>,
        ended: Option<NaiveDate>,
        out: &mut dyn FnMut(ConferenceDue<'r>),
    ) -> Result<()> {
        if matches!(first.outcome, Outcome::Met | Outcome::NotYetDue) {
            out(first);
            return Ok(());
        }
        let unknown = Outcome::CannotTell(Missing::ReviewsBefore(complete_from));
        let limited = first.by.is_some();
        if limited {
            first.outcome = unknown;
        }
        first.answer = None;
        out(first);
        let rule = RuleId::LaterReviewConference;
        let day = complete_from.pred_opt().unwrap_or(complete_from);
        let period = rule.rule().governing_term(day).limit().latest();
        let period = period.filter(|_| limited).map(|period| self.method.period(period));
        let by = period.map(|period| period.after(day, self.calendar)).transpose()?;
        let too_long = by.is_some_and(|by| match (seen, ended) {
            (Some(review), _) => review.held_on() > by,
            (None, ended) => ended.unwrap_or(self.as_of) > by,
        });
        let outcome = match (too_long, seen) {
            (true, Some(_)) => Outcome::MetLate,
            (true, None) => Outcome::NotMet,
            (false, _) => unknown,
        };
        out(ConferenceDue {
            rule,
            day,
            trigger: None,
            period,
            from: None,
            by,
            answer: seen,
            outcome,
        });
        Ok(())
    }

    fn later<'r>(
        &self,
        day: NaiveDate,
        next: Option<&'r Conference>,
        ended: Option<NaiveDate>,
    ) -> Result<ConferenceDue<'r>> {
        let rule = RuleId::LaterReviewConference;
        let period = rule.rule().governing_term(day).limit().latest();
        let period = period.map(|period| self.method.period(period));
        let by = period.map(|period| period.after(day, self.calendar)).transpose()?;
        let missing = Missing::Fact("the day on which it was due");
        let done = next.map_or(Done::No, |review| Done::On(review.held_on()));
        let bounds = Bounds { from: by, by: by.unwrap_or(NaiveDate::MAX), missing };
        let outcome = bounds.outcome(self.as_of, ended, done, missing);
        let trigger = Some("the review conference of");
        Ok(ConferenceDue { rule, day, trigger, period, from: by, by, answer: next, outcome })
    }
}
