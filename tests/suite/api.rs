//! What every public type promises: `Send`, `Sync`, `Unpin`, `Debug`, `Clone`, `Copy`, and the size of
//! those that are held by the million.

use crate::docs::{public_item, sources};
use iro_handbook::assess::*;
use iro_handbook::calendar::*;
use iro_handbook::law::*;
use iro_handbook::record::*;
use iro_handbook::report::*;
use iro_handbook::ssda903::*;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

fn borrowing<T: Debug + Send + Sync + Unpin>() {}
fn shared<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
fn cloned<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Clone>() {}
fn copied<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Copy>() {}

/// Each type named once; the compiler does the checking.
macro_rules! promises {
    ($($promise:ident: $($name:ident $(<$($life:lifetime),+>)?),+ $(,)?;)+) => {
        #[test]
        fn every_type_keeps_its_promises() {
            $($($promise::<$name $(<$($life),+>)?>();)+)+
        }

        const NAMES: &[&str] = &[$($(stringify!($name)),+),+];
    };
}

use iro_handbook::Error;
use iro_handbook::assess::{AdjournedReview, ReviewDate};
use iro_handbook::law::Method;
use iro_handbook::record::{
    Accommodation, AccommodationKind, AdoptionAuthority, Exception, ParentPlacement,
    PlacementEnding, PlanChange, PromptReason, ReviewCalls, ReviewPrompt, Scheduling,
    SecurePlacement, SecureReview, ShortBreak, ShortBreakSeries, ShortBreaks,
};
use iro_handbook::report::annual::{
    self, Action, ActionStatus, AnnualFigures, AnnualReport, AnnualReportBuilder, Beside, Block,
    Cell, Chart, ChartKind, Disclosure, FigureId, Headline, ItemStatus, Ledger, Narrative,
    PrescribedItem, PreviousYear, Programme, PublicReport, Row, Section, ServiceYear, Shown, Slot,
};

promises! {
    // It holds the return that it fills.
    borrowing: ReturnFile<'static>;
    // One static instance each: there is nothing to clone.
    shared: Rule;
    cloned:
        AgreedDeparture, Assessment<'static>, Assessor<'static>, CarePeriod, CareRecord, Departures,
        Policy, Severities,
        CafcassTest, Dispute, DisputeTheme, Disputes, Ladder,
        BankHoliday, Child, ChildrenFigures, Error, FileSummary, Linked, Note, PeriodOfCare, Return, ReviewDuties<'static>,
        UnusableRow, WorkingDays,
        Chair, Decision, Event, Events, FreeText, Heard, Implementer, IroPresence, Meeting, Preparation, ReviewRecord, Rights, SpokenTo, Views, Beforehand, CeasingApproval, EducationPlan, Health, HealthAssessment, LegalStatuses, Placement, Placements, Plan, Plans, SeenAlone, Visit, Visits,
        Basis, Comparator, Comparison, Trend,
        Allocated, Appointment, Caseloads, Conflict, Handover, IroHistory, Kin, Officer, Relative,
        RelativeIro, ServiceRecord, IroChanges, WorkforceFigures;
    copied:
        Done, Due, Explanation<'static, 'static>, Fact<'static>, Finding<'static>, FindingKey<'static>,
        Of<'static>, Severity, Subject<'static>, Value<'static>,
        DisputeDue, DisputeEvent, DisputeOutcome, DisputeRoute, DisputeState, FormalStage,
        SignificantFailure,
        Caseload, Fte, LengthOfService, Posts, Vacancies, Position, RangePosition, Relation, SeparateIros,
        Case, Family, Milestone, Number, OutcomeKind, RuleText<'static>, ScheduleSevenMatter,
        AdoptionChange, Authority, Bound, CheckRule, CheckSource, ChildIx, ChildrenReviewed, Citation,
        Code, Cohort, CollectionYear, Columns, DateCell, DateForm, EpisodeEntry, Flag, HeaderEntry,
        LinkedChild<'static>, NoteKind, Problem, ReviewEntry, StrayReview, Table, UsableEpisode,
        UsableReview,
        Change, CountChange, Direction, FeasibleNumerators, Measure, PerHead, PerHeadChange, Percentage,
        PointChange, PublishedPercentage, Standing,
        DataQuality, Deadline, Easement, Entry, ReviewExplanation<'static>, ReviewFinding, Force, History,
        InForce, Instrument, Limit, Missing, Outcome, Participation, ParticipationCounts, Period,
        PeriodOfCareRef<'static>, Rate, RateRange, Reading, ReviewClock<'static>, ReviewFigures,
        Review, ReviewQuestion, ReviewsDue, ReviewsHeld, RuleId, Sequence, Settled, Step, Term,
        Timeliness, Trigger,
        Aftermath, AgeBand, EthnicGroup, Sex, ByWhen, CareSnapshot, LegalBasis, LengthInCare, PlacementType, PlacementsInYear,
        Profile, ReasonCeased, SameCarer, Considerations, Considered, EventKind, LateReason, ManagerResponse, Whose, FirstReviewOf, LegalStatus, LegalStatusSpan, PlacementKind;
    // The annual report.
    cloned:
        Action, AnnualFigures, AnnualReport, AnnualReportBuilder, Beside, Block, Cell, Chart, ChartKind, FigureId, Headline,
        ItemStatus, Ledger, Narrative, PreviousYear, Programme, PublicReport, Row, Section,
        ServiceYear, UntoldReviews;
    copied: ActionStatus, Disclosure, PrescribedItem, Shown, Slot;
    // What a report counts.
    cloned:
        Audit, AuditFigures, AuditGrade, ChildrenMissed, DisputeFigures, DutyFigures, Feedback, FeedbackFigures, LatenessFigures,
        SiblingFigures;
    copied:
        Answer, AttendanceCounts, AttendanceFigures, AuditArea, DutyCounts, FeedbackFrom, MissedReview,
        MissedReviews, SiblingIro, SupportFigures;
    // Child protection.
    cloned:
        Conference, ProtectionFigures, ProtectionRecord;
    copied:
        AbuseCategory, ConferenceKind, Enquiry, PlanDuration, ProtectionPlan, ReferralAssessment;
    // What calls for a review.
    cloned:
        Accommodation, Exception, ParentPlacement, PlacementEnding, PlanChange, ReviewCalls, ReviewPrompt, Scheduling,
        SecurePlacement, ShortBreakSeries, ShortBreaks;
    copied:
        AccommodationKind, AdjournedReview, AdoptionAuthority, Method, PromptReason,
        ReviewDate, SecureReview, ShortBreak;
}

/// Types of which there is one for each kind of thing counted.
const GENERIC: &[&str] = &["Breakdown"];

#[test]
fn other_types_keep_their_promises() {
    cloned::<Breakdown<u8>>();
    // Its name is also that of a table of a return.
    cloned::<annual::Table>();
}

/// Types that come with a feature.
const WITH_FEATURES: &[&str] = &["YoungPeople"];

#[cfg(feature = "render")]
#[test]
fn types_of_the_feature_render_keep_their_promises() {
    cloned::<iro_handbook::render::YoungPeople>();
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
    assert_eq!(types, NAMES.iter().chain(GENERIC).chain(WITH_FEATURES).copied().collect());
}

#[test]
fn lean_types_stay_lean() {
    assert_eq!(size_of::<Review>(), 8);
    assert_eq!(size_of::<Option<Review>>(), 8);
    assert_eq!(size_of::<AdoptionChange>(), 8);
    assert_eq!(size_of::<RuleId>(), 1);
    // The method of counting lies where there was padding.
    assert_eq!(size_of::<Bound>(), 12);
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
