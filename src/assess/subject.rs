//! Whom and what a finding is about.

use chrono::NaiveDate;
use core::fmt;

/// Whom and what a finding is about: the caller's own identifier, and the period, review, placement or
/// other thing that the duty belongs to.
///
/// Together with the rule it is the finding's identity, which stays the same when other things are entered, in any
/// order. So a link of a chain, such as a visit, is told from the others by the [day](Self::clock) that it runs from.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::{Of, Subject};
///
/// let held_on = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
/// let subject = Subject::new("C-1017", Of::Review(held_on));
/// assert_eq!(subject.to_string(), "C-1017, review of 27 March 2026");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject<'r> {
    id: &'r str,
    of: Of<'r>,
    kind: Option<&'static str>,
    item: Option<&'r str>,
    clock: Option<NaiveDate>,
    occurrence: u32,
}

/// What of a child, or of the service, a duty belongs to.
///
/// ```
/// use iro_handbook::assess::Of;
///
/// assert_eq!(Of::Dispute("D-3").to_string(), "dispute D-3");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Of<'r> {
    /// The child as such.
    Child,
    /// The period of care that began on this day.
    PeriodOfCare(NaiveDate),
    /// The review held on this day.
    Review(NaiveDate),
    /// A decision of the review held on this day, by its number in the review's list, from 1.
    Decision(NaiveDate, u32),
    /// A decision of the review held on this day, by the caller's identifier of the decision.
    NamedDecision(NaiveDate, &'r str),
    /// A Schedule 7 consideration at the review held on this day, by its number.
    Consideration(NaiveDate, u32),
    /// The placement that started on this day.
    Placement(NaiveDate),
    /// Accommodation that does not end without a review, from this day.
    Accommodation(NaiveDate),
    /// Something that happened on this day.
    Event(NaiveDate),
    /// A series of short breaks that started on this day.
    ShortBreaks(NaiveDate),
    /// The appointment of an officer from this day.
    Appointment(&'r str, NaiveDate),
    /// An officer.
    Officer(&'r str),
    /// A relative of the child, by the caller's identifier of the relative.
    Relative(&'r str),
    /// A dispute.
    Dispute(&'r str),
    /// A formal stage of a dispute, from 1.
    Stage(&'r str, u32),
    /// A child protection conference, by its day.
    Conference(NaiveDate),
    /// A child protection plan, by its start.
    ProtectionPlan(NaiveDate),
}

impl<'r> Subject<'r> {
    /// Of a child or an officer, by the caller's own identifier.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).id(), "C-1017");
    /// ```
    #[must_use]
    pub const fn new(id: &'r str, of: Of<'r>) -> Self {
        Self { id, of, kind: None, item: None, clock: None, occurrence: 0 }
    }

    /// The same, of the thing of this kind, by its word in JSON: of two events of one day, the one that was a
    /// complaint.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).with_kind("complaint").kind(), Some("complaint"));
    /// ```
    #[must_use]
    pub const fn with_kind(mut self, kind: &'static str) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The same, of the thing with this identifier of the caller's own: of two complaints of one day, the one
    /// that the caller calls E-7.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).with_item("E-7").item(), Some("E-7"));
    /// ```
    #[must_use]
    pub const fn with_item(mut self, id: &'r str) -> Self {
        self.item = Some(id);
        self
    }

    /// The same, of the duty whose clock started on this day: of the links of a chain, the one that runs from
    /// the visit or review of that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 4, 10).unwrap();
    /// assert_eq!(Subject::new("C-1017", Of::Child).with_clock(day).clock(), Some(day));
    /// ```
    #[must_use]
    pub const fn with_clock(mut self, started: NaiveDate) -> Self {
        self.clock = Some(started);
        self
    }

    /// The same, the n-th from 0 of duties that are otherwise the same, such as those of two complaints of one day.
    /// They are numbered by what they say, never by the order in which they were entered.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).with_occurrence(2).occurrence(), 2);
    /// ```
    #[must_use]
    pub const fn with_occurrence(mut self, occurrence: u32) -> Self {
        self.occurrence = occurrence;
        self
    }

    #[inline(always)]
    pub(super) const fn set_of(&mut self, of: Of<'r>) {
        self.of = of;
    }

    /// The caller's own identifier.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).id(), "C-1017");
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'r str {
        self.id
    }

    /// What the duty belongs to.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).of(), Of::Child);
    /// ```
    #[must_use]
    pub const fn of(&self) -> Of<'r> {
        self.of
    }

    /// The kind of thing, where there may be others of the same day.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).kind(), None);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> Option<&'static str> {
        self.kind
    }

    /// The caller's own identifier of the thing, where it gave one.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).item(), None);
    /// ```
    #[must_use]
    pub const fn item(&self) -> Option<&'r str> {
        self.item
    }

    /// The day on which the clock of the duty started, where it is one of a chain.
    ///
    /// Where that day is known only between bounds, the day from which the later one is counted: of a review, the
    /// day before the first of which the records tell.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).clock(), None);
    /// ```
    #[must_use]
    pub const fn clock(&self) -> Option<NaiveDate> {
        self.clock
    }

    /// Which of those that are otherwise the same, from 0.
    ///
    /// ```
    /// use iro_handbook::assess::{Of, Subject};
    ///
    /// assert_eq!(Subject::new("C-1017", Of::Child).occurrence(), 0);
    /// ```
    #[must_use]
    pub const fn occurrence(&self) -> u32 {
        self.occurrence
    }
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            Of::Child => f.write_str(self.id),
            of => write!(f, "{}, {of}", self.id),
        }
    }
}

