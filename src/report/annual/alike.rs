//! Counts that are made from different records and should be the same: where they are, a reader may take
//! one for the other, and what is kept back of one must not stand in the other.

use super::FigureId;
use super::builder::Draft;
use crate::error::Result;
use crate::law::{Family, RuleId, ScheduleSevenMatter};

/// A count, and what adds up to it elsewhere in the report; one that stands several times counts as often.
const SAME: &[(&str, &[&str])] = &[
    ("duties.child_participation.met", &["participation.views_conveyed"]),
    ("duties.child_participation.not_met", &["participation.codes.PN4", "participation.codes.PN7"]),
    ("duties.child_participation.not_applicable", &["participation.codes.PN0"]),
    ("duties.child_participation.cannot_tell", &["participation.codes.not_recorded"]),
    ("duties.child_views.met", &["participation.views_conveyed"]),
    ("duties.child_views.not_met", &["participation.codes.PN4", "participation.codes.PN7"]),
    ("duties.child_views.not_applicable", &["participation.codes.PN0"]),
    ("duties.child_views.cannot_tell", &["participation.codes.not_recorded"]),
    ("duties.decision_implemented.total", &["duties.implementers_named.total"]),
    ("duties.decision_implemented.not_applicable", &["duties.implementers_named.not_applicable"]),
    ("duties.decisions_written.not_applicable", &["duties.implementers_named.not_applicable"]),
    ("duties.decisions_circulated.not_applicable", &["duties.implementers_named.not_applicable"]),
    ("duties.decisions_circulated.not_applicable", &["duties.decisions_written.not_applicable"]),
    ("duties.iro_appointed.total", &["duties.iro_named.total"]),
    ("duties.iro_appointed.total", &["duties.iro_met_child.total"]),
    ("duties.care_plan.total", &["duties.education_plan.total"]),
    ("duties.placement_plan.total", &["duties.notify_placement.total"]),
    ("duties.placement_plan.not_applicable", &["duties.notify_placement.not_applicable"]),
    ("duties.short_break_first_review.cannot_tell", &["short_breaks.not_recorded"]),
    ("duties.dispute_resolved.met", &["disputes.formal.in_time"]),
    (
        "disputes.formal.resolved",
        &["duties.dispute_resolved.met", "duties.dispute_resolved.met_late"],
    ),
    ("disputes.formal.resolved", &["disputes.formal.in_time", "duties.dispute_resolved.met_late"]),
    ("duties.dispute_resolved.not_met", &["disputes.overdue"]),
    ("duties.dispute_resolved.cannot_tell", &["disputes.broken_off"]),
    ("duties.dispute_resolved.lapsed", &["disputes.withdrawn", "disputes.superseded"]),
    (
        "disputes.open_at_end",
        &["duties.dispute_resolved.not_yet_due", "duties.dispute_resolved.not_met"],
    ),
    ("duties.dispute_resolved.not_applicable", &["disputes.route.informal"]),
    ("duties.cafcass_referral.met", &["disputes.cafcass"]),
    ("workforce.children", &["cohort.looked_after_at_end"]),
    ("workforce.joined", &["workforce.length.under_1"]),
    ("workforce.headcount", &["duties.iro_qualified.told", "duties.iro_qualified.cannot_tell"]),
    ("workforce.headcount", &["duties.iro_caseload.told", "duties.iro_caseload.cannot_tell"]),
    ("workforce.headcount", &["duties.iro_independent.told", "duties.iro_independent.cannot_tell"]),
    ("duties.iro_caseload.not_met", &["workforce.caseload.above"]),
    ("duties.iro_caseload.met", &["workforce.caseload.below", "workforce.caseload.within"]),
    ("duties.iro_caseload.cannot_tell", &["workforce.caseload.not_told"]),
    ("duties.iro_caseload.total", &["duties.iro_qualified.total"]),
    ("duties.iro_independent.total", &["duties.iro_qualified.total"]),
    ("duties.iro_caseload.not_applicable", &["duties.iro_qualified.not_applicable"]),
    ("duties.iro_independent.not_applicable", &["duties.iro_qualified.not_applicable"]),
    ("duties.iro_caseload.not_applicable", &["workforce.left_before"]),
    ("duties.iro_independent.not_applicable", &["workforce.left_before"]),
    ("duties.iro_continuity.not_applicable", &["iro_changes.0"]),
    ("duties.iro_continuity.cannot_tell", &["iro_changes.not_recorded"]),
    ("iro_changes.children", &["cohort.looked_after_in_year"]),
    ("duties.iro_siblings.met", &["siblings.iro.one"]),
    ("duties.iro_siblings.not_met", &["siblings.iro.separate"]),
    ("duties.iro_siblings.not_applicable", &["siblings.without"]),
    (
        "duties.iro_siblings.not_applicable",
        &["siblings.without", "siblings.iro.separate_with_reason"],
    ),
    ("duties.iro_siblings.cannot_tell", &["siblings.not_recorded"]),
    ("duties.iro_siblings.cannot_tell", &["siblings.not_recorded", "siblings.iro.not_recorded"]),
    (
        "protection.plans.open_at_end",
        &["protection.children_reviewed.total", "protection.plans.open_for.three_months"],
    ),
    ("protection.plans.open_for.longer", &["protection.plans.open_over_two_years"]),
];

