//! Counts that a service keeps itself, beside what the records have: what cannot be is refused, and what is
//! unlikely is named.

use crate::assess::date;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{Child, PeriodOfCare};
use iro_handbook::report::annual::{AnnualReport, Disclosure, Ledger};
use iro_handbook::report::{ReviewFigures, ReviewQuestion, SupportFigures};

/// Of nine children looked after in the year, seven are at its end.
fn report(support: SupportFigures) -> iro_handbook::Result<AnnualReport> {
    let year = CollectionYear::ending(2026).unwrap();
    let mut figures = ReviewFigures::new(ReviewQuestion::new(year));
    for number in 0..9 {
        let mut care = PeriodOfCare::new(date("2025-06-02"));
        if number < 2 {
            care = care.with_ended(date("2025-12-01"));
        }
        let child = Child::new(format!("C-{number}")).with_period_of_care(care);
        figures.add_child(&WorkingDays::england_and_wales(), &child).unwrap();
    }
    AnnualReport::builder("Sampleshire", figures).with_support(support).build()
}

fn support() -> SupportFigures {
    SupportFigures::new(CollectionYear::ending(2026).unwrap())
}

fn warnings(report: &str) -> Vec<String> {
    let warnings = report
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Warning: the service's count of "));
    warnings.map(str::to_owned).collect()
}

/// SI 2010/959, regulation 4: a looked-after child has one care plan. An advocate or a visitor may be there for
/// children whom the records do not hold.
#[test]
fn more_than_there_are_children_is_named() {
    let likely = support().with_advocates(9).with_visitors(6, 3).with_care_plans(7, 0);
    assert_eq!(warnings(&report(likely).unwrap().to_string()), [""; 0]);
    let unlikely = support().with_advocates(10).with_visitors(6, 4).with_care_plans(7, 1);
    let unlikely = report(unlikely).unwrap();
    assert_eq!(
        warnings(&unlikely.to_string()),
        [
            "children with an advocate, against the children looked after in the year: 10 against 9",
            "children with an independent visitor or waiting for one, against the children looked after in the \
             year: 10 against 9",
            "care plans, against the children looked after at the end of the year: 8 against 7",
        ]
    );
    // Two left in the year, and one plan is out of date: what would tell it is kept back.
    let public = unlikely.for_publication(Disclosure::default()).to_string();
    let (kept, shown): (Vec<_>, Vec<_>) =
        warnings(&public).into_iter().partition(|line| line.ends_with(": c"));
    assert_eq!(kept.len() + shown.len(), 3);
    assert!(
        kept.iter().any(|line| line.starts_with("children with an independent visitor")),
        "{public}"
    );
}

/// A sum that does not fit into 64 bits is no sum.
#[test]
fn what_cannot_be_counted_is_refused() {
    let most = u64::MAX - 1;
    for support in [
        support().with_care_plans(u64::MAX, u64::MAX),
        support().with_care_plans(most, most),
        support().with_care_plans(most, 1),
        support().with_advocates(u64::MAX),
    ] {
        let error = report(support).unwrap_err();
        assert!(
            error.is_contradiction() && error.to_string().contains("more than can be counted"),
            "{error}"
        );
    }
    // Merged, they are as full as one that was given so.
    let merged = support().with_advocates(most).merge(support().with_advocates(most)).unwrap();
    assert!(report(merged).is_err());
}

#[test]
fn a_ledger_does_not_count_past_its_end() {
    let mut ledger = Ledger::default();
    let most = ledger.enter("most", u64::MAX - 1).unwrap();
    assert!(ledger.enter("all", u64::MAX).is_err());
    assert!(ledger.adds_up(&most, &[most.clone(), most.clone()]).is_err());
    assert!(ledger.leaves(&[most.clone(), most.clone()], &most).is_err());
    assert!(ledger.adds_up(&most, core::slice::from_ref(&most)).is_ok());
}
