//! Every duty of the catalogue by instrument, by hand: the days in force, the limit, the cases, the
//! numbers, where it stands and how well it is known.

use super::day;
use iro_handbook::calendar::Period::{Months, Weeks, WorkingDays};
use iro_handbook::law::Limit::{
    AnyTime, AtLeastBefore, Before, EachTime, Local, NoNumber, OwnDate, Range, Throughout, Within,
};
use iro_handbook::law::{Case, Family, Force, Instrument, Limit, Milestone, Number, RuleId, rules};

/// One term: rule, first day, last day, limit, sources as "provision letter".
type Row = (RuleId, &'static str, &'static str, Limit, &'static [&'static str]);

const OPEN: &str = "";
const APRIL_2011: &str = "2011-04-01";
const EVENT: Limit = Before(Milestone::TheEvent);
const FIRST_REVIEW: Limit = Before(Milestone::FirstReview);
const ORDINARY: Limit = Before(Milestone::OrdinaryLastDay);

#[track_caller]
fn hold(force: Force, instrument: Instrument, rows: &[Row]) {
    for row in rows {
        hold_one(force, instrument, *row);
    }
}

#[track_caller]
fn hold_one(force: Force, instrument: Instrument, row: (RuleId, &str, &str, Limit, &[&str])) {
    let (id, first, last, limit, sources) = row;
    let rule = id.rule();
    assert_eq!(rule.force(), force, "{id}");
    let term = rule.term_on(day(first)).unwrap_or_else(|| panic!("{id} on {first}"));
    let in_force = term.in_force();
    assert_eq!(in_force.first_day(), day(first), "{id}");
    assert_eq!(in_force.last_day(), (last != OPEN).then(|| day(last)), "{id}");
    assert_eq!(term.limit(), limit, "{id} on {first}");
    assert_eq!(term.citation().instrument(), instrument, "{id}");
    let shown: Vec<String> = term
        .sources()
        .map(|(citation, reading)| {
            let number = citation.instrument().number();
            let number = if citation.instrument() == instrument { "" } else { number };
            format!("{number} {} {}", citation.provision(), reading.letter()).trim().to_owned()
        })
        .collect();
    assert_eq!(shown, sources, "{id} on {first}");
    assert_eq!(term.citations().count(), sources.len());
}

#[test]
fn children_act_1989() {
    use RuleId::{CafcassReferral, IndependentVisitor, IroAppointed, IroVacancy};
    assert_eq!(Instrument::ChildrenAct1989.to_string(), "The Children Act 1989 (1989 c. 41)");
    let rows: [Row; 4] = [
        (IroAppointed, APRIL_2011, OPEN, FIRST_REVIEW, &["section 25A(2) T"]),
        (IroVacancy, APRIL_2011, OPEN, NoNumber, &["section 25A(3) T"]),
        (IndependentVisitor, APRIL_2011, OPEN, EachTime, &["section 23ZB T"]),
        (
            CafcassReferral,
            APRIL_2011,
            OPEN,
            AnyTime,
            &["section 25B(3) T", "SI 2010/959 regulation 45(3) K"],
        ),
    ];
    hold(Force::Act, Instrument::ChildrenAct1989, &rows);
}

#[test]
fn secure_accommodation_regulations_1991() {
    let instrument = Instrument::SecureAccommodationRegulations1991;
    assert_eq!(
        instrument.to_string(),
        "The Children (Secure Accommodation) Regulations 1991 (SI 1991/1505)"
    );
    let sources = &["regulations 15 and 16 R"];
    let rows: [Row; 2] = [
        (RuleId::SecureFirstReview, "1991-10-14", OPEN, Within(Months(1)), sources),
        (RuleId::SecureLaterReview, "1991-10-14", OPEN, Within(Months(3)), sources),
    ];
    hold(Force::Regulations, instrument, &rows);
}

