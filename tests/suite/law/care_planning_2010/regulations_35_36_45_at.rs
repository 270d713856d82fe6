//! SI 2010/959, regulations 35, 36(1)(a) and (d), 45 and Schedule 7; IRO Handbook, chapter 3: at the
//! review.

use crate::duties::process::*;
use RuleId::{ChildParticipation, ImplementersNamed, IroChairs, RightsExplained, ScheduleSeven};
use iro_handbook::law::ScheduleSevenMatter as Matter;
use iro_handbook::record::{Done, IroPresence};

const LATER: &str = "2026-06-01";

fn with(at: Meeting) -> CarePeriod {
    care().with_review(review().with_meeting(at))
}

/// Regulation 36(1)(a).
#[test]
fn iro_chairs() {
    let on = |chair: Chair| one(IroChairs, with(Meeting::new().with_chair(chair)), LATER);
    let another = |iro| Chair::Another { by: "team manager".into(), iro };
    assert_eq!(on(Chair::Iro), "met");
    assert_eq!(on(another(IroPresence::Present)), "not_met");
    assert_eq!(on(another(IroPresence::Absent)), "not_met");
    assert_eq!(
        on(Chair::another("team manager", "the IRO was ill")),
        "not_applicable: it was not reasonably practicable for the IRO to attend"
    );
    assert_eq!(on(Chair::NoMeeting), "not_applicable: there was no meeting to chair");
    assert_eq!(
        on(another(IroPresence::NotRecorded)),
        "cannot_tell: whether the IRO was there, or why not"
    );
    assert_eq!(on(Chair::NotRecorded), "cannot_tell: who chaired, or that there was no meeting");
}

#[test]
fn iro_chairs_explained() {
    let at = Meeting::new().with_chair(Chair::another("team manager", "the IRO was ill"));
    assert_eq!(
        explained(IroChairs, with(at), LATER),
        "Attendance and chair of the IRO. Does not apply: it was not reasonably practicable for the IRO \
         to attend. Chaired by: team manager. Reason: the IRO was ill.\n  The Care Planning, Placement \
         and Case Review (England) Regulations 2010 (SI 2010/959), regulation 36(1)(a)."
    );
}

/// Handbook, chapter 3: every code of the return.
#[test]
fn child_participation_by_code() {
    let on = |code: &str| {
        let held = review().with_participation(code.parse().unwrap());
        one(ChildParticipation, care().with_review(held), LATER)
    };
    for code in ["PN1", "PN2", "PN3", "PN5", "PN6"] {
        assert_eq!(on(code), "met", "{code}");
    }
    for code in ["PN4", "PN7"] {
        assert_eq!(on(code), "not_met", "{code}");
    }
    assert_eq!(on("PN0"), "not_applicable: children so young are counted apart");
    assert_eq!(
        one(ChildParticipation, care().with_review(review()), LATER),
        "cannot_tell: how the child took part"
    );
}

/// Handbook, chapter 3: under four apart. The fourth birthday is the first day of being four.
#[test]
fn child_participation_at_four() {
    let on = |code: Option<&str>, born: &str| {
        let held = code.map_or(review(), |code| review().with_participation(code.parse().unwrap()));
        let record = child(care().with_review(held)).with_born(day(born));
        all(ChildParticipation, &record, LATER)[0].split_once(' ').unwrap().1.to_owned()
    };
    let apart = "not_applicable: children so young are counted apart";
    assert_eq!(on(Some("PN7"), "2022-03-27"), "not_met");
    assert_eq!(on(Some("PN7"), "2022-03-28"), apart);
    assert_eq!(on(None, "2022-03-28"), apart);
    assert_eq!(on(Some("PN1"), "2022-03-28"), apart);
    assert_eq!(
        on(Some("PN0"), "2022-03-27"),
        "cannot_tell: how the child, who is older than the code says, took part"
    );
}

#[test]
fn child_participation_explained() {
    let held = review().with_participation(Participation::AbsentNoViews);
    assert_eq!(
        explained(ChildParticipation, care().with_review(held), LATER).lines().next().unwrap(),
        "Child's part in the review. Not met. The child: did not attend, views not conveyed."
    );
}

