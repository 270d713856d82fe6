//! The duties of a year: each counts in one year only.

use crate::duties::random::case;
use iro_handbook::assess::{Assessor, Finding, Outcome};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::law::RuleId;
use iro_handbook::report::{DutyCounts, DutyFigures};
use std::collections::BTreeMap;

const RECORDS: u64 = 400;
/// The records at random lie in these years.
const YEARS: std::ops::RangeInclusive<i32> = 1992..=2029;

fn year(ending: i32) -> CollectionYear {
    CollectionYear::ending(ending).unwrap()
}

/// Whatever the day of the knowledge: the counts of all years together are the findings, one each.
#[test]
fn the_years_share_the_findings_out() {
    let calendar = WorkingDays::england_and_wales();
    let mut all = 0;
    for number in 0..RECORDS {
        let case = case(number);
        let assessor = Assessor::new(&calendar, case.as_of).with_policy(case.policy);
        let assessment = assessor.with_history(case.history).assess(&case.record).unwrap();
        let mut found: BTreeMap<(RuleId, &str), u64> = BTreeMap::new();
        let mut counted: BTreeMap<(RuleId, &str), u64> = BTreeMap::new();
        let mut years: Vec<_> =
            YEARS.map(|ending| DutyFigures::new(year(ending), case.as_of)).collect();
        for finding in assessment.findings() {
            *found.entry((finding.rule().id(), finding.outcome().as_str())).or_default() += 1;
            years.iter_mut().for_each(|figures| figures.add(finding));
        }
        for (rule, counts) in years.iter().flat_map(DutyFigures::each) {
            for (outcome, count) in by_outcome(counts) {
                *counted.entry((rule, outcome)).or_default() += count;
            }
        }
        counted.retain(|_, count| *count > 0);
        assert_eq!(counted, found, "record {number}");
        all += assessment.findings().len();
    }
    assert!(all > 10_000, "{all}");
}

fn by_outcome(counts: DutyCounts) -> [(&'static str, u64); 7] {
    [
        ("met", counts.met()),
        ("met_late", counts.met_late()),
        ("not_met", counts.not_met()),
        ("not_yet_due", counts.not_yet_due()),
        ("lapsed", counts.lapsed()),
        ("not_applicable", counts.not_applicable()),
        ("cannot_tell", counts.cannot_tell()),
    ]
}

/// Reports made one after the other, each at the end of its own year: no duty is done or missed in two of them.
#[test]
fn no_duty_is_in_the_rates_of_two_years() {
    let calendar = WorkingDays::england_and_wales();
    // The first stands on the day asked about, and is judged anew every year. Of the second, a referral made
    // before the test was put goes by the day the dispute was raised until then.
    let of_the_day = [RuleId::IroSiblings, RuleId::CafcassReferral];
    let told = |finding: &&Finding<'_>| {
        matches!(finding.outcome(), Outcome::Met | Outcome::MetLate | Outcome::NotMet)
            && !of_the_day.contains(&finding.rule().id())
    };
    let mut twice: BTreeMap<RuleId, Vec<String>> = BTreeMap::new();
    let mut seen = 0;
    for number in 0..RECORDS {
        let case = case(number);
        let mut in_years: BTreeMap<String, i32> = BTreeMap::new();
        let last = CollectionYear::containing(case.as_of).unwrap().ending_year();
        for ending in last - 4..=last + 2 {
            let year = year(ending);
            let assessor = Assessor::new(&calendar, year.end()).with_policy(case.policy.clone());
            let assessment = assessor.assess(&case.record).unwrap();
            for finding in assessment.findings().iter().filter(told) {
                if !year.contains(finding.counted_on()) {
                    continue;
                }
                seen += 1;
                let key = finding.key().to_string();
                if let Some(before) = in_years.insert(key.clone(), ending) {
                    twice
                        .entry(finding.rule().id())
                        .or_default()
                        .push(format!("{key} in {before} and {ending}"));
                }
            }
        }
    }
    assert!(twice.is_empty(), "{twice:?}");
    assert!(seen > 10_000, "{seen}");
}
