//! A page of HTML as a browser's parser reads it, and what holds for every page that is made here.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::collections::BTreeSet;

/// An element: its name, its attributes, the text in it, and the names of those it stands in.
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub within: Vec<String>,
    pub inside: Vec<String>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Every element in the order of the page. A page with an error in it is refused.
pub fn elements(page: &str) -> Vec<Element> {
    let options = ParseOpts {
        tokenizer: html5ever::tokenizer::TokenizerOpts { exact_errors: true, ..Default::default() },
        ..Default::default()
    };
    let dom = parse_document(RcDom::default(), options).one(page);
    assert_eq!(*dom.errors.borrow(), [""; 0], "errors of the parser");
    let mut found = Vec::new();
    walk(&dom.document, &mut Vec::new(), &mut found);
    found
}

fn walk(node: &Handle, within: &mut Vec<String>, found: &mut Vec<Element>) {
    let NodeData::Element { name, attrs, .. } = &node.data else {
        for child in node.children.borrow().iter() {
            walk(child, within, found);
        }
        return;
    };
    let name = name.local.to_string();
    let attributes = attrs.borrow();
    let attributes =
        attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
    let mut inside = Vec::new();
    let mut text = String::new();
    gather(node, &mut text, &mut inside);
    found.push(Element { name: name.clone(), attributes, text, within: within.clone(), inside });
    within.push(name);
    for child in node.children.borrow().iter() {
        walk(child, within, found);
    }
    within.pop();
}

fn gather(node: &Handle, text: &mut String, inside: &mut Vec<String>) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            NodeData::Element { name, .. } => inside.push(name.local.to_string()),
            _ => {}
        }
        gather(child, text, inside);
    }
}

/// What holds for every page.
pub fn is_sound(page: &str) -> Vec<Element> {
    let elements = elements(page);
    let named = |name: &'static str| elements.iter().filter(move |one| one.name == name);
    let one = |name: &'static str| {
        assert_eq!(named(name).count(), 1, "{name}");
        named(name).next().unwrap()
    };
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert_eq!(one("html").get("lang"), Some("en-GB"));
    let titles = named("title").filter(|title| title.within == ["html", "head"]);
    assert_eq!(titles.filter(|title| !title.text.is_empty()).count(), 1);
    assert!(named("meta").any(|meta| meta.get("name") == Some("viewport")));
    assert!(named("meta").any(|meta| meta.get("charset") == Some("utf-8")));
    for name in ["header", "main", "h1"] {
        one(name);
    }

    // Complete in itself: nothing runs and nothing is fetched.
    for forbidden in ["script", "link", "img", "iframe", "object", "embed", "image", "use", "base"]
    {
        assert_eq!(named(forbidden).count(), 0, "{forbidden}");
    }
    let style = &one("style").text;
    assert!(!style.contains("url(") && !style.contains("@import") && !style.contains("//"));
    let mut ids = BTreeSet::new();
    for element in &elements {
        for (name, value) in &element.attributes {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}={value}");
            if name == "href" {
                assert!(value.starts_with('#'), "{value}");
            }
            assert!(!name.contains("href") || name == "href", "{name}");
            if name == "id" {
                assert!(ids.insert(value.as_str()), "the id {value} stands twice");
                assert!(!value.contains(char::is_whitespace), "{value}");
            }
        }
    }
    for element in &elements {
        let named = element.get("aria-labelledby").unwrap_or_default().split_whitespace();
        let linked = element.get("href").into_iter().map(|href| &href[1..]);
        for id in named.chain(linked) {
            assert!(ids.contains(id), "{id} is nowhere");
        }
    }

    let mut level = 0;
    for element in &elements {
        let digit = element.name.strip_prefix('h').and_then(|digit| digit.parse::<u32>().ok());
        if let Some(next) = digit {
            assert!(next <= level + 1, "after h{level} comes {}", element.name);
            assert!(!element.text.trim().is_empty());
            level = next;
        }
    }
    for table in named("table") {
        assert_eq!(table.inside[0], "caption");
        assert!(table.within.contains(&"div".to_owned()), "a wide table scrolls in its own box");
    }
    for heading in named("th") {
        assert!(matches!(heading.get("scope"), Some("col" | "row")));
        assert!(!heading.text.trim().is_empty());
    }
    for (at, svg) in elements.iter().enumerate().filter(|(_, one)| one.name == "svg") {
        assert_eq!(svg.get("role"), Some("img"));
        assert!(svg.get("viewBox").is_some() && svg.get("width").is_none());
        assert_eq!(svg.within.last().unwrap(), "figure");
        assert_eq!(svg.inside[..2], ["title", "desc"]);
        let by: Vec<&str> = svg.get("aria-labelledby").unwrap().split(' ').collect();
        assert_eq!(
            [elements[at + 1].get("id"), elements[at + 2].get("id")],
            [Some(by[0]), Some(by[1])]
        );
        assert!(elements[at + 1..=at + 2].iter().all(|one| !one.text.trim().is_empty()));
        // The table it is drawn from comes next.
        let next =
            elements[at..].iter().find(|one| one.name == "table" || one.name == "figcaption");
        assert_eq!(next.unwrap().name, "table");
    }
    for figure in named("figure") {
        assert!(figure.inside.iter().any(|name| name == "figcaption"));
    }
    stands_out(&elements);
    elements
}

/// The ratio of contrast of two colours, by WCAG 2.2.
fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |color: &str| {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        assert_eq!(color.len(), 7, "{color}");
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Text by 4.5 to 1 and shapes by 3 to 1, worked out from the colours that the page names.
fn stands_out(elements: &[Element]) {
    let style = &elements.iter().find(|one| one.name == "style").unwrap().text;
    let root = style.split_once(":root{").unwrap().1.split_once('}').unwrap();
    assert!(
        !root.1.contains("color:#") && !root.1.contains("background:#"),
        "colours are named once"
    );
    let color = |name: &str| {
        let value = root.0.split(';').find_map(|one| one.strip_prefix(&format!("--{name}:")));
        value.unwrap_or_else(|| panic!("no colour {name}"))
    };
    let at_least = |ratio: f64, a: &str, b: &str| {
        assert!(contrast(a, b) >= ratio, "{a} on {b}: {:.2}", contrast(a, b));
    };
    for ink in ["ink", "quiet", "link", "met", "missed"] {
        at_least(4.5, color(ink), color("page"));
    }
    at_least(4.5, color("ink"), color("head"));
    at_least(4.5, color("ink"), color("mark"));
    at_least(3.0, color("line"), color("page"));

    const FAINT: &str = "#E4E4E4";
    assert_eq!((contrast("#000000", "#ffffff") * 10.0).round(), 210.0);
    for shape in elements.iter().filter(|one| one.within.iter().any(|name| name == "svg")) {
        for painted in ["fill", "stroke"] {
            let Some(paint) = shape.get(painted).filter(|paint| *paint != "none") else { continue };
            let ratio = if shape.name == "text" { 4.5 } else { 3.0 };
            if paint == FAINT {
                assert_ne!(shape.name, "text");
                continue;
            }
            at_least(ratio, paint, color("page"));
            at_least(ratio, paint, FAINT);
        }
    }
}
