//! What a service writes in its own words is for readers, and never for logs.

use iro_handbook::assess::{Assessor, Fact, Value};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::{CarePeriod, CareRecord, Decision, ReviewRecord};

#[test]
fn debug_of_a_finding_shows_no_free_text() {
    let day = |text: &str| text.parse().unwrap();
    let review = ReviewRecord::new(day("2026-03-27"))
        .with_decision(Decision::new("contact with her sister").with_no_implementer());
    let record = CareRecord::new("C-1")
        .with_period_of_care(CarePeriod::new(day("2026-03-02")).with_review(review));
    let calendar = WorkingDays::england_and_wales();
    let assessment = Assessor::new(&calendar, day("2026-07-31")).assess(&record).unwrap();
    let read = assessment.findings().iter().any(|f| f.explain().to_string().contains("sister"));
    assert!(read, "a reader is told which decision");
    assert!(!format!("{assessment:?}").contains("sister"));
    assert_eq!(
        format!("{:?}", Fact::new("decision", Value::Text("sister"))),
        "Fact { what: \"decision\", value: Text(..) }"
    );
}
