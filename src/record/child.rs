//! A child, as far as the crate needs to know one: an identifier and periods of care.

use super::PeriodOfCare;
use crate::error::{Kind, Result};

/// A child who is or was looked after: the caller's identifier and the periods of care.
///
/// The identifier is the caller's own and opaque: use a case number, never a name, because errors
/// and `Debug` show it.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Child, PeriodOfCare};
///
/// let began = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
/// let child = Child::new("C-1017").with_period_of_care(PeriodOfCare::new(began));
/// assert_eq!(child.id(), "C-1017");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(try_from = "Unchecked"))]
pub struct Child {
    id: String,
    periods_of_care: Vec<PeriodOfCare>,
}

impl Child {
    /// A child by the caller's identifier, with no period of care yet.
    ///
    /// ```
    /// assert!(iro_handbook::record::Child::new("C-1017").periods_of_care().is_empty());
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), periods_of_care: Vec::new() }
    }

    /// With one more period of care, put in its place by the day it began.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Child, PeriodOfCare};
    ///
    /// let day = |y| NaiveDate::from_ymd_opt(y, 3, 2).unwrap();
    /// let child = Child::new("C-1017")
    ///     .with_period_of_care(PeriodOfCare::new(day(2026)))
    ///     .with_period_of_care(PeriodOfCare::new(day(2019)).with_ended(day(2020)));
    /// assert_eq!(child.periods_of_care()[0].began(), day(2019));
    /// ```
    #[must_use]
    pub fn with_period_of_care(mut self, period: PeriodOfCare) -> Self {
        let place = self.periods_of_care.partition_point(|p| p.began() <= period.began());
        self.periods_of_care.insert(place, period);
        self
    }

    /// The caller's identifier.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Child::new("C-1017").id(), "C-1017");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The periods of care, by the day they began.
    ///
    /// ```
    /// assert!(iro_handbook::record::Child::new("C-1017").periods_of_care().is_empty());
    /// ```
    #[must_use]
    pub fn periods_of_care(&self) -> &[PeriodOfCare] {
        &self.periods_of_care
    }

    /// Whether the record is free of contradictions.
    ///
    /// # Errors
    /// [`Error::is_contradiction`](crate::Error::is_contradiction) when a period of care contradicts itself, or begins while or on
    /// the day that the one before it ends: such are one period.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Child, PeriodOfCare};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let child = Child::new("C-1017")
    ///     .with_period_of_care(PeriodOfCare::new(day(2)))
    ///     .with_period_of_care(PeriodOfCare::new(day(9)));
    /// assert!(child.check().unwrap_err().to_string().contains("C-1017"));
    /// ```
    pub fn check(&self) -> Result<()> {
        let mut before: Option<&PeriodOfCare> = None;
        for period in &self.periods_of_care {
            period.check().map_err(|error| error.in_record(&format!("child {}", self.id)))?;
            if before.is_some_and(|before| before.ended().is_none_or(|e| e >= period.began())) {
                return Err(Kind::Contradiction {
                    record: format!("child {}", self.id),
                    field: "period of care began",
                    value: period.began().to_string(),
                    problem: "the period before it had not ended by the day before".to_owned(),
                }
                .into());
            }
            before = Some(period);
        }
        Ok(())
    }
}

/// What a child looks like on the way in, before it is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename = "Child", transform = crate::schema::plain)
)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    id: String,
    #[serde(default)]
    periods_of_care: Vec<super::period_of_care::Unchecked>,
}

#[cfg(feature = "serde")]
impl TryFrom<Unchecked> for Child {
    type Error = crate::Error;

    fn try_from(input: Unchecked) -> Result<Self> {
        let Unchecked { id, periods_of_care } = input;
        let mut periods_of_care: Vec<_> =
            periods_of_care.into_iter().map(super::period_of_care::Unchecked::sorted).collect();
        periods_of_care.sort_by_key(PeriodOfCare::began);
        let child = Self { id, periods_of_care };
        child.check()?;
        Ok(child)
    }
}
