//! One child, in a service's request handler: what was due, what is due next, and why.
//!
//! `cargo run --example one_child`

use chrono::NaiveDate;
use iro_handbook::calendar::WorkingDays;
use iro_handbook::record::{Participation, PeriodOfCare, Review};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).ok_or("no such day");

    let care = PeriodOfCare::new(day(3, 2)?)
        .with_review(Review::new(day(3, 27)?).with_participation(Participation::AttendedAndSpoke))
        .with_review(Review::new(day(7, 1)?).with_participation(Participation::AbsentViewsSent));

    let calendar = WorkingDays::england_and_wales();
    for finding in care.review_duties(&calendar, day(11, 1)?)? {
        println!("{}", finding.explain());
    }
    Ok(())
}
