//! Which day of a review counts for timeliness.

use crate::assess::check::Context;
use crate::assess::policy::{AdjournedReview, ReviewDate};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{CarePeriod, Done, PeriodOfCare, PeriodOfCareRef, ReviewRecord, Scheduling};
use chrono::NaiveDate;

/// The reviews of a period of care by the day that counts; borrowed where that is the day returned.
pub(super) enum Counted<'p> {
    AsReturned(&'p PeriodOfCare),
    Otherwise(PeriodOfCare),
}

impl<'p> Counted<'p> {
    pub(super) fn new(context: &Context<'_>, period: &'p CarePeriod) -> Result<Self> {
        for review in period.reviews() {
            if day(context, review)? != Some(review.held_on()) {
                return Self::otherwise(context, period);
            }
        }
        Ok(Self::AsReturned(period.period_of_care()))
    }

    /// Only where a policy or an adjournment moves a review is anything copied.
    fn otherwise(context: &Context<'_>, period: &CarePeriod) -> Result<Self> {
        let returned = period.period_of_care();
        let mut care = PeriodOfCare::new(returned.began()).with_entry(returned.entry());
        if let Some(ended) = returned.ended() {
            care = care.with_ended(ended);
        }
        care = returned.adoption().iter().copied().fold(care, PeriodOfCare::with_adoption);
        for review in period.reviews() {
            let Some(day) = day(context, review)? else { continue };
            // A start before the child was looked after is no review of this period.
            let day = if day < care.began() { review.held_on() } else { day };
            let ended_before = care.ended().is_some_and(|ended| day > ended);
            if !ended_before && care.reviews().iter().all(|other| other.held_on() != day) {
                care = care.with_review(review.review().moved_to(day));
            }
        }
        Ok(Self::Otherwise(care))
    }

    pub(super) fn view(&self) -> Result<PeriodOfCareRef<'_>> {
        match self {
            Self::AsReturned(care) => care.view(),
            Self::Otherwise(care) => care.view(),
        }
    }
}

/// The day that counts, if it has come to that.
fn day(context: &Context<'_>, review: &ReviewRecord) -> Result<Option<NaiveDate>> {
    let scheduling = review.scheduling();
    let start = scheduling.first_meeting().unwrap_or(review.held_on());
    let from_its_start = context.policy.adjourned_review == AdjournedReview::HeldOnItsStart;
    if from_its_start && completed_in_time(context, scheduling)? {
        return Ok(Some(start));
    }
    Ok(match context.policy.review_date {
        ReviewDate::AsReturned => Some(review.held_on()),
        ReviewDate::FirstMeeting => Some(start),
        ReviewDate::Completion => match scheduling.completed().known_on(context.as_of) {
            Done::On(day) => Some(day),
            Done::No => None,
            Done::NotRecorded => Some(review.held_on()),
        },
    })
}

/// Whether it was adjourned, and completed within the time for that.
fn completed_in_time(context: &Context<'_>, scheduling: &Scheduling) -> Result<bool> {
    let adjourned = scheduling.adjournments().is_some_and(|days| !days.is_empty());
    let completed = scheduling.completed().known_on(context.as_of).on();
    let (true, Some(scheduled), Some(completed)) =
        (adjourned, scheduling.scheduled_for(), completed)
    else {
        return Ok(false);
    };
    match context.period(RuleId::ReviewAdjournment, None, scheduled) {
        Some(period) => Ok(completed <= period.after(scheduled, context.calendar)?),
        None => Ok(false),
    }
}