/// A count that holds others, each as often as it stands here: no more is left over than there is.
const HOLDS: &[(&str, &[&str])] = &[
    ("cohort.started", &["children.length.under_6_months", "children.length.under_1_year"]),
    ("workforce.joined", &["workforce.length.under_1"]),
    ("duties.parents_views.not_applicable", &["attendance.parents.not_applicable"]),
];

/// A count of times, the counts beside those times in it, and who is counted once, twice, and at least three
/// times in it.
type Times = (&'static str, &'static [&'static str], [&'static str; 3]);

const MISSED: [&str; 3] =
    ["missed.children.once", "missed.children.twice", "missed.children.more_often"];
const CHANGES: [&str; 3] = ["iro_changes.1", "iro_changes.2", "iro_changes.3_or_more"];

const TIMES: &[Times] = &[
    ("reviews.due.told", &["reviews.due.met"], MISSED),
    ("duties.iro_continuity.total", &["iro_changes.0", "iro_changes.not_recorded"], CHANGES),
    ("duties.iro_continuity.told", &[], CHANGES),
    ("duties.iro_vacancy.met", &[], CHANGES),
];

/// The reviews that fell due, whose outcomes are those of the duties of the clock.
const DUE: &[(&str, &str)] = &[
    ("reviews.due.met", "met"),
    ("reviews.due.met_late", "met_late"),
    ("reviews.due.not_held", "not_met"),
    ("reviews.due.not_yet_due", "not_yet_due"),
    ("reviews.due.lapsed", "lapsed"),
    ("reviews.due.undetermined", "cannot_tell"),
];

const CLOCK: &[RuleId] = &[
    RuleId::FirstReview,
    RuleId::SecondReview,
    RuleId::SubsequentReview,
    RuleId::AdoptionPlacementFirstReview,
    RuleId::AdoptionPlacementSecondReview,
    RuleId::AdoptionPlacementLaterReview,
    RuleId::AdoptionReturnReview,
];

/// More times than any duty arises at each review.
const SEVERAL: u64 = 20;

/// Says of all of them that they are the same, where they are.
pub(super) fn state(draft: &mut Draft<'_>) -> Result<()> {
    for rule in RuleId::ALL {
        for whole in wholes(rule.rule().family()) {
            let (all, one) = (duty(*rule, "total"), (*whole).to_owned());
            let counts = (count(draft, &all), count(draft, &one));
            // Some duties arise several times over at each review, equally often.
            let times = (1..=SEVERAL).find(|times| counts.1.checked_mul(*times) == Some(counts.0));
            let parts: Vec<_> = (0..times.unwrap_or_default()).map(|_| one.as_str()).collect();
            state_if_so(draft, &all, &parts)?;
        }
    }
    for matter in ScheduleSevenMatter::ALL {
        let all = format!("duties.schedule_7.{}.total", matter.number());
        state_if_so(draft, &all, &["reviews.held.total"])?;
    }
    for (whole, parts) in SAME {
        state_if_so(draft, whole, parts)?;
    }
    for (whole, parts) in HOLDS {
        hold(draft, whole, parts);
    }
    for times in TIMES {
        state_times(draft, *times)?;
    }
    for (whole, outcome) in DUE {
        let parts: Vec<_> = CLOCK.iter().map(|rule| duty(*rule, outcome)).collect();
        let parts: Vec<_> = parts.iter().map(String::as_str).collect();
        state_if_so(draft, whole, &parts)?;
    }
    stages(draft)
}

