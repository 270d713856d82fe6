//! Returns of several years into one record: what stands, what falls away, what is counted.

use super::{episode, review};
use chrono::NaiveDate;
use iro_handbook::assess::History;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::{DataQuality, PeriodOfCareRef};
use iro_handbook::report::{Cohort, ReviewFigures, ReviewQuestion};
use iro_handbook::ssda903::{Linked, Return, Table};

/// A return. A row with `reviewed` second is a review (`CHILD reviewed REVIEW REVIEW_CODE`), any
/// other an episode (`CHILD DECOM RNE LS DEC REC PLACE`); `-` is blank.
pub fn return_of(ending: i32, rows: &[&str]) -> Return {
    let mut one = Return::new(CollectionYear::ending(ending).unwrap());
    one.mark_present(Table::Episodes);
    for row in rows {
        if row.contains(" reviewed ") {
            one.push(&review(&row.replace(" reviewed ", " - ")));
        } else {
            one.push(&episode(row));
        }
    }
    one
}

pub fn link(returns: &[(i32, &[&str])]) -> Linked {
    Linked::new(returns.iter().map(|(ending, rows)| return_of(*ending, rows))).unwrap()
}

/// The return of 2017-18, alone.
pub fn one(rows: &[&str]) -> Linked {
    link(&[(2018, rows)])
}

/// A day written dd/mm/yyyy.
pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap()
}

pub fn written(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A period as `dd/mm/yyyy-dd/mm/yyyy`, the second left out while it is open.
pub fn span(care: PeriodOfCareRef<'_>) -> String {
    format!("{}-{}", written(care.began()), care.ended().map(written).unwrap_or_default())
}

/// Every period as `CHILD dd/mm/yyyy-dd/mm/yyyy`.
pub fn periods(linked: &Linked) -> Vec<String> {
    let of_child = |child: iro_handbook::ssda903::LinkedChild<'_>| {
        let id = child.id().to_owned();
        child.periods_of_care().map(|care| format!("{id} {}", span(care))).collect::<Vec<_>>()
    };
    linked.children().flat_map(of_child).collect()
}

/// The reviews in periods of care as `dd/mm/yyyy CODE`.
pub fn reviews(linked: &Linked) -> Vec<String> {
    let reviews = linked.periods_of_care().flat_map(|care| care.reviews());
    let code = |review: &iro_handbook::record::Review| {
        review.participation().map_or("-", |participation| participation.code())
    };
    reviews.map(|review| format!("{} {}", written(review.held_on()), code(review))).collect()
}

/// What is counted, the zeroes left out.
pub fn counted(quality: DataQuality) -> Vec<String> {
    let some = quality.each().into_iter().filter(|(_, count)| *count > 0);
    some.map(|(name, count)| format!("{name} {count}")).collect()
}

/// What is counted on the last day of the last return.
pub fn noted(linked: &Linked) -> Vec<String> {
    counted(linked.data_quality(linked.last_year().end(), linked.history()))
}

fn cohort(linked: &Linked, ending: i32, as_of: &str) -> Cohort {
    let year = CollectionYear::ending(ending).unwrap();
    linked.check_asked(year, day(as_of)).unwrap();
    let question = ReviewQuestion::new(year).with_as_of(day(as_of)).with_history(linked.history());
    let mut figures = ReviewFigures::new(question);
    for care in linked.periods_of_care() {
        figures.add(&WorkingDays::england_and_wales(), care).unwrap();
    }
    figures.cohort()
}

fn refusal(returns: Vec<Return>) -> String {
    let error = Linked::new(returns).unwrap_err();
    assert!(error.is_returns());
    error.to_string()
}

mod inputs {
    use super::*;

    // "An unbroken run of years, each given once, that includes the reported year; anything else is
    // an error."

    #[test]
    fn a_gap_between_the_years_is_an_error_that_names_it() {
        let refused = refusal(vec![return_of(2018, &[]), return_of(2020, &[])]);
        assert!(refused.contains("2019-20") && refused.contains("2017-18"), "{refused}");
        assert!(refused.contains("missing"), "{refused}");
        let all = [return_of(2020, &[]), return_of(2018, &[]), return_of(2019, &[])];
        let linked = Linked::new(all).unwrap();
        assert_eq!(linked.first_year().ending_year(), 2018);
        assert_eq!(linked.last_year().ending_year(), 2020);
    }

    #[test]
    fn a_year_given_twice_is_an_error_that_names_it() {
        let years = [2019, 2018, 2019].map(|ending| return_of(ending, &[]));
        let refused = refusal(years.to_vec());
        assert!(refused.contains("2018-19") && refused.contains("twice"), "{refused}");
    }

