//! Children by the million: dates and codes only, drawn as fast as they can be read.

use super::dates::{date, months_after, plus};
use super::rng::Rng;
use chrono::NaiveDate;
use std::ops::Range;

/// A child's review history and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeanChild {
    /// An opaque number.
    pub id: u64,
    /// Periods of care, in order.
    pub periods: Vec<LeanPeriod>,
}

/// A period of care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeanPeriod {
    /// First day in care.
    pub began: NaiveDate,
    /// Last day in care; `None` while the child is still in care.
    pub ended: Option<NaiveDate>,
    /// Whether the first day is known to be the start of care (not a transferred record).
    pub entry_known: bool,
    /// Changes of clock: placed for adoption (true), adoptive placement ended (false).
    pub changes: Vec<(NaiveDate, bool)>,
    /// Reviews and the number of the participation code, in order.
    pub reviews: Vec<(NaiveDate, Option<u8>)>,
}

/// `children` children in care at some time between 1991 and March 2026, mostly lately: five or six
/// reviews each, about one in sixteen of them late. The same seed gives the same children, and the
/// first of a longer run are those of a shorter one.
pub fn lean(seed: u64, children: usize) -> impl Iterator<Item = LeanChild> {
    lean_of(seed, 0..children as u64)
}

/// Those of them with these numbers.
pub fn lean_of(seed: u64, numbers: Range<u64>) -> impl Iterator<Item = LeanChild> {
    numbers.map(move |id| child(seed, id))
}

fn child(seed: u64, id: u64) -> LeanChild {
    let mut rng = Rng::stream(seed, id);
    let rng = &mut rng;
    let horizon = date(2026, 3, 31);
    // Nine in ten since 2014, the others from any year since the Children Act came in.
    let first = if rng.chance(900) { date(2014, 4, 1) } else { date(1991, 10, 14) };
    let days = (horizon - first).num_days();
    let mut began = plus(first, rng.between(0, days - 1));
    let mut periods = Vec::with_capacity(1);
    loop {
        let stay = match rng.below(10) {
            0..=2 => rng.between(5, 180),
            3..=6 => rng.between(180, 1000),
            7..=8 => rng.between(900, 2400),
            _ => rng.between(2000, 6000),
        };
        let ended = Some(plus(began, stay)).filter(|&ended| ended <= horizon);
        periods.push(period(rng, began, ended, ended.unwrap_or(horizon)));
        match ended.map(|ended| plus(ended, 30 + rng.between(0, 700))) {
            Some(back) if back < horizon && rng.chance(80) => began = back,
            _ => return LeanChild { id, periods },
        }
    }
}

fn period(
    rng: &mut Rng,
    began: NaiveDate,
    ended: Option<NaiveDate>,
    last: NaiveDate,
) -> LeanPeriod {
    let entry_known = rng.chance(980);
    let mut changes = Vec::new();
    if rng.chance(40) {
        let placed = plus(began, rng.between(150, 500));
        let home = plus(placed, rng.between(60, 250));
        if placed < last {
            changes.push((placed, true));
            if home < last && rng.chance(100) {
                changes.push((home, false));
            }
        }
    }
    let mut reviews = Vec::with_capacity(8);
    let age = rng.between(0, 17);
    // Twenty working days are 26 to 35 days, so these bounds need no calendar of bank holidays.
    let late = rng.chance(60);
    let mut next = plus(began, if late { rng.between(36, 80) } else { rng.between(14, 26) });
    let (mut clock, mut held) = (changes.iter().copied().peekable(), 0_u32);
    loop {
        if let Some((day, placed)) = clock.next_if(|&(day, _)| day < next) {
            next = plus(day, if placed { rng.between(18, 28) } else { rng.between(30, 42) });
            held = if placed { 0 } else { held.max(1) };
            continue;
        }
        if next > last {
            break;
        }
        let years = age + (next - began).num_days() / 365;
        let code = if years < 4 { 0 } else { 1 + rng.below(7) as u8 };
        reviews.push((next, Some(code).filter(|_| !rng.chance(5))));
        held += 1;
        let due = months_after(next, if held == 1 { 3 } else { 6 });
        let late = rng.chance(60);
        next = plus(due, if late { rng.between(1, 60) } else { -rng.between(0, 28) });
    }
    LeanPeriod { began, ended, entry_known, changes, reviews }
}
