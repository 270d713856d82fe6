//! Visits by the authority's representative: one clock for each placement, and one rule at a time.
//!
//! Which rule, on the day a clock starts, the first that fits: temporary approval, or an interim care
//! order with a parent (regulation 28(4)); a parent not yet assessed (28(3)); a care order with a parent
//! (28(5)); any other placement (28(2)).

use super::Sink;
use crate::assess::check::{Clock, Context};
use crate::assess::finding::Reckoning;
use crate::assess::{Due, Finding, FirstReviewOf, Missing, Of, Outcome, Subject, Value};
use crate::calendar::Period;
use crate::error::Result;
use crate::law::{Case, Number, RuleId};
use crate::record::{
    CarePeriod, CareRecord, Done, Entry, LegalStatus, Placement, PlacementKind, SeenAlone, Visit,
};
use chrono::NaiveDate;

const UNRECORDED: Missing = Missing::Fact("the visits");

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        for placement in period.placements().list().unwrap_or_default() {
            if placement.from() > context.as_of {
                break;
            }
            let subject = Subject::new(record.id(), Of::Placement(placement.from()));
            if placement.kind() == PlacementKind::Adoption {
                if RuleId::VisitFirst.rule().term_on(placement.from()).is_some() {
                    let why = "visits to a child placed for adoption follow the Adoption Agencies \
                               Regulations";
                    let outcome = Outcome::NotApplicable(why);
                    out(&Finding::new(RuleId::VisitFirst, subject, placement.from(), outcome));
                }
                continue;
            }
            Walk::new(context, period, placement, subject).walk(out)?;
        }
    }
    Ok(())
}

struct Walk<'w, 'c, 'r> {
    context: &'w Context<'c>,
    period: &'r CarePeriod,
    placement: &'r Placement,
    subject: Subject<'r>,
    /// The day the placement, and with it the duty to visit there, ended.
    ended: Option<NaiveDate>,
    /// The last day on which a visit or an order counts.
    last: NaiveDate,
    /// The visits from the day of the clock on.
    visits: &'r [Visit],
    /// So many months in the placement, and the day on which they are over.
    first_year: Option<(u32, NaiveDate)>,
}

/// What a clock runs from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Placement,
    Order,
    Visit,
}

/// A clock of the walk: what it runs from, and the day of that.
#[derive(Clone, Copy)]
struct Started {
    from: From,
    day: NaiveDate,
}

impl Started {
    const fn clock(self) -> Clock {
        let trigger = match self.from {
            From::Placement => "the start of the placement on",
            From::Order => "the care order of",
            From::Visit => "the visit of",
        };
        Clock { trigger, day: self.day }
    }
}

/// An order by which a child lives with a parent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Interim,
    Full,
    Neither,
}

/// One reading of the facts on the day a clock starts.
#[derive(Clone, Copy)]
struct Facts {
    order: Order,
    reviewed: bool,
    lasting: bool,
    child_agrees: bool,
}

/// By which rule and when the next visit is due, by one reading of the facts or by all so far.
struct Reading {
    rule: RuleId,
    due: Due,
}

/// The same by every reading, and the fact that would tell them apart.
struct Next {
    rule: RuleId,
    due: Due,
    missing: Missing,
}

impl<'w, 'c, 'r> Walk<'w, 'c, 'r> {
    fn new(
        context: &'w Context<'c>,
        period: &'r CarePeriod,
        placement: &'r Placement,
        subject: Subject<'r>,
    ) -> Self {
        let visits = period.visits().list().unwrap_or_default();
        let from = visits.partition_point(|visit| visit.on() < placement.from());
        let ended = placement.ended().or_else(|| period.ended());
        Self {
            context,
            period,
            placement,
            subject,
            ended,
            last: ended.map_or(context.as_of, |ended| ended.min(context.as_of)),
            visits: visits.get(from..).unwrap_or_default(),
            first_year: None,
        }
    }

    fn walk(&mut self, out: Sink<'_, 'r>) -> Result<()> {
        let visits = self.period.visits().list();
        let ended = self.ended;
        let mut clock = Started { from: From::Placement, day: self.placement.from() };
        let mut order = self.order_after(clock.day);
        let mut before = None;
        loop {
            let starts = clock.from != From::Visit;
            if order == Some(clock.day) {
                clock = Started { from: From::Order, day: clock.day };
                order = self.order_after(clock.day);
                continue;
            }
            let next = self.next(clock)?;
            let visit = self.visit_after(clock.day, starts);
            let answered = visit.filter(|visit| order.is_none_or(|order| visit.on() <= order));
            let done = match (visits, visit) {
                (None, _) => Done::NotRecorded,
                (_, Some(visit)) => Done::On(visit.on()),
                (_, None) => Done::No,
            };
            // A visit after an order in time answers the order and not what it put an end to.
            let left = answered.is_none().then_some(order).flatten();
            let (done, ended) = match left {
                Some(order) if visits.is_some() && order <= next.due.by => (Done::No, Some(order)),
                _ => (done, ended),
            };
            if next.rule.rule().term_on(clock.day).is_some() {
                // A visit on the first day, or on that of an order, starts a clock on a day that has one.
                let duty = Some((next.rule, clock.day));
                let second = u32::from(core::mem::replace(&mut before, duty) == duty);
                let subject = self.subject.with_clock(clock.day).with_occurrence(second);
                let missing = [UNRECORDED, next.missing];
                let day = clock.day;
                let mut finding =
                    self.context.between(next.rule, subject, day, next.due, done, ended, missing);
                if left.is_some() {
                    finding.add_fact("left behind at a care order", Value::Yes);
                } else if let Some(visit) = answered {
                    seen_alone(&mut finding, visit);
                }
                out(&finding);
            }
            clock = match (answered, left) {
                (Some(visit), _) => Started { from: From::Visit, day: visit.on() },
                (None, Some(order)) => Started { from: From::Order, day: order },
                (None, None) => return Ok(()),
            };
            if clock.from == From::Order {
                order = self.order_after(clock.day);
            }
        }
    }

