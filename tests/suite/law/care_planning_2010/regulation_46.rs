//! The officers of the service: SI 2010/959, regulation 46; IRO Handbook, paragraph 7.15.

use crate::assess::date;
use iro_handbook::assess::{Assessor, Caseload, Caseloads, Finding, Outcome, RangePosition, Value};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{Family, Force, RuleId};
use iro_handbook::record::{
    Allocated, Appointment, CarePeriod, CareRecord, Conflict, Fte, IroHistory, Officer, Position,
    ServiceRecord,
};

use RuleId::{IroCaseload, IroIndependent, IroQualified};

fn words(finding: &Finding<'_>) -> String {
    match finding.outcome() {
        Outcome::NotApplicable(why) => format!("not applicable: {why}"),
        Outcome::CannotTell(missing) => format!("cannot tell: {missing}"),
        outcome => outcome.to_string(),
    }
}

fn with<T>(officer: Officer, as_of: &str, look: impl Fn(&[Finding<'_>]) -> T) -> T {
    let service = ServiceRecord::new("S-1").with_officer(officer);
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, date(as_of));
    let assessment = assessor.assess_service(&service).unwrap();
    crate::law::children_act_1989::section_25a::assert_outcomes_are_known(assessment.findings());
    look(assessment.findings())
}

fn told(officer: Officer, as_of: &str, rule: RuleId) -> Vec<String> {
    with(officer, as_of, |findings| {
        findings.iter().filter(|f| f.rule().id() == rule).map(words).collect()
    })
}

fn explained(officer: Officer, as_of: &str, rule: RuleId) -> String {
    with(officer, as_of, |findings| {
        findings.iter().find(|f| f.rule().id() == rule).unwrap().explain().to_string()
    })
}

fn officer() -> Officer {
    Officer::new("I-3")
}

fn fte(text: &str) -> Fte {
    text.parse().unwrap()
}

fn caseload(children: u32, posts: &str) -> Caseload {
    Caseload::new(children, fte(posts), date("2021-03-31")).unwrap()
}

/// Handbook 7.15: from 50 to 70, both ends within, by exact comparison.
#[test]
fn handbook_7_15_position_in_the_range() {
    use RangePosition::{Above, Below, Within};
    for (children, posts, position) in [
        (49, "1", Below),
        (50, "1", Within),
        (70, "1", Within),
        (71, "1", Above),
        // 0.8 of a post: 40 to 56.
        (39, "0.8", Below),
        (40, "0.80", Within),
        (56, "0.8", Within),
        (57, "0.8", Above),
        // Thirds are compared exactly: 23 to 0.33 is 69.69..., 17 to 0.34 is 50.
        (23, "0.33", Within),
        (24, "0.33", Above),
        (17, "0.34", Within),
        (16, "0.33", Below),
        (0, "1", Below),
        (u32::MAX, "42949672.95", Above),
        (1, "42949672.95", Below),
    ] {
        assert_eq!(caseload(children, posts).position(), position, "{children} to {posts}");
    }
}

/// Derby's annual report 2020/21: about 82 children an IRO.
#[test]
fn handbook_7_15_derby_is_above_by_12() {
    let derby = caseload(82, "1.00");
    assert_eq!(derby.position(), RangePosition::Above);
    assert_eq!(derby.outside_by(0).to_string(), "12");
    assert_eq!(derby.percent_outside(1).to_string(), "17.1");
    let officer = officer().with_fte(Fte::FULL_TIME).with_children(Allocated::Count(82));
    assert_eq!(
        explained(officer.clone(), "2021-03-31", IroCaseload),
        "Caseload of the IRO. Not met. Caseload: 82 for a full-time post (children: 82; full-time \
         equivalent: 1.00), above the range of 50 to 70 by 12.\n  \
         The IRO Handbook (statutory guidance, 2010), paragraph 7.15.",
    );
    with(officer, "2021-03-31", |findings| {
        let finding = findings.iter().find(|f| f.rule().id() == IroCaseload).unwrap();
        assert_eq!(finding.rule().force(), Force::Guidance, "never a breach of law");
        assert_eq!(finding.facts().next().unwrap().value(), Value::Caseload(derby));
    });
}

/// Herefordshire's 70 and Nottingham's 65.
#[test]
fn handbook_7_15_herefordshire_and_nottingham_are_within() {
    for children in [70, 65] {
        let within = caseload(children, "1");
        assert_eq!(within.position(), RangePosition::Within);
        assert_eq!(within.outside_by(1).to_string(), "0.0");
        assert_eq!(within.percent_outside(1).to_string(), "0.0");
        let officer = officer().with_fte(Fte::FULL_TIME).with_children(Allocated::Count(children));
        assert_eq!(told(officer, "2021-03-31", IroCaseload), ["met"]);
    }
}

#[test]
fn handbook_7_15_outcomes() {
    let full =
        |children| officer().with_fte(Fte::FULL_TIME).with_children(Allocated::Count(children));
    let days = |officer: Officer| officer.with_from(date("2026-01-05")).with_to(date("2026-03-30"));
    let away = "not applicable: the officer was not in post on the day";
    for (officer, expected) in [
        (full(45), "met"),
        (full(50), "met"),
        (full(70), "met"),
        (full(71), "not met"),
        (
            officer().with_children(Allocated::Count(60)),
            "cannot tell: how much of a full-time post the officer works",
        ),
        (officer().with_fte(Fte::FULL_TIME), "cannot tell: the children whose IRO the officer is"),
        (days(full(90)), away),
    ] {
        assert_eq!(told(officer, "2026-03-31", IroCaseload), [expected]);
    }
    assert_eq!(told(days(full(90)), "2026-03-30", IroCaseload), ["not met"]);
    assert_eq!(told(days(full(90)), "2026-01-05", IroCaseload), ["not met"]);
    assert_eq!(told(days(full(90)), "2026-01-04", IroCaseload), [away]);
    assert_eq!(told(full(90), "2011-03-31", IroCaseload), [""; 0]);
    assert_eq!(told(full(90), "2011-04-01", IroCaseload), ["not met"]);
}

#[test]
fn handbook_7_15_in_words() {
    for (children, posts, expected) in [
        (
            45,
            "1",
            "45 for a full-time post (children: 45; full-time equivalent: 1.00), below the range of 50 to 70 by 5",
        ),
        (
            55,
            "0.8",
            "68.8 for a full-time post (children: 55; full-time equivalent: 0.80), within the range of 50 to 70",
        ),
        (
            24,
            "0.33",
            "72.7 for a full-time post (children: 24; full-time equivalent: 0.33), above the range of 50 to 70 by 2.7",
        ),
        // 7001 to 100 posts is 70.01.
        (
            7001,
            "100",
            "70 for a full-time post (children: 7001; full-time equivalent: 100.00), above the range of 50 to 70 by less than 0.1",
        ),
    ] {
        assert_eq!(caseload(children, posts).to_string(), expected);
    }
}

/// Regulation 46(1) and (2): registration binds; years and standing are guidance.
#[test]
fn regulation_46_1_registered() {
    let since = |day: &str| officer().with_qualified(date(day));
    let qualified = |o: Officer| {
        with(o, "2026-03-31", |findings| {
            let finding = findings.iter().find(|f| f.rule().id() == IroQualified).unwrap();
            let facts: Vec<String> = finding.facts().map(|fact| fact.value().to_string()).collect();
            (words(finding), facts.join(", "))
        })
    };
    let missing = "cannot tell: whether the officer is a registered social worker";
    for (officer, outcome, facts) in [
        (
            since("2021-03-31").with_registered(true).with_team_manager_standing(true),
            "met",
            "5, yes, 5, no",
        ),
        (
            since("2021-04-01").with_registered(true).with_team_manager_standing(true),
            "met",
            "4, yes, 5, yes",
        ),
        (
            since("2001-04-01").with_registered(true).with_team_manager_standing(false),
            "met",
            "24, no, 5, yes",
        ),
        (since("2001-04-01").with_registered(true), "met", "24, not recorded, 5, not recorded"),
        (
            officer().with_registered(false),
            "not met",
            "not recorded, not recorded, 5, not recorded",
        ),
        (since("2001-04-01"), missing, "24, not recorded, 5, not recorded"),
        (since("2026-04-01").with_registered(true), "met", "0, not recorded, 5, yes"),
        (
            officer().with_to(date("2026-03-30")),
            "not applicable: the officer was not in post on the day",
            "",
        ),
    ] {
        assert_eq!(qualified(officer), (outcome.to_owned(), facts.to_owned()));
    }
    assert_eq!(
        explained(since("2023-09-01").with_registered(true), "2026-03-31", IroQualified),
        "Qualification of the IRO. Met. Whole years since qualifying: 2. Standing of a team manager at \
         least: not recorded. Years that guidance asks for: 5. Short of the guidance: yes.\n  \
         The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), \
         regulation 46(1) and (2).",
    );
}

/// Regulation 46(3): who may not be the IRO.
#[test]
fn regulation_46_3_independent() {
    let each = |children: &[&str]| {
        Allocated::Each(children.iter().map(|child| (*child).to_owned()).collect())
    };
    let manages = || Conflict::new("C-1", Position::ManagesCase);
    let not_theirs = "not applicable: the officer was not this child's IRO";
    for (officer, expected) in [
        (officer().with_no_conflicts(), "met"),
        (officer(), "cannot tell: the officer's positions towards the children's cases"),
        (officer().with_conflict(manages()).with_children(each(&["C-1", "C-2"])), "not met"),
        (officer().with_conflict(manages()).with_children(each(&["C-2"])), not_theirs),
        (officer().with_conflict(manages()).with_children(Allocated::Count(0)), not_theirs),
        (
            officer().with_conflict(manages()).with_children(Allocated::Count(60)),
            "cannot tell: whether the officer is this child's IRO",
        ),
        (
            officer().with_conflict(manages()),
            "cannot tell: whether the officer is this child's IRO",
        ),
        (
            officer()
                .with_conflict(manages().with_to(date("2026-03-30")))
                .with_children(each(&["C-1"])),
            "not applicable: the officer no longer held the position",
        ),
        (
            officer()
                .with_conflict(manages().with_to(date("2026-03-31")))
                .with_children(each(&["C-1"])),
            "not met",
        ),
        // Not known yet on the day.
        (
            officer()
                .with_conflict(manages().with_from(date("2026-04-01")))
                .with_children(each(&["C-1"])),
            "met",
        ),
        (
            officer()
                .with_conflict(manages().with_from(date("2026-03-31")))
                .with_children(each(&["C-1"])),
            "not met",
        ),
        (
            officer().with_conflict(manages()).with_to(date("2026-03-30")),
            "not applicable: the officer was not in post on the day",
        ),
    ] {
        assert_eq!(told(officer, "2026-03-31", IroIndependent), [expected]);
    }
    let both = officer()
        .with_conflict(manages())
        .with_conflict(Conflict::new("C-2", Position::PersonalAdviser))
        .with_conflict(Conflict::new("C-1", Position::ControlsResources))
        .with_children(each(&["C-1", "C-2"]));
    assert_eq!(
        explained(both.clone(), "2026-03-31", IroIndependent),
        "Independence of the IRO. Not met. Position: takes part in managing the child's case.\n  \
         The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), \
         regulation 46(3).",
    );
    let keys = with(both, "2026-03-31", |findings| {
        findings.iter().map(|f| f.key().to_string()).collect::<Vec<_>>()
    });
    assert_eq!(
        keys,
        [
            "iro-qualified/S-1/officer/I-3/0",
            "iro-caseload/S-1/officer/I-3/0",
            "iro-independent/C-1/officer/I-3/manages_case/0",
            "iro-independent/C-1/officer/I-3/controls_resources/0",
            "iro-independent/C-2/officer/I-3/personal_adviser/0",
        ],
    );
}

#[test]
fn only_the_families_asked_for() {
    let service = ServiceRecord::new("S-1").with_officer(officer());
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, date("2026-03-31")).with_families(&[Family::Reviews]);
    assert!(assessor.assess_service(&service).unwrap().findings().is_empty());
}

