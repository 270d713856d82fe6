//! The JSON of every document a service exchanges: as a file, there and back, in docs/JSON.md and, with
//! the feature `schemars`, by its JSON Schema.

use iro_handbook::assess::{
    AdjournedReview, AgreedDeparture, Assessor, FirstReviewOf, Policy, ReviewDate,
};
use iro_handbook::calendar::{CollectionYear, Period, WorkingDays};
use iro_handbook::law::{Method, RuleId};
use iro_handbook::record::{
    AdoptionChange, CareRecord, Child, Participation, PeriodOfCare, ProtectionRecord, Review,
    ServiceRecord,
};
use iro_handbook::report::annual::{
    Action, ActionStatus, AnnualReport, Disclosure, FigureNames, PreviousYear, Programme,
    ServiceYear,
};
use iro_handbook::report::{
    Comparator, Direction, PublishedPercentage, ReviewFigures, ReviewQuestion,
};
use rich::{day, protection, record, service};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;

#[path = "../common/rich.rs"]
mod rich;

const PAGE: &str = include_str!("../../docs/JSON.md");

fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap();
    text.push('\n');
    text
}

/// With `IRO_BLESS` set in the environment the file is rewritten instead.
fn is_the_file(name: &str, value: &impl Serialize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/json").join(name);
    let text = pretty(value);
    if std::env::var_os("IRO_BLESS").is_some() {
        std::fs::write(path, text).unwrap();
        return;
    }
    let file = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    for (number, (is, should_be)) in text.lines().zip(file.lines()).enumerate() {
        assert_eq!(is, should_be, "line {} of {name}", number + 1);
    }
    assert_eq!(text, file, "{name}: run with IRO_BLESS=1 and read the difference");
}

fn there_and_back<T: Serialize + DeserializeOwned + PartialEq>(value: &T) {
    assert!(serde_json::from_str::<T>(&pretty(value)).unwrap() == *value);
}

fn figures() -> ReviewFigures {
    let question = ReviewQuestion::new(CollectionYear::ending(2027).unwrap());
    let mut figures = ReviewFigures::new(question.with_as_of(day(7, 31)));
    figures.add_child(&WorkingDays::england_and_wales(), &record().to_child()).unwrap();
    figures
}

fn departure() -> AgreedDeparture {
    AgreedDeparture::new(
        "record-distributed/C-1017/review/2026-03-27/0",
        "moved office",
        "director",
    )
}

fn policy() -> Policy {
    Policy::default()
        .with_midway_check(Period::Months(3))
        .with_stage_response(1, Period::WorkingDays(5))
        .with_weekly_visits_until(FirstReviewOf::Placement)
        .with_review_date(ReviewDate::FirstMeeting)
        .with_adjourned_review(AdjournedReview::AsAnyOther)
        .with_review_method(Method::FixedDays)
        .with_target(RuleId::RecordDistributed, 95)
        .unwrap()
}

#[test]
fn a_policy() {
    is_the_file("policy.json", &policy());
    there_and_back(&policy());
    assert_eq!(serde_json::from_value::<Policy>(json!({})).unwrap(), Policy::default());
    for (key, value) in [("midway", json!(null)), ("targets", json!({"record-distributed": 101}))] {
        assert!(serde_json::from_value::<Policy>(json!({ key: value })).is_err(), "{key}");
    }
}

#[test]
fn a_care_record() {
    assert_eq!(record().problems(), []);
    is_the_file("care_record.json", &record());
    there_and_back(&record());
}

#[test]
fn a_service() {
    is_the_file("service_record.json", &service());
    there_and_back(&service());
}

/// A little one, placed for adoption.
fn lean() -> Child {
    let review =
        |month, on| Review::new(day(month, on)).with_participation(Participation::UnderFour);
    let care = PeriodOfCare::new(day(3, 2))
        .with_review(review(3, 27))
        .with_review(review(6, 22))
        .with_adoption(AdoptionChange::Placed(day(7, 1)));
    Child::new("C-1019").with_period_of_care(care)
}

#[test]
fn a_protection_record() {
    assert_eq!(protection().problems(), []);
    is_the_file("protection_record.json", &protection());
    there_and_back(&protection());
}

#[test]
fn a_child_and_a_departure() {
    is_the_file("child.json", &lean());
    there_and_back(&lean());
    is_the_file("agreed_departure.json", &departure());
    there_and_back(&departure());
}

