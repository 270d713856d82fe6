//! What has to be done before a review.

use super::Sink;
use crate::assess::check::{Clock, Context};
use crate::assess::{Finding, Missing, Of, Outcome, Subject, Value};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{CarePeriod, CareRecord, Done, Entry, Heard, ReviewRecord, SpokenTo, Whose};

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        for (review, _) in context.reviews(period) {
            let subject = Subject::new(record.id(), Of::Review(review.held_on()));
            let in_force = |rule: RuleId| rule.rule().term_on(review.held_on()).is_some();
            if in_force(RuleId::SocialWorkerDiscussion) {
                discussion(context, period, review, subject, out)?;
            }
            if in_force(RuleId::ReportsReady) {
                reports(context, period, review, subject, out)?;
            }
            if in_force(RuleId::ChildSpokenToPrivately) {
                out(spoken_to(context, review, subject));
            }
            if in_force(RuleId::ParentsViews) {
                out(views(review, subject));
            }
        }
    }
    Ok(())
}

fn discussion<'r>(
    context: &Context<'_>,
    period: &CarePeriod,
    review: &ReviewRecord,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let rule = RuleId::SocialWorkerDiscussion;
    let done = review.preparation().discussion();
    let found = beforehand(context, rule, period, review, subject, done, "the day of the talk")?;
    if let Some(finding) = found {
        out(after_it(finding, context, review, done, "talk only after the review, on"));
    }
    Ok(())
}

fn reports<'r>(
    context: &Context<'_>,
    period: &CarePeriod,
    review: &ReviewRecord,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let rule = RuleId::ReportsReady;
    let known = |done: Done| done.known_on(context.as_of).known_on(review.held_on());
    let (report, plan) = (review.preparation().report(), review.preparation().care_plan());
    // Both are owed: the later one answers, and one that never came is enough for none.
    let (both, missing) = match (known(report), known(plan)) {
        (Done::On(report), Done::On(plan)) => (Done::On(report.max(plan)), ""),
        (Done::No, _) | (_, Done::No) => (Done::No, ""),
        (Done::NotRecorded, Done::NotRecorded) => {
            (Done::NotRecorded, "the days the report and the care plan reached the IRO")
        }
        (Done::NotRecorded, Done::On(_)) => {
            (Done::NotRecorded, "the day the report reached the IRO")
        }
        (Done::On(_), Done::NotRecorded) => {
            (Done::NotRecorded, "the day the care plan reached the IRO")
        }
    };
    if let Some(finding) = beforehand(context, rule, period, review, subject, both, missing)? {
        let finding = with_done(finding, "report with the IRO", report.known_on(context.as_of));
        out(with_done(finding, "care plan with the IRO", plan.known_on(context.as_of)));
    }
    Ok(())
}

/// Something to be done so long before the review. Done after it, it was not done for it; and before
/// the child was looked after nobody could do it.
fn beforehand<'r>(
    context: &Context<'_>,
    rule: RuleId,
    period: &CarePeriod,
    review: &ReviewRecord,
    subject: Subject<'r>,
    done: Done,
    missing: &'static str,
) -> Result<Option<Finding<'r>>> {
    let held_on = review.held_on();
    let Some(length) = context.period(rule, None, held_on) else { return Ok(None) };
    let due = context.due_before(length, Clock { trigger: "the review of", day: held_on })?;
    let finding = context.by(rule, subject, held_on, due, done.known_on(held_on), None, missing);
    let known = period.period_of_care().entry() == Entry::Known;
    Ok(Some(if known && due.by() < period.began() {
        finding.with_outcome(Outcome::NotApplicable("the child was not yet looked after that day"))
    } else {
        finding
    }))
}

/// With the day it was done, where that was only after the review.
fn after_it<'r>(
    finding: Finding<'r>,
    context: &Context<'_>,
    review: &ReviewRecord,
    done: Done,
    what: &'static str,
) -> Finding<'r> {
    match done.known_on(context.as_of).on().filter(|day| *day > review.held_on()) {
        Some(day) => finding.with_fact(what, Value::Day(day)),
        None => finding,
    }
}

