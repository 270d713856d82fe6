//! What contradicts what in a record, all of it, with the field and the value.

use super::*;
use iro_handbook::record::{
    Accommodation, AccommodationKind, AdoptionAuthority, Exception, ParentPlacement,
    PlacementEnding, PlanChange, PromptReason, ReviewPrompt, Scheduling, SecurePlacement,
    SecureReview, ShortBreak, ShortBreakSeries, ShortBreaks,
};

fn told(record: &CareRecord, expected: &[&str]) {
    let expected: Vec<_> = expected.iter().map(|text| format!("child C-7: {text}")).collect();
    assert_eq!(problems(record), expected);
}

#[test]
fn of_scheduling() {
    let of = |scheduling| {
        child(
            care(&[]).with_review(ReviewRecord::new(day("2026-03-20")).with_scheduling(scheduling)),
        )
    };
    let plain = Scheduling::new;
    told(&of(plain().with_first_meeting(day("2026-03-20")).with_completed(day("2026-03-20"))), &[]);
    told(
        &of(plain().with_adjournments([day("2026-03-20"), day("2026-03-25")])),
        &["review adjourned on is 2026-03-25: it had been adjourned before"],
    );
    told(
        &of(plain().with_first_meeting(day("2026-03-21"))),
        &["first meeting of the review is 2026-03-21: the review was held before it"],
    );
    told(
        &of(plain()
            .with_first_meeting(day("2026-03-18"))
            .with_adjournments([day("2026-03-18")])
            .with_completed(day("2026-03-17"))),
        &[
            "review completed on is 2026-03-17: it is before the first meeting",
            "review completed on is 2026-03-17: it is before the day the review was held",
            "review completed on is 2026-03-17: it is before the adjournment",
        ],
    );
}

#[test]
fn of_what_calls_for_a_review() {
    let blank = || Exception::because(" ");
    let prompt = |on, reason| ReviewPrompt::new(day(on), reason);
    let calls = ReviewCalls::default()
        .with_prompts([
            prompt("2026-03-01", PromptReason::IroAsked),
            prompt("2026-04-01", PromptReason::ChildAsked).with_unjustified(blank()),
            prompt("2026-04-02", PromptReason::IroAsked)
                .with_unjustified(Exception::because("no need")),
        ])
        .with_accommodations([Accommodation::new(
            AccommodationKind::CourtOrPolice,
            day("2026-04-09"),
        )
        .with_ended(day("2026-04-08"))])
        .with_plan_changes([PlanChange::new(day("2026-07-01")).with_not_practicable(blank())])
        .with_parent_placements([ParentPlacement::new(day("2026-07-02"))])
        .with_placement_endings([
            PlacementEnding::new(day("2026-07-03")).with_immediate_risk(blank())
        ]);
    let record = child(care(&[]).with_ended(day("2026-06-30")).with_review_calls(calls));
    told(
        &record,
        &[
            "request found unjustified is 2026-04-01: no reason is given",
            "request found unjustified is 2026-04-02: only the child's own request can be found \
             unjustified",
            "accommodation ended is 2026-04-08: it ended before it began",
            "review not practicable before the change of plan of is 2026-07-01: no reason is given",
            "immediate risk at the decision of is 2026-07-03: no reason is given",
            "event calling for a review is 2026-03-01: it is before the period of care began",
            "change of plan is 2026-07-01: it is after the period of care ended",
            "decision to end a placement is 2026-07-03: it is after the period of care ended",
            "decision to place with a parent is 2026-07-02: it is after the period of care ended",
        ],
    );
    assert!(record.check().unwrap_err().is_contradiction());
}

#[test]
fn of_secure_placements_and_authority() {
    let from = |on| SecurePlacement::new(day(on));
    let panel = |on| SecureReview::new(day(on));
    let calls = ReviewCalls::default()
        .with_secure_placements([
            from("2026-04-01").with_ended(day("2026-05-01")).with_reviews([
                panel("2026-03-31"),
                panel("2026-05-02"),
                panel("2026-04-20").with_members(3).with_independent_members(4),
                panel("2026-04-20"),
            ]),
            from("2026-04-30"),
        ])
        .with_adoption_authority([
            AdoptionAuthority::new(day("2026-04-02")).with_ended(day("2026-04-01")),
            AdoptionAuthority::new(day("2026-05-02")),
            AdoptionAuthority::new(day("2026-05-09")),
        ]);
    told(
        &with_calls(&[], calls),
        &[
            "authority to place for adoption ended is 2026-04-01: it ended before it began",
            "authority to place for adoption is 2026-05-09: the one before had not ended",
            "secure review is 2026-03-31: it is outside the secure placement",
            "secure review is 2026-04-20: another is recorded for that day",
            "independent members of a secure review is 4: the panel had fewer members",
            "secure review is 2026-05-02: it is outside the secure placement",
            "secure placement is 2026-04-30: the one before had not ended",
        ],
    );
}

#[test]
fn of_short_breaks() {
    let each = |began, ended| ShortBreak::new(day(began)).with_ended(day(ended));
    let series = ShortBreakSeries::new(day("2026-03-06"))
        .with_ended(day("2026-05-31"))
        .with_breaks([
            each("2026-03-07", "2026-03-09"),
            each("2026-03-08", "2026-03-10"),
            each("2026-04-10", "2026-04-09"),
            each("2026-05-30", "2026-06-01"),
        ])
        .with_reviews([day("2026-06-01"), day("2026-05-01"), day("2026-05-01")]);
    let other =
        ShortBreakSeries::new(day("2026-03-07")).with_breaks([each("2026-03-07", "2026-03-08")]);
    told(
        &CareRecord::new("C-7").with_short_breaks(ShortBreaks::new([series, other])),
        &[
            "first short break is 2026-03-07: the series began before it",
            "short break is 2026-03-08: the one before had not ended",
            "short break ended is 2026-04-09: it ended before it began",
            "short break is 2026-05-30: it is outside the series",
            "review of short breaks is 2026-05-01: another is recorded for that day",
            "review of short breaks is 2026-06-01: it is outside the series",
            "short break is 2026-03-07: a break of another series begins that day",
        ],
    );
    let twice = [(); 2].map(|()| ShortBreakSeries::new(day("2026-03-06")));
    told(
        &CareRecord::new("C-7").with_short_breaks(ShortBreaks::new(twice)),
        &["short breaks is 2026-03-06: another series begins that day"],
    );
}

/// Free text about a child is not for logs.
#[test]
fn debug_shows_no_text() {
    let secret = || Exception::because("SECRET");
    let calls = ReviewCalls::default()
        .with_plan_changes([PlanChange::new(day("2026-05-05")).with_not_practicable(secret())])
        .with_placement_endings([
            PlacementEnding::new(day("2026-05-05")).with_immediate_risk(secret())
        ])
        .with_prompts([ReviewPrompt::new(day("2026-05-05"), PromptReason::ChildAsked)
            .with_unjustified(secret())]);
    let text = format!("{calls:?}");
    assert!(text.contains("Because(..)") && !text.contains("SECRET"), "{text}");
}
