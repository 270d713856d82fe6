//! What every file of rules is written with.

pub(super) use crate::calendar::Period::{Days, Months, Weeks, WorkingDays};
pub(super) use crate::law::{
    Case, Citation, Easement, Family, Force, InForce, Instrument, Limit, Milestone, Number,
    OutcomeKind, Reading, Rule, RuleId, Term,
};

pub(super) use Instrument::{
    AdoptionAgenciesRegulations2005 as ADOPTION_2005,
    CareLeaversAmendmentRegulations2014 as CARE_LEAVERS_2014,
    CarePlanningAmendmentRegulations2013 as REMAND_2013, CarePlanningGuidance2015 as GUIDANCE_2015,
    CarePlanningRegulations2010 as CARE_2010, ChildrenAct1989 as CHILDREN_ACT,
    ChildrensHomesAmendmentRegulations2013 as CHILDRENS_HOMES_2013,
    CoronavirusRegulations2020 as CORONAVIRUS_2020,
    FosteringAmendmentRegulations2015 as FOSTERING_2015, IroHandbook2010 as HANDBOOK,
    LocalPolicy as LOCAL, ReviewOfCasesAmendmentRegulations2004 as REVIEW_2004,
    ReviewOfCasesRegulations1991 as REVIEW_1991, SecureAccommodationRegulations1991 as SECURE_1991,
};

/// From the 1991 Regulations to the eve of the 2010 ones.
pub(super) const UNDER_1991: InForce = InForce::from(1991, 10, 14).to(2011, 3, 31);
/// From the first independent reviewing officers to the eve of the 2010 Regulations.
pub(super) const UNDER_2004: InForce = InForce::from(2004, 9, 27).to(2011, 3, 31);
/// Since the 2010 Regulations, the Handbook and section 25A of the Act.
pub(super) const UNDER_2010: InForce = InForce::from(2011, 4, 1);
pub(super) const UNDER_ADOPTION_2005: InForce = InForce::from(2005, 12, 30);

use OutcomeKind::{CannotTell, Lapsed, Met, MetLate, NotApplicable, NotMet, NotYetDue};

/// The review clock: whoever it counts for, it applies to.
pub(super) const CLOCK: &[OutcomeKind] = &[Met, MetLate, NotMet, NotYetDue, Lapsed, CannotTell];
/// A duty with a last day.
pub(super) const TIMED: &[OutcomeKind] =
    &[Met, MetLate, NotMet, NotYetDue, Lapsed, NotApplicable, CannotTell];
/// A duty before an event, which can still be done after it.
pub(super) const BEFORE: &[OutcomeKind] = TIMED;
/// A duty each time, or throughout.
pub(super) const EACH: &[OutcomeKind] = &[Met, NotMet, NotApplicable, CannotTell];
/// A duty once something is over.
pub(super) const ONCE_OVER: &[OutcomeKind] = &[Met, NotMet, NotYetDue, NotApplicable, CannotTell];
/// An answer whose want is itself one.
pub(super) const RESPONSE: &[OutcomeKind] =
    &[Met, MetLate, NotYetDue, Lapsed, NotApplicable, CannotTell];
