//! The service and its resources: IRO Handbook, paragraph 7.11(b) and (f); caseloads, paragraph 7.15.

use crate::assess::date;
use iro_handbook::calendar::CollectionYear;
use iro_handbook::record::{
    Allocated, Appointment, CarePeriod, CareRecord, EthnicGroup, Fte, IroHistory, Officer,
    ServiceRecord, Sex, Vacancies,
};
use iro_handbook::report::annual::{AnnualReport, Block, PrescribedItem, Table};
use iro_handbook::report::{
    IroChanges, LengthOfService, ReviewFigures, ReviewQuestion, WorkforceFigures,
};
use proptest::prelude::*;

fn year(ending: i32) -> CollectionYear {
    CollectionYear::ending(ending).unwrap()
}

fn fte(text: &str) -> Fte {
    text.parse().unwrap()
}

fn officer(id: &str, posts: &str, children: u32) -> Officer {
    Officer::new(id).with_fte(fte(posts)).with_children(Allocated::Count(children))
}

fn service(officers: impl IntoIterator<Item = Officer>) -> ServiceRecord {
    officers.into_iter().fold(ServiceRecord::new("S-1"), ServiceRecord::with_officer)
}

fn figures(ending: i32, service: &ServiceRecord) -> WorkforceFigures {
    let mut figures = WorkforceFigures::new(year(ending), year(ending).end());
    figures.add(service).unwrap();
    figures
}

fn report(figures: WorkforceFigures) -> AnnualReport {
    let question = ReviewQuestion::new(figures.year()).with_as_of(figures.as_of());
    let reviews = ReviewFigures::new(question);
    AnnualReport::builder("Sampleshire", reviews).with_workforce(figures).build().unwrap()
}

fn missing(report: &AnnualReport, item: PrescribedItem) -> Vec<&'static str> {
    report.items().iter().find(|status| status.item() == item).unwrap().missing().to_vec()
}

fn table<'r>(report: &'r AnnualReport, id: &str) -> Option<&'r Table> {
    report.sections().iter().flat_map(|section| section.blocks()).find_map(|block| match block {
        Block::Table(table) if table.id() == id => Some(table),
        _ => None,
    })
}

fn row(report: &AnnualReport, id: &str, label: &str) -> Vec<String> {
    let rows = table(report, id).unwrap_or_else(|| panic!("no table {id}")).rows();
    let row = rows.iter().find(|row| row.label() == label).unwrap_or_else(|| panic!("no {label}"));
    row.cells().iter().map(|cell| report.text_of(cell)).collect()
}

fn count(report: &AnnualReport, name: &str) -> u64 {
    report.figure(name).unwrap_or_else(|| panic!("no {name}")).count().unwrap()
}

/// Handbook 7.15 and published reports: Derby 2020/21 about 82 children an IRO, Herefordshire 70, Nottingham 65.
#[test]
fn handbook_7_15_published_caseloads() {
    for (children, says) in [
        (82, ", above the range of 50 to 70 by 12, 17.1 % over its upper end\n"),
        (70, ", within the range of 50 to 70\n"),
        (65, ", within the range of 50 to 70\n"),
        // 5 of 50.
        (45, ", below the range of 50 to 70 by 5, 10.0 % under its lower end\n"),
    ] {
        let report = report(figures(2021, &service([officer("I-3", "1", children)])));
        let says = format!(
            "Caseload of the team: {children} for a full-time post (children: {children}; full-time equivalent: 1.00)\
             {says}"
        );
        assert!(report.to_string().contains(&says), "{says}");
    }
    // 7001 to 100 posts are 70.01: 0.014 % over 70.
    let seventy = (1..100).map(|number| officer(&format!("I-{number}"), "1", 70));
    let hundred = seventy.chain([officer("I-100", "1", 71)]);
    let report = report(figures(2021, &service(hundred)));
    assert!(report.to_string().contains("by less than 0.1, less than 0.1 % over its upper end"));
}

