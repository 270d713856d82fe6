//! What figures are asked for: which year, as of which day, from how much history.

use crate::assess::{History, LONGEST, ReviewClock};
use crate::calendar::{CollectionYear, WorkingDays};
use crate::error::{Error, Kind, Result};
use crate::law::Method;
use chrono::NaiveDate;

/// The year reported on, the day the question is asked, and how far back reviews are complete.
///
/// Figures that answer different questions do not merge.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::ReviewQuestion;
///
/// let question = ReviewQuestion::new(CollectionYear::ending(2018)?);
/// assert_eq!(question.as_of().to_string(), "2018-03-31");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReviewQuestion {
    year: CollectionYear,
    as_of: NaiveDate,
    history: History,
    method: Method,
    /// The last day so long before the year that no duty from then runs on into it.
    settled: NaiveDate,
}

impl ReviewQuestion {
    /// A year as it stood at its end, with every review of every period of care.
    ///
    /// ```
    /// use iro_handbook::{calendar::CollectionYear, report::ReviewQuestion};
    ///
    /// let year = CollectionYear::ending(2018)?;
    /// assert_eq!(ReviewQuestion::new(year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn new(year: CollectionYear) -> Self {
        let settled = year.start().checked_sub_months(LONGEST);
        Self {
            year,
            as_of: year.end(),
            history: History::Complete,
            method: Method::Law,
            settled: settled.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MIN),
        }
    }

    /// As it stood on another day. Before the end of the year the figures are provisional.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::{calendar::CollectionYear, report::ReviewQuestion};
    ///
    /// let day = NaiveDate::from_ymd_opt(2017, 12, 31).unwrap();
    /// let question = ReviewQuestion::new(CollectionYear::ending(2018)?).with_as_of(day);
    /// assert!(question.is_provisional());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_as_of(mut self, as_of: NaiveDate) -> Self {
        self.as_of = as_of;
        self
    }

    /// With another answer to how far back reviews are complete.
    ///
    /// ```
    /// use iro_handbook::assess::History;
    /// use iro_handbook::{calendar::CollectionYear, report::ReviewQuestion};
    ///
    /// let year = CollectionYear::ending(2018)?;
    /// let question = ReviewQuestion::new(year).with_history(History::CompleteFrom(year.start()));
    /// assert_eq!(question.history().first_day(), Some(year.start()));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_history(mut self, history: History) -> Self {
        self.history = history;
        self
    }

    /// With another method of counting three and six months than the law's. Figures say by which they
    /// were counted, and those counted by different methods do not merge.
    ///
    /// ```
    /// use iro_handbook::{calendar::CollectionYear, law::Method, report::ReviewQuestion};
    ///
    /// let question = ReviewQuestion::new(CollectionYear::ending(2018)?).with_method(Method::FixedDays);
    /// assert_eq!(question.method(), Method::FixedDays);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// The year reported on.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::ReviewQuestion};
    /// let year = CollectionYear::ending(2018)?;
    /// assert_eq!(ReviewQuestion::new(year).year(), year);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn year(&self) -> CollectionYear {
        self.year
    }

    /// The day the question is asked.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::ReviewQuestion};
    /// let year = CollectionYear::ending(2018)?;
    /// assert_eq!(ReviewQuestion::new(year).as_of(), year.end());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// How far back reviews are complete.
    ///
    /// ```
    /// # use iro_handbook::{assess::History, calendar::CollectionYear, report::ReviewQuestion};
    /// let question = ReviewQuestion::new(CollectionYear::ending(2018)?);
    /// assert_eq!(question.history(), History::Complete);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn history(&self) -> History {
        self.history
    }

    /// How three and six months are counted.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, law::Method, report::ReviewQuestion};
    /// assert_eq!(ReviewQuestion::new(CollectionYear::ending(2018)?).method(), Method::Law);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Whether the day asked about is before the end of the year: then "at the end" means still open
    /// on that day.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::ReviewQuestion};
    /// assert!(!ReviewQuestion::new(CollectionYear::ending(2018)?).is_provisional());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.as_of < self.year.end()
    }

    /// The review clock that answers it.
    ///
    /// ```
    /// use iro_handbook::calendar::{CollectionYear, WorkingDays};
    /// use iro_handbook::report::ReviewQuestion;
    ///
    /// let calendar = WorkingDays::england_and_wales();
    /// let question = ReviewQuestion::new(CollectionYear::ending(2018)?);
    /// assert_eq!(question.clock(&calendar).as_of(), question.as_of());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn clock<'c>(&self, calendar: &'c WorkingDays) -> ReviewClock<'c> {
        ReviewClock::new(calendar, self.as_of).with_history(self.history).with_method(self.method)
    }

    /// Whether the question can be asked.
    ///
    /// # Errors
    /// [`Error::is_contradiction`](crate::Error::is_contradiction) when the day asked about is before the
    /// year begins.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, report::ReviewQuestion};
    /// let [year, after] = [CollectionYear::ending(2018)?, CollectionYear::ending(2019)?];
    /// assert!(ReviewQuestion::new(year).with_as_of(after.end()).check().is_ok());
    /// assert!(ReviewQuestion::new(after).with_as_of(year.end()).check().is_err());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[inline]
    pub fn check(&self) -> Result<()> {
        if self.as_of >= self.year.start() { Ok(()) } else { Err(self.too_early()) }
    }

    #[cold]
    fn too_early(&self) -> Error {
        Kind::Contradiction {
            record: format!("the question about {}", self.year),
            field: "the day asked about",
            value: self.as_of.to_string(),
            problem: "it is before the year begins".to_owned(),
        }
        .into()
    }

    /// What happened by this day is settled before the year begins.
    #[inline]
    pub(super) const fn settled(&self) -> NaiveDate {
        self.settled
    }

    /// Both questions, where they are one.
    pub(super) fn same_as(&self, other: &Self) -> Result<()> {
        let differ = |what, left: String, right: String| -> Result<()> {
            Err(Kind::Mismatch { what, left, right }.into())
        };
        if self.method != other.method {
            differ("the method of counting", self.method.to_string(), other.method.to_string())
        } else if self.year != other.year {
            differ("the year", self.year.to_string(), other.year.to_string())
        } else if self.as_of != other.as_of {
            differ("the day asked about", self.as_of.to_string(), other.as_of.to_string())
        } else if self.history != other.history {
            let words = |history: History| match history.first_day() {
                Some(day) => format!("complete from {day}"),
                None => "complete".to_owned(),
            };
            differ("the review history", words(self.history), words(other.history))
        } else {
            Ok(())
        }
    }
}
