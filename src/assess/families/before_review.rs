//! What has to be done before a review.

use super::Sink;
use super::after_review::completed_on;
use crate::assess::check::{Clock, Context};
use crate::assess::since::Since;
use crate::assess::{Finding, Missing, Of, Outcome, Subject, Value};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{CareRecord, Done, Entry, Heard, ReviewRecord, SpokenTo, Whose};
use chrono::NaiveDate;

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        let known = period.period_of_care().entry() == Entry::Known;
        let mut time = Time { began: known.then(|| period.began()), since: Since::default() };
        time.since.not_before = time.began;
        time.since.surely = (!known).then(|| (period.began(), Missing::EntryIntoCare));
        for (review, _) in context.reviews(period) {
            let subject = Subject::new(record.id(), Of::Review(review.held_on()));
            let in_force = |rule: RuleId| rule.rule().term_on(review.held_on()).is_some();
            if in_force(RuleId::SocialWorkerDiscussion) {
                discussion(context, time, review, subject, out)?;
            }
            if in_force(RuleId::ReportsReady) {
                reports(context, time, review, subject, out)?;
            }
            if in_force(RuleId::ChildSpokenToPrivately) {
                out(&spoken_to(context, time, review, subject));
            }
            if in_force(RuleId::ParentsViews) {
                out(&views(review, subject));
            }
            // Of one day, what prepares a review came before it: it was for that one.
            let over = completed_on(review).succ_opt();
            time.since.not_before = time.since.not_before.max(over);
        }
    }
    Ok(())
}

/// The time in which a review is prepared: after the last one was over, and since the child is looked after.
#[derive(Clone, Copy)]
struct Time {
    /// Where that is known.
    began: Option<NaiveDate>,
    since: Since,
}

impl Time {
    /// What was done for this review; anything else is none of it.
    fn done_for(self, review: &ReviewRecord, done: Done) -> Done {
        self.since.done(done.known_on(review.held_on()))
    }
}

fn discussion<'r>(
    context: &Context<'_>,
    time: Time,
    review: &ReviewRecord,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let rule = RuleId::SocialWorkerDiscussion;
    let recorded = review.preparation().discussion();
    let done = time.done_for(review, recorded);
    if let Some(mut finding) =
        beforehand(context, rule, time, review, subject, done, "the day of the talk")?
    {
        let words = ["talk too early to be for this review, on", "talk only after the review, on"];
        tell_another_time(&mut finding, context, time, review, recorded, words);
        out(&finding);
    }
    Ok(())
}

fn reports<'r>(
    context: &Context<'_>,
    time: Time,
    review: &ReviewRecord,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let rule = RuleId::ReportsReady;
    let recorded = [review.preparation().report(), review.preparation().care_plan()];
    let [report, plan] = recorded.map(|done| time.done_for(review, done));
    // Both are owed: the later one answers, and one that never came is enough for none.
    let (both, missing) = match (report, plan) {
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
    if let Some(mut finding) = beforehand(context, rule, time, review, subject, both, missing)? {
        let mut tell = |what, done: Done, for_it, words| {
            match for_it {
                Done::On(day) => finding.add_fact(what, Value::Day(day)),
                Done::No if done == Done::No => finding.add_fact(what, Value::No),
                _ => {}
            }
            tell_another_time(&mut finding, context, time, review, done, words);
        };
        let [of_report, of_plan] = recorded;
        let words = [
            "report too early to be for this review, on",
            "report with the IRO only after the review, on",
        ];
        tell("report with the IRO", of_report, report, words);
        let words = [
            "care plan too early to be for this review, on",
            "care plan with the IRO only after the review, on",
        ];
        tell("care plan with the IRO", of_plan, plan, words);
        out(&finding);
    }
    Ok(())
}

/// Something to be done so long before the review. Where nobody could do it by then, or it was asked of
/// nobody, it is not owed.
#[inline(always)]
fn beforehand<'r>(
    context: &Context<'_>,
    rule: RuleId,
    time: Time,
    review: &ReviewRecord,
    subject: Subject<'r>,
    done: Done,
    missing: &'static str,
) -> Result<Option<Finding<'r>>> {
    let held_on = review.held_on();
    let Some(length) = context.period(rule, None, held_on) else { return Ok(None) };
    let due = context.due_before(length, Clock { trigger: "the review of", day: held_on })?;
    let mut finding = context.by(rule, subject, held_on, due, done, None, missing);
    let why_not = if rule.rule().term_on(due.by()).is_none() {
        "the guidance was not yet in force that day"
    } else if time.began.is_some_and(|began| due.by() < began) {
        "the child was not yet looked after that day"
    } else if !time.since.has_come(due.by()) {
        "the review before this one was not over by that day"
    } else {
        return Ok(Some(finding));
    };
    finding.set_outcome(Outcome::NotApplicable(why_not));
    Ok(Some(finding))
}

/// With the day it was done, where that was too early to be for the review, or only after it.
fn tell_another_time(
    finding: &mut Finding<'_>,
    context: &Context<'_>,
    time: Time,
    review: &ReviewRecord,
    done: Done,
    [too_early, after]: [&'static str; 2],
) {
    match done.known_on(context.as_of) {
        Done::On(day) if day > review.held_on() => finding.add_fact(after, Value::Day(day)),
        done => time.since.tell(finding, done, too_early),
    }
}

fn spoken_to<'r>(
    context: &Context<'_>,
    time: Time,
    review: &'r ReviewRecord,
    subject: Subject<'r>,
) -> Finding<'r> {
    let held_on = review.held_on();
    let of = |outcome| Finding::new(RuleId::ChildSpokenToPrivately, subject, held_on, outcome);
    match review.preparation().child_spoken_to() {
        SpokenTo::On(day) => {
            let mut finding = match time.done_for(review, Done::On(*day)) {
                Done::On(day) => of(Outcome::Met).with_answer(Some(day)),
                Done::No | Done::NotRecorded => of(Outcome::NotMet),
            };
            let words = [
                "spoken to too early to be for this review, on",
                "spoken to only after the review, on",
            ];
            tell_another_time(&mut finding, context, time, review, Done::On(*day), words);
            finding
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
