//! What is due before a placement or, in some cases, so long after its start.

use crate::assess::check::{Clock, Context};
use crate::assess::since::Since;
use crate::assess::{Due, Finding, Missing, Subject, Value};
use crate::error::Result;
use crate::law::{Case, RuleId};
use crate::record::{Beforehand, CarePeriod, LegalStatus};
use chrono::NaiveDate;

/// Which of the two limits can be the one that applies: both where the fact is not recorded.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) before: bool,
    pub(super) after: bool,
}

impl Limits {
    pub(super) const fn of(beforehand: &Beforehand) -> Self {
        match beforehand {
            Beforehand::NotRecorded => Self { before: true, after: true },
            Beforehand::Practicable => Self { before: true, after: false },
            Beforehand::NotPracticable(_) => Self { before: false, after: true },
        }
    }

    /// The last day, or the days between which it lies: the day of the start itself where it had to
    /// come before, and counted from it by any of the cases that may apply.
    pub(super) fn due(
        self,
        context: &Context<'_>,
        rule: RuleId,
        clock: Clock,
        cases: &[Case],
    ) -> Result<Due> {
        let mut found = self.before.then(|| Due::on(clock.day));
        for case in cases.iter().filter(|_| self.after) {
            let Some(period) = context.period(rule, Some(*case), clock.day) else { continue };
            let due = context.due_after(period, clock)?;
            found = Some(match found {
                None => due,
                Some(other) if other.by == due.by && other.from == due.from => other,
                Some(other) => Due {
                    from: other.from.min(due.from),
                    by: other.by.max(due.by),
                    reckoning: None,
                },
            });
        }
        Ok(found.unwrap_or(Due::on(clock.day)))
    }
}

/// When a paper can have been made for something that started on a day: since the period of care before this
/// one ended. One that is older than a plan may go without review may have been for something else.
pub(super) fn paper_for(
    context: &Context<'_>,
    before: Option<&CarePeriod>,
    start: NaiveDate,
) -> Result<Since> {
    const WHAT: &str = "whether what was done so long before was for this";
    let review = context.period(RuleId::SubsequentReview, None, start);
    let surely = match review {
        Some(review) => Some((review.before(start, context.calendar)?, Missing::Fact(WHAT))),
        None => None,
    };
    Ok(Since { not_before: before.and_then(CarePeriod::ended), surely })
}

/// Regulations 4(2) and 47B.
pub(super) fn care_plan<'r>(
    context: &Context<'_>,
    period: &'r CarePeriod,
    subject: Subject<'r>,
    start: NaiveDate,
    since: Since,
) -> Result<Finding<'r>> {
    const RULE: RuleId = RuleId::CarePlan;
    let plan = period.plans().care_plan();
    let clock = Clock { trigger: "the start of the first placement on", day: start };
    let remand_counts = context.period(RULE, Some(Case::RemandedOnly), start).is_some();
    let only = period.legal_statuses().is_only(LegalStatus::RemandToLocalAuthority, start);
    let only = if remand_counts { only } else { Some(false) };
    let mut limits = Limits::of(plan.beforehand());
    let cases: &[Case] = match only {
        Some(true) => &[Case::RemandedOnly],
        Some(false) => &[Case::NotPracticable],
        None => &[Case::RemandedOnly, Case::NotPracticable],
    };
    if only == Some(true) {
        // Nobody plans a remand: the days after it apply whatever was practicable.
        limits = Limits { before: false, after: true };
    }
    let due = limits.due(context, RULE, clock, cases)?;
    let asked = if limits.before && limits.after {
        "whether it was practicable before the placement"
    } else {
        "whether the child was looked after only by remand"
    };
    let missing = [Missing::Fact("the day the care plan was made"), Missing::Fact(asked)];
    let made = since.done(plan.made());
    let finding = context.between(RULE, subject, start, due, made, period.ended(), missing);
    let finding =
        since.told(finding, plan.made(), "care plan of an earlier period of care, made on");
    Ok(if only == Some(true) {
        finding.with_fact("looked after only by remand", Value::Yes)
    } else {
        reasoned(finding, plan.beforehand())
    })
}

/// Says which limit was taken, and why, where that is on record.
pub(super) fn reasoned<'r>(finding: Finding<'r>, beforehand: &'r Beforehand) -> Finding<'r> {
    match beforehand {
        Beforehand::NotRecorded => finding,
        Beforehand::Practicable => {
            finding.with_fact("practicable before the placement", Value::Yes)
        }
        Beforehand::NotPracticable(why) => {
            finding.with_fact("not practicable before the placement", Value::Text(why))
        }
    }
}
