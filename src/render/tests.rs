//! A report with a table and a chart of every kind, with and without counts kept back, and with hostile
//! texts in every place that takes one.

#[path = "../../tests/common/page.rs"]
mod page;

use super::{YoungPeople, html, markdown, young_people};
use crate::report::annual::AnnualReport;
use crate::report::annual::Disclosure;
use crate::report::annual::specimen::{specimen, without};
use page::Element;
use pulldown_cmark::{Event, Options, Parser, Tag};

const HOSTILE: &str = "<script>alert(1)</script> ]]> --> \"q\" 'q' | `t` *s* _u_ ~~d~~ [a](http://b.c) ![i](x) \
                       &amp; &lt; $m$ https://b.c www.b.c \\ \u{0}\u{1b}\u{fffe} <!-- # - + 1. > </title></style></svg>";

const KEPT_BACK: &[&str] = &[
    "caseload.C",
    "themes.2",
    "themes.4",
    "5 to 9.girls",
    "10 to 15.girls",
    "trend.2023.on_time",
    "stages.head of service.formal",
];

fn plain() -> AnnualReport {
    specimen("of the year", &[]).unwrap()
}

/// The version for children of a report from which no more is kept back than is already.
fn children(report: &AnnualReport) -> YoungPeople {
    young_people(&report.for_publication(Disclosure::default().with_threshold(0)))
}

fn public() -> AnnualReport {
    specimen("of the year", KEPT_BACK).unwrap()
}

fn hostile() -> AnnualReport {
    specimen(HOSTILE, &[]).unwrap()
}

fn texts<'e>(elements: &'e [Element], name: &str) -> Vec<&'e str> {
    elements.iter().filter(|one| one.name == name).map(|one| one.text.trim()).collect()
}

/// Everything that Markdown may mean to anybody, but marks of quotation that are made round.
fn options() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

/// Tables, headings, links and pieces of HTML in a text of Markdown.
fn read(text: &str) -> (usize, Vec<String>, usize, usize) {
    let (mut tables, mut headings, mut links, mut raw) = (0, Vec::new(), 0, 0);
    let mut in_heading = false;
    for event in Parser::new_ext(text, options()) {
        match event {
            Event::Start(Tag::Table(_)) => tables += 1,
            Event::Start(Tag::Heading { .. }) => {
                in_heading = true;
                headings.push(String::new());
            }
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) | Event::Code(text) if in_heading => {
                headings.last_mut().unwrap().push_str(&text);
            }
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough | Tag::CodeBlock(_),
            )
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Rule => links += 1,
            Event::Html(_) | Event::InlineHtml(_) => raw += 1,
            _ => {}
        }
    }
    (tables, headings, links, raw)
}

fn tables(report: &AnnualReport) -> usize {
    let blocks = report.sections().iter().flat_map(|section| section.blocks());
    blocks.filter(|one| matches!(one, crate::report::annual::Block::Table(_))).count()
}

#[test]
fn every_page_is_sound() {
    for report in [plain(), public(), hostile()] {
        let page = html(&report);
        let elements = page::is_sound(&page);
        // The table of prescribed items comes on top.
        assert_eq!(texts(&elements, "table").len(), tables(&report) + 1);
        // Of participation there is nothing to draw but noughts; a line of one year is no line.
        assert_eq!(texts(&elements, "svg").len(), 7);
        assert_eq!(page, html(&report));
        page::is_sound(&children(&report).html());
    }
}

#[test]
fn what_came_from_outside_is_text_and_nothing_else() {
    let report = hostile();
    let shown = HOSTILE.replace(['\u{0}', '\u{1b}'], " ").replace('\u{fffe}', "\u{fffd}");
    let shown: String = shown.split_whitespace().collect();
    for page in [html(&report), children(&report).html()] {
        let elements = page::is_sound(&page);
        let heading = texts(&elements, "body")[0].split_whitespace().collect::<String>();
        assert!(heading.contains(&shown), "{heading}");
        assert!(!page.contains(['\u{0}', '\u{1b}', '\u{fffe}']));
    }
    let elements = page::is_sound(&html(&report));
    let in_svg = elements.iter().filter(|one| one.name == "svg").map(|one| &one.text);
    let in_svg: String = in_svg.flat_map(|text| text.split_whitespace()).collect();
    assert!(in_svg.contains("<script>alert(1)</script>]]>-->\"q\"'q'|`t`"), "{in_svg}");
}

