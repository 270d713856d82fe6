//! Rows as text, for a caller who has them from elsewhere than a CSV record.

use core::fmt;

use super::table::Table;

/// A row of one table, read by column.
///
/// Implemented by the row types here; an embedder may implement it for its own.
///
/// ```
/// use iro_handbook::ssda903::{ReviewRow, Row, Table};
///
/// let row = ReviewRow { child: "A1".into(), review: "01/02/2018".into(), ..Default::default() };
/// assert_eq!(ReviewRow::TABLE, Table::Reviews);
/// assert_eq!(row.cell(2), "01/02/2018");
/// assert_eq!(row.cell(99), "");
/// ```
pub trait Row {
    /// The table the row belongs to.
    const TABLE: Table;

    /// The text of a column, by its number in [`Table::columns`]; empty when it has none.
    fn cell(&self, column: usize) -> &str;
}

#[cfg(feature = "serde")]
fn blank<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    use serde::Deserialize;
    Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
}

/// A row type: its fields in the order of the format. What is marked `show` appears in `Debug`;
/// all else may be personal data and does not.
macro_rules! row {
    (
        $(#[$attribute:meta])*
        $name:ident, $table:ident { $($mark:ident $field:ident = $column:literal,)+ }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Default, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub struct $name {
            $(
                #[doc = concat!("The column ", $column, ".")]
                #[cfg_attr(
                    feature = "serde",
                    serde(rename = $column, default, deserialize_with = "blank")
                )]
                pub $field: String,
            )+
        }

        impl Row for $name {
            const TABLE: Table = Table::$table;

            fn cell(&self, column: usize) -> &str {
                [$(self.$field.as_str(),)+].get(column).copied().unwrap_or_default()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                $( row!($mark, shown, self.$field, $column); )+
                shown.finish_non_exhaustive()
            }
        }
    };
    (show, $shown:ident, $value:expr, $column:literal) => { $shown.field($column, &$value) };
    (hide, $shown:ident, $value:expr, $column:literal) => {};
}

row! {
    /// A row of the header file: a child.
    ///
    /// ```
    /// use iro_handbook::ssda903::HeaderRow;
    ///
    /// let row = HeaderRow { child: "A1".into(), dob: "01/02/2010".into(), ..Default::default() };
    /// assert_eq!(format!("{row:?}"), r#"HeaderRow { CHILD: "A1", .. }"#);
    /// ```
    HeaderRow, Header {
        show child = "CHILD",
        hide sex = "SEX",
        hide dob = "DOB",
        hide ethnic = "ETHNIC",
        hide upn = "UPN",
        hide mother = "MOTHER",
        hide mc_dob = "MC_DOB",
    }
}

row! {
    /// A row of the episodes file.
    ///
    /// ```
    /// use iro_handbook::ssda903::EpisodeRow;
    ///
    /// let row = EpisodeRow {
    ///     child: "A1".into(),
    ///     decom: "03/04/2017".into(),
    ///     rne: "S".into(),
    ///     home_post: "AB1 2CD".into(),
    ///     ..Default::default()
    /// };
    /// assert!(!format!("{row:?}").contains("AB1"));
    /// ```
    EpisodeRow, Episodes {
        show child = "CHILD",
        show decom = "DECOM",
        show rne = "RNE",
        show ls = "LS",
        hide cin = "CIN",
        show place = "PLACE",
        hide place_provider = "PLACE_PROVIDER",
        show dec = "DEC",
        show rec = "REC",
        hide reason_place_change = "REASON_PLACE_CHANGE",
        hide home_post = "HOME_POST",
        hide pl_post = "PL_POST",
        hide urn = "URN",
    }
}

row! {
    /// A row of the reviews file.
    ///
    /// ```
    /// use iro_handbook::ssda903::ReviewRow;
    ///
    /// let row = ReviewRow { child: "A1".into(), review_code: "PN1".into(), ..Default::default() };
    /// assert!(format!("{row:?}").contains("PN1"));
    /// ```
    ReviewRow, Reviews {
        show child = "CHILD",
        hide dob = "DOB",
        show review = "REVIEW",
        show review_code = "REVIEW_CODE",
    }
}

row! {
    /// A row of the file of unaccompanied asylum-seeking children.
    ///
    /// ```
    /// use iro_handbook::ssda903::UascRow;
    ///
    /// let row = UascRow { child: "A1".into(), duc: "01/02/2028".into(), ..Default::default() };
    /// assert!(!format!("{row:?}").contains("2028"));
    /// ```
    UascRow, Uasc {
        show child = "CHILD",
        hide sex = "SEX",
        hide dob = "DOB",
        hide duc = "DUC",
    }
}

