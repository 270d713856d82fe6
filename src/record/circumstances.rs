//! How a child is looked after and why that ended, in the groups of a report.

use super::{LegalStatus, PlacementKind};
use core::fmt;

/// By what a child is looked after, in the groups by which it is published.
///
/// Where several stand at once the child is counted once, by the first of: placement order (a care order has
/// no effect beside it: Adoption and Children Act 2002, section 29(1)), consent to placement for adoption,
/// care order, interim care order, police or emergency protection, remand or youth justice, accommodated.
///
/// ```
/// use iro_handbook::record::LegalBasis;
///
/// assert_eq!(LegalBasis::from_code("C2"), Some(LegalBasis::CareOrder));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LegalBasis {
    /// Accommodated under section 20 of the Children Act 1989 (V2).
    Accommodated,
    /// An interim care order (C1).
    InterimCareOrder,
    /// A care order (C2).
    CareOrder,
    /// A placement order (E1); before it, an order that freed the child for adoption (D1).
    PlacementOrder,
    /// Consent to placement for adoption, which the return has no code for.
    AdoptionConsent,
    /// Police protection (L1), an emergency protection order (L2), a child assessment order (L3).
    ChildProtection,
    /// Remand (J1), detention after arrest (J2), an order with a requirement of residence or of intensive fostering (J3).
    YouthJustice,
}

impl LegalBasis {
    /// All of them, in the order of a report.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::LegalBasis::ALL.len(), 7);
    /// ```
    pub const ALL: &[Self] = &[
        Self::Accommodated,
        Self::InterimCareOrder,
        Self::CareOrder,
        Self::PlacementOrder,
        Self::AdoptionConsent,
        Self::ChildProtection,
        Self::YouthJustice,
    ];

    /// A short name, as in the names of figures.
    ///
    /// ```
    /// use iro_handbook::record::LegalBasis;
    ///
    /// assert_eq!(LegalBasis::Accommodated.as_str(), "accommodated");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accommodated => "accommodated",
            Self::InterimCareOrder => "interim_care_order",
            Self::CareOrder => "care_order",
            Self::PlacementOrder => "placement_order",
            Self::AdoptionConsent => "adoption_consent",
            Self::ChildProtection => "child_protection",
            Self::YouthJustice => "youth_justice",
        }
    }

    /// In words.
    ///
    /// ```
    /// use iro_handbook::record::LegalBasis;
    ///
    /// assert_eq!(LegalBasis::Accommodated.words(), "accommodated by agreement (section 20)");
    /// ```
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Accommodated => "accommodated by agreement (section 20)",
            Self::InterimCareOrder => "interim care order",
            Self::CareOrder => "care order",
            Self::PlacementOrder => "placement order, or freed for adoption",
            Self::AdoptionConsent => "consent to placement for adoption",
            Self::ChildProtection => "police or emergency protection",
            Self::YouthJustice => "remand or youth justice",
        }
    }

    /// From the code of the column LS. None for any other code, and for a short break (V3, V4).
    ///
    /// ```
    /// use iro_handbook::record::LegalBasis;
    ///
    /// assert_eq!(LegalBasis::from_code("V2"), Some(LegalBasis::Accommodated));
    /// assert_eq!(LegalBasis::from_code("V4"), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: &str) -> Option<Self> {
        match code.as_bytes() {
            b"V2" => Some(Self::Accommodated),
            b"C1" => Some(Self::InterimCareOrder),
            b"C2" => Some(Self::CareOrder),
            b"E1" | b"D1" => Some(Self::PlacementOrder),
            b"L1" | b"L2" | b"L3" => Some(Self::ChildProtection),
            b"J1" | b"J2" | b"J3" => Some(Self::YouthJustice),
            _ => None,
        }
    }
}

impl fmt::Display for LegalBasis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}

