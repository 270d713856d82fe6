//! A review brought forward by an event: regulation 33(3)(a), (b) and (f) to (h).

use super::super::Sink;
use super::clock::clock;
use super::listed::{Scope, Words};
use crate::assess::subject::Numbers;
use crate::assess::{Due, Finding, Missing, Of, Outcome, ReviewFinding, Settled, Subject, Value};
use crate::error::Result;
use crate::law::{Case, RuleId};
use crate::record::{Done, Exception, PeriodOfCareRef, PromptReason, ReviewCalls, ReviewPrompt};
use chrono::NaiveDate;

const RULE: RuleId = RuleId::EarlyReview;
const ORDINARY_DAY: &str = "the day on which the next review was due in any case";

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    calls: &'r ReviewCalls,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let words = Words {
        missing: "whether anything called for an early review",
        none: "nothing called for an early review",
    };
    let mut numbers = Numbers::default();
    scope.each(RULE, &words, calls.prompts(), ReviewPrompt::on, out, |prompt, out| {
        if in_force(prompt) {
            let subject = scope.subject(Of::Event(prompt.on()));
            let subject = numbers.of(subject.with_kind(prompt.reason().code()), prompt.id());
            out(&of_prompt(scope, care, prompt, subject)?);
        }
        Ok(())
    })
}

fn in_force(prompt: &ReviewPrompt) -> bool {
    let Some(term) = RULE.rule().term_on(prompt.on()) else { return false };
    match prompt.reason() {
        PromptReason::IroAsked | PromptReason::WelfareNotSafeguarded => true,
        PromptReason::PersistentlyAbsent
        | PromptReason::RiskReported
        | PromptReason::ChildAsked => term.limit_in(Case::AbsenceRiskOrChild).is_some(),
    }
}

fn of_prompt<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    prompt: &'r ReviewPrompt,
    subject: Subject<'r>,
) -> Result<Finding<'r>> {
    let context = scope.context;
    let on = prompt.on();
    let plain = |outcome| explained(Finding::new(RULE, subject, on, outcome), prompt);
    if let Exception::Because(reason) = prompt.unjustified() {
        let outcome = Outcome::NotApplicable("the IRO found the child's request unjustified");
        return Ok(plain(outcome).with_fact("reason", Value::Text(reason)));
    }
    if let Some(from) = context.history.first_day().filter(|from| on < *from) {
        return Ok(plain(Outcome::CannotTell(Missing::ReviewsBefore(from))));
    }
    // Reviews and changes of clock on the day of the event come before it.
    let Some(ordinary) = clock(scope).duties(care)?.find(|duty| pending_after(duty, on)) else {
        return Ok(plain(Outcome::CannotTell(Missing::Fact(ORDINARY_DAY))));
    };
    let last_day = ordinary.latest().last_day();
    let Some(eve) = last_day.pred_opt().filter(|eve| on < *eve) else {
        let reason = "the next review was due by the following day in any case";
        return Ok(plain(Outcome::NotApplicable(reason)));
    };
    let from = ordinary.earliest().and_then(|bound| bound.last_day().pred_opt());
    let due = Due { from, by: eve, reckoning: None };
    let next = care.reviews().iter().map(|review| review.held_on()).find(|held| *held > on);
    let done = next.map_or(Done::No, Done::On);
    let finding = context.by(RULE, subject, on, due, done, scope.ended, "the next review");
    let judged_on = finding.answered_on().unwrap_or(scope.last_day());
    let finding = match (finding.outcome(), from) {
        // In time only if the later of the two days was the last one.
        (Outcome::Met | Outcome::NotYetDue | Outcome::Lapsed, from)
            if from.is_none_or(|from| judged_on > from) =>
        {
            finding.with_outcome(Outcome::CannotTell(Missing::Fact(ORDINARY_DAY)))
        }
        (outcome, _) if outcome.is_breach() && lacks_the_iros_view(prompt) => {
            let missing = Missing::Fact("whether the IRO found the child's request unjustified");
            finding.with_outcome(Outcome::CannotTell(missing))
        }
        _ => finding,
    };
    let finding = explained(finding, prompt);
    Ok(if ordinary.is_exact() {
        finding.with_fact("due in any case by", Value::Day(last_day))
    } else {
        finding
    })
}

fn explained<'r>(finding: Finding<'r>, prompt: &ReviewPrompt) -> Finding<'r> {
    finding
        .with_fact("called for on", Value::Day(prompt.on()))
        .with_fact("because", Value::Text(prompt.reason().as_str()))
}

fn lacks_the_iros_view(prompt: &ReviewPrompt) -> bool {
    prompt.reason() == PromptReason::ChildAsked && *prompt.unjustified() == Exception::NotRecorded
}

/// Whether the duty was still to be settled when the day was over.
fn pending_after(duty: &ReviewFinding, day: NaiveDate) -> bool {
    match duty.settled() {
        Settled::Review => duty.answer().is_some_and(|review| review.held_on() > day),
        Settled::ChangeOfClock(change) => change.on() > day,
        Settled::CareEnded(_) | Settled::OpenOn(_) => true,
    }
}
