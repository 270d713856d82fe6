//! The Adoption and Children (Coronavirus) (Amendment) Regulations 2020 (SI 2020/445): from 24 April
//! to 25 September 2020, both included (regulation 2).

use super::day;
use iro_handbook::assess::Step;
use iro_handbook::calendar::{Period, WorkingDays};
use iro_handbook::law::Instrument::CoronavirusRegulations2020 as SI_2020_445;
use iro_handbook::law::{Reading, RuleId, rules};
use iro_handbook::record::{PeriodOfCare, Review};

#[test]
fn the_instrument() {
    assert_eq!(
        SI_2020_445.to_string(),
        "The Adoption and Children (Coronavirus) (Amendment) Regulations 2020 (SI 2020/445)"
    );
}

#[test]
fn reg_8_subsequent_reviews_only_where_reasonably_practicable() {
    let rule = RuleId::SubsequentReview.rule();
    for on in ["2020-04-24", "2020-09-25"] {
        let easement = rule.easement_on(day(on)).unwrap_or_else(|| panic!("{on}"));
        assert_eq!(easement.effect(), "only where reasonably practicable");
        assert_eq!(easement.citation().instrument(), SI_2020_445);
        assert_eq!(easement.citation().provision(), "regulation 8");
        assert_eq!(easement.reading(), Reading::TextRead);
    }
    for on in ["2020-04-23", "2020-09-26"] {
        assert_eq!(rule.easement_on(day(on)), None, "{on}");
    }
    assert_eq!(rule.easements().count(), 1);
}

/// The limit itself stayed: six months.
#[test]
fn reg_8_leaves_the_limit_alone() {
    let rule = RuleId::SubsequentReview.rule();
    for on in ["2020-04-23", "2020-04-24", "2020-09-25", "2020-09-26"] {
        assert_eq!(rule.governing_term(day(on)).limit().latest(), Some(Period::Months(6)), "{on}");
    }
}

/// Of the other duties the visits of regulation 28 were softened, restated and not read; no other rule.
#[test]
fn reg_8_softens_the_visits_and_no_other_rule() {
    use iro_handbook::law::Family;
    for rule in rules().filter(|rule| rule.id() != RuleId::SubsequentReview) {
        let softened = rule.family() == Family::Visits;
        assert_eq!(rule.easements().count(), usize::from(softened), "{}", rule.id());
        for (on, in_force) in [
            ("2020-04-23", false),
            ("2020-04-24", true),
            ("2020-09-25", true),
            ("2020-09-26", false),
        ] {
            assert_eq!(rule.easement_on(day(on)).is_some(), softened && in_force, "{on}");
        }
        assert!(rule.easements().all(|easement| easement.reading() == Reading::Restated));
    }
}

/// The duty is counted all the same, and marked when its last day falls in the window.
#[test]
fn a_softened_duty_is_counted_and_marked() {
    let calendar = WorkingDays::england_and_wales();
    // (second review, six months later, whether that last day lies in the window)
    let cases = [
        ("2019-10-23", "2020-04-23", false),
        ("2019-10-24", "2020-04-24", true),
        ("2020-03-25", "2020-09-25", true),
        ("2020-03-26", "2020-09-26", false),
    ];
    for (second, due, softened) in cases {
        let second = day(second);
        let care = PeriodOfCare::new(day("2019-09-25"))
            .with_review(Review::new(day("2019-10-01")))
            .with_review(Review::new(second));
        let last = care.review_duties(&calendar, day("2020-12-31")).unwrap().last().unwrap();
        assert_eq!(last.latest().rule(), RuleId::SubsequentReview);
        assert_eq!(last.latest().last_day(), day(due));
        assert!(last.outcome().is_breach(), "counted: {due}");
        assert_eq!(last.easement().is_some(), softened, "marked: {due}");
        let step = last.evidence().any(|step| matches!(step, Step::Softened(_)));
        assert_eq!(step, softened, "{due}");
    }
}
