//! Whole reports at random, with every part, over records at random, and the report of the sample.

use crate::assess::date;
use crate::assess::twin_children::Rng;
use crate::duties::random::{protection_from, record};
use crate::ssda903::link_sample::sample_returns;
use chrono::{Days, NaiveDate};
use iro_handbook::assess::{Assessor, Policy};
use iro_handbook::calendar::{CollectionYear, Period, WorkingDays};
use iro_handbook::record::{
    Allocated, Answer, Appointment, Audit, AuditArea, AuditGrade, CarePeriod, CareRecord, Conflict,
    Dispute, DisputeEvent, DisputeTheme, Disputes, Done, EthnicGroup, Feedback, FeedbackFrom,
    Handover, IroHistory, Kin, Officer, Position, ServiceRecord, Sex,
};
use iro_handbook::report::annual::{
    AnnualFigures, AnnualReport, AnnualReportBuilder, PreviousYear, ServiceYear, Slot,
};
use iro_handbook::report::{
    ChildrenFigures, Comparator, Direction, MissedReviews, ProtectionFigures, PublishedPercentage,
    ReviewFigures, ReviewQuestion, SupportFigures, UntoldReviews,
};
use iro_handbook::ssda903::Linked;

#[path = "../../../../examples/common/process.rs"]
mod process;

fn year() -> CollectionYear {
    CollectionYear::ending(2026).unwrap()
}

/// The figures of many children, one by one, of which the reports are made.
pub struct Pool {
    calendar: WorkingDays,
    policy: Policy,
    question: ReviewQuestion,
    /// Children of whom all goes wrong that can.
    wild: Vec<AnnualFigures>,
    /// The children of the sample.
    plain: Vec<AnnualFigures>,
    /// Children about whom there are disputes that go their ordinary way.
    disputed: Vec<AnnualFigures>,
    /// Children with a plan, or none.
    protected: Vec<ProtectionFigures>,
}

impl Pool {
    pub fn new() -> Self {
        let policy = Policy::default()
            .with_midway_check(Period::Weeks(8))
            .with_stage_response(1, Period::WorkingDays(5))
            .with_stage_response(2, Period::WorkingDays(10));
        let mut pool = Self {
            calendar: WorkingDays::england_and_wales(),
            policy,
            question: ReviewQuestion::new(year()),
            wild: Vec::new(),
            plain: Vec::new(),
            disputed: Vec::new(),
            protected: Vec::new(),
        };
        let wild: Vec<_> = (0..160).map(|number| record(number, "2023-06-01", 1_000)).collect();
        pool.wild = wild.iter().map(|record| pool.figures(record)).collect();
        let linked = linked();
        let plain = process::records(&linked, pool.question, &pool.calendar).unwrap();
        let plain = plain.into_iter().step_by(4);
        let plain = plain.map(|record| pool.figures(&record.with_disputes(Disputes::none())));
        pool.plain = plain.collect();
        pool.disputed = (0..40).map(|number| pool.figures(&disputed(number))).collect();
        for number in 0..200 {
            let mut figures = ProtectionFigures::new(year(), year().end());
            let child = protection_from(number, "2023-09-01", 900).record;
            figures.add(&pool.calendar, &child).unwrap();
            pool.protected.push(figures);
        }
        pool
    }

