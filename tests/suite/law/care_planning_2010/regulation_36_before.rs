//! SI 2010/959, regulation 36(1)(b) and (c); IRO Handbook, chapter 3: before the review.

use crate::duties::process::*;
use RuleId::{ChildSpokenToPrivately, ParentsViews, ReportsReady, SocialWorkerDiscussion};
use iro_handbook::record::{Done, Entry, Heard, SpokenTo};

const LATER: &str = "2026-06-01";

fn with(before: Preparation) -> CarePeriod {
    care().with_review(review().with_preparation(before))
}

/// Handbook, chapter 3: at least 15 working days before Friday 27 March is Friday 6 March.
#[test]
fn social_worker_discussion() {
    let on = |done: Done| {
        one(SocialWorkerDiscussion, with(Preparation::new().with_discussion(done)), LATER)
    };
    assert_eq!(on(day("2026-03-06").into()), "met");
    assert_eq!(on(day("2026-03-09").into()), "met_late");
    assert_eq!(on(day(HELD).into()), "met_late");
    assert_eq!(on(day("2026-03-28").into()), "not_met");
    assert_eq!(on(Done::No), "not_met");
    assert_eq!(on(Done::NotRecorded), "cannot_tell: the day of the talk");
}

/// A child of whom nobody knew on the last day.
#[test]
fn social_worker_discussion_before_the_child_was_looked_after() {
    let since = |began: &str| CarePeriod::new(day(began)).with_review(review());
    let not_owed = "not_applicable: the child was not yet looked after that day";
    assert_eq!(one(SocialWorkerDiscussion, since("2026-03-07"), LATER), not_owed);
    assert_eq!(
        one(SocialWorkerDiscussion, since("2026-03-06"), LATER),
        "cannot_tell: the day of the talk"
    );
    let unknown = since("2026-03-07").with_entry(Entry::NotKnown);
    assert_eq!(one(SocialWorkerDiscussion, unknown, LATER), "cannot_tell: the day of the talk");
}

#[test]
fn social_worker_discussion_explained() {
    let before = Preparation::new().with_discussion(day("2026-03-09"));
    assert_eq!(
        explained(SocialWorkerDiscussion, with(before), LATER),
        "Talk of social worker and IRO: due by Fri 6 March 2026, 15 working days before the review of \
         Fri 27 March 2026. Done Mon 9 March 2026, 3 calendar days late.\n  The IRO Handbook (statutory guidance, 2010), chapter 3."
    );
    let before = Preparation::new().with_discussion(day("2026-03-30"));
    let text = explained(SocialWorkerDiscussion, with(before), LATER);
    assert!(text.contains("Not met. Talk only after the review, on: Mon 30 March 2026."), "{text}");
}

/// Handbook, chapter 3: at least 3 working days before Friday 27 March is Tuesday 24 March.
#[test]
fn reports_ready_when_both_are_there() {
    let on = |report: Done, plan: Done| {
        one(ReportsReady, with(Preparation::new().with_report(report).with_care_plan(plan)), LATER)
    };
    let (in_time, late) = (Done::On(day("2026-03-24")), Done::On(day("2026-03-25")));
    let after = Done::On(day("2026-03-28"));
    assert_eq!(on(in_time, in_time), "met");
    assert_eq!(on(in_time, late), "met_late");
    assert_eq!(on(late, in_time), "met_late");
    assert_eq!(on(in_time, Done::No), "not_met");
    assert_eq!(on(Done::No, Done::NotRecorded), "not_met");
    assert_eq!(on(in_time, after), "not_met");
    assert_eq!(
        on(in_time, Done::NotRecorded),
        "cannot_tell: the day the care plan reached the IRO"
    );
    assert_eq!(on(Done::NotRecorded, in_time), "cannot_tell: the day the report reached the IRO");
    assert_eq!(
        on(Done::NotRecorded, Done::NotRecorded),
        "cannot_tell: the days the report and the care plan reached the IRO"
    );
}

