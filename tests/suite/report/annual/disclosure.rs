//! Publishing: small numbers kept back, and nothing left by which they could be worked out.

use super::attack::{Printed, Structure, pinned, pinned_by_one_told, rest};
use crate::assess::twin_children::Rng;
use iro_handbook::report::ReviewFigures;
use iro_handbook::report::annual::{
    AnnualReport, Block, Cell, Disclosure, Ledger, PublicReport, Shown,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Counts and what adds up to what, outside the library.
#[derive(Clone, Debug, Default)]
struct Tables {
    counts: BTreeMap<String, u64>,
    structure: Structure,
}

impl Tables {
    fn of(counts: &[(&str, u64)]) -> Self {
        let counts = counts.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        Self { counts, ..Self::default() }
    }

    fn sum(mut self, whole: &str, parts: &[&str]) -> Self {
        self.structure.sum(whole, parts);
        self
    }

    fn share(mut self, of: &str, among: &str) -> Self {
        self.structure.share(of, among);
        self
    }

    /// A whole that is what its parts add up to.
    fn total(&mut self, whole: &str, parts: &[String]) {
        let total = parts.iter().map(|part| self.counts[part]).sum();
        self.counts.insert(whole.to_owned(), total);
        self.structure.sum(whole, parts);
    }

    fn ledger(&self) -> Ledger {
        let mut ledger = Ledger::default();
        for (name, count) in &self.counts {
            ledger.enter(name.clone(), *count).unwrap();
        }
        for (whole, parts) in &self.structure.sums {
            let parts: Vec<_> = parts.iter().map(|part| part.clone().into()).collect();
            ledger.adds_up(&whole.clone().into(), &parts).unwrap();
        }
        for (of, among) in &self.structure.shares {
            ledger.share(&of.clone().into(), &among.clone().into()).unwrap();
        }
        ledger
    }

    fn published(&self, threshold: u64) -> Printed {
        let ledger = self.ledger().for_publication(Disclosure::default().with_threshold(threshold));
        let shown = |name: &String| ledger.get(name).unwrap().count();
        let cells = self.counts.keys().map(|name| (name.clone(), shown(name))).collect();
        Printed { cells, structure: self.structure.clone() }
    }

    fn count(&self, name: &str) -> u64 {
        let share = |(of, among): &&(String, String)| rest(of, among) == name;
        self.counts.get(name).copied().unwrap_or_else(|| {
            let (of, among) = self.structure.shares.iter().find(share).unwrap();
            self.counts[among] - self.counts[of]
        })
    }
}

fn kept_back(printed: &Printed) -> Vec<&str> {
    let cells = printed.cells.iter();
    cells.filter(|(_, count)| count.is_none()).map(|(name, _)| name.as_str()).collect()
}

#[track_caller]
fn keeps_back<const N: usize>(tables: &Tables, expected: [&str; N]) {
    let printed = tables.published(5);
    assert_eq!(kept_back(&printed), expected);
    holds(tables, &printed, 5);
}

/// What is shown is true, zeros are shown, small counts are not, and the attack comes to nothing.
#[track_caller]
fn holds(tables: &Tables, printed: &Printed, threshold: u64) {
    for (name, shown) in &printed.cells {
        let count = tables.counts[name];
        assert!(shown.is_none_or(|shown| shown == count), "{name} is shown as another number");
        assert!(count > 0 || shown.is_some(), "{name}: zeros are shown");
        assert!(!(1..=threshold).contains(&count) || shown.is_none(), "{name} is small");
    }
    let found: Vec<_> = pinned(printed)
        .into_iter()
        .filter(|name| {
            printed.cells.get(name) == Some(&None) || (1..=threshold).contains(&tables.count(name))
        })
        .collect();
    assert!(found.is_empty(), "{found:?} can be worked out of\n{printed:#?}\n{:#?}", tables.counts);
}

/// Annual report, section 5, case by case.
mod by_hand {
    use super::*;

    #[test]
    fn nothing_small_nothing_kept_back() {
        let tables = Tables::of(&[("a", 6), ("b", 0), ("d", 60), ("all", 66)]);
        keeps_back(&tables.sum("all", &["a", "b", "d"]).share("a", "all"), []);
    }

    #[test]
    fn a_small_count_that_stands_alone() {
        keeps_back(&Tables::of(&[("a", 5), ("b", 6)]), ["a"]);
    }

    /// One more, or 72 less the others is 3: the smallest, and not the total.
    #[test]
    fn one_small_count_in_a_table() {
        let tables = Tables::of(&[("a", 3), ("b", 9), ("d", 60), ("all", 72)]);
        keeps_back(&tables.sum("all", &["a", "b", "d"]), ["a", "b"]);
    }

    /// 62 is the total and 60 is shown: 2 are left for two, neither of which is zero.
    #[test]
    fn two_small_counts_that_can_only_be_one_each() {
        let tables = Tables::of(&[("a", 1), ("b", 1), ("d", 60), ("all", 62)]);
        let printed = tables.clone().sum("all", &["a", "b", "d"]).published(5);
        assert_eq!(kept_back(&printed).len(), 3);
        keeps_back(&tables.sum("all", &["a", "b", "d"]), ["a", "b", "d"]);
    }

    /// 5 are left for two: 1 and 4, 2 and 3.
    #[test]
    fn two_small_counts_protect_each_other() {
        let tables = Tables::of(&[("a", 2), ("b", 3), ("d", 60), ("all", 65)]);
        keeps_back(&tables.sum("all", &["a", "b", "d"]), ["a", "b"]);
    }

    #[test]
    fn the_total_is_small_too() {
        let tables = Tables::of(&[("a", 2), ("b", 0), ("all", 2)]);
        keeps_back(&tables.sum("all", &["a", "b"]), ["a", "all"]);
    }

    /// Whoever sees the total sees the count.
    #[test]
    fn the_only_part_of_its_total() {
        let tables = Tables::of(&[("a", 4), ("b", 0), ("row", 4), ("other", 30), ("all", 34)]);
        let tables = tables.sum("row", &["a", "b"]).sum("all", &["row", "other"]);
        keeps_back(&tables, ["a", "other", "row"]);
    }

    /// 97 of 100: the 3 that are printed nowhere.
    #[test]
    fn what_a_percentage_leaves_over() {
        let tables = Tables::of(&[("of", 97), ("among", 100)]).share("of", "among");
        let printed = tables.published(5);
        assert_eq!(kept_back(&printed).len(), 1);
        holds(&tables, &printed, 5);
        // 100 of 100 leaves nothing over, and a zero is no secret.
        keeps_back(&Tables::of(&[("of", 100), ("among", 100)]).share("of", "among"), []);
    }

    /// 3 of 100: the count goes, and the percentage with it; the rest is not printed.
    #[test]
    fn a_small_share() {
        keeps_back(&Tables::of(&[("of", 3), ("among", 100)]).share("of", "among"), ["of"]);
    }

    /// The late reviews stand in a table by kind and in one by reason: both need a second.
    #[test]
    fn the_same_count_in_two_tables() {
        let tables = Tables::of(&[
            ("late", 4),
            ("on_time", 50),
            ("held", 54),
            ("undetermined", 7),
            ("late_or_undetermined", 11),
        ]);
        let tables = tables
            .sum("held", &["late", "on_time"])
            .sum("late_or_undetermined", &["late", "undetermined"]);
        let printed = tables.published(5);
        assert_eq!(kept_back(&printed).len(), 3);
        holds(&tables, &printed, 5);
    }

    /// Rows and columns: a second in the row, a second in the column, and the corner between them.
    #[test]
    fn rows_and_columns() {
        let mut tables = Tables::default();
        for (row, counts) in ["x", "y", "z"].iter().zip([[3, 40, 50], [41, 60, 70], [51, 71, 80]]) {
            for (column, count) in ["p", "q", "r"].iter().zip(counts) {
                tables.counts.insert(format!("{row}{column}"), count);
            }
        }
        for row in ["x", "y", "z"] {
            tables.total(
                &format!("{row}_all"),
                &["p", "q", "r"].map(|column| format!("{row}{column}")),
            );
        }
        for column in ["p", "q", "r"] {
            tables.total(
                &format!("all_{column}"),
                &["x", "y", "z"].map(|row| format!("{row}{column}")),
            );
        }
        tables.total("all", &["x_all", "y_all", "z_all"].map(str::to_owned));
        let all_columns = ["all_p", "all_q", "all_r"];
        keeps_back(&tables.sum("all", &all_columns), ["xp", "xq", "yp", "yq"]);
    }

    /// Last year's count is small, this year's is not: each year is protected in its own table.
    #[test]
    fn the_year_before() {
        let mut tables = Tables::of(&[("2025:late", 2), ("2025:on_time", 90), ("2025:held", 92)]);
        tables
            .counts
            .extend([("late", 8), ("on_time", 95), ("held", 103)].map(|(n, c)| (n.to_owned(), c)));
        let tables = tables
            .sum("held", &["late", "on_time"])
            .sum("2025:held", &["2025:late", "2025:on_time"]);
        keeps_back(&tables, ["2025:late", "2025:on_time"]);
    }

    #[test]
    fn the_threshold_is_a_parameter() {
        let tables =
            Tables::of(&[("a", 1), ("b", 9), ("d", 60), ("all", 70), ("e", 10), ("f", 11)]);
        let tables = tables.sum("all", &["a", "b", "d"]);
        assert_eq!(kept_back(&tables.published(0)), [""; 0]);
        assert_eq!(kept_back(&tables.published(5)), ["a", "b"]);
        assert_eq!(kept_back(&tables.published(10)), ["a", "b", "e"]);
        // A `c` that can only be 1 would say so.
        assert_eq!(
            Disclosure::default().with_threshold(1),
            Disclosure::default().with_threshold(2)
        );
    }

    /// 7 less at least 6 is 1 for one who knows which of the two is the small one. Where it can be had, he does
    /// not find it either: the total goes instead, and with it what its own total would tell.
    #[test]
    fn one_who_is_told_which_is_small() {
        let tables = Tables::of(&[("a", 1), ("b", 6), ("all", 7), ("e", 20), ("grand", 27)]);
        let tables = tables.sum("all", &["a", "b"]).sum("grand", &["all", "e"]);
        keeps_back(&tables, ["a", "all", "e"]);
        // It cannot be had of five counts of one that add up to a small number.
        let ones = [("a", 1), ("b", 1), ("d", 1), ("e", 1), ("f", 1), ("all", 5)];
        keeps_back(
            &Tables::of(&ones).sum("all", &["a", "b", "d", "e", "f"]),
            ["a", "all", "b", "d", "e", "f"],
        );
    }

    /// What was taken out cannot be reasoned about again: with a greater threshold nothing but zeros is left.
    #[test]
    fn a_public_ledger_made_public_again() {
        let tables = Tables::of(&[("a", 3), ("b", 9), ("d", 60), ("all", 72), ("none", 0)]);
        let public =
            tables.sum("all", &["a", "b", "d"]).ledger().for_publication(Disclosure::default());
        assert_eq!(public.for_publication(Disclosure::default()), public);
        assert_eq!(public.for_publication(Disclosure::default().with_threshold(0)), public);
        let again = public.for_publication(Disclosure::default().with_threshold(7));
        for name in ["a", "b", "d", "all"] {
            assert_eq!(again.get(name), Some(Shown::Confidential));
        }
        assert_eq!(again.get("none"), Some(Shown::Count(0)));
    }
}

fn small_or_not(rng: &mut Rng) -> u64 {
    match rng.below(8) {
        0 => 0,
        1 | 2 => 1 + rng.below(5),
        3 => 1 + rng.below(2),
        4 | 5 => 6 + rng.below(20),
        _ => 20 + rng.below(500),
    }
}

/// A table of rows and columns, with totals, shares, a second table over the same rows, part totals.
fn table(tables: &mut Tables, rng: &mut Rng, prefix: &str, plain: bool) {
    let (rows, columns) = (1 + rng.below(5), 1 + rng.below(4));
    let name = |row: u64, column: u64| format!("{prefix}{row}.{column}");
    for row in 0..rows {
        for column in 0..columns {
            let count = if plain { 6 + rng.below(300) } else { small_or_not(rng) };
            tables.counts.insert(name(row, column), count);
        }
        let parts: Vec<_> = (0..columns).map(|column| name(row, column)).collect();
        tables.total(&format!("{prefix}{row}"), &parts);
    }
    let all_rows: Vec<_> = (0..rows).map(|row| format!("{prefix}{row}")).collect();
    let whole = format!("{prefix}all");
    tables.total(&whole, &all_rows);
    if rng.below(3) > 0 {
        let mut totals = Vec::new();
        for column in 0..columns {
            let parts: Vec<_> = (0..rows).map(|row| name(row, column)).collect();
            totals.push(format!("{prefix}all.{column}"));
            tables.total(totals.last().unwrap(), &parts);
        }
        tables.structure.sum(&whole, &totals);
    }
    if rng.one_in(2) {
        // Some of the columns of each row are a figure of their own, as "able to be told" is.
        for row in 0..rows {
            let parts: Vec<_> = (0..columns.div_ceil(2)).map(|column| name(row, column)).collect();
            tables.total(&format!("{prefix}{row}.told"), &parts);
            tables.structure.share(name(row, 0), format!("{prefix}{row}.told"));
        }
    }
    if rng.one_in(2) {
        // The same total by something else, one of which is left to make it up.
        let mut left = tables.counts[&whole];
        let mut parts = Vec::new();
        for code in 0..rng.below(5) {
            let count = small_or_not(rng).min(left);
            left -= count;
            parts.push(format!("{prefix}code{code}"));
            tables.counts.insert(parts[parts.len() - 1].clone(), count);
        }
        parts.push(format!("{prefix}code_rest"));
        tables.counts.insert(parts[parts.len() - 1].clone(), left);
        tables.structure.sum(&whole, &parts);
        let some: Vec<_> = parts.iter().filter(|_| rng.one_in(2)).cloned().collect();
        tables.total(&format!("{prefix}some"), &some);
        tables.structure.share(format!("{prefix}some"), &whole);
    }
    for row in 0..rows {
        if rng.one_in(2) {
            tables.structure.share(format!("{prefix}{row}"), &whole);
        }
        if rng.one_in(3) {
            tables.structure.share(name(row, rng.below(columns)), format!("{prefix}{row}"));
        }
    }
}

fn random_tables(rng: &mut Rng, plain: bool) -> Tables {
    let mut tables = Tables::default();
    let count = 1 + rng.below(3);
    for each in 0..count {
        table(&mut tables, rng, &format!("t{each}."), plain);
    }
    if rng.one_in(2) {
        table(&mut tables, rng, "2025:t0.", plain);
    }
    if rng.one_in(2) {
        let parts: Vec<_> = (0..count).map(|each| format!("t{each}.all")).collect();
        tables.total("everything", &parts);
    }
    tables
}

/// How many: set by the environment variable IRO_DISCLOSURE_REPORTS.
fn reports_to_try() -> u64 {
    std::env::var("IRO_DISCLOSURE_REPORTS").map_or(2_000, |text| text.parse().unwrap())
}

#[test]
fn no_random_report_gives_a_count_away() {
    for seed in 0..reports_to_try() {
        let mut rng = Rng(seed);
        let tables = random_tables(&mut rng, false);
        let threshold = [5, 5, 5, 2, 10][usize::try_from(rng.below(5)).unwrap()];
        holds(&tables, &tables.published(threshold), threshold);
    }
}

#[test]
fn nothing_is_kept_back_where_nothing_is_small() {
    for seed in 0..500 {
        let mut tables = random_tables(&mut Rng(seed), true);
        let (counts, structure) = (tables.counts.clone(), &mut tables.structure);
        structure.shares.retain(|(of, among)| !(1..=5).contains(&(counts[among] - counts[of])));
        if !counts.values().any(|count| (1..=5).contains(count)) {
            assert_eq!(kept_back(&tables.published(5)), [""; 0], "seed {seed}");
        }
    }
}

/// In whichever order the sums and their parts are stated.
#[test]
fn the_order_of_entry_does_not_matter() {
    for seed in 0..200 {
        let mut rng = Rng(seed);
        let mut tables = random_tables(&mut rng, false);
        let printed = tables.published(5);
        let again = tables.published(5);
        assert_eq!(printed.cells, again.cells, "the same each time, seed {seed}");
        for (_, parts) in &mut tables.structure.sums {
            parts.reverse();
        }
        for _ in 0..10 {
            let count = tables.structure.sums.len() as u64;
            let (one, two) = (rng.below(count), rng.below(count));
            tables
                .structure
                .sums
                .swap(usize::try_from(one).unwrap(), usize::try_from(two).unwrap());
        }
        tables.structure.shares.reverse();
        tables.structure.shares.extend_from_within(..);
        assert_eq!(printed.cells, tables.published(5).cells, "seed {seed}");
    }
}

#[test]
fn measure() {
    let mut lost = [0_u64; 5];
    let mut told_pins = 0;
    let start = std::time::Instant::now();
    for seed in 0..500 {
        let mut rng = Rng(seed);
        let tables = random_tables(&mut rng, false);
        let printed = tables.published(5);
        for (name, shown) in &printed.cells {
            let count = tables.counts[name];
            lost[0] += 1;
            lost[1] += u64::from((1..=5).contains(&count));
            lost[2] += u64::from(count > 5 && shown.is_none());
            lost[3] += u64::from(count > 0);
        }
    }
    println!("{lost:?} {:?}", start.elapsed());
    for seed in 0..300 {
        let mut rng = Rng(seed);
        let tables = random_tables(&mut rng, false);
        let printed = tables.published(5);
        let told = pinned_by_one_told(&printed, |name| {
            let count = tables.count(name);
            let own = printed.cells.contains_key(name);
            if (1..=5).contains(&count) {
                Some((1, 5))
            } else if own {
                Some((6, 1_000_000))
            } else {
                None
            }
        });
        told_pins += told
            .iter()
            .filter(|n| tables.counts.get(*n).is_some_and(|c| (1..=5).contains(c)))
            .count();
    }
    println!("told pins {told_pins}");
    for size in [10, 20, 33] {
        let mut rng = Rng(7);
        let mut tables = Tables::default();
        for row in 0..size {
            for column in 0..30 {
                tables.counts.insert(format!("{row}.{column}"), small_or_not(&mut rng));
            }
            let parts: Vec<_> = (0..30).map(|column| format!("{row}.{column}")).collect();
            tables.total(&format!("{row}"), &parts);
        }
        let all: Vec<_> = (0..size).map(|row| format!("{row}")).collect();
        tables.total("all", &all);
        let mut totals = Vec::new();
        for column in 0..30 {
            let parts: Vec<_> = (0..size).map(|row| format!("{row}.{column}")).collect();
            totals.push(format!("all.{column}"));
            tables.total(&format!("all.{column}"), &parts);
        }
        tables.structure.sum("all", &totals);
        let start = std::time::Instant::now();
        let printed = tables.published(5);
        let small = tables.counts.values().filter(|c| (1..=5).contains(*c)).count();
        println!(
            "{} counts {small} small {} lost {:?}",
            tables.counts.len(),
            kept_back(&printed).len(),
            start.elapsed()
        );
    }
}
