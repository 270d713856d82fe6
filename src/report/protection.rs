//! Child protection conferences and plans of a year, each measure with its unit: child, plan or conference.

use super::timeliness::one_more;
use super::{Breakdown, Timeliness};
use crate::assess::{ConferenceDue, History, Outcome, ProtectionClock};
use crate::calendar::{CollectionYear, Period, WorkingDays};
use crate::error::{Kind, Result};
use crate::law::{Method, RuleId, measures};
use crate::record::{AbuseCategory, Conference, ConferenceKind, ProtectionPlan, ProtectionRecord};
use chrono::NaiveDate;
use core::fmt;

/// How long a plan lasted, or has lasted so far.
///
/// ```
/// use iro_handbook::report::PlanDuration;
///
/// assert_eq!(PlanDuration::ThreeMonths.to_string(), "up to 3 months");
/// assert_eq!(PlanDuration::Longer.to_string(), "24 months or more");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PlanDuration {
    /// To the same-numbered day three months on.
    ThreeMonths,
    /// Longer, to six months.
    SixMonths,
    /// Longer, to a year.
    OneYear,
    /// Longer, and not yet two years.
    TwoYears,
    /// Two years or more: what the former NI 64 counts.
    Longer,
}

impl PlanDuration {
    /// Every band, the shortest first.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::PlanDuration::ALL.len(), 5);
    /// ```
    pub const ALL: [Self; 5] =
        [Self::ThreeMonths, Self::SixMonths, Self::OneYear, Self::TwoYears, Self::Longer];

    /// From one day to another.
    fn between(calendar: &WorkingDays, from: NaiveDate, to: NaiveDate) -> Result<Self> {
        if to >= measures::LONG_PLAN.after(from, calendar)? {
            return Ok(Self::Longer);
        }
        for (band, period) in Self::ALL.into_iter().zip(measures::DURATIONS) {
            if to <= period.after(from, calendar)? {
                return Ok(band);
            }
        }
        Ok(Self::TwoYears)
    }
}

impl fmt::Display for PlanDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [short, half, year] = measures::DURATIONS;
        let long = measures::LONG_PLAN;
        match self {
            Self::ThreeMonths => write!(f, "up to {short}"),
            Self::SixMonths => write!(f, "over {short}, up to {half}"),
            Self::OneYear => write!(f, "over {half}, up to {year}"),
            Self::TwoYears => write!(f, "over {year}, under {long}"),
            Self::Longer => write!(f, "{long} or more"),
        }
    }
}

/// What is asked: two figures that answer different questions do not merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Question {
    year: CollectionYear,
    as_of: NaiveDate,
    history: History,
    method: Method,
    after_pre_birth: Option<Period>,
}

/// Child protection conferences and plans of a year, counted as known on a day.
///
/// Two figures tell of reviews in time, each under its own name. [`children_reviewed`](Self::children_reviewed)
/// counts children with a plan at the end of the year, held continuously for three months at least: the former NI
/// 67. [`review_conferences`](Self::review_conferences) counts the conferences held in the year. Months are counted
/// as the guidance does, or by another [`Method`], which the report names.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::calendar::{CollectionYear, WorkingDays};
/// use iro_handbook::record::{Conference, ConferenceKind, ProtectionPlan, ProtectionRecord};
/// use iro_handbook::report::ProtectionFigures;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let record = ProtectionRecord::new("C-1017")
///     .with_conference(
///         Conference::new(ConferenceKind::Initial, day(2025, 12, 1)).with_called_on(day(2025, 11, 10)),
///     )
///     .with_plan(ProtectionPlan::new(day(2025, 12, 1)))
///     .with_conference(Conference::new(ConferenceKind::Review, day(2026, 2, 27)));
/// let year = CollectionYear::ending(2026)?;
/// let mut figures = ProtectionFigures::new(year, year.end());
/// figures.add(&WorkingDays::england_and_wales(), &record)?;
/// assert_eq!(figures.initial_conferences().on_time_rate().to_string(), "100 % (1 of 1)");
/// assert_eq!(figures.children_reviewed().on_time_rate().to_string(), "100 % (1 of 1)");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectionFigures {
    question: Question,
    initial: Timeliness,
    /// Working days from the strategy discussion, of those in which it is recorded.
    initial_days: Breakdown<u32>,
    transfer_in: Timeliness,
    reviews: Timeliness,
    also_looked_after: u64,
    children_reviewed: Timeliness,
    open_at_start: u64,
    started: u64,
    ended: u64,
    open_over_two_years: u64,
    ended_after: Breakdown<PlanDuration>,
    open_for: Breakdown<PlanDuration>,
    category_at_start: Breakdown<Option<AbuseCategory>>,
    latest_category: Breakdown<Option<AbuseCategory>>,
    /// Of plans started, whether the child ever had one before.
    again: Breakdown<Option<bool>>,
    soon_again: Breakdown<Option<bool>>,
    not_recorded: u64,
}