    fn assessor(&self) -> Assessor<'_> {
        Assessor::new(&self.calendar, year().end())
            .with_history(self.question.history())
            .with_policy(self.policy.clone())
    }

    fn figures(&self, record: &CareRecord) -> AnnualFigures {
        let mut figures = AnnualFigures::new(self.question);
        figures.add(&self.assessor(), record).unwrap();
        figures
    }

    /// A report of some of the children, with a service at random.
    pub fn report(&self, seed: u64) -> AnnualReport {
        let rng = &mut Rng(seed);
        let before = rng.one_in(3).then(|| self.builder(rng).build().unwrap());
        let mut builder = self.builder(rng);
        if let Some(before) = before {
            let mut previous = PreviousYear::new(year().previous().unwrap());
            for name in REPORTED {
                if let Some(count) = before.figure(name).and_then(|shown| shown.count()) {
                    previous = previous.with(*name, count);
                }
            }
            builder = builder.with_previous(previous);
        }
        builder.build().unwrap()
    }

    fn builder(&self, rng: &mut Rng) -> AnnualReportBuilder {
        let mut figures = AnnualFigures::new(self.question);
        let wild = [0, 0, 3, 10, 40][below(rng, 5)];
        let plain = [0, 5, 20, 60, 150][below(rng, 5)];
        let disputed = [0, 4, 9, 14, 30][below(rng, 5)];
        for (children, count) in
            [(&self.wild, wild), (&self.plain, plain), (&self.disputed, disputed)]
        {
            // Neighbours are alike, and some stand in it twice.
            let first = below(rng, children.len());
            for number in 0..count {
                let child = &children[(first + number * 7) % children.len()];
                figures = figures.merge(child.clone()).unwrap();
            }
        }
        let children = figures.reviews().cohort().looked_after_at_end();
        let builder = figures.into_builder("Sampleshire");
        let mut builder = self.service(rng, children).add_to(builder, &self.assessor()).unwrap();
        if !rng.one_in(4) {
            let mut figures = ProtectionFigures::new(year(), year().end());
            for _ in 0..[4, 20, 60][below(rng, 3)] {
                let child = &self.protected[below(rng, self.protected.len())];
                figures = figures.merge(child.clone()).unwrap();
            }
            builder = builder.with_protection(figures);
        }
        builder
    }

    fn service(&self, rng: &mut Rng, children: u64) -> ServiceYear {
        let mut given = ServiceYear::new("Sampleshire", year())
            .with_service(team(rng))
            .with_population_under_18(56_000)
            .with_text(Slot::Themes, "Fewer moves.");
        for number in 0..rng.below(30) {
            let audit = Audit::new(format!("A-{number}"), day(rng), area(rng), grade(rng));
            given = given.with_audit(audit);
        }
        for (from, question) in [
            (FeedbackFrom::Child, "Did your IRO listen to you?"),
            (FeedbackFrom::Parent, "Was it clear to you what was decided?"),
        ] {
            let answers = [Answer::Yes, Answer::Partly, Answer::No];
            let feedback = Feedback::new(day(rng), from, question);
            let some = |feedback: Feedback, answer| {
                feedback.with_answers(answer, u32::try_from(rng.below(12)).unwrap())
            };
            given = given.with_feedback(answers.into_iter().fold(feedback, some));
        }
        let part = |rng: &mut Rng| rng.below(children + 1);
        let matched = part(rng);
        let support = SupportFigures::new(year())
            .with_advocates(part(rng))
            .with_visitors(matched, (children - matched).min(rng.below(9)))
            .with_care_plans(part(rng), 0);
        given = given.with_support(&support);
        let percent: PublishedPercentage = "90".parse().unwrap();
        let target = Comparator::target(Direction::AtLeast, percent);
        given.with_comparator("reviews.held.on_time", target)
    }
}

/// A child about whom there was a dispute: informal, or at the first stage and then the second.
fn disputed(number: u64) -> CareRecord {
    let rng = &mut Rng(number);
    let raised = day(rng).min(year().end() - Days::new(60));
    let theme = [DisputeTheme::CarePlan, DisputeTheme::Placement, DisputeTheme::Health]
        [below(rng, 3)]
    .clone();
    let mut events = Vec::new();
    let mut on = raised;
    for stage in 1..=u8::try_from(rng.below(3)).unwrap() {
        on = on + Days::new(5 + rng.below(6));
        events.push(DisputeEvent::Formal { stage, on });
    }
    on = on + Days::new(3 + rng.below(25));
    events.push(if !events.is_empty() && rng.one_in(6) {
        DisputeEvent::Withdrawn(on)
    } else {
        DisputeEvent::Resolved(on)
    });
    let dispute = Dispute::raised(format!("D-{number}"), theme, raised)
        .with_note_on_file(Done::On(raised))
        .with_recorded_to(year().end());
    let with = |dispute: Dispute, event| dispute.with_event(event).unwrap();
    let dispute = events.into_iter().fold(dispute, with);
    let iro = Appointment::new("I-1", date("2024-05-01")).with_handover(Handover::NotRecorded);
    CareRecord::new(format!("D-{number}"))
        .with_period_of_care(CarePeriod::new(date("2024-05-01")))
        .with_iro(IroHistory::none().with_appointment(iro))
        .with_kin(Kin::none())
        .with_disputes(Disputes::none().with_dispute(dispute))
}

