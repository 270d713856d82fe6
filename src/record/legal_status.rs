//! The legal statuses of a period of care over time.

use super::dated::{self, Dated};
use super::{LegalBasis, PeriodOfCare, Problems};
use chrono::NaiveDate;

/// By what a child is looked after.
///
/// ```
/// use iro_handbook::record::LegalStatus;
///
/// assert_eq!(LegalStatus::InterimCareOrder.as_str(), "interim_care_order");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum LegalStatus {
    /// Accommodated by agreement (Children Act 1989, section 20).
    Accommodated,
    /// An interim care order (section 38).
    InterimCareOrder,
    /// A care order (section 31).
    CareOrder,
    /// An emergency protection order (section 44).
    EmergencyProtection,
    /// Police protection (section 46).
    PoliceProtection,
    /// Arrested and kept in local authority accommodation (section 21(2)(b)).
    PoliceDetention,
    /// An order with a requirement to live in local authority accommodation (section 21(2)(c)).
    ResidenceRequirement,
    /// Consent to placement for adoption (Adoption and Children Act 2002, section 19).
    AdoptionConsent,
    /// A placement order (Adoption and Children Act 2002, section 21).
    PlacementOrder,
    /// Remand to local authority accommodation (Legal Aid, Sentencing and Punishment of Offenders Act
    /// 2012, section 91(3)).
    RemandToLocalAuthority,
    /// Remand to youth detention accommodation (the same Act, section 91(4)).
    RemandToYouthDetention,
}

impl LegalStatus {
    /// The code, as in JSON.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::LegalStatus::CareOrder.as_str(), "care_order");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accommodated => "accommodated",
            Self::InterimCareOrder => "interim_care_order",
            Self::CareOrder => "care_order",
            Self::EmergencyProtection => "emergency_protection",
            Self::PoliceProtection => "police_protection",
            Self::PoliceDetention => "police_detention",
            Self::ResidenceRequirement => "residence_requirement",
            Self::AdoptionConsent => "adoption_consent",
            Self::PlacementOrder => "placement_order",
            Self::RemandToLocalAuthority => "remand_to_local_authority",
            Self::RemandToYouthDetention => "remand_to_youth_detention",
        }
    }

    /// Whether it is authority to place for adoption.
    pub(super) const fn is_care_order(self) -> bool {
        matches!(self, Self::CareOrder | Self::InterimCareOrder)
    }

    pub(super) const fn is_authority_to_place(self) -> bool {
        matches!(self, Self::AdoptionConsent | Self::PlacementOrder)
    }

    const ALL: [Self; 11] = [
        Self::Accommodated,
        Self::InterimCareOrder,
        Self::CareOrder,
        Self::EmergencyProtection,
        Self::PoliceProtection,
        Self::PoliceDetention,
        Self::ResidenceRequirement,
        Self::AdoptionConsent,
        Self::PlacementOrder,
        Self::RemandToLocalAuthority,
        Self::RemandToYouthDetention,
    ];

    /// Of the statuses of one slot a child has only one at a time. A remand, or authority to place for
    /// adoption, can stand beside another status.
    const fn slot(self) -> Self {
        match self {
            Self::Accommodated | Self::InterimCareOrder | Self::CareOrder => Self::CareOrder,
            other => other,
        }
    }
}

/// A legal status from a day, to the day it ended or on.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{LegalStatus, LegalStatusSpan};
///
/// let day = |m| NaiveDate::from_ymd_opt(2026, m, 2).unwrap();
/// let interim = LegalStatusSpan::new(LegalStatus::InterimCareOrder, day(3)).with_ended(day(8));
/// assert!(interim.covers(day(3)) && !interim.covers(day(8)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct LegalStatusSpan {
    status: LegalStatus,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::record::day::read"))]
    from: NaiveDate,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "crate::record::day::read"))]
    ended: Option<NaiveDate>,
}

impl LegalStatusSpan {
    /// A status from a day on.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(LegalStatusSpan::new(LegalStatus::CareOrder, from).ended(), None);
    /// ```
    #[must_use]
    pub const fn new(status: LegalStatus, from: NaiveDate) -> Self {
        Self { status, from, ended: None }
    }

    /// With the day it ended; what follows it starts on that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan};
    ///
    /// let day = |m| NaiveDate::from_ymd_opt(2026, m, 2).unwrap();
    /// let span = LegalStatusSpan::new(LegalStatus::CareOrder, day(3)).with_ended(day(4));
    /// assert_eq!(span.ended(), Some(day(4)));
    /// ```
    #[must_use]
    pub const fn with_ended(mut self, ended: NaiveDate) -> Self {
        self.ended = Some(ended);
        self
    }

    /// The status.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let span = LegalStatusSpan::new(LegalStatus::CareOrder, from);
    /// assert_eq!(span.status(), LegalStatus::CareOrder);
    /// ```
    #[must_use]
    pub const fn status(&self) -> LegalStatus {
        self.status
    }

    /// Its first day: of an order, the day it was made.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(LegalStatusSpan::new(LegalStatus::CareOrder, from).from(), from);
    /// ```
    #[must_use]
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// The day it ended, where it has.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(LegalStatusSpan::new(LegalStatus::CareOrder, from).ended().is_none());
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// Whether it stood on a day: from its first day to the eve of its end.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert!(LegalStatusSpan::new(LegalStatus::CareOrder, from).covers(from));
    /// ```
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.ended.is_none_or(|ended| day < ended)
    }
}