impl ProtectionFigures {
    /// None yet, of a year, as known on a day.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::ProtectionFigures;
    ///
    /// let year = CollectionYear::ending(2026)?;
    /// assert_eq!(ProtectionFigures::new(year, year.end()).plans_started(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear, as_of: NaiveDate) -> Self {
        Self::asked(Question {
            year,
            as_of,
            history: History::Complete,
            method: Method::Law,
            after_pre_birth: None,
        })
    }

    fn asked(question: Question) -> Self {
        Self {
            question,
            initial: Timeliness::default(),
            initial_days: Breakdown::new(),
            transfer_in: Timeliness::default(),
            reviews: Timeliness::default(),
            also_looked_after: 0,
            children_reviewed: Timeliness::default(),
            open_at_start: 0,
            started: 0,
            ended: 0,
            open_over_two_years: 0,
            ended_after: Breakdown::new(),
            open_for: Breakdown::new(),
            category_at_start: Breakdown::new(),
            latest_category: Breakdown::new(),
            again: Breakdown::new(),
            soon_again: Breakdown::new(),
            not_recorded: 0,
        }
    }

    /// With the method by which three and six months are counted between conferences. Set it before anything is
    /// added. How long a plan was held is always counted in calendar months.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// use iro_handbook::law::Method;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end()).with_method(Method::FixedDays);
    /// assert_eq!(figures.method(), Method::FixedDays);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_method(mut self, method: Method) -> Self {
        self.question.method = method;
        self
    }

    /// With how far back the review conferences of the records are complete. Set it before anything is added.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// use iro_handbook::assess::History;
    /// # let year = CollectionYear::ending(2026)?;
    /// let all = ProtectionFigures::new(year, year.end());
    /// let some = all.clone().with_history(History::CompleteFrom(year.start()));
    /// assert!(all.merge(some).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_history(mut self, history: History) -> Self {
        self.question.history = history;
        self
    }

    /// With the authority's own time for the first review conference after an initial conference held before the
    /// birth. Without one, such a review cannot be told to be in time. Set it before anything is added.
    ///
    /// ```
    /// # use iro_handbook::calendar::{CollectionYear, Period};
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// let local = figures.clone().with_pre_birth_review_conference(Period::Months(3));
    /// assert_ne!(local, figures);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_pre_birth_review_conference(mut self, within: Period) -> Self {
        self.question.after_pre_birth = Some(within);
        self
    }

    /// Counts a child.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the record contradicts itself,
    /// [`is_outside_calendar`](crate::Error::is_outside_calendar) when working days cannot be counted; then nothing
    /// of it is.
    ///
    /// ```
    /// # use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// # use iro_handbook::report::ProtectionFigures;
    /// use iro_handbook::record::{ProtectionPlan, ProtectionRecord};
    /// # let year = CollectionYear::ending(2026)?;
    /// let mut figures = ProtectionFigures::new(year, year.end());
    /// let record = ProtectionRecord::new("C-1017").with_plan(ProtectionPlan::new(year.start()));
    /// figures.add(&WorkingDays::england_and_wales(), &record)?;
    /// assert_eq!((figures.plans_started(), figures.plans_open_at_end()), (1, 1));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, calendar: &WorkingDays, record: &ProtectionRecord) -> Result<()> {
        record.check()?;
        let mut one = Self::asked(self.question);
        one.conferences(calendar, record)?;
        match record.plans() {
            Some(plans) => {
                for (earlier, plan) in plans.iter().enumerate() {
                    one.plan(calendar, record, plan, plans.iter().take(earlier).next_back())?;
                }
            }
            None => one_more(&mut one.not_recorded),
        }
        self.absorb(one);
        Ok(())
    }

    /// The last day that is looked at.
    fn last(&self) -> NaiveDate {
        self.question.year.end().min(self.question.as_of)
    }

    fn in_year(&self, day: NaiveDate) -> bool {
        self.question.year.start() <= day && day <= self.last()
    }

    fn conferences(&mut self, calendar: &WorkingDays, record: &ProtectionRecord) -> Result<()> {
        let last = self.last();
        let all = record.conferences().unwrap_or_default().iter();
        for conference in all.filter(|held| held.held_on() <= last) {
            if !self.in_year(conference.held_on()) {
                continue;
            }
            match conference.kind() {
                ConferenceKind::Initial | ConferenceKind::BeforeBirth => {
                    let outcome = answered(calendar, RuleId::InitialConference, conference)?;
                    self.initial.count(outcome);
                    if let Some(called_on) = conference.called_on() {
                        let days = working_days(calendar, called_on, conference.held_on())?;
                        self.initial_days.add(days);
                    }
                }
                ConferenceKind::TransferIn => {
                    let outcome = answered(calendar, RuleId::TransferInConference, conference)?;
                    self.transfer_in.count(outcome);
                }
                ConferenceKind::Review => {
                    if conference.looked_after_review() == Some(true) {
                        one_more(&mut self.also_looked_after);
                    }
                    // What it answered is told plan by plan.
                    if record.plans().is_none() {
                        self.reviews.count(Outcome::NotApplicable(""));
                    }
                }
            }
        }
        Ok(())
    }

    fn plan(
        &mut self,
        calendar: &WorkingDays,
        record: &ProtectionRecord,
        plan: &ProtectionPlan,
        before: Option<&ProtectionPlan>,
    ) -> Result<()> {
        let (last, began) = (self.last(), plan.began());
        let ended = plan.ended().filter(|ended| *ended <= last);
        if began > last || ended.is_some_and(|ended| ended < self.question.year.start()) {
            return Ok(());
        }
        if self.in_year(began) {
            one_more(&mut self.started);
            self.category_at_start.add(plan.category_at_start());
            let again = again(plan, before);
            self.again.add(again);
            self.soon_again.add(soon_again(calendar, plan, before, again)?);
        } else {
            one_more(&mut self.open_at_start);
        }
        let children = self.reviews_of(calendar, record, plan)?;
        match ended {
            Some(ended) => {
                one_more(&mut self.ended);
                self.ended_after.add(PlanDuration::between(calendar, began, ended)?);
            }
            None => {
                self.latest_category.add(plan.latest_category());
                self.open_for.add(PlanDuration::between(calendar, began, last)?);
                if measures::LONG_PLAN.after(began, calendar)? < last {
                    one_more(&mut self.open_over_two_years);
                }
                if measures::HELD_AT_LEAST.after(began, calendar)? <= last {
                    self.children_reviewed.count(children);
                }
            }
        }
        Ok(())
    }

    /// Counts the conferences that reviewed a plan, and says of the whole plan whether every review that was due
    /// was in time.
    fn reviews_of(
        &mut self,
        calendar: &WorkingDays,
        record: &ProtectionRecord,
        plan: &ProtectionPlan,
    ) -> Result<Outcome> {
        let Question { history, method, after_pre_birth, .. } = self.question;
        let as_of = self.last();
        let clock = ProtectionClock { calendar, as_of, history, method, after_pre_birth };
        let (mut breach, mut doubt) = (false, None);
        clock.each(record, plan, &mut |due: ConferenceDue<'_>| {
            match due.outcome {
                Outcome::MetLate | Outcome::NotMet => breach = true,
                Outcome::CannotTell(_) | Outcome::NotApplicable(_) => doubt = Some(due.outcome),
                _ => {}
            }
            if due.answer.is_some_and(|conference| self.in_year(conference.held_on())) {
                self.reviews.count(due.outcome);
            }
        })?;
        Ok(if breach { Outcome::MetLate } else { doubt.unwrap_or(Outcome::Met) })
    }

    /// Together with those of other children.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) when they answer another question.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// # let before = CollectionYear::ending(2025)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert!(figures.merge(ProtectionFigures::new(before, before.end())).unwrap_err().is_mismatch());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        if self.question != other.question {
            let words = |question: Question| {
                let Question { year, as_of, history, method, after_pre_birth } = question;
                let local = after_pre_birth.map_or("no time".to_owned(), |time| time.to_string());
                let from = history.first_day().map(|day| format!(" from {day}"));
                let history = from.unwrap_or_default();
                let asked = format!("{year} as of {as_of}, conferences complete{history}");
                format!(
                    "{asked}, counted by {method}, with {local} after a conference before the birth"
                )
            };
            let (left, right) = (words(self.question), words(other.question));
            return Err(Kind::Mismatch { what: "the question", left, right }.into());
        }
        self.absorb(other);
        Ok(self)
    }

    fn absorb(&mut self, other: Self) {
        for (mine, theirs) in [
            (&mut self.initial, other.initial),
            (&mut self.transfer_in, other.transfer_in),
            (&mut self.reviews, other.reviews),
            (&mut self.children_reviewed, other.children_reviewed),
        ] {
            mine.merge(&theirs);
        }
        for (mine, theirs) in [
            (&mut self.also_looked_after, other.also_looked_after),
            (&mut self.open_at_start, other.open_at_start),
            (&mut self.started, other.started),
            (&mut self.ended, other.ended),
            (&mut self.open_over_two_years, other.open_over_two_years),
            (&mut self.not_recorded, other.not_recorded),
        ] {
            super::timeliness::more(mine, theirs);
        }
        self.initial_days.merge(other.initial_days);
        self.ended_after.merge(other.ended_after);
        self.open_for.merge(other.open_for);
        self.category_at_start.merge(other.category_at_start);
        self.latest_category.merge(other.latest_category);
        self.again.merge(other.again);
        self.soon_again.merge(other.soon_again);
    }
}

