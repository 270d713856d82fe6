//! The figures once more, one rule of counting at a time, from the duties of the twin of the clock.

use crate::assess::twin::{Asked, Duty, Told, first_review};
use crate::assess::twin_children::{Rng, children_to_try, question, told};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use std::collections::BTreeMap;

type Counts = BTreeMap<String, u64>;

/// The periods of care with their duties, asked the one question.
struct Twin<'a> {
    asked: &'a Asked,
    all: Vec<(&'a Told, Vec<Duty>)>,
}

impl Twin<'_> {
    fn in_year(&self, day: chrono::NaiveDate) -> bool {
        self.asked.ps <= day && day <= self.asked.pe
    }

    /// Counted in `reviews.due`: under which name.
    fn due(&self, told: &Told, duty: &Duty) -> Option<&'static str> {
        let Asked { ps, pe, evidence_from, .. } = *self.asked;
        if duty.lo == Some(duty.hi) {
            return self.in_year(duty.hi).then_some(match duty.became {
                "not_met" => "not_held",
                other => other,
            });
        }
        let lo = duty.lo.unwrap_or(evidence_from.unwrap_or(told.began).max(told.began));
        let gone = told.ended_as_of(self.asked).is_some_and(|ended| ended <= ps);
        let counted = duty.became != "lapsed"
            && duty.hi >= ps
            && lo <= pe
            && !(gone && duty.answer.is_none());
        counted.then_some("undetermined")
    }

    fn child(&self, told: &Told, duties: &[Duty]) -> Option<&'static str> {
        let Asked { ps, pe, .. } = *self.asked;
        let there = told.began <= pe && told.ended_as_of(self.asked).is_none_or(|ended| ended > pe);
        if !there || told.began > self.asked.as_of {
            return None;
        }
        if told.entry_known && first_review(told.began) > pe {
            return None;
        }
        let looked_at: Vec<_> = duties
            .iter()
            .filter(|duty| {
                let counted = self.due(told, duty).is_some() && duty.became != "lapsed";
                let dragged_in = duty.hi < ps
                    && (duty.became == "not_met" || duty.answer.is_some_and(|on| on >= ps));
                counted || dragged_in
            })
            .collect();
        let breach =
            |duty: &&Duty| duty.became == "not_met" || duty.answer.is_some_and(|on| on > duty.hi);
        let doubt = |duty: &&Duty| match duty.answer {
            Some(on) => duty.lo.is_none_or(|lo| on > lo),
            None => duty.became == "cannot_tell",
        };
        Some(if looked_at.iter().any(breach) {
            "not_all_on_time"
        } else if looked_at.is_empty() || looked_at.iter().any(doubt) {
            "undetermined"
        } else {
            "all_on_time"
        })
    }

    fn counts(&self) -> Counts {
        let Asked { ps, pe, as_of, .. } = *self.asked;
        let mut counts = Counts::new();
        let mut add = |name: String| *counts.entry(name).or_default() += 1;
        for (told, duties) in &self.all {
            for duty in duties {
                if let Some(name) = self.due(told, duty) {
                    add(format!("due {name}"));
                }
                let Some(on) = duty.answer.filter(|on| duty.left.is_none() && self.in_year(*on))
                else {
                    continue;
                };
                let judged = match duty.became {
                    "met" => "on_time",
                    "met_late" => "late",
                    _ => "undetermined",
                };
                add(format!("held {} {judged}", duty.kind));
                let code = told.reviews.iter().find(|(day, _)| *day == on).unwrap().1;
                add(code.map_or("not_recorded".to_owned(), |code| format!("PN{code}")));
                if let Some(code) = code {
                    for (name, codes) in
                        [("eligible", "1234567"), ("attended", "1234"), ("views_conveyed", "12356")]
                    {
                        if codes.contains(&code.to_string()) {
                            add(name.to_owned());
                        }
                    }
                }
            }
            if let Some(name) = self.child(told, duties) {
                add(format!("children {name}"));
            }
            if told.began > as_of {
                continue;
            }
            let ended = told.ended_as_of(self.asked);
            for (name, yes) in [
                ("start", told.began < ps && ended.is_none_or(|ended| ended >= ps)),
                ("started", self.in_year(told.began)),
                ("ceased", ended.is_some_and(|ended| self.in_year(ended))),
                ("end", told.began <= pe && ended.is_none_or(|ended| ended > pe)),
            ] {
                if yes {
                    add(format!("cohort {name}"));
                }
            }
        }
        counts
    }
}

