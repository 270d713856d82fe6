//! Visits: SI 2010/959, regulation 28.

use crate::assess::date;
use crate::duties::placed::{
    care, foster, on, placed, placement, problems, record, reviewed, statuses, visits,
};
use iro_handbook::assess::{FirstReviewOf, History, Policy};
use iro_handbook::law::RuleId::{
    self, VisitCareOrderWithParent, VisitFirst, VisitInterval, VisitTemporaryApproval,
    VisitWithParentUnassessed,
};
use iro_handbook::record::LegalStatus::{Accommodated, CareOrder, InterimCareOrder};
use iro_handbook::record::PlacementKind::{
    Adoption, LongTermFoster, TemporaryApproval, WithParent, WithParentUnassessed,
};
use iro_handbook::record::{
    CarePeriod, CareRecord, Placement, Placements, SeenAlone, Visit, Visits,
};

const ALL: [RuleId; 5] = [
    VisitFirst,
    VisitInterval,
    VisitWithParentUnassessed,
    VisitTemporaryApproval,
    VisitCareOrderWithParent,
];

fn seen(placement: Placement, days: &str) -> CarePeriod {
    placed(placement).with_visits(visits(days))
}

#[track_caller]
fn hold(as_of: &'static str, record: &CareRecord, expected: &[&str]) {
    assert_eq!(on(as_of).all(record, &ALL), expected, "on {as_of}");
}

/// Monday 2 March 2026 and a week: Monday 9 March.
#[test]
fn reg_28_2_a_within_a_week_of_the_start() {
    for (as_of, days, ended, expected) in [
        ("2026-03-20", "2026-03-02", "", "2026-03-09 met"),
        ("2026-03-20", "2026-03-09", "", "2026-03-09 met"),
        ("2026-03-20", "2026-03-10", "", "2026-03-09 met late"),
        ("2026-03-09", "", "", "2026-03-09 not yet due"),
        ("2026-03-10", "", "", "2026-03-09 not met"),
        // Known only later.
        ("2026-03-10", "2026-03-12", "", "2026-03-09 not met"),
        ("2026-03-20", "", "2026-03-09", "2026-03-09 lapsed"),
        ("2026-03-20", "", "2026-03-10", "2026-03-09 not met"),
        // After the placement had ended.
        ("2026-03-20", "2026-03-12", "2026-03-11", "2026-03-09 not met"),
        ("2026-03-20", "2026-03-11", "2026-03-11", "2026-03-09 met late"),
    ] {
        let mut placement = foster("2026-03-02");
        if !ended.is_empty() {
            placement = placement.with_ended(date(ended));
        }
        let found = on(as_of).of(VisitFirst, &record(seen(placement, days)));
        assert_eq!(found, [expected], "{as_of} {days} {ended}");
    }
}

#[test]
fn reg_28_2_a_each_placement_starts_its_own_clock() {
    let placements = Placements::default()
        .with_placement(foster("2026-03-02").with_ended(date("2026-03-20")))
        .with_placement(foster("2026-03-20"));
    let care = care("2026-03-02").with_placements(placements);
    // A visit on the day of the move is one in the old placement and in the new.
    let record = record(care.with_visits(visits("2026-03-05 2026-03-20")));
    hold(
        "2026-04-01",
        &record,
        &[
            "visit-first: 2026-03-09 met",
            "visit-interval: 2026-04-16 met",
            "visit-interval: 2026-05-01 lapsed",
            "visit-first: 2026-03-27 met",
            "visit-interval: 2026-05-01 not yet due",
        ],
    );
}

