//! Texts that would break out of their place, turn what stands after them, or speak to a terminal: in no format
//! and in no place that takes a text from outside.

use super::{figures, public};
use crate::assess::date;
use crate::render::page;
use iro_handbook::calendar::CollectionYear;
use iro_handbook::record::{Answer, Audit, AuditArea, AuditGrade, Feedback, FeedbackFrom};
use iro_handbook::render::{html, markdown, young_people};
use iro_handbook::report::annual::{Action, AnnualReport, Narrative, Programme, Slot};
use iro_handbook::report::{AuditFigures, Basis, Comparator, FeedbackFigures, PublishedPercentage};
use proptest::prelude::*;

/// With a text in every place that takes one, between two marks that tell the place.
fn report(text: &str) -> AnnualReport {
    let at = |place: usize| format!("{place}<<{text}>>{place}");
    let year = CollectionYear::ending(2026).unwrap();
    let mut feedback = FeedbackFigures::new(year);
    let asked = Feedback::new(date("2026-01-12"), FeedbackFrom::Child, at(1));
    feedback.add(&asked.with_answers(Answer::Yes, 20)).unwrap();
    let mut audits = AuditFigures::new(year);
    let grade = AuditGrade::Local(text.chars().take(3).chain("grade".chars()).collect());
    audits.add(&Audit::new("A-1", date("2025-06-02"), AuditArea::Overall, grade)).unwrap();
    let percentage: PublishedPercentage = "90".parse().unwrap();
    let programme = Programme::new()
        .with_last(Action::new(at(3)).with_owner(at(4)))
        .with_next(Action::new(at(5)).with_owner(at(6)));
    let narrative = Slot::ALL.iter().fold(Narrative::new(), |all, slot| {
        all.with(*slot, format!("7<<{text}>>7\nA second line.\r\n\r\nA second paragraph."))
    });
    AnnualReport::builder(at(0), figures())
        .with_feedback(feedback)
        .with_audits(audits)
        .with_comparator(
            "reviews.held.on_time",
            Comparator::new(Basis::Region(at(2)), percentage).unwrap(),
        )
        .with_programme(programme)
        .with_narrative(narrative)
        .build()
        .unwrap()
}

fn formats(report: &AnnualReport) -> Vec<(&'static str, String)> {
    let young = young_people(&public(report));
    vec![
        ("text", report.to_string()),
        ("public text", public(report).to_string()),
        ("markdown", markdown(report)),
        ("html", html(report)),
        ("young markdown", young.markdown()),
        ("young html", young.html()),
        ("json", texts_of(&serde_json::to_value(report).unwrap())),
    ]
}

/// Every text of a document in JSON, keys and values.
fn texts_of(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => format!("{text}\n"),
        serde_json::Value::Array(items) => items.iter().map(texts_of).collect(),
        serde_json::Value::Object(fields) => {
            fields.iter().map(|(name, value)| format!("{name}\n{}", texts_of(value))).collect()
        }
        _ => String::new(),
    }
}

/// Embeddings, overrides and isolates: U+202A to U+202E, U+2066 to U+2069.
fn turns(c: char) -> bool {
    (0x202A..=0x202E).contains(&u32::from(c)) || (0x2066..=0x2069).contains(&u32::from(c))
}

fn harmless(text: &str) {
    let report = report(text);
    for (format, printed) in formats(&report) {
        let bad = printed.chars().find(|c| (c.is_control() && *c != '\n') || turns(*c));
        assert_eq!(bad, None, "{format}, with {text:?}");
        // What stands in one place stands on one line. In Markdown and HTML the marks are escaped.
        let (open, close) = match format {
            "html" | "young html" => ("&lt;&lt;", "&gt;&gt;"),
            "markdown" | "young markdown" => ("\\<\\<", "\\>\\>"),
            _ => ("<<", ">>"),
        };
        for place in 0..7 {
            let (open, close) = (format!("{place}{open}"), format!("{close}{place}"));
            for line in printed.lines() {
                let count = |mark: &str| line.matches(mark).count();
                assert_eq!(count(&open), count(&close), "{format}, {place}, with {text:?}: {line}");
            }
        }
        if format.ends_with("html") {
            page::is_sound(&printed);
        }
    }
    assert!(report.authority().starts_with("0<<") && report.authority().ends_with(">>0"));
}

/// Worked out by hand: what separates becomes one space, what turns is gone, what is no character is replaced.
#[test]
fn a_text_on_one_line() {
    for (given, printed) in [
        ("North\nSouth", "North South"),
        ("North \r\n\t South", "North South"),
        ("North\u{2028}South\u{85}East", "North South East"),
        ("a\0b\u{1b}[31mc\u{7f}", "a b [31mc"),
        ("\u{202E}drawkcab\u{202C}", "drawkcab"),
        ("a \u{2066} b", "a b"),
        ("fe\u{fdd0}", "fe\u{fffd}"),
        ("\u{1fffe}x", "\u{fffd}x"),
        // A mark of direction turns nothing after it, and belongs to the words of some languages.
        ("\u{200F}שלום", "\u{200F}שלום"),
        ("O’Brien & Søn", "O’Brien & Søn"),
    ] {
        let report = AnnualReport::builder(given, figures()).build().unwrap();
        assert_eq!(report.authority(), printed);
        let title = report.to_string().lines().nth(1).unwrap().to_owned();
        assert_eq!(title, format!("{printed}, 1 April 2025 to 31 March 2026"), "{given:?}");
    }
}

/// A text keeps its own lines and paragraphs, and each is as a line.
#[test]
fn a_text_in_lines() {
    let text = "One\u{202E}\r\ntwo\0\r\r\u{2066}three\u{2029}four";
    let narrative = Narrative::new().with(Slot::Introduction, text);
    let report = AnnualReport::builder("A", figures()).with_narrative(narrative).build().unwrap();
    let document = serde_json::to_value(&report).unwrap();
    assert!(texts_of(&document).contains("\nOne\ntwo\n\nthree\nfour\n"));
    assert!(markdown(&report).contains("\nOne\\\ntwo\n\nthree\\\nfour\n"));
}

/// Words of another direction do not move what stands beside them.
#[test]
fn words_from_outside_are_isolated_in_a_page() {
    let page = html(&report("שלום"));
    assert!(page.contains("<strong><bdi>0&lt;&lt;שלום&gt;&gt;0</bdi></strong>"));
    assert!(page.contains("<bdi>2&lt;&lt;שלום&gt;&gt;2"));
    assert!(page.contains("<p dir=\"auto\">7&lt;&lt;שלום&gt;&gt;7"));
}

#[test]
fn the_worst_at_once() {
    harmless(
        "\u{202E}a\n\n# b\u{1b}[2J\0 | c |\r\n</td></table><script>\u{2067}\u{2028}d\u{9b}\u{ffff}",
    );
    harmless("\n");
    harmless("\u{202A}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text(parts in proptest::collection::vec(prop_oneof![
        any::<char>().prop_map(String::from),
        proptest::sample::select(vec![
            "\n", "\r", "\0", "\u{1b}[1m", "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{2028}", "\u{85}",
            "\u{9d}", "|", "</p>", "`", "a", "# ", "- ", "1. ", "&#0;", "&#x202E;", "]]>", "-->", "\u{fffe}", "שלום",
        ]).prop_map(str::to_owned),
    ], 1..12)) {
        harmless(&parts.concat());
    }
}