    #[test]
    fn no_return_at_all_is_an_error() {
        assert!(refusal(vec![]).contains("none"));
    }

    #[test]
    fn a_return_without_an_episodes_file_is_an_error_that_names_its_year() {
        let mut reviews_only = Return::new(CollectionYear::ending(2019).unwrap());
        reviews_only.push(&review("A - 01/06/2018 PN1"));
        let refused = refusal(vec![return_of(2018, &[]), reviews_only]);
        assert!(refused.contains("2018-19") && refused.contains("episodes"), "{refused}");
    }

    #[test]
    fn an_episodes_file_without_rows_is_no_error() {
        let linked = one(&[]);
        assert_eq!((linked.children().len(), linked.periods_of_care().len()), (0, 0));
    }

    #[test]
    fn only_a_year_that_is_loaded_can_be_reported_on() {
        let linked = link(&[(2018, &[]), (2019, &[])]);
        for (ending, loaded) in [(2017, false), (2018, true), (2019, true), (2020, false)] {
            let year = CollectionYear::ending(ending).unwrap();
            // A day that the returns do reach, so that only the year can be at fault.
            let asked = linked.check_asked(year, day("31/03/2019").max(year.start()));
            match asked {
                Ok(()) => assert!(loaded, "{ending}"),
                Err(error) => {
                    assert!(!loaded && error.is_returns());
                    let text = error.to_string();
                    assert!(text.contains(&ending.to_string()) && text.contains("2018 to 2019"));
                }
            }
        }
    }

    // "`as_of`: from `ps` to 31 March of the last return."
    #[test]
    fn the_day_asked_about_lies_from_the_first_of_the_year_to_the_last_of_the_returns() {
        let linked = link(&[(2018, &[]), (2019, &[]), (2020, &[])]);
        let year = CollectionYear::ending(2019).unwrap();
        for (asked, can_be_told) in [
            ("31/03/2018", false),
            ("01/04/2018", true),
            ("31/03/2019", true),
            ("31/03/2020", true),
            ("01/04/2020", false),
        ] {
            assert_eq!(linked.check_asked(year, day(asked)).is_ok(), can_be_told, "{asked}");
        }
        let refused = linked.check_asked(year, day("01/04/2020")).unwrap_err();
        assert!(refused.is_returns() && refused.to_string().contains("2020-04-01"));
    }

    // "`evidence_from`. Default: 1 April of the earliest return loaded."
    #[test]
    fn review_dates_are_complete_from_the_first_day_of_the_earliest_return() {
        let linked = link(&[(2020, &[]), (2018, &[]), (2019, &[])]);
        assert_eq!(linked.history(), History::CompleteFrom(day("01/04/2017")));
    }

    // "A later review is ignored, a later episode does not exist, a period of care whose end (worked
    // out first) is later is open."
    #[test]
    fn what_happened_later_than_the_day_asked_about_is_not_known() {
        let rows = [
            "A 01/06/2017 S C2 20/06/2017 X1",
            "A 20/06/2017 P C2 10/07/2017 E4A",
            "B 05/07/2017 S C2",
            "A reviewed 15/06/2017",
            "A reviewed 01/07/2017",
        ];
        let linked = one(&rows);
        // (day, started, ceased, at the end, reviews later than that)
        for (asked, started, ceased, at_end, later) in [
            ("31/05/2017", 0, 0, 0, 2),
            ("01/06/2017", 1, 0, 1, 2),
            // The second episode does not exist yet; the period's end is known to lie later.
            ("19/06/2017", 1, 0, 1, 1),
            ("20/06/2017", 1, 0, 1, 1),
            ("30/06/2017", 1, 0, 1, 1),
            ("01/07/2017", 1, 0, 1, 0),
            ("04/07/2017", 1, 0, 1, 0),
            ("05/07/2017", 2, 0, 2, 0),
            ("09/07/2017", 2, 0, 2, 0),
            ("10/07/2017", 2, 1, 1, 0),
            ("31/03/2018", 2, 1, 1, 0),
        ] {
            let cohort = cohort(&linked, 2018, asked);
            let found = (cohort.started(), cohort.ceased(), cohort.looked_after_at_end());
            assert_eq!(found, (started, ceased, at_end), "{asked}");
            let quality = linked.data_quality(day(asked), linked.history());
            assert_eq!(quality.review_after_as_of, later, "{asked}");
            assert_eq!(quality.review_outside_care, 0, "{asked}");
        }
    }

