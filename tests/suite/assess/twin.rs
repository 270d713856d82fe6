//! The clock once more, from the counting rules alone: every duty is worked out anew from the list of
//! everything that had happened before it. Slow, and plain to check against the rules.

use super::twin_children::{Rng, children_to_try, question, told};
use super::{Case, line};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use iro_handbook::assess::{History, ReviewClock};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::{AdoptionChange, Entry, PeriodOfCare, Review};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// All that is told of one period of care.
#[derive(Clone, Debug)]
pub struct Told {
    pub began: NaiveDate,
    pub ended: Option<NaiveDate>,
    pub entry_known: bool,
    /// Each with the digit of its participation code.
    pub reviews: Vec<(NaiveDate, Option<usize>)>,
    /// Placed for adoption (true), or back with the authority.
    pub changes: Vec<(NaiveDate, bool)>,
}

/// What everybody is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub ps: NaiveDate,
    pub pe: NaiveDate,
    pub as_of: NaiveDate,
    pub evidence_from: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Review(NaiveDate),
    Placed(NaiveDate),
    Back(NaiveDate),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    pub kind: &'static str,
    pub lo: Option<NaiveDate>,
    pub hi: NaiveDate,
    pub became: &'static str,
    pub answer: Option<NaiveDate>,
    /// The change of clock that left it behind.
    pub left: Option<NaiveDate>,
}

fn bank_holidays() -> &'static BTreeSet<NaiveDate> {
    static LIST: OnceLock<BTreeSet<NaiveDate>> = OnceLock::new();
    LIST.get_or_init(|| {
        let csv = include_str!("../../data/calendar/bank_holidays_ew.csv");
        csv.lines().filter_map(|line| line.split(',').next()?.parse().ok()).collect()
    })
}

fn works(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !bank_holidays().contains(&day)
}

pub fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

/// The same-numbered day, or the last one of a month that is too short.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    let month = day.month() + months;
    let (year, month) = if month > 12 { (day.year() + 1, month - 12) } else { (day.year(), month) };
    (1..=day.day()).rev().find_map(|d| NaiveDate::from_ymd_opt(year, month, d)).unwrap()
}

pub fn first_review(began: NaiveDate) -> NaiveDate {
    if began < NaiveDate::from_ymd_opt(2011, 4, 1).unwrap() {
        return days_after(began, 28);
    }
    let (mut day, mut counted) = (began, 0);
    while counted < 20 {
        day = days_after(day, 1);
        counted += u32::from(works(day));
    }
    day
}

impl Event {
    fn day(self) -> NaiveDate {
        match self {
            Self::Review(day) | Self::Placed(day) | Self::Back(day) => day,
        }
    }
}

impl Told {
    pub fn ended_as_of(&self, asked: &Asked) -> Option<NaiveDate> {
        self.ended.filter(|ended| *ended <= asked.as_of)
    }

    /// Everything known, in order; on one day the reviews first and the changes in theirs.
    fn events(&self, asked: &Asked) -> Vec<Event> {
        let before_evidence = |day| asked.evidence_from.is_some_and(|from| day < from);
        let reviews = self.reviews.iter().map(|(day, _)| *day).filter(|day| !before_evidence(*day));
        let changes = self.changes.iter().map(|(day, placed)| match placed {
            true => Event::Placed(*day),
            false => Event::Back(*day),
        });
        let mut all: Vec<_> = reviews.map(Event::Review).chain(changes).collect();
        all.retain(|event| event.day() <= asked.as_of);
        all.sort_by_key(|event| event.day());
        all
    }

