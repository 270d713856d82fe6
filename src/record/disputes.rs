//! Disputes raised by the IRO, and referrals to Cafcass.

use super::{Dispute, Problems, identifiers};
use crate::error::Kind;
use chrono::NaiveDate;

/// The disputes raised by the IRO about one child, each with its referrals to Cafcass.
///
/// Where nobody recorded them, whether there were any cannot be told; that there were none is said by
/// [`none`](Self::none).
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Dispute, DisputeTheme, Disputes};
///
/// let day = NaiveDate::from_ymd_opt(2026, 5, 5).unwrap();
/// let disputes =
///     Disputes::none().with_dispute(Dispute::raised("D-3", DisputeTheme::Placement, day));
/// assert_eq!(disputes.list().map(<[_]>::len), Some(1));
/// assert_eq!(Disputes::default().list(), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Disputes {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "in_order"))]
    list: Option<Vec<Dispute>>,
}

impl Disputes {
    /// It is recorded that there are none.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Disputes::none().list(), Some(&[][..]));
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Self { list: Some(Vec::new()) }
    }

    /// With one more dispute, put in its place by the day it was raised, and by its identifier among those
    /// of that day. The list is then complete.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use iro_handbook::record::{Dispute, DisputeTheme, Disputes};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// let disputes = Disputes::default()
    ///     .with_dispute(Dispute::raised("D-4", DisputeTheme::Health, day(12)))
    ///     .with_dispute(Dispute::raised("D-3", DisputeTheme::Placement, day(5)));
    /// assert_eq!(disputes.list().unwrap()[0].id(), "D-3");
    /// ```
    #[must_use]
    pub fn with_dispute(mut self, dispute: Dispute) -> Self {
        let list = self.list.get_or_insert_default();
        let place = list.partition_point(|before| order(before) <= order(&dispute));
        list.insert(place, dispute);
        self
    }

    /// The disputes, by the day they were raised and by their identifiers; none where nobody recorded
    /// them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Disputes::default().list(), None);
    /// ```
    #[must_use]
    pub fn list(&self) -> Option<&[Dispute]> {
        self.list.as_deref()
    }

    pub(crate) fn problems(&self, problems: &mut Problems<'_>) {
        let list = self.list.as_deref().unwrap_or_default();
        for dispute in list {
            problems.identifier("identifier of a dispute", dispute.id());
            dispute.problems(problems);
        }
        identifiers::repeated(list.iter().map(Dispute::id), |id| {
            problems.push(
                Kind::Contradiction {
                    record: format!("dispute {id}"),
                    field: "dispute",
                    value: id.to_owned(),
                    problem: "another dispute has this identifier".to_owned(),
                }
                .into(),
            );
        });
    }
}

/// The order in which they stand, whatever the order in which they were given.
fn order(dispute: &Dispute) -> (NaiveDate, &str) {
    (dispute.raised_on(), dispute.id())
}

#[cfg(feature = "serde")]
fn in_order<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<Vec<Dispute>>, D::Error> {
    let mut list: Option<Vec<Dispute>> = serde::Deserialize::deserialize(input)?;
    if let Some(list) = &mut list {
        list.sort_by(|a, b| order(a).cmp(&order(b)));
    }
    Ok(list)
}