    // "It limits the dates of events, not which return told of them: a later return may correct an
    // earlier one."
    #[test]
    fn a_later_return_corrects_an_earlier_one_before_its_first_day() {
        let linked = link(&[
            (2018, &["A 01/06/2017 S C2", "B 01/06/2017 S C2"]),
            (2019, &["A 01/06/2017 S C2 01/08/2017 E4A"]),
        ]);
        let cohort = cohort(&linked, 2018, "31/08/2017");
        assert_eq!((cohort.started(), cohort.ceased(), cohort.looked_after_at_end()), (1, 1, 0));
    }
}

mod rows {
    use super::*;

    // "Text is trimmed and upper-cased"
    #[test]
    fn a_child_is_the_same_in_any_letter_case_and_with_spaces() {
        let mut first = Return::new(CollectionYear::ending(2018).unwrap());
        let mut second = Return::new(CollectionYear::ending(2019).unwrap());
        first.push(&iro_handbook::ssda903::EpisodeRow {
            child: " ab1\t".into(),
            decom: " 03/04/2017 ".into(),
            rne: " s ".into(),
            ls: "c2 ".into(),
            place: " a5".into(),
            ..Default::default()
        });
        second.push(&episode("AB1 03/04/2017 s c2 01/05/2018 e4a A5"));
        second.push(&review("aB1 - 04/04/2018 pn3"));
        let linked = Linked::new([first, second]).unwrap();
        assert_eq!(periods(&linked), ["AB1 03/04/2017-01/05/2018"]);
        assert_eq!(reviews(&linked), ["04/04/2018 PN3"]);
        assert_eq!(noted(&linked), [""; 0]);
        let care = linked.periods_of_care().next().unwrap();
        assert_eq!(care.entry(), iro_handbook::record::Entry::Known);
        assert_eq!(care.adoption().len(), 1);
    }

    #[test]
    fn short_breaks_are_told_in_any_letter_case() {
        let mut year = return_of(2018, &[]);
        let (child, decom, ls) = ("A".into(), "03/04/2017".into(), " v4 ".into());
        year.push(&iro_handbook::ssda903::EpisodeRow { child, decom, ls, ..Default::default() });
        assert_eq!(Linked::new([year]).unwrap().periods_of_care().len(), 0);
    }

    // "a row blank in every named column is skipped, and so is a review row with neither REVIEW nor
    // REVIEW_CODE"
    #[test]
    fn rows_that_say_nothing_are_skipped_and_not_counted() {
        let mut year = return_of(2018, &["A 03/04/2017 S C2", "A reviewed - -", "- reviewed - -"]);
        year.push(&iro_handbook::ssda903::EpisodeRow::default());
        let linked = Linked::new([year]).unwrap();
        assert_eq!((noted(&linked), reviews(&linked).len()), (vec![], 0));
    }

    // "Dates are dd/mm/yyyy; yyyy-mm-dd is read too; dd/mm/yy is read as 20yy; day and month may have
    // one digit in each. Anything else is unusable."
    #[test]
    fn a_day_is_the_same_in_each_of_its_forms() {
        for form in ["03/04/2017", "2017-04-03", "03/04/17", "3/4/2017", "2017-4-3", "3/4/17"] {
            let first = format!("A {form} S C2");
            let held = format!("A reviewed {form} PN2");
            let linked = link(&[
                (2018, &[&first, &held]),
                (2019, &["A 03/04/2017 S C2 04/05/18 E4A", "A reviewed 3/4/17 PN1"]),
            ]);
            assert_eq!(periods(&linked), ["A 03/04/2017-04/05/2018"], "{form}");
            assert_eq!(reviews(&linked), ["03/04/2017 PN1"], "{form}");
            assert_eq!(noted(&linked), ["duplicate_review 1"], "{form}");
        }
        for form in ["03.04.2017", "03-04-2017", "20170403", "2017/04/03", "31/04/2017", "3/Apr/17"]
        {
            let linked = one(&[&format!("A {form} S C2"), &format!("A reviewed {form}")]);
            assert_eq!(noted(&linked), ["unusable_episode 1", "unusable_review 1"], "{form}");
            assert_eq!(linked.children().len(), 0, "{form}");
        }
    }

    // "An episode row is unusable when CHILD or DECOM is missing or unreadable, DEC is unreadable, DEC
    // is before DECOM, or DECOM is outside 1 January 1990 to 30 November 2030."
    #[test]
    fn an_unusable_episode_makes_no_period_and_is_counted() {
        for row in [
            "- 03/04/2017 S C2",
            "A - S C2",
            "A soon S C2",
            "A 03/04/2017 S C2 later",
            "A 03/04/2017 S C2 02/04/2017",
            "A 31/12/1989 S C2",
            "A 01/12/2030 S C2",
        ] {
            let linked = one(&[row]);
            assert_eq!(periods(&linked), [""; 0], "{row}");
            assert_eq!(noted(&linked), ["unusable_episode 1"], "{row}");
        }
        for row in ["A 01/01/1990", "A 30/11/2030", "A 03/04/2017 S C2 03/04/2017"] {
            assert_eq!((one(&[row]).periods_of_care().len(), noted(&one(&[row]))), (1, vec![]));
        }
    }

