//! The plans, the steps towards leaving care, the independent visitor.

use super::Sink;
use super::health::birthday;
use super::plan_limits::{Limits, care_plan, paper_for, reasoned};
use crate::assess::check::{Clock, Context};
use crate::assess::since::Since;
use crate::assess::{Due, Finding, Missing, Of, Outcome, Subject, Value};
use crate::calendar::Period;
use crate::error::Result;
use crate::law::{Case, Limit, Number, RuleId};
use crate::record::{
    CarePeriod, CareRecord, CeasingApproval, Done, EducationPlan, Entry, LegalStatus, Placement,
    PlacementKind,
};
use chrono::{Days, NaiveDate};

const FIRST_PLACEMENT: Missing = Missing::Fact("the start of the first placement");
const FOR_ADOPTION: &str = "a placement for adoption follows the Adoption Agencies Regulations";

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let mut last = None;
    for period in record.periods_of_care() {
        if period.began() > context.as_of {
            break;
        }
        let before = last.replace(period);
        let subject = Subject::new(record.id(), Of::PeriodOfCare(period.began()));
        of_care(context, period, before, subject, out)?;
        for placement in period.placements().list().unwrap_or_default() {
            if placement.from() <= context.as_of {
                let since = paper_for(context, before, placement.from())?;
                of_placement(context, record, period, placement, since, out)?;
            }
        }
        detention(context, record, period, before, out)?;
        independent_visitor(context, record, period, out);
        ceasing(context, period, before, subject, out)?;
    }
    pathway(context, record, out)
}

/// The care plan, and the education plan that is a part of it.
fn of_care<'r>(
    context: &Context<'_>,
    period: &'r CarePeriod,
    before: Option<&CarePeriod>,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for rule in [RuleId::CarePlan, RuleId::EducationPlan] {
        let placements = period.placements().list();
        let first = placements.and_then(<[_]>::first).map(Placement::from);
        let first = first.filter(|first| *first <= context.as_of);
        let start = first.unwrap_or(period.began());
        if rule.rule().term_on(start).is_none() {
            continue;
        }
        let ended = period.ended().filter(|ended| *ended <= context.as_of);
        let statuses = period.legal_statuses();
        let why_not = if statuses.is_only(LegalStatus::RemandToYouthDetention, start) == Some(true)
        {
            let why = "a child looked after only by remand to youth detention accommodation has a \
                       detention placement plan";
            Some(Outcome::NotApplicable(why))
        } else if period.period_of_care().entry() == Entry::NotKnown {
            Some(Outcome::CannotTell(Missing::EntryIntoCare))
        } else if placements.is_none() {
            Some(Outcome::CannotTell(FIRST_PLACEMENT))
        } else if first.is_none() {
            Some(if ended.is_some() { Outcome::Lapsed } else { Outcome::NotYetDue })
        } else {
            None
        };
        let since = paper_for(context, before, start)?;
        out(&match why_not {
            Some(outcome) => Finding::new(rule, subject, start, outcome),
            None if rule == RuleId::CarePlan => care_plan(context, period, subject, start, since)?,
            None => match education(context, period, subject, start, since)? {
                Some(finding) => finding,
                None => continue,
            },
        });
    }
    Ok(())
}

fn education<'r>(
    context: &Context<'_>,
    period: &'r CarePeriod,
    subject: Subject<'r>,
    start: NaiveDate,
    since: Since,
) -> Result<Option<Finding<'r>>> {
    const RULE: RuleId = RuleId::EducationPlan;
    let (recorded, needed) = match &period.plans().education_plan {
        EducationPlan::Made(done) => (*done, false),
        EducationPlan::Needed(done) => (*done, true),
        EducationPlan::NotNeeded(why) => {
            let outcome = Outcome::NotApplicable("the child needs no personal education plan");
            let finding = Finding::new(RULE, subject, start, outcome);
            return Ok(Some(finding.with_fact("reason", Value::Text(why))));
        }
    };
    let clock = Clock { trigger: "the start of the first placement on", day: start };
    let missing = "the day the education plan was made";
    let done = since.done(recorded);
    let found = context.within(RULE, None, subject, clock, done, period.ended(), missing)?;
    Ok(found.map(|finding| {
        let finding =
            since.told(finding, recorded, "education plan of an earlier period of care, made on");
        // Overdue and not made: only for a child who is of an age for it.
        if finding.outcome() == Outcome::NotMet && !needed {
            let missing = Missing::Fact("whether the child is of an age for an education plan");
            finding.with_outcome(Outcome::CannotTell(missing))
        } else {
            finding
        }
    }))
}

