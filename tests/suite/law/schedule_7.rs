//! The considerations of Schedule 7.

use super::day;
use iro_handbook::law::{RuleId, ScheduleSevenMatter};

#[test]
fn fourteen_in_their_order() {
    for (matter, number) in ScheduleSevenMatter::ALL.iter().zip(1_u8..) {
        assert_eq!(matter.number(), number);
        assert_eq!(ScheduleSevenMatter::numbered(number), Some(*matter));
        assert_eq!(matter.citation().provision(), format!("Schedule 7, paragraph {number}"));
        assert!(!matter.title().is_empty() && !matter.applies().is_empty());
    }
    assert_eq!(ScheduleSevenMatter::ALL.len(), 14);
    assert_eq!(ScheduleSevenMatter::numbered(0), None);
}

#[test]
fn what_was_read() {
    let read = ScheduleSevenMatter::ALL.iter().filter(|matter| matter.reading().letter() == 'T');
    let read: Vec<u8> = read.map(|matter| matter.number()).collect();
    assert_eq!(read, [1, 2, 4, 5, 6, 9, 10, 13, 14]);
}

#[test]
fn thirteen_until_18_august_2014_and_then_fourteen() {
    let on = |text| {
        ScheduleSevenMatter::ALL.iter().filter(move |matter| matter.in_force().contains(day(text)))
    };
    assert_eq!(on("2011-03-31").count(), 0);
    assert_eq!(on("2014-08-17").count(), 13);
    assert_eq!(on("2014-08-18").count(), 14);
    let last = RuleId::ScheduleSeven.rule().terms().last().unwrap();
    assert_eq!(last.in_force(), ScheduleSevenMatter::TraffickingOrAsylum.in_force());
}
