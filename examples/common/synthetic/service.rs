//! What the made-up IRO service gives for its report of the last year: its team, the register of disputes,
//! audits, feedback, counts and texts. Written out as JSON, without the crate.

use super::dates::date;
use super::model::{Child, YEARS, year_days};
use chrono::NaiveDate;
use std::fmt::Write as _;

/// The officer who left in the middle of the year, and is followed by the last one of the team.
pub const LEFT: &str = "IRO-7";

/// Identifier, first day, hundredths of a full-time post, children to a full-time post, sex, ethnic group.
type Officer = (&'static str, (i32, u32, u32), usize, usize, &'static str, &'static str);

/// The team on the last day of the year.
const TEAM: [Officer; 7] = [
    ("IRO-1", (2014, 9, 1), 100, 68, "female", "white"),
    ("IRO-2", (2016, 1, 4), 100, 61, "female", "white"),
    ("IRO-3", (2019, 6, 3), 100, 64, "male", "black"),
    ("IRO-4", (2021, 1, 11), 80, 74, "female", "asian"),
    ("IRO-5", (2022, 5, 16), 60, 55, "female", "white"),
    ("IRO-6", (2024, 2, 5), 100, 57, "male", "white"),
    ("IRO-8", (2025, 10, 1), 60, 48, "female", "mixed"),
];

/// How many children each officer has at the end: the last one the rest.
pub fn caseloads(total: usize) -> Vec<(&'static str, usize)> {
    let weight = |(_, _, fte, each, ..): &Officer| fte * each;
    let whole: usize = TEAM.iter().map(weight).sum();
    let mut left = total;
    let mut loads = Vec::new();
    for (place, officer) in TEAM.iter().enumerate() {
        let share = (total * weight(officer) + whole / 2) / whole;
        let children = if place + 1 == TEAM.len() { left } else { share.min(left) };
        left -= children;
        loads.push((officer.0, children));
    }
    loads
}

/// The officer's first day.
pub fn came(officer: &str) -> NaiveDate {
    let found = TEAM.iter().find(|(id, ..)| *id == officer);
    let (year, month, day) = found.map_or((2018, 4, 3), |(_, from, ..)| *from);
    date(year, month, day)
}

/// Who had an officer's children before.
pub fn predecessor(officer: &str) -> &'static str {
    if officer == "IRO-8" { LEFT } else { "IRO-0" }
}

