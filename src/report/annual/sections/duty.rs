//! The duties under one rule, as several sections show them: the same counts by the same names.

use crate::error::Result;
use crate::law::RuleId;
use crate::report::annual::builder::Draft;
use crate::report::annual::{Block, Cell, FigureId, Headline, Section};
use crate::report::{DutyCounts, RateRange};
use chrono::NaiveDate;

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

/// What is not recorded of a single one.
pub(super) const fn nothing_but(not_recorded: u64, all: u64) -> bool {
    all > 0 && not_recorded == all
}

/// The first day of a rule that was in force on no day of the year.
pub(super) fn not_yet(draft: &Draft<'_>, rule: RuleId) -> Option<NaiveDate> {
    let first = rule.rule().terms().map(|term| term.in_force().first_day()).min()?;
    (first > draft.given.reviews.question().year().end()).then_some(first)
}

/// Says of a rule that nobody was bound by it in the year; of several in one sentence.
fn before_its_time(section: &mut Section, title: &str, first: NaiveDate) {
    const LEAD: &str = "Rules of later law, not counted in this year: ";
    let of_rule = format!("{title} (from {})", first.format("%-d %B %Y"));
    match section.blocks.last_mut() {
        Some(Block::Note(said)) if said.starts_with(LEAD) => {
            said.pop();
            said.push_str(&format!("; {of_rule}."));
        }
        _ => section.note(format!("{LEAD}{of_rule}.")),
    }
}

/// One rule as a headline figure, with how binding it is. False where nobody gave the duties, or it can be told of
/// none of them. Of a rule that was not yet in force nothing is missing.
pub(super) fn headline(draft: &mut Draft<'_>, section: &mut Section, rule: RuleId) -> Result<bool> {
    let given = draft.given;
    if let Some(first) = not_yet(draft, rule) {
        before_its_time(section, rule.rule().title(), first);
        return Ok(true);
    }
    let Some(duties) = &given.duties else { return Ok(false) };
    let counts = duties.of(rule);
    let duty = Duty::enter(draft, rule, counts)?;
    let rate = draft.rate(&duty.met, &duty.told)?;
    let law = rule.rule();
    let title = format!("{} ({})", law.title(), law.force());
    let is_told = counts.told() > 0 || counts.cannot_tell() == 0;
    if !is_told {
        section
            .note(format!("{title}: of none of these duties the records show what became of it."));
    } else {
        section.push(Headline::new(title, rate));
        let from = [&duty.met, &duty.told, &duty.cannot_tell];
        doubt(draft, section, from, counts.in_time_range(), counts.cannot_tell());
    }
    Ok(is_told)
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
        let from: Vec<&FigureId> = from.into_iter().collect();
        if let Some(Block::Headline(headline)) = section.blocks.last_mut() {
            headline.open = Some((undetermined, from.iter().copied().cloned().collect()));
        }
        let decimals = usize::try_from(draft.given.decimals).unwrap_or_default();
        let text =
            format!("{undetermined} more cannot be told; with them it lies in {range:.decimals$}");
        section.push(Headline::new("What that leaves open", Cell::derived(text, from)));
    }
}
