//! Counts that are made from different records and should be the same: where they are, a reader may take
//! one for the other, and what is kept back of one must not stand in the other.

use super::FigureId;
use super::builder::Draft;
use crate::error::Result;
use crate::law::{Family, RuleId, ScheduleSevenMatter};

/// A count of duties, and what adds up to it elsewhere in the report.
const SAME: &[(&str, &[&str])] = &[
    ("duties.child_participation.met", &["participation.views_conveyed"]),
    ("duties.child_participation.not_met", &["participation.codes.PN4", "participation.codes.PN7"]),
    ("duties.child_participation.not_applicable", &["participation.codes.PN0"]),
    ("duties.child_participation.cannot_tell", &["participation.codes.not_recorded"]),
    ("duties.dispute_resolved.met", &["disputes.formal.in_time"]),
    ("duties.dispute_resolved.not_applicable", &["disputes.route.informal"]),
    ("duties.dispute_stage_response.not_applicable", &["disputes.route.informal"]),
    ("duties.iro_caseload.not_met", &["workforce.caseload.above"]),
    ("duties.iro_continuity.not_applicable", &["iro_changes.0"]),
    ("duties.iro_siblings.met", &["siblings.iro.one"]),
    ("duties.iro_siblings.not_applicable", &["siblings.without"]),
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

/// More times than any duty arises at each review.
const SEVERAL: u64 = 20;

/// Says of all of them that they are the same, where they are.
pub(super) fn state(draft: &mut Draft<'_>) -> Result<()> {
    for rule in RuleId::ALL {
        for whole in wholes(rule.rule().family()) {
            let (all, one) = (total(draft, *rule), draft.ledger.id_of(whole));
            let counts = (count(draft, all.as_ref()), count(draft, one.as_ref()));
            // Some duties arise several times over at each review, equally often.
            let times = (1..=SEVERAL).find(|times| counts.1.checked_mul(*times) == Some(counts.0));
            let parts: Vec<_> = (0..times.unwrap_or_default()).map(|_| one.clone()).collect();
            state_if_so(draft, all, parts)?;
        }
    }
    for matter in ScheduleSevenMatter::ALL {
        let all = draft.ledger.id_of(&format!("duties.schedule_7.{}.total", matter.number()));
        let reviews = draft.ledger.id_of("reviews.held.total");
        state_if_so(draft, all, vec![reviews])?;
    }
    for (whole, parts) in SAME {
        let whole = draft.ledger.id_of(whole);
        let parts = parts.iter().map(|part| draft.ledger.id_of(part)).collect();
        state_if_so(draft, whole, parts)?;
    }
    for (whole, outcome) in DUE {
        let whole = draft.ledger.id_of(whole);
        let clock = RuleId::ALL.iter().filter(|rule| rule.rule().family() == Family::Reviews);
        let parts: Vec<_> =
            clock.filter_map(|rule| draft.ledger.id_of(&duty(*rule, outcome))).map(Some).collect();
        state_if_so(draft, whole, parts)?;
    }
    stages(draft)
}

/// A dispute that reached a stage has been at each one below it.
fn stages(draft: &mut Draft<'_>) -> Result<()> {
    let answers = total(draft, RuleId::DisputeStageResponse);
    let stages = (1_usize..).map_while(|stage| {
        let id = draft.ledger.id_of(&format!("disputes.route.stage_{stage}"))?;
        Some((stage, id))
    });
    let parts: Vec<_> = stages.flat_map(|(stage, id)| vec![Some(id); stage]).collect();
    state_if_so(draft, answers, parts)
}

/// What a duty of the family arises for, each time once.
const fn wholes(family: Family) -> &'static [&'static str] {
    match family {
        Family::BeforeReview | Family::AtReview | Family::AfterReview => &["reviews.held.total"],
        Family::Reviews => &["reviews.held.total", "cohort.looked_after_in_year"],
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

fn total(draft: &Draft<'_>, rule: RuleId) -> Option<FigureId> {
    draft.ledger.id_of(&duty(rule, "total"))
}

/// What is not there counts nothing.
fn count(draft: &Draft<'_>, id: Option<&FigureId>) -> u64 {
    id.and_then(|id| draft.ledger.shown(id).count()).unwrap_or_default()
}

fn state_if_so(
    draft: &mut Draft<'_>,
    whole: Option<FigureId>,
    parts: Vec<Option<FigureId>>,
) -> Result<()> {
    let sum = parts.iter().map(|part| count(draft, part.as_ref())).fold(0, u64::saturating_add);
    let parts = parts.into_iter().collect::<Option<Vec<_>>>();
    match (whole, parts) {
        (Some(whole), Some(parts)) if sum > 0 && sum == count(draft, Some(&whole)) => {
            draft.adds_up(&whole, &parts)
        }
        _ => Ok(()),
    }
}
