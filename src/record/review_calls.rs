//! What calls for a review besides the calendar: prompts, endings, changes; and reviews of other clocks.

use super::dated::{self, Dated};
use super::{
    Accommodation, AdoptionAuthority, Done, ParentPlacement, PeriodOfCare, PlacementEnding,
    PlanChange, Problems, ReviewPrompt, SecurePlacement, identifiers,
};
use chrono::NaiveDate;

/// What calls for a review besides the calendar: prompts, endings, changes; and reviews of other clocks.
///
/// Each is a list that is complete or was not kept: a list that is given holds all there was, and of one
/// that is not given nothing can be told. [`none`](Self::none) says that there was nothing of any kind.
///
/// ```
/// use chrono::NaiveDate;
/// use iro_handbook::record::{PromptReason, ReviewCalls, ReviewPrompt};
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
/// let calls =
///     ReviewCalls::none().with_prompts([ReviewPrompt::new(day, PromptReason::IroAsked)]);
/// assert_eq!(calls.prompts().unwrap().len(), 1);
/// assert_eq!(calls.plan_changes(), Some(&[][..]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct ReviewCalls {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    prompts: Option<Vec<ReviewPrompt>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    accommodations: Option<Vec<Accommodation>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    plan_changes: Option<Vec<PlanChange>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    parent_placements: Option<Vec<ParentPlacement>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    placement_endings: Option<Vec<PlacementEnding>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    adoption_authority: Option<Vec<AdoptionAuthority>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "dated::in_order"))]
    secure_placements: Option<Vec<SecurePlacement>>,
}

impl ReviewCalls {
    /// That there was nothing of any kind.
    ///
    /// ```
    /// use iro_handbook::record::ReviewCalls;
    ///
    /// assert_eq!(ReviewCalls::none().secure_placements(), Some(&[][..]));
    /// assert_eq!(ReviewCalls::default().secure_placements(), None, "nobody recorded them");
    /// ```
    #[must_use]
    pub fn none() -> Self {
        Self {
            prompts: Some(Vec::new()),
            accommodations: Some(Vec::new()),
            plan_changes: Some(Vec::new()),
            parent_placements: Some(Vec::new()),
            placement_endings: Some(Vec::new()),
            adoption_authority: Some(Vec::new()),
            secure_placements: Some(Vec::new()),
        }
    }

