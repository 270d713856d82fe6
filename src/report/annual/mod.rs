//! The annual report of an IRO service, as paragraph 7.11 of the IRO Handbook prescribes it.
//!
//! A report is a document of sections with figures, tables and texts. It is built from figures, knows
//! which of the prescribed items it can fill and names what is missing for each, and is not made where
//! parts do not add up to their wholes. Every count stands in it once, by name, so that the same figure
//! in two tables is the same figure.
//!
//! From records to every reader:
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::assess::Assessor;
//! use iro_handbook::calendar::{CollectionYear, WorkingDays};
//! use iro_handbook::record::{CarePeriod, CareRecord, Participation, ReviewRecord};
//! use iro_handbook::report::annual::{AnnualFigures, Disclosure, ServiceYear, Slot};
//! use iro_handbook::report::{ReviewQuestion, SupportFigures};
//!
//! let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let records = ["C-1017", "C-1018"].map(|id| {
//!     let review = |held| {
//!         ReviewRecord::new(held).with_participation(Participation::AttendedAndSpoke)
//!     };
//!     CareRecord::new(id).with_period_of_care(
//!         CarePeriod::new(day(2025, 9, 1))
//!             .with_review(review(day(2025, 9, 22)))
//!             .with_review(review(day(2026, 1, 5))),
//!     )
//! });
//!
//! // The records, counted: in any order, and in parts that are merged.
//! let calendar = WorkingDays::england_and_wales();
//! let year = CollectionYear::ending(2026)?;
//! let question = ReviewQuestion::new(year);
//! let assessor = Assessor::new(&calendar, question.as_of());
//! let mut figures = AnnualFigures::new(question);
//! for record in &records {
//!     figures.add(&assessor, record)?;
//! }
//!
//! // What the service gives beside them: its team, disputes, audits, feedback, texts.
//! let service = ServiceYear::new("Sampleshire", year)
//!     .with_support(&SupportFigures::new(year).with_advocates(31))
//!     .with_text(Slot::Priorities, "Meet every child before the review.");
//! let builder = figures.into_builder(service.authority());
//! let report = service.add_to(builder, &assessor)?.build()?;
//! assert_eq!(report.figure("reviews.held.late").unwrap().to_string(), "2");
//!
//! // For everybody: small numbers, and what would give them away, are not in it.
//! let public = report.for_publication(Disclosure::default());
//! assert_eq!(public.report().figure("reviews.held.late").unwrap().to_string(), "c");
//! # #[cfg(feature = "render")] {
//! // As pages, with the feature `render`.
//! use iro_handbook::render;
//! assert!(render::html(public.report()).contains("Meet every child before the review."));
//! let young_people = render::young_people(&public);
//! assert!(young_people.markdown().starts_with("# Your reviews in Sampleshire"));
//! # }
//! # Ok::<(), iro_handbook::Error>(())
//! ```
//!
//! Figures from returns are given to the builder instead ([`AnnualReportBuilder::with_reviews`],
//! [`with_children`](AnnualReportBuilder::with_children)); the example `annual_report` does both. The names of all
//! counts are those of [`AnnualReport::figures`], and the children behind each are in [`ChildrenBehind`].

mod alike;
mod behind;
mod builder;
mod cell;
mod circuit;
pub(crate) mod clean;
mod compared;
mod disclosure;
mod figures;
#[cfg(feature = "serde")]
mod json;
mod ledger;
mod names;
mod narrative;
mod prescribed;
mod previous;
mod programme;
mod report;
mod section;
mod sections;
mod service_year;
#[cfg(all(test, feature = "render"))]
pub(crate) mod specimen;
mod standing;
mod text;

pub use behind::ChildrenBehind;
pub use builder::AnnualReportBuilder;
pub use cell::Cell;
pub use disclosure::{Disclosure, PublicReport};
pub use figures::AnnualFigures;
#[cfg(feature = "serde")]
pub(super) use json::SCHEMA;
pub use ledger::{FigureId, Ledger, Shown};
pub use names::FigureNames;
pub use narrative::{Narrative, Slot};
pub use prescribed::{ItemStatus, PrescribedItem};
pub use previous::PreviousYear;
pub use programme::{Action, ActionStatus, Programme};
pub use report::AnnualReport;
pub use section::{Beside, Block, Chart, ChartKind, Headline, Row, Section, Table};
pub use service_year::ServiceYear;
