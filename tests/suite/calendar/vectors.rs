//! Worked dates, forwards from a table and backwards by hand.
use iro_handbook::calendar::{Deadline, Period, WorkingDays};

use super::{date, rows};

fn period(text: &str) -> Period {
    let (kind, n) = text.split_once(':').unwrap();
    let n = n.parse().unwrap();
    match kind {
        "working_days" => Period::WorkingDays(n),
        "days" => Period::Days(n),
        "weeks" => Period::Weeks(n),
        "months" => Period::Months(n),
        other => panic!("unknown kind of period {other}"),
    }
}

#[test]
fn every_worked_date() {
    let calendar = WorkingDays::england_and_wales();
    let mut seen = 0;
    for row in rows(include_str!("../../data/calendar/dates.csv")) {
        let (period, from, expected) = (period(row[0]), date(row[1]), date(row[2]));
        assert_eq!(period.after(from, &calendar).unwrap(), expected, "{row:?}");
        assert_eq!(Deadline::after(from, period, &calendar).unwrap().last_day(), expected);
        seen += 1;
    }
    assert_eq!(seen, 21);
}

/// Worked out on a wall calendar. The day counted from is never counted.
#[test]
fn backwards_by_hand() {
    let calendar = WorkingDays::england_and_wales();
    for (text, from, expected) in [
        // Wed 8 April 2026: Tue 7, Thu 2, Wed 1; between them Easter, Good Friday to Monday.
        ("working_days:3", "2026-04-08", "2026-04-01"),
        // Easter Monday itself, no working day: Thu 2 is the first before it.
        ("working_days:1", "2026-04-06", "2026-04-02"),
        // Sun 5 April 2026 the same.
        ("working_days:1", "2026-04-05", "2026-04-02"),
        // An ordinary Friday: Thu, Wed, Tue.
        ("working_days:3", "2026-03-27", "2026-03-24"),
        // Three ordinary weeks.
        ("working_days:15", "2026-03-27", "2026-03-06"),
        // Tue 5 January 2027: Mon 4; Thu 31 Dec, Wed 30, Tue 29; Mon 28 is for Boxing Day; Thu 24.
        ("working_days:5", "2027-01-05", "2026-12-24"),
        // Fri 10 June 2022: Thu 9, Wed 8, Tue 7, Mon 6; the jubilee; Wed 1 June, Tue 31 May, and
        // Mon 30 May, which for once was a working day.
        ("working_days:7", "2022-06-10", "2022-05-30"),
        // Tue 20 September 2022: the day before was the state funeral.
        ("working_days:1", "2022-09-20", "2022-09-16"),
        // Mon 11 May 2020: Thu 7 (Fri 8 was VE Day's), Wed 6, Tue 5, Mon 4.
        ("working_days:4", "2020-05-11", "2020-05-04"),
        ("working_days:0", "2026-04-05", "2026-04-05"),
        ("months:3", "2025-05-31", "2025-02-28"),
        ("months:3", "2024-05-31", "2024-02-29"),
        ("months:1", "2025-03-30", "2025-02-28"),
        ("months:6", "2025-02-28", "2024-08-28"),
        ("months:12", "2024-02-29", "2023-02-28"),
        ("months:1", "2025-01-15", "2024-12-15"),
        ("weeks:4", "2011-03-29", "2011-03-01"),
        ("days:42", "2024-03-12", "2024-01-30"),
        ("days:1", "2025-03-01", "2025-02-28"),
    ] {
        let (period, from, expected) = (period(text), date(from), date(expected));
        assert_eq!(period.before(from, &calendar).unwrap(), expected, "{period} before {from}");
        assert_eq!(Deadline::before(from, period, &calendar).unwrap().last_day(), expected);
    }
}

/// "From a day that is not a working day the count starts on the next one": the same answer from
/// each day of a weekend, and from the Friday or Monday it borders on.
#[test]
fn from_a_day_off() {
    let calendar = WorkingDays::england_and_wales();
    for from in ["2026-04-02", "2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06"] {
        assert_eq!(calendar.add(date(from), 1).unwrap(), date("2026-04-07"), "{from}");
        assert_eq!(calendar.add(date(from), 5).unwrap(), date("2026-04-13"), "{from}");
    }
}

#[test]
fn in_words() {
    for (period, words) in [
        (Period::WorkingDays(20), "20 working days"),
        (Period::WorkingDays(1), "1 working day"),
        (Period::Days(42), "42 days"),
        (Period::Days(1), "1 day"),
        (Period::Weeks(4), "4 weeks"),
        (Period::Weeks(1), "1 week"),
        (Period::Months(3), "3 months"),
        (Period::Months(1), "1 month"),
        (Period::Months(0), "0 months"),
    ] {
        assert_eq!(period.to_string(), words);
    }
}

#[cfg(feature = "serde")]
#[test]
fn in_json() {
    for (period, json) in [
        (Period::WorkingDays(20), r#"{"working_days":20}"#),
        (Period::Days(42), r#"{"days":42}"#),
        (Period::Weeks(4), r#"{"weeks":4}"#),
        (Period::Months(3), r#"{"months":3}"#),
    ] {
        assert_eq!(serde_json::to_string(&period).unwrap(), json);
        assert_eq!(serde_json::from_str::<Period>(json).unwrap(), period);
    }
    for wrong in [r#"{"months":-1}"#, r#"{"months":65536}"#, r#"{"years":1}"#, "3", "{}"] {
        assert!(serde_json::from_str::<Period>(wrong).is_err(), "{wrong}");
    }
}
