//! Visits: SI 2010/959, regulation 28.

use super::{Story, child, placed, reviewed};
use chrono::NaiveDate;
use iro_handbook::law::OutcomeKind::{Met, MetLate};
use iro_handbook::law::RuleId::{
    VisitCareOrderWithParent, VisitFirst, VisitInterval, VisitTemporaryApproval,
    VisitWithParentUnassessed,
};
use iro_handbook::record::LegalStatus::CareOrder;
use iro_handbook::record::{
    CarePeriod, LegalStatus, LegalStatusSpan, LegalStatuses, Placement, PlacementKind, Visit,
    Visits,
};

fn visited<const N: usize>(care: CarePeriod, on: [NaiveDate; N]) -> CarePeriod {
    let visits = on.map(Visit::new).into_iter().fold(Visits::recorded(), Visits::with_visit);
    care.with_visits(visits)
}

fn by(care: CarePeriod, status: LegalStatus, from: NaiveDate) -> CarePeriod {
    let span = LegalStatusSpan::new(status, from);
    care.with_legal_statuses(LegalStatuses::default().with_status(span))
}

#[test]
fn first() {
    let story = Story::of(VisitFirst);
    let last = story.day("Mon 9 March");
    for (on, kind) in [(last, Met), (story.day("Tue 10 March"), MetLate)] {
        let placement = Placement::new(story.day("Mon 2 March 2026"), PlacementKind::Foster);
        story.due(&child(visited(placed(placement), [on])), last, kind, on);
    }
}

#[test]
fn interval() {
    let story = Story::of(VisitInterval);
    let (visit, last) = (story.day("Fri 6 March"), story.day("Fri 17 April"));
    for (on, kind) in [(last, Met), (story.day("Mon 20 April"), MetLate)] {
        let placement = Placement::new(story.day("Mon 2 March 2026"), PlacementKind::Foster);
        story.due(&child(visited(placed(placement), [visit, on])), last, kind, on);
    }
}

/// The first week, and the weeks after the first review.
fn weekly_until_the_review(story: &Story, care: impl Fn(NaiveDate) -> CarePeriod, then: [&str; 2]) {
    let start = story.day("Mon 2 March 2026");
    let review = story.day("Fri 27 March");
    let of = |on| child(visited(reviewed(care(start), [review]), on));
    let week = story.day("Mon 9 March");
    story.due(&of([week, review]), week, Met, week);
    let late = story.day("Tue 10 March");
    story.due(&of([late, review]), week, MetLate, late);
    let [last, late] = then.map(|words| story.day(words));
    let of = |on| child(visited(reviewed(care(start), [review]), [week, review, on]));
    story.due(&of(last), last, Met, last);
    story.due(&of(late), last, MetLate, late);
}

#[test]
fn with_parent_unassessed() {
    let story = Story::of(VisitWithParentUnassessed);
    let care = |from| {
        let placement = Placement::new(from, PlacementKind::WithParentUnassessed);
        by(placed(placement), CareOrder, from)
    };
    weekly_until_the_review(&story, care, ["Fri 8 May", "Mon 11 May"]);
}

#[test]
fn temporary_approval() {
    let story = Story::of(VisitTemporaryApproval);
    let care = |from| placed(Placement::new(from, PlacementKind::TemporaryApproval));
    weekly_until_the_review(&story, care, ["Fri 24 April", "Mon 27 April"]);
}

#[test]
fn care_order_with_parent() {
    let story = Story::of(VisitCareOrderWithParent);
    let order = story.day("Mon 4 May 2026");
    let care = || by(placed(Placement::new(order, PlacementKind::WithParent)), CareOrder, order);
    let (first, second) = (story.day("Mon 11 May"), story.day("Mon 22 June"));
    let late = story.day("Tue 12 May");
    story.due(&child(visited(care(), [first])), first, Met, first);
    story.due(&child(visited(care(), [late])), first, MetLate, late);
    let late = story.day("Tue 23 June");
    story.due(&child(visited(care(), [first, second])), second, Met, second);
    story.due(&child(visited(care(), [first, late])), second, MetLate, late);
}
