//! The names that the figures of a report can have.

use crate::assess::Sequence;
use crate::law::{RuleId, ScheduleSevenMatter};
use crate::record::{
    AbuseCategory, AuditArea, DataQuality, EthnicGroup, LegalBasis, Participation, PlacementType,
    ReasonCeased, Sex,
};
use crate::report::{AgeBand, LengthInCare, PlacementsInYear, SiblingIro};
use core::fmt;
use std::collections::BTreeSet;

/// The names that figures can have: what comparators, earlier years and trends go by.
///
/// A part in braces stands for one of a list. Printed, it is the list in docs/JSON.md.
///
/// ```
/// use iro_handbook::report::annual::FigureNames;
///
/// assert!(FigureNames.contains("children.placements.3_or_more"));
/// assert!(FigureNames.contains("disputes.route.stage_4"), "a ladder has as many stages as it has");
/// assert!(!FigureNames.contains("participation.eligable"));
/// assert_eq!(FigureNames.near("participation.eligable"), ["participation.eligible"]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FigureNames;

/// What is worked out from counts and has a name of its own: so many children for each of something.
pub(super) const PER_HEAD: [&str; 3] =
    ["cohort.per_10_000", "protection.plans.per_10_000", "workforce.caseload"];

/// A part of a name that may be any number.
const NUMBER: &str = "{number}";

const COUNTS: &[&str] = &[
    "attendance.{who}.{came}",
    "audits.total",
    "audits.{area}.total",
    "audits.{area or all}.{grade}",
    "audits.{area or all}.local_{number}",
    "children.age.{age}",
    "children.age_sex.{age}.{sex}",
    "children.ceased.{reason}",
    "children.ethnic_group.{ethnic group}",
    "children.far.{known}",
    "children.legal_basis.{legal status}",
    "children.length.{length}",
    "children.long.{known}",
    "children.own_area.{known}",
    "children.placement.{placement}",
    "children.placements.{placements}",
    "children.settled.{known}",
    "children.sex.{sex}",
    "children.unaccompanied.{known}",
    "cohort.ceased",
    "cohort.looked_after_at_end",
    "cohort.looked_after_at_start",
    "cohort.looked_after_in_year",
    "cohort.started",
    "data.{data}",
    "disputes.broken_off",
    "disputes.cafcass",
    "disputes.children_not_recorded",
    "disputes.ended",
    "disputes.formal.in_time",
    "disputes.formal.resolved",
    "disputes.formal.total",
    "disputes.legal_advice",
    "disputes.open_at_end",
    "disputes.open_at_start",
    "disputes.overdue",
    "disputes.raised",
    "disputes.resolved",
    "disputes.route.informal",
    "disputes.route.stage_{number}",
    "disputes.superseded",
    "disputes.theme.{theme}",
    "disputes.total",
    "disputes.withdrawn",
    "duties.schedule_7.{matter}.{outcome}",
    "duties.{rule}.{outcome}",
    "feedback.question_{number}.total",
    "feedback.question_{number}.{answer}",
    "feedback.question_{number}.{number}_of_{number}",
    "iro_changes.children",
    "iro_changes.{changes}",
    "missed.children.total",
    "missed.children.{missed}",
    "participation.attended",
    "participation.codes.{code}",
    "participation.eligible",
    "participation.not_attended",
    "participation.views_conveyed",
    "protection.children.not_recorded",
    "protection.children_reviewed.{timeliness}",
    "protection.initial_conferences.from_{number}_days",
    "protection.initial_conferences.{timeliness}",
    "protection.plans.again.told",
    "protection.plans.again.{known}",
    "protection.plans.again_within_24_months.told",
    "protection.plans.again_within_24_months.{known}",
    "protection.plans.category_at_start.{category}",
    "protection.plans.ended",
    "protection.plans.ended_after.{duration}",
    "protection.plans.latest_category.{category}",
    "protection.plans.open_at_end",
    "protection.plans.open_at_start",
    "protection.plans.open_for.{duration}",
    "protection.plans.open_over_two_years",
    "protection.plans.started",
    "protection.plans.total",
    "protection.review_conferences.also_looked_after",
    "protection.review_conferences.{timeliness}",
    "protection.transfer_in_conferences.{timeliness}",
    "reviews.children.all_on_time",
    "reviews.children.first_review_later",
    "reviews.children.not_all_on_time",
    "reviews.children.told",
    "reviews.children.total",
    "reviews.children.undetermined",
    "reviews.due.lapsed",
    "reviews.due.met",
    "reviews.due.met_late",
    "reviews.due.not_held",
    "reviews.due.not_yet_due",
    "reviews.due.told",
    "reviews.due.undetermined",
    "reviews.held.by_sequence.{sequence}.{timeliness}",
    "reviews.held.{timeliness}",
    "reviews.late_reason.{late reason}",
    "reviews.untold.{number}",
    "short_breaks.children",
    "short_breaks.not_recorded",
    "siblings.contact.reviews",
    "siblings.contact.{considered}",
    "siblings.iro.{one iro}",
    "siblings.not_recorded",
    "siblings.with",
    "siblings.without",
    "support.advocates",
    "support.care_plans.out_of_date",
    "support.care_plans.total",
    "support.care_plans.up_to_date",
    "support.visitors.matched",
    "support.visitors.waiting",
    "workforce.agency.{engaged}",
    "workforce.caseload.{caseload}",
    "workforce.children",
    "workforce.ethnic_group.{ethnic group}",
    "workforce.headcount",
    "workforce.in_post_at_start",
    "workforce.in_post_in_year",
    "workforce.joined",
    "workforce.left",
    "workforce.left_before",
    "workforce.left_on_last_day",
    "workforce.length.{service}",
    "workforce.sex.{sex}",
];

