//! The version for children and young people can be read at eleven.
//!
//! Measured by the Flesch-Kincaid grade level (Kincaid and others, 1975), 0.39 words a sentence + 11.8
//! syllables a word - 15.59, which is a school year of the United States; five more is the age.

use super::{narrative, public, report};
use iro_handbook::render;
use iro_handbook::report::annual::{AnnualReport, Narrative};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Vowels in a row are one syllable; a silent e at the end, also in -es and -ed, is none. A numeral has one
/// for each digit, an abbreviation one for each letter.
fn syllables(word: &str) -> u32 {
    let count = |all: usize| u32::try_from(all).unwrap();
    if word.chars().all(|c| c.is_ascii_digit() || c == ',') {
        return count(word.chars().filter(char::is_ascii_digit).count());
    }
    if word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase()) {
        return count(word.len());
    }
    let word: String = word.to_lowercase().chars().filter(|c| c.is_ascii_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut in_group = false;
    for c in word.chars() {
        groups += u32::from(is_vowel(c) && !in_group);
        in_group = is_vowel(c);
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let after_consonant = |ending: &str| {
        let stem = word.strip_suffix(ending).and_then(|stem| stem.chars().last());
        stem.is_some_and(|c| !is_vowel(c))
    };
    let silent = (after_consonant("e") && !ends(&["le"]))
        || (after_consonant("es") && !ends(&["ses", "xes", "zes", "ches", "shes", "ces", "ges"]))
        || (after_consonant("ed") && !ends(&["ted", "ded"]));
    (groups - u32::from(silent && groups > 1)).max(1)
}

/// Each paragraph and each item of a list, without the headings.
fn blocks(markdown: &str) -> Vec<String> {
    let (mut blocks, mut in_heading) = (Vec::new(), false);
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => in_heading = true,
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Start(Tag::Paragraph | Tag::Item) => blocks.push(String::new()),
            Event::Text(text) if !in_heading => blocks.last_mut().unwrap().push_str(&text),
            Event::SoftBreak | Event::HardBreak => blocks.last_mut().unwrap().push(' '),
            _ => {}
        }
    }
    blocks
}

struct Counts {
    sentences: u32,
    words: u32,
    syllables: u32,
}

fn counts(blocks: &[String]) -> Counts {
    let mut counts = Counts { sentences: 0, words: 0, syllables: 0 };
    for sentence in blocks.iter().flat_map(|block| block.split(['.', '?', '!'])) {
        let words = sentence.split(|c: char| c.is_whitespace() || "-–:;\"%()".contains(c));
        let words = words.filter(|word| word.contains(|c: char| c.is_alphanumeric()));
        let before = counts.words;
        for word in words.map(|word| word.trim_matches([',', '’', '\''])) {
            counts.words += 1;
            counts.syllables += syllables(word);
        }
        counts.sentences += u32::from(counts.words > before);
    }
    counts
}

fn reading_age(blocks: &[String]) -> f64 {
    let counts = counts(blocks);
    let [sentences, words, syllables] =
        [counts.sentences, counts.words, counts.syllables].map(f64::from);
    0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5.0
}

#[test]
fn the_measure_measures() {
    for (word, expected) in [
        ("care", 1),
        ("cares", 1),
        ("review", 2),
        ("reviews", 2),
        ("children", 2),
        ("table", 2),
        ("asked", 1),
        ("wanted", 2),
        ("changes", 2),
        ("the", 1),
        ("people", 2),
        ("advocate", 3),
        ("IRO", 3),
        ("1,467", 4),
        ("day", 1),
        ("worker", 2),
        ("not", 1),
    ] {
        assert_eq!(syllables(word), expected, "{word}");
    }
    // Six words of six syllables in one sentence: 2.34 + 11.8 - 15.59, and five.
    let easy = reading_age(&["The cat sat on the mat.".to_owned()]);
    assert!((easy - 3.55).abs() < 1e-9, "{easy}");
    // What a board reads is no reading for a child.
    let hard = "The independent reviewing service operates within statutory timescales prescribed by the \
                regulations, notwithstanding considerable organisational difficulties.";
    assert!(reading_age(&[hard.to_owned()]) > 18.0);
}

#[test]
fn at_eleven_it_can_be_read() {
    let with = |narrative: Narrative| {
        AnnualReport::builder("Sampleshire", super::figures())
            .with_narrative(narrative)
            .build()
            .unwrap()
    };
    for report in [report(), with(narrative()), with(Narrative::new())] {
        let blocks = blocks(&render::young_people(&public(&report)).markdown());
        let counts = counts(&blocks);
        assert!(counts.words > 250 && counts.sentences > 25, "there is something to measure");
        let age = reading_age(&blocks);
        assert!(age <= 11.0, "{age:.1}");
        // Nor is any paragraph far harder than the whole.
        for block in blocks.iter().filter(|block| block.split(' ').count() > 9) {
            let age = reading_age(std::slice::from_ref(block));
            assert!(age <= 13.0, "{age:.1}: {block}");
        }
    }
}

#[test]
fn sentences_are_short_and_abbreviations_explained() {
    let text = render::young_people(&public(&report())).markdown();
    for block in blocks(&text) {
        for sentence in block.split(['.', '?', '!']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 20, "{words} words: {sentence}");
        }
    }
    let capitals = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let words = text.split(|c: char| !c.is_alphanumeric());
    assert!(words.filter(capitals).all(|word| word == "IRO"));
    assert!(text.contains("IRO is short for Independent Reviewing Officer."));
    for code in 0..8 {
        assert!(!text.contains(&format!("PN{code}")));
    }
}

/// The counts of the report, by hand from its own figures: 180 reviews held, 148 of them on time.
#[test]
fn it_says_what_the_report_says() {
    let report = report();
    let text = render::young_people(&public(&report)).markdown();
    let shown = |name: &str| report.figure(name).unwrap().to_string();
    let (on_time, told) = (shown("reviews.held.on_time"), shown("reviews.held.told"));
    assert!(
        text.contains(&format!("{on_time} of {told} reviews were on time. That is ")),
        "{text}"
    );
    let late = shown("reviews.held.late");
    assert!(text.contains(&format!("{late} reviews were late.")), "{text}");
    let heard = shown("participation.views_conveyed");
    let all = shown("participation.eligible");
    assert!(text.contains(&format!("At {heard} of {all} reviews we heard")), "{text}");
    let spoke = shown("participation.codes.PN1");
    assert!(text.contains(&format!("- the child came and spoke: {spoke}\n")), "{text}");
}
