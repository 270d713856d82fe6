//! Where in the law something stands.

use core::fmt;

/// An Act, a set of regulations or guidance that a rule comes from.
///
/// ```
/// use iro_handbook::law::Instrument;
///
/// let regulations = Instrument::CarePlanningRegulations2010;
/// assert_eq!(regulations.number(), "SI 2010/959");
/// assert!(regulations.title().starts_with("The Care Planning"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Instrument {
    /// The Children Act 1989.
    ChildrenAct1989,
    /// The Review of Children's Cases Regulations 1991, in force to 31 March 2011.
    ReviewOfCasesRegulations1991,
    /// The Children (Secure Accommodation) Regulations 1991.
    SecureAccommodationRegulations1991,
    /// The Regulations of 2004 that brought independent reviewing officers into the review Regulations of 1991.
    ReviewOfCasesAmendmentRegulations2004,
    /// The Adoption Agencies Regulations 2005.
    AdoptionAgenciesRegulations2005,
    /// The Care Planning, Placement and Case Review (England) Regulations 2010.
    CarePlanningRegulations2010,
    /// The IRO Handbook of 2010, statutory guidance.
    IroHandbook2010,
    /// The Regulations of 2013 that brought remand into care planning.
    CarePlanningAmendmentRegulations2013,
    /// The Regulations of 2013 that added events bringing a review forward.
    ChildrensHomesAmendmentRegulations2013,
    /// The Care Planning and Care Leavers (Amendment) Regulations 2014.
    CareLeaversAmendmentRegulations2014,
    /// The Regulations of 2015 on long-term foster placements and on ceasing to look after a child.
    FosteringAmendmentRegulations2015,
    /// The volume of the statutory guidance to the Children Act 1989 on care planning, as issued in 2015.
    CarePlanningGuidance2015,
    /// The Adoption and Children (Coronavirus) (Amendment) Regulations 2020.
    CoronavirusRegulations2020,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 1999.
    WorkingTogether1999,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 2006.
    WorkingTogether2006,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 2010.
    WorkingTogether2010,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 2013.
    WorkingTogether2013,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 2015.
    WorkingTogether2015,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 2018.
    WorkingTogether2018,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 2023.
    WorkingTogether2023,
    /// Working Together to Safeguard Children, statutory guidance, the edition of 2026.
    WorkingTogether2026,
    /// What an authority has set for itself.
    LocalPolicy,
}