#[test]
fn markdown_keeps_its_shape_whatever_the_texts_say() {
    for (calm, hostile) in [
        (markdown(&plain()), markdown(&hostile())),
        (children(&plain()).markdown(), children(&hostile()).markdown()),
    ] {
        let (tables, headings, links, raw) = read(&calm);
        let (as_many_tables, as_many_headings, no_links, no_raw) = read(&hostile);
        assert_eq!((tables, headings.len()), (as_many_tables, as_many_headings.len()));
        assert_eq!((links, raw, no_links, no_raw), (0, 0, 0, 0));
    }
    assert_eq!(read(&markdown(&plain())).0, tables(&plain()) + 1);
    // The words themselves arrive.
    let heading = read(&markdown(&hostile())).1.into_iter().find(|one| one.starts_with("Drawn"));
    let heading = heading.unwrap();
    assert!(heading.contains("<script>alert(1)</script> ]]> --> \"q\" 'q' | `t` *s*"), "{heading}");
    assert!(heading.contains("[a](http://b.c) ![i](x) &amp; &lt; $m$ https://b.c www.b.c \\"));
}

#[test]
fn a_cell_of_a_table_is_one_cell_whatever_it_says() {
    let text = markdown(&hostile());
    let (mut cells, mut open) = (Vec::new(), false);
    for event in Parser::new_ext(&text, options()) {
        match event {
            Event::Start(Tag::TableCell) => {
                open = true;
                cells.push(String::new());
            }
            Event::End(pulldown_cmark::TagEnd::TableCell) => open = false,
            Event::Text(text) if open => cells.last_mut().unwrap().push_str(&text),
            _ => {}
        }
    }
    // As a row's label and, in each of five rows, as the words of the first column.
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = words(&HOSTILE.replace(['\u{0}', '\u{1b}'], " ").replace('\u{fffe}', "\u{fffd}"));
    let found: Vec<usize> = (0..cells.len()).filter(|at| cells[*at] == kept).collect();
    assert_eq!(found.len(), 6, "{kept}\n{cells:#?}");
    assert_eq!(cells[found[5] + 1], "4");
}

#[test]
fn a_line_of_a_narrative_begins_nothing() {
    for start in [
        "# heading",
        "## heading",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "23) item",
        "> quote",
        "---",
        "===",
        "***",
        "```",
        "~~~",
        "    code",
        "\tcode",
        "[a]: http://b.c",
        "| a |\n| - |",
        "a\n:-",
        "<div>",
        "<!-- x",
        ": term",
        "a\r# heading",
    ] {
        let narrative = crate::report::annual::Narrative::new().with(
            crate::report::annual::Slot::Introduction,
            format!("before\n{start}\n\n{start}\nafter"),
        );
        let question = crate::report::ReviewQuestion::new(
            crate::calendar::CollectionYear::ending(2026).unwrap(),
        );
        let figures = crate::report::ReviewFigures::new(question);
        let with = |narrative| {
            let report = AnnualReport::builder("S", figures).with_narrative(narrative);
            markdown(&report.build().unwrap())
        };
        let lists = |text: &str| {
            let events = Parser::new_ext(text, options());
            events
                .filter(|event| {
                    !matches!(
                        event,
                        Event::Text(_)
                            | Event::SoftBreak
                            | Event::HardBreak
                            | Event::Start(Tag::Paragraph | Tag::Emphasis)
                            | Event::End(
                                pulldown_cmark::TagEnd::Paragraph
                                    | pulldown_cmark::TagEnd::Emphasis
                            )
                    )
                })
                .map(|event| format!("{event:?}"))
                .collect::<Vec<_>>()
        };
        let text = with(narrative);
        assert_eq!(lists(&text), lists(&with(Default::default())), "{start:?}\n{text}");
    }
}