fn counts_of(figures: &ReviewFigures) -> Counts {
    let mut counts = Counts::new();
    let mut set = |name: String, count: u64| {
        if count > 0 {
            assert_eq!(counts.insert(name, count), None);
        }
    };
    let due = figures.due();
    set("due met".into(), due.met());
    set("due met_late".into(), due.met_late());
    set("due not_held".into(), due.not_held());
    set("due not_yet_due".into(), due.not_yet_due());
    set("due lapsed".into(), due.lapsed());
    set("due undetermined".into(), due.undetermined());
    for (sequence, held) in figures.held().each() {
        set(format!("held {sequence} on_time"), held.on_time());
        set(format!("held {sequence} late"), held.late());
        set(format!("held {sequence} undetermined"), held.undetermined());
    }
    let children = figures.children();
    set("children all_on_time".into(), children.all_on_time());
    set("children not_all_on_time".into(), children.not_all_on_time());
    set("children undetermined".into(), children.undetermined());
    let participation = figures.participation();
    for (code, count) in participation.each() {
        set(code.to_string(), count);
    }
    set("not_recorded".into(), participation.not_recorded());
    set("eligible".into(), participation.eligible());
    set("attended".into(), participation.attended());
    set("views_conveyed".into(), participation.views_conveyed());
    let cohort = figures.cohort();
    set("cohort start".into(), cohort.looked_after_at_start());
    set("cohort started".into(), cohort.started());
    set("cohort ceased".into(), cohort.ceased());
    set("cohort end".into(), cohort.looked_after_at_end());
    counts
}

#[test]
fn twin_of_the_figures() {
    let calendar = WorkingDays::england_and_wales();
    let mut rng = Rng(20_110_401);
    let mut all = Counts::new();
    let mut left = children_to_try();
    while left > 0 {
        let asked = question(&mut rng);
        let size = (1 + rng.below(20)).min(left);
        left -= size;
        let group: Vec<_> = (0..size).map(|_| told(&mut rng, &asked)).collect();
        let year = CollectionYear::containing(asked.pe).unwrap();
        let question =
            ReviewQuestion::new(year).with_as_of(asked.as_of).with_history(asked.history());
        let figures = |group: &[Told]| {
            let mut figures = ReviewFigures::new(question);
            for told in group {
                figures.add(&calendar, told.record().view().unwrap()).unwrap();
            }
            counts_of(&figures)
        };
        let twin = |group: &[Told]| {
            let all = group.iter().map(|told| (told, told.duties(&asked))).collect();
            Twin { asked: &asked, all }.counts()
        };
        let (ours, theirs) = (figures(&group), twin(&group));
        if ours != theirs {
            for told in &group {
                let alone = std::slice::from_ref(told);
                assert_eq!(figures(alone), twin(alone), "{told:#?}\n{asked:#?}");
            }
            panic!("each child agrees and the group does not: {ours:#?} {theirs:#?}");
        }
        let count = |name: &str| ours.get(name).copied().unwrap_or(0);
        assert_eq!(
            count("cohort start") + count("cohort started"),
            count("cohort end") + count("cohort ceased")
        );
        for (name, count) in theirs {
            *all.entry(name).or_default() += count;
        }
    }
    if children_to_try() < 20_000 {
        return;
    }
    // Nothing went uncounted: 6 of due, 3 of children, 9 + 3 of participation, 4 of the cohort, and of
    // the reviews held 2 each of first, second and subsequent and 3 each of adoption and unknown.
    assert_eq!(all.len(), 6 + 3 + 12 + 4 + 12, "{all:#?}");
    assert!(all.values().all(|count| *count > 20), "{all:#?}");
}
