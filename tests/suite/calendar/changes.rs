//! Calendars made from another: days proclaimed, days moved, years added.
use iro_handbook::calendar::{Authority, BankHoliday, Period, WorkingDays};

use super::{date, days};

fn proclaimed(day: &str) -> BankHoliday {
    BankHoliday::new(date(day), "Special bank holiday", Authority::Proclaimed)
}

/// A deadline worked out before the announcement of 9 September 2022 moved by one working day.
#[test]
fn a_day_proclaimed_moves_what_comes_after_it() {
    let now = WorkingDays::england_and_wales();
    let then = now.without_bank_holiday(date("2022-09-19")).unwrap();
    let period = Period::WorkingDays(20);
    assert_eq!(period.after(date("2022-08-26"), &then).unwrap(), date("2022-09-26"));
    assert_eq!(period.after(date("2022-08-26"), &now).unwrap(), date("2022-09-27"));
    let again = then.with_bank_holiday(now.bank_holiday(date("2022-09-19")).unwrap().clone());
    assert_eq!(again.unwrap(), now);
    assert_ne!(then, now);
}

#[test]
fn nothing_else_changes() {
    let before = WorkingDays::england_and_wales();
    let after = before.with_bank_holiday(proclaimed("2027-06-11")).unwrap();
    assert_eq!(after.bank_holidays().count(), before.bank_holidays().count() + 1);
    for day in days("1990-01-01", "2030-12-31").filter(|day| *day != date("2027-06-11")) {
        assert_eq!(after.is_working_day(day).unwrap(), before.is_working_day(day).unwrap());
    }
    assert!(before.is_working_day(date("2027-06-11")).unwrap());
    assert!(!after.is_working_day(date("2027-06-11")).unwrap());
    assert_eq!(after.add(date("2027-06-10"), 1).unwrap(), date("2027-06-14"));
    assert_eq!(after.subtract(date("2027-06-14"), 1).unwrap(), date("2027-06-10"));
}

/// Added twice, added where the crate has one already, added on a Saturday.
#[test]
fn adding_is_harmless() {
    let calendar = WorkingDays::england_and_wales();
    let once = calendar.with_bank_holiday(proclaimed("2027-06-11")).unwrap();
    assert_eq!(once.with_bank_holiday(proclaimed("2027-06-11")).unwrap(), once);

    let renamed = calendar.with_bank_holiday(proclaimed("2026-12-25")).unwrap();
    assert_eq!(renamed.bank_holidays().count(), calendar.bank_holidays().count());
    assert_eq!(renamed.bank_holiday(date("2026-12-25")).unwrap().name(), "Special bank holiday");

    let saturday = calendar.with_bank_holiday(proclaimed("2027-06-12")).unwrap();
    assert!(!saturday.is_working_day(date("2027-06-12")).unwrap());
    assert_eq!(saturday.add(date("2027-06-11"), 1).unwrap(), date("2027-06-14"));
}

#[test]
fn taking_away() {
    let calendar = WorkingDays::england_and_wales();
    let moved = calendar
        .without_bank_holiday(date("2027-05-03"))
        .unwrap()
        .with_bank_holiday(proclaimed("2027-05-07").with_in_place_of(date("2027-05-03")))
        .unwrap();
    assert!(moved.is_working_day(date("2027-05-03")).unwrap());
    assert!(!moved.is_working_day(date("2027-05-07")).unwrap());
    assert_eq!(moved.bank_holiday(date("2027-05-03")), None);
    let error = moved.without_bank_holiday(date("2027-05-03")).unwrap_err();
    assert!(error.is_not_a_bank_holiday());
    assert!(error.to_string().contains("2027-05-03"));
    // A Saturday stays a Saturday.
    let saturday = calendar.without_bank_holiday(date("2026-12-26")).unwrap();
    assert!(!saturday.is_working_day(date("2026-12-26")).unwrap());
}

#[test]
fn only_within_the_years() {
    let calendar = WorkingDays::england_and_wales();
    for day in ["1989-12-31", "2031-01-01"] {
        let error = calendar.with_bank_holiday(proclaimed(day)).unwrap_err();
        assert!(error.is_outside_calendar());
    }
    let longer = calendar.through_year(2031).unwrap();
    assert!(longer.with_bank_holiday(proclaimed("2031-06-13")).is_ok());
}

