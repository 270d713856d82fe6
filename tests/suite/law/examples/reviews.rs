//! When reviews are due: SI 2010/959, regulations 14, 17, 32, 33, 36 and 48; SI 1991/1505, regulations 15
//! and 16.

use super::{NEVER, Story, child, in_care, reviewed};
use crate::law::day;
use chrono::NaiveDate;
use iro_handbook::law::OutcomeKind::{Met, MetLate, NotApplicable, NotMet, NotYetDue};
use iro_handbook::law::RuleId::{
    EarlyReview, FirstReview, LongTermFosterMeeting, ReviewAdjournment, ReviewBeforeChange,
    ReviewBeforeEnd, ReviewBeforeEndingPlacement, ReviewBeforePlacingWithParent, SecondReview,
    SecureFirstReview, SecureLaterReview, ShortBreakConditions, ShortBreakFirstReview,
    ShortBreakSubsequentReview, SubsequentReview,
};
use iro_handbook::record::{
    Accommodation, AccommodationKind, CarePeriod, CareRecord, Chair, Done, Exception, Meeting,
    ParentPlacement, Placement, PlacementEnding, PlacementKind, Placements, PlanChange,
    PromptReason, ReviewCalls, ReviewPrompt, ReviewRecord, Scheduling, SecurePlacement,
    SecureReview, ShortBreak, ShortBreakSeries, ShortBreaks,
};

#[test]
fn first_review() {
    let story = Story::of(FirstReview);
    let last = story.day("Mon 30 March");
    let held = |on| child(reviewed(CarePeriod::new(story.day("Mon 2 March 2026")), [on]));
    story.due(&held(last), last, Met, last);
    let late = story.day("Tue 31 March");
    story.due(&held(late), last, MetLate, late);
}

#[test]
fn second_review() {
    let story = Story::of(SecondReview);
    let (first, last) = (story.day("Fri 27 March 2026"), story.day("Sat 27 June"));
    let held = |on| child(reviewed(in_care(), [first, on]));
    story.due(&held(last), last, Met, last);
    let late = story.day("Mon 29 June");
    story.due(&held(late), last, MetLate, late);
}

#[test]
fn subsequent_review() {
    let story = Story::of(SubsequentReview);
    let two = [story.day("Fri 27 March 2026"), story.day("Fri 26 June")];
    let last = story.day("Sat 26 December");
    let held = |on| child(reviewed(reviewed(in_care(), two), [on]));
    let early = story.day("Wed 23 December");
    story.due(&held(early), last, Met, early);
    story.due(&held(early), story.day("Wed 23 June 2027"), NotYetDue, NEVER);
    let late = story.day("Mon 28 December 2026");
    story.due(&held(late), last, MetLate, late);
}

#[test]
fn long_term_foster_meeting() {
    let story = Story::of(LongTermFosterMeeting).asked_on(day("2026-04-30"));
    let moved = story.day("Mon 4 March 2024");
    let _year_over = story.day("Tue 4 March 2025");
    let last = story.day("Wed 4 March 2026");
    let late = story.day("Thu 5 March 2026");
    let held = |on, chair| ReviewRecord::new(on).with_meeting(Meeting::new().with_chair(chair));
    let with_meeting_on = |on| {
        let stay = Placement::new(moved, PlacementKind::LongTermFoster);
        let care = CarePeriod::new(moved)
            .with_placements(Placements::recorded().with_placement(stay))
            .with_review(held(day("2025-06-02"), Chair::NoMeeting))
            .with_review(held(day("2025-12-01"), Chair::NoMeeting));
        child(care.with_review(held(on, Chair::Iro)))
    };
    story.due(&with_meeting_on(last), last, Met, last);
    story.due(&with_meeting_on(late), last, MetLate, late);
}