/// Regulation 36(1)(d).
#[test]
fn implementers_named() {
    let on = |decision: Decision| {
        one(ImplementersNamed, care().with_review(review().with_decision(decision)), LATER)
    };
    let bare = || Decision::new("Dental check-up");
    let by = day("2026-05-01");
    assert_eq!(on(bare().with_implementer("SW-12").with_by(by)), "met");
    assert_eq!(on(bare().with_no_implementer().with_by(by)), "not_met");
    assert_eq!(on(bare().with_implementer("SW-12").with_no_date()), "not_met");
    assert_eq!(on(bare().with_no_implementer()), "not_met");
    assert_eq!(on(bare().with_no_date()), "not_met");
    assert_eq!(on(bare().with_by(by)), "cannot_tell: who is to carry the decision out");
    assert_eq!(on(bare().with_implementer("SW-12")), "cannot_tell: the date set for the decision");
}

#[test]
fn implementers_named_for_each_decision_or_for_none() {
    let of = |held: ReviewRecord| all(ImplementersNamed, &child(care().with_review(held)), LATER);
    let good = Decision::new("a").with_implementer("SW-12").with_by(day("2026-05-01"));
    assert_eq!(
        of(review().with_decision(good).with_decision(Decision::new("b").with_no_implementer())),
        ["review/2026-03-27/decision/1/0 met", "review/2026-03-27/decision/2/0 not_met"]
    );
    assert_eq!(
        of(review().with_no_decisions()),
        ["review/2026-03-27/0 not_applicable: the review made no decisions"]
    );
    assert_eq!(of(review()), ["review/2026-03-27/0 cannot_tell: the decisions of the review"]);
}

#[test]
fn implementers_named_explained() {
    let decision =
        Decision::new("Dental check-up").with_no_implementer().with_by(day("2026-05-01"));
    assert_eq!(
        explained(ImplementersNamed, care().with_review(review().with_decision(decision)), LATER)
            .lines()
            .next()
            .unwrap(),
        "Names and dates for decisions. Not met. Decision: Dental check-up. To be done by: nobody. At \
         the latest on: Fri 1 May 2026."
    );
}

fn considered(considerations: Considerations, held: &str, number: u8) -> Option<String> {
    let at = Meeting::new().with_considerations(considerations);
    let held_on = ReviewRecord::new(day(held)).with_meeting(at);
    let care = CarePeriod::new(day("2010-01-04")).with_review(held_on);
    let begins = format!("review/{held}/consideration/{number}/0 ");
    let found = all(ScheduleSeven, &child(care), LATER);
    found.iter().find_map(|line| line.strip_prefix(&begins)).map(str::to_owned)
}

/// Regulation 35 and Schedule 7, matter by matter.
#[test]
fn schedule_seven() {
    let none = Considerations::new();
    for matter in Matter::ALL {
        let only = &[*matter];
        let of = |considerations| considered(considerations, HELD, matter.number()).unwrap();
        assert_eq!(of(none.with_considered(only)), "met", "{matter}");
        assert_eq!(of(Considerations::all().with_not_considered(only)), "not_met", "{matter}");
        assert_eq!(of(none), "cannot_tell: whether it was considered", "{matter}");
        let not_applicable = of(none.with_not_applicable(only));
        match matter.number() {
            11 | 13 | 14 => {
                assert_eq!(not_applicable, "not_applicable: it does not bear on the child");
            }
            1 => assert_eq!(not_applicable, "not_applicable: there was no review before this one"),
            _ => assert_eq!(
                not_applicable,
                "cannot_tell: why a consideration that bears on every child was passed over"
            ),
        }
    }
}

/// Schedule 7, paragraph 1, at a later review: there is a last one to look back on.
#[test]
fn schedule_seven_the_last_review() {
    let at = Considerations::all().with_not_applicable(&[Matter::LastReview]);
    let held =
        |on: &str| ReviewRecord::new(day(on)).with_meeting(Meeting::new().with_considerations(at));
    let care = care().with_review(held(HELD)).with_review(held("2026-05-27"));
    let found = all(ScheduleSeven, &child(care), LATER);
    let of = |key: &str| found.iter().find(|line| line.starts_with(key)).unwrap().as_str();
    assert!(
        of("review/2026-03-27/consideration/1/").ends_with("there was no review before this one")
    );
    assert!(of("review/2026-05-27/consideration/1/").contains(" cannot_tell: why"));
}

