//! The report as a page of HTML.

use super::chart::Picture;
use super::{draw, page, words};
use crate::report::annual::{AnnualReport, Block, Cell, Headline, Row, Section, Table};
use maud::{Markup, PreEscaped, html};

pub(super) fn report(report: &AnnualReport) -> String {
    let year = words::year(report);
    let version = if report.is_public() { ", public version" } else { "" };
    let title = format!("{}, {}, {year}{version}", words::TITLE, report.authority());
    let body = html! {
        a.skip href="#content" { "To the report" }
        header {
            h1 { (words::TITLE) }
            p.whose { strong { bdi { (report.authority()) } } br; (year) }
            (page::marks(&words::marks(report)))
        }
        (contents(report))
        main #content {
            @if !report.items().is_empty() { (prescribed(report)) }
            (key())
            @for one in report.sections() { (section(report, one)) }
        }
    };
    page::whole(&title, None, &body)
}

fn contents(report: &AnnualReport) -> Markup {
    html! {
        nav aria-labelledby="contents" {
            h2 #contents { "Contents" }
            ol {
                @if !report.items().is_empty() {
                    li { a href="#prescribed" { "What the Handbook asks for" } }
                }
                li { a href="#symbols" { "Symbols" } }
                @for section in report.sections() {
                    li { a href={ "#section-" (section.id()) } { (section.heading()) } }
                }
            }
        }
    }
}

