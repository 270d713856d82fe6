//! Lives drawn at random: who comes into care, where they live, when their reviews are held.
//!
//! The plan knows every duty from the child's first day: it draws first whether the duty will be
//! met, then the day. So the answers for a fully evidenced child need no reckoning at all.

use super::dates::{birthday, date, first_review_by, is_working_day, months_after, plus};
use super::model::{Child, Duty, Episode, Fate, Kind, Period, Review, as_of, evidence_from};
use super::rng::Rng;
use chrono::{Datelike, NaiveDate};

/// Entries are drawn evenly over these years, long enough that the oldest stay has ended by 2026.
const FIRST_ENTRY_YEAR: i32 = 2008;
const ENTRIES_A_YEAR: u64 = 150;
/// Children whose short breaks are recorded: V3 each, V4 as one agreement.
const SHORT_BREAK_CHILDREN: u64 = 12;

/// Everyone drawn who appears in one of the returns.
pub fn population(seed: u64) -> Vec<Child> {
    let years = (2026 - FIRST_ENTRY_YEAR) as u64;
    let entrants = (0..years * ENTRIES_A_YEAR).map(|index| looked_after(seed, index));
    let breaks = (0..SHORT_BREAK_CHILDREN).map(|index| short_breaks(seed, index));
    entrants.flatten().chain(breaks).collect()
}

/// Distinct for each index, and in no order of entry: 7919 shares no factor with 900,000.
pub fn opaque(index: u64) -> u32 {
    (100_000 + (index * 7919 + 433_261) % 900_000) as u32
}

fn looked_after(seed: u64, index: u64) -> Option<Child> {
    let mut rng = Rng::stream(seed, index);
    let rng = &mut rng;
    let first = date(FIRST_ENTRY_YEAR, 4, 1);
    let mut began = plus(first, rng.between(0, (as_of() - first).num_days()));
    let uasc = rng.chance(80);
    let age = if uasc {
        rng.pick(&[(14, 1), (15, 2), (16, 5), (17, 6)])
    } else {
        let ages = [((0, 0), 20), ((1, 4), 16), ((5, 9), 19), ((10, 15), 35), ((16, 17), 10)];
        let (low, high) = rng.pick(&ages);
        rng.between(low, high)
    };
    let dob = plus(began, -(age * 365 + age / 4) - rng.between(1, 340));
    // Births on 29 to 31 are moved: an 18th birthday must exist in every year.
    let dob = date(dob.year(), dob.month(), dob.day().min(28));
    let adult = birthday(dob, 18);
    let mut child = Child {
        id: opaque(index),
        dob,
        male: rng.chance(if uasc { 930 } else { 530 }),
        ethnic: ethnicity(rng, uasc),
        uasc,
        periods: Vec::new(),
        short_breaks: Vec::new(),
        strays: Vec::new(),
        last_return: 2026,
    };
    if plus(began, 3) >= adult {
        return None;
    }
    loop {
        let period = draw_period(rng, &child, began);
        let left = period.episodes.last().and_then(|last| Some((last.dec?, last.rec)));
        if left.is_none_or(|(ended, _)| ended >= evidence_from()) {
            child.periods.push(period);
        }
        // Some children sent home come back into care.
        let (ended, rec) = left.unwrap_or((adult, ""));
        let back = plus(ended, rng.between(40, 500));
        let comes_back = matches!(rec, "E4A" | "E4B") && rng.chance(110);
        if !comes_back || back > as_of() || plus(back, 60) > adult {
            break;
        }
        began = back;
    }
    Some(child).filter(|child| !child.periods.is_empty())
}

