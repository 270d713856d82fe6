//! Random children for the twins: their dates stand close to the limits, or on them.

use super::twin::{Asked, Told, first_review, months_after};
use chrono::{Days, NaiveDate, TimeDelta};

/// How many: set by the environment variable IRO_TWIN_CHILDREN.
pub fn children_to_try() -> u64 {
    std::env::var("IRO_TWIN_CHILDREN").map_or(20_000, |text| text.parse().unwrap())
}

/// Split-mix: the same children every time.
pub struct Rng(pub u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }

    fn between(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        first + Days::new(self.below((last - first).num_days().unsigned_abs() + 1))
    }

    fn near(&mut self, day: NaiveDate) -> NaiveDate {
        day + TimeDelta::days(self.pick(&[-2, -1, -1, 0, 0, 0, 0, 1, 1, 2]))
    }
}

pub fn question(rng: &mut Rng) -> Asked {
    let ending = rng.pick(&[2012, 2017, 2018, 2018, 2018, 2020, 2021]);
    let ps = NaiveDate::from_ymd_opt(ending - 1, 4, 1).unwrap();
    let pe = NaiveDate::from_ymd_opt(ending, 3, 31).unwrap();
    let as_of = match rng.below(5) {
        0 => rng.between(ps, pe),
        1 => rng.between(pe, pe + Days::new(365)),
        2 => rng.near(pe),
        _ => pe,
    };
    let evidence_from = match rng.below(6) {
        0 | 1 => None,
        2 => Some(ps),
        3 => Some(rng.near(ps)),
        _ => Some(rng.between(ps - Days::new(400), pe)),
    };
    Asked { ps, pe, as_of, evidence_from }
}

pub fn told(rng: &mut Rng, asked: &Asked) -> Told {
    let Asked { ps, pe, as_of, evidence_from } = *asked;
    let landmarks = [ps, pe, as_of, evidence_from.unwrap_or(ps), ps - Days::new(28)];
    let began = match rng.below(4) {
        0 => {
            let landmark = rng.pick(&landmarks);
            rng.near(landmark)
        }
        1 => {
            let about = pe - Days::new(28);
            rng.between(about - Days::new(8), about + Days::new(8))
        }
        _ => rng.between(ps - Days::new(700), pe),
    };
    let ended = match rng.below(6) {
        0 | 1 => {
            let landmark = rng.pick(&landmarks);
            Some(rng.near(landmark))
        }
        2 => Some(rng.between(began, began + Days::new(500))),
        _ => None,
    }
    .filter(|ended| *ended >= began);
    let mut told = Told {
        began,
        ended,
        entry_known: !rng.one_in(4),
        reviews: Vec::new(),
        changes: Vec::new(),
    };
    let last = ended.unwrap_or(as_of + Days::new(40));
    let (mut now, placed_often) = (began, rng.one_in(2));
    for _ in 0..rng.below(9) {
        let code = (!rng.one_in(5)).then(|| rng.below(8) as usize);
        let limit = match rng.below(7) {
            0 => first_review(began),
            1 => now + Days::new(28),
            2 => now + Days::new(42),
            3 | 4 => months_after(now, 3),
            _ => months_after(now, 6),
        };
        let limit = if rng.one_in(6) {
            // The end of what the days before the records allow.
            months_after(evidence_from.unwrap_or(began).max(began) - Days::new(1), 6)
        } else {
            limit
        };
        let next = match rng.below(10) {
            0 | 1 => now,
            2 => rng.between(now, now + Days::new(250)),
            3 => {
                let landmark = rng.pick(&landmarks);
                rng.near(landmark)
            }
            _ => rng.near(limit),
        }
        .max(now);
        if next > last {
            break;
        }
        now = next;
        if placed_often && rng.one_in(2) {
            for _ in 0..1 + rng.below(6) / 5 {
                told.changes.push((now, rng.one_in(2)));
            }
        } else if told.reviews.iter().all(|(day, _)| *day != now) {
            told.reviews.push((now, code));
        }
    }
    // Care often ends just as a duty is due.
    if told.ended.is_none() && rng.one_in(4) {
        let limit = match rng.below(4) {
            0 => first_review(began),
            1 => now + Days::new(28),
            2 => months_after(now, 3),
            _ => months_after(now, 6),
        };
        told.ended = Some(rng.near(limit).max(now));
    }
    told
}