    /// The next visit at which the child was seen, in the placement and known on the day asked about.
    fn visit_after(&mut self, day: NaiveDate, day_itself: bool) -> Option<&'r Visit> {
        // Clocks follow one another in time: what one has passed is none for the next.
        while let [first, rest @ ..] = self.visits {
            if first.on() > day || (first.on() == day && day_itself) {
                break;
            }
            self.visits = rest;
        }
        self.visits.iter().find(|visit| visit.child_seen()).filter(|visit| visit.on() <= self.last)
    }

    /// The next care order made in the placement while the child lived with a parent, where that order
    /// decides how often the child is visited.
    fn order_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        if !self.placement.kind().is_with_parent() {
            return None;
        }
        let orders = self.period.legal_statuses().spans().unwrap_or_default().iter();
        let mut orders = orders.filter(|span| {
            span.status() == LegalStatus::CareOrder && !self.placement.is_provisional(span.from())
        });
        orders.find(|span| span.from() > day && span.from() <= self.last).map(|span| span.from())
    }

    #[inline(always)]
    fn next(&mut self, clock: Started) -> Result<Next> {
        let day = clock.day;
        let with_parent = self.placement.kind().is_with_parent();
        let orders = if with_parent { self.orders(day) } else { &[Order::Neither][..] };
        // The first review bears on the weekly visits and on no others.
        let weekly = with_parent || self.placement.is_provisional(day);
        let reviewed = if weekly { self.reviewed(day) } else { Some(true) };
        let lasting = match self.placement.kind() {
            PlacementKind::LongTermFoster => Some(true),
            _ => self.placement.meant_to_last,
        };
        let agrees = match self.placement.kind() {
            PlacementKind::LongTermFoster => self.placement.child_agrees,
            _ => Some(false),
        };
        // Mostly everything is on record, and there is one reading.
        if let (&[order], Some(reviewed), Some(lasting), Some(child_agrees)) =
            (orders, reviewed, lasting, agrees)
        {
            let facts = Facts { order, reviewed, lasting, child_agrees };
            let Reading { rule, due } = self.by(clock, facts)?;
            return Ok(Next { rule, due, missing: UNRECORDED });
        }
        self.by_each_reading(clock, orders, reviewed, [lasting, agrees])
    }

    // Out of line, so that the ordinary walk stays short.
    #[inline(never)]
    fn by_each_reading(
        &mut self,
        clock: Started,
        orders: &[Order],
        reviewed: Option<bool>,
        [lasting, agrees]: [Option<bool>; 2],
    ) -> Result<Next> {
        let mut found: Option<Reading> = None;
        for &order in orders {
            for &reviewed in readings(reviewed) {
                for &lasting in readings(lasting) {
                    for &child_agrees in readings(agrees) {
                        let facts = Facts { order, reviewed, lasting, child_agrees };
                        let next = self.by(clock, facts)?;
                        found = Some(match found {
                            None => next,
                            Some(other) => other.or(next),
                        });
                    }
                }
            }
        }
        let missing = Missing::Fact(if orders.len() > 1 {
            "the child's legal status"
        } else if reviewed.is_none() {
            "whether the first review had been held"
        } else if lasting.is_none() {
            "whether the placement is meant to last to 18"
        } else {
            "whether the child agrees to fewer visits"
        });
        // There is always a reading; without one the ordinary rule stands.
        let Reading { rule, due } = match found {
            Some(found) => found,
            None => self.by(clock, ORDINARY)?,
        };
        Ok(Next { rule, due, missing })
    }

    /// The rule and its last day, by one reading of the facts.
    #[inline(always)]
    fn by(&mut self, clock: Started, facts: Facts) -> Result<Reading> {
        let (rule, case) = self.governed_by(clock, facts)?;
        let term = rule.rule().governing_term(clock.day);
        let limit = match case {
            // Before a term knew the case, the next longest was the longest.
            Some(case) => term.limit_in(case).or_else(|| term.limit_in(Case::Permanent)),
            None => Some(term.limit()),
        };
        let due = match limit.and_then(|limit| limit.latest()) {
            Some(period) => self.context.due_after(period, clock.clock())?,
            None => Due::on(clock.day),
        };
        Ok(Reading { rule, due })
    }

    fn governed_by(&mut self, clock: Started, facts: Facts) -> Result<(RuleId, Option<Case>)> {
        let starts = clock.from != From::Visit;
        let kind = self.placement.kind();
        let provisional = self.placement.is_provisional(clock.day);
        let weekly = Some(if starts || !facts.reviewed {
            Case::UntilFirstReview
        } else {
            Case::AfterFirstReview
        });
        let interim = kind.is_with_parent() && facts.order == Order::Interim;
        let temporary = kind == PlacementKind::TemporaryApproval && provisional;
        Ok(if temporary || interim {
            (RuleId::VisitTemporaryApproval, weekly)
        } else if provisional {
            (RuleId::VisitWithParentUnassessed, weekly)
        } else if kind.is_with_parent() && facts.order == Order::Full {
            let case = (!starts).then_some(Case::AfterFirstVisit);
            (RuleId::VisitCareOrderWithParent, case)
        } else if starts {
            (RuleId::VisitFirst, None)
        } else if self.in_first_year(clock.day)? {
            (RuleId::VisitInterval, Some(Case::FirstYear))
        } else if facts.lasting && facts.child_agrees {
            (RuleId::VisitInterval, Some(Case::LongTermFoster))
        } else if facts.lasting {
            (RuleId::VisitInterval, Some(Case::Permanent))
        } else {
            (RuleId::VisitInterval, None)
        })
    }

    fn in_first_year(&mut self, day: NaiveDate) -> Result<bool> {
        let months =
            self.context.number(RuleId::VisitInterval, Number::MonthsInPlacement, day).unwrap_or(0);
        let over = match self.first_year {
            Some((known, over)) if known == months => over,
            _ => {
                let year = Period::Months(u16::try_from(months).unwrap_or(u16::MAX));
                year.after(self.placement.from(), self.context.calendar)?
            }
        };
        self.first_year = Some((months, over));
        Ok(day < over)
    }

    /// The orders by which the child can have lived with a parent on a day.
    fn orders(&self, day: NaiveDate) -> &'static [Order] {
        let statuses = self.period.legal_statuses();
        let is = |status| statuses.is(status, day);
        match (is(LegalStatus::InterimCareOrder), is(LegalStatus::CareOrder)) {
            (Some(true), _) => &[Order::Interim],
            (_, Some(true)) => &[Order::Full],
            (Some(false), Some(false)) => &[Order::Neither],
            // By some order in any case: without one a child with a parent is not looked after.
            _ => &[Order::Interim, Order::Full],
        }
    }

    /// Whether the review that ends the weekly visits had been held by a day.
    fn reviewed(&self, day: NaiveDate) -> Option<bool> {
        let reviews = self.period.reviews().iter().map(|review| review.held_on());
        let mut held = reviews.take_while(|held_on| *held_on <= day);
        let (found, since) = match self.context.policy.weekly_visits_until {
            FirstReviewOf::PeriodOfCare => (held.next().is_some(), self.period.began()),
            FirstReviewOf::Placement => {
                let from = self.placement.from();
                (held.any(|held_on| held_on >= from), from)
            }
        };
        let entry = self.period.period_of_care().entry();
        let gap = self.context.history.first_day().is_some_and(|first| first > since)
            || (entry == Entry::NotKnown && since == self.period.began());
        if found { Some(true) } else { (!gap).then_some(false) }
    }
}

