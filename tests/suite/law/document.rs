//! docs/RULES.md: its registry part is what the registry says, and the document speaks of every rule.

use iro_handbook::law::{Citation, Family, Instrument, Reading, Rule, ScheduleSevenMatter, rules};
use std::fmt::Write;

const DOCUMENT: &str = include_str!("../../../docs/RULES.md");
const CHOICES: &str = include_str!("../../../docs/LAW.md");
const START: &str = "<!-- registry -->\n";
const END: &str = "<!-- /registry -->";

/// The document in its three parts: before, registry, after.
fn parts() -> (&'static str, &'static str, &'static str) {
    let (before, rest) = DOCUMENT.split_once(START).expect("the opening marker");
    let (registry, after) = rest.split_once(END).expect("the closing marker");
    (before, registry, after)
}

fn heading(rule: &Rule) -> String {
    format!("### `{}`: {} ({})\n", rule.id(), rule.title(), rule.force())
}

fn family_heading(family: Family) -> &'static str {
    match family {
        Family::Reviews => "When reviews are due",
        Family::Iro => "The IRO",
        Family::BeforeReview => "Before the review",
        Family::AtReview => "At the review",
        Family::AfterReview => "After the review",
        Family::Plans => "Plans and leaving care",
        Family::Health => "Health",
        Family::Visits => "Visits",
        Family::Disputes => "Disputes",
        Family::ChildProtection => "Child protection conferences",
        _ => panic!("{family} has no heading"),
    }
}

/// The registry part, built from the registry.
fn registry() -> String {
    let mut out = String::new();
    for family in Family::ALL {
        writeln!(out, "\n## {}", family_heading(*family)).unwrap();
        for rule in rules().filter(|rule| rule.family() == *family) {
            write!(out, "\n### {}", rule.explain()).unwrap();
        }
    }
    out.push_str("\n## The considerations of Schedule 7\n\n");
    out.push_str("| | consideration | applies | in force | evidence |\n|---|---|---|---|---|\n");
    for matter in ScheduleSevenMatter::ALL {
        let (number, applies, in_force) = (matter.number(), matter.applies(), matter.in_force());
        let letter = matter.reading().letter();
        writeln!(out, "| {number} | {matter} | {applies} | {in_force} | {letter} |").unwrap();
    }
    out.push_str("\n## Still unchecked\n\nProvisions whose text has not been read:\n\n");
    for rule in rules() {
        for term in rule.terms() {
            let unread = |(citation, reading): &(Citation, Reading)| {
                *reading != Reading::TextRead && citation.instrument() != Instrument::LocalPolicy
            };
            for (citation, reading) in term.sources().filter(unread) {
                let (in_force, letter) = (term.in_force(), reading.letter());
                writeln!(out, "- `{}`: {citation}, {in_force} ({letter})", rule.id()).unwrap();
            }
        }
    }
    out.push('\n');
    out
}

/// With `IRO_BLESS` set in the environment the file is rewritten instead.
#[test]
fn the_registry_part_is_what_the_registry_says() {
    let (before, written, after) = parts();
    let registry = registry();
    if std::env::var_os("IRO_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/RULES.md");
        std::fs::write(path, format!("{before}{START}{registry}{END}{after}")).unwrap();
        return;
    }
    for (number, (is, should_be)) in written.lines().zip(registry.lines()).enumerate() {
        assert_eq!(is, should_be, "line {} of the registry part", number + 1);
    }
    assert_eq!(written, registry, "docs/RULES.md: run with IRO_BLESS=1 and read the difference");
}

