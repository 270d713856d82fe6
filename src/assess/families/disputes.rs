//! Disputes and referrals to Cafcass.

use super::Sink;
use crate::assess::check::Context;
use crate::assess::{Due, Finding, Missing, Of, Outcome, Subject, Value};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{
    CafcassTest, CareRecord, Dispute, DisputeEvent, DisputeOutcome, DisputeRoute, DisputeState,
    Done, FormalStage, SignificantFailure,
};
use chrono::NaiveDate;

const NOT_FOLLOWED: &str = "what became of the dispute after the record of it breaks off";

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let Some(disputes) = record.disputes().list() else {
        nobody_recorded_them(context, record, out);
        return Ok(());
    };
    for dispute in disputes.iter().filter(|dispute| dispute.raised_on() <= context.as_of) {
        let case = Case { context, id: record.id(), dispute };
        case.recorded(out);
        case.resolved(out)?;
        case.stages(out)?;
        case.cafcass(out);
    }
    Ok(())
}

fn nobody_recorded_them<'r>(context: &Context<'_>, record: &'r CareRecord, out: Sink<'_, 'r>) {
    for rule in [RuleId::DisputeRecorded, RuleId::DisputeResolved, RuleId::CafcassReferral] {
        if rule.rule().term_on(context.as_of).is_some() {
            let outcome = Outcome::CannotTell(Missing::Fact("whether there were disputes"));
            let subject = Subject::new(record.id(), Of::Child);
            out(&Finding::new(rule, subject, context.as_of, outcome));
        }
    }
}

/// One dispute, as things stood on the day.
struct Case<'c, 'r> {
    context: &'c Context<'c>,
    id: &'r str,
    dispute: &'r Dispute,
}

