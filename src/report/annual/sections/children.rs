//! The children: who they are, how they are looked after, and how settled they are.

use crate::error::Result;
use crate::record::{EthnicGroup, LegalBasis, PlacementType, ReasonCeased, Sex};
use crate::report::annual::builder::Draft;
use crate::report::annual::compared::in_words;
use crate::report::annual::names::ethnic_group;
use crate::report::annual::{Beside, Cell, ChartKind, FigureId, Headline, Section, Table};
use crate::report::{
    AgeBand, Breakdown, Change, ChildrenFigures, CountChange, LengthInCare, PerHead,
    PlacementsInYear,
};
use core::fmt::Display;
use rust_decimal::{Decimal, RoundingStrategy};

const NOT_RECORDED: &str = "not recorded";
const YES_NO: [(Option<bool>, &str); 3] =
    [(Some(true), "yes"), (Some(false), "no"), (None, "not_recorded")];

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::new("children-looked-after", "The children");
    let cohort = draft.given.reviews.cohort();
    let end = draft.count("cohort.looked_after_at_end", cohort.looked_after_at_end())?;
    let start = draft.count("cohort.looked_after_at_start", cohort.looked_after_at_start())?;
    let question = draft.given.reviews.question();
    let year = question.year();
    let before = year.start().pred_opt().unwrap_or(year.start()).format("%-d %B %Y").to_string();
    let mut headline = Headline::new("Children looked after at the end", Cell::Count(end.clone()));
    let (then, now) = (cohort.looked_after_at_start(), cohort.looked_after_at_end());
    if then.max(now) > 0 {
        let label = if question.is_provisional() {
            format!("change since {before}")
        } else {
            "change on the year".to_owned()
        };
        let change = Change::Count(CountChange::new(then, now));
        let text = in_words(change, draft.given.decimals);
        let cell = Cell::derived(text, [&start, &end]);
        headline.beside.push(Beside { label, cell, met: None });
    }
    section.push(headline);
    section.push(Headline::new(format!("Children looked after on {before}"), Cell::Count(start)));
    let (cell, rate) = per_ten_thousand(draft, &end, cohort.looked_after_at_end());
    let label = "Looked after at the end, for every 10,000 children under 18";
    section.push(Headline::new(label, cell).per_head("cohort.per_10_000", rate));
    match draft.given.children.clone() {
        None => section.note("Who the children are and how they are looked after was not given."),
        Some(children) => figures(draft, &mut section, &children)?,
    }
    Ok(section)
}

/// The rate with its population, which is not the service's own count.
pub(super) fn per_ten_thousand(
    draft: &Draft<'_>,
    end: &FigureId,
    count: u64,
) -> (Cell, Option<PerHead>) {
    let Some(population) = draft.given.population_under_18 else {
        return (Cell::NotAvailable, None);
    };
    let exact = Decimal::from(count)
        .checked_mul(Decimal::from(10_000_u32))
        .and_then(|times| times.checked_div(Decimal::from(population)));
    let Some(exact) = exact else {
        return (Cell::NotApplicable, None);
    };
    let decimals = draft.given.decimals;
    let mut rate = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    rate.rescale(decimals);
    let population = super::super::Shown::Count(u64::from(population));
    (Cell::derived(format!("{rate} ({population} under 18)"), [end]), rate.try_into().ok())
}