/// 82, 71.25, 70, 50 and 40 children to a full-time post; 224 to 3.40 posts in all, which is 65.88.
fn five() -> ServiceRecord {
    service([
        officer("I-1", "1.00", 82),
        officer("I-2", "0.50", 35),
        officer("I-3", "0.60", 30),
        officer("I-4", "0.50", 20),
        officer("I-5", "0.80", 57),
    ])
}

#[test]
fn handbook_7_15_spread_of_caseloads() {
    let five = figures(2026, &five());
    let order: Vec<&str> = five.caseloads().map(|(officer, _)| officer).collect();
    assert_eq!(order, ["I-4", "I-3", "I-2", "I-5", "I-1"]);
    let report = report(five);
    assert_eq!(row(&report, "caseloads", "the lowest caseload"), ["40.0"]);
    assert_eq!(row(&report, "caseloads", "the median"), ["70.0"]);
    assert_eq!(row(&report, "caseloads", "the highest caseload"), ["82.0"]);
    assert_eq!(row(&report, "caseloads", "the whole team"), ["65.9"]);
    let names = ["below", "within", "above", "not_told"];
    let counts = names.map(|name| count(&report, &format!("workforce.caseload.{name}")));
    assert_eq!(counts, [1, 2, 2, 0]);
    let text = report.to_string();
    assert!(!text.contains("I-1"), "no officer is named in a report");
}

/// Of two in the middle the lower one: 40, 50, 70, 71.25.
#[test]
fn handbook_7_15_median_of_four() {
    let four = five().officers()[1..].to_vec();
    let [lowest, median, highest] = figures(2026, &service(four)).spread().unwrap();
    assert_eq!(
        [lowest, median, highest].map(|c| c.per_post(2).to_string()),
        ["40.00", "50.00", "71.25"]
    );
    assert_eq!(figures(2026, &service([])).spread(), None);
}

/// An officer of whom something is not recorded is in the headcount, and hides no other.
#[test]
fn handbook_7_15_what_cannot_be_told() {
    let some = [officer("I-1", "1", 60), Officer::new("I-2").with_fte(Fte::FULL_TIME)];
    let some = figures(2026, &service(some));
    assert_eq!((some.children(), some.caseload(), some.fte_needed(70)), (None, None, None));
    assert_eq!(some.fte().unwrap().to_string(), "2.00");
    let report = report(some);
    assert_eq!(count(&report, "workforce.caseload.within"), 1);
    assert_eq!(count(&report, "workforce.caseload.not_told"), 1);
    assert_eq!(row(&report, "caseloads", "the whole team"), ["x"]);
    let facts = "the children and the full-time equivalent of every officer";
    assert!(missing(&report, PrescribedItem::Service).contains(&facts));
    assert!(missing(&report, PrescribedItem::Resources).contains(&facts));
    assert!(table(&report, "capacity").is_none());
}

/// Handbook 7.11(f): 224 / 70 = 3.20 and 224 / 50 = 4.48, beside 3.40 posts filled and 0.50 vacant.
#[test]
fn handbook_7_11_f_capacity() {
    let report = report(figures(2026, &five().with_vacancies(fte("0.5"))));
    assert_eq!(
        table(&report, "capacity").unwrap().columns(),
        ["with 70 children each", "with 50 children each"]
    );
    for (label, cells) in [
        ("needed", ["3.20", "4.48"]),
        ("filled", ["3.40", "3.40"]),
        ("difference", ["0.20 more than needed", "1.08 too few"]),
        ("vacant", ["0.50", "0.50"]),
        // 3.90 posts.
        ("difference, were the vacant ones filled", ["0.70 more than needed", "0.58 too few"]),
    ] {
        assert_eq!(row(&report, "capacity", label), cells, "{label}");
    }
    assert_eq!(missing(&report, PrescribedItem::Resources), ["what the service says of it"]);
}

