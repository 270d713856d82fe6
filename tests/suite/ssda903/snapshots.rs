//! Linked returns as snapshots: where, by what and with whose care a child is on a day. The measures are those
//! of spec/annual-report.md section 2; what the return's codes say is in the docs of each type.

use super::{episode, episodes, header};
use crate::assess::date;
use iro_handbook::calendar::CollectionYear;
use iro_handbook::record::{
    CareSnapshot, EthnicGroup, LegalBasis, PlacementType, ReasonCeased, SameCarer, Sex,
};
use iro_handbook::ssda903::{HeaderRow, Linked, Return, Table, UascRow};

fn snapshots(returns: impl IntoIterator<Item = Return>, as_of: &str) -> Vec<CareSnapshot> {
    let linked = Linked::new(returns).unwrap();
    linked.snapshots(linked.last_year(), date(as_of)).collect()
}

/// Of the year to 31 March 2018: the placements in it, and since when with the carer of the day.
fn settled(rows: &[&str]) -> String {
    settled_on(rows, "2018-03-31")
}

fn settled_on(rows: &[&str], as_of: &str) -> String {
    let [one] = snapshots([episodes(rows)], as_of)[..] else { panic!("not one period of care") };
    let carer = match one.same_carer.unwrap() {
        SameCarer::Since(day) => format!("since {day}"),
        SameCarer::SinceBefore(day) => format!("since {day} or before"),
        _ => unreachable!(),
    };
    format!("{}, {carer}", one.placements_in_year.unwrap())
}

#[test]
fn a_placement_is_another_where_the_carer_is() {
    let first = "a 01/05/2017 S V2 10/06/2017 X1 U6";
    for (then, expected) in [
        ("a 10/06/2017 P V2 - - U6", "2, since 2017-06-10"),
        ("a 10/06/2017 B C2 - - U6", "2, since 2017-06-10"),
        ("a 10/06/2017 L C2 - - U6", "1, since 2017-05-01"),
        ("a 10/06/2017 T V2 - - U4", "1, since 2017-05-01"),
        ("a 10/06/2017 U C2 - - U4", "1, since 2017-05-01"),
        // No reason, or none of the return's: the placement code decides.
        ("a 10/06/2017 - V2 - - U6", "1, since 2017-05-01"),
        ("a 10/06/2017 ? V2 - - K2", "2, since 2017-06-10"),
    ] {
        assert_eq!(settled(&[first, then]), expected, "{then}");
    }
}

#[test]
fn a_temporary_stay_is_none() {
    let first = "a 01/05/2017 S C2 10/06/2017 X1 U6";
    let away = "a 10/06/2017 P C2 20/06/2017 X1 T1";
    assert_eq!(settled(&[first, away, "a 20/06/2017 P C2 - - U6"]), "1, since 2017-05-01");
    assert_eq!(settled(&[first, away, "a 20/06/2017 P C2 - - K2"]), "2, since 2017-06-20");
    let rows = [first, "a 10/06/2017 P C2 - - T1"];
    assert_eq!(settled(&rows), "1, since 2017-05-01");
    let [one] = snapshots([episodes(&rows)], "2018-03-31")[..] else { panic!() };
    assert_eq!(one.placement, Some(PlacementType::Temporary));
    // Away from the first day: the placement after it is the first.
    let rows = ["a 10/06/2017 S C2 20/06/2017 X1 T1", "a 20/06/2017 L C2 - - U6"];
    assert_eq!(settled(&rows), "1, since 2017-06-20");
}

#[test]
fn what_the_records_begin_with_may_be_older() {
    assert_eq!(settled(&["a 01/05/2016 L C2 - - U4"]), "1, since 2016-05-01 or before");
    assert_eq!(settled(&["a 01/05/2016 P C2 - - U4"]), "1, since 2016-05-01");
}

/// National Indicator 63: placed for adoption counts together with the placement before.
#[test]
fn placed_for_adoption_counts_with_the_placement_before() {
    let rows = ["a 01/05/2015 S E1 10/06/2017 X1 U4", "a 10/06/2017 P E1 - - A5"];
    assert_eq!(settled(&rows), "2, since 2015-05-01");
    // The status alone changes nothing, and a home after it ends it.
    let rows = [
        "a 01/05/2015 S E1 10/06/2017 X1 U4",
        "a 10/06/2017 P E1 01/09/2017 X1 A5",
        "a 01/09/2017 P E1 - - K2",
    ];
    assert_eq!(settled(&rows), "3, since 2017-09-01");
}

#[test]
fn the_year_begins_with_its_first_day() {
    let rows = |on: &str| [format!("a 01/05/2016 S C2 {on} X1 U4"), format!("a {on} P C2 - - K2")];
    for (on, expected) in [
        ("31/03/2017", "1, since 2017-03-31"),
        ("01/04/2017", "2, since 2017-04-01"),
        ("02/04/2017", "2, since 2017-04-02"),
    ] {
        let rows = rows(on);
        assert_eq!(settled(&rows.each_ref().map(String::as_str)), expected, "{on}");
    }
}

