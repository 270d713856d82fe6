//! Whole public reports, with every part, attacked by a reader of nothing but the public JSON.
//!
//! The reader knows what the words of a report mean, and so what counts the same thing, in [`THE_SAME`];
//! nothing of it is taken from the library. He is thought to know of each equality whether it holds.

use super::attack::{Printed, Structure, pinned, rest};
use super::invented::{Pool, sample};
use iro_handbook::report::annual::{AnnualReport, Disclosure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What counts the same, or so much of the same: a name with a star stands for every one that fits it.
const THE_SAME: &str = "
    cohort.looked_after_at_start + cohort.started = cohort.looked_after_in_year
    cohort.ceased + cohort.looked_after_at_end = cohort.looked_after_in_year
";

/// One side of a line, each name with how often.
fn terms(side: &str) -> Vec<(String, i64)> {
    side.split(" + ")
        .map(|term| {
            let words: Vec<_> = term.split_whitespace().collect();
            match words[..] {
                [name] => (name.to_owned(), 1),
                [times, name] => (name.to_owned(), times.parse().unwrap()),
                _ => panic!("{term}"),
            }
        })
        .collect()
}

/// What the reader takes to come to nothing: the left side less the right one, and less what the left one is
/// more where it only says at least.
fn by_meaning(figures: &BTreeMap<String, u64>) -> Vec<Vec<(String, i64)>> {
    let mut all = Vec::new();
    let lines = THE_SAME.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines {
        let (left, right, more) = match line.split_once(" >= ") {
            Some((left, right)) => (left, right, true),
            None => {
                let (left, right) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
                (left, right, false)
            }
        };
        let mut equation = terms(left);
        equation.extend(terms(right).into_iter().map(|(name, times)| (name, -times)));
        // What there is none of has no row.
        equation.retain(|(name, _)| figures.contains_key(name));
        let sum: i64 = equation.iter().map(|(name, times)| count(figures, name) * times).sum();
        if more && sum >= 0 {
            equation.push((format!("more in: {line}"), -1));
            all.push(equation);
        } else if sum == 0 && equation.len() > 1 {
            all.push(equation);
        }
    }
    all
}

fn count(figures: &BTreeMap<String, u64>, name: &str) -> i64 {
    i64::try_from(figures[name]).unwrap()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The name of a count that stands in a cell, and nothing else.
fn of_cell(cell: &Value) -> Option<String> {
    let [name] = list(cell, "figures") else { return None };
    cell.get("count").and(name.as_str()).map(str::to_owned)
}

/// What the layout of the tables says: rows and columns add up, and a percentage leaves something over.
fn by_layout(document: &Value) -> Structure {
    let mut own = Structure::default();
    let mut shares = BTreeSet::new();
    let mut share = |cell: &Value| {
        if cell.get("numerator").is_some() {
            let names: Vec<_> =
                list(cell, "figures").iter().map(|name| name.as_str().unwrap()).collect();
            shares.insert((names[0].to_owned(), names[1].to_owned()));
        }
    };
    for block in list(document, "sections").iter().flat_map(|section| list(section, "blocks")) {
        if block["kind"] == "headline" {
            share(&block["cell"]);
            list(block, "beside").iter().for_each(|beside| share(&beside["cell"]));
        }
        let rows = list(block, "rows");
        rows.iter().flat_map(|row| list(row, "cells")).for_each(&mut share);
        let columns = list(block, "columns");
        for column in 0..columns.len() {
            let mut parts = Vec::new();
            for row in rows {
                let name = of_cell(&list(row, "cells")[column]);
                if row["total"] == true {
                    if let (Some(whole), true) = (name, !parts.is_empty()) {
                        own.sum(whole, std::mem::take(&mut parts));
                    }
                } else {
                    parts.extend(name);
                }
            }
        }
        let all = columns.iter().position(|name| name == "all" || name == "plans started");
        for row in rows {
            let names: Vec<_> = list(row, "cells").iter().map(of_cell).collect();
            if let Some(whole) = all.and_then(|all| names[all].clone()) {
                own.sum(whole, names[..all.unwrap()].iter().flatten());
            }
        }
    }
    own.shares = shares.into_iter().collect();
    own
}

fn figures(document: &Value) -> BTreeMap<String, Option<u64>> {
    let figures = document["figures"].as_object().unwrap().iter();
    figures.map(|(name, count)| (name.clone(), count.as_u64())).collect()
}

/// How a public report resists: what a reader finds out, and how many counts are kept back.
fn attack(full: &AnnualReport) -> (BTreeSet<String>, usize) {
    let board = serde_json::to_value(full).unwrap();
    let public = full.for_publication(Disclosure::default());
    let public = serde_json::to_value(&public).unwrap();
    let truth: BTreeMap<String, u64> =
        figures(&board).into_iter().map(|(name, count)| (name, count.unwrap())).collect();
    let cells = figures(&public);
    for (name, shown) in &cells {
        let count = truth[name];
        assert!(shown.is_none_or(|shown| shown == count), "{name}");
        assert!(count > 0 || shown.is_some(), "{name}");
        assert!(!(1..=5).contains(&count) || shown.is_none(), "{name}");
    }
    // The layout is the same for every reader; the numbers are the public's.
    let mut structure = by_layout(&board);
    for (whole, parts) in &structure.sums {
        let sum: u64 = parts.iter().map(|part| truth[part]).sum();
        assert_eq!(sum, truth[whole], "{whole}: {parts:?}");
    }
    structure.equations = by_meaning(&truth);
    let left = |name: &String| {
        let of = |(of, among): &&(String, String)| rest(of, among) == *name;
        structure.shares.iter().find(of).map(|(of, among)| truth[among] - truth[of])
    };
    let printed = Printed { cells, structure: structure.clone() };
    let kept_back = printed.cells.values().filter(|count| count.is_none()).count();
    let mut found = pinned(&printed);
    // What is not printed at all may be known where it is neither small nor kept back.
    found.retain(|name| {
        let count = truth.get(name).copied().or_else(|| left(name));
        printed.cells.get(name) == Some(&None) || count.is_some_and(|count| (1..=5).contains(&count))
    });
    (found, kept_back)
}

#[test]
fn the_sample() {
    let (found, _) = attack(&sample());
    assert_eq!(found, BTreeSet::new());
}

/// How many: set by the environment variable IRO_DISCLOSURE_WHOLE_REPORTS.
fn reports_to_try() -> u64 {
    std::env::var("IRO_DISCLOSURE_WHOLE_REPORTS").map_or(300, |text| text.parse().unwrap())
}

#[test]
fn no_whole_report_gives_a_count_away() {
    let pool = Pool::new();
    for seed in 0..reports_to_try() {
        let (found, _) = attack(&pool.report(seed));
        assert_eq!(found, BTreeSet::new(), "seed {seed}");
    }
}
