//! Regulation 48 of SI 2010/959: the conditions of a series of short breaks, and its reviews.

use crate::duties::reviews::*;
use iro_handbook::record::{ShortBreak, ShortBreakSeries, ShortBreaks};

const CONDITIONS: &str = "short-break-conditions";
const FIRST: &str = "short-break-first-review";
const LATER: &str = "short-break-subsequent-review";
const ORDINARY: &str = "first-review";

fn stay(began: &str, ended: &str) -> ShortBreak {
    ShortBreak::new(day(began)).with_ended(day(ended)).with_returned_home(true)
}

/// A series that keeps to the conditions but for its placements.
fn series(breaks: impl IntoIterator<Item = ShortBreak>) -> ShortBreakSeries {
    let breaks: Vec<_> = breaks.into_iter().collect();
    ShortBreakSeries::new(breaks[0].began())
        .with_breaks(breaks)
        .with_same_setting(true)
        .with_child_in_care(false)
}

fn record(series: ShortBreakSeries) -> CareRecord {
    CareRecord::new("C-7").with_short_breaks(ShortBreaks::new([series]))
}

fn found(series: ShortBreakSeries, as_of: &str, rule: &str) -> Vec<String> {
    told(&record(series), as_of, rule)
}

fn weekend() -> ShortBreak {
    stay("2026-03-06", "2026-03-08")
}

#[test]
fn none_and_not_recorded() {
    let unknown = CareRecord::new("C-7");
    let none = CareRecord::new("C-7").with_short_breaks(ShortBreaks::new([]));
    for rule in [CONDITIONS, FIRST] {
        assert_eq!(
            told(&unknown, "2026-12-31", rule),
            ["cannot_tell: whether there were short breaks"]
        );
        assert_eq!(told(&none, "2026-12-31", rule), ["not_applicable: there were no short breaks"]);
    }
    assert_eq!(
        found(ShortBreakSeries::new(day("2026-03-06")), "2026-12-31", CONDITIONS),
        ["cannot_tell: the placements of the series"]
    );
}

/// Regulation 48(2): at most 17 days to a placement.
#[test]
fn days_of_one_break() {
    let of = |began, ended| found(series([stay(began, ended)]), "2026-12-31", CONDITIONS);
    assert_eq!(of("2026-03-01", "2026-03-18"), ["met"], "17 days");
    assert_eq!(of("2026-03-01", "2026-03-19"), ["not_met"], "18 days");
    // From 24 April to 25 September 2020 there was no such limit (SI 2020/445, regulation 8).
    assert_eq!(of("2020-04-23", "2020-05-11"), ["not_met"]);
    assert_eq!(of("2020-04-24", "2020-05-12"), ["met"]);
    assert_eq!(of("2020-09-25", "2020-10-13"), ["met"]);
    assert_eq!(of("2020-09-26", "2020-10-14"), ["not_met"]);
    assert!(of("2011-03-31", "2011-04-02").is_empty(), "not in force");
    assert_eq!(of("2011-04-01", "2011-04-02"), ["met"]);
}

/// Regulation 48(2): at most 75 days in any 12 months.
#[test]
fn days_together() {
    // Four times 17 days are 68.
    let four = || {
        [
            stay("2025-04-01", "2025-04-18"),
            stay("2025-06-01", "2025-06-18"),
            stay("2025-08-01", "2025-08-18"),
            stay("2025-10-01", "2025-10-18"),
        ]
    };
    let with = |last: ShortBreak| {
        let found = found(series(four().into_iter().chain([last])), "2026-12-31", CONDITIONS);
        assert_eq!(found[..4], ["met"; 4]);
        found[4].clone()
    };
    assert_eq!(with(stay("2026-03-01", "2026-03-08")), "met", "75 days");
    assert_eq!(with(stay("2026-03-01", "2026-03-09")), "not_met", "76 days");
    // In the 12 months to 13 April 2026 lie 5 days of the first break: 5 + 51 + 12 are 68.
    assert_eq!(with(stay("2026-04-01", "2026-04-13")), "met");
    // In those to 8 April lie 10: 10 + 51 + 14 are 75, and one more 76.
    assert_eq!(with(stay("2026-03-25", "2026-04-08")), "met");
    assert_eq!(with(stay("2026-03-24", "2026-04-08")), "not_met");
    // In those to 18 April lies none of it.
    assert_eq!(with(stay("2026-04-01", "2026-04-18")), "met");
}