/// 820 / 70 = 11.714…, 825 / 70 = 11.785…; 1 / 400 = 0.0025 and 1 / 200 = 0.005 for the halves.
#[test]
fn handbook_7_11_f_rounding() {
    let needed = |children, each| {
        let figures = figures(2026, &service([officer("I-1", "1", children)]));
        figures.fte_needed(each).unwrap().to_string()
    };
    for (children, each, expected) in [
        (820, 70, "11.71"),
        (825, 70, "11.79"),
        (1, 200, "0.01"),
        (1, 400, "0.00"),
        (70, 70, "1.00"),
        (0, 50, "0.00"),
    ] {
        assert_eq!(needed(children, each), expected, "{children} / {each}");
    }
    let report = report(figures(2026, &service([officer("I-1", "1", 70)])));
    assert_eq!(row(&report, "capacity", "difference"), ["none", "0.40 too few"]);
}

/// In post at the start, joined, left, left on the last day, in post at the end.
#[test]
fn handbook_7_11_b_boundary_days() {
    let told = |from: &str, to: &str, as_of: &str| {
        let mut officer = Officer::new("I-1");
        if !from.is_empty() {
            officer = officer.with_from(date(from));
        }
        if !to.is_empty() {
            officer = officer.with_to(date(to));
        }
        let mut of = WorkforceFigures::new(year(2026), date(as_of));
        of.add(&service([officer])).unwrap();
        let text = report(of.clone()).to_string();
        assert!(text.contains("Continuity of the team"));
        [of.in_post_at_start(), of.joined(), of.left(), of.left_on_last_day(), of.headcount()]
    };
    for (from, to, expected) in [
        ("", "", [1, 0, 0, 0, 1]),
        ("2025-03-31", "", [1, 0, 0, 0, 1]),
        ("2025-04-01", "", [0, 1, 0, 0, 1]),
        ("2026-03-31", "", [0, 1, 0, 0, 1]),
        ("2026-04-01", "", [0; 5]),
        ("2020-01-06", "2025-03-31", [0; 5]),
        ("2020-01-06", "2025-04-01", [1, 0, 1, 0, 0]),
        ("2020-01-06", "2026-03-30", [1, 0, 1, 0, 0]),
        ("2020-01-06", "2026-03-31", [1, 0, 1, 1, 1]),
        ("2020-01-06", "2026-04-01", [1, 0, 0, 0, 1]),
        ("2025-04-01", "2025-04-01", [0, 1, 1, 0, 0]),
        ("2025-04-01", "2026-03-31", [0, 1, 1, 1, 1]),
    ] {
        assert_eq!(told(from, to, "2026-03-31"), expected, "{from} to {to}");
        // What is known later is still asked of the year.
        assert_eq!(told(from, to, "2026-07-31"), expected, "{from} to {to}");
    }
    for (from, to, expected) in [
        ("2020-01-06", "2025-07-30", [1, 0, 1, 0, 0]),
        ("2020-01-06", "2025-07-31", [1, 0, 1, 1, 1]),
        ("2020-01-06", "2025-08-01", [1, 0, 0, 0, 1]),
        ("2025-07-31", "", [0, 1, 0, 0, 1]),
        ("2025-08-01", "", [0; 5]),
    ] {
        assert_eq!(told(from, to, "2025-07-31"), expected, "{from} to {to}");
    }
}

#[test]
fn handbook_7_11_b_length_of_service() {
    use LengthOfService::{FiveOrMore, OneToTwo, TwoToFive, UnderOne};
    for (from, expected) in [
        (Some("2026-03-31"), Some(UnderOne)),
        (Some("2025-04-01"), Some(UnderOne)),
        (Some("2025-03-31"), Some(OneToTwo)),
        (Some("2024-04-01"), Some(OneToTwo)),
        (Some("2024-03-31"), Some(TwoToFive)),
        (Some("2021-04-01"), Some(TwoToFive)),
        (Some("2021-03-31"), Some(FiveOrMore)),
        (None, None),
    ] {
        let officer = Officer::new("I-1");
        let officer = from.map_or(officer.clone(), |from| officer.with_from(date(from)));
        let figures = figures(2026, &service([officer]));
        let lengths: Vec<_> = figures.by_length_of_service().iter().collect();
        assert_eq!(lengths, [(&expected, 1)], "{from:?}");
    }
}

