//! A fact that stands in several parts of a record: where the parts agree, where they do not, and what one
//! part says where another is silent.

use super::placed::{on, placement, problems, statuses};
use crate::assess::date;
use iro_handbook::law::RuleId::{
    self, AdoptionAuthorityFirstReview, AdoptionPlacementFirstReview,
    ReviewBeforePlacingWithParent, SecureFirstReview, SubsequentReview,
};
use iro_handbook::record::AdoptionChange::{Ended, Placed};
use iro_handbook::record::LegalStatus::{AdoptionConsent, CareOrder, PlacementOrder};
use iro_handbook::record::PlacementKind::{
    self, Adoption, Foster, Secure, WithParent, WithParentUnassessed,
};
use iro_handbook::record::*;

/// Kind, first day, and the day it ended or nothing.
type Stay = (PlacementKind, &'static str, &'static str);

fn care() -> CarePeriod {
    CarePeriod::new(date("2026-03-02"))
}

fn placements(stays: &[Stay]) -> Placements {
    stays.iter().fold(Placements::recorded(), |all, (kind, from, ended)| {
        let one = placement(from, *kind);
        all.with_placement(if ended.is_empty() { one } else { one.with_ended(date(ended)) })
    })
}

fn child(care: CarePeriod) -> CareRecord {
    CareRecord::new("C-7").with_period_of_care(care)
}

fn adoption(care: &CarePeriod) -> &[AdoptionChange] {
    care.period_of_care().adoption()
}

/// Counting rules, section 5 step 5: the changes of clock that placements show.
#[test]
fn the_review_clock_follows_the_placements() {
    let to_adopters = [(Foster, "2026-03-02", "2026-05-01"), (Adoption, "2026-05-01", "")];
    let back = |ended| {
        [(Foster, "2026-03-02", "2026-05-01"), (Adoption, "2026-05-01", ended), (Foster, ended, "")]
    };
    let placed = Placed(date("2026-05-01"));
    let shown = |stays: &[Stay]| adoption(&care().with_placements(placements(stays))).to_vec();
    assert_eq!(shown(&to_adopters), [placed]);
    assert_eq!(shown(&back("2026-06-01")), [placed, Ended(date("2026-06-01"))]);
    // Other adopters: placed anew, and not back with the authority in between.
    let others = [(Adoption, "2026-05-01", "2026-06-01"), (Adoption, "2026-06-01", "")];
    assert_eq!(shown(&others), [placed, Placed(date("2026-06-01"))]);
    let gap = [(Adoption, "2026-05-01", "2026-06-01"), (Adoption, "2026-06-03", "")];
    let (ended, again) = (Ended(date("2026-06-01")), Placed(date("2026-06-03")));
    assert_eq!(shown(&gap), [placed, ended, again]);
    // With the end of care no clock changes, in whatever order the record is filled.
    let until = [(Adoption, "2026-05-01", "2026-06-01")];
    assert_eq!(shown(&until), [placed, ended]);
    let over = care().with_placements(placements(&until)).with_ended(date("2026-06-01"));
    assert_eq!(adoption(&over), [placed]);
    assert_eq!(problems(&child(over)), [""; 0]);
    // Where the entry is not known, a placement from the first day may be an older one.
    let older = [(Adoption, "2026-03-02", "2026-06-01")];
    assert_eq!(shown(&older), [Placed(date("2026-03-02")), ended]);
    let hidden = care().with_placements(placements(&older)).with_entry(Entry::NotKnown);
    assert_eq!(adoption(&hidden), [ended]);
    assert_eq!(shown(&[(Foster, "2026-03-02", "")]), []);
}

