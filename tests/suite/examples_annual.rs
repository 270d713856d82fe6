//! The example `annual_report`, run as a user runs it.

use crate::examples::{EPISODES, Folder, json, printed, refuses, run, sample};
use crate::ssda903::link_sample::{answers, same_by_key};
use iro_handbook::report::annual::FigureNames;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const NAME: &str = "annual_report";

/// The section of the report under a heading.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let line = "=".repeat(heading.chars().count());
    let start = format!("\n{heading}\n{line}\n");
    let (_, rest) = text.split_once(&start).unwrap_or_else(|| panic!("no {heading}:\n{text}"));
    rest.find("\n==").and_then(|end| rest.get(..end)).unwrap_or(rest)
}

/// The one line that holds a label, and the whole numbers behind it.
fn numbers(text: &str, label: &str) -> Vec<u64> {
    let lines: Vec<&str> = text.lines().filter(|line| line.contains(label)).collect();
    assert_eq!(lines.len(), 1, "{label:?}:\n{text}");
    let (_, rest) = lines[0].split_once(label).unwrap();
    let rest = rest.replace(',', "");
    let words = rest.split(|c: char| !c.is_ascii_digit() && c != '.');
    words.filter_map(|word| word.parse().ok()).collect()
}

/// One decimal, halves away from zero.
fn percent(part: u64, whole: u64) -> String {
    let tenths = (2_000 * part + whole) / (2 * whole);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

#[test]
fn without_arguments_it_prints_the_figures_of_the_sample() {
    let text = printed::<&str>(NAME, &[]);
    let answers = answers();
    let n = |at: &str| answers.pointer(at).and_then(Value::as_u64).expect(at);
    for (heading, label, at) in [
        ("Summary", "looked after on 31 March 2025", "/cohort/looked_after_at_start"),
        ("Summary", "started to be looked after", "/cohort/started"),
        ("Summary", "ceased to be looked after", "/cohort/ceased"),
        ("Summary", "looked after on 31 March 2026", "/cohort/looked_after_at_end"),
    ] {
        assert_eq!(numbers(section(&text, heading), label), [n(at)], "{label}");
    }
    let part = section(&text, "How children and parents took part");
    for code in 0..8 {
        let found = numbers(part, &format!("    PN{code}  "));
        assert_eq!(found.last(), Some(&n(&format!("/participation/codes/PN{code}"))), "PN{code}");
    }
    let data = section(&text, "What the figures rest on");
    for (label, name) in [
        ("episode rows that cannot be used", "unusable_episode"),
        ("episodes missing from the next year's return", "episode_not_carried"),
        ("children missing from the next year's return", "child_not_carried"),
        ("review rows that cannot be used", "unusable_review"),
        ("review rows for a child and day already given", "duplicate_review"),
        ("reviews dated after the day asked about", "review_after_as_of"),
        ("reviews dated before the first return", "review_before_evidence"),
        ("reviews held in a short break only", "review_in_short_break"),
        ("reviews dated outside every period of care", "review_outside_care"),
    ] {
        assert_eq!(numbers(data, label), [n(&format!("/data_quality/{name}"))], "{label}");
    }
    let on_time = section(&text, "Reviews on time");
    for name in ["first", "second", "subsequent", "adoption", "unknown"] {
        let of = |part: &str| n(&format!("/reviews/held/by_sequence/{name}/{part}"));
        let (met, late, open) = (of("on_time"), of("late"), of("undetermined"));
        let row = numbers(on_time, &format!("    {name} "));
        assert_eq!(row.get(..4), Some(&[met, late, open, met + late + open][..]), "{name}");
    }
    let shown = |part: u64, whole: u64| format!("{} ({part} of {whole})", percent(part, whole));
    let rate = |part: &str, rest: &[&str]| {
        let whole = rest.iter().map(|at| n(at)).sum::<u64>() + n(part);
        shown(n(part), whole)
    };
    let due = ["/reviews/due/met_late", "/reviews/due/not_held"];
    for line in [
        format!(
            "Of the reviews held in the year, on time: {}\n",
            rate("/reviews/held/on_time", &["/reviews/held/late"])
        ),
        format!(
            "Of the reviews that fell due in the year, held in time: {}\n",
            rate("/reviews/due/met", &due)
        ),
        format!(
            "Of the children looked after at the end, all reviews on time: {}\n",
            rate("/reviews/children/all_on_time", &["/reviews/children/not_all_on_time"])
        ),
    ] {
        assert!(on_time.contains(&line), "{line:?}:\n{on_time}");
    }
    // 873 of 927 or 874 of 927, were the one that cannot be told late or on time.
    assert!(on_time.contains("1 more cannot be told; with them it lies in 94.2 % to 94.3 %"));
    let eligible = n("/participation/eligible");
    for (label, at) in [
        ("Children attended", "/participation/attended"),
        ("Children's views conveyed, by any route", "/participation/views_conveyed"),
    ] {
        assert!(part.contains(&format!("{label}: {}\n", shown(n(at), eligible))), "{part}");
    }
    assert!(data.contains("Warning: children are gone from a later return"));
    assert!(data.contains("for want of the day the child became looked after        1 "), "{data}");
    assert!(text.contains("SAMPLE: made from invented records"), "nobody takes it for their own");
    assert!(!text.contains("PROVISIONAL"));
}

/// Every item of paragraph 7.11 is filled: nothing is named as missing, and no text is not provided.
#[test]
fn the_sample_fills_every_prescribed_item() {
    let text = printed::<&str>(NAME, &[]);
    for gap in ["Missing here", "(not provided)", " x\n", "was not given"] {
        assert!(!text.contains(gap), "{gap:?}:\n{text}");
    }
    // The reasons for the late reviews add up to them.
    let reasons = section(&text, "Reviews on time");
    let (_, reasons) = reasons.split_once("Reviews held late, by reason\n").unwrap();
    let (reasons, _) = reasons.split_once("\n\n").unwrap();
    let counts: Vec<u64> = reasons
        .lines()
        .skip(1)
        .map(|line| line.split("  ").filter_map(|cell| cell.trim().parse().ok()).next().unwrap())
        .collect();
    let (all, parts) = counts.split_last().unwrap();
    assert_eq!((*all, parts.iter().sum::<u64>()), (53, 53), "{reasons}");
    // The officers have the children of the returns.
    let resources = section(&text, "Resources");
    assert_eq!(numbers(resources, "Children whose IROs the officers are:"), [373]);
}

/// Each percentage is what its counts give, and none stands without them.
fn every_percentage_has_its_counts(text: &str) {
    let mut explained = 0;
    for line in text.lines().filter(|line| line.contains(" % (")) {
        for (at, _) in line.match_indices(" % (") {
            let shown = line[..at].rsplit(' ').next().unwrap();
            let counts = line[at + 4..].split(')').next().unwrap().replace(',', "");
            let (part, whole) = counts.split_once(" of ").unwrap();
            let (part, whole) = (part.parse().unwrap(), whole.parse().unwrap());
            assert_eq!(format!("{shown} %"), percent(part, whole), "{line}");
            explained += 1;
        }
    }
    assert!(explained >= 3, "{text}");
    for line in text.lines().filter(|line| line.contains('%') && !line.contains(" % (")) {
        let published = ["with them it lies in", "target (at least)", "statistical neighbours"];
        // A change has both its figures in the rows beside it.
        let change = [" up ", " down ", "change since"].iter().any(|words| line.contains(words));
        let of_others = change || published.iter().any(|words| line.contains(words));
        assert!(of_others, "a percentage without counts: {line}");
    }
}

#[test]
fn no_percentage_stands_without_its_counts() {
    every_percentage_has_its_counts(&printed::<&str>(NAME, &[]));
    every_percentage_has_its_counts(&printed(NAME, &["--report", "2024"]));
    every_percentage_has_its_counts(&printed(NAME, &["--as-of", "2025-06-30"]));
}

#[test]
fn nothing_to_count_is_not_applicable_and_not_nought_percent() {
    let folder = Folder::new();
    folder.write("r/episodes.csv", EPISODES);
    let text = printed(NAME, &["--returns", &folder.of(2018, "r")]);
    assert!(!text.contains('%'), "{text}");
    assert!(text.contains("Of the reviews held in the year, on time: z"), "{text}");
    assert!(text.contains("Warning: the return for 2017-18 holds no review"), "{text}");
    assert!(!text.contains("SAMPLE"));
    // What nobody gave is named, and nothing is taken from the sample.
    assert!(text.contains("Missing here: the local procedure") && !text.contains("Sampleshire"));
}

#[test]
fn as_json_it_is_the_answers() {
    let found = json(NAME, &["--format", "json"]);
    same_by_key(&found, &answers(), "figures");
    assert_eq!(found["evidence_from"], "2023-04-01");
}

/// Every figure of the sample's report is on the list of names; `2025:` before one is of an earlier year.
#[test]
fn the_names_of_its_figures_are_published() {
    let found = json(NAME, &["--format", "json"]);
    let figures = found["figures"].as_object().unwrap();
    for name in figures.keys() {
        let own = name.split_once(':').map_or(name.as_str(), |(_, own)| own);
        assert!(FigureNames.contains(own), "{name}");
    }
    assert!(figures.len() > 600, "{}", figures.len());
}

/// The service's file asks for what stands in a table: compared, and through the years.
#[test]
fn a_service_asks_for_any_figure() {
    let folder = Folder::new();
    let text = include_str!("../../examples/sample/service.json");
    let mut service: Value = serde_json::from_str(text).unwrap();
    service["trends"] = json!(["children.placements.3_or_more"]);
    service["comparators"] = json!([
        {"figure": "workforce.caseload", "comparator": {"basis": "england", "value": {"per_head": "70.5"}}},
        {"figure": "disputes.total", "comparator": {"basis": "statistical_neighbours", "value": {"count": 9}}},
        {"figure": "children.placements.3_or_more",
         "comparator": {"basis": "england", "value": {"percentage": {"published": "10"}}}},
    ]);
    let of_2025 = service["previous"].as_array_mut().unwrap();
    let of_2025 = of_2025.iter_mut().find(|year| year["year_ending"] == 2025).unwrap();
    of_2025["counts"]["children.placements.3_or_more"] = json!(40);
    of_2025["per_head"] = json!({"workforce.caseload": "75"});
    folder.write("service.json", service.to_string());
    let text = printed(NAME, &["--service", &folder.path("service.json")]);
    for says in [
        "    2024-25: 75\n",
        "England, 70.5: ",
        "Disputes by route: all: ",
        "statistical neighbours, 9: ",
        "Children looked after, by placements in the year: 3 or more: ",
        "England, 10 %: ",
    ] {
        assert!(text.contains(says), "{says}:\n{text}");
    }
    service["trends"] = json!(["children.placements.3_or_mor"]);
    folder.write("service.json", service.to_string());
    let says = ["children.placements.3_or_mor", "near it: children.placements.3_or_more"];
    refuses(NAME, &["--service", &folder.path("service.json")], &says);
}

#[test]
fn the_samples_own_folders_give_the_same_in_any_order() {
    for order in [[2024, 2025, 2026], [2026, 2024, 2025]] {
        let mut arguments = vec!["--format".to_owned(), "json".to_owned()];
        for year in order {
            arguments.extend(["--returns".into(), format!("{year}={}", sample(year).display())]);
        }
        same_by_key(&json(NAME, &arguments), &answers(), "figures");
    }
}

#[test]
fn the_year_and_the_day_can_be_chosen() {
    let found = json(NAME, &["--report", "2025", "--as-of", "2024-12-31", "--format", "json"]);
    assert_eq!(found["period"], json!({"start": "2024-04-01", "end": "2025-03-31"}));
    assert_eq!(found["as_of"], "2024-12-31");
    // Who came later is not there yet.
    let whole = json(NAME, &["--report", "2025", "--format", "json"]);
    let started = |figures: &Value| figures["cohort"]["started"].as_u64().unwrap();
    assert!(0 < started(&found) && started(&found) < started(&whole));
    let text = printed(NAME, &["--report", "2025", "--as-of", "2024-12-31"]);
    assert!(text.contains("PROVISIONAL") && text.contains("31 December 2024"), "{text}");
    assert!(text.contains("A child whose reviews are not yet due counts as on time."));
    let text = printed(NAME, &["--report", "2025", "--as-of", "2026-03-31"]);
    assert!(text.contains("As known on 31 March 2026") && !text.contains("PROVISIONAL"));
}

#[test]
fn a_complete_history_is_taken_at_its_word() {
    let found = json(NAME, &["--complete-history", "--format", "json"]);
    assert_eq!(found["evidence_from"], Value::Null);
    let text = printed(NAME, &["--complete-history"]);
    assert!(
        text.contains("complete from each child's first") && !text.contains("records begin on")
    );
}

/// The law and the limits stand under the figures.
#[test]
fn the_limits_are_printed_with_the_figures() {
    let text = printed::<&str>(NAME, &[]);
    let lines: Vec<&str> = text.split_whitespace().collect();
    let text = lines.join(" ");
    for needed in ["SI 2010/959", "SI 1991/895", "SI 2005/389", "28 days", "regulation 36(1)"] {
        assert!(text.contains(needed), "{needed}");
    }
    assert!(text.contains("The records begin on 1 April 2023, and hold no review from before."));
}

const RECORD: &str = r#"{"id": "C-1", "born": "2012-05-04", "periods_of_care": [{"began": "2025-09-01", "reviews": [
    {"held_on": "2025-09-22", "participation": "PN1"}, {"held_on": "2026-01-20", "late_reason": "workload"}]}],
    "disputes": {"list": []}}"#;

