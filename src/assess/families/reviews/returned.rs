//! The review after a child's return from an adoptive placement, which has a first day as well as a last:
//! regulation 36(8) of the Adoption Agencies Regulations 2005.

use super::listed::Scope;
use crate::assess::{Bound, Due, Finding, Outcome, ReviewFinding, Value};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{AdoptionChange, Done, PeriodOfCareRef};
use chrono::NaiveDate;

/// The last day of the review after a return, where the records show whether it was held: where they hold
/// every review from the first day of its window on.
pub(super) fn certain(scope: &Scope<'_, '_>, duty: &ReviewFinding) -> Result<Option<Bound>> {
    let is_return = |bound: &Bound| bound.rule() == RuleId::AdoptionReturnReview;
    let Some(bound) = duty.earliest().filter(is_return) else { return Ok(None) };
    if duty.is_exact() {
        return Ok(Some(bound));
    }
    let Some(least) = bound.term().limit().earliest() else { return Ok(None) };
    let first_day = least.after(bound.trigger_day(), scope.context.calendar)?;
    let from = scope.context.history.first_day();
    Ok(from.is_none_or(|from| from <= first_day).then_some(bound))
}

/// The review clock lets any review after the return answer, and so do the figures. The duty itself is
/// answered by the first review that is not too early.
pub(super) fn in_its_window<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    finding: Finding<'r>,
) -> Result<Finding<'r>> {
    let context = scope.context;
    let returned = finding.term_on();
    let (Some(due), Some(least)) =
        (finding.due().filter(Due::is_exact), finding.term().limit().earliest())
    else {
        return Ok(finding);
    };
    let first_day = least.after(returned, context.calendar)?;
    let known = |day: &NaiveDate| *day <= context.as_of;
    let reviews = || care.reviews().iter().map(|review| review.held_on()).filter(known);
    let too_early = reviews().find(|on| *on > returned && *on < first_day);
    let next = reviews().find(|on| *on >= first_day);
    let placed = placed_again(care, returned).filter(known);
    let lapsed = placed.filter(|on| *on <= due.by() && next.is_none_or(|next| next > *on));
    let (rule, subject) = (finding.rule().id(), finding.subject());
    let judged = match lapsed {
        Some(_) => Finding::new(rule, subject, returned, Outcome::Lapsed).with_due(due),
        None => {
            let done = next.map_or(Done::No, Done::On);
            context.by(rule, subject, returned, due, done, scope.ended, "the review")
        }
    };
    let judged = judged.with_fact("not to be held before", Value::Day(first_day));
    let judged = match too_early {
        Some(on) => judged.with_fact("review held too early, on", Value::Day(on)),
        None => judged,
    };
    Ok(match placed {
        Some(on) if lapsed.is_some() || judged.answered_on().is_none_or(|held| held > on) => {
            judged.with_fact("placed for adoption again on", Value::Day(on))
        }
        _ => judged,
    })
}

/// The next placement for adoption after a return.
fn placed_again(care: PeriodOfCareRef<'_>, returned: NaiveDate) -> Option<NaiveDate> {
    let mut later = care.adoption().iter().skip_while(|c| **c != AdoptionChange::Ended(returned));
    later.find_map(|change| match change {
        AdoptionChange::Placed(on) => Some(*on),
        AdoptionChange::Ended(_) => None,
    })
}
