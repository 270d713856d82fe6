//! What is on record for something, and whether it came early enough to be for something else.

use super::{Finding, Missing, Outcome, Value};
use crate::record::Done;
use chrono::NaiveDate;

/// The first days on which what is done for something can have been for it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Since {
    /// What was done before this day was for something else.
    pub(super) not_before: Option<NaiveDate>,
    /// Of what was done before this day it cannot be told what it was for, for want of a fact.
    pub(super) surely: Option<(NaiveDate, Missing)>,
}

impl Since {
    /// Whether what was done on a day can have been for it.
    pub(super) fn has_come(&self, day: NaiveDate) -> bool {
        self.not_before.is_none_or(|first| day >= first)
    }

    /// What was done for it; anything else is none of it.
    pub(super) fn done(&self, done: Done) -> Done {
        match done {
            Done::On(day) if !self.has_come(day) => Done::No,
            done => done,
        }
    }

    /// A finding by what was done for it: open where nobody can tell whether it was, and with the day of what
    /// was for something else.
    #[inline]
    pub(super) fn tell(&self, finding: &mut Finding<'_>, recorded: Done, too_early: &'static str) {
        match recorded.on() {
            Some(day) if !self.has_come(day) => finding.add_fact(too_early, Value::Day(day)),
            _ => self.open_where_unsure(finding, recorded),
        }
    }

    /// [`tell`](Self::tell) of a finding at hand.
    #[inline]
    pub(super) fn told<'r>(
        &self,
        mut finding: Finding<'r>,
        recorded: Done,
        too_early: &'static str,
    ) -> Finding<'r> {
        self.tell(&mut finding, recorded, too_early);
        finding
    }

    /// A finding by what was done, open where nobody can tell what that was for.
    #[inline]
    pub(super) fn open_where_unsure(&self, finding: &mut Finding<'_>, done: Done) {
        match self.surely {
            Some((from, missing)) if done.on().is_some_and(|day| day < from) => {
                finding.set_outcome(Outcome::CannotTell(missing));
            }
            _ => {}
        }
    }
}