const SERVICE: &str = r#"{"schema": "iro-handbook/service-year/1", "authority": "Sampleshire & Co", "year": 2026,
    "narrative": {"priorities": "Meet every child."}}"#;

fn line(record: &str) -> String {
    record.replace('\n', " ") + "\n"
}

/// Received a year's records alone: 22 September is the fifteenth working day, in time; 20 January is late,
/// as three months after the first review end on 22 December. Of the lines three name a field, and one a child
/// that is there already; none shows what stands in the field.
#[test]
fn records_alone_make_a_report_and_bad_lines_are_named() {
    let folder = Folder::new();
    let unknown = "{\"id\": \"C-2\", \"nickname\": \"secret\"}\n";
    let upside_down = r#"{"id": "C-3", "periods_of_care": [{"began": "2025-09-01", "ended": "2025-08-01"},
        {"began": "2025-08-15"}]}"#;
    let no_date = r#"{"id": "C-4", "periods_of_care": [{"began": "2025-09-01", "reviews": [
        {"held_on": "2025-09-22"}, {"held_on": "secret"}]}]}"#;
    let text = [&line(RECORD), unknown, &line(upside_down), &line(RECORD), &line(no_date)].concat();
    folder.write("records.jsonl", text).write("service.json", SERVICE);
    let (records, service) = (folder.path("records.jsonl"), folder.path("service.json"));
    let arguments = ["--records", &records, "--service", &service];
    let ran = run(NAME, &arguments);
    assert_eq!(ran.status, Some(2), "{}", ran.err);
    let named: Vec<&str> = ran.err.lines().collect();
    assert_eq!(named.len(), 4, "{}", ran.err);
    for (line, says) in named.iter().zip([
        &["line 2: nickname: ", "expected one of `id`, `born`"][..],
        &[
            "line 3: child C-3, period of care from 2025-09-01: ended is 2025-08-01",
            "; child C-3: period of care began is 2025-09-01: the one before had not ended",
        ],
        &["line 4: the child is there already"],
        &["line 5: periods_of_care[0].reviews[1].held_on: ", "expected a date written YYYY-MM-DD"],
    ]) {
        for text in says {
            assert!(line.contains(text), "{text:?}: {line}");
        }
    }
    assert!(!ran.err.contains("secret"));
    let data = section(&ran.out, "What the figures rest on");
    assert!(
        data.contains(
            "Warning: records of children that could not be used, and are in none of the figures made from \
             records: 4\n"
        ),
        "{data}"
    );
    let on_time = section(&ran.out, "Reviews on time");
    assert!(on_time.contains("held in the year, on time: 50.0 % (1 of 2)"), "{on_time}");
    assert!(on_time.contains("there was too much work        1"), "{on_time}");
    assert!(ran.out.contains("Sampleshire & Co, 1 April 2025") && !ran.out.contains("SAMPLE"));
    assert!(section(&ran.out, "Work programme").contains("Meet every child."));
    // Without a service the year has to be asked for.
    refuses(NAME, &["--records", &records], &["--report"]);
    // Into a file it is no less.
    let output = folder.path("report.txt");
    let into = run(NAME, &[&arguments[..], &["--output", &output]].concat());
    assert_eq!((into.status, into.out.as_str()), (Some(2), ""));
    assert_eq!(std::fs::read_to_string(output).unwrap(), ran.out);
    // Nothing left out: nothing said of it.
    folder.write("records.jsonl", line(RECORD));
    let text = printed(NAME, &arguments);
    assert!(!text.contains("could not be used, and are in none"), "{text}");
}

