//! Item b: the development of the service: caseloads, continuity of employment, and the make-up of the team
//! beside the children.
//!
//! No officer is named, and there is no row for each officer: identifiers are the caller's, and the number of
//! rows would tell the size of a small team. The caseloads are shown by their lowest, median and highest; each
//! officer's own is in [`WorkforceFigures::caseloads`], for those who may see it.
//!
//! An amount of full-time posts tells how many officers fill them at least, and so do the children and a
//! caseload together: all of them rest on the headcount, and are kept back with it.

use super::duty::{self, nothing_but};
use crate::assess::{Caseload, RangePosition, per_post};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{EthnicGroup, Fte, Sex};
use crate::report::annual::builder::Draft;
use crate::report::annual::names::ethnic_group;
use crate::report::annual::{
    Cell, ChartKind, FigureId, Headline, PrescribedItem, Section, Slot, Table,
};
use crate::report::workforce::same_question;
use crate::report::{Breakdown, IroChanges, LengthOfService, Posts, WorkforceFigures};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const ITEM: PrescribedItem = PrescribedItem::Service;
const NOT_RECORDED: &str = "not recorded";

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::of("service", ITEM);
    match draft.given.workforce.clone() {
        None => {
            draft.missing(ITEM, "caseloads, continuity of employment and the make-up of the team");
        }
        Some(workforce) => {
            let question = draft.given.reviews.question();
            let last = question.as_of().min(question.year().end());
            same_question((question.year(), last), (workforce.year(), workforce.last_day()))?;
            caseloads(draft, &mut section, &workforce)?;
            team(draft, &mut section, &workforce)?;
            beside_the_children(draft, &mut section, &workforce)?;
        }
    }
    let changes = draft.given.iro_changes.clone();
    if let Some(changes) = &changes {
        iro_changes(draft, &mut section, changes)?;
    }
    let by_changes = changes.as_ref().map(IroChanges::by_changes);
    if by_changes.is_none_or(|by| nothing_but(by.of(&None), by.total())) {
        draft.missing(ITEM, "how often the IRO of a child changed in the year");
    }
    if !duty::headline(draft, &mut section, RuleId::IroNamed)? {
        draft.missing(ITEM, "how many children had an IRO named in time");
    }
    section.push(draft.narrative(Slot::Service, Some((ITEM, "what the service says of it"))));
    Ok(section)
}

/// The headline, the spread, and how many officers lie where beside the range.
fn caseloads(
    draft: &mut Draft<'_>,
    section: &mut Section,
    workforce: &WorkforceFigures,
) -> Result<()> {
    let headcount = headcount(draft, workforce)?;
    let range = workforce.range();
    let whole = match (workforce.load(), workforce.children()) {
        (Some((children, fte)), Some(all)) => {
            let of = [draft.count("workforce.children", all)?, headcount.clone()];
            let number = per_post(children, fte, 1);
            let text = workforce.caseload().map_or_else(
                || without_a_range(children, fte),
                |caseload| beside_the_range(caseload, draft.given.decimals),
            );
            let headline = Headline::new("Caseload of the team", Cell::derived(text, &of)).main();
            section.push(headline.per_head("workforce.caseload", number.try_into().ok()));
            Some(Cell::derived(number, &of))
        }
        _ => {
            draft.missing(ITEM, "the children and the full-time equivalent of every officer");
            None
        }
    };
    let positions = range.map(|range| positions(workforce, range)).unwrap_or_default();
    spread(draft, section, workforce, &positions, whole)?;
    if range.is_none() {
        let rule = RuleId::IroCaseload;
        let from =
            duty::not_yet(draft, rule).map(|day| format!(", from {}", day.format("%-d %B %Y")));
        section.note(format!(
            "No range of caseloads was in force: the one of the IRO Handbook (paragraph 7.15) is guidance{}. Of two \
             in the middle the lower one is the median. No officer is named.",
            from.unwrap_or_default()
        ));
        return Ok(());
    }
    let mut table =
        Table::new("caseload-range", "Officers by caseload", "caseload", ["officers", "share"]);
    draft.breakdown(&mut table, &headcount, positions)?;
    section.push(table);
    section.note(
        "The range is guidance (IRO Handbook, paragraph 7.15), both ends within it. Of two in the middle the lower \
         one is the median. No officer is named.",
    );
    Ok(())
}

type Position = (FigureId, String, u64);

/// How many officers lie where beside the range.
fn positions(workforce: &WorkforceFigures, (from, to): (u32, u32)) -> Vec<Position> {
    let by_position = workforce.by_position();
    let kinds = [
        (Some(RangePosition::Below), "below", format!("below {from} children to a full-time post")),
        (Some(RangePosition::Within), "within", format!("within {from} to {to}")),
        (Some(RangePosition::Above), "above", format!("above {to}")),
        (None, "not_told", "cannot be told".to_owned()),
    ];
    let parts = kinds.into_iter().map(|(position, name, label)| {
        (format!("workforce.caseload.{name}").into(), label, by_position.of(&position))
    });
    parts.collect()
}

