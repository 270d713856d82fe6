//! The known answers for the reported year.
//!
//! For a child whose whole story is in the returns the duties are those of the plan, as drawn. For
//! all others what the returns can show is reckoned here from the rows the child has in them,
//! sentence by sentence and without a thought for speed.

use super::dates::{first_review_by, months_after, plus};
use super::model::{
    Child, Duty, Effect, Episode, Fate, Kind, Period, Review, YEARS, as_of, evidence_from,
    year_days,
};
use chrono::NaiveDate;
use std::fmt::Write as _;

/// What the returns, taken together, show of a period of care.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The episodes some return holds.
    pub episodes: Vec<Episode>,
    /// The reviews some return holds.
    pub reviews: Vec<Review>,
    /// The first day in evidence.
    pub began: NaiveDate,
    /// The last day.
    pub ended: Option<NaiveDate>,
    /// The first episode is the start of care.
    pub known: bool,
    /// Known, and begun since the first return's first day.
    pub whole: bool,
}

/// A period of care as the returns show it, if they do at all.
pub fn seen(child: &Child, period: &Period) -> Option<Seen> {
    let from = evidence_from();
    if child.last_return < 2026 {
        // The last return does not know the child: it is the authority's latest word.
        return None;
    }
    // A return holds the episodes open on its first day or started later, and its own reviews.
    let in_return = |episode: &&Episode| episode.dec.is_none_or(|dec| dec >= from);
    let episodes: Vec<_> = period.episodes.iter().filter(in_return).cloned().collect();
    let reviews = period.reviews.iter().filter(|(day, _)| *day >= from).copied().collect();
    let (began, known) = episodes.first().map(|first| (first.decom, first.rne == "S"))?;
    let ended = episodes.last().and_then(|last| last.dec);
    Some(Seen { episodes, reviews, began, ended, known, whole: known && began >= from })
}

/// The duties the returns can show, in the order in which they arose.
pub fn duties(seen: &Seen) -> Vec<Duty> {
    let from = evidence_from();
    let until = months_after(plus(seen.began.max(from), -1), 6);
    // What happened, day by day: reviews before changes of clock.
    let mut events: Vec<(NaiveDate, Option<bool>)> =
        seen.reviews.iter().map(|(day, _)| (*day, None)).collect();
    let mut before: Option<&Episode> = None;
    for episode in &seen.episodes {
        let was = before.is_some_and(Episode::adoptive);
        let moved = matches!(episode.rne, "P" | "B");
        let told = before.is_some() || seen.known || moved || episode.rne == "T";
        if episode.adoptive() && (!was || moved) && told {
            events.push((episode.decom, Some(true)));
        } else if was && !episode.adoptive() {
            events.push((episode.decom, Some(false)));
        }
        before = Some(episode);
    }
    events.sort_by_key(|(day, change)| (*day, change.is_some()));

    let duty = |kind, lo, hi| Duty { kind, lo, hi, answered: None, fate: Fate::Undetermined };
    let exact = |kind, day| duty(kind, Some(day), day);
    let after =
        |kind, day, low, high| duty(kind, Some(months_after(day, low)), months_after(day, high));
    let first = first_review_by(seen.began);
    let mut pending = match seen.whole {
        true => exact(Kind::First, first),
        false => duty(Kind::Unknown, Some(first).filter(|_| seen.known), until),
    };
    let mut done: Vec<Duty> = Vec::new();
    let mut placed: Option<NaiveDate> = None;
    let (mut reviews, mut since_placed) = (0, 0);
    for (day, change) in events {
        let Some(is_placed) = change else {
            for overdue in done.iter_mut().filter(|duty| duty.fate == Fate::NotHeld) {
                (overdue.answered, overdue.fate) = (Some(day), Fate::MetLate);
            }
            pending.answered = Some(day);
            pending.fate = match () {
                () if pending.lo.is_some_and(|lo| day <= lo) => Fate::Met,
                () if day > pending.hi => Fate::MetLate,
                () => Fate::Undetermined,
            };
            done.push(pending);
            reviews += 1;
            since_placed += 1;
            pending = match placed {
                Some(_) if since_placed > 1 => after(Kind::Adoption, day, 6, 6),
                Some(placed) if placed < from => after(Kind::Adoption, day, 3, 6),
                Some(_) => after(Kind::Adoption, day, 3, 3),
                None if reviews > 1 => after(Kind::Subsequent, day, 6, 6),
                None if seen.whole => after(Kind::Second, day, 3, 3),
                None => after(Kind::Unknown, day, 3, 6),
            };
            continue;
        };
        // A duty from before the first return, left behind before it, was never in evidence.
        if day >= from {
            pending.fate = match () {
                () if pending.lo.is_some_and(|lo| lo >= day) => Fate::Lapsed,
                () if pending.hi < day => Fate::NotHeld,
                () => Fate::Undetermined,
            };
            done.push(pending);
        }
        let limit = plus(day, if is_placed { 28 } else { 42 });
        pending = match day >= from {
            true => exact(Kind::Adoption, limit),
            false if is_placed => duty(Kind::Adoption, Some(limit), until),
            false => duty(Kind::Unknown, Some(limit), until),
        };
        placed = is_placed.then_some(day);
        since_placed = 0;
    }
    pending.fate = match (seen.ended, pending.lo) {
        (Some(ended), Some(lo)) if ended <= lo => Fate::Lapsed,
        (Some(ended), _) if ended > pending.hi => Fate::NotHeld,
        (None, Some(lo)) if as_of() <= lo => Fate::NotYetDue,
        (None, _) if as_of() > pending.hi => Fate::NotHeld,
        _ => Fate::Undetermined,
    };
    done.push(pending);
    done
}