const DISPUTES: &str = r#""disputes": [
    {"child": "C-1", "dispute": {"id": "D-1", "theme": "placement", "raised_on": "2025-10-06"}},
    {"child": "C-9", "dispute": {"id": "D-2", "theme": "contact", "raised_on": "2025-10-07"}}]"#;

/// The register may hold children of another source, so a dispute of one is counted, and named.
#[test]
fn a_dispute_of_a_child_without_a_record_is_named() {
    let folder = Folder::new();
    let record = RECORD.replace(r#""disputes": {"list": []}"#, r#""disputes": {"list": null}"#);
    folder.write("records.jsonl", line(&record));
    let (records, service) = (folder.path("records.jsonl"), folder.path("service.json"));
    let with = |disputes: &str| {
        let end = format!("\"year\": 2026, {disputes},");
        folder.write("service.json", SERVICE.replace("\"year\": 2026,", &end));
        run(NAME, &["--records", &records, "--service", &service])
    };
    let warning = "Warning: the register has disputes about children of whom there is no record.";
    let ran = with(DISPUTES);
    assert_eq!(
        ran.err,
        "warning: service year 2025-26, dispute D-2: child is C-9: there is no record of this child, so no duty \
         that arises from the dispute is counted\n"
    );
    assert_eq!(ran.status, Some(0));
    assert!(section(&ran.out, "What the figures rest on").contains(warning), "{}", ran.out);
    let known = with(&DISPUTES.replace("C-9", "C-1"));
    assert_eq!((known.status, known.err.as_str()), (Some(0), ""));
    assert!(!known.out.contains(warning));
}

/// Three faults at once: each on a line of its own, with its record, its field and its value.
#[test]
fn every_contradiction_of_a_service_is_printed() {
    let folder = Folder::new();
    let disputes = DISPUTES.replace("D-2", "D-1").replace("\"C-1\"", "\" \"");
    let more = format!("\"year\": 2026, \"population_under_18\": 0, {disputes},");
    folder.write("service.json", SERVICE.replace("\"year\": 2026,", &more));
    let file = folder.path("service.json");
    let ran = run(NAME, &["--service", &file]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    let lines: Vec<&str> = ran.err.lines().collect();
    let says = [
        "service year 2025-26: population under 18 is 0: nobody lives there, and a rate is asked for",
        "service year 2025-26, dispute D-1: child is blank: it is given, and says nothing",
        "service year 2025-26, child C-9: dispute is D-1: another dispute has this identifier, of child  ",
    ];
    assert_eq!(lines, says.map(|says| format!("error: {file}: {says}")));
}

#[test]
fn a_service_that_cannot_be_read_is_refused() {
    let folder = Folder::new();
    for (text, says) in [
        (SERVICE.replace("year/1", "year/2"), "iro-handbook/service-year/1"),
        (SERVICE.replace("narrative", "narratives"), "narratives"),
        (SERVICE.replace("Sampleshire & Co", " "), "authority"),
        (SERVICE.replace("2026", "2025"), "2024-25"),
        ("{".to_owned(), "service.json"),
        (
            SERVICE
                .replace("\"narrative\"", &format!("{DISPUTES}, \"narrative\""))
                .replace("2025-10-07", "07/10/2025"),
            "service.json: disputes[1].dispute.raised_on: \"07/10/2025\" is not a date: expected YYYY-MM-DD",
        ),
    ] {
        folder.write("service.json", text);
        refuses(NAME, &["--service", &folder.path("service.json")], &[says]);
    }
    refuses(NAME, &["--service", &folder.path("none.json")], &["none.json"]);
    refuses(NAME, &["--records", &folder.path("none.jsonl"), "--report", "2026"], &["none.jsonl"]);
}

#[test]
fn the_public_version_keeps_small_numbers_back() {
    let board = printed::<&str>(NAME, &[]);
    let public = printed(NAME, &["--audience", "public"]);
    assert!(public.contains("Public version: small numbers are kept back."));
    let outcome = |text: &str| {
        let concerns = section(text, "Resolving concerns").to_owned();
        concerns.lines().find(|line| line.trim().starts_with("withdrawn")).unwrap().to_owned()
    };
    assert!(outcome(&board).contains(" 1 "), "{}", outcome(&board));
    assert!(outcome(&public).contains(" c"), "{}", outcome(&public));
    let json = printed(NAME, &["--audience", "public", "--format", "json"]);
    assert!(json.contains("\"audience\": \"public\""));
    refuses(NAME, &["--audience", "young-people"], &["--format"]);
}

/// How many reviews were held would tell that one of them cannot be judged. Every duty at a review counts them
/// again: 927 each, and the 14 considerations of Schedule 7 12,978.
#[test]
fn what_is_counted_again_is_kept_back_again() {
    let board = json(NAME, &["--format", "json"]);
    let public = json(NAME, &["--format", "json", "--audience", "public"]);
    let figures = |report: &Value| report["figures"].as_object().unwrap().clone();
    let held: Vec<_> = figures(&board)
        .into_iter()
        .filter(|(_, count)| [927, 14 * 927].contains(&count.as_u64().unwrap()))
        .map(|(name, _)| name)
        .collect();
    assert!(held.len() > 10, "{held:?}");
    for name in held {
        assert_eq!(figures(&public)[&name], json!("c"), "{name}");
    }
    let text = printed(NAME, &["--audience", "public"]);
    assert!(!text.contains("927") && !text.contains("12,978"));
    // The main figures are there.
    for shown in ["94.3 % (873 of 926)", "89.3 % (653 of 731)", "62.2 for a full-time post"] {
        assert!(text.contains(shown), "{shown}");
    }
}

#[test]
fn a_report_goes_into_a_file_as_it_would_be_printed() {
    let folder = Folder::new();
    let file = folder.path("report.txt");
    assert_eq!(printed(NAME, &["--output", &file]), "");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), printed::<&str>(NAME, &[]));
    refuses(NAME, &["--output", &folder.path("none/report.txt")], &["none/report.txt"]);
}