/// Regulation 36(3) of SI 2005/389: four weeks from 1 September are 29 September. The ordinary duty of six
/// months from 22 June lapses.
#[test]
fn no_ordinary_review_is_missed_by_a_child_placed_for_adoption() {
    let with = |care: CarePeriod| {
        let reviews = ["2026-03-27", "2026-06-22", "2026-09-28"];
        child(reviews.iter().fold(care, |c, on| c.with_review(ReviewRecord::new(date(on)))))
    };
    let stays = [(Foster, "2026-03-02", "2026-09-01"), (Adoption, "2026-09-01", "")];
    let by_placements = with(care().with_placements(placements(&stays)));
    let by_changes = with(care().with_adoption(Placed(date("2026-09-01"))));
    let both =
        with(care().with_adoption(Placed(date("2026-09-01"))).with_placements(placements(&stays)));
    for record in [by_placements, by_changes, both] {
        let rules = [SubsequentReview, AdoptionPlacementFirstReview];
        assert_eq!(
            on("2027-01-31").all(&record, &rules),
            ["subsequent-review: 2026-12-22 lapsed", "adoption-placement-review-1: 2026-09-29 met"]
        );
        assert_eq!(record.to_child().periods_of_care()[0].adoption(), [Placed(date("2026-09-01"))]);
        let text = serde_json::to_string(&record).unwrap();
        let again: CareRecord = serde_json::from_str(&text).unwrap();
        assert!(again == record);
        assert_eq!(serde_json::to_string(&again).unwrap(), text);
        assert!(again.to_child() == record.to_child());
    }
}

#[test]
fn adoption_changes_and_placements_that_differ() {
    let of = |changes: &[AdoptionChange], stays: &[Stay]| {
        let care = changes.iter().copied().fold(care(), CarePeriod::with_adoption);
        problems(&child(care.with_placements(placements(stays)).with_ended(date("2026-12-01"))))
    };
    let (may, june) = (date("2026-05-01"), date("2026-06-01"));
    let stays = [(Foster, "2026-03-02", "2026-05-01"), (Adoption, "2026-05-01", "2026-06-01")];
    assert_eq!(of(&[Placed(may), Ended(june)], &stays), [""; 0]);
    assert_eq!(
        of(&[Placed(date("2026-05-02"))], &stays),
        [
            "placement for adoption is 2026-05-01: no adoption change says that it started",
            "adoption change is 2026-05-02: among the placements none for adoption starts that day",
            "placement for adoption ended is 2026-06-01: no adoption change says that it ended",
        ]
    );
    assert_eq!(
        of(&[Placed(may), Ended(june)], &[(Foster, "2026-03-02", "")]),
        [
            "adoption change is 2026-05-01: among the placements none for adoption starts that day",
            "adoption change is 2026-06-01: among the placements none for adoption ends that day",
        ]
    );
    // From one adopter to another, and the last day of care, may be said in either way.
    let others = [(Adoption, "2026-05-01", "2026-06-01"), (Adoption, "2026-06-01", "2026-12-01")];
    assert_eq!(of(&[Placed(may), Placed(june)], &others), [""; 0]);
    let last = Ended(date("2026-12-01"));
    assert_eq!(of(&[Placed(may), Ended(june), Placed(june), last], &others), [""; 0]);
    let hidden = care()
        .with_entry(Entry::NotKnown)
        .with_adoption(Placed(date("2026-03-02")))
        .with_placements(placements(&[(Adoption, "2026-03-02", "")]));
    assert_eq!(problems(&child(hidden)), [""; 0]);
}

fn calls(calls: ReviewCalls, stays: &[Stay]) -> CareRecord {
    child(care().with_review_calls(calls).with_placements(placements(stays)))
}

fn one(rule: RuleId, record: &CareRecord) -> Vec<String> {
    on("2026-08-31").of(rule, record)
}

