//! What has to be done at a review.

use super::Sink;
use crate::assess::check::Context;
use crate::assess::{Finding, Missing, Of, Outcome, Subject, Value};
use crate::error::Result;
use crate::law::{Number, RuleId, ScheduleSevenMatter};
use crate::record::{
    ByWhen, CareRecord, Chair, Considered, Decision, Done, Implementer, IroPresence, Participation,
    ReviewRecord,
};
use chrono::NaiveDate;

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        for (place, (review, _)) in context.reviews(period).enumerate() {
            let held_on = review.held_on();
            let subject = Subject::new(record.id(), Of::Review(held_on));
            let in_force = |rule: RuleId| rule.rule().term_on(held_on).is_some();
            if in_force(RuleId::IroChairs) {
                out(&chair(record, review, subject));
            }
            if in_force(RuleId::ChildParticipation) {
                out(&participation(context, record.born(), review, subject));
            }
            if in_force(RuleId::ImplementersNamed) {
                implementers(review, subject, out);
            }
            if in_force(RuleId::ScheduleSeven) {
                considerations(review, place == 0, subject, out);
            }
            if in_force(RuleId::RightsExplained) {
                out(&rights(context, review, subject));
            }
        }
    }
    Ok(())
}

fn chair<'r>(record: &CareRecord, review: &'r ReviewRecord, subject: Subject<'r>) -> Finding<'r> {
    let of = |outcome| Finding::new(RuleId::IroChairs, subject, review.held_on(), outcome);
    let (by, iro) = match review.meeting().chair() {
        Chair::Iro
            if record.iro().appointments().is_some()
                && record.iro().on(review.held_on()).is_none() =>
        {
            return of(Outcome::CannotTell(Missing::Fact(
                "which IRO chaired, as by the appointments the child had none that day",
            )));
        }
        Chair::Iro => return of(Outcome::Met),
        Chair::NoMeeting => return of(Outcome::NotApplicable("there was no meeting to chair")),
        Chair::NotRecorded => {
            return of(Outcome::CannotTell(Missing::Fact(
                "who chaired, or that there was no meeting",
            )));
        }
        Chair::Another { by, iro } => (Value::Text(by.as_str()), iro),
    };
    match iro {
        IroPresence::Present => {
            of(Outcome::NotMet).with_fact("chaired by", by).with_fact("IRO there", Value::Yes)
        }
        IroPresence::Absent => {
            of(Outcome::NotMet).with_fact("chaired by", by).with_fact("IRO there", Value::No)
        }
        IroPresence::NotPracticable { reason } => {
            of(Outcome::NotApplicable("it was not reasonably practicable for the IRO to attend"))
                .with_fact("chaired by", by)
                .with_fact("reason", Value::Text(reason.as_str()))
        }
        IroPresence::NotRecorded => {
            of(Outcome::CannotTell(Missing::Fact("whether the IRO was there, or why not")))
                .with_fact("chaired by", by)
        }
    }
}

fn participation<'r>(
    context: &Context<'_>,
    born: Option<NaiveDate>,
    review: &ReviewRecord,
    subject: Subject<'r>,
) -> Finding<'r> {
    let (rule, held_on) = (RuleId::ChildParticipation, review.held_on());
    let of = |outcome| Finding::new(rule, subject, held_on, outcome);
    let apart = Outcome::NotApplicable("children so young are counted apart");
    let age = born.and_then(|born| held_on.years_since(born));
    let young = age.zip(context.number(rule, Number::Age, held_on)).map(|(age, from)| age < from);
    let code = review.participation;
    let outcome = match (code, young) {
        (_, Some(true)) | (Some(Participation::UnderFour), None) => apart,
        (None, _) => Outcome::CannotTell(Missing::Fact("how the child took part")),
        // The code of younger children says nothing of this one.
        (Some(Participation::UnderFour), Some(false)) => Outcome::CannotTell(Missing::Fact(
            "how the child, who is older than the code says, took part",
        )),
        (Some(code), _) if code.views_conveyed() => Outcome::Met,
        (Some(_), _) => Outcome::NotMet,
    };
    let mut finding = of(outcome);
    if let Some(code) = code {
        finding.add_fact("the child", Value::Text(code.meaning()));
    }
    finding
}

fn implementers<'r>(review: &'r ReviewRecord, subject: Subject<'r>, out: Sink<'_, 'r>) {
    let (rule, held_on) = (RuleId::ImplementersNamed, review.held_on());
    match review.decisions() {
        None => {
            let outcome = Outcome::CannotTell(Missing::Fact("the decisions of the review"));
            out(&Finding::new(rule, subject, held_on, outcome));
        }
        Some([]) => {
            let outcome = Outcome::NotApplicable("the review made no decisions");
            out(&Finding::new(rule, subject, held_on, outcome));
        }
        Some(decisions) => {
            for (number, decision) in (1_u32..).zip(decisions) {
                let subject = Subject::new(subject.id(), of_decision(held_on, number, decision));
                out(&named(decision, subject, held_on));
            }
        }
    }
}

