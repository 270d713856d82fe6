//! The children of the annual report (spec/annual-report.md, section 2), worked out by hand, from the sample's
//! raw rows, and over random children.

use crate::assess::date;
use crate::assess::twin_children::Rng;
use crate::ssda903::link_sample::sample_returns;
use chrono::{Datelike, NaiveDate};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{
    CarePeriod, CareRecord, CareSnapshot, Entry, EthnicGroup, LegalBasis, LegalStatus,
    LegalStatusSpan, LegalStatuses, Placement, PlacementKind, PlacementType, Placements, Profile,
    ReasonCeased, SameCarer, Sex, ShortBreakSeries, ShortBreaks,
};
use iro_handbook::report::annual::AnnualReport;
use iro_handbook::report::{ChildrenFigures, LengthInCare, ReviewFigures, ReviewQuestion};
use iro_handbook::ssda903::Linked;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

fn question() -> ReviewQuestion {
    ReviewQuestion::new(CollectionYear::ending(2026).unwrap())
}

/// A report of these children: the review figures count the same periods of care.
fn report(snapshots: &[CareSnapshot]) -> AnnualReport {
    let calendar = WorkingDays::england_and_wales();
    let mut reviews = ReviewFigures::new(question());
    let mut children = ChildrenFigures::new(question());
    for snapshot in snapshots {
        let care = iro_handbook::record::PeriodOfCareRef::new(snapshot.began, snapshot.ended, &[]);
        reviews.add(&calendar, care.unwrap()).unwrap();
        children.add(snapshot);
    }
    let builder = AnnualReport::builder("Sampleshire", reviews).with_children(children);
    builder.with_population_under_18(3_000).build().unwrap()
}

fn count(report: &AnnualReport, name: &str) -> u64 {
    let shown = report.figure(name).unwrap_or_else(|| panic!("{name} is not in the report"));
    shown.count().unwrap()
}

fn looked_after(began: &str) -> CareSnapshot {
    CareSnapshot::new(date(began))
}

/// Four children on 31 March 2026, one who left, one not yet come.
fn small_authority() -> Vec<CareSnapshot> {
    // A girl of 9, ten the day after; in care and with one carer for 5 years to the day.
    let mut settled = looked_after("2021-03-31");
    settled.born = Some(date("2016-04-01"));
    settled.profile = Profile::new().with_sex(Sex::Female).with_ethnic_group(EthnicGroup::White);
    settled.legal_basis = Some(LegalBasis::CareOrder);
    settled.placement = Some(PlacementType::FosterWithOthers);
    settled.placements_in_year = Some(1);
    settled.same_carer = Some(SameCarer::Since(date("2021-03-31")));
    // A boy of 10 that day; 2.5 years to the day; with the carer a day short of 2 years.
    let mut moved = looked_after("2023-09-30");
    moved.born = Some(date("2016-03-31"));
    moved.profile = Profile::new().with_sex(Sex::Male).with_unaccompanied(false);
    moved.placements_in_year = Some(3);
    moved.same_carer = Some(SameCarer::Since(date("2024-04-01")));
    moved.own_area = Some(false);
    moved.miles_from_home = Some(21);
    // 16 that day: not asked about the same carer.
    let mut old = looked_after("2020-01-01");
    old.born = Some(date("2010-03-31"));
    old.profile = Profile::new().with_sex(Sex::Male).with_unaccompanied(true);
    old.placements_in_year = Some(2);
    old.miles_from_home = Some(20);
    // Nothing is recorded.
    let bare = looked_after("2025-10-01");
    let mut left = looked_after("2025-05-01");
    left.ended = Some(date("2026-03-31"));
    left.reason_ceased = Some(ReasonCeased::Adopted);
    vec![settled, moved, old, bare, left, looked_after("2026-04-01")]
}

