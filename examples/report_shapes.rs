//! Five reports of one service after five councils' papers of different years, each under its year's law and
//! with the content its paper asks for. All records are invented, and no figure in them is any council's.
//!
//! `cargo run --example report_shapes`, or `-- 4` for the fourth alone. The version for children and young people
//! needs `--features render`.

mod common;
#[path = "common/process.rs"]
mod process;
#[path = "common/synthetic/mod.rs"]
mod synthetic;

use chrono::{Days, NaiveDate};
use clap::Parser;
use common::Failure;
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{
    AbuseCategory, Allocated, Answer, Appointment, Audit, AuditArea, AuditGrade, CarePeriod,
    CareRecord, Conference, ConferenceKind, Dispute, DisputeEvent, DisputeTheme, Enquiry,
    EthnicGroup, Feedback, FeedbackFrom, Fte, Handover, IroHistory, Kin, Ladder, LegalStatus,
    LegalStatusSpan, LegalStatuses, Officer, Participation, PeriodOfCare, Placement, PlacementKind,
    Placements, Profile, ProtectionPlan, ProtectionRecord, ReasonCeased, Review, ServiceRecord,
    Sex, ShortBreaks, Vacancies,
};
use iro_handbook::report::annual::{
    Action, ActionStatus, AnnualFigures, AnnualReport, Disclosure, PreviousYear, Programme,
    ServiceYear, Slot,
};
use iro_handbook::report::{
    Comparator, Direction, PublishedPercentage, ReviewQuestion, SupportFigures,
};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::process::ExitCode;
use synthetic::rng::Rng;

type Outcome<T> = Result<T, Failure>;

/// Five reports of one service after five papers of different years: each under its year's law, and with the
/// content its paper asks for. Every record is invented.
#[derive(Parser)]
#[command(after_help = "THE SHAPES
  1  after a paper on 2018-19: the year's activity; regulations 36, 45 and 46; Schedule 7, one by one
  2  after one on 2017-18: challenge by IROs, figures and texts, what to develop, advocacy and visitors
  3  after one on 2016-17: child protection beside, for the public; also for children and young people
  4  after one on 2008-09: the Regulations of 1991 as amended in 2004; progress on the action plan
  5  after one on 2020-21: a target, a trend, caseloads; a summary for the children in care council

Exit status: 0, or 2 when something could not be done.")]
struct Arguments {
    /// Which one; without it all five.
    #[arg(value_name = "SHAPE", value_parser = clap::value_parser!(u8).range(1..=5))]
    shape: Option<u8>,

    /// The version for children and young people instead, in Markdown; without a shape, of those whose papers
    /// ask for one (built with --features render).
    #[arg(long)]
    young_people: bool,
}

/// A paper's configuration.
struct Shape {
    /// The year that the paper is about, by the year it ends in.
    ending: i32,
    /// What stands in the report.
    sections: &'static [&'static str],
    /// How many reviews of a thousand are late.
    late: u64,
    /// How many officers, and full-time posts in hundredths each.
    officers: (u32, u32),
    public: bool,
    /// Its paper asks for a version for children and young people.
    young_people: bool,
}

/// Children who are looked after at the end of each year; a quarter more have left by then.
const CHILDREN: usize = 328;

const SHAPES: [Shape; 5] = [
    Shape {
        ending: 2019,
        sections: &["summary", "children-looked-after", "duties"],
        late: 60,
        officers: (6, 90),
        public: false,
        young_people: false,
    },
    Shape {
        ending: 2018,
        sections: &["summary", "concerns", "participation", "support", "programme"],
        late: 80,
        officers: (6, 90),
        public: false,
        young_people: false,
    },
    Shape {
        ending: 2017,
        sections: &[
            "summary",
            "concerns",
            "service",
            "participation",
            "timeliness",
            "audits",
            "resources",
            "siblings",
            "protection",
            "programme",
            "data",
        ],
        late: 70,
        officers: (7, 80),
        public: true,
        young_people: true,
    },
    Shape {
        ending: 2009,
        sections: &[
            "summary",
            "concerns",
            "service",
            "participation",
            "timeliness",
            "duties",
            "programme",
        ],
        late: 110,
        officers: (5, 100),
        public: false,
        young_people: false,
    },
    Shape {
        ending: 2021,
        sections: &[
            "summary",
            "service",
            "participation",
            "timeliness",
            "support",
            "duties",
            "programme",
        ],
        late: 8,
        officers: (4, 100),
        public: false,
        young_people: true,
    },
];

