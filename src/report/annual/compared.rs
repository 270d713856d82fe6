//! What the figures are compared with: targets, earlier years, England, a region, statistical neighbours. It is
//! set beside them when every section stands, so that no section has to know of it.

use super::builder::{AnnualReportBuilder, Draft};
use super::{
    Beside, Block, Cell, ChartKind, Disclosure, FigureId, FigureNames, Headline, PreviousYear,
    Section, Shown, Table, names, standing,
};
use crate::calendar::CollectionYear;
use crate::error::{Error, Kind, Result};
use crate::report::{
    Basis, Change, Comparator, Measure, PerHead, Percentage, PublishedPercentage, Rate, RateRange,
    Standing, Trend,
};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The figures of which a table goes through the years, with a chart, and the tables' names.
const TRENDS: &[(&str, &str)] = &[
    ("cohort.looked_after_at_end", "trend-looked-after"),
    ("disputes.formal.in_time", "trend-disputes-in-time"),
    ("participation.attended", "trend-attended"),
    ("participation.views_conveyed", "trend-views"),
    ("reviews.held.on_time", "trend-held"),
    ("reviews.due.met", "trend-due"),
    ("reviews.children.all_on_time", "trend-children"),
    ("support.advocates", "trend-advocates"),
    ("support.visitors.matched", "trend-visitors"),
    ("support.care_plans.up_to_date", "trend-care-plans"),
    ("workforce.caseload", "trend-caseload"),
];

/// What one year begins with is what the year before ended with.
const CARRIED_OVER: [(&str, &str); 2] = [
    ("cohort.looked_after_at_start", "cohort.looked_after_at_end"),
    ("disputes.open_at_start", "disputes.open_at_end"),
];

/// Sets beside each headline figure what it is compared with, and behind the main ones a table of the years.
/// What is compared and stands in a table only is made a headline first.
pub(super) fn set_beside(draft: &mut Draft<'_>, sections: &mut [Section]) -> Result<()> {
    let given = draft.given;
    let comparators = comparators(given)?;
    let mut years = Years::of(draft)?;
    standing::headlines(draft, sections, &comparators)?;
    let elsewhere = standing::outside_the_summary(draft, sections);
    let mut drawn: BTreeSet<String> = BTreeSet::new();
    for section in sections {
        let mut blocks = Vec::with_capacity(section.blocks.len());
        for block in core::mem::take(&mut section.blocks) {
            let Block::Headline(mut headline) = block else {
                blocks.push(block);
                continue;
            };
            let mut behind = Vec::new();
            if let Some(figure) = Figure::of(draft, &headline) {
                let own = || {
                    comparators.iter().filter(|(name, comparator)| {
                        *name == figure.name && comparator.value().unit() == figure.value.unit()
                    })
                };
                // What a year begins with is what the one before ended with, and stands there.
                let begins = CARRIED_OVER.iter().any(|(start, _)| *start == figure.name);
                let past = if begins && !given.trends.contains(&figure.name) {
                    Vec::new()
                } else {
                    years.of_figure(draft, &figure)?
                };
                let (first, rest): (Vec<_>, Vec<_>) =
                    own().partition(|(_, comparator)| rank(comparator.basis()) <= EARLIER);
                for (_, comparator) in first {
                    let beside =
                        compare(draft, &figure, comparator, &past, headline.open.as_ref())?;
                    headline.beside.push(beside);
                }
                earlier(draft, &figure, &past, &mut headline)?;
                for (_, comparator) in rest {
                    let beside =
                        compare(draft, &figure, comparator, &past, headline.open.as_ref())?;
                    headline.beside.push(beside);
                }
                behind.extend(years.told_otherwise(draft, &figure, &mut headline)?);
                // The summary repeats what stands in the sections: the years stand there.
                let repeated = section.id == "summary" && elsewhere.contains(&figure.name);
                let id = trend_id(given, &figure.name).filter(|_| !repeated);
                if let Some(id) = id.filter(|_| drawn.insert(figure.name.clone())) {
                    let target = own().find_map(|(_, comparator)| target(draft, comparator));
                    behind.extend(over_the_years(
                        draft,
                        id,
                        &headline.label,
                        &figure,
                        past,
                        target,
                    )?);
                }
            }
            blocks.push(headline.into());
            blocks.append(&mut behind);
        }
        section.blocks = blocks;
    }
    years.hang_together(draft)
}

