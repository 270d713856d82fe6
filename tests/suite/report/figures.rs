//! Counting rules, section 7, row by row: the year ends on 31 March 2018 unless said.

use super::figures_of;
use crate::assess::{Case, date, from};
use iro_handbook::assess::Sequence;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{Child, Entry, Participation, PeriodOfCare, Review};
use iro_handbook::report::{Rate, ReviewFigures, ReviewQuestion};

/// On time, late, undetermined of each kind that has any.
#[track_caller]
fn held(case: &Case, expected: &[(Sequence, [u64; 3])]) {
    let held = figures_of(2018, case).held();
    let found: Vec<_> = held
        .each()
        .map(|(kind, held)| (kind, [held.on_time(), held.late(), held.undetermined()]))
        .filter(|(_, counts)| *counts != [0; 3])
        .collect();
    assert_eq!(found, expected);
    let sum = |place: usize| expected.iter().map(|(_, counts)| counts[place]).sum::<u64>();
    let all = held.all();
    assert_eq!([all.on_time(), all.late(), all.undetermined()], [0, 1, 2].map(sum));
    assert_eq!(all.total(), sum(0) + sum(1) + sum(2));
}

/// Met, met late, not held, not yet due, lapsed, undetermined.
#[track_caller]
fn due(case: &Case, expected: [u64; 6]) {
    let due = figures_of(2018, case).due();
    let found = [
        due.met(),
        due.met_late(),
        due.not_held(),
        due.not_yet_due(),
        due.lapsed(),
        due.undetermined(),
    ];
    assert_eq!(found, expected, "{case:#?}");
}

const ON_TIME: [u64; 3] = [1, 0, 0];
const NOT_ON_TIME: [u64; 3] = [0, 1, 0];
const UNDETERMINED: [u64; 3] = [0, 0, 1];
const NOT_COUNTED: [u64; 3] = [0, 0, 0];

#[track_caller]
fn child_in(ending: i32, case: &Case, expected: [u64; 3]) {
    let children = figures_of(ending, case).children();
    let found = [children.all_on_time(), children.not_all_on_time(), children.undetermined()];
    assert_eq!(found, expected, "{case:#?}");
}

#[track_caller]
fn child(case: &Case, expected: [u64; 3]) {
    child_in(2018, case, expected);
}

/// At the start, started, ceased, at the end.
#[track_caller]
fn cohort(case: &Case, expected: [u64; 4]) {
    let cohort = figures_of(2018, case).cohort();
    let found = [
        cohort.looked_after_at_start(),
        cohort.started(),
        cohort.ceased(),
        cohort.looked_after_at_end(),
    ];
    assert_eq!(found, expected, "{case:#?}");
    assert_eq!(found[0] + found[1] - found[2], found[3], "start + started - ceased = end");
}

/// "reviews with `ps <= date <= pe`".
#[test]
fn held_in_the_year() {
    let spring = from("2017-03-06"); // due 3 April 2017
    held(&spring.clone().reviews("2017-03-31"), &[]);
    held(&spring.clone().reviews("2017-04-01"), &[(Sequence::First, [1, 0, 0])]);
    held(&spring.reviews("2017-04-04"), &[(Sequence::First, [0, 1, 0])]);
    let next = from("2018-03-05").on_day("2018-04-30"); // due 4 April 2018
    held(&next.clone().reviews("2018-03-31"), &[(Sequence::First, [1, 0, 0])]);
    held(&next.reviews("2018-04-01"), &[]);
}

/// "`by_sequence` of the duty that was pending".
#[test]
fn held_by_sequence() {
    held(
        &from("2017-04-03")
            .reviews("2017-05-05 2017-08-05 2018-02-05")
            .placed("2018-02-10")
            .reviews("2018-03-11"),
        &[
            (Sequence::First, [0, 1, 0]),
            (Sequence::Second, [1, 0, 0]),
            (Sequence::Subsequent, [1, 0, 0]),
            (Sequence::Adoption, [0, 1, 0]),
        ],
    );
    held(
        &from("2017-03-20").told_from("2017-04-01").reviews("2017-05-10 2017-08-10 2018-02-11"),
        &[(Sequence::Subsequent, [0, 1, 0]), (Sequence::Unknown, [1, 0, 1])],
    );
}

/// A review that also answers a duty left behind is one review, on time by its own clock.
#[test]
fn held_once_whatever_it_answers() {
    let case = from("2017-04-03").reviews("2017-05-02 2017-07-20").placed("2018-01-21");
    held(
        &case.reviews("2018-02-18"),
        &[
            (Sequence::First, [1, 0, 0]),
            (Sequence::Second, [1, 0, 0]),
            (Sequence::Adoption, [1, 0, 0]),
        ],
    );
}

