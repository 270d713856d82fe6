//! Authority to place for adoption while the child is not placed: regulation 36(1) of the Adoption
//! Agencies Regulations 2005. One review may answer this clock and the ordinary one.

use super::super::Sink;
use super::chain::Chain;
use super::listed::{Scope, Words};
use crate::assess::check::Clock;
use crate::assess::{Finding, Of, Outcome, Subject};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{
    AdoptionAuthority, AdoptionChange, CarePeriod, PeriodOfCareRef, authority_by_status,
};
use chrono::NaiveDate;

const FIRST: RuleId = RuleId::AdoptionAuthorityFirstReview;
const LATER: RuleId = RuleId::AdoptionAuthorityLaterReview;

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    period: &'r CarePeriod,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let words = Words {
        missing: "whether there was authority to place for adoption",
        none: "there was no authority to place for adoption",
    };
    let subject = |each: &AdoptionAuthority| scope.subject(Of::Event(each.began()));
    let list = period.review_calls().adoption_authority();
    let mut shown = authority_by_status(period.legal_statuses()).peekable();
    let known = shown.peek().is_some_and(|(began, _)| *began <= scope.context.as_of);
    if list.is_some() || !known {
        return scope.each(FIRST, &words, list, AdoptionAuthority::began, out, |each, out| {
            of_authority(scope, care, each, subject(each), out)
        });
    }
    let shown = shown.map(|(began, ended)| {
        let authority = AdoptionAuthority::new(began);
        ended.into_iter().fold(authority, AdoptionAuthority::with_ended)
    });
    scope.each_of(FIRST, &words, Some(shown), AdoptionAuthority::began, out, |each, out| {
        of_authority(scope, care, &each, subject(&each), out)
    })
}

/// Walks the times in which the child was not placed.
fn of_authority<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    authority: &AdoptionAuthority,
    subject: Subject<'r>,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let as_of = scope.context.as_of;
    // Authority given before the child became looked after is counted from that day.
    let began = authority.began().max(care.began());
    let ended = [authority.ended().filter(|ended| *ended <= as_of), scope.ended];
    let ended = ended.into_iter().flatten().min();
    if ended.is_some_and(|ended| ended < began) {
        return Ok(());
    }
    let changes = || care.adoption().iter().filter(|change| change.on() <= as_of);
    let last_before = changes().rfind(|change| change.on() <= began);
    let mut time = match last_before {
        Some(AdoptionChange::Placed(_)) => None,
        _ => Some(Unplaced { since: began, returned: false }),
    };
    let mut told = false;
    let last = ended.unwrap_or(as_of);
    for change in changes().filter(|change| change.on() > began && change.on() <= last) {
        match change {
            AdoptionChange::Placed(on) => {
                if let Some(time) = time.take() {
                    told |= time.assess(scope, care, subject, Some(*on), out)?;
                }
            }
            AdoptionChange::Ended(on) => time = Some(Unplaced { since: *on, returned: true }),
        }
    }
    if let Some(time) = time {
        time.assess(scope, care, subject, ended, out)?;
    } else if !told && FIRST.rule().term_on(began).is_some() {
        let outcome = Outcome::NotApplicable("the child was placed for adoption all that time");
        out(&Finding::new(FIRST, subject, began, outcome));
    }
    Ok(())
}

/// A time of authority to place in which the child was not placed.
struct Unplaced {
    since: NaiveDate,
    /// After the end of a placement, whose own review (regulation 36(8)) comes first.
    returned: bool,
}

impl Unplaced {
    /// Whether there was a clock to tell of.
    fn assess<'r>(
        self,
        scope: &Scope<'_, 'r>,
        care: PeriodOfCareRef<'_>,
        subject: Subject<'r>,
        ended: Option<NaiveDate>,
        out: Sink<'_, 'r>,
    ) -> Result<bool> {
        let Self { since, returned } = self;
        let dark = scope.context.history.first_day().filter(|from| since < *from);
        let seen_after = |day: NaiveDate| {
            let held = care.reviews().iter().map(|review| review.held_on());
            let held = held.skip_while(move |on| *on <= day || dark.is_some_and(|from| *on < from));
            held.take_while(move |on| ended.is_none_or(|ended| *on <= ended))
        };
        let (rule, start) = if returned {
            let as_of = scope.context.as_of;
            let Some(review) = seen_after(since).next().filter(|on| *on <= as_of) else {
                return Ok(false);
            };
            (LATER, Clock { trigger: "the review of", day: review })
        } else {
            (FIRST, Clock { trigger: "authority to place for adoption on", day: since })
        };
        let chain = Chain {
            rule,
            later: LATER,
            subject,
            start,
            after: "the review of",
            ended,
            seen_from: dark,
            missing: "the reviews",
        };
        let reviews = seen_after(start.day);
        chain.assess(scope, Some(reviews), |on| on, out, |finding, _| finding)?;
        Ok(true)
    }
}
