//! The examples about duties, run as a user runs them: `check`, `rules` and `caseload`.

use crate::examples::{Folder, Ran, printed, refuses, run};
use iro_handbook::law::RuleId;
use serde_json::{Value, json};

mod check {
    use super::*;

    const NAME: &str = "check";
    const MET: &str = r#"{"id":"A","periods_of_care":[{"began":"2026-07-01","reviews":[{"held_on":"2026-07-20"}]}]}"#;
    const LATE: &str = r#"{"id":"B","periods_of_care":[{"began":"2026-03-02","reviews":[{"held_on":"2026-04-02"},{"held_on":"2026-06-30"}]}]}"#;
    const LATE_KEY: &str = "first-review/B/care/2026-03-02/from/2026-03-02/0";
    const DAY: [&str; 4] = ["--as-of", "2026-07-31", "--family", "reviews"];

    fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
        [&DAY[..], more].concat()
    }

    fn piped(arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        crate::examples::piped(NAME, arguments, input)
    }

    fn sample(format: &str) -> Value {
        serde_json::from_str(&printed(NAME, &["--sample", "--format", format])).unwrap()
    }

    #[test]
    fn without_arguments_it_checks_the_sample_and_ends_well() {
        let text = printed::<&str>(NAME, &[]);
        assert!(text.starts_with("Sample data"), "{text}");
        for needed in ["\nC-1\n", "\nC-6\n", "[ok]", "[LAW]", "[guidance]", "[unclear]", "[-]"] {
            assert!(text.contains(needed), "{needed:?} is not in\n{text}");
        }
        assert!(text.contains("Children: 6."), "{text}");
        assert_eq!(printed(NAME, &["--sample"]), text);
    }

    #[test]
    fn the_sample_has_each_outcome_that_it_promises() {
        let text = printed(NAME, &["--sample", "--format", "jsonl"]);
        let outcomes: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for outcome in ["met", "met_late", "not_met", "cannot_tell", "not_applicable", "lapsed"] {
            let mut found = outcomes.iter().filter(|finding| finding["outcome"] == outcome);
            assert!(found.next().is_some(), "{outcome}");
        }
        assert!(outcomes.iter().any(|f| f["key"].as_str().unwrap().contains("/dispute/D-3/")));
        for finding in &outcomes {
            let breach = ["met_late", "not_met"].contains(&finding["outcome"].as_str().unwrap());
            assert_eq!(breach, !finding["severity"].is_null(), "{finding}");
        }
    }

    #[test]
    fn the_exit_status_says_whether_anything_was_breached() {
        assert_eq!(piped(&with(&[]), MET).status, Some(0));
        let late = piped(&with(&["-"]), LATE);
        assert_eq!((late.status, late.err.as_str()), (Some(1), ""));
        assert!(late.out.contains("Breaches of law: 1. Departures from guidance: 0."));
        let both = piped(&with(&["--only-breaches"]), format!("{MET}\n\n{LATE}\n"));
        assert_eq!(both.status, Some(1));
        assert!(both.out.starts_with("B\n  [LAW] ") && both.out.contains(LATE_KEY), "{}", both.out);
        assert!(!both.out.contains("[ok]"), "{}", both.out);
    }

    /// In care since January; the records begin on 1 March, so that a review before may have been in time.
    #[test]
    fn records_that_begin_late_make_no_breach() {
        let child = r#"{"id":"P","periods_of_care":[{"began":"2026-01-05"}]}"#;
        let key = "first-review/P/care/2026-01-05/from/2026-01-05/0";
        let all = piped(&with(&["--format", "jsonl"]), child);
        assert!(
            all.out.contains(&format!(r#""key":"{key}","#)) && all.status == Some(1),
            "{}",
            all.out
        );
        let from = ["--format", "jsonl", "--only-breaches", "--complete-from", "2026-03-01"];
        let part = piped(&with(&from), child);
        assert_eq!((part.status, part.out.as_str()), (Some(0), ""), "{}", part.err);
        let wrong = piped(&with(&["--complete-from", "March"]), child);
        assert_eq!(wrong.status, Some(2), "{}", wrong.err);
    }

    /// The authority wants a midway check within three months, and there was none.
    #[test]
    fn a_policy_is_read_from_a_file() {
        let child = r#"{"id":"P","periods_of_care":[{"began":"2026-01-05","reviews":[
            {"held_on":"2026-01-20","aftermath":{"midway_check":"no"}}]}]}"#
            .replace('\n', "");
        let folder = Folder::new();
        folder
            .write("ours.json", r#"{"midway_check":{"months":3}}"#)
            .write("wrong.json", r#"{"midway_check":"Secret"}"#)
            .write("unknown.json", r#"{"midway":{"months":3}}"#)
            .write("target.json", r#"{"targets":{"first-review":101}}"#);
        let outcome = |more: &[&str]| {
            let ran =
                piped(&[&DAY[..1], &["2026-07-31", "--format", "jsonl"], more].concat(), &child);
            let found = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
            let midway = found.into_iter().find(|f| f["rule"] == "midway-check").unwrap();
            midway["outcome"].as_str().unwrap().to_owned()
        };
        assert_eq!(outcome(&[]), "not_applicable");
        assert_eq!(outcome(&["--policy", &folder.path("ours.json")]), "not_met");
        for file in ["wrong.json", "unknown.json", "target.json", "none.json"] {
            let ran = piped(&with(&["--policy", &folder.path(file)]), &child);
            assert_eq!(ran.status, Some(2), "{file}: {}", ran.err);
            assert!(ran.err.contains(file) && !ran.err.contains("Secret"), "{}", ran.err);
        }
    }

    /// More than a pipe holds, to a program that stops before it reads.
    #[test]
    fn what_is_not_read_is_no_failure_of_the_test() {
        let long = MET.repeat(10_000);
        assert_eq!(piped(&with(&["--departures", "no such file"]), long).status, Some(2));
    }

    #[test]
    fn a_bad_line_is_named_without_what_it_says_and_the_rest_goes_on() {
        let lines = [
            r#"{"id":"Secret","#,
            r#"{"id":"Secret","periods_of_care":"Secret, expected"}"#,
            r#"{"id":"S","Secret":1}"#,
            r#"{"born":"2020-01-01"}"#,
            r#"{"id":"S","disputes":{"list":[{"id":"Secret","theme":"placement","raised_on":"2026-05-01","events":[{"resolved":"2026-05-03"},{"answered":"2026-05-02"}]}]}}"#,
            LATE,
            LATE,
        ];
        let ran = piped(&with(&["--format", "jsonl"]), lines.join("\n"));
        assert_eq!(ran.status, Some(2));
        let errors: Vec<&str> = ran.err.lines().collect();
        let at = |line: usize| format!("error: standard input: line {line}: ");
        assert_eq!(errors.len(), 6, "{}", ran.err);
        for (error, line) in errors.iter().zip([1, 2, 3, 4, 5, 7]) {
            assert!(error.starts_with(&at(line)), "{error}");
        }
        assert!(!ran.err.contains("Secret"), "{}", ran.err);
        assert!(errors[3].contains("missing field `id`"), "{}", errors[3]);
        assert!(ran.out.contains(LATE_KEY), "{}", ran.out);
    }

    #[test]
    fn a_contradiction_and_bytes_that_are_no_text_are_bad_lines_too() {
        let contradiction =
            r#"{"id":"C","periods_of_care":[{"began":"2026-03-09","ended":"2026-03-02"}]}"#;
        let input = [contradiction.as_bytes(), b"\n\xff\xfe\n", MET.as_bytes()].concat();
        let ran = piped(&with(&[]), input);
        assert_eq!(ran.status, Some(2));
        assert!(
            ran.err.contains("line 1: child C, ") && ran.err.contains("line 2: "),
            "{}",
            ran.err
        );
        assert!(ran.out.contains("\nChildren: 1.") && ran.out.contains("Lines not read: 2."));
    }

    #[test]
    fn departures_stand_beside_their_findings_and_the_unmatched_are_named() {
        let folder = Folder::new();
        let agreed = format!(
            r#"[{{"key":"{LATE_KEY}","reason":"snow","role":"director"}},
                {{"key":"first-review/Z/child/0","reason":"r","role":"m"}},
                {{"key":"iro-named/Z/child/0","reason":"r","role":"m"}}]"#
        );
        folder.write("records.jsonl", LATE).write("agreed.json", agreed);
        let (file, agreed) = (folder.path("records.jsonl"), folder.path("agreed.json"));
        let ran = run(NAME, &with(&[&file, "--departures", &agreed]));
        assert_eq!(ran.status, Some(1), "it hides nothing");
        assert!(ran.out.contains("agreed by director: snow"), "{}", ran.out);
        // The family of the third was not asked about.
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert!(ran.err.contains("first-review/Z/child/0"), "{}", ran.err);

        let ran = run(NAME, &with(&[&file, "--departures", &agreed, "--format", "sarif"]));
        let sarif: Value = serde_json::from_str(&ran.out).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        let late = |r: &&Value| r["partialFingerprints"]["findingKey/v1"] == LATE_KEY;
        let late = results.iter().find(late).unwrap();
        assert_eq!(late["suppressions"][0]["justification"], "director: snow");
        assert_eq!(late["locations"][0]["physicalLocation"]["region"]["startLine"], 1);
    }

    #[test]
    fn sarif_has_the_kinds_the_levels_and_every_rule() {
        let sarif = sample("sarif");
        assert_eq!(sarif["version"], "2.1.0");
        let run = &sarif["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), iro_handbook::law::rules().count());
        let mut keys = std::collections::BTreeSet::new();
        let mut kinds = std::collections::BTreeSet::new();
        for result in run["results"].as_array().unwrap() {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"]);
            let kind = match result["properties"]["outcome"].as_str().unwrap() {
                "met" => "pass",
                "met_late" | "not_met" => "fail",
                "not_yet_due" => "open",
                "lapsed" | "not_applicable" => "notApplicable",
                _ => "review",
            };
            assert_eq!(result["kind"], kind);
            let level = match result["properties"]["force"].as_str().unwrap() {
                _ if kind != "fail" => "none",
                "Act" | "regulations" => "error",
                "guidance" => "warning",
                _ => "note",
            };
            assert_eq!(result["level"], level);
            assert!(keys.insert(result["partialFingerprints"]["findingKey/v1"].to_string()));
            kinds.insert(kind);
        }
        assert_eq!(kinds.len(), 5, "{kinds:?}");
    }

    /// SARIF 2.1.0: of each object the properties it may have, those it must have marked.
    fn has(object: &Value, properties: &[&str]) {
        let object = object.as_object().unwrap();
        for name in object.keys() {
            assert!(
                properties.iter().any(|p| p.trim_end_matches('!') == name),
                "{name}: {object:?}"
            );
        }
        for needed in properties.iter().filter_map(|p| p.strip_suffix('!')) {
            assert!(object.contains_key(needed), "{needed} is not in {object:?}");
        }
    }

    fn message(of: &Value) {
        has(of, &["text!"]);
        assert!(!of["text"].as_str().unwrap().is_empty());
    }

    #[test]
    fn sarif_has_the_structure_of_its_schema() {
        let bad = r#"{"id":"C","born":"?"}"#;
        let folder = Folder::new();
        let agreed = format!(r#"[{{"key":"{LATE_KEY}","reason":"snow","role":"director"}}]"#);
        folder.write("a b.jsonl", [LATE, bad, MET].join("\n")).write("agreed.json", agreed);
        let (file, agreed) = (folder.path("a b.jsonl"), folder.path("agreed.json"));
        let ran = run(NAME, &with(&[&file, "--departures", &agreed, "--format", "sarif"]));
        assert_eq!(ran.status, Some(2));
        let of_file: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(of_file["runs"][0]["invocations"][0]["executionSuccessful"], false);
        let suppressed = |r: &&Value| r.get("suppressions").is_some();
        let results = of_file["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.iter().filter(suppressed).count(), 1);
        for sarif in [of_file, sample("sarif")] {
            has(&sarif, &["$schema", "version!", "runs!"]);
            assert_eq!(
                (&sarif["version"], sarif["runs"].as_array().unwrap().len()),
                (&json!("2.1.0"), 1)
            );
            let run = &sarif["runs"][0];
            has(run, &["tool!", "invocations", "results"]);
            has(&run["tool"], &["driver!"]);
            has(&run["tool"]["driver"], &["name!", "version", "rules"]);
            let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
            for rule in rules {
                let says = ["shortDescription", "fullDescription", "help"];
                has(rule, &[&["id!", "defaultConfiguration", "properties"], &says[..]].concat());
                says.iter().for_each(|says| message(&rule[*says]));
                has(&rule["defaultConfiguration"], &["level"]);
                let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
                assert!(["none", "note", "warning", "error"].contains(&level));
            }
            for invocation in run["invocations"].as_array().unwrap() {
                has(invocation, &["executionSuccessful!", "toolExecutionNotifications"]);
                assert!(invocation["executionSuccessful"].is_boolean());
                for note in invocation["toolExecutionNotifications"].as_array().unwrap() {
                    has(note, &["level", "message!"]);
                    message(&note["message"]);
                }
            }
            for result in run["results"].as_array().unwrap() {
                let fields = ["ruleId", "ruleIndex", "kind", "level", "message!", "locations"];
                let more = ["partialFingerprints", "properties", "suppressions"];
                has(result, &[&fields[..], &more[..]].concat());
                message(&result["message"]);
                let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
                assert_eq!(rules[index]["id"], result["ruleId"]);
                let (kind, level) = (result["kind"].as_str(), result["level"].as_str());
                assert_eq!(kind != Some("fail"), level == Some("none"), "{result}");
                let kinds = ["notApplicable", "pass", "fail", "review", "open", "informational"];
                assert!(kinds.contains(&kind.unwrap()));
                let [location] = result["locations"].as_array().unwrap().as_slice() else {
                    panic!()
                };
                has(location, &["physicalLocation", "logicalLocations"]);
                let place = &location["physicalLocation"];
                has(place, &["artifactLocation", "region"]);
                has(&place["artifactLocation"], &["uri"]);
                let uri = place["artifactLocation"]["uri"].as_str().unwrap();
                assert!(uri.is_ascii() && !uri.contains(' '), "{uri}");
                has(&place["region"], &["startLine"]);
                assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
                has(&location["logicalLocations"][0], &["name", "fullyQualifiedName", "kind"]);
                has(&result["partialFingerprints"], &["findingKey/v1!"]);
                let key = result["partialFingerprints"]["findingKey/v1"].as_str().unwrap();
                assert!(key.starts_with(&format!("{}/", result["ruleId"].as_str().unwrap())));
                for suppression in result["suppressions"].as_array().into_iter().flatten() {
                    has(suppression, &["kind!", "status", "justification"]);
                    assert_eq!(
                        (&suppression["kind"], &suppression["status"]),
                        (&json!("external"), &json!("accepted"))
                    );
                }
            }
        }
    }

    /// HL7 FHIR R4 and R5, OperationOutcome: severity and code are of required value sets.
    #[test]
    fn fhir_has_codes_of_its_value_sets_and_at_least_one_issue() {
        // The codes of IssueType, those under another with it.
        let types = "invalid structure required value invariant security login unknown expired \
                     forbidden suppressed processing not-supported duplicate multiple-matches \
                     not-found deleted too-long code-invalid extension too-costly business-rule \
                     conflict transient lock-error no-store exception timeout incomplete throttled \
                     informational";
        let types: Vec<&str> = types.split_whitespace().collect();
        let spaced = LATE.replace("\"B\"", "\"B 1\"");
        let with_a_bad_line = piped(&with(&["--format", "fhir"]), format!("{spaced}\n{{\n"));
        let with_a_bad_line: Value = serde_json::from_str(&with_a_bad_line.out).unwrap();
        let nothing = piped(&with(&["--format", "fhir"]), "");
        let nothing: Value = serde_json::from_str(&nothing.out).unwrap();
        assert_eq!(nothing["issue"].as_array().unwrap().len(), 1);
        for outcome in [sample("fhir"), with_a_bad_line, nothing] {
            has(&outcome, &["resourceType!", "issue!"]);
            assert_eq!(outcome["resourceType"], "OperationOutcome");
            let mut ids = std::collections::BTreeSet::new();
            let issues = outcome["issue"].as_array().unwrap();
            assert!(!issues.is_empty());
            for issue in issues {
                has(issue, &["id", "severity!", "code!", "details", "diagnostics!"]);
                let severity = issue["severity"].as_str().unwrap();
                assert!(["fatal", "error", "warning", "information"].contains(&severity));
                assert!(types.contains(&issue["code"].as_str().unwrap()), "{issue}");
                assert!(!issue["diagnostics"].as_str().unwrap().trim().is_empty());
                let Some(details) = issue.get("details") else { continue };
                has(details, &["coding", "text"]);
                assert!(details["text"].is_string());
                for coding in details["coding"].as_array().unwrap() {
                    has(coding, &["code", "display"]);
                    let rule: Result<RuleId, _> = coding["code"].as_str().unwrap().parse();
                    assert_eq!(coding["display"], rule.unwrap().rule().title());
                }
                let id = issue["id"].as_str().unwrap();
                assert!(!id.contains(char::is_whitespace) && ids.insert(id), "{id}");
            }
        }
    }

    /// The severity by the force of the rule; what cannot be told is a warning.
    #[test]
    fn fhir_has_the_severity_of_the_finding() {
        let outcome = sample("fhir");
        for issue in outcome["issue"].as_array().unwrap() {
            let pair = (issue["severity"].as_str().unwrap(), issue["code"].as_str().unwrap());
            let said = issue["details"]["text"].as_str().unwrap();
            let rule: RuleId =
                issue["details"]["coding"][0]["code"].as_str().unwrap().parse().unwrap();
            let expected = if said.contains(": cannot tell") {
                ("warning", "required")
            } else if said.contains(": not met") || said.contains(": met late") {
                match rule.rule().force().is_law() {
                    true => ("error", "business-rule"),
                    false => ("warning", "business-rule"),
                }
            } else {
                ("information", "informational")
            };
            assert_eq!(pair, expected, "{said}");
        }
    }

    #[test]
    fn what_was_breached_comes_first_and_what_cannot_be_told_in_one_line() {
        let bare = r#"{"id":"B","periods_of_care":[{"began":"2026-03-02"}]}"#;
        let text = piped(&["--as-of", "2026-07-31"], bare).out;
        let marks: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("  [")?.split(']').next()).collect();
        assert_eq!(marks, ["LAW", "unclear"], "{text}");
        let unclear = text.lines().find(|line| line.starts_with("  [unclear]")).unwrap();
        assert!(unclear.contains(" duties cannot be told: the records do not show "), "{unclear}");
        assert!(unclear.ends_with(" facts more (--all names them)"), "{unclear}");
        let number = |text: &str| text.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap();
        let all = piped(&["--as-of", "2026-07-31", "--all"], bare).out;
        let each = all.lines().filter(|line| line.starts_with("  [unclear]")).count();
        assert_eq!(each, number(unclear));
        assert!(all.contains("Cannot be told: the records do not show "), "{all}");
        assert!(all.contains(&format!("\nCannot be told: {each}. ")), "{all}");

        // Not done, then done late, then what is due.
        let late = r#"{"id":"B","periods_of_care":[{"began":"2025-03-03","reviews":[{"held_on":"2025-04-02"},{"held_on":"2025-06-30"}],"adoption":[{"placed":"2026-07-20"}]}]}"#;
        let text = piped(&with(&["--only-breaches"]), late).out;
        let of = |needle: &str| text.find(needle).unwrap_or_else(|| panic!("{needle}: {text}"));
        assert!(of("Subsequent review: ") < of("First review: "), "{text}");
        refuses(NAME, &with(&["--only-breaches", "--all"]), &["--all"]);
    }

    #[test]
    fn what_is_asked_wrongly_is_refused_in_one_line() {
        refuses(NAME, &with(&["no-such-file.jsonl"]), &["no-such-file.jsonl"]);
        refuses(NAME, &["records.jsonl"], &["--as-of"]);
        refuses(NAME, &["--as-of", "2026-02-30"], &["there is no day 2026-02-30"]);
        refuses(NAME, &["--as-of", "2026-07-31", "--family", "helth"], &["helth"]);
        let folder = Folder::new();
        folder.write("agreed.json", "{");
        let file = folder.path("agreed.json");
        refuses(NAME, &["--sample", "--departures", &file], &["agreed.json: line 1"]);
    }
}

mod rules {
    use super::*;
    use iro_handbook::law::rules;

    const NAME: &str = "rules";

    #[test]
    fn it_lists_every_rule() {
        let text = printed::<&str>(NAME, &[]);
        assert_eq!(text, printed(NAME, &["list"]));
        assert_eq!(text.lines().count(), rules().count());
        for (line, rule) in text.lines().zip(rules()) {
            assert!(line.starts_with(rule.id().as_str()) && line.contains(rule.title()), "{line}");
            assert!(line.ends_with(rule.family().as_str()), "{line}");
        }
    }

    #[test]
    fn it_explains_one() {
        let text = printed(NAME, &["explain", "first-review"]);
        assert_eq!(text, RuleId::FirstReview.rule().explain().to_string());
    }

    #[test]
    fn it_says_what_the_law_was_on_a_day() {
        let before = printed(NAME, &["on", "2010-06-01"]);
        assert!(before.starts_with("The law on 1 June 2010\n"), "{before}");
        assert!(before.contains("  first-review (regulations): within 4 weeks\n"), "{before}");
        assert!(before.contains("SI 1991/895") && !before.contains("SI 2010/959"), "{before}");
        let after = printed(NAME, &["on", "2026-06-01"]);
        assert!(
            after.contains("  first-review (regulations): within 20 working days\n"),
            "{after}"
        );
        assert!(!after.contains("SI 1991/895"), "{after}");
        let softened = printed(NAME, &["on", "2020-06-01"]);
        assert!(softened.contains("    softened: only where reasonably practicable"), "{softened}");
    }

    #[test]
    fn an_unknown_rule_is_named_with_those_near_it() {
        refuses(NAME, &["explain", "frist-review"], &["\"frist-review\"", "near it: first-review"]);
        refuses(NAME, &["explain", "zzzzzzzz"], &["\"zzzzzzzz\"", "list"]);
        refuses(NAME, &["explain", ""], &["\"\""]);
        refuses(NAME, &["on", "2010-02-30"], &["there is no day 2010-02-30"]);
        refuses(NAME, &["law"], &["law"]);
    }
}

#[test]
fn caseload_prints_what_a_manager_asks_for() {
    let text = printed::<&str>("caseload", &[]);
    for line in [
        "  I-1  66 for a full-time post (children: 66; full-time equivalent: 1.00), within the range",
        "  I-2  80 for a full-time post (children: 64; full-time equivalent: 0.80), above the range of \
         50 to 70 by 10\n",
        "  I-3  41 for a full-time post (children: 41; full-time equivalent: 1.00), below the range of \
         50 to 70 by 9\n",
        "  children without an IRO: 1\n",
        "  [BREACH]  C-2001, officer I-2: Independence of the IRO. Not met.",
        "  [unclear] S-1, officer I-4: Independence of the IRO.",
        "  [missed]  C-1007, relative C-3012: One IRO for siblings. Not met.",
        "  [-]       C-1020, relative C-4003: One IRO for siblings.",
        " C-5001, ",
    ] {
        assert!(text.contains(line), "{line:?} is not in\n{text}");
    }
}
