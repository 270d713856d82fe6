//! A number from the law is written in `src/law/registry/` and nowhere else.

use crate::docs::sources;

const KINDS: [&str; 4] = ["WorkingDays", "Days", "Weeks", "Months"];

/// Lengths that are not the law's, each with its reason.
const NOT_LAW: [(&str, &str); 8] = [
    // Room to count in, asked for once so that nothing fails later. No duty runs to it.
    ("assess/review_clock.rs", "Period::Months(12).after(latest, self.calendar)?;"),
    ("assess/review_clock.rs", "const LONGEST: Months = Months::new(12);"),
    // Where Good Friday and Easter Monday lie.
    ("calendar/bank_holidays.rs", "easter.checked_sub_days(Days::new(2))"),
    ("calendar/bank_holidays.rs", "easter.checked_add_days(Days::new(1))"),
    // A convention of reporting, which no rule says.
    ("law/method.rs", "(Self::FixedDays, Period::Months(3)) => Period::Days(91),"),
    ("law/method.rs", "(Self::FixedDays, Period::Months(6)) => Period::Days(183),"),
    // The Department's own checks of a return, with the numbers of its guide.
    ("ssda903/checks/short_breaks.rs", "Days::new(17)"),
    ("ssda903/checks/participation.rs", "Months::new(48)"),
];

fn is_not_law(path: &str, line: &str) -> bool {
    NOT_LAW.iter().any(|(file, part)| *file == path && line.contains(part))
}

/// The part of a line that is code.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

/// Whether a line of code writes out a length of time: `Months(3)`, `Days::new(42)`, `weeks(4)`.
fn writes_a_length(code: &str) -> bool {
    let follows = |name: &str| {
        code.match_indices(name).any(|(at, _)| {
            let rest = &code[at + name.len()..];
            let rest = rest.strip_prefix("::new").unwrap_or(rest);
            rest.strip_prefix('(').is_some_and(|arg| arg.starts_with(|c: char| c.is_ascii_digit()))
        })
    };
    KINDS.iter().any(|kind| follows(kind)) || follows("days") || follows("weeks")
}

#[test]
fn the_scan_sees_what_it_should() {
    for line in ["Months(3)", "x(Period::WorkingDays(20))", "Days::new(42)", "try_weeks(4)"] {
        assert!(writes_a_length(code(line)), "{line}");
    }
    for line in ["/// Months(3)", "Months(n)", "WorkingDays(Arc<Table>)", "a + b // Days(28)"] {
        assert!(!writes_a_length(code(line)), "{line}");
    }
}

#[test]
fn no_number_of_the_law_stands_outside_the_registry() {
    let mut found = Vec::new();
    let mut in_the_registry = 0;
    for (path, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            if !writes_a_length(code(line)) || is_not_law(&path, line) {
                continue;
            }
            if path.starts_with("law/registry/") {
                in_the_registry += 1;
            } else {
                found.push(format!("src/{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "lengths outside the registry:\n{}", found.join("\n"));
    // Reviews 18, the IRO 1, before a review 2, after it 5, plans 9, health 3, visits 16, disputes 1, child
    // protection 13.
    assert_eq!(in_the_registry, 68, "the scan still sees the registry's own");
}
