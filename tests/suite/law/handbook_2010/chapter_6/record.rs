//! What a dispute answers about itself, and what it refuses.

use super::{day, dispute, event};
use iro_handbook::record::{
    CafcassTest, CareRecord, Dispute, DisputeOutcome, DisputeRoute, DisputeTheme, Disputes, Done,
    Ladder, SignificantFailure,
};

fn refused(raised: &str, events: &[&str], next: &str) -> String {
    dispute(raised, events).apply(event(next)).unwrap_err().to_string()
}

/// Each names the dispute, the field and the value.
#[test]
fn refusals() {
    for (events, next, says) in [
        (
            &["stage 2 6-1"][..],
            "stage 1 6-3",
            "dispute D-1: stage is 1: the dispute stood at stage 2, and a stage only goes up",
        ),
        (
            &["stage 2 6-1"],
            "stage 2 6-3",
            "dispute D-1: stage is 2: the dispute stood at stage 2, and a stage only goes up",
        ),
        (&[], "stage 0 6-3", "dispute D-1: stage is 0: the authority's ladder has no such stage"),
        (
            &["stage 1 6-3"],
            "cafcass 6-2",
            "dispute D-1: referred_to_cafcass is 2026-06-02: 2026-06-03 came before it, and days \
             never go back",
        ),
        (
            &[],
            "resolved 5-19",
            "dispute D-1: resolved is 2026-05-19: 2026-05-20 came before it, and days never go back",
        ),
        (&[], "withdrawn 6-1", "dispute D-1: withdrawn is 2026-06-01: no formal stage had begun"),
        (
            &["resolved 6-1"],
            "cafcass 6-1",
            "dispute D-1: referred_to_cafcass is 2026-06-01: the dispute was resolved, and nothing \
             follows but a new dispute",
        ),
        (
            &["stage 1 6-1", "superseded 6-2"],
            "resolved 6-3",
            "dispute D-1: resolved is 2026-06-03: the dispute was superseded, and nothing follows \
             but a new dispute",
        ),
    ] {
        assert_eq!(refused("5-20", events, next), says);
    }
}

#[test]
fn a_ladder_bounds_the_stages() {
    let ladder = || Ladder::new(["team manager", "director"]);
    let on_it = dispute("5-20", &[]).with_ladder(ladder()).unwrap();
    assert!(on_it.clone().apply(event("stage 2 6-1")).is_ok());
    let error = on_it.clone().apply(event("stage 3 6-1")).unwrap_err();
    assert!(error.is_contradiction() && error.to_string().contains("stage is 3"), "{error}");
    assert!(dispute("5-20", &["stage 3 6-1"]).with_ladder(ladder()).is_err());
    assert!(dispute("5-20", &["stage 255 6-1"]).with_ladder(Ladder::default()).is_ok());
}

#[test]
fn route_outcome_and_days() {
    let row = |events: &[&str]| {
        let dispute = dispute("5-20", events);
        (dispute.route(), dispute.outcome(), dispute.days_to_resolve())
    };
    let formal = |highest_stage| DisputeRoute::Formal { highest_stage };
    let resolved = Some(DisputeOutcome::Resolved);
    assert_eq!(row(&[]), (DisputeRoute::Informal, None, None));
    assert_eq!(row(&["resolved 5-20"]), (DisputeRoute::Informal, resolved, Some(0)));
    assert_eq!(row(&["stage 1 5-25", "resolved 6-1"]), (formal(1), resolved, Some(12)));
    let withdrawn = ["stage 1 5-25", "stage 4 5-25", "withdrawn 6-1"];
    assert_eq!(row(&withdrawn), (formal(4), Some(DisputeOutcome::Withdrawn), None));
    let superseded = ["stage 1 5-25", "superseded 6-1"];
    assert_eq!(row(&superseded), (formal(1), Some(DisputeOutcome::Superseded), None));
}

#[test]
fn on_a_day() {
    let dispute = dispute("5-20", &["advice 5-21", "stage 2 6-1", "cafcass 6-2", "resolved 6-9"]);
    let stages = ["5-31", "6-1", "6-8", "6-9"].map(|on| dispute.stage_on(day(on)));
    assert_eq!(stages, [None, Some(2), Some(2), None]);
    assert_eq!(dispute.route_on(day("5-31")), DisputeRoute::Informal);
    assert_eq!(dispute.legal_advice_sought(), Some(day("5-21")));
    assert_eq!(dispute.referred_to_cafcass(), Some(day("6-2")));
    assert_eq!(dispute.resolved_on(), Some(day("6-9")));
    assert_eq!(dispute.formal_start(), Some(day("6-1")));
}

/// The first answer at a stage counts, a resolution is one, and an answer at one stage is none at
/// another.
#[test]
fn stages_with_their_answers() {
    let dispute = dispute(
        "5-20",
        &[
            "stage 1 6-1",
            "answered 6-3",
            "answered 6-4",
            "stage 2 6-5",
            "stage 3 6-8",
            "resolved 6-9",
        ],
    );
    let stages: Vec<_> =
        dispute.stages().map(|s| (s.number(), s.began(), s.answered(), s.ended())).collect();
    assert_eq!(
        stages,
        [
            (1, day("6-1"), Some(day("6-3")), Some(day("6-5"))),
            (2, day("6-5"), None, Some(day("6-8"))),
            (3, day("6-8"), Some(day("6-9")), Some(day("6-9"))),
        ]
    );
}

