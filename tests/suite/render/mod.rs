//! The annual report as its readers get it. What needs a report with every kind of chart is tested beside
//! the code.

mod hostile;
#[path = "../../common/page.rs"]
mod page;
mod reading_age;
mod snapshots;

use chrono::{Days, NaiveDate};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{Child, Participation, PeriodOfCare, Review};
use iro_handbook::report::annual::{AnnualReport, Disclosure, Narrative, PublicReport, Slot};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};

/// What the public may see of it.
fn public(report: &AnnualReport) -> PublicReport {
    report.for_publication(Disclosure::default())
}

/// Sixty children whose reviews are 85 to 99 days apart, so that some are late.
fn figures() -> ReviewFigures {
    let calendar = WorkingDays::england_and_wales();
    let start = NaiveDate::from_ymd_opt(2025, 2, 3).unwrap();
    let mut figures =
        ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026).unwrap()));
    for number in 0..60_u64 {
        let began = start + Days::new(number * 3);
        let mut care = PeriodOfCare::new(began);
        let mut day = began + Days::new(18 + number % 5);
        for review in 0..4 {
            let participation =
                Participation::ALL[usize::try_from((number + review * 3) % 8).unwrap()];
            care = care.with_review(Review::new(day).with_participation(participation));
            day = day + Days::new(if review == 0 { 85 } else { 170 } + number % 15);
        }
        let child = Child::new(format!("C-{number}")).with_period_of_care(care);
        figures.add_child(&calendar, &child).unwrap();
    }
    figures
}

/// What a service may write.
fn narrative() -> Narrative {
    Narrative::new()
        .with(Slot::Introduction, "This report is for the corporate parenting board.\n\nIt covers one year.")
        .with(Slot::Concerns, "Officers raise a concern with the team manager first.\nMost are settled there.")
        .with(Slot::Timeliness, "Workload & illness: two officers were away in the autumn.")
        .with(
            Slot::ChildrenSaid,
            "\"I like it when my IRO comes to see me at home.\"\n\n\"Please tell me sooner when a date \
             changes.\"\n\n\"I want fewer people in the room.\"",
        )
        .with(
            Slot::WhatWillChange,
            "We will ask you who should come to your review. We will tell you the date four weeks before. \
             After the review we will write to you, and not only about you.",
        )
        .with(
            Slot::HowToReachUs,
            "Call us, or write to us. Your social worker and your carer have our number. You can also come \
             to our office on any day.",
        )
}

fn report() -> AnnualReport {
    AnnualReport::builder("Sampleshire", figures())
        .with_invented_records()
        .with_narrative(narrative())
        .build()
        .unwrap()
}