#[test]
fn reports_ready_across_easter_and_before_care() {
    // Three working days before Wednesday 8 April: 7 April, 2 April, 1 April.
    let on = |plan: &str| {
        let before = Preparation::new().with_report(day("2026-03-30")).with_care_plan(day(plan));
        let held = ReviewRecord::new(day("2026-04-08")).with_preparation(before);
        one(ReportsReady, care().with_review(held), LATER)
    };
    assert_eq!(on("2026-04-01"), "met");
    assert_eq!(on("2026-04-02"), "met_late");
    let sudden = CarePeriod::new(day("2026-03-25")).with_review(review());
    assert_eq!(
        one(ReportsReady, sudden, LATER),
        "not_applicable: the child was not yet looked after that day"
    );
}

#[test]
fn reports_ready_explained() {
    let before =
        Preparation::new().with_report(day("2026-03-23")).with_care_plan(day("2026-03-26"));
    let text = explained(ReportsReady, with(before), LATER);
    assert!(
        text.starts_with(
            "Report and care plan for the review: due by Tue 24 March 2026, 3 working days before the \
             review of Fri 27 March 2026. Done Thu 26 March 2026, 2 calendar days late. Report with the IRO: Mon \
             23 March 2026. Care plan with the IRO: Thu 26 March 2026.\n"
        ),
        "{text}"
    );
}

/// Regulation 36(1)(b).
#[test]
fn child_spoken_to_privately() {
    let on = |spoken: SpokenTo| {
        one(ChildSpokenToPrivately, with(Preparation::new().with_child_spoken_to(spoken)), LATER)
    };
    assert_eq!(on(day("2026-03-20").into()), "met");
    assert_eq!(on(day(HELD).into()), "met");
    assert_eq!(on(day("2026-03-28").into()), "not_met");
    assert_eq!(on(SpokenTo::No), "not_met");
    assert_eq!(
        on(SpokenTo::NotRecorded),
        "cannot_tell: the day of the private talk, or why there was none"
    );
}

/// Regulation 36(1)(b)(i) and (ii): the exceptions.
#[test]
fn child_spoken_to_privately_unless() {
    let on = |spoken: SpokenTo| {
        one(ChildSpokenToPrivately, with(Preparation::new().with_child_spoken_to(spoken)), LATER)
    };
    let refused = |understands| SpokenTo::Refused { of_sufficient_understanding: understands };
    assert_eq!(
        on(SpokenTo::refused()),
        "not_applicable: the child, of sufficient understanding, refused"
    );
    assert_eq!(on(refused(Some(false))), "not_met");
    assert_eq!(
        on(refused(None)),
        "cannot_tell: whether the child who refused was of sufficient understanding"
    );
    assert_eq!(
        on(SpokenTo::inappropriate("eleven months old")),
        "not_applicable: the IRO found it inappropriate at the child's age and understanding"
    );
}

#[test]
fn child_spoken_to_privately_explained() {
    let before =
        Preparation::new().with_child_spoken_to(SpokenTo::inappropriate("eleven months old"));
    assert_eq!(
        explained(ChildSpokenToPrivately, with(before), LATER),
        "Private talk with the child. Does not apply: the IRO found it inappropriate at the child's age \
         and understanding. Reason: eleven months old.\n  The Care Planning, Placement and Case Review \
         (England) Regulations 2010 (SI 2010/959), regulation 36(1)(b)."
    );
    let text = explained(
        ChildSpokenToPrivately,
        with(Preparation::new().with_child_spoken_to(day("2026-03-31"))),
        LATER,
    );
    assert!(
        text.contains("Not met. Spoken to only after the review, on: Tue 31 March 2026."),
        "{text}"
    );
}

/// Regulation 36(1)(b): for this review, so since the last one, and for the first since care began.
#[test]
fn child_spoken_to_privately_for_this_review() {
    let since = |began: &str, day_: &str| {
        let spoken = Preparation::new().with_child_spoken_to(day(day_));
        let care = CarePeriod::new(day(began)).with_review(review().with_preparation(spoken));
        one(ChildSpokenToPrivately, care, LATER)
    };
    assert_eq!(since("2026-03-02", "2026-03-01"), "not_met");
    assert_eq!(since("2026-03-02", "2026-03-02"), "met");
    let second =
        |day_: &str| second_after("2026-03-27", "2026-06-26", day_, ChildSpokenToPrivately);
    assert_eq!(second("2026-03-26"), "not_met");
    assert_eq!(second("2026-03-27"), "not_met", "it was for the review of that day");
    assert_eq!(second("2026-03-28"), "met");
}

