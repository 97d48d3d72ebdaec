//! Drawing of the curves with plotters, on whatever surface it is given.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::marks::inside;
use super::series::MemoryPoint;
use crate::model::{OWNERS, Owner};
use crate::text::Locale;
use crate::text::lab::{Label, figures, owner};
use crate::units::sort_short;
use crate::units::{Bytes, Time};
use crate::view::axis::{Axis, round_step};
use crate::view::theme::{Palette, Rgb};

/// Result of drawing on a surface.
pub type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// What both charts have in common.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The time axis.
    pub axis: Axis,
    /// Size of the letters against the usual.
    pub rem: f64,
    /// Colours.
    pub palette: &'a Palette,
    /// Language.
    pub locale: Locale,
}

/// What of a curve is selected everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// Whose memory.
    pub owner: Option<Owner>,
    /// When the instance that is looked at came or went, and the words for it.
    pub moment: Option<(Time, String)>,
}

pub(super) const fn colour((red, green, blue): Rgb) -> RGBColor {
    RGBColor(red, green, blue)
}

#[expect(clippy::cast_possible_truncation, reason = "pixels are few")]
pub(super) fn pixel(position: f64) -> i32 {
    libm::rint(position) as i32
}

/// Height of the room below the plot in CSS pixels.
#[must_use]
pub fn foot(rem: f64) -> f64 {
    24.0 * rem
}

/// The grid with its words. `lines` are the values with their labels, in the unit of `most`.
fn grid<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    lines: &[(f64, String)],
    most: f64,
) -> Drawn<B> {
    let (axis, palette) = (frame.axis, frame.palette);
    let (_, height) = root.dim_in_pixel();
    let bottom = f64::from(height) - foot(frame.rem);
    let font = ("sans-serif", 12.5 * frame.rem).into_font().color(&colour(palette.soft));
    root.fill(&colour(palette.paper))?;
    for (value, label) in lines {
        let y = pixel(bottom - (bottom - 8.0) * value / most);
        let ends = vec![(pixel(axis.left), y), (pixel(axis.width - axis.right), y)];
        root.draw(&PathElement::new(ends, colour(palette.rule)))?;
        let (width, _) = root.estimate_text_size(label, &font)?;
        let x = pixel(axis.left - 6.0) - i32::try_from(width).unwrap_or(0);
        root.draw_text(label, &font, (x, y - pixel(6.0 * frame.rem)))?;
    }
    for seconds in axis.ticks(72.0 * frame.rem) {
        let x = axis.x(Time::from_seconds(seconds));
        let label = figures::tick(seconds, frame.locale);
        let (width, _) = root.estimate_text_size(&label, &font)?;
        let left = pixel(x) - i32::try_from(width / 2).unwrap_or(0);
        root.draw_text(&label, &font, (left, pixel(bottom + 7.0)))?;
    }
    let ends =
        vec![(pixel(axis.left), pixel(bottom)), (pixel(axis.width - axis.right), pixel(bottom))];
    root.draw(&PathElement::new(ends, colour(palette.soft)))
}