/// A dispute that reached a stage has been at each one below it.
fn stages(draft: &mut Draft<'_>) -> Result<()> {
    let stages = 1..=usize::from(u8::MAX);
    let stages = stages.map(|stage| (stage, format!("disputes.route.stage_{stage}")));
    let stages: Vec<_> = stages.filter(|(_, name)| draft.ledger.get(name).is_some()).collect();
    let parts: Vec<_> =
        stages.iter().flat_map(|(stage, name)| vec![name.as_str(); *stage]).collect();
    state_if_so(draft, &duty(RuleId::DisputeStageResponse, "total"), &parts)
}

/// Who is counted at least three times leaves it open how often: then less is known than that it adds up.
fn state_times(draft: &mut Draft<'_>, (whole, beside, [once, twice, more]): Times) -> Result<()> {
    let mut parts = beside.to_vec();
    parts.extend([once, twice, twice]);
    if count(draft, more) > 0 {
        parts.extend([more; 3]);
        hold(draft, whole, &parts);
        return Ok(());
    }
    state_if_so(draft, whole, &parts)
}

/// What a duty of the family arises for, each time once.
const fn wholes(family: Family) -> &'static [&'static str] {
    match family {
        Family::BeforeReview | Family::AtReview => &["reviews.held.total"],
        Family::AfterReview => &["reviews.held.total", "cohort.looked_after_in_year"],
        Family::Reviews => &["reviews.held.total", "cohort.started", "cohort.looked_after_in_year"],
        Family::Iro => &[
            "cohort.started",
            "cohort.looked_after_at_end",
            "cohort.looked_after_in_year",
            "workforce.in_post_in_year",
        ],
        Family::Plans | Family::Health | Family::Visits => &[
            "reviews.held.total",
            "cohort.started",
            "cohort.ceased",
            "cohort.looked_after_at_end",
            "cohort.looked_after_in_year",
        ],
        Family::Disputes => &["disputes.raised", "disputes.ended", "disputes.total"],
        Family::ChildProtection => &[],
    }
}

fn duty(rule: RuleId, part: &str) -> String {
    format!("duties.{}.{part}", rule.as_str().replace('-', "_"))
}

/// What is not there counts nothing.
fn count(draft: &Draft<'_>, name: &str) -> u64 {
    draft.ledger.get(name).and_then(super::Shown::count).unwrap_or_default()
}

/// Those that are not zero.
fn there(draft: &Draft<'_>, names: &[&str]) -> Vec<FigureId> {
    let there = names.iter().filter(|name| count(draft, name) > 0);
    there.filter_map(|name| draft.ledger.id_of(name)).collect()
}

fn hold(draft: &mut Draft<'_>, whole: &str, parts: &[&str]) {
    if let (Some(whole), parts) = (draft.ledger.id_of(whole), there(draft, parts)) {
        if !parts.is_empty() {
            draft.may_leave(&parts, &whole);
        }
    }
}

fn state_if_so(draft: &mut Draft<'_>, whole: &str, parts: &[&str]) -> Result<()> {
    let sum = parts.iter().map(|part| count(draft, part)).fold(0, u64::saturating_add);
    match draft.ledger.id_of(whole) {
        Some(id) if sum > 0 && sum == count(draft, whole) => {
            draft.adds_up(&id, &there(draft, parts))
        }
        _ => Ok(()),
    }
}