impl LegalBasis {
    /// The place in the order of what is counted where several stand at once.
    pub(super) const fn precedence(self) -> u8 {
        match self {
            Self::PlacementOrder => 0,
            Self::AdoptionConsent => 1,
            Self::CareOrder => 2,
            Self::InterimCareOrder => 3,
            Self::ChildProtection => 4,
            Self::YouthJustice => 5,
            Self::Accommodated => 6,
        }
    }
}

impl From<LegalStatus> for LegalBasis {
    fn from(status: LegalStatus) -> Self {
        match status {
            LegalStatus::Accommodated => Self::Accommodated,
            LegalStatus::InterimCareOrder => Self::InterimCareOrder,
            LegalStatus::CareOrder => Self::CareOrder,
            LegalStatus::PlacementOrder => Self::PlacementOrder,
            LegalStatus::AdoptionConsent => Self::AdoptionConsent,
            LegalStatus::EmergencyProtection | LegalStatus::PoliceProtection => {
                Self::ChildProtection
            }
            LegalStatus::PoliceDetention
            | LegalStatus::ResidenceRequirement
            | LegalStatus::RemandToLocalAuthority
            | LegalStatus::RemandToYouthDetention => Self::YouthJustice,
        }
    }
}

/// Where a child lives, in the groups of a report.
///
/// ```
/// use iro_handbook::record::PlacementType;
///
/// assert_eq!(PlacementType::from_code("U1"), Some(PlacementType::FosterWithKin));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PlacementType {
    /// With a foster carer who is a relative or friend (U1 to U3), or a connected person approved for a time.
    FosterWithKin,
    /// With any other foster carer (U4 to U6).
    FosterWithOthers,
    /// With a foster carer, and whether a relative or friend is not recorded.
    Foster,
    /// Placed for adoption (A3 to A6).
    Adoption,
    /// With a parent or another person with parental responsibility (P1).
    WithParent,
    /// In a children's home (K2).
    ChildrensHome,
    /// In a secure children's home (K1).
    Secure,
    /// In supported accommodation (K3); before 2025 semi-independent (H5) or independent (P2) living.
    SupportedAccommodation,
    /// In a residential school (S1).
    ResidentialSchool,
    /// In a care home (R1), a health establishment (R2) or a family centre (R3).
    OtherResidential,
    /// In a young offender institution or a secure training centre (R5).
    YouthDetention,
    /// In a temporary placement, such as a stay in hospital or a holiday (T0 to T4).
    Temporary,
    /// Any other: in residential employment (P3), or another placement (Z1, from 2026 Z11 to Z14).
    Other,
}

impl PlacementType {
    /// All of them, in the order of a report.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::PlacementType::ALL.len(), 13);
    /// ```
    pub const ALL: &[Self] = &[
        Self::FosterWithKin,
        Self::FosterWithOthers,
        Self::Foster,
        Self::Adoption,
        Self::WithParent,
        Self::ChildrensHome,
        Self::Secure,
        Self::SupportedAccommodation,
        Self::ResidentialSchool,
        Self::OtherResidential,
        Self::YouthDetention,
        Self::Temporary,
        Self::Other,
    ];

