//! Item of the Handbook's list: see [`PrescribedItem::Audits`].

use crate::error::Result;
use crate::report::annual::builder::Draft;
use crate::report::annual::{PrescribedItem, Section, Slot};

#[expect(clippy::unnecessary_wraps, reason = "as every section")]
pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let item = PrescribedItem::Audits;
    let mut section = Section::of("audits", item);
    section.push(draft.narrative(Slot::Audits, Some((item, "what the service says of it"))));
    Ok(section)
}
