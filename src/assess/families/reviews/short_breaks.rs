//! Series of short breaks: their conditions and their reviews. Regulation 48.

use super::super::Sink;
use super::chain::Chain;
use super::listed::{Scope, Words};
use crate::assess::check::{Clock, Context};
use crate::assess::{Finding, Missing, Of, Outcome, Value};
use crate::calendar::Period;
use crate::error::Result;
use crate::law::{Number, RuleId};
use crate::record::{ShortBreak, ShortBreakSeries, ShortBreaks};
use chrono::NaiveDate;

const CONDITIONS: RuleId = RuleId::ShortBreakConditions;
const FIRST: RuleId = RuleId::ShortBreakFirstReview;

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    breaks: &'r ShortBreaks,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let words =
        Words { missing: "whether there were short breaks", none: "there were no short breaks" };
    let (all, began) = (breaks.series(), ShortBreakSeries::began);
    scope.each(CONDITIONS, &words, all, began, out, |series, _, out| {
        conditions(scope, series, out)
    })?;
    scope.each(FIRST, &words, all, began, out, |series, _, out| reviews(scope, series, out))
}

fn conditions<'r>(
    scope: &Scope<'_, 'r>,
    series: &'r ShortBreakSeries,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let Some(breaks) = series.breaks() else {
        if CONDITIONS.rule().term_on(series.began()).is_some() {
            let subject = scope.subject(Of::ShortBreaks(series.began()), 0);
            let outcome = Outcome::CannotTell(Missing::Fact("the placements of the series"));
            out(Finding::new(CONDITIONS, subject, series.began(), outcome));
        }
        return Ok(());
    };
    for each in breaks.iter().take_while(|each| each.began() <= scope.context.as_of) {
        if CONDITIONS.rule().term_on(each.began()).is_none() {
            continue;
        }
        let Judged { broken, missing, days, together } = judge(scope.context, series, each)?;
        let goes_on = each.ended().is_none_or(|ended| ended > scope.context.as_of);
        let outcome = match (broken, missing) {
            (Some(_), _) => Outcome::NotMet,
            (None, _) if goes_on => Outcome::NotYetDue,
            (None, Some(missing)) => Outcome::CannotTell(Missing::Fact(missing)),
            (None, None) => Outcome::Met,
        };
        let subject = scope.subject(Of::Placement(each.began()), 0);
        let mut finding = Finding::new(CONDITIONS, subject, each.began(), outcome);
        if let Some(broken) = broken {
            finding = finding.with_fact("broken", Value::Text(broken));
        }
        out(finding
            .with_fact("days of this break", Value::Number(days))
            .with_fact("days of breaks together", Value::Number(together)));
    }
    Ok(())
}

/// How one break stands to the conditions.
struct Judged {
    /// The first condition that it breaks.
    broken: Option<&'static str>,
    missing: Option<&'static str>,
    days: u32,
    together: u32,
}

fn judge(context: &Context<'_>, series: &ShortBreakSeries, each: &ShortBreak) -> Result<Judged> {
    let over = |number, days: u32| {
        context.number(CONDITIONS, number, each.began()).is_some_and(|limit| days > limit)
    };
    let end = end(context, each);
    let days = days(each.began(), end);
    let together = together(context, series, each.began(), end)?;
    let ended = each.ended() == Some(end);
    let broken = if series.child_in_care() == Some(true) {
        Some("the child is in care")
    } else if series.same_setting() == Some(false) {
        Some("the carer or the setting is not the same")
    } else if over(Number::DaysEachBreak, days) {
        Some("the break is too long")
    } else if over(Number::DaysOfBreaks, together) {
        Some("the breaks together are too long")
    } else if ended && each.returned_home() == Some(false) {
        Some("the child did not go home after it")
    } else {
        None
    };
    let missing = if series.child_in_care().is_none() {
        Some("whether the child is in care")
    } else if series.same_setting().is_none() {
        Some("whether the carer or the setting is the same")
    } else if each.returned_home().is_none() {
        Some("whether the child went home after the break")
    } else {
        None
    };
    Ok(Judged { broken, missing, days, together })
}

/// The last day of a break that is known.
fn end(context: &Context<'_>, each: &ShortBreak) -> NaiveDate {
    each.ended().map_or(context.as_of, |ended| ended.min(context.as_of))
}

/// The nights between two days: a break from Friday to Sunday has two.
fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or_default()
}

/// The days of breaks within the months to a day. The most of any such time is reached in one that ends
/// with a break.
fn together(
    context: &Context<'_>,
    series: &ShortBreakSeries,
    began: NaiveDate,
    end: NaiveDate,
) -> Result<u32> {
    let months = context.number(CONDITIONS, Number::BreakMonths, began).unwrap_or_default();
    let months = Period::Months(u16::try_from(months).unwrap_or(u16::MAX));
    let from = months.before(end, context.calendar)?;
    let breaks = series.breaks().unwrap_or_default().iter();
    let within = breaks
        .take_while(|each| each.began() <= end)
        .map(|each| days(each.began().max(from), self::end(context, each).min(end)));
    Ok(within.fold(0, u32::saturating_add))
}

fn reviews<'r>(
    scope: &Scope<'_, 'r>,
    series: &'r ShortBreakSeries,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let context = scope.context;
    let chain = Chain {
        rule: FIRST,
        later: RuleId::ShortBreakSubsequentReview,
        subject: scope.subject(Of::ShortBreaks(series.began()), 0),
        start: Clock { trigger: "the first short break began on", day: series.began() },
        after: "the review of",
        ended: series.ended(),
        missing: "the reviews of the short breaks",
    };
    let broken_on = broken_on(context, series)?;
    let mut stopped = false;
    let reviews = series.reviews().map(|days| days.iter().copied());
    let out = &mut |finding: Finding<'r>| {
        // What was answered or overdue before the conditions were broken stands.
        let runs_to = finding.due().map(|due| due.by());
        let settled_on = finding.answered_on().into_iter().chain(runs_to).min();
        let broken = broken_on.filter(|broken| settled_on.is_none_or(|settled| *broken <= settled));
        match broken {
            _ if stopped => {}
            None => out(finding),
            Some(broken) => {
                stopped = true;
                let reason = "the breaks do not keep to the conditions of a series";
                let outcome = Outcome::NotApplicable(reason);
                out(finding
                    .with_answer(None)
                    .with_outcome(outcome)
                    .with_fact("conditions broken from", Value::Day(broken)));
            }
        }
    };
    chain.assess(scope, reviews, |on| on, out, |finding, _| finding)
}

/// The first break that does not keep to the conditions, as far as is known.
fn broken_on(context: &Context<'_>, series: &ShortBreakSeries) -> Result<Option<NaiveDate>> {
    if series.child_in_care() == Some(true) || series.same_setting() == Some(false) {
        return Ok(Some(series.began()));
    }
    let breaks = series.breaks().unwrap_or_default().iter();
    for each in breaks.take_while(|each| each.began() <= context.as_of) {
        if judge(context, series, each)?.broken.is_some() {
            return Ok(Some(each.began()));
        }
    }
    Ok(None)
}