/// The name of the table of the years, where there is to be one.
fn trend_id(given: &AnnualReportBuilder, name: &str) -> Option<Cow<'static, str>> {
    if let Some((_, id)) = TRENDS.iter().find(|(main, _)| *main == name) {
        return Some(Cow::Borrowed(id));
    }
    let id = || Cow::Owned(format!("trend-{}", name.replace(['.', '_'], "-")));
    given.trends.contains(name).then(id)
}

/// Says of earlier years what came out alike this year, by the sums from the given one on, where it did so then.
pub(super) fn alike_before(draft: &mut Draft<'_>, from: usize) -> Result<()> {
    let alike = draft.ledger.sums().get(from..).unwrap_or_default().to_vec();
    for year in &draft.given.previous {
        for sum in &alike {
            let of_year = |id: &FigureId| id.of_year(year.year().ending_year());
            let (whole, parts) = (of_year(&sum.whole), sum.parts.iter().map(of_year));
            let parts: Vec<FigureId> = parts.collect();
            let count = |id: &FigureId| draft.ledger.get(id.as_str()).and_then(Shown::count);
            let counts = parts.iter().map(count).collect::<Option<Vec<u64>>>();
            let together = counts.map(|counts| counts.into_iter().fold(0, u64::saturating_add));
            if together.is_some() && together == count(&whole) {
                draft.adds_up(&whole, &parts)?;
            }
        }
    }
    Ok(())
}

pub(super) fn wrong(name: &str, field: &'static str, value: impl ToString, problem: &str) -> Error {
    Kind::Contradiction {
        record: format!("annual report, {name}"),
        field,
        value: value.to_string(),
        problem: problem.to_owned(),
    }
    .into()
}

/// Where a comparator stands among the others.
const fn rank(basis: &Basis) -> u8 {
    match basis {
        Basis::Target(_) => 0,
        Basis::PreviousYear => EARLIER,
        Basis::England => 2,
        Basis::Region(_) => 3,
        Basis::StatisticalNeighbours => 4,
    }
}

const EARLIER: u8 = 1;

/// The comparators in the order in which they are printed, whatever the order they were given in.
fn comparators(given: &AnnualReportBuilder) -> Result<Vec<(&str, &Comparator)>> {
    let mut all: Vec<(&str, &Comparator)> =
        given.comparators.iter().map(|(name, comparator)| (name.as_str(), comparator)).collect();
    let basis =
        |comparator: &Comparator| (rank(comparator.basis()), comparator.basis().to_string());
    all.sort_by_key(|(name, comparator)| {
        (*name, basis(comparator), comparator.value().unit(), comparator.value().to_string())
    });
    all.dedup();
    for pair in all.windows(2) {
        if let [(name, one), (other, two)] = pair {
            let unit = |comparator: &Comparator| comparator.value().unit();
            if name == other && one.basis() == two.basis() && unit(one) == unit(two) {
                let value = format!("{} {}", two.basis(), two.value());
                let problem = format!("{} is given for it too", one.value());
                return Err(wrong(name, "comparator", value, &problem));
            }
        }
    }
    Ok(all)
}

/// A figure that can be compared.
pub(super) struct Figure {
    pub(super) name: String,
    pub(super) value: Measure,
    ids: Ids,
}

/// The counts behind a figure.
#[derive(Clone)]
enum Ids {
    Count(FigureId),
    Rate(FigureId, FigureId),
    /// Not a count of the report, but worked out from these.
    PerHead(Vec<FigureId>),
}

impl Ids {
    fn all(&self) -> Vec<&FigureId> {
        match self {
            Self::Count(id) => vec![id],
            Self::Rate(of, among) => vec![of, among],
            Self::PerHead(from) => from.iter().collect(),
        }
    }
}