    fn pending(
        &self,
        asked: &Asked,
        past: &[Event],
    ) -> (&'static str, Option<NaiveDate>, NaiveDate) {
        let evidenced = |day| asked.evidence_from.is_none_or(|from| day >= from);
        let start = asked.evidence_from.unwrap_or(self.began).max(self.began);
        let dark = months_after(start - Days::new(1), 6);
        let fully = self.entry_known && evidenced(self.began);
        let exact = |kind, day| (kind, Some(day), day);
        let Some(last) = past.last() else {
            let first = first_review(self.began);
            return match (fully, self.entry_known) {
                (true, _) => exact("first", first),
                (false, true) => ("unknown", Some(first), dark),
                (false, false) => ("unknown", None, dark),
            };
        };
        match *last {
            Event::Placed(p) if evidenced(p) => exact("adoption", days_after(p, 28)),
            Event::Placed(p) => ("adoption", Some(days_after(p, 28)), dark),
            Event::Back(e) if evidenced(e) => exact("adoption", days_after(e, 42)),
            Event::Back(e) => ("unknown", Some(days_after(e, 42)), dark),
            Event::Review(d) => {
                let count = |events: &[Event]| {
                    events.iter().filter(|event| matches!(event, Event::Review(_))).count()
                };
                let change = past.iter().rposition(|event| !matches!(event, Event::Review(_)));
                let (three, six) = (months_after(d, 3), months_after(d, 6));
                match change.map(|at| (past[at], &past[at..])) {
                    Some((Event::Placed(p), since)) => match (count(since), evidenced(p)) {
                        (1, true) => exact("adoption", three),
                        (1, false) => ("adoption", Some(three), six),
                        _ => exact("adoption", six),
                    },
                    _ => match (count(past), fully) {
                        (1, true) => exact("second", three),
                        (1, false) => ("unknown", Some(three), six),
                        _ => exact("subsequent", six),
                    },
                }
            }
        }
    }

    pub fn duties(&self, asked: &Asked) -> Vec<Duty> {
        if self.began > asked.as_of {
            return Vec::new();
        }
        let events = self.events(asked);
        let mut duties = Vec::new();
        for so_far in 0..=events.len() {
            let (past, future) = events.split_at(so_far);
            let (kind, lo, hi) = self.pending(asked, past);
            let still = |day: NaiveDate| lo.is_some_and(|lo| lo >= day);
            let (became, answer, left) = match future.first() {
                Some(Event::Review(d)) if still(*d) => ("met", Some(*d), None),
                Some(Event::Review(d)) if *d > hi => ("met_late", Some(*d), None),
                Some(Event::Review(d)) => ("cannot_tell", Some(*d), None),
                Some(Event::Placed(day) | Event::Back(day)) => {
                    if asked.evidence_from.is_some_and(|from| *day < from) {
                        continue;
                    }
                    let next = future.iter().find(|event| matches!(event, Event::Review(_)));
                    match next {
                        _ if still(*day) => ("lapsed", None, Some(*day)),
                        _ if *day <= hi => ("cannot_tell", None, Some(*day)),
                        Some(next) => ("met_late", Some(next.day()), Some(*day)),
                        None => ("not_met", None, Some(*day)),
                    }
                }
                None => match self.ended_as_of(asked) {
                    Some(ended) if still(ended) => ("lapsed", None, None),
                    Some(ended) if ended > hi => ("not_met", None, None),
                    None if still(asked.as_of) => ("not_yet_due", None, None),
                    None if asked.as_of > hi => ("not_met", None, None),
                    _ => ("cannot_tell", None, None),
                },
            };
            duties.push(Duty { kind, lo, hi, became, answer, left });
        }
        duties
    }

    pub fn record(&self) -> PeriodOfCare {
        let entry = if self.entry_known { Entry::Known } else { Entry::NotKnown };
        let mut care = PeriodOfCare::new(self.began).with_entry(entry);
        if let Some(ended) = self.ended {
            care = care.with_ended(ended);
        }
        for (day, code) in &self.reviews {
            let mut review = Review::new(*day);
            if let Some(code) = code {
                review = review.with_participation(format!("PN{code}").parse().unwrap());
            }
            care = care.with_review(review);
        }
        for (day, placed) in &self.changes {
            care = care.with_adoption(match placed {
                true => AdoptionChange::Placed(*day),
                false => AdoptionChange::Ended(*day),
            });
        }
        care
    }
}

impl Asked {
    pub fn history(&self) -> History {
        self.evidence_from.map_or(History::Complete, History::CompleteFrom)
    }
}

impl Duty {
    fn line(&self) -> String {
        let Self { kind, hi, became, .. } = self;
        let bounds = match self.lo {
            Some(lo) if lo == *hi => hi.to_string(),
            Some(lo) => format!("{lo}..{hi}"),
            None => format!("?..{hi}"),
        };
        let answer = self.answer.map(|day| format!(" {day}")).unwrap_or_default();
        let left = self.left.map(|day| format!(" left {day}")).unwrap_or_default();
        format!("{kind} {bounds} {became}{answer}{left}")
    }
}

