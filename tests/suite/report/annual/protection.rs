//! The section about child protection conferences: what stands in it, and that it adds up.

use crate::duties::random::protection;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::law::Method;
use iro_handbook::report::annual::{AnnualReport, Block, Section, Shown};
use iro_handbook::report::{ProtectionFigures, ReviewFigures, ReviewQuestion};

fn year() -> CollectionYear {
    CollectionYear::ending(2012).unwrap()
}

fn figures() -> ProtectionFigures {
    ProtectionFigures::new(year(), year().end())
}

fn report(protection: Option<ProtectionFigures>) -> AnnualReport {
    let reviews = ReviewFigures::new(ReviewQuestion::new(year()));
    let builder = AnnualReport::builder("Sampleshire", reviews).with_population_under_18(90_000);
    match protection {
        Some(figures) => builder.with_protection(figures).build().unwrap(),
        None => builder.build().unwrap(),
    }
}

fn section(report: &AnnualReport) -> Option<&Section> {
    report.sections().iter().find(|section| section.id() == "protection")
}

/// It is not prescribed by 7.11: without figures nothing stands there, and nothing is missing.
#[test]
fn only_where_it_is_given() {
    assert!(section(&report(None)).is_none());
    let with = report(Some(figures()));
    assert!(section(&with).is_some_and(|section| section.item().is_none()));
    assert_eq!(with.items(), report(None).items());
}

#[test]
fn every_count_stands_under_its_name() {
    let calendar = WorkingDays::england_and_wales();
    let mut figures = figures();
    for number in 0..800 {
        figures.add(&calendar, &protection(number).record).unwrap();
    }
    let report = report(Some(figures.clone()));
    for (name, count) in [
        ("protection.initial_conferences.on_time", figures.initial_conferences().on_time()),
        ("protection.transfer_in_conferences.total", figures.transfer_in_conferences().total()),
        ("protection.children_reviewed.late", figures.children_reviewed().late()),
        ("protection.review_conferences.total", figures.review_conferences().total()),
        ("protection.plans.open_at_end", figures.plans_open_at_end()),
        ("protection.plans.open_over_two_years", figures.plans_open_over_two_years()),
        ("protection.children.not_recorded", figures.children_not_recorded()),
    ] {
        assert_eq!(report.figure(name), Some(Shown::Count(count)), "{name}");
    }
    let section = section(&report).unwrap();
    let headlines: Vec<_> = section
        .blocks()
        .iter()
        .filter_map(|block| match block {
            Block::Headline(headline) => Some((headline.label(), report.text_of(headline.cell()))),
            _ => None,
        })
        .collect();
    let told = |start: &str| {
        let found = headlines.iter().find(|(label, _)| label.starts_with(start));
        found.unwrap_or_else(|| panic!("{start}: {headlines:?}")).1.clone()
    };
    let rate = figures.children_reviewed().on_time_rate();
    assert_eq!(told("Plans reviewed in time (former NI 67)"), format!("{rate:.1}"));
    let rate = figures.review_conferences().on_time_rate();
    assert_eq!(told("Review conferences on time"), format!("{rate:.1}"));
    told("Initial conferences, one for each child, held within 15 working days");
    told("Plans ended in the year that had lasted two years or more (former NI 64)");
    assert!(told("Plans open at the end, for every 10,000").ends_with(" (90,000 under 18)"));
}

#[test]
fn figures_of_another_year_are_refused() {
    let reviews = ReviewFigures::new(ReviewQuestion::new(year()));
    let other = ProtectionFigures::new(CollectionYear::ending(2013).unwrap(), year().end());
    let built = AnnualReport::builder("Sampleshire", reviews).with_protection(other).build();
    assert!(built.unwrap_err().is_mismatch());
}

/// The method is named in the output.
#[test]
fn the_method_is_named() {
    let note = |figures| {
        let report = report(Some(figures));
        let blocks = section(&report).unwrap().blocks().iter();
        blocks
            .filter_map(|block| match block {
                Block::Note(text) => Some(text.clone()),
                _ => None,
            })
            .collect::<String>()
    };
    assert!(note(figures()).contains("in calendar months"));
    let days = figures().with_method(Method::FixedDays);
    assert!(note(days).contains("91 days for 3 months and 183 for 6"));
}
