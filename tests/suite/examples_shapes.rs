//! The example `report_shapes`: each report has what its paper asks for, under its year's law.

use crate::examples::{printed, run};

const NAME: &str = "report_shapes";

fn shape(number: u32) -> String {
    let text = printed(NAME, &[number.to_string()]);
    assert!(text.starts_with(&format!("SHAPE {number}: ")), "{text}");
    assert!(text.contains("Every record in it is invented.") && text.contains("SAMPLE: made from"));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The numbers in the row of a table: the columns after its label, in which every group of digits is a number.
fn row(text: &str, label: &str) -> Vec<u64> {
    let (_, rest) = text.split_once(&format!(" {label} ")).unwrap_or_else(|| panic!("{label}"));
    let cells = rest.split_whitespace().map(|cell| cell.replace(',', ""));
    cells.map_while(|cell| cell.parse().ok()).collect()
}

/// The number that follows these words.
fn number(text: &str, words: &str) -> u64 {
    let (_, rest) = text.split_once(words).unwrap_or_else(|| panic!("{words}:\n{text}"));
    let digits = rest.trim_start().chars().filter(|c| *c != ',');
    digits.take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

fn has(text: &str, all: &[&str]) {
    for needed in all {
        assert!(text.contains(needed), "{needed:?}:\n{text}");
    }
}

#[test]
fn together_they_are_the_five_in_order_and_name_no_council() {
    let all = printed::<&str>(NAME, &[]);
    let headings: Vec<&str> = all.lines().filter(|line| line.starts_with("SHAPE ")).collect();
    let years = ["2018-19", "2017-18", "2016-17", "2008-09", "2020-21"];
    assert_eq!(headings.len(), 5);
    for (number, (heading, year)) in (1..).zip(headings.iter().zip(years)) {
        assert_eq!(
            *heading,
            format!("SHAPE {number}: after a paper on {year}. Every record in it is invented.")
        );
    }
    for council in ["Harrow", "Southwark", "Leicestershire", "Derby"] {
        assert!(!all.contains(council), "{council}");
    }
    assert_eq!(all, printed::<&str>(NAME, &[]), "the same every time");
    for wrong in [&["6"] as &[&str], &["0"], &["x"], &["--audience"]] {
        let ran = run(NAME, wrong);
        assert_eq!(ran.status, Some(2), "{wrong:?}");
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
}

#[test]
fn help_says_what_the_shapes_are() {
    let help = printed(NAME, &["--help"]);
    has(&help, &["Usage: report_shapes", "--young-people", "THE SHAPES", "Regulations of 1991"]);
}

/// The year's activity; regulations 36 (chair), 45 (rights) and 46 (qualification) and Schedule 7; the needs
/// of culture, ethnicity, language and religion, as figures.
#[test]
fn after_2018_19_the_activity_and_the_duties_of_the_regulations() {
    let text = shape(1);
    has(
        &text,
        &[
            "started to be looked after",
            "Children who ceased to be looked after, by reason",
            "Attendance and chair of the IRO regulations",
            "Explanation of the child's rights regulations",
            "Qualification of the IRO regulations",
            "Considerations of Schedule 7, one by one, at each review",
        ],
    );
    // Had regard to, not, cannot be told, does not apply, all.
    let identity = row(&text, "Identity: culture, ethnicity, language and religion");
    let [yes, no, unknown, apart, all] = identity[..] else { panic!("{identity:?}") };
    assert!(yes > 600 && (20..100).contains(&no), "nearly always, and not always: {identity:?}");
    assert_eq!((unknown, apart), (0, 0));
    assert_eq!(yes + no, all);
    // Rights are owed at each review, as the considerations are.
    assert_eq!(row(&text, "Explanation of the child's rights regulations")[0], all);
    let share = format!("% ({yes} of {all})");
    assert!(text.contains(&share), "{share}");
    // Fourteen considerations since 18 August 2014.
    assert_eq!(row(&text, "Considerations of Schedule 7 regulations")[7], 14 * all);
}

/// Figures and texts; challenge; what to develop; advocates and independent visitors.
#[test]
fn after_2017_18_figures_and_texts_challenge_and_advocacy() {
    let text = shape(2);
    has(
        &text,
        &[
            "Disputes by theme",
            "Challenge by IROs is still too quiet",
            "What children said \"She asks me first.\"",
            "Priorities Challenge that can be seen on the file.",
            "Raise concerns in writing where a talk settles nothing IRO manager 31 December 2017 in progress",
            "More independent visitors head of service 31 December 2018 not started",
            "Children who had an advocate in the year: 58",
            "Children with an independent visitor: 17",
            "Children waiting for an independent visitor: 9",
        ],
    );
    assert_eq!(row(&text, "informal")[0] + row(&text, "formal, stage 1")[0], 6);
    // The three that became formal took 19, 39 and 18 days; 20 working days are at least 28.
    assert_eq!(number(&text, "Formal disputes resolved, within 20 working days: 66.7 % ("), 2);
}

/// Both services in one report, public; the team beside the children; the prescribed content.
#[test]
fn after_2016_17_child_protection_beside_in_public() {
    let text = shape(3);
    has(
        &text,
        &[
            "Public version: small numbers are kept back.",
            "c: kept back",
            "The team beside the children, by ethnic group",
            "Resolving concerns",
            "Quality of reviews",
            "Resources",
            "Brothers and sisters",
            "hild protection",
            "Themes of the year Neglect",
            "Audit conferences and reviews by one standard IRO manager 31 December 2016 done",
            "Shorter records IRO manager 31 December 2016 not started",
        ],
    );
    // Ninety plans, a third ended; their latest category is on record.
    let (_, categories) = text.split_once("by the latest category of abuse").unwrap();
    assert_eq!(row(categories, "not recorded")[0], 0);
    assert_eq!(row(categories, "all")[0], 60);
}

/// The 1991 Regulations: four weeks, where twenty working days would have been in time still. From Monday
/// 8 December 2008 four weeks end on 5 January 2009; from Thursday 8 December 2011 twenty working days end
/// on 10 January 2012. The duties of the Handbook are not there yet.
#[test]
fn after_2008_09_the_law_of_1991() {
    let text = shape(4);
    has(
        &text,
        &[
            "due by Mon 5 January 2009, 4 weeks after",
            "Held Tue 6 January 2009, 1 day late.",
            "due by Tue 10 January 2012, 20 working days after",
            "Children by changes of their IRO in the year",
            "Children's views conveyed, by any route",
            "Write down who carries out each decision IRO manager 31 December 2008 done",
            "Take failures to the manager within a week IRO manager 31 December 2008 in progress",
        ],
    );
    let (_, later) = text.rsplit_once("Rules of later law, not counted in this year:").unwrap();
    has(
        later,
        &["Naming of the IRO", "Private talk with the child", "Considerations of Schedule 7"],
    );
    assert!(!text.contains("Naming of the IRO guidance"), "{text}");
}

/// SI 2004/1419: views are understood, implementers identified, failures brought to those senior enough; one
/// reviewing officer. Each as figures of the reviews of the year.
#[test]
fn after_2008_09_the_duties_of_2004() {
    let text = shape(4);
    let held = number(&text, "all reviews held");
    // In time, late, not done, cannot be told, not yet due, no longer owed, does not apply, all.
    let of = |label: &str| row(&text, &format!("{label} regulations"));
    for label in [
        "Attendance and chair of the IRO",
        "Views of the child",
        "Views of parents",
        "Names and dates for decisions",
    ] {
        let counts = of(label);
        assert!(counts[0] > 0 && counts[2] > 0, "{label}: {counts:?}");
        assert_eq!(counts[..7].iter().sum::<u64>(), counts[7], "{label}: {counts:?}");
        // Each review made one decision.
        assert_eq!(counts[7], held, "{label}");
    }
    // By the codes: neither PN4 nor PN7, and PN0 apart.
    let views = of("Views of the child");
    assert_eq!(views[2], row(&text, "PN7 did not attend, views not conveyed")[0]);
    assert_eq!(views[6], row(&text, "PN0 under 4 at the review")[0]);
    assert_eq!(of("Qualification of the IRO")[0], 5, "five officers, each registered");
    assert_eq!(of("Carrying out of a decision")[7], held);
    assert_eq!(row(&text, "decisions not carried out")[0], 1, "failures taken up");
    assert!(row(&text, "no change")[0] > 300, "one officer for nearly every child");
}

/// 99 % against a target of 97 %, the highest ever; 82 children an IRO against 50 to 70; 95 % took part.
#[test]
fn after_2020_21_target_trend_and_caseload() {
    let text = shape(5);
    has(
        &text,
        &[
            "Of the reviews held in the year, on time: 99.",
            "target (at least), 97 %: met by 2.",
            "highest of 4 years",
            "Caseload of the team: 82 for a full-time post",
            "above the range of 50 to 70 by 12, 17.1 % over its upper end",
            "children: Did your IRO listen to you? yes 47",
            "A post more for the team IRO manager 31 December 2020 done",
            "Permanence in time for each child under ten head of service 31 December 2021 not started",
        ],
    );
    let part = number(&text, "Children's views conveyed, by any route: 9");
    assert!((4..=6).contains(&part), "about 95 %: 9{part}");
    let permanence = row(&text, "The plan for permanence");
    assert_eq!(permanence[0], number(&text, "all reviews held"), "looked at in every review");
}

/// Two papers have a version of their own for children; no number in it that the public may not see.
#[cfg(feature = "render")]
#[test]
fn two_papers_have_a_version_for_children_and_young_people() {
    let both = printed(NAME, &["--young-people"]);
    let headings: Vec<&str> = both.lines().filter(|line| line.starts_with("SHAPE ")).collect();
    assert_eq!(headings.len(), 2);
    assert!(headings[0].starts_with("SHAPE 3: ") && headings[1].starts_with("SHAPE 5: "));
    for (number, change) in
        [("3", "We will write shorter letters to you."), ("5", "Children in Care Council")]
    {
        let text = printed(NAME, &[number, "--young-people"]);
        assert!(both.contains(&text), "{number}");
        has(
            &text,
            &["# Your reviews in Shape", "## What will change", change, "reviews were on time."],
        );
        for code in ["PN1", "Paragraph", "regulation", "%)"] {
            assert!(!text.contains(code), "{code}: {text}");
        }
        assert!(shape(number.parse().unwrap()).contains("report_shapes"), "says where it is");
    }
    // 742 reviews held, six late.
    let text = printed(NAME, &["5", "--young-people"]);
    let board = shape(5);
    let (on_time, told) =
        (number(&board, "Reviews held on time: 99.2 % ("), number(&board, "all reviews held"));
    has(&text, &[&format!("{on_time} of {told} reviews were on time. That is 99 %.")]);
}

#[cfg(not(feature = "render"))]
#[test]
fn without_the_feature_the_version_for_children_is_refused() {
    let ran = run(NAME, &["--young-people"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("--features render"), "{}", ran.err);
}