/// How a period of care will end, and when at the latest.
fn draw_period(rng: &mut Rng, child: &Child, began: NaiveDate) -> Period {
    let adult = birthday(child.dob, 18);
    let age = (began - child.dob).num_days() / 365;
    let adopted = age < 4 && !child.uasc && rng.chance(220);
    let placed = plus(began, rng.between(240, 480));
    let stay = match rng.below(100) {
        _ if adopted => (placed - began).num_days() + rng.between(130, 380),
        _ if child.uasc => rng.between(200, 2500),
        0..=19 => rng.between(3, 100),
        20..=34 => rng.between(100, 250),
        35..=69 => rng.between(250, 1000),
        _ => rng.between(1000, 5500),
    };
    let ended = plus(began, stay).min(adult);
    let rec = if ended == adult {
        rng.pick(&[("E17", 30), ("E5", 30), ("E6", 20), ("E8", 20)])
    } else if adopted {
        rng.pick(&[("E11", 6), ("E12", 4)])
    } else if child.uasc {
        rng.pick(&[("E15", 10), ("E3", 50), ("E8", 40)])
    } else if age < 12 && stay > 180 {
        rng.pick(&[("E4A", 40), ("E46", 15), ("E45", 10), ("E48", 5), ("E41", 12), ("E13", 6)])
    } else {
        rng.pick(&[("E4A", 55), ("E4B", 22), ("E41", 6), ("E13", 8), ("E3", 4), ("E8", 5)])
    };
    let placed = Some(placed).filter(|_| adopted);
    let mut episodes = draw_episodes(rng, child, age, began, ended, placed);
    let open = ended > as_of();
    // What has not happened by the day of the answers is not in the plan at all.
    episodes.retain(|episode| episode.decom <= as_of());
    let last = episodes.last_mut().expect("a period has an episode");
    (last.dec, last.rec) = if open { (None, "") } else { (Some(ended), rec) };
    if matches!(last.ls, "J1") && !open && rec.starts_with("E4") {
        last.rec = "E14";
    }
    let placed = placed.filter(|&day| day <= as_of().min(ended));
    let ended = Some(ended).filter(|_| !open);
    let (reviews, planned) = draw_reviews(rng, child.dob, began, ended, placed);
    Period { episodes, reviews, planned }
}

/// One change in a child's story: a new legal status, a new placement, or both.
struct Change {
    day: NaiveDate,
    ls: Option<&'static str>,
    place: Option<(&'static str, &'static str)>,
    same_carer: bool,
}

fn draw_episodes(
    rng: &mut Rng,
    child: &Child,
    age: i64,
    began: NaiveDate,
    ended: NaiveDate,
    placed: Option<NaiveDate>,
) -> Vec<Episode> {
    let mut changes = Vec::new();
    let mut change = |days: i64, ls, place, same_carer| {
        changes.push(Change { day: plus(began, days), ls, place, same_carer });
    };
    // The legal side.
    let mut ls = match age {
        _ if child.uasc => "V2",
        _ if placed.is_some() => "C1",
        0..=9 => rng.pick(&[("V2", 40), ("C1", 46), ("L1", 8), ("L2", 6)]),
        10..=13 => rng.pick(&[("V2", 70), ("C1", 24), ("L1", 6)]),
        // Remand is short: nobody stays remanded for years.
        _ if (ended - began).num_days() < 150 => rng.pick(&[("V2", 84), ("L1", 6), ("J1", 10)]),
        _ => rng.pick(&[("V2", 87), ("C1", 8), ("L1", 5)]),
    };
    let first_ls = ls;
    if matches!(ls, "L1" | "L2") {
        ls = rng.pick(&[("V2", 5), ("C1", 5)]);
        change(rng.between(1, 8), Some(ls), None, false);
    }
    if ls == "V2" && !child.uasc && age < 15 && rng.chance(400) {
        ls = "C1";
        change(rng.between(40, 200), Some(ls), None, false);
    }
    if ls == "C1" {
        change(rng.between(201, 330).min(placed.map_or(999, |_| 225)), Some("C2"), None, false);
    }
    // The placements.
    let mut home = placement(rng, age, child.uasc);
    let first_home = lawful(home, first_ls);
    let mut day = rng.between(20, 700);
    while day < (ended - began).num_days() {
        let old_enough = birthday(child.dob, 16) <= plus(began, day);
        let settled = matches!(home.0, "U5" | "U6") && rng.chance(250);
        let next = if settled {
            ("U4", home.1)
        } else if old_enough && rng.chance(600) {
            ("H5", "PR4")
        } else {
            placement(rng, age + day / 365, child.uasc)
        };
        if next != home && placed.is_none_or(|placed| plus(began, day + 10) < placed) {
            home = next;
            change(day, None, Some(home), settled);
        }
        day += rng.between(60, 1400);
    }
    if let Some(placed) = placed {
        let days = (placed - began).num_days();
        change(days - rng.between(10, 14), Some("E1"), None, false);
        let with_carer = matches!(home.0, "U5" | "U2");
        change(days, None, Some((if with_carer { "A5" } else { "A6" }, "PR1")), with_carer);
    }
    changes.retain(|change| change.day > began && change.day < ended);
    changes.sort_by_key(|change| change.day);
    let cin = rng.pick(&[("N1", 62), ("N5", 14), ("N4", 8), ("N2", 3), ("N3", 3), ("N6", 3)]);
    let cin = if child.uasc { "N8" } else { cin };
    let mut episodes = vec![Episode {
        decom: began,
        rne: "S",
        ls: first_ls,
        cin,
        place: first_home.0,
        provider: first_home.1,
        dec: None,
        rec: "",
        reason: "",
    }];
    for change in changes {
        let last = episodes.last_mut().expect("never empty");
        // Two changes on one day would be one episode: the later one waits for another life.
        if last.decom == change.day {
            continue;
        }
        let mut next = last.clone();
        next.decom = change.day;
        next.ls = change.ls.unwrap_or(last.ls);
        if let Some(place) = change.place {
            (next.place, next.provider) = lawful(place, next.ls);
        }
        next.rne = match (change.ls.is_some(), change.place.is_some(), change.same_carer) {
            (true, false, _) => "L",
            (false, _, false) => "P",
            (false, _, true) => "T",
            (true, true, false) => "B",
            (true, true, true) => "U",
        };
        (last.dec, last.rec) = (Some(change.day), "X1");
        if change.place.is_some() {
            last.reason = match change.same_carer {
                true => "PLACE",
                false => rng.pick(&[("CARPL", 60), ("CREQB", 12), ("CHILD", 10), ("OTHER", 8)]),
            };
        }
        episodes.push(next);
    }
    episodes
}

