//! Sibling contact, and siblings with one IRO.

use super::duty::{self, nothing_but};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::Considered;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, FigureId, PrescribedItem, Section, Slot, Table};
use crate::report::{SiblingFigures, SiblingIro};

const ITEM: PrescribedItem = PrescribedItem::Siblings;
const WHO: &str = "which children have brothers or sisters who are looked after too";
const ONE_IRO: &str = "whether brothers and sisters have one IRO";
const CONTACT: &str = "whether reviews considered contact between brothers and sisters";

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::of("siblings", ITEM);
    let given = draft.given;
    match &given.siblings {
        None => {
            [CONTACT, WHO, ONE_IRO].into_iter().for_each(|what| draft.missing(ITEM, what));
        }
        Some(siblings) => figures(draft, &mut section, siblings)?,
    }
    // What it rests on is named above.
    duty::headline(draft, &mut section, RuleId::IroSiblings)?;
    section.push(draft.narrative(Slot::Siblings, None));
    Ok(section)
}

fn figures(draft: &mut Draft<'_>, section: &mut Section, siblings: &SiblingFigures) -> Result<()> {
    // Of a child nobody gave a record of, nobody recorded it.
    let at_end = draft.given.reviews.cohort().looked_after_at_end();
    let known = siblings.with_siblings().total().saturating_add(siblings.without());
    let counted = known.saturating_add(siblings.not_recorded());
    let unrecorded = at_end.max(counted).saturating_sub(known);
    let with_siblings = siblings.with_siblings();
    if nothing_but(unrecorded, at_end.max(counted)) {
        [CONTACT, WHO, ONE_IRO].into_iter().for_each(|what| draft.missing(ITEM, what));
    }
    if nothing_but(with_siblings.of(&SiblingIro::NotRecorded), with_siblings.total()) {
        draft.missing(ITEM, ONE_IRO);
    }
    let children = draft.count("cohort.looked_after_at_end", at_end)?;
    let with = draft.count("siblings.with", siblings.with_siblings().total())?;
    let without = draft.count("siblings.without", siblings.without())?;
    let unrecorded = draft.count("siblings.not_recorded", unrecorded)?;
    draft.adds_up(&children, &[with.clone(), without.clone(), unrecorded.clone()])?;
    let mut table = Table::new(
        "siblings",
        "Children looked after at the end, by brothers and sisters looked after too",
        "",
        ["children"],
    );
    for (label, id) in [
        ("with a brother or sister looked after too", with.clone()),
        ("without", without),
        ("not recorded", unrecorded),
    ] {
        table.row(label, [Cell::Count(id)]);
    }
    table.total("all", [Cell::Count(children)]);
    section.push(table);

    let mut table = Table::new(
        "siblings-iro",
        "Children with brothers or sisters looked after too, by IRO",
        "IRO",
        ["children", "share"],
    );
    let parts = SiblingIro::ALL.iter().map(|iro| {
        let name = FigureId::from(format!("siblings.iro.{}", iro.as_str()));
        (name, iro.to_string(), siblings.with_siblings().of(iro))
    });
    draft.breakdown(&mut table, &with, parts.collect::<Vec<_>>())?;
    section.push(table);

    let parts = [
        ("siblings.contact.considered", "considered", Considered::Yes),
        ("siblings.contact.not_considered", "not considered", Considered::No),
        ("siblings.contact.not_applicable", "does not apply", Considered::NotApplicable),
        ("siblings.contact.not_recorded", "not recorded", Considered::NotRecorded),
    ];
    let parts = parts.map(|(name, label, considered)| {
        (FigureId::from(name), label.to_owned(), siblings.contact(considered))
    });
    let reviews = parts.iter().fold(0_u64, |sum, (.., count)| sum.saturating_add(*count));
    if nothing_but(siblings.contact(Considered::NotRecorded), reviews) {
        draft.missing(ITEM, CONTACT);
    }
    let reviews = draft.count("siblings.contact.reviews", reviews)?;
    let held = draft.count("reviews.held.total", draft.given.reviews.held().all().total())?;
    draft.may_leave(core::slice::from_ref(&reviews), &held);
    let mut table = Table::new(
        "siblings-contact",
        "Reviews of these children, by whether contact was considered",
        "contact",
        ["reviews", "share"],
    );
    draft.breakdown(&mut table, &reviews, parts)?;
    section.push(table);
    Ok(())
}