#[test]
fn care_planning_regulations_2010_reviews() {
    use RuleId::*;
    let rows: [Row; 11] = [
        (EarlyReview, APRIL_2011, "2014-01-26", ORDINARY, &["regulation 33(3)(a) and (b) T"]),
        (
            EarlyReview,
            "2014-01-27",
            OPEN,
            ORDINARY,
            &[
                "regulation 33(3)(a) and (b) T",
                "regulation 33(3)(f) to (h) K",
                "SI 2013/3239 amending regulation 33 K",
            ],
        ),
        (ReviewBeforeEnd, APRIL_2011, OPEN, EVENT, &["regulation 33(3)(c) to (e) T"]),
        (ReviewBeforeChange, APRIL_2011, OPEN, EVENT, &["regulation 32(2) T"]),
        (ReviewBeforePlacingWithParent, APRIL_2011, OPEN, EVENT, &["regulation 17(d) T"]),
        (ReviewBeforeEndingPlacement, APRIL_2011, OPEN, EVENT, &["regulation 14 K"]),
        (ShortBreakConditions, APRIL_2011, "2020-04-23", EachTime, &["regulation 48(2) T"]),
        (
            ShortBreakConditions,
            "2020-04-24",
            "2020-09-25",
            EachTime,
            &["regulation 48(2) T", "SI 2020/445 regulation 8 T"],
        ),
        (ShortBreakConditions, "2020-09-26", OPEN, EachTime, &["regulation 48(2) T"]),
        (ReviewAdjournment, APRIL_2011, OPEN, Within(WorkingDays(20)), &["regulation 36(2) K"]),
        (ImplementersNamed, APRIL_2011, OPEN, EachTime, &["regulation 36(1)(d) K"]),
    ];
    hold(Force::Regulations, Instrument::CarePlanningRegulations2010, &rows);
}

#[test]
fn care_planning_regulations_2010_iro_and_meeting() {
    use RuleId::*;
    let rows: [Row; 9] = [
        (IroIndependent, APRIL_2011, OPEN, Throughout, &["regulation 46(3) R"]),
        (
            IroQualified,
            APRIL_2011,
            OPEN,
            Throughout,
            &["regulation 46(1) and (2) R", "statutory guidance, 2010 chapter not noted R"],
        ),
        (ChildSpokenToPrivately, APRIL_2011, OPEN, EachTime, &["regulation 36(1)(b) R"]),
        (ParentsViews, APRIL_2011, OPEN, EachTime, &["regulation 36(1)(c) R"]),
        (IroChairs, APRIL_2011, OPEN, EachTime, &["regulation 36(1)(a) R"]),
        (
            ScheduleSeven,
            APRIL_2011,
            "2014-08-17",
            EachTime,
            &["regulation 35 K", "Schedule 7, paragraphs 1 to 13 K"],
        ),
        (
            ScheduleSeven,
            "2014-08-18",
            OPEN,
            EachTime,
            &["regulation 35 K", "Schedule 7, paragraphs 1 to 14 K", "SI 2014/1917 regulation 5 T"],
        ),
        (RightsExplained, APRIL_2011, OPEN, EachTime, &["regulation 45(1) and (2) K"]),
        (DecisionImplemented, APRIL_2011, OPEN, OwnDate, &["regulation 37 K"]),
    ];
    hold(Force::Regulations, Instrument::CarePlanningRegulations2010, &rows);
}

#[test]
fn care_planning_regulations_2010_plans_and_health() {
    use RuleId::*;
    let rows: [Row; 12] = [
        (CarePlan, APRIL_2011, "2013-04-18", EVENT, &["regulation 4(2) T"]),
        (
            CarePlan,
            "2013-04-19",
            OPEN,
            EVENT,
            &["regulation 4(2) T", "regulation 47B R", "SI 2013/706 inserting regulation 47B R"],
        ),
        (PlacementPlan, APRIL_2011, "2020-04-23", EVENT, &["regulation 9(2) T"]),
        (
            PlacementPlan,
            "2020-04-24",
            "2020-09-25",
            EVENT,
            &["regulation 9(2) T", "SI 2020/445 regulation 8 T"],
        ),
        (PlacementPlan, "2020-09-26", OPEN, EVENT, &["regulation 9(2) T"]),
        (
            DetentionPlacementPlan,
            "2013-04-19",
            OPEN,
            Within(WorkingDays(10)),
            &["regulation 47C R", "SI 2013/706 inserting regulation 47C R"],
        ),
        (
            EducationPlan,
            APRIL_2011,
            OPEN,
            Within(WorkingDays(10)),
            &["regulation 4(2) T", "regulation 5(1)(b) T"],
        ),
        (NotifyPlacement, APRIL_2011, OPEN, EVENT, &["regulation 13 T"]),
        (
            PathwayAssessment,
            APRIL_2011,
            OPEN,
            Within(Months(3)),
            &["regulation 40 T", "regulation 42(1) T"],
        ),
        (
            CeasingApproval,
            "2015-04-01",
            OPEN,
            EVENT,
            &["regulation 39 R", "SI 2015/495 regulation 7 R"],
        ),
        (InitialHealthAssessment, APRIL_2011, OPEN, EVENT, &["regulation 7(1) and (2) K"]),
        (HealthReview, APRIL_2011, OPEN, Within(Months(12)), &["regulation 7(3) K"]),
    ];
    hold(Force::Regulations, Instrument::CarePlanningRegulations2010, &rows);
}