impl Dated for LegalStatusSpan {
    fn day(&self) -> NaiveDate {
        self.from
    }
}

/// The legal statuses of a period of care over time. Until one is given nobody has recorded them.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{LegalStatus, LegalStatusSpan, LegalStatuses};
///
/// let day = |m| NaiveDate::from_ymd_opt(2026, m, 2).unwrap();
/// let statuses = LegalStatuses::default()
///     .with_status(LegalStatusSpan::new(LegalStatus::InterimCareOrder, day(3)).with_ended(day(8)))
///     .with_status(LegalStatusSpan::new(LegalStatus::CareOrder, day(8)));
/// assert_eq!(statuses.is(LegalStatus::CareOrder, day(9)), Some(true));
/// assert_eq!(statuses.is(LegalStatus::CareOrder, day(1)), None, "no status is known that day");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct LegalStatuses {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    spans: Option<Vec<LegalStatusSpan>>,
}

impl LegalStatuses {
    /// With one more status, put in its place by its first day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan, LegalStatuses};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let statuses = LegalStatuses::default()
    ///     .with_status(LegalStatusSpan::new(LegalStatus::Accommodated, from));
    /// assert_eq!(statuses.spans().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_status(mut self, span: LegalStatusSpan) -> Self {
        self.spans = dated::with(self.spans, span);
        self
    }

    /// The statuses by their first day; none where nobody recorded them.
    ///
    /// ```
    /// assert!(iro_handbook::record::LegalStatuses::default().spans().is_none());
    /// ```
    #[must_use]
    pub fn spans(&self) -> Option<&[LegalStatusSpan]> {
        self.spans.as_deref()
    }

    /// Whether the child had a status on a day; none where no status at all is known for that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan, LegalStatuses};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let statuses = LegalStatuses::default()
    ///     .with_status(LegalStatusSpan::new(LegalStatus::Accommodated, from));
    /// assert_eq!(statuses.is(LegalStatus::CareOrder, from), Some(false));
    /// ```
    #[must_use]
    pub fn is(&self, status: LegalStatus, day: NaiveDate) -> Option<bool> {
        self.on(day).map(|found| found == status).reduce(|any, is| any || is)
    }

    /// Whether the child had this status on a day and no other.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalStatus, LegalStatusSpan, LegalStatuses};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let remand = LegalStatus::RemandToLocalAuthority;
    /// let statuses = LegalStatuses::default().with_status(LegalStatusSpan::new(remand, from));
    /// assert_eq!(statuses.is_only(remand, from), Some(true));
    /// ```
    #[must_use]
    pub fn is_only(&self, status: LegalStatus, day: NaiveDate) -> Option<bool> {
        self.on(day).map(|found| found == status).reduce(|all, is| all && is)
    }

    /// By what the child was looked after on a day, in the groups of a report; none where no status is known
    /// for that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{LegalBasis, LegalStatus, LegalStatusSpan, LegalStatuses};
    ///
    /// let from = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let statuses = LegalStatuses::default()
    ///     .with_status(LegalStatusSpan::new(LegalStatus::CareOrder, from))
    ///     .with_status(LegalStatusSpan::new(LegalStatus::PlacementOrder, from));
    /// assert_eq!(statuses.basis_on(from), Some(LegalBasis::PlacementOrder));
    /// ```
    #[must_use]
    pub fn basis_on(&self, day: NaiveDate) -> Option<LegalBasis> {
        self.on(day).map(LegalBasis::from).min_by_key(|basis| basis.precedence())
    }

    fn on(&self, day: NaiveDate) -> impl Iterator<Item = LegalStatus> + '_ {
        let spans = self.spans.iter().flatten();
        spans.filter(move |span| span.covers(day)).map(|span| span.status)
    }

    pub(crate) fn problems(&self, care: &PeriodOfCare, problems: &mut Problems<'_>) {
        let spans = self.spans.as_deref().unwrap_or_default();
        // Of each status, by the spans so far, the day it last began and the day by which it had ended.
        let mut each = LegalStatus::ALL.map(|status| (status, NaiveDate::MIN, NaiveDate::MIN));
        for span in spans {
            if span.ended.is_some_and(|ended| ended < span.from) {
                problems.add("legal status ended", span.from, "it ends before it begins");
            }
            if care.ended().is_some_and(|ended| span.from > ended) {
                problems.add("legal status", span.from, "it is after the period of care ended");
            }
            let overlaps = each.iter().any(|(status, began, ended)| {
                let again = *status == span.status && *began == span.from;
                status.slot() == span.status.slot() && (again || *ended > span.from)
            });
            let until = span.ended.unwrap_or(NaiveDate::MAX);
            for (_, began, ended) in each.iter_mut().filter(|(status, ..)| *status == span.status) {
                *began = span.from;
                *ended = until.max(*ended);
            }
            if overlaps {
                let problem = "another status that excludes it had not ended";
                problems.add(
                    "legal status",
                    format_args!("{} from {}", span.status.as_str(), span.from),
                    problem,
                );
            }
        }
    }
}
