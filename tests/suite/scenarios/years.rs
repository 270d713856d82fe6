//! Five years, their days worked out by hand.

use super::{of_service, outcomes};
use crate::assess::date;
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::WorkingDays;
use iro_handbook::law::{RuleId, ScheduleSevenMatter};
use iro_handbook::record::*;

fn placed(from: &str, plan: &str) -> Placement {
    let plan = Plan::made_on(date(plan)).not_practicable_before("placed at night");
    Placement::new(date(from), PlacementKind::Foster).with_plan(plan)
}

fn one_placement(from: &str) -> Placements {
    Placements::recorded().with_placement(placed(from, from))
}

fn visits(on: &str) -> Visits {
    on.split(' ').fold(Visits::recorded(), |all, on| all.with_visit(Visit::new(date(on))))
}

/// The 1991 Regulations: four weeks, three months, six months; nothing of the Handbook or of the 2010
/// Regulations, however much is on record.
#[test]
fn the_year_2008_09_by_the_regulations_of_1991() {
    let iro = Appointment::new("I-1", date("2008-04-08")).with_to(date("2008-12-01"));
    let rich = |care: CarePeriod, placements: Placements| {
        let care = care
            .with_review_calls(ReviewCalls::none())
            .with_placements(placements)
            .with_visits(visits("2008-04-30 2008-09-01"))
            .with_health(Health::recorded())
            .with_events(
                Events::none().with_event(Event::new(EventKind::Missing, date("2008-06-02"))),
            );
        CareRecord::new("C-1")
            .with_born(date("1992-05-01"))
            .with_iro(IroHistory::none().with_appointment(iro.clone()))
            .with_disputes(Disputes::none().with_dispute(Dispute::raised(
                "D-1",
                DisputeTheme::CarePlan,
                date("2008-06-02"),
            )))
            .with_short_breaks(ShortBreaks::new([]))
            .with_kin(Kin::none())
            .with_period_of_care(care)
    };
    // Four weeks from 7 April are 5 May, a bank holiday and the last day all the same.
    let late = CarePeriod::new(date("2008-04-07"))
        .with_review(ReviewRecord::new(date("2008-05-06")))
        .with_review(ReviewRecord::new(date("2008-08-06")));
    assert_eq!(
        outcomes(&rich(late, one_placement("2008-04-07")), "2009-03-31", ""),
        [
            "first-review met_late",
            "second-review met",
            "subsequent-review not_met",
            "adoption-authority-review-1 not_applicable",
            "secure-review-1 not_applicable",
            // Of two reviews nothing is recorded but their days: SI 1991/895, regulation 7(1), and regulation 2A, which
            // SI 2004/1419 put into it.
            "parents-views cannot_tell",
            "parents-views cannot_tell",
            "iro-chairs cannot_tell",
            "child-views cannot_tell",
            "implementers-named cannot_tell",
            "iro-chairs cannot_tell",
            "child-views cannot_tell",
            "implementers-named cannot_tell",
            "decision-implemented cannot_tell",
            "decision-implemented cannot_tell",
        ]
    );
    // Placed before the third was due on 5 February; four weeks from 2 February are 2 March.
    let adopted = CarePeriod::new(date("2008-04-07"))
        .with_review(ReviewRecord::new(date("2008-05-05")))
        .with_review(ReviewRecord::new(date("2008-08-05")))
        .with_review(ReviewRecord::new(date("2009-03-02")));
    let placements = Placements::recorded()
        .with_placement(placed("2008-04-07", "2008-04-07").with_ended(date("2009-02-02")))
        .with_placement(Placement::new(date("2009-02-02"), PlacementKind::Adoption));
    assert_eq!(
        outcomes(&rich(adopted, placements), "2009-03-31", ""),
        [
            "first-review met",
            "second-review met",
            "subsequent-review lapsed",
            "adoption-placement-review-1 met",
            "adoption-placement-review-2 not_yet_due",
            "adoption-authority-review-1 not_applicable",
            "secure-review-1 not_applicable",
            // The same for three reviews.
            "parents-views cannot_tell",
            "parents-views cannot_tell",
            "parents-views cannot_tell",
            "iro-chairs cannot_tell",
            "child-views cannot_tell",
            "implementers-named cannot_tell",
            "iro-chairs cannot_tell",
            "child-views cannot_tell",
            "implementers-named cannot_tell",
            "iro-chairs cannot_tell",
            "child-views cannot_tell",
            "implementers-named cannot_tell",
            "decision-implemented cannot_tell",
            "decision-implemented cannot_tell",
            "decision-implemented cannot_tell",
        ]
    );
}

