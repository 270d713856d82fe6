//! The cast: children written out by hand, each for one case that a report must get right.
//!
//! Reviews are in time unless a comment says otherwise.

use super::dates::{date, uk};
use super::model::{Child, Effect, Episode, Period, Review, Stray};
use super::plan::opaque;
use chrono::NaiveDate;

/// DECOM, RNE, LS, PLACE, PLACE_PROVIDER.
type Row = (NaiveDate, &'static str, &'static str, &'static str, &'static str);

/// All of them.
pub fn cast() -> Vec<Child> {
    vec![
        returned_from_adopters(),
        not_carried(),
        transferred_in_2024(),
        transferred_in_2025(),
        transferred_in_2026(),
        review_in_short_break(),
        due_on_the_last_day(),
        late_twice(),
        home_before_the_second(),
        never_reviewed(),
        code_missing(),
        mistyped(),
    ]
}

/// Placed in May 2025; the placement ends in October, and the return review is in time (37 days).
fn returned_from_adopters() -> Child {
    let placed = (date(2025, 5, 19), "P", "E1", "A6", "PR1");
    let back = (date(2025, 10, 13), "P", "E1", "U6", "PR1");
    let rows = [
        (date(2023, 6, 5), "S", "C1", "U6", "PR1"),
        (date(2023, 12, 18), "L", "C2", "U6", "PR1"),
        (date(2025, 4, 28), "L", "E1", "U6", "PR1"),
        placed,
        back,
    ];
    let reviews = [
        (date(2023, 6, 29), Some(0)),
        (date(2023, 9, 26), Some(0)),
        (date(2024, 3, 20), Some(0)),
        (date(2024, 9, 12), Some(0)),
        (date(2025, 3, 5), Some(0)),
        // Four weeks after the move, then three months.
        (date(2025, 6, 12), Some(0)),
        (date(2025, 9, 9), Some(0)),
        (date(2025, 11, 19), Some(0)),
    ];
    child(1, date(2023, 2, 10), &rows, None, &reviews)
}

/// In the return of 2025, open, and missing from that of 2026.
fn not_carried() -> Child {
    let rows = [(date(2024, 9, 9), "S", "V2", "U6", "PR4")];
    let reviews = [(date(2024, 10, 2), Some(1)), (date(2024, 12, 18), Some(6))];
    let mut child = child(2, date(2013, 3, 4), &rows, None, &reviews);
    child.last_return = 2025;
    child
}

/// The record begins with a move: when care began is not in it. One review is entered twice, the
/// second time with another code.
fn transferred_in_2024() -> Child {
    let rows = [(date(2024, 7, 15), "P", "C2", "U4", "PR1")];
    let reviews = [
        // Within six months of the record's start, so neither surely in time nor surely late.
        (date(2024, 11, 20), Some(6)),
        (date(2025, 2, 12), Some(1)),
        (date(2025, 8, 6), Some(1)),
        (date(2026, 1, 28), Some(1)),
    ];
    let mut child = child(3, date(2014, 8, 21), &rows, None, &reviews);
    stray_review(&mut child, &uk(date(2026, 1, 28)), "PN6", Effect::DuplicateReview);
    child
}

/// The same, beginning with a change of legal status. By the year reported on, its clock is known.
fn transferred_in_2025() -> Child {
    let rows = [(date(2025, 2, 3), "L", "C1", "U6", "PR1")];
    let reviews =
        [(date(2025, 3, 26), Some(0)), (date(2025, 6, 18), Some(0)), (date(2025, 12, 11), Some(0))];
    child(4, date(2023, 10, 9), &rows, None, &reviews)
}

/// The same in the year reported on: the year's one review of which nobody can say.
fn transferred_in_2026() -> Child {
    let rows = [(date(2025, 11, 17), "B", "C2", "K2", "PR4")];
    child(5, date(2011, 1, 19), &rows, None, &[(date(2026, 2, 2), Some(2))])
}

/// A review of a child whose short breaks are recorded as one agreement.
fn review_in_short_break() -> Child {
    let mut child = child(6, date(2015, 6, 17), &[], None, &[]);
    child.short_breaks.push(episode((date(2024, 11, 4), "S", "V4", "U6", "PR1"), "N2"));
    stray_review(&mut child, &uk(date(2026, 1, 20)), "PN4", Effect::ReviewInShortBreak);
    child
}

/// The twentieth working day is the day of the answers: not yet due, and not missed.
fn due_on_the_last_day() -> Child {
    child(7, date(2012, 5, 2), &[(date(2026, 3, 3), "S", "V2", "U6", "PR1")], None, &[])
}

