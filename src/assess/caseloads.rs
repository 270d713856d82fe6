//! Children to a full-time IRO, against the range of the guidance.

use crate::error::{Kind, Result};
use crate::law::{Limit, RuleId};
use crate::record::{CareRecord, Fte, ServiceRecord, looked_after_on};
use chrono::NaiveDate;
use core::cmp::Ordering;
use core::fmt;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// Where a caseload lies: it is a range and not a cap (IRO Handbook, paragraph 7.15).
///
/// ```
/// use iro_handbook::assess::RangePosition;
///
/// assert_eq!(RangePosition::Within.to_string(), "within");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RangePosition {
    /// Fewer children than the lower end.
    Below,
    /// At either end or between them.
    Within,
    /// More children than the upper end.
    Above,
}

impl fmt::Display for RangePosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Below => "below",
            Self::Within => "within",
            Self::Above => "above",
        })
    }
}

/// So many children to so much of a full-time post, beside the range of the guidance. The quotient is
/// never stored: it is compared exactly, and rounded once when it is printed.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::{Caseload, RangePosition};
/// use iro_handbook::record::Fte;
///
/// let day = NaiveDate::from_ymd_opt(2021, 3, 31).unwrap();
/// let caseload = Caseload::new(82, Fte::FULL_TIME, day).unwrap();
/// assert_eq!(caseload.position(), RangePosition::Above);
/// assert_eq!(caseload.outside_by(0).to_string(), "12");
/// assert_eq!(caseload.percent_outside(1).to_string(), "17.1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Caseload {
    children: u32,
    fte: Fte,
    from: u32,
    to: u32,
}

impl Caseload {
    /// So many children to so much of a full-time post, beside the range of a day; none where there was
    /// no range yet.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::Caseload;
    /// use iro_handbook::record::Fte;
    ///
    /// let day = |y| NaiveDate::from_ymd_opt(y, 3, 31).unwrap();
    /// assert!(Caseload::new(65, Fte::FULL_TIME, day(2026)).is_some());
    /// assert!(Caseload::new(65, Fte::FULL_TIME, day(2010)).is_none());
    /// ```
    #[must_use]
    pub fn new(children: u32, fte: Fte, day: NaiveDate) -> Option<Self> {
        match RuleId::IroCaseload.rule().term_on(day)?.limit() {
            Limit::Range { from, to } => Some(Self { children, fte, from, to }),
            _ => None,
        }
    }

    /// Of a whole service: all children to all posts; none where one of the two is not recorded of an
    /// officer in post.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::Caseload;
    /// use iro_handbook::record::{Allocated, Fte, Officer, ServiceRecord};
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let officer = |id, children| {
    ///     Officer::new(id).with_fte(Fte::FULL_TIME).with_children(Allocated::Count(children))
    /// };
    /// let service =
    ///     ServiceRecord::new("S-1").with_officer(officer("I-3", 60)).with_officer(officer("I-8", 71));
    /// let caseload = Caseload::of_service(&service, day).unwrap();
    /// assert_eq!(caseload.per_post(1).to_string(), "65.5");
    /// ```
    #[must_use]
    pub fn of_service(service: &ServiceRecord, day: NaiveDate) -> Option<Self> {
        Self::new(service.children_on(day)?, service.fte_on(day)?, day)
    }

    /// The children.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Caseload, record::Fte};
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseload::new(65, Fte::FULL_TIME, day).unwrap().children(), 65);
    /// ```
    #[must_use]
    pub const fn children(&self) -> u32 {
        self.children
    }

