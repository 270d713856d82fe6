//! Participation, audits, siblings and support: paragraph 7.11 of the IRO Handbook, items c, e and the rest.

use super::{figure, ledger, missing};
use crate::assess::date;
use iro_handbook::assess::Assessor;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::law::{RuleId, ScheduleSevenMatter};
use iro_handbook::record::*;
use iro_handbook::report::annual::{AnnualReport, AnnualReportBuilder, Block, PrescribedItem};
use iro_handbook::report::*;
use proptest::prelude::*;

fn year() -> CollectionYear {
    CollectionYear::ending(2026).unwrap()
}

fn calendar() -> WorkingDays {
    WorkingDays::england_and_wales()
}

fn builder(records: &[CareRecord]) -> AnnualReportBuilder {
    let none = ReviewFigures::new(ReviewQuestion::new(year()));
    let periods = records.iter().flat_map(CareRecord::periods_of_care);
    let figures = periods.fold(none, |figures, period| {
        figures.with(&calendar(), period.period_of_care().view().unwrap()).unwrap()
    });
    AnnualReport::builder("Sampleshire", figures)
}

/// A child looked after from 1 September 2025, with one review in time.
fn reviewed(id: &str, preparation: Preparation, meeting: Meeting) -> CareRecord {
    let review = ReviewRecord::new(date("2025-09-20"))
        .with_participation(Participation::AttendedAndSpoke)
        .with_preparation(preparation)
        .with_meeting(meeting);
    CareRecord::new(id).with_period_of_care(CarePeriod::new(date("2025-09-01")).with_review(review))
}

fn prepared(id: &str, preparation: Preparation) -> CareRecord {
    reviewed(id, preparation, Meeting::new())
}

fn came(whose: Whose, attended: bool) -> Views {
    Views::obtained(whose).with_attended(attended)
}

fn attendance(records: &[CareRecord]) -> AttendanceFigures {
    let mut figures = AttendanceFigures::new(year(), year().end());
    records.iter().for_each(|record| figures.add(record));
    figures
}

fn duties(records: &[CareRecord]) -> DutyFigures {
    let mut figures = DutyFigures::new(year(), year().end());
    let calendar = calendar();
    let assessor = Assessor::new(&calendar, year().end());
    for record in records {
        assessor.for_each(record, |finding| figures.add(&finding)).unwrap();
    }
    figures
}

#[test]
fn who_came_is_told_where_it_is_recorded() {
    let with = |views: &[Views]| {
        prepared("C-1", views.iter().cloned().fold(Preparation::new(), Preparation::with_views))
    };
    let unsaid = Views::obtained(Whose::Parent);
    let no_parents = || prepared("C-1", Preparation::new().with_no_parents("orphaned"));
    let other = Whose::ParentalResponsibility;
    // Who came, of parents: came, did not come, does not apply, not recorded.
    for (record, expected) in [
        (with(&[]), [0, 0, 0, 1]),
        (with(&[came(Whose::Parent, true)]), [1, 0, 0, 0]),
        (with(&[came(Whose::Parent, false), came(other, true)]), [1, 0, 0, 0]),
        (with(&[came(Whose::Parent, false), came(other, false)]), [0, 1, 0, 0]),
        (with(&[unsaid.clone(), came(other, true)]), [1, 0, 0, 0]),
        (with(&[unsaid.clone(), came(other, false)]), [0, 0, 0, 1]),
        (with(&[came(Whose::Carer, true)]), [0, 0, 0, 1]),
        (no_parents(), [0, 0, 1, 0]),
    ] {
        let parents = attendance(&[record]).parents();
        let told = [
            parents.came(),
            parents.did_not_come(),
            parents.not_applicable(),
            parents.not_recorded(),
        ];
        assert_eq!(told, expected);
    }
    assert_eq!(attendance(&[with(&[came(Whose::Carer, true)])]).carers().came(), 1);
    assert_eq!(attendance(&[with(&[came(Whose::Carer, false)])]).carers().did_not_come(), 1);
}