/// Placement with parents is for children under a care order; others live with relatives.
fn lawful(place: (&'static str, &'static str), ls: &'static str) -> (&'static str, &'static str) {
    if place.0 == "P1" && !matches!(ls, "C1" | "C2") { ("U3", "PR1") } else { place }
}

fn placement(rng: &mut Rng, age: i64, uasc: bool) -> (&'static str, &'static str) {
    match age {
        16.. if uasc => rng.pick(&[(("H5", "PR4"), 7), (("U6", "PR4"), 3)]),
        0..=1 => rng.pick(&[
            (("U6", "PR1"), 50),
            (("U5", "PR1"), 12),
            (("U3", "PR1"), 22),
            (("P1", "PR0"), 8),
            (("R3", "PR4"), 4),
        ]),
        2..=9 => rng.pick(&[
            (("U6", "PR1"), 42),
            (("U6", "PR4"), 24),
            (("U3", "PR1"), 20),
            (("P1", "PR0"), 8),
        ]),
        10..=15 => rng.pick(&[
            (("U6", "PR1"), 30),
            (("U6", "PR4"), 26),
            (("U3", "PR1"), 12),
            (("K2", "PR4"), 20),
            (("K2", "PR1"), 5),
            (("P1", "PR0"), 4),
        ]),
        _ => rng.pick(&[
            (("H5", "PR4"), 40),
            (("U6", "PR4"), 18),
            (("K2", "PR4"), 16),
            (("U3", "PR1"), 8),
        ]),
    }
}

/// The reviews, duty by duty, and what became of each duty.
fn draw_reviews(
    rng: &mut Rng,
    dob: NaiveDate,
    began: NaiveDate,
    ended: Option<NaiveDate>,
    placed: Option<NaiveDate>,
) -> (Vec<Review>, Vec<Duty>) {
    let (mut reviews, mut duties) = (Vec::new(), Vec::new());
    let mut change = placed;
    let mut overdue: Option<usize> = None;
    let (mut kind, mut due, mut last) = (Kind::First, first_review_by(began), began);
    let mut on_clock = 0;
    loop {
        let held = meeting(rng, kind, last, due);
        if change.is_some_and(|day| held > day) {
            // The ordinary clock stops on the day the child moves to the adopters.
            let day = change.take().unwrap_or(held);
            let fate = if due >= day { Fate::Lapsed } else { Fate::NotHeld };
            duties.push(Duty { kind, lo: Some(due), hi: due, answered: None, fate });
            overdue = (fate == Fate::NotHeld).then(|| duties.len() - 1);
            (kind, due, last, on_clock) = (Kind::Adoption, plus(day, 28), day, 0);
            continue;
        }
        if held > ended.unwrap_or(as_of()) {
            let fate = match ended {
                Some(ended) if ended <= due => Fate::Lapsed,
                None if as_of() <= due => Fate::NotYetDue,
                _ => Fate::NotHeld,
            };
            duties.push(Duty { kind, lo: Some(due), hi: due, answered: None, fate });
            return (reviews, duties);
        }
        let fate = if held <= due { Fate::Met } else { Fate::MetLate };
        duties.push(Duty { kind, lo: Some(due), hi: due, answered: Some(held), fate });
        if let Some(index) = overdue.take() {
            duties[index].answered = Some(held);
            duties[index].fate = Fate::MetLate;
        }
        reviews.push((held, Some(participation(rng, dob, held))));
        on_clock += 1;
        kind = match kind {
            Kind::Adoption => Kind::Adoption,
            Kind::First => Kind::Second,
            _ => Kind::Subsequent,
        };
        (due, last) = (months_after(held, if on_clock == 1 { 3 } else { 6 }), held);
    }
}

