//! Item f: whether resources put a quality service at risk: the posts that the range of caseloads takes, beside
//! those there are.

use crate::error::Result;
use crate::report::WorkforceFigures;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, PrescribedItem, Section, Slot, Table};
use core::cmp::Ordering;
use rust_decimal::Decimal;

const ITEM: PrescribedItem = PrescribedItem::Resources;

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::of("resources", ITEM);
    match draft.given.workforce.clone() {
        None => draft.missing(ITEM, "the full-time posts it takes, beside those there are"),
        Some(workforce) => capacity(draft, &mut section, &workforce)?,
    }
    section.push(draft.narrative(Slot::Resources, Some((ITEM, "what the service says of it"))));
    Ok(section)
}

fn capacity(
    draft: &mut Draft<'_>,
    section: &mut Section,
    workforce: &WorkforceFigures,
) -> Result<()> {
    let facts = (workforce.fte(), workforce.children());
    let Some((from, to)) = workforce.range() else {
        if facts.0.is_none() || facts.1.is_none() {
            draft.missing(ITEM, "the children and the full-time equivalent of every officer");
        }
        section.note(
            "No range of caseloads was in force in this year: how many posts the children take is not worked out.",
        );
        return Ok(());
    };
    let needed = [to, from].map(|each| workforce.fte_needed(each));
    let ((Some(in_post), Some(children)), [Some(at_most), Some(at_least)]) = (facts, needed) else {
        draft.missing(ITEM, "the children and the full-time equivalent of every officer");
        return Ok(());
    };
    // The posts and the children together tell the caseload, as in the section on the service.
    let headcount = draft.count("workforce.headcount", workforce.headcount())?;
    let of = [draft.count("workforce.children", children)?, headcount.clone()];
    let columns = [to, from].map(|each| format!("with {each} children each"));
    let mut table = Table::new(
        "capacity",
        "Full-time posts that the children take, and those there are",
        "full-time posts",
        columns.iter().map(String::as_str),
    );
    let needed = [at_most, at_least];
    table.row("needed", needed.map(|needed| Cell::derived(needed, &of)));
    let filled = Cell::derived(in_post, [&headcount]);
    table.row("filled", [filled.clone(), filled]);
    let gap = |there_are| needed.map(|needed| Cell::derived(difference(there_are, needed), &of));
    table.row("difference", gap(in_post));
    match workforce.vacant() {
        None => draft.missing(ITEM, "the vacant posts"),
        Some(vacant) => {
            table.row("vacant", [Cell::text(vacant), Cell::text(vacant)]);
            let all = in_post.checked_add(vacant).unwrap_or(in_post);
            table.row("difference, were the vacant ones filled", gap(all));
        }
    }
    section.push(table);
    let children = Cell::Count("workforce.children".into());
    section.push(super::super::Headline::new("Children whose IROs the officers are", children));
    section.note(
        "Needed are the children divided by so many each, rounded to hundredths, halves upwards; the difference is \
         worked from that. The range is guidance (IRO Handbook, paragraph 7.15).",
    );
    Ok(())
}

fn difference(there_are: Decimal, needed: Decimal) -> String {
    let by = there_are.checked_sub(needed).unwrap_or_default().abs();
    match there_are.cmp(&needed) {
        Ordering::Less => format!("{by} too few"),
        Ordering::Equal => "none".to_owned(),
        Ordering::Greater => format!("{by} more than needed"),
    }
}
