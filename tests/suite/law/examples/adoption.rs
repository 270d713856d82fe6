//! Reviews around placement for adoption: SI 2005/389, regulation 36.

use super::{NEVER, Story, child, in_care, reviewed};
use crate::law::day;
use iro_handbook::law::OutcomeKind::{Lapsed, Met, MetLate, NotMet};
use iro_handbook::law::RuleId::{
    AdoptionAuthorityFirstReview, AdoptionAuthorityLaterReview, AdoptionPlacementFirstReview,
    AdoptionPlacementLaterReview, AdoptionPlacementSecondReview, AdoptionReturnReview,
};
use iro_handbook::record::AdoptionChange::{Ended, Placed};
use iro_handbook::record::{AdoptionAuthority, CarePeriod, ReviewCalls};

#[test]
fn placement_first_review() {
    let story = Story::of(AdoptionPlacementFirstReview);
    let care = || in_care().with_adoption(Placed(story.day("Mon 13 April 2026")));
    let last = story.day("Mon 11 May");
    story.due(&child(reviewed(care(), [last])), last, Met, last);
    let late = story.day("Tue 12 May");
    story.due(&child(reviewed(care(), [late])), last, MetLate, late);
}

#[test]
fn placement_second_review() {
    let story = Story::of(AdoptionPlacementSecondReview);
    let care = || {
        let care = in_care().with_adoption(Placed(story.day("Mon 13 April 2026")));
        reviewed(care, [story.day("Mon 11 May")])
    };
    let last = story.day("Tue 11 August");
    story.due(&child(reviewed(care(), [last])), last, Met, last);
    let late = story.day("Wed 12 August");
    story.due(&child(reviewed(care(), [late])), last, MetLate, late);
}

#[test]
fn placement_later_review() {
    let story = Story::of(AdoptionPlacementLaterReview).asked_on(day("2027-03-31"));
    let care = || {
        let care = in_care().with_adoption(Placed(story.day("Mon 13 April 2026")));
        reviewed(care, [story.day("Mon 11 May"), story.day("Tue 11 August")])
    };
    let last = story.day("Thu 11 February 2027");
    story.due(&child(reviewed(care(), [last])), last, Met, last);
    let late = story.day("Fri 12 February 2027");
    story.due(&child(reviewed(care(), [late])), last, MetLate, late);
}

#[test]
fn return_review() {
    let story = Story::of(AdoptionReturnReview);
    let care = || {
        CarePeriod::new(day("2025-06-02"))
            .with_adoption(Placed(story.day("Mon 1 December 2025")))
            .with_adoption(Ended(story.day("Mon 2 March 2026")))
    };
    let last = story.day("Mon 13 April");
    for on in [story.day("Mon 30 March"), last] {
        story.due(&child(reviewed(care(), [on])), last, Met, on);
    }
    let late = story.day("Tue 14 April");
    story.due(&child(reviewed(care(), [late])), last, MetLate, late);
    let early = story.day("Sun 29 March");
    story.due(&child(reviewed(care(), [early])), last, NotMet, NEVER);
}

#[test]
fn authority_first_review() {
    let story = Story::of(AdoptionAuthorityFirstReview);
    let care = || {
        let authority = AdoptionAuthority::new(story.day("Wed 15 April 2026"));
        in_care().with_review_calls(ReviewCalls::default().with_adoption_authority([authority]))
    };
    let last = story.day("Wed 15 July");
    story.due(&child(reviewed(care(), [last])), last, Met, last);
    let late = story.day("Thu 16 July");
    story.due(&child(reviewed(care(), [late])), last, MetLate, late);
    let placed = care().with_adoption(Placed(story.day("Fri 10 July")));
    story.due(&child(placed), last, Lapsed, NEVER);
}

#[test]
fn authority_later_review() {
    let story = Story::of(AdoptionAuthorityLaterReview);
    let care = || {
        let authority = AdoptionAuthority::new(story.day("Wed 15 April 2026"));
        let calls = ReviewCalls::default().with_adoption_authority([authority]);
        reviewed(in_care().with_review_calls(calls), [story.day("Mon 15 June")])
    };
    let last = story.day("Tue 15 December");
    story.due(&child(reviewed(care(), [last])), last, Met, last);
    let late = story.day("Wed 16 December");
    story.due(&child(reviewed(care(), [late])), last, MetLate, late);
}
