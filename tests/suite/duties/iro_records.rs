//! The records of IROs, kin, officers and the service: what contradicts itself, in and out as JSON.

use crate::assess::date;
use iro_handbook::record::{
    Allocated, Appointment, CareRecord, Conflict, Done, EthnicGroup, Fte, Handover, IroHistory,
    Kin, Officer, Position, Relation, Relative, RelativeIro, SeparateIros, ServiceRecord, Sex,
};
use serde_json::{Value, json};

fn post(officer: &str, from: &str) -> Appointment {
    Appointment::new(officer, date(from))
}

fn texts(errors: Vec<iro_handbook::Error>) -> Vec<String> {
    assert!(errors.iter().all(iro_handbook::Error::is_contradiction));
    errors.iter().map(ToString::to_string).collect()
}

fn of_iros<const N: usize>(appointments: [Appointment; N]) -> Vec<String> {
    let iro = appointments.into_iter().fold(IroHistory::none(), IroHistory::with_appointment);
    texts(CareRecord::new("C-1").with_iro(iro).problems())
}

#[test]
fn two_iros_at_once() {
    let at_once = |day: &str| {
        format!("child C-1: IRO appointed is {day}: the one before had not ended: two IROs at once")
    };
    let until = |to: &str| post("I-3", "2026-03-02").with_to(date(to));
    assert_eq!(of_iros([until("2026-05-05"), post("I-8", "2026-05-05")]), [""; 0]);
    let second = || post("I-8", "2026-05-05");
    assert_eq!(of_iros([until("2026-05-06"), second()]), [at_once("2026-05-05")]);
    assert_eq!(of_iros([post("I-3", "2026-03-02"), second()]), [at_once("2026-05-05")]);
    // On the same day; beyond the next one.
    let same = [post("I-3", "2026-03-02").with_to(date("2026-03-02")), post("I-8", "2026-03-02")];
    assert_eq!(of_iros(same), [at_once("2026-03-02")]);
    let third = [
        until("2026-08-01"),
        post("I-8", "2026-05-05").with_to(date("2026-05-06")),
        post("I-9", "2026-07-01"),
    ];
    assert_eq!(of_iros(third), [at_once("2026-05-05"), at_once("2026-07-01")]);
}

#[test]
fn an_appointment_against_itself() {
    let wrong = Appointment::new("", date("2026-03-09"))
        .with_to(date("2026-03-02"))
        .with_named(date("2026-03-03"))
        .with_met_child(date("2026-03-04"));
    assert_eq!(
        of_iros([wrong]),
        [
            "child C-1: IRO appointed is 2026-03-09: the officer is not named",
            "child C-1: appointment of the IRO ended is 2026-03-02: it ends before it begins",
            "child C-1: IRO named is 2026-03-03: the appointment had ended",
            "child C-1: IRO met the child is 2026-03-04: the appointment had ended",
        ],
    );
    let last_day = post("I-3", "2026-03-02").with_to(date("2026-03-02"));
    assert_eq!(of_iros([last_day.with_named(date("2026-03-02"))]), [""; 0]);
}

#[test]
fn kin_against_itself() {
    let kin = Kin::none()
        .with_relative(Relative::new("C-1", Relation::Sibling))
        .with_relative(Relative::new("C-2", Relation::Sibling))
        .with_relative(Relative::new("C-2", Relation::Baby).with_separate(SeparateIros::Conflict));
    assert_eq!(
        texts(CareRecord::new("C-1").with_kin(kin).problems()),
        [
            "child C-1: relative is C-1: it is the child of the record",
            "child C-1: relative is C-2: it is named twice",
            "child C-1: relative is C-2: a reason for separate IROs belongs to siblings only",
        ],
    );
}

/// A caseload to a full-time post would be halved by a post of two.
#[test]
fn nobody_works_more_than_a_full_time_post() {
    let of = |fte: &str| Officer::new("I-3").with_fte(fte.parse().unwrap());
    let problems = |fte| texts(ServiceRecord::new("S-1").with_officer(of(fte)).problems());
    assert_eq!(problems("1.00"), [""; 0]);
    let says =
        "service S-1, officer I-3: full-time equivalent is 1.01: one officer has no more than 1.00";
    assert_eq!(problems("1.01"), [says]);
}

