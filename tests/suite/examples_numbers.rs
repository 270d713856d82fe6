//! The example about published numbers, run as a user runs it.

use crate::examples::{Folder, Ran, printed, refuses, run};

const NAME: &str = "publication_check";

fn piped(input: impl AsRef<[u8]>) -> Ran {
    crate::examples::piped(NAME, &["-"], input)
}

/// Its lines on rows of the columns name, percent, denominator, numerator and group.
fn rows(rows: &str) -> Ran {
    piped(format!("name,percent,denominator,numerator,group\n{rows}\n"))
}

#[test]
fn without_arguments_it_checks_published_figures_and_ends_well() {
    let text = printed::<&str>(NAME, &[]);
    for line in [
        "[possible]   Rotherham 2022/23, reviews on time, 91.7 % of 1600: it can only be 1467",
        "[possible]   Poole 2015/16, reviews on time, 97 % of 460: it can be 444 to 448",
        "[possible]   Poole 2015/16, participation, 81 % of 376: it can be 303 to 306",
        "[possible]   England 2024, plans reviewed in time, 89.8 % of 35090: it is 31500",
        "[IMPOSSIBLE] Bridgend 2013/14, as parts of one whole: no counts that round to these add up to 146",
        "Impossible: 1. Possible: 7. Not read: 0.",
    ] {
        assert!(text.lines().any(|printed| printed == line), "{line:?} is not in\n{text}");
    }
}

#[test]
fn the_exit_status_says_whether_something_is_impossible() {
    for (given, status, says) in [
        ("a,50,8,,", 0, "[possible]   a, 50 % of 8: it can only be 4"),
        ("a,50,7,,", 1, "[IMPOSSIBLE] a, 50 % of 7: no count rounds to it"),
        ("a,50.0 %,\"1,000\",500,", 0, "it is 500"),
        ("a,50,8,5,", 1, "5 would be 63 %"),
        ("a,100,1000,994,", 1, "994 would be 99 %"),
        ("a,100,8,9,", 1, "9 would be 113 %"),
        ("a,0,0,,", 1, "there is no percentage of nothing"),
        (
            "a,33,3,,g\nb,67,3,,g",
            0,
            "g, as parts of one whole: a: it can only be 1; b: it can only be 2",
        ),
        ("a,33,3,,g\nb,33,3,,g", 1, "no counts that round to these add up to 3"),
        ("a,50,8,,g\nb,50,10,,g", 1, "the whole is 8 in one and 10 in another"),
        ("a,46,1000,455,g\nb,55,1000,546,g", 1, "the counts add up to 1001 and not to 1000"),
        ("a,50,8,,g\nb,50.0,8,,g", 0, "its percentages have unlike numbers of decimals"),
    ] {
        let ran = rows(given);
        assert_eq!((ran.status, ran.err.as_str()), (Some(status), ""), "{given}: {}", ran.out);
        assert!(ran.out.contains(says), "{says:?} is not in\n{}", ran.out);
    }
}

#[test]
fn a_bad_row_is_named_by_its_number_and_the_rest_goes_on() {
    let ran = rows("a,x,8,,\nb,50,8,,\nc,50,-8,,g\nd,50,8,,g\ne,101,8,,\nf,50,,,\ng,50,8,4.0,");
    assert_eq!(ran.status, Some(2), "{}", ran.err);
    let named: Vec<&str> = ran.err.lines().filter_map(|line| line.split(": ").nth(2)).collect();
    assert_eq!(named, ["row 1", "row 3", "row 5", "row 6", "row 7"], "{}", ran.err);
    assert!(ran.out.contains("g, as parts of one whole: rows that could not be read: [3]"));
    assert!(ran.out.contains("Impossible: 0. Possible: 2. Not read: 5."), "{}", ran.out);
    // What is impossible is told before what is not read.
    assert_eq!(rows("a,x,8,,\nb,50,7,,").status, Some(1));
    let ran = piped(b"name,percent,denominator\n\xff\xff,50,8\nb,50,8\n");
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("row 1: it is not UTF-8") && ran.out.contains("b, 50 % of 8"));
}

#[test]
fn columns_go_by_name_and_files_are_read() {
    let folder = Folder::new();
    folder.write("a.csv", "\u{feff}Denominator, Percent ,note,NAME\n460,97,x,Poole\n");
    let text = printed(NAME, &[folder.path("a.csv")]);
    assert!(text.contains("Poole, 97 % of 460: it can be 444 to 448"), "{text}");
    folder.write("b.csv", "name,percent\nPoole,97\n");
    refuses(NAME, &[folder.path("b.csv")], &["b.csv", "it has no column denominator"]);
    refuses(NAME, &[folder.path("none.csv")], &["none.csv"]);
    assert_eq!(run(NAME, &["--help"]).status, Some(0));
}
