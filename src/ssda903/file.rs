//! A file of the return, from its bytes to rows, a piece at a time.

use core::fmt;

use super::link::refused;
use super::returns::Return;
use super::table::{Columns, Table};
use crate::error::Result;

/// Reads one file of a return from its bytes, in pieces of any size, and keeps no more of them than the line
/// that is not yet complete.
///
/// The file is UTF-8, with or without a byte order mark, in lines of cells that are parted by commas. Its first
/// line that is not empty says which table it is. A cell may stand in quotation marks; no cell of a return
/// holds a line break, so a mark that is not closed spoils its own line and no other.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::{Return, Table};
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// let mut file = year.file();
/// file.push(b"CHILD,DOB,REVIEW,REVIEW_CODE\r\nA1,02/06/2010,01/06")?;
/// file.push(b"/2017,PN1\r\n")?;
/// assert_eq!(file.finish()?.table, Some(Table::Reviews));
/// assert_eq!(year.usable_reviews().count(), 1);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
pub struct ReturnFile<'r> {
    rows: &'r mut Return,
    /// The beginning of a line whose end has not come yet.
    unfinished: Vec<u8>,
    columns: Option<Columns>,
    summary: FileSummary,
    /// Lines begun so far; one that ends in CR LF is one.
    line: u64,
    after_return: bool,
    cells: Cells,
    /// The line at hand, where it has quotation marks, without them.
    unquoted: String,
}

/// What a file turned out to be.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::ssda903::Return;
///
/// let mut year = Return::new(CollectionYear::ending(2018)?);
/// let mut file = year.file();
/// file.push(b"MONTH,SPENT\nApril,12\n")?;
/// let summary = file.finish()?;
/// assert!(summary.table.is_none() && !summary.is_empty);
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FileSummary {
    /// The table; none where the columns are those of no table, and the file is left out.
    pub table: Option<Table>,
    /// Whether there is no line in it, not even one of column names.
    pub is_empty: bool,
    /// Whether the return had a file of this table before; the rows follow that one's.
    pub is_another: bool,
    /// The lines, counted from 1, in which a quotation mark is opened and not closed.
    pub open_quotes: Vec<u64>,
}

impl Return {
    /// Begins a file of the return, to be read from its bytes.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::{Return, Table};
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let mut file = year.file();
    /// file.push(b"CHILD,SEX,DOB,DUC\n")?;
    /// file.finish()?;
    /// assert!(year.has(Table::Uasc));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn file(&mut self) -> ReturnFile<'_> {
        ReturnFile {
            rows: self,
            unfinished: Vec::new(),
            columns: None,
            summary: FileSummary {
                table: None,
                is_empty: true,
                is_another: false,
                open_quotes: Vec::new(),
            },
            line: 0,
            after_return: false,
            cells: Cells::default(),
            unquoted: String::new(),
        }
    }
}

impl ReturnFile<'_> {
    /// Takes the next bytes of the file; the rows that they complete are in the return then.
    ///
    /// # Errors
    /// [`Error::is_returns`](crate::Error::is_returns) where the file is not UTF-8. The rows before that stay in
    /// the return.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::Return;
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let error = year.file().push(b"CHILD,SEX,DOB,DUC\nA1,\xFF,,\n").unwrap_err();
    /// assert!(error.is_returns());
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn push(&mut self, bytes: &[u8]) -> Result<()> {
        let Some(last) = bytes.iter().rposition(|byte| is_line_end(*byte)) else {
            self.unfinished.extend_from_slice(bytes);
            return Ok(());
        };
        let (mut lines, after) = bytes.split_at_checked(last.saturating_add(1)).unwrap_or_default();
        if !self.unfinished.is_empty() {
            let first = lines.iter().position(|byte| is_line_end(*byte)).unwrap_or_default();
            let (end, rest) = lines.split_at_checked(first.saturating_add(1)).unwrap_or_default();
            let mut whole = core::mem::take(&mut self.unfinished);
            whole.extend_from_slice(end);
            self.lines(&whole)?;
            whole.clear();
            self.unfinished = whole;
            lines = rest;
        }
        self.unfinished.extend_from_slice(after);
        self.lines(lines)
    }

    /// Ends the file, whose last line need not have a line break.
    ///
    /// # Errors
    /// As [`push`](Self::push), for the last line.
    ///
    /// ```
    /// use iro_handbook::calendar::CollectionYear;
    /// use iro_handbook::ssda903::Return;
    ///
    /// let mut year = Return::new(CollectionYear::ending(2018)?);
    /// let mut file = year.file();
    /// file.push("CHILD,SEX,DOB,DUC\n\"A1,1,,".as_bytes())?;
    /// assert_eq!(file.finish()?.open_quotes, [2]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    pub fn finish(mut self) -> Result<FileSummary> {
        let last = core::mem::take(&mut self.unfinished);
        self.lines(&last)?;
        Ok(self.summary)
    }

    /// Takes whole lines, of which only the file's last may lack its end.
    fn lines(&mut self, bytes: &[u8]) -> Result<()> {
        let Ok(text) = core::str::from_utf8(bytes) else {
            return Err(refused("a file of the return", "it is not UTF-8"));
        };
        let mut rest = if self.line == 0 { text.trim_start_matches('\u{feff}') } else { text };
        while !rest.is_empty() {
            let found = self.cells.find(rest);
            let (line, after) = rest.split_at_checked(found.end).unwrap_or_default();
            let after_return = core::mem::take(&mut self.after_return);
            match after.as_bytes().first() {
                // The second half of CR LF.
                Some(b'\n') if line.is_empty() && after_return => {}
                end => {
                    self.after_return = end == Some(&b'\r');
                    self.line = self.line.saturating_add(1);
                    if !line.is_empty() {
                        self.take(line, found.quotes);
                    }
                }
            }
            rest = after.get(1..).unwrap_or_default();
        }
        Ok(())
    }

    /// Takes a line whose cells are found.
    fn take(&mut self, line: &str, quotes: usize) {
        let is_first = core::mem::take(&mut self.summary.is_empty);
        if !is_first && self.columns.is_none() {
            return;
        }
        if quotes % 2 == 1 {
            self.summary.open_quotes.push(self.line);
        }
        let line = if quotes == 0 {
            line
        } else {
            self.cells.unquote(line, &mut self.unquoted);
            &self.unquoted
        };
        if let Some(columns) = &self.columns {
            self.rows.push_cells(columns, |cell| self.cells.cell(line, cell));
        } else {
            let cells = (0..self.cells.count()).filter_map(|cell| self.cells.cell(line, cell));
            self.columns = Columns::recognise(cells);
            self.summary.table = self.columns.map(|columns| columns.table());
            if let Some(table) = self.summary.table {
                self.summary.is_another = self.rows.has(table);
                self.rows.mark_present(table);
            }
        }
    }
}

