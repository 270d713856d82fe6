//! Identifiers of children, each kept once and known by a number.

use super::entries::ChildIx;
use super::trim;
use std::hash::{BuildHasher, RandomState};

/// All identifiers in one text, and a table of their numbers by hash.
#[derive(Clone)]
pub(super) struct Interner {
    text: String,
    /// Where each identifier ends in the text.
    ends: Vec<usize>,
    /// Numbers, each at the place its hash says or the next free one; at most half of them are taken.
    slots: Vec<Option<ChildIx>>,
    /// Where hashes begin, so that nobody can prepare identifiers that all have one.
    seed: u64,
    /// The child of the row before.
    latest: ChildIx,
}

impl Default for Interner {
    fn default() -> Self {
        Self {
            text: String::new(),
            ends: Vec::new(),
            slots: Vec::new(),
            seed: RandomState::new().hash_one(0),
            latest: ChildIx(0),
        }
    }
}

impl Interner {
    /// The number of the child of a cell, new or known; none where the cell is blank.
    pub(super) fn intern(&mut self, text: &str) -> Option<ChildIx> {
        let text = trim(text);
        if text.is_empty() {
            return None;
        }
        // The same child again, or the one that came next in an earlier table: no hashing then.
        for likely in [self.latest, ChildIx(self.latest.0.saturating_add(1))] {
            if self.name(likely) == Some(text) {
                self.latest = likely;
                return Some(likely);
            }
        }
        let is_upper = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_lowercase());
        self.latest =
            if is_upper { self.find_or_add(text) } else { self.find_or_add(&text.to_uppercase()) };
        Some(self.latest)
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
        number
    }

    /// The slot of an identifier and its number; where it is not known, the slot that it would take.
    fn find(&self, name: &str) -> (usize, Option<ChildIx>) {
        // The number of slots is a power of two.
        let mask = self.slots.len().saturating_sub(1);
        let hash = self.hash(name) & u64::from(u32::MAX);
        let mut slot = usize::try_from(hash).unwrap_or_default() & mask;
        while let Some(Some(number)) = self.slots.get(slot) {
            if self.name(*number) == Some(name) {
                return (slot, Some(*number));
            }
            slot = slot.saturating_add(1) & mask;
        }
        (slot, None)
    }

    /// Eight bytes at a time are multiplied into the hash, and the product is folded.
    fn hash(&self, name: &str) -> u64 {
        const ODD: u128 = 0x9E37_79B9_7F4A_7C15;
        name.as_bytes().chunks(8).fold(self.seed, |hash, bytes| {
            let word =
                bytes.iter().fold(1, |word: u64, byte| word.wrapping_shl(8) ^ u64::from(*byte));
            let product = u128::from(hash ^ word).wrapping_mul(ODD);
            let half = |product: u128| u64::try_from(product & u128::from(u64::MAX));
            half(product ^ product.wrapping_shr(64)).unwrap_or_default()
        })
    }

    fn grow(&mut self) {
        let room = self.len().saturating_mul(4).max(64).next_power_of_two();
        self.slots.clear();
        self.slots.resize(room, None);
        for number in (0..).map(ChildIx).take(self.len()) {
            let free = self.name(number).map(|name| self.find(name).0);
            if let Some(slot) = free.and_then(|free| self.slots.get_mut(free)) {
                *slot = Some(number);
            }
        }
    }
}
