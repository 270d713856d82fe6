//! Who was the child's IRO when, and what is known of it.

use super::dated::{self, Dated};
use super::{CarePeriod, CareRecord, Done, Problems};
use chrono::NaiveDate;
use core::fmt;

/// How a case was handed over when the IRO changed.
///
/// ```
/// use iro_handbook::record::Handover;
///
/// assert_eq!(Handover::default(), Handover::NotRecorded);
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Handover {
    /// The records do not say.
    #[default]
    NotRecorded,
    /// The two IROs met over it.
    InPerson,
    /// On paper only, or not at all.
    NotInPerson,
    /// The IRO before could not hand over, for this reason in the caller's words: gone on the spot,
    /// long ill, dead.
    NotPossible(String),
}

// The reason is the caller's free text.
impl fmt::Debug for Handover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRecorded => "NotRecorded",
            Self::InPerson => "InPerson",
            Self::NotInPerson => "NotInPerson",
            Self::NotPossible(_) => "NotPossible(..)",
        })
    }
}

/// The time for which one officer is the child's IRO (Children Act 1989, section 25A).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Appointment, Handover};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let appointment = Appointment::new("I-3", day(3, 4))
///     .with_named(day(3, 5))
///     .with_met_child(day(3, 20))
///     .with_to(day(9, 30))
///     .with_handover(Handover::InPerson);
/// assert_eq!(appointment.officer(), "I-3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Appointment {
    officer: String,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    from: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    to: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    named: Done,
    #[cfg_attr(feature = "serde", serde(default))]
    met_child: Done,
    #[cfg_attr(feature = "serde", serde(default))]
    handover: Handover,
}

impl Dated for Appointment {
    fn day(&self) -> NaiveDate {
        self.from
    }
}

impl Appointment {
    /// An officer, by the caller's own identifier and never a name, who is the child's IRO from a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Appointment;
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).to(), None, "still in post");
    /// ```
    #[must_use]
    pub fn new(officer: impl Into<String>, from: NaiveDate) -> Self {
        Self {
            officer: officer.into(),
            from,
            to: None,
            named: Done::NotRecorded,
            met_child: Done::NotRecorded,
            handover: Handover::NotRecorded,
        }
    }

    /// With the last day of the appointment. The next IRO may begin on that day; on it the next one is
    /// the child's IRO.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Appointment;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// assert_eq!(Appointment::new("I-3", day(4)).with_to(day(30)).to(), Some(day(30)));
    /// ```
    #[must_use]
    pub const fn with_to(mut self, to: NaiveDate) -> Self {
        self.to = Some(to);
        self
    }

    /// With whether, and on which day, the child was told who the IRO is.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, Done};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).with_named(Done::No).named(), Done::No);
    /// ```
    #[must_use]
    pub fn with_named(mut self, named: impl Into<Done>) -> Self {
        self.named = named.into();
        self
    }

    /// With whether, and on which day first, the IRO met the child.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, Done};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let appointment = Appointment::new("I-3", day(4)).with_met_child(day(20));
    /// assert_eq!(appointment.met_child(), Done::On(day(20)));
    /// ```
    #[must_use]
    pub fn with_met_child(mut self, met_child: impl Into<Done>) -> Self {
        self.met_child = met_child.into();
        self
    }

    /// With how the IRO before handed over to this one.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, Handover};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// let appointment = Appointment::new("I-3", from).with_handover(Handover::NotInPerson);
    /// assert_eq!(appointment.handover(), &Handover::NotInPerson);
    /// ```
    #[must_use]
    pub fn with_handover(mut self, handover: Handover) -> Self {
        self.handover = handover;
        self
    }

    /// The officer, by the caller's own identifier.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Appointment;
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).officer(), "I-3");
    /// ```
    #[must_use]
    pub fn officer(&self) -> &str {
        &self.officer
    }

    /// The first day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Appointment;
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).from(), from);
    /// ```
    #[must_use]
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// The last day, where it has ended.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Appointment;
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).to(), None);
    /// ```
    #[must_use]
    pub const fn to(&self) -> Option<NaiveDate> {
        self.to
    }

    /// Whether, and on which day, the child was told who the IRO is.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, Done};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).named(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn named(&self) -> Done {
        self.named
    }

    /// Whether, and on which day first, the IRO met the child.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, Done};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).met_child(), Done::NotRecorded);
    /// ```
    #[must_use]
    pub const fn met_child(&self) -> Done {
        self.met_child
    }

    /// How the IRO before handed over to this one.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, Handover};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(Appointment::new("I-3", from).handover(), &Handover::NotRecorded);
    /// ```
    #[must_use]
    pub const fn handover(&self) -> &Handover {
        &self.handover
    }

    /// Whether it runs on a day, its first and last day included.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::Appointment;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let appointment = Appointment::new("I-3", day(4)).with_to(day(30));
    /// assert!(appointment.runs_on(day(30)) && !appointment.runs_on(day(31)));
    /// ```
    #[must_use]
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Who was the child's IRO when, and what is known of it.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Appointment, IroHistory};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let iro = IroHistory::none()
///     .with_appointment(Appointment::new("I-8", day(9, 30)))
///     .with_appointment(Appointment::new("I-3", day(3, 4)).with_to(day(9, 30)));
/// assert_eq!(iro.on(day(9, 29)).unwrap().officer(), "I-3");
/// assert_eq!(iro.on(day(9, 30)).unwrap().officer(), "I-8");
/// assert_eq!(iro.changes().count(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct IroHistory {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    appointments: Option<Vec<Appointment>>,
}