/// Two late reviews in one year make one child whose reviews were not all on time. One row has a
/// code but no date.
fn late_twice() -> Child {
    let rows = [
        (date(2023, 10, 2), "S", "V2", "U6", "PR4"),
        (date(2024, 2, 12), "L", "C1", "U6", "PR4"),
        (date(2024, 10, 21), "B", "C2", "K2", "PR4"),
    ];
    let reviews = [
        (date(2023, 10, 26), Some(1)),
        (date(2024, 1, 24), Some(1)),
        (date(2024, 7, 17), Some(6)),
        (date(2025, 1, 14), Some(1)),
        // Due on 14 July 2025 and 23 January 2026.
        (date(2025, 7, 23), Some(7)),
        (date(2026, 2, 26), Some(6)),
    ];
    let mut child = child(8, date(2010, 9, 13), &rows, None, &reviews);
    stray_review(&mut child, "", "PN1", Effect::UnusableReview);
    child
}

/// Home before the second review was due: the duty lapses. The meeting held afterwards was
/// entered as a review.
fn home_before_the_second() -> Child {
    let rows = [(date(2025, 6, 16), "S", "V2", "U3", "PR1")];
    let ended = Some((date(2025, 8, 29), "E4A"));
    let mut child = child(9, date(2016, 4, 26), &rows, ended, &[(date(2025, 7, 10), Some(6))]);
    stray_review(&mut child, &uk(date(2025, 9, 26)), "PN6", Effect::ReviewOutsideCare);
    child
}

/// Nearly five months in care, and no review yet.
fn never_reviewed() -> Child {
    child(10, date(2009, 7, 7), &[(date(2025, 11, 10), "S", "V2", "K2", "PR4")], None, &[])
}

/// One review whose participation nobody recorded, and one entered first on a day that no
/// calendar has.
fn code_missing() -> Child {
    let rows =
        [(date(2024, 4, 15), "S", "C1", "U3", "PR1"), (date(2024, 12, 9), "L", "C2", "U3", "PR1")];
    let reviews = [
        (date(2024, 5, 9), Some(1)),
        (date(2024, 8, 6), Some(1)),
        (date(2025, 1, 30), Some(1)),
        (date(2025, 7, 22), None),
        (date(2026, 1, 15), Some(1)),
    ];
    let mut child = child(11, date(2012, 11, 12), &rows, None, &reviews);
    stray_review(&mut child, "30/02/2026", "PN1", Effect::UnusableReview);
    child
}

/// A review dated after the year's end, and an episode that ends before it begins; the child's
/// other rows stand.
fn mistyped() -> Child {
    let rows = [(date(2025, 9, 8), "S", "V2", "U6", "PR1")];
    let reviews = [(date(2025, 10, 2), Some(3)), (date(2025, 12, 16), Some(6))];
    let mut child = child(12, date(2018, 1, 23), &rows, None, &reviews);
    stray_review(&mut child, &uk(date(2026, 4, 14)), "PN6", Effect::ReviewAfterAsOf);
    child.strays.push(Stray {
        year: 2026,
        file: "episodes",
        line: format!("{},16/02/2026,P,V2,N1,U6,PR1,08/02/2026,X1,CARPL,,,", child.id),
        effect: Effect::UnusableEpisode,
    });
    child
}

fn stray_review(child: &mut Child, day: &str, code: &str, effect: Effect) {
    let line = format!("{},{},{day},{code}", child.id, uk(child.dob));
    child.strays.push(Stray { year: 2026, file: "reviews", line, effect });
}

fn child(
    number: u64,
    dob: NaiveDate,
    rows: &[Row],
    ended: Option<(NaiveDate, &'static str)>,
    reviews: &[Review],
) -> Child {
    let mut episodes: Vec<Episode> = rows.iter().map(|row| episode(*row, "N1")).collect();
    for index in 1..episodes.len() {
        (episodes[index - 1].dec, episodes[index - 1].rec) = (Some(episodes[index].decom), "X1");
        if matches!(episodes[index].rne, "P" | "B") {
            episodes[index - 1].reason = "CARPL";
        }
    }
    if let (Some((dec, rec)), Some(last)) = (ended, episodes.last_mut()) {
        (last.dec, last.rec) = (Some(dec), rec);
    }
    let period = Period { episodes, reviews: reviews.to_vec(), planned: Vec::new() };
    Child {
        // The drawn children's indices end far below.
        id: opaque(600_000 + number),
        dob,
        male: number % 2 == 0,
        ethnic: "WBRI",
        uasc: false,
        periods: if rows.is_empty() { Vec::new() } else { vec![period] },
        short_breaks: Vec::new(),
        strays: Vec::new(),
        last_return: 2026,
    }
}

fn episode((decom, rne, ls, place, provider): Row, cin: &'static str) -> Episode {
    Episode { decom, rne, ls, cin, place, provider, dec: None, rec: "", reason: "" }
}