#[test]
fn care_planning_regulations_2010_visits() {
    use RuleId::*;
    let week = Within(Weeks(1));
    let six_weeks = Within(Weeks(6));
    let interval = "regulation 28(2)(b) and (c) T";
    let rows: [Row; 6] = [
        (VisitFirst, APRIL_2011, OPEN, week, &["regulation 28(2)(a) T"]),
        (VisitInterval, APRIL_2011, "2015-03-31", six_weeks, &["regulation 28(2)(b) and (c) T"]),
        (
            VisitInterval,
            "2015-04-01",
            OPEN,
            six_weeks,
            &["regulation 28(2)(b) and (c) T", "SI 2015/495 amending regulation 28 R"],
        ),
        (VisitWithParentUnassessed, APRIL_2011, OPEN, week, &["regulation 28(3) T"]),
        (VisitTemporaryApproval, APRIL_2011, OPEN, week, &["regulation 28(4) T"]),
        (VisitCareOrderWithParent, APRIL_2011, OPEN, week, &["regulation 28(5) T"]),
    ];
    assert_eq!(rows[1].4[0], interval);
    hold(Force::Regulations, Instrument::CarePlanningRegulations2010, &rows);
}

#[test]
fn iro_handbook_2010() {
    use RuleId::*;
    let chapter_3: &[&str] = &["chapter 3 R"];
    let wd = |n| Within(WorkingDays(n));
    let back = |n| AtLeastBefore(WorkingDays(n));
    let rows: [Row; 16] = [
        (IroNamed, APRIL_2011, OPEN, wd(5), &["chapters 2 and 3 R"]),
        (IroMetChild, APRIL_2011, OPEN, FIRST_REVIEW, chapter_3),
        (IroSiblings, APRIL_2011, OPEN, Throughout, chapter_3),
        (IroContinuity, APRIL_2011, OPEN, EachTime, &["chapter not noted R"]),
        (IroCaseload, APRIL_2011, OPEN, Range { from: 50, to: 70 }, &["paragraph 7.15 R"]),
        (SocialWorkerDiscussion, APRIL_2011, OPEN, back(15), &["chapter 3 T"]),
        (ReportsReady, APRIL_2011, OPEN, back(3), &["chapter 3 T"]),
        (ChildParticipation, APRIL_2011, OPEN, EachTime, &["chapter 3 T"]),
        (DecisionsWritten, APRIL_2011, OPEN, wd(5), chapter_3),
        (ManagerResponse, APRIL_2011, OPEN, wd(5), chapter_3),
        (DecisionsCirculated, APRIL_2011, OPEN, wd(10), chapter_3),
        (RecordWritten, APRIL_2011, OPEN, wd(15), chapter_3),
        (RecordDistributed, APRIL_2011, OPEN, wd(20), chapter_3),
        (IroInformedOfChange, APRIL_2011, OPEN, NoNumber, chapter_3),
        (DisputeRecorded, APRIL_2011, OPEN, EachTime, &["chapter 6 R"]),
        (DisputeResolved, APRIL_2011, OPEN, wd(20), &["paragraph 6.2 T"]),
    ];
    assert_eq!(
        Instrument::IroHandbook2010.to_string(),
        "The IRO Handbook (statutory guidance, 2010)"
    );
    hold(Force::Guidance, Instrument::IroHandbook2010, &rows);
    let volume_2 = [(
        LongTermFosterMeeting,
        "2015-04-01",
        OPEN,
        Within(Months(12)),
        &["chapter not noted R"] as &[_],
    )];
    hold(Force::Guidance, Instrument::CarePlanningGuidance2015, &volume_2);
    let guidance = rules().filter(|rule| rule.force() == Force::Guidance);
    let others = guidance.filter(|rule| rule.family() != Family::ChildProtection).count();
    assert_eq!(others, rows.len() + volume_2.len());
}

