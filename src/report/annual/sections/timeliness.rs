//! Item d: reviews on time, reviews late, and why.

use super::duty::{doubt, nothing_but};
use crate::error::Result;
use crate::report::Timeliness;
use crate::report::annual::builder::Draft;
use crate::report::annual::{
    Cell, ChartKind, FigureId, Headline, PrescribedItem, Section, Slot, Table,
};

const THE_REASONS: &str = "the reasons why reviews were late";

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let item = PrescribedItem::Timeliness;
    let mut section = Section::of("timeliness", item);
    let figures = &draft.given.reviews;
    let (held, due, children) = (figures.held(), figures.due(), figures.children());
    let all = held.all();
    if nothing_but(all.undetermined(), all.total()) {
        draft.missing(item, "whether the reviews held were on time");
    }
    let fell_due = due.met().saturating_add(due.met_late()).saturating_add(due.not_held());
    if nothing_but(due.undetermined(), fell_due.saturating_add(due.undetermined())) {
        draft.missing(item, "whether the reviews that fell due were held in time");
    }

    let whole = triple(draft, "reviews.held", all)?;
    let rate = draft.rate(&whole.on_time, &whole.told)?;
    section.push(Headline::new("Of the reviews held in the year, on time", rate));
    doubt(draft, &mut section, whole.ids(), all.on_time_range(), all.undetermined());

    let met = draft.count("reviews.due.met", due.met())?;
    let met_late = draft.count("reviews.due.met_late", due.met_late())?;
    let not_held = draft.count("reviews.due.not_held", due.not_held())?;
    let told = due.met().saturating_add(due.met_late()).saturating_add(due.not_held());
    let told = draft.count("reviews.due.told", told)?;
    draft.adds_up(&told, &[met.clone(), met_late.clone(), not_held.clone()])?;
    let rate = draft.rate(&met, &told)?;
    section.push(Headline::new("Of the reviews that fell due in the year, held in time", rate));
    let undetermined = draft.count("reviews.due.undetermined", due.undetermined())?;
    let from = [&met, &told, &undetermined];
    doubt(draft, &mut section, from, due.on_time_range(), due.undetermined());

    let mut table =
        Table::new("due", "What became of the reviews that fell due", "outcome", ["reviews"]);
    let not_yet_due = draft.count("reviews.due.not_yet_due", due.not_yet_due())?;
    let lapsed = draft.count("reviews.due.lapsed", due.lapsed())?;
    for (label, id) in [
        ("held in time", met),
        ("held late", met_late),
        ("not held", not_held),
        ("not yet due", not_yet_due),
        ("no longer needed", lapsed),
        ("due on a day that is not known exactly", undetermined),
    ] {
        table.row(label, [Cell::Count(id)]);
    }
    section.push(table);

    let on_time = draft.count("reviews.children.all_on_time", children.all_on_time())?;
    let not = draft.count("reviews.children.not_all_on_time", children.not_all_on_time())?;
    let undetermined = draft.count("reviews.children.undetermined", children.undetermined())?;
    let told = children.all_on_time().saturating_add(children.not_all_on_time());
    let told = draft.count("reviews.children.told", told)?;
    draft.adds_up(&told, &[on_time.clone(), not.clone()])?;
    let total = draft.count("reviews.children.total", children.total())?;
    draft.adds_up(&total, &[told.clone(), undetermined.clone()])?;
    let end = figures.cohort().looked_after_at_end();
    let too_new = end.saturating_sub(children.total());
    let end = draft.count("cohort.looked_after_at_end", end)?;
    let too_new_id = draft.count("reviews.children.first_review_later", too_new)?;
    draft.adds_up(&end, &[total, too_new_id.clone()])?;
    let rate = draft.rate(&on_time, &told)?;
    section
        .push(Headline::new("Of the children looked after at the end, all reviews on time", rate));
    let from = [&on_time, &told, &undetermined];
    doubt(draft, &mut section, from, children.on_time_range(), children.undetermined());
    if too_new > 0 {
        let label = "Children not counted there, as their first review was due after the year";
        section.push(Headline::new(label, Cell::Count(too_new_id)));
    }
    if figures.question().is_provisional() {
        section.note("A child whose reviews are not yet due counts as on time.");
    }

    let mut table = Table::new(
        "sequence",
        "Reviews held, by which review was due",
        "review",
        ["on time", "late", "cannot be told", "all", "on time, of those that can be told"],
    );
    let mut parts: [Vec<FigureId>; 4] = Default::default();
    for (sequence, counts) in held.each() {
        let name = format!("reviews.held.by_sequence.{}", sequence.as_str());
        let of = triple(draft, &name, counts)?;
        let rate = draft.rate(&of.on_time, &of.told)?;
        for (list, id) in parts.iter_mut().zip(of.ids()) {
            list.push(id.clone());
        }
        table.row(
            sequence.as_str(),
            of.ids().map(|id| Cell::Count(id.clone())).into_iter().chain([rate]),
        );
    }
    let rate = draft.rate(&whole.on_time, &whole.told)?;
    let ids = whole.ids();
    table.total("all", ids.map(|id| Cell::Count(id.clone())).into_iter().chain([rate]));
    for (id, list) in ids.into_iter().zip(&parts) {
        draft.adds_up(id, list)?;
    }
    section.push(table);

    reasons(draft, &mut section, &whole.late)?;
    missed(draft, &mut section)?;
    section.push(draft.narrative(Slot::Timeliness, None));
    Ok(section)
}

