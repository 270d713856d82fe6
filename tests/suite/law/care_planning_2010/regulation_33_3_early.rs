//! Regulation 33(3)(a), (b) and (f) to (h) of SI 2010/959: a review before the ordinary last day.
//!
//! Looked after from 2 March 2026, first review 27 March: the second is due by 27 June in any case, so
//! an early one by 26 June.

use crate::duties::reviews::*;
use iro_handbook::assess::History;
use iro_handbook::record::{AdoptionChange, Entry, Exception, PromptReason, ReviewPrompt};

fn prompt(on: &str, reason: PromptReason) -> ReviewPrompt {
    ReviewPrompt::new(day(on), reason)
}

fn asked(on: &str) -> ReviewPrompt {
    prompt(on, PromptReason::IroAsked)
}

fn record(reviews: &[&str], prompts: impl IntoIterator<Item = ReviewPrompt>) -> CareRecord {
    with_calls(reviews, ReviewCalls::default().with_prompts(prompts))
}

fn early(record: &CareRecord, as_of: &str) -> Vec<String> {
    told(record, as_of, "early-review")
}

/// Regulation 33(3)(a): both sides of the last day.
#[test]
fn met_and_late() {
    let cases = [
        ("2026-06-01", "met by 2026-06-26 on 2026-06-01"),
        ("2026-06-26", "met by 2026-06-26 on 2026-06-26"),
        ("2026-06-27", "met_late by 2026-06-26 on 2026-06-27"),
        ("2026-08-03", "met_late by 2026-06-26 on 2026-08-03"),
    ];
    for (next, expected) in cases {
        let record = record(&["2026-03-27", next], [asked("2026-05-05")]);
        assert_eq!(early(&record, "2026-12-31"), [expected], "{next}");
    }
}

#[test]
fn open_and_missed() {
    let record = record(&["2026-03-27"], [asked("2026-05-05")]);
    assert!(early(&record, "2026-05-04") == ["not_applicable: nothing called for an early review"]);
    assert_eq!(early(&record, "2026-05-05"), ["not_yet_due by 2026-06-26"]);
    assert_eq!(early(&record, "2026-06-26"), ["not_yet_due by 2026-06-26"]);
    assert_eq!(early(&record, "2026-06-27"), ["not_met by 2026-06-26"]);
}

#[test]
fn lapsed_with_care() {
    let ended = |on| {
        let calls = ReviewCalls::default().with_prompts([asked("2026-05-05")]);
        child(care(&["2026-03-27"]).with_review_calls(calls).with_ended(day(on)))
    };
    assert_eq!(early(&ended("2026-06-26"), "2026-12-31"), ["lapsed by 2026-06-26"]);
    assert_eq!(early(&ended("2026-06-27"), "2026-12-31"), ["not_met by 2026-06-26"]);
}

/// A review on the day of the event is not the next one, and the clock is that of after it.
#[test]
fn a_review_on_the_day_of_the_event() {
    let record = record(&["2026-03-27", "2026-06-01"], [asked("2026-03-27")]);
    assert_eq!(early(&record, "2026-12-31"), ["met by 2026-06-26 on 2026-06-01"]);
}

/// With no day between the event and the ordinary last day there is nothing to bring forward.
#[test]
fn no_day_left() {
    let reason = "the next review was due by the following day in any case";
    for (on, applies) in [("2026-06-25", true), ("2026-06-26", false), ("2026-07-10", false)] {
        let found = early(&record(&["2026-03-27"], [asked(on)]), "2026-12-31");
        let expected = if applies {
            "not_met by 2026-06-26".into()
        } else {
            format!("not_applicable: {reason}")
        };
        assert_eq!(found, [expected], "{on}");
    }
}

/// Regulation 33(3)(h): unless the IRO finds the request unjustified.
#[test]
fn the_childs_own_request() {
    let child_asked = |unjustified: Option<Exception>, next: &str| {
        let prompt = prompt("2026-05-05", PromptReason::ChildAsked);
        let prompt = unjustified.map_or(prompt.clone(), |u| prompt.with_unjustified(u));
        early(&record(&["2026-03-27", next], [prompt]), "2026-12-31")
    };
    let because = || Some(Exception::because("asked the day after a review"));
    assert_eq!(
        child_asked(because(), "2026-07-01"),
        ["not_applicable: the IRO found the child's request unjustified"]
    );
    assert_eq!(
        child_asked(Some(Exception::No), "2026-07-01"),
        ["met_late by 2026-06-26 on 2026-07-01"]
    );
    assert_eq!(
        child_asked(None, "2026-07-01"),
        ["cannot_tell by 2026-06-26 on 2026-07-01: whether the IRO found the child's request \
          unjustified"]
    );
    assert_eq!(child_asked(None, "2026-06-01"), ["met by 2026-06-26 on 2026-06-01"]);
}

