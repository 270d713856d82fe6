//! The days on which something is the law.

use chrono::NaiveDate;
use core::fmt;

/// The days on which a provision is in force: from a day, to a day or without end, both included.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::law::RuleId;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let in_force = RuleId::FirstReview.rule().terms().next().unwrap().in_force();
/// assert!(in_force.contains(day(1991, 10, 14)) && !in_force.contains(day(2011, 4, 1)));
/// assert_eq!(in_force.to_string(), "14 October 1991 to 31 March 2011");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InForce {
    from: NaiveDate,
    to: Option<NaiveDate>,
}

impl InForce {
    pub(crate) const fn from(y: i32, m: u32, d: u32) -> Self {
        Self { from: day(y, m, d), to: None }
    }

    pub(crate) const fn to(mut self, y: i32, m: u32, d: u32) -> Self {
        self.to = Some(day(y, m, d));
        self
    }

    /// The first day in force.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::SecondReview.rule().terms().next().unwrap();
    /// assert_eq!(term.in_force().first_day().to_string(), "1991-10-14");
    /// ```
    #[must_use]
    pub const fn first_day(&self) -> NaiveDate {
        self.from
    }

    /// The last day in force, where there is one.
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::SecondReview.rule().terms().last().unwrap();
    /// assert_eq!(term.in_force().last_day(), None);
    /// ```
    #[must_use]
    pub const fn last_day(&self) -> Option<NaiveDate> {
        self.to
    }

    /// Whether it is in force on a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::FirstReview.rule().terms().last().unwrap();
    /// assert!(term.in_force().contains(NaiveDate::from_ymd_opt(2011, 4, 1).unwrap()));
    /// ```
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl fmt::Display for InForce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const FORM: &str = "%-d %B %Y";
        match self.to {
            Some(to) => write!(f, "{} to {}", self.from.format(FORM), to.format(FORM)),
            None => write!(f, "from {}", self.from.format(FORM)),
        }
    }
}

/// A day written out in the registry. One that does not exist becomes the first day of time, which
/// the test that walks every day of the law finds; the alternative would be a panic.
const fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(y, m, d) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}