// No text of a return belongs in a log.
impl fmt::Debug for ReturnFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ReturnFile");
        shown.field("table", &self.summary.table).field("line", &self.line).finish_non_exhaustive()
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Of eight bytes, the highest bit of each that may be less than a hyphen: commas, quotation marks and line
/// breaks are, and of a return's other text only spaces. Now and then one is marked that is not.
fn low_bytes(bytes: [u8; 8]) -> u64 {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    const HYPHENS: u64 = u64::from_le_bytes([b'-'; 8]);
    let word = u64::from_le_bytes(bytes);
    word.wrapping_sub(HYPHENS) & !word & EACH.wrapping_shl(7)
}

/// Where the cells of a line end: each at a comma, and the last one at the end of the line.
#[derive(Default)]
struct Cells {
    ends: Vec<usize>,
}

/// How far a line goes, and how many quotation marks are in it.
struct Found {
    end: usize,
    quotes: usize,
}

impl Cells {
    /// Finds the cells of the first line of a text, quotation marks aside.
    fn find(&mut self, text: &str) -> Found {
        self.ends.clear();
        let mut quotes: usize = 0;
        let (mut rest, mut start) = (text.as_bytes(), 0_usize);
        // Eight bytes at a time: few of them part cells.
        while let Some((eight, after)) = rest.split_first_chunk::<8>() {
            let mut signs = low_bytes(*eight);
            while signs != 0 {
                let within = usize::try_from(signs.trailing_zeros() / u8::BITS).unwrap_or_default();
                let place = start.saturating_add(within);
                match eight.get(within) {
                    Some(b',') => self.ends.push(place),
                    Some(b'"') => quotes = quotes.saturating_add(1),
                    Some(b'\n' | b'\r') => return self.ended(place, quotes),
                    _ => {}
                }
                signs &= signs.wrapping_sub(1);
            }
            (rest, start) = (after, start.saturating_add(eight.len()));
        }
        for (place, byte) in (start..).zip(rest) {
            match byte {
                b',' => self.ends.push(place),
                b'"' => quotes = quotes.saturating_add(1),
                b'\n' | b'\r' => return self.ended(place, quotes),
                _ => {}
            }
        }
        self.ended(text.len(), quotes)
    }

    fn ended(&mut self, end: usize, quotes: usize) -> Found {
        self.ends.push(end);
        Found { end, quotes }
    }

    /// The line without its quotation marks, and its cells found anew: a comma between marks parts
    /// nothing, two marks between marks are one, and a mark inside a cell that does not begin with one is text.
    fn unquote(&mut self, line: &str, text: &mut String) {
        self.ends.clear();
        text.clear();
        let mut rest = line.chars().peekable();
        loop {
            let mut in_marks = rest.next_if_eq(&'"').is_some();
            while let Some(next) = rest.next_if(|next| in_marks || *next != ',') {
                if in_marks && next == '"' && rest.next_if_eq(&'"').is_none() {
                    in_marks = false;
                } else {
                    text.push(next);
                }
            }
            self.ends.push(text.len());
            if rest.next().is_none() {
                return;
            }
            text.push(',');
        }
    }

    fn count(&self) -> usize {
        self.ends.len()
    }

    /// The text of a cell of the line.
    fn cell<'l>(&self, line: &'l str, cell: usize) -> Option<&'l str> {
        let end = *self.ends.get(cell)?;
        let start = match cell.checked_sub(1) {
            Some(before) => self.ends.get(before)?.saturating_add(1),
            None => 0,
        };
        line.get(start..end)
    }
}
