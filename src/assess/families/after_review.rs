//! What has to be done after a review.

use super::Sink;
use super::at_review::of_decision;
use crate::assess::check::{Clock, Context};
use crate::assess::subject::Numbers;
use crate::assess::{Due, Finding, Missing, Of, Outcome, Subject, Value};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{
    ByWhen, CarePeriod, CareRecord, Decision, Done, Implementer, ManagerResponse, ReviewRecord,
};
use chrono::NaiveDate;

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        for (review, next) in context.reviews(period) {
            if is_complete(review, context.as_of) {
                paperwork(context, record, period, review, out)?;
                midway(context, record, period, review, next, out)?;
            }
            decisions(context, record, period, review, out);
        }
        events(context, record, period, out);
    }
    Ok(())
}

/// The day from which the clocks after a review run. A review of which nothing else is recorded was
/// completed on the day it was held.
pub(super) fn completed_on(review: &ReviewRecord) -> NaiveDate {
    review.scheduling().completed().on().unwrap_or(review.held_on())
}

/// Whether those clocks have started by a day.
fn is_complete(review: &ReviewRecord, as_of: NaiveDate) -> bool {
    match review.scheduling().completed().known_on(as_of) {
        Done::No => false,
        Done::On(_) | Done::NotRecorded => completed_on(review) <= as_of,
    }
}

fn in_force(rule: RuleId, day: NaiveDate) -> bool {
    rule.rule().term_on(day).is_some()
}

/// The earlier of two days on which a duty can end.
fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Decisions and record, written and sent, and the manager's answer between them.
fn paperwork<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &CarePeriod,
    review: &'r ReviewRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let after = review.aftermath();
    let subject = Subject::new(record.id(), Of::Review(review.held_on()));
    let clock = Clock { trigger: "completion of the review on", day: completed_on(review) };
    let nothing_decided = review.decisions().is_some_and(<[_]>::is_empty);
    let mut because = |mut finding: Finding<'r>| {
        if finding.outcome().is_breach() {
            if let Some(reason) = after.late_reason() {
                finding.add_fact("reason given", Value::Text(reason.meaning()));
            }
        }
        out(&finding);
    };
    let steps = [
        (RuleId::DecisionsWritten, after.decisions_written(), "the day the decisions were written"),
        (RuleId::ManagerResponse, Done::NotRecorded, ""),
        (
            RuleId::DecisionsCirculated,
            after.decisions_circulated(),
            "the day the decisions were sent round",
        ),
        (RuleId::RecordWritten, after.record_written(), "the day the record was written"),
        (RuleId::RecordDistributed, after.record_distributed(), "the day the record was sent out"),
    ];
    for &(rule, done, missing) in &steps {
        let of_record = matches!(rule, RuleId::RecordWritten | RuleId::RecordDistributed);
        if !in_force(rule, clock.day) {
            continue;
        }
        if nothing_decided && !of_record {
            let outcome = Outcome::NotApplicable("the review made no decisions");
            because(Finding::new(rule, subject, clock.day, outcome));
        } else if rule == RuleId::ManagerResponse {
            // Counted from receipt, which can lie before the guidance where the review was completed after.
            let received = after.decisions_received().known_on(context.as_of).on();
            if received.is_some_and(|day| !in_force(rule, day)) {
                continue;
            }
            because(response(context, period, review, subject)?);
        } else if let Some(finding) =
            context.within(rule, None, subject, clock, done, period.ended(), missing)?
        {
            because(finding);
        }
    }
    Ok(())
}