/// Memory by owner as a stack of areas, each outlined, the large ones named at the right.
///
/// # Errors
/// Where the surface fails.
pub fn memory<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    points: &[MemoryPoint],
    most: Bytes,
    picked: &Picked,
) -> Drawn<B> {
    let top = most.as_f64().max(1.0) * 1.04;
    let mebi = 1_048_576.0;
    let step = binary_step(top / mebi / 3.0) * mebi;
    let mut lines = Vec::new();
    let mut value = 0.0;
    while value <= top {
        lines.push((value, figures::bytes(Bytes::from_f64(value), frame.locale)));
        value += step;
    }
    grid(root, frame, &lines, top)?;
    let (_, height) = root.dim_in_pixel();
    let bottom = f64::from(height) - foot(frame.rem);
    let y = |bytes: Bytes| bottom - (bottom - 8.0) * bytes.as_f64() / top;
    let mut below = vec![Bytes::ZERO; points.len()];
    let mut names: Vec<(Owner, f64, f64)> = Vec::new();
    for whose in Owner::ALL {
        let index = whose.index();
        let above: Vec<Bytes> =
            points.iter().zip(&below).map(|(point, base)| *base + point.held[index]).collect();
        if above == below {
            continue;
        }
        let edge = |heights: &[Bytes]| -> Vec<(i32, i32)> {
            let at = points.iter().zip(heights);
            at.map(|(point, &bytes)| (pixel(frame.axis.x(point.time)), pixel(y(bytes)))).collect()
        };
        let upper = edge(&above);
        let lower = edge(&below);
        let area = upper.iter().chain(lower.iter().rev()).copied().collect::<Vec<_>>();
        // What stands back is there still, but as a shade of itself.
        let strength = if picked.owner.is_none_or(|of| of == whose) { 1.0 } else { 0.22 };
        let fill = colour(frame.palette.owners[index]).mix(strength);
        root.draw(&Polygon::new(area, fill.filled()))?;
        // On rock as dark as a kernel's the marks are light, as they are in the drawings.
        let kernel = matches!(whose, Owner::HostKernel | Owner::GuestKernel);
        let ink = if kernel { frame.palette.paper } else { frame.palette.outline };
        for mark in inside(whose, &upper, &lower) {
            let mark = mark.map(|(x, y)| (pixel(x), pixel(y))).to_vec();
            root.draw(&PathElement::new(mark, colour(ink).mix(0.6 * strength)))?;
        }
        root.draw(&PathElement::new(upper, colour(frame.palette.outline).mix(strength)))?;
        if let (Some(&high), Some(&low)) = (above.last(), below.last()) {
            names.push((whose, y(high), y(low)));
        }
        below = above;
    }
    // The name of what is picked has its place before all others.
    if picked.owner.is_some() {
        names.retain(|(whose, ..)| picked.owner == Some(*whose));
    }
    side_names(root, frame, &names, bottom)?;
    moment(root, frame, picked)
}

/// The moment at which the instance that is picked came or went, across the whole height.
fn moment<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    picked: &Picked,
) -> Drawn<B> {
    let Some((time, told)) = &picked.moment else { return Ok(()) };
    let (_, height) = root.dim_in_pixel();
    let bottom = f64::from(height) - foot(frame.rem);
    let x = pixel(frame.axis.x(*time));
    let style = ShapeStyle {
        color: colour(frame.palette.ink).into(),
        filled: false,
        stroke_width: frame.palette.line,
    };
    for dash in dashes(&[(x, 2), (x, pixel(bottom))], (5.0, 4.0)) {
        root.draw(&PathElement::new(dash, style))?;
    }
    let font = ("sans-serif", 12.5 * frame.rem).into_font().color(&colour(frame.palette.ink));
    let (width, tall) = root.estimate_text_size(told, &font)?;
    let [width, tall] = [width, tall].map(|length| i32::try_from(length).unwrap_or(0));
    let beyond = pixel(frame.axis.width - frame.axis.right) - x;
    let left = if beyond > width + 10 { x + 5 } else { x - width - 5 };
    let ground = [(left - 3, 0), (left + width + 3, tall + 3)];
    root.draw(&Rectangle::new(ground, colour(frame.palette.paper).mix(0.85).filled()))?;
    root.draw_text(told, &font, (left, 1))
}

/// Names at the right of the layers that are high enough, the highest first, none over another.
fn side_names<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    names: &[(Owner, f64, f64)],
    bottom: f64,
) -> Drawn<B> {
    let font = ("sans-serif", 12.5 * frame.rem).into_font().color(&colour(frame.palette.ink));
    let line = 15.0 * frame.rem;
    let mut names = names.to_vec();
    sort_short(&mut names, |one, other| one.2 - one.1 > other.2 - other.1);
    let mut taken: Vec<f64> = Vec::new();
    for (whose, high, low) in names {
        let middle = f64::midpoint(high, low).min(bottom - line / 2.0);
        if low - high < 2.0 || taken.iter().any(|other| (other - middle).abs() < line) {
            continue;
        }
        taken.push(middle);
        let x = frame.axis.width - frame.axis.right + 6.0;
        let at = (pixel(x), pixel(middle - line * 0.45));
        root.draw_text(owner(whose, frame.locale), &font, at)?;
    }
    Ok(())
}

/// The smallest power of two, in MiB, that is no smaller than this.
fn binary_step(least: f64) -> f64 {
    let mut step = 1.0;
    while step < least {
        step *= 2.0;
    }
    step
}

