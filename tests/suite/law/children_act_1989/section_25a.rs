//! The IRO of a child: Children Act 1989, section 25A; IRO Handbook, chapters 2, 3 and 7.

use crate::assess::date;
use iro_handbook::assess::{Assessor, Finding, History, Outcome};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{Family, RuleId};
use iro_handbook::record::{
    AdoptionChange, Appointment, CarePeriod, CareRecord, Done, Entry, Handover, IroHistory, Kin,
    Relation, Relative, RelativeIro, ReviewRecord, SeparateIros,
};

use RuleId::{IroAppointed, IroContinuity, IroMetChild, IroNamed, IroSiblings, IroVacancy};

/// What became of it, with the reason or the missing fact, and the facts behind it.
fn words(finding: &Finding<'_>) -> String {
    let mut words = finding.outcome().to_string();
    match finding.outcome() {
        Outcome::NotApplicable(why) => words += &format!(": {why}"),
        Outcome::CannotTell(missing) => words += &format!(": {missing}"),
        _ => {}
    }
    for fact in finding.facts() {
        words += &format!("; {fact}");
    }
    words
}

fn with<T>(
    record: &CareRecord,
    as_of: &str,
    history: History,
    look: impl Fn(&[Finding<'_>]) -> T,
) -> T {
    let calendar = WorkingDays::england_and_wales();
    let assessor =
        Assessor::new(&calendar, date(as_of)).with_families(&[Family::Iro]).with_history(history);
    let assessment = assessor.assess(record).unwrap();
    assert_outcomes_are_known(assessment.findings());
    look(assessment.findings())
}

/// What the registry says can become of a duty is what is found.
#[track_caller]
pub fn assert_outcomes_are_known(findings: &[Finding<'_>]) {
    for finding in findings {
        let (rule, outcome) = (finding.rule(), finding.outcome().as_str());
        let known = rule.outcomes().iter().any(|kind| kind.as_str() == outcome);
        assert!(known, "{} cannot be {outcome}", rule.id());
    }
}

/// The findings of one rule, in words.
fn all(record: &CareRecord, as_of: &str, rule: RuleId) -> Vec<String> {
    with(record, as_of, History::Complete, |findings| {
        findings.iter().filter(|f| f.rule().id() == rule).map(words).collect()
    })
}

/// The one finding of a rule, in words.
#[track_caller]
fn one(record: &CareRecord, as_of: &str, rule: RuleId) -> String {
    let all = all(record, as_of, rule);
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

fn explained(record: &CareRecord, as_of: &str, rule: RuleId) -> String {
    with(record, as_of, History::Complete, |findings| {
        findings.iter().find(|f| f.rule().id() == rule).unwrap().explain().to_string()
    })
}

/// Looked after from Monday 2 March 2026.
fn care() -> CarePeriod {
    CarePeriod::new(date("2026-03-02"))
}

fn reviewed(on: &str) -> CarePeriod {
    care().with_review(ReviewRecord::new(date(on)))
}

fn child(care: CarePeriod, iro: IroHistory) -> CareRecord {
    CareRecord::new("C-1").with_period_of_care(care).with_iro(iro)
}

fn post(officer: &str, from: &str) -> Appointment {
    Appointment::new(officer, date(from))
}

fn ended(officer: &str, from: &str, to: &str) -> Appointment {
    post(officer, from).with_to(date(to))
}

fn iros<const N: usize>(appointments: [Appointment; N]) -> IroHistory {
    appointments.into_iter().fold(IroHistory::none(), IroHistory::with_appointment)
}

/// Children Act 1989, section 25A(2): before the first review, here on 27 March 2026.
#[test]
fn section_25a_2_appointed_before_the_first_review() {
    let held = || reviewed("2026-03-27");
    let review = "first review: Fri 27 March 2026";
    for (iro, as_of, expected) in [
        (iros([post("I-3", "2026-03-02")]), "2026-06-01", format!("met; {review}")),
        (
            iros([post("I-3", "2026-03-26")]),
            "2026-06-01",
            format!("met; {review}; days without an IRO: 24"),
        ),
        // The day of the review itself.
        (
            iros([post("I-3", "2026-03-27")]),
            "2026-06-01",
            format!("met; {review}; days without an IRO: 25"),
        ),
        (
            iros([post("I-3", "2026-03-28")]),
            "2026-06-01",
            format!("met late; {review}; days without an IRO: 26"),
        ),
        // Appointed after the day asked about is not appointed.
        (
            iros([post("I-3", "2026-03-29")]),
            "2026-03-28",
            format!("not met; {review}; days without an IRO: 27"),
        ),
        (IroHistory::none(), "2026-03-28", format!("not met; {review}; days without an IRO: 27")),
        (
            IroHistory::none(),
            "2026-03-27",
            format!("not yet due; {review}; days without an IRO: 26"),
        ),
        (
            IroHistory::default(),
            "2026-03-28",
            format!("cannot tell: the day an IRO was appointed; {review}"),
        ),
        (IroHistory::default(), "2026-03-26", "not yet due".to_owned()),
        (IroHistory::none(), "2026-03-02", "not yet due; days without an IRO: 1".to_owned()),
    ] {
        assert_eq!(one(&child(held(), iro), as_of, IroAppointed), expected);
    }
}

/// Before the first review is before the day it has to be held by: 20 working days from Monday 2 March
/// end on Monday 30 March.
#[test]
fn section_25a_2_without_a_review_by_its_last_day() {
    let missing = "cannot tell: the day an IRO was appointed";
    for (iro, as_of, expected) in [
        (IroHistory::none(), "2026-03-30", "not yet due; days without an IRO: 29"),
        (IroHistory::none(), "2026-03-31", "not met; days without an IRO: 30"),
        (IroHistory::default(), "2026-03-30", "not yet due"),
        (IroHistory::default(), "2026-03-31", missing),
        (iros([post("I-3", "2026-03-30")]), "2026-06-01", "met; days without an IRO: 28"),
        (iros([post("I-3", "2026-03-31")]), "2026-06-01", "met late; days without an IRO: 29"),
        (iros([post("I-3", "2026-03-31")]), "2026-03-30", "not yet due; days without an IRO: 29"),
    ] {
        assert_eq!(one(&child(care(), iro), as_of, IroAppointed), expected, "{as_of}");
    }
    // That the review was held late at last puts nothing off.
    let review = "first review: Mon 20 April 2026";
    for (on, expected) in [
        ("2026-03-30", format!("met; {review}; days without an IRO: 28")),
        ("2026-03-31", format!("met late; {review}; days without an IRO: 29")),
        ("2026-04-20", format!("met late; {review}; days without an IRO: 49")),
    ] {
        let record = child(reviewed("2026-04-20"), iros([post("I-3", on)]));
        assert_eq!(one(&record, "2026-06-01", IroAppointed), expected, "{on}");
    }
}

/// Adoption Agencies Regulations 2005, regulation 36(3): placed on 16 March, the first review is due four
/// weeks later, on 13 April.
#[test]
fn section_25a_2_where_a_placement_for_adoption_comes_first() {
    let placed = || care().with_adoption(AdoptionChange::Placed(date("2026-03-16")));
    let without = |as_of| one(&child(placed(), IroHistory::none()), as_of, IroAppointed);
    assert_eq!(without("2026-04-13"), "not yet due; days without an IRO: 43");
    assert_eq!(without("2026-04-14"), "not met; days without an IRO: 44");
}

#[test]
fn section_25a_2_and_the_end_of_care() {
    let over = |day: &str| care().with_ended(date(day));
    for (care, iro, expected) in [
        (over("2026-03-10"), IroHistory::none(), "lapsed; days without an IRO: 8"),
        (over("2026-03-30"), IroHistory::none(), "lapsed; days without an IRO: 28"),
        (over("2026-03-31"), IroHistory::none(), "not met; days without an IRO: 29"),
        (over("2026-03-10"), IroHistory::default(), "cannot tell: the day an IRO was appointed"),
        // Appointed only after care had ended.
        (over("2026-03-10"), iros([post("I-3", "2026-03-11")]), "lapsed; days without an IRO: 8"),
        (over("2026-03-10"), iros([post("I-3", "2026-03-10")]), "met; days without an IRO: 8"),
    ] {
        assert_eq!(one(&child(care, iro), "2026-06-01", IroAppointed), expected);
    }
}

#[test]
fn section_25a_2_by_period_of_care() {
    // Kept on from an earlier period: in time from the first day. Nothing before 1 April 2011.
    let record = CareRecord::new("C-1")
        .with_period_of_care(CarePeriod::new(date("2011-03-31")).with_ended(date("2012-01-10")))
        .with_period_of_care(CarePeriod::new(date("2026-03-02")))
        .with_iro(iros([post("I-3", "2011-05-01")]));
    assert_eq!(one(&record, "2026-04-01", IroAppointed), "met");
    // An appointment that ended on the day care began still ran on it, and one of the day before not.
    let record = |to: &str| child(care(), iros([ended("I-3", "2025-06-02", to)]));
    assert_eq!(one(&record("2026-03-02"), "2026-03-02", IroAppointed), "met");
    let none_yet = "not yet due; days without an IRO: 1";
    assert_eq!(one(&record("2026-03-01"), "2026-03-02", IroAppointed), none_yet);
    let record = child(CarePeriod::new(date("2011-04-01")), IroHistory::none());
    assert_eq!(all(&record, "2011-04-01", IroAppointed).len(), 1);
    assert_eq!(all(&record, "2011-03-31", IroAppointed), [""; 0], "not yet looked after");
}

/// What went before is not in the records.
#[test]
fn section_25a_2_unknown_history() {
    let held = reviewed("2026-03-27");
    let record = child(held.clone().with_entry(Entry::NotKnown), iros([post("I-3", "2026-03-02")]));
    let expected = "cannot tell: the day the child became looked after";
    for rule in [IroAppointed, IroMetChild, IroNamed] {
        assert_eq!(one(&record, "2026-06-01", rule), expected, "{rule}");
    }
    // Nobody sees whether the review of 27 March was the first, which was due by 30 March in any case.
    let hidden = "cannot tell: the reviews before 3 March 2026";
    for (posts, from, expected) in [
        (vec![post("I-3", "2026-03-02")], "2026-03-03", "met".to_owned()),
        (
            vec![post("I-3", "2026-03-27")],
            "2026-03-03",
            format!("{hidden}; days without an IRO: 25"),
        ),
        (
            vec![post("I-3", "2026-03-28")],
            "2026-03-03",
            "met late; days without an IRO: 26".to_owned(),
        ),
        (vec![], "2026-03-03", "not met; days without an IRO: 92".to_owned()),
        (vec![], "2026-05-01", "not met; days without an IRO: 92".to_owned()),
        (
            vec![post("I-3", "2026-03-02")],
            "2026-03-02",
            "met; first review: Fri 27 March 2026".to_owned(),
        ),
    ] {
        let iros = posts.into_iter().fold(IroHistory::none(), IroHistory::with_appointment);
        let record = child(held.clone(), iros);
        let history = History::CompleteFrom(date(from));
        let told = with(&record, "2026-06-01", history, |findings| words(&findings[0]));
        assert_eq!(told, expected);
    }
}

/// Children Act 1989, section 25A(3): no number, so the days are reported.
#[test]
fn section_25a_3_vacancy() {
    let since = "whether that was as soon as it could be";
    let first = || ended("I-3", "2026-03-04", "2026-05-05");
    for (second, as_of, expected) in [
        ("2026-05-05", "2026-06-01", "met; days without an IRO: 0".to_owned()),
        ("2026-05-06", "2026-06-01", "met; days without an IRO: 0".to_owned()),
        ("2026-05-07", "2026-06-01", format!("cannot tell: {since}; days without an IRO: 1")),
        ("2026-05-09", "2026-06-01", format!("cannot tell: {since}; days without an IRO: 3")),
        ("2026-05-09", "2026-05-08", format!("cannot tell: {since}; days without an IRO: 3")),
        ("2026-05-09", "2026-05-06", format!("cannot tell: {since}; days without an IRO: 1")),
    ] {
        let record = child(care(), iros([first(), post("I-8", second)]));
        assert_eq!(one(&record, as_of, IroVacancy), expected, "{second} as of {as_of}");
    }
    // Still in post on the last day.
    assert_eq!(all(&child(care(), iros([first()])), "2026-05-05", IroVacancy), [""; 0]);
}

#[test]
fn section_25a_3_vacancy_and_the_end_of_care() {
    let first = || ended("I-3", "2026-03-04", "2026-05-05");
    let until = |day: &str| care().with_ended(date(day));
    for (care, iro, expected) in [
        (until("2026-05-09"), iros([first()]), "lapsed; days without an IRO: 3"),
        (
            until("2026-05-09"),
            iros([first(), post("I-8", "2026-05-10")]),
            "lapsed; days without an IRO: 3",
        ),
        (
            until("2026-05-06"),
            iros([first()]),
            "not applicable: the child was no longer looked after",
        ),
        (
            until("2026-05-05"),
            iros([first()]),
            "not applicable: the child was no longer looked after",
        ),
    ] {
        assert_eq!(one(&child(care, iro), "2026-06-01", IroVacancy), expected);
    }
    let nobody_wrote = child(care(), IroHistory::default());
    let expected = "cannot tell: who the child's IROs were, with their days";
    assert_eq!(one(&nobody_wrote, "2026-06-01", IroVacancy), expected);
    assert_eq!(all(&child(care(), IroHistory::none()), "2026-06-01", IroVacancy), [""; 0]);
    // The law began on 1 April 2011.
    let old =
        |to| child(CarePeriod::new(date("2011-01-04")), iros([ended("I-3", "2011-01-04", to)]));
    assert_eq!(all(&old("2011-03-30"), "2011-06-01", IroVacancy).len(), 0);
    assert_eq!(all(&old("2011-03-31"), "2011-06-01", IroVacancy).len(), 1);
}

/// Handbook, chapters 2 and 3: five working days from Monday 2 March end on Monday 9 March 2026.
#[test]
fn handbook_named_within_5_working_days() {
    let named = |on: &str| iros([post("I-3", "2026-03-03").with_named(date(on))]);
    let not_told = "cannot tell: the day the child was told who the IRO is";
    for (iro, as_of, expected) in [
        (named("2026-03-09"), "2026-06-01", "met"),
        (named("2026-03-10"), "2026-06-01", "met late"),
        (named("2026-03-10"), "2026-03-10", "met late"),
        (named("2026-03-11"), "2026-03-10", "not met"),
        (named("2026-03-10"), "2026-03-09", "not yet due"),
        (iros([post("I-3", "2026-03-03").with_named(Done::No)]), "2026-03-10", "not met"),
        (iros([post("I-3", "2026-03-03")]), "2026-03-09", "not yet due"),
        (iros([post("I-3", "2026-03-03")]), "2026-03-10", not_told),
        (IroHistory::default(), "2026-03-10", not_told),
        (IroHistory::none(), "2026-03-10", "not met"),
    ] {
        assert_eq!(one(&child(care(), iro), as_of, IroNamed), expected);
    }
}

#[test]
fn handbook_named_by_any_iro_of_the_period() {
    let first = || ended("I-3", "2026-03-03", "2026-03-05");
    let second = || post("I-8", "2026-03-05").with_named(date("2026-03-12"));
    let not_told = "cannot tell: the day the child was told who the IRO is";
    for (iro, expected) in [
        (iros([first().with_named(date("2026-03-04")), second()]), "met"),
        (iros([first().with_named(Done::No), second()]), "met late"),
        // The first may have been named in time.
        (iros([first(), second()]), not_told),
        (iros([first(), post("I-8", "2026-03-05").with_named(date("2026-03-09"))]), "met"),
    ] {
        assert_eq!(one(&child(care(), iro), "2026-06-01", IroNamed), expected);
    }
    // One appointed after the last day cannot have been.
    let late = iros([
        first().with_named(Done::No),
        ended("I-8", "2026-03-05", "2026-03-20").with_named(date("2026-03-12")),
        post("I-9", "2026-03-20"),
    ]);
    assert_eq!(one(&child(care(), late), "2026-06-01", IroNamed), "met late");
}

/// Looked after is who is accommodated for more than 24 hours on end.
#[test]
fn handbook_named_short_care() {
    let over = |day: &str| child(care().with_ended(date(day)), IroHistory::none());
    for (day, expected) in [
        (
            "2026-03-02",
            "not applicable: care ended too soon for the child to count as looked after",
        ),
        ("2026-03-03", "lapsed"),
        ("2026-03-09", "lapsed"),
        ("2026-03-10", "not met"),
    ] {
        assert_eq!(one(&over(day), "2026-06-01", IroNamed), expected, "{day}");
    }
}

/// Handbook, chapter 3.
#[test]
fn handbook_met_the_child_before_the_first_review() {
    let met = |on: &str| iros([post("I-3", "2026-03-03").with_met_child(date(on))]);
    let review = "first review: Fri 27 March 2026";
    let missing = "cannot tell: whether and when the IRO met the child";
    for (iro, as_of, expected) in [
        (met("2026-03-26"), "2026-06-01", format!("met; {review}")),
        (met("2026-03-27"), "2026-06-01", format!("met; {review}")),
        (met("2026-03-28"), "2026-06-01", format!("met late; {review}")),
        (met("2026-03-29"), "2026-03-28", format!("not met; {review}")),
        (met("2026-03-28"), "2026-03-26", "not yet due".to_owned()),
        (met("2026-03-20"), "2026-03-26", "met".to_owned()),
        (iros([post("I-3", "2026-03-03")]), "2026-06-01", format!("{missing}; {review}")),
        (
            IroHistory::none(),
            "2026-06-01",
            format!("not applicable: the child had no IRO before the first review; {review}"),
        ),
        (
            iros([post("I-3", "2026-03-28").with_met_child(date("2026-03-28"))]),
            "2026-06-01",
            format!("not applicable: the child had no IRO before the first review; {review}"),
        ),
        (IroHistory::default(), "2026-06-01", format!("{missing}; {review}")),
        // Who met the child and left does not stand in for who held the review.
        (
            iros([
                ended("I-3", "2026-03-03", "2026-03-20").with_met_child(date("2026-03-10")),
                post("I-8", "2026-03-20").with_met_child(Done::No),
            ]),
            "2026-06-01",
            format!("not met; {review}"),
        ),
    ] {
        assert_eq!(one(&child(reviewed("2026-03-27"), iro), as_of, IroMetChild), expected);
    }
    let over = child(
        care().with_ended(date("2026-03-20")),
        iros([post("I-3", "2026-03-03").with_met_child(Done::No)]),
    );
    assert_eq!(one(&over, "2026-06-01", IroMetChild), "lapsed");
}

/// Handbook, chapter 3: without a review, by the day it had to be held by, 30 March.
#[test]
fn handbook_met_the_child_without_a_review_by_its_last_day() {
    let met = |done: Done| iros([post("I-3", "2026-03-03").with_met_child(done)]);
    let nobody = "not applicable: the child had no IRO by the last day for the first review";
    for (iro, as_of, expected) in [
        (met(Done::No), "2026-03-30", "not yet due"),
        (met(Done::No), "2026-03-31", "not met"),
        (met(Done::NotRecorded), "2026-03-30", "not yet due"),
        (
            met(Done::NotRecorded),
            "2026-03-31",
            "cannot tell: whether and when the IRO met the child",
        ),
        (met(Done::On(date("2026-03-30"))), "2026-06-01", "met"),
        (met(Done::On(date("2026-03-31"))), "2026-06-01", "met late"),
        (IroHistory::none(), "2026-03-30", "not yet due"),
        (IroHistory::none(), "2026-03-31", nobody),
        // An IRO who came only later met the child later too.
        (
            iros([post("I-3", "2026-04-02").with_met_child(date("2026-04-02"))]),
            "2026-06-01",
            "met late",
        ),
        // Who takes over after that day is not asked.
        (
            iros([
                ended("I-3", "2026-03-03", "2026-05-04").with_met_child(date("2026-03-10")),
                post("I-8", "2026-05-04").with_met_child(Done::No),
            ]),
            "2026-06-01",
            "met",
        ),
    ] {
        assert_eq!(one(&child(care(), iro), as_of, IroMetChild), expected, "{as_of}");
    }
    let late = child(reviewed("2026-04-20"), met(Done::On(date("2026-03-31"))));
    let expected = "met late; first review: Mon 20 April 2026";
    assert_eq!(one(&late, "2026-06-01", IroMetChild), expected);
}

/// Handbook: the year from 1 April 2026 to 31 March 2027.
#[test]
fn handbook_continuity_in_the_year() {
    let none = "not applicable: the IRO did not change in the year; changes of IRO in the year: 0";
    let change = |on: &str, handover: Handover| {
        let first = ended("I-3", "2026-03-03", on);
        child(care(), iros([first, post("I-8", on).with_handover(handover)]))
    };
    let facts = "IRO before: I-3; IRO from then: I-8; changes of IRO in the year: 1";
    let not_possible = Handover::NotPossible("left at once".to_owned());
    for (on, handover, as_of, expected) in [
        ("2026-04-01", Handover::InPerson, "2027-03-31", format!("met; {facts}")),
        ("2027-03-31", Handover::NotInPerson, "2027-03-31", format!("not met; {facts}")),
        (
            "2026-07-01",
            Handover::NotRecorded,
            "2026-07-01",
            format!("cannot tell: whether the case was handed over in person; {facts}"),
        ),
        (
            "2026-07-01",
            not_possible,
            "2026-12-01",
            format!(
                "not applicable: the IRO before could not hand over; reason: left at once; {facts}"
            ),
        ),
        ("2026-03-31", Handover::InPerson, "2027-03-31", none.to_owned()),
        ("2027-04-01", Handover::InPerson, "2027-03-31", none.to_owned()),
        ("2026-07-02", Handover::InPerson, "2026-07-01", none.to_owned()),
    ] {
        assert_eq!(one(&change(on, handover), as_of, IroContinuity), expected, "{on}");
    }
}

#[test]
fn handbook_continuity_what_counts_as_a_change() {
    let none = "not applicable: the IRO did not change in the year; changes of IRO in the year: 0";
    // The same officer again; an officer of an earlier period of care.
    let again = iros([ended("I-3", "2026-03-03", "2026-05-01"), post("I-3", "2026-06-01")]);
    assert_eq!(one(&child(care(), again), "2026-07-01", IroContinuity), none);
    let back = CareRecord::new("C-1")
        .with_period_of_care(care().with_ended(date("2026-05-01")))
        .with_period_of_care(CarePeriod::new(date("2026-06-01")))
        .with_iro(iros([ended("I-3", "2026-03-03", "2026-05-01"), post("I-8", "2026-06-02")]));
    assert_eq!(one(&back, "2026-07-01", IroContinuity), none);
    // Three IROs, two changes.
    let three = iros([
        ended("I-3", "2026-03-03", "2026-05-01"),
        ended("I-8", "2026-05-02", "2026-05-20").with_handover(Handover::InPerson),
        post("I-3", "2026-05-20").with_handover(Handover::NotInPerson),
    ]);
    assert_eq!(
        all(&child(care(), three), "2026-07-01", IroContinuity),
        [
            "met; IRO before: I-3; IRO from then: I-8; changes of IRO in the year: 2",
            "not met; IRO before: I-8; IRO from then: I-3; changes of IRO in the year: 2",
        ],
    );
    let nobody_wrote = child(care(), IroHistory::default());
    let expected = "cannot tell: who the child's IROs were, with their days";
    assert_eq!(one(&nobody_wrote, "2026-07-01", IroContinuity), expected);
    // Not looked after in the year at all.
    let gone = child(care().with_ended(date("2026-03-31")), IroHistory::none());
    assert_eq!(all(&gone, "2026-07-01", IroContinuity), [""; 0]);
    assert_eq!(one(&gone, "2026-03-31", IroContinuity), none);
}

/// Handbook, chapter 3: siblings share an IRO; parent and baby do not.
#[test]
fn handbook_siblings_share_an_iro() {
    use Relation::{Baby, Parent, Sibling};
    use SeparateIros::{Conflict, SizeOfGroup};
    let is = |relation| Relative::new("C-2", relation);
    let sibling = "the relative is: a sibling";
    for (relative, expected) in [
        (is(Sibling).with_officer("I-3"), format!("met; {sibling}")),
        (is(Sibling).with_officer("I-8"), format!("not met; {sibling}")),
        (
            is(Sibling).with_officer("I-8").with_separate(Conflict).with_reason("a trial"),
            format!("not applicable: the siblings' interests conflict; {sibling}; reason: a trial"),
        ),
        (
            is(Sibling).with_officer("I-8").with_separate(SizeOfGroup),
            format!("not applicable: the group of siblings is too large for one IRO; {sibling}"),
        ),
        (is(Sibling).with_officer("I-3").with_separate(Conflict), format!("met; {sibling}")),
        (is(Sibling), format!("cannot tell: the relative's IRO; {sibling}")),
        (
            is(Sibling).with_iro(RelativeIro::NoOne),
            format!("not applicable: the relative had no IRO that day; {sibling}"),
        ),
        (is(Parent).with_officer("I-8"), "met; the relative is: the child's parent".to_owned()),
        (is(Parent).with_officer("I-3"), "not met; the relative is: the child's parent".to_owned()),
        (is(Baby).with_officer("I-3"), "not met; the relative is: the child's baby".to_owned()),
    ] {
        let record = child(care(), iros([post("I-3", "2026-03-03")]));
        let record = record.with_kin(Kin::none().with_relative(relative));
        assert_eq!(one(&record, "2026-07-01", IroSiblings), expected);
    }
}

#[test]
fn handbook_siblings_as_known() {
    let sister =
        || Kin::none().with_relative(Relative::new("C-2", Relation::Sibling).with_officer("I-3"));
    let in_post = || iros([post("I-3", "2026-03-03")]);
    let nobody = "not applicable: no sibling, parent or baby of the child is looked after too";
    for (iro, kin, expected) in [
        (in_post(), Kin::none(), nobody),
        (
            in_post(),
            Kin::default(),
            "cannot tell: the child's siblings, parent or baby looked after too",
        ),
        (
            IroHistory::default(),
            sister(),
            "cannot tell: the child's IRO; the relative is: a sibling",
        ),
        (
            IroHistory::none(),
            sister(),
            "not applicable: the child had no IRO that day; the relative is: a sibling",
        ),
    ] {
        let record = child(care(), iro).with_kin(kin);
        assert_eq!(one(&record, "2026-07-01", IroSiblings), expected);
    }
    // On the day on which one IRO ends and the next begins it is the next.
    let shared = iros([ended("I-8", "2026-03-03", "2026-07-01"), post("I-3", "2026-07-01")]);
    let record = child(care(), shared).with_kin(sister());
    assert_eq!(one(&record, "2026-07-01", IroSiblings), "met; the relative is: a sibling");
    assert_eq!(one(&record, "2026-06-30", IroSiblings), "not met; the relative is: a sibling");
    // On the day care ceases the child is no longer looked after.
    let record = child(care().with_ended(date("2026-07-01")), in_post()).with_kin(sister());
    assert_eq!(all(&record, "2026-07-01", IroSiblings), [""; 0]);
    assert_eq!(all(&record, "2026-06-30", IroSiblings).len(), 1);
    let old = child(CarePeriod::new(date("2011-01-04")), in_post()).with_kin(Kin::none());
    assert_eq!(all(&old, "2011-03-31", IroSiblings), [""; 0]);
    assert_eq!(all(&old, "2011-04-01", IroSiblings).len(), 1);
}

#[test]
fn explanations_in_full() {
    let handed = post("I-8", "2026-05-09").with_handover(Handover::NotInPerson);
    let first = ended("I-3", "2026-03-04", "2026-05-05")
        .with_named(date("2026-03-12"))
        .with_met_child(date("2026-03-20"));
    let sister = Relative::new("C-2", Relation::Sibling).with_officer("I-5");
    let record = child(reviewed("2026-03-27"), iros([first, handed]))
        .with_kin(Kin::none().with_relative(sister));
    for (rule, expected) in [
        (
            IroAppointed,
            "Appointment of an IRO: due by Fri 27 March 2026. Done Wed 4 March 2026, in time. \
             First review: Fri 27 March 2026. Days without an IRO: 2.\n  \
             The Children Act 1989 (1989 c. 41), section 25A(2).",
        ),
        (
            IroNamed,
            "Naming of the IRO: due by Mon 9 March 2026, 5 working days after becoming looked after \
             on Mon 2 March 2026. Done Thu 12 March 2026, 3 calendar days late.\n  \
             The IRO Handbook (statutory guidance, 2010), chapters 2 and 3.",
        ),
        (
            IroMetChild,
            "Meeting of IRO and child: due by Fri 27 March 2026. Done Fri 20 March 2026, in time. \
             First review: Fri 27 March 2026.\n  \
             The IRO Handbook (statutory guidance, 2010), chapter 3.",
        ),
        (
            IroVacancy,
            "Filling of a vacancy. Cannot be told: the records do not show whether that was as soon as it \
             could be. Days without an IRO: 3.\n  \
             The Children Act 1989 (1989 c. 41), section 25A(3).",
        ),
        (
            IroContinuity,
            "Continuity of the IRO. Not met. IRO before: I-3. IRO from then: I-8. \
             Changes of IRO in the year: 1.\n  \
             The IRO Handbook (statutory guidance, 2010), chapter not noted.",
        ),
        (
            IroSiblings,
            "One IRO for siblings. Not met. The relative is: a sibling.\n  \
             The IRO Handbook (statutory guidance, 2010), chapter 3.",
        ),
    ] {
        assert_eq!(explained(&record, "2026-07-01", rule), expected);
    }
}

/// The order is fixed, and the keys tell every finding apart.
#[test]
fn order_and_keys() {
    let record = child(
        reviewed("2026-03-27"),
        iros([ended("I-3", "2026-03-04", "2026-05-05"), post("I-8", "2026-05-05")]),
    )
    .with_kin(Kin::none().with_relative(Relative::new("C-2", Relation::Sibling)));
    let keys = with(&record, "2026-07-01", History::Complete, |findings| {
        findings.iter().map(|f| f.key().to_string()).collect::<Vec<_>>()
    });
    assert_eq!(
        keys,
        [
            "iro-appointed/C-1/care/2026-03-02/0",
            "iro-named/C-1/care/2026-03-02/0",
            "iro-met-child/C-1/care/2026-03-02/0",
            "iro-vacancy/C-1/appointment/I-3/2026-03-04/0",
            "iro-continuity/C-1/appointment/I-8/2026-05-05/0",
            "iro-siblings/C-1/relative/C-2/0",
        ],
    );
}
