//! The example programs, run as a user runs them.

use crate::ssda903::link_sample::{answers, same_by_key};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Where an example was built: beside the tests, in the same profile's folder.
pub(crate) fn program(name: &str) -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let profile = tests.parent().and_then(Path::parent).unwrap();
    let path = profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "the example {name} is not built: run `cargo test`, or `cargo build --examples` in the same \
         profile before `cargo test --test suite`"
    );
    path
}

pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let err = text(output.stderr);
        let err = err.lines().filter(|line| !line.ends_with(NO_REVIEW));
        let err = err.map(|line| format!("{line}\n")).collect();
        Self { status: output.status.code(), out: text(output.stdout), err }
    }
}

pub(crate) fn run<S: AsRef<OsStr>>(name: &str, arguments: &[S]) -> Ran {
    Ran::of(Command::new(program(name)).args(arguments).output().unwrap())
}

/// Run with this on standard input, which a program that ends early does not read to its end.
pub(crate) fn piped(name: &str, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut command = Command::new(program(name));
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.args(arguments).spawn().unwrap();
    let written = child.stdin.take().unwrap().write_all(input.as_ref());
    if let Err(error) = written {
        assert_eq!(error.kind(), ErrorKind::BrokenPipe, "{error}");
    }
    Ran::of(child.wait_with_output().unwrap())
}

/// What is said of a return without reviews, which many small cases are.
const NO_REVIEW: &str = "there is no review in it, so every review due counts as not held";

/// What it prints when all is well and there is nothing to warn of.
pub(crate) fn printed<S: AsRef<OsStr>>(name: &str, arguments: &[S]) -> String {
    let ran = run(name, arguments);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{name}");
    ran.out
}

pub(crate) fn json<S: AsRef<OsStr>>(name: &str, arguments: &[S]) -> Value {
    serde_json::from_str(&printed(name, arguments)).unwrap()
}

/// It ends with status 2, nothing on standard output, and one line that says what is wrong and where.
pub(crate) fn refuses<S: AsRef<OsStr>>(name: &str, arguments: &[S], says: &[&str]) {
    let ran = run(name, arguments);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{name}: {}", ran.err);
    let lines: Vec<&str> = ran.err.lines().filter(|line| !line.starts_with("warning: ")).collect();
    assert!(lines[0].starts_with("error: "), "{name}: {}", ran.err);
    for text in says {
        assert!(lines[0].contains(text), "{name}: {text:?} is not in {:?}", lines[0]);
    }
    assert_eq!(lines.len(), 1, "{name}: {}", ran.err);
}

