//! Episodes into periods of care, and when placements for adoption begin and end.

use super::link::{link, noted, one, periods, span, written};
use iro_handbook::record::{AdoptionChange, Entry};
use iro_handbook::ssda903::Linked;

/// The periods of care of these episodes: the child is left out of the rows.
fn spans(rows: &[&str]) -> Vec<String> {
    of_a(rows).periods_of_care().map(span).collect()
}

fn of_a(rows: &[&str]) -> Linked {
    let rows: Vec<String> = rows.iter().map(|row| format!("A {row}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let linked = one(&rows);
    assert_eq!(noted(&linked), [""; 0], "every row can be used");
    linked
}

mod joining {
    use super::*;

    // "Episodes with legal status V3 or V4 are short breaks. They form no ordinary period of care."
    #[test]
    fn short_breaks_form_none_and_join_none() {
        let breaks = ["03/04/2017 S V3 05/04/2017 E4A", "01/05/2017 S V4"];
        assert_eq!(spans(&breaks), [""; 0]);
        let between =
            ["03/04/2017 S C2 03/05/2017 E4A", "03/05/2017 S V4 01/06/2017", "01/06/2017 S C2"];
        assert_eq!(spans(&between), ["03/04/2017-03/05/2017", "01/06/2017-"]);
        let first = ["01/04/2017 S V4 03/04/2017 E4A", "03/04/2017 S C2 03/05/2017 E4A"];
        assert_eq!(spans(&first), ["03/04/2017-03/05/2017"]);
        let last = ["03/04/2017 S C2 03/05/2017 E4A", "03/05/2017 S V3"];
        assert_eq!(spans(&last), ["03/04/2017-03/05/2017"]);
    }

    #[test]
    fn every_other_legal_status_is_ordinary() {
        for ls in ["C1", "C2", "D1", "E1", "V1", "V2", "L1", "L2", "L3", "J1", "J2", "J3", "-"] {
            assert_eq!(spans(&[&format!("03/04/2017 S {ls}")]), ["03/04/2017-"], "{ls}");
        }
    }

    // "An episode joins the current period when its DECOM is not later than the latest DEC so far;
    // otherwise it begins a new period."
    #[test]
    fn the_same_day_joins_and_the_next_does_not() {
        for (decom, expected) in [
            ("02/05/2017", &["03/04/2017-"][..]),
            ("03/05/2017", &["03/04/2017-"]),
            ("04/05/2017", &["03/04/2017-03/05/2017", "04/05/2017-"]),
        ] {
            let second = format!("{decom} P C2");
            assert_eq!(spans(&["03/04/2017 S C2 03/05/2017 X1", &second]), expected, "{decom}");
        }
    }

    #[test]
    fn the_latest_end_so_far_need_not_be_that_of_the_episode_before() {
        let rows = [
            "03/04/2017 S C2 20/04/2017",
            "05/04/2017 P C2 08/04/2017",
            "20/04/2017 P C2 21/04/2017",
        ];
        assert_eq!(spans(&rows), ["03/04/2017-21/04/2017"]);
        // And it stays so over several.
        let rows = [
            "03/04/2017 S C2 20/04/2017",
            "05/04/2017 P C2 05/04/2017",
            "06/04/2017 P C2 07/04/2017",
            "21/04/2017 P C2 22/04/2017",
        ];
        assert_eq!(spans(&rows), ["03/04/2017-20/04/2017", "21/04/2017-22/04/2017"]);
    }

    #[test]
    fn the_end_of_an_earlier_period_does_not_reach_into_the_next() {
        let rows = [
            "03/04/2017 S C2 20/04/2017",
            "21/04/2017 S C2 22/04/2017",
            "23/04/2017 S C2 24/04/2017",
        ];
        assert_eq!(spans(&rows).len(), 3);
    }

    // "... when the episode before it has no DEC"
    #[test]
    fn after_an_episode_without_an_end_the_next_joins_however_late() {
        let rows = ["03/04/2017 S C2", "01/02/2018 S C2 03/02/2018 E4A"];
        assert_eq!(spans(&rows), ["03/04/2017-03/02/2018"]);
        let rows = ["03/04/2017 S C2 01/05/2017", "01/05/2017 P C2", "01/02/2018 S C2 03/02/2018"];
        assert_eq!(spans(&rows), ["03/04/2017-03/02/2018"]);
    }

    #[test]
    fn only_the_episode_before_holds_the_door_open() {
        let rows = ["03/04/2017 S C2", "05/04/2017 P C2 08/04/2017", "01/02/2018 S C2 03/02/2018"];
        assert_eq!(spans(&rows), ["03/04/2017-08/04/2017", "01/02/2018-03/02/2018"]);
    }

    // "Dates decide; RNE and REC that disagree are never a reason to split or join."
    #[test]
    fn codes_neither_split_nor_join() {
        for rne in ["S", "L", "P", "T", "B", "U", "-"] {
            for rec in ["X1", "E4A", "E11", "-"] {
                let first = format!("03/04/2017 S C2 03/05/2017 {rec}");
                let (same, next) = (format!("03/05/2017 {rne} C2"), format!("04/05/2017 {rne} C2"));
                assert_eq!(spans(&[&first, &same]), ["03/04/2017-"], "{rec} {rne}");
                assert_eq!(spans(&[&first, &next]).len(), 2, "{rec} {rne}");
            }
        }
    }

    // "Sorted by (DECOM, DEC with blank last)"
    #[test]
    fn rows_may_stand_in_any_order() {
        let rows = ["04/05/2017 P C2", "03/04/2017 S C2 20/04/2017", "20/04/2017 P C2 04/05/2017"];
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            assert_eq!(spans(&order.map(|place| rows[place])), ["03/04/2017-"], "{order:?}");
        }
    }

    #[test]
    fn of_episodes_that_begin_on_one_day_the_one_without_an_end_is_last() {
        for rows in [
            ["03/04/2017 S C2", "03/04/2017 S C2 20/04/2017"],
            ["03/04/2017 S C2 20/04/2017", "03/04/2017 S C2"],
        ] {
            assert_eq!(spans(&rows), ["03/04/2017-"]);
        }
        // And the one that ends first is first: the other's RNE does not count.
        for rows in [
            ["03/04/2017 P C2 21/04/2017", "03/04/2017 S C2 20/04/2017"],
            ["03/04/2017 S C2 20/04/2017", "03/04/2017 P C2 21/04/2017"],
        ] {
            let linked = of_a(&rows);
            assert_eq!(linked.periods_of_care().next().unwrap().entry(), Entry::Known);
        }
    }

    #[test]
    fn of_episodes_with_the_same_days_the_first_row_is_first() {
        for end in ["20/04/2017", "-"] {
            let (s, p) = (format!("03/04/2017 S C2 {end}"), format!("03/04/2017 P C2 {end}"));
            for (rows, expected) in [([&s, &p], Entry::Known), ([&p, &s], Entry::NotKnown)] {
                let linked = of_a(&rows.map(String::as_str));
                let care = linked.periods_of_care().next().unwrap();
                assert_eq!((linked.periods_of_care().len(), care.entry()), (1, expected));
            }
        }
    }

    #[test]
    fn episodes_of_several_returns_make_one_period() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S C2 01/09/2017 X1", "A 01/09/2017 P C2"]),
            (2019, &["A 01/09/2017 P C2 01/05/2018 X1", "A 01/05/2018 P C2 02/06/2018 E4A"]),
        ]);
        assert_eq!(periods(&linked), ["A 03/04/2017-02/06/2018"]);
        assert_eq!(linked.periods_of_care().next().unwrap().entry(), Entry::Known);
    }

    #[test]
    fn children_are_kept_apart() {
        let linked = one(&[
            "A 03/04/2017 S C2 20/04/2017 X1",
            "B 03/04/2017 S C2",
            "A 20/04/2017 P C2 21/04/2017 E4A",
            "C 20/04/2017 S C2 22/04/2017 E4A",
        ]);
        let expected = ["A 03/04/2017-21/04/2017", "B 03/04/2017-", "C 20/04/2017-22/04/2017"];
        assert_eq!(periods(&linked), expected);
    }
}

