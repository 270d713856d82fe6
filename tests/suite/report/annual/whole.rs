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

/// The lines, those with stars once for each name that fits.
fn lines(figures: &BTreeMap<String, u64>) -> Vec<String> {
    let text = std::env::var("IRO_SAME")
        .map_or(THE_SAME.to_owned(), |f| std::fs::read_to_string(f).unwrap());
    let mut all = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix('*') {
            None => all.push(line.to_owned()),
            Some(rest) => {
                let end = rest.split(' ').next().unwrap();
                let stems = figures.keys().filter_map(|name| name.strip_suffix(end));
                all.extend(stems.map(|stem| line.replace('*', stem)));
            }
        }
    }
    all
}

/// What the reader takes to come to nothing: the left side less the right one, and less what the left one is
/// more where it only says at least.
fn by_meaning(figures: &BTreeMap<String, u64>) -> Vec<Vec<(String, i64)>> {
    let mut all = Vec::new();
    for line in lines(figures) {
        let (left, right, more) = match line.split_once(" >= ") {
            Some((left, right)) => (left, right, true),
            None => {
                let (left, right) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
                (left, right, false)
            }
        };
        let (left, right) = (terms(left), terms(right));
        let there =
            |terms: &[(String, i64)]| terms.iter().any(|(name, _)| figures.contains_key(name));
        if !there(&left) || !there(&right) {
            continue;
        }
        let mut equation = left;
        equation.extend(right.into_iter().map(|(name, times)| (name, -times)));
        // What there is none of has no row.
        equation.retain(|(name, _)| figures.contains_key(name));
        let sum: i64 = equation.iter().map(|(name, times)| count(figures, name) * times).sum();
        if more && sum >= 0 {
            equation.push((format!("more in: {line}"), -1));
            all.push(equation);
        } else if sum == 0 {
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
        printed.cells.get(name) == Some(&None)
            || count.is_some_and(|count| (1..=5).contains(&count))
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
    let (mut all, mut bad, mut times) = (BTreeMap::<String, u32>::new(), 0, [0; 3]);
    for seed in 0..reports_to_try() {
        let now = std::time::Instant::now();
        let report = pool.report(seed);
        times[0] += now.elapsed().as_millis();
        let now = std::time::Instant::now();
        let _ = report.for_publication(Disclosure::default());
        times[1] += now.elapsed().as_millis();
        let now = std::time::Instant::now();
        let (found, _kept) = attack(&report);
        times[2] += now.elapsed().as_millis();
        bad += u32::from(!found.is_empty());
        for name in found {
            *all.entry(name).or_default() += 1;
        }
    }
    let mut all: Vec<_> = all.into_iter().map(|(n, c)| (c, n)).collect();
    all.sort();
    all.reverse();
    all.truncate(60);
    assert_eq!(bad, 0, "{times:?} {all:#?}");
}
