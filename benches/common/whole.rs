//! Whole records: all that a service holds on a child, for the rules of every family.
//!
//! Every review has its process before, at and after the meeting. Around the reviews stand placements with
//! their plans, visits every six weeks, health assessments, events, plans, the IRO, and for some children
//! a dispute. One thing in ten is late, and now and then something was not done or not written down.

use super::synthetic::{SEED, rng::Rng};
use chrono::{Days, NaiveDate};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::ScheduleSevenMatter;
use iro_handbook::record::*;

/// The record of the child with this number: one period of care.
pub fn record(calendar: &WorkingDays, number: u64, care: PeriodOfCareRef<'_>) -> CareRecord {
    let began = care.began();
    let mut drawn = Drawn { rng: Rng::stream(SEED ^ 0x0B5E, number), calendar, care };
    let mut period = CarePeriod::new(began)
        .with_entry(care.entry())
        .with_review_calls(ReviewCalls::none())
        .with_placements(drawn.placements())
        .with_legal_statuses(LegalStatuses::default().with_status(LegalStatusSpan::new(
            if number % 2 == 0 { LegalStatus::CareOrder } else { LegalStatus::Accommodated },
            began,
        )))
        .with_plans(drawn.plans())
        .with_health(drawn.health())
        .with_visits(drawn.visits())
        .with_events(drawn.events());
    let mut before = began;
    for held in care.reviews() {
        period = period.with_review(drawn.review(*held, before));
        before = plus(held.held_on(), 1);
    }
    period = care.adoption().iter().fold(period, |period, change| period.with_adoption(*change));
    period = care.ended().into_iter().fold(period, CarePeriod::with_ended);
    CareRecord::new(format!("C-{number}"))
        .with_born(began - Days::new(365 * (number % 17) + number % 300))
        .with_period_of_care(period)
        .with_iro(drawn.iro(number))
        .with_kin(Kin::none())
        .with_short_breaks(ShortBreaks::new([]))
        .with_disputes(drawn.disputes(number))
}

struct Drawn<'a> {
    rng: Rng,
    calendar: &'a WorkingDays,
    care: PeriodOfCareRef<'a>,
}

