//! What is due in a dispute, and how much of its time is used.

use super::check::{Clock, Context};
use super::{Due, History, Policy};
use crate::calendar::WorkingDays;
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{Dispute, FormalStage};
use chrono::NaiveDate;

/// Something that is owed in a running dispute on a day: its resolution, or the answer at its stage.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::Policy;
/// use iro_handbook::calendar::{Period, WorkingDays};
/// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(6, 1))
///     .with_event(DisputeEvent::Formal { stage: 1, on: day(6, 8) })?;
/// let calendar = WorkingDays::england_and_wales();
/// let policy = Policy::default().with_stage_response(1, Period::WorkingDays(5));
/// let due: Vec<_> = dispute.due_on(&calendar, &policy, day(6, 17))?.map(|d| d.to_string()).collect();
/// assert_eq!(due, [
///     "Answer at a stage of a dispute: due by Mon 15 June 2026, 2 calendar days overdue at stage 1",
///     "Resolution of a dispute: due by Mon 6 July 2026",
/// ]);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DisputeDue {
    rule: RuleId,
    stage: u8,
    by: NaiveDate,
    on: NaiveDate,
}

impl DisputeDue {
    /// By which rule: [`RuleId::DisputeResolved`] or [`RuleId::DisputeStageResponse`].
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Policy, calendar::WorkingDays};
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    /// # let (calendar, policy) = (WorkingDays::england_and_wales(), Policy::default());
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Placement, on)
    /// #     .with_event(DisputeEvent::Formal { stage: 1, on })?;
    /// use iro_handbook::law::RuleId;
    ///
    /// let due = dispute.due_on(&calendar, &policy, on)?.next().unwrap();
    /// assert_eq!(due.rule(), RuleId::DisputeResolved);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.rule
    }

    /// The formal stage at which the dispute stood on the day asked about.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Policy, calendar::WorkingDays};
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    /// # let (calendar, policy) = (WorkingDays::england_and_wales(), Policy::default());
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Placement, on)
    /// #     .with_event(DisputeEvent::Formal { stage: 2, on })?;
    /// assert_eq!(dispute.due_on(&calendar, &policy, on)?.next().unwrap().stage(), 2);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn stage(&self) -> u8 {
        self.stage
    }

    /// The last day for it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Policy, calendar::WorkingDays};
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    /// # let (calendar, policy) = (WorkingDays::england_and_wales(), Policy::default());
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Placement, on)
    /// #     .with_event(DisputeEvent::Formal { stage: 1, on })?;
    /// let due = dispute.due_on(&calendar, &policy, on)?.next().unwrap();
    /// assert_eq!(due.by(), NaiveDate::from_ymd_opt(2026, 7, 6).unwrap());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn by(&self) -> NaiveDate {
        self.by
    }

    /// By how many calendar days it was overdue on the day asked about: 0 where it was not.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Policy, calendar::WorkingDays};
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let day = |d| NaiveDate::from_ymd_opt(2026, 7, d).unwrap();
    /// # let on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    /// # let (calendar, policy) = (WorkingDays::england_and_wales(), Policy::default());
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Placement, on)
    /// #     .with_event(DisputeEvent::Formal { stage: 1, on })?;
    /// assert_eq!(dispute.due_on(&calendar, &policy, day(6))?.next().unwrap().days_overdue(), 0);
    /// assert_eq!(dispute.due_on(&calendar, &policy, day(8))?.next().unwrap().days_overdue(), 2);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn days_overdue(&self) -> u32 {
        u32::try_from(self.on.signed_duration_since(self.by).num_days()).unwrap_or(0)
    }

    /// Whether it was overdue on the day asked about.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Policy, calendar::WorkingDays};
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    /// # let (calendar, policy) = (WorkingDays::england_and_wales(), Policy::default());
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Placement, on)
    /// #     .with_event(DisputeEvent::Formal { stage: 1, on })?;
    /// assert!(!dispute.due_on(&calendar, &policy, on)?.next().unwrap().is_overdue());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.on > self.by
    }
}

impl core::fmt::Display for DisputeDue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        use super::words::{CalendarDays, Day};
        write!(f, "{}: due by {}", self.rule.rule().title(), Day(self.by))?;
        if self.is_overdue() {
            let days = CalendarDays::between(self.by, self.on);
            write!(f, ", {days} overdue at stage {}", self.stage)?;
        }
        Ok(())
    }
}

