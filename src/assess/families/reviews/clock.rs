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
        let started = duty.latest().trigger_day();
        // The same change of clock may stand twice on a day.
        let this = Some((duty.latest().rule(), started));
        let second = u32::from(core::mem::replace(&mut before, this) == this);
        let subject = scope.whole.with_clock(started).with_occurrence(second);
        let finding = of_clock(subject, &duty);
        let finding = match duty.latest().rule() {
            RuleId::AdoptionReturnReview => returned::in_its_window(scope, care, finding)?,
            _ => finding,
        };
        out(match why_late(&finding, reviews) {
            Some(reason) => finding.with_fact("reason recorded", Value::Text(reason.meaning())),
            None => finding,
        });
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
    let finding = match duty.settled() {
        Settled::ChangeOfClock(change) => left_behind(finding, change),
        Settled::Review | Settled::CareEnded(_) | Settled::OpenOn(_) => finding,
    };
    match duty.method() {
        Method::Law => finding,
        method => finding.with_fact("counted by", Value::Text(method.as_str())),
    }
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
