//! An IRO service on one day, for its manager: caseloads against the range of the guidance, who may not
//! be IRO of whom, siblings split between IROs, and officers whose qualification is in doubt.
//!
//! `cargo run --example caseload`

use chrono::NaiveDate;
use iro_handbook::assess::{Assessor, Caseload, Caseloads, Finding, Outcome};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{Family, RuleId};
use iro_handbook::record::{
    Allocated, Appointment, CarePeriod, CareRecord, Conflict, Fte, IroHistory, Kin, Officer,
    Position, Relation, Relative, SeparateIros, ServiceRecord,
};
use std::fmt::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or("no such day");
    let as_of = day(2026, 3, 31)?;
    let officer = |id: &str, fte: Fte| Officer::new(id).with_fte(fte).with_registered(true);
    let standing = |officer: Officer| officer.with_team_manager_standing(true);

    // The officers: three and a half posts in all, and what is known of each.
    let officers = [
        standing(officer("I-1", Fte::FULL_TIME))
            .with_qualified(day(2009, 7, 1)?)
            .with_no_conflicts(),
        standing(officer("I-2", "0.80".parse()?))
            .with_qualified(day(2014, 7, 1)?)
            .with_conflict(Conflict::new("C-2001", Position::ManagesCase))
            .with_conflict(Conflict::new("C-1002", Position::PersonalAdviser)),
        standing(officer("I-3", Fte::FULL_TIME))
            .with_qualified(day(2023, 7, 1)?)
            .with_no_conflicts(),
        officer("I-4", "0.70".parse()?),
    ];

    // The children: their IROs as their own records have them.
    let mut children: Vec<CareRecord> = Vec::new();
    for (officer, first, count) in
        [("I-1", 1001, 66), ("I-2", 2001, 64), ("I-3", 3001, 41), ("I-4", 4001, 38)]
    {
        for id in first..first + count {
            let appointed = Appointment::new(officer, day(2025, 9, 2)?);
            children.push(
                CareRecord::new(format!("C-{id}"))
                    .with_period_of_care(CarePeriod::new(day(2025, 9, 1)?))
                    .with_iro(IroHistory::none().with_appointment(appointed)),
            );
        }
    }
    children.push(
        CareRecord::new("C-5001")
            .with_period_of_care(CarePeriod::new(day(2026, 3, 2)?))
            .with_iro(IroHistory::none()),
    );
    // Two pairs of siblings: one split without a reason, one because an IRO has a conflict of interest.
    siblings(&mut children, ("C-1007", "C-3012"), None, as_of);
    siblings(&mut children, ("C-1020", "C-4003"), Some(SeparateIros::Conflict), as_of);

    // Each officer with the children whose own records name them.
    let mut caseloads = Caseloads::new(as_of);
    children.iter().try_for_each(|child| caseloads.add(child))?;
    let service = officers.into_iter().fold(ServiceRecord::new("S-1"), |service, officer| {
        let theirs = children.iter().filter(|child| {
            child.iro().on(as_of).is_some_and(|appointment| appointment.officer() == officer.id())
        });
        let theirs = theirs.map(|child| child.id().to_owned()).collect();
        service.with_officer(officer.with_children(Allocated::Each(theirs)))
    });

    let mut out = String::new();
    writeln!(out, "IRO service {} on {}", service.id(), as_of.format("%-d %B %Y"))?;
    writeln!(out, "\nCaseloads")?;
    for officer in service.officers() {
        let (id, count) = (officer.id(), caseloads.of(officer.id()));
        match officer.fte().and_then(|fte| Caseload::new(count, fte, as_of)) {
            Some(caseload) => writeln!(out, "  {id}  {caseload}")?,
            None => writeln!(out, "  {id}  children: {count}; the post is not recorded")?,
        }
    }
    if let Some(whole) = Caseload::of_service(&service, as_of) {
        writeln!(out, "  all  {whole}")?;
    }
    writeln!(out, "  children without an IRO: {}", caseloads.without_iro())?;

    let calendar = WorkingDays::england_and_wales();
    let assessor = Assessor::new(&calendar, as_of).with_families(&[Family::Iro]);
    let of_service = assessor.assess_service(&service)?;
    for (heading, rule) in [
        ("Conflicts under regulation 46", RuleId::IroIndependent),
        ("Qualification", RuleId::IroQualified),
    ] {
        writeln!(out, "\n{heading}")?;
        for finding in of_service.findings().iter().filter(|f| f.rule().id() == rule) {
            line(&mut out, finding)?;
        }
    }

    let of_children: Vec<_> =
        children.iter().map(|child| assessor.assess(child)).collect::<Result<_, _>>()?;
    let of_children = || of_children.iter().flat_map(|assessment| assessment.findings());
    writeln!(out, "\nSiblings split between IROs")?;
    for finding in of_children().filter(|f| f.rule().id() == RuleId::IroSiblings) {
        if finding.outcome().missing().is_none() {
            line(&mut out, finding)?;
        }
    }
    writeln!(out, "\nChildren without an IRO")?;
    for finding in of_children().filter(|f| f.rule().id() == RuleId::IroAppointed) {
        if !finding.outcome().is_met() && finding.outcome().missing().is_none() {
            line(&mut out, finding)?;
        }
    }
    print!("{out}");
    Ok(())
}

/// Makes two children siblings of each other, each with the other's IRO as the other's record has it.
fn siblings(
    children: &mut [CareRecord],
    (one, other): (&str, &str),
    separate: Option<SeparateIros>,
    day: NaiveDate,
) {
    for (own, relative) in [(one, other), (other, one)] {
        let found = children.iter().find(|child| child.id() == relative);
        let Some(mut kin) =
            found.and_then(|found| Relative::of_record(found, Relation::Sibling, day))
        else {
            continue;
        };
        if let Some(separate) = separate {
            kin = kin.with_separate(separate);
        }
        if let Some(child) = children.iter_mut().find(|child| child.id() == own) {
            *child = child.clone().with_kin(Kin::none().with_relative(kin));
        }
    }
}

/// One duty: a mark, whom it is about, the sentence, and for a breach where it stands.
fn line(out: &mut String, finding: &Finding<'_>) -> std::fmt::Result {
    let mark = match finding.outcome() {
        Outcome::Met => "[ok]     ",
        outcome if outcome.is_breach() && finding.rule().force().is_law() => "[BREACH] ",
        outcome if outcome.is_breach() => "[missed] ",
        Outcome::CannotTell(_) => "[unclear]",
        _ => "[-]      ",
    };
    let sentence = finding.explain().to_string();
    let (sentence, citation) = sentence.split_once("\n  ").unwrap_or((&sentence, ""));
    writeln!(out, "  {mark} {}: {sentence}", finding.subject())?;
    if finding.outcome().is_breach() {
        writeln!(out, "            {citation}")?;
    }
    Ok(())
}