/// Regulation 33(3)(f) to (h) came with SI 2013/3239 on 27 January 2014; (a) and (b) were there before.
#[test]
fn since_when() {
    let found = |reason, on: &str| {
        let began = CarePeriod::new(day("2013-12-02"));
        let calls = ReviewCalls::default().with_prompts([prompt(on, reason)]);
        early(&child(began.with_review_calls(calls)), "2014-12-31").len()
    };
    use PromptReason::*;
    for reason in [PersistentlyAbsent, RiskReported, ChildAsked] {
        assert_eq!(found(reason, "2014-01-26"), 0, "{reason}");
        assert_eq!(found(reason, "2014-01-27"), 1, "{reason}");
    }
    for reason in [IroAsked, WelfareNotSafeguarded] {
        assert_eq!(found(reason, "2014-01-26"), 1, "{reason}");
    }
}

/// On the adoption clock the ordinary last day is the adoption review's: 4 weeks after Monday 13 April
/// is Monday 11 May. A change of clock on the day of the event comes before it.
#[test]
fn around_placement_for_adoption() {
    let cases = [
        ("2026-04-12", "met by 2026-06-26 on 2026-05-11"),
        ("2026-04-13", "met_late by 2026-05-10 on 2026-05-11"),
        ("2026-04-20", "met_late by 2026-05-10 on 2026-05-11"),
    ];
    for (on, expected) in cases {
        let care = care(&["2026-03-27", "2026-05-11"])
            .with_adoption(AdoptionChange::Placed(day("2026-04-13")))
            .with_review_calls(ReviewCalls::default().with_prompts([asked(on)]));
        assert_eq!(early(&child(care), "2026-12-31"), [expected], "{on}");
    }
}

/// Where the ordinary last day is known only between bounds.
#[test]
fn unknown_history() {
    let found = |next: &str| {
        let calls = ReviewCalls::default().with_prompts([asked("2026-05-05")]);
        let care = care(&["2026-03-27", next]).with_entry(Entry::NotKnown);
        early(&child(care.with_review_calls(calls)), "2026-12-31")
    };
    // The second review was due by 27 June, a later one by 27 September.
    let missing = "the day on which the next review was due in any case";
    assert_eq!(found("2026-06-26"), ["met by 2026-09-26 on 2026-06-26"]);
    assert_eq!(
        found("2026-06-27"),
        [format!("cannot_tell by 2026-09-26 on 2026-06-27: {missing}")]
    );
    assert_eq!(found("2026-09-27"), ["met_late by 2026-09-26 on 2026-09-27"]);

    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, day("2026-12-31"))
        .with_history(History::CompleteFrom(day("2026-05-06")));
    let found = told_by(&assessor, &record(&["2026-06-01"], [asked("2026-05-05")]), "early-review");
    assert_eq!(found, ["cannot_tell: the reviews before 6 May 2026"]);
}

#[test]
fn two_on_one_day_have_keys_of_their_own() {
    let both = [asked("2026-05-05"), prompt("2026-05-05", PromptReason::RiskReported)];
    keys_differ(&record(&["2026-03-27"], both), "2026-12-31");
}

#[test]
fn in_words() {
    let record = record(&["2026-03-27", "2026-07-01"], [asked("2026-05-05")]);
    assert_eq!(
        explained(&record, "2026-12-31", "early-review"),
        [
            "Early review: due by Fri 26 June 2026. Done Wed 1 July 2026, 5 days late. Called for on: \
          Tue 5 May 2026. Because: the IRO asked for a review. Due in any case by: Sat 27 June 2026.\n  \
          The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), \
          regulation 33(3)(a) and (b)."
        ]
    );
}

/// Which of several events of one day has which number does not hang on the order in which they were given.
#[test]
fn several_events_of_one_day_in_any_order() {
    let unjustified = prompt("2026-05-05", PromptReason::ChildAsked)
        .with_unjustified(Exception::because("asked for the day before too"));
    let events = [
        asked("2026-05-05"),
        prompt("2026-05-05", PromptReason::ChildAsked),
        unjustified,
        asked("2026-05-04"),
    ];
    let keyed = |order: [usize; 4]| {
        let record = record(&["2026-03-27"], order.map(|place| events[place].clone()));
        let calendar = WorkingDays::england_and_wales();
        let assessment = Assessor::new(&calendar, day("2026-06-01")).assess(&record).unwrap();
        let of = assessment.findings().iter().filter(|f| f.rule().id().as_str() == "early-review");
        of.map(|f| format!("{} {}", f.key(), f.explain())).collect::<Vec<_>>()
    };
    let told = keyed([0, 1, 2, 3]);
    assert_eq!(told.len(), 4);
    for order in [[3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
        assert_eq!(keyed(order), told);
    }
}
