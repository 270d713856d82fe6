//! The worked example of each rule, told again in records: what the example says becomes of the duty is
//! what the assessor finds.
//!
//! A [`Story`] takes its days from the words of the example, and fails where one of them plays no part: an
//! example that is reworded has to be told anew.

mod adoption;
mod after_review;
mod around_review;
mod disputes;
mod health;
mod iro;
mod plans;
mod protection;
mod reviews;
mod visits;

use super::day;
use chrono::{Datelike, NaiveDate};
use iro_handbook::assess::{Assessor, Finding, Policy};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{OutcomeKind, RuleId};
use iro_handbook::record::{
    CarePeriod, CareRecord, Placement, ProtectionRecord, ReviewRecord, ServiceRecord,
};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Nothing answered the duty.
const NEVER: Option<NaiveDate> = None;

const SOURCES: [&str; 10] = [
    include_str!("adoption.rs"),
    include_str!("after_review.rs"),
    include_str!("around_review.rs"),
    include_str!("disputes.rs"),
    include_str!("health.rs"),
    include_str!("iro.rs"),
    include_str!("plans.rs"),
    include_str!("protection.rs"),
    include_str!("reviews.rs"),
    include_str!("visits.rs"),
];

/// The example of a rule, and the days of it that were used.
struct Story {
    rule: RuleId,
    days: Vec<NaiveDate>,
    told: RefCell<BTreeSet<NaiveDate>>,
    as_of: NaiveDate,
    policy: Policy,
}

impl Story {
    /// Looked back on from the end of 2026.
    fn of(rule: RuleId) -> Self {
        Self {
            rule,
            days: days(rule.rule().example()),
            told: RefCell::default(),
            as_of: day("2026-12-31"),
            policy: Policy::default(),
        }
    }

    fn asked_on(mut self, as_of: NaiveDate) -> Self {
        self.as_of = as_of;
        self
    }

    fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// The day that the example calls so, as "Mon 2 March" or "Mon 2 March 2026".
    #[track_caller]
    fn day(&self, words: &str) -> NaiveDate {
        let called = |day: &&NaiveDate| {
            let short = day.format("%a %-d %B").to_string();
            short == words || format!("{short} {}", day.year()) == words
        };
        let found: BTreeSet<_> = self.days.iter().filter(called).copied().collect();
        assert_eq!(found.len(), 1, "{}: {words} in its example", self.rule);
        let day = found.into_iter().next().unwrap();
        self.told.borrow_mut().insert(day);
        day
    }

    /// What became of the duty with this last day, and which day answered it.
    #[track_caller]
    fn due(
        &self,
        of: &impl Assessed,
        last: NaiveDate,
        kind: OutcomeKind,
        answered: impl Into<Option<NaiveDate>>,
    ) {
        let all = self.found(of);
        let with: Vec<_> = all.iter().filter(|found| found.due == Some((last, true))).collect();
        assert_eq!(with.len(), 1, "{} with the last day {last}: {all:#?}", self.rule);
        let found = (with[0].outcome, with[0].answered);
        assert_eq!(found, (kind.as_str(), answered.into()), "{}", self.rule);
    }

    /// What became of the only duty of the rule, whatever its last day.
    #[track_caller]
    fn only(&self, of: &impl Assessed, kind: OutcomeKind, answered: impl Into<Option<NaiveDate>>) {
        let all = self.found(of);
        assert_eq!(all.len(), 1, "{}: {all:#?}", self.rule);
        let found = (all[0].outcome, all[0].answered);
        assert_eq!(found, (kind.as_str(), answered.into()), "{}", self.rule);
    }

    /// What became of every duty of the rule, in order. For duties that no single day answers.
    #[track_caller]
    fn each(&self, of: &impl Assessed, expected: &[OutcomeKind]) {
        let found: Vec<_> = self.found(of).iter().map(|found| found.outcome).collect();
        let expected: Vec<_> = expected.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(found, expected, "{}", self.rule);
    }

    fn found(&self, of: &impl Assessed) -> Vec<Found> {
        let calendar = WorkingDays::england_and_wales();
        let policy = self.policy.clone();
        of.assessed(&Assessor::new(&calendar, self.as_of).with_policy(policy), self.rule)
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let named: BTreeSet<_> = self.days.iter().copied().collect();
            let told = self.told.borrow();
            assert_eq!(*told, named, "{}: days of its example without a part", self.rule);
        }
    }
}

#[derive(Debug)]
struct Found {
    /// The last day, and whether it is known exactly.
    due: Option<(NaiveDate, bool)>,
    outcome: &'static str,
    answered: Option<NaiveDate>,
}