const LATE: &str = "2026-12-01";

/// Care since 2 March, a review that nobody prepared, and another with everything done on one day.
fn prepared(first: &str, second: &str, on: &str) -> CarePeriod {
    let on = day(on);
    let nothing = Preparation::new()
        .with_discussion(Done::No)
        .with_report(Done::No)
        .with_care_plan(Done::No)
        .with_child_spoken_to(SpokenTo::No);
    let all = Preparation::new()
        .with_discussion(on)
        .with_report(on)
        .with_care_plan(on)
        .with_child_spoken_to(on);
    care()
        .with_review(ReviewRecord::new(day(first)).with_preparation(nothing))
        .with_review(ReviewRecord::new(day(second)).with_preparation(all))
}

/// What became of the second review's duty.
fn second_after(first: &str, second: &str, on: &str, rule: RuleId) -> String {
    let found = all(rule, &child(prepared(first, second, on)), LATE);
    assert_eq!(found.len(), 2, "{found:?}");
    found[1].split_once(' ').unwrap().1.to_owned()
}

/// Handbook, chapter 3: 15 working days before Friday 26 June 2026 is Friday 5 June, 3 are Tuesday 23 June.
#[test]
fn the_talk_and_the_papers_are_for_this_review() {
    let talk = |on: &str| second_after("2026-03-27", "2026-06-26", on, SocialWorkerDiscussion);
    let papers = |on: &str| second_after("2026-03-27", "2026-06-26", on, ReportsReady);
    for (on, of_the_talk, of_the_papers) in [
        ("2026-03-26", "not_met", "not_met"),
        ("2026-03-27", "not_met", "not_met"),
        ("2026-03-28", "met", "met"),
        ("2026-06-05", "met", "met"),
        ("2026-06-08", "met_late", "met"),
        ("2026-06-24", "met_late", "met_late"),
    ] {
        assert_eq!(talk(on), of_the_talk, "{on}");
        assert_eq!(papers(on), of_the_papers, "{on}");
    }
    let told = |rule| {
        let record = child(prepared("2026-03-27", "2026-06-26", "2026-03-20"));
        with_findings(&record, LATE, Policy::default(), |findings| {
            let mut of_rule = findings.iter().filter(|finding| finding.rule().id() == rule);
            of_rule.next_back().unwrap().explain().to_string()
        })
    };
    for (rule, expected) in [
        (
            SocialWorkerDiscussion,
            "Not met. Talk too early to be for this review, on: Fri 20 March 2026.\n",
        ),
        (
            ReportsReady,
            "Not met. Report too early to be for this review, on: Fri 20 March 2026. Care plan too early \
             to be for this review, on: Fri 20 March 2026.\n",
        ),
        (
            ChildSpokenToPrivately,
            "Not met. Spoken to too early to be for this review, on: Fri 20 March 2026.\n",
        ),
    ] {
        let text = told(rule);
        assert!(text.contains(expected), "{text}");
    }
}

/// Fifteen working days before a second review of Friday 17 April are Wednesday 25 March: Easter takes
/// 3 and 6 April. Of a first review on that day nobody had yet seen the end.
#[test]
fn a_review_that_follows_too_soon_for_a_talk() {
    let talk =
        |first: &str| second_after(first, "2026-04-17", "2026-04-01", SocialWorkerDiscussion);
    let not_owed = "not_applicable: the review before this one was not over by that day";
    assert_eq!(talk("2026-03-24"), "met_late");
    assert_eq!(talk("2026-03-25"), not_owed);
    assert_eq!(talk("2026-03-27"), not_owed);
}