impl Instrument {
    /// Every instrument: Acts, regulations and the Handbook in the order of their years, then the editions
    /// of Working Together, an authority's own policy last.
    ///
    /// ```
    /// use iro_handbook::law::Instrument;
    ///
    /// assert!(Instrument::ALL.contains(&Instrument::IroHandbook2010));
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::ChildrenAct1989,
        Self::ReviewOfCasesRegulations1991,
        Self::SecureAccommodationRegulations1991,
        Self::ReviewOfCasesAmendmentRegulations2004,
        Self::AdoptionAgenciesRegulations2005,
        Self::CarePlanningRegulations2010,
        Self::IroHandbook2010,
        Self::CarePlanningAmendmentRegulations2013,
        Self::ChildrensHomesAmendmentRegulations2013,
        Self::CareLeaversAmendmentRegulations2014,
        Self::FosteringAmendmentRegulations2015,
        Self::CarePlanningGuidance2015,
        Self::CoronavirusRegulations2020,
        Self::WorkingTogether1999,
        Self::WorkingTogether2006,
        Self::WorkingTogether2010,
        Self::WorkingTogether2013,
        Self::WorkingTogether2015,
        Self::WorkingTogether2018,
        Self::WorkingTogether2023,
        Self::WorkingTogether2026,
        Self::LocalPolicy,
    ];

    /// The title.
    ///
    /// ```
    /// use iro_handbook::law::Instrument;
    ///
    /// assert_eq!(
    ///     Instrument::AdoptionAgenciesRegulations2005.title(),
    ///     "The Adoption Agencies Regulations 2005",
    /// );
    /// ```
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::ChildrenAct1989 => "The Children Act 1989",
            Self::ReviewOfCasesRegulations1991 => "The Review of Children's Cases Regulations 1991",
            Self::ReviewOfCasesAmendmentRegulations2004 => {
                "The Review of Children's Cases (Amendment) (England) Regulations 2004"
            }
            Self::SecureAccommodationRegulations1991 => {
                "The Children (Secure Accommodation) Regulations 1991"
            }
            Self::AdoptionAgenciesRegulations2005 => "The Adoption Agencies Regulations 2005",
            Self::CarePlanningRegulations2010 => {
                "The Care Planning, Placement and Case Review (England) Regulations 2010"
            }
            Self::IroHandbook2010 => "The IRO Handbook",
            Self::CarePlanningAmendmentRegulations2013 => {
                "The Care Planning, Placement and Case Review (England) (Miscellaneous Amendments) \
                 Regulations 2013"
            }
            Self::ChildrensHomesAmendmentRegulations2013 => {
                "The Children's Homes and Looked after Children (Miscellaneous Amendments) (England) \
                 Regulations 2013"
            }
            Self::CareLeaversAmendmentRegulations2014 => {
                "The Care Planning and Care Leavers (Amendment) Regulations 2014"
            }
            Self::FosteringAmendmentRegulations2015 => {
                "The Care Planning and Fostering (Miscellaneous Amendments) (England) Regulations 2015"
            }
            Self::WorkingTogether1999
            | Self::WorkingTogether2006
            | Self::WorkingTogether2010
            | Self::WorkingTogether2013
            | Self::WorkingTogether2015
            | Self::WorkingTogether2018
            | Self::WorkingTogether2023
            | Self::WorkingTogether2026 => "Working Together to Safeguard Children",
            Self::CarePlanningGuidance2015 => {
                "The Children Act 1989 Guidance and Regulations, volume 2: care planning, placement and \
                 case review"
            }
            Self::LocalPolicy => "The authority's own policy",
            Self::CoronavirusRegulations2020 => {
                "The Adoption and Children (Coronavirus) (Amendment) Regulations 2020"
            }
        }
    }

    /// The number in its series, such as the year and number of a statutory instrument.
    ///
    /// ```
    /// use iro_handbook::law::Instrument;
    ///
    /// assert_eq!(Instrument::CoronavirusRegulations2020.number(), "SI 2020/445");
    /// ```
    #[must_use]
    pub const fn number(self) -> &'static str {
        match self {
            Self::ChildrenAct1989 => "1989 c. 41",
            Self::ReviewOfCasesRegulations1991 => "SI 1991/895",
            Self::SecureAccommodationRegulations1991 => "SI 1991/1505",
            Self::ReviewOfCasesAmendmentRegulations2004 => "SI 2004/1419",
            Self::AdoptionAgenciesRegulations2005 => "SI 2005/389",
            Self::CarePlanningRegulations2010 => "SI 2010/959",
            Self::IroHandbook2010 => "statutory guidance, 2010",
            Self::CarePlanningAmendmentRegulations2013 => "SI 2013/706",
            Self::ChildrensHomesAmendmentRegulations2013 => "SI 2013/3239",
            Self::CareLeaversAmendmentRegulations2014 => "SI 2014/1917",
            Self::FosteringAmendmentRegulations2015 => "SI 2015/495",
            Self::CarePlanningGuidance2015 => "statutory guidance, 2015",
            Self::CoronavirusRegulations2020 => "SI 2020/445",
            Self::WorkingTogether1999 => "statutory guidance, 1999",
            Self::WorkingTogether2006 => "statutory guidance, 2006",
            Self::WorkingTogether2010 => "statutory guidance, 2010",
            Self::WorkingTogether2013 => "statutory guidance, 2013",
            Self::WorkingTogether2015 => "statutory guidance, 2015",
            Self::WorkingTogether2018 => "statutory guidance, 2018",
            Self::WorkingTogether2023 => "statutory guidance, 2023",
            Self::WorkingTogether2026 => "statutory guidance, 2026",
            Self::LocalPolicy => "local",
        }
    }
}

impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.title(), self.number())
    }
}

/// A provision of an instrument.
///
/// ```
/// use iro_handbook::law::RuleId;
///
/// let term = RuleId::SecondReview.rule().terms().last().unwrap();
/// assert_eq!(
///     term.citation().to_string(),
///     "The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), \
///      regulation 33(2)",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    instrument: Instrument,
    provision: &'static str,
}

impl Citation {
    pub(crate) const fn new(instrument: Instrument, provision: &'static str) -> Self {
        Self { instrument, provision }
    }

    /// The instrument.
    ///
    /// ```
    /// use iro_handbook::law::{Instrument, RuleId};
    ///
    /// let term = RuleId::FirstReview.rule().terms().next().unwrap();
    /// assert_eq!(term.citation().instrument(), Instrument::ReviewOfCasesRegulations1991);
    /// ```
    #[must_use]
    pub const fn instrument(&self) -> Instrument {
        self.instrument
    }

    /// The provision in it, such as "regulation 33(1)".
    ///
    /// ```
    /// use iro_handbook::law::RuleId;
    ///
    /// let term = RuleId::FirstReview.rule().terms().last().unwrap();
    /// assert_eq!(term.citation().provision(), "regulation 33(1)");
    /// ```
    #[must_use]
    pub const fn provision(&self) -> &'static str {
        self.provision
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.instrument, self.provision)
    }
}
