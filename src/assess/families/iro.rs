//! Who the IRO is, and what the guidance asks of the appointment.

use super::Sink;
use crate::assess::check::Context;
use crate::error::Result;
use crate::record::CareRecord;

pub(super) fn assess<'r>(
    _context: &Context<'_>,
    _record: &'r CareRecord,
    _out: Sink<'_, 'r>,
) -> Result<()> {
    Ok(())
}
