//! Snapshots of a service's own records.

use crate::calendar::CollectionYear;
use crate::record::{
    CarePeriod, CareRecord, CareSnapshot, PlacementKind, PlacementType, SameCarer,
};
use chrono::NaiveDate;

/// The periods of care of a year as they stood on its last day that is known. Every placement of a record is
/// one of its own, whoever the carer was before.
pub(super) fn snapshots(
    record: &CareRecord,
    year: CollectionYear,
    last: NaiveDate,
) -> impl Iterator<Item = CareSnapshot> + '_ {
    let of_year = move |care: &&CarePeriod| {
        care.began() <= last && care.ended().is_none_or(|ended| ended >= year.start())
    };
    let periods = || record.periods_of_care().iter().filter(of_year);
    // Not recorded of one period is not recorded of the year.
    let placements = periods().try_fold(0_u32, |sum, care| {
        let list = care.placements().list()?.iter();
        let in_year = list.filter(|placement| {
            let ended = placement.ended().or(care.ended());
            placement.from() <= last && ended.is_none_or(|ended| ended >= year.start())
        });
        Some(sum.saturating_add(u32::try_from(in_year.count()).unwrap_or(u32::MAX)))
    });
    periods().map(move |care| {
        let mut snapshot = CareSnapshot::new(care.began());
        snapshot.entry = care.period_of_care().entry();
        snapshot.ended = care.ended();
        snapshot.reason_ceased = care.reason_ceased();
        snapshot.born = record.born();
        snapshot.profile = record.profile();
        snapshot.legal_basis = care.legal_statuses().basis_on(last);
        snapshot.placements_in_year = placements;
        let begun = care.placements().list().unwrap_or_default();
        let mut begun = begun.iter().filter(|placement| placement.from() <= last).rev();
        let stands = begun.next().filter(|placement| placement.ended().is_none_or(|on| last < on));
        if let Some(placement) = stands {
            let before = begun.next().filter(|before| before.ended() == Some(placement.from()));
            let settled = match (placement.kind(), before) {
                (PlacementKind::Adoption, Some(before)) => before.from(),
                _ => placement.from(),
            };
            snapshot.placement = Some(PlacementType::from(placement.kind()));
            snapshot.own_area = placement.own_area();
            snapshot.miles_from_home = placement.miles_from_home();
            snapshot.same_carer = Some(SameCarer::Since(settled));
        }
        snapshot
    })
}
