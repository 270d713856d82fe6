//! What the figures rest on: the quality of the data, and how it was counted.

use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, Section, Slot, Table};

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::new("data", "What the figures rest on");
    let mut table = Table::new(
        "data-quality",
        "Rows and dates that could not be used as they were",
        "",
        ["rows"],
    );
    for (name, count) in draft.given.reviews.data_quality().each() {
        let id = draft.count(format!("data.{name}"), count)?;
        table.row(name.replace('_', " "), [Cell::Count(id)]);
    }
    section.push(table);
    section.note(
        "The law of the day each clock started applies: regulation 33 of SI 2010/959, before 1 April 2011 \
         regulation 3 of SI 1991/895, and regulation 36 of SI 2005/389 while placed for adoption. Every end of \
         an adoptive placement is taken for a return to the authority, also where the carer stays; that the \
         review after it should not come before 28 days is not tested. The clock that runs from authority to \
         place for adoption (regulation 36(1)) is not part of these figures.",
    );
    section.push(draft.narrative(Slot::Themes, None));
    section.push(draft.narrative(Slot::WhatWillChange, None));
    section.push(draft.narrative(Slot::HowToReachUs, None));
    Ok(section)
}
