//! A child's conferences and plans, for services that chair child protection conferences too.

use super::dated::{self, Dated};
use super::{Conference, ConferenceKind, Enquiry, Problems, ProtectionPlan, ReferralAssessment};
use crate::error::{Error, Result};
use chrono::NaiveDate;

/// What a service knows of one child's way through child protection: referrals and assessments, enquiries under
/// section 47, conferences, plans and core groups.
///
/// Each list is left out until somebody keeps it; one that is there is complete. The same thing given twice for
/// one day is one thing. The elements of the CIN census stand beside the parts: [`Enquiry`], [`Conference`],
/// [`ProtectionPlan`]. `InitialCPCtarget` is not asked for: it is worked out.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{Conference, ConferenceKind, Enquiry, ProtectionPlan, ProtectionRecord};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// let record = ProtectionRecord::new("C-1017")
///     .with_enquiry(Enquiry::new(day(6, 1)).with_conference_required(true))
///     .with_conference(
///         Conference::new(ConferenceKind::Initial, day(6, 22)).with_called_on(day(6, 1)),
///     )
///     .with_plan(ProtectionPlan::new(day(6, 22)))
///     .with_conference(Conference::new(ConferenceKind::Review, day(9, 14)));
/// assert!(record.check().is_ok());
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(from = "Unchecked"))]
pub struct ProtectionRecord {
    id: String,
    assessments: Option<Vec<ReferralAssessment>>,
    enquiries: Option<Vec<Enquiry>>,
    moves_in: Option<Vec<NaiveDate>>,
    conferences: Option<Vec<Conference>>,
    plans: Option<Vec<ProtectionPlan>>,
    core_groups: Option<Vec<NaiveDate>>,
}

// The identifier only: the rest is about a child.
impl core::fmt::Debug for ProtectionRecord {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ProtectionRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

impl ProtectionRecord {
    /// Of the child with this identifier, and nothing recorded yet.
    ///
    /// ```
    /// use iro_handbook::record::ProtectionRecord;
    ///
    /// let record = ProtectionRecord::new("C-1017");
    /// assert_eq!(format!("{record:?}"), r#"ProtectionRecord { id: "C-1017", .. }"#);
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// With every list kept and empty: nothing has happened yet.
    ///
    /// ```
    /// use iro_handbook::record::ProtectionRecord;
    ///
    /// let record = ProtectionRecord::new("C-1017").with_nothing_more();
    /// assert!(record.plans().is_some_and(<[_]>::is_empty));
    /// ```
    #[must_use]
    pub fn with_nothing_more(mut self) -> Self {
        self.assessments.get_or_insert_default();
        self.enquiries.get_or_insert_default();
        self.moves_in.get_or_insert_default();
        self.conferences.get_or_insert_default();
        self.plans.get_or_insert_default();
        self.core_groups.get_or_insert_default();
        self
    }

    /// With an assessment after a referral.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{ProtectionRecord, ReferralAssessment};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let record = ProtectionRecord::new("C-1017").with_assessment(ReferralAssessment::new(day));
    /// assert_eq!(record.assessments().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_assessment(mut self, assessment: ReferralAssessment) -> Self {
        self.assessments = dated::with(self.assessments, assessment);
        self.in_order()
    }