/// "duties with an exact date in the period, by what became of them".
#[test]
fn due_with_an_exact_date() {
    // Second review due on 31 March 2017, and on 1 April 2017.
    due(&from("2016-12-05").reviews("2016-12-31").to("2017-06-01"), [0; 6]);
    due(&from("2016-12-05").reviews("2017-01-01").to("2017-06-01"), [0, 0, 1, 0, 0, 0]);
    // Held before the year, due in it; the next one was due on 20 September 2017.
    due(&from("2016-12-05").reviews("2017-01-01 2017-03-20"), [1, 0, 1, 0, 0, 0]);
    // First due on 4 January 2018; second on 31 March, and on 1 April 2018.
    due(&from("2017-12-04").reviews("2017-12-31"), [1, 0, 0, 1, 0, 0]);
    due(&from("2017-12-04").reviews("2018-01-01"), [1, 0, 0, 0, 0, 0]);
    due(&from("2017-12-04").reviews("2018-01-05"), [0, 1, 0, 0, 0, 0]);
    due(&from("2017-12-04").to("2018-01-04"), [0, 0, 0, 0, 1, 0]);
    due(&from("2017-12-04").to("2018-01-05"), [0, 0, 1, 0, 0, 0]);
    // Left behind, each counted where its own date is.
    let placed = from("2017-04-03").placed("2017-06-01").back("2017-08-01");
    due(&placed.reviews("2017-09-12"), [1, 2, 1, 0, 0, 0]);
}

/// "`not_held` means: not held by `as_of`".
#[test]
fn due_as_of() {
    let case = from("2017-12-04").reviews("2017-12-31 2018-04-01");
    due(&case.clone().on_day("2018-03-31"), [1, 0, 0, 1, 0, 0]);
    due(&case.clone().on_day("2018-04-01"), [1, 1, 0, 0, 0, 0]);
    let unheld = from("2017-12-04").reviews("2017-12-31");
    due(&unheld.on_day("2018-04-01"), [1, 0, 1, 0, 0, 0]);
}

/// "A duty that is not exact is counted in `undetermined`, whatever became of it but lapsing".
#[test]
fn due_without_an_exact_date() {
    let told = from("2017-03-20").told_from("2017-04-01");
    due(&told.clone().to("2017-04-19"), [0; 6]); // lapsed
    due(&told.clone().to("2017-04-20"), [0, 0, 0, 0, 0, 1]); // cannot tell
    due(&told.clone().to("2017-10-01"), [0, 0, 0, 0, 0, 1]); // not held
    due(&told.clone().on_day("2017-04-19"), [0, 0, 0, 0, 0, 1]); // not yet due
    due(&told.clone().reviews("2017-04-19").to("2017-04-20"), [0, 0, 0, 0, 0, 1]); // met
    due(&told.reviews("2017-10-01").to("2017-10-02"), [0, 0, 0, 0, 0, 1]); // met late
}

/// "when `hi >= ps`".
#[test]
fn due_by_the_later_bound() {
    due(&from("2016-01-04").told_from("2016-10-02"), [0, 0, 0, 0, 0, 1]); // by 1 April 2017
    due(&from("2016-01-04").told_from("2016-10-01"), [0; 6]); // by 30 March 2017
}

/// "and `lo` (or, unknown, max(`began`, `evidence_from`)) `<= pe`".
#[test]
fn due_by_the_earlier_bound() {
    let moved_in = from("2017-05-10").entry_not_known();
    due(&moved_in.clone().reviews("2017-12-31"), [0, 0, 0, 0, 0, 2]); // next from 31 March 2018
    due(&moved_in.reviews("2018-01-01"), [0, 0, 0, 0, 0, 1]); // next from 1 April 2018
    let late = |began: &str| from(began).entry_not_known().on_day("2018-04-30");
    due(&late("2018-03-31"), [0, 0, 0, 0, 0, 1]);
    due(&late("2018-04-01"), [0; 6]);
    due(&late("2018-03-01").told_from("2018-03-31"), [0, 0, 0, 0, 0, 1]);
    due(&late("2018-03-01").told_from("2018-04-01"), [0; 6]);
}