/// The placement plan, and the notice of the placement.
fn of_placement<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &'r CarePeriod,
    placement: &'r Placement,
    since: Since,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let from = placement.from();
    let subject = Subject::new(record.id(), Of::Placement(from));
    let ended = placement.ended().or_else(|| period.ended());
    for rule in [RuleId::PlacementPlan, RuleId::NotifyPlacement] {
        if rule.rule().term_on(from).is_none() {
            continue;
        }
        let why_not = match (placement.kind(), rule) {
            (PlacementKind::Adoption, _) => Some(FOR_ADOPTION),
            (PlacementKind::YouthDetention, RuleId::PlacementPlan) => {
                Some("youth detention accommodation has a detention placement plan")
            }
            (PlacementKind::YouthDetention, _) => {
                Some("the authority does not make a placement in youth detention accommodation")
            }
            _ => None,
        };
        out(&match why_not {
            Some(why) => Finding::new(rule, subject, from, Outcome::NotApplicable(why)),
            None if rule == RuleId::PlacementPlan => {
                placement_plan(context, placement, subject, ended, since)?
            }
            None => notice(context, placement, subject, ended, since)?,
        });
    }
    Ok(())
}

fn placement_plan<'r>(
    context: &Context<'_>,
    placement: &'r Placement,
    subject: Subject<'r>,
    ended: Option<NaiveDate>,
    since: Since,
) -> Result<Finding<'r>> {
    const RULE: RuleId = RuleId::PlacementPlan;
    const TOO_EARLY: &str = "placement plan of an earlier period of care, made on";
    let (from, plan) = (placement.from(), &placement.plan);
    let missing = "the day the placement plan was made";
    let term = RULE.rule().governing_term(from);
    let limits = Limits::of(&plan.beforehand);
    let made = since.done(plan.made().known_on(context.as_of));
    if term.limit_in(Case::NotPracticable) == Some(Limit::NoNumber) && limits.after {
        // Where the placement ended without one, the days are those that it lasted.
        let as_of = ended.filter(|_| made == Done::No).unwrap_or(context.as_of);
        let until = Context { as_of: as_of.min(context.as_of), ..*context };
        let finding = until.days_reported(RULE, subject, from, made, missing);
        let finding = since.told(finding, plan.made(), TOO_EARLY);
        return Ok(reasoned(finding, &plan.beforehand));
    }
    let clock = Clock { trigger: "the start of the placement on", day: from };
    let cases: &[Case] = if limits.after { &[Case::NotPracticable] } else { &[] };
    let due = limits.due(context, RULE, clock, cases)?;
    let missing =
        [Missing::Fact(missing), Missing::Fact("whether it was practicable before the placement")];
    let finding = context.between(RULE, subject, from, due, made, ended, missing);
    let finding = since.told(finding, plan.made(), TOO_EARLY);
    Ok(reasoned(finding, &plan.beforehand))
}

fn notice<'r>(
    context: &Context<'_>,
    placement: &'r Placement,
    subject: Subject<'r>,
    ended: Option<NaiveDate>,
    since: Since,
) -> Result<Finding<'r>> {
    const RULE: RuleId = RuleId::NotifyPlacement;
    let from = placement.from();
    let clock = Clock { trigger: "the start of the placement on", day: from };
    let limits = Limits {
        before: placement.emergency != Some(true),
        after: placement.emergency != Some(false),
    };
    let due = limits.due(context, RULE, clock, &[Case::Emergency])?;
    let missing = [
        Missing::Fact("the day of the notice"),
        Missing::Fact("whether the placement was made in an emergency"),
    ];
    let notified = since.done(placement.notified);
    let finding = context.between(RULE, subject, from, due, notified, ended, missing);
    let finding =
        since.told(finding, placement.notified, "notice in an earlier period of care, given on");
    Ok(match placement.emergency {
        Some(true) => finding.with_fact("placed in an emergency", Value::Yes),
        Some(false) => finding.with_fact("placed in an emergency", Value::No),
        None => finding,
    })
}