#[test]
fn more_children_than_can_be_counted() {
    let of = |id, children| Officer::new(id).with_children(Allocated::Count(children));
    let service = |last| {
        ServiceRecord::new("S-1")
            .with_officer(of("I-3", u32::MAX - 1))
            .with_officer(of("I-8", last))
    };
    assert_eq!(texts(service(1).problems()), [""; 0]);
    let says =
        "service S-1: children of the officers is out of range: together they cannot be counted";
    assert_eq!(texts(service(2).problems()), [says]);
}

#[test]
fn a_service_against_itself() {
    let each = |children: &[&str]| {
        Allocated::Each(children.iter().map(|child| (*child).to_owned()).collect())
    };
    let position = || Conflict::new("C-1", Position::PreparesPlan);
    let service =
        ServiceRecord::new("S-1")
            .with_officer(Officer::new("I-3").with_children(each(&["C-1", "C-1"])))
            .with_officer(Officer::new("I-8").with_children(each(&["C-1"])))
            .with_officer(
                Officer::new("I-8")
                    .with_from(date("2026-03-09"))
                    .with_to(date("2026-03-02"))
                    .with_conflict(position())
                    .with_conflict(position()),
            )
            .with_officer(Officer::new("I-9").with_conflict(
                position().with_from(date("2026-03-09")).with_to(date("2026-03-02")),
            ));
    assert_eq!(
        texts(service.problems()),
        [
            "service S-1, officer I-3: child is C-1: the officer has the child twice",
            "service S-1, officer I-8: last day in post is 2026-03-02: it is before the first, 2026-03-09",
            "service S-1, officer I-8: child is C-1: the position \"takes part in preparing the child's plan\" is \
             given twice",
            "service S-1, officer I-9: end of a position is 2026-03-02: towards child C-1: it began on \
             2026-03-09",
            "service S-1: officer is I-8: the officer is given twice",
            "service S-1: child is C-1: officers I-3 and I-8 have it: two IROs at once",
        ],
    );
}

fn in_and_out<T>(record: &T, document: &Value)
where
    T: PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
{
    assert_eq!(serde_json::to_value(record).unwrap(), *document);
    assert_eq!(serde_json::from_value::<T>(document.clone()).unwrap(), *record);
}

#[test]
fn iro_history_as_json() {
    let history = IroHistory::none()
        .with_appointment(
            post("I-3", "2026-03-04")
                .with_to(date("2026-05-05"))
                .with_named(date("2026-03-05"))
                .with_met_child(Done::No),
        )
        .with_appointment(
            post("I-8", "2026-05-05").with_handover(Handover::NotPossible("ill".to_owned())),
        );
    let document = json!({"appointments": [
        {
            "officer": "I-3", "from": "2026-03-04", "to": "2026-05-05",
            "named": {"on": "2026-03-05"}, "met_child": "no", "handover": "not_recorded",
        },
        {
            "officer": "I-8", "from": "2026-05-05", "to": null,
            "named": "not_recorded", "met_child": "not_recorded", "handover": {"not_possible": "ill"},
        },
    ]});
    in_and_out(&history, &document);
    in_and_out(&IroHistory::default(), &json!({"appointments": null}));
    in_and_out(&IroHistory::none(), &json!({"appointments": []}));
    let reversed = json!({"appointments": [
        {"officer": "I-8", "from": "2026-05-05"}, {"officer": "I-3", "from": "2026-03-04"},
    ]});
    let read: IroHistory = serde_json::from_value(reversed).unwrap();
    assert_eq!(read.appointments().unwrap()[0].officer(), "I-3");
    assert_eq!(serde_json::from_value::<IroHistory>(json!({})).unwrap(), IroHistory::default());
}

#[test]
fn kin_as_json() {
    let kin = Kin::none()
        .with_relative(
            Relative::new("C-2", Relation::Sibling)
                .with_officer("I-8")
                .with_separate(SeparateIros::SizeOfGroup)
                .with_reason("seven of them"),
        )
        .with_relative(Relative::new("C-3", Relation::Baby).with_iro(RelativeIro::NoOne));
    let document = json!({"relatives": [
        {
            "id": "C-2", "relation": "sibling", "iro": {"officer": "I-8"},
            "separate": "size_of_group", "reason": "seven of them",
        },
        {"id": "C-3", "relation": "baby", "iro": "no_one", "separate": null, "reason": null},
    ]});
    in_and_out(&kin, &document);
    in_and_out(&Kin::default(), &json!({"relatives": null}));
}

