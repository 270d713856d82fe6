//! Health assessments.

use super::Sink;
use super::plan_limits::reasoned;
use crate::assess::check::{Clock, Context};
use crate::assess::since::Since;
use crate::assess::{Due, Finding, Missing, Of, Outcome, Subject, Value};
use crate::calendar::Period;
use crate::error::Result;
use crate::law::{Case, Number, RuleId};
use crate::record::{Beforehand, CarePeriod, CareRecord, Done, HealthAssessment};
use chrono::NaiveDate;

const DATES: &str = "the days of health assessments";
const TOO_EARLY: &str = "assessment too early to be for the first placement, on";
const REFUSED: &str = "the child, being of sufficient understanding, refused the assessment";

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        if period.began() > context.as_of {
            break;
        }
        let subject = Subject::new(record.id(), Of::PeriodOfCare(period.began()));
        if let Some(finding) = initial(context, period, subject)? {
            out(&finding);
        }
        reviews(context, record, period, subject, out)?;
    }
    Ok(())
}

/// Regulation 7(1): before the first placement or, where that is not practicable, the first review.
fn initial<'r>(
    context: &Context<'_>,
    period: &'r CarePeriod,
    subject: Subject<'r>,
) -> Result<Option<Finding<'r>>> {
    const RULE: RuleId = RuleId::InitialHealthAssessment;
    let placements = period.placements().list();
    let first = placements.and_then(<[_]>::first).map(|p| p.from());
    let first = first.filter(|first| *first <= context.as_of);
    let start = first.unwrap_or(period.began());
    if RULE.rule().term_on(start).is_none() {
        return Ok(None);
    }
    let told = |outcome| Finding::new(RULE, subject, start, outcome);
    let Some(last_day) = context.first_review_due(period)? else {
        return Ok(Some(told(Outcome::CannotTell(Missing::EntryIntoCare))));
    };
    if placements.is_none() {
        let missing = Missing::Fact("the start of the first placement");
        return Ok(Some(told(Outcome::CannotTell(missing))));
    }
    let ended = period.ended().filter(|ended| *ended <= context.as_of);
    if first.is_none() {
        let outcome = if ended.is_some() { Outcome::Lapsed } else { Outcome::NotYetDue };
        return Ok(Some(told(outcome)));
    }
    let list = period.health().assessments();
    let since = since(context, start)?;
    let too_early = list.and_then(<[_]>::first).map_or(Done::No, |first| Done::On(first.on()));
    let list = list.map(|list| of_this_placement(list, since));
    let told = |outcome| since.told(told(outcome), too_early, TOO_EARLY);
    let known = list.and_then(<[_]>::first).filter(|assessment| assessment.on() <= context.as_of);
    if let Some(reason) = known.and_then(HealthAssessment::reason) {
        let finding = told(Outcome::NotApplicable(REFUSED));
        return Ok(Some(finding.with_fact("reason", Value::Text(reason))));
    }
    let done = match (list, known) {
        (None, _) => Done::NotRecorded,
        (_, Some(assessment)) => Done::On(assessment.on()),
        (_, None) => Done::No,
    };
    let review = period.reviews().iter().map(|r| r.held_on()).find(|on| *on >= start);
    let review = review.filter(|on| *on <= context.as_of);
    // A review that is not held in time puts nothing off.
    let by = review.map_or(last_day, |review| review.min(last_day)).max(start);
    let open = review.is_none() && context.as_of <= by;
    let beforehand = &period.health().initial_beforehand;
    // Where earlier reviews may be missing, one of them may have been the first.
    let dark = context.history.first_day().filter(|from| start < *from);
    let due = match beforehand {
        Beforehand::Practicable => Due::on(start),
        Beforehand::NotPracticable(_) if dark.is_some() => {
            Due { from: Some(start), by, reckoning: None }
        }
        Beforehand::NotPracticable(_) if open => Due::at_the_latest(by),
        Beforehand::NotPracticable(_) => Due::on(by),
        Beforehand::NotRecorded => Due { from: Some(start), by, reckoning: None },
    };
    let why = match (beforehand, dark) {
        (Beforehand::NotPracticable(_), Some(from)) => Missing::ReviewsBefore(from),
        _ => Missing::Fact("whether it was practicable before the placement"),
    };
    let missing = [Missing::Fact(DATES), why];
    let finding = context.between(RULE, subject, start, due, done, ended, missing);
    let finding = since.told(finding, too_early, TOO_EARLY);
    Ok(Some(reasoned(finding, beforehand)))
}