fn child(id: &str, ended: Option<&str>, iro: Option<&[(&str, &str)]>) -> CareRecord {
    let care = CarePeriod::new(date("2025-06-02"));
    let care = ended.map_or(care.clone(), |day| care.with_ended(date(day)));
    let iro = iro.map_or(IroHistory::default(), |appointments| {
        appointments.iter().fold(IroHistory::none(), |history, (officer, from)| {
            history.with_appointment(Appointment::new(*officer, date(from)))
        })
    });
    CareRecord::new(id).with_period_of_care(care).with_iro(iro)
}

/// In any order and in any parts, the same counts.
#[test]
fn caseloads_from_the_childrens_records() {
    let day = date("2026-03-31");
    let records = [
        child("C-1", None, Some(&[("I-3", "2025-06-03")])),
        child("C-2", None, Some(&[("I-3", "2025-06-03")])),
        child("C-3", None, Some(&[("I-8", "2026-03-31")])),
        child("C-4", None, Some(&[("I-8", "2026-04-01")])),
        child("C-5", None, Some(&[])),
        child("C-6", None, None),
        child("C-7", Some("2026-03-31"), Some(&[("I-3", "2025-06-03")])),
        child("C-8", Some("2026-04-01"), Some(&[("I-3", "2025-06-03")])),
    ];
    let count = |records: &[CareRecord]| {
        let mut caseloads = Caseloads::new(day);
        for record in records {
            caseloads.add(record).unwrap();
        }
        caseloads
    };
    let whole = count(&records);
    assert_eq!(whole.by_officer().collect::<Vec<_>>(), [("I-3", 3), ("I-8", 1)]);
    assert_eq!((whole.of("I-3"), whole.of("I-9")), (3, 0));
    assert_eq!((whole.without_iro(), whole.not_recorded(), whole.children()), (2, 1, 7));
    for split in 0..=records.len() {
        let (left, right) = records.split_at(split);
        assert_eq!(count(left).merge(count(right)).unwrap(), whole, "{split}");
        assert_eq!(count(right).merge(count(left)).unwrap(), whole, "{split}");
    }
    let other = Caseloads::new(date("2026-03-30"));
    assert!(whole.clone().merge(other).unwrap_err().is_mismatch());

    let service = ServiceRecord::new("S-1")
        .with_officer(officer().with_fte(fte("0.05")))
        .with_officer(Officer::new("I-5").with_children(Allocated::Count(70)));
    let service = whole.allocate_to(service);
    let counts: Vec<_> =
        service.officers().iter().map(|o| (o.id(), o.children().unwrap().count())).collect();
    assert_eq!(counts, [("I-3", 3), ("I-5", 0), ("I-8", 1)]);
    assert_eq!(service.officers()[0].fte(), Some(fte("0.05")), "the rest of the officer is kept");
}