    /// A short name, as in the names of figures.
    ///
    /// ```
    /// use iro_handbook::record::PlacementType;
    ///
    /// assert_eq!(PlacementType::FosterWithKin.as_str(), "foster_kin");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FosterWithKin => "foster_kin",
            Self::FosterWithOthers => "foster_others",
            Self::Foster => "foster",
            Self::Adoption => "adoption",
            Self::WithParent => "parent",
            Self::ChildrensHome => "childrens_home",
            Self::Secure => "secure",
            Self::SupportedAccommodation => "supported",
            Self::ResidentialSchool => "residential_school",
            Self::OtherResidential => "other_residential",
            Self::YouthDetention => "youth_detention",
            Self::Temporary => "temporary",
            Self::Other => "other",
        }
    }

    /// In words.
    ///
    /// ```
    /// use iro_handbook::record::PlacementType;
    ///
    /// assert_eq!(PlacementType::FosterWithKin.words(), "foster care with a relative or friend");
    /// ```
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::FosterWithKin => "foster care with a relative or friend",
            Self::FosterWithOthers => "foster care with others",
            Self::Foster => "foster care, of which kind not recorded",
            Self::Adoption => "placed for adoption",
            Self::WithParent => "with a parent",
            Self::ChildrensHome => "children's home",
            Self::Secure => "secure home",
            Self::SupportedAccommodation => "supported or independent accommodation",
            Self::ResidentialSchool => "residential school",
            Self::OtherResidential => "care home, hospital or family centre",
            Self::YouthDetention => "youth detention",
            Self::Temporary => "temporary",
            Self::Other => "other",
        }
    }

    /// From the code of the column PLACE. None for any other code.
    ///
    /// ```
    /// use iro_handbook::record::PlacementType;
    ///
    /// assert_eq!(PlacementType::from_code("K2"), Some(PlacementType::ChildrensHome));
    /// assert_eq!(PlacementType::from_code("K9"), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: &str) -> Option<Self> {
        match code.as_bytes() {
            b"U1" | b"U2" | b"U3" => Some(Self::FosterWithKin),
            b"U4" | b"U5" | b"U6" => Some(Self::FosterWithOthers),
            b"A3" | b"A4" | b"A5" | b"A6" => Some(Self::Adoption),
            b"P1" => Some(Self::WithParent),
            b"K2" => Some(Self::ChildrensHome),
            b"K1" => Some(Self::Secure),
            b"K3" | b"H5" | b"P2" => Some(Self::SupportedAccommodation),
            b"S1" => Some(Self::ResidentialSchool),
            b"R1" | b"R2" | b"R3" => Some(Self::OtherResidential),
            b"R5" => Some(Self::YouthDetention),
            b"T0" | b"T1" | b"T2" | b"T3" | b"T4" => Some(Self::Temporary),
            b"P3" | b"Z1" | b"Z11" | b"Z12" | b"Z13" | b"Z14" => Some(Self::Other),
            _ => None,
        }
    }
}

impl fmt::Display for PlacementType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}

impl From<PlacementKind> for PlacementType {
    fn from(kind: PlacementKind) -> Self {
        match kind {
            PlacementKind::Foster | PlacementKind::LongTermFoster => Self::Foster,
            PlacementKind::TemporaryApproval => Self::FosterWithKin,
            PlacementKind::WithParent | PlacementKind::WithParentUnassessed => Self::WithParent,
            PlacementKind::ChildrensHome => Self::ChildrensHome,
            PlacementKind::Secure => Self::Secure,
            PlacementKind::YouthDetention => Self::YouthDetention,
            PlacementKind::Adoption => Self::Adoption,
            PlacementKind::Other => Self::Other,
        }
    }
}

/// Why a child ceased to be looked after.
///
/// ```
/// use iro_handbook::record::ReasonCeased;
///
/// assert_eq!(ReasonCeased::from_code("E4A"), Some(ReasonCeased::ReturnedHome));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ReasonCeased {
    /// Home to parents or others with parental responsibility, planned (E4A) or not (E4B).
    ReturnedHome,
    /// Home to someone without parental responsibility and without an order (E13).
    ToOthers,
    /// Adopted (E11, E12).
    Adopted,
    /// A special guardianship order (E45 to E48; to 2018 E43, E44).
    SpecialGuardianship,
    /// A child arrangements order (E41).
    ChildArrangements,
    /// Turned 18 and stayed with the carers (E17).
    StayingPut,
    /// To independent living, with support (E5) or without (E6).
    Independence,
    /// To residential care funded by adult services (E7).
    AdultCare,
    /// Care was taken over by another authority (E3).
    OtherAuthority,
    /// Sentenced to custody (E9).
    Custody,
    /// Accommodation on remand ended (E14).
    RemandEnded,
    /// The age was assessed as 18 or over (E15).
    AgeAssessed,
    /// Moved abroad (E16).
    Abroad,
    /// Died (E2).
    Died,
    /// Any other reason (E8).
    Other,
}