row! {
    /// A row of the OC2 file: health and outcomes.
    ///
    /// ```
    /// use iro_handbook::ssda903::Oc2Row;
    ///
    /// let row = Oc2Row { child: "A1".into(), convicted: "1".into(), ..Default::default() };
    /// assert_eq!(format!("{row:?}"), r#"Oc2Row { CHILD: "A1", .. }"#);
    /// ```
    Oc2Row, Oc2 {
        show child = "CHILD",
        hide dob = "DOB",
        hide sdq_score = "SDQ_SCORE",
        hide sdq_reason = "SDQ_REASON",
        hide convicted = "CONVICTED",
        hide health_check = "HEALTH_CHECK",
        hide immunisations = "IMMUNISATIONS",
        hide teeth_check = "TEETH_CHECK",
        hide health_assessment = "HEALTH_ASSESSMENT",
        hide substance_misuse = "SUBSTANCE_MISUSE",
        hide intervention_received = "INTERVENTION_RECEIVED",
        hide intervention_offered = "INTERVENTION_OFFERED",
    }
}

row! {
    /// A row of the OC3 file: care leavers.
    ///
    /// ```
    /// use iro_handbook::ssda903::Oc3Row;
    ///
    /// let row = Oc3Row { child: "A1".into(), in_touch: "YES".into(), ..Default::default() };
    /// assert!(!format!("{row:?}").contains("YES"));
    /// ```
    Oc3Row, Oc3 {
        show child = "CHILD",
        hide dob = "DOB",
        hide in_touch = "IN_TOUCH",
        hide activ = "ACTIV",
        hide accom = "ACCOM",
    }
}

row! {
    /// A row of the AD1 file: adoptions.
    ///
    /// ```
    /// use iro_handbook::ssda903::Ad1Row;
    ///
    /// let row = Ad1Row { child: "A1".into(), ls_adoptr: "L0".into(), ..Default::default() };
    /// assert!(!format!("{row:?}").contains("L0"));
    /// ```
    Ad1Row, Ad1 {
        show child = "CHILD",
        hide dob = "DOB",
        hide date_int = "DATE_INT",
        hide date_match = "DATE_MATCH",
        hide foster_care = "FOSTER_CARE",
        hide nb_adoptr = "NB_ADOPTR",
        hide sex_adoptr = "SEX_ADOPTR",
        hide ls_adoptr = "LS_ADOPTR",
    }
}

row! {
    /// A row of the file of decisions to place for adoption.
    ///
    /// ```
    /// use iro_handbook::ssda903::PlacedForAdoptionRow;
    ///
    /// let row = PlacedForAdoptionRow { child: "A1".into(), ..Default::default() };
    /// assert!(format!("{row:?}").contains("A1"));
    /// ```
    PlacedForAdoptionRow, PlacedForAdoption {
        show child = "CHILD",
        hide dob = "DOB",
        hide date_placed = "DATE_PLACED",
        hide date_placed_ceased = "DATE_PLACED_CEASED",
        hide reason_placed_ceased = "REASON_PLACED_CEASED",
    }
}

row! {
    /// A row of the file of previous permanence.
    ///
    /// ```
    /// use iro_handbook::ssda903::PreviousPermanenceRow;
    ///
    /// let row = PreviousPermanenceRow { child: "A1".into(), ..Default::default() };
    /// assert!(format!("{row:?}").contains("A1"));
    /// ```
    PreviousPermanenceRow, PreviousPermanence {
        show child = "CHILD",
        hide dob = "DOB",
        hide prev_perm = "PREV_PERM",
        hide la_perm = "LA_PERM",
        hide date_perm = "DATE_PERM",
    }
}

row! {
    /// A row of the file of missing and absent children.
    ///
    /// ```
    /// use iro_handbook::ssda903::MissingRow;
    ///
    /// let row = MissingRow { child: "A1".into(), missing: "M".into(), ..Default::default() };
    /// assert_eq!(format!("{row:?}"), r#"MissingRow { CHILD: "A1", .. }"#);
    /// ```
    MissingRow, Missing {
        show child = "CHILD",
        hide dob = "DOB",
        hide missing = "MISSING",
        hide mis_start = "MIS_START",
        hide mis_end = "MIS_END",
    }
}

row! {
    /// A row of the file of social workers.
    ///
    /// ```
    /// use iro_handbook::ssda903::SwEpisodeRow;
    ///
    /// let row = SwEpisodeRow { child: "A1".into(), sw_id: "SW1".into(), ..Default::default() };
    /// assert!(!format!("{row:?}").contains("SW1"));
    /// ```
    SwEpisodeRow, SwEpisodes {
        show child = "CHILD",
        hide dob = "DOB",
        hide sw_id = "SW_ID",
        hide sw_decom = "SW_DECOM",
        hide sw_dec = "SW_DEC",
        hide sw_reason = "SW_REASON",
    }
}