#[test]
fn handbook_7_11_b_the_team() {
    let team = service([
        officer("I-1", "1", 60).with_agency(false).with_sex(Sex::Female),
        officer("I-2", "0.75", 40)
            .with_agency(true)
            .with_sex(Sex::Male)
            .with_ethnic_group(EthnicGroup::Black),
        officer("I-3", "0.4", 20).with_agency(false).with_ethnic_group(EthnicGroup::NotKnown),
        officer("I-4", "0.6", 30),
        // Left before the end: in no make-up of the team.
        officer("I-5", "1", 0).with_to(date("2025-09-30")).with_sex(Sex::Male).with_agency(true),
    ]);
    let report = report(figures(2026, &team.with_vacancies(Vacancies::None)));
    for (label, cells) in [
        ("employed by the authority", ["2", "1.40"]),
        ("engaged through an agency", ["1", "0.75"]),
        ("by whom is not recorded", ["1", "0.60"]),
        ("in post on 31 March 2026", ["4", "2.75"]),
        ("vacant", ["z", "0.00"]),
    ] {
        assert_eq!(row(&report, "team", label), cells, "{label}");
    }
    for (label, number) in [
        ("in post when the year began", "5"),
        ("joined in the year", "0"),
        ("left in the year", "1"),
        (
            "of those who left, whose last day in post was 31 March 2026: counted in post that day",
            "0",
        ),
        ("in post on 31 March 2026", "4"),
    ] {
        assert_eq!(row(&report, "team-year", label), [number], "{label}");
    }
    for (id, label, cells) in [
        ("team-sex", "female", ["1", "25.0 % (1 of 4)"]),
        ("team-sex", "male", ["1", "25.0 % (1 of 4)"]),
        ("team-sex", "neither", ["0", "0.0 % (0 of 4)"]),
        ("team-sex", "not recorded", ["2", "50.0 % (2 of 4)"]),
        ("team-ethnic-group", "Black", ["1", "25.0 % (1 of 4)"]),
        ("team-ethnic-group", "refused or not obtained", ["1", "25.0 % (1 of 4)"]),
        ("team-ethnic-group", "not recorded", ["2", "50.0 % (2 of 4)"]),
    ] {
        assert_eq!(row(&report, id, label), cells, "{label}");
    }
    assert_eq!(
        missing(&report, PrescribedItem::Service),
        [
            "since when each officer has been in post",
            "the children by sex and ethnic group, to set the team beside",
            "how often the IRO of a child changed in the year",
            "how many children had an IRO named in time",
            "what the service says of it",
        ]
    );
}

#[test]
fn handbook_7_11_missing_is_named() {
    let question = ReviewQuestion::new(year(2026));
    let nothing = AnnualReport::builder("Sampleshire", ReviewFigures::new(question));
    let nothing = nothing.build().unwrap();
    assert_eq!(
        missing(&nothing, PrescribedItem::Service),
        [
            "caseloads, continuity of employment and the make-up of the team",
            "how often the IRO of a child changed in the year",
            "how many children had an IRO named in time",
            "what the service says of it",
        ]
    );
    assert_eq!(
        missing(&nothing, PrescribedItem::Resources),
        ["the full-time posts it takes, beside those there are", "what the service says of it",]
    );

    let bare =
        missing(&report(figures(2026, &service([Officer::new("I-1")]))), PrescribedItem::Service);
    for what in [
        "the children and the full-time equivalent of every officer",
        "the full-time equivalent of every officer",
        "the vacant posts",
        "which officers are engaged through an agency",
        "since when each officer has been in post",
        "the sex of the officers",
        "the ethnic group of the officers",
    ] {
        assert!(bare.contains(&what), "{what}");
    }
}

