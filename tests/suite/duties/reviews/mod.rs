//! When a review has to be held: every duty but those of the review clock itself.
//!
//! Dates are worked out by hand. In 2026 Good Friday is 3 April, Easter Monday 6 April.

mod contradictions;
mod json;
mod method;

pub use crate::assess::date as day;
pub(crate) use iro_handbook::assess::{Assessor, Finding, Policy};
pub(crate) use iro_handbook::calendar::WorkingDays;
pub(crate) use iro_handbook::law::Family;
pub(crate) use iro_handbook::record::{CarePeriod, CareRecord, ReviewCalls, ReviewRecord};

/// A child looked after from 2 March 2026, with reviews on these days.
pub fn care(reviews: &[&str]) -> CarePeriod {
    let care = CarePeriod::new(day("2026-03-02"));
    reviews.iter().fold(care, |care, on| care.with_review(ReviewRecord::new(day(on))))
}

pub fn child(care: CarePeriod) -> CareRecord {
    CareRecord::new("C-7").with_period_of_care(care)
}

pub fn with_calls(reviews: &[&str], calls: ReviewCalls) -> CareRecord {
    child(care(reviews).with_review_calls(calls))
}

/// The outcome, the last day, the day of the answer, and what is missing or why it does not apply.
pub fn row(finding: &Finding<'_>) -> String {
    let outcome = finding.outcome();
    let mut row = outcome.as_str().to_owned();
    if let Some(due) = finding.due() {
        row += &format!(" by {}", due.by());
    }
    if let Some(on) = finding.answered_on() {
        row += &format!(" on {on}");
    }
    let missing = outcome.missing().map(|missing| missing.to_string());
    if let Some(why) = outcome.reason().map(str::to_owned).or(missing) {
        row += &format!(": {why}");
    }
    row
}

/// What is found by one rule.
pub fn told_by(assessor: &Assessor<'_>, record: &CareRecord, rule: &str) -> Vec<String> {
    let assessment = assessor.assess(record).unwrap();
    let of_rule = assessment.findings().iter().filter(|f| f.rule().id().as_str() == rule);
    of_rule
        .map(|finding| {
            let known = finding.rule().outcomes().iter().map(|kind| kind.as_str());
            assert!(
                known.into_iter().any(|kind| kind == finding.outcome().as_str()),
                "{finding:?}"
            );
            row(finding)
        })
        .collect()
}

/// What is found by one rule as things stood on a day.
pub fn told(record: &CareRecord, as_of: &str, rule: &str) -> Vec<String> {
    told_with(Policy::default(), record, as_of, rule)
}

pub fn told_with(policy: Policy, record: &CareRecord, as_of: &str, rule: &str) -> Vec<String> {
    let calendar = WorkingDays::england_and_wales();
    told_by(&Assessor::new(&calendar, day(as_of)).with_policy(policy), record, rule)
}

/// Every explanation by one rule.
pub fn explained(record: &CareRecord, as_of: &str, rule: &str) -> Vec<String> {
    let calendar = WorkingDays::england_and_wales();
    let assessment = Assessor::new(&calendar, day(as_of)).assess(record).unwrap();
    let of_rule = assessment.findings().iter().filter(|f| f.rule().id().as_str() == rule);
    of_rule.map(|finding| finding.explain().to_string()).collect()
}

/// The keys of a whole family's findings differ.
pub fn keys_differ(record: &CareRecord, as_of: &str) {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, day(as_of)).with_families(&[Family::Reviews]);
    let assessment = assessor.assess(record).unwrap();
    let mut keys: Vec<_> = assessment.findings().iter().map(|f| f.key().to_string()).collect();
    let all = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

pub fn problems(record: &CareRecord) -> Vec<String> {
    record.problems().iter().map(ToString::to_string).collect()
}

/// What nobody recorded can be neither met nor breached; what there was none of does not apply.
#[test]
fn lists_not_kept_and_lists_that_are_empty() {
    let rules = [
        (
            "early-review",
            "anything called for an early review",
            "nothing called for an early review",
        ),
        (
            "review-before-end",
            "there was accommodation that does not end without a review",
            "there was no accommodation that does not end without a review",
        ),
        (
            "review-before-change",
            "the care plan was changed significantly",
            "the care plan was not changed significantly",
        ),
        (
            "review-before-placing-with-parent",
            "it was decided to place the child with a parent",
            "it was not decided to place the child with a parent",
        ),
        (
            "review-before-ending-placement",
            "the authority decided to end a placement",
            "the authority did not decide to end a placement",
        ),
        (
            "adoption-authority-review-1",
            "there was authority to place for adoption",
            "there was no authority to place for adoption",
        ),
        ("secure-review-1", "there was a secure placement", "there was no secure placement"),
    ];
    let as_of = "2026-06-01";
    for (rule, missing, none) in rules {
        let unknown = told(&child(care(&[])), as_of, rule);
        assert_eq!(unknown, [format!("cannot_tell: whether {missing}")], "{rule}");
        let empty = told(&with_calls(&[], ReviewCalls::none()), as_of, rule);
        assert_eq!(empty, [format!("not_applicable: {none}")], "{rule}");
        assert!(told(&child(care(&[])), "2026-03-01", rule).is_empty(), "{rule}: not begun");
    }
}

/// Before 1 April 2011 none of the duties of SI 2010/959 was there.
#[test]
fn before_the_rules_were_in_force() {
    let ended = |on| child(CarePeriod::new(day("2010-03-01")).with_ended(day(on)));
    for (ended_on, expected) in [("2011-03-31", 0), ("2011-04-01", 1)] {
        let found = told(&ended(ended_on), "2012-01-01", "review-before-change");
        assert_eq!(found.len(), expected, "{ended_on}");
    }
}