#[test]
fn findings() {
    let (calendar, record, service) = (WorkingDays::england_and_wales(), record(), service());
    let assessor = Assessor::new(&calendar, day(7, 31));
    is_the_file("assessment.json", &assessor.assess(&record).unwrap());
    is_the_file("service_assessment.json", &assessor.assess_service(&service).unwrap());
}

#[test]
fn review_findings() {
    let (calendar, child) = (WorkingDays::england_and_wales(), lean());
    let care = &child.periods_of_care()[0];
    let duties: Vec<_> = care.review_duties(&calendar, day(7, 31)).unwrap().collect();
    is_the_file("review_findings.json", &duties);
}

#[test]
fn the_figures() {
    is_the_file("review_figures.json", &figures());
    there_and_back(&figures());
}

fn previous_year() -> PreviousYear {
    PreviousYear::new(CollectionYear::ending(2026).unwrap())
        .with("reviews.held.on_time", 90)
        .with("reviews.held.told", 100)
}

fn programme() -> Programme {
    let audit = Action::new("audit ten records a month").with_owner("service manager");
    Programme::new()
        .with_last(audit.with_by(day(9, 30)).with_status(ActionStatus::InProgress))
        .with_next(Action::new("meet every child before the review"))
}

fn annual_report() -> AnnualReport {
    let target: PublishedPercentage = "97".parse().unwrap();
    AnnualReport::builder("Sampleshire", figures())
        .with_invented_records()
        .with_previous(previous_year())
        .with_comparator("reviews.held.on_time", Comparator::target(Direction::AtLeast, target))
        .with_programme(programme())
        .build()
        .unwrap()
}

#[test]
fn the_annual_report() {
    let report = annual_report();
    is_the_file("annual_report.json", &report);
    is_the_file("annual_report_public.json", &report.for_publication(Disclosure::default()));
    is_the_file("previous_year.json", &previous_year());
    there_and_back(&previous_year());
    there_and_back(&programme());
    assert_eq!(serde_json::from_str::<Programme>("{}").unwrap(), Programme::new());
    assert!(serde_json::from_str::<ReviewFigures>(&pretty(&report)).unwrap() == figures());
}

/// The examples of the page under their headings.
fn example(heading: &str) -> Value {
    let (_, section) = PAGE.split_once(&format!("\n## {heading}\n")).expect(heading);
    let (_, block) = section.split_once("```json\n").expect(heading);
    serde_json::from_str(block.split_once("\n```").unwrap().0).unwrap()
}

/// Whether all that an example says is so in a document: the example may leave out what it does not show.
fn is_said_in(example: &Value, document: &Value) -> bool {
    match (example, document) {
        (Value::Object(some), Value::Object(all)) => {
            some.iter().all(|(key, value)| all.get(key).is_some_and(|v| is_said_in(value, v)))
        }
        (Value::Array(some), Value::Array(all)) => {
            some.iter().all(|value| all.iter().any(|other| is_said_in(value, other)))
        }
        _ => example == document,
    }
}

#[test]
fn the_examples_of_the_page() {
    let calendar = WorkingDays::england_and_wales();
    let record = record();
    let assessment = Assessor::new(&calendar, day(7, 31)).assess(&record).unwrap();
    for (heading, document) in [
        ("CareRecord", json!(record)),
        ("ServiceRecord", json!(service())),
        ("ProtectionRecord", json!(protection())),
        ("Child", json!(lean())),
        ("AgreedDeparture", json!(departure())),
        ("Policy", json!(policy())),
        ("Assessment", json!(assessment)),
        ("ReviewFigures", json!(figures())),
        ("AnnualReport", json!(annual_report())),
        ("PreviousYear", json!(previous_year())),
        ("Programme", json!(programme())),
        ("ServiceYear", service_year()),
    ] {
        let example = example(heading);
        assert!(is_said_in(&example, &document), "{heading}: {example:#}");
    }
    serde_json::from_value::<CareRecord>(example("CareRecord")).unwrap();
    serde_json::from_value::<ServiceRecord>(example("ServiceRecord")).unwrap();
    serde_json::from_value::<ProtectionRecord>(example("ProtectionRecord")).unwrap();
    serde_json::from_value::<Child>(example("Child")).unwrap();
    serde_json::from_value::<AgreedDeparture>(example("AgreedDeparture")).unwrap();
    serde_json::from_value::<Policy>(example("Policy")).unwrap();
    serde_json::from_value::<ServiceYear>(example("ServiceYear")).unwrap();
}