/// A contradiction is counted nowhere.
#[test]
fn caseloads_refuse_a_contradiction() {
    let two_at_once = child("C-1", None, Some(&[("I-3", "2025-06-03"), ("I-8", "2025-06-04")]));
    let mut caseloads = Caseloads::new(date("2026-03-31"));
    assert!(caseloads.add(&two_at_once).unwrap_err().is_contradiction());
    assert_eq!(caseloads, Caseloads::new(date("2026-03-31")));
}

#[test]
fn caseload_of_a_whole_service() {
    let day = date("2026-03-31");
    let with = |id: &str, posts: &str, children| {
        Officer::new(id).with_fte(fte(posts)).with_children(Allocated::Count(children))
    };
    let service = ServiceRecord::new("S-1")
        .with_officer(with("I-3", "1", 75))
        .with_officer(with("I-5", "0.6", 30))
        .with_officer(with("I-8", "1", 99).with_to(date("2026-03-30")));
    // 105 to 1.60 posts is 65.625.
    let whole = Caseload::of_service(&service, day).unwrap();
    assert_eq!((whole.children(), whole.fte()), (105, fte("1.60")));
    assert_eq!(whole.per_post(3).to_string(), "65.625");
    assert_eq!(whole.per_post(2).to_string(), "65.63");
    let unknown = service.with_officer(Officer::new("I-9").with_children(Allocated::Count(1)));
    assert_eq!(Caseload::of_service(&unknown, day), None);
    assert_eq!(ServiceRecord::new("S-2").fte_on(day), None);
}