/// The manager's answer: silence until the last day is agreement, so that only an objection can be late.
fn response<'r>(
    context: &Context<'_>,
    period: &CarePeriod,
    review: &ReviewRecord,
    subject: Subject<'r>,
) -> Result<Finding<'r>> {
    const SILENCE: &str = "agreed by silence on";
    let rule = RuleId::ManagerResponse;
    let as_of = context.as_of;
    let unstarted = |outcome| Ok(Finding::new(rule, subject, completed_on(review), outcome));
    let received = match review.aftermath().decisions_received().known_on(as_of) {
        Done::On(day) => day,
        Done::No => {
            return unstarted(Outcome::NotApplicable("the decisions have not come to the manager"));
        }
        Done::NotRecorded => {
            let missing = Missing::Fact("the day the manager received the decisions");
            return unstarted(Outcome::CannotTell(missing));
        }
    };
    let Some(length) = context.period(rule, None, received) else {
        return unstarted(Outcome::CannotTell(Missing::Fact("the time the manager has")));
    };
    let clock = Clock { trigger: "receipt of the decisions on", day: received };
    let due = context.due_after(length, clock)?;
    let of = |outcome| Finding::new(rule, subject, received, outcome).with_due(due);
    let answer = review.aftermath().manager_response();
    let known = answer.on().is_none_or(|day| day <= as_of);
    let ended = period.ended().filter(|ended| *ended <= as_of);
    let lapsed = ended.is_some_and(|ended| ended <= due.by());
    Ok(match if known { answer } else { ManagerResponse::Silence } {
        ManagerResponse::Agreed(day) if day <= due.by() => {
            of(Outcome::Met).with_answer(Some(day)).with_fact("answer", Value::Text("agreed"))
        }
        ManagerResponse::Objected(day) if day <= due.by() => {
            of(Outcome::Met).with_answer(Some(day)).with_fact("answer", Value::Text("objected"))
        }
        ManagerResponse::Objected(day) => of(Outcome::MetLate)
            .with_answer(Some(day))
            .with_fact("answer", Value::Text("objected"))
            .with_fact(SILENCE, Value::Day(due.by())),
        ManagerResponse::NotRecorded if ended.is_some() || as_of > due.by() => {
            of(Outcome::CannotTell(Missing::Fact("the manager's answer, or that none came")))
        }
        ManagerResponse::Silence if lapsed => of(Outcome::Lapsed),
        ManagerResponse::NotRecorded | ManagerResponse::Silence if as_of <= due.by() => {
            of(Outcome::NotYetDue)
        }
        // Agreement after silence adds nothing to it.
        ManagerResponse::Agreed(_) | ManagerResponse::Silence | ManagerResponse::NotRecorded => {
            of(Outcome::Met).with_fact(SILENCE, Value::Day(due.by()))
        }
    })
}

/// The check before the next review, where the authority has set a time for it.
fn midway<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &CarePeriod,
    review: &ReviewRecord,
    next: Option<&ReviewRecord>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let rule = RuleId::MidwayCheck;
    let subject = Subject::new(record.id(), Of::Review(review.held_on()));
    let day = completed_on(review);
    if !in_force(rule, day) {
        return Ok(());
    }
    let Some(length) = context.policy.midway_check() else {
        let outcome = Outcome::NotApplicable("the authority has set no limit");
        out(&Finding::new(rule, subject, day, outcome));
        return Ok(());
    };
    let due = context.due_after(length, Clock { trigger: "completion of the review on", day })?;
    let ended = earlier(next.map(ReviewRecord::held_on), period.ended());
    let check = review.aftermath().midway_check();
    // After the next review it is no check between the two.
    let check = ended.map_or(check, |ended| check.known_on(ended));
    out(&context.by(rule, subject, day, due, check, ended, "the day of the check"));
    Ok(())
}

fn decisions<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &CarePeriod,
    review: &'r ReviewRecord,
    out: Sink<'_, 'r>,
) {
    let (rule, held_on) = (RuleId::DecisionImplemented, review.held_on());
    if !in_force(rule, held_on) {
        return;
    }
    let whole = Subject::new(record.id(), Of::Review(held_on));
    match review.decisions() {
        None => {
            let missing = Missing::Fact("the decisions of the review");
            out(&Finding::new(rule, whole, held_on, Outcome::CannotTell(missing)));
        }
        Some([]) => {
            let outcome = Outcome::NotApplicable("the review made no decisions");
            out(&Finding::new(rule, whole, held_on, outcome));
        }
        Some(decisions) => {
            for (number, decision) in (1_u32..).zip(decisions) {
                let subject = Subject::new(record.id(), of_decision(held_on, number, decision));
                out(&implemented(context, period, decision, subject, held_on));
            }
        }
    }
}