fn main() -> ExitCode {
    match common::arguments::<Arguments>() {
        Ok(arguments) => common::run(|| shapes(&arguments)),
        Err(status) => status,
    }
}

fn shapes(arguments: &Arguments) -> Outcome<String> {
    let calendar = WorkingDays::england_and_wales();
    let mut out = String::new();
    for (number, shape) in (1..).zip(&SHAPES) {
        let asked = match arguments.shape {
            Some(only) => usize::from(only) == number,
            None => shape.young_people || !arguments.young_people,
        };
        if asked {
            let text = of_shape(number, shape, arguments.young_people, &calendar)?;
            writeln!(out, "{text}")?;
        }
    }
    Ok(out)
}

fn of_shape(
    number: usize,
    shape: &Shape,
    young_people: bool,
    calendar: &WorkingDays,
) -> Outcome<String> {
    let year = CollectionYear::ending(shape.ending)?;
    let mut out =
        format!("SHAPE {number}: after a paper on {year}. Every record in it is invented.\n\n");
    let report = report(number, shape, year, calendar)?;
    if young_people {
        out.push_str(&for_young_people(&report)?);
        return Ok(out);
    }
    let report = report.of_sections(shape.sections);
    if shape.public {
        write!(out, "{}", report.for_publication(Disclosure::default()))?;
    } else {
        write!(out, "{report}")?;
    }
    if number == 4 {
        out.push_str(&four_weeks(calendar)?);
    }
    if shape.young_people {
        writeln!(out, "\nFor children and young people: report_shapes {number} --young-people")?;
    }
    Ok(out)
}

#[cfg(feature = "render")]
fn for_young_people(report: &AnnualReport) -> Outcome<String> {
    let public = report.for_publication(Disclosure::default());
    Ok(iro_handbook::render::young_people(&public).markdown())
}

#[cfg(not(feature = "render"))]
fn for_young_people(_: &AnnualReport) -> Outcome<String> {
    let build = "cargo run --features render --example report_shapes";
    Err(Failure::new(
        "--young-people",
        format!("this build has no such form: build it with {build}"),
    ))
}

fn report(
    number: usize,
    shape: &Shape,
    year: CollectionYear,
    calendar: &WorkingDays,
) -> Outcome<AnnualReport> {
    let assessor = Assessor::new(calendar, year.end());
    let service = service(number, shape, year)?;
    let mut figures = AnnualFigures::new(ReviewQuestion::new(year));
    for child in 0..CHILDREN + CHILDREN / 4 {
        let record = record(number, shape, year, child, calendar)?;
        let disputes = service.disputes_of(record.id());
        figures.add(&assessor, &record.with_disputes(disputes))?;
    }
    let builder = figures.into_builder(service.authority());
    Ok(service.add_to(builder, &assessor)?.build()?)
}

/// A child's year. Whoever comes after the first children has left before its end.
fn record(
    number: usize,
    shape: &Shape,
    year: CollectionYear,
    child: usize,
    calendar: &WorkingDays,
) -> Outcome<CareRecord> {
    let mut rng = Rng::stream(synthetic::SEED ^ number as u64, child as u64);
    let rng = &mut rng;
    let back = rng.between(if child < CHILDREN { -300 } else { 120 }, 700);
    let began = year.start() - Days::new(400) + Days::new((700 - back).unsigned_abs().min(730));
    let born = began - Days::new(rng.between(200, 6_000).unsigned_abs());
    let left = (child >= CHILDREN).then(|| year.end() - Days::new(1 + rng.below(200)));
    let left = left.map(|day| day.max(began + Days::new(20)));
    let last = left.unwrap_or(year.end());

    let mut care = PeriodOfCare::new(began);
    if let Some(left) = left {
        care = care.with_ended(left);
    }
    let mut late = BTreeSet::new();
    let mut day = began;
    for limit in [26, 88].into_iter().chain([178; 5]) {
        let is_late = rng.chance(shape.late);
        day = day + Days::new(if is_late { limit + 14 } else { limit - rng.below(9) });
        if day > last {
            break;
        }
        if is_late {
            late.insert(day);
        }
        care = care.with_review(Review::new(day).with_participation(part(rng, born, day)));
    }
    let officer = format!("IRO-{}", 1 + child as u32 % shape.officers.0);
    let alone = rng.chance(40);
    let period = process::period(rng, calendar, care.view()?, &late, alone)?;
    let period = looked_after(rng, period, began, left);
    let sex = if rng.chance(540) { Sex::Male } else { Sex::Female };
    let group = rng.pick(&[
        (EthnicGroup::White, 60),
        (EthnicGroup::Mixed, 14),
        (EthnicGroup::Black, 12),
        (EthnicGroup::Asian, 9),
        (EthnicGroup::Other, 5),
    ]);
    let profile = Profile::new().with_sex(sex).with_ethnic_group(group).with_unaccompanied(alone);
    Ok(CareRecord::new(format!("C-{}", 1000 + child))
        .with_born(born)
        .with_profile(profile)
        .with_period_of_care(period)
        .with_iro(iro(rng, &officer, began, left, year))
        .with_kin(Kin::none())
        .with_short_breaks(ShortBreaks::new([])))
}

