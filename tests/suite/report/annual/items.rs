//! What is not recorded fills no item: IRO Handbook, paragraph 7.11, item by item, on one child of whom nothing is
//! recorded but the day care began and one review.

use super::missing;
use crate::assess::date;
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{
    Answer, Appointment, CarePeriod, CareRecord, Feedback, FeedbackFrom, IroHistory, Kin, Officer,
    Participation, Relation, Relative, ReviewRecord, ServiceRecord,
};
use iro_handbook::report::annual::{
    AnnualFigures, AnnualReport, AnnualReportBuilder, Narrative, PrescribedItem, Slot,
};
use iro_handbook::report::{
    AuditFigures, FeedbackFigures, LatenessFigures, ReviewFigures, ReviewQuestion, WorkforceFigures,
};

fn year(ending: i32) -> CollectionYear {
    CollectionYear::ending(ending).unwrap()
}

fn bare(reviewed_on: &str) -> CareRecord {
    let review = ReviewRecord::new(date(reviewed_on));
    CareRecord::new("C-1")
        .with_period_of_care(CarePeriod::new(date("2025-09-01")).with_review(review))
}

fn of(record: &CareRecord) -> AnnualReportBuilder {
    in_year(2026, record)
}

fn in_year(ending: i32, record: &CareRecord) -> AnnualReportBuilder {
    let calendar = WorkingDays::england_and_wales();
    let mut figures = AnnualFigures::new(ReviewQuestion::new(year(ending)));
    figures.add(&Assessor::new(&calendar, year(ending).end()), record).unwrap();
    // Whatever the service writes fills the item as far as it asks for that.
    let texts = Slot::ALL.iter().fold(Narrative::new(), |all, slot| all.with(*slot, "Words."));
    figures.into_builder("Sampleshire").with_narrative(texts)
}

#[track_caller]
fn lacks(builder: AnnualReportBuilder, item: PrescribedItem, expected: &[&str]) -> AnnualReport {
    let report = builder.build().unwrap();
    assert_eq!(missing(&report, item), expected);
    report
}

#[test]
fn a_concerns() {
    let item = PrescribedItem::Concerns;
    lacks(of(&bare("2025-09-20")), item, &["the disputes raised and their outcomes"]);
}

#[test]
fn b_service() {
    let item = PrescribedItem::Service;
    let mut team = WorkforceFigures::new(year(2026), year(2026).end());
    team.add(&ServiceRecord::new("S-1").with_officer(Officer::new("I-1"))).unwrap();
    let expected = [
        "the children and the full-time equivalent of every officer",
        "the full-time equivalent of every officer",
        "the vacant posts",
        "which officers are engaged through an agency",
        "since when each officer has been in post",
        "the sex of the officers",
        "the ethnic group of the officers",
        "the sex of the children",
        "the ethnic group of the children",
        "how often the IRO of a child changed in the year",
        "how many children had an IRO named in time",
    ];
    lacks(of(&bare("2025-09-20")).with_workforce(team), item, &expected);
    // No officer at all.
    let nobody = WorkforceFigures::new(year(2026), year(2026).end());
    let report = of(&bare("2025-09-20")).with_workforce(nobody).build().unwrap();
    assert!(missing(&report, item).contains(&"the officers in post"));
    // With an IRO on record the changes are known.
    let iro = IroHistory::none().with_appointment(Appointment::new("I-1", date("2025-09-01")));
    let report = of(&bare("2025-09-20").with_iro(iro)).build().unwrap();
    assert!(!missing(&report, item).contains(&"how often the IRO of a child changed in the year"));
}

fn feedback(from: FeedbackFrom, answer: Answer) -> FeedbackFigures {
    let mut figures = FeedbackFigures::new(year(2026));
    let asked = Feedback::new(date("2025-10-01"), from, "Were you heard?");
    figures.add(&asked.with_answers(answer, 7)).unwrap();
    figures
}

#[test]
fn c_participation() {
    let item = PrescribedItem::Participation;
    let rest = [
        "how children took part in their reviews",
        "whether parents came",
        "whether children were seen alone before the review",
        "whether parents' views were obtained",
    ];
    let none = [&rest[..], &["feedback from children or their parents"]].concat();
    let with = |from, answer| of(&bare("2025-09-20")).with_feedback(feedback(from, answer));
    lacks(of(&bare("2025-09-20")), item, &none);
    for from in [FeedbackFrom::Carer, FeedbackFrom::Professional] {
        lacks(with(from, Answer::Yes), item, &none);
    }
    lacks(with(FeedbackFrom::Child, Answer::None), item, &none);
    for from in [FeedbackFrom::Child, FeedbackFrom::Parent] {
        lacks(with(from, Answer::Partly), item, &rest);
    }
    let review = ReviewRecord::new(date("2025-09-20")).with_participation(Participation::UnderFour);
    let coded = CareRecord::new("C-1")
        .with_period_of_care(CarePeriod::new(date("2025-09-01")).with_review(review));
    lacks(of(&coded), item, &none[1..]);
}

