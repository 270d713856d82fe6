//! What stands in one place of a report.

use super::FigureId;

/// What stands in one place of a report: a count, a share, or what is worked out from counts.
///
/// Counts are named and not held here, so that one that is kept back is kept back wherever it stands.
///
/// ```
/// use iro_handbook::report::annual::Cell;
///
/// let late = Cell::Count("reviews.held.late".into());
/// assert!(late.rests_on().any(|id| id.as_str() == "reviews.held.late"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cell {
    /// A count.
    Count(FigureId),
    /// A percentage, always printed with the two counts.
    Rate {
        /// The numerator.
        of: FigureId,
        /// The denominator.
        among: FigureId,
    },
    /// A text worked out from counts, such as a change on the year: kept back when one of them is.
    Derived {
        /// The text.
        text: String,
        /// The counts it is worked out from.
        from: Vec<FigureId>,
    },
    /// A text that gives no count away: a name, a day, an amount of full-time posts.
    Text(String),
    /// The question does not arise: printed as `z`.
    NotApplicable,
    /// Nobody gave it: printed as `x`.
    NotAvailable,
}

impl Cell {
    /// Worked out from counts.
    pub(crate) fn derived<'i>(
        text: impl ToString,
        from: impl IntoIterator<Item = &'i FigureId>,
    ) -> Self {
        Self::Derived { text: text.to_string(), from: from.into_iter().cloned().collect() }
    }

    /// A text.
    pub(crate) fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }

    /// The counts that it shows or is worked out from.
    ///
    /// ```
    /// use iro_handbook::report::annual::Cell;
    ///
    /// assert_eq!(Cell::NotApplicable.rests_on().count(), 0);
    /// ```
    pub fn rests_on(&self) -> impl Iterator<Item = &FigureId> {
        let (pair, list): ([Option<&FigureId>; 2], &[FigureId]) = match self {
            Self::Count(id) => ([Some(id), None], &[]),
            Self::Rate { of, among } => ([Some(of), Some(among)], &[]),
            Self::Derived { from, .. } => ([None, None], from),
            Self::Text(_) | Self::NotApplicable | Self::NotAvailable => ([None, None], &[]),
        };
        pair.into_iter().flatten().chain(list)
    }
}
