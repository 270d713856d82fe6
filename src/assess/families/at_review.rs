//! What has to be done at a review.

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
