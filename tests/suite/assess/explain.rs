//! Findings in words, as an independent reviewing officer's manager would say them.

use super::{Case, from};

const CARE_PLANNING: &str = "The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation";
const ADOPTION: &str = "The Adoption Agencies Regulations 2005 (SI 2005/389), regulation";

/// The sentences, without the lines that cite the law; and those, cut down to their ends.
#[track_caller]
fn says(case: &Case, place: usize, sentences: &str, cited: &[&str]) {
    let text = case.findings()[place].explain().to_string();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(sentences));
    let found: Vec<_> = lines.collect();
    let cited: Vec<_> = cited
        .iter()
        .map(|short| match short.split_once(' ') {
            Some(("adoption", number)) => format!("  {ADOPTION} {number}."),
            Some(("care", number)) => format!("  {CARE_PLANNING} {number}."),
            _ => format!("  {short}."),
        })
        .collect();
    assert_eq!(found, cited);
}

#[test]
fn the_whole_text() {
    from("2017-09-04").reviews("2017-10-02").explains(
        0,
        "First review: due by Mon 2 October 2017, 20 working days after becoming looked after on \
         Mon 4 September 2017. Held Mon 2 October 2017, in time.\n  The Care Planning, Placement and \
         Case Review (England) Regulations 2010 (SI 2010/959), regulation 33(1).",
    );
}

#[test]
fn held() {
    let due = "First review: due by Mon 2 October 2017, 20 working days after becoming looked after on \
               Mon 4 September 2017.";
    for (on, held) in [
        ("2017-10-03", "Held Tue 3 October 2017, 1 day late."),
        ("2017-10-12", "Held Thu 12 October 2017, 10 days late."),
    ] {
        says(&from("2017-09-04").reviews(on), 0, &format!("{due} {held}"), &["care 33(1)"]);
    }
}

#[test]
fn not_held() {
    let due = "First review: due by Mon 2 October 2017, 20 working days after becoming looked after on \
               Mon 4 September 2017.";
    let child = from("2017-09-04");
    for (case, outcome) in [
        (
            child.clone().to("2017-10-02"),
            "Not needed: care ended on Mon 2 October 2017, before it was overdue.",
        ),
        (
            child.clone().to("2017-10-03"),
            "Not held: care ended on Tue 3 October 2017, 1 day overdue.",
        ),
        (child.clone().on_day("2017-10-04"), "Not held by Wed 4 October 2017, 2 days overdue."),
        (child.clone().on_day("2017-10-01"), "Not yet due on Sun 1 October 2017, 1 day left."),
        (
            child.clone().on_day("2017-10-02"),
            "Not yet overdue on Mon 2 October 2017, its last day.",
        ),
    ] {
        says(&case, 0, &format!("{due} {outcome}"), &["care 33(1)"]);
    }
}

#[test]
fn between_two_bounds() {
    let due = "Review: the records do not show exactly when it was due: by Wed 19 April 2017 at the \
               earliest (20 working days after becoming looked after on Mon 20 March 2017), by \
               Sat 30 September 2017 at the latest (6 months after the last day without records, \
               Fri 31 March 2017).";
    let lack = "the records do not show the reviews before 1 April 2017.";
    let child = from("2017-03-20").told_from("2017-04-01");
    for (case, outcome) in [
        (child.clone().reviews("2017-04-19"), "Held Wed 19 April 2017, in time.".to_owned()),
        (
            child.clone().reviews("2017-05-10"),
            format!("Held Wed 10 May 2017. Whether it was in time cannot be told: {lack}"),
        ),
        (
            child.clone().reviews("2017-10-02"),
            "Held Mon 2 October 2017, at least 2 days late.".to_owned(),
        ),
        (
            child.clone().to("2017-06-01"),
            format!(
                "Not held; care ended on Thu 1 June 2017. Whether it was overdue cannot be told: {lack}"
            ),
        ),
        (
            child.clone().to("2017-10-01"),
            "Not held: care ended on Sun 1 October 2017, at least 1 day overdue.".to_owned(),
        ),
        (
            child.clone().on_day("2017-06-12"),
            format!("Not held by Mon 12 June 2017. Whether it was overdue cannot be told: {lack}"),
        ),
        (
            child.clone().on_day("2017-10-01"),
            "Not held by Sun 1 October 2017, at least 1 day overdue.".to_owned(),
        ),
        (child.clone().on_day("2017-04-19"), "Not yet overdue on Wed 19 April 2017.".to_owned()),
        (
            child.clone().placed("2017-05-01"),
            format!(
                "On Mon 1 May 2017 the child was placed for adoption, which ended this clock. Whether \
                 it was overdue by then cannot be told: {lack}"
            ),
        ),
    ] {
        says(&case, 0, &format!("{due} {outcome}"), &["care 33(2)", "care 33(1)"]);
    }
}

