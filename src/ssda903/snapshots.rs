//! Linked returns as snapshots of a year: what the figures about the children are counted from.

use super::entries::{ChildIx, HeaderEntry};
use super::linked::{Linked, Of, Span};
use super::returns::Return;
use super::stays::stayed;
use crate::calendar::CollectionYear;
use crate::record::{CareSnapshot, Profile};
use chrono::NaiveDate;

/// Who the child is, by the latest return that says.
#[derive(Clone, Copy, Default)]
pub(super) struct Person {
    pub(super) born: Option<NaiveDate>,
    pub(super) profile: Profile,
    /// The day on which a child ceased to be one who seeks asylum unaccompanied.
    pub(super) unaccompanied_until: Option<NaiveDate>,
}

impl Person {
    /// What a return says of its children: `known` has the number of each, where it has a usable row. A child
    /// with none is in no record, whatever else is said of the child.
    pub(super) fn read(one: &Return, known: &[Option<ChildIx>], persons: &mut [Self]) {
        let place = |child: ChildIx| Some(known.get(child.place()).copied()??.place());
        for header in one.headers() {
            let place = header.child.and_then(place);
            if let Some(person) = place.and_then(|place| persons.get_mut(place)) {
                person.update(&header);
            }
        }
        for of in one.unaccompanied() {
            if let Some(person) = place(of.child).and_then(|place| persons.get_mut(place)) {
                person.profile = person.profile.with_unaccompanied(true);
                person.unaccompanied_until = of.ceased;
            }
        }
    }

    /// A later return's header: what it says stands, and what it does not say stays.
    fn update(&mut self, header: &HeaderEntry) {
        self.born = header.dob.date().or(self.born);
        if let Some(sex) = header.sex {
            self.profile = self.profile.with_sex(sex);
        }
        if let Some(group) = header.ethnic_group {
            self.profile = self.profile.with_ethnic_group(group);
        }
    }

    fn profile_on(&self, day: NaiveDate) -> Profile {
        let ceased = self.unaccompanied_until.is_some_and(|until| until <= day);
        if ceased { self.profile.with_unaccompanied(false) } else { self.profile }
    }
}

impl Linked {
    /// Every period of care of a year, child by child, as it stood on a day or at the end of the year,
    /// whichever is earlier: what the figures about the children are counted from.
    ///
    /// A period is one of the year's when it began by that day and had not ended before the year. Of sex,
    /// ethnic group and day of birth the latest header that says stands. A child is unaccompanied who is in the
    /// file for that with no DUC by the day; nobody is said not to be where a return has no such file. The
    /// postcodes of a return give neither area nor distance: those are not recorded.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// use iro_handbook::record::LegalBasis;
    ///
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// # let (child, decom, rne, ls) = ("1".into(), "02/06/2025".into(), "S".into(), "C2".into());
    /// # year.push(&EpisodeRow { child, decom, rne, ls, ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// let year = linked.last_year();
    /// let snapshot = linked.snapshots(year, year.end()).next().unwrap();
    /// assert_eq!(snapshot.legal_basis, Some(LegalBasis::CareOrder));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn snapshots(
        &self,
        year: CollectionYear,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = CareSnapshot> + '_ {
        let (start, last) = (year.start(), as_of.min(year.end()));
        self.children.iter().flat_map(move |of| {
            let spans = of.periods.of(&self.periods);
            let of_year = move |span: &&Span| {
                span.began <= last && span.ended.is_none_or(|ended| ended >= start)
            };
            let on_day =
                move |span: &Span| stayed(span.stays.of(&self.stays), span.ended, start, last);
            let placements = spans.iter().filter(of_year).map(on_day).map(|sum| sum.placements);
            let placements = placements.fold(0_u32, u32::saturating_add);
            spans.iter().filter(of_year).map(move |span| {
                let sum = on_day(span);
                let mut snapshot = CareSnapshot::new(span.began);
                snapshot.entry = span.entry;
                snapshot.ended = span.ended;
                snapshot.reason_ceased = span.reason_ceased;
                snapshot.born = of.person.born;
                snapshot.profile = of.person.profile_on(last);
                snapshot.legal_basis = sum.legal_basis;
                snapshot.placement = sum.placement;
                snapshot.placements_in_year = Some(placements);
                snapshot.same_carer = sum.same_carer;
                snapshot
            })
        })
    }

    /// How many children had a short break (V3, V4) in the year up to a day. They are in no period of care
    /// by it.
    ///
    /// ```
    /// # use iro_handbook::{calendar::CollectionYear, ssda903::{EpisodeRow, Linked, Return}};
    /// # let mut year = Return::new(CollectionYear::ending(2026)?);
    /// let (child, decom, ls) = ("1017".into(), "02/06/2025".into(), "V4".into());
    /// year.push(&EpisodeRow { child, decom, ls, ..Default::default() });
    /// let linked = Linked::new([year])?;
    /// let year = linked.last_year();
    /// assert_eq!(linked.children_in_short_breaks(year, year.end()), 1);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn children_in_short_breaks(&self, year: CollectionYear, as_of: NaiveDate) -> u64 {
        let (start, last) = (year.start(), as_of.min(year.end()));
        let of_year = |(began, ended): &(NaiveDate, Option<NaiveDate>)| {
            *began <= last && ended.is_none_or(|ended| ended >= start)
        };
        let breaks = |of: &Of| of.short_breaks.of(&self.short_breaks);
        let children = self.children.iter().filter(|of| breaks(of).iter().any(of_year));
        u64::try_from(children.count()).unwrap_or(u64::MAX)
    }
}
