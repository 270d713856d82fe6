//! A record that says something of nearly everything, and a service.

use chrono::NaiveDate;
use iro_handbook::law::ScheduleSevenMatter as Matter;
use iro_handbook::record::*;

/// A day of 2026.
pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn review() -> ReviewRecord {
    let before = Preparation::new()
        .with_discussion(day(3, 6))
        .with_report(day(3, 24))
        .with_care_plan(day(3, 26))
        .with_child_spoken_to(day(3, 25))
        .with_views(Views::obtained(Whose::Parent).with_attended(true))
        .with_views(Views::not_practicable(Whose::Parent, "he cannot be found"))
        .with_views(Views::obtained(Whose::Carer).with_attended(true));
    let at = Meeting::new()
        .with_chair(Chair::Iro)
        .with_considerations(
            Considerations::all()
                .with_not_considered(&[Matter::Leisure])
                .with_not_applicable(&[Matter::LastReview]),
        )
        .with_rights(Rights::explained(day(3, 25)).with_wish_to_act(false));
    let after = Aftermath::new()
        .with_decisions_written(day(4, 14))
        .with_decisions_received(day(4, 14))
        .with_manager_response(ManagerResponse::Agreed(day(4, 16)))
        .with_decisions_circulated(day(4, 27))
        .with_record_written(day(5, 5))
        .with_late_reason(LateReason::Workload);
    ReviewRecord::new(day(3, 27))
        .with_participation(Participation::AttendedAndSpoke)
        .with_scheduling(
            Scheduling::new()
                .with_scheduled_for(day(3, 27))
                .with_adjournments([day(3, 27)])
                .with_completed(day(4, 10)),
        )
        .with_preparation(before)
        .with_meeting(at)
        .with_decision(
            Decision::new("a dental check-up")
                .with_id("DEC-4")
                .with_implementer("the carer")
                .with_by(day(5, 1))
                .with_done(day(4, 20)),
        )
        .with_decision(
            Decision::new("contact with her sister")
                .with_no_implementer()
                .with_no_date()
                .with_done(Done::No)
                .with_iro_told(day(5, 5)),
        )
        .with_late_reason(LateReason::ChildAsked)
        .with_aftermath(after)
}

/// With foster carers, arrested on 8 April, in a secure home for four weeks, with other carers since.
fn placements() -> Placements {
    let placement = |from, kind| Placement::new(from, kind).with_emergency(false);
    let arrest = Placement::new(day(4, 8), PlacementKind::Other);
    let first = placement(day(3, 2), PlacementKind::Foster).with_meant_to_last(true);
    Placements::default()
        .with_placement(first.with_notified(day(3, 3)).with_ended(day(4, 8)))
        .with_placement(arrest.with_emergency(true).with_ended(day(4, 9)))
        .with_placement(placement(day(4, 9), PlacementKind::Secure).with_ended(day(5, 6)))
        .with_placement(placement(day(5, 6), PlacementKind::Foster))
}

fn care() -> CarePeriod {
    let arrest = Accommodation::new(AccommodationKind::CourtOrPolice, day(4, 8));
    let calls = ReviewCalls::none()
        .with_prompts([ReviewPrompt::new(day(4, 20), PromptReason::ChildAsked)
            .with_unjustified(Exception::because("held three weeks ago"))])
        .with_plan_changes([PlanChange::new(day(5, 6)).with_reviewed(Done::No)])
        .with_placement_endings([PlacementEnding::new(day(5, 12))])
        .with_accommodations([arrest.with_ended(day(4, 9))])
        .with_secure_placements([SecurePlacement::new(day(4, 9))
            .with_ended(day(5, 6))
            .with_reviews([SecureReview::new(day(4, 30)).with_members(3)])]);
    let order = LegalStatusSpan::new(LegalStatus::InterimCareOrder, day(3, 2));
    let detained = LegalStatusSpan::new(LegalStatus::PoliceDetention, day(4, 8));
    CarePeriod::new(day(3, 2))
        .with_review(review())
        .with_review(Review::new(day(6, 22)).with_participation(Participation::AbsentViewsSent))
        .with_review_calls(calls)
        .with_legal_statuses(
            LegalStatuses::default().with_status(order).with_status(detained.with_ended(day(4, 9))),
        )
        .with_placements(placements())
        .with_plans(
            Plans::default()
                .with_education_plan(EducationPlan::Made(Done::On(day(3, 12))))
                .with_pathway_assessment(Done::No)
                .with_ceasing_approval(CeasingApproval::No),
        )
        .with_health(
            Health::default()
                .with_initial_beforehand(Beforehand::NotPracticable("an emergency".into())),
        )
        .with_visits(
            Visits::default()
                .with_visit(Visit::new(day(3, 6)).with_seen_alone(SeenAlone::Yes))
                .with_visit(Visit::new(day(4, 10)).with_child_not_seen())
                .with_visit(
                    Visit::new(day(5, 11)).with_seen_alone(SeenAlone::No("in a car".into())),
                ),
        )
        .with_events(Events::new().with_event(
            Event::new(EventKind::SocialWorkerChange, day(4, 13)).with_iro_told(day(4, 15)),
        ))
}

