//! The annual report of an IRO service, as paragraph 7.11 of the IRO Handbook prescribes it.
//!
//! A report is a document of sections with figures, tables and texts. It is built from figures, knows
//! which of the prescribed items it can fill and names what is missing for each, and is not made where
//! parts do not add up to their wholes. Every count stands in it once, by name, so that the same figure
//! in two tables is the same figure.
//!
//! ```
//! use iro_handbook::calendar::CollectionYear;
//! use iro_handbook::report::annual::{AnnualReport, Narrative, Slot};
//! use iro_handbook::report::{ReviewFigures, ReviewQuestion};
//!
//! let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
//! let report = AnnualReport::builder("Sampleshire", figures)
//!     .with_narrative(Narrative::new().with(Slot::Priorities, "Meet every child before the review."))
//!     .build()?;
//! println!("{report}");
//! # Ok::<(), iro_handbook::Error>(())
//! ```

mod alike;
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
mod text;

pub use builder::AnnualReportBuilder;
pub use cell::Cell;
pub use disclosure::{Disclosure, PublicReport};
pub use figures::AnnualFigures;
#[cfg(feature = "serde")]
pub(super) use json::SCHEMA;
pub use ledger::{FigureId, Ledger, Shown};
pub use narrative::{Narrative, Slot};
pub use prescribed::{ItemStatus, PrescribedItem};
pub use previous::PreviousYear;
pub use programme::{Action, ActionStatus, Programme};
pub use report::AnnualReport;
pub use section::{Beside, Block, Chart, ChartKind, Headline, Row, Section, Table};
pub use service_year::ServiceYear;
