//! Accommodation that does not end without a review.

use super::Problems;
use super::dated::Dated;
use chrono::NaiveDate;
use core::fmt;

/// The kinds of accommodation that do not end without a review: regulation 33(3)(c) to (e) of the Care
/// Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959).
///
/// ```
/// use iro_handbook::record::AccommodationKind;
///
/// let kind = AccommodationKind::CustodyOfChildInCare;
/// assert_eq!(kind.to_string(), "a child in care in a secure training centre or young offender institution");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum AccommodationKind {
    /// (c) Provided because the court or the police required it (section 21(2)(b) and (c) of the Children
    /// Act 1989).
    CourtOrPolice,
    /// (d) A child in the care of the authority, in a secure training centre or young offender institution.
    CustodyOfChildInCare,
    /// (e) Of a child not in care, whom a parent may take over at its end.
    ChildNotInCare,
}

impl fmt::Display for AccommodationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AccommodationKind {
    /// The word for it in JSON and in the [keys](crate::assess::Finding::key) of findings.
    ///
    /// ```
    /// use iro_handbook::record::AccommodationKind;
    ///
    /// assert_eq!(AccommodationKind::CourtOrPolice.code(), "court_or_police");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CourtOrPolice => "court_or_police",
            Self::CustodyOfChildInCare => "custody_of_child_in_care",
            Self::ChildNotInCare => "child_not_in_care",
        }
    }

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::CourtOrPolice => "required by the court or the police",
            Self::CustodyOfChildInCare => {
                "a child in care in a secure training centre or young offender institution"
            }
            Self::ChildNotInCare => "a child not in care",
        }
    }
}

/// A stay in accommodation of such a kind.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Accommodation, AccommodationKind};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2))
///     .with_ended(day(20))
///     .with_parent_took_over(true);
/// assert_eq!(stay.ended(), Some(day(20)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Accommodation {
    kind: AccommodationKind,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    began: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
    #[cfg_attr(feature = "serde", serde(default))]
    parent_took_over: Option<bool>,
}

impl Dated for Accommodation {
    fn day(&self) -> NaiveDate {
        self.began
    }
}

impl Accommodation {
    /// A stay that began on a day and has not ended.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2));
    /// assert_eq!(stay.began(), day(2));
    /// ```
    #[must_use]
    pub const fn new(kind: AccommodationKind, began: NaiveDate) -> Self {
        Self { kind, began, id: None, ended: None, parent_took_over: None }
    }

    /// With the caller's own identifier, which no other stay of the list has. By it a finding is told from
    /// those of others of its kind and first day.
    ///
    /// ```
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(Accommodation::new(AccommodationKind::CourtOrPolice, day).with_id("E-7").id(), Some("E-7"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The caller's own identifier, where it gave one.
    ///
    /// ```
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// assert_eq!(Accommodation::new(AccommodationKind::CourtOrPolice, day).id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// With the day it ended.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2));
    /// assert_eq!(stay.with_ended(day(9)).ended(), Some(day(9)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// With whether a parent took over at its end.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2));
    /// assert_eq!(stay.with_parent_took_over(false).parent_took_over(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_parent_took_over(mut self, took_over: bool) -> Self {
        self.parent_took_over = Some(took_over);
        self
    }

    /// Its kind.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2));
    /// assert_eq!(stay.kind(), AccommodationKind::ChildNotInCare);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> AccommodationKind {
        self.kind
    }

    /// The day it began.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2));
    /// assert_eq!(stay.began(), day(2));
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day it ended, where it has.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2));
    /// assert_eq!(stay.ended(), None);
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Whether a parent took over at its end, where that is recorded.
    ///
    /// ```
    /// # let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind};
    /// # let stay = Accommodation::new(AccommodationKind::ChildNotInCare, day(2));
    /// assert_eq!(stay.parent_took_over(), None);
    /// ```
    #[must_use]
    pub const fn parent_took_over(&self) -> Option<bool> {
        self.parent_took_over
    }

    pub(super) fn problems(&self, problems: &mut Problems<'_>) {
        if let Some(ended) = self.ended.filter(|ended| *ended < self.began) {
            problems.add("accommodation ended", ended, "it ended before it began");
        }
    }
}