/// The Handbook is of 2010 and taken to be in force from 1 April 2011: before, the caseload stands without a range.
#[test]
fn handbook_7_15_no_range_yet() {
    let before = report(figures(2011, &five()));
    let text = before.to_string();
    let says = "Caseload of the team: 65.9 for a full-time post (children: 224; full-time equivalent: 3.40); no range \
                was in force\n";
    assert!(text.contains(says), "{text}");
    assert!(text.contains("No range of caseloads was in force") && !text.contains("50 to 70"));
    let spread = ["the lowest caseload", "the median", "the highest caseload", "the whole team"];
    let spread = spread.map(|label| row(&before, "caseloads", label).concat());
    assert_eq!(spread, ["40.0", "70.0", "82.0", "65.9"]);
    assert!(table(&before, "caseload-range").is_none() && table(&before, "capacity").is_none());
    // Nothing is missing for want of what there was not.
    let of_range = |what: &&str| what.contains("range") || what.contains("full-time");
    for item in [PrescribedItem::Service, PrescribedItem::Resources] {
        assert_eq!(missing(&before, item).iter().find(|what| of_range(what)), None);
    }
    let bare = report(figures(2011, &service([Officer::new("I-1")])));
    for item in [PrescribedItem::Service, PrescribedItem::Resources] {
        assert!(missing(&bare, item).iter().any(of_range), "{item}");
    }
    let after = report(figures(2012, &five()));
    assert!(table(&after, "caseload-range").is_some() && table(&after, "capacity").is_some());
    assert!(after.to_string().contains("50 to 70"));
}

/// Half a post with 90 children is 180 to a full-time post, in 2008/09 as in any year.
#[test]
fn a_caseload_of_2009() {
    let text = report(figures(2009, &service([officer("I-1", "0.50", 90)]))).to_string();
    assert!(text.contains("180 for a full-time post (children: 90; full-time equivalent: 0.50)"));
}

#[test]
fn of_another_year_or_contradictory() {
    let builder = |ending| {
        AnnualReport::builder("Sampleshire", ReviewFigures::new(ReviewQuestion::new(year(ending))))
    };
    let error = builder(2025).with_workforce(figures(2026, &five())).build().unwrap_err();
    assert!(error.is_mismatch());
    let changes = IroChanges::new(year(2026), date("2025-12-31"));
    assert!(builder(2026).with_iro_changes(changes).build().unwrap_err().is_mismatch());

    let mut figures = WorkforceFigures::new(year(2026), year(2026).end());
    let empty = figures.clone();
    let twice = service([Officer::new("I-1"), Officer::new("I-1")]);
    assert!(figures.add(&twice).unwrap_err().is_contradiction());
    assert_eq!(figures, empty, "nothing is counted");
}

/// A child whose IRO is another officer from each of these days.
fn child(began: &str, ended: Option<&str>, changes: &[&str]) -> CareRecord {
    let care = CarePeriod::new(date(began));
    let care = ended.map_or(care.clone(), |day| care.with_ended(date(day)));
    let mut starts = vec![began];
    starts.extend(changes);
    let iro = (0..starts.len()).fold(IroHistory::none(), |history, place| {
        let appointment = Appointment::new(format!("I-{place}"), date(starts[place]));
        let end = starts.get(place + 1).map(|day| date(day));
        let ended = end.map_or(appointment.clone(), |day| appointment.with_to(day));
        history.with_appointment(ended)
    });
    CareRecord::new("C-1").with_period_of_care(care).with_iro(iro)
}