/// How much time it took, and what is due in it. Working days need a calendar; days of the law and of
/// the authority need the rules and a policy.
impl Dispute {
    /// The working days of the formal process used by the end of a day, all stages together; none where
    /// it had not begun by then.
    ///
    /// The day of the formal start is not counted, time before it is outside, and the clock stops at the
    /// end of the dispute.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 6, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(1))
    ///     .with_event(DisputeEvent::Formal { stage: 1, on: day(5) })?
    ///     .with_event(DisputeEvent::Formal { stage: 2, on: day(10) })?
    ///     .with_event(DisputeEvent::Resolved(day(12)))?;
    /// let calendar = WorkingDays::england_and_wales();
    /// assert_eq!(dispute.formal_working_days(&calendar, day(4))?, None);
    /// assert_eq!(dispute.formal_working_days(&calendar, day(9))?, Some(2));
    /// assert_eq!(dispute.formal_working_days(&calendar, day(30))?, Some(5));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn formal_working_days(
        &self,
        calendar: &WorkingDays,
        on: NaiveDate,
    ) -> Result<Option<u32>> {
        let span = self.formal_start().map(|start| (start, self.ended_on()));
        working_days(span, calendar, on)
    }

    /// The working days used at one stage by the end of a day; none where it had not begun by then. The
    /// stages together come to [`formal_working_days`](Self::formal_working_days): no day is counted
    /// twice.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::calendar::WorkingDays;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 6, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(1))
    ///     .with_event(DisputeEvent::Formal { stage: 1, on: day(5) })?
    ///     .with_event(DisputeEvent::Formal { stage: 2, on: day(10) })?;
    /// let calendar = WorkingDays::england_and_wales();
    /// assert_eq!(dispute.working_days_at_stage(1, &calendar, day(12))?, Some(3));
    /// assert_eq!(dispute.working_days_at_stage(2, &calendar, day(12))?, Some(2));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn working_days_at_stage(
        &self,
        stage: u8,
        calendar: &WorkingDays,
        on: NaiveDate,
    ) -> Result<Option<u32>> {
        let mut stages = self.stages();
        let span = stages.find(|s| s.number() == stage).map(|s| (s.began(), s.ended()));
        working_days(span, calendar, on)
    }

    /// What is due in the dispute at the end of a day, by the knowledge of that day: the answer at its
    /// stage, where the authority has set a time and there is none yet, then the resolution. Nothing
    /// while it is informal, once it has ended, and after the day on which its record breaks off.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::calendar::WorkingDays;
    /// use iro_handbook::record::{Dispute, DisputeTheme};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let informal = Dispute::raised("D-3", DisputeTheme::Placement, day);
    /// let calendar = WorkingDays::england_and_wales();
    /// assert_eq!(informal.due_on(&calendar, &Policy::default(), day)?.count(), 0);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn due_on(
        &self,
        calendar: &WorkingDays,
        policy: &Policy,
        on: NaiveDate,
    ) -> Result<impl Iterator<Item = DisputeDue> + use<>> {
        let context = Context { calendar, as_of: on, history: History::Complete, policy };
        let mut owed = [None, None];
        let stage = self.stage_on(on).filter(|_| self.is_recorded_on(on));
        if let Some(number) = stage {
            let owes = |rule, due: Option<Due>| {
                due.map(|due| DisputeDue { rule, stage: number, by: due.by, on })
            };
            let stage = self.stages().find(|stage| stage.number() == number);
            let unanswered = stage.filter(|s| s.answered().is_none_or(|answered| answered > on));
            owed = [
                match unanswered {
                    Some(stage) => owes(RuleId::DisputeStageResponse, context.answer_due(&stage)?),
                    None => None,
                },
                match self.formal_start() {
                    Some(start) => owes(RuleId::DisputeResolved, context.resolution_due(start)?),
                    None => None,
                },
            ];
        }
        Ok(owed.into_iter().flatten())
    }

    /// What is overdue in the dispute at the end of a day, and at which stage it then stood.
    ///
    /// # Errors
    /// [`Error::is_outside_calendar`](crate::Error::is_outside_calendar).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::calendar::WorkingDays;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(6, 1))
    ///     .with_event(DisputeEvent::Formal { stage: 1, on: day(6, 8) })?
    ///     .with_event(DisputeEvent::Formal { stage: 2, on: day(6, 22) })?;
    /// let (calendar, policy) = (WorkingDays::england_and_wales(), Policy::default());
    /// assert_eq!(dispute.overdue_on(&calendar, &policy, day(7, 6))?.count(), 0);
    /// let overdue = dispute.overdue_on(&calendar, &policy, day(7, 7))?.next().unwrap();
    /// assert_eq!((overdue.stage(), overdue.days_overdue()), (2, 1));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn overdue_on(
        &self,
        calendar: &WorkingDays,
        policy: &Policy,
        on: NaiveDate,
    ) -> Result<impl Iterator<Item = DisputeDue> + use<>> {
        Ok(self.due_on(calendar, policy, on)?.filter(DisputeDue::is_overdue))
    }
}

/// The working days after the first day of a span, up to and including its last or the day asked about.
fn working_days(
    span: Option<(NaiveDate, Option<NaiveDate>)>,
    calendar: &WorkingDays,
    on: NaiveDate,
) -> Result<Option<u32>> {
    let Some((from, until)) = span.filter(|(from, _)| *from <= on) else { return Ok(None) };
    let until = until.map_or(on, |until| until.min(on));
    let days = calendar.working_days_between(from, until)?;
    Ok(Some(u32::try_from(days).unwrap_or(0)))
}

impl Context<'_> {
    /// By when a dispute that became formal on a day should be resolved; none where the rule was not yet
    /// in force.
    pub(super) fn resolution_due(&self, start: NaiveDate) -> Result<Option<Due>> {
        const RULE: RuleId = RuleId::DisputeResolved;
        if RULE.rule().term_on(start).is_none() {
            return Ok(None);
        }
        let clock = Clock { trigger: "the formal start on", day: start };
        self.period(RULE, None, start).map(|period| self.due_after(period, clock)).transpose()
    }

    /// By when a stage should be answered; none where the authority has set no time, or the rule was not
    /// yet in force.
    pub(super) fn answer_due(&self, stage: &FormalStage) -> Result<Option<Due>> {
        if RuleId::DisputeStageResponse.rule().term_on(stage.began()).is_none() {
            return Ok(None);
        }
        let clock = Clock { trigger: "the start of the stage on", day: stage.began() };
        let period = self.policy.stage_response(stage.number());
        period.map(|period| self.due_after(period, clock)).transpose()
    }
}
