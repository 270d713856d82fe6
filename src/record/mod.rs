//! What happened: records of children in care, as any service can fill them.
//!
//! Records say what happened and nothing about what should have: that is [`law`](crate::law) and
//! [`assess`](crate::assess). Required facts are arguments of `new`, the rest is added by `with_*`.
//! The names are the field's: a [`Child`] has [`PeriodOfCare`]s, a period of care has [`Review`]s, a
//! review has a [`Participation`] code.
//!
//! For bulk work nothing has to be copied into these types: a [`PeriodOfCareRef`] borrows slices that
//! the caller owns.
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::record::{Child, Participation, PeriodOfCare, Review};
//!
//! let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let child = Child::new("C-1017").with_period_of_care(
//!     PeriodOfCare::new(day(2026, 3, 2))
//!         .with_review(Review::new(day(2026, 3, 27)).with_participation(Participation::AttendedAndSpoke)),
//! );
//! assert!(child.check().is_ok());
//! ```

mod accommodation;
mod adoption;
mod adoption_authority;
mod aftermath;
mod agreement;
mod audit;
mod before_birth;
mod cafcass;
mod care_period;
mod care_record;
mod child;
mod circumstances;
mod conference;
mod conflict;
mod considerations;
mod data_quality;
mod dated;
#[cfg(feature = "serde")]
pub(crate) mod day;
mod decisions;
mod dispute;
mod dispute_event;
mod dispute_queries;
mod dispute_state;
mod disputes;
mod done;
mod enquiry;
mod events;
mod exception;
mod feedback;
mod formal_stage;
mod free_text;
mod fte;
mod health;
mod identifiers;
mod identity;
mod iro;
mod kin;
mod ladder;
mod late_reason;
mod legal_status;
mod meeting;
mod officer;
mod participation;
mod period_of_care;
mod placements;
mod plans;
mod preparation;
mod profile;
mod protection;
mod protection_plan;
mod review;
mod review_before;
mod review_calls;
mod review_prompt;
mod review_record;
mod rights;
mod scheduling;
mod secure;
mod service;
mod short_break;
mod short_breaks;
mod snapshot;
mod vacancies;
mod views;
mod visits;

pub use accommodation::{Accommodation, AccommodationKind};
pub use adoption::AdoptionChange;
pub use adoption_authority::AdoptionAuthority;
pub use aftermath::{Aftermath, ManagerResponse};
pub(crate) use agreement::{authority_by_status, secure_stays};
pub use audit::{Audit, AuditArea, AuditGrade};
pub use cafcass::{CafcassTest, SignificantFailure};
pub use care_period::CarePeriod;
pub use care_record::CareRecord;
pub(crate) use care_record::Problems;
pub use child::Child;
pub use circumstances::{LegalBasis, PlacementType, ReasonCeased};
pub use conference::{Conference, ConferenceKind};
pub use conflict::{Conflict, Position};
pub use considerations::{Considerations, Considered};
pub use data_quality::DataQuality;
pub use decisions::{ByWhen, Decision, Implementer};
pub use dispute::Dispute;
pub use dispute_event::{DisputeEvent, DisputeTheme};
pub use dispute_state::{DisputeOutcome, DisputeRoute, DisputeState};
pub use disputes::Disputes;
pub use done::Done;
pub use enquiry::{Enquiry, ReferralAssessment};
pub use events::{Event, EventKind, Events};
pub use exception::Exception;
pub use feedback::{Answer, Feedback, FeedbackFrom};
pub use formal_stage::FormalStage;
pub use free_text::FreeText;
pub use fte::Fte;
pub use health::{Health, HealthAssessment};
pub use identity::{EthnicGroup, Sex};
pub(crate) use iro::changes_in_care;
pub use iro::{Appointment, Handover, IroHistory};
pub(crate) use kin::looked_after_on;
pub use kin::{Kin, Relation, Relative, RelativeIro, SeparateIros};
pub use ladder::Ladder;
pub use late_reason::LateReason;
pub use legal_status::{LegalStatus, LegalStatusSpan, LegalStatuses};
pub use meeting::{Chair, IroPresence, Meeting};
pub use officer::{Allocated, Officer};
pub use participation::Participation;
pub use period_of_care::{Entry, PeriodOfCare, PeriodOfCareRef};
pub use placements::{Placement, PlacementKind, Placements};
pub use plans::{Beforehand, CeasingApproval, EducationPlan, Plan, Plans};
pub use preparation::{Preparation, SpokenTo};
pub use profile::Profile;
pub use protection::ProtectionRecord;
pub use protection_plan::{AbuseCategory, ProtectionPlan};
pub use review::Review;
pub use review_before::{ParentPlacement, PlacementEnding, PlanChange};
pub use review_calls::ReviewCalls;
pub use review_prompt::{PromptReason, ReviewPrompt};
pub use review_record::ReviewRecord;
pub use rights::Rights;
pub use scheduling::Scheduling;
pub use secure::{SecurePlacement, SecureReview};
pub use service::ServiceRecord;
pub use short_break::{ShortBreak, ShortBreakSeries};
pub use short_breaks::ShortBreaks;
pub use snapshot::{CareSnapshot, SameCarer};
pub use vacancies::Vacancies;
pub use views::{Heard, Views, Whose};
pub use visits::{SeenAlone, Visit, Visits};