#[test]
fn the_other_conditions() {
    let weekend_series = || series([weekend()]);
    let end = "2026-12-31";
    assert_eq!(found(weekend_series(), end, CONDITIONS), ["met"]);
    assert_eq!(found(weekend_series().with_child_in_care(true), end, CONDITIONS), ["not_met"]);
    assert_eq!(found(weekend_series().with_same_setting(false), end, CONDITIONS), ["not_met"]);
    let stayed = weekend().with_returned_home(false);
    assert_eq!(found(series([stayed]), end, CONDITIONS), ["not_met"]);

    let bare = |home: Option<bool>| {
        let each = ShortBreak::new(day("2026-03-06")).with_ended(day("2026-03-08"));
        let each = home.map_or(each, |home| each.with_returned_home(home));
        ShortBreakSeries::new(day("2026-03-06")).with_breaks([each])
    };
    let missing = |series| found(series, end, CONDITIONS);
    let in_care = "cannot_tell: whether the child is in care";
    assert_eq!(missing(bare(Some(true))), [in_care]);
    let setting = "cannot_tell: whether the carer or the setting is the same";
    assert_eq!(missing(bare(Some(true)).with_child_in_care(false)), [setting]);
    let home = "cannot_tell: whether the child went home after the break";
    assert_eq!(missing(bare(None).with_child_in_care(false).with_same_setting(true)), [home]);
}

/// A break that goes on can already be too long, and is otherwise open.
#[test]
fn a_break_that_goes_on() {
    let open = || series([ShortBreak::new(day("2026-03-01"))]);
    assert_eq!(found(open(), "2026-03-18", CONDITIONS), ["not_yet_due"]);
    assert_eq!(found(open(), "2026-03-19", CONDITIONS), ["not_met"]);
    // As things stood while it went on, its end is not known.
    let ended = || series([stay("2026-03-01", "2026-03-20").with_returned_home(false)]);
    assert_eq!(found(ended(), "2026-03-10", CONDITIONS), ["not_yet_due"]);
}

/// Regulation 48(3): three months after 6 March is 6 June.
#[test]
fn first_review() {
    let reviewed = |on| found(series([weekend()]).with_reviews([day(on)]), "2026-08-01", FIRST);
    assert_eq!(reviewed("2026-06-06"), ["met by 2026-06-06 on 2026-06-06"]);
    assert_eq!(reviewed("2026-06-07"), ["met_late by 2026-06-06 on 2026-06-07"]);
    let none = || series([weekend()]).with_reviews([]);
    assert_eq!(found(none(), "2026-06-06", FIRST), ["not_yet_due by 2026-06-06"]);
    assert_eq!(found(none(), "2026-06-07", FIRST), ["not_met by 2026-06-06"]);
    for (ended, expected) in
        [("2026-06-06", "lapsed by 2026-06-06"), ("2026-06-07", "not_met by 2026-06-06")]
    {
        assert_eq!(found(none().with_ended(day(ended)), "2026-12-31", FIRST), [expected]);
    }
    assert_eq!(
        found(series([weekend()]), "2026-06-07", FIRST),
        ["cannot_tell by 2026-06-06: the reviews of the short breaks"]
    );
}

/// Regulation 48(3): six months after 1 June is 1 December.
#[test]
fn later_reviews() {
    let reviewed = |on, as_of| {
        let all = [day("2026-06-01"), day(on)];
        found(series([weekend()]).with_reviews(all), as_of, LATER)
    };
    assert_eq!(
        reviewed("2026-12-01", "2026-12-31"),
        ["met by 2026-12-01 on 2026-12-01", "not_yet_due by 2027-06-01"]
    );
    assert_eq!(
        reviewed("2026-12-02", "2026-12-31"),
        ["met_late by 2026-12-01 on 2026-12-02", "not_yet_due by 2027-06-02"]
    );
    let one = || series([weekend()]).with_reviews([day("2026-06-01")]);
    assert_eq!(found(one(), "2026-12-01", LATER), ["not_yet_due by 2026-12-01"]);
    assert_eq!(found(one(), "2026-12-02", LATER), ["not_met by 2026-12-01"]);
    assert_eq!(
        found(one().with_ended(day("2026-12-01")), "2026-12-31", LATER),
        ["lapsed by 2026-12-01"]
    );
}

