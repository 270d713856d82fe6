//! Every rule at once: what its entry promises is what its assessment gives, over many records.

use super::random::{Case, case, protection, service};
use chrono::NaiveDate;
use iro_handbook::assess::{Assessment, Assessor, Finding, Outcome};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{Family, OutcomeKind, RuleId, rules};
use std::collections::{BTreeMap, BTreeSet};

const RECORDS: u64 = 6_000;

/// Where the review clock cannot tell which review was due, the finding bears the rule of the later day:
/// by these it tells, or another rule does not.
const CLOCK: [RuleId; 5] = [
    RuleId::FirstReview,
    RuleId::SecondReview,
    RuleId::AdoptionPlacementFirstReview,
    RuleId::AdoptionPlacementSecondReview,
    RuleId::AdoptionReturnReview,
];

const fn kind(outcome: Outcome) -> Option<OutcomeKind> {
    Some(match outcome {
        Outcome::Met => OutcomeKind::Met,
        Outcome::MetLate => OutcomeKind::MetLate,
        Outcome::NotMet => OutcomeKind::NotMet,
        Outcome::NotYetDue => OutcomeKind::NotYetDue,
        Outcome::Lapsed => OutcomeKind::Lapsed,
        Outcome::NotApplicable(_) => OutcomeKind::NotApplicable,
        Outcome::CannotTell(_) => OutcomeKind::CannotTell,
        _ => return None,
    })
}

fn assessor<'c>(calendar: &'c WorkingDays, case: &Case) -> Assessor<'c> {
    let assessor = Assessor::new(calendar, case.as_of).with_policy(case.policy.clone());
    assessor.with_history(case.history)
}

fn each_assessment(records: u64, mut check: impl FnMut(&str, NaiveDate, &Assessment<'_>)) {
    let calendar = WorkingDays::england_and_wales();
    for number in 0..records {
        let case = case(number);
        let assessment = assessor(&calendar, &case).assess(&case.record).unwrap();
        check(case.record.id(), case.as_of, &assessment);
        if number % 4 == 0 {
            let (service, as_of) = service(number);
            let assessment = Assessor::new(&calendar, as_of).assess_service(&service).unwrap();
            check(service.id(), as_of, &assessment);
        }
        let asked = protection(number);
        let assessor = Assessor::new(&calendar, asked.as_of).with_history(asked.history);
        let assessor = assessor.with_policy(asked.policy.clone());
        let assessment = assessor.assess_protection(&asked.record).unwrap();
        check(asked.record.id(), asked.as_of, &assessment);
    }
}

fn rules_page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/RULES.md");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_rule_has_all_that_a_rule_has() {
    let page = rules_page();
    for rule in rules() {
        let id = rule.id();
        assert!(rule.terms().next().is_some(), "{id}: no term");
        for term in rule.terms() {
            assert!(!term.citation().to_string().is_empty(), "{id}: no citation");
        }
        assert!(!rule.says().is_empty() && !rule.checks().is_empty(), "{id}");
        assert!(!rule.facts_needed().is_empty() && !rule.outcomes().is_empty(), "{id}");
        let sections = page
            .lines()
            .filter(|line| *line == format!("### `{id}`: {} ({})", rule.title(), rule.force()));
        assert_eq!(sections.count(), 1, "{id}: its section in docs/RULES.md");
    }
}

