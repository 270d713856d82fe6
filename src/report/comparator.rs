//! What a figure is compared with, and what may be said of it.

use super::{Change, Measure, Rate};
use crate::assess::Policy;
use crate::error::{Kind, Result};
use crate::law::RuleId;
use core::cmp::Ordering;
use core::fmt;

/// Which way a target is met.
///
/// ```
/// assert_eq!(iro_handbook::report::Direction::AtLeast.to_string(), "at least");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub enum Direction {
    /// By the target or more.
    AtLeast,
    /// By the target or less.
    AtMost,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
        })
    }
}

/// Whose value a figure is compared with.
///
/// ```
/// use iro_handbook::report::{Basis, Direction};
///
/// assert_eq!(Basis::England.to_string(), "England");
/// assert_eq!(Basis::Region("the North West".into()).to_string(), "the North West");
/// assert_eq!(Basis::Target(Direction::AtMost).to_string(), "target (at most)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub enum Basis {
    /// What the service set itself, and which way it is met.
    Target(Direction),
    /// The same service a year before.
    PreviousYear,
    /// England as a whole.
    England,
    /// A region, by the name it goes by in a sentence.
    Region(String),
    /// The authorities most like this one.
    StatisticalNeighbours,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Target(direction) => write!(f, "target ({direction})"),
            Self::PreviousYear => f.write_str("the previous year"),
            Self::England => f.write_str("England"),
            Self::Region(name) => f.write_str(name),
            Self::StatisticalNeighbours => f.write_str("statistical neighbours"),
        }
    }
}

/// A value beside which a figure is set: of any unit, but of the figure's own.
///
/// ```
/// use iro_handbook::report::{Comparator, Direction, PublishedPercentage, Rate, Standing};
///
/// let target = Comparator::target(Direction::AtLeast, "97".parse::<PublishedPercentage>()?);
/// let comparison = target.compare(Rate::new(99, 100))?;
/// assert_eq!(comparison.to_string(), "met by 2 percentage points");
/// assert_eq!(comparison.standing(), Standing::Met);
///
/// let england = Comparator::england(Rate::new(90, 100)).compare(Rate::new(99, 100))?;
/// assert_eq!(england.to_string(), "9 percentage points above England");
/// assert_eq!(england.standing(), Standing::None);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "Form", into = "Form")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct Comparator {
    basis: Basis,
    value: Measure,
}

impl Comparator {
    /// Any of them.
    ///
    /// # Errors
    ///
    /// [`is_unknown_code`](crate::Error::is_unknown_code) where a region has no name.
    ///
    /// ```
    /// use iro_handbook::report::{Basis, Comparator, Measure};
    ///
    /// assert!(Comparator::new(Basis::England, Measure::Count(3)).is_ok());
    /// assert!(Comparator::new(Basis::Region(" ".into()), Measure::Count(3)).is_err());
    /// ```
    pub fn new(basis: Basis, value: impl Into<Measure>) -> Result<Self> {
        match basis {
            Basis::Region(name) if name.trim().is_empty() => {
                let known = "the names of regions";
                Err(Kind::UnknownCode { field: "region", value: name, known }.into())
            }
            basis => Ok(Self { basis, value: value.into() }),
        }
    }

    /// A target, and which way it is met.
    ///
    /// ```
    /// use iro_handbook::report::{Comparator, Direction, Measure, Standing};
    ///
    /// let target = Comparator::target(Direction::AtMost, Measure::Count(5));
    /// assert_eq!(target.compare(Measure::Count(4))?.standing(), Standing::Met);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn target(direction: Direction, value: impl Into<Measure>) -> Self {
        Self { basis: Basis::Target(direction), value: value.into() }
    }

    /// The target that an authority's policy sets for a rule, where it sets one: at least so many of its duties
    /// in time.
    ///
    /// ```
    /// use iro_handbook::assess::Policy;
    /// use iro_handbook::law::RuleId;
    /// use iro_handbook::report::{Comparator, Rate, Standing};
    ///
    /// let policy = Policy::default().with_target(RuleId::RecordDistributed, 95)?;
    /// let target = Comparator::of_policy(&policy, RuleId::RecordDistributed).unwrap();
    /// assert_eq!(target.compare(Rate::new(19, 20))?.standing(), Standing::Met);
    /// assert_eq!(target.compare(Rate::new(18, 20))?.standing(), Standing::Missed);
    /// assert!(Comparator::of_policy(&policy, RuleId::FirstReview).is_none());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of_policy(policy: &Policy, rule: RuleId) -> Option<Self> {
        let target = policy.target(rule)?;
        Some(Self::target(Direction::AtLeast, Rate::new(target.into(), 100)))
    }

    /// The same service a year before.
    ///
    /// ```
    /// use iro_handbook::report::{Comparator, Measure};
    ///
    /// let comparison = Comparator::previous_year(Measure::Count(5)).compare(Measure::Count(4))?;
    /// assert_eq!(comparison.to_string(), "1 below the previous year");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn previous_year(value: impl Into<Measure>) -> Self {
        Self { basis: Basis::PreviousYear, value: value.into() }
    }

    /// England as a whole.
    ///
    /// ```
    /// use iro_handbook::report::{Comparator, Measure, PerHead};
    ///
    /// let england = Comparator::england("70".parse::<PerHead>()?);
    /// let comparison = england.compare("82.5".parse::<PerHead>()?)?;
    /// assert_eq!(comparison.to_string(), "12.5 above England");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn england(value: impl Into<Measure>) -> Self {
        Self { basis: Basis::England, value: value.into() }
    }

    /// The authorities most like this one.
    ///
    /// ```
    /// use iro_handbook::report::{Comparator, Rate};
    ///
    /// let neighbours = Comparator::statistical_neighbours(Rate::new(9, 10));
    /// let comparison = neighbours.compare(Rate::new(90, 100))?;
    /// assert_eq!(comparison.to_string(), "the same as statistical neighbours");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn statistical_neighbours(value: impl Into<Measure>) -> Self {
        Self { basis: Basis::StatisticalNeighbours, value: value.into() }
    }

    /// Whose value it is.
    ///
    /// ```
    /// # use iro_handbook::report::{Basis, Comparator, Measure};
    /// assert_eq!(Comparator::england(Measure::Count(5)).basis(), &Basis::England);
    /// ```
    #[must_use]
    pub const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The value.
    ///
    /// ```
    /// # use iro_handbook::report::{Comparator, Measure};
    /// assert_eq!(Comparator::england(Measure::Count(5)).value(), Measure::Count(5));
    /// ```
    #[must_use]
    pub const fn value(&self) -> Measure {
        self.value
    }

    /// Sets a figure beside it.
    ///
    /// # Errors
    ///
    /// [`is_contradiction`](crate::Error::is_contradiction) where the units are unlike; the error names both.
    ///
    /// ```
    /// use iro_handbook::report::{Comparator, Measure, Rate};
    ///
    /// let england = Comparator::england(Rate::new(9, 10));
    /// assert!(england.compare(Measure::Count(9)).unwrap_err().is_contradiction());
    /// ```
    pub fn compare(&self, figure: impl Into<Measure>) -> Result<Comparison> {
        let change = Change::between(self.value, figure)?;
        Ok(Comparison { basis: self.basis.clone(), change })
    }
}

