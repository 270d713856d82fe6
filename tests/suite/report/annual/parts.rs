//! A report cut down to some of its sections.

use crate::assess::date;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{Child, Participation, PeriodOfCare, Review};
use iro_handbook::report::annual::{AnnualReport, Disclosure, PrescribedItem, Shown};
use iro_handbook::report::{ReviewFigures, ReviewQuestion, SupportFigures};

/// Thirty children with a review on 20 June 2025, the fourteenth working day, or three of them late on 21 July;
/// three advocates.
fn whole() -> AnnualReport {
    let year = CollectionYear::ending(2026).unwrap();
    let mut figures = ReviewFigures::new(ReviewQuestion::new(year));
    for number in 0..30 {
        let held = if number < 3 { "2025-07-21" } else { "2025-06-20" };
        let care = PeriodOfCare::new(date("2025-06-02")).with_review(Review::new(date(held)));
        let child = Child::new(format!("C-{number}")).with_period_of_care(care);
        figures.add_child(&WorkingDays::england_and_wales(), &child).unwrap();
    }
    let support = SupportFigures::new(year).with_advocates(3);
    AnnualReport::builder("Sampleshire", figures).with_support(support).build().unwrap()
}

#[test]
fn what_is_gone_is_gone_from_the_figures() {
    let (whole, part) = (whole(), whole().of_sections(&["summary", "participation"]));
    assert_eq!(whole.figure("support.advocates"), Some(Shown::Count(3)));
    assert_eq!(part.figure("support.advocates"), None);
    // What it prints is there as it was.
    assert_eq!(part.figure("cohort.looked_after_at_end"), Some(Shown::Count(30)));
    assert_eq!(part.figure("participation.eligible"), whole.figure("participation.eligible"));
    let mut figures = part.figures();
    assert!(figures.all(|(id, shown)| whole.figure(id.as_str()) == Some(shown)
        && ["cohort.", "participation.", "reviews."].iter().any(|p| id.as_str().starts_with(p))));
    assert!(part.figures().count() < whole.figures().count());
    assert_eq!(part.as_previous_year().unwrap().count("support.advocates"), None);
    let items: Vec<_> = part.items().iter().map(|status| status.item()).collect();
    assert_eq!(items, [PrescribedItem::Participation]);
    assert_eq!(whole.items().len(), 7);
    // Cut twice it is what both leave.
    let twice = part.clone().of_sections(&["summary", "support"]);
    let once = whole.of_sections(&["summary"]);
    assert!(twice.figures().eq(once.figures()) && twice.to_string() == once.to_string());
    assert!(twice.items().is_empty());
}

/// Otherwise the public version of a part could show what that of the whole keeps back.
#[test]
fn the_public_version_of_a_part_is_the_part_of_the_public_version() {
    let ids = ["summary", "timeliness"];
    let public = whole().for_publication(Disclosure::default());
    let of_public = public.report().clone().of_sections(&ids);
    let part = whole().of_sections(&ids).for_publication(Disclosure::default());
    assert!(part.report().figures().eq(of_public.figures()));
    assert_eq!(part.to_string(), of_public.to_string());
    // Three of the thirty are late.
    assert_eq!(part.report().figure("reviews.held.late"), Some(Shown::Confidential));
}

/// Which other counts are kept back beside a small one is chosen by what the whole report shows first.
#[test]
fn the_same_is_kept_back_of_any_part() {
    let year = CollectionYear::ending(2026).unwrap();
    for mix in 0..8_usize {
        let mut figures = ReviewFigures::new(ReviewQuestion::new(year));
        for number in 0..60_usize {
            let held = if number % (mix + 9) == 0 { "2025-07-21" } else { "2025-06-20" };
            let code = Participation::ALL[(number * number / (mix + 5)) % Participation::ALL.len()];
            let review = Review::new(date(held)).with_participation(code);
            let mut care = PeriodOfCare::new(date("2025-06-02")).with_review(review);
            if number < mix {
                care = care.with_ended(date("2025-12-01"));
            }
            let child = Child::new(format!("C-{number}")).with_period_of_care(care);
            figures.add_child(&WorkingDays::england_and_wales(), &child).unwrap();
        }
        let whole = AnnualReport::builder("Sampleshire", figures).build().unwrap();
        let public = whole.for_publication(Disclosure::default());
        for section in whole.sections() {
            let ids = [section.id()];
            let part = whole.clone().of_sections(&ids).for_publication(Disclosure::default());
            let of_public = public.report().clone().of_sections(&ids);
            assert!(part.report().figures().eq(of_public.figures()), "{mix}: {ids:?}");
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn what_is_gone_is_gone_from_the_document() {
    let document = serde_json::to_value(whole().of_sections(&["participation"])).unwrap();
    let text = document.to_string();
    for gone in ["support.", "\"cohort", "looked_after", "Resolving concerns", "data_quality"] {
        assert!(!text.contains(gone), "{gone}: {document:#}");
    }
    assert_eq!(document["items"].as_array().unwrap().len(), 1);
    assert_eq!(document["items"][0]["letter"], "c");
    assert!(document["figures"].as_object().unwrap().contains_key("participation.eligible"));
}

#[cfg(feature = "render")]
#[test]
fn what_is_gone_is_gone_from_every_format() {
    use iro_handbook::render::{html, markdown};
    for report in [whole().of_sections(&["participation"]), whole().of_sections(&["support"])] {
        for text in [report.to_string(), markdown(&report), html(&report)] {
            assert!(
                !text.contains("Resolving concerns") && !text.contains("the local procedure"),
                "{text}"
            );
        }
        let asks = report.sections()[0].id() == "participation";
        for text in [markdown(&report), html(&report)] {
            assert_eq!(text.contains("What the Handbook asks for"), asks, "{text}");
        }
    }
}
