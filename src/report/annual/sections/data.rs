//! What the figures rest on: what could not be told, the quality of the data, and how it was counted.

use crate::calendar::CollectionYear;
use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, Headline, Section, Shown, Table};
use crate::report::rate::Thousands;

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::new("data", "What the figures rest on");
    warnings(draft, &mut section);
    left_out(draft, &mut section)?;
    own_counts(draft, &mut section);
    untold(draft, &mut section)?;
    quality(draft, &mut section)?;
    how_counted(draft, &mut section);
    Ok(section)
}

/// What is wrong with the returns as a whole, before anything that rests on them.
fn warnings(draft: &Draft<'_>, section: &mut Section) {
    let without = draft.given.returns.iter().filter(|(_, reviews)| !reviews);
    for (year, _) in without {
        section.note(format!(
            "Warning: the return for {year} holds no review, so every review due then counts as not held."
        ));
    }
    if draft.given.reviews.data_quality().child_not_carried > 0 {
        section.note(
            "Warning: children are gone from a later return that should hold them. If that return is partial, it \
             rewrites the figures of the years before it.",
        );
    }
}

/// What records should have told and could not.
fn left_out(draft: &mut Draft<'_>, section: &mut Section) -> Result<()> {
    let records = draft.given.records_left_out;
    if records > 0 {
        let id = draft.count("data.records_left_out", records)?;
        let label = "Warning: records of children that could not be used, and are in none of the figures made from \
                     records";
        section.push(Headline::new(label, Cell::Count(id)));
    }
    // Without a number: beside the disputes and the duties that arise from them it could be worked out.
    if draft.given.disputes_without_record {
        section.note(
            "Warning: the register has disputes about children of whom there is no record. They are counted as \
             disputes, and the duties that arise from them are not.",
        );
    }
    Ok(())
}

/// Counts that a service keeps itself and the children who were looked after, where there cannot be so many. They
/// come from other systems, with days and children of their own, so they are printed as they were given.
fn own_counts(draft: &Draft<'_>, section: &mut Section) {
    let (in_year, at_end) = ("cohort.looked_after_in_year", "cohort.looked_after_at_end");
    let own: [(&str, &[&str], &str); 3] = [
        ("children with an advocate", &["support.advocates"], in_year),
        (
            "children with an independent visitor or waiting for one",
            &["support.visitors.matched", "support.visitors.waiting"],
            in_year,
        ),
        ("care plans", &["support.care_plans.total"], at_end),
    ];
    for (what, parts, whole) in own {
        let ids: Option<Vec<_>> =
            parts.iter().chain([&whole]).map(|name| draft.ledger.id_of(name)).collect();
        let shown = |name: &str| draft.ledger.get(name).and_then(Shown::count);
        let all: Option<u64> =
            parts.iter().try_fold(0_u64, |sum, part| sum.checked_add(shown(part)?));
        let (Some(ids), Some(all), Some(children)) = (ids, all, shown(whole)) else { continue };
        if all > children {
            let when = if whole == in_year { "in the year" } else { "at the end of the year" };
            let label = format!(
                "Warning: the service's count of {what}, against the children looked after {when}"
            );
            let text = format!("{} against {}", Thousands(all), Thousands(children));
            section.push(Headline::new(label, Cell::Derived { text, from: ids }));
        }
    }
}

/// The reviews held that are neither on time nor late, by what is missing.
fn untold(draft: &mut Draft<'_>, section: &mut Section) -> Result<()> {
    let given = draft.given;
    let held = given.reviews.held().all().undetermined();
    let whole = draft.count("reviews.held.undetermined", held)?;
    if let Some(untold) = given.untold.as_ref().filter(|_| held > 0) {
        given.reviews.question().same_as(&untold.question())?;
        let parts = (1_u32..).zip(untold.by_missing().iter()).map(|(number, (missing, count))| {
            (format!("reviews.untold.{number}").into(), format!("for want of {missing}"), count)
        });
        let title = "Reviews held of which it cannot be told whether they were on time";
        let mut table = Table::new("untold", title, "", ["reviews", "share"]);
        draft.breakdown(&mut table, &whole, parts.collect::<Vec<_>>())?;
        section.push(table);
    }
    if let Some(from) = given.reviews.question().history().first_day() {
        section.note(format!(
            "The records begin on {}, and hold no review from before. Where a child was in care then, or first \
             appears in the middle of things, the review before is not known.",
            from.format("%-d %B %Y")
        ));
    }
    Ok(())
}

fn quality(draft: &mut Draft<'_>, section: &mut Section) -> Result<()> {
    let mut title = "Rows and dates that could not be used as they were".to_owned();
    let years = || draft.given.returns.iter().map(|(year, _)| *year);
    if let (Some(first), Some(last)) = (years().min(), years().max()) {
        title = format!("{title}, in the returns for {}", span(first, last));
    }
    let mut table = Table::new("data-quality", title, "", ["rows"]);
    for (name, count) in draft.given.reviews.data_quality().each() {
        let id = draft.count(format!("data.{name}"), count)?;
        table.row(in_words(name), [Cell::Count(id)]);
    }
    section.push(table);
    Ok(())
}

fn span(first: CollectionYear, last: CollectionYear) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

fn in_words(name: &str) -> &str {
    match name {
        "unusable_episode" => "episode rows that cannot be used",
        "episode_not_carried" => "episodes missing from the next year's return",
        "child_not_carried" => "children missing from the next year's return",
        "unusable_review" => "review rows that cannot be used",
        "duplicate_review" => "review rows for a child and day already given",
        "review_after_as_of" => "reviews dated after the day asked about",
        "review_before_evidence" => "reviews dated before the first return",
        "review_in_short_break" => "reviews held in a short break only",
        "review_outside_care" => "reviews dated outside every period of care",
        other => other,
    }
}

fn how_counted(draft: &Draft<'_>, section: &mut Section) {
    section.note(match draft.given.reviews.question().history().first_day() {
        Some(_) => {
            "A review is called late or on time only where that holds whatever went before the records."
        }
        None => "The reviews are taken to be complete from each child's first.",
    });
    section.note(
        "The law of the day each clock started applies: regulation 33 of SI 2010/959, before 1 April 2011 \
         regulation 3 of SI 1991/895, and regulation 36 of SI 2005/389 while placed for adoption. Every end of \
         an adoptive placement is taken for a return to the authority, also where the carer stays; that the \
         review after it should not come before 28 days is not tested. The clock that runs from authority to \
         place for adoption (regulation 36(1)) is not part of these figures.",
    );
}