mod bounds {
    use super::*;

    // "`began` is the first DECOM. The period is open when its last episode (in that order) has no
    // DEC; else `ended` is its latest DEC."
    #[test]
    fn a_period_ends_with_its_latest_end_whichever_episode_has_it() {
        let rows = ["03/04/2017 S C2 20/05/2017 E4A", "05/04/2017 P C2 08/04/2017 E4A"];
        assert_eq!(spans(&rows), ["03/04/2017-20/05/2017"]);
    }

    #[test]
    fn a_period_is_open_only_if_its_last_episode_is() {
        let last_closed = ["03/04/2017 S C2", "05/04/2017 P C2 08/04/2017"];
        assert_eq!(spans(&last_closed), ["03/04/2017-08/04/2017"]);
        let last_open = ["03/04/2017 S C2 20/05/2017", "05/04/2017 P C2"];
        assert_eq!(spans(&last_open), ["03/04/2017-"]);
        let middle_open =
            ["03/04/2017 S C2 20/05/2017", "05/04/2017 P C2", "06/04/2017 P C2 07/04/2017"];
        assert_eq!(spans(&middle_open), ["03/04/2017-20/05/2017"]);
    }

    #[test]
    fn a_period_may_be_one_day_long() {
        assert_eq!(spans(&["03/04/2017 S C2 03/04/2017 E4A"]), ["03/04/2017-03/04/2017"]);
    }

