//! The review clock: cases worked out by hand, and a twin that works every case out anew.
mod adoption;
mod clock;
mod errors;
mod explain;
mod outcomes;
pub mod twin;
pub mod twin_children;

use chrono::NaiveDate;
use iro_handbook::assess::{Finding, History, ReviewClock, Settled};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::{AdoptionChange, Entry, PeriodOfCare, Review};

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is not a date"))
}

/// A period of care, and how much of it is told.
#[derive(Clone, Debug)]
pub struct Case {
    pub care: PeriodOfCare,
    pub as_of: NaiveDate,
    pub history: History,
}

/// A child looked after from a day: open, entry known, history complete, asked about on 31 March 2018.
pub fn from(began: &str) -> Case {
    let care = PeriodOfCare::new(date(began));
    Case { care, as_of: date("2018-03-31"), history: History::Complete }
}

impl Case {
    fn with(self, change: impl FnOnce(PeriodOfCare) -> PeriodOfCare) -> Self {
        Self { care: change(self.care), ..self }
    }

    pub fn to(self, ended: &str) -> Self {
        self.with(|care| care.with_ended(date(ended)))
    }

    pub fn entry_not_known(self) -> Self {
        self.with(|care| care.with_entry(Entry::NotKnown))
    }

    pub fn reviews(self, on: &str) -> Self {
        on.split_whitespace().fold(self, |case, on| case.review(Review::new(date(on))))
    }

    pub fn review(self, review: Review) -> Self {
        self.with(|care| care.with_review(review))
    }

    pub fn placed(self, on: &str) -> Self {
        self.with(|care| care.with_adoption(AdoptionChange::Placed(date(on))))
    }

    pub fn back(self, on: &str) -> Self {
        self.with(|care| care.with_adoption(AdoptionChange::Ended(date(on))))
    }

    pub fn on_day(self, day: &str) -> Self {
        Self { as_of: date(day), ..self }
    }

    pub fn told_from(self, day: &str) -> Self {
        Self { history: History::CompleteFrom(date(day)), ..self }
    }

    pub fn findings(&self) -> Vec<Finding> {
        let calendar = WorkingDays::england_and_wales();
        let clock = ReviewClock::new(&calendar, self.as_of).with_history(self.history);
        clock.duties(self.care.view().unwrap()).unwrap().collect()
    }

    /// One line a duty: kind, last day (or the two bounds), outcome, answer, change that left it behind.
    #[track_caller]
    pub fn gives(&self, expected: &str) {
        let lines: Vec<_> = self.findings().iter().map(line).collect();
        let expected: Vec<_> =
            expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, expected, "{self:#?}");
    }

    /// What became of the last duty.
    #[track_caller]
    pub fn ends(&self, expected: &str) {
        assert_eq!(self.findings().last().map(line).as_deref(), Some(expected), "{self:#?}");
    }

    #[track_caller]
    pub fn explains(&self, place: usize, expected: &str) {
        assert_eq!(self.findings()[place].explain().to_string(), expected);
    }
}

pub fn line(finding: &Finding) -> String {
    let hi = finding.latest().last_day();
    let bounds = match finding.earliest().map(|bound| bound.last_day()) {
        Some(lo) if lo == hi => hi.to_string(),
        Some(lo) => format!("{lo}..{hi}"),
        None => format!("?..{hi}"),
    };
    let mut line = format!("{} {bounds} {}", finding.sequence(), finding.outcome().as_str());
    if let Some(review) = finding.answer() {
        line.push_str(&format!(" {}", review.held_on()));
    }
    if let Settled::ChangeOfClock(change) = finding.settled() {
        line.push_str(&format!(" left {}", change.on()));
    }
    line
}
