//! A child placed, said in a line, and what was found of it, one line for each finding.

use crate::assess::date;
use iro_handbook::assess::{Assessor, Finding, History, Policy};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{OutcomeKind, RuleId};
use iro_handbook::record::{
    CarePeriod, CareRecord, Health, HealthAssessment, LegalStatus, LegalStatusSpan, LegalStatuses,
    Placement, PlacementKind, Placements, Plans, ReviewRecord, Visit, Visits,
};

pub fn care(began: &str) -> CarePeriod {
    CarePeriod::new(date(began))
}

pub fn record(care: CarePeriod) -> CareRecord {
    CareRecord::new("C-7").with_period_of_care(care)
}

/// In care and placed since a day.
pub fn placed(placement: Placement) -> CarePeriod {
    CarePeriod::new(placement.from())
        .with_placements(Placements::default().with_placement(placement))
}

pub fn placement(from: &str, kind: PlacementKind) -> Placement {
    Placement::new(date(from), kind)
}

pub fn foster(from: &str) -> Placement {
    placement(from, PlacementKind::Foster)
}

/// "care_order 2026-03-02" or "care_order 2026-03-02 2026-05-01", one after another.
pub fn statuses(spans: &[(LegalStatus, &str, &str)]) -> LegalStatuses {
    spans.iter().fold(LegalStatuses::default(), |statuses, (status, from, ended)| {
        let span = LegalStatusSpan::new(*status, date(from));
        statuses.with_status(if ended.is_empty() { span } else { span.with_ended(date(ended)) })
    })
}

pub fn visits(days: &str) -> Visits {
    days.split_whitespace().fold(Visits::recorded(), |v, day| v.with_visit(Visit::new(date(day))))
}

pub fn health(days: &str) -> Health {
    let made = |day| HealthAssessment::made_on(date(day));
    days.split_whitespace()
        .fold(Health::recorded(), |health, day| health.with_assessment(made(day)))
}

pub fn reviewed(care: CarePeriod, days: &str) -> CarePeriod {
    days.split_whitespace().fold(care, |care, day| care.with_review(ReviewRecord::new(date(day))))
}

pub fn with_plans(care: CarePeriod, plans: Plans) -> CarePeriod {
    care.with_plans(plans)
}

/// What is asked of a record, and how.
#[derive(Clone)]
pub struct Asked {
    pub as_of: &'static str,
    pub policy: Policy,
    pub history: History,
}

pub fn on(as_of: &'static str) -> Asked {
    Asked { as_of, policy: Policy::default(), history: History::Complete }
}

impl Asked {
    /// Each finding of a rule: the last day, or the days between which it lies; what became of it; why.
    pub fn of(&self, rule: RuleId, record: &CareRecord) -> Vec<String> {
        self.findings(record, |finding| (finding.rule().id() == rule).then(|| line(finding)))
    }

    /// Each finding with the name of its rule.
    pub fn all(&self, record: &CareRecord, rules: &[RuleId]) -> Vec<String> {
        self.findings(record, |finding| {
            let id = finding.rule().id();
            rules.contains(&id).then(|| format!("{id}: {}", line(finding)))
        })
    }

    pub fn explained(&self, rule: RuleId, record: &CareRecord) -> Vec<String> {
        self.findings(record, |finding| {
            (finding.rule().id() == rule).then(|| finding.explain().to_string())
        })
    }

    fn findings(
        &self,
        record: &CareRecord,
        show: impl Fn(&Finding<'_>) -> Option<String>,
    ) -> Vec<String> {
        let calendar = WorkingDays::england_and_wales();
        let assessor = Assessor::new(&calendar, date(self.as_of))
            .with_policy(self.policy.clone())
            .with_history(self.history);
        let assessment = assessor.assess(record).unwrap();
        let mut keys: Vec<String> =
            assessment.findings().iter().map(|finding| finding.key().to_string()).collect();
        keys.sort();
        keys.windows(2).for_each(|pair| assert_ne!(pair[0], pair[1]));
        for finding in assessment.findings() {
            let known = finding.rule().outcomes().iter().map(|kind: &OutcomeKind| kind.as_str());
            let outcome = finding.outcome().as_str();
            assert!(known.into_iter().any(|k| k == outcome), "{} {outcome}", finding.rule().id());
        }
        assessment.findings().iter().filter_map(show).collect()
    }
}

fn line(finding: &Finding<'_>) -> String {
    let due = match finding.due() {
        Some(due) if due.is_exact() => due.by().to_string(),
        Some(due) => {
            let from = due.from().map(|from| from.to_string()).unwrap_or_default();
            format!("{from}..{}", due.by())
        }
        None => "-".to_owned(),
    };
    let outcome = finding.outcome();
    let why = match (outcome.reason(), outcome.missing()) {
        (Some(reason), _) => format!(": {reason}"),
        (_, Some(missing)) => format!(": {missing}"),
        _ => String::new(),
    };
    format!("{due} {outcome}{why}")
}

/// The contradictions of a record, without the words that name the child.
pub fn problems(record: &CareRecord) -> Vec<String> {
    let name = format!("child {}: ", record.id());
    let cut = |error: &iro_handbook::Error| error.to_string().replace(&name, "");
    record.problems().iter().map(cut).collect()
}