/// SI 1991/1505, regulations 15 and 16.
#[test]
fn secure_placements_in_two_places() {
    let of = |list: &[(&str, &str)], stays: &[Stay]| {
        let all = list.iter().map(|(began, ended)| {
            let stay = SecurePlacement::new(date(began));
            if ended.is_empty() { stay } else { stay.with_ended(date(ended)) }
        });
        problems(&calls(ReviewCalls::default().with_secure_placements(all), stays))
    };
    let secure = [(Foster, "2026-03-02", "2026-04-13"), (Secure, "2026-04-13", "2026-05-20")];
    assert_eq!(of(&[("2026-04-13", "2026-05-20")], &secure), [""; 0]);
    let missing = "placement is 2026-04-13: it is secure, and what calls for reviews has no secure \
                   placement of the same days";
    assert_eq!(of(&[], &secure), [missing]);
    let no_such = |day| {
        format!("secure placement is {day}: the placements have no secure one of the same days")
    };
    assert_eq!(
        of(&[("2026-04-13", "2026-05-21")], &secure),
        [missing.to_owned(), no_such("2026-04-13")]
    );
    assert_eq!(
        of(&[("2026-04-13", "2026-05-20"), ("2026-06-01", "")], &secure),
        [no_such("2026-06-01")]
    );
    // A move from one secure home to another can be one stay or two.
    let moved = [(Secure, "2026-04-13", "2026-05-01"), (Secure, "2026-05-01", "")];
    assert_eq!(of(&[("2026-04-13", "")], &moved), [""; 0]);
    assert_eq!(of(&[("2026-04-13", "2026-05-01"), ("2026-05-01", "")], &moved), [""; 0]);
    // Either of them open until the end of care.
    let over = care()
        .with_ended(date("2026-06-30"))
        .with_placements(placements(&[(Secure, "2026-04-13", "2026-06-30")]))
        .with_review_calls(
            ReviewCalls::default()
                .with_secure_placements([SecurePlacement::new(date("2026-04-13"))]),
        );
    assert_eq!(problems(&child(over)), [""; 0]);
}

/// One month after 13 April is 13 May.
#[test]
fn secure_stays_that_only_the_placements_show() {
    let shown = |stays: &[Stay]| one(SecureFirstReview, &calls(ReviewCalls::default(), stays));
    assert_eq!(shown(&[(Secure, "2026-04-13", "")]), ["2026-05-13 cannot tell: the panels"]);
    // A panel may have sat before it ended.
    let ended = [(Secure, "2026-04-13", "2026-05-01")];
    assert_eq!(shown(&ended), ["2026-05-13 cannot tell: the panels"]);
    let twice = [(Secure, "2026-04-13", "2026-05-01"), (Secure, "2026-05-01", "")];
    assert_eq!(shown(&twice), ["2026-05-13 cannot tell: the panels"]);
    assert_eq!(
        shown(&[(Foster, "2026-03-02", "")]),
        ["- not applicable: there was no secure placement"]
    );
    assert_eq!(
        one(SecureFirstReview, &child(care())),
        ["- cannot tell: whether there was a secure placement"]
    );
}

/// SI 2010/959, regulation 17(d).
#[test]
fn a_placement_with_a_parent_was_decided() {
    let of = |days: &[&str], stays: &[Stay]| {
        let all = days.iter().map(|on| ParentPlacement::new(date(on)));
        problems(&calls(ReviewCalls::default().with_parent_placements(all), stays))
    };
    let undecided = |day| {
        format!(
            "placement with a parent is {day}: the decisions to place with a parent have none for it"
        )
    };
    let home = [(Foster, "2026-03-02", "2026-05-04"), (WithParentUnassessed, "2026-05-04", "")];
    assert_eq!(of(&[], &home), [undecided("2026-05-04")]);
    assert_eq!(of(&["2026-05-05"], &home), [undecided("2026-05-04")]);
    assert_eq!(of(&["2026-05-04"], &home), [""; 0]);
    assert_eq!(of(&["2026-04-20"], &home), [""; 0]);
    // A decision that was not carried out contradicts nothing.
    assert_eq!(of(&["2026-04-20"], &[(Foster, "2026-03-02", "")]), [""; 0]);
    let twice = [
        (WithParent, "2026-03-09", "2026-04-06"),
        (Foster, "2026-04-06", "2026-05-04"),
        (WithParentUnassessed, "2026-05-04", "2026-06-01"),
        (WithParent, "2026-06-01", ""),
    ];
    assert_eq!(of(&["2026-03-09"], &twice), [undecided("2026-05-04")]);
    assert_eq!(of(&["2026-03-09", "2026-04-30"], &twice), [""; 0]);
    // Into care at home: decided before care began, or before the records do.
    assert_eq!(of(&[], &[(WithParent, "2026-03-02", "")]), [""; 0]);
    let hidden = care()
        .with_entry(Entry::NotKnown)
        .with_review_calls(ReviewCalls::none())
        .with_placements(placements(&[(WithParent, "2026-03-09", "")]));
    assert_eq!(problems(&child(hidden)), [""; 0]);
}

