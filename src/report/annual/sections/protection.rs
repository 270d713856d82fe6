//! Child protection conferences, for a service that chairs both. The Handbook prescribes nothing of it: without
//! figures there is no section.

use super::children::per_ten_thousand;
use super::duty::doubt;
use super::timeliness::triple;
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use crate::law::{Method, RuleId};
use crate::record::AbuseCategory;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, ChartKind, FigureId, Headline, Section, Table};
use crate::report::{Breakdown, PlanDuration, ProtectionFigures};
use chrono::NaiveDate;

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Option<Section>> {
    let Some(figures) = draft.given.protection.clone() else { return Ok(None) };
    let question = draft.given.reviews.question();
    let asked = (question.year(), question.as_of());
    let answered = (figures.year(), figures.as_of());
    if asked != answered {
        let words = |(year, as_of): (CollectionYear, NaiveDate)| format!("{year} as of {as_of}");
        let (left, right) = (words(asked), words(answered));
        return Err(Kind::Mismatch { what: "the year", left, right }.into());
    }
    let mut section = Section::new("protection", "Child protection conferences");
    initial_conferences(draft, &mut section, &figures)?;
    let children = reviews(draft, &mut section, &figures)?;
    let [started, ended, open] = plans(draft, &mut section, &figures)?;
    // Who has a plan and is not among them has had it for less than three months.
    draft.rate(&children, &open)?;
    again(draft, &mut section, &figures, &started)?;
    durations(draft, &mut section, &figures, &ended, &open)?;
    categories(draft, &mut section, &figures, &started, &open)?;
    notes(draft, &mut section, &figures)?;
    Ok(Some(section))
}

/// "within 15 working days", as the guidance says on the day of the knowledge.
fn limit(rule: RuleId, figures: &ProtectionFigures) -> String {
    let limit = rule.rule().governing_term(figures.as_of()).limit();
    limit.latest().map(|period| format!("within {period}")).unwrap_or_default()
}

fn initial_conferences(
    draft: &mut Draft<'_>,
    section: &mut Section,
    figures: &ProtectionFigures,
) -> Result<()> {
    let counts = figures.initial_conferences();
    let of = triple(draft, "protection.initial_conferences", counts)?;
    let within = limit(RuleId::InitialConference, figures);
    let rate = draft.rate(&of.on_time, &of.told)?;
    let label = format!(
        "Initial conferences, one for each child, held {within} of the strategy discussion"
    );
    section.push(Headline::new(label, rate));
    doubt(draft, section, of.ids(), counts.on_time_range(), counts.undetermined());

    let mut table = Table::new(
        "protection-initial",
        "Initial conferences by the working days since the strategy discussion",
        "working days",
        ["conferences, one for each child", "share"],
    )
    .with_chart(
        ChartKind::Bars { column: 0, range: None },
        "Initial conferences by working days",
        "A bar for each band of working days from the strategy discussion to the conference.",
    );
    let bands = figures.initial_conference_bands().map(|(from, to, count)| {
        let label = to.map_or(format!("{from} or more"), |to| format!("{from} to {to}"));
        (FigureId::from(format!("protection.initial_conferences.from_{from}_days")), label, count)
    });
    let names = bands.clone().map(|(name, _, _)| name);
    draft.breakdown(&mut table, &of.told, bands)?;
    let [first, second, third, fourth] = names;
    draft.adds_up(&of.on_time, &[first, second])?;
    draft.adds_up(&of.late, &[third, fourth])?;
    section.push(table);
    let median = match figures.median_working_days() {
        None => Cell::NotApplicable,
        Some(days) => Cell::derived(format!("{days} working days"), [&of.told]),
    };
    section.push(Headline::new(
        "Working days to the initial conference, half took no longer than",
        median,
    ));

    let counts = figures.transfer_in_conferences();
    let of = triple(draft, "protection.transfer_in_conferences", counts)?;
    let within = limit(RuleId::TransferInConference, figures);
    let rate = draft.rate(&of.on_time, &of.told)?;
    let label = format!("Transfer-in conferences, one for each child, held {within} of the notice");
    section.push(Headline::new(label, rate));
    doubt(draft, section, of.ids(), counts.on_time_range(), counts.undetermined());
    Ok(())
}

