//! What was done around the reviews of the sample: care records for the children of its returns.
//!
//! Periods of care, reviews and participation are those of the linked returns; the rest is drawn, the same
//! every time, and goes wrong now and then as it does in any service. Nobody in it exists, and nobody has a
//! name.
#![allow(dead_code, reason = "each example uses its own part of it")]

use crate::synthetic::model::Child;
use crate::synthetic::rng::Rng;
use crate::synthetic::{SEED, children, service};
use chrono::{Days, NaiveDate};
use iro_handbook::Result;
use iro_handbook::assess::Outcome;
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::ScheduleSevenMatter;
use iro_handbook::record::{
    Aftermath, Appointment, CarePeriod, CareRecord, Chair, Considerations, Decision, Done,
    Handover, IroHistory, IroPresence, Kin, LateReason, ManagerResponse, Meeting, Participation,
    PeriodOfCareRef, Preparation, Relation, Relative, Review, ReviewRecord, Rights, SeparateIros,
    Sex, SpokenTo, Views, Whose,
};
use iro_handbook::report::ReviewQuestion;
use iro_handbook::ssda903::{Linked, LinkedChild};
use std::collections::{BTreeMap, BTreeSet};

/// A record for each child of the returns.
pub fn records(
    linked: &Linked,
    question: ReviewQuestion,
    calendar: &WorkingDays,
) -> Result<Vec<CareRecord>> {
    let known: BTreeMap<String, Child> =
        children(SEED).into_iter().map(|child| (child.id.to_string(), child)).collect();
    let last = question.year().end();
    let of_year = |care: &PeriodOfCareRef<'_>| care.ended().is_none_or(|ended| ended > last);
    let everyone: Vec<LinkedChild<'_>> = linked.children().collect();
    let at_end: Vec<bool> =
        everyone.iter().map(|child| child.periods_of_care().any(|care| of_year(&care))).collect();
    let officers = officers(&at_end);

    let mut records = Vec::new();
    for (place, child) in everyone.iter().enumerate() {
        let number = child.id().parse().unwrap_or(0);
        let mut rng = Rng::stream(SEED ^ 0x5EC0, number);
        let rng = &mut rng;
        let who = known.get(child.id());
        let mut record = CareRecord::new(child.id());
        if let Some(who) = who {
            let sex = if who.male { Sex::Male } else { Sex::Female };
            let profile = record.profile().with_sex(sex).with_unaccompanied(who.uasc);
            record = record.with_born(who.dob).with_profile(profile);
        }
        let alone = who.is_some_and(|who| who.uasc);
        for care in child.periods_of_care() {
            let late = late(question, calendar, care)?;
            record = record.with_period_of_care(period(rng, calendar, care, &late, alone)?);
        }
        record = record.with_iro(iro(rng, calendar, child, officers[place])?);
        record = record.with_kin(kin(&everyone, &officers, &at_end, place));
        records.push(record);
    }
    Ok(records)
}

/// The officer of each child: whoever has room, in the order of the children.
fn officers(at_end: &[bool]) -> Vec<&'static str> {
    let total = at_end.iter().filter(|at_end| **at_end).count();
    let mut room = service::caseloads(total).into_iter().peekable();
    let mut used = 0;
    let mut of_child = Vec::new();
    for at_end in at_end {
        while used >= room.peek().map_or(usize::MAX, |(_, children)| *children) {
            room.next();
            used = 0;
        }
        of_child.push(room.peek().map_or(service::LEFT, |(officer, _)| officer));
        used += usize::from(*at_end);
    }
    of_child
}

/// The days on which a late review was held.
fn late(
    question: ReviewQuestion,
    calendar: &WorkingDays,
    care: PeriodOfCareRef<'_>,
) -> Result<BTreeSet<NaiveDate>> {
    let findings = question.clock(calendar).duties(care)?;
    let late = findings.filter(|finding| finding.outcome() == Outcome::MetLate);
    Ok(late.filter_map(|finding| Some(finding.answer()?.held_on())).collect())
}

pub fn period(
    rng: &mut Rng,
    calendar: &WorkingDays,
    care: PeriodOfCareRef<'_>,
    late: &BTreeSet<NaiveDate>,
    alone: bool,
) -> Result<CarePeriod> {
    let mut period = CarePeriod::new(care.began()).with_entry(care.entry());
    if let Some(ended) = care.ended() {
        period = period.with_ended(ended);
    }
    for change in care.adoption() {
        period = period.with_adoption(*change);
    }
    for held in care.reviews() {
        let mut review = review(rng, calendar, *held, care.began(), alone)?;
        if late.contains(&held.held_on()) {
            if let Some(reason) = late_reason(rng) {
                review = review.with_late_reason(reason);
            }
        }
        period = period.with_review(review);
    }
    Ok(period)
}

