//! When a review has to be held.

mod adjournment;
mod adoption_authority;
mod calls;
mod chain;
mod clock;
mod counted;
mod early;
mod listed;
mod long_term_foster;
mod returned;
mod secure;
mod short_breaks;

use super::Sink;
use crate::assess::check::Context;
use crate::error::Result;
use crate::record::CareRecord;
use counted::Counted;
use listed::Scope;

pub(super) fn assess<'r>(
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    for period in record.periods_of_care() {
        // Nothing is known of a period that has not begun.
        if period.began() > context.as_of {
            break;
        }
        let counted = Counted::new(context, period)?;
        let care = counted.view()?;
        let scope = Scope::of_period(context, record.id(), period);
        clock::assess(&scope, care, period.reviews(), out)?;
        long_term_foster::assess(&scope, period, out)?;
        early::assess(&scope, care, period.review_calls(), out)?;
        calls::assess(&scope, care, period, out)?;
        adoption_authority::assess(&scope, care, period, out)?;
        secure::assess(&scope, period, out)?;
        adjournment::assess(&scope, period.reviews(), out)?;
    }
    short_breaks::assess(&Scope::of_child(context, record.id()), record, out)
}