#[test]
fn early_review() {
    let story = Story::of(EarlyReview);
    let (first, last) = (story.day("Fri 27 March 2026"), story.day("Fri 26 June"));
    let held = |on| {
        let asked = ReviewPrompt::new(story.day("Tue 5 May"), PromptReason::IroAsked);
        let calls = ReviewCalls::default().with_prompts([asked]);
        child(reviewed(in_care(), [first, on]).with_review_calls(calls))
    };
    story.due(&held(last), last, Met, last);
    let late = story.day("Sat 27 June");
    story.due(&held(late), last, MetLate, late);
}

#[test]
fn review_before_end() {
    let story = Story::of(ReviewBeforeEnd);
    let (began, ended) = (story.day("Mon 13 April 2026"), story.day("Wed 20 May"));
    let care = || {
        let stay = Accommodation::new(AccommodationKind::CourtOrPolice, began).with_ended(ended);
        in_care().with_review_calls(ReviewCalls::default().with_accommodations([stay]))
    };
    let next = story.day("Tue 14 April");
    story.due(&child(reviewed(care(), [next])), ended, Met, next);
    story.due(&child(reviewed(care(), [ended])), ended, Met, ended);
    let outside = [began, story.day("Thu 21 May")];
    story.due(&child(reviewed(care(), outside)), ended, NotMet, NEVER);
}

#[test]
fn review_before_change() {
    let story = Story::of(ReviewBeforeChange);
    let on = story.day("Tue 5 May 2026");
    let change = || PlanChange::new(on);
    let held = |day: NaiveDate| {
        let change = change().with_reviewed(day).with_not_practicable(Exception::No);
        let calls = ReviewCalls::default().with_plan_changes([change]);
        child(reviewed(in_care(), [day]).with_review_calls(calls))
    };
    for day in [story.day("Thu 30 April"), on] {
        story.due(&held(day), on, Met, day);
    }
    let late = story.day("Wed 6 May");
    story.due(&held(late), on, MetLate, late);
    let excused = change().with_not_practicable(Exception::because("notice given that night"));
    let calls = ReviewCalls::default().with_plan_changes([excused]);
    story.only(&child(in_care().with_review_calls(calls)), NotApplicable, NEVER);
}

#[test]
fn review_before_placing_with_parent() {
    let story = Story::of(ReviewBeforePlacingWithParent);
    let on = story.day("Tue 5 May 2026");
    let held = |day: NaiveDate| {
        let decision = ParentPlacement::new(on).with_reviewed(day);
        let calls = ReviewCalls::default().with_parent_placements([decision]);
        child(reviewed(in_care(), [day]).with_review_calls(calls))
    };
    for day in [story.day("Thu 30 April"), on] {
        story.due(&held(day), on, Met, day);
    }
    let late = story.day("Wed 6 May");
    story.due(&held(late), on, MetLate, late);
}

#[test]
fn review_before_ending_placement() {
    let story = Story::of(ReviewBeforeEndingPlacement);
    let on = story.day("Tue 5 May 2026");
    let decided = |decision| {
        in_care().with_review_calls(ReviewCalls::default().with_placement_endings([decision]))
    };
    let held = |day: NaiveDate| {
        let decision = PlacementEnding::new(on).with_reviewed(day);
        child(reviewed(decided(decision.with_immediate_risk(Exception::No)), [day]))
    };
    for day in [story.day("Thu 30 April"), on] {
        story.due(&held(day), on, Met, day);
    }
    let late = story.day("Wed 6 May");
    story.due(&held(late), on, MetLate, late);
    let at_risk = PlacementEnding::new(on).with_reviewed(Done::No);
    let at_risk = at_risk.with_immediate_risk(Exception::because("the carer was arrested"));
    story.only(&child(decided(at_risk)), NotApplicable, NEVER);
}

/// A series of one break, from a Friday to the Sunday, that keeps to the conditions.
fn series(began: NaiveDate) -> ShortBreakSeries {
    let ended = began.checked_add_days(chrono::Days::new(2)).unwrap();
    of_break(ShortBreak::new(began).with_ended(ended).with_returned_home(true))
}

