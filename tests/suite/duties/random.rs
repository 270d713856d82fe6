//! Records at random, with many facts present, absent, late and in time; the same ones every time.

use chrono::{Days, NaiveDate};
use iro_handbook::assess::{History, Policy};
use iro_handbook::calendar::Period;
use iro_handbook::law::ScheduleSevenMatter;
use iro_handbook::record::*;

pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn to(&mut self, below: u64) -> u64 {
        self.next() % below.max(1)
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.to(n) == 0
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        let at = self.to(all.len() as u64);
        all[at as usize].clone()
    }

    fn after(&mut self, day: NaiveDate, from: u64, to: u64) -> NaiveDate {
        day + Days::new(from + self.to(to - from + 1))
    }

    fn about(&mut self, day: NaiveDate, before: u64, after: u64) -> NaiveDate {
        self.after(day - Days::new(before), 0, before + after)
    }

    fn done(&mut self, day: NaiveDate, from: u64, to: u64) -> Done {
        match self.to(6) {
            0 => Done::NotRecorded,
            1 => Done::No,
            _ => Done::On(self.after(day, from, to)),
        }
    }

    fn done_about(&mut self, day: NaiveDate, before: u64, after: u64) -> Done {
        self.done(day - Days::new(before), 0, before + after)
    }

    fn maybe(&mut self) -> Option<bool> {
        self.pick(&[None, Some(true), Some(false)])
    }
}

