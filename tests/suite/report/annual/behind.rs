//! The children behind the figures: as many as each figure says, the same in any order, for those who may see.

use super::figure;
use crate::assess::date;
use crate::duties::random::{Dice, case};
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::*;
use iro_handbook::report::annual::{
    AnnualFigures, AnnualReport, ChildrenBehind, Disclosure, PreviousYear,
};
use iro_handbook::report::{ReviewFigures, ReviewQuestion, SupportFigures};

fn question(ending: i32) -> ReviewQuestion {
    ReviewQuestion::new(CollectionYear::ending(ending).unwrap())
}

/// The figures and the lists of the same records.
fn both(question: ReviewQuestion, records: &[CareRecord]) -> (AnnualReport, ChildrenBehind) {
    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, question.as_of());
    let mut figures = AnnualFigures::new(question);
    let mut behind = ChildrenBehind::new(question);
    for record in records {
        figures.add(&assessor, record).unwrap();
        behind.add_record(&assessor, record).unwrap();
    }
    (figures.into_builder("A").build().unwrap(), behind)
}

fn listed(behind: &ChildrenBehind, figure: &str) -> Vec<(String, u64)> {
    let children = behind.of(figure).unwrap_or_else(|| panic!("no {figure}"));
    children.map(|(child, times)| (child.to_owned(), times)).collect()
}

/// One child of each kind, and who has to be where is worked out by hand.
#[test]
fn each_child_is_behind_what_happened_to_them() {
    let care = |held: &[(&str, Option<Participation>)]| {
        let none = CarePeriod::new(date("2025-04-07"));
        held.iter().fold(none, |care, (held_on, code)| {
            let review = ReviewRecord::new(date(held_on));
            care.with_review(match code {
                Some(code) => review.with_participation(*code),
                None => review,
            })
        })
    };
    let said_nothing = Some(Participation::AbsentNoViews);
    let spoke = Some(Participation::AttendedAndSpoke);
    let placed = |from: &str, to: &str| {
        Placement::new(date(from), PlacementKind::Foster).with_ended(date(to))
    };
    let moves = Placements::recorded()
        .with_placement(placed("2025-04-07", "2025-05-07"))
        .with_placement(placed("2025-05-07", "2025-06-07"))
        .with_placement(Placement::new(date("2025-06-07"), PlacementKind::Foster));
    let dispute = Dispute::raised("D-1", DisputeTheme::Health, date("2025-06-02"));
    // From 7 April 2025 the first review is due by 7 May: 21 April, 5 and 26 May are no working days. The second
    // is due three months later, the third six months after that.
    let records = [
        // In time three times; then the next would be due in 2026-27.
        CareRecord::new("good").with_period_of_care(care(&[
            ("2025-05-06", spoke),
            ("2025-08-06", spoke),
            ("2026-02-05", spoke),
        ])),
        // Late twice, then never again: due by 8 March 2026.
        CareRecord::new("twice")
            .with_period_of_care(care(&[("2025-06-02", spoke), ("2025-09-08", said_nothing)]))
            .with_disputes(Disputes::none().with_dispute(dispute)),
        // Once late, for a reason that is known.
        CareRecord::new("once").with_period_of_care(
            CarePeriod::new(date("2025-04-07"))
                .with_review(
                    ReviewRecord::new(date("2025-05-20"))
                        .with_late_reason(LateReason::PapersNotReady),
                )
                .with_review(ReviewRecord::new(date("2025-08-20")))
                .with_review(ReviewRecord::new(date("2026-02-19"))),
        ),
        CareRecord::new("moved").with_period_of_care(
            care(&[("2025-05-06", spoke), ("2025-08-06", spoke), ("2026-02-05", spoke)])
                .with_placements(moves),
        ),
        // Not in care in the year.
        CareRecord::new("before").with_period_of_care(
            CarePeriod::new(date("2023-04-07")).with_ended(date("2023-05-01")),
        ),
    ];
    let (report, behind) = both(question(2026), &records);
    let is = |name: &str, expected: &[(&str, u64)]| {
        let expected: Vec<_> =
            expected.iter().map(|(child, times)| ((*child).to_owned(), *times)).collect();
        assert_eq!(listed(&behind, name), expected, "{name}");
        let sum: u64 = expected.iter().map(|(_, times)| times).sum();
        assert_eq!(figure(&report, name), sum, "{name}");
    };
    is("reviews.held.late", &[("once", 1), ("twice", 2)]);
    is("reviews.held.by_sequence.first.late", &[("once", 1), ("twice", 1)]);
    is("reviews.held.by_sequence.second.late", &[("twice", 1)]);
    is("reviews.due.not_held", &[("twice", 1)]);
    is("missed.children.more_often", &[("twice", 1)]);
    is("missed.children.once", &[("once", 1)]);
    is("reviews.late_reason.papers_not_ready", &[("once", 1)]);
    is("participation.codes.PN7", &[("twice", 1)]);
    is("participation.codes.not_recorded", &[("once", 3)]);
    is("children.placements.3_or_more", &[("moved", 1)]);
    is("disputes.theme.health", &[("twice", 1)]);
    is("duties.first_review.met_late", &[("once", 1), ("twice", 1)]);
    is("duties.subsequent_review.not_met", &[("twice", 1)]);
    is("duties.parents_views.cannot_tell", &[("good", 3), ("moved", 3), ("once", 3), ("twice", 2)]);
    is("cohort.started", &[("good", 1), ("moved", 1), ("once", 1), ("twice", 1)]);
    let with = |child: &str| {
        let names = behind.figures().map(|name| name.as_str());
        let of = |name: &&str| listed(&behind, name).iter().any(|(other, _)| other == child);
        names.filter(of).collect::<Vec<_>>()
    };
    let looked_after = |name: &&str| {
        ["reviews.", "cohort.", "children.", "participation.", "missed.", "disputes."]
            .iter()
            .any(|of| name.starts_with(of))
    };
    assert!(!with("before").iter().any(looked_after), "not looked after in the year");
    assert!(with("once").iter().any(looked_after));
}

