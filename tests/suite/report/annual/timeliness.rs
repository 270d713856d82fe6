//! Why reviews were late, and children missed more than once: paragraph 7.11 of the IRO Handbook.

use super::{figure, ledger, missing};
use crate::assess::date;
use crate::assess::twin_children::{Rng, question, told};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{
    AdoptionChange, CarePeriod, CareRecord, Child, LateReason, PeriodOfCare, ReviewRecord,
};
use iro_handbook::report::annual::{AnnualReport, PrescribedItem};
use iro_handbook::report::{
    ChildrenMissed, LatenessFigures, MissedReviews, ReviewFigures, ReviewQuestion,
};
use proptest::prelude::*;

fn asked() -> ReviewQuestion {
    ReviewQuestion::new(CollectionYear::ending(2026).unwrap())
}

fn calendar() -> WorkingDays {
    WorkingDays::england_and_wales()
}

/// A child looked after from a day, with reviews on these days, late for this reason where there is one.
fn child(id: &str, began: &str, reviews: &[(&str, Option<LateReason>)]) -> CareRecord {
    let period = reviews.iter().fold(CarePeriod::new(date(began)), |period, (on, reason)| {
        let review = ReviewRecord::new(date(on));
        period.with_review(match reason {
            Some(reason) => review.with_late_reason(*reason),
            None => review,
        })
    });
    CareRecord::new(id).with_period_of_care(period)
}

/// Four children. First reviews are due 20 working days after entry (regulation 33(1)), second ones 3 months
/// after the first, later ones 6 months after (regulation 33(2)).
fn four() -> Vec<CareRecord> {
    use LateReason::{IroUnavailable, PapersNotReady};
    vec![
        // Due 29 September, 20 December: both on time; the third is due 19 June 2026.
        child("C-1", "2025-09-01", &[("2025-09-20", None), ("2025-12-19", None)]),
        // Due 29 September and 20 January: both late.
        child(
            "C-2",
            "2025-09-01",
            &[("2025-10-20", Some(IroUnavailable)), ("2026-01-21", Some(PapersNotReady))],
        ),
        // Due 29 September: late, nobody wrote why. Then due 30 December and not held.
        child("C-3", "2025-09-01", &[("2025-09-30", None)]),
        // Due 29 September, on time in spite of a reason; then due 20 December and not held.
        child("C-4", "2025-09-01", &[("2025-09-20", Some(IroUnavailable))]),
    ]
}

fn reviews(records: &[CareRecord]) -> ReviewFigures {
    records.iter().flat_map(|record| record.periods_of_care()).fold(
        ReviewFigures::new(asked()),
        |figures, period| {
            figures.with(&calendar(), period.period_of_care().view().unwrap()).unwrap()
        },
    )
}

fn lateness(records: &[CareRecord]) -> LatenessFigures {
    records.iter().fold(LatenessFigures::new(asked()), |mut figures, record| {
        figures.add(&calendar(), record).unwrap();
        figures
    })
}

fn missed(records: &[CareRecord]) -> MissedReviews {
    records.iter().fold(MissedReviews::new(asked()), |mut figures, record| {
        let periods = record.periods_of_care().iter().map(|p| p.period_of_care().view().unwrap());
        figures.add(&calendar(), periods).unwrap();
        figures
    })
}

fn listed(records: &[CareRecord]) -> ChildrenMissed {
    records.iter().fold(ChildrenMissed::new(asked()), |mut children, record| {
        let periods = record.periods_of_care().iter().map(|p| p.period_of_care().view().unwrap());
        children.add(&calendar(), record.id(), periods).unwrap();
        children
    })
}