#[test]
fn decisions_that_nobody_recorded_beside_the_placements() {
    let told =
        |stays: &[Stay]| one(ReviewBeforePlacingWithParent, &calls(ReviewCalls::default(), stays));
    assert_eq!(
        told(&[(WithParent, "2026-03-02", "")]),
        ["- cannot tell: when it was decided to place the child with a parent"]
    );
    let whether = "- cannot tell: whether it was decided to place the child with a parent";
    assert_eq!(told(&[(Foster, "2026-03-02", "")]), [whether]);
    assert_eq!(told(&[(WithParent, "2026-09-01", "")]), [whether], "not yet");
}

/// A placement may end by the carer's notice or in a move the child wanted: not every end was decided by
/// the authority (SI 2010/959, regulation 14).
#[test]
fn an_ended_placement_needs_no_decision_to_end_it() {
    let stays = [(Foster, "2026-03-02", "2026-05-04"), (Foster, "2026-05-04", "")];
    assert_eq!(problems(&calls(ReviewCalls::none(), &stays)), [""; 0]);
}

/// Adoption and Children Act 2002, sections 19 and 21.
#[test]
fn authority_to_place_in_two_places() {
    let of = |list: &[(&str, &str)], spans: &[(LegalStatus, &str, &str)]| {
        let all = list.iter().map(|(began, ended)| {
            let each = AdoptionAuthority::new(date(began));
            if ended.is_empty() { each } else { each.with_ended(date(ended)) }
        });
        let calls = ReviewCalls::default().with_adoption_authority(all);
        problems(&child(care().with_review_calls(calls).with_legal_statuses(statuses(spans))))
    };
    let none = |day| {
        format!(
            "consent to adoption or placement order is {day}: the list of authority to place for \
             adoption has none for its days"
        )
    };
    let order = [(CareOrder, "2026-03-02", ""), (PlacementOrder, "2026-04-15", "")];
    assert_eq!(of(&[], &order), [none("2026-04-15")]);
    assert_eq!(of(&[("2026-04-16", "")], &order), [none("2026-04-15")]);
    assert_eq!(of(&[("2026-04-15", "2026-06-01")], &order), [none("2026-04-15")]);
    assert_eq!(of(&[("2026-04-15", "")], &order), [""; 0]);
    let both = [(AdoptionConsent, "2026-04-01", "2026-06-01"), (PlacementOrder, "2026-05-01", "")];
    assert_eq!(of(&[("2026-04-01", "")], &both), [""; 0]);
    assert_eq!(of(&[("2026-04-01", "2026-06-01"), ("2026-06-01", "")], &both), [""; 0]);
    assert_eq!(of(&[("2026-05-01", "")], &both), [none("2026-04-01")]);
    // The statuses may say less; and of days before care nothing is asked.
    assert_eq!(of(&[("2026-04-15", "")], &[(CareOrder, "2026-03-02", "")]), [""; 0]);
    assert_eq!(of(&[("2026-02-02", "")], &[(PlacementOrder, "2026-01-05", "")]), [""; 0]);
}

