//! What every public type promises: `Send`, `Sync`, `Unpin`, `Debug`, `Clone`, `Copy`, and the size of
//! those that are held by the million.

use crate::docs::{public_item, sources};
use iro_handbook::assess::{
    Bound, History, Missing, Outcome, ReviewClock, ReviewDuties, ReviewExplanation, ReviewFinding,
    Sequence, Settled, Step, Trigger,
};
use iro_handbook::assess::{Caseload, Caseloads, RangePosition};
use iro_handbook::calendar::{
    Authority, BankHoliday, CollectionYear, Deadline, Period, WorkingDays,
};
use iro_handbook::law::{
    Case, Citation, Easement, Family, Force, InForce, Instrument, Limit, Milestone, Number,
    OutcomeKind, Reading, Rule, RuleId, RuleText, ScheduleSevenMatter, Term,
};
use iro_handbook::record::{
    AdoptionChange, Child, DataQuality, Entry, Participation, PeriodOfCare, PeriodOfCareRef, Review,
};
use iro_handbook::record::{
    Allocated, Appointment, Conflict, Fte, Handover, IroHistory, Kin, Officer, Position, Relation,
    Relative, RelativeIro, SeparateIros, ServiceRecord,
};
use iro_handbook::report::{
    ChildrenReviewed, Cohort, ParticipationCounts, Rate, RateRange, ReviewFigures, ReviewQuestion,
    ReviewsDue, ReviewsHeld, Timeliness,
};
use iro_handbook::ssda903::{
    CheckRule, CheckSource, ChildIx, Code, Columns, DateCell, DateForm, EpisodeEntry, Flag,
    HeaderEntry, Linked, LinkedChild, Note, NoteKind, Problem, Return, ReviewEntry, StrayReview,
    Table, UnusableRow, UsableEpisode, UsableReview,
};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

fn shared<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
fn cloned<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Clone>() {}
fn copied<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Copy>() {}

/// Each type named once; the compiler does the checking.
macro_rules! promises {
    ($($promise:ident: $($name:ident $(<$life:lifetime>)?),+;)+) => {
        #[test]
        fn every_type_keeps_its_promises() {
            $($($promise::<$name $(<$life>)?>();)+)+
        }

        const NAMES: &[&str] = &[$($(stringify!($name)),+),+];
    };
}

use iro_handbook::Error;

promises! {
    // One static instance each: there is nothing to clone.
    shared: Rule;
    cloned:
        BankHoliday, Child, Error, Linked, Note, PeriodOfCare, Return, ReviewDuties<'static>,
        UnusableRow, WorkingDays,
        Allocated, Appointment, Caseloads, Conflict, Handover, IroHistory, Kin, Officer, Relative,
        RelativeIro, ServiceRecord;
    copied:
        Caseload, Fte, Position, RangePosition, Relation, SeparateIros,
        Case, Family, Milestone, Number, OutcomeKind, RuleText<'static>, ScheduleSevenMatter,
        AdoptionChange, Authority, Bound, CheckRule, CheckSource, ChildIx, ChildrenReviewed, Citation,
        Code, Cohort, CollectionYear, Columns, DateCell, DateForm, EpisodeEntry, Flag, HeaderEntry,
        LinkedChild<'static>, NoteKind, Problem, ReviewEntry, StrayReview, Table, UsableEpisode,
        UsableReview,
        DataQuality, Deadline, Easement, Entry, ReviewExplanation<'static>, ReviewFinding, Force, History,
        InForce, Instrument, Limit, Missing, Outcome, Participation, ParticipationCounts, Period,
        PeriodOfCareRef<'static>, Rate, RateRange, Reading, ReviewClock<'static>, ReviewFigures,
        Review, ReviewQuestion, ReviewsDue, ReviewsHeld, RuleId, Sequence, Settled, Step, Term,
        Timeliness, Trigger;
}

/// A type that is new, or gone, shows here: give it a line above.
#[test]
fn every_public_type_is_named_here() {
    let files = sources();
    let types: BTreeSet<&str> = files
        .iter()
        .flat_map(|(_, text)| text.lines().filter_map(public_item))
        .filter_map(|(kind, name)| matches!(kind, "struct" | "enum").then_some(name))
        .collect();
    assert_eq!(types, NAMES.iter().copied().collect());
}

#[test]
fn lean_types_stay_lean() {
    assert_eq!(size_of::<Review>(), 8);
    assert_eq!(size_of::<Option<Review>>(), 8);
    assert_eq!(size_of::<AdoptionChange>(), 8);
    assert_eq!(size_of::<RuleId>(), 1);
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<WorkingDays>(), size_of::<usize>());
    // Two slices, two days and a letter.
    assert_eq!(size_of::<PeriodOfCareRef<'_>>(), 4 * size_of::<usize>() + 16);
    assert!(
        size_of::<ReviewFinding>() <= 64,
        "a ReviewFinding is {} bytes",
        size_of::<ReviewFinding>()
    );
}
