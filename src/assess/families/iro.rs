//! Who the IRO is, and what the guidance asks of the appointment.

use super::Sink;
use crate::assess::check::{Clock, Context};
use crate::assess::{Due, Finding, Missing, Of, Outcome, Subject, Value};
use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::law::{Number, RuleId};
use crate::record::{
    Appointment, CarePeriod, CareRecord, Done, Entry, Handover, Relation, Relative, RelativeIro,
    SeparateIros, changes_in_care, looked_after_on,
};
use chrono::NaiveDate;

const THE_IROS: &str = "who the child's IROs were, with their days";
const WITHOUT_IRO: &str = "days without an IRO";
const HOURS_A_DAY: u32 = 24;

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for care in record.periods_of_care().iter().filter(|care| care.began() <= context.as_of) {
        let care = Care { record, care, first: first_review(context, care)? };
        appointed(context, care, out);
        named(context, care, out)?;
        met_child(context, care, out);
    }
    vacancies(context, record, out);
    continuity(context, record, out)?;
    siblings(context, record, out);
    Ok(())
}

/// A period of care that began by the day asked about, with its first review.
#[derive(Clone, Copy)]
struct Care<'r> {
    record: &'r CareRecord,
    care: &'r CarePeriod,
    first: FirstReview,
}

#[derive(Clone, Copy)]
enum FirstReview {
    /// What comes before it is due on its day, but no later than its own last day.
    Held { on: NaiveDate, by: NaiveDate },
    /// What comes before it is due on its last day, or on the day it will be held if that is earlier.
    NotYet { by: NaiveDate },
    /// There may have been one before the records begin. What comes before it is due on its last day, or
    /// on the day of the first of which the records tell, at the latest.
    Unseen { by: NaiveDate, missing: Missing },
    /// It is not known when care began.
    NotKnown(Missing),
}

fn first_review(context: &Context<'_>, care: &CarePeriod) -> Result<FirstReview> {
    let Some(last_day) = context.first_review_due(care)? else {
        return Ok(FirstReview::NotKnown(Missing::EntryIntoCare));
    };
    let first = care.reviews().first().map(|review| review.held_on());
    let first = first.filter(|on| *on <= context.as_of);
    let by = first.map_or(last_day, |on| on.min(last_day));
    if let Some(complete_from) = context.history.first_day().filter(|day| care.began() < *day) {
        return Ok(FirstReview::Unseen { by, missing: Missing::ReviewsBefore(complete_from) });
    }
    Ok(first.map_or(FirstReview::NotYet { by }, |on| FirstReview::Held { on, by }))
}

impl<'r> Care<'r> {
    fn subject(self) -> Subject<'r> {
        Subject::new(self.record.id(), Of::PeriodOfCare(self.care.began()))
    }

    /// The day care ended, if that was known on the day asked about.
    fn ended(self, context: &Context<'_>) -> Option<NaiveDate> {
        self.care.ended().filter(|ended| *ended <= context.as_of)
    }

    /// The appointments that ran in this period and had begun by the day asked about.
    fn appointments(
        self,
        context: &Context<'_>,
    ) -> impl DoubleEndedIterator<Item = &'r Appointment> + Clone + use<'r> {
        let (began, as_of) = (self.care.began(), context.as_of);
        let last = self.care.ended().map_or(as_of, |ended| ended.min(as_of));
        let in_it = move |a: &&Appointment| a.from() <= last && a.to().is_none_or(|to| to >= began);
        self.record.iro().each().filter(in_it)
    }

    /// What was done for this period. An appointment has one day for it: where that lies in an earlier period,
    /// nobody recorded whether it was done anew.
    fn of_this_period(self, done: Done) -> Done {
        match done {
            Done::On(day) if day < self.care.began() => Done::NotRecorded,
            done => done,
        }
    }

    fn is_recorded(self) -> bool {
        self.record.iro().appointments().is_some()
    }
}

/// iro-appointed: the day of the first review itself is still in time, since records hold days and not
/// hours.
fn appointed<'r>(context: &Context<'_>, care: Care<'r>, out: Sink<'_, 'r>) {
    let (rule, began) = (RuleId::IroAppointed, care.care.began());
    if rule.rule().term_on(began).is_none() {
        return;
    }
    let done = match care.appointments(context).next() {
        Some(appointment) => Done::On(appointment.from()),
        None if care.is_recorded() => Done::No,
        None => Done::NotRecorded,
    };
    let mut finding =
        before_first_review(context, rule, care, began, done, "the day an IRO was appointed");
    let until = match done {
        Done::On(day) => Some(day),
        Done::No => Some(care.ended(context).unwrap_or_else(|| tomorrow(context.as_of))),
        Done::NotRecorded => None,
    };
    if let Some(without) = until.map(|until| days(began, until)).filter(|days| *days > 0) {
        finding = finding.with_fact(WITHOUT_IRO, Value::Number(without));
    }
    out(&finding);
}

