//! Counting rules, section 5, steps 1 to 4: the clock of the Care Planning Regulations.

use super::{Case, date, from};
use iro_handbook::law::Instrument;

/// "At the start, fully evidenced: exact, the first-review date for `began`. Kind *first*."
#[test]
fn step_1_at_the_start() {
    let case = from("2017-09-04").on_day("2017-10-31");
    case.clone().on_day("2017-09-04").gives("first 2017-10-02 not_yet_due");
    case.clone().reviews("2017-10-02").gives(
        "first 2017-10-02 met 2017-10-02
         second 2018-01-02 not_yet_due",
    );
    case.reviews("2017-10-03").gives(
        "first 2017-10-02 met_late 2017-10-03
         second 2018-01-03 not_yet_due",
    );
}

/// "20 working days": over bank holidays, from days of rest, and up to the calendar's last day.
#[test]
fn step_1_working_days() {
    for (began, due) in [
        ("2017-03-24", "2017-04-25"), // over Good Friday and Easter Monday
        ("2017-09-02", "2017-09-29"), // from a Saturday, Monday is the first day
        ("2017-09-03", "2017-09-29"),
        ("2017-12-08", "2018-01-10"), // over Christmas Day, Boxing Day and New Year's Day
        ("2030-11-30", "2030-12-31"),
        ("2030-12-01", "2030-12-31"),
    ] {
        from(began).on_day(began).gives(&format!("first {due} not_yet_due"));
    }
}

/// "four weeks when `began` is before 1 April 2011": the law of the trigger date.
#[test]
fn step_1_the_law_of_the_day() {
    let old = from("2011-03-31").on_day("2011-04-28");
    let new = from("2011-04-01").on_day("2011-04-28");
    old.gives("first 2011-04-28 not_yet_due");
    old.clone().on_day("2011-04-29").gives("first 2011-04-28 not_met");
    new.gives("first 2011-05-05 not_yet_due"); // Easter, the royal wedding, May Day
    let instrument = |case: &Case| case.findings()[0].latest().term().citation().instrument();
    assert_eq!(instrument(&old), Instrument::ReviewOfCasesRegulations1991);
    assert_eq!(instrument(&new), Instrument::CarePlanningRegulations2010);
}

/// The 1991 Regulations began on 14 October 1991; before, their first form counts, and it is said.
#[test]
fn before_the_1991_regulations() {
    for (began, due, before) in [
        ("1991-10-13", "1991-11-10", true),
        ("1991-10-14", "1991-11-11", false),
        ("1990-01-01", "1990-01-29", true),
    ] {
        let case = from(began).on_day(began);
        case.gives(&format!("first {due} not_yet_due"));
        assert_eq!(case.findings()[0].latest().before_commencement(), before, "{began}");
    }
}

/// "The entry is *known* ... With `began >= evidence_from` as well, the period is *fully evidenced*."
#[test]
fn fully_evidenced() {
    let case = from("2017-04-10").on_day("2017-04-10");
    case.clone().told_from("2017-04-10").gives("first 2017-05-11 not_yet_due");
    case.clone().told_from("2017-04-09").gives("first 2017-05-11 not_yet_due");
    case.clone().told_from("2017-04-11").gives("unknown 2017-05-11..2017-10-10 not_yet_due");
    case.entry_not_known().gives("unknown ?..2017-10-09 cannot_tell");
}

/// "At the start, otherwise: `hi` = the day before max(`began`, `evidence_from`), plus six months."
#[test]
fn step_2_the_later_bound() {
    let told = from("2016-09-01").told_from("2017-04-01").on_day("2017-12-31");
    told.clone().on_day("2017-09-30").gives("unknown 2016-09-29..2017-09-30 cannot_tell");
    told.clone().reviews("2017-09-30").gives(
        "unknown 2016-09-29..2017-09-30 cannot_tell 2017-09-30
         unknown 2017-12-30..2018-03-30 cannot_tell",
    );
    told.reviews("2017-10-01").gives(
        "unknown 2016-09-29..2017-09-30 met_late 2017-10-01
         unknown 2018-01-01..2018-04-01 not_yet_due",
    );
    let moved_in = from("2017-05-10").entry_not_known().on_day("2017-11-10");
    for case in [moved_in.clone(), moved_in.told_from("2017-04-01")] {
        case.clone().reviews("2017-11-09").gives(
            "unknown ?..2017-11-09 cannot_tell 2017-11-09
             unknown 2018-02-09..2018-05-09 not_yet_due",
        );
        case.reviews("2017-11-10").gives(
            "unknown ?..2017-11-09 met_late 2017-11-10
             unknown 2018-02-10..2018-05-10 not_yet_due",
        );
    }
}

