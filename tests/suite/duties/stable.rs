//! A finding keeps its name when more becomes known, and nothing later than the day asked about is.

use super::random::{Dice, case, service};
use chrono::NaiveDate;
use iro_handbook::assess::{Assessment, Assessor, Finding, History, Of, Outcome};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::RuleId;
use iro_handbook::record::{
    AccommodationKind, CarePeriod, CareRecord, Decision, EventKind, Position, PromptReason,
    ReviewRecord, ServiceRecord,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const RECORDS: u64 = 500;
const LATER: chrono::Days = chrono::Days::new(37);

/// Every day after the day asked about put off, but for days that a decision or a diary sets.
fn put_off(value: &mut Value, as_of: chrono::NaiveDate) {
    match value {
        Value::String(text) => {
            if let Ok(day) = text.parse::<chrono::NaiveDate>() {
                if day > as_of {
                    *text = (day + LATER).to_string();
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|each| put_off(each, as_of)),
        Value::Object(fields) => {
            for (name, each) in fields {
                if name != "by" && name != "scheduled_for" {
                    put_off(each, as_of);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn nothing_after_the_day_asked_about_changes_a_finding() {
    let calendar = WorkingDays::england_and_wales();
    let mut compared = 0;
    for number in 0..RECORDS {
        let case = case(number);
        let mut other = serde_json::to_value(&case.record).unwrap();
        put_off(&mut other, case.as_of);
        let Ok(other) = serde_json::from_value::<CareRecord>(other) else { continue };
        let assessor = Assessor::new(&calendar, case.as_of).with_policy(case.policy);
        let Ok(changed) = assessor.assess(&other) else { continue };
        let found = assessor.assess(&case.record).unwrap();
        for (one, two) in found.findings().iter().zip(changed.findings()) {
            assert_eq!(one, two, "{} as of {}", one.key(), case.as_of);
        }
        assert_eq!(found.findings().len(), changed.findings().len());
        compared += usize::from(other != case.record);
    }
    assert!(compared > 100, "{compared}");
}

/// The record as it would have stood on a day: what came later is not on its lists, and of what was on them
/// nothing later is known.
fn cut_off(value: &mut Value, as_of: NaiveDate) {
    let is_later = |value: &Value| {
        let day = value.as_str().and_then(|text| text.parse::<NaiveDate>().ok());
        day.is_some_and(|day| day > as_of)
    };
    let began_later = |item: &Value| {
        let named = ["on", "held_on", "began", "from", "raised_on", "placed"];
        let mut days = named.iter().filter_map(|name| item.get(name)).chain([item]);
        // An event is a word with its day, or with an object that has it.
        let inner = item.as_object().filter(|fields| fields.len() == 1);
        let inner = inner.and_then(|fields| fields.values().next());
        days.any(is_later)
            || inner.is_some_and(|inner| is_later(inner) || inner.get("on").is_some_and(is_later))
    };
    match value {
        Value::Array(all) => {
            all.retain(|item| !began_later(item));
            all.iter_mut().for_each(|each| cut_off(each, as_of));
        }
        Value::Object(fields) => {
            for (name, each) in fields {
                // A decision and a diary set days ahead; that a test lacked something, and has it since, is told.
                let ahead = ["by", "scheduled_for", "raised_with_senior_officers"];
                if ahead.contains(&name.as_str()) {
                    continue;
                }
                let done = each.as_object().filter(|fields| fields.len() == 1);
                if is_later(each) {
                    *each = Value::Null;
                } else if done.and_then(|done| done.get("on")).is_some_and(is_later) {
                    *each = json!("no");
                } else {
                    cut_off(each, as_of);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Remanded on 2 March 2020 and detained from the 20th, when the plan was made; then a placement of 1 to 11 May,
/// planned on 1 June, by the term of the coronavirus. Every day of the spring is asked about.
#[test]
fn what_was_not_yet_entered_changes_no_finding_about_a_plan() {
    let calendar = WorkingDays::england_and_wales();
    let plan = |on: &str| json!({ "made": { "on": on }, "beforehand": { "not_practicable": "x" } });
    let record = json!({ "id": "C-1", "periods_of_care": [{
        "began": "2020-03-02",
        "legal_statuses": { "spans": [
            { "status": "remand_to_youth_detention", "from": "2020-03-02", "ended": "2020-05-01" },
            { "status": "accommodated", "from": "2020-05-01" },
        ] },
        "placements": { "list": [
            { "from": "2020-03-20", "kind": "youth_detention", "ended": "2020-05-01",
              "plan": plan("2020-03-20") },
            { "from": "2020-05-01", "kind": "foster", "ended": "2020-05-11",
              "plan": plan("2020-06-01") },
        ] },
    }] });
    let whole: CareRecord = serde_json::from_value(record.clone()).unwrap();
    for as_of in day("2020-03-02").iter_days().take(100) {
        let mut cut = record.clone();
        cut_off(&mut cut, as_of);
        let cut: CareRecord = serde_json::from_value(cut).unwrap();
        let assessor = Assessor::new(&calendar, as_of);
        let [one, other] = [&whole, &cut].map(|record| assessor.assess(record).unwrap());
        assert_eq!(one.findings(), other.findings(), "as of {as_of}");
    }
}

#[test]
fn what_was_not_yet_entered_changes_no_finding() {
    let calendar = WorkingDays::england_and_wales();
    let mut compared = 0;
    for number in 0..RECORDS {
        let case = case(number);
        let mut other = serde_json::to_value(&case.record).unwrap();
        cut_off(&mut other, case.as_of);
        let Ok(other) = serde_json::from_value::<CareRecord>(other) else { continue };
        let assessor = Assessor::new(&calendar, case.as_of).with_policy(case.policy);
        let Ok(cut) = assessor.assess(&other) else { continue };
        let found = assessor.assess(&case.record).unwrap();
        assert_eq!(found.findings(), cut.findings(), "child {number} as of {}", case.as_of);
        compared += usize::from(other != case.record);
    }
    assert!(compared > 100, "{compared}");
}

/// What was done stays done, under the same key, on every later day.
#[test]
fn what_is_met_keeps_its_key() {
    let calendar = WorkingDays::england_and_wales();
    // Told for the year or the day asked about, and not for an event.
    let of_the_day = [RuleId::IroContinuity, RuleId::IroSiblings, RuleId::IroMetChild];
    let settled = |finding: &&Finding<'_>| {
        matches!(finding.outcome(), Outcome::Met | Outcome::MetLate)
            && finding.answered_on().is_some()
            && !of_the_day.contains(&finding.rule().id())
    };
    for number in 0..RECORDS {
        let case = case(number);
        let on = |as_of| Assessor::new(&calendar, as_of).assess(&case.record).unwrap();
        let (before, after) = (on(case.as_of), on(case.as_of + LATER));
        let keys: BTreeSet<_> = after.findings().iter().map(|f| f.key().to_string()).collect();
        for finding in before.findings().iter().filter(settled) {
            assert!(keys.contains(&finding.key().to_string()), "{}", finding.key());
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The keys of a record's findings by some rules, as of 31 July 2026.
fn keys(record: &Value, rules: &[&str], history: History) -> Vec<String> {
    let record: CareRecord = serde_json::from_value(record.clone()).unwrap();
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, day("2026-07-31")).with_history(history);
    let assessment = assessor.assess(&record).unwrap();
    let of_rules = assessment.findings().iter().filter(|f| rules.contains(&f.rule().id().as_str()));
    of_rules.map(|finding| finding.key().to_string()).collect()
}

/// Regulation 28(2): each visit starts the clock of the next. The visit of 17 April was forgotten.
#[test]
fn a_link_is_known_by_the_day_it_runs_from() {
    let visited = |days: &[&str]| {
        let visits: Vec<Value> = days.iter().map(|on| json!({ "on": on })).collect();
        let placement = json!({ "from": "2026-03-02", "kind": "foster" });
        let record = json!({ "id": "C-1", "periods_of_care": [{
            "began": "2026-03-02", "visits": { "list": visits },
            "placements": { "list": [placement] },
        }] });
        keys(&record, &["visit-first", "visit-interval"], History::Complete)
    };
    let of = |rule: &str, from: &str| format!("{rule}/C-1/placement/2026-03-02/from/{from}/0");
    let [first, second, third] = [
        of("visit-first", "2026-03-02"),
        of("visit-interval", "2026-03-06"),
        of("visit-interval", "2026-05-29"),
    ];
    assert_eq!(visited(&["2026-03-06", "2026-05-29"]), [&*first, &second, &third]);
    let forgotten = of("visit-interval", "2026-04-17");
    assert_eq!(
        visited(&["2026-05-29", "2026-03-06", "2026-04-17"]),
        [&*first, &second, &forgotten, &third]
    );
}

/// Regulation 28(4): week by week, from the start of the placement and from a visit on that day alike.
#[test]
fn two_clocks_of_one_day_are_told_apart() {
    let record = json!({ "id": "C-1", "periods_of_care": [{
        "began": "2026-03-02",
        "visits": { "list": [{ "on": "2026-03-02" }, { "on": "2026-03-09" }] },
        "placements": { "list": [{ "from": "2026-03-02", "kind": "temporary_approval" }] },
    }] });
    let of = |from: &str| format!("visit-temporary-approval/C-1/placement/2026-03-02/from/{from}");
    assert_eq!(
        keys(&record, &["visit-temporary-approval"], History::Complete),
        [of("2026-03-02/0"), of("2026-03-02/1"), of("2026-03-09/0")]
    );
}

/// Regulation 33. Of reviews complete from 1 April 2026 the first is counted from 31 March at the latest.
#[test]
fn a_clock_that_started_in_the_dark_is_known_by_the_eve_of_the_records() {
    let record = json!({ "id": "C-1", "periods_of_care": [{
        "began": "2026-01-05", "reviews": [{ "held_on": "2026-06-30" }],
    }] });
    let rules = ["first-review", "second-review", "subsequent-review"];
    let of = |rule: &str, from: &str| format!("{rule}/C-1/care/2026-01-05/from/{from}/0");
    assert_eq!(
        keys(&record, &rules, History::CompleteFrom(day("2026-04-01"))),
        [of("subsequent-review", "2026-03-31"), of("subsequent-review", "2026-06-30")]
    );
    assert_eq!(
        keys(&record, &rules, History::Complete),
        [of("first-review", "2026-01-05"), of("second-review", "2026-06-30")]
    );
}

/// The same change twice on one day: a duty each.
#[test]
fn two_changes_of_clock_of_one_day_are_told_apart() {
    let record = json!({ "id": "C-1", "periods_of_care": [{
        "began": "2026-01-05", "adoption": [{ "placed": "2026-06-01" }, { "placed": "2026-06-01" }],
    }] });
    let of = |number| {
        format!("adoption-placement-review-1/C-1/care/2026-01-05/from/2026-06-01/{number}")
    };
    assert_eq!(keys(&record, &["adoption-placement-review-1"], History::Complete), [of(0), of(1)]);
}

/// Regulation 36(1)(d): by the caller's identifier, in any order; without one by the number.
#[test]
fn a_decision_is_known_by_its_identifier() {
    let decided = |ids: &[Option<&str>]| {
        let all: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "what": "a" })).collect();
        let record = json!({ "id": "C-1", "periods_of_care": [{
            "began": "2026-03-02", "reviews": [{ "held_on": "2026-03-27", "decisions": all }],
        }] });
        let found = keys(&record, &["decision-implemented"], History::Complete);
        let start = "decision-implemented/C-1/review/2026-03-27/decision/";
        found.iter().map(|key| key.strip_prefix(start).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(decided(&[Some("A/1"), None]), ["id/A%2F1/0", "2/0"]);
    assert_eq!(decided(&[None, Some("1"), Some("A/1")]), ["1/0", "id/1/0", "id/A%2F1/0"]);
    let of = Of::NamedDecision(day("2026-03-27"), "A/1");
    assert_eq!(of.to_string(), "decision A/1 of the review of 27 March 2026");
}

#[test]
fn a_decision_has_an_identifier_of_its_own() {
    let held = |ids: [&str; 2]| {
        let all = ids.map(|id| Decision::new("a").with_id(id));
        let review = ReviewRecord::new(day("2026-03-27"));
        let review = all.into_iter().fold(review, ReviewRecord::with_decision);
        let care = CarePeriod::new(day("2026-03-02")).with_review(review);
        let problems = CareRecord::new("C-1").with_period_of_care(care).problems();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert!(held(["A", "B"]).is_empty());
    assert_eq!(
        held(["A", "A"]),
        ["child C-1: identifier of a decision is A: two decisions of a review have it"]
    );
    assert_eq!(
        held(["A", " "]),
        ["child C-1: identifier of a decision is empty: it is given, and says nothing"]
    );
}

/// Each list of which two things can have one day, with things of that day that differ in kind.
const OF_ONE_DAY: [(&str, &str, &[&str]); 3] = [
    ("events/list", "iro-informed-of-change/C-1/event/2026-03-10", &["contact", "missing"]),
    ("review_calls/prompts", "early-review/C-1/event/2026-03-10", &["iro_asked", "child_asked"]),
    (
        "review_calls/accommodations",
        "review-before-end/C-1/accommodation/2026-03-10",
        &["child_not_in_care", "court_or_police"],
    ),
];

fn with_list(list: &str, items: &[Value]) -> Value {
    let care = match list.split_once('/') {
        Some((part, list)) => json!({ "began": "2026-03-02", part: { list: items } }),
        None => json!({ "began": "2026-03-02", list: items }),
    };
    json!({ "id": "C-1", "periods_of_care": [care] })
}

/// A thing of a kind, and of the day and the rule of a key.
fn of_kind(list: &str, kind: &str) -> Value {
    match list {
        "review_calls/accommodations" => json!({ "began": "2026-03-10", "kind": kind }),
        "review_calls/prompts" => json!({ "on": "2026-03-10", "reason": kind }),
        _ => json!({ "on": "2026-03-10", "kind": kind }),
    }
}

#[test]
fn things_of_one_day_are_known_by_their_kind() {
    for (list, start, kinds) in OF_ONE_DAY {
        let rule = start.split('/').next().unwrap();
        let keys = |items: &[Value]| keys(&with_list(list, items), &[rule], History::Complete);
        for kind in kinds {
            assert_eq!(keys(&[of_kind(list, kind)]), [format!("{start}/{kind}/0")]);
        }
        let all: Vec<Value> = kinds.iter().map(|kind| of_kind(list, kind)).collect();
        let both: BTreeSet<String> = keys(&all).into_iter().collect();
        assert_eq!(both, kinds.iter().map(|kind| format!("{start}/{kind}/0")).collect());
    }
}

/// Of one kind and one day: by the caller's identifiers, in any order; without them by the number.
#[test]
fn things_of_one_kind_are_known_by_their_identifiers() {
    let mut lists: Vec<(&str, String, Value)> = Vec::new();
    for (list, start, kinds) in OF_ONE_DAY {
        lists.push((list, format!("{start}/{}", kinds[0]), of_kind(list, kinds[0])));
    }
    for (list, rule) in [
        ("review_calls/plan_changes", "review-before-change"),
        ("review_calls/parent_placements", "review-before-placing-with-parent"),
        ("review_calls/placement_endings", "review-before-ending-placement"),
    ] {
        let item = json!({ "on": "2026-03-10" });
        lists.push((list, format!("{rule}/C-1/event/2026-03-10"), item));
    }
    for (list, start, item) in lists {
        let rule = start.split('/').next().unwrap();
        let told = |ids: &[Option<&str>]| {
            let named = |id: &Option<&str>| {
                let mut item = item.clone();
                item["id"] = json!(id);
                item
            };
            let items: Vec<Value> = ids.iter().map(named).collect();
            let found = keys(&with_list(list, &items), &[rule], History::Complete);
            let rest = |key: &String| key.strip_prefix(&start).unwrap().to_owned();
            found.iter().map(rest).collect::<Vec<_>>()
        };
        assert_eq!(told(&[Some("B/1")]), ["/id/B%2F1/0"], "{list}");
        assert_eq!(told(&[Some("B"), None, Some("A"), None]), ["/0", "/1", "/id/A/0", "/id/B/0"]);
        let twice: CareRecord =
            serde_json::from_value(with_list(list, &[item.clone(), item.clone()])).unwrap();
        assert!(twice.check().is_ok(), "{list}: without identifiers");
        for (ids, problem) in [(["A", "A"], "have it"), (["A", " "], "says nothing")] {
            let items = ids.map(|id| {
                let mut item = item.clone();
                item["id"] = json!(id);
                item
            });
            let record: CareRecord = serde_json::from_value(with_list(list, &items)).unwrap();
            let found: Vec<_> = record.problems().iter().map(ToString::to_string).collect();
            let [one] = &found[..] else { panic!("{list}: {found:?}") };
            assert!(one.contains("identifier of a") && one.ends_with(problem), "{one}");
        }
    }
}

/// The word of a kind in keys is its word in JSON.
#[test]
fn the_codes_of_kinds_are_those_of_the_json() {
    fn same<T: serde::Serialize + serde::de::DeserializeOwned>(
        words: &[&str],
        code: fn(T) -> &'static str,
    ) {
        for word in words {
            assert_eq!(code(serde_json::from_value(json!(word)).unwrap()), *word);
        }
    }
    same(
        &[
            "plan_change",
            "missed_decision",
            "contact",
            "social_worker_change",
            "safeguarding",
            "complaint",
            "unplanned_move",
            "family_event",
            "charge",
            "exclusion",
            "missing",
            "health",
            "panel_decision",
        ],
        EventKind::code,
    );
    same(
        &["court_or_police", "custody_of_child_in_care", "child_not_in_care"],
        AccommodationKind::code,
    );
    same(
        &[
            "iro_asked",
            "welfare_not_safeguarded",
            "persistently_absent",
            "risk_reported",
            "child_asked",
        ],
        PromptReason::code,
    );
    same(
        &[
            "prepares_plan",
            "manages_case",
            "visiting_representative",
            "personal_adviser",
            "manager_of_them",
            "controls_resources",
        ],
        Position::code,
    );
}

/// Something that is entered besides, and what it may touch.
struct Entered {
    what: &'static str,
    /// Where the list of it is, from the record or from a period of care.
    list: &'static str,
    item: fn(NaiveDate) -> Value,
    /// Of these rules at most so many findings change under their keys, by their beginning.
    changes: &'static [(&'static str, usize)],
    /// Of these rules a finding may have another key: those by which a later link now comes under another.
    moves: &'static [&'static str],
}

const ENTERED: [Entered; 12] = [
    Entered {
        what: "a visit",
        list: "visits/list",
        item: |on| json!({ "on": on, "child_seen": true }),
        // On the day of a move it counts in both placements.
        changes: &[("visit-", 2)],
        moves: &[],
    },
    // The duties about the day of a review are about that review. By an earlier review the second is the third.
    Entered {
        what: "a review",
        list: "reviews",
        item: |on| json!({ "held_on": on }),
        changes: &[
            ("first-review", 1),
            ("second-review", 1),
            ("subsequent-review", 2),
            ("long-term-foster-meeting", 1),
            ("adoption-placement-", 2),
            ("adoption-return-review", 1),
            ("adoption-authority-", usize::MAX),
            ("early-review", usize::MAX),
            ("review-before-", usize::MAX),
            ("iro-appointed", 1),
            // What prepared the review after it may have prepared this one.
            ("social-worker-discussion", 1),
            ("reports-ready", 1),
            ("child-spoken-to-privately", 1),
            ("iro-met-child", 1),
            ("initial-health-assessment", 1),
            ("midway-check", usize::MAX),
            ("schedule-7", usize::MAX),
            ("visit-", usize::MAX),
        ],
        moves: &["second-review", "subsequent-review", "adoption-placement-"],
    },
    Entered {
        what: "a significant event",
        list: "events/list",
        item: |on| json!({ "on": on, "kind": "charge" }),
        changes: &[],
        moves: &[],
    },
    Entered {
        what: "a health assessment",
        list: "health/assessments",
        item: |on| json!({ "on": on }),
        changes: &[("health-review", 1), ("initial-health-assessment", 1)],
        moves: &[],
    },
    Entered {
        what: "an event calling for a review",
        list: "review_calls/prompts",
        item: |on| json!({ "on": on, "reason": "iro_asked" }),
        changes: &[],
        moves: &[],
    },
    Entered {
        what: "accommodation",
        list: "review_calls/accommodations",
        item: |on| json!({ "began": on, "kind": "court_or_police" }),
        changes: &[],
        moves: &[],
    },
    Entered {
        what: "a change of plan",
        list: "review_calls/plan_changes",
        item: |on| json!({ "on": on }),
        changes: &[],
        moves: &[],
    },
    Entered {
        what: "a panel",
        list: "review_calls/secure_placements/0/reviews",
        item: |on| json!({ "held_on": on, "members": 3, "independent_members": 1 }),
        changes: &[("secure-review-", 1)],
        moves: &[],
    },
    Entered {
        what: "a review of short breaks",
        list: "/short_breaks/series/0/reviews",
        item: |on| json!(on),
        // Breaks that do not keep to the conditions are each owed an ordinary first review, and one review
        // answers for all that had begun.
        changes: &[
            ("short-break-first-review", 1),
            ("short-break-subsequent-review", 1),
            ("first-review", usize::MAX),
        ],
        moves: &[],
    },
    Entered {
        what: "a decision",
        list: "reviews/0/decisions",
        item: |on| json!({ "id": format!("on {on}"), "what": "a school" }),
        // Where there was none there was nothing to write down.
        changes: &[("decisions-", 2), ("manager-response", 1)],
        moves: &[],
    },
    Entered {
        what: "a test for a referral",
        list: "/disputes/list/0/cafcass_tests",
        item: |on| json!({ "on": on, "failure": "none_found" }),
        changes: &[],
        moves: &[],
    },
    Entered {
        what: "a relative",
        list: "/kin/relatives",
        item: |on| json!({ "id": format!("K of {on}"), "relation": "sibling" }),
        changes: &[],
        moves: &[],
    },
];

const DAY: [&str; 3] = ["on", "held_on", "began"];

/// Everything on the list that has a day has another one, or is of another kind.
fn is_free(list: &[Value], new: &Value, on: NaiveDate) -> bool {
    let day = json!(on);
    list.iter().all(|item| {
        let other_kind = ["kind", "reason"].iter().any(|name| item[*name] != new[*name]);
        *item != day && (other_kind || DAY.iter().all(|name| item[*name] != day))
    })
}

/// The day of the first thing on the list.
fn first_day(record: &Value, entered: &Entered) -> Option<NaiveDate> {
    let list = match entered.list.strip_prefix('/') {
        Some(list) => format!("/{list}/0"),
        None => format!("/periods_of_care/0/{}/0", entered.list),
    };
    let item = record.pointer(&list)?;
    DAY.iter().find_map(|name| item[*name].as_str()?.parse().ok())
}

/// The record with one more, before all others of its list, if it does not contradict itself then; and
/// whether anybody had kept the list: where not, all that hangs on it is told anew.
fn with_one_more(record: &Value, entered: &Entered, on: NaiveDate) -> Option<(CareRecord, bool)> {
    let mut record = record.clone();
    let (whole, list) = match entered.list.strip_prefix('/') {
        Some(list) => (&mut record, list),
        None => (record.pointer_mut("/periods_of_care/0")?, entered.list),
    };
    let list = whole.pointer_mut(&format!("/{list}"))?;
    let kept = !list.is_null();
    if !kept {
        *list = json!([]);
    }
    let list = list.as_array_mut()?;
    let new = (entered.item)(on);
    if !is_free(list, &new, on) {
        return None;
    }
    list.insert(0, new);
    let record = serde_json::from_value::<CareRecord>(record).ok()?;
    record.check().is_ok().then_some((record, kept))
}

/// Each decision with an identifier.
fn identified(record: &CareRecord) -> Value {
    let mut record = serde_json::to_value(record).unwrap();
    for period in record["periods_of_care"].as_array_mut().unwrap() {
        for review in period["reviews"].as_array_mut().unwrap() {
            let decisions = review["decisions"].as_array_mut();
            for (number, decision) in decisions.into_iter().flatten().enumerate() {
                decision["id"] = json!(format!("D-{number}"));
            }
        }
    }
    record
}

fn by_key<'r>(assessment: &Assessment<'r>) -> BTreeMap<String, Finding<'r>> {
    let found = assessment.findings();
    let all: BTreeMap<_, _> = found.iter().map(|f| (f.key().to_string(), *f)).collect();
    assert_eq!(all.len(), found.len(), "a key stands twice");
    all
}

/// What says that a list is empty, or that nobody kept it, goes when something stands on it; so does what is
/// said of a dispute in which no test for a referral was put.
fn speaks_of_the_list(finding: &Finding<'_>) -> bool {
    let of_rule = finding.rule().id() == RuleId::CafcassReferral;
    of_rule || matches!(finding.outcome(), Outcome::NotApplicable(_) | Outcome::CannotTell(_))
}

#[test]
fn what_is_entered_besides_moves_no_key_but_of_what_it_touches() {
    let calendar = WorkingDays::england_and_wales();
    let mut wrong = Vec::new();
    let mut compared = [0; ENTERED.len()];
    for number in 0..RECORDS / 2 {
        let case = case(number);
        let whole = identified(&case.record);
        let plain: CareRecord = serde_json::from_value(whole.clone()).unwrap();
        let began = case.record.periods_of_care()[0].began();
        let span = case.as_of.signed_duration_since(began).num_days().unsigned_abs();
        let on = began + chrono::Days::new(Dice::new(number).to(span.max(1)));
        let assessor = Assessor::new(&calendar, case.as_of)
            .with_history(case.history)
            .with_policy(case.policy);
        let before = by_key(&assessor.assess(&plain).unwrap());
        // On a day of its own, and on that of something else on the list.
        let days = |entered| [Some(on), first_day(&whole, entered)].into_iter().flatten();
        let all = ENTERED.iter().zip(&mut compared);
        for (entered, compared, on) in all.flat_map(|(entered, compared)| {
            let count: &std::cell::Cell<usize> = std::cell::Cell::from_mut(compared);
            days(entered).map(move |on| (entered, count, on))
        }) {
            let Some((fuller, kept)) = with_one_more(&whole, entered, on) else { continue };
            compared.set(compared.get() + 1);
            let after = by_key(&assessor.assess(&fuller).unwrap());
            let mut changed: BTreeMap<&str, usize> = BTreeMap::new();
            let mut fail = |key: &str, how| {
                let Entered { what, .. } = entered;
                wrong.push(format!("{key} {how} by {what} on {on}, as of {}", case.as_of));
            };
            for (key, finding) in &before {
                let rule = finding.rule().id().as_str();
                match after.get(key) {
                    Some(same) if same == finding => {}
                    Some(_) => {
                        let allowed = entered.changes.iter().find(|(of, _)| rule.starts_with(of));
                        let few = allowed.map(|(of, most)| {
                            let count = changed.entry(of).or_default();
                            *count += 1;
                            *count <= *most
                        });
                        if few.is_none_or(|few| kept && !few) {
                            fail(key, "is changed");
                        }
                    }
                    None if entered.moves.iter().any(|of| rule.starts_with(of)) => {}
                    None if !key.contains("/from/") && speaks_of_the_list(finding) => {}
                    None => fail(key, "is gone"),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (entered, compared) in ENTERED.iter().zip(compared) {
        assert!(compared > 5, "{}: {compared}", entered.what);
    }
}

/// Every list in another order, but for those in which the order says something.
fn shuffled(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Array(all) => {
            for place in (1..all.len()).rev() {
                let other = usize::try_from(dice.to(place as u64 + 1)).unwrap();
                all.swap(place, other);
            }
            all.iter_mut().for_each(|each| shuffled(each, dice));
        }
        Value::Object(fields) => {
            for (name, each) in fields {
                // Decisions are numbered as they stand; what happened on one day came in that order; stages
                // of a ladder follow one another.
                let in_order = ["decisions", "adoption", "ladder"].contains(&name.as_str())
                    || (name == "events" && each.is_array());
                if !in_order {
                    shuffled(each, dice);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The same facts in another order give the same findings in the same order.
#[test]
fn the_order_in_which_facts_are_given_is_of_no_account() {
    let calendar = WorkingDays::england_and_wales();
    let mut turned = 0;
    for number in 0..RECORDS {
        let case = case(number);
        let dice = &mut Dice::new(number);
        let one = serde_json::to_value(&case.record).unwrap();
        let mut other = one.clone();
        // Of some things two on one day.
        for list in ["/periods_of_care/0/events/list", "/periods_of_care/0/visits/list"] {
            let Some(list) = other.pointer_mut(list).and_then(Value::as_array_mut) else {
                continue;
            };
            if let Some(mut twin) = list.first().cloned() {
                match twin.get_mut("kind") {
                    Some(kind) => *kind = json!("unplanned_move"),
                    None => twin["seen_alone"] = json!("child_refused"),
                }
                list.push(twin);
            }
        }
        let fuller = other.clone();
        shuffled(&mut other, dice);
        turned += usize::from(other != fuller);
        let records = [fuller, other].map(|one| serde_json::from_value::<CareRecord>(one).unwrap());
        let assessor = Assessor::new(&calendar, case.as_of).with_history(case.history);
        let [one, other] = records.each_ref().map(|record| assessor.assess(record).unwrap());
        assert_eq!(one.findings(), other.findings(), "child {number}");
    }
    assert!(turned > 100, "{turned}");
    for number in 0..RECORDS {
        let (one, as_of) = service(number);
        let mut other = serde_json::to_value(&one).unwrap();
        shuffled(&mut other, &mut Dice::new(number));
        let other: ServiceRecord = serde_json::from_value(other).unwrap();
        let assessor = Assessor::new(&calendar, as_of);
        let of = |service| format!("{:?}", assessor.assess_service(service).unwrap());
        assert_eq!(of(&one), of(&other), "service {number}");
    }
}