/// Reviews, the IRO, plans, visits and papers of one child. No bank holiday falls in the working days.
#[test]
fn the_year_2016_17() {
    let papers = Aftermath::new()
        .with_decisions_written(date("2016-10-11"))
        .with_record_written(date("2016-10-24"))
        .with_record_distributed(date("2016-10-31"));
    let review = ReviewRecord::new(date("2016-10-03"))
        .with_decision(Decision::new("a new school").with_by(date("2016-11-01")))
        .with_aftermath(papers);
    let care_plan = Plan::made_on(date("2016-09-19")).not_practicable_before("placed at night");
    let care = CarePeriod::new(date("2016-09-05"))
        .with_review(review)
        .with_review(ReviewRecord::new(date("2017-01-04")))
        .with_placements(Placements::recorded().with_placement(placed("2016-09-05", "2016-09-13")))
        .with_plans(Plans::default().with_care_plan(care_plan))
        .with_legal_statuses(
            LegalStatuses::default().with_status(LegalStatusSpan::new(
                LegalStatus::InterimCareOrder,
                date("2016-09-05"),
            )),
        )
        .with_visits(visits("2016-09-12 2016-10-25 2016-12-06"));
    let iro = Appointment::new("I-1", date("2016-09-06"))
        .with_named(date("2016-09-13"))
        .with_met_child(date("2016-09-30"));
    let record = CareRecord::new("C-2")
        .with_born(date("2004-02-01"))
        .with_iro(IroHistory::none().with_appointment(iro))
        .with_period_of_care(care);
    let rules = "first-review second-review subsequent-review iro-appointed iro-named iro-met-child \
                 care-plan placement-plan visit-first visit-interval";
    assert_eq!(
        outcomes(&record, "2017-03-31", rules),
        [
            "first-review met",
            "second-review met_late",
            "subsequent-review not_yet_due",
            "iro-appointed met",
            "iro-named met_late",
            "iro-met-child met",
            "care-plan met",
            "placement-plan met_late",
            "visit-first met",
            "visit-interval met_late",
            "visit-interval met",
            "visit-interval not_met",
        ]
    );
    let papers = "decisions-written record-written record-distributed";
    assert_eq!(
        outcomes(&record, "2016-12-31", papers),
        ["decisions-written met_late", "record-written met", "record-distributed met"]
    );
}

/// A dispute: twenty working days from 1 February are 1 March.
#[test]
fn the_year_2017_18() {
    let dispute = |resolved: &str| {
        Dispute::raised("D-1", DisputeTheme::Permanence, date("2018-01-15"))
            .with_note_on_file(Done::No)
            .with_event(DisputeEvent::Formal { stage: 2, on: date("2018-02-01") })
            .unwrap()
            .with_event(DisputeEvent::Resolved(date(resolved)))
            .unwrap()
    };
    let record = |resolved: &str| {
        CareRecord::new("C-3")
            .with_disputes(Disputes::none().with_dispute(dispute(resolved)))
            .with_period_of_care(CarePeriod::new(date("2017-06-05")))
    };
    let rules = "dispute-recorded dispute-resolved dispute-stage-response cafcass-referral";
    let told = |resolved, outcome: &str| {
        assert_eq!(
            outcomes(&record(resolved), "2018-03-31", rules),
            [
                "dispute-recorded not_met",
                &format!("dispute-resolved {outcome}"),
                "dispute-stage-response not_applicable",
                "cafcass-referral not_applicable",
            ]
        );
    };
    told("2018-03-01", "met");
    told("2018-03-02", "met_late");
}

