//! A twin written from the rules alone, slow and plain, against random small returns with dense
//! days: periods of care, where each review is, and every count.

use chrono::NaiveDate;
use iro_handbook::assess::History;
use iro_handbook::calendar::CollectionYear;
use iro_handbook::record::{AdoptionChange, Entry};
use iro_handbook::ssda903::{EpisodeRow, Linked, Return, ReviewRow, Table};
use proptest::prelude::*;
use std::collections::BTreeMap;

const FIRST_YEAR: i32 = 2018;

/// CHILD DECOM RNE LS DEC PLACE.
type EpisodeText = [String; 6];
/// CHILD REVIEW REVIEW_CODE.
type ReviewText = [String; 3];

#[derive(Clone, Debug)]
struct YearText {
    ending: i32,
    episodes: Vec<EpisodeText>,
    reviews: Vec<ReviewText>,
}

// ---- The twin ----

#[derive(Clone, Debug)]
struct Episode {
    child: String,
    decom: NaiveDate,
    dec: Option<NaiveDate>,
    rne: String,
    short_break: bool,
    adoptive: bool,
    year: i32,
}

#[derive(Clone, Debug)]
struct Held {
    child: String,
    date: NaiveDate,
    code: String,
    year: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Care {
    began: NaiveDate,
    ended: Option<NaiveDate>,
    known: bool,
    reviews: Vec<(NaiveDate, String)>,
    changes: Vec<(char, NaiveDate)>,
}

#[derive(Debug, PartialEq, Eq)]
struct Told {
    /// By child; the children without one left out.
    care: BTreeMap<String, Vec<Care>>,
    /// By child, the day, and whether it is in a short break.
    stray: Vec<(String, NaiveDate, bool)>,
    counts: BTreeMap<&'static str, u64>,
}

/// Blank, a day, or neither.
fn read(text: &str) -> Result<Option<NaiveDate>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    let number =
        |place: usize| parts.get(place).and_then(|part| part.parse::<u32>().ok()).ok_or(());
    let (year, month, day) = if text.contains('/') {
        let short = parts.get(2).is_some_and(|year| year.len() == 2);
        (number(2)? + if short { 2000 } else { 0 }, number(1)?, number(0)?)
    } else {
        (number(0)?, number(1)?, number(2)?)
    };
    NaiveDate::from_ymd_opt(year as i32, month, day).map(Some).ok_or(())
}

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn usable_episode(row: &EpisodeText, year: i32) -> Option<Episode> {
    let [child, decom, rne, ls, dec, place] = row.each_ref().map(|cell| cell.trim().to_uppercase());
    let decom = read(&decom).ok()??;
    let dec = read(&dec).ok()?;
    let good = !child.is_empty()
        && dec.is_none_or(|dec| dec >= decom)
        && decom >= ymd(1990, 1, 1)
        && decom <= ymd(2030, 11, 30);
    let adoptive = ["A3", "A4", "A5", "A6"].contains(&place.as_str());
    let short_break = ls == "V3" || ls == "V4";
    good.then_some(Episode { child, decom, dec, rne, short_break, adoptive, year })
}

fn usable_review(row: &ReviewText, year: i32) -> Option<Held> {
    let [child, date, code] = row.each_ref().map(|cell| cell.trim().to_uppercase());
    let date = read(&date).ok()??;
    let known = (0..=7).any(|n| code == format!("PN{n}"));
    let code = if known { code } else { String::new() };
    (!child.is_empty()).then_some(Held { child, date, code, year })
}