    // "A review row is unusable when CHILD or REVIEW is missing or unreadable. A REVIEW_CODE other than
    // PN0 to PN7 counts as not recorded."
    #[test]
    fn an_unusable_review_is_counted_and_one_without_a_known_code_is_held() {
        let linked = one(&[
            "A 03/04/2017 S C2",
            "- reviewed 01/06/2017 PN1",
            "A reviewed - PN1",
            "A reviewed soon PN1",
            "A reviewed 01/06/2017 PN8",
            "A reviewed 02/06/2017 -",
            "A reviewed 03/06/2017 PN0",
        ]);
        assert_eq!(reviews(&linked), ["01/06/2017 -", "02/06/2017 -", "03/06/2017 PN0"]);
        assert_eq!(noted(&linked), ["unusable_review 3"]);
    }

    // "Unusable rows are set aside first and take part in nothing below."
    #[test]
    fn an_unusable_episode_neither_carries_nor_replaces_an_earlier_one() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2", "B 03/04/2017 S C2 01/05/2017 E4A"]),
            (2019, &["A 03/04/2017 S C2 02/04/2017", "B 03/04/2017 S C2 never"]),
        ]);
        assert_eq!(periods(&linked), ["B 03/04/2017-01/05/2017"]);
        let expected = ["unusable_episode 2", "episode_not_carried 1", "child_not_carried 1"];
        assert_eq!(noted(&linked), expected);
    }

    #[test]
    fn an_unusable_episode_does_not_join_periods() {
        let linked = one(&[
            "A 03/04/2017 S C2 01/05/2017 E4A",
            "A 10/04/2017 P C2 soon",
            "A 01/06/2017 S C2",
        ]);
        assert_eq!(periods(&linked), ["A 03/04/2017-01/05/2017", "A 01/06/2017-"]);
    }

    #[test]
    fn unusable_reviews_are_no_duplicates_of_each_other() {
        let linked = one(&["A 03/04/2017", "A reviewed soon PN1", "A reviewed soon PN1"]);
        assert_eq!(noted(&linked), ["unusable_review 2"]);
    }
}

mod episodes_over_years {
    use super::*;

    // "Where a later return has any episode with that key, the earlier returns' episodes with that key
    // are dropped."
    #[test]
    fn the_later_return_says_how_an_episode_went() {
        let linked =
            link(&[(2018, &["A 03/04/2017 S C2"]), (2019, &["A 03/04/2017 S C2 05/06/2018 E4A"])]);
        assert_eq!(
            (periods(&linked), noted(&linked)),
            (vec!["A 03/04/2017-05/06/2018".into()], vec![])
        );
    }

    #[test]
    fn an_end_that_the_later_return_takes_back_is_gone() {
        let linked =
            link(&[(2018, &["A 03/04/2017 S C2 05/06/2017 E4A"]), (2019, &["A 03/04/2017 S C2"])]);
        assert_eq!((periods(&linked), noted(&linked)), (vec!["A 03/04/2017-".into()], vec![]));
    }

