//! The frame of a page, and what is written in it in the same way everywhere.

use super::escape::{paragraphs, without_controls};
use super::style;
use maud::{DOCTYPE, Markup, PreEscaped, html};

pub(super) fn whole(title: &str, class: Option<&str>, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                // Nothing of it comes from outside, so it stands as it is.
                style { (PreEscaped(style::SHEET)) }
            }
            body class=[class] { (body) }
        }
    };
    let mut text = without_controls(page.into_string());
    text.push('\n');
    text
}

pub(super) fn marks(marks: &[(&'static str, String)]) -> Markup {
    html! {
        @for (mark, text) in marks {
            p.mark { strong { (mark) "." } " " (text) }
        }
    }
}

/// What the service wrote, in its own paragraphs and lines, or that it wrote nothing.
pub(super) fn narrative(text: Option<&str>, nothing: &str) -> Markup {
    html! {
        @if let Some(text) = text {
            @for lines in paragraphs(text) {
                p dir="auto" {
                    @for (number, line) in lines.iter().enumerate() {
                        @if number > 0 { br; }
                        (line)
                    }
                }
            }
        } @else {
            p { em { (nothing) } }
        }
    }
}
