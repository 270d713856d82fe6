//! Working Together to Safeguard Children (statutory guidance).

mod conferences;
