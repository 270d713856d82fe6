//! A period of care as it stood on a day: what a report about the children asks.

use super::{Entry, LegalBasis, PlacementType, Profile, ReasonCeased};
use chrono::NaiveDate;

/// Since when a child has lived with the carer of the day.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::SameCarer;
///
/// let day = NaiveDate::from_ymd_opt(2024, 3, 2).unwrap();
/// assert_ne!(SameCarer::Since(day), SameCarer::SinceBefore(day));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SameCarer {
    /// Since this day.
    Since(NaiveDate),
    /// Since this day or longer: the records begin with it.
    SinceBefore(NaiveDate),
}

/// A period of care as it stood on a day, and what became of it in the year before: made from returns by
/// `ssda903::Linked::snapshots`, or filled by a service from its own records. What is left out is not recorded.
///
/// `Debug` shows the days of the period only.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{CareSnapshot, LegalBasis};
///
/// let mut snapshot = CareSnapshot::new(NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
/// snapshot.legal_basis = Some(LegalBasis::CareOrder);
/// assert_eq!(snapshot.placements_in_year, None, "nobody has recorded it");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CareSnapshot {
    /// The day the period began.
    pub began: NaiveDate,
    /// Whether that is known to be the day the child became looked after.
    pub entry: Entry,
    /// The day the child ceased to be looked after.
    pub ended: Option<NaiveDate>,
    /// Why.
    pub reason_ceased: Option<ReasonCeased>,
    /// The day of birth.
    pub born: Option<NaiveDate>,
    /// Sex, ethnic group, and whether the child seeks asylum unaccompanied on the day.
    pub profile: Profile,
    /// By what the child is looked after on the day.
    pub legal_basis: Option<LegalBasis>,
    /// Where the child lives on the day.
    pub placement: Option<PlacementType>,
    /// Whether that is in the authority's own area.
    pub own_area: Option<bool>,
    /// How far that is from home, in miles, a part of a mile as a whole one.
    pub miles_from_home: Option<u16>,
    /// How many placements the child had in the year up to the day, in all periods of care, the one on
    /// its first day included. Another placement with the same carer is none, nor is a temporary stay.
    pub placements_in_year: Option<u32>,
    /// Since when the child has lived with the carer of the day, temporary stays aside. Of a child placed for
    /// adoption, since when with that carer and the one before together.
    pub same_carer: Option<SameCarer>,
}

impl CareSnapshot {
    /// A period of care that began on a day, of which nothing else is recorded.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::CareSnapshot;
    ///
    /// let began = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
    /// assert_eq!(CareSnapshot::new(began).ended, None);
    /// ```
    #[must_use]
    pub const fn new(began: NaiveDate) -> Self {
        Self {
            began,
            entry: Entry::Known,
            ended: None,
            reason_ceased: None,
            born: None,
            profile: Profile::new(),
            legal_basis: None,
            placement: None,
            own_area: None,
            miles_from_home: None,
            placements_in_year: None,
            same_carer: None,
        }
    }
}

// The rest is about a child.
impl core::fmt::Debug for CareSnapshot {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut shown = f.debug_struct("CareSnapshot");
        shown.field("began", &self.began).field("ended", &self.ended).finish_non_exhaustive()
    }
}
