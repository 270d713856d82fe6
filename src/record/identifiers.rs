//! Identifiers that the caller may give to the things on a list.

use super::Problems;
use std::collections::BTreeSet;

/// Names the identifiers that say nothing, and those that two things of one list have.
pub(super) fn problems<'a>(
    field: &'static str,
    given: impl Iterator<Item = Option<&'a str>> + Clone,
    twice: &'static str,
    problems: &mut Problems<'_>,
) {
    let given = given.flatten();
    for _ in given.clone().filter(|id| id.trim().is_empty()) {
        problems.add(field, "empty", "it is given, and says nothing");
    }
    repeated(given, |id| problems.add(field, id, twice));
}

/// Hands on each identifier that stood before. On a short list it looks back, which allocates nothing.
pub(super) fn repeated<'a>(
    ids: impl Iterator<Item = &'a str> + Clone,
    mut again: impl FnMut(&'a str),
) {
    const SHORT: usize = 16;
    let mut seen = BTreeSet::new();
    for (place, id) in ids.clone().enumerate() {
        if place == SHORT {
            seen.extend(ids.clone().take(SHORT));
        }
        let stood_before = if place < SHORT {
            ids.clone().take(place).any(|before| before == id)
        } else {
            !seen.insert(id)
        };
        if stood_before {
            again(id);
        }
    }
}
