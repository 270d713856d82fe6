//! The duties of the review clock.

use super::super::Sink;
use super::listed::Scope;
use super::returned;
use crate::assess::finding::Reckoning;
use crate::assess::{
    Bound, Due, Finding, Outcome, ReviewClock, ReviewFinding, Settled, Subject, Value,
};
use crate::error::Result;
use crate::law::{Method, RuleId};
use crate::record::{AdoptionChange, LateReason, PeriodOfCareRef, ReviewRecord};

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    reviews: &[ReviewRecord],
    out: Sink<'_, 'r>,
) -> Result<()> {
    let mut before = None;
    for duty in clock(scope).duties(care)? {
        let returned = returned::certain(scope, &duty)?;
        let latest = returned.unwrap_or(duty.latest());
        let (rule, started) = (latest.rule(), latest.trigger_day());
        // The same change of clock may stand twice on a day.
        let this = Some((rule, started));
        let second = u32::from(core::mem::replace(&mut before, this) == this);
        // What was not yet law breached none; the clock of a duty whose start is not known may start later.
        if rule.rule().term_on(started.min(scope.context.as_of)).is_none() {
            continue;
        }
        let subject = scope.whole.with_clock(started).with_occurrence(second);
        let mut finding = match returned {
            Some(bound) => returned::in_its_window(scope, care, of_bound(subject, &duty, bound))?,
            None => of_clock(subject, &duty),
        };
        if let Some(reason) = why_late(&finding, reviews) {
            finding.add_fact("reason recorded", Value::Text(reason.meaning()));
        }
        out(&finding);
    }
    Ok(())
}

/// The reason recorded for a review that was held late. It is shown, and excuses nothing.
fn why_late(finding: &Finding<'_>, reviews: &[ReviewRecord]) -> Option<LateReason> {
    let late = finding.answered_on().filter(|_| finding.outcome() == Outcome::MetLate)?;
    let place = reviews.binary_search_by_key(&late, ReviewRecord::held_on).ok()?;
    reviews.get(place)?.late_reason()
}

pub(super) fn clock<'c>(scope: &Scope<'c, '_>) -> ReviewClock<'c> {
    let context = scope.context;
    ReviewClock::new(context.calendar, context.as_of)
        .with_history(context.history)
        .with_method(context.policy.review_method)
}

/// By the last day itself, where that is known exactly.
fn of_bound<'r>(subject: Subject<'r>, duty: &ReviewFinding, bound: Bound) -> Finding<'r> {
    let reckoning = bound.period().map(|period| Reckoning {
        period,
        before: false,
        trigger: bound.trigger().as_str(),
        day: bound.trigger_day(),
    });
    let by = bound.last_day();
    of_due(subject, duty, bound, Due { from: Some(by), by, reckoning })
}

fn of_clock<'r>(subject: Subject<'r>, duty: &ReviewFinding) -> Finding<'r> {
    let latest = duty.latest();
    if duty.is_exact() {
        return of_bound(subject, duty, latest);
    }
    let from = duty.earliest().map(|earliest| earliest.last_day());
    of_due(subject, duty, latest, Due { from, by: latest.last_day(), reckoning: None })
}

fn of_due<'r>(subject: Subject<'r>, duty: &ReviewFinding, bound: Bound, due: Due) -> Finding<'r> {
    let mut finding = Finding::new(bound.rule(), subject, bound.trigger_day(), duty.outcome())
        .with_due(due)
        .with_answer(duty.answer().map(|review| review.held_on()));
    if let Settled::ChangeOfClock(change) = duty.settled() {
        finding = left_behind(finding, change);
    }
    let method = duty.method();
    if method != Method::Law {
        finding.add_fact("counted by", Value::Text(method.as_str()));
    }
    finding
}

/// A duty that was pending when the child was placed for adoption, or when that placement ended. A review
/// after its end is none of the placement.
fn left_behind<'r>(finding: Finding<'r>, change: AdoptionChange) -> Finding<'r> {
    let of_the_placement = matches!(
        finding.rule().id(),
        RuleId::AdoptionPlacementFirstReview
            | RuleId::AdoptionPlacementSecondReview
            | RuleId::AdoptionPlacementLaterReview
    );
    match change {
        AdoptionChange::Placed(on) => finding.with_fact("placed for adoption on", Value::Day(on)),
        AdoptionChange::Ended(on) => {
            let finding = if of_the_placement && finding.outcome() == Outcome::MetLate {
                finding.with_outcome(Outcome::NotMet).with_answer(None)
            } else {
                finding
            };
            finding.with_fact("the placement for adoption ended on", Value::Day(on))
        }
    }
}
