//! Records of this family in and out as JSON.

use super::*;
use iro_handbook::record::{
    Accommodation, AccommodationKind, AdoptionAuthority, Done, Exception, ParentPlacement,
    PlacementEnding, PlanChange, PromptReason, ReviewPrompt, Scheduling, SecurePlacement,
    SecureReview, ShortBreak, ShortBreakSeries, ShortBreaks,
};
use serde_json::{from_value, json, to_value};

#[test]
fn review_calls() {
    let calls = ReviewCalls::default()
        .with_prompts([
            ReviewPrompt::new(day("2026-05-06"), PromptReason::IroAsked),
            ReviewPrompt::new(day("2026-05-05"), PromptReason::ChildAsked)
                .with_unjustified(Exception::because("too soon")),
        ])
        .with_accommodations([Accommodation::new(
            AccommodationKind::ChildNotInCare,
            day("2026-03-02"),
        )
        .with_ended(day("2026-06-01"))
        .with_parent_took_over(true)])
        .with_plan_changes([PlanChange::new(day("2026-05-05")).with_reviewed(Done::No)])
        .with_parent_placements([
            ParentPlacement::new(day("2026-05-05")).with_reviewed(day("2026-05-04"))
        ])
        .with_placement_endings([
            PlacementEnding::new(day("2026-05-05")).with_immediate_risk(Exception::No)
        ])
        .with_adoption_authority([AdoptionAuthority::new(day("2026-04-15"))])
        .with_secure_placements([SecurePlacement::new(day("2026-04-15")).with_reviews([
            SecureReview::new(day("2026-05-08")).with_members(3).with_independent_members(1),
        ])]);
    let document = json!({
        "prompts": [
            {"on": "2026-05-05", "reason": "child_asked", "id": null, "unjustified": {"because": "too soon"}},
            {"on": "2026-05-06", "reason": "iro_asked", "id": null, "unjustified": "not_recorded"},
        ],
        "accommodations": [{"kind": "child_not_in_care", "id": null, "began": "2026-03-02",
            "ended": "2026-06-01", "parent_took_over": true}],
        "plan_changes": [{"id": null, "on": "2026-05-05", "reviewed": "no", "not_practicable": "not_recorded"}],
        "parent_placements": [{"id": null, "on": "2026-05-05", "reviewed": {"on": "2026-05-04"}}],
        "placement_endings": [{"id": null, "on": "2026-05-05", "reviewed": "not_recorded", "immediate_risk": "no"}],
        "adoption_authority": [{"began": "2026-04-15", "ended": null}],
        "secure_placements": [{"began": "2026-04-15", "ended": null, "reviews": [
            {"held_on": "2026-05-08", "members": 3, "independent_members": 1}]}],
    });
    assert_eq!(to_value(&calls).unwrap(), document);
    assert_eq!(from_value::<ReviewCalls>(document).unwrap(), calls);
    assert_eq!(from_value::<ReviewCalls>(json!({})).unwrap(), ReviewCalls::default());
    let empty = json!({"prompts": []});
    assert_eq!(from_value::<ReviewCalls>(empty).unwrap().prompts(), Some(&[][..]));
}

/// Whatever the order in which it comes in, it is kept by date.
#[test]
fn in_any_order() {
    let calls: ReviewCalls = from_value(json!({"plan_changes": [
        {"on": "2026-05-06"}, {"on": "2026-05-05"}]}))
    .unwrap();
    let days: Vec<_> = calls.plan_changes().unwrap().iter().map(|c| c.on().to_string()).collect();
    assert_eq!(days, ["2026-05-05", "2026-05-06"]);
}

#[test]
fn short_breaks() {
    let breaks = ShortBreaks::new([ShortBreakSeries::new(day("2026-03-06"))
        .with_breaks([ShortBreak::new(day("2026-03-06"))
            .with_ended(day("2026-03-08"))
            .with_returned_home(true)])
        .with_reviews([day("2026-06-01")])
        .with_same_setting(true)
        .with_child_in_care(false)]);
    let document = json!({"series": [{
        "began": "2026-03-06", "ended": null,
        "breaks": [{"began": "2026-03-06", "ended": "2026-03-08", "returned_home": true}],
        "reviews": ["2026-06-01"], "same_setting": true, "child_in_care": false,
    }]});
    assert_eq!(to_value(&breaks).unwrap(), document);
    assert_eq!(from_value::<ShortBreaks>(document).unwrap(), breaks);
    assert_eq!(from_value::<ShortBreaks>(json!({})).unwrap(), ShortBreaks::default());
}

#[test]
fn scheduling() {
    let scheduling = Scheduling::new()
        .with_scheduled_for(day("2026-03-10"))
        .with_first_meeting(day("2026-03-10"))
        .with_adjournments([day("2026-03-10")])
        .with_completed(day("2026-03-20"));
    let document = json!({"scheduled_for": "2026-03-10", "first_meeting": "2026-03-10",
        "adjournments": ["2026-03-10"], "completed": {"on": "2026-03-20"}});
    assert_eq!(to_value(&scheduling).unwrap(), document);
    let review: ReviewRecord =
        from_value(json!({"held_on": "2026-03-20", "scheduling": document})).unwrap();
    assert_eq!(review.scheduling(), &scheduling);
    let bare: ReviewRecord = from_value(json!({"held_on": "2026-03-20"})).unwrap();
    assert_eq!(bare.scheduling(), &Scheduling::default());
}

/// An unknown code or field is an error that names it.
#[test]
fn unknown_codes() {
    let error = |value| from_value::<ReviewCalls>(value).unwrap_err().to_string();
    let cases = [
        (json!({"prompts": [{"on": "2026-05-05", "reason": "moon"}]}), "moon"),
        (json!({"accommodations": [{"kind": "hotel", "began": "2026-05-05"}]}), "hotel"),
        (json!({"promptz": []}), "promptz"),
        (json!({"plan_changes": [{"on": "2026-05-05", "why": 1}]}), "why"),
    ];
    for (value, named) in cases {
        assert!(error(value).contains(named), "{named}");
    }
}