    // "The entry is known when the first episode's RNE is S."
    #[test]
    fn the_entry_is_known_only_when_the_first_episode_is_coded_s() {
        for (rne, expected) in [
            ("S", Entry::Known),
            ("L", Entry::NotKnown),
            ("P", Entry::NotKnown),
            ("T", Entry::NotKnown),
            ("B", Entry::NotKnown),
            ("U", Entry::NotKnown),
            ("X", Entry::NotKnown),
            ("-", Entry::NotKnown),
        ] {
            let linked = of_a(&[&format!("03/04/2017 {rne} C2 20/04/2017"), "20/04/2017 S C2"]);
            assert_eq!(linked.periods_of_care().next().unwrap().entry(), expected, "{rne}");
        }
    }

    #[test]
    fn each_period_has_an_entry_of_its_own() {
        let linked =
            of_a(&["03/04/2017 P C2 20/04/2017", "21/04/2017 S C2 22/04/2017", "24/04/2017 L C2"]);
        let entries: Vec<_> = linked.periods_of_care().map(|care| care.entry()).collect();
        assert_eq!(entries, [Entry::NotKnown, Entry::Known, Entry::NotKnown]);
    }
}

mod adoption {
    use super::*;

    /// The changes of all periods, as `P dd/mm` and `E dd/mm`, all in 2017.
    fn changes(rows: &[&str]) -> Vec<String> {
        let of_period = |change: &AdoptionChange| {
            let sign = match change {
                AdoptionChange::Placed(_) => "P",
                AdoptionChange::Ended(_) => "E",
            };
            format!("{sign} {}", written(change.on()).trim_end_matches("/2017"))
        };
        let linked = of_a(rows);
        linked
            .periods_of_care()
            .flat_map(|care| care.adoption().to_vec())
            .map(|change| of_period(&change))
            .collect()
    }

