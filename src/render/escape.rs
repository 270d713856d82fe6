//! Texts from outside, made harmless.

use crate::report::annual::clean;

/// A text on one line of Markdown, with nothing in it that Markdown reads as its own.
pub(super) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in clean::line(text).split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        escape_word(&mut out, word);
    }
    out
}

fn escape_word(out: &mut String, word: &str) {
    let mut before = [' '; 3];
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let special = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#'
        );
        // An address would become a link by itself: `www.` and `://` are broken up.
        let is_address = rest.starts_with("://")
            || (c == '.' && before.iter().all(|letter| letter.eq_ignore_ascii_case(&'w')));
        if special || is_address {
            out.push('\\');
        }
        out.push(c);
        before = [before[1], before[2], c];
        rest = rest.strip_prefix(c).unwrap_or_default();
    }
}

/// A line at the start of which nothing begins: no heading, list, rule or quotation.
pub(super) fn line(text: &str) -> String {
    let text = inline(text);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits > 0 && after.starts_with(['.', ')']) {
        let number: String = text.chars().take(digits).collect();
        return format!("{number}\\{after}");
    }
    if text.starts_with(['+', '-', '=', ':']) {
        return format!("\\{text}");
    }
    text
}

/// The paragraphs of a text, each as its lines.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let text = clean::lines(text);
    let mut found = vec![Vec::new()];
    for line in text.split('\n') {
        match found.last_mut() {
            Some(open) if !line.is_empty() => open.push(line.to_owned()),
            Some(open) if open.is_empty() => {}
            _ => found.push(Vec::new()),
        }
    }
    found.retain(|lines| !lines.is_empty());
    found
}

/// A whole document without characters that no reader of HTML or Markdown may meet.
pub(super) fn without_controls(document: String) -> String {
    let forbidden =
        |c: char| (c.is_control() && c != '\n') || clean::turns(c) || clean::is_no_character(c);
    if document.contains(forbidden) { document.replace(forbidden, "\u{FFFD}") } else { document }
}