#[test]
fn reg_28_2_b_six_weeks_from_the_visit_as_held() {
    // 6 March and six weeks: 17 April; from the visit of 20 April, late, 1 June.
    let first = "visit-first: 2026-03-09 met";
    for (as_of, days, rest) in [
        ("2026-05-01", "2026-03-06 2026-04-17", &["2026-04-17 met", "2026-05-29 not yet due"][..]),
        ("2026-05-01", "2026-03-06 2026-04-20", &["2026-04-17 met late", "2026-06-01 not yet due"]),
        ("2026-04-17", "2026-03-06", &["2026-04-17 not yet due"]),
        ("2026-04-18", "2026-03-06", &["2026-04-17 not met"]),
    ] {
        let rest = rest.iter().map(|line| format!("visit-interval: {line}"));
        let expected: Vec<String> = [first.to_owned()].into_iter().chain(rest).collect();
        assert_eq!(on(as_of).all(&record(seen(foster("2026-03-02"), days)), &ALL), expected);
    }
}

/// The year of a placement from 2 March 2025 is over on 2 March 2026.
#[test]
fn reg_28_2_b_and_c_after_the_first_year() {
    let lasting = || foster("2025-03-02").with_meant_to_last(true);
    let passing = || foster("2025-03-02").with_meant_to_last(false);
    let long = || placement("2025-03-02", LongTermFoster);
    for (placement, visit, expected) in [
        // The visit on the eve of the anniversary still starts six weeks.
        (lasting(), "2026-03-01", "2026-04-12 not met"),
        (lasting(), "2026-03-02", "2026-06-02 not yet due"),
        (passing(), "2026-03-02", "2026-04-13 not met"),
        (long().with_child_agreeing(true), "2026-03-02", "2026-09-02 not yet due"),
        (long().with_child_agreeing(false), "2026-03-02", "2026-06-02 not yet due"),
        (long().with_child_agreeing(true), "2026-03-01", "2026-04-12 not met"),
        // An agreement to fewer visits counts for nothing in another placement.
        (lasting().with_child_agreeing(true), "2026-03-02", "2026-06-02 not yet due"),
    ] {
        let found = on("2026-06-01").of(VisitInterval, &record(seen(placement, visit)));
        assert_eq!(found, [expected], "{visit}");
    }
}

/// Whether it is meant to last, or whether the child agrees, is not on record: between two days.
#[test]
fn reg_28_2_c_what_is_not_recorded() {
    let lasts = "whether the placement is meant to last to 18";
    let agrees = "whether the child agrees to fewer visits";
    let foster = || foster("2025-03-02");
    let long = || placement("2025-03-02", LongTermFoster);
    for (as_of, placement, days, expected) in [
        ("2026-12-01", foster(), "2026-03-02 2026-04-13", "2026-04-13..2026-06-02 met".to_owned()),
        (
            "2026-12-01",
            foster(),
            "2026-03-02 2026-04-14",
            format!("2026-04-13..2026-06-02 cannot tell: {lasts}"),
        ),
        (
            "2026-12-01",
            foster(),
            "2026-03-02 2026-06-02",
            format!("2026-04-13..2026-06-02 cannot tell: {lasts}"),
        ),
        (
            "2026-12-01",
            foster(),
            "2026-03-02 2026-06-03",
            "2026-04-13..2026-06-02 met late".to_owned(),
        ),
        ("2026-04-13", foster(), "2026-03-02", "2026-04-13..2026-06-02 not yet due".to_owned()),
        (
            "2026-04-14",
            foster(),
            "2026-03-02",
            format!("2026-04-13..2026-06-02 cannot tell: {lasts}"),
        ),
        (
            "2026-06-02",
            foster(),
            "2026-03-02",
            format!("2026-04-13..2026-06-02 cannot tell: {lasts}"),
        ),
        ("2026-06-03", foster(), "2026-03-02", "2026-04-13..2026-06-02 not met".to_owned()),
        (
            "2026-12-01",
            foster().with_ended(date("2026-04-13")),
            "2026-03-02",
            "2026-04-13..2026-06-02 lapsed".to_owned(),
        ),
        (
            "2026-12-01",
            long(),
            "2026-03-02 2026-07-01",
            format!("2026-06-02..2026-09-02 cannot tell: {agrees}"),
        ),
    ] {
        let found = on(as_of).of(VisitInterval, &record(seen(placement, days)));
        assert_eq!(found[0], expected, "{as_of} {days}");
    }
}

