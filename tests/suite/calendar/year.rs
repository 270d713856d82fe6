//! The year of the return: 1 April to 31 March.
use iro_handbook::calendar::CollectionYear;

use super::{date, days};

#[test]
fn every_day_of_a_year_and_its_neighbours() {
    let year = CollectionYear::ending(2018).unwrap();
    assert_eq!((year.start(), year.end()), (date("2017-04-01"), date("2018-03-31")));
    assert_eq!(year.ending_year(), 2018);
    assert!(!year.contains(date("2017-03-31")) && !year.contains(date("2018-04-01")));
    for day in days("2017-04-01", "2018-03-31") {
        assert!(year.contains(day));
        assert_eq!(CollectionYear::containing(day).unwrap(), year);
    }
    assert_eq!(CollectionYear::containing(date("2017-03-31")).unwrap().ending_year(), 2017);
    assert_eq!(CollectionYear::containing(date("2018-04-01")).unwrap().ending_year(), 2019);
}

#[test]
fn one_after_another() {
    let mut year = CollectionYear::ending(1900).unwrap();
    assert_eq!(year.previous(), None);
    for ending in 1901..=2199 {
        let next = year.next().unwrap();
        assert_eq!(next.ending_year(), ending);
        assert_eq!(next.previous(), Some(year));
        assert_eq!(year.end().succ_opt(), Some(next.start()));
        assert!(year < next);
        year = next;
    }
    assert_eq!(year.next(), None);
}

#[test]
fn as_it_is_written() {
    for (ending, text) in [
        (2018, "2017-18"),
        (2000, "1999-00"),
        (2001, "2000-01"),
        (2010, "2009-10"),
        (1900, "1899-00"),
    ] {
        let year = CollectionYear::ending(ending).unwrap();
        assert_eq!(year.to_string(), text);
        assert_eq!(text.parse::<CollectionYear>().unwrap(), year);
    }
    for wrong in [
        "",
        "-",
        "2018",
        "2017-19",
        "2017-17",
        "2017/18",
        "2017-2018",
        "17-18",
        " 2017-18",
        "2017-18 ",
        "+2017-18",
        "02017-18",
        "2017-",
        "-18",
        "-2017-18",
        "2199-00",
        "2147483647-48",
        "９017-18",
    ] {
        let error = wrong.parse::<CollectionYear>().unwrap_err();
        assert!(error.is_unknown_code(), "{wrong}");
        assert!(error.to_string().contains(wrong), "{error}");
    }
}

#[test]
fn to_and_from_the_year_it_ends_in() {
    let year = CollectionYear::try_from(2018).unwrap();
    assert_eq!(i32::from(year), 2018);
    assert!(CollectionYear::try_from(3000).is_err());
}

#[cfg(feature = "serde")]
#[test]
fn in_json() {
    let year = CollectionYear::ending(2018).unwrap();
    assert_eq!(serde_json::to_string(&year).unwrap(), "2018");
    assert_eq!(serde_json::from_str::<CollectionYear>("2018").unwrap(), year);
    for wrong in ["18", "2200", "\"2018\"", "2018.5", "99999999999"] {
        assert!(serde_json::from_str::<CollectionYear>(wrong).is_err(), "{wrong}");
    }
}
