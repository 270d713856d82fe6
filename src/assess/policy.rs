//! What an authority decides where the law is silent.

/// Answers where the law is silent or leaves it to the authority, each with a documented default.
///
/// Local limits have no default: a rule of which the limit is local does not apply until one is set.
///
/// ```
/// use iro_handbook::assess::Policy;
///
/// assert_eq!(Policy::default(), Policy::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {}
