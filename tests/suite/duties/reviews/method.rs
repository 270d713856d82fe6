//! 91 and 183 days in place of three and six months: a convention of reporting, named where it is used.

use super::*;
use iro_handbook::assess::ReviewClock;
use iro_handbook::law::Method;

const NAME: &str = "91 days for 3 months and 183 for 6, a convention and not the law";

fn by(method: Method, reviews: &[&str], rule: &str) -> Vec<String> {
    let policy = Policy::default().with_review_method(method);
    told_with(policy, &child(care(reviews)), "2026-12-31", rule)
}

/// Three months after 27 March 2026 are 92 days, to 27 June; 91 are to the 26th. Six after 26 June are
/// 183, to 26 December.
#[test]
fn second_and_subsequent() {
    let reviews = &["2026-03-27", "2026-06-27"];
    assert_eq!(by(Method::Law, reviews, "second-review"), ["met by 2026-06-27 on 2026-06-27"]);
    assert_eq!(
        by(Method::FixedDays, reviews, "second-review"),
        ["met_late by 2026-06-26 on 2026-06-27"]
    );
    let reviews = &["2026-03-27", "2026-05-30"];
    // From 30 May six months are 184 days.
    assert_eq!(by(Method::Law, reviews, "subsequent-review"), ["not_met by 2026-11-30"]);
    assert_eq!(by(Method::FixedDays, reviews, "subsequent-review"), ["not_met by 2026-11-29"]);
}

/// What is counted in working days is counted so by either.
#[test]
fn the_first_review_is_untouched() {
    for method in [Method::Law, Method::FixedDays] {
        assert_eq!(
            by(method, &["2026-03-27"], "first-review"),
            ["met by 2026-03-30 on 2026-03-27"]
        );
    }
}

#[test]
fn named_in_the_output() {
    let calendar = WorkingDays::england_and_wales();
    let care = care(&["2026-03-27", "2026-06-27"]);
    let clock = ReviewClock::new(&calendar, day("2026-07-01"));
    let told = |clock: ReviewClock<'_>| -> Vec<String> {
        let duties = clock.duties(care.period_of_care().view().unwrap()).unwrap();
        duties.map(|duty| duty.explain().to_string()).collect()
    };
    assert!(told(clock).iter().all(|text| !text.contains("Counted by")));
    let told = told(clock.with_method(Method::FixedDays));
    assert!(!told[0].contains("Counted by"), "{}", told[0]);
    assert_eq!(
        told[1],
        format!(
            "Second review: due by Fri 26 June 2026, 91 days after the review of Fri 27 March 2026. \
             Held Sat 27 June 2026, 1 day late. Counted by {NAME}.\n  The Care Planning, Placement and \
             Case Review (England) Regulations 2010 (SI 2010/959), regulation 33(2)."
        )
    );
    let policy = Policy::default().with_review_method(Method::FixedDays);
    let record = child(care.clone());
    let assessor = Assessor::new(&calendar, day("2026-07-01")).with_policy(policy);
    let assessment = assessor.assess(&record).unwrap();
    let named: Vec<_> = assessment
        .findings()
        .iter()
        .filter(|finding| finding.explain().to_string().contains(NAME))
        .map(|finding| finding.rule().id().as_str())
        .collect();
    assert_eq!(named, ["second-review", "subsequent-review"]);
}
