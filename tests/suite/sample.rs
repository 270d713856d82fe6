//! The sample that comes with the crate: the committed files are the generator's, and its children
//! could have lived.

use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../examples/common/synthetic/mod.rs"]
pub(crate) mod synthetic;

use synthetic::answers::{Answers, duties, seen};
use synthetic::dates::{birthday, months_after};
use synthetic::model::{Child, Effect, Episode, as_of, evidence_from};
use synthetic::{LeanChild, SEED, children, lean, sample};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/sample")
}

fn everyone() -> Vec<Child> {
    children(SEED)
}

#[test]
fn the_committed_files_are_the_generators() {
    let sample = sample(SEED);
    assert!(sample.children.iter().any(|child| child.last_return < 2026));
    for (path, text) in &sample.files {
        let committed = fs::read(folder().join(path)).unwrap_or_default();
        assert!(
            committed == text.as_bytes(),
            "examples/sample/{path} is not what `cargo run --example make_sample` writes"
        );
    }
    let mut written: BTreeSet<PathBuf> =
        sample.files.iter().map(|(path, _)| folder().join(path)).collect();
    // Written by hand, for the example `check`.
    written.insert(folder().join("records.jsonl"));
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.insert(path);
        }
    }
    assert_eq!(found, written, "nothing else lies in the sample's folder");
}

/// The layouts of the Department's guide, written out a second time.
#[test]
fn every_file_has_the_columns_of_the_return() {
    let layouts = [
        ("ad1", "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR"),
        (
            "episodes",
            "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST \
             PL_POST URN",
        ),
        ("header", "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB"),
        ("missing", "CHILD DOB MISSING MIS_START MIS_END"),
        (
            "oc2",
            "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK \
             HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
        ),
        ("oc3", "CHILD DOB IN_TOUCH ACTIV ACCOM"),
        ("placed_for_adoption", "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED"),
        ("previous_permanence", "CHILD DOB PREV_PERM LA_PERM DATE_PERM"),
        ("reviews", "CHILD DOB REVIEW REVIEW_CODE"),
        ("uasc", "CHILD SEX DOB DUC"),
    ];
    let files = sample(SEED).files;
    for year in [2024, 2025, 2026] {
        for (name, columns) in layouts {
            let path = format!("{year}/{name}.csv");
            let (_, text) = files.iter().find(|(other, _)| *other == path).expect(&path);
            let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
            let header = lines.next().unwrap();
            assert_eq!(header, columns.split_whitespace().collect::<Vec<_>>(), "{path}");
            let mut rows = 0;
            for row in lines {
                assert_eq!(row.len(), header.len(), "{path}: {row:?}");
                if let Some(sex) = header.iter().position(|column| *column == "SEX") {
                    let codes = if year == 2024 { ["1", "2"] } else { ["M", "F"] };
                    assert!(codes.contains(&row[sex]), "{path}: {row:?}");
                }
                rows += 1;
            }
            assert!(rows > 0, "{path} has rows");
        }
    }
}

#[test]
fn no_child_looks_impossible() {
    let everyone = everyone();
    let ids: BTreeSet<u32> = everyone.iter().map(|child| child.id).collect();
    assert_eq!(ids.len(), everyone.len(), "no number is used twice");
    for child in &everyone {
        let adult = birthday(child.dob, 18);
        let mut free_from = child.dob;
        for period in &child.periods {
            let (first, last) = (&period.episodes[0], period.episodes.last().unwrap());
            assert!(first.decom >= free_from, "in care twice at once: {child:?}");
            stays_in_order(&period.episodes);
            let until = last.dec.unwrap_or(as_of());
            assert!(until <= adult, "in care after the 18th birthday: {child:?}");
            assert_eq!(last.dec.is_some(), !last.rec.is_empty(), "DEC and REC: {child:?}");
            assert_ne!(last.rec, "X1", "nothing follows: {child:?}");
            let mut before = first.decom;
            for &(day, code) in &period.reviews {
                assert!(before < day && day <= until, "a review out of place: {child:?}");
                if let Some(code) = code {
                    let small = day < birthday(child.dob, 4);
                    assert!(code <= 7 && (code == 0) == small, "PN{code} on {day}: {child:?}");
                }
                before = day;
            }
            free_from = until.succ_opt().unwrap();
        }
        let mut year_end = child.dob;
        for stay in &child.short_breaks {
            assert!(matches!(stay.ls, "V3" | "V4") && stay.rne == "S" && stay.decom > year_end);
            let days = stay.dec.map_or(0, |dec| (dec - stay.decom).num_days());
            assert!(stay.ls == "V4" || (1..=17).contains(&days));
            year_end = stay.dec.unwrap_or(as_of());
        }
        assert!(!child.periods.is_empty() || !child.short_breaks.is_empty());
    }
    let transferred = |child: &&Child| {
        let first = child.periods.first().map(|period| &period.episodes[0]);
        first.is_some_and(|first| first.rne != "S" && first.decom >= evidence_from())
    };
    assert_eq!(everyone.iter().filter(transferred).count(), 3);
}