impl ReasonCeased {
    /// All of them, in the order of a report.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReasonCeased::ALL.len(), 15);
    /// ```
    pub const ALL: &[Self] = &[
        Self::ReturnedHome,
        Self::ToOthers,
        Self::Adopted,
        Self::SpecialGuardianship,
        Self::ChildArrangements,
        Self::StayingPut,
        Self::Independence,
        Self::AdultCare,
        Self::OtherAuthority,
        Self::Custody,
        Self::RemandEnded,
        Self::AgeAssessed,
        Self::Abroad,
        Self::Died,
        Self::Other,
    ];

    /// A short name, as in the names of figures.
    ///
    /// ```
    /// use iro_handbook::record::ReasonCeased;
    ///
    /// assert_eq!(ReasonCeased::ReturnedHome.as_str(), "returned_home");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReturnedHome => "returned_home",
            Self::ToOthers => "to_others",
            Self::Adopted => "adopted",
            Self::SpecialGuardianship => "special_guardianship",
            Self::ChildArrangements => "child_arrangements",
            Self::StayingPut => "stayed_with_carers",
            Self::Independence => "independence",
            Self::AdultCare => "adult_care",
            Self::OtherAuthority => "other_authority",
            Self::Custody => "custody",
            Self::RemandEnded => "remand_ended",
            Self::AgeAssessed => "age_assessed",
            Self::Abroad => "abroad",
            Self::Died => "died",
            Self::Other => "other",
        }
    }

    /// In words.
    ///
    /// ```
    /// use iro_handbook::record::ReasonCeased;
    ///
    /// assert_eq!(ReasonCeased::ReturnedHome.words(), "returned home");
    /// ```
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::ReturnedHome => "returned home",
            Self::ToOthers => "home to someone without parental responsibility",
            Self::Adopted => "adopted",
            Self::SpecialGuardianship => "special guardianship order",
            Self::ChildArrangements => "child arrangements order",
            Self::StayingPut => "stayed with carers at 18",
            Self::Independence => "independent living",
            Self::AdultCare => "residential care for adults",
            Self::OtherAuthority => "care taken over by another authority",
            Self::Custody => "sentenced to custody",
            Self::RemandEnded => "remand ended",
            Self::AgeAssessed => "age assessed as 18 or over",
            Self::Abroad => "moved abroad",
            Self::Died => "died",
            Self::Other => "another reason",
        }
    }

    /// From the code of the column REC. None for any other code, and for X1, which says that care went on.
    ///
    /// ```
    /// use iro_handbook::record::ReasonCeased;
    ///
    /// assert_eq!(ReasonCeased::from_code("E11"), Some(ReasonCeased::Adopted));
    /// assert_eq!(ReasonCeased::from_code("X1"), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: &str) -> Option<Self> {
        match code.as_bytes() {
            b"E4A" | b"E4B" => Some(Self::ReturnedHome),
            b"E13" => Some(Self::ToOthers),
            b"E11" | b"E12" => Some(Self::Adopted),
            b"E43" | b"E44" | b"E45" | b"E46" | b"E47" | b"E48" => Some(Self::SpecialGuardianship),
            b"E41" => Some(Self::ChildArrangements),
            b"E17" => Some(Self::StayingPut),
            b"E5" | b"E6" => Some(Self::Independence),
            b"E7" => Some(Self::AdultCare),
            b"E3" => Some(Self::OtherAuthority),
            b"E9" => Some(Self::Custody),
            b"E14" => Some(Self::RemandEnded),
            b"E15" => Some(Self::AgeAssessed),
            b"E16" => Some(Self::Abroad),
            b"E2" => Some(Self::Died),
            b"E8" => Some(Self::Other),
            _ => None,
        }
    }
}

impl fmt::Display for ReasonCeased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}
