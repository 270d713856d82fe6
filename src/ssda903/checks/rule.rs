//! The registry of row checks: one entry each, and nowhere else.

use core::fmt;
use core::str::FromStr;

use crate::error::Kind;

/// Whose rule a check is.
///
/// ```
/// use iro_handbook::ssda903::{CheckRule, CheckSource};
///
/// assert_eq!(CheckRule::R440.source(), CheckSource::Dfe);
/// assert_eq!(CheckRule::ReviewInFuture.source(), CheckSource::Own);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CheckSource {
    /// A check that the DfE numbers.
    Dfe,
    /// A check of this crate.
    Own,
}

macro_rules! rules {
    ($($variant:ident, $code:literal, $source:ident, $title:literal, $advice:literal;)+) => {
        /// A row check.
        ///
        /// In order of their numbers; this crate's own, which have names instead, come last.
        ///
        /// ```
        /// use iro_handbook::ssda903::CheckRule;
        ///
        /// let rule: CheckRule = "int08".parse()?;
        /// assert_eq!(rule, CheckRule::Int08);
        /// assert_eq!(rule.to_string(), "INT08");
        /// # Ok::<(), iro_handbook::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum CheckRule {
            $(#[doc = concat!($code, ": ", $title, ".")] $variant,)+
        }

        impl CheckRule {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The check's number or name, which never changes.
            ///
            /// ```
            /// use iro_handbook::ssda903::CheckRule;
            ///
            /// assert_eq!(CheckRule::R440.code(), "440");
            /// assert_eq!(CheckRule::ReviewInShortBreak.code(), "review-in-short-break");
            /// ```
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// What is wrong with a row that the check flags.
            ///
            /// ```
            /// use iro_handbook::ssda903::CheckRule;
            ///
            /// assert_eq!(CheckRule::R356.title(), "episode ceased before it began");
            /// ```
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }

            /// What to do about it, in a sentence.
            ///
            /// ```
            /// use iro_handbook::ssda903::CheckRule;
            ///
            /// assert!(CheckRule::all().all(|rule| rule.advice().ends_with('.')));
            /// ```
            #[must_use]
            pub fn advice(self) -> &'static str {
                match self { $(Self::$variant => $advice,)+ }
            }

            /// Whose rule it is.
            ///
            /// ```
            /// use iro_handbook::ssda903::{CheckRule, CheckSource};
            ///
            /// let own = CheckRule::all().filter(|rule| rule.source() == CheckSource::Own);
            /// assert_eq!(own.count(), 6);
            /// ```
            #[must_use]
            pub fn source(self) -> CheckSource {
                match self { $(Self::$variant => CheckSource::$source,)+ }
            }
        }
    };
}