#[test]
fn what_is_kept_back_is_in_no_cell_no_chart_and_no_sentence() {
    let page = html(&public());
    let elements = page::is_sound(&page);
    let svgs = texts(&elements, "svg");
    let words = |svg: &str| svg.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    // Officer C: 4 children, a caseload of 8.0; the bar is not there, the letter is.
    let caseloads = words(svgs[0]);
    assert!(caseloads.ends_with(&["C", "c", "D", "50.0"].map(str::to_owned)), "{caseloads:?}");
    assert!(!page.contains("8.0<"));
    // Four officers, of whom one is not drawn, and the range behind them.
    let in_first = |name: &str| {
        let first = elements.iter().position(|one| one.name == "svg").unwrap();
        elements[first + 1..]
            .iter()
            .take_while(|one| one.within.iter().any(|outer| outer == "svg"))
            .filter(|one| one.name == name)
            .count()
    };
    assert_eq!(in_first("rect"), 4);
    // 2023: 3 of 920, which is 0.3 %.
    assert!(html(&plain()).contains("0.3 %") && !page.contains("0.3 %"));
    assert!(markdown(&plain()).contains("0.3 %") && !markdown(&public()).contains("0.3 %"));
    assert!(page.contains("c: kept back, and not drawn."));
    assert!(page.contains("Public version"));
    assert!(!html(&plain()).contains("Public version"));
}

#[test]
fn a_chart_says_what_its_table_says() {
    let elements = page::is_sound(&html(&plain()));
    let svgs = texts(&elements, "svg");
    for (svg, should_say) in svgs.iter().zip([
        &["range 50 to 70", "66.0", "81.7", "8.0", "50.0"][..],
        &["drift and delay", "1,234", "17", "leaving care", "x"],
        &["under 1", "boys", "girls", "not recorded", "88", "79", "0"],
        &["team manager", "raised in the year", "12", "9"],
        &["target 97 %", "94.3 %", "95.9 %", "96.4 %", "99.0 %", "2021-22", "2025-26"],
        &["target 90 %", "2025-26", "71.1 %", "x"],
        &["under 100.0 %", "100.0 %", "2024-25"],
    ]) {
        for words in should_say {
            assert!(svg.contains(words), "{words} in {svg}");
        }
    }
    // The bars of the caseloads are as long as the caseloads, to a tenth of a unit of the sheet.
    let widths: Vec<f64> = elements
        .iter()
        .skip_while(|one| one.name != "svg")
        .filter(|one| one.name == "rect" && one.get("fill") == Some("#1D4F8C"))
        .map(|one| one.get("width").unwrap().parse().unwrap())
        .take(4)
        .collect();
    for (bar, caseload) in widths.iter().zip([66.0, 81.7, 8.0, 50.0]) {
        assert!((bar / widths[1] - caseload / 81.7).abs() < 0.002, "{widths:?}");
    }
}