fn late_reason(rng: &mut Rng) -> Option<LateReason> {
    rng.pick(&[
        (Some(LateReason::FamilyUnavailable), 18),
        (Some(LateReason::SocialWorkerUnavailable), 16),
        (Some(LateReason::PapersNotReady), 14),
        (Some(LateReason::PlacementChange), 12),
        (Some(LateReason::IroUnavailable), 10),
        (Some(LateReason::ChildAsked), 8),
        (Some(LateReason::CourtProceedings), 8),
        (Some(LateReason::ToldLate), 7),
        (None, 7),
    ])
}

/// Done in time mostly, late now and then, seldom not at all or not written down.
fn done(
    rng: &mut Rng,
    calendar: &WorkingDays,
    from: NaiveDate,
    within: u16,
    in_time: u64,
) -> Result<Done> {
    let within = i64::from(within);
    let days = match rng.below(1000) {
        roll if roll < in_time => rng.between((within - 4).max(0), within),
        roll if roll < 960 => within + rng.between(1, 6),
        roll if roll < 975 => return Ok(Done::No),
        _ => return Ok(Done::NotRecorded),
    };
    Ok(Done::On(calendar.add(from, u16::try_from(days).unwrap_or(0))?))
}

/// As [`done`], for what has to be done so many working days before.
fn before(
    rng: &mut Rng,
    calendar: &WorkingDays,
    held_on: NaiveDate,
    days: u16,
    in_time: u64,
) -> Result<Done> {
    let ahead = match rng.below(1000) {
        roll if roll < in_time => i64::from(days) + rng.between(0, 3),
        roll if roll < 980 => rng.between(0, i64::from(days) - 1),
        _ => return Ok(Done::NotRecorded),
    };
    Ok(Done::On(calendar.subtract(held_on, u16::try_from(ahead).unwrap_or(0))?))
}

fn review(
    rng: &mut Rng,
    calendar: &WorkingDays,
    held: Review,
    began: NaiveDate,
    alone: bool,
) -> Result<ReviewRecord> {
    let held_on = held.held_on();
    let young = held.participation() == Some(Participation::UnderFour);
    // Nothing was prepared before the child came.
    let known = |done: Done| done.on().map_or(done, |on| Done::On(on.max(began)));
    let mut preparation = Preparation::new()
        .with_discussion(known(before(rng, calendar, held_on, 15, 880)?))
        .with_report(known(before(rng, calendar, held_on, 3, 850)?))
        .with_care_plan(known(before(rng, calendar, held_on, 3, 870)?));
    preparation = match rng.below(100) {
        _ if young => {
            preparation.with_child_spoken_to(SpokenTo::inappropriate("a very young child"))
        }
        0..=3 => preparation.with_child_spoken_to(SpokenTo::refused()),
        4..=12 => preparation.with_child_spoken_to(SpokenTo::No),
        _ => {
            let on = held_on - Days::new(rng.below(9));
            preparation.with_child_spoken_to(on.max(began))
        }
    };
    preparation = if alone {
        preparation.with_no_parents("they are not in this country")
    } else {
        let parent = match rng.below(100) {
            0..=69 => Views::obtained(Whose::Parent).with_attended(rng.chance(640)),
            70..=84 => Views::not_obtained(Whose::Parent).with_attended(false),
            85..=94 => Views::not_practicable(Whose::Parent, "no answer to letters and calls")
                .with_attended(false),
            _ => Views::obtained(Whose::Parent),
        };
        preparation.with_views(parent)
    };
    preparation =
        preparation.with_views(Views::obtained(Whose::Carer).with_attended(rng.chance(930)));

    let roll = rng.below(1000);
    let considered = considerations(roll, alone);
    let told = (held_on - Days::new(rng.below(6))).max(began);
    let meeting = Meeting::new()
        .with_chair(match roll {
            980..=986 => Chair::Another { by: "team manager".into(), iro: IroPresence::Present },
            987..=999 => Chair::another("team manager", "the IRO was ill"),
            _ => Chair::Iro,
        })
        .with_considerations(considered)
        .with_rights(Rights::explained(told).with_wish_to_act(false));

    let written = done(rng, calendar, held_on, 5, 850)?;
    let record = done(rng, calendar, held_on, 15, 830)?;
    let mut aftermath =
        Aftermath::new().with_decisions_written(written).with_record_written(record);
    if let Some(written) = written.on() {
        let answer = calendar.add(written, rng.below(6) as u16)?;
        aftermath = aftermath
            .with_decisions_received(written)
            .with_manager_response(ManagerResponse::Agreed(answer))
            .with_decisions_circulated(answer.max(done_on(rng, calendar, held_on, 10)?));
    }
    if let Some(record) = record.on() {
        aftermath =
            aftermath.with_record_distributed(record.max(done_on(rng, calendar, held_on, 20)?));
    }
    if rng.chance(910) {
        aftermath = aftermath.with_midway_check(held_on + Days::new(30 + rng.below(60)));
    }
    let decision = Decision::new("what the review decided");
    let decision = if (950..980).contains(&roll) {
        decision.with_no_implementer()
    } else {
        decision.with_implementer("the social worker")
    };
    let decision =
        decision.with_by(held_on + Days::new(60)).with_done(done_on(rng, calendar, held_on, 40)?);
    let mut record = ReviewRecord::new(held_on)
        .with_preparation(preparation)
        .with_meeting(meeting)
        .with_decision(decision)
        .with_aftermath(aftermath);
    if let Some(code) = held.participation() {
        record = record.with_participation(code);
    }
    Ok(record)
}

