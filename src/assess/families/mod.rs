//! The families of rules, one file each, named as in the registry.

use super::Finding;
use super::check::Context;
use crate::error::Result;
use crate::law::Family;
use crate::record::CareRecord;

mod reviews;

/// Where findings go.
pub(super) type Sink<'s, 'r> = &'s mut dyn FnMut(Finding<'r>);

/// Every finding of one family on one record.
pub(super) fn assess<'r>(
    family: Family,
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    match family {
        Family::Reviews => reviews::assess(context, record, out),
        _ => Ok(()),
    }
}
