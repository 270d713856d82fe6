//! Figures counted by the 91/183-day convention say so, and stand apart from those by the law.

use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::law::Method;
use iro_handbook::record::{PeriodOfCare, Review};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};

fn figures(method: Method) -> ReviewFigures {
    let day = |text: &str| text.parse().unwrap();
    // Three months from 1 December 2025 end on 1 March 2026, 91 days on 2 March.
    let care = PeriodOfCare::new(day("2025-11-10"))
        .with_review(Review::new(day("2025-12-01")))
        .with_review(Review::new(day("2026-03-02")));
    let question = ReviewQuestion::new(CollectionYear::ending(2026).unwrap()).with_method(method);
    let calendar = WorkingDays::england_and_wales();
    ReviewFigures::new(question).with(&calendar, care.view().unwrap()).unwrap()
}

#[test]
fn the_convention_is_another_question() {
    let (law, convention) = (figures(Method::Law), figures(Method::FixedDays));
    assert_eq!((law.held().all().late(), convention.held().all().late()), (1, 0));
    assert!(law.merge(convention).unwrap_err().is_mismatch());
}

#[test]
fn the_document_names_the_method() {
    for (method, name) in [(Method::Law, "law"), (Method::FixedDays, "fixed_days")] {
        let document = serde_json::to_value(figures(method)).unwrap();
        assert_eq!(document["method"], name);
        assert_eq!(serde_json::from_value::<ReviewFigures>(document).unwrap(), figures(method));
    }
}