#[test]
fn reviews_without_a_record_are_not_recorded() {
    let records = [
        prepared("C-1", Preparation::new().with_views(came(Whose::Parent, true))),
        prepared("C-2", Preparation::new().with_views(came(Whose::Parent, false))),
        prepared("C-3", Preparation::new()),
    ];
    let build = |given| builder(&records).with_attendance(attendance(given)).build();
    let parents = |given| ledger(&build(given).unwrap(), "attendance.parents.");
    let named = |counts: [u64; 5]| -> Vec<(String, u64)> {
        ["came", "did_not_come", "known", "not_applicable", "not_recorded"]
            .map(str::to_owned)
            .into_iter()
            .zip(counts)
            .collect()
    };
    assert_eq!(parents(&records), named([1, 1, 2, 0, 1]));
    assert_eq!(parents(&records[..1]), named([1, 0, 1, 0, 2]));
    // More reviews than were held are of other children.
    let four: Vec<_> = records.iter().chain([&records[0]]).cloned().collect();
    assert!(build(&four).unwrap_err().is_contradiction());
    // A review of another year is not of this one.
    let before = ReviewRecord::new(date("2025-03-20"));
    let before = CareRecord::new("C-4")
        .with_period_of_care(CarePeriod::new(date("2025-03-03")).with_review(before));
    assert_eq!(attendance(&[before]).parents().total(), 0);
}

#[test]
fn participation_names_what_is_missing_and_no_more() {
    let item = PrescribedItem::Participation;
    let records = [prepared("C-1", Preparation::new())];
    let bare = builder(&records).build().unwrap();
    assert_eq!(
        missing(&bare, item),
        [
            "whether parents came",
            "whether children were seen alone before the review",
            "whether parents' views were obtained",
            "feedback from children or their parents",
        ]
    );
    let with = |records: &[CareRecord]| {
        let given = builder(records).with_attendance(attendance(records));
        let given = given.with_duties(duties(records));
        missing(&given.with_feedback(FeedbackFigures::new(year())).build().unwrap(), item)
    };
    // Given, and nothing recorded in it.
    assert_eq!(with(&records), missing(&bare, item)[..3]);
    let told = Preparation::new()
        .with_views(came(Whose::Parent, false))
        .with_child_spoken_to(date("2025-09-18"));
    assert_eq!(with(&[prepared("C-1", told)]), [""; 0]);
    assert_eq!(with(&[]), [""; 0], "no reviews");
}

/// SI 2010/959, regulation 45 and Schedule 7: seen alone before the review, and parents' views.
#[test]
fn duties_are_counted_rule_by_rule() {
    let spoken = |on: &str| Preparation::new().with_child_spoken_to(date(on));
    let records = [
        prepared("C-1", spoken("2025-09-18").with_views(came(Whose::Parent, true))),
        prepared("C-2", spoken("2025-09-22")),
        prepared("C-3", Preparation::new().with_views(Views::not_obtained(Whose::Parent))),
        prepared("C-4", Preparation::new().with_child_spoken_to(SpokenTo::refused())),
    ];
    let report = builder(&records).with_duties(duties(&records)).build().unwrap();
    let of = |rule: &str| {
        ["met", "met_late", "not_met", "told", "cannot_tell", "not_applicable", "total"]
            .map(|part| figure(&report, &format!("duties.{rule}.{part}")))
    };
    // In time; after the review; nothing recorded; refused by a child of sufficient understanding.
    assert_eq!(of("child_spoken_to_privately"), [1, 0, 1, 2, 1, 1, 4]);
    assert_eq!(of("parents_views"), [1, 0, 1, 2, 2, 0, 4]);
    // Four first reviews, held on 20 September and due by 29 September.
    assert_eq!(of("first_review"), [4, 0, 0, 4, 0, 0, 4]);
    // Four second reviews, due by 20 December and not held.
    assert_eq!(of("second_review"), [0, 0, 4, 4, 0, 0, 4]);
    let text = report.to_string();
    assert!(text.contains("50.0 % (1 of 2)"), "{text}");
    assert!(
        text.contains("1 more cannot be told; with them it lies in 33.3 % to 66.7 %"),
        "{text}"
    );
}