/// SI 2015/495 let visits be six months apart from 1 April 2015 only.
#[test]
fn reg_28_2_c_six_months_from_april_2015() {
    for (visit, expected) in
        [("2015-03-31", "2015-06-30 not met"), ("2015-04-01", "2015-10-01 not met")]
    {
        let placement = placement("2013-01-01", LongTermFoster).with_child_agreeing(true);
        let found = on("2016-01-01").of(VisitInterval, &record(seen(placement, visit)));
        assert_eq!(found, [expected]);
    }
}

/// The Regulations came into force on 1 April 2011: a clock that started before is not counted.
#[test]
fn nothing_before_april_2011() {
    let record = record(seen(foster("2011-03-31"), "2011-04-02 2011-04-20"));
    hold(
        "2011-05-01",
        &record,
        &["visit-interval: 2011-05-14 met", "visit-interval: 2011-06-01 not yet due"],
    );
    hold(
        "2011-05-01",
        &crate::duties::placed::record(seen(foster("2011-04-01"), "")),
        &["visit-first: 2011-04-08 not met"],
    );
}

/// Weekly until the first review of 27 March, then six weeks.
#[test]
fn reg_28_3_with_a_parent_unassessed() {
    let with = |days| {
        let care = seen(placement("2026-03-02", WithParentUnassessed), days);
        let care = care.with_legal_statuses(statuses(&[(CareOrder, "2026-03-02", "")]));
        record(reviewed(care, "2026-03-27"))
    };
    let rule = "visit-with-parent-unassessed";
    for (as_of, days, expected) in [
        ("2026-03-09", "", &["2026-03-09 not yet due"][..]),
        ("2026-03-10", "", &["2026-03-09 not met"]),
        ("2026-03-12", "2026-03-06", &["2026-03-09 met", "2026-03-13 not yet due"]),
        (
            "2026-03-20",
            "2026-03-06 2026-03-14",
            &["2026-03-09 met", "2026-03-13 met late", "2026-03-21 not yet due"],
        ),
        // On the eve of the review a week, on its day six weeks.
        (
            "2026-04-01",
            "2026-03-09 2026-03-26",
            &["2026-03-09 met", "2026-03-16 met late", "2026-04-02 not yet due"],
        ),
        (
            "2026-04-01",
            "2026-03-09 2026-03-27",
            &["2026-03-09 met", "2026-03-16 met late", "2026-05-08 not yet due"],
        ),
    ] {
        let expected: Vec<_> = expected.iter().map(|line| format!("{rule}: {line}")).collect();
        assert_eq!(on(as_of).all(&with(days), &ALL), expected, "{as_of} {days}");
    }
}

#[test]
fn reg_28_3_ends_when_the_assessment_is_complete() {
    let placement =
        placement("2026-03-02", WithParentUnassessed).with_assessed_on(date("2026-03-20"));
    let care = seen(placement, "2026-03-06 2026-03-13 2026-03-20");
    let care = care.with_legal_statuses(statuses(&[(CareOrder, "2026-03-02", "")]));
    hold(
        "2026-04-01",
        &record(care),
        &[
            "visit-with-parent-unassessed: 2026-03-09 met",
            "visit-with-parent-unassessed: 2026-03-13 met",
            "visit-with-parent-unassessed: 2026-03-20 met",
            "visit-care-order-with-parent: 2026-05-01 not yet due",
        ],
    );
}

/// Weekly until the first review, then four weeks: temporary approval.
#[test]
fn reg_28_4_temporary_approval() {
    let approved = |placement: Placement| placement.with_assessed_on(date("2026-05-01"));
    let care = seen(
        approved(placement("2026-03-02", TemporaryApproval)),
        "2026-03-09 2026-03-27 2026-04-24 2026-05-01",
    );
    hold(
        "2026-06-01",
        &record(reviewed(care, "2026-03-27")),
        &[
            "visit-temporary-approval: 2026-03-09 met",
            "visit-temporary-approval: 2026-03-16 met late",
            "visit-temporary-approval: 2026-04-24 met",
            "visit-temporary-approval: 2026-05-22 met",
            // Approved: a placement like any other, in its first year.
            "visit-interval: 2026-06-12 not yet due",
        ],
    );
}

