//! Codes, kept in eight bytes.

use core::fmt;

/// A code of the return, such as `C2` or `PN1`, in upper case; or blank.
///
/// It takes no allocation and is `Copy`. Text that no code set could contain (longer than eight
/// characters, or not ASCII) is kept as `?`: present, and equal to no code.
///
/// ```
/// use iro_handbook::ssda903::Code;
///
/// assert_eq!(Code::new(" pn1 ").as_str(), "PN1");
/// assert!(Code::new("").is_blank());
/// assert_eq!(Code::new("something else entirely").as_str(), "?");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Code([u8; 8]);

impl Code {
    const UNKNOWN: Self = Self([b'?', 0, 0, 0, 0, 0, 0, 0]);

    /// Reads the text of a column, spaces around it and letter case aside.
    ///
    /// ```
    /// use iro_handbook::ssda903::Code;
    ///
    /// assert_eq!(Code::new("x1"), Code::new("X1"));
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = super::trim(text).as_bytes();
        if text.len() > 8 {
            return Self::UNKNOWN;
        }
        // The first character stands lowest; a zero byte ends the text in here, so it cannot be part of it.
        let mut word = 0_u64;
        for byte in text.iter().rev() {
            if !byte.is_ascii() || *byte == 0 {
                return Self::UNKNOWN;
            }
            word = word.wrapping_shl(8) | u64::from(byte.to_ascii_uppercase());
        }
        Self(word.to_le_bytes())
    }

    /// The code as text; empty when blank.
    ///
    /// ```
    /// use iro_handbook::ssda903::Code;
    ///
    /// assert_eq!(Code::default().as_str(), "");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(self.text()).unwrap_or_default()
    }

    fn text(&self) -> &[u8] {
        // Zero bytes stand at the end alone, which little end first is the top of the number.
        let unused = u64::from_le_bytes(self.0).leading_zeros() / u8::BITS;
        let length =
            usize::try_from(unused).map_or(0, |unused| self.0.len().saturating_sub(unused));
        self.0.get(..length).unwrap_or_default()
    }

    /// Whether the column is blank.
    ///
    /// ```
    /// use iro_handbook::ssda903::Code;
    ///
    /// assert!(Code::new("   ").is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl PartialEq<str> for Code {
    fn eq(&self, other: &str) -> bool {
        self.text() == other.as_bytes()
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, other: &&str) -> bool {
        self.text() == other.as_bytes()
    }
}