fn tell(years: &[YearText], as_of: NaiveDate, from: Option<NaiveDate>) -> Told {
    let mut counts: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut count = |name, more: usize| *counts.entry(name).or_default() += more as u64;
    let mut years: Vec<&YearText> = years.iter().collect();
    years.sort_by_key(|year| year.ending);

    // Section 2: rows.
    let (mut episodes, mut held): (Vec<Episode>, Vec<Held>) = (vec![], vec![]);
    for year in &years {
        for row in &year.episodes {
            match usable_episode(row, year.ending) {
                Some(episode) => episodes.push(episode),
                None if row.iter().all(|cell| cell.trim().is_empty()) => {}
                None => count("unusable_episode", 1),
            }
        }
        for row in &year.reviews {
            match usable_review(row, year.ending) {
                Some(review) => held.push(review),
                None if row[1].trim().is_empty() && row[2].trim().is_empty() => {}
                None => count("unusable_review", 1),
            }
        }
    }
    let children: std::collections::BTreeSet<String> = episodes
        .iter()
        .map(|e| e.child.clone())
        .chain(held.iter().map(|h| h.child.clone()))
        .collect();
    let all = episodes;
    let mut standing: Vec<Episode> = vec![];
    for year in &years {
        let now: Vec<&Episode> = all.iter().filter(|episode| episode.year == year.ending).collect();
        let first_day = ymd(year.ending - 1, 4, 1);
        let mut next = vec![];
        for child in &children {
            let mut dropped = 0;
            for before in standing.iter().filter(|before| before.child == *child) {
                let replaced = now.iter().any(|e| e.child == *child && e.decom == before.decom);
                if replaced {
                    continue;
                }
                if before.dec.is_none() || before.dec >= Some(first_day) {
                    dropped += 1;
                } else {
                    next.push(before.clone());
                }
            }
            count("episode_not_carried", dropped);
            if dropped > 0 && !now.iter().any(|episode| episode.child == *child) {
                count("child_not_carried", 1);
            }
        }
        next.extend(now.into_iter().cloned());
        standing = next;
    }
    let mut reviews: Vec<Held> = vec![];
    for (place, review) in held.iter().enumerate() {
        let same = |other: &Held| other.child == review.child && other.date == review.date;
        let earlier_in_year =
            held[..place].iter().any(|other| same(other) && other.year == review.year);
        let later_year = held.iter().any(|other| same(other) && other.year > review.year);
        if earlier_in_year || later_year {
            count("duplicate_review", 1);
        } else {
            reviews.push(review.clone());
        }
    }

    // Section 3: periods of care.
    let mut care: BTreeMap<String, Vec<Care>> = BTreeMap::new();
    for child in &children {
        let mut ordinary: Vec<&Episode> =
            standing.iter().filter(|e| e.child == *child && !e.short_break).collect();
        ordinary.sort_by_key(|e| (e.decom, e.dec.unwrap_or(NaiveDate::MAX)));
        let mut groups: Vec<Vec<&Episode>> = vec![];
        for episode in ordinary {
            let joins = groups.last().is_some_and(|group| {
                group.last().unwrap().dec.is_none()
                    || group.iter().any(|other| other.dec.is_some_and(|dec| dec >= episode.decom))
            });
            if joins {
                groups.last_mut().unwrap().push(episode);
            } else {
                groups.push(vec![episode]);
            }
        }
        for group in groups {
            let open = group.last().unwrap().dec.is_none();
            let known = group[0].rne == "S";
            let mut changes = vec![];
            for (place, episode) in group.iter().enumerate() {
                let day = episode.decom;
                let (other_carer, says_so) =
                    (["P", "B"].contains(&&*episode.rne), ["P", "T", "B"].contains(&&*episode.rne));
                if place == 0 {
                    if episode.adoptive && (known || says_so) {
                        changes.push(('P', day));
                    }
                } else if episode.adoptive && (!group[place - 1].adoptive || other_carer) {
                    changes.push(('P', day));
                } else if !episode.adoptive && group[place - 1].adoptive {
                    changes.push(('E', day));
                }
            }
            care.entry(child.clone()).or_default().push(Care {
                began: group[0].decom,
                ended: if open { None } else { group.iter().filter_map(|e| e.dec).max() },
                known,
                reviews: vec![],
                changes,
            });
        }
    }

    // Section 4: which review belongs where.
    reviews.sort_by_key(|review| (review.child.clone(), review.date));
    let mut stray = vec![];
    for review in reviews {
        let within = |first: NaiveDate, last: Option<NaiveDate>| {
            first <= review.date && last.is_none_or(|last| review.date <= last)
        };
        let mut periods = care.get_mut(&review.child).into_iter().flatten();
        let period = periods.find(|care| within(care.began, care.ended));
        let in_break = standing
            .iter()
            .any(|e| e.child == review.child && e.short_break && within(e.decom, e.dec));
        let in_care = period.is_some();
        match period {
            Some(care) => care.reviews.push((review.date, review.code)),
            None => stray.push((review.child, review.date, in_break)),
        }
        if review.date > as_of {
            count("review_after_as_of", 1);
        } else if from.is_some_and(|from| review.date < from) {
            count("review_before_evidence", 1);
        } else if !in_care {
            count(if in_break { "review_in_short_break" } else { "review_outside_care" }, 1);
        }
    }
    counts.retain(|_, count| *count > 0);
    Told { care, stray, counts }
}

