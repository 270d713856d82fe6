//! What the figures are compared with: earlier years, targets, England and others (spec/annual-report.md,
//! sections 4 and 6), and the work programme.

use super::attack::{Printed, Structure, pinned, rest};
use super::disclosure::small_or_not;
use crate::assess::date;
use crate::assess::twin_children::Rng;
use crate::report::published;
use iro_handbook::Error;
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{
    Allocated, CarePeriod, CareRecord, Officer, Participation, ReviewRecord, ServiceRecord,
};
use iro_handbook::report::annual::{
    Action, ActionStatus, AnnualFigures, AnnualReport, AnnualReportBuilder, Block, Cell, ChartKind,
    Disclosure, PreviousYear, Programme, Shown, Table,
};
use iro_handbook::report::{
    Basis, Comparator, Direction, Measure, PerHead, Rate, ReviewFigures, ReviewQuestion,
    SupportFigures, WorkforceFigures,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn year(ending: i32) -> CollectionYear {
    CollectionYear::ending(ending).unwrap()
}

/// So many subsequent reviews held on time and late, and so many children at the start and the end.
fn figures(ending: i32, [on_time, late]: [u64; 2], [start, end]: [u64; 2]) -> ReviewFigures {
    let held = on_time + late;
    let none = json!({"on_time": 0, "late": 0, "undetermined": 0});
    let codes: serde_json::Map<String, Value> = (0..=7)
        .map(|code| (format!("PN{code}"), json!(if code == 1 { held } else { 0 })))
        .chain([("not_recorded".to_owned(), json!(0))])
        .collect();
    serde_json::from_value(json!({
        "schema": "iro-handbook/review-figures/1",
        "period": {"start": format!("{}-04-01", ending - 1), "end": format!("{ending}-03-31")},
        "as_of": format!("{ending}-03-31"),
        "evidence_from": null,
        "cohort": {"looked_after_at_start": start, "started": 100, "ceased": start + 100 - end, "looked_after_at_end": end},
        "reviews": {
            "held": {"total": held, "on_time": on_time, "late": late, "undetermined": 0,
                     "by_sequence": {"first": none, "second": none, "adoption": none, "unknown": none,
                                     "subsequent": {"on_time": on_time, "late": late, "undetermined": 0}}},
            "due": {"met": on_time, "met_late": late, "not_held": 0, "not_yet_due": 0, "lapsed": 0, "undetermined": 0},
            "children": {"all_on_time": end / 2, "not_all_on_time": 0, "undetermined": 0},
        },
        "participation": {"codes": codes, "eligible": held, "attended": held, "views_conveyed": held},
        "data_quality": {"unusable_episode": 0, "episode_not_carried": 0, "child_not_carried": 0,
            "unusable_review": 0, "duplicate_review": 0, "review_after_as_of": 0,
            "review_before_evidence": 0, "review_in_short_break": 0, "review_outside_care": 0},
    }))
    .unwrap()
}

/// Of a year with so many reviews on time and late.
fn report(ending: i32, held: [u64; 2]) -> AnnualReportBuilder {
    AnnualReport::builder("Sampleshire", figures(ending, held, [166, 180]))
}

fn held(ending: i32, on_time: u64, told: u64) -> PreviousYear {
    PreviousYear::new(year(ending))
        .with("reviews.held.on_time", on_time)
        .with("reviews.held.told", told)
}

fn at_least(percent: &str) -> Comparator {
    Comparator::target(Direction::AtLeast, published(percent))
}

/// The lines that stand beside the first headline that begins so.
fn beside(report: &AnnualReport, headline: &str) -> Vec<String> {
    let text = report.to_string();
    let lines = text.lines().skip_while(|line| !line.trim_start().starts_with(headline)).skip(1);
    lines.map_while(|line| line.strip_prefix("    ")).map(str::to_owned).collect()
}

const HELD: &str = "Of the reviews held in the year, on time";

fn table<'r>(report: &'r AnnualReport, id: &str) -> Option<&'r Table> {
    report.sections().iter().flat_map(|section| section.blocks()).find_map(|block| match block {
        Block::Table(table) if table.id() == id => Some(table),
        _ => None,
    })
}

/// Label and cells of each row, as printed.
fn rows(report: &AnnualReport, id: &str) -> Vec<Vec<String>> {
    let rows = table(report, id).unwrap().rows().iter();
    let texts = rows.map(|row| {
        let cells = row.cells().iter().map(|cell| report.text_of(cell));
        [row.label().to_owned()].into_iter().chain(cells).collect()
    });
    texts.collect()
}

fn met(report: &AnnualReport, label: &str) -> Option<bool> {
    let blocks = report.sections().iter().flat_map(|section| section.blocks());
    let found: BTreeSet<Option<bool>> = blocks
        .filter_map(|block| match block {
            Block::Headline(headline) => Some(headline.beside()),
            _ => None,
        })
        .flatten()
        .filter(|beside| beside.label() == label)
        .map(|beside| beside.is_met())
        .collect();
    assert_eq!(found.len(), 1, "{label}");
    found.into_iter().next().unwrap()
}

