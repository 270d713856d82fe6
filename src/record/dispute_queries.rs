//! Where a dispute stands, and the way there, as read from what happened in it.

use super::{Dispute, DisputeEvent, DisputeOutcome, DisputeRoute, DisputeState, FormalStage};
use chrono::NaiveDate;

/// Where it stands, and the way there.
impl Dispute {
    /// What had happened by the end of a day.
    fn by(&self, day: NaiveDate) -> impl DoubleEndedIterator<Item = DisputeEvent> + '_ {
        let count = self.events().partition_point(|event| event.on() <= day);
        self.events().iter().take(count).copied()
    }

    /// Where it stands after all that is recorded.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert!(Dispute::raised("D-3", DisputeTheme::Health, day).state().is_open());
    /// ```
    #[must_use]
    pub fn state(&self) -> DisputeState {
        let mut back = self.events().iter().rev();
        back.find_map(|event| DisputeState::of(*event)).unwrap_or(DisputeState::Informal)
    }

    /// Where it stood at the end of a day; nowhere before it was raised.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeState, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5))
    ///     .with_event(DisputeEvent::Formal { stage: 1, on: day(11) })?;
    /// assert_eq!(dispute.state_on(day(4)), None);
    /// assert_eq!(dispute.state_on(day(10)), Some(DisputeState::Informal));
    /// assert_eq!(dispute.state_on(day(11)), Some(DisputeState::Formal { stage: 1 }));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn state_on(&self, day: NaiveDate) -> Option<DisputeState> {
        (day >= self.raised_on()).then(|| {
            self.by(day).rev().find_map(DisputeState::of).unwrap_or(DisputeState::Informal)
        })
    }

    /// The formal stage at which it stood at the end of a day.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).stage_on(day), None);
    /// ```
    #[must_use]
    pub fn stage_on(&self, day: NaiveDate) -> Option<u8> {
        self.state_on(day)?.stage()
    }

    /// The day the formal process began: its first formal stage, whichever that was.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).formal_start(), None);
    /// ```
    #[must_use]
    pub fn formal_start(&self) -> Option<NaiveDate> {
        self.stages().next().map(|stage| stage.began)
    }

    /// The formal stages it went through, upwards. One that was skipped is not among them.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5))
    ///     .with_event(DisputeEvent::Formal { stage: 1, on: day(11) })?
    ///     .with_event(DisputeEvent::Formal { stage: 3, on: day(18) })?;
    /// let stages: Vec<_> = dispute.stages().map(|s| (s.number(), s.began(), s.ended())).collect();
    /// assert_eq!(stages, [(1, day(11), Some(day(18))), (3, day(18), None)]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn stages(&self) -> impl Iterator<Item = FormalStage> + '_ {
        self.events().iter().enumerate().filter_map(|(at, event)| {
            let DisputeEvent::Formal { stage: number, on: began } = *event else { return None };
            let later = || self.events().iter().skip(at).skip(1).copied();
            let is_stage = |event: &DisputeEvent| matches!(event, DisputeEvent::Formal { .. });
            let is_answer = |event: &DisputeEvent| {
                matches!(event, DisputeEvent::Answered(_) | DisputeEvent::Resolved(_))
            };
            Some(FormalStage {
                number,
                began,
                ended: later().find(|e| is_stage(e) || e.is_end()).map(DisputeEvent::on),
                answered: later()
                    .take_while(|e| !is_stage(e))
                    .find(is_answer)
                    .map(DisputeEvent::on),
            })
        })
    }

    /// How far it went: informal, or formal by the highest stage.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeRoute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Health, day);
    /// assert_eq!(dispute.route(), DisputeRoute::Informal);
    /// ```
    #[must_use]
    pub fn route(&self) -> DisputeRoute {
        self.route_on(NaiveDate::MAX)
    }

    /// How far it had gone by the end of a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeRoute, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5))
    ///     .with_event(DisputeEvent::Formal { stage: 2, on: day(11) })?
    ///     .with_event(DisputeEvent::Resolved(day(12)))?;
    /// assert_eq!(dispute.route_on(day(10)), DisputeRoute::Informal);
    /// assert_eq!(dispute.route_on(day(12)), DisputeRoute::Formal { highest_stage: 2 });
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn route_on(&self, day: NaiveDate) -> DisputeRoute {
        // A stage only goes up, so the last is the highest.
        let highest = self.by(day).rev().find_map(|event| match event {
            DisputeEvent::Formal { stage, .. } => Some(stage),
            _ => None,
        });
        highest
            .map_or(DisputeRoute::Informal, |highest_stage| DisputeRoute::Formal { highest_stage })
    }

    /// How it ended, where it has.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).outcome(), None);
    /// ```
    #[must_use]
    pub fn outcome(&self) -> Option<DisputeOutcome> {
        match self.state() {
            DisputeState::Ended(outcome) => Some(outcome),
            DisputeState::Informal | DisputeState::Formal { .. } => None,
        }
    }

    /// The day it ended: was resolved, withdrawn or superseded.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).ended_on(), None);
    /// ```
    #[must_use]
    pub fn ended_on(&self) -> Option<NaiveDate> {
        self.events().last().filter(|event| event.is_end()).map(|event| event.on())
    }

    /// The day it was resolved.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).resolved_on(), None);
    /// ```
    #[must_use]
    pub fn resolved_on(&self) -> Option<NaiveDate> {
        self.ended_on().filter(|_| self.outcome() == Some(DisputeOutcome::Resolved))
    }

    /// The calendar days from being raised to being resolved, informal time included.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5))
    ///     .with_event(DisputeEvent::Resolved(day(12)))?;
    /// assert_eq!(dispute.days_to_resolve(), Some(7));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn days_to_resolve(&self) -> Option<u32> {
        let days = self.resolved_on()?.signed_duration_since(self.raised_on()).num_days();
        u32::try_from(days).ok()
    }

    /// The day the case was first referred to Cafcass.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).referred_to_cafcass(), None);
    /// ```
    #[must_use]
    pub fn referred_to_cafcass(&self) -> Option<NaiveDate> {
        self.first(|event| matches!(event, DisputeEvent::ReferredToCafcass(_)))
    }

    /// The day the IRO first sought independent legal advice.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).legal_advice_sought(), None);
    /// ```
    #[must_use]
    pub fn legal_advice_sought(&self) -> Option<NaiveDate> {
        self.first(|event| matches!(event, DisputeEvent::LegalAdviceSought(_)))
    }

    /// Whether it is known what had happened in it by the end of a day. What has ended is known for
    /// good.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert!(Dispute::raised("D-3", DisputeTheme::Health, day).is_recorded_on(day));
    /// ```
    #[must_use]
    pub fn is_recorded_on(&self, day: NaiveDate) -> bool {
        self.recorded_to().is_none_or(|to| day <= to) || !self.state().is_open()
    }

    fn first(&self, is: impl Fn(&DisputeEvent) -> bool) -> Option<NaiveDate> {
        self.events().iter().find(|event| is(event)).map(|event| event.on())
    }
}