    // "Placement for adoption (PLACE A3 to A6)"
    #[test]
    fn four_codes_are_placements_for_adoption() {
        for (place, expected) in [
            ("A3", &["P 03/05"][..]),
            ("A4", &["P 03/05"]),
            ("A5", &["P 03/05"]),
            ("A6", &["P 03/05"]),
            ("a6", &["P 03/05"]),
            ("A1", &[]),
            ("A2", &[]),
            ("A7", &[]),
            ("A", &[]),
            ("A55", &[]),
            ("U2", &[]),
            ("U5", &[]),
            ("-", &[]),
        ] {
            let second = format!("03/05/2017 P E1 - - {place}");
            let found = changes(&["03/04/2017 S E1 03/05/2017 X1 U4", &second]);
            assert_eq!(found, expected, "{place}");
        }
    }

    // "It begins, on day P, with an episode with such a PLACE when the episode before it has none",
    // whatever its RNE.
    #[test]
    fn it_begins_where_the_episode_before_has_none() {
        for rne in ["S", "L", "P", "T", "B", "U", "-"] {
            let second = format!("03/05/2017 {rne} E1 - - A5");
            assert_eq!(changes(&["03/04/2017 S E1 03/05/2017 X1 U4", &second]), ["P 03/05"]);
            // Also where the period's start is not known.
            assert_eq!(changes(&["03/04/2017 L E1 03/05/2017 X1 U4", &second]), ["P 03/05"]);
        }
    }

    // "... or when its own RNE is P or B (another carer)."
    #[test]
    fn another_carer_is_another_placement() {
        for (rne, expected) in [
            ("P", &["P 03/04", "P 03/05"][..]),
            ("B", &["P 03/04", "P 03/05"]),
            ("T", &["P 03/04"]),
            ("L", &["P 03/04"]),
            ("U", &["P 03/04"]),
            ("S", &["P 03/04"]),
            ("-", &["P 03/04"]),
        ] {
            // Another code of the four with the same carer is the same placement too.
            for place in ["A5", "A6"] {
                let second = format!("03/05/2017 {rne} E1 - - {place}");
                let found = changes(&["03/04/2017 S E1 03/05/2017 X1 A5", &second]);
                assert_eq!(found, expected, "{rne} {place}");
            }
        }
    }

    // "Where such an episode opens a period whose entry is not known, P is known only if its RNE is P,
    // T or B; otherwise its start changes no clock." With a known entry (S) it does.
    #[test]
    fn an_opening_placement_begins_only_where_its_code_says_so() {
        for (rne, expected) in [
            ("S", &["P 03/04"][..]),
            ("P", &["P 03/04"]),
            ("T", &["P 03/04"]),
            ("B", &["P 03/04"]),
            ("U", &[]),
            ("L", &[]),
            ("X", &[]),
            ("-", &[]),
        ] {
            assert_eq!(changes(&[&format!("03/04/2017 {rne} E1 - - A5")]), expected, "{rne}");
        }
    }

    // "It ends, on day E, with the next episode of the period without such a PLACE (also where its
    // start is not known)."
    #[test]
    fn it_ends_with_the_next_episode_that_is_not_adoptive() {
        for rne in ["S", "L", "P", "T", "B", "U", "-"] {
            let back = format!("03/05/2017 {rne} E1 - - U4");
            assert_eq!(
                changes(&["03/04/2017 S E1 03/05/2017 X1 A5", &back]),
                ["P 03/04", "E 03/05"]
            );
            assert_eq!(changes(&["03/04/2017 L E1 03/05/2017 X1 A5", &back]), ["E 03/05"]);
            assert_eq!(changes(&["03/04/2017 U E1 03/05/2017 X1 A3", &back]), ["E 03/05"]);
        }
        let unnamed = ["03/04/2017 S E1 03/05/2017 X1 A5", "03/05/2017 P E1"];
        assert_eq!(changes(&unnamed), ["P 03/04", "E 03/05"]);
    }