/// Theme, day raised, events, notice on the file.
type Dispute = (&'static str, (i32, u32, u32), &'static [(&'static str, (i32, u32, u32))]);

const DISPUTES: [Dispute; 14] = [
    ("placement", (2025, 4, 14), &[("resolved", (2025, 4, 30))]),
    ("care_plan", (2025, 4, 28), &[("formal 1", (2025, 5, 6)), ("resolved", (2025, 5, 22))]),
    ("contact", (2025, 5, 12), &[("resolved", (2025, 5, 27))]),
    (
        "permanence",
        (2025, 6, 2),
        &[("formal 1", (2025, 6, 11)), ("formal 2", (2025, 6, 25)), ("resolved", (2025, 7, 4))],
    ),
    ("education", (2025, 6, 16), &[("resolved", (2025, 7, 1))]),
    ("health", (2025, 7, 7), &[("resolved", (2025, 7, 18))]),
    (
        "decisions_not_carried_out",
        (2025, 7, 21),
        &[("formal 1", (2025, 8, 4)), ("resolved", (2025, 9, 12))],
    ),
    ("placement", (2025, 8, 18), &[("formal 1", (2025, 8, 26)), ("withdrawn", (2025, 9, 1))]),
    ("pathway_plan", (2025, 9, 15), &[("resolved", (2025, 10, 3))]),
    (
        "permanence",
        (2025, 10, 6),
        &[
            ("formal 1", (2025, 10, 20)),
            ("formal 2", (2025, 11, 3)),
            ("legal_advice_sought", (2025, 11, 10)),
            ("resolved", (2025, 11, 14)),
        ],
    ),
    ("visits", (2025, 11, 10), &[("resolved", (2025, 11, 24))]),
    ("contact", (2025, 12, 8), &[("resolved", (2026, 1, 9))]),
    ("wishes_and_feelings", (2026, 2, 2), &[("resolved", (2026, 2, 12))]),
    ("care_plan", (2026, 3, 9), &[("formal 1", (2026, 3, 18))]),
];

/// Area, grade, how many.
const AUDITS: [(&str, &str, usize); 12] = [
    ("organisation", "outstanding", 2),
    ("organisation", "good", 9),
    ("organisation", "requires_improvement", 6),
    ("conduct", "outstanding", 5),
    ("conduct", "good", 12),
    ("conduct", "requires_improvement", 3),
    ("recording", "outstanding", 1),
    ("recording", "good", 8),
    ("recording", "requires_improvement", 7),
    ("recording", "inadequate", 1),
    ("overall", "good", 11),
    ("overall", "requires_improvement", 6),
];

/// From whom, the question, and the answers: yes, partly, no, none.
const FEEDBACK: [(&str, &str, [usize; 4]); 4] = [
    ("child", "Did your IRO listen to you?", [58, 14, 6, 9]),
    ("child", "Did you help to choose who came to your review?", [31, 22, 25, 9]),
    ("parent", "Was it clear to you what was decided?", [24, 13, 8, 0]),
    ("carer", "Were you given enough notice of the review?", [67, 18, 11, 0]),
];

/// What, who, by when, and how far it is.
type Action = (&'static str, &'static str, &'static str, &'static str);

/// What the service reported in earlier years, in the order of [`REPORTED`]. What needs no reviews from before the
/// returns is as the returns of 2024 and 2025 have it.
const PREVIOUS: [(u16, [u32; 13]); 4] = [
    (2022, [347, 149, 144, 352, 790, 912, 781, 905, 262, 331, 330, 583, 702]),
    (2023, [352, 158, 144, 366, 832, 925, 824, 919, 274, 339, 341, 612, 715]),
    (2024, [366, 163, 154, 375, 851, 930, 842, 924, 288, 351, 404, 659, 756]),
    (2025, [375, 160, 167, 368, 847, 912, 843, 908, 285, 346, 358, 648, 734]),
];

const REPORTED: [&str; 13] = [
    "cohort.looked_after_at_start",
    "cohort.started",
    "cohort.ceased",
    "cohort.looked_after_at_end",
    "reviews.held.on_time",
    "reviews.held.told",
    "reviews.due.met",
    "reviews.due.told",
    "reviews.children.all_on_time",
    "reviews.children.told",
    "participation.attended",
    "participation.views_conveyed",
    "participation.eligible",
];

/// Figure, what it is compared with, and the value.
const COMPARATORS: [(&str, &str, &str); 6] = [
    ("reviews.held.on_time", AT_LEAST, "{\"percentage\": {\"published\": \"95\"}}"),
    ("reviews.held.on_time", NEIGHBOURS, "{\"percentage\": {\"published\": \"92.1\"}}"),
    ("participation.views_conveyed", AT_LEAST, "{\"percentage\": {\"published\": \"88\"}}"),
    ("cohort.per_10_000", "\"england\"", "{\"per_head\": \"67\"}"),
    ("cohort.per_10_000", "{\"region\": \"the region\"}", "{\"per_head\": \"61.5\"}"),
    ("cohort.per_10_000", NEIGHBOURS, "{\"per_head\": \"66.2\"}"),
];

const AT_LEAST: &str = "{\"target\": \"at_least\"}";
const NEIGHBOURS: &str = "\"statistical_neighbours\"";

const LAST: [Action; 2] = [
    ("Fix the date of each review at the one before", "the whole team", "2025-09-30", "done"),
    ("Records in plain words", "IRO manager", "2026-01-31", "in_progress"),
];

const NEXT: [Action; 3] = [
    (
        "Papers three working days before each review",
        "heads of service",
        "2026-09-30",
        "not_started",
    ),
    ("Records in plain words", "IRO manager", "2026-07-31", "in_progress"),
    ("Ask each child who should come", "the whole team", "2026-12-31", "not_started"),
];

fn actions(list: &[Action]) -> String {
    let lines = list.iter().map(|(action, owner, by, status)| {
        format!(
            "      {{\"action\": \"{action}\", \"owner\": \"{owner}\", \"by\": \"{by}\", \"status\": \"{status}\"}}"
        )
    });
    lines.collect::<Vec<_>>().join(",\n")
}

const TEXTS: [(&str, &str); 13] = [
    (
        "introduction",
        "Most children had their reviews on time, and most of them came. Papers are still \
         late too often, and too many children had no say in who came.",
    ),
    (
        "concerns",
        "An IRO first talks to the social worker and the team manager. What is not settled so goes to the team \
         manager in writing (stage 1), and then to the head of service (stage 2), within 20 working days in all.\n\n\
         What is raised early is mostly settled in a talk. Where a plan drifts, the head of service now sets a day \
         for it within the month.",
    ),
    (
        "service",
        "The team was not at its full strength all year. Others stood in where an officer had left, and what is \
         vacant is advertised. Supervision is monthly, and every officer is observed in a review each year.",
    ),
    (
        "participation",
        "Officers now ask before each review where and when it should be held, and who should come.",
    ),
    (
        "children_said",
        "\"I want to know who is coming before I am there.\" \"Short is better.\" \"Ask my sister too.\"",
    ),
    (
        "timeliness",
        "Reviews were late most often because a parent, a carer or the social worker could not come. Dates are now \
         fixed at the review before.",
    ),
    (
        "audits",
        "Reviews are conducted well. Records are written too late in too many cases, and are too long for children.",
    ),
    (
        "resources",
        "With everyone in post the team can do what the Handbook asks of it. While hours are vacant, checks between \
         reviews are at risk.",
    ),
    (
        "siblings",
        "Brothers and sisters have one IRO wherever that can be. Contact is asked about at each of their reviews.",
    ),
    ("themes", "Homes for older children far from their school; waiting times for therapy."),
    (
        "priorities",
        "Papers in time for every review. Records that children want to read. A say for each child in who comes.",
    ),
    (
        "what_will_change",
        "We will ask you who should come. We will write to you in plain words within two weeks. We will keep the \
         same IRO for you if we can.",
    ),
    (
        "how_to_reach_us",
        "Ask your carer, your social worker or your advocate to call the IRO team, or write to us. You can ask for \
         a review at any time.",
    ),
];

/// The document, for so many children at the end.
pub fn json(children: &[Child], at_end: usize) -> String {
    let mut out = String::from("{\n  \"schema\": \"iro-handbook/service-year/1\",\n");
    out.push_str("  \"authority\": \"Sampleshire (an invented authority)\",\n");
    let year = YEARS[2];
    let _ = writeln!(out, "  \"year\": {year},\n  \"invented\": true,");
    out.push_str("  \"population_under_18\": 58200,\n");
    out.push_str("  \"service\": {\n    \"id\": \"S-1\",\n    \"officers\": [\n");
    let mut officers = Vec::new();
    for ((id, children), officer) in caseloads(at_end).into_iter().zip(TEAM) {
        let (_, from, fte, _, sex, group) = officer;
        officers.push(format!(
            "      {{\"id\": \"{id}\", \"from\": \"{}\", \"registered\": true, \"qualified\": \"{}\", \
             \"team_manager_standing\": true, \"fte\": \"{}.{:02}\", \"children\": {{\"count\": {children}}}, \
             \"conflicts\": [], \"agency\": {}, \"sex\": \"{sex}\", \"ethnic_group\": \"{group}\"}}",
            date(from.0, from.1, from.2),
            date(from.0 - 8, 7, 1),
            fte / 100,
            fte % 100,
            id == "IRO-8",
        ));
    }
    officers.push(format!(
        "      {{\"id\": \"{LEFT}\", \"from\": \"2018-04-03\", \"to\": \"2025-09-30\", \"registered\": true, \
         \"qualified\": \"2010-07-01\", \"team_manager_standing\": true, \"fte\": \"1.00\", \
         \"children\": {{\"count\": 0}}, \"conflicts\": [], \"agency\": false, \"sex\": \"female\", \
         \"ethnic_group\": \"white\"}}"
    ));
    let _ = writeln!(out, "{}\n    ],", officers.join(",\n"));
    out.push_str("    \"vacancies\": {\"posts\": \"0.40\"}\n  },\n");
    let _ = writeln!(out, "  \"disputes\": [\n{}\n  ],", disputes(children).join(",\n"));
    let _ = writeln!(out, "  \"audits\": [\n{}\n  ],", audits().join(",\n"));
    let _ = writeln!(out, "  \"feedback\": [\n{}\n  ],", feedback().join(",\n"));
    let out_of_date = at_end / 17;
    let _ = writeln!(
        out,
        "  \"support\": {{\"advocates\": 74, \"visitors\": {{\"matched\": 21, \"waiting\": 8}}, \
         \"care_plans\": {{\"up_to_date\": {}, \"out_of_date\": {out_of_date}}}}},",
        at_end - out_of_date
    );
    let _ = writeln!(out, "  \"previous\": [\n{}\n  ],", previous().join(",\n"));
    let _ = writeln!(out, "  \"comparators\": [\n{}\n  ],", comparators().join(",\n"));
    let _ = writeln!(
        out,
        "  \"programme\": {{\n    \"last\": [\n{}\n    ],\n    \"next\": [\n{}\n    ]\n  }},",
        actions(&LAST),
        actions(&NEXT)
    );
    let texts = TEXTS.iter().map(|(slot, text)| {
        let text = text.replace('"', "\\\"").replace('\n', "\\n");
        format!("    \"{slot}\": \"{text}\"")
    });
    let texts: Vec<String> = texts.collect();
    let _ = write!(out, "  \"narrative\": {{\n{}\n  }}\n}}\n", texts.join(",\n"));
    out
}

/// Each about a child who was in care all year.
fn disputes(children: &[Child]) -> Vec<String> {
    let (start, end) = year_days(YEARS[2]);
    let all_year = |child: &&Child| {
        child.periods.iter().any(|period| {
            let ended = period.episodes.last().and_then(|last| last.dec);
            period.episodes[0].decom < start && ended.is_none_or(|ended| ended > end)
        })
    };
    let of_year = children.iter().filter(all_year).step_by(13);
    let on = |(year, month, day): (i32, u32, u32)| date(year, month, day);
    let list = (1..).zip(DISPUTES).zip(of_year).map(|((number, dispute), child)| {
        let (theme, raised, events) = dispute;
        let events = events.iter().map(|(event, day)| match event.strip_prefix("formal ") {
            Some(stage) => format!("{{\"formal\": {{\"stage\": {stage}, \"on\": \"{}\"}}}}", on(*day)),
            None => format!("{{\"{event}\": \"{}\"}}", on(*day)),
        });
        let events: Vec<String> = events.collect();
        format!(
            "    {{\"child\": \"{}\", \"dispute\": {{\"id\": \"D-{number}\", \"theme\": \"{theme}\", \
             \"raised_on\": \"{raised}\", \"ladder\": [\"team manager\", \"head of service\"], \
             \"events\": [{}], \"note_on_file\": {{\"on\": \"{raised}\"}}, \"recorded_to\": \"{end}\"}}}}",
            child.id,
            events.join(", "),
            raised = on(raised),
        )
    });
    list.collect()
}

fn audits() -> Vec<String> {
    let mut list = Vec::new();
    for (area, grade, many) in AUDITS {
        for _ in 0..many {
            let number = list.len();
            let on = date(2025, 5 + (number % 8) as u32, 6 + (number % 17) as u32);
            list.push(format!(
                "    {{\"id\": \"A-{}\", \"on\": \"{on}\", \"area\": \"{area}\", \"grade\": \"{grade}\"}}",
                number + 1
            ));
        }
    }
    list
}

fn feedback() -> Vec<String> {
    let of = |(from, question, answers): &(&str, &str, [usize; 4])| {
        let names = ["yes", "partly", "no", "none"];
        let answers = names.iter().zip(answers).filter(|(_, count)| **count > 0);
        let answers: Vec<String> = answers
            .map(|(name, count)| format!("{{\"answer\": \"{name}\", \"count\": {count}}}"))
            .collect();
        format!(
            "    {{\"asked_on\": \"2026-01-19\", \"from\": \"{from}\", \"question\": \"{question}\", \
             \"answers\": [{}]}}",
            answers.join(", ")
        )
    };
    FEEDBACK.iter().map(of).collect()
}

fn previous() -> Vec<String> {
    let year = |(year, counts): &(u16, [u32; 13])| {
        let named = REPORTED.iter().zip(counts);
        let counts: Vec<_> = named.map(|(name, count)| format!("\"{name}\": {count}")).collect();
        format!(
            "    {{\"schema\": \"iro-handbook/previous-year/1\", \"year_ending\": {year}, \"counts\": {{{}}}}}",
            counts.join(", ")
        )
    };
    PREVIOUS.iter().map(year).collect()
}

fn comparators() -> Vec<String> {
    let one = |(figure, basis, value): &(&str, &str, &str)| {
        let comparator = format!("{{\"basis\": {basis}, \"value\": {value}}}");
        format!("    {{\"figure\": \"{figure}\", \"comparator\": {comparator}}}")
    };
    COMPARATORS.iter().map(one).collect()
}