fn plus(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

impl Drawn<'_> {
    /// The last day on which anything was written down.
    fn last(&self) -> NaiveDate {
        self.care.ended().unwrap_or(super::year().end())
    }

    /// So many working days after a day in nine of ten cases, a few later in most of the others.
    fn done(&mut self, from: NaiveDate, within: u16) -> Done {
        let within = match self.rng.below(100) {
            0..90 => within,
            90..96 => within + 4,
            96..98 => return Done::No,
            _ => return Done::NotRecorded,
        };
        Done::On(self.calendar.add(from, within).unwrap())
    }

    /// So many working days before a day, but not before another.
    fn before(&mut self, until: NaiveDate, ahead: u16, from: NaiveDate) -> Done {
        let ahead = if self.rng.chance(900) { ahead } else { ahead / 2 };
        Done::On(self.calendar.subtract(until, ahead).unwrap().max(from))
    }

    fn review(&mut self, held: Review, from: NaiveDate) -> ReviewRecord {
        let held_on = held.held_on();
        let parent = match self.rng.below(10) {
            0..7 => Views::obtained(Whose::Parent).with_attended(true),
            7 | 8 => Views::not_obtained(Whose::Parent).with_attended(false),
            _ => Views::not_practicable(Whose::Parent, "no answer to letters and calls"),
        };
        let preparation = Preparation::new()
            .with_discussion(self.before(held_on, 16, from))
            .with_report(self.before(held_on, 4, from))
            .with_care_plan(self.before(held_on, 3, from))
            .with_child_spoken_to((held_on - Days::new(self.rng.below(9))).max(from))
            .with_views(parent)
            .with_views(Views::obtained(Whose::Carer).with_attended(true));
        let considered = if self.rng.chance(900) {
            Considerations::all()
        } else {
            Considerations::all().with_not_considered(&[ScheduleSevenMatter::Contact])
        };
        let meeting = Meeting::new()
            .with_chair(Chair::Iro)
            .with_considerations(considered)
            .with_rights(Rights::explained(held_on).with_wish_to_act(false));
        let (written, record) = (self.done(held_on, 4), self.done(held_on, 14));
        // What was not put in writing came to nobody.
        let sent = |written: Done, done: Done| written.on().map_or(written, |_| done);
        let received = written.on().unwrap_or(held_on);
        let response = ManagerResponse::Agreed(plus(received, 3));
        let aftermath = Aftermath::new()
            .with_decisions_written(written)
            .with_decisions_received(written)
            .with_manager_response(written.on().map_or(ManagerResponse::NotRecorded, |_| response))
            .with_decisions_circulated(sent(written, self.done(received, 5)))
            .with_record_written(record)
            .with_record_distributed(sent(record, self.done(record.on().unwrap_or(held_on), 4)))
            .with_midway_check(self.done(held_on, 40));
        let review = ReviewRecord::from(held)
            .with_preparation(preparation)
            .with_meeting(meeting)
            .with_aftermath(aftermath)
            .with_scheduling(Scheduling::new().with_scheduled_for(held_on).with_completed(held_on));
        ["contact as planned", "a place at another school"].iter().fold(review, |review, what| {
            let decision = Decision::new(*what).with_implementer("the social worker");
            let by = plus(held_on, 60);
            review.with_decision(decision.with_by(by).with_done(self.done(held_on, 38)))
        })
    }

    /// With a foster carer, another one after a year and a half, and the times in an adoptive placement.
    fn placements(&mut self) -> Placements {
        let changes = self.care.adoption().iter().map(|change| match *change {
            AdoptionChange::Placed(on) => (on, PlacementKind::Adoption),
            AdoptionChange::Ended(on) => (on, PlacementKind::Foster),
        });
        let began = self.care.began();
        let mut starts = vec![(began, PlacementKind::Foster)];
        let moved = plus(began, 550);
        let adopted = self.care.adoption().first().map(|change| change.on());
        if moved < adopted.unwrap_or(self.last()) {
            starts.push((moved, PlacementKind::LongTermFoster));
        }
        starts.extend(changes);
        // Reviewed before the records begin, the child is where it was then.
        starts.dedup_by_key(|(on, _)| *on);
        let ends: Vec<_> = starts.iter().skip(1).map(|(on, _)| Some(*on)).collect();
        let ends = ends.into_iter().chain([self.care.ended()]);
        starts.iter().zip(ends).fold(Placements::recorded(), |all, ((on, kind), ended)| {
            let mut placement = Placement::new(*on, *kind)
                .with_emergency(false)
                .with_meant_to_last(*kind == PlacementKind::LongTermFoster)
                .with_child_agreeing(false)
                .with_own_area(true)
                .with_miles_from_home(12)
                .with_plan(Plan::made_on(*on).practicable_before())
                .with_notified(*on);
            placement = ended.into_iter().fold(placement, Placement::with_ended);
            all.with_placement(placement)
        })
    }

    fn plans(&mut self) -> Plans {
        let began = self.care.began();
        let considered: Vec<_> = self.care.reviews().iter().map(|held| held.held_on()).collect();
        Plans::default()
            .with_care_plan(Plan::made_on(began).practicable_before())
            .with_education_plan(EducationPlan::Needed(self.done(began, 8)))
            .with_visitor_considered_at(considered)
    }

    fn health(&mut self) -> Health {
        let first = Health::recorded()
            .with_initial_beforehand(Beforehand::NotPracticable("came at night".to_owned()));
        let (step, last) = (360, self.last());
        let days =
            std::iter::successors(Some(plus(self.care.began(), 10)), |on| Some(plus(*on, step)));
        days.take_while(|on| *on <= last)
            .fold(first, |health, on| health.with_assessment(HealthAssessment::made_on(on)))
    }

    fn visits(&mut self) -> Visits {
        let mut visits = Visits::recorded();
        let mut on = plus(self.care.began(), 5);
        while on <= self.last() {
            let alone = if self.rng.chance(800) { SeenAlone::Yes } else { SeenAlone::ChildRefused };
            visits = visits.with_visit(Visit::new(on).with_seen_alone(alone));
            on = plus(on, if self.rng.chance(900) { 41 } else { 47 });
        }
        visits
    }

    fn events(&mut self) -> Events {
        let mut on = plus(self.care.began(), 100);
        let mut events = Events::none();
        while on <= self.last() {
            let kind =
                if self.rng.chance(500) { EventKind::Complaint } else { EventKind::Exclusion };
            events = events.with_event(Event::new(kind, on).with_iro_told(on));
            on = plus(on, 300);
        }
        events
    }

    fn iro(&mut self, number: u64) -> IroHistory {
        let began = self.care.began();
        let changed = plus(began, 700);
        let officer = format!("IRO-{}", number % 50);
        let first = Appointment::new(officer, began)
            .with_named(self.done(began, 4))
            .with_met_child(self.done(began, 10));
        if changed >= self.last() {
            return IroHistory::none().with_appointment(first);
        }
        let second = Appointment::new("IRO-7", changed)
            .with_named(changed)
            .with_met_child(plus(changed, 20))
            .with_handover(Handover::InPerson);
        IroHistory::none()
            .with_appointment(first.with_to(changed - Days::new(1)))
            .with_appointment(second)
    }

    /// One child in eight has had a dispute, which took a formal stage.
    fn disputes(&mut self, number: u64) -> Disputes {
        let raised = plus(self.care.began(), 90);
        if number % 8 != 0 {
            return Disputes::none();
        }
        let raises = Dispute::raised(format!("D-{number}"), DisputeTheme::CarePlan, raised)
            .with_note_on_file(raised.into());
        let taken = [
            DisputeEvent::Formal { stage: 1, on: plus(raised, 7) },
            DisputeEvent::Answered(plus(raised, 12)),
            DisputeEvent::Resolved(plus(raised, 20)),
        ];
        let follow = |dispute: Dispute, event| dispute.with_event(event).unwrap();
        Disputes::none().with_dispute(taken.into_iter().fold(raises, follow))
    }
}