/// As many lines as the figure says, each an identifier of the sample; a child twice where counted twice. The
/// figures come from the returns (reviews, placements) and from the records (duties, disputes).
#[test]
fn the_children_behind_a_figure_are_listed() {
    let report: Value = serde_json::from_str(&printed(NAME, &["--format", "json"])).unwrap();
    let figures = &report["figures"];
    let listed = |figure: &str| {
        let listed = printed(NAME, &["--list", figure]);
        let lines: Vec<String> = listed.lines().map(str::to_owned).collect();
        assert_eq!(Some(lines.len() as u64), figures[figure].as_u64(), "{figure}");
        assert!(!lines.is_empty() && lines.is_sorted(), "{figure}");
        assert!(lines.iter().all(|id| id.parse::<u32>().is_ok()), "{figure}: {lines:?}");
        lines
    };
    let late = listed("reviews.held.late");
    let children: BTreeSet<&String> = late.iter().collect();
    assert!(children.len() < late.len(), "some are late twice");
    listed("duties.record_written.not_met");
    listed("disputes.total");
}

/// Never for the public; and what no child is behind has no list.
#[test]
fn no_list_for_the_public() {
    let late = "reviews.held.late";
    for audience in ["public", "young-people"] {
        refuses(NAME, &["--list", late, "--audience", audience], &["for the board alone"]);
    }
    refuses(NAME, &["--list", late, "--format", "json"], &["as text"]);
    refuses(
        NAME,
        &["--list", "support.advocates"],
        &["support.advocates", "counted from children"],
    );
}

#[cfg(feature = "render")]
#[test]
fn markdown_and_html_are_for_every_audience() {
    for audience in ["board", "public", "young-people"] {
        let html = printed(NAME, &["--format", "html", "--audience", audience]);
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains("lang=\"en"), "{audience}");
        let markdown = printed(NAME, &["--format", "markdown", "--audience", audience]);
        assert!(markdown.starts_with("# "), "{audience}: {markdown}");
    }
}

#[cfg(not(feature = "render"))]
#[test]
fn a_form_that_is_not_built_says_how_to_build_it() {
    for format in ["markdown", "html"] {
        refuses(NAME, &["--format", format], &["--features render"]);
        refuses(NAME, &["--format", format, "--audience", "young-people"], &["--features render"]);
    }
}