/// Where a word of a chart stands, on a sheet that is 360 wide, with letters of so many units.
struct Place {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn places(svg: &[&Element], letter: f64) -> Vec<Place> {
    let words = svg.iter().filter(|one| one.name == "text");
    let place = |word: &&Element| {
        let at = |name: &str| word.get(name).unwrap().parse::<f64>().unwrap() / 10.0;
        let text = word.text.trim().to_owned();
        let wide = f64::from(u32::try_from(text.chars().count()).unwrap()) * letter;
        let left = match word.get("text-anchor").unwrap() {
            "start" => at("x"),
            "end" => at("x") - wide,
            _ => at("x") - wide / 2.0,
        };
        // Thirteen units high, by where it hangs.
        let down = match word.get("dy").unwrap() {
            "0.5ex" => 6.5,
            "0.76em" => 0.0,
            _ => 13.0,
        };
        let top = at("y") - down;
        Place { text, left, right: left + wide, top, bottom: top + 13.0 }
    };
    words.map(place).collect()
}

/// The elements of each chart.
fn charts(elements: &[Element]) -> Vec<Vec<&Element>> {
    let mut charts: Vec<Vec<&Element>> = Vec::new();
    for one in elements {
        if one.name == "svg" {
            charts.push(Vec::new());
        } else if one.within.iter().any(|outer| outer == "svg") {
            charts.last_mut().unwrap().push(one);
        }
    }
    charts
}

#[test]
fn no_word_of_a_chart_stands_over_its_edge() {
    // By the widest letters that are likely.
    for report in [plain(), hostile()] {
        let elements = page::is_sound(&html(&report));
        for place in charts(&elements).iter().flat_map(|svg| places(svg, 7.7)) {
            let Place { text, left, right, .. } = place;
            assert!(left >= -0.1 && right <= 360.1, "{text:?} from {left} to {right}");
        }
    }
}

#[test]
fn no_word_of_a_chart_stands_on_another_or_on_a_line() {
    for report in [plain(), public(), hostile()] {
        let elements = page::is_sound(&html(&report));
        for svg in charts(&elements) {
            let places = places(&svg, 7.0);
            for (number, one) in places.iter().enumerate() {
                for other in &places[number + 1..] {
                    let across = one.right.min(other.right) - one.left.max(other.left);
                    let down = one.bottom.min(other.bottom) - one.top.max(other.top);
                    assert!(across <= 0.0 || down <= 0.0, "{:?} on {:?}", one.text, other.text);
                }
            }
            // The thick lines are those that are drawn through values.
            let lines = svg.iter().filter(|one| one.get("stroke") == Some("#1D4F8C"));
            for line in lines.filter(|one| one.name == "polyline") {
                let points: Vec<(f64, f64)> = line
                    .get("points")
                    .unwrap()
                    .split_whitespace()
                    .map(|point| {
                        let (x, y) = point.split_once(',').unwrap();
                        (x.parse::<f64>().unwrap() / 10.0, y.parse::<f64>().unwrap() / 10.0)
                    })
                    .collect();
                for (from, to) in points.iter().zip(&points[1..]) {
                    for step in 0..=100 {
                        let part = f64::from(step) / 100.0;
                        let (x, y) =
                            (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1));
                        let on = places.iter().find(|one| {
                            x > one.left
                                && x < one.right
                                && y > one.top + 1.0
                                && y < one.bottom - 1.0
                        });
                        assert!(on.is_none(), "a line through {:?}", on.unwrap().text);
                    }
                }
            }
        }
    }
}

/// In the public version as in the other, a bar is as long as the number printed at its end, and where no
/// number is printed there is no bar.
#[test]
fn a_bar_says_no_more_than_its_number() {
    let mut bars = 0;
    for report in [plain(), public()] {
        let elements = page::is_sound(&html(&report));
        for svg in charts(&elements) {
            let (mut open, mut unit) = (None, None);
            for one in svg {
                if one.name == "rect" && one.get("fill") != Some("#E4E4E4") {
                    assert!(open.is_none(), "a bar without a number");
                    open = Some(one.get("width").unwrap().parse::<f64>().unwrap());
                } else if one.name == "text" {
                    let Some(wide) = open.take() else { continue };
                    let number = super::words::leading_number(one.text.trim()).unwrap();
                    bars += 1;
                    if number > 0.0 {
                        let unit = *unit.get_or_insert(wide / number);
                        assert!(
                            (wide - unit * number).abs() < 0.02 * wide + 1.0,
                            "{number}: {wide}"
                        );
                    } else {
                        assert!(wide < 1.0);
                    }
                }
            }
            assert!(open.is_none());
        }
    }
    assert!(bars > 30, "{bars}");
}