/// What the twin and the crate say, where they differ.
fn difference(calendar: &WorkingDays, told: &Told, asked: &Asked) -> Option<String> {
    let care = told.record();
    let clock = ReviewClock::new(calendar, asked.as_of).with_history(asked.history());
    let found: Vec<_> = clock.duties(care.view().unwrap()).unwrap().map(|f| line(&f)).collect();
    let twin: Vec<_> = told.duties(asked).iter().map(Duty::line).collect();
    (found != twin).then(|| format!("crate {found:#?}\n twin {twin:#?}"))
}

#[test]
fn twin_of_the_clock() {
    let calendar = WorkingDays::england_and_wales();
    let mut rng = Rng(20_180_331);
    let mut seen = BTreeMap::<String, u64>::new();
    let mut asked = question(&mut rng);
    for number in 0..children_to_try() {
        if number % 8 == 0 {
            asked = question(&mut rng);
        }
        let mut told = told(&mut rng, &asked);
        if let Some(mut difference_of) = difference(&calendar, &told, &asked) {
            // Whatever can go without the difference going, goes.
            let mut smaller = true;
            while smaller {
                smaller = false;
                for place in 0..told.reviews.len() + told.changes.len() {
                    let mut without = told.clone();
                    if place < told.reviews.len() {
                        without.reviews.remove(place);
                    } else {
                        without.changes.remove(place - told.reviews.len());
                    }
                    if let Some(found) = difference(&calendar, &without, &asked) {
                        (told, difference_of, smaller) = (without, found, true);
                        break;
                    }
                }
            }
            panic!("child {number}: {told:#?}\n{asked:#?}\n{difference_of}");
        }
        for duty in told.duties(&asked) {
            let left = if duty.left.is_some() { " left" } else { "" };
            *seen.entry(format!("{} {}{left}", duty.kind, duty.became)).or_default() += 1;
        }
    }
    if children_to_try() < 20_000 {
        return;
    }
    // Every kind of duty came to every end that it can come to, so the comparison was not idle.
    for kind in ["first", "second", "subsequent", "adoption", "unknown"] {
        for became in ["met", "met_late", "not_met", "not_yet_due", "lapsed"] {
            assert!(seen[&format!("{kind} {became}")] > 20, "{kind} {became}: {seen:#?}");
        }
        for became in ["lapsed", "met_late", "not_met"] {
            assert!(seen[&format!("{kind} {became} left")] > 0, "{kind} {became} left: {seen:#?}");
        }
    }
    for rare in ["unknown cannot_tell", "unknown cannot_tell left", "adoption cannot_tell"] {
        assert!(seen[rare] > 20, "{rare}: {seen:#?}");
    }
}

/// The twin is not left to itself: it gives what the cases worked out by hand say.
#[test]
fn twin_by_hand() {
    let day = super::date;
    assert_eq!(first_review(day("2011-03-31")), day("2011-04-28"));
    assert_eq!(first_review(day("2011-04-01")), day("2011-05-05"));
    assert_eq!(months_after(day("2017-11-30"), 3), day("2018-02-28"));
    assert_eq!(months_after(day("2017-08-31"), 6), day("2018-02-28"));
    let case: Case = super::from("2017-09-04").reviews("2017-10-02").placed("2017-11-01");
    let told = Told {
        began: case.care.began(),
        ended: None,
        entry_known: true,
        reviews: vec![(day("2017-10-02"), None)],
        changes: vec![(day("2017-11-01"), true)],
    };
    let asked = Asked {
        ps: day("2017-04-01"),
        pe: day("2018-03-31"),
        as_of: day("2018-03-31"),
        evidence_from: None,
    };
    let lines: Vec<_> = told.duties(&asked).iter().map(Duty::line).collect();
    assert_eq!(
        lines,
        [
            "first 2017-10-02 met 2017-10-02",
            "second 2018-01-02 lapsed left 2017-11-01",
            "adoption 2017-11-29 not_met",
        ]
    );
}