/// A series that breaks the conditions is reviewed as any other child: not by these rules.
#[test]
fn reviews_where_the_conditions_are_broken() {
    let why = "the breaks do not keep to the conditions of a series";
    let in_care = series([weekend()]).with_child_in_care(true).with_reviews([]);
    assert_eq!(
        found(in_care, "2026-12-31", FIRST),
        [format!("not_applicable by 2026-06-06: {why}")]
    );
    // What was answered, or overdue, before the break that broke them stands.
    let too_long = |began: &str, ended: &str, reviews: &[&str]| {
        let reviews: Vec<_> = reviews.iter().map(|on| day(on)).collect();
        let series = series([weekend(), stay(began, ended)]).with_reviews(reviews);
        (found(series.clone(), "2026-12-31", FIRST), found(series, "2026-12-31", LATER))
    };
    let met = vec!["met by 2026-06-06 on 2026-05-01".to_owned()];
    let later = vec![format!("not_applicable by 2026-11-01: {why}")];
    assert_eq!(too_long("2026-05-04", "2026-06-01", &["2026-05-01"]), (met, later));
    let overdue = vec!["not_met by 2026-06-06".to_owned()];
    assert_eq!(too_long("2026-06-07", "2026-07-07", &[]), (overdue, vec![]));
    let before = vec![format!("not_applicable by 2026-06-06: {why}")];
    assert_eq!(too_long("2026-06-06", "2026-07-07", &[]), (before, vec![]));
}

/// Regulation 33(1): from Sunday 1 March 2026, the 20th working day is Friday 27 March.
#[test]
fn the_ordinary_first_review_of_a_break_that_breaks_them() {
    let after = |ended, reviews: &[&str]| {
        let reviews: Vec<_> = reviews.iter().map(|on| day(on)).collect();
        let one = series([stay("2026-03-01", ended)]).with_reviews(reviews);
        found(one, "2026-12-31", ORDINARY)
    };
    assert!(after("2026-03-18", &[]).is_empty(), "17 days keep to the conditions");
    assert_eq!(after("2026-03-19", &[]), ["lapsed by 2026-03-27"]);
    assert_eq!(after("2026-03-27", &[]), ["lapsed by 2026-03-27"]);
    assert_eq!(after("2026-03-28", &[]), ["not_met by 2026-03-27"]);
    assert_eq!(after("2026-03-31", &["2026-03-27"]), ["met by 2026-03-27 on 2026-03-27"]);
    assert_eq!(after("2026-03-31", &["2026-03-28"]), ["met_late by 2026-03-27 on 2026-03-28"]);
    assert_eq!(after("2026-03-31", &["2026-04-01"]), ["not_met by 2026-03-27"], "back home");

    let open = |as_of| {
        found(series([ShortBreak::new(day("2026-03-01"))]).with_reviews([]), as_of, ORDINARY)
    };
    assert!(open("2026-03-18").is_empty());
    assert_eq!(open("2026-03-19"), ["not_yet_due by 2026-03-27"]);
    assert_eq!(open("2026-03-27"), ["not_yet_due by 2026-03-27"]);
    assert_eq!(open("2026-03-28"), ["not_met by 2026-03-27"]);
    assert_eq!(
        found(series([stay("2026-03-01", "2026-03-31")]), "2026-12-31", ORDINARY),
        ["cannot_tell by 2026-03-27: the reviews of the short breaks"]
    );
    // Whatever condition it was: here two weekends, with another carer each.
    let weekends = [weekend(), stay("2026-04-10", "2026-04-12")];
    let moved = series(weekends).with_same_setting(false).with_reviews([]);
    // From Friday 10 April, the 20th working day is Monday 11 May, after the holiday of 4 May.
    assert_eq!(
        found(moved, "2026-12-31", ORDINARY),
        ["lapsed by 2026-04-07", "lapsed by 2026-05-11"]
    );
}

#[test]
fn how_long_care_lasted_is_not_known() {
    let stays = |ended, home: Option<bool>, as_of| {
        let each = ShortBreak::new(day("2026-03-01")).with_ended(day(ended));
        let each = home.map_or(each, |home| each.with_returned_home(home));
        found(series([each]).with_reviews([]), as_of, ORDINARY)
    };
    let home = "cannot_tell by 2026-03-27: whether the child went home after the break";
    let how_long =
        "cannot_tell by 2026-03-27: how long the child was looked after once the break had ended";
    for (went, lacks) in [(None, home), (Some(false), how_long)] {
        assert_eq!(stays("2026-03-20", went, "2026-03-27"), ["not_yet_due by 2026-03-27"]);
        assert_eq!(stays("2026-03-20", went, "2026-03-28"), [lacks]);
        assert_eq!(stays("2026-03-28", went, "2026-03-28"), ["not_met by 2026-03-27"]);
    }
    let reviewed_later = ShortBreak::new(day("2026-03-01")).with_ended(day("2026-03-20"));
    assert_eq!(
        found(series([reviewed_later]).with_reviews([day("2026-06-01")]), "2026-12-31", ORDINARY),
        ["cannot_tell by 2026-03-27 on 2026-06-01: whether the child went home after the break"]
    );
    // A child in care: once for the series, since care went on between the breaks.
    let in_care = series([weekend(), stay("2026-05-01", "2026-05-03")]).with_child_in_care(true);
    assert_eq!(
        found(in_care, "2026-12-31", ORDINARY),
        ["cannot_tell: when the child in care became looked after"]
    );
}