/// How binding a rule is stands in its row, and no row adds rules together.
#[test]
fn law_and_guidance_are_never_added_together() {
    let records = [prepared("C-1", Preparation::new())];
    let report = builder(&records).with_duties(duties(&records)).build().unwrap();
    let section = report.sections().iter().find(|section| section.id() == "duties").unwrap();
    let (mut rows, mut named) = (0, 0);
    for block in section.blocks() {
        let table = match block {
            Block::Table(table) => table,
            Block::Note(note) => {
                // The rules of which no number says anything, by name.
                let rules = note.split_once(": ").filter(|(which, _)| *which != "No duty arose");
                named += rules.map_or(0, |(_, titles)| titles.split("; ").count());
                continue;
            }
            _ => continue,
        };
        for row in table.rows() {
            let rule = RuleId::ALL.iter().map(|id| id.rule()).find(|r| r.title() == row.label());
            let force = report.text_of(&row.cells()[0]);
            assert_eq!(rule.unwrap().force().to_string(), force, "{}", row.label());
            assert!(!row.is_total());
            rows += 1;
        }
    }
    assert!(rows > 0 && named > 0, "{rows} {named}");
    assert_eq!(rows + named, duties(&records).each().count());
}

fn audit(area: AuditArea, grade: AuditGrade) -> Audit {
    Audit::new("A-1", date("2025-11-03"), area, grade)
}

fn audits(all: &[Audit]) -> AuditFigures {
    let mut figures = AuditFigures::new(year());
    all.iter().for_each(|audit| figures.add(audit).unwrap());
    figures
}

#[test]
fn audits_by_area_and_grade() {
    use AuditArea::{Conduct, Organisation, Recording};
    use AuditGrade::{Good, Local, RequiresImprovement};
    let all = audits(&[
        audit(Organisation, Good),
        audit(Organisation, Good),
        audit(Conduct, Good),
        audit(Recording, RequiresImprovement),
        audit(Recording, Local("B2".to_owned())),
        Audit::new("A-9", date("2026-04-01"), Recording, Good),
    ]);
    let report = builder(&[]).with_audits(all).with_duties(duties(&[])).build().unwrap();
    for (name, count) in [
        ("audits.total", 5),
        ("audits.organisation.good", 2),
        ("audits.all.good", 3),
        ("audits.recording.total", 2),
        ("audits.recording.good", 0),
        ("audits.recording.local_2", 1),
        ("audits.overall.total", 0),
    ] {
        assert_eq!(figure(&report, name), count, "{name}");
    }
    assert_eq!(missing(&report, PrescribedItem::Audits), [""; 0]);
    assert!(report.to_string().contains("B2"));
}

#[test]
fn audits_that_nobody_made_are_named() {
    let item = PrescribedItem::Audits;
    let bare = builder(&[]).build().unwrap();
    assert_eq!(
        missing(&bare, item),
        [
            "the outcomes of quality audits",
            "whether reports, decisions and records were ready in time"
        ]
    );
    let one = audits(&[audit(AuditArea::Conduct, AuditGrade::Good)]);
    let report = builder(&[]).with_audits(one).with_duties(duties(&[])).build().unwrap();
    assert_eq!(
        missing(&report, item),
        ["audits of how reviews are organised", "audits of how reviews are recorded"]
    );
    let whole = audits(&[audit(AuditArea::Overall, AuditGrade::NotGraded)]);
    let report = builder(&[]).with_audits(whole).with_duties(duties(&[])).build().unwrap();
    assert_eq!(missing(&report, item), [""; 0]);
}

#[test]
fn a_code_is_short_and_no_text() {
    for (code, fits) in
        [("B2", true), ("", false), ("twelve chars", true), ("about her mother", false)]
    {
        let audit = audit(AuditArea::Conduct, AuditGrade::Local(code.to_owned()));
        let found = AuditFigures::new(year()).add(&audit);
        assert_eq!(found.is_ok(), fits, "{code}");
        if let Err(error) = found {
            assert!(!error.to_string().contains("mother"), "{error}");
        }
    }
}

