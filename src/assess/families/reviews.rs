//! When a review has to be held.

use super::Sink;
use crate::assess::check::Context;
use crate::assess::finding::Reckoning;
use crate::assess::{Bound, Due, Finding, Of, ReviewClock, ReviewFinding, Subject, Value};
use crate::error::Result;
use crate::record::{CarePeriod, CareRecord};

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        clock(context, record, period, out)?;
    }
    Ok(())
}

/// The duties of the review clock.
fn clock<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &'r CarePeriod,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let clock = ReviewClock::new(context.calendar, context.as_of).with_history(context.history);
    for duty in clock.duties(period.period_of_care().view()?)? {
        let subject = Subject::new(record.id(), Of::PeriodOfCare(period.began()));
        out(of_clock(subject.with_occurrence(duty.occurrence()), &duty));
    }
    Ok(())
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
    let finding = Finding::new(latest.rule(), subject, latest.trigger_day(), duty.outcome())
        .with_due(due)
        .with_answer(duty.answer().map(|review| review.held_on()));
    if duty.is_left_behind() {
        finding.with_fact("left behind at a change to another review clock", Value::Yes)
    } else {
        finding
    }
}
