//! The Review of Children's Cases Regulations 1991 (SI 1991/895), in force from 14 October 1991
//! (regulation 1(1)), in England until the 2010 Regulations took over on 1 April 2011.

mod regulations_2a_7_8;

use super::{says, says_nothing_on, within};
use iro_handbook::calendar::Period::{Months, Weeks};
use iro_handbook::law::Instrument::ReviewOfCasesRegulations1991 as SI_1991_895;
use iro_handbook::law::Reading::{Restated, TextRead};
use iro_handbook::law::RuleId;

const FIRST: &str = "1991-10-14";
const LAST: &str = "2011-03-31";

#[test]
fn the_instrument() {
    assert_eq!(
        SI_1991_895.to_string(),
        "The Review of Children's Cases Regulations 1991 (SI 1991/895)"
    );
}

#[test]
fn reg_3_1_first_review_within_four_weeks() {
    let expected = (within(Weeks(4)), SI_1991_895, "regulation 3(1)", Restated);
    says(RuleId::FirstReview, FIRST, LAST, expected);
}

#[test]
fn reg_3_2_second_review_within_three_months() {
    let expected = (within(Months(3)), SI_1991_895, "regulation 3(2)", TextRead);
    says(RuleId::SecondReview, FIRST, LAST, expected);
}

#[test]
fn reg_3_2_subsequent_reviews_within_six_months() {
    let expected = (within(Months(6)), SI_1991_895, "regulation 3(2)", TextRead);
    says(RuleId::SubsequentReview, FIRST, LAST, expected);
}

#[test]
fn reg_1_1_nothing_before_14_october_1991() {
    for id in [RuleId::FirstReview, RuleId::SecondReview, RuleId::SubsequentReview] {
        says_nothing_on(id, "1991-10-13");
    }
}
