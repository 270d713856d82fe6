//! A figure over the years.

use super::exact::Fraction;
use super::{Change, Measure};
use crate::calendar::CollectionYear;
use crate::error::{Kind, Result};
use core::cmp::Ordering;
use core::fmt;
use core::mem::discriminant;
use std::collections::BTreeMap;

/// One figure over any number of years, each named by the year it ends in. Years may lack; they are named.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::{Rate, Trend};
///
/// let year = CollectionYear::ending;
/// let trend = Trend::new([
///     (year(2021)?, Rate::new(99, 100)),
///     (year(2018)?, Rate::new(95, 100)),
///     (year(2020)?, Rate::new(97, 100)),
/// ])?;
/// assert_eq!(trend.to_string(), "highest of 3 years (no figure for 2018-19)");
/// assert_eq!(trend.change(year(2021)?).unwrap().to_string(), "up 2 percentage points");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "Vec<Point>", into = "Vec<Point>")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub struct Trend {
    points: BTreeMap<CollectionYear, Measure>,
}

impl Trend {
    /// From the values of years, in any order.
    ///
    /// # Errors
    ///
    /// [`is_contradiction`](crate::Error::is_contradiction) where a year is given twice, even with the same
    /// value, or where the units are unlike.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::report::{Measure, Trend};
    ///
    /// let year = CollectionYear::ending(2021)?;
    /// let twice = Trend::new([(year, Measure::Count(3)), (year, Measure::Count(4))]);
    /// assert!(twice.unwrap_err().is_contradiction());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn new<M: Into<Measure>>(
        points: impl IntoIterator<Item = (CollectionYear, M)>,
    ) -> Result<Self> {
        let mut sorted = BTreeMap::new();
        let mut twice = None;
        for (year, value) in points {
            if sorted.insert(year, value.into()).is_some() {
                // Of several the earliest is named, whatever the order they came in.
                twice = Some(twice.map_or(year, |earlier: CollectionYear| earlier.min(year)));
            }
        }
        if let Some(year) = twice {
            return Err(Kind::Contradiction {
                record: "trend".to_owned(),
                field: "year",
                value: year.to_string(),
                problem: "it is given twice".to_owned(),
            }
            .into());
        }
        let mut values = sorted.iter();
        if let Some((_, first)) = values.next() {
            if let Some((year, other)) =
                values.find(|(_, v)| discriminant(*v) != discriminant(first))
            {
                return Err(other.unlike(first, &format!("trend, {year}")));
            }
        }
        Ok(Self { points: sorted })
    }

    /// The years that are given, with their values, the earliest first.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{Measure, Trend};
    /// let trend = Trend::new([(CollectionYear::ending(2021)?, Measure::Count(3))])?;
    /// assert_eq!(trend.years().count(), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn years(&self) -> impl Iterator<Item = (CollectionYear, Measure)> {
        self.points.iter().map(|(year, value)| (*year, *value))
    }

    /// The years between the first and the last for which there is no figure: they are not given, or it
    /// is not applicable.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{Measure, Trend};
    /// let year = CollectionYear::ending;
    /// let trend = Trend::new([(year(2019)?, Measure::Count(3)), (year(2021)?, Measure::Count(4))])?;
    /// assert_eq!(trend.gaps().collect::<Vec<_>>(), [year(2020)?]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn gaps(&self) -> impl Iterator<Item = CollectionYear> {
        let last = self.points.keys().next_back().copied();
        let first = self.points.keys().next().copied();
        core::iter::successors(first, |year| year.next())
            .take_while(move |year| last.is_some_and(|last| *year <= last))
            .filter(|year| self.fraction(*year).is_none())
    }

    /// The value of a year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{Measure, Trend};
    /// let year = CollectionYear::ending(2021)?;
    /// let trend = Trend::new([(year, Measure::Count(3))])?;
    /// assert_eq!(trend.of(year), Some(Measure::Count(3)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn of(&self, year: CollectionYear) -> Option<Measure> {
        self.points.get(&year).copied()
    }

    /// The change to a year from the year before it; none where either is not given. A change over a gap
    /// is none of one year, and is not given.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{Measure, Trend};
    /// let year = CollectionYear::ending;
    /// let trend = Trend::new([(year(2020)?, Measure::Count(3)), (year(2021)?, Measure::Count(4))])?;
    /// assert_eq!(trend.change(year(2021)?).unwrap().to_string(), "up 1 (33 %)");
    /// assert_eq!(trend.change(year(2020)?), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn change(&self, year: CollectionYear) -> Option<Change> {
        Change::between(self.of(year.previous()?)?, self.of(year)?).ok()
    }

    /// The year of the highest value, or the years that share it, by the exact values.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{Measure, Trend};
    /// let year = CollectionYear::ending;
    /// let trend = Trend::new([(year(2020)?, Measure::Count(3)), (year(2021)?, Measure::Count(3))])?;
    /// assert_eq!(trend.highest(), [year(2020)?, year(2021)?]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn highest(&self) -> Vec<CollectionYear> {
        self.furthest(Ordering::Greater)
    }

    /// The year of the lowest value, or the years that share it, by the exact values.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{Measure, Trend};
    /// let year = CollectionYear::ending;
    /// let trend = Trend::new([(year(2020)?, Measure::Count(3)), (year(2021)?, Measure::Count(4))])?;
    /// assert_eq!(trend.lowest(), [year(2020)?]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn lowest(&self) -> Vec<CollectionYear> {
        self.furthest(Ordering::Less)
    }

    fn fraction(&self, year: CollectionYear) -> Option<Fraction> {
        self.of(year)?.fraction()
    }

    fn furthest(&self, way: Ordering) -> Vec<CollectionYear> {
        let mut found: Vec<CollectionYear> = Vec::new();
        let mut furthest: Option<Fraction> = None;
        for (year, value) in self.years() {
            let Some(value) = value.fraction() else { continue };
            match furthest.map(|furthest| value.compare(furthest)) {
                Some(Ordering::Equal) => {}
                Some(beside) if beside != way => continue,
                _ => found.clear(),
            }
            furthest = Some(value);
            found.push(year);
        }
        found
    }
}

