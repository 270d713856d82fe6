//! Counting time as the law of England and Wales counts it.
//!
//! A [`Period`] is a length written in law: 20 working days, 3 months. Counted from a day, with the
//! [`WorkingDays`] of England and Wales at hand, it gives a [`Deadline`]: the last day on which the
//! thing may lawfully be done. A [`CollectionYear`] is the year the Department for Education
//! collects and publishes by, from 1 April to 31 March.
//!
//! ```
//! use chrono::NaiveDate;
//! use iro_handbook::calendar::{Deadline, Period, WorkingDays};
//!
//! // A child becomes looked after on Friday 13 May 2022. Between that day and the last day for the
//! // first review lie the spring bank holiday, moved to Thursday 2 June, and the Platinum Jubilee
//! // on Friday 3 June; Monday 30 May, from which the spring holiday was moved, is a working day.
//! let calendar = WorkingDays::england_and_wales();
//! let start = NaiveDate::from_ymd_opt(2022, 5, 13).unwrap();
//! let first_review = Deadline::after(start, Period::WorkingDays(20), &calendar)?;
//! assert_eq!(first_review.last_day().to_string(), "2022-06-14");
//! # Ok::<(), iro_handbook::Error>(())
//! ```
//!
//! The rules of counting, all of them:
//!
//! - The day counted from is not itself counted, forwards or backwards.
//! - A working day is any day but a Saturday, a Sunday, Christmas Day, Good Friday and a bank
//!   holiday in England and Wales under the Banking and Financial Dealings Act 1971 (Care Planning,
//!   Placement and Case Review (England) Regulations 2010, SI 2010/959, regulation 2(1)).
//! - A period of months ends on the day with the same number, or on the last day of a month that is
//!   too short for it (*Dodds v Walker* \[1981\] 1 WLR 1027).
//! - A last day that is not a working day is not put off.
//! - Outside the years for which the bank holidays are known nothing is guessed: the answer is an
//!   error, [`Error::is_outside_calendar`](crate::Error::is_outside_calendar).

mod bank_holidays;
mod deadline;
mod months;
mod period;
mod working_days;
mod year;

pub use bank_holidays::{Authority, BankHoliday};
pub use deadline::Deadline;
pub use period::Period;
pub use working_days::WorkingDays;
pub use year::CollectionYear;
