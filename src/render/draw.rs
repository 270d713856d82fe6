//! Charts as SVG, drawn by `plotters` on a sheet as wide as a phone's, so that words in it stay legible
//! there: a label stands above its bar where it does not fit beside it.

use super::chart::{Group, Mark, Measure, Picture, Shape};
use super::style::{FAINT, INK, MEASURE, SERIES};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Words and shapes are placed in units of which the sheet is so many wide.
const WIDTH: u32 = 360;
/// Each unit is so many of the picture's own, which are whole numbers.
const FINE: u32 = 10;
const FONT: u32 = 13;
/// The height of a line of words.
const LINE: f64 = 17.0;
/// A generous guess of a letter's width: the reader's fonts are not known here.
const LETTER: f64 = 7.7;
/// How much wider bold letters are.
const BOLD: f64 = 1.15;
const BAR: f64 = 15.0;
/// The height of a chart of a line.
const LINE_HEIGHT: u32 = 270;
const GAP: f64 = 9.0;
/// Labels with more letters stand above their bar.
const BESIDE: usize = 14;
/// A series is named for every group, which would make a chart long, so its bars are shorter rather.
const SERIES_BESIDE: usize = 21;

/// Shapes and words, and how much room they take.
pub(super) struct Drawing {
    height: u32,
    text: String,
}

impl Drawing {
    pub(super) fn view_box(&self) -> String {
        format!("0 0 {} {}", WIDTH.saturating_mul(FINE), self.height.saturating_mul(FINE))
    }

    /// What stands between the tags of `svg`.
    pub(super) fn shapes(&self) -> &str {
        let inside = self.text.split_once('>').map_or("", |(_, inside)| inside);
        inside.rsplit_once("</svg>").map_or(inside, |(inside, _)| inside).trim()
    }
}

type Sheet<'s> = DrawingArea<SVGBackend<'s>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;

/// None if it cannot be drawn; its table stands all the same.
pub(super) fn svg(picture: &Picture<'_>) -> Option<Drawing> {
    let mut text = String::new();
    let height = match &picture.shape {
        Shape::Line(_) => LINE_HEIGHT,
        _ => Bars::of(picture).height(),
    };
    {
        let (wide, high) = (WIDTH.saturating_mul(FINE), height.saturating_mul(FINE));
        let area = SVGBackend::with_string(&mut text, (wide, high)).into_drawing_area();
        let sheet = on_sheet(&area, height);
        match &picture.shape {
            Shape::Line(target) => line(&sheet, picture, target.as_ref()),
            _ => Bars::of(picture).draw(&sheet),
        }
        .ok()?;
        sheet.present().ok()?;
    }
    Some(Drawing { height, text })
}

fn on_sheet<'s>(area: &DrawingArea<SVGBackend<'s>, Shift>, height: u32) -> Sheet<'s> {
    let (wide, high) = area.dim_in_pixel();
    let [wide, high] = [wide, high].map(|size| i32::try_from(size).unwrap_or(i32::MAX));
    area.apply_coord_spec(Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
        0.0..f64::from(WIDTH),
        0.0..f64::from(height),
        (0..wide, 0..high),
    ))
}

fn style<'t>(color: RGBColor, across: HPos, down: VPos) -> TextStyle<'t> {
    // The crate writes a size as 1/1.24 of what is asked.
    let size = f64::from(FONT.saturating_mul(FINE)) * 1.24;
    ("sans-serif", size).into_font().color(&color).pos(Pos::new(across, down))
}

fn words(sheet: &Sheet<'_>, text: &str, at: (f64, f64), style: TextStyle<'_>) -> Drawn {
    sheet.draw(&Text::new(text.to_owned(), at, style))
}

fn stroke(sheet: &Sheet<'_>, from: (f64, f64), to: (f64, f64), color: RGBColor) -> Drawn {
    sheet.draw(&PathElement::new(vec![from, to], color.stroke_width(FINE)))
}