/// Both figures. Returns the children of the first.
fn reviews(
    draft: &mut Draft<'_>,
    section: &mut Section,
    figures: &ProtectionFigures,
) -> Result<FigureId> {
    let mut table = Table::new(
        "protection-reviews",
        "Reviews of child protection plans in time: two figures with two units",
        "",
        ["in time", "not in time", "cannot be told", "all", "in time, of those that can be told"],
    );
    for (name, label, headline, counts) in [
        (
            "protection.children_reviewed",
            "children with a plan at the end",
            "Plans reviewed in time (former NI 67): of the children with a plan at the end, held for three months \
             at least, every review in time",
            figures.children_reviewed(),
        ),
        (
            "protection.review_conferences",
            "review conferences held in the year, one for each child",
            "Review conferences on time: of the conferences held in the year, one for each child",
            figures.review_conferences(),
        ),
    ] {
        let of = triple(draft, name, counts)?;
        let rate = draft.rate(&of.on_time, &of.told)?;
        section.push(Headline::new(headline, rate.clone()));
        doubt(draft, section, of.ids(), counts.on_time_range(), counts.undetermined());
        let ids = [&of.on_time, &of.late, &of.undetermined, &of.total];
        table.row(label, ids.map(|id| Cell::Count(id.clone())).into_iter().chain([rate]));
        if name == "protection.review_conferences" {
            let both = draft.count(
                "protection.review_conferences.also_looked_after",
                figures.also_looked_after_reviews(),
            )?;
            let share = draft.rate(&both, &of.total)?;
            let label = "Review conferences that were also the review of a looked-after child";
            section.push(Headline::new(label, share));
        }
    }
    section.push(table);
    Ok("protection.children_reviewed.total".into())
}

/// Started, ended and open at the end.
fn plans(
    draft: &mut Draft<'_>,
    section: &mut Section,
    figures: &ProtectionFigures,
) -> Result<[FigureId; 3]> {
    let before = draft.count("protection.plans.open_at_start", figures.plans_open_at_start())?;
    let started = draft.count("protection.plans.started", figures.plans_started())?;
    let ended = draft.count("protection.plans.ended", figures.plans_ended())?;
    let open = draft.count("protection.plans.open_at_end", figures.plans_open_at_end())?;
    let all = figures.plans_open_at_start().saturating_add(figures.plans_started());
    let all = draft.count("protection.plans.total", all)?;
    draft.adds_up(&all, &[before.clone(), started.clone()])?;
    draft.adds_up(&all, &[ended.clone(), open.clone()])?;
    let mut table =
        Table::new("protection-plans", "Child protection plans of the year", "", ["plans"]);
    for (label, id) in [
        ("open at the start of the year", &before),
        ("started in the year", &started),
        ("ended in the year", &ended),
        ("open at its end", &open),
    ] {
        table.row(label, [Cell::Count(id.clone())]);
    }
    section.push(table);
    let (cell, rate) = per_ten_thousand(draft, &open, figures.plans_open_at_end());
    let label = "Plans open at the end, for every 10,000 children under 18";
    section.push(Headline::new(label, cell).per_head("protection.plans.per_10_000", rate));
    Ok([started, ended, open])
}

/// Plans started by whether there was one before.
fn again(
    draft: &mut Draft<'_>,
    section: &mut Section,
    figures: &ProtectionFigures,
    started: &FigureId,
) -> Result<()> {
    let mut table = Table::new(
        "protection-again",
        "Plans started in the year, by whether the child had one before",
        "",
        ["yes", "no", "not recorded", "plans started", "yes, of those that can be told"],
    );
    let mut before: Option<[FigureId; 3]> = None;
    for (name, label, counts) in [
        (
            "protection.plans.again",
            "ever before in this authority (former NI 65)",
            figures.second_or_subsequent(),
        ),
        (
            "protection.plans.again_within_24_months",
            "ended within 24 months before (a local variant)",
            figures.second_within_24_months(),
        ),
    ] {
        let mut part = |part: &str, count| draft.count(format!("{name}.{part}"), count);
        let (yes, no) = (counts.of(&Some(true)), counts.of(&Some(false)));
        let told = part("told", yes.saturating_add(no))?;
        let yes = part("yes", yes)?;
        let no = part("no", no)?;
        let unknown = part("not_recorded", counts.of(&None))?;
        draft.adds_up(&told, &[yes.clone(), no.clone()])?;
        draft.adds_up(started, &[told.clone(), unknown.clone()])?;
        let rate = draft.rate(&yes, &told)?;
        // Who had one lately had one ever, and who never had one had none lately.
        if let Some([ever, never, unknown_ever]) = &before {
            draft.rate(&yes, ever)?;
            draft.rate(never, &no)?;
            draft.rate(unknown_ever, &unknown)?;
        }
        before = Some([yes.clone(), no.clone(), unknown.clone()]);
        let ids = [&yes, &no, &unknown, started].map(|id| Cell::Count(id.clone()));
        table.row(label, ids.into_iter().chain([rate]));
    }
    section.push(table);
    Ok(())
}