const ORDINARY: Facts =
    Facts { order: Order::Neither, reviewed: true, lasting: false, child_agrees: false };

/// The readings of a fact: one where it is recorded, two where it is not.
const fn readings(fact: Option<bool>) -> &'static [bool] {
    match fact {
        Some(true) => &[true],
        Some(false) => &[false],
        None => &[false, true],
    }
}

impl Reading {
    /// With another reading: by the rule of the earlier day, between the two days.
    fn or(self, Self { rule, due }: Self) -> Self {
        let (first, last) = (self.due.from.unwrap_or(self.due.by), self.due.by);
        let from = first.min(due.by);
        let by = last.max(due.by);
        let reckoning: Option<Reckoning> = if from == by { self.due.reckoning } else { None };
        let rule = if due.by < first { rule } else { self.rule };
        Self { rule, due: Due { from: Some(from), by, reckoning } }
    }
}

/// How the child was seen, where that is on record.
fn seen_alone<'r>(finding: &mut Finding<'r>, visit: &'r Visit) {
    let (what, value) = match visit.seen_alone() {
        SeenAlone::NotRecorded => return,
        SeenAlone::Yes => ("seen alone", Value::Yes),
        SeenAlone::ChildRefused => ("not seen alone", Value::Text("the child refused")),
        SeenAlone::Inappropriate(why) | SeenAlone::No(why) => ("not seen alone", Value::Text(why)),
    };
    finding.add_fact(what, value);
}
