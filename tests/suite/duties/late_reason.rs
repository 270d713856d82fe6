//! The reason recorded for a late review stands beside the finding, and excuses nothing.

use iro_handbook::assess::{Assessor, Outcome};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{Family, RuleId};
use iro_handbook::record::{CarePeriod, CareRecord, LateReason, ReviewRecord};

#[test]
fn a_reason_is_shown_with_a_late_review_only() {
    let day = |text: &str| text.parse().unwrap();
    let reviewed = |on: &str| ReviewRecord::new(day(on)).with_late_reason(LateReason::ChildAsked);
    let calendar = WorkingDays::england_and_wales();
    // Due by 30 March 2026.
    for (held_on, outcome, facts) in
        [("2026-03-30", Outcome::Met, 0), ("2026-03-31", Outcome::MetLate, 1)]
    {
        let care = CarePeriod::new(day("2026-03-02")).with_review(reviewed(held_on));
        let record = CareRecord::new("C").with_period_of_care(care);
        let assessor =
            Assessor::new(&calendar, day("2026-04-30")).with_families(&[Family::Reviews]);
        let assessment = assessor.assess(&record).unwrap();
        let first =
            assessment.findings().iter().find(|f| f.rule().id() == RuleId::FirstReview).unwrap();
        assert_eq!((first.outcome(), first.facts().count()), (outcome, facts), "{held_on}");
        assert_eq!(
            first.explain().to_string().contains("Reason recorded: "),
            outcome == Outcome::MetLate
        );
    }
}