/// Use of cores, disk and link as lines that differ by their dashes and are named at the right.
///
/// # Errors
/// Where the surface fails.
pub fn usage<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    steps: &[(Time, [f64; 3])],
    picked: &Picked,
) -> Drawn<B> {
    let step = round_step(0.4);
    let lines: Vec<_> = [0.0, step, 1.0].map(|v| (v, figures::percent(v, frame.locale))).into();
    grid(root, frame, &lines, 1.0)?;
    let (_, height) = root.dim_in_pixel();
    let bottom = f64::from(height) - foot(frame.rem);
    let font = ("sans-serif", 12.5 * frame.rem).into_font();
    for (index, label) in [Label::Cores, Label::Disk, Label::LinkShort].into_iter().enumerate() {
        if steps.iter().all(|(_, shares)| shares[index] <= 1e-9) {
            continue;
        }
        let ink = colour(frame.palette.lines[index]);
        let style =
            ShapeStyle { color: ink.into(), filled: false, stroke_width: frame.palette.line };
        let points = step_points(steps, index, frame, bottom);
        for dash in dashes(&points, DASHES[index]) {
            root.draw(&PathElement::new(dash, style))?;
        }
        let x = pixel(frame.axis.width - frame.axis.right + 6.0);
        let line = 17.0 * frame.rem;
        let y = 6.0 + line * f64::from(u32::try_from(index).unwrap_or(0));
        let sample = vec![(x, pixel(y + line * 0.4)), (x + 22, pixel(y + line * 0.4))];
        for dash in dashes(&sample, DASHES[index]) {
            root.draw(&PathElement::new(dash, style))?;
        }
        let named = font.clone().color(&colour(frame.palette.ink));
        root.draw_text(label.say(frame.locale), &named, (x + 28, pixel(y)))?;
    }
    moment(root, frame, picked)
}

/// Lengths of the dash and of the gap of each line in CSS pixels; no gap is a whole line.
const DASHES: [(f64, f64); 3] = [(1.0, 0.0), (7.0, 4.0), (2.0, 3.0)];

fn step_points(
    steps: &[(Time, [f64; 3])],
    index: usize,
    frame: &Frame<'_>,
    bottom: f64,
) -> Vec<(i32, i32)> {
    let mut points: Vec<(i32, i32)> = Vec::with_capacity(steps.len() * 2);
    for (time, shares) in steps {
        let x = pixel(frame.axis.x(*time));
        let y = pixel(bottom - (bottom - 8.0) * shares[index].clamp(0.0, 1.0));
        if let Some(&(_, last)) = points.last() {
            points.push((x, last));
        }
        points.push((x, y));
    }
    points
}

/// Cuts a line into dashes along its length.
pub(super) fn dashes(points: &[(i32, i32)], (dash, gap): (f64, f64)) -> Vec<Vec<(i32, i32)>> {
    if gap <= 0.0 {
        return vec![points.to_vec()];
    }
    let mut cut = Vec::new();
    let (mut drawing, mut left) = (true, dash);
    for pair in points.windows(2) {
        let [from, to] = [pair[0], pair[1]].map(|(x, y)| [f64::from(x), f64::from(y)]);
        let across = [to[0] - from[0], to[1] - from[1]];
        let length = libm::sqrt(across[0] * across[0] + across[1] * across[1]);
        let mut done = 0.0;
        while done < length {
            let next = (done + left).min(length);
            if drawing {
                let at = |part: f64| {
                    let share = part / length;
                    (pixel(from[0] + across[0] * share), pixel(from[1] + across[1] * share))
                };
                cut.push(vec![at(done), at(next)]);
            }
            left -= next - done;
            done = next;
            if left <= 1e-9 {
                drawing = !drawing;
                left = if drawing { dash } else { gap };
            }
        }
    }
    cut
}

/// The most that any point holds, for a common height of two charts.
#[must_use]
pub fn highest(points: &[MemoryPoint]) -> Bytes {
    points.iter().map(MemoryPoint::sum).max().unwrap_or(Bytes::ZERO)
}

/// The largest owner of a state.
#[must_use]
pub fn largest(held: &[Bytes; OWNERS]) -> (Owner, Bytes) {
    let most = Owner::ALL.into_iter().max_by_key(|whose| held[whose.index()]);
    let most = most.unwrap_or(Owner::HostKernel);
    (most, held[most.index()])
}
