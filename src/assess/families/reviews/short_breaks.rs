//! Series of short breaks: their conditions and their reviews. Regulation 48.

use super::super::Sink;
use super::chain::Chain;
use super::listed::{Scope, Words};
use crate::assess::check::{Clock, Context};
use crate::assess::{Finding, Missing, Of, Outcome, Value};
use crate::calendar::Period;
use crate::error::Result;
use crate::law::{Number, RuleId};
use crate::record::{CarePeriod, CareRecord, Done, ShortBreak, ShortBreakSeries};
use chrono::NaiveDate;

const CONDITIONS: RuleId = RuleId::ShortBreakConditions;
const FIRST: RuleId = RuleId::ShortBreakFirstReview;
const ORDINARY_FROM: &str = "ordinary review duties apply from";

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let periods = record.periods_of_care();
    let words =
        Words { missing: "whether there were short breaks", none: "there were no short breaks" };
    let (all, began) = (record.short_breaks().series(), ShortBreakSeries::began);
    scope.each(CONDITIONS, &words, all, began, out, |series, out| {
        conditions(scope, series, periods, out)
    })?;
    scope.each(FIRST, &words, all, began, out, |series, out| reviews(scope, series, out))
}

fn conditions<'r>(
    scope: &Scope<'_, 'r>,
    series: &'r ShortBreakSeries,
    periods: &[CarePeriod],
    out: Sink<'_, 'r>,
) -> Result<()> {
    let Some(breaks) = series.breaks() else {
        if CONDITIONS.rule().term_on(series.began()).is_some() {
            let subject = scope.subject(Of::ShortBreaks(series.began()));
            let outcome = Outcome::CannotTell(Missing::Fact("the placements of the series"));
            out(&Finding::new(CONDITIONS, subject, series.began(), outcome));
        }
        return Ok(());
    };
    let mut ordinary = Ordinary { scope, series, periods, goes_on: false };
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
        let subject = scope.subject(Of::Placement(each.began()));
        let mut finding = Finding::new(CONDITIONS, subject, each.began(), outcome);
        if let Some(broken) = broken {
            finding = finding.with_fact("broken", Value::Text(broken));
        }
        finding = finding
            .with_fact("days of this break", Value::Number(days))
            .with_fact("days of breaks together", Value::Number(together));
        if broken.is_some() {
            out(&finding.with_fact(ORDINARY_FROM, Value::Day(each.began())));
            if let Some(finding) = ordinary.first_review(each)? {
                out(&finding);
            }
        } else {
            out(&finding);
        }
        ordinary.goes_on = (ordinary.goes_on || broken.is_some()) && !ordinary.went_home(each);
    }
    Ok(())
}

/// The first review of regulation 33(1), to which a break that breaks the conditions is subject like any
/// placement.
struct Ordinary<'s, 'c, 'r> {
    scope: &'s Scope<'c, 'r>,
    series: &'r ShortBreakSeries,
    periods: &'s [CarePeriod],
    /// Whether care went on after the break before, as far as is known.
    goes_on: bool,
}

impl<'r> Ordinary<'_, '_, 'r> {
    fn is_in_care(&self) -> bool {
        self.series.child_in_care() == Some(true)
    }

    /// Whether care ended with a break. That of a child in care did not.
    fn went_home(&self, each: &ShortBreak) -> bool {
        !self.is_in_care() && each.returned_home() == Some(true)
    }

    /// What is owed from the start of a break; nothing where care had begun before it, or where a period of
    /// care is recorded for that day, whose own clock tells it.
    fn first_review(&self, each: &ShortBreak) -> Result<Option<Finding<'r>>> {
        const RULE: RuleId = RuleId::FirstReview;
        let (context, began) = (self.scope.context, each.began());
        let left = each.ended().filter(|left| *left <= context.as_of);
        let covers = |period: &CarePeriod| {
            period.began() <= began && period.ended().is_none_or(|ended| ended >= began)
        };
        if self.goes_on || self.periods.iter().any(covers) {
            return Ok(None);
        }
        let subject = self.scope.subject(Of::Placement(began));
        let lacks = |fact| Outcome::CannotTell(Missing::Fact(fact));
        if self.is_in_care() {
            let outcome = lacks("when the child in care became looked after");
            return Ok(Some(Finding::new(RULE, subject, began, outcome)));
        }
        let clock = Clock { trigger: "the break that broke the conditions began on", day: began };
        let due = context.due_in(RULE, None, clock)?;
        let went_home = self.went_home(each);
        let done = self.series.reviews().map_or(Done::NotRecorded, |days| {
            let home = left.filter(|_| went_home);
            let during = |on: &&NaiveDate| **on >= began && home.is_none_or(|home| **on <= home);
            days.iter().find(during).map_or(Done::No, |on| Done::On(*on))
        });
        // Care ended with the break if the child went home, and lasted at least as long in any case.
        let over = left.filter(|left| went_home || *left > due.by());
        // From the start of a recorded period of care its own clock runs.
        let last = left.unwrap_or(context.as_of);
        let periods = self.periods.iter().map(CarePeriod::began);
        let taken_over = periods.filter(|on| began < *on && *on <= last);
        let ended = over.into_iter().chain(taken_over).min();
        let missing = "the reviews of the short breaks";
        let finding = context.by(RULE, subject, began, due, done, ended, missing);
        let is_late = matches!(finding.outcome(), Outcome::NotMet | Outcome::MetLate);
        if is_late && ended.is_none() && left.is_some() {
            let home = each.returned_home();
            return Ok(Some(finding.with_outcome(lacks(match home {
                None => "whether the child went home after the break",
                Some(_) => "how long the child was looked after once the break had ended",
            }))));
        }
        Ok(Some(finding))
    }
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
    // They do not overlap, so they stand in the order of their ends too.
    let breaks = series.breaks().unwrap_or_default();
    let before = breaks.partition_point(|each| self::end(context, each) <= from);
    let within = breaks
        .iter()
        .skip(before)
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
        subject: scope.subject(Of::ShortBreaks(series.began())),
        start: Clock { trigger: "the first short break began on", day: series.began() },
        after: "the review of",
        ended: series.ended(),
        seen_from: None,
        missing: "the reviews of the short breaks",
    };
    let broken_on = broken_on(context, series)?;
    let reviews = series.reviews().map(|days| days.iter().copied());
    let out = &mut |finding: &Finding<'r>| {
        // What was answered or overdue before the conditions were broken stands.
        let runs_to = finding.due().map(|due| due.by());
        let settled_on = finding.answered_on().into_iter().chain(runs_to).min();
        let broken = broken_on.filter(|broken| settled_on.is_none_or(|settled| *broken <= settled));
        match broken {
            None => out(finding),
            Some(broken) => {
                let reason = "the breaks do not keep to the conditions of a series";
                let outcome = Outcome::NotApplicable(reason);
                out(&finding
                    .with_answer(None)
                    .with_outcome(outcome)
                    .with_fact(ORDINARY_FROM, Value::Day(broken)));
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