/// Whether a conference was held in time after what it came of.
fn answered(calendar: &WorkingDays, rule: RuleId, conference: &Conference) -> Result<Outcome> {
    let Some(called_on) = conference.called_on() else { return Ok(Outcome::NotApplicable("")) };
    let Some(period) = rule.rule().governing_term(called_on).limit().latest() else {
        return Ok(Outcome::NotApplicable(""));
    };
    let in_time = conference.held_on() <= period.after(called_on, calendar)?;
    Ok(if in_time { Outcome::Met } else { Outcome::MetLate })
}

/// The fewest working days within which something done on a day was done. A day that is no working day comes
/// after the working day before it, so that it belongs to the next.
fn working_days(calendar: &WorkingDays, from: NaiveDate, to: NaiveDate) -> Result<u32> {
    let days = calendar.working_days_between(from, to)?;
    let started = to > from && !calendar.is_working_day(to)?;
    Ok(u32::try_from(days.saturating_add(i64::from(started))).unwrap_or_default())
}

/// Whether a child ever had a plan before in this authority.
fn again(plan: &ProtectionPlan, before: Option<&ProtectionPlan>) -> Option<bool> {
    if before.is_some() || plan.previous_ended().is_some() {
        return Some(true);
    }
    plan.previous_plans().map(|count| count > 0)
}

