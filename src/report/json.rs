//! The JSON document of the review figures.
//!
//! The keys of the counts are those of the agreed form; `schema`, `evidence_from` and `method` stand beside
//! them, so that figures read back can be merged with others that answer the same question.

use super::{
    ChildrenReviewed, Cohort, ParticipationCounts, ReviewFigures, ReviewQuestion, ReviewsDue,
    ReviewsHeld, Timeliness,
};
use crate::assess::History;
use crate::calendar::CollectionYear;
use crate::error::{Error, Kind, Result};
use crate::law::Method;
use crate::record::DataQuality;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

const SCHEMA: &str = "iro-handbook/review-figures/1";
/// The board's annual report has the same keys beside its own.
const REPORT: &str = super::annual::SCHEMA;

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = evidence_is_stated))]
struct Document {
    #[cfg_attr(feature = "schemars", schemars(extend("enum" = [SCHEMA, REPORT])))]
    schema: String,
    period: Span,
    as_of: NaiveDate,
    // Null says that the history is complete; a document that does not say is not taken to.
    #[serde(deserialize_with = "Option::deserialize")]
    evidence_from: Option<NaiveDate>,
    // By the law, unless the document says otherwise.
    #[serde(default)]
    method: Method,
    cohort: Cohort,
    reviews: Reviews,
    participation: Participation,
    data_quality: DataQuality,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub(super) struct Span {
    start: NaiveDate,
    end: NaiveDate,
}

impl Span {
    pub(super) fn of(year: CollectionYear) -> Self {
        Self { start: year.start(), end: year.end() }
    }
}

/// The keys of the figures for a document that has more, and names itself, its period and its day.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
pub(super) struct ReviewKeys {
    evidence_from: Option<NaiveDate>,
    method: Method,
    cohort: Cohort,
    reviews: Reviews,
    participation: Participation,
    data_quality: DataQuality,
}

impl From<&ReviewFigures> for ReviewKeys {
    fn from(figures: &ReviewFigures) -> Self {
        let Document {
            evidence_from, method, cohort, reviews, participation, data_quality, ..
        } = figures.into();
        Self { evidence_from, method, cohort, reviews, participation, data_quality }
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
struct Reviews {
    held: Held,
    due: ReviewsDue,
    children: ChildrenReviewed,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
struct Held {
    total: u64,
    on_time: u64,
    late: u64,
    undetermined: u64,
    by_sequence: BySequence,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
struct BySequence {
    first: Timeliness,
    second: Timeliness,
    subsequent: Timeliness,
    adoption: Timeliness,
    unknown: Timeliness,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
struct Participation {
    codes: Codes,
    eligible: u64,
    attended: u64,
    views_conveyed: u64,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transform = crate::schema::plain))]
#[serde(rename_all = "UPPERCASE")]
struct Codes {
    pn0: u64,
    pn1: u64,
    pn2: u64,
    pn3: u64,
    pn4: u64,
    pn5: u64,
    pn6: u64,
    pn7: u64,
    #[serde(rename = "not_recorded")]
    not_recorded: u64,
}

impl From<&ReviewFigures> for Document {
    fn from(figures: &ReviewFigures) -> Self {
        let question = figures.question;
        let all = figures.held.all();
        let [first, second, subsequent, adoption, unknown] = figures.held.by_sequence;
        let counts = figures.participation;
        let mut by_code = counts.each().map(|(_, count)| count);
        let mut next = || by_code.next().unwrap_or_default();
        Self {
            schema: SCHEMA.to_owned(),
            period: Span::of(question.year()),
            as_of: question.as_of(),
            evidence_from: question.history().first_day(),
            method: question.method(),
            cohort: figures.cohort,
            reviews: Reviews {
                held: Held {
                    total: all.total(),
                    on_time: all.on_time,
                    late: all.late,
                    undetermined: all.undetermined,
                    by_sequence: BySequence { first, second, subsequent, adoption, unknown },
                },
                due: figures.due,
                children: figures.children,
            },
            participation: Participation {
                codes: Codes {
                    pn0: next(),
                    pn1: next(),
                    pn2: next(),
                    pn3: next(),
                    pn4: next(),
                    pn5: next(),
                    pn6: next(),
                    pn7: next(),
                    not_recorded: counts.not_recorded(),
                },
                eligible: counts.eligible(),
                attended: counts.attended(),
                views_conveyed: counts.views_conveyed(),
            },
            data_quality: figures.data_quality,
        }
    }
}

/// A figure that does not follow from the others beside it.
fn contradiction(field: &'static str, value: impl ToString, problem: &str) -> Error {
    Kind::Contradiction {
        record: "review figures".to_owned(),
        field,
        value: value.to_string(),
        problem: problem.to_owned(),
    }
    .into()
}

impl TryFrom<Document> for ReviewFigures {
    type Error = Error;

    fn try_from(document: Document) -> Result<Self> {
        let Document { schema, period, as_of, evidence_from, method, cohort, reviews, .. } =
            document;
        let Reviews { held, due, children } = reviews;
        let Participation { codes, .. } = document.participation;
        if schema != SCHEMA && schema != REPORT {
            let problem = "this version of the crate reads iro-handbook/review-figures/1 and the board's \
                           iro-handbook/annual-report/1";
            return Err(contradiction("schema", schema, problem));
        }
        let year = CollectionYear::containing(period.start)?;
        if (year.start(), year.end()) != (period.start, period.end) {
            return Err(contradiction("period.end", period.end, "it is not a year from 1 April"));
        }
        let codes = ParticipationCounts::from_parts(
            [
                codes.pn0, codes.pn1, codes.pn2, codes.pn3, codes.pn4, codes.pn5, codes.pn6,
                codes.pn7,
            ],
            codes.not_recorded,
        );
        let BySequence { first, second, subsequent, adoption, unknown } = held.by_sequence;
        let figures = Self {
            question: ReviewQuestion::new(year)
                .with_as_of(as_of)
                .with_method(method)
                .with_history(evidence_from.map_or(History::Complete, History::CompleteFrom)),
            cohort,
            held: ReviewsHeld { by_sequence: [first, second, subsequent, adoption, unknown] },
            due,
            children,
            participation: codes,
            data_quality: document.data_quality,
        };
        figures.question.check()?;
        let all = figures.held.all();
        let stated =
            Timeliness { on_time: held.on_time, late: held.late, undetermined: held.undetermined };
        let came = cohort.looked_after_at_start.saturating_add(cohort.started);
        let stayed_or_left = cohort.looked_after_at_end.saturating_add(cohort.ceased);
        for (adds_up, field, value) in [
            (stated == all, "reviews.held.by_sequence", all.total()),
            (held.total == all.total(), "reviews.held.total", held.total),
            (codes.total() == all.total(), "participation.codes", codes.total()),
            (
                document.participation.eligible == codes.eligible(),
                "participation.eligible",
                document.participation.eligible,
            ),
            (
                document.participation.attended == codes.attended(),
                "participation.attended",
                document.participation.attended,
            ),
            (
                document.participation.views_conveyed == codes.views_conveyed(),
                "participation.views_conveyed",
                document.participation.views_conveyed,
            ),
            (came == stayed_or_left, "cohort.looked_after_at_end", cohort.looked_after_at_end),
        ] {
            if !adds_up {
                return Err(contradiction(field, value, "the counts do not add up"));
            }
        }
        Ok(figures)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ReviewFigures {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ReviewFigures".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Document::json_schema(generator)
    }
}

/// The key must be there, with null for a complete history.
#[cfg(feature = "schemars")]
fn evidence_is_stated(schema: &mut schemars::Schema) {
    if let Some(required) = schema.get_mut("required").and_then(|keys| keys.as_array_mut()) {
        required.retain(|key| key != "evidence_from");
        required.push("evidence_from".into());
    }
}

impl Serialize for ReviewFigures {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Document::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ReviewFigures {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Document::deserialize(deserializer)?.try_into().map_err(serde::de::Error::custom)
    }
}