/// Whoever adds a rule or moves a limit sees it fail here, by the document as written.
#[test]
fn every_rule_has_its_section() {
    let (_, written, _) = parts();
    for rule in rules() {
        let (_, rest) =
            written.split_once(&heading(rule)).unwrap_or_else(|| panic!("{}", rule.id()));
        let section = rest.split("\n##").next().unwrap();
        let example = format!("\nExample: {}\n", rule.example());
        let texts = [rule.says(), rule.checks(), rule.clock_starts(), rule.answered_by(), &example];
        for text in texts.iter().chain(rule.facts_needed()).chain(rule.exceptions()) {
            assert!(section.contains(text), "{}: {text}", rule.id());
        }
        for term in rule.terms() {
            let line = format!("\n- {}: {}\n", term.in_force(), term.limit());
            assert!(section.contains(&line), "{}: {line}", rule.id());
        }
    }
    assert_eq!(written.matches("\n### `").count(), rules().len(), "no section without a rule");
}

/// By hand: what nobody has read yet.
#[test]
fn what_is_unchecked_is_listed() {
    let (_, written, _) = parts();
    let list = written.split_once("## Still unchecked").unwrap().1;
    let listed: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("- `")).collect();
    let shown: Vec<(&str, &str, &str)> = listed
        .iter()
        .map(|line| {
            let (id, rest) = line.split_once("`: ").unwrap();
            let (provision, letter) = rest.rsplit_once(" (").unwrap();
            let provision = provision.split_once("), ").unwrap().1;
            (id, provision, letter.trim_end_matches(')'))
        })
        .collect();
    assert_eq!(shown, UNCHECKED);
}

/// The headings that the code refers to.
#[test]
fn the_headings_that_the_code_refers_to_are_there() {
    assert!(CHOICES.contains("\n### Before the first day in force\n"));
}

