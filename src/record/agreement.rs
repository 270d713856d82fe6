//! Facts that stand in more than one part of a record, and have to agree.

use super::dated::{Span, differences, runs};
use super::{
    AdoptionChange, CarePeriod, CareRecord, Chair, Entry, IroPresence, LegalStatuses,
    ParentPlacement, PeriodOfCare, Placement, PlacementKind, Placements, Problems,
};
use chrono::NaiveDate;
use core::cmp::Ordering;

/// What contradicts what between the parts of a period of care. A part that nobody recorded contradicts
/// nothing.
pub(super) fn of_period(
    period: &CarePeriod,
    adoption: &[AdoptionChange],
    problems: &mut Problems<'_>,
) {
    if period.placements().list().is_some() {
        if !adoption.is_empty() {
            placed_for_adoption(period, adoption, problems);
        }
        secure(period, problems);
        with_a_parent(period, problems);
    }
    authority(period, problems);
}

/// What contradicts what between the parts of a child's record.
pub(super) fn of_record(record: &CareRecord, problems: &mut Problems<'_>) {
    let periods = record.periods_of_care();
    if let Some(born) = record.born() {
        let later = "the day of birth is later";
        for began in periods.iter().map(CarePeriod::began).filter(|began| *began < born) {
            problems.add("period of care began", began, later);
        }
        let series = record.short_breaks().series().unwrap_or_default().iter();
        for began in series.map(super::ShortBreakSeries::began).filter(|began| *began < born) {
            problems.add("short breaks began", began, later);
        }
    }
    if record.iro().appointments().is_some_and(<[_]>::is_empty) {
        for review in periods.iter().flat_map(CarePeriod::reviews) {
            let field = match review.meeting().chair() {
                Chair::Iro => "review chaired by the IRO",
                Chair::Another { iro: IroPresence::Present, .. } => "review with the IRO present",
                _ => continue,
            };
            let problem = "the appointments of IROs say that the child never had one";
            problems.add(field, review.held_on(), problem);
        }
    }
}

fn placed_for_adoption(period: &CarePeriod, given: &[AdoptionChange], problems: &mut Problems<'_>) {
    let care = period.period_of_care();
    let next = given.iter().skip(1).map(Some).chain([None]);
    let given = given.iter().zip(next).filter(|(change, next)| match change {
        AdoptionChange::Placed(on) => hidden_start(care) != Some(*on),
        // One placement for adoption after another; and the end of care, which changes no clock.
        AdoptionChange::Ended(on) => {
            !matches!(next, Some(AdoptionChange::Placed(next)) if next == on)
                && care.ended() != Some(*on)
        }
    });
    let key = |change: AdoptionChange| (change.on(), matches!(change, AdoptionChange::Ended(_)));
    let given = given.map(|(change, _)| key(*change));
    let shown = adoption_changes(period.placements(), care).map(key);
    differences(given, shown, |only_in, (on, ended)| {
        let (field, problem) = match (only_in, ended) {
            (Ordering::Less, false) => {
                ("adoption change", "among the placements none for adoption starts that day")
            }
            (Ordering::Less, true) => {
                ("adoption change", "among the placements none for adoption ends that day")
            }
            (_, false) => ("placement for adoption", "no adoption change says that it started"),
            (_, true) => ("placement for adoption ended", "no adoption change says that it ended"),
        };
        problems.add(field, on, problem);
    });
}

/// The changes of review clock that the placements show. One placement for adoption after another starts
/// the clock anew; its end is the return to the authority where the child stays looked after.
pub(super) fn adoption_changes<'p>(
    placements: &'p Placements,
    care: &PeriodOfCare,
) -> impl Iterator<Item = AdoptionChange> + use<'p> {
    let list = placements.list().unwrap_or_default();
    let for_adoption = |placement: &Placement| placement.kind() == PlacementKind::Adoption;
    let (care_ended, hidden) = (care.ended(), hidden_start(care));
    let next = list.iter().skip(1).map(Some).chain([None]);
    list.iter().zip(next).filter(move |(placement, _)| for_adoption(placement)).flat_map(
        move |(placement, next)| {
            let placed = Some(placement.from()).filter(|from| Some(*from) != hidden);
            let another = next.filter(|next| for_adoption(next)).map(Placement::from);
            let ended = placement.ended().filter(|ended| {
                another != Some(*ended) && care_ended.is_none_or(|end| *ended < end)
            });
            let placed = placed.map(AdoptionChange::Placed);
            placed.into_iter().chain(ended.map(AdoptionChange::Ended))
        },
    )
}

