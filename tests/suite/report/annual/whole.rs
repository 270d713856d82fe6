//! Whole public reports, with every part, attacked by a reader of nothing but the public JSON.
//!
//! The reader knows what the words of a report mean, and so what counts the same thing, in [`THE_SAME`];
//! nothing of it is taken from the library. He is thought to know of each equality whether it holds.

use super::attack::{Printed, Structure, pinned, rest};
use super::invented::{Pool, sample};
use iro_handbook::report::annual::{AnnualReport, Disclosure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What counts the same, and what at least as much. A star stands for every beginning of a name that fits,
/// `clock` for each of [`CLOCK`], `review` for each of [`EACH_REVIEW`].
const THE_SAME: &str = "
    cohort.looked_after_at_start + cohort.started = cohort.looked_after_in_year
    cohort.ceased + cohort.looked_after_at_end = cohort.looked_after_in_year
    cohort.started >= children.length.under_6_months + children.length.under_1_year
    children.long.no >= children.age.16_and_over
    children.long.no >= children.length.under_6_months + children.length.under_1_year + children.length.under_2_years
    reviews.children.total + reviews.children.first_review_later = cohort.looked_after_at_end
    reviews.children.all_on_time + reviews.children.not_all_on_time = reviews.children.told
    reviews.children.told + reviews.children.undetermined = reviews.children.total

    *.met + *.met_late + *.not_met = *.told
    *.told + *.cannot_tell + *.not_yet_due + *.lapsed + *.not_applicable = *.total
    *.on_time + *.late = *.told
    *.told + *.undetermined = *.total
    *.yes + *.no = *.told
    reviews.due.met + reviews.due.met_late + reviews.due.not_held = reviews.due.told
    participation.attended = participation.codes.PN1 + participation.codes.PN2 + participation.codes.PN3 + participation.codes.PN4
    participation.views_conveyed = participation.codes.PN1 + participation.codes.PN2 + participation.codes.PN3 + participation.codes.PN5 + participation.codes.PN6
    participation.eligible = participation.codes.PN1 + participation.codes.PN2 + participation.codes.PN3 + participation.codes.PN4 + participation.codes.PN5 + participation.codes.PN6 + participation.codes.PN7
    participation.eligible = participation.attended + participation.not_attended
    attendance.parents.known = attendance.parents.came + attendance.parents.did_not_come
    attendance.carers.known = attendance.carers.came + attendance.carers.did_not_come
    reviews.held.total >= siblings.contact.reviews

    duties.child_participation.met = participation.views_conveyed
    duties.child_participation.not_met = participation.codes.PN4 + participation.codes.PN7
    duties.child_participation.not_applicable = participation.codes.PN0
    duties.child_participation.cannot_tell = participation.codes.not_recorded
    duties.schedule_7.total = 14 reviews.held.total
    duties.decision_implemented.total = duties.implementers_named.total
    duties.decision_implemented.not_applicable = duties.implementers_named.not_applicable
    duties.decisions_written.not_applicable = duties.implementers_named.not_applicable
    duties.decisions_circulated.not_applicable = duties.implementers_named.not_applicable
    duties.decisions_written.not_applicable = duties.decisions_circulated.not_applicable
    duties.parents_views.not_applicable >= attendance.parents.not_applicable

    duties.iro_appointed.total = duties.iro_met_child.total
    duties.iro_appointed.total = duties.iro_named.total
    duties.iro_appointed.total = cohort.started
    duties.iro_named.total = cohort.started
    duties.iro_met_child.total = cohort.started
    duties.first_review.total = cohort.started
    duties.care_plan.total = cohort.started
    duties.education_plan.total = cohort.started
    duties.care_plan.total = duties.education_plan.total
    duties.ceasing_approval.total = cohort.ceased
    duties.placement_plan.total = duties.notify_placement.total
    duties.placement_plan.not_applicable = duties.notify_placement.not_applicable
    duties.short_break_first_review.cannot_tell = short_breaks.not_recorded
    duties.initial_health_assessment.total = cohort.started
    duties.iro_informed_of_change.total = cohort.looked_after_in_year

    reviews.due.met = clock.met
    reviews.due.met_late = clock.met_late
    reviews.due.not_held = clock.not_met
    reviews.due.lapsed = clock.lapsed
    reviews.due.not_yet_due = clock.not_yet_due
    reviews.due.undetermined = clock.cannot_tell
    reviews.due.met_late + reviews.due.not_held >= missed.children.once + 2 missed.children.twice + 3 missed.children.more_often
    reviews.due.met_late + reviews.due.not_held = missed.children.once + 2 missed.children.twice
    cohort.looked_after_in_year >= missed.children.total

    disputes.open_at_start + disputes.raised = disputes.total
    disputes.ended + disputes.open_at_end = disputes.total
    disputes.formal.total = disputes.route.stage_1 + disputes.route.stage_2 + disputes.route.stage_3 + disputes.route.stage_4 + disputes.route.stage_5 + disputes.route.stage_6
    disputes.formal.total >= disputes.formal.resolved + disputes.overdue
    disputes.resolved >= disputes.formal.resolved
    disputes.open_at_end >= disputes.overdue + disputes.broken_off
    disputes.total >= disputes.cafcass
    disputes.total >= disputes.legal_advice
    duties.dispute_recorded.total = disputes.raised
    duties.dispute_resolved.total = disputes.raised
    duties.dispute_resolved.total = disputes.ended
    duties.dispute_resolved.total = disputes.total
    duties.cafcass_referral.total = disputes.raised
    duties.cafcass_referral.total = disputes.total
    duties.cafcass_referral.met = disputes.cafcass
    duties.dispute_resolved.met = disputes.formal.in_time
    duties.dispute_resolved.told = disputes.formal.resolved
    duties.dispute_resolved.met + duties.dispute_resolved.met_late = disputes.formal.resolved
    disputes.formal.in_time + duties.dispute_resolved.met_late = disputes.formal.resolved
    duties.dispute_resolved.not_met = disputes.overdue
    duties.dispute_resolved.cannot_tell = disputes.broken_off
    duties.dispute_resolved.lapsed = disputes.withdrawn + disputes.superseded
    duties.dispute_resolved.not_yet_due + duties.dispute_resolved.not_met = disputes.open_at_end
    duties.dispute_resolved.not_applicable = disputes.route.informal
    duties.dispute_stage_response.total = disputes.route.stage_1 + 2 disputes.route.stage_2 + 3 disputes.route.stage_3 + 4 disputes.route.stage_4 + 5 disputes.route.stage_5
    duties.dispute_stage_response.total >= disputes.formal.total

    workforce.in_post_at_start + workforce.joined = workforce.in_post_in_year
    workforce.left_before + workforce.headcount = workforce.in_post_in_year
    workforce.left = workforce.left_before + workforce.left_on_last_day
    workforce.joined >= workforce.length.under_1
    workforce.joined = workforce.length.under_1
    workforce.children = cohort.looked_after_at_end
    duties.iro_qualified.total = workforce.in_post_in_year
    duties.iro_qualified.told + duties.iro_qualified.cannot_tell = workforce.headcount
    duties.iro_qualified.not_applicable = workforce.left_before
    duties.iro_caseload.total = workforce.in_post_in_year
    duties.iro_caseload.total = duties.iro_qualified.total
    duties.iro_independent.total = duties.iro_qualified.total
    duties.iro_caseload.not_applicable = duties.iro_qualified.not_applicable
    duties.iro_independent.not_applicable = duties.iro_qualified.not_applicable
    duties.iro_caseload.told + duties.iro_caseload.cannot_tell = workforce.headcount
    duties.iro_caseload.not_applicable = workforce.left_before
    duties.iro_caseload.not_met = workforce.caseload.above
    duties.iro_caseload.met = workforce.caseload.below + workforce.caseload.within
    duties.iro_caseload.cannot_tell = workforce.caseload.not_told
    duties.iro_independent.total = workforce.in_post_in_year
    duties.iro_independent.told + duties.iro_independent.cannot_tell = workforce.headcount
    duties.iro_independent.not_applicable = workforce.left_before

    iro_changes.children = cohort.looked_after_in_year
    duties.iro_continuity.total >= iro_changes.0 + iro_changes.not_recorded + iro_changes.1 + 2 iro_changes.2 + 3 iro_changes.3_or_more
    duties.iro_continuity.total = iro_changes.0 + iro_changes.not_recorded + iro_changes.1 + 2 iro_changes.2
    duties.iro_continuity.not_applicable >= iro_changes.0
    duties.iro_continuity.not_applicable = iro_changes.0
    duties.iro_continuity.cannot_tell >= iro_changes.not_recorded
    duties.iro_continuity.cannot_tell = iro_changes.not_recorded
    duties.iro_continuity.told = iro_changes.1 + 2 iro_changes.2
    duties.iro_vacancy.met = iro_changes.1 + 2 iro_changes.2

    duties.iro_siblings.total = cohort.looked_after_at_end
    duties.iro_siblings.met = siblings.iro.one
    duties.iro_siblings.not_met = siblings.iro.separate
    duties.iro_siblings.not_applicable = siblings.without
    duties.iro_siblings.not_applicable = siblings.without + siblings.iro.separate_with_reason
    duties.iro_siblings.cannot_tell = siblings.not_recorded
    duties.iro_siblings.cannot_tell = siblings.not_recorded + siblings.iro.not_recorded
    siblings.with + siblings.without + siblings.not_recorded = cohort.looked_after_at_end

    cohort.looked_after_in_year >= support.advocates
    cohort.looked_after_in_year >= support.visitors.matched + support.visitors.waiting
    support.care_plans.up_to_date + support.care_plans.out_of_date = support.care_plans.total
    cohort.looked_after_at_end >= support.care_plans.total

    protection.plans.open_at_start + protection.plans.started = protection.plans.total
    protection.plans.ended + protection.plans.open_at_end = protection.plans.total
    protection.initial_conferences.on_time = protection.initial_conferences.from_0_days + protection.initial_conferences.from_11_days
    protection.initial_conferences.late = protection.initial_conferences.from_16_days + protection.initial_conferences.from_21_days
    protection.plans.open_at_end >= protection.children_reviewed.total
    protection.plans.open_at_end = protection.children_reviewed.total + protection.plans.open_for.three_months
    protection.plans.open_for.longer >= protection.plans.open_over_two_years
    protection.plans.open_for.longer = protection.plans.open_over_two_years
    protection.plans.again.yes >= protection.plans.again_within_24_months.yes
    protection.plans.again_within_24_months.no >= protection.plans.again.no

    2025:cohort.looked_after_at_end = cohort.looked_after_at_start
    2024:cohort.looked_after_at_end = 2025:cohort.looked_after_at_start
    2023:cohort.looked_after_at_end = 2024:cohort.looked_after_at_start
    2022:cohort.looked_after_at_end = 2023:cohort.looked_after_at_start
    review.total = reviews.held.total
";

/// The duties to hold a review by a day, as the report names them.
const CLOCK: &str = "first_review second_review subsequent_review adoption_placement_review_1 adoption_placement_review_2 adoption_placement_review_later adoption_return_review";

/// What arises once at each review.
const EACH_REVIEW: &str = "iro_chairs child_participation rights_explained independent_visitor parents_views child_spoken_to_privately implementers_named social_worker_discussion reports_ready decisions_written manager_response decisions_circulated record_written record_distributed midway_check decision_implemented";

/// One side of a line, each name with how often.
fn terms(side: &str) -> Vec<(String, i64)> {
    let term = |term: &str| match term.split_whitespace().collect::<Vec<_>>()[..] {
        [name] => (name.to_owned(), 1),
        [times, name] => (name.to_owned(), times.parse().unwrap()),
        _ => panic!("{term}"),
    };
    let each = side.split(" + ").flat_map(|one| match one.strip_prefix("clock.") {
        None => vec![term(one)],
        Some(part) => {
            CLOCK.split_whitespace().map(|duty| term(&format!("duties.{duty}.{part}"))).collect()
        }
    });
    each.collect()
}

/// The lines, those with stars and such once for each name that fits.
fn lines(figures: &BTreeMap<String, u64>) -> Vec<String> {
    let mut all = Vec::new();
    for line in THE_SAME.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(rest) = line.strip_prefix('*') {
            let end = rest.split(' ').next().unwrap();
            let stems = figures.keys().filter_map(|name| name.strip_suffix(end));
            all.extend(stems.map(|stem| line.replace('*', stem)));
        } else if let Some(rest) = line.strip_prefix("review.") {
            let duties = EACH_REVIEW.split_whitespace();
            all.extend(duties.map(|duty| format!("duties.{duty}.{rest}")));
        } else {
            all.push(line.to_owned());
        }
    }
    all
}

