//! Every duty of the year, rule by rule.

use super::duty::{Duty, not_yet};
use crate::error::Result;
use crate::law::{Family, Rule, RuleId, ScheduleSevenMatter};
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, FigureId, Section, Table};
use crate::report::{DutyCounts, DutyFigures};

const COLUMNS: [&str; 10] = [
    "force",
    "in time",
    "late",
    "not done",
    "cannot be told",
    "not yet due",
    "no longer owed",
    "does not apply",
    "all",
    "in time, of those that can be told",
];

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::new("duties", "Duties of the year");
    let given = draft.given;
    let Some(duties) = &given.duties else {
        section.note("What became of each duty was not given.");
        return Ok(section);
    };
    section.note(
        "A breach of an Act or of regulations is a breach of law; a departure from guidance is not. They are not \
         added together. A duty counts in the year of its last day or, where it has none counted from its start, \
         in that of the day it is about.",
    );
    for family in Family::ALL {
        let (id, title) = heading(*family);
        let mut table = Table::new(id, title, "duty", COLUMNS);
        let of_family = duties.each().filter(|(rule, _)| rule.rule().family() == *family);
        let of_family = of_family.filter(|(rule, _)| not_yet(draft, *rule).is_none());
        let is_shown = |counts: DutyCounts| given.every_duty || says_something(counts);
        let of_family: Vec<_> = of_family.filter(|(_, counts)| is_shown(*counts)).collect();
        for (rule, counts) in of_family {
            let duty = Duty::enter(draft, rule, counts)?;
            let rate = draft.rate(&duty.met, &duty.told)?;
            let counts = [
                duty.met,
                duty.met_late,
                duty.not_met,
                duty.cannot_tell,
                duty.not_yet_due,
                duty.lapsed,
                duty.not_applicable,
                duty.total,
            ];
            let force = Cell::text(rule.rule().force());
            let cells = [force].into_iter().chain(counts.map(Cell::Count)).chain([rate]);
            table.row(rule.rule().title(), cells);
        }
        if !table.rows().is_empty() {
            section.push(table);
        }
        if *family == Family::AtReview
            && not_yet(draft, RuleId::ScheduleSeven).is_none()
            && is_shown(duties.of(RuleId::ScheduleSeven))
        {
            section.push(considerations(draft, duties)?);
        }
    }
    let first = duties.year().start();
    let over = |rule: &Rule| {
        rule.terms().all(|term| term.in_force().last_day().is_some_and(|end| end < first))
    };
    let rules = RuleId::ALL
        .iter()
        .map(|rule| rule.rule())
        // Conferences are counted from records of their own, in a section of their own.
        .filter(|rule| rule.family() != Family::ChildProtection);
    let (early, rules): (Vec<&Rule>, Vec<&Rule>) =
        rules.filter(|rule| !over(rule)).partition(|rule| not_yet(draft, rule.id()).is_some());
    let mut list = |which: &str, rules: Vec<&Rule>| {
        let titles: Vec<&str> = rules.into_iter().map(Rule::title).collect();
        if !titles.is_empty() {
            section.note(format!("{which}: {}.", titles.join("; ")));
        }
    };
    for (which, is_so) in WITHOUT_A_ROW {
        list(which, rules.iter().copied().filter(|rule| is_so(duties.of(rule.id()))).collect());
    }
    list("Rules of later law, not counted in this year", early);
    Ok(section)
}

/// The considerations of Schedule 7 singly: the rule's row adds them up.
fn considerations(draft: &mut Draft<'_>, duties: &DutyFigures) -> Result<Table> {
    let all = Duty::enter(draft, RuleId::ScheduleSeven, duties.of(RuleId::ScheduleSeven))?;
    let wholes = [all.met, all.not_met, all.cannot_tell, all.not_applicable, all.total];
    let columns = [
        "had regard to",
        "not",
        "cannot be told",
        "does not apply",
        "all",
        "of those that can be told",
    ];
    let title = "Considerations of Schedule 7, one by one, at each review";
    let mut table = Table::new("duties-schedule-7", title, "consideration", columns);
    let mut by_outcome: [Vec<FigureId>; 5] = Default::default();
    for matter in ScheduleSevenMatter::ALL {
        let counts = duties.of_consideration(*matter);
        if counts.total() == 0 {
            continue;
        }
        let mut count = |part: &str, count| {
            draft.count(format!("duties.schedule_7.{}.{part}", matter.number()), count)
        };
        let ids = [
            count("met", counts.met())?,
            count("not_met", counts.not_met())?,
            count("cannot_tell", counts.cannot_tell())?,
            count("not_applicable", counts.not_applicable())?,
            count("total", counts.total())?,
        ];
        let told = count("told", counts.told())?;
        let [met, not_met, cannot_tell, not_applicable, total] = &ids;
        draft.adds_up(&told, &[met.clone(), not_met.clone()])?;
        draft.adds_up(total, &[told.clone(), cannot_tell.clone(), not_applicable.clone()])?;
        let rate = draft.rate(met, &told)?;
        by_outcome.iter_mut().zip(&ids).for_each(|(parts, id)| parts.push(id.clone()));
        let label = match matter {
            ScheduleSevenMatter::Identity => "Identity: culture, ethnicity, language and religion",
            _ => matter.title(),
        };
        table.row(label, ids.map(Cell::Count).into_iter().chain([rate]));
    }
    for (whole, parts) in wholes.iter().zip(&by_outcome) {
        draft.adds_up(whole, parts)?;
    }
    table.total("all", wholes.map(Cell::Count).into_iter().chain([Cell::NotApplicable]));
    Ok(table)
}

type IsSo = fn(DutyCounts) -> bool;

/// Duties of which a row of counts would say nothing.
const WITHOUT_A_ROW: [(&str, IsSo); 3] = [
    ("The records do not show for a single one what became of it", |counts| {
        counts.cannot_tell() > 0 && counts.cannot_tell() == counts.total()
    }),
    ("The duty applied to nobody", |counts| {
        counts.not_applicable() > 0 && counts.not_applicable() == counts.total()
    }),
    ("No duty arose", |counts| counts.total() == 0),
];

fn says_something(counts: DutyCounts) -> bool {
    !WITHOUT_A_ROW.iter().any(|(_, is_so)| is_so(counts))
}

const fn heading(family: Family) -> (&'static str, &'static str) {
    match family {
        Family::Reviews => ("duties-reviews", "When reviews are due"),
        Family::Iro => ("duties-iro", "The IRO"),
        Family::BeforeReview => ("duties-before-review", "Before a review"),
        Family::AtReview => ("duties-at-review", "At a review"),
        Family::AfterReview => ("duties-after-review", "After a review"),
        Family::Plans => ("duties-plans", "Plans"),
        Family::Health => ("duties-health", "Health"),
        Family::Visits => ("duties-visits", "Visits"),
        Family::Disputes => ("duties-disputes", "Disputes"),
        Family::ChildProtection => ("duties-child-protection", "Child protection"),
    }
}
