//! A report with a table and a chart of every kind, for the tests of how it looks.

use super::{
    AnnualReport, Beside, Block, Cell, ChartKind, Headline, Narrative, Section, Slot, Table,
};
use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::report::{ReviewFigures, ReviewQuestion};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// With a text in every place that takes one from outside, and these counts kept back.
pub(crate) fn specimen(text: &str, kept_back: &[&str]) -> Result<AnnualReport> {
    let as_of = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap_or_default();
    let question = ReviewQuestion::new(CollectionYear::ending(2026)?).with_as_of(as_of);
    let narrative = Slot::ALL.iter().fold(Narrative::new(), |all, slot| match slot {
        Slot::Themes | Slot::HowToReachUs => all,
        _ => all.with(*slot, format!("{text}\nA second line.\n\nA second paragraph, {text}")),
    });
    let mut report =
        AnnualReport::builder(format!("Sampleshire {text}"), ReviewFigures::new(question))
            .with_invented_records()
            .with_narrative(narrative)
            .build()?;
    let mut section = Section::new("drawn", format!("Drawn {text}"));
    bars(&mut report, &mut section, text)?;
    grouped(&mut report, &mut section, text)?;
    lines(&mut report, &mut section, text)?;
    section.note(format!("A note {text}"));
    super::clean::section(&mut section);
    report.sections.push(section);
    Ok(without(report, kept_back))
}

/// The public version, as if these counts had to be kept back.
pub(crate) fn without(mut report: AnnualReport, kept_back: &[&str]) -> AnnualReport {
    report.public = !kept_back.is_empty();
    report.ledger = report.ledger.without(0, |id, _| kept_back.contains(&id.as_str()));
    report
}

fn count(report: &mut AnnualReport, name: String, count: u64) -> Result<Cell> {
    report.ledger.enter(name, count).map(Cell::Count)
}

fn bars(report: &mut AnnualReport, section: &mut Section, text: &str) -> Result<()> {
    let range = Some((Decimal::from(50), Decimal::from(70)));
    let kind = ChartKind::Bars { column: 2, range };
    let mut table = Table::new(
        "caseloads",
        format!("Children a full-time officer {text}"),
        "officer",
        ["full-time posts", "children", "caseload"],
    )
    .with_chart(kind, format!("Caseloads against 50 to 70 {text}"), format!("Bars. {text}"));
    for (officer, posts, children, caseload) in [
        ("A", "1.00", 66, "66.0"),
        ("B", "0.60", 49, "81.7"),
        ("C", "0.50", 4, "8.0"),
        ("D", "0.80", 40, "50.0"),
        ("all", "2.90", 159, "54.8"),
    ] {
        let children = count(report, format!("caseload.{officer}"), children)?;
        let caseload = Cell::derived(caseload, children.rests_on());
        let cells = [Cell::text(posts), children, caseload];
        if officer == "all" { table.total(officer, cells) } else { table.row(officer, cells) }
    }
    section.push(table);

    let kind = ChartKind::Bars { column: 1, range: None };
    let mut table = Table::new("themes", "Disputes by theme", "", ["stage", "disputes"])
        .with_chart(kind, "Disputes by theme", "Bars.");
    for (number, (theme, disputes)) in [
        (
            "drift and delay in making the plan for the child permanent, or in carrying it out",
            1_234,
        ),
        ("the placement", 17),
        ("contact", 3),
        ("health", 0),
        (text, 4),
    ]
    .into_iter()
    .enumerate()
    {
        let disputes = count(report, format!("themes.{number}"), disputes)?;
        table.row(theme, [Cell::text(text), disputes]);
    }
    table.row("leaving care", [Cell::NotApplicable, Cell::NotAvailable]);
    section.push(table);
    Ok(())
}

fn grouped(report: &mut AnnualReport, section: &mut Section, text: &str) -> Result<()> {
    let kind = ChartKind::GroupedBars { columns: vec![0, 1, 2] };
    let mut table =
        Table::new("age-sex", "Children by age and sex", "age", ["boys", "girls", "not recorded"])
            .with_chart(kind, "Children by age and sex", format!("Three bars an age. {text}"));
    for (age, boys, girls, neither) in [
        ("under 1", 12, 9, 0),
        ("1 to 4", 31, 28, 0),
        ("5 to 9", 44, 3, 1),
        ("10 to 15", 88, 79, 2),
    ] {
        let mut cells = Vec::new();
        for (sex, children) in [("boys", boys), ("girls", girls), ("neither", neither)] {
            cells.push(count(report, format!("{age}.{sex}"), children)?);
        }
        table.row(age, cells);
    }
    section.push(table);

    let columns = ["raised in the year and settled informally", "taken to a formal stage"];
    let mut table = Table::new("stages", "Disputes by stage", "stage", columns).with_chart(
        ChartKind::GroupedBars { columns: vec![0, 1] },
        "Disputes by stage",
        "Two bars a stage.",
    );
    for (stage, informal, formal) in [("team manager", 12, 7), ("head of service", 9, 4)] {
        let informal = count(report, format!("stages.{stage}.informal"), informal)?;
        let formal = count(report, format!("stages.{stage}.formal"), formal)?;
        table.row(stage, [informal, formal]);
    }
    section.push(table);
    Ok(())
}

fn lines(report: &mut AnnualReport, section: &mut Section, text: &str) -> Result<()> {
    let mut trend =
        |id: &'static str, first: i32, years: &[(u64, u64)], target| {
            let kind = ChartKind::Line { column: 0, target };
            let mut table = Table::new(id, "Reviews on time, by year", "year", ["on time"])
                .with_chart(kind, "Reviews on time, by year", "A line from year to year.");
            let mut last = Cell::NotAvailable;
            for (year, (on_time, held)) in (first..).zip(years) {
                let of = report.ledger.enter(format!("{id}.{year}.on_time"), *on_time)?;
                let among = report.ledger.enter(format!("{id}.{year}.held"), *held)?;
                let next = year.saturating_add(1).checked_rem(100).unwrap_or_default();
                last = Cell::Rate { of, among };
                let cell = if *held == 1 { Cell::NotAvailable } else { last.clone() };
                table.row(format!("{year}-{next:02}"), [cell]);
            }
            let mut headline = Headline::new(format!("On time {text}"), last.clone());
            for (label, met) in [("target", Some(true)), ("last target", Some(false)), (text, None)]
            {
                headline.beside.push(Beside { label: label.to_owned(), cell: last.clone(), met });
            }
            section.push(headline);
            section.push(Block::Table(table));
            Ok(())
        };
    let target = Some(Decimal::from(97));
    let five = [(873, 926), (901, 940), (3, 920), (940, 975), (990, 1000)];
    trend("trend", 2021, &five, target)?;
    let many = [650, 687, 724, 761, 798, 835, 0, 699, 736, 773, 810, 847, 674, 711]
        .map(|on_time| (on_time, if on_time == 0 { 1 } else { 1000 }));
    trend("long-trend", 2012, &many, Some(Decimal::from(90)))?;
    trend("one-year", 2025, &[(1999, 2000)], None)?;
    trend("level", 2024, &[(1999, 2000), (2000, 2000)], None)
}
