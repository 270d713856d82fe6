//! Reviews that have to come before something: the end of accommodation, a change of plan, a placement
//! with a parent, the end of a placement.
//!
//! Of what happened on one day, the review came first.

use super::super::Sink;
use super::listed::{Scope, Words};
use crate::assess::since::Since;
use crate::assess::subject::Numbers;
use crate::assess::{Due, Finding, Missing, Of, Outcome, Subject, Value};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{
    Accommodation, AccommodationKind, CarePeriod, Done, Entry, Exception, ParentPlacement,
    PeriodOfCareRef, PlacementEnding, PlanChange,
};
use chrono::NaiveDate;

pub(super) fn assess<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    period: &'r CarePeriod,
    out: Sink<'_, 'r>,
) -> Result<()> {
    let calls = period.review_calls();
    let mut numbers = Numbers::default();
    let (rule, words) = (
        RuleId::ReviewBeforeEnd,
        Words {
            missing: "whether there was accommodation that does not end without a review",
            none: "there was no accommodation that does not end without a review",
        },
    );
    scope.each(rule, &words, calls.accommodations(), Accommodation::began, out, |stay, out| {
        let subject = scope.subject(Of::Accommodation(stay.began()));
        let subject = numbers.of(subject.with_kind(stay.kind().code()), stay.id());
        before_the_end(scope, care, stay, subject).iter().for_each(out);
        Ok(())
    })?;

    numbers = Numbers::default();
    let (rule, words) = (
        RuleId::ReviewBeforeChange,
        Words {
            missing: "whether the care plan was changed significantly",
            none: "the care plan was not changed significantly",
        },
    );
    scope.each(rule, &words, calls.plan_changes(), PlanChange::on, out, |change, out| {
        let subject = numbers.of(scope.subject(Of::Event(change.on())), change.id());
        let event = Before {
            rule,
            on: change.on(),
            reviewed: change.reviewed(),
            missing: "the review that considered the change",
            exception: Some((
                change.not_practicable(),
                Exceptional {
                    because: "a review beforehand was not reasonably practicable",
                    missing: "whether a review beforehand was practicable",
                },
            )),
        };
        event.finding(scope, care, subject).iter().for_each(out);
        Ok(())
    })?;

    numbers = Numbers::default();
    let (rule, words) = (
        RuleId::ReviewBeforePlacingWithParent,
        Words {
            missing: if placed_with_a_parent(scope, period) {
                "when it was decided to place the child with a parent"
            } else {
                "whether it was decided to place the child with a parent"
            },
            none: "it was not decided to place the child with a parent",
        },
    );
    let list = calls.parent_placements();
    scope.each(rule, &words, list, ParentPlacement::on, out, |decision, out| {
        let subject = numbers.of(scope.subject(Of::Event(decision.on())), decision.id());
        let event = Before {
            rule,
            on: decision.on(),
            reviewed: decision.reviewed(),
            missing: "the review for the decision",
            exception: None,
        };
        event.finding(scope, care, subject).iter().for_each(out);
        Ok(())
    })?;

    numbers = Numbers::default();
    let (rule, words) = (
        RuleId::ReviewBeforeEndingPlacement,
        Words {
            missing: "whether the authority decided to end a placement",
            none: "the authority did not decide to end a placement",
        },
    );
    let list = calls.placement_endings();
    scope.each(rule, &words, list, PlacementEnding::on, out, |decision, out| {
        let subject = numbers.of(scope.subject(Of::Event(decision.on())), decision.id());
        let event = Before {
            rule,
            on: decision.on(),
            reviewed: decision.reviewed(),
            missing: "the review for the decision",
            exception: Some((
                decision.immediate_risk(),
                Exceptional {
                    because: "there was an immediate risk of harm",
                    missing: "whether there was an immediate risk of harm",
                },
            )),
        };
        event.finding(scope, care, subject).iter().for_each(out);
        Ok(())
    })
}

/// Whether the placements show one with a parent.
fn placed_with_a_parent(scope: &Scope<'_, '_>, period: &CarePeriod) -> bool {
    let placements = period.placements().list().unwrap_or_default().iter();
    let mut begun = placements.take_while(|placement| placement.from() <= scope.context.as_of);
    begun.any(|placement| placement.kind().is_with_parent())
}

/// A duty to review before an event.
struct Before<'r> {
    rule: RuleId,
    on: NaiveDate,
    reviewed: Done,
    missing: &'static str,
    exception: Option<(&'r Exception, Exceptional)>,
}

/// What to say of an exception that was made, and of one of which nothing is recorded.
struct Exceptional {
    because: &'static str,
    missing: &'static str,
}