#[test]
fn a_small_authority() {
    let report = report(&small_authority());
    for (name, expected) in [
        ("cohort.looked_after_at_start", 3),
        ("cohort.started", 2),
        ("cohort.ceased", 1),
        ("cohort.looked_after_at_end", 4),
        ("children.ceased.adopted", 1),
        ("children.ceased.returned_home", 0),
        ("children.ceased.not_recorded", 0),
        ("children.age.under_1", 0),
        ("children.age.5_to_9", 1),
        ("children.age.10_to_15", 1),
        ("children.age.16_and_over", 1),
        ("children.age.not_recorded", 1),
        ("children.sex.female", 1),
        ("children.sex.male", 2),
        ("children.sex.neither", 0),
        ("children.sex.not_recorded", 1),
        ("children.age_sex.10_to_15.male", 1),
        ("children.age_sex.10_to_15.female", 0),
        ("children.age_sex.not_recorded.not_recorded", 1),
        ("children.ethnic_group.white", 1),
        ("children.ethnic_group.not_known", 0),
        ("children.ethnic_group.not_recorded", 3),
        ("children.legal_basis.care_order", 1),
        ("children.legal_basis.not_recorded", 3),
        // From 1 October 2025 to 31 March 2026 it is a day short of 6 months.
        ("children.length.under_6_months", 1),
        ("children.length.under_5_years", 1),
        ("children.length.5_years_and_over", 2),
        ("children.unaccompanied.yes", 1),
        ("children.unaccompanied.no", 1),
        ("children.unaccompanied.not_recorded", 2),
        ("children.placement.foster_others", 1),
        ("children.own_area.no", 1),
        ("children.far.yes", 1),
        ("children.far.no", 1),
        ("children.far.not_recorded", 2),
        ("children.placements.1_or_none", 1),
        ("children.placements.2", 1),
        ("children.placements.3_or_more", 1),
        ("children.placements.not_recorded", 1),
        ("children.long.yes", 2),
        // The bare one has not been looked after so long, whatever the age.
        ("children.long.no", 2),
        ("children.long.not_recorded", 0),
        ("children.settled.yes", 1),
        ("children.settled.no", 1),
        ("short_breaks.children", 0),
    ] {
        assert_eq!(count(&report, name), expected, "{name}");
    }
    // 4 of 3,000 are 13.33 of 10,000.
    assert!(report.to_string().contains("10,000 children under 18: 13.3 (3,000 under 18)"));
}

#[test]
fn what_may_have_begun_earlier_is_not_told() {
    let of = |began: &str, carer: &str| {
        let mut one = looked_after(began);
        one.entry = Entry::NotKnown;
        one.born = Some(date("2015-01-01"));
        one.same_carer = Some(SameCarer::SinceBefore(date(carer)));
        report(&[one])
    };
    let found = of("2024-05-01", "2024-05-01");
    assert_eq!(count(&found, "children.length.not_recorded"), 1);
    assert_eq!(count(&found, "children.long.not_recorded"), 1);
    let found = of("2023-09-30", "2024-04-01");
    assert_eq!(count(&found, "children.long.yes"), 1);
    assert_eq!(count(&found, "children.settled.not_recorded"), 1);
    let found = of("2021-03-31", "2024-03-31");
    assert_eq!(count(&found, "children.length.5_years_and_over"), 1);
    assert_eq!(count(&found, "children.settled.yes"), 1);
}

#[test]
fn the_bands_of_length() {
    let band = |began: &str| LengthInCare::between(date(began), date("2026-03-31"));
    for (began, expected) in [
        ("2025-10-01", LengthInCare::UnderHalfAYear),
        ("2025-09-30", LengthInCare::UnderOneYear),
        ("2025-04-01", LengthInCare::UnderOneYear),
        ("2025-03-31", LengthInCare::UnderTwoYears),
        ("2024-03-31", LengthInCare::UnderFiveYears),
        ("2021-04-01", LengthInCare::UnderFiveYears),
        ("2021-03-31", LengthInCare::FiveYearsAndOver),
    ] {
        assert_eq!(band(began), expected, "{began}");
    }
}

#[test]
fn figures_of_other_children_make_no_report() {
    let children = ChildrenFigures::new(question());
    let mut others = children.clone();
    others.add(&looked_after("2025-10-01"));
    let build = |children| {
        let reviews = ReviewFigures::new(question());
        AnnualReport::builder("Sampleshire", reviews).with_children(children).build()
    };
    assert!(build(children).is_ok());
    assert!(build(others).unwrap_err().is_contradiction());
    let of_2025 = ReviewQuestion::new(CollectionYear::ending(2025).unwrap());
    assert!(build(ChildrenFigures::new(of_2025)).unwrap_err().is_mismatch());
}

