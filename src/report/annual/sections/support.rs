//! Advocates, independent visitors, checks between reviews, and care plans.

use super::duty;
use crate::error::Result;
use crate::law::RuleId;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, FigureId, Headline, Section};

pub(super) fn section(draft: &mut Draft<'_>) -> Result<Section> {
    let mut section = Section::new("support", "Support between reviews");
    let support = draft.given.support;

    // Entered by the summary, which comes first.
    let in_year = FigureId::from("cohort.looked_after_in_year");
    let at_end = FigureId::from("cohort.looked_after_at_end");

    let advocates = match support.and_then(|support| support.advocates()) {
        Some(children) => {
            let children = draft.count("support.advocates", children)?;
            draft.may_leave(core::slice::from_ref(&children), &in_year);
            Cell::Count(children)
        }
        None => Cell::NotAvailable,
    };
    section.push(Headline::new("Children who had an advocate in the year", advocates));
    let (matched, waiting) = match support.and_then(|support| support.visitors()) {
        Some((matched, waiting)) => {
            let matched = draft.count("support.visitors.matched", matched)?;
            let waiting = draft.count("support.visitors.waiting", waiting)?;
            draft.may_leave(&[matched.clone(), waiting.clone()], &in_year);
            (Cell::Count(matched), Cell::Count(waiting))
        }
        None => (Cell::NotAvailable, Cell::NotAvailable),
    };
    section.push(Headline::new("Children with an independent visitor", matched));
    section.push(Headline::new("Children waiting for an independent visitor", waiting));
    let plans = match support.and_then(|support| support.care_plans()) {
        Some((up_to_date, out_of_date)) => {
            let all = up_to_date.saturating_add(out_of_date);
            let up_to_date = draft.count("support.care_plans.up_to_date", up_to_date)?;
            let out_of_date = draft.count("support.care_plans.out_of_date", out_of_date)?;
            let all = draft.count("support.care_plans.total", all)?;
            draft.adds_up(&all, &[up_to_date.clone(), out_of_date])?;
            draft.may_leave(core::slice::from_ref(&all), &at_end);
            draft.rate(&up_to_date, &all)?
        }
        None => Cell::NotAvailable,
    };
    section.push(Headline::new("Care plans up to date at the end of the year", plans));

    for rule in
        [RuleId::RightsExplained, RuleId::IndependentVisitor, RuleId::MidwayCheck, RuleId::CarePlan]
    {
        duty::headline(draft, &mut section, rule)?;
    }
    if draft.given.duties.is_none() {
        section.note(
            "Whether advocacy was explained, an independent visitor considered, progress checked midway and the \
             care plan made in time was not given.",
        );
    }
    Ok(section)
}
