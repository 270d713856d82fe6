//! The Adoption Agencies Regulations 2005 (SI 2005/389), in force from 30 December 2005
//! (regulation 1(1)).

use crate::law::{says, says_nothing_on, within};
use iro_handbook::calendar::Period::{Days, Months, Weeks};
use iro_handbook::law::Instrument::AdoptionAgenciesRegulations2005 as SI_2005_389;
use iro_handbook::law::Reading::{TextRead, WellKnown};
use iro_handbook::law::{Limit, RuleId};

const FIRST: &str = "2005-12-30";
const LAST: &str = "2030-12-31";

#[test]
fn the_instrument() {
    assert_eq!(SI_2005_389.to_string(), "The Adoption Agencies Regulations 2005 (SI 2005/389)");
}

#[test]
fn reg_36_1_authority_to_place_three_months_then_six() {
    let limits =
        [(RuleId::AdoptionAuthorityFirstReview, 3), (RuleId::AdoptionAuthorityLaterReview, 6)];
    for (id, months) in limits {
        let expected = (within(Months(months)), SI_2005_389, "regulation 36(1)", TextRead);
        says(id, FIRST, LAST, expected);
    }
}

#[test]
fn reg_36_3_placed_for_adoption_four_weeks_then_three_months_then_six() {
    let limits = [
        (RuleId::AdoptionPlacementFirstReview, Weeks(4)),
        (RuleId::AdoptionPlacementSecondReview, Months(3)),
        (RuleId::AdoptionPlacementLaterReview, Months(6)),
    ];
    for (id, period) in limits {
        let expected = (within(period), SI_2005_389, "regulation 36(3)", TextRead);
        says(id, FIRST, LAST, expected);
    }
}

#[test]
fn reg_36_8_return_no_earlier_than_28_days_nor_later_than_42() {
    let limit = Limit::Between(Days(28), Days(42));
    let expected = (limit, SI_2005_389, "regulation 36(8)", WellKnown);
    says(RuleId::AdoptionReturnReview, FIRST, LAST, expected);
    assert_eq!(limit.latest(), Some(Days(42)));
}

#[test]
fn reg_1_1_nothing_before_30_december_2005() {
    for id in [
        RuleId::AdoptionAuthorityFirstReview,
        RuleId::AdoptionAuthorityLaterReview,
        RuleId::AdoptionPlacementFirstReview,
        RuleId::AdoptionPlacementSecondReview,
        RuleId::AdoptionPlacementLaterReview,
        RuleId::AdoptionReturnReview,
    ] {
        says_nothing_on(id, "2005-12-29");
    }
}