fn problems(disputes: impl IntoIterator<Item = Dispute>) -> Vec<String> {
    let disputes = disputes.into_iter().fold(Disputes::none(), Disputes::with_dispute);
    let record = CareRecord::new("C-1").with_disputes(disputes);
    record.problems().iter().map(ToString::to_string).collect()
}

#[test]
fn one_identifier_thrice_on_other_days() {
    let at = |on| Dispute::raised("D-1", DisputeTheme::Health, day(on));
    let other = Dispute::raised("D-2", DisputeTheme::Health, day("5-21"));
    assert_eq!(
        problems([at("5-22"), other, at("5-20"), at("5-21")]),
        ["child C-1, dispute D-1: dispute is D-1: another dispute has this identifier"; 2]
    );
}

/// Regulation 45(3): what was referred already was so on an earlier day.
#[test]
fn a_referral_already_made_is_in_the_record() {
    let with = |events: &[&str], already| {
        let test = CafcassTest::new(day("6-10")).with_referred_already(already);
        problems([dispute("5-20", events).with_cafcass_test(test)])
    };
    let none = "child C-1, dispute D-1: Cafcass test on is 2026-06-10: referred already, and yet no \
                earlier day has a referral";
    assert_eq!(with(&[], true), [none]);
    assert_eq!(with(&["cafcass 6-10"], true), [none]);
    assert_eq!(with(&["cafcass 6-9"], true), [""; 0]);
    assert_eq!(with(&[], false), [""; 0]);
}

/// More than are looked through one by one: each that stands again, once for each time.
#[test]
fn identifiers_of_many_disputes() {
    let at =
        |number: u32| Dispute::raised(format!("D-{number}"), DisputeTheme::Health, day("5-20"));
    assert_eq!(problems((0..40).map(at)), [""; 0]);
    // In order of their names, the second of D-22 is the first that is not looked back for.
    for again in [3, 22, 39] {
        let found = problems((0..40).chain([again]).map(at));
        let id = format!("D-{again}");
        let expected = format!(
            "child C-1, dispute {id}: dispute is {id}: another dispute has this identifier"
        );
        assert_eq!(found, [expected]);
    }
}

#[test]
fn contradictions_stand_side_by_side() {
    let good = dispute("5-20", &["stage 1 6-1", "resolved 6-9"])
        .with_note_on_file(Done::On(day("5-20")))
        .with_cafcass_test(CafcassTest::new(day("5-20")).with_reason_against(day("5-20"), "no"))
        .with_recorded_to(day("6-9"));
    assert_eq!(problems([good.clone()]), [""; 0]);
    assert_eq!(
        problems([good.clone(), good]),
        ["child C-1, dispute D-1: dispute is D-1: another dispute has this identifier"]
    );
    let bad = dispute("5-20", &["resolved 6-9"])
        .with_note_on_file(Done::On(day("5-19")))
        .with_no_informal_attempt("urgent")
        .with_cafcass_test(CafcassTest::new(day("5-18")).with_reason_against(day("5-17"), "no"))
        .with_cafcass_test(CafcassTest::new(day("5-18")))
        .with_recorded_to(day("6-8"));
    assert_eq!(
        problems([bad]),
        [
            "child C-1, dispute D-1: note on file is 2026-05-19: before the dispute was raised",
            "child C-1, dispute D-1: note on file is 2026-05-19: there was no informal attempt to put \
             on file",
            "child C-1, dispute D-1: resolved is 2026-06-09: settled informally, and yet without an \
             informal attempt",
            "child C-1, dispute D-1: Cafcass test on is 2026-05-18: before the dispute was raised",
            "child C-1, dispute D-1: decided against is 2026-05-17: before the test was put",
            "child C-1, dispute D-1: Cafcass test on is 2026-05-18: before the dispute was raised",
            "child C-1, dispute D-1: Cafcass test on is 2026-05-18: the test stands twice on that day",
            "child C-1, dispute D-1: recorded to is 2026-06-08: an event of a later day is recorded",
        ]
    );
}

#[test]
fn debug_shows_no_free_text() {
    let theme = DisputeTheme::Other("Kim's passport".to_owned());
    let dispute = Dispute::raised("D-1", theme, day("5-20"))
        .with_ladder(Ladder::new(["Kim Jones"]))
        .unwrap()
        .with_no_informal_attempt("Kim was ill")
        .with_cafcass_test(
            CafcassTest::new(day("5-20"))
                .with_failure(SignificantFailure::InPlan)
                .with_reason_against(day("5-20"), "Kim agreed"),
        );
    let text = format!("{:?}", Disputes::none().with_dispute(dispute));
    assert!(text.contains("D-1") && !text.contains("Kim"), "{text}");
}
