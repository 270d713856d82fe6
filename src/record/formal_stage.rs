//! One stage of the formal process of a dispute.

use chrono::NaiveDate;

/// One formal stage that a dispute went through.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
/// let dispute = Dispute::raised("D-3", DisputeTheme::Placement, day(5))
///     .with_event(DisputeEvent::Formal { stage: 2, on: day(11) })?
///     .with_event(DisputeEvent::Answered(day(14)))?;
/// let stage = dispute.stages().next().unwrap();
/// assert_eq!((stage.number(), stage.answered(), stage.ended()), (2, Some(day(14)), None));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FormalStage {
    pub(super) number: u8,
    pub(super) began: NaiveDate,
    pub(super) ended: Option<NaiveDate>,
    pub(super) answered: Option<NaiveDate>,
}

impl FormalStage {
    /// Its number on the ladder, from 1.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Health, on);
    /// let dispute = dispute.with_event(DisputeEvent::Formal { stage: 2, on })?;
    /// assert_eq!(dispute.stages().next().unwrap().number(), 2);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// The day it began.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Health, on);
    /// let dispute = dispute.with_event(DisputeEvent::Formal { stage: 2, on })?;
    /// assert_eq!(dispute.stages().next().unwrap().began(), on);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn began(&self) -> NaiveDate {
        self.began
    }

    /// The day it ended: the next stage began, or the dispute ended.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Health, on);
    /// let dispute = dispute.with_event(DisputeEvent::Formal { stage: 2, on })?;
    /// assert_eq!(dispute.stages().next().unwrap().ended(), None);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn ended(&self) -> Option<NaiveDate> {
        self.ended
    }

    /// The day of the authority's first answer at this stage. A resolution at the stage is one too.
    ///
    /// ```
    /// # use iro_handbook::record::{Dispute, DisputeEvent, DisputeTheme};
    /// # let on = chrono::NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
    /// # let dispute = Dispute::raised("D-3", DisputeTheme::Health, on);
    /// let dispute = dispute
    ///     .with_event(DisputeEvent::Formal { stage: 2, on })?
    ///     .with_event(DisputeEvent::Resolved(on))?;
    /// assert_eq!(dispute.stages().next().unwrap().answered(), Some(on));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn answered(&self) -> Option<NaiveDate> {
        self.answered
    }
}