impl<'r> Case<'_, 'r> {
    fn subject(&self) -> Subject<'r> {
        Subject::new(self.id, Of::Dispute(self.dispute.id()))
    }

    /// Where it stood.
    fn state(&self) -> DisputeState {
        self.dispute.state_on(self.context.as_of).unwrap_or(DisputeState::Informal)
    }

    /// Whether the record goes as far as the day.
    fn is_followed(&self) -> bool {
        self.dispute.is_recorded_on(self.context.as_of)
    }

    /// What is known by the day.
    fn known(&self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        day.filter(|day| *day <= self.context.as_of)
    }

    /// Whether something that ends a duty came about: not, as far as the record goes, if it goes to the
    /// day asked about or to the last day of the duty.
    fn done(&self, answer: Option<NaiveDate>, due: Due) -> Done {
        match answer {
            Some(day) => Done::On(day),
            None if self.is_followed() || self.dispute.is_recorded_on(due.by) => Done::No,
            None => Done::NotRecorded,
        }
    }

    /// `dispute-recorded`: the informal attempt is on the child's file.
    fn recorded(&self, out: Sink<'_, 'r>) {
        const RULE: RuleId = RuleId::DisputeRecorded;
        let raised = self.dispute.raised_on();
        if RULE.rule().term_on(raised).is_none() {
            return;
        }
        let note = self.dispute.note_on_file().known_on(self.context.as_of);
        let outcome = match note {
            _ if self.dispute.no_informal_attempt().is_some() => {
                Outcome::NotApplicable("it was not first tried informally, and the reason is given")
            }
            Done::On(_) => Outcome::Met,
            // Records hold days and not hours: on the day of the attempt there is still time to note it.
            _ if self.context.as_of <= raised => Outcome::NotYetDue,
            Done::NotRecorded => {
                Outcome::CannotTell(Missing::Fact("whether the informal attempt is on file"))
            }
            Done::No if !self.is_followed() => Outcome::CannotTell(Missing::Fact(NOT_FOLLOWED)),
            Done::No => Outcome::NotMet,
        };
        let finding = Finding::new(RULE, self.subject(), raised, outcome)
            .with_fact("concern raised", Value::Day(raised));
        out(&match (outcome, note) {
            (Outcome::Met, Done::On(on)) => finding
                .with_fact("put on the child's file", Value::Day(on))
                .with_fact("calendar days until then", Value::Number(days(raised, on))),
            (Outcome::NotMet, _) => {
                let waited = Value::Number(days(raised, self.context.as_of));
                finding.with_fact("calendar days without a note", waited)
            }
            _ => finding,
        });
    }

    /// `dispute-resolved`: the formal process, all stages together.
    fn resolved(&self, out: Sink<'_, 'r>) -> Result<()> {
        const RULE: RuleId = RuleId::DisputeResolved;
        let (context, dispute) = (self.context, self.dispute);
        let Some(start) = self.known(dispute.formal_start()) else {
            self.never_formal(out);
            return Ok(());
        };
        let Some(due) = context.resolution_due(start)? else { return Ok(()) };
        let done = self.done(self.known(dispute.resolved_on()), due);
        let ended = dispute.ended_on();
        let finding = context.by(RULE, self.subject(), start, due, done, ended, NOT_FOLLOWED);
        let finding = match dispute.route_on(context.as_of) {
            DisputeRoute::Formal { highest_stage } => {
                finding.with_fact("highest stage", self.name_of(highest_stage))
            }
            DisputeRoute::Informal => finding,
        };
        // Where the days cannot be counted, the finding stands without them.
        let used = dispute.formal_working_days(context.calendar, context.as_of).ok().flatten();
        let finding = match used.filter(|_| self.is_followed()) {
            Some(days) => {
                finding.with_fact("working days of the formal process", Value::Number(days))
            }
            None => finding,
        };
        let finding = match (self.known(ended), dispute.outcome()) {
            (Some(day), Some(DisputeOutcome::Withdrawn)) => {
                finding.with_fact("withdrawn", Value::Day(day))
            }
            (Some(day), Some(DisputeOutcome::Superseded)) => {
                finding.with_fact("superseded", Value::Day(day))
            }
            _ => finding,
        };
        let referred = self.known(dispute.referred_to_cafcass());
        out(&with_day(finding, "referred to Cafcass", referred));
        Ok(())
    }

    fn never_formal(&self, out: Sink<'_, 'r>) {
        const RULE: RuleId = RuleId::DisputeResolved;
        let raised = self.dispute.raised_on();
        if RULE.rule().term_on(raised).is_none() {
            return;
        }
        let outcome = match self.state() {
            DisputeState::Ended(_) => Outcome::NotApplicable("it was settled informally"),
            _ if !self.is_followed() => Outcome::CannotTell(Missing::Fact(NOT_FOLLOWED)),
            _ => Outcome::NotApplicable("no formal process has begun"),
        };
        let finding = Finding::new(RULE, self.subject(), raised, outcome);
        let settled = self.known(self.dispute.resolved_on());
        out(&with_day(finding, "settled", settled));
    }

    /// `dispute-stage-response`: each stage that was entered. One that was skipped owes nothing.
    fn stages(&self, out: Sink<'_, 'r>) -> Result<()> {
        const RULE: RuleId = RuleId::DisputeStageResponse;
        for stage in self.dispute.stages().take_while(|s| s.began() <= self.context.as_of) {
            if RULE.rule().term_on(stage.began()).is_some() {
                out(&self.answered(&stage)?);
            }
        }
        Ok(())
    }

    fn answered(&self, stage: &FormalStage) -> Result<Finding<'r>> {
        const RULE: RuleId = RuleId::DisputeStageResponse;
        let (context, subject) = (self.context, self.stage(stage.number()));
        let Some(due) = context.answer_due(stage)? else {
            let outcome = Outcome::NotApplicable("the authority has set no limit");
            return Ok(Finding::new(RULE, subject, stage.began(), outcome));
        };
        let ended = stage.ended();
        let answer = self.known(stage.answered());
        let done = match self.known(ended) {
            Some(_) if answer.is_none() => Done::No,
            _ => self.done(answer, due),
        };
        let finding = context.by(RULE, subject, stage.began(), due, done, ended, NOT_FOLLOWED);
        let finding = match self.dispute.ladder().name(stage.number()) {
            Some(name) => finding.with_fact("stage", Value::Text(name)),
            None => finding,
        };
        let left = self.known(ended).filter(|_| answer.is_none());
        Ok(with_day(finding, "left without an answer", left))
    }

    fn stage(&self, number: u8) -> Subject<'r> {
        Subject::new(self.id, Of::Stage(self.dispute.id(), number.into()))
    }

    fn name_of(&self, stage: u8) -> Value<'r> {
        self.dispute.ladder().name(stage).map_or(Value::Number(stage.into()), Value::Text)
    }

    /// `cafcass-referral`: each time the test was put; once where it was not.
    fn cafcass(&self, out: Sink<'_, 'r>) {
        const RULE: RuleId = RuleId::CafcassReferral;
        let referred = self.known(self.dispute.referred_to_cafcass());
        let tests = self.dispute.cafcass_tests();
        for test in tests.iter().filter(|test| test.on() <= self.context.as_of) {
            if RULE.rule().term_on(test.on()).is_some() {
                out(&self.test_put(test));
            }
        }
        let raised = self.dispute.raised_on();
        let put = tests.first().is_some_and(|test| test.on() <= self.context.as_of);
        if put || RULE.rule().term_on(raised).is_none() {
            return;
        }
        let outcome = match (referred, self.state()) {
            (Some(_), _) => Outcome::Met,
            (None, DisputeState::Ended(DisputeOutcome::Resolved)) => {
                Outcome::NotApplicable("the dispute was resolved")
            }
            (None, DisputeState::Ended(DisputeOutcome::Withdrawn)) => {
                Outcome::NotApplicable("the dispute was withdrawn")
            }
            (None, DisputeState::Ended(DisputeOutcome::Superseded)) => {
                Outcome::NotApplicable("the dispute was superseded")
            }
            (None, DisputeState::Informal | DisputeState::Formal { .. }) => {
                Outcome::CannotTell(Missing::Fact("whether the test for a referral was met"))
            }
        };
        let finding = Finding::new(RULE, self.subject(), raised, outcome);
        out(&with_day(finding, "referred to Cafcass", referred));
    }

    /// Whether a test lacked nothing but that it was raised with officers senior enough, which it has been
    /// since, and the IRO has not put it again, the dispute still running.
    fn is_to_be_put_again(&self, test: &CafcassTest) -> bool {
        let raised = test.raised_with_senior_officers().on();
        let Some(since) = self.known(raised.filter(|day| *day > test.on())) else { return false };
        let again = |later: &CafcassTest| (since..=self.context.as_of).contains(&later.on());
        self.state().is_open()
            && test.failure() != Some(SignificantFailure::NoneFound)
            && test.put_right_in_reasonable_time() != Some(true)
            && !self.dispute.cafcass_tests().iter().any(again)
    }

    /// The first referral on or after the day of a test, and the last one before it.
    fn referrals(&self, test: &CafcassTest) -> [Option<NaiveDate>; 2] {
        let referred = self.dispute.events().iter().filter_map(|event| match event {
            DisputeEvent::ReferredToCafcass(on) => self.known(Some(*on)),
            _ => None,
        });
        let since = referred.clone().find(|on| *on >= test.on());
        [since, referred.take_while(|on| *on < test.on()).last()]
    }

    /// The test of regulation 45(3), its three parts apart.
    fn test_put(&self, test: &CafcassTest) -> Finding<'r> {
        let [since, before] = self.referrals(test);
        let about_it = test.referred_already();
        let referred = since.or(before.filter(|_| about_it == Some(true)));
        let before = before.filter(|_| about_it.is_none());
        let against = test.decided_against().known_on(self.context.as_of);
        let lacks = |fact| Outcome::CannotTell(Missing::Fact(fact));
        let outcome = match (referred, test.is_met(), against) {
            // The power to refer does not hang on the test.
            (Some(_), _, _) => Outcome::Met,
            (None, Some(false), _) if self.is_to_be_put_again(test) => {
                lacks("whether the test was put again after it was raised with those officers")
            }
            (None, Some(false), _) => Outcome::NotApplicable("the test for a referral was not met"),
            (None, None, _) => lacks(missing_part(test)),
            (None, Some(true), Done::On(_)) => Outcome::Met,
            (None, Some(true), _) if before.is_some() => {
                lacks("whether the earlier referral was about the same failure")
            }
            (None, Some(true), _) if !self.is_followed() => lacks(NOT_FOLLOWED),
            (None, Some(true), Done::No) => Outcome::NotMet,
            (None, Some(true), Done::NotRecorded) => lacks("the reason why no referral was made"),
        };
        let subject = self.subject().with_clock(test.on());
        let finding = Finding::new(RuleId::CafcassReferral, subject, test.on(), outcome)
            .with_fact("significant failure", failure(test));
        let finding = match test.raised_with_senior_officers() {
            Done::On(day) if day > self.context.as_of => finding.with_fact(RAISED, NOT_BY_THEN),
            Done::On(day) if day > test.on() => finding
                .with_fact("raised with officers senior enough after the test", Value::Day(day)),
            Done::On(day) => finding.with_fact(RAISED, Value::Day(day)),
            Done::No => finding.with_fact(RAISED, Value::No),
            Done::NotRecorded => finding.with_fact(RAISED, NOT_RECORDED),
        };
        let finding = finding.with_fact("put right in reasonable time", put_right(test));
        match (referred, against) {
            (Some(day), _) => finding.with_fact("referred to Cafcass", Value::Day(day)),
            (None, Done::On(day)) => {
                finding.with_fact("reason against a referral on record", Value::Day(day))
            }
            (None, Done::No | Done::NotRecorded) => {
                with_day(finding, "referred to Cafcass before the test", before)
            }
        }
    }
}

