//! Item c: how children and their parents took part.

use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, ChartKind, Headline, PrescribedItem, Section, Slot, Table};

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let item = PrescribedItem::Participation;
    let mut section = Section::of("participation", item);
    let counts = draft.given.reviews.participation();

    let mut table = Table::new(
        "participation",
        "How children took part in their reviews",
        "code",
        ["meaning", "reviews"],
    )
    .with_chart(
        ChartKind::Bars { column: 1, range: None },
        "Reviews by how the child took part",
        "A bar for each participation code, as long as the number of reviews held in the year with it.",
    );
    let held = draft.count("reviews.held.total", draft.given.reviews.held().all().total())?;
    let mut codes = Vec::new();
    let mut eligible_codes = Vec::new();
    for (code, count) in counts.each() {
        let id = draft.count(format!("participation.codes.{code}"), count)?;
        table.row(code.to_string(), [Cell::text(code.meaning()), Cell::Count(id.clone())]);
        if code.is_eligible() {
            eligible_codes.push(id.clone());
        }
        codes.push(id);
    }
    let unrecorded = draft.count("participation.codes.not_recorded", counts.not_recorded())?;
    table.row("", [Cell::text("not recorded"), Cell::Count(unrecorded.clone())]);
    table.total("", [Cell::text("all reviews held"), Cell::Count(held.clone())]);
    codes.push(unrecorded);
    draft.adds_up(&held, &codes)?;
    section.push(table);

    let eligible = draft.count("participation.eligible", counts.eligible())?;
    draft.adds_up(&eligible, &eligible_codes)?;
    for (label, name, count) in [
        ("Children attended", "participation.attended", counts.attended()),
        (
            "Children's views conveyed, by any route",
            "participation.views_conveyed",
            counts.views_conveyed(),
        ),
    ] {
        let id = draft.count(name, count)?;
        let parts: Vec<_> = counts
            .each()
            .filter(|(code, _)| match name {
                "participation.attended" => code.attended(),
                _ => code.views_conveyed(),
            })
            .map(|(code, _)| format!("participation.codes.{code}").into())
            .collect();
        draft.adds_up(&id, &parts)?;
        let rate = draft.rate(&id, &eligible)?;
        section.push(Headline::new(label, rate));
    }
    section.note(
        "Both rates are of the reviews coded PN1 to PN7; children under four are counted apart.",
    );
    section.push(draft.narrative(Slot::Participation, None));
    section.push(draft.narrative(Slot::ChildrenSaid, None));
    draft.missing(item, "parents' views and attendance");
    draft.missing(item, "whether children were seen alone before the review");
    draft.missing(item, "feedback");
    Ok(section)
}
