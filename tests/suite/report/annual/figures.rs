//! `AnnualFigures`: one fold over the records, in any order and in any parts.

use crate::duties::random::{Dice, case};
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{CarePeriod, CareRecord, Dispute, DisputeTheme, Disputes, ReviewRecord};
use iro_handbook::report::annual::{AnnualFigures, PrescribedItem};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};

fn question(ending: i32) -> ReviewQuestion {
    ReviewQuestion::new(CollectionYear::ending(ending).unwrap())
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// Records of many years: each year's figures are the same whichever way the records were split and merged.
#[test]
fn any_split_merged_in_any_order_is_the_same_report() {
    let calendar = WorkingDays::england_and_wales();
    let records: Vec<CareRecord> = (0..160).map(|number| case(number).record).collect();
    for (seed, ending) in [2013, 2015, 2020, 2022].into_iter().enumerate() {
        let question = question(ending);
        let assessor = Assessor::new(&calendar, question.as_of());
        let mut whole = AnnualFigures::new(question);
        for record in &records {
            whole.add(&assessor, record).unwrap();
        }
        let report = whole.clone().into_builder("A").build().unwrap();
        let held = report.figure("reviews.held.total").unwrap().count().unwrap();
        assert!(held > 3, "{ending}: {held}");

        let dice = &mut Dice::new(seed as u64);
        let mut parts = vec![AnnualFigures::new(question); 5];
        for record in records.iter().rev() {
            let part = dice.to(5) as usize;
            parts[part].add(&assessor, record).unwrap();
        }
        while parts.len() > 1 {
            let other = parts.swap_remove(dice.to(parts.len() as u64) as usize);
            let at = dice.to(parts.len() as u64) as usize;
            let one = parts.swap_remove(at);
            parts.push(other.merge(one).unwrap());
        }
        let merged = parts.remove(0);
        assert_eq!(merged, whole);
        assert_eq!(merged.into_builder("A").build().unwrap().to_string(), report.to_string());
    }
}

/// They are the figures that each aggregate would count for itself.
#[test]
fn the_reviews_are_those_of_the_review_figures() {
    let calendar = WorkingDays::england_and_wales();
    let question = question(2015);
    let assessor = Assessor::new(&calendar, question.as_of());
    let (mut figures, mut reviews) = (AnnualFigures::new(question), ReviewFigures::new(question));
    for record in (0..80).map(|number| case(number).record) {
        figures.add(&assessor, &record).unwrap();
        reviews.add_child(&calendar, &record.to_child()).unwrap();
    }
    assert!(reviews.held().all().total() > 0);
    assert_eq!(figures.reviews(), reviews);
}

/// One record with a true zero, one of which nobody knows: the report counts, and says of how many it is not
/// recorded. Without any that says, it names the disputes as missing.
#[test]
fn disputes_that_nobody_recorded_are_not_none() {
    let calendar = WorkingDays::england_and_wales();
    let question = question(2026);
    let assessor = Assessor::new(&calendar, question.as_of());
    let record = |id: &str| {
        let care = CarePeriod::new(day("2025-09-01"));
        CareRecord::new(id)
            .with_period_of_care(care.with_review(ReviewRecord::new(day("2025-09-22"))))
    };
    let mut figures = AnnualFigures::new(question);
    figures.add(&assessor, &record("C-1")).unwrap();
    let report = figures.clone().into_builder("A").build().unwrap();
    let said = "the disputes raised and their outcomes";
    assert!(super::missing(&report, PrescribedItem::Concerns).contains(&said));

    let dispute = Dispute::raised("D-1", DisputeTheme::Contact, day("2025-11-03"));
    let with = record("C-2").with_disputes(Disputes::none().with_dispute(dispute));
    figures.add(&assessor, &with).unwrap();
    figures.add(&assessor, &record("C-3").with_disputes(Disputes::none())).unwrap();
    let report = figures.into_builder("A").build().unwrap();
    assert!(!super::missing(&report, PrescribedItem::Concerns).contains(&said));
    assert_eq!(super::figure(&report, "disputes.raised"), 1);
    assert_eq!(super::figure(&report, "disputes.children_not_recorded"), 1);
}

/// What contradicts itself changes nothing.
#[test]
fn a_record_that_contradicts_itself_leaves_the_figures_as_they_were() {
    let calendar = WorkingDays::england_and_wales();
    let question = question(2026);
    let assessor = Assessor::new(&calendar, question.as_of());
    let mut figures = AnnualFigures::new(question);
    let care = CarePeriod::new(day("2025-09-01")).with_ended(day("2025-08-01"));
    let error = figures.add(&assessor, &CareRecord::new("C-1").with_period_of_care(care));
    assert!(error.unwrap_err().is_contradiction());
    assert_eq!(figures, AnnualFigures::new(question));
}