/// Durham 2021/22: 90 % to 99 %.
#[test]
fn durham() {
    let report =
        report(2022, [99, 1]).with_decimals(0).with_previous(held(2021, 90, 100)).build().unwrap();
    let expected = [
        "2020-21: 90 % (90 of 100)",
        "change since 2020-21: up 9 percentage points, 10 % relatively",
    ];
    assert_eq!(beside(&report, HELD), expected);
    assert_eq!(beside(&report, "Reviews held on time"), expected, "in the summary too");
    assert_eq!(
        rows(&report, "trend-held"),
        [
            ["2020-21", "90 % (90 of 100)", "z"],
            ["2021-22", "99 % (99 of 100)", "up 9 percentage points, 10 % relatively"],
        ]
    );
}

/// Middlesbrough 2021/22: 82 % after 65 %, from the counts and from what was published.
#[test]
fn middlesbrough() {
    let by_counts = report(2022, [82, 18]).with_previous(held(2021, 65, 100)).build().unwrap();
    assert_eq!(
        beside(&by_counts, HELD)[1],
        "change since 2020-21: up 17.0 percentage points, 26.2 % relatively"
    );
    let before = Comparator::previous_year(published("65"));
    let as_published =
        report(2022, [82, 18]).with_comparator("reviews.held.on_time", before).build().unwrap();
    assert_eq!(
        beside(&as_published, HELD),
        ["the previous year, 65 %: up 17.0 percentage points, 26.2 % relatively"]
    );
}

/// Derby 2020/21: 99 % against 97 %, highest ever.
#[test]
fn derby() {
    let build = |years: &[(i32, u64)]| {
        let target = at_least("97");
        let builder =
            report(2021, [99, 1]).with_decimals(0).with_comparator("reviews.held.on_time", target);
        let past = years.iter().map(|(ending, on_time)| held(*ending, *on_time, 100));
        past.fold(builder, AnnualReportBuilder::with_previous).build().unwrap()
    };
    let full = build(&[(2018, 93), (2020, 97)]);
    assert_eq!(
        beside(&full, HELD),
        [
            "target (at least), 97 %: met by 2 percentage points",
            "2019-20: 97 % (97 of 100)",
            "change since 2019-20: up 2 percentage points, 2 % relatively",
            "over the years: highest of 3 years (no figure for 2018-19)",
        ]
    );
    assert_eq!(met(&full, "target (at least), 97 %"), Some(true));
    assert_eq!(met(&full, "2019-20"), None, "an earlier year is no target");
    assert_eq!(
        rows(&full, "trend-held"),
        [
            ["2017-18", "93 % (93 of 100)", "z"],
            ["2018-19", "x", "x"],
            ["2019-20", "97 % (97 of 100)", "x"],
            ["2020-21", "99 % (99 of 100)", "up 2 percentage points, 2 % relatively"],
        ]
    );
    assert!(full.to_string().contains("\n  No figure for 2018-19.\n"));
    let chart = table(&full, "trend-held").unwrap().chart().unwrap();
    let ninety_seven = Some(published("97").decimal());
    assert_eq!(chart.kind(), &ChartKind::Line { column: 0, target: ninety_seven });
    // In whatever order the years were given.
    assert_eq!(build(&[(2020, 97), (2018, 93)]), full);
}

/// Poole 2015/16: 178 at the start, 180 at the end: a count changes in per cent.
#[test]
fn a_count_changes_in_per_cent() {
    let before = PreviousYear::new(year(2025)).with("cohort.looked_after_at_end", 166);
    let report = report(2026, [9, 1]).with_previous(before).build().unwrap();
    assert_eq!(
        beside(&report, "Children looked after at the end"),
        ["2024-25: 166", "change since 2024-25: up 14 (8.4 %)"]
    );
    let chart = table(&report, "trend-looked-after").unwrap().chart().unwrap();
    assert_eq!(chart.kind(), &ChartKind::Bars { column: 0, range: None });
}

#[test]
fn everybody_it_is_compared_with() {
    let all = [
        Comparator::statistical_neighbours(published("88.5")),
        Comparator::new(Basis::Region("the North West".into()), published("91")).unwrap(),
        at_least("95"),
        Comparator::england(Rate::new(9, 10)),
        Comparator::new(Basis::Region("the North East".into()), published("90.0")).unwrap(),
    ];
    let build = |order: &[usize]| {
        let builder = report(2026, [90, 10]);
        let given = order.iter().map(|place| all[*place].clone());
        let add =
            |builder: AnnualReportBuilder, c| builder.with_comparator("reviews.held.on_time", c);
        given.fold(builder, add).build().unwrap()
    };
    let report = build(&[0, 1, 2, 3, 4]);
    assert_eq!(
        beside(&report, HELD),
        [
            "target (at least), 95 %: missed by 5.0 percentage points",
            "England, 90.0 % (9 of 10): the same as England",
            "the North East, 90.0 %: the same as the North East",
            "the North West, 91 %: 1.0 percentage points below the North West",
            "statistical neighbours, 88.5 %: 1.5 percentage points above statistical neighbours",
        ]
    );
    assert_eq!(met(&report, "target (at least), 95 %"), Some(false));
    assert_eq!(met(&report, "the North West, 91 %"), None);
    assert_eq!(build(&[4, 2, 0, 1, 3]), report);
    assert_eq!(build(&[4, 2, 0, 1, 3, 3]), report, "the same twice is once");
}