/// Regulation 47C: for each remand to youth detention accommodation.
fn detention<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &'r CarePeriod,
    before: Option<&CarePeriod>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    const RULE: RuleId = RuleId::DetentionPlacementPlan;
    let in_detention = |placement: &&Placement| placement.kind() == PlacementKind::YouthDetention;
    let placements = period.placements().list().unwrap_or_default().iter();
    let placements = placements.take_while(|placement| placement.from() <= context.as_of);
    let spans = period.legal_statuses().spans();
    let remands = spans.unwrap_or_default().iter().filter(|span| {
        span.status() == LegalStatus::RemandToYouthDetention && span.from() <= context.as_of
    });
    for remand in remands {
        if RULE.rule().term_on(remand.from()).is_none() {
            continue;
        }
        let placement = placements.clone().filter(in_detention).find(|p| remand.covers(p.from()));
        let since = paper_for(context, before, remand.from())?;
        let recorded = placement.map_or(Done::NotRecorded, |placement| placement.plan.made());
        let done = since.done(recorded);
        let subject = Subject::new(record.id(), Of::Event(remand.from()));
        let clock = Clock { trigger: "the remand on", day: remand.from() };
        let ended = remand.ended().or_else(|| period.ended());
        let missing = "the day the detention placement plan was made";
        if let Some(finding) = context.within(RULE, None, subject, clock, done, ended, missing)? {
            out(&since.told(
                finding,
                recorded,
                "placement plan of an earlier period of care, made on",
            ));
        }
    }
    for placement in placements.filter(in_detention) {
        let from = placement.from();
        let remanded = period.legal_statuses().is(LegalStatus::RemandToYouthDetention, from);
        if RULE.rule().term_on(from).is_none() || remanded == Some(true) {
            continue;
        }
        let outcome = match remanded {
            None => Outcome::CannotTell(Missing::Fact("the day of the remand")),
            Some(_) => Outcome::NotApplicable("the child is not remanded to youth detention"),
        };
        out(&Finding::new(RULE, Subject::new(record.id(), Of::Placement(from)), from, outcome));
    }
    Ok(())
}

/// Section 23ZB: considered at each review.
fn independent_visitor<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &'r CarePeriod,
    out: Sink<'_, 'r>,
) {
    const RULE: RuleId = RuleId::IndependentVisitor;
    let plans = period.plans();
    for on in period.reviews().iter().map(|review| review.held_on()) {
        if on > context.as_of || RULE.rule().term_on(on).is_none() {
            continue;
        }
        let subject = Subject::new(record.id(), Of::Review(on));
        let considered = plans.visitor_considered_at.as_ref().map(|days| days.contains(&on));
        let missing = "whether an independent visitor was considered";
        let finding = Context::each_time(RULE, subject, on, considered, missing);
        let refused = plans.visitor_refused_on.is_some_and(|refused| refused <= on);
        out(&if refused && considered != Some(true) {
            finding.with_outcome(Outcome::NotApplicable("the child objects to a visitor"))
        } else {
            finding
        });
    }
}

/// Regulation 39: a nominated officer approves before the authority stops looking after a child.
fn ceasing<'r>(
    context: &Context<'_>,
    period: &'r CarePeriod,
    before: Option<&CarePeriod>,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    const RULE: RuleId = RuleId::CeasingApproval;
    let Some(ended) = period.ended().filter(|ended| *ended <= context.as_of) else { return Ok(()) };
    if RULE.rule().term_on(ended).is_none() {
        return Ok(());
    }
    let told = |outcome| Finding::new(RULE, subject, ended, outcome);
    let days = context.number(RULE, Number::WorkingDaysLookedAfter, ended).unwrap_or(0);
    let long = Period::WorkingDays(u16::try_from(days).unwrap_or(u16::MAX));
    if ended < long.after(period.began(), context.calendar)? {
        out(&told(if period.period_of_care().entry() == Entry::NotKnown {
            Outcome::CannotTell(Missing::EntryIntoCare)
        } else {
            Outcome::NotApplicable("the child was not looked after for long enough")
        }));
        return Ok(());
    }
    let approval = &period.plans().ceasing_approval;
    let (recorded, nominated) = match approval {
        CeasingApproval::NotRecorded => (Done::NotRecorded, None),
        CeasingApproval::No => (Done::No, None),
        CeasingApproval::On(day) => (Done::On(*day), None),
        CeasingApproval::ByNominatedOfficer(day) => (Done::On(*day), Some(true)),
        CeasingApproval::ByAnother(day) => (Done::On(*day), Some(false)),
        CeasingApproval::EndedByLaw(why) => {
            let why_not = Outcome::NotApplicable("care ended by law and not by a decision");
            out(&told(why_not).with_fact("reason", Value::Text(why)));
            return Ok(());
        }
    };
    // The day care ended is the last: who asks has passed it, and nothing lapses.
    let missing = "whether ceasing to look after the child was approved";
    let due = Due::on(ended);
    // Where the entry into care is known, an older approval contradicts the record.
    let surely = Some((period.began(), Missing::EntryIntoCare));
    let since = Since { not_before: before.and_then(CarePeriod::ended), surely };
    let done = since.done(recorded).known_on(context.as_of);
    let outcome = match (done, nominated) {
        (Done::NotRecorded, _) => Outcome::CannotTell(Missing::Fact(missing)),
        (Done::No, _) | (Done::On(_), Some(false)) => Outcome::NotMet,
        (Done::On(_), None) => Outcome::CannotTell(Missing::Fact("who gave the approval")),
        (Done::On(day), Some(true)) if day <= ended => Outcome::Met,
        (Done::On(_), Some(true)) => Outcome::MetLate,
    };
    let answer = done.on().filter(|_| nominated != Some(false));
    let finding = told(outcome).with_due(due).with_answer(answer);
    let finding = since.told(finding, recorded, "approval in an earlier period of care, given on");
    out(&match nominated {
        Some(false) => finding.with_fact("approved by a nominated officer", Value::No),
        Some(true) => finding.with_fact("approved by a nominated officer", Value::Yes),
        None => finding,
    });
    Ok(())
}