/// Rule, provision with its days, letter.
const UNCHECKED: &[(&str, &str, &str)] = &[
    ("first-review", "regulation 3(1), 14 October 1991 to 31 March 2011", "R"),
    ("long-term-foster-meeting", "chapter not noted, from 1 April 2015", "R"),
    ("early-review", "regulation 33(3)(f) to (h), from 27 January 2014", "K"),
    ("early-review", "amending regulation 33, from 27 January 2014", "K"),
    ("review-before-ending-placement", "regulation 14, from 1 April 2011", "K"),
    ("short-break-first-review", "regulation 48(3), from 1 April 2011", "K"),
    ("short-break-subsequent-review", "regulation 48(3), from 1 April 2011", "K"),
    ("secure-review-1", "regulations 15 and 16, from 14 October 1991", "R"),
    ("secure-review-later", "regulations 15 and 16, from 14 October 1991", "R"),
    ("review-adjournment", "regulation 36(2), from 1 April 2011", "K"),
    ("adoption-return-review", "regulation 36(8), from 30 December 2005", "K"),
    ("iro-named", "chapters 2 and 3, from 1 April 2011", "R"),
    ("iro-met-child", "chapter 3, from 1 April 2011", "R"),
    ("iro-independent", "regulation 46(3), from 1 April 2011", "R"),
    ("iro-qualified", "regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("iro-qualified", "inserting regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("iro-qualified", "regulation 46(1) and (2), from 1 April 2011", "R"),
    ("iro-qualified", "chapter not noted, from 1 April 2011", "R"),
    ("iro-siblings", "chapter 3, from 1 April 2011", "R"),
    ("iro-continuity", "chapter not noted, from 1 April 2011", "R"),
    ("iro-caseload", "paragraph 7.15, from 1 April 2011", "R"),
    ("child-spoken-to-privately", "regulation 36(1)(b), from 1 April 2011", "R"),
    ("parents-views", "regulation 7(1), 14 October 1991 to 31 March 2011", "K"),
    ("parents-views", "regulation 36(1)(c), from 1 April 2011", "R"),
    ("iro-chairs", "regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("iro-chairs", "inserting regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("iro-chairs", "regulation 36(1)(a), from 1 April 2011", "R"),
    ("child-views", "regulation 7(1), 14 October 1991 to 26 September 2004", "K"),
    ("child-views", "regulation 7(1), 27 September 2004 to 31 March 2011", "K"),
    ("child-views", "regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("child-views", "inserting regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("implementers-named", "regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("implementers-named", "inserting regulation 2A, 27 September 2004 to 31 March 2011", "K"),
    ("implementers-named", "regulation 36(1)(d), from 1 April 2011", "K"),
    ("schedule-7", "regulation 35, 1 April 2011 to 17 August 2014", "K"),
    ("schedule-7", "Schedule 7, paragraphs 1 to 13, 1 April 2011 to 17 August 2014", "K"),
    ("schedule-7", "regulation 35, from 18 August 2014", "K"),
    ("schedule-7", "Schedule 7, paragraphs 1 to 14, from 18 August 2014", "K"),
    ("rights-explained", "regulation 45(1) and (2), from 1 April 2011", "K"),
    ("decisions-written", "chapter 3, from 1 April 2011", "R"),
    ("manager-response", "chapter 3, from 1 April 2011", "R"),
    ("decisions-circulated", "chapter 3, from 1 April 2011", "R"),
    ("record-written", "chapter 3, from 1 April 2011", "R"),
    ("record-distributed", "chapter 3, from 1 April 2011", "R"),
    ("decision-implemented", "regulation 8, 27 September 2004 to 31 March 2011", "K"),
    ("decision-implemented", "amending regulation 8, 27 September 2004 to 31 March 2011", "K"),
    ("decision-implemented", "regulation 37, from 1 April 2011", "K"),
    ("iro-informed-of-change", "chapter 3, from 1 April 2011", "R"),
    ("care-plan", "regulation 47B, from 19 April 2013", "R"),
    ("care-plan", "inserting regulation 47B, from 19 April 2013", "R"),
    ("detention-placement-plan", "regulation 47C, from 19 April 2013", "R"),
    ("detention-placement-plan", "inserting regulation 47C, from 19 April 2013", "R"),
    ("ceasing-approval", "regulation 39, from 1 April 2015", "R"),
    ("ceasing-approval", "regulation 7, from 1 April 2015", "R"),
    ("initial-health-assessment", "regulation 7(1) and (2), from 1 April 2011", "K"),
    ("health-review", "regulation 7(3), from 1 April 2011", "K"),
    ("visit-interval", "amending regulation 28, from 1 April 2015", "R"),
    ("dispute-recorded", "chapter 6, from 1 April 2011", "R"),
    ("cafcass-referral", "regulation 45(3), from 1 April 2011", "K"),
    ("initial-conference", "chapter not noted, 1 January 1999 to 31 December 2005", "R"),
    ("initial-conference", "chapter not noted, 1 January 2006 to 28 February 2010", "R"),
    ("initial-conference", "chapter not noted, 1 March 2010 to 14 April 2013", "R"),
    ("initial-conference", "chapter not noted, 15 April 2013 to 25 March 2015", "R"),
    ("initial-conference", "chapter not noted, 26 March 2015 to 3 July 2018", "R"),
    ("initial-conference", "chapter not noted, 4 July 2018 to 14 December 2023", "R"),
    ("initial-conference", "chapter not noted, 15 December 2023 to 28 February 2026", "R"),
    (
        "initial-conference",
        "chapter not noted (text not read; carried forward from the edition of 2023), from 1 March 2026",
        "K",
    ),
    ("first-core-group", "chapter not noted, 1 January 1999 to 31 December 2005", "R"),
    ("first-core-group", "chapter not noted, 1 January 2006 to 28 February 2010", "R"),
    ("first-core-group", "chapter not noted, 1 March 2010 to 14 April 2013", "R"),
    ("first-core-group", "chapter not noted, 15 April 2013 to 25 March 2015", "R"),
    ("first-core-group", "chapter not noted, 26 March 2015 to 3 July 2018", "R"),
    ("first-core-group", "chapter not noted, 4 July 2018 to 14 December 2023", "R"),
    ("first-core-group", "chapter not noted, 15 December 2023 to 28 February 2026", "R"),
    (
        "first-core-group",
        "chapter not noted (text not read; carried forward from the edition of 2023), from 1 March 2026",
        "K",
    ),
    ("first-review-conference", "chapter not noted, 1 January 1999 to 31 December 2005", "R"),
    ("first-review-conference", "chapter not noted, 1 January 2006 to 28 February 2010", "R"),
    ("first-review-conference", "chapter not noted, 1 March 2010 to 14 April 2013", "R"),
    ("first-review-conference", "chapter not noted, 15 April 2013 to 25 March 2015", "R"),
    ("first-review-conference", "chapter not noted, 26 March 2015 to 3 July 2018", "R"),
    ("first-review-conference", "chapter not noted, 4 July 2018 to 14 December 2023", "R"),
    ("first-review-conference", "chapter not noted, 15 December 2023 to 28 February 2026", "R"),
    (
        "first-review-conference",
        "chapter not noted (text not read; carried forward from the edition of 2023), from 1 March 2026",
        "K",
    ),
    ("later-review-conference", "chapter not noted, 1 January 1999 to 31 December 2005", "R"),
    ("later-review-conference", "chapter not noted, 1 January 2006 to 28 February 2010", "R"),
    ("later-review-conference", "chapter not noted, 1 March 2010 to 14 April 2013", "R"),
    ("later-review-conference", "chapter not noted, 15 April 2013 to 25 March 2015", "R"),
    ("later-review-conference", "chapter not noted, 26 March 2015 to 3 July 2018", "R"),
    ("later-review-conference", "chapter not noted, 4 July 2018 to 14 December 2023", "R"),
    ("later-review-conference", "chapter not noted, 15 December 2023 to 28 February 2026", "R"),
    (
        "later-review-conference",
        "chapter not noted (text not read; carried forward from the edition of 2023), from 1 March 2026",
        "K",
    ),
    ("transfer-in-conference", "chapter not noted, 1 January 1999 to 31 December 2005", "R"),
    ("transfer-in-conference", "chapter not noted, 1 January 2006 to 28 February 2010", "R"),
    ("transfer-in-conference", "chapter not noted, 1 March 2010 to 14 April 2013", "R"),
    ("transfer-in-conference", "chapter not noted, 15 April 2013 to 25 March 2015", "R"),
    ("transfer-in-conference", "chapter not noted, 26 March 2015 to 3 July 2018", "R"),
    ("transfer-in-conference", "chapter not noted, 4 July 2018 to 14 December 2023", "R"),
    ("transfer-in-conference", "chapter not noted, 15 December 2023 to 28 February 2026", "R"),
    (
        "transfer-in-conference",
        "chapter not noted (text not read; carried forward from the edition of 2023), from 1 March 2026",
        "K",
    ),
    ("assessment", "chapter not noted, 1 January 1999 to 31 December 2005", "K"),
    ("assessment", "chapter not noted, 1 January 2006 to 28 February 2010", "K"),
    ("assessment", "chapter not noted, 1 March 2010 to 14 April 2013", "K"),
    ("assessment", "chapter not noted, 15 April 2013 to 25 March 2015", "K"),
    ("assessment", "chapter not noted, 26 March 2015 to 3 July 2018", "K"),
    ("assessment", "chapter not noted, 4 July 2018 to 14 December 2023", "K"),
    ("assessment", "chapter not noted, 15 December 2023 to 28 February 2026", "K"),
    (
        "assessment",
        "chapter not noted (text not read; carried forward from the edition of 2023), from 1 March 2026",
        "K",
    ),
    ("conference-chair", "chapter not noted, 1 January 1999 to 31 December 2005", "R"),
    ("conference-chair", "chapter not noted, 1 January 2006 to 28 February 2010", "R"),
    ("conference-chair", "chapter not noted, 1 March 2010 to 14 April 2013", "R"),
    ("conference-chair", "chapter not noted, 15 April 2013 to 25 March 2015", "R"),
    ("conference-chair", "chapter not noted, 26 March 2015 to 3 July 2018", "R"),
    ("conference-chair", "chapter not noted, 4 July 2018 to 14 December 2023", "R"),
    ("conference-chair", "chapter not noted, 15 December 2023 to 28 February 2026", "R"),
    (
        "conference-chair",
        "chapter not noted (text not read; carried forward from the edition of 2023), from 1 March 2026",
        "K",
    ),
];
