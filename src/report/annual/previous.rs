//! The counts of an earlier year, beside which this year's stand.

use super::AnnualReport;
use crate::calendar::CollectionYear;
use std::collections::BTreeMap;

/// The counts of an earlier year by the names that figures have in the report: from that year's report
/// ([`AnnualReport::as_previous_year`]) or, where there is none, typed from the published one. What it does not
/// name is not compared.
///
/// A percentage is compared where both its counts are there, such as `reviews.held.on_time` and
/// `reviews.held.told`.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::annual::PreviousYear;
///
/// let before = PreviousYear::new(CollectionYear::ending(2025)?)
///     .with("reviews.held.on_time", 90)
///     .with("reviews.held.told", 100);
/// assert_eq!(before.count("reviews.held.told"), Some(100));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "form::Form", into = "form::Form")
)]
pub struct PreviousYear {
    year: CollectionYear,
    counts: BTreeMap<String, u64>,
}

impl PreviousYear {
    /// A year of which nothing is known yet.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::PreviousYear;
    /// let before = PreviousYear::new(CollectionYear::ending(2025)?);
    /// assert_eq!(before.year().to_string(), "2024-25");
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn new(year: CollectionYear) -> Self {
        Self { year, counts: BTreeMap::new() }
    }

    /// With a count. Of two by one name the last stands.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::PreviousYear;
    /// let before = PreviousYear::new(CollectionYear::ending(2025)?).with("cohort.started", 86);
    /// assert_eq!(before.count("cohort.started"), Some(86));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with(mut self, figure: impl Into<String>, count: u64) -> Self {
        self.counts.insert(figure.into(), count);
        self
    }

    /// Which year.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::PreviousYear;
    /// let year = CollectionYear::ending(2025)?;
    /// assert_eq!(PreviousYear::new(year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// A count by its name, where it was given.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::PreviousYear;
    /// let before = PreviousYear::new(CollectionYear::ending(2025)?);
    /// assert_eq!(before.count("cohort.started"), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn count(&self, figure: &str) -> Option<u64> {
        self.counts.get(figure).copied()
    }
}

impl AnnualReport {
    /// Its counts, for the reports of later years; none of a public version, in which some are kept back.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::{AnnualReport, Disclosure};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// let year = report.as_previous_year().unwrap();
    /// assert_eq!(year.count("reviews.held.late"), Some(0));
    /// let public = report.for_publication(Disclosure::default());
    /// assert_eq!(public.report().as_previous_year(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn as_previous_year(&self) -> Option<PreviousYear> {
        if self.public {
            return None;
        }
        let own = self.figures().filter(|(id, _)| !id.is_of_another_year());
        let counts = own.filter_map(|(id, shown)| Some((id.to_string(), shown.count()?)));
        Some(PreviousYear { year: self.question.year(), counts: counts.collect() })
    }
}

#[cfg(feature = "serde")]
mod form {
    use super::PreviousYear;
    use crate::calendar::CollectionYear;
    use crate::error::{Error, Kind};
    use std::collections::BTreeMap;

    const SCHEMA: &str = "iro-handbook/previous-year/1";

    /// As it is written.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
    pub(super) struct Form {
        #[cfg_attr(feature = "schemars", schemars(extend("const" = SCHEMA)))]
        schema: String,
        /// The year in which it ends.
        year_ending: CollectionYear,
        counts: BTreeMap<String, u64>,
    }

    impl TryFrom<Form> for PreviousYear {
        type Error = Error;

        fn try_from(form: Form) -> Result<Self, Error> {
            let Form { schema, year_ending, counts } = form;
            if schema != SCHEMA {
                return Err(Kind::Contradiction {
                    record: "previous year".to_owned(),
                    field: "schema",
                    value: schema,
                    problem: format!("this version of the crate reads {SCHEMA}"),
                }
                .into());
            }
            Ok(Self { year: year_ending, counts })
        }
    }

    impl From<PreviousYear> for Form {
        fn from(year: PreviousYear) -> Self {
            let PreviousYear { year, counts } = year;
            Self { schema: SCHEMA.to_owned(), year_ending: year, counts }
        }
    }

    #[cfg(feature = "schemars")]
    impl schemars::JsonSchema for PreviousYear {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "PreviousYear".into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Form::json_schema(generator)
        }
    }
}
