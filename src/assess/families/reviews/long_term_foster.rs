//! Meetings in a long-term foster placement, where not every review needs one.

use super::super::Sink;
use super::chain::Chain;
use super::listed::Scope;
use crate::assess::check::Clock;
use crate::assess::{Finding, Missing, Of, Outcome};
use crate::calendar::Period;
use crate::error::Result;
use crate::law::{Number, RuleId};
use crate::record::{CarePeriod, Chair, Placement, PlacementKind, ReviewRecord};
use chrono::NaiveDate;

const RULE: RuleId = RuleId::LongTermFosterMeeting;

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    period: &CarePeriod,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let placements = period.placements().list();
    let mut none = true;
    for placement in placements.unwrap_or_default() {
        if placement.kind() == PlacementKind::LongTermFoster {
            none &= !of_placement(scope, period, placement, out)?;
        }
    }
    let last = scope.last_day();
    if none && RULE.rule().term_on(last).is_some() {
        let outcome = match placements {
            None => Outcome::CannotTell(Missing::Fact("the child's placements")),
            Some(_) => Outcome::NotApplicable(
                "there was no long-term foster placement of more than a year",
            ),
        };
        out(&Finding::new(RULE, scope.whole, last, outcome));
    }
    Ok(())
}

/// Gives whether the placement had lasted long enough for the rule to bear on it.
fn of_placement<'r>(
    scope: &Scope<'_, 'r>,
    period: &CarePeriod,
    placement: &Placement,
    out: Sink<'_, 'r>,
) -> Result<bool> {
    let context = scope.context;
    let ended = placement.ended().or(scope.ended).filter(|ended| *ended <= context.as_of);
    let last = ended.unwrap_or(context.as_of);
    let months = context.number(RULE, Number::MonthsInPlacement, last).unwrap_or_default();
    let year = Period::Months(u16::try_from(months).unwrap_or(u16::MAX));
    // A placement that starts after the day asked about is none yet.
    if placement.from() >= last {
        return Ok(false);
    }
    let year_over = year.after(placement.from(), context.calendar)?;
    if year_over >= last || RULE.rule().term_on(last).is_none() {
        return Ok(false);
    }
    let since = RULE.rule().terms().next().map(|term| term.in_force().first_day());
    let start = match since.filter(|since| *since > year_over) {
        Some(since) => Clock { trigger: "the guidance coming into force on", day: since },
        None => Clock { trigger: "a year in the placement, on", day: year_over },
    };
    let chain = Chain {
        rule: RULE,
        later: RULE,
        subject: scope.subject(Of::Placement(placement.from())),
        start,
        after: "the meeting of",
        ended,
        seen_from: context.history.first_day(),
        missing: "the reviews",
    };
    let from = context.history.first_day();
    let seen = |on: NaiveDate| on > start.day && on <= last && from.is_none_or(|from| on >= from);
    let reviews = period.reviews().iter().filter(|review| seen(review.held_on()));
    let perhaps = reviews.filter(|review| *review.meeting().chair() != Chair::NoMeeting);
    // A review that may have been a meeting decides nothing where a meeting came in time after it.
    let met = perhaps.clone().filter(|review| is_certain(review));
    let met_in_time = |from: NaiveDate, on: NaiveDate| {
        let length = context.period(RULE, None, from);
        let due = length.and_then(|length| length.after(from, context.calendar).ok());
        let later = met.clone().map(ReviewRecord::held_on).find(|met| *met > on);
        later.zip(due).is_some_and(|(later, due)| later <= due)
    };
    let mut from = start.day;
    let perhaps_met = perhaps.clone().filter(|review| {
        let counts = is_certain(review) || !met_in_time(from, review.held_on());
        from = if counts { review.held_on() } else { from };
        counts
    });
    chain.assess(scope, Some(perhaps_met), ReviewRecord::held_on, out, |finding, review| {
        if review.is_none_or(is_certain) {
            return finding;
        }
        let missing = Missing::Fact("whether there was a meeting at the review");
        finding.with_outcome(Outcome::CannotTell(missing))
    })?;
    Ok(true)
}

/// Of a review that may have been a meeting, whether it was one.
fn is_certain(review: &ReviewRecord) -> bool {
    *review.meeting().chair() != Chair::NotRecorded
}