const RAISED: &str = "raised with officers senior enough";
const NOT_BY_THEN: Value<'static> = Value::Text("not by the day of the test");
const NOT_RECORDED: Value<'static> = Value::Text("not recorded");

/// Calendar days from one day to a later one.
fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

fn failure(test: &CafcassTest) -> Value<'static> {
    match test.failure() {
        Some(SignificantFailure::NoneFound) => Value::No,
        Some(failure) => Value::Text(failure.as_str()),
        None => NOT_RECORDED,
    }
}

fn put_right(test: &CafcassTest) -> Value<'static> {
    match test.put_right_in_reasonable_time() {
        Some(true) => Value::Yes,
        Some(false) => Value::No,
        None => NOT_RECORDED,
    }
}

/// The first part of the test that is not recorded.
fn missing_part(test: &CafcassTest) -> &'static str {
    if test.failure().is_none() {
        "whether the authority failed significantly"
    } else if test.raised_with_senior_officers() == Done::NotRecorded {
        "whether it was raised with officers senior enough"
    } else {
        "whether it was put right in reasonable time"
    }
}

fn with_day<'r>(finding: Finding<'r>, what: &'static str, day: Option<NaiveDate>) -> Finding<'r> {
    match day {
        Some(day) => finding.with_fact(what, Value::Day(day)),
        None => finding,
    }
}