/// "`lo` = the first-review date for `began` when the entry is known, else unknown." "Whatever went
/// before, a review by `lo` is in time."
#[test]
fn step_2_the_earlier_bound() {
    let told = from("2017-03-20").told_from("2017-04-01").on_day("2017-06-30");
    told.clone().reviews("2017-04-19").gives(
        "unknown 2017-04-19..2017-09-30 met 2017-04-19
         unknown 2017-07-19..2017-10-19 not_yet_due",
    );
    told.clone().reviews("2017-04-20").gives(
        "unknown 2017-04-19..2017-09-30 cannot_tell 2017-04-20
         unknown 2017-07-20..2017-10-20 not_yet_due",
    );
    // Missing evidence is never "on time": with `lo` unknown not even a review on the first day.
    told.entry_not_known().reviews("2017-04-01").gives(
        "unknown ?..2017-09-30 cannot_tell 2017-04-01
         unknown 2017-07-01..2017-10-01 not_yet_due",
    );
}

/// "d + 3 months after the first (kind *second*), d + 6 months after that (kind *subsequent*)."
#[test]
fn step_3_second_and_subsequent() {
    let case = from("2017-09-04").reviews("2017-10-02").on_day("2018-08-31");
    case.clone().reviews("2018-01-02 2018-07-02").gives(
        "first 2017-10-02 met 2017-10-02
         second 2018-01-02 met 2018-01-02
         subsequent 2018-07-02 met 2018-07-02
         subsequent 2019-01-02 not_yet_due",
    );
    case.reviews("2018-01-03 2018-07-04").gives(
        "first 2017-10-02 met 2017-10-02
         second 2018-01-02 met_late 2018-01-03
         subsequent 2018-07-03 met_late 2018-07-04
         subsequent 2019-01-04 not_yet_due",
    );
}

/// "The actual date of the review counts, never its due date": early as well as late.
#[test]
fn step_3_from_the_day_held() {
    let case = from("2017-09-04").on_day("2018-01-31");
    case.clone().reviews("2017-09-11 2017-10-16").gives(
        "first 2017-10-02 met 2017-09-11
         second 2017-12-11 met 2017-10-16
         subsequent 2018-04-16 not_yet_due",
    );
    case.reviews("2017-11-30").gives(
        "first 2017-10-02 met_late 2017-11-30
         second 2018-02-28 not_yet_due",
    );
}

/// "Month" is a calendar month: where the month is too short, its last day; no snap the other way.
#[test]
fn step_3_calendar_months() {
    let two = |first: &str, second: &str| {
        from("2015-01-05").reviews(&format!("{first} {second}")).on_day("2016-09-30")
    };
    two("2015-02-02", "2015-08-31").ends("subsequent 2016-02-29 not_met");
    two("2015-02-02", "2016-02-29").ends("subsequent 2016-08-29 not_met");
    two("2015-02-02", "2015-02-28").ends("subsequent 2015-08-28 not_met");
    two("2015-02-02", "2015-11-30").ends("subsequent 2016-05-30 not_met");
    from("2015-10-28").reviews("2015-11-30").ends("second 2016-02-29 not_met");
    from("2015-09-01").reviews("2015-09-30").ends("second 2015-12-30 not_met");
    // A last day on a Sunday is not put off.
    two("2015-02-02", "2016-01-03").reviews("2016-07-04").gives(
        "first 2015-02-02 met 2015-02-02
         second 2015-05-02 met_late 2016-01-03
         subsequent 2016-07-03 met_late 2016-07-04
         subsequent 2017-01-04 not_yet_due",
    );
}

