//! The bulk path allocates nothing per child: neither the clock nor the figures, nor every rule laid on a
//! whole record.
//!
//! Every allocation of the process is counted, so this binary has a `main` of its own and one thread: the
//! usual harness has another, which allocates when a test takes long.

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

fn main() {
    // There is no test to name for a runner that asks for a list.
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    the_clock_and_the_figures();
    every_rule_on_a_whole_record();
    #[cfg(feature = "ssda903")]
    returns::memory_is_bounded_by_the_children();
    println!("the bulk path allocates nothing per child");
}

/// What is kept of a return.
#[cfg(feature = "ssda903")]
mod returns {
    use super::ALLOCATOR;
    use iro_handbook::calendar::CollectionYear;
    use iro_handbook::ssda903::Return;
    use stats_alloc::{Region, Stats};
    use std::fmt::Write;
    use std::hint::black_box;

    const CHILDREN: usize = 500;
    const REVIEWS: usize = 20;

    /// Reads an episodes and a reviews file with so many bytes in each cell that is not looked at, and with a
    /// row of blanks after each other row, or without; in pieces, so that no file is in memory as a whole.
    fn reading(filling: usize, blank_rows: bool) -> (Stats, usize) {
        let filled = "x".repeat(filling);
        let mut text = String::from(
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n",
        );
        for child in 0..CHILDREN {
            writeln!(text, "{child:06},03/04/2017,S,C2,N1,U4,PR1,,,,{filled},{filled},{filled}")
                .unwrap();
            if blank_rows {
                text.push_str(",,,,,,,,,,,,\n");
            }
        }
        let mut reviews = String::from("CHILD,DOB,REVIEW,REVIEW_CODE,\n");
        for (child, day) in
            (0..CHILDREN).flat_map(|child| (0..REVIEWS).map(move |day| (child, day)))
        {
            writeln!(reviews, "{child:06},01/02/2010,{:02}/06/2017,PN1,{filled}", day + 1).unwrap();
            if blank_rows {
                reviews.push_str(",,,,\n");
            }
        }
        let bytes = text.len() + reviews.len();
        let mut one = Return::new(CollectionYear::ending(2018).unwrap());
        let region = Region::new(ALLOCATOR);
        for text in [&text, &reviews] {
            let mut file = one.file();
            for piece in text.as_bytes().chunks(4096) {
                file.push(piece).unwrap();
            }
            file.finish().unwrap();
        }
        let change = region.change();
        assert_eq!(one.usable_reviews().count(), CHILDREN * REVIEWS);
        black_box(one);
        (change, bytes)
    }

    /// The peak of memory is at most all that was ever allocated, and that does not grow with the files.
    pub(super) fn memory_is_bounded_by_the_children() {
        let (lean, lean_bytes) = reading(0, false);
        let kept = lean.bytes_allocated - lean.bytes_deallocated;
        let rows = CHILDREN * (1 + REVIEWS);
        assert!(kept <= rows * 2 * 64, "{kept} bytes for {rows} rows");
        // No allocation a row: lists that double.
        let calls = lean.allocations + lean.reallocations;
        assert!(calls < 200, "{calls} allocations for {rows} rows");

        for (filling, blank_rows) in [(0, true), (200, false), (200, true)] {
            let (change, bytes) = reading(filling, blank_rows);
            assert!(bytes > lean_bytes + rows * 4);
            // The longest line, and no more, is kept while its end has not come.
            let line = 4 * (filling + 64);
            assert!(
                change.bytes_allocated <= lean.bytes_allocated + 4 * line,
                "{} bytes against {} for a file of {bytes} bytes against {lean_bytes}",
                change.bytes_allocated,
                lean.bytes_allocated,
            );
        }
    }
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
            let by_the_figures = allocations(|| {
                figures.add(&calendar, care).unwrap();
                let before = figures;
                figures.add(&calendar, care).unwrap();
                black_box(figures.subtract(before).and_then(|one| one.merge(before))).unwrap();
            });
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
