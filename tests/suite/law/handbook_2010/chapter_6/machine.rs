//! The dispute as a state machine: every sequence of events, against a table of what may follow what.

use super::day;
use chrono::{Datelike, NaiveDate, Weekday};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::DisputeEvent as E;
use iro_handbook::record::{Dispute, DisputeTheme, Ladder};

const INFORMAL: &str = "informal";
const STAGE_1: &str = "formal, stage 1";
const STAGE_2: &str = "formal, stage 2";

/// The catalogue, section 7: from, event, to. What is not here is unlawful. The ladder has two stages;
/// a stage 0 and a stage 3 are tried and never reached.
const LAWFUL: [(&str, &str, &str); 18] = [
    // Raised informally: resolved, or formal; the first stage may be skipped.
    (INFORMAL, "stage 1", STAGE_1),
    (INFORMAL, "stage 2", STAGE_2),
    (INFORMAL, "resolved", "resolved"),
    // A formal stage: upwards, resolved, withdrawn or superseded.
    (STAGE_1, "stage 2", STAGE_2),
    (STAGE_1, "answered", STAGE_1),
    (STAGE_1, "resolved", "resolved"),
    (STAGE_1, "withdrawn", "withdrawn"),
    (STAGE_1, "superseded", "superseded"),
    (STAGE_2, "answered", STAGE_2),
    (STAGE_2, "resolved", "resolved"),
    (STAGE_2, "withdrawn", "withdrawn"),
    (STAGE_2, "superseded", "superseded"),
    // Cafcass and legal advice: from anywhere, beside the running dispute.
    (INFORMAL, "cafcass", INFORMAL),
    (STAGE_1, "cafcass", STAGE_1),
    (STAGE_2, "cafcass", STAGE_2),
    (INFORMAL, "advice", INFORMAL),
    (STAGE_1, "advice", STAGE_1),
    (STAGE_2, "advice", STAGE_2),
    // Nothing follows an end: no row begins with one.
];

const ALPHABET: [&str; 10] = [
    "stage 0",
    "stage 1",
    "stage 2",
    "stage 3",
    "answered",
    "resolved",
    "withdrawn",
    "superseded",
    "cafcass",
    "advice",
];

/// Days from the one before: back, the same day, over a weekend or a holiday.
const MOVES: [i64; 3] = [-1, 0, 4];

fn event(what: &str, on: NaiveDate) -> E {
    match what {
        "answered" => E::Answered(on),
        "resolved" => E::Resolved(on),
        "withdrawn" => E::Withdrawn(on),
        "superseded" => E::Superseded(on),
        "cafcass" => E::ReferredToCafcass(on),
        "advice" => E::LegalAdviceSought(on),
        stage => E::Formal { stage: stage["stage ".len()..].parse().unwrap(), on },
    }
}

fn may_follow(from: &str, what: &str) -> Option<&'static str> {
    LAWFUL.iter().find(|row| row.0 == from && row.1 == what).map(|row| row.2)
}

fn moved(from: NaiveDate, days: i64) -> NaiveDate {
    from.checked_add_signed(chrono::TimeDelta::days(days)).unwrap()
}

/// The window of these tests has one bank holiday, Monday 25 May 2026.
fn is_working_day(on: NaiveDate) -> bool {
    !matches!(on.weekday(), Weekday::Sat | Weekday::Sun) && on != day("5-25")
}

/// What happened, as the test itself keeps it: each state with the day from which it stood, as days
/// since the dispute was raised.
struct Twin {
    raised: NaiveDate,
    states: Vec<(i64, &'static str)>,
    /// Whether each day since the dispute was raised is a working day.
    working: Vec<bool>,
}

impl Twin {
    fn new(raised: NaiveDate) -> Self {
        let working = raised.iter_days().take(60).map(is_working_day).collect();
        Self { raised, states: vec![(0, INFORMAL)], working }
    }

    /// The state at the end of a day.
    fn on(&self, on: i64) -> &'static str {
        self.states.iter().rev().find(|(from, _)| *from <= on).map_or("not raised", |s| s.1)
    }

    /// Working days used by the end of a day at stages 1 and 2, day by day: a working day counts for the
    /// stage in which it began, and for no other.
    fn used(&self, by: i64) -> [u32; 2] {
        let mut used = [0, 0];
        for on in 1..=by {
            if self.working[usize::try_from(on).unwrap()] {
                match self.on(on - 1) {
                    STAGE_1 => used[0] += 1,
                    STAGE_2 => used[1] += 1,
                    _ => {}
                }
            }
        }
        used
    }
}

struct Walk {
    calendar: WorkingDays,
    lawful: u64,
    refused: u64,
    seen: Vec<&'static str>,
}

