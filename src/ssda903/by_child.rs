//! The rows of a table, child by child.

use super::entries::ChildIx;

/// Which rows of a table each child has, in the order of the file. Rows that name no child are left out.
pub(super) struct ByChild<'r, T> {
    table: &'r [T],
    /// Where each child's rows begin in the list of places, and at last where they end.
    starts: Vec<u32>,
    /// Places in the table.
    places: Vec<u32>,
}

impl<'r, T> ByChild<'r, T> {
    /// The rows of a table of so many children.
    pub(super) fn new(
        children: usize,
        table: &'r [T],
        child: impl Fn(&T) -> Option<ChildIx>,
    ) -> Self {
        // A sort by counting: how many rows each child has says where the next child's begin. Counted two
        // places on, and begun one place on: when all are placed, that is where the next child's begin.
        let mut starts = vec![0_u32; children.saturating_add(2)];
        for child in table.iter().filter_map(&child) {
            if let Some(count) = starts.get_mut(child.place().saturating_add(2)) {
                *count = count.saturating_add(1);
            }
        }
        let mut end = 0_u32;
        for start in &mut starts {
            end = end.saturating_add(*start);
            *start = end;
        }
        let mut places = vec![0_u32; usize::try_from(end).unwrap_or_default()];
        for (place, row) in (0_u32..).zip(table) {
            let Some(child) = child(row) else { continue };
            let Some(next) = starts.get_mut(child.place().saturating_add(1)) else { continue };
            if let Some(slot) = usize::try_from(*next).ok().and_then(|next| places.get_mut(next)) {
                *slot = place;
            }
            *next = next.saturating_add(1);
        }
        Self { table, starts, places }
    }

    /// The rows of a child.
    pub(super) fn rows(&self, child: ChildIx) -> impl Iterator<Item = &'r T> + '_ {
        let start = |place: usize| usize::try_from(*self.starts.get(place)?).ok();
        let (from, to) = (start(child.place()), start(child.place().saturating_add(1)));
        let places = self.places.get(from.unwrap_or_default()..to.unwrap_or_default());
        let places = places.unwrap_or_default().iter();
        places.filter_map(|place| self.table.get(usize::try_from(*place).ok()?))
    }
}
