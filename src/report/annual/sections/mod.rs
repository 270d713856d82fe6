//! The sections of the report, one file each, in the Handbook's order.

use super::Section;
use super::builder::Draft;
use crate::error::Result;

mod audits;
mod children;
mod concerns;
mod data;
mod duties;
mod duty;
mod participation;
mod programme;
mod protection;
mod resources;
mod service;
mod siblings;
mod summary;
mod support;
mod timeliness;

/// Every section, in order.
pub(super) fn all(draft: &mut Draft<'_>) -> Result<Vec<Section>> {
    let mut sections = vec![
        summary::section(draft)?,
        children::section(draft)?,
        concerns::section(draft)?,
        service::section(draft)?,
        participation::section(draft)?,
        timeliness::section(draft)?,
        audits::section(draft)?,
        resources::section(draft)?,
        siblings::section(draft)?,
        support::section(draft)?,
        duties::section(draft)?,
    ];
    sections.extend(protection::section(draft)?);
    sections.push(programme::section(draft)?);
    sections.push(programme::for_young_people(draft));
    sections.push(data::section(draft)?);
    Ok(sections)
}
