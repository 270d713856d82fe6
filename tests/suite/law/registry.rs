//! The registry whole: no gap, no overlap, nothing mistyped.

use super::day;
use chrono::NaiveDate;
use iro_handbook::law::{
    Family, Force, Instrument, Limit, Method, OutcomeKind, Rule, RuleId, Term, rules,
};
use std::collections::BTreeSet;

/// The end of the calendar.
const END: &str = "2030-12-31";

/// How the name of a provision begins.
const PROVISIONS: [&str; 8] = [
    "regulation",
    "section ",
    "chapter",
    "paragraph ",
    "Schedule ",
    "amending regulation ",
    "inserting regulation ",
    "as the authority",
];

fn slugs() -> Vec<&'static str> {
    rules().map(|rule| rule.id().as_str()).collect()
}

#[test]
fn the_rules_in_their_order() {
    let expected = [
        "first-review",
        "second-review",
        "subsequent-review",
        "long-term-foster-meeting",
        "early-review",
        "review-before-end",
        "review-before-change",
        "review-before-placing-with-parent",
        "review-before-ending-placement",
        "short-break-first-review",
        "short-break-subsequent-review",
        "short-break-conditions",
        "secure-review-1",
        "secure-review-later",
        "review-adjournment",
        "adoption-placement-review-1",
        "adoption-placement-review-2",
        "adoption-placement-review-later",
        "adoption-return-review",
        "adoption-authority-review-1",
        "adoption-authority-review-later",
        "iro-appointed",
        "iro-vacancy",
        "iro-named",
        "iro-met-child",
        "iro-independent",
        "iro-qualified",
        "iro-siblings",
        "iro-continuity",
        "iro-caseload",
        "social-worker-discussion",
        "reports-ready",
        "child-spoken-to-privately",
        "parents-views",
        "iro-chairs",
        "child-participation",
        "child-views",
        "implementers-named",
        "schedule-7",
        "rights-explained",
        "decisions-written",
        "manager-response",
        "decisions-circulated",
        "record-written",
        "record-distributed",
        "decision-implemented",
        "iro-informed-of-change",
        "midway-check",
        "care-plan",
        "placement-plan",
        "detention-placement-plan",
        "education-plan",
        "notify-placement",
        "pathway-assessment",
        "ceasing-approval",
        "independent-visitor",
        "initial-health-assessment",
        "health-review",
        "visit-first",
        "visit-interval",
        "visit-with-parent-unassessed",
        "visit-temporary-approval",
        "visit-care-order-with-parent",
        "dispute-recorded",
        "dispute-resolved",
        "dispute-stage-response",
        "cafcass-referral",
        "initial-conference",
        "first-core-group",
        "first-review-conference",
        "later-review-conference",
        "transfer-in-conference",
        "assessment",
        "conference-chair",
    ];
    assert_eq!(slugs(), expected, "a slug is never changed and never used again");
}