    #[test]
    fn it_ends_once() {
        let rows = [
            "03/04/2017 S E1 03/05/2017 X1 A5",
            "03/05/2017 P E1 04/05/2017 X1 U4",
            "04/05/2017 P E1 - - U4",
        ];
        assert_eq!(changes(&rows), ["P 03/04", "E 03/05"]);
    }

    #[test]
    fn where_the_start_is_not_known_another_carer_begins_a_placement_and_the_same_does_not() {
        let with = |rne: &str| {
            let second = format!("03/05/2017 {rne} E1 04/06/2017 X1 A5");
            changes(&["03/04/2017 L E1 03/05/2017 X1 A5", &second, "04/06/2017 P E1 - - U4"])
        };
        assert_eq!(with("P"), ["P 03/05", "E 04/06"]);
        assert_eq!(with("B"), ["P 03/05", "E 04/06"]);
        for rne in ["T", "U", "L", "S"] {
            assert_eq!(with(rne), ["E 04/06"], "{rne}");
        }
    }

    #[test]
    fn the_end_of_the_period_is_no_end_of_the_placement() {
        assert_eq!(changes(&["03/04/2017 S E1 03/05/2017 E12 A5"]), ["P 03/04"]);
        // The next period is not "the next episode of the period".
        let two = ["03/04/2017 S E1 03/05/2017 E12 A5", "05/05/2017 S C2 - - U4"];
        assert_eq!(changes(&two), ["P 03/04"]);
        // Nor does the last period's placement stand before the first episode of the next.
        let again = ["03/04/2017 S E1 03/05/2017 E12 A5", "05/05/2017 L C2 - - A5"];
        assert_eq!(changes(&again), ["P 03/04"]);
        let again = ["03/04/2017 S E1 03/05/2017 E12 A5", "05/05/2017 T C2 - - A5"];
        assert_eq!(changes(&again), ["P 03/04", "P 05/05"]);
    }

    #[test]
    fn a_child_may_be_placed_again_after_a_return() {
        let rows = [
            "03/04/2017 S E1 03/05/2017 X1 U4",
            "03/05/2017 P E1 04/06/2017 X1 A5",
            "04/06/2017 P E1 05/07/2017 X1 U4",
            "05/07/2017 T E1 06/08/2017 X1 A3",
            "06/08/2017 P E1 07/09/2017 X1 A4",
        ];
        assert_eq!(changes(&rows), ["P 03/05", "E 04/06", "P 05/07", "P 06/08"]);
    }

    // "Changes on one day are taken in the order of the episodes."
    #[test]
    fn changes_on_one_day_come_in_the_order_of_the_episodes() {
        let rows = [
            "03/04/2017 S E1 03/05/2017 X1 A5",
            "03/05/2017 P E1 04/05/2017 X1 A6",
            "03/05/2017 P E1 03/05/2017 X1 U4",
        ];
        // By DEC: the one of a day is first.
        assert_eq!(changes(&rows), ["P 03/04", "E 03/05", "P 03/05"]);
    }

    #[test]
    fn a_short_break_between_is_no_end() {
        let rows = [
            "03/04/2017 S E1 03/05/2017 X1 A5",
            "10/04/2017 S V4 12/04/2017 E4A U4",
            "03/05/2017 T E1 - - A5",
        ];
        assert_eq!(changes(&rows), ["P 03/04"]);
    }

    #[test]
    fn the_returns_of_several_years_are_read_as_one() {
        let linked = link(&[
            (2018, &["A 03/04/2017 S E1 - - U4", "A 01/02/2018 P E1 - - A5"]),
            (
                2019,
                &[
                    "A 03/04/2017 S E1 01/02/2018 X1 U4",
                    "A 01/02/2018 P E1 01/05/2018 X1 U4",
                    "A 01/05/2018 P E1 - - A5",
                ],
            ),
        ]);
        let care = linked.periods_of_care().next().unwrap();
        assert_eq!(
            care.adoption().iter().map(|change| written(change.on())).collect::<Vec<_>>(),
            ["01/05/2018"]
        );
    }
}
