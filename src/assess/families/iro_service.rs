//! What the rules about the IRO ask of an officer and not of a child.

use super::Sink;
use crate::assess::check::Context;
use crate::assess::{Caseload, Finding, Missing, Of, Outcome, RangePosition, Subject, Value};
use crate::law::{Number, RuleId};
use crate::record::{Conflict, Officer, ServiceRecord};

const NOT_IN_POST: Outcome = Outcome::NotApplicable("the officer was not in post on the day");

pub(super) fn assess<'r>(context: &Context<'_>, service: &'r ServiceRecord, out: Sink<'_, 'r>) {
    for officer in service.officers() {
        let subject = Subject::new(service.id(), Of::Officer(officer.id()));
        let mut give = |rule: RuleId, finding: &dyn Fn() -> Option<Finding<'r>>| {
            if rule.rule().term_on(context.as_of).is_none() {
                return;
            }
            if officer.in_post_on(context.as_of) {
                if let Some(finding) = finding() {
                    out(&finding);
                }
            } else {
                out(&Finding::new(rule, subject, context.as_of, NOT_IN_POST));
            }
        };
        give(RuleId::IroIndependent, &|| independent_as_such(context, subject, officer));
        give(RuleId::IroQualified, &|| Some(qualified(context, subject, officer)));
        give(RuleId::IroCaseload, &|| Some(caseload(context, subject, officer)));
        if RuleId::IroIndependent.rule().term_on(context.as_of).is_some()
            && officer.in_post_on(context.as_of)
        {
            for conflict in officer.conflicts().unwrap_or_default() {
                independent(context, officer, conflict, out);
            }
        }
    }
}

/// An officer of whom no position is recorded, or of whom it is recorded that there is none.
fn independent_as_such<'r>(
    context: &Context<'_>,
    subject: Subject<'r>,
    officer: &'r Officer,
) -> Option<Finding<'r>> {
    let answer = match officer.conflicts() {
        None => None,
        Some(all) if all.iter().all(|conflict| is_later(context, conflict)) => Some(true),
        Some(_) => return None,
    };
    let missing = "the officer's positions towards the children's cases";
    let rule = RuleId::IroIndependent;
    Some(Context::each_time(rule, subject, context.as_of, answer, missing))
}

/// Whether a position was taken up after the day, when nobody could know of it.
fn is_later(context: &Context<'_>, conflict: &Conflict) -> bool {
    conflict.from().is_some_and(|from| from > context.as_of)
}

/// A position towards one child's case.
fn independent<'r>(
    context: &Context<'_>,
    officer: &'r Officer,
    conflict: &'r Conflict,
    out: Sink<'_, 'r>,
) {
    if is_later(context, conflict) {
        return;
    }
    let includes = officer.children().and_then(|children| children.includes(conflict.child()));
    let outcome = if conflict.to().is_some_and(|to| to < context.as_of) {
        Outcome::NotApplicable("the officer no longer held the position")
    } else {
        match includes {
            Some(true) => Outcome::NotMet,
            Some(false) => Outcome::NotApplicable("the officer was not this child's IRO"),
            None => Outcome::CannotTell(Missing::Fact("whether the officer is this child's IRO")),
        }
    };
    let subject = Subject::new(conflict.child(), Of::Officer(officer.id()));
    let subject = conflict.from().map_or(subject, |from| subject.with_clock(from));
    let subject = subject.with_kind(conflict.position().code());
    let finding = Finding::new(RuleId::IroIndependent, subject, context.as_of, outcome);
    out(&finding.with_fact("position", Value::Text(conflict.position().as_words())));
}

fn qualified<'r>(context: &Context<'_>, subject: Subject<'r>, officer: &'r Officer) -> Finding<'r> {
    let (rule, day) = (RuleId::IroQualified, context.as_of);
    let missing = "whether the officer is a registered social worker";
    let finding = Context::each_time(rule, subject, day, officer.registered(), missing);
    let yes_or_no = |is: bool| if is { Value::Yes } else { Value::No };
    let unknown = Value::Text("not recorded");
    // Qualified later than the day: not a year yet.
    let years = officer.qualified().map(|on| day.years_since(on).unwrap_or_default());
    let standing = officer.team_manager_standing();
    let finding = finding
        .with_fact("whole years since qualifying", years.map_or(unknown, Value::Number))
        .with_fact("standing of a team manager at least", standing.map_or(unknown, yes_or_no));
    let Some(asked) = context.number(rule, Number::YearsQualified, day) else { return finding };
    let finding = finding.with_fact("years that guidance asks for", Value::Number(asked));
    let short = match (years.map(|years| years < asked), standing) {
        (Some(true), _) | (_, Some(false)) => Value::Yes,
        (Some(false), Some(true)) => Value::No,
        (None, _) | (_, None) => unknown,
    };
    finding.with_fact("short of the guidance", short)
}

fn caseload<'r>(context: &Context<'_>, subject: Subject<'r>, officer: &'r Officer) -> Finding<'r> {
    let finding = |outcome| Finding::new(RuleId::IroCaseload, subject, context.as_of, outcome);
    let cannot_tell = |missing| finding(Outcome::CannotTell(Missing::Fact(missing)));
    let Some(children) = officer.children() else {
        return cannot_tell("the children whose IRO the officer is");
    };
    let Some(fte) = officer.fte() else {
        return cannot_tell("how much of a full-time post the officer works")
            .with_fact("children", Value::Number(children.count()));
    };
    let Some(caseload) = Caseload::new(children.count(), fte, context.as_of) else {
        return cannot_tell("the range on the day");
    };
    let outcome = match caseload.position() {
        RangePosition::Below | RangePosition::Within => Outcome::Met,
        RangePosition::Above => Outcome::NotMet,
    };
    finding(outcome).with_fact("caseload", Value::Caseload(caseload))
}
