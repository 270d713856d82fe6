//! One dispute, from the informal attempt to its end.

use super::dispute_state::Illegal;
use super::{
    CafcassTest, DisputeEvent, DisputeOutcome, DisputeRoute, DisputeState, DisputeTheme, Done,
    FormalStage, Ladder, Problems,
};
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;

/// One dispute raised by the IRO: what happened in it, day by day (Handbook chapter 6).
///
/// It begins informally. From there it is resolved or becomes formal, at any stage of the authority's
/// [`Ladder`]; a formal dispute goes up, never down, and is resolved, withdrawn or superseded. A referral
/// to Cafcass is possible from anywhere and runs beside it. Nothing follows the end, and days never go
/// back. An event that breaks this is an error, also when read from JSON, so that no dispute is ever in
/// an unlawful state.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Dispute, DisputeEvent, DisputeState, DisputeTheme};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
/// let mut dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5));
/// dispute.apply(DisputeEvent::Formal { stage: 1, on: day(11) })?;
/// dispute.apply(DisputeEvent::Formal { stage: 3, on: day(18) })?;
/// assert!(dispute.apply(DisputeEvent::Formal { stage: 2, on: day(20) }).is_err());
/// assert_eq!(dispute.state(), DisputeState::Formal { stage: 3 });
/// assert_eq!(dispute.stage_on(day(17)), Some(1));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(try_from = "Unchecked"))]
pub struct Dispute {
    id: String,
    theme: DisputeTheme,
    raised_on: NaiveDate,
    ladder: Ladder,
    // Each follows lawfully from those before it: `apply` alone adds to it.
    events: Vec<DisputeEvent>,
    note_on_file: Done,
    no_informal_attempt: Option<String>,
    cafcass_tests: Vec<CafcassTest>,
    recorded_to: Option<NaiveDate>,
}

impl Dispute {
    /// A dispute raised informally on a day, by the caller's own identifier.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeState, DisputeTheme};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day);
    /// assert_eq!((dispute.id(), dispute.raised_on()), ("D-3", day));
    /// assert_eq!(dispute.state(), DisputeState::Informal);
    /// ```
    #[must_use]
    pub fn raised(id: impl Into<String>, theme: DisputeTheme, on: NaiveDate) -> Self {
        Self {
            id: id.into(),
            theme,
            raised_on: on,
            ladder: Ladder::default(),
            events: Vec::new(),
            note_on_file: Done::NotRecorded,
            no_informal_attempt: None,
            cafcass_tests: Vec::new(),
            recorded_to: None,
        }
    }

    /// Lets something happen in it. A referral to Cafcass and legal advice leave it where it stands.
    ///
    /// # Errors
    /// [`Error::is_contradiction`], naming the dispute, the event and its stage or day, if it is earlier
    /// than what has happened or cannot follow it. The dispute is then as it was.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let mut dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5));
    /// dispute.apply(DisputeEvent::Resolved(day(7)))?;
    /// let error = dispute.apply(DisputeEvent::Formal { stage: 1, on: day(9) }).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "dispute D-3: stage is 1: the dispute was resolved, and nothing follows but a new dispute",
    /// );
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn apply(&mut self, event: DisputeEvent) -> Result<()> {
        let last = self.events.last().map_or(self.raised_on, |event| event.on());
        if event.on() < last {
            let problem = format!("{last} came before it, and days never go back");
            return Err(self.contradiction(event.as_str(), event.on().to_string(), problem));
        }
        if let Some(illegal) = self.state().refuses(event, &self.ladder) {
            return Err(self.illegal(event, illegal));
        }
        self.events.push(event);
        Ok(())
    }

