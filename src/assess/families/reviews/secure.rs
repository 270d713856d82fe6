//! Panels that review a secure placement. They are never reviews of the child's case, nor the other way
//! round.

use super::super::Sink;
use super::chain::Chain;
use super::listed::{Scope, Words};
use crate::assess::check::Clock;
use crate::assess::{Missing, Of, Outcome, Value};
use crate::error::Result;
use crate::law::{Number, RuleId};
use crate::record::{CarePeriod, SecurePlacement, SecureReview, secure_stays};

const FIRST: RuleId = RuleId::SecureFirstReview;

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    period: &'r CarePeriod,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let words = Words {
        missing: "whether there was a secure placement",
        none: "there was no secure placement",
    };
    let list = period.review_calls().secure_placements();
    if list.is_some() || period.placements().list().is_none() {
        return scope.each(FIRST, &words, list, SecurePlacement::began, out, |stay, out| {
            of_placement(scope, stay, out)
        });
    }
    // The placements show what secure ones there were, and nothing of the panels.
    let stays = secure_stays(period.placements()).map(|(began, ended)| {
        let stay = SecurePlacement::new(began);
        ended.into_iter().fold(stay, SecurePlacement::with_ended)
    });
    scope.each_of(FIRST, &words, Some(stays), SecurePlacement::began, out, |stay, out| {
        of_placement(scope, &stay, out)
    })
}

fn of_placement<'r>(
    scope: &Scope<'_, 'r>,
    placement: &SecurePlacement,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let as_of = scope.context.as_of;
    let chain = Chain {
        rule: FIRST,
        later: RuleId::SecureLaterReview,
        subject: scope.subject(Of::Placement(placement.began())),
        start: Clock { trigger: "the start of the secure placement on", day: placement.began() },
        after: "the panel of",
        ended: placement.ended().or(scope.ended),
        seen_from: None,
        missing: "the panels",
    };
    // A panel that was not made up as required answers nothing; it is told with the duty it fell to.
    let panels = placement.reviews();
    let counting =
        panels.map(|all| all.iter().filter(|panel| made_up(scope, panel) != Some(false)));
    let mut since = placement.began();
    chain.assess(
        scope,
        counting,
        |panel| panel.held_on(),
        out,
        |finding, answer| {
            let until = answer.map_or(as_of, |panel| panel.held_on());
            let flawed = panels.into_iter().flatten().filter(|panel| {
                (since..=until).contains(&panel.held_on()) && made_up(scope, panel) == Some(false)
            });
            let flawed = u32::try_from(flawed.count()).unwrap_or(u32::MAX);
            since = until;
            let finding = match answer {
                Some(panel) if made_up(scope, panel).is_none() => {
                    finding.with_outcome(Outcome::CannotTell(Missing::Fact("who sat on the panel")))
                }
                _ => finding,
            };
            if flawed > 0 {
                finding.with_fact("panels not made up as required", Value::Number(flawed))
            } else {
                finding
            }
        },
    )
}

/// Whether the panel had the members that the rule asks for, where that is recorded.
fn made_up(scope: &Scope<'_, '_>, panel: &SecureReview) -> Option<bool> {
    let enough = |number, have: Option<u32>| {
        let required = scope.context.number(FIRST, number, panel.held_on()).unwrap_or_default();
        have.map(|have| have >= required)
    };
    let members = enough(Number::PanelMembers, panel.members());
    let independent = enough(Number::IndependentMembers, panel.independent_members());
    match (members, independent) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}