/// The sample's own, as it was written out without the crate.
fn service_year() -> Value {
    serde_json::from_str(include_str!("../../examples/sample/service.json")).unwrap()
}

#[test]
fn a_service_year() {
    let service: ServiceYear = serde_json::from_value(service_year()).unwrap();
    assert_eq!(service.problems(), []);
    there_and_back(&service);
    // What was written out without the crate is said in what the crate writes.
    assert!(is_said_in(&service_year(), &json!(service)), "{:#}", json!(service));
    for (key, value, says) in [
        ("schema", json!("iro-handbook/service-year/2"), "iro-handbook/service-year/1"),
        ("audit", json!([]), "unknown field `audit`"),
        ("authority", json!(null), "authority"),
    ] {
        let mut document = service_year();
        document[key] = value;
        let error = serde_json::from_str::<ServiceYear>(&document.to_string()).unwrap_err();
        if key != "authority" {
            assert!(error.to_string().contains(says), "{error}");
        }
    }
}

/// Each problem names its record, its field and the value, and none hides another. The sample's sixth audit is
/// A-6, its third officer IRO-3, in post from 3 June 2019; its fourth dispute is of the child 274587.
#[test]
fn a_service_year_that_contradicts_itself() {
    let mut document = service_year();
    document["authority"] = json!(" ");
    document["population_under_18"] = json!(0);
    document["service"]["officers"][2]["to"] = json!("2010-01-01");
    document["service"]["officers"][3]["fte"] = json!("1.50");
    document["audits"][1]["id"] = document["audits"][0]["id"].clone();
    document["audits"][2]["id"] = json!(" ");
    document["audits"][5]["on"] = json!("2024-06-03");
    document["feedback"][0]["asked_on"] = json!("2027-01-04");
    document["disputes"][2]["child"] = json!("");
    document["disputes"][3]["dispute"]["id"] = json!("D-1");
    document["support"]["care_plans"] = json!({"up_to_date": u64::MAX, "out_of_date": 1});
    document["previous"] = json!([
        {"schema": "iro-handbook/previous-year/1", "year_ending": 2026, "counts": {}}
    ]);
    let service: ServiceYear = serde_json::from_value(document).unwrap();
    let problems: Vec<String> = service.problems().iter().map(ToString::to_string).collect();
    let first = service_year()["disputes"][0]["child"].as_str().unwrap().to_owned();
    assert_eq!(
        problems,
        [
            "authority is blank: it is given, and says nothing",
            "population under 18 is 0: nobody lives there, and a rate is asked for",
            ", service S-1, officer IRO-3: last day in post is 2010-01-01: it is before the first, 2019-06-03",
            ", service S-1, officer IRO-4: full-time equivalent is 1.50: one officer has no more than 1.00",
            ", dispute D-3: child is blank: it is given, and says nothing",
            &format!(
                ", child 274587: dispute is D-1: another dispute has this identifier, of child {first}"
            ),
            "audit is A-1: another audit has this identifier",
            ", audit without identifier: identifier of the audit is blank: it is given, and says nothing",
            ", audit A-6: day is 2024-06-03: it is not in the year, 2025-04-01 to 2026-03-31",
            ", feedback question 1: day asked is 2027-01-04: it is not in the year, 2025-04-01 to 2026-03-31",
            "care plans up to date and out of date is out of range: together they cannot be counted",
            "previous year is 2025-26: it is not before the year, 2025-26",
        ]
        .map(|problem| match problem.strip_prefix(',') {
            Some(problem) => format!("service year 2025-26,{problem}"),
            None => format!("service year 2025-26: {problem}"),
        })
    );
    assert_eq!(service.check().unwrap_err().to_string(), problems[0]);
}