fn dispute() -> Dispute {
    Dispute::raised("D-1", DisputeTheme::Placement, day(5, 20))
        .with_ladder(Ladder::new(["team manager", "director"]))
        .and_then(|d| d.with_event(DisputeEvent::Formal { stage: 1, on: day(6, 1) }))
        .and_then(|d| d.with_event(DisputeEvent::Answered(day(6, 3))))
        .and_then(|d| d.with_event(DisputeEvent::Formal { stage: 2, on: day(6, 4) }))
        .and_then(|d| d.with_event(DisputeEvent::ReferredToCafcass(day(6, 5))))
        .unwrap()
        .with_note_on_file(Done::On(day(5, 20)))
        .with_cafcass_test(
            CafcassTest::new(day(6, 5)).with_failure(SignificantFailure::InImplementation),
        )
}

/// The child's record.
pub fn record() -> CareRecord {
    let born = NaiveDate::from_ymd_opt(2012, 8, 9).unwrap();
    let kin = Kin::none().with_relative(
        Relative::new("C-1018", Relation::Sibling)
            .with_officer("IRO-4")
            .with_separate(SeparateIros::Conflict)
            .with_reason("allegations between them"),
    );
    let iro = IroHistory::none()
        .with_appointment(
            Appointment::new("IRO-2", day(3, 4))
                .with_to(day(5, 1))
                .with_named(day(3, 4))
                .with_met_child(day(3, 25)),
        )
        .with_appointment(
            Appointment::new("IRO-3", day(5, 2)).with_handover(Handover::NotPossible("ill".into())),
        );
    let short_breaks = ShortBreaks::new([ShortBreakSeries::new(day(1, 9))
        .with_ended(day(3, 1))
        .with_breaks([ShortBreak::new(day(1, 9)).with_ended(day(1, 11)).with_returned_home(true)])
        .with_reviews([day(2, 2)])
        .with_same_setting(true)]);
    CareRecord::new("C-1017")
        .with_born(born)
        .with_profile(
            Profile::new()
                .with_sex(Sex::Female)
                .with_ethnic_group(EthnicGroup::Mixed)
                .with_unaccompanied(false)
                .with_disabled(false),
        )
        .with_period_of_care(care())
        .with_kin(kin)
        .with_iro(iro)
        .with_short_breaks(short_breaks)
        .with_disputes(Disputes::none().with_dispute(dispute()))
}

/// The service.
#[allow(dead_code)]
pub fn service() -> ServiceRecord {
    ServiceRecord::new("S-1")
        .with_officer(
            Officer::new("IRO-2")
                .with_from(day(1, 5))
                .with_registered(true)
                .with_qualified(NaiveDate::from_ymd_opt(2012, 7, 1).unwrap())
                .with_team_manager_standing(true)
                .with_fte(Fte::from_hundredths(80).unwrap())
                .with_children(Allocated::Count(61))
                .with_conflict(Conflict::new("C-1017", Position::ManagesCase).with_to(day(2, 1)))
                .with_agency(false)
                .with_sex(Sex::Female)
                .with_ethnic_group(EthnicGroup::White),
        )
        .with_vacancies(Fte::from_hundredths(60).unwrap())
        .with_officer(
            Officer::new("IRO-3")
                .with_fte(Fte::FULL_TIME)
                .with_children(Allocated::Each(vec!["C-1017".into(), "C-1018".into()]))
                .with_no_conflicts(),
        )
}

/// A child's way through child protection, with everything in it.
#[allow(dead_code)]
pub fn protection() -> ProtectionRecord {
    let held =
        |kind, on| Conference::new(kind, on).with_chair("IRO-2").with_chair_independent(true);
    ProtectionRecord::new("C-1017")
        .with_nothing_more()
        .with_assessment(ReferralAssessment::new(day(2, 2)).with_completed(day(3, 20)))
        .with_enquiry(Enquiry::new(day(2, 10)).with_conference_required(true))
        .with_conference(held(ConferenceKind::Initial, day(3, 2)).with_called_on(day(2, 10)))
        .with_plan(
            ProtectionPlan::new(day(3, 2))
                .with_category_at_start(AbuseCategory::Neglect)
                .with_latest_category(AbuseCategory::Multiple)
                .with_previous_plans(0),
        )
        .with_core_group(day(3, 12))
        .with_conference(held(ConferenceKind::Review, day(6, 2)).with_looked_after_review(true))
}
