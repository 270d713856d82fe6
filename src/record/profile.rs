//! Who a child is, as far as a report asks.

use super::{EthnicGroup, Sex};

/// A child's sex, ethnic group, and whether the child is disabled and seeks asylum unaccompanied. What is not
/// given is not recorded.
///
/// `Debug` shows none of it.
///
/// ```
/// use iro_handbook::record::{EthnicGroup, Profile, Sex};
///
/// let profile = Profile::new().with_sex(Sex::Male).with_ethnic_group(EthnicGroup::Black);
/// assert_eq!(profile.sex(), Some(Sex::Male));
/// assert_eq!(profile.unaccompanied(), None, "nobody has recorded it");
/// assert_eq!(format!("{profile:?}"), "Profile { .. }");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Profile {
    sex: Option<Sex>,
    ethnic_group: Option<EthnicGroup>,
    unaccompanied: Option<bool>,
    disabled: Option<bool>,
}

// What it holds is about a child.
impl core::fmt::Debug for Profile {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Profile").finish_non_exhaustive()
    }
}

impl Profile {
    /// Nothing recorded yet.
    ///
    /// ```
    /// use iro_handbook::record::Profile;
    ///
    /// assert_eq!(Profile::new(), Profile::default());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { sex: None, ethnic_group: None, unaccompanied: None, disabled: None }
    }

    /// With the sex.
    ///
    /// ```
    /// use iro_handbook::record::{Profile, Sex};
    ///
    /// assert_eq!(Profile::new().with_sex(Sex::Female).sex(), Some(Sex::Female));
    /// ```
    #[must_use]
    pub const fn with_sex(mut self, sex: Sex) -> Self {
        self.sex = Some(sex);
        self
    }

    /// With the ethnic group.
    ///
    /// ```
    /// use iro_handbook::record::{EthnicGroup, Profile};
    ///
    /// let profile = Profile::new().with_ethnic_group(EthnicGroup::Mixed);
    /// assert_eq!(profile.ethnic_group(), Some(EthnicGroup::Mixed));
    /// ```
    #[must_use]
    pub const fn with_ethnic_group(mut self, group: EthnicGroup) -> Self {
        self.ethnic_group = Some(group);
        self
    }

    /// With whether the child seeks asylum unaccompanied.
    ///
    /// ```
    /// use iro_handbook::record::Profile;
    ///
    /// assert_eq!(Profile::new().with_unaccompanied(false).unaccompanied(), Some(false));
    /// ```
    #[must_use]
    pub const fn with_unaccompanied(mut self, unaccompanied: bool) -> Self {
        self.unaccompanied = Some(unaccompanied);
        self
    }

    /// With whether the child is disabled (Children Act 1989, section 17(11)).
    ///
    /// ```
    /// use iro_handbook::record::Profile;
    ///
    /// assert_eq!(Profile::new().with_disabled(true).disabled(), Some(true));
    /// ```
    #[must_use]
    pub const fn with_disabled(mut self, disabled: bool) -> Self {
        self.disabled = Some(disabled);
        self
    }

    /// The sex, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Profile::new().sex(), None);
    /// ```
    #[must_use]
    pub const fn sex(&self) -> Option<Sex> {
        self.sex
    }

    /// The ethnic group, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Profile::new().ethnic_group(), None);
    /// ```
    #[must_use]
    pub const fn ethnic_group(&self) -> Option<EthnicGroup> {
        self.ethnic_group
    }

    /// Whether the child seeks asylum unaccompanied, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Profile::new().unaccompanied(), None);
    /// ```
    #[must_use]
    pub const fn unaccompanied(&self) -> Option<bool> {
        self.unaccompanied
    }

    /// Whether the child is disabled, where it is recorded.
    ///
    /// ```
    /// assert_eq!(iro_handbook::record::Profile::new().disabled(), None);
    /// ```
    #[must_use]
    pub const fn disabled(&self) -> Option<bool> {
        self.disabled
    }
}
