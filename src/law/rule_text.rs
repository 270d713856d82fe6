//! A rule written out in a fixed form.

use super::{Rule, Term};
use core::fmt;

/// A rule written out in a fixed form: the text of [`Rule::explain`], which is also Markdown.
///
/// ```
/// use iro_handbook::law::{RuleId, RuleText};
///
/// let text: RuleText<'_> = RuleId::IroVacancy.rule().explain();
/// assert!(text.to_string().contains("section 25A(3) (T)"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RuleText<'a> {
    rule: &'a Rule,
}

impl<'a> RuleText<'a> {
    pub(super) const fn new(rule: &'a Rule) -> Self {
        Self { rule }
    }
}

impl fmt::Display for RuleText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule } = self;
        writeln!(f, "`{}`: {} ({})", rule.id(), rule.title(), rule.force())?;
        writeln!(f, "\nThe law: {}", rule.says())?;
        writeln!(f, "\nChecked: {}", rule.checks())?;
        writeln!(f, "\n- The clock starts with: {}", rule.clock_starts())?;
        writeln!(f, "- Answered by: {}", rule.answered_by())?;
        list(f, "Facts needed", rule.facts_needed())?;
        list(f, "Exceptions", rule.exceptions())?;
        f.write_str("- Outcomes: ")?;
        for (index, outcome) in rule.outcomes().iter().enumerate() {
            write!(f, "{}{outcome}", if index == 0 { "" } else { ", " })?;
        }
        writeln!(f, "\n\nExample: {}", rule.example())?;
        f.write_str("\nIn force:\n\n")?;
        rule.terms().try_for_each(|term| write_term(f, term))?;
        for easement in rule.easements() {
            let (effect, citation) = (easement.effect(), easement.citation());
            let letter = easement.reading().letter();
            writeln!(f, "- softened {}: {effect}", easement.in_force())?;
            writeln!(f, "  - {citation} ({letter})")?;
        }
        Ok(())
    }
}

fn list(f: &mut fmt::Formatter<'_>, name: &str, items: &[&str]) -> fmt::Result {
    if items.is_empty() {
        return writeln!(f, "- {name}: none");
    }
    writeln!(f, "- {name}:")?;
    items.iter().try_for_each(|item| writeln!(f, "  - {item}"))
}

fn write_term(f: &mut fmt::Formatter<'_>, term: &Term) -> fmt::Result {
    writeln!(f, "- {}: {}", term.in_force(), term.limit())?;
    for (case, limit) in term.cases() {
        writeln!(f, "  - {case}: {limit}")?;
    }
    for (number, value) in term.numbers() {
        writeln!(f, "  - {number}: {value}")?;
    }
    for (citation, reading) in term.sources() {
        writeln!(f, "  - {citation} ({})", reading.letter())?;
    }
    Ok(())
}