/// On time, late, undetermined.
pub type Three = [usize; 3];

/// The figures, each under its own name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub looked_after_at_start: usize,
    pub started: usize,
    pub ceased: usize,
    pub looked_after_at_end: usize,
    pub held: Three,
    /// By first, second, subsequent, adoption, unknown.
    pub by_sequence: [Three; 5],
    /// Met, met late, not held, not yet due, lapsed, undetermined.
    pub due: [usize; 6],
    pub children: Three,
    /// PN0 to PN7, then not recorded.
    pub codes: [usize; 9],
    /// By [`Effect`], in its order.
    pub strays: [usize; 6],
    pub episode_not_carried: usize,
    pub child_not_carried: usize,
}

impl Answers {
    /// Sums the plan.
    pub fn of(children: &[Child]) -> Self {
        let mut answers = Self::default();
        for child in children {
            for stray in &child.strays {
                answers.strays[stray.effect as usize] += 1;
            }
            if child.last_return < 2026 {
                answers.not_carried(child);
            }
            for period in &child.periods {
                if let Some(seen) = seen(child, period) {
                    // The plan speaks where it may: the reckoning is for what is not in evidence.
                    let planned = seen.whole && !period.planned.is_empty();
                    let duties = if planned { period.planned.clone() } else { duties(&seen) };
                    answers.add(&seen, &duties);
                }
            }
        }
        answers
    }

    fn not_carried(&mut self, child: &Child) {
        let (start, _) = year_days(2026);
        let episodes = || child.periods.iter().flat_map(|period| &period.episodes);
        assert!(episodes().all(|episode| episode.dec.is_none_or(|dec| dec >= start)));
        self.child_not_carried += 1;
        self.episode_not_carried += episodes().count();
        // With the period gone, its reviews hang in the air.
        self.strays[Effect::ReviewOutsideCare as usize] +=
            child.periods.iter().map(|period| period.reviews.len()).sum::<usize>();
    }

    fn add(&mut self, seen: &Seen, duties: &[Duty]) {
        let (start, end) = year_days(YEARS[2]);
        let in_year = |day: NaiveDate| start <= day && day <= end;
        let Seen { began, ended, .. } = *seen;
        let at_end = began <= end && ended.is_none_or(|ended| ended > end);
        self.looked_after_at_start +=
            usize::from(began < start && ended.is_none_or(|ended| ended >= start));
        self.started += usize::from(in_year(began));
        self.ceased += usize::from(ended.is_some_and(in_year));
        self.looked_after_at_end += usize::from(at_end);

        for &(day, code) in seen.reviews.iter().filter(|(day, _)| in_year(*day)) {
            self.codes[usize::from(code.unwrap_or(8))] += 1;
            // The clock that ran is the last one this review answered.
            let duty = duties.iter().rfind(|duty| duty.answered == Some(day));
            let duty = duty.expect("every review answers a duty");
            let timing = match duty.fate {
                Fate::Met => 0,
                Fate::MetLate => 1,
                _ => 2,
            };
            self.held[timing] += 1;
            self.by_sequence[duty.kind as usize][timing] += 1;
        }

        let mut looked_at = Vec::new();
        for duty in duties {
            let exact = duty.lo == Some(duty.hi);
            let gone = duty.answered.is_none() && ended.is_some_and(|ended| ended <= start);
            let lo = duty.lo.unwrap_or(began.max(evidence_from()));
            let overdue =
                duty.fate == Fate::NotHeld || duty.answered.is_some_and(|day| day >= start);
            if exact && in_year(duty.hi) {
                self.due[duty.fate as usize] += 1;
                if duty.fate != Fate::Lapsed {
                    looked_at.push(duty);
                }
            } else if !exact && duty.fate != Fate::Lapsed && duty.hi >= start && lo <= end && !gone
            {
                self.due[5] += 1;
                looked_at.push(duty);
            } else if duty.hi < start && overdue {
                looked_at.push(duty);
            }
        }

        if !at_end || (seen.known && first_review_by(began) > end) {
            return;
        }
        let late = |duty: &Duty| {
            duty.fate == Fate::NotHeld || duty.answered.is_some_and(|day| day > duty.hi)
        };
        let unclear = |duty: &Duty| match duty.answered {
            Some(day) => duty.lo.is_none_or(|lo| day > lo),
            None => duty.fate == Fate::Undetermined,
        };
        let verdict = if looked_at.iter().copied().any(late) {
            1
        } else if looked_at.is_empty() || looked_at.iter().copied().any(unclear) {
            2
        } else {
            0
        };
        self.children[verdict] += 1;
    }