impl Found {
    fn all(findings: &[Finding<'_>], rule: RuleId) -> Vec<Self> {
        let of_rule = findings.iter().filter(|finding| finding.rule().id() == rule);
        let found = |finding: &Finding<'_>| Self {
            due: finding.due().map(|due| (due.by(), due.is_exact())),
            outcome: finding.outcome().as_str(),
            answered: finding.answered_on(),
        };
        of_rule.map(found).collect()
    }
}

trait Assessed {
    fn assessed(&self, assessor: &Assessor<'_>, rule: RuleId) -> Vec<Found>;
}

impl Assessed for CareRecord {
    fn assessed(&self, assessor: &Assessor<'_>, rule: RuleId) -> Vec<Found> {
        Found::all(assessor.assess(self).unwrap().findings(), rule)
    }
}

impl Assessed for ServiceRecord {
    fn assessed(&self, assessor: &Assessor<'_>, rule: RuleId) -> Vec<Found> {
        Found::all(assessor.assess_service(self).unwrap().findings(), rule)
    }
}

impl Assessed for ProtectionRecord {
    fn assessed(&self, assessor: &Assessor<'_>, rule: RuleId) -> Vec<Found> {
        Found::all(assessor.assess_protection(self).unwrap().findings(), rule)
    }
}

/// A child of one period of care.
fn child(care: CarePeriod) -> CareRecord {
    CareRecord::new("C-1").with_period_of_care(care)
}

/// In care since a Monday, early enough for what the example tells.
fn in_care() -> CarePeriod {
    CarePeriod::new(day("2026-03-02"))
}

fn reviewed<const N: usize>(care: CarePeriod, on: [NaiveDate; N]) -> CarePeriod {
    on.into_iter().fold(care, |care, on| care.with_review(ReviewRecord::new(on)))
}

/// In care and placed since one day.
fn placed(placement: Placement) -> CarePeriod {
    use iro_handbook::record::Placements;
    CarePeriod::new(placement.from())
        .with_placements(Placements::default().with_placement(placement))
}

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days that a text names. A weekday is that of its day; a number with a month has a weekday before
/// it; a day without a year is of the year last named.
#[track_caller]
fn days(text: &str) -> Vec<NaiveDate> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches([',', '.', ';', ':'])).collect();
    let is_month = |word: &str| MONTHS.contains(&word);
    let (mut year, mut days) = (None, Vec::new());
    for (at, word) in words.iter().enumerate() {
        let Ok(number) = word.parse::<u32>() else { continue };
        let Some(month) = words.get(at + 1).filter(|word| is_month(word)) else { continue };
        let weekday = words[..at].last().copied().unwrap_or_default();
        assert!(WEEKDAYS.contains(&weekday), "{word} {month} without its weekday: {text}");
        let own = words.get(at + 2).and_then(|word| word.parse::<i32>().ok());
        year = own.filter(|year| *year > 1900).or(year);
        let year = year.unwrap_or_else(|| panic!("the year of {word} {month}: {text}"));
        let month = (1..).zip(MONTHS).find(|(_, name)| name == month).map_or(0, |(n, _)| n);
        let day = NaiveDate::from_ymd_opt(year, month, number)
            .unwrap_or_else(|| panic!("{number} {month} {year}: {text}"));
        assert_eq!(
            WEEKDAYS[day.weekday().num_days_from_monday() as usize],
            weekday,
            "{day}: {text}"
        );
        days.push(day);
    }
    let weekdays = words.iter().filter(|word| WEEKDAYS.contains(word)).count();
    assert_eq!(weekdays, days.len(), "a weekday without its day: {text}");
    days
}

#[test]
fn days_are_read_from_words() {
    let expected = [day("2026-03-02"), day("2026-03-27"), day("2027-06-23")];
    let text = "From Mon 2 March 2026 to Fri 27 March; 3 months on, by Wed 23 June 2027.";
    assert_eq!(days(text), expected);
    assert_eq!(days("Within 20 working days."), []);
}

#[test]
#[should_panic(expected = "Mon")]
fn a_wrong_weekday_is_seen() {
    days("On Mon 3 March 2026.");
}

#[test]
#[should_panic(expected = "without its weekday")]
fn a_day_without_its_weekday_is_seen() {
    days("On 2 March 2026.");
}

#[test]
#[should_panic(expected = "without a part")]
fn a_day_that_no_test_uses_is_seen() {
    let story = Story::of(RuleId::FirstReview);
    story.day("Mon 2 March");
}

/// Two to five sentences each, true weekdays, and a test in one of the files beside this one.
#[test]
fn every_rule_has_an_example_that_is_told_again() {
    for id in RuleId::ALL {
        let example = id.rule().example();
        days(example);
        let sentences = example.split_terminator('.').count();
        assert!((2..=5).contains(&sentences), "{id}: {sentences} sentences");
        let told = format!("Story::of({id:?})");
        let times: usize = SOURCES.iter().map(|source| source.matches(&told).count()).sum();
        assert_eq!(times, 1, "{id}: {told} in the tests of examples");
    }
}
