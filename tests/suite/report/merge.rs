//! Figures add up: in any order, in any parts, on any number of threads.

use crate::assess::date;
use crate::assess::twin_children::{Rng, question, told};
use iro_handbook::assess::History;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{DataQuality, PeriodOfCare};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use proptest::prelude::*;
use rayon::prelude::*;

fn group(seed: u64, size: usize) -> (ReviewQuestion, Vec<PeriodOfCare>) {
    let mut rng = Rng(seed);
    let asked = question(&mut rng);
    let year = CollectionYear::containing(asked.pe).unwrap();
    let question = ReviewQuestion::new(year).with_as_of(asked.as_of).with_history(asked.history());
    (question, (0..size).map(|_| told(&mut rng, &asked).record()).collect())
}

fn figures<'a>(
    question: ReviewQuestion,
    group: impl IntoIterator<Item = &'a PeriodOfCare>,
) -> ReviewFigures {
    let calendar = WorkingDays::england_and_wales();
    let mut figures = ReviewFigures::new(question);
    for care in group {
        figures.add(&calendar, care.view().unwrap()).unwrap();
        let mut quality = DataQuality::default();
        quality.unusable_review = 1;
        figures.add_data_quality(&quality);
    }
    figures
}

#[cfg(feature = "serde")]
fn bytes(figures: &ReviewFigures) -> Vec<u8> {
    serde_json::to_vec(figures).unwrap()
}

#[cfg(not(feature = "serde"))]
fn bytes(figures: &ReviewFigures) -> String {
    format!("{figures:?}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_order_and_any_parts(
        seed: u64,
        (order, cuts) in (1_usize..40).prop_flat_map(|size| (
            Just((0..size).collect::<Vec<_>>()).prop_shuffle(),
            proptest::collection::vec(0..=size, 0..5),
        )),
    ) {
        let (question, group) = group(seed, order.len());
        let whole = figures(question, &group);
        let shuffled: Vec<_> = order.iter().map(|place| &group[*place]).collect();
        let mut cuts = cuts;
        cuts.push(0);
        cuts.push(group.len());
        cuts.sort_unstable();
        let parts: Vec<_> = cuts
            .windows(2)
            .map(|cut| figures(question, shuffled[cut[0]..cut[1]].iter().copied()))
            .collect();
        let left = parts.iter().fold(ReviewFigures::new(question), |a, b| a.merge(*b).unwrap());
        let right = parts.iter().rev().fold(ReviewFigures::new(question), |a, b| b.merge(a).unwrap());
        prop_assert_eq!(left, whole);
        prop_assert_eq!(right, whole);
        prop_assert_eq!(bytes(&left), bytes(&whole));
    }
}

#[test]
fn on_many_threads() {
    let (question, group) = group(7, 3_000);
    let whole = figures(question, &group);
    let parallel = group
        .par_iter()
        .map(|care| figures(question, [care]))
        .reduce(|| ReviewFigures::new(question), |one, other| one.merge(other).unwrap());
    assert_eq!(parallel, whole);
    assert_eq!(bytes(&parallel), bytes(&whole));
    assert!(whole.held().all().total() > 100 && whole.data_quality().unusable_review == 3_000);
}

/// Figures that answer different questions do not merge, and say what differs.
#[test]
fn different_questions() {
    let question = ReviewQuestion::new(CollectionYear::ending(2018).unwrap());
    let of = ReviewFigures::new;
    assert_eq!(of(question).merge(of(question)), Ok(of(question)));
    let other_year = ReviewQuestion::new(CollectionYear::ending(2017).unwrap());
    for (other, said) in [
        (other_year.with_as_of(question.as_of()), "the year"),
        (question.with_as_of(date("2018-03-30")), "the day asked about is 2018-03-31"),
        (
            question.with_history(History::CompleteFrom(date("2017-04-01"))),
            "the review history is complete in one and complete from 2017-04-01 in the other",
        ),
    ] {
        let error = of(question).merge(of(other)).unwrap_err();
        assert!(error.is_mismatch() && error.to_string().contains(said), "{error}");
        assert!(of(other).merge(of(question)).is_err());
    }
    let from = |day: &str| of(question.with_history(History::CompleteFrom(date(day))));
    assert!(from("2017-04-01").merge(from("2017-04-02")).unwrap_err().is_mismatch());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A service keeps what each child was counted as; when a record changes, it takes that out and puts
    /// the new in.
    #[test]
    fn a_child_counted_again_is_a_full_recount(seed: u64, size in 1_usize..40, which: prop::sample::Index) {
        let (question, mut group) = group(seed, size);
        let whole = figures(question, &group);
        let place = which.index(size);
        let before = figures(question, [&group[place]]);
        let rest = whole.subtract(before).unwrap();
        let others = group.iter().enumerate().filter(|(other, _)| *other != place);
        prop_assert_eq!(rest, figures(question, others.map(|(_, care)| care)));

        let reviews = group[place].reviews();
        let fewer = reviews.iter().skip(1).fold(
            PeriodOfCare::new(group[place].began()),
            |care, review| care.with_review(*review),
        );
        group[place] = fewer;
        let after = figures(question, [&group[place]]);
        prop_assert_eq!(bytes(&rest.merge(after).unwrap()), bytes(&figures(question, &group)));
    }
}

#[test]
fn what_is_not_a_part_is_not_taken_out() {
    let (question, _) = group(7, 0);
    let empty = ReviewFigures::new(question);
    let care = PeriodOfCare::new(question.year().start());
    let one = figures(question, [&care]);
    assert_eq!(one.subtract(one).unwrap(), empty);
    let error = empty.subtract(one).unwrap_err();
    assert!(error.is_contradiction() && error.to_string().contains("below nought"), "{error}");
    let mut noted = DataQuality::default();
    noted.duplicate_review = 1;
    let mut two = empty;
    two.add_data_quality(&noted);
    assert!(empty.subtract(two).unwrap_err().is_contradiction(), "the last count is looked at too");
    let later = ReviewQuestion::new(question.year().next().unwrap());
    assert!(empty.subtract(ReviewFigures::new(later)).unwrap_err().is_mismatch());
}
