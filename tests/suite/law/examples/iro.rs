//! The IRO: Children Act 1989, section 25A; SI 2010/959, regulation 46; IRO Handbook.

use super::{NEVER, Story, child, reviewed};
use crate::law::day;
use chrono::NaiveDate;
use iro_handbook::law::OutcomeKind::{CannotTell, Met, MetLate, NotApplicable, NotMet};
use iro_handbook::law::RuleId::{
    IroAppointed, IroCaseload, IroContinuity, IroIndependent, IroMetChild, IroNamed, IroQualified,
    IroSiblings, IroVacancy,
};
use iro_handbook::record::{
    Allocated, Appointment, CarePeriod, CareRecord, Conflict, Handover, IroHistory, Kin, Officer,
    Position, Relation, Relative, SeparateIros, ServiceRecord,
};

fn with<const N: usize>(care: CarePeriod, appointments: [Appointment; N]) -> CareRecord {
    let iro = appointments.into_iter().fold(IroHistory::none(), IroHistory::with_appointment);
    child(care).with_iro(iro)
}

#[test]
fn appointed() {
    let story = Story::of(IroAppointed);
    let review = story.day("Fri 27 March");
    let appointed = |on: NaiveDate| {
        let care = reviewed(CarePeriod::new(story.day("Mon 2 March 2026")), [review]);
        with(care, [Appointment::new("I-3", on)])
    };
    for on in [story.day("Wed 4 March"), review] {
        story.only(&appointed(on), Met, on);
    }
    let late = story.day("Tue 31 March");
    story.only(&appointed(late), MetLate, late);
}

#[test]
fn vacancy() {
    let story = Story::of(IroVacancy);
    let next = |from: NaiveDate| {
        let first = Appointment::new("I-3", day("2026-03-04")).with_to(story.day("Tue 5 May 2026"));
        with(CarePeriod::new(day("2026-03-02")), [first, Appointment::new("I-8", from)])
    };
    let at_once = story.day("Wed 6 May");
    story.only(&next(at_once), Met, at_once);
    let gap = story.day("Sat 9 May");
    story.only(&next(gap), CannotTell, gap);
}

#[test]
fn named() {
    let story = Story::of(IroNamed);
    let last = story.day("Mon 9 March");
    let named = |on: NaiveDate| {
        let began = story.day("Mon 2 March 2026");
        with(CarePeriod::new(began), [Appointment::new("I-3", began).with_named(on)])
    };
    story.due(&named(last), last, Met, last);
    let late = story.day("Tue 10 March");
    story.due(&named(late), last, MetLate, late);
}

#[test]
fn met_child() {
    let story = Story::of(IroMetChild);
    let review = story.day("Fri 27 March");
    let met = |on: NaiveDate| {
        let began = story.day("Mon 2 March 2026");
        let appointment = Appointment::new("I-3", began).with_met_child(on);
        with(reviewed(CarePeriod::new(began), [review]), [appointment])
    };
    for on in [story.day("Thu 26 March"), review] {
        story.only(&met(on), Met, on);
    }
    let late = story.day("Wed 1 April");
    story.only(&met(late), MetLate, late);
}

fn service(officer: Officer) -> ServiceRecord {
    ServiceRecord::new("S-1").with_officer(officer)
}

#[test]
fn independent() {
    let story = Story::of(IroIndependent);
    let of =
        |child: &str| Officer::new("I-3").with_children(Allocated::Each([child.into()].into()));
    let manages = of("C-1").with_conflict(Conflict::new("C-1", Position::ManagesCase));
    story.only(&service(manages), NotMet, NEVER);
    story.only(&service(of("C-1").with_no_conflicts()), Met, NEVER);
}

#[test]
fn qualified() {
    let story = Story::of(IroQualified);
    let asked = story.day("Tue 31 March 2026");
    let story = story.asked_on(asked);
    let since = || Officer::new("I-3").with_qualified(story.day("Fri 1 September 2023"));
    story.only(&service(since().with_registered(true)), Met, NEVER);
    story.only(&service(since().with_registered(false)), NotMet, NEVER);
}

#[test]
fn siblings() {
    let story = Story::of(IroSiblings);
    let sibling = || Relative::new("C-2", Relation::Sibling);
    let told = |relative| {
        let record =
            with(CarePeriod::new(day("2026-03-02")), [Appointment::new("I-3", day("2026-03-03"))]);
        record.with_kin(Kin::none().with_relative(relative))
    };
    story.only(&told(sibling().with_officer("I-3")), Met, NEVER);
    story.only(&told(sibling().with_officer("I-8")), NotMet, NEVER);
    let separate = sibling().with_officer("I-8").with_separate(SeparateIros::Conflict);
    story.only(&told(separate.with_reason("on two sides in court")), NotApplicable, NEVER);
}

#[test]
fn continuity() {
    let story = Story::of(IroContinuity);
    let on = story.day("Wed 1 July 2026");
    let changed = |handover| {
        let first = Appointment::new("I-3", day("2026-03-03")).with_to(on);
        let second = Appointment::new("I-8", on).with_handover(handover);
        with(CarePeriod::new(day("2026-03-02")), [first, second])
    };
    story.each(&changed(Handover::InPerson), &[Met]);
    story.each(&changed(Handover::NotInPerson), &[NotMet]);
    let left = Handover::NotPossible("left at once".to_owned());
    story.each(&changed(left), &[NotApplicable]);
}

#[test]
fn caseload() {
    let story = Story::of(IroCaseload);
    let on = story.day("Wed 31 March 2021");
    let story = story.asked_on(on);
    for (children, posts, kind) in
        [(82, "1", NotMet), (70, "1", Met), (56, "0.8", Met), (57, "0.8", NotMet)]
    {
        let officer = Officer::new("I-3").with_fte(posts.parse().unwrap());
        story.only(&service(officer.with_children(Allocated::Count(children))), kind, NEVER);
    }
}