/// "unless it is unanswered in a period of care with `ended <= ps`".
#[test]
fn due_in_care_that_had_ended() {
    let told = from("2016-09-01").told_from("2017-04-01");
    due(&told.clone().to("2017-04-01"), [0; 6]);
    due(&told.clone().to("2017-04-02"), [0, 0, 0, 0, 0, 1]);
    due(&told.clone().reviews("2017-04-01").to("2017-04-01"), [0, 0, 0, 0, 0, 1]);
    let answered = from("2016-09-01").told_from("2016-12-01").reviews("2017-02-01");
    due(&answered.to("2017-03-01"), [0, 0, 0, 0, 0, 1]);
    // An end that nobody knows of yet.
    due(&told.to("2018-05-01").on_day("2017-04-01"), [0, 0, 0, 0, 0, 1]);
}

/// "children in a period of care on `pe` (`began <= pe`, open or `ended > pe`)".
#[test]
fn children_looked_after_at_the_end() {
    let case = from("2018-01-08").reviews("2018-02-05").on_day("2018-04-30"); // first due 5 February
    child(&case, ON_TIME);
    child(&case.clone().to("2018-03-31"), NOT_COUNTED);
    child(&case.clone().to("2018-04-01"), ON_TIME);
    child(&case.clone().to("2018-04-01").on_day("2018-03-31"), ON_TIME);
    child(&from("2018-03-31").entry_not_known(), UNDETERMINED);
    child(&from("2018-04-01").entry_not_known().on_day("2018-04-30"), NOT_COUNTED);
}

/// "where the entry is known, only if the first-review date for `began` is `<= pe`".
#[test]
fn children_whose_first_review_was_due() {
    child(&from("2018-03-01").reviews("2018-03-20"), ON_TIME); // due 29 March 2018
    child(&from("2018-03-02").reviews("2018-03-20"), NOT_COUNTED); // due 3 April 2018
    let year_2017 = |began: &str| from(began).reviews("2017-03-20").on_day("2017-03-31");
    child_in(2017, &year_2017("2017-03-03"), ON_TIME); // due 31 March 2017
    child_in(2017, &year_2017("2017-03-06"), NOT_COUNTED); // due 3 April 2017
    child(&from("2018-03-02").told_from("2018-03-10"), NOT_COUNTED);
}

/// "that period's duties counted in `reviews.due`, and those with `hi < ps` that are not held or were
/// answered on or after `ps`".
#[test]
fn children_and_duties_from_before_the_year() {
    let case = from("2016-09-01"); // first due 29 September 2016
    child(&case, NOT_ON_TIME);
    child(&case.clone().reviews("2017-03-31 2017-06-30 2017-12-30"), ON_TIME);
    child(&case.clone().reviews("2017-04-01 2017-07-01 2018-01-01"), NOT_ON_TIME);
    // The same between bounds: by 31 March 2017 at the latest, never held; held on 1 April.
    let told = from("2016-01-04").told_from("2016-10-01"); // by 30 March 2017 at the latest
    child(&told, NOT_ON_TIME);
    child(&told.clone().reviews("2017-04-01 2017-07-01 2018-01-01"), NOT_ON_TIME);
    child(&told.reviews("2017-03-31 2017-06-30 2017-12-30"), ON_TIME);
    // Duties of before the year that were in doubt are not looked at.
    let doubt = from("2016-03-01").told_from("2016-04-01").reviews("2016-06-01");
    child(&doubt.reviews("2016-09-01 2017-03-01 2017-09-01 2018-03-01"), ON_TIME);
    // Duties due after the year are not looked at, though late by then.
    let after = from("2017-09-04").reviews("2017-09-25 2017-12-20").on_day("2018-08-31");
    child(&after, ON_TIME);
}

/// "`not_all_on_time` when any of them was answered after `hi` or is not held; else `undetermined` when any
/// was answered after `lo` (or with `lo` unknown), or is unanswered and undetermined".
#[test]
fn children_by_the_worst_of_their_duties() {
    let told = from("2017-03-20").told_from("2017-04-01");
    child(&told.clone().reviews("2017-04-19 2017-07-19 2018-01-19"), ON_TIME);
    child(&told.clone().reviews("2017-04-20 2017-07-20 2018-01-20"), UNDETERMINED);
    child(&told.clone().reviews("2017-04-20 2017-07-20 2018-01-21"), NOT_ON_TIME);
    child(&told.clone().reviews("2017-10-01 2018-01-01"), NOT_ON_TIME);
    child(&told.clone().on_day("2017-09-30"), UNDETERMINED);
    child(&told.on_day("2017-10-01"), NOT_ON_TIME);
    let moved_in = from("2017-05-10").entry_not_known();
    child(&moved_in.reviews("2017-05-10 2017-08-10 2018-02-10"), UNDETERMINED);
    let exact = from("2017-09-04").reviews("2017-10-02");
    child(&exact.clone().reviews("2018-01-02"), ON_TIME);
    child(&exact.clone().reviews("2018-01-03"), NOT_ON_TIME);
    child(&exact, NOT_ON_TIME);
    // A duty left behind and answered late counts against the child, though the review was on time.
    let left = from("2017-04-03").reviews("2017-05-02 2017-07-20").placed("2018-01-21");
    child(&left.reviews("2018-02-18"), NOT_ON_TIME);
}

