//! Item e: how good the organisation, conduct and recording of reviews were.

use super::duty;
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{AuditArea, AuditGrade};
use crate::report::AuditFigures;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, FigureId, PrescribedItem, Section, Slot, Table};

const ITEM: PrescribedItem = PrescribedItem::Audits;

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::of("audits", ITEM);
    let given = draft.given;
    match &given.audits {
        None => draft.missing(ITEM, "the outcomes of quality audits"),
        Some(audits) => figures(draft, &mut section, audits)?,
    }
    let mut in_time = true;
    for rule in [
        RuleId::ReportsReady,
        RuleId::DecisionsWritten,
        RuleId::DecisionsCirculated,
        RuleId::RecordWritten,
        RuleId::RecordDistributed,
    ] {
        in_time &= duty::headline(draft, &mut section, rule)?;
    }
    if !in_time {
        draft.missing(ITEM, "whether reports, decisions and records were ready in time");
    }
    section.push(draft.narrative(Slot::Audits, None));
    Ok(section)
}

fn figures(draft: &mut Draft<'_>, section: &mut Section, audits: &AuditFigures) -> Result<()> {
    let total = draft.count("audits.total", audits.total())?;
    let overall = audits.of(AuditArea::Overall).total() > 0;
    for (area, what) in [
        (AuditArea::Organisation, "audits of how reviews are organised"),
        (AuditArea::Conduct, "audits of how reviews are conducted"),
        (AuditArea::Recording, "audits of how reviews are recorded"),
    ] {
        if audits.of(area).total() == 0 && !overall {
            draft.missing(ITEM, what);
        }
    }
    let columns = AuditArea::ALL.iter().map(|area| area.as_str()).chain(["all"]);
    let mut table = Table::new("audits", "Quality audits, by area and grade", "grade", columns);
    let mut areas = Vec::new();
    for area in AuditArea::ALL {
        areas.push(draft.count(format!("audits.{area}.total"), audits.of(*area).total())?);
    }
    let mut grades = Vec::new();
    let mut by_area: Vec<Vec<FigureId>> = AuditArea::ALL.iter().map(|_| Vec::new()).collect();
    for (place, (grade, count)) in audits.by_grade().iter().enumerate() {
        let name = name(grade, place);
        let of_grade = draft.count(format!("audits.all.{name}"), count)?;
        let mut row = Vec::new();
        for (area, list) in AuditArea::ALL.iter().zip(&mut by_area) {
            let id = draft.count(format!("audits.{area}.{name}"), audits.of(*area).of(grade))?;
            list.push(id.clone());
            row.push(id);
        }
        draft.adds_up(&of_grade, &row)?;
        table.row(grade.to_string(), row.into_iter().chain([of_grade.clone()]).map(Cell::Count));
        grades.push(of_grade);
    }
    for (area, parts) in areas.iter().zip(&by_area) {
        draft.adds_up(area, parts)?;
    }
    draft.adds_up(&total, &grades)?;
    draft.adds_up(&total, &areas)?;
    table.total("all", areas.into_iter().chain([total]).map(Cell::Count));
    section.push(table);
    Ok(())
}

/// A code of the authority's own is named by its place: it may hold any letters.
fn name(grade: &AuditGrade, place: usize) -> String {
    match grade {
        AuditGrade::Local(_) => format!("local_{place}"),
        grade => grade.to_string().replace(' ', "_"),
    }
}