impl Figure {
    pub(super) fn of(draft: &Draft<'_>, headline: &Headline) -> Option<Self> {
        let count = |id: &FigureId| draft.ledger.shown(id).count();
        let (name, value, ids) = match (&headline.per_head, &headline.cell) {
            (Some((name, value)), cell) => {
                let from = cell.rests_on().cloned().collect();
                ((*name).to_owned(), Measure::PerHead((*value)?), Ids::PerHead(from))
            }
            (None, Cell::Count(id)) => {
                (id.to_string(), Measure::Count(count(id)?), Ids::Count(id.clone()))
            }
            (None, Cell::Rate { of, among }) => {
                let rate = Rate::new(count(of)?, count(among)?);
                (of.to_string(), rate.into(), Ids::Rate(of.clone(), among.clone()))
            }
            _ => return None,
        };
        Some(Self { name, value, ids })
    }
}

/// A figure in an earlier year.
struct Past {
    year: CollectionYear,
    value: Measure,
    cell: Cell,
}

/// The earlier years, and which of their counts stand in the report.
struct Years<'g> {
    years: BTreeMap<CollectionYear, &'g PreviousYear>,
    /// By this year's names.
    entered: BTreeMap<CollectionYear, BTreeSet<FigureId>>,
    year: CollectionYear,
}

/// A name is known too where the report has a figure of that name.
fn known(draft: &Draft<'_>, name: &str) -> bool {
    FigureNames.contains(name) || draft.ledger.get(name).is_some()
}

impl<'g> Years<'g> {
    fn of(draft: &Draft<'g>) -> Result<Self> {
        let given = draft.given;
        let year = given.reviews.question().year();
        let mut years: BTreeMap<CollectionYear, &PreviousYear> = BTreeMap::new();
        for previous in &given.previous {
            let of = previous.year();
            if of >= year {
                return Err(wrong(
                    "earlier years",
                    "year",
                    of,
                    &format!("the report is of {year}"),
                ));
            }
            if years.insert(of, previous).is_some_and(|other| other != previous) {
                return Err(wrong(
                    "earlier years",
                    "year",
                    of,
                    "it is given twice, with other counts",
                ));
            }
        }
        for (of, previous) in &years {
            let unknown = || previous.names().filter(|name| !known(draft, name));
            if unknown().next().is_some() {
                let near: Vec<String> = unknown().flat_map(|name| FigureNames.near(name)).collect();
                let problem = format!("no figure has such a name{}", names::in_words(&near));
                let unknown = unknown().collect::<Vec<_>>().join(", ");
                return Err(wrong(&format!("earlier year {of}"), "name", unknown, &problem));
            }
        }
        Ok(Self { years, entered: BTreeMap::new(), year })
    }

