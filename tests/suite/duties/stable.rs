//! A finding keeps its name when more becomes known.
