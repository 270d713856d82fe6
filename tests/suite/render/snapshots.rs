//! Each format, as a file.

use super::{page, public, report};
use iro_handbook::render;
use std::path::Path;

/// With `IRO_BLESS` set in the environment the file is rewritten instead.
fn is_the_file(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/report").join(name);
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

#[test]
fn markdown() {
    is_the_file("board.md", &render::markdown(&report()));
}

#[test]
fn html() {
    is_the_file("board.html", &render::html(&report()));
}

#[test]
fn young_people() {
    let version = render::young_people(&public(&report()));
    is_the_file("young-people.md", &version.markdown());
    is_the_file("young-people.html", &version.html());
}

#[test]
fn the_pages_are_sound() {
    let report = report();
    let elements = page::is_sound(&render::html(&report));
    let tables = elements.iter().filter(|one| one.name == "table").count();
    let charts = elements.iter().filter(|one| one.name == "svg").count();
    assert!(tables > charts && charts > 0);
    page::is_sound(&render::young_people(&public(&report)).html());
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(render::html(&report()), render::html(&report()));
    assert_eq!(render::markdown(&report()), render::markdown(&report()));
}

/// Every text that a service wrote is in every format that has a place for it.
#[test]
fn what_the_service_wrote_is_carried_through() {
    let report = report();
    for text in ["Workload & illness", "It covers one year.", "Most are settled there."] {
        assert!(render::markdown(&report).contains(&text.replace('&', "\\&")), "{text}");
        assert!(render::html(&report).contains(&text.replace('&', "&amp;")), "{text}");
    }
    let version = render::young_people(&public(&report));
    for text in [
        "I want fewer people in the room.",
        "four weeks before",
        "Your social worker and your carer",
    ] {
        assert!(version.markdown().contains(text), "{text}");
        assert!(version.html().contains(text), "{text}");
    }
    assert!(!version.markdown().contains("Workload"));
}
