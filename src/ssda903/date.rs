//! Dates as they stand in a return.

use chrono::NaiveDate;

/// In which form a date was written.
///
/// ```
/// use iro_handbook::ssda903::{DateCell, DateForm};
///
/// assert_eq!(DateCell::read("01/02/2018").form(), Some(DateForm::Full));
/// assert!(DateForm::TwoDigitYear.is_noted());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DateForm {
    /// dd/mm/yyyy, the form of the return.
    Full,
    /// yyyy-mm-dd.
    Iso,
    /// dd/mm/yy, read as 20yy.
    TwoDigitYear,
    /// The year in four digits, day or month in one: d/m/yyyy.
    OneDigit,
    /// The year first and in four digits, day or month in one: yyyy-m-d.
    IsoOneDigit,
}

impl DateForm {
    /// Whether a date in this form deserves a note, because it had to be completed.
    ///
    /// ```
    /// use iro_handbook::ssda903::DateForm;
    ///
    /// assert!(DateForm::OneDigit.is_noted());
    /// assert!(!DateForm::Iso.is_noted());
    /// ```
    #[must_use]
    pub fn is_noted(self) -> bool {
        matches!(self, Self::TwoDigitYear | Self::OneDigit | Self::IsoOneDigit)
    }
}

/// What a date column holds: nothing, something that is no date, or a date.
///
/// ```
/// use iro_handbook::ssda903::DateCell;
///
/// assert_eq!(DateCell::read("  "), DateCell::Blank);
/// assert_eq!(DateCell::read("31/02/2018"), DateCell::Unreadable);
/// assert_eq!(DateCell::read("05/02/18").date(), DateCell::read("2018-02-05").date());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum DateCell {
    /// The column is blank.
    #[default]
    Blank,
    /// There is text, and it is not a date in a form that is read.
    Unreadable,
    /// A date.
    Read {
        /// The day.
        date: NaiveDate,
        /// How it was written.
        form: DateForm,
    },
}

impl DateCell {
    /// Reads the text of a date column: dd/mm/yyyy, yyyy-mm-dd, dd/mm/yy as 20yy; day and month
    /// may have one digit.
    ///
    /// ```
    /// use iro_handbook::ssda903::{DateCell, DateForm};
    ///
    /// assert_eq!(DateCell::read("1/2/18").form(), Some(DateForm::TwoDigitYear));
    /// assert_eq!(DateCell::read("1 Feb 2018"), DateCell::Unreadable);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text = super::trim(text);
        if text.is_empty() {
            return Self::Blank;
        }
        match parse(text.as_bytes()) {
            Some((date, form)) => Self::Read { date, form },
            None => Self::Unreadable,
        }
    }

    /// The date, in whatever form it was written.
    ///
    /// ```
    /// use iro_handbook::ssda903::DateCell;
    ///
    /// assert!(DateCell::read("2018-02-05").date().is_some());
    /// assert!(DateCell::Blank.date().is_none());
    /// ```
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        match self {
            Self::Read { date, .. } => Some(date),
            Self::Blank | Self::Unreadable => None,
        }
    }

    /// The date only where the row checks read one: day first, four digits of the year.
    ///
    /// ```
    /// use iro_handbook::ssda903::DateCell;
    ///
    /// assert!(DateCell::read("5/2/2018").strict().is_some());
    /// assert!(DateCell::read("2018-02-05").strict().is_none());
    /// assert!(DateCell::read("05/02/18").strict().is_none());
    /// ```
    #[must_use]
    pub fn strict(self) -> Option<NaiveDate> {
        match self {
            Self::Read { date, form: DateForm::Full | DateForm::OneDigit } => Some(date),
            _ => None,
        }
    }

    /// In which form the date was written, where there is one.
    ///
    /// ```
    /// use iro_handbook::ssda903::{DateCell, DateForm};
    ///
    /// assert_eq!(DateCell::read("2018-02-05").form(), Some(DateForm::Iso));
    /// ```
    #[must_use]
    pub fn form(self) -> Option<DateForm> {
        match self {
            Self::Read { form, .. } => Some(form),
            Self::Blank | Self::Unreadable => None,
        }
    }

    /// Whether the column is blank.
    ///
    /// ```
    /// use iro_handbook::ssda903::DateCell;
    ///
    /// assert!(DateCell::read("").is_blank());
    /// assert!(!DateCell::Unreadable.is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(self) -> bool {
        self == Self::Blank
    }
}

fn parse(text: &[u8]) -> Option<(NaiveDate, DateForm)> {
    // The form of the return, read without a look for its parts.
    if let [d1, d2, b'/', m1, m2, b'/', y1, y2, y3, y4] = *text {
        let [day, month, century, year] = pairs([d1, d2, m1, m2, y1, y2, y3, y4])?;
        let year = century.wrapping_mul(100).wrapping_add(year);
        return Some((a_day(year, month, day)?, DateForm::Full));
    }
    let day_first = text.contains(&b'/');
    let separator = if day_first { b'/' } else { b'-' };
    let mut parts = text.split(|byte| *byte == separator);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, day) = if day_first { (last, first) } else { (first, last) };
    if !(1..=2).contains(&day.len()) || !(1..=2).contains(&month.len()) {
        return None;
    }
    let padded = day.len() == 2 && month.len() == 2;
    let (century, form) = match (year.len(), day_first) {
        (4, true) if padded => (0, DateForm::Full),
        (4, true) => (0, DateForm::OneDigit),
        (4, false) if padded => (0, DateForm::Iso),
        (4, false) => (0, DateForm::IsoOneDigit),
        (2, true) => (2000, DateForm::TwoDigitYear),
        _ => return None,
    };
    let year = number(year)?.saturating_add(century);
    Some((a_day(year, number(month)?, number(day)?)?, form))
}

fn a_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    // Year 0 exists for chrono and for no calendar in use.
    if year == 0 {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The numbers that four pairs of digits write, all worked out at once, each in a byte of one word.
fn pairs(digits: [u8; 8]) -> Option<[u32; 4]> {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    // A digit less its zero is under ten; that of any other byte, with 0x76 more, has the highest bit.
    let values = u64::from_le_bytes(digits) ^ EACH.wrapping_mul(0x30);
    let others = values | values.wrapping_add(EACH.wrapping_mul(0x76));
    if others & EACH.wrapping_shl(7) != 0 {
        return None;
    }
    let sums = values.wrapping_mul(10).wrapping_add(values.wrapping_shr(8));
    let [a, _, b, _, c, _, d, _] = sums.to_le_bytes();
    Some([a, b, c, d].map(u32::from))
}

/// The number that up to four digits write.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |value, byte| {
        let digit = char::from(*byte).to_digit(10)?;
        value.checked_mul(10)?.checked_add(digit)
    })
}