/// A series or a group of noughts is left out; one of which anything is kept back is not.
#[test]
fn what_is_nought_throughout_is_not_drawn() {
    use super::chart::{Group, Mark, thinned};
    let drawn = |value: f64| Mark::Drawn { value, text: value.to_string() };
    let kept_back = || Mark::Symbol("c".to_owned());
    let group =
        |label: &str, marks: [Mark; 4]| Group { label: label.to_owned(), marks: marks.into() };
    let (columns, groups, is_thinned) = thinned(
        &[1, 3, 5, 7],
        vec![
            group("under 1", [drawn(7.0), drawn(0.0), drawn(0.0), kept_back()]),
            group("1 to 4", [drawn(0.0), drawn(0.0), drawn(0.0), drawn(0.0)]),
            group("5 to 9", [drawn(0.0), drawn(0.0), drawn(0.0), kept_back()]),
        ],
    );
    assert_eq!((columns, is_thinned), (vec![1, 7], true));
    let labels: Vec<&str> = groups.iter().map(|group| group.label.as_str()).collect();
    assert_eq!(labels, ["under 1", "5 to 9"]);
    for (group, texts) in groups.iter().zip([["7", "c"], ["0", "c"]]) {
        assert_eq!(group.marks.iter().map(Mark::text).collect::<Vec<_>>(), texts);
    }
    let (columns, groups, is_thinned) =
        thinned(&[0], vec![Group { label: "all".to_owned(), marks: vec![drawn(1.0)] }]);
    assert_eq!((columns, groups.len(), is_thinned), (vec![0], 1, false));
}

/// A percentage is broken before its counts and nowhere else; a date is no number, and stands to the left.
#[test]
fn numbers_are_set_as_numbers_and_words_as_words() {
    use super::words;
    use crate::report::annual::Cell;
    let report = plain();
    let name = |part: &str| format!("trend.2024.{part}").into();
    let rate = Cell::Rate { of: name("on_time"), among: name("held") };
    assert_eq!(report.text_of(&rate), "96.4 % (940 of 975)");
    assert_eq!(words::unbroken(&report, &rate), "96.4\u{a0}% (940\u{a0}of\u{a0}975)");
    for (text, is_word) in [
        ("30 September 2026", true),
        ("in progress", true),
        ("3.50", false),
        ("low", false),
        ("", false),
        ("1,467", false),
    ] {
        assert_eq!(words::is_word_cell(Some(&Cell::text(text))), is_word, "{text}");
    }
}

/// The contents list every section in its order, and no other.
#[test]
fn the_contents_lead_to_every_section() {
    for report in [plain(), public(), hostile()] {
        let elements = page::is_sound(&html(&report));
        let linked = elements
            .iter()
            .filter(|one| one.name == "a" && one.within.iter().any(|outer| outer == "nav"));
        let linked: Vec<String> =
            linked.map(|one| one.get("href").unwrap().trim_start_matches('#').to_owned()).collect();
        let sections = elements.iter().filter(|one| one.name == "section");
        let sections: Vec<&str> = sections.map(|one| one.get("id").unwrap()).collect();
        assert_eq!(linked, sections);
        assert!(sections.len() > 10);
    }
}

/// What a keyboard comes to has a name and something to do there: only wide tables can be moved.
#[test]
fn only_wide_tables_are_stops_of_the_keyboard() {
    let elements = page::is_sound(&html(&plain()));
    let mut stops = 0;
    for (at, one) in elements.iter().enumerate().filter(|(_, one)| {
        one.get("class").is_some_and(|class| class.split(' ').any(|class| class == "wide"))
    }) {
        let heads = elements[at..].iter().skip_while(|one| one.name != "tr").skip(1);
        let heads = heads.take_while(|one| one.name != "tbody").count();
        let is_stop = one.get("tabindex") == Some("0");
        assert_eq!(is_stop, heads > 3, "{heads} columns");
        assert_eq!(is_stop, one.get("role") == Some("region"));
        assert_eq!(is_stop, one.get("aria-labelledby").is_some());
        stops += usize::from(is_stop);
    }
    assert!(stops > 2);
}