/// What the reader takes to come to nothing: the left side less the right one, and less what the left one is
/// more where it only says at least.
fn by_meaning(figures: &BTreeMap<String, u64>) -> Vec<Vec<(String, i64)>> {
    let mut all = Vec::new();
    for line in lines(figures) {
        let (left, right, more) = match line.split_once(" >= ") {
            Some((left, right)) => (left, right, true),
            None => {
                let (left, right) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
                (left, right, false)
            }
        };
        let (left, right) = (terms(left), terms(right));
        let there =
            |terms: &[(String, i64)]| terms.iter().any(|(name, _)| figures.contains_key(name));
        if !there(&left) || !there(&right) {
            continue;
        }
        let mut equation = left;
        equation.extend(right.into_iter().map(|(name, times)| (name, -times)));
        // What there is none of has no row.
        equation.retain(|(name, _)| figures.contains_key(name));
        let sum: i64 = equation.iter().map(|(name, times)| count(figures, name) * times).sum();
        if more && sum >= 0 {
            equation.push((format!("more in: {line}"), -1));
            all.push(equation);
        } else if sum == 0 {
            all.push(equation);
        }
    }
    all
}

fn count(figures: &BTreeMap<String, u64>, name: &str) -> i64 {
    i64::try_from(figures[name]).unwrap()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The name of a count that stands in a cell, and nothing else.
fn of_cell(cell: &Value) -> Option<String> {
    let [name] = list(cell, "figures") else { return None };
    cell.get("count").and(name.as_str()).map(str::to_owned)
}

/// What the layout of the tables says: rows and columns add up, and a percentage leaves something over.
fn by_layout(document: &Value) -> Structure {
    let mut own = Structure::default();
    let mut shares = BTreeSet::new();
    let mut share = |cell: &Value| {
        if cell.get("numerator").is_some() {
            let names: Vec<_> =
                list(cell, "figures").iter().map(|name| name.as_str().unwrap()).collect();
            shares.insert((names[0].to_owned(), names[1].to_owned()));
        }
    };
    for block in list(document, "sections").iter().flat_map(|section| list(section, "blocks")) {
        if block["kind"] == "headline" {
            share(&block["cell"]);
            list(block, "beside").iter().for_each(|beside| share(&beside["cell"]));
        }
        let rows = list(block, "rows");
        rows.iter().flat_map(|row| list(row, "cells")).for_each(&mut share);
        let columns = list(block, "columns");
        for column in 0..columns.len() {
            let mut parts = Vec::new();
            for row in rows {
                let name = of_cell(&list(row, "cells")[column]);
                if row["total"] == true {
                    if let (Some(whole), true) = (name, !parts.is_empty()) {
                        own.sum(whole, std::mem::take(&mut parts));
                    }
                } else {
                    parts.extend(name);
                }
            }
        }
        let all = columns.iter().position(|name| name == "all" || name == "plans started");
        for row in rows {
            let names: Vec<_> = list(row, "cells").iter().map(of_cell).collect();
            if let Some(whole) = all.and_then(|all| names[all].clone()) {
                own.sum(whole, names[..all.unwrap()].iter().flatten());
            }
        }
    }
    own.shares = shares.into_iter().collect();
    own
}

fn figures(document: &Value) -> BTreeMap<String, Option<u64>> {
    let figures = document["figures"].as_object().unwrap().iter();
    figures.map(|(name, count)| (name.clone(), count.as_u64())).collect()
}

/// What a text is worked out from is shown, or the text is not.
fn texts_give_nothing_away(document: &Value, cells: &BTreeMap<String, Option<u64>>) {
    for block in list(document, "sections").iter().flat_map(|section| list(section, "blocks")) {
        let rows = list(block, "rows").iter().flat_map(|row| list(row, "cells"));
        let beside = list(block, "beside").iter().map(|beside| &beside["cell"]);
        for cell in rows.chain(beside).chain([&block["cell"]]) {
            let names = list(cell, "figures").iter().map(|name| name.as_str().unwrap());
            if names.clone().any(|name| cells[name].is_none()) {
                assert_eq!(cell["text"], "c", "{cell}");
            }
        }
    }
}

/// What a reader of the public version finds out of what is kept back, or small.
fn attack(full: &AnnualReport) -> BTreeSet<String> {
    let board = serde_json::to_value(full).unwrap();
    let public = full.for_publication(Disclosure::default());
    let public = serde_json::to_value(&public).unwrap();
    let truth: BTreeMap<String, u64> =
        figures(&board).into_iter().map(|(name, count)| (name, count.unwrap())).collect();
    let cells = figures(&public);
    for (name, shown) in &cells {
        let count = truth[name];
        assert!(shown.is_none_or(|shown| shown == count), "{name}");
        assert!(count > 0 || shown.is_some(), "{name}");
        assert!(!(1..=5).contains(&count) || shown.is_none(), "{name}");
    }
    texts_give_nothing_away(&public, &cells);
    // The layout is the same for every reader; the numbers are the public's.
    let mut structure = by_layout(&board);
    for (whole, parts) in &structure.sums {
        let sum: u64 = parts.iter().map(|part| truth[part]).sum();
        assert_eq!(sum, truth[whole], "{whole}: {parts:?}");
    }
    structure.equations = by_meaning(&truth);
    let printed = Printed { cells, structure };
    let left = |name: &String| {
        let of = |(of, among): &&(String, String)| rest(of, among) == *name;
        printed.structure.shares.iter().find(of).map(|(of, among)| truth[among] - truth[of])
    };
    let mut found = pinned(&printed);
    // What is not printed at all may be known where it is neither small nor kept back.
    found.retain(|name| {
        let count = truth.get(name).copied().or_else(|| left(name));
        let small = count.is_some_and(|count| (1..=5).contains(&count));
        printed.cells.get(name) == Some(&None) || small
    });
    found
}

/// Nothing small comes out, and what the public reads the report for stays in.
#[test]
fn the_sample() {
    let full = sample();
    assert_eq!(attack(&full), BTreeSet::new());
    let public = full.for_publication(Disclosure::default()).to_string();
    for shown in ["94.3 % (873 of 926)", "89.3 % (653 of 731)", "62.2 for a full-time post"] {
        assert!(public.contains(shown), "{shown}");
    }
    for part in ["looked_after_at_start", "started", "ceased", "looked_after_at_end"] {
        let name = format!("cohort.{part}");
        let report = full.for_publication(Disclosure::default());
        assert_eq!(report.report().figure(&name), full.figure(&name), "{name}");
    }
}

/// How many: set by the environment variable IRO_DISCLOSURE_WHOLE_REPORTS.
fn reports_to_try() -> u64 {
    let some = if cfg!(debug_assertions) { 30 } else { 300 };
    std::env::var("IRO_DISCLOSURE_WHOLE_REPORTS").map_or(some, |text| text.parse().unwrap())
}

/// More of them: `IRO_DISCLOSURE_WHOLE_REPORTS=5000 cargo test --release --all-features --test suite
/// no_whole_report`.
#[test]
fn no_whole_report_gives_a_count_away() {
    let pool = Pool::new();
    for seed in 0..reports_to_try() {
        assert_eq!(attack(&pool.report(seed)), BTreeSet::new(), "seed {seed}");
    }
}