/// A duty before the first review. While that is not held, its last lawful day is theirs.
fn before_first_review<'r>(
    context: &Context<'_>,
    rule: RuleId,
    care: Care<'r>,
    term_on: NaiveDate,
    done: Done,
    missing: &'static str,
) -> Finding<'r> {
    let subject = care.subject();
    match care.first {
        FirstReview::Held { on, by } => context
            .by(rule, subject, term_on, Due::on(by), done, None, missing)
            .with_fact("first review", Value::Day(on)),
        FirstReview::NotKnown(missing) => {
            Finding::new(rule, subject, term_on, Outcome::CannotTell(missing))
        }
        FirstReview::Unseen { by, missing: hidden } => {
            let due = Due { from: Some(care.care.began()), by, reckoning: None };
            let missing = [Missing::Fact(missing), hidden];
            context.between(rule, subject, term_on, due, done, care.ended(context), missing)
        }
        FirstReview::NotYet { by } => {
            let due = if context.as_of > by { Due::on(by) } else { Due::at_the_latest(by) };
            context.by(rule, subject, term_on, due, done, care.ended(context), missing)
        }
    }
}

/// iro-named: any IRO of the period will do, and one whom the child knew from before too.
fn named<'r>(context: &Context<'_>, care: Care<'r>, out: Sink<'_, 'r>) -> Result<()> {
    let (rule, began) = (RuleId::IroNamed, care.care.began());
    let subject = care.subject();
    if rule.rule().term_on(began).is_none() {
        return Ok(());
    }
    if care.care.period_of_care().entry() == Entry::NotKnown {
        let outcome = Outcome::CannotTell(Missing::EntryIntoCare);
        out(&Finding::new(rule, subject, began, outcome));
        return Ok(());
    }
    let ended = care.ended(context);
    let least = context.number(rule, Number::HoursLookedAfter, began).unwrap_or_default();
    if ended.is_some_and(|ended| days(began, ended).saturating_mul(HOURS_A_DAY) < least) {
        let why = "care ended too soon for the child to count as looked after";
        out(&Finding::new(rule, subject, began, Outcome::NotApplicable(why)));
        return Ok(());
    }
    let Some(period) = context.period(rule, None, began) else { return Ok(()) };
    let due =
        context.due_after(period, Clock { trigger: "becoming looked after on", day: began })?;
    let done = first_naming(context, care, due.by());
    out(&context.by(
        rule,
        subject,
        began,
        due,
        done,
        ended,
        "the day the child was told who the IRO is",
    ));
    Ok(())
}

/// The first day on which an IRO was named to the child. An IRO of whom that is not recorded may have
/// been named in time.
fn first_naming(context: &Context<'_>, care: Care<'_>, by: NaiveDate) -> Done {
    if !care.is_recorded() {
        return Done::NotRecorded;
    }
    let each = care.appointments(context);
    let named = |a: &Appointment| care.of_this_period(a.named());
    let first = each.clone().filter_map(|a| named(a).known_on(context.as_of).on()).min();
    let open = each.clone().any(|a| a.from() <= by && named(a) == Done::NotRecorded);
    match first {
        Some(on) if on <= by || !open => Done::On(on),
        None if !each.clone().any(|a| named(a) == Done::NotRecorded) => Done::No,
        _ => Done::NotRecorded,
    }
}

