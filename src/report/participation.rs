//! How children took part in their reviews.

use super::Rate;
use crate::record::Participation;

/// Reviews held, by the participation code, with the two rates reports print.
///
/// ```
/// use iro_handbook::record::Participation;
/// use iro_handbook::report::ParticipationCounts;
///
/// let counts: ParticipationCounts =
///     [Some(Participation::UnderFour), Some(Participation::AttendedNoViews), None].into_iter().collect();
/// assert_eq!(counts.attended_rate().to_string(), "100 % (1 of 1)");
/// assert_eq!(counts.views_conveyed_rate().to_string(), "0 % (0 of 1)");
/// assert_eq!(counts.not_recorded(), 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ParticipationCounts {
    by_code: [u64; 8],
    not_recorded: u64,
}

impl ParticipationCounts {
    /// Reviews with a code.
    ///
    /// ```
    /// use iro_handbook::record::Participation;
    /// use iro_handbook::report::ParticipationCounts;
    ///
    /// let counts: ParticipationCounts = [Some(Participation::UnderFour)].into_iter().collect();
    /// assert_eq!(counts.with_code(Participation::UnderFour), 1);
    /// ```
    #[must_use]
    pub fn with_code(&self, code: Participation) -> u64 {
        self.each().find_map(|(each, count)| (each == code).then_some(count)).unwrap_or_default()
    }

    /// Every code with its count, PN0 first.
    ///
    /// ```
    /// use iro_handbook::report::ParticipationCounts;
    ///
    /// assert_eq!(ParticipationCounts::default().each().count(), 8);
    /// ```
    pub fn each(&self) -> impl Iterator<Item = (Participation, u64)> + use<> {
        Participation::ALL.into_iter().zip(self.by_code)
    }

    /// Reviews for which no code was recorded. Not recorded is not PN7.
    ///
    /// ```
    /// use iro_handbook::report::ParticipationCounts;
    ///
    /// let counts: ParticipationCounts = [None].into_iter().collect();
    /// assert_eq!(counts.not_recorded(), 1);
    /// ```
    #[must_use]
    pub const fn not_recorded(&self) -> u64 {
        self.not_recorded
    }

    /// Every review counted, with or without a code.
    ///
    /// ```
    /// use iro_handbook::report::ParticipationCounts;
    ///
    /// let counts: ParticipationCounts = [None, None].into_iter().collect();
    /// assert_eq!(counts.total(), 2);
    /// ```
    #[must_use]
    pub fn total(&self) -> u64 {
        self.sum(|_| true).saturating_add(self.not_recorded)
    }

    /// Reviews of children old enough to be counted: PN1 to PN7.
    ///
    /// ```
    /// use iro_handbook::{record::Participation, report::ParticipationCounts};
    ///
    /// let counts: ParticipationCounts = Participation::ALL.map(Some).into_iter().collect();
    /// assert_eq!(counts.eligible(), 7);
    /// ```
    #[must_use]
    pub fn eligible(&self) -> u64 {
        self.sum(Participation::is_eligible)
    }

    /// Reviews that the child attended: PN1 to PN4.
    ///
    /// ```
    /// use iro_handbook::{record::Participation, report::ParticipationCounts};
    ///
    /// let counts: ParticipationCounts = Participation::ALL.map(Some).into_iter().collect();
    /// assert_eq!(counts.attended(), 4);
    /// ```
    #[must_use]
    pub fn attended(&self) -> u64 {
        self.sum(Participation::attended)
    }

    /// Reviews into which the child's views came by any route: PN1, PN2, PN3, PN5 and PN6.
    ///
    /// ```
    /// use iro_handbook::{record::Participation, report::ParticipationCounts};
    ///
    /// let counts: ParticipationCounts = Participation::ALL.map(Some).into_iter().collect();
    /// assert_eq!(counts.views_conveyed(), 5);
    /// ```
    #[must_use]
    pub fn views_conveyed(&self) -> u64 {
        self.sum(Participation::views_conveyed)
    }

    /// Attended, of the eligible.
    ///
    /// ```
    /// use iro_handbook::report::{ParticipationCounts, Rate};
    ///
    /// assert_eq!(ParticipationCounts::default().attended_rate(), Rate::new(0, 0));
    /// ```
    #[must_use]
    pub fn attended_rate(&self) -> Rate {
        Rate::new(self.attended(), self.eligible())
    }

    /// Views conveyed, of the eligible.
    ///
    /// ```
    /// use iro_handbook::report::{ParticipationCounts, Rate};
    ///
    /// assert_eq!(ParticipationCounts::default().views_conveyed_rate(), Rate::new(0, 0));
    /// ```
    #[must_use]
    pub fn views_conveyed_rate(&self) -> Rate {
        Rate::new(self.views_conveyed(), self.eligible())
    }

    pub(super) fn count(&mut self, participation: Option<Participation>) {
        let count = match participation {
            // The codes are counted in the order in which they are declared.
            Some(code) => self.by_code.get_mut(code as usize),
            None => Some(&mut self.not_recorded),
        };
        if let Some(count) = count {
            *count = count.saturating_add(1);
        }
    }

    pub(super) fn zip(&mut self, other: &Self, mut with: impl FnMut(&mut u64, u64)) {
        let mine = self.by_code.iter_mut().chain([&mut self.not_recorded]);
        for (mine, theirs) in mine.zip(other.by_code.into_iter().chain([other.not_recorded])) {
            with(mine, theirs);
        }
    }

    fn sum(&self, which: impl Fn(Participation) -> bool) -> u64 {
        self.each()
            .filter(|(code, _)| which(*code))
            .map(|(_, count)| count)
            .fold(0, u64::saturating_add)
    }

    #[cfg(feature = "serde")]
    pub(super) const fn from_parts(by_code: [u64; 8], not_recorded: u64) -> Self {
        Self { by_code, not_recorded }
    }
}

impl FromIterator<Option<Participation>> for ParticipationCounts {
    fn from_iter<I: IntoIterator<Item = Option<Participation>>>(reviews: I) -> Self {
        let mut counts = Self::default();
        for participation in reviews {
            counts.count(participation);
        }
        counts
    }
}