fn of_break(stay: ShortBreak) -> ShortBreakSeries {
    let series = ShortBreakSeries::new(stay.began()).with_breaks([stay]);
    series.with_same_setting(true).with_child_in_care(false)
}

fn breaks(series: ShortBreakSeries) -> CareRecord {
    CareRecord::new("C-1").with_short_breaks(ShortBreaks::new([series]))
}

#[test]
fn short_break_first_review() {
    let story = Story::of(ShortBreakFirstReview);
    let began = story.day("Fri 6 March 2026");
    let last = story.day("Sat 6 June");
    for (on, kind) in [("Fri 5 June", Met), ("Mon 8 June", MetLate)] {
        let on = story.day(on);
        story.due(&breaks(series(began).with_reviews([on])), last, kind, on);
    }
}

#[test]
fn short_break_subsequent_review() {
    let story = Story::of(ShortBreakSubsequentReview);
    let (began, first) = (story.day("Fri 6 March 2026"), story.day("Fri 5 June"));
    let last = story.day("Sat 5 December");
    for (on, kind) in [("Fri 4 December", Met), ("Mon 7 December", MetLate)] {
        let on = story.day(on);
        story.due(&breaks(series(began).with_reviews([first, on])), last, kind, on);
    }
}

#[test]
fn short_break_conditions() {
    let story = Story::of(ShortBreakConditions);
    let began = story.day("Sun 1 March 2026");
    for (ended, kind) in [("Wed 18 March", Met), ("Thu 19 March", NotMet)] {
        let stay = ShortBreak::new(began).with_ended(story.day(ended)).with_returned_home(true);
        story.only(&breaks(of_break(stay)), kind, NEVER);
    }
}

fn secure<const N: usize>(began: NaiveDate, panels: [(NaiveDate, u32); N]) -> CareRecord {
    let panels = panels.map(|(on, independent)| {
        SecureReview::new(on).with_members(3).with_independent_members(independent)
    });
    let placement = SecurePlacement::new(began).with_reviews(panels);
    let calls = ReviewCalls::default().with_secure_placements([placement]);
    child(in_care().with_review_calls(calls))
}

#[test]
fn secure_first_review() {
    let story = Story::of(SecureFirstReview);
    let began = story.day("Mon 13 April 2026");
    let last = story.day("Wed 13 May");
    story.due(&secure(began, [(last, 1)]), last, Met, last);
    let late = story.day("Thu 14 May");
    story.due(&secure(began, [(late, 1)]), last, MetLate, late);
    story.due(&secure(began, [(story.day("Fri 8 May"), 0)]), last, NotMet, NEVER);
}

#[test]
fn secure_later_review() {
    let story = Story::of(SecureLaterReview);
    let began = story.day("Mon 13 April 2026");
    let (first, last) = (story.day("Fri 8 May"), story.day("Sat 8 August"));
    for (on, kind) in [("Fri 7 August", Met), ("Mon 10 August", MetLate)] {
        let on = story.day(on);
        story.due(&secure(began, [(first, 1), (on, 1)]), last, kind, on);
    }
}

#[test]
fn review_adjournment() {
    let story = Story::of(ReviewAdjournment);
    let scheduled = story.day("Mon 23 March 2026");
    let last = story.day("Wed 22 April");
    for (on, kind) in [("Wed 22 April", Met), ("Thu 23 April", MetLate)] {
        let on = story.day(on);
        let scheduling = Scheduling::new()
            .with_scheduled_for(scheduled)
            .with_first_meeting(scheduled)
            .with_adjournments([scheduled])
            .with_completed(on);
        let review = ReviewRecord::new(scheduled).with_scheduling(scheduling);
        story.due(&child(in_care().with_review(review)), last, kind, on);
    }
}