    /// With enquiries under section 47.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Enquiry, ProtectionRecord};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let record = ProtectionRecord::new("C-1017").with_enquiry(Enquiry::new(day));
    /// assert_eq!(record.enquiries().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_enquiry(mut self, enquiry: Enquiry) -> Self {
        self.enquiries = dated::with(self.enquiries, enquiry);
        self.in_order()
    }

    /// With the day on which the authority was notified that the child, who has a plan elsewhere, has moved in
    /// for good.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionRecord;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let record = ProtectionRecord::new("C-1017").with_move_in(day);
    /// assert_eq!(record.moves_in(), Some(&[day][..]));
    /// ```
    #[must_use]
    pub fn with_move_in(mut self, notified_on: NaiveDate) -> Self {
        self.moves_in = dated::with(self.moves_in, notified_on);
        self.in_order()
    }

    /// With a conference.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind, ProtectionRecord};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let conference = Conference::new(ConferenceKind::Review, day);
    /// let record = ProtectionRecord::new("C-1017")
    ///     .with_conference(conference.clone())
    ///     .with_conference(conference);
    /// assert_eq!(record.conferences().map(<[_]>::len), Some(1), "the same conference");
    /// ```
    #[must_use]
    pub fn with_conference(mut self, conference: Conference) -> Self {
        self.conferences = dated::with(self.conferences, conference);
        self.in_order()
    }

    /// With a plan.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{ProtectionPlan, ProtectionRecord};
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let record = ProtectionRecord::new("C-1017").with_plan(ProtectionPlan::new(day));
    /// assert_eq!(record.plans().map(<[_]>::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_plan(mut self, plan: ProtectionPlan) -> Self {
        self.plans = dated::with(self.plans, plan);
        self.in_order()
    }

    /// With the day of a core group.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::ProtectionRecord;
    /// # let day = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
    /// assert_eq!(ProtectionRecord::new("C-1017").with_core_group(day).core_groups(), Some(&[day][..]));
    /// ```
    #[must_use]
    pub fn with_core_group(mut self, on: NaiveDate) -> Self {
        self.core_groups = dated::with(self.core_groups, on);
        self.in_order()
    }

    /// The child's identifier.
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert_eq!(ProtectionRecord::new("C-1017").id(), "C-1017");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The assessments by the day of the referral; none where nobody recorded them.
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert_eq!(ProtectionRecord::new("C-1017").assessments(), None);
    /// ```
    #[must_use]
    pub fn assessments(&self) -> Option<&[ReferralAssessment]> {
        self.assessments.as_deref()
    }

    /// The enquiries in order of time; none where nobody recorded them.
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert_eq!(ProtectionRecord::new("C-1017").enquiries(), None);
    /// ```
    #[must_use]
    pub fn enquiries(&self) -> Option<&[Enquiry]> {
        self.enquiries.as_deref()
    }

    /// The days of notices of a permanent move; none where nobody recorded them.
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert_eq!(ProtectionRecord::new("C-1017").moves_in(), None);
    /// ```
    #[must_use]
    pub fn moves_in(&self) -> Option<&[NaiveDate]> {
        self.moves_in.as_deref()
    }

    /// The conferences in order of time; none where nobody recorded them.
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert_eq!(ProtectionRecord::new("C-1017").conferences(), None);
    /// ```
    #[must_use]
    pub fn conferences(&self) -> Option<&[Conference]> {
        self.conferences.as_deref()
    }

    /// The plans in order of time; none where nobody recorded them.
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert_eq!(ProtectionRecord::new("C-1017").plans(), None);
    /// ```
    #[must_use]
    pub fn plans(&self) -> Option<&[ProtectionPlan]> {
        self.plans.as_deref()
    }

    /// The days of core groups; none where nobody recorded them.
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert_eq!(ProtectionRecord::new("C-1017").core_groups(), None);
    /// ```
    #[must_use]
    pub fn core_groups(&self) -> Option<&[NaiveDate]> {
        self.core_groups.as_deref()
    }

    /// The conference from which a plan came: the last initial or transfer-in conference by the day on which it
    /// began, and after the plan before it began.
    pub(crate) fn conference_of(&self, plan: &ProtectionPlan) -> Option<&Conference> {
        let plans = self.plans().unwrap_or_default().iter();
        let before = plans.map(ProtectionPlan::began).filter(|began| *began < plan.began()).max();
        let mut conferences = self.conferences().unwrap_or_default().iter().rev();
        conferences.find(|conference| {
            conference.kind().can_start_a_plan()
                && conference.held_on() <= plan.began()
                && before.is_none_or(|before| conference.held_on() > before)
        })
    }

    /// The days on which a plan was reviewed, in order. None is given twice.
    pub(crate) fn reviews_of<'r>(
        &'r self,
        plan: &'r ProtectionPlan,
    ) -> impl Iterator<Item = &'r Conference> + Clone {
        let conferences = self.conferences().unwrap_or_default().iter();
        conferences.filter(|conference| {
            conference.kind() == ConferenceKind::Review
                && plan.can_be_reviewed_on(conference.held_on())
        })
    }

    /// Whether the record agrees with itself.
    ///
    /// # Errors
    /// [`is_contradiction`](crate::Error::is_contradiction): the first of [`problems`](Self::problems).
    ///
    /// ```
    /// # use iro_handbook::record::ProtectionRecord;
    /// assert!(ProtectionRecord::new("C-1017").check().is_ok());
    /// ```
    pub fn check(&self) -> Result<()> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Everything in which the record contradicts itself.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use iro_handbook::record::{Conference, ConferenceKind, ProtectionPlan, ProtectionRecord};
    /// let day = NaiveDate::from_ymd_opt(2026, 6, 22).unwrap();
    /// let record = ProtectionRecord::new("C-1017")
    ///     .with_plan(ProtectionPlan::new(day))
    ///     .with_conference(Conference::new(ConferenceKind::Review, day));
    /// assert_eq!(
    ///     record.problems()[0].to_string(),
    ///     "child C-1017: review conference is 2026-06-22: a plan is not reviewed on the day it begins",
    /// );
    /// ```
    #[must_use]
    pub fn problems(&self) -> Vec<Error> {
        let mut problems = Problems::new("child", &self.id);
        let assessments = self.assessments().unwrap_or_default();
        assessments.iter().for_each(|assessment| assessment.problems(&mut problems));
        self.problems_of_enquiries(&mut problems);
        self.problems_of_conferences(&mut problems);
        self.problems_of_plans(&mut problems);
        problems.into_found()
    }

    fn problems_of_enquiries(&self, problems: &mut Problems<'_>) {
        let mut before = None;
        for enquiry in self.enquiries().unwrap_or_default() {
            let on = enquiry.began();
            if before.replace(on) == Some(on) {
                problems.add("enquiries", on, "others of that day say otherwise of a conference");
            }
            let mut conferences = self.conferences().unwrap_or_default().iter();
            let led_to_one =
                conferences.any(|held| held.kind().is_initial() && held.called_on() == Some(on));
            if led_to_one && enquiry.conference_required() == Some(false) {
                problems.add("conference required", "no", "a conference came of the enquiries");
            }
        }
    }

    fn problems_of_conferences(&self, problems: &mut Problems<'_>) {
        let conferences = self.conferences().unwrap_or_default();
        for (place, conference) in conferences.iter().enumerate() {
            conference.problems(problems);
            let on = conference.held_on();
            let before = conferences.iter().take(place);
            if before.clone().any(|other| other.order() == conference.order()) {
                problems.add("conference", on, "another of its kind is recorded for that day");
            }
            let Some(called_on) = conference.called_on() else { continue };
            let kind = conference.kind();
            if before.clone().any(|o| {
                o.kind().is_initial() == kind.is_initial() && o.called_on() == Some(called_on)
            }) {
                problems.add("conference called on", called_on, "another conference came of that");
            }
            let unknown = match kind {
                ConferenceKind::Review => false,
                ConferenceKind::TransferIn => {
                    self.moves_in().is_some_and(|all| !all.contains(&called_on))
                }
                ConferenceKind::Initial | ConferenceKind::BeforeBirth => {
                    self.enquiries().is_some_and(|all| all.iter().all(|e| e.began() != called_on))
                }
            };
            if unknown {
                let problem = "no enquiries and no notice of a move are recorded for that day";
                problems.add("conference called on", called_on, problem);
            }
        }
    }

    fn problems_of_plans(&self, problems: &mut Problems<'_>) {
        let Some(plans) = self.plans() else { return };
        for (earlier, plan) in (0_u32..).zip(plans) {
            plan.problems(earlier, problems);
        }
        for (before, after) in plans.iter().zip(plans.iter().skip(1)) {
            if before.ended().is_none_or(|ended| ended > after.began()) {
                let problem = "the plan before it had not ended";
                problems.add("child protection plan began", after.began(), problem);
            } else if before.began() == after.began() {
                let problem = "another plan began on that day";
                problems.add("child protection plan began", after.began(), problem);
            }
            let recorded = after.previous_ended().zip(before.ended());
            if let Some((said, _)) = recorded.filter(|(said, is)| said != is) {
                let problem = "the plan before it ended on another day";
                problems.add("previous plan ended", said, problem);
            }
        }
        let reviews = self.conferences().unwrap_or_default().iter();
        for review in reviews.filter(|held| held.kind() == ConferenceKind::Review) {
            let on = review.held_on();
            if plans.iter().any(|plan| plan.can_be_reviewed_on(on)) {
                continue;
            }
            let problem = if plans.iter().any(|plan| plan.began() == on) {
                "a plan is not reviewed on the day it begins"
            } else {
                "no plan was running"
            };
            problems.add("review conference", on, problem);
        }
        for on in self.core_groups().unwrap_or_default() {
            let of_a_plan = |plan: &ProtectionPlan| {
                plan.began() <= *on && plan.ended().is_none_or(|ended| *on <= ended)
            };
            if !plans.iter().any(of_a_plan) {
                problems.add("core group", on, "no plan was running");
            }
        }
    }

    /// Every list in order of time, and the same thing only once.
    fn in_order(mut self) -> Self {
        once(&mut self.assessments, |one, other| (one == other).then_some(*one));
        once(&mut self.enquiries, |one, other| one.joined(*other));
        once(&mut self.moves_in, |one, other| (one == other).then_some(*one));
        once(&mut self.conferences, Conference::joined);
        once(&mut self.plans, |one, other| (one == other).then_some(*one));
        once(&mut self.core_groups, |one, other| (one == other).then_some(*one));
        self
    }
}