    /// The same by value, for building a record.
    ///
    /// # Errors
    /// As [`apply`](Self::apply).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5))
    ///     .with_event(DisputeEvent::Formal { stage: 1, on: day(11) })?
    ///     .with_event(DisputeEvent::Resolved(day(15)))?;
    /// assert_eq!(dispute.events().len(), 2);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn with_event(mut self, event: DisputeEvent) -> Result<Self> {
        self.apply(event)?;
        Ok(self)
    }

    /// With the authority's ladder of formal stages, as it was when the dispute ran.
    ///
    /// # Errors
    /// [`Error::is_contradiction`] if the dispute has been at a stage that the ladder lacks.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme, Ladder};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let mut dispute = Dispute::raised("D-3", DisputeTheme::Placement, day)
    ///     .with_ladder(Ladder::new(["team manager", "director"]))?;
    /// assert!(dispute.apply(DisputeEvent::Formal { stage: 3, on: day }).is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn with_ladder(mut self, ladder: Ladder) -> Result<Self> {
        let missing = self.events.iter().find(
            |event| matches!(event, DisputeEvent::Formal { stage, .. } if !ladder.has(*stage)),
        );
        if let Some(event) = missing {
            return Err(self.illegal(*event, Illegal::NoSuchStage));
        }
        self.ladder = ladder;
        Ok(self)
    }

    /// With whether and when the informal attempt was put on the child's file.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeTheme, Done};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day)
    ///     .with_note_on_file(Done::On(day));
    /// assert_eq!(dispute.note_on_file(), Done::On(day));
    /// ```
    #[must_use]
    pub const fn with_note_on_file(mut self, note: Done) -> Self {
        self.note_on_file = note;
        self
    }

    /// With the reason why it was not first tried informally.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeTheme};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Safeguarding, day)
    ///     .with_no_informal_attempt("the child was at risk that night");
    /// assert!(dispute.no_informal_attempt().is_some());
    /// ```
    #[must_use]
    pub fn with_no_informal_attempt(mut self, reason: impl Into<String>) -> Self {
        self.no_informal_attempt = Some(reason.into());
        self
    }

    /// With the test for a referral to Cafcass as the IRO put it on a day, in its place by that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{CafcassTest, Dispute, DisputeTheme};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day)
    ///     .with_cafcass_test(CafcassTest::new(day));
    /// assert_eq!(dispute.cafcass_tests().len(), 1);
    /// ```
    #[must_use]
    pub fn with_cafcass_test(mut self, test: CafcassTest) -> Self {
        let place = self.cafcass_tests.partition_point(|before| before.on() <= test.on());
        self.cafcass_tests.insert(place, test);
        self
    }

    /// With the last day up to which its events are recorded, where what came later is not known.
    /// Without it every event is in the record.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeTheme};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let dispute =
    ///     Dispute::raised("D-3", DisputeTheme::Placement, day(5)).with_recorded_to(day(8));
    /// assert!(dispute.is_recorded_on(day(8)) && !dispute.is_recorded_on(day(9)));
    /// ```
    #[must_use]
    pub const fn with_recorded_to(mut self, day: NaiveDate) -> Self {
        self.recorded_to = Some(day);
        self
    }

    /// The caller's own identifier.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).id(), "D-3");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it is about.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Health, day);
    /// assert_eq!(dispute.theme(), &DisputeTheme::Health);
    /// ```
    #[must_use]
    pub const fn theme(&self) -> &DisputeTheme {
        &self.theme
    }

    /// The day it was raised.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).raised_on(), day);
    /// ```
    #[must_use]
    pub const fn raised_on(&self) -> NaiveDate {
        self.raised_on
    }

    /// The authority's ladder of formal stages; empty where it is not known.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert!(Dispute::raised("D-3", DisputeTheme::Health, day).ladder().is_empty());
    /// ```
    #[must_use]
    pub const fn ladder(&self) -> &Ladder {
        &self.ladder
    }

    /// Everything that happened in it, in order.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert!(Dispute::raised("D-3", DisputeTheme::Health, day).events().is_empty());
    /// ```
    #[must_use]
    pub fn events(&self) -> &[DisputeEvent] {
        &self.events
    }

    /// Whether and when the informal attempt was put on the child's file.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme, Done};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// let dispute = Dispute::raised("D-3", DisputeTheme::Health, day);
    /// assert_eq!(dispute.note_on_file(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn note_on_file(&self) -> Done {
        self.note_on_file
    }

    /// Why it was not first tried informally, in the caller's words. It is never shown by `Debug`, in
    /// errors or in findings.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).no_informal_attempt(), None);
    /// ```
    #[must_use]
    pub fn no_informal_attempt(&self) -> Option<&str> {
        self.no_informal_attempt.as_deref()
    }

    /// The tests for a referral to Cafcass, by day.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert!(Dispute::raised("D-3", DisputeTheme::Health, day).cafcass_tests().is_empty());
    /// ```
    #[must_use]
    pub fn cafcass_tests(&self) -> &[CafcassTest] {
        &self.cafcass_tests
    }

    /// The last day up to which its events are recorded, where what came later is not known.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeTheme};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// assert_eq!(Dispute::raised("D-3", DisputeTheme::Health, day).recorded_to(), None);
    /// ```
    #[must_use]
    pub const fn recorded_to(&self) -> Option<NaiveDate> {
        self.recorded_to
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
        self.recorded_to.is_none_or(|to| day <= to) || !self.state().is_open()
    }

    fn contradiction(&self, field: &'static str, value: String, problem: String) -> Error {
        Kind::Contradiction { record: format!("dispute {}", self.id), field, value, problem }.into()
    }

    fn illegal(&self, event: DisputeEvent, illegal: Illegal) -> Error {
        let (field, value) = match event {
            DisputeEvent::Formal { stage, .. } => ("stage", stage.to_string()),
            event => (event.as_str(), event.on().to_string()),
        };
        self.contradiction(field, value, illegal.to_string())
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        let add = |problems: &mut Problems<'_>, field, value: String, problem: &str| {
            problems.push(self.contradiction(field, value, problem.to_owned()));
        };
        if let Some(note) = self.note_on_file.on() {
            if note < self.raised_on {
                let problem = "before the dispute was raised";
                add(problems, "note on file", note.to_string(), problem);
            }
            if self.no_informal_attempt.is_some() {
                let problem = "there was no informal attempt to put on file";
                add(problems, "note on file", note.to_string(), problem);
            }
        }
        if self.no_informal_attempt.is_some() && self.formal_start().is_none() {
            if let Some(end) = self.ended_on() {
                let problem = "settled informally, and yet without an informal attempt";
                add(problems, "resolved", end.to_string(), problem);
            }
        }
        for (test, before) in self
            .cafcass_tests
            .iter()
            .zip(core::iter::once(None).chain(self.cafcass_tests.iter().map(Some)))
        {
            if test.on() < self.raised_on {
                let problem = "before the dispute was raised";
                add(problems, "Cafcass test on", test.on().to_string(), problem);
            }
            if before.is_some_and(|before| before.on() == test.on()) {
                let problem = "the test stands twice on that day";
                add(problems, "Cafcass test on", test.on().to_string(), problem);
            }
            if let Some((field, value, problem)) = test.problem() {
                add(problems, field, value, problem);
            }
        }
        let last = self.events.last().map_or(self.raised_on, |event| event.on());
        if let Some(to) = self.recorded_to.filter(|to| *to < last) {
            let problem = "an event of a later day is recorded";
            add(problems, "recorded to", to.to_string(), problem);
        }
    }
}