impl<'r> Before<'r> {
    fn finding(
        self,
        scope: &Scope<'_, 'r>,
        care: PeriodOfCareRef<'_>,
        subject: Subject<'r>,
    ) -> Option<Finding<'r>> {
        let Self { rule, on, reviewed, missing, exception } = self;
        rule.rule().term_on(on)?;
        // Where there was no review at all there was none for this.
        let reviewed = match reviewed {
            Done::NotRecorded if no_review_at_all(scope, care) => Done::No,
            reviewed => reviewed,
        };
        let due = Due::on(on);
        let mut finding = scope.context.by(rule, subject, on, due, reviewed, None, missing);
        let seen = care.reviews().iter().any(|review| reviewed.on() == Some(review.held_on()));
        if !seen {
            unseen(scope, care).open_where_unsure(&mut finding, reviewed);
        }
        let open = finding.outcome().is_breach() || finding.outcome().missing().is_some();
        Some(match exception.filter(|_| open) {
            Some((Exception::Because(reason), exceptional)) => {
                let outcome = Outcome::NotApplicable(exceptional.because);
                finding.with_outcome(outcome).with_fact("reason", Value::Text(reason))
            }
            Some((Exception::NotRecorded, exceptional)) if finding.outcome().is_breach() => {
                finding.with_outcome(Outcome::CannotTell(Missing::Fact(exceptional.missing)))
            }
            _ => finding,
        })
    }
}

/// Of a review said to have been held before the records begin it cannot be told whether it was.
fn unseen(scope: &Scope<'_, '_>, care: PeriodOfCareRef<'_>) -> Since {
    let entry = (care.entry() == Entry::NotKnown).then(|| (care.began(), Missing::EntryIntoCare));
    let history = scope.context.history.first_day();
    let history = history.map(|from| (from, Missing::ReviewsBefore(from)));
    let later = history.filter(|(from, _)| entry.is_none_or(|(began, _)| began < *from));
    Since { not_before: None, surely: later.or(entry) }
}

/// Whether the records show that no review was held by the day asked about.
fn no_review_at_all(scope: &Scope<'_, '_>, care: PeriodOfCareRef<'_>) -> bool {
    let as_of = scope.context.as_of;
    care.entry() == Entry::Known
        && scope.context.history.first_day().is_none_or(|from| from <= care.began())
        && care.reviews().iter().all(|review| review.held_on() > as_of)
}

/// Accommodation that does not end without a review between its start and its end: regulation 33(3)(c)
/// to (e).
fn before_the_end<'r>(
    scope: &Scope<'_, 'r>,
    care: PeriodOfCareRef<'_>,
    stay: &Accommodation,
    subject: Subject<'r>,
) -> Option<Finding<'r>> {
    let as_of = scope.context.as_of;
    let ended = stay.ended().filter(|ended| *ended <= as_of);
    let last = ended.unwrap_or(as_of);
    RuleId::ReviewBeforeEnd.rule().term_on(last)?;
    let history = scope.context.history.first_day().filter(|from| stay.began() < *from);
    let seen_from = history.unwrap_or(stay.began());
    let review = care.reviews().iter().map(|review| review.held_on());
    // A review on the first day came before the accommodation, unless that was over the same day.
    let between = |on: &NaiveDate| *on > stay.began() || ended == Some(stay.began());
    let review = review.filter(between).find(|on| (seen_from..=last).contains(on));
    let of_a_child_not_in_care = stay.kind() == AccommodationKind::ChildNotInCare;
    let outcome = match (review, stay.parent_took_over(), ended) {
        (_, Some(true), _) if of_a_child_not_in_care => {
            Outcome::NotApplicable("a parent took over at its end")
        }
        (Some(_), _, _) => Outcome::Met,
        (None, _, None) if scope.ended.is_some() => {
            Outcome::CannotTell(Missing::Fact("the day the accommodation ended"))
        }
        (None, _, None) => Outcome::NotYetDue,
        // The day is not over.
        (None, _, Some(ended)) if ended == as_of => Outcome::NotYetDue,
        (None, None, Some(_)) if of_a_child_not_in_care => {
            Outcome::CannotTell(Missing::Fact("whether a parent took over at its end"))
        }
        (None, _, Some(_)) => match history {
            Some(from) => Outcome::CannotTell(Missing::ReviewsBefore(from)),
            None => Outcome::NotMet,
        },
    };
    let answer = review.filter(|_| outcome == Outcome::Met);
    // Once met it is about the review, so that its day does not move while the accommodation goes on.
    let about = answer.unwrap_or(last);
    let finding =
        Finding::new(RuleId::ReviewBeforeEnd, subject, about, outcome).with_answer(answer);
    let finding = ended.map_or(finding, |ended| finding.with_due(Due::on(ended)));
    Some(finding.with_fact("accommodation", Value::Text(stay.kind().as_str())))
}