rules! {
    R102, "102", Dfe, "date of birth missing or not a date",
        "Enter the date of birth in the header as dd/mm/yyyy.";
    R141, "141", Dfe, "DECOM is not a date",
        "Enter the day on which the episode began as dd/mm/yyyy.";
    R142, "142", Dfe, "episode left open although a later one has begun",
        "Enter when and why the earlier episode ceased.";
    R147, "147", Dfe, "DEC is not a date",
        "Enter the day on which the episode ceased as dd/mm/yyyy, or leave it blank while it is open.";
    R148, "148", Dfe, "only one of DEC and REC is given",
        "Enter both when and why the episode ceased, or neither while it is open.";
    R166, "166", Dfe, "date of review missing or not a date",
        "Enter the day of the review as dd/mm/yyyy, or remove the row if there was no review.";
    R167, "167", Dfe, "participation missing or not one of PN0 to PN7, or given without a review",
        "Enter how the child took part in this review, PN0 to PN7, together with its date.";
    R353, "353", Dfe, "episode began before 14 October 1991",
        "Correct DECOM: care before the Children Act 1989 came into force is not collected.";
    R355, "355", Dfe, "episode ceased on the day it began",
        "Correct the dates, or remove the episode if it did not last a night.";
    R356, "356", Dfe, "episode ceased before it began",
        "Correct DECOM or DEC; the two may have changed places.";
    R357, "357", Dfe, "first episode of the child, beginning in the year, is not coded S",
        "Code the episode S, or add the episode that went before it.";
    R365, "365", Dfe, "short break of more than 17 days",
        "Check the dates; a longer stay is not a short break and needs another legal status.";
    R367, "367", Dfe, "short breaks of more than 75 days in the year",
        "Check the dates; beyond 75 days in a year the child is looked after in the ordinary way.";
    R388, "388", Dfe, "reason for ceasing does not fit the next episode",
        "Use X1 exactly where another episode begins on the day this one ceased.";
    R399, "399", Dfe, "review or motherhood recorded for a child in short breaks only",
        "Remove the review or the MOTHER entry, or correct the legal status.";
    R431, "431", Dfe, "coded as a start though the previous episode had not ceased before that day",
        "Use the code that says what changed, or correct the dates.";
    R432, "432", Dfe, "care had ceased, yet the next episode is not coded S",
        "Code the new episode S, or the previous one X1 if care went on.";
    R433, "433", Dfe, "coded as going on, but not from the day the previous episode ceased",
        "Make DECOM the DEC of the previous episode, or code the episode S if care began anew.";
    R440, "440", Dfe, "coded as under 4 at the review, but the child was older",
        "Enter PN1 to PN7, or correct the date of birth or of the review.";
    R441, "441", Dfe, "participation coded although the child was under 4 at the review",
        "Enter PN0, or correct the date of birth or of the review.";
    R501, "501", Dfe, "episode began before the previous one ceased",
        "Correct the dates so that the child's episodes do not overlap.";
    R1012, "1012", Dfe, "row of a child who has no episode in this return",
        "Add the child's episodes, or remove the row if the child was not looked after in the year.";
    Int08, "INT08", Dfe, "review of a child who is not in the header",
        "Add the child to the header, or correct CHILD.";
    Int17, "INT17", Dfe, "date of birth differs from the header's",
        "Find out which date of birth is right and give it in both files.";
    ReviewOutsideCare, "review-outside-care", Own, "review on a day outside every period of care",
        "Check the date of the review, and whether episodes are missing from the return.";
    ReviewAfterCeasing, "review-after-ceasing", Own, "review after the child ceased to be looked after",
        "Check the date of the review and the DEC of the last episode.";
    ReviewInShortBreak, "review-in-short-break", Own, "review on a day of a short break, outside every other care",
        "Check the legal status; reviews of children in short breaks are not returned.";
    ReviewInFuture, "review-in-future", Own, "review after the end of the collection year",
        "Correct the date, or move the review to the return of its own year.";
    ReviewTwiceOnOneDay, "review-twice-on-one-day", Own, "another review of the child on the same day",
        "Remove the repetition, or correct its date.";
    NoFirstReview, "no-first-review", Own, "no review although the first was due",
        "Record the review if it was held; if it was not, hold it now and record why it is late.";
}

impl CheckRule {
    /// Every check, in the order in which flags are sorted.
    ///
    /// ```
    /// use iro_handbook::ssda903::CheckRule;
    ///
    /// assert_eq!(CheckRule::all().next(), Some(CheckRule::R102));
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied()
    }

    /// The check's place in `all`.
    pub(super) fn slot(self) -> usize {
        self as usize
    }
}

impl fmt::Display for CheckRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for CheckRule {
    type Err = crate::Error;

    /// Reads a check's number or name, in any letter case.
    fn from_str(text: &str) -> crate::Result<Self> {
        Self::all().find(|rule| rule.code().eq_ignore_ascii_case(text)).ok_or_else(|| {
            let known = "the row checks, such as 440, INT08 or review-in-future";
            Kind::UnknownCode { field: "row check", value: text.to_owned(), known }.into()
        })
    }
}