/// SI 2005/389, regulation 36(1): three months after 15 April are 15 July.
#[test]
fn authority_that_only_the_legal_status_shows() {
    let shown = |spans: &[_]| {
        one(AdoptionAuthorityFirstReview, &child(care().with_legal_statuses(statuses(spans))))
    };
    assert_eq!(shown(&[(PlacementOrder, "2026-04-15", "")]), ["2026-07-15 not met"]);
    let both = [(AdoptionConsent, "2026-04-15", ""), (PlacementOrder, "2026-06-01", "")];
    assert_eq!(shown(&both), ["2026-07-15 not met"]);
    assert_eq!(shown(&[(PlacementOrder, "2026-04-15", "2026-07-15")]), ["2026-07-15 lapsed"]);
    let whether = "- cannot tell: whether there was authority to place for adoption";
    assert_eq!(shown(&[(CareOrder, "2026-03-02", "")]), [whether]);
    assert_eq!(shown(&[(PlacementOrder, "2026-09-01", "")]), [whether], "not yet");
}

/// Children Act 1989, section 25A; SI 2010/959, regulation 36(1)(a).
#[test]
fn a_review_by_an_iro_whom_there_never_was() {
    let of = |iro: IroHistory, chair: Chair| {
        let meeting = Meeting::new().with_chair(chair);
        let review = ReviewRecord::new(date("2026-03-27")).with_meeting(meeting);
        problems(&child(care().with_review(review)).with_iro(iro))
    };
    let with = |iro| Chair::Another { by: "team manager".into(), iro };
    let never = "2026-03-27: the appointments of IROs say that the child never had one";
    let chaired = format!("review chaired by the IRO is {never}");
    assert_eq!(of(IroHistory::none(), Chair::Iro), [chaired]);
    let present = format!("review with the IRO present is {never}");
    assert_eq!(of(IroHistory::none(), with(IroPresence::Present)), [present]);
    let appointed =
        || IroHistory::none().with_appointment(Appointment::new("I-3", date("2026-03-04")));
    for chair in [Chair::Iro, with(IroPresence::Present)] {
        assert_eq!(of(appointed(), chair.clone()), [""; 0]);
        assert_eq!(of(IroHistory::default(), chair), [""; 0]);
    }
    for chair in [with(IroPresence::Absent), Chair::another("team manager", "no IRO yet")] {
        assert_eq!(of(IroHistory::none(), chair), [""; 0]);
    }
}

/// An unborn child is not looked after (Children Act 1989, section 22). The day of birth is not shown.
#[test]
fn looked_after_from_birth_at_the_earliest() {
    let breaks = ShortBreaks::new([ShortBreakSeries::new(date("2026-03-02"))]);
    let record = |born| child(care()).with_born(date(born)).with_short_breaks(breaks.clone());
    assert_eq!(problems(&record("2026-03-02")), [""; 0]);
    assert_eq!(
        problems(&record("2026-03-03")),
        [
            "period of care began is 2026-03-02: the day of birth is later",
            "short breaks began is 2026-03-02: the day of birth is later",
        ]
    );
}

/// `to` is the last day: on it the next IRO may begin, and is then the IRO. Children Act 1989, section 25A(3).
#[test]
fn a_handover_on_one_day() {
    let first = Appointment::new("I-3", date("2026-03-02")).with_to(date("2026-05-05"));
    let iro = IroHistory::none()
        .with_appointment(first)
        .with_appointment(Appointment::new("I-8", date("2026-05-05")));
    let officer = |day| iro.on(date(day)).map(Appointment::officer);
    assert_eq!(officer("2026-05-04"), Some("I-3"));
    assert_eq!(officer("2026-05-05"), Some("I-8"));
    let record = child(care()).with_iro(iro.clone());
    assert_eq!(problems(&record), [""; 0]);
    assert_eq!(on("2026-06-01").of(RuleId::IroVacancy, &record), ["- met"]);
    assert_eq!(iro.changes().count(), 1);
}