/// Before the child was looked after nothing was done for a review; where the entry is not known it may have
/// been, for this one or for one that nobody sees.
#[test]
fn papers_from_before_care_began() {
    let papers = |entry: Entry| {
        let before = Preparation::new()
            .with_report(day("2026-02-27"))
            .with_care_plan(day("2026-03-24"))
            .with_discussion(day("2026-02-27"));
        let care = with(before).with_entry(entry);
        [one(ReportsReady, care.clone(), LATER), one(SocialWorkerDiscussion, care, LATER)]
    };
    assert_eq!(papers(Entry::Known), ["not_met", "not_met"]);
    let unseen = "cannot_tell: the day the child became looked after";
    assert_eq!(papers(Entry::NotKnown), [unseen, unseen]);
}

/// The Handbook has been in force since Friday 1 April 2011. Three working days before Wednesday 6 April are
/// that day; 15 before Tuesday 26 April are too (22 and 25 April were Easter), and before Thursday 21 April
/// they are 31 March.
#[test]
fn nothing_was_asked_on_a_day_before_the_guidance() {
    let told = |rule, held: &str| {
        let before = Preparation::new()
            .with_discussion(Done::No)
            .with_report(Done::No)
            .with_care_plan(Done::No);
        let review = ReviewRecord::new(day(held)).with_preparation(before);
        one(rule, CarePeriod::new(day("2011-02-01")).with_review(review), "2011-12-01")
    };
    let not_owed = "not_applicable: the guidance was not yet in force that day";
    assert_eq!(told(ReportsReady, "2011-04-05"), not_owed);
    assert_eq!(told(ReportsReady, "2011-04-06"), "not_met");
    assert_eq!(told(SocialWorkerDiscussion, "2011-04-21"), not_owed);
    assert_eq!(told(SocialWorkerDiscussion, "2011-04-26"), "not_met");
}

/// Regulation 36(1)(c).
#[test]
fn parents_views() {
    let on = |heard: &[Views]| {
        let before = heard.iter().cloned().fold(Preparation::new(), Preparation::with_views);
        one(ParentsViews, with(before), LATER)
    };
    let parent = Whose::Parent;
    let lost = Views::not_practicable(parent, "he cannot be found");
    let unknown = Views::new(Whose::ParentalResponsibility, Heard::NotRecorded);
    let whose = "cannot_tell: whose views were obtained";
    assert_eq!(on(&[]), whose);
    assert_eq!(on(&[Views::obtained(parent)]), "met");
    assert_eq!(on(&[Views::obtained(parent), Views::not_obtained(parent)]), "not_met");
    assert_eq!(on(&[unknown.clone(), Views::not_obtained(parent)]), "not_met");
    assert_eq!(
        on(&[Views::obtained(parent), unknown]),
        "cannot_tell: whether everyone's views were obtained"
    );
    assert_eq!(on(&[Views::obtained(parent), lost.clone()]), "met");
    assert_eq!(on(&[lost]), "not_applicable: it was not reasonably practicable");
    // A carer is no parent, with views or without.
    assert_eq!(on(&[Views::obtained(Whose::Carer)]), whose);
    assert_eq!(on(&[Views::obtained(parent), Views::not_obtained(Whose::Carer)]), "met");
}

#[test]
fn parents_views_where_there_is_nobody_to_ask() {
    let before = Preparation::new().with_no_parents("both have died");
    assert_eq!(
        explained(ParentsViews, with(before), LATER).lines().next().unwrap(),
        "Views of parents. Does not apply: there is no parent and nobody with parental responsibility. \
         Reason: both have died."
    );
}

#[test]
fn parents_views_explained() {
    let before = Preparation::new()
        .with_views(Views::obtained(Whose::Parent))
        .with_views(Views::not_practicable(Whose::Parent, "he cannot be found"));
    assert_eq!(
        explained(ParentsViews, with(before), LATER),
        "Views of parents. Met. Persons whose views were obtained: 1. Persons whose views it was not \
         practicable to obtain: 1. Reason: he cannot be found.\n  The Care Planning, Placement and Case \
         Review (England) Regulations 2010 (SI 2010/959), regulation 36(1)(c)."
    );
}