#[test]
fn what_is_not_given_is_said() {
    let reviews = ReviewFigures::new(question());
    let text = AnnualReport::builder("Sampleshire", reviews).build().unwrap().to_string();
    assert!(text.contains("Who the children are and how they are looked after was not given."));
    assert!(text.contains("10,000 children under 18: x"));
    let report = report(&[looked_after("2025-10-01")]);
    let text = report.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("by distance from home: not given."));
    assert!(text.contains("by where the placement is: not given."));
    assert!(report.figure("children.far.not_recorded").is_none());
}

/// A service's own record: a placement order stands before a care order, and the placement of the day counts.
#[test]
fn from_a_record() {
    let day = date;
    let placements = Placements::default()
        .with_placement(
            Placement::new(day("2023-06-01"), PlacementKind::Foster).with_ended(day("2025-06-01")),
        )
        .with_placement(
            Placement::new(day("2025-06-01"), PlacementKind::Adoption)
                .with_own_area(true)
                .with_miles_from_home(3),
        );
    let statuses = LegalStatuses::default()
        .with_status(LegalStatusSpan::new(LegalStatus::CareOrder, day("2023-06-01")))
        .with_status(LegalStatusSpan::new(LegalStatus::PlacementOrder, day("2024-06-01")));
    let care = CarePeriod::new(day("2023-06-01"))
        .with_placements(placements)
        .with_legal_statuses(statuses);
    let before = CarePeriod::new(day("2022-01-01"))
        .with_ended(day("2022-02-01"))
        .with_reason_ceased(ReasonCeased::ReturnedHome);
    let record = CareRecord::new("C-1")
        .with_born(day("2020-05-05"))
        .with_profile(Profile::new().with_sex(Sex::Female))
        .with_short_breaks(ShortBreaks::new([
            ShortBreakSeries::new(day("2022-06-01")).with_ended(day("2025-03-31"))
        ]))
        .with_period_of_care(before)
        .with_period_of_care(care);
    let mut figures = ChildrenFigures::new(question());
    figures.add_record(&record).unwrap();
    assert_eq!(figures.cohort().looked_after_at_end(), 1);
    assert_eq!(figures.by_reason_ceased().total(), 0, "it ceased before the year");
    assert_eq!(figures.by_legal_basis().of(&Some(LegalBasis::PlacementOrder)), 1);
    assert_eq!(figures.by_placement().of(&Some(PlacementType::Adoption)), 1);
    assert_eq!(figures.by_own_area().of(&Some(true)), 1);
    assert_eq!(figures.by_far_from_home().of(&Some(false)), 1);
    // Two placements in the year; together they have lasted since June 2023.
    assert_eq!(figures.by_settled().of(&Some(true)), 1);
    assert_eq!(figures.in_short_breaks(), 0, "the series ended on the eve of the year");
    assert_eq!(figures.short_breaks_not_recorded(), 0);
    let series =
        ShortBreaks::new([ShortBreakSeries::new(day("2022-06-01")).with_ended(day("2025-04-01"))]);
    figures.add_record(&CareRecord::new("C-2").with_short_breaks(series)).unwrap();
    figures.add_record(&CareRecord::new("C-3")).unwrap();
    assert_eq!((figures.in_short_breaks(), figures.short_breaks_not_recorded()), (1, 1));
    let wrong = CarePeriod::new(day("2025-06-01")).with_reason_ceased(ReasonCeased::Died);
    let wrong = CareRecord::new("C-4").with_period_of_care(wrong);
    let before = figures.clone();
    assert!(figures.add_record(&wrong).unwrap_err().is_contradiction());
    assert_eq!(figures, before);
}

fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/sample/2026").join(file);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let names = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        names.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").ok()
}