#[test]
fn answers_add_up_question_by_question() {
    let asked = |on: &str, from, question: &str| Feedback::new(date(on), from, question);
    let say = "Did you have your say?";
    let mut figures = FeedbackFigures::new(year());
    for feedback in [
        asked("2025-10-01", FeedbackFrom::Parent, say).with_answers(Answer::No, 2),
        asked("2025-10-01", FeedbackFrom::Child, say)
            .with_answers(Answer::Yes, 40)
            .with_answers(Answer::No, 7),
        asked("2026-02-01", FeedbackFrom::Child, say).with_answers(Answer::Yes, 1),
        asked("2026-04-01", FeedbackFrom::Child, say).with_answers(Answer::Yes, 100),
        asked("2025-10-01", FeedbackFrom::Child, "How was <b>it</b>?")
            .with_answers(Answer::Point { point: 4, of: 5 }, 3)
            .with_answers(Answer::Point { point: 5, of: 5 }, 9),
    ] {
        figures.add(&feedback).unwrap();
    }
    let report = builder(&[]).with_feedback(figures.clone()).build().unwrap();
    let expected = [
        ("1.no", 7),
        ("1.total", 48),
        ("1.yes", 41),
        ("2.4_of_5", 3),
        ("2.5_of_5", 9),
        ("2.total", 12),
        ("3.no", 2),
        ("3.total", 2),
    ];
    assert_eq!(
        ledger(&report, "feedback.question_"),
        expected.map(|(name, count)| (name.to_owned(), count))
    );
    assert!(!format!("{figures:?}").contains("say"), "the service's own words");
    assert!(!format!("{:?}", asked("2025-10-01", FeedbackFrom::Child, say)).contains("say"));
}

#[test]
fn feedback_that_contradicts_itself_is_refused() {
    let asked = |question: &str| Feedback::new(date("2025-10-01"), FeedbackFrom::Child, question);
    let both = asked("?").with_answers(Answer::Yes, 1).with_answers(Answer::Yes, 2);
    let off = |point, of| asked("?").with_answers(Answer::Point { point, of }, 1);
    for feedback in [asked(" "), both, off(0, 5), off(6, 5)] {
        assert_eq!(feedback.problems().len(), 1);
        assert!(FeedbackFigures::new(year()).add(&feedback).unwrap_err().is_contradiction());
    }
    assert!(off(5, 5).check().is_ok());
}

fn brother(iro: Option<&str>) -> Relative {
    let relative = Relative::new("C-90", Relation::Sibling);
    match iro {
        Some(iro) => relative.with_officer(iro),
        None => relative,
    }
}

fn with_kin(relatives: Option<Vec<Relative>>, contact: Considerations) -> CareRecord {
    let meeting = Meeting::new().with_considerations(contact);
    let appointment = Appointment::new("I-3", date("2025-09-01"));
    let record = reviewed("C-1", Preparation::new(), meeting)
        .with_iro(IroHistory::none().with_appointment(appointment));
    match relatives {
        None => record,
        Some(relatives) => {
            record.with_kin(relatives.into_iter().fold(Kin::none(), Kin::with_relative))
        }
    }
}

fn siblings(records: &[CareRecord]) -> SiblingFigures {
    let mut figures = SiblingFigures::new(year(), year().end());
    records.iter().for_each(|record| figures.add(record));
    figures
}

/// IRO Handbook, guidance: siblings have one IRO, but for a conflict or the size of the group.
#[test]
fn siblings_have_one_iro_or_not() {
    let other = || Relative::new("C-91", Relation::Sibling).with_officer("I-8");
    let apart = || other().with_separate(SeparateIros::Conflict);
    for (relatives, expected) in [
        (vec![brother(Some("I-3"))], Some(SiblingIro::One)),
        (vec![brother(Some("I-3")), apart()], Some(SiblingIro::SeparateWithReason)),
        (vec![brother(Some("I-3")), other()], Some(SiblingIro::Separate)),
        (vec![brother(None), other()], Some(SiblingIro::Separate)),
        (vec![brother(None), apart()], Some(SiblingIro::NotRecorded)),
        (vec![Relative::new("C-92", Relation::Parent).with_officer("I-3")], None),
        (vec![], None),
    ] {
        let figures = siblings(&[with_kin(Some(relatives.clone()), Considerations::new())]);
        let told = figures.with_siblings().iter().map(|(iro, count)| (*iro, count));
        let expected: Vec<_> = expected.into_iter().map(|iro| (iro, 1)).collect();
        assert_eq!(told.collect::<Vec<_>>(), expected, "{relatives:?}");
        assert_eq!(figures.without(), u64::from(expected.is_empty()));
    }
    assert_eq!(siblings(&[with_kin(None, Considerations::new())]).not_recorded(), 1);
}