/// What a review had regard to: nearly all that bears on the child.
fn considerations(roll: u64, alone: bool) -> Considerations {
    use ScheduleSevenMatter::{
        CeasingToBeLookedAfter, Contact, Education, Identity, TraffickingOrAsylum, VisitsWithParent,
    };
    let passed_over: &[ScheduleSevenMatter] = match roll {
        0..=89 => &[Contact],
        90..=139 => &[Identity],
        140..=169 => &[Education],
        _ => &[],
    };
    let mut considered = Considerations::all()
        .with_not_considered(passed_over)
        .with_not_applicable(&[VisitsWithParent]);
    if !alone {
        considered = considered.with_not_applicable(&[TraffickingOrAsylum]);
    }
    if roll % 10 < 7 {
        considered = considered.with_not_applicable(&[CeasingToBeLookedAfter]);
    }
    considered
}

/// In nine of ten cases within so many working days, else a few later.
fn done_on(
    rng: &mut Rng,
    calendar: &WorkingDays,
    from: NaiveDate,
    within: u16,
) -> Result<NaiveDate> {
    let days = if rng.chance(900) { within - 1 } else { within + 4 };
    calendar.add(from, days)
}

/// Who the child's IRO was: the one of the end of the year, and before that officer came whoever there was.
fn iro(
    rng: &mut Rng,
    calendar: &WorkingDays,
    child: &LinkedChild<'_>,
    officer: &'static str,
) -> Result<IroHistory> {
    let mut history = IroHistory::none();
    let came = service::came(officer);
    for care in child.periods_of_care() {
        let began = care.began();
        let ends = |appointment: Appointment| match care.ended() {
            Some(ended) => appointment.with_to(ended),
            None => appointment,
        };
        let before = began < came;
        let named = done(rng, calendar, began, 5, 930)?;
        let met = Done::On(began + Days::new(10 + rng.below(25)));
        let first = if before { service::predecessor(officer) } else { officer };
        let appointment = Appointment::new(first, began);
        if before && care.ended().is_none_or(|ended| ended > came) {
            let until = came - Days::new(1);
            let within = |done: Done| done.on().is_none_or(|on| on <= until);
            let mut appointment = appointment.with_to(until);
            if within(named) {
                appointment = appointment.with_named(named);
            }
            if within(met) {
                appointment = appointment.with_met_child(met);
            }
            let next = Appointment::new(officer, came)
                .with_named(done(rng, calendar, came, 5, 930)?)
                .with_handover(Handover::InPerson);
            let next = match (next.named().on(), care.ended()) {
                (Some(named), Some(ended)) if named > ended => next.with_named(Done::NotRecorded),
                _ => next,
            };
            history = history.with_appointment(appointment).with_appointment(ends(next));
        } else {
            let within = |done: Done| !matches!((done.on(), care.ended()), (Some(on), Some(ended)) if on > ended);
            let mut appointment = ends(appointment);
            if within(named) {
                appointment = appointment.with_named(named);
            }
            if within(met) {
                appointment = appointment.with_met_child(met);
            }
            history = history.with_appointment(appointment);
        }
    }
    Ok(history)
}

/// Every third pair of children is brother and sister.
fn kin(
    everyone: &[LinkedChild<'_>],
    officers: &[&'static str],
    at_end: &[bool],
    place: usize,
) -> Kin {
    let pair = |place: usize| place - place % 2..=place - place % 2 + 1;
    let both_there = pair(place).all(|place| at_end.get(place) == Some(&true));
    let other = if place % 2 == 0 { place + 1 } else { place - 1 };
    if (place / 2) % 3 != 0 || !both_there {
        return Kin::none();
    }
    let mut sibling =
        Relative::new(everyone[other].id(), Relation::Sibling).with_officer(officers[other]);
    if officers[place] != officers[other] {
        sibling = sibling.with_separate(SeparateIros::SizeOfGroup);
    }
    Kin::none().with_relative(sibling)
}