fn dashes(sheet: &Sheet<'_>, from: (f64, f64), to: (f64, f64)) -> Drawn {
    let style = MEASURE.stroke_width(FINE.saturating_mul(3).div_ceil(2));
    let (dash, gap) = (FINE.saturating_mul(5), FINE.saturating_mul(4));
    DashedLineSeries::new([from, to], dash, gap, style)
        .into_iter()
        .try_for_each(|part| sheet.draw(&part))
}

fn width(text: &str) -> f64 {
    // The widest letters alone are wider than the guess.
    if text.is_empty() { 0.0 } else { length(text) * LETTER + 3.0 }
}

fn length(text: &str) -> f64 {
    u32::try_from(text.chars().count()).map_or(f64::INFINITY, f64::from)
}

/// A text in lines that fit into a width.
fn wrapped(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in text.split_whitespace() {
        if !open.is_empty() && width(&open) + LETTER + width(word) > room {
            lines.push(core::mem::take(&mut open));
        }
        if !open.is_empty() {
            open.push(' ');
        }
        for letter in word.chars() {
            // A word that is longer than a line is broken.
            if width(&open) + LETTER > room {
                lines.push(core::mem::take(&mut open));
            }
            open.push(letter);
        }
    }
    if !open.is_empty() || lines.is_empty() {
        lines.push(open);
    }
    lines
}

/// Bars from the left, one below the other.
struct Bars<'p> {
    rows: Vec<BarRow<'p>>,
    range: Option<&'p Measure>,
    greatest: f64,
    gutter: f64,
    room: f64,
}

enum BarRow<'p> {
    Heading(Vec<String>),
    Words(Vec<String>),
    Bar { beside: Option<&'p str>, mark: &'p Mark, color: RGBColor },
    Gap,
}

impl BarRow<'_> {
    fn height(&self) -> f64 {
        match self {
            Self::Heading(lines) | Self::Words(lines) => {
                lines.iter().fold(0.0, |sum, _| sum + LINE)
            }
            Self::Bar { .. } => BAR + 3.0,
            Self::Gap => GAP,
        }
    }
}

impl<'p> Bars<'p> {
    fn of(picture: &'p Picture<'_>) -> Self {
        let all = f64::from(WIDTH);
        let names: &[String] = match &picture.shape {
            Shape::Grouped(names) => names,
            _ => &[],
        };
        // Beside a bar stands its series, or where there is but one, its row.
        let grouped = !names.is_empty();
        let is_beside = if grouped {
            names.iter().all(|name| name.chars().count() <= SERIES_BESIDE)
        } else {
            picture.groups.iter().all(|group| group.label.chars().count() <= BESIDE)
        };
        let mut rows = Vec::new();
        for group in &picture.groups {
            if grouped {
                rows.push(BarRow::Heading(wrapped(&group.label, all / BOLD)));
            } else if !is_beside {
                rows.push(BarRow::Words(wrapped(&group.label, all)));
            }
            Self::group(&mut rows, group, names, is_beside);
            if grouped || !is_beside {
                rows.push(BarRow::Gap);
            }
        }
        let beside = rows.iter().filter_map(|row| match row {
            BarRow::Bar { beside, .. } => beside.map(width),
            _ => None,
        });
        let gutter = beside.fold(0.0, f64::max);
        let gutter = if gutter > 0.0 { gutter + 6.0 } else { 1.0 };
        let values = picture.marks().map(|mark| width(mark.text())).fold(0.0, f64::max);
        // However long what is printed at the end, the bars keep some room.
        let room = (all - gutter - values - 8.0).max(60.0);
        let greatest = match picture.greatest() {
            greatest if greatest > 0.0 => greatest,
            _ => 1.0,
        };
        Self { rows, range: picture.measure(), greatest, gutter, room }
    }

    fn group(rows: &mut Vec<BarRow<'p>>, group: &'p Group, names: &'p [String], is_beside: bool) {
        let colors = SERIES.iter().cycle();
        for ((number, mark), color) in group.marks.iter().enumerate().zip(colors) {
            let name = names.get(number);
            let beside = name.unwrap_or(&group.label).as_str();
            if let (Some(name), false) = (name, is_beside) {
                rows.push(BarRow::Words(wrapped(name, f64::from(WIDTH))));
            }
            rows.push(BarRow::Bar { beside: is_beside.then_some(beside), mark, color: *color });
        }
    }

