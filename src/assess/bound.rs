//! The last lawful day of a duty, with what it was worked out from.

use crate::calendar::{Period, WorkingDays};
use crate::error::Result;
use crate::law::{Method, RuleId, Term};
use chrono::NaiveDate;
use core::fmt;

/// What started a clock.
///
/// ```
/// use iro_handbook::assess::Trigger;
///
/// assert_eq!(Trigger::Review.to_string(), "the review of");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Trigger {
    /// The child became looked after.
    BecameLookedAfter,
    /// A review was held.
    Review,
    /// The child was placed for adoption.
    PlacedForAdoption,
    /// A placement for adoption ended and the child stayed in care.
    ReturnedFromAdoptivePlacement,
    /// The last day of which the records say nothing: whatever review came before, it was not later.
    LastDayWithoutRecords,
}

impl Trigger {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::BecameLookedAfter => "becoming looked after on",
            Self::Review => "the review of",
            Self::PlacedForAdoption => "placement for adoption on",
            Self::ReturnedFromAdoptivePlacement => "the end of the adoptive placement on",
            Self::LastDayWithoutRecords => "the last day without records,",
        }
    }
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The last lawful day by the law in force on the day the clock started. A limit without a length never
/// runs out.
#[inline]
pub(super) fn last_day(
    rule: RuleId,
    since: NaiveDate,
    calendar: &WorkingDays,
    method: Method,
) -> Result<NaiveDate> {
    let Some(period) = rule.rule().governing_term(since).limit().latest() else {
        return Ok(NaiveDate::MAX);
    };
    let period = method.period(period);
    // Asked again in words, for the error.
    period.count_from(since, calendar).map_or_else(|| period.after(since, calendar), Ok)
}

/// The same where the caller knows that it can be counted; a day beyond all dates is the last one.
#[inline(always)]
pub(super) fn last_day_known(
    rule: RuleId,
    since: NaiveDate,
    calendar: &WorkingDays,
    method: Method,
) -> NaiveDate {
    let period = rule.rule().governing_term(since).limit().latest();
    period
        .and_then(|period| method.period(period).count_from(since, calendar))
        .unwrap_or(NaiveDate::MAX)
}

/// A last lawful day with the rule, the trigger and the term of the law it was worked out from.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::WorkingDays;
/// use iro_handbook::record::PeriodOfCare;
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let calendar = WorkingDays::england_and_wales();
/// let finding = PeriodOfCare::new(day(3, 2)).review_duties(&calendar, day(3, 9))?.next().unwrap();
/// let bound = finding.latest();
/// assert_eq!(bound.trigger_day(), day(3, 2));
/// assert_eq!(bound.last_day(), day(3, 30));
/// assert_eq!(bound.term().limit().to_string(), "within 20 working days");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    rule: RuleId,
    trigger: Trigger,
    trigger_day: NaiveDate,
    last_day: NaiveDate,
    method: Method,
}

impl Bound {
    #[inline]
    pub(super) const fn new(
        rule: RuleId,
        trigger: Trigger,
        trigger_day: NaiveDate,
        last_day: NaiveDate,
        method: Method,
    ) -> Self {
        Self { rule, trigger, trigger_day, last_day, method }
    }

    /// The rule.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// use iro_handbook::law::RuleId;
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.latest().rule(), RuleId::FirstReview);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.rule
    }

    /// What started the clock.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// use iro_handbook::assess::Trigger;
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.latest().trigger(), Trigger::BecameLookedAfter);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn trigger(&self) -> Trigger {
        self.trigger
    }

    /// The day the clock started, which is not counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.latest().trigger_day(), care.began());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn trigger_day(&self) -> NaiveDate {
        self.trigger_day
    }

    /// The last lawful day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.latest().last_day(), day(3, 30));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// The term of the rule that was in force on the trigger day.
    ///
    /// Where the rule was not yet in force that day, its first term is taken, and
    /// [`before_commencement`](Self::before_commencement) says so.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// # let care = PeriodOfCare::new(day(3, 2));
    /// let finding = care.review_duties(&calendar, day(3, 9))?.next().unwrap();
    /// assert_eq!(finding.latest().term().citation().provision(), "regulation 33(1)");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn term(&self) -> &'static Term {
        self.rule.rule().governing_term(self.trigger_day)
    }

    /// The length that was counted.
    pub(super) fn period(&self) -> Option<Period> {
        self.term().limit().latest().map(|period| self.method.period(period))
    }

    /// The method by which it was counted, where it made a difference to the length counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// use iro_handbook::assess::ReviewClock;
    /// use iro_handbook::law::Method;
    /// use iro_handbook::{calendar::WorkingDays, record::{PeriodOfCare, Review}};
    /// # let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// # let calendar = WorkingDays::england_and_wales();
    /// let care = PeriodOfCare::new(day(3, 2)).with_review(Review::new(day(3, 27)));
    /// let clock = ReviewClock::new(&calendar, day(5, 1)).with_method(Method::FixedDays);
    /// let second = clock.duties(care.view()?)?.last().unwrap();
    /// assert_eq!(second.latest().last_day(), day(6, 26), "91 days, and not three months");
    /// assert_eq!(second.latest().method(), Method::FixedDays);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn method(&self) -> Method {
        if self.period() == self.term().limit().latest() { Method::Law } else { self.method }
    }

    /// Whether the clock started before the rule was in force.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{calendar::WorkingDays, record::PeriodOfCare};
    ///
    /// let day = NaiveDate::from_ymd_opt(1990, 6, 1).unwrap();
    /// let calendar = WorkingDays::england_and_wales();
    /// let finding = PeriodOfCare::new(day).review_duties(&calendar, day)?.next().unwrap();
    /// assert!(finding.latest().before_commencement());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn before_commencement(&self) -> bool {
        self.rule.rule().term_on(self.trigger_day).is_none()
    }
}