/// Edition, its first and its last day. The day, or the month, that no source gives is the first.
const EDITIONS: [(Instrument, &str, &str); 8] = [
    (Instrument::WorkingTogether1999, "1999-01-01", "2005-12-31"),
    (Instrument::WorkingTogether2006, "2006-01-01", "2010-02-28"),
    (Instrument::WorkingTogether2010, "2010-03-01", "2013-04-14"),
    (Instrument::WorkingTogether2013, "2013-04-15", "2015-03-25"),
    (Instrument::WorkingTogether2015, "2015-03-26", "2018-07-03"),
    (Instrument::WorkingTogether2018, "2018-07-04", "2023-12-14"),
    (Instrument::WorkingTogether2023, "2023-12-15", "2026-02-28"),
    (Instrument::WorkingTogether2026, "2026-03-01", OPEN),
];

#[test]
fn working_together() {
    use RuleId::{
        ConferenceChair, FirstCoreGroup, FirstReviewConference, InitialConference,
        LaterReviewConference, ReferralAssessment, TransferInConference,
    };
    let wd = |n| Within(WorkingDays(n));
    let same = |limit| [limit; 8];
    let single = wd(45);
    let assessment = [wd(7), wd(7), wd(10), single, single, single, single, single];
    for (id, limits, source) in [
        (InitialConference, same(wd(15)), "chapter not noted R"),
        (FirstCoreGroup, same(wd(10)), "chapter not noted R"),
        (FirstReviewConference, same(Within(Months(3))), "chapter not noted R"),
        (LaterReviewConference, same(Within(Months(6))), "chapter not noted R"),
        (TransferInConference, same(wd(15)), "chapter not noted R"),
        (ReferralAssessment, assessment, "chapter not noted K"),
        (ConferenceChair, same(EachTime), "chapter not noted R"),
    ] {
        assert_eq!(id.rule().terms().count(), EDITIONS.len());
        for ((edition, first, last), limit) in EDITIONS.into_iter().zip(limits) {
            let unread =
                "chapter not noted (text not read; carried forward from the edition of 2023) K";
            let source = if last == OPEN { unread } else { source };
            hold_one(Force::Guidance, edition, (id, first, last, limit, &[source]));
        }
    }
    let text = "Working Together to Safeguard Children (statutory guidance, 2013)";
    assert_eq!(Instrument::WorkingTogether2013.to_string(), text);
}

#[test]
fn an_authoritys_own_choice() {
    let sources = &["as the authority has set it K"];
    let rows: [Row; 2] = [
        (RuleId::MidwayCheck, APRIL_2011, OPEN, Local, sources),
        (RuleId::DisputeStageResponse, APRIL_2011, OPEN, Local, sources),
    ];
    hold(Force::Local, Instrument::LocalPolicy, &rows);
}

/// Rule, day, case, limit. Every case of every term is here.
#[test]
fn limits_by_case() {
    use Case::*;
    let wd = |n| Within(WorkingDays(n));
    let cases = [
        (
            RuleId::EarlyReview,
            "2014-01-27",
            AbsenceRiskOrChild,
            Limit::Before(Milestone::OrdinaryLastDay),
        ),
        (RuleId::CarePlan, "2011-04-01", NotPracticable, wd(10)),
        (RuleId::CarePlan, "2013-04-19", NotPracticable, wd(10)),
        (RuleId::CarePlan, "2013-04-19", RemandedOnly, wd(5)),
        (RuleId::PlacementPlan, "2020-04-23", NotPracticable, wd(5)),
        (RuleId::PlacementPlan, "2020-04-24", NotPracticable, NoNumber),
        (RuleId::PlacementPlan, "2020-09-26", NotPracticable, wd(5)),
        (RuleId::NotifyPlacement, "2011-04-01", Emergency, wd(5)),
        (RuleId::InitialHealthAssessment, "2011-04-01", NotPracticable, FIRST_REVIEW),
        (RuleId::HealthReview, "2011-04-01", UnderFive, Within(Months(6))),
        (RuleId::HealthReview, "2011-04-01", FromFive, Within(Months(12))),
        (RuleId::VisitInterval, "2015-03-31", FirstYear, Within(Weeks(6))),
        (RuleId::VisitInterval, "2015-03-31", Permanent, Within(Months(3))),
        (RuleId::VisitInterval, "2015-04-01", FirstYear, Within(Weeks(6))),
        (RuleId::VisitInterval, "2015-04-01", Permanent, Within(Months(3))),
        (RuleId::VisitInterval, "2015-04-01", LongTermFoster, Within(Months(6))),
        (RuleId::VisitWithParentUnassessed, "2011-04-01", UntilFirstReview, Within(Weeks(1))),
        (RuleId::VisitWithParentUnassessed, "2011-04-01", AfterFirstReview, Within(Weeks(6))),
        (RuleId::VisitTemporaryApproval, "2011-04-01", UntilFirstReview, Within(Weeks(1))),
        (RuleId::VisitTemporaryApproval, "2011-04-01", AfterFirstReview, Within(Weeks(4))),
        (RuleId::VisitCareOrderWithParent, "2011-04-01", AfterFirstVisit, Within(Weeks(6))),
        (RuleId::ReferralAssessment, "1999-01-01", CoreAssessment, wd(35)),
        (RuleId::ReferralAssessment, "2006-01-01", CoreAssessment, wd(35)),
        (RuleId::ReferralAssessment, "2013-04-14", CoreAssessment, wd(35)),
    ];
    for (id, on, case, limit) in cases {
        let term = id.rule().term_on(day(on)).unwrap();
        assert_eq!(term.limit_in(case), Some(limit), "{id} on {on}: {case}");
    }
    let all: usize = rules().flat_map(|rule| rule.terms()).map(|term| term.cases().len()).sum();
    assert_eq!(all, cases.len());
    let before = RuleId::VisitInterval.rule().term_on(day("2015-03-31")).unwrap();
    assert_eq!(before.limit_in(LongTermFoster), None);
    let before = RuleId::CarePlan.rule().term_on(day("2013-04-18")).unwrap();
    assert_eq!(before.limit_in(RemandedOnly), None);
}