fn durations(
    draft: &mut Draft<'_>,
    section: &mut Section,
    figures: &ProtectionFigures,
    ended: &FigureId,
    open: &FigureId,
) -> Result<()> {
    for (id, title, name, whole, counts) in [
        (
            "protection-ended-after",
            "Plans ended in the year, by how long they had lasted",
            "protection.plans.ended_after",
            ended,
            figures.ended_after(),
        ),
        (
            "protection-open-for",
            "Plans open at the end, by how long they had lasted",
            "protection.plans.open_for",
            open,
            figures.open_for(),
        ),
    ] {
        let mut table = Table::new(id, title, "duration", ["plans", "share"]);
        let parts = PlanDuration::ALL.map(|band| {
            (format!("{name}.{}", slug(band)).into(), band.to_string(), counts.of(&band))
        });
        draft.breakdown(&mut table, whole, parts)?;
        section.push(table);
    }
    let long = slug(PlanDuration::Longer);
    let longer = FigureId::from(format!("protection.plans.ended_after.{long}"));
    let rate = draft.rate(&longer, ended)?;
    let label = "Plans ended in the year that had lasted two years or more (former NI 64)";
    section.push(Headline::new(label, rate));
    let over =
        draft.count("protection.plans.open_over_two_years", figures.plans_open_over_two_years())?;
    // One gives the other away but for a plan of two years to the day.
    let open_for = format!("protection.plans.open_for.{long}").into();
    draft.rate(&over, &open_for)?;
    let label = "Plans open at the end for more than two years";
    section.push(Headline::new(label, Cell::Count(over)));
    Ok(())
}

const fn slug(band: PlanDuration) -> &'static str {
    match band {
        PlanDuration::ThreeMonths => "three_months",
        PlanDuration::SixMonths => "six_months",
        PlanDuration::OneYear => "one_year",
        PlanDuration::TwoYears => "two_years",
        PlanDuration::Longer => "longer",
    }
}

fn categories(
    draft: &mut Draft<'_>,
    section: &mut Section,
    figures: &ProtectionFigures,
    started: &FigureId,
    open: &FigureId,
) -> Result<()> {
    let each = |name: &str, counts: &Breakdown<Option<AbuseCategory>>| {
        let kinds = AbuseCategory::ALL.map(Some).into_iter().chain([None]);
        let parts = kinds.map(|kind| {
            let label = kind.map_or("not recorded", AbuseCategory::as_str);
            let id = FigureId::from(format!("{name}.{}", label.replace(' ', "_")));
            (id, label.to_owned(), counts.of(&kind))
        });
        parts.collect::<Vec<_>>()
    };
    for (id, title, name, whole, counts) in [
        (
            "protection-category-start",
            "Plans started in the year, by the category of abuse at the start",
            "protection.plans.category_at_start",
            started,
            figures.category_at_start(),
        ),
        (
            "protection-category-latest",
            "Plans open at the end, by the latest category of abuse",
            "protection.plans.latest_category",
            open,
            figures.latest_category(),
        ),
    ] {
        let mut table = Table::new(id, title, "category", ["plans", "share"]);
        draft.breakdown(&mut table, whole, each(name, counts))?;
        section.push(table);
    }
    Ok(())
}

fn notes(draft: &mut Draft<'_>, section: &mut Section, figures: &ProtectionFigures) -> Result<()> {
    let missing = figures.children_not_recorded();
    if missing > 0 {
        let id = draft.count("protection.children.not_recorded", missing)?;
        let label =
            "Children of whom nobody recorded whether they had a plan; in no count of plans";
        section.push(Headline::new(label, Cell::Count(id)));
    }
    let method = match figures.method() {
        Method::Law => "in calendar months, as the guidance has them".to_owned(),
        method => format!("by a convention: {method}"),
    };
    section.note(format!(
        "Between conferences, three and six months are counted {method}. How long a plan was held is counted in \
         calendar months. All times are those of statutory guidance: out of timescale is not unlawful."
    ));
    Ok(())
}