#[test]
fn entry_not_known() {
    says(
        &from("2017-05-10").entry_not_known().on_day("2017-06-12"),
        0,
        "Review: the records do not show exactly when it was due: by Thu 9 November 2017 at the latest \
         (6 months after the last day without records, Tue 9 May 2017). Not held by Mon 12 June 2017. \
         Whether it was overdue cannot be told: the records do not show the day the child became looked after.",
        &["care 33(2)"],
    );
    // Both bounds from one rule: it is cited once where the paragraph is the same.
    says(
        &from("2017-05-10").entry_not_known().reviews("2017-05-20"),
        1,
        "Review: the records do not show exactly when it was due: by Sun 20 August 2017 at the earliest \
         (3 months after the review of Sat 20 May 2017), by Mon 20 November 2017 at the latest (6 months \
         after the review of Sat 20 May 2017). Not held by Sat 31 March 2018, at least 131 days overdue.",
        &["care 33(2)"],
    );
}

#[test]
fn placed_and_back() {
    let case = from("2017-05-10").placed("2017-07-10").reviews("2017-07-15").back("2017-08-01");
    says(
        &case,
        0,
        "First review: due by Thu 8 June 2017, 20 working days after becoming looked after on \
         Wed 10 May 2017. On Mon 10 July 2017 the child was placed for adoption; the review was overdue \
         by then. Held Sat 15 July 2017, 37 days late.",
        &["care 33(1)"],
    );
    says(
        &case,
        1,
        "First review of a placement for adoption: due by Mon 7 August 2017, 4 weeks after placement for \
         adoption on Mon 10 July 2017. Held Sat 15 July 2017, in time.",
        &["adoption 36(3)"],
    );
    says(
        &case,
        2,
        "Second review of a placement for adoption: due by Sun 15 October 2017, 3 months after the review \
         of Sat 15 July 2017. On Tue 1 August 2017 the placement for adoption ended, before this review \
         was overdue. Lapsed.",
        &["adoption 36(3)"],
    );
    says(
        &case,
        3,
        "Review after return from an adoptive placement: due by Tue 12 September 2017, between 28 days and 42 days after the \
         end of the adoptive placement on Tue 1 August 2017. Not held by Sat 31 March 2018, 200 days \
         overdue.",
        &["adoption 36(8)"],
    );
    says(
        &from("2017-05-10").placed("2017-07-10"),
        0,
        "First review: due by Thu 8 June 2017, 20 working days after becoming looked after on \
         Wed 10 May 2017. On Mon 10 July 2017 the child was placed for adoption; the review was overdue \
         by then. Not held.",
        &["care 33(1)"],
    );
}

#[test]
fn softened_and_out_of_force() {
    says(
        &from("2019-06-03").reviews("2019-06-24 2019-10-24").on_day("2020-12-31"),
        2,
        "Subsequent review: due by Fri 24 April 2020, 6 months after the review of Thu 24 October 2019. \
         Not held by Thu 31 December 2020, 251 days overdue. On Fri 24 April 2020 such reviews were \
         required only where reasonably practicable (The Adoption and Children (Coronavirus) (Amendment) \
         Regulations 2020 (SI 2020/445), regulation 8).",
        &["care 33(2)"],
    );
    says(
        &from("1991-05-10").on_day("1991-05-11"),
        0,
        "First review: due by Fri 7 June 1991, 4 weeks after becoming looked after on Fri 10 May 1991. \
         Not yet due on Sat 11 May 1991, 27 days left. The rule was not yet in force when the clock \
         started; it is counted by its first form.",
        &["The Review of Children's Cases Regulations 1991 (SI 1991/895), regulation 3(1)"],
    );
}

#[cfg(feature = "serde")]
#[test]
fn a_finding_as_json() {
    let case = from("2017-03-20").told_from("2017-04-01").reviews("2017-05-10");
    let finding = case.findings()[0];
    let mut found = serde_json::to_value(finding).unwrap();
    let explanation = found.as_object_mut().unwrap().remove("explanation");
    assert_eq!(explanation, Some(finding.explain().to_string().into()));
    assert_eq!(
        found,
        serde_json::json!({
            "rule": "subsequent-review", "sequence": "unknown", "occurrence": 0,
            "due_by_earliest": "2017-04-19", "due_by": "2017-09-30", "held_on": "2017-05-10",
            "outcome": "cannot_tell", "missing": "the reviews before 1 April 2017",
        })
    );
}

#[test]
fn evidence_in_steps() {
    let steps = |case: &Case, place: usize| -> Vec<String> {
        case.findings()[place]
            .evidence()
            .map(|step| format!("{step:?}").split(['(', ' ']).next().unwrap().to_owned())
            .collect()
    };
    let exact = from("2019-06-03").reviews("2019-06-24 2019-10-24 2020-04-20").on_day("2020-12-31");
    assert_eq!(steps(&exact, 0), ["ClockStarted", "TermInForce", "LastDay", "Held"]);
    assert_eq!(steps(&exact, 2), ["ClockStarted", "TermInForce", "LastDay", "Softened", "Held"]);
    let bounds = from("2017-03-20").told_from("2017-04-01").on_day("2017-06-12");
    assert_eq!(
        steps(&bounds, 0),
        [
            "ClockStarted",
            "TermInForce",
            "LastDay",
            "ClockStarted",
            "TermInForce",
            "LastDay",
            "NotInTheRecords"
        ]
    );
}
