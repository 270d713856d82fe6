//! Plans, notice and leaving care: SI 2010/959, regulations 4, 5, 9, 13, 39, 42 and 47C; Children Act 1989,
//! section 23ZB.

use super::{NEVER, Story, child, in_care, placed, reviewed};
use chrono::NaiveDate;
use iro_handbook::law::OutcomeKind::{Met, MetLate, NotApplicable, NotMet};
use iro_handbook::law::RuleId::{
    CarePlan, CeasingApproval, DetentionPlacementPlan, EducationPlan, IndependentVisitor,
    NotifyPlacement, PathwayAssessment, PlacementPlan,
};
use iro_handbook::record::LegalStatus::{Accommodated, RemandToYouthDetention};
use iro_handbook::record::{
    CarePeriod, CareRecord, CeasingApproval as Approval, Done, EducationPlan as Education,
    LegalStatus, LegalStatusSpan, LegalStatuses, Placement, PlacementKind, Plan, Plans,
};

fn foster(from: NaiveDate) -> Placement {
    Placement::new(from, PlacementKind::Foster)
}

fn by(care: CarePeriod, status: LegalStatus) -> CarePeriod {
    let span = LegalStatusSpan::new(status, care.began());
    care.with_legal_statuses(LegalStatuses::default().with_status(span))
}

/// On the last day, and on the day after it.
fn in_time_and_a_day_late(
    story: &Story,
    of: impl Fn(NaiveDate) -> CareRecord,
    last: &str,
    late: &str,
) {
    let (last, late) = (story.day(last), story.day(late));
    story.due(&of(last), last, Met, last);
    story.due(&of(late), last, MetLate, late);
}

fn could(on: NaiveDate) -> Plan {
    Plan::made_on(on).practicable_before()
}

fn could_not(on: NaiveDate) -> Plan {
    Plan::made_on(on).not_practicable_before("placed at night")
}

#[test]
fn care_plan() {
    let story = Story::of(CarePlan);
    let planned = |plan| {
        let care = by(placed(foster(story.day("Mon 2 March 2026"))), Accommodated);
        child(care.with_plans(Plans::default().with_care_plan(plan)))
    };
    in_time_and_a_day_late(&story, |on| planned(could(on)), "Mon 2 March", "Tue 3 March");
    in_time_and_a_day_late(&story, |on| planned(could_not(on)), "Mon 16 March", "Tue 17 March");
}

#[test]
fn placement_plan() {
    let story = Story::of(PlacementPlan);
    let planned = |plan| child(placed(foster(story.day("Mon 2 March 2026")).with_plan(plan)));
    in_time_and_a_day_late(&story, |on| planned(could(on)), "Mon 2 March", "Tue 3 March");
    in_time_and_a_day_late(&story, |on| planned(could_not(on)), "Mon 9 March", "Tue 10 March");
}

#[test]
fn detention_placement_plan() {
    let story = Story::of(DetentionPlacementPlan);
    let planned = |on| {
        let remand = story.day("Mon 2 March 2026");
        let placement = Placement::new(remand, PlacementKind::YouthDetention);
        let placement = placement.with_plan(Plan::made_on(on));
        child(by(placed(placement), RemandToYouthDetention))
    };
    in_time_and_a_day_late(&story, planned, "Mon 16 March", "Tue 17 March");
}

#[test]
fn education_plan() {
    let story = Story::of(EducationPlan);
    let planned = |on| {
        let plans = Plans::default().with_education_plan(Education::Needed(Done::On(on)));
        child(placed(foster(story.day("Mon 2 March 2026"))).with_plans(plans))
    };
    in_time_and_a_day_late(&story, planned, "Mon 16 March", "Tue 17 March");
}

#[test]
fn notify_placement() {
    let story = Story::of(NotifyPlacement);
    let told = |emergency, on: NaiveDate| {
        let placement = foster(story.day("Mon 2 March 2026"));
        child(placed(placement.with_emergency(emergency).with_notified(on)))
    };
    in_time_and_a_day_late(&story, |on| told(false, on), "Mon 2 March", "Tue 3 March");
    in_time_and_a_day_late(&story, |on| told(true, on), "Mon 9 March", "Tue 10 March");
}

#[test]
fn pathway_assessment() {
    let story = Story::of(PathwayAssessment);
    let sixteen = story.day("Sun 10 May 2026");
    let assessed = |on| {
        let plans = Plans::default().with_pathway_assessment(Done::On(on));
        let care = CarePeriod::new(story.day("Wed 1 January 2020")).with_plans(plans);
        let born = story.day("Mon 10 May 2010");
        assert_eq!(born.checked_add_months(chrono::Months::new(16 * 12)), Some(sixteen));
        child(care).with_born(born)
    };
    in_time_and_a_day_late(&story, assessed, "Mon 10 August", "Tue 11 August");
}

#[test]
fn ceasing_approval() {
    let story = Story::of(CeasingApproval);
    let until = |ended, approved| {
        let plans = Plans::default().with_ceasing_approval(Approval::ByNominatedOfficer(approved));
        let care = CarePeriod::new(story.day("Mon 2 March 2026")).with_ended(ended);
        child(care.with_plans(plans))
    };
    let home = story.day("Mon 30 March");
    let (before, after) = (story.day("Fri 27 March"), story.day("Tue 31 March"));
    story.due(&until(home, before), home, Met, before);
    story.due(&until(home, after), home, MetLate, after);
    story.only(&until(before, before), NotApplicable, NEVER);
}

#[test]
fn independent_visitor() {
    let story = Story::of(IndependentVisitor);
    let review = story.day("Fri 27 March 2026");
    let told = |plans| child(reviewed(in_care(), [review]).with_plans(plans));
    let at = |days: &[NaiveDate]| Plans::default().with_visitor_considered_at(days.iter().copied());
    story.only(&told(at(&[review])), Met, NEVER);
    story.only(&told(at(&[])), NotMet, NEVER);
    story.only(&told(at(&[]).with_visitor_refused_on(review)), NotApplicable, NEVER);
}