/// The registry and the assessments name the same outcomes, for each rule.
#[test]
fn every_rule_gives_the_outcomes_it_lists_and_no_other() {
    let mut seen: BTreeMap<RuleId, BTreeMap<OutcomeKind, String>> = BTreeMap::new();
    each_assessment(RECORDS, |_, as_of, assessment| {
        for finding in assessment.findings() {
            let kind = kind(finding.outcome()).expect("a known outcome");
            let of_rule = seen.entry(finding.rule().id()).or_default();
            of_rule.entry(kind).or_insert_with(|| format!("{} as of {as_of}", finding.key()));
        }
    });
    let mut wrong = Vec::new();
    for rule in rules() {
        let given = seen.remove(&rule.id()).unwrap_or_default();
        for kind in rule.outcomes() {
            let clock = *kind == OutcomeKind::CannotTell && CLOCK.contains(&rule.id());
            if !given.contains_key(kind) && !clock {
                wrong.push(format!("{}: {kind:?} is listed and never given", rule.id()));
            }
        }
        for (kind, example) in given {
            if !rule.outcomes().contains(&kind) {
                wrong.push(format!("{}: {kind:?} is given and not listed: {example}", rule.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn well_told(finding: &Finding<'_>) {
    let text = finding.explain().to_string();
    let key = finding.key().to_string();
    assert!(text.ends_with(&format!("\n  {}.", finding.term().citation())), "{key}: {text}");
    for word in ["None", "Some(", "NaiveDate", "Missing::", "..", "  \n", "262142"] {
        assert!(!text.contains(word), "{key}: {word:?} in {text}");
    }
    assert!(text.starts_with(finding.rule().title()), "{key}: {text}");
    let json = serde_json::to_string(finding).unwrap();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["key"], key.as_str());
    assert_eq!(value["outcome"], finding.outcome().as_str());
    assert_eq!(value["explanation"], text.as_str());
    let law = !key.is_empty() && finding.rule().force().is_law();
    let title = finding.term().citation().instrument().title();
    let guidance = title.contains("Handbook") || title.contains("Working Together");
    assert!(!(law && guidance), "{key}: guidance told as law");
}

#[test]
fn every_finding_is_told_in_words_and_in_json() {
    each_assessment(RECORDS / 8, |_, as_of, assessment| {
        let mut keys = BTreeSet::new();
        for finding in assessment.findings() {
            well_told(finding);
            assert!(keys.insert(finding.key().to_string()), "{} twice on {as_of}", finding.key());
        }
    });
}

/// No rule is laid on what was before it; what was due before it is judged by nothing.
#[test]
fn no_finding_by_a_rule_not_yet_in_force() {
    each_assessment(RECORDS / 8, |_, as_of, assessment| {
        for finding in assessment.findings() {
            let first = finding.rule().terms().next().unwrap().in_force().first_day();
            assert!(first <= as_of, "{} as of {as_of}", finding.key());
            // What is counted back from a review goes by the law of the review.
            let back = [RuleId::SocialWorkerDiscussion, RuleId::ReportsReady];
            let counted_back = back.contains(&finding.rule().id());
            // The clock of a chain started in its time, and what has none is about a day in it.
            let chain =
                finding.subject().clock().filter(|_| finding.rule().family() != Family::Iro);
            let started = chain.unwrap_or(finding.counted_on());
            // A review before the rule came into force may meet what is owed under it since, and breaches nothing.
            let judged = finding.outcome().is_breach();
            let in_force = counted_back || first <= started;
            assert!(in_force || !judged, "{} as of {as_of}", finding.key());
            if let Some(due) = finding.due().filter(|_| !counted_back) {
                let late = due.by() >= finding.term().in_force().first_day();
                assert!(late, "{} is due before its term", finding.key());
            }
        }
    });
}

#[test]
fn the_same_again_and_family_by_family() {
    let calendar = WorkingDays::england_and_wales();
    for number in 0..RECORDS / 16 {
        let case = case(number);
        let whole = assessor(&calendar, &case).assess(&case.record).unwrap();
        let again = assessor(&calendar, &case).assess(&case.record).unwrap();
        assert_eq!(whole, again);
        let mut joined = Vec::new();
        for family in Family::ALL {
            let some = assessor(&calendar, &case).with_families(&[*family]);
            let some = some.assess(&case.record).unwrap();
            assert!(some.findings().iter().all(|finding| finding.rule().family() == *family));
            joined.extend_from_slice(some.findings());
        }
        assert_eq!(joined, whole.findings(), "{}", case.record.id());
        let asked = protection(number);
        let of = |families: &[Family]| {
            let assessor = Assessor::new(&calendar, asked.as_of).with_families(families);
            assessor.assess_protection(&asked.record).unwrap()
        };
        assert_eq!(of(&[Family::ChildProtection]), of(Family::ALL));
        assert!(of(&[Family::Reviews]).findings().is_empty());
    }
}
