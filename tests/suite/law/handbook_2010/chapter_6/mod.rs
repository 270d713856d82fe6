//! Disputes and referrals to Cafcass: Handbook chapter 6, Children Act 1989 section 25B(3), regulation
//! 45(3) of SI 2010/959.
mod clock;
mod findings;
#[cfg(feature = "serde")]
mod json;
mod machine;
mod record;

use chrono::NaiveDate;
use iro_handbook::record::DisputeEvent as E;
use iro_handbook::record::{Dispute, DisputeTheme};

/// A day of 2026, as "6-1" for 1 June.
fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(&format!("2026-{text}"), "%Y-%m-%d").expect(text)
}

/// One event, as "stage 1 6-1" or "resolved 6-29".
fn event(text: &str) -> E {
    let (what, on) = text.rsplit_once(' ').expect(text);
    let on = day(on);
    match what {
        "answered" => E::Answered(on),
        "resolved" => E::Resolved(on),
        "withdrawn" => E::Withdrawn(on),
        "superseded" => E::Superseded(on),
        "cafcass" => E::ReferredToCafcass(on),
        "advice" => E::LegalAdviceSought(on),
        _ => E::Formal { stage: what.strip_prefix("stage ").expect(text).parse().unwrap(), on },
    }
}

/// Dispute D-1, raised on a day, with what happened in it.
fn dispute(raised: &str, events: &[&str]) -> Dispute {
    let dispute = Dispute::raised("D-1", DisputeTheme::Placement, day(raised));
    events.iter().fold(dispute, |dispute, text| dispute.with_event(event(text)).unwrap())
}