    /// How much of a full-time post.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Caseload, record::Fte};
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseload::new(65, Fte::FULL_TIME, day).unwrap().fte(), Fte::FULL_TIME);
    /// ```
    #[must_use]
    pub const fn fte(&self) -> Fte {
        self.fte
    }

    /// Where it lies, by exact comparison; both ends are within.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// use iro_handbook::{assess::{Caseload, RangePosition}, record::Fte};
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let position = |children| Caseload::new(children, Fte::FULL_TIME, day).unwrap().position();
    /// assert_eq!([49, 50, 70, 71].map(position), [
    ///     RangePosition::Below,
    ///     RangePosition::Within,
    ///     RangePosition::Within,
    ///     RangePosition::Above,
    /// ]);
    /// ```
    #[must_use]
    pub fn position(&self) -> RangePosition {
        let beside = |end: u32| {
            let product = |a: u32, b: Fte| u64::from(a).saturating_mul(u64::from(b.hundredths()));
            product(self.children, Fte::FULL_TIME).cmp(&product(end, self.fte))
        };
        match (beside(self.from), beside(self.to)) {
            (Ordering::Less, _) => RangePosition::Below,
            (_, Ordering::Greater) => RangePosition::Above,
            _ => RangePosition::Within,
        }
    }

    /// The children to one full-time post, with so many decimals, at most ten, halves away from zero.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Caseload, record::Fte};
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let caseload = Caseload::new(55, "0.80".parse()?, day).unwrap();
    /// assert_eq!(caseload.per_post(1).to_string(), "68.8");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn per_post(&self, decimals: u32) -> Decimal {
        rounded(self.exact(), decimals)
    }

    /// By how many children to a full-time post it lies outside the range; nought within it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Caseload, record::Fte};
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseload::new(82, Fte::FULL_TIME, day).unwrap().outside_by(0).to_string(), "12");
    /// assert_eq!(Caseload::new(45, Fte::FULL_TIME, day).unwrap().outside_by(0).to_string(), "5");
    /// ```
    #[must_use]
    pub fn outside_by(&self, decimals: u32) -> Decimal {
        rounded(self.distance(), decimals)
    }

    /// The same in per cent of the end of the range it lies beyond.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::{assess::Caseload, record::Fte};
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let caseload = Caseload::new(82, Fte::FULL_TIME, day).unwrap();
    /// assert_eq!(caseload.percent_outside(1).to_string(), "17.1");
    /// ```
    #[must_use]
    pub fn percent_outside(&self, decimals: u32) -> Decimal {
        let percent = self.distance().checked_mul(Decimal::ONE_HUNDRED);
        let percent = percent.and_then(|p| p.checked_div(Decimal::from(self.nearest_end())));
        rounded(percent.unwrap_or_default(), decimals)
    }

    fn nearest_end(&self) -> u32 {
        match self.position() {
            RangePosition::Below => self.from,
            RangePosition::Within | RangePosition::Above => self.to,
        }
    }

    /// Unrounded, but for the digits a decimal has.
    fn exact(&self) -> Decimal {
        exact(self.children, self.fte)
    }

    fn distance(&self) -> Decimal {
        if self.position() == RangePosition::Within {
            return Decimal::ZERO;
        }
        let end = Decimal::from(self.nearest_end());
        self.exact().checked_sub(end).unwrap_or_default().abs()
    }
}

fn exact(children: u32, fte: Fte) -> Decimal {
    let posts = Decimal::new(i64::from(fte.hundredths()), 2);
    Decimal::from(children).checked_div(posts).unwrap_or_default()
}

/// Children to a full-time post, whether or not there was a range to compare it with.
pub(crate) fn per_post(children: u32, fte: Fte, decimals: u32) -> Decimal {
    rounded(exact(children, fte), decimals)
}

fn rounded(exact: Decimal, decimals: u32) -> Decimal {
    let decimals = decimals.min(10);
    let mut value = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(decimals);
    value
}

/// With one decimal at most. A distance that would round to nought says so.
///
/// ```
/// # use chrono::NaiveDate;
/// # use iro_handbook::{assess::Caseload, record::Fte};
/// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
/// let caseload = Caseload::new(82, Fte::FULL_TIME, day).unwrap();
/// assert_eq!(
///     caseload.to_string(),
///     "82 for a full-time post (children: 82; full-time equivalent: 1.00), above the range of 50 to 70 by 12",
/// );
/// ```
impl fmt::Display for Caseload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { children, fte, from, to } = self;
        let position = self.position();
        write!(
            f,
            "{} for a full-time post (children: {children}; full-time equivalent: {fte}), \
             {position} the range of {from} to {to}",
            self.per_post(1).normalize(),
        )?;
        let by = self.outside_by(1).normalize();
        match position {
            RangePosition::Within => Ok(()),
            _ if by.is_zero() => f.write_str(" by less than 0.1"),
            _ => write!(f, " by {by}"),
        }
    }
}

/// Who is how many children's IRO on a day, counted from the children's records.
///
/// Add the records in any order, on any number of threads, and merge: the counts are the same.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::assess::Caseloads;
/// use iro_handbook::record::{Appointment, CarePeriod, CareRecord, IroHistory};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let child = CareRecord::new("C-1017")
///     .with_period_of_care(CarePeriod::new(day(1, 5)))
///     .with_iro(IroHistory::none().with_appointment(Appointment::new("I-3", day(1, 7))));
/// let mut caseloads = Caseloads::new(day(3, 31));
/// caseloads.add(&child)?;
/// assert_eq!(caseloads.of("I-3"), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caseloads {
    as_of: NaiveDate,
    by_officer: BTreeMap<String, u32>,
    without: u32,
    not_recorded: u32,
}

