//! The annual report, section by section, and its public version.
mod attack;
mod children;
mod disclosure;
mod protection;
