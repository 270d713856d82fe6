//! docs/LAW.md: its registry part is what the registry says, and the document speaks of every rule.

use iro_handbook::law::{Rule, Term, rules};
use std::fmt::Write;

const DOCUMENT: &str = include_str!("../../../docs/LAW.md");
const START: &str = "<!-- registry -->\n";
const END: &str = "<!-- /registry -->";

/// The document in its three parts: before, registry, after.
fn parts() -> (&'static str, &'static str, &'static str) {
    let (before, rest) = DOCUMENT.split_once(START).expect("the opening marker");
    let (registry, after) = rest.split_once(END).expect("the closing marker");
    (before, registry, after)
}

fn heading(rule: &Rule) -> String {
    format!("### `{}`: {}\n", rule.id(), rule.title())
}

fn section(out: &mut String, rule: &Rule) -> std::fmt::Result {
    writeln!(out, "\n{}", heading(rule))?;
    writeln!(out, "- Force: {}", rule.force())?;
    writeln!(out, "- The clock starts with: {}", rule.clock_starts())?;
    writeln!(out, "- Answered by: {}", rule.answered_by())?;
    writeln!(out, "- Facts needed: {}\n", rule.facts_needed().join("; "))?;
    out.push_str("| in force | limit | where it stands | evidence |\n|---|---|---|---|\n");
    for term in rule.terms() {
        let (limit, citation) = (term.limit(), term.citation());
        let letter = term.reading().letter();
        writeln!(out, "| {} | {limit} | {citation} | {letter} |", term.in_force())?;
    }
    for easement in rule.easements() {
        let (effect, citation) = (easement.effect(), easement.citation());
        let letter = easement.reading().letter();
        writeln!(out, "\nSoftened {}: {effect} ({citation}; {letter}).", easement.in_force())?;
    }
    Ok(())
}

/// The registry part, built from the registry.
fn registry() -> String {
    let mut out = String::new();
    for rule in rules() {
        section(&mut out, rule).unwrap();
    }
    out.push_str("\n### Still unchecked\n\nTerms whose text has not been read:\n\n");
    let unread = |term: &&Term| term.reading().letter() != 'T';
    for rule in rules() {
        for term in rule.terms().filter(unread) {
            let (citation, letter) = (term.citation(), term.reading().letter());
            writeln!(out, "- `{}`: {citation}, {} ({letter})", rule.id(), term.in_force()).unwrap();
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
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/LAW.md");
        std::fs::write(path, format!("{before}{START}{registry}{END}{after}")).unwrap();
        return;
    }
    for (number, (is, should_be)) in written.lines().zip(registry.lines()).enumerate() {
        assert_eq!(is, should_be, "line {} of the registry part", number + 1);
    }
    assert_eq!(written, registry, "docs/LAW.md: run with IRO_BLESS=1 and read the difference");
}

/// Whoever adds a rule or moves a limit sees it fail here, by the document as written.
#[test]
fn every_rule_has_its_section() {
    let (_, written, _) = parts();
    for rule in rules() {
        let (_, rest) =
            written.split_once(&heading(rule)).unwrap_or_else(|| panic!("{}", rule.id()));
        let section = rest.split("\n### ").next().unwrap();
        let texts = [rule.title(), rule.clock_starts(), rule.answered_by()];
        for text in texts.iter().chain(rule.facts_needed()) {
            assert!(!text.is_empty(), "{}", rule.id());
        }
        for text in [rule.clock_starts(), rule.answered_by()].iter().chain(rule.facts_needed()) {
            assert!(section.contains(text), "{}: {text}", rule.id());
        }
        let rows = section.lines().filter(|line| line.starts_with("| ") && !line.contains("limit"));
        assert_eq!(rows.count(), rule.terms().count(), "{}", rule.id());
    }
    assert_eq!(written.matches("\n### `").count(), rules().len(), "no section without a rule");
}

/// By hand: what nobody has read yet.
#[test]
fn what_is_unchecked_is_listed() {
    let (_, written, _) = parts();
    let list = written.split_once("### Still unchecked").unwrap().1;
    let listed: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("- `")).collect();
    let expected = [
        ("first-review`: ", "regulation 3(1), 14 October 1991 to 31 March 2011 (R)"),
        ("short-break-first-review`: ", "regulation 48(3), from 1 April 2011 (K)"),
        ("short-break-subsequent-review`: ", "regulation 48(3), from 1 April 2011 (K)"),
        ("adoption-return-review`: ", "regulation 36(8), from 30 December 2005 (K)"),
    ];
    assert_eq!(listed.len(), expected.len(), "{listed:?}");
    for (line, (start, end)) in listed.iter().zip(expected) {
        assert!(line.starts_with(start) && line.ends_with(end), "{line}");
    }
}

/// The headings that the code refers to.
#[test]
fn the_headings_that_the_code_refers_to_are_there() {
    assert!(DOCUMENT.contains("\n### Before the first day in force\n"));
}
