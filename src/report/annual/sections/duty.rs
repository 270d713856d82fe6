//! The duties under one rule, as several sections show them: the same counts by the same names.

use crate::error::Result;
use crate::law::RuleId;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Cell, FigureId, Headline, Section};
use crate::report::{DutyCounts, RateRange};

/// The names of the counts of one rule.
pub(super) struct Duty {
    pub(super) met: FigureId,
    pub(super) met_late: FigureId,
    pub(super) not_met: FigureId,
    pub(super) told: FigureId,
    pub(super) cannot_tell: FigureId,
    pub(super) not_yet_due: FigureId,
    pub(super) lapsed: FigureId,
    pub(super) not_applicable: FigureId,
    pub(super) total: FigureId,
}

impl Duty {
    pub(super) fn enter(draft: &mut Draft<'_>, rule: RuleId, counts: DutyCounts) -> Result<Self> {
        let name = rule.as_str().replace('-', "_");
        let mut count = |part: &str, count| draft.count(format!("duties.{name}.{part}"), count);
        let duty = Self {
            met: count("met", counts.met())?,
            met_late: count("met_late", counts.met_late())?,
            not_met: count("not_met", counts.not_met())?,
            told: count("told", counts.told())?,
            cannot_tell: count("cannot_tell", counts.cannot_tell())?,
            not_yet_due: count("not_yet_due", counts.not_yet_due())?,
            lapsed: count("lapsed", counts.lapsed())?,
            not_applicable: count("not_applicable", counts.not_applicable())?,
            total: count("total", counts.total())?,
        };
        let told = [duty.met.clone(), duty.met_late.clone(), duty.not_met.clone()];
        draft.adds_up(&duty.told, &told)?;
        let all = [&duty.told, &duty.cannot_tell, &duty.not_yet_due, &duty.lapsed];
        let all: Vec<_> = all.into_iter().chain([&duty.not_applicable]).cloned().collect();
        draft.adds_up(&duty.total, &all)?;
        Ok(duty)
    }
}

/// One rule as a headline figure, with how binding it is. False where nobody gave the duties, or of none of
/// them it can be told.
pub(super) fn headline(draft: &mut Draft<'_>, section: &mut Section, rule: RuleId) -> Result<bool> {
    let given = draft.given;
    let Some(duties) = &given.duties else { return Ok(false) };
    let counts = duties.of(rule);
    let duty = Duty::enter(draft, rule, counts)?;
    let rate = draft.rate(&duty.met, &duty.told)?;
    let law = rule.rule();
    let title = format!("{} ({})", law.title(), law.force());
    if counts.told() == 0 && counts.cannot_tell() > 0 {
        section
            .note(format!("{title}: of none of these duties the records show what became of it."));
    } else {
        section.push(Headline::new(title, rate));
        let from = [&duty.met, &duty.told, &duty.cannot_tell];
        doubt(draft, section, from, counts.in_time_range(), counts.cannot_tell());
    }
    Ok(counts.total() == 0 || counts.cannot_tell() < counts.total())
}

/// What cannot be told is in no percentage: its count stands beside, with the range it leaves open.
pub(super) fn doubt<'i>(
    draft: &Draft<'_>,
    section: &mut Section,
    from: impl IntoIterator<Item = &'i FigureId>,
    range: RateRange,
    undetermined: u64,
) {
    if undetermined > 0 {
        let decimals = usize::try_from(draft.given.decimals).unwrap_or_default();
        let text =
            format!("{undetermined} more cannot be told; with them it lies in {range:.decimals$}");
        section.push(Headline::new("What that leaves open", Cell::derived(text, from)));
    }
}