    #[test]
    fn one_row_of_a_later_return_drops_every_earlier_one_with_its_key() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2 05/06/2017", "A 03/04/2017 S C2 07/08/2017"]),
            (2019, &["A 03/04/2017 S C2 04/05/2017"]),
        ]);
        assert_eq!(
            (periods(&linked), noted(&linked)),
            (vec!["A 03/04/2017-04/05/2017".into()], vec![])
        );
    }

    #[test]
    fn the_last_of_three_returns_has_the_last_word() {
        let row = |dec: &str| format!("A 03/04/2017 S C2 {dec} E4A");
        let [first, second, third] = ["05/06/2018", "06/06/2018", "07/05/2017"].map(row);
        let linked = link(&[(2018, &[&first]), (2019, &[&second]), (2020, &[&third])]);
        assert_eq!(
            (periods(&linked), noted(&linked)),
            (vec!["A 03/04/2017-07/05/2017".into()], vec![])
        );
    }

    #[test]
    fn a_key_is_of_one_child() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2 01/05/2017 E4A"]),
            (2019, &["B 03/04/2017 S C2 02/05/2018 E4A"]),
        ]);
        let expected = ["A 03/04/2017-01/05/2017", "B 03/04/2017-02/05/2018"];
        assert_eq!((periods(&linked), noted(&linked)), (expected.map(String::from).into(), vec![]));
    }

    // "An earlier episode that the later return should hold but does not (no DEC, or DEC on or after
    // that return's first day, and no such key in it) is dropped too, and counted."
    #[test]
    fn an_episode_that_reaches_into_the_later_year_has_to_be_in_its_return() {
        for (dec, carried) in
            [("31/03/2018", true), ("01/04/2018", false), ("02/04/2018", false), ("-", false)]
        {
            let first = format!("A 03/04/2017 S C2 {dec}");
            // The child has a row there, so that only the episode can be missing.
            let linked = link(&[(2018, &[&first]), (2019, &["A 01/09/2018 S C2"])]);
            let (mut expected, mut counts) = (vec!["A 01/09/2018-".to_owned()], vec![]);
            if carried {
                expected.insert(0, "A 03/04/2017-31/03/2018".to_owned());
            } else {
                counts.push("episode_not_carried 1".to_owned());
            }
            assert_eq!((periods(&linked), noted(&linked)), (expected, counts), "{dec}");
        }
    }

    #[test]
    fn each_episode_not_carried_is_counted() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2 01/05/2018 X1", "A 03/04/2017 P C2", "A 01/02/2018 P C2"]),
            (2019, &["A 01/05/2018 P C2"]),
        ]);
        assert_eq!(periods(&linked), ["A 01/05/2018-"]);
        assert_eq!(noted(&linked), ["episode_not_carried 3"]);
    }

    #[test]
    fn an_episode_two_returns_back_is_weighed_against_each_later_one_in_turn() {
        // It ends in the second year: the second return should hold it, the third need not.
        let row = "A 03/04/2017 S C2 01/03/2019 E4A";
        let carried = link(&[(2018, &[row]), (2019, &[row]), (2020, &[])]);
        assert_eq!(
            (periods(&carried), noted(&carried)),
            (vec!["A 03/04/2017-01/03/2019".into()], vec![])
        );
        // Ended before the second year, corrected by the third.
        let row = "A 03/04/2017 S C2 01/03/2018 E4A";
        let later = "A 03/04/2017 S C2 01/02/2018 E4A";
        let corrected = link(&[(2018, &[row]), (2019, &[]), (2020, &[later])]);
        assert_eq!(
            (periods(&corrected), noted(&corrected)),
            (vec!["A 03/04/2017-01/02/2018".into()], vec![])
        );
        // Gone in the second, back in the third: counted once, and it stands.
        let back =
            link(&[(2018, &["A 03/04/2017 S C2"]), (2019, &[]), (2020, &["A 03/04/2017 S C2"])]);
        assert_eq!(periods(&back), ["A 03/04/2017-"]);
        assert_eq!(noted(&back), ["episode_not_carried 1", "child_not_carried 1"]);
    }

    // "A child all of whose rows are gone from it (no usable episode there, at least one dropped) is
    // counted as `child_not_carried`": for each child and each later return.
    #[test]
    fn a_child_gone_from_a_later_return_is_counted_once_for_it() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2 01/05/2018 X1", "A 01/02/2018 P C2", "B 01/06/2017 S C2"]),
            (2019, &["C 01/06/2018 S C2", "A reviewed 01/06/2018"]),
            (2020, &["C 01/06/2018 S C2"]),
        ]);
        assert_eq!(periods(&linked), ["C 01/06/2018-"]);
        let expected = ["episode_not_carried 3", "child_not_carried 2", "review_outside_care 1"];
        assert_eq!(noted(&linked), expected);
    }

    #[test]
    fn a_child_gone_twice_is_counted_twice() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2"]),
            (2019, &[]),
            (2020, &["A 01/09/2019 S C2"]),
            (2021, &[]),
        ]);
        assert_eq!(periods(&linked), [""; 0]);
        assert_eq!(noted(&linked), ["episode_not_carried 2", "child_not_carried 2"]);
    }

    #[test]
    fn a_child_of_whom_the_later_return_need_not_tell_is_not_missing() {
        let linked = link(&[(2018, &["A 03/04/2017 S C2 31/03/2018 E4A"]), (2019, &[])]);
        assert_eq!(
            (periods(&linked), noted(&linked)),
            (vec!["A 03/04/2017-31/03/2018".into()], vec![])
        );
    }

    // "Within one return nothing is dropped."
    #[test]
    fn within_one_return_two_episodes_may_share_a_first_day() {
        let linked = one(&[
            "A 03/04/2017 S C2 01/05/2017",
            "A 03/04/2017 S V4 01/06/2017",
            "A 03/04/2017 S C2 01/05/2017",
        ]);
        assert_eq!(
            (periods(&linked), noted(&linked)),
            (vec!["A 03/04/2017-01/05/2017".into()], vec![])
        );
        // The first and the last return alike, and open ones too.
        let twice = ["A 03/04/2017 S C2 01/05/2018 E4A", "A 03/04/2017 S C2 09/09/2018 E4A"];
        let linked = link(&[(2018, &twice), (2019, &twice)]);
        assert_eq!(
            (periods(&linked), noted(&linked)),
            (vec!["A 03/04/2017-09/09/2018".into()], vec![])
        );
        let linked = one(&["A 03/04/2017 S C2", "A 04/04/2017 S C2"]);
        assert_eq!((periods(&linked), noted(&linked)), (vec!["A 03/04/2017-".into()], vec![]));
    }

    #[test]
    fn short_breaks_take_part() {
        // Not carried, like any other.
        let lost =
            link(&[(2018, &["A 03/04/2017 S V4", "B 03/04/2017 S V3 01/04/2018"]), (2019, &[])]);
        assert_eq!(noted(&lost), ["episode_not_carried 2", "child_not_carried 2"]);
        // A short break with the key replaces care, and care a short break.
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2", "B 03/04/2017 S V4"]),
            (2019, &["A 03/04/2017 S V4", "B 03/04/2017 S C2"]),
        ]);
        assert_eq!((periods(&linked), noted(&linked)), (vec!["B 03/04/2017-".into()], vec![]));
        // A child with a short break there is there.
        let there = link(&[(2018, &["A 03/04/2017 S C2"]), (2019, &["A 01/06/2018 S V4"])]);
        assert_eq!(noted(&there), ["episode_not_carried 1"]);
    }

    #[test]
    fn returns_may_be_given_in_any_order() {
        let years: [(i32, &[&str]); 3] = [
            (2018, &["A 03/04/2017 S C2", "A reviewed 01/06/2017 PN1", "B 03/04/2017 S C2"]),
            (2019, &["A 03/04/2017 S C2 01/05/2019 E4A", "A reviewed 01/06/2017 PN2"]),
            (2020, &["A 03/04/2017 S C2 02/05/2019 E4A", "A reviewed 01/06/2017 PN3"]),
        ];
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let linked = link(&order.map(|place| years[place]));
            assert_eq!(periods(&linked), ["A 03/04/2017-02/05/2019"], "{order:?}");
            assert_eq!(reviews(&linked), ["01/06/2017 PN3"], "{order:?}");
            let expected = ["episode_not_carried 1", "child_not_carried 1", "duplicate_review 2"];
            assert_eq!(noted(&linked), expected, "{order:?}");
        }
    }
}