#[test]
fn every_slug_is_unique_and_reads_back() {
    assert_eq!(slugs().iter().collect::<BTreeSet<_>>().len(), RuleId::ALL.len());
    for (id, rule) in RuleId::ALL.iter().zip(rules()) {
        assert_eq!(rule.id(), *id);
        assert_eq!(id.as_str().parse(), Ok(*id));
        assert!(id.as_str().chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')), "{id}");
    }
    let error = "third-review".parse::<RuleId>().unwrap_err();
    assert!(error.to_string().contains("third-review"), "{error}");
}

/// A day that does not exist becomes the first day of time: see `in_force.rs`.
#[test]
fn no_day_is_mistyped() {
    let spans = rules().flat_map(|rule| {
        let terms = rule.terms().map(move |term| (rule.id(), term.in_force()));
        terms.chain(rule.easements().map(move |easement| (rule.id(), easement.in_force())))
    });
    for (id, span) in spans {
        assert_ne!(span.first_day(), NaiveDate::MIN, "{id}");
        assert_ne!(span.last_day(), Some(NaiveDate::MIN), "{id}");
        assert!(span.last_day().is_none_or(|last| span.first_day() <= last), "{id}");
        assert!(day("1990-01-01") <= span.first_day() && span.first_day() <= day(END), "{id}");
    }
}

#[test]
fn on_every_day_from_the_first_there_is_one_term() {
    for rule in rules() {
        let first = rule.terms().next().unwrap().in_force().first_day();
        let last = rule.terms().last().unwrap().in_force().last_day().unwrap_or(day(END));
        for today in first.iter_days().take_while(|today| *today <= last) {
            let id = rule.id();
            let terms: Vec<&Term> =
                rule.terms().filter(|term| term.in_force().contains(today)).collect();
            assert_eq!(terms.len(), 1, "{id} on {today}");
            assert!(rule.term_on(today) == Some(terms[0]), "{id} on {today}");
            assert!(rule.governing_term(today) == terms[0], "{id} on {today}");
        }
    }
}

/// "Before the first day in force" in docs/LAW.md.
#[test]
fn before_the_first_day_the_first_form_governs() {
    for rule in rules() {
        let first = rule.terms().next().unwrap();
        for early in [day("1978-01-01"), first.in_force().first_day().pred_opt().unwrap()] {
            assert_eq!(rule.term_on(early), None, "{}", rule.id());
            assert_eq!(rule.governing_term(early), first, "{}", rule.id());
        }
    }
}

/// Rules that nothing of the same force has taken the place of.
const ENDED: [(RuleId, &str); 1] = [(RuleId::ChildViews, "2011-03-31")];

#[test]
fn terms_stand_in_order_and_the_last_has_no_end() {
    for rule in rules() {
        let terms: Vec<&Term> = rule.terms().collect();
        for pair in terms.windows(2) {
            let next = pair[0].in_force().last_day().unwrap().succ_opt().unwrap();
            assert_eq!(pair[1].in_force().first_day(), next, "{}", rule.id());
        }
        let ended = ENDED.iter().find(|(id, _)| *id == rule.id()).map(|(_, last)| day(last));
        assert_eq!(terms.last().unwrap().in_force().last_day(), ended, "{}", rule.id());
    }
}

#[test]
fn easements_stand_in_order_inside_the_rules_life() {
    for rule in rules() {
        let first = rule.terms().next().unwrap().in_force().first_day();
        let mut before = first;
        for easement in rule.easements() {
            assert!(before <= easement.in_force().first_day(), "{}", rule.id());
            before = easement.in_force().last_day().expect("an easement ends");
            assert!(!easement.effect().is_empty(), "{}", rule.id());
        }
    }
}

#[test]
fn nothing_is_left_blank() {
    let texts = |rule: &Rule| {
        let mut texts = vec![rule.title(), rule.clock_starts(), rule.answered_by()];
        texts.extend([rule.says(), rule.checks(), rule.example()]);
        texts.extend(rule.facts_needed());
        texts.extend(rule.exceptions());
        for citation in rule.terms().flat_map(Term::citations) {
            texts.push(citation.provision());
            texts.extend([citation.instrument().title(), citation.instrument().number()]);
        }
        texts.extend(rule.easements().map(|easement| easement.citation().provision()));
        texts
    };
    for rule in rules() {
        assert!(!rule.facts_needed().is_empty(), "{}", rule.id());
        for text in [rule.says(), rule.checks(), rule.example()] {
            assert!(text.ends_with('.'), "{}: {text}", rule.id());
        }
        assert!(rule.exceptions().iter().all(|text| text.ends_with('.')), "{}", rule.id());
        for text in texts(rule) {
            assert!(!text.is_empty() && text.trim() == text, "{}: {text:?}", rule.id());
        }
        for citation in rule.terms().flat_map(Term::citations) {
            let provision = citation.provision();
            assert!(PROVISIONS.iter().any(|word| provision.starts_with(word)), "{provision}");
        }
        assert!(rule.title().starts_with(char::is_uppercase), "{}", rule.id());
    }
    let titles: BTreeSet<&str> = rules().map(Rule::title).collect();
    assert_eq!(titles.len(), rules().len(), "titles tell the rules apart");
}

#[test]
fn every_rule_knows_its_outcomes() {
    use OutcomeKind::{CannotTell, Met, MetLate};
    for rule in rules() {
        let outcomes = rule.outcomes();
        // A later review of a chain of short breaks is only known of where the dates are.
        let tells = rule.id() == RuleId::ShortBreakSubsequentReview;
        assert!(outcomes.contains(&Met), "{}", rule.id());
        assert_eq!(outcomes.contains(&CannotTell), !tells, "{}", rule.id());
        assert!(outcomes.windows(2).all(|pair| pair[0] < pair[1]), "{}: in order", rule.id());
        // Only what has a last day or an event can be late.
        if outcomes.contains(&MetLate) {
            let untimed = |term: &Term| {
                matches!(term.limit(), Limit::EachTime | Limit::Throughout | Limit::NoNumber)
            };
            assert!(!rule.terms().any(untimed), "{}", rule.id());
        }
    }
}

/// Families, forces and instruments: each has a rule, and the rules stand family by family.
#[test]
fn families_and_instruments() {
    let families: Vec<Family> = rules().map(Rule::family).collect();
    assert!(families.is_sorted());
    assert_eq!(families.iter().collect::<BTreeSet<_>>().len(), Family::ALL.len());
    for family in Family::ALL {
        assert_eq!(family.as_str().parse(), Ok(*family));
        assert_eq!(family.to_string(), family.as_str());
    }
    assert!("meetings".parse::<Family>().unwrap_err().is_unknown_code());
    let cited: BTreeSet<Instrument> = rules()
        .flat_map(|rule| {
            let easements = rule.easements().map(|easement| easement.citation());
            rule.terms().flat_map(Term::citations).chain(easements)
        })
        .map(|citation| citation.instrument())
        .collect();
    assert_eq!(cited, Instrument::ALL.iter().copied().collect(), "each is cited, each is listed");
}

/// A breach of guidance is never a breach of law: what is in the Handbook is guidance.
#[test]
fn the_force_follows_the_instrument() {
    for rule in rules() {
        for term in rule.terms() {
            let expected = match term.citation().instrument() {
                Instrument::ChildrenAct1989 => Force::Act,
                Instrument::IroHandbook2010 | Instrument::CarePlanningGuidance2015 => {
                    Force::Guidance
                }
                edition if edition.title().starts_with("Working Together") => Force::Guidance,
                Instrument::LocalPolicy => Force::Local,
                _ => Force::Regulations,
            };
            assert_eq!(rule.force(), expected, "{}", rule.id());
        }
    }
}

/// The figures leave out what was settled seven months before the year they are for, which is right only
/// while no term of the review clock runs longer, by either method.
#[test]
fn no_term_of_the_clock_runs_longer_than_seven_months() {
    use RuleId::*;
    let of_the_clock = [
        FirstReview,
        SecondReview,
        SubsequentReview,
        AdoptionPlacementFirstReview,
        AdoptionPlacementSecondReview,
        AdoptionPlacementLaterReview,
        AdoptionReturnReview,
    ];
    let calendar = iro_handbook::calendar::WorkingDays::england_and_wales();
    let first = chrono::NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
    for term in of_the_clock.into_iter().flat_map(|rule| rule.rule().terms()) {
        for day in first.iter_days().take(4 * 365) {
            for method in [Method::Law, Method::FixedDays] {
                let period = method.period(term.limit().latest().unwrap());
                let last_day = period.after(day, &calendar).unwrap();
                assert!(last_day < day + chrono::Months::new(7), "{term:?} from {day}");
            }
        }
    }
}