/// Counted on the raw rows of the sample: who has an episode open on 31 March 2026, and which.
#[test]
fn the_sample_counts_as_its_raw_rows_do() {
    let end = date("2026-03-31");
    let mut open: BTreeMap<String, (NaiveDate, BTreeMap<String, String>)> = BTreeMap::new();
    let mut short_breaks = std::collections::BTreeSet::new();
    for row in rows("episodes.csv") {
        let (Some(began), ended) = (day(&row["DECOM"]), day(&row["DEC"])) else { continue };
        if row["LS"].starts_with("V3") || row["LS"].starts_with("V4") {
            short_breaks.insert(row["CHILD"].clone());
        } else if began <= end
            && row["DEC"].is_empty()
            && open.get(&row["CHILD"]).is_none_or(|(before, _)| *before <= began)
        {
            assert_eq!(ended, None);
            open.insert(row["CHILD"].clone(), (began, row));
        }
    }
    let header: BTreeMap<String, _> =
        rows("header.csv").into_iter().map(|row| (row["CHILD"].clone(), row)).collect();
    let uasc: Vec<String> = rows("uasc.csv")
        .into_iter()
        .filter(|row| day(&row["DUC"]).is_none_or(|until| until > end))
        .map(|row| row["CHILD"].clone())
        .collect();

    let linked = Linked::new(sample_returns()).unwrap();
    let question = question().with_history(linked.history());
    let calendar = WorkingDays::england_and_wales();
    let mut reviews = ReviewFigures::new(question);
    for care in linked.periods_of_care() {
        reviews.add(&calendar, care).unwrap();
    }
    let mut children = ChildrenFigures::new(question);
    linked.snapshots(question.year(), end).for_each(|snapshot| children.add(&snapshot));
    children.add_short_breaks(linked.children_in_short_breaks(question.year(), end), 0);
    let report = AnnualReport::builder("Sampleshire", reviews).with_children(children);
    let report = report.build().unwrap();

    let mut expected: BTreeMap<String, u64> = BTreeMap::new();
    let mut one_more = |name: String| *expected.entry(name).or_default() += 1;
    for (child, (_, episode)) in &open {
        one_more("cohort.looked_after_at_end".into());
        let known = header.get(child);
        let cell = |name: &str| known.map_or("", |row| row[name].as_str());
        let sex = match cell("SEX") {
            "1" | "M" => "male",
            "2" | "F" => "female",
            "U" => "neither",
            _ => "not_recorded",
        };
        let group = match cell("ETHNIC") {
            "CHNE" => "asian",
            "REFU" | "NOBT" => "not_known",
            "OOTH" => "other",
            code => match code.chars().next() {
                Some('W') => "white",
                Some('M') => "mixed",
                Some('A') => "asian",
                Some('B') => "black",
                _ => "not_recorded",
            },
        };
        // A birthday later than 31 March has not come yet.
        let age = day(cell("DOB")).map(|born| {
            let later = (born.month(), born.day()) > (3, 31);
            2026 - born.year() - i32::from(later)
        });
        let age = match age {
            None => "not_recorded",
            Some(0) => "under_1",
            Some(1..=4) => "1_to_4",
            Some(5..=9) => "5_to_9",
            Some(10..=15) => "10_to_15",
            Some(_) => "16_and_over",
        };
        let basis = match episode["LS"].as_str() {
            "C1" => "interim_care_order",
            "C2" => "care_order",
            "E1" | "D1" => "placement_order",
            "V2" => "accommodated",
            "L1" | "L2" | "L3" => "child_protection",
            "J1" | "J2" | "J3" => "youth_justice",
            _ => "not_recorded",
        };
        let place = match episode["PLACE"].as_str() {
            "U1" | "U2" | "U3" => "foster_kin",
            "U4" | "U5" | "U6" => "foster_others",
            "A3" | "A4" | "A5" | "A6" => "adoption",
            "P1" => "parent",
            "K1" => "secure",
            "K2" => "childrens_home",
            "K3" | "H5" | "P2" => "supported",
            "S1" => "residential_school",
            "R1" | "R2" | "R3" => "other_residential",
            "R5" => "youth_detention",
            "T0" | "T1" | "T2" | "T3" | "T4" => "temporary",
            _ => "other",
        };
        one_more(format!("children.age_sex.{age}.{sex}"));
        one_more(format!("children.sex.{sex}"));
        one_more(format!("children.ethnic_group.{group}"));
        one_more(format!("children.legal_basis.{basis}"));
        one_more(format!("children.placement.{place}"));
        let listed = if uasc.contains(child) { "yes" } else { "no" };
        one_more(format!("children.unaccompanied.{listed}"));
    }
    assert!(open.len() > 100 && expected.len() > 25, "{expected:?}");
    for (name, expected) in &expected {
        assert_eq!(count(&report, name), *expected, "{name}");
    }
    assert_eq!(count(&report, "short_breaks.children"), short_breaks.len() as u64);
}