#[test]
fn handbook_7_11_b_changes_of_iro() {
    let changes = |record: &CareRecord| {
        let mut changes = IroChanges::new(year(2026), year(2026).end());
        changes.add(record).unwrap();
        changes.by_changes().iter().map(|(number, _)| *number).collect::<Vec<_>>()
    };
    let since = |days: &[&str]| child("2024-06-03", None, days);
    assert_eq!(changes(&since(&[])), [Some(0)]);
    assert_eq!(changes(&since(&["2025-03-31"])), [Some(0)]);
    assert_eq!(changes(&since(&["2025-04-01"])), [Some(1)]);
    assert_eq!(changes(&since(&["2025-04-01", "2026-03-31"])), [Some(2)]);
    assert_eq!(changes(&since(&["2026-04-01"])), [Some(0)]);
    assert_eq!(changes(&child("2024-06-03", Some("2025-03-31"), &[])), [None; 0]);
    assert_eq!(changes(&child("2024-06-03", Some("2025-04-01"), &[])), [Some(0)]);
    assert_eq!(changes(&child("2026-04-01", None, &[])), [None; 0]);
    let unknown = CareRecord::new("C-1").with_period_of_care(CarePeriod::new(date("2025-06-02")));
    assert_eq!(changes(&unknown), [None]);
    // Home in May, in care again in June with another officer: a new period of care, and no change.
    let twice = CareRecord::new("C-1")
        .with_period_of_care(CarePeriod::new(date("2024-06-03")).with_ended(date("2025-05-01")))
        .with_period_of_care(CarePeriod::new(date("2025-06-02")))
        .with_iro(
            IroHistory::none()
                .with_appointment(
                    Appointment::new("I-1", date("2024-06-03")).with_to(date("2025-05-01")),
                )
                .with_appointment(Appointment::new("I-2", date("2025-06-02"))),
        );
    assert_eq!(changes(&twice), [Some(0)]);

    let mut all = IroChanges::new(year(2026), year(2026).end());
    let days = ["2025-05-01", "2025-07-01", "2025-09-01", "2025-11-03"];
    for changes in [0, 0, 1, 2, 3, 4] {
        all.add(&since(&days[..changes])).unwrap();
    }
    all.add(&unknown).unwrap();
    let reviews = ReviewFigures::new(ReviewQuestion::new(year(2026)));
    let report =
        AnnualReport::builder("Sampleshire", reviews).with_iro_changes(all).build().unwrap();
    for (label, cells) in [
        ("no change", ["2", "28.6 % (2 of 7)"]),
        ("1 change", ["1", "14.3 % (1 of 7)"]),
        ("2 changes", ["1", "14.3 % (1 of 7)"]),
        ("3 or more", ["2", "28.6 % (2 of 7)"]),
        ("not recorded", ["1", "14.3 % (1 of 7)"]),
        ("all", ["7", "z"]),
    ] {
        assert_eq!(row(&report, "iro-changes", label), cells, "{label}");
    }
}

#[test]
fn debug_shows_no_personal_data() {
    let officer = officer("I-1", "1", 60)
        .with_agency(true)
        .with_sex(Sex::Female)
        .with_ethnic_group(EthnicGroup::Mixed);
    let service = service([officer.clone()]);
    let debug = format!("{officer:?} {service:?} {:?}", figures(2026, &service)).to_lowercase();
    for word in ["female", "mixed", "agency", "ethnic"] {
        assert!(!debug.contains(word), "{debug}");
    }
    assert!(debug.contains("i-1"));
    assert!(!format!("{:?}", figures(2026, &service)).contains("I-1"));
}

