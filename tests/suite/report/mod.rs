//! The figures: cases worked out by hand, and a twin.
mod annual;
mod change;
mod comparator;
mod feasible;
mod figures;
#[cfg(feature = "serde")]
mod json;
mod merge;
mod method;
mod protection;
mod published;
mod rate;
mod trend;
mod twin;

use crate::assess::Case;
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::report::{PublishedPercentage, ReviewFigures, ReviewQuestion};

/// The figures of the year that ends on 31 March, asked as the case is.
fn figures_of(ending: i32, case: &Case) -> ReviewFigures {
    let question = ReviewQuestion::new(CollectionYear::ending(ending).unwrap())
        .with_as_of(case.as_of)
        .with_history(case.history);
    let calendar = WorkingDays::england_and_wales();
    ReviewFigures::new(question).with(&calendar, case.care.view().unwrap()).unwrap()
}

fn published(text: &str) -> PublishedPercentage {
    text.parse().unwrap()
}
