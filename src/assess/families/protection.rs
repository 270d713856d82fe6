//! Child protection conferences. Guidance throughout: out of timescale is never unlawful.

use super::Sink;
use crate::assess::check::{Clock, Context};
use crate::assess::finding::Reckoning;
use crate::assess::protection_clock::{
    Bounds, CONFERENCE_OF_THE_PLAN, ConferenceDue, ProtectionClock,
};
use crate::assess::{Due, Finding, Missing, Of, Outcome, Subject, Value};
use crate::error::Result;
use crate::law::{Case, Method, RuleId};
use crate::record::{
    Conference, ConferenceKind, Done, Enquiry, ProtectionPlan, ProtectionRecord, ReferralAssessment,
};
use chrono::NaiveDate;

const STRATEGY: &str = "the strategy discussion of";
const WHICH_ENQUIRIES: &str = "the conference that came of the enquiries";

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r ProtectionRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let child = Child { context, record };
    child.initial_conferences(out)?;
    child.plans(out)?;
    child.moves_in(out)?;
    child.assessments(out)?;
    child.chairs(out);
    Ok(())
}

struct Child<'c, 'r> {
    context: &'c Context<'c>,
    record: &'r ProtectionRecord,
}

impl<'r> Child<'_, 'r> {
    fn subject(&self, of: Of<'r>) -> Subject<'r> {
        Subject::new(self.record.id(), of)
    }

    /// Something that had happened by the day asked about, under a rule that was there.
    fn counts(&self, rule: RuleId, on: NaiveDate) -> bool {
        on <= self.context.as_of && rule.rule().term_on(on).is_some()
    }

    fn cannot_tell(&self, rule: RuleId, missing: &'static str, out: Sink<'_, 'r>) {
        let as_of = self.context.as_of;
        if rule.rule().term_on(as_of).is_some() {
            let outcome = Outcome::CannotTell(Missing::Fact(missing));
            out(&Finding::new(rule, self.subject(Of::Child), as_of, outcome));
        }
    }

    /// The conferences held by the day asked about.
    fn held(&self) -> impl Iterator<Item = &'r Conference> + use<'r> {
        let as_of = self.context.as_of;
        let all = self.record.conferences().unwrap_or_default().iter();
        all.take_while(move |conference| conference.held_on() <= as_of)
    }

    /// Whether and when a conference came of a day. Where one of which nobody recorded what it came of may be
    /// it, that is not known.
    fn came_of(&self, day: NaiveDate, is: impl Fn(ConferenceKind) -> bool) -> Done {
        let of_kind = || self.held().filter(|held| is(held.kind()));
        if let Some(conference) = of_kind().find(|held| held.called_on() == Some(day)) {
            return Done::On(conference.held_on());
        }
        let loose = of_kind().any(|held| held.called_on().is_none() && held.held_on() >= day);
        if loose || self.record.conferences().is_none() { Done::NotRecorded } else { Done::No }
    }

    /// `initial-conference`: each set of enquiries, and each conference of which they are not recorded.
    fn initial_conferences(&self, out: Sink<'_, 'r>) -> Result<()> {
        const RULE: RuleId = RuleId::InitialConference;
        let enquiries = self.record.enquiries();
        let initial = || self.held().filter(|held| held.kind().is_initial());
        if enquiries.is_none() && initial().next().is_none() {
            self.cannot_tell(RULE, "whether there were section 47 enquiries", out);
        }
        for enquiry in enquiries.unwrap_or_default() {
            if self.counts(RULE, enquiry.began()) {
                self.enquiry(enquiry, out)?;
            }
        }
        for conference in initial() {
            match conference.called_on() {
                // Told with its enquiries.
                Some(_) if enquiries.is_some() => {}
                Some(on) if self.counts(RULE, on) => {
                    let clock = Clock { trigger: STRATEGY, day: on };
                    let done = Done::On(conference.held_on());
                    self.one(RULE, Of::Event(on), None, clock, done, WHICH_ENQUIRIES, out)?;
                }
                Some(_) => {}
                None => {
                    let what = "the strategy discussion at which the enquiries were initiated";
                    self.loose(RULE, conference, what, out);
                }
            }
        }
        Ok(())
    }

    fn enquiry(&self, enquiry: &'r Enquiry, out: Sink<'_, 'r>) -> Result<()> {
        const RULE: RuleId = RuleId::InitialConference;
        let day = enquiry.began();
        let done = self.came_of(day, ConferenceKind::is_initial);
        let finding = |outcome| Finding::new(RULE, self.subject(Of::Event(day)), day, outcome);
        match (enquiry.conference_required(), done) {
            (Some(false), _) => {
                let why = "no conference was the outcome of the enquiries";
                out(&finding(Outcome::NotApplicable(why)));
                Ok(())
            }
            (None, Done::No | Done::NotRecorded) => {
                let missing = "whether a conference was the outcome of the enquiries";
                out(&finding(Outcome::CannotTell(Missing::Fact(missing))));
                Ok(())
            }
            (Some(true), _) | (None, Done::On(_)) => {
                let clock = Clock { trigger: STRATEGY, day };
                self.one(RULE, Of::Event(day), None, clock, done, WHICH_ENQUIRIES, out)
            }
        }
    }

    /// A conference of which nobody recorded what it came of.
    fn loose(
        &self,
        rule: RuleId,
        conference: &'r Conference,
        what: &'static str,
        out: Sink<'_, 'r>,
    ) {
        let on = conference.held_on();
        if self.counts(rule, on) {
            let subject = self.subject(Of::Conference(on));
            let outcome = Outcome::CannotTell(Missing::Fact(what));
            out(&Finding::new(rule, subject, on, outcome).with_answer(Some(on)));
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the facts of one duty, each named where it is given"
    )]
    fn one(
        &self,
        rule: RuleId,
        of: Of<'r>,
        case: Option<Case>,
        clock: Clock,
        done: Done,
        missing: &'static str,
        out: Sink<'_, 'r>,
    ) -> Result<()> {
        let subject = self.subject(of);
        if let Some(finding) =
            self.context.within(rule, case, subject, clock, done, None, missing)?
        {
            out(&finding);
        }
        Ok(())
    }

    /// `transfer-in-conference`: each notice of a move, and each conference of which none is recorded.
    fn moves_in(&self, out: Sink<'_, 'r>) -> Result<()> {
        const RULE: RuleId = RuleId::TransferInConference;
        const TRIGGER: &str = "notice of the move on";
        const MISSING: &str = "the conference that came of the move";
        let is = |kind| kind == ConferenceKind::TransferIn;
        let moves = self.record.moves_in();
        let transfers = || self.held().filter(|held| is(held.kind()));
        if moves.is_none() && transfers().next().is_none() {
            self.cannot_tell(RULE, "whether the child moved in with a plan", out);
        }
        for day in moves.unwrap_or_default().iter().copied().filter(|on| self.counts(RULE, *on)) {
            let (clock, done) = (Clock { trigger: TRIGGER, day }, self.came_of(day, is));
            self.one(RULE, Of::Event(day), None, clock, done, MISSING, out)?;
        }
        for conference in transfers() {
            match conference.called_on() {
                Some(_) if moves.is_some() => {}
                Some(day) if self.counts(RULE, day) => {
                    let clock = Clock { trigger: TRIGGER, day };
                    let done = Done::On(conference.held_on());
                    self.one(RULE, Of::Event(day), None, clock, done, MISSING, out)?;
                }
                Some(_) => {}
                None => self.loose(RULE, conference, "the notice of the move", out),
            }
        }
        Ok(())
    }

    /// `assessment`: by the edition of the referral; a core assessment where there was such a thing.
    fn assessments(&self, out: Sink<'_, 'r>) -> Result<()> {
        const RULE: RuleId = RuleId::ReferralAssessment;
        let Some(all) = self.record.assessments() else {
            self.cannot_tell(RULE, "whether there were assessments", out);
            return Ok(());
        };
        let day_of = ReferralAssessment::referred_on;
        for (place, assessment) in all.iter().enumerate() {
            let day = day_of(assessment);
            if !self.counts(RULE, day) {
                continue;
            }
            let same_day = all.iter().take(place).filter(|other| day_of(other) == day).count();
            let of_day = u32::try_from(same_day).unwrap_or(u32::MAX);
            let term = RULE.rule().governing_term(day);
            let core = Some(Case::CoreAssessment)
                .filter(|case| assessment.is_core() && term.limit_in(*case).is_some());
            let trigger = if core.is_some() { "its start on" } else { "the referral of" };
            let missing = "whether the assessment was complete";
            let subject = self.subject(Of::Event(day)).with_occurrence(of_day);
            let (clock, done) = (Clock { trigger, day }, assessment.completed());
            let finding = self.context.within(RULE, core, subject, clock, done, None, missing)?;
            finding.iter().for_each(&mut *out);
        }
        Ok(())
    }

    /// `conference-chair`.
    fn chairs(&self, out: Sink<'_, 'r>) {
        const RULE: RuleId = RuleId::ConferenceChair;
        if self.record.conferences().is_none() {
            self.cannot_tell(RULE, "whether there were conferences", out);
        }
        let (mut before, mut last) = (None, (None, 0_u32));
        for conference in self.held() {
            let on = conference.held_on();
            let chair = conference.chair();
            let earlier = core::mem::replace(&mut before, chair);
            last =
                if last.0 == Some(on) { (last.0, last.1.saturating_add(1)) } else { (Some(on), 0) };
            if RULE.rule().term_on(on).is_none() {
                continue;
            }
            let subject = self.subject(Of::Conference(on)).with_occurrence(last.1);
            let missing = "whether the chair was independent of the management of the case";
            let finding =
                Context::each_time(RULE, subject, on, conference.chair_independent(), missing);
            out(&match (earlier, chair) {
                (Some(earlier), Some(chair)) => {
                    let same = if earlier == chair { Value::Yes } else { Value::No };
                    finding.with_fact("the chair of the conference before", same)
                }
                _ => finding,
            });
        }
    }

    /// `first-core-group` and the review conferences, plan by plan.
    fn plans(&self, out: Sink<'_, 'r>) -> Result<()> {
        let Some(plans) = self.record.plans() else {
            for rule in [RuleId::FirstCoreGroup, RuleId::FirstReviewConference] {
                self.cannot_tell(rule, "whether there were child protection plans", out);
            }
            return Ok(());
        };
        let Context { calendar, as_of, history, policy } = *self.context;
        let clock = ProtectionClock {
            calendar,
            as_of,
            history,
            method: policy.review_method,
            after_pre_birth: policy.pre_birth_review_conference(),
        };
        for plan in plans {
            if self.counts(RuleId::FirstCoreGroup, plan.began()) {
                self.core_group(plan, out)?;
                clock.each(self.record, plan, &mut |due| {
                    if due.rule.rule().term_on(due.day).is_some() {
                        out(&self.review(plan, &due, clock.method));
                    }
                })?;
            }
        }
        Ok(())
    }

    fn core_group(&self, plan: &'r ProtectionPlan, out: Sink<'_, 'r>) -> Result<()> {
        const RULE: RuleId = RuleId::FirstCoreGroup;
        let came_of = self.record.conference_of(plan);
        let day = came_of.map_or(plan.began(), Conference::held_on);
        if RULE.rule().term_on(day).is_none() {
            return Ok(());
        }
        let as_of = self.context.as_of;
        let due = self.context.due_in(RULE, None, Clock { trigger: "the conference of", day })?;
        let due = if came_of.is_some() { due } else { Due { from: None, reckoning: None, ..due } };
        let ended = plan.ended().filter(|ended| *ended <= as_of);
        let done = match self.record.core_groups() {
            None => Done::NotRecorded,
            Some(all) => {
                let of_plan = |on: &&NaiveDate| {
                    day <= **on && **on <= as_of && ended.is_none_or(|ended| **on <= ended)
                };
                all.iter().find(of_plan).map_or(Done::No, |on| Done::On(*on))
            }
        };
        let bounds = Bounds { from: due.from, by: due.by, missing: CONFERENCE_OF_THE_PLAN };
        let outcome = bounds.outcome(as_of, ended, done, Missing::Fact("the core groups"));
        let subject = self.subject(Of::ProtectionPlan(plan.began()));
        out(&Finding::new(RULE, subject, day, outcome).with_due(due).with_answer(done.on()));
        Ok(())
    }

    fn review(
        &self,
        plan: &'r ProtectionPlan,
        due: &ConferenceDue<'r>,
        method: Method,
    ) -> Finding<'r> {
        // A later one of which the review before is not known is the plan's too.
        let first = due.rule == RuleId::FirstReviewConference;
        let of = if first || due.trigger.is_none() {
            Of::ProtectionPlan(plan.began())
        } else {
            Of::Conference(due.day)
        };
        let finding = Finding::new(due.rule, self.subject(of), due.day, due.outcome)
            .with_answer(due.answer.map(Conference::held_on));
        let finding = match (due.by, due.period) {
            (Some(by), Some(period)) => {
                let reckoning = due.trigger.map(|trigger| Reckoning {
                    period,
                    before: false,
                    trigger,
                    day: due.day,
                });
                finding.with_due(Due { from: due.from, by, reckoning })
            }
            _ => finding,
        };
        let both = due.answer.and_then(Conference::looked_after_review);
        let finding = match both {
            Some(true) => finding.with_fact("also a looked-after review", Value::Yes),
            Some(false) => finding.with_fact("also a looked-after review", Value::No),
            None => finding,
        };
        let counted = due.rule.rule().governing_term(due.day).limit().latest();
        if method != Method::Law && due.period.is_some() && due.period != counted {
            return finding.with_fact("months counted as", Value::Text(method.as_str()));
        }
        finding
    }
}
