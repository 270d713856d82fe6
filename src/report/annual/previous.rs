//! The counts of an earlier year, beside which this year's stand.

use super::{AnnualReport, Block};
use crate::calendar::CollectionYear;
use crate::report::PerHead;
use std::collections::BTreeMap;

/// The counts of an earlier year by the names that figures have in the report: from that year's report
/// ([`AnnualReport::as_previous_year`]) or, where there is none, typed from the published one. What it does not
/// name is not compared.
///
/// A percentage is compared where both its counts are there, such as `reviews.held.on_time` and
/// `reviews.held.told`. A name that no figure can have ([`FigureNames`](super::FigureNames)) is refused when the
/// report is built.
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
    per_head: BTreeMap<String, PerHead>,
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
        Self { year, counts: BTreeMap::new(), per_head: BTreeMap::new() }
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

    /// With so many for each of something: the caseload of the team (`workforce.caseload`) or a rate for every
    /// 10,000 children. Of two by one name the last stands.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::PerHead;
    /// # use iro_handbook::report::annual::PreviousYear;
    /// let caseload: PerHead = "82.0".parse()?;
    /// let before = PreviousYear::new(CollectionYear::ending(2025)?)
    ///     .with_per_head("workforce.caseload", caseload);
    /// assert_eq!(before.per_head("workforce.caseload"), Some(caseload));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn with_per_head(mut self, figure: impl Into<String>, number: PerHead) -> Self {
        self.per_head.insert(figure.into(), number);
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

    /// So many for each of something by its name, where it was given.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::PreviousYear;
    /// let before = PreviousYear::new(CollectionYear::ending(2025)?);
    /// assert_eq!(before.per_head("cohort.per_10_000"), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn per_head(&self, figure: &str) -> Option<PerHead> {
        self.per_head.get(figure).copied()
    }

    /// The names by which it gives anything.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().chain(self.per_head.keys()).map(String::as_str)
    }
}

impl AnnualReport {
    /// Its figures, for the reports of later years; none of a public version, in which some are kept back.
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
        let headlines = self.sections.iter().flat_map(|section| &section.blocks);
        let per_head = headlines.filter_map(|block| match block {
            Block::Headline(headline) => {
                headline.per_head.and_then(|(name, number)| Some((name.to_owned(), number?)))
            }
            _ => None,
        });
        let (counts, per_head) = (counts.collect(), per_head.collect());
        Some(PreviousYear { year: self.question.year(), counts, per_head })
    }
}

#[cfg(feature = "serde")]
mod form {
    use super::PreviousYear;
    use crate::calendar::CollectionYear;
    use crate::error::{Error, Kind};
    use crate::report::PerHead;
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
        /// What is so many for each of something, such as a caseload.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        per_head: BTreeMap<String, PerHead>,
    }

    impl TryFrom<Form> for PreviousYear {
        type Error = Error;

        fn try_from(form: Form) -> Result<Self, Error> {
            let Form { schema, year_ending, counts, per_head } = form;
            if schema != SCHEMA {
                return Err(Kind::Contradiction {
                    record: "previous year".to_owned(),
                    field: "schema",
                    value: schema,
                    problem: format!("this version of the crate reads {SCHEMA}"),
                }
                .into());
            }
            Ok(Self { year: year_ending, counts, per_head })
        }
    }

    impl From<PreviousYear> for Form {
        fn from(year: PreviousYear) -> Self {
            let PreviousYear { year, counts, per_head } = year;
            Self { schema: SCHEMA.to_owned(), year_ending: year, counts, per_head }
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