/// Rule, day, number, value. Every number of every term is here.
#[test]
fn numbers_beside_the_limit() {
    use Number::*;
    let numbers = [
        (RuleId::LongTermFosterMeeting, "2015-04-01", MonthsInPlacement, 12),
        (RuleId::ShortBreakConditions, "2011-04-01", DaysEachBreak, 17),
        (RuleId::ShortBreakConditions, "2011-04-01", DaysOfBreaks, 75),
        (RuleId::ShortBreakConditions, "2011-04-01", BreakMonths, 12),
        (RuleId::ShortBreakConditions, "2020-04-24", DaysOfBreaks, 75),
        (RuleId::ShortBreakConditions, "2020-04-24", BreakMonths, 12),
        (RuleId::ShortBreakConditions, "2020-09-26", DaysEachBreak, 17),
        (RuleId::ShortBreakConditions, "2020-09-26", DaysOfBreaks, 75),
        (RuleId::ShortBreakConditions, "2020-09-26", BreakMonths, 12),
        (RuleId::SecureFirstReview, "1991-10-14", PanelMembers, 3),
        (RuleId::SecureFirstReview, "1991-10-14", IndependentMembers, 1),
        (RuleId::SecureLaterReview, "1991-10-14", PanelMembers, 3),
        (RuleId::SecureLaterReview, "1991-10-14", IndependentMembers, 1),
        (RuleId::ReviewAdjournment, "2011-04-01", Adjournments, 1),
        (RuleId::IroNamed, "2011-04-01", HoursLookedAfter, 24),
        (RuleId::IroQualified, "2011-04-01", YearsQualified, 5),
        (RuleId::ChildParticipation, "2011-04-01", Age, 4),
        (RuleId::PathwayAssessment, "2011-04-01", Age, 16),
        (RuleId::PathwayAssessment, "2011-04-01", SinceAge, 14),
        (RuleId::PathwayAssessment, "2011-04-01", WeeksLookedAfter, 13),
        (RuleId::CeasingApproval, "2015-04-01", WorkingDaysLookedAfter, 20),
        (RuleId::InitialHealthAssessment, "2011-04-01", MonthsBefore, 3),
        (RuleId::HealthReview, "2011-04-01", Age, 5),
        (RuleId::VisitInterval, "2015-03-31", UntilAge, 18),
        (RuleId::VisitInterval, "2015-03-31", MonthsInPlacement, 12),
        (RuleId::VisitInterval, "2015-04-01", UntilAge, 18),
        (RuleId::VisitInterval, "2015-04-01", MonthsInPlacement, 12),
    ];
    for (id, on, number, value) in numbers {
        let term = id.rule().term_on(day(on)).unwrap();
        assert_eq!(term.number(number), Some(value), "{id} on {on}: {number}");
    }
    let all: usize = rules().flat_map(|rule| rule.terms()).map(|term| term.numbers().len()).sum();
    assert_eq!(all, numbers.len());
    let in_2020 = RuleId::ShortBreakConditions.rule().term_on(day("2020-06-01")).unwrap();
    assert_eq!(in_2020.number(DaysEachBreak), None, "no limit to one break in that time");
}
