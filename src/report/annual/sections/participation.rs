//! Item c: how children and their parents took part.

use super::duty::{self, nothing_but};
use crate::error::Result;
use crate::law::RuleId;
use crate::record::{Answer, FeedbackFrom, Participation};
use crate::report::Breakdown;
use crate::report::annual::builder::Draft;
use crate::report::annual::{
    Cell, ChartKind, FigureId, Headline, PrescribedItem, Section, Slot, Table,
};

const ITEM: PrescribedItem = PrescribedItem::Participation;
const PARENTS_CAME: &str = "whether parents came";
const FEEDBACK: &str = "feedback from children or their parents";

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::of("participation", ITEM);
    let counts = draft.given.reviews.participation();

    let mut table = Table::new(
        "participation",
        "How children took part in their reviews",
        "code",
        ["meaning", "reviews"],
    )
    .with_chart(
        ChartKind::Bars { column: 1, range: None },
        "Reviews by how the child took part",
        "A bar for each participation code, as long as the number of reviews held in the year with it.",
    );
    let held = draft.given.reviews.held().all().total();
    if nothing_but(counts.not_recorded(), held) {
        draft.missing(ITEM, "how children took part in their reviews");
    }
    let held = draft.count("reviews.held.total", held)?;
    let mut codes = Vec::new();
    let mut eligible_codes = Vec::new();
    for (code, count) in counts.each() {
        let id = draft.count(format!("participation.codes.{code}"), count)?;
        table.row(code.to_string(), [Cell::text(code.meaning()), Cell::Count(id.clone())]);
        if code.is_eligible() {
            eligible_codes.push(id.clone());
        }
        codes.push(id);
    }
    let unrecorded = draft.count("participation.codes.not_recorded", counts.not_recorded())?;
    table.row("", [Cell::text("not recorded"), Cell::Count(unrecorded.clone())]);
    table.total("", [Cell::text("all reviews held"), Cell::Count(held.clone())]);
    codes.push(unrecorded);
    draft.adds_up(&held, &codes)?;
    section.push(table);

    let eligible = draft.count("participation.eligible", counts.eligible())?;
    draft.adds_up(&eligible, &eligible_codes)?;
    for (label, name, count) in [
        ("Children attended", "participation.attended", counts.attended()),
        (
            "Children's views conveyed, by any route",
            "participation.views_conveyed",
            counts.views_conveyed(),
        ),
    ] {
        let id = draft.count(name, count)?;
        let parts: Vec<_> = counts
            .each()
            .filter(|(code, _)| match name {
                "participation.attended" => code.attended(),
                _ => code.views_conveyed(),
            })
            .map(|(code, _)| format!("participation.codes.{code}").into())
            .collect();
        draft.adds_up(&id, &parts)?;
        let rate = draft.rate(&id, &eligible)?;
        section.push(Headline::new(label, rate));
    }
    section.note(
        "Both rates are of the reviews coded PN1 to PN7; children under four are counted apart.",
    );
    attendance(draft, &mut section, &held)?;
    let alone = duty::headline(draft, &mut section, RuleId::ChildSpokenToPrivately)?;
    let views = duty::headline(draft, &mut section, RuleId::ParentsViews)?;
    if !alone {
        draft.missing(ITEM, "whether children were seen alone before the review");
    }
    if !views {
        draft.missing(ITEM, "whether parents' views were obtained");
    }
    section.push(draft.narrative(Slot::Participation, None));
    feedback(draft, &mut section)?;
    section.push(draft.narrative(Slot::ChildrenSaid, None));
    Ok(section)
}