/// "(lapsed aside)" "or when there is none to look at".
#[test]
fn children_with_nothing_to_look_at() {
    // First due 27 March 2018, lapsed on placement; the next on 17 April.
    child(&from("2018-02-27").placed("2018-03-20"), UNDETERMINED);
    let lapsed =
        from("2017-04-03").reviews("2017-05-02 2017-07-20 2017-11-20").placed("2018-03-20");
    child(&lapsed, ON_TIME);
}

/// "With `as_of` before `pe` ... what is "at the end" then means still open on `as_of`, and a child whose
/// duties are not yet due counts as on time."
#[test]
fn provisional_figures() {
    let case = from("2017-04-10"); // first due 11 May 2017
    child(&case.clone().on_day("2017-05-11"), ON_TIME);
    child(&case.clone().on_day("2017-05-12"), NOT_ON_TIME);
    child(&case.clone().on_day("2017-04-09"), NOT_COUNTED);
    cohort(&case.clone().on_day("2017-04-09"), [0, 0, 0, 0]);
    cohort(&case.clone().to("2017-05-10").on_day("2017-05-09"), [0, 1, 0, 1]);
    cohort(&case.clone().to("2017-05-10").on_day("2017-05-10"), [0, 1, 1, 0]);
    assert!(figures_of(2018, &case.clone().on_day("2018-03-30")).question().is_provisional());
    assert!(!figures_of(2018, &case.on_day("2018-03-31")).question().is_provisional());
}

/// `cohort`, each limit from both sides.
#[test]
fn cohort_of_the_year() {
    let late = |began: &str| from(began).on_day("2018-06-30");
    cohort(&late("2017-03-31"), [1, 0, 0, 1]);
    cohort(&late("2017-04-01"), [0, 1, 0, 1]);
    cohort(&late("2018-03-31"), [0, 1, 0, 1]);
    cohort(&late("2018-04-01"), [0, 0, 0, 0]);
    cohort(&late("2017-01-02").to("2017-03-31"), [0, 0, 0, 0]);
    cohort(&late("2017-01-02").to("2017-04-01"), [1, 0, 1, 0]);
    cohort(&late("2017-01-02").to("2018-03-31"), [1, 0, 1, 0]);
    cohort(&late("2017-01-02").to("2018-04-01"), [1, 0, 0, 1]);
    cohort(&late("2017-04-01").to("2017-04-01"), [0, 1, 1, 0]);
    cohort(&late("2018-03-31").to("2018-03-31"), [0, 1, 1, 0]);
}

/// "the reviews of `reviews.held`: a count for each of PN0 to PN7 and `not_recorded`; `eligible` = PN1 to
/// PN7; `attended` = PN1 to PN4; `views_conveyed` = PN1, 2, 3, 5, 6".
#[test]
fn participation() {
    let case = |months: &[(u32, Option<Participation>)]| {
        months.iter().fold(from("2017-03-01"), |case, (month, code)| {
            let review = Review::new(date(&format!("2017-{month:02}-05")));
            case.review(code.map_or(review, |code| review.with_participation(code)))
        })
    };
    let all = Participation::ALL;
    let months: Vec<_> =
        (4..12).zip(all.map(Some)).chain([(12, None), (3, Some(all[1]))]).collect();
    let counts = figures_of(2018, &case(&months)).participation();
    assert!(counts.each().all(|(_, count)| count == 1), "{counts:?}"); // not the one of March 2017
    assert_eq!((counts.not_recorded(), counts.total()), (1, 9));
    assert_eq!((counts.eligible(), counts.attended(), counts.views_conveyed()), (7, 4, 5));
    assert_eq!(counts.attended_rate(), Rate::new(4, 7));
    assert_eq!(counts.views_conveyed_rate(), Rate::new(5, 7));
    for (code, parts) in all.into_iter().zip([
        (0, 0, 0),
        (1, 1, 1),
        (1, 1, 1),
        (1, 1, 1),
        (1, 1, 0),
        (1, 0, 1),
        (1, 0, 1),
        (1, 0, 0),
    ]) {
        let counts = figures_of(2018, &case(&[(5, Some(code))])).participation();
        assert_eq!(
            (counts.eligible(), counts.attended(), counts.views_conveyed()),
            parts,
            "{code}"
        );
        assert_eq!(counts.with_code(code), 1);
    }
}

