//! Item of the Handbook's list: see [`PrescribedItem::Resources`].

use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{PrescribedItem, Section, Slot};

#[expect(clippy::unnecessary_wraps, reason = "as every section")]
pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let item = PrescribedItem::Resources;
    let mut section = Section::of("resources", item);
    section.push(draft.narrative(Slot::Resources, Some((item, "what the service says of it"))));
    Ok(section)
}