    const fn top(&self) -> f64 {
        if self.range.is_some() { LINE + 3.0 } else { 2.0 }
    }

    fn height(&self) -> u32 {
        let rows = self.rows.iter().fold(self.top() + 2.0, |sum, row| sum + row.height());
        // Rounded up by counting: there is no cast that cannot be wrong.
        let mut height = 0_u32;
        while f64::from(height) < rows {
            height = height.saturating_add(1);
        }
        height
    }

    fn x(&self, value: f64) -> f64 {
        self.gutter + self.room * (value / self.greatest).clamp(0.0, 1.0)
    }

    fn draw(&self, sheet: &Sheet<'_>) -> Drawn {
        let bottom = f64::from(self.height());
        if let Some(range) = self.range {
            let (from, to) = (self.x(range.low), self.x(range.high));
            sheet.draw(&Rectangle::new([(from, self.top()), (to, bottom)], FAINT.filled()))?;
            dashes(sheet, (from, self.top()), (from, bottom))?;
            dashes(sheet, (to, self.top()), (to, bottom))?;
            // In the middle of the range, as far as the sheet goes.
            let half = width(&range.text) / 2.0;
            let middle = ((from + to) / 2.0).min(f64::from(WIDTH) - half).max(half);
            words(
                sheet,
                &range.text,
                (middle, LINE / 2.0),
                style(MEASURE, HPos::Center, VPos::Center),
            )?;
        }
        let mut y = self.top();
        for row in &self.rows {
            match row {
                BarRow::Heading(lines) | BarRow::Words(lines) => {
                    let mut style = style(INK, HPos::Left, VPos::Center);
                    if matches!(row, BarRow::Heading(_)) {
                        style.font = style.font.style(FontStyle::Bold);
                    }
                    let mut below = y;
                    for line in lines {
                        let at = (0.0, below + LINE / 2.0);
                        words(sheet, line, at, style.clone())?;
                        below += LINE;
                    }
                }
                BarRow::Bar { beside, mark, color } => self.bar(sheet, y, *beside, mark, *color)?,
                BarRow::Gap => {}
            }
            y += row.height();
        }
        Ok(())
    }

    fn bar(
        &self,
        sheet: &Sheet<'_>,
        y: f64,
        beside: Option<&str>,
        mark: &Mark,
        color: RGBColor,
    ) -> Drawn {
        let (top, middle, bottom) = (y + 1.0, y + 1.0 + BAR / 2.0, y + 1.0 + BAR);
        if let Some(label) = beside {
            let at = (self.gutter - 6.0, middle);
            words(sheet, label, at, style(INK, HPos::Right, VPos::Center))?;
        }
        let mut end = self.gutter;
        if let Some(value) = mark.value() {
            end = self.x(value);
            sheet.draw(&Rectangle::new([(self.gutter, top), (end, bottom)], color.filled()))?;
        }
        stroke(sheet, (self.gutter, top - 1.0), (self.gutter, bottom + 1.0), INK)?;
        words(sheet, mark.text(), (end + 5.0, middle), style(INK, HPos::Left, VPos::Center))
    }
}

/// The numbers between which a line is drawn, and how far its ruled lines stand apart.
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
    step: f64,
}

impl Scale {
    pub(super) fn of(picture: &Picture<'_>) -> Self {
        let (least, greatest) = (picture.least().min(picture.greatest()), picture.greatest());
        let spread = greatest - least;
        // The first round step with which five cover what there is to see.
        let mut step = 1.0;
        let mut factors = [2.0, 2.5, 2.0].iter().cycle();
        while step * 4.0 < spread {
            step *= factors.next().copied().unwrap_or(2.0);
        }
        let low = (least / step).floor() * step;
        // A line that starts low starts at zero.
        let low = if low <= step * 2.0 && least >= 0.0 { 0.0 } else { low };
        let mut high = (greatest / step).ceil() * step;
        if high <= low {
            high = low + step;
        }
        if picture.is_percent() && greatest <= 100.0 {
            high = high.min(100.0);
        }
        let low = if low < high { low } else { high - step };
        Self { low, high, step }
    }
}

