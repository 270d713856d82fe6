//! What had to happen by when: every rule, with its number, its force, its citation and the days it
//! was in force.
//!
//! A number from the law is written in the [registry](rules) and nowhere else. It is a [`Limit`], which
//! may differ by [`Case`], or a [`Number`] beside it. What changed over the years is a further [`Term`] of
//! the same rule: the law that applies to a duty is the law in
//! force on the day its clock started. How binding a rule is belongs to the rule ([`Force`]) and never
//! to a finding.
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::law::RuleId;
//!
//! let rule = RuleId::FirstReview.rule();
//! let limit_on = |y| rule.term_on(NaiveDate::from_ymd_opt(y, 6, 1).unwrap()).unwrap().limit();
//! assert_eq!(limit_on(2008).to_string(), "within 4 weeks");
//! assert_eq!(limit_on(2026).to_string(), "within 20 working days");
//! ```

mod citation;
mod family;
mod in_force;
mod limit;
mod method;
mod outcome_kind;
mod registry;
mod rule;
mod rule_text;
mod schedule_7;
mod term;

pub use citation::{Citation, Instrument};
pub use family::Family;
pub use in_force::InForce;
pub use limit::{Case, Limit, Milestone, Number};
pub use method::Method;
pub use outcome_kind::OutcomeKind;
pub(crate) use registry::measures;
pub use registry::{RuleId, rules};
pub use rule::{Force, Rule};
pub use rule_text::RuleText;
pub use schedule_7::ScheduleSevenMatter;
pub use term::{Easement, Reading, Term};