/// Random records of many years: every figure of the report has its list, and each list as many as it says.
#[test]
fn every_figure_has_as_many_behind_it_as_it_says() {
    let records: Vec<CareRecord> = (0..120).map(|number| case(number).record).collect();
    for ending in [2013, 2020] {
        let (report, behind) = both(question(ending), &records);
        let mut some = 0;
        for (name, shown) in report.figures() {
            let sum: u64 = listed(&behind, name.as_str()).iter().map(|(_, times)| times).sum();
            assert_eq!(Some(sum), shown.count(), "{name} of {ending}");
            assert_eq!(
                behind.of_report(&report, name.as_str()).unwrap().len(),
                listed(&behind, name.as_str()).len()
            );
            some += u32::from(sum > 0);
        }
        assert!(some > 60, "{ending}: {some} figures with somebody behind them");
    }
}

#[test]
fn any_split_merged_in_any_order_is_the_same() {
    let calendar = WorkingDays::england_and_wales();
    let question = question(2015);
    let assessor = Assessor::new(&calendar, question.as_of());
    let records: Vec<CareRecord> = (0..60).map(|number| case(number).record).collect();
    let (_, whole) = both(question, &records);
    let dice = &mut Dice::new(7);
    let mut parts = vec![ChildrenBehind::new(question); 4];
    for record in records.iter().rev() {
        parts[dice.to(4) as usize].add_record(&assessor, record).unwrap();
    }
    while parts.len() > 1 {
        let other = parts.swap_remove(dice.to(parts.len() as u64) as usize);
        let at = dice.to(parts.len() as u64) as usize;
        let one = parts.swap_remove(at);
        parts.push(other.merge(one).unwrap());
    }
    assert_eq!(parts[0], whole);
}

/// Nothing prints the children but the list itself, and the public version gives none.
#[test]
fn the_children_are_for_those_who_may_see_them() {
    let record =
        CareRecord::new("SECRET-ID").with_period_of_care(CarePeriod::new(date("2025-09-01")));
    let (report, behind) = both(question(2026), &[record]);
    assert!(!format!("{behind:?}").contains("SECRET"), "{behind:?}");
    assert!(!report.to_string().contains("SECRET"));
    assert!(!serde_json::to_string(&report).unwrap().contains("SECRET"));
    let public = report.for_publication(Disclosure::default());
    let refused = |report: &AnnualReport, figure: &str| {
        behind.of_report(report, figure).map(|children| children.len()).unwrap_err()
    };
    let error = refused(public.report(), "cohort.started");
    assert!(error.to_string().contains("the public version names no child"), "{error}");
    assert!(!error.to_string().contains("SECRET"), "{error}");
    assert!(refused(&report, "cohort.begun").is_unknown_code());
}

/// A list that is not whole is not taken for one: a report counted from more, or with what is of no child.
#[test]
fn a_figure_that_counts_otherwise_is_refused() {
    let of =
        |id: &str| CareRecord::new(id).with_period_of_care(CarePeriod::new(date("2025-09-01")));
    let (report, _) = both(question(2026), &[of("C-1"), of("C-2")]);
    let (_, one) = both(question(2026), &[of("C-1")]);
    let count = |report: &AnnualReport, figure: &str| {
        one.of_report(report, figure).map(|children| children.len())
    };
    assert!(count(&report, "cohort.started").unwrap_err().is_contradiction());
    assert_eq!(count(&report, "cohort.ceased"), Ok(0));

    let year = question(2026).year();
    let before = CollectionYear::ending(2025).unwrap();
    let given = AnnualReport::builder("A", ReviewFigures::new(question(2026)))
        .with_support(SupportFigures::new(year).with_advocates(31))
        .with_previous(PreviousYear::new(before).with("cohort.looked_after_at_end", 4))
        .build()
        .unwrap();
    assert!(count(&given, "support.advocates").unwrap_err().is_unknown_code());
    assert!(count(&given, "2025:cohort.looked_after_at_end").unwrap_err().is_unknown_code());
    let other = AnnualReport::builder("A", ReviewFigures::new(question(2025))).build().unwrap();
    assert!(count(&other, "cohort.started").unwrap_err().is_mismatch());
}