impl fmt::Display for Of<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let long = |day: &NaiveDate| day.format("%-d %B %Y").to_string();
        match self {
            Self::Child => f.write_str("child"),
            Self::PeriodOfCare(began) => write!(f, "period of care from {}", long(began)),
            Self::Review(on) => write!(f, "review of {}", long(on)),
            Self::Decision(on, number) => {
                write!(f, "decision {number} of the review of {}", long(on))
            }
            Self::NamedDecision(on, id) => {
                write!(f, "decision {id} of the review of {}", long(on))
            }
            Self::Consideration(on, number) => {
                write!(f, "consideration {number} at the review of {}", long(on))
            }
            Self::Placement(from) => write!(f, "placement from {}", long(from)),
            Self::Accommodation(from) => write!(f, "accommodation from {}", long(from)),
            Self::Event(on) => write!(f, "event of {}", long(on)),
            Self::ShortBreaks(from) => write!(f, "short breaks from {}", long(from)),
            Self::Appointment(officer, from) => {
                write!(f, "appointment of {officer} from {}", long(from))
            }
            Self::Officer(officer) => write!(f, "officer {officer}"),
            Self::Relative(relative) => write!(f, "relative {relative}"),
            Self::Dispute(dispute) => write!(f, "dispute {dispute}"),
            Self::Stage(dispute, stage) => write!(f, "dispute {dispute}, stage {stage}"),
            Self::Conference(on) => write!(f, "conference of {}", long(on)),
            Self::ProtectionPlan(began) => write!(f, "protection plan from {}", long(began)),
        }
    }
}

/// Numbers what is handed in one after another by those that are otherwise the same, which stand side by side.
#[derive(Default)]
pub(super) struct Numbers<'r> {
    before: Option<Subject<'r>>,
    number: u32,
}

impl<'r> Numbers<'r> {
    /// The subject, of the thing with this identifier if it has one, and with its number.
    pub(super) fn of(&mut self, subject: Subject<'r>, item: Option<&'r str>) -> Subject<'r> {
        let subject = Subject { item, ..subject };
        let same = self.before.replace(subject) == Some(subject);
        self.number = if same { self.number.saturating_add(1) } else { 0 };
        subject.with_occurrence(self.number)
    }
}

/// The parts of a finding's key: ASCII words and days, and identifiers with `/` and `%` escaped.
pub(super) struct KeyOf<'r>(pub(super) Subject<'r>);

impl fmt::Display for KeyOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Subject { id, of, kind, item, clock, occurrence } = self.0;
        write!(f, "{}/", Escaped(id))?;
        match of {
            Of::Child => f.write_str("child"),
            Of::PeriodOfCare(began) => write!(f, "care/{began}"),
            Of::Review(on) => write!(f, "review/{on}"),
            Of::Decision(on, number) => write!(f, "review/{on}/decision/{number}"),
            Of::NamedDecision(on, id) => write!(f, "review/{on}/decision/id/{}", Escaped(id)),
            Of::Consideration(on, number) => write!(f, "review/{on}/consideration/{number}"),
            Of::Placement(from) => write!(f, "placement/{from}"),
            Of::Accommodation(from) => write!(f, "accommodation/{from}"),
            Of::Event(on) => write!(f, "event/{on}"),
            Of::ShortBreaks(from) => write!(f, "short-breaks/{from}"),
            Of::Appointment(officer, from) => {
                write!(f, "appointment/{}/{from}", Escaped(officer))
            }
            Of::Officer(officer) => write!(f, "officer/{}", Escaped(officer)),
            Of::Relative(relative) => write!(f, "relative/{}", Escaped(relative)),
            Of::Dispute(dispute) => write!(f, "dispute/{}", Escaped(dispute)),
            Of::Stage(dispute, stage) => write!(f, "dispute/{}/stage/{stage}", Escaped(dispute)),
            Of::Conference(on) => write!(f, "conference/{on}"),
            Of::ProtectionPlan(began) => write!(f, "protection-plan/{began}"),
        }?;
        if let Some(kind) = kind {
            write!(f, "/{kind}")?;
        }
        if let Some(item) = item {
            write!(f, "/id/{}", Escaped(item))?;
        }
        if let Some(started) = clock {
            write!(f, "/from/{started}")?;
        }
        write!(f, "/{occurrence}")
    }
}

struct Escaped<'r>(&'r str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '/' => f.write_str("%2F"),
            '%' => f.write_str("%25"),
            c => write!(f, "{c}"),
        })
    }
}
