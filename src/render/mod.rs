//! The annual report as a reader gets it: Markdown, a page of HTML with charts, and the version for
//! children and young people. With the feature `render`.
//!
//! What is printed is what the report shows: a count that the public version keeps back is in no table,
//! no chart and no sentence. Every text that came from outside is escaped. The page is one file, without
//! script and without anything fetched, to be read on a screen of any width, on paper and by a screen
//! reader; each chart stands beside the table it is drawn from. The same report gives the same bytes.
//!
//! ```
//! use iro_handbook::calendar::CollectionYear;
//! use iro_handbook::render;
//! use iro_handbook::report::annual::{AnnualReport, Disclosure, Narrative, Slot};
//! use iro_handbook::report::{ReviewFigures, ReviewQuestion};
//!
//! let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
//! let narrative = Narrative::new().with(Slot::ChildrenSaid, "\"Ask me <before> the meeting.\"");
//! let report = AnnualReport::builder("Sampleshire", figures).with_narrative(narrative).build()?;
//!
//! assert!(render::markdown(&report).starts_with("# Annual report"));
//! assert!(render::html(&report).contains("Ask me &lt;before&gt; the meeting."));
//! let public = report.for_publication(Disclosure::default());
//! assert!(render::young_people(&public).markdown().contains("What an IRO does"));
//! # Ok::<(), iro_handbook::Error>(())
//! ```

mod chart;
mod draw;
mod escape;
mod html;
mod markdown;
mod page;
mod style;
#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]
mod tests;
mod words;
mod young_people;

pub use young_people::YoungPeople;

use crate::report::annual::{AnnualReport, PublicReport};

/// The report as Markdown: headings in the order of its sections, tables as GitHub reads them, no HTML.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::render;
/// use iro_handbook::report::annual::AnnualReport;
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("North | South", figures).build()?;
/// assert!(render::markdown(&report).contains(r"North \| South"));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[must_use]
pub fn markdown(report: &AnnualReport) -> String {
    markdown::report(report)
}

/// The report as one page of HTML, complete in itself, with its charts.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::render;
/// use iro_handbook::report::annual::AnnualReport;
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let page = render::html(&report);
/// assert!(page.starts_with("<!DOCTYPE html><html lang=\"en-GB\">"));
/// assert_eq!(page, render::html(&report));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[must_use]
pub fn html(report: &AnnualReport) -> String {
    html::report(report)
}

/// The version for children and young people: what an IRO does, how reviews went, what children said, what
/// will change and whom to ask, in plain words. It is made from the public report, so no figure is in it that
/// is kept back there.
///
/// Its own words can be read at eleven, measured by the Flesch-Kincaid grade level (Kincaid and others, 1975):
/// 0.39 words a sentence and 11.8 syllables a word, less 15.59, and five for the age. A sentence has at most
/// twenty words. What the service writes is not measured.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::render;
/// use iro_handbook::report::annual::{AnnualReport, Disclosure};
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let report = report.for_publication(Disclosure::default());
/// assert!(render::young_people(&report).html().contains("Children’s Commissioner"));
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[must_use]
pub fn young_people(report: &PublicReport) -> YoungPeople {
    YoungPeople::of(report.report())
}
