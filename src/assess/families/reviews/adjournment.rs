//! A review that is adjourned: regulation 36(2).

use super::super::Sink;
use super::listed::Scope;
use crate::assess::check::Clock;
use crate::assess::{Finding, Missing, Of, Outcome, Value};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::ReviewRecord;
use chrono::NaiveDate;

const RULE: RuleId = RuleId::ReviewAdjournment;

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    reviews: &[ReviewRecord],
    out: Sink<'_, 'r>,
) -> Result<()> {
    for review in reviews {
        of_review(scope, review)?.iter().for_each(&mut *out);
    }
    Ok(())
}

fn of_review<'r>(scope: &Scope<'_, 'r>, review: &ReviewRecord) -> Result<Option<Finding<'r>>> {
    let as_of = scope.context.as_of;
    let scheduling = review.scheduling();
    let adjourned = scheduling
        .adjournments()
        .map(|days| days.iter().copied().find(|adjourned| *adjourned <= as_of));
    let begun: [Option<NaiveDate>; 3] =
        [Some(review.held_on()), scheduling.first_meeting(), adjourned.flatten()];
    let trigger = scheduling.scheduled_for().unwrap_or(review.held_on());
    let known = begun.into_iter().flatten().any(|day| day <= as_of);
    if !known || RULE.rule().term_on(trigger).is_none() {
        return Ok(None);
    }
    let subject = scope.subject(Of::Review(review.held_on()));
    let plain = |outcome| Some(Finding::new(RULE, subject, trigger, outcome));
    let adjourned = match adjourned {
        None => {
            let missing = Missing::Fact("whether the review was adjourned");
            return Ok(plain(Outcome::CannotTell(missing)));
        }
        Some(None) => return Ok(plain(Outcome::NotApplicable("the review was not adjourned"))),
        Some(Some(adjourned)) => adjourned,
    };
    let finding = match scheduling.scheduled_for() {
        None => {
            let missing = Missing::Fact("the day the review was scheduled for");
            plain(Outcome::CannotTell(missing))
        }
        Some(scheduled) => {
            let clock = Clock { trigger: "the day it was scheduled for,", day: scheduled };
            let missing = "the day the review was completed";
            let done = scheduling.completed();
            scope.context.within(RULE, None, subject, clock, done, scope.ended, missing)?
        }
    };
    Ok(finding.map(|finding| finding.with_fact("adjourned on", Value::Day(adjourned))))
}
