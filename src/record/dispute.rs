//! One dispute, from the informal attempt to its end.

use super::dispute_state::Illegal;
use super::{CafcassTest, DisputeEvent, DisputeTheme, Done, Ladder, Problems};
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
            let first = self.referred_to_cafcass();
            if test.referred_already() == Some(true) && first.is_none_or(|on| on >= test.on()) {
                let problem = "referred already, and yet no earlier day has a referral";
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
    #[serde(deserialize_with = "crate::record::day::read")]
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
    #[serde(default, deserialize_with = "crate::record::day::read")]
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
        dispute.cafcass_tests = input.cafcass_tests;
        dispute.cafcass_tests.sort_by_key(CafcassTest::on);
        Ok(dispute)
    }
}
