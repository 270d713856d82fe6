//! The year at a glance: the children, and the texts that open the report.

use super::duty::doubt;
use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Headline, Section, Slot, Table};

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::new("summary", "Summary");
    section.push(draft.narrative(Slot::Introduction, None));

    let question = draft.given.reviews.question();
    let cohort = draft.given.reviews.cohort();
    let start = draft.count("cohort.looked_after_at_start", cohort.looked_after_at_start())?;
    let started = draft.count("cohort.started", cohort.started())?;
    let ceased = draft.count("cohort.ceased", cohort.ceased())?;
    let end = draft.count("cohort.looked_after_at_end", cohort.looked_after_at_end())?;
    // Start and started together are ceased and end together: one sum through each count.
    let ever = cohort.looked_after_at_start().saturating_add(cohort.started());
    let ever = draft.count("cohort.looked_after_in_year", ever)?;
    draft.adds_up(&ever, &[start.clone(), started.clone()])?;
    draft.adds_up(&ever, &[ceased.clone(), end.clone()])?;

    let long = |day: chrono::NaiveDate| day.format("%-d %B %Y").to_string();
    let year = question.year();
    let before = year.start().pred_opt().unwrap_or(year.start());
    let last = question.as_of().min(year.end());
    let mut table = Table::new("children", "Children looked after", "", ["children"]);
    for (label, id) in [
        (format!("looked after on {}", long(before)), start),
        ("started to be looked after".to_owned(), started),
        ("ceased to be looked after".to_owned(), ceased),
        (format!("looked after on {}", long(last)), end.clone()),
    ] {
        table.row(label, [super::super::Cell::Count(id)]);
    }
    section.push(table);
    section.note("Counted in periods of care. Short breaks are not counted.");

    let held = draft.given.reviews.held().all();
    let on_time = draft.count("reviews.held.on_time", held.on_time())?;
    let late = draft.count("reviews.held.late", held.late())?;
    let told = held.on_time().saturating_add(held.late());
    let told = draft.count("reviews.held.told", told)?;
    draft.adds_up(&told, &[on_time.clone(), late])?;
    let rate = draft.rate(&on_time, &told)?;
    section.push(Headline::new("Reviews held on time", rate).main());
    let untold = draft.count("reviews.held.undetermined", held.undetermined())?;
    let from = [&on_time, &told, &untold];
    doubt(draft, &mut section, from, held.on_time_range(), held.undetermined());
    let participation = draft.given.reviews.participation();
    let conveyed = draft.count("participation.views_conveyed", participation.views_conveyed())?;
    let eligible = draft.count("participation.eligible", participation.eligible())?;
    let rate = draft.rate(&conveyed, &eligible)?;
    section.push(Headline::new("Reviews to which children's views were conveyed", rate).main());
    section.push(draft.narrative(Slot::Themes, None));
    Ok(section)
}