/// Where it stands, and the way there.
impl Dispute {
    /// What had happened by the end of a day.
    fn by(&self, day: NaiveDate) -> impl DoubleEndedIterator<Item = DisputeEvent> + '_ {
        let count = self.events.partition_point(|event| event.on() <= day);
        self.events.iter().take(count).copied()
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
        let mut back = self.events.iter().rev();
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
        (day >= self.raised_on).then(|| {
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
        self.events.iter().enumerate().filter_map(|(at, event)| {
            let DisputeEvent::Formal { stage: number, on: began } = *event else { return None };
            let later = || self.events.iter().skip(at).skip(1).copied();
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
        self.events.last().filter(|event| event.is_end()).map(|event| event.on())
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
        let days = self.resolved_on()?.signed_duration_since(self.raised_on).num_days();
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

    fn first(&self, is: impl Fn(&DisputeEvent) -> bool) -> Option<NaiveDate> {
        self.events.iter().find(|event| is(event)).map(|event| event.on())
    }
}

// The reason is free text; the theme and the ladder look after themselves.
impl core::fmt::Debug for Dispute {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Dispute")
            .field("id", &self.id)
            .field("theme", &self.theme)
            .field("raised_on", &self.raised_on)
            .field("events", &self.events)
            .field("note_on_file", &self.note_on_file)
            .field("cafcass_tests", &self.cafcass_tests)
            .field("recorded_to", &self.recorded_to)
            .finish_non_exhaustive()
    }
}

/// As it is read: the events are then replayed one by one.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename = "Dispute", transform = crate::schema::plain)
)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    id: String,
    theme: DisputeTheme,
    raised_on: NaiveDate,
    #[serde(default)]
    ladder: Ladder,
    #[serde(default)]
    events: Vec<DisputeEvent>,
    #[serde(default)]
    note_on_file: Done,
    #[serde(default)]
    no_informal_attempt: Option<String>,
    #[serde(default)]
    cafcass_tests: Vec<CafcassTest>,
    #[serde(default)]
    recorded_to: Option<NaiveDate>,
}

#[cfg(feature = "serde")]
impl TryFrom<Unchecked> for Dispute {
    type Error = Error;

    fn try_from(input: Unchecked) -> Result<Self> {
        let mut dispute =
            Self::raised(input.id, input.theme, input.raised_on).with_ladder(input.ladder)?;
        input.events.into_iter().try_for_each(|event| dispute.apply(event))?;
        dispute.note_on_file = input.note_on_file;
        dispute.no_informal_attempt = input.no_informal_attempt;
        dispute.recorded_to = input.recorded_to;
        Ok(input.cafcass_tests.into_iter().fold(dispute, Self::with_cafcass_test))
    }
}