    /// What the figure was in each year that has it, in order. Its counts are then in the report.
    fn of_figure(&mut self, draft: &mut Draft<'_>, figure: &Figure) -> Result<Vec<Past>> {
        let mut past = Vec::new();
        for (year, previous) in &self.years {
            let mut enter = |draft: &mut Draft<'_>, id: &FigureId, count| {
                self.entered.entry(*year).or_default().insert(id.clone());
                draft.count(id.of_year(year.ending_year()), count)
            };
            let found: Option<Result<(Measure, Cell)>> = match &figure.ids {
                Ids::Count(id) => previous.count(id.as_str()).map(|count| {
                    let id = enter(draft, id, count)?;
                    Ok((Measure::Count(count), Cell::Count(id)))
                }),
                Ids::Rate(of, among) => {
                    let counts = previous.count(of.as_str()).zip(previous.count(among.as_str()));
                    counts.map(|(part, whole)| {
                        let (of, among) = (enter(draft, of, part)?, enter(draft, among, whole)?);
                        Ok((Rate::new(part, whole).into(), draft.rate(&of, &among)?))
                    })
                }
                Ids::PerHead(from) => previous.per_head(&figure.name).map(|number| {
                    let counts =
                        from.iter().filter_map(|id| Some((id, previous.count(id.as_str())?)));
                    let rests_on = counts.map(|(id, count)| enter(draft, id, count));
                    let rests_on = rests_on.collect::<Result<Vec<_>>>()?;
                    Ok((number.into(), Cell::derived(number, &rests_on)))
                }),
            };
            if let Some((value, cell)) = found.transpose()? {
                self.entered.entry(*year).or_default();
                past.push(Past { year: *year, value, cell });
            }
        }
        Ok(past)
    }

    /// States of each year's counts what a reader knows of them: what is part of what as in this year, and
    /// that one year begins as the one before ended.
    fn hang_together(&self, draft: &mut Draft<'_>) -> Result<()> {
        let sums = draft.ledger.sums().to_vec();
        let shares: Vec<(Vec<FigureId>, FigureId)> = draft
            .ledger
            .shares()
            .filter(|(_, whole, _)| !whole.is_of_another_year())
            .map(|(parts, whole, _)| (parts.to_vec(), whole.clone()))
            .collect();
        let sums = sums.into_iter().map(|sum| (sum.parts, sum.whole));
        let mut wholes: BTreeMap<FigureId, Vec<Vec<FigureId>>> = BTreeMap::new();
        for (parts, whole) in sums.chain(shares) {
            wholes.entry(whole).or_default().push(parts);
        }
        for (year, previous) in &self.years {
            let Some(entered) = self.entered.get(year) else {
                let problem = "none of its figures is compared: those of a table are where a trend is asked for";
                return Err(wrong("earlier years", "year", previous.year(), problem));
            };
            let of_year = |id: &FigureId| id.of_year(year.ending_year());
            for whole in entered {
                for parts in wholes.get(whole).into_iter().flatten() {
                    // A part that is not in the report may have parts that are.
                    let known: Vec<_> =
                        parts.iter().filter(|part| entered.contains(*part)).collect();
                    let known: Vec<_> = known.into_iter().map(of_year).collect();
                    if !known.is_empty() {
                        draft.leaves(&known, &of_year(whole))?;
                    }
                }
                for part in within(whole, &wholes, entered) {
                    draft.leaves(&[of_year(part)], &of_year(whole))?;
                }
            }
        }
        self.carry_over(draft)
    }

    /// Where the report for the year before has another count of what this year began with, it stands beside.
    fn told_otherwise(
        &mut self,
        draft: &mut Draft<'_>,
        figure: &Figure,
        headline: &mut Headline,
    ) -> Result<Option<Block>> {
        let end = CARRIED_OVER.iter().find(|(start, _)| *start == figure.name).map(|(_, end)| *end);
        let before = self.year.previous();
        let previous = before.and_then(|before| self.years.get(&before).copied());
        let given = previous.zip(end).and_then(|(year, end)| Some((year.year(), year.count(end)?)));
        let (Some(end), Some((before, count))) = (end, given) else { return Ok(None) };
        if figure.value == Measure::Count(count) {
            return Ok(None);
        }
        let end = FigureId::from(end);
        let cell = Cell::Count(draft.count(end.of_year(before.ending_year()), count)?);
        self.entered.entry(before).or_default().insert(end);
        let label = format!("in the report for {before}");
        headline.beside.push(Beside { label, cell, met: None });
        Ok(Some(Block::Note(format!(
            "What the report for {before} ended with is not what this one begins with: both counts stand above. \
             Something was put right since, or was counted otherwise."
        ))))
    }

    fn carry_over(&self, draft: &mut Draft<'_>) -> Result<()> {
        for year in self.years.keys().copied().chain([self.year]) {
            let Some(before) = year.previous() else { continue };
            for (start, end) in CARRIED_OVER {
                let start = FigureId::from(start);
                let start =
                    if year == self.year { start } else { start.of_year(year.ending_year()) };
                let end = FigureId::from(end).of_year(before.ending_year());
                let counts = [&start, &end].map(|id| draft.ledger.get(id.as_str()));
                // Where they differ, something was put right since.
                if let [Some(one), Some(other)] = counts {
                    if one == other {
                        draft.adds_up(&start, &[end])?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The counts in the report that are parts of another, however far down, with none in the report between.
fn within<'e>(
    whole: &FigureId,
    wholes: &BTreeMap<FigureId, Vec<Vec<FigureId>>>,
    entered: &'e BTreeSet<FigureId>,
) -> BTreeSet<&'e FigureId> {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::from([whole]));
    let mut open = vec![whole];
    while let Some(whole) = open.pop() {
        for part in wholes.get(whole).into_iter().flatten().flatten() {
            match entered.get(part) {
                Some(part) => drop(found.insert(part)),
                None if seen.insert(part) => open.push(part),
                None => {}
            }
        }
    }
    found
}

/// One figure beside one comparator.
fn compare(
    draft: &Draft<'_>,
    figure: &Figure,
    comparator: &Comparator,
    past: &[Past],
    open: Option<&(u64, Vec<FigureId>)>,
) -> Result<Beside> {
    let in_report = |error: Error| error.in_record(&format!("annual report, {}", figure.name));
    let comparison = comparator.compare(figure.value).map_err(in_report)?;
    let value = comparator.value();
    let decimals = draft.given.decimals;
    let places = usize::try_from(decimals).unwrap_or_default();
    let finer = usize::try_from(decimals.max(printed_with(value))).unwrap_or_default();
    let text = if comparator.basis() == &Basis::PreviousYear {
        let last = draft.given.reviews.question().year().previous();
        if past.iter().any(|past| Some(past.year) == last) {
            let problem = "the counts of that year are given too";
            return Err(wrong(&figure.name, "comparator", comparator.basis(), problem));
        }
        in_words(comparison.change(), decimals.max(printed_with(value)))
    } else {
        format!("{comparison:.finer$}")
    };
    let met = match comparison.standing() {
        Standing::Met => Some(true),
        Standing::Missed => Some(false),
        Standing::None => None,
    };
    let label = format!("{}, {value:.places$}", comparator.basis());
    let Some((untold, from)) = open else {
        return Ok(Beside { label, cell: Cell::derived(text, figure.ids.all()), met });
    };
    let either_way = |untold: u64| -> Result<bool> {
        let Measure::Percentage(Percentage::Exact(rate)) = figure.value else { return Ok(false) };
        let range = RateRange::new(rate, untold);
        let standing = |rate: Rate| comparator.compare(Measure::from(rate)).map(|at| at.standing());
        Ok(standing(range.lowest()).map_err(in_report)?
            != standing(range.highest()).map_err(in_report)?)
    };
    // That it holds for few more, too, tells nothing of how few they are.
    let rests_on_them = either_way((*untold).max(Disclosure::default().threshold()))?;
    let from = figure.ids.all().into_iter().chain(from.iter().filter(|_| rests_on_them));
    if either_way(*untold)? {
        let text = "cannot be told: met or missed, by those of which it cannot be told";
        return Ok(Beside { label, cell: Cell::derived(text, from), met: None });
    }
    Ok(Beside { label, cell: Cell::derived(text, from), met })
}

/// The decimals that a value was printed with.
const fn printed_with(value: Measure) -> u32 {
    match value {
        Measure::Percentage(Percentage::Published(published)) => {
            PublishedPercentage::decimals(published)
        }
        Measure::PerHead(number) => PerHead::decimals(number),
        Measure::Percentage(Percentage::Exact(_)) | Measure::Count(_) => 0,
    }
}

pub(super) fn in_words(change: Change, decimals: u32) -> String {
    let places = usize::try_from(decimals).unwrap_or_default();
    match change {
        Change::Points(change) => change.both_ways(decimals),
        change => format!("{change:.places$}"),
    }
}

/// The last year there is beside the figure, the change since, and of more years where it stands among them.
fn earlier(
    draft: &Draft<'_>,
    figure: &Figure,
    past: &[Past],
    headline: &mut Headline,
) -> Result<()> {
    let Some(last) = past.last() else { return Ok(()) };
    headline.beside.push(Beside {
        label: last.year.to_string(),
        cell: last.cell.clone(),
        met: None,
    });
    let change = Change::between(last.value, figure.value)?;
    let text = in_words(change, draft.given.decimals);
    // The same change, where the section has said it of its own counts.
    let is_last_year = draft.given.reviews.question().year().previous() == Some(last.year);
    let said = |cell: &Cell| matches!(cell, Cell::Derived { text: said, .. } if *said == text);
    headline.beside.retain(|beside| !(is_last_year && said(&beside.cell)));
    let from = last.cell.rests_on().chain(figure.ids.all());
    let label = format!("change since {}", last.year);
    headline.beside.push(Beside { label, cell: Cell::derived(text, from), met: None });
    // A part of a year has no place among whole ones.
    if past.len() > 1 && !draft.given.reviews.question().is_provisional() {
        let trend = trend(draft, figure, past)?;
        let from = past.iter().flat_map(|past| past.cell.rests_on()).chain(figure.ids.all());
        let cell = Cell::derived(trend, from);
        headline.beside.push(Beside { label: "over the years".to_owned(), cell, met: None });
    }
    Ok(())
}

fn trend(draft: &Draft<'_>, figure: &Figure, past: &[Past]) -> Result<Trend> {
    let this = (draft.given.reviews.question().year(), figure.value);
    Trend::new(past.iter().map(|past| (past.year, past.value)).chain([this]))
}

/// Where the line of a target runs.
fn target(draft: &Draft<'_>, comparator: &Comparator) -> Option<Decimal> {
    match (comparator.basis(), comparator.value()) {
        (Basis::Target(_), Measure::Percentage(Percentage::Published(percent))) => {
            Some(percent.decimal())
        }
        (Basis::Target(_), Measure::Percentage(Percentage::Exact(rate))) => {
            rate.percent(draft.given.decimals)
        }
        _ => None,
    }
}

fn no_year(label: &str) -> Block {
    Block::Note(format!("{label}, by year: no earlier year has it."))
}

/// The figure from year to year, the years without one named.
fn over_the_years(
    draft: &Draft<'_>,
    id: Cow<'static, str>,
    label: &str,
    figure: &Figure,
    past: Vec<Past>,
    target: Option<Decimal>,
) -> Result<Vec<Block>> {
    if past.is_empty() {
        // Of a main figure nobody asked.
        let asked = draft.given.trends.contains(&figure.name);
        return Ok(asked.then(|| no_year(label)).into_iter().collect());
    }
    let trend = trend(draft, figure, &past)?;
    let year = draft.given.reviews.question().year();
    let (column, kind, drawn) = match &figure.ids {
        Ids::Rate(..) if target.is_some() => (
            "share",
            ChartKind::Line { column: 0, target },
            "A line from year to year, and one across for the target.",
        ),
        Ids::Rate(..) => {
            ("share", ChartKind::Line { column: 0, target }, "A line from year to year.")
        }
        _ => ("number", ChartKind::Bars { column: 0, range: None }, "A bar for each year."),
    };
    let title = format!("{label}, by year");
    let mut table = Table::new(id, title.as_str(), "year", [column, "change"]).with_chart(
        kind,
        title.as_str(),
        drawn,
    );
    let this = match &figure.ids {
        Ids::Rate(of, among) => Cell::Rate { of: of.clone(), among: among.clone() },
        Ids::Count(id) => Cell::Count(id.clone()),
        Ids::PerHead(from) => Cell::derived(figure.value, from),
    };
    let mut cells: BTreeMap<CollectionYear, Cell> =
        past.into_iter().map(|past| (past.year, past.cell)).collect();
    cells.insert(year, this);
    let first = cells.keys().next().copied();
    let all = core::iter::successors(first, |year| year.next()).take_while(|next| *next <= year);
    for year in all {
        let Some(cell) = cells.get(&year) else {
            table.row(year.to_string(), [Cell::NotAvailable, Cell::NotAvailable]);
            continue;
        };
        let before = year.previous().and_then(|before| cells.get(&before));
        let change = match (before, trend.change(year)) {
            (Some(before), Some(change)) if change.direction().is_some() => {
                let text = in_words(change, draft.given.decimals);
                Cell::derived(text, before.rests_on().chain(cell.rests_on()))
            }
            (None, _) if first != Some(year) => Cell::NotAvailable,
            _ => Cell::NotApplicable,
        };
        table.row(year.to_string(), [cell.clone(), change]);
    }
    let mut blocks = vec![table.into()];
    let gaps: Vec<String> = trend.gaps().map(|year| year.to_string()).collect();
    if !gaps.is_empty() {
        blocks.push(Block::Note(format!("No figure for {}.", gaps.join(", "))));
    }
    Ok(blocks)
}