/// "after the first review in evidence `[d + 3 months, d + 6 months]`, kind *unknown*; from the second
/// on exact d + 6 months, kind *subsequent*."
#[test]
fn step_4_not_fully_evidenced() {
    let told = from("2016-09-01").told_from("2017-04-01").reviews("2017-05-10");
    let first = "unknown 2016-09-29..2017-09-30 cannot_tell 2017-05-10\n";
    for (next, second, third) in [
        ("2017-08-10", "met", "2018-02-10"),
        ("2017-08-11", "cannot_tell", "2018-02-11"),
        ("2017-11-10", "cannot_tell", "2018-05-10"),
        ("2017-11-11", "met_late", "2018-05-11"),
    ] {
        told.clone().reviews(next).on_day("2017-12-31").gives(&format!(
            "{first} unknown 2017-08-10..2017-11-10 {second} {next}
             subsequent {third} not_yet_due",
        ));
    }
    from("2017-05-10").entry_not_known().reviews("2017-05-20 2017-08-20").gives(
        "unknown ?..2017-11-09 cannot_tell 2017-05-20
         unknown 2017-08-20..2017-11-20 met 2017-08-20
         subsequent 2018-02-20 not_met",
    );
}

/// Section 4: "each review dated from `evidence_from` to `as_of`".
#[test]
fn reviews_before_the_evidence_tell_nothing() {
    let told = from("2017-03-20").told_from("2017-04-01").on_day("2017-04-18");
    told.clone().reviews("2017-03-31").gives("unknown 2017-04-19..2017-09-30 not_yet_due");
    told.reviews("2017-03-31 2017-04-01").gives(
        "unknown 2017-04-19..2017-09-30 met 2017-04-01
         unknown 2017-07-01..2017-10-01 not_yet_due",
    );
}

/// Rules, section 2: the 2020 softening is marked "when its last day fell in that window", the review
/// "still counted".
#[test]
fn softened_reviews() {
    let softened = |second: &str, due: &str| {
        let case = from("2019-06-03").reviews("2019-06-24").reviews(second).on_day("2020-12-31");
        case.ends(&format!("subsequent {due} not_met"));
        case.findings()[2].easement().is_some()
    };
    assert!(!softened("2019-10-23", "2020-04-23"));
    assert!(softened("2019-10-24", "2020-04-24"));
    assert!(softened("2020-03-25", "2020-09-25"));
    assert!(!softened("2020-03-26", "2020-09-26"));
    // Of the other reviews none was softened.
    let easements = |case: &Case| -> Vec<bool> {
        case.findings().iter().map(|finding| finding.easement().is_some()).collect()
    };
    let first_and_second = from("2020-05-04").reviews("2020-06-02").on_day("2020-12-31");
    first_and_second.gives(
        "first 2020-06-03 met 2020-06-02
         second 2020-09-02 not_met",
    );
    assert_eq!(easements(&first_and_second), [false, false]);
    let adoption = from("2019-06-03").placed("2020-04-01").reviews("2020-04-20");
    assert_eq!(easements(&adoption.on_day("2020-12-31")), [false, false, false]);
}

/// The parts of a finding say the same as the line: number, rule, deadline.
#[test]
fn parts_of_a_finding() {
    let case = from("2017-03-20").told_from("2017-04-01").reviews("2017-05-10 2017-08-11");
    let findings = case.findings();
    let occurrences: Vec<_> = findings.iter().map(|finding| finding.occurrence()).collect();
    assert_eq!(occurrences, [0, 1, 2]);
    assert_eq!(findings[1].deadline(), None);
    let deadline = findings[2].deadline().unwrap();
    assert_eq!(deadline.trigger(), date("2017-08-11"));
    assert_eq!(deadline.last_day(), date("2018-02-11"));
    assert_eq!(deadline.period().to_string(), "6 months");
    assert_eq!(findings[2].rule().title(), "Subsequent review");
}