/// Regulations 36, 45 and 46, and Schedule 7.
#[test]
fn the_year_2018_19() {
    let all_but_one = Considerations::all().with_not_considered(&[ScheduleSevenMatter::ALL[8]]);
    let held = date("2018-11-12");
    let meeting = Meeting::new()
        .with_chair(Chair::Another { by: "a manager".into(), iro: IroPresence::Present })
        .with_considerations(all_but_one)
        .with_rights(Rights::explained(held).with_wish_to_act(true).with_legal_help(Done::No));
    let preparation = Preparation::new()
        .with_child_spoken_to(SpokenTo::On(date("2018-11-13")))
        .with_views(Views::obtained(Whose::Parent))
        .with_views(Views::not_obtained(Whose::ParentalResponsibility));
    let review = ReviewRecord::new(held).with_preparation(preparation).with_meeting(meeting);
    let review = review.with_decision(
        Decision::new("therapy").with_implementer("the nurse").with_by(date("2018-12-03")),
    );
    let record = CareRecord::new("C-4")
        .with_period_of_care(CarePeriod::new(date("2018-10-15")).with_review(review));
    let rules =
        "child-spoken-to-privately parents-views iro-chairs implementers-named rights-explained";
    assert_eq!(
        outcomes(&record, "2019-03-31", rules),
        [
            "child-spoken-to-privately not_met",
            "parents-views not_met",
            "iro-chairs not_met",
            "implementers-named met",
            "rights-explained not_met",
        ]
    );
    let considered = outcomes(&record, "2019-03-31", "schedule-7");
    assert_eq!(considered.len(), 14);
    let missed: Vec<_> =
        (1..).zip(&considered).filter(|(_, told)| *told != "schedule-7 met").collect();
    assert_eq!(missed, [(9, &"schedule-7 not_met".to_owned())]);
    let officer = Officer::new("I-1")
        .with_registered(true)
        .with_fte("1.00".parse().unwrap())
        .with_children(Allocated::Each(vec!["C-4".to_owned()]))
        .with_conflict(Conflict::new("C-4", Position::ControlsResources));
    assert_eq!(
        of_service(&ServiceRecord::new("S-1").with_officer(officer), "2019-03-31"),
        ["iro-qualified met", "iro-caseload met", "iro-independent not_met"]
    );
}

/// 24 April to 25 September 2020, and the days beside it.
#[test]
fn the_year_2020_21_across_the_window() {
    let reviews = ["2019-12-02", "2020-03-02", "2020-09-30"];
    let placements = [("2020-05-01", "2020-05-20", "2020-09-28"), ("2020-09-28", "2020-10-05", "")];
    let placements = placements.iter().fold(Placements::recorded(), |all, (from, plan, ended)| {
        let placement = placed(from, plan);
        let end = |day: &&str| !day.is_empty();
        all.with_placement(match Some(*ended).filter(|day| end(day)) {
            Some(day) => placement.with_ended(date(day)),
            None => placement,
        })
    });
    let care = CarePeriod::new(date("2019-11-04")).with_placements(placements);
    let care = reviews.iter().fold(care, |care, on| care.with_review(ReviewRecord::new(date(on))));
    let record = CareRecord::new("C-5").with_period_of_care(care);
    let rules = "first-review second-review subsequent-review placement-plan";
    assert_eq!(
        outcomes(&record, "2021-03-31", rules),
        [
            "first-review met",
            "second-review met",
            "subsequent-review met_late",
            "subsequent-review not_met",
            "placement-plan cannot_tell",
            "placement-plan met",
        ]
    );
    let calendar = WorkingDays::england_and_wales();
    let assessment = Assessor::new(&calendar, date("2021-03-31")).assess(&record).unwrap();
    let softened: Vec<bool> = assessment
        .findings()
        .iter()
        .filter(|finding| finding.rule().id() == RuleId::SubsequentReview)
        .map(|finding| finding.easement().is_some())
        .collect();
    assert_eq!(softened, [true, false], "due on 2 September 2020, and on 30 March 2021");
    for (from, ended, told) in [
        ("2020-04-06", "2020-04-24", "not_met"),
        ("2020-04-24", "2020-05-12", "met"),
        ("2020-09-25", "2020-10-13", "met"),
        ("2020-09-26", "2020-10-14", "not_met"),
    ] {
        let stay = ShortBreak::new(date(from)).with_ended(date(ended)).with_returned_home(true);
        let series = ShortBreakSeries::new(date(from))
            .with_breaks([stay])
            .with_reviews([])
            .with_same_setting(true)
            .with_child_in_care(false);
        let record = CareRecord::new("C-6").with_short_breaks(ShortBreaks::new([series]));
        let told = format!("short-break-conditions {told}");
        assert_eq!(outcomes(&record, "2021-03-31", "short-break-conditions"), [told], "{from}");
    }
}