/// The first day of a period of care whose entry is not known: what stands on record from that day may
/// have started before it.
fn hidden_start(care: &PeriodOfCare) -> Option<NaiveDate> {
    (care.entry() == Entry::NotKnown).then(|| care.began())
}

fn secure(period: &CarePeriod, problems: &mut Problems<'_>) {
    let Some(stays) = period.review_calls().secure_placements() else { return };
    let care = period.period_of_care();
    let stays = stays.iter().map(|stay| (stay.began(), stay.ended()));
    let stays = runs(stays.filter_map(|stay| in_care(care, stay)));
    let placed = spans(period.placements(), |kind| kind == PlacementKind::Secure);
    let placed = runs(placed.filter_map(|span| in_care(care, span)));
    differences(stays.map(whole), placed.map(whole), |only_in, (from, _)| match only_in {
        Ordering::Less => {
            let problem = "the placements have no secure one of the same days";
            problems.add("secure placement", from, problem);
        }
        _ => {
            let problem =
                "it is secure, and what calls for reviews has no secure placement of the same days";
            problems.add("placement", from, problem);
        }
    });
}

/// The days of secure placements by the placements, those that follow one another taken together.
pub(crate) fn secure_stays(placements: &Placements) -> impl Iterator<Item = Span> {
    runs(spans(placements, |kind| kind == PlacementKind::Secure))
}

fn with_a_parent(period: &CarePeriod, problems: &mut Problems<'_>) {
    let care = period.period_of_care();
    let Some(decisions) = period.review_calls().parent_placements() else { return };
    if care.entry() == Entry::NotKnown {
        return;
    }
    let mut decisions = decisions.iter().map(ParentPlacement::on).peekable();
    let mut before = None;
    for (from, _) in runs(spans(period.placements(), PlacementKind::is_with_parent)) {
        let mut last = None;
        while let Some(on) = decisions.next_if(|on| *on <= from) {
            last = Some(on);
        }
        // Care may begin where the child is: that was decided before it.
        let decided = from <= care.began() || last.is_some_and(|on| before.is_none_or(|b| on > b));
        if !decided {
            let problem = "the decisions to place with a parent have none for it";
            problems.add("placement with a parent", from, problem);
        }
        before = Some(from);
    }
}

/// Statuses may say less than the authority there was: authority given under older law is none of them.
fn authority(period: &CarePeriod, problems: &mut Problems<'_>) {
    let Some(authority) = period.review_calls().adoption_authority() else { return };
    let care = period.period_of_care();
    let authority = authority.iter().map(|each| (each.began(), each.ended()));
    let authority = runs(authority.filter_map(|span| in_care(care, span)));
    let mut authority = authority.map(whole).peekable();
    let statuses = authority_by_status(period.legal_statuses());
    for (from, end) in statuses.filter_map(|span| in_care(care, span)).map(whole) {
        while authority.next_if(|(_, until)| *until < end).is_some() {}
        if authority.peek().is_none_or(|(since, _)| *since > from) {
            let problem = "the list of authority to place for adoption has none for its days";
            problems.add("consent to adoption or placement order", from, problem);
        }
    }
}

/// The days of authority to place for adoption by the legal statuses, those that overlap or follow one
/// another taken together.
pub(crate) fn authority_by_status(statuses: &LegalStatuses) -> impl Iterator<Item = Span> {
    let spans = statuses.spans().unwrap_or_default().iter();
    let spans = spans.filter(|span| span.status().is_authority_to_place());
    runs(spans.map(|span| (span.from(), span.ended())))
}

fn spans(
    placements: &Placements,
    of_kind: impl Fn(PlacementKind) -> bool,
) -> impl Iterator<Item = Span> {
    let list = placements.list().unwrap_or_default().iter();
    let list = list.filter(move |placement| of_kind(placement.kind()));
    list.map(|placement| (placement.from(), placement.ended()))
}

/// As much of the days as lies in the period of care.
fn in_care(care: &PeriodOfCare, (from, ended): Span) -> Option<Span> {
    let from = from.max(care.began());
    let ended = [ended, care.ended()].into_iter().flatten().min();
    ended.is_none_or(|ended| from <= ended).then_some((from, ended))
}

/// With an open end put behind every other.
fn whole((from, ended): Span) -> (NaiveDate, NaiveDate) {
    (from, ended.unwrap_or(NaiveDate::MAX))
}
