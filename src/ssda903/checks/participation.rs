//! Participation and age: 167, 440, 441.

use chrono::Months;

use super::super::returns::Return;
use super::super::table::Table;
use super::{CheckRule, Flags};
use crate::record::Participation;

/// Participation is recorded from the fourth birthday.
const FOUR_YEARS: Months = Months::new(48);

pub(super) fn check(source: &Return, flags: &mut Flags) {
    for review in source.reviews() {
        let mut add = |rule| flags.add(rule, Table::Reviews, review.row());
        let participation = review.participation();
        let complete = !review.date().is_blank() && participation.is_some();
        if !complete && !review.is_empty() {
            add(CheckRule::R167);
        }
        let birthday = review.dob().strict().and_then(|dob| dob.checked_add_months(FOUR_YEARS));
        let (Some(birthday), Some(day)) = (birthday, review.date().strict()) else {
            continue;
        };
        match participation {
            Some(Participation::UnderFour) if day > birthday => add(CheckRule::R440),
            Some(code) if code.is_eligible() && day < birthday => add(CheckRule::R441),
            _ => {}
        }
    }
}