#[test]
fn good_and_bad_are_said_in_words_where_a_target_says_so() {
    let page = html(&plain());
    let elements = page::is_sound(&page);
    let colored: Vec<(&str, &str)> = elements
        .iter()
        .filter_map(|one| Some((one.get("class")?, one.text.as_str())))
        .filter(|(class, _)| matches!(*class, "met" | "missed"))
        .collect();
    // Each headline stands beside a target that is met, one that is not, and something else.
    assert_eq!(colored, [("met", "Met."), ("missed", "Not met.")].repeat(4));
    let text = markdown(&plain());
    assert_eq!((text.matches("(met)").count(), text.matches("(not met)").count()), (4, 4));
}

#[test]
fn what_is_not_there_is_named() {
    let (page, text) = (html(&plain()), markdown(&plain()));
    assert!(page.contains("<h3>Themes of the year</h3><p><em>not provided</em></p>"));
    assert!(text.contains("### Themes of the year\n\n*not provided*\n"));
    assert!(page.contains("<strong>Missing here:</strong> the reasons why reviews were late."));
    assert!(text.contains("| d | Reviews on time | the reasons why reviews were late |"));
    for mark in ["Sample", "Provisional"] {
        assert!(page.contains(&format!("<strong>{mark}.</strong>")));
        assert!(text.contains(&format!("> **{mark}.**")));
    }
}

#[test]
fn the_version_for_children_says_no_number_that_is_kept_back() {
    use crate::calendar::{CollectionYear, WorkingDays};
    use crate::record::{Participation, PeriodOfCare, Review};
    use crate::report::{ReviewFigures, ReviewQuestion};
    let day = |month, day| chrono::NaiveDate::from_ymd_opt(2025, month, day).unwrap();
    let calendar = WorkingDays::england_and_wales();
    let mut figures =
        ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026).unwrap()));
    // 23 in time, 7 late; of the 30, 24 spoke and 6 sent what they think.
    for number in 0..30 {
        let held = if number < 23 { day(4, 22) } else { day(6, 10) };
        let how = if number < 24 {
            Participation::AttendedAndSpoke
        } else {
            Participation::AbsentViewsSent
        };
        let review = Review::new(held).with_participation(how);
        let care = PeriodOfCare::new(day(4, 1)).with_review(review);
        figures.add(&calendar, care.view().unwrap()).unwrap();
    }
    let report = AnnualReport::builder("Sampleshire", figures).build().unwrap();
    let all = children(&report).markdown();
    for words in [
        "23 of 30 reviews were on time. That is 77 %.",
        "7 reviews were late.",
        "At 30 of 30 reviews we heard what the child thought. That is all of them.",
        "- the child came and spoke: 24\n",
        "- the child was not there, but sent us what they thought: 6\n",
    ] {
        assert!(all.contains(words), "{words}\n{all}");
    }
    assert!(!all.contains("left out") && !all.contains("left this number out"));
    // Of the reviews held it may not be told, of those that were due it may: of each child the first, and
    // the second, which was not held.
    let held = ["reviews.held.on_time", "reviews.held.late", "reviews.held.told"];
    let due = children(&without(report.clone(), &held)).markdown();
    let words = "60 reviews had to happen in that year. 23 happened on time. That is 38 %.";
    assert!(due.contains(words), "{due}");
    assert!(due.contains("The others were late, or did not happen.") && !due.contains("7 reviews"));
    let kept_back = [
        "reviews.held.on_time",
        "reviews.held.late",
        "reviews.due.met",
        "reviews.due.met_late",
        "participation.codes.PN1",
        "participation.codes.PN6",
        "participation.views_conveyed",
    ];
    let public = without(report, &kept_back);
    for text in [children(&public).markdown(), children(&public).html()] {
        let text = text.split_once("</style>").map_or(text.as_str(), |(_, page)| page);
        for number in ["23", "77", "7 reviews", "24", ": 6", "all of them"] {
            assert!(!text.contains(number), "{number}\n{text}");
        }
        assert!(text.contains("How many reviews were on time? We left this number out, so that"));
        assert!(text.contains("the child came and spoke: left out"));
        assert!(text.contains("We left some numbers out, so that nobody can work out"));
    }
    let log = format!("{:?}", children(&public));
    assert_eq!(log, "YoungPeople { title: \"Your reviews in Sampleshire\", .. }");
}