/// Easter Sundays written out, and a Christmas that falls on a Saturday.
#[test]
fn years_to_come() {
    let calendar = WorkingDays::england_and_wales().through_year(2035).unwrap();
    assert_eq!(calendar.first_day(), date("1990-01-01"));
    assert_eq!(calendar.last_day(), date("2035-12-31"));
    for easter in ["2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25"] {
        let easter = date(easter);
        let friday = calendar.bank_holiday(easter - chrono::Days::new(2)).unwrap();
        let monday = calendar.bank_holiday(easter + chrono::Days::new(1)).unwrap();
        assert_eq!((friday.name(), monday.name()), ("Good Friday", "Easter Monday"));
    }
    // 25 December 2032 is a Saturday; 1 January 2033 is too.
    for (day, works) in [
        ("2032-12-24", true),
        ("2032-12-27", false),
        ("2032-12-28", false),
        ("2032-12-29", true),
        ("2033-01-03", false),
        ("2033-01-04", true),
    ] {
        assert_eq!(calendar.is_working_day(date(day)).unwrap(), works, "{day}");
    }
    assert_eq!(calendar.add(date("2030-12-20"), 20).unwrap(), date("2031-01-22"));
}

#[test]
fn years_past() {
    let calendar = WorkingDays::england_and_wales().through_year(1978).unwrap();
    assert_eq!(calendar.first_day(), date("1978-01-01"));
    for day in ["1978-01-02", "1978-05-01", "1981-07-29", "1989-03-24", "1989-03-27"] {
        assert!(!calendar.is_working_day(date(day)).unwrap(), "{day}");
    }
    assert_eq!(calendar.subtract(date("1990-01-02"), 1).unwrap(), date("1989-12-29"));
}

#[test]
fn extending_keeps_what_was_changed() {
    let calendar = WorkingDays::england_and_wales();
    let changed = calendar
        .with_bank_holiday(proclaimed("2027-06-11"))
        .unwrap()
        .without_bank_holiday(date("2027-05-03"))
        .unwrap();
    let longer = changed.through_year(2040).unwrap().through_year(1985).unwrap();
    assert!(!longer.is_working_day(date("2027-06-11")).unwrap());
    assert!(longer.is_working_day(date("2027-05-03")).unwrap());
    for day in days("1990-01-01", "2030-12-31") {
        assert_eq!(longer.bank_holiday(day), changed.bank_holiday(day));
    }
    // Within the years there is nothing to do, and the order of extending makes no difference.
    assert_eq!(calendar.through_year(2030).unwrap(), calendar);
    assert_eq!(calendar.through_year(1990).unwrap(), calendar);
    let other_way = changed.through_year(1985).unwrap().through_year(2040).unwrap();
    assert_eq!(longer, other_way);
}

#[test]
fn shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<WorkingDays>();
    shared::<BankHoliday>();
    let debug = format!("{:?}", WorkingDays::england_and_wales());
    assert_eq!(debug, "WorkingDays(1990-01-01 to 2030-12-31)");
}

#[cfg(feature = "serde")]
#[test]
fn a_holiday_in_json() {
    let json = r#"{"date":"2027-06-11","name":"Special bank holiday","authority":"proclaimed"}"#;
    let holiday: BankHoliday = serde_json::from_str(json).unwrap();
    assert_eq!(holiday, proclaimed("2027-06-11"));
    assert_eq!(serde_json::to_string(&holiday).unwrap(), json);
    for holiday in WorkingDays::england_and_wales().bank_holidays() {
        let json = serde_json::to_string(holiday).unwrap();
        assert_eq!(serde_json::from_str::<BankHoliday>(&json).unwrap(), *holiday);
    }
    assert!(
        serde_json::from_str::<BankHoliday>(
            r#"{"date":"2027-06-31","name":"a","authority":"proclaimed"}"#
        )
        .is_err()
    );
    assert!(
        serde_json::from_str::<BankHoliday>(
            r#"{"date":"2027-06-11","name":"a","authority":"custom"}"#
        )
        .is_err()
    );
}