impl Walk {
    /// Tries every event on every day. An event that is refused leaves the dispute as it was, so every
    /// sequence with a refused event in it is a shorter sequence without, which is walked too.
    fn from(&mut self, dispute: &Dispute, twin: &mut Twin, last: i64, left: u32) {
        self.check(dispute, twin, last);
        if left == 0 {
            return;
        }
        let state = twin.on(last);
        for what in ALPHABET {
            for days in MOVES {
                let on = moved(twin.raised, last + days);
                let mut next = dispute.clone();
                let applied = next.apply(event(what, on));
                let to = may_follow(state, what).filter(|_| days >= 0);
                assert_eq!(applied.is_ok(), to.is_some(), "{state}, {what}, {days} days on");
                match (applied, to) {
                    (Ok(()), Some(to)) => {
                        self.lawful += 1;
                        twin.states.push((last + days, to));
                        self.from(&next, twin, last + days, left - 1);
                        twin.states.pop();
                    }
                    (Err(error), _) => {
                        self.refused += 1;
                        assert_eq!(&next, dispute, "a refused event changes nothing");
                        assert!(error.is_contradiction());
                    }
                    (Ok(()), None) => unreachable!(),
                }
            }
        }
    }

    fn check(&mut self, dispute: &Dispute, twin: &Twin, last: i64) {
        let state = twin.on(last);
        if !self.seen.contains(&state) {
            self.seen.push(state);
        }
        assert_eq!(dispute.state().to_string(), state);
        for (on, _) in &twin.states {
            let state = dispute.state_on(moved(twin.raised, *on)).unwrap();
            assert_eq!(state.to_string(), twin.on(*on));
        }
        assert_eq!(dispute.state_on(moved(twin.raised, -1)), None);
        let formal =
            |by| twin.states.iter().any(|(on, state)| *on <= by && state.starts_with("formal"));
        // The day before the last event too: what comes later counts for nothing on it.
        for by in [last - 1, last, last + 9] {
            let [one, two] = twin.used(by);
            let on = moved(twin.raised, by);
            let used = dispute.formal_working_days(&self.calendar, on).unwrap();
            assert_eq!(used, formal(by).then_some(one + two), "no day is counted twice");
            let at = |stage| dispute.working_days_at_stage(stage, &self.calendar, on).unwrap();
            assert_eq!([at(1).unwrap_or(0), at(2).unwrap_or(0)], [one, two]);
        }
    }
}

#[test]
fn every_sequence_of_up_to_six_events() {
    let raised = day("5-20");
    let dispute = Dispute::raised("D-1", DisputeTheme::Placement, raised)
        .with_ladder(Ladder::new(["team manager", "director"]))
        .unwrap();
    let mut twin = Twin::new(raised);
    let calendar = WorkingDays::england_and_wales();
    let mut walk = Walk { calendar, lawful: 0, refused: 0, seen: Vec::new() };
    walk.from(&dispute, &mut twin, 0, 6);
    walk.seen.sort_unstable();
    let all = [STAGE_1, STAGE_2, INFORMAL, "resolved", "superseded", "withdrawn"];
    assert_eq!(walk.seen, all);
    // By the table: 8 ways on and 2 to an end from informal, 8 and 6 from stage 1, 6 and 6 from stage 2.
    let (mut at, mut expected) = ([1_u64, 0, 0], 0);
    for _ in 0..6 {
        let [informal, one, two] = at;
        expected += informal * 10 + one * 14 + two * 12;
        at = [informal * 4, informal * 2 + one * 6, informal * 2 + one * 2 + two * 6];
    }
    assert_eq!(walk.lawful, expected);
    assert!(walk.refused > walk.lawful);
}

/// What the walk leaves out: refused events in the midst of others. All sequences of three, in full.
#[test]
fn refused_events_in_between_change_nothing() {
    let raised = day("5-20");
    let start = Dispute::raised("D-1", DisputeTheme::Placement, raised)
        .with_ladder(Ladder::new(["team manager", "director"]))
        .unwrap();
    let events: Vec<(&str, i64)> =
        ALPHABET.iter().flat_map(|what| MOVES.map(|days| (*what, days))).collect();
    for first in &events {
        for second in &events {
            for third in &events {
                let mut dispute = start.clone();
                let (mut state, mut last) = (INFORMAL, raised);
                for (what, days) in [first, second, third] {
                    let on = moved(last, *days);
                    let to = may_follow(state, what).filter(|_| *days >= 0);
                    assert_eq!(dispute.apply(event(what, on)).is_ok(), to.is_some());
                    if let Some(to) = to {
                        (state, last) = (to, on);
                    }
                }
                assert_eq!(dispute.state().to_string(), state);
            }
        }
    }
}
