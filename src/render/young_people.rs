//! The version for children and young people.

use super::escape::{inline, line};
use super::markdown::Page;
use super::{page, words};
use crate::report::Rate;
use crate::report::annual::AnnualReport;
use crate::report::annual::{Shown, Slot};
use core::fmt;
use maud::html;

/// The annual report for children and young people, from [`young_people`](super::young_people).
///
/// Short sentences in plain words. It has no figure that its report keeps back.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::render;
/// use iro_handbook::report::annual::{AnnualReport, Disclosure, Narrative, Slot};
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let narrative = Narrative::new().with(Slot::WhatWillChange, "We will write to you sooner.");
/// let report = AnnualReport::builder("Sampleshire", figures).with_narrative(narrative).build()?;
/// let version = render::young_people(&report.for_publication(Disclosure::default()));
/// assert!(version.markdown().contains("We will write to you sooner."));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct YoungPeople {
    title: String,
    year: String,
    marks: Vec<(&'static str, String)>,
    parts: Vec<Part>,
}

// What children said is not for a log.
impl fmt::Debug for YoungPeople {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("YoungPeople").field("title", &self.title).finish_non_exhaustive()
    }
}

#[derive(Clone, PartialEq, Eq)]
struct Part {
    heading: &'static str,
    blocks: Vec<Block>,
}

#[derive(Clone, PartialEq, Eq)]
enum Block {
    Says(String),
    List(Vec<String>),
    /// In the service's own words.
    Own(Option<String>),
}

fn says(text: impl Into<String>) -> Block {
    Block::Says(text.into())
}

impl YoungPeople {
    pub(super) fn of(report: &AnnualReport) -> Self {
        let own = |slot| Block::Own(words::slot(report, slot).map(str::to_owned));
        let part = |heading, blocks| Part { heading, blocks };
        Self {
            title: format!("Your reviews in {}", report.authority()),
            year: words::year(report),
            marks: marks(report),
            parts: vec![
                part(
                    "What this page is about",
                    vec![says(
                        "When you are in care, you have meetings to talk about your care. These meetings \
                     are called reviews. This page tells you how reviews went this year.",
                    )],
                ),
                part(
                    "What an IRO does",
                    vec![
                        says(
                            "IRO is short for Independent Reviewing Officer. Every child in care has one. \
                         Independent means that your IRO is not your social worker. Your IRO is not in \
                         charge of your social worker either.",
                        ),
                        says("Your IRO:"),
                        Block::List(
                            [
                                "meets you before your review, and asks what you think",
                                "runs your review, and makes sure that we listen to you",
                                "checks that your care plan is right for you",
                                "checks that we do what we said we would do",
                                "speaks up when something is wrong",
                            ]
                            .map(str::to_owned)
                            .into(),
                        ),
                    ],
                ),
                part("Were reviews on time?", on_time(report)),
                part("Did young people have their say?", had_their_say(report)),
                part("What children and young people told us", vec![own(Slot::ChildrenSaid)]),
                part("What will change", vec![own(Slot::WhatWillChange)]),
                part(
                    "Who you can talk to",
                    vec![
                        says(
                            "You can talk to your IRO at any time. You do not have to wait for a review.",
                        ),
                        own(Slot::HowToReachUs),
                        says(
                            "You can have an advocate. An advocate helps you to say what you want, and is on \
                         your side. It is free. Ask your IRO or your social worker to help you find one.",
                        ),
                        says(
                            "You can also ask the Children’s Commissioner for help. It is the \
                         Commissioner’s job to stand up for children. A team there, called Help at Hand, \
                         gives free help to children in care. You can find it on the \
                         Commissioner’s website.",
                        ),
                    ],
                ),
            ],
        }
    }

    /// As Markdown.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::render;
    /// # use iro_handbook::report::annual::{AnnualReport, Disclosure};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// let text = render::young_people(&report.for_publication(Disclosure::default())).markdown();
    /// assert!(text.starts_with("# Your reviews in Sampleshire"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = Page::default();
        out.block(&format!("# {}", line(&self.title)));
        out.block(&format!("**{}**", self.year));
        for (mark, text) in &self.marks {
            out.block(&format!("> **{mark}.** {}", inline(text)));
        }
        for part in &self.parts {
            out.block(&format!("## {}", part.heading));
            for block in &part.blocks {
                match block {
                    Block::Says(text) => out.block(&line(text)),
                    Block::List(items) => {
                        let items: Vec<_> =
                            items.iter().map(|item| format!("- {}", line(item))).collect();
                        out.block(&items.join("\n"));
                    }
                    Block::Own(text) => out.narrative(text.as_deref(), NOTHING),
                }
            }
        }
        out.finish()
    }

    /// As a page of HTML, complete in itself.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::render;
    /// # use iro_handbook::report::annual::{AnnualReport, Disclosure};
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// let page = render::young_people(&report.for_publication(Disclosure::default())).html();
    /// assert!(page.contains("<h1>Your reviews in Sampleshire</h1>"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn html(&self) -> String {
        let body = html! {
            header {
                h1 { (self.title) }
                p.whose { (self.year) }
                (page::marks(&self.marks))
            }
            main {
                @for part in &self.parts {
                    section {
                        h2 { (part.heading) }
                        @for block in &part.blocks {
                            @match block {
                                Block::Says(text) => p { (text) },
                                Block::List(items) => ul { @for item in items { li { (item) } } },
                                Block::Own(text) => div.said { (page::narrative(text.as_deref(), NOTHING)) },
                            }
                        }
                    }
                }
            }
        };
        page::whole(&format!("{}, {}", self.title, self.year), Some("plain"), &body)
    }
}

