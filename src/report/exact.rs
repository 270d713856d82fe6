//! Exact fractions of counts, and the one rounding at the end.

use core::cmp::Ordering;
use rust_decimal::Decimal;

/// The most decimals anything is printed with. The largest count with a hundredfold and so many decimals
/// still is a decimal without loss.
pub(super) const MOST_DECIMALS: u32 = 7;

/// A percentage is a fraction a hundredfold.
pub(super) const HUNDREDFOLD: u32 = 2;

/// One count over another, which is not nought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    numerator: u64,
    denominator: u64,
}

impl Fraction {
    /// None where the denominator is nought.
    pub(super) const fn new(numerator: u64, denominator: u64) -> Option<Self> {
        if denominator == 0 { None } else { Some(Self { numerator, denominator }) }
    }

    pub(super) const fn whole(number: u64) -> Self {
        Self { numerator: number, denominator: 1 }
    }

    pub(super) fn ratio(self) -> Ratio {
        Ratio {
            negative: false,
            numerator: self.numerator.into(),
            denominator: self.denominator.into(),
        }
    }

    /// Both numerators over the product of the denominators.
    fn beside(self, other: Self) -> (u128, u128) {
        (product(self.numerator, other.denominator), product(other.numerator, self.denominator))
    }

    pub(super) fn compare(self, other: Self) -> Ordering {
        let (mine, theirs) = self.beside(other);
        mine.cmp(&theirs)
    }

    /// From the earlier to this one.
    pub(super) fn less(self, earlier: Self) -> Ratio {
        let (mine, theirs) = self.beside(earlier);
        let denominator = product(self.denominator, earlier.denominator);
        Ratio { negative: mine < theirs, numerator: mine.abs_diff(theirs), denominator }
    }

    /// The same as a part of the earlier one; none from nought.
    pub(super) fn less_relative(self, earlier: Self) -> Option<Ratio> {
        let (mine, theirs) = self.beside(earlier);
        (theirs > 0).then_some(Ratio {
            negative: mine < theirs,
            numerator: mine.abs_diff(theirs),
            denominator: theirs,
        })
    }
}

/// Two numbers of 64 bits always have a product of 128.
fn product(a: u64, b: u64) -> u128 {
    u128::from(a).saturating_mul(u128::from(b))
}

/// A fraction with a sign and room for products. The denominator is not nought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ratio {
    negative: bool,
    numerator: u128,
    denominator: u128,
}

impl Ratio {
    pub(super) const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    pub(super) const fn size(self) -> Self {
        Self { negative: false, ..self }
    }

    /// Whether it is exactly one, either way.
    pub(super) const fn is_one(self) -> bool {
        self.numerator == self.denominator
    }

    /// Its size with the point moved so many digits to the right, rounded to a whole number with halves
    /// away from zero; none where that has more than 128 bits.
    pub(super) fn shifted(self, digits: u32) -> Option<u128> {
        let mut whole = self.numerator.checked_div(self.denominator)?;
        let mut rest = self.numerator.checked_rem(self.denominator)?;
        for _ in 0..digits {
            let (digit, left) = tenfold(rest, self.denominator);
            whole = whole.checked_mul(10)?.checked_add(digit)?;
            rest = left;
        }
        let up = rest >= self.denominator.saturating_sub(rest);
        whole.checked_add(u128::from(up))
    }

    /// With the point moved, and so many decimals; none where a decimal cannot hold it.
    pub(super) fn rounded(self, moved: u32, decimals: u32) -> Option<Decimal> {
        let decimals = decimals.min(MOST_DECIMALS);
        let size = i128::try_from(self.shifted(moved.saturating_add(decimals))?).ok()?;
        let value = if self.negative { size.checked_neg()? } else { size };
        Decimal::try_from_i128_with_scale(value, decimals).ok()
    }
}

/// Ten times a rest, divided: the digit and what is left. Done by adding, because ten times the rest may
/// have more than 128 bits.
fn tenfold(rest: u128, denominator: u128) -> (u128, u128) {
    let room = denominator.saturating_sub(rest);
    let (mut digit, mut sum) = (0_u128, 0_u128);
    for _ in 0..10 {
        if sum >= room {
            sum = sum.saturating_sub(room);
            digit = digit.saturating_add(1);
        } else {
            sum = sum.saturating_add(rest);
        }
    }
    (digit, sum)
}