fn with_done<'r>(finding: Finding<'r>, what: &'static str, done: Done) -> Finding<'r> {
    match done {
        Done::On(day) => finding.with_fact(what, Value::Day(day)),
        Done::No => finding.with_fact(what, Value::No),
        Done::NotRecorded => finding,
    }
}

fn spoken_to<'r>(
    context: &Context<'_>,
    review: &'r ReviewRecord,
    subject: Subject<'r>,
) -> Finding<'r> {
    let held_on = review.held_on();
    let of = |outcome| Finding::new(RuleId::ChildSpokenToPrivately, subject, held_on, outcome);
    match review.preparation().child_spoken_to() {
        SpokenTo::On(day) if *day <= held_on => of(Outcome::Met).with_answer(Some(*day)),
        SpokenTo::On(day) => {
            let what = "spoken to only after the review, on";
            after_it(of(Outcome::NotMet), context, review, Done::On(*day), what)
        }
        SpokenTo::No => of(Outcome::NotMet),
        SpokenTo::Refused { of_sufficient_understanding: Some(true) } => {
            of(Outcome::NotApplicable("the child, of sufficient understanding, refused"))
        }
        SpokenTo::Refused { of_sufficient_understanding: Some(false) } => {
            of(Outcome::NotMet).with_fact("refused without sufficient understanding", Value::Yes)
        }
        SpokenTo::Refused { of_sufficient_understanding: None } => of(Outcome::CannotTell(
            Missing::Fact("whether the child who refused was of sufficient understanding"),
        )),
        SpokenTo::Inappropriate { reason } => of(Outcome::NotApplicable(
            "the IRO found it inappropriate at the child's age and understanding",
        ))
        .with_fact("reason", Value::Text(reason.as_str())),
        SpokenTo::NotRecorded => of(Outcome::CannotTell(Missing::Fact(
            "the day of the private talk, or why there was none",
        ))),
    }
}

fn views<'r>(review: &'r ReviewRecord, subject: Subject<'r>) -> Finding<'r> {
    let of = |outcome| Finding::new(RuleId::ParentsViews, subject, review.held_on(), outcome);
    if let Some(reason) = review.preparation().no_parents() {
        return of(Outcome::NotApplicable(
            "there is no parent and nobody with parental responsibility",
        ))
        .with_fact("reason", Value::Text(reason.as_str()));
    }
    let (mut obtained, mut lacking, mut unknown, mut impracticable) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut reason = None;
    let views = review.preparation().views().unwrap_or_default().iter();
    for views in views.filter(|views| views.whose() != Whose::Carer) {
        let count = match views.heard() {
            Heard::Yes => &mut obtained,
            Heard::No => &mut lacking,
            Heard::NotRecorded => &mut unknown,
            Heard::NotPracticable { reason: why } => {
                reason = reason.or(Some(why.as_str()));
                &mut impracticable
            }
        };
        *count = count.saturating_add(1);
    }
    let finding = if lacking > 0 {
        of(Outcome::NotMet).with_fact("persons not asked", Value::Number(lacking))
    } else if unknown > 0 {
        of(Outcome::CannotTell(Missing::Fact("whether everyone's views were obtained")))
    } else if obtained > 0 {
        of(Outcome::Met)
    } else if impracticable > 0 {
        of(Outcome::NotApplicable("it was not reasonably practicable"))
    } else {
        of(Outcome::CannotTell(Missing::Fact("whose views were obtained")))
    };
    let finding = if obtained > 0 {
        finding.with_fact("persons whose views were obtained", Value::Number(obtained))
    } else {
        finding
    };
    match reason {
        Some(why) => finding
            .with_fact(
                "persons whose views it was not practicable to obtain",
                Value::Number(impracticable),
            )
            .with_fact("reason", Value::Text(why)),
        None => finding,
    }
}
