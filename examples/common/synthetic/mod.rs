//! Synthetic children in care: a seeded generator that knows the answers.
//!
//! Every example, bench and test that needs an authority's returns takes them from here, so nobody
//! needs real data to see the crate work. It never uses the crate itself: the answers in
//! `answers.json` would prove nothing if the code under test had worked them out. They come from
//! the plan of each child's life ([`plan`], [`cast`]) and a plain second reckoning ([`answers`]).
//!
//! No child, authority or date here is real.
#![allow(
    dead_code,
    unused_imports,
    reason = "each program that includes this module uses a part of it"
)]

pub mod answers;
pub mod cast;
pub mod dates;
pub mod lean;
pub mod model;
pub mod plan;
pub mod returns;
pub mod rng;
pub mod service;

use model::{Child, Sample};

/// The seed of the committed sample: change it and every figure changes with it.
pub const SEED: u64 = 0x1EAF_2026;

/// The authority's children: the drawn ones and, after them, the cast of deliberate cases.
pub fn children(seed: u64) -> Vec<Child> {
    let mut children = plan::population(seed);
    children.extend(cast::cast());
    children.sort_by_key(|child| child.id);
    children
}

/// The sample: every file of the three returns, and the known answers.
pub fn sample(seed: u64) -> Sample {
    let children = children(seed);
    let mut files = returns::files(&children);
    let answers = answers::Answers::of(&children);
    let service = service::json(&children, answers.looked_after_at_end);
    files.push(("answers.json".to_owned(), answers.to_json()));
    files.push(("service.json".to_owned(), service));
    Sample { children, files }
}

/// At least so many children who are in a year's return, of as many authorities as that takes; none of them
/// has a stray row.
pub fn children_of_many(seed: u64, year: i32, at_least: usize) -> Vec<Child> {
    let mut children = Vec::new();
    for authority in 0.. {
        if children.len() >= at_least {
            break;
        }
        let population = plan::population(seed + authority).into_iter();
        children.extend(population.filter(|child| returns::is_in(child, year)).map(|mut child| {
            child.id += 1_000_000 * authority as u32;
            child
        }));
    }
    children
}

/// Children for benches and bulk examples: see [`lean::lean`].
pub use lean::{LeanChild, LeanPeriod, lean, lean_of};