// ---- What the library says ----

fn said(years: &[YearText], as_of: NaiveDate, from: Option<NaiveDate>) -> Told {
    let returns = years.iter().map(|year| {
        let mut one = Return::new(CollectionYear::ending(year.ending).unwrap());
        one.mark_present(Table::Episodes);
        for [child, decom, rne, ls, dec, place] in year.episodes.clone() {
            one.push(&EpisodeRow { child, decom, rne, ls, dec, place, ..Default::default() });
        }
        for [child, review, review_code] in year.reviews.clone() {
            one.push(&ReviewRow { child, review, review_code, ..Default::default() });
        }
        one
    });
    let linked = Linked::new(returns).unwrap();
    let (mut care, mut stray) = (BTreeMap::new(), vec![]);
    for child in linked.children() {
        // What is handed on unchecked would pass the check.
        assert_eq!(child.to_child().check(), Ok(()));
        let of_child: Vec<Care> = child
            .periods_of_care()
            .map(|period| Care {
                began: period.began(),
                ended: period.ended(),
                known: period.entry() == Entry::Known,
                reviews: period
                    .reviews()
                    .iter()
                    .map(|review| {
                        let code = review.participation().map_or("", |code| code.code());
                        (review.held_on(), code.to_owned())
                    })
                    .collect(),
                changes: period
                    .adoption()
                    .iter()
                    .map(|change| match change {
                        AdoptionChange::Placed(on) => ('P', *on),
                        AdoptionChange::Ended(on) => ('E', *on),
                    })
                    .collect(),
            })
            .collect();
        if !of_child.is_empty() {
            assert!(care.insert(child.id().to_owned(), of_child).is_none(), "a child told twice");
        }
        for review in child.stray_reviews() {
            stray.push((child.id().to_owned(), review.review.held_on(), review.in_short_break));
        }
    }
    stray.sort();
    let history = from.map_or(History::Complete, History::CompleteFrom);
    let each = linked.data_quality(as_of, history).each();
    let counts = each.into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(linked.periods_of_care().len(), care.values().map(Vec::len).sum::<usize>());
    Told { care, stray, counts }
}

// ---- Random returns ----

/// A few days around the turns of the years, close enough to meet.
fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0..4_i32, 0..9_u64)
        .prop_map(|(year, day)| ymd(FIRST_YEAR - 1 + year, 3, 28) + chrono::Days::new(day))
}

fn a_date() -> impl Strategy<Value = String> {
    (a_day(), 0..90_u8).prop_map(|(day, form)| match form {
        0 => day.format("%Y-%m-%d").to_string(),
        1 => day.format("%d/%m/%y").to_string(),
        2 => day.format("%-d/%-m/%Y").to_string(),
        3 => day.format(" %Y-%-m-%-d").to_string(),
        4 => "31/02/2018".to_owned(),
        5 => "31/12/1989".to_owned(),
        6 => "01/12/2030".to_owned(),
        7 => "30/11/2030".to_owned(),
        8 => String::new(),
        _ => day.format("%d/%m/%Y").to_string(),
    })
}

