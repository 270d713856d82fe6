//! The example `national`, run as a user runs it, on few children; and how much room the lean form takes.

use crate::examples::{refuses, run};
use crate::sample::synthetic;
use iro_handbook::calendar::CollectionYear;
use iro_handbook::record::Review;
use serde_json::Value;

#[path = "../../examples/common/lean_store.rs"]
mod lean_store;

use lean_store::LeanStore;

const NAME: &str = "national";
const CHILDREN: usize = 3_000;

fn of(more: &[&str]) -> String {
    let children = CHILDREN.to_string();
    let ran = run(NAME, &[&["--children", &children], more].concat());
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    ran.out
}

/// Reviews in the year, and children in care at its end, counted off the generator.
fn planted(seed: u64) -> (usize, usize) {
    let year = CollectionYear::ending(2026).unwrap();
    let periods: Vec<_> = synthetic::lean(seed, CHILDREN).flat_map(|c| c.periods).collect();
    let days = periods.iter().flat_map(|period| &period.reviews).map(|(day, _)| *day);
    let open = periods.iter().filter(|period| period.ended.is_none_or(|day| day > year.end()));
    (days.filter(|day| year.contains(*day)).count(), open.count())
}

#[test]
fn the_figures_are_those_of_the_children_made() {
    for seed in [synthetic::SEED, 7] {
        let json: Value = serde_json::from_str(&of(&["--seed", &seed.to_string()])).unwrap();
        let (held, open) = planted(seed);
        assert_eq!(json["reviews"]["held"]["total"], held);
        assert_eq!(json["cohort"]["looked_after_at_end"], open);
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let one = of(&["--threads", "1"]);
    assert_eq!(of(&["--threads", "3"]), one);
    assert_eq!(of(&[]), one);
}

#[test]
fn the_authorities_add_up_to_regions_and_to_england() {
    let text = of(&["--authorities", "152"]);
    // A heading, 152 authorities, 9 regions, England, and a word on the whole.
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 1 + 152 + 9 + 1 + 1, "{text}");
    let column = |line: &str, n: usize| -> usize {
        let figures = line.get(26..).unwrap().replace(" %", "");
        figures.split_whitespace().nth(n).unwrap().parse().unwrap()
    };
    let of_authorities = |n| -> usize {
        let authorities = lines.iter().filter(|line| line.starts_with("  Authority "));
        authorities.map(|line| column(line, n)).sum()
    };
    let england = lines.iter().find(|line| line.starts_with("England ")).unwrap();
    let (held, open) = planted(synthetic::SEED);
    assert_eq!((column(england, 0), column(england, 1)), (open, held));
    assert_eq!((of_authorities(0), of_authorities(1)), (open, held));
    assert_eq!(lines.last().unwrap().split(' ').next(), Some("The"), "{text}");
    let region = lines.iter().position(|line| line.starts_with("North West ")).unwrap();
    assert_eq!(lines[region - 1].split_whitespace().nth(1), Some("035"), "12 and 23 authorities");
}

#[test]
fn time_and_memory_go_to_standard_error() {
    let ran = run(NAME, &["--children", "500"]);
    for said in ["made 500 children", "bytes a review", "ns a review"] {
        assert!(ran.err.contains(said), "{said:?} is not in {}", ran.err);
    }
    if cfg!(target_os = "linux") {
        assert!(ran.err.contains("peak memory "), "{}", ran.err);
    }
}

#[test]
fn what_cannot_be_is_refused() {
    refuses(NAME, &["--authorities", "0"], &["--authorities"]);
    refuses(NAME, &["--children", "many"], &["--children"]);
    refuses(NAME, &["--linear", "--authorities", "3"], &["--linear"]);
}

/// Eight bytes a review, and a share of its period's.
#[test]
fn a_review_takes_at_most_sixteen_bytes() {
    assert_eq!(size_of::<Review>(), 8);
    let store: LeanStore = synthetic::lean(synthetic::SEED, 20_000).collect();
    assert!(store.bytes() <= 16 * store.reviews(), "{} bytes", store.bytes());
    assert!(store.bytes() >= 8 * store.reviews(), "all are there");
    assert_eq!(
        store.each().map(|care| care.unwrap().reviews().len()).sum::<usize>(),
        store.reviews()
    );
}