#[test]
fn a_service_as_json() {
    let service = ServiceRecord::new("S-1")
        .with_officer(
            Officer::new("I-3")
                .with_from(date("2020-01-06"))
                .with_registered(true)
                .with_qualified(date("2009-07-01"))
                .with_team_manager_standing(true)
                .with_fte("0.8".parse().unwrap())
                .with_children(Allocated::Count(44))
                .with_conflict(
                    Conflict::new("C-9", Position::ManagerOfThem).with_to(date("2026-01-01")),
                )
                .with_agency(true)
                .with_sex(Sex::Female)
                .with_ethnic_group(EthnicGroup::Mixed),
        )
        .with_officer(Officer::new("I-8").with_children(Allocated::Each(vec!["C-1".to_owned()])))
        .with_vacancies("1.5".parse::<Fte>().unwrap());
    let document = json!({"id": "S-1", "officers": [
        {
            "id": "I-3", "from": "2020-01-06", "to": null, "registered": true,
            "qualified": "2009-07-01", "team_manager_standing": true, "fte": "0.80",
            "children": {"count": 44},
            "conflicts": [
                {"child": "C-9", "position": "manager_of_them", "from": null, "to": "2026-01-01"},
            ],
            "agency": true, "sex": "female", "ethnic_group": "mixed",
        },
        {
            "id": "I-8", "from": null, "to": null, "registered": null, "qualified": null,
            "team_manager_standing": null, "fte": null, "children": {"each": ["C-1"]},
            "conflicts": null, "agency": null, "sex": null, "ethnic_group": null,
        },
    ], "vacancies": {"posts": "1.50"}});
    in_and_out(&service, &document);
    let reversed = json!({"id": "S-1", "officers": [{"id": "I-8"}, {"id": "I-3"}]});
    let read: ServiceRecord = serde_json::from_value(reversed).unwrap();
    assert_eq!(read.officers()[0].id(), "I-3");
}

/// What is not known is an error that names it.
#[test]
fn unknown_codes_and_fields() {
    fn error<T: serde::de::DeserializeOwned + std::fmt::Debug>(document: Value) -> String {
        serde_json::from_value::<T>(document).unwrap_err().to_string()
    }
    let one = |appointment: Value| json!({"appointments": [appointment]});
    let appointment = json!({"officer": "I-3", "from": "2026-03-04", "handover": "by_post"});
    assert!(error::<IroHistory>(one(appointment)).contains("by_post"));
    let appointment = json!({"officer": "I-3", "from": "2026-03-04", "name": "x"});
    assert!(error::<IroHistory>(one(appointment)).contains("name"));
    assert!(error::<IroHistory>(json!({"appointment": []})).contains("appointment"));
    let relative = json!({"relatives": [{"id": "C-2", "relation": "cousin"}]});
    assert!(error::<Kin>(relative).contains("cousin"));
    let conflict = json!({"child": "C-1", "position": "friend"});
    assert!(error::<Conflict>(conflict).contains("friend"));
    for fte in ["0", "0.00", "-1", "1.005", "", ".", "full", "+1", "42949673"] {
        let officer = json!({"id": "I-3", "fte": fte});
        let text = error::<Officer>(officer);
        assert!(text.contains("full-time equivalent") && text.contains(fte), "{fte}: {text}");
    }
}

#[test]
fn full_time_equivalents() {
    for (text, hundredths, shown) in
        [("1", 100, "1.00"), ("0.8", 80, "0.80"), ("0.05", 5, "0.05"), ("12.34", 1234, "12.34")]
    {
        let fte: Fte = text.parse().unwrap();
        assert_eq!((fte.hundredths(), fte.to_string().as_str()), (hundredths, shown));
        assert_eq!(Fte::from_hundredths(hundredths), Some(fte));
    }
    let most = Fte::from_hundredths(u32::MAX).unwrap();
    assert_eq!(most.and(Fte::FULL_TIME), most);
}

/// No free text, and nothing about a child but identifiers and days of process.
#[test]
fn debug_shows_no_text() {
    let history = IroHistory::none().with_appointment(
        post("I-3", "2026-03-04").with_handover(Handover::NotPossible("a secret".to_owned())),
    );
    let relative = Relative::new("C-2", Relation::Sibling).with_reason("a secret");
    for shown in [format!("{history:?}"), format!("{:?}", Kin::none().with_relative(relative))] {
        assert!(!shown.contains("secret"), "{shown}");
    }
}