#[test]
fn reasons_and_what_has_none_are_the_late_reviews() {
    let report = AnnualReport::builder("Sampleshire", reviews(&four()))
        .with_lateness(lateness(&four()))
        .with_missed(missed(&four()))
        .build()
        .unwrap();
    assert_eq!(figure(&report, "reviews.held.late"), 3);
    assert_eq!(
        ledger(&report, "reviews.late_reason."),
        [("iro_unavailable", 1), ("not_recorded", 1), ("papers_not_ready", 1)]
            .map(|(name, count)| (name.to_owned(), count))
    );
    assert_eq!(
        ledger(&report, "missed.children."),
        [
            ("more_often", 0),
            ("never", 1),
            ("once", 1),
            ("total", 4),
            ("twice", 2),
            ("undetermined", 0)
        ]
        .map(|(name, count)| (name.to_owned(), count))
    );
    assert_eq!(missing(&report, PrescribedItem::Timeliness), [""; 0]);
    let bare = AnnualReport::builder("Sampleshire", reviews(&four())).build().unwrap();
    assert_eq!(missing(&bare, PrescribedItem::Timeliness), ["the reasons why reviews were late"]);
    assert!(bare.to_string().contains("Children of whom more than one review was missed: x"));
}

#[test]
fn counts_by_reason_leave_the_rest_unrecorded() {
    let with = |count| {
        let given = LatenessFigures::new(asked()).with_reason(LateReason::Workload, count);
        AnnualReport::builder("Sampleshire", reviews(&four())).with_lateness(given).build()
    };
    for (given, rest) in [(0, 3), (2, 1), (3, 0)] {
        let report = with(given).unwrap();
        assert_eq!(figure(&report, "reviews.late_reason.not_recorded"), rest);
        let none = missing(&report, PrescribedItem::Timeliness).len();
        assert_eq!(none, usize::from(given == 0), "no reason at all is a gap");
    }
    assert!(with(4).unwrap_err().is_contradiction());
    let given = LatenessFigures::new(asked())
        .with_reason(LateReason::Workload, 2)
        .with_reason(LateReason::Other, 2);
    let report = AnnualReport::builder("Sampleshire", reviews(&four())).with_lateness(given);
    let error = report.build().unwrap_err().to_string();
    assert!(error.contains("reviews.held.late") && error.contains("add up to 4"), "{error}");
}

/// Records with more late reviews than the figures have are of other children.
#[test]
fn late_reviews_of_other_children_make_no_report() {
    let records = four();
    let given = AnnualReport::builder("Sampleshire", reviews(&records[..2]));
    let error = given.with_lateness(lateness(&records)).build().unwrap_err();
    assert!(error.is_contradiction(), "{error}");
    let other = LatenessFigures::new(ReviewQuestion::new(CollectionYear::ending(2025).unwrap()));
    let given = AnnualReport::builder("Sampleshire", reviews(&records));
    assert!(given.with_lateness(other).build().unwrap_err().is_mismatch());
}

#[test]
fn who_was_missed_more_than_once_is_listed_and_in_no_report() {
    let records = four();
    let children = listed(&records);
    let twice: Vec<_> = children
        .more_than_once()
        .map(|(id, missed)| {
            let days = missed.iter().map(|m| (m.due().to_string(), m.held_on())).collect();
            (id, days)
        })
        .collect::<Vec<(&str, Vec<_>)>>();
    let day = |on: &str| on.to_owned();
    assert_eq!(
        twice,
        [
            (
                "C-2",
                vec![
                    (day("2025-09-29"), Some(date("2025-10-20"))),
                    (day("2026-01-20"), Some(date("2026-01-21"))),
                ]
            ),
            ("C-3", vec![(day("2025-09-29"), Some(date("2025-09-30"))), (day("2025-12-30"), None)]),
        ]
    );
    let report = AnnualReport::builder("Sampleshire", reviews(&records))
        .with_missed(missed(&records))
        .build()
        .unwrap();
    assert!(!format!("{report} {report:?}").contains("C-2"));
    assert!(!format!("{:?}", missed(&records)).contains("C-2"));
    // In either order the same.
    let parts = |one: &[CareRecord], two: &[CareRecord]| listed(one).merge(listed(two)).unwrap();
    assert_eq!(parts(&records[..2], &records[2..]), children);
    assert_eq!(parts(&records[2..], &records[..2]), children);
}