#[test]
fn for_every_ten_thousand() {
    let england = Comparator::england("70".parse::<PerHead>().unwrap());
    let builder = report(2026, [9, 1]).with_comparator("cohort.per_10_000", england);
    let report = builder.clone().with_population_under_18(25_000).build().unwrap();
    // 180 of 25,000 are 72 of 10,000.
    assert_eq!(
        beside(&report, "Looked after at the end, for every"),
        ["England, 70: 2.0 above England"]
    );
    // Without a population there is no such figure.
    assert!(builder.build().unwrap_err().to_string().contains("cohort.per_10_000"));
}

#[track_caller]
fn refused(builder: AnnualReportBuilder, words: &[&str]) {
    let error: Error = builder.build().unwrap_err();
    assert!(error.is_contradiction());
    for word in words {
        assert!(error.to_string().contains(word), "{error}");
    }
}

#[test]
fn what_cannot_be_compared() {
    let base = || report(2026, [9, 1]);
    refused(
        base().with_comparator("reviews.held.on_tme", at_least("97")),
        &[
            "reviews.held.on_tme",
            "no figure of the report",
            "near it: reviews.held.on_time",
            "97 %",
        ],
    );
    // A name that figures have, and this report has not.
    refused(
        base().with_comparator("children.sex.female", Comparator::england(Measure::Count(3))),
        &["children.sex.female", "no figure in this report", "was not given"],
    );
    let per_head = Comparator::england("90".parse::<PerHead>().unwrap());
    refused(
        base().with_comparator("reviews.held.on_time", per_head),
        &["reviews.held.on_time", "a number per head", "a count or a percentage"],
    );
    refused(
        base().with_trend("reviews.due.lapst"),
        &["reviews.due.lapst", "near it: reviews.due.lapsed"],
    );
    refused(base().with_trend("support.advocates"), &["support.advocates", "was not given"]);
    let twice = base().with_comparator("reviews.held.on_time", at_least("97"));
    refused(
        twice.with_comparator("reviews.held.on_time", at_least("98")),
        &["reviews.held.on_time", "97 %", "98 %"],
    );
    let published = Comparator::previous_year(published("65"));
    refused(
        base()
            .with_previous(held(2025, 65, 100))
            .with_comparator("reviews.held.on_time", published.clone()),
        &["reviews.held.on_time", "the counts of that year are given too"],
    );
    // Of the year before that they are no rival.
    let other = base().with_previous(held(2024, 65, 100));
    assert!(other.with_comparator("reviews.held.on_time", published).build().is_ok());
    refused(base().with_previous(held(2026, 1, 2)), &["2025-26", "the report is of 2025-26"]);
    refused(base().with_previous(held(2027, 1, 2)), &["2026-27"]);
    refused(
        base().with_previous(held(2025, 1, 2)).with_previous(held(2025, 2, 2)),
        &["2024-25", "given twice"],
    );
    let same = base().with_previous(held(2025, 1, 2));
    assert_eq!(
        same.clone().with_previous(held(2025, 1, 2)).build().unwrap(),
        same.build().unwrap()
    );
    refused(base().with_previous(held(2025, 3, 2)), &["2025:reviews.held.on_time"]);
    let unknown = PreviousYear::new(year(2025)).with("reviews.held.on_tme", 65);
    refused(
        base().with_previous(unknown.with("participation.eligable", 9)),
        &[
            "2024-25",
            "participation.eligable, reviews.held.on_tme",
            "near it: participation.eligible, reviews.held.on_time",
        ],
    );
    let caseload =
        PreviousYear::new(year(2025)).with_per_head("workforce.case_load", "7".parse().unwrap());
    refused(
        base().with_previous(caseload),
        &["workforce.case_load", "near it: workforce.caseload"],
    );
    // A figure of a table, and nobody asked for it.
    let lapsed = PreviousYear::new(year(2025)).with("reviews.due.lapsed", 7);
    refused(base().with_previous(lapsed), &["2024-25", "none of its figures"]);
}