/// A line through the values, from left to right.
fn line(sheet: &Sheet<'_>, picture: &Picture<'_>, target: Option<&Measure>) -> Drawn {
    let scale = Scale::of(picture);
    let unit = if picture.is_percent() { " %" } else { "" };
    let tick = |value: f64| format!("{value}{unit}");
    let left = width(&tick(scale.high)).max(width(&tick(scale.low))) + 4.0;
    let right = f64::from(WIDTH) - 4.0;
    let bottom = f64::from(LINE_HEIGHT) - LINE - 6.0;
    // Above the scale is room for the target's name and a label, below it for a label or a symbol.
    let (top, low) = (LINE * 2.0 + 6.0, bottom - LINE - 6.0);
    let scaled = |value: f64| low - (low - top) * (value - scale.low) / (scale.high - scale.low);

    let mut ruled = scale.low;
    while ruled <= scale.high {
        stroke(sheet, (left, scaled(ruled)), (right, scaled(ruled)), FAINT)?;
        let at = (left - 4.0, scaled(ruled));
        words(sheet, &tick(ruled), at, style(INK, HPos::Right, VPos::Center))?;
        ruled += scale.step;
    }
    stroke(sheet, (left, bottom), (right, bottom), INK)?;

    let groups = &picture.groups;
    let count = u32::try_from(groups.len()).map_or(1.0, f64::from).max(1.0);
    let room = (right - left) / count;
    let places = groups.iter().scan(left - room / 2.0, |x, group| {
        *x += room;
        Some((*x, group))
    });
    let places: Vec<(f64, &Group)> = places.collect();
    // Where not every label finds room, every second has one, or every third, counted from the last.
    let texts = groups.iter().flat_map(|group| {
        [group.label.as_str()].into_iter().chain(group.marks.iter().map(Mark::text))
    });
    let widest = texts.map(width).fold(0.0, f64::max);
    // The last one must not stand over the edge, so it may need some of its neighbour's room.
    let inwards = (widest - room) / 2.0 - (f64::from(WIDTH) - right);
    let needed = widest + 3.0 + inwards.max(0.0);
    let mut every = 1_usize;
    let mut reach = room;
    while reach < needed && every < groups.len() {
        every = every.saturating_add(1);
        reach += room;
    }
    let is_labelled = |number: usize| {
        let from_last = groups.len().saturating_sub(number).saturating_sub(1);
        from_last.checked_rem(every) == Some(0)
    };

    if let Some(target) = target {
        dashes(sheet, (left, scaled(target.low)), (right, scaled(target.low)))?;
        // Above the plot, where no value can stand, with a piece of the line it means.
        dashes(sheet, (left, LINE / 2.0), (left + 26.0, LINE / 2.0))?;
        let at = (left + 32.0, LINE / 2.0);
        words(sheet, &target.text, at, style(INK, HPos::Left, VPos::Center))?;
    }
    let color = SERIES.first().copied().unwrap_or(INK);
    let point = |(x, group): &(f64, &Group)| {
        group.marks.first().and_then(Mark::value).map(|value| (*x, scaled(value)))
    };
    // A gap is a gap: the line is not drawn across what is not there.
    let points: Vec<Option<(f64, f64)>> = places.iter().map(point).collect();
    for run in points.split(Option::is_none) {
        let run: Vec<(f64, f64)> = run.iter().copied().flatten().collect();
        if run.len() > 1 {
            let style = color.stroke_width(FINE.saturating_mul(5).div_ceil(2));
            sheet.draw(&PathElement::new(run, style))?;
        }
    }
    let plot =
        Plot { left, bottom, points: &points, target: target.map(|target| scaled(target.low)) };
    let mut taken = Vec::new();
    for (number, place) in places.iter().enumerate() {
        let (x, group) = *place;
        let Some(mark) = group.marks.first() else { continue };
        match point(place) {
            Some((x, height)) => {
                let size = FINE.saturating_mul(4);
                sheet.draw(&Circle::new((x, height), size, color.filled()))?;
                if is_labelled(number) {
                    let at = plot.label(mark.text(), (x, height), &mut taken);
                    words(sheet, mark.text(), at, style(INK, HPos::Center, VPos::Center))?;
                }
            }
            None => {
                let at = (x, bottom - 4.0);
                words(sheet, mark.text(), at, style(INK, HPos::Center, VPos::Bottom))?;
            }
        }
        if is_labelled(number) {
            let at = (plot.within(x, &group.label), bottom + 5.0);
            words(sheet, &group.label, at, style(INK, HPos::Center, VPos::Top))?;
        }
    }
    Ok(())
}