fn random(rng: &mut Rng) -> CareSnapshot {
    let on = |rng: &mut Rng, days: u64| date("2019-01-01") + chrono::Days::new(rng.below(days));
    let mut one = CareSnapshot::new(on(rng, 2_800));
    let maybe = |rng: &mut Rng| rng.below(3) > 0;
    if maybe(rng) {
        one.ended = Some(one.began + chrono::Days::new(rng.below(1_500)));
        one.reason_ceased = pick(rng, ReasonCeased::ALL);
    }
    if maybe(rng) {
        one.born = Some(on(rng, 3_000) - chrono::Days::new(5_000));
    }
    if maybe(rng) {
        one.entry = Entry::NotKnown;
    }
    if let Some(sex) = pick(rng, Sex::ALL) {
        one.profile = one.profile.with_sex(sex);
    }
    if let Some(group) = pick(rng, EthnicGroup::ALL) {
        one.profile = one.profile.with_ethnic_group(group);
    }
    if maybe(rng) {
        one.profile = one.profile.with_unaccompanied(maybe(rng));
    }
    one.legal_basis = pick(rng, LegalBasis::ALL);
    one.placement = pick(rng, PlacementType::ALL);
    one.own_area = pick(rng, &[true, false]);
    one.miles_from_home = pick(rng, &[0, 20, 21, 300]);
    one.placements_in_year = pick(rng, &[0, 1, 2, 3, 9]);
    if maybe(rng) {
        let since = on(rng, 2_800);
        let exact = maybe(rng);
        let carer = if exact { SameCarer::Since(since) } else { SameCarer::SinceBefore(since) };
        one.same_carer = Some(carer);
    }
    one
}

/// One of them, or none.
fn pick<T: Copy>(rng: &mut Rng, all: &[T]) -> Option<T> {
    all.get(rng.below(all.len() as u64 + 1) as usize).copied()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The report is made only where every stated sum adds up, whatever the children.
    #[test]
    fn every_breakdown_adds_up_and_parts_merge(seed: u64, size in 0_usize..60, cut in 0_usize..60) {
        let mut rng = Rng(seed);
        let all: Vec<_> = (0..size).map(|_| random(&mut rng)).collect();
        let report = report(&all);
        for whole in ["age", "sex", "ethnic_group", "legal_basis", "length", "placement", "long"] {
            let parts = report.figures().filter(|(id, _)| {
                let rest = id.as_str().strip_prefix("children.").and_then(|id| id.strip_prefix(whole));
                rest.is_some_and(|rest| rest.starts_with('.'))
            });
            let sum: u64 = parts.map(|(_, shown)| shown.count().unwrap()).sum();
            prop_assert_eq!(sum, count(&report, "cohort.looked_after_at_end"), "{}", whole);
        }
        let of = |part: &[CareSnapshot]| {
            let mut figures = ChildrenFigures::new(question());
            part.iter().for_each(|one| figures.add(one));
            figures.add_short_breaks(part.len() as u64, 1);
            figures
        };
        let (left, right) = all.split_at(cut.min(size));
        let mut turned = all.clone();
        turned.reverse();
        let mut whole = of(&turned);
        whole.add_short_breaks(0, 1);
        prop_assert_eq!(of(left).merge(of(right)).unwrap(), whole.clone());
        prop_assert_eq!(of(right).merge(of(left)).unwrap(), whole);
    }
}