/// 10 reviews held, 9 of them in time and all of them subsequent; no review that was no longer needed.
#[test]
fn what_stands_in_a_table_is_compared_behind_it() {
    let builder = report(2026, [9, 1])
        .with_comparator("reviews.due.lapsed", Comparator::england(Measure::Count(3)))
        .with_comparator("reviews.held.by_sequence.subsequent.on_time", at_least("85"))
        .with_comparator(
            "reviews.held.by_sequence.subsequent.on_time",
            Comparator::statistical_neighbours(Measure::Count(12)),
        )
        .with_previous(
            PreviousYear::new(year(2025))
                .with("reviews.due.lapsed", 4)
                .with("reviews.due.not_yet_due", 5)
                .with("reviews.held.by_sequence.subsequent.on_time", 8)
                .with("reviews.held.by_sequence.subsequent.told", 10),
        );
    let report = builder.build().unwrap();
    let lapsed = "What became of the reviews that fell due: no longer needed: 0";
    assert_eq!(
        beside(&report, lapsed),
        ["2024-25: 4", "change since 2024-25: down 4 (100.0 %)", "England, 3: 3 below England"]
    );
    assert_eq!(
        beside(&report, "Reviews held, by which review was due: subsequent: 90.0 % (9 of 10)"),
        [
            "target (at least), 85 %: met by 5.0 percentage points",
            "2024-25: 80.0 % (8 of 10)",
            "change since 2024-25: up 10.0 percentage points, 12.5 % relatively",
        ]
    );
    assert_eq!(met(&report, "target (at least), 85 %"), Some(true));
    assert_eq!(
        beside(&report, "Reviews held, by which review was due: subsequent, on time: 9"),
        [
            "2024-25: 8",
            "change since 2024-25: up 1 (12.5 %)",
            "statistical neighbours, 12: 3 below statistical neighbours",
        ]
    );
    // Right behind its table, and no table of years that nobody asked for.
    let text = report.to_string();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(place("due on a day that is not known exactly") < place(lapsed));
    assert!(place(lapsed) < place("all reviews on time"));
    assert!(!text.contains("not yet due: "), "a figure of a table that nobody compares");
    assert!(table(&report, "trend-reviews-due-lapsed").is_none());
}

#[test]
fn any_figure_through_the_years() {
    let of = |ending, lapsed| PreviousYear::new(year(ending)).with("reviews.due.lapsed", lapsed);
    let base = || report(2026, [9, 1]).with_trend("reviews.due.lapsed");
    let full = base().with_previous(of(2023, 6)).with_previous(of(2025, 4)).build().unwrap();
    assert_eq!(
        rows(&full, "trend-reviews-due-lapsed"),
        [
            ["2022-23", "6", "z"],
            ["2023-24", "x", "x"],
            ["2024-25", "4", "x"],
            ["2025-26", "0", "down 4 (100.0 %)"],
        ]
    );
    let none = base().build().unwrap().to_string();
    assert!(none.contains("no longer needed, by year: no earlier year has it."), "{none}");
    // In the summary only: the table of its years stands there.
    let started = PreviousYear::new(year(2025)).with("cohort.started", 80);
    let summary = report(2026, [9, 1]).with_previous(started).with_trend("cohort.started");
    assert_eq!(
        rows(&summary.build().unwrap(), "trend-cohort-started"),
        [["2024-25", "80", "z"], ["2025-26", "100", "up 20 (25.0 %)"]]
    );
}

/// One officer in a full-time post with so many children.
fn team(children: u32) -> WorkforceFigures {
    let officer = Officer::new("I-1").with_children(Allocated::Count(children));
    let service = ServiceRecord::new("S-1").with_officer(officer.with_fte("1".parse().unwrap()));
    let mut team = WorkforceFigures::new(year(2026), year(2026).end());
    team.add(&service).unwrap();
    team
}