/// Regulations 40 and 42: a young person who is eligible is assessed.
fn pathway<'r>(context: &Context<'_>, record: &'r CareRecord, out: Sink<'_, 'r>) -> Result<()> {
    const RULE: RuleId = RuleId::PathwayAssessment;
    const DAYS_A_WEEK: u32 = 7;
    let number = |number| context.number(RULE, number, context.as_of).unwrap_or(0);
    let periods = record.periods_of_care();
    let of = |period: &CarePeriod| Subject::new(record.id(), Of::PeriodOfCare(period.began()));
    let last = periods.iter().rev().find(|period| period.began() <= context.as_of);
    let (Some(last), true) = (last, RULE.rule().term_on(context.as_of).is_some()) else {
        return Ok(());
    };
    let Some(born) = record.born() else {
        let outcome = Outcome::CannotTell(Missing::Fact("the date of birth"));
        out(&Finding::new(RULE, of(last), last.began(), outcome));
        return Ok(());
    };
    let sixteen = birthday(context, born, number(Number::Age))?;
    let counted_from = birthday(context, born, number(Number::SinceAge))?;
    let mut wanting = number(Number::WeeksLookedAfter).saturating_mul(DAYS_A_WEEK);
    let mut gap = false;
    let mut assessed = false;
    let mut previous = None;
    for period in periods.iter().filter(|period| period.began() <= context.as_of) {
        let before = previous.replace(period);
        let (began, ended) = (period.began(), period.ended());
        let start = began.max(counted_from);
        let length = ended.map(|ended| ended.signed_duration_since(start).num_days().max(0));
        let length = length.map_or(u32::MAX, |days| u32::try_from(days).unwrap_or(u32::MAX));
        gap |= period.period_of_care().entry() == Entry::NotKnown && began > counted_from;
        let reached =
            start.checked_add_days(Days::new(wanting.into())).filter(|_| wanting <= length);
        wanting = wanting.saturating_sub(length);
        let eligible = |on: NaiveDate| {
            let on = on.max(sixteen).max(began);
            (on <= context.as_of && ended.is_none_or(|ended| on < ended)).then_some(on)
        };
        // What went before the records may have made the time up by the day they begin.
        let known = reached.and_then(eligible);
        let earliest = if gap { eligible(began) } else { known };
        let Some(from) = earliest else { continue };
        let Some(by) = known else {
            out(&Finding::new(RULE, of(period), from, Outcome::CannotTell(Missing::EntryIntoCare)));
            return Ok(());
        };
        if RULE.rule().term_on(from).is_none() {
            return Ok(());
        }
        let trigger =
            if from == sixteen { "the sixteenth birthday on" } else { "becoming eligible on" };
        let mut due = context.due_in(RULE, None, Clock { trigger, day: from })?;
        if from < by {
            let latest = context.due_in(RULE, None, Clock { trigger, day: by })?;
            due = Due { from: Some(due.by), by: latest.by, reckoning: None };
        }
        let missing =
            [Missing::Fact("the day the pathway assessment was complete"), Missing::EntryIntoCare];
        let since = paper_for(context, before, from)?;
        let recorded = period.plans().pathway_assessment;
        let done = since.done(recorded);
        let finding = context.between(RULE, of(period), from, due, done, ended, missing);
        let finding =
            since.told(finding, recorded, "pathway assessment in an earlier period of care, on");
        let lapsed = finding.outcome() == Outcome::Lapsed;
        out(&finding);
        if !lapsed {
            return Ok(());
        }
        // Care ended in time for it; whoever comes back eligible is owed it anew.
        assessed = true;
    }
    if assessed {
        return Ok(());
    }
    if last.ended().unwrap_or(context.as_of) >= sixteen && sixteen <= context.as_of {
        let why = "not looked after for long enough since the fourteenth birthday";
        out(&Finding::new(RULE, of(last), sixteen.max(last.began()), Outcome::NotApplicable(why)));
    }
    Ok(())
}