/// A folder of one's own, gone at the end of the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let (process, next) = (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(format!("iro-handbook-{process}-{next}"));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// The value of --returns for a folder in this one.
    pub(crate) fn of(&self, year: i32, name: &str) -> String {
        format!("{year}={}", self.path(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn sample(year: i32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/sample/{year}"))
}

pub(crate) const EPISODES: &str = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,\
                        HOME_POST,PL_POST,URN\n";
const REVIEWS: &str = "CHILD,DOB,REVIEW,REVIEW_CODE\n";

/// An episodes file of rows `CHILD,DECOM,RNE,LS,DEC`.
fn episodes(rows: &[&str]) -> String {
    let full = rows.iter().map(|row| {
        let [child, decom, rne, ls, dec] = row.split(',').collect::<Vec<_>>()[..] else { panic!() };
        let rec = if dec.is_empty() { "" } else { "E4A" };
        format!("{child},{decom},{rne},{ls},N1,U4,PR1,{dec},{rec},,,,\n")
    });
    EPISODES.to_owned() + &full.collect::<String>()
}

fn reviews(rows: &[&str]) -> String {
    REVIEWS.to_owned() + &rows.iter().map(|row| format!("{row}\n")).collect::<String>()
}

const READERS: [&str; 3] = ["annual_report", "review_diary", "check_returns"];

mod help {
    use super::*;

    #[test]
    fn each_program_explains_itself() {
        for name in READERS {
            let text = printed(name, &["--help"]);
            for needed in
                ["--returns <YEAR=DIR>", "--format", "EXAMPLES", "Exit status: 0", "2018="]
            {
                assert!(text.contains(needed), "{name}: {needed:?} is not in its help");
            }
            assert!(text.contains("Without arguments"), "{name}");
            assert!(printed(name, &["-h"]).contains("Usage: "), "{name}");
        }
        for option in [
            "--report",
            "--as-of",
            "--complete-history",
            "--records",
            "--service",
            "--audience",
            "text",
            "json",
        ] {
            assert!(printed("annual_report", &["--help"]).contains(option), "{option}");
        }
        for option in ["--on", "--weeks", "--complete-history", "text", "json", "csv"] {
            assert!(printed("review_diary", &["--help"]).contains(option), "{option}");
        }
        for option in ["--all-tables", "--rows", "text", "json", "csv"] {
            assert!(printed("check_returns", &["--help"]).contains(option), "{option}");
        }
    }

    #[test]
    fn an_option_that_is_none_is_refused() {
        for name in READERS {
            let ran = run(name, &["--retruns", "2018=x"]);
            assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{name}");
            assert!(ran.err.starts_with("error: ") && ran.err.contains("--retruns"), "{name}");
        }
    }
}

mod reading {
    use super::*;

    /// The sample once more, as badly written as a return may be.
    #[test]
    fn marks_line_ends_letter_case_column_order_and_stray_cells_do_not_matter() {
        let folder = Folder::new();
        let mut arguments = vec!["--format".to_owned(), "json".to_owned()];
        let mut files = 0;
        for year in [2024, 2025, 2026] {
            for entry in std::fs::read_dir(sample(year)).unwrap() {
                let path = entry.unwrap().path();
                let mut reader = csv::Reader::from_path(&path).unwrap();
                let names = reader.headers().unwrap().clone();
                let order: Vec<usize> = (0..names.len()).rev().collect();
                let line = |row: &csv::StringRecord, stray: &str| {
                    let cells: Vec<String> =
                        order.iter().map(|at| format!(" {} ", row[*at].to_lowercase())).collect();
                    // A column without a name in the middle, and cells past the header.
                    format!("{},{stray},{}", cells[0], cells[1..].join(","))
                };
                let mut text = format!("\u{feff}{}\r\n", line(&names, ""));
                for (number, row) in reader.records().enumerate() {
                    text += &format!("{},more,\"and, more\"\r\n", line(&row.unwrap(), "stray"));
                    if number % 7 == 0 {
                        text += &",".repeat(names.len());
                        text += "\r\n\r\n";
                    }
                }
                let name = path.file_stem().unwrap().to_str().unwrap().to_uppercase();
                let end = ["CSV", "Csv", "csv"][files % 3];
                folder.write(&format!("{year}/{name}.{end}"), text);
                files += 1;
            }
            folder.write(&format!("{year}/notes.txt"), [0xff, 0xfe]);
            arguments.extend(["--returns".to_owned(), folder.of(year, &year.to_string())]);
        }
        assert_eq!(files, 30);
        same_by_key(&json("annual_report", &arguments), &answers(), "figures");
    }

    #[test]
    fn the_name_of_a_file_does_not_say_what_it_is() {
        let folder = Folder::new();
        folder.write("r/reviews.csv", episodes(&["A,02/06/2025,S,C2,"]));
        folder.write("r/.csv", reviews(&["A,01/01/2015,27/06/2025,PN1"]));
        let found =
            json("annual_report", &["--returns", &folder.of(2026, "r"), "--format", "json"]);
        assert_eq!(found["reviews"]["held"]["on_time"], 1);
        assert_eq!(found["cohort"]["started"], 1);
    }

    #[test]
    fn files_are_read_in_byte_order_of_their_names() {
        // Of two rows for one day the first stands, so the order of the files can be seen.
        let (one, two) = ("A,01/01/2015,27/06/2025,PN1", "A,01/01/2015,27/06/2025,PN2");
        for (names, code) in [(["B.csv", "a.csv"], "PN1"), (["b.csv", "a.csv"], "PN2")] {
            let folder = Folder::new();
            folder.write("r/e.csv", episodes(&["A,02/06/2025,S,C2,"]));
            folder.write(&format!("r/{}", names[0]), reviews(&[one]));
            folder.write(&format!("r/{}", names[1]), reviews(&[two]));
            let ran =
                run("annual_report", &["--returns", &folder.of(2026, "r"), "--format", "json"]);
            assert_eq!(ran.status, Some(0));
            assert!(ran.err.starts_with("warning: ") && ran.err.contains("second reviews file"));
            let found: Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(found["participation"]["codes"][code], 1, "{names:?}");
            assert_eq!(found["data_quality"]["duplicate_review"], 1);
        }
    }

    #[test]
    fn a_file_that_is_not_recognised_is_named_in_a_warning_and_left_out() {
        for name in READERS {
            let folder = Folder::new();
            folder.write("r/episodes.csv", episodes(&["A,02/06/2025,S,C2,"]));
            folder.write("r/budget.csv", "COST,YEAR\n1,2\n");
            let ran = run(name, &["--returns", &folder.of(2026, "r")]);
            assert_eq!(ran.status, Some(0), "{}", ran.err);
            assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
            assert!(ran.err.starts_with("warning: ") && ran.err.contains("budget.csv"));
            assert!(!ran.out.is_empty());
        }
    }

    #[test]
    fn an_empty_file_is_named_in_a_warning() {
        for empty in ["", "\u{feff}", "\r\n\r\n"] {
            let folder = Folder::new();
            folder.write("r/episodes.csv", EPISODES).write("r/uasc.csv", empty);
            let ran = run("check_returns", &["--returns", &folder.of(2026, "r")]);
            assert_eq!(ran.status, Some(0), "{}", ran.err);
            assert!(
                ran.err.starts_with("warning: ") && ran.err.contains("uasc.csv"),
                "{}",
                ran.err
            );
        }
    }

    #[test]
    fn a_folder_that_is_named_like_a_file_is_passed_over() {
        let folder = Folder::new();
        folder.write("r/episodes.csv", episodes(&["A,02/06/2025,S,C2,"]));
        folder.write("r/old.csv/episodes.csv", episodes(&["B,02/06/2025,S,C2,"]));
        let found =
            json("annual_report", &["--returns", &folder.of(2026, "r"), "--format", "json"]);
        assert_eq!(found["cohort"]["started"], 1);
    }
}

mod refusals {
    use super::*;

    fn good(folder: &Folder, name: &str) {
        folder.write(&format!("{name}/episodes.csv"), episodes(&["A,02/06/2017,S,C2,"]));
    }

    #[test]
    fn a_folder_that_is_not_there() {
        let folder = Folder::new();
        for name in READERS {
            let missing = folder.of(2018, "nowhere");
            refuses(name, &["--returns", &missing], &[&folder.path("nowhere")]);
            // Nor is a file a folder.
            folder.write("file.csv", EPISODES);
            let file = folder.of(2018, "file.csv");
            refuses(name, &["--returns", &file], &[&folder.path("file.csv")]);
        }
    }

    #[test]
    fn a_folder_without_a_return() {
        let folder = Folder::new();
        folder.write("none/readme.txt", "nothing here");
        folder.write("other/reviews.csv", reviews(&["A,01/01/2010,01/06/2017,PN1"]));
        folder.write("blank/episodes.csv", "");
        for name in READERS {
            let asked = |of: &str| ["--returns".to_owned(), folder.of(2018, of)];
            refuses(name, &asked("none"), &[&folder.path("none"), "no .csv file"]);
            refuses(name, &asked("other"), &[&folder.path("other"), "episodes"]);
            refuses(name, &asked("blank"), &[&folder.path("blank"), "episodes"]);
        }
    }

    /// A link to nowhere cannot be read by anyone, whatever their rights.
    #[test]
    #[cfg(unix)]
    fn a_file_that_cannot_be_read() {
        let folder = Folder::new();
        good(&folder, "r");
        let link = folder.path("r/reviews.csv");
        std::os::unix::fs::symlink(folder.path("gone"), &link).unwrap();
        for name in READERS {
            refuses(name, &["--returns", &folder.of(2018, "r")], &[&link]);
        }
    }

    #[test]
    fn a_file_in_another_encoding() {
        let latin_1 = [REVIEWS.as_bytes(), b"Ren\xe9,01/01/2010,01/06/2017,PN1\n"].concat();
        let utf_16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(REVIEWS.bytes().flat_map(|byte| [byte, 0])).collect();
        for bytes in [latin_1, utf_16] {
            let folder = Folder::new();
            good(&folder, "r");
            folder.write("r/reviews.csv", bytes);
            for name in READERS {
                let says = [&*folder.path("r/reviews.csv"), "UTF-8"];
                refuses(name, &["--returns", &folder.of(2018, "r")], &says);
            }
        }
    }

    #[test]
    fn years_with_a_gap_or_given_twice() {
        let folder = Folder::new();
        good(&folder, "a");
        good(&folder, "b");
        let [y2018, y2019, y2020] = [2018, 2019, 2020].map(|year| folder.of(year, "b"));
        let again = folder.of(2018, "a");
        for name in ["annual_report", "review_diary"] {
            refuses(name, &["--returns", &y2018, "--returns", &y2020], &["2019-20", "missing"]);
            refuses(name, &["--returns", &y2020, "--returns", &y2018], &["2019-20", "missing"]);
            refuses(name, &["--returns", &y2018, "--returns", &again], &["2017-18", "twice"]);
            printed(name, &["--returns", &y2018, "--returns", &y2020, "--returns", &y2019]);
        }
    }

    #[test]
    fn a_year_that_is_not_loaded() {
        let folder = Folder::new();
        good(&folder, "a");
        let given = folder.of(2018, "a");
        for year in ["2017", "2019"] {
            refuses("annual_report", &["--returns", &given, "--report", year], &[year, "2018"]);
        }
        refuses("annual_report", &["--report", "2023"], &["2023", "2024 to 2026"]);
        refuses("annual_report", &["--report", "soon"], &["soon", "--report"]);
        refuses("annual_report", &["--report", "99999"], &["99999", "--report"]);
    }

    #[test]
    fn a_day_out_of_range() {
        let asked =
            |day: &str| ["--report".to_owned(), "2025".into(), "--as-of".into(), day.into()];
        for day in ["2024-03-31", "2026-04-01"] {
            refuses("annual_report", &asked(day), &[day, "2024-04-01", "2026-03-31"]);
        }
        for day in ["2024-04-01", "2026-03-31"] {
            printed("annual_report", &asked(day));
        }
        for day in ["2023-03-31", "2026-04-01"] {
            refuses("review_diary", &["--on", day], &[day, "2023-04-01", "2026-03-31"]);
        }
        for day in ["31/03/2026", "2026-02-30", "today"] {
            refuses("annual_report", &["--as-of", day], &[day, "--as-of"]);
            refuses("review_diary", &["--on", day], &[day, "--on"]);
        }
        refuses("review_diary", &["--weeks=-1"], &["-1", "--weeks"]);
        refuses("review_diary", &["--weeks", "521"], &["521", "--weeks"]);
    }

    #[test]
    fn a_malformed_value_of_returns() {
        for name in READERS {
            for (given, says) in [
                ("2018", "2018=returns/2018"),
                ("returns/2018", "2018=returns/2018"),
                ("=returns", "is not a year"),
                ("x=returns", "\"x\" is not a year"),
                ("2018=", "no folder"),
                ("18=returns", "18"),
                ("99999999999=returns", "99999999999"),
            ] {
                refuses(name, &["--returns", given], &[given, "--returns", says]);
            }
        }
    }

    #[test]
    fn a_form_that_there_is_not() {
        for name in READERS {
            let ran = run(name, &["--format", "xml"]);
            assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{name}");
            assert!(ran.err.contains("xml") && ran.err.contains("json"), "{name}: {}", ran.err);
        }
    }
}

mod review_diary {
    use super::*;

    const NAME: &str = "review_diary";

    fn cases() -> Folder {
        let folder = Folder::new();
        folder.write(
            "r/episodes.csv",
            episodes(&[
                // 20 working days after 1 December 2025, two bank holidays between: 31 December.
                "OVER,01/12/2025,S,C2,",
                // Nothing known of the time before: six months after the day before the evidence.
                "UNSURE,01/06/2024,L,C2,",
                // Three months after its first review: the day of the diary itself.
                "EDGE,01/12/2025,S,C2,",
                // 20 working days after 10 March 2026, Good Friday and Easter Monday between.
                "SOON,10/03/2026,S,C2,",
                // Six months after its second review: 1 June, in the ninth week.
                "FAR,01/09/2025,S,C2,",
                // Three to six months after the one review in evidence.
                "MAYBE,01/06/2025,L,C2,",
                "WHEN,01/06/2024,S,C2,",
                // No longer in care, and in short breaks only.
                "GONE,01/06/2025,S,C2,31/12/2025",
                "BREAK,01/06/2025,S,V4,",
            ]),
        );
        folder.write(
            "r/reviews.csv",
            reviews(&[
                "EDGE,01/01/2015,31/12/2025,PN1",
                "FAR,01/01/2015,15/09/2025,PN1",
                "FAR,01/01/2015,01/12/2025,PN1",
                "MAYBE,01/01/2015,15/10/2025,PN1",
                "WHEN,01/01/2015,15/10/2025,PN1",
            ]),
        );
        folder
    }

    const EXPECTED: [[&str; 5]; 6] = [
        ["overdue", "UNSURE", "", "2025-09-30", "182"],
        ["overdue", "OVER", "2025-12-31", "2025-12-31", "90"],
        ["due", "EDGE", "2026-03-31", "2026-03-31", "0"],
        ["due", "SOON", "2026-04-09", "2026-04-09", "0"],
        ["cannot_tell", "MAYBE", "2026-01-15", "2026-04-15", "0"],
        ["cannot_tell", "WHEN", "2026-01-15", "2026-04-15", "0"],
    ];

    fn read_csv(text: &str) -> Vec<[String; 5]> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header: Vec<&str> =
            "state child due_by due_by_earliest rule days_overdue missing explanation"
                .split(' ')
                .collect();
        assert_eq!(reader.headers().unwrap(), header);
        let row = |row: csv::StringRecord| {
            assert_eq!(row.len(), header.len());
            assert!(row[7].contains("regulation") && !row[7].contains('\n'), "{row:?}");
            [0, 1, 3, 2, 5].map(|at| row[at].to_owned())
        };
        reader.records().map(|record| row(record.unwrap())).collect()
    }

    #[test]
    fn csv_reads_back_with_every_case_in_order() {
        let folder = cases();
        let text = printed(NAME, &["--returns", &folder.of(2026, "r"), "--format", "csv"]);
        assert_eq!(read_csv(&text), EXPECTED.map(|row| row.map(String::from)));
    }

    #[test]
    fn json_has_the_same() {
        let folder = cases();
        let found = json(NAME, &["--returns", &folder.of(2026, "r"), "--format", "json"]);
        assert_eq!(
            (found["on"].as_str(), found["until"].as_str()),
            (Some("2026-03-31"), Some("2026-05-26"))
        );
        let rows: Vec<[String; 5]> = found["reviews"]
            .as_array()
            .unwrap()
            .iter()
            .map(|review| {
                let text = |key: &str| review[key].as_str().unwrap_or_default().to_owned();
                let days = review["days_overdue"].as_u64().unwrap().to_string();
                [text("state"), text("child"), text("due_by_earliest"), text("due_by"), days]
            })
            .collect();
        assert_eq!(rows, EXPECTED.map(|row| row.map(String::from)));
        let missing: Vec<_> =
            found["reviews"].as_array().unwrap().iter().map(|r| &r["missing"]).collect();
        assert_eq!(missing[1], &Value::Null);
        assert_eq!(missing[4], "the day the child became looked after");
        assert_eq!(missing[5], "the reviews before 1 April 2025");
        let rules: Vec<_> =
            found["reviews"].as_array().unwrap().iter().map(|r| &r["rule"]).collect();
        assert_eq!(rules[1..4], ["first-review", "second-review", "first-review"]);
    }

    #[test]
    fn text_says_who_is_overdue_who_is_due_and_of_whom_it_cannot_be_told() {
        let folder = cases();
        let text = printed(NAME, &["--returns", &folder.of(2026, "r")]);
        for line in [
            "Reviews to be held, drawn up on Tue 31 March 2026, up to Tue 26 May 2026",
            "Overdue (2)",
            "  UNSURE       at least 182 days overdue",
            "  OVER         90 days overdue (first-review)",
            "Due (2)",
            "  EDGE         by Tue 31 March 2026 (second-review)",
            "  SOON         by Thu 9 April 2026 (first-review)",
            "Cannot be told whether overdue (2)",
            "  MAYBE        due between Thu 15 January 2026 and Wed 15 April 2026",
            "missing: the day the child became looked after",
            "missing: the reviews before 1 April 2025",
        ] {
            assert!(text.contains(line), "{line:?} is not in\n{text}");
        }
        assert!(["FAR", "GONE", "BREAK"].iter().all(|child| !text.contains(child)), "{text}");
    }

    #[test]
    fn the_horizon_decides_what_is_due() {
        let folder = cases();
        let due = |weeks: &str, on: &str| {
            let given = folder.of(2026, "r");
            let asked = ["--returns", &given, "--format", "csv", "--weeks", weeks, "--on", on];
            let rows = read_csv(&printed(NAME, &asked)).into_iter();
            rows.filter(|row| row[0] == "due").map(|row| row[1].clone()).collect::<Vec<_>>()
        };
        // Nought weeks is the day itself.
        assert_eq!(due("0", "2026-03-31"), ["EDGE"]);
        assert_eq!(due("1", "2026-03-31"), ["EDGE"]);
        assert_eq!(due("2", "2026-03-31"), ["EDGE", "SOON"]);
        assert_eq!(due("9", "2026-03-31"), ["EDGE", "SOON", "FAR"]);
        // 9 April is two weeks and two days on; 1 June is ten weeks on from 23 March to the day.
        assert_eq!(due("2", "2026-03-24"), ["EDGE"]);
        assert_eq!(due("9", "2026-03-23"), ["EDGE", "SOON"]);
        assert_eq!(due("10", "2026-03-23"), ["EDGE", "SOON", "FAR"]);
    }

    #[test]
    fn what_a_spreadsheet_would_take_for_a_formula_is_text() {
        let folder = Folder::new();
        folder.write("r/episodes.csv", episodes(&["=1+1,01/12/2025,S,C2,"]));
        let given = folder.of(2026, "r");
        let rows = read_csv(&printed(NAME, &["--returns", &given, "--format", "csv"]));
        assert_eq!(rows[0][1], "'=1+1");
    }

    #[test]
    fn a_day_late_is_one_day() {
        let folder = cases();
        let given = folder.of(2026, "r");
        let text = printed(NAME, &["--returns", &given, "--on", "2026-01-01"]);
        assert!(text.contains("  OVER         1 day overdue (first-review)"), "{text}");
    }

    #[test]
    fn a_complete_history_leaves_nothing_that_cannot_be_told_where_the_start_is_known() {
        let folder = cases();
        let given = folder.of(2026, "r");
        let asked = ["--returns", &given, "--format", "csv", "--complete-history"];
        let rows = read_csv(&printed(NAME, &asked));
        let state =
            |child: &str| rows.iter().find(|row| row[1] == child).map(|row| row[0].as_str());
        // Three months after the first review of its care.
        assert_eq!(state("WHEN"), Some("overdue"));
        assert_eq!(state("MAYBE"), Some("cannot_tell"));
    }

    #[test]
    fn an_empty_diary_still_has_its_columns() {
        let folder = Folder::new();
        folder.write("r/episodes.csv", EPISODES);
        let given = folder.of(2026, "r");
        let text = printed(NAME, &["--returns", &given, "--format", "csv"]);
        assert_eq!(read_csv(&text), [[""; 5]; 0]);
        assert!(printed(NAME, &["--returns", &given]).contains("Overdue (0)"));
    }

    #[test]
    fn without_arguments_it_looks_at_the_sample() {
        let rows = read_csv(&printed(NAME, &["--format", "csv"]));
        let of = |state: &str| rows.iter().filter(|row| row[0] == state).count();
        let text = printed::<&str>(NAME, &[]);
        for (state, heading) in [
            ("overdue", "Overdue"),
            ("due", "Due"),
            ("cannot_tell", "Cannot be told whether overdue"),
        ] {
            assert!(text.contains(&format!("{heading} ({})\n", of(state))), "{state}");
        }
        assert!(of("overdue") > 0 && of("due") > 0);
        let mut children = BTreeSet::new();
        assert!(rows.iter().all(|row| children.insert(&row[1])), "a child twice");
    }
}

mod check_returns {
    use super::*;

    const NAME: &str = "check_returns";

    fn cases() -> (Folder, [String; 6]) {
        let folder = Folder::new();
        folder.write("a/episodes.csv", episodes(&["A,02/06/2024,S,C2,10/06/2024"]));
        folder.write("a/reviews.csv", reviews(&["A,01/01/2010,10/06/2024,PN9"]));
        folder.write("b/episodes.csv", episodes(&["C,31/06/2025,S,C2,", "D,02/06/2025,S,V4,"]));
        folder.write(
            "b/reviews.csv",
            reviews(&["B,01/01/2010,01/06/2025,PN1", "D,01/01/2010,03/06/2025,PN1"]),
        );
        folder
            .write("b/header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nD,1,01/01/2010,,,,\n");
        folder.write("b/missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\nB,01/01/2010,M,,\n");
        let [a, b] = [folder.of(2025, "a"), folder.of(2026, "b")];
        let arguments =
            ["--returns".into(), b, "--returns".into(), a, "--format".into(), "csv".into()];
        (folder, arguments)
    }

    /// The lines of the DfE's rules; those of this project's own checks have names.
    fn dfe(text: &str) -> Vec<&str> {
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("rule,table,row"));
        lines.filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect()
    }

    #[test]
    fn csv_is_a_line_for_each_row_to_mend_the_earliest_year_first() {
        let (_folder, arguments) = cases();
        let text = printed(NAME, &arguments);
        let expected = ["167,reviews,0", "141,episodes,0", "399,reviews,1", "1012,reviews,0"];
        assert_eq!(dfe(&text).into_iter().collect::<BTreeSet<_>>(), expected.into());
        assert_eq!(dfe(&text).first(), Some(&"167,reviews,0"));
        assert!(text.contains("\nreview-in-short-break,reviews,1\n"), "{text}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert!(reader.records().all(|row| row.unwrap()[2].parse::<u32>().is_ok()));
    }

    #[test]
    fn all_tables_adds_the_rows_of_other_files() {
        let (_folder, arguments) = cases();
        let arguments = [&arguments[..], &["--all-tables".to_owned()]].concat();
        let expected = [
            "167,reviews,0",
            "141,episodes,0",
            "399,header,0",
            "399,episodes,1",
            "399,reviews,1",
            "1012,reviews,0",
            "1012,missing,0",
        ];
        let text = printed(NAME, &arguments);
        assert_eq!(dfe(&text).into_iter().collect::<BTreeSet<_>>(), expected.into());
    }

    #[test]
    fn json_tells_the_years_apart_and_what_cannot_be_used() {
        let (_folder, arguments) = cases();
        let found = json(NAME, &[&arguments[..5], &["json".to_owned()]].concat());
        let returns = found["returns"].as_array().unwrap();
        assert_eq!(returns.iter().map(|one| &one["year"]).collect::<Vec<_>>(), [2025, 2026]);
        let rules = |one: &Value| {
            let flags = one["flags"].as_array().unwrap().iter();
            flags.map(|flag| flag["rule"].as_str().unwrap().to_owned()).collect::<BTreeSet<_>>()
        };
        assert!(rules(&returns[0]).contains("167") && !rules(&returns[0]).contains("141"));
        assert!(rules(&returns[1]).contains("141") && !rules(&returns[1]).contains("167"));
        assert_eq!(returns[0]["unusable"], serde_json::json!([]));
        let unusable = &returns[1]["unusable"][0];
        assert_eq!((&unusable["table"], &unusable["row"]), (&"episodes".into(), &0.into()));
        assert_eq!(
            (&unusable["column"], &unusable["value"]),
            (&"DECOM".into(), &"31/06/2025".into())
        );
        let advised =
            |flag: &Value| flag["advice"].as_str().is_some_and(|advice| advice.len() > 10);
        assert!(returns[1]["flags"].as_array().unwrap().iter().all(advised));
    }

    #[test]
    fn text_says_what_to_do_and_where() {
        let (_folder, arguments) = cases();
        let text = printed(NAME, &arguments[..4]);
        let (first, second) = text.split_once("Return for 2025-26").unwrap();
        assert!(first.starts_with("Return for 2024-25"), "{text}");
        assert!(first.contains("DfE 167") && first.contains("reviews row 0"), "{text}");
        assert!(second.contains("episodes row 0: DECOM is not a date (31/06/2025)"), "{text}");
        assert!(second.contains("DfE 1012") && second.contains("To do: "), "{text}");
        let none = printed(NAME, &[&arguments[..4], &["--rows".to_owned(), "0".into()]].concat());
        assert!(none.contains("and 1 more") && !none.contains("    reviews row 0\n"), "{none}");
    }

    #[test]
    fn a_good_return_has_nothing_to_mend() {
        let folder = Folder::new();
        folder.write("r/episodes.csv", episodes(&["A,02/06/2025,S,C2,10/06/2025"]));
        let text = printed(NAME, &["--returns", &folder.of(2026, "r")]);
        assert!(text.contains("Nothing to mend."), "{text}");
        let text = printed(NAME, &["--returns", &folder.of(2026, "r"), "--format", "csv"]);
        assert_eq!(text, "rule,table,row\n");
    }

    #[test]
    fn without_arguments_it_checks_the_sample() {
        let text = printed::<&str>(NAME, &[]);
        for year in ["2023-24", "2024-25", "2025-26"] {
            assert!(text.contains(&format!("Return for {year}\n")), "{year}");
        }
        // What the sample is known to hold: one open episode before another, one in reverse.
        let text = printed(NAME, &["--format", "csv"]);
        let of = |rule: &str| dfe(&text).iter().filter(|line| line.starts_with(rule)).count();
        assert_eq!((of("142,"), of("356,"), of("166,")), (1, 1, 2));
    }
}

#[test]
fn one_child_prints_a_sentence_for_each_review() {
    let text = printed::<&str>("one_child", &[]);
    let sentences: Vec<&str> = text.lines().filter(|line| !line.starts_with(' ')).collect();
    let expected = [
        "First review: due by Mon 30 March 2026, 20 working days after becoming looked after on Mon 2 \
         March 2026. Held Fri 27 March 2026, in time.",
        "Second review: due by Sat 27 June 2026, 3 months after the review of Fri 27 March 2026. Held \
         Wed 1 July 2026, 4 days late.",
        "Subsequent review: due by Fri 1 January 2027, 6 months after the review of Wed 1 July 2026. \
         Not yet due on Sun 1 November 2026, 61 days left.",
    ];
    assert_eq!(sentences, expected);
    assert_eq!(text.matches("(SI 2010/959), regulation 33(").count(), 3);
}

#[test]
fn one_review_prints_each_duty_under_its_heading() {
    let text = printed::<&str>("one_review", &[]);
    let headings: Vec<&str> =
        text.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    assert_eq!(headings, ["Before the review", "At the review", "After the review"]);
    for line in [
        "  [missed]  Report and care plan for the review: due by Tue 24 March 2026, 3 working days before \
         the review of Fri 27 March 2026. Done Thu 26 March 2026, 2 calendar days late.",
        "  [ok]      Considerations of Schedule 7: 11 considered.",
        "  [BREACH]  Considerations of Schedule 7. Not met. Consideration: Leisure.",
        "Answer of the manager: due by Fri 10 April 2026, 5 working days after receipt of the decisions \
         on Wed 1 April 2026. Met. Agreed by silence on: Fri 10 April 2026.",
        "  [BREACH]  Carrying out of a decision: due by Thu 30 April 2026. Not met.",
    ] {
        assert!(text.contains(line), "{line:?} is not in\n{text}");
    }
    assert_eq!(text.matches("[BREACH]").count(), 2);
    assert_eq!(text.matches("[missed]").count(), 2);
}

#[test]
fn escalation_says_after_each_step_what_is_due_and_overdue() {
    let text = printed::<&str>("escalation", &[]);
    let (steps, findings) = text.split_once("\n\n").unwrap();
    let days = steps.lines().filter(|line| !line.starts_with(' '));
    let expected = [
        "Mon 18 May  raised informally: placement",
        "Mon 1 Jun  stage 1 begins: team manager",
        "Wed 10 Jun  answered",
        "Thu 11 Jun  stage 2 begins: head of service",
        "Fri 26 Jun  legal advice sought",
        "Tue 30 Jun  stage 3 begins: director",
        "Fri 3 Jul  referred to Cafcass; the dispute goes on",
        "Wed 8 Jul  resolved",
        "Thu 9 Jul  stage 3 again is refused",
    ];
    assert_eq!(days.collect::<Vec<_>>(), expected);
    for (after, due) in [
        ("1 Jun", "Resolution of a dispute: due by Mon 29 June 2026\n"),
        (
            "26 Jun",
            "Answer at a stage of a dispute: due by Thu 25 June 2026, 1 calendar day overdue at stage 2\n",
        ),
        (
            "3 Jul",
            "Resolution of a dispute: due by Mon 29 June 2026, 4 calendar days overdue at stage 3\n",
        ),
    ] {
        assert!(steps.split_once(after).unwrap().1.contains(due), "{after}: {steps}");
    }
    assert_eq!(findings.lines().filter(|line| line.starts_with("dispute D-3")).count(), 6);
}

#[test]
fn make_sample_writes_the_sample_where_it_is_told() {
    let folder = Folder::new();
    let text = printed("make_sample", &[folder.path("out")]);
    assert!(text.contains(&folder.path("out")), "{text}");
    let written = std::fs::read(folder.path("out/2026/reviews.csv")).unwrap();
    assert!(written == std::fs::read(sample(2026).join("reviews.csv")).unwrap());
    // Who asks for help gets no folder of that name.
    let ran = Command::new(program("make_sample")).arg("--help").current_dir(&folder.0).output();
    assert!(String::from_utf8(ran.unwrap().stdout).unwrap().contains("FOLDER"));
    assert!(!folder.0.join("--help").exists());
}

/// Other returns than the sample, with the figures that another implementation found in them.
///
/// `IRO_RETURNS` names a folder with `one-year/YEAR` or `linked/YEAR` folders, `IRO_EXPECTED` one
/// with `figures-one-year-YEAR.json`, `figures-linked-YEAR-to-YEAR.json` and
/// `row-checks-one-year-YEAR.csv`.
#[test]
fn other_returns_give_what_was_found_in_them_before() {
    let named = |name| std::env::var_os(name).map(PathBuf::from);
    let (Some(returns), Some(expected)) = (named("IRO_RETURNS"), named("IRO_EXPECTED")) else {
        println!("skipped: IRO_RETURNS and IRO_EXPECTED name no folders");
        return;
    };
    let mut compared = 0;
    for entry in std::fs::read_dir(expected).unwrap() {
        let path = entry.unwrap().path();
        let Some((kind, years)) = path.file_stem().and_then(OsStr::to_str).and_then(|name| {
            let name = name.replace("one-year", "one_year").replace("row-checks", "checks");
            let (kind, rest) = name.split_once('-')?;
            let (folder, years) = rest.split_once('-')?;
            let years: Vec<i32> = years.split("-to-").map(|year| year.parse().unwrap()).collect();
            let folder = returns.join(folder.replace('_', "-"));
            let arguments = (years[0]..=*years.last()?).flat_map(|year| {
                let folder = folder.join(year.to_string());
                ["--returns".to_owned(), format!("{year}={}", folder.display())]
            });
            Some((kind.to_owned(), arguments.collect::<Vec<_>>()))
        }) else {
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap();
        let asked = |form: &str| [&years[..], &["--format".to_owned(), form.to_owned()]].concat();
        match kind.as_str() {
            "figures" => {
                let expected = serde_json::from_str(&text).unwrap();
                let found = run("annual_report", &asked("json"));
                assert_eq!(found.status, Some(0), "{}", found.err);
                let found = serde_json::from_str(&found.out).unwrap();
                same_by_key(&found, &expected, path.to_str().unwrap());
            }
            "checks" => {
                // Only the rules that the other implementation has: it says nothing of the rest.
                let rule = |line: &str| line.split(',').next().map(str::to_owned);
                let rules: BTreeSet<_> = text.lines().skip(1).map(rule).collect();
                let lines = |text: &str| {
                    let lines = text.lines().filter(|line| rules.contains(&rule(line)));
                    let mut lines: Vec<String> = lines.map(str::to_owned).collect();
                    lines.sort();
                    lines
                };
                let found = run("check_returns", &asked("csv"));
                assert_eq!(found.status, Some(0), "{}", found.err);
                let (found, expected) = (lines(&found.out), lines(&text));
                assert!(!expected.is_empty());
                let extra = found.iter().find(|line| expected.binary_search(line).is_err());
                let lacking = expected.iter().find(|line| found.binary_search(line).is_err());
                assert_eq!((extra, lacking, found.len()), (None, None, expected.len()));
            }
            _ => continue,
        }
        compared += 1;
    }
    println!("{compared} files compared");
    assert!(compared > 0, "the folder holds nothing to compare with");
}