/// Regulation 7(2): an assessment so many months before the placement, and no earlier, is one for it.
fn since(context: &Context<'_>, start: NaiveDate) -> Result<Since> {
    let months = context.number(RuleId::InitialHealthAssessment, Number::MonthsBefore, start);
    let months = months.and_then(|months| u16::try_from(months).ok()).map(Period::Months);
    let first = months.map(|period| period.before(start, context.calendar)).transpose()?;
    Ok(Since { not_before: first, surely: None })
}

fn of_this_placement(list: &[HealthAssessment], since: Since) -> &[HealthAssessment] {
    let older = list.partition_point(|assessment| !since.has_come(assessment.on()));
    list.get(older..).unwrap_or_default()
}

/// Regulation 7(3): again and again, from the assessment before, by the child's age on its day.
fn reviews<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    period: &'r CarePeriod,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    const RULE: RuleId = RuleId::HealthReview;
    let Some(list) = period.health().assessments() else {
        if RULE.rule().term_on(period.began()).is_some() {
            let outcome = Outcome::CannotTell(Missing::Fact(DATES));
            out(&Finding::new(RULE, subject, period.began(), outcome));
        }
        return Ok(());
    };
    let start = period.placements().list().and_then(<[_]>::first).map(|p| p.from());
    let list = of_this_placement(list, since(context, start.unwrap_or(period.began()))?);
    let known = list.partition_point(|assessment| assessment.on() <= context.as_of);
    let nexts = list.iter().take(known).skip(1).map(Some).chain(core::iter::once(None));
    for (last, next) in list.iter().take(known).zip(nexts) {
        let clock = Clock { trigger: trigger(last), day: last.on() };
        if RULE.rule().term_on(clock.day).is_none() {
            continue;
        }
        let due = by_age(context, record, clock)?;
        let subject = subject.with_clock(clock.day);
        let done = next.map_or(Done::No, |next| Done::On(next.on()));
        let missing = [Missing::Fact(DATES), Missing::Fact("the date of birth")];
        let mut finding =
            context.between(RULE, subject, clock.day, due, done, period.ended(), missing);
        if let Some(reason) = next.and_then(HealthAssessment::reason) {
            finding = finding
                .with_outcome(Outcome::NotApplicable(REFUSED))
                .with_fact("reason", Value::Text(reason));
        }
        out(&finding);
    }
    Ok(())
}

const fn trigger(last: &HealthAssessment) -> &'static str {
    if last.is_refused() { "the refusal of" } else { "the assessment of" }
}

fn by_age(context: &Context<'_>, record: &CareRecord, clock: Clock) -> Result<Due> {
    const RULE: RuleId = RuleId::HealthReview;
    let due = |case| context.due_in(RULE, Some(case), clock);
    let age = context.number(RULE, Number::Age, clock.day).unwrap_or(0);
    let Some(born) = record.born() else {
        let (young, older) = (due(Case::UnderFive)?, due(Case::FromFive)?);
        return Ok(Due { from: Some(young.by), by: older.by, reckoning: None });
    };
    due(if clock.day < birthday(context, born, age)? { Case::UnderFive } else { Case::FromFive })
}

/// The day on which a child reaches an age. One born on 29 February does on 28 February of a year
/// without that day.
pub(super) fn birthday(context: &Context<'_>, born: NaiveDate, age: u32) -> Result<NaiveDate> {
    const MONTHS_A_YEAR: u32 = 12;
    let months = u16::try_from(age.saturating_mul(MONTHS_A_YEAR)).unwrap_or(u16::MAX);
    Period::Months(months).after(born, context.calendar)
}
