//! The bands by which children are counted.

use chrono::{Months, NaiveDate};
use core::fmt;

/// Age in completed years, in the bands by which the DfE publishes.
///
/// ```
/// use iro_handbook::report::AgeBand;
///
/// assert_eq!(AgeBand::of(9), AgeBand::FiveToNine);
/// assert_eq!(AgeBand::of(10).to_string(), "10 to 15");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AgeBand {
    /// Under 1.
    UnderOne,
    /// 1 to 4.
    OneToFour,
    /// 5 to 9.
    FiveToNine,
    /// 10 to 15.
    TenToFifteen,
    /// 16 and over.
    SixteenAndOver,
}

impl AgeBand {
    /// All of them, from the youngest.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::AgeBand::ALL.len(), 5);
    /// ```
    pub const ALL: &[Self] = &[
        Self::UnderOne,
        Self::OneToFour,
        Self::FiveToNine,
        Self::TenToFifteen,
        Self::SixteenAndOver,
    ];

    /// The band of an age in completed years.
    ///
    /// ```
    /// use iro_handbook::report::AgeBand;
    ///
    /// assert_eq!(AgeBand::of(0), AgeBand::UnderOne);
    /// ```
    #[must_use]
    pub const fn of(years: u32) -> Self {
        match years {
            0 => Self::UnderOne,
            1..=4 => Self::OneToFour,
            5..=9 => Self::FiveToNine,
            10..=15 => Self::TenToFifteen,
            _ => Self::SixteenAndOver,
        }
    }

    /// A short name, as in the names of figures.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::AgeBand::UnderOne.as_str(), "under_1");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnderOne => "under_1",
            Self::OneToFour => "1_to_4",
            Self::FiveToNine => "5_to_9",
            Self::TenToFifteen => "10_to_15",
            Self::SixteenAndOver => "16_and_over",
        }
    }
}

impl fmt::Display for AgeBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::UnderOne => "under 1",
            Self::OneToFour => "1 to 4",
            Self::FiveToNine => "5 to 9",
            Self::TenToFifteen => "10 to 15",
            Self::SixteenAndOver => "16 and over",
        })
    }
}

/// How long a child has been looked after without a break. The length of a band's end is in the next one.
///
/// ```
/// use iro_handbook::report::LengthInCare;
///
/// assert_eq!(LengthInCare::UnderHalfAYear.to_string(), "under 6 months");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LengthInCare {
    /// Under 6 months.
    UnderHalfAYear,
    /// 6 months to under 1 year.
    UnderOneYear,
    /// 1 year to under 2 years.
    UnderTwoYears,
    /// 2 years to under 5 years.
    UnderFiveYears,
    /// 5 years and over.
    FiveYearsAndOver,
}

impl LengthInCare {
    /// All of them, from the shortest.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::LengthInCare::ALL.len(), 5);
    /// ```
    pub const ALL: &[Self] = &[
        Self::UnderHalfAYear,
        Self::UnderOneYear,
        Self::UnderTwoYears,
        Self::UnderFiveYears,
        Self::FiveYearsAndOver,
    ];

    /// Of a child looked after from one day to another, that day not counted.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::report::LengthInCare;
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
    /// assert_eq!(LengthInCare::between(day(3, 2), day(9, 1)), LengthInCare::UnderHalfAYear);
    /// assert_eq!(LengthInCare::between(day(3, 2), day(9, 2)), LengthInCare::UnderOneYear);
    /// ```
    #[must_use]
    pub fn between(began: NaiveDate, day: NaiveDate) -> Self {
        const ENDS: [(u32, LengthInCare); 4] = [
            (6, LengthInCare::UnderHalfAYear),
            (12, LengthInCare::UnderOneYear),
            (24, LengthInCare::UnderTwoYears),
            (60, LengthInCare::UnderFiveYears),
        ];
        let band = ENDS.iter().find(|(months, _)| !has_lasted(*months, began, day));
        band.map_or(Self::FiveYearsAndOver, |(_, band)| *band)
    }

    /// A short name, as in the names of figures.
    ///
    /// ```
    /// use iro_handbook::report::LengthInCare;
    ///
    /// assert_eq!(LengthInCare::UnderOneYear.as_str(), "under_1_year");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnderHalfAYear => "under_6_months",
            Self::UnderOneYear => "under_1_year",
            Self::UnderTwoYears => "under_2_years",
            Self::UnderFiveYears => "under_5_years",
            Self::FiveYearsAndOver => "5_years_and_over",
        }
    }
}

impl fmt::Display for LengthInCare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::UnderHalfAYear => "under 6 months",
            Self::UnderOneYear => "6 months to under 1 year",
            Self::UnderTwoYears => "1 year to under 2 years",
            Self::UnderFiveYears => "2 years to under 5 years",
            Self::FiveYearsAndOver => "5 years and over",
        })
    }
}

/// Whether so many months have gone by from one day to another.
pub(super) fn has_lasted(months: u32, from: NaiveDate, to: NaiveDate) -> bool {
    from.checked_add_months(Months::new(months)).is_some_and(|day| day <= to)
}

/// How many placements a child had in a year.
///
/// ```
/// use iro_handbook::report::PlacementsInYear;
///
/// assert_eq!(PlacementsInYear::of(3), PlacementsInYear::ThreeOrMore);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PlacementsInYear {
    /// One, or none at all.
    OneOrNone,
    /// Two.
    Two,
    /// Three or more: the published measure of instability.
    ThreeOrMore,
}

impl PlacementsInYear {
    /// All of them, from the fewest.
    ///
    /// ```
    /// assert_eq!(iro_handbook::report::PlacementsInYear::ALL.len(), 3);
    /// ```
    pub const ALL: &[Self] = &[Self::OneOrNone, Self::Two, Self::ThreeOrMore];

    /// The band of a number of placements.
    ///
    /// ```
    /// use iro_handbook::report::PlacementsInYear;
    ///
    /// assert_eq!(PlacementsInYear::of(2), PlacementsInYear::Two);
    /// ```
    #[must_use]
    pub const fn of(placements: u32) -> Self {
        match placements {
            0 | 1 => Self::OneOrNone,
            2 => Self::Two,
            _ => Self::ThreeOrMore,
        }
    }

    /// A short name, as in the names of figures.
    ///
    /// ```
    /// use iro_handbook::report::PlacementsInYear;
    ///
    /// assert_eq!(PlacementsInYear::ThreeOrMore.as_str(), "3_or_more");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OneOrNone => "1_or_none",
            Self::Two => "2",
            Self::ThreeOrMore => "3_or_more",
        }
    }
}

impl fmt::Display for PlacementsInYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::OneOrNone => "1 or none",
            Self::Two => "2",
            Self::ThreeOrMore => "3 or more",
        })
    }
}
