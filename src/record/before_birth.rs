//! What is on record of a child before the day of birth.

use super::{
    CarePeriod, CareRecord, Done, EducationPlan, HealthAssessment, Problems, ReviewRecord, SpokenTo,
};
use chrono::NaiveDate;

/// Nothing is done for a child who is not born, but plans may be drawn up and an IRO appointed before the birth of
/// one who will be looked after from it: care plan, placement plan and appointment are left out. What lies within a period of care is left out: that the
/// period began before birth is told of the period.
pub(super) fn problems(record: &CareRecord, problems: &mut Problems<'_>) {
    let Some(born) = record.born() else { return };
    let mut each = |field, day: Option<NaiveDate>| {
        if let Some(day) = day.filter(|day| *day < born) {
            problems.add(field, day, "the day of birth is later");
        }
    };
    for period in record.periods_of_care() {
        each("period of care began", Some(period.began()));
        of_period(period, &mut each);
        period.reviews().iter().for_each(|review| of_review(review, &mut each));
    }
    for series in record.short_breaks().series().unwrap_or_default() {
        each("short breaks began", Some(series.began()));
    }
    for dispute in record.disputes().list().unwrap_or_default() {
        each("dispute raised", Some(dispute.raised_on()));
    }
}

fn of_period(period: &CarePeriod, each: &mut impl FnMut(&'static str, Option<NaiveDate>)) {
    let plans = period.plans();
    if let EducationPlan::Made(done) | EducationPlan::Needed(done) = &plans.education_plan {
        each("education plan", done.on());
    }
    each("pathway assessment", plans.pathway_assessment.on());
    each("ceasing approval", plans.ceasing_approval.on());
    each("independent visitor refused", plans.visitor_refused_on);
    for placement in period.placements().list().unwrap_or_default() {
        each("notice of the placement", placement.notified.on());
    }
    for assessment in period.health().assessments().unwrap_or_default() {
        each("health assessment", Some(HealthAssessment::on(assessment)));
    }
    for span in period.legal_statuses().spans().unwrap_or_default() {
        each("legal status", Some(span.from()));
    }
    for authority in period.review_calls().adoption_authority().unwrap_or_default() {
        each("authority to place for adoption", Some(authority.began()));
    }
    for event in period.events().list().unwrap_or_default() {
        each("IRO told of a significant event", event.iro_told().on());
    }
    period.review_calls().reviewed().for_each(|(field, done)| each(field, done.on()));
}

fn of_review(review: &ReviewRecord, each: &mut impl FnMut(&'static str, Option<NaiveDate>)) {
    let (before, schedule) = (review.preparation(), review.scheduling());
    each("talk between social worker and IRO", before.discussion().on());
    each("report with the IRO", before.report().on());
    each("care plan with the IRO", before.care_plan().on());
    if let SpokenTo::On(day) = before.child_spoken_to() {
        each("private talk with the child", Some(*day));
    }
    let rights = review.meeting().rights();
    let told = [rights.applications(), rights.complaints(), rights.advocacy(), rights.legal_help()];
    told.into_iter().filter_map(Done::on).for_each(|day| each("rights explained", Some(day)));
    each("review scheduled for", schedule.scheduled_for());
    each("first meeting of the review", schedule.first_meeting());
}
