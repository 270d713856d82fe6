//! The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), in force
//! from 1 April 2011 (regulation 1(1)).

use crate::law::{says, says_nothing_on, within};
use iro_handbook::calendar::Period::{Months, WorkingDays};
use iro_handbook::law::Instrument::CarePlanningRegulations2010 as SI_2010_959;
use iro_handbook::law::Reading::{TextRead, WellKnown};
use iro_handbook::law::RuleId;

const FIRST: &str = "2011-04-01";
const LAST: &str = "2030-12-31";

#[test]
fn the_instrument() {
    assert_eq!(
        SI_2010_959.to_string(),
        "The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)"
    );
}

#[test]
fn reg_33_1_first_review_within_20_working_days() {
    let expected = (within(WorkingDays(20)), SI_2010_959, "regulation 33(1)", TextRead);
    says(RuleId::FirstReview, FIRST, LAST, expected);
}

#[test]
fn reg_33_2_second_review_not_more_than_three_months_after_the_first() {
    let expected = (within(Months(3)), SI_2010_959, "regulation 33(2)", TextRead);
    says(RuleId::SecondReview, FIRST, LAST, expected);
}

#[test]
fn reg_33_2_subsequent_reviews_at_intervals_of_not_more_than_six_months() {
    let expected = (within(Months(6)), SI_2010_959, "regulation 33(2)", TextRead);
    says(RuleId::SubsequentReview, FIRST, LAST, expected);
}

#[test]
fn reg_48_3_short_breaks() {
    let limits = [(RuleId::ShortBreakFirstReview, 3), (RuleId::ShortBreakSubsequentReview, 6)];
    for (id, months) in limits {
        let expected = (within(Months(months)), SI_2010_959, "regulation 48(3)", WellKnown);
        says(id, FIRST, LAST, expected);
        says_nothing_on(id, "2011-03-31");
    }
}
