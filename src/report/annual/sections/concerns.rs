//! Item a: the procedure for resolving concerns, the issues raised and what became of them.

use super::duty::not_yet;
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{DisputeOutcome, DisputeRoute, DisputeTheme};
use crate::report::annual::builder::Draft;
use crate::report::annual::{
    Cell, ChartKind, FigureId, Headline, PrescribedItem, Section, Slot, Table,
};
use crate::report::{Breakdown, DisputeFigures};

const ITEM: PrescribedItem = PrescribedItem::Concerns;

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::of("concerns", ITEM);
    let needed = "the local procedure for resolving concerns, and an analysis of the issues raised";
    section.push(draft.narrative(Slot::Concerns, Some((ITEM, needed))));
    match draft.given.disputes.clone() {
        None => draft.missing(ITEM, "the disputes raised and their outcomes"),
        Some(disputes) => figures(draft, &mut section, &disputes)?,
    }
    Ok(section)
}

fn figures(draft: &mut Draft<'_>, section: &mut Section, disputes: &DisputeFigures) -> Result<()> {
    let all = draft.count("disputes.total", disputes.total())?;
    let open_before = draft.count("disputes.open_at_start", disputes.open_at_start())?;
    let raised = draft.count("disputes.raised", disputes.raised())?;
    let ended = draft.count("disputes.ended", disputes.ended())?;
    let open = draft.count("disputes.open_at_end", disputes.open_at_end())?;
    draft.adds_up(&all, &[open_before.clone(), raised.clone()])?;
    draft.adds_up(&all, &[ended.clone(), open.clone()])?;
    let mut table = Table::new("disputes", "Disputes of the year", "", ["disputes"]);
    for (label, id) in [
        ("open at the start of the year", open_before),
        ("raised in the year", raised),
        ("ended in the year", ended.clone()),
        ("still open at its end", open.clone()),
    ] {
        table.row(label, [Cell::Count(id)]);
    }
    let limit = RuleId::DisputeResolved.rule().governing_term(disputes.as_of()).limit();
    let limit = limit.latest().map(|period| period.to_string()).unwrap_or_default();
    let overdue = format!("still open, formal, and past {limit}");
    let late = draft.count("disputes.overdue", disputes.overdue())?;
    let broken_off = draft.count("disputes.broken_off", disputes.broken_off())?;
    let cafcass = draft.count("disputes.cafcass", disputes.referred_to_cafcass())?;
    let advice = draft.count("disputes.legal_advice", disputes.legal_advice())?;
    draft.leaves(&[late.clone(), broken_off.clone()], &open)?;
    draft.within(&cafcass, &all)?;
    draft.within(&advice, &all)?;
    for (label, id) in [
        (overdue.as_str(), late.clone()),
        ("still open, and the record of it breaks off", broken_off),
        ("referred to Cafcass", cafcass),
        ("independent legal advice sought", advice),
    ] {
        table.row(label, [Cell::Count(id)]);
    }
    section.push(table);
    if draft.given.disputes_not_recorded > 0 {
        let count = draft.given.disputes_not_recorded;
        let id = draft.count("disputes.children_not_recorded", count)?;
        let label = "Children of whom it is not recorded whether there were disputes";
        section.push(Headline::new(label, Cell::Count(id)));
    }

    let rate = disputes.resolved_in_time();
    let in_time = draft.count("disputes.formal.in_time", rate.numerator())?;
    let resolved = draft.count("disputes.formal.resolved", rate.denominator())?;
    let cell = draft.rate(&in_time, &resolved)?;
    // A reader knows the formal disputes from their stages, and those resolved on any route.
    let stages: Vec<_> = disputes
        .by_route()
        .iter()
        .filter(|(route, _)| **route != DisputeRoute::Informal)
        .map(|(route, count)| (route_name(*route), count))
        .collect();
    let formal = stages.iter().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    let formal = draft.count("disputes.formal.total", formal)?;
    let stages = stages.into_iter().map(|(name, count)| draft.count(name, count));
    let stages = stages.collect::<Result<Vec<_>>>()?;
    draft.adds_up(&formal, &stages)?;
    draft.leaves(&[resolved.clone(), late], &formal)?;
    let outcome = disputes.by_outcome().of(&DisputeOutcome::Resolved);
    let of_any_route = draft.count("disputes.resolved", outcome)?;
    draft.within(&resolved, &of_any_route)?;
    draft.within(&of_any_route, &ended)?;
    section.push(Headline::new(format!("Formal disputes resolved, within {limit}"), cell));
    let days = match disputes.median_days() {
        None => Cell::NotApplicable,
        Some(median) => Cell::derived(format!("{median} days"), [&of_any_route]),
    };
    section.push(Headline::new("Days from raising to resolution, half took no longer than", days));

    let routes = disputes.by_route().iter();
    let routes = routes.map(|(route, count)| (route_name(*route), route.to_string(), count));
    let mut table = Table::new(
        "disputes-route",
        "Disputes by route",
        "route",
        ["disputes", "share"],
    )
    .with_chart(
        ChartKind::Bars { column: 0, range: None },
        "Disputes by route",
        "A bar for the informal route and for each formal stage, by the highest stage reached.",
    );
    draft.breakdown(&mut table, &all, routes.collect::<Vec<_>>())?;
    section.push(table);

    // What the caller names in words of his own is one theme here: words may be about a child.
    let mut by_theme = Breakdown::new();
    for (theme, count) in disputes.by_theme().iter() {
        let theme = match theme {
            DisputeTheme::Other(_) => "anything else",
            theme => theme.as_str(),
        };
        by_theme.add_many(theme, count);
    }
    let themes = by_theme.iter().map(|(theme, count)| {
        let name = format!("disputes.theme.{}", theme.replace(' ', "_"));
        (name.into(), (*theme).to_owned(), count)
    });
    let mut table =
        Table::new("disputes-theme", "Disputes by theme", "theme", ["disputes", "share"])
            .with_chart(
                ChartKind::Bars { column: 0, range: None },
                "Disputes by theme",
                "A bar for each theme, as long as the number of disputes about it.",
            );
    draft.breakdown(&mut table, &all, themes.collect::<Vec<_>>())?;
    section.push(table);

    let outcomes = disputes.by_outcome().iter().map(|(outcome, count)| {
        let name = match outcome {
            DisputeOutcome::Resolved => "disputes.resolved",
            DisputeOutcome::Withdrawn => "disputes.withdrawn",
            DisputeOutcome::Superseded => "disputes.superseded",
        };
        (name.into(), outcome.to_string(), count)
    });
    let mut table = Table::new(
        "disputes-outcome",
        "Disputes ended, by outcome",
        "outcome",
        ["disputes", "share"],
    );
    draft.breakdown(&mut table, &ended, outcomes.collect::<Vec<_>>())?;
    section.push(table);
    if let Some(first) = not_yet(draft, RuleId::DisputeResolved) {
        section.note(format!(
            "The {limit} are those of the IRO Handbook, in force from {}: this year was before.",
            first.format("%-d %B %Y")
        ));
    }
    section.note("More disputes are not worse: they show that concerns are raised.");
    Ok(())
}

fn route_name(route: DisputeRoute) -> FigureId {
    match route {
        DisputeRoute::Informal => "disputes.route.informal".into(),
        DisputeRoute::Formal { highest_stage } => {
            format!("disputes.route.stage_{highest_stage}").into()
        }
    }
}