pub(crate) struct Case {
    pub(crate) record: CareRecord,
    pub(crate) as_of: NaiveDate,
    pub(crate) policy: Policy,
    pub(crate) history: History,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// With the change, unless the record then contradicts itself.
fn keep(record: &mut CareRecord, changed: CareRecord) -> bool {
    let fits = changed.check().is_ok();
    if fits {
        *record = changed;
    }
    fits
}

pub(crate) fn case(number: u64) -> Case {
    let mut d = Dice::new(number);
    let between = d.pick(&[
        ("1991-08-01", 120),
        ("2005-10-01", 150),
        ("2007-04-01", 900),
        ("2010-06-01", 500),
        ("2012-04-01", 900),
        ("2014-01-01", 1800),
        ("2019-10-01", 360),
        ("2021-01-01", 1000),
    ]);
    drawn(&mut d, number, between)
}

/// Of a child first looked after on a day so many days at most after the first.
pub(crate) fn record(number: u64, first: &str, days: u64) -> CareRecord {
    drawn(&mut Dice::new(number), number, (first, days)).record
}

fn drawn(d: &mut Dice, number: u64, (first, days): (&str, u64)) -> Case {
    let mut began = d.after(day(first), 0, days);
    let longest = d.pick(&[20, 900, 900, 900, 1400, 2200]);
    let as_of = d.after(began, 0, longest);
    let mut record = CareRecord::new(format!("C-{number}"));
    if !d.one_in(8) {
        let years = d.pick(&[1, 3, 4, 9, 14, 15, 16]);
        record = record.with_born(began - Days::new(years * 365 + d.to(365)));
    }
    for _ in 0..1 + d.to(2) {
        let ended = if d.one_in(2) { Some(d.after(began, 0, 500)) } else { None };
        let period = period(d, began, ended, as_of);
        let changed = record.clone().with_period_of_care(period);
        if !keep(&mut record, changed) {
            let mut plain = CarePeriod::new(began);
            if let Some(ended) = ended {
                plain = plain.with_ended(ended);
            }
            let changed = record.clone().with_period_of_care(plain);
            keep(&mut record, changed);
        }
        let Some(ended) = ended else { break };
        began = d.after(ended, 1, 200);
    }
    let began = record.periods_of_care().first().map_or(began, CarePeriod::began);
    for _ in 0..2 {
        let changed = record.clone().with_iro(iro(d, began));
        keep(&mut record, changed);
    }
    let kin = kin(d);
    let changed = record.clone().with_kin(kin);
    keep(&mut record, changed);
    let breaks = short_breaks(d, began, as_of);
    let changed = record.clone().with_short_breaks(breaks);
    keep(&mut record, changed);
    let disputes = disputes(d, began, as_of);
    let changed = record.clone().with_disputes(disputes);
    keep(&mut record, changed);
    let mut policy = Policy::default();
    if d.one_in(2) {
        policy = policy
            .with_midway_check(Period::Weeks(8))
            .with_stage_response(1, Period::WorkingDays(5))
            .with_stage_response(2, Period::WorkingDays(10));
    }
    let history = if d.one_in(4) {
        History::CompleteFrom(d.about(began, 20, 120))
    } else {
        History::Complete
    };
    Case { record, as_of, policy, history }
}

fn period(
    d: &mut Dice,
    began: NaiveDate,
    ended: Option<NaiveDate>,
    as_of: NaiveDate,
) -> CarePeriod {
    let mut whole = CarePeriod::new(began);
    if let Some(ended) = ended {
        whole = whole.with_ended(ended);
    }
    if d.one_in(10) {
        whole = whole.with_entry(Entry::NotKnown);
    }
    let last = ended.unwrap_or(as_of + Days::new(300));
    let fits = |period: &CarePeriod| {
        CareRecord::new("C-0").with_period_of_care(period.clone()).check().is_ok()
    };
    let offer = |whole: &mut CarePeriod, changed: CarePeriod| {
        if fits(&changed) {
            *whole = changed;
        }
    };
    let mut on = began;
    let mut held = Vec::new();
    for number in 0..d.to(7) {
        on = match number {
            0 => d.after(on, 5, 50),
            1 => d.after(on, 40, 130),
            _ if d.one_in(5) => d.after(on, 90, 480),
            _ => d.after(on, 90, 230),
        };
        if on > last {
            break;
        }
        held.push(on);
        let review = review(d, on, began);
        let changed = whole.clone().with_review(review);
        if fits(&changed) {
            whole = changed;
        } else {
            whole = whole.with_review(ReviewRecord::new(on));
        }
    }
    if let Some(ended) = ended {
        let review = review(d, d_last(ended), began);
        let changed = whole.clone().with_review(review);
        offer(&mut whole, changed);
    }
    if !d.one_in(6) {
        for _ in 0..3 {
            let changed = whole.clone().with_placements(placements(d, began, last));
            offer(&mut whole, changed);
        }
    }
    // The review clock follows the placements where they are recorded.
    if whole.placements().list().is_none() {
        let placed = d.after(began, 1, 150);
        let mut changed = whole.clone().with_adoption(AdoptionChange::Placed(placed));
        if d.one_in(2) {
            changed = changed.with_adoption(AdoptionChange::Ended(d.after(placed, 5, 250)));
        }
        offer(&mut whole, changed);
    }
    if !d.one_in(6) {
        let changed = whole.clone().with_review_calls(review_calls(
            d,
            began,
            last,
            whole.placements(),
            &held,
        ));
        offer(&mut whole, changed);
    }
    if !d.one_in(6) {
        for _ in 0..3 {
            let changed = whole.clone().with_legal_statuses(statuses(d, began, ended));
            offer(&mut whole, changed);
        }
    }
    if !d.one_in(6) {
        let changed = whole.clone().with_plans(plans(d, began, ended, &held));
        offer(&mut whole, changed);
    }
    if !d.one_in(6) {
        let changed = whole.clone().with_health(health(d, began, last));
        offer(&mut whole, changed);
    }
    if !d.one_in(6) {
        let mut visits = Visits::recorded();
        let mut on = began;
        for _ in 0..d.to(30) {
            on = d.after(on, 2, d_interval(on));
            if on > last {
                break;
            }
            let mut visit = Visit::new(on);
            visit = match d.to(5) {
                0 => visit.with_child_not_seen(),
                1 => visit.with_seen_alone(SeenAlone::Yes),
                2 => visit.with_seen_alone(SeenAlone::No("a noisy house".to_owned())),
                _ => visit,
            };
            visits = visits.with_visit(visit);
        }
        let changed = whole.clone().with_visits(visits);
        offer(&mut whole, changed);
    }
    if !d.one_in(6) {
        let mut events = Events::none();
        for _ in 0..d.to(4) {
            let on = d.after(began, 0, 300);
            let kinds = [EventKind::Missing, EventKind::Contact, EventKind::Charge];
            let told = d.done(on, 0, 10);
            events = events.with_event(Event::new(d.pick(&kinds), on).with_iro_told(told));
        }
        let changed = whole.clone().with_events(events);
        offer(&mut whole, changed);
    }
    whole
}

fn d_last(ended: NaiveDate) -> NaiveDate {
    ended - Days::new(2)
}

/// Some children are visited often, some seldom.
fn d_interval(on: NaiveDate) -> u64 {
    if on.to_string().as_bytes()[9] % 2 == 0 { 12 } else { 60 }
}

fn review(d: &mut Dice, on: NaiveDate, began: NaiveDate) -> ReviewRecord {
    let mut review = ReviewRecord::new(on);
    if !d.one_in(5) {
        review = review.with_participation(d.pick(&[
            Participation::UnderFour,
            Participation::AttendedAndSpoke,
            Participation::AbsentViewsSent,
            Participation::AbsentNoViews,
        ]));
    }
    if !d.one_in(5) {
        let mut preparation = Preparation::new()
            .with_discussion(d.done_about(on, 40, 3))
            .with_report(d.done_about(on, 10, 3))
            .with_care_plan(d.done_about(on, 10, 3))
            .with_child_spoken_to(match d.to(8) {
                0 => SpokenTo::No,
                1 => SpokenTo::refused(),
                2 => SpokenTo::Refused { of_sufficient_understanding: Some(false) },
                3 => SpokenTo::inappropriate("a baby"),
                4 => SpokenTo::NotRecorded,
                _ => SpokenTo::On(d.about(on, 5, 1).max(began)),
            });
        if d.one_in(6) {
            preparation = preparation.with_no_parents("both have died");
        } else {
            for whose in [Whose::Parent, Whose::ParentalResponsibility, Whose::Carer] {
                let views = match d.to(7) {
                    0 => Views::not_obtained(whose),
                    1 => Views::not_practicable(whose, "abroad"),
                    2 => Views::new(whose, Heard::NotRecorded),
                    3 => continue,
                    _ => Views::obtained(whose),
                };
                preparation = preparation.with_views(views);
            }
        }
        review = review.with_preparation(preparation);
    }
    if !d.one_in(5) {
        let chair = match d.to(6) {
            0 => Chair::NotRecorded,
            1 => Chair::NoMeeting,
            2 => Chair::another("a team manager", "ill"),
            3 => Chair::Another {
                by: "a team manager".into(),
                iro: d.pick(&[IroPresence::Absent, IroPresence::Present, IroPresence::NotRecorded]),
            },
            _ => Chair::Iro,
        };
        let mut considered = Considerations::new();
        for matter in ScheduleSevenMatter::ALL.iter().copied() {
            considered = match d.to(6) {
                0 => considered.with_not_considered(&[matter]),
                1 => considered.with_not_applicable(&[matter]),
                2 => considered,
                _ => considered.with_considered(&[matter]),
            };
        }
        let rights = match d.to(5) {
            0 => Rights::new(),
            1 => Rights::not_needed("told last time"),
            2 => Rights::explained(on).with_wish_to_act(d.one_in(2)),
            3 => Rights::explained(on).with_wish_to_act(true).with_legal_help(d.done(on, 0, 20)),
            _ => Rights::new()
                .with_applications(d.done(on, 0, 5))
                .with_complaints(d.done(on, 0, 5))
                .with_advocacy(d.done(on, 0, 5)),
        };
        let meeting = Meeting::new().with_chair(chair).with_considerations(considered);
        review = review.with_meeting(meeting.with_rights(rights));
    }
    match d.to(5) {
        0 => {}
        1 => review = review.with_no_decisions(),
        _ => {
            for number in 0..1 + d.to(3) {
                let mut decision = Decision::new(format!("decision {number}"));
                decision = match d.to(5) {
                    0 => decision,
                    1 => decision.with_no_implementer(),
                    _ => decision.with_implementer("the social worker"),
                };
                decision = match d.to(6) {
                    0 => decision,
                    1 => decision.with_no_date(),
                    _ => decision.with_by(d.after(on, 5, 90)),
                };
                decision = decision.with_done(d.done(on, 1, 120)).with_iro_told(d.done(on, 1, 99));
                if d.one_in(6) {
                    decision = decision.with_changed_on(d.after(on, 1, 120));
                }
                review = review.with_decision(decision);
            }
        }
    }
    if !d.one_in(5) {
        let received = d.done(on, 0, 8);
        let from = received.on().unwrap_or(on);
        let answer = match d.to(5) {
            0 => ManagerResponse::NotRecorded,
            1 => ManagerResponse::Silence,
            2 => ManagerResponse::Agreed(d.after(from, 0, 14)),
            _ => ManagerResponse::Objected(d.after(from, 0, 14)),
        };
        let aftermath = Aftermath::new()
            .with_decisions_written(d.done(on, 0, 14))
            .with_decisions_received(received)
            .with_manager_response(answer)
            .with_decisions_circulated(d.done(on, 0, 25))
            .with_record_written(d.done(on, 0, 35))
            .with_record_distributed(d.done(on, 0, 45))
            .with_midway_check(d.done(on, 1, 100));
        review = review.with_aftermath(aftermath);
        if d.one_in(3) {
            review = review.with_late_reason(LateReason::PapersNotReady);
        }
    }
    if !d.one_in(3) {
        let mut scheduling = Scheduling::new();
        if !d.one_in(5) {
            scheduling = scheduling.with_scheduled_for(on);
        }
        if d.one_in(2) {
            let adjourned = d.after(on, 0, 2);
            scheduling = scheduling.with_adjournments([adjourned]);
            scheduling = scheduling.with_completed(d.done(adjourned, 1, 50));
        } else if !d.one_in(4) {
            scheduling = scheduling.with_adjournments([]).with_completed(d.done(on, 0, 3));
        }
        review = review.with_scheduling(scheduling);
    }
    review
}

/// A review that is on record.
fn reviewed(d: &mut Dice, held: &[NaiveDate]) -> Done {
    match d.to(6) {
        0 => Done::NotRecorded,
        1 => Done::No,
        _ if held.is_empty() => Done::No,
        _ => Done::On(d.pick(held)),
    }
}

fn exception(d: &mut Dice) -> Exception {
    d.pick(&[Exception::NotRecorded, Exception::No, Exception::because("a reason")])
}

fn review_calls(
    d: &mut Dice,
    began: NaiveDate,
    last: NaiveDate,
    placements: &Placements,
    held: &[NaiveDate],
) -> ReviewCalls {
    let mut calls = if d.one_in(3) { ReviewCalls::none() } else { ReviewCalls::default() };
    let span = last.signed_duration_since(began).num_days().unsigned_abs();
    if d.one_in(2) {
        let on = d.after(began, 0, span);
        let mut prompt = ReviewPrompt::new(
            on,
            d.pick(&[
                PromptReason::IroAsked,
                PromptReason::WelfareNotSafeguarded,
                PromptReason::PersistentlyAbsent,
                PromptReason::RiskReported,
                PromptReason::ChildAsked,
            ]),
        );
        if prompt.reason() == PromptReason::ChildAsked {
            prompt = prompt.with_unjustified(exception(d));
        }
        calls = calls.with_prompts([prompt]);
    }
    if d.one_in(2) {
        let from = d.after(began, 0, span);
        let mut stay = Accommodation::new(
            d.pick(&[
                AccommodationKind::CourtOrPolice,
                AccommodationKind::CustodyOfChildInCare,
                AccommodationKind::ChildNotInCare,
            ]),
            from,
        );
        let took = d.maybe().filter(|_| stay.kind() == AccommodationKind::ChildNotInCare);
        if let Some(took) = took {
            stay = stay.with_parent_took_over(took);
        }
        if !d.one_in(4) {
            stay = stay.with_ended(d.after(from, 0, 120).min(last));
        }
        calls = calls.with_accommodations([stay]);
    }
    if d.one_in(2) {
        let today = last - Days::new(300);
        let on = if d.one_in(6) { today.max(began) } else { d.after(began, 0, span) };
        let exception = exception(d);
        let change = PlanChange::new(on).with_reviewed(reviewed(d, held));
        calls = calls.with_plan_changes([change.with_not_practicable(exception)]);
    }
    if d.one_in(2) {
        let today = last - Days::new(300);
        let on = if d.one_in(6) { today.max(began) } else { d.after(began, 0, span) };
        let decided = ParentPlacement::new(on).with_reviewed(reviewed(d, held));
        calls = calls.with_parent_placements([decided]);
    }
    if d.one_in(2) {
        let today = last - Days::new(300);
        let on = if d.one_in(6) { today.max(began) } else { d.after(began, 0, span) };
        let exception = exception(d);
        let ending = PlacementEnding::new(on).with_reviewed(reviewed(d, held));
        calls = calls.with_placement_endings([ending.with_immediate_risk(exception)]);
    }
    if d.one_in(2) {
        let from = d.after(began, 0, span);
        let mut authority = AdoptionAuthority::new(from);
        if d.one_in(2) {
            authority = authority.with_ended(d.after(from, 0, 400));
        }
        calls = calls.with_adoption_authority([authority]);
    }
    if calls.secure_placements().is_some() || d.one_in(2) {
        let mut stays: Vec<SecurePlacement> = of_kind(placements, |k| k == PlacementKind::Secure)
            .map(|placement| secure(d, placement.from(), placement.ended(), last))
            .collect();
        if placements.list().is_none() && d.one_in(2) {
            let from = d.after(began, 0, span);
            let ended = if d.one_in(2) { Some(d.after(from, 0, 200).min(last)) } else { None };
            stays.push(secure(d, from, ended, last));
        }
        calls = calls.with_secure_placements(stays);
    }
    if let Some(decisions) = calls.parent_placements().map(<[_]>::to_vec) {
        let placed = of_kind(placements, PlacementKind::is_with_parent);
        let decided = placed.map(|placement| {
            let reviewed = reviewed(d, held);
            ParentPlacement::new(placement.from()).with_reviewed(reviewed)
        });
        calls = calls.with_parent_placements(decisions.into_iter().chain(decided));
    }
    calls
}

fn of_kind(
    placements: &Placements,
    kind: impl Fn(PlacementKind) -> bool,
) -> impl Iterator<Item = &Placement> {
    let list = placements.list().unwrap_or_default().iter();
    list.filter(move |placement| kind(placement.kind()))
}

fn secure(
    d: &mut Dice,
    from: NaiveDate,
    ended: Option<NaiveDate>,
    last: NaiveDate,
) -> SecurePlacement {
    let mut stay = SecurePlacement::new(from);
    if let Some(ended) = ended {
        stay = stay.with_ended(ended);
    }
    if !d.one_in(4) {
        let mut on = from;
        let mut panels = Vec::new();
        for _ in 0..d.to(4) {
            on = d.after(on, 10, 120);
            if on > ended.unwrap_or(last) {
                break;
            }
            let mut panel = SecureReview::new(on);
            if !d.one_in(5) {
                panel = panel
                    .with_members(d.pick(&[2, 3, 3, 4]))
                    .with_independent_members(d.pick(&[0, 1, 1, 2]));
            }
            panels.push(panel);
        }
        stay = stay.with_reviews(panels);
    }
    stay
}

fn statuses(d: &mut Dice, began: NaiveDate, ended: Option<NaiveDate>) -> LegalStatuses {
    let all = [
        LegalStatus::Accommodated,
        LegalStatus::InterimCareOrder,
        LegalStatus::CareOrder,
        LegalStatus::RemandToLocalAuthority,
        LegalStatus::RemandToYouthDetention,
        LegalStatus::PlacementOrder,
    ];
    let one = d.pick(&all);
    let mut statuses = LegalStatuses::default();
    let longest = d.pick(&[8, 8, 150]);
    let change = d.after(began, 0, longest);
    if d.one_in(2) && ended.is_none_or(|ended| change < ended) {
        let other = d.pick(&all);
        let other = d.pick(&[LegalStatus::CareOrder, other]);
        statuses = statuses
            .with_status(LegalStatusSpan::new(one, began).with_ended(change))
            .with_status(LegalStatusSpan::new(other, change));
    } else {
        let mut span = LegalStatusSpan::new(one, began);
        if let Some(ended) = ended.filter(|_| d.one_in(2)) {
            span = span.with_ended(ended);
        }
        statuses = statuses.with_status(span);
    }
    statuses
}

fn plan(d: &mut Dice, about: NaiveDate) -> Plan {
    let plan = match d.to(5) {
        0 => Plan::default(),
        1 => Plan::not_made(),
        2 if d.one_in(4) => Plan::made_on(about - Days::new(300)),
        _ => Plan::made_on(d.about(about, 5, 20)),
    };
    match d.to(3) {
        0 => plan,
        1 => plan.practicable_before(),
        _ => plan.not_practicable_before("placed at night"),
    }
}

fn placements(d: &mut Dice, began: NaiveDate, last: NaiveDate) -> Placements {
    let mut placements = Placements::recorded();
    let mut from = d.after(began, 0, d_offset(began));
    for _ in 0..1 + d.to(3) {
        if from > last {
            break;
        }
        let kind = d.pick(&[
            PlacementKind::Foster,
            PlacementKind::Foster,
            PlacementKind::LongTermFoster,
            PlacementKind::TemporaryApproval,
            PlacementKind::WithParent,
            PlacementKind::WithParentUnassessed,
            PlacementKind::YouthDetention,
            PlacementKind::Secure,
            PlacementKind::Adoption,
        ]);
        let mut placement = Placement::new(from, kind).with_plan(plan(d, from));
        placement = placement.with_notified(d.done_about(from, 3, 14));
        if let Some(emergency) = d.maybe() {
            placement = placement.with_emergency(emergency);
        }
        if let Some(meant) = d.maybe().filter(|_| kind == PlacementKind::Foster) {
            placement = placement.with_meant_to_last(meant);
        }
        if let Some(agrees) = d.maybe().filter(|_| kind == PlacementKind::LongTermFoster) {
            placement = placement.with_child_agreeing(agrees);
        }
        if kind == PlacementKind::WithParentUnassessed && d.one_in(2) {
            placement = placement.with_assessed_on(d.after(from, 10, 90));
        }
        // What is meant to last does.
        let shortest = if kind == PlacementKind::LongTermFoster { 800 } else { 1 };
        let until = d.after(from, shortest, shortest + 500).min(last);
        placements = placements.with_placement(placement.with_ended(until));
        from = until;
    }
    placements
}

fn d_offset(began: NaiveDate) -> u64 {
    if began.to_string().ends_with('3') { 15 } else { 0 }
}

fn plans(d: &mut Dice, began: NaiveDate, ended: Option<NaiveDate>, held: &[NaiveDate]) -> Plans {
    let mut plans = Plans::default().with_care_plan(plan(d, began));
    plans = plans.with_education_plan(match d.to(4) {
        0 => EducationPlan::NotNeeded("under three".to_owned()),
        1 => EducationPlan::Made(d.done(began, 0, 25)),
        _ => EducationPlan::Needed(d.done(began, 0, 25)),
    });
    plans = plans.with_pathway_assessment(d.done(began, 100, 700));
    if let Some(ended) = ended {
        let on = d.about(ended, 10, 10);
        plans = plans.with_ceasing_approval(match d.to(7) {
            0 => CeasingApproval::NotRecorded,
            1 => CeasingApproval::No,
            2 => CeasingApproval::On(on),
            3 => CeasingApproval::ByAnother(on),
            4 => CeasingApproval::EndedByLaw("adopted".to_owned()),
            _ => CeasingApproval::ByNominatedOfficer(on),
        });
    }
    if !d.one_in(4) {
        let considered: Vec<_> = held.iter().copied().filter(|_| d.one_in(2)).collect();
        plans = plans.with_visitor_considered_at(considered);
    }
    if d.one_in(5) {
        plans = plans.with_visitor_refused_on(d.after(began, 0, 200));
    }
    plans
}

fn health(d: &mut Dice, began: NaiveDate, last: NaiveDate) -> Health {
    let mut health = Health::recorded();
    health = match d.to(3) {
        0 => health,
        1 => health.with_initial_beforehand(Beforehand::Practicable),
        _ => health.with_initial_beforehand(Beforehand::NotPracticable("at night".to_owned())),
    };
    let mut on = d.about(began, 5, 40);
    for _ in 0..d.to(5) {
        if on > last {
            break;
        }
        health = health.with_assessment(if d.one_in(6) {
            HealthAssessment::refused_on(on, "did not want to")
        } else {
            HealthAssessment::made_on(on)
        });
        on = d.after(on, 60, 450);
    }
    health
}

fn iro(d: &mut Dice, began: NaiveDate) -> IroHistory {
    let mut iro = IroHistory::none();
    let mut from = d.about(began, 1, 40);
    for number in 0..d.to(4) {
        let mut post = Appointment::new(format!("I-{number}"), from);
        post = post.with_handover(d.pick(&[
            Handover::NotRecorded,
            Handover::InPerson,
            Handover::NotInPerson,
            Handover::NotPossible("had left".to_owned()),
        ]));
        let to = d.after(from, 60, 400);
        let within = |done: Done| match done {
            Done::On(day) => Done::On(day.min(to)),
            other => other,
        };
        post = post.with_named(within(d.done(from, 0, 12)));
        post = post.with_met_child(within(d.done(from, 0, 60)));
        iro = iro.with_appointment(post.with_to(to));
        from = d.after(to, 1, d_gap(to));
    }
    iro
}

fn d_gap(to: NaiveDate) -> u64 {
    if to.to_string().as_bytes()[9] % 3 == 0 { 1 } else { 40 }
}

fn kin(d: &mut Dice) -> Kin {
    let mut kin = Kin::none();
    for number in 0..d.to(4) {
        let relation =
            d.pick(&[Relation::Sibling, Relation::Sibling, Relation::Parent, Relation::Baby]);
        let mut relative = Relative::new(format!("K-{number}"), relation);
        relative = match d.to(5) {
            0 => relative,
            1 => relative.with_iro(RelativeIro::NoOne),
            2 => relative.with_officer("I-9"),
            _ => relative.with_officer(d.pick(&["I-0", "I-1"])),
        };
        if relation == Relation::Sibling && d.one_in(3) {
            relative = relative.with_separate(SeparateIros::Conflict).with_reason("afraid");
        }
        kin = kin.with_relative(relative);
    }
    kin
}

fn short_breaks(d: &mut Dice, began: NaiveDate, as_of: NaiveDate) -> ShortBreaks {
    if d.one_in(3) {
        return ShortBreaks::new([]);
    }
    let near = d.one_in(2);
    let from = if near { as_of - Days::new(d.to(250)) } else { began - Days::new(400) };
    let mut series = ShortBreakSeries::new(from);
    if let Some(same) = d.pick(&[None, Some(true), Some(true), Some(true), Some(false)]) {
        series = series.with_same_setting(same);
    }
    if let Some(in_care) = d.pick(&[None, Some(false), Some(false), Some(false), Some(true)]) {
        series = series.with_child_in_care(in_care);
    }
    let ended =
        if near || d.one_in(2) { from + Days::new(20 + d.to(370)) } else { began - Days::new(1) };
    if !d.one_in(5) {
        series = series.with_ended(ended);
    }
    if !d.one_in(5) {
        let mut breaks = Vec::new();
        let mut on = from;
        let open = d.one_in(4);
        for _ in 0..1 + d.to(6) {
            let until = d.after(on, 1, d_length(on));
            if until > ended {
                break;
            }
            let mut each = ShortBreak::new(on).with_ended(until);
            if let Some(home) = d.pick(&[None, Some(true), Some(true), Some(true), Some(false)]) {
                each = each.with_returned_home(home);
            }
            breaks.push(each);
            on = d.after(until, 5, 60);
        }
        if let Some(last) = if open { breaks.pop() } else { None } {
            breaks.push(ShortBreak::new(last.began()));
        }
        series = series.with_breaks(breaks);
    }
    if !d.one_in(5) {
        let mut reviews = Vec::new();
        let mut on = from;
        for _ in 0..d.to(5) {
            on = d.after(on, 30, 220);
            if on > ended {
                break;
            }
            reviews.push(on);
        }
        series = series.with_reviews(reviews);
    }
    ShortBreaks::new([series])
}

fn d_length(on: NaiveDate) -> u64 {
    if on.to_string().ends_with('7') { 30 } else { 12 }
}

fn disputes(d: &mut Dice, began: NaiveDate, as_of: NaiveDate) -> Disputes {
    let mut disputes = Disputes::none();
    for number in 0..d.to(4) {
        let raised = d.after(began, 1, 300);
        let theme = d.pick(&[DisputeTheme::CarePlan, DisputeTheme::Placement]);
        let mut dispute = Dispute::raised(format!("D-{number}"), theme, raised);
        match d.to(4) {
            0 => {}
            1 => dispute = dispute.with_note_on_file(Done::No),
            2 => dispute = dispute.with_note_on_file(Done::On(d.after(raised, 0, 10))),
            _ => dispute = dispute.with_no_informal_attempt("a child at risk"),
        }
        let mut on = raised;
        let mut stage = 0;
        for _ in 0..d.to(6) {
            on = d.after(on, 0, 16);
            let event = match d.to(8) {
                0 => DisputeEvent::Resolved(on),
                1 => DisputeEvent::Withdrawn(on),
                2 => DisputeEvent::ReferredToCafcass(on),
                3 => DisputeEvent::Answered(on),
                4 => DisputeEvent::Superseded(on),
                _ => {
                    stage += 1 + u8::from(d.one_in(4));
                    DisputeEvent::Formal { stage, on }
                }
            };
            if dispute.clone().apply(event).is_ok() {
                dispute.apply(event).unwrap();
            }
        }
        for _ in 0..d.to(3) {
            let mut test = CafcassTest::new(d.after(raised, 0, 40));
            let on = test.on();
            if !d.one_in(4) {
                test = test
                    .with_failure(d.pick(&[
                        SignificantFailure::NoneFound,
                        SignificantFailure::InPlan,
                        SignificantFailure::InReview,
                    ]))
                    .with_put_right_in_reasonable_time(d.one_in(4))
                    .with_raised_with_senior_officers(d.done_about(on, 5, 0));
            }
            test = match d.to(3) {
                0 => test,
                1 => test.with_no_reason_against(),
                _ => test.with_reason_against(d.after(on, 0, 10), "put right since"),
            };
            dispute = dispute.with_cafcass_test(test);
        }
        let recorded_to = if d.one_in(3) { on } else { as_of + Days::new(400) };
        let recorded = dispute.clone().with_recorded_to(recorded_to.max(on));
        let alone = CareRecord::new("C-0");
        if alone.with_disputes(Disputes::none().with_dispute(recorded.clone())).check().is_ok() {
            dispute = recorded;
        }
        let changed = disputes.clone().with_dispute(dispute);
        if CareRecord::new("C-0").with_disputes(changed.clone()).check().is_ok() {
            disputes = changed;
        }
    }
    disputes
}

pub(crate) fn service(number: u64) -> (ServiceRecord, NaiveDate) {
    let d = &mut Dice::new(number ^ 0x5e71);
    let as_of = d.after(day("2009-04-01"), 0, 5000);
    let mut service = ServiceRecord::new("S-1");
    for officer in 0..4 {
        let mut one = Officer::new(format!("I-{officer}"));
        if d.one_in(3) {
            one = one.with_from(d.about(as_of, 300, 50));
        }
        if let Some(registered) = d.maybe() {
            one = one.with_registered(registered);
        }
        if d.one_in(2) {
            one = one.with_qualified(d.about(as_of, 3000, 10));
        }
        if let Some(standing) = d.maybe() {
            one = one.with_team_manager_standing(standing);
        }
        if !d.one_in(4) {
            one = one.with_fte(d.pick(&["1.00", "0.50", "0.80"]).parse().unwrap());
        }
        one = match d.to(4) {
            0 => one,
            1 => one.with_children(Allocated::Each(vec![format!("C-{officer}")])),
            _ => one.with_children(Allocated::Count(20 + d.to(70) as u32)),
        };
        one = match d.to(4) {
            0 => one,
            1 => one.with_no_conflicts(),
            _ => {
                let child = format!("C-{}", d.to(4));
                let mut conflict = Conflict::new(child, Position::ManagesCase);
                if d.one_in(2) {
                    conflict = conflict.with_from(d.about(as_of, 300, 50));
                }
                one.with_conflict(conflict)
            }
        };
        let changed = service.clone().with_officer(one);
        if changed.check().is_ok() {
            service = changed;
        }
    }
    (service, as_of)
}

/// A child's way through child protection, with the day asked about, the history and the policy.
pub(crate) struct Protection {
    pub(crate) record: ProtectionRecord,
    pub(crate) as_of: NaiveDate,
    pub(crate) history: History,
    pub(crate) policy: Policy,
}

pub(crate) fn protection(number: u64) -> Protection {
    protection_from(number, "1998-06-01", 10_200)
}

/// Of a child of whom the first is heard on a day so many days at most after the first.
pub(crate) fn protection_from(number: u64, first: &str, days: u64) -> Protection {
    let d = &mut Dice::new(number ^ 0xc9c0);
    let start = d.after(day(first), 0, days);
    let as_of = d.after(start, 0, 900);
    let history = match d.to(3) {
        0 => History::CompleteFrom(d.about(as_of, 500, 20)),
        _ => History::Complete,
    };
    let mut policy = Policy::default();
    if d.one_in(2) {
        policy = policy.with_pre_birth_review_conference(Period::Months(3));
    }
    if d.one_in(4) {
        policy = policy.with_review_method(iro_handbook::law::Method::FixedDays);
    }
    let mut record = ProtectionRecord::new("C-1");
    if !d.one_in(8) {
        record = record.with_nothing_more();
    }
    let mut on = start;
    for _ in 0..1 + d.to(2) {
        record = one_plan(d, record, on);
        on = on + Days::new(400 + d.to(900));
    }
    Protection { record, as_of, history, policy }
}

fn one_plan(d: &mut Dice, record: ProtectionRecord, start: NaiveDate) -> ProtectionRecord {
    let (mut now, mut record) = (record.clone(), record);
    let mut add = |changed: ProtectionRecord| {
        if changed.check().is_ok() {
            record = changed;
        }
        record.clone()
    };
    let mut assessment = ReferralAssessment::new(start).with_completed(d.done(start, 0, 80));
    if d.one_in(4) {
        assessment = ReferralAssessment::core(start).with_completed(d.done(start, 0, 60));
    }
    if !d.one_in(5) {
        now = add(now.with_assessment(assessment));
    }
    let moved = d.one_in(4);
    let kind = match d.to(4) {
        0 => ConferenceKind::BeforeBirth,
        _ => ConferenceKind::Initial,
    };
    let kind = if moved { ConferenceKind::TransferIn } else { kind };
    if moved {
        now = add(now.with_move_in(start));
    } else if !d.one_in(5) {
        let mut enquiry = Enquiry::new(start);
        if let Some(required) = d.maybe() {
            enquiry = enquiry.with_conference_required(required);
        }
        now = add(now.with_enquiry(enquiry));
    }
    let held = d.after(start, 0, 40);
    let chaired = |d: &mut Dice, mut conference: Conference| {
        if let Some(independent) = d.maybe() {
            conference = conference.with_chair_independent(independent);
        }
        if d.one_in(2) {
            conference = conference.with_chair(d.pick(&["I-1", "I-2"]));
        }
        if let Some(both) = d.maybe() {
            conference = conference.with_looked_after_review(both);
        }
        conference
    };
    if !d.one_in(6) {
        let mut conference = chaired(d, Conference::new(kind, held));
        if !d.one_in(5) {
            conference = conference.with_called_on(start);
        }
        now = add(now.with_conference(conference));
    }
    if d.one_in(6) {
        return now;
    }
    let mut plan = ProtectionPlan::new(held);
    if d.one_in(2) {
        plan = plan.with_ended(d.after(held, 0, 900));
    }
    if d.one_in(2) {
        plan = plan.with_previous_plans(d.to(3) as u32);
    }
    if d.one_in(4) {
        plan = plan.with_previous_ended(d.about(held, 1200, 0));
    }
    if d.one_in(2) {
        plan = plan.with_category_at_start(d.pick(&AbuseCategory::ALL));
    }
    now = add(now.with_plan(plan));
    let mut on = held;
    for turn in 0..d.to(5) {
        let usual = if turn == 0 { 91 } else { 183 };
        on = d.about(on + Days::new(usual), 20, 5);
        let review = chaired(d, Conference::new(ConferenceKind::Review, on));
        now = add(now.with_conference(review));
    }
    if !d.one_in(4) {
        now = add(now.with_core_group(d.after(held, 0, 20)));
    }
    now
}