/// The lowest, the median and the highest caseload, with that of the whole team.
fn spread(
    draft: &mut Draft<'_>,
    section: &mut Section,
    workforce: &WorkforceFigures,
    positions: &[Position],
    whole: Option<Cell>,
) -> Result<()> {
    let Some([lowest, median, highest]) = workforce.spread_of_loads() else { return Ok(()) };
    let range = workforce.range();
    let title = match range {
        Some((from, to)) => format!("Caseloads beside the range of {from} to {to}"),
        None => "Caseloads".to_owned(),
    };
    let range = range.map(|(from, to)| (Decimal::from(from), Decimal::from(to)));
    let columns = ["children to a full-time post"];
    let mut table = Table::new("caseloads", title.as_str(), "officer with", columns).with_chart(
        ChartKind::Bars { column: 0, range },
        title.as_str(),
        "A bar for the lowest, the median and the highest caseload of an officer.",
    );
    // In a small team the median tells how many lie beyond the range.
    let by_place: Vec<FigureId> = positions.iter().map(|(id, ..)| id.clone()).collect();
    for (label, name, (children, fte), with) in [
        ("the lowest caseload", "lowest", lowest, &[][..]),
        ("the median", "median", median, &by_place[..]),
        ("the highest caseload", "highest", highest, &[][..]),
    ] {
        // So few children would be a small number, whatever the post.
        let in_whole = per_post(children, fte, 0).to_u64().unwrap_or(u64::MAX);
        let id = draft.count(format!("workforce.caseload.{name}"), in_whole)?;
        let cell = Cell::derived(per_post(children, fte, 1), [&id].into_iter().chain(with));
        table.row(label, [cell]);
    }
    table.total("the whole team", [whole.unwrap_or(Cell::NotAvailable)]);
    section.push(table);
    Ok(())
}

/// "82 for a full-time post (children: 82; …); no range was in force".
fn without_a_range(children: u32, fte: Fte) -> String {
    let number = per_post(children, fte, 1).normalize();
    format!(
        "{number} for a full-time post (children: {children}; full-time equivalent: {fte}); no range was in force"
    )
}

fn headcount(draft: &mut Draft<'_>, workforce: &WorkforceFigures) -> Result<FigureId> {
    draft.count("workforce.headcount", workforce.headcount())
}

/// "82 for a full-time post (children: 82; …), above the range of 50 to 70 by 12, 17.1 % over its upper end".
fn beside_the_range(caseload: Caseload, decimals: u32) -> String {
    let end = match caseload.position() {
        RangePosition::Within => return caseload.to_string(),
        RangePosition::Below => "under its lower end",
        RangePosition::Above => "over its upper end",
    };
    let percent = caseload.percent_outside(decimals);
    let percent = match (percent.is_zero(), decimals) {
        (false, _) => percent.to_string(),
        (true, 0) => "less than 1".to_owned(),
        (true, _) => "less than 0.1".to_owned(),
    };
    format!("{caseload}, {percent} % {end}")
}

