//! Item of the Handbook's list: see [`PrescribedItem::Concerns`].

use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{PrescribedItem, Section, Slot};

#[expect(clippy::unnecessary_wraps, reason = "as every section")]
pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let item = PrescribedItem::Concerns;
    let mut section = Section::of("concerns", item);
    section.push(draft.narrative(Slot::Concerns, Some((item, "what the service says of it"))));
    Ok(section)
}