/// Whether the plan before it ended not long ago.
fn soon_again(
    calendar: &WorkingDays,
    plan: &ProtectionPlan,
    before: Option<&ProtectionPlan>,
    again: Option<bool>,
) -> Result<Option<bool>> {
    if again != Some(true) {
        return Ok(again);
    }
    let ended = before.and_then(ProtectionPlan::ended).or(plan.previous_ended());
    let until = ended.map(|ended| measures::SOON_AGAIN.after(ended, calendar)).transpose()?;
    Ok(until.map(|until| plan.began() <= until))
}

impl ProtectionFigures {
    /// The year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.question.year
    }

    /// The day of the knowledge.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.as_of(), year.end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.question.as_of
    }

    /// The method by which three and six months are counted between conferences.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.method(), iro_handbook::law::Method::Law);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn method(&self) -> Method {
        self.question.method
    }

    /// Initial conferences held in the year, one for each child, before the birth too, and whether each was held
    /// within the time from the strategy discussion. Undetermined: of which discussion it came is not recorded.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.initial_conferences().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn initial_conferences(&self) -> Timeliness {
        self.initial
    }

    /// Initial conferences held in the year by the working days from the strategy discussion, of those in which that
    /// is recorded.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.initial_conference_days().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn initial_conference_days(&self) -> &Breakdown<u32> {
        &self.initial_days
    }

    /// Initial conferences held in the year by bands of working days from the strategy discussion: 0 to 10, 11 to
    /// 15, 16 to 20, 21 and more; each with its first and, but for the last, its last number of days.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let bands = ProtectionFigures::new(year, year.end()).initial_conference_bands();
    /// assert_eq!(bands, [(0, Some(10), 0), (11, Some(15), 0), (16, Some(20), 0), (21, None, 0)]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn initial_conference_bands(&self) -> [(u32, Option<u32>, u64); 4] {
        let [one, two, three] = measures::WORKING_DAY_BANDS;
        let after = |end: u32| end.saturating_add(1);
        [(0, Some(one)), (after(one), Some(two)), (after(two), Some(three)), (after(three), None)]
            .map(|(from, to)| {
                let within = |days: u32| from <= days && to.is_none_or(|to| days <= to);
                let counts = self.initial_days.iter().filter(|(days, _)| within(**days));
                (from, to, counts.fold(0, |sum: u64, (_, count)| sum.saturating_add(count)))
            })
    }

    /// The working days within which half of the initial conferences of the year were held: the median, the lower
    /// one of two.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// assert_eq!(ProtectionFigures::new(year, year.end()).median_working_days(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn median_working_days(&self) -> Option<u32> {
        let half = self.initial_days.total().div_ceil(2);
        let mut seen = 0_u64;
        self.initial_days.iter().find_map(|(days, count)| {
            seen = seen.saturating_add(count);
            (seen >= half).then_some(*days)
        })
    }

    /// Transfer-in conferences held in the year, one for each child, and whether each was held within the time from
    /// the notice of the move. They are no initial conferences.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.transfer_in_conferences().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn transfer_in_conferences(&self) -> Timeliness {
        self.transfer_in
    }

    /// Review conferences held in the year, one for each child, and whether each was held in time. Another figure
    /// than [`children_reviewed`](Self::children_reviewed).
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.review_conferences().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn review_conferences(&self) -> Timeliness {
        self.reviews
    }

    /// Review conferences held in the year that were recorded as a review of a looked-after child too.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.also_looked_after_reviews(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn also_looked_after_reviews(&self) -> u64 {
        self.also_looked_after
    }

    /// The former NI 67: children with a plan at the end of the year, held continuously for three months at least,
    /// and whether every review conference due in that plan was in time. An overdue one that was not held fails the
    /// child; where evidence is missing the child is undetermined.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.children_reviewed().total(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn children_reviewed(&self) -> Timeliness {
        self.children_reviewed
    }

    /// Plans begun before the year and not ended before it.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.plans_open_at_start(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn plans_open_at_start(&self) -> u64 {
        self.open_at_start
    }

    /// Plans started in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.plans_started(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn plans_started(&self) -> u64 {
        self.started
    }

    /// Plans ended in the year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.plans_ended(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn plans_ended(&self) -> u64 {
        self.ended
    }

    /// Plans open at the end of the year, or on the day of the knowledge.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.plans_open_at_end(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn plans_open_at_end(&self) -> u64 {
        self.open_at_start.saturating_add(self.started).saturating_sub(self.ended)
    }

    /// Of the plans open at the end, those begun more than two years before. Another figure than the former NI 64,
    /// which counts plans that ended.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.plans_open_over_two_years(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn plans_open_over_two_years(&self) -> u64 {
        self.open_over_two_years
    }

    /// Plans ended in the year by how long they had lasted. Those of two years or more, of all, are the former NI 64.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.ended_after().total(), figures.plans_ended());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn ended_after(&self) -> &Breakdown<PlanDuration> {
        &self.ended_after
    }

    /// Plans open at the end by how long they had lasted.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.open_for().total(), figures.plans_open_at_end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn open_for(&self) -> &Breakdown<PlanDuration> {
        &self.open_for
    }

    /// Plans started in the year by the category of abuse at the start; none where it is not recorded.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.category_at_start().total(), figures.plans_started());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn category_at_start(&self) -> &Breakdown<Option<AbuseCategory>> {
        &self.category_at_start
    }

    /// Plans open at the end by the latest category of abuse; none where it is not recorded.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.latest_category().total(), figures.plans_open_at_end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn latest_category(&self) -> &Breakdown<Option<AbuseCategory>> {
        &self.latest_category
    }

    /// The former NI 65: plans started in the year by whether the child ever had one before in this authority; none
    /// where that is not recorded.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.second_or_subsequent().total(), figures.plans_started());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn second_or_subsequent(&self) -> &Breakdown<Option<bool>> {
        &self.again
    }

    /// A local variant: plans started in the year by whether the one before had ended within the 24 months before;
    /// none where that is not recorded.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.second_within_24_months().total(), figures.plans_started());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn second_within_24_months(&self) -> &Breakdown<Option<bool>> {
        &self.soon_again
    }

    /// Children of whom nobody recorded whether they had a plan. They are in no other count of plans.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::ProtectionFigures;
    /// # let year = CollectionYear::ending(2026)?;
    /// let figures = ProtectionFigures::new(year, year.end());
    /// assert_eq!(figures.children_not_recorded(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn children_not_recorded(&self) -> u64 {
        self.not_recorded
    }
}