/// iro-met-child: it looks at the IRO in post on the day by which it was due, or last before it; only
/// where there was none by then, at the next.
fn met_child<'r>(context: &Context<'_>, care: Care<'r>, out: Sink<'_, 'r>) {
    let (rule, began) = (RuleId::IroMetChild, care.care.began());
    if rule.rule().term_on(began).is_none() {
        return;
    }
    let missing = "whether and when the IRO met the child";
    let (due, last) = match care.first {
        FirstReview::Held { on, by } => (by, on),
        FirstReview::NotYet { by } => (by, context.as_of),
        FirstReview::Unseen { by, .. } => (by, by),
        FirstReview::NotKnown(_) => (context.as_of, context.as_of),
    };
    let mut each = care.appointments(context);
    // Whoever was in post on the day of a review that is not seen.
    let either = matches!(care.first, FirstReview::Unseen { .. })
        && each.clone().filter(|appointment| appointment.from() <= due).nth(1).is_some();
    let in_time = each.clone().rev().find(|appointment| appointment.from() <= due);
    let iro = in_time.or_else(|| each.find(|appointment| appointment.from() <= last));
    let done = match iro {
        Some(_) if either => Done::NotRecorded,
        Some(appointment) => care.of_this_period(appointment.met_child()),
        None if care.is_recorded() => Done::No,
        None => Done::NotRecorded,
    };
    let finding = before_first_review(context, rule, care, began, done, missing);
    // Told under iro-appointed, and not a second time.
    let nobody = iro.is_none() && care.is_recorded();
    out(&match care.first {
        FirstReview::Held { .. } if nobody => {
            let why = "the child had no IRO before the first review";
            finding.with_outcome(Outcome::NotApplicable(why))
        }
        FirstReview::NotYet { .. } | FirstReview::Unseen { .. }
            if nobody && finding.outcome() == Outcome::NotMet =>
        {
            let why = "the child had no IRO by the last day for the first review";
            finding.with_outcome(Outcome::NotApplicable(why))
        }
        _ => finding,
    });
}

/// iro-vacancy: for each appointment that ended.
fn vacancies<'r>(context: &Context<'_>, record: &'r CareRecord, out: Sink<'_, 'r>) {
    let rule = RuleId::IroVacancy;
    if record.iro().appointments().is_none() {
        let in_care = record.periods_of_care().iter().any(|care| care.began() <= context.as_of);
        if in_care && rule.rule().term_on(context.as_of).is_some() {
            let subject = Subject::new(record.id(), Of::Child);
            let outcome = Outcome::CannotTell(Missing::Fact(THE_IROS));
            out(&Finding::new(rule, subject, context.as_of, outcome));
        }
        return;
    }
    let mut later = record.iro().each();
    for appointment in record.iro().each() {
        later.next();
        let vacant = appointment.to().map(tomorrow).filter(|day| *day <= context.as_of);
        let Some(vacant) = vacant.filter(|day| rule.rule().term_on(*day).is_some()) else {
            continue;
        };
        let next = later.as_slice().first().map(Appointment::from);
        out(&vacancy(context, record, appointment, vacant, next));
    }
}

fn vacancy<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    appointment: &'r Appointment,
    vacant: NaiveDate,
    next: Option<NaiveDate>,
) -> Finding<'r> {
    let of = Of::Appointment(appointment.officer(), appointment.from());
    let finding =
        |outcome| Finding::new(RuleId::IroVacancy, Subject::new(record.id(), of), vacant, outcome);
    let runs = |care: &&CarePeriod| {
        care.began() <= vacant && care.ended().is_none_or(|ended| ended > vacant)
    };
    let Some(care) = record.periods_of_care().iter().find(runs) else {
        return finding(Outcome::NotApplicable("the child was no longer looked after"));
    };
    let ended = care.ended().filter(|ended| *ended <= context.as_of);
    let next = next.filter(|next| *next <= ended.unwrap_or(context.as_of));
    let (outcome, until) = match (next, ended) {
        (Some(next), _) if next <= vacant => (Outcome::Met, vacant),
        (None, Some(ended)) => (Outcome::Lapsed, ended),
        (next, _) => {
            let missing = Missing::Fact("whether that was as soon as it could be");
            (Outcome::CannotTell(missing), next.unwrap_or_else(|| tomorrow(context.as_of)))
        }
    };
    let without = Value::Number(days(vacant, until));
    finding(outcome).with_answer(next).with_fact(WITHOUT_IRO, without)
}