/// The words that may stand in one place of a name.
type List = fn() -> Vec<String>;

/// What a part in braces stands for.
const LISTS: &[(&str, List)] = &[
    ("{age}", || recorded(AgeBand::ALL.iter().map(|age| age.as_str()))),
    ("{answer}", || words(["yes", "partly", "no", "another_answer", "no_answer"])),
    ("{area}", || words(AuditArea::ALL.iter().map(|area| area.as_str()))),
    ("{area or all}", || words(AuditArea::ALL.iter().map(|area| area.as_str()).chain(["all"]))),
    ("{came}", || words(["came", "did_not_come", "not_applicable", "not_recorded", "known"])),
    ("{caseload}", || {
        words(["below", "within", "above", "not_told", "lowest", "median", "highest"])
    }),
    ("{category}", || recorded(AbuseCategory::ALL.map(AbuseCategory::as_str))),
    ("{changes}", || recorded(["0", "1", "2", "3_or_more"])),
    ("{code}", || recorded(Participation::ALL.iter().map(|code| code.code()))),
    ("{considered}", || recorded(["considered", "not_considered", "not_applicable"])),
    ("{data}", || words(DataQuality::default().each().map(|(name, _)| name))),
    ("{duration}", || words(["three_months", "six_months", "one_year", "two_years", "longer"])),
    ("{engaged}", || recorded(["employed", "agency"])),
    ("{ethnic group}", || recorded(EthnicGroup::ALL.iter().map(|group| ethnic_group(*group)))),
    ("{grade}", || {
        words(["outstanding", "good", "requires_improvement", "inadequate", "not_graded"])
    }),
    ("{known}", || recorded(["yes", "no"])),
    ("{late reason}", || {
        recorded([
            "child_asked",
            "child_unavailable",
            "family_unavailable",
            "iro_unavailable",
            "social_worker_unavailable",
            "papers_not_ready",
            "placement_change",
            "court_proceedings",
            "told_late",
            "workload",
            "other",
        ])
    }),
    ("{legal status}", || recorded(LegalBasis::ALL.iter().map(|basis| basis.as_str()))),
    ("{length}", || recorded(LengthInCare::ALL.iter().map(|length| length.as_str()))),
    ("{matter}", || {
        ScheduleSevenMatter::ALL.iter().map(|matter| matter.number().to_string()).collect()
    }),
    ("{missed}", || words(["never", "once", "twice", "more_often", "undetermined"])),
    ("{one iro}", || words(SiblingIro::ALL.iter().map(|iro| iro.as_str()))),
    ("{outcome}", || {
        words([
            "met",
            "met_late",
            "not_met",
            "told",
            "cannot_tell",
            "not_yet_due",
            "lapsed",
            "not_applicable",
            "total",
        ])
    }),
    ("{placement}", || recorded(PlacementType::ALL.iter().map(|kind| kind.as_str()))),
    ("{placements}", || recorded(PlacementsInYear::ALL.iter().map(|number| number.as_str()))),
    ("{reason}", || recorded(ReasonCeased::ALL.iter().map(|reason| reason.as_str()))),
    ("{rule}", || RuleId::ALL.iter().map(|rule| rule.as_str().replace('-', "_")).collect()),
    ("{sequence}", || words(Sequence::ALL.map(Sequence::as_str))),
    ("{service}", || recorded(["under_1", "1_to_2", "2_to_5", "5_or_more"])),
    ("{sex}", || recorded(Sex::ALL.iter().map(|sex| sex.as_str()))),
    ("{theme}", || {
        words([
            "care_plan",
            "permanence",
            "placement",
            "legal_status",
            "contact",
            "education",
            "health",
            "safeguarding",
            "pathway_plan",
            "visits",
            "review_process",
            "decisions_not_carried_out",
            "wishes_and_feelings",
            "social_worker",
            "resources",
            "anything_else",
        ])
    }),
    ("{timeliness}", || words(["on_time", "late", "undetermined", "told", "total"])),
    ("{who}", || words(["parents", "carers"])),
];

fn words<'w>(all: impl IntoIterator<Item = &'w str>) -> Vec<String> {
    all.into_iter().map(|word| word.replace(' ', "_")).collect()
}