/// Each date of a document in turn is written as it is written in England.
fn every_date_is_named<T: serde::de::DeserializeOwned>(document: &Value) {
    fn dates(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::String(text) => {
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                if text.len() == 10 && digits == 8 && text.matches('-').count() == 2 {
                    found.push(path.to_owned());
                }
            }
            Value::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    dates(item, &format!("{path}/{place}"), found);
                }
            }
            Value::Object(fields) => {
                fields
                    .iter()
                    .for_each(|(name, item)| dates(item, &format!("{path}/{name}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    dates(document, "", &mut found);
    assert!(!found.is_empty());
    for path in found {
        let mut document = document.clone();
        *document.pointer_mut(&path).unwrap() = json!("02/06/2025");
        let error = serde_json::from_value::<T>(document).err().expect(&path).to_string();
        assert_eq!(error, "\"02/06/2025\" is not a date: expected YYYY-MM-DD", "{path}");
    }
}

#[test]
fn a_date_that_is_none_is_named_with_how_a_date_is_written() {
    every_date_is_named::<CareRecord>(&example("CareRecord"));
    every_date_is_named::<ServiceRecord>(&service_year()["service"]);
    every_date_is_named::<ProtectionRecord>(&example("ProtectionRecord"));
    every_date_is_named::<Child>(&example("Child"));
    every_date_is_named::<ServiceYear>(&service_year());
}

/// With `IRO_BLESS` set in the environment the list is rewritten instead.
#[test]
fn the_names_of_figures() {
    let page = PAGE.replace("\r\n", "\n");
    let (before, rest) = page.split_once("<!-- figures -->\n").unwrap();
    let (list, after) = rest.split_once("<!-- end of figures -->\n").unwrap();
    let expected = format!("\n{FigureNames}\n");
    if std::env::var_os("IRO_BLESS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/JSON.md");
        let page = format!("{before}<!-- figures -->\n{expected}<!-- end of figures -->\n{after}");
        std::fs::write(path, page).unwrap();
        return;
    }
    assert_eq!(list, expected, "docs/JSON.md: run with IRO_BLESS=1 and read the difference");
    // What the documents of the tests hold is on the list.
    for (id, _) in annual_report().figures() {
        let name = id.as_str().split_once(':').map_or(id.as_str(), |(_, name)| name);
        assert!(FigureNames.contains(name), "{name}");
    }
}

#[cfg(feature = "schemars")]
mod schema {
    use super::*;
    use iro_handbook::assess::{Assessment, Finding, ReviewFinding};
    use schemars::{JsonSchema, generate::SchemaSettings};

    /// The schemas of what is read and of what is written.
    fn schemas<T: JsonSchema>() -> [Value; 2] {
        let settings = SchemaSettings::draft2020_12();
        [settings.clone().for_deserialize(), settings.for_serialize()]
            .map(|settings| json!(settings.into_generator().into_root_schema_for::<T>()))
    }

    fn validator(schema: &Value) -> jsonschema::Validator {
        assert!(jsonschema::meta::is_valid(schema), "{schema:#}");
        jsonschema::options().should_validate_formats(true).build(schema).unwrap()
    }

    fn fits<T: JsonSchema>(documents: &[Value]) {
        for schema in schemas::<T>() {
            let validator = validator(&schema);
            for document in documents {
                let errors: Vec<_> = validator
                    .iter_errors(document)
                    .map(|e| format!("{}: {e}", e.instance_path))
                    .collect();
                assert!(errors.is_empty(), "{}: {errors:#?}", T::schema_name());
            }
        }
    }

    #[test]
    fn every_document_fits_its_schema() {
        let (calendar, record, service) = (WorkingDays::england_and_wales(), record(), service());
        let assessor = Assessor::new(&calendar, day(7, 31));
        let assessment = assessor.assess(&record).unwrap();
        let of_service = assessor.assess_service(&service).unwrap();
        let findings: Vec<Value> =
            assessment.findings().iter().chain(of_service.findings()).map(|f| json!(f)).collect();
        let child = lean();
        let care = &child.periods_of_care()[0];
        let duties: Vec<Value> =
            care.review_duties(&calendar, day(7, 31)).unwrap().map(|f| json!(f)).collect();
        fits::<CareRecord>(&[json!(record)]);
        fits::<ServiceRecord>(&[json!(service)]);
        fits::<ProtectionRecord>(&[json!(protection())]);
        fits::<Child>(&[json!(child), json!(record.to_child())]);
        fits::<PeriodOfCare>(&[json!(care)]);
        fits::<AgreedDeparture>(&[json!(departure())]);
        fits::<Policy>(&[json!(policy())]);
        // What is read may leave out what is written out.
        let given: ServiceYear = serde_json::from_value(service_year()).unwrap();
        fits::<ServiceYear>(&[json!(given)]);
        assert!(validator(&schemas::<ServiceYear>()[0]).is_valid(&service_year()));
        fits::<Finding<'_>>(&findings);
        fits::<Assessment<'_>>(&[json!(assessment), json!(of_service)]);
        fits::<ReviewFinding>(&duties);
        fits::<ReviewFigures>(&[json!(figures()), json!(annual_report())]);
        let public = annual_report().for_publication(Disclosure::default());
        fits::<AnnualReport>(&[json!(annual_report()), json!(public)]);
        fits::<PreviousYear>(&[json!(previous_year())]);
        fits::<Programme>(&[json!(programme())]);
        fits::<CollectionYear>(&[json!(CollectionYear::ending(2026).unwrap())]);
        fits::<Period>(&[json!(Period::Months(3))]);
        fits::<RuleId>(&RuleId::ALL.iter().map(|id| json!(id)).collect::<Vec<_>>());
        fits::<Participation>(&Participation::ALL.map(|code| json!(code)));
    }

    /// What the crate accepts on the way in, the schema accepts, and what it refuses for its form too.
    #[test]
    fn on_the_way_in() {
        fn says<T: JsonSchema + DeserializeOwned>(document: &Value) -> (bool, bool) {
            let read = serde_json::from_value::<T>(document.clone()).is_ok();
            (validator(&schemas::<T>()[0]).is_valid(document), read)
        }
        let lean = json!({"id": "C-1", "periods_of_care": [{"began": "2026-03-02"}]});
        assert_eq!(says::<CareRecord>(&lean), (true, true));
        assert_eq!(says::<Child>(&lean), (true, true));
        assert_eq!(says::<ServiceRecord>(&json!({"id": "S-1"})), (true, true));
        assert_eq!(says::<Policy>(&json!({})), (true, true));
        assert_eq!(says::<Policy>(&json!({"midway": null})), (false, false));
        for (pointer, key, value) in [
            ("", "id", json!(7)),
            ("", "name", json!("?")),
            ("/periods_of_care/0", "began", json!("02/03/2026")),
            ("/periods_of_care/0", "chair", json!(true)),
            ("/periods_of_care/0", "entry", json!("maybe")),
            (
                "/periods_of_care/0",
                "reviews",
                json!([{"held_on": "2026-03-27", "participation": "PN9"}]),
            ),
            ("/periods_of_care/0", "adoption", json!([{"moved": "2026-03-27"}])),
        ] {
            let mut document = lean.clone();
            document.pointer_mut(pointer).unwrap()[key] = value;
            assert_eq!(says::<CareRecord>(&document), (false, false), "{document}");
            assert_eq!(says::<Child>(&document), (false, false), "{document}");
        }
        let service = |fte: &str| json!({"id": "S-1", "officers": [{"id": "IRO-1", "fte": fte}]});
        assert_eq!(says::<ServiceRecord>(&service("0.8")), (true, true));
        assert_eq!(says::<ServiceRecord>(&service("0,8")), (false, false));
        let mut document = json!(figures());
        document.as_object_mut().unwrap().remove("evidence_from");
        assert_eq!(says::<ReviewFigures>(&document), (false, false));
        document["evidence_from"] = Value::Null;
        assert_eq!(says::<ReviewFigures>(&document), (true, true));
        document["schema"] = json!("iro-handbook/review-figures/2");
        assert_eq!(says::<ReviewFigures>(&document), (false, false));
    }

    /// The hand-written schemas of findings name every key and no other.
    #[test]
    fn no_key_more_or_less() {
        let (calendar, record) = (WorkingDays::england_and_wales(), record());
        let assessment = Assessor::new(&calendar, day(7, 31)).assess(&record).unwrap();
        let care = record.periods_of_care()[0].period_of_care();
        let duty = json!(care.review_duties(&calendar, day(7, 31)).unwrap().next().unwrap());
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        for (document, [read, _]) in [
            (json!(assessment.findings()[0]), schemas::<Finding<'_>>()),
            (duty, schemas::<ReviewFinding>()),
        ] {
            assert_eq!(keys(&document), keys(&read["properties"]));
            let mut required: Vec<_> =
                read["required"].as_array().unwrap().iter().map(|k| k.as_str().unwrap()).collect();
            required.sort_unstable();
            assert_eq!(keys(&document), required);
        }
    }

    /// Descriptions are for readers of the document.
    #[test]
    fn no_rust_in_descriptions() {
        for schema in [
            schemas::<CareRecord>(),
            schemas::<ServiceRecord>(),
            schemas::<ReviewFigures>(),
            schemas::<AnnualReport>(),
            schemas::<PreviousYear>(),
            schemas::<Programme>(),
        ] {
            let text = json!(schema).to_string();
            for word in ["```", "assert", "](", "NaiveDate", "Unchecked"] {
                assert!(!text.contains(word), "{word}");
            }
        }
    }
}