impl IroHistory {
    /// It is recorded that nobody has been appointed. That nothing is recorded is
    /// [`IroHistory::default`].
    ///
    /// ```
    /// use iro_handbook::record::IroHistory;
    ///
    /// assert_eq!(IroHistory::none().appointments(), Some(&[][..]));
    /// assert_eq!(IroHistory::default().appointments(), None);
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Self { appointments: Some(Vec::new()) }
    }

    /// With one more appointment, put in its place by its first day. Those given are all there were.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, IroHistory};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// let iro = IroHistory::default().with_appointment(Appointment::new("I-3", from));
    /// assert_eq!(iro.appointments().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_appointment(mut self, appointment: Appointment) -> Self {
        self.appointments = dated::with(self.appointments, appointment);
        self
    }

    /// The appointments by their first day; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::IroHistory::default().appointments(), None);
    /// ```
    #[must_use]
    pub fn appointments(&self) -> Option<&[Appointment]> {
        self.appointments.as_deref()
    }

    /// The appointment that runs on a day; where one ends and the next begins on it, the next.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::IroHistory;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// assert_eq!(IroHistory::none().on(day), None);
    /// ```
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&Appointment> {
        self.each().rev().find(|appointment| appointment.runs_on(day))
    }

    /// Every change of IRO, as the appointment before it and the one after. The same officer appointed
    /// again is no change.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Appointment, IroHistory};
    ///
    /// let day = |m| NaiveDate::from_ymd_opt(2026, m, 1).unwrap();
    /// let iro = IroHistory::none()
    ///     .with_appointment(Appointment::new("I-3", day(3)).with_to(day(5)))
    ///     .with_appointment(Appointment::new("I-3", day(6)).with_to(day(8)))
    ///     .with_appointment(Appointment::new("I-8", day(8)));
    /// let changes: Vec<_> = iro.changes().map(|(_, after)| after.officer()).collect();
    /// assert_eq!(changes, ["I-8"]);
    /// ```
    pub fn changes(&self) -> impl Iterator<Item = (&Appointment, &Appointment)> {
        self.pairs().filter(|(before, after)| before.officer != after.officer)
    }

    /// Every appointment with the one after it.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&Appointment, &Appointment)> {
        self.each().zip(self.each().skip(1))
    }

    /// Those recorded, in order.
    pub(crate) fn each(&self) -> core::slice::Iter<'_, Appointment> {
        self.appointments.as_deref().unwrap_or_default().iter()
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        let mut before: Option<&Appointment> = None;
        let mut latest: Option<NaiveDate> = None;
        for appointment in self.each() {
            let Appointment { officer, from, to, named, met_child, .. } = appointment;
            if officer.trim().is_empty() {
                problems.add("IRO appointed", from, "the officer is not named");
            }
            if let Some(to) = to.filter(|to| to < from) {
                problems.add("appointment of the IRO ended", to, "it ends before it begins");
            }
            for (field, done) in [("IRO named", named), ("IRO met the child", met_child)] {
                let Some(on) = done.on() else { continue };
                if to.is_some_and(|to| on > to) {
                    problems.add(field, on, "the appointment had ended");
                } else if on < *from {
                    problems.add(field, on, "the appointment began later");
                }
            }
            if before.is_some_and(|before| before.from == *from)
                || latest.is_some_and(|latest| latest > *from)
            {
                problems.add(
                    "IRO appointed",
                    from,
                    "the one before had not ended: two IROs at once",
                );
            }
            before = Some(appointment);
            latest = latest.max(Some(to.unwrap_or(NaiveDate::MAX)));
        }
    }
}

/// Every change of IRO within one period of care.
pub(crate) fn changes_in_care(
    record: &CareRecord,
) -> impl Iterator<Item = (&Appointment, &Appointment)> {
    record.iro().changes().filter(|(before, after)| {
        let both_in = |care: &CarePeriod| {
            care.began() <= after.from
                && care.ended().is_none_or(|ended| after.from <= ended)
                && before.to.is_none_or(|to| to >= care.began())
        };
        record.periods_of_care().iter().any(both_in)
    })
}
