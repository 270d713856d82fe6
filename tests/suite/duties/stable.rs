//! A finding keeps its name when more becomes known, and nothing later than the day asked about is.

use super::random::case;
use iro_handbook::assess::{Assessor, Finding, Outcome};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::RuleId;
use iro_handbook::record::CareRecord;
use serde_json::Value;
use std::collections::BTreeSet;

const RECORDS: u64 = 500;
const LATER: chrono::Days = chrono::Days::new(37);

/// Every day after the day asked about put off, but for days that a decision or a diary sets.
fn put_off(value: &mut Value, as_of: chrono::NaiveDate) {
    match value {
        Value::String(text) => {
            if let Ok(day) = text.parse::<chrono::NaiveDate>() {
                if day > as_of {
                    *text = (day + LATER).to_string();
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|each| put_off(each, as_of)),
        Value::Object(fields) => {
            for (name, each) in fields {
                if name != "by" && name != "scheduled_for" {
                    put_off(each, as_of);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn nothing_after_the_day_asked_about_changes_a_finding() {
    let calendar = WorkingDays::england_and_wales();
    let mut compared = 0;
    for number in 0..RECORDS {
        let case = case(number);
        let mut other = serde_json::to_value(&case.record).unwrap();
        put_off(&mut other, case.as_of);
        let Ok(other) = serde_json::from_value::<CareRecord>(other) else { continue };
        let assessor = Assessor::new(&calendar, case.as_of).with_policy(case.policy);
        let Ok(changed) = assessor.assess(&other) else { continue };
        let found = assessor.assess(&case.record).unwrap();
        for (one, two) in found.findings().iter().zip(changed.findings()) {
            assert_eq!(one, two, "{} as of {}", one.key(), case.as_of);
        }
        assert_eq!(found.findings().len(), changed.findings().len());
        compared += usize::from(other != case.record);
    }
    assert!(compared > 100, "{compared}");
}

/// What was done stays done, under the same key, on every later day.
#[test]
fn what_is_met_keeps_its_key() {
    let calendar = WorkingDays::england_and_wales();
    // Told for the year or the day asked about, and not for an event.
    let of_the_day = [RuleId::IroContinuity, RuleId::IroSiblings, RuleId::IroMetChild];
    let settled = |finding: &&Finding<'_>| {
        matches!(finding.outcome(), Outcome::Met | Outcome::MetLate)
            && finding.answered_on().is_some()
            && !of_the_day.contains(&finding.rule().id())
    };
    for number in 0..RECORDS {
        let case = case(number);
        let on = |as_of| Assessor::new(&calendar, as_of).assess(&case.record).unwrap();
        let (before, after) = (on(case.as_of), on(case.as_of + LATER));
        let keys: BTreeSet<_> = after.findings().iter().map(|f| f.key().to_string()).collect();
        for finding in before.findings().iter().filter(settled) {
            assert!(keys.contains(&finding.key().to_string()), "{}", finding.key());
        }
    }
}