/// Where the child lived and by which status, and why the child left.
fn looked_after(
    rng: &mut Rng,
    period: CarePeriod,
    began: NaiveDate,
    left: Option<NaiveDate>,
) -> CarePeriod {
    let kind = rng.pick(&[
        (PlacementKind::Foster, 76),
        (PlacementKind::ChildrensHome, 14),
        (PlacementKind::Other, 10),
    ]);
    let mut placement = Placement::new(began, kind)
        .with_own_area(rng.chance(630))
        .with_miles_from_home(rng.between(1, 45).unsigned_abs() as u16);
    let status = [(LegalStatus::Accommodated, 45), (LegalStatus::CareOrder, 55)];
    let mut status = LegalStatusSpan::new(rng.pick(&status), began);
    let reasons = [(ReasonCeased::ReturnedHome, 6), (ReasonCeased::SpecialGuardianship, 2)];
    let reason = rng.pick(&reasons);
    let mut period = period;
    if let Some(left) = left {
        placement = placement.with_ended(left);
        status = status.with_ended(left);
        period = period.with_reason_ceased(reason);
    }
    period
        .with_placements(Placements::recorded().with_placement(placement))
        .with_legal_statuses(LegalStatuses::default().with_status(status))
}

fn part(rng: &mut Rng, born: NaiveDate, day: NaiveDate) -> Participation {
    if day.years_since(born).is_none_or(|age| age < 4) {
        return Participation::UnderFour;
    }
    rng.pick(&[
        (Participation::AttendedAndSpoke, 52),
        (Participation::AttendedAdvocateSpoke, 6),
        (Participation::AbsentViewsSent, 30),
        (Participation::AbsentBriefedAdvocate, 7),
        (Participation::AbsentNoViews, 5),
    ])
}

/// One officer for most, and a change in the autumn for some.
fn iro(
    rng: &mut Rng,
    officer: &str,
    began: NaiveDate,
    left: Option<NaiveDate>,
    year: CollectionYear,
) -> IroHistory {
    let change = year.start() + Days::new(180);
    let named = began + Days::new(2 + rng.below(5));
    let ends = |appointment: Appointment| match left {
        Some(left) => appointment.with_to(left),
        None => appointment,
    };
    let changes = rng.chance(90) && began + Days::new(30) < change;
    if !changes || left.is_some_and(|left| left <= change) {
        let appointment = Appointment::new(officer, began).with_named(named);
        return IroHistory::none().with_appointment(ends(appointment));
    }
    let before = Appointment::new("IRO-0", began).with_named(named);
    let after = Appointment::new(officer, change).with_handover(Handover::InPerson);
    IroHistory::none()
        .with_appointment(before.with_to(change - Days::new(1)))
        .with_appointment(ends(after))
}