    /// With the events that bring the next review forward, all of them.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{PromptReason, ReviewCalls, ReviewPrompt};
    /// let calls = ReviewCalls::default().with_prompts([ReviewPrompt::new(day, PromptReason::IroAsked)]);
    /// assert_eq!(calls.prompts().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_prompts(mut self, all: impl IntoIterator<Item = ReviewPrompt>) -> Self {
        self.prompts = dated::complete(all);
        self
    }

    /// With the stays in accommodation that does not end without a review, all of them.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{Accommodation, AccommodationKind, ReviewCalls};
    /// let calls = ReviewCalls::default().with_accommodations([Accommodation::new(AccommodationKind::CourtOrPolice, day)]);
    /// assert_eq!(calls.accommodations().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_accommodations(mut self, all: impl IntoIterator<Item = Accommodation>) -> Self {
        self.accommodations = dated::complete(all);
        self
    }

    /// With the significant changes to the care plan, all of them.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{PlanChange, ReviewCalls};
    /// let calls = ReviewCalls::default().with_plan_changes([PlanChange::new(day)]);
    /// assert_eq!(calls.plan_changes().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_plan_changes(mut self, all: impl IntoIterator<Item = PlanChange>) -> Self {
        self.plan_changes = dated::complete(all);
        self
    }

    /// With the decisions to place the child with a parent, all of them: one for each placement with a
    /// parent that started after care began.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{ParentPlacement, ReviewCalls};
    /// let calls = ReviewCalls::default().with_parent_placements([ParentPlacement::new(day)]);
    /// assert_eq!(calls.parent_placements().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_parent_placements(
        mut self,
        all: impl IntoIterator<Item = ParentPlacement>,
    ) -> Self {
        self.parent_placements = dated::complete(all);
        self
    }

    /// With the authority's decisions to end a placement, all of them. A placement can end without one.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{PlacementEnding, ReviewCalls};
    /// let calls = ReviewCalls::default().with_placement_endings([PlacementEnding::new(day)]);
    /// assert_eq!(calls.placement_endings().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_placement_endings(
        mut self,
        all: impl IntoIterator<Item = PlacementEnding>,
    ) -> Self {
        self.placement_endings = dated::complete(all);
        self
    }

    /// With the times of authority to place for adoption, all of them. Where they are left out, the legal
    /// statuses show what there was.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{AdoptionAuthority, ReviewCalls};
    /// let calls = ReviewCalls::default().with_adoption_authority([AdoptionAuthority::new(day)]);
    /// assert_eq!(calls.adoption_authority().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_adoption_authority(
        mut self,
        all: impl IntoIterator<Item = AdoptionAuthority>,
    ) -> Self {
        self.adoption_authority = dated::complete(all);
        self
    }

    /// With the secure placements with their panels, all of them. Where the placements are recorded too,
    /// they have to show the same days.
    ///
    /// ```
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    /// # use iro_handbook::record::{ReviewCalls, SecurePlacement};
    /// let calls = ReviewCalls::default().with_secure_placements([SecurePlacement::new(day)]);
    /// assert_eq!(calls.secure_placements().unwrap().len(), 1);
    /// ```
    #[must_use]
    pub fn with_secure_placements(
        mut self,
        all: impl IntoIterator<Item = SecurePlacement>,
    ) -> Self {
        self.secure_placements = dated::complete(all);
        self
    }

    /// The events that bring the next review forward, by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReviewCalls::default().prompts(), None);
    /// ```
    #[must_use]
    pub fn prompts(&self) -> Option<&[ReviewPrompt]> {
        self.prompts.as_deref()
    }

    /// The stays in accommodation that does not end without a review, by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReviewCalls::default().accommodations(), None);
    /// ```
    #[must_use]
    pub fn accommodations(&self) -> Option<&[Accommodation]> {
        self.accommodations.as_deref()
    }

    /// The significant changes to the care plan, by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReviewCalls::default().plan_changes(), None);
    /// ```
    #[must_use]
    pub fn plan_changes(&self) -> Option<&[PlanChange]> {
        self.plan_changes.as_deref()
    }

    /// The decisions to place the child with a parent, by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReviewCalls::default().parent_placements(), None);
    /// ```
    #[must_use]
    pub fn parent_placements(&self) -> Option<&[ParentPlacement]> {
        self.parent_placements.as_deref()
    }

    /// The decisions to end a placement, by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReviewCalls::default().placement_endings(), None);
    /// ```
    #[must_use]
    pub fn placement_endings(&self) -> Option<&[PlacementEnding]> {
        self.placement_endings.as_deref()
    }

    /// The times of authority to place for adoption, by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReviewCalls::default().adoption_authority(), None);
    /// ```
    #[must_use]
    pub fn adoption_authority(&self) -> Option<&[AdoptionAuthority]> {
        self.adoption_authority.as_deref()
    }

    /// The secure placements with their panels, by date; none where nobody recorded them.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::ReviewCalls::default().secure_placements(), None);
    /// ```
    #[must_use]
    pub fn secure_placements(&self) -> Option<&[SecurePlacement]> {
        self.secure_placements.as_deref()
    }

    /// The reviews said to have come before a change or a decision, each with what to call it.
    pub(super) fn reviewed(&self) -> impl Iterator<Item = (&'static str, Done)> {
        let changes = self.plan_changes().unwrap_or_default().iter();
        let changes = changes.map(|each| ("review before a change of plan", each.reviewed()));
        let parents = self.parent_placements().unwrap_or_default().iter();
        let parents = parents.map(|each| ("review before placing with a parent", each.reviewed()));
        let endings = self.placement_endings().unwrap_or_default().iter();
        let endings = endings.map(|each| ("review before ending a placement", each.reviewed()));
        changes.chain(parents).chain(endings)
    }

    pub(super) fn problems(&self, care: &PeriodOfCare, problems: &mut Problems<'_>) {
        let prompts = self.prompts().unwrap_or_default();
        prompts.iter().for_each(|prompt| prompt.problems(problems));
        let stays = self.accommodations().unwrap_or_default();
        stays.iter().for_each(|stay| stay.problems(problems));
        let changes = self.plan_changes().unwrap_or_default();
        changes.iter().for_each(|change| change.problems(problems));
        let endings = self.placement_endings().unwrap_or_default();
        endings.iter().for_each(|ending| ending.problems(problems));
        let authority = self.adoption_authority().unwrap_or_default();
        authority.iter().for_each(|each| each.problems(problems));
        dated::overlaps(authority.iter().map(|each| (each.began(), each.ended())), |day| {
            problems.add("authority to place for adoption", day, "the one before had not ended");
        });
        let secure = self.secure_placements().unwrap_or_default();
        secure.iter().for_each(|each| each.problems(problems));
        dated::overlaps(secure.iter().map(|each| (each.began(), each.ended())), |day| {
            problems.add("secure placement", day, "the one before had not ended");
        });
        self.identifiers(problems);
        let mut within = |field, day: NaiveDate| {
            let problem = if day < care.began() {
                "it is before the period of care began"
            } else if care.ended().is_some_and(|ended| day > ended) {
                "it is after the period of care ended"
            } else {
                return;
            };
            problems.add(field, day, problem);
        };
        prompts.iter().for_each(|each| within("event calling for a review", each.day()));
        changes.iter().for_each(|each| within("change of plan", each.day()));
        endings.iter().for_each(|each| within("decision to end a placement", each.day()));
        let parents = self.parent_placements().unwrap_or_default();
        parents.iter().for_each(|each| within("decision to place with a parent", each.day()));
        for stay in stays {
            within("accommodation began", stay.day());
            stay.ended().into_iter().for_each(|day| within("accommodation ended", day));
        }
        for each in secure {
            within("secure placement began", each.day());
            each.ended().into_iter().for_each(|day| within("secure placement ended", day));
        }
    }
    fn identifiers(&self, problems: &mut Problems<'_>) {
        let twice = "two on the list have it";
        let ids = self.prompts.iter().flatten().map(ReviewPrompt::id);
        identifiers::problems("identifier of an event calling for a review", ids, twice, problems);
        let ids = self.accommodations.iter().flatten().map(Accommodation::id);
        identifiers::problems("identifier of an accommodation", ids, twice, problems);
        let ids = self.plan_changes.iter().flatten().map(PlanChange::id);
        identifiers::problems("identifier of a change of plan", ids, twice, problems);
        let ids = self.parent_placements.iter().flatten().map(ParentPlacement::id);
        let field = "identifier of a decision to place with a parent";
        identifiers::problems(field, ids, twice, problems);
        let ids = self.placement_endings.iter().flatten().map(PlacementEnding::id);
        let field = "identifier of a decision to end a placement";
        identifiers::problems(field, ids, twice, problems);
    }
}