mod reviews_over_years {
    use super::*;

    // "Within one return the first row stands."
    #[test]
    fn of_two_rows_of_a_return_the_first_stands() {
        let linked = one(&[
            "A 03/04/2017 S C2",
            "A reviewed 01/06/2017 PN2",
            "A reviewed 01/06/2017 PN1",
            "A reviewed 1/6/17 PN3",
        ]);
        assert_eq!(reviews(&linked), ["01/06/2017 PN2"]);
        assert_eq!(noted(&linked), ["duplicate_review 2"]);
    }

    #[test]
    fn the_first_row_stands_also_without_a_code() {
        let rows = ["A 03/04/2017", "A reviewed 01/06/2017 -", "A reviewed 01/06/2017 PN1"];
        assert_eq!(reviews(&one(&rows)), ["01/06/2017 -"]);
    }

    // "Across returns the later return's row stands. Every row that falls away is counted once."
    #[test]
    fn of_two_returns_the_later_ones_first_row_stands() {
        let linked = link(&[
            (2018, &["A 03/04/2017", "A reviewed 01/06/2017 PN1", "A reviewed 01/06/2017 PN2"]),
            (2019, &["A 03/04/2017", "A reviewed 01/06/2017 PN3", "A reviewed 01/06/2017 PN4"]),
            (2020, &["A 03/04/2017", "A reviewed 02/06/2017 PN5", "B reviewed 01/06/2017 PN6"]),
        ]);
        assert_eq!(reviews(&linked), ["01/06/2017 PN3", "02/06/2017 PN5"]);
        assert_eq!(noted(&linked), ["duplicate_review 3", "review_outside_care 1"]);
    }

    #[test]
    fn the_review_of_an_earlier_return_stands_where_the_later_has_none_that_day() {
        let linked = link(&[
            (2018, &["A 03/04/2017", "A reviewed 01/06/2017 PN1"]),
            (2019, &["A 03/04/2017", "A reviewed 01/06/2018 PN3"]),
        ]);
        assert_eq!(reviews(&linked), ["01/06/2017 PN1", "01/06/2018 PN3"]);
        assert_eq!(noted(&linked), [""; 0]);
    }