/// As it is written.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename = "Comparator", deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
struct Form {
    basis: Basis,
    value: Measure,
}

#[cfg(feature = "serde")]
impl TryFrom<Form> for Comparator {
    type Error = crate::Error;

    fn try_from(form: Form) -> Result<Self> {
        Self::new(form.basis, form.value)
    }
}

#[cfg(feature = "serde")]
impl From<Comparator> for Form {
    fn from(comparator: Comparator) -> Self {
        Self { basis: comparator.basis, value: comparator.value }
    }
}

/// Whether a target is met. There is no verdict without a target and its direction: that a figure is
/// higher than another does not make it better, and more disputes raised is not worse.
///
/// ```
/// assert_eq!(iro_handbook::report::Standing::Missed.to_string(), "missed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Standing {
    /// The target is met.
    Met,
    /// The target is missed.
    Missed,
    /// No verdict: no target, or not applicable.
    None,
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::None => "no verdict",
        })
    }
}

/// A figure beside a comparator: how far apart they are, in the right unit, and whether a target is met.
/// The verdict goes by the exact values, never by the rounded difference.
///
/// ```
/// use iro_handbook::report::{Comparator, Direction, PublishedPercentage, Rate};
///
/// let target = Comparator::target(Direction::AtLeast, "97".parse::<PublishedPercentage>()?);
/// let comparison = target.compare(Rate::new(191, 200))?;
/// assert_eq!(format!("{comparison:.1}"), "missed by 1.5 percentage points");
/// let comparison = target.compare(Rate::new(969, 1_000))?;
/// assert_eq!(comparison.to_string(), "missed by less than 1 percentage point");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Comparison {
    basis: Basis,
    change: Change,
}

impl Comparison {
    /// With whom it is compared.
    ///
    /// ```
    /// # use iro_handbook::report::{Basis, Comparator, Measure};
    /// let comparison = Comparator::england(Measure::Count(5)).compare(Measure::Count(9))?;
    /// assert_eq!(comparison.basis(), &Basis::England);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The difference, as a change from the comparator to the figure.
    ///
    /// ```
    /// # use iro_handbook::report::{Comparator, Measure};
    /// let comparison = Comparator::previous_year(Measure::Count(5)).compare(Measure::Count(9))?;
    /// assert_eq!(comparison.change().to_string(), "up 4 (80 %)");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn change(&self) -> Change {
        self.change
    }

    /// Whether a target is met; no verdict without one.
    ///
    /// ```
    /// # use iro_handbook::report::{Comparator, Direction, Measure, Standing};
    /// let target = Comparator::target(Direction::AtMost, Measure::Count(5));
    /// assert_eq!(target.compare(Measure::Count(6))?.standing(), Standing::Missed);
    /// let before = Comparator::previous_year(Measure::Count(5));
    /// assert_eq!(before.compare(Measure::Count(6))?.standing(), Standing::None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn standing(&self) -> Standing {
        let missed = match &self.basis {
            Basis::Target(Direction::AtLeast) => Ordering::Less,
            Basis::Target(Direction::AtMost) => Ordering::Greater,
            _ => return Standing::None,
        };
        match self.change.direction() {
            None => Standing::None,
            Some(direction) if direction == missed => Standing::Missed,
            Some(_) => Standing::Met,
        }
    }
}

impl fmt::Display for Comparison {
    /// With as many decimals as the precision asks for, or else as the values were printed with.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(direction) = self.change.direction() else {
            return f.write_str("not applicable");
        };
        let far = self.change.distance(super::rate::asked(f));
        let basis = &self.basis;
        match (self.standing(), direction) {
            (Standing::None, Ordering::Equal) => write!(f, "the same as {basis}"),
            (Standing::None, Ordering::Greater) => write!(f, "{far} above {basis}"),
            (Standing::None, Ordering::Less) => write!(f, "{far} below {basis}"),
            (standing, Ordering::Equal) => write!(f, "{standing} exactly"),
            (standing, _) => write!(f, "{standing} by {far}"),
        }
    }
}
