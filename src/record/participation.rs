//! How the child took part in a review: the participation codes of the SSDA903 return.

use crate::error::{Error, Kind};
use core::fmt;
use core::str::FromStr;

/// How the child took part in a review, by the codes PN0 to PN7 of the SSDA903 return.
///
/// The codes have not changed between 2017 and 2026. The Handbook asks for every child to take part
/// (chapter 3); the codes say how the child's views came into the review.
///
/// ```
/// use iro_handbook::record::Participation;
///
/// let code: Participation = "PN5".parse()?;
/// assert_eq!(code, Participation::AbsentBriefedAdvocate);
/// assert!(!code.attended() && code.views_conveyed());
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "std::borrow::Cow<'_, str>", into = "&'static str"))]
pub enum Participation {
    /// PN0: the child was under 4 at the time of the review.
    UnderFour,
    /// PN1: the child attended and spoke for themself.
    AttendedAndSpoke,
    /// PN2: the child attended and an advocate spoke for them.
    AttendedAdvocateSpoke,
    /// PN3: the child attended and conveyed views without words.
    AttendedViewsWithoutWords,
    /// PN4: the child attended but conveyed no views by any route.
    AttendedNoViews,
    /// PN5: the child did not attend but briefed an advocate.
    AbsentBriefedAdvocate,
    /// PN6: the child did not attend but sent views by some medium.
    AbsentViewsSent,
    /// PN7: the child did not attend and views were not conveyed.
    AbsentNoViews,
}

impl Participation {
    /// Every code, PN0 first.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    ///
    /// let codes: Vec<_> = Participation::ALL.iter().map(|p| p.code()).collect();
    /// assert_eq!(codes, ["PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"]);
    /// ```
    pub const ALL: [Self; 8] = [
        Self::UnderFour,
        Self::AttendedAndSpoke,
        Self::AttendedAdvocateSpoke,
        Self::AttendedViewsWithoutWords,
        Self::AttendedNoViews,
        Self::AbsentBriefedAdvocate,
        Self::AbsentViewsSent,
        Self::AbsentNoViews,
    ];

    /// The code of the return, such as `PN1`.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    ///
    /// assert_eq!(Participation::UnderFour.code(), "PN0");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnderFour => "PN0",
            Self::AttendedAndSpoke => "PN1",
            Self::AttendedAdvocateSpoke => "PN2",
            Self::AttendedViewsWithoutWords => "PN3",
            Self::AttendedNoViews => "PN4",
            Self::AbsentBriefedAdvocate => "PN5",
            Self::AbsentViewsSent => "PN6",
            Self::AbsentNoViews => "PN7",
        }
    }

    /// What a code of the return says; none for a code that is not of it. The code stands in upper case.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    ///
    /// assert_eq!(Participation::from_code("PN6"), Some(Participation::AbsentViewsSent));
    /// assert_eq!(Participation::from_code("PN8"), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: &str) -> Option<Self> {
        match code.as_bytes() {
            b"PN0" => Some(Self::UnderFour),
            b"PN1" => Some(Self::AttendedAndSpoke),
            b"PN2" => Some(Self::AttendedAdvocateSpoke),
            b"PN3" => Some(Self::AttendedViewsWithoutWords),
            b"PN4" => Some(Self::AttendedNoViews),
            b"PN5" => Some(Self::AbsentBriefedAdvocate),
            b"PN6" => Some(Self::AbsentViewsSent),
            b"PN7" => Some(Self::AbsentNoViews),
            _ => None,
        }
    }

    /// The code in a few words, for a table a reader sees.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    ///
    /// assert_eq!(Participation::AbsentViewsSent.meaning(), "did not attend, sent views");
    /// ```
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::UnderFour => "under 4 at the review",
            Self::AttendedAndSpoke => "attended and spoke",
            Self::AttendedAdvocateSpoke => "attended, an advocate spoke",
            Self::AttendedViewsWithoutWords => "attended, conveyed views without words",
            Self::AttendedNoViews => "attended, conveyed no views",
            Self::AbsentBriefedAdvocate => "did not attend, briefed an advocate",
            Self::AbsentViewsSent => "did not attend, sent views",
            Self::AbsentNoViews => "did not attend, views not conveyed",
        }
    }

    /// Whether the child was old enough to be counted in participation rates: every code but PN0.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    ///
    /// assert_eq!(Participation::ALL.iter().filter(|p| p.is_eligible()).count(), 7);
    /// ```
    #[must_use]
    pub const fn is_eligible(self) -> bool {
        !matches!(self, Self::UnderFour)
    }

    /// Whether the child was there: PN1 to PN4.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    ///
    /// assert_eq!(Participation::ALL.iter().filter(|p| p.attended()).count(), 4);
    /// ```
    #[must_use]
    pub const fn attended(self) -> bool {
        matches!(
            self,
            Self::AttendedAndSpoke
                | Self::AttendedAdvocateSpoke
                | Self::AttendedViewsWithoutWords
                | Self::AttendedNoViews
        )
    }

    /// Whether the child's views came into the review by any route: PN1, PN2, PN3, PN5 and PN6.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    ///
    /// assert!(Participation::AbsentViewsSent.views_conveyed());
    /// assert!(!Participation::AttendedNoViews.views_conveyed());
    /// ```
    #[must_use]
    pub const fn views_conveyed(self) -> bool {
        matches!(
            self,
            Self::AttendedAndSpoke
                | Self::AttendedAdvocateSpoke
                | Self::AttendedViewsWithoutWords
                | Self::AbsentBriefedAdvocate
                | Self::AbsentViewsSent
        )
    }
}

impl fmt::Display for Participation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Participation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::from_code(text).ok_or_else(|| {
            Kind::UnknownCode {
                field: "participation",
                value: text.to_owned(),
                known: "PN0, PN1, PN2, PN3, PN4, PN5, PN6, PN7",
            }
            .into()
        })
    }
}

#[cfg(feature = "serde")]
impl TryFrom<std::borrow::Cow<'_, str>> for Participation {
    type Error = Error;

    fn try_from(text: std::borrow::Cow<'_, str>) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<Participation> for &'static str {
    fn from(participation: Participation) -> Self {
        participation.code()
    }
}
