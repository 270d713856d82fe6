//! JSON Schemas of forms that are written or read by hand, and of all the words without their examples.

use crate::assess::{Finding, Missing, Outcome, ReviewFinding, Sequence};
use crate::law::RuleId;
use crate::record::{Fte, Participation};
use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, transform::transform_subschemas};
use std::borrow::Cow;

/// Descriptions come from the comments of the code: their examples in Rust and their links are for
/// readers of the code.
pub(crate) fn plain(schema: &mut Schema) {
    if let Some(description) = schema.get_mut("description") {
        let words = description.as_str().unwrap_or_default();
        let words = words.split("```").next().unwrap_or_default().trim();
        *description = without_links(words).into();
    }
    transform_subschemas(&mut plain, schema);
}

/// `[words](target)` and `[words]` as `words`.
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (words, after) = after.split_once(']').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(words);
        rest = match after.strip_prefix('(') {
            Some(target) => target.split_once(')').map_or("", |(_, after)| after),
            None => after,
        };
    }
    out.push_str(rest);
    out
}

/// One of these texts.
fn one_of(texts: impl IntoIterator<Item = &'static str>, description: &str) -> Schema {
    let texts: Vec<&str> = texts.into_iter().collect();
    json_schema!({ "type": "string", "enum": texts, "description": description })
}

impl JsonSchema for RuleId {
    fn schema_name() -> Cow<'static, str> {
        "RuleId".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_of(Self::ALL.iter().map(|id| id.as_str()), "A rule of the registry.")
    }
}

impl JsonSchema for Participation {
    fn schema_name() -> Cow<'static, str> {
        "Participation".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_of(Self::ALL.map(Self::code), "The code of the child's participation in a review.")
    }
}

impl JsonSchema for Fte {
    fn schema_name() -> Cow<'static, str> {
        "Fte".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[0-9]+(\\.[0-9]{1,2})?$",
            "description": "A full-time equivalent above nought, such as 0.8 or 1.00.",
        })
    }
}

impl JsonSchema for Finding<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Finding".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "What became of one duty of one child, review, officer or dispute.",
            "properties": {
                "key": text("What tells the finding from every other and stays the same."),
                "rule": generator.subschema_for::<RuleId>(),
                "force": one_of(FORCES, "How binding the rule is."),
                "id": text("The caller's identifier of the child or the service."),
                "of": text("What of it, in words, such as the review of a day."),
                "outcome": one_of(OUTCOMES, "What became of the duty."),
                "reason": or_null("Why the duty does not apply."),
                "missing": or_null("The fact for want of which it cannot be told."),
                "due_by_earliest": generator.subschema_for::<Option<NaiveDate>>(),
                "due_by": generator.subschema_for::<Option<NaiveDate>>(),
                "answered_on": generator.subschema_for::<Option<NaiveDate>>(),
                "facts": {
                    "type": "array",
                    "items": { "type": "string" },
                    "maxItems": 4,
                    "description": "The facts it rests on, each in words with its value.",
                },
                "citation": text("The provision."),
                "explanation": text("The whole in sentences."),
            },
            "required": [
                "key", "rule", "force", "id", "of", "outcome", "reason", "missing",
                "due_by_earliest", "due_by", "answered_on", "facts", "citation", "explanation",
            ],
        })
    }
}

impl JsonSchema for ReviewFinding {
    fn schema_name() -> Cow<'static, str> {
        "ReviewFinding".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "What became of one review that was due.",
            "properties": {
                "rule": generator.subschema_for::<RuleId>(),
                "sequence": one_of(SEQUENCES.map(Sequence::as_str), "Which review it is."),
                "occurrence": { "type": "integer", "minimum": 0 },
                "due_by_earliest": generator.subschema_for::<Option<NaiveDate>>(),
                "due_by": generator.subschema_for::<NaiveDate>(),
                "held_on": generator.subschema_for::<Option<NaiveDate>>(),
                "outcome": one_of(OUTCOMES, "What became of the duty."),
                "missing": or_null("The fact for want of which it cannot be told."),
                "explanation": text("The whole in sentences."),
            },
            "required": [
                "rule", "sequence", "occurrence", "due_by_earliest", "due_by", "held_on",
                "outcome", "missing", "explanation",
            ],
        })
    }
}

fn text(description: &str) -> Schema {
    json_schema!({ "type": "string", "description": description })
}

fn or_null(description: &str) -> Schema {
    json_schema!({ "type": ["string", "null"], "description": description })
}

const OUTCOMES: [&str; 7] = [
    Outcome::Met.as_str(),
    Outcome::MetLate.as_str(),
    Outcome::NotMet.as_str(),
    Outcome::NotYetDue.as_str(),
    Outcome::Lapsed.as_str(),
    Outcome::NotApplicable("").as_str(),
    Outcome::CannotTell(Missing::EntryIntoCare).as_str(),
];

const SEQUENCES: [Sequence; 5] = [
    Sequence::First,
    Sequence::Second,
    Sequence::Subsequent,
    Sequence::Adoption,
    Sequence::Unknown,
];

/// As they are displayed.
const FORCES: [&str; 5] = ["Act", "regulations", "guidance", "indicator", "local"];