/// On time, late and what cannot be told, with their sums.
pub(super) struct Triple {
    pub(super) on_time: FigureId,
    pub(super) late: FigureId,
    pub(super) undetermined: FigureId,
    pub(super) total: FigureId,
    pub(super) told: FigureId,
}

impl Triple {
    pub(super) const fn ids(&self) -> [&FigureId; 4] {
        [&self.on_time, &self.late, &self.undetermined, &self.total]
    }
}

pub(super) fn triple(draft: &mut Draft<'_>, name: &str, counts: Timeliness) -> Result<Triple> {
    let mut count = |part: &str, count| draft.count(format!("{name}.{part}"), count);
    let on_time = count("on_time", counts.on_time())?;
    let late = count("late", counts.late())?;
    let undetermined = count("undetermined", counts.undetermined())?;
    let total = count("total", counts.total())?;
    let told = count("told", counts.on_time().saturating_add(counts.late()))?;
    draft.adds_up(&told, &[on_time.clone(), late.clone()])?;
    draft.adds_up(&total, &[told.clone(), undetermined.clone()])?;
    Ok(Triple { on_time, late, undetermined, total, told })
}

/// The late reviews by their reason; what has none recorded is named so.
fn reasons(draft: &mut Draft<'_>, section: &mut Section, late: &FigureId) -> Result<()> {
    let given = draft.given;
    let Some(lateness) = &given.lateness else {
        draft.missing(PrescribedItem::Timeliness, THE_REASONS);
        return Ok(());
    };
    let by_reason = lateness.by_reason();
    if by_reason.total() == 0 && given.reviews.held().all().late() > 0 {
        draft.missing(PrescribedItem::Timeliness, THE_REASONS);
    }
    // More late reviews, or more reasons, than there are late reviews do not add up: no report is made.
    let held_late = given.reviews.held().all().late().max(lateness.late());
    let unrecorded = held_late.saturating_sub(by_reason.total());
    let parts = by_reason.iter().map(|(reason, count)| {
        let name = FigureId::from(format!("reviews.late_reason.{}", reason.as_str()));
        (name, reason.to_string(), count)
    });
    let unrecorded =
        ("reviews.late_reason.not_recorded".into(), "not recorded".to_owned(), unrecorded);
    let mut table =
        Table::new("late-reasons", "Reviews held late, by reason", "reason", ["reviews", "share"])
            .with_chart(
                ChartKind::Bars { column: 0, range: None },
                "Reviews held late, by reason",
                "A bar for each reason, as long as the number of late reviews with it.",
            );
    draft.breakdown(&mut table, late, parts.chain([unrecorded]).collect::<Vec<_>>())?;
    section.push(table);
    Ok(())
}

/// The children by how often their reviews were missed. Who they are is in no report.
fn missed(draft: &mut Draft<'_>, section: &mut Section) -> Result<()> {
    let Some(missed) = draft.given.missed else {
        let label = "Children of whom more than one review was missed";
        section.push(Headline::new(label, Cell::NotAvailable));
        return Ok(());
    };
    let children = draft.count("missed.children.total", missed.total())?;
    let in_year = draft.given.reviews.cohort();
    let in_year = in_year.looked_after_at_start().saturating_add(in_year.started());
    let in_year = draft.count("cohort.looked_after_in_year", in_year)?;
    draft.may_leave(core::slice::from_ref(&children), &in_year);
    let parts = [
        ("missed.children.never", "none", missed.never()),
        ("missed.children.once", "one", missed.once()),
        ("missed.children.twice", "two", missed.twice()),
        ("missed.children.more_often", "three or more", missed.more_often()),
        (
            "missed.children.undetermined",
            "none that is known, but not all can be told",
            missed.undetermined(),
        ),
    ];
    let mut table = Table::new(
        "missed",
        "Children by the number of their reviews due in the year that were held late or not at all",
        "reviews missed",
        ["children", "share"],
    );
    let parts = parts.map(|(name, label, count)| (name.into(), label.to_owned(), count));
    draft.breakdown(&mut table, &children, parts)?;
    section.push(table);
    Ok(())
}