/// How many, employed by whom, who came and went, and how long they have been there.
fn team(draft: &mut Draft<'_>, section: &mut Section, workforce: &WorkforceFigures) -> Result<()> {
    let headcount = headcount(draft, workforce)?;
    let last = workforce.last_day().format("%-d %B %Y").to_string();
    let mut table = Table::new("team", "The team", "", ["officers", "full-time posts"]);
    let mut parts = Vec::new();
    for (label, name, posts) in [
        ("employed by the authority", "employed", workforce.employed()),
        ("engaged through an agency", "agency", workforce.agency()),
        ("by whom is not recorded", "not_recorded", workforce.agency_not_recorded()),
    ] {
        let id = draft.count(format!("workforce.agency.{name}"), posts.officers())?;
        parts.push((label, id, posts));
    }
    let ids: Vec<FigureId> = parts.iter().map(|(_, id, _)| id.clone()).collect();
    draft.adds_up(&headcount, &ids)?;
    // The posts of one part are the whole less the others.
    let fte = |posts: Posts, of: &[FigureId]| {
        posts.fte().map_or(Cell::NotAvailable, |fte| Cell::derived(fte, of))
    };
    let all_ids: Vec<FigureId> = ids.iter().chain([&headcount]).cloned().collect();
    for (label, id, posts) in parts {
        table.row(label, [Cell::Count(id), fte(posts, &all_ids)]);
    }
    let whole = fte(workforce.in_post(), core::slice::from_ref(&headcount));
    table.total(format!("in post on {last}"), [Cell::Count(headcount.clone()), whole]);
    let vacant = workforce.vacant().map_or(Cell::NotAvailable, Cell::text);
    table.row("vacant", [Cell::NotApplicable, vacant]);
    section.push(table);
    if workforce.headcount() == 0 {
        draft.missing(ITEM, "the officers in post");
    }
    if workforce.fte().is_none() {
        draft.missing(ITEM, "the full-time equivalent of every officer");
    }
    if workforce.vacant().is_none() {
        draft.missing(ITEM, "the vacant posts");
    }
    if nothing_of(workforce, workforce.agency_not_recorded().officers()) {
        draft.missing(ITEM, "which officers are engaged through an agency");
    }

    let at_start = draft.count("workforce.in_post_at_start", workforce.in_post_at_start())?;
    let joined = draft.count("workforce.joined", workforce.joined())?;
    let left = draft.count("workforce.left", workforce.left())?;
    let on_last = draft.count("workforce.left_on_last_day", workforce.left_on_last_day())?;
    let before = workforce.left().saturating_sub(workforce.left_on_last_day());
    let before = draft.count("workforce.left_before", before)?;
    let ever = workforce.in_post_at_start().saturating_add(workforce.joined());
    let ever = draft.count("workforce.in_post_in_year", ever)?;
    draft.adds_up(&ever, &[at_start.clone(), joined.clone()])?;
    draft.adds_up(&ever, &[before.clone(), headcount.clone()])?;
    draft.adds_up(&left, &[before, on_last.clone()])?;
    let mut table = Table::new("team-year", "Continuity of the team", "", ["officers"]);
    for (label, id) in [
        ("in post when the year began".to_owned(), at_start),
        ("joined in the year".to_owned(), joined),
        ("left in the year".to_owned(), left),
        (
            format!(
                "of those who left, whose last day in post was {last}: counted in post that day"
            ),
            on_last,
        ),
        (format!("in post on {last}"), headcount.clone()),
    ] {
        table.row(label, [Cell::Count(id)]);
    }
    section.push(table);

    let by_length = workforce.by_length_of_service();
    let lengths = LengthOfService::ALL.iter().map(|length| {
        let name = match length {
            LengthOfService::UnderOne => "workforce.length.under_1",
            LengthOfService::OneToTwo => "workforce.length.1_to_2",
            LengthOfService::TwoToFive => "workforce.length.2_to_5",
            LengthOfService::FiveOrMore => "workforce.length.5_or_more",
        };
        (name.into(), length.to_string(), by_length.of(&Some(*length)))
    });
    let unknown = by_length.of(&None);
    let unknown_part = ("workforce.length.not_recorded".into(), NOT_RECORDED.to_owned(), unknown);
    let mut table = Table::new(
        "team-length",
        format!("Length of service on {last}"),
        "in whole years",
        ["officers", "share"],
    );
    draft.breakdown(&mut table, &headcount, lengths.chain([unknown_part]).collect::<Vec<_>>())?;
    section.push(table);
    if nothing_of(workforce, unknown) {
        draft.missing(ITEM, "since when each officer has been in post");
    }
    Ok(())
}

/// Whether a fact is recorded of no officer in post.
fn nothing_of(workforce: &WorkforceFigures, not_recorded: u64) -> bool {
    nothing_but(not_recorded, workforce.headcount())
}

/// The team by sex and ethnic group, each with the children's where they are in the report.
fn beside_the_children(
    draft: &mut Draft<'_>,
    section: &mut Section,
    workforce: &WorkforceFigures,
) -> Result<()> {
    let (by_sex, by_group) = (workforce.by_sex(), workforce.by_ethnic_group());
    let sexes = Sex::ALL.iter().map(|sex| (Some(*sex), sex.as_str(), sex.to_string()));
    let sexes = parts(sexes, by_sex);
    let groups = EthnicGroup::ALL
        .iter()
        .map(|group| (Some(*group), ethnic_group(*group), group.to_string()));
    let groups = parts(groups, by_group);
    for (id, kind, title, stub, parts) in [
        ("team-sex", "sex", "The team beside the children, by sex", "sex", sexes),
        (
            "team-ethnic-group",
            "ethnic_group",
            "The team beside the children, by ethnic group",
            "ethnic group",
            groups,
        ),
    ] {
        section.push(beside(draft, workforce, (id, kind, title, stub), parts)?);
    }
    if nothing_of(workforce, by_sex.of(&None)) {
        draft.missing(ITEM, "the sex of the officers");
    }
    if nothing_of(workforce, by_group.of(&None)) {
        draft.missing(ITEM, "the ethnic group of the officers");
    }
    let children = draft.given.children.clone();
    let in_care = children.as_ref().map_or(0, |children| children.by_ethnic_group().total());
    let without = children.as_ref().map_or((0, 0), |children| {
        let sexes = children.by_age_and_sex().iter().filter(|((_, sex), _)| sex.is_none());
        let sexes = sexes.fold(0_u64, |sum, (_, count)| sum.saturating_add(count));
        (sexes, children.by_ethnic_group().of(&None))
    });
    if nothing_but(without.0, in_care) {
        draft.missing(ITEM, "the sex of the children");
    }
    if nothing_but(without.1, in_care) {
        draft.missing(ITEM, "the ethnic group of the children");
    }
    Ok(())
}

