//! Laid out like the law: a folder for each instrument, a file for each provision; `registry`, `document`,
//! `duties` and `examples` look at the registry whole.
mod adoption_agencies_2005;
mod care_planning_2010;
mod children_act_1989;
mod coronavirus_2020;
mod document;
mod duties;
mod examples;
mod guidance_2015;
mod handbook_2010;
mod no_other_number;
mod registry;
mod review_of_cases_1991;
mod schedule_7;
mod secure_accommodation_1991;
mod working_together;

use chrono::NaiveDate;
use iro_handbook::calendar::Period;
use iro_handbook::law::{Force, Instrument, Limit, Reading, RuleId};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is not a day"))
}

/// What a rule is expected to say on a day: limit, instrument, provision, reading.
type Expected = (Limit, Instrument, &'static str, Reading);

/// On both days, the first and the last of a time, the rule says this.
#[track_caller]
fn says(id: RuleId, first: &str, last: &str, expected: Expected) {
    for on in [first, last] {
        let term = id.rule().term_on(day(on)).unwrap_or_else(|| panic!("{id} on {on}"));
        let citation = term.citation();
        assert_eq!(
            (term.limit(), citation.instrument(), citation.provision(), term.reading()),
            expected,
            "{id} on {on}"
        );
    }
    assert_eq!(id.rule().force(), Force::Regulations, "{id}");
}

#[track_caller]
fn says_nothing_on(id: RuleId, on: &str) {
    assert_eq!(id.rule().term_on(day(on)), None, "{id} on {on}");
}

const fn within(period: Period) -> Limit {
    Limit::Within(period)
}
