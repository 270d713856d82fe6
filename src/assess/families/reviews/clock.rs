//! The duties of the review clock.

use super::super::Sink;
use super::listed::Scope;
use crate::assess::finding::Reckoning;
use crate::assess::{Bound, Due, Finding, Outcome, ReviewClock, ReviewFinding, Subject, Value};
use crate::error::Result;
use crate::law::Method;
use crate::record::{LateReason, PeriodOfCareRef, ReviewRecord};

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    reviews: &[ReviewRecord],
    out: Sink<'_, 'r>,
) -> Result<()> {
    let mut before = None;
    for duty in clock(scope).duties(care)? {
        let started = duty.latest().trigger_day();
        // The same change of clock may stand twice on a day.
        let this = Some((duty.latest().rule(), started));
        let second = u32::from(core::mem::replace(&mut before, this) == this);
        let subject = scope.whole.with_clock(started).with_occurrence(second);
        let finding = of_clock(subject, &duty);
        out(match why_late(&duty, reviews) {
            Some(reason) => finding.with_fact("reason recorded", Value::Text(reason.meaning())),
            None => finding,
        });
    }
    Ok(())
}

/// The reason recorded for a review that was held late. It is shown, and excuses nothing.
fn why_late(duty: &ReviewFinding, reviews: &[ReviewRecord]) -> Option<LateReason> {
    let late = duty.answer().filter(|_| duty.outcome() == Outcome::MetLate)?;
    let place = reviews.binary_search_by_key(&late.held_on(), ReviewRecord::held_on).ok()?;
    reviews.get(place)?.late_reason()
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