/// "held (on_time / (on_time + late)), due (met / (met + met_late + not_held)), children (all_on_time /
/// (all_on_time + not_all_on_time))"; "What is undetermined is in no denominator".
#[test]
fn three_rates_under_three_names() {
    let calendar = WorkingDays::england_and_wales();
    let year = CollectionYear::ending(2018).unwrap();
    let question = ReviewQuestion::new(year);
    let mut figures = ReviewFigures::new(question);
    for case in [
        from("2017-09-04").reviews("2017-10-02 2018-01-03"), // late second: 1 met, 1 late
        from("2017-12-04").reviews("2017-12-31"),            // 1 met, 1 not yet due
        from("2017-12-04"),                                  // 1 not held
        from("2017-12-04").to("2018-01-04"),                 // 1 lapsed
        from("2017-05-10").entry_not_known().reviews("2017-11-01"), // two undetermined
    ] {
        figures.add(&calendar, case.care.view().unwrap()).unwrap();
    }
    assert_eq!(figures.held().on_time_rate(), Rate::new(2, 3));
    assert_eq!(figures.due().on_time_rate(), Rate::new(2, 4));
    assert_eq!(figures.children().on_time_rate(), Rate::new(1, 3));
    let range = figures.due().on_time_range();
    assert_eq!((range.lowest(), range.highest()), (Rate::new(2, 6), Rate::new(4, 6)));
    let range = figures.held().all().on_time_range();
    assert_eq!((range.lowest(), range.highest()), (Rate::new(2, 4), Rate::new(3, 4)));
    let range = figures.children().on_time_range();
    assert_eq!((range.lowest(), range.highest()), (Rate::new(1, 4), Rate::new(2, 4)));
}

/// A child is added whole or not at all, and an error leaves the figures as they were.
#[test]
fn errors_change_nothing() {
    let calendar = WorkingDays::england_and_wales();
    let question = ReviewQuestion::new(CollectionYear::ending(2031).unwrap());
    let good = PeriodOfCare::new(date("2030-05-06")).with_ended(date("2030-07-01"));
    let beyond = PeriodOfCare::new(date("2030-12-02"));
    let figures = ReviewFigures::new(question).with(&calendar, good.view().unwrap()).unwrap();
    assert_eq!(figures.cohort().started(), 1);
    let mut after = figures;
    assert!(after.add(&calendar, beyond.view().unwrap()).unwrap_err().is_outside_calendar());
    assert_eq!(after, figures);
    // Not even the good period of a child whose other period cannot be counted.
    let child =
        Child::new("C-1").with_period_of_care(good.clone()).with_period_of_care(beyond.clone());
    assert!(after.add_child(&calendar, &child).unwrap_err().is_outside_calendar());
    assert_eq!(after, figures);
    // Where the period counts but its children's figure does not: entry not known needs no calendar.
    let not_known = beyond.with_entry(Entry::NotKnown);
    after.add(&calendar, not_known.view().unwrap()).unwrap();
    assert_eq!(after.cohort().started(), 2);
    let contradicts = Child::new("C-2").with_period_of_care(good.clone()).with_period_of_care(good);
    let error = after.add_child(&calendar, &contradicts).unwrap_err();
    assert!(error.is_contradiction() && error.to_string().contains("C-2"), "{error}");
    assert_eq!(after.cohort().started(), 2);
}

/// A child's periods of care are looked at one by one: "that period's duties".
#[test]
fn periods_of_one_child() {
    let calendar = WorkingDays::england_and_wales();
    let first = from("2017-04-03").to("2017-06-01").care; // first review not held
    let second = from("2017-12-04").reviews("2017-12-31").care;
    let child = Child::new("C-1").with_period_of_care(second).with_period_of_care(first);
    let mut figures =
        ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2018).unwrap()));
    figures.add_child(&calendar, &child).unwrap();
    assert_eq!(figures.children().all_on_time(), 1);
    assert_eq!(figures.children().not_all_on_time(), 0);
    assert_eq!((figures.due().met(), figures.due().not_held()), (1, 1));
    assert_eq!((figures.cohort().started(), figures.cohort().ceased()), (2, 1));
}
