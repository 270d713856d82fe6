//! What became of the last work programme, and the next one.

use crate::error::{Kind, Result};
use crate::report::annual::builder::Draft;
use crate::report::annual::{Action, Cell, Section, Slot, Table};

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::new("programme", "Work programme");
    let given = draft.given;
    match &given.programme {
        None => section.note("The work programme was not given."),
        Some(programme) => {
            for (id, title, actions, none) in [
                (
                    "programme-last",
                    "The priorities of the year, and what became of them",
                    programme.last(),
                    "The priorities of the year were not given.",
                ),
                (
                    "programme-next",
                    "The work programme of the year to come",
                    programme.next(),
                    "The work programme of the year to come was not given.",
                ),
            ] {
                if actions.is_empty() {
                    section.note(none);
                } else {
                    section.push(table(id, title, actions)?);
                }
            }
        }
    }
    section.push(draft.narrative(Slot::Priorities, None));
    Ok(section)
}

/// What the service tells children and young people, as their own version has it.
pub(super) fn for_young_people(draft: &mut Draft<'_>) -> Section {
    let mut section = Section::new("young-people", "For children and young people");
    section.push(draft.narrative(Slot::WhatWillChange, None));
    section.push(draft.narrative(Slot::HowToReachUs, None));
    section
}

fn table(id: &'static str, title: &str, actions: &[Action]) -> Result<Table> {
    let mut table = Table::new(id, title, "action", ["owner", "by", "status"]);
    for (number, action) in (1_u32..).zip(actions) {
        if action.action().is_empty() {
            return Err(Kind::Contradiction {
                record: format!("annual report, {id}"),
                field: "action",
                value: number.to_string(),
                problem: "it says nothing".to_owned(),
            }
            .into());
        }
        let by = action.by().map(|day| day.format("%-d %B %Y"));
        let cells = [
            action.owner().map_or(Cell::NotAvailable, Cell::text),
            by.map_or(Cell::NotAvailable, Cell::text),
            action.status().map_or(Cell::NotAvailable, Cell::text),
        ];
        table.row(action.action(), cells);
    }
    Ok(table)
}