/// Joins what stands for the same thing, where both agree.
fn once<T: Dated>(list: &mut Option<Vec<T>>, joined: impl Fn(&T, &T) -> Option<T>) {
    let Some(list) = list else { return };
    list.sort_by(dated::earlier);
    let mut kept: Vec<T> = Vec::with_capacity(list.len());
    for item in list.drain(..) {
        let same_day = kept.iter_mut().rev().take_while(|other| other.day() == item.day());
        let mut with = same_day.filter_map(|other| joined(other, &item).map(|both| (other, both)));
        match with.next() {
            Some((other, both)) => *other = both,
            None => {
                drop(with);
                kept.push(item);
            }
        }
    }
    *list = kept;
}

#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename = "ProtectionRecord", transform = crate::schema::plain)
)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    id: String,
    #[serde(default)]
    assessments: Option<Vec<ReferralAssessment>>,
    #[serde(default)]
    enquiries: Option<Vec<Enquiry>>,
    #[serde(default, deserialize_with = "crate::record::day::read")]
    moves_in: Option<Vec<NaiveDate>>,
    #[serde(default)]
    conferences: Option<Vec<Conference>>,
    #[serde(default)]
    plans: Option<Vec<ProtectionPlan>>,
    #[serde(default, deserialize_with = "crate::record::day::read")]
    core_groups: Option<Vec<NaiveDate>>,
}

#[cfg(feature = "serde")]
impl From<Unchecked> for ProtectionRecord {
    fn from(read: Unchecked) -> Self {
        let Unchecked { id, assessments, enquiries, moves_in, conferences, plans, core_groups } =
            read;
        Self { id, assessments, enquiries, moves_in, conferences, plans, core_groups }.in_order()
    }
}
