//! A finding in words.

use super::finding::Reckoning;
use super::words::{CalendarDays, Day, Days};
use super::{Finding, Outcome};
use core::fmt;

/// A finding in words, from [`Finding::explain`].
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{assess::Assessor, calendar::WorkingDays};
/// # use iro_handbook::record::{CarePeriod, CareRecord};
/// # let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// # let calendar = WorkingDays::england_and_wales();
/// # let record = CareRecord::new("C-1017").with_period_of_care(CarePeriod::new(day(2)));
/// let assessment = Assessor::new(&calendar, day(9)).assess(&record)?;
/// assert!(assessment.findings().iter().all(|f| f.explain().to_string().ends_with('.')));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Explanation<'f, 'r> {
    finding: &'f Finding<'r>,
}

impl<'f, 'r> Explanation<'f, 'r> {
    pub(super) const fn of(finding: &'f Finding<'r>) -> Self {
        Self { finding }
    }
}

impl fmt::Display for Explanation<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = self.finding;
        f.write_str(finding.rule().title())?;
        match finding.due() {
            Some(due) if due.is_exact() => {
                write!(f, ": due by {}", Day(due.by))?;
                if let Some(reckoning) = due.reckoning {
                    write!(f, ", {reckoning}")?;
                }
            }
            Some(due) => match due.from {
                Some(from) => write!(f, ": due between {} and {}", Day(from), Day(due.by))?,
                None => write!(f, ": due by {} at the latest", Day(due.by))?,
            },
            None => {}
        }
        f.write_str(". ")?;
        match (finding.outcome(), finding.answered_on()) {
            (Outcome::Met, Some(on)) if finding.due().is_none() => write!(f, "Done {}.", Day(on))?,
            (Outcome::Met, Some(on)) => write!(f, "Done {}, in time.", Day(on))?,
            (Outcome::Met, None) => f.write_str("Met.")?,
            (Outcome::MetLate, Some(on)) => match finding.due() {
                Some(due) if due.is_in_working_days() => {
                    write!(f, "Done {}, {} late.", Day(on), CalendarDays::between(due.by, on))?;
                }
                Some(due) => write!(f, "Done {}, {} late.", Day(on), Days::between(due.by, on))?,
                None => write!(f, "Done {}, late.", Day(on))?,
            },
            (Outcome::MetLate, None) => f.write_str("Done late.")?,
            (Outcome::NotMet, Some(on)) => write!(f, "Not met: {}.", Day(on))?,
            (Outcome::NotMet, None) => f.write_str("Not met.")?,
            (Outcome::NotYetDue, _) => f.write_str("Not yet due.")?,
            (Outcome::Lapsed, _) => f.write_str("Lapsed: what it was for ended by then.")?,
            (Outcome::NotApplicable(why), _) => write!(f, "Does not apply: {why}.")?,
            (Outcome::CannotTell(missing), _) => {
                write!(f, "Cannot be told: the records do not show {missing}.")?;
            }
        }
        for fact in finding.facts() {
            write!(f, " {}: {}.", Capital(fact.what()), fact.value())?;
        }
        if let Some(easement) = finding.easement() {
            write!(f, " On the last day: {} ({}).", easement.effect(), easement.citation())?;
        }
        write!(f, "\n  {}.", finding.term().citation())
    }
}

/// A text with its first letter large, as it stands at the head of a sentence.
struct Capital<'a>(&'a str);

impl fmt::Display for Capital<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = self.0.chars();
        match letters.next() {
            Some(first) => write!(f, "{}{}", first.to_uppercase(), letters.as_str()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Reckoning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let direction = if self.before { "before" } else { "after" };
        write!(f, "{} {direction} {} {}", self.period, self.trigger, Day(self.day))
    }
}