/// A decision by the caller's identifier or, where it has none, by its number.
pub(super) fn of_decision(held_on: NaiveDate, number: u32, decision: &Decision) -> Of<'_> {
    match decision.id() {
        Some(id) => Of::NamedDecision(held_on, id),
        None => Of::Decision(held_on, number),
    }
}

fn named<'r>(decision: &'r Decision, subject: Subject<'r>, held_on: NaiveDate) -> Finding<'r> {
    let outcome = match (decision.implementer(), decision.by()) {
        (Implementer::Nobody, _) | (_, ByWhen::NoDate) => Outcome::NotMet,
        (Implementer::NotRecorded, _) => {
            Outcome::CannotTell(Missing::Fact("who is to carry the decision out"))
        }
        (_, ByWhen::NotRecorded) => {
            Outcome::CannotTell(Missing::Fact("the date set for the decision"))
        }
        (Implementer::Named(_), ByWhen::On(_)) => Outcome::Met,
    };
    let mut finding = Finding::new(RuleId::ImplementersNamed, subject, held_on, outcome);
    finding.add_fact("decision", Value::Text(decision.what()));
    match decision.implementer() {
        Implementer::Named(who) => {
            finding.add_fact("to be done by", Value::Text(who.as_str()));
        }
        Implementer::Nobody => finding.add_fact("to be done by", Value::Text("nobody")),
        Implementer::NotRecorded => {}
    }
    match decision.by() {
        ByWhen::On(day) => finding.add_fact("at the latest on", Value::Day(day)),
        ByWhen::NoDate => finding.add_fact("date set", Value::No),
        ByWhen::NotRecorded => {}
    }
    finding
}

/// One finding after another, of which only the matter and what became of it differ.
fn considerations<'r>(review: &ReviewRecord, first: bool, subject: Subject<'r>, out: Sink<'_, 'r>) {
    let (rule, held_on) = (RuleId::ScheduleSeven, review.held_on());
    let recorded = review.meeting().considerations();
    let mut finding = Finding::new(rule, subject, held_on, Outcome::Met);
    for matter in ScheduleSevenMatter::ALL.iter().filter(|m| m.in_force().contains(held_on)) {
        finding.set_of(Of::Consideration(held_on, u32::from(matter.number())));
        finding.set_outcome(considered(*matter, first, recorded.of(*matter)));
        finding.set_first_fact("consideration", Value::Text(matter.title()));
        out(&finding);
    }
}

fn considered(matter: ScheduleSevenMatter, first: bool, recorded: Considered) -> Outcome {
    match recorded {
        Considered::Yes => Outcome::Met,
        Considered::No => Outcome::NotMet,
        Considered::NotRecorded => Outcome::CannotTell(Missing::Fact("whether it was considered")),
        Considered::NotApplicable if !matter.bears_on_every_child() => {
            Outcome::NotApplicable("it does not bear on the child")
        }
        Considered::NotApplicable if first && matter == ScheduleSevenMatter::LastReview => {
            Outcome::NotApplicable("there was no review before this one")
        }
        Considered::NotApplicable => Outcome::CannotTell(Missing::Fact(
            "why a consideration that bears on every child was passed over",
        )),
    }
}

fn rights<'r>(
    context: &Context<'_>,
    review: &'r ReviewRecord,
    subject: Subject<'r>,
) -> Finding<'r> {
    let of = |outcome| Finding::new(RuleId::RightsExplained, subject, review.held_on(), outcome);
    let lacks = |missing| of(Outcome::CannotTell(Missing::Fact(missing)));
    let rights = review.meeting().rights();
    if let Some(reason) = rights.why_not_needed() {
        return of(Outcome::NotApplicable("there was no need at this review"))
            .with_fact("reason", Value::Text(reason.as_str()));
    }
    let known = |done: Done| done.known_on(context.as_of);
    let told = [
        (known(rights.applications()), "applications", "when applications were explained"),
        (known(rights.complaints()), "complaints", "when complaints were explained"),
        (known(rights.advocacy()), "advocacy", "when advocacy was explained"),
    ];
    if let Some((.., what, _)) = told.iter().find(|(done, ..)| *done == Done::No) {
        return of(Outcome::NotMet).with_fact("not explained", Value::Text(what));
    }
    let help = known(rights.legal_help());
    let wish = rights.wish_to_act();
    if wish == Some(true) && help == Done::No {
        return of(Outcome::NotMet)
            .with_fact("child wished to take legal proceedings", Value::Yes)
            .with_fact("help with legal advice", Value::No);
    }
    if told.iter().all(|(done, ..)| *done == Done::NotRecorded) {
        return lacks("what was explained to the child and when");
    }
    if let Some((.., missing)) = told.iter().find(|(done, ..)| *done == Done::NotRecorded) {
        return lacks(missing);
    }
    match (wish, help) {
        (None, _) => lacks("whether the child wished to take legal proceedings"),
        (Some(true), Done::NotRecorded) => lacks("the help with legal advice that the child had"),
        (Some(true), Done::On(day)) => of(Outcome::Met)
            .with_fact("child wished to take legal proceedings", Value::Yes)
            .with_fact("help with legal advice", Value::Day(day)),
        (Some(_), _) => of(Outcome::Met),
    }
}