fn service(number: usize, shape: &Shape, year: CollectionYear) -> Outcome<ServiceYear> {
    let day = |days: u64| year.start() + Days::new(days);
    let (officers, fte) = shape.officers;
    let mut team = ServiceRecord::new("S-1").with_vacancies(Vacancies::None);
    for place in 0..officers {
        let children = CHILDREN as u32 / officers + u32::from(place < CHILDREN as u32 % officers);
        let group =
            [EthnicGroup::White, EthnicGroup::Black, EthnicGroup::White, EthnicGroup::Asian];
        team = team.with_officer(
            Officer::new(format!("IRO-{}", place + 1))
                .with_from(day(100) - Days::new(700 * u64::from(place + 1)))
                .with_registered(true)
                .with_qualified(day(0) - Days::new(4_000))
                .with_team_manager_standing(true)
                .with_fte(
                    Fte::from_hundredths(fte)
                        .ok_or_else(|| Failure::new("officers", "no posts"))?,
                )
                .with_children(Allocated::Count(children))
                .with_no_conflicts()
                .with_agency(false)
                .with_sex(if place % 3 == 1 { Sex::Male } else { Sex::Female })
                .with_ethnic_group(group[place as usize % group.len()]),
        );
    }
    let mut service = ServiceYear::new(format!("Shape {number} (an invented authority)"), year)
        .invented()
        .with_population_under_18(61_000)
        .with_service(team)
        .with_support(
            &SupportFigures::new(year)
                .with_advocates(58)
                .with_visitors(17, 9)
                .with_care_plans(311, 17),
        );
    for (raised, theme, stage, ends) in [
        (20, DisputeTheme::Placement, false, 40),
        (64, DisputeTheme::CarePlan, true, 83),
        (101, DisputeTheme::Permanence, true, 140),
        (160, DisputeTheme::Contact, false, 171),
        (233, DisputeTheme::Health, false, 250),
        (300, DisputeTheme::DecisionsNotCarriedOut, true, 318),
    ] {
        let mut dispute = Dispute::raised(format!("D-{raised}"), theme, day(raised))
            .with_ladder(Ladder::new(["team manager", "head of service"]))?;
        if stage {
            dispute = dispute.with_event(DisputeEvent::Formal { stage: 1, on: day(raised + 6) })?;
        }
        let dispute = dispute.with_event(DisputeEvent::Resolved(day(ends)))?;
        service = service.with_dispute(format!("C-{}", 1000 + raised), dispute);
    }
    for place in 0..24_u64 {
        let area = AuditArea::ALL[place as usize % 4];
        let grade = [AuditGrade::Good, AuditGrade::Good, AuditGrade::RequiresImprovement];
        let grade = grade[place as usize % 3].clone();
        service =
            service.with_audit(Audit::new(format!("A-{place}"), day(10 + 12 * place), area, grade));
    }
    service = service.with_feedback(
        Feedback::new(day(250), FeedbackFrom::Child, "Did your IRO listen to you?")
            .with_answers(Answer::Yes, 47)
            .with_answers(Answer::No, 8),
    );
    if number == 3 {
        for child in 0..90 {
            service = service.with_protection(protection(year, child));
        }
    }
    if number == 5 {
        let target = Comparator::target(Direction::AtLeast, "97".parse::<PublishedPercentage>()?);
        service = service.with_comparator("reviews.held.on_time", target);
        for (back, on_time, late) in [(3, 812, 59), (2, 840, 44), (1, 861, 28)] {
            let before = PreviousYear::new(CollectionYear::ending(shape.ending - back)?)
                .with("reviews.held.on_time", on_time)
                .with("reviews.held.late", late)
                .with("reviews.held.told", on_time + late);
            service = service.with_previous(before);
        }
    }
    for (slot, text) in texts(number) {
        service = service.with_text(slot, text);
    }
    Ok(service.with_programme(programme(number, year)))
}

/// What the paper's service set itself to do: what became of the last programme, and the next.
fn programme(number: usize, year: CollectionYear) -> Programme {
    use ActionStatus::{Done, InProgress, NotStarted};
    let (last, next): (&[(&str, ActionStatus)], &[&str]) = match number {
        2 => (
            &[("Raise concerns in writing where a talk settles nothing", InProgress)],
            &["Challenge that can be seen on the file", "More independent visitors"],
        ),
        3 => (
            &[
                ("Audit conferences and reviews by one standard", Done),
                ("Officers from more of the communities we serve", InProgress),
                ("Shorter records", NotStarted),
            ],
            &["Plans for older children at risk outside the home"],
        ),
        4 => (
            &[
                ("Write down who carries out each decision", Done),
                ("Take failures to the manager within a week", InProgress),
            ],
            &["One reviewing officer for as long as a child is looked after"],
        ),
        5 => (
            &[("A post more for the team", Done)],
            &["Permanence in time for each child under ten"],
        ),
        _ => (&[], &[]),
    };
    let by = |years: i32, action: Action| {
        let end = CollectionYear::ending(year.ending_year() + years).map(|year| year.end());
        end.map_or(action.clone(), |end| action.with_by(end - Days::new(90)))
    };
    let mut programme = Programme::new();
    for (action, status) in last {
        let action = Action::new(*action).with_owner("IRO manager").with_status(*status);
        programme = programme.with_last(by(0, action));
    }
    for action in next {
        let action = Action::new(*action).with_owner("head of service").with_status(NotStarted);
        programme = programme.with_next(by(1, action));
    }
    programme
}

