//! The duties around reviews of children in care in England, as types and functions.
//!
//! Every child in care has an Independent Reviewing Officer (IRO), who reviews the child's care plan at
//! intervals that the law fixes. From records this crate says of each review whether it was on time, by
//! which rule and why, what is due next, and what goes into the annual report of an IRO service. It does
//! no input or output, reads no clock and does not panic.
//!
//! | module | what it is |
//! |---|---|
//! | [`record`] | what happened: children, reviews, plans, placements, visits, health, disputes, officers |
//! | [`law`] | what had to happen by when: every rule with its number, force, citation and days in force |
//! | [`calendar`] | counting time: working days of England and Wales, periods, deadlines, collection years |
//! | [`assess`] | the law laid on the records: one finding per duty, with outcome, deadline and reasons |
//! | [`report`] | findings counted, and the [annual report](report::annual) for the board, the public and young people |
#![cfg_attr(
    feature = "render",
    doc = "| [`render`] | the annual report as Markdown, as a page with charts, and in plain words for children |"
)]
#![cfg_attr(
    not(feature = "render"),
    doc = "| `render` (a feature) | the annual report as Markdown, as a page with charts, and in plain words for children |"
)]
#![cfg_attr(
    feature = "ssda903",
    doc = "| [`ssda903`] | the return every English authority makes: its rows, row checks, and rows made into records |"
)]
//!
//! # From records to the figures of a report
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::calendar::{CollectionYear, WorkingDays};
//! use iro_handbook::record::{Child, Participation, PeriodOfCare, Review};
//! use iro_handbook::report::{ReviewFigures, ReviewQuestion};
//!
//! let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let child = Child::new("C-1017").with_period_of_care(
//!     PeriodOfCare::new(day(2025, 9, 1))
//!         .with_review(Review::new(day(2025, 9, 22)).with_participation(Participation::AttendedAndSpoke))
//!         .with_review(Review::new(day(2026, 1, 5)).with_participation(Participation::AbsentViewsSent)),
//! );
//!
//! let calendar = WorkingDays::england_and_wales();
//! let mut figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
//! figures.add_child(&calendar, &child)?;
//!
//! // The second review was due by 22 December 2025, three months after the first.
//! assert_eq!(figures.held().on_time_rate().to_string(), "50 % (1 of 2)");
//! assert_eq!(figures.participation().attended_rate().to_string(), "50 % (1 of 2)");
//! # Ok::<(), iro_handbook::Error>(())
//! ```
//!
//! # From all that is known of a child to every duty
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::assess::Assessor;
//! use iro_handbook::calendar::WorkingDays;
//! use iro_handbook::record::{Aftermath, CarePeriod, CareRecord, Preparation, ReviewRecord};
//!
//! let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
//! let review = ReviewRecord::new(day(3, 27))
//!     .with_preparation(Preparation::new().with_child_spoken_to(day(3, 25)))
//!     .with_aftermath(Aftermath::new().with_record_distributed(day(5, 20)));
//! let record = CareRecord::new("C-1017")
//!     .with_period_of_care(CarePeriod::new(day(3, 2)).with_review(review));
//!
//! let calendar = WorkingDays::england_and_wales();
//! let assessment = Assessor::new(&calendar, day(6, 1)).assess(&record)?;
//! // Guidance asks for the record within 20 working days; a departure from it is no breach of law.
//! let late = assessment.findings().iter().find(|f| f.outcome().is_breach()).unwrap();
//! assert_eq!(late.rule().id().as_str(), "record-distributed");
//! assert!(!late.rule().force().is_law());
//! # Ok::<(), iro_handbook::Error>(())
//! ```
//!
//! # Where each thing is
//!
//! | of | the record | what is found, and how | an example to run |
//! |---|---|---|---|
//! | reviews: before, at and after | [`ReviewRecord`](record::ReviewRecord) with [`Preparation`](record::Preparation), [`Meeting`](record::Meeting), [`Decision`](record::Decision), [`Aftermath`](record::Aftermath), [`Scheduling`](record::Scheduling) | [`Assessor`](assess::Assessor) | `one_review` |
//! | what calls for a review besides the calendar | [`ReviewCalls`](record::ReviewCalls) | [`Family::Reviews`](law::Family::Reviews) | `check` |
//! | disputes and Cafcass | [`Dispute`](record::Dispute), [`DisputeEvent`](record::DisputeEvent), [`CafcassTest`](record::CafcassTest) | [`Family::Disputes`](law::Family::Disputes); what is due on a day: [`DisputeDue`](assess::DisputeDue) | `escalation` |
//! | officers, caseloads, conflicts | [`ServiceRecord`](record::ServiceRecord), [`Officer`](record::Officer); of a child: [`IroHistory`](record::IroHistory), [`Kin`](record::Kin) | [`Assessor::assess_service`](assess::Assessor::assess_service), [`Caseloads`](assess::Caseloads) | `caseload` |
//! | visits | [`Visits`](record::Visits), [`Placements`](record::Placements) | [`Family::Visits`](law::Family::Visits) | `check` |
//! | care, placement, education and pathway plans | [`Plans`](record::Plans), [`Plan`](record::Plan) | [`Family::Plans`](law::Family::Plans) | `check` |
//! | health | [`Health`](record::Health) | [`Family::Health`](law::Family::Health) | `check` |
//! | short breaks | [`ShortBreaks`](record::ShortBreaks) | [`Family::Reviews`](law::Family::Reviews) | `check` |
//! | an authority's own choices and targets | [`Policy`](assess::Policy) | [`Assessor::with_policy`](assess::Assessor::with_policy), [`Comparator::of_policy`](report::Comparator::of_policy) | `check --policy` |
//! | departures that were agreed | [`AgreedDeparture`](assess::AgreedDeparture), by [`Finding::key`](assess::Finding::key) | [`Departures`](assess::Departures), which reports what matches nothing | `check --departures` |
//! | child protection conferences | [`ProtectionRecord`](record::ProtectionRecord) | [`Assessor::assess_protection`](assess::Assessor::assess_protection), [`ProtectionFigures`](report::ProtectionFigures) | `report_shapes 3` |
//! | the annual report | [`CareRecord`](record::CareRecord), and what a service gives: [`ServiceYear`](report::annual::ServiceYear) | [`AnnualFigures`](report::annual::AnnualFigures), [`AnnualReport`](report::annual::AnnualReport); for everybody: [`for_publication`](report::annual::AnnualReport::for_publication) | `annual_report`, `report_shapes` |
//! | the children behind a figure | | [`ChildrenBehind`](report::annual::ChildrenBehind) | `annual_report --list` |
//! | a figure beside a target, other years, England | [`PreviousYear`](report::annual::PreviousYear) | [`Comparator`](report::Comparator), [`Trend`](report::Trend), [`Change`](report::Change) | `annual_report` |
//! | percentages that others published | [`PublishedPercentage`](report::PublishedPercentage) | [`feasible_numerators`](report::feasible_numerators) | `publication_check` |
//! | a nation's children on all cores | [`PeriodOfCareRef`](record::PeriodOfCareRef), borrowed | [`ReviewFigures`](report::ReviewFigures), merged in any order | `national` |
//! | the law itself | [`rules`](law::rules), [`Rule::explain`](law::Rule::explain) | | `rules` |
//!
//! Records that begin late are assessed with [`Assessor::with_history`](assess::Assessor::with_history).
//!
//! # Scope
//!
//! England only, by the law as it was read in November 2026, and not legal advice. Every rule, its citation,
//! what was read of it and what was not: [`_docs::rules`]. Each point where the law is silent and something had
//! to be chosen: [`_docs::law`]. How the crate is built, and why: [`_docs::design`]. The
//! JSON of records, findings and figures: [`_docs::json`].
//!
//! # Features
//!
//! - `serde` (default): serialisation of records, findings and figures.
//! - `ssda903` (default): the SSDA903 return.
//! - `render`: the annual report as Markdown and as a page of HTML with charts, and the version for children.
//! - `schemars`: JSON Schemas of the documents a service exchanges: records in; findings and figures out.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
// Panics are excluded by lints, not by care: whatever the input, library code returns.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::exit,
    clippy::expect_used,
    clippy::get_unwrap,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::panic_in_result_fn,
    clippy::string_slice,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_in_result,
    clippy::unwrap_used
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod assess;
pub mod calendar;
mod error;
pub mod law;
pub mod record;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
#[cfg(feature = "schemars")]
mod schema;
#[cfg(feature = "ssda903")]
pub mod ssda903;

pub use error::{Error, Result};

/// The documents of the crate, as pages.
// Pages of plain Markdown: brackets in them are not links to items.
#[allow(rustdoc::broken_intra_doc_links)]
#[cfg(any(doc, doctest))]
pub mod _docs {
    #[doc = include_str!("../docs/LAW.md")]
    pub mod law {}
    #[doc = include_str!("../docs/RULES.md")]
    pub mod rules {}
    #[doc = include_str!("../docs/DESIGN.md")]
    pub mod design {}
    #[doc = include_str!("../docs/JSON.md")]
    pub mod json {}
    #[doc = include_str!("../CHANGELOG.md")]
    pub mod changelog {}
    // Its links lead to files, so it is no page; its lines of code compile all the same.
    #[cfg(doctest)]
    #[doc = include_str!("../README.md")]
    pub mod readme {}
}
