//! The duties of the review clock.

use super::super::Sink;
use super::listed::Scope;
use crate::assess::finding::Reckoning;
use crate::assess::{Bound, Due, Finding, ReviewClock, ReviewFinding, Subject, Value};
use crate::error::Result;
use crate::law::Method;
use crate::record::PeriodOfCareRef;

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for duty in clock(scope).duties(care)? {
        out(of_clock(scope.whole.with_occurrence(duty.occurrence()), &duty));
    }
    Ok(())
}

pub(super) fn clock<'c>(scope: &Scope<'c, '_>) -> ReviewClock<'c> {
    let context = scope.context;
    ReviewClock::new(context.calendar, context.as_of)
        .with_history(context.history)
        .with_method(context.policy.review_method)
}

fn of_clock<'r>(subject: Subject<'r>, duty: &ReviewFinding) -> Finding<'r> {
    let latest: Bound = duty.latest();
    let reckoning = latest.period().filter(|_| duty.is_exact()).map(|period| Reckoning {
        period,
        before: false,
        trigger: latest.trigger().as_str(),
        day: latest.trigger_day(),
    });
    let due = Due { from: duty.earliest().map(|b| b.last_day()), by: latest.last_day(), reckoning };
    let mut finding = Finding::new(latest.rule(), subject, latest.trigger_day(), duty.outcome())
        .with_due(due)
        .with_answer(duty.answer().map(|review| review.held_on()));
    if duty.is_left_behind() {
        finding = finding.with_fact("left behind at a change to another review clock", Value::Yes);
    }
    match duty.method() {
        Method::Law => finding,
        method => finding.with_fact("counted by", Value::Text(method.as_str())),
    }
}