#[test]
fn identifiers_that_say_nothing() {
    let blank = "is blank: it is given, and says nothing";
    let record = CareRecord::new(" ").with_kin(
        Kin::none()
            .with_relative(Relative::new("", Relation::Sibling))
            .with_relative(Relative::new("C-8", Relation::Sibling).with_officer("")),
    );
    let said: Vec<_> = record.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["identifier of the child", "relative", "IRO of a relative"]
            .map(|field| format!("child without identifier: {field} {blank}"))
    );
    let service = ServiceRecord::new("").with_officer(
        Officer::new("\t")
            .with_children(Allocated::Each(vec![String::new()]))
            .with_conflict(Conflict::new("", Position::ManagesCase)),
    );
    let said: Vec<_> = service.problems().iter().map(ToString::to_string).collect();
    let officer = "service without identifier, officer without identifier";
    assert_eq!(
        said,
        [
            format!("service without identifier: identifier of the service {blank}"),
            format!("{officer}: identifier of the officer {blank}"),
            format!("{officer}: child {blank}"),
            format!("{officer}: child {blank}"),
        ]
    );
    let iro = IroHistory::none().with_appointment(Appointment::new(" ", date("2026-03-04")));
    assert_eq!(
        problems(&child(care()).with_iro(iro)),
        ["IRO appointed is 2026-03-04: the officer is not named"]
    );
}

/// So many that going through a list for each of its items would not come to an end.
#[test]
fn a_hundred_thousand_of_each() {
    const MANY: u32 = 100_000;
    let day = |n: u32| date("1900-01-01") + chrono::Days::new(u64::from(n));
    let id = |n: u32| format!("C-{n:06}");
    let relatives = (0..MANY).map(|n| Relative::new(id(n), Relation::Sibling));
    let kin = relatives.fold(Kin::none(), Kin::with_relative);
    let spans = (0..MANY).map(|n| LegalStatusSpan::new(CareOrder, day(n)).with_ended(day(n + 1)));
    let legal = spans.fold(LegalStatuses::default(), LegalStatuses::with_status);
    let kinds = [Foster, Secure, WithParent, Adoption];
    let stays = (0..MANY)
        .map(|n| Placement::new(day(n), kinds[n as usize % kinds.len()]).with_ended(day(n + 1)));
    let placements = stays.fold(Placements::recorded(), Placements::with_placement);
    let secure = (0..MANY).filter(|n| n % 4 == 1);
    let secure = secure.map(|n| SecurePlacement::new(day(n)).with_ended(day(n + 1)));
    let parents = (0..MANY).filter(|n| n % 4 == 2).map(|n| ParentPlacement::new(day(n)));
    let calls = ReviewCalls::none().with_secure_placements(secure).with_parent_placements(parents);
    let reviews: Vec<_> = (0..MANY).map(|n| serde_json::json!({"held_on": day(n)})).collect();
    let care = serde_json::json!({"began": day(0), "reviews": reviews});
    let care: CarePeriod = serde_json::from_value(care).unwrap();
    let care = care
        .with_legal_statuses(legal)
        .with_placements(placements)
        .with_review_calls(calls)
        .with_plans(Plans::default().with_visitor_considered_at((0..MANY).map(day)));
    let record = CareRecord::new("C-7").with_period_of_care(care).with_kin(kin);
    let officer = Officer::new("I-3").with_children(Allocated::Each((0..MANY).map(id).collect()));
    let conflicts = (0..MANY).map(|n| Conflict::new(id(n), Position::ManagesCase));
    let service =
        ServiceRecord::new("S-1").with_officer(conflicts.fold(officer, Officer::with_conflict));
    assert!(record.problems().is_empty() && service.problems().is_empty());
}
