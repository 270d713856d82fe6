//! The review clock: which review was due when, over a whole period of care.

use super::{ReviewDuties, bound};
use crate::calendar::{Period, WorkingDays};
use crate::error::Result;
use crate::law::{Method, RuleId};
use crate::record::{PeriodOfCare, PeriodOfCareRef};
use chrono::{Datelike, Months, NaiveDate};

/// No duty of the clock runs longer, by either method (a test holds it to that). It is not itself the law: it
/// is room to count in.
pub(crate) const LONGEST: Months = Months::new(7);

/// How far back the caller's reviews are complete.
///
/// A return holds only its own year's reviews, so for a child who came into care before it the
/// reviews that went before are not in it. Then the clock starts from what can be said.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::History;
///
/// let from = NaiveDate::from_ymd_opt(2017, 4, 1).unwrap();
/// assert_eq!(History::CompleteFrom(from).first_day(), Some(from));
/// assert_eq!(History::Complete.first_day(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum History {
    /// Every review of every period of care is there.
    #[default]
    Complete,
    /// Reviews are complete from this day on; earlier ones are not looked at.
    CompleteFrom(NaiveDate),
}

impl History {
    /// The first day from which reviews are complete, where there is one.
    ///
    /// ```
    /// assert!(iro_handbook::assess::History::Complete.first_day().is_none());
    /// ```
    #[must_use]
    pub const fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Complete => None,
            Self::CompleteFrom(day) => Some(day),
        }
    }
}

/// Asks, of periods of care, which reviews were due when and what became of each duty, as things
/// stood on one day. Nothing that happened after that day is known.
///
/// The law: regulation 33 of the Care Planning, Placement and Case Review (England) Regulations 2010
/// (SI 2010/959), before 1 April 2011 regulation 3 of the Review of Children's Cases Regulations 1991
/// (SI 1991/895), and while a child is placed for adoption regulation 36 of the Adoption Agencies
/// Regulations 2005 (SI 2005/389).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::{History, ReviewClock};
/// use iro_handbook::calendar::WorkingDays;
/// use iro_handbook::record::{PeriodOfCareRef, Review};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let calendar = WorkingDays::england_and_wales();
/// let clock = ReviewClock::new(&calendar, day(12, 31));
/// let reviews = [Review::new(day(3, 27)), Review::new(day(6, 26))];
/// let care = PeriodOfCareRef::new(day(3, 2), None, &reviews)?;
/// assert_eq!(clock.duties(care)?.filter(|duty| duty.outcome().is_met()).count(), 2);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ReviewClock<'c> {
    calendar: &'c WorkingDays,
    as_of: NaiveDate,
    history: History,
    method: Method,
}

impl<'c> ReviewClock<'c> {
    /// As things stood on a day, with every review of every period of care.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let as_of = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, as_of).as_of(), as_of);
    /// ```
    #[must_use]
    pub const fn new(calendar: &'c WorkingDays, as_of: NaiveDate) -> Self {
        Self { calendar, as_of, history: History::Complete, method: Method::Law }
    }

    /// With another answer to how far back reviews are complete.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::{History, ReviewClock};
    /// use iro_handbook::calendar::WorkingDays;
    ///
    /// let day = |y| NaiveDate::from_ymd_opt(y, 4, 1).unwrap();
    /// let calendar = WorkingDays::england_and_wales();
    /// let clock =
    ///     ReviewClock::new(&calendar, day(2018)).with_history(History::CompleteFrom(day(2017)));
    /// assert_eq!(clock.history(), History::CompleteFrom(day(2017)));
    /// ```
    #[must_use]
    pub const fn with_history(mut self, history: History) -> Self {
        self.history = history;
        self
    }

