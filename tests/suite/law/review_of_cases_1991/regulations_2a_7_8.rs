//! SI 1991/895, regulation 7(1), and regulations 2A and 8 as SI 2004/1419 put them from 27 September 2004: the
//! IRO in the chair and registered, the views of the child and of parents, who carries out what was decided.

use super::{FIRST, LAST, says_nothing_on};
use crate::duties::process::*;
use RuleId::{
    ChildParticipation, ChildViews, DecisionImplemented, ImplementersNamed, IroChairs,
    IroQualified, ParentsViews,
};
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::Limit::{EachTime, OwnDate, Throughout};
use iro_handbook::law::{Force, Reading};
use iro_handbook::record::{IroPresence, Officer, ServiceRecord, Views, Whose};

const OFFICERS: &str = "2004-09-27";
const EVE: &str = "2004-09-26";
const LATER: &str = "2009-12-31";

/// Tuesday 10 February 2009.
fn held() -> ReviewRecord {
    ReviewRecord::new(day("2009-02-10"))
}

fn on(rule: RuleId, review: ReviewRecord) -> String {
    one(rule, CarePeriod::new(day("2009-01-15")).with_review(review), LATER)
}

#[test]
fn the_days_in_force_and_the_provisions() {
    let inserted = "SI 2004/1419 inserting regulation 2A";
    let rows = [
        (IroChairs, OFFICERS, EachTime, vec!["SI 1991/895 regulation 2A", inserted]),
        (ImplementersNamed, OFFICERS, EachTime, vec!["SI 1991/895 regulation 2A", inserted]),
        (IroQualified, OFFICERS, Throughout, vec!["SI 1991/895 regulation 2A", inserted]),
        (
            DecisionImplemented,
            OFFICERS,
            OwnDate,
            vec!["SI 1991/895 regulation 8", "SI 2004/1419 amending regulation 8"],
        ),
        (ParentsViews, FIRST, EachTime, vec!["SI 1991/895 regulation 7(1)"]),
        (
            ChildViews,
            OFFICERS,
            EachTime,
            vec!["SI 1991/895 regulation 7(1)", "SI 1991/895 regulation 2A", inserted],
        ),
    ];
    for (id, first, limit, sources) in rows {
        assert_eq!(id.rule().force(), Force::Regulations);
        let term = id.rule().term_on(day(first)).unwrap();
        assert_eq!(id.rule().term_on(day(LAST)), Some(term), "{id}");
        assert_eq!(term.in_force().first_day(), day(first), "{id}");
        assert_eq!(term.in_force().last_day(), Some(day(LAST)), "{id}");
        assert_eq!(term.limit(), limit, "{id}");
        assert_eq!(term.numbers().count(), 0, "{id}: the numbers of the Handbook came with it");
        // None of them was read in its own text.
        assert_eq!(term.reading(), Reading::WellKnown, "{id}");
        let of = |c: iro_handbook::law::Citation| {
            format!("{} {}", c.instrument().number(), c.provision())
        };
        assert_eq!(term.citations().map(of).collect::<Vec<_>>(), sources, "{id}");
    }
    for id in [IroChairs, ImplementersNamed, IroQualified, DecisionImplemented] {
        says_nothing_on(id, EVE);
    }
    says_nothing_on(ParentsViews, "1991-10-13");
    says_nothing_on(ChildViews, "1991-10-13");
    says_nothing_on(ChildViews, "2011-04-01");
    let first = ChildViews.rule().term_on(day(EVE)).unwrap();
    assert_eq!(first.in_force().first_day(), day(FIRST));
    assert_eq!(first.citations().count(), 1, "an authority's duty, and no IRO yet");
}