/// Headline figures that an earlier year is given for.
const REPORTED: &[&str] = &[
    "cohort.looked_after_at_start",
    "cohort.looked_after_at_end",
    "reviews.held.on_time",
    "reviews.held.told",
    "reviews.due.met",
    "reviews.due.told",
    "reviews.children.all_on_time",
    "reviews.children.told",
    "participation.attended",
    "participation.views_conveyed",
    "participation.eligible",
    "support.advocates",
    "support.visitors.matched",
    "support.visitors.waiting",
    "disputes.formal.in_time",
    "disputes.formal.resolved",
    "duties.iro_named.met",
    "duties.iro_named.told",
];

fn below(rng: &mut Rng, end: usize) -> usize {
    usize::try_from(rng.below(end as u64)).unwrap()
}

fn day(rng: &mut Rng) -> NaiveDate {
    year().start() + Days::new(rng.below(360))
}

fn area(rng: &mut Rng) -> AuditArea {
    AuditArea::ALL[below(rng, AuditArea::ALL.len())]
}

fn grade(rng: &mut Rng) -> AuditGrade {
    [AuditGrade::Outstanding, AuditGrade::Good, AuditGrade::RequiresImprovement][below(rng, 3)]
        .clone()
}

/// Officers who come, go, and of whom not everything is recorded.
fn team(rng: &mut Rng) -> ServiceRecord {
    let mut team = ServiceRecord::new("S-1");
    for number in 0..1 + rng.below(16) {
        let mut one = Officer::new(format!("I-{number}"))
            .with_fte(["1.00", "0.50", "0.80"][below(rng, 3)].parse().unwrap());
        one = match rng.below(5) {
            0 => one.with_from(day(rng)),
            1 => one.with_to(day(rng)),
            _ => one.with_from(year().start() - Days::new(rng.below(3_000))),
        };
        if !rng.one_in(6) {
            one = one.with_agency(rng.one_in(4));
        }
        if !rng.one_in(6) {
            one = one.with_sex([Sex::Female, Sex::Male][below(rng, 2)]);
        }
        if !rng.one_in(6) {
            one = one.with_ethnic_group(EthnicGroup::ALL[below(rng, EthnicGroup::ALL.len())]);
        }
        if !rng.one_in(8) {
            one = one.with_registered(!rng.one_in(9));
        }
        if !rng.one_in(12) {
            one = one.with_children(Allocated::Count(u32::try_from(30 + rng.below(50)).unwrap()));
        }
        one = match rng.below(8) {
            0 => one,
            1 => one.with_conflict(Conflict::new("C-1", Position::ManagesCase)),
            _ => one.with_no_conflicts(),
        };
        team = team.with_officer(one);
    }
    team.with_vacancies("0.50".parse::<iro_handbook::record::Fte>().unwrap())
}

fn linked() -> Linked {
    Linked::new(sample_returns()).unwrap()
}

/// The report of the embedded sample, made as the example makes it.
pub fn sample() -> AnnualReport {
    let calendar = WorkingDays::england_and_wales();
    let text = include_str!("../../../../examples/sample/service.json");
    let service: ServiceYear = serde_json::from_str(text).unwrap();
    let linked = linked();
    let question = ReviewQuestion::new(year()).with_history(linked.history());
    let assessor = Assessor::new(&calendar, year().end()).with_history(linked.history());
    let mut reviews = ReviewFigures::new(question);
    let mut untold = UntoldReviews::new(question);
    for care in linked.periods_of_care() {
        reviews.add(&calendar, care).unwrap();
        untold.add(&calendar, care).unwrap();
    }
    reviews.add_data_quality(&linked.data_quality(year().end(), linked.history()));
    let mut missed = MissedReviews::new(question);
    linked.children().for_each(|child| missed.add(&calendar, child.periods_of_care()).unwrap());
    let mut children = ChildrenFigures::new(question);
    linked.snapshots(year(), year().end()).for_each(|snapshot| children.add(&snapshot));
    children.add_short_breaks(linked.children_in_short_breaks(year(), year().end()), 0);
    let mut figures = AnnualFigures::new(question);
    for record in process::records(&linked, question, &calendar).unwrap() {
        let disputes = service.disputes_of(record.id());
        figures.add(&assessor, &record.with_disputes(disputes)).unwrap();
    }
    let builder = figures
        .into_builder("Sampleshire")
        .with_reviews(reviews)
        .with_children(children)
        .with_missed(missed)
        .with_untold(untold);
    service.add_to(builder, &assessor).unwrap().build().unwrap()
}