/// The day a review is held: in time but for about one in fifteen.
fn meeting(rng: &mut Rng, kind: Kind, last: NaiveDate, due: NaiveDate) -> NaiveDate {
    let (days, step) = match rng.below(1000) {
        0..=931 => {
            let early = if matches!(kind, Kind::First | Kind::Adoption) { 7 } else { 28 };
            (-rng.between(0, early), -1)
        }
        932..=967 => (rng.between(1, 14), 1),
        968..=988 => (rng.between(15, 45), 1),
        // Missed altogether: the next meeting is months away, if the child is still in care.
        _ => (rng.between(90, 170), 1),
    };
    let mut day = plus(due, days);
    while !is_working_day(day) {
        day = plus(day, step);
    }
    if day > last { day } else { due }
}

/// The participation code of a review, by the child's age on the day.
pub fn participation(rng: &mut Rng, dob: NaiveDate, day: NaiveDate) -> u8 {
    if day < birthday(dob, 4) {
        0
    } else if day < birthday(dob, 8) {
        rng.pick(&[(1, 12), (2, 3), (3, 12), (4, 4), (5, 14), (6, 40), (7, 15)])
    } else if day < birthday(dob, 13) {
        rng.pick(&[(1, 38), (2, 4), (3, 4), (4, 2), (5, 12), (6, 34), (7, 6)])
    } else {
        rng.pick(&[(1, 58), (2, 3), (3, 2), (4, 2), (5, 6), (6, 21), (7, 8)])
    }
}

fn ethnicity(rng: &mut Rng, uasc: bool) -> &'static str {
    if uasc {
        return rng.pick(&[("OOTH", 40), ("BAFR", 30), ("AOTH", 25), ("WOTH", 5)]);
    }
    rng.pick(&[
        ("WBRI", 700),
        ("WOTH", 40),
        ("WIRI", 5),
        ("WROM", 8),
        ("MWBC", 50),
        ("MWBA", 20),
        ("MWAS", 20),
        ("MOTH", 25),
        ("BAFR", 35),
        ("BCRB", 20),
        ("BOTH", 8),
        ("APKN", 25),
        ("AIND", 8),
        ("ABAN", 8),
        ("AOTH", 12),
        ("OOTH", 10),
        ("REFU", 2),
        ("NOBT", 4),
    ])
}

/// A disabled child who stays away from home for a few days at a time.
fn short_breaks(seed: u64, index: u64) -> Child {
    // A range of indices of its own: those of the entrants end far below.
    let index = 500_000 + index;
    let mut rng = Rng::stream(seed, index);
    let rng = &mut rng;
    let dob = date(rng.between(2011, 2018) as i32, 1 + rng.below(12) as u32, 15);
    let episode = |decom, dec: Option<NaiveDate>, ls| Episode {
        decom,
        rne: "S",
        ls,
        cin: "N2",
        place: "U6",
        provider: "PR1",
        dec,
        rec: if dec.is_some() { "E4A" } else { "" },
        reason: "",
    };
    let mut day = plus(date(2023, 4, 10), rng.between(0, 500));
    let mut short_breaks = Vec::new();
    if rng.chance(500) {
        let dec = Some(plus(day, rng.between(300, 1200))).filter(|&dec| dec <= as_of());
        short_breaks.push(episode(day, dec, "V4"));
    } else {
        // A long weekend now and then: never more than 17 days at a time or 75 in a year.
        while plus(day, 5) <= as_of() && short_breaks.len() < 20 {
            short_breaks.push(episode(day, Some(plus(day, rng.between(2, 4))), "V3"));
            day = plus(day, rng.between(35, 80));
        }
    }
    Child {
        id: opaque(index),
        dob,
        male: rng.chance(650),
        ethnic: ethnicity(rng, false),
        uasc: false,
        periods: Vec::new(),
        short_breaks,
        strays: Vec::new(),
        last_return: 2026,
    }
}