/// Regulation 2A: the IRO attends and chairs so far as practicable.
#[test]
fn the_iro_chairs() {
    let chaired = |chair| on(IroChairs, held().with_meeting(Meeting::new().with_chair(chair)));
    assert_eq!(chaired(Chair::Iro), "met");
    let another = Chair::Another { by: "team manager".into(), iro: IroPresence::Present };
    assert_eq!(chaired(another), "not_met");
    assert_eq!(
        chaired(Chair::another("team manager", "the IRO was ill")),
        "not_applicable: it was not reasonably practicable for the IRO to attend"
    );
    let period = CarePeriod::new(day("2009-01-15")).with_review(held());
    let text = explained(IroChairs, period, LATER);
    assert!(text.contains("(SI 1991/895), regulation 2A"), "{text}");
    assert!(!text.contains("2010/959"), "{text}");
}

/// Regulation 7(1): by law, where the Handbook has it as guidance since 2011.
#[test]
fn the_views_of_the_child() {
    let took_part = |code: &str| on(ChildViews, held().with_participation(code.parse().unwrap()));
    for code in ["PN1", "PN2", "PN3", "PN5", "PN6"] {
        assert_eq!(took_part(code), "met", "{code}");
    }
    for code in ["PN4", "PN7"] {
        assert_eq!(took_part(code), "not_met", "{code}");
    }
    assert_eq!(took_part("PN0"), "not_applicable: children so young are counted apart");
    assert_eq!(on(ChildViews, held()), "cannot_tell: how the child took part");

    let at = |rule, held: &str| {
        let review = ReviewRecord::new(day(held));
        let period = CarePeriod::new(day("2011-03-01")).with_review(review);
        all(rule, &child(period), "2011-12-01").len()
    };
    assert_eq!((at(ChildViews, LAST), at(ChildParticipation, LAST)), (1, 0));
    assert_eq!((at(ChildViews, "2011-04-01"), at(ChildParticipation, "2011-04-01")), (0, 1));
}

/// Regulation 7(1): those of parents and of whoever has parental responsibility.
#[test]
fn the_views_of_parents() {
    let heard =
        |views| on(ParentsViews, held().with_preparation(Preparation::new().with_views(views)));
    assert_eq!(heard(Views::obtained(Whose::Parent)), "met");
    assert_eq!(heard(Views::not_obtained(Whose::Parent)), "not_met");
    assert_eq!(
        heard(Views::not_practicable(Whose::Parent, "cannot be found")),
        "not_applicable: it was not reasonably practicable"
    );
}

/// Regulation 2A: those who carry out the decisions are identified. Regulation 8: they are carried out.
#[test]
fn who_carries_out_a_decision_and_whether() {
    let decided = || Decision::new("Dental check-up").with_by(day("2009-03-02"));
    let review = |decision| held().with_decision(decision);
    assert_eq!(on(ImplementersNamed, review(decided().with_implementer("SW-12"))), "met");
    assert_eq!(on(ImplementersNamed, review(decided().with_no_implementer())), "not_met");
    let done = |on: &str| decided().with_done(day(on));
    assert_eq!(on(DecisionImplemented, review(done("2009-03-02"))), "met");
    assert_eq!(on(DecisionImplemented, review(done("2009-03-03"))), "met_late");
}

/// Regulation 2A: registered as a social worker. The years since qualifying came with the Handbook.
#[test]
fn the_iro_is_registered() {
    let calendar = WorkingDays::england_and_wales();
    let told = |registered, as_of: &str| {
        let officer = Officer::new("I-3").with_registered(registered);
        let service = ServiceRecord::new("S-1").with_officer(officer);
        let assessor = Assessor::new(&calendar, day(as_of));
        let assessment = assessor.assess_service(&service).unwrap();
        let findings = assessment.findings().iter();
        findings
            .filter(|finding| finding.rule().id() == IroQualified)
            .map(|finding| {
                let text = finding.explain().to_string();
                (finding.outcome().to_string(), text.contains("years that guidance asks for"))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(told(true, EVE), []);
    assert_eq!(told(true, OFFICERS), [("met".to_owned(), false)]);
    assert_eq!(told(false, LAST), [("not met".to_owned(), false)]);
}