impl fmt::Display for Trend {
    /// How the last year stands among all that have a figure, and which years have none.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::{Measure, Trend};
    /// let year = CollectionYear::ending;
    /// let counts = |counts: [u64; 3]| {
    ///     let years = (2019..).map(|ending| year(ending).unwrap());
    ///     Trend::new(years.zip(counts.map(Measure::Count))).unwrap().to_string()
    /// };
    /// assert_eq!(counts([1, 2, 3]), "highest of 3 years");
    /// assert_eq!(counts([1, 3, 3]), "highest of 3 years, as in 2019-20");
    /// assert_eq!(counts([3, 1, 2]), "neither highest nor lowest of 3 years");
    /// assert_eq!(counts([2, 2, 2]), "the same in all 3 years");
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(last) = self.points.keys().next_back() else {
            return f.write_str("no figure");
        };
        if self.fraction(*last).is_none() {
            return write!(f, "no figure for {last}");
        }
        let known = self.points.values().filter(|value| value.fraction().is_some()).count();
        let (highest, lowest) = (self.highest(), self.lowest());
        match known {
            1 => f.write_str("a figure for one year only")?,
            _ if highest == lowest => write!(f, "the same in all {known} years")?,
            _ => {
                let (word, shared) = if highest.contains(last) {
                    ("highest", highest)
                } else if lowest.contains(last) {
                    ("lowest", lowest)
                } else {
                    ("neither highest nor lowest", Vec::new())
                };
                write!(f, "{word} of {known} years")?;
                let others = shared.iter().filter(|year| *year != last);
                named(f, ", as in ", others.copied(), "")?;
            }
        }
        named(f, " (no figure for ", self.gaps(), ")")
    }
}

/// The years with commas between, where there are any.
fn named(
    f: &mut fmt::Formatter<'_>,
    before: &str,
    years: impl Iterator<Item = CollectionYear>,
    after: &str,
) -> fmt::Result {
    let mut separator = before;
    for year in years {
        write!(f, "{separator}{year}")?;
        separator = ", ";
    }
    f.write_str(if separator == before { "" } else { after })
}

/// As it is written.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "schemars", schemars(rename = "TrendYear"))]
struct Point {
    year: CollectionYear,
    value: Measure,
}

#[cfg(feature = "serde")]
impl TryFrom<Vec<Point>> for Trend {
    type Error = crate::Error;

    fn try_from(points: Vec<Point>) -> Result<Self> {
        Self::new(points.into_iter().map(|point| (point.year, point.value)))
    }
}

#[cfg(feature = "serde")]
impl From<Trend> for Vec<Point> {
    fn from(trend: Trend) -> Self {
        trend.points.into_iter().map(|(year, value)| Point { year, value }).collect()
    }
}
