//! Facts that stand in more than one part of a record, and have to agree.

use super::dated::{Span, differences, runs};
use super::{
    AccommodationKind, AdoptionChange, CarePeriod, CareRecord, Chair, Entry, IroPresence,
    LegalStatuses, ParentPlacement, PeriodOfCare, Placement, PlacementKind, Placements, Problems,
    ReviewRecord, ShortBreak, before_birth,
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
    not_in_care(period, problems);
    one_review_after_another(period, problems);
}

/// What contradicts what between the parts of a child's record.
pub(super) fn of_record(record: &CareRecord, problems: &mut Problems<'_>) {
    let periods = record.periods_of_care();
    before_birth::problems(record, problems);
    short_breaks(record, problems);
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

/// By a care order or an interim one a child is in care.
fn care_orders(statuses: &LegalStatuses) -> impl Iterator<Item = Span> {
    let spans = statuses.spans().unwrap_or_default().iter();
    spans.filter(|span| span.status().is_care_order()).map(|span| (span.from(), span.ended()))
}

/// Accommodation of a child not in care, in the time of a care order. One may end with the other.
fn not_in_care(period: &CarePeriod, problems: &mut Problems<'_>) {
    for stay in period.review_calls().accommodations().unwrap_or_default() {
        let span = (stay.began(), stay.ended());
        if stay.kind() == AccommodationKind::ChildNotInCare
            && care_orders(period.legal_statuses()).any(|order| share_a_night(order, span))
        {
            let problem = "the legal statuses have a care order in its time";
            problems.add("accommodation of a child not in care", stay.began(), problem);
        }
    }
}

/// Short breaks of a child not in care: there is no care order in their time, and none of them begins while
/// the child is in a placement. One that made the child looked after may be a placement itself.
fn short_breaks(record: &CareRecord, problems: &mut Problems<'_>) {
    let series = record.short_breaks().series().unwrap_or_default().iter();
    for series in series.filter(|series| series.child_in_care() == Some(false)) {
        let whole = (series.began(), series.ended());
        for period in record.periods_of_care() {
            if care_orders(period.legal_statuses()).any(|order| share_a_night(order, whole)) {
                let problem = "the legal statuses have a care order in the time of the series";
                problems.add("short breaks of a child not in care", series.began(), problem);
            }
            let breaks = series.breaks().unwrap_or_default().iter().map(ShortBreak::began);
            for began in breaks {
                let elsewhere = spans(period.placements(), |_| true)
                    .any(|(from, ended)| from < began && ended.is_none_or(|ended| began < ended));
                if elsewhere {
                    let problem =
                        "by the placements of the period of care the child was placed elsewhere";
                    problems.add("short break of a child not in care", began, problem);
                }
            }
        }
    }
}

/// A review is over by the day on which the next one is held.
fn one_review_after_another(period: &CarePeriod, problems: &mut Problems<'_>) {
    let reviews = period.reviews().iter();
    for (review, next) in reviews.clone().zip(reviews.skip(1)) {
        let completed = review.scheduling().completed().on();
        if let Some(completed) = completed.filter(|completed| *completed > next.held_on()) {
            problems.add("review completed on", completed, "the next review was held before it");
        }
    }
}

/// The review said to have come before a change or a decision is one of those on record, as far as the
/// records hold them all: from a day, or throughout.
pub(super) fn reviewed(
    period: &CarePeriod,
    complete_from: Option<NaiveDate>,
    problems: &mut Problems<'_>,
) {
    let hidden = (period.period_of_care().entry() == Entry::NotKnown).then(|| period.began());
    let seen_from = complete_from.max(hidden);
    let began = period.began();
    for (field, done) in period.review_calls().reviewed() {
        let seen = done.on().filter(|day| {
            seen_from.is_none_or(|from| *day >= from) || (hidden.is_none() && *day < began)
        });
        if let Some(day) = seen.filter(|day| !period.reviews().iter().any(|r| is_of(r, *day))) {
            problems.add(field, day, "no review is recorded for that day");
        }
    }
}

/// A series of meetings goes by any of its days that is on record.
fn is_of(review: &ReviewRecord, day: NaiveDate) -> bool {
    let schedule = review.scheduling();
    review.held_on() == day
        || schedule.first_meeting() == Some(day)
        || schedule.completed().on() == Some(day)
}

fn share_a_night((from, ended): Span, (since, until): Span) -> bool {
    ended.is_none_or(|ended| since < ended) && until.is_none_or(|until| from < until)
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