/// Where labels have to find a place.
struct Plot<'p> {
    left: f64,
    bottom: f64,
    /// What a line is drawn through, and where it breaks off.
    points: &'p [Option<(f64, f64)>],
    target: Option<f64>,
}

/// What a word covers: from the left to the right, from the top to the bottom.
type Covered = [f64; 4];

impl Plot<'_> {
    /// Words in the middle of their place, but never over the edge.
    fn within(&self, x: f64, text: &str) -> f64 {
        let half = width(text) / 2.0;
        x.min(f64::from(WIDTH) - half).max(self.left + half)
    }

    /// The middle of a point's label: above it or below, where no line passes and no other label stands.
    fn label(&self, text: &str, (x, y): (f64, f64), taken: &mut Vec<Covered>) -> (f64, f64) {
        let half = width(text) / 2.0;
        // Near the point if no target runs there, else beyond the target, else farther away.
        let places = [(0.0, false), (0.0, true), (LINE, false)];
        let places =
            places.into_iter().flat_map(|(far, beyond)| [(-1.0, far, beyond), (1.0, far, beyond)]);
        let mut places = places
            .filter_map(|(side, farther, beyond)| {
                let beside = y + side * (6.0 + LINE / 2.0 + farther);
                let line = self.target.filter(|line| (line - beside).abs() < LINE / 2.0);
                match (line, beyond) {
                    (None, false) => Some(beside),
                    (Some(line), true) => Some(line + side * (LINE / 2.0 + 1.0)),
                    _ => None,
                }
            })
            .flat_map(|down| {
                [0.0, -half - 2.0, half + 2.0]
                    .map(move |aside| (self.within(x + aside, text), down))
            });
        let covered =
            |(x, y): (f64, f64)| [x - half, x + half, y - LINE / 2.0 + 2.0, y + LINE / 2.0 - 2.0];
        let is_free = |place: &(f64, f64)| {
            let here = covered(*place);
            let [_, _, top, bottom] = here;
            let lines = self.points.iter().zip(self.points.iter().skip(1));
            let mut lines = lines.filter_map(|(from, to)| Some(((*from)?, (*to)?)));
            top >= LINE
                && bottom <= self.bottom
                && !lines.any(|(from, to)| crosses(here, from, to))
                && !taken.iter().any(|other| overlap(here, *other))
        };
        let place = places.find(is_free).unwrap_or((self.within(x, text), y - 6.0 - LINE / 2.0));
        taken.push(covered(place));
        place
    }
}

fn overlap(one: Covered, other: Covered) -> bool {
    let [left, right, top, bottom] = one;
    let [other_left, other_right, other_top, other_bottom] = other;
    left < other_right && other_left < right && top < other_bottom && other_top < bottom
}

/// Whether a line between two points, the first of them to the left, passes through.
fn crosses([left, right, top, bottom]: Covered, from: (f64, f64), to: (f64, f64)) -> bool {
    let (first, last) = (from.0.max(left), to.0.min(right));
    if first >= last {
        return false;
    }
    let at = |x: f64| from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0);
    let (one, other) = (at(first), at(last));
    one.min(other) < bottom && one.max(other) > top
}