fn an_end() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 3 => a_date()]
}

fn one_of(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    (0..of.len()).prop_map(|place| of[place].to_owned())
}

fn an_episode() -> impl Strategy<Value = EpisodeText> {
    let child = one_of(&["A", "A", "A", "A", " a", "B", "B", "b ", "A", "A", "B", "B", "C", ""]);
    let ls = one_of(&["C2", "C2", "E1", "V2", "V4", "v3 ", "", "C2"]);
    let place = one_of(&["U4", "U4", "A5", "A3", " a6", "A4", "", "A1"]);
    let rne = one_of(&["S", "S", "s ", "P", "T", "B", "U", "L", ""]);
    (child, a_date(), rne, ls, an_end(), place, 0..3_u8).prop_map(
        |(child, decom, rne, ls, dec, place, slips)| {
            // Most drawn ends lie before the start: turn them round, but for a few slips.
            let (one, other) = (read(&decom), read(&dec));
            match (one, other) {
                (Ok(Some(a)), Ok(Some(b))) if b < a && slips > 0 => {
                    [child, dec, rne, ls, decom, place]
                }
                _ => [child, decom, rne, ls, dec, place],
            }
        },
    )
}

fn a_review() -> impl Strategy<Value = ReviewText> {
    let child = one_of(&["A", "A", "A", "A", "a ", "B", "B", "B", "C", "D", "A", "A", ""]);
    let code = one_of(&["PN0", "PN1", "pn2", "PN7", "", "PN8"]);
    (child, a_date(), code).prop_map(|(child, date, code)| [child, date, code])
}

fn returns() -> impl Strategy<Value = Vec<YearText>> {
    let year = (
        prop::collection::vec(an_episode(), 0..6),
        prop::collection::vec(a_review(), 0..6),
        0..8_u8,
    );
    prop::collection::vec(year, 1..4)
        .prop_map(|years| {
            let mut texts: Vec<YearText> = vec![];
            for ((mut episodes, reviews, carries), ending) in years.into_iter().zip(FIRST_YEAR..) {
                // Mostly the earlier year's rows are there again, as they are in life.
                if let (Some(before), 1..) = (texts.last(), carries) {
                    let again = before.episodes.iter().enumerate();
                    let kept = again.filter(|(place, _)| usize::from(carries) != *place);
                    episodes.extend(kept.map(|(_, row)| row.clone()));
                }
                texts.push(YearText { ending, episodes, reviews });
            }
            texts
        })
        .prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn agrees_with_a_twin(
        years in returns(),
        as_of in a_day(),
        from in prop::option::of(a_day()),
    ) {
        prop_assert_eq!(said(&years, as_of, from), tell(&years, as_of, from));
    }
}

/// The random returns are worth something: each count comes up, and so do the finer points.
#[test]
fn the_random_returns_reach_every_count() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let drawn = (returns(), a_day(), prop::option::of(a_day()));
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..500 {
        let (years, as_of, from) = drawn.new_tree(&mut runner).unwrap().current();
        let told = tell(&years, as_of, from);
        for name in told.counts.keys() {
            *seen.entry(name).or_default() += 1;
        }
        for care in told.care.values() {
            *seen.entry("two periods").or_default() += u32::from(care.len() > 1);
            for care in care {
                *seen.entry("open").or_default() += u32::from(care.ended.is_none());
                *seen.entry("reviewed").or_default() += u32::from(!care.reviews.is_empty());
                let kinds: String = care.changes.iter().map(|(kind, _)| *kind).collect();
                *seen.entry("placed again").or_default() += u32::from(kinds.contains("PP"));
                *seen.entry("ended first").or_default() += u32::from(kinds.starts_with('E'));
            }
        }
    }
    assert_eq!(seen.len(), 14, "{seen:?}");
    assert!(seen.values().all(|times| *times >= 15), "{seen:?}");
}
