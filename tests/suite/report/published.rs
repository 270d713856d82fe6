//! Annual report, section 6: published figures, each under the name of who published it.

use super::{figures_of, published};
use crate::assess::from;
use chrono::NaiveDate;
use iro_handbook::assess::{Caseload, RangePosition};
use iro_handbook::calendar::CollectionYear;
use iro_handbook::record::Fte;
use iro_handbook::report::{
    Comparator, Direction, PerHead, PointChange, Rate, ReviewFigures, Standing, Trend,
    feasible_numerators, feasible_split,
};

fn ends(denominator: u64, percent: &str) -> (u64, u64) {
    let percent = published(percent);
    let found = feasible_numerators(denominator, percent.decimal(), percent.decimals());
    (found.first().unwrap(), found.last().unwrap())
}

fn caseload(children: u32, year: i32) -> Caseload {
    let day = NaiveDate::from_ymd_opt(year, 3, 31).unwrap();
    Caseload::new(children, Fte::FULL_TIME, day).unwrap()
}

#[test]
fn rotherham_2022_23() {
    assert_eq!(ends(1_600, "91.7"), (1_467, 1_467));
    assert_eq!(format!("{:.1}", Rate::new(1_467, 1_600)), "91.7 % (1,467 of 1,600)");
}

#[test]
fn poole_2015_16_reviews_and_participation() {
    assert_eq!(ends(460, "97"), (444, 448));
    assert_eq!(ends(376, "81"), (303, 306));
}

/// 88 came in, 86 left, and 180 were there at the end: 178 at the start, because start and started less
/// ceased is end.
#[test]
fn poole_2015_16_cohort() {
    let periods = [
        (92, "2014-06-02", None),
        (86, "2014-06-02", Some("2015-09-01")),
        (88, "2015-07-01", None),
    ];
    let mut all: Option<ReviewFigures> = None;
    for (times, began, ended) in periods {
        for _ in 0..times {
            let case = ended.map_or_else(|| from(began), |ended| from(began).to(ended));
            let one = figures_of(2016, &case);
            all = Some(match all {
                None => one,
                Some(all) => all.merge(one).unwrap(),
            });
        }
    }
    let cohort = all.unwrap().cohort();
    assert_eq!((cohort.started(), cohort.ceased(), cohort.looked_after_at_end()), (88, 86, 180));
    assert_eq!(cohort.looked_after_at_start(), 178);
}

#[test]
fn derby_2020_21_target() {
    let target = Comparator::target(Direction::AtLeast, published("97"));
    let comparison = target.compare(published("99")).unwrap();
    assert_eq!(comparison.standing(), Standing::Met);
    assert_eq!(comparison.to_string(), "met by 2 percentage points");
}

#[test]
fn derby_2020_21_caseload() {
    let derby = caseload(82, 2021);
    assert_eq!(derby.position(), RangePosition::Above);
    assert_eq!(derby.outside_by(0).to_string(), "12");
    assert_eq!(derby.percent_outside(1).to_string(), "17.1");
    // The same as a figure beside the upper end.
    let number = |text: &str| text.parse::<PerHead>().unwrap();
    let comparison =
        Comparator::target(Direction::AtMost, number("70")).compare(number("82")).unwrap();
    assert_eq!(comparison.to_string(), "missed by 12");
    assert_eq!(format!("{:.1}", comparison.change()), "up 12.0 (17.1 %)");
}

/// "Highest ever": the earlier years are invented, as only 2020/21 is published here.
#[test]
fn derby_2020_21_trend() {
    let percents = ["93", "95", "94", "97", "99"].map(published);
    let years = (2017..).map(|ending| CollectionYear::ending(ending).unwrap());
    assert_eq!(Trend::new(years.zip(percents)).unwrap().to_string(), "highest of 5 years");
}

#[test]
fn herefordshire_2020_21() {
    assert_eq!(caseload(70, 2021).position(), RangePosition::Within);
}

#[test]
fn nottingham() {
    assert_eq!(caseload(65, 2021).position(), RangePosition::Within);
}

#[test]
fn durham_2021_22() {
    let change = PointChange::new(published("90"), published("99"));
    assert_eq!(change.to_string(), "up 9 percentage points");
}

#[test]
fn middlesbrough_2021_22() {
    let change = PointChange::new(published("65"), published("82"));
    assert_eq!(change.to_string(), "up 17 percentage points");
    assert_eq!(change.relative_percent(1).unwrap().to_string(), "26.2");
}

/// Section 4: printed as "a decrease of 67.5 %".
#[test]
fn a_fall_from_67_5_to_41_8() {
    let change = PointChange::new(published("67.5"), published("41.8"));
    assert_eq!(change.to_string(), "down 25.7 percentage points");
}

#[test]
fn england_2025_initial_conferences() {
    // Within ten working days, and from there within fifteen.
    let within = 6_240 + 52_430;
    assert_eq!(format!("{:.1}", Rate::new(within, 72_100)), "81.4 % (58,670 of 72,100)");
}

#[test]
fn england_2024_plans_reviewed() {
    assert_eq!(format!("{:.1}", Rate::new(31_500, 35_090)), "89.8 % (31,500 of 35,090)");
}

/// 46 % of 146 is 67, 55 % is 80 or 81: at least 147 of 146.
#[test]
fn bridgend_2013_14() {
    assert_eq!((ends(146, "46"), ends(146, "55")), ((67, 67), (80, 81)));
    let parts = ["46", "55"].map(|text| published(text).decimal());
    assert_eq!(feasible_split(146, &parts, 0), None);
}
