//! What the benches share: generated children, laid out as a program that is in a hurry would.
#![allow(dead_code, reason = "each bench uses a part of it")]

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use iro_handbook::calendar::{CollectionYear, WorkingDays};
use iro_handbook::record::*;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher};

#[path = "../../examples/common/synthetic/mod.rs"]
pub mod synthetic;

#[path = "../../examples/common/lean_store.rs"]
pub mod lean_store;

#[cfg(feature = "ssda903")]
pub mod returns;

/// Generated periods of care.
pub struct Periods(lean_store::LeanStore);

impl Periods {
    /// The periods of care of so many generated children, always the same.
    pub fn of(children: usize) -> Self {
        Self(synthetic::lean(synthetic::SEED, children).collect())
    }

    /// How many reviews there are.
    pub fn reviews(&self) -> usize {
        self.0.reviews()
    }

    /// Borrowed and checked, one by one.
    pub fn each(&self) -> impl Iterator<Item = PeriodOfCareRef<'_>> {
        self.0.each().map(Result::unwrap)
    }

    /// As whole records, one a period of care, and how many reviews they have: every review with what went
    /// before it, at it and after it, a visit after each, an IRO, a placement and a legal status.
    #[allow(dead_code)]
    pub fn rich(&self) -> (Vec<CareRecord>, u64) {
        let records: Vec<_> = self.each().enumerate().map(|(n, care)| rich(n, care)).collect();
        let periods = records.iter().flat_map(CareRecord::periods_of_care);
        let reviews = periods.map(|care| care.reviews().len() as u64).sum();
        (records, reviews)
    }

    /// Those that a clock of a few lines can follow: entry known, never placed for adoption.
    pub fn plain(&self) -> impl Iterator<Item = PeriodOfCareRef<'_>> {
        self.each().filter(|care| care.entry() == Entry::Known && care.adoption().is_empty())
    }
}

/// With a foster carer, but for the times in an adoptive placement.
fn placements(care: PeriodOfCareRef<'_>) -> Placements {
    let changes = care.adoption().iter().map(|change| match *change {
        AdoptionChange::Placed(on) => (on, PlacementKind::Adoption),
        AdoptionChange::Ended(on) => (on, PlacementKind::Foster),
    });
    let starts: Vec<_> =
        std::iter::once((care.began(), PlacementKind::Foster)).chain(changes).collect();
    let ends = starts.iter().skip(1).map(|(on, _)| Some(*on)).chain([care.ended()]);
    starts.iter().zip(ends).fold(Placements::default(), |placements, ((on, kind), end)| {
        let stay = Placement::new(*on, *kind);
        placements.with_placement(end.into_iter().fold(stay, Placement::with_ended))
    })
}

fn rich(number: usize, care: PeriodOfCareRef<'_>) -> CareRecord {
    let began = care.began();
    let mut period = CarePeriod::new(began)
        .with_entry(care.entry())
        .with_placements(placements(care))
        .with_legal_statuses(
            LegalStatuses::default()
                .with_status(LegalStatusSpan::new(LegalStatus::Accommodated, began)),
        );
    let mut visits = Visits::default();
    for review in care.reviews() {
        let on = review.held_on();
        let before = Preparation::new()
            .with_discussion(on)
            .with_report(on)
            .with_care_plan(on)
            .with_child_spoken_to(on)
            .with_views(Views::obtained(Whose::Parent))
            .with_views(Views::obtained(Whose::Carer).with_attended(true));
        let at = Meeting::new()
            .with_chair(Chair::Iro)
            .with_considerations(Considerations::all())
            .with_rights(Rights::explained(on));
        let decision = Decision::new("as planned").with_implementer("the carer").with_by(on);
        let after = Aftermath::new().with_decisions_written(on).with_record_written(on);
        period = period.with_review(
            ReviewRecord::from(*review)
                .with_preparation(before)
                .with_meeting(at)
                .with_decision(decision)
                .with_aftermath(after),
        );
        visits = visits.with_visit(Visit::new(on).with_seen_alone(SeenAlone::Yes));
    }
    period = care.adoption().iter().fold(period, |period, change| period.with_adoption(*change));
    period = care.ended().into_iter().fold(period, CarePeriod::with_ended);
    CareRecord::new(format!("C-{number}"))
        .with_period_of_care(period.with_visits(visits))
        .with_iro(IroHistory::none().with_appointment(Appointment::new("IRO-1", began)))
}

/// A date that exists.
pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The base line: the review clock as one writes it with chrono and nothing else.
pub struct PlainClock {
    /// Hashed without a random seed, so that every run executes the same instructions.
    bank_holidays: HashSet<NaiveDate, BuildHasherDefault<DefaultHasher>>,
}

impl PlainClock {
    /// With the bank holidays of a calendar.
    pub fn new(calendar: &WorkingDays) -> Self {
        Self { bank_holidays: calendar.bank_holidays().map(|holiday| holiday.date()).collect() }
    }

    /// So many working days later, day by day.
    pub fn working_days_after(&self, mut day: NaiveDate, n: u16) -> NaiveDate {
        let mut left = n;
        while left > 0 {
            day = day.succ_opt().unwrap();
            if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
                && !self.bank_holidays.contains(&day)
            {
                left -= 1;
            }
        }
        day
    }

    fn first_review_by(&self, began: NaiveDate) -> NaiveDate {
        if began >= date(2011, 4, 1) {
            self.working_days_after(began, 20)
        } else {
            began.checked_add_days(Days::new(28)).unwrap()
        }
    }

    /// How many reviews were held, and how many of them late, among those that `counts` picks.
    pub fn held_and_late(
        &self,
        care: PeriodOfCareRef<'_>,
        counts: impl Fn(NaiveDate) -> bool,
    ) -> (u64, u64) {
        let (mut held, mut late) = (0, 0);
        let mut due = self.first_review_by(care.began());
        let mut months = 3;
        for review in care.reviews() {
            let on = review.held_on();
            if counts(on) {
                held += 1;
                late += u64::from(on > due);
            }
            due = on.checked_add_months(Months::new(months)).unwrap();
            months = 6;
        }
        (held, late)
    }

    /// The same over many periods of care.
    pub fn of_all<'a>(
        &self,
        periods: impl IntoIterator<Item = PeriodOfCareRef<'a>>,
        counts: impl Fn(NaiveDate) -> bool,
    ) -> (u64, u64) {
        periods.into_iter().fold((0, 0), |sum, care| {
            let (held, late) = self.held_and_late(care, &counts);
            (sum.0 + held, sum.1 + late)
        })
    }
}

/// The year asked about: the last of the generated ones.
pub fn year() -> CollectionYear {
    CollectionYear::ending(2026).unwrap()
}
