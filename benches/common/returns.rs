//! A year's return of generated children, as the text of its files, and what must come out of it.

use super::synthetic::{SEED, children_of_many, returns};
use super::year;
use chrono::NaiveDate;
use iro_handbook::Result;
use iro_handbook::assess::ReviewClock;
use iro_handbook::calendar::WorkingDays;
use iro_handbook::report::{ReviewFigures, ReviewQuestion};
use iro_handbook::ssda903::{CheckRule, Flag, Linked, Return};

/// The files, and the answers by the plan of the generator.
pub struct Files {
    /// Name and text of each.
    pub files: Vec<(String, String)>,
    pub answer: Answer,
}

/// What is counted of a return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Reviews held in the year.
    pub held: u64,
    /// Children looked after on its last day.
    pub at_end: u64,
    /// Rows flagged for a participation code that is none.
    pub no_code: u64,
}

/// Every so many reviews one has a code that there is not.
const SLIPS: usize = 100;

impl Files {
    /// Of at least so many children.
    pub fn of(children: usize) -> Self {
        let children = children_of_many(SEED, year().ending_year(), children);
        let (start, end) = (year().start(), year().end());
        let in_year = |day: NaiveDate| start <= day && day <= end;
        let mut answer = Answer::default();
        for period in children.iter().flat_map(|child| &child.periods) {
            let reviews = period.reviews.iter().filter(|(day, _)| in_year(*day));
            answer.held += reviews.count() as u64;
            answer.at_end += u64::from(period.episodes.last().unwrap().dec.is_none());
        }
        let files = returns::year_files(&children, year().ending_year()).map(|(name, text)| {
            if !name.ends_with("reviews.csv") {
                return (name, text);
            }
            let mut slipped = String::with_capacity(text.len());
            for (row, line) in text.lines().enumerate() {
                if row % SLIPS == SLIPS - 1 {
                    answer.no_code += 1;
                    slipped.push_str(line.rsplit_once(',').unwrap().0);
                    slipped.push_str(",PN9\n");
                } else {
                    slipped.push_str(line);
                    slipped.push('\n');
                }
            }
            (name, slipped)
        });
        Self { files: files.collect(), answer }
    }

    /// How many bytes all of it is.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|(_, text)| text.len()).sum()
    }

    /// From the texts to the figures, with row checks or without.
    pub fn run(&self, calendar: &WorkingDays, checked: bool) -> Answer {
        let mut one = Return::new(year());
        for (_, text) in &self.files {
            let mut file = one.file();
            file.push(text.as_bytes()).unwrap();
            file.finish().unwrap();
        }
        answer(calendar, one, checked)
    }
}

/// From rows to the figures, with row checks or without.
pub fn answer(calendar: &WorkingDays, one: Return, checked: bool) -> Answer {
    let flags = if checked { flags(calendar, &one) } else { Vec::new() };
    let no_code = flags.iter().filter(|flag| flag.rule == CheckRule::R167).count() as u64;
    let figures = figures(calendar, one).unwrap();
    let (held, at_end) = (figures.held().all().total(), figures.cohort().looked_after_at_end());
    Answer { held, at_end, no_code }
}

fn flags(calendar: &WorkingDays, one: &Return) -> Vec<Flag> {
    let clock = ReviewClock::new(calendar, one.year().end());
    one.checks_with(|began| clock.first_review_due(began).ok())
}

fn figures(calendar: &WorkingDays, one: Return) -> Result<ReviewFigures> {
    let linked = Linked::new([one])?;
    let question = ReviewQuestion::new(linked.last_year()).with_history(linked.history());
    let mut figures = ReviewFigures::new(question);
    for care in linked.periods_of_care() {
        figures.add(calendar, care)?;
    }
    figures.add_data_quality(&linked.data_quality(linked.last_year().end(), linked.history()));
    Ok(figures)
}