    #[test]
    fn a_row_that_falls_away_is_counted_as_nothing_else() {
        // Outside care, in a short break, before the evidence and after the day asked about.
        for (on, expected) in [
            ("01/06/2017", "review_outside_care 1"),
            ("01/07/2017", "review_in_short_break 1"),
            ("31/03/2017", "review_before_evidence 1"),
            ("01/04/2018", "review_after_as_of 1"),
        ] {
            let row = format!("A reviewed {on}");
            let linked = one(&["A 01/07/2017 S V4", &row, &row, &row]);
            assert_eq!(noted(&linked), ["duplicate_review 2", expected], "{on}");
        }
    }

    #[test]
    fn reviews_come_by_date_in_whatever_order_the_rows_stand() {
        let linked = one(&[
            "A reviewed 03/06/2017 PN3",
            "A reviewed 01/06/2017 PN1",
            "A 03/04/2017 S C2",
            "A reviewed 02/06/2017 PN2",
        ]);
        assert_eq!(reviews(&linked), ["01/06/2017 PN1", "02/06/2017 PN2", "03/06/2017 PN3"]);
    }
}

mod where_a_review_belongs {
    use super::*;

    fn noted_of(rows: &[&str], on: &str) -> Vec<String> {
        let row = format!("A reviewed {on}");
        let linked = one(&[rows, &[row.as_str()]].concat());
        let stray = linked.children().map(|child| child.stray_reviews().len()).sum::<usize>();
        assert_eq!(reviews(&linked).len() + stray, 1, "it is in one place");
        let mut found = noted(&linked);
        found.extend(reviews(&linked).iter().map(|_| "held".to_owned()));
        found
    }

    // "It belongs to the period of care with `began <= date <= ended` (or open)."
    #[test]
    fn a_review_belongs_from_the_first_day_of_a_period_to_its_last() {
        let rows = ["A 03/06/2017 S C2 10/06/2017 E4A", "A 20/06/2017 S C2"];
        for (on, expected) in [
            ("02/06/2017", "review_outside_care 1"),
            ("03/06/2017", "held"),
            ("10/06/2017", "held"),
            ("11/06/2017", "review_outside_care 1"),
            ("19/06/2017", "review_outside_care 1"),
            ("20/06/2017", "held"),
            ("31/03/2018", "held"),
        ] {
            assert_eq!(noted_of(&rows, on), [expected], "{on}");
        }
    }

    #[test]
    fn each_review_is_with_its_own_period() {
        let linked = one(&[
            "A 03/06/2017 S C2 10/06/2017 E4A",
            "A 20/06/2017 S C2",
            "A reviewed 10/06/2017",
            "A reviewed 15/06/2017",
            "A reviewed 20/06/2017",
            "A reviewed 01/06/2017",
            "B reviewed 05/06/2017",
        ]);
        let found: Vec<_> = linked.periods_of_care().map(|care| care.reviews().len()).collect();
        assert_eq!(found, [1, 1]);
        let child = linked.children().find(|child| child.id() == "A").unwrap();
        let stray: Vec<_> =
            child.stray_reviews().iter().map(|stray| written(stray.review.held_on())).collect();
        assert_eq!(stray, ["01/06/2017", "15/06/2017"]);
        assert_eq!(noted(&linked), ["review_outside_care 3"]);
        assert_eq!(child.to_child().periods_of_care().len(), 2);
        assert_eq!(child.to_child().check(), Ok(()));
    }

    // "Failing that it is `review_in_short_break` when some short-break episode covers it (DECOM <=
    // date <= DEC or open), else `review_outside_care`."
    #[test]
    fn a_review_in_a_short_break_is_told_from_one_outside_care() {
        for ls in ["V3", "V4"] {
            let row = format!("A 03/06/2017 S {ls} 10/06/2017 E4A");
            let open = format!("A 20/06/2017 S {ls}");
            for (on, expected) in [
                ("02/06/2017", "review_outside_care 1"),
                ("03/06/2017", "review_in_short_break 1"),
                ("10/06/2017", "review_in_short_break 1"),
                ("11/06/2017", "review_outside_care 1"),
                ("20/06/2017", "review_in_short_break 1"),
                ("31/03/2018", "review_in_short_break 1"),
            ] {
                assert_eq!(noted_of(&[&row, &open], on), [expected], "{ls} {on}");
            }
        }
    }