/// Who came: children by the codes of the return, the others where it was recorded.
fn attendance(draft: &mut Draft<'_>, section: &mut Section, held: &FigureId) -> Result<()> {
    let codes = draft.given.reviews.participation();
    let columns =
        ["came", "did not come", "does not apply", "not recorded", "all", "came, of those known"];
    let mut table = Table::new("attendance", "Who came to the reviews held", "", columns);

    let came = draft.count("participation.attended", codes.attended())?;
    let known = draft.count("participation.eligible", codes.eligible())?;
    let absent = codes.eligible().saturating_sub(codes.attended());
    let absent = draft.count("participation.not_attended", absent)?;
    draft.adds_up(&known, &[came.clone(), absent.clone()])?;
    let rate = draft.rate(&came, &known)?;
    let young =
        draft.count("participation.codes.PN0", codes.with_code(Participation::UnderFour))?;
    let unrecorded = draft.count("participation.codes.not_recorded", codes.not_recorded())?;
    let cells = [came, absent, young, unrecorded, held.clone()].map(Cell::Count);
    table.row("the child", cells.into_iter().chain([rate]));

    let Some(attendance) = draft.given.attendance else {
        draft.missing(ITEM, PARENTS_CAME);
        table.row("parents", columns.map(|_| Cell::NotAvailable));
        table.row("carers", columns.map(|_| Cell::NotAvailable));
        section.push(table);
        return Ok(());
    };
    let all = draft.given.reviews.held().all().total();
    if all > 0 && attendance.parents().not_recorded() == attendance.parents().total() {
        draft.missing(ITEM, PARENTS_CAME);
    }
    for (label, counts) in [("parents", attendance.parents()), ("carers", attendance.carers())] {
        let mut count =
            |part: &str, count| draft.count(format!("attendance.{label}.{part}"), count);
        // Of a review nobody gave a record of, nobody recorded it.
        let rest = all.saturating_sub(counts.total());
        let parts = [
            count("came", counts.came())?,
            count("did_not_come", counts.did_not_come())?,
            count("not_applicable", counts.not_applicable())?,
            count("not_recorded", counts.not_recorded().saturating_add(rest))?,
        ];
        let known = count("known", counts.came().saturating_add(counts.did_not_come()))?;
        draft.adds_up(held, &parts)?;
        let [came, absent, ..] = &parts;
        draft.adds_up(&known, &[came.clone(), absent.clone()])?;
        let rate = draft.rate(came, &known)?;
        let cells = parts.into_iter().chain([held.clone()]).map(Cell::Count);
        table.row(label, cells.chain([rate]));
    }
    section.push(table);
    Ok(())
}

/// What was answered, a question at a time.
fn feedback(draft: &mut Draft<'_>, section: &mut Section) -> Result<()> {
    let given = draft.given;
    let Some(feedback) = &given.feedback else {
        draft.missing(ITEM, FEEDBACK);
        return Ok(());
    };
    if feedback.iter().len() == 0 {
        section.note("Nobody was asked for feedback in the year.");
        return Ok(());
    }
    let from_family = |from| matches!(from, FeedbackFrom::Child | FeedbackFrom::Parent);
    let answered = |answers: &Breakdown<Answer>| answers.total() > answers.of(&Answer::None);
    if !feedback.iter().any(|(from, _, answers)| from_family(from) && answered(answers)) {
        draft.missing(ITEM, FEEDBACK);
    }
    let mut table =
        Table::new("feedback", "Feedback", "who was asked what", ["answer", "answers", "share"]);
    for (number, (from, question, answers)) in (1_u32..).zip(feedback.iter()) {
        let name = |part: &str| format!("feedback.question_{number}.{part}");
        let label = format!("{from}: {question}");
        let whole = draft.count(name("total"), answers.total())?;
        let mut parts = Vec::new();
        for (answer, count) in answers.iter() {
            let id = draft.count(name(&answer.to_string().replace(' ', "_")), count)?;
            let share = draft.rate(&id, &whole)?;
            table.row(label.clone(), [Cell::text(answer), Cell::Count(id.clone()), share]);
            parts.push(id);
        }
        draft.adds_up(&whole, &parts)?;
        table.total(label, [Cell::text("all"), Cell::Count(whole), Cell::NotApplicable]);
    }
    section.push(table);
    Ok(())
}