/// An interim care order with a parent comes before all else, a parent not yet assessed too.
#[test]
fn reg_28_4_interim_order_with_a_parent() {
    for kind in [WithParent, WithParentUnassessed] {
        let care = seen(placement("2026-03-02", kind), "2026-03-09 2026-03-30");
        let care = care.with_legal_statuses(statuses(&[(InterimCareOrder, "2026-03-02", "")]));
        hold(
            "2026-04-27",
            &record(reviewed(care, "2026-03-27")),
            &[
                "visit-temporary-approval: 2026-03-09 met",
                "visit-temporary-approval: 2026-03-16 met late",
                "visit-temporary-approval: 2026-04-27 not yet due",
            ],
        );
    }
}

/// Which order is not recorded: four weeks or six.
#[test]
fn reg_28_4_and_5_legal_status_not_recorded() {
    let with =
        |days| record(reviewed(seen(placement("2026-03-02", WithParent), days), "2026-03-05"));
    assert_eq!(
        on("2026-05-01").all(&with("2026-03-09"), &ALL),
        [
            "visit-temporary-approval: 2026-03-09 met",
            "visit-temporary-approval: 2026-04-06..2026-04-20 not met",
        ]
    );
    assert_eq!(
        on("2026-04-20").all(&with("2026-03-09"), &ALL)[1],
        "visit-temporary-approval: 2026-04-06..2026-04-20 cannot tell: the child's legal status"
    );
    let agreed = with("").clone();
    assert_eq!(on("2026-03-05").all(&agreed, &ALL).len(), 1);
}

/// A week from the order, then six weeks; what was pending by the rule before is left behind.
#[test]
fn reg_28_5_care_order_with_a_parent() {
    let orders =
        statuses(&[(InterimCareOrder, "2026-03-02", "2026-05-04"), (CareOrder, "2026-05-04", "")]);
    let with = |days| {
        let care = seen(placement("2026-03-02", WithParent), days);
        record(reviewed(care.with_legal_statuses(orders.clone()), "2026-03-20"))
    };
    let before = [
        "visit-temporary-approval: 2026-03-09 met",
        "visit-temporary-approval: 2026-03-16 met late",
    ];
    for (days, rest) in [
        (
            "2026-03-09 2026-04-10 2026-05-11 2026-06-22",
            &[
                "visit-temporary-approval: 2026-05-08 lapsed",
                "visit-care-order-with-parent: 2026-05-11 met",
                "visit-care-order-with-parent: 2026-06-22 met",
                "visit-care-order-with-parent: 2026-08-03 not yet due",
            ][..],
        ),
        (
            "2026-03-09 2026-04-10 2026-05-12",
            &[
                "visit-temporary-approval: 2026-05-08 lapsed",
                "visit-care-order-with-parent: 2026-05-11 met late",
                "visit-care-order-with-parent: 2026-06-23 not met",
            ],
        ),
        // Overdue when the order was made: the order does not undo that.
        (
            "2026-03-09 2026-04-04 2026-05-05",
            &[
                "visit-temporary-approval: 2026-05-02 met late",
                "visit-care-order-with-parent: 2026-05-11 met",
                "visit-care-order-with-parent: 2026-06-16 not met",
            ],
        ),
        // The order comes on the last day: still in time.
        (
            "2026-03-09 2026-04-06 2026-05-05",
            &[
                "visit-temporary-approval: 2026-05-04 lapsed",
                "visit-care-order-with-parent: 2026-05-11 met",
                "visit-care-order-with-parent: 2026-06-16 not met",
            ],
        ),
        // On the day of the order: by both rules.
        (
            "2026-03-09 2026-04-10 2026-05-04",
            &[
                "visit-temporary-approval: 2026-05-08 met",
                "visit-care-order-with-parent: 2026-05-11 met",
                "visit-care-order-with-parent: 2026-06-15 not met",
            ],
        ),
        (
            "2026-03-09 2026-04-04",
            &[
                "visit-temporary-approval: 2026-05-02 not met",
                "visit-care-order-with-parent: 2026-05-11 not met",
            ],
        ),
    ] {
        let expected: Vec<_> = before.iter().chain(rest).copied().collect();
        hold("2026-07-01", &with(days), &expected);
    }
    let unrecorded = care("2026-03-02")
        .with_placements(Placements::default().with_placement(placement("2026-03-02", WithParent)))
        .with_legal_statuses(orders.clone());
    hold(
        "2026-07-01",
        &record(unrecorded),
        &[
            "visit-temporary-approval: 2026-03-09 cannot tell: the visits",
            "visit-care-order-with-parent: 2026-05-11 cannot tell: the visits",
        ],
    );
}