    /// The figures as JSON.
    pub fn to_json(&self) -> String {
        let three = |[on_time, late, undetermined]: Three| {
            format!("\"on_time\": {on_time}, \"late\": {late}, \"undetermined\": {undetermined}")
        };
        let list = |names: &[&str], counts: &[usize]| {
            let pairs = names.iter().zip(counts);
            pairs.map(|(name, n)| format!("\"{name}\": {n}")).collect::<Vec<_>>().join(", ")
        };
        let (start, end) = year_days(YEARS[2]);
        let sequence = ["first", "second", "subsequent", "adoption", "unknown"]
            .iter()
            .zip(self.by_sequence)
            .map(|(name, counts)| format!("        \"{name}\": {{{}}}", three(counts)))
            .collect::<Vec<_>>()
            .join(",\n");
        let due = ["met", "met_late", "not_held", "not_yet_due", "lapsed", "undetermined"];
        let [_, eligible @ .., _] = self.codes;
        let codes = ["PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7", "not_recorded"];
        let of = |codes: &[usize]| codes.iter().map(|code| self.codes[*code]).sum::<usize>();
        let [episode, review, duplicate, later, in_break, outside] = self.strays;
        let mut json = String::new();
        let children = ["all_on_time", "not_all_on_time", "undetermined"];
        let cohort = [
            ("looked_after_at_start", self.looked_after_at_start),
            ("started", self.started),
            ("ceased", self.ceased),
            ("looked_after_at_end", self.looked_after_at_end),
        ];
        let quality = [
            ("unusable_episode", episode),
            ("episode_not_carried", self.episode_not_carried),
            ("child_not_carried", self.child_not_carried),
            ("unusable_review", review),
            ("duplicate_review", duplicate),
            ("review_after_as_of", later),
            // A return holds its own year's reviews, and this authority's returns do.
            ("review_before_evidence", 0),
            ("review_in_short_break", in_break),
            ("review_outside_care", outside),
        ];
        let pairs = |pairs: &[(&str, usize)]| {
            pairs.iter().map(|(name, n)| format!("\"{name}\": {n}")).collect::<Vec<_>>().join(", ")
        };
        let _ = write!(
            json,
            "{{\n  \"period\": {{\"start\": \"{start}\", \"end\": \"{end}\"}},\n  \
             \"as_of\": \"{}\",\n  \"cohort\": {{{}}},\n  \"reviews\": {{\n    \
             \"held\": {{\n      \"total\": {}, {},\n      \"by_sequence\": {{\n{sequence}\n      \
             }}\n    }},\n    \"due\": {{{}}},\n    \"children\": {{{}}}\n  }},\n  \
             \"participation\": {{\n    \"codes\": {{{}}},\n    \"eligible\": {}, \
             \"attended\": {}, \"views_conveyed\": {}\n  }},\n  \"data_quality\": {{{}}}\n}}\n",
            as_of(),
            pairs(&cohort),
            self.held.iter().sum::<usize>(),
            three(self.held),
            list(&due, &self.due),
            list(&children, &self.children),
            list(&codes, &self.codes),
            eligible.iter().sum::<usize>(),
            of(&[1, 2, 3, 4]),
            of(&[1, 2, 3, 5, 6]),
            pairs(&quality),
        );
        json
    }
}