impl Caseloads {
    /// None counted yet, as of a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::assess::Caseloads;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseloads::new(day).children(), 0);
    /// ```
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of, by_officer: BTreeMap::new(), without: 0, not_recorded: 0 }
    }

    /// Counts a child, if it is looked after on the day.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction) where the record contradicts itself; then
    /// nothing is counted.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// use iro_handbook::record::CareRecord;
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let mut caseloads = Caseloads::new(day);
    /// caseloads.add(&CareRecord::new("C-1017"))?;
    /// assert_eq!(caseloads.children(), 0, "not looked after");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn add(&mut self, record: &CareRecord) -> Result<()> {
        record.check()?;
        if !looked_after_on(record, self.as_of) {
            return Ok(());
        }
        let iro = record.iro();
        let count = match (iro.appointments(), iro.on(self.as_of)) {
            (None, _) => &mut self.not_recorded,
            (Some(_), None) => &mut self.without,
            (Some(_), Some(appointment)) => match self.by_officer.get_mut(appointment.officer()) {
                Some(count) => count,
                None => self.by_officer.entry(appointment.officer().to_owned()).or_default(),
            },
        };
        *count = count.saturating_add(1);
        Ok(())
    }

    /// Both together.
    ///
    /// # Errors
    /// [`is_mismatch`](crate::Error::is_mismatch) where they are counted as of different days.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// # let day = |y| NaiveDate::from_ymd_opt(y, 3, 31).unwrap();
    /// assert!(Caseloads::new(day(2026)).merge(Caseloads::new(day(2026))).is_ok());
    /// assert!(Caseloads::new(day(2026)).merge(Caseloads::new(day(2025))).is_err());
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        if self.as_of != other.as_of {
            let (left, right) = (self.as_of.to_string(), other.as_of.to_string());
            return Err(Kind::Mismatch { what: "the day asked about", left, right }.into());
        }
        let add = |mine: &mut u32, theirs: u32| *mine = mine.saturating_add(theirs);
        for (officer, count) in other.by_officer {
            add(self.by_officer.entry(officer).or_default(), count);
        }
        add(&mut self.without, other.without);
        add(&mut self.not_recorded, other.not_recorded);
        Ok(self)
    }

    /// The day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseloads::new(day).as_of(), day);
    /// ```
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// How many children an officer has.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseloads::new(day).of("I-3"), 0);
    /// ```
    #[must_use]
    pub fn of(&self, officer: &str) -> u32 {
        self.by_officer.get(officer).copied().unwrap_or_default()
    }

    /// Every officer with a child, by identifier, and how many.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseloads::new(day).by_officer().count(), 0);
    /// ```
    pub fn by_officer(&self) -> impl Iterator<Item = (&str, u32)> {
        self.by_officer.iter().map(|(officer, count)| (officer.as_str(), *count))
    }

    /// Children who have no IRO on the day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseloads::new(day).without_iro(), 0);
    /// ```
    #[must_use]
    pub const fn without_iro(&self) -> u32 {
        self.without
    }

    /// Children of whom nobody recorded the IRO.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseloads::new(day).not_recorded(), 0);
    /// ```
    #[must_use]
    pub const fn not_recorded(&self) -> u32 {
        self.not_recorded
    }

    /// Every child looked after on the day.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// assert_eq!(Caseloads::new(day).children(), 0);
    /// ```
    #[must_use]
    pub fn children(&self) -> u32 {
        let start = self.without.saturating_add(self.not_recorded);
        self.by_officer.values().fold(start, |sum, count| sum.saturating_add(*count))
    }

    /// The service with these counts as every officer's children, in place of what it had: nought for
    /// an officer without any. An officer of the children's records whom the service does not know
    /// becomes one of its officers, of whom nothing else is recorded.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::assess::Caseloads;
    /// use iro_handbook::record::{Allocated, Officer, ServiceRecord};
    /// # let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    /// let service = ServiceRecord::new("S-1").with_officer(Officer::new("I-3"));
    /// let service = Caseloads::new(day).allocate_to(service);
    /// assert_eq!(service.officers()[0].children(), Some(&Allocated::Count(0)));
    /// ```
    #[must_use]
    pub fn allocate_to(&self, service: ServiceRecord) -> ServiceRecord {
        service.with_counts(self.by_officer())
    }
}