#[cfg(feature = "serde")]
#[test]
fn vacancies_in_json() {
    let read = |text: &str| serde_json::from_str::<ServiceRecord>(text).map(|s| s.vacancies());
    assert_eq!(read(r#"{"id": "S-1"}"#).unwrap(), Vacancies::NotRecorded);
    assert_eq!(read(r#"{"id": "S-1", "vacancies": "none"}"#).unwrap(), Vacancies::None);
    let posts = r#"{"id": "S-1", "vacancies": {"posts": "0.6"}}"#;
    assert_eq!(read(posts).unwrap(), Vacancies::Posts(fte("0.60")));
    assert!(read(r#"{"id": "S-1", "vacancies": {"posts": "0.00"}}"#).is_err());
}

fn any_team() -> impl Strategy<Value = Vec<Officer>> {
    (1_usize..9).prop_flat_map(|size| (0..size).map(any_officer).collect::<Vec<_>>())
}

fn any_officer(number: usize) -> impl Strategy<Value = Officer> {
    let day = |text: &'static str| date(text);
    let from =
        prop::sample::select(vec!["", "2019-01-07", "2025-03-31", "2025-04-01", "2026-01-05"]);
    let to = prop::sample::select(vec!["", "2026-02-02", "2026-03-31", "2026-04-01"]);
    let group = prop::option::of(prop::sample::select(EthnicGroup::ALL.to_vec()));
    let sex = prop::option::of(prop::sample::select(Sex::ALL.to_vec()));
    let load = (prop::option::of(1_u32..=100), prop::option::of(0_u32..=90));
    (from, to, load, prop::option::of(any::<bool>()), sex, group).prop_map(
        move |(from, to, (hundredths, children), agency, sex, group)| {
            let mut officer = Officer::new(format!("I-{number}"));
            officer = if from.is_empty() { officer } else { officer.with_from(day(from)) };
            officer = if to.is_empty() { officer } else { officer.with_to(day(to)) };
            officer = agency.map_or(officer.clone(), |agency| officer.with_agency(agency));
            officer = sex.map_or(officer.clone(), |sex| officer.with_sex(sex));
            officer = group.map_or(officer.clone(), |group| officer.with_ethnic_group(group));
            let posts = hundredths.and_then(Fte::from_hundredths);
            officer = posts.map_or(officer.clone(), |posts| officer.with_fte(posts));
            let children = children.map(Allocated::Count);
            children.map_or(officer.clone(), |children| officer.with_children(children))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Officers apart and together, in any order: the same figures, and the same bytes.
    #[test]
    fn merges_in_any_order(officers in any_team(), cut in 0_usize..9) {
        let vacant = |quarters: usize| Fte::from_hundredths(25 * u32::try_from(quarters).unwrap()).unwrap();
        let together = service(officers.clone()).with_vacancies(vacant(officers.len()));
        let parts: Vec<WorkforceFigures> = officers
            .into_iter()
            .map(|officer| figures(2026, &service([officer]).with_vacancies(vacant(1))))
            .collect();
        let none = || WorkforceFigures::new(year(2026), year(2026).end());
        let merge = |parts: &[WorkforceFigures]| {
            parts.iter().cloned().fold(none(), |all, part| all.merge(part).unwrap())
        };
        let forwards = merge(&parts);
        let backwards: Vec<_> = parts.iter().rev().cloned().collect();
        let (left, right) = parts.split_at(cut.min(parts.len()));
        prop_assert_eq!(&merge(&backwards), &forwards);
        prop_assert_eq!(&merge(right).merge(merge(left)).unwrap(), &forwards);
        prop_assert_eq!(report(merge(&backwards)).to_string(), report(forwards.clone()).to_string());

        let whole = report(figures(2026, &together)).to_string();
        prop_assert_eq!(report(forwards.clone()).to_string(), whole);

        let headcount = forwards.headcount();
        prop_assert_eq!(forwards.by_sex().total(), headcount);
        prop_assert_eq!(forwards.by_ethnic_group().total(), headcount);
        prop_assert_eq!(forwards.by_length_of_service().total(), headcount);
        prop_assert_eq!(forwards.by_position().total(), headcount);
        let left = forwards.left() - forwards.left_on_last_day();
        prop_assert_eq!(forwards.in_post_at_start() + forwards.joined(), left + headcount);
        let caseloads: Vec<_> = forwards.caseloads().map(|(_, c)| c.per_post(10)).collect();
        prop_assert!(caseloads.is_sorted());
    }
}