fn figures(draft: &mut Draft<'_>, section: &mut Section, children: &ChildrenFigures) -> Result<()> {
    draft.given.reviews.question().same_as(&children.question())?;
    let cohort = children.cohort();
    for (name, count) in [
        ("cohort.looked_after_at_start", cohort.looked_after_at_start()),
        ("cohort.started", cohort.started()),
    ] {
        draft.count(name, count)?;
    }
    let ceased = draft.count("cohort.ceased", cohort.ceased())?;
    let end = draft.count("cohort.looked_after_at_end", cohort.looked_after_at_end())?;

    let table = ["children-ceased", "Children who ceased to be looked after, by reason", "reason"];
    let kinds = kinds(ReasonCeased::ALL, |reason| reason.as_str());
    let parts = parts("children.ceased", &kinds, children.by_reason_ceased());
    parts_of(draft, section, table, &ceased, parts)?;

    age_and_sex(draft, section, children, &end)?;

    let kinds = self::kinds(EthnicGroup::ALL, |group| ethnic_group(*group));
    let parts = self::parts("children.ethnic_group", &kinds, children.by_ethnic_group());
    let table = ["children-ethnic-group", "Children looked after, by ethnic group", "ethnic group"];
    parts_of(draft, section, table, &end, parts)?;

    let kinds = self::kinds(LegalBasis::ALL, |basis| basis.as_str());
    let parts = self::parts("children.legal_basis", &kinds, children.by_legal_basis());
    let table = ["children-legal-basis", "Children looked after, by legal status", "legal status"];
    parts_of(draft, section, table, &end, parts)?;

    let kinds = self::kinds(LengthInCare::ALL, |length| length.as_str());
    let parts = self::parts("children.length", &kinds, children.by_length_in_care());
    let table = ["children-length", "Children looked after, by length of care", "without a break"];
    parts_of(draft, section, table, &end, parts)?;

    let words = ["unaccompanied", "others"];
    let parts = yes_or_no("children.unaccompanied", words, children.by_unaccompanied());
    let table =
        ["children-unaccompanied", "Children who seek asylum unaccompanied", "asylum-seeking"];
    parts_of(draft, section, table, &end, parts)?;

    placements(draft, section, children, &end)?;

    let short = draft.count("short_breaks.children", children.in_short_breaks())?;
    section.push(Headline::new("Children in series of short breaks", Cell::Count(short)));
    if children.short_breaks_not_recorded() > 0 {
        let count = children.short_breaks_not_recorded();
        let none = draft.count("short_breaks.not_recorded", count)?;
        let label = "Children of whom short breaks are not recorded";
        section.push(Headline::new(label, Cell::Count(none)));
    }
    section.note(
        "Children in series of short breaks are not counted as looked after by them. What is not recorded is \
         counted as such, and stands in every total.",
    );
    Ok(())
}

/// Two breakdowns of one whole, and the table of both.
fn age_and_sex(
    draft: &mut Draft<'_>,
    section: &mut Section,
    children: &ChildrenFigures,
    end: &FigureId,
) -> Result<()> {
    let ages = kinds(AgeBand::ALL, |age| age.as_str());
    let sexes = kinds(Sex::ALL, |sex| sex.as_str());
    let both = children.by_age_and_sex();
    let (mut by_age, mut by_sex) = (Breakdown::new(), Breakdown::new());
    for ((age, sex), count) in both.iter() {
        by_age.add_many(*age, count);
        by_sex.add_many(*sex, count);
    }
    let table = ["children-age", "Children looked after, by age", "age in years"];
    parts_of(draft, section, table, end, parts("children.age", &ages, &by_age))?;
    let table = ["children-sex", "Children looked after, by sex", "sex"];
    parts_of(draft, section, table, end, parts("children.sex", &sexes, &by_sex))?;

    let headings = sexes.iter().map(|(_, _, label)| label.as_str()).chain(["all"]);
    let title = "Children looked after, by age and sex";
    let mut table = Table::new("children-age-sex", title, "age in years", headings);
    let mut of_sex: Vec<Vec<FigureId>> = vec![Vec::new(); sexes.len()];
    for (age, age_name, label) in &ages {
        let mut row = Vec::new();
        for ((sex, sex_name, _), column) in sexes.iter().zip(&mut of_sex) {
            let name = format!("children.age_sex.{age_name}.{sex_name}");
            let id = draft.count(name, both.of(&(*age, *sex)))?;
            column.push(id.clone());
            row.push(id);
        }
        let whole = draft.count(format!("children.age.{age_name}"), by_age.of(age))?;
        draft.adds_up(&whole, &row)?;
        table.row(label.as_str(), row.into_iter().chain([whole]).map(Cell::Count));
    }
    let mut totals = Vec::new();
    for ((sex, sex_name, _), column) in sexes.iter().zip(&of_sex) {
        let whole = draft.count(format!("children.sex.{sex_name}"), by_sex.of(sex))?;
        draft.adds_up(&whole, column)?;
        totals.push(whole);
    }
    table.total("all", totals.into_iter().chain([end.clone()]).map(Cell::Count));
    let columns = (0..sexes.len()).collect();
    section.push(table.with_chart(
        ChartKind::GroupedBars { columns },
        "Children by age and sex",
        "For each band of age a bar for each sex, as long as the number of children looked after at the end.",
    ));
    Ok(())
}

