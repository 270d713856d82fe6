//! The considerations that Schedule 7 of the 2010 Regulations puts before every review.

use super::{Citation, InForce, Instrument, Reading};
use core::fmt;

/// One of the fourteen considerations of Schedule 7.
///
/// ```
/// use iro_handbook::law::ScheduleSevenMatter;
///
/// let matter = ScheduleSevenMatter::Contact;
/// assert_eq!(matter.number(), 4);
/// assert_eq!(matter.to_string(), "Contact");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ScheduleSevenMatter {
    /// Changes since the last review, and what became of its decisions.
    LastReview,
    /// Whether to seek a change of the child's legal status.
    LegalStatus,
    /// Whether there is a plan for permanence.
    PermanencePlan,
    /// The arrangements for contact.
    Contact,
    /// Whether the placement still suits the child.
    Placement,
    /// The child's education and how it goes.
    Education,
    /// The child's interests and free time.
    Leisure,
    /// The child's health and what it needs.
    Health,
    /// What the child's identity calls for.
    Identity,
    /// The support arranged under regulation 31, and whether the child understands it.
    Support,
    /// What is needed for the time when the child is no longer looked after.
    CeasingToBeLookedAfter,
    /// What the child wishes and feels, and what the IRO thinks.
    WishesAndFeelings,
    /// The frequency of visits to a child placed with a parent before assessment.
    VisitsWithParent,
    /// The needs of a child who may have been trafficked or seeks asylum alone.
    TraffickingOrAsylum,
}

impl ScheduleSevenMatter {
    /// Every consideration, in the order of the Schedule.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// assert_eq!(ScheduleSevenMatter::ALL.len(), 14);
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::LastReview,
        Self::LegalStatus,
        Self::PermanencePlan,
        Self::Contact,
        Self::Placement,
        Self::Education,
        Self::Leisure,
        Self::Health,
        Self::Identity,
        Self::Support,
        Self::CeasingToBeLookedAfter,
        Self::WishesAndFeelings,
        Self::VisitsWithParent,
        Self::TraffickingOrAsylum,
    ];

    /// Its number in the Schedule.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// assert_eq!(ScheduleSevenMatter::Health.number(), 8);
    /// ```
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::LastReview => 1,
            Self::LegalStatus => 2,
            Self::PermanencePlan => 3,
            Self::Contact => 4,
            Self::Placement => 5,
            Self::Education => 6,
            Self::Leisure => 7,
            Self::Health => 8,
            Self::Identity => 9,
            Self::Support => 10,
            Self::CeasingToBeLookedAfter => 11,
            Self::WishesAndFeelings => 12,
            Self::VisitsWithParent => 13,
            Self::TraffickingOrAsylum => 14,
        }
    }

    /// The consideration with a number, where there is one.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// assert_eq!(ScheduleSevenMatter::numbered(9), Some(ScheduleSevenMatter::Identity));
    /// assert_eq!(ScheduleSevenMatter::numbered(15), None);
    /// ```
    #[must_use]
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|matter| matter.number() == number)
    }

    /// What it is about, in a few words.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// assert_eq!(ScheduleSevenMatter::Placement.title(), "The placement");
    /// ```
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::LastReview => "What the last review decided, and what has changed since",
            Self::LegalStatus => "The child's legal status",
            Self::PermanencePlan => "The plan for permanence",
            Self::Contact => "Contact",
            Self::Placement => "The placement",
            Self::Education => "Education",
            Self::Leisure => "Leisure",
            Self::Health => "Health",
            Self::Identity => "Identity",
            Self::Support => "Advice, support and assistance",
            Self::CeasingToBeLookedAfter => "Ceasing to be looked after",
            Self::WishesAndFeelings => "Wishes and feelings, and the views of the IRO",
            Self::VisitsWithParent => "Visits where placed with a parent before assessment",
            Self::TraffickingOrAsylum => {
                "Needs as a victim of trafficking or an unaccompanied asylum-seeking child"
            }
        }
    }

    /// Whether it bears on every child, and not only on some.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// assert!(ScheduleSevenMatter::Health.bears_on_every_child());
    /// assert!(!ScheduleSevenMatter::VisitsWithParent.bears_on_every_child());
    /// ```
    #[must_use]
    pub const fn bears_on_every_child(self) -> bool {
        !matches!(
            self,
            Self::CeasingToBeLookedAfter | Self::VisitsWithParent | Self::TraffickingOrAsylum
        )
    }

    /// For whom it applies.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// assert_eq!(ScheduleSevenMatter::Placement.applies(), "always");
    /// ```
    #[must_use]
    pub const fn applies(self) -> &'static str {
        match self {
            Self::CeasingToBeLookedAfter => "when care may end",
            Self::VisitsWithParent => {
                "where the child was placed with a parent before assessment (regulation 19)"
            }
            Self::TraffickingOrAsylum => {
                "where the child may be a victim of trafficking, or is an unaccompanied asylum-seeking child"
            }
            _ => "always",
        }
    }

    /// The days on which it is in force.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// let in_force = ScheduleSevenMatter::TraffickingOrAsylum.in_force();
    /// assert_eq!(in_force.to_string(), "from 18 August 2014");
    /// ```
    #[must_use]
    pub const fn in_force(self) -> InForce {
        match self {
            Self::TraffickingOrAsylum => InForce::from(2014, 8, 18),
            _ => InForce::from(2011, 4, 1),
        }
    }

    /// Where it stands.
    ///
    /// ```
    /// use iro_handbook::law::ScheduleSevenMatter;
    ///
    /// let citation = ScheduleSevenMatter::Education.citation();
    /// assert_eq!(citation.provision(), "Schedule 7, paragraph 6");
    /// ```
    #[must_use]
    pub const fn citation(self) -> Citation {
        let provision = match self {
            Self::LastReview => "Schedule 7, paragraph 1",
            Self::LegalStatus => "Schedule 7, paragraph 2",
            Self::PermanencePlan => "Schedule 7, paragraph 3",
            Self::Contact => "Schedule 7, paragraph 4",
            Self::Placement => "Schedule 7, paragraph 5",
            Self::Education => "Schedule 7, paragraph 6",
            Self::Leisure => "Schedule 7, paragraph 7",
            Self::Health => "Schedule 7, paragraph 8",
            Self::Identity => "Schedule 7, paragraph 9",
            Self::Support => "Schedule 7, paragraph 10",
            Self::CeasingToBeLookedAfter => "Schedule 7, paragraph 11",
            Self::WishesAndFeelings => "Schedule 7, paragraph 12",
            Self::VisitsWithParent => "Schedule 7, paragraph 13",
            Self::TraffickingOrAsylum => "Schedule 7, paragraph 14",
        };
        Citation::new(Instrument::CarePlanningRegulations2010, provision)
    }

    /// How well its wording is known.
    ///
    /// ```
    /// use iro_handbook::law::{Reading, ScheduleSevenMatter};
    ///
    /// assert_eq!(ScheduleSevenMatter::Leisure.reading(), Reading::WellKnown);
    /// ```
    #[must_use]
    pub const fn reading(self) -> Reading {
        match self {
            Self::PermanencePlan
            | Self::Leisure
            | Self::Health
            | Self::CeasingToBeLookedAfter
            | Self::WishesAndFeelings => Reading::WellKnown,
            _ => Reading::TextRead,
        }
    }
}

impl fmt::Display for ScheduleSevenMatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}
