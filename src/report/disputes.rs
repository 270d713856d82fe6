//! Disputes of a year: how many, by which route, about what, with what outcome, and how long they took.

use super::timeliness::one_more;
use super::{Breakdown, Rate};
use crate::calendar::{CollectionYear, WorkingDays};
use crate::error::{Kind, Result};
use crate::law::RuleId;
use crate::record::{Dispute, DisputeOutcome, DisputeRoute, DisputeTheme};
use chrono::NaiveDate;

/// The disputes of a year, counted as known on a day.
///
/// A dispute is in the year when it was raised by its end and had not ended before it. Open at the start and
/// raised in the year are together ended in the year and open at the end. More disputes are not worse: no
/// figure here has a direction.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
/// use iro_handbook::report::DisputeFigures;
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
/// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(6, 2))
///     .with_event(DisputeEvent::Formal { stage: 1, on: day(6, 9) })?
///     .with_event(DisputeEvent::Resolved(day(6, 20)))?;
/// let year = CollectionYear::ending(2026)?;
/// let mut figures = DisputeFigures::new(year, year.end());
/// figures.add(&WorkingDays::england_and_wales(), &dispute)?;
/// assert_eq!((figures.raised(), figures.ended(), figures.open_at_end()), (1, 1, 0));
/// assert_eq!(figures.resolved_in_time().to_string(), "100 % (1 of 1)");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputeFigures {
    year: CollectionYear,
    as_of: NaiveDate,
    open_at_start: u64,
    raised: u64,
    ended: u64,
    by_route: Breakdown<DisputeRoute>,
    by_theme: Breakdown<DisputeTheme>,
    by_outcome: Breakdown<DisputeOutcome>,
    /// Days from raising to resolution, of those resolved in the year.
    days: Breakdown<u32>,
    formal_in_time: u64,
    formal_late: u64,
    formal_overdue: u64,
    broken_off: u64,
    cafcass: u64,
    legal_advice: u64,
}

impl DisputeFigures {
    /// None yet, of a year, as known on a day.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::DisputeFigures;
    ///
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(DisputeFigures::new(year, year.end()).total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear, as_of: NaiveDate) -> Self {
        Self {
            year,
            as_of,
            open_at_start: 0,
            raised: 0,
            ended: 0,
            by_route: Breakdown::new(),
            by_theme: Breakdown::new(),
            by_outcome: Breakdown::new(),
            days: Breakdown::new(),
            formal_in_time: 0,
            formal_late: 0,
            formal_overdue: 0,
            broken_off: 0,
            cafcass: 0,
            legal_advice: 0,
        }
    }