/// Schedule 7, paragraph 14, from 18 August 2014 (SI 2014/1917, regulation 5).
#[test]
fn schedule_seven_trafficking_from_18_august_2014() {
    let all = Considerations::all();
    assert_eq!(considered(all, "2014-08-17", 14), None);
    assert_eq!(considered(all, "2014-08-18", 14).unwrap(), "met");
    assert_eq!(considered(all, "2014-08-17", 13).unwrap(), "met");
    assert_eq!(considered(all, "2011-03-31", 1), None);
    assert_eq!(considered(all, "2011-04-01", 1).unwrap(), "met");
}

#[test]
fn schedule_seven_explained() {
    let at =
        Meeting::new().with_considerations(Considerations::new().with_not_considered(Matter::ALL));
    assert_eq!(
        explained(ScheduleSeven, with(at), LATER),
        "Considerations of Schedule 7. Not met. Consideration: What the last review decided, and what \
         has changed since.\n  The Care Planning, Placement and Case Review (England) Regulations 2010 \
         (SI 2010/959), regulation 35."
    );
}

/// Regulation 45(1) and (2).
#[test]
fn rights_explained() {
    let on = |rights: Rights| one(RightsExplained, with(Meeting::new().with_rights(rights)), LATER);
    let told = || Rights::explained(day("2026-03-25"));
    assert_eq!(on(told().with_wish_to_act(false)), "met");
    assert_eq!(on(told().with_wish_to_act(true).with_legal_help(day("2026-04-02"))), "met");
    assert_eq!(on(told().with_wish_to_act(true).with_legal_help(Done::No)), "not_met");
    assert_eq!(on(told().with_wish_to_act(false).with_legal_help(Done::No)), "met");
    assert_eq!(on(told().with_applications(Done::No)), "not_met");
    assert_eq!(on(told().with_complaints(Done::No)), "not_met");
    assert_eq!(on(told().with_advocacy(Done::No).with_wish_to_act(false)), "not_met");
    assert_eq!(on(Rights::new().with_advocacy(Done::No)), "not_met");
    assert_eq!(on(Rights::explained(day("2026-06-02"))), "not_met", "not by the day asked about");
    assert_eq!(
        on(Rights::not_needed("told a month before")),
        "not_applicable: there was no need at this review"
    );
}

#[test]
fn rights_explained_cannot_tell() {
    let on = |rights: Rights| one(RightsExplained, with(Meeting::new().with_rights(rights)), LATER);
    let told = || Rights::explained(day("2026-03-25"));
    assert_eq!(on(Rights::new()), "cannot_tell: what was explained to the child and when");
    assert_eq!(on(told()), "cannot_tell: whether the child wished to take legal proceedings");
    assert_eq!(
        on(told().with_wish_to_act(true)),
        "cannot_tell: the help with legal advice that the child had"
    );
    let missing = |rights: Rights| on(rights.with_wish_to_act(false));
    assert_eq!(
        missing(told().with_complaints(Done::NotRecorded)),
        "cannot_tell: when complaints were explained"
    );
    assert_eq!(
        missing(told().with_advocacy(Done::NotRecorded)),
        "cannot_tell: when advocacy was explained"
    );
}

#[test]
fn rights_explained_in_a_sentence() {
    let rights =
        Rights::explained(day("2026-03-25")).with_wish_to_act(true).with_legal_help(Done::No);
    assert_eq!(
        explained(RightsExplained, with(Meeting::new().with_rights(rights)), LATER),
        "Explanation of the child's rights. Not met. Child wished to take legal proceedings: yes. Help \
         with legal advice: no.\n  The Care Planning, Placement and Case Review (England) Regulations \
         2010 (SI 2010/959), regulation 45(1) and (2)."
    );
}