/// A child who went home ceased to be looked after, and the next break begins anew.
#[test]
fn each_break_that_breaks_them_unless_care_went_on() {
    // From Friday 1 May, over the holidays of 4 and 25 May, the 20th working day is Tuesday 2 June.
    let second = || stay("2026-05-01", "2026-06-03");
    let both = series([stay("2026-03-01", "2026-03-20"), second()]).with_reviews([]);
    assert_eq!(
        found(both, "2026-12-31", ORDINARY),
        ["lapsed by 2026-03-27", "not_met by 2026-06-02"]
    );
    let stayed = || weekend().with_returned_home(false);
    let went_on = series([stayed(), second()]).with_reviews([]);
    let how_long =
        "cannot_tell by 2026-04-07: how long the child was looked after once the break had ended";
    assert_eq!(found(went_on, "2026-12-31", ORDINARY), [how_long]);
    let between = stay("2026-04-10", "2026-04-12");
    let home_between = series([stayed(), between, second()]).with_reviews([]);
    assert_eq!(found(home_between, "2026-12-31", ORDINARY), [how_long, "not_met by 2026-06-02"]);
}

/// The clock of a recorded period of care tells its reviews, and nothing is told twice.
#[test]
fn a_period_of_care_beside_the_breaks() {
    let of = |period: CarePeriod| {
        let series = series([stay("2026-03-01", "2026-03-31")]).with_reviews([]);
        let record = record(series).with_period_of_care(period);
        keys_differ(&record, "2026-12-31");
        told(&record, "2026-12-31", ORDINARY)
    };
    let from = |began| CarePeriod::new(day(began));
    // From Sunday 1 March: Friday 27 March, told once.
    assert_eq!(of(from("2026-03-01")), ["not_met by 2026-03-27"]);
    // From Friday 27 March over Easter: Tuesday 28 April; from Saturday 28 March the same.
    assert_eq!(of(from("2026-03-27")), ["not_met by 2026-04-28", "lapsed by 2026-03-27"]);
    assert_eq!(of(from("2026-03-28")), ["not_met by 2026-04-28", "not_met by 2026-03-27"]);
    assert_eq!(of(from("2026-04-01")).len(), 2, "begun after the break");
    let going_on = series([ShortBreak::new(day("2026-03-01"))]).with_reviews([]);
    let later = record(going_on).with_period_of_care(from("2026-04-01"));
    assert_eq!(
        told(&later, "2026-03-28", ORDINARY),
        ["not_met by 2026-03-27"],
        "not begun by then"
    );
    let until = |ended| of(from("2026-02-02").with_ended(day(ended)));
    assert_eq!(until("2026-03-01").len(), 1);
    assert_eq!(until("2026-02-28").len(), 2, "over before the break");
    let alone = record(series([stay("2026-03-01", "2026-03-31")]));
    assert!(alone.to_child().periods_of_care().is_empty(), "nor in the review figures");
}

#[test]
fn in_words() {
    let record = record(series([stay("2026-03-01", "2026-03-21")]).with_reviews([]));
    assert_eq!(
        explained(&record, "2026-12-31", CONDITIONS),
        [
            "Conditions of a series of short breaks. Not met. Broken: the break is too long. Days of this \
          break: 20. Days of breaks together: 20. Ordinary review duties apply from: Sun 1 March \
          2026.\n  The Care Planning, Placement and Case Review (England) Regulations 2010 (SI \
          2010/959), regulation 48(2)."
        ]
    );
    assert_eq!(
        explained(&record, "2026-12-31", ORDINARY),
        ["First review: due by Fri 27 March 2026, 20 working days after the break that broke the \
          conditions began on Sun 1 March 2026. Lapsed: what it was for ended by then.\n  The \
          Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation \
          33(1)."]
    );
    let kept = self::record(series([weekend()]).with_reviews([]));
    assert_eq!(
        explained(&kept, "2026-06-07", FIRST),
        [
            "First review of a series of short breaks: due by Sat 6 June 2026, 3 months after the first \
          short break began on Fri 6 March 2026. Not met.\n  The Care Planning, Placement and Case \
          Review (England) Regulations 2010 (SI 2010/959), regulation 48(3)."
        ]
    );
    keys_differ(&kept, "2026-12-31");
}