    /// Counts a dispute, if it is one of the year's.
    ///
    /// # Errors
    /// [`is_outside_calendar`](crate::Error::is_outside_calendar) when the days of its formal stages cannot
    /// be counted; then nothing of it is.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let mut figures = DisputeFigures::new(year, year.end());
    /// let before = NaiveDate::from_ymd_opt(2025, 3, 31).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Health, before);
    /// figures.add(&WorkingDays::england_and_wales(), &dispute)?;
    /// assert_eq!((figures.open_at_start(), figures.open_at_end()), (1, 1));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, calendar: &WorkingDays, dispute: &Dispute) -> Result<()> {
        let last = self.year.end().min(self.as_of);
        let in_year = |on: NaiveDate| self.year.start() <= on && on <= last;
        let ended = dispute.ended_on().filter(|on| *on <= last);
        if dispute.raised_on() > last || ended.is_some_and(|on| on < self.year.start()) {
            return Ok(());
        }
        let resolved = dispute.resolved_on().filter(|on| in_year(*on));
        let due = match dispute.formal_start().filter(|start| *start <= last) {
            Some(start) => Self::due(calendar, start)?,
            None => None,
        };
        if in_year(dispute.raised_on()) {
            one_more(&mut self.raised);
        } else {
            one_more(&mut self.open_at_start);
        }
        self.by_route.add(dispute.route_on(last));
        self.by_theme.add(dispute.theme().clone());
        if let (Some(_), Some(outcome)) = (ended, dispute.outcome()) {
            one_more(&mut self.ended);
            self.by_outcome.add(outcome);
        }
        if let (Some(_), Some(days)) = (resolved, dispute.days_to_resolve()) {
            self.days.add(days);
        }
        let open = ended.is_none();
        let known = !open || dispute.is_recorded_on(last);
        match (resolved, due) {
            (Some(resolved), Some(due)) if resolved <= due => one_more(&mut self.formal_in_time),
            (Some(_), Some(_)) => one_more(&mut self.formal_late),
            (None, Some(due)) if open && known && due < last => one_more(&mut self.formal_overdue),
            _ => {}
        }
        if !known {
            one_more(&mut self.broken_off);
        }
        if dispute.referred_to_cafcass().is_some_and(in_year) {
            one_more(&mut self.cafcass);
        }
        if dispute.legal_advice_sought().is_some_and(in_year) {
            one_more(&mut self.legal_advice);
        }
        Ok(())
    }

    /// By when a dispute that became formal on a day should be resolved.
    fn due(calendar: &WorkingDays, start: NaiveDate) -> Result<Option<NaiveDate>> {
        let term = RuleId::DisputeResolved.rule().term_on(start);
        term.and_then(|term| term.limit().latest())
            .map(|period| period.after(start, calendar))
            .transpose()
    }

    /// Together with those of other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they are of another year or day.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let before = CollectionYear::ending(2025)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert!(figures.merge(DisputeFigures::new(before, before.end())).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        let asked = |figures: &Self| format!("{} as of {}", figures.year, figures.as_of);
        if asked(&self) != asked(&other) {
            let (left, right) = (asked(&self), asked(&other));
            return Err(Kind::Mismatch { what: "the year", left, right }.into());
        }
        for (count, more) in [
            (&mut self.open_at_start, other.open_at_start),
            (&mut self.raised, other.raised),
            (&mut self.ended, other.ended),
            (&mut self.formal_in_time, other.formal_in_time),
            (&mut self.formal_late, other.formal_late),
            (&mut self.formal_overdue, other.formal_overdue),
            (&mut self.broken_off, other.broken_off),
            (&mut self.cafcass, other.cafcass),
            (&mut self.legal_advice, other.legal_advice),
        ] {
            super::timeliness::more(count, more);
        }
        self.by_route.merge(other.by_route);
        self.by_theme.merge(other.by_theme);
        self.by_outcome.merge(other.by_outcome);
        self.days.merge(other.days);
        Ok(self)
    }

    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// The day of the knowledge.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.as_of(), year.end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Raised before the year, and not ended before it.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.open_at_start(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn open_at_start(&self) -> u64 {
        self.open_at_start
    }

    /// Raised in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.raised(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn raised(&self) -> u64 {
        self.raised
    }

    /// Open at the start or raised in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.open_at_start.saturating_add(self.raised)
    }

    /// Ended in the year, with whatever outcome.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.ended(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn ended(&self) -> u64 {
        self.ended
    }

    /// Not ended by the end of the year, or by the day of the knowledge.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.open_at_end(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn open_at_end(&self) -> u64 {
        self.total().saturating_sub(self.ended)
    }

    /// Of those open at the end, the ones whose record breaks off before: what became of them is not known.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.broken_off(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn broken_off(&self) -> u64 {
        self.broken_off
    }

    /// By the route taken by the end of the year: informal, or formal by the highest stage reached.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.by_route().total(), figures.total());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_route(&self) -> &Breakdown<DisputeRoute> {
        &self.by_route
    }

    /// By what they were about.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.by_theme().total(), figures.total());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_theme(&self) -> &Breakdown<DisputeTheme> {
        &self.by_theme
    }

    /// Those ended in the year, by outcome.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.by_outcome().total(), figures.ended());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by_outcome(&self) -> &Breakdown<DisputeOutcome> {
        &self.by_outcome
    }

    /// Those resolved in the year, by the days from raising to resolution, informal time included.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.days_to_resolve().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn days_to_resolve(&self) -> &Breakdown<u32> {
        &self.days
    }

    /// Of the disputes resolved in the year after becoming formal, those resolved within the time of paragraph 6.2 of
    /// the IRO Handbook (guidance): 20 working days over all formal stages.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.resolved_in_time().denominator(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn resolved_in_time(&self) -> Rate {
        Rate::new(self.formal_in_time, self.formal_in_time.saturating_add(self.formal_late))
    }

    /// Formal, open at the end of the year, and past that time.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.overdue(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn overdue(&self) -> u64 {
        self.formal_overdue
    }

    /// Referred to Cafcass in the year (Children Act 1989, section 25B(3)).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.referred_to_cafcass(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn referred_to_cafcass(&self) -> u64 {
        self.cafcass
    }

    /// In which the IRO sought independent legal advice in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = DisputeFigures::new(year, year.end());
    /// assert_eq!(figures.legal_advice(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn legal_advice(&self) -> u64 {
        self.legal_advice
    }

    /// The day by which half of those resolved in the year were, counted from raising: the median, the lower
    /// one of two.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::DisputeFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(DisputeFigures::new(year, year.end()).median_days(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn median_days(&self) -> Option<u32> {
        let half = self.days.total().div_ceil(2);
        let mut seen = 0_u64;
        self.days.iter().find_map(|(days, count)| {
            seen = seen.saturating_add(count);
            (seen >= half).then_some(*days)
        })
    }
}