    /// With another method of counting three and six months than the law's; findings say so.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{assess::ReviewClock, calendar::WorkingDays, law::Method};
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let clock = ReviewClock::new(&calendar, day).with_method(Method::FixedDays);
    /// assert_eq!(clock.method(), Method::FixedDays);
    /// ```
    #[must_use]
    pub const fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// How three and six months are counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays, law::Method};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, day).method(), Method::Law);
    /// ```
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The day asked about.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, day).as_of(), day);
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// How far back reviews are complete.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::{History, ReviewClock}, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(ReviewClock::new(&calendar, day).history(), History::Complete);
    /// ```
    #[must_use]
    pub const fn history(&self) -> History {
        self.history
    }

    /// The last lawful day for the first review of a child who became looked after on a day.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar) when it cannot be counted in
    /// the calendar's years.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let clock = ReviewClock::new(&calendar, day(3, 2));
    /// assert_eq!(clock.first_review_due(day(3, 2))?, day(3, 30));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[inline]
    pub fn first_review_due(&self, began: NaiveDate) -> Result<NaiveDate> {
        bound::last_day(RuleId::FirstReview, began, self.calendar, self.method)
    }

    /// The review duties of a period of care, each with what became of it, in the order in which they
    /// were settled. Nothing is allocated.
    ///
    /// A period that began after the day asked about has none.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar) when the first review date
    /// cannot be counted in the calendar's years, and
    /// [`Error::is_date_overflow`](crate::Error::is_date_overflow) when the day asked about is so late
    /// that nothing can be counted from it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::ReviewClock, calendar::WorkingDays};
    /// # let calendar = WorkingDays::england_and_wales();
    /// use iro_handbook::record::PeriodOfCareRef;
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let care = PeriodOfCareRef::new(day(3, 2), None, &[])?;
    /// assert_eq!(ReviewClock::new(&calendar, day(3, 1)).duties(care)?.count(), 0);
    /// assert_eq!(ReviewClock::new(&calendar, day(3, 2)).duties(care)?.count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[inline(always)]
    pub fn duties<'a>(&self, care: PeriodOfCareRef<'a>) -> Result<ReviewDuties<'a>>
    where
        'c: 'a,
    {
        let mut duties = self.unstarted(care)?;
        duties.start(self, care)?;
        Ok(duties)
    }

    /// The same without the duties that were both due and answered by a day, which is so long before what is
    /// asked about that no duty runs on to it.
    #[inline(always)]
    pub(crate) fn duties_unsettled_on<'a>(
        &self,
        care: PeriodOfCareRef<'a>,
        settled: NaiveDate,
    ) -> Result<ReviewDuties<'a>>
    where
        'c: 'a,
    {
        let mut duties = self.unstarted(care)?;
        if !duties.skip_settled(settled) {
            duties.start(self, care)?;
        }
        Ok(duties)
    }

    #[inline(always)]
    fn unstarted<'a>(&self, care: PeriodOfCareRef<'a>) -> Result<ReviewDuties<'a>>
    where
        'c: 'a,
    {
        // Every later date is counted from a day not after these, so this check is the only one.
        let latest = self.history.first_day().map_or(self.as_of, |from| from.max(self.as_of));
        if latest.year() >= NaiveDate::MAX.year() {
            Period::Months(12).after(latest, self.calendar)?;
        }
        Ok(ReviewDuties::unstarted(self, care))
    }

    pub(super) const fn calendar(&self) -> &'c WorkingDays {
        self.calendar
    }
}

impl PeriodOfCare {
    /// The review duties of this period of care as things stood on a day, every review being in the
    /// record: [`ReviewClock::duties`] in one line.
    ///
    /// # Errors
    /// As [`PeriodOfCareRef::new`] and [`ReviewClock::duties`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let calendar = WorkingDays::england_and_wales();
    /// let care = PeriodOfCare::new(day(3, 2));
    /// assert_eq!(care.review_duties(&calendar, day(3, 9))?.count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn review_duties<'a>(
        &'a self,
        calendar: &'a WorkingDays,
        as_of: NaiveDate,
    ) -> Result<ReviewDuties<'a>> {
        ReviewClock::new(calendar, as_of).duties(self.view()?)
    }
}