#[test]
fn what_is_later_than_the_day_is_not_known() {
    let rows = ["a 01/05/2017 S V2 10/06/2017 X1 U4", "a 10/06/2017 B C2 - - K2"];
    assert_eq!(settled_on(&rows, "2017-06-09"), "1, since 2017-05-01");
    assert_eq!(settled_on(&rows, "2017-06-10"), "2, since 2017-06-10");
    let [one] = snapshots([episodes(&rows)], "2017-06-09")[..] else { panic!() };
    assert_eq!(one.legal_basis, Some(LegalBasis::Accommodated));
    let [one] = snapshots([episodes(&rows)], "2018-03-31")[..] else { panic!() };
    assert_eq!(one.legal_basis, Some(LegalBasis::CareOrder));
    assert_eq!(one.placement, Some(PlacementType::ChildrensHome));
}

#[test]
fn two_periods_of_care_of_one_year() {
    let rows = ["a 01/05/2017 S C2 10/06/2017 E4A U4", "a 01/09/2017 S C2 05/10/2017 X9 U4"];
    let [home, ended] = snapshots([episodes(&rows)], "2018-03-31")[..] else { panic!() };
    assert_eq!(home.reason_ceased, Some(ReasonCeased::ReturnedHome));
    assert_eq!(ended.reason_ceased, None, "no code of the return");
    assert_eq!(home.placements_in_year, Some(2), "of the child, in both periods");
    assert_eq!(ended.placements_in_year, Some(2));
    assert_eq!((home.own_area, home.miles_from_home), (None, None), "a return gives neither");
}

#[test]
fn a_period_of_another_year_is_not_there() {
    let rows = ["a 01/05/2015 S C2 31/03/2017 E4A U4"];
    assert_eq!(snapshots([episodes(&rows)], "2018-03-31").len(), 0);
    let rows = ["a 01/05/2015 S C2 01/04/2017 E4A U4"];
    assert_eq!(snapshots([episodes(&rows)], "2018-03-31").len(), 1);
}

fn year(ending: i32, rows: &[&str], of: &[(&str, &str, &str)], uasc: Option<&[&str]>) -> Return {
    let mut year = Return::new(CollectionYear::ending(ending).unwrap());
    rows.iter().for_each(|row| year.push(&episode(row)));
    for (sex, dob, ethnic) in of {
        let [sex, dob, ethnic] = [sex, dob, ethnic].map(|text| (*text).to_owned());
        year.push(&HeaderRow { child: "a".into(), sex, dob, ethnic, ..header("") });
    }
    if let Some(listed) = uasc {
        year.mark_present(Table::Uasc);
        for duc in listed {
            let duc = (*duc).to_owned();
            year.push(&UascRow { child: "a".into(), duc, ..Default::default() });
        }
    }
    year
}

#[test]
fn the_latest_header_that_says_stands() {
    let rows = ["a 01/05/2016 S C2 - - U4"];
    let first = year(2017, &rows, &[("2", "01/02/2010", "WBRI")], None);
    let second = year(2018, &rows, &[("", "03/02/2010", "mwbc")], None);
    let [one] = snapshots([second, first], "2018-03-31")[..] else { panic!() };
    assert_eq!(one.born, Some(date("2010-02-03")));
    assert_eq!(one.profile.sex(), Some(Sex::Female));
    assert_eq!(one.profile.ethnic_group(), Some(EthnicGroup::Mixed));
    let shown = format!("{one:?} {:?}", one.profile);
    for hidden in ["2010", "emale", "ixed"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}

#[test]
fn unaccompanied_until_the_day_that_it_ceased() {
    let rows = ["a 01/05/2016 S V2 - - U4"];
    for (uasc, expected) in [
        (Some(&[""][..]), Some(true)),
        (Some(&["01/04/2018"][..]), Some(true)),
        (Some(&["31/03/2018"][..]), Some(false)),
        (Some(&[][..]), Some(false)),
        // Without the file nobody says that the child is not.
        (None, None),
    ] {
        let [one] = snapshots([year(2018, &rows, &[], uasc)], "2018-03-31")[..] else { panic!() };
        assert_eq!(one.profile.unaccompanied(), expected, "{uasc:?}");
    }
}

#[test]
fn children_in_short_breaks_are_counted_once_and_apart() {
    let linked = |rows: &[&str]| Linked::new([episodes(rows)]).unwrap();
    let count = |rows: &[&str]| {
        let linked = linked(rows);
        let of_year = linked.last_year();
        assert_eq!(linked.snapshots(of_year, of_year.end()).count(), 0);
        linked.children_in_short_breaks(of_year, of_year.end())
    };
    assert_eq!(count(&["a 01/05/2017 S V3 03/05/2017 E8", "a 01/06/2017 S V3 03/06/2017 E8"]), 1);
    assert_eq!(count(&["a 01/05/2016 S V4", "b 02/05/2017 S V4"]), 2);
    assert_eq!(count(&["a 01/05/2016 S V4 31/03/2017 E8", "b 01/04/2018 S V4"]), 0);
}