/// Regulation 33(1) of SI 2010/959: by 29 September 2025, 20 working days after 1 September.
#[test]
fn d_timeliness() {
    let item = PrescribedItem::Timeliness;
    lacks(of(&bare("2025-09-29")), item, &[]);
    lacks(of(&bare("2025-09-30")), item, &["the reasons why reviews were late"]);
    // Counted from nowhere: a return that begins in the middle cannot tell.
    let question = ReviewQuestion::new(year(2026));
    let untold = serde_json::json!({
        "schema": "iro-handbook/review-figures/1",
        "period": {"start": "2025-04-01", "end": "2026-03-31"},
        "as_of": "2026-03-31",
        "evidence_from": null,
        "cohort": {"looked_after_at_start": 7, "started": 0, "ceased": 0, "looked_after_at_end": 7},
        "reviews": {
            "held": {"total": 7, "on_time": 0, "late": 0, "undetermined": 7, "by_sequence": {
                "first": {"on_time": 0, "late": 0, "undetermined": 0},
                "second": {"on_time": 0, "late": 0, "undetermined": 0},
                "subsequent": {"on_time": 0, "late": 0, "undetermined": 0},
                "adoption": {"on_time": 0, "late": 0, "undetermined": 0},
                "unknown": {"on_time": 0, "late": 0, "undetermined": 7}}},
            "due": {"met": 0, "met_late": 0, "not_held": 0, "not_yet_due": 0, "lapsed": 0, "undetermined": 7},
            "children": {"all_on_time": 0, "not_all_on_time": 0, "undetermined": 7},
        },
        "participation": {"codes": {"PN0": 0, "PN1": 7, "PN2": 0, "PN3": 0, "PN4": 0, "PN5": 0, "PN6": 0,
            "PN7": 0, "not_recorded": 0}, "eligible": 7, "attended": 7, "views_conveyed": 7},
        "data_quality": {"unusable_episode": 0, "episode_not_carried": 0, "child_not_carried": 0,
            "unusable_review": 0, "duplicate_review": 0, "review_after_as_of": 0,
            "review_before_evidence": 0, "review_in_short_break": 0, "review_outside_care": 0},
    });
    let untold: ReviewFigures = serde_json::from_value(untold).unwrap();
    let untold = AnnualReport::builder("Sampleshire", untold);
    let expected = [
        "whether the reviews held were on time",
        "whether the reviews that fell due were held in time",
    ];
    lacks(untold.with_lateness(LatenessFigures::new(question)), item, &expected);
}

#[test]
fn e_audits() {
    let in_time = "whether reports, decisions and records were ready in time";
    let item = PrescribedItem::Audits;
    lacks(of(&bare("2025-09-20")), item, &["the outcomes of quality audits", in_time]);
    let expected = [
        "audits of how reviews are organised",
        "audits of how reviews are conducted",
        "audits of how reviews are recorded",
        in_time,
    ];
    let none = of(&bare("2025-09-20")).with_audits(AuditFigures::new(year(2026)));
    lacks(none, item, &expected);
}

#[test]
fn f_resources() {
    let mut team = WorkforceFigures::new(year(2026), year(2026).end());
    team.add(&ServiceRecord::new("S-1").with_officer(Officer::new("I-1"))).unwrap();
    let given = of(&bare("2025-09-20")).with_workforce(team);
    let expected = ["the children and the full-time equivalent of every officer"];
    lacks(given, PrescribedItem::Resources, &expected);
}

#[test]
fn beside_the_list_siblings() {
    let item = PrescribedItem::Siblings;
    let contact = "whether reviews considered contact between brothers and sisters";
    let one_iro = "whether brothers and sisters have one IRO";
    let who = "which children have brothers or sisters who are looked after too";
    lacks(of(&bare("2025-09-20")), item, &[contact, who, one_iro]);
    // A sister on record, and nothing of her.
    let sister = Kin::none().with_relative(Relative::new("C-2", Relation::Sibling));
    lacks(of(&bare("2025-09-20").with_kin(sister)), item, &[one_iro, contact]);
    lacks(of(&bare("2025-09-20").with_kin(Kin::none())), item, &[]);
}

/// SI 2010/959, regulation 45, came into force on 1 April 2011: in 2008/09 nobody was bound by it, and it is neither
/// counted nor missing.
#[test]
fn rules_of_later_law() {
    let review = ReviewRecord::new(date("2008-09-26"));
    let record = CareRecord::new("C-1")
        .with_period_of_care(CarePeriod::new(date("2008-09-01")).with_review(review));
    let report = in_year(2009, &record).build().unwrap();
    let text = report.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    let says = "Rules of later law, not counted in this year: Private talk with the child (from 1 April 2011).";
    assert!(text.contains(says), "{text}");
    assert!(!text.contains("Private talk with the child (regulations)"));
    assert_eq!(report.figure("duties.child_spoken_to_privately.total"), None);
    // Parents were to be consulted before: SI 1991/895, regulation 7(1).
    let views = "whether parents' views were obtained";
    assert!(missing(&report, PrescribedItem::Participation).contains(&views));
    #[cfg(feature = "render")]
    for page in [iro_handbook::render::html(&report), iro_handbook::render::markdown(&report)] {
        assert!(
            page.contains("must refer to from 1 April 2011; in this year it was not in force.")
        );
    }
    // The clock of the 1991 Regulations was law: 4 weeks after 1 September 2008 are 29 September.
    assert!(report.figure("duties.first_review.met").unwrap().count() == Some(1));
    let later = of(&bare("2025-09-20")).build().unwrap();
    assert!(!later.to_string().contains("Rules of later law"));
    assert!(later.figure("duties.parents_views.total").is_some());
}
