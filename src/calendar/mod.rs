//! Stand-in until the calendar is merged.
mod collection_year {
    use crate::Result;
    use chrono::NaiveDate;

    /// A collection year: 1 April to 31 March, named by the year it ends in.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct CollectionYear {
        start: NaiveDate,
        end: NaiveDate,
    }

    impl CollectionYear {
        /// The collection year that ends on 31 March of `year`.
        pub fn ending(year: i32) -> Result<Self> {
            let start = NaiveDate::from_ymd_opt(year.saturating_sub(1), 4, 1);
            let end = NaiveDate::from_ymd_opt(year, 3, 31);
            match (start, end) {
                (Some(start), Some(end)) => Ok(Self { start, end }),
                _ => Err(crate::error::Kind::Returns {
                    what: year.to_string(),
                    problem: "not a year".to_string(),
                }
                .into()),
            }
        }
        /// 1 April.
        #[must_use]
        pub fn start(&self) -> NaiveDate {
            self.start
        }
        /// 31 March.
        #[must_use]
        pub fn end(&self) -> NaiveDate {
            self.end
        }
        /// Whether the day lies in the year.
        #[must_use]
        pub fn contains(&self, date: NaiveDate) -> bool {
            self.start <= date && date <= self.end
        }
        /// The year it ends in.
        #[must_use]
        pub fn ending_year(&self) -> i32 {
            chrono::Datelike::year(&self.end)
        }
    }

    impl core::fmt::Display for CollectionYear {
        fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            write!(f, "{}", self.ending_year())
        }
    }
}
pub use collection_year::CollectionYear;