type Part = (&'static str, String, u64);

fn parts<K: Ord>(
    kinds: impl Iterator<Item = (Option<K>, &'static str, String)>,
    counts: &Breakdown<Option<K>>,
) -> Vec<Part> {
    let none = (None, "not_recorded", NOT_RECORDED.to_owned());
    kinds.chain([none]).map(|(kind, name, label)| (name, label, counts.of(&kind))).collect()
}

/// The children are those counted under `children.sex` and `children.ethnic_group`, where they stand in the
/// report by now.
fn beside(
    draft: &mut Draft<'_>,
    workforce: &WorkforceFigures,
    (id, kind, title, stub): (&'static str, &str, &str, &str),
    parts: Vec<Part>,
) -> Result<Table> {
    let team = headcount(draft, workforce)?;
    let whole = FigureId::from("cohort.looked_after_at_end");
    let child = |name: &str| FigureId::from(format!("children.{kind}.{name}"));
    let given = |draft: &Draft<'_>, id: &FigureId| draft.ledger.get(id.as_str()).is_some();
    let with_children =
        given(draft, &whole) && parts.iter().any(|(name, ..)| given(draft, &child(name)));
    let columns = ["officers", "share of the team", "children", "share of the children"];
    let shown = if with_children { columns.len() } else { 2 };
    let mut table = Table::new(id, title, stub, columns.into_iter().take(shown));
    let mut ids = Vec::new();
    for (name, label, count) in parts {
        let officers = draft.count(format!("workforce.{kind}.{name}"), count)?;
        let mut cells = vec![Cell::Count(officers.clone()), draft.rate(&officers, &team)?];
        let child = child(name);
        if with_children && given(draft, &child) {
            let share = draft.rate(&child, &whole)?;
            cells.extend([Cell::Count(child), share]);
        } else if with_children {
            cells.extend([Cell::NotAvailable, Cell::NotAvailable]);
        }
        table.row(label, cells);
        ids.push(officers);
    }
    draft.adds_up(&team, &ids)?;
    let mut cells = vec![Cell::Count(team), Cell::NotApplicable];
    if with_children {
        cells.extend([Cell::Count(whole), Cell::NotApplicable]);
        let kind = ChartKind::GroupedBars { columns: vec![1, 3] };
        let text =
            "For each row a bar for its share of the team and one for its share of the children.";
        table = table.with_chart(kind, title, text);
    } else {
        draft.missing(ITEM, "the children by sex and ethnic group, to set the team beside");
    }
    table.total("all", cells);
    Ok(table)
}

/// Children by the number of changes, the last of them open at the top.
fn iro_changes(draft: &mut Draft<'_>, section: &mut Section, changes: &IroChanges) -> Result<()> {
    const MANY: u32 = 3;
    let question = draft.given.reviews.question();
    let last = |as_of: chrono::NaiveDate| as_of.min(question.year().end());
    same_question(
        (question.year(), last(question.as_of())),
        (changes.year(), last(changes.as_of())),
    )?;
    let by_changes = changes.by_changes();
    let all = draft.count("iro_changes.children", by_changes.total())?;
    let mut parts: Vec<(FigureId, String, u64)> = (0..MANY)
        .map(|number| {
            let label = match number {
                0 => "no change".to_owned(),
                1 => "1 change".to_owned(),
                number => format!("{number} changes"),
            };
            let name = format!("iro_changes.{number}");
            (name.into(), label, by_changes.of(&Some(number)))
        })
        .collect();
    let not_recorded = by_changes.of(&None);
    let few = parts.iter().fold(not_recorded, |sum, (.., count)| sum.saturating_add(*count));
    let many = by_changes.total().saturating_sub(few);
    parts.push((format!("iro_changes.{MANY}_or_more").into(), format!("{MANY} or more"), many));
    parts.push(("iro_changes.not_recorded".into(), NOT_RECORDED.to_owned(), not_recorded));
    let mut table = Table::new(
        "iro-changes",
        "Children by changes of their IRO in the year",
        "changes of IRO",
        ["children", "share"],
    );
    draft.breakdown(&mut table, &all, parts)?;
    section.push(table);
    section.note(
        "Of the children looked after at some time of the year. A change is another officer within one period of \
         care.",
    );
    Ok(())
}
