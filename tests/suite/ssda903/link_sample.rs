//! The figures of the embedded sample, against the answers that its generator knows by itself.

use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use iro_handbook::ssda903::{Columns, Linked, Return};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/sample")
}

pub fn answers() -> Value {
    let text = std::fs::read_to_string(sample().join("answers.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Every value of `expected` is in `found` under the same key; more may stand beside.
pub fn same_by_key(found: &Value, expected: &Value, at: &str) {
    match expected {
        Value::Object(keys) => {
            assert!(!keys.is_empty(), "{at} has nothing to compare");
            for (key, expected) in keys {
                let at = format!("{at}.{key}");
                same_by_key(
                    found.get(key).unwrap_or_else(|| panic!("{at} is missing")),
                    expected,
                    &at,
                );
            }
        }
        _ => assert_eq!(found, expected, "{at}"),
    }
}

fn return_of(
    ending: i32,
    mut in_order: impl FnMut(&Columns, &mut Vec<csv::StringRecord>),
) -> Return {
    let mut one = Return::new(CollectionYear::ending(ending).unwrap());
    let mut files = 0;
    for entry in std::fs::read_dir(sample().join(ending.to_string())).unwrap() {
        let mut reader = csv::Reader::from_path(entry.unwrap().path()).unwrap();
        let columns = Columns::recognise(reader.headers().unwrap()).unwrap();
        let mut rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        in_order(&columns, &mut rows);
        for row in &rows {
            one.push_cells(&columns, |cell| row.get(cell));
        }
        files += 1;
    }
    assert_eq!(files, 10);
    one
}

fn figures(returns: Vec<Return>) -> ReviewFigures {
    let linked = Linked::new(returns).unwrap();
    let question = ReviewQuestion::new(linked.last_year()).with_history(linked.history());
    let mut figures = ReviewFigures::new(question);
    for care in linked.periods_of_care() {
        figures.add(&WorkingDays::england_and_wales(), care).unwrap();
    }
    figures.add_data_quality(&linked.data_quality(question.as_of(), linked.history()));
    figures
}

const YEARS: [i32; 3] = [2024, 2025, 2026];

/// The sample's returns, as they stand in their files.
pub fn sample_returns() -> Vec<Return> {
    YEARS.map(|year| return_of(year, |_, _| ())).to_vec()
}

#[test]
#[cfg(feature = "serde")]
fn the_figures_are_those_of_the_answers() {
    let found = figures(YEARS.map(|year| return_of(year, |_, _| ())).to_vec());
    same_by_key(&serde_json::to_value(found).unwrap(), &answers(), "figures");
}

/// Without serde too.
#[test]
fn the_main_figures_are_those_of_the_answers() {
    let found = figures(YEARS.map(|year| return_of(year, |_, _| ())).to_vec());
    let answers = answers();
    let number = |at: &str| answers.pointer(at).unwrap().as_u64().unwrap();
    assert_eq!(found.cohort().looked_after_at_end(), number("/cohort/looked_after_at_end"));
    assert_eq!(found.held().all().on_time(), number("/reviews/held/on_time"));
    assert_eq!(found.due().not_held(), number("/reviews/due/not_held"));
    assert_eq!(found.children().all_on_time(), number("/reviews/children/all_on_time"));
    for (name, count) in found.data_quality().each() {
        assert_eq!(count, number(&format!("/data_quality/{name}")), "{name}");
    }
}

#[test]
fn the_order_of_returns_does_not_matter() {
    let expected = figures(YEARS.map(|year| return_of(year, |_, _| ())).to_vec());
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let returns = order.map(|place| return_of(YEARS[place], |_, _| ()));
        assert_eq!(figures(returns.to_vec()), expected, "{order:?}");
    }
}

/// Rows may come in any order, but for those of one child and day: of them the first stands.
#[test]
fn the_order_of_rows_does_not_matter() {
    let expected = figures(YEARS.map(|year| return_of(year, |_, _| ())).to_vec());
    let reversed = |columns: &Columns, rows: &mut Vec<csv::StringRecord>| {
        let keys = ["CHILD", "DECOM", "DEC", "REVIEW"].map(|name| columns.position(name));
        let key = |row: &csv::StringRecord| {
            keys.map(|at| at.and_then(|at| row.get(at)).unwrap_or_default().to_owned())
        };
        let before = rows.clone();
        rows.sort_by_key(|row| core::cmp::Reverse(key(row)));
        assert!(*rows != before, "the order is another one");
    };
    let found = figures(YEARS.map(|year| return_of(year, reversed)).to_vec());
    assert_eq!(found, expected);
}

/// Given as bytes, in any order of files and rows and in pieces of any size. Of rows of one child and day
/// the first stands: those keep their order.
#[test]
fn neither_order_nor_pieces_matter() {
    use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
    let expected = figures(sample_returns());
    for seed in 0..12_usize {
        let drawn =
            |text: &str| BuildHasherDefault::<DefaultHasher>::default().hash_one((seed, text));
        let returns = YEARS.map(|year| {
            let folder = sample().join(year.to_string());
            let mut files: Vec<_> =
                std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
            files.sort_by_key(|file| drawn(&file.to_string_lossy()));
            let mut one = Return::new(CollectionYear::ending(year).unwrap());
            for path in files {
                let text = std::fs::read_to_string(path).unwrap();
                let (head, rows) = text.split_once('\n').unwrap();
                let columns = Columns::recognise(head.split(',')).unwrap();
                let keys = ["CHILD", "REVIEW"].map(|name| columns.position(name));
                let mut rows: Vec<_> = rows.lines().collect();
                rows.sort_by_key(|row| {
                    let cells: Vec<_> = row.split(',').collect();
                    let key =
                        keys.map(|at| at.and_then(|at| cells.get(at).copied()).unwrap_or_default());
                    drawn(&if columns.position("REVIEW").is_some() {
                        key.concat()
                    } else {
                        (*row).to_owned()
                    })
                });
                let text = format!("{head}\n{}", rows.join("\n"));
                let mut file = one.file();
                for piece in text.as_bytes().chunks(1 + seed * 97) {
                    file.push(piece).unwrap();
                }
                assert_eq!(file.finish().unwrap().table, Some(columns.table()));
            }
            one
        });
        assert_eq!(figures(returns.to_vec()), expected, "{seed}");
    }
}
