//! The bulk path allocates nothing per child: neither the clock nor the figures, nor every rule laid on a
//! whole record.
//!
//! A test binary of its own, with one test: every allocation of the process is counted.

use chrono::NaiveDate;
use iro_handbook::assess::{Assessor, History, ReviewClock};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::law::Family;
use iro_handbook::record::{
    AdoptionChange, CarePeriod, CareRecord, Entry, LegalStatus, LegalStatusSpan, LegalStatuses,
    Participation, PeriodOfCareRef, Placement, PlacementKind, Placements, Review,
};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::hint::black_box;

#[path = "common/rich.rs"]
mod rich;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Allocations while `job` runs.
fn allocations(job: impl FnOnce()) -> usize {
    let region = Region::new(ALLOCATOR);
    job();
    let change = region.change();
    change.allocations + change.reallocations
}

#[test]
fn the_bulk_path_allocates_nothing_per_child() {
    the_clock_and_the_figures();
    every_rule_on_a_whole_record();
}

fn the_clock_and_the_figures() {
    let calendar = WorkingDays::england_and_wales();
    let reviews: Vec<_> = (2008..2026)
        .flat_map(|year| [day(year, 2, 27), day(year, 8, 31)])
        .map(|on| Review::new(on).with_participation(Participation::AbsentViewsSent))
        .collect();
    let changes =
        [AdoptionChange::Placed(day(2019, 5, 1)), AdoptionChange::Ended(day(2019, 12, 1))];
    let care = PeriodOfCareRef::new(day(2008, 2, 1), None, &reviews).unwrap();
    let periods = [
        care,
        care.with_adoption(&changes).unwrap(),
        care.with_entry(Entry::NotKnown),
        PeriodOfCareRef::new(day(2025, 6, 1), Some(day(2025, 6, 20)), &[]).unwrap(),
        PeriodOfCareRef::new(day(2027, 6, 1), None, &[]).unwrap(),
    ];

    assert!(allocations(|| drop(black_box(Vec::<u8>::with_capacity(8)))) > 0, "it does count");

    for history in [History::Complete, History::CompleteFrom(day(2020, 4, 1))] {
        let clock = ReviewClock::new(&calendar, day(2026, 3, 31)).with_history(history);
        let year = CollectionYear::ending(2026).unwrap();
        let mut figures = ReviewFigures::new(ReviewQuestion::new(year).with_history(history));
        for care in periods {
            let by_the_clock = allocations(|| {
                let duties = clock.duties(care).unwrap();
                assert_eq!(duties.clone().count(), duties.map(black_box).fold(0, |n, _| n + 1));
            });
            let by_the_figures = allocations(|| figures.add(&calendar, care).unwrap());
            assert_eq!((by_the_clock, by_the_figures), (0, 0), "{care:?}");
        }
    }
}

fn every_rule_on_a_whole_record() {
    let calendar = WorkingDays::england_and_wales();
    let (record, lean) = (rich::record(), CareRecord::new("C-1"));
    let shown = shown_by_other_parts();
    for record in [&record, &shown, &lean] {
        assert_eq!(allocations(|| record.check().unwrap()), 0, "check of {record:?}");
    }
    for history in [History::Complete, History::CompleteFrom(day(2026, 4, 1))] {
        for family in Family::ALL {
            let assessor = Assessor::new(&calendar, day(2026, 7, 31))
                .with_history(history)
                .with_families(&[*family]);
            let protection = rich::protection();
            let of_protection = allocations(|| {
                assessor
                    .for_each_of_protection(&protection, |finding| {
                        black_box(finding);
                    })
                    .unwrap();
            });
            assert_eq!(of_protection, 0, "{family} of {protection:?}");
            for record in [&record, &shown, &lean] {
                let of_the_child = allocations(|| {
                    assessor
                        .for_each(record, |finding| {
                            black_box(finding);
                        })
                        .unwrap();
                });
                assert_eq!(of_the_child, 0, "{family} of {record:?}");
            }
        }
    }
}

/// What calls for reviews is read off the placements and the legal status.
fn shown_by_other_parts() -> CareRecord {
    let stay = |kind, from, ended| Placement::new(from, kind).with_ended(ended);
    let placements = Placements::default()
        .with_placement(stay(PlacementKind::Secure, day(2026, 3, 2), day(2026, 4, 1)))
        .with_placement(stay(PlacementKind::WithParent, day(2026, 4, 1), day(2026, 5, 1)))
        .with_placement(stay(PlacementKind::Adoption, day(2026, 5, 1), day(2026, 6, 1)));
    let order = LegalStatusSpan::new(LegalStatus::PlacementOrder, day(2026, 4, 1));
    let care = CarePeriod::new(day(2026, 3, 2))
        .with_placements(placements)
        .with_legal_statuses(LegalStatuses::default().with_status(order));
    CareRecord::new("C-2").with_period_of_care(care)
}