fn stays_in_order(episodes: &[Episode]) {
    for pair in episodes.windows(2) {
        let [one, next] = pair else { continue };
        assert!(one.decom < next.decom, "{pair:?}");
        assert_eq!((one.dec, one.rec), (Some(next.decom), "X1"), "{pair:?}");
        assert_ne!(next.rne, "S", "{pair:?}");
        let moved = matches!(next.rne, "P" | "T" | "B" | "U");
        assert_eq!(one.reason.is_empty(), !moved, "{pair:?}");
        if next.rne == "L" {
            assert_eq!((one.place, one.provider), (next.place, next.provider), "{pair:?}");
        }
    }
}

/// Two roads to the same duties: as drawn, and as reckoned from the dates.
#[test]
fn the_plan_and_the_reckoning_agree() {
    let mut compared = 0;
    for child in &everyone() {
        for period in child.periods.iter().filter(|period| !period.planned.is_empty()) {
            if let Some(seen) = seen(child, period).filter(|seen| seen.whole) {
                assert_eq!(duties(&seen), period.planned, "{child:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 300, "{compared}");
}

/// What the cast is there for, and nothing beside it.
#[test]
fn each_deliberate_case_has_its_effect() {
    let everyone = everyone();
    let answers = Answers::of(&everyone);
    let strays = |effect: Effect| answers.strays[effect as usize];
    assert_eq!(strays(Effect::UnusableEpisode), 1);
    assert_eq!(strays(Effect::UnusableReview), 2);
    assert_eq!(strays(Effect::DuplicateReview), 1);
    assert_eq!(strays(Effect::ReviewAfterAsOf), 1);
    assert_eq!(strays(Effect::ReviewInShortBreak), 1);
    // One after leaving care, and the two reviews of the child the last return has lost.
    assert_eq!(strays(Effect::ReviewOutsideCare), 3);
    assert_eq!((answers.child_not_carried, answers.episode_not_carried), (1, 1));
    assert_eq!(answers.held[2], 1, "one review of which nobody can say");
    assert_eq!(answers.codes[8], 1, "one participation code not recorded");
    let [_, late, not_held, not_yet_due, lapsed, undetermined] = answers.due;
    assert!(late > 20 && (3..=15).contains(&not_held) && lapsed > 100, "{answers:?}");
    assert_eq!((not_yet_due, undetermined), (1, 4));
    assert_eq!(
        answers.looked_after_at_start + answers.started - answers.ceased,
        answers.looked_after_at_end
    );
    assert!((350..=420).contains(&answers.looked_after_at_end), "{answers:?}");
    let returned = |child: &&Child| {
        let adoptive = |episode: &Episode| episode.adoptive();
        child.periods.iter().any(|period| {
            period.episodes.windows(2).any(|pair| adoptive(&pair[0]) && !adoptive(&pair[1]))
        })
    };
    assert_eq!(everyone.iter().filter(returned).count(), 1);
}

#[test]
fn lean_children_are_the_same_every_time() {
    let many: Vec<LeanChild> = lean(7, 2_000).collect();
    assert_eq!(many, lean(7, 2_000).collect::<Vec<_>>());
    assert!(lean(7, 500).eq(many.iter().take(500).cloned()), "a shorter run begins the same");
    assert_ne!(many, lean(8, 2_000).collect::<Vec<_>>());
}

#[test]
fn lean_children_are_believable() {
    let (mut reviews, mut late, mut dated, mut placed, mut back) = (0, 0, 0, 0, 0);
    const CHILDREN: usize = 20_000;
    for child in lean(SEED, CHILDREN) {
        let mut free_from = NaiveDate::MIN;
        for period in &child.periods {
            let last = period.ended.unwrap_or(as_of());
            assert!(free_from < period.began && period.began < last && last <= as_of());
            assert!(period.changes.windows(2).all(|pair| pair[0].0 < pair[1].0));
            assert!(period.changes.iter().all(|(day, _)| period.began < *day && *day <= last));
            placed += period.changes.iter().filter(|(_, placed)| *placed).count();
            back += period.changes.iter().filter(|(_, placed)| !placed).count();
            reviews += period.reviews.len();
            let mut before = period.began;
            for (index, &(day, code)) in period.reviews.iter().enumerate() {
                assert!(before < day && day <= last && code.is_none_or(|code| code <= 7));
                // The first review's limit is 26 to 35 days off: no drawn day lies between.
                let in_time = match index {
                    0 => (day - before).num_days() <= 35,
                    1 => day <= months_after(before, 3),
                    _ => day <= months_after(before, 6),
                };
                if period.changes.is_empty() {
                    dated += 1;
                    late += usize::from(!in_time);
                }
                before = day;
            }
            free_from = last;
        }
    }
    let each = reviews as f64 / CHILDREN as f64;
    assert!((5.0..7.0).contains(&each), "{each} reviews a child");
    let share = late as f64 / dated as f64;
    assert!((0.05..0.07).contains(&share), "{share} of reviews late");
    assert!(placed > CHILDREN / 100 && back > 0, "{placed} placed for adoption, {back} returned");
}
