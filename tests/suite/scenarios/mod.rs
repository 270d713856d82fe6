//! Years of children, each by the law of its day. The children are invented.

mod years;

use iro_handbook::assess::{Assessment, Assessor, Finding};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::{CareRecord, ServiceRecord};

fn in_force(assessment: &Assessment<'_>, as_of: &str) {
    let as_of = crate::assess::date(as_of);
    for finding in assessment.findings() {
        let first = finding.term().in_force().first_day();
        assert!(first <= as_of, "{} is not yet in force", finding.key());
        let due = finding.due().map(|due| due.by());
        assert!(due.is_none_or(|by| first <= by), "{} is due before its term", finding.key());
        assert!(finding.explain().to_string().contains(&finding.term().citation().to_string()));
    }
}

fn pairs(assessment: &Assessment<'_>, wanted: impl Fn(&Finding<'_>) -> bool) -> Vec<String> {
    let told =
        |finding: &Finding<'_>| format!("{} {}", finding.rule().id(), finding.outcome().as_str());
    assessment.findings().iter().filter(|finding| wanted(finding)).map(told).collect()
}

/// What became of each duty by the rules named, in order; by every rule where none is named.
fn outcomes(record: &CareRecord, as_of: &str, rules: &str) -> Vec<String> {
    let calendar = WorkingDays::england_and_wales();
    let assessment = Assessor::new(&calendar, crate::assess::date(as_of)).assess(record).unwrap();
    in_force(&assessment, as_of);
    let wanted = |finding: &Finding<'_>| {
        rules.is_empty() || rules.split(' ').any(|rule| rule == finding.rule().id().as_str())
    };
    pairs(&assessment, wanted)
}

fn of_service(service: &ServiceRecord, as_of: &str) -> Vec<String> {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, crate::assess::date(as_of));
    let assessment = assessor.assess_service(service).unwrap();
    in_force(&assessment, as_of);
    pairs(&assessment, |_| true)
}