fn prescribed(report: &AnnualReport) -> Markup {
    html! {
        section #prescribed aria-labelledby="prescribed-heading" {
            h2 #prescribed-heading { "What the Handbook asks for" }
            p.item { (words::asked_for(report)) }
            div.wide {
                table {
                    caption { "Each item, and what is missing for it" }
                    thead { tr {
                        th scope="col" { "item" }
                        th scope="col" { "content" }
                        th scope="col" { "missing" }
                    } }
                    tbody {
                        @for status in report.items() {
                            tr {
                                td { (status.item().letter()) }
                                th scope="row" { (of_item(report, status.item().title(), status.item())) }
                                td {
                                    @if status.is_filled() { "nothing" }
                                    @else { (status.missing().join("; ")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The title of an item as a way to its section.
fn of_item(
    report: &AnnualReport,
    title: &str,
    item: crate::report::annual::PrescribedItem,
) -> Markup {
    let section = report.sections().iter().find(|section| section.item() == Some(item));
    html! {
        @if let Some(section) = section {
            a href={ "#section-" (section.id()) } { (title) }
        } @else {
            (title)
        }
    }
}

fn key() -> Markup {
    html! {
        section #symbols aria-labelledby="symbols-heading" {
            h2 #symbols-heading { "Symbols" }
            dl.key {
                @for (symbol, meaning) in words::SYMBOLS {
                    dt { (symbol) }
                    dd { (meaning) }
                }
            }
        }
    }
}

fn section(report: &AnnualReport, section: &Section) -> Markup {
    let id = section.id();
    html! {
        section id={ "section-" (id) } aria-labelledby={ "section-" (id) "-heading" } {
            h2 id={ "section-" (id) "-heading" } { (section.heading()) }
            @if let Some(status) = words::status(report, section) {
                p.quiet.item {
                    (words::item(status.item().letter())) "."
                    @if !status.is_filled() {
                        " " strong { "Missing here:" } " " (status.missing().join("; ")) "."
                    }
                }
            }
            @for run in runs(section.blocks()) {
                @match run {
                    Run::Headlines(headlines) => dl.figures {
                        @for one in headlines { (headline(report, one)) }
                    },
                    Run::One(Block::Table(one)) => (table(report, one)),
                    Run::One(Block::Narrative { slot, text }) => {
                        h3 { (slot.title()) }
                        (page::narrative(text.as_deref(), words::NOT_PROVIDED))
                    },
                    Run::One(Block::Note(note)) => div.quiet { (page::narrative(Some(note), words::NOT_PROVIDED)) },
                    Run::One(Block::Headline(_)) => {},
                }
            }
        }
    }
}

/// Headlines that follow one another stand in one list.
enum Run<'r> {
    Headlines(Vec<&'r Headline>),
    One(&'r Block),
}

fn runs(blocks: &[Block]) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    for block in blocks {
        match (block, runs.last_mut()) {
            (Block::Headline(next), Some(Run::Headlines(open))) => open.push(next),
            (Block::Headline(first), _) => runs.push(Run::Headlines(vec![first])),
            _ => runs.push(Run::One(block)),
        }
    }
    runs
}

fn headline(report: &AnnualReport, headline: &Headline) -> Markup {
    html! {
        dt { (headline.label()) }
        dd {
            (value(report, headline.cell()))
            @if !headline.beside().is_empty() {
                ul {
                    @for beside in headline.beside() {
                        li {
                            bdi { (beside.label()) } ": " (value(report, beside.cell()))
                            @match beside.is_met() {
                                Some(true) => { ". " span.met { "Met." } },
                                Some(false) => { ". " span.missed { "Not met." } },
                                None => {},
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a cell shows; a symbol says what it stands for.
fn value(report: &AnnualReport, cell: &Cell) -> Markup {
    html! {
        @if let Some((symbol, meaning)) = words::meaning_of_symbol(report, cell) {
            abbr title=(meaning) { (symbol) }
        } @else {
            (words::unbroken(report, cell))
        }
    }
}

/// So many columns of numbers are wider than a phone, and have to be moved there in their own box.
const MANY: usize = 3;
/// More than so many are narrow ones, and what a row is of stays in sight.
const VERY_MANY: usize = 6;
/// So many rows need not stand on one page.
const LONG: usize = 12;

fn table(report: &AnnualReport, table: &Table) -> Markup {
    let id = table.id();
    let caption = format!("table-{id}-caption");
    let columns = table.columns().len();
    let is_wide = columns >= MANY;
    html! {
        @if let Some(picture) = Picture::of(report, table) { (figure(&picture)) }
        // What has to be moved must be reached by keyboard, and only that.
        div class=(if columns > VERY_MANY { "wide many" } else { "wide" }) id={ "table-" (id) } role=[is_wide.then_some("region")]
            tabindex=[is_wide.then_some("0")] aria-labelledby=[is_wide.then_some(&caption)] {
            table class=[(table.rows().len() > LONG).then_some("long")] {
                caption id=(caption) { (table.title()) }
                thead { tr {
                    @if table.stub().is_empty() { td {} }
                    @else { th scope="col" { (table.stub()) } }
                    @for (column, heading) in table.columns().iter().enumerate() {
                        th class=[number(table, column)] scope="col" { (heading) }
                    }
                } }
                tbody {
                    @for one in table.rows() { (row(report, table, one)) }
                }
            }
        }
    }
}

fn number(table: &Table, column: usize) -> Option<&'static str> {
    (!words::is_words(table, column)).then_some("n")
}

fn row(report: &AnnualReport, table: &Table, row: &Row) -> Markup {
    let (heading, in_column) = words::row_heading(row);
    html! {
        tr class=[row.is_total().then_some("total")] {
            @if in_column.is_some() || heading.is_empty() { td {} }
            @else { th scope="row" { (heading) } }
            @for (column, cell) in row.cells().iter().enumerate() {
                @if in_column == Some(column) {
                    th scope="row" { (value(report, cell)) }
                } @else {
                    td class=[number(table, column)] { (value(report, cell)) }
                }
            }
        }
    }
}

fn figure(picture: &Picture) -> Markup {
    let id = picture.id();
    html! {
        @if let Some(drawing) = draw::svg(picture) {
            figure id={ "chart-" (id) } {
                figcaption {
                    (picture.title())
                    @for note in picture.notes() { span { (note) } }
                }
                svg viewBox=(drawing.view_box()) role="img"
                    aria-labelledby={ "chart-" (id) "-title chart-" (id) "-desc" } {
                    title id={ "chart-" (id) "-title" } { (picture.title()) }
                    desc id={ "chart-" (id) "-desc" } { (picture.description()) }
                    // Shapes and escaped words as the drawing crate writes them.
                    (PreEscaped(drawing.shapes()))
                }
            }
        }
    }
}
