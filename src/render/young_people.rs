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
    /// In the service's own words, or what there is to say where it wrote none.
    Own(Option<String>, &'static str),
}

fn says(text: impl Into<String>) -> Block {
    Block::Says(text.into())
}

impl YoungPeople {
    pub(super) fn of(report: &AnnualReport) -> Self {
        let own = |slot, nothing| Block::Own(words::slot(report, slot).map(str::to_owned), nothing);
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
                         are called reviews. This page tells you how reviews went in one year. The dates \
                         are at the top. It is about all children in our care, and not only about you.",
                    )],
                ),
                part(
                    "What an IRO does",
                    vec![
                        says(
                            "IRO is short for Independent Reviewing Officer. Every child in care has one. \
                         Independent means that your IRO is not your social worker, and is not your \
                         social worker’s boss. So your IRO can speak up for you.",
                        ),
                        says("Your IRO:"),
                        Block::List(
                            [
                                "talks with you before your review, and asks what you think",
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
                part(
                    "What children and young people told us",
                    vec![own(
                        Slot::ChildrenSaid,
                        "Nobody has written this part yet. You can tell your IRO what you want to say.",
                    )],
                ),
                part(
                    "What will change",
                    vec![own(
                        Slot::WhatWillChange,
                        "Nobody has written this part yet. You can ask your IRO what will change.",
                    )],
                ),
                part(
                    "Who you can talk to",
                    vec![
                        says(
                            "You can talk to your IRO at any time. You do not have to wait for a review.",
                        ),
                        own(
                            Slot::HowToReachUs,
                            "Your carer or your social worker can tell you how to reach your IRO.",
                        ),
                        says(
                            "You can have an advocate. An advocate helps you to say what you want, and is on \
                         your side. It is free. Ask your IRO or your social worker to help you find one.",
                        ),
                        says(
                            "You can also ask the Children’s Commissioner for help. It is the \
                         Commissioner’s job to stand up for children. A team there, called Help at Hand, \
                         gives free help to children in care. Look for Help at Hand on the \
                         Commissioner’s website, or ask a grown-up you trust to look with you.",
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
                    Block::Own(Some(text), _) => out.narrative(Some(text), words::NOT_PROVIDED),
                    Block::Own(None, nothing) => out.block(&line(nothing)),
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
                                Block::Own(Some(text), _) => div.said {
                                    (page::narrative(Some(text), words::NOT_PROVIDED))
                                },
                                Block::Own(None, nothing) => p { (nothing) },
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

const KEPT_BACK: &str = "We left this number out, so that nobody can work out who a child is.";

fn on_time(report: &AnnualReport) -> Vec<Block> {
    let mut blocks =
        vec![says("Each review must happen by a certain day. After that day it is late.")];
    let held = |name: &str| shown(report, &format!("reviews.held.{name}"));
    let due = |name: &str| shown(report, &format!("reviews.due.{name}"));
    match (held("on_time"), held("told"), due("met"), due("told")) {
        (_, Some(0), ..) => blocks.push(says(NO_REVIEWS)),
        (Some(on_time), Some(told), ..) => {
            let were = if told == 1 { "was" } else { "were" };
            blocks.push(says(format!(
                "{} of {} {were} on time. {}",
                number(on_time),
                reviews(told),
                share(on_time, told)
            )));
        }
        // What is left out for the reviews that were held may be told of those that had to be held.
        (_, _, Some(met), Some(told)) if told > 0 => {
            blocks.push(says(format!(
                "{} had to happen in that year. {} happened on time. {}",
                reviews(told),
                number(met),
                share(met, told)
            )));
            if met < told {
                blocks.push(says(
                    "The others were late, or did not happen. We are sorry about that.",
                ));
            }
            return blocks;
        }
        _ => blocks.push(says(format!("How many reviews were on time? {KEPT_BACK}"))),
    }
    match held("late") {
        Some(0) | None => {}
        Some(late) => {
            let was = if late == 1 { "was" } else { "were" };
            blocks.push(says(format!("{} {was} late. We are sorry about that.", reviews(late))));
        }
    }
    match held("undetermined") {
        Some(0) | None => {}
        Some(1) => {
            blocks.push(says("There was 1 more review. We do not know if it was on time."));
        }
        Some(open) => blocks.push(says(format!(
            "There were {} more. We do not know if they were on time.",
            reviews(open)
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
            blocks.push(says(NO_REVIEWS));
            return blocks;
        }
        (Some(heard), Some(all)) => {
            let share = share(heard, all);
            let (heard, all) = (number(heard), reviews(all));
            blocks.push(says(format!(
                "At {heard} of {all} we heard what the child thought. {share}"
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
            format!("{how}: left out")
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
    if let Some(unrecorded @ 1..) = count("codes.not_recorded") {
        let unrecorded = reviews(unrecorded);
        blocks
            .push(says(format!("Nobody wrote down how the child took part in {unrecorded} more.")));
    }
    if kept_back {
        blocks.push(says("We left some numbers out, so that nobody can work out who a child is."));
    }
    blocks
}

const NO_REVIEWS: &str = "There were no reviews that we can count in that year.";

/// A part of what was counted, in words where it is nearly nothing or nearly all.
fn share(part: u64, whole: u64) -> String {
    let text = Rate::new(part, whole).percent_text(0);
    match text.as_str() {
        _ if part == 0 => "That is none of them.".to_owned(),
        _ if part == whole => "That is all of them.".to_owned(),
        _ if text.starts_with("under") => "That is nearly all of them.".to_owned(),
        _ if text.starts_with("over") => "That is very few of them.".to_owned(),
        _ => format!("That is {text}."),
    }
}

/// "1,467".
fn number(count: u64) -> String {
    Shown::Count(count).to_string()
}

fn reviews(count: u64) -> String {
    format!("{} {}", number(count), if count == 1 { "review" } else { "reviews" })
}