/// One review that comes too late for the clock before and the one after a placement for adoption was missed
/// once: SI 2005/389, regulation 36, beside SI 2010/959, regulation 33.
#[test]
fn one_review_late_on_two_clocks_is_missed_once() {
    // Due 29 September; placed on 6 October, and so due by 3 November; held on 10 November. The second was due
    // by 10 February.
    let period = CarePeriod::new(date("2025-09-01"))
        .with_adoption(AdoptionChange::Placed(date("2025-10-06")))
        .with_review(ReviewRecord::new(date("2025-11-10")))
        .with_review(ReviewRecord::new(date("2026-02-09")));
    let records = [CareRecord::new("C-5").with_period_of_care(period)];
    assert_eq!(listed(&records).iter().map(|(_, missed)| missed.len()).collect::<Vec<_>>(), [1]);
    assert_eq!(missed(&records).once(), 1);
    assert_eq!(lateness(&records).late(), 1);
}

/// A review due in one year and held in the next is missed in the first, and counted as late in the second.
#[test]
fn a_review_missed_at_the_end_of_a_year_counts_in_that_year() {
    // Due 31 March 2025 (20 working days after 3 March), held on 2 April.
    let records = [child("C-6", "2025-03-03", &[("2025-04-02", None), ("2025-06-30", None)])];
    assert_eq!(lateness(&records).late(), 1);
    assert_eq!(
        (missed(&records).never(), missed(&records).once()),
        (0, 1),
        "the third, due in December"
    );
    let before =
        ReviewQuestion::new(CollectionYear::ending(2025).unwrap()).with_as_of(date("2026-03-31"));
    let mut children = ChildrenMissed::new(before);
    let periods = records[0].periods_of_care().iter().map(|p| p.period_of_care().view().unwrap());
    children.add(&calendar(), "C-6", periods).unwrap();
    assert_eq!(children.iter().next().unwrap().1[0].due(), date("2025-03-31"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Late here is late there, whatever is known of the child, and in any order.
    #[test]
    fn late_reviews_are_those_of_the_review_figures(seed: u64, size in 1_usize..30) {
        let mut rng = Rng(seed);
        let asked = question(&mut rng);
        let year = CollectionYear::containing(asked.pe).unwrap();
        let question =
            ReviewQuestion::new(year).with_as_of(asked.as_of).with_history(asked.history());
        let periods: Vec<PeriodOfCare> = (0..size).map(|_| told(&mut rng, &asked).record()).collect();
        let mut figures = ReviewFigures::new(question);
        let mut missed = MissedReviews::new(question);
        let mut parts = Vec::new();
        for (number, care) in periods.iter().enumerate() {
            figures.add(&calendar(), care.view().unwrap()).unwrap();
            missed.add(&calendar(), [care.view().unwrap()]).unwrap();
            let mut record = CarePeriod::new(care.began()).with_entry(care.entry());
            if let Some(ended) = care.ended() {
                record = record.with_ended(ended);
            }
            for change in care.adoption() {
                record = record.with_adoption(*change);
            }
            for (place, review) in care.reviews().iter().enumerate() {
                let review = ReviewRecord::new(review.held_on());
                record = record.with_review(match place % 3 {
                    0 => review,
                    1 => review.with_late_reason(LateReason::Workload),
                    _ => review.with_late_reason(LateReason::ChildAsked),
                });
            }
            let record = CareRecord::new(format!("C-{number}")).with_period_of_care(record);
            if Child::new("C-0").with_period_of_care(care.clone()).check().is_err() {
                continue;
            }
            let mut one = LatenessFigures::new(question);
            one.add(&calendar(), &record).unwrap();
            parts.push(one);
        }
        let empty = || LatenessFigures::new(question);
        let all = parts.iter().cloned().fold(empty(), |a, b| a.merge(b).unwrap());
        let back = parts.into_iter().rev().fold(empty(), |a, b| b.merge(a).unwrap());
        prop_assert_eq!(&all, &back);
        prop_assert_eq!(all.late(), figures.held().all().late());
        prop_assert!(all.by_reason().total() <= all.late());
        let report = AnnualReport::builder("Sampleshire", figures)
            .with_lateness(all.clone())
            .with_missed(missed)
            .build()
            .unwrap();
        let reasons: u64 = ledger(&report, "reviews.late_reason.").iter().map(|(_, n)| n).sum();
        prop_assert_eq!(reasons, figures.held().all().late());
    }
}