/// SI 2010/959, Schedule 7, paragraph 4: contact, counted for children with a sibling looked after.
#[test]
fn the_section_on_siblings_adds_up() {
    let contact = [ScheduleSevenMatter::Contact];
    let yes = Considerations::new().with_considered(&contact);
    let no = Considerations::new().with_not_considered(&contact);
    let records = [
        with_kin(Some(vec![brother(Some("I-3"))]), yes),
        with_kin(Some(vec![brother(Some("I-8"))]), no),
        with_kin(Some(vec![brother(None)]), Considerations::new()),
        with_kin(Some(vec![]), yes),
        with_kin(None, yes),
    ];
    // Of the last child nobody gave a record.
    let report = builder(&records).with_siblings(siblings(&records[..4])).build().unwrap();
    let expected = [
        ("contact.considered", 1),
        ("contact.not_applicable", 0),
        ("contact.not_considered", 1),
        ("contact.not_recorded", 1),
        ("contact.reviews", 3),
        ("iro.not_recorded", 1),
        ("iro.one", 1),
        ("iro.separate", 1),
        ("iro.separate_with_reason", 0),
        ("not_recorded", 1),
        ("with", 3),
        ("without", 1),
    ];
    assert_eq!(ledger(&report, "siblings."), expected.map(|(name, n)| (name.to_owned(), n)));
    assert_eq!(missing(&report, PrescribedItem::Siblings), [""; 0]);
    // More children than are looked after.
    let error = builder(&records[..3]).with_siblings(siblings(&records)).build().unwrap_err();
    assert!(error.is_contradiction(), "{error}");
    let bare = builder(&records).build().unwrap();
    assert_eq!(missing(&bare, PrescribedItem::Siblings).len(), 3);
}

#[test]
fn support_is_what_the_service_counted() {
    let given = SupportFigures::new(year()).with_advocates(31).with_care_plans(180, 9);
    let report = builder(&[]).with_support(given).build().unwrap();
    assert_eq!(figure(&report, "support.advocates"), 31);
    assert_eq!(figure(&report, "support.care_plans.total"), 189);
    let text = report.to_string();
    // 180 of 189 is 95.238 %.
    assert!(text.contains("Care plans up to date at the end of the year: 95.2 % (180 of 189)"));
    assert!(text.contains("Children with an independent visitor: x"));
    assert_eq!(report.figure("support.visitors.matched"), None);
}

/// Figures of another year are refused, whichever they are.
#[test]
fn another_year_makes_no_report() {
    let last = CollectionYear::ending(2025).unwrap();
    for given in [
        builder(&[]).with_duties(DutyFigures::new(last, last.end())),
        builder(&[]).with_attendance(AttendanceFigures::new(last, last.end())),
        builder(&[]).with_audits(AuditFigures::new(last)),
        builder(&[]).with_feedback(FeedbackFigures::new(last)),
        builder(&[]).with_siblings(SiblingFigures::new(last, last.end())),
        builder(&[]).with_support(SupportFigures::new(last)),
        builder(&[]).with_disputes(DisputeFigures::new(last, last.end())),
        builder(&[]).with_missed(MissedReviews::new(ReviewQuestion::new(last))),
    ] {
        assert!(given.build().unwrap_err().is_mismatch());
    }
}

/// Everything that is counted of one child or record of the service.
#[derive(Clone, Debug, PartialEq)]
struct Everything {
    duties: DutyFigures,
    attendance: AttendanceFigures,
    siblings: SiblingFigures,
    audits: AuditFigures,
    feedback: FeedbackFigures,
    missed: MissedReviews,
}