/// An order in the first week, and nobody recorded the visits.
#[test]
fn reg_28_5_not_recorded_is_not_lapsed() {
    let orders =
        statuses(&[(InterimCareOrder, "2026-03-02", "2026-03-05"), (CareOrder, "2026-03-05", "")]);
    let care = placed(placement("2026-03-02", WithParent)).with_legal_statuses(orders);
    hold(
        "2026-07-01",
        &record(care),
        &[
            "visit-temporary-approval: 2026-03-09 cannot tell: the visits",
            "visit-care-order-with-parent: 2026-03-12 cannot tell: the visits",
        ],
    );
}

/// Accommodated and with a parent is no placement by an order: the ordinary intervals.
#[test]
fn reg_28_2_with_a_parent_without_an_order() {
    let care = seen(placement("2026-03-02", WithParent), "2026-03-09");
    let care = care.with_legal_statuses(statuses(&[(Accommodated, "2026-03-02", "")]));
    let expected = ["visit-first: 2026-03-09 met", "visit-interval: 2026-04-20 not yet due"];
    hold("2026-04-01", &record(care), &expected);
}

/// "Until the first review": of the period of care, or by policy of the placement.
#[test]
fn reg_28_3_and_4_which_first_review() {
    let placements = Placements::default()
        .with_placement(foster("2025-03-03").with_ended(date("2026-03-02")))
        .with_placement(placement("2026-03-02", TemporaryApproval));
    let care = care("2025-03-03").with_placements(placements).with_visits(visits("2026-03-04"));
    let record = record(reviewed(care, "2025-03-20"));
    let asked = on("2026-03-11");
    assert_eq!(
        asked.of(VisitTemporaryApproval, &record),
        ["2026-03-09 met", "2026-04-01 not yet due"]
    );
    let policy = Policy::default().with_weekly_visits_until(FirstReviewOf::Placement);
    let asked = crate::duties::placed::Asked { policy, ..asked };
    assert_eq!(
        asked.of(VisitTemporaryApproval, &record),
        ["2026-03-09 met", "2026-03-11 not yet due"]
    );
}

/// Reviews before the records begin are not known.
#[test]
fn reg_28_3_and_4_first_review_not_known() {
    let record = record(seen(placement("2026-03-02", TemporaryApproval), "2026-03-04"));
    let history = History::CompleteFrom(date("2026-03-03"));
    let asked = crate::duties::placed::Asked { history, ..on("2026-03-20") };
    assert_eq!(
        asked.of(VisitTemporaryApproval, &record),
        [
            "2026-03-09 met",
            "2026-03-11..2026-04-01 cannot tell: whether the first review had been held",
        ]
    );
}

