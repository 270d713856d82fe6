//! Item of the Handbook's list: see [`PrescribedItem::Siblings`].

use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{PrescribedItem, Section, Slot};

#[expect(clippy::unnecessary_wraps, reason = "as every section")]
pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let item = PrescribedItem::Siblings;
    let mut section = Section::of("siblings", item);
    section.push(draft.narrative(Slot::Siblings, Some((item, "what the service says of it"))));
    Ok(section)
}