/// Derby 2020/21: about 82 children to an IRO; after 80 here, and beside 70.5.
#[test]
fn a_caseload() {
    let number = |text: &str| text.parse::<PerHead>().unwrap();
    let before = PreviousYear::new(year(2025)).with_per_head("workforce.caseload", number("80"));
    let full = report(2026, [9, 1])
        .with_workforce(team(82))
        .with_comparator("workforce.caseload", Comparator::england(number("70.5")))
        .with_comparator("workforce.caseload", Comparator::target(Direction::AtMost, number("70")))
        .with_previous(before.clone());
    let full = full.build().unwrap();
    assert_eq!(
        beside(&full, "Caseload of the team: 82 for a full-time post"),
        [
            "target (at most), 70: missed by 12.0",
            "2024-25: 80",
            "change since 2024-25: up 2.0 (2.5 %)",
            "England, 70.5: 11.5 above England",
        ]
    );
    assert_eq!(rows(&full, "trend-caseload")[1][1..], ["82.0", "up 2.0 (2.5 %)"]);
    let next = full.as_previous_year().unwrap();
    assert_eq!(next.per_head("workforce.caseload"), Some(number("82.0")));
    let text = serde_json::to_string(&next).unwrap();
    assert!(text.contains(r#""per_head":{"workforce.caseload":"82.0"}"#), "{text}");
    assert_eq!(serde_json::from_str::<PreviousYear>(&text).unwrap(), next);
    // One officer is kept back, and the caseload with the officer, with all that would give it away.
    let public = full.for_publication(Disclosure::default());
    assert_eq!(
        beside(public.report(), "Caseload of the team: c"),
        ["target (at most), 70: c", "2024-25: 80", "change since 2024-25: c", "England, 70.5: c"]
    );
    // So is last year's, where its team was as small.
    let before = before.with("workforce.headcount", 1).with("workforce.children", 80);
    let full = report(2026, [9, 1]).with_workforce(team(82)).with_previous(before);
    let public = full.build().unwrap().for_publication(Disclosure::default());
    assert_eq!(beside(public.report(), "Caseload of the team: c")[0], "2024-25: c");
}

/// 180 of 25,000 are 72.0 of 10,000; last year's rate goes with last year's count.
#[test]
fn a_rate_for_every_ten_thousand_over_the_years() {
    let before =
        PreviousYear::new(year(2025)).with_per_head("cohort.per_10_000", "66.4".parse().unwrap());
    let build = |before| {
        let builder = report(2026, [9, 1]).with_population_under_18(25_000);
        builder.with_previous(before).with_trend("cohort.per_10_000").build().unwrap()
    };
    let full = build(before.clone());
    assert_eq!(
        rows(&full, "trend-cohort-per-10-000"),
        [["2024-25", "66.4", "z"], ["2025-26", "72.0", "up 5.6 (8.4 %)"]]
    );
    let small = build(before.with("cohort.looked_after_at_end", 3));
    let public = small.for_publication(Disclosure::default());
    assert_eq!(rows(public.report(), "trend-cohort-per-10-000")[0][1], "c");
}

/// 166 at the start, 180 at the end: 14 more, 8.4 % of 166.
#[test]
fn the_change_on_the_year() {
    let children = "Children looked after at the end";
    let none = report(2026, [9, 1]).build().unwrap();
    assert_eq!(beside(&none, children), ["change on the year: up 14 (8.4 %)"]);
    assert!(none.to_string().contains("\n  Children looked after on 31 March 2025: 166\n"));
    // Last year's report told of 160 on that day: both counts, and a word on it.
    let before = PreviousYear::new(year(2025)).with("cohort.looked_after_at_end", 160);
    let other = report(2026, [9, 1]).with_previous(before).build().unwrap();
    assert_eq!(
        beside(&other, children),
        [
            "change on the year: up 14 (8.4 %)",
            "2024-25: 160",
            "change since 2024-25: up 20 (12.5 %)",
        ]
    );
    assert_eq!(
        beside(&other, "Children looked after on 31 March 2025: 166"),
        ["in the report for 2024-25: 160"]
    );
    let says = "What the report for 2024-25 ended with is not what this one begins with";
    assert!(other.to_string().contains(says) && !none.to_string().contains(says));
    let same = PreviousYear::new(year(2025)).with("cohort.looked_after_at_end", 166);
    let same = report(2026, [9, 1]).with_previous(same).build().unwrap();
    assert!(!same.to_string().contains(says));
    // Of two years ago nothing is carried over.
    let older = PreviousYear::new(year(2024)).with("cohort.looked_after_at_end", 160);
    let older = report(2026, [9, 1]).with_previous(older).build().unwrap();
    assert!(!older.to_string().contains(says));
    assert_eq!(beside(&older, children)[0], "change on the year: up 14 (8.4 %)");
}

#[test]
fn the_change_is_kept_back_with_either_count() {
    let figures = figures(2026, [60, 40], [4, 40]);
    let full = AnnualReport::builder("Sampleshire", figures).build().unwrap();
    let public = full.for_publication(Disclosure::default());
    let line = beside(public.report(), "Children looked after at the end").concat();
    assert_eq!(line, "change on the year: c");
}

/// In the middle of the year the day is named.
#[test]
fn the_change_in_a_provisional_report() {
    let mut document = serde_json::to_value(figures(2026, [9, 1], [166, 180])).unwrap();
    document["as_of"] = json!("2025-12-31");
    let figures: ReviewFigures = serde_json::from_value(document).unwrap();
    let report = AnnualReport::builder("Sampleshire", figures).build().unwrap();
    let children = beside(&report, "Children looked after at the end");
    assert_eq!(children, ["change since 31 March 2025: up 14 (8.4 %)"]);
    assert!(!report.to_string().contains("year before"));
}

/// A duty and a count of the returns that came out alike this year need not have done so in another.
#[test]
fn what_is_alike_this_year_may_differ_in_another() {
    let calendar = WorkingDays::england_and_wales();
    let review =
        ReviewRecord::new(date("2025-09-20")).with_participation(Participation::AttendedAndSpoke);
    let record = CareRecord::new("C-1")
        .with_period_of_care(CarePeriod::new(date("2025-09-01")).with_review(review));
    let assessor = Assessor::new(&calendar, year(2026).end());
    let mut annual = AnnualFigures::new(ReviewQuestion::new(year(2026)));
    annual.add(&assessor, &record).unwrap();
    let before = PreviousYear::new(year(2025))
        .with("duties.child_participation.met", 20)
        .with("participation.views_conveyed", 30)
        .with("participation.eligible", 40);
    let builder = annual.into_builder("Sampleshire").with_previous(before);
    let report = builder.with_trend("duties.child_participation.met").build().unwrap();
    for name in ["duties.child_participation.met", "participation.views_conveyed"] {
        assert_eq!(report.figure(name), Some(Shown::Count(1)), "{name}");
    }
    assert_eq!(report.figure("2025:duties.child_participation.met"), Some(Shown::Count(20)));
}

/// A report gives what the next one takes.
#[test]
fn from_report_to_report() {
    let before = AnnualReport::builder("Sampleshire", figures(2025, [65, 35], [170, 166]));
    let before = before.with_support(SupportFigures::new(year(2025)).with_advocates(12));
    let before = before.with_previous(held(2024, 60, 100)).build().unwrap();
    let previous = before.as_previous_year().unwrap();
    assert_eq!(previous.count("2024:reviews.held.told"), None, "its own counts only");
    let text = serde_json::to_string(&previous).unwrap();
    assert!(text.contains(r#""schema":"iro-handbook/previous-year/1","year_ending":2025"#));
    let read: PreviousYear = serde_json::from_str(&text).unwrap();
    assert_eq!(read, previous);
    let support = SupportFigures::new(year(2026)).with_advocates(15);
    let after = report(2026, [82, 18]).with_support(support).with_previous(read).build().unwrap();
    assert_eq!(
        beside(&after, "Children who had an advocate"),
        ["2024-25: 12", "change since 2024-25: up 3 (25.0 %)"]
    );
    assert!(text.replace("year/1", "year/2").parse::<Value>().is_ok());
    for wrong in [text.replace("year/1", "year/2"), text.replace("\"counts\"", "\"count\"")] {
        assert!(serde_json::from_str::<PreviousYear>(&wrong).is_err());
    }
}

#[test]
fn the_work_programme() {
    let programme = Programme::new()
        .with_last(
            Action::new("audit ten records a month")
                .with_owner("service manager")
                .with_by(date("2025-09-30"))
                .with_status(ActionStatus::Done),
        )
        .with_next(Action::new("meet every child"))
        .with_next(Action::new("a new form").with_status(ActionStatus::NotStarted));
    let with = |programme| report(2026, [9, 1]).with_programme(programme).build();
    let report_of = with(programme.clone()).unwrap();
    assert_eq!(
        rows(&report_of, "programme-last"),
        [["audit ten records a month", "service manager", "30 September 2025", "done"]]
    );
    assert_eq!(
        rows(&report_of, "programme-next"),
        [["meet every child", "x", "x", "x"], ["a new form", "x", "x", "not started"]]
    );
    let text = report_of.to_string();
    let place = |words: &str| text.find(words).unwrap();
    assert!(place("\nWork programme\n") < place("\n  Priorities\n"));
    assert!(place("\n  Priorities\n") < place("\nWhat the figures rest on\n"));
    let none = report(2026, [9, 1]).build().unwrap().to_string();
    assert!(none.contains("The work programme was not given."));
    let half = with(Programme::new().with_last(Action::new("audit"))).unwrap().to_string();
    assert!(half.contains("The work programme of the year to come was not given."));
    let blank = with(Programme::new().with_next(Action::new(" "))).unwrap_err();
    assert!(blank.is_contradiction() && blank.to_string().contains("programme-next"));
    // What the service writes, and who, is not in Debug.
    assert!(
        !format!("{programme:?}").contains("audit")
            && !format!("{programme:?}").contains("manager")
    );
    let written = serde_json::to_value(&programme).unwrap();
    assert_eq!(serde_json::from_value::<Programme>(written).unwrap(), programme);
    assert!(serde_json::from_value::<Action>(json!({"action": "a", "name": "b"})).is_err());
}

/// A report with two earlier years, one of them with small numbers, and a target.
fn over_years(rng: &mut Rng) -> AnnualReport {
    let mut some = || small_or_not(rng);
    let mut years = Vec::new();
    for ending in [2024, 2025] {
        let told = some() + some();
        let on_time = told.saturating_sub(some());
        let end = 200 + some();
        years.push(
            held(ending, on_time, told)
                .with("reviews.held.late", told - on_time)
                .with("reviews.due.met", on_time)
                .with("reviews.due.told", told)
                .with("cohort.looked_after_at_end", end)
                .with("cohort.looked_after_at_start", 200)
                .with("reviews.children.all_on_time", end - some().min(end))
                .with("reviews.children.told", end),
        );
    }
    // As many as last year ended with.
    let start = years[1].count("cohort.looked_after_at_end").unwrap();
    let now = [some(), some()];
    let reviews = figures(2026, now, [start, start + some().min(99)]);
    let builder = AnnualReport::builder("Sampleshire", reviews);
    let builder = builder
        .with_comparator("reviews.held.on_time", at_least("50"))
        .with_comparator("reviews.held.on_time", Comparator::england(Measure::Count(30)))
        .with_trend("reviews.held.late");
    years.into_iter().fold(builder, AnnualReportBuilder::with_previous).build().unwrap()
}

/// What is known of the numbers that stand in it, of each year, from the meaning of the words.
fn structure() -> Structure {
    let mut own = Structure::default();
    for prefix in ["", "2024:", "2025:"] {
        let name = |name: &str| format!("{prefix}{name}");
        own.share(name("reviews.held.on_time"), name("reviews.held.told"));
        own.sum(
            name("reviews.held.told"),
            [name("reviews.held.on_time"), name("reviews.held.late")],
        );
        own.share(name("reviews.due.met"), name("reviews.due.told"));
        own.share(name("reviews.children.all_on_time"), name("reviews.children.told"));
        own.share(name("reviews.children.told"), name("cohort.looked_after_at_end"));
    }
    own.sum("cohort.looked_after_at_start", ["2025:cohort.looked_after_at_end"]);
    own.sum("in the year", ["cohort.looked_after_at_start", "cohort.started"]);
    own.sum("in the year", ["cohort.ceased", "cohort.looked_after_at_end"]);
    own
}

#[test]
fn no_report_over_years_gives_a_count_away() {
    let mut hidden_of_years = 0;
    for seed in 0..300 {
        let full = over_years(&mut Rng(seed));
        let public = full.for_publication(Disclosure::default());
        let count = |name: &str| full.figure(name).and_then(Shown::count);
        let figures = public.report().figures();
        let cells: BTreeMap<String, Option<u64>> =
            figures.map(|(id, shown)| (id.to_string(), shown.count())).collect();
        for (name, shown) in &cells {
            let count = count(name).unwrap();
            assert!(!(1..=5).contains(&count) || shown.is_none(), "{name}, seed {seed}");
        }
        hidden_of_years +=
            cells.iter().filter(|(name, shown)| name.contains(':') && shown.is_none()).count();
        let printed = Printed { cells, structure: structure() };
        let mut found = pinned(&printed);
        found.retain(|name| {
            let left = || {
                let share = |(of, among): &&(String, String)| rest(of, among) == *name;
                let (of, among) = printed.structure.shares.iter().find(share)?;
                Some(count(among)? - count(of)?)
            };
            let small = count(name).or_else(left).is_some_and(|count| (1..=5).contains(&count));
            printed.cells.get(name) == Some(&None) || small
        });
        assert_eq!(found, BTreeSet::new(), "seed {seed}: {public}");
        // A text worked out from what is kept back is kept back, in every place.
        for block in public.report().sections().iter().flat_map(|section| section.blocks()) {
            let Block::Headline(headline) = block else { continue };
            for beside in headline.beside() {
                let hidden = |id| public.report().figure(id) == Some(Shown::Confidential);
                let mut from = beside.cell().rests_on();
                if let (true, Cell::Derived { text, .. }) =
                    (from.any(|id| hidden(id.as_str())), beside.cell())
                {
                    assert_eq!((text.as_str(), beside.is_met()), ("c", None));
                }
            }
        }
    }
    assert!(hidden_of_years > 300, "{hidden_of_years}");
}

/// A change would give away what is kept back of the other year.
#[test]
fn a_change_goes_with_either_year() {
    let build = |now, then| {
        let full = report(2026, now).with_previous(held(2025, then, 100)).build().unwrap();
        full.for_publication(Disclosure::default())
    };
    for public in [build([97, 3], 60), build([60, 40], 97)] {
        assert_eq!(beside(public.report(), HELD)[1], "change since 2024-25: c");
    }
    assert_eq!(
        beside(build([60, 40], 50).report(), HELD)[1],
        "change since 2024-25: up 10.0 percentage points, 20.0 % relatively"
    );
}

/// 98 of 100 children could be told of last year: the 2 others are in no table, and could be worked out.
#[test]
fn what_an_earlier_year_leaves_over() {
    let before = PreviousYear::new(year(2025))
        .with("cohort.looked_after_at_end", 100)
        .with("reviews.children.all_on_time", 60)
        .with("reviews.children.told", 98);
    let full = report(2026, [60, 40]).with_previous(before).build().unwrap();
    let public = full.for_publication(Disclosure::default());
    let names = ["2025:cohort.looked_after_at_end", "2025:reviews.children.told"];
    assert!(names.iter().any(|name| public.report().figure(name) == Some(Shown::Confidential)));
}

/// Last year ended with the 40 that this year began with: kept back together, or not at all.
#[test]
fn one_year_begins_as_the_other_ended() {
    let figures = figures(2026, [60, 40], [40, 120]);
    let before = PreviousYear::new(year(2025))
        .with("cohort.looked_after_at_end", 40)
        .with("reviews.children.all_on_time", 20)
        .with("reviews.children.told", 38)
        .with("support.care_plans.up_to_date", 20)
        .with("support.care_plans.total", 37);
    let support = SupportFigures::new(year(2026)).with_care_plans(50, 50);
    let full = AnnualReport::builder("Sampleshire", figures).with_support(support);
    let public = full.with_previous(before).build().unwrap().for_publication(Disclosure::default());
    let shown = |name| public.report().figure(name).unwrap();
    assert_eq!(shown("cohort.looked_after_at_start"), shown("2025:cohort.looked_after_at_end"),);
}

mod as_json {
    use super::*;

    fn full() -> AnnualReport {
        let builder = report(2026, [97, 3]).with_previous(held(2025, 60, 100));
        builder.with_comparator("reviews.held.on_time", at_least("95")).build().unwrap()
    }

    /// Every cell of a document.
    fn cells(document: &Value, found: &mut Vec<Value>) {
        match document {
            Value::Object(object) => {
                if object.contains_key("figures") && object.contains_key("text") {
                    found.push(document.clone());
                }
                object.values().for_each(|value| cells(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| cells(value, found)),
            _ => {}
        }
    }

    #[test]
    fn for_the_board() {
        let report = full();
        let document = serde_json::to_value(&report).unwrap();
        assert_eq!(document["schema"], "iro-handbook/annual-report/1");
        assert_eq!(document["audience"], "board");
        assert_eq!(document["figures"]["reviews.held.late"], 3);
        assert_eq!(document["figures"]["2025:reviews.held.told"], 100);
        // A reader of the figures reads it as it is.
        let read: ReviewFigures = serde_json::from_value(document.clone()).unwrap();
        assert_eq!(read, figures(2026, [97, 3], [166, 180]));
        let bare = serde_json::to_value(read).unwrap();
        for key in ["period", "as_of", "cohort", "reviews", "participation", "data_quality"] {
            assert_eq!(document[key], bare[key], "{key}");
        }
        let mut found = Vec::new();
        cells(&document["sections"], &mut found);
        let rate = json!({
            "text": "97.0 % (97 of 100)", "numerator": 97, "denominator": 100,
            "figures": ["reviews.held.on_time", "reviews.held.told"],
        });
        assert!(found.contains(&rate));
        assert!(
            found.contains(&json!({"text": "3", "count": 3, "figures": ["reviews.held.late"]}))
        );
    }

    #[test]
    fn for_the_public() {
        let full = full();
        let public = full.for_publication(Disclosure::default());
        let document = serde_json::to_value(&public).unwrap();
        assert_eq!(document, serde_json::to_value(public.report()).unwrap());
        assert_eq!(document["audience"], "public");
        for key in ["cohort", "reviews", "participation", "data_quality", "evidence_from"] {
            assert_eq!(document.get(key), None, "{key}");
        }
        assert!(serde_json::from_value::<ReviewFigures>(document.clone()).is_err());
        let figures = document["figures"].as_object().unwrap();
        assert_eq!(figures["reviews.held.late"], "c");
        for (name, value) in figures {
            let shown = public.report().figure(name).unwrap();
            let expected = shown.count().map_or(json!("c"), |count| json!(count));
            assert_eq!(*value, expected, "{name}");
        }
        let mut found = Vec::new();
        cells(&document["sections"], &mut found);
        let mut hidden = 0;
        for cell in &found {
            let names = cell["figures"].as_array().unwrap();
            if names.iter().any(|name| figures[name.as_str().unwrap()] == "c") {
                hidden += 1;
                assert_eq!(*cell, json!({"text": "c", "figures": names}));
            }
        }
        assert!(hidden > 10, "{hidden}");
    }

    /// Reports that look alike to the public are the same document.
    #[test]
    fn nothing_kept_back_is_in_it() {
        let of = |held| {
            let report = report(2026, held).build().unwrap();
            serde_json::to_string(&report.for_publication(Disclosure::default())).unwrap()
        };
        assert_eq!(of([97, 3]), of([95, 5]));
    }
}

/// 317 of 346 are 91.6 %; with 40 of which it cannot be told it lies between 317 of 386 (82.1 %) and 357 of 386
/// (92.5 %): a target of 92 % may be met or missed, one of 93 % is missed and one of 82 % met either way.
#[test]
fn a_target_within_what_cannot_be_told_is_neither_met_nor_missed() {
    let mut document = serde_json::to_value(figures(2026, [317, 69], [166, 180])).unwrap();
    for of in ["/reviews/held", "/reviews/held/by_sequence/subsequent"] {
        let counts = document.pointer_mut(of).unwrap();
        counts["late"] = json!(29);
        counts["undetermined"] = json!(40);
    }
    let figures: ReviewFigures = serde_json::from_value(document).unwrap();
    let met = |target: &str| {
        let builder = AnnualReport::builder("Sampleshire", figures)
            .with_comparator("reviews.held.on_time", at_least(target));
        let report = builder.build().unwrap();
        let blocks: Vec<_> =
            report.sections().iter().flat_map(|section| section.blocks()).collect();
        let beside = blocks.iter().filter_map(|block| match block {
            Block::Headline(headline) => headline.beside().first(),
            _ => None,
        });
        let beside: Vec<_> = beside.filter(|beside| beside.label().starts_with("target")).collect();
        beside.iter().map(|beside| beside.is_met()).collect::<Vec<_>>()
    };
    assert_eq!(met("92"), [None, None]);
    assert_eq!(met("93"), [Some(false), Some(false)]);
    assert_eq!(met("82"), [Some(true), Some(true)]);
}