/// iro-continuity: every change of IRO in the year that the day asked about lies in.
fn continuity<'r>(context: &Context<'_>, record: &'r CareRecord, out: Sink<'_, 'r>) -> Result<()> {
    let rule = RuleId::IroContinuity;
    if rule.rule().term_on(context.as_of).is_none() {
        return Ok(());
    }
    let year = CollectionYear::containing(context.as_of)?;
    let in_year = |care: &CarePeriod| {
        care.began() <= context.as_of && care.ended().is_none_or(|ended| ended >= year.start())
    };
    if !record.periods_of_care().iter().any(in_year) {
        return Ok(());
    }
    let as_such = |outcome| {
        let subject = Subject::new(record.id(), Of::Child).with_clock(year.start());
        Finding::new(rule, subject, context.as_of, outcome)
    };
    if record.iro().appointments().is_none() {
        out(&as_such(Outcome::CannotTell(Missing::Fact(THE_IROS))));
        return Ok(());
    }
    let changes = || {
        changes_in_care(record).filter(|(_, after)| {
            let on = after.from();
            on <= context.as_of && year.contains(on) && rule.rule().term_on(on).is_some()
        })
    };
    let count = Value::Number(u32::try_from(changes().count()).unwrap_or(u32::MAX));
    let in_the_year = "changes of IRO in the year";
    if count == Value::Number(0) {
        let none = as_such(Outcome::NotApplicable("the IRO did not change in the year"));
        out(&none.with_fact(in_the_year, count));
        return Ok(());
    }
    for (before, after) in changes() {
        let on = after.from();
        let subject = Subject::new(record.id(), Of::Appointment(after.officer(), on));
        let missing = "whether the case was handed over in person";
        let handed = |answer| Context::each_time(rule, subject, on, answer, missing);
        let finding = match after.handover() {
            Handover::NotRecorded => handed(None),
            Handover::InPerson => handed(Some(true)),
            Handover::NotInPerson => handed(Some(false)),
            Handover::NotPossible(reason) => handed(None)
                .with_outcome(Outcome::NotApplicable("the IRO before could not hand over"))
                .with_fact("reason", Value::Text(reason)),
        };
        out(&finding
            .with_fact("IRO before", Value::Text(before.officer()))
            .with_fact("IRO from then", Value::Text(after.officer()))
            .with_fact(in_the_year, count));
    }
    Ok(())
}

/// iro-siblings: the child's relatives in care, on the day asked about.
fn siblings<'r>(context: &Context<'_>, record: &'r CareRecord, out: Sink<'_, 'r>) {
    let (rule, day) = (RuleId::IroSiblings, context.as_of);
    if rule.rule().term_on(day).is_none() || !looked_after_on(record, day) {
        return;
    }
    let as_such = |outcome| Finding::new(rule, Subject::new(record.id(), Of::Child), day, outcome);
    match record.kin().relatives() {
        None => out(&as_such(Outcome::CannotTell(Missing::Fact(
            "the child's siblings, parent or baby looked after too",
        )))),
        Some([]) => {
            let why = "no sibling, parent or baby of the child is looked after too";
            out(&as_such(Outcome::NotApplicable(why)));
        }
        Some(relatives) => {
            let iro = record.iro().on(day).map(Appointment::officer);
            let recorded = record.iro().appointments().is_some();
            for relative in relatives {
                let subject = Subject::new(record.id(), Of::Relative(relative.id()));
                let outcome = beside(iro, recorded, relative);
                let finding = Finding::new(rule, subject, day, outcome)
                    .with_fact("the relative is", Value::Text(relation(relative.relation())));
                out(&match (outcome, relative.reason()) {
                    (Outcome::NotApplicable(_), Some(reason)) => {
                        finding.with_fact("reason", Value::Text(reason))
                    }
                    _ => finding,
                });
            }
        }
    }
}

fn beside(iro: Option<&str>, recorded: bool, relative: &Relative) -> Outcome {
    let cannot_tell = |missing| Outcome::CannotTell(Missing::Fact(missing));
    let theirs = match (iro, relative.iro()) {
        _ if !recorded => return cannot_tell("the child's IRO"),
        (_, RelativeIro::NotRecorded) => return cannot_tell("the relative's IRO"),
        (None, _) => return Outcome::NotApplicable("the child had no IRO that day"),
        (_, RelativeIro::NoOne) => {
            return Outcome::NotApplicable("the relative had no IRO that day");
        }
        (Some(_), RelativeIro::Officer(theirs)) => theirs,
    };
    let shared = iro == Some(theirs.as_str());
    match (relative.relation(), shared, relative.separate()) {
        (Relation::Sibling, true, _) | (Relation::Parent | Relation::Baby, false, _) => {
            Outcome::Met
        }
        (Relation::Sibling, false, None) | (Relation::Parent | Relation::Baby, true, _) => {
            Outcome::NotMet
        }
        (Relation::Sibling, false, Some(SeparateIros::Conflict)) => {
            Outcome::NotApplicable("the siblings' interests conflict")
        }
        (Relation::Sibling, false, Some(SeparateIros::SizeOfGroup)) => {
            Outcome::NotApplicable("the group of siblings is too large for one IRO")
        }
    }
}

const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Sibling => "a sibling",
        Relation::Parent => "the child's parent",
        Relation::Baby => "the child's baby",
    }
}

fn tomorrow(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// The days from one day up to another, the last not counted.
fn days(from: NaiveDate, until: NaiveDate) -> u32 {
    u32::try_from(until.signed_duration_since(from).num_days()).unwrap_or_default()
}