fn marks(report: &AnnualReport) -> Vec<(&'static str, String)> {
    let mut marks = Vec::new();
    let question = report.question();
    if report.is_invented() {
        marks.push(("This is only a sample", "We made it up. No child in it is real.".to_owned()));
    }
    if question.is_provisional() {
        let text =
            format!("We counted on {}. The year was not over then.", words::long(question.as_of()));
        marks.push(("Not the last word", text));
    }
    marks
}

/// A number, if the report shows it.
fn shown(report: &AnnualReport, name: &str) -> Option<u64> {
    report.figure(name).and_then(Shown::count)
}

const NOTHING: &str = "We have not written this part.";
const KEPT_BACK: &str = "We do not print this number. It could show who somebody is.";

fn on_time(report: &AnnualReport) -> Vec<Block> {
    let mut blocks = vec![says(
        "There are rules about when you must have a review. Each review has a last day. After that day it \
         is late.",
    )];
    let held = |name: &str| shown(report, &format!("reviews.held.{name}"));
    match (held("on_time"), held("told")) {
        (_, Some(0)) => blocks.push(says("This year there are no reviews that we can count.")),
        (Some(on_time), Some(told)) => {
            let rate = Rate::new(on_time, told);
            blocks.push(says(format!(
                "{} of {} were on time. That is {}.",
                number(on_time),
                reviews(told),
                rate.percent_text(0)
            )));
        }
        _ => blocks.push(says(format!("How many reviews were on time? {KEPT_BACK}"))),
    }
    match held("late") {
        Some(0) | None => {}
        Some(1) => blocks.push(says("1 review was late. We are sorry about that.")),
        Some(late) => {
            blocks.push(says(format!("{} were late. We are sorry about that.", reviews(late))))
        }
    }
    match held("undetermined") {
        Some(0) | None => {}
        Some(open) => blocks.push(says(format!(
            "There were {} more. We do not know if they were on time.",
            number(open)
        ))),
    }
    blocks
}

fn had_their_say(report: &AnnualReport) -> Vec<Block> {
    let mut blocks = vec![says(
        "You can have your say in many ways. Here we count the reviews of children who were four or older.",
    )];
    let count = |name: &str| shown(report, &format!("participation.{name}"));
    let pair = (count("views_conveyed"), count("eligible"));
    match pair {
        (_, Some(0)) => {
            blocks.push(says("This year there are no reviews that we can count."));
            return blocks;
        }
        (Some(heard), Some(all)) => {
            let rate = Rate::new(heard, all);
            blocks.push(says(format!(
                "At {} of {} we heard what the child thought. That is {}.",
                number(heard),
                reviews(all),
                rate.percent_text(0)
            )));
        }
        _ => blocks
            .push(says(format!("At how many did we hear what the child thought? {KEPT_BACK}"))),
    }
    blocks.push(says("This is how many reviews there were of each kind:"));
    let mut kept_back = false;
    let mut item = |how: &str, code: &str| match count(&format!("codes.{code}")) {
        Some(count) => format!("{how}: {}", number(count)),
        None => {
            kept_back = true;
            format!("{how}: not printed")
        }
    };
    let items = vec![
        item("the child came and spoke", "PN1"),
        item("the child came, and an advocate spoke for them", "PN2"),
        item("the child came, and showed us what they thought without words", "PN3"),
        item("the child came, and did not tell us what they thought", "PN4"),
        item("the child was not there, but told an advocate what to say", "PN5"),
        item("the child was not there, but sent us what they thought", "PN6"),
        item("the child was not there, and we did not hear what they thought", "PN7"),
    ];
    blocks.push(Block::List(items));
    if kept_back {
        blocks.push(says("Some numbers are not printed. They could show who somebody is."));
    }
    blocks
}

/// "1,467".
fn number(count: u64) -> String {
    Shown::Count(count).to_string()
}

fn reviews(count: u64) -> String {
    format!("{} {}", number(count), if count == 1 { "review" } else { "reviews" })
}
