//! Identifiers of children, each kept once and known by a number.

use super::entries::ChildIx;
use super::trim;
use std::hash::{BuildHasher, RandomState};

/// All identifiers in one text, and a table of their numbers by hash.
#[derive(Clone, Default)]
pub(super) struct Interner {
    text: String,
    /// Where each identifier ends in the text.
    ends: Vec<usize>,
    /// Numbers, each at the place its hash says or the next free one; at most half of them are taken.
    slots: Vec<Option<ChildIx>>,
    hasher: RandomState,
    latest: u32,
    /// For each child the one whose row came after it, last time. Tables tend to be in one order, so this
    /// mostly finds the next child without a hash.
    after: Vec<u32>,
}

impl Interner {
    /// The number of the child of a cell, new or known; none where the cell is blank.
    pub(super) fn intern(&mut self, text: &str) -> Option<ChildIx> {
        let text = trim(text);
        if text.is_empty() {
            return None;
        }
        if text.bytes().any(|byte| byte.is_ascii_lowercase() || !byte.is_ascii()) {
            return Some(self.find_or_add(&text.to_uppercase()));
        }
        Some(self.find_or_add(text))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The identifier with that number.
    pub(super) fn name(&self, child: ChildIx) -> Option<&str> {
        let end = *self.ends.get(child.place())?;
        let before = child.place().checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(before.copied().unwrap_or_default()..end)
    }

    /// All of them, in order of their numbers.
    pub(super) fn names(&self) -> impl Iterator<Item = (ChildIx, &str)> {
        let starts = core::iter::once(&0).chain(&self.ends);
        let names = starts.zip(&self.ends).map(|(start, end)| self.text.get(*start..*end));
        (0..).map(ChildIx).zip(names.map(Option::unwrap_or_default))
    }

    /// The number of an identifier that is trimmed and in upper case.
    pub(super) fn find_or_add(&mut self, name: &str) -> ChildIx {
        let latest = ChildIx(self.latest);
        if self.name(latest) == Some(name) {
            return latest;
        }
        let likely = self.after.get(latest.place()).copied().map(ChildIx);
        let number = match likely {
            Some(likely) if self.name(likely) == Some(name) => likely,
            _ => self.look_up(name),
        };
        if let Some(after) = self.after.get_mut(latest.place()) {
            *after = number.0;
        }
        self.latest = number.0;
        number
    }

    fn look_up(&mut self, name: &str) -> ChildIx {
        if self.slots.len() <= self.len().saturating_mul(2) {
            self.grow();
        }
        let free = match self.find(name) {
            (_, Some(known)) => return known,
            (free, None) => free,
        };
        let number = ChildIx(u32::try_from(self.len()).unwrap_or(u32::MAX));
        if let Some(slot) = self.slots.get_mut(free) {
            *slot = Some(number);
        }
        self.text.push_str(name);
        self.ends.push(self.text.len());
        self.after.push(number.0.saturating_add(1));
        number
    }

    /// The slot of an identifier and its number; where it is not known, the slot that it would take.
    fn find(&self, name: &str) -> (usize, Option<ChildIx>) {
        // The number of slots is a power of two.
        let mask = self.slots.len().saturating_sub(1);
        let hash = self.hasher.hash_one(name);
        let mut slot = usize::try_from(hash & 0xFFFF_FFFF).unwrap_or_default() & mask;
        while let Some(Some(number)) = self.slots.get(slot) {
            if self.name(*number) == Some(name) {
                return (slot, Some(*number));
            }
            slot = slot.saturating_add(1) & mask;
        }
        (slot, None)
    }

    fn grow(&mut self) {
        let room = self.len().saturating_mul(4).max(64).next_power_of_two();
        let mut grown = Self { slots: vec![None; room], ..core::mem::take(self) };
        for number in (0..).map(ChildIx).take(grown.len()) {
            let free = grown.name(number).map(|name| grown.find(name).0);
            if let Some(slot) = free.and_then(|free| grown.slots.get_mut(free)) {
                *slot = Some(number);
            }
        }
        *self = grown;
    }
}
