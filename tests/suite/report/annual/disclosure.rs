//! Publishing: small numbers kept back, and nothing left by which they could be worked out.

use super::attack::{Printed, Structure, pinned, pinned_by_one_told, rest};
use crate::assess::twin_children::Rng;
use iro_handbook::report::ReviewFigures;
use iro_handbook::report::annual::{
    AnnualReport, Block, Cell, Disclosure, Ledger, PublicReport, Shown,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

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
        keeps_back(&Tables::of(&[("of", 97), ("among", 100)]).share("of", "among"), ["of"]);
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

pub fn small_or_not(rng: &mut Rng) -> u64 {
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

/// One who is told which counts are small, and that those kept back beside them are not, pins no small one
/// either. It is only promised where it can be had; in these reports it always can.
#[test]
fn nor_to_one_who_is_told_which_are_small() {
    for seed in 0..300 {
        let tables = random_tables(&mut Rng(seed), false);
        let printed = tables.published(5);
        let told = |name: &str| {
            let small = (1..=5).contains(&tables.count(name));
            let beside = printed.cells.contains_key(name).then_some((6, 1_000_000));
            if small { Some((1, 5)) } else { beside }
        };
        let mut found = pinned_by_one_told(&printed, told);
        found.retain(|name| (1..=5).contains(&tables.count(name)));
        assert_eq!(found, BTreeSet::new(), "seed {seed}");
    }
}

/// A thousand counts in one table: no search may run away.
#[test]
fn a_thousand_counts() {
    for one_in in [3, 100] {
        let (mut tables, mut rng) = (Tables::default(), Rng(7));
        for row in 0..30 {
            for column in 0..32 {
                let small = rng.one_in(one_in);
                let count = if small { 1 + rng.below(5) } else { 6 + rng.below(100) };
                tables.counts.insert(format!("{row}.{column}"), count);
            }
            let parts: Vec<_> = (0..32).map(|column| format!("{row}.{column}")).collect();
            tables.total(&format!("{row}"), &parts);
        }
        let rows: Vec<_> = (0..30).map(|row| format!("{row}")).collect();
        tables.total("all", &rows);
        let columns: Vec<_> = (0..32).map(|column| format!("all.{column}")).collect();
        for (column, total) in columns.iter().enumerate() {
            let parts: Vec<_> = (0..30).map(|row| format!("{row}.{column}")).collect();
            tables.total(total, &parts);
        }
        tables.structure.sum("all", &columns);
        let start = Instant::now();
        let printed = tables.published(5);
        // Without optimisation, on a busy machine.
        assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
        holds(&tables, &printed, 5);
    }
}

/// Reports made of figures, of which only what is printed is read.
mod of_reports {
    use super::*;

    const CODES: [&str; 9] =
        ["PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7", "not_recorded"];
    const SEQUENCES: [&str; 5] = ["first", "second", "subsequent", "adoption", "unknown"];

    /// Figures as a document, from on time, late and undetermined by sequence, and the rest of the counts.
    fn figures(held: [[u64; 3]; 5], codes: [u64; 9], rng: &mut Rng) -> ReviewFigures {
        let all = [0, 1, 2].map(|part| held.iter().map(|counts| counts[part]).sum::<u64>());
        let timeliness = |[on_time, late, undetermined]: [u64; 3]| json!({"on_time": on_time, "late": late, "undetermined": undetermined});
        let by_sequence: serde_json::Map<String, Value> = SEQUENCES
            .iter()
            .zip(held)
            .map(|(name, counts)| ((*name).to_owned(), timeliness(counts)))
            .collect();
        let by_code: serde_json::Map<String, Value> = CODES
            .iter()
            .zip(codes)
            .map(|(name, count)| ((*name).to_owned(), json!(count)))
            .collect();
        let mut some = || small_or_not(rng);
        let (reviewed, new) = ([some(), some(), some()], some());
        let end = reviewed.iter().sum::<u64>() + new;
        let (ceased, more) = (some(), some());
        let started = more.min(ceased + end);
        let document = json!({
            "schema": "iro-handbook/review-figures/1",
            "period": {"start": "2025-04-01", "end": "2026-03-31"},
            "as_of": "2026-03-31",
            "evidence_from": null,
            "cohort": {"looked_after_at_start": ceased + end - started, "started": started,
                       "ceased": ceased, "looked_after_at_end": end},
            "reviews": {
                "held": {"total": all.iter().sum::<u64>(), "on_time": all[0], "late": all[1],
                         "undetermined": all[2], "by_sequence": by_sequence},
                "due": {"met": some(), "met_late": some(), "not_held": some(), "not_yet_due": some(),
                        "lapsed": some(), "undetermined": some()},
                "children": {"all_on_time": reviewed[0], "not_all_on_time": reviewed[1],
                             "undetermined": reviewed[2]},
            },
            "participation": {
                "codes": by_code,
                "eligible": codes[1..8].iter().sum::<u64>(),
                // PN1 to PN4 are of children who attended; the views of all but PN4 and PN7 were conveyed.
                "attended": codes[1..5].iter().sum::<u64>(),
                "views_conveyed": codes[1..4].iter().chain(&codes[5..7]).sum::<u64>(),
            },
            "data_quality": {"unusable_episode": some(), "episode_not_carried": some(),
                "child_not_carried": some(), "unusable_review": some(), "duplicate_review": some(),
                "review_after_as_of": some(), "review_before_evidence": some(),
                "review_in_short_break": some(), "review_outside_care": some()},
        });
        serde_json::from_value(document).unwrap()
    }

    fn random(rng: &mut Rng) -> ReviewFigures {
        let held: [[u64; 3]; 5] =
            std::array::from_fn(|_| std::array::from_fn(|_| small_or_not(rng)));
        let mut left: u64 = held.iter().flatten().sum();
        let mut codes = [0; 9];
        for code in &mut codes {
            *code = small_or_not(rng).min(left);
            left -= *code;
        }
        codes[usize::try_from(rng.below(9)).unwrap()] += left;
        figures(held, codes, rng)
    }

    fn report(figures: ReviewFigures) -> AnnualReport {
        AnnualReport::builder("Sampleshire", figures).build().unwrap()
    }

    fn public(report: &AnnualReport) -> PublicReport {
        report.for_publication(Disclosure::default())
    }

    /// What a reader of these sections knows of them, from the meaning of the words.
    fn structure() -> Structure {
        let mut own = Structure::default();
        own.sum("children of the year", ["cohort.looked_after_at_start", "cohort.started"]);
        own.sum("children of the year", ["cohort.ceased", "cohort.looked_after_at_end"]);
        let held = |name: &str| format!("reviews.held.{name}");
        for of in
            SEQUENCES.map(|name| format!("by_sequence.{name}.")).iter().chain([&String::new()])
        {
            let [on_time, late, undetermined, total, told] =
                ["on_time", "late", "undetermined", "total", "told"]
                    .map(|p| held(&format!("{of}{p}")));
            own.sum(&told, [&on_time, &late]);
            own.sum(&total, [&told, &undetermined]);
            own.share(&on_time, &told);
        }
        for part in ["on_time", "late", "undetermined", "total"] {
            own.sum(held(part), SEQUENCES.map(|name| held(&format!("by_sequence.{name}.{part}"))));
        }
        own.sum(
            "reviews.due.told",
            ["met", "met_late", "not_held"].map(|p| format!("reviews.due.{p}")),
        );
        own.share("reviews.due.met", "reviews.due.told");
        let children = |name: &str| format!("reviews.children.{name}");
        own.sum(children("told"), ["all_on_time", "not_all_on_time"].map(children));
        own.sum(children("total"), ["told", "undetermined"].map(children));
        own.share(children("all_on_time"), children("told"));
        own.share(children("total"), "cohort.looked_after_at_end");
        let codes = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| format!("participation.codes.{name}")).collect()
        };
        own.sum("reviews.held.total", codes(&CODES));
        own.sum("participation.eligible", codes(&CODES[1..8]));
        own.sum("participation.attended", codes(&CODES[1..5]));
        own.sum("participation.views_conveyed", codes(&["PN1", "PN2", "PN3", "PN5", "PN6"]));
        own.share("participation.attended", "participation.eligible");
        own.share("participation.views_conveyed", "participation.eligible");
        own
    }

    fn number(text: &str) -> Option<u64> {
        if text == "c" { None } else { Some(text.replace(',', "").parse().unwrap()) }
    }

    /// Reads the printed cells.
    fn read(report: &AnnualReport) -> Printed {
        let mut cells: BTreeMap<String, Option<u64>> = BTreeMap::new();
        let mut see = |name: &str, count: Option<u64>| {
            let seen = cells.entry(name.to_owned()).or_insert(count);
            *seen = seen.or(count);
        };
        let all = report.sections().iter().flat_map(|section| section.blocks()).flat_map(|block| {
            match block {
                Block::Headline(headline) => vec![headline.cell()],
                Block::Table(table) => table.rows().iter().flat_map(|row| row.cells()).collect(),
                _ => Vec::new(),
            }
        });
        let mut hidden_rates = Vec::new();
        for cell in all {
            let text = report.text_of(cell);
            match cell {
                Cell::Count(id) => see(id.as_str(), number(&text)),
                Cell::Rate { .. } if text == "c" => hidden_rates.push(cell),
                Cell::Rate { of, among } if text != "z" => {
                    let (_, counts) = text.strip_suffix(')').unwrap().split_once('(').unwrap();
                    let (part, whole) = counts.split_once(" of ").unwrap();
                    see(of.as_str(), number(part));
                    see(among.as_str(), number(whole));
                }
                _ => {}
            }
        }
        for cell in hidden_rates {
            let mut counts = cell.rests_on().map(|id| report.figure(id.as_str()).unwrap());
            assert!(counts.any(|shown| shown == Shown::Confidential));
        }
        Printed { cells, structure: structure() }
    }

    #[test]
    fn no_report_gives_a_count_away() {
        for seed in 0..300 {
            let full = report(random(&mut Rng(seed)));
            let public = public(&full);
            resists(&full, &public);
        }
    }

    /// Nothing can be worked out of what is printed, nor of all the figures that a program is given.
    #[track_caller]
    fn resists(full: &AnnualReport, public: &PublicReport) {
        let count = |name: &str| full.figure(name).and_then(Shown::count);
        let printed = read(public.report());
        let figures = public.report().figures();
        let cells = figures.map(|(id, shown)| (id.to_string(), shown.count())).collect();
        for printed in [printed, Printed { cells, structure: structure() }] {
            for (name, shown) in &printed.cells {
                let count = count(name).unwrap();
                assert!(shown.is_none_or(|shown| shown == count), "{name}");
                assert!(count > 0 || shown.is_some(), "{name}");
                assert!(!(1..=5).contains(&count) || shown.is_none(), "{name}");
            }
            let mut found = pinned(&printed);
            // What is not printed at all may be known where it is neither small nor kept back.
            found.retain(|name| {
                let left = || {
                    let share = |(of, among): &&(String, String)| rest(of, among) == *name;
                    let (of, among) = printed.structure.shares.iter().find(share)?;
                    Some(count(among)? - count(of)?)
                };
                let small = count(name).or_else(left).is_some_and(|count| (1..=5).contains(&count));
                printed.cells.get(name) == Some(&None) || small
            });
            assert_eq!(found, BTreeSet::new(), "{public}");
        }
    }

    /// Two services whose public reports look alike are alike to the last byte, also for a program that has
    /// the report in its hands: nothing of what differs is in it.
    #[test]
    fn what_is_kept_back_is_not_in_it() {
        // 97 and 3 of 100, 95 and 5: late reviews, and what goes with them.
        let codes = [0, 40, 30, 30, 0, 0, 0, 0, 7];
        let of = |on_time, late| {
            let mut held = [[0; 3]; 5];
            held[0] = [on_time, late, 7];
            report(figures(held, codes, &mut Rng(1)))
        };
        let (one, other) = (of(97, 3), of(95, 5));
        assert_ne!(format!("{one:?}"), format!("{other:?}"));
        let (one, other) = (public(&one), public(&other));
        assert_eq!(one.report().figure("reviews.held.late"), Some(Shown::Confidential));
        assert_eq!(format!("{one:?}"), format!("{other:?}"));
        assert_eq!(one.to_string(), other.to_string());
        assert_eq!(one, other);
        // The range that 7 undetermined reviews leave open is worked out from what is kept back.
        let ranges =
            one.report().sections().iter().flat_map(|s| s.blocks()).filter_map(
                |block| match block {
                    Block::Headline(headline) => Some(headline.cell()),
                    _ => None,
                },
            );
        let ranges: Vec<_> = ranges.filter(|cell| matches!(cell, Cell::Derived { .. })).collect();
        assert!(!ranges.is_empty());
        for cell in ranges {
            assert!(matches!(cell, Cell::Derived { text, .. } if text == "c"));
        }
    }

    #[test]
    fn the_signs_are_explained_where_they_are_used() {
        let full = report(random(&mut Rng(3)));
        let public = public(&full);
        assert!(
            full.to_string()
                .ends_with("\nz: does not apply. x: not given. low: rounds to zero, but is not.\n")
        );
        let text = public.to_string();
        for sign in ["z: ", "x: ", "c: ", "low: "] {
            assert!(text.lines().rev().take(3).any(|line| line.contains(sign)), "{sign}");
        }
        assert!(!full.is_public() && public.report().is_public());
        assert_eq!(public.report().for_publication(Disclosure::default()), public);
    }

    /// 6 of 100,006 is 0.0 % to one decimal: never "0.0 %".
    #[test]
    fn low_rounds_to_zero_but_is_not() {
        let mut held = [[0; 3]; 5];
        held[0] = [6, 100_000, 0];
        let full = report(figures(held, [0, 50_000, 50_006, 0, 0, 0, 0, 0, 0], &mut Rng(1)));
        let rate =
            Cell::Rate { of: "reviews.held.on_time".into(), among: "reviews.held.told".into() };
        assert_eq!(full.text_of(&rate), "low (6 of 100,006)");
        // All but six, too, is marked.
        let late = Cell::Rate { of: "reviews.held.late".into(), among: "reviews.held.told".into() };
        assert_eq!(full.text_of(&late), "under 100.0 % (100,000 of 100,006)");
        assert_eq!(public(&full).report().text_of(&rate), "low (6 of 100,006)");
        held[0] = [0, 100_000, 0];
        let full = report(figures(held, [0, 50_000, 50_000, 0, 0, 0, 0, 0, 0], &mut Rng(1)));
        assert_eq!(public(&full).report().text_of(&rate), "0.0 % (0 of 100,000)");
    }

    /// 19 counts of the sample's answers are small. No headline is lost to them, and about half as many other
    /// counts.
    #[test]
    fn the_embedded_sample() {
        let text = include_str!("../../../../examples/sample/answers.json");
        let mut document: Value = serde_json::from_str(text).unwrap();
        document["schema"] = json!("iro-handbook/review-figures/1");
        document["evidence_from"] = json!("2023-04-01");
        let full = report(serde_json::from_value(document).unwrap());
        let public = public(&full);
        let (small, beside): (Vec<_>, Vec<_>) = public
            .report()
            .figures()
            .filter(|(_, shown)| *shown == Shown::Confidential)
            .map(|(id, _)| full.figure(id.as_str()).unwrap().count().unwrap())
            .partition(|count| *count <= 5);
        assert_eq!(small.len(), 19);
        assert!(beside.len() <= 10, "{beside:?}");
        let text = public.to_string();
        for rate in ["94.3 % (873 of 926)", "89.3 % (653 of 731)", "88.4 % (312 of 353)"] {
            assert!(text.contains(rate), "{rate}");
        }
        resists(&full, &public);
    }
}
