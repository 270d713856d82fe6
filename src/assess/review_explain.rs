//! A finding in words.

use super::words::{Day, Days};
use super::{Bound, Outcome, ReviewFinding, Settled};
use crate::law::{Limit, Method};
use crate::record::AdoptionChange;
use chrono::NaiveDate;
use core::fmt;

/// A finding as an IRO manager would say it: written out when it is displayed, and not before.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{calendar::WorkingDays, record::{PeriodOfCare, Review}};
/// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// # let calendar = WorkingDays::england_and_wales();
/// let care = PeriodOfCare::new(day(3, 2)).with_review(Review::new(day(3, 27)));
/// let finding = care.review_duties(&calendar, day(3, 31))?.next().unwrap();
/// assert_eq!(
///     finding.explain().to_string(),
///     "First review: due by Mon 30 March 2026, 20 working days after becoming looked after on \
///      Mon 2 March 2026. Held Fri 27 March 2026, in time.\n  The Care Planning, Placement and Case \
///      Review (England) Regulations 2010 (SI 2010/959), regulation 33(1).",
/// );
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ReviewExplanation<'a> {
    finding: &'a ReviewFinding,
}

impl<'a> ReviewExplanation<'a> {
    pub(super) const fn new(finding: &'a ReviewFinding) -> Self {
        Self { finding }
    }

    fn due(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = self.finding;
        let latest = finding.latest();
        if finding.is_exact() {
            return write!(
                f,
                "{}: due by {}, {}.",
                finding.rule().title(),
                Day(latest.last_day()),
                Reckoning(latest)
            );
        }
        f.write_str("Review: the records do not show exactly when it was due:")?;
        match finding.earliest() {
            Some(earliest) => write!(
                f,
                " by {} at the earliest ({}), by {} at the latest ({}).",
                Day(earliest.last_day()),
                Reckoning(earliest),
                Day(latest.last_day()),
                Reckoning(latest)
            ),
            None => {
                write!(f, " by {} at the latest ({}).", Day(latest.last_day()), Reckoning(latest))
            }
        }
    }

    fn outcome(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = self.finding;
        let last_day = finding.latest().last_day();
        let over = |day: NaiveDate| Days(day.signed_duration_since(last_day).num_days());
        let at_least = if finding.is_exact() { "" } else { "at least " };
        if let Settled::ChangeOfClock(change) = finding.settled() {
            let what = match change {
                AdoptionChange::Placed(_) => "the child was placed for adoption",
                AdoptionChange::Ended(_) => "the placement for adoption ended",
            };
            write!(f, " On {} {what}", Day(change.on()))?;
            f.write_str(match finding.outcome() {
                Outcome::Lapsed => ", before this review was overdue.",
                Outcome::CannotTell(_) => ", which ended this clock.",
                _ => "; the review was overdue by then.",
            })?;
        }
        match (finding.answer(), finding.outcome()) {
            (Some(review), Outcome::Met) => write!(f, " Held {}, in time.", Day(review.held_on())),
            (Some(review), Outcome::MetLate) => {
                let held_on = review.held_on();
                write!(f, " Held {}, {at_least}{} late.", Day(held_on), over(held_on))
            }
            (Some(review), _) => write!(f, " Held {}.", Day(review.held_on())),
            (None, Outcome::NotMet) => match finding.settled() {
                Settled::CareEnded(ended) => write!(
                    f,
                    " Not held: care ended on {}, {at_least}{} overdue.",
                    Day(ended),
                    over(ended)
                ),
                Settled::OpenOn(day) => {
                    write!(f, " Not held by {}, {at_least}{} overdue.", Day(day), over(day))
                }
                _ => f.write_str(" Not held."),
            },
            (None, Outcome::NotYetDue) => match (finding.settled(), finding.earliest()) {
                (Settled::OpenOn(day), Some(earliest)) if earliest.last_day() == day => {
                    let last = if finding.is_exact() { ", its last day" } else { "" };
                    write!(f, " Not yet overdue on {}{last}.", Day(day))
                }
                (Settled::OpenOn(day), Some(earliest)) => {
                    let left = earliest.last_day().signed_duration_since(day).num_days();
                    write!(f, " Not yet due on {}, {at_least}{} left.", Day(day), Days(left))
                }
                _ => f.write_str(" Not yet due."),
            },
            (None, Outcome::Lapsed) => match finding.settled() {
                Settled::CareEnded(ended) => {
                    write!(f, " Not needed: care ended on {}, before it was overdue.", Day(ended))
                }
                _ => f.write_str(" Lapsed."),
            },
            (None, _) => match finding.settled() {
                Settled::CareEnded(ended) => write!(f, " Not held; care ended on {}.", Day(ended)),
                Settled::OpenOn(day) => write!(f, " Not held by {}.", Day(day)),
                _ => Ok(()),
            },
        }?;
        if let Some(missing) = finding.outcome().missing() {
            let what = match (finding.answer(), finding.settled()) {
                (None, Settled::ChangeOfClock(_)) => "it was overdue by then",
                (None, _) => "it was overdue",
                _ => "it was in time",
            };
            write!(f, " Whether {what} cannot be told: the records do not show {missing}.")?;
        }
        Ok(())
    }
}

impl fmt::Display for ReviewExplanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.due(f)?;
        self.outcome(f)?;
        let finding = self.finding;
        if let Some(easement) = finding.easement() {
            write!(
                f,
                " On {} such reviews were required {} ({}).",
                Day(finding.latest().last_day()),
                easement.effect(),
                easement.citation()
            )?;
        }
        if finding.method() != Method::Law {
            write!(f, " Counted by {}.", finding.method())?;
        }
        if finding.latest().before_commencement() {
            f.write_str(
                " The rule was not yet in force when the clock started; it is counted by its first form.",
            )?;
        }
        write!(f, "\n  {}.", finding.latest().term().citation())?;
        match finding.earliest() {
            Some(earliest) if earliest.term().citation() != finding.latest().term().citation() => {
                write!(f, "\n  {}.", earliest.term().citation())
            }
            _ => Ok(()),
        }
    }
}

/// How a bound was worked out: "3 months after the review of Fri 27 March 2026".
struct Reckoning(Bound);

impl fmt::Display for Reckoning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(bound) = self;
        match (bound.term().limit(), bound.period()) {
            (Limit::Within(_), Some(period)) => write!(f, "{period}"),
            (limit, _) => write!(f, "{limit}"),
        }?;
        write!(f, " after {} {}", bound.trigger(), Day(bound.trigger_day()))
    }
}