/// Where the children live, how far away, and how settled they are.
fn placements(
    draft: &mut Draft<'_>,
    section: &mut Section,
    children: &ChildrenFigures,
    end: &FigureId,
) -> Result<()> {
    let kinds = self::kinds(PlacementType::ALL, |kind| kind.as_str());
    let parts = self::parts("children.placement", &kinds, children.by_placement());
    let table = ["children-placement", "Children looked after, by placement", "placement"];
    parts_of(draft, section, table, end, parts)?;

    for (name, table, words, of) in [
        (
            "children.own_area",
            ["children-area", "Children looked after, by where the placement is", "placed"],
            ["in the authority's area", "outside it"],
            children.by_own_area(),
        ),
        (
            "children.far",
            ["children-distance", "Children looked after, by distance from home", "placed"],
            ["more than 20 miles away", "up to 20 miles away"],
            children.by_far_from_home(),
        ),
    ] {
        // Returns give neither: then there is no table of nothing but that.
        if of.of(&None) == of.total() {
            section.note(format!("{}: not given.", table[1]));
        } else {
            parts_of(draft, section, table, end, yes_or_no(name, words, of))?;
        }
    }

    let kinds = self::kinds(PlacementsInYear::ALL, |number| number.as_str());
    let parts = self::parts("children.placements", &kinds, children.by_placements_in_year());
    let table =
        ["children-moves", "Children looked after, by placements in the year", "placements"];
    parts_of(draft, section, table, end, parts)?;

    let words = ["under 16, and looked after for at least 2.5 years", "others"];
    let parts = yes_or_no("children.long", words, children.by_long());
    let title = "Children of whom a settled placement is asked for";
    parts_of(draft, section, ["children-long", title, ""], end, parts)?;
    let long = draft.count("children.long.yes", children.by_long().of(&Some(true)))?;
    // The others hold all who are 16, and all of shorter care.
    let others = draft.count("children.long.no", children.by_long().of(&Some(false)))?;
    draft.within(&format!("children.age.{}", AgeBand::SixteenAndOver.as_str()).into(), &others)?;
    let short =
        [LengthInCare::UnderHalfAYear, LengthInCare::UnderOneYear, LengthInCare::UnderTwoYears];
    let short = short.map(|length| format!("children.length.{}", length.as_str()).into());
    draft.leaves(&short, &others)?;
    let words = ["at least 2 years", "less"];
    let parts = yes_or_no("children.settled", words, children.by_settled());
    let title = "Of those, by how long they have lived with the same carer";
    parts_of(draft, section, ["children-settled", title, "with the same carer"], &long, parts)?;
    section.note(
        "The carer is taken to change where the return says so; a temporary stay is no placement. A child placed \
         for adoption is counted as with the same carer since the placement before.",
    );
    Ok(())
}

/// Every kind with its name and its words, and what is not recorded last.
fn kinds<K: Copy + Display>(
    all: &[K],
    name: impl Fn(&K) -> &'static str,
) -> Vec<(Option<K>, &'static str, String)> {
    let known = all.iter().map(|kind| (Some(*kind), name(kind), kind.to_string()));
    known.chain([(None, "not_recorded", NOT_RECORDED.to_owned())]).collect()
}

type Part = (FigureId, String, u64);

fn parts<K: Ord + Copy>(
    whole: &str,
    kinds: &[(Option<K>, &'static str, String)],
    counts: &Breakdown<Option<K>>,
) -> Vec<Part> {
    let part = |(kind, name, label): &(Option<K>, &str, String)| {
        (format!("{whole}.{name}").into(), label.clone(), counts.of(kind))
    };
    kinds.iter().map(part).collect()
}

fn yes_or_no(whole: &str, [yes, no]: [&str; 2], counts: &Breakdown<Option<bool>>) -> Vec<Part> {
    let labels = [yes, no, NOT_RECORDED];
    let parts = YES_NO.iter().zip(labels).map(|((kind, name), label)| {
        (format!("{whole}.{name}").into(), label.to_owned(), counts.of(kind))
    });
    parts.collect()
}

fn parts_of(
    draft: &mut Draft<'_>,
    section: &mut Section,
    [id, title, stub]: [&'static str; 3],
    whole: &FigureId,
    parts: Vec<Part>,
) -> Result<()> {
    let mut table = Table::new(id, title, stub, ["children", "share"]);
    draft.breakdown(&mut table, whole, parts)?;
    section.push(table);
    Ok(())
}
