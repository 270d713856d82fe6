//! The families of rules, one file each, named as in the registry.

use super::Finding;
use super::check::Context;
use crate::error::Result;
use crate::law::Family;
use crate::record::{CareRecord, ProtectionRecord, ServiceRecord};

mod after_review;
mod at_review;
mod before_review;
mod disputes;
mod health;
mod iro;
mod iro_service;
mod plan_limits;
mod plans;
mod protection;
mod reviews;
mod visits;

/// Where findings go.
pub(super) type Sink<'s, 'r> = &'s mut dyn FnMut(&Finding<'r>);

/// Every finding of one family on one record.
pub(super) fn assess<'r>(
    family: Family,
    context: &Context<'_>,
    record: &'r CareRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    match family {
        Family::Reviews => reviews::assess(context, record, out),
        Family::Iro => iro::assess(context, record, out),
        Family::BeforeReview => before_review::assess(context, record, out),
        Family::AtReview => at_review::assess(context, record, out),
        Family::AfterReview => after_review::assess(context, record, out),
        Family::Plans => plans::assess(context, record, out),
        Family::Health => health::assess(context, record, out),
        Family::Visits => visits::assess(context, record, out),
        Family::Disputes => disputes::assess(context, record, out),
        // Of a record of its own.
        Family::ChildProtection => Ok(()),
    }
}

/// Every finding of one family on the officers of a service.
pub(super) fn assess_service<'r>(
    family: Family,
    context: &Context<'_>,
    service: &'r ServiceRecord,
    out: Sink<'_, 'r>,
) {
    if family == Family::Iro {
        iro_service::assess(context, service, out);
    }
}

/// Every finding of one family on a child's conferences and plans.
pub(super) fn assess_protection<'r>(
    family: Family,
    context: &Context<'_>,
    record: &'r ProtectionRecord,
    out: Sink<'_, 'r>,
) -> Result<()> {
    match family {
        Family::ChildProtection => protection::assess(context, record, out),
        _ => Ok(()),
    }
}