/// Whether a decision was carried out by its own date. A decision that a later review changed, or of a
/// child who left care, ends there.
fn implemented<'r>(
    context: &Context<'_>,
    period: &CarePeriod,
    decision: &'r Decision,
    subject: Subject<'r>,
    held_on: NaiveDate,
) -> Finding<'r> {
    const UNKNOWN: &str = "whether the decision was carried out";
    let rule = RuleId::DecisionImplemented;
    let ended = earlier(decision.changed_on(), period.ended());
    let ended = ended.filter(|ended| *ended <= context.as_of);
    let done = decision.done().known_on(context.as_of);
    let mut finding = match decision.by() {
        ByWhen::On(by) => {
            // What was done after the end answers nothing, unless it was overdue by then.
            let in_time = ended.filter(|ended| *ended <= by);
            let done = in_time.map_or(done, |ended| done.known_on(ended));
            context.by(rule, subject, held_on, Due::on(by), done, ended, UNKNOWN)
        }
        without => {
            let outcome = match (done, without) {
                (Done::On(_), ByWhen::NoDate) => Outcome::Met,
                (Done::NotRecorded, _) => Outcome::CannotTell(Missing::Fact(UNKNOWN)),
                (Done::No, _) if ended.is_some() => Outcome::Lapsed,
                (Done::No, ByWhen::NoDate) => {
                    Outcome::CannotTell(Missing::Fact("a date by which it had to be carried out"))
                }
                _ => Outcome::CannotTell(Missing::Fact("the date set for the decision")),
            };
            Finding::new(rule, subject, held_on, outcome).with_answer(done.on())
        }
    };
    finding.add_fact("decision", Value::Text(decision.what()));
    if let Implementer::Named(who) = decision.implementer() {
        finding.add_fact("to be done by", Value::Text(who.as_str()));
    }
    if let Some(day) = decision.changed_on().filter(|day| *day <= context.as_of) {
        finding.add_fact("changed by a later review on", Value::Day(day));
    }
    match decision.iro_told().known_on(context.as_of) {
        Done::On(day) => finding.add_fact("IRO told of it on", Value::Day(day)),
        Done::No if finding.outcome().is_breach() => finding.add_fact("IRO told of it", Value::No),
        Done::No | Done::NotRecorded => {}
    }
    finding
}

fn events<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &'r CarePeriod,
    out: Sink<'_, 'r>,
) {
    let rule = RuleId::IroInformedOfChange;
    let last = period.ended().map_or(context.as_of, |ended| ended.min(context.as_of));
    if period.began() > last || !in_force(rule, last) {
        return;
    }
    let whole = |outcome| {
        let subject = Subject::new(record.id(), Of::PeriodOfCare(period.began()));
        Finding::new(rule, subject, last, outcome)
    };
    let events = match period.events().list() {
        None => {
            out(&whole(Outcome::CannotTell(Missing::Fact("the significant events"))));
            return;
        }
        Some(events) => events.iter().take_while(|event| event.on() <= context.as_of),
    };
    if events.clone().next().is_none() {
        out(&whole(Outcome::NotApplicable("there was no significant event")));
    }
    let mut numbers = Numbers::default();
    for event in events.filter(|event| in_force(rule, event.on())) {
        let subject = Subject::new(record.id(), Of::Event(event.on()));
        let subject = numbers.of(subject.with_kind(event.kind().code()), event.id());
        let missing = "the day the IRO was told";
        let told = event.iro_told();
        let mut found = context.days_reported(rule, subject, event.on(), told, missing);
        found.add_fact("event", Value::Text(event.kind().meaning()));
        out(&found);
    }
}