/// A child's way through child protection: called, met in time mostly, a plan, and a review of it.
fn protection(year: CollectionYear, child: u64) -> ProtectionRecord {
    let began = year.start() + Days::new(1 + 2 * child);
    let held = began + Days::new(if child % 9 == 0 { 26 } else { 16 });
    let initial = Conference::new(ConferenceKind::Initial, held).with_called_on(began);
    let review = held + Days::new(if child % 11 == 0 { 100 } else { 85 });
    let category = [AbuseCategory::Neglect, AbuseCategory::Emotional, AbuseCategory::Physical];
    let plan = ProtectionPlan::new(held)
        .with_category_at_start(category[child as usize % 3])
        .with_latest_category(category[(child + u64::from(child % 10 == 0)) as usize % 3])
        .with_previous_plans(u32::from(child % 8 == 0));
    let plan = if child % 3 == 0 { plan.with_ended(review) } else { plan };
    let mut record = ProtectionRecord::new(format!("P-{child}"))
        .with_nothing_more()
        .with_enquiry(Enquiry::new(began).with_conference_required(true))
        .with_conference(initial)
        .with_plan(plan);
    if review <= year.end() {
        record = record.with_conference(Conference::new(ConferenceKind::Review, review));
    }
    record
}

/// What the service of each paper writes itself.
fn texts(number: usize) -> Vec<(Slot, &'static str)> {
    let procedure = "First a talk with the team manager, then in writing to the head of service.";
    let mut texts = vec![
        (Slot::Concerns, procedure),
        (Slot::Service, "Supervision each month; two officers were observed."),
        (Slot::Resources, "With everyone in post the service is safe."),
    ];
    texts.extend(match number {
        1 => vec![(
            Slot::Introduction,
            "Where a review did not look at who the child is, the officer goes back to it before the next.",
        )],
        2 => vec![
            (
                Slot::Introduction,
                "Challenge by IROs is still too quiet: raised early, and less often in writing than it should be.",
            ),
            (Slot::ChildrenSaid, "\"She asks me first.\" \"I do not like the room.\""),
            (Slot::Priorities, "Challenge that can be seen on the file. More independent visitors."),
        ],
        3 => vec![
            (
                Slot::Introduction,
                "Reviews and conferences are chaired by one team, and are audited in the same way.",
            ),
            (Slot::Themes, "Neglect, and older children at risk outside the home."),
            (Slot::ChildrenSaid, "\"I like that she rings me first.\""),
            (Slot::WhatWillChange, "We will write shorter letters to you."),
            (Slot::HowToReachUs, "Ask your carer or your social worker to call us."),
        ],
        4 => vec![(
            Slot::Priorities,
            "One reviewing officer for each child, and decisions that are carried out.",
        )],
        _ => vec![
            (Slot::Introduction, "More reviews on time than ever, and one IRO more was agreed."),
            (Slot::ChildrenSaid, "\"You asked me what I want.\""),
            (Slot::WhatWillChange, "The Children in Care Council will help to plan reviews with us."),
            (Slot::HowToReachUs, "Ask your carer or your social worker to call us."),
            (Slot::Priorities, "A home for good, in time, for each child under ten."),
        ],
    });
    texts
}

/// Two clocks on the same days: from becoming looked after four weeks, and since April 2011 twenty working days.
fn four_weeks(calendar: &WorkingDays) -> Outcome<String> {
    let mut out = String::from("\nThe law of the year, on one child each\n");
    for ending in [2009, 2012] {
        let year = CollectionYear::ending(ending)?;
        let began = NaiveDate::from_ymd_opt(ending - 1, 12, 8)
            .ok_or_else(|| Failure::new("the year", "no such day"))?;
        let care = PeriodOfCare::new(began).with_review(Review::new(began + Days::new(29)));
        let first = care.review_duties(calendar, year.end())?.next();
        let first = first.ok_or_else(|| Failure::new("the child", "no duty"))?;
        for line in first.explain().to_string().lines() {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(out)
}