/// With what is not recorded, last.
fn recorded<'w>(all: impl IntoIterator<Item = &'w str>) -> Vec<String> {
    words(all.into_iter().chain(["not_recorded"]))
}

/// An ethnic group as a part of a name.
pub(super) const fn ethnic_group(group: EthnicGroup) -> &'static str {
    match group {
        EthnicGroup::Asian => "asian",
        EthnicGroup::Black => "black",
        EthnicGroup::Mixed => "mixed",
        EthnicGroup::White => "white",
        EthnicGroup::Other => "other",
        EthnicGroup::NotKnown => "not_known",
    }
}

impl FigureNames {
    /// Whether a figure can have the name.
    ///
    /// ```
    /// use iro_handbook::report::annual::FigureNames;
    ///
    /// assert!(FigureNames.contains("workforce.caseload"));
    /// assert!(!FigureNames.contains("workforce.case_load"));
    /// ```
    #[must_use]
    pub fn contains(self, name: &str) -> bool {
        PER_HEAD.contains(&name) || COUNTS.iter().any(|pattern| fits(pattern, name))
    }

    /// The names that are written much like it, the nearest first; three at most.
    ///
    /// ```
    /// use iro_handbook::report::annual::FigureNames;
    ///
    /// assert_eq!(FigureNames.near("workforce.case_load")[0], "workforce.caseload");
    /// assert!(FigureNames.near("?").is_empty());
    /// ```
    #[must_use]
    pub fn near(self, name: &str) -> Vec<String> {
        nearest(name, COUNTS.iter().flat_map(|pattern| expanded(pattern)))
    }
}

/// Those of the names, and of what is not a count, that are written much like it.
pub(super) fn nearest(name: &str, all: impl IntoIterator<Item = String>) -> Vec<String> {
    let all = all.into_iter().chain(PER_HEAD.map(str::to_owned));
    let most = name.chars().count().checked_div(5).unwrap_or_default();
    let by_distance: BTreeSet<(usize, String)> = all
        .map(|other| (distance(name, &other), other))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    by_distance.into_iter().map(|(_, other)| other).take(3).collect()
}

/// "; near it: …", or nothing.
pub(super) fn in_words(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("; near it: {}", near.join(", ")) }
}

fn fits(pattern: &str, name: &str) -> bool {
    let (mut parts, mut words) = (pattern.split('.'), name.split('.'));
    loop {
        match (parts.next(), words.next()) {
            (None, None) => return true,
            (Some(part), Some(word)) if fits_part(part, word) => {}
            _ => return false,
        }
    }
}

fn fits_part(part: &str, word: &str) -> bool {
    if let Some((before, after)) = part.split_once(NUMBER) {
        let Some(rest) = word.strip_prefix(before) else { return false };
        let rest_of = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        return rest_of.len() < rest.len() && fits_part(after, rest_of);
    }
    match LISTS.iter().find(|(sign, _)| *sign == part) {
        Some((_, list)) => list().iter().any(|one| one == word),
        None => part == word,
    }
}

/// The names that a pattern stands for; of those with any number, the one with 1.
fn expanded(pattern: &str) -> Vec<String> {
    pattern.split('.').fold(vec![String::new()], |names, part| {
        let list = LISTS.iter().find(|(sign, _)| *sign == part).map(|(_, list)| list());
        let list = list.unwrap_or_else(|| vec![part.replace(NUMBER, "1")]);
        let joined =
            names.iter().flat_map(|name| {
                list.iter().map(move |word| {
                    if name.is_empty() { word.clone() } else { format!("{name}.{word}") }
                })
            });
        joined.collect()
    })
}

/// How many letters have to be put in, taken out or changed to make one of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (number, letter) in (1_usize..).zip(one.chars()) {
        let mut next = vec![number];
        for ((pair, against), before) in row.windows(2).zip(&other).zip(1_usize..) {
            let [corner, above] = pair else { continue };
            let left = before.checked_sub(1).and_then(|place| next.get(place)).copied();
            let changed = corner.saturating_add(usize::from(letter != *against));
            let moved = left.unwrap_or(usize::MAX).min(*above).saturating_add(1);
            next.push(changed.min(moved));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

impl fmt::Display for FigureNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Counts:\n")?;
        COUNTS.iter().try_for_each(|name| writeln!(f, "- `{name}`"))?;
        writeln!(f, "\nSo many for each of something:\n")?;
        PER_HEAD.iter().try_for_each(|name| writeln!(f, "- `{name}`"))?;
        writeln!(f, "\nThe parts in braces:\n")?;
        writeln!(f, "- `{NUMBER}`: any number")?;
        LISTS.iter().try_for_each(|(sign, list)| {
            let list: Vec<String> = list().iter().map(|word| format!("`{word}`")).collect();
            writeln!(f, "- `{sign}`: {}", list.join(", "))
        })
    }
}