/// 28(2)(b) and (c) do not hang on the first review. From Wed 4 March 2026, six weeks are over on 15 April and
/// three months on 4 June.
#[test]
fn reg_28_2_the_first_review_is_not_what_is_missing() {
    let record = record(seen(foster("2025-03-02"), "2026-03-04"));
    let history = History::CompleteFrom(date("2026-03-03"));
    let asked = crate::duties::placed::Asked { history, ..on("2026-05-01") };
    assert_eq!(
        asked.of(VisitInterval, &record),
        ["2026-04-15..2026-06-04 cannot tell: whether the placement is meant to last to 18"]
    );
}

#[test]
fn visits_not_recorded() {
    let record = record(placed(foster("2026-03-02")));
    hold("2026-03-09", &record, &["visit-first: 2026-03-09 not yet due"]);
    hold("2026-03-10", &record, &["visit-first: 2026-03-09 cannot tell: the visits"]);
    hold("2026-03-10", &crate::duties::placed::record(care("2026-03-02")), &[]);
}

#[test]
fn a_placement_for_adoption_is_visited_under_other_regulations() {
    let record = record(seen(placement("2026-03-02", Adoption), "2026-03-04"));
    hold(
        "2026-04-01",
        &record,
        &[
            "visit-first: - not applicable: visits to a child placed for adoption follow the Adoption \
           Agencies Regulations",
        ],
    );
    hold("2026-03-01", &record, &[]);
}

/// A visit at which the child was not seen answers nothing.
#[test]
fn reg_28_1_the_child_is_visited() {
    let visits = Visits::default()
        .with_visit(Visit::new(date("2026-03-06")).with_child_not_seen())
        .with_visit(Visit::new(date("2026-03-11")));
    let record = record(placed(foster("2026-03-02")).with_visits(visits));
    assert_eq!(on("2026-03-20").of(VisitFirst, &record), ["2026-03-09 met late"]);
}

#[test]
fn explained() {
    let visit = |day, alone| Visit::new(date(day)).with_seen_alone(alone);
    let visits = Visits::default()
        .with_visit(visit("2026-03-06", SeenAlone::Yes))
        .with_visit(visit("2026-04-20", SeenAlone::Inappropriate("asleep".to_owned())));
    let care = placed(foster("2026-03-02").with_meant_to_last(true)).with_visits(visits);
    let law = "\n  The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), \
               regulation 28(2)";
    assert_eq!(
        on("2026-05-01").explained(VisitFirst, &record(care.clone())),
        [format!(
            "First visit of a placement: due by Mon 9 March 2026, 1 week after the start of the \
             placement on Mon 2 March 2026. Done Fri 6 March 2026, in time. Seen alone: yes.{law}(a)."
        )]
    );
    assert_eq!(
        on("2026-05-01").explained(VisitInterval, &record(care)),
        [
            format!(
                "Visit after the last: due by Fri 17 April 2026, 6 weeks after the visit of Fri 6 March \
                 2026. Done Mon 20 April 2026, 3 days late. Not seen alone: asleep.{law}(b) and (c)."
            ),
            format!(
                "Visit after the last: due by Mon 1 June 2026, 6 weeks after the visit of Mon 20 April \
                 2026. Not yet due.{law}(b) and (c)."
            ),
        ]
    );
}

#[test]
fn contradictions() {
    let bad = Visits::default()
        .with_visit(Visit::new(date("2026-03-01")))
        .with_visit(
            Visit::new(date("2026-03-05")).with_child_not_seen().with_seen_alone(SeenAlone::Yes),
        )
        .with_visit(Visit::new(date("2026-03-06")).with_seen_alone(SeenAlone::No(" ".to_owned())))
        .with_visit(Visit::new(date("2026-04-02")));
    let record = record(care("2026-03-02").with_ended(date("2026-04-01")).with_visits(bad));
    assert_eq!(
        problems(&record),
        [
            "visit is 2026-03-01: it is before the period of care began",
            "visit is 2026-03-05: the child was seen alone and was not seen",
            "visit not alone is 2026-03-06: it has no reason",
            "visit is 2026-04-02: it is after the period of care ended",
        ]
    );
}
