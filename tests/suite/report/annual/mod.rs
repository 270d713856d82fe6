//! The annual report, part by part, and its public version.
mod attack;
#[cfg(feature = "serde")]
mod behind;
mod children;
#[cfg(feature = "serde")]
mod compared;
mod disclosure;
mod duties;
mod figures;
mod invented;
#[cfg(feature = "serde")]
mod items;
mod own_counts;
mod parts;
mod process;
mod service;
mod timeliness;
mod whole;

use iro_handbook::report::annual::{AnnualReport, PrescribedItem};

/// A count of the report by its name.
fn figure(report: &AnnualReport, name: &str) -> u64 {
    report.figure(name).unwrap_or_else(|| panic!("no {name}")).count().unwrap()
}

/// Every count whose name begins so, by the rest of its name.
fn ledger(report: &AnnualReport, prefix: &str) -> Vec<(String, u64)> {
    let figures = report.figures();
    let named = figures.filter_map(|(id, shown)| Some((id.as_str().strip_prefix(prefix)?, shown)));
    named.map(|(name, shown)| (name.to_owned(), shown.count().unwrap())).collect()
}

fn missing(report: &AnnualReport, item: PrescribedItem) -> Vec<&'static str> {
    let status = report.items().iter().find(|status| status.item() == item).unwrap();
    status.missing().to_vec()
}
mod protection;