impl Everything {
    fn of(numbers: &[u64]) -> Self {
        let question = ReviewQuestion::new(year());
        let mut all = Self {
            duties: DutyFigures::new(year(), year().end()),
            attendance: AttendanceFigures::new(year(), year().end()),
            siblings: SiblingFigures::new(year(), year().end()),
            audits: AuditFigures::new(year()),
            feedback: FeedbackFigures::new(year()),
            missed: MissedReviews::new(question),
        };
        let calendar = calendar();
        for number in numbers {
            let view = came(Whose::Parent, number % 2 == 0);
            let preparation = match number % 3 {
                0 => Preparation::new(),
                1 => Preparation::new().with_views(view),
                _ => Preparation::new().with_child_spoken_to(date("2025-09-18")),
            };
            let iro = if number % 5 == 0 { "I-3" } else { "I-8" };
            let record = with_kin(Some(vec![brother(Some(iro))]), Considerations::new());
            for record in [record, prepared("C-1", preparation)] {
                let found = Assessor::new(&calendar, year().end());
                found.for_each(&record, |finding| all.duties.add(&finding)).unwrap();
                all.attendance.add(&record);
                all.siblings.add(&record);
                let periods = record.periods_of_care().iter();
                let periods = periods.map(|period| period.period_of_care().view().unwrap());
                all.missed.add(&calendar, periods).unwrap();
            }
            let area = AuditArea::ALL[*number as usize % AuditArea::ALL.len()];
            all.audits.add(&audit(area, AuditGrade::Local(format!("G{}", number % 7)))).unwrap();
            let from = FeedbackFrom::ALL[*number as usize % FeedbackFrom::ALL.len()];
            let feedback = Feedback::new(date("2025-10-01"), from, format!("{}?", number % 4))
                .with_answers(Answer::Point { point: 1 + (number % 5) as u8, of: 5 }, 2);
            all.feedback.add(&feedback).unwrap();
        }
        all
    }

    fn merge(self, other: Self) -> Self {
        Self {
            duties: self.duties.merge(other.duties).unwrap(),
            attendance: self.attendance.merge(other.attendance).unwrap(),
            siblings: self.siblings.merge(other.siblings).unwrap(),
            audits: self.audits.merge(other.audits).unwrap(),
            feedback: self.feedback.merge(other.feedback).unwrap(),
            missed: self.missed.merge(other.missed).unwrap(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_order_and_any_parts(
        (numbers, shuffled, cut) in proptest::collection::vec(0_u64..1000, 1..20).prop_flat_map(|n| {
            let size = n.len();
            (Just(n.clone()), Just(n).prop_shuffle(), 0..=size)
        }),
    ) {
        let whole = Everything::of(&numbers);
        let (left, right) = shuffled.split_at(cut);
        let (left, right) = (Everything::of(left), Everything::of(right));
        prop_assert_eq!(left.clone().merge(right.clone()), whole.clone());
        prop_assert_eq!(right.merge(left), whole);
    }
}

#[cfg(feature = "serde")]
#[test]
fn audits_and_feedback_as_json() {
    use serde_json::{from_value, json, to_value};
    let document = json!({
        "id": "A-1", "on": "2025-11-03", "area": "recording", "grade": "requires_improvement",
    });
    let read: Audit = from_value(document.clone()).unwrap();
    assert_eq!(read, audit(AuditArea::Recording, AuditGrade::RequiresImprovement));
    assert_eq!(to_value(&read).unwrap(), document);
    let local =
        json!({"id": "A-1", "on": "2025-11-03", "area": "overall", "grade": {"local": "B2"}});
    let read: Audit = from_value(local).unwrap();
    assert_eq!(read, audit(AuditArea::Overall, AuditGrade::Local("B2".to_owned())));

    let mut document = json!({
        "asked_on": "2025-10-01",
        "from": "child",
        "question": "Did you have your say?",
        "answers": [
            {"answer": "yes", "count": 41},
            {"answer": {"point": {"point": 4, "of": 5}}, "count": 3},
        ],
    });
    let read: Feedback = from_value(document.clone()).unwrap();
    let expected = Feedback::new(date("2025-10-01"), FeedbackFrom::Child, "Did you have your say?")
        .with_answers(Answer::Yes, 41)
        .with_answers(Answer::Point { point: 4, of: 5 }, 3);
    assert_eq!(read, expected);
    assert_eq!(to_value(&read).unwrap(), document);
    document["name"] = json!("not asked for");
    assert!(from_value::<Feedback>(document).is_err());
}