    #[test]
    fn some_short_break_is_enough_whichever() {
        let rows = [
            "A 01/06/2017 S V4 30/06/2017",
            "A 02/06/2017 S V3 03/06/2017",
            "A 04/06/2017 S V3 04/06/2017",
        ];
        assert_eq!(noted_of(&rows, "20/06/2017"), ["review_in_short_break 1"]);
    }

    #[test]
    fn a_review_in_care_and_in_a_short_break_is_in_care() {
        let rows = ["A 01/06/2017 S V4", "A 10/06/2017 S C2 20/06/2017 E4A"];
        assert_eq!(noted_of(&rows, "15/06/2017"), ["held"]);
        assert_eq!(noted_of(&rows, "21/06/2017"), ["review_in_short_break 1"]);
    }

    #[test]
    fn a_short_break_of_another_child_does_not_count() {
        assert_eq!(noted_of(&["B 01/06/2017 S V4"], "15/06/2017"), ["review_outside_care 1"]);
        assert_eq!(noted_of(&["B 01/06/2017 S C2"], "15/06/2017"), ["review_outside_care 1"]);
    }

    // "Taking each review dated from `evidence_from` to `as_of`. Earlier ones are
    // `review_before_evidence`, later ones `review_after_as_of`."
    #[test]
    fn outside_the_days_of_evidence_nothing_else_is_said_of_a_review() {
        let linked = one(&[
            "A 01/01/2017 S C2 30/04/2018 E4A",
            "B 01/01/2017 S V4",
            "A reviewed 31/03/2017",
            "A reviewed 01/04/2017",
            "A reviewed 31/03/2018",
            "A reviewed 01/04/2018",
            "A reviewed 01/05/2018",
            "A reviewed 01/12/2016",
            "B reviewed 31/03/2017",
            "B reviewed 01/04/2017",
            "B reviewed 31/03/2018",
            "B reviewed 01/04/2018",
            "C reviewed 31/03/2017",
            "C reviewed 01/04/2017",
            "C reviewed 31/03/2018",
            "C reviewed 01/04/2018",
        ]);
        assert_eq!(
            noted(&linked),
            [
                "review_after_as_of 4",
                "review_before_evidence 4",
                "review_in_short_break 2",
                "review_outside_care 2",
            ]
        );
        // The same on another day, and from another day on: the bounds themselves are inside.
        let from = History::CompleteFrom(day("01/12/2016"));
        assert_eq!(
            counted(linked.data_quality(day("01/04/2018"), from)),
            ["review_after_as_of 1", "review_in_short_break 4", "review_outside_care 5"]
        );
        let from = History::CompleteFrom(day("02/04/2017"));
        assert_eq!(
            counted(linked.data_quality(day("30/03/2018"), from)),
            ["review_after_as_of 7", "review_before_evidence 7"]
        );
        // "A caller with full review histories says so; then there is no such day."
        assert_eq!(
            counted(linked.data_quality(day("01/05/2018"), History::Complete)),
            ["review_in_short_break 4", "review_outside_care 6"]
        );
    }

    #[test]
    fn evidence_begins_with_the_earliest_return_and_not_with_the_years_own() {
        let rows = ["A 01/01/2017 S C2", "A reviewed 15/04/2017", "A reviewed 15/03/2017"];
        let linked = link(&[(2018, &rows[..1]), (2019, &rows)]);
        assert_eq!(noted(&linked), ["review_before_evidence 1"]);
    }
}

/// The order of the file counts among equals, however many rows there are and however they lie.
#[test]
fn among_many_rows_the_first_of_equals_is_first() {
    let mut rows = vec![];
    for number in 0..120 {
        let child = ["A", "B", "C"][number * 7 % 3];
        let day = 3 + number * 11 % 5;
        // The first row of each child and day is another than the rest.
        let first = number < 15;
        let (rne, code) = if first { ("S", "PN1") } else { ("P", "PN2") };
        rows.push(format!("{child} {day:02}/04/2017 {rne} C2 20/04/2017"));
        rows.push(format!("{child} {day:02}/04/2017 P V4 20/04/2017"));
        rows.push(format!("{child} reviewed {day:02}/04/2017 {code}"));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let linked = one(&rows);
    let expected = ["A", "B", "C"].map(|child| format!("{child} 03/04/2017-20/04/2017"));
    let mut found = periods(&linked);
    found.sort();
    assert_eq!(found, expected);
    let known = |care: PeriodOfCareRef<'_>| care.entry() == iro_handbook::record::Entry::Known;
    assert!(linked.periods_of_care().all(known));
    assert_eq!(reviews(&linked).len(), 15);
    assert!(reviews(&linked).iter().all(|review| review.ends_with("PN1")));
    assert_eq!(noted(&linked), ["duplicate_review 105"]);
}
